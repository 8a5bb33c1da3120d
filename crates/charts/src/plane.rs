//! Planes of two measures cut into named zones: influence and dependence, impact and pertinence, importance and
//! governability, attractiveness and capacity, importance and uncertainty.

use crate::axis::{Print, Scale, extent, padded, ticks};
use crate::font::{self, Weight};
use crate::frame::{Entry, Frame, Head, Page, Setting, Sign};
use crate::label::{self, Point as LabelPoint};
use crate::mark::{self, Shape};
use crate::rows::points_of;
use crate::svg::{Area, Paint, Svg, Type};

/// A measure of a plane.
#[derive(Clone, Debug)]
pub struct Measure {
    /// Name, with its unit.
    pub name: String,
    /// Ends of the axis; fitted to the points where absent.
    pub span: Option<(f64, f64)>,
    /// Where the plane is cut.
    pub cut: Option<f64>,
    /// What the ticks print.
    pub print: Print,
}

/// The names of the zones, written in the outer corners.
#[derive(Clone, Debug, Default)]
pub struct Zones {
    /// Low x, high y.
    pub north_west: String,
    /// High x, high y.
    pub north_east: String,
    /// Low x, low y.
    pub south_west: String,
    /// High x, low y.
    pub south_east: String,
    /// Which zone matters most: 0 north-west, 1 north-east, 2 south-west, 3 south-east.
    pub strong: Option<usize>,
}

/// How uncertain a point's place is.
#[derive(Clone, Copy, Debug)]
pub enum Spread {
    /// An ellipse: centre, variance of x, covariance, variance of y, and how many standard deviations it reaches.
    Ellipse {
        /// Centre, in the units of the axes.
        centre: (f64, f64),
        /// Variance of x, covariance, variance of y.
        covariance: [f64; 3],
        /// Standard deviations: 2.15 holds 90 % of a bivariate normal.
        reach: f64,
    },
    /// Intervals of x and of y.
    Intervals {
        /// Of x.
        x: Option<(f64, f64)>,
        /// Of y.
        y: Option<(f64, f64)>,
    },
}

/// A point of a plane.
#[derive(Clone, Debug)]
pub struct PlanePoint {
    /// Code, the short label.
    pub code: String,
    /// Name.
    pub name: String,
    /// Place.
    pub at: (f64, f64),
    /// Where it moves to (its indirect position).
    pub to: Option<(f64, f64)>,
    /// How uncertain its place is.
    pub spread: Option<Spread>,
    /// Whether the finding is about it.
    pub strong: bool,
    /// Whether its class holds in most resampled panels; hollow where it does not.
    pub firm: bool,
    /// Whether it stands on a cut.
    pub borderline: bool,
    /// Its group, where groups are marked.
    pub group: Option<usize>,
    /// What shows on hovering; code, name and values where empty.
    pub note: String,
}

impl PlanePoint {
    /// A plain point.
    #[must_use]
    pub fn new(code: impl Into<String>, name: impl Into<String>, at: (f64, f64)) -> Self {
        Self {
            code: code.into(),
            name: name.into(),
            at,
            to: None,
            spread: None,
            strong: false,
            firm: true,
            borderline: false,
            group: None,
            note: String::new(),
        }
    }
}

/// A plane.
#[derive(Clone, Debug)]
pub struct Plane {
    /// Titles and corner.
    pub head: Head,
    /// The horizontal measure.
    pub x: Measure,
    /// The vertical measure.
    pub y: Measure,
    /// The zones.
    pub zones: Zones,
    /// The points.
    pub points: Vec<PlanePoint>,
    /// Names of the groups, where groups are marked.
    pub groups: Vec<String>,
    /// Legend of what is drawn: strong, not firm, borderline, displacement, spread. Empty entries are left out.
    pub legend: PlaneLegend,
    /// Whether a value at a cut is above it, as in MICMAC; else only what passes it is.
    pub high_at_cut: bool,
    /// Whether the codes are explained below the plane.
    pub key: bool,
}

/// What the signs of a plane mean; an empty text leaves its sign out of the legend.
#[derive(Clone, Debug, Default)]
pub struct PlaneLegend {
    /// The points that the finding is about.
    pub strong: String,
    /// Hollow points.
    pub loose: String,
    /// Points on a cut.
    pub borderline: String,
    /// Arrows.
    pub displacement: String,
    /// Ellipses or intervals.
    pub spread: String,
}

/// Draws a plane.
#[must_use]
pub fn plane(spec: &Plane, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    page.whole = true;
    let points: Vec<&PlanePoint> =
        spec.points.iter().filter(|p| p.at.0.is_finite() && p.at.1.is_finite()).collect();
    let (x_span, y_span) = (span(&spec.x, &points, true), span(&spec.y, &points, false));
    let size = page.label();
    let side = aside(spec, &points, frame);
    let listed = points.iter().filter(|p| !p.name.is_empty() && (p.strong || points.len() <= LISTED));
    let listed: Vec<_> = listed.map(|p| (p.code.clone(), p.name.clone())).collect();
    if side {
        page.keep_side(&listed);
    }
    let (y_ticks, y_decimals) = marks_of(&spec.y, y_span, if frame.narrow() { 5 } else { 6 });
    let left = page.left + size * 1.5 + page.tick_width(&y_ticks, y_decimals, spec.y.print) + 9.0;
    let wide = page.right - left;
    let tall = match frame {
        frame if frame.narrow() => wide * 1.12,
        _ if side => wide * 0.56,
        frame if frame.setting == Setting::Low => wide * 0.5,
        // Beside a matrix, which is as tall as the wall.
        frame if frame.setting == Setting::Wall => wide * 0.82,
        frame if frame.low() => wide * 0.38,
        frame => (wide * 0.68).min(frame.width * 0.64),
    };
    let plot = Area::new(left, page.top, wide, tall);
    let sx = Scale::new(x_span, (plot.x, plot.right()));
    let sy = Scale::new(y_span, (plot.bottom(), plot.y));

    let places = apart(spec, &points, radius(&page), (&sx, &sy), plot);
    let offsets: Vec<(f64, f64)> =
        points.iter().zip(&places).map(|(p, at)| (at.0 - sx.at(p.at.0), at.1 - sy.at(p.at.1))).collect();
    if offsets.iter().any(|offset| *offset != (0.0, 0.0)) {
        page.remark(&frame.words.t("chart-plane-apart"));
    }
    let r = radius(&page) + 2.0;
    let occupied: Vec<Area> =
        places.iter().map(|at| Area::new(at.0 - r, at.1 - r, 2.0 * r, 2.0 * r)).collect();
    let names = ground(&mut page, spec, plot, &sx, &sy, &occupied);
    let taken: Vec<Area> = names.iter().map(|name| name.area).collect();
    let (x_ticks, x_decimals) = ticks(x_span.0, x_span.1, if frame.narrow() { 5 } else { 7 });
    page.ticks_left(&sy, plot, &y_ticks, y_decimals, spec.y.print, false);
    page.ticks_below(&sx, plot, &x_ticks, x_decimals, spec.x.print, false);
    let bold = page.plain().bold();
    let y_name = font::shorten(&spec.y.name, size, Weight::Bold, plot.h);
    page.canvas.text((page.left + size, plot.centre().1), &y_name, bold.middle().upwards());
    let mut y = plot.bottom() + page.tick_height() + size * 0.25;
    let x_name = font::shorten(&spec.x.name, size, Weight::Bold, page.width());
    let half = font::width(&x_name, size, Weight::Bold) / 2.0;
    let middle = plot.centre().0.clamp(page.left + half, (page.right - half).max(page.left + half));
    page.canvas.text((middle, y + size), &x_name, bold.middle());
    y += size * 1.9;

    spreads(&mut page, &points, &offsets, plot, &sx, &sy);
    displacements(&mut page, &points, &offsets, plot, &sx, &sy);
    for name in &names {
        page.canvas.text(name.at, &name.text, name.set);
    }
    let labels = labels(&page, spec, &points, &places, (plot, &sx, &sy), &taken);
    marks(&mut page, &points, &places, &labels);

    let entries = entries(&page, spec, &points);
    if side {
        let bottom = page.side_key(&listed);
        y = y.max(bottom);
    }
    y = page.legend(&entries, y + 2.0);
    // So many codes would make a second page: then only those that the finding is about are explained.
    let many = points.len() > 30;
    let coded: Vec<(String, String)> = points
        .iter()
        .zip(&labels)
        .filter(|(p, _)| p.strong || !many)
        .filter(|(p, l)| {
            let full = format!("{} {}", p.code, p.name);
            !p.name.is_empty() && l.as_ref().is_none_or(|l| l.text != full)
        })
        .map(|(p, _)| (p.code.clone(), p.name.clone()))
        .collect();
    if spec.key && frame.keyed() && !coded.is_empty() && coded.len() <= 60 {
        y = page.key(&coded, y + size * 0.5);
    }
    page.finish(y)
}

/// The most codes that a slide lists.
const LISTED: usize = 26;

/// Whether the codes of a slide are listed at its side: with fewer points the names stand beside them.
fn aside(spec: &Plane, points: &[&PlanePoint], frame: &Frame<'_>) -> bool {
    frame.bare() && spec.key && points.len() > 6 && points.iter().any(|p| !p.name.is_empty())
}

/// The points of a short scale, else round ticks.
fn marks_of(measure: &Measure, span: (f64, f64), count: usize) -> (Vec<f64>, usize) {
    match measure.span.and_then(points_of) {
        Some(points) => (points, 0),
        None => ticks(span.0, span.1, count),
    }
}

fn span(measure: &Measure, points: &[&PlanePoint], x: bool) -> (f64, f64) {
    if let Some(span) = measure.span {
        return padded(span, if x { 0.05 } else { 0.09 });
    }
    let of = |p: (f64, f64)| if x { p.0 } else { p.1 };
    // The domain follows the places; an arrow that leaves it is cut at the edge.
    let ends = points.iter().filter(|p| p.strong).filter_map(|p| p.to.map(of));
    let values = points.iter().map(|p| of(p.at)).chain(ends).chain(measure.cut);
    let span = extent(values).unwrap_or((0.0, 1.0));
    let (low, high) = padded(span, 0.13);
    // A measure that cannot be negative does not show negative room.
    if span.0 >= 0.0 { (low.max(-0.02 * high.abs()), high) } else { (low, high) }
}

/// The name of a zone where it is to be written.
struct ZoneName {
    at: (f64, f64),
    text: String,
    set: Type,
    area: Area,
}

/// Background and cuts; returns the names of the zones, which are written over what is uncertain: in the outer corner of
/// the zone, or in another one where marks stand there.
fn ground(
    page: &mut Page<'_>,
    spec: &Plane,
    plot: Area,
    sx: &Scale,
    sy: &Scale,
    marks: &[Area],
) -> Vec<ZoneName> {
    let ink = page.ink;
    let (cx, cy) = (spec.x.cut.map(|c| sx.held(c)), spec.y.cut.map(|c| sy.held(c)));
    page.canvas.rect(plot, 0.0, Paint::fill(ink.surface).opacity(0.55));
    let (mx, my) = (cx.unwrap_or(plot.right()), cy.unwrap_or(plot.bottom()));
    let corner = [
        Area::new(plot.x, plot.y, mx - plot.x, my - plot.y),
        Area::new(mx, plot.y, plot.right() - mx, my - plot.y),
        Area::new(plot.x, my, mx - plot.x, plot.bottom() - my),
        Area::new(mx, my, plot.right() - mx, plot.bottom() - my),
    ];
    if let Some(zone) = spec.zones.strong.and_then(|i| corner.get(i))
        && cx.is_some()
        && cy.is_some()
    {
        page.canvas.rect(*zone, 0.0, Paint::fill(ink.accent_pale).opacity(0.75));
    }
    let cut = Paint::line(ink.rule, 1.0).dash(5.0, 3.0);
    if let Some(x) = cx {
        page.canvas.line((x, plot.y), (x, plot.bottom()), cut);
    }
    if let Some(y) = cy {
        page.canvas.line((plot.x, y), (plot.right(), y), cut);
    }
    page.canvas.line((plot.x, plot.y), (plot.x, plot.bottom()), Paint::line(ink.rule, 1.0));
    page.canvas.line((plot.x, plot.bottom()), (plot.right(), plot.bottom()), Paint::line(ink.rule, 1.0));
    let pale = ink.accent_pale;
    let size = page.small();
    let pad = 6.0;
    let names =
        [&spec.zones.north_west, &spec.zones.north_east, &spec.zones.south_west, &spec.zones.south_east];
    let mut out = Vec::new();
    for (index, name) in names.into_iter().enumerate() {
        let zone = corner[index];
        // A zone too narrow for its name lends room from its neighbour; half of the plot is always there.
        let room = (zone.w - 2.0 * pad).max(plot.w / 2.0 - 2.0 * pad);
        let name = font::shorten(&name.to_uppercase(), size, Weight::Bold, room);
        let wide = font::width(&name, size, Weight::Bold);
        let (east, south) = (index % 2 == 1, index > 1);
        let spots = [(east, south), (!east, south), (east, !south), (!east, !south)].map(|(right, low)| {
            let edges = if right == east { plot } else { zone };
            let x = if right { edges.right() - pad - wide } else { edges.x + pad };
            let edges = if low == south { plot } else { zone };
            let y = if low { edges.bottom() - pad - size * 0.1 } else { edges.y + pad + size * 0.8 };
            (x, y, Area::new(x, y - size * 0.85, wide, size * 1.1))
        });
        let roomy = zone.w >= wide + 3.0 * pad && zone.h >= size * 4.0;
        let free = |spot: &&(f64, f64, Area)| !marks.iter().any(|mark| mark.overlaps(&spot.2));
        let (x, y, area) = *spots.iter().take(if roomy { 4 } else { 1 }).find(free).unwrap_or(&spots[0]);
        let colour = if spec.zones.strong == Some(index) { ink.accent } else { ink.muted };
        let set = Type::new(size, colour).bold().halo(if spec.zones.strong == Some(index) {
            pale
        } else {
            ink.paper
        });
        if !name.is_empty() {
            out.push(ZoneName { at: (x, y), text: name, set, area });
        }
    }
    out
}

/// Where the marks stand, in px: each at its place, or beside it where another mark stands there already, but never beyond
/// a cut that its value does not pass.
fn apart(
    spec: &Plane,
    points: &[&PlanePoint],
    r: f64,
    (sx, sy): (&Scale, &Scale),
    plot: Area,
) -> Vec<(f64, f64)> {
    let own: Vec<(f64, f64)> = points.iter().map(|p| (sx.at(p.at.0), sy.at(p.at.1))).collect();
    let off = |a: (f64, f64), b: (f64, f64)| libm::hypot(a.0 - b.0, a.1 - b.1);
    // A value at the cut belongs to the zone that the rule gives it.
    let side = |cut: Option<f64>, value: f64, px: &Scale, at: f64| {
        cut.is_none_or(|cut| {
            let (line, up) = (px.at(cut), (px.range.1 - px.range.0).signum());
            let near = 1e-9 * cut.abs();
            match spec.high_at_cut {
                true if value >= cut - near => (at - line) * up >= -1e-9,
                true => (line - at) * up >= 1.0,
                false if value <= cut + near => (line - at) * up >= -1e-9,
                false => (at - line) * up >= 1.0,
            }
        })
    };
    let step = r * 2.5;
    let mut placed: Vec<(f64, f64)> = Vec::new();
    for (index, point) in points.iter().enumerate() {
        let true_place = own[index];
        let clear = |at: (f64, f64), room: f64| placed.iter().all(|other| off(at, *other) >= room);
        if clear(true_place, r) {
            placed.push(true_place);
            continue;
        }
        let spots = (1..=6).flat_map(|ring| {
            (0..6 * ring).map(move |turn| {
                // Side by side first: one to the right, one to the left, and so round.
                let turn = turn / 2 + turn % 2 * 3 * ring;
                let angle = std::f64::consts::TAU * f64::from(turn) / f64::from(6 * ring);
                let reach = step * f64::from(ring);
                (true_place.0 + libm::cos(angle) * reach, true_place.1 + libm::sin(angle) * reach)
            })
        });
        let stays = |at: (f64, f64)| {
            plot.holds(&Area::new(at.0 - r, at.1 - r, 2.0 * r, 2.0 * r))
                && side(spec.x.cut, point.at.0, sx, at.0)
                && side(spec.y.cut, point.at.1, sy, at.1)
        };
        // Rather where no other point belongs.
        let foreign = |at: (f64, f64)| own.iter().any(|other| off(at, *other) < 2.0 * r);
        let free: Vec<(f64, f64)> = spots.filter(|at| stays(*at) && clear(*at, 2.0 * r)).collect();
        let best = free.iter().find(|at| !foreign(**at)).or(free.first());
        placed.push(best.copied().unwrap_or(true_place));
    }
    placed
}

fn spreads(
    page: &mut Page<'_>,
    points: &[&PlanePoint],
    offsets: &[(f64, f64)],
    plot: Area,
    sx: &Scale,
    sy: &Scale,
) {
    let ink = page.ink;
    for (point, offset) in points.iter().zip(offsets) {
        let colour = if point.strong { ink.accent } else { ink.rule };
        match point.spread {
            Some(Spread::Ellipse { centre, covariance, reach }) => {
                let kx = (sx.range.1 - sx.range.0) / (sx.domain.1 - sx.domain.0);
                let ky = (sy.range.1 - sy.range.0) / (sy.domain.1 - sy.domain.0);
                let [a, b, c] = [covariance[0] * kx * kx, covariance[1] * kx * ky, covariance[2] * ky * ky];
                let (major, minor, degrees) = axes_of(a, b, c);
                let at = (sx.at(centre.0), sy.at(centre.1));
                let room = (at.0 - plot.x)
                    .min(plot.right() - at.0)
                    .min(at.1 - plot.y)
                    .min(plot.bottom() - at.1)
                    .max(0.0);
                let radii = ((major * reach).min(room), (minor * reach).min(room));
                if radii.0 > 0.5 {
                    let strength = if point.strong { 0.16 } else { 0.07 };
                    let paint = Paint::fill(colour).stroke(colour, if point.strong { 1.0 } else { 0.6 });
                    page.canvas.ellipse(
                        at,
                        (radii.0, radii.1.max(0.5)),
                        degrees,
                        paint.fill_opacity(strength),
                    );
                }
            }
            Some(Spread::Intervals { x, y }) => {
                let paint = Paint::line(colour, if point.strong { 1.6 } else { 1.0 });
                let paint = paint.opacity(if point.strong { 0.6 } else { 0.45 });
                let (px, py) = (sx.at(point.at.0) + offset.0, sy.at(point.at.1) + offset.1);
                if let Some((low, high)) = x {
                    page.canvas.line((sx.held(low), py), (sx.held(high), py), paint);
                }
                if let Some((low, high)) = y {
                    page.canvas.line((px, sy.held(low)), (px, sy.held(high)), paint);
                }
            }
            None => {}
        }
    }
}

/// Half-axes (standard deviations) and turn in degrees of the ellipse of a covariance [[a, b], [b, c]].
fn axes_of(a: f64, b: f64, c: f64) -> (f64, f64, f64) {
    let mean = (a + c) / 2.0;
    let half = ((a - c) * (a - c) / 4.0 + b * b).sqrt();
    let (major, minor) = ((mean + half).max(0.0).sqrt(), (mean - half).max(0.0).sqrt());
    let degrees = libm::atan2(mean + half - a, b).to_degrees();
    (major, minor, if b.abs() < 1e-12 { if a >= c { 0.0 } else { 90.0 } } else { degrees })
}

/// The end of a line, cut where it leaves a rectangle.
fn cut_at(from: (f64, f64), to: (f64, f64), area: Area) -> (f64, f64) {
    let mut share = 1.0_f64;
    for (start, end, low, high) in
        [(from.0, to.0, area.x, area.right()), (from.1, to.1, area.y, area.bottom())]
    {
        let way = end - start;
        if end < low && way < 0.0 {
            share = share.min((low - start) / way);
        } else if end > high && way > 0.0 {
            share = share.min((high - start) / way);
        }
    }
    let share = share.clamp(0.0, 1.0);
    (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
}

fn displacements(
    page: &mut Page<'_>,
    points: &[&PlanePoint],
    offsets: &[(f64, f64)],
    plot: Area,
    sx: &Scale,
    sy: &Scale,
) {
    let ink = page.ink;
    for (point, offset) in points.iter().zip(offsets) {
        if let Some(to) = point.to {
            let (colour, width) = if point.strong { (ink.accent, 1.5) } else { (ink.rule, 1.0) };
            let from = (sx.at(point.at.0) + offset.0, sy.at(point.at.1) + offset.1);
            let end = cut_at(from, (sx.at(to.0), sy.at(to.1)), plot.grown(-3.0));
            mark::arrow(&mut page.canvas, from, end, colour, width);
        }
    }
}

fn radius(page: &Page<'_>) -> f64 {
    (page.frame.text * 0.32).max(3.4)
}

/// The farthest that a label stands off where a narrow plane has too many points to label all.
const CLOSE_BY: f64 = 40.0;

fn labels(
    page: &Page<'_>,
    spec: &Plane,
    points: &[&PlanePoint],
    places: &[(f64, f64)],
    (plot, sx, sy): (Area, &Scale, &Scale),
    taken: &[Area],
) -> Vec<Option<label::Placed>> {
    let size = page.label();
    let crowded = page.frame.narrow() && points.len() > 30;
    let (cx, cy) = (spec.x.cut.map(|cut| sx.held(cut)), spec.y.cut.map(|cut| sy.held(cut)));
    let zone = |at: (f64, f64)| {
        let part = |low: f64, high: f64, cut: Option<f64>, value: f64| match cut {
            Some(cut) if value < cut || (value == cut && !spec.high_at_cut) => (low, cut),
            Some(cut) => (cut, high),
            None => (low, high),
        };
        let (x, y) = (part(plot.x, plot.right(), cx, at.0), part(plot.y, plot.bottom(), cy, at.1));
        Area::new(x.0, y.0, x.1 - x.0, y.1 - y.0)
    };
    let few = points.len() <= 14;
    let named = points.iter().filter(|p| p.strong).count() <= 4;
    let aside = aside(spec, points, &page.frame);
    let list: Vec<LabelPoint> = points
        .iter()
        .zip(places)
        .map(|(p, at)| {
            let weight = if p.strong { Weight::Bold } else { Weight::Regular };
            let mut texts = Vec::new();
            // On a wall the names stand beside the picture, whole.
            let wall = page.frame.setting == Setting::Wall;
            if !page.frame.narrow() && !wall && !aside && !p.name.is_empty() && (few || (named && p.strong)) {
                let room = plot.w * if few { 0.34 } else { 0.28 };
                texts.push(font::shorten(&format!("{} {}", p.code, p.name), size, weight, room));
            }
            texts.push(p.code.clone());
            LabelPoint {
                at: *at,
                radius: radius(page) + if p.strong { 1.0 } else { 0.0 },
                texts,
                weight,
                priority: u8::from(p.strong) * 2 + u8::from(p.borderline),
                zone: Some(zone(*at)),
                reach: (crowded && !p.strong).then_some(CLOSE_BY),
            }
        })
        .collect();
    // Arrows and ranges are rather not written over.
    let mut strokes: Vec<label::Stroke> = Vec::new();
    for (point, at) in points.iter().zip(places) {
        if let Some(to) = point.to {
            strokes.push((*at, cut_at(*at, (sx.at(to.0), sy.at(to.1)), plot.grown(-3.0))));
        }
        if let Some(Spread::Intervals { x, y }) = point.spread {
            strokes.extend(x.map(|(low, high)| ((sx.held(low), at.1), (sx.held(high), at.1))));
            strokes.extend(y.map(|(low, high)| ((at.0, sy.held(low)), (at.0, sy.held(high)))));
        }
    }
    label::place(&list, plot.grown(-2.0), taken, &strokes, size)
}

fn marks(
    page: &mut Page<'_>,
    points: &[&PlanePoint],
    places: &[(f64, f64)],
    labels: &[Option<label::Placed>],
) {
    let (ink, size, r) = (page.ink, page.label(), radius(page));
    for placed in labels.iter().flatten() {
        if let Some(leader) = placed.leader {
            page.leader(leader);
        }
    }
    for ((point, at), placed) in points.iter().zip(places).zip(labels) {
        let note = if point.note.is_empty() {
            let words = page.frame.words;
            let (x, y) = (words.short(point.at.0, 2), words.short(point.at.1, 2));
            format!("{} {} ({x}; {y})", point.code, point.name)
        } else {
            point.note.clone()
        };
        page.canvas.open(&note);
        let shape = point.group.map_or(Shape::Circle, Shape::group);
        let colour = match point.group {
            Some(group) => ink.group(group),
            None if point.strong => ink.accent,
            None => ink.ink.mix(ink.paper, 0.28),
        };
        if point.borderline {
            page.canvas.circle(*at, r + 3.6, Paint::line(ink.warning, 1.5).dash(2.5, 2.0));
        }
        let pointed = !point.code.is_empty() && point.code == page.frame.marked;
        if pointed {
            page.canvas.circle(*at, r + 5.5, Paint::line(ink.warning, 2.5));
        }
        let r = if point.strong { r + 1.0 } else { r };
        mark::draw(&mut page.canvas, shape, *at, r, colour, point.firm, ink.paper);
        if let Some(placed) = placed {
            let text = if point.strong && point.group.is_none() { ink.accent } else { ink.ink };
            let set = Type::new(size, text).halo(ink.paper);
            let set = if point.strong || pointed { set.bold() } else { set };
            page.canvas.text(placed.baseline(size), &placed.text, set);
        }
        page.canvas.close();
    }
}

fn entries(page: &Page<'_>, spec: &Plane, points: &[&PlanePoint]) -> Vec<Entry> {
    let ink = page.ink;
    let grey = ink.ink.mix(ink.paper, 0.28);
    let mut out = Vec::new();
    for (index, name) in spec.groups.iter().enumerate() {
        if points.iter().any(|p| p.group == Some(index)) {
            let sign = Sign::Mark(Shape::group(index), ink.group(index), true);
            out.push(Entry { sign, text: name.clone() });
        }
    }
    let legend = &spec.legend;
    let mut put = |shown: bool, sign: Sign, text: &str| {
        if shown && !text.is_empty() {
            out.push(Entry { sign, text: text.to_owned() });
        }
    };
    put(points.iter().any(|p| p.strong), Sign::Mark(Shape::Circle, ink.accent, true), &legend.strong);
    put(points.iter().any(|p| !p.firm), Sign::Mark(Shape::Circle, grey, false), &legend.loose);
    put(points.iter().any(|p| p.borderline), Sign::Ringed(grey, ink.warning), &legend.borderline);
    put(points.iter().any(|p| p.to.is_some()), Sign::Arrow(ink.rule), &legend.displacement);
    let ellipses = points.iter().any(|p| matches!(p.spread, Some(Spread::Ellipse { .. })));
    let sign = if ellipses { Sign::Ellipse(ink.rule) } else { Sign::Range(ink.rule) };
    put(points.iter().any(|p| p.spread.is_some()), sign, &legend.spread);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_that_are_set_apart_stay_on_their_side_of_the_cuts() {
        let measure = || Measure { name: String::new(), span: None, cut: Some(5.0), print: Print::Number };
        let at = [(5.0, 5.0), (4.99, 5.0), (4.99, 4.99), (5.01, 4.99)];
        let points: Vec<PlanePoint> =
            (0..24).map(|i| PlanePoint::new(format!("P{i}"), "", at[i % 4])).collect();
        let spec = Plane {
            head: Head::default(),
            x: measure(),
            y: measure(),
            zones: Zones::default(),
            points,
            groups: Vec::new(),
            legend: PlaneLegend::default(),
            high_at_cut: true,
            key: false,
        };
        let plot = Area::new(0.0, 0.0, 400.0, 400.0);
        let (sx, sy) = (Scale::new((0.0, 10.0), (0.0, 400.0)), Scale::new((0.0, 10.0), (400.0, 0.0)));
        let points: Vec<&PlanePoint> = spec.points.iter().collect();
        let places = apart(&spec, &points, 4.0, (&sx, &sy), plot);
        for (i, (point, place)) in points.iter().zip(&places).enumerate() {
            assert_eq!(place.0 >= 200.0, point.at.0 >= 5.0, "{place:?}");
            assert_eq!(place.1 <= 200.0, point.at.1 >= 5.0, "{place:?}");
            for other in &places[..i] {
                assert!(libm::hypot(place.0 - other.0, place.1 - other.1) >= 4.0, "{place:?} on {other:?}");
            }
        }
    }

    #[test]
    fn the_ellipse_of_a_covariance_lies_along_its_larger_axis() {
        assert_eq!(axes_of(4.0, 0.0, 1.0), (2.0, 1.0, 0.0));
        assert_eq!(axes_of(1.0, 0.0, 4.0), (2.0, 1.0, 90.0));
        let (major, minor, degrees) = axes_of(2.0, 1.0, 2.0);
        assert!((major - 3.0_f64.sqrt()).abs() < 1e-12 && (minor - 1.0).abs() < 1e-12);
        assert!((degrees - 45.0).abs() < 1e-9);
    }
}
