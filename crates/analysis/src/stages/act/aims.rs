//! The chain from vision to indicator with what is missing in it, and the relevance tree.

use atalaya_methods::{descriptive::mean, tree::relevance};
use atalaya_model::{
    Code, Id, Kind,
    choice::AimKind,
    records::{Action, Indicator, Objective},
};

use crate::{
    context::{Context, Trace},
    findings::{ChainRow, Key, StructureFinding, TreeNode},
    stages::watch,
};

fn keys<'a>(ids: impl IntoIterator<Item = &'a Id>) -> Vec<Key> {
    ids.into_iter().map(ToString::to_string).collect()
}

/// One row an objective, in natural order, the vision's among them where actions serve it directly; a last one without
/// objective for actions that serve none and determining variables without action.
pub fn chain(context: &Context<'_>, trace: &mut Trace, structure: &StructureFinding) -> Vec<ChainRow> {
    let tables = &context.tables;
    if tables.objectives.is_empty() && tables.actions.is_empty() {
        return Vec::new();
    }
    let serves = |action: &Action, objective: &Objective| action.objectives.contains(&objective.id);
    // The vision is no objective, unless actions serve it directly.
    let vision = |objective: &Objective| objective.kind == Some(AimKind::Vision);
    let served = |objective: &Objective| tables.actions.iter().any(|action| serves(action, objective));
    let objectives: Vec<&Objective> =
        tables.objectives.iter().copied().filter(|o| !vision(o) || served(o)).collect();
    let mut rows = Vec::new();
    for objective in &objectives {
        let actions: Vec<&Action> =
            tables.actions.iter().copied().filter(|action| serves(action, objective)).collect();
        let measures = |i: &Indicator| i.objectives.contains(&objective.id);
        let indicators: Vec<&Indicator> = tables.indicators.iter().copied().filter(|i| measures(i)).collect();
        let mut row = row(context, trace, objective.id.as_str(), &actions, &indicators);
        if indicators.is_empty() && !vision(objective) {
            let id = objective.id.as_str();
            trace.gap("act", Code::ObjectiveWithoutIndicator, &[("id", id)]);
            row.missing.insert(0, missing(Code::ObjectiveWithoutIndicator, id));
        }
        rows.push(row);
    }
    let loose: Vec<&Action> = tables
        .actions
        .iter()
        .copied()
        .filter(|action| !objectives.iter().any(|objective| serves(action, objective)))
        .collect();
    let mut last = row(context, trace, "", &loose, &[]);
    if !tables.actions.is_empty() {
        for variable in &structure.determining {
            let built =
                |action: &&Action| action.variable.0.as_ref().is_some_and(|id| id == variable.as_str());
            if !tables.actions.iter().any(built) {
                trace.gap("act", Code::VariableWithoutAction, &[("id", variable)]);
                last.missing.push(missing(Code::VariableWithoutAction, variable));
            }
        }
    }
    if !last.actions.is_empty() || !last.missing.is_empty() {
        rows.push(last);
    }
    let node = trace.node(context, "act.chain", "chain").records(Kind::Objective).records(Kind::Action);
    node.records(Kind::Indicator).input(&structure.trace).done();
    rows
}

fn missing(code: Code, id: &str) -> String {
    format!("{code}/{id}")
}

/// An objective with its actions and indicators, and what is missing among them. What an indicator lacks is reported as a
/// gap by `watch`.
fn row(
    context: &Context<'_>,
    trace: &mut Trace,
    objective: &str,
    actions: &[&Action],
    indicators: &[&Indicator],
) -> ChainRow {
    let mut out = ChainRow {
        objective: objective.to_owned(),
        actions: keys(actions.iter().map(|action| &action.id)),
        indicators: keys(indicators.iter().map(|indicator| &indicator.id)),
        missing: Vec::new(),
    };
    let known = |id: &Id| context.tables.actors.iter().any(|actor| actor.id == *id);
    for action in actions {
        let unknown: Vec<&Id> = action.responsible.iter().filter(|id| !known(id)).collect();
        for name in &unknown {
            let args = [("id", action.id.as_str()), ("name", name.as_str())];
            trace.gap("act", Code::ResponsibleUnknown, &args);
        }
        if !unknown.is_empty() {
            out.missing.push(missing(Code::ResponsibleUnknown, action.id.as_str()));
        }
    }
    // Those that measure the objective, then those that measure its actions.
    let of_action = |i: &Indicator| actions.iter().any(|action| action.indicators.contains(&i.id));
    let own = |i: &Indicator| indicators.iter().any(|other| other.id == i.id);
    let further = context.tables.indicators.iter().copied().filter(|i| of_action(i) && !own(i));
    for indicator in indicators.iter().copied().chain(further) {
        if !watch::lacks(indicator).is_empty() {
            out.missing.push(missing(Code::IncompleteIndicator, indicator.id.as_str()));
        }
    }
    out
}

/// A node before its weight is known.
struct Branch<'a> {
    id: &'a Id,
    parent: Option<usize>,
    weight: Option<f64>,
}

/// The relevance tree, each node before its children: vision, objectives by their weights, actions alike under the first
/// objective that they serve. A sibling without weight takes the mean of those of its siblings.
pub fn tree(context: &Context<'_>) -> Vec<TreeNode> {
    let objectives = &context.tables.objectives;
    let find = |id: &Id| objectives.iter().position(|objective| objective.id == *id);
    let parent = |objective: &Objective| objective.parent.0.as_ref().and_then(find);
    let visions: Vec<usize> = (0..objectives.len())
        .filter(|i| objectives[*i].kind == Some(AimKind::Vision) && parent(objectives[*i]).is_none())
        .collect();
    // What names no parent hangs below the vision, where there is exactly one.
    let top = |index: usize| match visions[..] {
        [vision] if vision != index => Some(vision),
        _ => None,
    };
    let mut branches: Vec<Branch<'_>> = objectives
        .iter()
        .enumerate()
        .map(|(index, objective)| Branch {
            id: &objective.id,
            parent: parent(objective).or_else(|| top(index)),
            weight: objective.weight.filter(|w| w.is_finite() && *w >= 0.0),
        })
        .collect();
    for action in &context.tables.actions {
        if let Some(parent) = action.objectives.iter().find_map(find) {
            branches.push(Branch { id: &action.id, parent: Some(parent), weight: None });
        }
    }
    let parents: Vec<Option<usize>> = branches.iter().map(|branch| branch.parent).collect();
    let weights: Vec<Option<f64>> = branches
        .iter()
        .map(|branch| {
            let siblings = branches.iter().filter(|other| other.parent == branch.parent);
            branch.weight.or_else(|| mean(&siblings.filter_map(|other| other.weight).collect::<Vec<_>>()))
        })
        .collect();
    // A chain of aims that closes on itself is an error of the study, not a tree.
    let Ok(nodes) = relevance(&parents, &weights) else { return Vec::new() };
    let mut out = Vec::with_capacity(branches.len());
    let mut open: Vec<usize> = (0..branches.len()).filter(|i| parents[*i].is_none()).rev().collect();
    while let Some(index) = open.pop() {
        let (branch, node) = (&branches[index], &nodes[index]);
        out.push(TreeNode {
            id: branch.id.to_string(),
            parent: branch.parent.map(|parent| branches[parent].id.to_string()).unwrap_or_default(),
            depth: node.level,
            local: node.share.unwrap_or_default(),
            relevance: node.weight.unwrap_or_default(),
        });
        open.extend((0..branches.len()).filter(|i| parents[*i] == Some(index)).rev());
    }
    out
}
