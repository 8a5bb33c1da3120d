//! Figures of the cross-impact balances of a study: the consistent scenarios side by side and on the plane of the axes,
//! and what holds up the bet.

use std::collections::BTreeMap;

use atalaya_analysis::findings::{BalancesFinding, OwnScenario};
use atalaya_model::Kind;

use super::Scene;
use super::cib::{Balances, Explained, Scenario, cib_impact, cib_tableau};
use super::explore::plane_of;
use crate::frame::Frame;
use crate::impact::Variant;
use crate::mark::Shape;
use crate::scenarios::{Position, scenario_plane};
use crate::svg::Svg;
use crate::tableau::Descriptor;

/// How far apart on the plane stand marks that share a place.
const APART: f64 = 0.13;

/// A state by what stands before its colon: what follows explains it.
fn short(scene: &Scene<'_>, id: &str) -> String {
    let name = scene.names.name(Kind::State, id);
    name.split(':').next().unwrap_or(name).trim().to_owned()
}

/// The letter of a state within its variable.
fn tail(id: &str) -> &str {
    id.split_once('.').map_or(id, |(_, tail)| tail)
}

fn data(scene: &Scene<'_>, found: &BalancesFinding) -> Balances {
    let bet = scene.findings.choose.bet.as_deref();
    let own = found.own.iter().find(|own| Some(own.id.as_str()) == bet);
    let place = own.filter(|own| own.differs == Some(0)).and_then(|own| own.nearest);
    let scenario = |(at, one): (usize, &atalaya_analysis::findings::BalancedScenario)| Scenario {
        variants: variants(found, &one.states),
        total: one.total,
        consistency: one.consistency,
        at: None,
        picked: place == Some(at + 1),
        family: None,
    };
    let descriptor = |(id, states): (&String, &Vec<String>)| Descriptor {
        name: format!("{} {}", scene.names.label(Kind::Variable, id), scene.names.name(Kind::Variable, id)),
        variants: states.iter().map(|state| short(scene, state)).collect(),
        letters: states.iter().map(|id| tail(id).to_owned()).collect(),
    };
    Balances {
        of_study: true,
        title: scene.head(String::new(), String::new(), String::new(), &found.trace).provenance,
        descriptors: found.variables.iter().zip(&found.states).map(descriptor).collect(),
        space: found.space.parse::<i64>().map_or_else(|_| found.space.clone(), |n| scene.words.int(n)),
        count: found.count.clone(),
        whole: found.listed == "all",
        scenarios: found.scenarios.iter().enumerate().map(scenario).collect(),
        ..Balances::default()
    }
}

fn variants(found: &BalancesFinding, states: &[String]) -> Vec<usize> {
    let at = |(state, own): (&String, &Vec<String>)| own.iter().position(|id| id == state).unwrap_or(0);
    states.iter().zip(&found.states).map(at).collect()
}

/// The consistent scenarios, variable by variable.
#[must_use]
pub fn balances_tableau(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.explore.balances.as_ref()?;
    cib_tableau(&data(scene, found), scene.words, frame)
}

/// What holds up the bet; nothing where there is none, or where it leaves a state open.
#[must_use]
pub fn balances_impact(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.explore.balances.as_ref()?;
    let bet = scene.findings.choose.bet.as_deref()?;
    let own = found.own.iter().find(|own| own.id == bet && own.inconsistency.is_some())?;
    let record = scene.study.scenarios.iter().find(|record| record.id == *own.id.as_str())?;
    let fixed = |states: &Vec<String>| {
        states.iter().position(|state| record.states.iter().any(|id| *id == *state.as_str()))
    };
    let chosen: Vec<usize> = found.states.iter().map(fixed).collect::<Option<_>>()?;
    let mut firsts = vec![0];
    found.states.iter().for_each(|own| firsts.push(firsts[firsts.len() - 1] + own.len()));
    let label = |d: usize| scene.names.label(Kind::Variable, &found.variables[d]).to_owned();
    let descriptor = |d: usize| {
        let variant = |v: usize| {
            let column = firsts[d] + v;
            let push = |s: usize| found.matrix.get(firsts[s] + chosen[s])?.get(column).copied().flatten();
            let mut pushes: Vec<(String, f64)> =
                (0..chosen.len()).filter_map(|s| Some((label(s), push(s)?))).filter(|p| p.1 != 0.0).collect();
            pushes.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
            Variant {
                name: short(scene, &found.states[d][v]),
                chosen: v == chosen[d],
                balance: pushes.iter().map(|push| push.1).sum(),
                pushes,
            }
        };
        let variants: Vec<Variant> = (0..found.states[d].len()).map(variant).collect();
        let rivals = variants.iter().filter(|variant| !variant.chosen).map(|variant| variant.balance);
        let best = rivals.max_by(f64::total_cmp);
        (best.map(|best| variants[chosen[d]].balance - best), variants)
    };
    let number = own.nearest.filter(|_| own.differs == Some(0)).unwrap_or(0);
    let explained = Explained { number, descriptors: (0..chosen.len()).map(descriptor).collect() };
    let named = Balances { called: scene.names.name(Kind::Scenario, bet).to_owned(), ..data(scene, found) };
    cib_impact(&named, &explained, scene.words, frame)
}

/// What the balances say of a scenario of the study.
fn verdict(scene: &Scene<'_>, own: &OwnScenario) -> String {
    match own.inconsistency {
        None => scene.t("chart-balances-open"),
        Some(missing) if missing > 0.0 => {
            let args = [("by", scene.words.short(missing, 2).into())];
            scene.words.with("chart-balances-misses", &args)
        }
        Some(_) if own.consistency == Some(0.0) => scene.t("chart-balances-ties"),
        Some(_) => scene.t("chart-balances-holds"),
    }
}

/// Where each consistent scenario falls on the plane of the axes, beside the four that the study wrote.
#[must_use]
pub fn balances_plane(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.explore.balances.as_ref()?;
    let mut spec = plane_of(scene)?;
    let place = |position: &[Option<i8>]| {
        let [Some(x), Some(y), ..] = *position else { return None };
        Some((x, y))
    };
    let placed: Vec<(usize, (i8, i8))> =
        found.scenarios.iter().enumerate().filter_map(|(at, s)| Some((at, place(&s.position)?))).collect();
    if placed.is_empty() {
        return None;
    }
    let mut there: BTreeMap<(i8, i8), usize> = BTreeMap::new();
    placed.iter().for_each(|(_, at)| *there.entry(*at).or_default() += 1);
    let mut met: BTreeMap<(i8, i8), usize> = BTreeMap::new();
    spec.marks = placed
        .iter()
        .map(|(number, at)| {
            let order = met.entry(*at).or_default();
            let shift = (*order as f64 - (there[at] as f64 - 1.0) / 2.0) * APART;
            *order += 1;
            Position {
                name: (number + 1).to_string(),
                at: (f64::from(at.0) * 0.5 + shift, f64::from(at.1) * 0.5),
                shape: Shape::Diamond,
            }
        })
        .collect();
    spec.positions.clear();
    for (corner, sign) in spec.corners.iter_mut().zip(["-+", "++", "--", "+-"]) {
        let mut scenarios = scene.findings.explore.scenarios.iter();
        let own = scenarios.find(|s| s.corner == sign && s.kind == "exploratory");
        let own = own.and_then(|scenario| found.own.iter().find(|own| own.id == scenario.id));
        corner.lines = own.map(|own| verdict(scene, own)).into_iter().collect();
    }
    let corners = found.scenarios.iter().filter(|s| s.corner.is_some()).count();
    let args = [
        ("k", corners.into()),
        ("number", scene.number(corners).into()),
        ("n", scene.number(found.scenarios.len()).into()),
        ("rest", (found.scenarios.len() - corners).into()),
    ];
    let sample = scene.sample(found.experts, &found.round);
    spec.head = scene.head(
        scene.say("chart-balances-plane", &args),
        scene.t("chart-balances-plane-subtitle"),
        sample,
        &found.trace,
    );
    Some(scenario_plane(&spec, frame))
}
