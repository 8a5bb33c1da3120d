//! How the experts of one round moved to the next: the table of transitions and its chi-square.

use crate::descriptive::sorted;
use crate::distribution::chi_square_survival;
use crate::rank::tied;

/// Expected frequency below which a cell makes the chi-square rough (Cochran 1954).
pub const SMALL_CELL: f64 = 5.0;

/// The transitions of the experts who answered in both rounds, and the test of individual stability.
#[derive(Clone, Debug, PartialEq)]
pub struct Transition {
    /// The values given in either round, ascending.
    pub points: Vec<f64>,
    /// Experts by value in the first round (rows) and in the second (columns), over [`Self::points`]; also what the
    /// weighted kappa of [`crate::agreement::cohen_kappa`] takes.
    pub table: Vec<Vec<u64>>,
    /// Experts in the table.
    pub n: u64,
    /// Pearson's chi-square of the table, without the empty rows and columns. `None` where either round knows one value
    /// only: nothing can depend on it.
    pub chi_square: Option<f64>,
    /// Degrees of freedom, (rows - 1) x (columns - 1) of those that are not empty.
    pub df: usize,
    /// Upper tail probability.
    pub p: Option<f64>,
    /// Cells that are in the chi-square.
    pub cells: usize,
    /// Of them, those with an expected frequency below [`SMALL_CELL`].
    pub small_cells: usize,
}

impl Transition {
    /// More than a fifth of the cells are small, so that p is no guide (Cochran's rule).
    #[must_use]
    pub fn rough(&self) -> bool {
        5 * self.small_cells > self.cells
    }
}

/// The chi-square test of individual stability between two rounds (Chaffin & Talley 1980): where the answers of the
/// second round are independent of those of the first, the experts changed at random; a small p says that they kept to
/// what they said. It tells individual stability apart from that of the group's histogram, which may stay while
/// everybody moves. It does not tell staying from moving alike: look at the table.
///
/// In a panel of usual size most cells expect fewer than five experts and the p value is rough: see
/// [`Transition::rough`]. Entry e of both slices is the answer of expert e. `None` where the slices have different
/// lengths or nobody answered in both rounds.
pub fn transition(first: &[Option<f64>], second: &[Option<f64>]) -> Option<Transition> {
    if first.len() != second.len() {
        return None;
    }
    let both = first.iter().zip(second).filter_map(|(a, b)| a.zip(*b));
    let (a, b): (Vec<f64>, Vec<f64>) = both.filter(|(a, b)| a.is_finite() && b.is_finite()).unzip();
    if a.is_empty() {
        return None;
    }
    let mut points = sorted(&[a.as_slice(), b.as_slice()].concat());
    points.dedup_by(|next, kept| tied(*next, *kept));
    let place = |value: f64| points.iter().position(|&p| tied(p, value)).unwrap_or(0);
    let mut table = vec![vec![0; points.len()]; points.len()];
    for (&from, &to) in a.iter().zip(&b) {
        table[place(from)][place(to)] += 1;
    }
    let n = a.len() as u64;
    let rows: Vec<u64> = table.iter().map(|row: &Vec<u64>| row.iter().sum()).collect();
    let columns: Vec<u64> = (0..points.len()).map(|c| table.iter().map(|row| row[c]).sum()).collect();
    let used = |sums: &[u64]| sums.iter().filter(|sum| **sum > 0).count();
    let df = (used(&rows) - 1) * (used(&columns) - 1);
    let (mut sum, mut small_cells) = (0.0, 0);
    for (row, &from) in table.iter().zip(&rows) {
        for (&seen, &to) in row.iter().zip(&columns).filter(|(_, to)| from * **to > 0) {
            let expected = (from * to) as f64 / n as f64;
            let gap = seen as f64 - expected;
            sum += gap * gap / expected;
            small_cells += usize::from(expected < SMALL_CELL);
        }
    }
    let chi_square = (df > 0).then_some(sum);
    Some(Transition {
        n,
        chi_square,
        df,
        p: chi_square.and_then(|x| chi_square_survival(x, df)),
        cells: used(&rows) * used(&columns),
        small_cells,
        points,
        table,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::{KappaWeights, cohen_kappa};
    use proptest::prelude::*;

    fn some(values: &[i32]) -> Vec<Option<f64>> {
        values.iter().map(|&v| Some(f64::from(v))).collect()
    }

    #[test]
    fn the_two_rounds_of_the_worked_example() {
        let first = some(&[2, 3, 5, 4, 3, 5, 4, 1, 4, 5, 3, 4]);
        let second = some(&[3, 3, 4, 4, 3, 4, 4, 2, 4, 4, 4, 4]);
        let found = transition(&first, &second).unwrap();
        assert_eq!(found.points, [1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!(found.table[2], [0, 0, 2, 1, 0]);
        assert_eq!((found.n, found.df, found.cells, found.small_cells), (12, 8, 15, 15));
        // scipy.stats.chi2_contingency without the empty columns.
        assert!((found.chi_square.unwrap() - 20.333333333333332).abs() < 1e-12);
        assert!((found.p.unwrap() - 0.009145886083564035).abs() < 1e-12);
        assert!(found.rough());
        assert!(cohen_kappa(&found.table, KappaWeights::Quadratic).unwrap().unwrap() > 0.0);
    }

    #[test]
    fn a_table_of_eighty() {
        let cells = [[20, 5, 1], [4, 18, 6], [2, 7, 17]];
        let mut rounds = (vec![], vec![]);
        for (from, row) in cells.iter().enumerate() {
            for (to, &experts) in row.iter().enumerate() {
                rounds.0.extend(vec![Some(from as f64); experts]);
                rounds.1.extend(vec![Some(to as f64); experts]);
            }
        }
        let found = transition(&rounds.0, &rounds.1).unwrap();
        // scipy.stats.chi2_contingency.
        assert!((found.chi_square.unwrap() - 49.48098055790363).abs() < 1e-10);
        assert!((found.p.unwrap() - 4.63402536807464e-10).abs() < 1e-20);
        assert_eq!((found.df, found.small_cells, found.rough()), (4, 0, false));
    }

    #[test]
    fn rounds_without_a_test() {
        assert_eq!(transition(&some(&[1]), &[]), None);
        assert_eq!(transition(&[None, Some(1.0)], &[Some(1.0), None]), None);
        let unanimous = transition(&some(&[4, 4, 4]), &some(&[3, 4, 5])).unwrap();
        assert_eq!((unanimous.chi_square, unanimous.p, unanimous.df), (None, None, 0));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn staying_gives_the_largest_chi_square(values in prop::collection::vec(1i32..=5, 2..30), other in any::<u64>()) {
            let round = some(&values);
            let stayed = transition(&round, &round).unwrap();
            let mut mixed = values.clone();
            mixed.rotate_left((other % values.len() as u64) as usize);
            let moved = transition(&round, &some(&mixed)).unwrap();
            // n times one less than the number of values, the largest there is.
            let most = stayed.n as f64 * (stayed.points.len() - 1) as f64;
            prop_assert!((stayed.chi_square.unwrap_or(0.0) - most).abs() < 1e-9);
            prop_assert!(moved.chi_square.unwrap_or(0.0) <= most + 1e-9);
        }
    }
}
