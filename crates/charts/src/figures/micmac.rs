//! The graph of the strongest influences, and the plane with the potential ones.

use atalaya_analysis::findings::MicmacFinding;
use atalaya_model::Kind;

use super::{Scene, nodes, structure::sample};
use crate::axis::Print;
use crate::frame::Frame;
use crate::graph::{Graph, Link, NAMED, around, described, graph};
use crate::plane::{Measure, Plane, PlaneLegend, PlanePoint, Zones, plane};
use crate::svg::Svg;

/// The part of the non-zero links that is drawn, how many at most, and how many a small matrix shows in any case.
const SHARE: f64 = 0.10;
const LINKS: usize = 40;
const FEW: usize = 12;

/// A link of the direct matrix.
struct Influence {
    from: usize,
    to: usize,
    value: f64,
}

/// The links, the strongest first; those alike by the influence of what they leave, then by the dependence of what they
/// go to, then by place.
fn links(found: &MicmacFinding) -> Vec<Influence> {
    let mut out: Vec<Influence> = found
        .matrix
        .iter()
        .enumerate()
        .flat_map(|(from, row)| {
            row.iter().enumerate().map(move |(to, value)| Influence { from, to, value: *value })
        })
        .filter(|l| l.from != l.to && l.value > 1e-9 && l.to < found.variables.len())
        .collect();
    let of = |list: &[f64], i: usize| list.get(i).copied().unwrap_or(0.0);
    out.sort_by(|a, b| {
        b.value
            .total_cmp(&a.value)
            .then(of(&found.direct.influence, b.from).total_cmp(&of(&found.direct.influence, a.from)))
            .then(of(&found.direct.dependence, b.to).total_cmp(&of(&found.direct.dependence, a.to)))
            .then((a.from, a.to).cmp(&(b.from, b.to)))
    });
    out
}

/// The class of an intensity: strong, medium, weak.
fn class(value: f64) -> usize {
    match value {
        v if v >= 2.5 => 0,
        v if v >= 1.5 => 1,
        _ => 2,
    }
}

/// The strongest direct influences as a graph.
#[must_use]
pub fn influence_graph(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let structure = &scene.findings.structure;
    let found = structure.micmac.as_ref()?;
    let all = links(found);
    let n = found.variables.len();
    let share = (SHARE * all.len() as f64).ceil() as usize;
    let shown = share.max(n).clamp(FEW, LINKS).min(all.len());
    let drawn = all.get(..shown).filter(|list| !list.is_empty())?;
    let weakest = drawn.last().map_or(0.0, |l| l.value);
    let alike = all.iter().skip(shown).filter(|l| l.value >= weakest - 1e-9).count();
    let strong = if structure.crossing.is_empty() { &structure.determining } else { &structure.crossing };
    let is_strong = |i: usize| strong.contains(&found.variables[i]);
    let leaving = |i: usize| drawn.iter().filter(|l| l.from == i).count();
    let most = (0..n).map(leaving).max().unwrap_or(0);
    let sources: Vec<String> =
        (0..n).filter(|i| leaving(*i) == most).map(|i| found.variables[i].clone()).collect();
    let list = match sources.as_slice() {
        [id] if !frame.narrow() => scene.names.full(Kind::Variable, id),
        _ => scene.codes(Kind::Variable, &sources),
    };
    let mut weights = vec![vec![0.0; n]; n];
    for link in drawn {
        weights[link.from][link.to] = link.value;
    }
    // Of many variables only those with a link stand around the oval.
    let held = |i: &usize| n <= NAMED || drawn.iter().any(|l| l.from == *i || l.to == *i);
    let order: Vec<usize> = around(&weights).into_iter().filter(held).collect();
    let left = n - order.len();
    let args = [
        ("count", sources.len().into()),
        ("list", list.into()),
        ("k", most.to_string().into()),
        ("shown", shown.to_string().into()),
        ("all", all.len().to_string().into()),
        ("rest", (all.len() - shown).into()),
        ("alike", alike.into()),
        ("alikenumber", scene.words.int(alike as i64).into()),
        ("left", left.into()),
        ("leftnumber", scene.number(left).into()),
    ];
    let mut head = scene.head(
        scene.say("chart-graph-title", &args),
        scene.say("chart-graph-subtitle", &args),
        sample(scene, found),
        &found.trace,
    );
    let place = |variable: usize| order.iter().position(|i| *i == variable).unwrap_or(0);
    let code = |i: usize| scene.names.label(Kind::Variable, &found.variables[i]).to_owned();
    let mut remark = Vec::new();
    if alike > 0 {
        remark.push(scene.say("chart-graph-left", &args));
    }
    if left > 0 {
        remark.push(scene.say("chart-graph-unlinked", &args));
    }
    let strong_key =
        if structure.crossing.is_empty() { "chart-influence-determining" } else { "chart-influence-strong" };
    let links: Vec<Link> = drawn
        .iter()
        .map(|l| Link {
            from: place(l.from),
            to: place(l.to),
            class: class(l.value),
            strong: is_strong(l.from),
            note: format!("{} → {}: {}", code(l.from), code(l.to), scene.words.short(l.value, 1)),
        })
        .collect();
    head.description = described(&head.subtitle, &links);
    let spec = Graph {
        head,
        nodes: nodes(scene, Kind::Variable, &found.variables, &order, is_strong),
        links,
        directed: true,
        classes: [3, 2, 1].map(|i| scene.t(&format!("chart-matrix-step-{i}"))).to_vec(),
        strong: scene.t(strong_key),
        alone: scene.t("chart-link-alone-drawn"),
        remark: remark.join(" "),
    };
    Some(graph(&spec, frame))
}

/// Direct positions, and where they move when the potential influences count.
#[must_use]
pub fn micmac_potential(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.structure.micmac.as_ref()?;
    if found.potential_cells.is_empty() {
        return None;
    }
    let percent = |list: &[f64], i: usize, total: f64| list.get(i).map(|v| 100.0 * v / total);
    let (before, after) = (&found.direct, &found.potential.direct);
    let (old, new): (f64, f64) = (before.influence.iter().sum(), after.influence.iter().sum());
    if old <= 0.0 || new <= 0.0 {
        return None;
    }
    let mut points = Vec::new();
    let mut gains = Vec::new();
    for (i, id) in found.variables.iter().enumerate() {
        let (code, name) = scene.record(Kind::Variable, id);
        let at = (percent(&before.dependence, i, old)?, percent(&before.influence, i, old)?);
        let to = (percent(&after.dependence, i, new)?, percent(&after.influence, i, new)?);
        let mut point = PlanePoint::new(code, name, at);
        // What loses share only because others gain it does not move by itself.
        point.to = found.potential_cells.iter().any(|(r, c)| *r == i || *c == i).then_some(to);
        gains.push(to.1 - at.1);
        points.push(point);
    }
    let most = gains.iter().copied().fold(0.0, f64::max);
    let gainers: Vec<usize> =
        (0..points.len()).filter(|i| gains[*i] > 0.0 && gains[*i] >= most - 1e-9).collect();
    for i in &gainers {
        points[*i].strong = true;
    }
    let ids: Vec<String> = gainers.iter().map(|i| found.variables[*i].clone()).collect();
    let args = [
        ("count", ids.len().into()),
        ("list", scene.called(Kind::Variable, &ids, frame).into()),
        ("gain", scene.words.num(most, 1).into()),
        ("cells", found.potential_cells.len().into()),
        ("cellsnumber", scene.number(found.potential_cells.len()).into()),
        ("value", scene.words.short(found.potential.value, 1).into()),
    ];
    let head = scene.head(
        scene.say("chart-potential-title", &args),
        scene.say("chart-potential-subtitle", &args),
        sample(scene, found),
        &found.trace,
    );
    let measure = |key: &str, cut: f64| Measure {
        name: scene.t(key),
        span: None,
        cut: Some(100.0 * cut / old),
        print: Print::Number,
    };
    let spec = Plane {
        high_at_cut: true,
        head,
        x: measure("chart-influence-x", found.cut.dependence),
        y: measure("chart-influence-y", found.cut.influence),
        zones: Zones {
            north_west: scene.t("chart-zone-determinant"),
            north_east: scene.t("chart-zone-relay"),
            south_west: scene.t("chart-zone-autonomous"),
            south_east: scene.t("chart-zone-result"),
            strong: Some(0),
        },
        points,
        groups: Vec::new(),
        legend: PlaneLegend {
            strong: scene.t("chart-potential-strong"),
            displacement: scene.t("chart-potential-arrow"),
            ..PlaneLegend::default()
        },
        key: true,
    };
    Some(plane(&spec, frame))
}
