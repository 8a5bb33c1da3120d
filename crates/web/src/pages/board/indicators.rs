//! Indicators with their baseline and target, the range that belongs to each scenario, and what was read since.

use atalaya_analysis::findings::IndicatorFinding;
use atalaya_store::Record;
use maud::{Markup, html};

use super::{Asked, called, found, labelled, link, with};
use crate::pages::{cells::Cells, pieces::said, record::named};

const KIND: &str = "indicator";

pub fn draw(cells: &Cells<'_>, _: &Asked) -> Markup {
    let words = &cells.seat.who.words;
    let own = cells.sheet.of_kind(KIND);
    html! {
        div.quadrants {
            @for record in &own {
                section.quadrant id=(format!("at-{}", record.id)) {
                    h2 { (link(cells, KIND, &record.id)) " " (named(record, cells.seat.who.lang)) }
                    (found(cells, KIND, &record.id))
                    @if judged(cells, &record.id).is_some_and(|found| !found.nearest.is_empty()) { p.soft.says { (words.t("bench-nearest-how")) } }
                    (card(cells, &record.id))
                    (thresholds(cells, &record.id))
                    (readings(cells, &record.id))
                }
            }
            section.quadrant {
                h2 { (words.t("bench-add-indicator")) }
                (card(cells, "+new"))
            }
        }
    }
}

/// What is found of an indicator.
fn judged<'a>(cells: &Cells<'a>, id: &str) -> Option<&'a IndicatorFinding> {
    cells.sheet.point.watch.indicators.iter().find(|own| own.id == id)
}

fn card(cells: &Cells<'_>, id: &str) -> Markup {
    let number = |key: &str| labelled(&called(cells, KIND, key), &cells.number(KIND, id, key));
    html! {
        div.line {
            div.cell.wide { span.lang { (called(cells, KIND, "name")) } (cells.text(KIND, id, "name", 1)) }
            (labelled(&called(cells, KIND, "unit"), &cells.text(KIND, id, "unit", 1)))
        }
        div.pairs { (number("baseline")) (number("baseline_year")) (number("target")) (number("target_year")) }
    }
}

/// The range of the indicator in each scenario at the horizon.
fn thresholds(cells: &Cells<'_>, indicator: &str) -> Markup {
    let words = &cells.seat.who.words;
    let own = with(cells, "threshold", "indicator", indicator);
    let scenarios: Vec<&Record> = cells
        .sheet
        .of_kind("scenario")
        .into_iter()
        .filter(|record| said(Some(record), "kind") != "present")
        .collect();
    html! {
        @if !scenarios.is_empty() {
            details open[!own.is_empty()] {
                summary { (words.t("bench-thresholds")) }
                table.ranges {
                    thead { tr { th scope="col" { (atalaya_words::capital(&words.t("kinds-scenario"))) } th scope="col" { (words.t("bench-low")) } th scope="col" { (words.t("bench-high")) } } }
                    tbody { @for scenario in &scenarios {
                        @let record = own.iter().find(|record| said(Some(record), "scenario") == scenario.id);
                        @let id = record.map_or_else(|| format!("+{indicator}-{}", scenario.id), |record| record.id.clone());
                        tr {
                            th scope="row" { (named(scenario, cells.seat.who.lang))
                                @if record.is_none() {
                                    input type="hidden" name=(format!("k:threshold/{id}/indicator")) value=(indicator);
                                    input type="hidden" name=(format!("k:threshold/{id}/scenario")) value=(scenario.id);
                                } }
                            td { (cells.number("threshold", &id, "low")) }
                            td { (cells.number("threshold", &id, "high")) }
                        }
                    } }
                }
            }
        }
    }
}

/// What was read of the indicator, by year, and a line for the next reading.
fn readings(cells: &Cells<'_>, indicator: &str) -> Markup {
    let words = &cells.seat.who.words;
    let mut own = with(cells, "reading", "indicator", indicator);
    own.sort_by_key(|record| said(Some(record), "year"));
    let mark = format!("+{indicator}");
    html! {
        details open[!own.is_empty()] {
            summary { (words.t("bench-readings")) " " span.count { (own.len()) } }
            table.ranges {
                thead { tr { th scope="col" { (called(cells, "reading", "year")) } th scope="col" { (called(cells, "reading", "value")) } th scope="col" { (words.t("bench-note")) } } }
                tbody {
                    @for record in &own {
                        tr {
                            td { (cells.number("reading", &record.id, "year")) }
                            td { (cells.number("reading", &record.id, "value")) }
                            td { (cells.text("reading", &record.id, "note", 1)) }
                        }
                    }
                    tr.new {
                        td { input type="hidden" name=(format!("k:reading/{mark}/indicator")) value=(indicator); (cells.number("reading", &mark, "year")) }
                        td { (cells.number("reading", &mark, "value")) }
                        td { (cells.text("reading", &mark, "note", 1)) }
                    }
                }
            }
            (of_series(cells, indicator, &own))
        }
    }
}

/// The values of the indicator's series that count as readings beside those recorded, and the way to the series.
fn of_series(cells: &Cells<'_>, indicator: &str, recorded: &[&Record]) -> Markup {
    let words = &cells.seat.who.words;
    let years: Vec<String> = recorded.iter().map(|record| said(Some(record), "year")).collect();
    let all = judged(cells, indicator).map(|found| found.readings.as_slice()).unwrap_or_default();
    let more: Vec<String> =
        all.iter().map(|point| point.year.to_string()).filter(|year| !years.contains(year)).collect();
    let args = [("count", more.len().into()), ("years", words.list(&more).into())];
    let series = said(cells.sheet.record(KIND, indicator), "series");
    html! {
        @if let Some(record) = cells.sheet.record("series", &series).filter(|_| !more.is_empty()) {
            p.soft.says { (words.with("bench-readings-series", &args)) " " (link(cells, "series", &series)) " " (named(record, cells.seat.who.lang)) }
        }
    }
}
