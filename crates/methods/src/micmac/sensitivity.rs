//! A consensus matrix and its sensitivity: what would change if doubtful cells were one step off.
//!
//! A matrix filled by a workshop in agreement has no panel to resample. Its doubtful cells are moved instead, at
//! random but seeded. That is the sensitivity of the result to its cells; it is not the panel's uncertainty.

use rayon::prelude::*;

use crate::control::{Cancelled, Control};
use crate::matrix::{InfluenceMatrix, MatrixError};
use crate::random::Stream;
use crate::stability::{Draw, PlaneStability, draw};

use super::Settings;

/// A cell of a matrix filled by consensus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsensusCell {
    /// Agreed.
    Value(u8),
    /// Agreed to be potential (P).
    Potential,
    /// Agreed to lie between two values, both included (`1..3`).
    Range {
        /// The smallest.
        low: u8,
        /// The largest.
        high: u8,
    },
    /// A value that some dispute (`2?`).
    Disputed(u8),
}

/// Why a consensus matrix was refused, or not finished.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ConsensusError {
    /// It is no matrix of influences.
    #[error(transparent)]
    Matrix(#[from] MatrixError),
    /// A value is beyond the scale.
    #[error("row {row}, column {column}: {value} is beyond the scale, which ends at {max}")]
    OutOfScale {
        /// The row, from 0.
        row: usize,
        /// The column, from 0.
        column: usize,
        /// What stands there.
        value: u8,
        /// The largest step.
        max: u8,
    },
    /// A range ends before it begins.
    #[error("row {row}, column {column}: the range {low}..{high} is empty")]
    EmptyRange {
        /// The row, from 0.
        row: usize,
        /// The column, from 0.
        column: usize,
        /// Where it begins.
        low: u8,
        /// Where it ends.
        high: u8,
    },
    /// The caller asked to stop.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

/// What changes when doubtful cells move.
#[derive(Debug, Clone, PartialEq)]
pub struct Sensitivity {
    /// How many matrices were drawn.
    pub draws: usize,
    /// How many cells move in each.
    pub moved: usize,
    /// Whether they are the ones marked in the matrix; else they are drawn anew each time.
    pub marked: bool,
    /// Places by direct influence and dependence.
    pub direct: PlaneStability,
    /// Places by indirect influence and dependence.
    pub indirect: PlaneStability,
}

/// The matrix itself: a range stands for its middle, halves up; a disputed value for itself.
///
/// `max` is the largest step of the scale; `cells` come row by row.
///
/// # Errors
/// [`ConsensusError`] names the cell at fault.
pub fn consensus_matrix(
    n: usize,
    max: u8,
    cells: &[ConsensusCell],
) -> Result<InfluenceMatrix, ConsensusError> {
    for (at, &cell) in cells.iter().enumerate() {
        let (row, column) = (at / n.max(1), at % n.max(1));
        let highest = match cell {
            ConsensusCell::Value(value) | ConsensusCell::Disputed(value) => value,
            ConsensusCell::Potential => 0,
            ConsensusCell::Range { low, high } if low > high => {
                return Err(ConsensusError::EmptyRange { row, column, low, high });
            }
            // A range on the diagonal is an influence on itself, whatever its middle.
            ConsensusCell::Range { high, .. } if row == column && high > 0 => {
                return Err(MatrixError::Diagonal { index: row, value: f64::from(high) }.into());
            }
            ConsensusCell::Range { high, .. } => high,
        };
        if highest > max {
            return Err(ConsensusError::OutOfScale { row, column, value: highest, max });
        }
    }
    let values = cells.iter().map(|&cell| f64::from(point(cell))).collect();
    let potential = cells.iter().map(|&cell| cell == ConsensusCell::Potential).collect();
    Ok(InfluenceMatrix::with_potential(n, values, potential)?)
}

fn point(cell: ConsensusCell) -> u8 {
    match cell {
        ConsensusCell::Value(value) | ConsensusCell::Disputed(value) => value,
        ConsensusCell::Potential => 0,
        ConsensusCell::Range { low, high } => low + (high - low).div_ceil(2),
    }
}

/// Moves the doubtful cells `draws` times and counts where every variable lands.
///
/// A range takes any of its values, a disputed cell its own value or a neighbour within the scale, each with equal
/// chance. Where no cell is marked, a tenth of the cells outside the diagonal (at least one), drawn anew each time,
/// move one step up or down within the scale. Potential cells count as 0.
///
/// # Errors
/// [`ConsensusError`] names the cell at fault, or says that the caller asked to stop.
pub fn cell_sensitivity(
    n: usize,
    max: u8,
    cells: &[ConsensusCell],
    settings: &Settings,
    seed: u64,
    draws: usize,
    control: &Control,
) -> Result<Sensitivity, ConsensusError> {
    let matrix = consensus_matrix(n, max, cells)?;
    let outside: Vec<usize> = (0..n * n).filter(|at| at / n != at % n).collect();
    let doubtful: Vec<usize> = outside
        .iter()
        .copied()
        .filter(|&at| matches!(cells[at], ConsensusCell::Range { .. } | ConsensusCell::Disputed(_)))
        .collect();
    let marked = !doubtful.is_empty();
    // A tenth, halves up, in whole numbers.
    let moved = if marked { doubtful.len() } else { ((outside.len() + 5) / 10).max(1).min(outside.len()) };
    let runs: Vec<Draw> = (0..draws)
        .into_par_iter()
        .map(|number| {
            control.check()?;
            let mut stream = Stream::new(seed, "cells", number as u64);
            let mut values = matrix.values().to_vec();
            if marked {
                for &at in &doubtful {
                    values[at] = f64::from(around(cells[at], max, &mut stream));
                }
            } else {
                let mut pool = outside.clone();
                for place in 0..moved {
                    let pick = place + stream.below((pool.len() - place) as u32) as usize;
                    pool.swap(place, pick);
                    let at = pool[place];
                    values[at] = f64::from(one_step(point(cells[at]), max, &mut stream));
                }
            }
            control.advance(1);
            Ok(draw(n, &values, settings, 0))
        })
        .collect::<Result<_, Cancelled>>()?;
    Ok(Sensitivity {
        draws,
        moved,
        marked,
        direct: PlaneStability::of(n, runs.iter().map(|run| &run.direct), 0.05, 0.95),
        indirect: PlaneStability::of(n, runs.iter().map(|run| &run.indirect), 0.05, 0.95),
    })
}

/// A value of the range, or the disputed value or a neighbour of it.
fn around(cell: ConsensusCell, max: u8, stream: &mut Stream) -> u8 {
    let (low, high) = match cell {
        ConsensusCell::Range { low, high } => (low, high),
        other => (point(other).saturating_sub(1), point(other).saturating_add(1).min(max)),
    };
    low + stream.below(u32::from(high - low) + 1) as u8
}

/// One step up or down, with equal chance; at an end of the scale the only one there is.
fn one_step(value: u8, max: u8, stream: &mut Stream) -> u8 {
    let up = stream.below(2) == 1;
    match value {
        0 => 1.min(max),
        value if value >= max => value - 1,
        value if up => value + 1,
        value => value - 1,
    }
}
