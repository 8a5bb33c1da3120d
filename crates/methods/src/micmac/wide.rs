//! The walk through the powers with a number range of its own.
//!
//! In a matrix of several strong components the sums of the weaker ones fall behind those of the dominant one by
//! hundreds of orders of magnitude. An ordinary number would lose them and find a ranking "stable" that is none, so
//! each entry carries its own exponent here. Slow, and needed by few matrices.

use super::Convergence;
use super::power::{Search, Sums};
use crate::rank::tied;

/// `mantissa * 2^exponent`; the mantissa is 0, or in `[0.5, 1)`.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Wide {
    mantissa: f64,
    exponent: i64,
}

impl Wide {
    fn new(mantissa: f64, exponent: i64) -> Self {
        if mantissa == 0.0 {
            return Self { mantissa, exponent: i64::MIN / 4 };
        }
        let (mantissa, shift) = libm::frexp(mantissa);
        Self { mantissa, exponent: exponent + i64::from(shift) }
    }

    /// As an ordinary number in units of `2^unit`; 0 when it is too small.
    fn scaled(self, unit: i64) -> f64 {
        let shift = (self.exponent - unit).clamp(-2_000, 2_000);
        libm::ldexp(self.mantissa, shift as i32)
    }

    fn ties(self, other: Self) -> bool {
        let unit = self.exponent.max(other.exponent);
        tied(self.scaled(unit), other.scaled(unit))
    }

    fn falling(a: &Self, b: &Self) -> std::cmp::Ordering {
        b.exponent.cmp(&a.exponent).then(b.mantissa.total_cmp(&a.mantissa))
    }
}

fn product(n: usize, x: &[Wide], cell: impl Fn(usize, usize) -> f64) -> Vec<Wide> {
    let entry = |i: usize| {
        let terms = || (0..n).map(|j| (cell(i, j), x[j])).filter(|&(m, x)| m > 0.0 && x.mantissa > 0.0);
        let unit = terms().map(|(_, x)| x.exponent).max().unwrap_or(0);
        Wide::new(terms().map(|(m, x)| m * x.scaled(unit)).sum(), unit)
    };
    (0..n).map(entry).collect()
}

/// The place of each entry, ties sharing the first one.
fn places(x: &[Wide]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..x.len()).collect();
    order.sort_by(|&a, &b| Wide::falling(&x[a], &x[b]));
    let mut places = vec![0; x.len()];
    for at in 1..order.len() {
        let (above, here) = (order[at - 1], order[at]);
        places[here] = if x[above].ties(x[here]) { places[above] } else { at };
    }
    places
}

fn ordinary(x: &[Wide]) -> Vec<f64> {
    let unit = x.iter().map(|x| x.exponent).max().unwrap_or(0);
    x.iter().map(|x| x.scaled(unit)).collect()
}

/// As the ordinary walk: the smallest power whose ranking equals that of the power before and stays so.
pub(super) fn iterate(n: usize, values: &[f64], search: Search) -> Sums {
    let (mut rows, mut columns) = (vec![Wide::new(1.0, 0); n], vec![Wide::new(1.0, 0); n]);
    let mut ranking = (Vec::new(), Vec::new());
    let mut kept = (rows.clone(), columns.clone());
    let mut at_cap = kept.clone();
    let mut changed_at = 0;
    let last = search.cap.saturating_add(search.confirm);
    for power in 1..=last {
        rows = product(n, &rows, |i, j| values[i * n + j]);
        columns = product(n, &columns, |i, j| values[j * n + i]);
        let now = (places(&rows), places(&columns));
        if now != ranking {
            ranking = now;
            changed_at = power;
        }
        if power == changed_at + 1 {
            kept = (rows.clone(), columns.clone());
        }
        if power == search.cap {
            at_cap = (rows.clone(), columns.clone());
        }
        if power > changed_at + search.confirm && changed_at < search.cap {
            return Sums {
                rows: ordinary(&kept.0),
                columns: ordinary(&kept.1),
                power: Some(changed_at + 1),
                convergence: Convergence::Stable,
            };
        }
        if changed_at >= search.cap {
            break;
        }
    }
    Sums {
        rows: ordinary(&at_cap.0),
        columns: ordinary(&at_cap.1),
        power: Some(search.cap),
        convergence: Convergence::NotReached,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::micmac::Power;
    use crate::micmac::power::sums;
    use crate::random::Stream;

    #[test]
    fn it_agrees_with_the_ordinary_walk() {
        let search = Search { confirm: 10, cap: 1_000 };
        let mut stable = 0;
        for replicate in 0..64 {
            let mut stream = Stream::new(1, "wide", replicate);
            let n = 3 + stream.below(5) as usize;
            let off = |at: usize| at / n != at % n;
            let cells = (0..n * n).map(|at| (at, stream.below(5).saturating_sub(1)));
            let values: Vec<f64> = cells.map(|(at, x)| if off(at) { f64::from(x) } else { 0.0 }).collect();
            let ordinary = sums(n, &values, Power::UntilStable, search);
            if ordinary.convergence != Convergence::Stable {
                continue;
            }
            stable += 1;
            let wide = iterate(n, &values, search);
            assert_eq!((wide.power, wide.convergence), (ordinary.power, ordinary.convergence));
            for (one, two) in [(&ordinary.rows, &wide.rows), (&ordinary.columns, &wide.columns)] {
                let (first, second): (f64, f64) = (one.iter().sum(), two.iter().sum());
                assert!(one.iter().zip(two).all(|(a, b)| (a / first - b / second).abs() < 1e-12));
            }
        }
        assert!(stable > 40, "{stable}");
    }
}
