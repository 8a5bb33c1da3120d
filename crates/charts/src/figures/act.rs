//! Figures of opportunities and actions.

use atalaya_analysis::findings::{IgoItem, IgoZone};
use atalaya_model::{
    Kind,
    choice::{Choice, MilestoneKind, ScenarioKind},
};

use super::consult::interval;
use super::{Scene, ends, firm};
use crate::axis::Print;
use crate::frame::Frame;
use crate::plan::{
    Backcast, Fares, Gantt, GanttRow, Robust, RobustRow, Step, backcast as draw_backcast, gantt, robust,
};
use crate::plane::{Measure, Plane, PlaneLegend, PlanePoint, Spread, Zones, plane};
use crate::svg::Svg;
use crate::tree::{Node, Tree, tree};

/// Opportunities by attractiveness and capacity.
#[must_use]
pub fn opportunity_plane(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let act = &scene.findings.act;
    let points: Vec<PlanePoint> = act
        .opportunities
        .iter()
        .filter_map(|o| {
            let (code, name) = scene.record(Kind::Opportunity, &o.id);
            let mut point = PlanePoint::new(code, name, o.capacity.zip(o.attractiveness)?);
            point.strong = o.zone.as_deref() == Some("now");
            point.firm = firm(o.stability.as_ref());
            let (x, y) = (ends(o.capacity_spread), ends(o.attractiveness_spread));
            point.spread = (x.is_some() || y.is_some()).then_some(Spread::Intervals { x, y });
            Some(point)
        })
        .collect();
    if points.is_empty() {
        return None;
    }
    let now: Vec<String> =
        act.opportunities.iter().filter(|o| o.zone.as_deref() == Some("now")).map(|o| o.id.clone()).collect();
    let n = act.opportunities.iter().map(|o| o.n).max().unwrap_or(0);
    let args = [
        ("count", now.len().into()),
        ("number", scene.number(now.len()).into()),
        ("list", scene.codes(Kind::Opportunity, &now).into()),
    ];
    let measure = |key: &str| Measure {
        name: scene.t(key),
        span: Some((1.0, 5.0)),
        cut: act.opportunity_cut,
        print: Print::Number,
    };
    let head = scene.head(
        scene.say("chart-opportunity-title", &args),
        scene.t("chart-opportunity-subtitle"),
        scene.sample(n, ""),
        &act.opportunity_trace,
    );
    let spec = Plane {
        high_at_cut: false,
        head,
        x: measure("criterionaxis-capacity"),
        y: measure("criterionaxis-attractiveness"),
        zones: Zones {
            north_west: scene.t("chart-opportunity-prepare"),
            north_east: scene.t("chart-opportunity-now"),
            south_west: scene.t("chart-opportunity-later"),
            south_east: scene.t("chart-opportunity-maintain"),
            strong: Some(1),
        },
        points,
        groups: Vec::new(),
        legend: PlaneLegend {
            strong: scene.t("chart-opportunity-strong"),
            loose: scene.t("chart-loose"),
            spread: scene.t("chart-quartiles"),
            ..PlaneLegend::default()
        },
        key: true,
    };
    Some(plane(&spec, frame))
}

/// Actions by importance and governability.
#[must_use]
pub fn igo_plane(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.act.igo.as_ref()?;
    let points: Vec<PlanePoint> = found
        .items
        .iter()
        .filter_map(|item| {
            let (code, name) = scene.record(Kind::Action, &item.id);
            let at = item.governability.median.zip(item.importance.median)?;
            let mut point = PlanePoint::new(code, name, at);
            point.strong = item.zone == Some(IgoZone::Immediate);
            point.borderline = item.borderline;
            point.firm = firm(item.stability.as_ref());
            let (x, y) = (interval(&item.governability), interval(&item.importance));
            point.spread = (x.is_some() || y.is_some()).then_some(Spread::Intervals { x, y });
            Some(point)
        })
        .collect();
    if points.is_empty() {
        return None;
    }
    let count = |zone: IgoZone| found.items.iter().filter(|i| i.zone == Some(zone)).count();
    let (immediate, challenge) = (count(IgoZone::Immediate), count(IgoZone::Challenge));
    let args = [
        ("immediate", immediate.into()),
        ("immediatenumber", scene.number(immediate).into()),
        ("challenge", challenge.into()),
        ("challengenumber", scene.number(challenge).into()),
        ("importance", scene.words.short(found.importance_cut, 1).into()),
        ("governability", scene.words.short(found.governability_cut, 1).into()),
    ];
    let most = |pick: fn(&IgoItem) -> usize| found.items.iter().map(pick).max().unwrap_or(0);
    let head = scene.head(
        scene.say("chart-igo-title", &args),
        scene.say("chart-igo-subtitle", &args),
        scene.sample(most(|i| i.importance.n.max(i.governability.n)), ""),
        &found.trace,
    );
    let scale =
        |name: &str| atalaya_model::Family::find(name).and_then(|family| scene.study.scale(family).bounds());
    let spec = Plane {
        high_at_cut: false,
        head,
        x: Measure {
            name: atalaya_words::capital(&scene.word("family", "governability")),
            span: scale("governability"),
            cut: Some(found.governability_cut),
            print: Print::Number,
        },
        y: Measure {
            name: atalaya_words::capital(&scene.word("family", "importance")),
            span: scale("importance"),
            cut: Some(found.importance_cut),
            print: Print::Number,
        },
        zones: Zones {
            north_west: scene.t("chart-igo-challenge"),
            north_east: scene.t("chart-igo-immediate"),
            south_west: scene.t("chart-igo-unnecessary"),
            south_east: scene.t("chart-igo-less-urgent"),
            strong: Some(1),
        },
        points,
        groups: Vec::new(),
        legend: PlaneLegend {
            strong: scene.t("chart-igo-strong"),
            loose: scene.t("chart-loose"),
            borderline: scene.t("chart-igo-borderline"),
            spread: scene.t("chart-spread"),
            ..PlaneLegend::default()
        },
        key: true,
    };
    Some(plane(&spec, frame))
}

/// Actions against scenarios.
#[must_use]
pub fn robustness(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.act.robustness.as_ref()?;
    if found.rows.is_empty() || found.scenarios.is_empty() {
        return None;
    }
    let fares = |value: f64| match value {
        v if v >= 1.5 => Fares::Works,
        v if v >= 0.5 => Fares::Change,
        _ => Fares::Fails,
    };
    let rows: Vec<RobustRow> = found
        .rows
        .iter()
        .map(|row| {
            let (code, name) = scene.record(Kind::Action, &row.action);
            RobustRow {
                code,
                name,
                fares: row.values.iter().map(|v| v.map(fares)).collect(),
                class: row.class.as_deref().map(|c| scene.word("chart-robust", c)).unwrap_or_default(),
                strong: row.class.as_deref() == Some("robust"),
            }
        })
        .collect();
    let strong = rows.iter().filter(|r| r.strong).count();
    let args = [
        ("count", strong.into()),
        ("number", scene.number(strong).into()),
        ("n", rows.len().to_string().into()),
        ("scenarios", scene.number(found.scenarios.len()).into()),
    ];
    let head = scene.head(
        scene.say("chart-robust-title", &args),
        scene.t("chart-robust-subtitle"),
        scene.sample(found.experts, ""),
        &found.trace,
    );
    let bet = scene.findings.choose.bet.as_ref();
    let spec = Robust {
        head,
        scenarios: found.scenarios.iter().map(|id| scene.record(Kind::Scenario, id)).collect(),
        bet: found.scenarios.iter().position(|id| Some(id) == bet),
        rows,
        signs: ["chart-robust-works", "chart-robust-change", "chart-robust-fails"].map(|key| scene.t(key)),
    };
    Some(robust(&spec, frame))
}

/// The roadmap: actions by objective, with years, level, territory and dependencies.
#[must_use]
pub fn roadmap(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let rows = &scene.findings.act.roadmap;
    if rows.is_empty() {
        return None;
    }
    let lang = scene.words.lang();
    let action = |id: &str| scene.study.actions.iter().find(|a| a.id.as_str() == id);
    let mut levels: Vec<String> = Vec::new();
    for row in rows {
        let level = action(&row.action).map(|a| a.level.get(lang).to_owned()).unwrap_or_default();
        if !level.is_empty() && !levels.contains(&level) {
            levels.push(level);
        }
    }
    let mut objectives: Vec<Option<String>> = Vec::new();
    for row in rows {
        if !objectives.contains(&row.objective) {
            objectives.push(row.objective.clone());
        }
    }
    objectives.sort_by(|a, b| match (a, b) {
        (Some(a), Some(b)) => atalaya_model::id::natural_cmp(a, b),
        _ => b.is_some().cmp(&a.is_some()),
    });
    let label = |id: &String| scene.names.label(Kind::Action, id).to_owned();
    let groups = objectives
        .iter()
        .map(|objective| {
            let name = match objective {
                Some(id) => scene.names.full(Kind::Objective, id),
                None => scene.t("chart-roadmap-no-objective"),
            };
            let list = rows
                .iter()
                .filter(|row| row.objective == *objective)
                .map(|row| {
                    let (code, name) = scene.record(Kind::Action, &row.action);
                    let record = action(&row.action);
                    let level = record.map(|a| a.level.get(lang)).unwrap_or_default();
                    GanttRow {
                        code,
                        name,
                        years: (row.from, row.to),
                        place: record.map(|a| a.territory.get(lang).to_owned()).unwrap_or_default(),
                        level: levels.iter().position(|l| l == level).unwrap_or(0),
                        after: row.after.iter().map(label).collect(),
                        too_early: !row.too_early.is_empty(),
                    }
                })
                .collect();
            (name, list)
        })
        .collect();
    let from = rows.iter().map(|r| r.from).min().unwrap_or(0);
    let to = rows.iter().map(|r| r.to).max().unwrap_or(0);
    // The first year by which at least half of the actions have begun.
    let mut starts: Vec<i64> = rows.iter().map(|r| r.from).collect();
    starts.sort_unstable();
    let year = starts.get((rows.len() - 1) / 2).copied().unwrap_or(from);
    let begun = starts.iter().filter(|s| **s <= year).count();
    let args = [
        ("k", begun.to_string().into()),
        ("n", rows.len().to_string().into()),
        ("year", year.to_string().into()),
        ("before", (if from < year { "yes" } else { "no" }).into()),
        ("from", from.to_string().into()),
        ("to", to.to_string().into()),
    ];
    let head = scene.head(
        scene.say("chart-roadmap-title", &args),
        scene.say("chart-roadmap-subtitle", &args),
        String::new(),
        "act.roadmap",
    );
    let periods = scene.study.frame.periods.iter();
    let periods = periods.filter_map(|p| atalaya_model::records::Frame::period_years(p)).map(|p| p.1);
    let spec = Gantt {
        head,
        groups,
        levels,
        periods: periods.filter(|year| *year < to).collect(),
        signs: ["chart-roadmap-after", "chart-roadmap-early", "chart-roadmap-period"].map(|key| scene.t(key)),
    };
    Some(gantt(&spec, frame))
}

/// The way back from the bet to today.
#[must_use]
pub fn backcast(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let ids = &scene.findings.act.backcast;
    let lang = scene.words.lang();
    let steps: Vec<Step> = ids
        .iter()
        .filter_map(|id| scene.study.milestones.iter().find(|m| m.id.as_str() == id))
        .filter_map(|milestone| {
            let actions: Vec<String> = milestone
                .actions
                .iter()
                .map(|id| scene.names.label(Kind::Action, id.as_str()).to_owned())
                .collect();
            Some(Step {
                year: milestone.year?,
                name: milestone.name.get(lang).to_owned(),
                kind: match milestone.kind {
                    Some(MilestoneKind::Condition) => 1,
                    Some(MilestoneKind::Decision) => 2,
                    _ => 0,
                },
                actions: actions.join(", "),
            })
        })
        .collect();
    if steps.is_empty() {
        return None;
    }
    let last = steps.iter().map(|s| s.year).max().unwrap_or(0);
    let first = steps.iter().map(|s| s.year).min().unwrap_or(0);
    let horizon = scene.horizon().unwrap_or(last);
    let today = scene.study.frame.base_year.unwrap_or(first);
    let decisions = steps.iter().filter(|s| s.kind == 2).count();
    let args = [
        ("steps", steps.len().into()),
        ("standing", scene.findings.choose.standing().into()),
        ("stepnumber", scene.number(steps.len()).into()),
        ("decisions", decisions.into()),
        ("decisionnumber", scene.number(decisions).into()),
        ("from", horizon.to_string().into()),
        ("to", today.to_string().into()),
    ];
    let head = scene.head(
        scene.say("chart-backcast-title", &args),
        scene.say("chart-backcast-subtitle", &args),
        String::new(),
        "act.roadmap",
    );
    let bet = scene.findings.choose.bet.as_deref();
    let image =
        bet.map_or_else(|| scene.t("chart-horizon"), |id| scene.names.name(Kind::Scenario, id).to_owned());
    let present = scene.study.scenarios.iter().find(|s| s.kind == Some(ScenarioKind::Present));
    let present = present.map_or_else(
        || scene.t("chart-cone-today"),
        |s| scene.names.name(Kind::Scenario, s.id.as_str()).to_owned(),
    );
    let kinds =
        ["milestone", "condition", "decision"].map(|k| scene.words.choice("milestone", k).to_lowercase());
    let spec = Backcast { head, image: (horizon, image), present: (today, present), steps, kinds };
    Some(draw_backcast(&spec, frame))
}

/// The relevance tree of vision, objectives and actions.
#[must_use]
pub fn relevance_tree(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = &scene.findings.act.tree;
    if found.is_empty() {
        return None;
    }
    // Parents first, siblings in their order.
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|i| found[*i].depth);
    // Equal shares of what does not divide evenly still add up.
    let even = |share: f64| (share * 100.0 - (share * 100.0).round()).abs() < 1e-6;
    let decimals = if found.iter().all(|node| even(node.relevance)) { 0 } else { 1 };
    let nodes: Vec<Node> = order
        .iter()
        .map(|i| {
            let node = &found[*i];
            let objective = scene.study.objectives.iter().any(|o| o.id.as_str() == node.id);
            let kind = if objective { Kind::Objective } else { Kind::Action };
            let (code, name) = scene.record(kind, &node.id);
            let parent = order.iter().position(|j| {
                let parent = &found[*j];
                parent.id == node.parent && parent.depth + 1 == node.depth
            });
            Node {
                code,
                name,
                parent: parent.filter(|_| !node.parent.is_empty()),
                weight: Some(node.relevance),
                text: scene.words.percent(node.relevance, decimals),
            }
        })
        .collect();
    let deepest = found.iter().map(|n| n.depth).max().unwrap_or(0);
    let mut leaves: Vec<_> = found.iter().filter(|n| n.depth == deepest && deepest > 0).collect();
    leaves.sort_by(|a, b| {
        b.relevance.total_cmp(&a.relevance).then_with(|| atalaya_model::id::natural_cmp(&a.id, &b.id))
    });
    let top = leaves.first()?;
    let objective = scene.study.objectives.iter().any(|o| o.id.as_str() == top.id);
    let kind = if objective { Kind::Objective } else { Kind::Action };
    let tied: Vec<String> =
        leaves.iter().filter(|n| (n.relevance - top.relevance).abs() < 1e-9).map(|n| n.id.clone()).collect();
    let args = [
        ("count", tied.len().into()),
        ("list", scene.codes(kind, &tied).into()),
        ("share", scene.words.percent(top.relevance, decimals).into()),
    ];
    // Actions have no weights of their own: they share their objective's in equal parts.
    let weighted = objective && scene.study.objectives.iter().any(|o| o.weight.is_some());
    let title = if weighted { "chart-tree-title" } else { "chart-tree-title-equal" };
    let mut head = scene.head(scene.say(title, &args), scene.t("chart-tree-subtitle"), String::new(), "");
    // Aims, actions and weights are what the study says, whatever else it rests on.
    let aims = scene.study.objectives.iter().map(|aim| aim.provenance);
    let weakest = scene.study.frame.weakest(aims.chain(scene.study.actions.iter().map(|own| own.provenance)));
    head.provenance =
        weakest.map(|p| scene.words.choice("report-provenance", p.as_str())).unwrap_or_default();
    Some(tree(&Tree { head, nodes }, frame))
}
