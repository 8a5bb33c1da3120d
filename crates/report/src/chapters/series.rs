//! The series of the chapter on scanning: trends and breaks, forecasts, how wrong the models were, each series by itself.

use std::collections::BTreeSet;

use atalaya_analysis::findings::{ForecastFinding, ForecastPool, ModelAccuracy, SeriesFinding};
use atalaya_charts::figures;
use atalaya_model::{Kind, records::Series};
use atalaya_words::Number;

use super::{Book, references::works};
use crate::doc::{Block, Cell, Column, Mark, Row, RowKind, Table};

/// The models in the order of the table of errors; `median` is the forecast.
const MODELS: [&str; 5] = ["ets", "theta", "damped", "naive", "median"];

/// The sections on the series; empty where the study has none.
#[must_use]
pub fn sections(book: &Book<'_>) -> Vec<Block> {
    let scan = &book.findings.scan;
    if scan.series.is_empty() {
        return Vec::new();
    }
    let mut out = vec![book.section("section-series", "series-section")];
    out.push(Block::Lead(lead(book).into()));
    out.push(book.care(book.t("series-care")));
    out.push(trends(book));
    out.extend(breaks(book));
    out.extend(later(book));
    out.push(book.method("series-method", &[]));
    out.extend(book.why(&scan.series_trace));
    out.extend(forecasts(book));
    out.extend(accuracy(book));
    out.extend(one_by_one(book));
    out
}

fn record<'a>(book: &Book<'a>, series: &SeriesFinding) -> Option<&'a Series> {
    book.study.series.iter().find(|s| s.id == series.id.as_str())
}

/// `Gasto en I+D (% del PBI)`.
pub(super) fn named(book: &Book<'_>, series: &SeriesFinding) -> String {
    let name = book.full(Kind::Series, &series.id);
    match record(book, series).map(|s| book.text(&s.unit)) {
        Some(unit) if !unit.is_empty() => format!("{name} ({unit})"),
        _ => name,
    }
}

pub(super) fn number(book: &Book<'_>, value: f64) -> String {
    book.words.number(value, Number::Significant(3))
}

/// `p`, with no more digits than it carries.
fn p_value(book: &Book<'_>, p: f64) -> String {
    match p {
        p if p < 0.001 => format!("< {}", book.words.num(0.001, 3)),
        p if p < 0.01 => book.words.num(p, 3),
        p => book.words.num(p, 2),
    }
}

fn lead(book: &Book<'_>) -> String {
    let series = &book.findings.scan.series;
    let of = |direction: &str| {
        series.iter().filter(|s| s.trend.as_ref().is_some_and(|t| t.direction == direction)).count()
    };
    let parts = [
        ("series-rising", of("rising")),
        ("series-falling", of("falling")),
        ("series-flat", of("none")),
        ("series-short", series.iter().filter(|s| s.trend.is_none()).count()),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|(_, n)| *n > 0).map(|(key, n)| book.say(key, &[("n", (*n).into())])).collect();
    book.say("series-lead", &[("n", series.len().into()), ("parts", book.words.list(&parts).into())])
}

fn sources(book: &Book<'_>, series: &[&SeriesFinding]) -> Vec<String> {
    let all = series.iter().filter_map(|s| record(book, s)).flat_map(|s| s.sources.iter());
    all.map(ToString::to_string).collect::<BTreeSet<_>>().into_iter().collect()
}

fn trends(book: &Book<'_>) -> Block {
    let scan = &book.findings.scan;
    let mut table = Table::new(
        "series-trends",
        book.t("table-trends"),
        vec![
            Column::text(book.t("column-series")),
            Column::text(book.t("column-years")),
            Column::number("n"),
            Column::number(book.t("column-tau")),
            Column::number(book.t("column-slope")),
            Column::mark(book.t("column-slope-interval")),
            Column::number(book.t("column-p")),
            Column::text(book.t("column-break")),
            Column::text(book.t("column-reading")),
        ],
    );
    for series in &scan.series {
        let years = series.values.first().zip(series.values.last());
        let mut cells: Vec<Cell> = vec![
            named(book, series).into(),
            years.map_or(Cell::Empty, |(a, b)| {
                Cell::from(if a.year == b.year {
                    a.year.to_string()
                } else {
                    format!("{}–{}", a.year, b.year)
                })
            }),
            Cell::number(series.values.len() as f64, series.values.len().to_string()),
        ];
        match &series.trend {
            Some(trend) => cells.extend([
                Cell::number(trend.tau, book.words.num(trend.tau, 2)),
                Cell::number(trend.slope, book.words.number(trend.slope, Number::Significant(2))),
                trend.slope_interval.map_or(Cell::Empty, |r| {
                    let end = |v: f64| book.words.number(v, Number::Significant(2));
                    let args = [("low", end(r.low).into()), ("high", end(r.high).into())];
                    Cell::from(book.say("range-value", &args))
                }),
                trend.p_adjusted.map_or(Cell::Empty, |p| Cell::number(p, p_value(book, p))),
            ]),
            None => cells.extend([Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]),
        }
        let found = series.break_point.as_ref();
        cells.push(found.map_or(Cell::Empty, |b| {
            if b.significant {
                Cell::from(book.say("break-after", &[("year", b.year.to_string().into())]))
                    .marked(Mark::Accent)
            } else {
                Cell::from(book.t("break-none")).marked(Mark::Quiet)
            }
        }));
        let reading = series.trend.as_ref().map_or("short", |t| t.direction.as_str());
        let mut said = book.t(&format!("trend-{reading}"));
        if series.discontinued {
            said = format!("{said}; {}", book.t("series-discontinued"));
        }
        let reading = Cell::from(said);
        cells.push(if series.discontinued { reading.marked(Mark::Care) } else { reading });
        table.push(cells);
    }
    table.note = Some(book.t("table-trends-note").into());
    table.source =
        Some(works(book, &sources(book, &scan.series.iter().collect::<Vec<_>>()))).filter(|s| !s.is_empty());
    table.provenance = book.provenance(&scan.series_trace);
    Block::Table(table)
}

/// A break is news.
fn breaks(book: &Book<'_>) -> Vec<Block> {
    let found: Vec<String> = book
        .findings
        .scan
        .series
        .iter()
        .filter_map(|s| {
            let point = s.break_point.as_ref().filter(|b| b.significant)?;
            let args =
                [("name", book.name(Kind::Series, &s.id).into()), ("year", point.year.to_string().into())];
            Some(book.say("break-value", &args))
        })
        .collect();
    if found.is_empty() {
        return Vec::new();
    }
    vec![book.paragraph("breaks-text", &[("breaks", book.words.list(&found).into())])]
}

/// Values after the cut-off are read elsewhere.
fn later(book: &Book<'_>) -> Vec<Block> {
    let n = book.findings.scan.series.iter().filter(|s| !s.later.is_empty()).count();
    if n == 0 {
        return Vec::new();
    }
    vec![book.paragraph("series-later", &[("n", n.into())])]
}

fn forecasts(book: &Book<'_>) -> Vec<Block> {
    let scan = &book.findings.scan;
    let Some(horizon) = book.findings.frame.horizon else { return Vec::new() };
    if scan.series.iter().all(|s| s.forecast.is_none()) {
        return Vec::new();
    }
    let mut out = vec![book.section("section-forecast", "forecast-section")];
    let year = horizon.to_string();
    let made: Vec<&SeriesFinding> = scan.series.iter().filter(|s| s.forecast.is_some()).collect();
    let far = made.iter().filter(|s| s.forecast.as_ref().is_some_and(|f| f.long_horizon)).count();
    let args = [
        ("made", made.len().into()),
        ("n", scan.series.len().into()),
        ("horizon", year.clone().into()),
        ("far", far.into()),
    ];
    out.push(Block::Lead(book.say("forecast-lead", &args).into()));
    let level = scan.pool.as_ref().map_or(0.8, |pool| pool.level);
    let level = book.words.percent(level, 0);
    let mut table = Table::new(
        "series-forecasts",
        book.say("table-forecasts", &args),
        vec![
            Column::text(book.t("column-series")),
            Column::text(book.t("column-last")),
            Column::number(book.say("column-forecast", &args)),
            Column::text(book.say("column-measured-interval", &[("level", level.into())])),
            Column::text(book.t("column-flags")),
        ],
    );
    for series in &scan.series {
        let last = series.values.last().map_or(Cell::Empty, |p| {
            let args = [("value", number(book, p.value).into()), ("year", p.year.to_string().into())];
            Cell::from(book.say("value-in-year", &args))
        });
        let (value, interval, flags) = match &series.forecast {
            Some(forecast) => forecast_cells(book, series, forecast),
            None => {
                let reason = series.no_forecast.as_deref().unwrap_or("no-horizon");
                (Cell::Empty, Cell::Empty, vec![book.t(&format!("no-forecast-{reason}"))])
            }
        };
        let flags = match (flags.is_empty(), series.forecast.is_some()) {
            (true, _) => Cell::Empty,
            (false, true) => Cell::from(flags.join("; ")).marked(Mark::Care),
            (false, false) => Cell::from(flags.join("; ")).marked(Mark::Quiet),
        };
        table.push(vec![named(book, series).into(), last, value, interval, flags]);
    }
    table.note = Some(book.t("table-forecasts-note").into());
    table.provenance = book.provenance(&scan.forecast_trace);
    out.push(Block::Table(table));
    out.extend(scan.pool.as_ref().map(|pool| coverage(book, pool)));
    out.extend(book.why(&scan.forecast_trace));
    out
}

/// The value at the horizon, the last year whose interval is measured, and what a reader must know.
fn forecast_cells(
    book: &Book<'_>,
    series: &SeriesFinding,
    forecast: &ForecastFinding,
) -> (Cell, Cell, Vec<String>) {
    let number = |value: f64| book.words.foreseen(value, forecast.long_horizon);
    let value = forecast.steps.last().map_or(Cell::Empty, |s| {
        let (value, text) = number(s.value);
        Cell::number(value, text)
    });
    let measured = forecast.steps.iter().rev().find_map(|s| Some((s.year, s.interval?)));
    let interval = measured.map_or(Cell::Empty, |(year, interval)| {
        let ends = [("low", number(interval.low).1.into()), ("high", number(interval.high).1.into())];
        let range = book.say("range-value", &ends);
        let args = [("value", range.into()), ("year", year.to_string().into())];
        Cell::from(book.say("value-in-year", &args))
    });
    let at_horizon = forecast.steps.last().is_some_and(|s| s.interval.is_some());
    let mut flags = Vec::new();
    if forecast.long_horizon {
        flags.push(book.t("flag-long-horizon"));
    }
    if !at_horizon {
        flags.push(book.t(if measured.is_some() {
            "flag-not-measurable-then"
        } else {
            "flag-not-measurable"
        }));
    }
    let values = || series.values.iter().map(|p| p.value);
    let observed = values().fold(f64::NEG_INFINITY, f64::max) - values().fold(f64::INFINITY, f64::min);
    if measured.is_some_and(|(_, interval)| interval.high - interval.low > observed) {
        flags.push(book.t("flag-uninformative"));
    }
    if forecast.interpolated > 0 {
        flags.push(book.say("flag-interpolated", &[("n", forecast.interpolated.into())]));
    }
    (value, interval, flags)
}

/// How often the intervals held what came, leaving one series out at a time.
fn coverage(book: &Book<'_>, pool: &ForecastPool) -> Block {
    let level = book.words.percent(pool.level, 0);
    let steps = pool.steps.iter().filter(|s| s.half_width.is_some()).map(|s| s.step).max().unwrap_or(0);
    let count = pool.coverage.filter(|c| c.n > 0).map(|c| book.count(c));
    let key = if count.is_some() { "coverage-text" } else { "coverage-unknown" };
    let args = [
        ("level", level.into()),
        ("series", pool.series.into()),
        ("count", count.unwrap_or_default().into()),
        ("steps", steps.into()),
    ];
    book.paragraph(key, &args)
}

/// The rolling-origin errors of the models: they stand beside the forecast and select nothing.
fn accuracy(book: &Book<'_>) -> Vec<Block> {
    let scan = &book.findings.scan;
    let scored: Vec<&SeriesFinding> = scan.series.iter().filter(|s| !s.accuracy.is_empty()).collect();
    if scored.is_empty() {
        return Vec::new();
    }
    let mut columns = vec![Column::text(book.t("column-series")), Column::number("n")];
    columns.extend(MODELS.iter().map(|model| Column::number(book.t(&format!("model-{model}")))));
    let mut table = Table::new("series-accuracy", book.t("table-accuracy"), columns);
    let row = |name: String, scores: &[ModelAccuracy], pooled: bool| {
        let n = scores.iter().map(|s| s.n).max().unwrap_or(0);
        // The sum of all origins would read as their median.
        let count = Cell::number(n as f64, book.words.int(n as i64));
        let mut cells: Vec<Cell> = vec![name.into(), if pooled { Cell::Empty } else { count }];
        cells.extend(MODELS.iter().map(|model| {
            let mase = scores.iter().find(|s| s.model == *model).and_then(|s| s.mase);
            mase.map_or(Cell::Empty, |v| Cell::number(v, book.words.num(v, 1)))
        }));
        cells
    };
    for series in scored {
        table.push(row(book.full(Kind::Series, &series.id), &series.accuracy, false));
    }
    if let Some(pool) = scan.pool.as_ref().filter(|pool| !pool.accuracy.is_empty()) {
        let cells = row(book.t("accuracy-pooled"), &pool.accuracy, true);
        table.rows.push(Row { kind: RowKind::Total, cells });
    }
    table.note = Some(book.t("table-accuracy-note").into());
    table.provenance = book.provenance(&scan.forecast_trace);
    vec![
        book.section("section-accuracy", "accuracy-section"),
        book.paragraph("accuracy-text", &[]),
        Block::Table(table),
        book.method("forecast-method", &[]),
    ]
}

/// A figure of every series still published and long enough to be tested, with what its note warns of.
fn one_by_one(book: &Book<'_>) -> Vec<Block> {
    let mut out = Vec::new();
    for series in book.findings.scan.series.iter().filter(|s| !s.discontinued && s.trend.is_some()) {
        let mut figure =
            book.figure_called(&format!("series-{}", series.id), &named(book, series), |scene, frame| {
                figures::series(scene, &series.id, frame)
            });
        if let (Some(Block::Figure(figure)), Some(own)) = (figure.first_mut(), record(book, series)) {
            let note = book.text(&own.note);
            figure.note = (!note.is_empty()).then(|| note.into());
            figure.source = Some(works(book, &sources(book, &[series]))).filter(|s| !s.is_empty());
        }
        out.extend(figure);
    }
    if out.is_empty() {
        return out;
    }
    let mut section = vec![book.section("section-each-series", "each-series")];
    section.extend(out);
    section
}
