//! Probabilities of the four corners, only where the poles can be verified at a date: each expert's answers are made
//! coherent (SMIC with two hypotheses, or one conditional within its Fréchet bounds), then averaged. Where nobody was
//! asked how the axes depend on each other, the corners are those of independent axes, and said to be.

use atalaya_methods::{
    axes::{Judgement, feasible, independent_quadrants, quadrants, smic2},
    descriptive::{Summary, mean},
};
use atalaya_model::{Kind, records::Axis};

use crate::{
    context::{Context, Trace},
    findings::{CornerProbability, Count, PanelLevel, ProbabilityFinding, Range},
    panel::Panel,
};

/// The corners in the order of every array here: x first.
pub const CORNERS: [&str; 4] = ["++", "+-", "-+", "--"];

/// Raw answers that miss coherence by more than this are counted as incoherent.
const TOLERANCE: f64 = 0.05;

/// The method where only the simple probabilities were asked.
pub const INDEPENDENCE: &str = "independence";

/// Whether an axis has conditions and a day on which they are read.
#[must_use]
pub fn verifiable(axis: &Axis) -> bool {
    !axis.conditions.is_empty() && !axis.verified_on.is_empty()
}

/// One expert, made coherent.
struct Coherent {
    corners: [f64; 4],
    gap: f64,
}

/// The finding; absent without two verifiable axes and answers to them.
#[must_use]
pub fn run(context: &Context<'_>, trace: &mut Trace) -> Option<ProbabilityFinding> {
    let [x, y] = context.tables.axes.first_chunk::<2>().copied()?;
    if !(verifiable(x) && verifiable(y)) {
        return None;
    }
    let panel = |family: &str| context.last(family, Kind::Axis).map(|(_, panel)| panel);
    let simple = panel("probability");
    let given = panel("probability-given");
    let given_not = panel("probability-given-not");
    let likelihood = context.last("likelihood", Kind::Scenario).map(|(_, panel)| panel);
    let (x, y) = (x.id.as_str(), y.id.as_str());
    let conditional = || {
        let (simple, given) = (simple?, given?);
        let method = if given_not.is_some() { "smic-2" } else { "conditional" };
        let experts: Vec<Coherent> =
            (0..simple.experts).filter_map(|e| coherent(e, simple, given, given_not, x, y)).collect();
        (!experts.is_empty()).then_some((method, experts, vec![Some(simple), Some(given), given_not]))
    };
    let shared_out = || {
        let likelihood = likelihood?;
        let ids: Vec<Option<usize>> = CORNERS.iter().map(|c| corner_cell(context, likelihood, c)).collect();
        let experts: Vec<Coherent> =
            (0..likelihood.experts).filter_map(|e| direct(likelihood, e, &ids)).collect();
        (!experts.is_empty()).then_some(("likelihood", experts, vec![Some(likelihood)]))
    };
    let assumed = || {
        let simple = simple?;
        let experts: Vec<Coherent> =
            (0..simple.experts).filter_map(|e| independent(e, simple, x, y)).collect();
        (!experts.is_empty()).then_some((INDEPENDENCE, experts, vec![Some(simple)]))
    };
    let (method, experts, used) = conditional().or_else(shared_out).or_else(assumed)?;
    let mut node = trace.node(context, "explore.probabilities", "probabilities").convention(method);
    for panel in used.into_iter().flatten() {
        node = node.answers(panel);
    }
    let key = node.records(Kind::Axis).done();
    let n = experts.len();
    let level = PanelLevel::of(n);
    let own: Vec<[f64; 4]> = experts.iter().map(|e| e.corners).collect();
    let means: [f64; 4] = std::array::from_fn(|index| {
        mean(&own.iter().map(|corners| corners[index]).collect::<Vec<_>>()).unwrap_or_default()
    });
    let marginals = [means[0] + means[1], means[0] + means[2]];
    // What rounding adds beyond 1 is no probability.
    let ranges = feasible(marginals[0].clamp(0.0, 1.0), marginals[1].clamp(0.0, 1.0)).ok()?;
    let ranges = ranges.map(|(low, high)| Range { low, high });
    let corners: Vec<CornerProbability> = CORNERS
        .iter()
        .zip(ranges)
        .enumerate()
        .map(|(index, (corner, feasible))| {
            let values: Vec<f64> = experts.iter().map(|e| e.corners[index]).collect();
            let summary = Summary::of(&values);
            let range = |low: Option<f64>, high: Option<f64>| Some(Range { low: low?, high: high? });
            CornerProbability {
                corner: (*corner).to_owned(),
                scenario: scenario_of(context, corner),
                mean: means[index],
                feasible,
                spread: range(summary.min, summary.max).filter(|_| level >= PanelLevel::Counts),
                quartiles: range(summary.q1, summary.q3).filter(|_| level >= PanelLevel::Quartiles),
            }
        })
        .collect();
    let ratio = |part: f64, whole: f64| (whole > 0.0).then(|| part / whole);
    // What was assumed is not measured: axes taken as independent say nothing of their independence.
    let conditionals: Vec<f64> = [ratio(means[0], marginals[0]), ratio(means[2], 1.0 - marginals[0])]
        .into_iter()
        .flatten()
        .filter(|_| method != INDEPENDENCE)
        .collect();
    let gaps: Vec<f64> = experts.iter().map(|e| e.gap).collect();
    Some(ProbabilityFinding {
        experts: n,
        method: method.to_owned(),
        corners,
        conditionals: if conditionals.len() == 2 { conditionals } else { Vec::new() },
        marginals: marginals.to_vec(),
        frechet: ranges[0],
        incoherent: Count { k: gaps.iter().filter(|gap| **gap > TOLERANCE + 1e-9).count(), n },
        mean_correction: mean(&gaps).unwrap_or_default(),
        max_correction: gaps.iter().copied().fold(0.0, f64::max),
        trace: key,
    })
}

fn number(panel: &Panel, expert: usize, row: &str, column: Option<&str>) -> Option<f64> {
    panel.slot(expert, panel.cell(row, column)?).number()
}

fn coherent(
    expert: usize,
    simple: &Panel,
    given: &Panel,
    given_not: Option<&Panel>,
    x: &str,
    y: &str,
) -> Option<Coherent> {
    let number = |panel: &Panel, row: &str, column: Option<&str>| number(panel, expert, row, column);
    let (a, b) = (number(simple, x, None)?, number(simple, y, None)?);
    let y_given_x = number(given, y, Some(x));
    let x_given_y = number(given, x, Some(y));
    let full = given_not.and_then(|given_not| {
        Some(Judgement {
            first: a,
            second: b,
            first_given_second: x_given_y?,
            first_given_not_second: number(given_not, x, Some(y))?,
            second_given_first: y_given_x?,
            second_given_not_first: number(given_not, y, Some(x))?,
        })
    });
    match full {
        Some(judgement) => {
            let solution = smic2(&judgement, false).ok()?;
            Some(Coherent { corners: solution.probability, gap: solution.incoherence.largest() })
        }
        None => {
            let (solution, turned) = match (y_given_x, x_given_y) {
                (Some(given), _) => (quadrants(a, b, given).ok()?, false),
                (None, Some(given)) => (quadrants(b, a, given).ok()?, true),
                (None, None) => return None,
            };
            let [both, first, second, none] = solution.probability;
            let corners = if turned { [both, second, first, none] } else { solution.probability };
            Some(Coherent { corners, gap: solution.gap })
        }
    }
}

/// The corners of an expert of whom only P(X+) and P(Y+) are known.
fn independent(expert: usize, simple: &Panel, x: &str, y: &str) -> Option<Coherent> {
    let (a, b) = (number(simple, expert, x, None)?, number(simple, expert, y, None)?);
    Some(Coherent { corners: independent_quadrants(a, b).ok()?, gap: 0.0 })
}

/// Likelihoods asked directly: scaled to sum to 1; the gap is how far their sum was from 1.
fn direct(panel: &Panel, expert: usize, cells: &[Option<usize>]) -> Option<Coherent> {
    let values: Vec<f64> = cells.iter().map(|c| panel.slot(expert, (*c)?).number()).collect::<Option<_>>()?;
    let sum: f64 = values.iter().sum();
    let corners: [f64; 4] = values.try_into().ok()?;
    (sum > 0.0).then(|| Coherent { corners: corners.map(|p| p / sum), gap: (sum - 1.0).abs() })
}

fn scenario_of(context: &Context<'_>, corner: &str) -> Option<String> {
    let mut scenarios = context.tables.scenarios.iter();
    scenarios.find(|s| s.corner == *corner && s.x.is_none()).map(|s| s.id.to_string())
}

fn corner_cell(context: &Context<'_>, panel: &Panel, corner: &str) -> Option<usize> {
    panel.cell(&scenario_of(context, corner)?, None)
}
