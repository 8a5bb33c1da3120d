//! The jobs that are timed, made by formulas that the peers share: a panel of 100 experts on 100 variables, and experts
//! on the probabilities of some events.

pub mod actors;

use atalaya_methods::aggregate::{Answer, Panel};
use atalaya_methods::smic::Answers;

pub const VARIABLES: usize = 100;
pub const EXPERTS: usize = 100;
pub const DRAWS: usize = 1_000;
pub const SEED: u64 = 2030;

/// The mixing function of SplitMix64 (Steele, Lea and Flood 2014).
pub fn mix(index: u64) -> u64 {
    let mut z = index.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// One cell in four is a link of 1 to 3; six experts in ten see it as it is, the others one step off; one answer in
/// fifty is P, one in a hundred is missing.
pub fn panel() -> Panel {
    let cells = VARIABLES * VARIABLES;
    let answers = (0..EXPERTS * cells).map(|at| {
        let (expert, cell) = (at / cells, at % cells);
        if cell / VARIABLES == cell % VARIABLES {
            return Answer::MISSING;
        }
        let truth = mix(cell as u64);
        let base = if truth.is_multiple_of(4) { 1 + (truth / 4 % 3) as i64 } else { 0 };
        let noise = mix((1_000_000_000 + expert * cells + cell) as u64) % 100;
        match noise {
            0 => Answer::MISSING,
            1..3 => Answer::POTENTIAL,
            3..63 => Answer::value(base as u8),
            63..82 => Answer::value((base - 1).max(0) as u8),
            _ => Answer::value((base + 1).min(3) as u8),
        }
    });
    Panel::new(EXPERTS, cells, 3, answers.collect()).expect("the formula stays on the scale")
}

/// An expert's answers on events: simple probabilities from .20 to .80, conditional ones within .20 of them, .01 and
/// .99.
pub fn answers(events: usize, expert: usize) -> Answers {
    let p = |i: usize| 20 + mix((expert * 1_000 + i) as u64) % 61;
    let table = |first: usize| -> Vec<Vec<f64>> {
        let cell = |i: usize, j: usize| {
            let moved = p(i) + mix((first + expert * 1_000 + i * 16 + j) as u64) % 41;
            moved.saturating_sub(20).clamp(1, 99) as f64 / 100.0
        };
        (0..events).map(|i| (0..events).map(|j| cell(i, j)).collect()).collect()
    };
    let simple: Vec<f64> = (0..events).map(|i| p(i) as f64 / 100.0).collect();
    Answers::new(&simple, &table(2_000_000), &table(3_000_000)).expect("the formula stays within 0 and 1")
}

/// The answers of an expert who knows a distribution in which one scenario in `every` has any probability.
pub fn coherent(events: usize, every: u64) -> Answers {
    let weights: Vec<f64> = (0..1_u64 << events)
        .map(|s| mix(4_000_000 + s))
        .map(|random| if random.is_multiple_of(every) { (1 + random / every % 1_000) as f64 } else { 0.0 })
        .collect();
    let total: f64 = weights.iter().sum();
    let probability = |mask: usize| -> f64 {
        let holds = |s: usize| if s & mask == mask { weights[s] } else { 0.0 };
        (0..weights.len()).map(holds).sum::<f64>() / total
    };
    let simple: Vec<f64> = (0..events).map(|i| probability(1 << i)).collect();
    let cells: Vec<(f64, f64)> = (0..events * events)
        .map(|at| {
            let (i, j) = (at / events, at % events);
            let both = probability(1 << i | 1 << j);
            let ratio =
                |part: f64, whole: f64| if whole > 0.0 { (part / whole).clamp(0.0, 1.0) } else { 0.5 };
            (ratio(both, simple[j]), ratio(simple[i] - both, 1.0 - simple[j]))
        })
        .collect();
    let rows = |cell: fn(&(f64, f64)) -> f64| -> Vec<Vec<f64>> {
        cells.chunks_exact(events).map(|row| row.iter().map(cell).collect()).collect()
    };
    Answers::new(&simple, &rows(|c| c.0), &rows(|c| c.1)).expect("probabilities")
}
