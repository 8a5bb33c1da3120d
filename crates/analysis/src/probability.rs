//! Probabilities of the four corners, only where the poles can be verified at a date: each expert's answers are made
//! coherent (SMIC with two hypotheses, or one conditional within its Fréchet bounds), then averaged.

use atalaya_methods::{
    axes::{Judgement, frechet_bounds, quadrants, smic2},
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
    let (method, experts, used) = match (simple, given, likelihood) {
        (Some(simple), Some(given), _) => {
            let method = if given_not.is_some() { "smic-2" } else { "conditional" };
            let experts: Vec<Coherent> =
                (0..simple.experts).filter_map(|e| coherent(e, simple, given, given_not, x, y)).collect();
            (method, experts, vec![Some(simple), Some(given), given_not])
        }
        (_, _, Some(likelihood)) => {
            let ids: Vec<Option<usize>> =
                CORNERS.iter().map(|c| corner_cell(context, likelihood, c)).collect();
            let experts = (0..likelihood.experts).filter_map(|e| direct(likelihood, e, &ids)).collect();
            ("likelihood", experts, vec![Some(likelihood)])
        }
        _ => return None,
    };
    if experts.is_empty() {
        return None;
    }
    let mut node = trace.node(context, "explore.probabilities", "probabilities").convention(method);
    for panel in used.into_iter().flatten() {
        node = node.answers(panel);
    }
    let key = node.records(Kind::Axis).done();
    let n = experts.len();
    let level = PanelLevel::of(n);
    let corners: Vec<CornerProbability> = CORNERS
        .iter()
        .enumerate()
        .map(|(index, corner)| {
            let values: Vec<f64> = experts.iter().map(|e| e.corners[index]).collect();
            let summary = Summary::of(&values);
            let range = |low: Option<f64>, high: Option<f64>| Some(Range { low: low?, high: high? });
            CornerProbability {
                corner: (*corner).to_owned(),
                scenario: scenario_of(context, corner),
                mean: mean(&values).unwrap_or_default(),
                spread: range(summary.min, summary.max).filter(|_| level >= PanelLevel::Counts),
                quartiles: range(summary.q1, summary.q3).filter(|_| level >= PanelLevel::Quartiles),
            }
        })
        .collect();
    let p: Vec<f64> = corners.iter().map(|c| c.mean).collect();
    let marginals = vec![p[0] + p[1], p[0] + p[2]];
    let conditional = |part: f64, whole: f64| (whole > 0.0).then(|| part / whole);
    let conditionals: Vec<f64> = [conditional(p[0], marginals[0]), conditional(p[2], 1.0 - marginals[0])]
        .into_iter()
        .flatten()
        .collect();
    let bounds =
        frechet_bounds(marginals[0].clamp(0.0, 1.0), marginals[1].clamp(0.0, 1.0)).unwrap_or((0.0, 1.0));
    let gaps: Vec<f64> = experts.iter().map(|e| e.gap).collect();
    Some(ProbabilityFinding {
        experts: n,
        method: method.to_owned(),
        corners,
        conditionals: if conditionals.len() == 2 { conditionals } else { Vec::new() },
        marginals,
        frechet: Range { low: bounds.0, high: bounds.1 },
        incoherent: Count { k: gaps.iter().filter(|gap| **gap > TOLERANCE + 1e-9).count(), n },
        mean_correction: mean(&gaps).unwrap_or_default(),
        max_correction: gaps.iter().copied().fold(0.0, f64::max),
        trace: key,
    })
}

fn coherent(
    expert: usize,
    simple: &Panel,
    given: &Panel,
    given_not: Option<&Panel>,
    x: &str,
    y: &str,
) -> Option<Coherent> {
    let number = |panel: &Panel, row: &str, column: Option<&str>| {
        panel.slot(expert, panel.cell(row, column)?).number()
    };
    let (a, b) = (number(simple, x, None)?, number(simple, y, None)?);
    let y_given_x = number(given, y, Some(x));
    let full = given_not.and_then(|given_not| {
        Some(Judgement {
            first: a,
            second: b,
            first_given_second: number(given, x, Some(y))?,
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
            let solution = quadrants(a, b, y_given_x?).ok()?;
            Some(Coherent { corners: solution.probability, gap: solution.gap })
        }
    }
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
