//! Counts as bars, and histograms of answers side by side.

use crate::axis::Scale;
use crate::font::{self, Weight};
use crate::frame::{Entry, Frame, Head, Page, Sign};
use crate::mark::{self, Shape};
use crate::rows::label;
use crate::svg::{Area, Paint, Path, Svg, Type};

/// A bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// Name.
    pub name: String,
    /// The whole that the value is part of, drawn as a pale bar; nothing where it has none.
    pub whole: Option<f64>,
    /// Value.
    pub value: f64,
    /// The ends of its interval; nothing where it is exact.
    pub interval: Option<(f64, f64)>,
    /// What is printed.
    pub text: String,
    /// Whether the finding is about it.
    pub strong: bool,
}

/// Bars in groups.
#[derive(Clone, Debug)]
pub struct Bars {
    /// Titles and corner.
    pub head: Head,
    /// Groups of bars with their headings.
    pub groups: Vec<(String, Vec<Bar>)>,
    /// Meaning of the pale bars; empty where there are none.
    pub whole: String,
}

/// Draws bars in groups; all share one scale from zero.
#[must_use]
pub fn bars(spec: &Bars, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let ink = page.ink;
    let size = page.label();
    let all = || spec.groups.iter().flat_map(|(_, bars)| bars);
    let names = font::widest(all().map(|b| b.name.as_str()), size, Weight::Regular).min(page.width() * 0.42);
    let texts = font::widest(all().map(|b| b.text.as_str()), size, Weight::Bold).min(page.width() * 0.3);
    let top_value = all()
        .map(|b| b.whole.unwrap_or(b.value).max(b.value).max(b.interval.map_or(0.0, |i| i.1)))
        .fold(0.0, f64::max);
    let left = page.left + names + size;
    let sx = Scale::new(
        (0.0, if top_value > 0.0 { top_value } else { 1.0 }),
        (left, page.right - texts - size * 0.8),
    );
    let row = size * 1.75;
    let mut y = page.top;
    for (index, (heading, bars)) in spec.groups.iter().enumerate() {
        if index > 0 {
            y += size * 0.9;
        }
        if !heading.is_empty() {
            let heading = font::shorten(heading, size, Weight::Bold, page.width());
            page.canvas.text((page.left, y + size), &heading, page.plain().bold());
            y += size * 1.6;
        }
        for bar in bars {
            let middle = y + row / 2.0;
            let name = font::shorten(&bar.name, size, Weight::Regular, names);
            page.canvas.text((left - size * 0.7, middle + size * 0.35), &name, page.plain().end());
            let tall = row * 0.56;
            let mut end = sx.at(bar.value.max(0.0));
            if let Some(whole) = bar.whole {
                let area = Area::new(left, middle - tall / 2.0, sx.at(whole) - left, tall);
                page.canvas.rect(area, 1.5, Paint::fill(ink.accent_pale).stroke(ink.rule, 0.6));
                end = end.max(area.right());
            }
            let colour = if bar.strong { ink.accent } else { ink.accent.mix(ink.paper, 0.35) };
            let area = Area::new(left, middle - tall / 2.0, sx.at(bar.value.max(0.0)) - left, tall);
            page.canvas.rect(area, 1.5, Paint::fill(colour));
            if let Some((low, high)) = bar.interval {
                let (low, high) = (sx.at(low), sx.at(high));
                let paint = Paint::line(ink.ink, 1.2);
                page.canvas.line((low, middle), (high, middle), paint);
                for x in [low, high] {
                    page.canvas.line((x, middle - tall * 0.3), (x, middle + tall * 0.3), paint);
                }
                end = end.max(high);
            }
            let text = font::shorten(&bar.text, size, Weight::Regular, texts + size * 0.2);
            page.canvas.text((end + size * 0.5, middle + size * 0.35), &text, page.plain());
            y += row;
        }
    }
    if !spec.whole.is_empty() {
        let entry = Entry { sign: Sign::Box(ink.accent_pale, ink.rule), text: spec.whole.clone() };
        y = page.legend(&[entry], y + size * 0.4);
    }
    page.finish(y)
}

/// The answers to an item.
#[derive(Clone, Debug)]
pub struct Strip {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// How many chose each point of the scale.
    pub counts: Vec<usize>,
    /// Median.
    pub median: Option<f64>,
    /// Quartiles.
    pub quartiles: Option<(f64, f64)>,
    /// Whether the panel is split into two camps.
    pub bipolar: bool,
}

/// Histograms of answers, small ones side by side.
#[derive(Clone, Debug)]
pub struct Strips {
    /// Titles and corner.
    pub head: Head,
    /// The points of the scale.
    pub points: Vec<f64>,
    /// The items.
    pub items: Vec<Strip>,
    /// Meanings of the median, of the quartiles' band and of the mark of two camps.
    pub signs: (String, String, String),
}

/// Where a value stands among the points of a scale: 0 at the first, 1 at the second, between them in proportion.
fn order(points: &[f64], value: f64) -> f64 {
    let below = points.iter().filter(|point| **point <= value).count().saturating_sub(1);
    match (points.get(below), points.get(below + 1)) {
        (Some(low), Some(high)) => below as f64 + ((value - low) / (high - low)).clamp(0.0, 1.0),
        _ => below as f64,
    }
}

/// Draws histograms of answers.
#[must_use]
pub fn strips(spec: &Strips, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let ink = page.ink;
    let size = page.label();
    let small = page.small();
    let gap = size * 1.8;
    let columns =
        ((page.width() + gap) / (size * 13.5 + gap)).floor().max(1.0).min(spec.items.len().max(1) as f64);
    let wide = (page.width() + gap) / columns - gap;
    let tall = size * 4.2;
    let name_lines = if columns < 2.0 || frame.narrow() { 3 } else { 2 };
    let head = size * (1.3 * name_lines as f64 + 0.3);
    let step = head + tall + small * 2.6;
    let most = spec.items.iter().flat_map(|s| &s.counts).copied().max().unwrap_or(1).max(1) as f64;
    let count = spec.points.len().max(1) as f64;
    for (index, item) in spec.items.iter().enumerate() {
        let (column, row) = (index % columns as usize, index / columns as usize);
        let x = page.left + column as f64 * (wide + gap);
        let top = page.top + row as f64 * step;
        let weight = Weight::Regular;
        let lines = font::wrap(&label(&item.code, &item.name), size, weight, wide - size, name_lines);
        page.lines((x, top + head - size * (1.3 * lines.len() as f64 + 0.3)), &lines, page.plain());
        if item.bipolar {
            let at = (x + wide - size * 0.5, top + head - size * 0.95);
            mark::draw(&mut page.canvas, Shape::Diamond, at, size * 0.34, ink.warning, true, ink.paper);
        }
        let base = top + head + tall;
        let slot = wide / count;
        // The points of a scale stand at equal steps, whatever their values.
        let place = |order: f64| x + slot * (order + 0.5);
        if let Some((low, high)) = item.quartiles {
            // The band holds whole answers.
            let (low, high) = (order(&spec.points, low).round(), order(&spec.points, high).round());
            let band = Area::new(place(low) - slot / 2.0, top + head, place(high) - place(low) + slot, tall);
            page.canvas.rect(band, 0.0, Paint::fill(ink.accent_pale));
        }
        for (i, number) in item.counts.iter().enumerate().take(spec.points.len()) {
            let h = *number as f64 / most * (tall - small * 1.3);
            let bar = Area::new(x + slot * i as f64 + slot * 0.12, base - h, slot * 0.76, h);
            let colour = if item.bipolar { ink.warning } else { ink.accent.mix(ink.paper, 0.25) };
            page.canvas.rect(bar, 0.0, Paint::fill(colour));
            if *number > 0 && slot > small * 0.8 {
                let at = (bar.x + bar.w / 2.0, bar.y - small * 0.25);
                page.canvas.text(at, &number.to_string(), Type::new(small, ink.muted).middle());
            }
        }
        page.canvas.line((x, base), (x + wide, base), Paint::line(ink.rule, 1.0));
        for (i, value) in spec.points.iter().enumerate() {
            if slot < small * 1.4 && i > 0 && i + 1 < spec.points.len() {
                continue;
            }
            let text = frame.words.short(*value, 1);
            page.canvas.text(
                (place(i as f64), base + small * 1.2),
                &text,
                Type::new(small, ink.muted).middle(),
            );
        }
        if let Some(median) = item.median {
            let at = place(order(&spec.points, median));
            let tip = [(at, base + 1.0), (at - 4.5, base - 6.0), (at + 4.5, base - 6.0)];
            page.canvas.path(&Path::through(&tip).close(), Paint::fill(ink.ink).stroke(ink.paper, 0.8));
        }
    }
    let rows = spec.items.len().div_ceil(columns as usize) as f64;
    let mut entries = Vec::new();
    let mut put = |shown: bool, sign: Sign, text: &str| {
        if shown && !text.is_empty() {
            entries.push(Entry { sign, text: text.to_owned() });
        }
    };
    let any = |f: fn(&Strip) -> bool| spec.items.iter().any(f);
    put(any(|s| s.median.is_some()), Sign::Mark(Shape::Down, ink.ink, true), &spec.signs.0);
    put(any(|s| s.quartiles.is_some()), Sign::Band(ink.accent_pale), &spec.signs.1);
    put(any(|s| s.bipolar), Sign::Mark(Shape::Diamond, ink.warning, true), &spec.signs.2);
    let y = page.legend(&entries, page.top + rows * step - small * 0.5);
    page.finish(y)
}
