//! Figures of the scenarios.

use atalaya_analysis::findings::{ConeLayer, ScenarioFinding};
use atalaya_model::{Kind, records::Axis};

use super::Scene;
use crate::cone::{Cone, ConeScenario, History, Layer, cone as draw_cone};
use crate::frame::Frame;
use crate::mark::Shape;
use crate::scenarios::{Corner, Poles, Position, ScenarioPlane, scenario_plane as draw_plane};
use crate::svg::Svg;

/// The plane of scenarios: two axes, four named corners, the present, the tendencial, the bet.
#[must_use]
pub fn scenario_plane(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    Some(draw_plane(&plane_of(scene)?, frame))
}

/// The plane with what the panel says of each corner.
pub(super) fn plane_of(scene: &Scene<'_>) -> Option<ScenarioPlane> {
    let found = &scene.findings.explore;
    let axes = found.axes.as_ref()?;
    let axis = |i: usize| -> Option<&Axis> {
        let id = axes.axes.get(i)?;
        scene.study.axes.iter().find(|a| a.id.as_str() == id)
    };
    let (x, y) = (axis(0)?, axis(1)?);
    let lang = scene.words.lang();
    let poles = |axis: &Axis| {
        let code =
            axis.variable.0.as_ref().map(|id| scene.names.label(Kind::Variable, id.as_str()).to_owned());
        let name = scene.names.name(Kind::Axis, axis.id.as_str());
        let code = code.filter(|code| code != name).unwrap_or_default();
        Poles {
            name: format!("{code} {name}").trim().to_owned(),
            low: axis.low.get(lang).to_owned(),
            high: axis.high.get(lang).to_owned(),
        }
    };
    let bet = scene.findings.choose.bet.as_deref();
    let corner = |corner: &str| {
        let Some(scenario) = found.scenarios.iter().find(|s| s.corner == corner && s.kind == "exploratory")
        else {
            return Corner::default();
        };
        let (code, name) = scene.record(Kind::Scenario, &scenario.id);
        Corner {
            name: if name.is_empty() { code.clone() } else { name },
            code,
            lines: notes(scene, scenario, corner),
            bet: bet == Some(scenario.id.as_str()),
        }
    };
    let position = |kind: &str, shape: Shape| {
        let scenario = found.scenarios.iter().find(|s| s.kind == kind)?;
        let at = scenario.x.zip(scenario.y)?;
        let name = match (kind, scene.study.frame.base_year, scene.horizon()) {
            ("present", Some(year), _) => {
                scene.words.with("chart-today-year", &[("year", year.to_string().into())])
            }
            ("trend", _, Some(year)) => {
                scene.words.with("chart-trend-year", &[("year", year.to_string().into())])
            }
            _ => scene.names.name(Kind::Scenario, &scenario.id).to_owned(),
        };
        Some(Position { name, at, shape })
    };
    let positions: Vec<Position> = [position("present", Shape::Circle), position("trend", Shape::Square)]
        .into_iter()
        .flatten()
        .collect();
    let head = scene.head(
        title(scene),
        subtitle(scene),
        sample(scene),
        if axes.trace.is_empty() { &found.trace } else { &axes.trace },
    );
    Some(ScenarioPlane {
        head,
        x: poles(x),
        y: poles(y),
        corners: ["-+", "++", "--", "+-"].map(corner),
        positions,
        marks: Vec::new(),
        bet: if scene.findings.choose.decided { scene.t("chart-bet") } else { scene.t("chart-bet-proposed") },
    })
}

/// The largest sample that judged scenarios.
fn sample(scene: &Scene<'_>) -> String {
    let found = &scene.findings.explore;
    let judged = found.scenarios.iter().filter_map(|s| s.plausibility.as_ref()).map(|i| i.n);
    let n = judged.chain(found.probabilities.iter().map(|p| p.experts)).max().unwrap_or(0);
    if n == 0 { String::new() } else { scene.sample(n, "") }
}

/// Where the present stands and which scenario is the bet.
fn title(scene: &Scene<'_>) -> String {
    let found = &scene.findings.explore;
    let name = |id: &str| scene.names.name(Kind::Scenario, id).to_owned();
    let at = |kind: &str| {
        let place = found.scenarios.iter().find(|s| s.kind == kind)?;
        let (x, y) = place.x.zip(place.y)?;
        if x == 0.0 || y == 0.0 {
            return None;
        }
        let corner = [if x > 0.0 { '+' } else { '-' }, if y > 0.0 { '+' } else { '-' }];
        let corner: String = corner.into_iter().collect();
        found.scenarios.iter().find(|s| s.corner == corner && s.kind == "exploratory").map(|s| name(&s.id))
    };
    let choose = &scene.findings.choose;
    match (at("present"), choose.bet.as_deref()) {
        (Some(today), Some(bet)) => {
            let key = if choose.decided { "chart-scenarios-title" } else { "chart-scenarios-title-proposed" };
            scene.say(key, &[("today", today.into()), ("bet", name(bet).into())])
        }
        (None, Some(bet)) => {
            let key = if choose.decided {
                "chart-scenarios-title-bet"
            } else {
                "chart-scenarios-title-bet-proposed"
            };
            scene.say(key, &[("bet", name(bet).into())])
        }
        _ => scene.t("chart-scenarios-title-open"),
    }
}

fn subtitle(scene: &Scene<'_>) -> String {
    let year = scene.horizon().map(|y| y.to_string()).unwrap_or_default();
    let args = [("year", year.into())];
    let key = if scene.findings.explore.probabilities.as_ref().is_some_and(|p| p.asked()) {
        "chart-scenarios-subtitle-probability"
    } else {
        "chart-scenarios-subtitle"
    };
    scene.words.with(key, &args)
}

/// What the panel says of a corner: its probability where measured, and how many call it plausible.
fn notes(scene: &Scene<'_>, scenario: &ScenarioFinding, corner: &str) -> Vec<String> {
    let mut out = Vec::new();
    let asked = scene.findings.explore.probabilities.iter().filter(|p| p.asked());
    let corners = asked.flat_map(|p| &p.corners);
    if let Some(found) = corners.into_iter().find(|c| c.corner == corner) {
        let rounded = |p: f64| scene.words.percent((p * 20.0).round() / 20.0, 0);
        let text = rounded(found.mean);
        out.push(scene.words.with("chart-scenario-probability", &[("p", text.into())]));
    }
    if let Some(count) = scenario.plausible.filter(|c| c.n > 0) {
        let args = [("count", scene.count(count).into())];
        out.push(scene.words.with("chart-scenario-plausible", &args));
    }
    out
}

/// The cone of plausibility.
#[must_use]
pub fn cone(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.explore.cone.as_ref()?;
    if found.years.len() < 2 {
        return None;
    }
    let scenarios: Vec<ConeScenario> = found
        .ends
        .iter()
        .map(|end| {
            let (code, name) = scene.record(Kind::Scenario, &end.scenario);
            ConeScenario {
                name: if name.is_empty() { code.clone() } else { name },
                code,
                height: end.height,
                shape: match (end.bet, end.trend, end.layer.as_str()) {
                    (true, ..) => Shape::Star,
                    (false, true, _) => Shape::Square,
                    (false, false, "potential") => Shape::Diamond,
                    _ => Shape::Circle,
                },
                bet: end.bet,
                plausible: end.plausible != Some(false) && end.layer != "potential",
                preferable: end.preferable == Some(true),
            }
        })
        .collect();
    let bet = found.ends.iter().find(|e| e.bet);
    let name = bet.map(|b| scene.names.name(Kind::Scenario, &b.scenario).to_owned());
    // A bet that contradicts itself is in no layer that a panel can speak of.
    let title = match (bet.filter(|b| b.layer != "potential").and_then(|b| b.plausible), name) {
        (Some(inside), Some(name)) => {
            let key = if inside { "chart-cone-title-inside" } else { "chart-cone-title-outside" };
            let standing = scene.findings.choose.standing();
            scene.say(key, &[("bet", name.into()), ("standing", standing.into())])
        }
        _ => scene.t("chart-cone-title"),
    };
    let years = [found.years.first(), found.years.last()].map(|y| y.map(i64::to_string).unwrap_or_default());
    let [from, to] = years;
    let args = [("from", from.into()), ("to", to.into())];
    let key = if found.history.is_some() { "chart-cone-subtitle-history" } else { "chart-cone-subtitle" };
    let head = scene.head(title, scene.say(key, &args), sample(scene), &found.trace);
    // A layer is drawn a little beyond the outermost scenarios that it holds, so that they do not lie on its edge and a
    // layer of the same reach as the next shows around it.
    let step = 1.6 / found.ends.len().saturating_sub(1).max(1) as f64;
    let layer = |layer: &ConeLayer| {
        let wide: f64 = match layer.name.as_str() {
            "possible" => 0.15,
            "plausible" => 0.10,
            _ => 0.05,
        };
        let wide = wide.min(step * wide * 3.0);
        Layer {
            name: scene.t(&format!("cone-layer-{}", layer.name)),
            low: (layer.reach.low - wide).max(-1.0),
            high: (layer.reach.high + wide).min(1.0),
        }
    };
    let spec = Cone {
        head,
        years: found.years.clone(),
        potential: scene.t("cone-layer-potential"),
        layers: found.layers.iter().map(layer).collect(),
        history: found.history.as_ref().map(|history| History {
            name: scene.t("chart-cone-history"),
            from: history.from,
            facts: history.facts.iter().map(|year| (year.year, year.count)).collect(),
        }),
        scenarios,
        wild: found.wild_cards.iter().map(|id| scene.names.name(Kind::WildCard, id).to_owned()).collect(),
        names: ["today", "wild"].map(|w| scene.t(&format!("chart-cone-{w}"))),
        signs: [
            if scene.findings.choose.decided { "chart-bet" } else { "chart-bet-proposed" },
            "chart-trend",
            "chart-cone-implausible",
            "chart-cone-contradictory",
            "chart-cone-preferable",
        ]
        .map(|key| scene.t(key)),
    };
    Some(draw_cone(&spec, frame))
}
