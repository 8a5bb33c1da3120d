//! MACTOR: who can move whom, who wants what, and who can go together with whom.
//!
//! Two tables of `n` actors and `m` objectives: the power of each actor over each other one, 0 (none) to 4 (its
//! existence), and the position of each actor on each objective, -4 (against, vital) to +4 (for, vital). From the
//! first come direct and indirect influence and the strength of every actor, from the second the convergence and
//! divergence of every pair, by sign (order 1), by intensity (order 2) and by intensity times strength (order 3).
//!
//! Godet 1991, *Actors' moves and strategies: the MACTOR method*, Futures 23(6); stability of the power relations
//! after Caldas & Perestrelo 2000. Matrices are row-major. Values may be halves or any other fraction, as the medians
//! and means of a panel are. MIDI here is a sum of minima; the matrix powers of the same name are MICMAC's.

mod kernel;
mod positions;
mod power;
mod resample;
mod sensitivity;

pub use positions::{Order, Stakes};
pub use power::PowerRelations;
pub use resample::{
    ActorStability, Draw, MactorStability, MactorStabilityError, ObjectiveStability, OrderDraw, PairCounts,
    PanelRules, ValueInterval, mactor_draw, mactor_leave_one_out, mactor_stability,
};

pub use sensitivity::{
    CellSensitivity, CellSensitivityError, CellStep, DECISIVE, PlaceSensitivity, cell_sensitivity,
};

use crate::micmac::{Cut, Zone};

/// The top of the scale of power.
pub const MAXIMUM_POWER: f64 = 4.0;

/// The largest intensity of a position, for or against.
pub const MAXIMUM_POSITION: f64 = 4.0;

/// One of the two tables of the method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Actors x actors.
    Power,
    /// Actors x objectives.
    Positions,
}

impl std::fmt::Display for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Power => "power",
            Self::Positions => "positions",
        })
    }
}

/// Why the tables were refused. Rows and columns count from 0.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum MactorError {
    /// There are no actors.
    #[error("there are no actors")]
    Empty,
    /// The number of cells is not rows times columns.
    #[error("{table}: {cells} cells for {rows} rows of {columns}")]
    Size {
        /// The table at fault.
        table: Table,
        /// Rows announced.
        rows: usize,
        /// Columns announced.
        columns: usize,
        /// Cells given.
        cells: usize,
    },
    /// An actor has power over itself.
    #[error("power: row {index}, column {index}: {value} on the diagonal, where only 0 is possible")]
    Diagonal {
        /// The row and the column.
        index: usize,
        /// What stands there.
        value: f64,
    },
    /// A value outside of the scale: 0..4 for power, -4..4 for positions.
    #[error("{table}: row {row}, column {column}: {value} is off the scale")]
    OffScale {
        /// The table at fault.
        table: Table,
        /// The row.
        row: usize,
        /// The column.
        column: usize,
        /// What stands there.
        value: f64,
    },
    /// A value is infinite or no number.
    #[error("{table}: row {row}, column {column}: not a finite number")]
    NotFinite {
        /// The table at fault.
        table: Table,
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
}

/// How strength treats an actor's influence on itself through others (the diagonal of MIDI).
///
/// Godet's printed formula, `r_i = (I_i - MIDI_ii) / sum(I) * I_i / (I_i + D_i)`, leaves open whether `I_i` and `D_i`
/// hold the diagonal. The readings differ in the second digit, so print the convention beside the strength.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Convention {
    /// `I_i` and `D_i` with the diagonal, which is then taken out of the first factor.
    A,
    /// `I_i` and `D_i` without the diagonal, which is all the same subtracted in the first factor: what two
    /// independent re-implementations of LIPSOR's program do. The default.
    #[default]
    B,
    /// Without the diagonal anywhere: `r_i = I_i / sum(I) * I_i / (I_i + D_i)`.
    C,
}

/// Settings of an analysis. The defaults are those of a study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// How strength treats the diagonal.
    pub convention: Convention,
    /// Where the plane of influence and dependence is cut: at the mean by default.
    pub cut: Cut,
}

/// The role of an actor: its zone on the plane of influence and dependence. High means at or above the cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// High influence, low dependence.
    Dominant,
    /// High influence, high dependence.
    Relay,
    /// Low influence, high dependence.
    Dominated,
    /// Low influence, low dependence.
    Autonomous,
}

impl Role {
    /// All roles, in the order in which they are counted.
    pub const ALL: [Self; 4] = [Self::Dominant, Self::Relay, Self::Dominated, Self::Autonomous];

    /// Its place in [`Role::ALL`].
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }
}

impl From<Zone> for Role {
    fn from(zone: Zone) -> Self {
        match zone {
            Zone::Determinant => Self::Dominant,
            Zone::Relay => Self::Relay,
            Zone::Result => Self::Dominated,
            Zone::Autonomous => Self::Autonomous,
        }
    }
}

/// The analysis of one pair of tables.
#[derive(Debug, Clone, PartialEq)]
pub struct Mactor {
    /// Actors, n.
    pub actors: usize,
    /// Objectives, m.
    pub objectives: usize,
    /// Who can move whom.
    pub power: PowerRelations,
    /// By the sign of the positions (1MAO, 1CAA, 1DAA).
    pub order1: Order,
    /// By their intensity (2MAO, 2CAA, 2DAA).
    pub order2: Order,
    /// By their intensity times the strength R* of the actor (3MAO, 3CAA, 3DAA).
    pub order3: Order,
}

/// Analyses `power` (n x n, in 0..4, diagonal 0) and `positions` (n x m, in -4..4). There may be no objectives.
///
/// # Errors
/// [`MactorError`] names the table and the cell at fault.
pub fn mactor(
    n: usize,
    m: usize,
    power: &[f64],
    positions: &[f64],
    settings: &Settings,
) -> Result<Mactor, MactorError> {
    check(n, m, power, positions)?;
    let power = PowerRelations::new(n, power, settings);
    let signs = positions.iter().map(|&a| if a == 0.0 { 0.0 } else { a.signum() }).collect();
    Ok(Mactor {
        actors: n,
        objectives: m,
        order1: Order::new(n, m, signs),
        order2: Order::new(n, m, positions.to_vec()),
        order3: Order::new(n, m, positions::weighted(m, positions, &power.strength)),
        power,
    })
}

fn check(n: usize, m: usize, power: &[f64], positions: &[f64]) -> Result<(), MactorError> {
    if n == 0 {
        return Err(MactorError::Empty);
    }
    check_table(Table::Power, n, n, power, 0.0, MAXIMUM_POWER)?;
    if let Some((index, &value)) = power.iter().step_by(n + 1).enumerate().find(|(_, v)| **v != 0.0) {
        return Err(MactorError::Diagonal { index, value });
    }
    check_table(Table::Positions, n, m, positions, -MAXIMUM_POSITION, MAXIMUM_POSITION)
}

fn check_table(
    table: Table,
    rows: usize,
    columns: usize,
    values: &[f64],
    low: f64,
    high: f64,
) -> Result<(), MactorError> {
    if rows.checked_mul(columns) != Some(values.len()) {
        return Err(MactorError::Size { table, rows, columns, cells: values.len() });
    }
    match values.iter().position(|v| !(low..=high).contains(v)) {
        None => Ok(()),
        Some(at) => {
            let (row, column, value) = (at / columns, at % columns, values[at]);
            Err(if value.is_finite() {
                MactorError::OffScale { table, row, column, value }
            } else {
                MactorError::NotFinite { table, row, column }
            })
        }
    }
}

#[cfg(test)]
mod tests;
