//! MULTIPOL: actions judged on several criteria, under several policies and scenarios (Godet; LIPSOR).
//!
//! A policy, and likewise a scenario, is a set of weights over the criteria. An action's score under a policy is the mean
//! of its marks weighted by the policy; a policy's score under a scenario is the mean of the policy's own marks, its
//! weights on the criteria, weighted by the scenario. What is good on the whole and changes little from one policy to the
//! next is robust: a high mean and a low standard deviation.
//!
//! The standard deviation is that of the population (divisor: the number of policies, not one less), since the policies
//! are all there are and not a sample. LIPSOR does not print which it takes. Matrices are row-major.

use crate::descriptive::mean;
use crate::rank::{Ranks, reaches, tied};
use thiserror::Error;

/// Which of the three tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Marks, actions x criteria.
    Marks,
    /// Weights, policies x criteria.
    Policies,
    /// Weights, scenarios x criteria.
    Scenarios,
}

impl std::fmt::Display for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Marks => "marks",
            Self::Policies => "weights of policies",
            Self::Scenarios => "weights of scenarios",
        })
    }
}

/// Why the tables have no scores. Rows and columns count from 0.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum MultipolError {
    /// There are no criteria.
    #[error("there are no criteria")]
    NoCriteria,
    /// The number of cells is no multiple of the number of criteria.
    #[error("{table}: {cells} cells are no whole rows of {criteria} criteria")]
    Size {
        /// The table at fault.
        table: Table,
        /// Cells given.
        cells: usize,
        /// Criteria announced.
        criteria: usize,
    },
    /// A value is infinite or no number.
    #[error("{table}: row {row}, column {column}: not a finite number")]
    NotFinite {
        /// The table at fault.
        table: Table,
        /// The row.
        row: usize,
        /// The criterion.
        column: usize,
    },
    /// A weight is negative.
    #[error("{table}: row {row}, column {column}: the weight {value} is negative")]
    Negative {
        /// The table at fault.
        table: Table,
        /// The row.
        row: usize,
        /// The criterion.
        column: usize,
        /// The weight.
        value: f64,
    },
    /// A policy or scenario weighs no criterion.
    #[error("{table}: row {row} has no weight on any criterion")]
    NoWeight {
        /// The table at fault.
        table: Table,
        /// The row.
        row: usize,
    },
}

/// The tables. Marks and weights may be on any scale; LIPSOR's marks are 0..20 and its weights sum to 100.
#[derive(Clone, Copy, Debug)]
pub struct Tables<'a> {
    /// Criteria.
    pub criteria: usize,
    /// Marks, actions x criteria, the higher the better.
    pub marks: &'a [f64],
    /// Weights, policies x criteria; not negative. A row counts by its proportions.
    pub policies: &'a [f64],
    /// Weights, scenarios x criteria, likewise; empty where there are no scenarios.
    pub scenarios: &'a [f64],
}

/// One row of a comparison: an action over the policies, or a policy or an action over the scenarios.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// Its score under each of the columns, in their order: the profile of LIPSOR's chart.
    pub scores: Vec<f64>,
    /// Mean score.
    pub mean: f64,
    /// Standard deviation of the scores, of the population.
    pub sd_population: f64,
    /// First and last place by mean, from 1: the highest mean first. Equal where there is no tie.
    pub place: (u32, u32),
    /// First and last place where ties of the mean are broken by the standard deviation, the lower first.
    pub place_with_sd: (u32, u32),
    /// Distance to the ideal in the plane of mean and standard deviation, in `[0, sqrt 2]`, 0 at the ideal: the highest
    /// mean of all rows with the lowest standard deviation of all rows, each axis in units of its range over the rows (an
    /// axis on which the rows do not differ counts as 0). This measure is ours.
    pub distance_to_ideal: f64,
    /// The largest loss against the best row under each column (regret), in units of the score: 0 for a row that is the
    /// best under every column.
    pub largest_regret: f64,
    /// The mean is at or above the mean of the means, and the standard deviation at or below the mean of the standard
    /// deviations: the good quarter of LIPSOR's stability plane, with cuts of ours. Under a single column nothing varies,
    /// and no row is robust.
    pub robust: bool,
}

/// Rows compared under columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// One entry a row, in the order given; empty where there are no columns to score under.
    pub rows: Vec<Profile>,
    /// The mean from which on a row is robust: the mean of the means. `None` without rows or columns.
    pub mean_cut: Option<f64>,
    /// The standard deviation up to which it is: the mean of the standard deviations. `None` also with one column.
    pub sd_cut: Option<f64>,
    /// Row indices, the best first: by mean, then by lower standard deviation, then by index for display only.
    pub order: Vec<usize>,
    /// Ranks of the rows under each column, the highest score first.
    pub by_column: Vec<Ranks>,
}

/// The result.
#[derive(Clone, Debug, PartialEq)]
pub struct Multipol {
    /// Actions under policies.
    pub actions_by_policy: Comparison,
    /// Policies under scenarios; empty where there are no scenarios.
    pub policies_by_scenario: Comparison,
    /// Actions under scenarios; empty where there are no scenarios.
    pub actions_by_scenario: Comparison,
}

/// Scores actions under policies, policies under scenarios and actions under scenarios.
///
/// # Errors
/// [`MultipolError`] names the table and the cell at fault.
pub fn multipol(tables: &Tables<'_>) -> Result<Multipol, MultipolError> {
    let Tables { criteria, marks, policies, scenarios } = *tables;
    if criteria == 0 {
        return Err(MultipolError::NoCriteria);
    }
    for (table, values) in [(Table::Marks, marks), (Table::Policies, policies), (Table::Scenarios, scenarios)]
    {
        check(table, criteria, values)?;
    }
    Ok(Multipol {
        actions_by_policy: Comparison::new(criteria, marks, policies),
        policies_by_scenario: Comparison::new(criteria, policies, scenarios),
        actions_by_scenario: Comparison::new(criteria, marks, scenarios),
    })
}

fn check(table: Table, criteria: usize, values: &[f64]) -> Result<(), MultipolError> {
    if !values.len().is_multiple_of(criteria) {
        return Err(MultipolError::Size { table, cells: values.len(), criteria });
    }
    for (row, cells) in values.chunks_exact(criteria).enumerate() {
        for (column, &value) in cells.iter().enumerate() {
            if !value.is_finite() {
                return Err(MultipolError::NotFinite { table, row, column });
            }
            if table != Table::Marks && value < 0.0 {
                return Err(MultipolError::Negative { table, row, column, value });
            }
        }
        if table != Table::Marks && cells.iter().all(|w| *w == 0.0) {
            return Err(MultipolError::NoWeight { table, row });
        }
    }
    Ok(())
}

/// The scores of rows of marks under sets of weights, rows x sets: `sum w e / sum w`.
fn weighted_scores(criteria: usize, marks: &[f64], weights: &[f64]) -> Vec<f64> {
    let totals: Vec<f64> = weights.chunks_exact(criteria).map(|set| set.iter().sum()).collect();
    let score = |row: &[f64], set: &[f64]| row.iter().zip(set).map(|(e, w)| e * w).sum::<f64>();
    marks
        .chunks_exact(criteria)
        .flat_map(|row| {
            weights.chunks_exact(criteria).zip(&totals).map(move |(set, total)| score(row, set) / total)
        })
        .collect()
}

impl Comparison {
    fn new(criteria: usize, marks: &[f64], weights: &[f64]) -> Self {
        let (rows, columns) = (marks.len() / criteria, weights.len() / criteria);
        let scores = weighted_scores(criteria, marks, weights);
        if rows == 0 || columns == 0 {
            return Self { rows: vec![], mean_cut: None, sd_cut: None, order: vec![], by_column: vec![] };
        }
        let moments: Vec<(f64, f64)> = scores.chunks_exact(columns).map(moments).collect();
        let means: Vec<f64> = moments.iter().map(|m| m.0).collect();
        let deviations: Vec<f64> = moments.iter().map(|m| m.1).collect();
        let by_mean = Ranks::descending(&means);
        let with_sd = by_mean.then(&Ranks::ascending(&deviations));
        let column = |c: usize| scores.iter().skip(c).step_by(columns).copied().collect::<Vec<f64>>();
        let best: Vec<f64> = (0..columns).map(|c| column(c).into_iter().fold(f64::MIN, f64::max)).collect();
        let (mean_cut, sd_cut) = (mean(&means), mean(&deviations).filter(|_| columns > 1));
        let from_ideal = distances_to_ideal(&means, &deviations);
        let profile = |(row, scores): (usize, &[f64])| {
            let regrets = best.iter().zip(scores).map(|(best, score)| best - score);
            Profile {
                scores: scores.to_vec(),
                mean: means[row],
                sd_population: deviations[row],
                place: (by_mean.first[row], by_mean.last[row]),
                place_with_sd: (with_sd.first[row], with_sd.last[row]),
                distance_to_ideal: from_ideal[row],
                largest_regret: regrets.fold(0.0, f64::max),
                robust: mean_cut.is_some_and(|cut| reaches(means[row], cut))
                    && sd_cut.is_some_and(|cut| reaches(cut, deviations[row])),
            }
        };
        Self {
            rows: scores.chunks_exact(columns).enumerate().map(profile).collect(),
            mean_cut,
            sd_cut,
            order: with_sd.order,
            by_column: (0..columns).map(|c| Ranks::descending(&column(c))).collect(),
        }
    }
}

/// Mean and standard deviation of the population. Equal scores have a deviation of exactly 0.
fn moments(scores: &[f64]) -> (f64, f64) {
    let count = scores.len() as f64;
    if scores.iter().all(|s| tied(*s, scores[0])) {
        return (scores[0], 0.0);
    }
    let mean = scores.iter().sum::<f64>() / count;
    (mean, (scores.iter().map(|s| (s - mean) * (s - mean)).sum::<f64>() / count).sqrt())
}

fn distances_to_ideal(means: &[f64], deviations: &[f64]) -> Vec<f64> {
    let range = |values: &[f64]| {
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        (low, high)
    };
    let share = |distance: f64, (low, high): (f64, f64)| {
        if tied(low, high) { 0.0 } else { distance / (high - low) }
    };
    let (of_means, of_deviations) = (range(means), range(deviations));
    let distance = |(mean, deviation): (&f64, &f64)| {
        let x = share(of_means.1 - mean, of_means);
        let y = share(deviation - of_deviations.0, of_deviations);
        (x * x + y * y).sqrt()
    };
    means.iter().zip(deviations).map(distance).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    // Computed independently with numpy.
    const MARKS: [f64; 16] = [14., 8., 12., 6., 10., 16., 9., 11., 7., 13., 15., 12., 12., 11., 10., 14.];
    const POLICIES: [f64; 12] = [40., 30., 20., 10., 10., 20., 30., 40., 25., 25., 25., 25.];
    const SCENARIOS: [f64; 8] = [50., 20., 20., 10., 10., 40., 10., 40.];

    fn example() -> Tables<'static> {
        Tables { criteria: 4, marks: &MARKS, policies: &POLICIES, scenarios: &SCENARIOS }
    }

    fn near(found: impl IntoIterator<Item = f64>, expected: &[f64], within: f64) {
        let found: Vec<f64> = found.into_iter().collect();
        assert_eq!(found.len(), expected.len());
        assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() <= within), "{found:?} {expected:?}");
    }

    #[test]
    fn the_worked_example() {
        let found = multipol(&example()).unwrap().actions_by_policy;
        let scores = found.rows.iter().flat_map(|r| r.scores.clone());
        near(scores, &[11., 9., 10., 11.7, 11.3, 11.5, 10.9, 12.6, 11.75, 11.5, 12., 11.75], 1e-12);
        near(found.rows.iter().map(|r| r.mean), &[10., 11.5, 11.75, 11.75], 1e-12);
        near(found.rows.iter().map(|r| r.sd_population), &[0.8165, 0.1633, 0.6940, 0.2041], 5.1e-5);
        // Of the sample, for those who compare: times sqrt(3/2).
        let sample = found.rows.iter().map(|r| r.sd_population * 1.5_f64.sqrt());
        near(sample, &[1.0, 0.2, 0.85, 0.25], 1e-12);
        // Actions 3 and 4 tie on the mean; 4 varies less.
        let places: Vec<_> = found.rows.iter().map(|r| r.place).collect();
        assert_eq!(places, [(4, 4), (3, 3), (1, 2), (1, 2)]);
        let places: Vec<_> = found.rows.iter().map(|r| r.place_with_sd).collect();
        assert_eq!(places, [(4, 4), (3, 3), (2, 2), (1, 1)]);
        assert_eq!(found.order, [3, 2, 1, 0]);
        // Cuts at 11.25 and 0.4695.
        assert_eq!(found.rows.iter().map(|r| r.robust).collect::<Vec<_>>(), [false, true, false, true]);
        near([found.mean_cut.unwrap(), found.sd_cut.unwrap()], &[11.25, 0.46949], 5.1e-6);
        // Action 2 has the least deviation and is 0.25 of 1.75 below the best mean.
        near([found.rows[1].distance_to_ideal], &[0.25 / 1.75], 1e-12);
        near([found.rows[3].distance_to_ideal], &[(0.2041241 - 0.1632993) / (0.8164966 - 0.1632993)], 1e-6);
        near([found.rows[0].distance_to_ideal], &[2.0_f64.sqrt()], 1e-12);
        near(found.rows.iter().map(|r| r.largest_regret), &[3.6, 1.3, 0.8, 0.6], 1e-12);
        assert_eq!(found.by_column[1].order, [2, 3, 1, 0]);
    }

    #[test]
    fn policies_and_actions_under_scenarios() {
        let found = multipol(&example()).unwrap();
        let policies = found.policies_by_scenario.rows.iter().flat_map(|r| r.scores.clone());
        near(policies, &[31., 22., 19., 28., 25., 25.], 1e-12);
        assert_eq!(found.policies_by_scenario.rows[2].sd_population, 0.0);
        // By hand: .5 x 14 + .2 x 8 + .2 x 12 + .1 x 6 and .1 x 14 + .4 x 8 + .1 x 12 + .4 x 6.
        near(found.actions_by_scenario.rows[0].scores.clone(), &[11.6, 8.2], 1e-12);
    }

    #[test]
    fn under_one_policy_nothing_is_robust() {
        let found = multipol(&Tables { policies: &POLICIES[..4], ..example() }).unwrap().actions_by_policy;
        assert_eq!(found.rows.iter().map(|r| r.place).collect::<Vec<_>>(), [(3, 3), (1, 1), (4, 4), (2, 2)]);
        assert!(found.rows.iter().all(|row| !row.robust && row.sd_population == 0.0));
        assert_eq!((found.mean_cut.is_some(), found.sd_cut), (true, None));
    }

    #[test]
    fn the_cell_at_fault_is_named() {
        let refused = |tables: Tables<'_>| multipol(&tables).unwrap_err();
        let ok = example();
        assert_eq!(refused(Tables { criteria: 0, ..ok }), MultipolError::NoCriteria);
        assert_eq!(
            refused(Tables { criteria: 3, ..ok }),
            MultipolError::Size { table: Table::Marks, cells: 16, criteria: 3 }
        );
        assert_eq!(
            refused(Tables { policies: &[1., 0., 0., 0., 0., 0., 0., 0.], ..ok }),
            MultipolError::NoWeight { table: Table::Policies, row: 1 }
        );
        let negative = refused(Tables { scenarios: &[1., 1., -1., 0.], ..ok });
        let place = MultipolError::Negative { table: Table::Scenarios, row: 0, column: 2, value: -1.0 };
        assert_eq!(negative, place);
        let text = "weights of scenarios: row 0, column 2: the weight -1 is negative";
        assert_eq!(negative.to_string(), text);
        assert_eq!(
            refused(Tables { marks: &[1., 2., f64::NAN, 0.], ..ok }),
            MultipolError::NotFinite { table: Table::Marks, row: 0, column: 2 }
        );
        // A mark may be negative: some scales have a middle.
        assert!(multipol(&Tables { marks: &[-1., 0., 1., 2.], ..ok }).is_ok());
    }

    #[test]
    fn nothing_to_compare() {
        let none = multipol(&Tables { scenarios: &[], marks: &[], ..example() }).unwrap();
        for comparison in [none.actions_by_policy, none.policies_by_scenario, none.actions_by_scenario] {
            assert_eq!((comparison.rows.len(), comparison.mean_cut, comparison.order.len()), (0, None, 0));
        }
        let one = multipol(&Tables { marks: &MARKS[..4], ..example() }).unwrap().actions_by_policy;
        assert_eq!((one.rows[0].place, one.rows[0].robust), ((1, 1), true));
        assert_eq!((one.rows[0].distance_to_ideal, one.rows[0].largest_regret), (0.0, 0.0));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn scale_of_weights_and_names_do_not_matter(
            marks in prop::collection::vec(0u8..=20, 15), weights in prop::collection::vec(1u8..=50, 12), by in 1e-3..1e3
        ) {
            let of = |v: &[u8]| v.iter().map(|&x| f64::from(x)).collect::<Vec<f64>>();
            let (marks, weights) = (of(&marks), of(&weights));
            let tables = Tables { criteria: 3, marks: &marks, policies: &weights, scenarios: &[] };
            let one = multipol(&tables).unwrap().actions_by_policy;
            let heavier: Vec<f64> = weights.iter().map(|w| w * by).collect();
            let two = multipol(&Tables { policies: &heavier, ..tables }).unwrap().actions_by_policy;
            let turned: Vec<f64> = marks.chunks_exact(3).rev().flatten().copied().collect();
            let three = multipol(&Tables { marks: &turned, ..tables }).unwrap().actions_by_policy;
            for row in 0..5 {
                let (a, b, c) = (&one.rows[row], &two.rows[row], &three.rows[4 - row]);
                prop_assert!((a.mean - b.mean).abs() < 1e-9 && (a.sd_population - b.sd_population).abs() < 1e-9);
                prop_assert_eq!((a.place, a.place_with_sd, a.robust), (c.place, c.place_with_sd, c.robust));
                prop_assert!(a.scores.iter().all(|s| (0.0..=20.0 + 1e-9).contains(s)));
                prop_assert!((0.0..=2.0_f64.sqrt() + 1e-9).contains(&a.distance_to_ideal));
            }
        }
    }
}
