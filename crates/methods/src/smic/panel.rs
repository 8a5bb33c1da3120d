//! Many experts: each is solved once, and a panel is the mean of their solutions.

use rayon::prelude::*;

use super::answers::Answers;
use super::entropy::{Canonical, entropy, maximum_entropy};
use super::hierarchy::Hierarchy;
use super::net::{Moments, Net, net};
use super::ranges::ranges;
use super::{Settings, Smic, SmicError, finish, ranged};
use crate::control::Control;

/// The solutions of experts on the same events.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    experts: Vec<Smic>,
    core_share: f64,
}

/// The mean of experts' solutions.
#[derive(Debug, Clone, PartialEq)]
pub struct Average {
    /// How many experts, each as often as it counts.
    pub experts: u32,
    /// P(i) and P(i and j) are means of the experts' net ones; conditional probabilities follow from these, and are not
    /// means of the experts'.
    pub moments: Moments,
    /// Mean of the experts' objectives.
    pub objective: f64,
    /// Mean of the experts' canonical scenario probabilities.
    pub probability: Vec<f64>,
    /// Entropy of that mean, in nats; not below the mean of the experts' entropies.
    pub entropy: f64,
    /// Least and greatest mean of a scenario's probability; `None` where an expert has none.
    ///
    /// Each expert's solution may be any of its own, whatever the others' are. The least mean over such a product of
    /// sets is the mean of the least values, the greatest that of the greatest: this range is exact.
    pub ranges: Vec<Option<(f64, f64)>>,
    /// Scenarios by falling mean probability.
    pub hierarchy: Hierarchy,
}

/// Solves each expert once, on all cores; the result does not depend on how many there are.
///
/// Above [`ALL_RANGES`](super::ALL_RANGES) events the ranges are those of the scenarios that are most probable for the
/// expert and of those that are for the whole panel.
///
/// # Errors
/// [`SmicError::Nobody`] without experts, [`SmicError::Panel`] where an expert answered on another number of events,
/// [`SmicError::Cancelled`] when the caller asked to stop, [`SmicError::Unresolved`] and [`SmicError::Range`] where
/// rounding hinders a solution.
pub fn panel(answers: &[Answers], settings: &Settings, control: &Control) -> Result<Panel, SmicError> {
    let events = answers.first().ok_or(SmicError::Nobody)?.events();
    if let Some((expert, other)) = answers.iter().enumerate().find(|(_, a)| a.events() != events) {
        return Err(SmicError::Panel { expert, found: other.events(), events });
    }
    let solved: Vec<(Net, Canonical)> = answers
        .par_iter()
        .map(|answers| {
            let net = net(answers, settings.simple_terms);
            let canonical = maximum_entropy(&net, control)?;
            control.advance(1);
            Ok((net, canonical))
        })
        .collect::<Result<_, SmicError>>()?;
    let mut mean = vec![0.0; 1 << events];
    for (_, canonical) in &solved {
        add(&mut mean, &canonical.probability, 1.0);
    }
    let common = ranged(events, &mean);
    let experts = solved
        .into_par_iter()
        .map(|(net, canonical)| {
            let mut scenarios = Vec::new();
            if settings.ranges {
                scenarios = ranged(events, &canonical.probability);
                scenarios.extend(&common);
                scenarios.sort_unstable();
                scenarios.dedup();
            }
            let found = ranges(&net, &canonical, &scenarios, control)?;
            Ok(finish(net, canonical, &scenarios, found, settings))
        })
        .collect::<Result<_, SmicError>>()?;
    Ok(Panel { experts, core_share: settings.core_share })
}

impl Panel {
    /// The solutions, in the order of the experts.
    #[must_use]
    pub fn experts(&self) -> &[Smic] {
        &self.experts
    }

    /// The mean of the experts' solutions, each as often as `multiplicities` says (one number an expert, as a
    /// resampled panel has them), or once. `None` where nobody counts or the numbers are not one an expert.
    #[must_use]
    pub fn average(&self, multiplicities: Option<&[u16]>) -> Option<Average> {
        if multiplicities.is_some_and(|m| m.len() != self.experts.len()) {
            return None;
        }
        let count = |at: usize| multiplicities.map_or(1, |m| m[at]);
        let experts: u32 = (0..self.experts.len()).map(|at| u32::from(count(at))).sum();
        if experts == 0 {
            return None;
        }
        let first = self.experts.first()?;
        let mut terms = vec![0.0; first.net.optimum.moments.len()];
        let mut probability = vec![0.0; first.canonical.probability.len()];
        let mut ranges = vec![Some((0.0, 0.0)); probability.len()];
        let mut objective = 0.0;
        for (at, expert) in self.experts.iter().enumerate() {
            let weight = f64::from(count(at));
            if weight == 0.0 {
                continue;
            }
            add(&mut terms, &expert.net.optimum.moments, weight);
            add(&mut probability, &expert.canonical.probability, weight);
            objective += weight * expert.net.objective;
            for (sum, range) in ranges.iter_mut().zip(&expert.ranges) {
                *sum = sum.zip(*range).map(|((l, h), (low, high))| (l + weight * low, h + weight * high));
            }
        }
        let total = f64::from(experts);
        terms.iter_mut().chain(&mut probability).for_each(|x| *x /= total);
        Some(Average {
            experts,
            moments: Moments::new(first.net.events(), &terms),
            objective: objective / total,
            entropy: entropy(&probability),
            ranges: ranges.into_iter().map(|r| r.map(|(l, h)| (l / total, h / total))).collect(),
            hierarchy: Hierarchy::new(&probability, self.core_share),
            probability,
        })
    }
}

fn add(sums: &mut [f64], values: &[f64], weight: f64) {
    sums.iter_mut().zip(values).for_each(|(sum, x)| *sum += weight * x);
}
