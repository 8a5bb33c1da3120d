//! The early-warning board: the reading of each indicator against the range of each scenario, small charts side by side.

use crate::axis::{Print, Scale, extent, padded, ticks};
use crate::font::{self, Weight};
use crate::frame::{Entry, Frame, Head, Page, Sign};
use crate::mark::{self, Shape};
use crate::svg::{Area, Paint, Path, Svg, Type};

/// The range of a scenario at the horizon.
#[derive(Clone, Debug)]
pub struct Band {
    /// Code of the scenario.
    pub code: String,
    /// Lower end; open where absent.
    pub low: Option<f64>,
    /// Upper end; open where absent.
    pub high: Option<f64>,
    /// Whether it is the bet.
    pub bet: bool,
    /// Whether the last reading is nearest to its path.
    pub nearest: bool,
}

/// An indicator.
#[derive(Clone, Debug)]
pub struct Gauge {
    /// Code.
    pub code: String,
    /// Name with its unit.
    pub name: String,
    /// Year and value of the baseline.
    pub baseline: Option<(f64, f64)>,
    /// Year and value of the target.
    pub target: Option<(f64, f64)>,
    /// Readings by year.
    pub readings: Vec<(f64, f64)>,
    /// Ranges of the scenarios at the horizon.
    pub bands: Vec<Band>,
    /// What the reading says, in a few words.
    pub verdict: String,
}

/// The board.
#[derive(Clone, Debug)]
pub struct Board {
    /// Titles and corner.
    pub head: Head,
    /// The horizon.
    pub horizon: f64,
    /// The indicators.
    pub gauges: Vec<Gauge>,
    /// Codes and names of the scenarios whose ranges are drawn.
    pub scenarios: Vec<(String, String)>,
    /// Meanings: baseline, reading, target, ranges, the path to the bet.
    pub signs: [String; 5],
}

/// Draws the board.
#[must_use]
pub fn board(spec: &Board, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let size = page.label();
    let gap = size * 2.0;
    let count = spec.gauges.len().max(1) as f64;
    let columns = ((page.width() + gap) / (size * 19.0 + gap)).floor().clamp(1.0, count) as usize;
    let wide = (page.width() + gap) / columns as f64 - gap;
    // Ten gauges stay on one page.
    let tall = size * 6.2;
    let mut y = page.top;
    for row in spec.gauges.chunks(columns) {
        let heads: Vec<Vec<String>> = row
            .iter()
            .map(|g| font::wrap(&format!("{} {}", g.code, g.name), size, Weight::Bold, wide, 3))
            .collect();
        let lines = heads.iter().map(Vec::len).max().unwrap_or(1) as f64;
        let top = y + lines * size * 1.3 + size * 0.6;
        for (column, (item, head)) in row.iter().zip(&heads).enumerate() {
            let x = page.left + (wide + gap) * column as f64;
            let start = y + (lines - head.len() as f64) * size * 1.3;
            page.canvas.open("");
            page.lines((x, start), head, page.plain().bold());
            gauge(&mut page, spec, item, Area::new(x, top, wide, tall));
            page.canvas.close();
        }
        let small = page.small();
        let notes = row.iter().map(|g| font::wrap(&g.verdict, small, Weight::Regular, wide, 2).len());
        y = top + tall + size * 2.6 + small * 1.3 * notes.max().unwrap_or(0) as f64;
    }
    let ink = page.ink;
    let mut entries = Vec::new();
    let mut put = |shown: bool, sign: Sign, text: &str| {
        if shown && !text.is_empty() {
            entries.push(Entry { sign, text: text.to_owned() });
        }
    };
    let any = |f: fn(&Gauge) -> bool| spec.gauges.iter().any(f);
    put(any(|g| g.baseline.is_some()), Sign::Mark(Shape::Circle, ink.ink, false), &spec.signs[0]);
    put(any(|g| !g.readings.is_empty()), Sign::Mark(Shape::Diamond, ink.ink, true), &spec.signs[1]);
    put(any(|g| g.target.is_some()), Sign::Mark(Shape::Star, ink.accent, true), &spec.signs[2]);
    put(any(|g| !g.bands.is_empty()), Sign::Band(ink.grid), &spec.signs[3]);
    put(
        any(|g| g.baseline.is_some() && g.target.is_some()),
        Sign::Line(ink.accent, 1.2, true),
        &spec.signs[4],
    );
    let mut y = page.legend(&entries, y - size * 0.5);
    if !spec.scenarios.is_empty() {
        y = page.key(&spec.scenarios, y + size * 0.4);
    }
    page.finish(y)
}

fn gauge(page: &mut Page<'_>, spec: &Board, item: &Gauge, area: Area) {
    let ink = page.ink;
    let size = page.label();
    let small = page.small();
    let values = item
        .readings
        .iter()
        .chain(&item.baseline)
        .chain(&item.target)
        .map(|p| p.1)
        .chain(item.bands.iter().flat_map(|b| [b.low, b.high]).flatten());
    let span = padded(extent(values).unwrap_or((0.0, 1.0)), 0.12);
    let first = item.readings.iter().chain(&item.baseline).map(|p| p.0).fold(spec.horizon - 1.0, f64::min);
    let (list, decimals) = ticks(span.0, span.1, 3);
    let ticks_wide = page.tick_width(&list, decimals, Print::Number) + 9.0;
    let codes = font::widest(item.bands.iter().map(|b| b.code.as_str()), small, Weight::Bold);
    let band_wide = if item.bands.is_empty() { 0.0 } else { size * 1.25 };
    let right =
        if item.bands.is_empty() { 8.0 } else { band_wide * item.bands.len() as f64 + codes * 0.2 + 6.0 };
    let plot = Area::new(area.x + ticks_wide, area.y, area.w - ticks_wide - right, area.h);
    let sx = Scale::new((first - 0.5, spec.horizon), (plot.x, plot.right()));
    let sy = Scale::new(span, (plot.bottom(), plot.y));
    page.ticks_left(&sy, plot, &list, decimals, Print::Number, true);
    let bottom = plot.bottom();
    page.canvas.line((plot.x, bottom), (area.right(), bottom), Paint::line(ink.rule, 1.0));
    for (year, set) in [(first, page.quiet()), (spec.horizon, page.quiet().end())] {
        let x = if year == first { plot.x } else { plot.right() };
        page.canvas.text((x, bottom + size * 1.25), &format!("{year:.0}"), set);
    }
    bands(page, item, plot, &sy, band_wide);
    let at = |p: &(f64, f64)| (sx.held(p.0), sy.held(p.1));
    if let (Some(from), Some(to)) = (&item.baseline, &item.target) {
        page.canvas.line(at(from), at(to), Paint::line(ink.accent, 1.2).dash(5.0, 3.0));
    }
    let mut path: Vec<(f64, f64)> = item.baseline.iter().map(&at).collect();
    path.extend(item.readings.iter().map(at));
    if path.len() > 1 {
        page.canvas.path(&Path::through(&path), Paint::line(ink.ink, 1.6).round());
    }
    if let Some(target) = &item.target {
        mark::draw(&mut page.canvas, Shape::Star, at(target), size * 0.48, ink.accent, true, ink.paper);
    }
    if let Some(base) = &item.baseline {
        mark::draw(&mut page.canvas, Shape::Circle, at(base), size * 0.34, ink.ink, false, ink.paper);
    }
    if let Some(last) = item.readings.last() {
        let place = at(last);
        mark::draw(&mut page.canvas, Shape::Diamond, place, size * 0.42, ink.ink, true, ink.paper);
        let text = page.reading(last.1);
        let above = place.1 - size * 0.75 > plot.y + size * 0.6;
        let y = if above { place.1 - size * 0.7 } else { place.1 + size * 1.5 };
        let half = font::width(&text, size, Weight::Bold) / 2.0;
        let x = place.0.clamp(plot.x + half, (plot.right() - half).max(plot.x + half));
        page.canvas.text((x, y), &text, Type::new(size, ink.ink).bold().middle().halo(ink.paper));
    }
    let verdict = font::wrap(&item.verdict, small, Weight::Regular, area.w, 2);
    page.lines((area.x, bottom + size * 1.55), &verdict, Type::new(small, ink.muted));
}

fn bands(page: &mut Page<'_>, item: &Gauge, plot: Area, sy: &Scale, wide: f64) {
    let ink = page.ink;
    let small = page.small();
    for (index, band) in item.bands.iter().enumerate() {
        let x = plot.right() + 6.0 + wide * index as f64;
        let top = band.high.map_or(plot.y, |v| sy.held(v));
        let low = band.low.map_or(plot.bottom(), |v| sy.held(v));
        let bar = Area::new(x + wide * 0.12, top, wide * 0.76, (low - top).max(2.0));
        let fill = if band.bet { ink.accent_pale } else { ink.grid };
        let edge = if band.nearest { ink.ink } else { ink.rule };
        let edge_width = if band.nearest { 1.8 } else { 0.6 };
        page.canvas.rect(bar, 1.5, Paint::fill(fill).stroke(edge, edge_width));
        let colour = if band.bet { ink.accent } else { ink.muted };
        // The code stands in its band, reading upwards where the band is tall enough.
        let code_wide = font::width(&band.code, small, Weight::Bold);
        let middle = (bar.y + bar.h / 2.0).clamp(plot.y + code_wide / 2.0, plot.bottom() - code_wide / 2.0);
        let set = Type::new(small.min(wide * 0.92), if band.nearest { ink.ink } else { colour }).bold();
        page.canvas.text(
            (x + wide / 2.0 + small * 0.34, middle),
            &band.code,
            set.middle().upwards().halo(fill),
        );
    }
}
