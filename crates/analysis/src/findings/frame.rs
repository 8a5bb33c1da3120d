use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::TraceKey;

/// `frame` · encuadrar.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct FrameFinding {
    /// Whether the study names its subject.
    pub has_subject: bool,
    /// What a study without a subject cannot have: `foda`, `igo`, `axes`.
    pub cannot: Vec<String>,
    /// Base year.
    pub base_year: Option<i64>,
    /// Horizon.
    pub horizon: Option<i64>,
    /// Information cut-off.
    pub cutoff: String,
    /// The rules in force, defaults included: name and value.
    pub rules: BTreeMap<String, String>,
    /// Hash of the rules in force.
    pub rules_hash: String,
    /// Seed of every draw.
    pub seed: u64,
    /// Draws of the resampling.
    pub draws: usize,
    /// Smallest group shown.
    pub min_group: usize,
    /// How many records of each kind the study has.
    pub records: BTreeMap<String, usize>,
    /// What it rests on.
    pub trace: TraceKey,
}

/// A decision or gate, with what the rule proposes today.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct DecisionFinding {
    /// Id of the decision; empty where nothing was decided.
    pub id: String,
    /// What it is about.
    pub about: String,
    /// For a gate: the stage.
    pub stage: Option<String>,
    /// For a gate: the state.
    pub state: Option<String>,
    /// What stands: the decision, or the rule's proposal.
    pub stands: Vec<String>,
    /// What the rule proposes today.
    pub proposed: Vec<String>,
    /// Whether somebody decided.
    pub decided: bool,
    /// Whether decision and proposal are the same set.
    pub agrees: bool,
    /// Hash of the findings it rests on today.
    pub basis: String,
    /// Whether it rested on other findings when it was taken.
    pub stale: bool,
}
