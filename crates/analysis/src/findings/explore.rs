use schemars::JsonSchema;
use serde::Serialize;

use super::{Count, ItemStat, Key, Range, TraceKey};

/// `explore` · explorar.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ExploreFinding {
    /// The axes.
    pub axes: Option<AxesFinding>,
    /// Probabilities of the four corners, where the poles can be verified.
    pub probabilities: Option<ProbabilityFinding>,
    /// Coherent probabilities of the study's hypotheses and of the scenarios that they make.
    pub smic: Option<super::SmicFinding>,
    /// The consistent scenarios of the judgements on states, beside the study's own.
    pub balances: Option<super::BalancesFinding>,
    /// The scenarios, in the order of their file.
    pub scenarios: Vec<ScenarioFinding>,
    /// The cone of plausibility.
    pub cone: Option<ConeFinding>,
    /// Scenarios that no wild card attacks.
    pub untested: Vec<Key>,
    /// What the judgements rest on.
    pub trace: TraceKey,
}

/// The axes and their tests.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct AxesFinding {
    /// The axes' ids, x then y.
    pub axes: Vec<Key>,
    /// Their variables.
    pub variables: Vec<Key>,
    /// The pair of variables that the rule proposes.
    pub proposed: Vec<Key>,
    /// Candidates of the rule: the crossing, in its order.
    pub candidates: Vec<Key>,
    /// `external` or `motor`.
    pub kind: Option<String>,
    /// The five tests.
    pub tests: Vec<AxisTest>,
    /// How often the rule proposed this pair over resampled panels; absent below 8 experts.
    pub stability: Option<super::Stability>,
    /// What it rests on.
    pub trace: TraceKey,
}

/// One test of the axes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct AxisTest {
    /// `influence`, `dependence`, `corners`, `wish`, `verifiable`.
    pub name: String,
    /// `passed`, `half`, `failed` or `not-measured`.
    pub result: String,
    /// Named figures that the result rests on.
    pub figures: std::collections::BTreeMap<String, f64>,
}

/// Probabilities of the four corners.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ProbabilityFinding {
    /// Experts whose answers could be used.
    pub experts: usize,
    /// `smic-2` (both conditionals of each pole asked), `conditional` (one asked), `likelihood` (asked directly),
    /// `independence` (only the poles' own probabilities asked: the corners are an assumption).
    pub method: String,
    /// The corners `++`, `+-`, `-+`, `--`: mean of the experts' coherent solutions.
    pub corners: Vec<CornerProbability>,
    /// P(X+) and P(Y+), net.
    pub marginals: Vec<f64>,
    /// P(Y+ | X+) and P(Y+ | X−), net; none where independence was assumed.
    pub conditionals: Vec<f64>,
    /// Fréchet bounds of `++` given the marginals.
    pub frechet: Range,
    /// Experts whose raw answers were incoherent by more than 0.05.
    pub incoherent: Count,
    /// Mean correction of the raw joint probabilities.
    pub mean_correction: f64,
    /// Largest correction.
    pub max_correction: f64,
    /// What it rests on.
    pub trace: TraceKey,
}

impl ProbabilityFinding {
    /// Whether the panel was asked what decides between the corners; where it was not, they are an assumption.
    #[must_use]
    pub fn asked(&self) -> bool {
        self.method != crate::probability::INDEPENDENCE
    }
}

/// A corner's probability.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct CornerProbability {
    /// `++`, `+-`, `-+`, `--`.
    pub corner: String,
    /// Scenario of that corner.
    pub scenario: Option<Key>,
    /// Mean over the experts.
    pub mean: f64,
    /// Least and greatest probability that the marginals leave to it (Fréchet).
    pub feasible: Range,
    /// Lowest and highest expert, from 5 experts on.
    pub spread: Option<Range>,
    /// Quartiles, from 8 experts on.
    pub quartiles: Option<Range>,
}

/// A scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ScenarioFinding {
    /// Id.
    pub id: Key,
    /// Kind.
    pub kind: String,
    /// Corner.
    pub corner: String,
    /// Position on the plane, -1 to 1.
    pub x: Option<f64>,
    /// Position on the plane.
    pub y: Option<f64>,
    /// Plausibility.
    pub plausibility: Option<ItemStat>,
    /// Desirability.
    pub desirability: Option<ItemStat>,
    /// Feasibility.
    pub feasibility: Option<ItemStat>,
    /// How many call it plausible (4 or 5).
    pub plausible: Option<Count>,
    /// Key variables whose state it does not fix.
    pub states_missing: Vec<Key>,
    /// Pairs of its states that exclude each other.
    pub excluded: Vec<(Key, Key)>,
    /// Wild cards that attack it.
    pub wild_cards: Vec<Key>,
    /// Early signs.
    pub signs: Vec<Key>,
    /// Periods of the path that are told.
    pub periods: Count,
    /// Godet's five conditions.
    pub conditions: Vec<Condition>,
}

/// One of Godet's five conditions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Condition {
    /// `pertinence`, `coherence`, `likelihood`, `importance`, `transparency`.
    pub name: String,
    /// `met`, `partly`, `not-met`, `not-measured`.
    pub result: String,
    /// What was counted.
    pub count: Option<Count>,
}

/// The cone of plausibility: the layers of the future (Voros) and the way back into history (Taylor).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ConeFinding {
    /// Years: base, ends of periods, horizon.
    pub years: Vec<i64>,
    /// The scenarios of a future, from the lowest to the highest.
    pub ends: Vec<ConeEnd>,
    /// What `possible`, `plausible` and `probable` reach at the horizon; a layer that holds no scenario is left out.
    pub layers: Vec<ConeLayer>,
    /// What was scanned of the years before; absent where nothing reaches back.
    pub history: Option<ConeHistory>,
    /// Wild cards, outside.
    pub wild_cards: Vec<Key>,
    /// What it rests on.
    pub trace: TraceKey,
}

/// A layer of the cone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ConeLayer {
    /// `possible`, `plausible` or `probable`.
    pub name: String,
    /// Heights of the lowest and the highest scenario that it holds.
    pub reach: Range,
}

/// A scenario on the cone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ConeEnd {
    /// Scenario.
    pub scenario: Key,
    /// Height at the horizon, -1 to 1: an order, not a measure.
    pub height: f64,
    /// The narrowest layer that holds it: `potential`, `possible`, `plausible` or `probable`.
    pub layer: String,
    /// Why: `excluded` (two of its states exclude each other), `not-judged`, `minority` (fewer than half call it
    /// plausible), `half` (half or more do), `above-equal` (half or more do, and to the nearest 5 % its probability is
    /// above that of equally probable scenarios).
    pub rule: String,
    /// Whether at least half of the panel calls it plausible.
    pub plausible: Option<bool>,
    /// Its probability, where it was asked.
    pub probability: Option<f64>,
    /// How many call it desirable (4 or 5).
    pub desirable: Option<Count>,
    /// Whether at least half of the panel calls it desirable: the overlay of the preferable.
    pub preferable: Option<bool>,
    /// Whether it is the bet.
    pub bet: bool,
    /// Whether it is the tendencial: the projected future.
    pub trend: bool,
}

/// The years before the base year, by what was scanned.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ConeHistory {
    /// The first year: that of the oldest dated fact, or of the oldest value of a series where no fact is older than
    /// the base year.
    pub from: i64,
    /// Dated facts by year, up to the base year.
    pub facts: Vec<super::YearCount>,
    /// Series with values before the base year.
    pub series: usize,
    /// The oldest value of them.
    pub series_from: Option<i64>,
}
