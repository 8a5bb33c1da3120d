//! The panel of the actors: 100 experts on 100 actors and 50 objectives, made by a formula that the peer shares.

use super::{EXPERTS, mix};
use atalaya_methods::aggregate::{Answer, Panel};

pub const ACTORS: usize = 100;
pub const OBJECTIVES: usize = 50;

/// One cell in three holds power of 1 to 4, two positions in three are not neutral; six experts in ten see a cell as it
/// is, the others one step off; one answer in a hundred is missing. Positions are four more than they mean.
pub fn panels() -> (Panel, Panel) {
    let power =
        panel(ACTORS, 4, 0, |truth| if truth.is_multiple_of(3) { 1 + (truth / 3 % 4) as i64 } else { 0 });
    let positions = panel(OBJECTIVES, 8, 1 << 40, |truth| match truth % 3 {
        0 => 4,
        _ => (truth / 3 % 9) as i64,
    });
    (power, positions)
}

fn panel(columns: usize, max: i64, seed: usize, base: fn(u64) -> i64) -> Panel {
    let cells = ACTORS * columns;
    let answers = (0..EXPERTS * cells).map(|at| {
        let (expert, cell) = (at / cells, at % cells);
        if columns == ACTORS && cell / columns == cell % columns {
            return Answer::MISSING;
        }
        let base = base(mix((seed + cell) as u64));
        match mix((seed + 1_000_000_000 + expert * cells + cell) as u64) % 100 {
            0 => Answer::MISSING,
            1..61 => Answer::value(base as u8),
            61..81 => Answer::value((base - 1).max(0) as u8),
            _ => Answer::value((base + 1).min(max) as u8),
        }
    });
    Panel::new(EXPERTS, cells, max as u8, answers.collect()).expect("the formula stays on the scale")
}
