//! Figures of the bet.

use atalaya_analysis::findings::{ItemStat, ScenarioFinding};
use atalaya_model::Kind;

use super::{Scene, share, summary};
use crate::axis::Print;
use crate::bars::{Bar, Bars, bars};
use crate::frame::Frame;
use crate::rows::{Measures, Panel, Summary, measures};
use crate::svg::Svg;

/// Plausibility, desirability, feasibility and votes of the scenarios, side by side.
#[must_use]
pub fn scenario_judgements(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let choose = &scene.findings.choose;
    let judged = |s: &ScenarioFinding| {
        [&s.plausibility, &s.desirability, &s.feasibility].iter().any(|i| i.as_ref().is_some_and(|i| i.n > 0))
            || choose.vote.iter().any(|v| v.scenario == s.id)
    };
    let list: Vec<&ScenarioFinding> = scene.findings.explore.scenarios.iter().filter(|s| judged(s)).collect();
    if list.is_empty() {
        return None;
    }
    type Pick = fn(&ScenarioFinding) -> Option<&ItemStat>;
    let picks: [(&str, Pick); 3] = [
        ("plausibility", |s| s.plausibility.as_ref()),
        ("desirability", |s| s.desirability.as_ref()),
        ("feasibility", |s| s.feasibility.as_ref()),
    ];
    let least: Option<f64> =
        scene.findings.frame.rules.get("bet_feasible").and_then(|value| value.parse().ok()).or(Some(3.0));
    let mut n = 0;
    let mut panels: Vec<Panel> = Vec::new();
    for (family, pick) in picks {
        let values: Vec<Option<Summary>> = list.iter().map(|s| pick(s).and_then(summary)).collect();
        n = list.iter().filter_map(|s| pick(s)).map(|i| i.n).max().unwrap_or(0).max(n);
        if values.iter().any(Option::is_some) {
            panels.push(Panel {
                name: atalaya_words::capital(&scene.word("family", family)),
                scale: Some((1.0, 5.0)),
                print: Print::Number,
                cut: least.filter(|_| family == "feasibility"),
                values,
            });
        }
    }
    if choose.voters > 0 {
        let of = |s: &ScenarioFinding| {
            let votes = choose.vote.iter().find(|v| v.scenario == s.id).map_or(0, |v| v.votes.k);
            Some(Summary { median: votes as f64, spread: None })
        };
        let args = [("n", choose.voters.to_string().into())];
        panels.push(Panel {
            name: scene.words.with("chart-votes", &args),
            scale: Some((0.0, choose.voters as f64)),
            print: Print::Number,
            cut: None,
            values: list.iter().map(|s| of(s)).collect(),
        });
    }
    if panels.is_empty() {
        return None;
    }
    let name = |id: &str| scene.names.name(Kind::Scenario, id).to_owned();
    let title = match (&choose.proposed, &choose.bet) {
        (Some(id), _) => scene.say("chart-judgements-title", &[("scenario", name(id).into())]),
        (None, Some(id)) => scene.say("chart-judgements-title-decided", &[("scenario", name(id).into())]),
        _ => scene.t("chart-judgements-title-none"),
    };
    let head = scene.head(title, scene.t("chart-judgements-subtitle"), scene.sample(n, ""), &choose.trace);
    let items = list
        .iter()
        .map(|s| {
            let (code, name) = scene.record(Kind::Scenario, &s.id);
            (code, name, choose.bet.as_deref() == Some(s.id.as_str()))
        })
        .collect();
    let spec = Measures {
        head,
        items,
        panels,
        spread: scene.t("chart-spread"),
        cut: scene.t("chart-judgements-cut"),
    };
    Some(measures(&spec, frame))
}

/// How often the rule proposes each scenario over the resampled panels.
#[must_use]
pub fn bet_stability(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let choose = &scene.findings.choose;
    let draws = &choose.robustness.as_ref()?.draws;
    let first = draws.first()?;
    let mut rows: Vec<(f64, Bar)> = draws
        .iter()
        .filter_map(|d| {
            let share = share(&d.stability)?;
            let name = if d.scenario.is_empty() {
                scene.t("no-proposal")
            } else {
                scene.names.name(Kind::Scenario, &d.scenario).to_owned()
            };
            let bar = Bar {
                name,
                whole: Some(1.0),
                interval: None,
                value: share,
                text: match scene.stability(&d.stability)? {
                    // What happened a few times is not what never did.
                    text if share > 0.0 && share < 0.025 && text == scene.words.percent(0.0, 0) => {
                        format!("< {}", scene.words.percent(0.05, 0))
                    }
                    text => text,
                },
                strong: choose.bet.as_deref() == Some(d.scenario.as_str()),
            };
            Some((share, bar))
        })
        .collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.name.cmp(&b.1.name)));
    let top = rows.first()?.1.clone();
    let args = [("scenario", top.name.into()), ("share", top.text.into())];
    let subtitle = [("draws", scene.words.int(first.stability.draws as i64).into())];
    let head = scene.head(
        scene.say("chart-bet-stability-title", &args),
        scene.words.with("chart-bet-stability-subtitle", &subtitle),
        scene.sample(first.stability.experts, ""),
        &choose.trace,
    );
    let list = rows.into_iter().map(|(_, bar)| bar).collect();
    Some(bars(&Bars { head, groups: vec![(String::new(), list)], whole: scene.t("chart-all-draws") }, frame))
}
