//! The four models and their median.

use super::Settings;
use crate::descriptive::{QuantileMethod, quantile};
use augurs::ets::AutoETS;
use augurs::{Fit, Predict};

/// A model of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Model {
    /// Exponential smoothing, form chosen by AICc (Hyndman & Khandakar 2008), without season; `augurs`.
    AutoEts,
    /// Standard Theta (0, 2) (Assimakopoulos & Nikolopoulos 2000).
    Theta,
    /// Mean annual change of the last years, shrinking every year.
    DampedSlope,
    /// The last value.
    Naive,
    /// The median of the four: the forecast.
    Median,
}

impl Model {
    /// All rows of the table.
    pub const ALL: [Model; 5] =
        [Model::AutoEts, Model::Theta, Model::DampedSlope, Model::Naive, Model::Median];
}

/// Forecasts of the years ahead, one entry a year.
#[derive(Clone, Debug, PartialEq)]
pub struct PointForecasts {
    /// AutoETS at 6 significant digits; `None` where it finds no model.
    pub auto_ets: Option<Vec<f64>>,
    /// Theta.
    pub theta: Vec<f64>,
    /// Damped recent slope.
    pub damped_slope: Vec<f64>,
    /// Naive.
    pub naive: Vec<f64>,
    /// Their median; with three models the middle one.
    pub median: Vec<f64>,
}

impl PointForecasts {
    /// The forecasts of one model.
    pub fn of(&self, model: Model) -> Option<&[f64]> {
        match model {
            Model::AutoEts => self.auto_ets.as_deref(),
            Model::Theta => Some(&self.theta),
            Model::DampedSlope => Some(&self.damped_slope),
            Model::Naive => Some(&self.naive),
            Model::Median => Some(&self.median),
        }
    }
}

/// Forecasts `steps` years after finite annual values. No value gives zeros, one value or a series that never changed
/// gives that value.
pub fn point_forecasts(values: &[f64], steps: usize, settings: &Settings) -> PointForecasts {
    let auto_ets = auto_ets(values, steps);
    let theta = theta(values, steps);
    let damped_slope = damped_slope(values, steps, settings);
    let naive = vec![values.last().copied().unwrap_or(0.0); steps];
    let median = (0..steps)
        .map(|i| {
            let mut at: Vec<f64> = [theta[i], damped_slope[i], naive[i]].to_vec();
            at.extend(auto_ets.as_ref().map(|m| m[i]));
            at.sort_by(f64::total_cmp);
            quantile(&at, 0.5, QuantileMethod::Linear).unwrap_or(naive[i])
        })
        .collect();
    PointForecasts { auto_ets, theta, damped_slope, naive, median }
}

/// Mean absolute annual change within the sample: the error of the naive forecast one year ahead.
pub(super) fn naive_error(values: &[f64]) -> f64 {
    if values.len() < 2 {
        return 0.0;
    }
    values.windows(2).map(|w| (w[1] - w[0]).abs()).sum::<f64>() / (values.len() - 1) as f64
}

fn auto_ets(values: &[f64], steps: usize) -> Option<Vec<f64>> {
    let (&first, rest) = values.split_first()?;
    if rest.iter().all(|v| *v == first) {
        return Some(vec![first; steps]);
    }
    // Scaled to the order of one, since the optimiser's tolerances are absolute.
    let scale = values.iter().fold(0.0f64, |a, v| a.max(v.abs()));
    let scaled: Vec<f64> = values.iter().map(|v| v / scale).collect();
    let fitted = AutoETS::non_seasonal().fit(&scaled).ok()?;
    let points = fitted.predict(steps, None::<f64>).ok()?.point;
    let points: Vec<f64> = points.iter().map(|p| six_digits(p * scale)).collect();
    if points.len() == steps && points.iter().all(|p| p.is_finite()) { Some(points) } else { None }
}

/// Rounds to six significant digits: the library's optimiser may differ between machines beyond them.
fn six_digits(value: f64) -> f64 {
    format!("{value:.5e}").parse().unwrap_or(value)
}

/// Half the linear trend plus half the exponentially smoothed line of double curvature.
fn theta(values: &[f64], steps: usize) -> Vec<f64> {
    let n = values.len();
    if n < 2 {
        return vec![values.first().copied().unwrap_or(0.0); steps];
    }
    let middle = (n - 1) as f64 / 2.0;
    let mean = values.iter().sum::<f64>() / n as f64;
    let (mut above, mut below) = (0.0, 0.0);
    for (t, v) in values.iter().enumerate() {
        let d = t as f64 - middle;
        above += d * (v - mean);
        below += d * d;
    }
    let slope = above / below;
    let line = |t: f64| mean + slope * (t - middle);
    let curved: Vec<f64> = values.iter().enumerate().map(|(t, v)| 2.0 * v - line(t as f64)).collect();
    let level = smoothed(&curved, best_alpha(&curved)).1;
    (1..=steps).map(|h| 0.5 * (line((n - 1 + h) as f64) + level)).collect()
}

/// Simple exponential smoothing from the first value: the sum of squared one-step errors, and the last level.
fn smoothed(values: &[f64], alpha: f64) -> (f64, f64) {
    let mut level = values.first().copied().unwrap_or(0.0);
    let mut squares = 0.0;
    for value in values.iter().skip(1) {
        let error = value - level;
        squares += error * error;
        level += alpha * error;
    }
    (squares, level)
}

/// The smoothing weight in [.01, .99] of the least squares: the best of 99 values, refined by golden section between
/// its neighbours.
fn best_alpha(values: &[f64]) -> f64 {
    let error = |alpha: f64| smoothed(values, alpha).0;
    let mut best = (0.5, error(0.5));
    for i in 1..100 {
        let alpha = f64::from(i) / 100.0;
        let squares = error(alpha);
        if squares < best.1 {
            best = (alpha, squares);
        }
    }
    let ratio = (5.0f64.sqrt() - 1.0) / 2.0;
    let (mut low, mut high) = ((best.0 - 0.01).max(0.01), (best.0 + 0.01).min(0.99));
    for _ in 0..40 {
        let (a, b) = (high - ratio * (high - low), low + ratio * (high - low));
        if error(a) <= error(b) { high = b } else { low = a }
    }
    let refined = (low + high) / 2.0;
    if error(refined) < best.1 { refined } else { best.0 }
}

/// The mean annual change of the last years (of all where there are fewer), shrinking by the damping factor from the
/// first year ahead on.
fn damped_slope(values: &[f64], steps: usize, settings: &Settings) -> Vec<f64> {
    let Some(&last) = values.last() else { return vec![0.0; steps] };
    let span = settings.slope_years.min(values.len() - 1);
    let slope = if span == 0 { 0.0 } else { (last - values[values.len() - 1 - span]) / span as f64 };
    let (mut factor, mut level) = (1.0, last);
    (0..steps)
        .map(|_| {
            factor *= settings.damping;
            level += slope * factor;
            level
        })
        .collect()
}
