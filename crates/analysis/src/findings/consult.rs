use schemars::JsonSchema;
use serde::Serialize;

use super::{Count, ItemStat, Key, PanelLevel, Range, TraceKey};

/// The lane of consultations.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ConsultFinding {
    /// The panel by its margins.
    pub panel: PanelFinding,
    /// The consultations, in the order of their file.
    pub consultations: Vec<ConsultationFinding>,
    /// The abacus of each round that asked for colours.
    pub abaci: Vec<super::AbacusFinding>,
    /// What it rests on.
    pub trace: TraceKey,
}

/// The panel by its margins; margins smaller than `privacy.min_group` are merged into `other`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct PanelFinding {
    /// Experts.
    pub experts: usize,
    /// By country, group and sector: `(name, count)`; merged margins are named `other`.
    pub countries: Vec<Margin>,
    /// By group.
    pub groups: Vec<Margin>,
    /// By sector.
    pub sectors: Vec<Margin>,
    /// Coefficient of competence K: high, medium and low. It describes and does not weigh.
    pub competence: Option<CompetenceFinding>,
}

/// A margin of the panel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Margin {
    /// Name, or `other` where small margins were merged.
    pub name: String,
    /// Experts.
    pub count: usize,
    /// How many margins were merged into it.
    pub merged: usize,
}

/// Classes of the coefficient of competence.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct CompetenceFinding {
    /// Experts with both ratings.
    pub n: usize,
    /// K from 0.8 on.
    pub high: usize,
    /// K from 0.5 to below 0.8.
    pub medium: usize,
    /// K below 0.5.
    pub low: usize,
    /// Median K, from 5 experts on.
    pub median: Option<f64>,
}

/// A consultation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ConsultationFinding {
    /// Id.
    pub id: Key,
    /// Mode.
    pub mode: Option<String>,
    /// Its rounds, by number.
    pub rounds: Vec<RoundFinding>,
    /// Who left between the first and the last round.
    pub drop_out: Option<DropOutFinding>,
}

/// A round.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct RoundFinding {
    /// Id.
    pub id: Key,
    /// Number within its consultation.
    pub number: usize,
    /// Invited and answered.
    pub response: Count,
    /// A round that the group answered as one: how many participants it names, 0 where it names none. `response` then
    /// counts the group's answer, of one.
    pub together: Option<usize>,
    /// The response by group, groups below `privacy.min_group` merged.
    pub response_by_group: Vec<GroupResponse>,
    /// Statistics of each family asked.
    pub families: Vec<FamilyFinding>,
}

/// Response of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GroupResponse {
    /// Group, or `other`.
    pub group: String,
    /// Answered of invited.
    pub response: Count,
}

/// Who left, and where they had stood.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct DropOutFinding {
    /// First round.
    pub first: Key,
    /// Last round.
    pub last: Key,
    /// Left of those who answered the first round.
    pub left: Count,
    /// For each item with a clear shift: median of those who left beside those who stayed, in the first round. Absent
    /// where fewer than `privacy.min_group` left, so that nobody is singled out; then only `mean_gap` is given.
    pub items: Vec<DropOutItem>,
    /// Mean over the items of the absolute distance of the leavers' mean from the stayers' mean, in points of the scale.
    pub mean_gap: Option<f64>,
    /// Items in which the leavers' first-round position lay farther from the panel's median than the stayers'.
    pub nearer_minority: Option<Count>,
}

/// First-round position of leavers and stayers on an item.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct DropOutItem {
    /// Family.
    pub family: String,
    /// Item.
    pub id: Key,
    /// Median of those who left.
    pub left: f64,
    /// Median of those who stayed.
    pub stayed: f64,
}

/// A family of a round.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct FamilyFinding {
    /// Family.
    pub family: String,
    /// Lowest and highest value of its scale.
    pub scale: Option<Range>,
    /// The points of the scale, where it has few.
    pub points: Vec<f64>,
    /// Experts who answered at least one item.
    pub experts: usize,
    /// Its items, in the order of their records.
    pub items: Vec<ItemStat>,
    /// Agreement on the order of the items.
    pub kendall: Option<KendallFinding>,
    /// Agreement on the answers themselves; from 8 experts on who answered every item.
    pub fleiss: Option<FleissFinding>,
    /// The groups side by side.
    pub groups: Vec<GroupContrast>,
    /// Stability since the round before, on the same experts.
    pub stability: Vec<ItemStability>,
    /// What the two other rules of consensus would say.
    pub other_rules: Vec<ConsensusChange>,
    /// The panel weighted by the coefficient K, where the study's rules say so; the unweighted one stands in `items`.
    pub weighted: Option<WeightedFinding>,
    /// What it rests on.
    pub trace: TraceKey,
}

/// What changes under another rule of consensus.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ConsensusChange {
    /// The rule: `iqr`, `agreement`, `cv`.
    pub rule: String,
    /// Items that it would find consensus on.
    pub reached: usize,
    /// Items with a consensus under it and none under the study's rule.
    pub gained: Vec<Key>,
    /// Items that lose theirs.
    pub lost: Vec<Key>,
}

/// A panel weighted by the experts' coefficient of competence K.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct WeightedFinding {
    /// Experts with a coefficient; the others weigh nothing.
    pub experts: usize,
    /// What they are worth in experts who weigh the same.
    pub effective_n: f64,
    /// By item, in the order of `items`; absent below 8 weighted answers.
    pub items: Vec<Option<WeightedItem>>,
}

/// An item by the weighted panel.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct WeightedItem {
    /// Weighted mean.
    pub mean: f64,
    /// Weighted median.
    pub median: f64,
    /// Weighted first quartile (type 2).
    pub q1: f64,
    /// Weighted third quartile.
    pub q3: f64,
}

/// Kendall's W: it measures order, not level.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct KendallFinding {
    /// Experts who rated every item.
    pub experts: usize,
    /// Items.
    pub items: usize,
    /// W, corrected for ties.
    pub w: f64,
    /// Its word (Schmidt 1997): `very-weak`, `weak`, `moderate`, `strong`, `unusually-strong`.
    pub word: String,
    /// Chi-square, degrees of freedom and p, for the annex only.
    pub chi2: f64,
    /// Degrees of freedom.
    pub df: usize,
    /// p, never evidence.
    pub p: f64,
}

/// Fleiss' kappa (1971): whether the experts give each item the same answer, beyond what the use of the scale makes
/// likely. The points of the scale are names here: any two that differ count alike, near or far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct FleissFinding {
    /// Experts who rated every item.
    pub experts: usize,
    /// Items.
    pub items: usize,
    /// Points of the scale.
    pub categories: usize,
    /// Kappa, 1 at most.
    pub kappa: f64,
    /// Its word (Landis and Koch 1977): `poor`, `slight`, `fair`, `moderate`, `substantial`, `almost-perfect`.
    pub word: String,
    /// Mean share of pairs of experts who agree.
    pub observed: f64,
    /// Share that the use of the scale alone makes likely.
    pub expected: f64,
}

/// Experts who changed sides on an item: inside or outside of the range that counts as agreement.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct SidesFinding {
    /// Experts who answered in both rounds.
    pub n: usize,
    /// Value from which an answer agrees.
    pub cut: f64,
    /// Agreed in the round before, and no longer.
    pub left: usize,
    /// Did not agree in the round before, and do now.
    pub joined: usize,
    /// McNemar's chi-square (1947) with Edwards' correction; absent where nobody changed sides.
    pub chi2: Option<f64>,
    /// Its p, never evidence.
    pub p: Option<f64>,
    /// p of the exact binomial test, to be read where few changed sides; never evidence.
    pub p_exact: f64,
}

/// Two groups on an item.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct GroupContrast {
    /// Item.
    pub id: Key,
    /// The first group.
    pub a: String,
    /// The second group.
    pub b: String,
    /// Answers of the first.
    pub n_a: usize,
    /// Answers of the second.
    pub n_b: usize,
    /// Median of the first.
    pub median_a: f64,
    /// Median of the second.
    pub median_b: f64,
    /// Cliff's delta: positive where the first group answers higher.
    pub delta: f64,
    /// Its 95 % percentile interval over seeded resamples within groups.
    pub interval: Option<Range>,
    /// Its word: `negligible`, `small`, `medium`, `large`.
    pub word: String,
    /// p of the rank-sum test after Benjamini and Hochberg.
    pub p_adjusted: Option<f64>,
    /// Whether a difference was detected; otherwise "no difference detected", never "no difference".
    pub detected: bool,
}

/// Wilcoxon's signed rank test.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct WilcoxonFinding {
    /// Pairs that differ.
    pub n: usize,
    /// The smaller sum of ranks.
    pub w: f64,
    /// Two-sided p, never evidence.
    pub p: f64,
}

/// Chi-square of a table of transitions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct TransitionFinding {
    /// Chi-square.
    pub chi2: f64,
    /// Degrees of freedom.
    pub df: usize,
    /// p, never evidence.
    pub p: f64,
    /// More than a fifth of the cells expect fewer than five experts: p is no guide.
    pub rough: bool,
}

/// Stability of an item between two rounds, on the same experts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ItemStability {
    /// Item.
    pub id: Key,
    /// Experts who answered it in both rounds.
    pub n: usize,
    /// How much of the panel that is.
    pub level: PanelLevel,
    /// Median in the first and in the second round.
    pub median_before: Option<f64>,
    /// Median in the second round.
    pub median_after: Option<f64>,
    /// IQR in the first round.
    pub iqr_before: Option<f64>,
    /// IQR in the second round.
    pub iqr_after: Option<f64>,
    /// Scheibe's share of change of the distribution.
    pub change: Option<f64>,
    /// Whether it is below the study's rule.
    pub stable: Option<bool>,
    /// Change of the coefficient of variation.
    pub delta_cv: Option<f64>,
    /// Change of the relative interquartile range.
    pub relative_iqr_change: Option<f64>,
    /// Spearman's correlation of the two rounds.
    pub spearman: Option<f64>,
    /// Cohen's kappa of the two rounds, weighted by the square of the distance.
    pub kappa: Option<f64>,
    /// The same without weights: any two answers that differ count alike.
    pub kappa_nominal: Option<f64>,
    /// McNemar's test of agreement, yes or no, in the two rounds.
    pub sides: Option<SidesFinding>,
    /// Wilcoxon's signed rank test of the second round against the first.
    pub wilcoxon: Option<WilcoxonFinding>,
    /// Chi-square of the experts' transitions (Chaffin and Talley): whether they kept to what they said.
    pub transition: Option<TransitionFinding>,
    /// Shape of opinion of a stable item (Dajani, Sincoff and Talley): `consensus`, `majority`, `bipolarity`,
    /// `plurality`, `disagreement`.
    pub opinion: Option<String>,
    /// Experts who moved.
    pub moved: Option<Count>,
    /// Stable without consensus: a finding of its own.
    pub stable_without_consensus: bool,
}
