use std::path::Path;

use atalaya_methods::{control::Control, random::Stream};
use atalaya_model::{
    Study,
    choice::{Dimension, Fate, HitKind, SeriesStatus},
    field::Refs,
    records::{Evidence, Idea, Observation, Series},
};

use super::*;
use crate::{
    canonical, point,
    stages::fixture::{self, id},
};

/// A study of Peru beside Mexico, cut off in the middle of 2018, with 2030 as its horizon.
fn study() -> Study {
    let mut study = fixture::study("a");
    study.frame.economy = "PER".to_owned();
    study.frame.comparators = vec!["MEX".to_owned()];
    study.frame.cutoff = "2018-06-30".to_owned();
    study.frame.horizon = Some(2030);
    study
}

fn series(study: &mut Study, name: &str, economy: &str, first: i64, values: &[f64]) {
    if !study.series.iter().any(|s| s.id == *name) {
        study.series.push(Series {
            id: id(name),
            status: Some(SeriesStatus::Active),
            min: Some(0.0),
            max: Some(100.0),
            ..Series::default()
        });
    }
    study.observations.extend(values.iter().zip(first..).map(|(value, year)| Observation {
        series: id(name),
        economy: economy.to_owned(),
        year,
        value: *value,
    }));
}

fn hit(study: &mut Study, name: &str, date: &str, impact: f64, pertinence: f64) {
    study.evidence.push(Evidence {
        id: id(name),
        date: date.to_owned(),
        kind: Some(HitKind::HeavyTrend),
        dimension: Some(Dimension::Social),
        impact: Some(impact),
        pertinence: Some(pertinence),
        ..Evidence::default()
    });
}

fn found(study: &Study) -> ScanFinding {
    let context = Context::new(study);
    let mut found = run(&context, &mut Trace::default());
    forecast(&context, &mut found, &Control::default()).unwrap();
    found
}

fn rising(count: u32, seed: u64) -> Vec<f64> {
    let mut stream = Stream::new(seed, "series", 0);
    (0..count).map(|at| 10.0 + 1.5 * f64::from(at) + 2.0 * stream.unit()).collect()
}

fn of<'f>(found: &'f ScanFinding, name: &str) -> &'f crate::findings::SeriesFinding {
    found.series.iter().find(|s| s.id == name).unwrap()
}

#[test]
fn evidence_up_to_the_cut_off_on_the_plane() {
    let mut study = study();
    hit(&mut study, "H10", "2018", 5.0, 3.0);
    hit(&mut study, "H2", "2018-07-01", 5.0, 5.0);
    hit(&mut study, "H3", "2016-05", 4.0, 5.0);
    hit(&mut study, "H4", "", 5.0, 5.0);
    study.evidence[3].kind = None;
    let found = found(&study);
    let ids: Vec<&str> = found.evidence.iter().map(|hit| hit.id.as_str()).collect();
    assert_eq!(ids, ["H3", "H4", "H10"]);
    // 3 is on the cut, not above it.
    assert_eq!(found.evidence.iter().map(|hit| hit.priority).collect::<Vec<_>>(), [true, true, false]);
    assert_eq!((found.by_kind.len(), found.by_kind[0].count), (1, 2));
    assert_eq!(found.by_year.iter().map(|y| (y.year, y.count)).collect::<Vec<_>>(), [(2016, 1), (2018, 1)]);
}

#[test]
fn later_evidence_and_later_values_change_no_basis() {
    let mut before = study();
    hit(&mut before, "H1", "2016", 5.0, 3.0);
    series(&mut before, "K1", "PER", 2000, &rising(18, 1));
    let mut after = before.clone();
    hit(&mut after, "H2", "2019", 5.0, 3.0);
    series(&mut after, "K1", "PER", 2018, &[50.0, 51.0]);
    let (before, after) = (point(&before), point(&after));
    assert_eq!(after.scan.series[0].later.len(), 2);
    assert_eq!(after.scan.series[0].values, before.scan.series[0].values);
    assert_eq!(after.watch.later_evidence, ["H2"]);
    for node in ["scan.evidence", "scan.series", "scan.forecast"] {
        assert_eq!(before.trace[node].hash, after.trace[node].hash, "{node}");
    }
}

#[test]
fn nothing_scanned_is_a_gap() {
    let mut trace = Trace::default();
    let study = study();
    let found = run(&Context::new(&study), &mut trace);
    let kinds: Vec<(&str, &str)> =
        trace.gaps.iter().map(|gap| (gap.code.as_str(), gap.args["kind"].as_str())).collect();
    assert_eq!(kinds, [("G102", "evidence"), ("G102", "series")]);
    assert_eq!((found.trace.as_str(), found.lineage, trace.nodes.len()), ("", None, 0));
}

#[test]
fn what_became_of_the_long_list() {
    let mut study = study();
    fixture::variables(&mut study, "V1 V2 V3");
    let idea = |name: &str, fate: Fate, into: &[&str]| Idea {
        id: id(name),
        fate: Some(fate),
        into: Refs(into.iter().map(|v| id(v)).collect()),
        ..Idea::default()
    };
    study.ideas = vec![
        idea("I1", Fate::Kept, &["V1"]),
        idea("I2", Fate::Split, &["V1", "V3"]),
        idea("I3", Fate::Rejected, &[]),
    ];
    let lineage = found(&study).lineage.unwrap();
    assert_eq!((lineage.ideas, lineage.kept, lineage.split, lineage.rejected), (3, 1, 1, 1));
    assert_eq!((lineage.variables, lineage.without_idea), (2, vec!["V2".to_owned()]));
}

#[test]
fn what_is_not_forecast_says_why() {
    let mut study = study();
    series(&mut study, "K1", "PER", 1990, &rising(28, 1));
    series(&mut study, "K2", "PER", 1990, &rising(28, 2));
    study.series[1].status = Some(SeriesStatus::Discontinued);
    series(&mut study, "K3", "PER", 2012, &rising(6, 3));
    series(&mut study, "K4", "PER", 1990, &rising(24, 4));
    series(&mut study, "K5", "PER", 1990, &rising(25, 5));
    series(&mut study, "K6", "MEX", 1990, &rising(25, 6));
    let all = found(&study);
    let why = |name: &str| of(&all, name).no_forecast.as_deref();
    assert_eq!([why("K1"), why("K2"), why("K3")], [None, Some("discontinued"), Some("too-short")]);
    // 2013 is four years before 2017, 2014 three.
    assert_eq!([why("K4"), why("K5"), why("K6")], [Some("ends-early"), None, Some("too-short")]);
    assert!(all.series.iter().all(|s| s.forecast.is_some() == s.no_forecast.is_none()));
    // Two series feed the pool: neither the discontinued one nor the one that ends early.
    assert_eq!(all.pool.as_ref().unwrap().series, 2);
    assert_eq!(of(&all, "K2").trend.as_ref().unwrap().direction, "rising");
    assert!(of(&all, "K6").values.is_empty() && of(&all, "K6").comparators[0].values.len() == 25);
    study.frame.horizon = Some(2017);
    assert_eq!(of(&found(&study), "K1").no_forecast.as_deref(), Some("no-horizon"));
    study.frame.horizon = Some(i64::MAX);
    let far = found(&study);
    assert_eq!(of(&far, "K1").no_forecast.as_deref(), Some("too-long"));
    assert_eq!(far.pool, None);
}

#[test]
fn coverage_is_not_measurable_below_twenty_residuals() {
    let mut study = study();
    study.frame.horizon = Some(2020);
    // 28 values: 18 origins of at least 10, and so 18 residuals one year ahead.
    series(&mut study, "K1", "PER", 1990, &rising(28, 1));
    let alone = found(&study);
    let forecast = of(&alone, "K1").forecast.as_ref().unwrap();
    assert_eq!((forecast.from, forecast.steps.len(), forecast.long_horizon), (2017, 3, false));
    assert!(forecast.steps.iter().all(|step| step.interval.is_none()));
    let pool = alone.pool.as_ref().unwrap();
    assert_eq!((pool.steps[0].residuals, pool.steps[0].half_width, pool.coverage), (18, None, None));
    assert_eq!(of(&alone, "K1").accuracy.len(), 5);
    // Four more values: 22, 21 and 20 residuals at one to three steps, and 19 at the fourth.
    let mut longer = study.clone();
    longer.observations.clear();
    longer.frame.horizon = Some(2021);
    series(&mut longer, "K1", "PER", 1986, &rising(32, 1));
    let found = found(&longer);
    let steps = &of(&found, "K1").forecast.as_ref().unwrap().steps;
    let with: Vec<bool> = steps.iter().map(|step| step.interval.is_some()).collect();
    assert_eq!(with, [true, true, true, false]);
    // Nothing is left to measure the coverage of the only series with.
    assert_eq!(found.pool.unwrap().coverage, None);
}

#[test]
fn a_long_horizon_is_flagged_and_bounds_hold() {
    let mut study = study();
    for seed in 0..4 {
        let values: Vec<f64> = rising(28, seed).iter().map(|v| v + 42.0).collect();
        series(&mut study, &format!("K{}", seed + 1), "PER", 1990, &values);
    }
    let all = found(&study);
    let forecast = of(&all, "K1").forecast.as_ref().unwrap();
    // 13 years ahead of 28 behind.
    assert!(forecast.long_horizon);
    for step in &forecast.steps {
        let interval = step.interval.unwrap();
        assert!(interval.low <= step.value && step.value <= interval.high && interval.high <= 100.0);
    }
    let coverage = all.pool.unwrap().coverage.unwrap();
    assert!(coverage.k <= coverage.n && coverage.n > 0);
    // A bound that the series itself has crossed is none.
    study.series[0].max = Some(60.0);
    let crossed = found(&study);
    assert_eq!(of(&crossed, "K1").forecast.as_ref().unwrap().steps.len(), 13);
    assert!(of(&crossed, "K1").forecast.as_ref().unwrap().steps[12].value > 60.0);
}

#[test]
fn a_break_is_news_and_a_trend_is_not() {
    let mut study = study();
    series(&mut study, "K1", "PER", 1990, &rising(28, 1));
    let broken: Vec<f64> = (0..28).map(|at| f64::from(at % 3) + if at < 14 { 20.0 } else { 40.0 }).collect();
    series(&mut study, "K2", "PER", 1990, &broken);
    series(&mut study, "K3", "PER", 2009, &rising(9, 3));
    series(&mut study, "K4", "PER", 2015, &rising(3, 4));
    let found = found(&study);
    let first = of(&found, "K1");
    assert_eq!(first.trend.as_ref().unwrap().direction, "rising");
    assert!(!first.break_point.as_ref().unwrap().significant);
    assert!(of(&found, "K3").break_point.is_none() && of(&found, "K3").trend.is_some());
    assert!(of(&found, "K4").trend.is_none());
    // Corrected for three trends and two breaks: never below the plain p.
    for series in &found.series {
        if let Some(trend) = &series.trend {
            assert!(trend.p_adjusted >= trend.p);
        }
        if let Some(point) = &series.break_point {
            assert!(point.p_adjusted >= point.p);
        }
    }
}

#[test]
fn values_without_economy_are_the_study_s_own() {
    let mut study = study();
    series(&mut study, "K1", "", 2000, &[1.0, 2.0]);
    series(&mut study, "K1", "PER", 2001, &[3.0]);
    assert_eq!(of(&found(&study), "K1").values.iter().map(|p| p.value).collect::<Vec<_>>(), [1.0, 3.0]);
    // A study that names no economy reads the only one there is.
    study.frame.economy.clear();
    study.observations.retain(|seen| seen.economy == "PER");
    assert_eq!(
        (of(&found(&study), "K1").economy.as_str(), of(&found(&study), "K1").values.len()),
        ("PER", 1)
    );
    series(&mut study, "K1", "MEX", 2001, &[4.0]);
    assert!(of(&found(&study), "K1").values.is_empty());
}

#[test]
fn the_order_of_rows_means_nothing() {
    let mut study = study();
    for seed in 0..3 {
        series(&mut study, &format!("K{}", 12 - seed), "PER", 1990, &rising(28, seed));
        series(&mut study, &format!("K{}", 12 - seed), "MEX", 1990, &rising(30, seed + 9));
        hit(&mut study, &format!("H{}", 12 - seed), "2017", 4.0, 4.0);
    }
    let other = fixture::reversed(&study);
    assert_ne!(study.series, other.series);
    assert_eq!(canonical::json(&found(&study)).unwrap(), canonical::json(&found(&other)).unwrap());
    let nodes = |study: &Study| {
        let mut trace = Trace::default();
        let _ = run(&Context::new(study), &mut trace);
        trace.nodes
    };
    assert_eq!(nodes(&study), nodes(&other));
}

#[test]
fn a_cancelled_call_says_so() {
    let flag = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let study = study();
    let context = Context::new(&study);
    let mut found = run(&context, &mut Trace::default());
    assert!(forecast(&context, &mut found, &Control::default().with_cancel(flag)).is_err());
}

#[test]
fn the_example_reads_its_series() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/mipymes-peru-2030");
    let study = atalaya_formats::folder::read(&folder).value;
    let found = found(&study);
    let internet = of(&found, "K06");
    assert_eq!(internet.economy, "PER");
    assert_eq!(internet.values.last().map(|p| p.year), Some(2017));
    assert!(internet.later.iter().all(|p| p.year > 2017) && !internet.later.is_empty());
    let trend = internet.trend.as_ref().unwrap();
    assert_eq!((trend.direction.as_str(), trend.tau), ("rising", 1.0));
    let forecast = internet.forecast.as_ref().unwrap();
    assert!(forecast.steps.iter().all(|step| step.value <= 100.0));
    assert_eq!(forecast.steps.last().map(|step| step.year), study.frame.horizon);
    let stopped: Vec<&str> = found.series.iter().filter(|s| s.discontinued).map(|s| s.id.as_str()).collect();
    assert_eq!(stopped, ["KD1", "KD2"]);
    for name in stopped {
        assert_eq!(of(&found, name).no_forecast.as_deref(), Some("discontinued"));
        assert!(of(&found, name).forecast.is_none());
    }
    assert_eq!(of(&found, "K09").no_forecast.as_deref(), Some("too-short"));
    let pool = found.pool.as_ref().unwrap();
    let coverage = pool.coverage.unwrap();
    let share = coverage.k as f64 / coverage.n as f64;
    assert!((0.6..=0.95).contains(&share), "{coverage:?}");
    assert_eq!(pool.accuracy.len(), 5);
    assert!(found.evidence.len() >= 30 && found.evidence.iter().all(|hit| !hit.sources.is_empty()));
    assert!(found.lineage.as_ref().is_some_and(|l| l.without_idea.is_empty()));
}
