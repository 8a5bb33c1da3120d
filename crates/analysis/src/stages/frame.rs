//! `frame` · encuadrar: what the study is about and what it cannot have.

use std::collections::BTreeMap;

use atalaya_model::{Code, Kind};

use crate::{
    canonical::short_hash,
    context::{Context, Trace},
    findings::FrameFinding,
};

/// What governability, FODA and axes are relative to: without a subject they are undefined.
const NEEDS_SUBJECT: [&str; 3] = ["foda", "igo", "axes"];

/// The point findings.
#[must_use]
pub fn run(context: &Context<'_>, trace: &mut Trace) -> FrameFinding {
    let frame = &context.study.frame;
    let settings = &context.settings;
    let rules = settings.print();
    let has_subject = !frame.subject.is_empty();
    if !has_subject {
        trace.gap("frame", Code::NoSubject, &[]);
    }
    let lacks = frame.lacks().join(", ");
    if !lacks.is_empty() {
        trace.gap("frame", Code::FrameLacks, &[("lacks", &lacks)]);
    }
    let records: BTreeMap<String, usize> = Kind::ALL
        .iter()
        .map(|kind| (kind.as_str().to_owned(), context.study.ids(*kind).len()))
        .filter(|(_, count)| *count > 0)
        .collect();
    let printed: Vec<String> = rules.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let names: Vec<&str> = rules.keys().map(String::as_str).collect();
    FrameFinding {
        has_subject,
        cannot: if has_subject { Vec::new() } else { NEEDS_SUBJECT.map(str::to_owned).to_vec() },
        base_year: frame.base_year,
        horizon: frame.horizon,
        cutoff: frame.cutoff.clone(),
        rules_hash: short_hash(&printed.join("\n")),
        seed: settings.seed,
        draws: settings.resamples,
        min_group: settings.min_group,
        records,
        trace: trace
            .node(context, "frame", "frame")
            .rules(&names)
            .records(Kind::Limit)
            .records(Kind::Term)
            .done(),
        rules,
    }
}
