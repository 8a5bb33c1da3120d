//! Row and column sums of the powers of a matrix, by matrix-vector steps, until their ranking stays.
//!
//! `M^k 1` are the row sums of the k-th power and `1 M^k` its column sums: two products of a matrix and a vector
//! a power, never a product of two matrices. Sums are rescaled by powers of two, which changes no digit.

use crate::rank::tied;

use super::structure::{Structure, structure};
use super::wide;
use super::{Convergence, Power};

/// Row and column sums of one power, up to a common factor each.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sums {
    pub(crate) rows: Vec<f64>,
    pub(crate) columns: Vec<f64>,
    /// The power; none for the Perron vectors.
    pub(crate) power: Option<u32>,
    pub(crate) convergence: Convergence,
}

/// How long to look for a stable ranking.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Search {
    /// Powers over which a ranking has to stay.
    pub(crate) confirm: u32,
    /// The last power that may be reported as stable.
    pub(crate) cap: u32,
}

/// The sums of the power that the settings ask for.
pub(crate) fn sums(n: usize, values: &[f64], power: Power, search: Search) -> Sums {
    match power {
        Power::UntilStable => until_stable(n, values, search),
        Power::Fixed(power) => fixed(n, values, power, structure(n, values), search),
    }
}

/// The sums of a given power, at least 1; beyond the last power that is not zero, those of that one.
pub(crate) fn fixed(n: usize, values: &[f64], power: u32, structure: Structure, search: Search) -> Sums {
    let power = power.clamp(1, search.cap.max(1));
    let (power, convergence) = match structure {
        Structure::Acyclic { longest_path } => (power.min(longest_path.max(1)), Convergence::Nilpotent),
        Structure::Periodic { period, .. } => (power, Convergence::Periodic { period }),
        Structure::Aperiodic => (power, Convergence::Stable),
    };
    let mut steps = Steps::new(n);
    for _ in 0..power {
        steps.step(values);
    }
    Sums { rows: steps.rows, columns: steps.columns, power: Some(power), convergence }
}

fn until_stable(n: usize, values: &[f64], search: Search) -> Sums {
    match structure(n, values) {
        Structure::Aperiodic => iterate(n, values, search),
        acyclic @ Structure::Acyclic { .. } => {
            fixed(n, values, u32::MAX, acyclic, Search { cap: u32::MAX, ..search })
        }
        Structure::Periodic { period, reaches, reached } => {
            let keep = |vector: Vec<f64>, support: &[bool]| {
                vector.into_iter().zip(support).map(|(x, &inside)| if inside { x } else { 0.0 }).collect()
            };
            Sums {
                rows: keep(perron_vector(n, |row, column| values[row * n + column]), &reaches),
                columns: keep(perron_vector(n, |row, column| values[column * n + row]), &reached),
                power: None,
                convergence: Convergence::Periodic { period },
            }
        }
    }
}

/// The smallest power whose ranking equals that of the power before and stays so over the next `confirm` ones.
fn iterate(n: usize, values: &[f64], search: Search) -> Sums {
    let mut steps = Steps::new(n);
    steps.step(values);
    let mut by_rows = Tracker::new(&steps.rows);
    let mut by_columns = Tracker::new(&steps.columns);
    let mut changed_at = 1;
    let mut kept = (steps.rows.clone(), steps.columns.clone());
    for power in 2..=search.cap.saturating_add(search.confirm) {
        steps.step(values);
        if steps.out_of_range {
            return wide::iterate(n, values, search);
        }
        let rows_stay = by_rows.stays(&steps.rows);
        let columns_stay = by_columns.stays(&steps.columns);
        if !(rows_stay && columns_stay) {
            changed_at = power;
            if power >= search.cap {
                break;
            }
            continue;
        }
        if power == changed_at + 1 {
            kept.0.copy_from_slice(&steps.rows);
            kept.1.copy_from_slice(&steps.columns);
        }
        if power - changed_at > search.confirm {
            let (rows, columns) = kept;
            return Sums { rows, columns, power: Some(changed_at + 1), convergence: Convergence::Stable };
        }
    }
    let mut last = fixed(n, values, search.cap, Structure::Aperiodic, search);
    last.convergence = Convergence::NotReached;
    last
}

/// The walk through the powers.
#[derive(Debug, Clone)]
pub(crate) struct Steps {
    n: usize,
    pub(crate) rows: Vec<f64>,
    pub(crate) columns: Vec<f64>,
    spare_rows: Vec<f64>,
    spare_columns: Vec<f64>,
    /// Some number is so much smaller than the largest one that it would soon be lost.
    pub(crate) out_of_range: bool,
}

/// The largest sum is kept between 2^700 and 2^900; the room under it, down to 2^-900, is for those that fall behind.
const CEILING: f64 = 8.452_712_498_170_644e270;
const FLOOR_OF_LARGEST: f64 = 5.260_135_901_548_374e210;
const FLOOR: f64 = 1.183_052_186_166_774_7e-271;
const START: f64 = 6.668_014_432_879_854e240;
const FACTOR: f64 = 1.267_650_600_228_229_4e30;

impl Steps {
    /// Power 0: ones, times 2^800.
    pub(crate) fn new(n: usize) -> Self {
        let start = vec![START; n];
        Self {
            n,
            rows: start.clone(),
            columns: start.clone(),
            spare_rows: start.clone(),
            spare_columns: start,
            out_of_range: false,
        }
    }

    /// From the sums of one power to those of the next.
    pub(crate) fn step(&mut self, values: &[f64]) {
        self.spare_columns.fill(0.0);
        let rows = values.chunks_exact(self.n);
        for ((row, &weight), sum) in rows.zip(&self.columns).zip(&mut self.spare_rows) {
            *sum = dot_and_add(row, &self.rows, weight, &mut self.spare_columns);
        }
        std::mem::swap(&mut self.rows, &mut self.spare_rows);
        std::mem::swap(&mut self.columns, &mut self.spare_columns);
        for sums in [&mut self.rows, &mut self.columns] {
            let mut largest = sums.iter().copied().fold(0.0, f64::max);
            while largest > CEILING {
                sums.iter_mut().for_each(|x| *x /= FACTOR);
                largest /= FACTOR;
            }
            while largest > 0.0 && largest < FLOOR_OF_LARGEST {
                sums.iter_mut().for_each(|x| *x *= FACTOR);
                largest *= FACTOR;
            }
            self.out_of_range |= sums.iter().any(|&x| x > 0.0 && x < FLOOR);
        }
    }
}

/// One pass over a row serves both products: its scalar product with `x`, and `into += weight * row`.
///
/// Four partial sums in a fixed order, so that the compiler may use vector instructions and every machine adds in
/// the same order.
#[inline]
fn dot_and_add(row: &[f64], x: &[f64], weight: f64, into: &mut [f64]) -> f64 {
    const WIDTH: usize = 4;
    let n = row.len().min(x.len()).min(into.len());
    let (row, x, into) = (&row[..n], &x[..n], &mut into[..n]);
    let mut partial = [0.0; WIDTH];
    let whole = n / WIDTH * WIDTH;
    let chunks = row.chunks_exact(WIDTH).zip(x.chunks_exact(WIDTH)).zip(into.chunks_exact_mut(WIDTH));
    for ((row, x), into) in chunks {
        for lane in 0..WIDTH {
            partial[lane] += row[lane] * x[lane];
            into[lane] += weight * row[lane];
        }
    }
    let mut rest = 0.0;
    for at in whole..n {
        rest += row[at] * x[at];
        into[at] += weight * row[at];
    }
    (partial[0] + partial[2]) + (partial[1] + partial[3]) + rest
}

/// Follows the ranking of a vector from power to power. As long as the ranking stays, one walk along the known order
/// shows it; only a change costs a sort.
#[derive(Debug, Clone)]
struct Tracker {
    /// Indices in falling order, ties by index.
    order: Vec<u32>,
    /// The first place of each tie, in order.
    starts: Vec<u32>,
}

impl Tracker {
    fn new(values: &[f64]) -> Self {
        let mut order: Vec<u32> = (0..values.len() as u32).collect();
        order.sort_by(|&a, &b| values[b as usize].total_cmp(&values[a as usize]));
        let mut tracker = Self { order, starts: Vec::with_capacity(values.len()) };
        tracker.group(values);
        tracker
    }

    /// Takes the next vector; whether it ranks the same way, ties included.
    fn stays(&mut self, values: &[f64]) -> bool {
        if self.holds(values) {
            return true;
        }
        let (order, starts) = (self.order.clone(), self.starts.clone());
        // Nearly in order already: insertion is the fast sort.
        for place in 1..self.order.len() {
            let index = self.order[place];
            let value = values[index as usize];
            let mut at = place;
            while at > 0 && values[self.order[at - 1] as usize] < value {
                self.order[at] = self.order[at - 1];
                at -= 1;
            }
            self.order[at] = index;
        }
        self.group(values);
        order == self.order && starts == self.starts
    }

    fn group(&mut self, values: &[f64]) {
        let value = |place: usize, order: &[u32]| values[order[place] as usize];
        self.starts.clear();
        let n = self.order.len();
        let mut start = 0;
        while start < n {
            let mut end = start + 1;
            while end < n && tied(value(end - 1, &self.order), value(end, &self.order)) {
                end += 1;
            }
            self.starts.push(start as u32);
            self.order[start..end].sort_unstable();
            start = end;
        }
    }

    /// A sufficient test: every tie is within the tolerance as a whole and clearly above the next one.
    fn holds(&self, values: &[f64]) -> bool {
        let n = self.order.len();
        if self.starts.len() == n {
            let falls = |pair: &[u32]| {
                let (above, below) = (values[pair[0] as usize], values[pair[1] as usize]);
                above > below && !tied(above, below)
            };
            return self.order.windows(2).all(falls);
        }
        let ends = self.starts.iter().skip(1).map(|&s| s as usize).chain([n]);
        let mut floor = f64::INFINITY;
        for (start, end) in self.starts.iter().map(|&s| s as usize).zip(ends) {
            let (mut low, mut high) = (f64::INFINITY, 0.0_f64);
            for &index in &self.order[start..end] {
                low = low.min(values[index as usize]);
                high = high.max(values[index as usize]);
            }
            if !tied(low, high) || (start > 0 && (high >= floor || tied(high, floor))) {
                return false;
            }
            floor = low;
        }
        true
    }
}

/// The Perron vector of `M + I`, largest entry 1, from ones by power steps to a relative change of 1e-13.
///
/// Every positive multiple of the identity gives the same vector; the mean row sum makes an alternating matrix
/// converge in few steps.
fn perron_vector(n: usize, cell: impl Fn(usize, usize) -> f64) -> Vec<f64> {
    let values: Vec<f64> = (0..n * n).map(|at| cell(at / n, at % n)).collect();
    let shift = values.iter().sum::<f64>() / n as f64;
    let mut x = vec![1.0; n];
    let mut next = vec![0.0; n];
    for _ in 0..5_000 {
        for (i, (row, next)) in values.chunks_exact(n).zip(&mut next).enumerate() {
            *next = shift * x[i] + row.iter().zip(&x).map(|(m, x)| m * x).sum::<f64>();
        }
        let largest = next.iter().copied().fold(0.0, f64::max);
        next.iter_mut().for_each(|y| *y /= largest);
        let settled = x.iter().zip(&next).all(|(x, y)| (x - y).abs() <= 1e-13 * y.max(1e-3));
        std::mem::swap(&mut x, &mut next);
        if settled {
            break;
        }
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rank::Ranks;

    #[test]
    fn constants_are_powers_of_two() {
        let power = |e: i32| libm::ldexp(1.0, e);
        assert_eq!([CEILING, FLOOR_OF_LARGEST, FLOOR], [power(900), power(700), power(-900)]);
        assert_eq!([START, FACTOR], [power(800), power(100)]);
    }

    #[test]
    fn the_tracker_agrees_with_ranking_anew() {
        let mut stream = crate::random::Stream::new(1, "tracker", 0);
        for size in 1..12_usize {
            let mut values: Vec<f64> = (0..size).map(|_| f64::from(stream.below(5))).collect();
            let mut tracker = Tracker::new(&values);
            for _ in 0..200 {
                let before = Ranks::descending(&values);
                let pick = stream.below(size as u32) as usize;
                values[pick] = match stream.below(3) {
                    0 => values[pick] * (1.0 + 4e-10),
                    1 => f64::from(stream.below(5)),
                    _ => values[pick],
                };
                let after = Ranks::descending(&values);
                assert_eq!(tracker.stays(&values), before.same_as(&after), "{values:?}");
            }
        }
    }

    #[test]
    fn steps_of_any_width_agree_with_a_plain_product() {
        let mut stream = crate::random::Stream::new(1, "steps", 0);
        for n in 1..14_usize {
            let values: Vec<f64> = (0..n * n).map(|_| f64::from(stream.below(4))).collect();
            let mut steps = Steps::new(n);
            let (mut rows, mut columns) = (vec![1_u64; n], vec![1_u64; n]);
            for _ in 0..6 {
                steps.step(&values);
                let cell = |i: usize, j: usize| values[i * n + j] as u64;
                rows = (0..n).map(|i| (0..n).map(|j| cell(i, j) * rows[j]).sum()).collect();
                columns = (0..n).map(|j| (0..n).map(|i| columns[i] * cell(i, j)).sum()).collect();
                assert!(steps.rows.iter().zip(&rows).all(|(&a, &b)| a / START == b as f64));
                assert!(steps.columns.iter().zip(&columns).all(|(&a, &b)| a / START == b as f64));
            }
        }
    }
}
