use schemars::JsonSchema;
use serde::Serialize;

use super::{ItemStat, Key, Range, Stability, TraceKey};

/// `act` · construir.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ActFinding {
    /// The opportunities on the plane of attractiveness and capacity.
    pub opportunities: Vec<OpportunityFinding>,
    /// Cut of that plane: the middle of the scale.
    pub opportunity_cut: Option<f64>,
    /// What the opportunities rest on.
    pub opportunity_trace: TraceKey,
    /// The IGO plane.
    pub igo: Option<IgoFinding>,
    /// Actions on several criteria under several policies.
    pub multipol: Option<super::MultipolFinding>,
    /// Actions against scenarios.
    pub robustness: Option<RobustnessFinding>,
    /// What is missing in the chain from vision to indicator.
    pub chain: Vec<ChainRow>,
    /// The relevance tree.
    pub tree: Vec<TreeNode>,
    /// The way back from the bet, latest first.
    pub backcast: Vec<Key>,
    /// The roadmap, by first year.
    pub roadmap: Vec<RoadmapRow>,
}

/// An opportunity.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct OpportunityFinding {
    /// Id.
    pub id: Key,
    /// Answers to each criterion, in the order of the criteria.
    pub criteria: Vec<ItemStat>,
    /// Experts who scored it.
    pub n: usize,
    /// Median over the experts of the mean of the criteria of attractiveness.
    pub attractiveness: Option<f64>,
    /// Its quartiles, from 8 experts on.
    pub attractiveness_spread: Option<Range>,
    /// The same of capacity.
    pub capacity: Option<f64>,
    /// Its quartiles.
    pub capacity_spread: Option<Range>,
    /// `now` (attractive, capable), `prepare` (attractive, not yet capable), `maintain`, `later`.
    pub zone: Option<String>,
    /// Stability of the zone over resampled panels; absent below 8 experts.
    pub stability: Option<Stability>,
    /// Scenarios in which it survives.
    pub scenarios: Vec<Key>,
}

/// Importance and governability.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct IgoFinding {
    /// How the plane is cut: `fixed`.
    pub rule: String,
    /// Cut of importance.
    pub importance_cut: f64,
    /// Cut of governability.
    pub governability_cut: f64,
    /// The items, in the order of their file.
    pub items: Vec<IgoItem>,
    /// What it rests on.
    pub trace: TraceKey,
}

/// Class of the IGO plane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum IgoZone {
    /// Important and governable (inmediatas).
    Immediate,
    /// Important, not governable (retos).
    Challenge,
    /// Governable, less important (menos urgentes).
    LessUrgent,
    /// Neither (innecesarias).
    #[default]
    Unnecessary,
}

/// An action on the IGO plane.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct IgoItem {
    /// Action.
    pub id: Key,
    /// Importance.
    pub importance: ItemStat,
    /// Governability.
    pub governability: ItemStat,
    /// Class; absent where either has no median.
    pub zone: Option<IgoZone>,
    /// Whether its interquartile interval (extremes below 8) crosses a cut: limítrofe.
    pub borderline: bool,
    /// Stability of the class over resampled panels; absent below 8 experts.
    pub stability: Option<Stability>,
    /// Rank by class, then by importance x governability; ties shared.
    pub rank: Option<f64>,
}

/// Actions against scenarios.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct RobustnessFinding {
    /// Scenarios, in the order of the columns.
    pub scenarios: Vec<Key>,
    /// Rows.
    pub rows: Vec<RobustnessRow>,
    /// Experts.
    pub experts: usize,
    /// What it rests on.
    pub trace: TraceKey,
}

/// An action in each scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct RobustnessRow {
    /// Action.
    pub action: Key,
    /// Median by scenario: 2 works, 1 needs change, 0 fails.
    pub values: Vec<Option<f64>>,
    /// `robust` (works or needs change everywhere, works in most), `contingent` (fails somewhere), `hedging` (works where the bet fails).
    pub class: Option<String>,
    /// Stability of the class; absent below 8 experts.
    pub stability: Option<Stability>,
}

/// An objective or action with what is missing in its chain.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ChainRow {
    /// Objective.
    pub objective: Key,
    /// Actions that serve it.
    pub actions: Vec<Key>,
    /// Indicators that measure it.
    pub indicators: Vec<Key>,
    /// What is missing: diagnostic codes with the record they concern (`G106/OE2`).
    pub missing: Vec<String>,
}

impl ChainRow {
    /// Whether its actions serve no objective.
    #[must_use]
    pub fn is_loose(&self) -> bool {
        self.objective.is_empty() && !self.actions.is_empty()
    }

    /// Whether no action serves its objective.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        !self.objective.is_empty() && self.actions.is_empty()
    }
}

/// A node of the relevance tree.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct TreeNode {
    /// Id.
    pub id: Key,
    /// Its parent; empty for the root.
    pub parent: Key,
    /// Depth, the root 0.
    pub depth: usize,
    /// Weight among its siblings, summing to 1.
    pub local: f64,
    /// Product of the weights from the root.
    pub relevance: f64,
}

/// A row of the roadmap.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct RoadmapRow {
    /// Action.
    pub action: Key,
    /// First year.
    pub from: i64,
    /// Last year.
    pub to: i64,
    /// First objective it serves.
    pub objective: Option<Key>,
    /// Actions that must come before.
    pub after: Vec<Key>,
    /// Predecessors that start later than it does: a contradiction to look at.
    pub too_early: Vec<Key>,
}
