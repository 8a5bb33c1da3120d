//! The opportunities on the plane of attractiveness and capacity.

use atalaya_methods::{
    control::{Cancelled, Control},
    descriptive::{Summary, mean},
    opportunity::{Axis, CUT, Zone, axis, zone},
    resample::replicates,
};
use atalaya_model::{
    Code, Kind,
    choice::CriterionAxis,
    records::{Criterion, Opportunity},
};

use crate::{
    context::{Context, Trace},
    findings::{ActFinding, Key, OpportunityFinding, PanelLevel, Range},
    item::item,
    panel::Panel,
};

use super::drawn::{Drawn, stability};

/// The opportunities with their cards' scenarios; their positions where the panel scored them.
pub fn run(context: &Context<'_>, trace: &mut Trace, finding: &mut ActFinding) {
    let opportunities = &context.tables.opportunities;
    if opportunities.is_empty() {
        return;
    }
    let scored = context.last("score", Kind::Opportunity).map(|(_, panel)| panel);
    if scored.is_none() {
        trace.gap("act", Code::NoFamily, &[("family", "score"), ("kind", "opportunity")]);
    }
    let mut node = trace.node(context, "act.opportunities", "opportunities");
    if let Some(panel) = scored {
        node = node.answers(panel);
    }
    finding.opportunity_trace = node.records(Kind::Criterion).records(Kind::Opportunity).done();
    finding.opportunity_cut = scored.map(cut);
    finding.opportunities = opportunities.iter().map(|record| place(context, record, scored)).collect();
}

/// The middle of the scale.
fn cut(panel: &Panel) -> f64 {
    panel.points.first().zip(panel.points.last()).map_or(CUT, |(low, high)| f64::midpoint(*low, *high))
}

const fn word(zone: Zone) -> &'static str {
    match zone {
        Zone::Pursue => "now",
        Zone::Build => "prepare",
        Zone::Maintain => "maintain",
        Zone::Watch => "later",
    }
}

/// The criteria that the panel was asked, in the order of their ids.
fn criteria<'a>(context: &'a Context<'_>, panel: &Panel) -> Vec<&'a Criterion> {
    context.tables.criteria.iter().copied().filter(|c| panel.columns.contains(&c.id)).collect()
}

/// What each expert answered to each criterion of one axis.
fn scores(
    context: &Context<'_>,
    panel: &Panel,
    opportunity: &str,
    of: CriterionAxis,
) -> Vec<Vec<Option<f64>>> {
    criteria(context, panel)
        .into_iter()
        .filter(|criterion| criterion.axis == Some(of))
        .filter_map(|criterion| panel.cell(opportunity, Some(criterion.id.as_str())))
        .map(|cell| panel.column(cell))
        .collect()
}

fn place(context: &Context<'_>, record: &Opportunity, scored: Option<&Panel>) -> OpportunityFinding {
    let mut scenarios: Vec<Key> = record.scenarios.iter().map(ToString::to_string).collect();
    scenarios.sort_by(|a, b| atalaya_model::id::natural_cmp(a, b));
    let id = record.id.as_str();
    let mut found = OpportunityFinding { id: id.to_owned(), scenarios, ..OpportunityFinding::default() };
    let Some(panel) = scored else { return found };
    let cells: Vec<usize> =
        criteria(context, panel).iter().filter_map(|c| panel.cell(id, Some(c.id.as_str()))).collect();
    found.criteria = cells.iter().map(|cell| item(panel, *cell, &context.settings)).collect();
    let answered = |expert: &usize| cells.iter().any(|cell| panel.slot(*expert, *cell).number().is_some());
    found.n = (0..panel.experts).filter(answered).count();
    let (x, y) = (
        axis(&scores(context, panel, id, CriterionAxis::Capacity)),
        axis(&scores(context, panel, id, CriterionAxis::Attractiveness)),
    );
    let alone = panel.experts == 1 || panel.shows(1, context.settings.min_answers);
    (found.attractiveness, found.attractiveness_spread) = shown(&y, alone);
    (found.capacity, found.capacity_spread) = shown(&x, alone);
    if found.attractiveness.is_some() && found.capacity.is_some() {
        found.zone = zone(&y, &x, cut(panel)).map(|zone| word(zone).to_owned());
    }
    found
}

/// Median and quartiles, as far as the number of experts carries them. `alone`: whether what one says may be shown.
fn shown(axis: &Axis, alone: bool) -> (Option<f64>, Option<Range>) {
    let summary = &axis.composite;
    let level = PanelLevel::of(summary.n);
    let single = alone && level == PanelLevel::Single;
    let quartiles = summary.q1.zip(summary.q3).map(|(low, high)| Range { low, high });
    (
        summary.median.filter(|_| single || level >= PanelLevel::Counts),
        quartiles.filter(|_| level >= PanelLevel::Quartiles),
    )
}

/// Each expert's mean over the criteria of an axis that the expert answered.
fn composite(scores: &[Vec<Option<f64>>], experts: usize) -> Drawn {
    let of = |expert: usize| {
        let given: Vec<f64> = scores.iter().filter_map(|c| c.get(expert).copied().flatten()).collect();
        mean(&given)
    };
    Drawn::of((0..experts).map(of))
}

/// Adds how stable each zone is.
pub fn resample(context: &Context<'_>, finding: &mut ActFinding, control: &Control) -> Result<(), Cancelled> {
    let Some((round, panel)) = context.last("score", Kind::Opportunity) else { return Ok(()) };
    let cut = cut(panel);
    let planes: Vec<[Drawn; 2]> = finding
        .opportunities
        .iter()
        .map(|found| {
            [CriterionAxis::Attractiveness, CriterionAxis::Capacity]
                .map(|of| composite(&scores(context, panel, &found.id, of), panel.experts))
        })
        .collect();
    let draws = replicates(&round.resampling(&context.settings), control, |weights| {
        let at = |drawn: &Drawn| {
            let composite = Summary { median: drawn.median(Some(weights)), ..Summary::default() };
            Axis { criteria: Vec::new(), composite, partial: 0 }
        };
        planes.iter().map(|[y, x]| zone(&at(y), &at(x), cut).map(word)).collect::<Vec<_>>()
    })?;
    for (index, (found, plane)) in finding.opportunities.iter_mut().zip(&planes).enumerate() {
        let Some(own) = found.zone.as_deref() else { continue };
        let held = draws.iter().map(|draw| draw.get(index).copied().flatten() == Some(own));
        found.stability = stability(&plane.each_ref().map(Drawn::n), held);
    }
    Ok(())
}
