use atalaya_model::{
    Study,
    choice::SeriesStatus,
    records::{Evidence, Observation, Reading, Series},
};

use super::*;
use crate::stages::fixture::{id, link, links, reversed, study};

fn found(study: &Study) -> WatchFinding {
    run(&Context::new(study), &mut Trace::default())
}

fn threshold(
    study: &mut Study,
    name: &str,
    indicator: &str,
    scenario: &str,
    ends: (Option<f64>, Option<f64>),
) {
    study.thresholds.push(Threshold {
        id: id(name),
        indicator: link(indicator),
        scenario: link(scenario),
        low: ends.0,
        high: ends.1,
        ..Threshold::default()
    });
}

/// An indicator of 10 in 2018 that is to be 20 in 2030, fed by a series known to 2017.
fn monitored() -> Study {
    let mut study = study("");
    study.frame.base_year = Some(2018);
    study.frame.horizon = Some(2030);
    study.frame.cutoff = "2018-06-30".to_owned();
    study.frame.economy = "PER".to_owned();
    study.series.push(Series { id: id("S1"), status: Some(SeriesStatus::Active), ..Series::default() });
    for (economy, year, value) in
        [("PER", 2017, 9.0), ("PER", 2018, 10.0), ("PER", 2021, 11.0), ("MEX", 2023, 99.0)]
    {
        let economy = economy.to_owned();
        study.observations.push(Observation { series: id("S1"), economy, year, value });
    }
    study.indicators.push(Indicator {
        id: id("K1"),
        series: link("S1"),
        baseline: Some(10.0),
        target: Some(20.0),
        responsible: links("A1"),
        ..Indicator::default()
    });
    threshold(&mut study, "T1", "K1", "S1", (Some(18.0), None));
    threshold(&mut study, "T2", "K1", "S2", (Some(18.0), Some(12.0)));
    threshold(&mut study, "T3", "K1", "S10", (None, Some(12.0)));
    let point = (Some(2022), Some(12.0));
    study.readings.push(Reading {
        id: id("R1"),
        indicator: link("K1"),
        year: point.0,
        value: point.1,
        ..Reading::default()
    });
    study.evidence = ["2018", "2018-07", "2017-12-01", "2020"]
        .iter()
        .enumerate()
        .map(|(i, date)| Evidence {
            id: id(&format!("H{i}")),
            date: (*date).to_owned(),
            ..Evidence::default()
        })
        .collect();
    study.normalise();
    study
}

#[test]
fn readings_are_later_values_and_records() {
    let finding = found(&monitored());
    let k = &finding.indicators[0];
    let readings: Vec<(i64, f64)> = k.readings.iter().map(|p| (p.year, p.value)).collect();
    assert_eq!(readings, [(2018, 10.0), (2021, 11.0), (2022, 12.0)]);
    assert_eq!((k.progress, k.elapsed), (Some(0.2), Some(4.0 / 12.0)));
    assert_eq!(k.lacks, Vec::<String>::new());
    assert_eq!(finding.later_evidence, ["H1", "H3"]);
}

#[test]
fn a_discontinued_series_is_not_monitored() {
    let mut study = monitored();
    study.series[0].status = Some(SeriesStatus::Discontinued);
    study.readings.clear();
    let k = &found(&study).indicators[0];
    assert!(k.readings.is_empty() && k.nearest.is_empty());
    assert_eq!((k.progress, k.thresholds[0].on_path), (None, None));
}

#[test]
fn paths_and_the_nearest_future() {
    let finding = found(&monitored());
    let k = &finding.indicators[0];
    let scenarios: Vec<&str> = k.thresholds.iter().map(|t| t.scenario.as_str()).collect();
    assert_eq!(scenarios, ["S1", "S2", "S10"]);
    // A third of the way: from 10 to 12..18 it is 10.67..12.67, which holds the reading of 12.
    let range = k.thresholds[1].on_path.unwrap();
    assert!((range.low - 10.0 - 2.0 / 3.0).abs() < 1e-12 && (range.high - 10.0 - 8.0 / 3.0).abs() < 1e-12);
    assert_eq!(k.thresholds[0].on_path, None);
    assert_eq!(k.nearest, ["S2"]);
    let nearest: Vec<_> = finding.nearest.iter().map(|n| (n.scenario.as_str(), n.indicators.k)).collect();
    assert_eq!(nearest, [("S1", 0), ("S2", 1), ("S10", 0)]);
    // Where two ranges hold the reading, both are nearest.
    let mut study = monitored();
    study.thresholds[0].low = Some(13.0);
    assert_eq!(found(&study).indicators[0].nearest, ["S1", "S2"]);
}

#[test]
fn nothing_to_compare_with() {
    let mut study = monitored();
    study.thresholds.truncate(1);
    assert!(found(&study).indicators[0].nearest.is_empty());
    study.frame.horizon = Some(2018);
    assert_eq!(found(&study).indicators[0].elapsed, None);
    study.indicators.push(Indicator { id: id("K2"), ..Indicator::default() });
    let lacks = &found(&study).indicators[1].lacks;
    assert_eq!(*lacks, ["baseline", "target", "source", "responsible"]);
}

#[test]
fn the_order_of_rows_means_nothing() {
    let study = monitored();
    assert_eq!(found(&reversed(&study)), found(&study));
}
