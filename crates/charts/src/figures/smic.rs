//! Figures of the probabilities of events and of their scenarios (SMIC).

use atalaya_analysis::findings::{SmicFinding, SmicScenario};
use atalaya_model::Kind;

use super::Scene;
use crate::axis::{Print, extent};
use crate::frame::Frame;
use crate::plane::{Measure, Plane, PlaneLegend, PlanePoint, Zones, plane};
use crate::rows::{Dumbbell, DumbbellRow, Summary, dumbbell};
use crate::spans::{Row, SpanLegend, Spans, spans};
use crate::svg::Svg;

/// Scenarios drawn at most.
const SHOWN: usize = 16;
/// Corrections below this, in probability, are none to the eye.
const SLIGHT: f64 = 0.005;

fn sample(scene: &Scene<'_>, found: &SmicFinding) -> String {
    scene.sample(found.experts, &found.round)
}

fn code(scene: &Scene<'_>, id: &str) -> String {
    scene.names.label(Kind::Hypothesis, id).to_owned()
}

/// Code and name of each event that has a name.
fn events(scene: &Scene<'_>, found: &SmicFinding) -> Vec<(String, String)> {
    found.events.iter().map(|id| scene.record(Kind::Hypothesis, id)).collect()
}

fn percent(scene: &Scene<'_>, share: f64) -> String {
    scene.words.percent(share, usize::from(share < 0.095))
}

/// Which events occur in a scenario.
fn occurring(scenario: &SmicScenario) -> impl Iterator<Item = bool> + '_ {
    scenario.code.chars().map(|c| c == '1')
}

fn scenarios_title(scene: &Scene<'_>, found: &SmicFinding, first: &SmicScenario) -> String {
    let tied = found.scenarios.iter().filter(|s| s.place.0 == first.place.0).count();
    let ids = |occurs: bool| -> Vec<String> {
        let pairs = found.events.iter().zip(occurring(first));
        pairs.filter(|(_, own)| *own == occurs).map(|(id, _)| id.clone()).collect()
    };
    let (yes, no) = (ids(true), ids(false));
    let args = [
        ("count", tied.into()),
        ("number", scene.number(tied).into()),
        ("yes", yes.len().into()),
        ("no", no.len().into()),
        ("yeslist", scene.codes(Kind::Hypothesis, &yes).into()),
        ("nolist", scene.codes(Kind::Hypothesis, &no).into()),
        ("p", percent(scene, first.probability).into()),
    ];
    let key = match (tied, yes.is_empty(), no.is_empty()) {
        (2.., _, _) => "chart-smic-title-tied",
        (_, true, _) => "chart-smic-title-none",
        (_, _, true) => "chart-smic-title-all",
        _ => "chart-smic-title",
    };
    scene.say(key, &args)
}

/// The most probable scenarios, with the range that the answers leave open.
#[must_use]
pub fn smic_scenarios(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.explore.smic.as_ref()?;
    let first = found.scenarios.first()?;
    let all = found.scenarios.len();
    let shown = all.min(SHOWN);
    let rest: f64 = found.scenarios.iter().skip(shown).map(|s| s.probability).sum();
    let args = [
        ("core", found.core.into()),
        ("corenumber", found.core.to_string().into()),
        ("all", all.to_string().into()),
        ("left", (all - shown).into()),
        ("leftnumber", scene.number(all - shown).into()),
        ("rest", percent(scene, rest).into()),
    ];
    let head = scene.head(
        scenarios_title(scene, found, first),
        scene.say("chart-smic-subtitle", &args),
        sample(scene, found),
        &found.trace,
    );
    let row = |(index, scenario): (usize, &SmicScenario)| {
        let (low, high) = scenario.place;
        Row {
            code: if low == high { low.to_string() } else { format!("{low}\u{2013}{high}") },
            signs: occurring(scenario).collect(),
            value: scenario.probability,
            band: scenario.low.zip(scenario.high).filter(|(low, high)| high - low > 1e-6),
            interval: super::ends(scenario.interval),
            texts: vec![
                scene.words.percent(scenario.probability, 1),
                scene.words.percent(scenario.cumulated, 0),
            ],
            strong: index < found.core,
            ..Row::default()
        }
    };
    let spec = Spans {
        head,
        measure: scene.t("chart-smic-probability"),
        print: Print::Percent,
        bars: false,
        cut: None,
        signs: found.events.iter().map(|id| code(scene, id)).collect(),
        columns: vec![scene.t("chart-smic-column"), scene.t("chart-smic-cumulated")],
        above: (found.core < shown).then(|| (found.core, scene.t("chart-smic-core-line"))),
        rows: found.scenarios.iter().take(shown).enumerate().map(row).collect(),
        legend: SpanLegend {
            strong: scene.t("chart-smic-core"),
            value: scene.t("chart-smic-outside"),
            band: scene.t("chart-smic-range"),
            interval: scene.t("chart-ranks-interval"),
            signs: (scene.t("chart-smic-occurs"), scene.t("chart-smic-does-not")),
        },
        remark: if shown < all { scene.say("chart-smic-left", &args) } else { String::new() },
        key: events(scene, found),
    };
    Some(spans(&spec, frame))
}

/// Raw and net probability of every event.
#[must_use]
pub fn smic_correction(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.explore.smic.as_ref()?;
    let mut rows: Vec<(usize, f64, f64)> = found
        .raw
        .p
        .iter()
        .zip(&found.net.p)
        .enumerate()
        .take(found.events.len())
        .map(|(i, (raw, net))| (i, *raw, *net))
        .collect();
    let size = |row: &(usize, f64, f64)| (row.2 - row.1).abs();
    rows.sort_by(|a, b| size(b).total_cmp(&size(a)).then(a.0.cmp(&b.0)));
    let first = *rows.first()?;
    let args = [
        ("name", scene.names.full(Kind::Hypothesis, &found.events[first.0]).into()),
        ("raw", scene.words.percent(first.1, 0).into()),
        ("net", scene.words.percent(first.2, 0).into()),
        ("above", found.correction.above.k.into()),
        ("abovenumber", found.correction.above.k.to_string().into()),
        ("experts", found.correction.above.n.to_string().into()),
        ("largest", scene.words.num(100.0 * found.correction.largest, 0).into()),
    ];
    let subtitle = match found.experts {
        1 => "chart-smic-correction-subtitle-one",
        _ => "chart-smic-correction-subtitle",
    };
    let title = if size(&first) < SLIGHT {
        "chart-smic-correction-title-none"
    } else {
        "chart-smic-correction-title"
    };
    let head =
        scene.head(scene.say(title, &args), scene.say(subtitle, &args), sample(scene, found), &found.trace);
    // Whole tens around the values, so that small corrections show.
    let (low, high) = extent(rows.iter().flat_map(|r| [10.0 * r.1, 10.0 * r.2]))?;
    let scale = (10.0 * (low - 0.2).floor().max(0.0), 10.0 * (high + 0.2).ceil().min(10.0));
    let at = |share: f64| Some(Summary { median: 100.0 * share, spread: None });
    let row = |(i, raw, net): (usize, f64, f64)| {
        let (code, name) = scene.record(Kind::Hypothesis, &found.events[i]);
        let points = 100.0 * (net - raw);
        let sign = if points >= 0.05 { "+" } else { "" };
        DumbbellRow {
            code,
            name,
            before: at(raw),
            after: at(net),
            values: Vec::new(),
            verdict: format!("{sign}{}", scene.words.num(points, 1)),
            reached: i == first.0 && size(&first) >= SLIGHT,
            warn: false,
        }
    };
    let spec = Dumbbell {
        head,
        measure: scene.t("chart-smic-percent"),
        scale,
        rounds: (scene.t("chart-smic-raw"), scene.t("chart-smic-net")),
        spread: String::new(),
        verdict: scene.t("chart-smic-points"),
        signs: false,
        rows: rows.into_iter().map(row).collect(),
        cut: None,
    };
    Some(dumbbell(&spec, frame))
}

/// Which events move the others, and which are moved.
#[must_use]
pub fn smic_sensitivity(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.explore.smic.as_ref()?;
    let own = found.elasticity.as_ref()?;
    let places: Vec<(&String, f64, f64)> = found
        .events
        .iter()
        .zip(&own.driving)
        .zip(&own.dependent)
        .filter_map(|((id, driving), dependent)| Some((id, (*driving)?, (*dependent)?)))
        .collect();
    let greatest = |of: fn(&(&String, f64, f64)) -> f64| {
        places.iter().fold(None, |best: Option<&(&String, f64, f64)>, p| match best {
            Some(b) if of(p) <= of(b) + 1e-9 => best,
            _ => Some(p),
        })
    };
    let (driver, moved) = (greatest(|p| p.1)?, greatest(|p| p.2)?);
    let name = |id: &String| scene.called(Kind::Hypothesis, std::slice::from_ref(id), frame);
    let args = [
        ("same", u32::from(driver.0 == moved.0).into()),
        ("driver", name(driver.0).into()),
        ("moved", name(moved.0).into()),
    ];
    let head = scene.head(
        scene.say("chart-smic-sensitivity-title", &args),
        scene.t("chart-smic-sensitivity-subtitle"),
        sample(scene, found),
        &found.trace,
    );
    let mean =
        |of: fn(&(&String, f64, f64)) -> f64| places.iter().map(of).sum::<f64>() / places.len().max(1) as f64;
    let measure = |key: &str, cut: f64| Measure {
        name: scene.t(key),
        span: None,
        cut: Some(cut),
        print: Print::Number,
    };
    let spec = Plane {
        high_at_cut: true,
        head,
        x: measure("chart-smic-dependent", mean(|p| p.2)),
        y: measure("chart-smic-driving", mean(|p| p.1)),
        zones: Zones {
            north_west: scene.t("chart-smic-zone-driving"),
            north_east: scene.t("chart-smic-zone-relay"),
            south_west: scene.t("chart-smic-zone-autonomous"),
            south_east: scene.t("chart-smic-zone-dependent"),
            strong: Some(0),
        },
        points: places
            .iter()
            .map(|(id, driving, dependent)| {
                let (code, name) = scene.record(Kind::Hypothesis, id);
                let mut point = PlanePoint::new(code, name, (*dependent, *driving));
                point.strong = id == &driver.0;
                point
            })
            .collect(),
        groups: Vec::new(),
        legend: PlaneLegend { strong: scene.t("chart-smic-strong"), ..PlaneLegend::default() },
        key: true,
    };
    Some(plane(&spec, frame))
}
