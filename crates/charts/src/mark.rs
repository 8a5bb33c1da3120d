//! Marks: a shape a group, so that colour is never alone; stars, arrows, arcs and the glyphs of judgements.

use crate::svg::{Area, Canvas, Paint, Path};
use crate::theme::Rgb;

/// The shapes of marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// A circle.
    #[default]
    Circle,
    /// A square.
    Square,
    /// A triangle pointing up.
    Up,
    /// A diamond.
    Diamond,
    /// A triangle pointing down.
    Down,
    /// A cross.
    Cross,
    /// A hexagon.
    Hexagon,
    /// A star with five points.
    Star,
}

impl Shape {
    /// The shape of a group.
    #[must_use]
    pub fn group(index: usize) -> Self {
        const SHAPES: [Shape; 7] = [
            Shape::Circle,
            Shape::Square,
            Shape::Up,
            Shape::Diamond,
            Shape::Down,
            Shape::Cross,
            Shape::Hexagon,
        ];
        SHAPES[index % SHAPES.len()]
    }
}

fn polygon(centre: (f64, f64), corners: &[(f64, f64)], r: f64) -> Path {
    let points: Vec<_> = corners.iter().map(|(x, y)| (centre.0 + x * r, centre.1 + y * r)).collect();
    Path::through(&points).close()
}

/// The square whose upper right half is the folded corner of a cell.
pub fn corner(area: Area, framed: bool) -> Area {
    let fold = (area.w * if framed { 0.36 } else { 0.5 }).min(9.0);
    Area::new(area.right() - fold, area.y, fold, fold)
}

/// How a folded corner is painted on a ground.
pub fn folded(colour: Rgb, ground: Rgb) -> Paint {
    Paint::fill(colour).stroke(ground, 0.6)
}

/// A folded corner on a cell of a ground and, where asked, a frame around it: disputed.
pub fn fold(canvas: &mut Canvas, area: Area, colour: Rgb, ground: Rgb, framed: bool) {
    let mut path = Path::new();
    path.corner(corner(area, framed));
    canvas.path(&path, folded(colour, ground));
    if framed {
        canvas.rect(area, 0.0, Paint::line(colour, (area.w * 0.05).clamp(0.8, 1.6)));
    }
}

/// Draws a mark of about the area of a circle of radius `r`, filled or hollow.
pub fn draw(
    canvas: &mut Canvas,
    shape: Shape,
    at: (f64, f64),
    r: f64,
    colour: Rgb,
    filled: bool,
    paper: Rgb,
) {
    let paint = if filled {
        Paint::fill(colour).stroke(paper, 1.0)
    } else {
        Paint::fill(paper).stroke(colour, (r * 0.38).clamp(1.2, 2.4))
    };
    let r = if filled { r } else { r * 0.88 };
    match shape {
        Shape::Circle => canvas.circle(at, r, paint),
        Shape::Cross => {
            let k = r * 0.85;
            let width = if filled { r * 0.62 } else { r * 0.34 };
            let line = Paint::line(colour, width.max(1.4));
            canvas.line((at.0 - k, at.1 - k), (at.0 + k, at.1 + k), line);
            canvas.line((at.0 - k, at.1 + k), (at.0 + k, at.1 - k), line);
        }
        _ => canvas.path(&polygon(at, &corners(shape), r), paint),
    }
}

fn corners(shape: Shape) -> Vec<(f64, f64)> {
    match shape {
        Shape::Square => vec![(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)],
        Shape::Up => vec![(0.0, -1.2), (1.12, 0.8), (-1.12, 0.8)],
        Shape::Down => vec![(0.0, 1.2), (1.12, -0.8), (-1.12, -0.8)],
        Shape::Diamond => vec![(0.0, -1.25), (1.1, 0.0), (0.0, 1.25), (-1.1, 0.0)],
        Shape::Hexagon => turned(6, 1.08, 1.08),
        Shape::Star => turned(10, 1.35, 0.58),
        Shape::Circle | Shape::Cross => Vec::new(),
    }
}

fn turned(count: usize, outer: f64, inner: f64) -> Vec<(f64, f64)> {
    (0..count)
        .map(|i| {
            let angle = std::f64::consts::TAU * i as f64 / count as f64 - std::f64::consts::FRAC_PI_2;
            let r = if i % 2 == 0 { outer } else { inner };
            (r * libm::cos(angle), r * libm::sin(angle))
        })
        .collect()
}

/// An arrow from one point to another, its head no longer than 60 % of it; nothing where they are less than 1 px apart.
pub fn arrow(canvas: &mut Canvas, from: (f64, f64), to: (f64, f64), colour: Rgb, width: f64) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = (dx * dx + dy * dy).sqrt();
    if length < 1.0 {
        return;
    }
    let (ux, uy) = (dx / length, dy / length);
    let long = (3.5 + 2.6 * width).min(length * 0.6);
    canvas.line(from, (to.0 - ux * long * 0.9, to.1 - uy * long * 0.9), Paint::line(colour, width));
    head(canvas, to, (ux, uy), long, colour);
}

/// The head of an arrow: its tip, where it points to (a vector of length 1), how long it is.
pub fn head(canvas: &mut Canvas, tip: (f64, f64), (ux, uy): (f64, f64), long: f64, colour: Rgb) {
    let half = long * 0.42;
    let base = (tip.0 - ux * long, tip.1 - uy * long);
    let corners = [tip, (base.0 - uy * half, base.1 + ux * half), (base.0 + uy * half, base.1 - ux * half)];
    canvas.path(&Path::through(&corners).close(), Paint::fill(colour));
}

/// A tick mark (a thing that holds).
pub fn check(canvas: &mut Canvas, at: (f64, f64), r: f64, colour: Rgb) {
    let points = [
        (at.0 - r * 0.75, at.1 + r * 0.05),
        (at.0 - r * 0.2, at.1 + r * 0.6),
        (at.0 + r * 0.8, at.1 - r * 0.6),
    ];
    canvas.path(&Path::through(&points), Paint::line(colour, r * 0.36).round());
}

/// A slanted cross (a thing that fails).
pub fn cross(canvas: &mut Canvas, at: (f64, f64), r: f64, colour: Rgb) {
    let k = r * 0.6;
    let paint = Paint::line(colour, r * 0.36).round();
    canvas.line((at.0 - k, at.1 - k), (at.0 + k, at.1 + k), paint);
    canvas.line((at.0 - k, at.1 + k), (at.0 + k, at.1 - k), paint);
}

/// A wave (a thing that must change).
pub fn wave(canvas: &mut Canvas, at: (f64, f64), r: f64, colour: Rgb) {
    let path = Path::new()
        .to(at.0 - r * 0.8, at.1 + r * 0.15)
        .curve(at.0 - r * 0.45, at.1 - r * 0.75, at.0 - r * 0.1, at.1 - r * 0.3, at.0, at.1)
        .curve(
            at.0 + r * 0.1,
            at.1 + r * 0.3,
            at.0 + r * 0.45,
            at.1 + r * 0.75,
            at.0 + r * 0.8,
            at.1 - r * 0.15,
        );
    canvas.path(&path, Paint::line(colour, r * 0.36).round());
}
