//! Answers to findings: the panel, one module a method, one function a stage.
//!
//! Everything here is a pure function of the study: no clock, no network, no randomness but the study's seed. [`point`]
//! gives the findings without resampling, [`resample`] adds the forecasts and the stability to the panel's composition,
//! and [`analyse`] is both.

pub mod abacus;
pub mod balances;
pub mod canonical;
pub mod compare;
mod cone;
pub mod context;
pub mod findings;
pub mod item;
pub mod mactor;
pub mod micmac;
pub mod multipol;
pub mod panel;
pub mod probability;
pub mod series;
pub mod settings;
pub mod smic;
pub mod stages;
mod unseen;
pub mod verify;

/// From which share at both ends an item splits the panel into two camps.
pub use atalaya_methods::descriptive::BIPOLAR_SHARE;
pub use unseen::unseen;

use atalaya_methods::control::{Cancelled, Control};
use atalaya_model::{
    Study,
    choice::{Choice, Provenance},
};

use std::collections::BTreeMap;

use context::{Context, Trace};
use findings::{FINDINGS_FORMAT, Findings, Input, TraceKey};

/// The findings without forecasts and resampling.
#[must_use]
pub fn point(study: &Study) -> Findings {
    point_of(&Context::new(study))
}

fn point_of(context: &Context<'_>) -> Findings {
    // The hash reads the whole study and needs nothing else.
    let (hash, findings) = rayon::join(|| canonical::study_hash(context), || stages_of(context));
    Findings { hash, ..findings }
}

fn stages_of(context: &Context<'_>) -> Findings {
    let mut decisions = Vec::new();
    // The consultations read answers that no other stage changes, and take as long as the rest together.
    let ((consult, asked), (mut trace, frame, scan, structure)) = rayon::join(
        || {
            let mut trace = Trace::default();
            (stages::consult::run(context, &mut trace), trace)
        },
        || {
            let mut trace = Trace::default();
            let frame = stages::frame::run(context, &mut trace);
            let scan = stages::scan::run(context, &mut trace);
            let structure = stages::structure::run(context, &mut trace, &mut decisions);
            (trace, frame, scan, structure)
        },
    );
    trace.nodes.extend(asked.nodes);
    trace.gaps.extend(asked.gaps);
    let mut explore = stages::explore::run(context, &mut trace, &scan, &structure, &mut decisions);
    let choose = stages::choose::run(context, &mut trace, &explore, &mut decisions);
    stages::explore::mark_bet(&mut explore, choose.bet.as_deref());
    let act = stages::act::run(context, &mut trace, &structure, &choose, &mut decisions);
    let watch = stages::watch::run(context, &mut trace);
    decisions.extend(stages::decisions::gates(context, |stage| stage_basis(&trace.nodes, stage)));
    trace.gaps.sort();
    trace.gaps.dedup();
    let weakest = trace.nodes.values().filter_map(|node| Provenance::parse(&node.provenance)).min();
    let frame_id = context.study.frame.id.as_ref();
    Findings {
        format: FINDINGS_FORMAT,
        release: env!("CARGO_PKG_VERSION").to_owned(),
        study: frame_id.map(ToString::to_string).unwrap_or_default(),
        provenance: weakest.unwrap_or_else(|| context.study.frame.written()).as_str().to_owned(),
        hash: String::new(),
        frame,
        scan,
        consult,
        structure,
        explore,
        choose,
        act,
        watch,
        decisions,
        gaps: trace.gaps,
        trace: trace.nodes,
    }
}

/// What a gate of a stage rests on: the hash of all its findings, whose nodes of [`Findings::trace`] are named `stage.…`.
#[must_use]
pub fn stage_basis(trace: &BTreeMap<TraceKey, Input>, stage: &str) -> String {
    let own = trace.iter().filter(|(key, _)| key.split('.').next() == Some(stage));
    let hashes: Vec<&str> = own.map(|(_, node)| node.hash.as_str()).collect();
    canonical::short_hash(&hashes.join(""))
}

/// Adds to point findings of the same study what takes longer: the forecasts of the series, and the stability to the
/// panel's composition.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop; the findings are then incomplete.
pub fn resample(study: &Study, findings: &mut Findings, control: &Control) -> Result<(), Cancelled> {
    resample_of(&Context::new(study), findings, control)
}

fn resample_of(context: &Context<'_>, findings: &mut Findings, control: &Control) -> Result<(), Cancelled> {
    stages::scan::forecast(context, &mut findings.scan, control)?;
    stages::consult::resample(context, &mut findings.consult, control)?;
    let draws = stages::structure::resample(context, &mut findings.structure, control)?;
    stages::explore::resample(context, &mut findings.explore, &findings.structure, &draws, control)?;
    stages::choose::resample(context, &findings.explore, &mut findings.choose, control)?;
    stages::act::resample(context, &findings.choose, &mut findings.act, control)
}

/// All findings of a study.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop.
pub fn analyse(study: &Study, control: &Control) -> Result<Findings, Cancelled> {
    let context = Context::new(study);
    let mut findings = point_of(&context);
    resample_of(&context, &mut findings, control)?;
    Ok(findings)
}
