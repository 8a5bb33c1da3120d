//! Chapter "Oportunidades de base tecnológica": the plane of attractiveness and capacity, the criteria, and the cards.

use atalaya_analysis::findings::{ItemStat, OpportunityFinding};
use atalaya_charts::figures;
use atalaya_model::{Id, Kind, choice::Choice, id::natural_cmp, records::Criterion};

use super::Book;
use crate::{
    doc::{Block, Card, Cell, Column, Fact, Mark, Table},
    rich::{Inline, Rich},
};

/// The zones of the plane, from what to do first.
const ZONES: [&str; 4] = ["now", "prepare", "maintain", "later"];

/// The chapter.
#[must_use]
pub fn chapter(book: &Book<'_>) -> Vec<Block> {
    let found = sorted(book);
    if found.is_empty() {
        return Vec::new();
    }
    let mut out = vec![book.chapter("chapter-opportunities", "opportunities")];
    out.push(Block::Lead(lead(book, &found).into()));
    out.extend(plane(book, &found));
    out.extend(criteria(book, &found));
    out.extend(survival(book, &found));
    out.push(book.section("section-opportunity-cards", "opportunity-cards"));
    out.extend(found.iter().filter_map(|found| card(book, found)));
    out
}

/// By zone, then by attractiveness, then by id.
fn sorted<'a>(book: &Book<'a>) -> Vec<&'a OpportunityFinding> {
    let zone = |o: &OpportunityFinding| {
        ZONES.iter().position(|zone| o.zone.as_deref() == Some(zone)).unwrap_or(ZONES.len())
    };
    let pull = |o: &OpportunityFinding| o.attractiveness.unwrap_or(f64::NEG_INFINITY);
    let mut found: Vec<&OpportunityFinding> = book.findings.act.opportunities.iter().collect();
    found.sort_by(|a, b| {
        zone(a)
            .cmp(&zone(b))
            .then_with(|| pull(b).total_cmp(&pull(a)))
            .then_with(|| natural_cmp(&a.id, &b.id))
    });
    found
}

fn lead(book: &Book<'_>, found: &[&OpportunityFinding]) -> String {
    let now: Vec<String> =
        found.iter().filter(|o| o.zone.as_deref() == Some("now")).map(|o| o.id.clone()).collect();
    let args = [("total", found.len().into()), ("count", now.len().into())];
    let key =
        if found.iter().all(|o| o.zone.is_none()) { "opportunities-unscored" } else { "opportunities-lead" };
    book.say(key, &args)
}

fn plane(book: &Book<'_>, found: &[&OpportunityFinding]) -> Vec<Block> {
    let act = &book.findings.act;
    if found.iter().all(|o| o.n == 0) {
        return Vec::new();
    }
    let mut out = vec![book.section("section-opportunity-plane", "opportunity-plane-section")];
    out.extend(book.figure("opportunity-plane", figures::opportunity_plane));
    let stable = found.iter().any(|o| o.stability.is_some());
    let mut columns = vec![
        Column::text(book.t("column-opportunity")),
        Column::number(book.t("criterionaxis-attractiveness")),
        Column::mark(book.t("column-spread")),
        Column::number(book.t("criterionaxis-capacity")),
        Column::mark(book.t("column-spread")),
    ];
    if stable {
        columns.push(Column::number(book.t("column-stability")));
    }
    columns.push(Column::number("n"));
    let mut table = Table::new("opportunity-table", book.t("table-opportunities"), columns);
    for zone in ZONES.map(Some).into_iter().chain([None]) {
        let own: Vec<&&OpportunityFinding> = found.iter().filter(|o| o.zone.as_deref() == zone).collect();
        if own.is_empty() {
            continue;
        }
        table.group(zone.map_or_else(
            || book.t("opportunity-not-placed"),
            |zone| book.t(&format!("chart-opportunity-{zone}")),
        ));
        for found in own {
            let number =
                |value: Option<f64>| value.map_or(Cell::Empty, |v| Cell::number(v, book.words.short(v, 1)));
            let spread = |range: Option<atalaya_analysis::findings::Range>| {
                range.map_or(Cell::Empty, |r| book.interval(r.low, r.high, 1).into())
            };
            let mut cells = vec![
                book.full(Kind::Opportunity, &found.id).into(),
                number(found.attractiveness),
                spread(found.attractiveness_spread),
                number(found.capacity),
                spread(found.capacity_spread),
            ];
            if stable {
                cells.push(found.stability.as_ref().map_or(Cell::Empty, |s| book.stability(s).into()));
            }
            cells.push(Cell::number(found.n as f64, found.n.to_string()));
            table.push(cells);
        }
    }
    let cut = act.opportunity_cut.map(|cut| book.words.short(cut, 1)).unwrap_or_default();
    table.note = Some(book.say("table-opportunities-note", &[("cut", cut.into())]).into());
    table.provenance = book.provenance(&act.opportunity_trace);
    out.push(Block::Table(table));
    out.push(book.method("opportunities-method", &[]));
    out.extend(book.why(&act.opportunity_trace));
    out
}

/// What each end of a criterion means, and the medians by opportunity.
fn criteria(book: &Book<'_>, found: &[&OpportunityFinding]) -> Vec<Block> {
    let of = |stat: &ItemStat| stat.id.split('/').next_back().unwrap_or_default().to_owned();
    let mut asked: Vec<String> = found.iter().flat_map(|o| o.criteria.iter().map(of)).collect();
    asked.sort_by(|a, b| natural_cmp(a, b));
    asked.dedup();
    let asked: Vec<&Criterion> =
        asked.iter().filter_map(|id| book.study.criteria.iter().find(|c| c.id == id.as_str())).collect();
    if asked.is_empty() {
        return Vec::new();
    }
    let mut ends = Table::new(
        "opportunity-criteria",
        book.t("table-criteria"),
        vec![
            Column::text(book.t("column-criterion")),
            Column::text(book.t("column-measures")),
            Column::text(book.t("column-ends")),
        ],
    );
    for criterion in &asked {
        let axis = criterion.axis.map(|a| book.t(&format!("criterionaxis-{}", a.as_str())));
        ends.push(vec![
            book.full(Kind::Criterion, criterion.id.as_str()).into(),
            axis.map_or(Cell::Empty, Cell::from),
            book.text(&criterion.definition).into(),
        ]);
    }
    let mut columns = vec![Column::text(book.t("column-opportunity"))];
    columns.extend(
        asked.iter().map(|c| Column::number(book.names.label(Kind::Criterion, c.id.as_str()).to_owned())),
    );
    let mut table = Table::new("opportunity-scores", book.t("table-scores"), columns);
    for found in found {
        let mut cells: Vec<Cell> = vec![book.full(Kind::Opportunity, &found.id).into()];
        cells.extend(asked.iter().map(|criterion| {
            let stat = found.criteria.iter().find(|stat| criterion.id == of(stat).as_str());
            stat.map_or(Cell::Empty, |stat| book.median(stat))
        }));
        table.push(cells);
    }
    table.note = Some(book.t("table-scores-note").into());
    table.provenance = book.provenance(&book.findings.act.opportunity_trace);
    vec![book.section("section-criteria", "criteria-section"), Block::Table(ends), Block::Table(table)]
}

/// In which scenarios each opportunity survives.
fn survival(book: &Book<'_>, found: &[&OpportunityFinding]) -> Vec<Block> {
    let mut scenarios: Vec<&String> = found.iter().flat_map(|o| &o.scenarios).collect();
    scenarios.sort_by(|a, b| natural_cmp(a, b));
    scenarios.dedup();
    if scenarios.is_empty() {
        return Vec::new();
    }
    let everywhere: Vec<String> = found
        .iter()
        .filter(|o| scenarios.iter().all(|s| o.scenarios.contains(s)))
        .map(|o| o.id.clone())
        .collect();
    let mut out = vec![book.section("section-survival", "survival")];
    let args = [
        ("count", everywhere.len().into()),
        ("names", book.list(Kind::Opportunity, &everywhere).into()),
        ("scenarios", scenarios.len().into()),
    ];
    out.push(book.paragraph("survival-text", &args));
    let mut columns = vec![Column::text(book.t("column-opportunity"))];
    columns.extend(scenarios.iter().map(|id| Column::mark(book.name(Kind::Scenario, id))));
    let mut table = Table::new("opportunity-survival", book.t("table-survival"), columns);
    for found in found {
        let mut cells: Vec<Cell> = vec![book.full(Kind::Opportunity, &found.id).into()];
        cells.extend(scenarios.iter().map(|scenario| {
            let yes = found.scenarios.contains(scenario);
            Cell::from(book.t(if yes { "yes" } else { "no" })).marked(if yes {
                Mark::Accent
            } else {
                Mark::Quiet
            })
        }));
        table.push(cells);
    }
    table.note = Some(book.t("table-survival-note").into());
    out.push(Block::Table(table));
    out
}

fn card(book: &Book<'_>, found: &OpportunityFinding) -> Option<Block> {
    let record = book.study.opportunities.iter().find(|o| o.id == found.id.as_str())?;
    let mut facts: Vec<Fact> = Vec::new();
    let texts = [
        ("fact-customer", &record.customer),
        ("fact-place", &record.place),
        ("fact-asset", &record.asset),
        ("fact-technology", &record.technology),
        ("fact-barrier", &record.barrier),
        ("fact-legal", &record.legal),
    ];
    let texts = texts.into_iter().map(|(key, text)| (key, book.text(text)));
    for (key, text) in texts.filter(|(_, text)| !text.is_empty()) {
        facts.push(Fact::new(book.t(key), text));
    }
    if !record.evidence.is_empty() {
        facts.push(Fact::new(book.t("fact-evidence"), evidence(book, &record.evidence)));
    }
    if !found.scenarios.is_empty() {
        let names: Vec<String> = found.scenarios.iter().map(|id| book.name(Kind::Scenario, id)).collect();
        facts.push(Fact::new(book.t("fact-survives"), book.words.list(&names)));
    }
    if let Some((attractiveness, capacity)) = found.attractiveness.zip(found.capacity) {
        let args = [
            ("attractiveness", book.words.short(attractiveness, 1).into()),
            ("capacity", book.words.short(capacity, 1).into()),
            ("n", found.n.into()),
        ];
        facts.push(Fact::new(book.t("fact-judged"), book.say("judged-value", &args)));
    }
    let zone = found.zone.as_deref().map(|zone| book.t(&format!("chart-opportunity-{zone}")).to_lowercase());
    let field = Some(book.text(&record.field).to_owned()).filter(|f| !f.is_empty());
    Some(Block::Card(Card {
        anchor: format!("opportunity-{}", found.id),
        code: book.names.label(Kind::Opportunity, &found.id).to_owned(),
        title: book.name(Kind::Opportunity, &found.id),
        tags: zone.into_iter().chain(field).collect(),
        body: vec![Block::Facts(facts)],
    }))
}

/// The hits that speak for an opportunity, each with its sources.
fn evidence(book: &Book<'_>, ids: &[Id]) -> Rich {
    let mut out = Rich::default();
    for id in ids {
        if !out.is_empty() {
            out = out.and("; ");
        }
        out = out.and(book.full(Kind::Evidence, id.as_str()));
        let hit = book.study.evidence.iter().find(|hit| hit.id == *id);
        let sources = hit.map(|hit| hit.sources.as_ref()).unwrap_or_default();
        let known = sources.iter().filter(|id| book.study.sources.iter().any(|s| s.id == **id));
        for (index, source) in known.enumerate() {
            out = out.and(if index == 0 { " (" } else { "; " }).and(Inline::Ref(source.to_string()));
        }
        if matches!(out.0.last(), Some(Inline::Ref(_))) {
            out = out.and(")");
        }
    }
    out
}
