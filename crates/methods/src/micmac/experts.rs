//! The other order: an analysis for each expert, then the median of the ranks.

use rayon::prelude::*;

use crate::aggregate::{Panel, Rule};
use crate::control::Control;
use crate::matrix::check_panel;
use crate::stability::{Draw, PanelSettings, PlaneDraw, StabilityError, draw};

use super::Zone;

/// Ranks and zones by expert. Arrays have one entry a variable.
#[derive(Debug, Clone, PartialEq)]
pub struct ByExpert {
    /// The experts who answered at least one cell; the others are left out.
    pub experts: Vec<usize>,
    /// Places by direct influence and dependence.
    pub direct: ExpertPlane,
    /// Places by indirect influence and dependence.
    pub indirect: ExpertPlane,
    /// Share of the cells that an expert left empty and that took the value of the whole panel, in `[0, 1]`.
    pub filled_share: f64,
}

/// Medians over the experts.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpertPlane {
    /// Median of the experts' ranks by influence (1 = most; ties share the first place).
    pub influence_rank: Vec<f64>,
    /// Median of the experts' ranks by dependence.
    pub dependence_rank: Vec<f64>,
    /// How many experts put the variable in each zone, in the order of [`Zone::ALL`].
    pub zones: Vec<[u32; 4]>,
}

/// An analysis for each expert over the `n * n` cells of a panel, and the medians of their ranks.
///
/// # Errors
/// [`StabilityError`] when the panel's cells are no matrix, or the caller asked to stop.
pub fn by_expert(
    panel: &Panel,
    n: usize,
    settings: &PanelSettings,
    control: &Control,
) -> Result<ByExpert, StabilityError> {
    check_panel(panel, n)?;
    let experts: Vec<usize> =
        (0..panel.experts()).filter(|&e| panel.expert(e).iter().any(|a| a.answered())).collect();
    let whole = panel.aggregate(settings.rule);
    let runs: Vec<Draw> = experts
        .par_iter()
        .map(|&expert| {
            control.check()?;
            let mut alone = vec![0; panel.experts()];
            alone[expert] = 1;
            // One answer is its own aggregate, by this rule.
            let cells = panel.resampled(Rule::Median, &alone, &whole);
            let number = |(value, p): (&f64, &bool)| if *p { settings.potential } else { *value };
            let values: Vec<f64> = cells.value.iter().zip(&cells.potential).map(number).collect();
            control.advance(1);
            Ok(draw(n, &values, &settings.micmac, cells.filled))
        })
        .collect::<Result<_, StabilityError>>()?;
    let asked = whole.answered.iter().filter(|&&a| a > 0).count() * runs.len();
    let filled: usize = runs.iter().map(|run| run.filled).sum();
    Ok(ByExpert {
        direct: medians(n, &runs, |run| &run.direct),
        indirect: medians(n, &runs, |run| &run.indirect),
        experts,
        filled_share: if asked == 0 { 0.0 } else { filled as f64 / asked as f64 },
    })
}

fn medians(n: usize, runs: &[Draw], plane: impl Fn(&Draw) -> &PlaneDraw) -> ExpertPlane {
    let median = |rank: &dyn Fn(&PlaneDraw) -> u32| {
        let mut ranks: Vec<u32> = runs.iter().map(|run| rank(plane(run))).collect();
        ranks.sort_unstable();
        match ranks.len() {
            0 => 0.0,
            m => f64::from(ranks[(m - 1) / 2] + ranks[m / 2]) / 2.0,
        }
    };
    let count = |v: usize, zone: Zone| runs.iter().filter(|run| plane(run).zones[v] == zone).count() as u32;
    ExpertPlane {
        influence_rank: (0..n).map(|v| median(&|p| p.influence_rank[v])).collect(),
        dependence_rank: (0..n).map(|v| median(&|p| p.dependence_rank[v])).collect(),
        zones: (0..n).map(|v| Zone::ALL.map(|zone| count(v, zone))).collect(),
    }
}
