//! The strongest links, direct or indirect.

use crate::matrix::InfluenceMatrix;
use crate::rank::reaches;

/// One influence on another variable.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// The influencing variable.
    pub from: usize,
    /// The influenced variable.
    pub to: usize,
    /// The strength.
    pub value: f64,
}

/// The strongest `share` (in `[0, 1]`) of the links of an `n` by `n` matrix, strongest first, ties by index.
///
/// Links as strong as the last one are all there, so that the order of the list decides nothing. The diagonal, which
/// powers fill with loops, holds no links. Empty when `n * n` is not the number of values.
#[must_use]
pub fn strongest(n: usize, values: &[f64], share: f64) -> Vec<Link> {
    if n == 0 || n.checked_mul(n) != Some(values.len()) {
        return Vec::new();
    }
    let mut links: Vec<Link> = values
        .iter()
        .enumerate()
        .map(|(at, &value)| Link { from: at / n, to: at % n, value })
        .filter(|link| link.value > 0.0 && link.from != link.to)
        .collect();
    links.sort_by(|a, b| b.value.total_cmp(&a.value));
    let wanted = (share.clamp(0.0, 1.0) * links.len() as f64 - 1e-9).ceil() as usize;
    let Some(cut) = wanted.checked_sub(1).and_then(|last| links.get(last)).map(|link| link.value) else {
        return Vec::new();
    };
    links.retain(|link| reaches(link.value, cut));
    links
}

/// The cells of a power of the matrix, diagonal included, divided by the largest one; by repeated squaring.
///
/// Zeros when that power is zero; power 0 counts as 1.
#[must_use]
pub fn power_matrix(matrix: &InfluenceMatrix, power: u32) -> Vec<f64> {
    let n = matrix.n();
    let mut square = scaled(matrix.values().to_vec());
    let mut result: Option<Vec<f64>> = None;
    let mut left = power.max(1);
    loop {
        if left % 2 == 1 {
            result = Some(match result {
                None => square.clone(),
                Some(result) => scaled(product(n, &result, &square)),
            });
        }
        left /= 2;
        if left == 0 {
            return result.unwrap_or(square);
        }
        square = scaled(product(n, &square, &square));
    }
}

fn product(n: usize, a: &[f64], b: &[f64]) -> Vec<f64> {
    let mut out = vec![0.0; n * n];
    for (row, out) in a.chunks_exact(n).zip(out.chunks_exact_mut(n)) {
        for (&weight, b) in row.iter().zip(b.chunks_exact(n)).filter(|&(&weight, _)| weight != 0.0) {
            out.iter_mut().zip(b).for_each(|(sum, b)| *sum += weight * b);
        }
    }
    out
}

fn scaled(mut values: Vec<f64>) -> Vec<f64> {
    let largest = values.iter().copied().fold(0.0, f64::max);
    if largest > 0.0 {
        values.iter_mut().for_each(|x| *x /= largest);
    }
    values
}
