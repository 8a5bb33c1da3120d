//! The scenarios: the plane of two axes with its four named quadrants, and the cone of plausibility.

use crate::axis::Scale;
use crate::font::{self, Weight};
use crate::frame::{Entry, Frame, Head, Page, Sign};
use crate::label::{self, Point};
use crate::mark::{self, Shape};
use crate::svg::{Area, Paint, Path, Svg, Type};

/// An axis with its poles.
#[derive(Clone, Debug, Default)]
pub struct Poles {
    /// Name.
    pub name: String,
    /// The − pole.
    pub low: String,
    /// The + pole.
    pub high: String,
}

/// A quadrant's scenario.
#[derive(Clone, Debug, Default)]
pub struct Corner {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// What the panel says of it: one figure a line, as printed.
    pub lines: Vec<String>,
    /// Whether it is the bet.
    pub bet: bool,
}

/// A position on the plane, such as the present.
#[derive(Clone, Debug)]
pub struct Position {
    /// Name.
    pub name: String,
    /// Place, -1 to 1.
    pub at: (f64, f64),
    /// Its mark.
    pub shape: Shape,
}

/// The plane of scenarios.
#[derive(Clone, Debug, Default)]
pub struct ScenarioPlane {
    /// Titles and corner.
    pub head: Head,
    /// The horizontal axis.
    pub x: Poles,
    /// The vertical axis.
    pub y: Poles,
    /// The scenarios of −+, ++, −−, +−: as they stand on the plane, by rows.
    pub corners: [Corner; 4],
    /// The present, the tendencial: the path goes through them in this order.
    pub positions: Vec<Position>,
    /// Word for the bet.
    pub bet: String,
}

/// Draws the plane of scenarios.
#[must_use]
pub fn scenario_plane(spec: &ScenarioPlane, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let ink = page.ink;
    let size = page.label();
    let narrow = frame.narrow();
    let tall = match frame {
        _ if narrow => page.width() * 1.25,
        frame if frame.slide => page.width() * 0.36,
        _ => (page.width() * 0.6).max(size * 26.0),
    };
    // Poles of the vertical axis above and below, those of the horizontal one at its ends, inside.
    let mut y = page.top;
    let pole = |page: &Page<'_>, sign: &str, text: &str, room: f64, lines: usize| {
        font::wrap(&format!("{sign} {text}"), page.label(), Weight::Regular, room, lines)
    };
    let middle = page.left + page.width() / 2.0;
    let room = page.width() * if narrow { 1.0 } else { 0.72 };
    let name = font::wrap(&spec.y.name, size, Weight::Bold, room, 2);
    y = page.lines((middle, y), &name, page.plain().bold().middle());
    let up = pole(&page, "+", &spec.y.high, room, 3);
    y = page.lines((middle, y), &up, page.quiet().middle()) + size * 0.4;
    let plot = Area::new(page.left, y, page.width(), tall);
    let inset = 12.0;
    let sx = Scale::new((-1.0, 1.0), (plot.x + inset, plot.right() - inset));
    let sy = Scale::new((-1.0, 1.0), (plot.bottom() - inset, plot.y + inset));
    let (cx, cy) = plot.centre();
    let mut taken = Vec::new();
    for (index, corner) in spec.corners.iter().enumerate() {
        let (east, south) = (index % 2 == 1, index > 1);
        let area = Area::new(
            if east { cx + 4.0 } else { plot.x },
            if south { cy + 4.0 } else { plot.y },
            plot.w / 2.0 - 4.0,
            plot.h / 2.0 - 4.0,
        );
        quadrant(&mut page, corner, &spec.bet, area, (east, south), &mut taken);
    }
    mark::arrow(&mut page.canvas, (plot.x, cy), (plot.right(), cy), ink.rule, 1.3);
    mark::arrow(&mut page.canvas, (cx, plot.bottom()), (cx, plot.y), ink.rule, 1.3);
    positions(&mut page, spec, plot, &taken, &sx, &sy);
    y = plot.bottom() + size * 0.3;
    let down = pole(&page, "−", &spec.y.low, room, 3);
    y = page.lines((middle, y), &down, page.quiet().middle()) + size * 0.7;
    let name = font::wrap(&spec.x.name, size, Weight::Bold, page.width(), 2);
    y = page.lines((middle, y), &name, page.plain().bold().middle());
    let half = page.width() / 2.0 - size;
    let low = font::wrap(&format!("− {}", spec.x.low), size, Weight::Regular, half, 5);
    let high = font::wrap(&format!("{} +", spec.x.high), size, Weight::Regular, half, 5);
    let a = page.lines((page.left, y), &low, page.quiet());
    let b = page.lines((page.right, y), &high, page.quiet().end());
    page.finish(a.max(b))
}

fn quadrant(
    page: &mut Page<'_>,
    corner: &Corner,
    bet: &str,
    area: Area,
    (east, south): (bool, bool),
    taken: &mut Vec<Area>,
) {
    let ink = page.ink;
    let size = page.body();
    let small = page.label();
    let fill = if corner.bet { ink.accent_pale } else { ink.surface };
    page.canvas.rect(area, 3.0, Paint::fill(fill));
    if corner.bet {
        page.canvas.rect(area.grown(-0.8), 3.0, Paint::line(ink.accent, 1.6));
    }
    let pad = size * 0.85;
    let room = area.w - 2.0 * pad;
    let x = if east { area.right() - pad } else { area.x + pad };
    let anchor = |set: Type| if east { set.end() } else { set };
    let colour = if corner.bet { ink.accent } else { ink.ink };
    let title = if page.frame.narrow() && font::width(&corner.name, size, Weight::Bold) > room * 1.9 {
        corner.code.clone()
    } else {
        corner.name.clone()
    };
    let lines = font::wrap(&title, size, Weight::Bold, room, 3);
    let notes: Vec<String> =
        corner.lines.iter().flat_map(|line| font::wrap(line, small, Weight::Regular, room, 2)).collect();
    let marked = corner.bet && !bet.is_empty();
    let tall = size * 1.3 * lines.len() as f64
        + small * (1.35 * notes.len() as f64 + if marked { 1.5 } else { 0.0 });
    // The words stand in the outer corner and leave the middle of the plane to the positions.
    let top = if south { area.bottom() - pad * 0.8 - tall } else { area.y + pad * 0.8 };
    let mut y = page.lines((x, top), &lines, anchor(Type::new(size, colour).bold()));
    let mut widest = font::widest(lines.iter().map(String::as_str), size, Weight::Bold);
    if marked {
        let star = size * 0.42;
        let wide = font::width(bet, small, Weight::Bold);
        let start = if east { x - wide } else { x + star * 2.8 };
        let at = (if east { start - star * 1.6 } else { x + star * 1.2 }, y + small * 0.62);
        mark::draw(&mut page.canvas, Shape::Star, at, star, ink.accent, true, fill);
        page.canvas.text((start, y + small), bet, Type::new(small, ink.accent).bold());
        y += small * 1.5;
        widest = widest.max(wide + star * 3.2);
    }
    for note in &notes {
        page.canvas.text((x, y + small), note, anchor(Type::new(small, ink.muted)));
        widest = widest.max(font::width(note, small, Weight::Regular));
        y += small * 1.35;
    }
    taken.push(Area::new(if east { x - widest } else { x }, top, widest, y - top + 2.0));
}

fn positions(page: &mut Page<'_>, spec: &ScenarioPlane, plot: Area, taken: &[Area], sx: &Scale, sy: &Scale) {
    let ink = page.ink;
    let size = page.label();
    let r = size * 0.48;
    let places: Vec<(f64, f64)> = spec.positions.iter().map(|p| (sx.held(p.at.0), sy.held(p.at.1))).collect();
    for pair in places.windows(2) {
        let (dx, dy) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
        let length = (dx * dx + dy * dy).sqrt();
        if length > r * 3.0 {
            let (ux, uy) = (dx / length, dy / length);
            let from = (pair[0].0 + ux * r * 1.3, pair[0].1 + uy * r * 1.3);
            let to = (pair[1].0 - ux * r * 1.5, pair[1].1 - uy * r * 1.5);
            mark::arrow(&mut page.canvas, from, to, ink.muted, 1.4);
        }
    }
    let points: Vec<Point> = spec
        .positions
        .iter()
        .zip(&places)
        .map(|(p, at)| Point {
            at: *at,
            radius: r,
            texts: vec![font::shorten(&p.name, size, Weight::Bold, plot.w * 0.45)],
            weight: Weight::Bold,
            priority: 0,
        })
        .collect();
    for ((position, at), placed) in
        spec.positions.iter().zip(&places).zip(label::place(&points, plot.grown(-3.0), taken, size))
    {
        mark::draw(&mut page.canvas, position.shape, *at, r, ink.ink, true, ink.paper);
        let Some(placed) = placed else { continue };
        if let Some((a, b)) = placed.leader {
            page.canvas.line(a, b, Paint::line(ink.rule, 0.8));
        }
        let set = Type::new(size, ink.ink).bold().halo(ink.paper);
        page.canvas.text(placed.baseline(size), &placed.text, set);
    }
}

/// A scenario at the mouth of the cone.
#[derive(Clone, Debug)]
pub struct ConeScenario {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Height at the horizon, -1 to 1.
    pub height: f64,
    /// Its mark: the bet a star, the tendencial a square, others circles.
    pub shape: Shape,
    /// Whether it is the bet.
    pub bet: bool,
    /// Whether it is plausible; hollow where not.
    pub plausible: bool,
}

/// The cone of plausibility.
#[derive(Clone, Debug, Default)]
pub struct Cone {
    /// Titles and corner.
    pub head: Head,
    /// Years: base, ends of periods, horizon.
    pub years: Vec<i64>,
    /// Half-heights of the probable envelope at each year, 0 to 1; empty where it is not drawn.
    pub probable: Vec<f64>,
    /// Half-heights of the plausible envelope.
    pub plausible: Vec<f64>,
    /// Half-heights of the possible envelope.
    pub possible: Vec<f64>,
    /// Height of the tendencial at the horizon: the probable envelope lies about it.
    pub trend: f64,
    /// The scenarios.
    pub scenarios: Vec<ConeScenario>,
    /// Wild cards, outside.
    pub wild: Vec<String>,
    /// Names of the envelopes: probable, plausible, possible; of the present; of the wild cards.
    pub names: [String; 5],
    /// Meanings of the marks: bet, tendencial, not plausible.
    pub signs: [String; 3],
}

/// Draws the cone of plausibility.
#[must_use]
pub fn cone(spec: &Cone, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let ink = page.ink;
    let size = page.label();
    let narrow = frame.narrow();
    let text = |s: &ConeScenario| if narrow { s.code.clone() } else { s.name.clone() };
    let widest = spec.scenarios.iter().map(|s| font::width(&text(s), size, Weight::Bold)).fold(0.0, f64::max);
    let right = widest.min(page.width() * 0.34) + size * 2.2;
    let left = size * 0.8;
    let tall = if narrow { page.width() * 0.95 } else { page.width() * 0.44 };
    let wild_room = if spec.wild.is_empty() { size * 0.6 } else { size * 1.4 };
    let plot = Area::new(page.left + left, page.top + wild_room, page.width() - left - right, tall);
    let first = spec.years.first().copied().unwrap_or(0) as f64;
    let last = spec.years.last().copied().unwrap_or(1) as f64;
    let sx = Scale::new((first, last), (plot.x, plot.right()));
    let reach = spec.possible.iter().copied().fold(1.0, f64::max) * 1.04;
    let sy = Scale::new((-reach, reach), (plot.bottom(), plot.y));
    let envelope = |half: &[f64], tilt: f64| {
        let share = |year: i64| (year as f64 - first) / (last - first).max(1.0);
        let up = spec.years.iter().zip(half).map(|(y, h)| (sx.at(*y as f64), sy.held(h + tilt * share(*y))));
        let down =
            spec.years.iter().zip(half).rev().map(|(y, h)| (sx.at(*y as f64), sy.held(tilt * share(*y) - h)));
        up.chain(down).collect::<Vec<_>>()
    };
    let tones =
        [ink.accent.mix(ink.paper, 0.9), ink.accent.mix(ink.paper, 0.78), ink.accent.mix(ink.paper, 0.6)];
    let probable_reach = spec.probable.last().copied().unwrap_or(0.0);
    let tilt = spec.trend.clamp(-1.0, 1.0)
        * (spec.plausible.last().copied().unwrap_or(1.0) - probable_reach).max(0.0);
    for (half, tone, tilt) in
        [(&spec.possible, tones[0], 0.0), (&spec.plausible, tones[1], 0.0), (&spec.probable, tones[2], tilt)]
    {
        if half.len() == spec.years.len() && half.len() > 1 {
            page.canvas.path(&Path::through(&envelope(half, tilt)).close(), Paint::fill(tone));
        }
    }
    for (index, year) in spec.years.iter().enumerate() {
        let x = sx.at(*year as f64);
        page.canvas.line((x, plot.y), (x, plot.bottom()), Paint::line(ink.rule, 0.8).dash(2.0, 3.0));
        let set = page.quiet();
        let set = if index == 0 { set } else { set.middle() };
        let at = if index == 0 { page.left } else { x };
        page.canvas.text((at, plot.bottom() + size * 1.3), &year.to_string(), set);
    }
    let origin = (sx.at(first), sy.at(0.0));
    page.canvas.circle(origin, size * 0.5, Paint::fill(ink.ink).stroke(ink.paper, 1.0));
    let ends = spread(spec, &sy, size * 1.55, plot);
    for (scenario, label_y) in spec.scenarios.iter().zip(ends) {
        let at = (plot.right(), sy.held(scenario.height));
        let colour = if scenario.bet { ink.accent } else { ink.ink.mix(ink.paper, 0.2) };
        let (dx, dy) = (at.0 - origin.0, at.1 - origin.1);
        let path = Path::new().to(origin.0, origin.1).curve(
            origin.0 + dx * 0.45,
            origin.1,
            origin.0 + dx * 0.62,
            at.1 - dy * 0.12,
            at.0,
            at.1,
        );
        let paint = Paint::line(colour, if scenario.bet { 2.4 } else { 1.1 });
        page.canvas.path(&path, if scenario.bet { paint } else { paint.dash(5.0, 3.0) });
        let x = at.0 + size * 1.5;
        if (label_y - at.1).abs() > 2.0 {
            page.canvas.line((at.0 + size * 0.6, at.1), (x - 3.0, label_y), Paint::line(ink.rule, 0.8));
        }
        mark::draw(&mut page.canvas, scenario.shape, at, size * 0.48, colour, scenario.plausible, ink.paper);
        let weight = if scenario.bet { Weight::Bold } else { Weight::Regular };
        let tone = if scenario.bet { ink.accent } else { ink.ink };
        let words = font::shorten(&text(scenario), size, weight, page.right - x);
        page.canvas.text((x, label_y + size * 0.35), &words, Type { weight, ..Type::new(size, tone) });
    }
    names_inside(&mut page, spec, plot, &sx, &sy, tones);
    let mut y = plot.bottom() + page.tick_height();
    y = wild(&mut page, spec, y + size * 0.3);
    y = page.legend(&entries(&page, spec), y + size * 0.2);
    if narrow {
        let pairs: Vec<_> = spec.scenarios.iter().map(|s| (s.code.clone(), s.name.clone())).collect();
        y = page.key(&pairs, y + size * 0.3);
    }
    page.finish(y)
}

/// Names of the envelopes near the mouth of the cone, and of the present.
fn names_inside(
    page: &mut Page<'_>,
    spec: &Cone,
    plot: Area,
    sx: &Scale,
    sy: &Scale,
    tones: [crate::theme::Rgb; 3],
) {
    let size = page.small();
    let ink = page.ink;
    let last = spec.years.last().copied().unwrap_or(1) as f64;
    let first = spec.years.first().copied().unwrap_or(0) as f64;
    let year = first + (last - first) * 0.93;
    let at = |half: &[f64]| half.last().copied().unwrap_or(0.0) * 0.93;
    let (possible, plausible) = (at(&spec.possible), at(&spec.plausible));
    let bands = [
        (possible, plausible, &spec.names[2], tones[0]),
        (plausible, at(&spec.probable), &spec.names[1], tones[1]),
    ];
    for (outer, inner, name, tone) in bands {
        let band = (sy.at(inner) - sy.at(outer)).abs();
        if outer <= 0.0 || band < size * 1.1 {
            continue;
        }
        // The upper edge slopes: the name stands just below it, and ends before the mouth.
        let text = font::shorten(name, size, Weight::Regular, plot.w * 0.35);
        // On the side away from the bet, whose line is the heaviest.
        let side = if spec.scenarios.iter().any(|s| s.bet && s.height > 0.0) { -1.0 } else { 1.0 };
        let middle = side * (outer + inner.max(outer - 0.3)) / 2.0;
        let y = sy.at(middle) + size * 0.35;
        page.canvas.text((sx.at(year) - size * 0.2, y), &text, Type::new(size, ink.ink).end().halo(tone));
    }
    let present = font::shorten(&spec.names[3], size, Weight::Bold, plot.w * 0.3);
    page.canvas.text(
        (page.left, sy.at(0.0) - size * 1.2),
        &present,
        Type::new(size, ink.ink).bold().halo(ink.paper),
    );
}

/// Heights of the names at the mouth, moved apart to keep `least` px between them.
fn spread(spec: &Cone, sy: &Scale, least: f64, plot: Area) -> Vec<f64> {
    let mut order: Vec<usize> = (0..spec.scenarios.len()).collect();
    let height = |i: usize| sy.held(spec.scenarios[i].height);
    order.sort_by(|a, b| height(*a).total_cmp(&height(*b)).then(a.cmp(b)));
    let mut out = vec![0.0; order.len()];
    let mut free = plot.y - least * 0.4;
    for index in &order {
        out[*index] = height(*index).max(free);
        free = out[*index] + least;
    }
    // What ran over the bottom is pushed back up.
    let mut limit = plot.bottom() + least * 0.4;
    for index in order.iter().rev() {
        out[*index] = out[*index].min(limit);
        limit = out[*index] - least;
    }
    out
}

fn wild(page: &mut Page<'_>, spec: &Cone, top: f64) -> f64 {
    if spec.wild.is_empty() {
        return top;
    }
    let ink = page.ink;
    let size = page.small();
    let text = format!("{}: {}", spec.names[4], spec.wild.join(" · "));
    let indent = size * 1.7;
    let lines = font::wrap(&text, size, Weight::Regular, page.width() - indent, 4);
    let at = (page.left + size * 0.7, top + size * 0.62);
    mark::draw(&mut page.canvas, Shape::Cross, at, size * 0.42, ink.warning, true, ink.paper);
    page.lines((page.left + indent, top), &lines, Type::new(size, ink.warning_ink)) + size * 0.2
}

fn entries(page: &Page<'_>, spec: &Cone) -> Vec<Entry> {
    let ink = page.ink;
    let grey = ink.ink.mix(ink.paper, 0.2);
    let mut out = Vec::new();
    let mut put = |shown: bool, sign: Sign, text: &str| {
        if shown && !text.is_empty() {
            out.push(Entry { sign, text: text.to_owned() });
        }
    };
    let has = |f: fn(&ConeScenario) -> bool| spec.scenarios.iter().any(f);
    put(has(|s| s.bet), Sign::Mark(Shape::Star, ink.accent, true), &spec.signs[0]);
    put(has(|s| s.shape == Shape::Square), Sign::Mark(Shape::Square, grey, true), &spec.signs[1]);
    put(has(|s| !s.plausible), Sign::Mark(Shape::Circle, grey, false), &spec.signs[2]);
    if !spec.probable.is_empty() {
        put(true, Sign::Band(ink.accent.mix(ink.paper, 0.6)), &spec.names[0]);
    }
    out
}
