//! The two sums that cost the time, over whole numbers where the tables hold halves and over floats where not.
//!
//! Twice a half is a whole number, and sums of them are exact either way: both paths give the same bytes. Eight 16-bit
//! lanes fit a vector register where two floats do.

use std::ops::AddAssign;

/// The most terms of up to twice 4 whose sum fits an i16.
const MOST: usize = (i16::MAX / 8) as usize;

/// 1.5 x 2^52: added to a small number it leaves the nearest whole one in the last bits, faster than a saturating cast.
const WHOLE: f64 = 6_755_399_441_055_744.0;

/// A number of either path.
pub(super) trait Number: Copy + Default + PartialOrd + AddAssign {}
impl Number for i16 {}
impl Number for f64 {}

/// Twice the values as whole numbers; `None` where one of them is no half or their sums over `terms` might overflow.
/// The values are within -4..4.
pub(super) fn doubled(values: &[f64], terms: usize) -> Option<Vec<i16>> {
    if terms > MOST {
        return None;
    }
    let twice: Vec<i16> = values.iter().map(|x| (2.0 * x + WHOLE).to_bits() as i16).collect();
    let exact =
        twice.iter().zip(values).fold(true, |exact, (&whole, x)| exact & (f64::from(whole) == 2.0 * x));
    exact.then_some(twice)
}

/// `halves` as floats again.
pub(super) fn halved(twice: &[i16]) -> Vec<f64> {
    twice.iter().map(|&x| f64::from(x) / 2.0).collect()
}

/// Direct and indirect influence, `a_ij + sum over k of min(a_ik, a_kj)`, the diagonal likewise; values are not
/// negative.
pub(super) fn min_sums(n: usize, power: &[f64]) -> Vec<f64> {
    match doubled(power, n + 1) {
        Some(twice) => halved(&min_sums_of(n, &twice)),
        None => min_sums_of(n, power),
    }
}

fn min_sums_of<T: Number>(n: usize, power: &[T]) -> Vec<T> {
    let mut sums = power.to_vec();
    for (sums, row) in sums.chunks_exact_mut(n).zip(power.chunks_exact(n)) {
        for (&first, onward) in row.iter().zip(power.chunks_exact(n)) {
            if first > T::default() {
                for (sum, &second) in sums.iter_mut().zip(onward) {
                    *sum += if first < second { first } else { second };
                }
            }
        }
    }
    sums
}

/// What each actor puts into the objectives that it shares with each other one.
#[derive(Debug)]
pub(super) struct Shared {
    /// Cell (i, j): the sum of `|a_io|` over the objectives on which i and j stand on the same side.
    pub(super) same: Vec<f64>,
    /// Cell (i, j): the sum of `|a_io|` over those on which they stand on opposite sides.
    pub(super) opposite: Vec<f64>,
}

/// The shared intensities of `n` actors on `m` objectives.
pub(super) fn shared(n: usize, m: usize, positions: &[f64]) -> Shared {
    match doubled(positions, m) {
        Some(twice) => {
            let (same, opposite) = shared_of(n, m, &twice, |x| -x);
            Shared { same: halved(&same), opposite: halved(&opposite) }
        }
        None => {
            let (same, opposite) = shared_of(n, m, positions, |x| -x);
            Shared { same, opposite }
        }
    }
}

fn shared_of<T: Number>(n: usize, m: usize, positions: &[T], negative: fn(T) -> T) -> (Vec<T>, Vec<T>) {
    let zero = T::default();
    let mut columns = vec![zero; n * m];
    for (at, &position) in positions.iter().enumerate() {
        columns[at % m * n + at / m] = position;
    }
    let (mut same, mut opposite) = (vec![zero; n * n], vec![zero; n * n]);
    for i in 0..n {
        let (same, opposite) = (&mut same[i * n..][..n], &mut opposite[i * n..][..n]);
        for (&own, column) in positions[i * m..][..m].iter().zip(columns.chunks_exact(n)) {
            if own > zero {
                add_by_sign(own, column, same, opposite);
            } else if own < zero {
                add_by_sign(negative(own), column, opposite, same);
            }
        }
        (same[i], opposite[i]) = (zero, zero);
    }
    (same, opposite)
}

/// Adds `own` to `above` where the column is positive and to `below` where it is negative.
fn add_by_sign<T: Number>(own: T, column: &[T], above: &mut [T], below: &mut [T]) {
    let zero = T::default();
    for ((&other, above), below) in column.iter().zip(above).zip(below) {
        *above += if other > zero { own } else { zero };
        *below += if other < zero { own } else { zero };
    }
}
