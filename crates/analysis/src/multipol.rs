//! MULTIPOL on the marks that a panel gives to actions, and the weights of policies and scenarios.

use atalaya_methods::{
    control::{Cancelled, Control},
    descriptive::{mean, median},
    multipol::{Comparison, Multipol, Profile, Tables, multipol},
    resample::replicates,
};
use atalaya_model::{Id, Kind};

use crate::{
    context::{Context, Trace},
    findings::{MultipolFinding, Stability},
    panel::{Answered, Panel},
};

/// The tables of a study: each with its rows, over the same criteria.
struct Source<'a> {
    round: &'a Answered,
    marks: &'a Panel,
    weights: &'a Panel,
    scenarios: Option<&'a Panel>,
    criteria: Vec<Id>,
}

impl<'a> Source<'a> {
    /// Absent without marks of actions and weights of policies, or where a cell has no value: a mean over some of the
    /// criteria would compare what is not alike.
    fn of(context: &'a Context<'_>) -> Option<Self> {
        let (round, marks) = context.last("score", Kind::Action)?;
        let (_, weights) = context.last("weight", Kind::Policy)?;
        let scenarios = context.last("weight", Kind::Scenario).map(|(_, panel)| panel);
        let criteria = marks.columns.clone();
        Some(Self { round, marks, weights, scenarios, criteria })
    }

    /// The table of a panel: medians of marks, means of weights.
    fn table(&self, panel: &Panel, of: fn(&[f64]) -> Option<f64>, drawn: Option<&[u16]>) -> Option<Vec<f64>> {
        let rows = panel.rows.iter();
        let cells =
            rows.flat_map(|a| self.criteria.iter().map(move |c| panel.cell(a.as_str(), Some(c.as_str()))));
        cells.map(|cell| of(&panel.drawn(cell?, drawn))).collect()
    }

    fn analyse(&self, marks: &[f64]) -> Option<Multipol> {
        let scenarios = match self.scenarios {
            Some(panel) => self.table(panel, mean, None)?,
            None => Vec::new(),
        };
        let policies = self.table(self.weights, mean, None)?;
        let tables =
            Tables { criteria: self.criteria.len(), marks, policies: &policies, scenarios: &scenarios };
        multipol(&tables).ok()
    }
}

/// The point finding.
#[must_use]
pub fn run(context: &Context<'_>, trace: &mut Trace) -> Option<MultipolFinding> {
    let source = Source::of(context)?;
    let marks = source.table(source.marks, median, None)?;
    let found = source.analyse(&marks)?;
    let mut node = trace
        .node(context, "act.multipol", "multipol")
        .convention("population-deviation")
        .answers(source.marks)
        .answers(source.weights);
    if let Some(panel) = source.scenarios {
        node = node.answers(panel);
    }
    let key = node.records(Kind::Criterion).records(Kind::Policy).done();
    let weights = |panel: &Panel| {
        let table = source.table(panel, mean, None).unwrap_or_default();
        table.chunks(source.criteria.len().max(1)).map(<[f64]>::to_vec).collect::<Vec<_>>()
    };
    let ids = |ids: &[Id]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
    let actions = &found.actions_by_policy;
    Some(MultipolFinding {
        criteria: ids(&source.criteria),
        actions: ids(&source.marks.rows),
        policies: ids(&source.weights.rows),
        scenarios: source.scenarios.map(|panel| ids(&panel.rows)).unwrap_or_default(),
        experts: source.marks.answering().len(),
        marks: marks.chunks(source.criteria.len().max(1)).map(<[f64]>::to_vec).collect(),
        policy_weights: weights(source.weights),
        scenario_weights: source.scenarios.map(weights).unwrap_or_default(),
        scores: scores(actions),
        mean: each(actions, |row| row.mean),
        sd: each(actions, |row| row.sd_population),
        place: each(actions, |row| row.place_with_sd),
        distance_to_ideal: each(actions, |row| row.distance_to_ideal),
        largest_regret: each(actions, |row| row.largest_regret),
        robust: each(actions, |row| row.robust),
        mean_cut: actions.mean_cut,
        sd_cut: actions.sd_cut,
        policy_scores: scores(&found.policies_by_scenario),
        scenario_scores: scores(&found.actions_by_scenario),
        scenario_mean: each(&found.actions_by_scenario, |row| row.mean),
        scenario_sd: each(&found.actions_by_scenario, |row| row.sd_population),
        robust_draws: None,
        trace: key,
    })
}

fn each<T>(of: &Comparison, pick: fn(&Profile) -> T) -> Vec<T> {
    of.rows.iter().map(pick).collect()
}

fn scores(of: &Comparison) -> Vec<Vec<f64>> {
    of.rows.iter().map(|row| row.scores.clone()).collect()
}

/// Adds how often each action was robust over resampled panels, from 8 experts on.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop.
pub fn resample(
    context: &Context<'_>,
    finding: Option<&mut MultipolFinding>,
    control: &Control,
) -> Result<(), Cancelled> {
    let (Some(finding), Some(source)) = (finding, Source::of(context)) else { return Ok(()) };
    let carried = source.marks.carried();
    if carried < 8 {
        return Ok(());
    }
    let whole: Vec<f64> = finding.marks.iter().flatten().copied().collect();
    let drawn = replicates(&source.round.resampling(&context.settings), control, |weights| {
        let cells = 0..source.marks.cells();
        // A cell whose experts were not drawn keeps the value of the whole panel.
        let mark = |cell: usize| median(&source.marks.drawn(cell, Some(weights))).unwrap_or(whole[cell]);
        let marks: Vec<f64> = cells.map(mark).collect();
        source.analyse(&marks).map(|found| each(&found.actions_by_policy, |row| row.robust))
    })?;
    let draws: Vec<Vec<bool>> = drawn.into_iter().flatten().collect();
    let stability = |action: usize| Stability {
        experts: carried,
        draws: draws.len(),
        held: draws.iter().filter(|draw| draw[action]).count(),
    };
    finding.robust_draws = Some((0..finding.actions.len()).map(stability).collect());
    Ok(())
}
