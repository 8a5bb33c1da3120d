use schemars::JsonSchema;
use serde::Serialize;

use super::{Count, Key, Range, Stability, TraceKey};

/// `choose` · apostar.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ChooseFinding {
    /// The bet that stands: the decision, or the rule's proposal.
    pub bet: Option<Key>,
    /// Whether the decision-maker decided it.
    pub decided: bool,
    /// What the rule proposes.
    pub proposed: Option<Key>,
    /// Why: each scenario through the rule's three steps.
    pub steps: Vec<BetStep>,
    /// Scenarios that tie for the rule's proposal.
    pub tied: Vec<Key>,
    /// The panel's vote.
    pub vote: Vec<Vote>,
    /// Experts who voted.
    pub voters: usize,
    /// Whether vote and decision differ.
    pub vote_differs: bool,
    /// Distance from today, from the tendencial.
    pub distance: Vec<Distance>,
    /// Contingency plans.
    pub plans: Vec<Key>,
    /// How robust the proposal is.
    pub robustness: Option<BetRobustness>,
    /// What it rests on.
    pub trace: TraceKey,
}

impl ChooseFinding {
    /// Whether the bet that stands is a decision or the rule's proposal, as sentences are chosen by it.
    #[must_use]
    pub fn standing(&self) -> &'static str {
        if self.decided { "decided" } else { "proposed" }
    }
}

/// A scenario through the rule.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct BetStep {
    /// Scenario.
    pub scenario: Key,
    /// How many call it plausible (4 or 5 of 5).
    pub plausible: Option<Count>,
    /// Pairs of states that exclude each other.
    pub excluded: usize,
    /// Whether it is admissible.
    pub admissible: Option<bool>,
    /// Median desirability; where medians tie the mean orders, and the tie is reported.
    pub desirability: Option<f64>,
    /// Order among the admissible by desirability, from 1.
    pub order: Option<usize>,
    /// Median feasibility for the subject.
    pub feasibility: Option<f64>,
    /// Whether it is feasible.
    pub feasible: Option<bool>,
    /// Why it is not the proposal: `not-admissible`, `less-desirable`, `not-feasible`, or `proposed`.
    pub verdict: String,
}

/// Votes for a scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Vote {
    /// Scenario.
    pub scenario: Key,
    /// Votes of voters.
    pub votes: Count,
}

/// How far the bet is from somewhere.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Distance {
    /// Scenario it is measured from: the present or the tendencial.
    pub from: Key,
    /// States that differ, of those that both fix.
    pub states: Count,
    /// Variables whose state differs.
    pub variables: Vec<Key>,
    /// Distance on the plane, in sides of a quadrant.
    pub plane: Option<f64>,
    /// Probability of the bet less that of the most probable corner, where measured.
    pub probability_gap: Option<f64>,
}

/// How robust the proposal is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct BetRobustness {
    /// By scenario: resampled panels in which the rule proposed it; empty below 8 experts.
    pub draws: Vec<ScenarioDraws>,
    /// Leaving one expert out: in how many of the panels the proposal stood; from 5 experts on.
    pub leave_one_out: Option<Count>,
    /// Range of votes for the bet, leaving one expert out.
    pub vote_range: Option<Range>,
    /// What each group alone would propose; groups of at least `privacy.min_group`.
    pub groups: Vec<GroupProposal>,
}

/// Draws that proposed a scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ScenarioDraws {
    /// Scenario; empty for "no proposal".
    pub scenario: Key,
    /// Draws.
    pub stability: Stability,
}

/// What a group alone would propose.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct GroupProposal {
    /// Group, or `other`.
    pub group: String,
    /// Experts of it.
    pub experts: usize,
    /// Its proposal.
    pub proposed: Option<Key>,
}
