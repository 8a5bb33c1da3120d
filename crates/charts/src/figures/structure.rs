//! Figures of the structural analysis.

use std::collections::BTreeSet;

use atalaya_analysis::findings::{MicmacFinding, PanelLevel, Zone};
use atalaya_model::Kind;

use super::{Scene, firm};
use crate::axis::Print;
use crate::frame::Frame;
use crate::matrix::{Cell, Header, Matrix, matrix};
use crate::plane::{Measure, Plane, PlaneLegend, PlanePoint, Spread, Zones, plane};
use crate::rank::{RankChart, RankItem, ranks};
use crate::svg::Svg;

/// Standard deviations within which 90 % of a bivariate normal lies: the square root of the chi-square quantile 4.605.
const REACH: f64 = 2.146;

/// Variables by importance and uncertainty.
#[must_use]
pub fn critical_plane(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = &scene.findings.structure;
    let points: Vec<PlanePoint> = found
        .variables
        .iter()
        .filter_map(|v| {
            let (code, name) = scene.record(Kind::Variable, &v.id);
            let mut point = PlanePoint::new(code, name, v.uncertainty.zip(v.importance)?);
            point.strong = v.critical;
            // Firm is the class it has: for the others, that of not being a critical uncertainty.
            let critical = v.stability.as_ref().and_then(|s| s.critical.clone()).map(|mut s| {
                s.held = if v.critical { s.held } else { s.draws.saturating_sub(s.held) };
                s
            });
            point.firm = firm(critical.as_ref());
            Some(point)
        })
        .collect();
    if points.is_empty() {
        return None;
    }
    let n = found.variables.iter().map(|v| v.n).max().unwrap_or(0);
    // Who looks for a variable that is not there learns why.
    let hidden =
        found.variables.iter().filter(|v| v.n > 0 && v.uncertainty.zip(v.importance).is_none()).count();
    let mut sample = scene.sample(n, "");
    if hidden > 0 {
        let args = [("count", hidden.into()), ("min", PanelLevel::MEDIAN_FROM.into())];
        sample = format!("{sample} · {}", scene.words.with("chart-critical-hidden", &args));
    }
    let args = [
        ("count", found.critical.len().into()),
        ("number", scene.number(found.critical.len()).into()),
        ("list", scene.codes(Kind::Variable, &found.critical).into()),
    ];
    let scale = |family: &str| {
        let consults = scene.findings.consult.consultations.iter();
        let mut families = consults.flat_map(|c| &c.rounds).flat_map(|r| &r.families);
        families.find(|f| f.family == family).and_then(|f| f.scale).map(|r| (r.low, r.high))
    };
    let head = scene.head(
        scene.say("chart-critical-title", &args),
        scene.t("chart-critical-subtitle"),
        sample,
        &found.trace,
    );
    let spec = Plane {
        high_at_cut: false,
        head,
        x: Measure {
            name: atalaya_words::capital(&scene.word("family", "uncertainty")),
            span: scale("uncertainty"),
            cut: found.cuts.uncertainty,
            print: Print::Number,
        },
        y: Measure {
            name: atalaya_words::capital(&scene.word("family", "importance")),
            span: scale("importance"),
            cut: found.cuts.importance,
            print: Print::Number,
        },
        zones: Zones {
            north_west: scene.t("chart-critical-predictable"),
            north_east: scene.t("chart-critical-zone"),
            south_west: scene.t("chart-critical-secondary"),
            south_east: scene.t("chart-critical-uncertain"),
            strong: Some(1),
        },
        points,
        groups: Vec::new(),
        legend: PlaneLegend {
            strong: scene.t("chart-critical-strong"),
            loose: scene.t("chart-loose"),
            ..PlaneLegend::default()
        },
        key: true,
    };
    Some(plane(&spec, frame))
}

/// How the matrix came about, in words.
fn rule(scene: &Scene<'_>, found: &MicmacFinding) -> String {
    match found.aggregation.rule.as_str() {
        "consensus" => scene.t("chart-rule-consensus"),
        other => scene.word("rule", other),
    }
}

pub(super) fn sample(scene: &Scene<'_>, found: &MicmacFinding) -> String {
    scene.sample(found.aggregation.experts, &found.aggregation.round)
}

/// The plane of influence and dependence, with the displacement to the indirect positions.
#[must_use]
pub fn influence_plane(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let structure = &scene.findings.structure;
    let found = structure.micmac.as_ref()?;
    let spread = found.stability.as_ref().or(found.sensitivity.as_ref());
    let strong = if structure.crossing.is_empty() { &structure.determining } else { &structure.crossing };
    let percent = 100.0;
    let points: Vec<PlanePoint> = found
        .variables
        .iter()
        .enumerate()
        .filter_map(|(i, id)| {
            let at = (*found.direct_share.dependence.get(i)?, *found.direct_share.influence.get(i)?);
            let (code, name) = scene.record(Kind::Variable, id);
            let mut point = PlanePoint::new(code, name, (at.0 * percent, at.1 * percent));
            let indirect = found.indirect.dependence_share.get(i).zip(found.indirect.influence_share.get(i));
            point.strong = strong.contains(id);
            let moved = point.strong || found.displaced.iter().any(|d| d.id == *id);
            point.to = indirect.filter(|_| moved).map(|(x, y)| (x * percent, y * percent));
            if let Some(s) = spread {
                let same = s.same_zone.get(i).copied().unwrap_or(s.draws);
                point.firm = s.draws == 0 || same as f64 >= 0.8 * s.draws as f64 - 1e-9;
                let k = percent * percent;
                point.spread = s.spread.get(i).zip(s.centre.get(i)).map(|(v, c)| Spread::Ellipse {
                    centre: (c[0] * percent, c[1] * percent),
                    covariance: [v[0] * k, v[1] * k, v[2] * k],
                    reach: REACH,
                });
            }
            Some(point)
        })
        .collect();
    if points.is_empty() {
        return None;
    }
    let total: f64 = found.direct.influence.iter().sum();
    let cut = |value: f64| (total > 0.0).then(|| value / total * percent);
    let args = [
        ("crossing", structure.crossing.len().into()),
        ("determining", structure.determining.len().into()),
        ("number", scene.number(strong.len()).into()),
        ("list", scene.codes(Kind::Variable, strong).into()),
        ("open", found.open().into()),
        ("all", found.aggregation.complete.n.into()),
        ("size", found.variables.len().into()),
    ];
    let title = if structure.placed() { "chart-influence-title" } else { "chart-influence-open" };
    let measure = |key: &str, value: f64| Measure {
        name: scene.t(key),
        span: None,
        cut: cut(value),
        print: Print::Number,
    };
    let zone = |zone: Zone| {
        scene.t(match zone {
            Zone::Determinant => "chart-zone-determinant",
            Zone::Relay => "chart-zone-relay",
            Zone::Result => "chart-zone-result",
            Zone::Autonomous => "chart-zone-autonomous",
        })
    };
    let head = scene.head(
        scene.say(title, &args),
        scene.say("chart-influence-subtitle", &[]),
        sample(scene, found),
        &found.trace,
    );
    let key = if found.stability.is_some() { "chart-ellipse" } else { "chart-ellipse-cells" };
    let loose = if found.stability.is_some() { "chart-loose" } else { "chart-loose-cells" };
    let strong_key =
        if structure.crossing.is_empty() { "chart-influence-determining" } else { "chart-influence-strong" };
    let spec = Plane {
        high_at_cut: true,
        head,
        x: measure("chart-influence-x", found.cut.dependence),
        y: measure("chart-influence-y", found.cut.influence),
        zones: Zones {
            north_west: zone(Zone::Determinant),
            north_east: zone(Zone::Relay),
            south_west: zone(Zone::Autonomous),
            south_east: zone(Zone::Result),
            strong: Some(0),
        },
        points,
        groups: Vec::new(),
        legend: PlaneLegend {
            strong: scene.t(strong_key),
            loose: scene.t(loose),
            borderline: String::new(),
            displacement: scene.t("chart-displacement"),
            spread: scene.t(key),
        },
        key: true,
    };
    Some(plane(&spec, frame))
}

/// The matrix of direct influences.
#[must_use]
pub fn influence_matrix(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let structure = &scene.findings.structure;
    let found = structure.micmac.as_ref()?;
    if found.variables.is_empty() {
        return None;
    }
    let disputed = &found.aggregation.disputed;
    let args = [
        ("fill", scene.words.percent(found.characteristics.fill, 0).into()),
        ("count", disputed.len().into()),
        ("number", scene.number(disputed.len()).into()),
        ("rule", rule(scene, found).into()),
    ];
    let head = scene.head(
        scene.say("chart-matrix-title", &args),
        scene.say("chart-matrix-subtitle", &args),
        sample(scene, found),
        &found.trace,
    );
    let strong = if structure.crossing.is_empty() { &structure.determining } else { &structure.crossing };
    let headers = |sums: &[f64]| -> Vec<Header> {
        found
            .variables
            .iter()
            .enumerate()
            .map(|(i, id)| {
                let (code, name) = scene.record(Kind::Variable, id);
                let sum = sums.get(i).map(|s| scene.words.short(*s, 1)).unwrap_or_default();
                Header { code, name, strong: strong.contains(id), sum, ..Header::default() }
            })
            .collect()
    };
    let potential = found.potential.value;
    let set = |cells: &[(usize, usize)]| cells.iter().copied().collect::<BTreeSet<_>>();
    let (in_dispute, only_potential) = (set(disputed), set(&found.potential_cells));
    let cells = found
        .matrix
        .iter()
        .enumerate()
        .map(|(r, row)| {
            row.iter()
                .enumerate()
                .map(|(c, value)| {
                    let is_potential = only_potential.contains(&(r, c));
                    Cell {
                        value: Some(if is_potential { potential } else { *value }),
                        text: if is_potential { "P".to_owned() } else { String::new() },
                        disputed: in_dispute.contains(&(r, c)),
                        barred: r == c,
                        potential: is_potential,
                    }
                })
                .collect()
        })
        .collect();
    let spec = Matrix {
        head,
        rows: headers(&found.direct.influence),
        columns: headers(&found.direct.dependence),
        cells,
        top: 3.0,
        diverging: false,
        sums: (scene.t("chart-matrix-influence"), scene.t("chart-matrix-dependence")),
        second: String::new(),
        split: None,
        quadrants: Default::default(),
        disputed: scene.t("chart-matrix-disputed"),
        potential: scene.t("chart-matrix-potential"),
        missing: String::new(),
        steps: (0..=3).map(|i| (f64::from(i), scene.t(&format!("chart-matrix-step-{i}")))).collect(),
    };
    Some(matrix(&spec, frame))
}

/// Places that a variable gains by the indirect paths to be called hidden.
pub const RISEN: f64 = 3.0;

/// Direct and indirect order of influence.
#[must_use]
pub fn rank_crossing(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.structure.micmac.as_ref()?;
    let indirect = &found.indirect;
    let risen: Vec<String> =
        found.displaced.iter().filter(|d| d.influence_places >= RISEN - 1e-9).map(|d| d.id.clone()).collect();
    let ends = |list: Option<&Vec<atalaya_analysis::findings::Range>>, i: usize| {
        list.and_then(|l| l.get(i)).map(|r| (r.low, r.high))
    };
    let stability = found.stability.as_ref().or(found.sensitivity.as_ref());
    let items: Vec<RankItem> = found
        .variables
        .iter()
        .enumerate()
        .filter_map(|(i, id)| {
            let (code, name) = scene.record(Kind::Variable, id);
            Some(RankItem {
                code,
                name,
                before: *indirect.direct_influence_rank.get(i)?,
                after: *indirect.influence_rank.get(i)?,
                before_interval: ends(stability.map(|s| &s.influence_rank_interval), i),
                after_interval: ends(stability.map(|s| &s.indirect_influence_rank_interval), i),
                strong: risen.contains(id),
            })
        })
        .collect();
    if items.is_empty() {
        return None;
    }
    let args = [
        ("count", risen.len().into()),
        ("number", scene.number(risen.len()).into()),
        ("list", scene.codes(Kind::Variable, &risen).into()),
        ("power", indirect.power.to_string().into()),
    ];
    let head = scene.head(
        scene.say("chart-ranks-title", &args),
        scene.say("chart-ranks-subtitle", &args),
        sample(scene, found),
        &found.trace,
    );
    let interval =
        if found.stability.is_some() { "chart-ranks-interval" } else { "chart-ranks-interval-cells" };
    let spec = RankChart {
        head,
        before: scene.t("chart-ranks-before"),
        after: scene.t("chart-ranks-after"),
        items,
        interval: scene.t(interval),
        strong: scene.t("chart-ranks-strong"),
    };
    Some(ranks(&spec, frame))
}

/// The crossing of the FODA.
#[must_use]
pub fn foda_crossing(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.structure.foda.as_ref()?;
    if found.rows.is_empty() || found.columns.is_empty() {
        return None;
    }
    use atalaya_model::choice::FactorKind;
    let is = |id: &str, kind: FactorKind| {
        scene.study.factors.iter().any(|f| f.id.as_str() == id && f.kind == Some(kind))
    };
    let rows = found.rows.iter().filter(|id| is(id, FactorKind::Strength)).count();
    let columns = found.columns.iter().filter(|id| is(id, FactorKind::Opportunity)).count();
    let header = |id: &str, sum: Option<&f64>| {
        let (code, name) = scene.record(Kind::Factor, id);
        let sum = sum.map(|s| scene.words.short(*s, 1)).unwrap_or_default();
        Header { code, name, sum, ..Header::default() }
    };
    let quadrant = |name: &str| {
        let of = found.quadrants.iter().find(|q| q.name == name);
        let mean = of.map(|q| scene.words.num(q.mean, 1)).unwrap_or_default();
        scene.words.with(&format!("chart-foda-{name}"), &[("mean", mean.into())])
    };
    let best = &found.quadrant_by_mean;
    let name = if best.is_empty() { String::new() } else { scene.t(&format!("chart-foda-name-{best}")) };
    let args = [("name", name.into())];
    let title = if best.is_empty() { "chart-foda-title-none" } else { "chart-foda-title" };
    let head = scene.head(
        scene.say(title, &args),
        scene.t("chart-foda-subtitle"),
        scene.sample(found.experts, ""),
        &found.trace,
    );
    let cells = found
        .matrix
        .iter()
        .map(|row| row.iter().map(|value| Cell { value: *value, ..Cell::default() }).collect())
        .collect();
    let spec = Matrix {
        head,
        rows: found.rows.iter().enumerate().map(|(i, id)| header(id, found.row_totals.get(i))).collect(),
        columns: found
            .columns
            .iter()
            .enumerate()
            .map(|(i, id)| header(id, found.column_totals.get(i)))
            .collect(),
        cells,
        top: 3.0,
        diverging: false,
        sums: (scene.t("chart-sum"), scene.t("chart-sum")),
        second: String::new(),
        split: Some((rows, columns)),
        quadrants: ["FO", "FA", "DO", "DA"].map(quadrant),
        disputed: String::new(),
        potential: String::new(),
        missing: scene.t("chart-missing"),
        steps: (0..=3).map(|i| (f64::from(i), i.to_string())).collect(),
    };
    Some(matrix(&spec, frame))
}

/// Actors against the strategic variables that they move.
#[must_use]
pub fn actor_map(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let found = &scene.findings.structure;
    let columns: Vec<&String> =
        found.strategic.iter().filter(|id| found.actors.iter().any(|a| a.variables.contains(id))).collect();
    let mut actors: Vec<_> = found.actors.iter().filter(|a| a.strategic > 0).collect();
    actors.sort_by(|a, b| {
        b.strategic.cmp(&a.strategic).then_with(|| atalaya_model::id::natural_cmp(&a.id, &b.id))
    });
    let most = actors.first()?.strategic;
    if columns.is_empty() {
        return None;
    }
    let top: Vec<String> = actors.iter().filter(|a| a.strategic == most).map(|a| a.id.clone()).collect();
    let names: Vec<String> = top.iter().map(|id| scene.names.name(Kind::Actor, id).to_owned()).collect();
    let list = if top.len() > 2 { scene.codes(Kind::Actor, &top) } else { scene.words.list(&names) };
    let args = [
        ("count", top.len().into()),
        ("list", list.into()),
        ("k", most.to_string().into()),
        ("n", found.strategic.len().to_string().into()),
    ];
    let head = scene.head(
        scene.say("chart-actors-title", &args),
        scene.t("chart-actors-subtitle"),
        String::new(),
        &found.trace,
    );
    let header = |kind: Kind, id: &str, sum: usize| {
        let (code, name) = scene.record(kind, id);
        let strong = found.crossing.iter().any(|own| own == id);
        Header { code, name, strong, sum: sum.to_string(), ..Header::default() }
    };
    let moves = |actor: &atalaya_analysis::findings::ActorFinding, id: &String| actor.variables.contains(id);
    let spec = Matrix {
        head,
        rows: actors.iter().map(|a| header(Kind::Actor, &a.id, a.strategic)).collect(),
        columns: columns
            .iter()
            .map(|id| header(Kind::Variable, id, actors.iter().filter(|a| moves(a, id)).count()))
            .collect(),
        cells: actors
            .iter()
            .map(|a| {
                let cell = |id: &&String| {
                    let held = moves(a, id);
                    let text = if held { "•" } else { "" };
                    Cell { value: Some(f64::from(u8::from(held))), text: text.to_owned(), ..Cell::default() }
                };
                columns.iter().map(cell).collect()
            })
            .collect(),
        top: 1.0,
        diverging: false,
        sums: (scene.t("chart-actors-variables"), scene.t("chart-actors-actors")),
        second: String::new(),
        split: None,
        quadrants: Default::default(),
        disputed: String::new(),
        potential: String::new(),
        missing: String::new(),
        steps: vec![(1.0, scene.t("chart-actors-moves"))],
    };
    Some(matrix(&spec, frame))
}
