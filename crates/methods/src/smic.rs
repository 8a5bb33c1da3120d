//! SMIC, the cross-impact of events by probabilities (Duperrin and Godet 1974; Godet 1976: *Systèmes et matrices
//! d'impacts croisés*): from what experts say of events alone and given each other to coherent probabilities, and from
//! these to the scenarios.
//!
//! Raw answers hardly ever fit together. A quadratic programme finds the nearest ones that do; they are unique. The
//! probabilities of the `2^n` scenarios are not: only `1 + n + n (n - 1) / 2` numbers of them are determined, and two
//! solvers give two hierarchies. So each scenario has a range over all solutions, and one solution is named canonical:
//! that of maximum entropy.
//!
//! Events and experts count from 0. A scenario is the number that its code reads in base two: of three events, "110" is
//! number 6, in which the first two occur.

mod answers;
mod elasticity;
mod entropy;
mod face;
mod hierarchy;
mod net;
mod pairwise;
mod panel;
mod programme;
mod ranges;
mod sensitivity;

pub use answers::{
    Answers, Condition, Feasible, Gap, Incoherence, MAX_EVENTS, MIN_EVENTS, feasible, incoherence,
};
pub use elasticity::{Elasticities, STEP, elasticities};
pub use entropy::{Canonical, entropy, maximum_entropy};
pub use hierarchy::{Hierarchy, code};
pub use net::{Corrections, Moments, Net, net};
pub use panel::{Average, Panel, panel};
pub use ranges::ranges;
pub use sensitivity::{CELL_STEP, TopSensitivity, Turn, top_sensitivity};

use std::fmt;

use crate::control::{Cancelled, Control};
use crate::rank::Ranks;

/// Up to so many events every scenario has its range.
pub const ALL_RANGES: usize = 8;
/// Above that, so many of the most probable scenarios have theirs.
pub const RANGED: usize = 16;
/// The core of the scenarios has this share of the probability.
pub const CORE: f64 = 0.8;

/// A table of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// P(i/j).
    Given,
    /// P(i/not j).
    GivenNot,
}

/// Where an answer stands. Events count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// P(event).
    Simple {
        /// The event.
        event: usize,
    },
    /// P(event/on).
    Given {
        /// The event.
        event: usize,
        /// The event that is given.
        on: usize,
    },
    /// P(event/not on).
    GivenNot {
        /// The event.
        event: usize,
        /// The event that is given not to occur.
        on: usize,
    },
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Table::Given => "P(i/j)",
            Table::GivenNot => "P(i/not j)",
        })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Simple { event } => write!(f, "P({event})"),
            Place::Given { event, on } => write!(f, "P({event}/{on})"),
            Place::GivenNot { event, on } => write!(f, "P({event}/not {on})"),
        }
    }
}

/// Why there is no solution. Events, rows and experts count from 0.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SmicError {
    /// Too few events or too many.
    #[error("{events} events: from 2 to 16 are supported")]
    Events {
        /// How many there are.
        events: usize,
    },
    /// A table has not one row an event.
    #[error("{table} has {rows} rows for {events} events")]
    Rows {
        /// The table.
        table: Table,
        /// Its rows.
        rows: usize,
        /// How many events there are.
        events: usize,
    },
    /// A row has not one column an event.
    #[error("row {row} of {table} has {columns} columns for {events} events")]
    Columns {
        /// The table.
        table: Table,
        /// The row.
        row: usize,
        /// Its columns.
        columns: usize,
        /// How many events there are.
        events: usize,
    },
    /// An answer is no probability.
    #[error("{at} is {value}: a probability lies in [0, 1]")]
    Value {
        /// Where it stands.
        at: Place,
        /// The value given.
        value: f64,
    },
    /// There is no such scenario.
    #[error("scenario {scenario} does not exist with {events} events")]
    Scenario {
        /// The number given.
        scenario: usize,
        /// How many events there are.
        events: usize,
    },
    /// A panel without experts.
    #[error("there are no experts")]
    Nobody,
    /// An expert answered on more or fewer events than the first one.
    #[error("expert {expert} answered on {found} events, the first one on {events}")]
    Panel {
        /// The expert.
        expert: usize,
        /// The expert's events.
        found: usize,
        /// The first expert's.
        events: usize,
    },
    /// Rounding keeps the scenario probabilities from the net probabilities by more than is tolerated.
    #[error("no scenario probabilities within 1e-9 of the net probabilities were found: off by {residual:e}")]
    Unresolved {
        /// By how much.
        residual: f64,
    },
    /// Rounding kept the range of a scenario from being found.
    #[error("the range of scenario {scenario} was not found")]
    Range {
        /// The scenario.
        scenario: usize,
    },
    /// The caller asked to stop.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

/// Settings of an analysis. The defaults are those of a study.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// Whether the objective has the squares of P(i) too. SMIC 74 has not: false.
    pub simple_terms: bool,
    /// Whether ranges are computed: true.
    pub ranges: bool,
    /// The share of the probability that makes up the core: 0.8.
    pub core_share: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { simple_terms: false, ranges: true, core_share: CORE }
    }
}

/// The analysis of one expert's answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Smic {
    /// Net probabilities, and how far they are from the raw ones.
    pub net: Net,
    /// The canonical scenario probabilities.
    pub canonical: Canonical,
    /// Least and greatest probability of each scenario over all solutions: of all scenarios up to [`ALL_RANGES`]
    /// events, above that of the [`RANGED`] most probable ones of the canonical solution.
    pub ranges: Vec<Option<(f64, f64)>>,
    /// Scenarios by falling canonical probability.
    pub hierarchy: Hierarchy,
}

/// The analysis of one expert's answers: net probabilities, canonical scenario probabilities with their ranges, and
/// their hierarchy.
///
/// # Errors
/// [`SmicError::Cancelled`] when the caller asked to stop; [`SmicError::Unresolved`] and [`SmicError::Range`] where
/// rounding hinders a solution.
pub fn smic(answers: &Answers, settings: &Settings, control: &Control) -> Result<Smic, SmicError> {
    let net = net(answers, settings.simple_terms);
    let canonical = maximum_entropy(&net, control)?;
    let scenarios =
        if settings.ranges { ranged(answers.events(), &canonical.probability) } else { Vec::new() };
    let found = ranges(&net, &canonical, &scenarios, control)?;
    Ok(finish(net, canonical, &scenarios, found, settings))
}

/// The scenarios whose ranges are computed.
fn ranged(events: usize, probability: &[f64]) -> Vec<usize> {
    if events <= ALL_RANGES {
        return (0..probability.len()).collect();
    }
    let mut order = Ranks::descending(probability).order;
    order.truncate(RANGED);
    order
}

fn finish(
    net: Net,
    canonical: Canonical,
    scenarios: &[usize],
    found: Vec<(f64, f64)>,
    settings: &Settings,
) -> Smic {
    let mut ranges = vec![None; canonical.probability.len()];
    for (&s, range) in scenarios.iter().zip(found) {
        ranges[s] = Some(range);
    }
    let hierarchy = Hierarchy::new(&canonical.probability, settings.core_share);
    Smic { net, canonical, ranges, hierarchy }
}

#[cfg(test)]
mod tests;
