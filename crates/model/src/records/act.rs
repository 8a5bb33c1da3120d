//! `act` · construir: opportunities, aims, actions, the way back from the bet.

use crate::{
    Text,
    choice::{AimKind, CriterionAxis, MilestoneKind},
    field::{Ref, Refs},
    record::{Home, Kind, record},
};

record! {
    /// A criterion on which opportunities or actions are scored.
    Criterion: Criterion at (Home::Csv("act/criteria.csv")) {
        /// Which composite it belongs to.
        axis: Option<CriterionAxis>,
        /// Name.
        name: Text,
        /// What the scale's ends mean.
        definition: Text,
    }

    /// A technology-based opportunity and its card.
    Opportunity: Opportunity at (Home::Csv("act/opportunities.csv")) {
        /// Name.
        name: Text,
        /// Field.
        field: Text,
        /// For whom.
        customer: Text,
        /// Where.
        place: Text,
        /// The asset of the territory that it rests on.
        asset: Text,
        /// The technology.
        technology: Text,
        /// Barrier.
        barrier: Text,
        /// Legal condition.
        legal: Text,
        /// Evidence and trends that speak for it.
        evidence: Refs<{ Kind::Evidence as u8 }>,
        /// Scenarios in which it survives.
        scenarios: Refs<{ Kind::Scenario as u8 }>,
    }

    /// The vision or a strategic objective.
    Objective: Objective at (Home::Csv("act/objectives.csv")) {
        /// Vision or objective.
        kind: Option<AimKind>,
        /// What is above it.
        parent: Ref<{ Kind::Objective as u8 }>,
        /// The aim.
        name: Text,
        /// Weight among its siblings in the relevance tree; equal where absent.
        weight: Option<f64>,
    }

    /// A policy: a set of weights over the criteria (MULTIPOL).
    Policy: Policy at (Home::Csv("act/policies.csv")) {
        /// Label on pictures; the id where absent.
        code: String,
        /// The policy.
        name: Text,
        /// What it puts first.
        definition: Text,
    }

    /// A strategic action.
    Action: Action at (Home::Csv("act/actions.csv")) {
        /// The action.
        name: Text,
        /// The variable it builds.
        variable: Ref<{ Kind::Variable as u8 }>,
        /// The objectives it serves.
        objectives: Refs<{ Kind::Objective as u8 }>,
        /// Who is responsible.
        responsible: Refs<{ Kind::Actor as u8 }>,
        /// Level: national, regional, local.
        level: Text,
        /// Territory.
        territory: Text,
        /// First year.
        from: Option<i64>,
        /// Last year.
        to: Option<i64>,
        /// Actions that must come before.
        after: Refs<{ Kind::Action as u8 }>,
        /// Indicators that measure it.
        indicators: Refs<{ Kind::Indicator as u8 }>,
    }

    /// A step of the way back from the image to today.
    Milestone: Milestone at (Home::Csv("act/milestones.csv")) {
        /// Year.
        year: Option<i64>,
        /// Milestone, condition or critical decision.
        kind: Option<MilestoneKind>,
        /// What must be true.
        name: Text,
        /// Actions that lead to it.
        actions: Refs<{ Kind::Action as u8 }>,
        /// The variable it concerns.
        variable: Ref<{ Kind::Variable as u8 }>,
    }
}
