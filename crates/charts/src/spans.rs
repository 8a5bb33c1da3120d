//! Values in rows, the greatest first, each with how far it may reach: strengths with their intervals, scenarios with
//! the range that the answers leave open.

use crate::axis::{Print, Scale, extent, ticks};
use crate::font::{self, Weight};
use crate::frame::{Entry, Frame, Head, Page, Sign};
use crate::mark::{self, Shape};
use crate::svg::{Area, Paint, Svg, Type};

/// A row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// For each sign column, whether the thing occurs.
    pub signs: Vec<bool>,
    /// Value.
    pub value: f64,
    /// The widest range that it may have.
    pub band: Option<(f64, f64)>,
    /// Its interval.
    pub interval: Option<(f64, f64)>,
    /// What is printed at the right, a text a column.
    pub texts: Vec<String>,
    /// Whether the finding is about it.
    pub strong: bool,
}

/// Values in rows.
#[derive(Clone, Debug)]
pub struct Spans {
    /// Titles and corner.
    pub head: Head,
    /// Name of the scale.
    pub measure: String,
    /// What its ticks print.
    pub print: Print,
    /// Whether a bar is drawn from zero; a point otherwise.
    pub bars: bool,
    /// A reference line with its name.
    pub cut: Option<(f64, String)>,
    /// Headings of the sign columns.
    pub signs: Vec<String>,
    /// Headings of the texts at the right.
    pub columns: Vec<String>,
    /// Rows above a line, and what is written on it.
    pub above: Option<(usize, String)>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The legend.
    pub legend: SpanLegend,
    /// A sentence below, such as what is left out.
    pub remark: String,
    /// Codes explained below, beside those of rows without room for a name.
    pub key: Vec<(String, String)>,
}

/// What the signs mean; an empty text leaves its sign out.
#[derive(Clone, Debug, Default)]
pub struct SpanLegend {
    /// A strong row.
    pub strong: String,
    /// The value.
    pub value: String,
    /// The band.
    pub band: String,
    /// The interval.
    pub interval: String,
    /// A filled and a hollow sign.
    pub signs: (String, String),
}

/// Where the columns stand.
struct Layout {
    names: f64,
    coded: bool,
    sign_left: f64,
    sign_step: f64,
    plot: Area,
    row: f64,
    /// Right edge of each text column.
    ends: Vec<f64>,
}

impl Layout {
    fn y(&self, index: usize) -> f64 {
        self.plot.y + self.row * (index as f64 + 0.5)
    }
}

fn layout(page: &Page<'_>, spec: &Spans) -> Layout {
    let size = page.label();
    let weight = Weight::Bold;
    let narrow = page.frame.narrow();
    let codes = font::widest(spec.rows.iter().map(|r| r.code.as_str()), size, weight);
    let whole = spec
        .rows
        .iter()
        .map(|r| {
            font::width(&r.code, size, weight) + font::width(&r.name, size, Weight::Regular) + size * 0.5
        })
        .fold(0.0, f64::max);
    let named = spec.rows.iter().any(|r| !r.name.is_empty());
    let coded = narrow || !named;
    let names = if coded { codes } else { whole.min(page.width() * 0.4) };
    let names = if names > 0.0 { names + size * 0.9 } else { 0.0 };
    let count = spec.signs.len() as f64;
    let most = page.width() * 0.44 - names;
    let sign_step = if count > 0.0 { (most / count).clamp(size * 0.7, size * 2.2) } else { 0.0 };
    let mut right = page.right;
    let mut ends = vec![right; spec.columns.len()];
    for (index, heading) in spec.columns.iter().enumerate().rev() {
        let texts = spec.rows.iter().filter_map(|r| r.texts.get(index)).map(String::as_str);
        let wide = font::widest(texts, size, weight).max(font::width(heading, page.small(), Weight::Regular));
        ends[index] = right;
        right -= wide + size * 0.9;
    }
    let sign_left = page.left + names;
    let left = sign_left + sign_step * count + if count > 0.0 { size * 0.9 } else { 0.0 };
    let turned = spec.signs.iter().map(|s| font::width(s, page.small(), weight)).fold(0.0, f64::max);
    let heads = if spec.signs.is_empty() && spec.cut.is_none() && spec.columns.iter().all(String::is_empty) {
        0.0
    } else if turned > sign_step * 0.9 {
        turned.max(page.small()) + size * 0.7
    } else {
        size * 1.7
    };
    let row = size * if spec.rows.len() > 25 { 1.4 } else { 1.9 };
    let plot = Area::new(left, page.top + heads, right - left, row * spec.rows.len() as f64);
    Layout { names, coded, sign_left, sign_step, plot, row, ends }
}

/// Draws values in rows.
#[must_use]
pub fn spans(spec: &Spans, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let (ink, size) = (page.ink, page.label());
    let at = layout(&page, spec);
    let plot = at.plot;
    let values = spec.rows.iter().flat_map(|r| {
        let (band, interval) = (r.band.unwrap_or((0.0, 0.0)), r.interval.unwrap_or((0.0, 0.0)));
        [r.value, band.1, interval.1]
    });
    let (_, high) = extent(values.chain(spec.cut.as_ref().map(|c| c.0))).unwrap_or((0.0, 1.0));
    let high = if high > 0.0 { high } else { 1.0 };
    let sx = Scale::new((0.0, high), (plot.x + 2.0, plot.right() - size * 0.5));
    let (values, decimals) = ticks(0.0, high, if frame.narrow() { 3 } else { 6 });
    for value in &values {
        let x = sx.at(*value);
        page.canvas.line((x, plot.y), (x, plot.bottom()), Paint::line(ink.grid, 1.0));
    }
    page.ticks_below(&sx, plot, &values, decimals, spec.print, false);
    heads(&mut page, spec, &at, &sx);
    for (index, row) in spec.rows.iter().enumerate() {
        draw_row(&mut page, spec, &at, &sx, index, row);
    }
    if let Some((count, text)) = &spec.above
        && *count > 0
        && *count <= spec.rows.len()
    {
        let y = plot.y + at.row * *count as f64;
        page.canvas.line((page.left, y), (page.right, y), Paint::line(ink.accent, 1.2).dash(4.0, 3.0));
        // A narrow plot has no room for words; the legend says what the strong rows are.
        if !frame.narrow() {
            let small = page.small();
            let text = font::shorten(text, small, Weight::Bold, plot.w);
            let set = Type::new(small, ink.accent).bold().halo(ink.paper).end();
            page.canvas.text((plot.right() - 2.0, y - small * 0.35), &text, set);
        }
    }
    let mut y = plot.bottom() + page.tick_height();
    let name = font::shorten(&spec.measure, size, Weight::Bold, page.width());
    let half = font::width(&name, size, Weight::Bold) / 2.0;
    let x = plot.centre().0.clamp(page.left + half, (page.right - half).max(page.left + half));
    page.canvas.text((x, y + size), &name, page.plain().bold().middle());
    y += size * 1.6;
    let mut key = spec.key.clone();
    if at.coded {
        key.extend(spec.rows.iter().map(|r| (r.code.clone(), r.name.clone())));
    }
    key.retain(|(_, name)| !name.is_empty());
    let entries = entries(&page, spec);
    y = page.legend_with_key(&entries, &key, y + size * 0.3);
    if !spec.remark.is_empty() {
        let set = Type::new(page.small(), ink.muted);
        let lines = font::wrap(&spec.remark, set.size, Weight::Regular, page.width(), 4);
        y = page.lines((page.left, y + size * 0.2), &lines, set);
    }
    page.finish(y)
}

fn heads(page: &mut Page<'_>, spec: &Spans, at: &Layout, sx: &Scale) {
    let (ink, small) = (page.ink, page.small());
    let plot = at.plot;
    let base = plot.y - small * 0.55;
    let set = Type::new(small, ink.ink).bold();
    let turned = spec.signs.iter().any(|s| font::width(s, small, Weight::Bold) > at.sign_step * 0.9);
    for (index, text) in spec.signs.iter().enumerate() {
        let x = at.sign_left + at.sign_step * (index as f64 + 0.5);
        if turned {
            page.canvas.text((x + small * 0.35, base), text, set.upwards());
        } else {
            page.canvas.text((x, base), text, set.middle());
        }
    }
    for (heading, end) in spec.columns.iter().zip(&at.ends) {
        page.canvas.text((*end, base), heading, Type::new(small, ink.muted).end());
    }
    if let Some((value, text)) = &spec.cut {
        let x = sx.at(*value);
        page.canvas.line((x, plot.y), (x, plot.bottom()), Paint::line(ink.ink, 1.0).dash(5.0, 3.0));
        let text = font::shorten(text, small, Weight::Regular, plot.w);
        let half = font::width(&text, small, Weight::Regular) / 2.0;
        let middle = x.clamp(plot.x + half, (plot.right() - half).max(plot.x + half));
        page.canvas.text((middle, base), &text, Type::new(small, ink.muted).middle());
    }
}

fn draw_row(page: &mut Page<'_>, spec: &Spans, at: &Layout, sx: &Scale, index: usize, row: &Row) {
    let (ink, size) = (page.ink, page.label());
    let (y, baseline) = (at.y(index), at.y(index) + size * 0.35);
    let tone = if row.strong { ink.accent } else { ink.ink };
    let set = Type::new(size, tone);
    if index > 0 && spec.rows.len() <= 25 {
        let line = at.plot.y + at.row * index as f64;
        page.canvas.line((page.left, line), (page.right, line), Paint::line(ink.grid, 0.7));
    }
    page.canvas.text((page.left, baseline), &row.code, set.bold());
    if !at.coded {
        let wide = font::width(&row.code, size, Weight::Bold);
        let wide = if wide > 0.0 { wide + size * 0.5 } else { 0.0 };
        let name = font::shorten(&row.name, size, Weight::Regular, at.names - size * 0.8 - wide);
        let tone = if row.strong { ink.accent } else { ink.muted };
        page.canvas.text((page.left + wide, baseline), &name, Type::new(size, tone));
    }
    for (column, occurs) in row.signs.iter().enumerate() {
        let x = at.sign_left + at.sign_step * (column as f64 + 0.5);
        let r = (at.sign_step * 0.36).min(size * 0.42);
        mark::draw(&mut page.canvas, Shape::Circle, (x, y), r, tone, *occurs, ink.paper);
    }
    let colour = if row.strong { ink.accent } else { ink.accent.mix(ink.paper, 0.42) };
    if let Some((low, high)) = row.band {
        let (low, high) = (sx.held(low), sx.held(high));
        let tall = (at.row * 0.28).min(size * 0.55);
        let area = Area::new(low, y - tall / 2.0, (high - low).max(1.0), tall);
        page.canvas.rect(area, 1.0, Paint::fill(ink.rule).opacity(0.28));
    }
    if spec.bars {
        let tall = at.row * 0.56;
        let area = Area::new(sx.at(0.0), y - tall / 2.0, sx.held(row.value) - sx.at(0.0), tall);
        page.canvas.rect(area, 1.0, Paint::fill(colour));
    }
    let interval = row.interval.map(|(low, high)| (sx.held(low), sx.held(high)));
    if let Some((low, high)) = interval.filter(|(low, high)| high - low > 1.0) {
        let cap = (at.row * 0.16).min(4.0);
        // Over a bar the line needs an edge of its own.
        for (colour, width) in [(ink.paper, 3.6), (if spec.bars { ink.ink } else { colour }, 1.6)] {
            let paint = Paint::line(colour, width);
            page.canvas.line((low, y), (high, y), paint);
            for x in [low, high] {
                page.canvas.line((x, y - cap), (x, y + cap), paint);
            }
        }
    }
    if !spec.bars {
        let at = (sx.held(row.value), y);
        mark::draw(&mut page.canvas, Shape::Circle, at, size * 0.36, colour, true, ink.paper);
    }
    for (text, end) in row.texts.iter().zip(&at.ends) {
        let set = if row.strong { set.bold() } else { set };
        page.canvas.text((*end, baseline), text, set.end());
    }
}

fn entries(page: &Page<'_>, spec: &Spans) -> Vec<Entry> {
    let ink = page.ink;
    let legend = &spec.legend;
    let mut out = Vec::new();
    let mut put = |shown: bool, sign: Sign, text: &str| {
        if shown && !text.is_empty() {
            out.push(Entry { sign, text: text.to_owned() });
        }
    };
    let any = |of: fn(&Row) -> bool| spec.rows.iter().any(of);
    let value = |colour| {
        if spec.bars { Sign::Band(colour) } else { Sign::Mark(Shape::Circle, colour, true) }
    };
    put(any(|r| r.signs.contains(&true)), Sign::Mark(Shape::Circle, ink.ink, true), &legend.signs.0);
    put(any(|r| r.signs.contains(&false)), Sign::Mark(Shape::Circle, ink.ink, false), &legend.signs.1);
    put(any(|r| r.strong), value(ink.accent), &legend.strong);
    put(any(|r| !r.strong), value(ink.accent.mix(ink.paper, 0.42)), &legend.value);
    let line = if spec.bars { ink.ink } else { ink.accent };
    put(any(|r| r.interval.is_some()), Sign::Line(line, 1.6, false), &legend.interval);
    put(any(|r| r.band.is_some()), Sign::Band(ink.rule.mix(ink.paper, 0.72)), &legend.band);
    out
}
