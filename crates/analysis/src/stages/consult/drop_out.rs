//! Who left between the first and the last round of a consultation, and where they had stood: consensus that grows only
//! because the dissenters left is no consensus.

use atalaya_methods::{
    consensus::Thresholds,
    descriptive::{mean, median},
    rank::{exceeds, reaches},
};

use atalaya_model::Id;

use crate::{
    context::Context,
    findings::{Count, DropOutFinding, DropOutItem, PanelLevel},
    panel::{Answered, Panel},
};

use super::delphi::repeated;

/// Whether the last round asks a family again that the first one asked.
pub fn repeats(first: &Answered, last: &Answered) -> bool {
    let asks = |panel: &Panel| last.panels.iter().any(|own| own.family == panel.family);
    first.panels.iter().any(asks)
}

/// Compares, in the first round, those who left with those who stayed.
///
/// An item is compared from 5 answers on. Its medians are listed where at least `privacy.min_group`, and never fewer than
/// 5, of the leavers answered it, and the two medians are at least as far apart as the largest interquartile range that
/// counts as consensus on that scale.
pub fn drop_out(context: &Context<'_>, first: &Answered, last: &Answered) -> DropOutFinding {
    // Whoever was not invited again did not leave.
    let invited = context.study.rounds.iter().find(|round| round.id == last.id).map(|round| &round.invited);
    let again = |expert: &Id| invited.is_none_or(|who| who.is_empty() || who.contains(expert));
    let left: Vec<bool> =
        first.experts.iter().map(|expert| again(expert) && !last.experts.contains(expert)).collect();
    let leavers = left.iter().filter(|l| **l).count();
    let asked = first.experts.iter().filter(|expert| again(expert)).count();
    let mut finding = DropOutFinding {
        first: first.id.to_string(),
        last: last.id.to_string(),
        left: Count { k: leavers, n: asked },
        ..DropOutFinding::default()
    };
    let (mut gaps, mut farther) = (Vec::new(), 0);
    for panel in first.panels.iter().filter(|panel| repeated(panel)) {
        let clear =
            context.settings.consensus_iqr.unwrap_or_else(|| Thresholds::for_scale(&panel.points).iqr);
        for cell in 0..panel.cells() {
            let Some(item) = compare(panel, cell, &left) else { continue };
            gaps.push(item.gap);
            farther += usize::from(item.farther);
            let shown = context.settings.min_group;
            if let Some((gone, stayed)) = item.medians(shown)
                && reaches((gone - stayed).abs(), clear)
            {
                let family = panel.family.name.to_owned();
                finding.items.push(DropOutItem { family, id: panel.key(cell), left: gone, stayed });
            }
        }
    }
    if !gaps.is_empty() {
        finding.mean_gap = mean(&gaps);
        finding.nearer_minority = Some(Count { k: farther, n: gaps.len() });
    }
    finding
}

/// Leavers and stayers on an item.
struct Compared {
    gone: Vec<f64>,
    stayed: Vec<f64>,
    gap: f64,
    farther: bool,
}

impl Compared {
    /// The two medians, where both sides are large enough to be shown.
    fn medians(&self, min_group: usize) -> Option<(f64, f64)> {
        let shown = |values: &[f64]| {
            let enough = values.len() >= min_group && PanelLevel::of(values.len()) >= PanelLevel::Counts;
            median(values).filter(|_| enough)
        };
        shown(&self.gone).zip(shown(&self.stayed))
    }
}

fn compare(panel: &Panel, cell: usize, left: &[bool]) -> Option<Compared> {
    let side = |leaving: bool| -> Vec<f64> {
        let answers = panel.column(cell).into_iter().zip(left);
        answers.filter(|(_, left)| **left == leaving).filter_map(|(value, _)| value).collect()
    };
    let (gone, stayed) = (side(true), side(false));
    let all: Vec<f64> = gone.iter().chain(&stayed).copied().collect();
    if PanelLevel::of(all.len()) < PanelLevel::Counts {
        return None;
    }
    let (middle, from, to) = (median(&all)?, mean(&gone)?, mean(&stayed)?);
    let farther = exceeds((from - middle).abs(), (to - middle).abs());
    Some(Compared { gone, stayed, gap: (from - to).abs(), farther })
}
