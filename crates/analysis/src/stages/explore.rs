//! `explore` · explorar: axes and their five tests, probabilities of the corners, scenarios against Godet's conditions,
//! the cone.

use std::collections::BTreeMap;

use atalaya_methods::{
    axes::{AxesProposal, Grade, MutualInfluence, corners, independence, mutual_influence, propose_axes},
    control::{Cancelled, Control},
    rank::Ranks,
};
use atalaya_model::{
    Code, Kind,
    choice::{About, Choice, ScenarioKind},
    records::{Frame, Scenario},
};

use crate::{
    balances, cone,
    context::{Context, Trace},
    findings::{
        AxesFinding, AxisTest, Condition, Count, DecisionFinding, ExploreFinding, Key, ProbabilityFinding,
        ScanFinding, ScenarioFinding, Stability, StructureFinding,
    },
    item::item,
    panel::Panel,
    probability, smic,
};

/// The point findings.
#[must_use]
pub fn run(
    context: &Context<'_>,
    trace: &mut Trace,
    scan: &ScanFinding,
    structure: &StructureFinding,
    decisions: &mut Vec<DecisionFinding>,
) -> ExploreFinding {
    let tables = &context.tables;
    if tables.scenarios.is_empty() {
        trace.gap("explore", Code::NoRecords, &[("kind", "scenario")]);
    }
    if tables.axes.is_empty() {
        trace.gap("explore", Code::NoRecords, &[("kind", "axis")]);
    }
    let mut node = trace.node(context, "explore.scenarios", "scenarios").convention("godet-five-conditions");
    for family in ["plausibility", "desirability", "feasibility", "likelihood", "robust"] {
        let kind = if family == "robust" { Kind::Action } else { Kind::Scenario };
        if let Some((_, panel)) = context.last(family, kind) {
            node = node.answers(panel);
        }
    }
    let key = node
        .records(Kind::Scenario)
        .records(Kind::State)
        .records(Kind::Exclusion)
        .records(Kind::WildCard)
        .input("structure.classes")
        .done();
    let scenarios: Vec<ScenarioFinding> =
        tables.scenarios.iter().map(|record| scenario(context, trace, structure, record)).collect();
    let probabilities = probability::run(context, trace);
    let untested: Vec<Key> = scenarios
        .iter()
        .filter(|s| s.kind == ScenarioKind::Exploratory.as_str() && s.wild_cards.is_empty())
        .map(|s| s.id.clone())
        .collect();
    for id in &untested {
        trace.gap("explore", Code::ScenarioUntested, &[("id", id)]);
    }
    let axes = axes(context, trace, structure, &scenarios, probabilities.as_ref(), decisions);
    ExploreFinding {
        cone: cone::run(context, trace, scan, &scenarios, probabilities.as_ref()),
        smic: smic::run(context, trace),
        balances: balances::run(context, trace),
        axes,
        probabilities,
        scenarios,
        untested,
        trace: key,
    }
}

/// Marks the bet on the cone, once it is known.
pub fn mark_bet(finding: &mut ExploreFinding, bet: Option<&str>) {
    for end in finding.cone.iter_mut().flat_map(|cone| &mut cone.ends) {
        end.bet = Some(end.scenario.as_str()) == bet;
    }
}

/// Centre of a corner's quadrant on the plane from -1 to 1; each letter is a pole, x first.
fn corner_position(corner: &str) -> Option<(f64, f64)> {
    let mut signs = corner.chars().map(|c| match c {
        '+' => Some(0.5),
        '-' | '−' => Some(-0.5),
        _ => None,
    });
    Some((signs.next()??, signs.next()??))
}

fn scenario(
    context: &Context<'_>,
    trace: &mut Trace,
    structure: &StructureFinding,
    record: &Scenario,
) -> ScenarioFinding {
    let tables = &context.tables;
    let id = record.id.to_string();
    let judged = |family: &str| {
        let (_, panel) = context.last(family, Kind::Scenario)?;
        panel.cell(&id, None).map(|cell| item(panel, cell, &context.settings))
    };
    let plausible = context.last("plausibility", Kind::Scenario).and_then(|(_, panel)| {
        let values = panel.drawn(panel.cell(&id, None)?, None);
        Some(Count { k: values.iter().filter(|v| **v >= 4.0 - 1e-9).count(), n: values.len() })
    });
    let kind = record.kind.unwrap_or(ScenarioKind::Exploratory);
    let fixed: Vec<&str> = record.states.iter().map(|state| state.head()).collect();
    let asked = kind != ScenarioKind::Present;
    let states_missing: Vec<Key> = structure
        .strategic
        .iter()
        .filter(|variable| asked && !fixed.contains(&variable.as_str()))
        .cloned()
        .collect();
    for variable in states_missing.iter().filter(|_| kind == ScenarioKind::Exploratory) {
        trace.gap("explore", Code::StateMissing, &[("id", &id), ("variable", variable)]);
    }
    let excluded: Vec<(Key, Key)> = tables
        .exclusions
        .iter()
        .filter_map(|pair| Some((pair.a.0.as_ref()?, pair.b.0.as_ref()?)))
        .filter(|(a, b)| record.states.contains(a) && record.states.contains(b))
        .map(|(a, b)| (a.to_string(), b.to_string()))
        .collect();
    let named = |refs: &[atalaya_model::Id]| refs.contains(&record.id);
    let (x, y) = match (record.x, record.y) {
        (Some(x), Some(y)) => (Some(x), Some(y)),
        _ => corner_position(&record.corner).unzip(),
    };
    let periods: Vec<&String> =
        context.study.frame.periods.iter().filter(|p| Frame::period_years(p).is_some()).collect();
    let told =
        periods.iter().filter(|p| record.path.get(p.as_str()).is_some_and(|text| !text.is_empty())).count();
    let mut finding = ScenarioFinding {
        kind: kind.as_str().to_owned(),
        corner: record.corner.clone(),
        x,
        y,
        plausibility: judged("plausibility"),
        desirability: judged("desirability"),
        feasibility: judged("feasibility"),
        plausible,
        states_missing,
        excluded,
        wild_cards: ids(tables.wild_cards.iter().filter(|w| named(&w.scenarios)).map(|w| &w.id)),
        signs: ids(tables.signs.iter().filter(|s| s.scenario.0.as_ref() == Some(&record.id)).map(|s| &s.id)),
        periods: Count { k: told, n: periods.len() },
        conditions: Vec::new(),
        id,
    };
    if asked {
        finding.conditions = conditions(context, structure, &finding);
    }
    finding
}

fn ids<'a>(records: impl Iterator<Item = &'a atalaya_model::Id>) -> Vec<Key> {
    records.map(ToString::to_string).collect()
}

/// Godet's five conditions, each against something that can be counted.
fn conditions(
    context: &Context<'_>,
    structure: &StructureFinding,
    scenario: &ScenarioFinding,
) -> Vec<Condition> {
    let grade = |met: bool, partly: bool| {
        if met {
            "met"
        } else if partly {
            "partly"
        } else {
            "not-met"
        }
    };
    let condition = |name: &str, result: &str, count: Option<Count>| Condition {
        name: name.to_owned(),
        result: result.to_owned(),
        count,
    };
    let key = structure.strategic.len();
    let fixed = key - scenario.states_missing.len();
    let pertinence = if key == 0 { "not-measured" } else { grade(fixed == key, 2 * fixed >= key) };
    let pairs = context.tables.exclusions.len();
    let coherence = if pairs == 0 { "not-measured" } else { grade(scenario.excluded.is_empty(), false) };
    let believed = scenario.plausible.filter(|c| c.n > 0).map(|c| 2 * c.k >= c.n);
    let dated = scenario.periods.n > 0 && scenario.periods.k == scenario.periods.n;
    let likelihood = match believed {
        None => "not-measured",
        Some(believed) => grade(believed && dated, believed || dated),
    };
    let (importance, changed) = match context.last("robust", Kind::Action) {
        None => ("not-measured", None),
        Some((_, panel)) => {
            let changed = changed_actions(panel, &scenario.id);
            let result = changed.map_or("not-measured", |c| grade(c.k > 0, false));
            (result, changed)
        }
    };
    let transparency = if believed.is_some() { "met" } else { "not-measured" };
    vec![
        condition("pertinence", pertinence, (key > 0).then_some(Count { k: fixed, n: key })),
        condition(
            "coherence",
            coherence,
            (pairs > 0).then_some(Count { k: scenario.excluded.len(), n: pairs }),
        ),
        condition("likelihood", likelihood, scenario.plausible),
        condition("importance", importance, changed),
        condition("transparency", transparency, None),
    ]
}

/// Actions whose median in this scenario differs from their median in another one.
fn changed_actions(panel: &Panel, scenario: &str) -> Option<Count> {
    let column = panel.columns.iter().position(|id| *id == *scenario)?;
    let median = |row: usize, column: usize| {
        atalaya_methods::descriptive::median(&panel.drawn(row * panel.columns.len() + column, None))
    };
    let changed = (0..panel.rows.len()).filter(|row| {
        let own = median(*row, column);
        (0..panel.columns.len())
            .any(|other| own.is_some() && median(*row, other).is_some_and(|m| Some(m) != own))
    });
    Some(Count { k: changed.count(), n: panel.rows.len() })
}

fn axes(
    context: &Context<'_>,
    trace: &mut Trace,
    structure: &StructureFinding,
    scenarios: &[ScenarioFinding],
    probabilities: Option<&ProbabilityFinding>,
    decisions: &mut Vec<DecisionFinding>,
) -> Option<AxesFinding> {
    let records = &context.tables.axes;
    let proposal = proposal(structure);
    if records.len() < 2 && proposal.is_empty() {
        return None;
    }
    let key = trace
        .node(context, "explore.axes", "axes")
        .convention("crossing-then-ranks")
        .rules(&["importance_cut", "uncertainty_cut", "plane_cut"])
        .records(Kind::Axis)
        .input("structure.classes")
        .input("structure.micmac")
        .input("explore.scenarios")
        .input("explore.probabilities")
        .done();
    let basis = trace.hash(&key);
    let mut decision = super::decisions::finding(context, About::Axes, proposal.clone(), &basis);
    if !decision.decided && !proposal.is_empty() {
        trace.gap("explore", Code::NotDecided, &[("about", "axes")]);
    }
    let variables: Vec<Key> =
        records.iter().filter_map(|axis| axis.variable.0.as_ref().map(ToString::to_string)).collect();
    // Axes that are written stand, whether or not anybody recorded why.
    if !decision.decided && !variables.is_empty() {
        decision.stands.clone_from(&variables);
    }
    decisions.push(decision);
    let mut tests = Vec::new();
    if records.len() >= 2 {
        tests.push(influence_test(structure, &variables));
        tests.push(dependence_test(probabilities));
        tests.push(corner_test(scenarios));
        let wishes = records.iter().filter(|axis| axis.wish).count();
        tests.push(AxisTest {
            name: "wish".to_owned(),
            result: if wishes == 0 { "passed" } else { "failed" }.to_owned(),
            figures: BTreeMap::from([("wishes".to_owned(), wishes as f64)]),
        });
        let verifiable = records.iter().filter(|axis| probability::verifiable(axis)).count();
        tests.push(AxisTest {
            name: "verifiable".to_owned(),
            result: if verifiable == records.len() { "passed" } else { "failed" }.to_owned(),
            figures: BTreeMap::from([("verifiable".to_owned(), verifiable as f64)]),
        });
    }
    let kind = records.iter().find_map(|axis| axis.kind);
    Some(AxesFinding {
        axes: ids(records.iter().map(|axis| &axis.id)),
        candidates: structure.crossing.clone(),
        kind: kind.map(|kind| kind.as_str().to_owned()),
        stability: None,
        trace: key,
        proposed: proposal,
        variables,
        tests,
    })
}

/// Adds how often the rule proposed this pair of axes over the resampled panels, and the ranges and stability of the
/// hypotheses' scenarios.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop.
pub fn resample(
    context: &Context<'_>,
    finding: &mut ExploreFinding,
    structure: &StructureFinding,
    draws: &super::structure::Draws,
    control: &Control,
) -> Result<(), Cancelled> {
    axes_stability(finding, structure, draws);
    smic::resample(context, finding.smic.as_mut(), control)?;
    balances::resample(context, finding.balances.as_mut(), control)
}

fn axes_stability(
    finding: &mut ExploreFinding,
    structure: &StructureFinding,
    draws: &super::structure::Draws,
) {
    let (Some(axes), Some(micmac)) = (&mut finding.axes, &structure.micmac) else { return };
    let drawn = draws.axes(structure);
    if drawn.is_empty() || axes.proposed.is_empty() {
        return;
    }
    let at = |id: &Key| micmac.variables.iter().position(|v| v == id);
    let own: Vec<usize> = axes.proposed.iter().filter_map(at).collect();
    let same = |crossing: &[usize], influence: &[f64], uncertainty: &[f64]| {
        let uncertain = Ranks::descending(uncertainty).average();
        match propose_axes(influence, &uncertain, crossing) {
            AxesProposal::Crossing(a, b) | AxesProposal::HighestRanks(a, b) => {
                own.contains(&a) && own.contains(&b)
            }
            AxesProposal::TooFew { .. } | AxesProposal::Tied(_) => false,
        }
    };
    let held =
        drawn.iter().filter(|(crossing, influence, uncertainty)| same(crossing, influence, uncertainty));
    axes.stability =
        Some(Stability { experts: micmac.aggregation.experts, draws: drawn.len(), held: held.count() });
}

/// The pair that the rule proposes: the crossing, or of a larger one the pair with the highest summed ranks.
fn proposal(structure: &StructureFinding) -> Vec<Key> {
    let Some(micmac) = &structure.micmac else { return Vec::new() };
    let uncertainty = |id: &Key| {
        let variable = structure.variables.iter().find(|v| v.id == *id);
        variable.and_then(|v| v.uncertainty).unwrap_or(f64::NEG_INFINITY)
    };
    let uncertain: Vec<f64> = micmac.variables.iter().map(uncertainty).collect();
    let ranks = Ranks::descending(&uncertain).average();
    let crossing: Vec<usize> =
        structure.crossing.iter().filter_map(|id| micmac.variables.iter().position(|v| v == id)).collect();
    match propose_axes(&micmac.indirect.direct_influence_rank, &ranks, &crossing) {
        AxesProposal::Crossing(a, b) | AxesProposal::HighestRanks(a, b) => {
            vec![micmac.variables[a].clone(), micmac.variables[b].clone()]
        }
        AxesProposal::TooFew { .. } | AxesProposal::Tied(_) => Vec::new(),
    }
}

fn grade_word(grade: Grade) -> String {
    match grade {
        Grade::Pass => "passed",
        Grade::Half => "half",
        Grade::Fail => "failed",
    }
    .to_owned()
}

fn not_measured(name: &str) -> AxisTest {
    AxisTest { name: name.to_owned(), result: "not-measured".to_owned(), figures: BTreeMap::new() }
}

fn influence_test(structure: &StructureFinding, variables: &[Key]) -> AxisTest {
    let measured = structure.micmac.as_ref().and_then(|micmac| {
        let at = |id: &Key| micmac.variables.iter().position(|v| v == id);
        let (a, b) = (at(variables.first()?)?, at(variables.get(1)?)?);
        let power = micmac.indirect.power.max(2);
        let indirect = relative_power(&micmac.matrix, power);
        let pair = MutualInfluence {
            direct: micmac.matrix[a][b],
            direct_back: micmac.matrix[b][a],
            indirect: indirect(a, b),
            indirect_back: indirect(b, a),
        };
        Some(pair)
    });
    let Some(pair) = measured else { return not_measured("influence") };
    AxisTest {
        name: "influence".to_owned(),
        result: grade_word(mutual_influence(&pair)),
        figures: BTreeMap::from([
            ("direct".to_owned(), pair.direct),
            ("direct_back".to_owned(), pair.direct_back),
            ("indirect".to_owned(), pair.indirect),
            ("indirect_back".to_owned(), pair.indirect_back),
        ]),
    }
}

/// Cells of the matrix's power over the mean of its cells off the diagonal.
fn relative_power(matrix: &[Vec<f64>], power: usize) -> impl Fn(usize, usize) -> f64 {
    let n = matrix.len();
    let mut product: Vec<Vec<f64>> = matrix.to_vec();
    for _ in 1..power {
        let mut next = vec![vec![0.0; n]; n];
        for (row, out) in product.iter().zip(&mut next) {
            for (value, factors) in row.iter().zip(matrix).filter(|(value, _)| **value != 0.0) {
                out.iter_mut().zip(factors).for_each(|(cell, factor)| *cell += value * factor);
            }
        }
        // Only ratios matter: scaled, so that no power overflows.
        let largest = next.iter().flatten().copied().fold(0.0, f64::max);
        if largest > 0.0 {
            next.iter_mut().flatten().for_each(|cell| *cell /= largest);
        }
        product = next;
    }
    let total: f64 = product
        .iter()
        .enumerate()
        .flat_map(|(i, row)| row.iter().enumerate().filter(move |(j, _)| *j != i))
        .map(|(_, v)| *v)
        .sum();
    let mean = total / (n * n.saturating_sub(1)).max(1) as f64;
    move |a, b| if mean > 0.0 { product[a][b] / mean } else { 0.0 }
}

fn dependence_test(probabilities: Option<&ProbabilityFinding>) -> AxisTest {
    let Some([given, given_not]) = probabilities.and_then(|p| p.conditionals.first_chunk::<2>().copied())
    else {
        return not_measured("dependence");
    };
    match independence(given, given_not) {
        Ok(test) => AxisTest {
            name: "dependence".to_owned(),
            result: grade_word(test.grade),
            figures: BTreeMap::from([
                ("given".to_owned(), given),
                ("given_not".to_owned(), given_not),
                ("difference".to_owned(), test.difference),
            ]),
        },
        Err(_) => not_measured("dependence"),
    }
}

fn corner_test(scenarios: &[ScenarioFinding]) -> AxisTest {
    let share = |corner: &str| {
        let scenario =
            scenarios.iter().find(|s| s.corner == corner && s.kind == ScenarioKind::Exploratory.as_str())?;
        scenario.plausible.filter(|c| c.n > 0).map(|c| c.k as f64 / c.n as f64)
    };
    let names = ["++", "+-", "-+", "--"];
    let shares = names.map(share);
    let Some(grade) = corners(&shares) else { return not_measured("corners") };
    AxisTest {
        name: "corners".to_owned(),
        result: grade_word(grade),
        figures: names.iter().zip(shares).filter_map(|(n, s)| Some(((*n).to_owned(), s?))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_lie_in_their_quadrants() {
        assert_eq!(corner_position("+-"), Some((0.5, -0.5)));
        assert_eq!(corner_position("−+"), Some((-0.5, 0.5)));
        assert_eq!(corner_position("+"), None);
        assert_eq!(corner_position(""), None);
    }

    #[test]
    fn powers_are_compared_with_the_mean_cell() {
        let matrix = vec![vec![0.0, 1.0, 0.0], vec![1.0, 0.0, 1.0], vec![1.0, 0.0, 0.0]];
        // M⁴ = [1 1 1; 2 1 1; 1 1 0]: off the diagonal 1 1 2 1 1 1, mean 7/6.
        let relative = relative_power(&matrix, 4);
        assert!((relative(1, 0) - 12.0 / 7.0).abs() < 1e-12);
        assert!((relative(0, 1) - 6.0 / 7.0).abs() < 1e-12);
    }
}
