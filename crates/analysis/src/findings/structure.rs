use schemars::JsonSchema;
use serde::Serialize;

use super::{Count, Key, PanelLevel, Range, Stability, TraceKey};

/// `structure` · estructurar.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct StructureFinding {
    /// The variables, in the order of their file.
    pub variables: Vec<VariableFinding>,
    /// The rules' cuts.
    pub cuts: StructureCuts,
    /// Determinantes: high influence, low dependence.
    pub determining: Vec<Key>,
    /// Claves: high influence, high dependence.
    pub key: Vec<Key>,
    /// Incertidumbres críticas: important and uncertain.
    pub critical: Vec<Key>,
    /// The crossing: determinante and incertidumbre crítica.
    pub crossing: Vec<Key>,
    /// The strategic variables that stand: decided, or proposed by the rule (determining, key, critical).
    pub strategic: Vec<Key>,
    /// Structural analysis.
    pub micmac: Option<MicmacFinding>,
    /// FODA crossing.
    pub foda: Option<FodaFinding>,
    /// The game of the actors.
    pub mactor: Option<super::MactorFinding>,
    /// Actors by the variables they move.
    pub actors: Vec<ActorFinding>,
    /// The fichas of diagnosis.
    pub diagnosis: Vec<DiagnosisFinding>,
    /// What the classes rest on.
    pub trace: TraceKey,
}

impl StructureFinding {
    /// Whether the matrix of influences places the variables.
    #[must_use]
    pub fn placed(&self) -> bool {
        self.micmac.as_ref().is_some_and(MicmacFinding::settled)
    }
}

/// Where the classes are cut.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct StructureCuts {
    /// Cut of importance.
    pub importance: Option<f64>,
    /// Cut of uncertainty.
    pub uncertainty: Option<f64>,
    /// Cut of influence, in points of the direct matrix.
    pub influence: Option<f64>,
    /// Cut of dependence.
    pub dependence: Option<f64>,
}

/// What is found of a variable.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct VariableFinding {
    /// Id.
    pub id: Key,
    /// Median importance in the last round asked.
    pub importance: Option<f64>,
    /// Median uncertainty.
    pub uncertainty: Option<f64>,
    /// Answers to importance.
    pub n: usize,
    /// High influence, low dependence.
    pub determining: bool,
    /// High influence, high dependence.
    pub key: bool,
    /// Important and uncertain.
    pub critical: bool,
    /// Determining and critical.
    pub crossing: bool,
    /// Stability of each of the four over resampled panels; absent below 8 experts.
    pub stability: Option<VariableStability>,
    /// Ideas it comes from.
    pub ideas: Vec<Key>,
    /// Evidence that touches it.
    pub evidence: Vec<Key>,
    /// Indicators that measure it.
    pub indicators: Vec<Key>,
}

/// How often a variable had a class over the resampled panels.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct VariableStability {
    /// Determining.
    pub determining: Option<Stability>,
    /// Key.
    pub key: Option<Stability>,
    /// Critical uncertainty.
    pub critical: Option<Stability>,
}

/// Zone of the plane of influence and dependence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Zone {
    /// High influence, low dependence (determinante, motriz).
    Determinant,
    /// High, high (clave, de enlace).
    Relay,
    /// Low influence, high dependence (resultado).
    Result,
    /// Low, low (autónoma).
    #[default]
    Autonomous,
}

/// Structural analysis (MICMAC).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct MicmacFinding {
    /// The variables, in the order of rows and columns.
    pub variables: Vec<Key>,
    /// The round, and how the matrix came about.
    pub aggregation: AggregationFinding,
    /// The aggregated matrix, by rows; P is 0 here and 1 in `potential_cells`.
    pub matrix: Vec<Vec<f64>>,
    /// Cells that are potential.
    pub potential_cells: Vec<(usize, usize)>,
    /// Cells that nobody answered.
    pub empty_cells: usize,
    /// Direct sums.
    pub direct: Sums,
    /// Direct cuts: influence and dependence.
    pub cut: Cuts,
    /// Indirect influence and dependence.
    pub indirect: IndirectFinding,
    /// Sums with P replaced by its number.
    pub potential: PotentialFinding,
    /// Characteristics of the matrix.
    pub characteristics: Characteristics,
    /// How the ranking converged.
    pub convergence: Convergence,
    /// Zones by direct position.
    pub zones: Vec<Zone>,
    /// Zones by indirect position.
    pub indirect_zones: Vec<Zone>,
    /// Direct shares, per 1.
    pub direct_share: Sums,
    /// Kendall agreement of the direct and the indirect order: influence and dependence.
    pub agreement: Cuts,
    /// Hidden variables: whose indirect influence rank is at least three places better, or whose zone changes.
    pub displaced: Vec<Displacement>,
    /// What changes zone under the other aggregation rules and cuts.
    pub other_rules: Vec<RuleChange>,
    /// Median rank over the experts' own analyses (the other order of aggregating); absent for one matrix.
    pub per_expert_rank: Option<Sums>,
    /// Resampled panels; absent below 8 experts.
    pub stability: Option<MicmacStability>,
    /// Cell sensitivity of a single or consensus matrix; never the panel's uncertainty.
    pub sensitivity: Option<MicmacStability>,
    /// Leave-one-out: for each variable, the range of its influence rank; from 5 experts on.
    pub leave_one_out: Option<Vec<Range>>,
    /// What it rests on.
    pub trace: TraceKey,
}

impl MicmacFinding {
    /// Pairs of which nobody said anything, not even that they have no opinion; at most, where a panel is parted over
    /// the pairs.
    #[must_use]
    pub fn open(&self) -> usize {
        let complete = self.aggregation.complete;
        self.empty_cells.min(complete.n.saturating_sub(complete.k))
    }

    /// Whether so few pairs are open, which count as 0, that the places say something: one in twenty at most.
    #[must_use]
    pub fn settled(&self) -> bool {
        self.open() * 20 <= self.aggregation.complete.n
    }
}

/// Sums by variable, in the order of `variables`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Sums {
    /// Influence: sums of rows.
    pub influence: Vec<f64>,
    /// Dependence: sums of columns.
    pub dependence: Vec<f64>,
}

/// One value for influence and one for dependence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Cuts {
    /// For influence.
    pub influence: f64,
    /// For dependence.
    pub dependence: f64,
}

/// Indirect influence.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct IndirectFinding {
    /// Power of the matrix at which the ranking stood.
    pub power: usize,
    /// Row sums of that power as whole numbers over `denominator`; absent where the ranking is that of rounded numbers
    /// (an alternating matrix, a power above 64).
    pub influence_sum: Option<Vec<String>>,
    /// Column sums, likewise.
    pub dependence_sum: Option<Vec<String>>,
    /// The common denominator of the cells, to the power.
    pub denominator: Option<String>,
    /// The powers on the way, 50 at most: how far each ranking agrees with that of the power before.
    pub steps: Vec<PowerStep>,
    /// Shares of influence.
    pub influence_share: Vec<f64>,
    /// Shares of dependence.
    pub dependence_share: Vec<f64>,
    /// Ids by falling indirect influence; ties by id.
    pub influence_order: Vec<Key>,
    /// Ids by falling indirect dependence.
    pub dependence_order: Vec<Key>,
    /// Rank of influence, ties shared (1 is the highest).
    pub influence_rank: Vec<f64>,
    /// Rank of dependence.
    pub dependence_rank: Vec<f64>,
    /// Direct rank of influence.
    pub direct_influence_rank: Vec<f64>,
    /// Direct rank of dependence.
    pub direct_dependence_rank: Vec<f64>,
}

/// A power on the way to the indirect ranking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct PowerStep {
    /// The power.
    pub power: usize,
    /// Kendall agreement of the ranking by influence with that of the power before, 0 to 1.
    pub influence: Option<f64>,
    /// The same by dependence.
    pub dependence: Option<f64>,
}

/// Sums with potential influences counted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct PotentialFinding {
    /// Number that stood for P.
    pub value: f64,
    /// Direct sums.
    pub direct: Sums,
    /// Indirect shares.
    pub indirect: Sums,
}

/// Characteristics of the matrix.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Characteristics {
    /// Variables.
    pub size: usize,
    /// Cells of 0, diagonal included.
    pub zeros: usize,
    /// Cells of 1 (rounded, for rules that give fractions).
    pub ones: usize,
    /// Cells of 2.
    pub twos: usize,
    /// Cells of 3.
    pub threes: usize,
    /// Cells of P.
    pub potential: usize,
    /// Non-zero cells, P included, over all cells.
    pub fill: f64,
}

/// How the indirect ranking converged.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Convergence {
    /// `stable`, `periodic`, `nilpotent`, `not-reached` or `given` (a fixed power).
    pub kind: String,
    /// Power at which it stood.
    pub power: usize,
    /// Period, where periodic.
    pub period: Option<usize>,
}

/// How a panel's matrices became one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct AggregationFinding {
    /// Round.
    pub round: Key,
    /// Rule; `consensus` for a single matrix.
    pub rule: String,
    /// Experts.
    pub experts: usize,
    /// How much may be printed.
    pub level: PanelLevel,
    /// Share of filled cells.
    pub fill: f64,
    /// Disputed cells: between a third and two thirds see a link, or the intensities span 2 or more.
    pub disputed: Vec<(usize, usize)>,
    /// Cells answered by every expert, over all cells off the diagonal.
    pub complete: Count,
}

/// A variable that the indirect influences move.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Displacement {
    /// Variable.
    pub id: Key,
    /// Places gained in influence (negative: lost).
    pub influence_places: f64,
    /// Places gained in dependence.
    pub dependence_places: f64,
    /// Zone by direct position.
    pub from: Zone,
    /// Zone by indirect position.
    pub to: Zone,
}

/// What changes under another rule.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct RuleChange {
    /// The rule: `aggregation=median`, `cut=median`, …
    pub rule: String,
    /// Variables whose zone changes.
    pub changes: Vec<ZoneChange>,
    /// Fill rate under it.
    pub fill: f64,
}

/// A change of zone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ZoneChange {
    /// Variable.
    pub id: Key,
    /// Zone under the study's rule.
    pub from: Zone,
    /// Zone under the other.
    pub to: Zone,
}

/// Stability over resampled panels, or sensitivity over perturbed cells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct MicmacStability {
    /// Experts.
    pub experts: usize,
    /// Draws.
    pub draws: usize,
    /// By variable: draws in which it was determinant.
    pub determining: Vec<usize>,
    /// By variable: draws in which it was relay (key).
    pub key: Vec<usize>,
    /// By variable: draws in the zone it has.
    pub same_zone: Vec<usize>,
    /// By variable: 5th and 95th percentile of the rank of direct influence.
    pub influence_rank_interval: Vec<Range>,
    /// By variable: the same of direct dependence.
    pub dependence_rank_interval: Vec<Range>,
    /// By variable: the same of indirect influence.
    pub indirect_influence_rank_interval: Vec<Range>,
    /// By variable: the same of indirect dependence.
    pub indirect_dependence_rank_interval: Vec<Range>,
    /// By variable: variance of the dependence share, covariance, variance of the influence share, for the ellipse.
    pub spread: Vec<[f64; 3]>,
    /// By variable: mean of the dependence share and of the influence share over the draws.
    pub centre: Vec<[f64; 2]>,
    /// Share of cells that were empty in a draw and took the overall aggregate.
    pub empty_share: f64,
}

/// FODA crossing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct FodaFinding {
    /// Experts.
    pub experts: usize,
    /// Rows: strengths, then weaknesses.
    pub rows: Vec<Key>,
    /// Columns: opportunities, then threats.
    pub columns: Vec<Key>,
    /// Median of each crossing, by rows.
    pub matrix: Vec<Vec<Option<f64>>>,
    /// Sums, means and shares of the maximum of `FO`, `FA`, `DO`, `DA`.
    pub quadrants: Vec<FodaQuadrant>,
    /// Quadrant with the largest sum.
    pub quadrant_by_sum: String,
    /// Quadrant with the largest mean: the one to read, quadrants having different numbers of cells.
    pub quadrant_by_mean: String,
    /// What each quadrant stands for, in the same order.
    pub strategies: Vec<FodaStrategy>,
    /// Sum of each row.
    pub row_totals: Vec<f64>,
    /// Sum of each column.
    pub column_totals: Vec<f64>,
    /// What it rests on.
    pub trace: TraceKey,
}

/// A quadrant of the FODA.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct FodaQuadrant {
    /// `FO`, `FA`, `DO`, `DA`.
    pub name: String,
    /// Sum.
    pub sum: f64,
    /// Mean of its cells.
    pub mean: f64,
    /// Share of its maximum.
    pub share: f64,
}

/// What a quadrant of the FODA stands for (TOWS, CAME), and the crossings from which its strategies are written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct FodaStrategy {
    /// `FO`, `FA`, `DO`, `DA`.
    pub quadrant: String,
    /// Strategic posture: `offensive`, `defensive`, `adaptive`, `survival`.
    pub posture: String,
    /// What it does with strengths or weaknesses, then with opportunities or threats: `maxi-maxi`, `maxi-mini`,
    /// `mini-maxi`, `mini-mini`.
    pub tows: String,
    /// The verbs of CAME: what is done with the internal factor (`maintain`, `correct`), then with the external one
    /// (`exploit`, `face`).
    pub came: Vec<String>,
    /// Crossings above 0 of the first three places of the quadrant, ties included, by falling score.
    pub pairs: Vec<FodaPair>,
}

/// A crossing of an internal and an external factor.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct FodaPair {
    /// Strength or weakness.
    pub internal: Key,
    /// Opportunity or threat.
    pub external: Key,
    /// Its median, above 0 and up to 3.
    pub score: f64,
    /// First and last place among the crossings of its quadrant.
    pub place: (u32, u32),
    /// Actions of the study that build a variable which both factors concern.
    pub actions: Vec<Key>,
}

/// An actor.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ActorFinding {
    /// Id.
    pub id: Key,
    /// Variables it moves.
    pub variables: Vec<Key>,
    /// Strategic variables among them.
    pub strategic: usize,
    /// Actions it answers for.
    pub actions: Vec<Key>,
}

/// A ficha of diagnosis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct DiagnosisFinding {
    /// Variable.
    pub variable: Key,
    /// The record of the ficha.
    pub record: Option<Key>,
    /// Series that describes it.
    pub series: Option<Key>,
    /// Its last value up to the cut-off.
    pub present: Option<super::Point>,
    /// The same of the first comparator.
    pub reference: Option<super::Point>,
    /// ISO code of that comparator.
    pub reference_economy: Option<String>,
    /// Present over reference, where both are positive.
    pub ratio: Option<f64>,
    /// Whether it lacks an indicator.
    pub without_indicator: bool,
}
