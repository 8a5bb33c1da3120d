//! Rolling origins: how wrong the models were, how wide an interval must be, and what it covered.

use super::models::naive_error;
use super::{Grid, Model, Settings, WidthBasis, point_forecasts, share};
use crate::descriptive::{Share, median};

/// Errors of a model.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// The model.
    pub model: Model,
    /// Forecasts compared with an observed value.
    pub n: usize,
    /// Mean absolute error in the unit of the series; `None` without forecasts and for pooled series.
    pub mae: Option<f64>,
    /// Mean absolute error over the naive error of the sample that each forecast saw; `None` without forecasts.
    pub mase: Option<f64>,
    /// The same by step, from step 1 on: forecasts and scaled error.
    pub by_step: Vec<(usize, Option<f64>)>,
}

/// A past forecast of the median against what came.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Residual {
    /// Year of the last value that the forecast saw.
    pub origin: i32,
    /// Years ahead.
    pub step: usize,
    /// Observed less forecast, over the naive error of the sample that the forecast saw.
    pub scaled: f64,
}

/// The rolling origins of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Rolling {
    /// Origins used.
    pub origins: usize,
    /// One row a model, in the order of [`Model::ALL`].
    pub scores: Vec<Score>,
    /// Residuals of the median forecast, by origin and step.
    pub residuals: Vec<Residual>,
}

#[derive(Clone, Default)]
struct Sums {
    n: usize,
    absolute: f64,
    scaled: f64,
    by_step: Vec<(usize, f64)>,
}

/// Forecasts a series from every past origin at every step up to `steps` and compares with what came.
///
/// An origin is an observed year with at least `minimum_origin` observed values up to it, so that no interpolation
/// reaches over it; interpolated years are never compared, and origins whose sample never changed are left out.
pub fn rolling_origin(grid: &Grid, steps: usize, settings: &Settings) -> Rolling {
    let n = grid.values.len();
    let mut sums = vec![Sums { by_step: vec![(0, 0.0); steps], ..Sums::default() }; Model::ALL.len()];
    let mut residuals = Vec::new();
    let (mut origins, mut seen) = (0, 0);
    for end in 1..n {
        if !grid.observed[end - 1] {
            continue;
        }
        seen += 1;
        let sample = &grid.values[..end];
        let scale = naive_error(sample);
        let ahead = steps.min(n - end);
        if seen < settings.minimum_origin.max(2) || scale <= 0.0 || ahead == 0 {
            continue;
        }
        origins += 1;
        let forecasts = point_forecasts(sample, ahead, settings);
        for (model, sum) in Model::ALL.iter().zip(&mut sums) {
            let Some(points) = forecasts.of(*model) else { continue };
            for (at, point) in points.iter().enumerate().filter(|(at, _)| grid.observed[end + at]) {
                let error = grid.values[end + at] - point;
                sum.n += 1;
                sum.absolute += error.abs();
                sum.scaled += error.abs() / scale;
                sum.by_step[at].0 += 1;
                sum.by_step[at].1 += error.abs() / scale;
                if *model == Model::Median {
                    let origin = grid.first_year + end as i32 - 1;
                    residuals.push(Residual { origin, step: at + 1, scaled: error / scale });
                }
            }
        }
    }
    let scores = Model::ALL.iter().zip(sums).map(|(model, sum)| finish(*model, sum)).collect();
    Rolling { origins, scores, residuals }
}

fn finish(model: Model, sum: Sums) -> Score {
    let mean = |total: f64, n: usize| if n == 0 { None } else { Some(total / n as f64) };
    Score {
        model,
        n: sum.n,
        mae: mean(sum.absolute, sum.n),
        mase: mean(sum.scaled, sum.n),
        by_step: sum.by_step.iter().map(|&(n, total)| (n, mean(total, n))).collect(),
    }
}

/// Scores over all series: the median of the series' scaled errors, since the error of a series that stood still for
/// long is huge in units of its naive error and would swamp a mean.
pub(super) fn pooled_scores(series: &[&Rolling]) -> Vec<Score> {
    let steps = series.iter().flat_map(|r| &r.scores).map(|s| s.by_step.len()).max().unwrap_or(0);
    let pool = |row: usize, model: Model| {
        let rows: Vec<&Score> = series.iter().filter_map(|r| r.scores.get(row)).collect();
        let middle = |of: &dyn Fn(&Score) -> Option<f64>| {
            median(&rows.iter().filter_map(|score| of(score)).collect::<Vec<f64>>())
        };
        let at = |step: usize| {
            let n = rows.iter().filter_map(|r| r.by_step.get(step)).map(|s| s.0).sum();
            (n, middle(&|score| score.by_step.get(step).and_then(|s| s.1)))
        };
        Score {
            model,
            n: rows.iter().map(|r| r.n).sum(),
            mae: None,
            mase: middle(&|score| score.mase),
            by_step: (0..steps).map(at).collect(),
        }
    };
    Model::ALL.iter().enumerate().map(|(row, model)| pool(row, *model)).collect()
}

/// The width of a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepWidth {
    /// Years ahead.
    pub step: usize,
    /// Residuals pooled over the series.
    pub residuals: usize,
    /// Half-width in naive errors of the series; `None` where there are too few residuals.
    pub half_width: Option<f64>,
}

/// Widths by step.
#[derive(Clone, Debug, PartialEq)]
pub struct Calibration {
    /// Level of the intervals.
    pub level: f64,
    /// Series that contributed residuals.
    pub series: usize,
    /// From step 1 on.
    pub steps: Vec<StepWidth>,
    /// The last step that, like all before it, has enough residuals; 0 where coverage is not measurable.
    pub measured: usize,
}

impl Calibration {
    /// The half-width of a step in naive errors, and what it rests on.
    pub fn width(&self, step: usize) -> (Option<f64>, WidthBasis) {
        let at = |s: usize| s.checked_sub(1).and_then(|i| self.steps.get(i));
        if step <= self.measured {
            let found = at(step);
            let residuals = found.map_or(0, |w| w.residuals);
            return (found.and_then(|w| w.half_width), WidthBasis::Measured { residuals });
        }
        match at(self.measured).and_then(|w| w.half_width) {
            Some(width) => {
                let ratio = step as f64 / self.measured as f64;
                (Some(width * ratio), WidthBasis::Extended { from: self.measured })
            }
            None => (None, WidthBasis::NotMeasurable),
        }
    }
}

/// Half-widths by step from the residuals of several series: the `ceil((n + 1) level)`-th smallest absolute scaled
/// residual (split conformal), never below that of an earlier step.
pub fn calibrate(series: &[&Rolling], steps: usize, settings: &Settings) -> Calibration {
    let mut widest = 0.0f64;
    let widths: Vec<StepWidth> = (1..=steps)
        .map(|step| {
            let mut sizes: Vec<f64> = series
                .iter()
                .flat_map(|r| &r.residuals)
                .filter(|r| r.step == step)
                .map(|r| r.scaled.abs())
                .collect();
            sizes.sort_by(f64::total_cmp);
            let n = sizes.len();
            // Beyond the largest residual the level cannot be reached.
            let rank = ((n + 1) as f64 * settings.level - 1e-9).ceil() as usize;
            let enough = n >= settings.minimum_residuals.max(1);
            let half_width = if enough { rank.checked_sub(1).and_then(|i| sizes.get(i)) } else { None };
            let half_width = half_width.map(|w| {
                widest = widest.max(*w);
                widest
            });
            StepWidth { step, residuals: n, half_width }
        })
        .collect();
    Calibration {
        level: settings.level,
        series: series.iter().filter(|r| !r.residuals.is_empty()).count(),
        measured: widths.iter().take_while(|w| w.half_width.is_some()).count(),
        steps: widths,
    }
}

/// Coverage measured by leaving one series out.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// Values of every series inside the intervals that the other series give it, over all measured steps; `None` where
    /// coverage is not measurable.
    pub all: Option<Share>,
    /// The same by step, from step 1 on.
    pub by_step: Vec<Option<Share>>,
}

/// Measures the coverage of the widths: each series is held against widths from the others alone. Only steps at which
/// the others have enough residuals count.
pub fn coverage(series: &[&Rolling], steps: usize, settings: &Settings) -> Coverage {
    let mut counts = vec![(0usize, 0usize); steps];
    for held_out in 0..series.len() {
        let others: Vec<&Rolling> =
            series.iter().enumerate().filter(|(i, _)| *i != held_out).map(|(_, r)| *r).collect();
        let widths = calibrate(&others, steps, settings);
        for residual in &series[held_out].residuals {
            if residual.step > widths.measured {
                continue;
            }
            if let (Some(width), _) = widths.width(residual.step) {
                let count = &mut counts[residual.step - 1];
                count.1 += 1;
                count.0 += usize::from(crate::rank::reaches(width, residual.scaled.abs()));
            }
        }
    }
    let (k, n) = counts.iter().fold((0, 0), |sum, c| (sum.0 + c.0, sum.1 + c.1));
    Coverage { all: share(k, n), by_step: counts.iter().map(|c| share(c.0, c.1)).collect() }
}
