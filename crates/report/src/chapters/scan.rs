//! Chapter "Vigilancia del entorno": what was found and where, what matters most, and what the series say.

use std::collections::{BTreeMap, BTreeSet};

use atalaya_analysis::findings::EvidenceFinding;
use atalaya_charts::figures;
use atalaya_model::{
    Kind,
    choice::{Choice, Dimension, HitKind},
    records::Evidence,
};

use super::{Book, references::works, series};
use crate::{
    doc::{Block, Card, Cell, Column, Fact, Mark, Row, RowKind, Table},
    rich::{Inline, Rich},
};

/// The chapter.
#[must_use]
pub fn chapter(book: &Book<'_>) -> Vec<Block> {
    let scan = &book.findings.scan;
    if scan.evidence.is_empty() && scan.series.is_empty() {
        return Vec::new();
    }
    let mut out = vec![book.chapter("chapter-scan", "scan-chapter")];
    if !scan.evidence.is_empty() {
        out.push(Block::Lead(lead(book).into()));
        out.extend(later(book));
        out.extend(counts(book));
        out.extend(evidence(book));
        out.extend(cards(book));
        out.extend(super::toolbox::colours(book, &[Kind::Evidence]));
        out.extend(book.why(&scan.trace));
    }
    out.extend(series::sections(book));
    out.extend(book.gaps(&["scan"]));
    out
}

/// How many hits there are up to the cut-off, and how many matter most.
fn lead(book: &Book<'_>) -> String {
    let scan = &book.findings.scan;
    let cutoff = &book.study.frame.cutoff;
    let args = [
        ("n", scan.evidence.len().into()),
        ("priority", scan.evidence.iter().filter(|hit| hit.priority).count().into()),
        ("cutoff", book.words.date(cutoff).into()),
    ];
    let found = book.say("scan-lead", &args);
    let until = book.say(if cutoff.is_empty() { "scan-lead-open" } else { "scan-lead-cutoff" }, &args);
    format!("{until} {found}")
}

/// What came after the cut-off is not here.
fn later(book: &Book<'_>) -> Vec<Block> {
    let later = book.study.evidence.len().saturating_sub(book.findings.scan.evidence.len());
    if later == 0 {
        return Vec::new();
    }
    let said = book.say("scan-later", &[("n", later.into())]);
    vec![Block::Paragraph(Inline::about(["later-evidence"], said).into())]
}

/// By dimension and kind, and by year.
fn counts(book: &Book<'_>) -> Vec<Block> {
    let scan = &book.findings.scan;
    let mut out = vec![book.section("section-counts", "evidence-found")];
    let kinds: Vec<HitKind> = HitKind::ALL
        .iter()
        .copied()
        .filter(|kind| scan.by_kind.iter().any(|c| c.kind == kind.as_str()))
        .collect();
    let mut by_kind: BTreeMap<(Dimension, HitKind), usize> = BTreeMap::new();
    for count in &scan.by_kind {
        if let Some(pair) = Dimension::parse(&count.dimension).zip(HitKind::parse(&count.kind)) {
            *by_kind.entry(pair).or_default() += count.count;
        }
    }
    if !by_kind.is_empty() {
        let heads: Vec<String> = kinds.iter().map(|kind| book.t(&format!("hit-{}", kind.as_str()))).collect();
        let mut table =
            counted(book, "evidence-by-kind", "table-evidence-by-kind", "column-dimension", &heads);
        // A dimension without a hit is a finding about the scan: its row stays.
        let rows = Dimension::ALL.iter().map(|dimension| {
            let row = kinds.iter().map(|kind| by_kind.get(&(*dimension, *kind)).copied().unwrap_or(0));
            (book.t(&format!("dimension-{}", dimension.as_str())), row.collect())
        });
        fill(book, &mut table, rows.collect());
        let absent: Vec<String> = Dimension::ALL
            .iter()
            .filter(|d| !by_kind.keys().any(|(own, _)| own == *d))
            .map(|d| book.t(&format!("dimension-{}", d.as_str())))
            .collect();
        if !absent.is_empty() {
            let args = [("dimensions", book.words.list(&absent).into())];
            table.note = Some(book.say("table-evidence-by-kind-note", &args).into());
        }
        table.provenance = book.provenance(&scan.trace);
        out.push(Block::Table(table));
    }
    let by_year = years(book);
    if !by_year.is_empty() {
        out.extend(book.figure("evidence-years", figures::evidence_years));
        out.extend(by_year);
    }
    if out.len() == 1 { Vec::new() } else { out }
}

/// A table of counts: names of rows, columns of numbers, a total.
fn counted(book: &Book<'_>, id: &str, caption: &str, first: &str, heads: &[String]) -> Table {
    let mut columns = vec![Column::text(book.t(first))];
    columns.extend(heads.iter().map(Column::number));
    columns.push(Column::number(book.t("column-total")));
    Table::new(id, book.t(caption), columns)
}

fn fill(book: &Book<'_>, table: &mut Table, rows: Vec<(String, Vec<usize>)>) {
    let number = |count: usize| match count {
        0 => Cell::number(0.0, "·").marked(Mark::Quiet),
        count => Cell::number(count as f64, count.to_string()),
    };
    let width = rows.first().map_or(0, |(_, counts)| counts.len());
    let mut sums = vec![0; width];
    for (name, counts) in rows {
        let mut cells: Vec<Cell> = vec![name.into()];
        for (sum, count) in sums.iter_mut().zip(&counts) {
            *sum += count;
        }
        cells.extend(counts.iter().map(|count| number(*count)));
        cells.push(number(counts.iter().sum()));
        table.push(cells);
    }
    let mut cells: Vec<Cell> = vec![book.t("column-total").into()];
    cells.extend(sums.iter().map(|count| number(*count)));
    cells.push(number(sums.iter().sum()));
    table.rows.push(Row { kind: RowKind::Total, cells });
}

/// Hits by year and dimension.
fn years(book: &Book<'_>) -> Vec<Block> {
    let scan = &book.findings.scan;
    let dated: Vec<(i64, Dimension)> = scan
        .evidence
        .iter()
        .filter_map(|hit| hit.year.zip(hit.dimension.as_deref().and_then(Dimension::parse)))
        .collect();
    let all: BTreeSet<i64> = dated.iter().map(|(year, _)| *year).collect();
    if all.len() < 2 {
        return Vec::new();
    }
    let heads: Vec<String> =
        Dimension::ALL.iter().map(|d| book.t(&format!("dimension-{}", d.as_str()))).collect();
    let mut table = counted(book, "evidence-by-year", "table-evidence-by-year", "column-year", &heads);
    let rows = all.iter().map(|year| {
        let of = |d: &Dimension| dated.iter().filter(|(y, own)| y == year && own == d).count();
        (year.to_string(), Dimension::ALL.iter().map(of).collect())
    });
    fill(book, &mut table, rows.collect());
    let undated = scan.evidence.len() - dated.len();
    if undated > 0 {
        table.note = Some(book.say("table-evidence-by-year-note", &[("n", undated.into())]).into());
    }
    table.provenance = book.provenance(&scan.trace);
    vec![Block::Table(table)]
}

fn record<'a>(book: &Book<'a>, hit: &EvidenceFinding) -> Option<&'a Evidence> {
    book.study.evidence.iter().find(|e| e.id == hit.id.as_str())
}

/// The hits by dimension, the weightiest first.
fn by_dimension<'f>(book: &Book<'f>) -> Vec<(Option<Dimension>, Vec<&'f EvidenceFinding>)> {
    let mut groups: BTreeMap<(bool, Option<Dimension>), Vec<&EvidenceFinding>> = BTreeMap::new();
    for hit in &book.findings.scan.evidence {
        let dimension = hit.dimension.as_deref().and_then(Dimension::parse);
        groups.entry((dimension.is_none(), dimension)).or_default().push(hit);
    }
    let weight = |hit: &EvidenceFinding| hit.impact.unwrap_or(0.0) + hit.pertinence.unwrap_or(0.0);
    for hits in groups.values_mut() {
        // The sort is stable: equal weights keep the order of the ids.
        hits.sort_by(|a, b| b.priority.cmp(&a.priority).then(weight(b).total_cmp(&weight(a))));
    }
    groups.into_iter().map(|((_, dimension), hits)| (dimension, hits)).collect()
}

fn dimension_name(book: &Book<'_>, dimension: Option<Dimension>) -> String {
    match dimension {
        Some(dimension) => book.t(&format!("dimension-{}", dimension.as_str())),
        None => book.t("dimension-none"),
    }
}

/// The plane of impact and pertinence, and the matrix of trends with its sources.
fn evidence(book: &Book<'_>) -> Vec<Block> {
    let scan = &book.findings.scan;
    let rated = scan.evidence.iter().any(|hit| hit.impact.is_some() || hit.pertinence.is_some());
    let mut out = vec![book.section("section-evidence", "evidence-section")];
    let cut = book.words.short(scan.plane_cut, 1);
    if rated {
        out.extend(book.figure("evidence-plane", figures::evidence_plane));
        out.push(book.paragraph("evidence-ratings", &[("cut", cut.clone().into())]));
    }
    let mut table = Table::new(
        "evidence-table",
        book.t("table-evidence"),
        vec![
            Column::text(book.t("column-hit")),
            Column::text(book.t("column-kind")),
            Column::text(book.t("column-date")),
            Column::text(book.t("column-scope")),
            Column::number(book.t("column-impact")),
            Column::number(book.t("column-pertinence")),
            Column::text(book.t("column-certainty")),
            Column::text(book.t("column-touches")),
        ],
    );
    for (dimension, hits) in by_dimension(book) {
        table.group(dimension_name(book, dimension));
        for hit in hits {
            let own = record(book, hit);
            let word = |group: &str, word: Option<&'static str>| {
                word.map_or(Cell::Empty, |word| book.t(&format!("{group}-{word}")).into())
            };
            let rating =
                |value: Option<f64>| value.map_or(Cell::Empty, |v| Cell::number(v, book.words.short(v, 1)));
            let name = book.full(Kind::Evidence, &hit.id);
            table.push(vec![
                Cell::Text(sourced(book, name, hit)),
                hit.kind.as_ref().map_or(Cell::Empty, |kind| book.t(&format!("hit-{kind}")).into()),
                own.map(|e| book.words.date(&e.date)).unwrap_or_default().into(),
                word("scope", own.and_then(|e| e.scope).map(Choice::as_str)),
                rating(hit.impact),
                rating(hit.pertinence),
                word("certainty", own.and_then(|e| e.certainty).map(Choice::as_str)),
                book.labels(Kind::Variable, &hit.variables).into(),
            ]);
        }
    }
    if rated {
        table.note = Some(book.say("table-evidence-note", &[("cut", cut.into())]).into());
    }
    table.provenance = book.provenance(&scan.trace);
    out.push(Block::Table(table));
    out
}

/// Works named beside a hit in the matrix; its ficha names all.
const WORKS: usize = 3;

/// A hit with the works it rests on.
fn sourced(book: &Book<'_>, name: String, hit: &EvidenceFinding) -> Rich {
    let name = if hit.priority { Rich::default().strong(name) } else { Rich::from(name) };
    if hit.sources.is_empty() {
        return name;
    }
    let shown = &hit.sources[..hit.sources.len().min(WORKS)];
    let more = hit.sources.len() - shown.len();
    let more = if more > 0 { book.say("more-works", &[("count", more.into())]) } else { String::new() };
    name.and(" (").and(works(book, shown)).and(more).and(")")
}

/// A ficha for every hit that matters most.
fn cards(book: &Book<'_>) -> Vec<Block> {
    let mut out = Vec::new();
    for (dimension, hits) in by_dimension(book) {
        for hit in hits.into_iter().filter(|hit| hit.priority) {
            let Some(own) = record(book, hit) else { continue };
            let summary = book.text(&own.summary);
            if summary.is_empty() {
                continue;
            }
            let mut tags = vec![dimension_name(book, dimension)];
            tags.extend(hit.kind.as_ref().map(|kind| book.t(&format!("hit-{kind}"))));
            let mut facts = Vec::new();
            if !hit.variables.is_empty() {
                facts.push(Fact::new(book.t("column-touches"), book.list(Kind::Variable, &hit.variables)));
            }
            if !hit.sources.is_empty() {
                facts.push(Fact::new(book.t("column-sources"), works(book, &hit.sources)));
            }
            let mut body = vec![Block::Paragraph(summary.into())];
            if !facts.is_empty() {
                body.push(Block::Facts(facts));
            }
            out.push(Block::Card(Card {
                anchor: format!("hit-{}", hit.id),
                code: hit.id.clone(),
                title: book.name(Kind::Evidence, &hit.id),
                tags,
                body,
            }));
        }
    }
    if out.is_empty() {
        return out;
    }
    let mut section =
        vec![book.section("section-priorities", "priorities"), book.paragraph("priorities-intro", &[])];
    section.extend(out);
    section
}
