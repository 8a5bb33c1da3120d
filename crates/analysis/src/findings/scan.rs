use schemars::JsonSchema;
use serde::Serialize;

use super::{Count, Key, Range, TraceKey};

/// `scan` · vigilar.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ScanFinding {
    /// The evidence up to the cut-off, in the order of its ids.
    pub evidence: Vec<EvidenceFinding>,
    /// Where the plane of impact and pertinence is cut (the middle of the scale).
    pub plane_cut: f64,
    /// Hits by dimension and kind, of those that state both; pairs without hits are left out.
    pub by_kind: Vec<EvidenceCount>,
    /// Hits by year, of those that are dated; years without hits are left out.
    pub by_year: Vec<YearCount>,
    /// The series, in the order of their ids.
    pub series: Vec<SeriesFinding>,
    /// What the intervals of the forecasts rest on; absent in point findings and where nothing is forecast.
    pub pool: Option<ForecastPool>,
    /// What became of the ideas of the long list.
    pub lineage: Option<LineageFinding>,
    /// What the evidence rests on.
    pub trace: TraceKey,
    /// What the series rest on.
    pub series_trace: TraceKey,
    /// What the forecasts rest on.
    pub forecast_trace: TraceKey,
}

/// A scanning hit on the plane.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct EvidenceFinding {
    /// Id.
    pub id: Key,
    /// Kind, dimension, scope, certainty, by their words.
    pub kind: Option<String>,
    /// Dimension.
    pub dimension: Option<String>,
    /// Year of the hit.
    pub year: Option<i64>,
    /// Impact, 1 to 5.
    pub impact: Option<f64>,
    /// Pertinence, 1 to 5.
    pub pertinence: Option<f64>,
    /// Whether both are above the cut.
    pub priority: bool,
    /// Variables it touches.
    pub variables: Vec<Key>,
    /// Sources.
    pub sources: Vec<Key>,
}

/// Hits of a dimension and kind.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct EvidenceCount {
    /// Dimension.
    pub dimension: String,
    /// Kind.
    pub kind: String,
    /// How many.
    pub count: usize,
}

/// Hits of a year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct YearCount {
    /// Year.
    pub year: i64,
    /// How many.
    pub count: usize,
}

/// What became of the long list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct LineageFinding {
    /// Ideas.
    pub ideas: usize,
    /// Kept.
    pub kept: usize,
    /// Merged.
    pub merged: usize,
    /// Split.
    pub split: usize,
    /// Rejected.
    pub rejected: usize,
    /// Variables they became.
    pub variables: usize,
    /// Variables that come from no idea of the list.
    pub without_idea: Vec<Key>,
    /// What it rests on.
    pub trace: TraceKey,
}

/// A year and a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Point {
    /// Year.
    pub year: i64,
    /// Value, in the series' unit.
    pub value: f64,
}

/// A series of another economy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ComparatorSeries {
    /// ISO code of the economy.
    pub economy: String,
    /// Values up to the cut-off.
    pub values: Vec<Point>,
}

/// What a series says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct SeriesFinding {
    /// Id.
    pub id: Key,
    /// ISO code of the economy.
    pub economy: String,
    /// Whether it is discontinued: never forecast or monitored.
    pub discontinued: bool,
    /// Values up to the cut-off.
    pub values: Vec<Point>,
    /// Values after the cut-off: they belong to `watch`.
    pub later: Vec<Point>,
    /// The same series elsewhere.
    pub comparators: Vec<ComparatorSeries>,
    /// Mann-Kendall and Sen, from 4 values on (Mann 1945, Sen 1968).
    pub trend: Option<TrendFinding>,
    /// Pettitt's break (1979) in what the trend does not explain, from 10 values on: a break is news, a trend is not.
    pub break_point: Option<BreakFinding>,
    /// The forecast to the horizon; not yet in point findings.
    pub forecast: Option<ForecastFinding>,
    /// Why there is none: `discontinued`, `too-short` (fewer than 7 values), `ends-early` (the last value lies more than
    /// 3 years before the last year that could be known), `no-horizon` (none, or not after the last value), `too-long`
    /// (more than 200 years).
    pub no_forecast: Option<String>,
    /// Rolling-origin errors of the four models and of their median, where a past origin had 10 values behind it;
    /// printed beside the forecast, it selects nothing.
    pub accuracy: Vec<ModelAccuracy>,
}

impl SeriesFinding {
    /// The step of the forecast for a year.
    #[must_use]
    pub fn step(&self, year: i64) -> Option<&ForecastStep> {
        self.forecast.as_ref()?.steps.iter().find(|step| step.year == year)
    }

    /// How many of the values after the cut-off lie inside the interval of their year, of those whose year has one.
    #[must_use]
    pub fn held(&self) -> Count {
        let judged = |p: &Point| Some((p.value, self.step(p.year)?.interval?));
        let judged: Vec<_> = self.later.iter().filter_map(judged).collect();
        let k = judged.iter().filter(|(value, range)| (range.low..=range.high).contains(value)).count();
        Count { k, n: judged.len() }
    }
}

/// Trend of a series.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct TrendFinding {
    /// Values tested.
    pub n: usize,
    /// Kendall's tau.
    pub tau: f64,
    /// Two-sided p, corrected for serial correlation (Hamed and Rao 1998); absent where the correction leaves no
    /// variance.
    pub p: Option<f64>,
    /// The same, corrected for the number of series (Benjamini and Hochberg 1995).
    pub p_adjusted: Option<f64>,
    /// Sen's slope, units a year.
    pub slope: f64,
    /// Its 95 % interval, with the same correction.
    pub slope_interval: Option<Range>,
    /// `rising`, `falling` or `none` (adjusted p above 0.05, or absent).
    pub direction: String,
}

/// Pettitt's break.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct BreakFinding {
    /// Last year before the break.
    pub year: i64,
    /// p of the test, approximate: serial correlation makes it too small.
    pub p: f64,
    /// The same, corrected for the number of series.
    pub p_adjusted: f64,
    /// Whether adjusted p is at most 0.05.
    pub significant: bool,
}

/// A forecast: the median of four models.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ForecastFinding {
    /// Last year observed.
    pub from: i64,
    /// The years forecast.
    pub steps: Vec<ForecastStep>,
    /// Whether the horizon lies farther than a third of the history.
    pub long_horizon: bool,
    /// Years inside the history that were interpolated.
    pub interpolated: usize,
}

/// One year of a forecast.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ForecastStep {
    /// Year.
    pub year: i64,
    /// Median of the four models, within the bounds of the unit.
    pub value: f64,
    /// Its interval, within the same bounds; absent where fewer than 20 residuals exist at this step or the series never
    /// changed ("coverage not measurable").
    pub interval: Option<Range>,
    /// AutoETS; absent where it finds no model, and then the median is of the other three.
    pub ets: Option<f64>,
    /// Theta.
    pub theta: f64,
    /// Damped recent slope.
    pub damped: f64,
    /// Naive.
    pub naive: f64,
}

/// Rolling-origin error of a model on one series.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ModelAccuracy {
    /// `ets`, `theta`, `damped`, `naive`, `median`.
    pub model: String,
    /// Forecasts compared.
    pub n: usize,
    /// Mean absolute error, in the series' unit.
    pub mae: Option<f64>,
    /// Mean absolute error over the in-sample naive error.
    pub mase: Option<f64>,
}

/// The pooled residuals that the intervals come from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ForecastPool {
    /// Nominal level, 0.8.
    pub level: f64,
    /// Series that gave residuals.
    pub series: usize,
    /// By step ahead: residuals, scaled half-width, coverage leaving one series out.
    pub steps: Vec<PoolStep>,
    /// Coverage over all steps, leaving one series out; absent where not measurable.
    pub coverage: Option<Count>,
    /// Rolling-origin errors of the models over the series: medians of the series' scaled errors, without unit.
    pub accuracy: Vec<ModelAccuracy>,
}

/// The pool at one step ahead.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct PoolStep {
    /// Years ahead.
    pub step: usize,
    /// Residuals.
    pub residuals: usize,
    /// Half-width over the in-sample naive error; absent below 20 residuals.
    pub half_width: Option<f64>,
    /// Coverage leaving one series out.
    pub coverage: Option<Count>,
}
