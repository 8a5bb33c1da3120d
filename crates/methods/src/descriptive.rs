//! What one item of a consultation says: location, spread, agreement, shape.
//!
//! Values are finite numbers on a scale given by its points in ascending order (1..5, 1..9, or 0 1 3 5). A blank or an
//! abstention is not a value: leave it out. Every figure that the number of answers cannot carry is `None`, never NaN:
//! with no answer nothing but `n` is known, with one answer there is no spread.
//!
//! Conventions: quartiles of type 7 (Hyndman & Fan 1996; the `QUARTILE.INC` of spreadsheets), standard deviation and
//! coefficient of variation of the sample (divisor n - 1).

use crate::rank::{reaches, tied};

/// Share in the two lowest and in the two highest points from which an item is called bipolar.
pub const BIPOLAR_SHARE: f64 = 0.30;

/// How a quantile falls between two order statistics (numbering of Hyndman & Fan 1996).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QuantileMethod {
    /// Type 1: the smallest value that reaches the share.
    InvertedCdf,
    /// Type 5: halfway between the steps.
    Hazen,
    /// Type 6: expectations of uniform order statistics.
    Weibull,
    /// Type 7: linear between the extremes. The convention of every figure of this crate.
    #[default]
    Linear,
    /// Type 8: approximately unbiased for the median.
    MedianUnbiased,
}

/// The quantile at share `p` in [0, 1] of values sorted in ascending order; `None` without values or with a share
/// outside.
pub fn quantile(sorted: &[f64], p: f64, method: QuantileMethod) -> Option<f64> {
    quantile_by(sorted.len(), p, method, |i| sorted[i])
}

/// The same over any source of the i-th smallest of `n` values (i from 0).
fn quantile_by(n: usize, p: f64, method: QuantileMethod, at: impl Fn(usize) -> f64) -> Option<f64> {
    if n == 0 || !(0.0..=1.0).contains(&p) {
        return None;
    }
    let m = n as f64;
    let position = match method {
        QuantileMethod::InvertedCdf => (m * p).ceil() - 1.0,
        QuantileMethod::Hazen => m * p - 0.5,
        QuantileMethod::Weibull => (m + 1.0) * p - 1.0,
        QuantileMethod::Linear => (m - 1.0) * p,
        QuantileMethod::MedianUnbiased => (m + 1.0 / 3.0) * p - 2.0 / 3.0,
    }
    .clamp(0.0, m - 1.0);
    let low = position.floor();
    let (below, fraction) = (at(low as usize), position - low);
    if fraction == 0.0 {
        return Some(below);
    }
    let next = at((low as usize + 1).min(n - 1));
    Some(below + fraction * (next - below))
}

/// The median; `None` without values. Values that are not finite are left out.
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(&sorted(values), 0.5, QuantileMethod::Linear)
}

/// The arithmetic mean; `None` without values.
pub fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() { None } else { Some(values.iter().sum::<f64>() / values.len() as f64) }
}

/// Location and spread of a set of answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// Number of answers.
    pub n: usize,
    /// Arithmetic mean.
    pub mean: Option<f64>,
    /// Standard deviation of the sample; needs two answers.
    pub sd: Option<f64>,
    /// Coefficient of variation `sd / |mean|`; needs two answers and a mean other than zero.
    pub cv: Option<f64>,
    /// Median.
    pub median: Option<f64>,
    /// First quartile, type 7.
    pub q1: Option<f64>,
    /// Third quartile, type 7.
    pub q3: Option<f64>,
    /// Interquartile range `q3 - q1`; 0 with one answer.
    pub iqr: Option<f64>,
    /// Smallest answer.
    pub min: Option<f64>,
    /// Largest answer.
    pub max: Option<f64>,
}

impl Summary {
    /// The summary of values in any order. Values that are not finite are left out.
    pub fn of(values: &[f64]) -> Summary {
        let values = sorted(values);
        Summary::build(
            values.len(),
            |i| values[i],
            values.iter().sum::<f64>(),
            |mean| values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>(),
        )
    }

    /// The summary of answers given as counts of ascending scale points, in time proportional to the scale: what
    /// resampling uses. Both slices have the same length; a surplus of either is ignored.
    pub fn of_counts(points: &[f64], counts: &[u32]) -> Summary {
        let n = counts.iter().take(points.len()).map(|&c| c as usize).sum();
        let at = |i: usize| {
            let mut seen = 0;
            for (&point, &count) in points.iter().zip(counts) {
                seen += count as usize;
                if i < seen {
                    return point;
                }
            }
            f64::NAN
        };
        let pairs = || points.iter().zip(counts).map(|(&p, &c)| (p, f64::from(c)));
        Summary::build(n, at, pairs().map(|(p, c)| p * c).sum(), |mean| {
            pairs().map(|(p, c)| c * (p - mean) * (p - mean)).sum()
        })
    }

    fn build(n: usize, at: impl Fn(usize) -> f64, sum: f64, squares: impl Fn(f64) -> f64) -> Summary {
        if n == 0 {
            return Summary::default();
        }
        let (min, max) = (at(0), at(n - 1));
        // A unanimous panel has exactly zero spread, whatever its value.
        let mean = if min == max { min } else { sum / n as f64 };
        let sd = if n < 2 {
            None
        } else if min == max {
            Some(0.0)
        } else {
            Some((squares(mean) / (n - 1) as f64).sqrt())
        };
        let at_share = |p| quantile_by(n, p, QuantileMethod::Linear, &at);
        let (q1, q3) = (at_share(0.25), at_share(0.75));
        Summary {
            n,
            mean: Some(mean),
            sd,
            cv: sd.filter(|_| mean != 0.0).map(|sd| sd / mean.abs()),
            median: at_share(0.5),
            q1,
            q3,
            iqr: q1.zip(q3).map(|(a, b)| b - a),
            min: Some(min),
            max: Some(max),
        }
    }

    /// Relative interquartile range `iqr / |median|`; `None` where the median is zero.
    pub fn relative_iqr(&self) -> Option<f64> {
        let (iqr, median) = self.iqr.zip(self.median)?;
        if median == 0.0 { None } else { Some(iqr / median.abs()) }
    }
}

/// A count out of the answers, so that a page can print "4 of 5".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many answers meet the condition.
    pub k: usize,
    /// How many answers there are.
    pub n: usize,
}

impl Share {
    /// The fraction k / n in [0, 1]; `None` without answers.
    pub fn fraction(self) -> Option<f64> {
        if self.n == 0 { None } else { Some(self.k as f64 / self.n as f64) }
    }
}

/// The point of a scale from which an answer counts as agreement: the top two of 5, 7 and more of 9, 8 and more of 10.
///
/// Other lengths follow the same proportion, three tenths of the points rounded and at least one (the top two of 7, the
/// top one of 3 and 4, 8 and more of 0..10); that extension is ours. `None` for fewer than two points.
pub fn agreement_cut(points: &[f64]) -> Option<f64> {
    if points.len() < 2 {
        return None;
    }
    let top = ((points.len() * 3 + 5) / 10).max(1);
    points.get(points.len() - top).copied()
}

/// How answers fall on the points of a scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    /// Answers at each point of the scale, in its order.
    pub counts: Vec<u32>,
    /// Answers that are at no point of the scale.
    pub off_scale: u32,
}

/// Counts answers by scale point; a value belongs to a point within 1e-9.
pub fn histogram(values: &[f64], points: &[f64]) -> Histogram {
    let mut result = Histogram { counts: vec![0; points.len()], off_scale: 0 };
    for &value in values.iter().filter(|v| v.is_finite()) {
        match points.iter().position(|&p| tied(p, value)) {
            Some(i) => result.counts[i] += 1,
            None => result.off_scale += 1,
        }
    }
    result
}

/// Mark of "no answer" among the point indexes that [`tally`] reads.
pub const NO_ANSWER: u8 = u8::MAX;

/// Adds up the answers of a resampled panel by scale point: expert `e` answered point `answers[e]` (an index, or
/// [`NO_ANSWER`]) and was drawn `drawn[e]` times. Overwrites `counts`, one entry a point; indexes beyond it are ignored.
pub fn tally(answers: &[u8], drawn: &[u16], counts: &mut [u32]) {
    counts.fill(0);
    for (&answer, &times) in answers.iter().zip(drawn) {
        if let Some(count) = counts.get_mut(usize::from(answer)) {
            *count += u32::from(times);
        }
    }
}

/// Everything that is said of one item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// Location and spread.
    pub summary: Summary,
    /// Answers at each point of the scale.
    pub counts: Vec<u32>,
    /// The point from which an answer counts as agreement.
    pub agreement_from: Option<f64>,
    /// Answers at or above that point.
    pub agreement: Share,
    /// The most frequent points in ascending order: more than one where they tie, none without answers.
    pub modes: Vec<f64>,
    /// Answers at each of the modes.
    pub mode: Share,
    /// Answers at the two lowest points; `None` on a scale of fewer than four points.
    pub bottom_two: Option<Share>,
    /// Answers at the two highest points; `None` on a scale of fewer than four points.
    pub top_two: Option<Share>,
    /// At least [`BIPOLAR_SHARE`] at both ends; `None` without answers or on a scale of fewer than four points.
    pub bipolar: Option<bool>,
    /// Leik's consensus, see [`leik_consensus`].
    pub leik: Option<f64>,
}

/// Describes an item from counts of ascending scale points. `agreement_from` is the study's cut, else the default of
/// [`agreement_cut`].
pub fn describe_counts(points: &[f64], counts: &[u32], agreement_from: Option<f64>) -> Item {
    let length = points.len().min(counts.len());
    let (points, counts) = (&points[..length], &counts[..length]);
    let summary = Summary::of_counts(points, counts);
    let n = summary.n;
    let among = |range: &[u32]| Share { k: range.iter().map(|&c| c as usize).sum(), n };
    let agreement_from = agreement_from.or_else(|| agreement_cut(points));
    let agreeing = agreement_from.map_or(0, |cut| {
        points.iter().zip(counts).filter(|(p, _)| reaches(**p, cut)).map(|(_, &c)| c as usize).sum()
    });
    let highest = counts.iter().copied().max().unwrap_or(0);
    let modes = points.iter().zip(counts).filter(|(_, c)| **c == highest && highest > 0).map(|(p, _)| *p);
    let ends = if length < 4 { None } else { Some((among(&counts[..2]), among(&counts[length - 2..]))) };
    let bipolar = ends.and_then(|(low, high)| {
        let (low, high) = low.fraction().zip(high.fraction())?;
        Some(reaches(low, BIPOLAR_SHARE) && reaches(high, BIPOLAR_SHARE))
    });
    Item {
        agreement: Share { k: agreeing, n },
        agreement_from,
        modes: modes.collect(),
        mode: Share { k: highest as usize, n },
        bottom_two: ends.map(|e| e.0),
        top_two: ends.map(|e| e.1),
        bipolar,
        leik: leik_consensus(counts),
        counts: counts.to_vec(),
        summary,
    }
}

/// Describes an item from its answers. Answers off the scale count in the summary and in no other figure, which the
/// sum of `counts` against `n` shows.
pub fn describe(values: &[f64], points: &[f64], agreement_from: Option<f64>) -> Item {
    let histogram = histogram(values, points);
    let mut item = describe_counts(points, &histogram.counts, agreement_from);
    item.summary = Summary::of(values);
    item
}

/// Leik's ordinal consensus in [0, 1] (Leik 1966): `1 - D`, `D = 2 sum d_c / (m - 1)` over the m categories with
/// `d_c` the smaller of the cumulative share and its complement. 1 where all agree, 0 where half are at each end.
/// `None` without answers or with fewer than two categories.
pub fn leik_consensus(counts: &[u32]) -> Option<f64> {
    let n: u64 = counts.iter().map(|&c| u64::from(c)).sum();
    if n == 0 || counts.len() < 2 {
        return None;
    }
    let (mut reached, mut sum) = (0u64, 0u64);
    for &count in counts {
        reached += u64::from(count);
        sum += reached.min(n - reached);
    }
    Some(1.0 - 2.0 * sum as f64 / (n as f64 * (counts.len() - 1) as f64))
}

/// The finite values in ascending order.
pub(crate) fn sorted(values: &[f64]) -> Vec<f64> {
    let mut values: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
    values.sort_by(f64::total_cmp);
    values
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FIVE: [f64; 5] = [1.0, 2.0, 3.0, 4.0, 5.0];

    fn scale(n: i32) -> Vec<f64> {
        (1..=n).map(f64::from).collect()
    }

    #[test]
    fn quartile_methods_of_the_worked_example() {
        // The third quartile depends on the method: 6 to 6.5; computed independently with numpy.
        let x = [3.0, 4.0, 4.0, 5.0, 5.0, 5.0, 6.0, 7.0, 9.0];
        for (method, q1, q3) in [
            (QuantileMethod::Linear, 4.0, 6.0),
            (QuantileMethod::InvertedCdf, 4.0, 6.0),
            (QuantileMethod::Hazen, 4.0, 6.25),
            (QuantileMethod::MedianUnbiased, 4.0, 19.0 / 3.0),
            (QuantileMethod::Weibull, 4.0, 6.5),
        ] {
            assert!((quantile(&x, 0.25, method).unwrap() - q1).abs() < 1e-12, "{method:?}");
            assert!((quantile(&x, 0.75, method).unwrap() - q3).abs() < 1e-12, "{method:?}");
            assert_eq!(quantile(&x, 0.5, method), Some(5.0), "{method:?}");
        }
    }

    #[test]
    fn small_panels_are_well_defined() {
        assert_eq!(Summary::of(&[]), Summary::default());
        assert_eq!(describe(&[], &FIVE, None).bipolar, None);
        let one = Summary::of(&[4.0]);
        assert_eq!((one.n, one.mean, one.sd, one.cv), (1, Some(4.0), None, None));
        assert_eq!((one.median, one.iqr, one.min, one.max), (Some(4.0), Some(0.0), Some(4.0), Some(4.0)));
        let two = Summary::of(&[2.0, 4.0]);
        assert_eq!((two.mean, two.median, two.q1, two.q3), (Some(3.0), Some(3.0), Some(2.5), Some(3.5)));
        assert!((two.sd.unwrap() - 2.0_f64.sqrt()).abs() < 1e-15);
        let five = Summary::of(&[5.0, 3.0, 4.0, 4.0, 2.0]);
        assert_eq!((five.median, five.q1, five.q3), (Some(4.0), Some(3.0), Some(4.0)));
        assert!((five.sd.unwrap() - 1.3_f64.sqrt()).abs() < 1e-15);
        assert_eq!(Summary::of(&[0.0, 0.0]).cv, None);
        assert_eq!(Summary::of(&[0.1; 7]).sd, Some(0.0));
    }

    #[test]
    fn agreement_counts_the_top_of_each_scale() {
        assert_eq!(agreement_cut(&FIVE), Some(4.0));
        assert_eq!(agreement_cut(&scale(9)), Some(7.0));
        assert_eq!(agreement_cut(&scale(10)), Some(8.0));
        assert_eq!(agreement_cut(&scale(7)), Some(6.0));
        assert_eq!(agreement_cut(&[0.0, 1.0, 3.0, 5.0]), Some(5.0));
        assert_eq!(agreement_cut(&[1.0]), None);
        let item = describe(&[2.0, 4.0, 5.0, 4.0, 1.0], &FIVE, None);
        assert_eq!(item.agreement, Share { k: 3, n: 5 });
        assert_eq!((item.modes.clone(), item.mode.k), (vec![4.0], 2));
        assert_eq!(item.bipolar, Some(true));
        assert_eq!(describe(&[3.0, 3.0, 2.0, 2.0], &FIVE, None).modes, [2.0, 3.0]);
    }

    #[test]
    fn leik_of_the_abacus_example() {
        // Six experts' colours as 1..5; I2, I3 and I5 of the example share the mean and differ in consensus.
        for (counts, consensus) in [
            ([0, 0, 0, 3, 3], 0.75),
            ([2, 1, 0, 1, 2], 1.0 / 6.0),
            ([0, 1, 3, 1, 0], 0.8),
            ([3, 2, 0, 0, 0], 0.8),
            ([1, 1, 2, 1, 1], 0.5),
        ] {
            assert!((leik_consensus(&counts).unwrap() - consensus).abs() < 1e-12, "{counts:?}");
        }
        assert_eq!(leik_consensus(&[0, 0, 1, 0, 0]), Some(1.0));
        assert_eq!(leik_consensus(&[4, 0, 0, 0, 4]), Some(0.0));
        assert_eq!(leik_consensus(&[0; 5]), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn counts_and_values_agree(values in prop::collection::vec(1u8..=9, 0..30)) {
            let points = scale(9);
            let answers: Vec<f64> = values.iter().map(|&v| f64::from(v)).collect();
            let direct = describe(&answers, &points, None);
            let counted = describe_counts(&points, &histogram(&answers, &points).counts, None);
            prop_assert_eq!(direct.summary.n, counted.summary.n);
            for (a, b) in [
                (direct.summary.mean, counted.summary.mean),
                (direct.summary.sd, counted.summary.sd),
                (direct.summary.q1, counted.summary.q1),
                (direct.summary.q3, counted.summary.q3),
                (direct.summary.median, counted.summary.median),
            ] {
                prop_assert_eq!(a.is_some(), b.is_some());
                prop_assert!((a.unwrap_or(0.0) - b.unwrap_or(0.0)).abs() < 1e-12);
            }
        }

        #[test]
        fn an_expert_at_the_median_changes_no_median(values in prop::collection::vec(1u8..=9, 1..30)) {
            let mut answers: Vec<f64> = values.iter().map(|&v| f64::from(v)).collect();
            let before = median(&answers).unwrap();
            answers.push(before);
            prop_assert_eq!(median(&answers), Some(before));
        }

        #[test]
        fn a_tally_of_single_draws_is_the_histogram(values in prop::collection::vec(0u8..5, 0..30)) {
            let answers: Vec<f64> = values.iter().map(|&v| f64::from(v) + 1.0).collect();
            let mut counts = [0; 5];
            tally(&values, &vec![1; values.len()], &mut counts);
            prop_assert_eq!(counts.to_vec(), histogram(&answers, &FIVE).counts);
        }
    }
}
