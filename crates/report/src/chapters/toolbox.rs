//! Sections of Godet's toolbox in the chapters they belong to: the hypotheses and their scenarios (SMIC), the colours of
//! the panel (abacus), the actions under several policies (MULTIPOL). The game of the actors is in the chapter on them.

use atalaya_analysis::findings::{AbacusFinding, MultipolFinding, SmicFinding};
use atalaya_charts::figures;
use atalaya_model::{Kind, Text};

use super::Book;
use crate::doc::{Block, Cell, Column, Fact, Mark, Table};

/// Scenarios of SMIC that are printed at most.
const LISTED: usize = 16;
/// Hypotheses up to which each has a column of its own in the table of scenarios.
const MARKED: usize = 8;
/// Actions up to which lines from policy to policy can be told apart.
const LINES: usize = 12;
/// Actions named for each scenario.
const BEST: usize = 3;

pub(super) fn at(list: &[f64], index: usize) -> f64 {
    list.get(index).copied().unwrap_or_default()
}

/// Indices by falling value; equals in the order given.
pub(super) fn falling(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*b].total_cmp(&values[*a]));
    order
}

/// A definition; an empty cell where there is none.
pub(super) fn defined(book: &Book<'_>, text: &Text) -> Cell {
    match book.text(text) {
        "" => Cell::Empty,
        text => text.into(),
    }
}

/// The hypotheses and the scenarios that they make, in the chapter on scenarios.
#[must_use]
pub fn hypotheses(book: &Book<'_>) -> Vec<Block> {
    let Some(found) = &book.findings.explore.smic else { return Vec::new() };
    let mut out = vec![book.section("section-smic", "smic"), Block::Lead(smic_lead(book, found).into())];
    out.push(Block::Table(events(book, found)));
    out.extend(drivers(book, found));
    out.extend(book.figure("smic-scenarios", figures::smic_scenarios));
    out.push(Block::Table(smic_scenarios(book, found)));
    if found.incomplete > 0 {
        out.push(book.paragraph("smic-incomplete", &[("count", found.incomplete.into())]));
    }
    if let Some(stability) = &found.stability {
        let args = [("panels", book.panels(stability).into()), ("n", stability.experts.to_string().into())];
        out.push(book.paragraph("smic-stability", &args));
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

fn smic_lead(book: &Book<'_>, found: &SmicFinding) -> String {
    let first = found.scenarios.first();
    let code = first.map(|s| s.code.as_str()).unwrap_or_default();
    let those = |mark: char| -> Vec<String> {
        let own = found.events.iter().zip(code.chars()).filter(|(_, c)| *c == mark);
        own.map(|(id, _)| book.names.label(Kind::Hypothesis, id).to_owned()).collect()
    };
    let (yes, no) = (those('1'), those('0'));
    let case = match (yes.is_empty(), no.is_empty()) {
        (true, _) => "none",
        (_, true) => "all",
        _ => "some",
    };
    let args = [
        ("case", case.into()),
        ("yes", yes.len().into()),
        ("no", no.len().into()),
        ("yeslist", book.words.list(&yes).into()),
        ("nolist", book.words.list(&no).into()),
        ("p", book.words.percent(first.map_or(0.0, |s| s.probability), 0).into()),
        ("hypotheses", book.spelled(found.events.len()).into()),
        ("core", found.core.into()),
        ("scenarios", found.scenarios.len().into()),
        ("experts", found.experts.into()),
    ];
    book.say("smic-lead", &args)
}

/// Which hypothesis moves the others most, and which one they move most.
fn drivers(book: &Book<'_>, found: &SmicFinding) -> Option<Block> {
    let elasticity = found.elasticity.as_ref()?;
    let most = |list: &[Option<f64>]| -> Option<String> {
        let known = list.iter().zip(&found.events).filter_map(|(value, id)| Some(((*value)?, id)));
        let top = known.fold(None, |best: Option<(f64, &String)>, own| match best {
            Some(best) if own.0 <= best.0 + 1e-9 => Some(best),
            _ => Some(own),
        });
        top.map(|(_, id)| book.full(Kind::Hypothesis, id))
    };
    let (driver, moved) = (most(&elasticity.driving)?, most(&elasticity.dependent)?);
    let same = usize::from(driver == moved);
    let args = [("same", same.into()), ("driver", driver.into()), ("moved", moved.into())];
    Some(book.paragraph("smic-drivers", &args))
}

fn events(book: &Book<'_>, found: &SmicFinding) -> Table {
    let mut table = Table::new(
        "smic-events",
        book.t("table-smic-events"),
        vec![
            Column::text(book.t("column-hypothesis")),
            Column::text(book.t("column-hypothesis-definition")),
            Column::number(book.t("column-raw")),
            Column::number(book.t("column-net")),
            Column::number(book.t("column-driving")),
            Column::number(book.t("column-dependent")),
        ],
    );
    for (index, id) in found.events.iter().enumerate() {
        let p = |list: &[f64]| Cell::number(at(list, index), book.words.percent(at(list, index), 0));
        let power = |list: Option<&Vec<Option<f64>>>| {
            let value = list.and_then(|list| list.get(index).copied().flatten());
            value.map_or(Cell::Empty, |value| Cell::number(value, book.words.num(value, 2)))
        };
        let elasticity = found.elasticity.as_ref();
        let record = book.study.hypotheses.iter().find(|own| own.id == *id.as_str());
        table.push(vec![
            book.full(Kind::Hypothesis, id).into(),
            record.map_or(Cell::Empty, |own| defined(book, &own.definition)),
            p(&found.raw.p),
            p(&found.net.p),
            power(elasticity.map(|e| &e.driving)),
            power(elasticity.map(|e| &e.dependent)),
        ]);
    }
    table.note = Some(book.t("table-smic-events-note").into());
    table.provenance = book.provenance(&found.trace);
    table.without_empty_columns()
}

/// The scenarios that hold most of the probability: beyond them a list says nothing.
fn smic_scenarios(book: &Book<'_>, found: &SmicFinding) -> Table {
    let codes: Vec<String> =
        found.events.iter().map(|id| book.names.label(Kind::Hypothesis, id).to_owned()).collect();
    let marked = codes.len() <= MARKED;
    let mut columns = vec![Column::text(book.t("column-place"))];
    match marked {
        true => columns.extend(codes.iter().map(Column::mark)),
        false => columns.push(Column::text(book.t("column-scenario"))),
    }
    columns.extend([
        Column::number(book.t("column-probability")),
        Column::text(book.t("column-solutions")),
        Column::number(book.t("column-cumulated")),
    ]);
    let panels = found.scenarios.iter().any(|s| s.interval.is_some());
    if panels {
        columns.push(Column::text(book.t("column-panels")));
    }
    let mut table = Table::new("smic-scenarios", book.t("table-smic-scenarios"), columns);
    let percent = |p: f64| book.words.percent(p, 0);
    let range = |low: f64, high: f64| {
        Cell::from(book.say("range-value", &[("low", percent(low).into()), ("high", percent(high).into())]))
    };
    let shown = found.core.min(LISTED);
    for scenario in found.scenarios.iter().take(shown) {
        let mark = |c: char| Cell::from(if c == '1' { "●" } else { "○" });
        // The place as the figure numbers it.
        let place = match scenario.place {
            (first, last) if first == last => first.to_string(),
            (first, last) => format!("{first}–{last}"),
        };
        let mut row: Vec<Cell> = vec![place.into()];
        match marked {
            true => row.extend(scenario.code.chars().map(mark)),
            false => row.push(scenario.code.as_str().into()),
        }
        row.extend([
            Cell::number(scenario.probability, percent(scenario.probability)),
            scenario.low.zip(scenario.high).map_or(Cell::Empty, |(low, high)| range(low, high)),
            Cell::number(scenario.cumulated, percent(scenario.cumulated)),
        ]);
        if panels {
            row.push(scenario.interval.map_or(Cell::Empty, |i| range(i.low, i.high)));
        }
        table.push(row);
    }
    let args = [
        ("marked", usize::from(marked).into()),
        ("events", codes.join(", ").into()),
        ("shown", shown.into()),
        ("core", found.core.into()),
        ("all", found.scenarios.len().into()),
    ];
    table.note = Some(book.say("table-smic-scenarios-note", &args).into());
    table.provenance = book.provenance(&found.trace);
    table
}

/// The abacus of each round that asked for colours about records of these kinds, in the chapter on them.
#[must_use]
pub fn colours(book: &Book<'_>, kinds: &[Kind]) -> Vec<Block> {
    let mut out = Vec::new();
    for (index, found) in book.findings.consult.abaci.iter().enumerate() {
        let kind = found.items.first().map(|item| book.kind_of("colour", &item.id));
        let Some(kind) = kind.filter(|kind| kinds.contains(kind)) else { continue };
        if out.is_empty() {
            out.push(book.section("section-abacus", &format!("abacus-{}", kind.as_str())));
        }
        out.extend(abacus_lead(book, found).map(|said| Block::Lead(said.into())));
        out.extend(asked(book, found));
        let caption = book.t("figure-abacus");
        out.extend(book.figure_called(&format!("abacus-{}", index + 1), &caption, |scene, frame| {
            figures::abacus(scene, index, frame)
        }));
        out.push(Block::Table(abacus_table(book, index, found)));
        out.extend(book.why(&found.trace));
    }
    out
}

/// What the consultation of a round was for, in the study's words.
fn asked(book: &Book<'_>, found: &AbacusFinding) -> Option<Block> {
    let round = book.study.rounds.iter().find(|own| own.id == *found.round.as_str())?;
    let id = round.consultation.0.as_ref()?;
    let purpose = book.text(&book.study.consultations.iter().find(|own| own.id == *id)?.purpose);
    let args = [
        ("name", book.name(Kind::Consultation, id.as_str()).into()),
        ("purpose", purpose.into()),
        ("experts", found.experts.into()),
    ];
    (!purpose.is_empty()).then(|| book.paragraph("abacus-asked", &args))
}

fn abacus_lead(book: &Book<'_>, found: &AbacusFinding) -> Option<String> {
    let item = |id: &String| found.items.iter().find(|item| item.id == *id);
    let favoured = found.by_favour.iter().find(|id| item(id).is_some_and(|own| own.counts.is_some()))?;
    let split = found.by_consensus.iter().rfind(|id| item(id).is_some_and(|own| own.consensus.is_some()));
    let split = split.filter(|split| *split != favoured);
    let args = [
        ("favoured", book.item("colour", favoured).into()),
        ("split", split.map_or_else(String::new, |id| book.item("colour", id)).into()),
        ("same", usize::from(split.is_none()).into()),
    ];
    Some(book.say("abacus-lead", &args))
}

fn abacus_table(book: &Book<'_>, index: usize, found: &AbacusFinding) -> Table {
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
            value.map_or(Cell::Empty, |value| Cell::number(value, book.words.num(value, 2)))
        };
        let Some([red, pink, yellow, light, dark]) = item.counts else {
            table.push(vec![book.item("colour", &item.id).into(), book.private()]);
            continue;
        };
        table.push(vec![
            book.item("colour", &item.id).into(),
            count(light + dark),
            count(yellow),
            count(red + pink),
            count(item.blank),
            count(item.abstained),
            figure(item.mean),
            figure(item.consensus),
        ]);
    }
    table.note = Some(book.t("table-abacus-note").into());
    table.provenance = book.provenance(&found.trace);
    table
}

/// The actions under several policies, in the chapter on strategy.
#[must_use]
pub fn policies(book: &Book<'_>) -> Vec<Block> {
    let Some(found) = &book.findings.act.multipol else { return Vec::new() };
    let mut out =
        vec![book.section("section-policies", "policies"), Block::Lead(policies_lead(book, found).into())];
    let facts = found.policies.iter().filter_map(|id| {
        let record = book.study.policies.iter().find(|own| own.id == *id.as_str())?;
        let definition = book.text(&record.definition);
        (!definition.is_empty()).then(|| Fact::new(book.full(Kind::Policy, id), definition))
    });
    let facts: Vec<Fact> = facts.collect();
    if !facts.is_empty() {
        out.push(Block::Facts(facts));
    }
    out.push(Block::Table(weights(book, found)));
    out.extend(book.figure("multipol-plane", figures::multipol_plane));
    out.push(Block::Table(scores(book, found)));
    if found.actions.len() <= LINES {
        out.extend(book.figure("multipol-profiles", figures::multipol_profiles));
    }
    out.extend(by_scenario(book, found).map(Block::Table));
    out.push(book.method("multipol-method", &[]));
    out.extend(book.why(&found.trace));
    out
}

fn policies_lead(book: &Book<'_>, found: &MultipolFinding) -> String {
    let robust = found.actions.iter().zip(&found.robust).filter(|(_, robust)| **robust);
    let robust: Vec<String> = robust.map(|(id, _)| id.clone()).collect();
    let args = [
        ("count", robust.len().into()),
        ("robust", book.labels(Kind::Action, &robust).into()),
        ("policies", book.spelled(found.policies.len()).into()),
    ];
    if found.policies.len() < 2 {
        // Under a single policy nothing varies, and no action is called robust.
        let first =
            (0..found.actions.len()).filter(|i| found.place.get(*i).is_some_and(|place| place.0 == 1));
        let best: Vec<String> = first.map(|i| found.actions[i].clone()).collect();
        return book.say("multipol-lead-one", &[("best", book.labels(Kind::Action, &best).into())]);
    }
    let lead = book.say("multipol-lead", &args);
    let Some(tested) = book.findings.act.robustness.as_ref().filter(|_| !robust.is_empty()) else {
        return lead;
    };
    let holds =
        |id: &&String| tested.rows.iter().any(|r| r.action == **id && r.class.as_deref() == Some("robust"));
    let both: Vec<String> = robust.iter().filter(holds).cloned().collect();
    let args = [
        ("count", both.len().into()),
        ("number", book.spelled(both.len()).into()),
        ("names", book.labels(Kind::Action, &both).into()),
    ];
    format!("{lead} {}", book.say("multipol-both", &args))
}

/// What each policy and each scenario weighs.
fn weights(book: &Book<'_>, found: &MultipolFinding) -> Table {
    let mut columns = vec![Column::text(book.t("column-criterion")), Column::text(book.t("column-ends"))];
    columns.extend(found.policies.iter().map(|id| Column::number(book.names.label(Kind::Policy, id))));
    columns.extend(found.scenarios.iter().map(|id| Column::number(book.names.label(Kind::Scenario, id))));
    let mut table = Table::new("multipol-weights", book.t("table-multipol-weights"), columns);
    for (index, id) in found.criteria.iter().enumerate() {
        let record = book.study.criteria.iter().find(|own| own.id == *id.as_str());
        let mut row: Vec<Cell> = vec![
            book.full(Kind::Criterion, id).into(),
            record.map_or(Cell::Empty, |own| defined(book, &own.definition)),
        ];
        let weights = found.policy_weights.iter().chain(&found.scenario_weights);
        row.extend(weights.map(|of| Cell::number(at(of, index), book.words.num(at(of, index), 1))));
        table.push(row);
    }
    table.note = Some(book.t("table-multipol-weights-note").into());
    table.provenance = book.provenance(&found.trace);
    table.without_empty_columns()
}

fn scores(book: &Book<'_>, found: &MultipolFinding) -> Table {
    let mut columns = vec![Column::text(book.t("column-action"))];
    columns.extend(found.policies.iter().map(|id| Column::number(book.names.label(Kind::Policy, id))));
    columns.extend(["column-mean", "column-deviation", "column-regret"].map(|k| Column::number(book.t(k))));
    let single = found.policies.len() < 2;
    if !single {
        columns.push(Column::mark(book.t("column-robust")));
    }
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
        if !single {
            row.push(if robust { Cell::from("●").marked(Mark::Accent) } else { Cell::Empty });
        }
        table.push(row);
    }
    let cut = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |v| book.words.num(v, 2));
    let args = [("mean", cut(found.mean_cut).into()), ("sd", cut(found.sd_cut).into())];
    if !single {
        table.note = Some(book.say("table-multipol-note", &args).into());
    }
    table.provenance = book.provenance(&found.trace);
    table
}

/// What comes first where the criteria weigh as each scenario makes them weigh; absent without scenarios.
fn by_scenario(book: &Book<'_>, found: &MultipolFinding) -> Option<Table> {
    if found.scenarios.is_empty() {
        return None;
    }
    let columns = ["column-scenario", "column-best-policy", "column-best-actions"];
    let columns = columns.map(|key| Column::text(book.t(key))).to_vec();
    let mut table = Table::new("multipol-scenarios", book.t("table-multipol-scenarios"), columns);
    for (index, id) in found.scenarios.iter().enumerate() {
        let under = |scores: &[Vec<f64>]| scores.iter().map(|row| at(row, index)).collect::<Vec<f64>>();
        let policy = falling(&under(&found.policy_scores))
            .first()
            .map(|best| book.full(Kind::Policy, &found.policies[*best]));
        let best = falling(&under(&found.scenario_scores)).into_iter().take(BEST);
        let best: Vec<String> = best.map(|action| found.actions[action].clone()).collect();
        table.push(vec![
            book.full(Kind::Scenario, id).into(),
            policy.map_or(Cell::Empty, Cell::from),
            book.labels(Kind::Action, &best).into(),
        ]);
    }
    table.note = Some(book.t("table-multipol-scenarios-note").into());
    table.provenance = book.provenance(&found.trace);
    Some(table)
}
