//! What `atalaya cib` says beyond the list: a few scenarios of many, near misses, transitions, the panel, what is
//! missing.

use std::{collections::BTreeSet, path::PathBuf};

use atalaya_formats::cib::{Matrix, edit};
use atalaya_methods::{
    cib::{
        Cib, Kernel, Settings,
        explain::critical,
        kernel, panel,
        select::{clusters, coverage, distance, diverse},
        succession::{Rule, transitions},
    },
    control::Control,
    random::Groups,
    resample::Resampling,
};
use serde::Serialize;

use crate::print;

use super::document::{Amount, CriticalCell, critical_cell, from_one};

/// A small set that is far apart.
#[derive(Serialize)]
pub struct Picked {
    /// Their numbers in the list.
    pub numbers: Vec<usize>,
    /// In how many descriptors the two nearest of them differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least_distance: Option<usize>,
    /// For each descriptor how many of the variants that occur in the list the set has, and how many occur.
    pub coverage: Vec<[usize; 2]>,
    /// For each scenario of the list its cluster, from 1; absent where there are more than can be compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clusters: Option<Vec<usize>>,
}

/// Most scenarios that are put into clusters.
const MOST_CLUSTERED: usize = 300;

/// The set begins with the scenario of the greatest total impact.
pub fn pick(cib: &Cib, listed: &[Vec<u8>], k: usize) -> Picked {
    let first = listed.iter().enumerate().max_by_key(|(at, s)| (cib.total_impact(s), std::cmp::Reverse(*at)));
    let set = diverse(listed, k, first.map_or(0, |(at, _)| at));
    let pairs = set.iter().enumerate().flat_map(|(i, a)| set[..i].iter().map(move |b| (*a, *b)));
    let counted = listed.len() <= MOST_CLUSTERED && !listed.is_empty();
    Picked {
        numbers: set.iter().map(|at| at + 1).collect(),
        least_distance: pairs.map(|(a, b)| distance(&listed[a], &listed[b])).min(),
        coverage: coverage(listed, &set).into_iter().map(|(own, all)| [own, all]).collect(),
        clusters: counted.then(|| clusters(listed, k).into_iter().map(|cluster| cluster + 1).collect()),
    }
}

/// Scenarios that one point would make consistent.
#[derive(Serialize)]
pub struct Near {
    /// How many are inconsistent by one point more than is allowed; a decimal number.
    pub count: String,
    pub complete: bool,
    /// Whether they were few enough to be looked at.
    pub listed: bool,
    /// How many of them a change of one judgement makes consistent.
    pub saved: usize,
    /// Those, as many as are listed.
    pub scenarios: Vec<Miss>,
}

#[derive(Serialize)]
pub struct Miss {
    /// From 1.
    pub variants: Vec<u32>,
    pub inconsistency: Amount,
    /// The smallest change of one judgement that does.
    pub change: CriticalCell,
}

/// Near misses that are looked at.
const MOST_MISSES: usize = 100_000;

pub fn near(
    cib: &Cib,
    matrix: &Matrix,
    found: &Kernel,
    settings: &Settings,
    limit: usize,
    control: &Control,
) -> Option<Near> {
    let one = matrix.scale.unsigned_abs();
    let wider = settings.max_inconsistency.saturating_add(one);
    let wide = kernel(cib, &Settings { max_inconsistency: wider, ..settings.clone() }, control).ok()?;
    let all = wide.list(MOST_MISSES);
    let allowed = i64::from(settings.max_inconsistency);
    let miss = |scenario: &Vec<u8>| {
        let inconsistency = cib.score(scenario).inconsistency;
        let change = critical(cib, scenario, settings.max_inconsistency).into_iter().next();
        let change = change.filter(|_| inconsistency > allowed)?;
        Some(Miss {
            variants: from_one(scenario),
            inconsistency: Amount::of(inconsistency, matrix.scale),
            change: critical_cell(matrix, change),
        })
    };
    let scenarios: Vec<Miss> = all.iter().flatten().filter_map(miss).collect();
    Some(Near {
        // A search that was cut short may have found fewer.
        count: if wide.count() > found.count() { wide.count() - found.count() } else { 0_u32.into() }
            .to_string(),
        complete: wide.complete() && found.complete(),
        listed: all.is_some(),
        saved: scenarios.len(),
        scenarios: scenarios.into_iter().take(limit).collect(),
    })
}

/// An edge of the transition graph.
#[derive(Serialize)]
pub struct Edge {
    /// Number of the scenario in the list.
    pub from: usize,
    /// Number of the scenario that it becomes, where that is in the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<usize>,
    /// The scenario that it becomes, or the first of a cycle, from 1; empty where its path was given up.
    pub variants: Vec<u32>,
    /// Scenarios of the cycle; 1 for one scenario.
    pub length: usize,
    /// The single changes that do it: descriptor and variant, from 1.
    pub changes: Vec<[usize; 2]>,
}

/// The edges between the scenarios that are consistent, in the order of the list.
pub fn edges(cib: &Cib, rule: Rule, listed: &[Vec<u8>], control: &Control) -> Option<Vec<Edge>> {
    let fixed: Vec<usize> =
        (0..listed.len()).filter(|&at| cib.score(&listed[at]).inconsistency == 0).collect();
    let scenarios: Vec<Vec<u8>> = fixed.iter().map(|&at| listed[at].clone()).collect();
    let mut out: Vec<Edge> = Vec::new();
    for step in transitions(cib, rule, &scenarios, control).ok()? {
        let from = fixed[step.from] + 1;
        let cycle = step.to.unwrap_or_default();
        let variants = cycle.first().map_or_else(Vec::new, |state| from_one(state));
        let change = [step.descriptor + 1, usize::from(step.variant) + 1];
        match out.iter_mut().find(|edge| edge.from == from && edge.variants == variants) {
            Some(edge) => edge.changes.push(change),
            None => {
                let to = (cycle.len() == 1).then(|| listed.iter().position(|s| *s == cycle[0])).flatten();
                let length = cycle.len();
                out.push(Edge { from, to: to.map(|at| at + 1), variants, length, changes: vec![change] });
            }
        }
    }
    Some(out)
}

/// What the members of a panel say one by one, and what other panels would have said.
#[derive(Serialize)]
pub struct Panel {
    pub experts: usize,
    /// The file of each expert.
    pub files: Vec<String>,
    /// The groups, where there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// Panels drawn again; 0 where there are too few experts for that.
    pub draws: u32,
    pub scenarios: Vec<Held>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disputed: Option<Vec<Disputed>>,
}

/// A group of a panel: the matrices of one folder.
#[derive(Serialize)]
pub struct Group {
    pub name: String,
    /// Its experts, from 1.
    pub experts: Vec<usize>,
    /// How many scenarios are consistent for it.
    pub count: usize,
}

#[derive(Serialize)]
pub struct Held {
    /// From 1.
    pub variants: Vec<u32>,
    /// Whether it is consistent for the panel.
    pub panel: bool,
    /// For which experts it is, from 1, in the order of the files.
    pub experts: Vec<usize>,
    /// For which groups it is, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<usize>>,
    /// In how many of the panels drawn it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draws: Option<u32>,
}

/// A judgement on which experts differ.
#[derive(Serialize)]
pub struct Disputed {
    pub source: [usize; 2],
    pub target: [usize; 2],
    pub least: Amount,
    pub greatest: Amount,
    /// Scenarios of the panel that are lost if all gave the least, or the greatest.
    pub lost: [usize; 2],
    /// Scenarios that come in then.
    pub won: [usize; 2],
}

/// The least panel that is drawn again.
const LEAST_DRAWN: usize = 8;
/// Panels drawn.
const DRAWS: usize = 1000;

/// Who sits on a panel.
pub struct Seats<'a> {
    pub experts: &'a [Cib],
    pub names: Vec<String>,
    /// The folder of each, where there are several.
    pub folders: Option<Vec<PathBuf>>,
    /// Units of one judgement.
    pub unit: i32,
}

/// What a folder is called: its name, or its path where two have one name.
fn called(folders: &BTreeSet<&PathBuf>) -> Vec<String> {
    let name = |path: &PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let names: BTreeSet<_> = folders.iter().map(|path| name(path)).collect();
    let own = |path: &&PathBuf| name(path).filter(|_| names.len() == folders.len());
    folders.iter().map(|path| own(path).unwrap_or_else(|| print::path(path))).collect()
}

pub fn panel(
    of: Seats<'_>,
    matrix: &Matrix,
    settings: &Settings,
    disputed: bool,
    control: &Control,
) -> Result<Panel, panel::PanelError> {
    let Seats { experts, names, folders, unit } = of;
    let groups = match &folders {
        None => Groups::one(experts.len()),
        Some(folders) => Groups::by_label(folders),
    };
    let groups = groups.map_err(|_| panel::PanelError::NoExperts)?;
    let draws = if experts.len() < LEAST_DRAWN { 0 } else { DRAWS };
    let resampling = Resampling { seed: 2030, task: "cib", draws, groups: &groups };
    let found = panel::panel(experts, settings, &resampling, control)?;
    let from_one = |all: &[usize]| all.iter().map(|at| at + 1).collect::<Vec<_>>();
    let group = |(at, name): (usize, String)| Group {
        name,
        experts: from_one(&groups.members()[at]),
        count: found.scenarios.iter().filter(|held| held.groups.contains(&at)).count(),
    };
    let named = folders.as_ref().map_or_else(Vec::new, |folders| called(&folders.iter().collect()));
    let named: Vec<Group> = named.into_iter().enumerate().map(group).collect();
    let held = found.scenarios.into_iter().map(|held| Held {
        variants: super::document::from_one(&held.scenario),
        panel: held.panel,
        experts: from_one(&held.experts),
        groups: folders.as_ref().map(|_| from_one(&held.groups)),
        draws: (draws > 0).then_some(held.draws),
    });
    let place = |index: usize| matrix.owner(index).map_or([0, 0], |(d, v)| [d + 1, v + 1]);
    let cell = |cell: panel::Disputed| Disputed {
        source: place(cell.row),
        target: place(cell.column),
        least: Amount::of(i64::from(cell.range.0), unit),
        greatest: Amount::of(i64::from(cell.range.1), unit),
        lost: cell.lost.into(),
        won: cell.won.into(),
    };
    let cells = disputed.then(|| panel::disputed(experts, settings, control)).transpose()?;
    Ok(Panel {
        experts: experts.len(),
        files: names,
        groups: named,
        draws: found.draws,
        scenarios: held.collect(),
        disputed: cells.map(|cells| cells.into_iter().map(cell).collect()),
    })
}

/// What a matrix lacks; everything is counted from 1.
#[derive(Serialize)]
pub struct Missing {
    /// Judgement sections without any impact: who acts, who is acted on.
    pub empty: Vec<[usize; 2]>,
    /// Rows that do not sum to 0: who acts, who is acted on, the variant that acts.
    pub unbalanced: Vec<[usize; 3]>,
    /// Descriptors that act on themselves.
    pub on_themselves: Vec<usize>,
    /// Descriptors whose name is blank or stands twice.
    pub unclear: Vec<usize>,
}

pub fn missing(matrix: &Matrix) -> Missing {
    let found = edit::completeness(matrix);
    let section = |s: &edit::Section| [s.source + 1, s.target + 1];
    let row = |(s, v): &(edit::Section, usize)| [s.source + 1, s.target + 1, v + 1];
    Missing {
        empty: found.empty.iter().map(section).collect(),
        unbalanced: found.unbalanced.iter().map(row).collect(),
        on_themselves: found.on_themselves.iter().map(|d| d + 1).collect(),
        unclear: found.unclear.iter().map(|d| d + 1).collect(),
    }
}
