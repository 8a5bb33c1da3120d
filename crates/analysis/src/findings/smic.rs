use schemars::JsonSchema;
use serde::Serialize;

use super::{Count, Key, PanelLevel, Range, Stability, TraceKey};

/// Coherent probabilities of events, and of the scenarios that they make (SMIC Prob-Expert).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct SmicFinding {
    /// The events.
    pub events: Vec<Key>,
    /// Rounds of the three families.
    pub round: Key,
    /// Experts who answered everything: each is solved, and the solutions are averaged.
    pub experts: usize,
    /// How much of them may be printed.
    pub level: PanelLevel,
    /// Experts who left a question open: they are no part of it.
    pub incomplete: usize,
    /// Whether the objective has terms of the simple probabilities; SMIC 74 has not.
    pub simple_terms: bool,
    /// Sum of squares left, 0 for coherent answers: the mean of the experts'.
    pub objective: f64,
    /// Raw probabilities: the mean of the experts'.
    pub raw: SmicTables,
    /// Net probabilities; unique.
    pub net: SmicTables,
    /// How many numbers of the scenario probabilities the answers determine: 1 + n + n (n - 1) / 2.
    pub rank: usize,
    /// The solution that the scenarios' probabilities are of: they are not unique for three events and more.
    pub solution: String,
    /// Entropy of that solution, in nats.
    pub entropy: f64,
    /// Scenarios by falling probability; ties by code.
    pub scenarios: Vec<SmicScenario>,
    /// Scenarios without a range (`low` and `high` absent).
    pub without_range: usize,
    /// How many scenarios make up 80 % of the probability.
    pub core: usize,
    /// How far the raw answers were corrected.
    pub correction: SmicCorrection,
    /// How far the raw answers were from fitting together.
    pub incoherence: SmicCorrection,
    /// Sensitivity of the net probabilities; absent above 10 events.
    pub elasticity: Option<SmicElasticity>,
    /// The groups of the panel, each by the average of its experts; those below `privacy.min_group` are merged.
    pub groups: Vec<SmicGroup>,
    /// What changes when one probability of a single expert or a consensus is a little different; never the panel's
    /// uncertainty. Absent above 6 events.
    pub sensitivity: Option<SmicSensitivity>,
    /// How often the most probable scenario was so over resampled panels; absent below 8 experts.
    pub stability: Option<Stability>,
    /// What it rests on.
    pub trace: TraceKey,
}

/// Whether the most probable scenario is another one when one probability is moved, each on its own, up and down: a
/// simple one to 0 or 1 at most, a conditional one to the bound that the simple ones leave it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct SmicSensitivity {
    /// By how much each is moved.
    pub step: f64,
    /// Moves tried.
    pub moves: usize,
    /// Moves after which the scenario is the same.
    pub held: usize,
    /// Moves that rounding kept from being solved.
    pub unresolved: usize,
    /// The moves that make another scenario the most probable one.
    pub turns: Vec<SmicTurn>,
}

/// A move that makes another scenario the most probable one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct SmicTurn {
    /// `p`, `given`, `given-not`.
    pub table: String,
    /// The event.
    pub event: Key,
    /// The event that is given, or given not to occur.
    pub on: Option<Key>,
    /// What was answered.
    pub from: f64,
    /// What it is moved to.
    pub to: f64,
    /// The scenario that is then the most probable one.
    pub scenario: String,
}

/// Probabilities of events: alone, given another, given not another.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct SmicTables {
    /// P(i).
    pub p: Vec<f64>,
    /// Row i, column j: P(i / j); absent on the diagonal and where P(j) is 0.
    pub given: Vec<Vec<Option<f64>>>,
    /// Row i, column j: P(i / not j); absent on the diagonal and where P(j) is 1.
    pub given_not: Vec<Vec<Option<f64>>>,
}

/// A scenario: which events occur.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct SmicScenario {
    /// `110`: the first two of three events occur.
    pub code: String,
    /// Probability in the named solution.
    pub probability: f64,
    /// Probability of the scenarios up to this one.
    pub cumulated: f64,
    /// First and last place, from 1; equal where there is no tie.
    pub place: (u32, u32),
    /// Least probability over all solutions.
    pub low: Option<f64>,
    /// Greatest probability over all solutions.
    pub high: Option<f64>,
    /// 5th to 95th percentile over resampled panels; absent below 8 experts.
    pub interval: Option<Range>,
}

/// Sizes of corrections or gaps, in probability.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct SmicCorrection {
    /// The largest of any expert.
    pub largest: f64,
    /// The mean over the experts.
    pub mean: f64,
    /// Experts with one above .05.
    pub above: Count,
}

/// How the net probabilities answer to a change of .1 in a raw one, on the mean answers of the panel.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct SmicElasticity {
    /// The change of each raw probability, upwards.
    pub step: Vec<f64>,
    /// Row i, column j: elasticity of P(j) to P(i), upwards.
    pub up: Vec<Vec<Option<f64>>>,
    /// The same downwards.
    pub down: Vec<Vec<Option<f64>>>,
    /// Driving power of each event: sum of its row without signs, mean of both directions.
    pub driving: Vec<Option<f64>>,
    /// Dependence of each event: sum of its column.
    pub dependent: Vec<Option<f64>>,
}

/// A group of the panel.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct SmicGroup {
    /// Group, or `other`.
    pub group: String,
    /// Experts.
    pub experts: usize,
    /// Net P(i).
    pub p: Vec<f64>,
    /// Probability of each scenario, in the order of `scenarios`.
    pub probability: Vec<f64>,
}
