//! `act` · construir: opportunities, actions on the IGO plane and against every scenario, the chain from vision to
//! indicator, the relevance tree, the way back from the bet and the roadmap.

use atalaya_methods::control::{Cancelled, Control};
use atalaya_model::{Code, Kind};

use crate::{
    context::{Context, Trace},
    findings::{ActFinding, ChooseFinding, DecisionFinding, StructureFinding},
    multipol,
};

mod aims;
mod drawn;
mod igo;
mod opportunities;
mod roadmap;
mod robustness;

/// The point findings.
#[must_use]
pub fn run(
    context: &Context<'_>,
    trace: &mut Trace,
    structure: &StructureFinding,
    choose: &ChooseFinding,
    decisions: &mut Vec<DecisionFinding>,
) -> ActFinding {
    let tables = &context.tables;
    for (kind, empty) in [
        (Kind::Opportunity, tables.opportunities.is_empty()),
        (Kind::Objective, tables.objectives.is_empty()),
        (Kind::Action, tables.actions.is_empty()),
    ] {
        if empty {
            trace.gap("act", Code::NoRecords, &[("kind", kind.as_str())]);
        }
    }
    let mut finding = ActFinding::default();
    opportunities::run(context, trace, &mut finding);
    finding.igo = igo::run(context, trace);
    finding.multipol = multipol::run(context, trace);
    finding.robustness = robustness::run(context, trace, choose);
    finding.chain = aims::chain(context, trace, structure);
    finding.tree = aims::tree(context);
    finding.backcast = roadmap::backcast(context);
    finding.roadmap = roadmap::roadmap(context, trace, finding.igo.as_ref(), decisions);
    finding
}

/// Adds how stable zones and classes are to the panel's composition.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop.
pub fn resample(
    context: &Context<'_>,
    choose: &ChooseFinding,
    finding: &mut ActFinding,
    control: &Control,
) -> Result<(), Cancelled> {
    opportunities::resample(context, finding, control)?;
    igo::resample(context, finding.igo.as_mut(), control)?;
    multipol::resample(context, finding.multipol.as_mut(), control)?;
    robustness::resample(context, choose, finding.robustness.as_mut(), control)
}

#[cfg(test)]
mod tests;
