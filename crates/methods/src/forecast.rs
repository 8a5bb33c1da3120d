//! Forecasts of annual series: the median of four simple models, with intervals that are measured and not assumed.
//!
//! The four are AutoETS, Theta (0, 2), the damped recent slope and naive. Their median is the forecast; the table of
//! rolling-origin errors stands beside it and selects nothing. The half-width of an interval is a quantile of the
//! absolute residuals of past forecasts, scaled by each series' naive error and pooled over the series of a study
//! (split conformal), and its coverage is measured by leaving one series out.
//!
//! Past growth promises none: a forecast says what the series does if it goes on as it did.

mod models;
mod rolling;

pub use models::{Model, PointForecasts, point_forecasts};
pub use rolling::{
    Calibration, Coverage, Residual, Rolling, Score, StepWidth, calibrate, coverage, rolling_origin,
};

use crate::descriptive::Share;
use rayon::prelude::*;
use thiserror::Error;

/// Values below which a series is not forecast: AutoETS needs seven.
pub const MINIMUM_VALUES: usize = 7;
/// Share of the history above which a horizon is called long.
pub const LONG_HORIZON: f64 = 1.0 / 3.0;

/// Settings of the forecasts of a study.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Factor by which the recent slope shrinks every year, in (0, 1].
    pub damping: f64,
    /// Years over which the recent slope is taken.
    pub slope_years: usize,
    /// Level of the intervals, in (0, 1).
    pub level: f64,
    /// Observed values that a past origin needs behind it.
    pub minimum_origin: usize,
    /// Residuals that a step needs for a width.
    pub minimum_residuals: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { damping: 0.9, slope_years: 5, level: 0.8, minimum_origin: 10, minimum_residuals: 20 }
    }
}

/// Why a series has no forecast.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NotForecast {
    /// Its source no longer publishes it.
    #[error("the series was discontinued")]
    Discontinued,
    /// Too few values.
    #[error("{found} values: at least {MINIMUM_VALUES} are needed")]
    TooShort {
        /// Values found.
        found: usize,
    },
    /// Years and values differ in number, years do not ascend, or a value is not finite.
    #[error("entry {entry}: years must ascend and values be finite")]
    Entry {
        /// Entry, from 0.
        entry: usize,
    },
    /// The horizon is not after the last value.
    #[error("the horizon {horizon} is not after the last value, {last}")]
    NothingAhead {
        /// The horizon.
        horizon: i32,
        /// Year of the last value.
        last: i32,
    },
    /// More than 200 years in the grid or ahead.
    #[error("{years} years are more than a forecast can carry")]
    TooLong {
        /// Years asked for.
        years: i64,
    },
}

const LONGEST: i64 = 200;

/// A series on an annual grid.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Year of the first value.
    pub first_year: i32,
    /// One value a year. Years without one inside the series are interpolated on a straight line between the
    /// neighbours.
    pub values: Vec<f64>,
    /// Whether each value was observed.
    pub observed: Vec<bool>,
}

impl Grid {
    /// Lays values at strictly ascending years on the grid.
    pub fn new(years: &[i32], values: &[f64]) -> Result<Grid, NotForecast> {
        if years.len() != values.len() {
            return Err(NotForecast::Entry { entry: years.len().min(values.len()) });
        }
        for entry in 0..years.len() {
            if !values[entry].is_finite() || entry > 0 && years[entry] <= years[entry - 1] {
                return Err(NotForecast::Entry { entry });
            }
        }
        let (Some(&first), Some(&last)) = (years.first(), years.last()) else {
            return Err(NotForecast::TooShort { found: 0 });
        };
        let span = i64::from(last) - i64::from(first) + 1;
        if span > LONGEST {
            return Err(NotForecast::TooLong { years: span });
        }
        let mut grid = Grid { first_year: first, values: vec![values[0]], observed: vec![true] };
        for (pair, ends) in years.windows(2).zip(values.windows(2)) {
            let gap = pair[1] - pair[0];
            for step in 1..gap {
                let share = f64::from(step) / f64::from(gap);
                grid.values.push(ends[0] + share * (ends[1] - ends[0]));
                grid.observed.push(false);
            }
            grid.values.push(ends[1]);
            grid.observed.push(true);
        }
        Ok(grid)
    }

    /// Year of the last value.
    pub fn last_year(&self) -> i32 {
        self.first_year + self.values.len() as i32 - 1
    }

    /// Values that were interpolated.
    pub fn interpolated(&self) -> usize {
        self.observed.iter().filter(|o| !**o).count()
    }
}

/// A series to be forecast.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    /// Years, strictly ascending.
    pub years: &'a [i32],
    /// Values, one a year.
    pub values: &'a [f64],
    /// The series cannot be lower (a count, a share).
    pub lower_bound: Option<f64>,
    /// The series cannot be higher (a percentage).
    pub upper_bound: Option<f64>,
    /// Its source no longer publishes it: it is not forecast, and its past does not enter the widths.
    pub discontinued: bool,
}

/// What the width of a step rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WidthBasis {
    /// On this many residuals at this step.
    Measured {
        /// Residuals pooled over the series.
        residuals: usize,
    },
    /// Beyond the last measured step: the width of that step times the ratio of the steps, since measured widths of
    /// development indicators grow about in proportion to the step. Its own coverage is not measured.
    Extended {
        /// The last measured step.
        from: usize,
    },
    /// Coverage not measurable: no step has enough residuals, or the series never changed.
    NotMeasurable,
}

/// A year ahead.
#[derive(Clone, Debug, PartialEq)]
pub struct StepForecast {
    /// The year.
    pub year: i32,
    /// Years after the last value.
    pub step: usize,
    /// The forecast: the median of the models, within the bounds of the series.
    pub value: f64,
    /// AutoETS; `None` where it finds no model, and then the median is of the other three.
    pub auto_ets: Option<f64>,
    /// Theta.
    pub theta: f64,
    /// Damped recent slope.
    pub damped_slope: f64,
    /// Naive.
    pub naive: f64,
    /// Half of the interval's width before the bounds cut it.
    pub half_width: Option<f64>,
    /// Lower end, within the bounds.
    pub low: Option<f64>,
    /// Upper end, within the bounds.
    pub high: Option<f64>,
    /// What the width rests on.
    pub basis: WidthBasis,
    /// A bound of the series cut the forecast or its interval.
    pub bounded: bool,
}

/// The forecast of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// The annual grid that the models saw.
    pub grid: Grid,
    /// Mean absolute annual change, the unit of scaled errors.
    pub naive_error: f64,
    /// The years ahead, from the one after the last value to the horizon.
    pub steps: Vec<StepForecast>,
    /// The horizon is further away than a third of the history is long.
    pub long_horizon: bool,
}

/// The forecasts of a study.
#[derive(Clone, Debug, PartialEq)]
pub struct StudyForecast {
    /// One entry a series, in the order given.
    pub series: Vec<Result<Forecast, NotForecast>>,
    /// Rolling-origin errors of each series; `None` where it is not forecast.
    pub rolling: Vec<Option<Rolling>>,
    /// Scaled errors of each model over all series, in the order of [`Model::ALL`]: medians of the series' figures, since
    /// a series that long stood still would swamp a mean.
    pub pooled: Vec<Score>,
    /// Widths by step.
    pub calibration: Calibration,
    /// Measured coverage of those widths.
    pub coverage: Coverage,
}

/// Forecasts every series of a study to the horizon year.
///
/// Widths are measured at the steps that the study needs, the longest distance from a last value to the horizon. The
/// result does not depend on the number of threads.
pub fn forecast_study(series: &[Series<'_>], horizon: i32, settings: &Settings) -> StudyForecast {
    let grids: Vec<Result<Grid, NotForecast>> = series.iter().map(|s| admit(s, horizon)).collect();
    let steps = grids.iter().flatten().map(|g| (horizon - g.last_year()) as usize).max().unwrap_or(0);
    let rolling: Vec<Option<Rolling>> =
        grids.par_iter().map(|grid| grid.as_ref().ok().map(|g| rolling_origin(g, steps, settings))).collect();
    let measured: Vec<&Rolling> = rolling.iter().flatten().collect();
    let calibration = calibrate(&measured, steps, settings);
    let forecasts = grids
        .into_iter()
        .zip(series)
        .map(|(grid, s)| grid.map(|g| forecast(g, horizon, &calibration, s, settings)))
        .collect();
    StudyForecast {
        series: forecasts,
        pooled: rolling::pooled_scores(&measured),
        coverage: coverage(&measured, steps, settings),
        calibration,
        rolling,
    }
}

fn admit(series: &Series<'_>, horizon: i32) -> Result<Grid, NotForecast> {
    if series.discontinued {
        return Err(NotForecast::Discontinued);
    }
    if series.values.len() < MINIMUM_VALUES {
        return Err(NotForecast::TooShort { found: series.values.len() });
    }
    let grid = Grid::new(series.years, series.values)?;
    let last = grid.last_year();
    if horizon <= last {
        return Err(NotForecast::NothingAhead { horizon, last });
    }
    let ahead = i64::from(horizon) - i64::from(last);
    if ahead > LONGEST { Err(NotForecast::TooLong { years: ahead }) } else { Ok(grid) }
}

fn forecast(
    grid: Grid,
    horizon: i32,
    calibration: &Calibration,
    series: &Series<'_>,
    settings: &Settings,
) -> Forecast {
    let last = grid.last_year();
    let count = (horizon - last) as usize;
    let models = point_forecasts(&grid.values, count, settings);
    let naive_error = models::naive_error(&grid.values);
    let (floor, ceiling) =
        (series.lower_bound.unwrap_or(f64::NEG_INFINITY), series.upper_bound.unwrap_or(f64::INFINITY));
    let within = |v: f64| v.max(floor).min(ceiling);
    let steps = (1..=count)
        .map(|step| {
            let at = step - 1;
            let value = within(models.median[at]);
            let (width, basis) = calibration.width(step);
            let half_width = width.filter(|_| naive_error > 0.0).map(|w| w * naive_error);
            let ends = half_width.map(|w| (value - w, value + w));
            let cut = |v: f64| within(v) != v;
            StepForecast {
                year: last + step as i32,
                step,
                value,
                auto_ets: models.auto_ets.as_ref().map(|m| m[at]),
                theta: models.theta[at],
                damped_slope: models.damped_slope[at],
                naive: models.naive[at],
                half_width,
                low: ends.map(|e| within(e.0)),
                high: ends.map(|e| within(e.1)),
                basis: if half_width.is_some() { basis } else { WidthBasis::NotMeasurable },
                bounded: cut(models.median[at]) || ends.is_some_and(|(a, b)| cut(a) || cut(b)),
            }
        })
        .collect();
    let long_horizon = count as f64 > LONG_HORIZON * grid.values.len() as f64;
    Forecast { grid, naive_error, steps, long_horizon }
}

/// The share of held-out values inside their interval, or "not measurable".
pub(crate) fn share(k: usize, n: usize) -> Option<Share> {
    if n == 0 { None } else { Some(Share { k, n }) }
}

#[cfg(test)]
mod tests;
