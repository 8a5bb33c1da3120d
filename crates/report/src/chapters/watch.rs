//! Chapter "Seguimiento y alerta temprana": indicators with baseline, target and readings, the thresholds of the
//! scenarios, the early signs, and which future the readings are nearest to: an interpretation, said to be one.

use std::collections::BTreeMap;

use atalaya_analysis::findings::{IndicatorFinding, Point};
use atalaya_charts::figures;
use atalaya_model::{
    Id, Kind,
    choice::{Choice, Provenance},
    id::natural_cmp,
    records::Indicator,
};

use super::{Book, references::works};
use crate::{
    doc::{Block, Cell, Column, Mark, Table},
    rich::{Inline, Rich},
};

/// The chapter.
#[must_use]
pub fn chapter(book: &Book<'_>) -> Vec<Block> {
    let watch = &book.findings.watch;
    if watch.indicators.is_empty() && book.study.signs.is_empty() {
        return Vec::new();
    }
    let mut out = vec![book.chapter("chapter-watch", "watch-chapter")];
    if !watch.indicators.is_empty() {
        out.push(Block::Lead(lead(book).into()));
        out.extend(nearest(book));
        out.extend(board(book));
        out.extend(readings(book));
        out.extend(thresholds(book));
        out.extend(sheet(book));
    }
    out.extend(signs(book));
    out.extend(book.gaps(&["watch"]));
    out.extend(later(book));
    out
}

fn record<'a>(book: &Book<'a>, id: &str) -> Option<&'a Indicator> {
    book.study.indicators.iter().find(|i| i.id == *id)
}

/// A value of an indicator with as many decimals as the size of its values asks for, the same for all of them.
fn value(book: &Book<'_>, found: &IndicatorFinding, value: f64) -> String {
    let points = found.baseline.iter().chain(&found.target).chain(&found.readings).map(|p| p.value);
    let ends = found.thresholds.iter().flat_map(|t| [t.low, t.high]).flatten();
    let decimals = match points.chain(ends).map(f64::abs).fold(0.0, f64::max) {
        size if size >= 100.0 => 0,
        size if size >= 1.0 => 1,
        _ => 3,
    };
    book.words.short(value, decimals)
}

fn point(book: &Book<'_>, found: &IndicatorFinding, point: Option<&Point>) -> Cell {
    point.map_or(Cell::Empty, |p| {
        Cell::number(p.value, format!("{} ({})", value(book, found, p.value), p.year))
    })
}

/// Which future the readings are nearest to, in a sentence.
pub(super) fn lead(book: &Book<'_>) -> String {
    let watch = &book.findings.watch;
    let most = watch.nearest.iter().map(|n| n.indicators.k).max().unwrap_or(0);
    let read = watch.nearest.iter().map(|n| n.indicators.n).max().unwrap_or(0);
    if most == 0 {
        return book.say("watch-lead-none", &[("n", watch.indicators.len().into())]);
    }
    let near = watch.nearest.iter().filter(|n| n.indicators.k == most);
    let near: Vec<String> = near.map(|n| book.name(Kind::Scenario, &n.scenario)).collect();
    let args = [
        ("k", most.into()),
        ("n", read.to_string().into()),
        ("count", near.len().into()),
        ("scenarios", book.words.list(&near).into()),
    ];
    let mut text = book.say("watch-lead", &args);
    let bet = book.findings.choose.bet.as_deref();
    if let Some(own) = watch.nearest.iter().find(|n| Some(n.scenario.as_str()) == bet)
        && own.indicators.k < most
    {
        let args = [
            ("k", own.indicators.k.into()),
            ("scenario", book.name(Kind::Scenario, &own.scenario).into()),
            ("standing", book.findings.choose.standing().into()),
        ];
        text.push(' ');
        text.push_str(&book.say("watch-lead-bet", &args));
    }
    text
}

/// How many readings are nearest to each scenario, said to be an interpretation.
fn nearest(book: &Book<'_>) -> Vec<Block> {
    let watch = &book.findings.watch;
    if watch.nearest.is_empty() {
        return Vec::new();
    }
    let mut out = vec![book.care(book.t("watch-interpretation"))];
    let mut table = Table::new(
        "watch-nearest",
        book.t("table-nearest"),
        vec![
            Column::text(book.t("column-scenario")),
            Column::mark(book.t("column-nearest-count")),
            Column::text(book.t("column-indicators")),
        ],
    );
    for found in &watch.nearest {
        let own = watch.indicators.iter().filter(|i| i.nearest.contains(&found.scenario));
        let own: Vec<String> = own.map(|i| i.id.clone()).collect();
        table.push(vec![
            book.full(Kind::Scenario, &found.scenario).into(),
            format!("{}/{}", found.indicators.k, found.indicators.n).into(),
            book.labels(Kind::Indicator, &own).into(),
        ]);
    }
    table.note = Some(book.t("table-nearest-note").into());
    table.provenance = book.provenance(&watch.trace);
    out.push(Block::Table(table));
    out.push(book.method("watch-method", &[]));
    out.extend(book.why(&watch.trace));
    out
}

fn board(book: &Book<'_>) -> Vec<Block> {
    let watch = &book.findings.watch;
    let mut out = vec![book.section("section-board", "board")];
    let mut figure = book.figure("warning-board", figures::warning_board);
    if let Some(Block::Figure(figure)) = figure.first_mut() {
        let read: Vec<&IndicatorFinding> =
            watch.indicators.iter().filter(|i| !i.readings.is_empty()).collect();
        let readings = origin(book, &read).1;
        let rest = book.provenance(&watch.trace);
        if let (Some(readings), Some(rest)) = (readings, rest)
            && readings != rest
        {
            let word = |p: Provenance| book.t(&format!("provenance-{}", p.as_str())).to_lowercase();
            let args = [("readings", word(readings).into()), ("rest", word(rest).into())];
            figure.note = Some(book.say("board-origins", &args).into());
        }
    }
    out.extend(figure);
    let mut table = Table::new(
        "watch-indicators",
        book.t("table-indicators"),
        vec![
            Column::text(book.t("fact-indicator")),
            Column::number(book.t("column-baseline")),
            Column::number(book.t("column-last-reading")),
            Column::number(book.t("column-target")),
            Column::number(book.t("column-progress")),
            Column::number(book.t("column-elapsed")),
            Column::text(book.t("column-nearest")),
        ],
    );
    for found in &watch.indicators {
        let share =
            |share: Option<f64>| share.map_or(Cell::Empty, |s| Cell::number(s, book.words.percent(s, 0)));
        let progress = share(found.progress);
        let behind = found.progress.zip(found.elapsed).is_some_and(|(way, time)| way < time);
        table.push(vec![
            named(book, found).into(),
            point(book, found, found.baseline.as_ref()),
            point(book, found, found.readings.last()),
            point(book, found, found.target.as_ref()),
            if behind { progress.marked(Mark::Care) } else { progress },
            share(found.elapsed),
            book.labels(Kind::Scenario, &found.nearest).into(),
        ]);
    }
    table.note = Some(book.t("table-indicators-note").into());
    table.provenance = book.provenance(&watch.trace);
    out.push(Block::Table(table));
    out
}

/// Label, name and unit of an indicator.
fn named(book: &Book<'_>, found: &IndicatorFinding) -> String {
    let unit = record(book, &found.id).map(|i| book.text(&i.unit)).unwrap_or_default();
    let name = book.full(Kind::Indicator, &found.id);
    if unit.is_empty() { name } else { format!("{name}, {unit}") }
}

/// The works behind the readings of some indicators, and the weakest provenance where all say theirs.
fn origin<'a>(book: &Book<'a>, read: &[&IndicatorFinding]) -> (Vec<&'a Id>, Option<Provenance>) {
    let of = |id: Option<&Id>| id.is_some_and(|id| read.iter().any(|i| *id == i.id.as_str()));
    let records = book.study.readings.iter().filter(|r| of(r.indicator.0.as_ref()));
    let indicators = read.iter().filter_map(|i| record(book, &i.id));
    let series = |i: &Indicator| book.study.series.iter().find(|s| Some(&s.id) == i.series.0.as_ref());
    let mut sources: Vec<&Id> = records.clone().flat_map(|r| r.sources.iter()).collect();
    let mut origins: Vec<Option<Provenance>> = records.map(|r| r.provenance).collect();
    for series in indicators.filter_map(series) {
        sources.extend(series.sources.iter());
        origins.push(series.provenance);
    }
    sources.retain(|id| book.study.sources.iter().any(|s| s.id == **id));
    sources.sort_by(|a, b| natural_cmp(a.as_str(), b.as_str()));
    sources.dedup();
    // A reading that does not say where it comes from is of the study's own kind.
    let weakest = origins.iter().copied().collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().min());
    (sources, weakest)
}

/// All readings by year, with their notes.
fn readings(book: &Book<'_>) -> Vec<Block> {
    let read: Vec<&IndicatorFinding> =
        book.findings.watch.indicators.iter().filter(|i| !i.readings.is_empty()).collect();
    let mut years: Vec<i64> = read.iter().flat_map(|i| i.readings.iter().map(|p| p.year)).collect();
    years.sort_unstable();
    years.dedup();
    if years.is_empty() {
        return vec![book.paragraph("readings-none", &[])];
    }
    let mut columns = vec![Column::text(book.t("fact-indicator"))];
    columns.extend(years.iter().map(|year| Column::number(year.to_string())));
    let mut table = Table::new("watch-readings", book.t("table-readings"), columns);
    for found in &read {
        let mut cells: Vec<Cell> = vec![book.full(Kind::Indicator, &found.id).into()];
        cells.extend(years.iter().map(|year| {
            let own = found.readings.iter().find(|p| p.year == *year);
            own.map_or(Cell::Empty, |p| Cell::number(p.value, value(book, found, p.value)))
        }));
        table.push(cells);
    }
    let (sources, provenance) = origin(book, &read);
    table.source = cited(&sources);
    table.provenance = provenance.or_else(|| book.provenance(&book.findings.watch.trace));
    let of = |id: Option<&Id>| id.is_some_and(|id| read.iter().any(|i| *id == i.id.as_str()));
    let records: Vec<_> = book.study.readings.iter().filter(|r| of(r.indicator.0.as_ref())).collect();
    let mut out = vec![book.section("section-readings", "readings"), Block::Table(table)];
    let notes: Vec<Rich> = records
        .iter()
        .filter(|r| !book.text(&r.note).is_empty())
        .filter_map(|r| {
            let id = r.indicator.0.as_ref()?;
            let year = r.year.map(|y| format!(", {y}")).unwrap_or_default();
            let label = book.names.label(Kind::Indicator, id.as_str());
            Some(Rich::default().strong(format!("{label}{year}")).and(format!(": {}", book.text(&r.note))))
        })
        .collect();
    if !notes.is_empty() {
        out.push(book.paragraph("readings-notes", &[]));
        out.push(Block::List { ordered: false, items: notes });
    }
    out
}

fn cited(sources: &[&Id]) -> Option<Rich> {
    let mut out = Rich::default();
    for source in sources {
        if !out.is_empty() {
            out = out.and("; ");
        }
        out = out.and(Inline::Ref(source.to_string()));
    }
    (!out.is_empty()).then_some(out)
}

/// The range of each indicator that belongs to each scenario at the horizon.
fn thresholds(book: &Book<'_>) -> Vec<Block> {
    let watch = &book.findings.watch;
    let with: Vec<&IndicatorFinding> = watch.indicators.iter().filter(|i| !i.thresholds.is_empty()).collect();
    let mut scenarios: Vec<&String> =
        with.iter().flat_map(|i| i.thresholds.iter().map(|t| &t.scenario)).collect();
    scenarios.sort_by(|a, b| natural_cmp(a, b));
    scenarios.dedup();
    if scenarios.is_empty() {
        return Vec::new();
    }
    let mut columns = vec![Column::text(book.t("fact-indicator"))];
    columns.extend(scenarios.iter().map(|id| Column::mark(book.name(Kind::Scenario, id))));
    let mut table = Table::new("watch-thresholds", book.t("table-thresholds"), columns);
    for found in with {
        let mut cells: Vec<Cell> = vec![named(book, found).into()];
        cells.extend(scenarios.iter().map(|scenario| {
            let Some(own) = found.thresholds.iter().find(|t| t.scenario == **scenario) else {
                return Cell::Empty;
            };
            let text = match (own.low, own.high) {
                (Some(low), Some(high)) => {
                    let ends = [value(book, found, low), value(book, found, high)];
                    let [low, high] = ends.map(Into::into);
                    book.say("range-value", &[("low", low), ("high", high)])
                }
                (Some(low), None) => format!("≥ {}", value(book, found, low)),
                (None, Some(high)) => format!("≤ {}", value(book, found, high)),
                (None, None) => return Cell::Empty,
            };
            let near = found.nearest.contains(*scenario);
            if near { Cell::from(text).marked(Mark::Accent) } else { text.into() }
        }));
        table.push(cells);
    }
    let horizon = book.study.frame.horizon.map(|y| y.to_string()).unwrap_or_default();
    table.note = Some(book.say("table-thresholds-note", &[("horizon", horizon.into())]).into());
    vec![book.section("section-thresholds", "thresholds"), Block::Table(table)]
}

/// Who publishes, answers for and reads each indicator, and what it lacks.
fn sheet(book: &Book<'_>) -> Vec<Block> {
    let watch = &book.findings.watch;
    let mut table = Table::new(
        "watch-sheet",
        book.t("table-watch-sheet"),
        vec![
            Column::text(book.t("fact-indicator")),
            Column::text(book.t("column-measures-what")),
            Column::text(book.t("column-publisher")),
            Column::text(book.t("column-responsible")),
            Column::text(book.t("column-frequency")),
            Column::text(book.t("column-missing")),
        ],
    );
    let mut notes: Vec<Rich> = Vec::new();
    for found in &watch.indicators {
        let Some(own) = record(book, &found.id) else { continue };
        let variables: Vec<String> = own.variables.iter().map(ToString::to_string).collect();
        let objectives: Vec<String> = own.objectives.iter().map(ToString::to_string).collect();
        let mut measures: Vec<String> = Vec::new();
        for (kind, ids) in [(Kind::Objective, &objectives), (Kind::Variable, &variables)] {
            if !ids.is_empty() {
                measures.push(book.labels(kind, ids));
            }
        }
        let lacks: Vec<String> = found.lacks.iter().map(|l| book.t(&format!("lacks-{l}"))).collect();
        let lacks = if lacks.is_empty() {
            Cell::from(book.t("chain-complete")).marked(Mark::Quiet)
        } else {
            Cell::from(book.words.list(&lacks)).marked(Mark::Care)
        };
        table.push(vec![
            book.full(Kind::Indicator, &found.id).into(),
            measures.join("; ").into(),
            book.text(&own.publisher).into(),
            book.called(Kind::Actor, own.responsible.iter()).into(),
            book.text(&own.frequency).into(),
            lacks,
        ]);
        let note = book.text(&own.note);
        if !note.is_empty() {
            let label = book.names.label(Kind::Indicator, &found.id).to_owned();
            notes.push(Rich::default().strong(label).and(format!(": {note}")));
        }
    }
    let mut out = vec![book.section("section-watch-sheet", "watch-sheet-section"), Block::Table(table)];
    if !notes.is_empty() {
        out.push(book.paragraph("indicator-notes", &[]));
        out.push(Block::List { ordered: false, items: notes });
    }
    out
}

/// The early signs by scenario, and what plan B waits for.
fn signs(book: &Book<'_>) -> Vec<Block> {
    if book.study.signs.is_empty() {
        return Vec::new();
    }
    let mut out = vec![book.section("section-signs", "signs")];
    let mut table = Table::new(
        "early-signs",
        book.t("table-signs"),
        vec![Column::text(book.t("fact-sign")), Column::text(book.t("column-seen-in"))],
    );
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, sign) in book.study.signs.iter().enumerate() {
        let scenario = sign.scenario.0.as_ref().map(ToString::to_string).unwrap_or_default();
        groups.entry(scenario).or_default().push(index);
    }
    let mut order: Vec<&String> = groups.keys().collect();
    order.sort_by(|a, b| natural_cmp(a, b));
    for scenario in order {
        table.group(if scenario.is_empty() {
            book.t("sign-no-scenario")
        } else {
            book.full(Kind::Scenario, scenario)
        });
        for sign in groups.get(scenario).into_iter().flatten().filter_map(|i| book.study.signs.get(*i)) {
            table.push(vec![book.name(Kind::Sign, sign.id.as_str()).into(), book.text(&sign.seen_in).into()]);
        }
    }
    out.push(Block::Table(table));
    if !book.study.plans.is_empty() && !book.findings.choose.steps.is_empty() {
        let plan = ("plan", Inline::Ref("plan-b".to_owned()));
        let said = Rich::say(book.words, "signs-plan-b", &[], &[plan]);
        out.push(Block::Paragraph(Inline::about(["plan-b"], said).into()));
    }
    out
}

/// What came after the cut-off and was no part of the panel's judgement: hits, and figures of the series.
fn later(book: &Book<'_>) -> Vec<Block> {
    let mut out = hits_later(book);
    out.extend(series_later(book));
    if !out.is_empty() {
        out.insert(0, book.section("section-later", "later-evidence"));
    }
    out
}

fn hits_later(book: &Book<'_>) -> Vec<Block> {
    let found = &book.findings.watch.later_evidence;
    if found.is_empty() {
        return Vec::new();
    }
    let cutoff = book.words.date(&book.study.frame.cutoff);
    // A panel that answers later may have known them.
    let key = if book.after_cutoff().is_empty() { "later-text" } else { "later-text-panel" };
    let mut out = vec![book.paragraph(key, &[("count", found.len().into()), ("cutoff", cutoff.into())])];
    let mut table = Table::new(
        "later-table",
        book.t("table-later"),
        vec![
            Column::text(book.t("column-hit")),
            Column::mark(book.t("fact-date")),
            Column::text(book.t("column-summary")),
        ],
    );
    // None where a hit does not say it: the study's own.
    let mut weakest = Some(Provenance::Published);
    for id in found {
        let Some(hit) = book.study.evidence.iter().find(|e| e.id == id.as_str()) else { continue };
        let mut name = Rich::from(book.full(Kind::Evidence, id));
        let sources: Vec<String> = hit.sources.iter().map(ToString::to_string).collect();
        if !sources.is_empty() {
            name = name.and(" (").and(works(book, &sources)).and(")");
        }
        weakest = weakest.min(hit.provenance);
        table.push(vec![name.into(), book.words.date(&hit.date).into(), book.text(&hit.summary).into()]);
    }
    table.provenance = weakest;
    out.push(Block::Table(table));
    out
}

/// The series that have values after the cut-off: the latest beside what was forecast for its year, and how many lie inside
/// their interval. The figures of the series show them.
fn series_later(book: &Book<'_>) -> Vec<Block> {
    let scan = &book.findings.scan;
    let series: Vec<_> = scan.series.iter().filter(|s| !s.later.is_empty()).collect();
    if series.is_empty() {
        return Vec::new();
    }
    let mut table = Table::new(
        "later-series",
        book.t("table-later-series"),
        vec![
            Column::text(book.t("column-series")),
            Column::text(book.t("column-last")),
            Column::text(book.t("column-later-forecast")),
            Column::mark(book.t("column-later-held")),
        ],
    );
    let dated = |value: String, year: i64| {
        let args = [("value", value.into()), ("year", year.to_string().into())];
        Cell::from(book.say("value-in-year", &args))
    };
    for found in &series {
        let figure = format!("figure-series-{}", found.id);
        let seen = Rich::from(" (").and(Inline::Ref(figure.clone())).and(")");
        let name = Rich::from(super::series::named(book, found)).and(Inline::about([figure], seen));
        let last =
            found.later.last().map_or(Cell::Empty, |p| dated(super::series::number(book, p.value), p.year));
        let foreseen = found.forecast.as_ref().zip(found.later.last()).and_then(|(forecast, last)| {
            let say = |value: f64| book.words.foreseen(value, forecast.long_horizon).1;
            let step = found.step(last.year)?;
            Some(match step.interval {
                Some(range) => {
                    let ends = [("low", say(range.low).into()), ("high", say(range.high).into())];
                    let args = [
                        ("value", say(step.value).into()),
                        ("interval", book.say("range-value", &ends).into()),
                    ];
                    book.say("later-forecast-value", &args)
                }
                None => say(step.value),
            })
        });
        let held = found.held();
        let held = if held.n == 0 { Cell::Empty } else { Cell::from(format!("{}/{}", held.k, held.n)) };
        table.push(vec![name.into(), last, foreseen.map_or(Cell::Empty, Cell::from), held]);
    }
    table.note = Some(book.t("table-later-series-note").into());
    table.provenance = book.provenance(&scan.series_trace);
    let judged = series.iter().map(|s| s.held()).fold((0, 0), |sum, one| (sum.0 + one.k, sum.1 + one.n));
    let args = [("n", series.len().into()), ("held", judged.0.into()), ("judged", judged.1.into())];
    vec![book.paragraph("later-series", &args), Block::Table(table)]
}
