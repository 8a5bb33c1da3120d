//! The scenarios: the plane of two axes with its four named quadrants.

use crate::axis::Scale;
use crate::font::{self, Weight};
use crate::frame::{Frame, Head, Page, Setting};
use crate::label::{self, Point};
use crate::mark::{self, Shape};
use crate::svg::{Area, Paint, Svg, Type};

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
    /// Other places, on no path.
    pub marks: Vec<Position>,
    /// Word for the bet.
    pub bet: String,
}

/// Draws the plane of scenarios.
#[must_use]
pub fn scenario_plane(spec: &ScenarioPlane, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    page.whole = true;
    let ink = page.ink;
    let size = page.label();
    let narrow = frame.narrow();
    let tall = match frame {
        _ if narrow => page.width() * 1.25,
        frame if frame.setting == Setting::Low => (page.width() * 0.42).max(size * 20.0),
        frame if frame.low() => page.width() * 0.3,
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
    let all: Vec<&Position> = spec.positions.iter().chain(&spec.marks).collect();
    let places: Vec<(f64, f64)> = all.iter().map(|p| (sx.held(p.at.0), sy.held(p.at.1))).collect();
    let points: Vec<Point> = all
        .iter()
        .zip(&places)
        .map(|(p, at)| Point {
            at: *at,
            radius: r,
            texts: vec![font::shorten(&p.name, size, Weight::Bold, plot.w * 0.45)],
            weight: Weight::Bold,
            priority: 0,
            zone: None,
            reach: None,
        })
        .collect();
    for ((position, at), placed) in
        all.iter().zip(&places).zip(label::place(&points, plot.grown(-3.0), taken, &[], size))
    {
        mark::draw(&mut page.canvas, position.shape, *at, r, ink.ink, true, ink.paper);
        let Some(placed) = placed else { continue };
        if let Some(leader) = placed.leader {
            page.leader(leader);
        }
        let set = Type::new(size, ink.ink).bold().halo(ink.paper);
        page.canvas.text(placed.baseline(size), &placed.text, set);
    }
}
