//! Figures of the game of the actors (MACTOR).

use atalaya_analysis::findings::{ActorRole, MactorFinding};
use atalaya_model::{Kind, id::natural_cmp};

use super::{Scene, nodes};
use crate::axis::Print;
use crate::frame::Frame;
use crate::graph::{Graph, Link, NAMED, around, described, graph};
use crate::map::{Map, MapPoint, map};
use crate::matrix::{Cell, Header, Matrix, matrix};
use crate::plane::{Measure, Plane, PlaneLegend, PlanePoint, Zones, plane};
use crate::spans::{Row, SpanLegend, Spans, spans};
use crate::svg::Svg;

/// Values that differ by less are one.
const SAME: f64 = 1e-9;
/// Links drawn at most: more of them are a tangle.
const LINKS: usize = 20;
/// Names of the classes of links, the strongest first: cut at quarters of the largest.
const CLASSES: usize = 4;

fn sample(scene: &Scene<'_>, found: &MactorFinding) -> String {
    let round = if found.rounds[0] == found.rounds[1] { found.rounds[0].as_str() } else { "" };
    scene.sample(found.experts, round)
}

/// The ids whose values are the greatest, and that value.
fn greatest(ids: &[String], values: &[f64]) -> (Vec<String>, f64) {
    let top = values.iter().copied().fold(f64::MIN, f64::max);
    let held = |value: &f64| *value >= top - SAME * top.abs().max(1.0);
    (ids.iter().zip(values).filter(|(_, v)| held(v)).map(|(id, _)| id.clone()).collect(), top)
}

/// The actors on the plane of influence and dependence.
#[must_use]
pub fn mactor_plane(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.structure.mactor.as_ref()?;
    let resampled = found.resampled.as_ref().filter(|r| r.draws > 0);
    let points: Vec<PlanePoint> = found
        .actors
        .iter()
        .enumerate()
        .filter_map(|(i, id)| {
            let (code, name) = scene.record(Kind::Actor, id);
            let at = (*found.dependence.get(i)?, *found.influence.get(i)?);
            let mut point = PlanePoint::new(code, name, at);
            point.strong = found.roles.get(i) == Some(&ActorRole::Dominant);
            point.firm = resampled.is_none_or(|r| {
                let same = r.same_role.get(i).copied().unwrap_or(r.draws);
                same as f64 >= super::FIRM * r.draws as f64 - SAME
            });
            Some(point)
        })
        .collect();
    if points.is_empty() {
        return None;
    }
    let dominant: Vec<String> = found
        .actors
        .iter()
        .zip(&found.roles)
        .filter(|(_, role)| **role == ActorRole::Dominant)
        .map(|(id, _)| id.clone())
        .collect();
    let args = [
        ("count", dominant.len().into()),
        ("number", scene.number(dominant.len()).into()),
        ("list", scene.called(Kind::Actor, &dominant, frame).into()),
    ];
    let measure = |key: &str, cut: f64| Measure {
        name: scene.t(key),
        span: None,
        cut: Some(cut),
        print: Print::Number,
    };
    let head = scene.head(
        scene.say("chart-mactor-plane-title", &args),
        scene.t("chart-mactor-plane-subtitle"),
        sample(scene, found),
        &found.trace,
    );
    let spec = Plane {
        high_at_cut: true,
        head,
        x: measure("chart-mactor-dependence", found.cut.dependence),
        y: measure("chart-mactor-influence", found.cut.influence),
        zones: Zones {
            north_west: scene.t("chart-mactor-dominant"),
            north_east: scene.t("chart-mactor-relay"),
            south_west: scene.t("chart-mactor-autonomous"),
            south_east: scene.t("chart-mactor-dominated"),
            strong: Some(0),
        },
        points,
        groups: Vec::new(),
        legend: PlaneLegend {
            strong: scene.t("chart-mactor-strong"),
            loose: scene.t("chart-mactor-loose"),
            ..PlaneLegend::default()
        },
        key: true,
    };
    Some(plane(&spec, frame))
}

/// The strength of the actors.
#[must_use]
pub fn mactor_strength(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.structure.mactor.as_ref()?;
    let (top, value) = greatest(&found.actors, &found.strength);
    if top.is_empty() || value <= 0.0 {
        return None;
    }
    let args = [
        ("count", top.len().into()),
        ("list", scene.called(Kind::Actor, &top, frame).into()),
        ("value", scene.words.num(value, 2).into()),
        ("convention", scene.word("strength", &found.convention).into()),
    ];
    let head = scene.head(
        scene.say("chart-mactor-strength-title", &args),
        scene.say("chart-mactor-strength-subtitle", &args),
        sample(scene, found),
        &found.trace,
    );
    let mut order: Vec<usize> = (0..found.actors.len().min(found.strength.len())).collect();
    order.sort_by(|a, b| {
        found.strength[*b]
            .total_cmp(&found.strength[*a])
            .then_with(|| natural_cmp(&found.actors[*a], &found.actors[*b]))
    });
    let row = |i: usize| {
        let (code, name) = scene.record(Kind::Actor, &found.actors[i]);
        let interval = found.resampled.as_ref().and_then(|r| r.strength_interval.get(i));
        Row {
            code,
            name,
            value: found.strength[i],
            interval: interval.map(|r| (r.low, r.high)),
            texts: vec![scene.words.num(found.strength[i], 2)],
            strong: top.contains(&found.actors[i]),
            ..Row::default()
        }
    };
    let spec = Spans {
        head,
        measure: scene.t("chart-mactor-strength"),
        print: Print::Number,
        bars: true,
        cut: Some((1.0, scene.t("chart-mactor-mean"))),
        signs: Vec::new(),
        columns: vec![String::new()],
        above: None,
        rows: order.into_iter().map(row).collect(),
        legend: SpanLegend { interval: scene.t("chart-ranks-interval"), ..SpanLegend::default() },
        remark: String::new(),
        key: Vec::new(),
    };
    Some(spans(&spec, frame))
}

/// The positions of the actors on the objectives, by their intensity.
#[must_use]
pub fn mactor_positions(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.structure.mactor.as_ref()?;
    let order = &found.order2;
    let (moved, most) = greatest(&found.objectives, &order.mobilisation);
    if moved.is_empty() || most <= 0.0 || found.actors.is_empty() {
        return None;
    }
    // What divides most: the smaller of both camps is the largest.
    let camps: Vec<f64> = order.in_favour.iter().zip(&order.against).map(|(a, b)| a.min(*b)).collect();
    let (split, least) = greatest(&found.objectives, &camps);
    let split = if least > 0.0 { split } else { Vec::new() };
    let args = [
        ("count", moved.len().into()),
        ("list", scene.called(Kind::Stake, &moved, frame).into()),
        ("same", u32::from(split == moved).into()),
        ("splitcount", split.len().into()),
        ("split", scene.called(Kind::Stake, &split, frame).into()),
    ];
    let head = scene.head(
        scene.say("chart-mactor-positions-title", &args),
        scene.t("chart-mactor-positions-subtitle"),
        sample(scene, found),
        &found.trace,
    );
    let words = scene.words;
    let signed = |value: f64| {
        let text = words.short(value, 1);
        if value > 0.0 { format!("+{text}") } else { text }
    };
    let at = |list: &[f64], i: usize| list.get(i).copied().unwrap_or(0.0);
    let spec = Matrix {
        potential: String::new(),
        head,
        rows: found
            .actors
            .iter()
            .enumerate()
            .map(|(i, id)| {
                let (code, name) = scene.record(Kind::Actor, id);
                Header { code, name, sum: words.short(at(&order.implication, i), 1), ..Header::default() }
            })
            .collect(),
        columns: found
            .objectives
            .iter()
            .enumerate()
            .map(|(i, id)| {
                let (code, name) = scene.record(Kind::Stake, id);
                let sum = signed(at(&order.in_favour, i));
                let second = signed(-at(&order.against, i));
                Header { code, name, strong: moved.contains(id) || split.contains(id), sum, second }
            })
            .collect(),
        cells: order
            .positions
            .iter()
            .map(|row| {
                let cell = |v: &f64| Cell { value: Some(*v), text: signed(*v), ..Cell::default() };
                let empty = |v: &f64| Cell { value: Some(*v), ..Cell::default() };
                row.iter().map(|v| if v.abs() > SAME { cell(v) } else { empty(v) }).collect()
            })
            .collect(),
        top: 4.0,
        diverging: true,
        sums: (scene.t("chart-mactor-implication"), scene.t("chart-mactor-in-favour")),
        second: scene.t("chart-mactor-against"),
        split: None,
        quadrants: Default::default(),
        disputed: String::new(),
        missing: String::new(),
        steps: [
            (-4, "chart-mactor-step-against"),
            (0, "chart-mactor-step-neutral"),
            (4, "chart-mactor-step-for"),
        ]
        .map(|(value, key)| (f64::from(value), scene.t(key)))
        .to_vec(),
    };
    Some(matrix(&spec, frame))
}

/// Who converges with whom, by intensity and strength.
#[must_use]
pub fn mactor_convergence(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.structure.mactor.as_ref()?;
    pairs(scene, found, &found.order3.convergence, "chart-mactor-convergence", frame)
}

/// Who diverges from whom; the actors stand as in [`mactor_convergence`].
#[must_use]
pub fn mactor_divergence(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.structure.mactor.as_ref()?;
    pairs(scene, found, &found.order3.divergence, "chart-mactor-divergence", frame)
}

/// The pairs of a symmetric matrix with a value, the greatest first; ties in the order of the actors.
fn sorted_pairs(values: &[Vec<f64>]) -> Vec<(usize, usize, f64)> {
    let mut out: Vec<(usize, usize, f64)> = values
        .iter()
        .enumerate()
        .flat_map(|(i, row)| row.iter().enumerate().skip(i + 1).map(move |(j, v)| (i, j, *v)))
        .filter(|(_, _, v)| *v > SAME)
        .collect();
    out.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    out
}

/// The pairs with the greatest value.
fn top_pairs(pairs: &[(usize, usize, f64)]) -> Vec<(usize, usize)> {
    let Some(top) = pairs.first().map(|p| p.2) else { return Vec::new() };
    pairs.iter().take_while(|p| p.2 >= top - SAME * top.max(1.0)).map(|p| (p.0, p.1)).collect()
}

/// One pair by its names, or its codes where the sentence has room for no more; several by their codes, of many the
/// first ones.
fn pair_names(scene: &Scene<'_>, found: &MactorFinding, pairs: &[(usize, usize)], short: bool) -> String {
    let id = |i: usize| found.actors.get(i).map_or("", String::as_str);
    if let [(a, b)] = pairs {
        let name = |i: usize| match short {
            true => scene.names.label(Kind::Actor, id(i)).to_owned(),
            false => scene.names.name(Kind::Actor, id(i)).to_owned(),
        };
        return scene.words.list(&[name(*a), name(*b)]);
    }
    let code = |i: usize| scene.names.label(Kind::Actor, id(i)).to_owned();
    let mut texts: Vec<String> =
        pairs.iter().map(|(a, b)| format!("{}\u{2013}{}", code(*a), code(*b))).collect();
    if texts.len() <= 6 {
        return scene.words.list(&texts);
    }
    let more = (texts.len() - 5).to_string();
    texts.truncate(5);
    scene.words.with("chart-and-more", &[("list", texts.join(", ").into()), ("more", more.into())])
}

fn pairs(
    scene: &Scene<'_>,
    found: &MactorFinding,
    values: &[Vec<f64>],
    key: &str,
    frame: &Frame<'_>,
) -> Option<Svg> {
    let all = sorted_pairs(values);
    let top = all.first()?.2;
    let best = top_pairs(&all);
    let shown = all.len().min(LINKS);
    // Of many actors only those with a link in this figure or in the other stand around the oval.
    let both = [&found.order3.convergence, &found.order3.divergence].map(|values| sorted_pairs(values));
    let mut drawn = both.iter().flat_map(|list| list.iter().take(LINKS));
    let held: Vec<bool> = match found.actors.len() {
        n if n <= NAMED => vec![true; n],
        n => drawn.by_ref().fold(vec![false; n], |mut held, (i, j, _)| {
            (held[*i], held[*j]) = (true, true);
            held
        }),
    };
    let order: Vec<usize> = around(&found.order3.convergence).into_iter().filter(|i| held[*i]).collect();
    let left = held.len() - order.len();
    let degree = found.order3.convergence_degree;
    let args = [
        ("count", best.len().into()),
        ("number", scene.number(best.len()).into()),
        ("list", pair_names(scene, found, &best, frame.narrow()).into()),
        ("degree", degree.map_or_else(|| "–".to_owned(), |d| scene.words.percent(d / 100.0, 0)).into()),
        ("shown", shown.to_string().into()),
        ("all", all.len().to_string().into()),
        ("left", left.into()),
        ("leftnumber", scene.number(left).into()),
    ];
    let mut head = scene.head(
        scene.say(&format!("{key}-title"), &args),
        scene.say(&format!("{key}-subtitle"), &args),
        sample(scene, found),
        &found.trace,
    );
    let place = |actor: usize| order.iter().position(|i| *i == actor).unwrap_or(0);
    let strong = |i: usize| best.iter().any(|(a, b)| *a == i || *b == i);
    let links: Vec<Link> = all
        .iter()
        .take(shown)
        .map(|(i, j, value)| {
            let code = |i: usize| scene.names.label(Kind::Actor, &found.actors[i]).to_owned();
            Link {
                from: place(*i),
                to: place(*j),
                class: (((1.0 - value / top) * CLASSES as f64 - SAME).max(0.0) as usize).min(CLASSES - 1),
                strong: best.contains(&(*i, *j)),
                note: format!("{} \u{2013} {}: {}", code(*i), code(*j), scene.words.num(*value, 1)),
            }
        })
        .collect();
    let mut remark = Vec::new();
    if shown < all.len() {
        remark.push(scene.say("chart-mactor-pairs-left", &args));
    }
    if left > 0 {
        remark.push(scene.say("chart-mactor-unlinked", &args));
    }
    let bound = |class: usize| scene.words.num(top * (1.0 - class as f64 / CLASSES as f64), 1);
    let class = |class: usize| {
        let args = [("low", bound(class + 1).into()), ("high", bound(class).into())];
        scene.words.with(&format!("chart-link-{}", class + 1), &args)
    };
    head.description = described(&head.subtitle, &links);
    let spec = Graph {
        head,
        nodes: nodes(scene, Kind::Actor, &found.actors, &order, strong),
        links,
        directed: false,
        classes: (0..CLASSES).map(class).collect(),
        strong: scene.t(&format!("{key}-strong")),
        alone: scene.t(if shown < all.len() { "chart-link-alone-drawn" } else { "chart-link-alone" }),
        remark: remark.join(" "),
    };
    Some(graph(&spec, frame))
}

/// The actors laid out by their net distances: near each other where they converge.
#[must_use]
pub fn mactor_map(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.structure.mactor.as_ref()?;
    let own = found.map.as_ref()?;
    let net = &found.order3.actor_distance;
    let allies = top_pairs(&sorted_pairs(net));
    let opposed: Vec<Vec<f64>> = net.iter().map(|row| row.iter().map(|v| -v).collect()).collect();
    let rivals = top_pairs(&sorted_pairs(&opposed));
    let quality = super::stress_quality(own.stress);
    let args = [
        ("allies", allies.len().into()),
        ("alliesnames", pair_names(scene, found, &allies, true).into()),
        ("rivalsnames", pair_names(scene, found, &rivals, true).into()),
        ("stress", scene.words.num(own.stress, 2).into()),
        ("quality", scene.t(&format!("chart-stress-{quality}")).into()),
    ];
    let key = match (allies.is_empty(), rivals.is_empty()) {
        (false, false) => "chart-mactor-map-title",
        (false, true) => "chart-mactor-map-title-allies",
        (true, false) => "chart-mactor-map-title-rivals",
        (true, true) => "chart-mactor-map-title-none",
    };
    let head = scene.head(
        scene.say(key, &args),
        scene.say("chart-mactor-map-subtitle", &args),
        sample(scene, found),
        &found.trace,
    );
    const ROLES: [ActorRole; 4] =
        [ActorRole::Dominant, ActorRole::Relay, ActorRole::Dominated, ActorRole::Autonomous];
    let points = found
        .actors
        .iter()
        .zip(&own.places)
        .enumerate()
        .map(|(i, (id, place))| {
            let (code, name) = scene.record(Kind::Actor, id);
            let role = found.roles.get(i).copied().unwrap_or_default();
            let strength = found.strength.get(i).copied().unwrap_or(1.0);
            MapPoint {
                note: format!("{} · R* {}", scene.names.full(Kind::Actor, id), scene.words.num(strength, 2)),
                code,
                name,
                at: (place[0], place[1]),
                weight: strength,
                group: ROLES.iter().position(|r| *r == role).unwrap_or(0),
                strong: allies.iter().any(|(a, b)| *a == i || *b == i),
            }
        })
        .collect();
    let roles = ["dominant", "relay", "dominated", "autonomous"];
    let spec = Map {
        head,
        points,
        groups: roles.map(|role| scene.t(&format!("chart-mactor-{role}"))).to_vec(),
        strong: scene.t("chart-mactor-map-strong"),
        remark: scene.t("chart-mactor-map-remark"),
    };
    Some(map(&spec, frame))
}
