//! Chapter "Visión, objetivos y acciones estratégicas": the chain from vision to indicator, the relevance tree, the plane
//! of importance and governability, the actions against every scenario.

use std::cmp::Ordering;

use atalaya_analysis::findings::{ChainRow, IgoFinding, IgoItem, IgoZone, RobustnessFinding, RobustnessRow};
use atalaya_charts::figures;
use atalaya_model::{
    Code, Kind,
    choice::AimKind,
    id::natural_cmp,
    records::{Action, Objective},
};

use super::Book;
use crate::{
    doc::{Block, Cell, Column, Fact, Mark, Row, RowKind, Table},
    rich::Rich,
};

/// The chapter.
#[must_use]
pub fn chapter(book: &Book<'_>) -> Vec<Block> {
    if book.study.objectives.is_empty() && book.study.actions.is_empty() {
        return Vec::new();
    }
    let mut out = vec![book.chapter("chapter-strategy", "strategy"), Block::Lead(lead(book).into())];
    out.extend(vision(book));
    out.extend(chain(book));
    out.extend(actions(book));
    out.extend(variables(book));
    out.extend(tree(book));
    out.extend(igo(book));
    out.extend(robustness(book));
    out.extend(super::toolbox::colours(book, &[Kind::Action, Kind::Objective]));
    out.extend(super::toolbox::policies(book));
    out.extend(book.gaps(&["act"]));
    out
}

fn lead(book: &Book<'_>) -> String {
    let act = &book.findings.act;
    let zone = |zone| act.igo.iter().flat_map(|igo| &igo.items).filter(|i| i.zone == Some(zone)).count();
    let robust = act.robustness.iter().flat_map(|r| &r.rows).filter(|r| is(r, "robust")).count();
    let objectives = book.study.objectives.iter().filter(|o| o.kind != Some(AimKind::Vision)).count();
    let args = [
        ("actions", book.study.actions.len().into()),
        ("objectives", objectives.into()),
        ("immediate", zone(IgoZone::Immediate).into()),
        ("challenge", zone(IgoZone::Challenge).into()),
        ("robust", robust.into()),
    ];
    let key = match (act.igo.is_some(), act.robustness.is_some()) {
        (true, true) => "strategy-lead",
        (true, false) => "strategy-lead-igo",
        (false, true) => "strategy-lead-robust",
        (false, false) => "strategy-lead-plain",
    };
    book.say(key, &args)
}

fn vision(book: &Book<'_>) -> Vec<Block> {
    let visions = book.study.objectives.iter().filter(|o| o.kind == Some(AimKind::Vision));
    let texts: Vec<&str> = visions.map(|o| book.text(&o.name)).filter(|t| !t.is_empty()).collect();
    if texts.is_empty() {
        return vec![book.paragraph("vision-none", &[])];
    }
    let mut out = vec![book.section("section-vision", "vision")];
    out.extend(texts.into_iter().map(|text| Block::Paragraph(Rich::default().strong(text))));
    out
}

/// Objectives with what serves and measures them, and what is missing.
fn chain(book: &Book<'_>) -> Vec<Block> {
    let chain = &book.findings.act.chain;
    if chain.is_empty() {
        return Vec::new();
    }
    let mut out = vec![book.section("section-chain", "chain")];
    let missing = chain.iter().flat_map(|row| &row.missing);
    let mut distinct: Vec<&String> = missing.collect();
    distinct.sort();
    distinct.dedup();
    let count = distinct.len() + chain.iter().filter(|row| row.is_loose() || row.is_idle()).count();
    out.push(book.paragraph("chain-text", &[("count", count.into())]));
    let mut table = Table::new(
        "chain-table",
        book.t("table-chain"),
        vec![
            Column::text(book.t("column-objective")),
            Column::text(book.t("column-actions")),
            Column::text(book.t("column-indicators")),
            Column::text(book.t("column-missing")),
        ],
    );
    for row in chain {
        let mut missing: Vec<String> = row.missing.iter().map(|entry| missing_words(book, entry)).collect();
        if row.is_loose() {
            missing.insert(0, book.t("chain-lacks-objective"));
        } else if row.is_idle() {
            missing.insert(0, book.t("chain-lacks-any-action"));
        }
        let missing = if missing.is_empty() {
            Cell::from(book.t("chain-complete")).marked(Mark::Quiet)
        } else {
            Cell::from(missing.join("; ")).marked(Mark::Care)
        };
        table.push(vec![
            objective_name(book, row).into(),
            book.labels(Kind::Action, &row.actions).into(),
            book.labels(Kind::Indicator, &row.indicators).into(),
            missing,
        ]);
    }
    table.note = Some(book.t("table-chain-note").into());
    table.provenance = book.provenance("act.chain");
    out.push(Block::Table(table));
    out.extend(book.why("act.chain"));
    out
}

fn objective_name(book: &Book<'_>, row: &ChainRow) -> String {
    if row.objective.is_empty() {
        book.t("chain-no-objective")
    } else {
        book.full(Kind::Objective, &row.objective)
    }
}

/// An entry of what is missing (`G105/K11`) in a few words.
fn missing_words(book: &Book<'_>, entry: &str) -> String {
    let Some((code, id)) = entry.split_once('/') else { return entry.to_owned() };
    match Code::parse(code) {
        Some(Code::ObjectiveWithoutIndicator) => book.t("chain-lacks-indicator"),
        Some(Code::VariableWithoutAction) => {
            book.say("chain-lacks-action", &[("variable", book.full(Kind::Variable, id).into())])
        }
        Some(Code::ResponsibleUnknown) => {
            let label = book.names.label(Kind::Action, id).to_owned();
            book.say("chain-lacks-actor", &[("action", label.into())])
        }
        Some(Code::IncompleteIndicator) => {
            let found = book.findings.watch.indicators.iter().find(|i| i.id == id);
            let lacks: Vec<String> = found
                .map(|i| i.lacks.iter().map(|l| book.t(&format!("lacks-{l}"))).collect())
                .unwrap_or_default();
            let label = book.names.label(Kind::Indicator, id).to_owned();
            let args = [("indicator", label.into()), ("lacks", book.words.list(&lacks).into())];
            book.say("chain-lacks-parts", &args)
        }
        _ => entry.to_owned(),
    }
}

/// The actions by the first objective that they serve.
fn actions(book: &Book<'_>) -> Vec<Block> {
    if book.study.actions.is_empty() {
        return Vec::new();
    }
    let mut table = Table::new(
        "actions-table",
        book.t("table-actions"),
        vec![
            Column::text(book.t("column-action")),
            Column::text(book.t("column-variable")),
            Column::text(book.t("column-responsible")),
            Column::text(book.t("column-also-serves")),
            Column::text(book.t("column-indicators")),
        ],
    );
    let aims: Vec<&Objective> = book.study.objectives.iter().collect();
    let first = |action: &Action| aims.iter().position(|aim| action.objectives.first() == Some(&aim.id));
    let groups = (0..aims.len()).map(Some).chain([None]);
    for group in groups {
        let own: Vec<&Action> = book.study.actions.iter().filter(|a| first(a) == group).collect();
        if own.is_empty() {
            continue;
        }
        let aim = group.and_then(|index| aims.get(index));
        table.group(
            aim.map_or_else(
                || book.t("chain-no-objective"),
                |aim| book.full(Kind::Objective, aim.id.as_str()),
            ),
        );
        for action in own {
            let others: Vec<String> = action.objectives.iter().skip(1).map(ToString::to_string).collect();
            let indicators: Vec<String> = action.indicators.iter().map(ToString::to_string).collect();
            let variable: Vec<String> = action.variable.0.iter().map(ToString::to_string).collect();
            table.push(vec![
                book.full(Kind::Action, action.id.as_str()).into(),
                book.labels(Kind::Variable, &variable).into(),
                book.called(Kind::Actor, action.responsible.iter()).into(),
                book.labels(Kind::Objective, &others).into(),
                book.labels(Kind::Indicator, &indicators).into(),
            ]);
        }
    }
    vec![book.section("section-actions", "actions"), Block::Table(table)]
}

/// The variables that must be moved and what moves them.
fn variables(book: &Book<'_>) -> Vec<Block> {
    let determining = &book.findings.structure.determining;
    let mut ids: Vec<String> = determining.clone();
    ids.extend(book.study.actions.iter().filter_map(|a| a.variable.0.as_ref()).map(ToString::to_string));
    ids.sort_by(|a, b| natural_cmp(a, b));
    ids.dedup();
    if determining.is_empty() || book.study.actions.is_empty() {
        return Vec::new();
    }
    let of = |id: &str| -> Vec<String> {
        let own = book.study.actions.iter().filter(|a| a.variable.0.as_ref().is_some_and(|v| *v == *id));
        own.map(|a| a.id.to_string()).collect()
    };
    let bare: Vec<String> = determining.iter().filter(|id| of(id).is_empty()).cloned().collect();
    let mut out = vec![book.section("section-variable-actions", "variable-actions")];
    let args = [
        ("determining", determining.len().into()),
        ("count", bare.len().into()),
        ("names", book.list(Kind::Variable, &bare).into()),
    ];
    out.push(book.paragraph("variable-actions-text", &args));
    let mut table = Table::new(
        "variable-actions-table",
        book.t("table-variable-actions"),
        vec![
            Column::text(book.t("column-variable")),
            Column::mark(book.t("column-determining")),
            Column::text(book.t("column-actions")),
        ],
    );
    for id in &ids {
        let own = of(id);
        let actions = if own.is_empty() {
            Cell::from(book.t("variable-without-action")).marked(Mark::Care)
        } else {
            book.labels(Kind::Action, &own).into()
        };
        let yes = determining.contains(id);
        table.push(vec![
            book.full(Kind::Variable, id).into(),
            Cell::from(book.t(if yes { "yes" } else { "no" })).marked(if yes {
                Mark::Accent
            } else {
                Mark::Quiet
            }),
            actions,
        ]);
    }
    table.provenance = book.provenance(&book.findings.structure.trace);
    out.push(Block::Table(table));
    out
}

fn tree(book: &Book<'_>) -> Vec<Block> {
    let tree = &book.findings.act.tree;
    if tree.iter().all(|node| node.depth == 0) {
        return Vec::new();
    }
    let mut out = vec![book.section("section-tree", "relevance-tree-section")];
    out.extend(book.figure("relevance-tree", figures::relevance_tree));
    let mut table = Table::new(
        "relevance-tree-table",
        book.t("table-tree"),
        vec![
            Column::text(book.t("column-aim")),
            Column::mark(book.t("column-parent")),
            Column::number(book.t("column-local-weight")),
            Column::number(book.t("column-relevance")),
        ],
    );
    // Equal shares of what does not divide evenly still add up.
    let even = |share: f64| (share * 100.0 - (share * 100.0).round()).abs() < 1e-6;
    let decimals = if tree.iter().all(|node| even(node.local) && even(node.relevance)) { 0 } else { 1 };
    for node in tree {
        let objective = book.study.objectives.iter().find(|o| o.id == node.id.as_str());
        let vision = objective.is_some_and(|o| o.kind == Some(AimKind::Vision));
        let name = match objective {
            Some(_) if vision => book.t("aim-vision"),
            Some(_) => book.full(Kind::Objective, &node.id),
            None => book.full(Kind::Action, &node.id),
        };
        let percent = |share: f64| Cell::number(share, book.words.percent(share, decimals));
        let name = Cell::from(name);
        table.push(vec![
            if objective.is_some() { name.marked(Mark::Accent) } else { name },
            book.names.label(Kind::Objective, &node.parent).to_owned().into(),
            percent(node.local),
            percent(node.relevance),
        ]);
    }
    table.note = Some(book.t("table-tree-note").into());
    out.push(Block::Table(table));
    out.push(book.method("tree-method", &[]));
    out
}

fn igo(book: &Book<'_>) -> Vec<Block> {
    let Some(igo) = &book.findings.act.igo else { return Vec::new() };
    let mut out = vec![book.section("section-igo", "igo")];
    let of = |zone| -> Vec<String> {
        igo.items.iter().filter(|i| i.zone == Some(zone)).map(|i| i.id.clone()).collect()
    };
    let immediate = of(IgoZone::Immediate);
    let args = [("count", immediate.len().into()), ("names", book.in_prose(Kind::Action, &immediate).into())];
    out.push(book.paragraph("igo-text", &args));
    let subject = book.text(&book.study.frame.subject);
    if !subject.is_empty() {
        out.push(Block::Facts(vec![Fact::new(book.t("fact-subject"), subject)]));
    }
    out.extend(book.figure("igo-plane", figures::igo_plane));
    out.push(Block::Table(igo_table(book, igo)));
    let close: Vec<String> = igo.items.iter().filter(|i| i.borderline).map(|i| i.id.clone()).collect();
    if !close.is_empty() {
        let args = [("count", close.len().into()), ("names", book.list(Kind::Action, &close).into())];
        out.push(book.paragraph("igo-borderline", &args));
    }
    out.push(book.method("igo-method", &[]));
    out.extend(book.why(&igo.trace));
    out
}

/// The key of a class of the plane, as the picture calls it.
pub(super) fn zone_key(zone: IgoZone) -> &'static str {
    match zone {
        IgoZone::Immediate => "chart-igo-immediate",
        IgoZone::Challenge => "chart-igo-challenge",
        IgoZone::LessUrgent => "chart-igo-less-urgent",
        IgoZone::Unnecessary => "chart-igo-unnecessary",
    }
}

fn igo_table(book: &Book<'_>, igo: &IgoFinding) -> Table {
    let mut columns = vec![
        Column::text(book.t("column-action")),
        Column::mark(book.t("column-place")),
        Column::number(book.t("column-importance-short")),
        Column::mark(book.t("column-spread")),
        Column::number(book.t("column-governability-short")),
        Column::mark(book.t("column-spread")),
    ];
    let stable = igo.items.iter().any(|i| i.stability.is_some());
    if stable {
        columns.push(Column::number(book.t("column-stability")));
    }
    columns.push(Column::number("n"));
    let mut table = Table::new("igo-table", book.t("table-igo"), columns);
    let mut items: Vec<&IgoItem> = igo.items.iter().collect();
    items.sort_by(|a, b| {
        let rank = |i: &IgoItem| i.rank.unwrap_or(f64::INFINITY);
        rank(a).total_cmp(&rank(b)).then_with(|| natural_cmp(&a.id, &b.id))
    });
    let zones = [IgoZone::Immediate, IgoZone::Challenge, IgoZone::LessUrgent, IgoZone::Unnecessary];
    for zone in zones.map(Some).into_iter().chain([None]) {
        let own: Vec<&&IgoItem> = items.iter().filter(|i| i.zone == zone).collect();
        if own.is_empty() {
            continue;
        }
        table.group(book.t(zone.map_or("igo-not-classed", zone_key)));
        for item in own {
            let name = book.full(Kind::Action, &item.id);
            let close = || book.say("igo-close", &[("action", name.as_str().into())]);
            let mut cells = vec![
                if item.borderline { Cell::from(close()).marked(Mark::Care) } else { name.as_str().into() },
                item.rank.map_or(Cell::Empty, |rank| place(&items, rank)),
                book.median(&item.importance),
                book.spread(&item.importance),
                book.median(&item.governability),
                book.spread(&item.governability),
            ];
            if stable {
                cells.push(item.stability.as_ref().map_or(Cell::Empty, |s| book.stability(s).into()));
            }
            let n = item.importance.n.min(item.governability.n);
            cells.push(Cell::number(n as f64, n.to_string()));
            table.push(cells);
        }
    }
    let args = [
        ("importance", book.words.short(igo.importance_cut, 1).into()),
        ("governability", book.words.short(igo.governability_cut, 1).into()),
    ];
    table.note = Some(book.say("table-igo-note", &args).into());
    table.provenance = book.provenance(&igo.trace);
    table
}

/// A rank; ties are printed as ties: `3–4`.
fn place(items: &[&IgoItem], rank: f64) -> Cell {
    let tied = items.iter().filter(|i| i.rank == Some(rank)).count();
    let reach = (tied as f64 - 1.0) / 2.0;
    let (low, high) = ((rank - reach).round() as i64, (rank + reach).round() as i64);
    let text = if low == high { low.to_string() } else { format!("{low}–{high}") };
    Cell::number(rank, text)
}

fn is(row: &RobustnessRow, class: &str) -> bool {
    row.class.as_deref() == Some(class)
}

fn robustness(book: &Book<'_>) -> Vec<Block> {
    let Some(found) = &book.findings.act.robustness else { return Vec::new() };
    let mut out = vec![book.section("section-action-robustness", "action-robustness")];
    let of = |class: &str| -> Vec<String> {
        found.rows.iter().filter(|r| is(r, class)).map(|r| r.action.clone()).collect()
    };
    let robust = of("robust");
    let args = [
        ("count", robust.len().into()),
        ("names", book.list(Kind::Action, &robust).into()),
        ("scenarios", found.scenarios.len().into()),
    ];
    out.push(book.paragraph("action-robustness-text", &args));
    let hedging = of("hedging");
    if !hedging.is_empty() {
        let args = [("count", hedging.len().into()), ("names", book.list(Kind::Action, &hedging).into())];
        out.push(book.paragraph("action-hedging-text", &args));
    }
    out.push(book.method("action-robustness-method", &[]));
    out.extend(book.figure("robustness", figures::robustness));
    out.push(Block::Table(robustness_table(book, found)));
    out.extend(book.why(&found.trace));
    out
}

fn robustness_table(book: &Book<'_>, found: &RobustnessFinding) -> Table {
    let mut columns = vec![Column::text(book.t("column-action"))];
    columns.extend(found.scenarios.iter().map(|id| Column::text(book.name(Kind::Scenario, id))));
    let stable = found.rows.iter().any(|r| r.stability.is_some());
    if stable {
        columns.push(Column::number(book.t("column-stability")));
    }
    let mut table = Table::new("robustness-table", book.t("table-robustness"), columns);
    let mut rows: Vec<&RobustnessRow> = found.rows.iter().collect();
    rows.sort_by(|a, b| natural_cmp(&a.action, &b.action));
    for class in [Some("robust"), Some("hedging"), Some("contingent"), None] {
        let own: Vec<&&RobustnessRow> = rows.iter().filter(|r| r.class.as_deref() == class).collect();
        if own.is_empty() {
            continue;
        }
        table.group(class.map_or_else(
            || book.t("robustness-not-classed"),
            |class| book.t(&format!("robustness-{class}")),
        ));
        for row in own {
            let mut cells: Vec<Cell> = vec![book.full(Kind::Action, &row.action).into()];
            cells.extend(row.values.iter().map(|value| outcome(book, *value)));
            if stable {
                cells.push(row.stability.as_ref().map_or(Cell::Empty, |s| book.stability(s).into()));
            }
            table.push(cells);
        }
    }
    // How the whole of the actions fares in each scenario.
    for (key, fares) in [("total-works", Ordering::Greater), ("total-fails", Ordering::Less)] {
        let mut cells: Vec<Cell> = vec![book.t(key).into()];
        for scenario in 0..found.scenarios.len() {
            let values: Vec<f64> =
                rows.iter().filter_map(|r| r.values.get(scenario).copied().flatten()).collect();
            let k = values.iter().filter(|v| fate(**v) == fares).count();
            cells.push(format!("{k}/{}", values.len()).into());
        }
        table.rows.push(Row { kind: RowKind::Total, cells });
    }
    let args = [("n", found.experts.into())];
    table.note = Some(book.say("table-robustness-note", &args).into());
    table.provenance = book.provenance(&found.trace);
    table
}

/// Whether a median says that an action works (greater), needs change (equal) or fails (less); halves up.
fn fate(median: f64) -> Ordering {
    if median >= 1.5 {
        Ordering::Greater
    } else if median >= 0.5 {
        Ordering::Equal
    } else {
        Ordering::Less
    }
}

fn outcome(book: &Book<'_>, median: Option<f64>) -> Cell {
    let Some(median) = median else { return Cell::Empty };
    match fate(median) {
        Ordering::Greater => Cell::from(book.t("chart-robust-works")),
        Ordering::Equal => Cell::from(book.t("chart-robust-change")).marked(Mark::Quiet),
        Ordering::Less => Cell::from(book.t("chart-robust-fails")).marked(Mark::Care),
    }
}
