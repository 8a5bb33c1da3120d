//! The job that is timed: a panel of 100 experts on 100 variables, made by a formula that the peer shares.

use atalaya_methods::aggregate::{Answer, Panel};

pub const VARIABLES: usize = 100;
pub const EXPERTS: usize = 100;
pub const DRAWS: usize = 1_000;
pub const SEED: u64 = 2030;

/// The mixing function of SplitMix64 (Steele, Lea and Flood 2014).
fn mix(index: u64) -> u64 {
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
