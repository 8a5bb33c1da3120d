//! The cross-impact balances in the chapter on scenarios: which futures hold together, and the study's own beside them.

use atalaya_analysis::findings::{BalancedScenario, BalancesFinding};
use atalaya_charts::figures;
use atalaya_model::{Kind, check::grouped_rounds};

use super::Book;
use crate::doc::{Block, Cell, Column, Mark, Table};

/// Variables up to which each has a column of its own in the table of consistent scenarios.
const OWN_COLUMNS: usize = 8;
/// Judgements printed of those of which one point decides.
const CRITICAL: usize = 10;

/// The section; nothing where no states were judged.
#[must_use]
pub fn section(book: &Book<'_>) -> Vec<Block> {
    let Some(found) = &book.findings.explore.balances else { return Vec::new() };
    let mut out =
        vec![book.section("section-balances", "balances-section"), Block::Lead(lead(book, found).into())];
    let agreed = grouped_rounds(book.study).iter().any(|round| round.as_str() == found.round.as_str());
    let args = [
        ("variables", found.variables.len().into()),
        ("judged", book.words.int(found.judged.k as i64).into()),
        ("experts", found.experts.into()),
        ("agreed", if agreed { "yes" } else { "no" }.into()),
    ];
    out.push(book.paragraph("balances-asked", &args));
    if found.judged.k < found.judged.n {
        let count = found.judged.n - found.judged.k;
        out.push(book.care(book.say("balances-missing", &[("count", count.into())])));
    }
    out.extend(book.figure("balances-tableau", figures::balances_tableau));
    if !found.scenarios.is_empty() {
        out.push(Block::Table(scenarios(book, found)));
        out.push(Block::Table(letters(book, found)));
    }
    out.extend(elsewhere(book, found));
    out.extend(book.figure("balances-plane", figures::balances_plane));
    out.extend(own(book, found).map(Block::Table));
    out.extend(contradictions(book, found));
    out.extend(book.figure("balances-impact", figures::balances_impact));
    out.extend(critical(book, found).map(Block::Table));
    out.push(book.method("balances-method", &[]));
    out.extend(book.why(&found.trace));
    out
}

fn digits(book: &Book<'_>, decimal: &str) -> String {
    decimal.parse::<i64>().map_or_else(|_| decimal.to_owned(), |n| book.words.int(n))
}

fn lead(book: &Book<'_>, found: &BalancesFinding) -> String {
    let measured: Vec<_> =
        found.own.iter().filter(|own| own.inconsistency.is_some() && corner(book, &own.id)).collect();
    let held = measured.iter().filter(|own| own.inconsistency.is_some_and(|missing| missing <= 0.0));
    let names: Vec<String> = held.map(|own| own.id.clone()).collect();
    let whole = if found.complete { "whole" } else { "cut" };
    let args = [
        ("count", found.count.parse::<usize>().unwrap_or(usize::MAX).into()),
        ("printed", digits(book, &found.count).into()),
        ("space", digits(book, &found.space).into()),
        ("whole", whole.into()),
        ("own", measured.len().into()),
        ("held", names.len().into()),
        ("names", book.list(Kind::Scenario, &names).into()),
    ];
    book.say("balances-lead", &args)
}

/// Whether a scenario is one of the corners that the study wrote.
fn corner(book: &Book<'_>, id: &str) -> bool {
    book.findings
        .explore
        .scenarios
        .iter()
        .any(|s| s.id == id && s.kind == "exploratory" && !s.corner.is_empty())
}

/// Where a consistent scenario falls on the axes.
fn place(book: &Book<'_>, found: &BalancesFinding, scenario: &BalancedScenario) -> String {
    if let Some(id) = &scenario.corner {
        return book.name(Kind::Scenario, id);
    }
    let on = |(axis, position): (&atalaya_analysis::findings::BalanceAxis, &Option<i8>)| {
        let sign = match position {
            Some(1) => "high",
            Some(-1) => "low",
            Some(_) => "between",
            None => "unplaced",
        };
        let label = axis.variable.as_deref().map_or_else(
            || book.name(Kind::Axis, &axis.axis),
            |id| book.names.label(Kind::Variable, id).to_owned(),
        );
        book.say(&format!("balances-on-{sign}"), &[("axis", label.into())])
    };
    found.axes.iter().zip(&scenario.position).map(on).collect::<Vec<_>>().join("; ")
}

fn scenarios(book: &Book<'_>, found: &BalancesFinding) -> Table {
    let wide = found.variables.len() <= OWN_COLUMNS;
    let mut columns = vec![Column::text(book.t("column-number"))];
    match wide {
        true => columns.extend(
            found.variables.iter().map(|id| Column::mark(book.names.label(Kind::Variable, id).to_owned())),
        ),
        false => columns.push(Column::text(book.t("column-state-letters"))),
    }
    columns.push(Column::text(book.t("column-on-axes")));
    columns.extend(["column-total-impact", "column-consistency"].map(|key| Column::number(book.t(key))));
    columns.push(Column::text(book.t("column-basin")));
    let panels = found.scenarios.iter().any(|s| s.held.is_some());
    if panels {
        columns.push(Column::number(book.t("column-held-panels")));
    }
    let mut table = Table::new("balances", book.t("table-balances"), columns);
    for (at, scenario) in found.scenarios.iter().enumerate() {
        let mut row: Vec<Cell> = vec![(at + 1).to_string().into()];
        match wide {
            true => row.extend(scenario.states.iter().map(|id| Cell::from(tail(id).to_owned()))),
            false => row.push(scenario.states.join(", ").into()),
        }
        row.push(place(book, found, scenario).into());
        row.push(Cell::number(scenario.total, book.words.short(scenario.total, 2)));
        let ahead = book.words.short(scenario.consistency, 2);
        row.push(match scenario.consistency == 0.0 {
            true => Cell::number(0.0, book.say("balances-tie", &[("value", ahead.into())])),
            false => Cell::number(scenario.consistency, ahead),
        });
        row.push(match (scenario.share, scenario.interval) {
            (Some(share), None) => book.words.percent(share, 1).into(),
            (Some(_), Some(range)) => {
                let end = |p: f64| book.words.percent(p, 1).into();
                book.say("range-value", &[("low", end(range.low)), ("high", end(range.high))]).into()
            }
            _ => Cell::Empty,
        });
        if panels {
            row.push(scenario.held.map_or(Cell::Empty, |held| book.count(held).into()));
        }
        table.push(row);
    }
    let cycling = found.succession.as_ref().map_or(0.0, |succession| succession.cycling);
    let args = [
        ("listed", found.listed.as_str().into()),
        ("shown", found.scenarios.len().into()),
        ("cycling", book.words.percent(cycling, 0).into()),
        ("cycles", found.succession.as_ref().map_or(0, |succession| succession.cycles).into()),
    ];
    table.note = Some(book.say("table-balances-note", &args).into());
    table.provenance = book.provenance(&found.trace);
    table.without_empty_columns()
}

/// The letter of a state within its variable.
fn tail(id: &str) -> &str {
    id.split_once('.').map_or(id, |(_, tail)| tail)
}

/// What the letters of the table before it say: the states of each variable that stand in it.
fn letters(book: &Book<'_>, found: &BalancesFinding) -> Table {
    let columns = vec![Column::text(book.t("column-variable")), Column::text(book.t("column-states-named"))];
    let mut table = Table::new("balances-states", book.t("table-balances-states"), columns);
    for (place, (variable, states)) in found.variables.iter().zip(&found.states).enumerate() {
        let there =
            states.iter().filter(|id| found.scenarios.iter().any(|s| s.states.get(place) == Some(*id)));
        let named = there.map(|id| {
            let args = [("letter", tail(id).to_owned().into()), ("state", book.name(Kind::State, id).into())];
            book.say("balances-letter", &args)
        });
        let named: Vec<String> = named.collect();
        table.push(vec![book.full(Kind::Variable, variable).into(), named.join("; ").into()]);
    }
    table.provenance = book.provenance(&found.trace);
    table
}

/// The consistent futures that are no corner of the study.
fn elsewhere(book: &Book<'_>, found: &BalancesFinding) -> Option<Block> {
    let none = found.scenarios.iter().enumerate().filter(|(_, s)| s.corner.is_none());
    let numbers: Vec<String> = none.map(|(at, _)| (at + 1).to_string()).collect();
    (!numbers.is_empty() && !found.axes.is_empty()).then(|| {
        let args = [("count", numbers.len().into()), ("numbers", book.words.list(&numbers).into())];
        book.paragraph("balances-elsewhere", &args)
    })
}

/// The study's scenarios under the judgements.
fn own(book: &Book<'_>, found: &BalancesFinding) -> Option<Table> {
    if found.own.is_empty() {
        return None;
    }
    let panels = found.own.iter().any(|own| own.held.is_some());
    let mut columns = vec![
        Column::text(book.t("column-scenario")),
        Column::number(book.t("column-short-by")),
        Column::text(book.t("column-breaks")),
        Column::text(book.t("column-nearest-future")),
        Column::number(book.t("column-differs")),
    ];
    if panels {
        columns.push(Column::number(book.t("column-held-panels")));
    }
    let mut table = Table::new("balances-own", book.t("table-balances-own"), columns);
    for own in &found.own {
        let mut row: Vec<Cell> = vec![book.full(Kind::Scenario, &own.id).into()];
        row.push(own.inconsistency.map_or(Cell::Empty, |missing| {
            let cell = Cell::number(missing, book.words.short(missing, 2));
            if missing > 0.0 { cell.marked(Mark::Care) } else { cell }
        }));
        let broken = own.breaks.iter().map(|one| {
            let args = [
                ("variable", book.names.label(Kind::Variable, &one.variable).to_owned().into()),
                ("state", book.name(Kind::State, &one.state).into()),
                ("to", book.name(Kind::State, &one.to).into()),
                ("by", book.words.short(one.by, 2).into()),
            ];
            book.say("balances-break", &args)
        });
        let broken: Vec<String> = broken.collect();
        row.push(match (own.inconsistency, broken.is_empty()) {
            (None, _) => {
                let open = book.labels(Kind::Variable, &own.missing);
                book.say("balances-open", &[("variables", open.into())]).into()
            }
            (Some(_), true) if own.consistency == Some(0.0) => book.t("balances-none-broken-tie").into(),
            (Some(_), true) => book.t("balances-none-broken").into(),
            (Some(_), false) => broken.join("; ").into(),
        });
        row.push(own.nearest.map_or(Cell::Empty, |place| place.to_string().into()));
        row.push(own.differs.map_or(Cell::Empty, |n| Cell::number(n as f64, n.to_string())));
        if panels {
            row.push(own.held.map_or(Cell::Empty, |held| book.count(held).into()));
        }
        table.push(row);
    }
    table.note = Some(book.t("table-balances-own-note").into());
    table.provenance = book.provenance(&found.trace);
    Some(table)
}

/// Pairs of states that hold together by the balances and exclude each other by the study.
fn contradictions(book: &Book<'_>, found: &BalancesFinding) -> Option<Block> {
    let mut pairs: Vec<&(String, String)> = found.scenarios.iter().flat_map(|s| &s.excluded).collect();
    pairs.sort();
    pairs.dedup();
    let told = pairs.iter().map(|(a, b)| {
        let args = [("a", book.name(Kind::State, a).into()), ("b", book.name(Kind::State, b).into())];
        book.say("balances-pair", &args)
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| {
        let args = [("count", told.len().into()), ("pairs", told.join("; ").into())];
        book.care(book.say("balances-excluded", &args))
    })
}

/// The judgements of which one point decides; nothing where there is none.
fn critical(book: &Book<'_>, found: &BalancesFinding) -> Option<Table> {
    if found.critical.is_empty() {
        return None;
    }
    let mut table = Table::new(
        "balances-critical",
        book.t("table-balances-critical"),
        vec![
            Column::text(book.t("column-acts")),
            Column::text(book.t("column-acted-on")),
            Column::number(book.t("column-judged")),
            Column::number(book.t("column-otherwise")),
            Column::text(book.t("column-lost")),
            Column::text(book.t("column-won")),
        ],
    );
    let state = |id: &String| {
        let variable = id.split('.').next().unwrap_or_default();
        let label = book.names.label(Kind::Variable, variable).to_owned();
        let args = [("variable", label.into()), ("state", book.name(Kind::State, id).into())];
        Cell::from(book.say("balances-state", &args))
    };
    for one in found.critical.iter().take(CRITICAL) {
        let lost: Vec<String> = one.lost.iter().map(usize::to_string).collect();
        let listed = |text: String| if text.is_empty() { Cell::Empty } else { text.into() };
        table.push(vec![
            state(&one.from),
            state(&one.to),
            Cell::number(one.value, book.words.short(one.value, 1)),
            Cell::number(one.other, book.words.short(one.other, 1)),
            listed(lost.join(", ")),
            listed(book.labels(Kind::Scenario, &one.won)),
        ]);
    }
    let args = [("shown", table.rows.len().into()), ("all", found.critical.len().into())];
    table.note = Some(book.say("table-balances-critical-note", &args).into());
    table.provenance = book.provenance(&found.trace);
    Some(table.without_empty_columns())
}
