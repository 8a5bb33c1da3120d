//! The section of the cone: what it shows, the picture, in which layer each scenario stands and why, what came before.

use atalaya_analysis::findings::{ConeEnd, ConeFinding, ConeHistory, ScenarioFinding};
use atalaya_charts::figures;
use atalaya_model::Kind;

use super::Book;
use crate::{
    doc::{Block, Cell, Column, Mark, Table},
    rich::{Inline, Rich},
};

/// The section; empty without a cone.
pub(super) fn section(book: &Book<'_>) -> Vec<Block> {
    let Some(found) = &book.findings.explore.cone else { return Vec::new() };
    let axes = Rich::say(book.words, "cone-axes", &[], &[("axes", Inline::Ref("axes".to_owned()))]);
    let source = Rich::from(book.t("cone-text")).and(" ").and(Inline::about(["axes"], axes));
    let mut out = vec![book.section("section-cone", "cone-section"), Block::Paragraph(source)];
    out.extend(found.history.as_ref().map(|history| before(book, history)));
    out.extend(book.figure("cone", figures::cone));
    out.push(Block::Table(layers(book, found)));
    out.push(book.method("cone-method", &[]));
    out.extend(book.why(&found.trace));
    out
}

/// What was scanned of the years before the base year.
fn before(book: &Book<'_>, history: &ConeHistory) -> Block {
    let facts: usize = history.facts.iter().map(|year| year.count).sum();
    let args = [
        ("from", history.from.to_string().into()),
        ("facts", facts.into()),
        ("series", history.series.into()),
        ("seriesfrom", history.series_from.map(|year| year.to_string()).unwrap_or_default().into()),
    ];
    let key = match (facts, history.series) {
        (0, _) => "cone-history-series",
        (_, 0) => "cone-history-facts",
        _ => "cone-history",
    };
    book.paragraph(key, &args)
}

fn layers(book: &Book<'_>, found: &ConeFinding) -> Table {
    let mut table = Table::new(
        "cone-layers",
        book.t("table-cone-layers"),
        vec![
            Column::text(book.t("column-scenario")),
            Column::text(book.t("column-layer")),
            Column::text(book.t("column-why")),
            Column::text(book.t("column-preferable")),
        ],
    );
    // From the top of the picture downwards.
    for end in found.ends.iter().rev() {
        let judged = book.findings.explore.scenarios.iter().find(|s| s.id == end.scenario);
        let layer = book.t(&format!("cone-layer-{}", end.layer));
        let layer = match end.trend {
            true => book.say("cone-layer-projected", &[("layer", layer.into())]),
            false => layer,
        };
        let cell = Cell::from(layer);
        table.push(vec![
            book.full(Kind::Scenario, &end.scenario).into(),
            if matches!(end.rule.as_str(), "excluded" | "minority") { cell.marked(Mark::Care) } else { cell },
            why(book, end, judged).into(),
            preferable(book, end),
        ]);
    }
    table.note = Some(book.t("table-cone-layers-note").into());
    table.provenance = book.provenance(&found.trace);
    table
}

/// The rule that held, with what it rests on.
fn why(book: &Book<'_>, end: &ConeEnd, judged: Option<&ScenarioFinding>) -> String {
    let count = judged.and_then(|s| s.plausible).map(|count| book.count(count)).unwrap_or_default();
    let p = end.probability.map(|p| book.probability(p)).unwrap_or_default();
    let key = match (end.rule.as_str(), end.probability) {
        ("half", Some(_)) => "cone-why-half-not-above".to_owned(),
        (rule, _) => format!("cone-why-{rule}"),
    };
    book.say(&key, &[("count", count.into()), ("p", p.into())])
}

fn preferable(book: &Book<'_>, end: &ConeEnd) -> Cell {
    let Some(count) = end.desirable else { return Cell::Empty };
    let key = if end.preferable == Some(true) { "cone-preferable-yes" } else { "cone-preferable-no" };
    book.say(key, &[("count", book.count(count).into())]).into()
}
