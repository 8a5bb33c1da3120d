//! Figures of actions under several policies (MULTIPOL).

use atalaya_analysis::findings::MultipolFinding;
use atalaya_model::{Kind, id::natural_cmp};

use super::{Scene, firm};
use crate::axis::Print;
use crate::frame::Frame;
use crate::plane::{Measure, Plane, PlaneLegend, PlanePoint, Zones, plane};
use crate::profiles::{Profile, Profiles, profiles};
use crate::svg::Svg;

/// Actions that stand out among the profiles, at most.
const SHOWN: usize = 12;

fn robust(found: &MultipolFinding) -> Vec<String> {
    found.actions.iter().zip(&found.robust).filter(|(_, r)| **r).map(|(id, _)| id.clone()).collect()
}

/// The actions by the mean and the deviation of their scores; absent below two policies, where nothing varies.
#[must_use]
pub fn multipol_plane(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.act.multipol.as_ref().filter(|found| found.policies.len() > 1)?;
    let points: Vec<PlanePoint> = found
        .actions
        .iter()
        .enumerate()
        .filter_map(|(i, id)| {
            let (code, name) = scene.record(Kind::Action, id);
            let mut point = PlanePoint::new(code, name, (*found.mean.get(i)?, *found.sd.get(i)?));
            point.strong = found.robust.get(i).copied().unwrap_or(false);
            // Firm is the class it has: for the others, that of not being robust.
            let own = found.robust_draws.as_ref().and_then(|list| list.get(i)).cloned().map(|mut s| {
                s.held = if point.strong { s.held } else { s.draws.saturating_sub(s.held) };
                s
            });
            point.firm = firm(own.as_ref());
            Some(point)
        })
        .collect();
    if points.is_empty() {
        return None;
    }
    let best = robust(found);
    let args = [
        ("count", best.len().into()),
        ("number", scene.number(best.len()).into()),
        ("list", scene.called(Kind::Action, &best, frame).into()),
        ("policies", found.policies.len().into()),
    ];
    let head = scene.head(
        scene.say("chart-multipol-plane-title", &args),
        scene.say("chart-multipol-plane-subtitle", &args),
        scene.sample(found.experts, ""),
        &found.trace,
    );
    let measure =
        |key: &str, cut: Option<f64>| Measure { name: scene.t(key), span: None, cut, print: Print::Number };
    let spec = Plane {
        high_at_cut: true,
        head,
        x: measure("chart-multipol-mean", found.mean_cut),
        y: measure("chart-multipol-sd", found.sd_cut),
        zones: Zones {
            north_west: scene.t("chart-multipol-low-uneven"),
            north_east: scene.t("chart-multipol-high-uneven"),
            south_west: scene.t("chart-multipol-low-even"),
            south_east: scene.t("chart-multipol-robust"),
            strong: Some(3),
        },
        points,
        groups: Vec::new(),
        legend: PlaneLegend {
            strong: scene.t("chart-multipol-strong"),
            loose: scene.t("chart-loose"),
            ..PlaneLegend::default()
        },
        key: true,
    };
    Some(plane(&spec, frame))
}

/// The score of each action under each policy; absent below two policies.
#[must_use]
pub fn multipol_profiles(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.act.multipol.as_ref()?;
    let (count, policies) = (found.actions.len().min(found.scores.len()), found.policies.len());
    if policies < 2 || count == 0 {
        return None;
    }
    let place = |i: usize| found.place.get(i).map_or(u32::MAX, |p| p.0);
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| {
        place(*a).cmp(&place(*b)).then_with(|| natural_cmp(&found.actions[*a], &found.actions[*b]))
    });
    let best: Vec<String> =
        order.iter().filter(|i| place(**i) == 1).map(|i| found.actions[*i].clone()).collect();
    // Under how many policies the best one is first, alone or with others.
    let score = |i: usize, p: usize| found.scores[i].get(p).copied().unwrap_or(f64::MIN);
    let first = |p: usize| {
        let top = order.iter().map(|i| score(*i, p)).fold(f64::MIN, f64::max);
        order.first().is_some_and(|i| score(*i, p) >= top - 1e-9)
    };
    let won = (0..policies).filter(|p| first(*p)).count();
    let args = [
        ("count", best.len().into()),
        ("list", scene.called(Kind::Action, &best, frame).into()),
        ("won", won.into()),
        ("wonnumber", scene.number(won).into()),
        ("policies", policies.into()),
        ("policiesnumber", scene.number(policies).into()),
    ];
    let head = scene.head(
        scene.say("chart-multipol-profiles-title", &args),
        scene.t("chart-multipol-profiles-subtitle"),
        scene.sample(found.experts, ""),
        &found.trace,
    );
    let profile = |(rank, i): (usize, &usize)| {
        let (code, name) = scene.record(Kind::Action, &found.actions[*i]);
        let strong = found.robust.get(*i).copied().unwrap_or(false);
        Profile { code, name, values: found.scores[*i].clone(), shown: rank < SHOWN, strong }
    };
    let spec = Profiles {
        head,
        axes: found.policies.iter().map(|id| scene.record(Kind::Policy, id)).collect(),
        measure: scene.t("chart-multipol-score"),
        profiles: order.iter().enumerate().map(profile).collect(),
        legend: (
            scene.t("chart-multipol-strong"),
            scene.t("chart-multipol-not-robust"),
            scene.t("chart-multipol-others"),
        ),
    };
    Some(profiles(&spec, frame))
}
