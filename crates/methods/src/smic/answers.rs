//! What an expert answers, what the answers leave possible, and how far they are from fitting together.

use super::{Place, SmicError, Table};
use crate::axes::{NotAProbability, frechet_bounds};

/// The fewest events.
pub const MIN_EVENTS: usize = 2;
/// The most events; 5 or 6 are usual, and an expert would answer 496 questions on 16.
pub const MAX_EVENTS: usize = 16;

/// One expert's probabilities of `n` events, alone and given each other event.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers {
    pub(super) p: Vec<f64>,
    /// P(i/j), row by row; 0 on the diagonal.
    pub(super) given: Vec<f64>,
    /// P(i/not j), likewise.
    pub(super) given_not: Vec<f64>,
}

impl Answers {
    /// Answers on `p.len()` events, 2 to 16: `p[i]` = P(i), `given[i][j]` = P(i/j), `given_not[i][j]` = P(i/not j),
    /// all in `[0, 1]`. Diagonals are ignored, whatever they hold.
    ///
    /// # Errors
    /// [`SmicError::Events`], [`SmicError::Rows`], [`SmicError::Columns`] or [`SmicError::Value`], with the place.
    pub fn new<Row: AsRef<[f64]>>(p: &[f64], given: &[Row], given_not: &[Row]) -> Result<Self, SmicError> {
        let n = p.len();
        if !(MIN_EVENTS..=MAX_EVENTS).contains(&n) {
            return Err(SmicError::Events { events: n });
        }
        for (i, &value) in p.iter().enumerate() {
            check(Place::Simple { event: i }, value)?;
        }
        let given = cells(n, Table::Given, given)?;
        let given_not = cells(n, Table::GivenNot, given_not)?;
        Ok(Self { p: p.to_vec(), given, given_not })
    }

    /// How many events there are.
    #[must_use]
    pub fn events(&self) -> usize {
        self.p.len()
    }

    /// P(event).
    ///
    /// # Panics
    /// When there is no such event.
    #[must_use]
    pub fn simple(&self, event: usize) -> f64 {
        self.p[event]
    }

    /// P(event/on); 0 where both are the same.
    ///
    /// # Panics
    /// When one of them is no event.
    #[must_use]
    pub fn given(&self, event: usize, on: usize) -> f64 {
        self.given[event * self.p.len()..][..self.p.len()][on]
    }

    /// P(event/not on); 0 where both are the same.
    ///
    /// # Panics
    /// When one of them is no event.
    #[must_use]
    pub fn given_not(&self, event: usize, on: usize) -> f64 {
        self.given_not[event * self.p.len()..][..self.p.len()][on]
    }
}

fn check(at: Place, value: f64) -> Result<(), SmicError> {
    if (0.0..=1.0).contains(&value) { Ok(()) } else { Err(SmicError::Value { at, value }) }
}

fn cells<Row: AsRef<[f64]>>(n: usize, table: Table, rows: &[Row]) -> Result<Vec<f64>, SmicError> {
    if rows.len() != n {
        return Err(SmicError::Rows { table, rows: rows.len(), events: n });
    }
    let mut cells = Vec::with_capacity(n * n);
    for (event, row) in rows.iter().enumerate() {
        let row = row.as_ref();
        if row.len() != n {
            return Err(SmicError::Columns { table, row: event, columns: row.len(), events: n });
        }
        for (on, &value) in row.iter().enumerate() {
            if event == on {
                cells.push(0.0);
                continue;
            }
            let at = match table {
                Table::Given => Place::Given { event, on },
                Table::GivenNot => Place::GivenNot { event, on },
            };
            check(at, value)?;
            cells.push(value);
        }
    }
    Ok(cells)
}

/// What the probabilities of two events leave to the conditional ones, each as least and greatest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Feasible {
    /// Of P(i/j); `None` where P(j) = 0.
    pub given: Option<(f64, f64)>,
    /// Of P(i/not j); `None` where P(j) = 1.
    pub given_not: Option<(f64, f64)>,
}

/// The range of P(i/j) and of P(i/not j) that `p_i` = P(i) and `p_j` = P(j) leave (Fréchet): an answer outside of it
/// is incoherent whatever the others are.
///
/// # Errors
/// [`NotAProbability`] where one of the two is outside `[0, 1]`.
pub fn feasible(p_i: f64, p_j: f64) -> Result<Feasible, NotAProbability> {
    let range = |on: f64| -> Result<Option<(f64, f64)>, NotAProbability> {
        let (low, high) = frechet_bounds(p_i, on)?;
        // Rounding may put the least a hair above the greatest.
        Ok((on > 0.0).then(|| (low.min(high) / on, (high / on).min(1.0))))
    };
    Ok(Feasible { given: range(p_j)?, given_not: range(1.0 - p_j)? })
}

/// A condition that coherent answers meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// Both estimates of the probability that i and j occur: `P(i/j) P(j) = P(j/i) P(i)`, for i before j.
    Joint {
        /// i.
        first: usize,
        /// j.
        second: usize,
    },
    /// Total probability: `P(i/j) P(j) + P(i/not j) (1 - P(j)) = P(i)`.
    Total {
        /// i.
        event: usize,
        /// j.
        on: usize,
    },
}

/// By how much a condition is missed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// The condition.
    pub condition: Condition,
    /// Its left side less its right side, in probability.
    pub gap: f64,
}

/// How far raw answers are from coherence.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoherence {
    /// Every condition: `n (n - 1) / 2` joint ones, then `n (n - 1)` of total probability, by event.
    pub gaps: Vec<Gap>,
    /// The largest gap, without its sign.
    pub largest: f64,
    /// The mean gap, without signs.
    pub mean: f64,
}

/// The gaps of raw answers in every condition of coherence (Duperrin and Godet 1974). That probabilities lie in
/// `[0, 1]` was checked when the answers were made.
#[must_use]
pub fn incoherence(answers: &Answers) -> Incoherence {
    let n = answers.events();
    let joint = |i: usize, j: usize| answers.given(i, j) * answers.p[j];
    let both = (0..n).flat_map(|first| (first + 1..n).map(move |second| (first, second))).map(|(i, j)| Gap {
        condition: Condition::Joint { first: i, second: j },
        gap: joint(i, j) - joint(j, i),
    });
    let ordered = (0..n).flat_map(|event| (0..n).filter(move |&on| on != event).map(move |on| (event, on)));
    let total = ordered.map(|(event, on)| Gap {
        condition: Condition::Total { event, on },
        gap: joint(event, on) + answers.given_not(event, on) * (1.0 - answers.p[on]) - answers.p[event],
    });
    let gaps: Vec<Gap> = both.chain(total).collect();
    let largest = gaps.iter().fold(0.0, |most: f64, g| most.max(g.gap.abs()));
    let mean = gaps.iter().map(|g| g.gap.abs()).sum::<f64>() / gaps.len() as f64;
    Incoherence { gaps, largest, mean }
}
