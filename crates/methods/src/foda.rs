//! Crossed FODA (SWOT): every internal factor against every external one.
//!
//! Cells are scored 0..3: how much this strength helps to take this opportunity (FO) or to counter this threat (FA), how
//! much this weakness prevents taking the opportunity (DO) or worsens the threat (DA). Each quadrant stands for a posture
//! (TOWS: Weihrich 1982) and for what is done with its factors (CAME: corregir, afrontar, mantener, explotar).

use crate::rank::{Ranks, exceeds};
use thiserror::Error;

/// The top of the scale of a cell.
pub const MAXIMUM_SCORE: f64 = 3.0;

/// A quadrant of the crossing and the strategy that it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quadrant {
    /// Strengths x opportunities: offensive (maxi-maxi).
    Fo,
    /// Strengths x threats: defensive (maxi-mini).
    Fa,
    /// Weaknesses x opportunities: reorientation (mini-maxi).
    Do,
    /// Weaknesses x threats: survival (mini-mini).
    Da,
}

/// What is done with the factors of a side (CAME).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Came {
    /// Corregir: weaknesses.
    Correct,
    /// Afrontar: threats.
    Face,
    /// Mantener: strengths.
    Maintain,
    /// Explotar: opportunities.
    Exploit,
}

impl Quadrant {
    /// What is done with its internal factor, then with its external one.
    #[must_use]
    pub const fn came(self) -> [Came; 2] {
        match self {
            Self::Fo => [Came::Maintain, Came::Exploit],
            Self::Fa => [Came::Maintain, Came::Face],
            Self::Do => [Came::Correct, Came::Exploit],
            Self::Da => [Came::Correct, Came::Face],
        }
    }
}

/// The four in the order in which results are given.
pub const QUADRANTS: [Quadrant; 4] = [Quadrant::Fo, Quadrant::Fa, Quadrant::Do, Quadrant::Da];

/// Why a crossing has no result.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum FodaError {
    /// The number of rows is not the number of internal factors, or a row is not as long as the external factors.
    #[error("row {row} has {found} cells, {expected} were expected")]
    Shape {
        /// Row, from 0.
        row: usize,
        /// Cells found.
        found: usize,
        /// Cells expected.
        expected: usize,
    },
    /// The counts of factors do not fit the table.
    #[error("{found} rows, {expected} factors")]
    Rows {
        /// Rows of the table.
        found: usize,
        /// Strengths and weaknesses together.
        expected: usize,
    },
    /// A score outside 0..3.
    #[error("the score {value} of row {row}, column {column} is outside 0..3")]
    Score {
        /// Row, from 0.
        row: usize,
        /// Column, from 0.
        column: usize,
        /// The score.
        value: f64,
    },
}

/// The table of a crossing: strengths first, then weaknesses, in rows; opportunities first, then threats, in columns.
#[derive(Clone, Copy, Debug)]
pub struct Crossing<'a> {
    /// Number of strengths.
    pub strengths: usize,
    /// Number of weaknesses.
    pub weaknesses: usize,
    /// Number of opportunities.
    pub opportunities: usize,
    /// Number of threats.
    pub threats: usize,
    /// The aggregated scores; `None` where nobody answered.
    pub scores: &'a [Vec<Option<f64>>],
}

/// One quadrant of the result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuadrantScore {
    /// Which.
    pub quadrant: Quadrant,
    /// Cells with a score.
    pub cells: usize,
    /// Sum of its scores.
    pub sum: f64,
    /// Mean score; `None` without scored cells.
    pub mean: Option<f64>,
    /// The sum as a share of the largest possible, in [0, 1].
    pub share_of_maximum: Option<f64>,
}

/// A crossing of two factors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Row of the internal factor, from 0.
    pub row: usize,
    /// Column of the external factor, from 0.
    pub column: usize,
    /// Its score, above 0.
    pub score: f64,
    /// First and last place among the crossings of its quadrant, from 1.
    pub place: (u32, u32),
}

/// Places of a quadrant whose crossings are the material of its strategies (our convention).
pub const STRONGEST: u32 = 3;

/// A factor's weight in the crossing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FactorTotal {
    /// Sum over its row or column.
    pub total: f64,
    /// First and last place among the factors of its side (internal or external), from 1.
    pub place: (u32, u32),
}

/// The result.
#[derive(Clone, Debug, PartialEq)]
pub struct Foda {
    /// FO, FA, DO, DA.
    pub quadrants: [QuadrantScore; 4],
    /// The strongest crossings of each, in the same order: those of the first [`STRONGEST`] places, ties with the last
    /// of them included, by falling score, then by row and column. A crossing of 0 is none.
    pub strongest: [Vec<Pair>; 4],
    /// The position by mean: the quadrants of the largest mean score, more than one where they tie. This one decides,
    /// since quadrants differ in their numbers of cells.
    pub by_mean: Vec<Quadrant>,
    /// The position by sum, as many sources have it; shown where it differs.
    pub by_sum: Vec<Quadrant>,
    /// Strengths, then weaknesses.
    pub internal: Vec<FactorTotal>,
    /// Opportunities, then threats.
    pub external: Vec<FactorTotal>,
}

/// Computes a crossing.
pub fn foda(crossing: &Crossing<'_>) -> Result<Foda, FodaError> {
    let (rows, columns) =
        (crossing.strengths + crossing.weaknesses, crossing.opportunities + crossing.threats);
    if crossing.scores.len() != rows {
        return Err(FodaError::Rows { found: crossing.scores.len(), expected: rows });
    }
    let mut sums = [0.0; 4];
    let mut cells = [0usize; 4];
    let (mut internal, mut external) = (vec![0.0; rows], vec![0.0; columns]);
    let mut crossed: [Vec<(usize, usize, f64)>; 4] = Default::default();
    for (row, scores) in crossing.scores.iter().enumerate() {
        if scores.len() != columns {
            return Err(FodaError::Shape { row, found: scores.len(), expected: columns });
        }
        for (column, score) in scores.iter().enumerate() {
            let Some(value) = *score else { continue };
            if !(0.0..=MAXIMUM_SCORE).contains(&value) {
                return Err(FodaError::Score { row, column, value });
            }
            let quadrant =
                2 * usize::from(row >= crossing.strengths) + usize::from(column >= crossing.opportunities);
            sums[quadrant] += value;
            cells[quadrant] += 1;
            crossed[quadrant].push((row, column, value));
            internal[row] += value;
            external[column] += value;
        }
    }
    let quadrants = [0, 1, 2, 3].map(|q| {
        let mean = if cells[q] == 0 { None } else { Some(sums[q] / cells[q] as f64) };
        QuadrantScore {
            quadrant: QUADRANTS[q],
            cells: cells[q],
            sum: sums[q],
            mean,
            share_of_maximum: mean.map(|m| m / MAXIMUM_SCORE),
        }
    });
    let largest = |value: fn(&QuadrantScore) -> Option<f64>| -> Vec<Quadrant> {
        let top = quadrants.iter().filter_map(value).fold(f64::NEG_INFINITY, f64::max);
        let at_top = |q: &&QuadrantScore| value(q).is_some_and(|v| !exceeds(top, v));
        quadrants.iter().filter(at_top).map(|q| q.quadrant).collect()
    };
    Ok(Foda {
        strongest: crossed.map(|cells| strongest(&cells)),
        by_mean: largest(|q| q.mean),
        by_sum: largest(|q| q.mean.map(|_| q.sum)),
        internal: totals(&internal),
        external: totals(&external),
        quadrants,
    })
}

fn strongest(cells: &[(usize, usize, f64)]) -> Vec<Pair> {
    let scores: Vec<f64> = cells.iter().map(|(_, _, score)| *score).collect();
    let ranks = Ranks::descending(&scores);
    let pair = |index: usize| {
        let (row, column, score) = cells[index];
        Pair { row, column, score, place: (ranks.first[index], ranks.last[index]) }
    };
    let mut found: Vec<Pair> = (0..cells.len()).map(pair).collect();
    found.retain(|pair| pair.place.0 <= STRONGEST && exceeds(pair.score, 0.0));
    found.sort_by_key(|pair| (pair.place.0, pair.row, pair.column));
    found
}

fn totals(values: &[f64]) -> Vec<FactorTotal> {
    let ranks = Ranks::descending(values);
    let places = ranks.first.iter().zip(&ranks.last);
    values.iter().zip(places).map(|(&total, (&a, &b))| FactorTotal { total, place: (a, b) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[i32]]) -> Vec<Vec<Option<f64>>> {
        rows.iter().map(|r| r.iter().map(|&v| Some(f64::from(v))).collect()).collect()
    }

    #[test]
    fn sum_and_mean_disagree_in_the_worked_example() {
        // Computed by hand: FO [3 2 1; 2 0 3], FA [2 1; 1 3], DO [1 2 0; 0 1 1], DA [1 2; 3 2].
        let scores = table(&[&[3, 2, 1, 2, 1], &[2, 0, 3, 1, 3], &[1, 2, 0, 1, 2], &[0, 1, 1, 3, 2]]);
        let crossing =
            Crossing { strengths: 2, weaknesses: 2, opportunities: 3, threats: 2, scores: &scores };
        let found = foda(&crossing).unwrap();
        assert_eq!(found.quadrants.map(|q| q.sum), [11.0, 7.0, 5.0, 8.0]);
        for (q, (mean, share)) in
            found.quadrants.iter().zip([(1.8333, 61.11), (1.75, 58.33), (0.8333, 27.78), (2.0, 66.67)])
        {
            assert!((q.mean.unwrap() - mean).abs() < 5e-5);
            assert!((q.share_of_maximum.unwrap() * 100.0 - share).abs() < 5e-3);
        }
        assert_eq!((found.by_sum.clone(), found.by_mean.clone()), (vec![Quadrant::Fo], vec![Quadrant::Da]));
        assert_eq!(found.internal.iter().map(|f| f.total).collect::<Vec<_>>(), [9.0, 9.0, 6.0, 7.0]);
        assert_eq!(found.internal[0].place, (1, 2));
        assert_eq!(found.external[4].place, (1, 1));
        let at = |q: usize| -> Vec<(usize, usize, f64)> {
            found.strongest[q].iter().map(|p| (p.row, p.column, p.score)).collect()
        };
        // Both 3 of FO, and the 2 that tie on the third place; of FA and DA all but the 1 where three stand before it.
        assert_eq!(at(0), [(0, 0, 3.0), (1, 2, 3.0), (0, 1, 2.0), (1, 0, 2.0)]);
        assert_eq!(found.strongest[0][2].place, (3, 4));
        assert_eq!(at(1), [(1, 4, 3.0), (0, 3, 2.0), (0, 4, 1.0), (1, 3, 1.0)]);
        assert_eq!(at(3), [(3, 3, 3.0), (2, 4, 2.0), (3, 4, 2.0)]);
    }

    #[test]
    fn each_quadrant_has_its_two_verbs() {
        let verbs = QUADRANTS.map(Quadrant::came);
        assert_eq!(verbs[0], [Came::Maintain, Came::Exploit]);
        assert_eq!(verbs[3], [Came::Correct, Came::Face]);
        assert!(verbs.iter().all(|[inside, outside]| matches!(inside, Came::Maintain | Came::Correct)
            && matches!(outside, Came::Exploit | Came::Face)));
    }

    #[test]
    fn bad_tables() {
        let scores = table(&[&[1, 4]]);
        let crossing =
            Crossing { strengths: 1, weaknesses: 0, opportunities: 1, threats: 1, scores: &scores };
        assert_eq!(foda(&crossing), Err(FodaError::Score { row: 0, column: 1, value: 4.0 }));
        assert_eq!(
            foda(&Crossing { weaknesses: 1, ..crossing }),
            Err(FodaError::Rows { found: 1, expected: 2 })
        );
        let empty =
            foda(&Crossing { strengths: 0, weaknesses: 0, opportunities: 0, threats: 0, scores: &[] });
        assert!(empty.unwrap().by_mean.is_empty());
        let blank = vec![vec![None, Some(0.0)]];
        let one = foda(&Crossing { scores: &blank, ..crossing }).unwrap();
        assert_eq!((one.quadrants[0].mean, one.by_mean), (None, vec![Quadrant::Fa]));
    }
}
