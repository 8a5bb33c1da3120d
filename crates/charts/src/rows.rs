//! Charts in rows, an item a row: the evolution of consensus (dumbbell), medians with their spread, the contrast of two
//! groups.

use crate::axis::{Print, Scale, extent, padded, ticks};
use crate::font::{self, Weight};
use crate::frame::{Entry, Frame, Head, Page, Sign};
use crate::mark::{self, Shape};
use crate::svg::{Area, Paint, Svg, Type};
use crate::theme::Rgb;

/// A median with its spread.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Summary {
    /// Median.
    pub median: f64,
    /// Ends of the spread: quartiles, or extremes of a small panel.
    pub spread: Option<(f64, f64)>,
}

/// A row of the dumbbell.
#[derive(Clone, Debug)]
pub struct DumbbellRow {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// First round.
    pub before: Option<Summary>,
    /// Last round.
    pub after: Option<Summary>,
    /// The values themselves, where there are too few for a median.
    pub values: Vec<f64>,
    /// What is written at the end of the row: consensus or not, in a word.
    pub verdict: String,
    /// Whether the verdict is consensus.
    pub reached: bool,
    /// Whether something is to be looked at (bipolar, fragile).
    pub warn: bool,
}

/// The evolution of consensus, or medians with their spread where there is one round.
#[derive(Clone, Debug)]
pub struct Dumbbell {
    /// Titles and corner.
    pub head: Head,
    /// Name of the scale.
    pub measure: String,
    /// Ends of the scale.
    pub scale: (f64, f64),
    /// Names of both rounds; the first empty where there is one.
    pub rounds: (String, String),
    /// Meaning of the bars (interquartile interval, or extremes).
    pub spread: String,
    /// Heading of the verdicts; empty where there are none.
    pub verdict: String,
    /// Whether a sign before each verdict says if it is reached.
    pub signs: bool,
    /// The rows, in their order.
    pub rows: Vec<DumbbellRow>,
    /// A reference line with its name, such as the cut.
    pub cut: Option<(f64, String)>,
}

/// The columns of a chart in rows: names at the left, a plot, words at the right.
struct Columns {
    plot: Area,
    row: f64,
    name_room: f64,
}

/// Lays the columns out; `right` is the room at the right. On a narrow frame names stand above their rows.
fn columns<'a>(
    page: &Page<'_>,
    names: impl Iterator<Item = (&'a str, &'a str)>,
    count: usize,
    top: f64,
    right: f64,
) -> Columns {
    let size = page.label();
    let widest =
        names.map(|(code, name)| font::width(&label(code, name), size, Weight::Regular)).fold(0.0, f64::max);
    let narrow = page.frame.narrow();
    let room = if narrow { 0.0 } else { widest.min(page.width() * 0.42) };
    let row = if narrow { size * 3.0 } else { page.row(size * 1.95, widest <= room) };
    let left = page.left + if narrow { 4.0 } else { room + size };
    Columns {
        plot: Area::new(left, top, page.right - right - left, row * count as f64),
        row,
        name_room: if narrow { page.width() - right } else { room },
    }
}

pub(crate) fn label(code: &str, name: &str) -> String {
    if name.is_empty() {
        code.to_owned()
    } else if code.is_empty() {
        name.to_owned()
    } else {
        format!("{code} {name}")
    }
}

impl Columns {
    /// Middle of a row's drawing.
    fn y(&self, index: usize, narrow: bool) -> f64 {
        let share = if narrow { 0.68 } else { 0.5 };
        self.plot.y + self.row * (index as f64 + share)
    }

    /// Writes a row's name: code in bold, then the name.
    fn name(&self, page: &mut Page<'_>, index: usize, code: &str, name: &str, strong: bool) {
        let size = page.label();
        let narrow = page.frame.narrow();
        let middle =
            if narrow { self.plot.y + self.row * index as f64 + size * 0.7 } else { self.y(index, false) };
        let colour = if strong { page.ink.accent } else { page.ink.ink };
        let mut x = page.left;
        if !code.is_empty() {
            let set = Type::new(size, colour).bold().halo(page.ink.paper);
            page.canvas.text((x, middle + size * 0.35), code, set);
            x += font::width(code, size, Weight::Bold) + size * 0.5;
        }
        let room = self.name_room - (x - page.left);
        let tone = if strong { page.ink.accent } else { page.ink.muted };
        page.name((x, middle), name, room, Type::new(size, tone).halo(page.ink.paper));
    }
}

fn scale_below(
    page: &mut Page<'_>,
    scale: &Scale,
    plot: Area,
    print: Print,
    name: &str,
    values: Option<Vec<f64>>,
) -> f64 {
    let size = page.label();
    let (list, decimals) = ticks(scale.domain.0, scale.domain.1, if page.frame.narrow() { 5 } else { 8 });
    let (list, decimals) = match values {
        Some(values) => {
            let whole = values.iter().all(|v| v.fract() == 0.0);
            (values, usize::from(!whole))
        }
        None => (list, decimals),
    };
    page.ticks_below(scale, plot, &list, decimals, print, false);
    page.canvas.line((plot.x, plot.bottom()), (plot.right(), plot.bottom()), Paint::line(page.ink.rule, 1.0));
    let y = plot.bottom() + page.tick_height();
    if name.is_empty() {
        return y;
    }
    let name = font::shorten(name, size, Weight::Bold, page.width());
    let half = font::width(&name, size, Weight::Bold) / 2.0;
    let x = plot.centre().0.clamp(page.left + half, (page.right - half).max(page.left + half));
    page.canvas.text((x, y + size), &name, page.plain().bold().middle());
    y + size * 1.6
}

/// Whole points of a short scale.
pub(crate) fn points_of(scale: (f64, f64)) -> Option<Vec<f64>> {
    let count = scale.1 - scale.0;
    ((1.0..=10.0).contains(&count) && count.fract() == 0.0)
        .then(|| (0..=count as i32).map(|i| scale.0 + f64::from(i)).collect())
}

fn separators(page: &mut Page<'_>, columns: &Columns, count: usize) {
    for index in 1..count {
        let y = columns.plot.y + columns.row * index as f64;
        page.canvas.line((page.left, y), (page.right, y), Paint::line(page.ink.grid, 0.7));
    }
}

/// Draws the evolution of consensus.
#[must_use]
pub fn dumbbell(spec: &Dumbbell, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let ink = page.ink;
    let size = page.label();
    let narrow = frame.narrow();
    let verdicts = spec.rows.iter().map(|r| r.verdict.as_str());
    let right = if spec.verdict.is_empty() && spec.rows.iter().all(|r| r.verdict.is_empty()) {
        8.0
    } else {
        let wide = font::widest(verdicts, size, Weight::Regular) + size * 1.4;
        wide.max(font::width(&spec.verdict, size, Weight::Bold)).min(page.width() * 0.4) + size * 0.8
    };
    let mut top = page.top;
    if !spec.verdict.is_empty() {
        page.canvas.text((page.right, top + size), &spec.verdict, page.quiet().end());
    }
    if !spec.verdict.is_empty() || spec.cut.is_some() {
        top += size * 1.7;
    }
    let cols = columns(
        &page,
        spec.rows.iter().map(|r| (r.code.as_str(), r.name.as_str())),
        spec.rows.len(),
        top,
        right,
    );
    let plot = cols.plot;
    separators(&mut page, &cols, spec.rows.len());
    let inner = 8.0;
    let sx = Scale::new(spec.scale, (plot.x + inner, plot.right() - inner));
    if let Some((cut, name)) = &spec.cut {
        let x = sx.held(*cut);
        page.canvas.line((x, plot.y), (x, plot.bottom()), Paint::line(ink.rule, 1.0).dash(5.0, 3.0));
        let name = font::shorten(name, size, Weight::Regular, plot.w);
        let half = font::width(&name, size, Weight::Regular) / 2.0;
        let at = x.clamp(plot.x + half, (plot.right() - half).max(plot.x + half));
        page.canvas.text((at, plot.y - size * 0.5), &name, page.quiet().middle());
    }
    let two = !spec.rounds.0.is_empty();
    for (index, row) in spec.rows.iter().enumerate() {
        cols.name(&mut page, index, &row.code, &row.name, false);
        let y = cols.y(index, narrow);
        let lift = if two { size * 0.3 } else { 0.0 };
        if let (Some(before), true) = (row.before, two) {
            summary(&mut page, &sx, before, y - lift, ink.rule, false);
        }
        if let Some(after) = row.after {
            if let (Some(before), true) = (row.before, two)
                && (before.median - after.median).abs() > 1e-9
            {
                let (from, to) = ((sx.held(before.median), y - lift), (sx.held(after.median), y + lift));
                // The tip stops at the rim of the mark, which would hide it.
                let long = libm::hypot(to.0 - from.0, to.1 - from.1);
                let share = 1.0 - (median_radius(&page) + 1.0) / long;
                let tip = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
                if share > 0.0 {
                    mark::arrow(&mut page.canvas, from, tip, ink.muted, 1.0);
                }
            }
            summary(&mut page, &sx, after, y + lift, ink.accent, true);
        }
        for value in &row.values {
            let at = (sx.held(*value), y);
            mark::draw(&mut page.canvas, Shape::Circle, at, size * 0.28, ink.ink, false, ink.paper);
        }
        if !row.verdict.is_empty() {
            let room = right - size * 2.2 + 1.0;
            let text = font::shorten(&row.verdict, size, Weight::Regular, room);
            let colour = if row.warn {
                ink.warning_ink
            } else if row.reached {
                ink.accent
            } else {
                ink.muted
            };
            let wide = font::width(&text, size, Weight::Regular);
            page.canvas.text((page.right, y + size * 0.35), &text, Type::new(size, colour).end());
            let sign = (page.right - wide - size * 0.8, y);
            if !spec.signs {
                continue;
            }
            if row.reached {
                mark::check(&mut page.canvas, sign, size * 0.42, colour);
            } else {
                mark::draw(&mut page.canvas, Shape::Circle, sign, size * 0.28, colour, false, ink.paper);
            }
        }
    }
    let y = scale_below(&mut page, &sx, plot, Print::Number, &spec.measure, points_of(spec.scale));
    let mut entries = Vec::new();
    if two {
        entries.push(Entry { sign: Sign::Mark(Shape::Circle, ink.rule, false), text: spec.rounds.0.clone() });
    }
    if !spec.rounds.1.is_empty() {
        entries
            .push(Entry { sign: Sign::Mark(Shape::Circle, ink.accent, true), text: spec.rounds.1.clone() });
    }
    if !spec.spread.is_empty() {
        entries.push(Entry { sign: Sign::Range(ink.accent), text: spec.spread.clone() });
    }
    let y = page.legend(&entries, y + size * 0.5);
    page.finish(y)
}

fn median_radius(page: &Page<'_>) -> f64 {
    (page.label() * 0.34).max(3.4)
}

fn summary(page: &mut Page<'_>, sx: &Scale, of: Summary, y: f64, colour: Rgb, filled: bool) {
    let paper = page.ink.paper;
    let r = median_radius(page);
    if let Some((low, high)) = of.spread {
        let paint = Paint::line(colour, r * 0.9).opacity(if filled { 0.38 } else { 0.32 }).round();
        page.canvas.line((sx.held(low), y), (sx.held(high), y), paint);
    }
    mark::draw(&mut page.canvas, Shape::Circle, (sx.held(of.median), y), r, colour, filled, paper);
}

/// A row of the contrast of two groups.
#[derive(Clone, Debug)]
pub struct ContrastRow {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Cliff's delta, -1 to 1: positive where the first group answers higher.
    pub delta: f64,
    /// Its interval.
    pub interval: Option<(f64, f64)>,
    /// Whether a difference was detected.
    pub detected: bool,
    /// What is written at the end of the row.
    pub note: String,
}

/// The contrast of two groups.
#[derive(Clone, Debug)]
pub struct Contrast {
    /// Titles and corner.
    pub head: Head,
    /// Name of the measure.
    pub measure: String,
    /// What lies left of zero and right of it.
    pub sides: (String, String),
    /// Meaning of filled and of hollow marks.
    pub detected: (String, String),
    /// Meaning of the interval.
    pub interval: String,
    /// Rows, in their order.
    pub rows: Vec<ContrastRow>,
}

/// Draws the contrast of two groups.
#[must_use]
pub fn contrast(spec: &Contrast, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let ink = page.ink;
    let size = page.label();
    let narrow = frame.narrow();
    let notes = font::widest(spec.rows.iter().map(|r| r.note.as_str()), size, Weight::Regular);
    let right = if notes > 0.0 { notes.min(page.width() * 0.3) + size } else { 4.0 };
    let top = page.top + size * 1.8;
    let cols = columns(
        &page,
        spec.rows.iter().map(|r| (r.code.as_str(), r.name.as_str())),
        spec.rows.len(),
        top,
        right,
    );
    let plot = cols.plot;
    let sx = Scale::new((-1.0, 1.0), (plot.x + 8.0, plot.right() - 8.0));
    let zero = sx.at(0.0);
    let room = |space: f64| (space - size * 2.2).max(20.0);
    let less = font::shorten(&spec.sides.0, size, Weight::Bold, room(zero - page.left));
    let more = font::shorten(&spec.sides.1, size, Weight::Bold, room(page.right - zero));
    let y = page.top + size;
    let set = page.plain().bold();
    for (text, sign) in [(&less, -1.0), (&more, 1.0)] {
        let start = zero + sign * 8.0;
        let end = start + sign * size * 1.1;
        mark::arrow(&mut page.canvas, (start, y - size * 0.35), (end, y - size * 0.35), ink.rule, 1.0);
        let anchored = if sign < 0.0 { set.end() } else { set };
        page.canvas.text((end + sign * size * 0.35, y), text, anchored);
    }
    separators(&mut page, &cols, spec.rows.len());
    // On a narrow frame the line would run through the names.
    let stretches: Vec<(f64, f64)> = match narrow {
        true => (0..spec.rows.len())
            .map(|i| (plot.y + cols.row * i as f64 + size * 1.4, plot.y + cols.row * (i as f64 + 1.0)))
            .collect(),
        false => vec![(plot.y - 4.0, plot.bottom())],
    };
    for (from, to) in stretches {
        page.canvas.line((zero, from), (zero, to), Paint::line(ink.ink, 1.0));
    }
    for (index, row) in spec.rows.iter().enumerate() {
        cols.name(&mut page, index, &row.code, &row.name, row.detected);
        let y = cols.y(index, narrow);
        let colour = if row.detected { ink.accent } else { ink.rule };
        if let Some((low, high)) = row.interval {
            let paint = Paint::line(colour, 2.0).round();
            page.canvas.line((sx.held(low), y), (sx.held(high), y), paint);
        }
        let r = size * 0.36;
        mark::draw(
            &mut page.canvas,
            Shape::Diamond,
            (sx.held(row.delta), y),
            r,
            colour,
            row.detected,
            ink.paper,
        );
        let note = font::shorten(&row.note, size, Weight::Regular, right - size);
        page.canvas.text((page.right, y + size * 0.35), &note, page.quiet().end());
    }
    let y = scale_below(
        &mut page,
        &sx,
        plot,
        Print::Number,
        &spec.measure,
        Some(vec![-1.0, -0.5, 0.0, 0.5, 1.0]),
    );
    let mut entries = Vec::new();
    let mut put = |sign: Sign, text: &str| {
        if !text.is_empty() {
            entries.push(Entry { sign, text: text.to_owned() });
        }
    };
    if spec.rows.iter().any(|r| r.detected) {
        put(Sign::Mark(Shape::Diamond, ink.accent, true), &spec.detected.0);
    }
    if spec.rows.iter().any(|r| !r.detected) {
        put(Sign::Mark(Shape::Diamond, ink.rule, false), &spec.detected.1);
    }
    if spec.rows.iter().any(|r| r.interval.is_some()) {
        put(Sign::Line(ink.rule, 2.0, false), &spec.interval);
    }
    let y = page.legend(&entries, y + size * 0.5);
    page.finish(y)
}

/// A measure of some items, for [`measures`].
#[derive(Clone, Debug)]
pub struct Panel {
    /// Name of the measure.
    pub name: String,
    /// Ends of its scale; fitted where absent.
    pub scale: Option<(f64, f64)>,
    /// What its ticks print.
    pub print: Print,
    /// A line such as the cut of a rule.
    pub cut: Option<f64>,
    /// Value and spread of each item, in the order of the items.
    pub values: Vec<Option<Summary>>,
}

/// Several measures of the same few items, side by side.
#[derive(Clone, Debug)]
pub struct Measures {
    /// Titles and corner.
    pub head: Head,
    /// Items: code, name, whether the finding is about it.
    pub items: Vec<(String, String, bool)>,
    /// The measures.
    pub panels: Vec<Panel>,
    /// Meaning of the bars.
    pub spread: String,
    /// Meaning of the dashed lines.
    pub cut: String,
}

/// Draws several measures of the same items.
#[must_use]
pub fn measures(spec: &Measures, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let ink = page.ink;
    let size = page.label();
    let gap = size * 1.8;
    let narrow = frame.narrow();
    let names = spec
        .items
        .iter()
        .map(|(code, name, _)| font::width(&label(code, name), size, Weight::Bold))
        .fold(0.0, f64::max)
        .min(page.width() * if narrow { 0.42 } else { 0.3 })
        + size;
    let room = page.width() - names;
    let most = spec.panels.len().max(1);
    let across = ((room + gap) / (size * 10.0 + gap)).floor().clamp(1.0, most as f64) as usize;
    let wide = (room + gap) / across as f64 - gap;
    let row = size * 2.1;
    let block = row * spec.items.len() as f64;
    let mut y = page.top;
    for chunk in spec.panels.chunks(across) {
        let head = y;
        let top = head + size * 1.7;
        for (index, (code, name, strong)) in spec.items.iter().enumerate() {
            let middle = top + row * (index as f64 + 0.5);
            let weight = if *strong { Weight::Bold } else { Weight::Regular };
            let colour = if *strong { ink.accent } else { ink.ink };
            let text = font::shorten(&label(code, name), size, weight, names - size);
            page.canvas.text(
                (page.left, middle + size * 0.35),
                &text,
                Type { weight, ..Type::new(size, colour) },
            );
            if index > 0 {
                let line = top + row * index as f64;
                page.canvas.line((page.left, line), (page.right, line), Paint::line(ink.grid, 0.7));
            }
        }
        for (column, panel) in chunk.iter().enumerate() {
            let x = page.left + names + column as f64 * (wide + gap);
            let plot = Area::new(x, top, wide, block);
            measure(&mut page, spec, panel, plot, head);
        }
        y = top + block + page.tick_height() + size * 0.8;
    }
    let mut entries = Vec::new();
    let spread = spec.panels.iter().flat_map(|p| &p.values).flatten().any(|v| v.spread.is_some());
    if spread && !spec.spread.is_empty() {
        entries.push(Entry { sign: Sign::Range(ink.rule), text: spec.spread.clone() });
    }
    if spec.panels.iter().any(|p| p.cut.is_some()) && !spec.cut.is_empty() {
        entries.push(Entry { sign: Sign::Line(ink.rule, 1.0, true), text: spec.cut.clone() });
    }
    let y = page.legend(&entries, y - size * 0.4);
    page.finish(y)
}

fn measure(page: &mut Page<'_>, spec: &Measures, panel: &Panel, plot: Area, head: f64) {
    let ink = page.ink;
    let size = page.label();
    let name = font::shorten(&panel.name, size, Weight::Bold, plot.w);
    page.canvas.text((plot.x, head + size), &name, page.plain().bold());
    let span = panel.scale.unwrap_or_else(|| {
        let ends = panel.values.iter().flatten().flat_map(|v| {
            let (low, high) = v.spread.unwrap_or((v.median, v.median));
            [low, v.median, high]
        });
        padded(extent(ends).unwrap_or((0.0, 1.0)), 0.08)
    });
    let room = font::width("100 %", size, Weight::Regular) + size * 0.5;
    let sx = Scale::new(span, (plot.x + 6.0, plot.right() - room));
    page.canvas.line((plot.x, plot.bottom()), (plot.right(), plot.bottom()), Paint::line(ink.rule, 1.0));
    let (list, decimals) = ticks(span.0, span.1, 4);
    let (list, decimals) = match panel.scale.and_then(points_of).filter(|list| list.len() > 2) {
        Some(points) => (points, 0),
        None => (list, decimals),
    };
    page.ticks_below(&sx, plot, &list, decimals, panel.print, false);
    if let Some(cut) = panel.cut {
        let x = sx.held(cut);
        page.canvas.line((x, plot.y), (x, plot.bottom()), Paint::line(ink.rule, 1.0).dash(4.0, 3.0));
    }
    let row = plot.h / spec.items.len().max(1) as f64;
    for (index, value) in panel.values.iter().enumerate().take(spec.items.len()) {
        let y = plot.y + row * (index as f64 + 0.5);
        let strong = spec.items.get(index).is_some_and(|i| i.2);
        let Some(value) = value else {
            page.canvas.text((plot.right(), y + size * 0.35), "–", page.quiet().end());
            continue;
        };
        let colour = if strong { ink.accent } else { ink.ink.mix(ink.paper, 0.28) };
        summary(page, &sx, *value, y, colour, true);
        let text = match panel.print {
            Print::Percent => page.frame.words.percent(value.median, 0),
            _ => page.frame.words.short(value.median, 1),
        };
        let set = Type::new(size, colour).end();
        page.canvas.text((plot.right(), y + size * 0.35), &text, if strong { set.bold() } else { set });
    }
}
