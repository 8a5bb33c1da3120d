//! The rules, from counts to values, 64 cells at a time.

use super::Rule;
use super::lanes::{Counts, LANES};

/// The values of a block of cells.
#[derive(Debug, Clone)]
pub(super) struct Decided {
    pub(super) value: [f64; LANES],
    pub(super) potential: [bool; LANES],
}

impl Default for Decided {
    fn default() -> Self {
        Self { value: [0.0; LANES], potential: [false; LANES] }
    }
}

pub(super) fn decide(rule: Rule, counts: &Counts) -> Decided {
    let mut out = Decided::default();
    decide_into(rule, counts, &mut out);
    out
}

pub(super) fn decide_into(rule: Rule, counts: &Counts, out: &mut Decided) {
    match rule {
        Rule::ExistenceThenIntensity => existence_then_intensity(counts, out),
        Rule::Median => median(counts, out),
        Rule::Mean => mean(counts, out),
        Rule::Mode => mode(counts, out),
    }
}

/// Sorted upwards, the value at position `p` (from 0) of `m` values reaches a step exactly when no more than `p`
/// values lie below the step. Positions `(m - 1) / 2` and `m / 2` are the two middle ones.
fn existence_then_intensity(counts: &Counts, out: &mut Decided) {
    let (answered, potential, at_least) = counts.arrays();
    let Some((links, higher)) = at_least.split_first() else { return };
    // Twice the median of the non-zero answers, from the two middle ones, each 1 or more.
    let mut twice = [2_i16; LANES];
    for step in higher {
        for lane in 0..LANES {
            let (m, below) = (links[lane], links[lane] - step[lane]);
            twice[lane] += i16::from(below <= (m - 1) >> 1) + i16::from(below <= m >> 1);
        }
    }
    let mut whole = [0_i16; LANES];
    for lane in 0..LANES {
        // Compared without doubling, which could pass the largest i16.
        let exists = i16::from(links[lane] >= answered[lane] - links[lane]) & i16::from(answered[lane] > 0);
        whole[lane] = ((twice[lane] + 1) >> 1) * exists;
    }
    for (value, &whole) in out.value.iter_mut().zip(&whole) {
        *value = f64::from(whole);
    }
    without_link(answered, potential, out);
}

fn median(counts: &Counts, out: &mut Decided) {
    let (answered, potential, at_least) = counts.arrays();
    let mut twice = [0_i16; LANES];
    for step in at_least {
        for lane in 0..LANES {
            let (m, below) = (answered[lane], answered[lane] - step[lane]);
            twice[lane] += i16::from(below <= (m - 1) >> 1) + i16::from(below <= m >> 1);
        }
    }
    for lane in 0..LANES {
        out.value[lane] = if answered[lane] > 0 { f64::from(twice[lane]) / 2.0 } else { 0.0 };
    }
    without_link(answered, potential, out);
}

fn mean(counts: &Counts, out: &mut Decided) {
    let (answered, potential, at_least) = counts.arrays();
    let mut total = [0_i32; LANES];
    for step in at_least {
        for lane in 0..LANES {
            total[lane] += i32::from(step[lane]);
        }
    }
    for lane in 0..LANES {
        out.value[lane] =
            if answered[lane] > 0 { f64::from(total[lane]) / f64::from(answered[lane]) } else { 0.0 };
    }
    without_link(answered, potential, out);
}

fn mode(counts: &Counts, out: &mut Decided) {
    for lane in 0..LANES {
        let (answered, potential) = (counts.answered(lane), counts.potential(lane));
        let mut best = answered - counts.at_least(1, lane) - potential;
        (out.value[lane], out.potential[lane]) = (0.0, false);
        if potential > best {
            (best, out.potential[lane]) = (potential, true);
        }
        for step in 1..=counts.steps() {
            let votes = counts.at_least(step, lane) - counts.at_least(step + 1, lane);
            if votes > best {
                best = votes;
                (out.value[lane], out.potential[lane]) = (step as f64, false);
            }
        }
    }
}

/// A cell of value 0 is potential when at least half of those who answered gave P.
fn without_link(answered: &[i16; LANES], potential: &[i16; LANES], out: &mut Decided) {
    for lane in 0..LANES {
        out.potential[lane] = out.value[lane] == 0.0
            && answered[lane] > 0
            && potential[lane] >= answered[lane] - potential[lane];
    }
}
