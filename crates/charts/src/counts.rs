//! Counts: a table of two classes as tiles, and hits by year.

use crate::axis::{Print, Scale, ticks};
use crate::font::{self, Weight};
use crate::frame::{Frame, Head, Page};
use crate::svg::{Area, Paint, Svg, Type};

/// Counts by two classes.
#[derive(Clone, Debug)]
pub struct Tiles {
    /// Titles and corner.
    pub head: Head,
    /// Rows.
    pub rows: Vec<String>,
    /// Columns.
    pub columns: Vec<String>,
    /// Counts by rows.
    pub counts: Vec<Vec<usize>>,
    /// Word for the sums.
    pub total: String,
}

/// Draws counts by two classes as tiles whose colour follows the count, with the sums at the edges.
#[must_use]
pub fn tiles(spec: &Tiles, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let ink = page.ink;
    let size = page.label();
    let count = spec.columns.len().max(1) as f64;
    let names = font::widest(spec.rows.iter().map(String::as_str), size, Weight::Regular);
    let left = page.left + names.min(page.width() * 0.32) + size;
    let total = font::width(&spec.total, size, Weight::Bold).max(size * 2.0) + size * 0.8;
    let wide = ((page.right - total - left) / count).min(size * 12.0);
    let tall = size * 2.7;
    // Column names in up to three lines, or upwards where even a word does not fit.
    let longest = spec
        .columns
        .iter()
        .flat_map(|c| c.split(' '))
        .map(|word| font::width(word, size, Weight::Regular))
        .fold(0.0, f64::max);
    let upwards = longest > wide - 6.0;
    let head = if upwards {
        font::widest(spec.columns.iter().map(String::as_str), size, Weight::Regular).min(size * 11.0)
            + size * 0.6
    } else {
        let lines = spec.columns.iter().map(|c| font::wrap(c, size, Weight::Regular, wide - 6.0, 3).len());
        size * 1.3 * lines.max().unwrap_or(1) as f64 + size * 0.5
    };
    let top = page.top + head;
    for (c, name) in spec.columns.iter().enumerate() {
        let middle = left + wide * (c as f64 + 0.5);
        if upwards {
            let name = font::shorten(name, size, Weight::Regular, head - size * 0.6);
            page.canvas.text((middle + size * 0.35, top - size * 0.5), &name, page.quiet().upwards());
        } else {
            let lines = font::wrap(name, size, Weight::Regular, wide - 6.0, 3);
            let y = top - size * 0.5 - size * 1.3 * lines.len() as f64;
            page.lines((middle, y), &lines, page.quiet().middle());
        }
    }
    let most = spec.counts.iter().flatten().copied().max().unwrap_or(0).max(1) as f64;
    let bold = page.plain().bold();
    for (r, name) in spec.rows.iter().enumerate() {
        let y = top + tall * r as f64;
        let room = left - page.left - size * 0.7;
        let lines = font::wrap(name, size, Weight::Regular, room, 2);
        page.lines((page.left, y + (tall - size * 1.3 * lines.len() as f64) / 2.0), &lines, page.plain());
        let row = spec.counts.get(r).cloned().unwrap_or_default();
        for (c, number) in row.iter().enumerate().take(spec.columns.len()) {
            let area = Area::new(left + wide * c as f64, y, wide, tall).grown(-1.5);
            if *number == 0 {
                page.canvas.rect(area, 2.0, Paint::line(ink.grid, 1.0));
                continue;
            }
            let ground = ink.sequential(0.12 + 0.88 * *number as f64 / most);
            page.canvas.rect(area, 2.0, Paint::fill(ground));
            let (x, middle) = area.centre();
            page.canvas.text(
                (x, middle + size * 0.36),
                &number.to_string(),
                Type::new(size, ink.on(ground)).middle(),
            );
        }
        let sum: usize = row.iter().sum();
        let x = left + wide * count + total - size * 0.4;
        page.canvas.text((x, y + tall / 2.0 + size * 0.36), &sum.to_string(), bold.end());
    }
    let bottom = top + tall * spec.rows.len() as f64;
    let y = bottom + size * 1.5;
    page.canvas.text((left + wide * count + total - size * 0.4, top - size * 0.5), &spec.total, bold.end());
    for c in 0..spec.columns.len() {
        let sum: usize = spec.counts.iter().filter_map(|row| row.get(c)).sum();
        page.canvas.text((left + wide * (c as f64 + 0.5), y), &sum.to_string(), bold.middle());
    }
    let sum: usize = spec.counts.iter().flatten().sum();
    page.canvas.text((left + wide * count + total - size * 0.4, y), &sum.to_string(), bold.end());
    let name = font::shorten(&spec.total, size, Weight::Bold, left - page.left - size * 0.7);
    page.canvas.text((page.left, y), &name, bold);
    page.finish(y + size * 0.6)
}

/// Hits by year.
#[derive(Clone, Debug)]
pub struct Years {
    /// Titles and corner.
    pub head: Head,
    /// Year and, for each class, how many.
    pub years: Vec<(i64, usize)>,
    /// A year with its words, such as the cut-off.
    pub mark: Option<(f64, String)>,
}

/// Draws hits by year: a dot a hit, stacked.
#[must_use]
pub fn years(spec: &Years, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let ink = page.ink;
    let size = page.label();
    let first = spec.years.iter().map(|y| y.0).min().unwrap_or(0) as f64;
    let last = spec.years.iter().map(|y| y.0).max().unwrap_or(1) as f64;
    let last = spec.mark.as_ref().map_or(last, |m| m.0.max(last));
    let most = spec.years.iter().map(|y| y.1).max().unwrap_or(1).max(1) as f64;
    let span = (last - first + 1.0).max(3.0);
    let slot = page.width() / span;
    let r = (slot * 0.36).min(size * 0.62).max(1.6);
    let step = (r * 2.35).min(size * 20.0 / most);
    let top = page.top + if spec.mark.is_some() { size * 1.6 } else { 0.0 };
    // The tallest column's number keeps off the words above.
    let tall = (step * most + r + size).max(size * 5.0);
    let plot = Area::new(page.left, top, page.width(), tall);
    let sx = Scale::new((first - 0.5, first - 0.5 + span), (plot.x, plot.right()));
    page.canvas.line((plot.x, plot.bottom()), (plot.right(), plot.bottom()), Paint::line(ink.rule, 1.0));
    let (list, _) = ticks(first, last, if frame.narrow() { 4 } else { 10 });
    let list: Vec<f64> = list.into_iter().filter(|y| y.fract().abs() < 1e-9).collect();
    page.ticks_below(&sx, plot, &list, 0, Print::Year, false);
    if let Some((year, words)) = &spec.mark {
        let x = sx.held(*year);
        page.canvas.line(
            (x, plot.y - size * 0.4),
            (x, plot.bottom()),
            Paint::line(ink.warning, 1.2).dash(4.0, 3.0),
        );
        let text = font::shorten(words, size, Weight::Regular, page.width());
        let half = font::width(&text, size, Weight::Regular) / 2.0;
        let middle = x.clamp(plot.x + half, plot.right() - half);
        page.canvas.text((middle, plot.y - size * 0.7), &text, Type::new(size, ink.warning_ink).middle());
    }
    for (year, count) in &spec.years {
        let x = sx.at(*year as f64);
        for i in 0..*count {
            let y = plot.bottom() - r - 1.5 - step * i as f64;
            page.canvas.circle((x, y), r, Paint::fill(ink.accent));
        }
        if *count > 2 {
            let y = plot.bottom() - step * *count as f64 - r * 0.4;
            page.canvas.text(
                (x, y),
                &count.to_string(),
                Type::new(page.small(), ink.muted).middle().halo(ink.paper),
            );
        }
    }
    let bottom = plot.bottom() + page.tick_height();
    page.finish(bottom)
}
