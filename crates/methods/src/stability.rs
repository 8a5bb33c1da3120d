//! Stability of a structural analysis to the composition of its panel.
//!
//! The panel is drawn again a thousand times, each time the answers are aggregated and analysed by the same
//! functions as the point result, and what is counted is where every variable lands. These are counts of draws,
//! not probabilities: a panel is chosen, not drawn.

use rayon::prelude::*;

use crate::aggregate::{Aggregate, Panel, Rule, members};
use crate::control::{Cancelled, Control};
use crate::matrix::{MatrixError, check_panel};
use crate::micmac::{Convergence, Settings, Zone, direct_sums, shares, sums, zones};
use crate::rank::Ranks;
use crate::resample::{Resampling, quantile_type1};

/// How a panel's answers become a matrix, and how it is analysed.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct PanelSettings {
    /// How the answers to a cell become a value.
    pub rule: Rule,
    /// The number that P stands for: 0 for the matrix of direct influences, 3 by default for the potential one.
    pub potential: f64,
    /// The analysis.
    pub micmac: Settings,
}

/// Why a panel could not be analysed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum StabilityError {
    /// Its cells are no matrix of influences.
    #[error(transparent)]
    Matrix(#[from] MatrixError),
    /// The groups are of another number of experts.
    #[error("groups of {groups} experts for a panel of {panel}")]
    Groups {
        /// Experts in the groups.
        groups: usize,
        /// Experts in the panel.
        panel: usize,
    },
    /// The number for P is negative or not finite.
    #[error("{value} cannot stand for P")]
    Potential {
        /// The number given.
        value: f64,
    },
    /// The caller asked to stop.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

/// Where every variable lands in one draw. Arrays have one entry a variable.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaneDraw {
    /// Share of all influence.
    pub influence: Vec<f64>,
    /// Share of all dependence.
    pub dependence: Vec<f64>,
    /// Rank by influence; ties share the first place.
    pub influence_rank: Vec<u32>,
    /// Rank by dependence; ties share the first place.
    pub dependence_rank: Vec<u32>,
    /// Zone.
    pub zones: Vec<Zone>,
}

/// One draw: both planes, and how it came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Draw {
    /// By direct influence and dependence.
    pub direct: PlaneDraw,
    /// By indirect influence and dependence.
    pub indirect: PlaneDraw,
    /// How the rankings of the powers behave.
    pub convergence: Convergence,
    /// The power that ranks the indirect ones.
    pub power: Option<u32>,
    /// Cells without an answer in this draw, which took the value of the whole panel.
    pub filled: usize,
}

/// The smallest and the largest of an interval, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankInterval {
    /// The better rank.
    pub low: u32,
    /// The worse rank.
    pub high: u32,
}

/// Where one variable lands over all draws.
#[derive(Debug, Clone, PartialEq)]
pub struct VariableStability {
    /// Draws in each zone, in the order of [`Zone::ALL`].
    pub zones: [u32; 4],
    /// Interval of its ranks by influence.
    pub influence_rank: RankInterval,
    /// Interval of its ranks by dependence.
    pub dependence_rank: RankInterval,
    /// Mean share of influence.
    pub influence_mean: f64,
    /// Mean share of dependence.
    pub dependence_mean: f64,
    /// Variance of the share of influence (divisor draws - 1).
    pub influence_variance: f64,
    /// Variance of the share of dependence.
    pub dependence_variance: f64,
    /// Covariance of both, for the ellipse.
    pub covariance: f64,
}

/// Where every variable lands over all draws.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaneStability {
    /// One entry a variable.
    pub variables: Vec<VariableStability>,
}

/// How many draws behaved in which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ConvergenceCounts {
    /// Stable.
    pub stable: u32,
    /// Alternating.
    pub periodic: u32,
    /// Without cycles.
    pub nilpotent: u32,
    /// Still changing at the cap.
    pub not_reached: u32,
}

/// The planes with each expert left out in turn: counts of runs and ranges of ranks.
#[derive(Debug, Clone, PartialEq)]
pub struct LeaveOneOut {
    /// Runs: one an expert.
    pub runs: usize,
    /// By direct influence and dependence.
    pub direct: PlaneStability,
    /// By indirect influence and dependence.
    pub indirect: PlaneStability,
}

/// Stability of an analysis to the composition of its panel.
#[derive(Debug, Clone, PartialEq)]
pub struct MicmacStability {
    /// Resampled panels.
    pub draws: usize,
    /// By direct influence and dependence: counts of draws, ranks from the 5th to the 95th percentile (type 1).
    pub direct: PlaneStability,
    /// By indirect influence and dependence.
    pub indirect: PlaneStability,
    /// Share of the cells, over all draws, without an answer in the draw, in `[0, 1]`.
    pub filled_share: f64,
    /// How the draws behaved.
    pub convergence: ConvergenceCounts,
    /// Each expert left out in turn: counts of runs, and ranks from the smallest to the largest.
    pub leave_one_out: LeaveOneOut,
}

/// Panels that a thread takes at a time: enough to read the answers once for all of them, few enough for the cache.
const BATCH: usize = 16;

/// Draws the panel again, analyses every draw, and counts where the variables land.
///
/// # Errors
/// [`StabilityError`] when the panel's cells are no matrix, the groups do not fit it, or the caller asked to stop.
pub fn micmac_stability(
    panel: &Panel,
    n: usize,
    resampling: &Resampling<'_>,
    settings: &PanelSettings,
    control: &Control,
) -> Result<MicmacStability, StabilityError> {
    let whole = checked(panel, n, settings)?;
    let runs = resampled_draws(panel, n, &whole, resampling, settings, control)?;
    let asked = whole.answered.iter().filter(|&&answered| answered > 0).count() * runs.len();
    let filled: usize = runs.iter().map(|run| run.filled).sum();
    let mut convergence = ConvergenceCounts::default();
    for run in &runs {
        *match run.convergence {
            Convergence::Stable => &mut convergence.stable,
            Convergence::Periodic { .. } => &mut convergence.periodic,
            Convergence::Nilpotent => &mut convergence.nilpotent,
            Convergence::NotReached => &mut convergence.not_reached,
        } += 1;
    }
    Ok(MicmacStability {
        draws: runs.len(),
        direct: PlaneStability::of(n, runs.iter().map(|run| &run.direct), 0.05, 0.95),
        indirect: PlaneStability::of(n, runs.iter().map(|run| &run.indirect), 0.05, 0.95),
        filled_share: if asked == 0 { 0.0 } else { filled as f64 / asked as f64 },
        convergence,
        leave_one_out: left_out(panel, n, &whole, settings, control)?,
    })
}

/// Every draw in full, in order, for rules that look at a draw as a whole.
///
/// # Errors
/// As [`micmac_stability`].
pub fn micmac_draws(
    panel: &Panel,
    n: usize,
    resampling: &Resampling<'_>,
    settings: &PanelSettings,
    control: &Control,
) -> Result<Vec<Draw>, StabilityError> {
    let whole = checked(panel, n, settings)?;
    resampled_draws(panel, n, &whole, resampling, settings, control)
}

/// The planes with each expert left out in turn.
///
/// # Errors
/// As [`micmac_stability`].
pub fn micmac_leave_one_out(
    panel: &Panel,
    n: usize,
    settings: &PanelSettings,
    control: &Control,
) -> Result<LeaveOneOut, StabilityError> {
    let whole = checked(panel, n, settings)?;
    left_out(panel, n, &whole, settings, control)
}

fn checked(panel: &Panel, n: usize, settings: &PanelSettings) -> Result<Aggregate, StabilityError> {
    check_panel(panel, n)?;
    if !settings.potential.is_finite() || settings.potential < 0.0 {
        return Err(StabilityError::Potential { value: settings.potential });
    }
    Ok(panel.aggregate(settings.rule))
}

fn resampled_draws(
    panel: &Panel,
    n: usize,
    whole: &Aggregate,
    resampling: &Resampling<'_>,
    settings: &PanelSettings,
    control: &Control,
) -> Result<Vec<Draw>, StabilityError> {
    if resampling.groups.experts() != panel.experts() {
        return Err(StabilityError::Groups { groups: resampling.groups.experts(), panel: panel.experts() });
    }
    let of_draw = |number: usize| members(panel.experts(), &resampling.multiplicities(number));
    Ok(batches(panel, n, whole, settings, resampling.draws, of_draw, control)?)
}

fn left_out(
    panel: &Panel,
    n: usize,
    whole: &Aggregate,
    settings: &PanelSettings,
    control: &Control,
) -> Result<LeaveOneOut, StabilityError> {
    let experts = panel.experts();
    let without = |left: usize| (0..experts as u16).filter(|&e| usize::from(e) != left).collect();
    let runs = batches(panel, n, whole, settings, experts, without, control)?;
    Ok(LeaveOneOut {
        runs: runs.len(),
        direct: PlaneStability::of(n, runs.iter().map(|run| &run.direct), 0.0, 1.0),
        indirect: PlaneStability::of(n, runs.iter().map(|run| &run.indirect), 0.0, 1.0),
    })
}

/// Analyses `count` panels in parallel, in order.
fn batches(
    panel: &Panel,
    n: usize,
    whole: &Aggregate,
    settings: &PanelSettings,
    count: usize,
    members: impl Fn(usize) -> Vec<u16> + Sync,
    control: &Control,
) -> Result<Vec<Draw>, Cancelled> {
    let batches: Vec<Vec<Draw>> = (0..count.div_ceil(BATCH))
        .into_par_iter()
        .map_init(
            || vec![vec![0.0; panel.cells()]; BATCH.min(count)],
            |values, batch| {
                control.check()?;
                let numbers = batch * BATCH..((batch + 1) * BATCH).min(count);
                let members: Vec<Vec<u16>> = numbers.map(&members).collect();
                let filled =
                    panel.resampled_batch(settings.rule, settings.potential, &members, whole, values);
                let draws = values.iter().zip(filled).map(|(v, filled)| draw(n, v, &settings.micmac, filled));
                let draws: Vec<Draw> = draws.collect();
                control.advance(draws.len() as u64);
                Ok(draws)
            },
        )
        .collect::<Result<_, Cancelled>>()?;
    Ok(batches.into_iter().flatten().collect())
}

/// Analyses one matrix of `n * n` values as a draw.
pub(crate) fn draw(n: usize, values: &[f64], settings: &Settings, filled: usize) -> Draw {
    let (influence, dependence) = direct_sums(n, values);
    let indirect = sums(n, values, settings.power, settings.search());
    Draw {
        direct: PlaneDraw::new(&influence, &dependence, settings),
        indirect: PlaneDraw::new(&indirect.rows, &indirect.columns, settings),
        convergence: indirect.convergence,
        power: indirect.power,
        filled,
    }
}

impl PlaneDraw {
    fn new(influence: &[f64], dependence: &[f64], settings: &Settings) -> Self {
        let (influence, dependence) = (shares(influence), shares(dependence));
        Self {
            influence_rank: Ranks::descending(&influence).first,
            dependence_rank: Ranks::descending(&dependence).first,
            zones: zones(&influence, &dependence, settings.cut.of(&influence), settings.cut.of(&dependence)),
            influence,
            dependence,
        }
    }
}

impl PlaneStability {
    /// Counts the draws; the intervals of ranks go from the type-1 quantile `low` to the type-1 quantile `high`,
    /// which are ranks that occurred.
    #[must_use]
    pub fn of<'a>(n: usize, draws: impl Iterator<Item = &'a PlaneDraw>, low: f64, high: f64) -> Self {
        let draws: Vec<&PlaneDraw> = draws.collect();
        let interval = |rank: &dyn Fn(&PlaneDraw) -> u32| {
            let mut ranks: Vec<u32> = draws.iter().map(|draw| rank(draw)).collect();
            ranks.sort_unstable();
            let at = |p: f64| quantile_type1(&ranks, p).unwrap_or(0);
            RankInterval { low: at(low), high: at(high) }
        };
        let variables = (0..n).into_par_iter().map(|v| {
            let mut counts = [0; 4];
            for draw in &draws {
                counts[draw.zones[v].index()] += 1;
            }
            let moments = Moments::of(draws.iter().map(|draw| (draw.influence[v], draw.dependence[v])));
            VariableStability {
                zones: counts,
                influence_rank: interval(&|draw| draw.influence_rank[v]),
                dependence_rank: interval(&|draw| draw.dependence_rank[v]),
                influence_mean: moments.mean.0,
                dependence_mean: moments.mean.1,
                influence_variance: moments.variance.0,
                dependence_variance: moments.variance.1,
                covariance: moments.covariance,
            }
        });
        Self { variables: variables.collect() }
    }
}

/// Mean, variance and covariance of pairs, as differences from the first one: equal pairs have a variance of exactly 0.
struct Moments {
    mean: (f64, f64),
    variance: (f64, f64),
    covariance: f64,
}

impl Moments {
    fn of(pairs: impl Iterator<Item = (f64, f64)> + Clone) -> Self {
        let Some((x0, y0)) = pairs.clone().next() else {
            return Self { mean: (0.0, 0.0), variance: (0.0, 0.0), covariance: 0.0 };
        };
        let count = pairs.clone().count() as f64;
        let (mut x_mean, mut y_mean) = (0.0, 0.0);
        for (x, y) in pairs.clone() {
            x_mean += x - x0;
            y_mean += y - y0;
        }
        (x_mean, y_mean) = (x_mean / count, y_mean / count);
        let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
        for (x, y) in pairs {
            let (dx, dy) = (x - x0 - x_mean, y - y0 - y_mean);
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }
        let divisor = (count - 1.0).max(1.0);
        Self {
            mean: (x0 + x_mean, y0 + y_mean),
            variance: (xx / divisor, yy / divisor),
            covariance: xy / divisor,
        }
    }
}

#[cfg(test)]
mod tests;
