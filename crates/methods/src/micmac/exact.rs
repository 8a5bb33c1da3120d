//! The sums of the powers of a matrix as whole numbers: at any power a tie is a tie, and nothing else is.
//!
//! The cells are put over a common denominator (1 for the steps that people answer, 2 where a median falls between two
//! of them, more for means). Sums grow by a few bits a power: they start as 128-bit numbers and go on as big ones.

use std::ops::{Add, Mul};

use num_bigint::BigUint;

use crate::matrix::InfluenceMatrix;
use crate::rank::Ranks;

use super::power::Search;

/// Powers up to which the ranking is followed in whole numbers. What has not settled by then settles, if at all, by
/// differences that no panel has answered; the tolerance of the ordinary walk decides.
pub(super) const MOST_POWERS: u32 = 64;
/// The largest denominator of a cell: more experts than a panel has.
const MOST_PARTS: u64 = 10_000;

/// Row and column sums of one power, as whole numbers over `denominator`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExactSums {
    /// The power.
    pub power: u32,
    /// Row sums times `denominator`.
    pub rows: Vec<BigUint>,
    /// Column sums times `denominator`.
    pub columns: Vec<BigUint>,
    /// The common denominator of the cells, to the power.
    pub denominator: BigUint,
}

impl ExactSums {
    /// Ranks of the row sums, the largest first.
    #[must_use]
    pub fn row_ranks(&self) -> Ranks {
        ranks(&self.rows)
    }

    /// Ranks of the column sums, the largest first.
    #[must_use]
    pub fn column_ranks(&self) -> Ranks {
        ranks(&self.columns)
    }
}

fn ranks<T: Ord>(sums: &[T]) -> Ranks {
    Ranks::descending_by(sums.len(), |a, b| sums[a].cmp(&sums[b]))
}

/// A matrix of whole numbers over a common denominator.
#[derive(Debug, Clone)]
pub(super) struct Whole {
    n: usize,
    cells: Vec<u64>,
    denominator: u64,
    /// The largest row or column sum: by how much a power can grow at most.
    growth: u128,
}

impl Whole {
    /// The matrix, where its cells are fractions of few parts.
    pub(super) fn of(matrix: &InfluenceMatrix) -> Option<Self> {
        let (n, values) = (matrix.n(), matrix.values());
        let parts = values.iter().map(|&value| parts_of(value)).collect::<Option<Vec<u64>>>()?;
        let denominator =
            parts.iter().try_fold(1_u64, |all, &parts| (all / gcd(all, parts)).checked_mul(parts))?;
        let largest = u64::MAX / 1_000_000;
        let whole = |value: f64| {
            let scaled = (value * denominator as f64).round();
            (scaled <= largest as f64).then_some(scaled as u64)
        };
        let cells = values.iter().map(|&value| whole(value)).collect::<Option<Vec<u64>>>()?;
        let sum = |of: &dyn Fn(usize) -> u64| (0..n).map(|at| u128::from(of(at))).sum::<u128>();
        let growth = (0..n)
            .flat_map(|i| [sum(&|j| cells[i * n + j]), sum(&|j| cells[j * n + i])])
            .max()
            .unwrap_or(0)
            .max(1);
        Some(Self { n, cells, denominator, growth })
    }

    /// The sums of a power, at least 1.
    pub(super) fn at(&self, power: u32) -> ExactSums {
        let mut walk = Walk::new(self);
        for _ in 0..power.max(1) {
            walk.step();
        }
        walk.sums()
    }

    /// The sums of the smallest power whose ranking equals that of the power before and stays so over the next
    /// `search.confirm` ones; `None` where none up to [`MOST_POWERS`] does.
    pub(super) fn until_stable(&self, search: Search) -> Option<ExactSums> {
        let cap = search.cap.min(MOST_POWERS);
        let mut walk = Walk::new(self);
        walk.step();
        let mut before = walk.ranks();
        let mut found: Option<ExactSums> = None;
        for power in 2..=cap.saturating_add(search.confirm) {
            walk.step();
            let now = walk.ranks();
            if now != before {
                if power >= cap {
                    return None;
                }
                found = None;
            } else if found.is_none() {
                found = Some(walk.sums());
            }
            if found.as_ref().is_some_and(|sums| power >= sums.power + search.confirm) {
                return found;
            }
            before = now;
        }
        None
    }
}

/// The fewest parts of 1 that a number is a whole count of, to within rounding; a continued fraction.
fn parts_of(value: f64) -> Option<u64> {
    let close = |p: f64, q: f64| (value - p / q).abs() <= 1e-12 * value.max(1.0);
    let (mut before, mut now) = ((1.0, 0.0), (value.floor(), 1.0));
    let mut rest = value - value.floor();
    while !close(now.0, now.1) {
        if rest <= 0.0 {
            return None;
        }
        let turned = 1.0 / rest;
        let digit = turned.floor();
        rest = turned - digit;
        (before, now) = (now, (digit * now.0 + before.0, digit * now.1 + before.1));
        if now.1 > MOST_PARTS as f64 {
            return None;
        }
    }
    Some(now.1 as u64)
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Sums that still fit 128 bits, or no longer do.
enum Size {
    Small(Vec<u128>, Vec<u128>),
    Big(Vec<BigUint>, Vec<BigUint>),
}

/// The walk through the powers.
struct Walk<'a> {
    matrix: &'a Whole,
    power: u32,
    sums: Size,
}

impl<'a> Walk<'a> {
    fn new(matrix: &'a Whole) -> Self {
        Self { matrix, power: 0, sums: Size::Small(vec![1; matrix.n], vec![1; matrix.n]) }
    }

    fn step(&mut self) {
        let Whole { n, cells, growth, .. } = self.matrix;
        self.power += 1;
        self.sums = match &self.sums {
            Size::Small(rows, columns) => {
                let largest = rows.iter().chain(columns).copied().max().unwrap_or(0);
                if largest.checked_mul(*growth).is_some() {
                    let (rows, columns) = products(*n, cells, rows, columns, u128::from);
                    Size::Small(rows, columns)
                } else {
                    let big = |sums: &[u128]| sums.iter().map(|&x| BigUint::from(x)).collect::<Vec<_>>();
                    let (rows, columns) = products(*n, cells, &big(rows), &big(columns), BigUint::from);
                    Size::Big(rows, columns)
                }
            }
            Size::Big(rows, columns) => {
                let (rows, columns) = products(*n, cells, rows, columns, BigUint::from);
                Size::Big(rows, columns)
            }
        };
    }

    fn ranks(&self) -> (Ranks, Ranks) {
        match &self.sums {
            Size::Small(rows, columns) => (ranks(rows), ranks(columns)),
            Size::Big(rows, columns) => (ranks(rows), ranks(columns)),
        }
    }

    fn sums(&self) -> ExactSums {
        let (rows, columns) = match &self.sums {
            Size::Small(rows, columns) => {
                (rows.iter().map(|&x| x.into()).collect(), columns.iter().map(|&x| x.into()).collect())
            }
            Size::Big(rows, columns) => (rows.clone(), columns.clone()),
        };
        let denominator = BigUint::from(self.matrix.denominator).pow(self.power);
        ExactSums { power: self.power, rows, columns, denominator }
    }
}

/// `M rows` and `columns M`.
fn products<T>(n: usize, cells: &[u64], rows: &[T], columns: &[T], of: fn(u64) -> T) -> (Vec<T>, Vec<T>)
where
    T: Clone,
    for<'x> &'x T: Mul<&'x T, Output = T>,
    T: Add<T, Output = T>,
{
    let dot = |pairs: &mut dyn Iterator<Item = (u64, &T)>| {
        pairs.filter(|(cell, _)| *cell > 0).fold(of(0), |sum, (cell, x)| sum + x * &of(cell))
    };
    let row = |i: usize| dot(&mut (0..n).map(|j| (cells[i * n + j], &rows[j])));
    let column = |j: usize| dot(&mut (0..n).map(|i| (cells[i * n + j], &columns[i])));
    ((0..n).map(row).collect(), (0..n).map(column).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::micmac::{Power, Settings, micmac};
    use crate::random::Stream;

    fn digits(sums: &[BigUint]) -> Vec<String> {
        sums.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn godets_example_is_exact_at_every_power() {
        // Godet (1994): printed up to the eighth power.
        let matrix =
            InfluenceMatrix::from_rows(&[[0.0, 1.0, 0.0], [1.0, 0.0, 1.0], [1.0, 0.0, 0.0]]).unwrap();
        let whole = Whole::of(&matrix).unwrap();
        for (power, rows, columns) in [
            (4, ["3", "4", "2"], ["4", "3", "2"]),
            (5, ["4", "5", "3"], ["5", "4", "3"]),
            (8, ["9", "12", "7"], ["12", "9", "7"]),
        ] {
            let sums = whole.at(power);
            assert_eq!(
                (digits(&sums.rows), digits(&sums.columns)),
                (rows.map(str::to_owned).into(), columns.map(str::to_owned).into())
            );
        }
        assert_eq!(whole.until_stable(Settings::default().search()).unwrap().power, 5);
        // The recurrence of the plastic number: a(k) = a(k - 2) + a(k - 3), far beyond 128 bits.
        let far: Vec<BigUint> = (1_000..1_004).map(|k| whole.at(k).rows[0].clone()).collect();
        assert!(far[0].bits() > 400);
        assert_eq!(far[3], &far[1] + &far[0]);
    }

    #[test]
    fn fractions_are_put_over_their_denominator() {
        assert_eq!([0.0, 2.0, 1.5, 1.0 / 3.0, 2.0 + 5.0 / 7.0].map(parts_of), [1, 1, 2, 3, 7].map(Some));
        assert_eq!(parts_of(std::f64::consts::PI), None);
        let matrix = InfluenceMatrix::from_rows(&[[0.0, 1.5], [2.0 / 3.0, 0.0]]).unwrap();
        let sums = Whole::of(&matrix).unwrap().at(2);
        // Both rows are 1.5 * 2 / 3 = 1: 36 of 36 parts.
        assert_eq!((digits(&sums.rows), sums.denominator), (vec!["36".to_owned(); 2], BigUint::from(36_u8)));
    }

    #[test]
    fn what_differs_in_the_last_digit_is_no_tie() {
        // Two rows that differ by one part in more than 10^9: a tie to the ordinary walk, none here.
        let big = 60_000.0;
        let matrix = InfluenceMatrix::new(
            4,
            vec![0.0, 0.0, big, 1.0, 0.0, 0.0, big, 0.0, big, big, 0.0, big, big, big, big, 0.0],
        )
        .unwrap();
        let sums = Whole::of(&matrix).unwrap().at(3);
        let ranks = sums.row_ranks();
        assert_ne!(ranks.first[0], ranks.first[1], "{:?}", digits(&sums.rows));
    }

    #[test]
    fn it_agrees_with_the_ordinary_walk() {
        let settings = Settings::default();
        let mut seen = 0;
        for replicate in 0..64 {
            let mut stream = Stream::new(1, "exact", replicate);
            let n = 3 + stream.below(6) as usize;
            let cells =
                (0..n * n).map(|at| if at / n == at % n { 0 } else { stream.below(5).saturating_sub(1) });
            let matrix = InfluenceMatrix::new(n, cells.map(f64::from).collect()).unwrap();
            let whole = Whole::of(&matrix).unwrap();
            let ordinary = super::super::sums(n, matrix.values(), Power::UntilStable, settings.search());
            if let (Some(exact), Some(power)) = (whole.until_stable(settings.search()), ordinary.power) {
                if ordinary.convergence != super::super::Convergence::Stable {
                    continue;
                }
                seen += 1;
                assert_eq!(exact.power, power);
                assert_eq!(exact.row_ranks(), Ranks::descending(&ordinary.rows));
                let found = micmac(&matrix, &settings);
                assert_eq!(found.exact.as_ref().map(|sums| sums.power), Some(power));
            }
        }
        assert!(seen > 30, "{seen}");
    }
}
