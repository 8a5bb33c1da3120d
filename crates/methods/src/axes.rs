//! Two axes of uncertainty: which pair spans the future, whether its axes are independent, and coherent probabilities of
//! its four quadrants.
//!
//! Quadrants are in the order `++`, `+-`, `-+`, `--` (first axis, second axis).

use crate::rank::{exceeds, reaches, tied};
use thiserror::Error;

/// Largest difference of the two conditional probabilities at which the test of independence passes.
pub const INDEPENDENT: f64 = 0.10;
/// Largest difference at which it half passes.
pub const HALF_INDEPENDENT: f64 = 0.25;
/// Share of the panel that must find a corner plausible.
pub const PLAUSIBLE_SHARE: f64 = 0.5;

/// How a test of the axes came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Failed.
    Fail,
    /// Half passed.
    Half,
    /// Passed.
    Pass,
}

/// A probability that is none.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
#[error("{value} is not a probability: it must lie in [0, 1]")]
pub struct NotAProbability {
    /// The value given.
    pub value: f64,
}

fn check(values: &[f64]) -> Result<(), NotAProbability> {
    match values.iter().find(|v| !(0.0..=1.0).contains(*v)) {
        Some(&value) => Err(NotAProbability { value }),
        None => Ok(()),
    }
}

/// Fréchet bounds of the joint probability of two events: the least and the greatest that the marginals `a` and `b`
/// leave.
pub fn frechet_bounds(a: f64, b: f64) -> Result<(f64, f64), NotAProbability> {
    check(&[a, b])?;
    Ok(((a + b - 1.0).max(0.0), a.min(b)))
}

/// What the marginals `a = P(A+)` and `b = P(B+)` leave to each of the quadrants `++`, `+-`, `-+`, `--`: least and
/// greatest probability (Fréchet 1951). The four move together: one of them fixes the others.
pub fn feasible(a: f64, b: f64) -> Result<[(f64, f64); 4], NotAProbability> {
    let (low, high) = frechet_bounds(a, b)?;
    let span = |least: f64, most: f64| (least.max(0.0), most.max(0.0));
    Ok([
        (low, high),
        span(a - high, a - low),
        span(b - high, b - low),
        span(1.0 - a - b + low, 1.0 - a - b + high),
    ])
}

/// Quadrants of two marginals under the assumption that the axes are independent: `ab`, `a(1-b)`, `(1-a)b`,
/// `(1-a)(1-b)`. An assumption is no measurement: whoever prints them prints [`feasible`] beside them.
pub fn independent_quadrants(a: f64, b: f64) -> Result<[f64; 4], NotAProbability> {
    check(&[a, b])?;
    Ok([a * b, a * (1.0 - b), (1.0 - a) * b, (1.0 - a) * (1.0 - b)])
}

/// Probabilities of the quadrants from two marginals and one conditional.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quadrants {
    /// Probabilities of `++`, `+-`, `-+`, `--`; they sum to 1.
    pub probability: [f64; 4],
    /// Fréchet bounds of `++`.
    pub bounds: (f64, f64),
    /// The answers fit together: `++` lay within the bounds before it was moved to the nearer one.
    pub coherent: bool,
    /// How far `++` was moved.
    pub gap: f64,
}

/// Quadrants from `a = P(A+)`, `b = P(B+)` and `b_given_a = P(B+ | A+)`: `ac`, `a - ac`, `b - ac`, `1 - a - b + ac`.
/// An incoherent `++` is moved to the nearer Fréchet bound, and the move reported.
pub fn quadrants(a: f64, b: f64, b_given_a: f64) -> Result<Quadrants, NotAProbability> {
    check(&[b_given_a])?;
    let bounds = frechet_bounds(a, b)?;
    let raw = a * b_given_a;
    let both = raw.max(bounds.0).min(bounds.1);
    let coherent = tied(raw, both) || (raw - both).abs() < 1e-12;
    let rest = [a - both, b - both, 1.0 - a - b + both].map(|p| p.max(0.0));
    Ok(Quadrants {
        probability: [both, rest[0], rest[1], rest[2]],
        bounds,
        coherent,
        gap: if coherent { 0.0 } else { (raw - both).abs() },
    })
}

/// An expert's answers about two hypotheses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judgement {
    /// P(1).
    pub first: f64,
    /// P(2).
    pub second: f64,
    /// P(1 | 2).
    pub first_given_second: f64,
    /// P(1 | not 2).
    pub first_given_not_second: f64,
    /// P(2 | 1).
    pub second_given_first: f64,
    /// P(2 | not 1).
    pub second_given_not_first: f64,
}

/// How far raw answers are from coherence. All gaps are in probability, 0 where the answers fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Incoherence {
    /// Between the two estimates of the joint probability, `P(1|2) P(2)` and `P(2|1) P(1)`.
    pub joint: f64,
    /// Between P(1) and its total probability over 2.
    pub first: f64,
    /// Between P(2) and its total probability over 1.
    pub second: f64,
}

impl Incoherence {
    /// The largest of the three gaps: how incoherent an expert was.
    pub fn largest(&self) -> f64 {
        self.joint.max(self.first).max(self.second)
    }
}

impl Judgement {
    /// The gaps of the raw answers.
    pub fn incoherence(&self) -> Incoherence {
        let total = |given: f64, given_not: f64, p: f64| given * p + given_not * (1.0 - p);
        let one = total(self.first_given_second, self.first_given_not_second, self.second);
        let two = total(self.second_given_first, self.second_given_not_first, self.first);
        Incoherence {
            joint: (self.first_given_second * self.second - self.second_given_first * self.first).abs(),
            first: (self.first - one).abs(),
            second: (self.second - two).abs(),
        }
    }
}

/// Coherent probabilities of two hypotheses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Smic2 {
    /// Probabilities of the scenarios 11, 10, 01 and 00. With two hypotheses they are identified.
    pub probability: [f64; 4],
    /// The sum of squares that is left, 0 for coherent answers.
    pub objective: f64,
    /// Net P(1) and P(2).
    pub net: [f64; 2],
    /// Net P(1|2); `None` where net P(2) is 0.
    pub first_given_second: Option<f64>,
    /// Net P(1|not 2); `None` where net P(2) is 1.
    pub first_given_not_second: Option<f64>,
    /// Net P(2|1).
    pub second_given_first: Option<f64>,
    /// Net P(2|not 1).
    pub second_given_not_first: Option<f64>,
    /// Gaps of the raw answers.
    pub incoherence: Incoherence,
}

/// SMIC for two hypotheses (Duperrin & Godet 1974): the scenario probabilities nearest in least squares to
/// `P(1|2)P(2)`, `P(1|not 2)(1-P(2))`, `P(2|1)P(1)` and `P(2|not 1)(1-P(1))`, non-negative and summing to 1.
///
/// `simple_terms` adds the squares of `P(1)` and `P(2)` to the objective, a frequent variant. The programme is solved
/// exactly: the best admissible optimum over the 15 sets of scenarios that may be positive.
pub fn smic2(answers: &Judgement, simple_terms: bool) -> Result<Smic2, NotAProbability> {
    let j = answers;
    check(&[
        j.first,
        j.second,
        j.first_given_second,
        j.first_given_not_second,
        j.second_given_first,
        j.second_given_not_first,
    ])?;
    // Rows: which scenarios (11, 10, 01, 00) make up each term, and its target.
    let mut rows: Vec<([f64; 4], f64)> = vec![
        ([1.0, 0.0, 0.0, 0.0], j.first_given_second * j.second),
        ([0.0, 1.0, 0.0, 0.0], j.first_given_not_second * (1.0 - j.second)),
        ([1.0, 0.0, 0.0, 0.0], j.second_given_first * j.first),
        ([0.0, 0.0, 1.0, 0.0], j.second_given_not_first * (1.0 - j.first)),
    ];
    if simple_terms {
        rows.push(([1.0, 1.0, 0.0, 0.0], j.first));
        rows.push(([1.0, 0.0, 1.0, 0.0], j.second));
    }
    let objective = |p: &[f64; 4]| -> f64 {
        rows.iter()
            .map(|(row, target)| {
                let residual = row.iter().zip(p).map(|(a, b)| a * b).sum::<f64>() - target;
                residual * residual
            })
            .sum()
    };
    let mut best = [0.0, 0.0, 0.0, 1.0];
    let mut least = objective(&best);
    for support in 1u8..16 {
        let Some(p) = equality_optimum(&rows, support) else { continue };
        if p.iter().any(|v| *v < -1e-12) {
            continue;
        }
        let p = p.map(|v| v.max(0.0));
        let value = objective(&p);
        if value < least - 1e-15 {
            (best, least) = (p, value);
        }
    }
    let net = [best[0] + best[1], best[0] + best[2]];
    let ratio = |part: f64, whole: f64| if whole > 1e-12 { Some((part / whole).min(1.0)) } else { None };
    Ok(Smic2 {
        probability: best,
        objective: least,
        net,
        first_given_second: ratio(best[0], net[1]),
        first_given_not_second: ratio(best[1], best[1] + best[3]),
        second_given_first: ratio(best[0], net[0]),
        second_given_not_first: ratio(best[2], best[2] + best[3]),
        incoherence: j.incoherence(),
    })
}

/// The least-squares optimum with only the scenarios of `support` (a bit mask) free and their sum 1, by its normal
/// equations with a multiplier; `None` where they are singular.
fn equality_optimum(rows: &[([f64; 4], f64)], support: u8) -> Option<[f64; 4]> {
    let free: Vec<usize> = (0..4).filter(|i| support & (1 << i) != 0).collect();
    let size = free.len() + 1;
    let mut system = vec![vec![0.0; size + 1]; size];
    for (r, &i) in free.iter().enumerate() {
        for (c, &k) in free.iter().enumerate() {
            system[r][c] = rows.iter().map(|(row, _)| row[i] * row[k]).sum();
        }
        system[r][size - 1] = 1.0;
        system[r][size] = rows.iter().map(|(row, target)| row[i] * target).sum();
        system[size - 1][r] = 1.0;
    }
    system[size - 1][size] = 1.0;
    let solution = solve(system)?;
    let mut p = [0.0; 4];
    for (&i, value) in free.iter().zip(solution) {
        p[i] = value;
    }
    Some(p)
}

/// Gaussian elimination with partial pivoting of a square system with its right side in the last column.
fn solve(mut system: Vec<Vec<f64>>) -> Option<Vec<f64>> {
    let n = system.len();
    for column in 0..n {
        let pivot =
            (column..n).max_by(|&a, &b| system[a][column].abs().total_cmp(&system[b][column].abs()))?;
        if system[pivot][column].abs() < 1e-12 {
            return None;
        }
        system.swap(column, pivot);
        let lead = system[column].clone();
        for (row, cells) in system.iter_mut().enumerate() {
            if row != column {
                let factor = cells[column] / lead[column];
                for (cell, above) in cells.iter_mut().zip(&lead).skip(column) {
                    *cell -= factor * above;
                }
            }
        }
    }
    Some((0..n).map(|i| system[i][n] / system[i][i]).collect())
}

/// The test of independence: how far P(B+ | A+) and P(B+ | A-) lie apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Independence {
    /// Absolute difference of the two conditionals.
    pub difference: f64,
    /// Pass up to .10, half up to .25, else fail.
    pub grade: Grade,
}

/// Grades the independence of two axes from the two conditional probabilities.
pub fn independence(b_given_a: f64, b_given_not_a: f64) -> Result<Independence, NotAProbability> {
    check(&[b_given_a, b_given_not_a])?;
    let difference = (b_given_a - b_given_not_a).abs();
    let within = |limit: f64| reaches(limit, difference);
    let grade = if within(INDEPENDENT) {
        Grade::Pass
    } else if within(HALF_INDEPENDENT) {
        Grade::Half
    } else {
        Grade::Fail
    };
    Ok(Independence { difference, grade })
}

/// Grades the corners: passed when at least half of the panel finds each of the four plausible, half passed when three
/// are (our reading of a half), else failed. `None` where a corner has no answers.
pub fn corners(plausible_shares: &[Option<f64>; 4]) -> Option<Grade> {
    let mut held = 0;
    for share in plausible_shares {
        held += usize::from(reaches((*share)?, PLAUSIBLE_SHARE));
    }
    Some(match held {
        4 => Grade::Pass,
        3 => Grade::Half,
        _ => Grade::Fail,
    })
}

/// The influences between the two variables of a pair of axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MutualInfluence {
    /// Direct influence of the first on the second, 0..3.
    pub direct: f64,
    /// Direct influence of the second on the first.
    pub direct_back: f64,
    /// Indirect influence of the first on the second, divided by the mean off-diagonal cell of the indirect matrix.
    pub indirect: f64,
    /// Indirect influence of the second on the first, likewise.
    pub indirect_back: f64,
}

/// Grades the influence between two axes both ways. A way is low when its direct influence is weak at most (1) and its
/// indirect influence is at most the mean of the matrix (1 after division); both low passes, one half passes, none
/// fails. The thresholds are ours.
pub fn mutual_influence(pair: &MutualInfluence) -> Grade {
    let low = |direct: f64, indirect: f64| reaches(1.0, direct) && reaches(1.0, indirect);
    match (low(pair.direct, pair.indirect), low(pair.direct_back, pair.indirect_back)) {
        (true, true) => Grade::Pass,
        (false, false) => Grade::Fail,
        _ => Grade::Half,
    }
}

/// What the rule proposes as axes.
#[derive(Clone, Debug, PartialEq)]
pub enum AxesProposal {
    /// Fewer than two variables are in the crossing: the rule proposes none.
    TooFew {
        /// How many are.
        found: usize,
    },
    /// The crossing holds exactly these two.
    Crossing(usize, usize),
    /// The crossing holds more; these two have the highest summed ranks of influence and uncertainty.
    HighestRanks(usize, usize),
    /// Several variables tie for a place: every pair that the rule admits. The analyst decides.
    Tied(Vec<(usize, usize)>),
}

/// The rule for the pair of axes: the crossing (determining and critically uncertain); where it holds more than two
/// variables, the pair with the highest summed ranks of influence and uncertainty.
///
/// Ranks are average ranks over the whole list of variables, 1 for the highest, so the best pair has the smallest sum.
/// `crossing` holds indexes into them; an index beyond them is left out. Pairs come in ascending order.
pub fn propose_axes(influence_rank: &[f64], uncertainty_rank: &[f64], crossing: &[usize]) -> AxesProposal {
    let mut members: Vec<(usize, f64)> = crossing
        .iter()
        .filter_map(|&i| Some((i, influence_rank.get(i)? + uncertainty_rank.get(i)?)))
        .collect();
    members.sort_by_key(|m| m.0);
    members.dedup_by_key(|m| m.0);
    match members[..] {
        [] | [_] => return AxesProposal::TooFew { found: members.len() },
        [a, b] => return AxesProposal::Crossing(a.0, b.0),
        _ => {}
    }
    let mut pairs = Vec::new();
    for (at, a) in members.iter().enumerate() {
        for b in &members[at + 1..] {
            pairs.push((a.0, b.0, a.1 + b.1));
        }
    }
    let least = pairs.iter().map(|p| p.2).fold(f64::INFINITY, f64::min);
    let best: Vec<(usize, usize)> =
        pairs.iter().filter(|p| !exceeds(p.2, least)).map(|p| (p.0, p.1)).collect();
    match best[..] {
        [(a, b)] => AxesProposal::HighestRanks(a, b),
        _ => AxesProposal::Tied(best),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(found: &[f64], expected: &[f64], within: f64) {
        assert_eq!(found.len(), expected.len());
        for (a, b) in found.iter().zip(expected) {
            assert!((a - b).abs() <= within, "{found:?} is not {expected:?}");
        }
    }

    #[test]
    fn quadrants_of_the_worked_example() {
        // Computed by hand: a = .6, b = .45.
        near(&independent_quadrants(0.6, 0.45).unwrap(), &[0.27, 0.33, 0.18, 0.22], 1e-12);
        near(&quadrants(0.6, 0.45, 0.45).unwrap().probability, &[0.27, 0.33, 0.18, 0.22], 1e-12);
        assert!(independent_quadrants(0.6, 1.45).is_err());
        let found = quadrants(0.6, 0.45, 0.6).unwrap();
        near(&found.probability, &[0.36, 0.24, 0.09, 0.31], 1e-12);
        near(&[found.bounds.0, found.bounds.1], &[0.05, 0.45], 1e-12);
        assert!(found.coherent && found.gap == 0.0);
        let high = quadrants(0.6, 0.45, 0.9).unwrap();
        assert!(!high.coherent);
        near(&high.probability, &[0.45, 0.15, 0.0, 0.4], 1e-12);
        near(&[high.gap], &[0.09], 1e-12);
        let low = quadrants(0.9, 0.8, 0.5).unwrap();
        near(&low.probability, &[0.7, 0.2, 0.1, 0.0], 1e-12);
        assert_eq!(quadrants(1.2, 0.5, 0.5), Err(NotAProbability { value: 1.2 }));
        assert!(quadrants(0.5, f64::NAN, 0.5).is_err());
    }

    #[test]
    fn the_marginals_leave_a_range_to_each_quadrant() {
        let ranges = feasible(0.6, 0.45).unwrap();
        let flat: Vec<f64> = ranges.iter().flat_map(|(low, high)| [*low, *high]).collect();
        near(&flat, &[0.05, 0.45, 0.15, 0.55, 0.0, 0.4, 0.0, 0.4], 1e-12);
        // A pole that is certain leaves nothing open.
        let certain = feasible(1.0, 0.3).unwrap();
        for ((low, high), only) in certain.iter().zip([0.3, 0.7, 0.0, 0.0]) {
            near(&[*low, *high], &[only, only], 1e-12);
        }
        assert!(feasible(-0.1, 0.3).is_err());
    }

    const WORKED: Judgement = Judgement {
        first: 0.6,
        second: 0.5,
        first_given_second: 0.8,
        first_given_not_second: 0.3,
        second_given_first: 0.7,
        second_given_not_first: 0.25,
    };

    #[test]
    fn smic_of_the_worked_example() {
        // Closed form: the two estimates .40 and .42 of the joint probability meet in their mean.
        let found = smic2(&WORKED, false).unwrap();
        near(&found.probability, &[0.41, 0.15, 0.10, 0.34], 1e-12);
        near(&[found.objective], &[2e-4], 1e-12);
        near(&found.net, &[0.56, 0.51], 1e-12);
        near(&[found.first_given_second.unwrap()], &[0.803922], 1e-6);
        near(&[found.second_given_first.unwrap()], &[0.732143], 1e-6);
        near(&[found.first_given_not_second.unwrap()], &[0.306122449], 1e-9);
        near(&[found.second_given_not_first.unwrap()], &[0.2272727273], 1e-9);
        near(&[found.incoherence.joint], &[0.02], 1e-12);
        near(&[found.incoherence.first], &[0.05], 1e-12);
        near(&[found.incoherence.second], &[0.02], 1e-12);
        near(&[found.incoherence.largest()], &[0.05], 1e-12);
    }

    #[test]
    fn smic_with_a_binding_bound() {
        // Targets .9, .05 | .9, .6 exceed 1 by .55: 00 is closed, and 10 too once the excess is shared.
        let answers = Judgement {
            first: 0.4,
            second: 0.9,
            first_given_second: 1.0,
            first_given_not_second: 0.5,
            second_given_first: 1.0,
            second_given_not_first: 1.0,
        };
        // Joint .9 and .4 (mean .65), 10 .05, 01 .6; sum 1.3. With 10 at 0: share .25 by weights 2 and 1.
        let found = smic2(&answers, false).unwrap();
        near(&found.probability, &[0.65 - 0.25 / 3.0, 0.0, 0.6 - 0.5 / 3.0, 0.0], 1e-12);
        assert_eq!(found.first_given_not_second, None);
        near(&[found.second_given_first.unwrap()], &[1.0], 1e-12);
    }

    #[test]
    fn independence_and_corners() {
        assert_eq!(independence(0.5, 0.4).unwrap().grade, Grade::Pass);
        assert_eq!(independence(0.45, 0.7).unwrap().grade, Grade::Half);
        assert_eq!(independence(0.2, 0.46).unwrap().grade, Grade::Fail);
        assert!(independence(0.2, -0.1).is_err());
        assert_eq!(corners(&[Some(0.5), Some(0.9), Some(0.6), Some(0.7)]), Some(Grade::Pass));
        assert_eq!(corners(&[Some(0.4), Some(0.9), Some(0.6), Some(0.7)]), Some(Grade::Half));
        assert_eq!(corners(&[Some(0.4), None, Some(0.6), Some(0.7)]), None);
        let pair = MutualInfluence { direct: 1.0, direct_back: 2.0, indirect: 0.7, indirect_back: 0.4 };
        assert_eq!(mutual_influence(&pair), Grade::Half);
        assert_eq!(mutual_influence(&MutualInfluence { direct_back: 0.0, ..pair }), Grade::Pass);
    }

    #[test]
    fn the_pair_of_axes() {
        let influence = [1.0, 2.0, 3.0, 4.0, 5.0];
        let uncertainty = [2.0, 5.0, 1.0, 3.0, 4.0];
        assert_eq!(propose_axes(&influence, &uncertainty, &[3]), AxesProposal::TooFew { found: 1 });
        assert_eq!(propose_axes(&influence, &uncertainty, &[4, 1]), AxesProposal::Crossing(1, 4));
        // Sums 3, 7, 4, 7, 9.
        assert_eq!(propose_axes(&influence, &uncertainty, &[0, 1, 2]), AxesProposal::HighestRanks(0, 2));
        assert_eq!(
            propose_axes(&influence, &uncertainty, &[0, 1, 3]),
            AxesProposal::Tied(vec![(0, 1), (0, 3)])
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn coherent_answers_come_back(p in prop::array::uniform4(0.01f64..1.0), simple in any::<bool>()) {
            let total: f64 = p.iter().sum();
            let p = p.map(|v| v / total);
            let (one, two) = (p[0] + p[1], p[0] + p[2]);
            let answers = Judgement {
                first: one,
                second: two,
                first_given_second: p[0] / two,
                first_given_not_second: p[1] / (1.0 - two),
                second_given_first: p[0] / one,
                second_given_not_first: p[2] / (1.0 - one),
            };
            let found = smic2(&answers, simple).unwrap();
            prop_assert!(found.objective < 1e-20 && found.incoherence.largest() < 1e-12);
            for (a, b) in found.probability.iter().zip(&p) {
                prop_assert!((a - b).abs() < 1e-9);
            }
        }

        #[test]
        fn the_optimum_beats_its_neighbours(v in prop::array::uniform6(0.0f64..=1.0), simple in any::<bool>()) {
            let answers = Judgement {
                first: v[0],
                second: v[1],
                first_given_second: v[2],
                first_given_not_second: v[3],
                second_given_first: v[4],
                second_given_not_first: v[5],
            };
            let found = smic2(&answers, simple).unwrap();
            let p = found.probability;
            prop_assert!((p.iter().sum::<f64>() - 1.0).abs() < 1e-12 && p.iter().all(|x| *x >= 0.0));
            let objective = |p: &[f64; 4]| {
                let square = |x: f64| x * x;
                square(p[0] - v[2] * v[1]) + square(p[1] - v[3] * (1.0 - v[1]))
                    + square(p[0] - v[4] * v[0]) + square(p[2] - v[5] * (1.0 - v[0]))
                    + if simple { square(p[0] + p[1] - v[0]) + square(p[0] + p[2] - v[1]) } else { 0.0 }
            };
            // Moving a little mass between any two scenarios never helps.
            for from in 0..4 {
                for to in 0..4 {
                    let mass = p[from].min(1e-4);
                    let mut q = p;
                    q[from] -= mass;
                    q[to] += mass;
                    prop_assert!(objective(&q) >= found.objective - 1e-12);
                }
            }
        }

        #[test]
        fn quadrants_are_probabilities(v in prop::array::uniform3(0.0f64..=1.0)) {
            let q = quadrants(v[0], v[1], v[2]).unwrap();
            let free = independent_quadrants(v[0], v[1]).unwrap();
            prop_assert!((free.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            for ((low, high), p) in feasible(v[0], v[1]).unwrap().iter().zip(q.probability.iter().zip(free)) {
                prop_assert!(0.0 <= *low && low <= high && *high <= 1.0);
                prop_assert!(low - 1e-12 <= *p.0 && *p.0 <= high + 1e-12);
                prop_assert!(low - 1e-12 <= p.1 && p.1 <= high + 1e-12);
            }
            prop_assert!(q.probability.iter().all(|p| (0.0..=1.0).contains(p)));
            prop_assert!((q.probability.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }
}
