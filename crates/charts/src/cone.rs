//! The cone of plausibility: layers of the future that open from the present to the horizon, and behind the present the
//! years that were scanned.

use crate::axis::Scale;
use crate::font::{self, Weight};
use crate::frame::{Entry, Frame, Head, Page, Sign};
use crate::mark::{self, Shape};
use crate::svg::{Area, Paint, Path, Svg, Type};
use crate::theme::{Palette, Rgb};

/// A scenario at the mouth of the cone.
#[derive(Clone, Debug)]
pub struct ConeScenario {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Height at the horizon, -1 to 1.
    pub height: f64,
    /// Its mark: the bet a star, the tendencial a square, one that contradicts itself a diamond, others circles.
    pub shape: Shape,
    /// Whether it is the bet.
    pub bet: bool,
    /// Whether it is plausible; hollow where not.
    pub plausible: bool,
    /// Whether it is preferable: it wears a ring.
    pub preferable: bool,
}

/// A layer of the cone at the horizon.
#[derive(Clone, Debug, Default)]
pub struct Layer {
    /// Name.
    pub name: String,
    /// Lowest height, -1 to 1.
    pub low: f64,
    /// Highest height.
    pub high: f64,
}

/// The years before the present, on a scale of their own.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// What the bars are.
    pub name: String,
    /// The first year.
    pub from: i64,
    /// How many facts are dated in a year.
    pub facts: Vec<(i64, usize)>,
}

/// The cone of plausibility.
#[derive(Clone, Debug, Default)]
pub struct Cone {
    /// Titles and corner.
    pub head: Head,
    /// Years: base, ends of periods, horizon.
    pub years: Vec<i64>,
    /// Name of all that the present does not rule out: the outline of the whole.
    pub potential: String,
    /// Possible, plausible, probable: those that hold a scenario, the widest first.
    pub layers: Vec<Layer>,
    /// What came before.
    pub history: Option<History>,
    /// The scenarios.
    pub scenarios: Vec<ConeScenario>,
    /// Wild cards, outside.
    pub wild: Vec<String>,
    /// Names of the present and of the wild cards.
    pub names: [String; 2],
    /// Meanings of the marks: bet, tendencial, not plausible, contradictory, preferable.
    pub signs: [String; 5],
}

/// Where things stand.
struct Plot {
    /// The cone, from the present to the horizon.
    area: Area,
    /// Left end of the history; the present where there is none.
    left: f64,
    x: Scale,
    y: Scale,
}

/// Draws the cone of plausibility.
#[must_use]
pub fn cone(spec: &Cone, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    page.whole = true;
    let ink = page.ink;
    let size = page.label();
    let narrow = frame.narrow();
    let text = |s: &ConeScenario| if narrow { s.code.clone() } else { s.name.clone() };
    let widest = spec.scenarios.iter().map(|s| font::width(&text(s), size, Weight::Bold)).fold(0.0, f64::max);
    let right = widest.min(page.width() * 0.34) + size * 2.2;
    let tall = page.width()
        * if narrow {
            0.95
        } else if frame.bare() {
            0.3
        } else if frame.low() {
            0.36
        } else {
            0.44
        };
    let whole = page.width() - size * 0.8 - right;
    let before = if spec.history.is_some() { whole * 0.26 } else { 0.0 };
    let left = page.left + size * 0.8;
    let area = Area::new(left + before, page.top + size * 0.6, whole - before, tall);
    let first = spec.years.first().copied().unwrap_or(0) as f64;
    let last = spec.years.last().copied().unwrap_or(1) as f64;
    let plot = Plot {
        left,
        x: Scale::new((first, last.max(first + 1.0)), (area.x, area.right())),
        y: Scale::new((-1.04, 1.04), (area.bottom(), area.y)),
        area,
    };
    let origin = (plot.x.at(first), plot.y.at(0.0));
    let wedge = |low: f64, high: f64| {
        Path::through(&[origin, (area.right(), plot.y.held(high)), (area.right(), plot.y.held(low))]).close()
    };
    page.canvas.path(&wedge(-1.0, 1.0), Paint::line(ink.rule, 1.0).dash(3.0, 3.0));
    for (layer, tone) in spec.layers.iter().zip(tones(&ink)) {
        page.canvas.path(&wedge(layer.low, layer.high), Paint::fill(tone));
    }
    if let Some(history) = &spec.history {
        back(&mut page, history, &plot, first);
    }
    for (index, year) in spec.years.iter().enumerate() {
        let x = plot.x.at(*year as f64);
        page.canvas.line((x, area.y), (x, area.bottom()), Paint::line(ink.rule, 0.8).dash(2.0, 3.0));
        let set = if index == 0 && before == 0.0 { page.quiet() } else { page.quiet().middle() };
        let at = if index == 0 && before == 0.0 { page.left } else { x };
        page.canvas.text((at, area.bottom() + size * 1.3), &year.to_string(), set);
    }
    page.canvas.circle(origin, size * 0.5, Paint::fill(ink.ink).stroke(ink.paper, 1.0));
    let ends = spread(spec, &plot.y, size * 1.55, area);
    for (scenario, label_y) in spec.scenarios.iter().zip(ends) {
        end(&mut page, scenario, &text(scenario), (origin, &plot), label_y);
    }
    let present = font::shorten(&spec.names[0], size, Weight::Bold, whole * 0.3);
    let set = Type::new(size, ink.ink).bold().halo(ink.paper);
    let (at, set) = if before > 0.0 { (origin.0, set.middle()) } else { (page.left, set) };
    page.canvas.text((at, origin.1 - size * 1.2), &present, set);
    let mut y = area.bottom() + page.tick_height();
    y = wild(&mut page, spec, y + size * 0.3);
    y = page.legend(&entries(&page, spec), y + size * 0.2);
    if narrow {
        let pairs: Vec<_> = spec.scenarios.iter().map(|s| (s.code.clone(), s.name.clone())).collect();
        y = page.key(&pairs, y + size * 0.3);
    }
    page.finish(y)
}

/// Tones of possible, plausible and probable.
fn tones(ink: &Palette) -> [Rgb; 3] {
    [0.9, 0.76, 0.58].map(|light| ink.accent.mix(ink.paper, light))
}

/// The cone back into history, and the facts of each year as bars on its floor.
fn back(page: &mut Page<'_>, history: &History, plot: &Plot, present: f64) {
    let ink = page.ink;
    let size = page.label();
    let x =
        Scale::new((history.from as f64, present.max(history.from as f64 + 1.0)), (plot.left, plot.area.x));
    let origin = (plot.area.x, plot.y.at(0.0));
    let mouth = [origin, (plot.left, plot.y.at(0.5)), (plot.left, plot.y.at(-0.5))];
    page.canvas.path(&Path::through(&mouth).close(), Paint::fill(ink.muted.mix(ink.paper, 0.84)));
    let most = history.facts.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1) as f64;
    let wide =
        ((plot.area.x - plot.left) / (present - history.from as f64 + 1.0).max(1.0) * 0.7).clamp(1.0, 6.0);
    for (year, count) in &history.facts {
        let tall = plot.area.h * 0.2 * *count as f64 / most;
        let bar = Area::new(x.held(*year as f64) - wide / 2.0, plot.area.bottom() - tall, wide, tall);
        page.canvas.rect(bar, 0.0, Paint::fill(ink.muted));
    }
    page.canvas.line(
        (plot.left, plot.area.bottom()),
        (plot.area.x, plot.area.bottom()),
        Paint::line(ink.rule, 0.8),
    );
    page.canvas.text((page.left, plot.area.bottom() + size * 1.3), &history.from.to_string(), page.quiet());
}

/// A scenario's way from the present, its mark at the mouth and its name.
fn end(
    page: &mut Page<'_>,
    scenario: &ConeScenario,
    text: &str,
    (origin, plot): ((f64, f64), &Plot),
    label_y: f64,
) {
    let ink = page.ink;
    let size = page.label();
    let at = (plot.area.right(), plot.y.held(scenario.height));
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
    if scenario.preferable {
        page.canvas.circle(at, size * 0.92, Paint::fill(ink.paper).stroke(ink.accent, 1.4));
    }
    mark::draw(&mut page.canvas, scenario.shape, at, size * 0.48, colour, scenario.plausible, ink.paper);
    let weight = if scenario.bet { Weight::Bold } else { Weight::Regular };
    let tone = if scenario.bet { ink.accent } else { ink.ink };
    let words = font::shorten(text, size, weight, page.right - x);
    page.canvas.text((x, label_y + size * 0.35), &words, Type { weight, ..Type::new(size, tone) });
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
    let indent = size * 1.7;
    let all = spec.wild.len();
    let lines = |shown: usize| {
        let more = if shown < all { format!(" · +{}", all - shown) } else { String::new() };
        let text = format!("{}: {}{more}", spec.names[1], spec.wild[..shown].join(" · "));
        font::wrap(&text, size, Weight::Regular, page.width() - indent, 5)
    };
    // As many as four lines hold, and how many more there are.
    let shown = (1..=all).rev().find(|shown| lines(*shown).len() <= 4).unwrap_or(1);
    let lines = lines(shown);
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
    put(true, Sign::Stroke(ink.rule, 1.0, Some((3.0, 3.0))), &spec.potential);
    for (layer, tone) in spec.layers.iter().zip(tones(&ink)) {
        put(true, Sign::Band(tone), &layer.name);
    }
    let has = |f: fn(&ConeScenario) -> bool| spec.scenarios.iter().any(f);
    let [bet, trend, implausible, contradictory, preferable] = &spec.signs;
    put(has(|s| s.preferable), Sign::Ring(ink.accent), preferable);
    put(has(|s| s.bet), Sign::Mark(Shape::Star, ink.accent, true), bet);
    put(has(|s| s.shape == Shape::Square), Sign::Mark(Shape::Square, grey, true), trend);
    put(
        has(|s| !s.plausible && s.shape != Shape::Diamond),
        Sign::Mark(Shape::Circle, grey, false),
        implausible,
    );
    put(has(|s| s.shape == Shape::Diamond), Sign::Mark(Shape::Diamond, grey, false), contradictory);
    if let Some(history) = &spec.history {
        put(true, Sign::Band(ink.muted), &history.name);
    }
    out
}
