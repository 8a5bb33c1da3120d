use schemars::JsonSchema;
use serde::Serialize;

use super::{Count, Key, PanelLevel, Range, TraceKey};

/// The futures that a panel's judgements on states hold together (cross-impact balances), beside those that the study
/// wrote.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct BalancesFinding {
    /// The round.
    pub round: Key,
    /// Experts who answered.
    pub experts: usize,
    /// How much of them may be printed.
    pub level: PanelLevel,
    /// How several experts became one matrix.
    pub aggregation: String,
    /// The variables whose states were judged: the descriptors.
    pub variables: Vec<Key>,
    /// The states of each, in the order that decides ties.
    pub states: Vec<Vec<Key>>,
    /// How far the state of the row promotes that of the column, over all states of all variables; absent where nobody
    /// judged, which counts as 0.
    pub matrix: Vec<Vec<Option<f64>>>,
    /// Judgements between states of two variables, those of one variable only where somebody gave them: how many of
    /// them were answered.
    pub judged: Count,
    /// How many scenarios the states allow, in decimal.
    pub space: String,
    /// How many of them are consistent, in decimal.
    pub count: String,
    /// Whether the search came to its end; `count` is else the number found.
    pub complete: bool,
    /// Which consistent scenarios are in `scenarios`: `all`, `best` (those of the greatest total impact), `drawn`.
    pub listed: String,
    /// Consistent scenarios by falling total impact, ties in the order of their states.
    pub scenarios: Vec<BalancedScenario>,
    /// Where the scenarios of the space lead; absent where that takes longer than a point finding.
    pub succession: Option<Succession>,
    /// What places a consistent scenario on each axis.
    pub axes: Vec<BalanceAxis>,
    /// The study's scenarios that fix states of these variables.
    pub own: Vec<OwnScenario>,
    /// Judgements of which one point decides on a scenario; for fewer than 8 experts.
    pub critical: Vec<CriticalJudgement>,
    /// What it rests on.
    pub trace: TraceKey,
}

/// A scenario that contradicts no judgement.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct BalancedScenario {
    /// The state of each variable.
    pub states: Vec<Key>,
    /// Total impact: the sum of the balances of its states.
    pub total: f64,
    /// By how much the least secure of its states is ahead of the best other one of its variable.
    pub consistency: f64,
    /// Scenarios that lead to it, in decimal; absent where they were sampled or not followed.
    pub weight: Option<String>,
    /// Their share of the space.
    pub share: Option<f64>,
    /// The 95 % interval of that share where it comes from a sample.
    pub interval: Option<Range>,
    /// For each axis 1 at the + pole, -1 at the − pole, 0 between; absent where its variable was not judged or both
    /// poles have the state.
    pub position: Vec<Option<i8>>,
    /// The study's scenario of that corner; absent where the axes gave none.
    pub corner: Option<Key>,
    /// The study's scenario from which it differs in the fewest variables, the first of several.
    pub nearest: Option<Key>,
    /// In how many.
    pub differs: Option<usize>,
    /// Pairs of its states that the study excludes: two judgements that contradict each other.
    pub excluded: Vec<(Key, Key)>,
    /// In how many resampled panels it is consistent; absent below 8 experts.
    pub held: Option<Count>,
}

/// Where the scenarios of the space lead when every variable goes over to the state that the others promote most.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Succession {
    /// `global`: all variables go over at once.
    pub rule: String,
    /// `incumbent-then-first`: a state as good as the best stays; else the first of the best is taken.
    pub ties: String,
    /// Scenarios drawn; absent where every one was followed.
    pub draws: Option<u64>,
    /// Cycles among the ends.
    pub cycles: usize,
    /// The share of the space that leads into a cycle.
    pub cycling: f64,
}

/// What places a scenario on an axis (convention `corner-states`): the states that the study's corner scenarios with
/// that pole give its variable.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct BalanceAxis {
    /// The axis.
    pub axis: Key,
    /// Its variable, where its states were judged.
    pub variable: Option<Key>,
    /// States of the + pole.
    pub high: Vec<Key>,
    /// States of the − pole.
    pub low: Vec<Key>,
    /// States that both poles have: they place nothing.
    pub undetermined: Vec<Key>,
}

/// A scenario of the study under the judgements.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct OwnScenario {
    /// The scenario.
    pub id: Key,
    /// Variables of which it fixes no state; it is then not measured.
    pub missing: Vec<Key>,
    /// By how much it misses consistency; 0 is consistent.
    pub inconsistency: Option<f64>,
    /// Total impact.
    pub total: Option<f64>,
    /// By how much the least secure of its states is ahead of the best other one of its variable: below 0 where it is
    /// not consistent, 0 where another state does as well.
    pub consistency: Option<f64>,
    /// The variables whose state the others do not hold up.
    pub breaks: Vec<Break>,
    /// Place in `scenarios`, from 1, of the consistent one that differs in the fewest variables.
    pub nearest: Option<usize>,
    /// In how many.
    pub differs: Option<usize>,
    /// In how many resampled panels it is consistent; absent below 8 experts.
    pub held: Option<Count>,
}

/// A state that the others of a scenario do not hold up.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Break {
    /// The variable.
    pub variable: Key,
    /// The state that the scenario gives it.
    pub state: Key,
    /// The state that the others promote most, the first of several.
    pub to: Key,
    /// By how much more.
    pub by: f64,
}

/// A judgement of which one point decides whether a scenario is consistent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct CriticalJudgement {
    /// The state that acts.
    pub from: Key,
    /// The state that is acted on.
    pub to: Key,
    /// What was judged.
    pub value: f64,
    /// What it would be.
    pub other: f64,
    /// Places in `scenarios`, from 1, of those that would be lost.
    pub lost: Vec<usize>,
    /// Scenarios of the study that would become consistent.
    pub won: Vec<Key>,
}
