//! A series with its comparators, its break, its slope and its forecast to the horizon; small series side by side.

use crate::axis::{Print, Scale, extent, padded, ticks};
use crate::font::{self, Weight};
use crate::frame::{Entry, Frame, Head, Page, Sign};
use crate::mark::{self, Shape};
use crate::svg::{Area, Paint, Path, Svg, Type};

/// A line of values by year.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Name, written at its end.
    pub name: String,
    /// Year and value, by year.
    pub values: Vec<(f64, f64)>,
}

/// A forecast.
#[derive(Clone, Debug, Default)]
pub struct Forecast {
    /// Its median.
    pub median: Vec<(f64, f64)>,
    /// Year, lower end, upper end.
    pub band: Vec<(f64, f64, f64)>,
    /// Each model, thin.
    pub models: Vec<Line>,
    /// What is printed at the end of the median: no more digits than it carries.
    pub end: String,
    /// Whether the band is cut below and above.
    pub cut: (bool, bool),
}

/// A straight line of trend.
#[derive(Clone, Debug, Default)]
pub struct Slope {
    /// Year and value of its beginning.
    pub from: (f64, f64),
    /// Year and value of its end.
    pub to: (f64, f64),
    /// Its words.
    pub words: String,
}

/// A series.
#[derive(Clone, Debug, Default)]
pub struct Series {
    /// Titles and corner.
    pub head: Head,
    /// Name of the measure with its unit.
    pub measure: String,
    /// The series itself.
    pub main: Line,
    /// Values after the cut-off: shown apart.
    pub later: Vec<(f64, f64)>,
    /// Where they begin, and the words of the line that stands there; drawn only where there are such values.
    pub cutoff: Option<(f64, String)>,
    /// The same series elsewhere.
    pub comparators: Vec<Line>,
    /// A break: last year before it, and its words.
    pub break_at: Option<(f64, String)>,
    /// Sen's line.
    pub slope: Option<Slope>,
    /// The forecast.
    pub forecast: Option<Forecast>,
    /// The horizon and its words.
    pub horizon: Option<(f64, String)>,
    /// A target: year, value, words.
    pub target: Option<(f64, f64, String)>,
    /// Warnings written below: a long horizon, a discontinued series.
    pub flags: Vec<String>,
    /// Meanings: values after the cut-off, median of the forecast, band, models.
    pub signs: [String; 4],
}

/// Draws a series.
#[must_use]
pub fn series(spec: &Series, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let ink = page.ink;
    let size = page.label();
    let lines = || std::iter::once(&spec.main).chain(&spec.comparators);
    let points = || lines().flat_map(|l| &l.values).chain(&spec.later).copied();
    let forecast = spec.forecast.clone().unwrap_or_default();
    let years = points()
        .map(|p| p.0)
        .chain(forecast.median.iter().map(|p| p.0))
        .chain(spec.horizon.iter().map(|h| h.0))
        .chain(spec.target.iter().map(|t| t.0));
    let values = points()
        .map(|p| p.1)
        .chain(forecast.median.iter().map(|p| p.1))
        .chain(forecast.band.iter().flat_map(|b| [b.1, b.2]))
        .chain(forecast.models.iter().flat_map(|m| m.values.iter().map(|p| p.1)))
        .chain(spec.target.iter().map(|t| t.1));
    let xs = extent(years).unwrap_or((0.0, 1.0));
    let raw = extent(values).unwrap_or((0.0, 1.0));
    let (low, high) = padded(raw, 0.08);
    // Near zero the axis begins at zero; a measure that is never negative shows no negative room.
    let low = if raw.0 >= 0.0 && raw.0 < 0.35 * raw.1 { 0.0 } else { low };
    let (list, decimals) = ticks(low, high, 5);

    let name_size = size;
    let ends =
        font::widest(lines().map(|l| l.name.as_str()), name_size, Weight::Bold).min(page.width() * 0.25);
    let has_future = !forecast.median.is_empty() || spec.horizon.is_some();
    let right = if has_future || frame.narrow() { 10.0 } else { ends + size };
    let left = page.left + page.tick_width(&list, decimals, Print::Number) + 10.0;
    let mut top = page.top;
    top = page.lines(
        (page.left, top),
        &font::wrap(&spec.measure, size, Weight::Bold, page.width(), 2),
        page.plain().bold(),
    );
    top += size * 1.9;
    let wide = page.right - right - left;
    let tall = match frame.narrow() {
        true => 0.85,
        // What is written below it takes its part of a slide, and two share a page of paper.
        false if frame.low() => 0.21,
        false if wide > 600.0 => 0.35,
        false => 0.46,
    };
    let plot = Area::new(left, top, wide, wide * tall);
    let sx = Scale::new((xs.0, xs.1), (plot.x + 4.0, plot.right() - 4.0));
    let sy = Scale::new((low, high), (plot.bottom(), plot.y));
    page.ticks_left(&sy, plot, &list, decimals, Print::Number, true);
    let (year_ticks, _) = ticks(xs.0, xs.1, if frame.narrow() { 4 } else { 8 });
    let year_ticks: Vec<f64> = year_ticks.into_iter().filter(|y| y.fract().abs() < 1e-9).collect();
    page.ticks_below(&sx, plot, &year_ticks, 0, Print::Year, false);
    page.canvas.line((plot.x, plot.bottom()), (plot.right(), plot.bottom()), Paint::line(ink.rule, 1.0));

    let at = |p: &(f64, f64)| (sx.at(p.0), sy.held(p.1));
    if let Some((year, words)) = &spec.horizon {
        let x = sx.at(*year);
        page.canvas.line((x, plot.y - size * 0.4), (x, plot.bottom()), Paint::line(ink.rule, 1.0));
        let text = font::shorten(words, size, Weight::Regular, plot.w * 0.5);
        page.canvas.text((plot.right(), plot.y - size * 0.75), &text, page.quiet().end());
    }
    if let Some((year, words)) = &spec.break_at {
        let x = sx.at(*year + 0.5);
        page.canvas.line(
            (x, plot.y - size * 0.4),
            (x, plot.bottom()),
            Paint::line(ink.warning, 1.2).dash(2.0, 3.0),
        );
        let text = font::shorten(words, size, Weight::Regular, plot.w * 0.46);
        let half = font::width(&text, size, Weight::Regular) / 2.0;
        let middle = x.clamp(plot.x + half, (plot.right() - half).max(plot.x + half));
        page.canvas.text((middle, plot.y - size * 0.75), &text, Type::new(size, ink.warning_ink).middle());
    }
    if let Some((year, _)) = cutoff(spec) {
        let (x, (on, off)) = (sx.at(*year), CUTOFF);
        page.canvas.line((x, plot.y), (x, plot.bottom()), Paint::line(ink.muted, 1.0).dash(on, off));
    }
    if !forecast.band.is_empty() {
        let mut outline: Vec<(f64, f64)> = spec.main.values.last().map(&at).into_iter().collect();
        outline.extend(forecast.band.iter().map(|b| at(&(b.0, b.2))));
        outline.extend(forecast.band.iter().rev().map(|b| at(&(b.0, b.1))));
        page.canvas.path(&Path::through(&outline).close(), Paint::fill(ink.accent_pale));
    }
    for model in &forecast.models {
        let mut points: Vec<(f64, f64)> = spec.main.values.last().map(&at).into_iter().collect();
        points.extend(model.values.iter().map(at));
        page.canvas.path(&Path::through(&points), Paint::line(thin(&page), 0.8));
    }
    cut_ends(&mut page, &forecast, &sx, &sy);
    let mut taken: Vec<(Area, f64)> = Vec::new();
    let mut courses: Vec<(f64, f64)> = lines().flat_map(|l| course(l, &sx, &sy)).collect();
    courses.extend(forecast.median.windows(2).flat_map(|pair| {
        let (a, b) = (at(&pair[0]), at(&pair[1]));
        [a, ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0), b]
    }));
    for point in &spec.later {
        let (x, y) = at(point);
        courses.extend([(x - 4.0, y), (x + 4.0, y), (x, y - 4.0), (x, y + 4.0)]);
    }
    for (index, line) in spec.comparators.iter().enumerate() {
        let colour = ink.group(index + 1);
        draw_line(&mut page, line, &sx, &sy, colour, 1.5, Some(index + 1));
        end_name(&mut page, line, plot, &sx, &sy, colour, &mut taken, (&courses, has_future));
    }
    if let Some(slope) = &spec.slope {
        let (on, off) = SLOPE;
        page.canvas.line(at(&slope.from), at(&slope.to), Paint::line(ink.muted, 1.0).dash(on, off));
    }
    draw_line(&mut page, &spec.main, &sx, &sy, ink.accent, 2.4, None);
    for point in &spec.main.values {
        page.canvas.circle(at(point), 2.4, Paint::fill(ink.accent));
    }
    if let Some(last) = spec.main.values.last()
        && !forecast.median.is_empty()
    {
        let mut points = vec![at(last)];
        points.extend(forecast.median.iter().map(at));
        page.canvas.path(&Path::through(&points), Paint::line(ink.accent, 2.2).dash(6.0, 3.5));
        if let Some(end) = forecast.median.last() {
            let place = (sx.at(end.0) - 6.0, sy.at(end.1) - size * 0.6);
            let wide = font::width(&forecast.end, size, Weight::Bold);
            let area = Area::new(place.0 - wide, place.1 - size, wide, size * 1.2);
            let struck =
                spec.later.iter().map(&at).any(|p| area.grown(5.0).overlaps(&Area::new(p.0, p.1, 0.1, 0.1)));
            // Below the line where later values stand above it.
            let place = if struck { (place.0, sy.at(end.1) + size * 1.5) } else { place };
            page.canvas.circle(at(end), 3.4, Paint::fill(ink.accent).stroke(ink.paper, 1.0));
            page.canvas.text(place, &forecast.end, Type::new(size, ink.accent).bold().end().halo(ink.paper));
        }
    }
    end_name(&mut page, &spec.main, plot, &sx, &sy, ink.accent, &mut taken, (&courses, has_future));
    for point in &spec.later {
        mark::draw(&mut page.canvas, Shape::Diamond, at(point), 4.2, ink.ink, false, ink.paper);
    }
    if let Some((year, value, words)) = &spec.target {
        let place = at(&(*year, *value));
        mark::draw(&mut page.canvas, Shape::Star, place, 5.5, ink.warning, true, ink.paper);
        let text = font::shorten(words, size, Weight::Regular, plot.w * 0.4);
        let set = Type::new(size, ink.warning_ink).end().halo(ink.paper);
        page.canvas.text((place.0 - 9.0, place.1 + size * 0.35), &text, set);
    }
    let mut y = plot.bottom() + page.tick_height() + size * 0.4;
    y = page.legend(&entries(&page, spec, &forecast), y);
    for flag in &spec.flags {
        y = warning(&mut page, flag, y);
    }
    page.finish(y)
}

/// The dashes of Sen's line, unlike those of the forecast.
const SLOPE: (f64, f64) = (1.2, 2.6);
/// The dashes of the line at the cut-off.
const CUTOFF: (f64, f64) = (5.0, 2.5);

/// The cut-off, where values came after it.
fn cutoff(spec: &Series) -> Option<&(f64, String)> {
    spec.cutoff.as_ref().filter(|_| !spec.later.is_empty())
}

/// The colour of the single models.
fn thin(page: &Page<'_>) -> crate::theme::Rgb {
    page.ink.accent.mix(page.ink.paper, 0.5)
}

/// Arrows at the end of a band that goes on beyond the plot.
fn cut_ends(page: &mut Page<'_>, forecast: &Forecast, sx: &Scale, sy: &Scale) {
    let Some((year, low, high)) = forecast.band.last().copied() else { return };
    let (x, ink) = (sx.at(year) - 7.0, page.ink);
    for (cut, value, up) in [(forecast.cut.0, low, -1.0), (forecast.cut.1, high, 1.0)] {
        if cut {
            let y = sy.held(value) + 2.0 * up;
            mark::arrow(&mut page.canvas, (x, y + 13.0 * up), (x, y), ink.accent, 1.3);
        }
    }
}

/// A warning with its sign, in lines; returns its bottom.
pub(crate) fn warning(page: &mut Page<'_>, text: &str, top: f64) -> f64 {
    let size = page.small();
    let ink = page.ink;
    let indent = size * 1.9;
    let lines = font::wrap(text, size, Weight::Regular, page.width() - indent - 4.0, 4);
    let at = (page.left + indent / 2.0, top + size * 0.85);
    mark::draw(&mut page.canvas, Shape::Up, at, size * 0.42, ink.warning, true, ink.paper);
    page.lines((page.left + indent + 4.0, top + size * 0.2), &lines, Type::new(size, ink.warning_ink))
        + size * 0.3
}

fn draw_line(
    page: &mut Page<'_>,
    line: &Line,
    sx: &Scale,
    sy: &Scale,
    colour: crate::theme::Rgb,
    width: f64,
    group: Option<usize>,
) {
    let points: Vec<(f64, f64)> = line.values.iter().map(|p| (sx.at(p.0), sy.held(p.1))).collect();
    // Years without a value are bridged by a thin dashed line, never by a full one.
    for (pair, years) in points.windows(2).zip(line.values.windows(2)) {
        if years[1].0 - years[0].0 > 1.5 {
            page.canvas.line(pair[0], pair[1], Paint::line(colour, 1.0).dash(2.0, 3.0));
        }
    }
    let mut start = 0;
    for end in 1..=points.len() {
        let gap = end == points.len() || line.values[end].0 - line.values[end - 1].0 > 1.5;
        if gap {
            if end - start > 1 {
                page.canvas.path(&Path::through(&points[start..end]), Paint::line(colour, width).round());
            }
            start = end;
        }
    }
    if let Some(group) = group {
        let paper = page.ink.paper;
        for point in points.iter().step_by((points.len() / 6).max(1)) {
            mark::draw(&mut page.canvas, Shape::group(group), *point, 3.2, colour, true, paper);
        }
    }
}

/// Points along a line, close together.
fn course(line: &Line, sx: &Scale, sy: &Scale) -> Vec<(f64, f64)> {
    let mut out = Vec::new();
    for pair in line.values.windows(2) {
        for step in 0..=6 {
            let t = f64::from(step) / 6.0;
            let at = |a: f64, b: f64| a + (b - a) * t;
            out.push((sx.at(at(pair[0].0, pair[1].0)), sy.held(at(pair[0].1, pair[1].1))));
        }
    }
    out
}

/// Writes a line's name at its end, moved off the names written before.
#[allow(clippy::too_many_arguments)]
fn end_name(
    page: &mut Page<'_>,
    line: &Line,
    plot: Area,
    sx: &Scale,
    sy: &Scale,
    colour: crate::theme::Rgb,
    taken: &mut Vec<(Area, f64)>,
    (courses, inside): (&[(f64, f64)], bool),
) {
    let Some(last) = line.values.last() else { return };
    if line.name.is_empty() {
        return;
    }
    let size = page.label();
    let text = font::shorten(&line.name, size, Weight::Bold, plot.w * 0.4);
    let wide = font::width(&text, size, Weight::Bold);
    let inside = inside || page.frame.narrow();
    let x = if inside {
        (sx.at(last.0) - wide / 2.0).clamp(plot.x, plot.right() - wide)
    } else {
        sx.at(last.0) + size * 0.6
    };
    let lift = if inside { size * 1.5 } else { 0.0 };
    let base = sy.held(last.1) + size * 0.35;
    // Right after the end where that is free, else the nearest place above or below it that nothing takes.
    let step = size * 0.35;
    let right = sx.at(last.0) + size * 0.5;
    let after = [0.0, 1.0, -1.0, 2.0, -2.0].map(|i| (right, step * i));
    let after = after.into_iter().filter(|_| inside && right + wide <= plot.right());
    let steps = (0..40).flat_map(|i| [-lift - step * f64::from(i), lift + step * f64::from(i)]);
    let places = after.chain(steps.map(|o| (x, o)));
    let place = places.map(|(x, o)| Area::new(x, base + o - size * 0.9, wide, size * 1.2)).find(|area| {
        let crossed = |p: &(f64, f64)| area.overlaps(&Area::new(p.0 - 1.0, p.1 - 1.0, 2.0, 2.0));
        area.y >= plot.y - size * 0.3
            && area.bottom() <= plot.bottom()
            && !taken.iter().any(|(t, _)| t.overlaps(area))
            // Names stand in the order of the ends: the upper line has the upper name.
            && taken.iter().all(|(t, end)| (base - end).abs() < 1.0 || (base < *end) == (area.y < t.y))
            && !(inside && courses.iter().any(crossed))
    });
    let area = place.unwrap_or_else(|| Area::new(x, base - lift - size * 0.9, wide, size * 1.2));
    let set = Type::new(size, page.ink.as_text(colour)).bold().halo(page.ink.paper);
    page.canvas.text((area.x, area.y + size * 0.9), &text, set);
    taken.push((area, base));
}

fn entries(page: &Page<'_>, spec: &Series, forecast: &Forecast) -> Vec<Entry> {
    let ink = page.ink;
    let mut out = Vec::new();
    let mut put = |shown: bool, sign: Sign, text: &str| {
        if shown && !text.is_empty() {
            out.push(Entry { sign, text: text.to_owned() });
        }
    };
    if let Some(slope) = &spec.slope {
        put(true, Sign::Stroke(ink.muted, 1.0, Some(SLOPE)), &slope.words);
    }
    if let Some((_, words)) = cutoff(spec) {
        put(true, Sign::Stroke(ink.muted, 1.0, Some(CUTOFF)), words);
    }
    put(!spec.later.is_empty(), Sign::Mark(Shape::Diamond, ink.ink, false), &spec.signs[0]);
    put(!forecast.median.is_empty(), Sign::Line(ink.accent, 2.2, true), &spec.signs[1]);
    put(!forecast.band.is_empty(), Sign::Band(ink.accent_pale), &spec.signs[2]);
    put(!forecast.models.is_empty(), Sign::Line(thin(page), 0.8, false), &spec.signs[3]);
    out
}
