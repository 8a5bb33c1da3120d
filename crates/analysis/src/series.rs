//! The series of a study: its values up to the cut-off, trend, break, and forecast to the horizon.
//!
//! A forecast says what a series does if it goes on as it did; past growth promises none.

use std::collections::BTreeMap;

use atalaya_methods::{
    descriptive::Share,
    effect::benjamini_hochberg,
    forecast::{self, Forecast, Model, NotForecast, Score, Settings, StudyForecast, WidthBasis},
    rank::reaches,
    trend::trend,
};
use atalaya_model::{
    Id,
    choice::SeriesStatus,
    records::{Observation, Series},
};

use crate::{
    context::Context,
    findings::{
        BreakFinding, ComparatorSeries, Count, ForecastFinding, ForecastPool, ForecastStep, ModelAccuracy,
        Point, PoolStep, Range, SeriesFinding, TrendFinding,
    },
};

/// Values from which a trend is tested.
const TREND_VALUES: usize = 4;
/// Values from which a break is tested.
const BREAK_VALUES: usize = 10;
/// Level of significance of trends and breaks, after both corrections.
const SIGNIFICANCE: f64 = 0.05;
/// Level of the interval of Sen's slope.
const SLOPE_LEVEL: f64 = 0.95;
/// Years that the last value may lie before the last year that could be known: figures are published late, but a series
/// that stopped longer ago says nothing of today.
const LATE_YEARS: i64 = 3;

/// Every series in the order of ids, without forecasts.
#[must_use]
pub fn findings(context: &Context<'_>) -> Vec<SeriesFinding> {
    let mut observed: BTreeMap<&Id, Vec<&Observation>> = BTreeMap::new();
    for seen in context.study.observations.iter().filter(|seen| seen.value.is_finite()) {
        observed.entry(&seen.series).or_default().push(seen);
    }
    let of = |record: &&Series| finding(context, record, observed.get(&record.id).map_or(&[], Vec::as_slice));
    let mut found: Vec<SeriesFinding> = context.tables.series.iter().map(of).collect();
    adjust(&mut found);
    found
}

fn finding(context: &Context<'_>, record: &Series, observed: &[&Observation]) -> SeriesFinding {
    let frame = &context.study.frame;
    let economy = economy(&frame.economy, observed);
    let last_known = context.last_known_year();
    let (values, later): (Vec<Point>, Vec<Point>) = points(observed, economy, true)
        .into_iter()
        .partition(|p| last_known.is_none_or(|last| p.year <= last));
    let mut comparators: Vec<ComparatorSeries> = Vec::new();
    for other in frame.comparators.iter().filter(|other| *other != economy && !other.is_empty()) {
        let mut values = points(observed, other, false);
        values.retain(|p| last_known.is_none_or(|last| p.year <= last));
        if !values.is_empty() && !comparators.iter().any(|c| c.economy == *other) {
            comparators.push(ComparatorSeries { economy: other.clone(), values });
        }
    }
    let (trend, break_point) = statistics(&values);
    let discontinued = record.status == Some(SeriesStatus::Discontinued);
    let no_forecast = refusal(&values, discontinued, last_known, frame.horizon);
    SeriesFinding {
        id: record.id.to_string(),
        economy: economy.to_owned(),
        no_forecast: no_forecast.map(str::to_owned),
        forecast: None,
        accuracy: Vec::new(),
        discontinued,
        values,
        later,
        comparators,
        trend,
        break_point,
    }
}

/// The economy analysed: the study's, or the only one where the study names none.
fn economy<'a>(named: &'a str, observed: &[&'a Observation]) -> &'a str {
    let first = observed.first().map_or("", |seen| seen.economy.as_str());
    let alone = named.is_empty() && observed.iter().all(|seen| seen.economy == first);
    if alone { first } else { named }
}

/// The values of an economy by year, one a year; values without economy belong to the study's own.
fn points(observed: &[&Observation], economy: &str, own: bool) -> Vec<Point> {
    let of = |seen: &&&Observation| seen.economy == economy || own && seen.economy.is_empty();
    let mut seen: Vec<&Observation> = observed.iter().filter(of).copied().collect();
    let order = |a: &&Observation, b: &&Observation| {
        let by_year = a.year.cmp(&b.year).then(a.economy.is_empty().cmp(&b.economy.is_empty()));
        by_year.then(a.value.total_cmp(&b.value))
    };
    seen.sort_by(order);
    seen.dedup_by_key(|seen| seen.year);
    seen.iter().map(|seen| Point { year: seen.year, value: seen.value }).collect()
}

/// Trend and break as far as the number of values carries them, before the correction for the number of series.
fn statistics(values: &[Point]) -> (Option<TrendFinding>, Option<BreakFinding>) {
    let (years, numbers): (Vec<f64>, Vec<f64>) = values.iter().map(|p| (p.year as f64, p.value)).unzip();
    if values.len() < TREND_VALUES {
        return (None, None);
    }
    let Ok(found) = trend(&years, &numbers, SLOPE_LEVEL) else { return (None, None) };
    let break_point = (values.len() >= BREAK_VALUES).then(|| BreakFinding {
        year: found.break_beyond_trend.before as i64,
        p: found.break_beyond_trend.p,
        ..BreakFinding::default()
    });
    let trend = TrendFinding {
        n: found.n,
        tau: found.tau,
        p: found.corrected.map(|corrected| corrected.p),
        p_adjusted: None,
        slope: found.slope,
        slope_interval: found.interval_corrected.map(|i| Range { low: i.low, high: i.high }),
        direction: String::new(),
    };
    (Some(trend), break_point)
}

/// Corrects the p values for the number of series, and draws what follows from them.
fn adjust(found: &mut [SeriesFinding]) {
    let trends: Vec<Option<f64>> = found.iter().map(|s| s.trend.as_ref()?.p).collect();
    let breaks: Vec<Option<f64>> = found.iter().map(|s| Some(s.break_point.as_ref()?.p)).collect();
    let adjusted = benjamini_hochberg(&trends).into_iter().zip(benjamini_hochberg(&breaks));
    for (series, (trend_p, break_p)) in found.iter_mut().zip(adjusted) {
        let significant = |p: Option<f64>| p.is_some_and(|p| reaches(SIGNIFICANCE, p));
        if let Some(trend) = &mut series.trend {
            trend.p_adjusted = trend_p;
            let direction = match (significant(trend_p), trend.tau > 0.0) {
                (false, _) => "none",
                (true, true) => "rising",
                (true, false) => "falling",
            };
            direction.clone_into(&mut trend.direction);
        }
        if let (Some(point), Some(p)) = (&mut series.break_point, break_p) {
            point.p_adjusted = p;
            point.significant = significant(break_p);
        }
    }
}

/// Why a series is not forecast, as far as that can be said without trying.
fn refusal(
    values: &[Point],
    discontinued: bool,
    last_known: Option<i64>,
    horizon: Option<i64>,
) -> Option<&'static str> {
    let last = values.last().map_or(i64::MIN, |p| p.year);
    if discontinued {
        Some("discontinued")
    } else if values.len() < forecast::MINIMUM_VALUES {
        Some("too-short")
    } else if last_known.is_some_and(|known| known.saturating_sub(last) > LATE_YEARS) {
        Some("ends-early")
    } else if horizon.is_none_or(|year| year <= last) {
        Some("no-horizon")
    } else {
        None
    }
}

/// What the findings on the series rest on, for their hash: every value up to the cut-off.
#[must_use]
pub fn material(series: &[SeriesFinding]) -> String {
    let print = |economy: &str, values: &[Point]| {
        let values: Vec<String> = values.iter().map(|p| format!("{}={}", p.year, p.value)).collect();
        format!("{economy} {}", values.join(" "))
    };
    let lines = series.iter().flat_map(|s| {
        let own = format!("{} {}", s.id, print(&s.economy, &s.values));
        let others = s.comparators.iter().map(|c| format!("{} {}", s.id, print(&c.economy, &c.values)));
        std::iter::once(own).chain(others.collect::<Vec<_>>())
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Forecasts the series that can be, and gives what their intervals rest on; `None` where there are none.
///
/// Series that are discontinued or end early do not enter the widths of the others.
#[must_use]
pub fn forecast(context: &Context<'_>, found: &mut [SeriesFinding]) -> Option<ForecastPool> {
    // Years beyond 32 bits are as far as they can be said; the grid refuses them.
    let narrow = |year: i64| i32::try_from(year).unwrap_or(if year < 0 { i32::MIN } else { i32::MAX });
    let horizon = narrow(context.study.frame.horizon?);
    let settings = Settings::default();
    let rows: Vec<usize> = (0..found.len()).filter(|at| found[*at].no_forecast.is_none()).collect();
    let columns: Vec<(Vec<i32>, Vec<f64>)> =
        rows.iter().map(|at| found[*at].values.iter().map(|p| (narrow(p.year), p.value)).unzip()).collect();
    let study: Vec<forecast::Series<'_>> = rows
        .iter()
        .zip(&columns)
        .map(|(at, (years, values))| {
            let (lower_bound, upper_bound) = bounds(context, &found[*at]);
            forecast::Series { years, values, lower_bound, upper_bound, discontinued: false }
        })
        .collect();
    let mut result = forecast::forecast_study(&study, horizon, &settings);
    let mut any = false;
    for (at, (forecast, rolling)) in rows.iter().zip(result.series.drain(..).zip(&result.rolling)) {
        let series = &mut found[*at];
        match forecast {
            Ok(forecast) => {
                any = true;
                series.forecast = Some(forecast_finding(&forecast));
                let scores = rolling.as_ref().filter(|r| r.origins > 0).map(|r| r.scores.as_slice());
                series.accuracy = accuracy(scores.unwrap_or_default());
            }
            Err(reason) => series.no_forecast = Some(why(&reason).to_owned()),
        }
    }
    any.then(|| pool(&result))
}

/// The natural bounds of a series' unit. A bound that the series itself has crossed is none.
fn bounds(context: &Context<'_>, series: &SeriesFinding) -> (Option<f64>, Option<f64>) {
    let Some(record) = context.tables.series.iter().find(|s| s.id == series.id.as_str()) else {
        return (None, None);
    };
    let holds = |test: &dyn Fn(f64) -> bool| series.values.iter().all(|p| test(p.value));
    (record.min.filter(|min| holds(&|v| v >= *min)), record.max.filter(|max| holds(&|v| v <= *max)))
}

const fn why(reason: &NotForecast) -> &'static str {
    match reason {
        NotForecast::Discontinued => "discontinued",
        NotForecast::TooShort { .. } => "too-short",
        NotForecast::NothingAhead { .. } => "no-horizon",
        NotForecast::TooLong { .. } | NotForecast::Entry { .. } => "too-long",
    }
}

fn forecast_finding(forecast: &Forecast) -> ForecastFinding {
    let steps = forecast.steps.iter().map(|step| {
        // Beyond the last measured step a width would be a guess: there the coverage is not measurable.
        let measured = matches!(step.basis, WidthBasis::Measured { .. });
        let ends = step.low.zip(step.high).filter(|_| measured);
        ForecastStep {
            year: i64::from(step.year),
            value: step.value,
            interval: ends.map(|(low, high)| Range { low, high }),
            ets: step.auto_ets,
            theta: step.theta,
            damped: step.damped_slope,
            naive: step.naive,
        }
    });
    ForecastFinding {
        from: i64::from(forecast.grid.last_year()),
        steps: steps.collect(),
        long_horizon: forecast.long_horizon,
        interpolated: forecast.grid.interpolated(),
    }
}

fn accuracy(scores: &[Score]) -> Vec<ModelAccuracy> {
    let name = |model: Model| match model {
        Model::AutoEts => "ets",
        Model::Theta => "theta",
        Model::DampedSlope => "damped",
        Model::Naive => "naive",
        Model::Median => "median",
    };
    let row = |s: &Score| ModelAccuracy { model: name(s.model).to_owned(), n: s.n, mae: s.mae, mase: s.mase };
    scores.iter().map(row).collect()
}

fn pool(result: &StudyForecast) -> ForecastPool {
    let count = |share: Option<Share>| share.map(|share| Count { k: share.k, n: share.n });
    let coverage = &result.coverage;
    let steps = result.calibration.steps.iter().enumerate().map(|(at, width)| PoolStep {
        step: width.step,
        residuals: width.residuals,
        half_width: width.half_width,
        coverage: count(coverage.by_step.get(at).copied().flatten()),
    });
    ForecastPool {
        level: result.calibration.level,
        series: result.calibration.series,
        steps: steps.collect(),
        coverage: count(coverage.all),
        accuracy: if result.calibration.series == 0 { Vec::new() } else { accuracy(&result.pooled) },
    }
}
