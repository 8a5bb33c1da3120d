//! Maps without axes: only the distances between the points mean something.

use crate::axis::extent;
use crate::font::{self, Weight};
use crate::frame::{Entry, Frame, Head, Page, Setting, Sign};
use crate::label::{self, Point as LabelPoint};
use crate::mark::{self, Shape};
use crate::svg::{Area, Paint, Svg, Type};

/// A point of a map.
#[derive(Clone, Debug)]
pub struct MapPoint {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Place; both directions have one unit.
    pub at: (f64, f64),
    /// What the area of its mark says; marks of 1 have the common size.
    pub weight: f64,
    /// Its group.
    pub group: usize,
    /// Whether the finding is about it.
    pub strong: bool,
    /// What shows on hovering.
    pub note: String,
}

/// A map.
#[derive(Clone, Debug)]
pub struct Map {
    /// Titles and corner.
    pub head: Head,
    /// The points.
    pub points: Vec<MapPoint>,
    /// Names of the groups.
    pub groups: Vec<String>,
    /// What the strong points are.
    pub strong: String,
    /// Sentences below: how it is read.
    pub remark: String,
}

/// Names are written beside at most this many points.
const NAMED: usize = 14;
/// How far off its mark the ring of a strong point stands.
const RING: f64 = 3.0;

/// Draws a map.
#[must_use]
pub fn map(spec: &Map, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    page.whole = true;
    let (ink, size) = (page.ink, page.label());
    let points: Vec<&MapPoint> =
        spec.points.iter().filter(|p| p.at.0.is_finite() && p.at.1.is_finite()).collect();
    let side = frame.bare() && points.len() > NAMED && points.iter().any(|p| !p.name.is_empty());
    let pairs: Vec<_> = points.iter().map(|p| (p.code.clone(), p.name.clone())).collect();
    if side {
        page.keep_side(&pairs);
    }
    let wide = page.width();
    let margin = size * 2.4;
    // A flat cloud needs no tall plot.
    let (x_span, y_span) = (span(&points, |p| p.at.0), span(&points, |p| p.at.1));
    let flat = (y_span.1 - y_span.0) / (x_span.1 - x_span.0).max(1e-12) * (wide - 2.0 * margin);
    let tall = (flat + 2.0 * margin).clamp(
        wide * 0.36,
        wide * match frame {
            frame if frame.narrow() => 1.05,
            _ if side => 0.6,
            frame if frame.setting == Setting::Low => 0.46,
            frame if frame.low() => 0.4,
            _ => 0.62,
        },
    );
    let plot = Area::new(page.left, page.top, wide, tall);
    page.canvas.rect(plot, 3.0, Paint::fill(ink.surface).opacity(0.55));
    let base = if points.len() > 30 { size * 0.36 } else { size * 0.46 };
    let radii: Vec<f64> = points.iter().map(|p| base * p.weight.max(0.0).sqrt().clamp(0.6, 2.2)).collect();
    let mut places = fitted(&points, plot.grown(-margin));
    let reach: Vec<f64> =
        points.iter().zip(&radii).map(|(p, r)| r + if p.strong { RING } else { 0.0 }).collect();
    apart(&mut places, &reach, plot.grown(-size * 1.2));
    let list: Vec<LabelPoint> = points
        .iter()
        .zip(&places)
        .zip(&reach)
        .map(|((p, at), reach)| {
            let weight = if p.strong { Weight::Bold } else { Weight::Regular };
            let mut texts = Vec::new();
            if !frame.narrow() && points.len() <= NAMED && !p.name.is_empty() {
                let whole = format!("{} {}", p.code, p.name);
                texts.push(font::shorten(&whole, size, weight, plot.w * 0.34));
            }
            texts.push(p.code.clone());
            LabelPoint {
                at: *at,
                radius: reach + 1.0,
                texts,
                weight,
                priority: u8::from(p.strong),
                zone: None,
                reach: None,
            }
        })
        .collect();
    let labels = label::place(&list, plot.grown(-3.0), &[], &[], size);
    for placed in labels.iter().flatten() {
        if let Some(leader) = placed.leader {
            page.leader(leader);
        }
    }
    for (i, point) in points.iter().enumerate() {
        page.canvas.open(&point.note);
        let (at, r) = (places[i], radii[i]);
        if point.strong {
            page.canvas.circle(at, r + RING, Paint::line(ink.accent, 1.5));
        }
        let colour = ink.group(point.group);
        mark::draw(&mut page.canvas, Shape::group(point.group), at, r, colour, true, ink.paper);
        if let Some(placed) = &labels[i] {
            let set = Type::new(size, if point.strong { ink.accent } else { ink.ink }).halo(ink.surface);
            let set = if point.strong { set.bold() } else { set };
            page.canvas.text(placed.baseline(size), &placed.text, set);
        }
        page.canvas.close();
    }
    let mut entries: Vec<Entry> = Vec::new();
    for (group, name) in spec.groups.iter().enumerate() {
        if points.iter().any(|p| p.group == group) {
            let sign = Sign::Mark(Shape::group(group), ink.group(group), true);
            entries.push(Entry { sign, text: name.clone() });
        }
    }
    if !spec.strong.is_empty() && points.iter().any(|p| p.strong) {
        let sign = Sign::Mark(Shape::Circle, ink.accent, false);
        entries.push(Entry { sign, text: spec.strong.clone() });
    }
    let mut y = plot.bottom() + size * 0.5;
    if side {
        y = y.max(page.side_key(&pairs));
    }
    y = page.legend(&entries, y);
    if !spec.remark.is_empty() {
        let set = Type::new(page.small(), ink.muted);
        let lines = font::wrap(&spec.remark, set.size, Weight::Regular, page.width(), 4);
        y = page.lines((page.left, y + size * 0.2), &lines, set);
    }
    let coded: Vec<(String, String)> = points
        .iter()
        .zip(&labels)
        .filter(|(p, l)| {
            let whole = format!("{} {}", p.code, p.name);
            !p.name.is_empty() && l.as_ref().is_none_or(|l| l.text != whole)
        })
        .map(|(p, _)| (p.code.clone(), p.name.clone()))
        .collect();
    if !coded.is_empty() && frame.keyed() {
        y = page.key(&coded, y + size * 0.5);
    }
    page.finish(y)
}

fn span(points: &[&MapPoint], of: fn(&MapPoint) -> f64) -> (f64, f64) {
    extent(points.iter().map(|p| of(p))).unwrap_or((0.0, 0.0))
}

/// The places in a rectangle, as large as it allows, both directions alike.
fn fitted(points: &[&MapPoint], room: Area) -> Vec<(f64, f64)> {
    let ((left, right), (low, high)) = (span(points, |p| p.at.0), span(points, |p| p.at.1));
    let scale = |room: f64, span: f64| if span > 1e-12 { room / span } else { f64::INFINITY };
    let k = scale(room.w, right - left).min(scale(room.h, high - low));
    let k = if k.is_finite() { k } else { 0.0 };
    let (cx, cy) = room.centre();
    let middle = ((left + right) / 2.0, (low + high) / 2.0);
    points.iter().map(|p| (cx + (p.at.0 - middle.0) * k, cy - (p.at.1 - middle.1) * k)).collect()
}

/// Moves marks that touch until they stand side by side.
fn apart(places: &mut [(f64, f64)], radii: &[f64], room: Area) {
    for _ in 0..80 {
        let mut moved = false;
        for i in 0..places.len() {
            for j in i + 1..places.len() {
                let (dx, dy) = (places[j].0 - places[i].0, places[j].1 - places[i].1);
                let (far, need) = ((dx * dx + dy * dy).sqrt(), radii[i] + radii[j] + 2.0);
                if far >= need - 1e-9 {
                    continue;
                }
                moved = true;
                // Those on one spot part in directions that differ from pair to pair.
                let angle = (i * 7 + j * 13) as f64;
                let (ux, uy) =
                    if far > 1e-6 { (dx / far, dy / far) } else { (libm::cos(angle), libm::sin(angle)) };
                let by = (need - far) / 2.0;
                for (k, sign) in [(i, -1.0), (j, 1.0)] {
                    places[k].0 = (places[k].0 + sign * ux * by).clamp(room.x, room.right());
                    places[k].1 = (places[k].1 + sign * uy * by).clamp(room.y, room.bottom());
                }
            }
        }
        if !moved {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_on_one_spot_part() {
        let mut places = vec![(50.0, 50.0); 9];
        let radii = vec![4.0; 9];
        apart(&mut places, &radii, Area::new(0.0, 0.0, 100.0, 100.0));
        for (i, a) in places.iter().enumerate() {
            for b in &places[i + 1..] {
                let (dx, dy) = (a.0 - b.0, a.1 - b.1);
                assert!((dx * dx + dy * dy).sqrt() > 8.0);
            }
        }
    }
}
