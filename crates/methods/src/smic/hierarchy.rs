//! Scenarios from the most to the least probable, and the few that hold most of the probability.

use crate::rank::{Ranks, reaches};

/// Scenarios by falling probability.
#[derive(Debug, Clone, PartialEq)]
pub struct Hierarchy {
    /// Order and places; scenarios of one probability share theirs and are listed by code.
    pub ranks: Ranks,
    /// Probability of the scenarios up to each place of the order, in `(0, 1]`.
    pub cumulated: Vec<f64>,
    /// How many scenarios of the order make up the core: the fewest that reach its share, with all that tie with the
    /// last of them.
    pub core: usize,
}

impl Hierarchy {
    /// Orders scenario probabilities; the core reaches `core_share`, in `[0, 1]`.
    #[must_use]
    pub fn new(probability: &[f64], core_share: f64) -> Self {
        let ranks = Ranks::descending(probability);
        let mut sum = 0.0;
        let sums = ranks.order.iter().map(|&s| {
            sum += probability[s];
            sum
        });
        let cumulated: Vec<f64> = sums.collect();
        let last = cumulated.iter().position(|&c| reaches(c, core_share)).unwrap_or(ranks.len().max(1) - 1);
        let core = ranks.order.get(last).map_or(0, |&s| ranks.last[s] as usize);
        Self { ranks, cumulated, core }
    }

    /// The scenarios of the core, the most probable first.
    #[must_use]
    pub fn core(&self) -> &[usize] {
        &self.ranks.order[..self.core]
    }
}

/// The code of a scenario: "110" is the one of three events in which the first two occur and the third does not, number
/// 6.
#[must_use]
pub fn code(events: usize, scenario: usize) -> String {
    (0..events).rev().map(|at| if scenario >> at & 1 == 1 { '1' } else { '0' }).collect()
}
