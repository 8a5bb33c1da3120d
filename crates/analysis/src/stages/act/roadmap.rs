//! The way back from the image to today, and the roadmap.

use atalaya_model::{
    Code, Id, Kind,
    choice::{About, Choice},
    id::natural_cmp,
    records::{Action, Milestone},
};

use crate::{
    context::{Context, Trace},
    findings::{DecisionFinding, IgoFinding, IgoZone, Key, RoadmapRow},
    stages::decisions,
};

/// The milestones, latest first; those without year at the end.
pub fn backcast(context: &Context<'_>) -> Vec<Key> {
    let mut milestones: Vec<&Milestone> = context.tables.milestones.clone();
    milestones.sort_by(|a, b| b.year.cmp(&a.year).then_with(|| a.id.natural_cmp(&b.id)));
    milestones.iter().map(|milestone| milestone.id.to_string()).collect()
}

/// First and last year of an action; without a last year it runs to the horizon.
fn years(context: &Context<'_>, action: &Action) -> Option<(i64, i64)> {
    let from = action.from?;
    let to = action.to.or(context.study.frame.horizon).unwrap_or(from);
    Some((from, to.max(from)))
}

/// The actions that enter, by first year: those decided, or else what the rule proposes: every action with years but those
/// that the IGO plane calls unnecessary.
pub fn roadmap(
    context: &Context<'_>,
    trace: &mut Trace,
    igo: Option<&IgoFinding>,
    decisions: &mut Vec<DecisionFinding>,
) -> Vec<RoadmapRow> {
    let dated: Vec<(&Action, (i64, i64))> =
        context.tables.actions.iter().filter_map(|action| Some((*action, years(context, action)?))).collect();
    if dated.is_empty() && context.tables.milestones.is_empty() {
        return Vec::new();
    }
    let mut node = trace.node(context, "act.roadmap", "backcast");
    if let Some(igo) = igo {
        node = node.input(&igo.trace);
    }
    let key = node.records(Kind::Milestone).records(Kind::Action).done();
    let unnecessary = |id: &Id| {
        let item = igo.and_then(|igo| igo.items.iter().find(|item| *id == item.id.as_str()));
        item.is_some_and(|item| item.zone == Some(IgoZone::Unnecessary))
    };
    let proposed = dated.iter().filter(|(action, _)| !unnecessary(&action.id));
    let proposed = proposed.map(|(action, _)| action.id.to_string()).collect();
    let decision = decisions::finding(context, About::Actions, proposed, &trace.hash(&key));
    let enters = |id: &Id| decision.stands.iter().any(|chosen| *id == chosen.as_str());
    let start = |id: &Id| dated.iter().find(|(action, _)| action.id == *id).map(|(_, (from, _))| *from);
    let mut rows: Vec<RoadmapRow> = dated
        .iter()
        .filter(|(action, _)| enters(&action.id))
        .map(|(action, (from, to))| {
            let mut after: Vec<&Id> = action.after.iter().collect();
            after.sort_by(|a, b| a.natural_cmp(b));
            let late = after.iter().filter(|id| start(id).is_some_and(|begins| begins > *from));
            RoadmapRow {
                action: action.id.to_string(),
                from: *from,
                to: *to,
                objective: action.objectives.first().map(ToString::to_string),
                too_early: late.map(ToString::to_string).collect(),
                after: after.iter().map(ToString::to_string).collect(),
            }
        })
        .collect();
    rows.sort_by(|a, b| (a.from, a.to).cmp(&(b.from, b.to)).then_with(|| natural_cmp(&a.action, &b.action)));
    if igo.is_some() && !decision.decided {
        trace.gap("act", Code::NotDecided, &[("about", About::Actions.as_str())]);
    }
    if igo.is_some() || decision.decided {
        decisions.push(decision);
    }
    rows
}
