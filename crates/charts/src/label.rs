//! Labels of points: placed by a greedy search that is the same on every machine, that never lets two labels overlap,
//! and that leads a line to the point where a label must stand off.

use crate::font::{self, Weight};
use crate::svg::Area;

/// A point to label.
#[derive(Clone, Debug)]
pub struct Point {
    /// Where it is, in px.
    pub at: (f64, f64),
    /// Radius of its mark in px.
    pub radius: f64,
    /// What may be written, the best first, the shortest last.
    pub texts: Vec<String>,
    /// Weight of the text.
    pub weight: Weight,
    /// Labelled before points of a lower priority.
    pub priority: u8,
    /// The zone that it belongs to: a label in another one reads as if its point were there.
    pub zone: Option<Area>,
    /// The farthest that its label may stand off, in px; it may stay without one.
    pub reach: Option<f64>,
}

/// A line from end to end.
pub type Stroke = ((f64, f64), (f64, f64));

/// A label that found its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// What is written.
    pub text: String,
    /// Which of the texts it is.
    pub variant: usize,
    /// The rectangle of the text.
    pub area: Area,
    /// The line to the point, where the label stands off it.
    pub leader: Option<((f64, f64), (f64, f64))>,
}

impl Placed {
    /// Left end of the baseline at a text size.
    #[must_use]
    pub fn baseline(&self, size: f64) -> (f64, f64) {
        (self.area.x, self.area.y + size * ASCENT)
    }
}

/// Part of the size above the baseline and below it.
const ASCENT: f64 = 0.86;
const DESCENT: f64 = 0.24;
/// Least space between two labels.
const APART: f64 = 1.5;
/// Rings of candidates around a point: distance of the label from the mark, in px.
const RINGS: [f64; 9] = [3.0, 9.0, 16.0, 25.0, 36.0, 50.0, 68.0, 90.0, 120.0];
/// A label farther off than this is tried in a shorter form first.
const NEAR: f64 = 45.0;

/// Places the labels of `points` inside `room` at a text size; `taken` are rectangles that they keep off, `strokes` lines
/// that they rather do not cross. The result is in the order of the points; `None` where nothing fits any more (beyond some
/// 60 points, or where a text is wider than the room).
#[must_use]
pub fn place(
    points: &[Point],
    room: Area,
    taken: &[Area],
    strokes: &[Stroke],
    size: f64,
) -> Vec<Option<Placed>> {
    let longest = points.iter().map(|p| p.texts.len()).max().unwrap_or(0);
    let mut best: Vec<Option<Placed>> = vec![None; points.len()];
    for skip in 0..longest.max(1) {
        let found = pass(points, room, taken, strokes, size, skip);
        let count = |list: &[Option<Placed>]| list.iter().flatten().count();
        if count(&found) > count(&best) || skip == 0 {
            best = found;
        }
        if count(&best) == points.iter().filter(|p| !p.texts.is_empty()).count() {
            break;
        }
    }
    best
}

/// One greedy pass that leaves out the `skip` longest texts of each point (but never the shortest).
fn pass(
    points: &[Point],
    room: Area,
    taken: &[Area],
    strokes: &[Stroke],
    size: f64,
    skip: usize,
) -> Vec<Option<Placed>> {
    let crowd = |i: usize| {
        points
            .iter()
            .filter(|q| {
                (q.at.0 - points[i].at.0).abs() < size * 6.0 && (q.at.1 - points[i].at.1).abs() < size * 2.5
            })
            .count()
    };
    let mut order: Vec<(u8, usize, usize)> =
        (0..points.len()).map(|i| (points[i].priority, crowd(i), i)).collect();
    order.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.cmp(&a.1)).then(a.2.cmp(&b.2)));
    let mut desk = Desk { points, room, taken, strokes, size, labels: Vec::new(), leaders: Vec::new() };
    let mut out: Vec<Option<Placed>> = vec![None; points.len()];
    for (_, _, index) in order {
        let texts = &points[index].texts;
        let Some(last) = texts.len().checked_sub(1) else { continue };
        let mut best: Option<(f64, Placed)> = None;
        for (variant, text) in texts.iter().enumerate().skip(skip.min(last)) {
            let found = desk.search(index, text, variant);
            if let Some((cost, placed)) = found
                && best.as_ref().is_none_or(|(least, _)| cost + 8.0 * (variant as f64) < *least)
            {
                best = Some((cost + 8.0 * variant as f64, placed));
            }
            if best.as_ref().is_some_and(|(cost, _)| *cost < NEAR) {
                break;
            }
        }
        let far = || match points[index].reach {
            Some(_) => None,
            None => desk.anywhere(index, &texts[last], last),
        };
        let placed = best.map(|(_, placed)| placed).or_else(far);
        if let Some(placed) = &placed {
            desk.labels.push(placed.area);
            desk.leaders.extend(placed.leader);
        }
        out[index] = placed;
    }
    out
}

struct Desk<'a> {
    points: &'a [Point],
    room: Area,
    taken: &'a [Area],
    strokes: &'a [Stroke],
    size: f64,
    labels: Vec<Area>,
    leaders: Vec<((f64, f64), (f64, f64))>,
}

impl Desk<'_> {
    /// The best of the places around a point, with its cost.
    fn search(&self, index: usize, text: &str, variant: usize) -> Option<(f64, Placed)> {
        let point = &self.points[index];
        let (w, h) = self.extent(point, text);
        let mut best: Option<(f64, Placed)> = None;
        let near = RINGS.iter().take_while(|gap| point.reach.is_none_or(|reach| **gap <= reach));
        for (ring, gap) in near.enumerate() {
            let turns: usize = if ring < 2 { 8 } else { 16 };
            for turn in 0..turns {
                let angle = std::f64::consts::TAU * turn as f64 / turns as f64;
                let (ux, uy) = (libm::cos(angle), -libm::sin(angle));
                let reach = point.radius + gap;
                let (cx, cy) = (point.at.0 + ux * reach, point.at.1 + uy * reach);
                // The label touches the ring with the side or corner that faces the point.
                let x = cx - w / 2.0 + side(ux) * w / 2.0;
                let y = cy - h / 2.0 + side(uy) * h / 2.0;
                let area = Area::new(x, y, w, h);
                if !self.free(index, &area) {
                    continue;
                }
                let placed = self.placed(index, text, variant, area);
                // Right of the point reads best, then left, then above, then below.
                let taste = if ux > 0.9 {
                    0.0
                } else if ux < -0.9 {
                    1.2
                } else if uy < 0.0 {
                    1.8
                } else {
                    2.4
                };
                let cost = gap + taste + self.trouble(index, &placed);
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    best = Some((cost, placed));
                }
            }
            if best.as_ref().is_some_and(|(cost, _)| *cost < RINGS.get(ring + 1).copied().unwrap_or(0.0)) {
                break;
            }
        }
        best
    }

    /// The nearest free place in the whole room, over marks if it must be.
    fn anywhere(&self, index: usize, text: &str, variant: usize) -> Option<Placed> {
        let point = &self.points[index];
        let (w, h) = self.extent(point, text);
        for over_marks in [false, true] {
            let mut best: Option<(f64, Area)> = None;
            let (step_x, step_y) = ((w / 3.0).max(4.0), (h / 2.0).max(3.0));
            let columns = ((self.room.w - w) / step_x).max(-1.0).floor() as i64;
            let rows = ((self.room.h - h) / step_y).max(-1.0).floor() as i64;
            for row in 0..=rows {
                for column in 0..=columns {
                    let area = Area::new(
                        self.room.x + step_x * column as f64,
                        self.room.y + step_y * row as f64,
                        w,
                        h,
                    );
                    let clear = if over_marks { self.off_labels(&area) } else { self.free(index, &area) };
                    if !clear {
                        continue;
                    }
                    let (cx, cy) = area.centre();
                    let (dx, dy) = (cx - point.at.0, cy - point.at.1);
                    let distance = dx * dx + dy * dy;
                    if best.is_none_or(|(least, _)| distance < least) {
                        best = Some((distance, area));
                    }
                }
            }
            if let Some((_, area)) = best {
                return Some(self.placed(index, text, variant, area));
            }
        }
        None
    }

    fn extent(&self, point: &Point, text: &str) -> (f64, f64) {
        (font::width(text, self.size, point.weight), self.size * (ASCENT + DESCENT))
    }

    fn off_labels(&self, area: &Area) -> bool {
        let grown = area.grown(APART);
        self.room.holds(area) && !self.labels.iter().any(|l| l.overlaps(&grown))
    }

    fn free(&self, index: usize, area: &Area) -> bool {
        self.off_labels(area)
            && !self.taken.iter().any(|t| t.overlaps(area))
            && !self.points.iter().enumerate().any(|(i, p)| {
                let r = if i == index { p.radius } else { p.radius + 1.0 };
                area.overlaps(&Area::new(p.at.0 - r, p.at.1 - r, 2.0 * r, 2.0 * r))
            })
    }

    /// What is unpleasant about a place: leaders across labels, marks and other leaders; labels across leaders.
    fn trouble(&self, index: usize, placed: &Placed) -> f64 {
        let mut cost = 0.0;
        if self.points[index].zone.is_some_and(|zone| !zone.grown(1.0).holds(&placed.area)) {
            cost += 14.0;
        }
        // A name nearer to another point than to its own is read as that one's.
        let off = |p: &Point| gap_to(&placed.area, p.at) - p.radius;
        let own = off(&self.points[index]);
        let others = self.points.iter().enumerate().filter(|(i, _)| *i != index);
        cost += 16.0 * others.filter(|(_, p)| off(p) < own + 2.0).count().min(2) as f64;
        for (a, b) in self.strokes {
            if crosses_area(*a, *b, &placed.area) {
                cost += 5.0;
            }
        }
        for (a, b) in &self.leaders {
            if crosses_area(*a, *b, &placed.area) {
                cost += 30.0;
            }
        }
        if let Some((a, b)) = placed.leader {
            cost += 6.0;
            cost += 40.0 * self.labels.iter().filter(|l| crosses_area(a, b, l)).count() as f64;
            cost += 25.0 * self.leaders.iter().filter(|(c, d)| cross(a, b, *c, *d)).count() as f64;
            for (i, p) in self.points.iter().enumerate() {
                let r = p.radius;
                if i != index && crosses_area(a, b, &Area::new(p.at.0 - r, p.at.1 - r, 2.0 * r, 2.0 * r)) {
                    cost += 20.0;
                }
            }
        }
        cost
    }

    fn placed(&self, index: usize, text: &str, variant: usize, area: Area) -> Placed {
        let point = &self.points[index];
        let near = (
            point.at.0.clamp(area.x, area.right()),
            // The line meets the middle of the letters, not the corner of the box.
            if point.at.1 < area.y {
                area.y
            } else if point.at.1 > area.bottom() {
                area.bottom()
            } else {
                point.at.1.clamp(area.y + area.h * 0.35, area.bottom() - area.h * 0.35)
            },
        );
        let (dx, dy) = (near.0 - point.at.0, near.1 - point.at.1);
        let distance = (dx * dx + dy * dy).sqrt();
        let leader = (distance > point.radius + 8.0).then(|| {
            let share = (point.radius + 0.5) / distance;
            ((point.at.0 + dx * share, point.at.1 + dy * share), near)
        });
        Placed { text: text.to_owned(), variant, area, leader }
    }
}

/// How far a point is from a rectangle.
fn gap_to(area: &Area, at: (f64, f64)) -> f64 {
    let dx = (area.x - at.0).max(at.0 - area.right()).max(0.0);
    let dy = (area.y - at.1).max(at.1 - area.bottom()).max(0.0);
    libm::hypot(dx, dy)
}

fn side(u: f64) -> f64 {
    if u > 0.35 {
        1.0
    } else if u < -0.35 {
        -1.0
    } else {
        0.0
    }
}

fn turn(a: (f64, f64), b: (f64, f64), c: (f64, f64)) -> f64 {
    (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)
}

fn cross(a: (f64, f64), b: (f64, f64), c: (f64, f64), d: (f64, f64)) -> bool {
    turn(a, b, c) * turn(a, b, d) < 0.0 && turn(c, d, a) * turn(c, d, b) < 0.0
}

fn crosses_area(a: (f64, f64), b: (f64, f64), area: &Area) -> bool {
    let inside = |p: (f64, f64)| p.0 > area.x && p.0 < area.right() && p.1 > area.y && p.1 < area.bottom();
    let corners =
        [(area.x, area.y), (area.right(), area.y), (area.right(), area.bottom()), (area.x, area.bottom())];
    inside(a) || inside(b) || (0..4).any(|i| cross(a, b, corners[i], corners[(i + 1) % 4]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NAMES: [&str; 4] =
        ["Educación en emprendimiento", "Talento digital", "Confianza y asociatividad", "Informalidad"];

    fn check(at: &[(f64, f64)], room: Area, size: f64, names: bool) -> Result<(), TestCaseError> {
        let points: Vec<Point> = at
            .iter()
            .enumerate()
            .map(|(i, (x, y))| {
                let code = format!("V{:02}", i + 1);
                let texts = if names { vec![format!("{code} {}", NAMES[i % 4]), code] } else { vec![code] };
                Point {
                    at: (room.x + 8.0 + x * (room.w - 16.0), room.y + 8.0 + y * (room.h - 16.0)),
                    radius: 3.5,
                    texts,
                    weight: Weight::Regular,
                    priority: 0,
                    zone: None,
                    reach: None,
                }
            })
            .collect();
        let placed = place(&points, room, &[], &[], size);
        prop_assert!(placed.iter().all(Option::is_some), "a label was left out");
        let labels: Vec<&Placed> = placed.iter().flatten().collect();
        for (i, a) in labels.iter().enumerate() {
            prop_assert!(room.holds(&a.area));
            for b in labels.iter().skip(i + 1) {
                prop_assert!(!a.area.overlaps(&b.area), "{} over {}", a.text, b.text);
            }
        }
        prop_assert_eq!(placed, place(&points, room, &[], &[], size));
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn sixty_labels_never_overlap(at in prop::collection::vec((0.0..1.0f64, 0.0..1.0f64), 1..=60)) {
            check(&at, Area::new(60.0, 60.0, 600.0, 480.0), 11.5, true)?;
        }

        #[test]
        fn sixty_codes_never_overlap_on_a_telephone(at in prop::collection::vec((0.0..1.0f64, 0.0..1.0f64), 1..=60)) {
            check(&at, Area::new(40.0, 60.0, 300.0, 290.0), 10.5, false)?;
        }

        #[test]
        fn sixty_points_in_one_corner_are_labelled(at in prop::collection::vec((0.0..0.2f64, 0.0..0.2f64), 1..=60)) {
            check(&at, Area::new(60.0, 60.0, 600.0, 480.0), 11.5, true)?;
        }
    }
}
