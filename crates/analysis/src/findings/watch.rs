use schemars::JsonSchema;
use serde::Serialize;

use super::{Count, Key, Point, Range, TraceKey};

/// `watch` · seguir.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct WatchFinding {
    /// The indicators, in the order of their file.
    pub indicators: Vec<IndicatorFinding>,
    /// Which future the readings are nearest to. An interpretation, marked so.
    pub nearest: Vec<ScenarioNearness>,
    /// Evidence after the cut-off.
    pub later_evidence: Vec<Key>,
    /// What it rests on.
    pub trace: TraceKey,
}

/// An indicator.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct IndicatorFinding {
    /// Id.
    pub id: Key,
    /// Baseline.
    pub baseline: Option<Point>,
    /// Target in the bet.
    pub target: Option<Point>,
    /// Readings, by year.
    pub readings: Vec<Point>,
    /// Share of the way from baseline to target at the last reading.
    pub progress: Option<f64>,
    /// Share of the time from baseline to target at the last reading.
    pub elapsed: Option<f64>,
    /// The range that belongs to each scenario at the horizon.
    pub thresholds: Vec<ScenarioThreshold>,
    /// Scenarios whose path (a straight line from baseline to the range at the horizon) is nearest to the last reading.
    pub nearest: Vec<Key>,
    /// What it lacks: `baseline`, `target`, `source`, `responsible`.
    pub lacks: Vec<String>,
}

/// A scenario's range of an indicator.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ScenarioThreshold {
    /// Scenario.
    pub scenario: Key,
    /// Range at the horizon; an open end is absent.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// The range on the straight path at the year of the last reading, where it can be drawn.
    pub on_path: Option<Range>,
}

/// How many readings are nearest to a scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ScenarioNearness {
    /// Scenario.
    pub scenario: Key,
    /// Indicators nearest to it, of those with reading and thresholds.
    pub indicators: Count,
}
