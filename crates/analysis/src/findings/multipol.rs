use schemars::JsonSchema;
use serde::Serialize;

use super::{Key, TraceKey};

/// Actions judged on several criteria under several policies and scenarios (MULTIPOL).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct MultipolFinding {
    /// Criteria.
    pub criteria: Vec<Key>,
    /// Actions.
    pub actions: Vec<Key>,
    /// Policies.
    pub policies: Vec<Key>,
    /// Scenarios that weigh the criteria.
    pub scenarios: Vec<Key>,
    /// Experts who gave marks.
    pub experts: usize,
    /// Marks, actions by criteria: the median of the experts.
    pub marks: Vec<Vec<f64>>,
    /// Weight of each criterion under each policy: the mean of the experts.
    pub policy_weights: Vec<Vec<f64>>,
    /// Weight of each criterion under each scenario; empty without scenarios.
    pub scenario_weights: Vec<Vec<f64>>,
    /// Score of each action under each policy.
    pub scores: Vec<Vec<f64>>,
    /// By action: mean over the policies.
    pub mean: Vec<f64>,
    /// By action: standard deviation over the policies, of the population.
    pub sd: Vec<f64>,
    /// By action: place by mean, ties broken by the lower standard deviation; those left are shared.
    pub place: Vec<(u32, u32)>,
    /// By action: distance to the ideal in the plane of mean and standard deviation, 0 at the ideal. Our measure.
    pub distance_to_ideal: Vec<f64>,
    /// By action: the largest loss against the best under a policy.
    pub largest_regret: Vec<f64>,
    /// Mean at or above the mean of means, deviation at or below the mean of deviations.
    pub robust: Vec<bool>,
    /// Mean from which an action is robust.
    pub mean_cut: Option<f64>,
    /// Deviation up to which it is.
    pub sd_cut: Option<f64>,
    /// Score of each policy under each scenario; empty without scenarios.
    pub policy_scores: Vec<Vec<f64>>,
    /// Score of each action under each scenario; empty without scenarios.
    pub scenario_scores: Vec<Vec<f64>>,
    /// By action: mean over the scenarios.
    pub scenario_mean: Vec<f64>,
    /// By action: standard deviation over the scenarios.
    pub scenario_sd: Vec<f64>,
    /// By action: draws in which it was robust, over resampled panels; absent below 8 experts.
    pub robust_draws: Option<Vec<super::Stability>>,
    /// What it rests on.
    pub trace: TraceKey,
}
