//! The crossed FODA: its quadrants, its factors, and the crossings from which strategies are written.

use atalaya_analysis::findings::FodaFinding;
use atalaya_charts::figures;
use atalaya_model::{Kind, choice::Choice};

use super::Book;
use crate::doc::{Block, Cell, Column, Mark, Table};

/// The crossing of the factors, in the chapter on structural analysis.
#[must_use]
pub fn crossing(book: &Book<'_>) -> Vec<Block> {
    let Some(foda) = &book.findings.structure.foda else { return Vec::new() };
    let mut out = vec![book.section("section-foda", "foda-section")];
    let strategy = |name: &str| {
        let parts: Vec<String> = name.split('=').map(|q| book.t(&format!("foda-{q}"))).collect();
        book.words.list(&parts)
    };
    out.push(Block::Lead(
        book.say("foda-lead", &[("strategy", strategy(&foda.quadrant_by_mean).into())]).into(),
    ));
    if foda.quadrant_by_sum != foda.quadrant_by_mean {
        out.push(
            book.care(book.say("foda-sum-differs", &[("strategy", strategy(&foda.quadrant_by_sum).into())])),
        );
    }
    let mut table = Table::new(
        "foda-quadrants",
        book.t("table-foda"),
        vec![
            Column::text(book.t("column-quadrant")),
            Column::number(book.t("column-mean")),
            Column::number(book.t("column-sum")),
            Column::number(book.t("column-share-of-maximum")),
        ],
    );
    for quadrant in &foda.quadrants {
        table.push(vec![
            book.t(&format!("foda-{}", quadrant.name)).into(),
            Cell::number(quadrant.mean, book.words.num(quadrant.mean, 2)),
            Cell::number(quadrant.sum, book.words.short(quadrant.sum, 1)),
            Cell::number(quadrant.share, book.words.percent(quadrant.share, 0)),
        ]);
    }
    table.note = Some(book.t("table-foda-note").into());
    table.provenance = book.provenance(&foda.trace);
    out.push(Block::Table(table));
    let mut factors = Table::new(
        "foda-factors",
        book.t("table-factors"),
        vec![
            Column::text(book.t("column-factor")),
            Column::text(book.t("column-kind")),
            Column::number(book.t("column-total")),
        ],
    );
    let totals = foda.rows.iter().zip(&foda.row_totals).chain(foda.columns.iter().zip(&foda.column_totals));
    for (id, total) in totals {
        let kind = book.study.factors.iter().find(|f| f.id == id.as_str()).and_then(|f| f.kind);
        factors.push(vec![
            book.full(Kind::Factor, id).into(),
            kind.map_or(Cell::Empty, |kind| book.t(&format!("factor-{}", kind.as_str())).into()),
            Cell::number(*total, book.words.short(*total, 1)),
        ]);
    }
    out.extend(book.figure("foda-crossing", figures::foda_crossing));
    out.push(Block::Table(factors));
    if foda.strategies.iter().any(|strategy| !strategy.pairs.is_empty()) {
        out.push(Block::Table(strategies(book, foda)));
    }
    out.extend(book.why(&foda.trace));
    out
}

/// Crossings of a quadrant that are printed at most.
const CROSSINGS: usize = 5;

/// The strongest crossings of each quadrant, with what each asks to be done.
fn strategies(book: &Book<'_>, foda: &FodaFinding) -> Table {
    let mut table = Table::new(
        "foda-strategies",
        book.t("table-foda-strategies"),
        vec![
            Column::text(book.t("column-crossing")),
            Column::number(book.t("column-crossing-score")),
            Column::text(book.t("column-came")),
            Column::text(book.t("column-crossing-actions")),
        ],
    );
    for strategy in &foda.strategies {
        for pair in strategy.pairs.iter().take(CROSSINGS) {
            let args = [
                ("internal", book.full(Kind::Factor, &pair.internal).into()),
                ("external", book.full(Kind::Factor, &pair.external).into()),
            ];
            let code = book.t(&format!("foda-code-{}", strategy.quadrant));
            table.push(vec![
                format!("{code} · {} × {}", pair.internal, pair.external).into(),
                Cell::number(pair.score, book.words.short(pair.score, 1)),
                book.say(&format!("came-{}", strategy.quadrant), &args).into(),
                match pair.actions.is_empty() {
                    true => Cell::from(book.t("crossing-no-action")).marked(Mark::Quiet),
                    false => book.words.list(&pair.actions).into(),
                },
            ]);
        }
    }
    table.note = Some(book.say("table-foda-strategies-note", &[("listed", CROSSINGS.into())]).into());
    table.provenance = book.provenance(&foda.trace);
    table
}
