//! Chapter "Metodología": path, panel, rounds, rules fixed beforehand; what each consultation said; and the annex with
//! every item.

use atalaya_analysis::findings::{
    ConsultationFinding, DropOutFinding, FamilyFinding, ItemStat, Margin, PanelLevel, RoundFinding,
};
use atalaya_charts::figures;
use atalaya_model::{
    Family, Kind,
    family::{Missing, Scale},
};

use super::Book;
use crate::{
    doc::{Block, Cell, Column, Heading, Mark, Numbering, Table},
    rich::Rich,
};

/// The chapter.
#[must_use]
pub fn chapter(book: &Book<'_>) -> Vec<Block> {
    let consult = &book.findings.consult;
    let mut out = vec![book.chapter("chapter-method", "method")];
    out.push(book.paragraph("method-path", &[]));
    if consult.panel.experts > 0 {
        out.extend(panel(book));
    }
    out.extend(consultations(book));
    out.extend(rules(book));
    for consultation in in_order(book) {
        out.extend(results(book, consultation));
    }
    out.extend(book.gaps(&["consult"]));
    out
}

fn margin_name(book: &Book<'_>, group: &str, margin: &Margin) -> String {
    match (margin.name.as_str(), group) {
        ("other", _) => book.t("group-other"),
        ("", _) => book.t("margin-unknown"),
        (name, "country" | "group") => book.economy(name),
        (name, _) => book.sector(name),
    }
}

fn panel(book: &Book<'_>) -> Vec<Block> {
    let consult = &book.findings.consult;
    let found = &consult.panel;
    let mut out = vec![book.section("section-panel", "panel")];
    out.push(Block::Lead(book.say("panel-lead", &[("n", found.experts.into())]).into()));
    let mut table = Table::new(
        "panel-margins",
        book.t("table-panel"),
        vec![
            Column::text(book.t("column-margin")),
            Column::text(book.t("column-class")),
            Column::number(book.t("column-experts")),
        ],
    );
    let margins = [("country", &found.countries), ("group", &found.groups), ("sector", &found.sectors)];
    for (group, rows) in margins {
        // A group that only repeats the country says nothing new.
        if group == "group" && *rows == found.countries {
            continue;
        }
        for (index, margin) in rows.iter().enumerate() {
            let head = if index == 0 { book.t(&format!("margin-{group}")) } else { String::new() };
            let count = Cell::number(margin.count as f64, margin.count.to_string());
            table.push(vec![head.into(), margin_name(book, group, margin).into(), count]);
        }
    }
    let merged = margins.iter().flat_map(|(_, rows)| rows.iter()).any(|m| m.merged > 1);
    let note = if merged { "table-panel-note-merged" } else { "table-panel-note" };
    table.note = Some(book.say(note, &[("min", book.findings.frame.min_group.into())]).into());
    // Of a panel of which nothing is known there is nothing to tell.
    if !table.rows.is_empty() {
        out.push(Block::Table(table));
    }
    if let Some(k) = &found.competence {
        let args = [
            ("n", k.n.into()),
            ("high", k.high.into()),
            ("medium", k.medium.into()),
            ("low", k.low.into()),
            ("median", k.median.map_or_else(|| "–".to_owned(), |m| book.words.num(m, 2)).into()),
        ];
        out.push(book.paragraph("panel-competence", &args));
    }
    out
}

fn consultations(book: &Book<'_>) -> Vec<Block> {
    let found = in_order(book);
    if found.is_empty() {
        return Vec::new();
    }
    let mut table = Table::new(
        "consultations",
        book.t("table-consultations"),
        vec![
            Column::text(book.t("column-consultation")),
            Column::text(book.t("column-mode")),
            Column::text(book.t("column-round")),
            Column::text(book.t("column-dates")),
            Column::number(book.t("column-response")),
            Column::text(book.t("column-asked")),
        ],
    );
    for consultation in &found {
        for round in &consultation.rounds {
            let record = book.study.rounds.iter().find(|r| r.id == round.id.as_str());
            let dates = record.map(|r| match (r.opened.is_empty(), r.closed.is_empty()) {
                (false, false) => book.words.days(&r.opened, &r.closed),
                _ => book.words.date(&r.opened),
            });
            let asked: Vec<String> =
                round.families.iter().map(|f| book.t(&format!("family-{}", f.family))).collect();
            let mut asked_once = asked.clone();
            asked_once.dedup();
            table.push(vec![
                book.name(Kind::Consultation, &consultation.id).into(),
                consultation.mode.as_ref().map_or(Cell::Empty, |m| book.t(&format!("mode-{m}")).into()),
                round.number.to_string().into(),
                dates.unwrap_or_default().into(),
                match round.together {
                    Some(n) => {
                        let args = [("k", round.response.k.into()), ("n", n.into())];
                        book.say("response-together", &args).into()
                    }
                    None => book.count(round.response).into(),
                },
                asked_once.join(", ").into(),
            ]);
        }
    }
    table.note = Some(book.t("table-consultations-note").into());
    let mut out = vec![book.section("section-consultations", "consultations-section"), Block::Table(table)];
    for consultation in found {
        if let Some(left) = &consultation.drop_out {
            out.extend(drop_out(book, consultation, left));
        }
    }
    out.extend(book.why(&book.findings.consult.trace));
    out
}

fn drop_out(book: &Book<'_>, consultation: &ConsultationFinding, left: &DropOutFinding) -> Vec<Block> {
    let name = book.name(Kind::Consultation, &consultation.id);
    let args = [("consultation", name.into()), ("left", book.count(left.left).into())];
    let mut out = vec![book.paragraph("drop-out-text", &args)];
    if let Some(gap) = left.mean_gap {
        let minority = left.nearer_minority.map(|c| book.count(c)).unwrap_or_default();
        let args = [("gap", book.words.num(gap, 1).into()), ("minority", minority.into())];
        let key = if left.nearer_minority.is_some() { "drop-out-position" } else { "drop-out-gap" };
        out.push(book.paragraph(key, &args));
    }
    if !left.items.is_empty() {
        let mut table = Table::new(
            format!("drop-out-{}", consultation.id),
            book.t("table-drop-out"),
            vec![
                Column::text(book.t("column-item")),
                Column::number(book.t("column-left")),
                Column::number(book.t("column-stayed")),
            ],
        );
        for item in &left.items {
            let number = |v: f64| Cell::number(v, book.words.short(v, 1));
            let family = book.t(&format!("family-{}", item.family));
            let name = format!("{} ({family})", book.item(&item.family, &item.id));
            table.push(vec![name.into(), number(item.left), number(item.stayed)]);
        }
        out.push(Block::Table(table));
    }
    out
}

fn rules(book: &Book<'_>) -> Vec<Block> {
    let frame = &book.findings.frame;
    let mut table = Table::new(
        "rules",
        book.t("table-rules"),
        vec![Column::text(book.t("column-rule")), Column::text(book.t("column-value"))],
    );
    // In which order records are sorted decides no result.
    for (name, value) in frame.rules.iter().filter(|(name, _)| *name != "order") {
        table.push(vec![
            book.t(&format!("rule-name-{name}")).into(),
            book.words.rule_value(name, value).into(),
        ]);
    }
    table.note = Some(book.say("table-rules-note", &[("hash", frame.rules_hash.as_str().into())]).into());
    let mut out = vec![book.section("section-rules", "rules-section"), Block::Table(table)];
    out.extend(book.why(&frame.trace));
    out
}

/// The consultations in the order in which they were held.
fn in_order<'b>(book: &Book<'b>) -> Vec<&'b ConsultationFinding> {
    let opened = |consultation: &ConsultationFinding| {
        let first = consultation.rounds.first().map(|round| round.id.as_str()).unwrap_or_default();
        book.study.rounds.iter().find(|r| r.id == first).map(|r| r.opened.clone()).unwrap_or_default()
    };
    let mut all: Vec<&ConsultationFinding> = book.findings.consult.consultations.iter().collect();
    // Stable: consultations without dates keep the order of the findings.
    all.sort_by_key(|consultation| opened(consultation));
    all
}

/// Whether consensus on a level is a question at all: votes and probabilities are counted and averaged elsewhere.
fn rated(family: &FamilyFinding) -> bool {
    let known = Family::find(&family.family);
    known.is_some_and(|f| {
        matches!(f.scale, Scale::Integer { .. } | Scale::Steps(_)) && f.missing == Missing::Absent
    })
}

/// What a consultation said, in its own words: consensus, order, groups, stability.
fn results(book: &Book<'_>, consultation: &ConsultationFinding) -> Vec<Block> {
    let Some(last) = consultation.rounds.last() else { return Vec::new() };
    let told: Vec<&FamilyFinding> = last
        .families
        .iter()
        .filter(|f| f.items.iter().any(|i| i.level > PanelLevel::None) && rated(f))
        .collect();
    if told.is_empty() {
        return Vec::new();
    }
    let name = book.name(Kind::Consultation, &consultation.id);
    let anchor = format!("consultation-{}", consultation.id);
    let mut out = vec![Block::Heading(Heading::new(2, name, anchor))];
    let ranked = |c: &ConsultationFinding| {
        let last = c.rounds.last();
        last.is_some_and(|r| {
            r.families.iter().any(|f| rated(f) && f.kendall.as_ref().is_some_and(|w| w.experts >= 8))
        })
    };
    // What Kendall's W says is told once, where it is first met.
    if in_order(book).into_iter().find(|c| ranked(c)).is_some_and(|c| c.id == consultation.id) {
        out.push(book.method("kendall-method", &[]));
    }
    for family in told {
        out.extend(told_family(book, consultation, last, family));
    }
    out
}

fn told_family(
    book: &Book<'_>,
    consultation: &ConsultationFinding,
    round: &RoundFinding,
    family: &FamilyFinding,
) -> Vec<Block> {
    let label = book.t(&format!("family-{}", family.family));
    let judged: Vec<&ItemStat> = family.items.iter().filter(|i| i.consensus.is_some()).collect();
    let reached = judged.iter().filter(|i| i.consensus.as_ref().is_some_and(|c| c.reached)).count();
    let fragile = judged.iter().filter(|i| i.consensus.as_ref().is_some_and(|c| c.fragile)).count();
    let bipolar: Vec<String> = family
        .items
        .iter()
        .filter(|i| i.bipolar == Some(true))
        .map(|i| book.item(&family.family, &i.id))
        .collect();
    let mut out = Vec::new();
    if !judged.is_empty() {
        let args = [
            ("family", atalaya_words::capital(&label).into()),
            ("reached", reached.into()),
            ("items", judged.len().into()),
            (
                "rule",
                book.t(&format!(
                    "consensusrule-{}",
                    judged[0].consensus.as_ref().map_or("iqr", |c| c.rule.as_str())
                ))
                .into(),
            ),
            ("fragile", fragile.into()),
            ("experts", family.experts.into()),
        ];
        out.push(book.paragraph("family-consensus", &args));
    }
    if !bipolar.is_empty() {
        out.push(book.paragraph("family-bipolar", &[("items", book.words.list(&bipolar).into())]));
    }
    if let Some(w) = family.kendall.as_ref().filter(|w| w.experts >= 8) {
        let args = [
            ("w", book.words.num(w.w, 2).into()),
            ("word", book.t(&format!("kendall-{}", w.word)).into()),
            ("experts", w.experts.into()),
        ];
        out.push(book.paragraph("family-kendall", &args));
    }
    let stuck: Vec<String> = family
        .stability
        .iter()
        .filter(|s| s.stable_without_consensus)
        .map(|s| book.item(&family.family, &s.id))
        .collect();
    if !stuck.is_empty() {
        out.push(
            book.paragraph("family-stable-without-consensus", &[("items", book.words.list(&stuck).into())]),
        );
    }
    if consultation.rounds.len() > 1 {
        let id = format!("consensus-{}-{}", consultation.id, family.family);
        let caption = book.say("figure-consensus", &[("family", label.into())]);
        out.extend(book.figure_called(&id, &caption, |scene, frame| {
            figures::consensus(scene, &consultation.id, &family.family, frame)
        }));
    }
    out.extend(groups(book, &consultation.id, round, family));
    out.extend(book.why(&family.trace));
    out
}

fn groups(book: &Book<'_>, consultation: &str, round: &RoundFinding, family: &FamilyFinding) -> Vec<Block> {
    let Some(first) = family.groups.first() else { return Vec::new() };
    let mut shown: Vec<_> = family.groups.iter().collect();
    shown.sort_by(|a, b| b.delta.abs().total_cmp(&a.delta.abs()));
    let detected = shown.iter().filter(|g| g.detected).count();
    let (a, b) = (book.economy(&first.a), book.economy(&first.b));
    let args = [
        ("a", a.clone().into()),
        ("b", b.clone().into()),
        ("detected", detected.into()),
        ("items", shown.len().into()),
    ];
    let mut out = vec![book.paragraph("groups-text", &args)];
    if detected == 0 {
        return out;
    }
    let id = format!("contrast-{consultation}-{}", family.family);
    let caption =
        book.say("figure-contrast", &[("family", book.t(&format!("family-{}", family.family)).into())]);
    out.extend(book.figure_called(&id, &caption, |scene, frame| {
        figures::group_contrast(scene, consultation, &family.family, frame)
    }));
    let mut table = Table::new(
        format!("groups-{}-{}", round.id, family.family),
        book.say("table-groups", &[("family", book.t(&format!("family-{}", family.family)).into())]),
        vec![
            Column::text(book.t("column-item")),
            Column::number(a),
            Column::number(b),
            Column::number(book.t("column-delta")),
            Column::mark(book.t("column-interval")),
            Column::text(book.t("column-reading")),
        ],
    );
    for contrast in shown.iter().take(8) {
        let number = |v: f64| Cell::number(v, book.words.short(v, 1));
        let delta = book.words.num(contrast.delta, 2);
        let interval = contrast.interval.map_or(Cell::Empty, |r| {
            let end = |v: f64| book.words.num(v, 2).into();
            Cell::from(book.say("range-value", &[("low", end(r.low)), ("high", end(r.high))]))
        });
        let reading =
            if contrast.detected {
                Cell::from(book.say(
                    "difference-detected",
                    &[("word", book.t(&format!("delta-{}", contrast.word)).into())],
                ))
                .marked(Mark::Accent)
            } else {
                Cell::from(book.t("difference-not-detected"))
            };
        table.push(vec![
            book.item(&family.family, &contrast.id).into(),
            number(contrast.median_a),
            number(contrast.median_b),
            Cell::number(contrast.delta, delta),
            interval,
            reading,
        ]);
    }
    let args = [("na", first.n_a.into()), ("nb", first.n_b.into()), ("shown", shown.len().min(8).into())];
    let corrected = book.t("table-groups-note-correction");
    table.note = Some(format!("{} {corrected}", book.say("table-groups-note", &args)).into());
    table.provenance = book.provenance(&family.trace);
    out.push(Block::Table(table));
    out
}

/// Annex: every item of every round.
#[must_use]
pub fn annex(book: &Book<'_>) -> Vec<Block> {
    let mut tables = Vec::new();
    for consultation in in_order(book) {
        for round in &consultation.rounds {
            for family in round.families.iter().filter(|f| !f.items.is_empty() && f.family != "vote") {
                tables.push(Block::Table(items(book, round, family)));
            }
        }
    }
    if tables.is_empty() {
        return Vec::new();
    }
    let mut out = vec![
        Block::Heading(Heading::new(1, book.t("chapter-items"), "items").numbered(Numbering::Annex)),
        book.paragraph("items-intro", &[]),
        book.paragraph("items-columns", &[]),
    ];
    let min = book.findings.frame.min_group;
    if min > 1 {
        out.push(book.paragraph("items-private", &[("min", min.into())]));
    }
    out.extend(tables);
    out
}

/// Probabilities to the nearest 0.05, where a cell would hold them with one decimal.
fn steps(book: &Book<'_>, cell: Cell, low: Option<f64>, high: Option<f64>) -> Cell {
    let near = |p: f64| (p * 20.0).round() / 20.0;
    let said = |p: f64| book.words.num(near(p), 2);
    match (cell, low, high) {
        (Cell::Number { .. }, Some(p), None) => Cell::number(near(p), said(p)),
        (Cell::Text(_), Some(low), Some(high)) if near(low) < near(high) => {
            Cell::from(format!("{}–{}", said(low), said(high)))
        }
        (Cell::Text(_), Some(low), Some(_)) => Cell::from(said(low)),
        (cell, ..) => cell,
    }
}

fn items(book: &Book<'_>, round: &RoundFinding, family: &FamilyFinding) -> Table {
    let kind = family.items.first().map(|i| book.kind_of(&family.family, &i.id));
    let caption = book.say(
        "table-items",
        &[
            ("family", book.t(&format!("family-{}", family.family)).into()),
            ("kinds", kind.map_or_else(String::new, |k| book.t(&format!("kinds-{}", k.as_str()))).into()),
            ("round", round.number.into()),
        ],
    );
    let id = format!("items-{}-{}-{}", round.id, family.family, kind.map_or("x", Kind::as_str));
    let mut table = Table::new(
        id,
        caption,
        vec![
            Column::text(book.t("column-item")),
            Column::number("n"),
            Column::number(book.t("column-abstained")),
            Column::number(book.t("column-median")),
            Column::mark(book.t("column-spread")),
            Column::number(book.t("column-mean")),
            Column::number(book.t("column-cv")),
            Column::number(book.t("column-agreement")),
            Column::text(book.t("column-consensus")),
            Column::text(book.t("column-change")),
        ],
    );
    let probable = Family::find(&family.family).is_some_and(|f| matches!(f.scale, Scale::Probability));
    for item in &family.items {
        let number = |value: Option<f64>, decimals: usize| {
            value.map_or(Cell::Empty, |v| Cell::number(v, book.words.num(v, decimals)))
        };
        let count = |n: usize| Cell::number(n as f64, n.to_string());
        let consensus = item.consensus.as_ref().map_or(Cell::Empty, |c| {
            let key = match (c.reached, c.fragile) {
                (true, true) => "consensus-fragile",
                (true, false) => "consensus-yes",
                (false, _) => "consensus-no",
            };
            let cell = Cell::from(book.t(key));
            if c.fragile { cell.marked(Mark::Care) } else { cell }
        });
        let stability =
            family.stability.iter().find(|s| s.id == item.id).and_then(|s| s.change.zip(s.stable));
        let change = stability.map_or(Cell::Empty, |(change, stable)| {
            let word = book.t(if stable { "item-stable" } else { "item-unstable" });
            Cell::from(format!("{} ({word})", book.words.percent(change, 0)))
        });
        let mean = item.mean.filter(|_| item.level >= PanelLevel::Quartiles);
        table.push(vec![
            book.item(&family.family, &item.id).into(),
            count(item.n),
            count(item.abstained),
            if probable { steps(book, book.median(item), item.median, None) } else { book.median(item) },
            if probable { steps(book, book.spread(item), item.q1, item.q3) } else { book.spread(item) },
            if probable { steps(book, number(mean, 1), mean, None) } else { number(mean, 1) },
            number(item.cv, 2),
            item.agreement.map_or(Cell::Empty, |c| book.count(c).into()),
            consensus,
            change,
        ]);
    }
    let scale = match Family::find(&family.family) {
        // Colours have letters for names, which nobody knows by heart.
        Some(own) if matches!(own.scale, Scale::Colour) => {
            book.t("question-scale-colour").trim_end_matches('.').to_owned()
        }
        Some(own) => book.scale(own),
        None => String::new(),
    };
    let mut note = book.say("table-items-scale", &[("scale", scale.into())]);
    let from = family.items.iter().find_map(|item| item.agreement.and(item.agreement_cut));
    if let Some(from) = from {
        let args = [("from", book.words.short(from, 1).into())];
        note = format!("{note} {}", book.say("table-items-agreement", &args));
    }
    table.note = Some(Rich::from(note));
    table.provenance = book.provenance(&family.trace);
    table.without_empty_columns()
}
