//! Faces of the polytope of moments: which scenarios may have any probability at all.
//!
//! Incoherent answers put the net moments on the boundary of the polytope, and coherent ones do where a probability is
//! 0 or 1. There the distributions with these moments live on the scenarios of a face, and all others have probability
//! 0 in every one of them.

use super::pairwise::{evaluate, masks, superset_sums};
use super::programme::{backward, forward};

/// What every distribution with the moments may give at most, in sum, to scenarios that are off a face.
pub(super) const OFF: f64 = 1e-10;

/// The least variance, of one, that makes a term independent of those before it.
const DEPENDENT: f64 = 1e-10;

/// Scenarios that may be positive, and which terms tell their distributions apart.
#[derive(Debug, Clone)]
pub(super) struct Face {
    pub(super) n: usize,
    /// In rising order.
    pub(super) scenarios: Vec<usize>,
    /// Terms that are affinely independent on these scenarios.
    pub(super) independent: Vec<usize>,
    /// The other terms, each with its weights on the independent ones; a constant apart, they are equal here.
    dependent: Vec<(usize, Vec<f64>)>,
}

impl Face {
    /// Finds the independent terms by the Cholesky factor, with pivots, of their covariance over the scenarios.
    pub(super) fn new(n: usize, scenarios: Vec<usize>) -> Self {
        let masks = masks(n);
        let mut counts = vec![0.0; 1 << n];
        for &s in &scenarios {
            counts[s] = 1.0;
        }
        superset_sums(&mut counts);
        let size = scenarios.len() as f64;
        // Differences of whole numbers below 2^53: exact.
        let covariance = |a: usize, b: usize| {
            (size * counts[masks[a] | masks[b]] - counts[masks[a]] * counts[masks[b]]) / (size * size)
        };
        let mut order: Vec<usize> = (0..masks.len()).collect();
        let mut left: Vec<f64> = order.iter().map(|&t| covariance(t, t)).collect();
        // Row r belongs to the term order[r].
        let mut factor: Vec<Vec<f64>> = vec![Vec::new(); masks.len()];
        let mut rank = 0;
        while rank < order.len() {
            let mut pivot = rank;
            for r in rank..order.len() {
                if left[r] > left[pivot] {
                    pivot = r;
                }
            }
            if left[pivot] <= DEPENDENT {
                break;
            }
            order.swap(rank, pivot);
            left.swap(rank, pivot);
            factor.swap(rank, pivot);
            let root = left[rank].sqrt();
            factor[rank].push(root);
            let (above, below) = factor.split_at_mut(rank + 1);
            let lead = &above[rank];
            for (r, row) in below.iter_mut().enumerate() {
                let r = rank + 1 + r;
                let sum: f64 = row.iter().zip(lead).map(|(x, y)| x * y).sum();
                let cell = (covariance(order[r], order[rank]) - sum) / root;
                row.push(cell);
                left[r] -= cell * cell;
            }
            rank += 1;
        }
        let (triangle, rest) = factor.split_at(rank);
        let weights = |row: &Vec<f64>| {
            let mut weights = row.clone();
            backward(triangle, &mut weights);
            weights
        };
        let dependent = order[rank..].iter().copied().zip(rest.iter().map(weights)).collect();
        order.truncate(rank);
        Self { n, scenarios, independent: order, dependent }
    }

    /// The face without the scenarios on which no distribution with these moments can have any probability because an
    /// event, or two of them in one of four ways, has probability 0.
    pub(super) fn without_impossible(n: usize, scenarios: Vec<usize>, moments: &[f64]) -> Self {
        let masks = masks(n);
        let mut cells: Vec<(usize, usize, f64)> = Vec::new();
        for (&mask, &both) in masks.iter().zip(moments).skip(n) {
            let low = mask & mask.wrapping_neg();
            let high = mask ^ low;
            let (first, second) = (moments[event(n, high)], moments[event(n, low)]);
            cells.extend([
                (mask, mask, both),
                (mask, high, first - both),
                (mask, low, second - both),
                (mask, 0, 1.0 - first - second + both),
            ]);
        }
        cells.retain(|cell| cell.2 <= OFF);
        let possible = |s: &usize| cells.iter().all(|&(mask, pattern, _)| s & mask != pattern);
        Self::new(n, scenarios.into_iter().filter(possible).collect())
    }

    /// The same function on this face, but for a constant, by the independent terms alone.
    pub(super) fn reduce(&self, function: &[f64]) -> Vec<f64> {
        let mut reduced = vec![0.0; function.len()];
        for &t in &self.independent {
            reduced[t] = function[t];
        }
        for (t, weights) in &self.dependent {
            for (&on, w) in self.independent.iter().zip(weights) {
                reduced[on] += function[*t] * w;
            }
        }
        reduced
    }

    /// The smaller face that `direction` points to, if there is one with these moments on it: `values` are the
    /// direction's values on all scenarios less its value at the moments.
    ///
    /// A function that is 0 on the smaller face and at the moments and negative on the scenarios to drop proves that
    /// they have no probability: its mean is 0 under every distribution with these moments. The direction, made
    /// constant on the smaller face, is tried as that function; it has to stay what it was on the others, or what is
    /// left of it is rounding.
    pub(super) fn smaller(&self, direction: &[f64], values: &[f64], moments: &[f64]) -> Option<Self> {
        let least = self.scenarios.iter().fold(0.0, |least: f64, &s| least.min(values[s]));
        let mut tried = self.scenarios.len();
        for share in [1e-3, 0.03, 0.5] {
            let (dropped, kept): (Vec<usize>, Vec<usize>) =
                self.scenarios.iter().partition(|&&s| values[s] < share * least);
            if dropped.is_empty() || kept.is_empty() || kept.len() == tried {
                continue;
            }
            tried = kept.len();
            let face = Self::new(self.n, kept);
            if face.independent.len() == self.independent.len() {
                continue;
            }
            let constant = face.reduce(direction);
            let proof: Vec<f64> = direction.iter().zip(&constant).map(|(d, c)| d - c).collect();
            let (mut at, mut scratch) = (Vec::new(), Vec::new());
            evaluate(self.n, &proof, &mut at, &mut scratch);
            let mean: f64 = proof.iter().zip(moments).map(|(f, m)| f * m).sum();
            let above = self.scenarios.iter().fold(0.0, |most: f64, &s| most.max(at[s] - mean));
            let below = dropped.iter().fold(f64::NEG_INFINITY, |most: f64, &s| most.max(at[s] - mean));
            if below <= 0.5 * share * least && above <= OFF * -below {
                return Some(face);
            }
        }
        None
    }

    /// How many numbers of its scenarios' probabilities the moments leave open.
    pub(super) fn freedom(&self) -> usize {
        self.scenarios.len().saturating_sub(self.independent.len() + 1)
    }
}

/// The event of a bit.
fn event(n: usize, bit: usize) -> usize {
    n - 1 - bit.trailing_zeros() as usize
}

/// Lower triangular factor of a positive definite matrix given by its cells; `None` where rounding left none.
pub(super) fn cholesky(size: usize, cell: impl Fn(usize, usize) -> f64) -> Option<Vec<Vec<f64>>> {
    let mut factor: Vec<Vec<f64>> = Vec::with_capacity(size);
    for r in 0..size {
        let mut row: Vec<f64> = (0..r).map(|c| cell(r, c)).collect();
        forward(&factor, &mut row);
        let pivot = cell(r, r) - row.iter().map(|x| x * x).sum::<f64>();
        if pivot <= 0.0 {
            return None;
        }
        row.push(pivot.sqrt());
        factor.push(row);
    }
    Some(factor)
}
