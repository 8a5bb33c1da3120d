//! Two groups of experts side by side: how far apart, how sure, and the correction for asking of many items.
//!
//! A small panel can fail to show a difference that exists: say "no difference detected", never "no difference".

use crate::agreement::average_ranks;
use crate::consensus::PMethod;
use crate::descriptive::{QuantileMethod, quantile};
use crate::distribution::normal_two_sided;
use crate::random::Stream;
use crate::rank::{exceeds, reaches, tied};

/// Cliff's delta: the share of pairs in which the first group's answer is higher, less the share in which it is lower
/// (Cliff 1993). In [-1, 1]; 0 where the groups overlap fully. `None` where a group is empty.
pub fn cliffs_delta(first: &[f64], second: &[f64]) -> Option<f64> {
    let (a, b) = (crate::descriptive::sorted(first), crate::descriptive::sorted(second));
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let (mut below, mut not_above) = (0usize, 0usize);
    let mut dominance = 0i64;
    for &x in &a {
        while below < b.len() && exceeds(x, b[below]) {
            below += 1;
        }
        not_above = not_above.max(below);
        while not_above < b.len() && reaches(x, b[not_above]) {
            not_above += 1;
        }
        dominance += below as i64 - (b.len() - not_above) as i64;
    }
    Some(dominance as f64 / (a.len() * b.len()) as f64)
}

/// Cliff's delta of answers given as counts of the same ascending scale points, in time proportional to the scale: what
/// resampling uses. `None` where a group is empty.
pub fn cliffs_delta_of_counts(first: &[u32], second: &[u32]) -> Option<f64> {
    let total = |counts: &[u32]| counts.iter().map(|&c| i64::from(c)).sum::<i64>();
    let (n, m) = (total(first), total(second));
    if n == 0 || m == 0 {
        return None;
    }
    let (mut below, mut dominance) = (0i64, 0i64);
    for (point, &count) in first.iter().enumerate() {
        let here = second.get(point).map_or(0, |&c| i64::from(c));
        dominance += i64::from(count) * (below - (m - below - here));
        below += here;
    }
    Some(dominance as f64 / (n * m) as f64)
}

/// The size of a Cliff's delta by Romano, Kromrey, Coraggio & Skowronek (2006): cuts at .147, .33 and .474, which
/// correspond to Cohen's d of .2, .5 and .8 under normality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Magnitude {
    /// Below .147.
    Negligible,
    /// From .147.
    Small,
    /// From .33.
    Medium,
    /// From .474.
    Large,
}

impl Magnitude {
    /// The size of a delta of either sign.
    pub fn of(delta: f64) -> Magnitude {
        let size = delta.abs();
        if reaches(size, 0.474) {
            Magnitude::Large
        } else if reaches(size, 0.33) {
            Magnitude::Medium
        } else if reaches(size, 0.147) {
            Magnitude::Small
        } else {
            Magnitude::Negligible
        }
    }
}

/// An interval of resampled values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// How the interval of a delta is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IntervalDraws {
    /// Seed of the study.
    pub seed: u64,
    /// Number of resamples.
    pub count: u32,
    /// Level of the interval in (0, 1).
    pub level: f64,
}

impl Default for IntervalDraws {
    fn default() -> Self {
        IntervalDraws { seed: 0, count: 1000, level: 0.95 }
    }
}

/// The contrast of two groups on one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    /// Answers of the first group.
    pub n_first: usize,
    /// Answers of the second group.
    pub n_second: usize,
    /// Cliff's delta; positive where the first group answers higher.
    pub delta: f64,
    /// Its size.
    pub magnitude: Magnitude,
    /// Percentile interval of seeded resamples with replacement within each group; `None` where a group has fewer than
    /// two answers. It says how stable the delta is to the composition of this panel. It has zero width where the
    /// groups do not overlap, which is a limit of the method and not certainty.
    pub interval: Option<Interval>,
    /// Mann-Whitney test.
    pub test: MannWhitney,
}

/// Compares two groups; `task` names the item, so that items draw unrelated resamples. `None` where a group is empty.
pub fn contrast(first: &[f64], second: &[f64], task: &str, draws: &IntervalDraws) -> Option<Contrast> {
    let (a, b) = (crate::descriptive::sorted(first), crate::descriptive::sorted(second));
    let delta = cliffs_delta(&a, &b)?;
    let test = mann_whitney(&a, &b)?;
    Some(Contrast {
        n_first: a.len(),
        n_second: b.len(),
        delta,
        magnitude: Magnitude::of(delta),
        interval: delta_interval(&a, &b, task, draws),
        test,
    })
}

fn delta_interval(a: &[f64], b: &[f64], task: &str, draws: &IntervalDraws) -> Option<Interval> {
    let level_is_share = draws.level > 0.0 && draws.level < 1.0;
    if a.len() < 2 || b.len() < 2 || draws.count == 0 || !level_is_share {
        return None;
    }
    // Answers as places on a scale of their own: a draw is then a count a place, without sorting.
    let (one, two, points) = places(a, b);
    let mut counts = [vec![0_u32; points], vec![0; points]];
    let mut deltas: Vec<f64> = (0..draws.count)
        .filter_map(|replicate| {
            let mut stream = Stream::new(draws.seed, task, u64::from(replicate));
            for (group, counts) in [&one, &two].into_iter().zip(&mut counts) {
                counts.fill(0);
                for _ in group {
                    counts[group[stream.below(group.len() as u32) as usize]] += 1;
                }
            }
            cliffs_delta_of_counts(&counts[0], &counts[1])
        })
        .collect();
    deltas.sort_by(f64::total_cmp);
    let tail = (1.0 - draws.level) / 2.0;
    Some(Interval {
        low: quantile(&deltas, tail, QuantileMethod::Linear)?,
        high: quantile(&deltas, 1.0 - tail, QuantileMethod::Linear)?,
    })
}

/// The place of each of two sorted groups' answers among their distinct values, and how many places there are.
fn places(a: &[f64], b: &[f64]) -> (Vec<usize>, Vec<usize>, usize) {
    let mut all: Vec<f64> = a.iter().chain(b).copied().collect();
    all.sort_by(f64::total_cmp);
    all.dedup_by(|next, kept| tied(*next, *kept));
    let place = |value: &f64| all.partition_point(|point| exceeds(*value, *point));
    (a.iter().map(place).collect(), b.iter().map(place).collect(), all.len())
}

/// The Mann-Whitney test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MannWhitney {
    /// U of the first group: pairs in which it is higher, ties counting one half.
    pub u: f64,
    /// Two-sided p value; 1 where all answers are equal.
    pub p: f64,
    /// Exact where both groups together have at most 40 answers: the permutation distribution of the average ranks, as
    /// likely or less likely meaning at least as far from the mean of U, valid with ties. The normal approximation with
    /// tie and continuity correction above.
    pub method: PMethod,
}

/// Largest joint sample of the exact Mann-Whitney distribution.
const EXACT_LIMIT: usize = 40;

/// The two-sided Mann-Whitney test (Mann & Whitney 1947); `None` where a group is empty.
pub fn mann_whitney(first: &[f64], second: &[f64]) -> Option<MannWhitney> {
    let (n, m) = (first.len(), second.len());
    if n == 0 || m == 0 || first.iter().chain(second).any(|v| !v.is_finite()) {
        return None;
    }
    let all: Vec<f64> = first.iter().chain(second).copied().collect();
    let (ranks, ties) = average_ranks(&all);
    let (nf, mf, total) = (n as f64, m as f64, (n + m) as f64);
    let u = ranks[..n].iter().sum::<f64>() - nf * (nf + 1.0) / 2.0;
    let gap = (u - nf * mf / 2.0).abs();
    let (p, method) = if n + m <= EXACT_LIMIT {
        (exact_rank_sum(&ranks, n.min(m), gap), PMethod::Exact)
    } else {
        let variance = nf * mf / 12.0 * (total + 1.0 - ties / (total * (total - 1.0)));
        let p = if variance > 0.0 { normal_two_sided((gap - 0.5).max(0.0) / variance.sqrt()) } else { 1.0 };
        (p, PMethod::Normal)
    };
    Some(MannWhitney { u, p, method })
}

/// The share of subsets of `n` ranks whose sum is at least `gap` away from its mean; the same for the subsets that are
/// left, so that `n` may be the smaller group. Average ranks are halves at worst, so their doubles are whole numbers.
fn exact_rank_sum(ranks: &[f64], n: usize, gap: f64) -> f64 {
    let mut doubled: Vec<usize> = ranks.iter().map(|r| (2.0 * r).round() as usize).collect();
    doubled.sort_unstable();
    let top: usize = doubled.iter().rev().take(n).sum();
    // ways[k][s]: subsets of k ranks with doubled sum s, which lies between the k smallest and the k largest seen.
    let mut ways = vec![vec![0.0f64; top + 1]; n + 1];
    ways[0][0] = 1.0;
    for (seen, &rank) in doubled.iter().enumerate() {
        for k in (1..=n.min(seen + 1)).rev() {
            let low: usize = doubled.iter().take(k - 1).sum();
            let high: usize = doubled[seen + 1 - k..seen].iter().sum();
            let (fewer, more) = ways.split_at_mut(k);
            let added = &fewer[k - 1][low..=high];
            for (way, more) in more[0][low + rank..].iter_mut().zip(added) {
                *way += more;
            }
        }
    }
    let mean = n as f64 * (ranks.len() + 1) as f64;
    let mut far = 0.0;
    let mut all = 0.0;
    for (s, &way) in ways[n].iter().enumerate() {
        all += way;
        if (s as f64 - mean).abs() >= 2.0 * gap - 1e-6 {
            far += way;
        }
    }
    (far / all).min(1.0)
}

/// Benjamini & Hochberg (1995): p values adjusted for the false discovery rate over those that exist. Entries without a
/// p value stay `None` and do not count.
pub fn benjamini_hochberg(p: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut known: Vec<(usize, f64)> =
        p.iter().enumerate().filter_map(|(i, v)| v.filter(|v| !v.is_nan()).map(|v| (i, v))).collect();
    known.sort_by(|a, b| b.1.total_cmp(&a.1));
    let m = known.len();
    let mut adjusted = vec![None; p.len()];
    let mut least = 1.0f64;
    for (from_top, &(index, value)) in known.iter().enumerate() {
        least = least.min(value * m as f64 / (m - from_top) as f64);
        adjusted[index] = Some(least);
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(a: f64, b: f64, within: f64) {
        assert!((a - b).abs() <= within, "{a} is not {b}");
    }

    #[test]
    fn delta_by_hand() {
        assert_eq!(cliffs_delta(&[4.0, 5.0], &[1.0, 2.0, 3.0]), Some(1.0));
        assert_eq!(cliffs_delta(&[3.0, 3.0], &[3.0]), Some(0.0));
        // 3 > 1, 3 > 2, 3 = 3, 4 above all: (5 - 0) / 6.
        near(cliffs_delta(&[3.0, 4.0], &[1.0, 2.0, 3.0]).unwrap(), 5.0 / 6.0, 1e-15);
        assert_eq!(cliffs_delta(&[], &[1.0]), None);
        assert_eq!(Magnitude::of(-0.474), Magnitude::Large);
        assert_eq!(Magnitude::of(0.33), Magnitude::Medium);
        assert_eq!(Magnitude::of(0.147), Magnitude::Small);
        assert_eq!(Magnitude::of(0.146), Magnitude::Negligible);
    }

    #[test]
    fn exact_p_without_ties() {
        // 5 against 5, fully apart: 2 / C(10, 5).
        let low: Vec<f64> = (1..=5).map(f64::from).collect();
        let high: Vec<f64> = (6..=10).map(f64::from).collect();
        let apart = mann_whitney(&low, &high).unwrap();
        assert_eq!((apart.u, apart.method), (0.0, PMethod::Exact));
        near(apart.p, 2.0 / 252.0, 1e-15);
        // Reference value computed with scipy 1.17 (mannwhitneyu, method exact).
        let one = mann_whitney(&[19.0, 22.0, 16.0, 29.0, 24.0], &[20.0, 11.0, 17.0, 12.0]).unwrap();
        assert_eq!(one.u, 17.0);
        near(one.p, 0.1111111111111111, 1e-12);
        assert_eq!(mann_whitney(&[3.0; 4], &[3.0; 4]).unwrap().p, 1.0);
    }

    #[test]
    fn one_answer_in_a_group() {
        let found = contrast(&[5.0], &[1.0, 2.0], "x", &IntervalDraws::default()).unwrap();
        assert_eq!((found.delta, found.interval), (1.0, None));
        near(found.test.p, 2.0 / 3.0, 1e-15);
    }

    #[test]
    fn the_interval_is_seeded_and_holds_the_delta() {
        let (a, b) = ([4.0, 5.0, 3.0, 4.0, 5.0, 2.0], [3.0, 2.0, 4.0, 1.0, 3.0, 2.0, 3.0]);
        let setting = IntervalDraws { seed: 7, count: 500, level: 0.9 };
        let found = contrast(&a, &b, "importance/V1", &setting).unwrap();
        let interval = found.interval.unwrap();
        assert!(interval.low <= found.delta && found.delta <= interval.high && interval.low < interval.high);
        assert_eq!(contrast(&a, &b, "importance/V1", &setting), Some(found.clone()));
        let other = contrast(&a, &b, "importance/V2", &setting).unwrap();
        assert_eq!(other.delta, found.delta);
    }

    #[test]
    fn false_discovery_rate() {
        // By hand: sorted .01 .02 .03 .04 times 4/1 4/2 4/3 4/4, smallest from the top.
        let adjusted = benjamini_hochberg(&[Some(0.01), Some(0.04), None, Some(0.03), Some(0.02)]);
        for (found, expected) in adjusted.iter().zip([Some(0.04), Some(0.04), None, Some(0.04), Some(0.04)]) {
            assert_eq!(found.is_some(), expected.is_some());
            near(found.unwrap_or(0.0), expected.unwrap_or(0.0), 1e-15);
        }
        // The 15 p values of Benjamini & Hochberg (1995), section 3: four stay below .05.
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
            0.6528, 0.7590, 1.0,
        ];
        let adjusted = benjamini_hochberg(&p.map(Some));
        assert_eq!(adjusted.iter().flatten().filter(|q| **q <= 0.05).count(), 4);
        assert!(benjamini_hochberg(&[]).is_empty());
    }

    #[test]
    fn counting_draws_as_sorting_them() {
        let (a, b) = ([1.0, 2.0, 2.0, 5.0, 7.0], [2.0, 3.0, 3.0, 5.0, 5.0, 9.0]);
        let draws = IntervalDraws { seed: 3, count: 200, level: 0.9 };
        let mut deltas: Vec<f64> = (0..200)
            .filter_map(|replicate| {
                let mut stream = Stream::new(3, "x", replicate);
                let mut draw = |group: &[f64]| -> Vec<f64> {
                    group.iter().map(|_| group[stream.below(group.len() as u32) as usize]).collect()
                };
                let (one, two) = (draw(&a), draw(&b));
                cliffs_delta(&one, &two)
            })
            .collect();
        deltas.sort_by(f64::total_cmp);
        let ends = [0.05, 0.95].map(|p| quantile(&deltas, p, QuantileMethod::Linear).unwrap());
        let interval = delta_interval(&a, &b, "x", &draws).unwrap();
        near(interval.low, ends[0], 1e-12);
        near(interval.high, ends[1], 1e-12);
    }

    #[test]
    fn either_group_may_come_first() {
        let (a, b) = ([1.0, 2.0, 2.0], [2.0, 3.0, 3.0, 5.0, 5.0, 9.0, 4.0]);
        near(mann_whitney(&a, &b).unwrap().p, mann_whitney(&b, &a).unwrap().p, 1e-15);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn delta_and_u_tell_the_same(
            a in prop::collection::vec(1u8..=5, 1..12), b in prop::collection::vec(1u8..=5, 1..12)
        ) {
            let (a, b): (Vec<f64>, Vec<f64>) =
                (a.iter().map(|&v| f64::from(v)).collect(), b.iter().map(|&v| f64::from(v)).collect());
            let delta = cliffs_delta(&a, &b).unwrap();
            let test = mann_whitney(&a, &b).unwrap();
            let from_u = 2.0 * test.u / (a.len() * b.len()) as f64 - 1.0;
            prop_assert!((delta - from_u).abs() < 1e-12);
            prop_assert!((cliffs_delta(&b, &a).unwrap() + delta).abs() < 1e-15);
            let points = [1.0, 2.0, 3.0, 4.0, 5.0];
            let counts = |values: &[f64]| crate::descriptive::histogram(values, &points).counts;
            prop_assert_eq!(cliffs_delta_of_counts(&counts(&a), &counts(&b)), Some(delta));
            prop_assert!(test.p > 0.0 && test.p <= 1.0);
        }
    }
}
