//! The betting scenario, *escenario apuesta*: admissible, then most desirable, then feasible for the subject.
//!
//! The rule proposes; the decision-maker bets. Probability is no criterion: it is printed as distance.

use crate::descriptive::{Share, mean, median};
use crate::rank::{Ranks, reaches};

/// Plausibility, on 1..5, from which a scenario counts as plausible.
pub const PLAUSIBLE_FROM: f64 = 4.0;
/// Share of the panel that must find it plausible.
pub const ADMISSIBLE_SHARE: f64 = 0.5;
/// Median feasibility, on 1..5, from which a scenario is feasible for the subject.
pub const FEASIBLE_FROM: f64 = 3.0;

/// The thresholds of the rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BetRule {
    /// See [`PLAUSIBLE_FROM`].
    pub plausible_from: f64,
    /// See [`ADMISSIBLE_SHARE`].
    pub admissible_share: f64,
    /// See [`FEASIBLE_FROM`].
    pub feasible_from: f64,
}

impl Default for BetRule {
    fn default() -> Self {
        BetRule {
            plausible_from: PLAUSIBLE_FROM,
            admissible_share: ADMISSIBLE_SHARE,
            feasible_from: FEASIBLE_FROM,
        }
    }
}

/// What the panel said of a scenario. Blanks and abstentions are left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScenarioAnswers {
    /// Plausibility, 1..5.
    pub plausibility: Vec<f64>,
    /// Desirability.
    pub desirability: Vec<f64>,
    /// Feasibility for the subject, 1..5.
    pub feasibility: Vec<f64>,
    /// Pairs of its states that the study excludes.
    pub excluded_pairs: usize,
}

/// Why a scenario was chosen or passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It holds a pair of states that exclude each other.
    Excluded,
    /// Nobody judged its plausibility, or too few of the panel find it plausible.
    NotPlausible,
    /// Admissible, but nobody judged its desirability.
    NoDesirability,
    /// Admissible and reached in the order of desirability, but not feasible (or nobody judged that).
    NotFeasible,
    /// The proposal, or one of several that tie.
    Proposed,
    /// Admissible and less desirable than the proposal.
    LessDesirable,
}

/// One scenario in the trail of the rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Index of the scenario.
    pub scenario: usize,
    /// How many of the panel find it plausible.
    pub plausible: Share,
    /// Median desirability.
    pub desirability: Option<f64>,
    /// Mean desirability: it orders scenarios whose medians are equal.
    pub mean_desirability: Option<f64>,
    /// Median feasibility.
    pub feasibility: Option<f64>,
    /// Why it was chosen or passed over.
    pub outcome: Outcome,
}

/// What the rule proposes.
#[derive(Clone, Debug, PartialEq)]
pub struct Bet {
    /// The proposal: none, one, or several that tie in median and mean desirability.
    pub proposed: Vec<usize>,
    /// Every scenario: first the admissible ones from the most desirable on, then the others, each in the order given.
    pub trail: Vec<Step>,
}

/// Applies the rule. Scenarios are ordered by median desirability, equal medians by the mean; scenarios equal in both
/// are tied: those of them that are feasible are all proposed, and the analyst decides.
pub fn bet(scenarios: &[ScenarioAnswers], rule: &BetRule) -> Bet {
    let mut admissible = Vec::new();
    let mut others = Vec::new();
    for (scenario, answers) in scenarios.iter().enumerate() {
        let judged = &answers.plausibility;
        let k = judged.iter().filter(|v| reaches(**v, rule.plausible_from)).count();
        let plausible = Share { k, n: judged.len() };
        let desirability = median(&answers.desirability);
        let outcome = if answers.excluded_pairs > 0 {
            Some(Outcome::Excluded)
        } else if !plausible.fraction().is_some_and(|share| reaches(share, rule.admissible_share)) {
            Some(Outcome::NotPlausible)
        } else if desirability.is_none() {
            Some(Outcome::NoDesirability)
        } else {
            None
        };
        let step = Step {
            scenario,
            plausible,
            desirability,
            mean_desirability: mean(&answers.desirability),
            feasibility: median(&answers.feasibility),
            outcome: outcome.unwrap_or(Outcome::LessDesirable),
        };
        if outcome.is_none() { admissible.push(step) } else { others.push(step) }
    }
    // Places instead of values: ties within the tolerance share one, so the order is total.
    let places = |value: fn(&Step) -> Option<f64>| {
        Ranks::descending(&admissible.iter().map(|s| value(s).unwrap_or(0.0)).collect::<Vec<_>>()).first
    };
    let keys = places(|s| s.desirability).into_iter().zip(places(|s| s.mean_desirability));
    let mut admissible: Vec<((u32, u32), Step)> = keys.zip(admissible).collect();
    admissible.sort_by_key(|(key, step)| (*key, step.scenario));
    let mut proposed = Vec::new();
    let mut start = 0;
    while start < admissible.len() && proposed.is_empty() {
        let mut end = start + 1;
        while end < admissible.len() && admissible[start].0 == admissible[end].0 {
            end += 1;
        }
        for (_, step) in &mut admissible[start..end] {
            if step.feasibility.is_some_and(|f| reaches(f, rule.feasible_from)) {
                step.outcome = Outcome::Proposed;
                proposed.push(step.scenario);
            } else {
                step.outcome = Outcome::NotFeasible;
            }
        }
        start = end;
    }
    let trail = admissible.into_iter().map(|(_, step)| step).chain(others).collect();
    Bet { proposed, trail }
}

/// How many variables two images of the future place in different states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateDistance {
    /// Variables in different states.
    pub differing: usize,
    /// Variables that both images fix.
    pub compared: usize,
}

/// Distance of two images by the states of their variables (`None` where an image fixes no state); variables beyond the
/// shorter image are not compared.
pub fn state_distance(a: &[Option<usize>], b: &[Option<usize>]) -> StateDistance {
    let both = || a.iter().zip(b).filter_map(|(x, y)| x.zip(*y));
    StateDistance { differing: both().filter(|(x, y)| x != y).count(), compared: both().count() }
}

/// Euclidean distance of two positions on the plane of the axes, as a share of the plane's diagonal; `width` and
/// `height` are the lengths of the axes. `None` where they are not positive.
pub fn plane_distance(a: (f64, f64), b: (f64, f64), width: f64, height: f64) -> Option<f64> {
    if !(width > 0.0 && height > 0.0) {
        return None;
    }
    let (x, y) = (a.0 - b.0, a.1 - b.1);
    Some(((x * x + y * y) / (width * width + height * height)).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn scenario(plausibility: &[f64], desirability: &[f64], feasibility: &[f64]) -> ScenarioAnswers {
        ScenarioAnswers {
            plausibility: plausibility.to_vec(),
            desirability: desirability.to_vec(),
            feasibility: feasibility.to_vec(),
            excluded_pairs: 0,
        }
    }

    #[test]
    fn the_trail_says_why() {
        let scenarios = [
            // The most desirable, plausible for 2 of 5 only.
            scenario(&[4.0, 5.0, 3.0, 2.0, 1.0], &[5.0; 5], &[4.0; 5]),
            // The next, plausible for exactly half, not feasible.
            scenario(&[4.0, 4.0, 1.0, 1.0], &[5.0, 4.0, 4.0, 5.0], &[2.0, 3.0, 2.0, 3.0]),
            // The next: proposed.
            scenario(&[4.0, 5.0, 4.0, 2.0], &[4.0, 4.0, 4.0, 5.0], &[3.0; 4]),
            scenario(&[5.0; 4], &[1.0, 2.0, 1.0, 2.0], &[5.0; 4]),
            ScenarioAnswers { excluded_pairs: 1, ..scenario(&[5.0; 4], &[5.0; 4], &[5.0; 4]) },
            scenario(&[5.0; 4], &[], &[5.0; 4]),
        ];
        let found = bet(&scenarios, &BetRule::default());
        assert_eq!(found.proposed, [2]);
        let trail: Vec<(usize, Outcome)> = found.trail.iter().map(|s| (s.scenario, s.outcome)).collect();
        assert_eq!(
            trail,
            [
                (1, Outcome::NotFeasible),
                (2, Outcome::Proposed),
                (3, Outcome::LessDesirable),
                (0, Outcome::NotPlausible),
                (4, Outcome::Excluded),
                (5, Outcome::NoDesirability),
            ]
        );
        assert_eq!(found.trail[3].plausible, Share { k: 2, n: 5 });
    }

    #[test]
    fn the_mean_orders_equal_medians_and_full_ties_stay() {
        let twice = scenario(&[4.0; 3], &[3.0, 4.0, 4.0], &[3.0; 3]);
        let better = scenario(&[4.0; 3], &[4.0, 4.0, 5.0], &[3.0; 3]);
        let found = bet(&[twice.clone(), better.clone()], &BetRule::default());
        assert_eq!(found.proposed, [1]);
        assert_eq!(bet(&[twice.clone(), twice], &BetRule::default()).proposed, [0, 1]);
        // One of the tied is not feasible.
        let beyond = ScenarioAnswers { feasibility: vec![1.0], ..better.clone() };
        assert_eq!(bet(&[beyond, better], &BetRule::default()).proposed, [1]);
        assert!(bet(&[], &BetRule::default()).proposed.is_empty());
    }

    #[test]
    fn distances() {
        let d = state_distance(&[Some(0), Some(1), None, Some(2)], &[Some(0), Some(2), Some(1), Some(2)]);
        assert_eq!(d, StateDistance { differing: 1, compared: 3 });
        assert_eq!(plane_distance((-1.0, -1.0), (1.0, 1.0), 2.0, 2.0), Some(1.0));
        assert_eq!(plane_distance((0.0, 0.0), (1.0, 1.0), 0.0, 2.0), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn what_is_proposed_passes_every_gate(
            answers in prop::collection::vec((1u8..=5, 1u8..=5, 1u8..=5), 1..40)
        ) {
            let scenarios: Vec<ScenarioAnswers> = answers
                .chunks(5)
                .map(|panel| {
                    let side = |f: fn(&(u8, u8, u8)) -> u8| panel.iter().map(|p| f64::from(f(p))).collect();
                    ScenarioAnswers {
                        plausibility: side(|p| p.0),
                        desirability: side(|p| p.1),
                        feasibility: side(|p| p.2),
                        excluded_pairs: 0,
                    }
                })
                .collect();
            let found = bet(&scenarios, &BetRule::default());
            prop_assert_eq!(found.trail.len(), scenarios.len());
            for &s in &found.proposed {
                prop_assert!(median(&scenarios[s].feasibility) >= Some(3.0));
                let plausible = scenarios[s].plausibility.iter().filter(|v| **v >= 4.0).count();
                prop_assert!(2 * plausible >= scenarios[s].plausibility.len());
            }
        }
    }
}
