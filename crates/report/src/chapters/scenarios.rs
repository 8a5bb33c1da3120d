//! Chapter "Escenarios": axes and their proof, the plane, the hypotheses, the fichas, the five conditions, the cone.

use atalaya_analysis::findings::{AxisTest, Condition, Count, ScenarioFinding};
use atalaya_charts::figures;
use atalaya_model::{
    Id, Kind,
    records::{Frame, Scenario},
};

use super::{Book, markdown};
use crate::{
    doc::{Block, Card, Cell, Column, Fact, Mark, Row, Table},
    rich::Rich,
};

/// The chapter.
#[must_use]
pub fn chapter(book: &Book<'_>) -> Vec<Block> {
    let explore = &book.findings.explore;
    if explore.scenarios.is_empty()
        && explore.axes.is_none()
        && explore.smic.is_none()
        && explore.balances.is_none()
    {
        return Vec::new();
    }
    let mut out = vec![book.chapter("chapter-scenarios", "scenarios")];
    out.extend(axes(book));
    out.extend(plane(book));
    out.extend(judgements(book));
    out.extend(probabilities(book));
    out.extend(super::toolbox::hypotheses(book));
    out.extend(hypotheses(book));
    out.extend(super::balances::section(book));
    out.extend(cards(book));
    out.extend(conditions(book));
    out.extend(wild_cards(book));
    out.extend(super::cone::section(book));
    out.extend(book.gaps(&["explore"]));
    out
}

fn record<'a>(book: &Book<'a>, id: &str) -> Option<&'a Scenario> {
    book.study.scenarios.iter().find(|s| s.id == *id)
}

fn axes(book: &Book<'_>) -> Vec<Block> {
    let Some(axes) = &book.findings.explore.axes else { return Vec::new() };
    let mut out = vec![book.section("section-axes", "axes")];
    if axes.variables.len() >= 2 {
        let args = [
            ("x", book.full(Kind::Variable, &axes.variables[0]).into()),
            ("y", book.full(Kind::Variable, &axes.variables[1]).into()),
        ];
        out.push(Block::Lead(book.say("axes-lead", &args).into()));
    }
    let decision = book.findings.decisions.iter().find(|d| d.about == "axes");
    if let Some(decision) = decision {
        let proposed = book.list(Kind::Variable, &decision.proposed);
        let key = match (decision.decided, decision.proposed.is_empty()) {
            (true, true) => "axes-decided-without-proposal",
            (true, false) if decision.agrees => "axes-decided-agreeing",
            (true, false) => "axes-decided-differing",
            (false, false) if axes.axes.is_empty() => "axes-proposed-not-decided",
            (false, false) => "axes-written-not-decided",
            (false, true) => "axes-nothing-proposed",
        };
        out.push(
            book.paragraph(key, &[("proposed", proposed.into()), ("count", axes.candidates.len().into())]),
        );
        if let Some(stability) = &axes.stability {
            out.push(Block::Paragraph(book.stability_sentence(stability).into()));
        }
        let reason =
            book.study.decisions.iter().find(|d| d.id == decision.id.as_str()).map(|d| book.text(&d.reason));
        if let Some(reason) = reason.filter(|r| !r.is_empty()) {
            out.push(book.paragraph("decision-reason", &[("reason", reason.into())]));
        }
    }
    let records: Vec<_> =
        axes.axes.iter().filter_map(|id| book.study.axes.iter().find(|a| a.id == id.as_str())).collect();
    if !records.is_empty() {
        let mut table = Table::new(
            "axes-poles",
            book.t("table-poles"),
            vec![
                Column::text(book.t("column-axis")),
                Column::text(book.t("column-low-pole")),
                Column::text(book.t("column-high-pole")),
                Column::text(book.t("column-conditions")),
            ],
        );
        for axis in &records {
            let conditions =
                axis.conditions.iter().map(|(letter, text)| format!("({letter}) {}", book.text(text)));
            let date = [("date", book.words.date(&axis.verified_on).into())];
            let verified = (!axis.verified_on.is_empty()).then(|| book.say("axis-verified", &date));
            let conditions: Vec<String> = conditions.chain(verified).collect();
            table.push(vec![
                book.name(Kind::Axis, axis.id.as_str()).into(),
                book.text(&axis.low).into(),
                book.text(&axis.high).into(),
                conditions.join("; ").into(),
            ]);
        }
        if let Some(kind) = &axes.kind {
            let actors = [("actors", book.study.actors.len().into())];
            table.note = Some(book.say(&format!("axes-kind-{kind}"), &actors).into());
        }
        table.provenance = book.study.frame.weakest(records.iter().map(|axis| axis.provenance));
        out.push(Block::Table(table));
        let stress = records.iter().flat_map(|axis| axis.stress.values()).map(|text| book.text(text));
        let stress: Vec<Rich> = stress.filter(|text| !text.is_empty()).map(Rich::from).collect();
        if !stress.is_empty() {
            out.push(book.paragraph("axes-stress", &[]));
            out.push(Block::List { ordered: false, items: stress });
        }
    }
    if !axes.tests.is_empty() {
        let mut table = Table::new(
            "axes-tests",
            book.t("table-axes-tests"),
            vec![
                Column::text(book.t("column-test")),
                Column::text(book.t("column-measured")),
                Column::text(book.t("column-result")),
            ],
        );
        for test in &axes.tests {
            table.push(vec![
                book.t(&format!("axis-test-{}", test.name)).into(),
                measured(book, test).into(),
                result(book, &test.result),
            ]);
        }
        table.provenance = book.provenance(&axes.trace);
        out.push(Block::Table(table));
    }
    out.extend(book.why(&axes.trace));
    out
}

fn result(book: &Book<'_>, word: &str) -> Cell {
    let cell = Cell::from(book.t(&format!("test-{word}")));
    match word {
        "failed" | "half" | "not-met" | "partly" => cell.marked(Mark::Care),
        "not-measured" => cell.marked(Mark::Quiet),
        _ => cell,
    }
}

fn measured(book: &Book<'_>, test: &AxisTest) -> String {
    let figure = |name: &str| test.figures.get(name).copied().unwrap_or_default();
    if test.figures.is_empty() {
        return "–".to_owned();
    }
    // The difference of the figures as printed, to the nearest 5 %, in percentage points.
    let points = |a: f64, b: f64| {
        let steps = (a * 20.0).round() - (b * 20.0).round();
        book.words.short(steps.abs() * 5.0, 0)
    };
    match test.name.as_str() {
        "influence" => book.say(
            "axis-test-influence-figures",
            &[
                ("direct", book.words.short(figure("direct"), 1).into()),
                ("back", book.words.short(figure("direct_back"), 1).into()),
                ("indirect", book.words.num(figure("indirect"), 1).into()),
                ("indirectback", book.words.num(figure("indirect_back"), 1).into()),
            ],
        ),
        "dependence" => book.say(
            "axis-test-dependence-points",
            &[
                ("given", book.probability(figure("given")).into()),
                ("givennot", book.probability(figure("given_not")).into()),
                ("difference", points(figure("given"), figure("given_not")).into()),
            ],
        ),
        "corners" => {
            let share = |count: &Count| count.k as f64 / count.n as f64;
            let corner = |s: &&ScenarioFinding| test.figures.contains_key(&s.corner);
            let judged = book.findings.explore.scenarios.iter().filter(corner).filter_map(|s| s.plausible);
            let least = judged.filter(|count| count.n > 0).min_by(|a, b| share(a).total_cmp(&share(b)));
            let least = least.map(|count| book.count(count)).unwrap_or_default();
            book.say("axis-test-corners-figures", &[("least", least.into())])
        }
        "wish" => book.say("axis-test-wish-figures", &[("n", (figure("wishes") as i64).into())]),
        _ => book.say("axis-test-verifiable-figures", &[("n", (figure("verifiable") as i64).into())]),
    }
}

fn plane(book: &Book<'_>) -> Vec<Block> {
    let explore = &book.findings.explore;
    let mut out = vec![book.section("section-plane", "scenario-plane-section")];
    let marked = |kind: &str| explore.scenarios.iter().any(|s| s.kind == kind && s.x.is_some());
    out.extend(book.figure("scenario-plane", figures::scenario_plane));
    if marked("present") && marked("trend") {
        out.push(book.paragraph("plane-present-trend", &[]));
    }
    out
}

fn judgements(book: &Book<'_>) -> Vec<Block> {
    let explore = &book.findings.explore;
    let judged: Vec<&ScenarioFinding> =
        explore.scenarios.iter().filter(|s| s.plausibility.is_some() || s.desirability.is_some()).collect();
    if judged.is_empty() {
        return Vec::new();
    }
    let mut table = Table::new(
        "scenario-judgements",
        book.t("table-judgements"),
        vec![
            Column::text(book.t("column-scenario")),
            Column::number(book.t("column-plausibility")),
            Column::mark(book.t("column-spread")),
            Column::number(book.t("column-plausible")),
            Column::number(book.t("column-desirability")),
            Column::mark(book.t("column-spread")),
            Column::number(book.t("column-feasibility")),
            Column::mark(book.t("column-spread")),
            Column::number("n"),
        ],
    );
    for scenario in &judged {
        let mut cells: Vec<Cell> = vec![book.full(Kind::Scenario, &scenario.id).into()];
        let stats = [&scenario.plausibility, &scenario.desirability, &scenario.feasibility];
        for (index, stat) in stats.into_iter().enumerate() {
            cells.push(stat.as_ref().map_or(Cell::Empty, |s| book.median(s)));
            cells.push(stat.as_ref().map_or(Cell::Empty, |s| book.spread(s)));
            if index == 0 {
                cells.push(scenario.plausible.map_or(Cell::Empty, |c| book.count(c).into()));
            }
        }
        let n = stats.iter().filter_map(|s| s.as_ref().map(|s| s.n)).max().unwrap_or(0);
        cells.push(Cell::number(n as f64, n.to_string()));
        table.push(cells);
    }
    table.note = Some(book.t("table-judgements-note").into());
    table.provenance = book.provenance(&explore.trace);
    let mut out = book.figure("scenario-judgements", figures::scenario_judgements);
    out.push(Block::Table(table));
    out.extend(book.why(&explore.trace));
    out
}

fn probabilities(book: &Book<'_>) -> Vec<Block> {
    let Some(found) = &book.findings.explore.probabilities else {
        // Said only where the panel was asked about the scenarios otherwise.
        let judged = book.findings.explore.scenarios.iter().any(|own| own.plausible.is_some());
        return if judged { vec![book.paragraph("probabilities-none", &[])] } else { Vec::new() };
    };
    let mut out = vec![book.section("section-probabilities", "probabilities")];
    let most = found.corners.iter().max_by(|a, b| a.mean.total_cmp(&b.mean));
    if let Some(corner) = most {
        let name =
            corner.scenario.as_deref().map_or(corner.corner.clone(), |id| book.name(Kind::Scenario, id));
        let args = [
            ("scenario", name.into()),
            ("p", book.probability(corner.mean).into()),
            ("low", book.probability(corner.feasible.low).into()),
            ("high", book.probability(corner.feasible.high).into()),
        ];
        let key = if found.asked() { "probabilities-lead" } else { "probabilities-lead-independence" };
        out.push(Block::Lead(book.say(key, &args).into()));
    }
    let mut table = Table::new(
        "probabilities-corners",
        book.t(if found.asked() { "table-probabilities" } else { "table-probabilities-independence" }),
        vec![
            Column::mark(book.t("column-corner")),
            Column::text(book.t("column-scenario")),
            Column::mark(book.t("column-experts-range")),
            Column::mark(book.t("column-middle-half")),
            Column::number(book.t(if found.asked() { "column-mean" } else { "column-if-independent" })),
            Column::mark(book.t("column-feasible-range")),
        ],
    );
    for corner in &found.corners {
        let range = |range: Option<atalaya_analysis::findings::Range>| {
            range.map_or(Cell::Empty, |r| {
                let (low, high) = (book.probability(r.low), book.probability(r.high));
                if low == high {
                    return Cell::from(low);
                }
                Cell::from(book.say("range-value", &[("low", low.into()), ("high", high.into())]))
            })
        };
        table.push(vec![
            corner.corner.replace('-', "−").into(),
            corner.scenario.as_deref().map_or(Cell::Empty, |id| book.full(Kind::Scenario, id).into()),
            range(corner.spread),
            range(corner.quartiles),
            Cell::number(corner.mean, book.probability(corner.mean)),
            range(Some(corner.feasible)),
        ]);
    }
    if let [x, y] = found.marginals[..] {
        let args = [("x", book.probability(x).into()), ("y", book.probability(y).into())];
        table.note = Some(book.say("table-probabilities-note", &args).into());
    }
    table.provenance = book.provenance(&found.trace);
    out.push(Block::Table(table));
    if found.asked() {
        out.push(book.paragraph(
            "probabilities-coherence",
            &[
                ("k", found.incoherent.k.into()),
                ("n", found.incoherent.n.to_string().into()),
                ("mean", book.words.short(found.mean_correction * 100.0, 1).into()),
                ("max", book.words.short(found.max_correction * 100.0, 1).into()),
            ],
        ));
    }
    out.push(book.method(&format!("probabilities-method-{}", found.method), &[]));
    out.extend(book.why(&found.trace));
    out
}

/// Hypotheses by variable and scenario.
fn hypotheses(book: &Book<'_>) -> Vec<Block> {
    let scenarios: Vec<&Scenario> = book
        .findings
        .explore
        .scenarios
        .iter()
        .filter_map(|s| record(book, &s.id))
        .filter(|s| !s.states.is_empty())
        .collect();
    if scenarios.is_empty() {
        return Vec::new();
    }
    let mut variables: Vec<&str> = scenarios.iter().flat_map(|s| s.states.iter().map(Id::head)).collect();
    variables.sort_by(|a, b| atalaya_model::id::natural_cmp(a, b));
    variables.dedup();
    let mut columns = vec![Column::text(book.t("column-variable"))];
    columns.extend(scenarios.iter().map(|s| Column::text(book.name(Kind::Scenario, s.id.as_str()))));
    let mut table = Table::new("hypotheses", book.t("table-hypotheses"), columns);
    for variable in variables {
        let mut cells: Vec<Cell> = vec![book.full(Kind::Variable, variable).into()];
        for scenario in &scenarios {
            let state = scenario.states.iter().find(|state| state.head() == variable);
            cells.push(state.map_or(Cell::Empty, |id| book.name(Kind::State, id.as_str()).into()));
        }
        table.push(cells);
    }
    let empty = |row: &Row| row.cells.iter().any(|cell| matches!(cell, Cell::Empty));
    if table.rows.iter().any(empty) {
        table.note = Some(book.t("table-hypotheses-note").into());
    }
    vec![book.section("section-hypotheses", "hypotheses-section"), Block::Table(table)]
}

/// The fichas of the scenarios: image, path, winners and losers, signs, wild card.
fn cards(book: &Book<'_>) -> Vec<Block> {
    let mut out = vec![book.section("section-cards", "scenario-cards")];
    for finding in &book.findings.explore.scenarios {
        let Some(scenario) = record(book, &finding.id) else { continue };
        let mut body = markdown::blocks(book.text(&scenario.narrative));
        let mut facts = Vec::new();
        for (period, text) in &scenario.path {
            if !book.text(text).is_empty() {
                let years = Frame::period_years(period).map(|(from, to)| format!("{from}–{to}"));
                facts.push(Fact::new(years.unwrap_or_else(|| period.clone()), book.text(text)));
            }
        }
        let more = [
            ("fact-winners", &scenario.winners),
            ("fact-losers", &scenario.losers),
            ("fact-territory", &scenario.territory),
        ];
        for (key, text) in more {
            if !book.text(text).is_empty() {
                facts.push(Fact::new(book.t(key), book.text(text)));
            }
        }
        for sign in &finding.signs {
            facts.push(Fact::new(book.t("fact-sign"), book.name(Kind::Sign, sign)));
        }
        if !finding.wild_cards.is_empty() {
            let names: Vec<String> =
                finding.wild_cards.iter().map(|id| book.name(Kind::WildCard, id)).collect();
            facts.push(Fact::new(book.t("fact-wild-card"), book.words.list(&names)));
        }
        if !facts.is_empty() {
            body.push(Block::Facts(facts));
        }
        let mut tags = vec![book.t(&format!("scenariokind-{}", finding.kind))];
        if !finding.corner.is_empty() {
            tags.push(finding.corner.replace('-', "−"));
        }
        if book.findings.choose.bet.as_deref() == Some(finding.id.as_str()) {
            let decided = book.findings.choose.decided;
            tags.push(book.t(if decided { "tag-bet" } else { "tag-bet-proposed" }));
        }
        out.push(Block::Card(Card {
            anchor: format!("scenario-{}", finding.id),
            code: book.names.label(Kind::Scenario, &finding.id).to_owned(),
            title: book.name(Kind::Scenario, &finding.id),
            tags,
            body,
        }));
    }
    out
}

fn conditions(book: &Book<'_>) -> Vec<Block> {
    let scenarios: Vec<&ScenarioFinding> =
        book.findings.explore.scenarios.iter().filter(|s| !s.conditions.is_empty()).collect();
    let Some(first) = scenarios.first() else { return Vec::new() };
    let mut columns = vec![Column::text(book.t("column-scenario"))];
    columns.extend(first.conditions.iter().map(|c| Column::text(book.t(&format!("condition-{}", c.name)))));
    let mut table = Table::new("five-conditions", book.t("table-conditions"), columns);
    let cell = |condition: &Condition| {
        let word = result(book, &condition.result);
        match condition.count {
            Some(count) => {
                let text = book.t(&format!("test-{}", condition.result));
                let args = [("k", count.k.to_string().into()), ("n", count.n.to_string().into())];
                // Of incompatible pairs none is what is wished for; of the others, all.
                let with = match condition.name.as_str() {
                    "coherence" => Cell::from(format!("{text} ({})", book.say("pairs-of", &args))),
                    _ => Cell::from(format!("{text} ({})", book.say("count-of", &args))),
                };
                if matches!(word, Cell::Marked(..)) { with.marked(Mark::Care) } else { with }
            }
            None => word,
        }
    };
    for scenario in &scenarios {
        let mut cells: Vec<Cell> = vec![book.full(Kind::Scenario, &scenario.id).into()];
        cells.extend(scenario.conditions.iter().map(cell));
        table.push(cells);
    }
    table.note = Some(book.t("table-conditions-note").into());
    table.provenance = book.provenance(&book.findings.explore.trace);
    let whole = |s: &&&ScenarioFinding| s.conditions.iter().all(|condition| condition.result == "met");
    let rest: Vec<String> = scenarios.iter().filter(|s| !whole(s)).map(|s| s.id.clone()).collect();
    let args = [
        ("k", (scenarios.len() - rest.len()).into()),
        ("rest", rest.len().into()),
        ("names", book.list(Kind::Scenario, &rest).into()),
    ];
    let said = book.paragraph("conditions-text", &args);
    vec![book.section("section-conditions", "conditions"), said, Block::Table(table)]
}

fn wild_cards(book: &Book<'_>) -> Vec<Block> {
    if book.study.wild_cards.is_empty() {
        return Vec::new();
    }
    let mut table = Table::new(
        "wild-cards",
        book.t("table-wild-cards"),
        vec![
            Column::text(book.t("column-wild-card")),
            Column::text(book.t("column-effect")),
            Column::text(book.t("column-attacks")),
        ],
    );
    for card in &book.study.wild_cards {
        let scenarios: Vec<String> = card.scenarios.iter().map(ToString::to_string).collect();
        table.push(vec![
            book.name(Kind::WildCard, card.id.as_str()).into(),
            book.text(&card.effect).into(),
            book.labels(Kind::Scenario, &scenarios).into(),
        ]);
    }
    vec![book.section("section-wild-cards", "wild-cards-section"), Block::Table(table)]
}
