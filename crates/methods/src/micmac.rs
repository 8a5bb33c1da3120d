//! MICMAC: which variables drive a system and which follow, directly and through chains of influence.
//!
//! Direct influence of a variable is its row sum, direct dependence its column sum. Indirect ones are the sums of a
//! power of the matrix, which counts chains of that length, loops included (Godet 1994, *From Anticipation to
//! Action*; Arcade, Godet, Meunier and Roubelat 1999). The power is the smallest one whose rankings by rows and by
//! columns both equal those of the power before and stay so over the next ten, or a fixed one. No matrix is taken
//! to converge without proof: a matrix without cycles ends in zero, one whose dominant cycles share a divisor
//! alternates for ever (Dema and Barbera 2010), and both are told by their structure.

mod exact;
mod experts;
mod links;
mod plane;
mod power;
mod sensitivity;
mod structure;
mod wide;

pub use exact::ExactSums;
pub use experts::{ByExpert, ExpertPlane, by_expert};
pub use links::{Link, power_matrix, strongest};
pub use plane::{Cut, Plane, Zone};
pub use sensitivity::{ConsensusCell, ConsensusError, Sensitivity, cell_sensitivity, consensus_matrix};

pub(crate) use plane::{shares, zones};
pub(crate) use power::{Search, sums};

use crate::matrix::InfluenceMatrix;
use crate::rank::{Ranks, inversions, kendall_agreement};
use exact::Whole;
use power::{Steps, Sums};

/// The power whose sums rank the indirect influences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Power {
    /// The smallest power at which the rankings stay. The default.
    #[default]
    UntilStable,
    /// This power. LIPSOR's "iterations" are taken as `power = iterations + 1`.
    Fixed(u32),
}

/// Settings of an analysis. The defaults are those of a study.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Which power ranks the indirect influences.
    pub power: Power,
    /// Powers over which a ranking has to stay to count as stable: 10.
    pub confirm: u32,
    /// The last power that is looked at: 1,000.
    pub cap: u32,
    /// Where the planes are cut.
    pub cut: Cut,
}

impl Default for Settings {
    fn default() -> Self {
        Self { power: Power::UntilStable, confirm: 10, cap: 1_000, cut: Cut::Mean }
    }
}

impl Settings {
    pub(crate) fn search(&self) -> Search {
        Search { confirm: self.confirm, cap: self.cap.max(1) }
    }
}

/// How the rankings of the powers behave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Convergence {
    /// The rankings stay from some power on.
    Stable,
    /// The powers alternate for ever with this period (2 or more), by the structure of the dominant cycles. The
    /// ranking is that of the Perron vectors of `M + I`.
    Periodic {
        /// Number of powers after which the alternation repeats.
        period: u32,
    },
    /// No cycle: beyond some power all is zero. The ranking is that of the last power that is not.
    Nilpotent,
    /// The rankings still changed at the last power looked at.
    NotReached,
}

/// What the matrix is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Characteristics {
    /// Variables.
    pub n: usize,
    /// How many cells hold 0, 1, 2 … (to the largest whole value); zeros include the diagonal, not P.
    pub counts: Vec<usize>,
    /// Cells that hold no whole number, as the median or the mean of a panel may.
    pub fractional: usize,
    /// Potential cells (P).
    pub potential: usize,
    /// Links: cells that are not 0, P included.
    pub links: usize,
    /// Fill rate: links / n², in `[0, 1]`.
    pub fill: f64,
}

/// One power on the way, for the table of stability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The power.
    pub power: u32,
    /// Kendall agreement of the ranking by influence with that of the power before, in `[0, 1]`; none for power 1.
    pub influence_agreement: Option<f64>,
    /// The same by dependence.
    pub dependence_agreement: Option<f64>,
    /// Exchanges of neighbours that sort the variables, from the order of the list, by falling influence.
    pub influence_swaps: u64,
    /// The same by dependence.
    pub dependence_swaps: u64,
}

impl Step {
    /// `100 * swaps / swaps before` for influence and dependence: a reconstruction of the percentages of LIPSOR's
    /// stability table, to be labelled so. None where the power before needed no exchange.
    #[must_use]
    pub fn reconstruction(&self, before: &Self) -> (Option<f64>, Option<f64>) {
        let ratio = |now: u64, before: u64| (before > 0).then(|| 100.0 * now as f64 / before as f64);
        (
            ratio(self.influence_swaps, before.influence_swaps),
            ratio(self.dependence_swaps, before.dependence_swaps),
        )
    }
}

/// The way of one variable from its direct to its indirect place, in shares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Displacement {
    /// Direct (dependence, influence).
    pub from: (f64, f64),
    /// Indirect (dependence, influence).
    pub to: (f64, f64),
}

/// Rows of the table of stability at most.
const MAX_STEPS: u32 = 50;

/// Rows of the table of stability when there is no power to end at.
const STEPS_WITHOUT_END: u32 = 12;

/// The analysis of one matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct Micmac {
    /// What the matrix is made of.
    pub characteristics: Characteristics,
    /// Direct influence: row sums.
    pub influence: Vec<f64>,
    /// Direct dependence: column sums.
    pub dependence: Vec<f64>,
    /// Places by direct influence and dependence.
    pub direct: Plane,
    /// Places by indirect influence and dependence.
    pub indirect: Plane,
    /// The power that ranks the indirect ones; none for the Perron vectors of an alternating matrix.
    pub power: Option<u32>,
    /// The sums of that power as whole numbers: the ranks of `indirect` are theirs. None for the Perron vectors, and
    /// where the ranking had to be followed by rounded numbers (cells of too many parts, or a power above 64).
    pub exact: Option<ExactSums>,
    /// How the rankings of the powers behave, whatever power was asked for.
    pub convergence: Convergence,
    /// The smallest power at which the rankings stay, if there is one, whatever power was asked for.
    pub stable_power: Option<u32>,
    /// The powers on the way, from 1 to the one used, 50 at most (12 for an alternating matrix).
    pub steps: Vec<Step>,
}

impl Micmac {
    /// The way of each variable from direct to indirect.
    #[must_use]
    pub fn displacements(&self) -> Vec<Displacement> {
        let point = |plane: &Plane, v: usize| (plane.dependence[v], plane.influence[v]);
        (0..self.influence.len())
            .map(|v| Displacement { from: point(&self.direct, v), to: point(&self.indirect, v) })
            .collect()
    }
}

/// The analysis of one matrix, P counting as 0; for the potential plane give [`InfluenceMatrix::potential_matrix`].
#[must_use]
pub fn micmac(matrix: &InfluenceMatrix, settings: &Settings) -> Micmac {
    let (n, values) = (matrix.n(), matrix.values());
    let (influence, dependence) = direct(matrix);
    let whole = Whole::of(matrix);
    let mut natural = sums(n, values, Power::UntilStable, settings.search());
    // Whole numbers know a tie from a near miss, so where they settle they say when.
    let settled = match natural.convergence {
        Convergence::Stable | Convergence::NotReached => {
            whole.as_ref().and_then(|whole| whole.until_stable(settings.search()))
        }
        Convergence::Nilpotent | Convergence::Periodic { .. } => None,
    };
    if let Some(settled) = &settled
        && natural.power != Some(settled.power)
    {
        let power = Power::Fixed(settled.power);
        natural = Sums { convergence: Convergence::Stable, ..sums(n, values, power, settings.search()) };
    }
    let used = match settings.power {
        Power::UntilStable => natural.clone(),
        fixed @ Power::Fixed(_) => sums(n, values, fixed, settings.search()),
    };
    let exact = match (settled, used.power) {
        (Some(settled), Some(power)) if settled.power == power => Some(settled),
        (_, Some(power)) if power <= exact::MOST_POWERS => whole.map(|whole| whole.at(power)),
        _ => None,
    };
    let mut indirect = Plane::new(&used.rows, &used.columns, settings.cut);
    if let Some(exact) = &exact {
        (indirect.influence_ranks, indirect.dependence_ranks) = (exact.row_ranks(), exact.column_ranks());
    }
    let last = used.power.unwrap_or(STEPS_WITHOUT_END).min(MAX_STEPS);
    Micmac {
        characteristics: characteristics(matrix),
        direct: Plane::new(&influence, &dependence, settings.cut),
        indirect,
        exact,
        influence,
        dependence,
        power: used.power,
        convergence: natural.convergence,
        stable_power: natural.power.filter(|_| natural.convergence == Convergence::Stable),
        steps: steps(n, values, last),
    }
}

/// Direct influence (row sums) and dependence (column sums).
#[must_use]
pub fn direct(matrix: &InfluenceMatrix) -> (Vec<f64>, Vec<f64>) {
    direct_sums(matrix.n(), matrix.values())
}

pub(crate) fn direct_sums(n: usize, values: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let mut dependence = vec![0.0; n];
    let influence = values.chunks_exact(n).map(|row| {
        dependence.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
        row.iter().sum()
    });
    (influence.collect(), dependence)
}

/// What the matrix is made of.
#[must_use]
pub fn characteristics(matrix: &InfluenceMatrix) -> Characteristics {
    let mut counts = vec![0; 1];
    let mut fractional = 0;
    let mut potential = 0;
    for (&value, &p) in matrix.values().iter().zip(matrix.potential()) {
        if p {
            potential += 1;
        } else if value.fract() != 0.0 || value > 1_000.0 {
            fractional += 1;
        } else {
            let step = value as usize;
            if step >= counts.len() {
                counts.resize(step + 1, 0);
            }
            counts[step] += 1;
        }
    }
    let links = counts.iter().skip(1).sum::<usize>() + fractional + potential;
    let n = matrix.n();
    let fill = links as f64 / (n * n) as f64;
    Characteristics { n, counts, fractional, potential, links, fill }
}

fn steps(n: usize, values: &[f64], last: u32) -> Vec<Step> {
    let mut walk = Steps::new(n);
    let entry = Ranks::ascending(&(0..n).map(|i| i as f64).collect::<Vec<_>>());
    let mut before: Option<(Ranks, Ranks)> = None;
    (1..=last)
        .map(|power| {
            walk.step(values);
            let now = (Ranks::descending(&walk.rows), Ranks::descending(&walk.columns));
            let step = Step {
                power,
                influence_agreement: before.as_ref().map(|b| kendall_agreement(&now.0, &b.0)),
                dependence_agreement: before.as_ref().map(|b| kendall_agreement(&now.1, &b.1)),
                influence_swaps: inversions(&entry, &now.0),
                dependence_swaps: inversions(&entry, &now.1),
            };
            before = Some(now);
            step
        })
        .collect()
}

#[cfg(test)]
mod tests;
