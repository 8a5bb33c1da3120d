//! Sections of Godet's toolbox in the chapters they belong to: the game of the actors (MACTOR), the hypotheses and their
//! scenarios (SMIC), the colours of the panel (abacus), the actions under several policies (MULTIPOL).

use atalaya_analysis::findings::{ActorRole, MactorFinding, PanelLevel, SmicFinding, Stability};
use atalaya_charts::figures;
use atalaya_model::Kind;

use super::Book;
use crate::doc::{Block, Cell, Column, Mark, Table};

/// Scenarios of SMIC that are printed at most.
const LISTED: usize = 16;

fn at(list: &[f64], index: usize) -> f64 {
    list.get(index).copied().unwrap_or_default()
}

/// Indices by falling value; equals in the order given.
fn falling(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*b].total_cmp(&values[*a]));
    order
}

/// The game of the actors, in the chapter on actors.
#[must_use]
pub fn game(book: &Book<'_>) -> Vec<Block> {
    let Some(found) = &book.findings.structure.mactor else { return Vec::new() };
    let mut out = vec![book.section("section-game", "game"), Block::Lead(game_lead(book, found).into())];
    out.extend(book.figure("mactor-plane", figures::mactor_plane));
    out.push(Block::Table(actors(book, found)));
    out.extend(book.figure("mactor-strength", figures::mactor_strength));
    out.push(Block::Table(stakes(book, found)));
    out.extend(book.figure("mactor-positions", figures::mactor_positions));
    out.extend(book.figure("mactor-convergence", figures::mactor_convergence));
    out.extend(book.figure("mactor-divergence", figures::mactor_divergence));
    out.extend(book.figure("mactor-map", figures::mactor_map));
    if found.experts > 1 && found.level < PanelLevel::Quartiles {
        out.push(book.paragraph("stability-too-few", &[("n", found.experts.into())]));
    }
    let convention = book.t(&format!("strength-{}", found.convention));
    out.push(book.method("game-method", &[("convention", convention.into())]));
    out.extend(book.why(&found.trace));
    out
}

fn game_lead(book: &Book<'_>, found: &MactorFinding) -> String {
    let order = falling(&found.strength);
    let strongest = order.first().and_then(|i| found.actors.get(*i)).cloned().unwrap_or_default();
    let disputed = |index: &usize| {
        let order = &found.order3;
        at(&order.in_favour, *index).min(at(&order.against, *index))
    };
    let most = (0..found.objectives.len()).max_by(|a, b| disputed(a).total_cmp(&disputed(b)).then(b.cmp(a)));
    let most = most.filter(|index| disputed(index) > 0.0);
    let kind = stake_kind(book);
    let args = [
        ("actor", book.name(Kind::Actor, &strongest).into()),
        ("strength", book.words.num(order.first().map_or(0.0, |i| at(&found.strength, *i)), 1).into()),
        ("disputed", most.map_or_else(String::new, |i| book.name(kind, &found.objectives[i])).into()),
        ("split", usize::from(most.is_some()).into()),
        (
            "degree",
            found
                .order3
                .convergence_degree
                .map_or_else(|| "–".to_owned(), |share| book.words.percent(share / 100.0, 0))
                .into(),
        ),
    ];
    book.say("game-lead", &args)
}

fn stake_kind(book: &Book<'_>) -> Kind {
    if book.study.stakes.is_empty() { Kind::Objective } else { Kind::Stake }
}

const fn role(of: ActorRole) -> &'static str {
    match of {
        ActorRole::Dominant => "role-dominant",
        ActorRole::Relay => "role-relay",
        ActorRole::Dominated => "role-dominated",
        ActorRole::Autonomous => "role-autonomous",
    }
}

fn actors(book: &Book<'_>, found: &MactorFinding) -> Table {
    let mut columns = vec![
        Column::text(book.t("column-actor")),
        Column::number(book.t("column-influence")),
        Column::number(book.t("column-dependence")),
        Column::number(book.t("column-strength")),
        Column::number(book.t("column-implication")),
        Column::number(book.t("column-ambivalence")),
        Column::text(book.t("column-role")),
    ];
    if found.resampled.is_some() {
        columns.push(Column::text(book.t("column-same-role")));
    }
    let mut table = Table::new("mactor-actors", book.t("table-mactor-actors"), columns);
    for index in falling(&found.strength) {
        let number = |list: &[f64], decimals| {
            let value = at(list, index);
            Cell::number(value, book.words.num(value, decimals))
        };
        let whole = |list: &[f64]| Cell::number(at(list, index), book.words.short(at(list, index), 1));
        let mut row: Vec<Cell> = vec![
            book.full(Kind::Actor, &found.actors[index]).into(),
            whole(&found.influence),
            whole(&found.dependence),
            number(&found.strength, 2),
            number(&found.order3.implication, 1),
            number(&found.order3.ambivalence, 2),
            book.t(role(found.roles.get(index).copied().unwrap_or_default())).into(),
        ];
        if let Some(resampled) = &found.resampled {
            let held = resampled.same_role.get(index).copied().unwrap_or(0);
            let own = Stability { experts: resampled.experts, draws: resampled.draws, held };
            row.push(book.stability(&own).into());
        }
        table.push(row);
    }
    table.note = Some(book.t("table-mactor-actors-note").into());
    table.provenance = book.provenance(&found.trace);
    table
}

fn stakes(book: &Book<'_>, found: &MactorFinding) -> Table {
    let columns = ["column-stake", "column-in-favour", "column-against", "column-mobilisation"];
    let mut headers = vec![Column::text(book.t(columns[0]))];
    headers.extend(columns[1..].iter().map(|key| Column::number(book.t(key))));
    let mut table = Table::new("mactor-objectives", book.t("table-mactor-objectives"), headers);
    let order = &found.order3;
    for index in falling(&order.mobilisation) {
        let number = |list: &[f64]| Cell::number(at(list, index), book.words.num(at(list, index), 1));
        table.push(vec![
            book.full(stake_kind(book), &found.objectives[index]).into(),
            number(&order.in_favour),
            number(&order.against),
            number(&order.mobilisation),
        ]);
    }
    table.provenance = book.provenance(&found.trace);
    table
}

/// The hypotheses and the scenarios that they make, in the chapter on scenarios.
#[must_use]
pub fn hypotheses(book: &Book<'_>) -> Vec<Block> {
    let Some(found) = &book.findings.explore.smic else { return Vec::new() };
    let first = found.scenarios.first();
    let args = [
        ("code", first.map(|s| s.code.clone()).unwrap_or_default().into()),
        ("core", found.core.into()),
        ("scenarios", found.scenarios.len().into()),
        ("experts", found.experts.into()),
    ];
    let mut out =
        vec![book.section("section-smic", "smic"), Block::Lead(book.say("smic-lead", &args).into())];
    out.extend(book.figure("smic-scenarios", figures::smic_scenarios));
    out.push(Block::Table(smic_scenarios(book, found)));
    out.extend(book.figure("smic-correction", figures::smic_correction));
    out.push(Block::Table(events(book, found)));
    out.extend(book.figure("smic-sensitivity", figures::smic_sensitivity));
    if found.incomplete > 0 {
        out.push(book.paragraph("smic-incomplete", &[("count", found.incomplete.into())]));
    }
    if let Some(stability) = &found.stability {
        out.push(Block::Paragraph(book.stability_sentence(stability).into()));
    }
    let args = [
        ("largest", book.words.num(found.correction.largest, 2).into()),
        ("k", found.correction.above.k.into()),
        ("n", found.correction.above.n.into()),
    ];
    out.push(book.paragraph("smic-correction", &args));
    let objective = if found.simple_terms { "smic-method-simple" } else { "smic-method" };
    let open = found.scenarios.len().saturating_sub(found.rank);
    out.push(book.method(objective, &[("rank", found.rank.into()), ("open", open.into())]));
    out.extend(book.why(&found.trace));
    out
}

fn events(book: &Book<'_>, found: &SmicFinding) -> Table {
    let mut table = Table::new(
        "smic-events",
        book.t("table-smic-events"),
        vec![
            Column::text(book.t("column-hypothesis")),
            Column::number(book.t("column-raw")),
            Column::number(book.t("column-net")),
            Column::number(book.t("column-driving")),
            Column::number(book.t("column-dependent")),
        ],
    );
    for (index, id) in found.events.iter().enumerate() {
        let p = |list: &[f64]| Cell::number(at(list, index), book.probability(at(list, index)));
        let power = |list: Option<&Vec<Option<f64>>>| {
            let value = list.and_then(|list| list.get(index).copied().flatten());
            value.map_or(Cell::Empty, |value| Cell::number(value, book.words.num(value, 1)))
        };
        let elasticity = found.elasticity.as_ref();
        table.push(vec![
            book.full(Kind::Hypothesis, id).into(),
            p(&found.raw.p),
            p(&found.net.p),
            power(elasticity.map(|e| &e.driving)),
            power(elasticity.map(|e| &e.dependent)),
        ]);
    }
    table.note = Some(book.t("table-smic-events-note").into());
    table.provenance = book.provenance(&found.trace);
    table
}

fn smic_scenarios(book: &Book<'_>, found: &SmicFinding) -> Table {
    let mut columns = vec![
        Column::text(book.t("column-scenario")),
        Column::number(book.t("column-probability")),
        Column::text(book.t("column-solutions")),
        Column::number(book.t("column-cumulated")),
    ];
    if found.scenarios.iter().any(|s| s.interval.is_some()) {
        columns.push(Column::text(book.t("column-panels")));
    }
    let panels = columns.len() > 4;
    let mut table = Table::new("smic-scenarios", book.t("table-smic-scenarios"), columns);
    let range = |low: f64, high: f64| {
        let args = [("low", book.probability(low).into()), ("high", book.probability(high).into())];
        book.say("range-value", &args)
    };
    for (index, scenario) in found.scenarios.iter().take(LISTED).enumerate() {
        let p = Cell::number(scenario.probability, book.probability(scenario.probability));
        let mut row: Vec<Cell> = vec![
            scenario.code.as_str().into(),
            if index < found.core { p.marked(Mark::Accent) } else { p },
            scenario.low.zip(scenario.high).map_or(Cell::Empty, |(low, high)| range(low, high).into()),
            Cell::number(scenario.cumulated, book.words.percent(scenario.cumulated, 0)),
        ];
        if panels {
            row.push(scenario.interval.map_or(Cell::Empty, |i| range(i.low, i.high).into()));
        }
        table.push(row);
    }
    let left = found.scenarios.len().saturating_sub(LISTED);
    let codes = found.events.iter().map(|id| book.names.label(Kind::Hypothesis, id)).collect::<Vec<_>>();
    let args = [("events", codes.join(", ").into()), ("left", left.into()), ("core", found.core.into())];
    table.note = Some(book.say("table-smic-scenarios-note", &args).into());
    table.provenance = book.provenance(&found.trace);
    table
}

/// The abacus of each round that asked for colours, in the chapter on method.
#[must_use]
pub fn colours(book: &Book<'_>) -> Vec<Block> {
    let mut out = Vec::new();
    for (index, found) in book.findings.consult.abaci.iter().enumerate() {
        let first = found.by_favour.first().cloned().unwrap_or_default();
        let agreed = found.by_consensus.first().cloned().unwrap_or_default();
        let named = |id: &str| book.item("colour", id);
        let args = [
            ("favoured", named(&first).into()),
            ("agreed", named(&agreed).into()),
            ("experts", found.experts.into()),
        ];
        out.push(book.paragraph("abacus-lead", &args));
        let caption = book.t("figure-abacus");
        out.extend(book.figure_called(&format!("abacus-{}", index + 1), &caption, |scene, frame| {
            figures::abacus(scene, index, frame)
        }));
        let columns = [
            "column-votes-for",
            "column-votes-between",
            "column-votes-against",
            "column-blank",
            "column-abstained",
            "column-mean",
            "column-consensus-leik",
        ];
        let mut headers = vec![Column::text(book.t("column-item"))];
        headers.extend(columns.iter().map(|key| Column::number(book.t(key))));
        let mut table = Table::new(format!("abacus-table-{}", index + 1), book.t("table-abacus"), headers);
        for item in found.by_favour.iter().filter_map(|id| found.items.iter().find(|item| item.id == *id)) {
            let count = |n: usize| Cell::number(n as f64, book.words.int(n as i64));
            let figure = |value: Option<f64>| {
                value.map_or(Cell::Empty, |value| Cell::number(value, book.words.num(value, 1)))
            };
            table.push(vec![
                named(&item.id).into(),
                count(item.counts[3] + item.counts[4]),
                count(item.counts[2]),
                count(item.counts[0] + item.counts[1]),
                count(item.blank),
                count(item.abstained),
                figure(item.mean),
                item.consensus.map_or(Cell::Empty, |c| Cell::number(c, book.words.num(c, 2))),
            ]);
        }
        table.note = Some(book.t("table-abacus-note").into());
        table.provenance = book.provenance(&found.trace);
        out.push(Block::Table(table));
        out.extend(book.why(&found.trace));
    }
    if !out.is_empty() {
        out.insert(0, book.section("section-abacus", "abacus"));
    }
    out
}

/// The actions under several policies, in the chapter on strategy.
#[must_use]
pub fn policies(book: &Book<'_>) -> Vec<Block> {
    let Some(found) = &book.findings.act.multipol else { return Vec::new() };
    let robust: Vec<String> = found
        .actions
        .iter()
        .zip(&found.robust)
        .filter(|(_, robust)| **robust)
        .map(|(id, _)| id.clone())
        .collect();
    let args = [
        ("count", robust.len().into()),
        ("robust", book.labels(Kind::Action, &robust).into()),
        ("policies", found.policies.len().into()),
    ];
    let mut out = vec![
        book.section("section-policies", "policies"),
        Block::Lead(book.say("multipol-lead", &args).into()),
    ];
    let mut columns = vec![Column::text(book.t("column-action"))];
    columns.extend(found.policies.iter().map(|id| Column::number(book.names.label(Kind::Policy, id))));
    columns.extend(["column-mean", "column-deviation", "column-regret"].map(|k| Column::number(book.t(k))));
    columns.push(Column::mark(book.t("column-robust")));
    out.extend(book.figure("multipol-plane", figures::multipol_plane));
    let mut table = Table::new("multipol", book.t("table-multipol"), columns);
    let mut order: Vec<usize> = (0..found.actions.len()).collect();
    order.sort_by_key(|index| (found.place.get(*index).copied(), *index));
    for index in order {
        let number = |value: f64| Cell::number(value, book.words.num(value, 1));
        let mut row: Vec<Cell> = vec![book.full(Kind::Action, &found.actions[index]).into()];
        row.extend(found.scores.get(index).into_iter().flatten().map(|score| number(*score)));
        row.push(number(at(&found.mean, index)));
        row.push(Cell::number(at(&found.sd, index), book.words.num(at(&found.sd, index), 2)));
        row.push(number(at(&found.largest_regret, index)));
        let robust = found.robust.get(index) == Some(&true);
        row.push(if robust { Cell::from("●").marked(Mark::Accent) } else { Cell::Empty });
        table.push(row);
    }
    let names: Vec<String> = found.policies.iter().map(|id| book.full(Kind::Policy, id)).collect();
    let cut = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |v| book.words.num(v, 2));
    let args = [
        ("policies", book.words.list(&names).into()),
        ("mean", cut(found.mean_cut).into()),
        ("sd", cut(found.sd_cut).into()),
    ];
    table.note = Some(book.say("table-multipol-note", &args).into());
    table.provenance = book.provenance(&found.trace);
    out.push(Block::Table(table));
    out.extend(book.figure("multipol-profiles", figures::multipol_profiles));
    out.push(book.method("multipol-method", &[]));
    out.extend(book.why(&found.trace));
    out
}
