//! `scan` · vigilar: the evidence on the plane of impact and pertinence, the series, and what became of the long list.

use std::collections::{BTreeMap, BTreeSet};

use atalaya_methods::{
    control::{Cancelled, Control},
    rank::exceeds,
};
use atalaya_model::{
    Code, Id, Kind,
    choice::{Choice, Dimension, Fate, HitKind},
    records::Evidence,
};

use crate::{
    context::{Context, Trace},
    findings::{EvidenceCount, EvidenceFinding, Key, LineageFinding, ScanFinding, YearCount},
    series,
};

/// The middle of the scale from 1 to 5 on which impact and pertinence are judged.
const PLANE_CUT: f64 = 3.0;

/// The point findings; the forecasts take longer and come with [`forecast`].
#[must_use]
pub fn run(context: &Context<'_>, trace: &mut Trace) -> ScanFinding {
    let tables = &context.tables;
    let hits: Vec<&Evidence> =
        tables.evidence.iter().filter(|hit| !context.after_cutoff(&hit.date)).copied().collect();
    let mut found = ScanFinding {
        plane_cut: PLANE_CUT,
        evidence: hits.iter().map(|hit| evidence(hit)).collect(),
        by_kind: by_kind(&hits),
        lineage: lineage(context, trace),
        series: series::findings(context),
        ..ScanFinding::default()
    };
    let mut years: BTreeMap<i64, usize> = BTreeMap::new();
    for year in found.evidence.iter().filter_map(|hit| hit.year) {
        *years.entry(year).or_default() += 1;
    }
    found.by_year = years.into_iter().map(|(year, count)| YearCount { year, count }).collect();
    if hits.is_empty() {
        trace.gap("scan", Code::NoRecords, &[("kind", Kind::Evidence.as_str())]);
    } else {
        // Later hits belong to `watch`: they change nothing here.
        let kept: BTreeSet<&str> = hits.iter().map(|hit| hit.id.as_str()).collect();
        let node = trace.node(context, "scan.evidence", "evidence").convention("impact-and-pertinence");
        found.trace = node.records_where(Kind::Evidence, |id| kept.contains(id)).done();
    }
    if found.series.is_empty() {
        trace.gap("scan", Code::NoRecords, &[("kind", Kind::Series.as_str())]);
    } else {
        let node = trace.node(context, "scan.series", "trend").convention("hamed-rao-benjamini-hochberg");
        found.series_trace = node.records(Kind::Series).material(series::material(&found.series)).done();
        let node = trace.node(context, "scan.forecast", "forecast").convention("median-of-four");
        let horizon = context.study.frame.horizon.map_or_else(String::new, |year| year.to_string());
        found.forecast_trace = node.input("scan.series").material(horizon).done();
    }
    found
}

/// Adds the forecasts, by far the longest part of the stage.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop.
pub fn forecast(
    context: &Context<'_>,
    finding: &mut ScanFinding,
    control: &Control,
) -> Result<(), Cancelled> {
    control.check()?;
    finding.pool = series::forecast(context, &mut finding.series);
    control.check()
}

fn evidence(hit: &Evidence) -> EvidenceFinding {
    let above = |value: Option<f64>| value.is_some_and(|v| exceeds(v, PLANE_CUT));
    EvidenceFinding {
        id: hit.id.to_string(),
        kind: hit.kind.map(word),
        dimension: hit.dimension.map(word),
        year: hit.date.get(..4).and_then(|year| year.parse().ok()),
        impact: hit.impact,
        pertinence: hit.pertinence,
        priority: above(hit.impact) && above(hit.pertinence),
        variables: hit.variables.iter().map(ToString::to_string).collect(),
        sources: hit.sources.iter().map(ToString::to_string).collect(),
    }
}

fn word(choice: impl Choice) -> String {
    choice.as_str().to_owned()
}

/// Counts in the order in which dimensions and kinds are declared.
fn by_kind(hits: &[&Evidence]) -> Vec<EvidenceCount> {
    let mut counts: BTreeMap<(Dimension, HitKind), usize> = BTreeMap::new();
    for pair in hits.iter().filter_map(|hit| hit.dimension.zip(hit.kind)) {
        *counts.entry(pair).or_default() += 1;
    }
    let count =
        |((dimension, kind), count)| EvidenceCount { dimension: word(dimension), kind: word(kind), count };
    counts.into_iter().map(count).collect()
}

/// What became of the long list; absent where there is none.
fn lineage(context: &Context<'_>, trace: &mut Trace) -> Option<LineageFinding> {
    let (ideas, variables) = (&context.tables.ideas, &context.tables.variables);
    if ideas.is_empty() {
        return None;
    }
    let with = |fate: Fate| ideas.iter().filter(|idea| idea.fate == Some(fate)).count();
    let carried: BTreeSet<&Id> = ideas.iter().flat_map(|idea| idea.into.iter()).collect();
    let without: Vec<Key> =
        variables.iter().filter(|v| !carried.contains(&v.id)).map(|v| v.id.to_string()).collect();
    Some(LineageFinding {
        ideas: ideas.len(),
        kept: with(Fate::Kept),
        merged: with(Fate::Merged),
        split: with(Fate::Split),
        rejected: with(Fate::Rejected),
        variables: variables.len() - without.len(),
        without_idea: without,
        trace: trace
            .node(context, "scan.lineage", "lineage")
            .records(Kind::Idea)
            .material(variables.iter().map(|v| v.id.as_str()).collect::<Vec<_>>().join(" "))
            .done(),
    })
}

#[cfg(test)]
mod tests;
