//! Decisions are data: what the rule proposes, what was decided, and whether the decision rests on other findings today.

use atalaya_model::{
    Record,
    choice::{About, Choice},
};

use crate::{
    context::Context,
    findings::{DecisionFinding, Key},
};

/// The decision about something, beside what the rule proposes today. Without a decision the proposal stands.
#[must_use]
pub fn finding(context: &Context<'_>, about: About, proposed: Vec<Key>, basis: &str) -> DecisionFinding {
    // Of several decisions about one thing the last one stands.
    let decision = context
        .tables
        .decisions
        .iter()
        .filter(|decision| decision.about == Some(about) && !decision.chosen.0.is_empty())
        .max_by(|a, b| a.date.cmp(&b.date).then_with(|| a.id.natural_cmp(&b.id)));
    let chosen: Option<Vec<Key>> = decision.map(|d| d.chosen.0.iter().map(ToString::to_string).collect());
    // A rule that proposes nothing is not departed from.
    let same = |chosen: &[Key]| {
        proposed.is_empty() || chosen.len() == proposed.len() && chosen.iter().all(|id| proposed.contains(id))
    };
    DecisionFinding {
        id: decision.map(|d| d.id().to_string()).unwrap_or_default(),
        about: about.as_str().to_owned(),
        stage: None,
        state: None,
        agrees: chosen.as_deref().is_none_or(same),
        stands: chosen.clone().unwrap_or_else(|| proposed.clone()),
        decided: chosen.is_some(),
        stale: decision.is_some_and(|d| !d.basis.is_empty() && d.basis != basis),
        basis: basis.to_owned(),
        proposed,
    }
}

/// The gates of the stages; `basis` gives the hash of a stage's findings today.
#[must_use]
pub fn gates(context: &Context<'_>, basis: impl Fn(&str) -> String) -> Vec<DecisionFinding> {
    let gates = context.tables.decisions.iter().filter(|d| d.about == Some(About::Gate));
    gates
        .map(|decision| {
            let stage = decision.stage.map(|stage| stage.as_str().to_owned());
            let today = stage.as_deref().map(&basis).unwrap_or_default();
            DecisionFinding {
                id: decision.id().to_string(),
                about: About::Gate.as_str().to_owned(),
                state: decision.state.map(|state| state.as_str().to_owned()),
                decided: decision.state.is_some(),
                agrees: true,
                stale: !decision.basis.is_empty() && decision.basis != today,
                basis: today,
                stage,
                ..DecisionFinding::default()
            }
        })
        .collect()
}
