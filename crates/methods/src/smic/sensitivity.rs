//! One expert's answers and their sensitivity: whether the most probable scenario is another one when one probability
//! is a little different.
//!
//! Every probability is moved on its own, up and down, and the programme is solved again with the others as they are.
//! This is the sensitivity of the result to its numbers; it is not the panel's uncertainty.

use rayon::prelude::*;

use super::answers::{Answers, feasible};
use super::entropy::maximum_entropy;
use super::net::net;
use super::{Place, SmicError};
use crate::control::Control;
use crate::rank::{Ranks, exceeds, reaches};

/// By how much a probability is moved.
pub const CELL_STEP: f64 = 0.05;

/// A probability that, moved, makes another scenario the most probable one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Turn {
    /// The probability.
    pub place: Place,
    /// What was answered.
    pub from: f64,
    /// What it is moved to.
    pub to: f64,
    /// The scenario that is then the most probable one; of several that tie, the first.
    pub top: usize,
}

/// What moves of single probabilities do to the most probable scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct TopSensitivity {
    /// The most probable scenario of the answers as they are; of several that tie, the first.
    pub top: usize,
    /// Moves tried.
    pub moves: usize,
    /// Moves that rounding kept from being solved; they are not among `turns`.
    pub unresolved: usize,
    /// Moves after which the scenario is no longer the most probable one, nor tied with it: simple probabilities first,
    /// then P(i/j), then P(i/not j).
    pub turns: Vec<Turn>,
}

/// Moves each probability by `step`, up and down: simple ones to 0 or 1 at most, conditional ones to the bound that the
/// simple ones leave them ([`feasible`]) at most. What stands at a bound or beyond it does not move that way.
///
/// # Errors
/// [`SmicError::Cancelled`] when the caller asked to stop; [`SmicError::Unresolved`] where rounding hinders the solution
/// of the answers as they are.
pub fn top_sensitivity(
    answers: &Answers,
    simple_terms: bool,
    step: f64,
    control: &Control,
) -> Result<TopSensitivity, SmicError> {
    let own = maximum_entropy(&net(answers, simple_terms), control)?;
    let first = |probability: &[f64]| Ranks::descending(probability).order.first().copied().unwrap_or(0);
    let top = first(&own.probability);
    let moves = moves(answers, step);
    let tried: Vec<Option<Option<usize>>> = moves
        .par_iter()
        .map(|(place, _, to)| {
            let mut changed = answers.clone();
            let n = answers.events();
            match *place {
                Place::Simple { event } => changed.p[event] = *to,
                Place::Given { event, on } => changed.given[event * n + on] = *to,
                Place::GivenNot { event, on } => changed.given_not[event * n + on] = *to,
            }
            match maximum_entropy(&net(&changed, simple_terms), control) {
                Ok(found) => {
                    let now = first(&found.probability);
                    let held = reaches(found.probability[top], found.probability[now]);
                    Ok(Some((!held).then_some(now)))
                }
                Err(SmicError::Cancelled(cancelled)) => Err(SmicError::Cancelled(cancelled)),
                Err(_) => Ok(None),
            }
        })
        .collect::<Result<_, SmicError>>()?;
    let turns = moves.iter().zip(&tried).filter_map(|(&(place, from, to), tried)| {
        let top = (*tried)??;
        Some(Turn { place, from, to, top })
    });
    Ok(TopSensitivity {
        top,
        moves: moves.len(),
        unresolved: tried.iter().filter(|tried| tried.is_none()).count(),
        turns: turns.collect(),
    })
}

/// Every probability with what it is and what it is moved to.
pub(super) fn moves(answers: &Answers, step: f64) -> Vec<(Place, f64, f64)> {
    let n = answers.events();
    let mut moves = Vec::new();
    let mut add = |place: Place, from: f64, (low, high): (f64, f64)| {
        if exceeds(high, from) {
            moves.push((place, from, (from + step).min(high)));
        }
        if exceeds(from, low) {
            moves.push((place, from, (from - step).max(low)));
        }
    };
    for event in 0..n {
        add(Place::Simple { event }, answers.p[event], (0.0, 1.0));
    }
    let pairs = (0..n).flat_map(|i| (0..n).map(move |j| (i, j))).filter(|(i, j)| i != j);
    let bounds = |i: usize, j: usize| feasible(answers.p[i], answers.p[j]).ok();
    for (event, on) in pairs.clone() {
        if let Some(range) = bounds(event, on).and_then(|bounds| bounds.given) {
            add(Place::Given { event, on }, answers.given(event, on), range);
        }
    }
    for (event, on) in pairs {
        if let Some(range) = bounds(event, on).and_then(|bounds| bounds.given_not) {
            add(Place::GivenNot { event, on }, answers.given_not(event, on), range);
        }
    }
    moves
}
