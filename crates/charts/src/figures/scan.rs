//! Figures of the scan stage.

use atalaya_model::{
    Kind,
    choice::{Choice, Dimension, HitKind},
};

use super::Scene;
use crate::axis::Print;
use crate::counts::{Tiles, Years, tiles, years};
use crate::frame::Frame;
use crate::plane::{Measure, Plane, PlaneLegend, PlanePoint, Zones, plane};
use crate::series::{Forecast, Line, Series, Slope, series as draw_series};
use crate::svg::Svg;

/// The evidence on the plane of impact and pertinence.
#[must_use]
pub fn evidence_plane(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let scan = &scene.findings.scan;
    let points: Vec<PlanePoint> = scan
        .evidence
        .iter()
        .filter_map(|hit| {
            let at = hit.pertinence.zip(hit.impact)?;
            let (code, name) = scene.record(Kind::Evidence, &hit.id);
            let mut point = PlanePoint::new(code, name, at);
            point.group = Dimension::ALL.iter().position(|d| Some(d.as_str()) == hit.dimension.as_deref());
            point.strong = hit.priority;
            Some(point)
        })
        .collect();
    if points.is_empty() {
        return None;
    }
    let strong = scan.evidence.iter().filter(|hit| hit.priority).count();
    let args = [
        ("count", strong.into()),
        ("k", strong.to_string().into()),
        ("n", points.len().to_string().into()),
        ("cut", scene.words.short(scan.plane_cut, 1).into()),
    ];
    let measure = |key: &str| Measure {
        name: scene.t(key),
        span: Some((1.0, 5.0)),
        cut: Some(scan.plane_cut),
        print: Print::Number,
    };
    let head = scene.head(
        scene.say("chart-evidence-title", &args),
        scene.say("chart-evidence-subtitle", &args),
        scene.say("chart-evidence-sample", &args),
        &scan.trace,
    );
    let spec = Plane {
        high_at_cut: false,
        head,
        x: measure("chart-pertinence"),
        y: measure("chart-impact"),
        zones: Zones {
            north_west: scene.t("chart-evidence-follow"),
            north_east: scene.t("chart-evidence-priority"),
            south_west: scene.t("chart-evidence-archive"),
            south_east: scene.t("chart-evidence-context"),
            strong: Some(1),
        },
        points,
        groups: Dimension::ALL.iter().map(|d| scene.words.choice("dimension", d.as_str())).collect(),
        legend: PlaneLegend::default(),
        key: true,
    };
    Some(plane(&spec, frame))
}

/// The evidence by dimension and kind.
#[must_use]
pub fn evidence_counts(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let scan = &scene.findings.scan;
    let has =
        |find: &dyn Fn(&atalaya_analysis::findings::EvidenceCount) -> bool| scan.by_kind.iter().any(find);
    let rows: Vec<&Dimension> =
        Dimension::ALL.iter().filter(|d| has(&|c| c.dimension == d.as_str())).collect();
    let columns: Vec<&HitKind> = HitKind::ALL.iter().filter(|k| has(&|c| c.kind == k.as_str())).collect();
    if rows.is_empty() || columns.is_empty() {
        return None;
    }
    let count = |d: &Dimension, k: &HitKind| {
        let of = scan.by_kind.iter().filter(|c| c.dimension == d.as_str() && c.kind == k.as_str());
        of.map(|c| c.count).sum()
    };
    let counts: Vec<Vec<usize>> =
        rows.iter().map(|d| columns.iter().map(|k| count(d, k)).collect()).collect();
    let sums: Vec<usize> = counts.iter().map(|row| row.iter().sum()).collect();
    let total: usize = sums.iter().sum();
    let most = sums.iter().copied().max().unwrap_or(0);
    let leaders: Vec<String> = rows
        .iter()
        .zip(&sums)
        .filter(|(_, sum)| **sum == most)
        .map(|(d, _)| scene.words.choice("dimension", d.as_str()).to_lowercase())
        .collect();
    let args = [
        ("count", leaders.len().into()),
        ("list", scene.words.list(&leaders).into()),
        ("k", most.to_string().into()),
        ("n", total.to_string().into()),
    ];
    let head = scene.head(
        scene.say("chart-counts-title", &args),
        scene.t("chart-counts-subtitle"),
        scene.say("chart-evidence-sample", &args),
        &scan.trace,
    );
    let spec = Tiles {
        head,
        rows: rows.iter().map(|d| scene.words.choice("dimension", d.as_str())).collect(),
        columns: columns.iter().map(|k| scene.words.choice("hit", k.as_str())).collect(),
        counts,
        total: scene.t("chart-total"),
    };
    Some(tiles(&spec, frame))
}

/// The evidence by year.
#[must_use]
pub fn evidence_years(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let scan = &scene.findings.scan;
    let mut list: Vec<(i64, usize)> = scan.by_year.iter().map(|y| (y.year, y.count)).collect();
    list.sort_unstable();
    let total: usize = list.iter().map(|y| y.1).sum();
    if total == 0 {
        return None;
    }
    // The shortest span of latest years that holds at least half of the hits.
    let mut held = 0;
    let mut since = list.last().map_or(0, |y| y.0);
    for (year, count) in list.iter().rev() {
        held += count;
        since = *year;
        if held * 2 >= total {
            break;
        }
    }
    let all = scan.evidence.len();
    let args = [
        ("k", held.to_string().into()),
        ("n", total.to_string().into()),
        ("year", since.to_string().into()),
        ("all", all.max(total).to_string().into()),
    ];
    let dated = if all > total { "chart-years-sample" } else { "chart-evidence-sample" };
    let head = scene.head(
        scene.say("chart-years-title", &args),
        scene.t("chart-years-subtitle"),
        scene.say(dated, &args),
        &scan.trace,
    );
    let cutoff = &scene.findings.frame.cutoff;
    // After the column of its year: what that holds was known at the cut-off.
    let mark = cutoff.get(..4).and_then(|y| y.parse::<f64>().ok()).map(|year| {
        let args = [("date", scene.words.date(cutoff).into())];
        (year + 0.46, scene.say("chart-cutoff", &args))
    });
    Some(years(&Years { head, years: list, mark }, frame))
}

/// A series with its comparators, trend and forecast, and apart from them what came after the cut-off: that moves neither.
#[must_use]
pub fn series(scene: &Scene<'_>, id: &str, frame: &Frame<'_>) -> Option<Svg> {
    let scan = &scene.findings.scan;
    let found = scan.series.iter().find(|s| s.id == id)?;
    let (first, last) = (found.values.first()?, found.values.last()?);
    let record = scene.study.series.iter().find(|s| s.id.as_str() == id)?;
    let words = scene.words;
    let lang = words.lang();
    let name = scene.names.name(Kind::Series, id).to_owned();
    let number = |value: f64| words.number(value, atalaya_words::Number::Significant(2));
    let direction = found.trend.as_ref().map_or("short", |t| t.direction.as_str());
    let slope = found.trend.as_ref().map_or(0.0, |t| t.slope);
    let args = [
        ("name", name.into()),
        ("slope", number(slope.abs()).into()),
        ("n", found.values.len().to_string().into()),
        ("from", first.year.to_string().into()),
        ("to", last.year.to_string().into()),
        ("place", scene.group(&found.economy).into()),
        ("horizon", scene.horizon().map(|y| y.to_string()).unwrap_or_default().into()),
    ];
    let title = match direction {
        "rising" | "falling" | "none" => scene.say(&format!("chart-series-title-{direction}"), &args),
        _ => scene.say("chart-series-title-short", &args),
    };
    let forecast = found.forecast.as_ref();
    let key = if forecast.is_some() { "chart-series-subtitle-forecast" } else { "chart-series-subtitle" };
    let mut head =
        scene.head(title, scene.say(key, &args), scene.say("chart-series-sample", &args), &scan.series_trace);
    let sources: Vec<String> = record.sources.iter().map(|id| source(scene, id.as_str())).collect();
    if !sources.is_empty() {
        head.sample = format!("{} · {}", head.sample, sources.join(", "));
    }
    let values = |list: &[atalaya_analysis::findings::Point]| -> Vec<(f64, f64)> {
        list.iter().map(|p| (p.year as f64, p.value)).collect()
    };
    let trend = found.trend.as_ref().filter(|t| t.direction != "none").map(|t| {
        let interval = t.slope_interval.map(|r| {
            format!(
                " ({})",
                words.with("range-value", &[("low", number(r.low).into()), ("high", number(r.high).into())])
            )
        });
        let args = [("slope", number(t.slope).into()), ("interval", interval.unwrap_or_default().into())];
        // Sen's line goes through the medians of years and values.
        let mid = median(found.values.iter().map(|p| p.year as f64));
        let level = median(found.values.iter().map(|p| p.value));
        let at = |year: i64| (year as f64, level + t.slope * (year as f64 - mid));
        Slope { from: at(first.year), to: at(last.year), words: words.with("chart-series-slope", &args) }
    });
    let mut flags = Vec::new();
    if let Some(reason) = &found.no_forecast {
        flags.push(scene.say(&format!("chart-series-none-{reason}"), &args));
    }
    if let Some(forecast) = forecast {
        if forecast.long_horizon {
            flags.push(scene.t("chart-series-long"));
        }
        if forecast.steps.iter().all(|s| s.interval.is_none()) {
            flags.push(scene.t("chart-series-unmeasured"));
        }
    }
    let observed = || found.values.iter().map(|p| p.value);
    let range = observed().fold(f64::NEG_INFINITY, f64::max) - observed().fold(f64::INFINITY, f64::min);
    let measured = forecast.and_then(|f| f.steps.iter().rev().find_map(|s| s.interval));
    let idle = measured.is_some_and(|r| r.high - r.low > range);
    let far = forecast.is_some_and(|f| f.long_horizon);
    let mut forecast = forecast.map(lines);
    if let Some(forecast) = forecast.as_mut() {
        cut(forecast, observed(), found.later.iter().map(|p| p.value));
        if let Some((_, value)) = forecast.median.last() {
            forecast.end = words.foreseen(*value, far).1;
        }
        if forecast.cut.0 || forecast.cut.1 {
            flags.push(scene.t("chart-series-cut"));
        } else if idle {
            flags.push(scene.t("chart-series-idle"));
        }
    }
    let spec = Series {
        head,
        measure: record.unit.get(lang).to_owned(),
        main: Line { name: scene.group(&found.economy), values: values(&found.values) },
        later: values(&found.later),
        cutoff: found.later.first().map(|next| {
            let args = [("date", words.date(&scene.findings.frame.cutoff).into())];
            ((last.year + next.year) as f64 / 2.0, words.with("chart-series-cutoff", &args))
        }),
        comparators: found
            .comparators
            .iter()
            .filter(|c| !c.values.is_empty())
            .map(|c| Line { name: scene.group(&c.economy), values: values(&c.values) })
            .collect(),
        break_at: found.break_point.as_ref().filter(|b| b.significant).map(|b| {
            let args = [("year", b.year.to_string().into())];
            (b.year as f64, words.with("chart-series-break", &args))
        }),
        slope: trend,
        forecast,
        horizon: found.forecast.as_ref().and(scene.horizon()).map(|year| {
            let args = [("year", year.to_string().into())];
            (year as f64, words.with("chart-series-horizon", &args))
        }),
        target: None,
        flags,
        signs: [
            scene.say(
                "chart-series-later",
                &[("inside", found.held().k.into()), ("judged", found.held().n.into())],
            ),
            scene.t("chart-series-median"),
            interval_words(scene),
            scene.t("chart-series-models"),
        ],
    };
    Some(draw_series(&spec, frame))
}

/// Author and year of a source; its id where it has no author.
fn source(scene: &Scene<'_>, id: &str) -> String {
    let Some(source) = scene.study.sources.iter().find(|s| s.id.as_str() == id) else { return id.to_owned() };
    let author = if source.author.is_empty() { &source.publisher } else { &source.author };
    match (author.is_empty(), source.year.is_empty()) {
        (true, _) => id.to_owned(),
        (false, true) => author.clone(),
        (false, false) => format!("{author} ({})", source.year),
    }
}

/// Cuts a band wider than all that was observed, so that it does not flatten what was; `later`: what came since, which
/// stays in the picture.
fn cut(
    forecast: &mut Forecast,
    observed: impl Iterator<Item = f64> + Clone,
    later: impl Iterator<Item = f64> + Clone,
) {
    let low = observed.clone().fold(f64::INFINITY, f64::min);
    let high = observed.fold(f64::NEG_INFINITY, f64::max);
    let range = high - low;
    let median = || forecast.median.iter().map(|(_, value)| *value);
    let floor = (median().fold(low, f64::min) - range / 2.0).min(later.clone().fold(low, f64::min));
    let ceiling = (median().fold(high, f64::max) + range / 2.0).max(later.fold(high, f64::max));
    for (_, from, to) in forecast.band.iter_mut().filter(|(_, from, to)| to - from > range) {
        forecast.cut.0 |= *from < floor;
        forecast.cut.1 |= *to > ceiling;
        (*from, *to) = (from.max(floor), to.min(ceiling));
    }
}

fn lines(forecast: &atalaya_analysis::findings::ForecastFinding) -> Forecast {
    use atalaya_analysis::findings::ForecastStep;
    let model = |pick: fn(&ForecastStep) -> Option<f64>| Line {
        name: String::new(),
        values: forecast.steps.iter().filter_map(|s| Some((s.year as f64, pick(s)?))).collect(),
    };
    let picks: [fn(&ForecastStep) -> Option<f64>; 4] =
        [|s| s.ets, |s| Some(s.theta), |s| Some(s.damped), |s| Some(s.naive)];
    Forecast {
        median: forecast.steps.iter().map(|s| (s.year as f64, s.value)).collect(),
        band: forecast
            .steps
            .iter()
            .filter_map(|s| s.interval.map(|r| (s.year as f64, r.low, r.high)))
            .collect(),
        models: picks.into_iter().map(model).filter(|line| !line.values.is_empty()).collect(),
        ..Forecast::default()
    }
}

fn interval_words(scene: &Scene<'_>) -> String {
    let Some(pool) = &scene.findings.scan.pool else { return String::new() };
    let level = scene.words.percent(pool.level, 0);
    match pool.coverage {
        Some(coverage) if coverage.n > 0 => {
            let measured = scene.words.percent(coverage.k as f64 / coverage.n as f64, 0);
            scene.words.with("chart-series-band", &[("level", level.into()), ("coverage", measured.into())])
        }
        _ => scene.words.with("chart-series-band-unmeasured", &[("level", level.into())]),
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    match values.len() {
        0 => 0.0,
        n if n % 2 == 1 => values[n / 2],
        n => (values[n / 2 - 1] + values[n / 2]) / 2.0,
    }
}
