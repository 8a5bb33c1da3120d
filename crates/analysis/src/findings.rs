//! The findings: what the stages hand out. Types only: serialised, versioned, no logic, no sentence, no locale.
//!
//! Records are named by id; their names are in the study. An absent value (`null`) means that the data cannot carry it:
//! too few experts, no answers, nothing to compare with. What each n may print is section "small panels" of the
//! handbook; a statistic that a panel is too small for is absent here, not merely hidden.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

mod abacus;
mod act;
mod balances;
mod choose;
mod consult;
mod explore;
mod frame;
mod mactor;
mod multipol;
mod scan;
mod smic;
mod structure;
mod watch;

pub use abacus::*;
pub use act::*;
pub use balances::*;
pub use choose::*;
pub use consult::*;
pub use explore::*;
pub use frame::*;
pub use mactor::*;
pub use multipol::*;
pub use scan::*;
pub use smic::*;
pub use structure::*;
pub use watch::*;

/// Version of the findings' format: a newer major is refused by readers.
pub const FINDINGS_FORMAT: u32 = 1;

/// An id of a record of the study.
pub type Key = String;

/// Names a node of [`Findings::trace`].
pub type TraceKey = String;

/// Everything found in a study.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Findings {
    /// [`FINDINGS_FORMAT`].
    pub format: u32,
    /// Release of the program whose methods computed this.
    pub release: String,
    /// Short name of the study.
    pub study: String,
    /// Where the study's content comes from: the weakest of its parts.
    pub provenance: String,
    /// Hash of everything that the findings rest on.
    pub hash: String,
    /// Encuadrar.
    pub frame: FrameFinding,
    /// Vigilar.
    pub scan: ScanFinding,
    /// Consultar.
    pub consult: ConsultFinding,
    /// Estructurar.
    pub structure: StructureFinding,
    /// Explorar.
    pub explore: ExploreFinding,
    /// Apostar.
    pub choose: ChooseFinding,
    /// Construir.
    pub act: ActFinding,
    /// Seguir.
    pub watch: WatchFinding,
    /// Decisions and gates, with what the rules propose today.
    pub decisions: Vec<DecisionFinding>,
    /// What is not there yet, by stage.
    pub gaps: Vec<Gap>,
    /// What every finding rests on.
    pub trace: BTreeMap<TraceKey, Input>,
}

/// What a stage lacks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Gap {
    /// The stage.
    pub stage: String,
    /// The stable code (`G…`).
    pub code: String,
    /// Named values for its sentence.
    pub args: BTreeMap<String, String>,
}

/// What a finding rests on: a node of a small graph.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Input {
    /// The method, by its handbook name.
    pub method: String,
    /// The convention where sources differ, by its handbook name.
    pub convention: String,
    /// Version of the method.
    pub version: u32,
    /// Answers read, by query.
    pub answers: Vec<Query>,
    /// Rules applied: name and value.
    pub rules: BTreeMap<String, String>,
    /// Records read, by query (`series/K01`, `evidence/*`).
    pub records: Vec<String>,
    /// Sources of those records.
    pub sources: Vec<Key>,
    /// Other findings it rests on.
    pub inputs: Vec<TraceKey>,
    /// The weakest provenance of all of it.
    pub provenance: String,
    /// Hash of all of it.
    pub hash: String,
}

/// A query for answers: never a list of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Query {
    /// `family/*` or `family/*/*`.
    pub query: String,
    /// The round.
    pub round: Key,
    /// The group, where not the whole panel.
    pub group: Option<String>,
    /// Answers, abstentions included.
    pub answers: usize,
    /// Abstentions among them.
    pub abstained: usize,
    /// Experts who gave at least one.
    pub experts: usize,
    /// Hash of them.
    pub hash: String,
}

/// `k` of `n`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Count {
    /// How many.
    pub k: usize,
    /// Of how many.
    pub n: usize,
}

/// A lower and an upper end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Range {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// How much a panel of n may print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PanelLevel {
    /// Nobody answered, or fewer than `privacy.min_group` of a larger panel.
    #[default]
    None,
    /// One answer, or one consensus matrix: the value.
    Single,
    /// 2-4: the values, sorted.
    Values,
    /// 5-7: median, extremes, counts.
    Counts,
    /// 8-11: quartiles, shares with their counts, stability to 10 %.
    Quartiles,
    /// 12-29: all, stability to 5 %.
    Full,
    /// 30 and more: all.
    Large,
}

impl PanelLevel {
    /// Fewest answers of which a median is given.
    pub const MEDIAN_FROM: usize = 5;

    /// The level of n answers.
    #[must_use]
    pub const fn of(n: usize) -> Self {
        match n {
            0 => Self::None,
            1 => Self::Single,
            2..Self::MEDIAN_FROM => Self::Values,
            Self::MEDIAN_FROM..=7 => Self::Counts,
            8..=11 => Self::Quartiles,
            12..=29 => Self::Full,
            _ => Self::Large,
        }
    }
}

/// The statistics of one item, as far as its n carries them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ItemStat {
    /// The id, or `a/b` for families of two.
    pub id: Key,
    /// Answers with a value.
    pub n: usize,
    /// Abstentions ("no opinion").
    pub abstained: usize,
    /// How much may be printed.
    pub level: PanelLevel,
    /// The values, sorted and without codes, where n is at most 4 and no smaller than `privacy.min_group`, or the whole
    /// panel is smaller than that, or a group agreed on them.
    pub values: Vec<f64>,
    /// Smallest value.
    pub min: Option<f64>,
    /// Largest value.
    pub max: Option<f64>,
    /// Median, from 5 answers on (the value itself for one).
    pub median: Option<f64>,
    /// First quartile (type 7), from 8 answers on.
    pub q1: Option<f64>,
    /// Third quartile.
    pub q3: Option<f64>,
    /// Interquartile range.
    pub iqr: Option<f64>,
    /// Mean, from 8 answers on.
    pub mean: Option<f64>,
    /// Sample standard deviation.
    pub sd: Option<f64>,
    /// Coefficient of variation.
    pub cv: Option<f64>,
    /// How many agree: the top of the scale from `agreement_cut` on.
    pub agreement: Option<Count>,
    /// Least value that counts as agreement.
    pub agreement_cut: Option<f64>,
    /// How many chose each point of the scale, from 5 answers on.
    pub histogram: Vec<Count>,
    /// Whether at least 30 % stand at each end.
    pub bipolar: Option<bool>,
    /// Consensus by the study's rule and by the two others, from 5 answers on.
    pub consensus: Option<ConsensusFinding>,
}

/// Consensus under the study's rule and the two others.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ConsensusFinding {
    /// The study's rule.
    pub rule: String,
    /// Whether it says consensus.
    pub reached: bool,
    /// What each rule says.
    pub by_rule: BTreeMap<String, bool>,
    /// Consensus under the study's rule and under neither of the others.
    pub fragile: bool,
}

/// How often something held over the resampled panels.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Stability {
    /// Experts of the panel.
    pub experts: usize,
    /// Draws made.
    pub draws: usize,
    /// Draws in which it held.
    pub held: usize,
}
