//! Figures of the watch.

use atalaya_analysis::findings::{IndicatorFinding, Point};
use atalaya_model::Kind;

use super::Scene;
use crate::board::{Band, Board, Gauge, board};
use crate::frame::Frame;
use crate::svg::Svg;

/// The readings of the indicators against the ranges of the scenarios.
#[must_use]
pub fn warning_board(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = &scene.findings.watch;
    let horizon = scene.horizon()?;
    let shown: Vec<&IndicatorFinding> = found
        .indicators
        .iter()
        .filter(|i| {
            (i.baseline.is_some() || !i.readings.is_empty())
                && !(i.thresholds.is_empty() && i.target.is_none())
        })
        .collect();
    if shown.is_empty() {
        return None;
    }
    let gauges = shown.iter().map(|item| gauge(scene, item)).collect();
    let most = found.nearest.iter().map(|n| n.indicators.k).max().unwrap_or(0);
    let near: Vec<String> = found
        .nearest
        .iter()
        .filter(|n| n.indicators.k == most && most > 0)
        .map(|n| scene.names.name(Kind::Scenario, &n.scenario).to_owned())
        .collect();
    let n = found.nearest.iter().map(|n| n.indicators.n).max().unwrap_or(0);
    let args = [
        ("count", near.len().into()),
        ("readings", shown.iter().map(|item| item.readings.len()).sum::<usize>().into()),
        ("list", scene.words.list(&near).into()),
        ("k", most.to_string().into()),
        ("n", n.to_string().into()),
        ("year", horizon.to_string().into()),
    ];
    let head = scene.head(
        scene.say("chart-board-title", &args),
        scene.say("chart-board-subtitle", &args),
        scene.say("chart-board-sample", &[("n", shown.len().to_string().into())]),
        &found.trace,
    );
    let signs =
        ["baseline", "reading", "target", "range", "path"].map(|w| scene.t(&format!("chart-board-{w}")));
    let ranged = |id: &str| shown.iter().any(|item| item.thresholds.iter().any(|t| t.scenario == id));
    let scenarios = scene
        .study
        .ids(Kind::Scenario)
        .iter()
        .filter(|id| ranged(id.as_str()))
        .map(|id| scene.record(Kind::Scenario, id.as_str()))
        .filter(|(_, name)| !name.is_empty())
        .collect();
    Some(board(&Board { head, horizon: horizon as f64, gauges, scenarios, signs }, frame))
}

fn gauge(scene: &Scene<'_>, item: &IndicatorFinding) -> Gauge {
    let (code, name) = scene.record(Kind::Indicator, &item.id);
    let record = scene.study.indicators.iter().find(|i| i.id.as_str() == item.id);
    let unit = record.map(|i| i.unit.get(scene.words.lang()).to_owned()).unwrap_or_default();
    let at = |p: &Point| (p.year as f64, p.value);
    let bet = scene.findings.choose.bet.as_deref();
    let bands = item
        .thresholds
        .iter()
        .map(|t| Band {
            code: scene.names.label(Kind::Scenario, &t.scenario).to_owned(),
            low: t.low,
            high: t.high,
            bet: bet == Some(t.scenario.as_str()),
            nearest: item.nearest.contains(&t.scenario),
        })
        .collect();
    let mut verdict = Vec::new();
    if !item.nearest.is_empty() {
        let list: Vec<String> =
            item.nearest.iter().map(|id| scene.names.label(Kind::Scenario, id).to_owned()).collect();
        verdict.push(scene.words.with("chart-board-nearest", &[("list", scene.words.list(&list).into())]));
    }
    if let Some((progress, elapsed)) = item.progress.zip(item.elapsed) {
        let percent = |v: f64| scene.words.percent(v, 0);
        let key = if progress < 0.0 { "chart-board-regress" } else { "chart-board-progress" };
        let args = [("progress", percent(progress.abs()).into()), ("elapsed", percent(elapsed).into())];
        verdict.push(scene.words.with(key, &args));
    }
    Gauge {
        code,
        name: if unit.is_empty() { name } else { format!("{name}, {unit}") },
        baseline: item.baseline.as_ref().map(at),
        target: item.target.as_ref().map(at),
        readings: item.readings.iter().map(at).collect(),
        bands,
        verdict: atalaya_words::capital(&verdict.join("; ")),
    }
}
