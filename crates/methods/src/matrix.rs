//! The matrix of direct influences: square, without self-influence, never negative.

use crate::aggregate::{Aggregate, Panel};

/// Why a matrix was refused. Rows and columns count from 0.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum MatrixError {
    /// There are no variables.
    #[error("the matrix is empty")]
    Empty,
    /// A row is longer or shorter than the matrix is high.
    #[error("row {row} has {columns} columns: the matrix has {rows} rows")]
    NotSquare {
        /// The row at fault.
        row: usize,
        /// Its columns.
        columns: usize,
        /// The rows of the matrix.
        rows: usize,
    },
    /// The number of cells is not the square of the number of variables.
    #[error("{cells} cells for {variables} variables")]
    Size {
        /// Cells given.
        cells: usize,
        /// Variables announced.
        variables: usize,
    },
    /// A variable influences itself.
    #[error("row {index}, column {index}: {value} on the diagonal, where only 0 is possible")]
    Diagonal {
        /// The row and the column.
        index: usize,
        /// What stands there.
        value: f64,
    },
    /// A value is negative.
    #[error("row {row}, column {column}: {value} is negative")]
    Negative {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
        /// What stands there.
        value: f64,
    },
    /// A value is infinite or no number.
    #[error("row {row}, column {column}: not a finite number")]
    NotFinite {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
    /// P on the diagonal.
    #[error("row {index}, column {index}: P on the diagonal, where only 0 is possible")]
    PotentialDiagonal {
        /// The row and the column.
        index: usize,
    },
}

/// Direct influences among `n` variables: cell (i, j) is the influence of i on j. Potential cells hold 0 and a mark.
#[derive(Debug, Clone, PartialEq)]
pub struct InfluenceMatrix {
    n: usize,
    values: Vec<f64>,
    potential: Vec<bool>,
}

impl InfluenceMatrix {
    /// A matrix from its `n * n` cells, row by row.
    ///
    /// # Errors
    /// [`MatrixError`] names the row and the column at fault.
    pub fn new(n: usize, values: Vec<f64>) -> Result<Self, MatrixError> {
        let potential = vec![false; values.len()];
        Self::with_potential(n, values, potential)
    }

    /// A matrix from its rows.
    ///
    /// # Errors
    /// [`MatrixError`] names the row and the column at fault.
    pub fn from_rows<R: AsRef<[f64]>>(rows: &[R]) -> Result<Self, MatrixError> {
        for (row, cells) in rows.iter().enumerate() {
            let columns = cells.as_ref().len();
            if columns != rows.len() {
                return Err(MatrixError::NotSquare { row, columns, rows: rows.len() });
            }
        }
        Self::new(rows.len(), rows.iter().flat_map(|row| row.as_ref()).copied().collect())
    }

    /// A matrix with its potential cells marked; the value of a marked cell is taken as 0.
    ///
    /// # Errors
    /// [`MatrixError`] names the row and the column at fault.
    pub fn with_potential(n: usize, mut values: Vec<f64>, potential: Vec<bool>) -> Result<Self, MatrixError> {
        if n == 0 {
            return Err(MatrixError::Empty);
        }
        for cells in [values.len(), potential.len()] {
            if n.checked_mul(n) != Some(cells) {
                return Err(MatrixError::Size { cells, variables: n });
            }
        }
        for (at, (value, &potential)) in values.iter_mut().zip(&potential).enumerate() {
            let (row, column) = (at / n, at % n);
            if potential {
                if row == column {
                    return Err(MatrixError::PotentialDiagonal { index: row });
                }
                *value = 0.0;
            } else if !value.is_finite() {
                return Err(MatrixError::NotFinite { row, column });
            } else if row == column && *value != 0.0 {
                return Err(MatrixError::Diagonal { index: row, value: *value });
            } else if *value < 0.0 {
                return Err(MatrixError::Negative { row, column, value: *value });
            }
        }
        Ok(Self { n, values, potential })
    }

    /// The matrix of a panel's aggregate over `n * n` cells, row by row.
    ///
    /// # Errors
    /// [`MatrixError`] when the cells are not `n * n` or the panel gave a variable an influence on itself.
    pub fn from_aggregate(n: usize, aggregate: &Aggregate) -> Result<Self, MatrixError> {
        Self::with_potential(n, aggregate.value.clone(), aggregate.potential.clone())
    }

    /// How many variables there are.
    #[must_use]
    pub fn n(&self) -> usize {
        self.n
    }

    /// The `n * n` cells, row by row; potential ones are 0.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Which cells are potential.
    #[must_use]
    pub fn potential(&self) -> &[bool] {
        &self.potential
    }

    /// The influences of one variable on the others.
    ///
    /// # Panics
    /// When `row` is not below [`Self::n`].
    #[must_use]
    pub fn row(&self, row: usize) -> &[f64] {
        &self.values[row * self.n..(row + 1) * self.n]
    }

    /// The potential matrix (MPDI): every P replaced by a number, 3 by default in a study, which must not be negative.
    ///
    /// # Errors
    /// [`MatrixError`] when `value` is negative or not finite and there is a potential cell.
    pub fn potential_matrix(&self, value: f64) -> Result<Self, MatrixError> {
        let replaced = self.values.iter().zip(&self.potential).map(|(&x, &p)| if p { value } else { x });
        Self::new(self.n, replaced.collect())
    }
}

/// Checks that the cells of a panel are those of an `n` by `n` matrix, row by row, and that nobody gave a variable an
/// influence on itself (the cells of the diagonal are missing, abstained or 0).
///
/// # Errors
/// [`MatrixError`] names the cell at fault.
pub fn check_panel(panel: &Panel, n: usize) -> Result<(), MatrixError> {
    if n == 0 {
        return Err(MatrixError::Empty);
    }
    if n.checked_mul(n) != Some(panel.cells()) {
        return Err(MatrixError::Size { cells: panel.cells(), variables: n });
    }
    for expert in 0..panel.experts() {
        for (index, answer) in panel.expert(expert).iter().step_by(n + 1).enumerate() {
            match answer.step() {
                Some(step) if step > 0 => {
                    return Err(MatrixError::Diagonal { index, value: f64::from(step) });
                }
                None if answer.answered() => return Err(MatrixError::PotentialDiagonal { index }),
                _ => {}
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cell_at_fault_is_named() {
        let rows: Vec<Vec<f64>> = vec![vec![0.0, 1.0], vec![2.0]];
        assert_eq!(
            InfluenceMatrix::from_rows(&rows),
            Err(MatrixError::NotSquare { row: 1, columns: 1, rows: 2 })
        );
        assert_eq!(
            InfluenceMatrix::new(2, vec![0.0, 1.0, 2.0, 1.0]),
            Err(MatrixError::Diagonal { index: 1, value: 1.0 })
        );
        assert_eq!(
            InfluenceMatrix::new(2, vec![0.0, -1.0, 2.0, 0.0]),
            Err(MatrixError::Negative { row: 0, column: 1, value: -1.0 })
        );
        assert_eq!(
            InfluenceMatrix::new(2, vec![0.0, 1.0, f64::NAN, 0.0]),
            Err(MatrixError::NotFinite { row: 1, column: 0 })
        );
        assert_eq!(InfluenceMatrix::new(2, vec![0.0; 3]), Err(MatrixError::Size { cells: 3, variables: 2 }));
        assert_eq!(InfluenceMatrix::new(0, vec![]), Err(MatrixError::Empty));
        let marked = InfluenceMatrix::with_potential(1, vec![0.0], vec![true]);
        assert_eq!(marked, Err(MatrixError::PotentialDiagonal { index: 0 }));
    }

    #[test]
    fn p_is_zero_until_it_is_replaced() {
        let marked = vec![false, true, false, false];
        let matrix = InfluenceMatrix::with_potential(2, vec![0.0, 9.0, 1.0, 0.0], marked).unwrap();
        assert_eq!(matrix.values(), [0.0, 0.0, 1.0, 0.0]);
        assert_eq!(matrix.potential_matrix(3.0).unwrap().values(), [0.0, 3.0, 1.0, 0.0]);
    }
}
