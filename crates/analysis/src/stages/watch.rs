//! `watch` · seguir: indicators with their readings, the paths of the scenarios, and which future the readings are nearest
//! to: an interpretation, marked so.

use std::collections::BTreeMap;

use atalaya_methods::rank::TIE;
use atalaya_model::{
    Code, Id, Kind,
    choice::SeriesStatus,
    id::natural_cmp,
    records::{Indicator, Threshold},
};

use crate::{
    context::{Context, Trace},
    findings::{
        Count, IndicatorFinding, Key, Point, Range, ScenarioNearness, ScenarioThreshold, WatchFinding,
    },
};

/// The point findings; no panel is asked here, so nothing is resampled.
#[must_use]
pub fn run(context: &Context<'_>, trace: &mut Trace) -> WatchFinding {
    let tables = &context.tables;
    if tables.indicators.is_empty() {
        trace.gap("watch", Code::NoRecords, &[("kind", Kind::Indicator.as_str())]);
    }
    let indicators: Vec<IndicatorFinding> =
        tables.indicators.iter().map(|record| indicator(context, record)).collect();
    for found in &indicators {
        if !found.lacks.is_empty() {
            let lacks = found.lacks.join(", ");
            trace.gap("watch", Code::IncompleteIndicator, &[("id", &found.id), ("lacks", &lacks)]);
        }
    }
    for record in &tables.indicators {
        for name in record.responsible.iter().filter(|id| !tables.actors.iter().any(|a| a.id == **id)) {
            let args = [("id", record.id.as_str()), ("name", name.as_str())];
            trace.gap("watch", Code::ResponsibleUnknown, &args);
        }
    }
    let node = trace.node(context, "watch", "watch").convention("straight-path");
    let node = [Kind::Indicator, Kind::Threshold, Kind::Reading, Kind::Series, Kind::Evidence]
        .into_iter()
        .fold(node, |node, kind| node.records(kind));
    let read: Vec<String> =
        indicators.iter().map(|found| format!("{}={:?}", found.id, found.readings)).collect();
    let later = tables.evidence.iter().filter(|hit| context.after_cutoff(&hit.date));
    WatchFinding {
        nearest: nearness(&indicators),
        later_evidence: later.map(|hit| hit.id.to_string()).collect(),
        trace: node.material(read.join("\n")).done(),
        indicators,
    }
}

/// What an indicator lacks. A series or a publisher is a source.
#[must_use]
pub fn lacks(indicator: &Indicator) -> Vec<&'static str> {
    let source =
        indicator.series.0.is_some() || !indicator.publisher.is_empty() || !indicator.sources.is_empty();
    [
        ("baseline", indicator.baseline.is_some()),
        ("target", indicator.target.is_some()),
        ("source", source),
        ("responsible", !indicator.responsible.is_empty()),
    ]
    .into_iter()
    .filter(|(_, present)| !present)
    .map(|(name, _)| name)
    .collect()
}

/// A value dated by its own year, or by the study's.
fn dated(value: Option<f64>, year: Option<i64>, otherwise: Option<i64>) -> Option<Point> {
    let (value, year) = value.zip(year.or(otherwise))?;
    value.is_finite().then_some(Point { year, value })
}

fn indicator(context: &Context<'_>, record: &Indicator) -> IndicatorFinding {
    let frame = &context.study.frame;
    let baseline = dated(record.baseline, record.baseline_year, frame.base_year);
    let target = dated(record.target, record.target_year, frame.horizon);
    let readings = readings(context, record, baseline);
    let last = readings.last().copied();
    let mut found = IndicatorFinding {
        id: record.id.to_string(),
        baseline,
        target,
        progress: way(baseline, target, last),
        elapsed: time(baseline, target, last),
        lacks: lacks(record).into_iter().map(str::to_owned).collect(),
        readings,
        ..IndicatorFinding::default()
    };
    let share = baseline.zip(frame.horizon).zip(last).and_then(|((from, horizon), last)| {
        let span = horizon - from.year;
        let share = (last.year - from.year) as f64 / span as f64;
        (span > 0 && last.year > from.year).then_some((from, last, share.min(1.0)))
    });
    let mut own: Vec<&Threshold> = context
        .tables
        .thresholds
        .iter()
        .copied()
        .filter(|t| t.indicator.0.as_ref() == Some(&record.id))
        .collect();
    own.sort_by(|a, b| natural_cmp(order(a.scenario.0.as_ref()), order(b.scenario.0.as_ref())));
    let mut distances: Vec<(Key, f64)> = Vec::new();
    for threshold in own {
        let Some(scenario) = threshold.scenario.0.as_ref() else { continue };
        let ends = ends(threshold);
        let mut out =
            ScenarioThreshold { scenario: scenario.to_string(), low: ends.0, high: ends.1, on_path: None };
        if let Some((from, last, share)) = share {
            let on_path = |end: f64| from.value + share * (end - from.value);
            let (low, high) = (ends.0.map(on_path), ends.1.map(on_path));
            out.on_path = low.zip(high).map(|(low, high)| Range { low, high });
            if let Some(distance) = distance(last.value, low, high) {
                distances.push((out.scenario.clone(), distance));
            }
        }
        found.thresholds.push(out);
    }
    found.nearest = nearest(&distances, last);
    found
}

fn order(id: Option<&Id>) -> &str {
    id.map(Id::as_str).unwrap_or_default()
}

/// The ends of a range, the lower one first whatever way it was written.
fn ends(threshold: &Threshold) -> (Option<f64>, Option<f64>) {
    match (threshold.low, threshold.high) {
        (Some(low), Some(high)) if low > high => (Some(high), Some(low)),
        ends => ends,
    }
}

/// The readings by year: those recorded, and the values of a series still published from after what the study could know.
/// A recorded reading stands before a value of the series of the same year.
fn readings(context: &Context<'_>, record: &Indicator, baseline: Option<Point>) -> Vec<Point> {
    let mut years = BTreeMap::<i64, f64>::new();
    if let Some(series) = context.tables.series.iter().find(|s| Some(&s.id) == record.series.0.as_ref())
        && series.status != Some(SeriesStatus::Discontinued)
    {
        let frame = &context.study.frame;
        let known = context.last_known_year().or(baseline.map(|b| b.year)).or(frame.base_year);
        let own = context
            .study
            .observations
            .iter()
            .filter(|o| o.series == series.id && o.economy == frame.economy && o.value.is_finite());
        years.extend(own.filter(|o| known.is_none_or(|known| o.year > known)).map(|o| (o.year, o.value)));
    }
    let recorded = context.tables.readings.iter().filter(|r| r.indicator.0.as_ref() == Some(&record.id));
    years.extend(recorded.filter_map(|reading| reading.year.zip(reading.value.filter(|v| v.is_finite()))));
    years.into_iter().map(|(year, value)| Point { year, value }).collect()
}

/// Share of the way from baseline to target; negative where the reading went the other way.
fn way(baseline: Option<Point>, target: Option<Point>, last: Option<Point>) -> Option<f64> {
    let (from, to, last) = (baseline?, target?, last?);
    let whole = to.value - from.value;
    (whole != 0.0 && last.year > from.year).then(|| (last.value - from.value) / whole)
}

/// Share of the time from baseline to target.
fn time(baseline: Option<Point>, target: Option<Point>, last: Option<Point>) -> Option<f64> {
    let (from, to, last) = (baseline?, target?, last?);
    let whole = to.year - from.year;
    (whole > 0 && last.year > from.year).then(|| (last.year - from.year) as f64 / whole as f64)
}

/// How far a value lies from a range with open ends; none where both ends are open.
fn distance(value: f64, low: Option<f64>, high: Option<f64>) -> Option<f64> {
    if low.is_none() && high.is_none() {
        return None;
    }
    let below = low.map_or(0.0, |low| low - value);
    let above = high.map_or(0.0, |high| value - high);
    Some(below.max(above).max(0.0))
}

/// The scenarios at the least distance, all of those that tie. With one scenario there is nothing to be nearer to.
fn nearest(distances: &[(Key, f64)], last: Option<Point>) -> Vec<Key> {
    let Some(last) = last.filter(|_| distances.len() > 1) else { return Vec::new() };
    let least = distances.iter().map(|(_, distance)| *distance).fold(f64::INFINITY, f64::min);
    // Distances are differences of figures as large as the reading: so is their rounding.
    let slack = TIE * last.value.abs().max(least);
    let near = distances.iter().filter(|(_, distance)| *distance <= least + slack);
    near.map(|(scenario, _)| scenario.clone()).collect()
}

/// For each scenario, how many indicators are nearest to it of those whose reading can be compared.
fn nearness(indicators: &[IndicatorFinding]) -> Vec<ScenarioNearness> {
    let read: Vec<&IndicatorFinding> = indicators.iter().filter(|i| !i.nearest.is_empty()).collect();
    let mut scenarios: Vec<&Key> =
        read.iter().flat_map(|i| &i.thresholds).map(|threshold| &threshold.scenario).collect();
    scenarios.sort_by(|a, b| natural_cmp(a, b));
    scenarios.dedup();
    scenarios
        .into_iter()
        .map(|scenario| {
            let holds = |i: &&&IndicatorFinding| i.thresholds.iter().any(|t| t.scenario == *scenario);
            let with: Vec<&&IndicatorFinding> = read.iter().filter(holds).collect();
            let k = with.iter().filter(|i| i.nearest.contains(scenario)).count();
            ScenarioNearness { scenario: scenario.clone(), indicators: Count { k, n: with.len() } }
        })
        .collect()
}

#[cfg(test)]
mod tests;
