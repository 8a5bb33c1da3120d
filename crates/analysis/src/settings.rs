//! The rules in force: those of the study, and the method's default for every rule that it does not set.

use std::collections::BTreeMap;

use crate::findings::PanelLevel;

use atalaya_methods::{aggregate, consensus};
use atalaya_model::{
    Study,
    choice::{
        Choice, ConsensusRule, Cut, ExpertWeights, IgoCut, MatrixRule, RecordOrder, SmallPanels, Strength,
    },
};

/// The rules in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// How a panel's matrix becomes one.
    pub aggregation: MatrixRule,
    /// Rule of consensus.
    pub consensus: ConsensusRule,
    /// Largest IQR; by the scale where `None`.
    pub consensus_iqr: Option<f64>,
    /// Least share of agreement.
    pub consensus_agreement: f64,
    /// Largest coefficient of variation.
    pub consensus_cv: f64,
    /// Least answer that counts as agreement; by the scale where `None`.
    pub agreement_from: Option<f64>,
    /// What weighs the experts' answers, beside the unweighted panel.
    pub expert_weights: ExpertWeights,
    /// Largest Scheibe change of a stable item.
    pub stability: f64,
    /// Where the plane of influence and dependence is cut.
    pub plane_cut: Cut,
    /// Cut of importance; the middle of the scale where `None`.
    pub importance_cut: Option<f64>,
    /// Cut of uncertainty; the middle of the scale where `None`.
    pub uncertainty_cut: Option<f64>,
    /// Power of the indirect influence; to stability where `None`.
    pub micmac_power: Option<usize>,
    /// Number that stands for P.
    pub potential: u8,
    /// Cut of importance on the IGO plane.
    pub igo_importance: f64,
    /// Cut of governability on the IGO plane.
    pub igo_governability: f64,
    /// Where the IGO plane is cut.
    pub igo_cut: IgoCut,
    /// Convention of the strength of actors.
    pub mactor_strength: Strength,
    /// Whether the objective of SMIC has terms of the simple probabilities.
    pub smic_simple: bool,
    /// Least share that calls an admissible scenario plausible.
    pub bet_plausible: f64,
    /// Least median of feasibility of a bet.
    pub bet_feasible: f64,
    /// Resamples of the experts.
    pub resamples: usize,
    /// In which order records stand in findings.
    pub order: RecordOrder,
    /// What is computed of a panel too small for it.
    pub small_panels: SmallPanels,
    /// Seed of every draw.
    pub seed: u64,
    /// Smallest group shown.
    pub min_group: usize,
    /// Fewest answers to an item that are shown: `min_group`, or 1 where the whole panel is smaller than that, since its few
    /// answers are what the study has.
    pub min_answers: usize,
}

impl Settings {
    /// The rules in force in a study.
    #[must_use]
    pub fn of(study: &Study) -> Self {
        let rules = &study.frame.rules;
        let min_group = study.frame.min_group();
        let count = |value: Option<i64>| value.and_then(|v| usize::try_from(v).ok());
        Self {
            aggregation: rules.aggregation.unwrap_or(MatrixRule::ExistenceIntensity),
            consensus: rules.consensus.unwrap_or(ConsensusRule::Iqr),
            consensus_iqr: rules.consensus_iqr,
            consensus_agreement: rules.consensus_agreement.unwrap_or(0.75),
            consensus_cv: rules.consensus_cv.unwrap_or(0.5),
            agreement_from: rules.agreement_from,
            expert_weights: rules.expert_weights.unwrap_or(ExpertWeights::None),
            stability: rules.stability.unwrap_or(0.15),
            plane_cut: rules.plane_cut.unwrap_or(Cut::Mean),
            importance_cut: rules.importance_cut,
            uncertainty_cut: rules.uncertainty_cut,
            micmac_power: count(rules.micmac_power).filter(|power| *power > 0),
            potential: rules.potential.and_then(|p| u8::try_from(p).ok()).unwrap_or(3).clamp(1, 4),
            igo_importance: rules.igo_importance.unwrap_or(5.5),
            igo_governability: rules.igo_governability.unwrap_or(2.0),
            igo_cut: rules.igo_cut.unwrap_or(IgoCut::Fixed),
            mactor_strength: rules.mactor_strength.unwrap_or(Strength::B),
            smic_simple: rules.smic_simple,
            bet_plausible: rules.bet_plausible.unwrap_or(0.5),
            bet_feasible: rules.bet_feasible.unwrap_or(3.0),
            resamples: count(rules.resamples).unwrap_or(1000).min(100_000),
            order: rules.order.unwrap_or(RecordOrder::Id),
            small_panels: rules.small_panels.unwrap_or(SmallPanels::Guarded),
            seed: study.seed(),
            min_group,
            min_answers: if study.experts.len() < min_group { 1 } else { min_group },
        }
    }

    /// Every rule by name and value, as printed and hashed.
    #[must_use]
    pub fn print(&self) -> BTreeMap<String, String> {
        let by_scale = |value: Option<f64>| value.map_or_else(|| "by-scale".to_owned(), |v| v.to_string());
        [
            ("aggregation", self.aggregation.as_str().to_owned()),
            ("consensus", self.consensus.as_str().to_owned()),
            ("consensus_iqr", by_scale(self.consensus_iqr)),
            ("consensus_agreement", self.consensus_agreement.to_string()),
            ("consensus_cv", self.consensus_cv.to_string()),
            ("agreement_from", by_scale(self.agreement_from)),
            ("expert_weights", self.expert_weights.as_str().to_owned()),
            ("stability", self.stability.to_string()),
            ("plane_cut", self.plane_cut.as_str().to_owned()),
            ("importance_cut", by_scale(self.importance_cut)),
            ("uncertainty_cut", by_scale(self.uncertainty_cut)),
            ("micmac_power", self.micmac_power.map_or_else(|| "stable".to_owned(), |p| p.to_string())),
            ("potential", self.potential.to_string()),
            ("igo_importance", self.igo_importance.to_string()),
            ("igo_governability", self.igo_governability.to_string()),
            ("igo_cut", self.igo_cut.as_str().to_owned()),
            ("mactor_strength", self.mactor_strength.as_str().to_owned()),
            ("smic_simple", self.smic_simple.to_string()),
            ("bet_plausible", self.bet_plausible.to_string()),
            ("bet_feasible", self.bet_feasible.to_string()),
            ("resamples", self.resamples.to_string()),
            ("order", self.order.as_str().to_owned()),
            ("small_panels", self.small_panels.as_str().to_owned()),
            ("seed", self.seed.to_string()),
            ("min_group", self.min_group.to_string()),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
    }

    /// The level up to which a panel of n is told: its own, or all of it where the study says so.
    #[must_use]
    pub fn level(&self, n: usize) -> PanelLevel {
        match self.small_panels {
            SmallPanels::All if n > 1 => PanelLevel::of(n).max(PanelLevel::Full),
            _ => PanelLevel::of(n),
        }
    }

    /// The rule of aggregation, as the methods name it.
    #[must_use]
    pub fn matrix_rule(rule: MatrixRule) -> aggregate::Rule {
        match rule {
            MatrixRule::ExistenceIntensity => aggregate::Rule::ExistenceThenIntensity,
            MatrixRule::Median => aggregate::Rule::Median,
            MatrixRule::Mean => aggregate::Rule::Mean,
            MatrixRule::Mode => aggregate::Rule::Mode,
        }
    }

    /// The rule of consensus, as the methods name it.
    #[must_use]
    pub fn consensus_rule(&self) -> consensus::Rule {
        match self.consensus {
            ConsensusRule::Iqr => consensus::Rule::Iqr,
            ConsensusRule::Agreement => consensus::Rule::Agreement,
            ConsensusRule::Cv => consensus::Rule::Cv,
        }
    }

    /// The thresholds of consensus on a scale.
    #[must_use]
    pub fn thresholds(&self, points: &[f64]) -> consensus::Thresholds {
        let mut thresholds = consensus::Thresholds::for_scale(points);
        if let Some(iqr) = self.consensus_iqr {
            thresholds.iqr = iqr;
        }
        thresholds.agreement = self.consensus_agreement;
        thresholds.cv = self.consensus_cv;
        thresholds
    }
}
