//! Agreement among experts: Kendall's W, the kappas, change in a yes/no answer, and the competence coefficient K.
//!
//! W measures whether experts order the items alike, not whether they place them at the same level; its p value says
//! only that the orders are not unrelated and is never evidence of consensus.

use crate::distribution::chi_square_survival;
use crate::rank::{Ranks, exceeds, reaches};
use thiserror::Error;

/// Why a table of ratings has no coefficient.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AgreementError {
    /// Rows of different lengths, or a table that must be square and is not.
    #[error("row {row} has {found} cells, {expected} were expected")]
    Shape {
        /// Row, from 0.
        row: usize,
        /// Cells found.
        found: usize,
        /// Cells expected.
        expected: usize,
    },
    /// Fewer raters than the coefficient needs.
    #[error("{found} raters: at least two are needed")]
    TooFewRaters {
        /// Raters found.
        found: usize,
    },
    /// Fewer items or categories than the coefficient needs.
    #[error("{found} items: at least two are needed")]
    TooFewItems {
        /// Items found.
        found: usize,
    },
    /// Fleiss' kappa needs the same number of ratings for each item.
    #[error("item {item} has {found} ratings, {expected} were expected")]
    UnequalRatings {
        /// Item, from 0.
        item: usize,
        /// Ratings found.
        found: u64,
        /// Ratings expected.
        expected: u64,
    },
    /// A rating that is not a finite number.
    #[error("the rating of item {item} by rater {rater} is not a number")]
    NotANumber {
        /// Rater, from 0.
        rater: usize,
        /// Item, from 0.
        item: usize,
    },
}

/// The word for a value of W.
///
/// Schmidt (1997) gives words for five values, .1 very weak, .3 weak, .5 moderate, .7 strong and .9 unusually strong;
/// a value takes the word of the nearest, that is with cuts at .2, .4, .6 and .8 (our reading; a value at a cut takes
/// the higher word).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Concordance {
    /// Below .2.
    VeryWeak,
    /// From .2.
    Weak,
    /// From .4.
    Moderate,
    /// From .6.
    Strong,
    /// From .8.
    UnusuallyStrong,
}

impl Concordance {
    /// The word for `w` in [0, 1].
    pub fn of(w: f64) -> Concordance {
        let words = [
            (0.8, Concordance::UnusuallyStrong),
            (0.6, Concordance::Strong),
            (0.4, Concordance::Moderate),
            (0.2, Concordance::Weak),
        ];
        let found = words.iter().find(|(cut, _)| reaches(w, *cut));
        found.map_or(Concordance::VeryWeak, |(_, word)| *word)
    }
}

/// The word for a value of a kappa (Landis & Koch 1977): a value between two of their bands, which end at .20, .40, .60
/// and .80, takes the higher word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KappaWord {
    /// Below 0: less than chance.
    Poor,
    /// From 0.
    Slight,
    /// Above .20.
    Fair,
    /// Above .40.
    Moderate,
    /// Above .60.
    Substantial,
    /// Above .80.
    AlmostPerfect,
}

impl KappaWord {
    /// The word for `kappa`, 1 at most.
    #[must_use]
    pub fn of(kappa: f64) -> Self {
        let words =
            [(0.8, Self::AlmostPerfect), (0.6, Self::Substantial), (0.4, Self::Moderate), (0.2, Self::Fair)];
        let found = words.iter().find(|(cut, _)| exceeds(kappa, *cut));
        found.map_or(if reaches(kappa, 0.0) { Self::Slight } else { Self::Poor }, |(_, word)| *word)
    }
}

/// Kendall's coefficient of concordance.
#[derive(Clone, Debug, PartialEq)]
pub struct KendallW {
    /// Raters, m.
    pub raters: usize,
    /// Items ranked, n.
    pub items: usize,
    /// Sum of average ranks of each item, in the order given; the smallest rating has rank 1.
    pub rank_sums: Vec<f64>,
    /// Sum of squared deviations of the rank sums from their mean.
    pub s: f64,
    /// Sum over raters of `t^3 - t` over groups of t tied items.
    pub tie_correction: f64,
    /// W in [0, 1], corrected for ties; `None` where every rater ties every item.
    pub w: Option<f64>,
    /// W without the correction.
    pub w_uncorrected: f64,
    /// `m (n - 1) W`, asymptotically chi-square.
    pub chi_square: Option<f64>,
    /// Degrees of freedom, `n - 1`.
    pub df: usize,
    /// Upper tail probability of the chi-square.
    pub p: Option<f64>,
    /// The word for W.
    pub word: Option<Concordance>,
}

/// Kendall's W of complete ratings, one row a rater and one column an item, with average ranks and tie correction
/// (Kendall & Babington Smith 1939; Siegel 1956): `W = 12 S / (m^2 (n^3 - n) - m T)`.
///
/// A rater who left items blank is for the caller to leave out. The chi-square is rough below seven items.
pub fn kendall_w(ratings: &[Vec<f64>]) -> Result<KendallW, AgreementError> {
    let raters = ratings.len();
    if raters < 2 {
        return Err(AgreementError::TooFewRaters { found: raters });
    }
    let items = ratings[0].len();
    if items < 2 {
        return Err(AgreementError::TooFewItems { found: items });
    }
    let mut rank_sums = vec![0.0; items];
    let mut tie_correction = 0.0;
    for (rater, row) in ratings.iter().enumerate() {
        if row.len() != items {
            return Err(AgreementError::Shape { row: rater, found: row.len(), expected: items });
        }
        if let Some(item) = row.iter().position(|v| !v.is_finite()) {
            return Err(AgreementError::NotANumber { rater, item });
        }
        let (ranks, ties) = average_ranks(row);
        for (sum, rank) in rank_sums.iter_mut().zip(ranks) {
            *sum += rank;
        }
        tie_correction += ties;
    }
    let (m, n) = (raters as f64, items as f64);
    let mean = m * (n + 1.0) / 2.0;
    let s: f64 = rank_sums.iter().map(|r| (r - mean) * (r - mean)).sum();
    let full = m * m * (n * n * n - n);
    let corrected = full - m * tie_correction;
    let w = if corrected > 0.0 { Some((12.0 * s / corrected).min(1.0)) } else { None };
    let chi_square = w.map(|w| m * (n - 1.0) * w);
    Ok(KendallW {
        raters,
        items,
        rank_sums,
        s,
        tie_correction,
        w,
        w_uncorrected: 12.0 * s / full,
        chi_square,
        df: items - 1,
        p: chi_square.and_then(|x| chi_square_survival(x, items - 1)),
        word: w.map(Concordance::of),
    })
}

/// Average ranks, 1 for the smallest, and the sum of `t^3 - t` over ties.
pub(crate) fn average_ranks(values: &[f64]) -> (Vec<f64>, f64) {
    let ranks = Ranks::ascending(values);
    let cubes = ranks.tie_sizes().into_iter().map(|t| f64::from(t) * (f64::from(t) * f64::from(t) - 1.0));
    (ranks.average(), cubes.sum())
}

/// Spearman's rank correlation with average ranks; `None` for fewer than two pairs or where one side does not vary.
pub fn spearman(x: &[f64], y: &[f64]) -> Option<f64> {
    if x.len() != y.len() || x.len() < 2 || x.iter().chain(y).any(|v| !v.is_finite()) {
        return None;
    }
    let (a, b) = (average_ranks(x).0, average_ranks(y).0);
    let mean = (x.len() + 1) as f64 / 2.0;
    let product = |p: &[f64], q: &[f64]| p.iter().zip(q).map(|(u, v)| (u - mean) * (v - mean)).sum::<f64>();
    let spread = product(&a, &a) * product(&b, &b);
    if spread > 0.0 { Some((product(&a, &b) / spread.sqrt()).clamp(-1.0, 1.0)) } else { None }
}

/// How far apart two categories of an agreement table count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KappaWeights {
    /// Any disagreement counts alike (Cohen 1960).
    #[default]
    None,
    /// By the distance of the categories (Cohen 1968).
    Linear,
    /// By its square.
    Quadratic,
}

/// Cohen's kappa of a square table: `table[i][j]` items that the first rater (or round) put in category i and the
/// second in j. `None` without items or where chance alone gives full agreement.
pub fn cohen_kappa(table: &[Vec<u64>], weights: KappaWeights) -> Result<Option<f64>, AgreementError> {
    let k = table.len();
    if k < 2 {
        return Err(AgreementError::TooFewItems { found: k });
    }
    for (row, cells) in table.iter().enumerate() {
        if cells.len() != k {
            return Err(AgreementError::Shape { row, found: cells.len(), expected: k });
        }
    }
    let total = table.iter().flatten().sum::<u64>() as f64;
    if total == 0.0 {
        return Ok(None);
    }
    let rows: Vec<f64> = table.iter().map(|r| r.iter().sum::<u64>() as f64).collect();
    let columns: Vec<f64> = (0..k).map(|j| table.iter().map(|r| r[j]).sum::<u64>() as f64).collect();
    let (mut seen, mut expected) = (0.0, 0.0);
    for i in 0..k {
        for j in 0..k {
            let step = i.abs_diff(j) as f64;
            let distance = match weights {
                KappaWeights::None => f64::from(u8::from(i != j)),
                KappaWeights::Linear => step,
                KappaWeights::Quadratic => step * step,
            };
            seen += distance * table[i][j] as f64 / total;
            expected += distance * rows[i] * columns[j] / (total * total);
        }
    }
    Ok(if expected > 0.0 { Some(1.0 - seen / expected) } else { None })
}

/// Fleiss' kappa.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FleissKappa {
    /// Kappa; `None` where chance alone gives full agreement.
    pub kappa: Option<f64>,
    /// Mean share of agreeing pairs of raters.
    pub observed: f64,
    /// Share expected by chance from the use of the categories.
    pub expected: f64,
}

/// Fleiss' kappa (Fleiss 1971) of a table with one row an item, one column a category, and the same number of raters,
/// at least two, in every row.
pub fn fleiss_kappa(table: &[Vec<u64>]) -> Result<FleissKappa, AgreementError> {
    let items = table.len();
    if items < 2 {
        return Err(AgreementError::TooFewItems { found: items });
    }
    let categories = table[0].len();
    let raters: u64 = table[0].iter().sum();
    if raters < 2 {
        return Err(AgreementError::TooFewRaters { found: raters as usize });
    }
    let mut used = vec![0u64; categories];
    let mut observed = 0.0;
    for (item, row) in table.iter().enumerate() {
        if row.len() != categories {
            return Err(AgreementError::Shape { row: item, found: row.len(), expected: categories });
        }
        let found: u64 = row.iter().sum();
        if found != raters {
            return Err(AgreementError::UnequalRatings { item, found, expected: raters });
        }
        let pairs: u64 = row.iter().map(|c| c * c.saturating_sub(1)).sum();
        observed += pairs as f64 / (raters * (raters - 1)) as f64;
        for (sum, count) in used.iter_mut().zip(row) {
            *sum += count;
        }
    }
    let observed = observed / items as f64;
    let all = (items as u64 * raters) as f64;
    let expected: f64 = used.iter().map(|&c| (c as f64 / all) * (c as f64 / all)).sum();
    let kappa = if expected < 1.0 { Some((observed - expected) / (1.0 - expected)) } else { None };
    Ok(FleissKappa { kappa, observed, expected })
}

/// McNemar's test of change in a yes/no answer between rounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct McNemar {
    /// `(b - c)^2 / (b + c)`; `None` where nobody changed.
    pub chi_square: Option<f64>,
    /// Its p value, one degree of freedom.
    pub p: Option<f64>,
    /// With Edwards' continuity correction, `(|b - c| - 1)^2 / (b + c)`, not below zero.
    pub chi_square_corrected: Option<f64>,
    /// Its p value.
    pub p_corrected: Option<f64>,
    /// Two-sided p of the exact binomial test of `b` against `c`: the one to read where few changed. 1 where nobody did.
    pub p_exact: f64,
}

/// McNemar's test (McNemar 1947): `b` changed from yes to no, `c` from no to yes.
pub fn mcnemar(b: u64, c: u64) -> McNemar {
    let n = (b + c) as f64;
    let gap = b.abs_diff(c) as f64;
    let reduced = (gap - 1.0).max(0.0);
    let (plain, corrected) =
        if n == 0.0 { (None, None) } else { (Some(gap * gap / n), Some(reduced * reduced / n)) };
    McNemar {
        chi_square: plain,
        p: plain.and_then(|x| chi_square_survival(x, 1)),
        chi_square_corrected: corrected,
        p_corrected: corrected.and_then(|x| chi_square_survival(x, 1)),
        p_exact: sign_test(b.min(c), b + c),
    }
}

/// Twice the probability of at most `k` of `n` tosses of a fair coin, 1 at most.
fn sign_test(k: u64, n: u64) -> f64 {
    // Each term from the one before; in logarithms, since 2^-n leaves the range of a float at n of some 1,000.
    let mut term = -(n as f64) * std::f64::consts::LN_2;
    let mut sum = libm::exp(term);
    for i in 0..k {
        term += libm::log((n - i) as f64 / (i + 1) as f64);
        sum += libm::exp(term);
    }
    (2.0 * sum).min(1.0)
}

/// How much a source of argument weighed in an expert's judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Degree {
    /// Alto.
    High,
    /// Medio.
    Medium,
    /// Bajo.
    Low,
}

/// Weights of the six sources at high, medium and low degree, in the order of the usual form: theoretical analyses made
/// by the expert, experience, works of national authors, works of foreign authors, own knowledge of the state of the
/// problem abroad, intuition. Only the first two discriminate.
pub const SOURCE_WEIGHTS: [[f64; 3]; 6] =
    [[0.3, 0.2, 0.1], [0.5, 0.4, 0.2], [0.05; 3], [0.05; 3], [0.05; 3], [0.05; 3]];

/// The class of a competence coefficient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Competence {
    /// K < .5.
    Low,
    /// .5 <= K < .8.
    Medium,
    /// .8 <= K.
    High,
}

/// The competence coefficient of an expert.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CompetenceK {
    /// Knowledge: the self-rating 0..10 divided by 10.
    pub knowledge: f64,
    /// Argumentation: the sum of the weights of the six sources, in [.5, 1].
    pub argumentation: f64,
    /// What each source adds to the argumentation, in the order of [`SOURCE_WEIGHTS`].
    pub by_source: [f64; 6],
    /// `K = (knowledge + argumentation) / 2`, in [.25, 1].
    pub k: f64,
    /// Its class.
    pub class: Competence,
}

/// The expert competence coefficient K of the Cuban school (history and critique: Cruz Ramírez & Martínez Cepena 2012).
/// It describes a panel, or admits to it by a rule fixed before; it does not weigh answers by default. `None` where the
/// self-rating is outside 0..10.
pub fn competence_k(self_rating: f64, sources: &[Degree; 6]) -> Option<CompetenceK> {
    if !(0.0..=10.0).contains(&self_rating) {
        return None;
    }
    let knowledge = self_rating / 10.0;
    let by_source = std::array::from_fn(|source| SOURCE_WEIGHTS[source][sources[source] as usize]);
    let argumentation: f64 = by_source.iter().sum();
    let k = (knowledge + argumentation) / 2.0;
    let class = if reaches(k, 0.8) {
        Competence::High
    } else if reaches(k, 0.5) {
        Competence::Medium
    } else {
        Competence::Low
    };
    Some(CompetenceK { knowledge, argumentation, by_source, k, class })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(a: f64, b: f64, within: f64) {
        assert!((a - b).abs() <= within, "{a} is not {b}");
    }

    #[test]
    fn kendall_of_siegel() {
        // Siegel (1956), recomputed independently.
        let ratings = [[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]];
        let rows: Vec<Vec<f64>> = ratings.iter().map(|r| r.iter().map(|&v| f64::from(v)).collect()).collect();
        let w = kendall_w(&rows).unwrap();
        assert_eq!(w.rank_sums, [8.0, 14.0, 11.0, 11.0, 11.0, 8.0]);
        assert_eq!((w.s, w.tie_correction, w.df), (25.5, 0.0, 5));
        near(w.w.unwrap(), 0.1619047619047619, 1e-12);
        near(w.chi_square.unwrap(), 2.428571428571429, 1e-12);
        near(w.p.unwrap(), 0.7872118138839401, 1e-9);
        assert_eq!(w.word, Some(Concordance::VeryWeak));
    }

    /// Data set `anxiety` of the R package `irr` (20 subjects, 3 raters), one row a subject.
    const ANXIETY: [[u8; 3]; 20] = [
        [3, 3, 2],
        [3, 6, 1],
        [3, 4, 4],
        [4, 6, 4],
        [5, 2, 3],
        [5, 4, 2],
        [2, 2, 1],
        [3, 4, 6],
        [5, 3, 1],
        [2, 3, 1],
        [2, 2, 1],
        [6, 3, 2],
        [1, 3, 3],
        [5, 3, 3],
        [2, 2, 1],
        [2, 2, 1],
        [1, 1, 3],
        [2, 3, 3],
        [4, 3, 2],
        [3, 4, 2],
    ];

    #[test]
    fn kendall_with_ties_of_irr() {
        let rows: Vec<Vec<f64>> = (0..3).map(|r| ANXIETY.iter().map(|s| f64::from(s[r])).collect()).collect();
        let w = kendall_w(&rows).unwrap();
        near(w.w_uncorrected, 0.501921470342523, 1e-12);
        near(w.w.unwrap(), 0.5396568759543698, 1e-12);
        near(w.chi_square.unwrap(), 30.760441929399082, 1e-9);
        near(w.p.unwrap(), 0.04288347312694786, 1e-9);
        near(chi_square_survival(28.60952380952381, 19).unwrap(), 0.0723803546937571, 1e-9);
        assert_eq!(w.word, Some(Concordance::Moderate));
    }

    #[test]
    fn the_words_of_schmidt() {
        use Concordance::{Moderate, Strong, UnusuallyStrong, VeryWeak, Weak};
        let words = [0.1, 0.3, 0.5, 0.7, 0.9].map(Concordance::of);
        assert_eq!(words, [VeryWeak, Weak, Moderate, Strong, UnusuallyStrong]);
    }

    #[test]
    fn kendall_at_the_edges() {
        assert_eq!(kendall_w(&[vec![1.0, 2.0]]), Err(AgreementError::TooFewRaters { found: 1 }));
        assert_eq!(kendall_w(&[vec![1.0], vec![1.0]]), Err(AgreementError::TooFewItems { found: 1 }));
        let ragged = kendall_w(&[vec![1.0, 2.0], vec![1.0]]);
        assert_eq!(ragged, Err(AgreementError::Shape { row: 1, found: 1, expected: 2 }));
        assert_eq!(kendall_w(&[vec![3.0, 3.0], vec![3.0, 3.0]]).unwrap().w, None);
        assert_eq!(kendall_w(&[vec![1.0, 2.0, 3.0], vec![2.0, 3.0, 4.0]]).unwrap().w, Some(1.0));
        let nan = kendall_w(&[vec![1.0, f64::NAN], vec![1.0, 2.0]]);
        assert_eq!(nan, Err(AgreementError::NotANumber { rater: 0, item: 1 }));
    }

    #[test]
    fn the_kappas() {
        let table = [vec![20, 5], vec![10, 15]];
        near(cohen_kappa(&table, KappaWeights::None).unwrap().unwrap(), 0.4, 1e-12);
        near(cohen_kappa(&table, KappaWeights::Linear).unwrap().unwrap(), 0.4, 1e-12);
        assert_eq!(cohen_kappa(&[vec![5, 0], vec![0, 0]], KappaWeights::None), Ok(None));
        // The 14 raters x 10 items x 5 categories of Fleiss' example.
        let counts: [[u64; 5]; 10] = [
            [0, 0, 0, 0, 14],
            [0, 2, 6, 4, 2],
            [0, 0, 3, 5, 6],
            [0, 3, 9, 2, 0],
            [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0],
            [3, 2, 6, 3, 0],
            [2, 5, 3, 2, 2],
            [6, 5, 2, 1, 0],
            [0, 2, 2, 3, 7],
        ];
        let fleiss = fleiss_kappa(&counts.map(|r| r.to_vec())).unwrap();
        near(fleiss.kappa.unwrap(), 0.20993070442195522, 1e-12);
        near(fleiss.observed, 0.378022, 1e-6);
        near(fleiss.expected, 0.212755, 1e-6);
        let unequal = fleiss_kappa(&[vec![2, 1], vec![1, 1]]);
        assert_eq!(unequal, Err(AgreementError::UnequalRatings { item: 1, found: 2, expected: 3 }));
    }

    #[test]
    fn change_of_a_binary_answer() {
        let test = mcnemar(121, 59);
        near(test.chi_square.unwrap(), 21.355555555555554, 1e-12);
        near(test.p.unwrap(), 3.8e-6, 5e-8);
        near(test.chi_square_corrected.unwrap(), 20.67222222222222, 1e-12);
        near(test.p_exact, 4.434_449_263_755e-6, 1e-15);
        // By hand: 2 (1 + 8) / 2^8.
        near(mcnemar(7, 1).p_exact, 18.0 / 256.0, 1e-12);
        assert_eq!((mcnemar(3, 3).p_exact, mcnemar(0, 0).p_exact), (1.0, 1.0));
        assert!(mcnemar(2_000, 1_000).p_exact < 1e-60);
        assert_eq!(mcnemar(0, 0).p, None);
        assert_eq!(mcnemar(1, 1).chi_square_corrected, Some(0.0));
    }

    #[test]
    fn words_of_kappa() {
        for (kappa, word) in [
            (-0.1, KappaWord::Poor),
            (0.0, KappaWord::Slight),
            (0.2, KappaWord::Slight),
            (0.4, KappaWord::Fair),
            (0.41, KappaWord::Moderate),
            (0.8, KappaWord::Substantial),
            (1.0, KappaWord::AlmostPerfect),
        ] {
            assert_eq!(KappaWord::of(kappa), word, "{kappa}");
        }
    }

    #[test]
    fn competence_of_the_worked_examples() {
        use Degree::{High as A, Low as B, Medium as M};
        for (rating, sources, argumentation, k, class) in [
            (8.0, [A, A, M, M, B, B], 1.0, 0.9, Competence::High),
            (6.0, [M; 6], 0.8, 0.7, Competence::Medium),
            (3.0, [B; 6], 0.5, 0.4, Competence::Low),
            (9.0, [A; 6], 1.0, 0.95, Competence::High),
            (7.0, [M, A, B, M, A, A], 0.9, 0.8, Competence::High),
        ] {
            let found = competence_k(rating, &sources).unwrap();
            near(found.argumentation, argumentation, 1e-12);
            near(found.k, k, 1e-12);
            assert_eq!(found.class, class);
        }
        assert_eq!(competence_k(11.0, &[Degree::High; 6]), None);
        let mixed = competence_k(7.0, &[M, A, B, M, A, A]).unwrap();
        assert_eq!(mixed.by_source, [0.2, 0.5, 0.05, 0.05, 0.05, 0.05]);
        // The totals of the form by column, and the ends of K.
        for (degree, total) in [(A, 1.0), (M, 0.8), (B, 0.5)] {
            near(SOURCE_WEIGHTS.iter().map(|w| w[degree as usize]).sum(), total, 1e-12);
        }
        near(competence_k(0.0, &[B; 6]).unwrap().k, 0.25, 1e-12);
        near(competence_k(10.0, &[A; 6]).unwrap().k, 1.0, 1e-12);
        assert_eq!(competence_k(0.0, &[A; 6]).unwrap().class, Competence::Medium);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn w_is_between_zero_and_one_and_forgets_labels(
            rows in prop::collection::vec(prop::collection::vec(1u8..=5, 6), 2..8)
        ) {
            let rows: Vec<Vec<f64>> = rows.iter().map(|r| r.iter().map(|&v| f64::from(v)).collect()).collect();
            let w = kendall_w(&rows).unwrap();
            let turned: Vec<Vec<f64>> = rows.iter().rev().map(|r| r.iter().rev().copied().collect()).collect();
            let again = kendall_w(&turned).unwrap();
            if let (Some(a), Some(b)) = (w.w, again.w) {
                prop_assert!((0.0..=1.0).contains(&a) && (a - b).abs() < 1e-12);
            }
        }
    }
}
