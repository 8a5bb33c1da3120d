//! Functions of a scenario that are sums over its events and pairs of events, on all scenarios at a time.
//!
//! A scenario is the number that its code reads in base two, so that the first event is the highest of `n` bits.

/// The bit of an event.
#[inline]
pub(super) fn bit(n: usize, event: usize) -> usize {
    1 << (n - 1 - event)
}

/// Place of the pair (i, j), i < j, among the pairs of `n` events in order.
#[inline]
pub(super) fn pair(n: usize, i: usize, j: usize) -> usize {
    i * (2 * n - i - 1) / 2 + (j - i - 1)
}

/// The pairs (i, j), i < j, of `n` events in order.
pub(super) fn pairs(n: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..n).flat_map(move |i| (i + 1..n).map(move |j| (i, j)))
}

/// How many numbers a function has: `n` events and `n (n - 1) / 2` pairs.
#[inline]
pub(super) fn terms(n: usize) -> usize {
    n + n * (n - 1) / 2
}

/// The scenario bits of every term: events, then pairs. The moment of a term is the probability that they all occur.
pub(super) fn masks(n: usize) -> Vec<usize> {
    let single = (0..n).map(|i| bit(n, i));
    single.chain(pairs(n).map(|(i, j)| bit(n, i) | bit(n, j))).collect()
}

/// The values of `sum of term[t] over the terms t that occur` on all `2^n` scenarios.
///
/// Each event doubles the table: the scenarios with it are those without it, plus what it adds, which is linear in the
/// events already there and doubles likewise. Two additions a scenario in all.
pub(super) fn evaluate(n: usize, term: &[f64], values: &mut Vec<f64>, scratch: &mut Vec<f64>) {
    values.clear();
    values.push(0.0);
    for event in (0..n).rev() {
        scratch.clear();
        scratch.push(term[event]);
        for other in (event + 1..n).rev() {
            let weight = term[n + pair(n, event, other)];
            let half = scratch.len();
            scratch.extend_from_within(..);
            scratch[half..].iter_mut().for_each(|x| *x += weight);
        }
        let half = values.len();
        values.extend_from_within(..);
        values[half..].iter_mut().zip(scratch.iter()).for_each(|(x, add)| *x += add);
    }
}

/// Replaces the value of every scenario by the sum over the scenarios in which at least the same events occur (the
/// zeta transform over supersets). Of probabilities it gives the moments of every order, `n 2^n` additions.
pub(super) fn superset_sums(values: &mut [f64]) {
    let mut half = 1;
    while half < values.len() {
        for block in values.chunks_exact_mut(2 * half) {
            let (without, with) = block.split_at_mut(half);
            without.iter_mut().zip(with).for_each(|(x, add)| *x += *add);
        }
        half *= 2;
    }
}
