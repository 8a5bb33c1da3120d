//! Plans: actions against scenarios, the roadmap, the way back from the bet to today.

use crate::axis::{Print, Scale, extent};
use crate::font::{self, Weight};
use crate::frame::{Entry, Frame, Head, Page, Sign};
use crate::mark::{self, Shape};
use crate::svg::{Area, Paint, Path, Svg, Type};

/// How an action fares in a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fares {
    /// It works.
    Works,
    /// It works if it changes.
    Change,
    /// It fails.
    Fails,
}

/// An action in each scenario.
#[derive(Clone, Debug)]
pub struct RobustRow {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// How it fares, by scenario.
    pub fares: Vec<Option<Fares>>,
    /// Its class, in a word.
    pub class: String,
    /// Whether the finding is about it.
    pub strong: bool,
}

/// Actions against scenarios.
#[derive(Clone, Debug)]
pub struct Robust {
    /// Titles and corner.
    pub head: Head,
    /// Scenarios: code and name.
    pub scenarios: Vec<(String, String)>,
    /// The column of the bet.
    pub bet: Option<usize>,
    /// Actions.
    pub rows: Vec<RobustRow>,
    /// Meanings: works, needs change, fails.
    pub signs: [String; 3],
}

/// Draws actions against scenarios: a tick works, a wave needs change, a cross fails.
#[must_use]
pub fn robust(spec: &Robust, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let ink = page.ink;
    let size = page.label();
    let narrow = frame.narrow();
    let count = spec.scenarios.len().max(1) as f64;
    let classes = font::widest(spec.rows.iter().map(|r| r.class.as_str()), size, Weight::Regular);
    let right = if classes > 0.0 { classes.min(page.width() * 0.24) + size } else { 0.0 };
    let widest = spec
        .rows
        .iter()
        .map(|r| {
            font::width(&r.code, size, Weight::Bold)
                + size * 0.5
                + font::width(&r.name, size, Weight::Regular)
        })
        .fold(0.0, f64::max);
    let codes = font::widest(spec.rows.iter().map(|r| r.code.as_str()), size, Weight::Bold);
    let names = if narrow { codes } else { widest.min(page.width() * 0.45) };
    let left = page.left + names + size;
    let wide = ((page.right - right - left) / count).min(size * 9.0);
    let row = page.row(size * 2.0, narrow || widest <= names);
    let heads: Vec<Vec<String>> = spec
        .scenarios
        .iter()
        .map(|(code, name)| {
            let text = if narrow || name.is_empty() { code } else { name };
            font::wrap(text, size, Weight::Bold, wide - 6.0, 3)
        })
        .collect();
    let most = heads.iter().map(Vec::len).max().unwrap_or(1) as f64;
    let top = page.top + size * 1.3 * most + size * 0.5;
    if let Some(bet) = spec.bet {
        let tall = row * spec.rows.len() as f64 + top - page.top;
        let column = Area::new(left + wide * bet as f64 + 2.0, page.top - 2.0, wide - 4.0, tall + 4.0);
        page.canvas.rect(column, 3.0, Paint::line(ink.accent, 1.4));
    }
    page.canvas.open_head(top + row * spec.rows.len() as f64);
    for (c, lines) in heads.iter().enumerate() {
        let middle = left + wide * (c as f64 + 0.5);
        let y = top - size * 0.4 - size * 1.3 * lines.len() as f64;
        let colour = if spec.bet == Some(c) { ink.accent } else { ink.ink };
        page.lines((middle, y), lines, Type::new(size, colour).bold().middle());
    }
    page.canvas.close();
    for (r, action) in spec.rows.iter().enumerate() {
        let y = top + row * r as f64;
        let middle = y + row / 2.0;
        if r > 0 {
            page.canvas.line((page.left, y), (page.right, y), Paint::line(ink.grid, 0.7));
        }
        let colour = if action.strong { ink.accent } else { ink.ink };
        page.canvas.text((page.left, middle + size * 0.35), &action.code, Type::new(size, colour).bold());
        if !narrow {
            let x = page.left + codes + size * 0.5;
            page.name((x, middle), &action.name, left - size * 0.6 - x, Type::new(size, ink.muted));
        }
        for (c, fares) in action.fares.iter().enumerate().take(spec.scenarios.len()) {
            let at = (left + wide * (c as f64 + 0.5), middle);
            fate(&mut page, *fares, at, row, wide);
        }
        let class = font::shorten(&action.class, size, Weight::Regular, right - size * 0.6);
        page.canvas.text((page.right, middle + size * 0.35), &class, Type::new(size, colour).end());
    }
    let mut y = top + row * spec.rows.len() as f64 + size * 0.6;
    y = fate_legend(&mut page, &spec.signs, y);
    if narrow {
        let pairs: Vec<_> = spec
            .scenarios
            .iter()
            .cloned()
            .chain(spec.rows.iter().map(|r| (r.code.clone(), r.name.clone())))
            .filter(|(_, name)| !name.is_empty())
            .collect();
        y = page.key(&pairs, y + size * 0.4);
    }
    page.finish(y)
}

fn fate(page: &mut Page<'_>, fares: Option<Fares>, at: (f64, f64), row: f64, wide: f64) {
    let ink = page.ink;
    let r = row * 0.26;
    let tile = Area::new(
        at.0 - (wide * 0.5 - 6.0).min(row * 1.1),
        at.1 - row * 0.41,
        (wide - 12.0).min(row * 2.2),
        row * 0.82,
    );
    match fares {
        Some(Fares::Works) => {
            page.canvas.rect(tile, 2.5, Paint::fill(ink.accent));
            mark::check(&mut page.canvas, at, r, ink.on(ink.accent));
        }
        Some(Fares::Change) => {
            page.canvas.rect(tile, 2.5, Paint::fill(ink.accent_pale));
            mark::wave(&mut page.canvas, at, r, ink.accent);
        }
        Some(Fares::Fails) => {
            page.canvas.rect(tile, 2.5, Paint::fill(ink.warning_pale).stroke(ink.warning, 0.8));
            mark::cross(&mut page.canvas, at, r, ink.warning_ink);
        }
        None => {
            let set = Type::new(page.label(), ink.muted).middle();
            page.canvas.text((at.0, at.1 + page.label() * 0.35), "–", set);
        }
    }
}

fn fate_legend(page: &mut Page<'_>, signs: &[String; 3], top: f64) -> f64 {
    let size = page.small();
    let row = size * 1.9;
    let (mut x, mut y) = (page.left, top);
    for (text, fares) in signs.iter().zip([Fares::Works, Fares::Change, Fares::Fails]) {
        if text.is_empty() {
            continue;
        }
        let wide = size * 2.6 + font::width(text, size, Weight::Regular);
        if x > page.left && x + wide > page.right {
            x = page.left;
            y += row;
        }
        fate(page, Some(fares), (x + size * 1.1, y + row / 2.0), row * 0.85, size * 2.0 + 12.0);
        let text = font::shorten(text, size, Weight::Regular, page.right - x - size * 2.6);
        let set = Type::new(size, page.ink.muted);
        page.canvas.text((x + size * 2.6, y + row / 2.0 + size * 0.35), &text, set);
        x += wide + size * 1.6;
    }
    y + row
}

/// An action of the roadmap.
#[derive(Clone, Debug)]
pub struct GanttRow {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// First and last year.
    pub years: (i64, i64),
    /// Level and territory, as printed.
    pub place: String,
    /// Class of its level, for colour and mark.
    pub level: usize,
    /// Codes of the actions that must come before.
    pub after: Vec<String>,
    /// Whether it starts before one of them.
    pub too_early: bool,
}

/// The roadmap.
#[derive(Clone, Debug)]
pub struct Gantt {
    /// Titles and corner.
    pub head: Head,
    /// Objectives with their actions.
    pub groups: Vec<(String, Vec<GanttRow>)>,
    /// Names of the levels.
    pub levels: Vec<String>,
    /// Years that periods end with: heavier lines.
    pub periods: Vec<i64>,
    /// Meanings: arrow of a dependency, contradiction, end of a period.
    pub signs: [String; 3],
}

/// Draws the roadmap.
#[must_use]
pub fn gantt(spec: &Gantt, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let ink = page.ink;
    let size = page.label();
    let narrow = frame.narrow();
    let rows = || spec.groups.iter().flat_map(|(_, rows)| rows);
    let span = extent(rows().flat_map(|r| [r.years.0 as f64, r.years.1 as f64 + 1.0])).unwrap_or((0.0, 1.0));
    let codes = font::widest(rows().map(|r| r.code.as_str()), size, Weight::Bold) + size * 0.6;
    let widest = font::widest(rows().map(|r| r.name.as_str()), size, Weight::Regular);
    let names = if narrow { 0.0 } else { widest.min(page.width() * 0.4) };
    let left = page.left + codes + names + if narrow { 0.0 } else { size };
    let row = page.row(size * 1.85, narrow || widest <= names);
    let head = size * 2.0;
    let count = rows().count() as f64;
    let tall = row * count + spec.groups.len() as f64 * head;
    let plot = Area::new(left, page.top + size * 1.7, page.right - left, tall);
    let sx = Scale::new(span, (plot.x, plot.right()));
    // Even steps from the first year.
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().find(|step| sx.at(span.0 + step) - plot.x >= size * 2.7);
    let step = step.unwrap_or(20.0);
    let years = (0..=((span.1 - span.0) / step) as usize).map(|i| span.0 + step * i as f64);
    for year in years.clone() {
        let x = sx.at(year);
        page.canvas.line((x, plot.y), (x, plot.bottom()), Paint::line(ink.grid, 0.8));
    }
    page.canvas.open_head(plot.bottom());
    for year in years {
        let x = sx.at(year);
        let text = page.tick(year, 0, Print::Year);
        let half = font::width(&text, size, Weight::Regular) / 2.0;
        if year < span.1 - 0.5 {
            let middle = if narrow { x + half } else { sx.at(year + 0.5) };
            if middle + half <= page.right + 1.0 {
                page.canvas.text((middle, plot.y - size * 0.6), &text, page.quiet().middle());
            }
        }
    }
    page.canvas.close();
    for year in &spec.periods {
        let x = sx.held(*year as f64 + 1.0);
        page.canvas.line(
            (x, plot.y - size * 0.4),
            (x, plot.bottom()),
            Paint::line(ink.rule, 0.9).dash(3.0, 3.0),
        );
    }
    let mut bars: Vec<Area> = Vec::new();
    let mut heads: Vec<(String, String, f64)> = Vec::new();
    let mut y = plot.y;
    for (objective, actions) in &spec.groups {
        let text = font::shorten(objective, size, Weight::Bold, page.width() - 8.0);
        heads.push((text, actions.first().map(|action| action.code.clone()).unwrap_or_default(), y));
        y += head;
        for (index, action) in actions.iter().enumerate() {
            let middle = y + row / 2.0;
            if index > 0 {
                page.canvas.text((page.left, middle + size * 0.35), &action.code, page.plain().bold());
            }
            if !narrow {
                page.name((page.left + codes, middle), &action.name, names, page.quiet());
            }
            let (from, to) = (sx.at(action.years.0 as f64), sx.at(action.years.1 as f64 + 1.0));
            let bar = Area::new(from + 1.0, middle - row * 0.33, (to - from - 2.0).max(3.0), row * 0.66);
            bars.push(bar);
            y += row;
        }
    }
    let all: Vec<(&GanttRow, Area)> = rows().zip(bars).collect();
    dependencies(&mut page, &all);
    for (action, bar) in &all {
        level_bar(&mut page, *bar, action.level, action.too_early);
        place_text(&mut page, &action.place, *bar, plot, action.level);
    }
    // The objectives stand over the lines of the dependencies that cross them.
    for (text, first, y) in heads {
        page.canvas.open("");
        let band = Area::new(page.left, y + size * 0.2, page.width(), head - size * 0.4);
        page.canvas.rect(band, 2.0, Paint::fill(ink.surface));
        page.canvas.text((page.left + 5.0, y + head / 2.0 + size * 0.36), &text, page.plain().bold());
        // With its first row as one, so that a slide does not end between them.
        page.canvas.text((page.left, y + head + row / 2.0 + size * 0.35), &first, page.plain().bold());
        page.canvas.close();
    }
    let mut y = plot.bottom() + size * 0.6;
    let mut entries: Vec<Entry> = spec
        .levels
        .iter()
        .enumerate()
        .map(|(i, name)| {
            let fill = level_fill(&page, i);
            let sign =
                if i == STRIPED { Sign::Striped(fill, ink.accent) } else { Sign::Box(fill, ink.accent) };
            Entry { sign, text: name.clone() }
        })
        .collect();
    if rows().any(|r| !r.after.is_empty()) && !spec.signs[0].is_empty() {
        entries.push(Entry { sign: Sign::Arrow(ink.muted), text: spec.signs[0].clone() });
    }
    if rows().any(|r| r.too_early) && !spec.signs[1].is_empty() {
        entries.push(Entry { sign: Sign::Mark(Shape::Up, ink.warning, true), text: spec.signs[1].clone() });
    }
    if !spec.periods.is_empty() && !spec.signs[2].is_empty() {
        let sign = Sign::Stroke(ink.rule, 0.9, Some((3.0, 3.0)));
        entries.push(Entry { sign, text: spec.signs[2].clone() });
    }
    y = page.legend(&entries, y);
    if narrow {
        let pairs: Vec<_> = rows().map(|r| (r.code.clone(), r.name.clone())).collect();
        y = page.key(&pairs, y + size * 0.4);
    }
    page.finish(y)
}

/// The level whose bars are striped: its tint alone is too near to the next on grey paper.
const STRIPED: usize = 2;

fn level_fill(page: &Page<'_>, level: usize) -> crate::theme::Rgb {
    let share = [0.0, 0.55, 0.86, 1.0];
    page.ink.accent.mix(page.ink.paper, share[level.min(3)])
}

fn level_bar(page: &mut Page<'_>, bar: Area, level: usize, warn: bool) {
    let ink = page.ink;
    let paint = Paint::fill(level_fill(page, level)).stroke(ink.accent, 1.0);
    page.canvas.rect(bar, 2.5, paint);
    if level == STRIPED {
        page.canvas.stripes(bar, ink.accent);
    }
    if warn {
        let at = (bar.x + bar.h * 0.5, bar.y + bar.h * 0.55);
        mark::draw(&mut page.canvas, Shape::Up, at, bar.h * 0.34, ink.warning, true, ink.paper);
    }
}

/// Level and territory inside the bar where they fit, after or before it where there is room, else nowhere.
fn place_text(page: &mut Page<'_>, text: &str, bar: Area, plot: Area, level: usize) {
    let size = page.small();
    let ink = page.ink;
    if text.is_empty() {
        return;
    }
    let wide = font::width(text, size, Weight::Regular);
    let y = bar.y + bar.h / 2.0 + size * 0.35;
    if wide <= bar.w - size * 1.2 {
        let colour = ink.on(level_fill(page, level));
        let set = Type::new(size, colour).end();
        if level == STRIPED {
            // Words on stripes could not be read.
            let plate =
                Area::new(bar.right() - wide - size * 1.0, bar.y + 1.2, wide + size * 0.8, bar.h - 2.4);
            page.canvas.rect(plate, 1.5, Paint::fill(level_fill(page, level)));
        }
        page.canvas.text((bar.right() - size * 0.6, y), text, set);
    } else if bar.right() + size * 0.5 + wide <= plot.right() {
        let set = Type::new(size, ink.muted).halo(ink.paper);
        page.canvas.text((bar.right() + size * 0.5, y), text, set);
    } else if bar.x - size * 0.5 - wide >= plot.x {
        let set = Type::new(size, ink.muted).halo(ink.paper).end();
        page.canvas.text((bar.x - size * 0.5, y), text, set);
    }
}

/// From start to start: what goes before must have begun, not ended.
fn dependencies(page: &mut Page<'_>, rows: &[(&GanttRow, Area)]) {
    let colour = page.ink.muted;
    for (action, bar) in rows {
        for before in &action.after {
            let Some((_, from)) = rows.iter().find(|(other, _)| other.code == *before) else { continue };
            let (start, end) = ((from.x, from.centre().1), (bar.x, bar.centre().1));
            let side = from.x.min(bar.x) - 7.0;
            let way = [start, (side, start.1), (side, end.1)];
            page.canvas.path(&Path::through(&way), Paint::line(colour, 1.0));
            mark::arrow(&mut page.canvas, (side, end.1), end, colour, 1.0);
        }
    }
}

/// A step of the way back.
#[derive(Clone, Debug)]
pub struct Step {
    /// Year.
    pub year: i64,
    /// What must be true.
    pub name: String,
    /// Its kind: 0 milestone, 1 condition, 2 critical decision.
    pub kind: usize,
    /// The actions that lead to it, as printed.
    pub actions: String,
}

/// The way back from the bet to today.
#[derive(Clone, Debug)]
pub struct Backcast {
    /// Titles and corner.
    pub head: Head,
    /// The image at the horizon: year and name.
    pub image: (i64, String),
    /// The present: year and name.
    pub present: (i64, String),
    /// The steps, in any order.
    pub steps: Vec<Step>,
    /// Names of the kinds.
    pub kinds: [String; 3],
}

/// Draws the way back: the horizon above, today below, each step at its year.
#[must_use]
pub fn backcast(spec: &Backcast, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let ink = page.ink;
    let size = page.label();
    let body = page.body();
    let mut steps: Vec<&Step> = spec.steps.iter().collect();
    // Within a year in the order of the study, as in the table.
    steps.sort_by_key(|step| std::cmp::Reverse(step.year));
    let years = font::width("2030", body, Weight::Bold);
    let spine = page.left + years + size * 1.7;
    let x = spine + size * 1.7;
    let room = page.right - x;
    let mut y = page.top;
    let start = y + body * 0.8;
    let mut marks: Vec<(f64, usize)> = Vec::new();
    let bold = Type::new(body, ink.accent).bold();
    page.canvas.text((page.left, y + body), &spec.image.0.to_string(), bold);
    let lines = font::wrap(&spec.image.1, body, Weight::Bold, room, 3);
    y = page.lines((x, y), &lines, bold) + size * 0.9;
    let mut last = spec.image.0;
    for step in steps {
        let middle = y + size * 0.7;
        if step.year != last {
            page.canvas.text((page.left, y + size), &step.year.to_string(), page.plain().bold());
            last = step.year;
        }
        marks.push((middle, step.kind));
        let lines = font::wrap(&step.name, size, Weight::Regular, room, 3);
        y = page.lines((x, y), &lines, page.plain());
        let kind = spec.kinds.get(step.kind).map_or("", String::as_str);
        let note = match (kind.is_empty(), step.actions.is_empty()) {
            (false, false) => format!("{kind} · {}", step.actions),
            (false, true) => kind.to_owned(),
            (true, _) => step.actions.clone(),
        };
        let small = page.small();
        let lines = font::wrap(&note, small, Weight::Regular, room, 2);
        let colour = if step.kind == 2 { ink.warning_ink } else { ink.muted };
        y = page.lines((x, y), &lines, Type::new(small, colour)) + size * 0.75;
    }
    let bold = Type::new(body, ink.ink).bold();
    page.canvas.text((page.left, y + body), &spec.present.0.to_string(), bold);
    let lines = font::wrap(&spec.present.1, body, Weight::Bold, room, 3);
    let end = y + body * 0.65;
    y = page.lines((x, y), &lines, bold);
    // From the image back to today: the arrow points down, the way it is read.
    mark::arrow(&mut page.canvas, (spine, start), (spine, end - size * 0.7), ink.rule, 1.4);
    mark::draw(
        &mut page.canvas,
        Shape::Star,
        (spine, start - body * 0.05),
        size * 0.62,
        ink.accent,
        true,
        ink.paper,
    );
    mark::draw(&mut page.canvas, Shape::Circle, (spine, end), size * 0.45, ink.ink, true, ink.paper);
    for (at, kind) in marks {
        let (shape, colour, filled) = kind_mark(&page, kind);
        mark::draw(&mut page.canvas, shape, (spine, at), size * 0.42, colour, filled, ink.paper);
    }
    page.finish(y)
}

fn kind_mark(page: &Page<'_>, kind: usize) -> (Shape, crate::theme::Rgb, bool) {
    match kind {
        0 => (Shape::Circle, page.ink.accent, true),
        1 => (Shape::Square, page.ink.accent, false),
        _ => (Shape::Diamond, page.ink.warning, true),
    }
}
