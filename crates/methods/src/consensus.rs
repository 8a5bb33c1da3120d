//! Consensus within a round and stability between rounds.
//!
//! One rule, fixed before the first round, decides; the other two stand beside it. Stability compares the same experts
//! in both rounds and nobody else.

use crate::agreement::spearman;
use crate::descriptive::{Histogram, Item, Summary, histogram};
use crate::distribution::normal_two_sided;
use crate::rank::{exceeds, reaches, tied};

/// Scheibe's share of change below which an item is stable.
pub const STABLE_CHANGE: f64 = 0.15;

/// Change of the relative interquartile range (VRIR) within which an item is stable by that criterion: (-.3, .3).
pub const STABLE_RELATIVE_IQR: f64 = 0.3;

/// Answers below which consensus is not declared: fewer carry no quartile and no percentage.
pub const MINIMUM_ANSWERS: usize = 5;

/// A rule of consensus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The interquartile range is at most its threshold.
    #[default]
    Iqr,
    /// The share at or above the scale's agreement cut is at least its threshold.
    Agreement,
    /// The coefficient of variation is at most its threshold.
    Cv,
}

/// Thresholds of the three rules.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// Largest interquartile range, in units of the scale.
    pub iqr: f64,
    /// Smallest share of agreement, in [0, 1].
    pub agreement: f64,
    /// Largest coefficient of variation.
    pub cv: f64,
    /// Answers below which no rule gives a verdict.
    pub minimum_answers: usize,
}

impl Thresholds {
    /// The defaults for a scale: IQR at most 1 on 5 points and 2 on 9 or 10, agreement of at least 75 % (the median of
    /// Diamond et al. 2014), CV at most .5 (English & Keran 1976), at least five answers.
    ///
    /// Other scales take a quarter of their range, rounded down and at least 1; that extension is ours.
    pub fn for_scale(points: &[f64]) -> Thresholds {
        let range = match (points.first(), points.last()) {
            (Some(low), Some(high)) => (high - low).abs(),
            _ => 0.0,
        };
        let iqr = (range / 4.0).floor().max(1.0);
        Thresholds { iqr, agreement: 0.75, cv: 0.5, minimum_answers: MINIMUM_ANSWERS }
    }
}

/// What the three rules say of an item; `None` where there are too few answers or the figure does not exist.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// By interquartile range.
    pub iqr: Option<bool>,
    /// By agreement.
    pub agreement: Option<bool>,
    /// By coefficient of variation.
    pub cv: Option<bool>,
}

impl Verdict {
    /// Evaluates the three rules on an item.
    pub fn of(item: &Item, thresholds: &Thresholds) -> Verdict {
        let summary = &item.summary;
        if summary.n < thresholds.minimum_answers.max(1) {
            return Verdict::default();
        }
        Verdict {
            iqr: summary.iqr.map(|iqr| reaches(thresholds.iqr, iqr)),
            agreement: item.agreement.fraction().map(|share| reaches(share, thresholds.agreement)),
            cv: summary.cv.map(|cv| reaches(thresholds.cv, cv)),
        }
    }

    /// What one rule says.
    pub fn by(&self, rule: Rule) -> Option<bool> {
        match rule {
            Rule::Iqr => self.iqr,
            Rule::Agreement => self.agreement,
            Rule::Cv => self.cv,
        }
    }

    /// Consensus under exactly one rule and not under the two others.
    pub fn fragile(&self) -> bool {
        let all = [self.iqr, self.agreement, self.cv];
        all.iter().filter(|v| **v == Some(true)).count() == 1
            && all.iter().filter(|v| **v == Some(false)).count() == 2
    }
}

/// The reading of a coefficient of variation (English & Keran 1976).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CvReading {
    /// At most .5: good consensus, no further round needed.
    Good,
    /// Up to .8: less than satisfactory.
    Insufficient,
    /// Above .8: poor.
    Poor,
}

impl CvReading {
    /// The reading of a coefficient of variation.
    pub fn of(cv: f64) -> CvReading {
        if reaches(0.5, cv) {
            CvReading::Good
        } else if reaches(0.8, cv) {
            CvReading::Insufficient
        } else {
            CvReading::Poor
        }
    }
}

/// Scheibe's change between two histograms (Scheibe, Skutsch & Schofer 1975): half the sum of the absolute differences
/// by category, over the number of experts. `None` where the rounds have no or unequal numbers of answers.
pub fn scheibe_change(first: &[u32], second: &[u32]) -> Option<f64> {
    let total = |counts: &[u32]| counts.iter().map(|&c| u64::from(c)).sum::<u64>();
    let n = total(first);
    if first.len() != second.len() || n == 0 || n != total(second) {
        return None;
    }
    let moved: u64 = first.iter().zip(second).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    Some(moved as f64 / 2.0 / n as f64)
}

/// How a p value was obtained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PMethod {
    /// From the full permutation distribution given the ties.
    Exact,
    /// From the normal approximation with tie correction.
    Normal,
}

/// Wilcoxon's signed rank test of paired answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wilcoxon {
    /// Pairs that differ; equal pairs are dropped (Wilcoxon's own treatment).
    pub n: usize,
    /// Sum of the ranks of the rises.
    pub rises: f64,
    /// The smaller of the two rank sums: the statistic W that most programs print.
    pub w: f64,
    /// Two-sided p value: twice the smaller tail, at most 1.
    pub p: f64,
    /// Exact up to 50 differing pairs, ties included; the normal approximation, without continuity correction, above.
    pub method: PMethod,
}

/// Wilcoxon's signed rank test (Wilcoxon 1945) of `second` against `first`; `None` where no pair differs or the slices
/// have different lengths.
pub fn wilcoxon_signed_rank(first: &[f64], second: &[f64]) -> Option<Wilcoxon> {
    if first.len() != second.len() {
        return None;
    }
    let differences: Vec<f64> = first
        .iter()
        .zip(second)
        .filter(|(a, b)| a.is_finite() && b.is_finite() && !tied(**a, **b))
        .map(|(a, b)| b - a)
        .collect();
    let n = differences.len();
    if n == 0 {
        return None;
    }
    let sizes: Vec<f64> = differences.iter().map(|d| d.abs()).collect();
    let (ranks, ties) = crate::agreement::average_ranks(&sizes);
    let rises: f64 = differences.iter().zip(&ranks).filter(|(d, _)| **d > 0.0).map(|(_, r)| r).sum();
    let m = n as f64;
    let total = m * (m + 1.0) / 2.0;
    let w = rises.min(total - rises);
    let (p, method) = if n <= 50 {
        (exact_signed_rank(&ranks, w), PMethod::Exact)
    } else {
        let variance = m * (m + 1.0) * (2.0 * m + 1.0) / 24.0 - ties / 48.0;
        (normal_two_sided((w - total / 2.0) / variance.sqrt()), PMethod::Normal)
    };
    Some(Wilcoxon { n, rises, w, p, method })
}

/// Twice the probability of a rank sum of at most `w` under random signs. Average ranks are halves at worst, so their
/// doubles are whole numbers.
fn exact_signed_rank(ranks: &[f64], w: f64) -> f64 {
    let doubled: Vec<usize> = ranks.iter().map(|r| (2.0 * r).round() as usize).collect();
    let mut ways = vec![0.0; doubled.iter().sum::<usize>() + 1];
    ways[0] = 1.0;
    let mut reach = 0;
    for rank in doubled {
        reach += rank;
        for s in (rank..=reach).rev() {
            ways[s] = 0.5 * (ways[s] + ways[s - rank]);
        }
        for way in ways.iter_mut().take(rank) {
            *way *= 0.5;
        }
    }
    let limit = (2.0 * w).round() as usize;
    (2.0 * ways.iter().take(limit + 1).sum::<f64>()).min(1.0)
}

/// An item between two rounds, over the experts who answered it in both.
#[derive(Clone, Debug, PartialEq)]
pub struct Stability {
    /// Experts who answered in both rounds.
    pub n: usize,
    /// Of them, those whose answer differs.
    pub moved: usize,
    /// First round, of these experts only.
    pub first: Summary,
    /// Second round, of these experts only.
    pub second: Summary,
    /// Scheibe's change in [0, 1].
    pub change: Option<f64>,
    /// CV of the second round less that of the first.
    pub cv_change: Option<f64>,
    /// Relative interquartile range of the second round less that of the first (VRIR).
    pub relative_iqr_change: Option<f64>,
    /// Spearman's correlation of the two rounds.
    pub spearman: Option<f64>,
    /// Wilcoxon's signed rank test.
    pub wilcoxon: Option<Wilcoxon>,
    /// Scheibe's change is under [`STABLE_CHANGE`].
    pub stable: Option<bool>,
}

impl Stability {
    /// Whether the relative interquartile range changed by less than [`STABLE_RELATIVE_IQR`] either way; shown beside
    /// Scheibe's criterion, which decides.
    pub fn relative_iqr_stable(&self) -> Option<bool> {
        self.relative_iqr_change.map(|change| exceeds(STABLE_RELATIVE_IQR, change.abs()))
    }
}

/// Compares two rounds of one item; entry e of both slices is the answer of expert e, `None` where there is none.
/// `None` only where the slices have different lengths.
pub fn stability(first: &[Option<f64>], second: &[Option<f64>], points: &[f64]) -> Option<Stability> {
    if first.len() != second.len() {
        return None;
    }
    let (a, b): (Vec<f64>, Vec<f64>) = first
        .iter()
        .zip(second)
        .filter_map(|(x, y)| x.zip(*y))
        .filter(|(x, y)| x.is_finite() && y.is_finite())
        .unzip();
    let (one, two) = (Summary::of(&a), Summary::of(&b));
    let with_others = |h: Histogram| {
        let mut counts = h.counts;
        counts.push(h.off_scale);
        counts
    };
    let change = scheibe_change(&with_others(histogram(&a, points)), &with_others(histogram(&b, points)));
    Some(Stability {
        n: a.len(),
        moved: a.iter().zip(&b).filter(|(x, y)| !tied(**x, **y)).count(),
        change,
        cv_change: one.cv.zip(two.cv).map(|(x, y)| y - x),
        relative_iqr_change: one.relative_iqr().zip(two.relative_iqr()).map(|(x, y)| y - x),
        spearman: spearman(&a, &b),
        wilcoxon: wilcoxon_signed_rank(&a, &b),
        stable: change.map(|c| exceeds(STABLE_CHANGE, c)),
        first: one,
        second: two,
    })
}

/// Where an item stands after a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Consensus, and the answers no longer move.
    StableConsensus,
    /// Consensus, but the answers still move or there is one round only.
    Consensus,
    /// The answers no longer move and there is no consensus: a finding, not a failure.
    StableWithoutConsensus,
    /// Neither: another round may help.
    Open,
    /// Too few answers to say.
    Unknown,
}

/// Classifies an item from the deciding rule's verdict and from its stability (`None` after a single round).
pub fn standing(consensus: Option<bool>, stable: Option<bool>) -> Standing {
    match (consensus, stable) {
        (None, _) => Standing::Unknown,
        (Some(true), Some(true)) => Standing::StableConsensus,
        (Some(true), _) => Standing::Consensus,
        (Some(false), Some(true)) => Standing::StableWithoutConsensus,
        (Some(false), _) => Standing::Open,
    }
}

/// The shape of opinion in the order of Dajani, Sincoff & Talley (1979), to be read of stable items only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opinion {
    /// The deciding rule finds consensus.
    Consensus,
    /// More than half of the answers are at one point.
    Majority,
    /// The two ends hold at least 30 % each.
    Bipolarity,
    /// One point is the most frequent.
    Plurality,
    /// Several points tie for the most frequent.
    Disagreement,
}

/// The shape of opinion on an item; `None` without a verdict of the deciding rule.
pub fn opinion(item: &Item, consensus: Option<bool>) -> Option<Opinion> {
    Some(if consensus? {
        Opinion::Consensus
    } else if 2 * item.mode.k > item.mode.n {
        Opinion::Majority
    } else if item.bipolar == Some(true) {
        Opinion::Bipolarity
    } else if item.modes.len() == 1 {
        Opinion::Plurality
    } else {
        Opinion::Disagreement
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::descriptive::describe;
    use proptest::prelude::*;

    const FIVE: [f64; 5] = [1.0, 2.0, 3.0, 4.0, 5.0];
    // Two rounds of twelve experts, computed independently with numpy and scipy.
    const FIRST: [f64; 12] = [2.0, 3.0, 5.0, 4.0, 3.0, 5.0, 4.0, 1.0, 4.0, 5.0, 3.0, 4.0];
    const SECOND: [f64; 12] = [3.0, 3.0, 4.0, 4.0, 3.0, 4.0, 4.0, 2.0, 4.0, 4.0, 4.0, 4.0];

    fn near(a: f64, b: f64, within: f64) {
        assert!((a - b).abs() <= within, "{a} is not {b}");
    }

    #[test]
    fn the_two_rounds_of_the_worked_example() {
        let found = stability(&FIRST.map(Some), &SECOND.map(Some), &FIVE).unwrap();
        near(found.first.cv.unwrap(), 0.34607788168524994, 1e-12);
        near(found.second.cv.unwrap(), 0.18657430421065713, 1e-12);
        near(found.cv_change.unwrap(), -0.159504, 1e-6);
        near(found.first.relative_iqr().unwrap(), 0.3125, 1e-12);
        near(found.second.relative_iqr().unwrap(), 0.25, 1e-12);
        near(found.relative_iqr_change.unwrap(), -0.0625, 1e-12);
        assert_eq!(found.relative_iqr_stable(), Some(true));
        near(found.spearman.unwrap(), 0.811786, 1e-6);
        near(found.change.unwrap(), 1.0 / 3.0, 1e-12);
        let wilcoxon = found.wilcoxon.unwrap();
        assert_eq!((wilcoxon.w, wilcoxon.p, wilcoxon.n), (10.5, 1.0, 6));
        assert_eq!((found.n, found.moved, found.stable), (12, 6, Some(false)));
        let (one, two) = (describe(&FIRST, &FIVE, None), describe(&SECOND, &FIVE, None));
        assert_eq!((one.agreement.k, two.agreement.k), (7, 8));
        near(one.agreement.fraction().unwrap(), 0.5833, 5e-5);
        near(two.agreement.fraction().unwrap(), 0.6667, 5e-5);
        // The conflict that the example is for: CV says consensus, the answers still move.
        let verdict = Verdict::of(&two, &Thresholds::for_scale(&FIVE));
        assert_eq!(verdict.cv, Some(true));
        assert_eq!(standing(verdict.cv, found.stable), Standing::Consensus);
        // Population form, sd / mean with divisor n.
        let n = 12.0_f64;
        near(found.first.cv.unwrap() * ((n - 1.0) / n).sqrt(), 0.331344, 1e-6);
        near(found.second.cv.unwrap() * ((n - 1.0) / n).sqrt(), 0.178631, 1e-6);
    }

    #[test]
    fn exact_signed_rank_at_small_n() {
        // Five rises without ties: 2 / 2^5.
        let rises = wilcoxon_signed_rank(&[1.0; 5], &[2.0, 3.0, 4.0, 5.0, 6.0]).unwrap();
        assert_eq!((rises.w, rises.rises, rises.method), (0.0, 15.0, PMethod::Exact));
        near(rises.p, 0.0625, 1e-15);
        // Signed ranks -1 +2 -3 +4 +5: P(W <= 4) = 7/32.
        let mixed = wilcoxon_signed_rank(&[0.0; 5], &[-1.0, 2.0, -3.0, 4.0, 5.0]).unwrap();
        near(mixed.p, 14.0 / 32.0, 1e-15);
        assert_eq!(wilcoxon_signed_rank(&[1.0, 2.0], &[1.0, 2.0]), None);
        let many: Vec<f64> = (0..60).map(f64::from).collect();
        let up: Vec<f64> = many.iter().map(|v| v + 1.0).collect();
        assert_eq!(wilcoxon_signed_rank(&many, &up).unwrap().method, PMethod::Normal);
    }

    #[test]
    fn the_three_rules_side_by_side() {
        let rules = Thresholds::for_scale(&FIVE);
        assert_eq!((rules.iqr, rules.agreement, rules.cv), (1.0, 0.75, 0.5));
        let nine: Vec<f64> = (1..=9).map(f64::from).collect();
        let ten: Vec<f64> = (1..=10).map(f64::from).collect();
        assert_eq!((Thresholds::for_scale(&nine).iqr, Thresholds::for_scale(&ten).iqr), (2.0, 2.0));
        // All at 3: narrow, but nobody agrees; not fragile, since two rules say yes.
        let middle = Verdict::of(&describe(&[3.0; 6], &FIVE, None), &rules);
        assert_eq!((middle.iqr, middle.agreement, middle.cv), (Some(true), Some(false), Some(true)));
        assert!(!middle.fragile());
        // Low on the scale: narrow by IQR only.
        let low = describe(&[1.0, 1.0, 1.0, 2.0, 2.0, 5.0, 5.0], &FIVE, None);
        let low = Verdict::of(&low, &Thresholds { iqr: 3.0, ..rules });
        assert_eq!((low.iqr, low.agreement, low.cv), (Some(true), Some(false), Some(false)));
        assert!(low.fragile() && low.by(Rule::Iqr) == Some(true));
        assert_eq!(Verdict::of(&describe(&[4.0; 4], &FIVE, None), &rules), Verdict::default());
        assert_eq!(CvReading::of(0.5), CvReading::Good);
        assert_eq!(CvReading::of(0.8), CvReading::Insufficient);
        assert_eq!(CvReading::of(0.81), CvReading::Poor);
    }

    #[test]
    fn standings_and_shapes() {
        assert_eq!(standing(Some(false), Some(true)), Standing::StableWithoutConsensus);
        assert_eq!(standing(Some(true), None), Standing::Consensus);
        assert_eq!(standing(None, Some(true)), Standing::Unknown);
        let split = describe(&[1.0, 1.0, 2.0, 4.0, 5.0, 5.0], &FIVE, None);
        assert_eq!(opinion(&split, Some(false)), Some(Opinion::Bipolarity));
        let most = describe(&[3.0, 3.0, 3.0, 3.0, 1.0, 5.0], &FIVE, None);
        assert_eq!(opinion(&most, Some(false)), Some(Opinion::Majority));
        let flat = describe(&[1.0, 2.0, 3.0, 4.0, 5.0], &FIVE, None);
        assert_eq!(opinion(&flat, Some(false)), Some(Opinion::Bipolarity));
        let one_ahead = describe(&[2.0, 3.0, 3.0, 4.0, 5.0], &FIVE, None);
        assert_eq!(opinion(&one_ahead, Some(false)), Some(Opinion::Plurality));
        assert_eq!(opinion(&one_ahead, Some(true)), Some(Opinion::Consensus));
        assert!(Opinion::Consensus < Opinion::Majority && Opinion::Plurality < Opinion::Disagreement);
        let ties = describe(&[2.0, 2.0, 3.0, 3.0, 4.0], &FIVE, None);
        assert_eq!(opinion(&ties, Some(false)), Some(Opinion::Disagreement));
        assert_eq!(opinion(&ties, None), None);
        let empty = stability(&[None, Some(1.0)], &[Some(2.0), None], &FIVE).unwrap();
        assert_eq!((empty.n, empty.change, empty.stable), (0, None, None));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn nobody_moving_is_stable(values in prop::collection::vec(1u8..=5, 1..20)) {
            let round: Vec<Option<f64>> = values.iter().map(|&v| Some(f64::from(v))).collect();
            let found = stability(&round, &round, &FIVE).unwrap();
            prop_assert_eq!((found.moved, found.change, found.stable), (0, Some(0.0), Some(true)));
            prop_assert_eq!(found.wilcoxon, None);
        }

        #[test]
        fn change_is_a_share(pairs in prop::collection::vec((1u8..=5, 1u8..=5), 1..20)) {
            let side = |f: fn(&(u8, u8)) -> u8| pairs.iter().map(|p| Some(f64::from(f(p)))).collect::<Vec<_>>();
            let found = stability(&side(|p| p.0), &side(|p| p.1), &FIVE).unwrap();
            let change = found.change.unwrap();
            prop_assert!((0.0..=1.0).contains(&change));
            prop_assert!(change <= found.moved as f64 / found.n as f64 + 1e-12);
            if let Some(w) = found.wilcoxon {
                prop_assert!((0.0..=1.0).contains(&w.p));
            }
        }
    }
}
