//! The actions against the scenarios: which work whatever comes, and which only in the future that was bet on.

use atalaya_methods::{
    control::{Cancelled, Control},
    rank::reaches,
    resample::replicates,
};
use atalaya_model::{Code, Kind};

use crate::{
    context::{Context, Trace},
    findings::{ChooseFinding, Key, RobustnessFinding, RobustnessRow},
    panel::Panel,
};

use super::drawn::{Drawn, stability};

/// What an action does in a scenario: its median, halves up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Fails,
    NeedsChange,
    Works,
}

impl Outcome {
    fn of(median: f64) -> Self {
        if reaches(median, 1.5) {
            Self::Works
        } else if reaches(median, 0.5) {
            Self::NeedsChange
        } else {
            Self::Fails
        }
    }
}

/// The classes of the actions, one row of medians an action.
///
/// - `robust`: it fails in no scenario and works in more than half of them.
/// - `hedging`: not robust, but it works in an adverse scenario, that is one other than the bet in which more actions
///   fail than work: it is what is left if the bet fails.
/// - `contingent`: all else; what it achieves depends on the scenario.
///
/// An action has no class unless it was judged in every scenario.
fn classes(rows: &[Vec<Option<f64>>], bet: Option<usize>) -> Vec<Option<&'static str>> {
    let outcomes: Vec<Vec<Option<Outcome>>> =
        rows.iter().map(|row| row.iter().map(|median| median.map(Outcome::of)).collect()).collect();
    let count = |scenario: usize, outcome: Outcome| {
        outcomes.iter().filter(|row| row.get(scenario).copied().flatten() == Some(outcome)).count()
    };
    let width = rows.first().map_or(0, Vec::len);
    let adverse: Vec<bool> =
        (0..width).map(|s| Some(s) != bet && count(s, Outcome::Fails) > count(s, Outcome::Works)).collect();
    let class = |row: &Vec<Option<Outcome>>| {
        let known: Vec<Outcome> = row.iter().copied().collect::<Option<_>>()?;
        let works = known.iter().filter(|o| **o == Outcome::Works).count();
        let hedges = || known.iter().zip(&adverse).any(|(o, adverse)| *adverse && *o == Outcome::Works);
        Some(if !known.contains(&Outcome::Fails) && 2 * works > known.len() {
            "robust"
        } else if hedges() {
            "hedging"
        } else {
            "contingent"
        })
    };
    outcomes.iter().map(class).collect()
}

/// The answers to each action, scenario by scenario.
fn answers(panel: &Panel) -> Vec<Vec<Drawn>> {
    let row = |action: &str| {
        panel.columns.iter().map(|scenario| Drawn::cell(panel, action, Some(scenario.as_str()))).collect()
    };
    panel.rows.iter().map(|action| row(action.as_str())).collect()
}

fn bet_column(panel: &Panel, choose: &ChooseFinding) -> Option<usize> {
    let bet = choose.bet.as_deref()?;
    panel.columns.iter().position(|scenario| *scenario == bet)
}

/// Medians and classes.
pub fn run(context: &Context<'_>, trace: &mut Trace, choose: &ChooseFinding) -> Option<RobustnessFinding> {
    let Some((_, panel)) = context.last("robust", Kind::Action) else {
        if !context.tables.actions.is_empty() && !context.tables.scenarios.is_empty() {
            trace.gap("act", Code::NoFamily, &[("family", "robust"), ("kind", "action")]);
        }
        return None;
    };
    let node = trace.node(context, "act.robustness", "robustness").answers(panel).input(&choose.trace);
    let trace = node.done();
    let values: Vec<Vec<Option<f64>>> =
        answers(panel).iter().map(|row| row.iter().map(Drawn::shown).collect()).collect();
    let classes = classes(&values, bet_column(panel, choose));
    let rows = panel.rows.iter().zip(values).zip(classes).map(|((action, values), class)| RobustnessRow {
        action: action.to_string(),
        values,
        class: class.map(str::to_owned),
        stability: None,
    });
    Some(RobustnessFinding {
        scenarios: panel.columns.iter().map(ToString::to_string).collect::<Vec<Key>>(),
        rows: rows.collect(),
        experts: panel.answering().len(),
        trace,
    })
}

/// Adds how stable each class is; the bet is a decision and stays.
pub fn resample(
    context: &Context<'_>,
    choose: &ChooseFinding,
    finding: Option<&mut RobustnessFinding>,
    control: &Control,
) -> Result<(), Cancelled> {
    let Some(finding) = finding else { return Ok(()) };
    let Some((round, panel)) = context.last("robust", Kind::Action) else { return Ok(()) };
    let (answers, bet) = (answers(panel), bet_column(panel, choose));
    let draws = replicates(&round.resampling(&context.settings), control, |weights| {
        let medians: Vec<Vec<Option<f64>>> =
            answers.iter().map(|row| row.iter().map(|cell| cell.median(Some(weights))).collect()).collect();
        classes(&medians, bet)
    })?;
    for (index, (row, cells)) in finding.rows.iter_mut().zip(&answers).enumerate() {
        let Some(own) = row.class.as_deref() else { continue };
        let held = draws.iter().map(|draw| draw.get(index).copied().flatten() == Some(own));
        row.stability = stability(&cells.iter().map(Drawn::n).collect::<Vec<_>>(), held);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<Option<f64>>> {
        text.lines().map(|line| line.split_whitespace().map(|cell| cell.parse().ok()).collect()).collect()
    }

    #[test]
    fn three_classes() {
        // In the last scenario more actions fail (3) than work (1).
        let found = classes(&rows("2 2 2 1\n2 2 0 0\n2 1 0 2\n1 1 1 1\n2 2 2 0\n2 0 1 .\n2 0 1 0"), Some(0));
        let expected = [
            Some("robust"),
            Some("contingent"),
            Some("hedging"),
            Some("contingent"),
            Some("contingent"),
            None,
            Some("contingent"),
        ];
        assert_eq!(found, expected);
        // Half of the scenarios are not most of them; halves go up.
        assert_eq!(classes(&rows("2 2 1 1\n1.5 1.5 2 0.5"), None), [Some("contingent"), Some("robust")]);
    }

    #[test]
    fn the_bet_is_no_adverse_scenario() {
        let plan = rows("0 2\n0 2\n2 0");
        assert_eq!(classes(&plan, None)[2], Some("hedging"));
        assert_eq!(classes(&plan, Some(0))[2], Some("contingent"));
    }
}
