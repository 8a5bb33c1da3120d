//! The document that `atalaya cib --json` prints.

use atalaya_formats::cib::Matrix;
use atalaya_methods::cib::{
    Cib, Kernel,
    explain::{Critical, critical, explain},
    succession::{Attractor, Basins},
};
use atalaya_words::Words;
use serde::Serialize;

use super::further::{Edge, Missing, Near, Panel, Picked};

/// The whole document.
#[derive(Serialize)]
pub struct Document {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    pub descriptors: Vec<DescriptorNames>,
    /// A decimal number.
    pub space: String,
    pub max_inconsistency: u32,
    /// A decimal number.
    pub count: String,
    pub complete: bool,
    /// `all`, `best` (those of the greatest total impact), `found` (the same, but others may have as great a one), or
    /// `drawn` (by chance).
    pub listed: &'static str,
    pub scenarios: Vec<Scenario>,
    /// For each descriptor and variant in how many scenarios it is, as decimal numbers.
    pub marginals: Vec<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basins: Option<Followed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explained: Option<Explained>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picked: Option<Picked>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub near: Option<Near>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transitions: Option<Vec<Edge>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub panel: Option<Panel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Missing>,
    pub nodes: u64,
    pub seconds: f64,
}

#[derive(Serialize)]
pub struct DescriptorNames {
    pub name: String,
    pub variants: Vec<String>,
}

#[derive(Serialize)]
pub struct Scenario {
    /// From 1.
    pub variants: Vec<u32>,
    pub total_impact: Amount,
    pub consistency: Amount,
    pub inconsistency: Amount,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
}

/// A balance in the units of the file: whole where its impacts are.
#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
pub enum Amount {
    Whole(i64),
    Part(f64),
}

impl Amount {
    pub fn of(value: i64, scale: i32) -> Self {
        match i64::from(scale) {
            scale if value % scale == 0 => Self::Whole(value / scale),
            scale => Self::Part(value as f64 / scale as f64),
        }
    }

    pub fn value(self) -> f64 {
        match self {
            Self::Whole(value) => value as f64,
            Self::Part(value) => value,
        }
    }

    pub fn print(self, words: &Words) -> String {
        match self {
            Self::Whole(value) => words.int(value),
            Self::Part(value) => words.short(value, 4),
        }
    }
}

/// A number of scenarios: a number as long as readers of JSON keep it whole, else text.
#[derive(Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Weight {
    Number(u64),
    Text(String),
}

impl Weight {
    fn of(digits: String) -> Self {
        match digits.parse::<u64>() {
            Ok(number) if number < 1 << 53 => Self::Number(number),
            _ => Self::Text(digits),
        }
    }

    pub fn digits(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(digits) => digits.clone(),
        }
    }

    /// The weight in a file that has no room for more.
    pub fn at_most(&self) -> i64 {
        self.digits().parse().unwrap_or(i64::MAX)
    }
}

/// Where the scenarios lead.
#[derive(Serialize)]
pub struct Followed {
    pub rule: String,
    pub tie: &'static str,
    pub exact: bool,
    /// Scenarios drawn, where the weights are counts of a sample.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draws: Option<u64>,
    /// Scenarios drawn whose path met no end.
    #[serde(skip_serializing_if = "is_zero")]
    pub unresolved: u64,
    /// How many ends there are; a decimal number.
    pub count: String,
    pub fixed: Vec<Fixed>,
    pub cycles: Vec<Cycle>,
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

#[derive(Serialize)]
pub struct Fixed {
    /// From 1.
    pub variants: Vec<u32>,
    pub weight: Weight,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
}

#[derive(Serialize)]
pub struct Cycle {
    pub length: usize,
    pub weight: Weight,
    /// Its first scenario, from 1.
    pub from: Vec<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
}

/// A share of the space estimated from a sample, with its 95 % interval (Wilson 1927).
#[derive(Clone, Copy, Serialize)]
pub struct Share {
    pub share: f64,
    pub low: f64,
    pub high: f64,
}

/// Most ends that are listed.
const MOST_ENDS: usize = 10_000;

pub fn from_one(scenario: &[u8]) -> Vec<u32> {
    scenario.iter().map(|v| u32::from(*v) + 1).collect()
}

pub fn names(matrix: &Matrix) -> Vec<DescriptorNames> {
    let each = matrix.descriptors.iter().map(|d| DescriptorNames {
        name: d.name.short.clone(),
        variants: d.variants.iter().map(|v| v.short.clone()).collect(),
    });
    each.collect()
}

pub fn marginals(found: &Kernel) -> Vec<Vec<String>> {
    found.marginals().iter().map(|of| of.iter().map(ToString::to_string).collect()).collect()
}

pub fn basins(found: &Basins, rule: &str) -> Followed {
    let mut ends: Vec<Attractor> = found.attractors(MOST_ENDS).unwrap_or_default();
    ends.sort_by(|a, b| a.states[0].cmp(&b.states[0]));
    let share = |attractor: &Attractor| {
        let draws = found.draws?;
        let hits: u64 = attractor.weight().try_into().ok()?;
        let (share, low, high) = atalaya_methods::cib::succession::wilson(hits, draws);
        Some(Share { share, low, high })
    };
    let weight = |attractor: &Attractor| Weight::of(attractor.weight().to_string());
    let fixed = ends.iter().filter(|end| end.is_fixed()).map(|end| Fixed {
        variants: from_one(&end.states[0]),
        weight: weight(end),
        share: share(end),
    });
    let cycles = ends.iter().filter(|end| !end.is_fixed()).map(|end| Cycle {
        length: end.states.len(),
        weight: weight(end),
        from: from_one(&end.states[0]),
        share: share(end),
    });
    Followed {
        rule: rule.to_owned(),
        tie: "incumbent, else lowest index",
        exact: found.draws.is_none(),
        draws: found.draws,
        unresolved: found.unresolved,
        count: found.count().to_string(),
        fixed: fixed.collect(),
        cycles: cycles.collect(),
    }
}

/// One scenario explained.
#[derive(Serialize)]
pub struct Explained {
    pub number: u32,
    pub variants: Vec<u32>,
    pub descriptors: Vec<ExplainedDescriptor>,
    /// The smallest changes of one judgement that would change whether the scenario is consistent.
    pub critical: Vec<CriticalCell>,
}

#[derive(Serialize)]
pub struct ExplainedDescriptor {
    /// From 1.
    pub chosen: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<Amount>,
    pub variants: Vec<ExplainedVariant>,
}

#[derive(Serialize)]
pub struct ExplainedVariant {
    pub balance: Amount,
    pub pushes: Vec<Push>,
}

#[derive(Serialize)]
pub struct Push {
    /// The descriptor that acts, from 1.
    pub source: usize,
    pub impact: Amount,
}

/// A cell, from 1: what the variant of `source` that the scenario chooses does to a variant of `target`.
#[derive(Serialize)]
pub struct CriticalCell {
    pub source: [usize; 2],
    pub target: [usize; 2],
    pub change: Amount,
}

/// Most critical judgements that are listed.
const MOST_CRITICAL: usize = 20;

pub fn explained(cib: &Cib, matrix: &Matrix, number: u32, scenario: &[u8], tolerance: u32) -> Explained {
    let amount = |value: i64| Amount::of(value, matrix.scale);
    let descriptors = explain(cib, scenario).into_iter().map(|d| ExplainedDescriptor {
        chosen: d.chosen + 1,
        margin: d.margin.map(amount),
        variants: d
            .variants
            .into_iter()
            .map(|v| ExplainedVariant {
                balance: amount(v.balance),
                pushes: v
                    .pushes
                    .into_iter()
                    .map(|push| Push { source: push.source + 1, impact: amount(i64::from(push.impact)) })
                    .collect(),
            })
            .collect(),
    });
    let cells = critical(cib, scenario, tolerance).into_iter().take(MOST_CRITICAL);
    Explained {
        number,
        variants: from_one(scenario),
        descriptors: descriptors.collect(),
        critical: cells.map(|cell| critical_cell(matrix, cell)).collect(),
    }
}

pub fn critical_cell(matrix: &Matrix, cell: Critical) -> CriticalCell {
    let place = |index: usize| matrix.owner(index).map_or([0, 0], |(d, v)| [d + 1, v + 1]);
    CriticalCell {
        source: place(cell.row),
        target: place(cell.column),
        change: Amount::of(i64::from(cell.change), matrix.scale),
    }
}
