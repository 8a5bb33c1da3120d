//! Trend and break of an annual series: Mann-Kendall, Sen's slope, Pettitt.
//!
//! Conventions: tau is `S / (n (n - 1) / 2)` without correction for ties, as `pymannkendall` has it; the p value that a
//! page may print is the one corrected for serial correlation (Hamed & Rao 1998) and then for multiplicity
//! ([`crate::effect::benjamini_hochberg`]); slopes are per unit of time and use the true distances between years, so a
//! series with missing years is not squeezed. A break is news, a trend is not.

use crate::agreement::average_ranks;
use crate::descriptive::{QuantileMethod, quantile, sorted};
use crate::distribution::{normal_quantile, normal_two_sided};
use crate::effect::Interval;
use crate::rank::tied;
use thiserror::Error;

/// Significance level at which an autocorrelation enters the correction of Hamed & Rao.
const LAG_LEVEL: f64 = 0.05;
/// Largest series without ties whose exact p value is given.
const EXACT_LIMIT: usize = 12;

/// Why a series has no trend statistics.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum TrendError {
    /// Times and values differ in number.
    #[error("{times} times, {values} values")]
    Length {
        /// Times given.
        times: usize,
        /// Values given.
        values: usize,
    },
    /// Fewer than three values.
    #[error("{found} values: a trend needs at least three")]
    TooFew {
        /// Values found.
        found: usize,
    },
    /// Times do not ascend strictly, or a number is not finite.
    #[error("entry {entry}: times must ascend and numbers be finite")]
    Entry {
        /// Entry, from 0.
        entry: usize,
    },
}

/// A correction of the variance of S for serial correlation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SerialCorrection {
    /// Variance of S times the factor of Hamed & Rao. Below the plain variance where the residuals alternate.
    pub variance: f64,
    /// Two-sided p value.
    pub p: f64,
}

/// A break in level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Break {
    /// Time of the last value before the break.
    pub before: f64,
    /// Time of the first value after it.
    pub after: f64,
    /// Pettitt's K, the largest |U|.
    pub k: f64,
    /// Approximate p value `2 exp(-6 K^2 / (n^3 + n^2))`, at most 1. Serial correlation makes it too small.
    pub p: f64,
}

/// The trend of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// Number of values.
    pub n: usize,
    /// Mann-Kendall score: rises less falls over all pairs.
    pub s: i64,
    /// `S / (n (n - 1) / 2)`, in [-1, 1].
    pub tau: f64,
    /// Variance of S, corrected for ties.
    pub variance: f64,
    /// Two-sided p value of independent values, normal approximation with continuity correction.
    pub p: f64,
    /// Exact p value of independent values, up to 12 of them and without ties.
    pub p_exact: Option<f64>,
    /// Corrected for serial correlation; `None` where the corrected variance is not positive.
    pub corrected: Option<SerialCorrection>,
    /// Sen's slope per unit of time.
    pub slope: f64,
    /// Value of the line at time 0: `median(value) - slope * median(time)`.
    pub intercept: f64,
    /// Interval of the slope for independent values.
    pub interval: Interval,
    /// Interval of the slope with the corrected variance; `None` where there is none.
    pub interval_corrected: Option<Interval>,
    /// Pettitt's break in the values. A steady trend gives one too.
    pub break_in_level: Break,
    /// Pettitt's break in the residuals from Sen's line: a break that the trend does not explain.
    pub break_beyond_trend: Break,
}

/// Computes the trend of values at strictly ascending times; `level` is that of the slope's intervals, .95 by default
/// (a level outside (0, 1) counts as .95).
///
/// Lags of the serial correction count values, not units of time. Residuals for it are taken from Sen's line over time.
pub fn trend(times: &[f64], values: &[f64], level: f64) -> Result<Trend, TrendError> {
    let n = values.len();
    if times.len() != n {
        return Err(TrendError::Length { times: times.len(), values: n });
    }
    if n < 3 {
        return Err(TrendError::TooFew { found: n });
    }
    for entry in 0..n {
        let ascends = entry == 0 || times[entry] > times[entry - 1];
        if !(times[entry].is_finite() && values[entry].is_finite() && ascends) {
            return Err(TrendError::Entry { entry });
        }
    }
    let level = if level > 0.0 && level < 1.0 { level } else { 0.95 };
    let mut s = 0i64;
    let mut slopes = Vec::with_capacity(n * (n - 1) / 2);
    for i in 0..n {
        for j in i + 1..n {
            let step = if tied(values[j], values[i]) { 0.0 } else { values[j] - values[i] };
            s += if step > 0.0 { 1 } else { -i64::from(step < 0.0) };
            slopes.push(step / (times[j] - times[i]));
        }
    }
    slopes.sort_by(f64::total_cmp);
    let slope = middle(&slopes);
    let m = n as f64;
    let (variance, any_tie) = score_variance(values);
    let residuals = residuals(times, values, slope);
    let factor = serial_factor(&residuals);
    let corrected = Some(variance * factor)
        .filter(|v| *v > 0.0)
        .map(|variance| SerialCorrection { variance, p: score_p(s, variance) });
    Ok(Trend {
        n,
        s,
        tau: s as f64 / (m * (m - 1.0) / 2.0),
        variance,
        p: score_p(s, variance),
        p_exact: if any_tie || n > EXACT_LIMIT { None } else { Some(exact_score_p(n, s)) },
        corrected,
        slope,
        intercept: middle(&sorted(values)) - slope * middle(times),
        interval: slope_interval(&slopes, variance, level),
        interval_corrected: corrected.map(|c| slope_interval(&slopes, c.variance, level)),
        break_in_level: pettitt(times, values),
        break_beyond_trend: pettitt(times, &residuals),
    })
}

/// The median of sorted, non-empty values.
fn middle(sorted: &[f64]) -> f64 {
    quantile(sorted, 0.5, QuantileMethod::Linear).unwrap_or(0.0)
}

/// Variance of S with tie correction, and whether there are ties.
fn score_variance(values: &[f64]) -> (f64, bool) {
    let term = |t: f64| t * (t - 1.0) * (2.0 * t + 5.0);
    let ties = crate::rank::Ranks::ascending(values).tie_sizes();
    let tied_part: f64 = ties.iter().map(|&t| term(f64::from(t))).sum();
    ((term(values.len() as f64) - tied_part) / 18.0, !ties.is_empty())
}

/// Two-sided p of a score, with continuity correction; 1 where the score or its variance is 0.
fn score_p(s: i64, variance: f64) -> f64 {
    if s == 0 || variance <= 0.0 {
        return 1.0;
    }
    normal_two_sided((s.abs() - 1) as f64 / variance.sqrt())
}

/// Exact two-sided p of a score: permutations of `n` values by their number of inversions.
fn exact_score_p(n: usize, s: i64) -> f64 {
    let pairs = n * (n - 1) / 2;
    let mut ways = vec![0.0; pairs + 1];
    ways[0] = 1.0;
    for size in 2..=n {
        let before = ways.clone();
        for (inversions, way) in ways.iter_mut().enumerate() {
            let from = inversions.saturating_sub(size - 1);
            *way = before[from..=inversions].iter().sum::<f64>() / size as f64;
        }
    }
    let far = (0..=pairs).filter(|&i| (pairs as i64 - 2 * i as i64).abs() >= s.abs());
    far.map(|i| ways[i]).sum::<f64>().min(1.0)
}

/// Residuals from the line through the median point, snapped to 1e-9 of the largest so that residuals equal on paper
/// are equal.
fn residuals(times: &[f64], values: &[f64], slope: f64) -> Vec<f64> {
    let (t, v) = (middle(times), middle(&sorted(values)));
    let raw: Vec<f64> = times.iter().zip(values).map(|(x, y)| (y - v) - slope * (x - t)).collect();
    let size = values.iter().chain(&raw).fold(0.0f64, |a, r| a.max(r.abs()));
    if size == 0.0 {
        return raw;
    }
    raw.iter().map(|r| (r / size * 1e9).round()).collect()
}

/// The factor of Hamed & Rao (1998) on the variance of S: autocorrelations of the ranks of the residuals at all lags,
/// those significant at 5 %. 1 where the residuals are all equal.
fn serial_factor(residuals: &[f64]) -> f64 {
    let n = residuals.len();
    let ranks = average_ranks(residuals).0;
    let mean = (n + 1) as f64 / 2.0;
    let centred: Vec<f64> = ranks.iter().map(|r| r - mean).collect();
    let spread: f64 = centred.iter().map(|c| c * c).sum();
    if spread == 0.0 {
        return 1.0;
    }
    let m = n as f64;
    let bound = normal_quantile(1.0 - LAG_LEVEL / 2.0) / m.sqrt();
    let mut sum = 0.0;
    for lag in 1..n {
        let correlation = centred[lag..].iter().zip(&centred).map(|(a, b)| a * b).sum::<f64>() / spread;
        if correlation.abs() > bound {
            let left = (n - lag) as f64;
            sum += left * (left - 1.0) * (left - 2.0) * correlation;
        }
    }
    1.0 + 2.0 / (m * (m - 1.0) * (m - 2.0)) * sum
}

/// Sen's interval (Sen 1968): the slopes whose ranks lie z standard deviations of S from the middle; ranks are rounded
/// to whole ones, halves to even.
fn slope_interval(slopes: &[f64], variance: f64, level: f64) -> Interval {
    let count = slopes.len() as f64;
    let reach = normal_quantile(0.5 + level / 2.0) * variance.max(0.0).sqrt();
    let low = ((count - reach) / 2.0).round_ties_even() - 1.0;
    let high = ((count + reach) / 2.0).round_ties_even();
    let at = |rank: f64| slopes[rank.clamp(0.0, count - 1.0) as usize];
    Interval { low: at(low), high: at(high) }
}

/// Pettitt's test (Pettitt 1979) of values at ascending times, at least two of them; the earliest of equal maxima.
fn pettitt(times: &[f64], values: &[f64]) -> Break {
    let n = values.len();
    let ranks = average_ranks(values).0;
    let (mut sum, mut k, mut at) = (0.0, -1.0, 1);
    for t in 1..n {
        sum += ranks[t - 1];
        let u = (2.0 * sum - (t * (n + 1)) as f64).abs();
        if u > k && !tied(u, k) {
            (k, at) = (u, t);
        }
    }
    let m = n as f64;
    let p = (2.0 * libm::exp(-6.0 * k * k / (m * m * m + m * m))).min(1.0);
    Break { before: times[at - 1], after: times[at], k, p }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A series of Peru (World Bank, World Development Indicators, CC BY 4.0; values at five significant digits) with
    /// reference figures: `pymannkendall` 1.4.3 for S, tau, the variance and p; `scipy` 1.17 `theilslopes` for the slope
    /// and its 95 % interval; the correction and Pettitt's test recomputed apart with numpy on the true years.
    struct Case {
        name: &'static str,
        years: Vec<i32>,
        values: &'static [f64],
        s: i64,
        tau: f64,
        variance: f64,
        p: f64,
        corrected: (f64, f64),
        slope: (f64, f64, f64),
        pettitt: (i32, f64, f64),
    }

    fn cases() -> Vec<Case> {
        vec![
            Case {
                // tau .581, p .00026.
                name: "GB.XPD.RSDV.GD.ZS",
                years: (1997..=2004).chain(2011..=2023).collect(),
                values: &[
                    0.0836, 0.10072, 0.09849, 0.11266, 0.11096, 0.10614, 0.10813, 0.15578, 0.08282, 0.0553,
                    0.08174, 0.10805, 0.11702, 0.12008, 0.12085, 0.12683, 0.15696, 0.17229, 0.13754, 0.16206,
                    0.17611,
                ],
                s: 122,
                tau: 0.580952380952381,
                variance: 1096.6666666666667,
                p: 0.000258359804977459,
                corrected: (1459.52936887674, 0.00153901060233752),
                slope: (0.00281721052631579, 0.00124666666666667, 0.0047875),
                pettitt: (2014, 98.0, 0.005267250607962045),
            },
            Case {
                // tau .044, p .84.
                name: "TX.VAL.TECH.MF.ZS",
                years: (2008..=2024).collect(),
                values: &[
                    2.9501, 3.7092, 8.6209, 6.5423, 4.6947, 5.0004, 4.2522, 5.2434, 4.7997, 5.1223, 4.6802,
                    4.075, 4.7948, 4.4616, 4.5895, 5.0157, 5.2137,
                ],
                s: 6,
                tau: 0.04411764705882353,
                variance: 589.3333333333334,
                p: 0.836819705051275,
                corrected: (589.333333333333, 0.836819705051275),
                slope: (0.016224025974026, -0.0934142857142857, 0.104725),
                pettitt: (2009, 30.0, 0.7082804816780484),
            },
            Case {
                name: "IC.BUS.NREG",
                years: (2006..=2024).collect(),
                values: &[
                    37609.0, 47362.0, 55452.0, 55637.0, 60247.0, 71255.0, 75364.0, 74876.0, 74590.0, 79567.0,
                    75869.0, 79438.0, 79980.0, 88737.0, 83354.0, 104960.0, 104620.0, 112220.0, 112000.0,
                ],
                s: 155,
                tau: 0.9064327485380117,
                variance: 817.0,
                p: 7.13340864155754e-08,
                corrected: (476.416963624783, 1.71994924071215e-12),
                slope: (3690.0, 2925.6, 4114.14285714286),
                pettitt: (2014, 90.0, 0.0023859575219624556),
            },
            Case {
                // Ties: seven years at one value.
                name: "IC.REG.DURS",
                years: (2003..=2017).collect(),
                values: &[
                    100.5, 100.5, 104.5, 74.5, 74.5, 67.0, 41.0, 27.5, 26.5, 26.5, 26.5, 26.5, 26.5, 26.5,
                    26.5,
                ],
                s: -78,
                tau: -0.7428571428571429,
                variance: 362.0,
                p: 5.18715620889676e-05,
                corrected: (655.43258891646, 0.00263279678660158),
                slope: (-6.16666666666667, -8.22222222222222, -2.07142857142857),
                pettitt: (2009, 56.0, 0.010742800323766703),
            },
            Case {
                name: "IT.NET.SECR.P6",
                years: (2010..=2024).collect(),
                values: &[
                    10.349, 14.776, 24.737, 29.244, 37.522, 46.36, 72.668, 219.41, 258.08, 385.37, 457.39,
                    597.24, 701.59, 749.76, 826.79,
                ],
                s: 105,
                tau: 1.0,
                variance: 408.3333333333333,
                p: 2.65157875212196e-07,
                corrected: (802.113435163525, 0.000240557988579582),
                slope: (66.83775, 47.5415, 84.7525),
                pettitt: (2016, 56.0, 0.010742800323766703),
            },
            Case {
                // tau .189, p .097.
                name: "IP.PAT.RESD",
                years: [1980, 1981, 1982, 1983, 1985, 1986, 1987, 1988]
                    .into_iter()
                    .chain(1990..=1994)
                    .chain([1996, 1997])
                    .chain(1999..=2021)
                    .collect(),
                values: &[
                    82.0, 50.0, 56.0, 77.0, 41.0, 48.0, 43.0, 53.0, 49.0, 31.0, 21.0, 34.0, 29.0, 52.0, 48.0,
                    48.0, 40.0, 36.0, 29.0, 32.0, 38.0, 27.0, 39.0, 28.0, 31.0, 37.0, 39.0, 39.0, 54.0, 73.0,
                    83.0, 67.0, 72.0, 100.0, 89.0, 137.0, 125.0, 94.0,
                ],
                s: 133,
                tau: 0.1891891891891892,
                variance: 6317.666666666667,
                p: 0.0967703390661641,
                corrected: (29944.6675266257, 0.445579015309414),
                slope: (0.666666666666667, -0.1, 1.5),
                pettitt: (2011, 262.0, 0.0013330331403017608),
            },
            Case {
                // tau 1, slope 2.74.
                name: "IT.NET.USER.ZS",
                years: [1990].into_iter().chain(1994..=2024).collect(),
                values: &[
                    0.0, 0.0085, 0.0334, 0.246, 0.403, 1.19, 1.95, 3.0764, 7.5788, 8.967, 11.6, 14.1, 17.1,
                    20.7, 25.2, 30.57, 31.4, 34.77, 36.01, 38.2, 39.2, 40.245, 40.853, 45.462, 50.45, 55.054,
                    59.95, 65.252, 71.108, 74.675, 79.485, 81.957,
                ],
                s: 496,
                tau: 1.0,
                variance: 3802.6666666666665,
                p: 8.88178419700125e-16,
                corrected: (7919.6610459433, 2.66291086535291e-08),
                slope: (2.74440909090909, 2.5, 2.97765),
                pettitt: (2008, 256.0, 1.7677525767879866e-05),
            },
        ]
    }

    fn near(name: &str, found: f64, expected: f64, within: f64) {
        let scale = expected.abs().max(1.0);
        assert!((found - expected).abs() <= within * scale, "{name}: {found} is not {expected}");
    }

    #[test]
    fn series_of_peru() {
        for case in cases() {
            let years: Vec<f64> = case.years.iter().map(|&y| f64::from(y)).collect();
            let found = trend(&years, case.values, 0.95).unwrap();
            assert_eq!(found.s, case.s, "{}", case.name);
            near(case.name, found.tau, case.tau, 1e-12);
            near(case.name, found.variance, case.variance, 1e-12);
            near(case.name, found.p, case.p, 1e-12);
            let corrected = found.corrected.unwrap();
            near(case.name, corrected.variance, case.corrected.0, 1e-9);
            near(case.name, corrected.p, case.corrected.1, 1e-9);
            near(case.name, found.slope, case.slope.0, 1e-9);
            near(case.name, found.interval.low, case.slope.1, 1e-9);
            near(case.name, found.interval.high, case.slope.2, 1e-9);
            let (year, k, p) = case.pettitt;
            assert_eq!(found.break_in_level.before, f64::from(year), "{}", case.name);
            near(case.name, found.break_in_level.k, k, 1e-12);
            near(case.name, found.break_in_level.p, p, 1e-12);
        }
    }

    #[test]
    fn missing_years_are_not_squeezed() {
        let case = &cases()[0];
        // On positions instead of years: .0035 per step, and pymannkendall's own correction.
        let steps: Vec<f64> = (0..case.values.len()).map(|i| i as f64).collect();
        let squeezed = trend(&steps, case.values, 0.95).unwrap();
        near("R&D by position", squeezed.slope, 0.003456, 1e-12);
        near("R&D by position", squeezed.corrected.unwrap().p, 2.69427967916069e-05, 1e-9);
        near("R&D by position", squeezed.corrected.unwrap().variance, 830.828070175439, 1e-9);
    }

    #[test]
    fn small_and_flat_series() {
        assert_eq!(trend(&[1.0, 2.0], &[1.0, 2.0], 0.95), Err(TrendError::TooFew { found: 2 }));
        assert_eq!(trend(&[1.0], &[], 0.95), Err(TrendError::Length { times: 1, values: 0 }));
        let twice = trend(&[1.0, 1.0, 2.0], &[1.0, 2.0, 3.0], 0.95);
        assert_eq!(twice, Err(TrendError::Entry { entry: 1 }));
        let flat = trend(&[1.0, 2.0, 3.0, 4.0], &[5.0; 4], 0.95).unwrap();
        assert_eq!((flat.s, flat.p, flat.slope, flat.corrected, flat.p_exact), (0, 1.0, 0.0, None, None));
        let rising = trend(&[1.0, 2.0, 3.0, 4.0, 5.0], &[1.0, 2.0, 4.0, 5.0, 9.0], 0.95).unwrap();
        assert_eq!(rising.tau, 1.0);
        near("5 of 5", rising.p_exact.unwrap(), 2.0 / 120.0, 1e-12);
        let line: Vec<f64> = (0..9).map(|i| 0.1 * f64::from(i)).collect();
        let straight = trend(&line, &line, 0.95).unwrap();
        assert_eq!(straight.break_beyond_trend.p, 1.0);
        near("slope", straight.slope, 1.0, 1e-12);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn turning_time_round_turns_the_trend(values in prop::collection::vec(-50i32..50, 3..25)) {
            let years: Vec<f64> = (0..values.len()).map(|i| 2000.0 + i as f64).collect();
            let forth: Vec<f64> = values.iter().map(|&v| f64::from(v)).collect();
            let back: Vec<f64> = forth.iter().rev().copied().collect();
            let (a, b) = (trend(&years, &forth, 0.95).unwrap(), trend(&years, &back, 0.95).unwrap());
            prop_assert_eq!((a.s, a.p), (-b.s, b.p));
            prop_assert!((a.slope + b.slope).abs() < 1e-12);
            prop_assert!(a.interval.low <= a.slope && a.slope <= a.interval.high);
            prop_assert!(a.p_exact.is_none_or(|p| p > 0.0 && p <= 1.0));
        }
    }
}
