//! Matrices as heat maps: influences with disputed cells, sums and fill rate; crossings with quadrants.

use crate::font::{self, Weight};
use crate::frame::{Entry, Frame, Head, Page, Sign};
use crate::mark;
use crate::svg::{Area, Paint, Path, Svg, Type};
use crate::theme::Rgb;

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Its value; nothing where nobody answered.
    pub value: Option<f64>,
    /// What is written in it; the value where empty.
    pub text: String,
    /// Whether the panel disputes it.
    pub disputed: bool,
    /// Whether it is barred (the diagonal).
    pub barred: bool,
    /// Whether its value stands for an influence that is only potential: drawn as an outline.
    pub potential: bool,
}

/// A row or a column.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Whether the finding is about it.
    pub strong: bool,
    /// Its sum, as printed.
    pub sum: String,
    /// A second sum of a column, as printed.
    pub second: String,
}

/// A heat map.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// Titles and corner.
    pub head: Head,
    /// Rows.
    pub rows: Vec<Header>,
    /// Columns.
    pub columns: Vec<Header>,
    /// Cells by rows.
    pub cells: Vec<Vec<Cell>>,
    /// The greatest value of the scale: its colour is the strongest.
    pub top: f64,
    /// Whether values have two signs and the scale two arms.
    pub diverging: bool,
    /// Names of the sums: of rows, of columns. Empty where there are none.
    pub sums: (String, String),
    /// Name of the second sums of the columns; empty where there are none.
    pub second: String,
    /// Rows in the first band and columns in the first band, where the matrix has quadrants.
    pub split: Option<(usize, usize)>,
    /// Names of the quadrants by rows, where it has them.
    pub quadrants: [String; 4],
    /// What disputed, barred and empty cells mean; an empty text leaves the sign out.
    pub disputed: String,
    /// What an outlined cell means.
    pub potential: String,
    /// Meaning of an empty cell.
    pub missing: String,
    /// The steps of the scale: value and meaning.
    pub steps: Vec<(f64, String)>,
}

/// Draws a heat map.
#[must_use]
pub fn matrix(spec: &Matrix, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let size = page.label();
    let grid = layout(&page, spec);
    let sums = !spec.sums.0.is_empty();
    let text_size = (grid.side * DIGITS).clamp(5.5, size);
    let digits = grid.side * DIGITS >= legible(frame);
    headers(&mut page, spec, &grid, text_size);
    for (r, row) in spec.cells.iter().enumerate().take(spec.rows.len()) {
        let cells = row.iter().enumerate().take(spec.columns.len()).map(|(c, cell)| (cell, grid.cell(r, c)));
        let (tints, others): (Vec<_>, Vec<_>) =
            cells.partition(|(cell, area)| !digits && is_tint(spec, cell, *area));
        draw_tints(&mut page, spec, &tints);
        for (cell, area) in others {
            draw_cell(&mut page, spec, cell, area, digits.then_some(text_size));
        }
    }
    let mut y = grid.top + grid.height(spec.rows.len());
    if sums {
        y = draw_sums(&mut page, spec, &grid, text_size);
    }
    if spec.split.is_some() {
        quadrants(&mut page, spec, &grid);
    }
    let entries = entries(&page, spec, framed(grid.side.min(grid.tall) * 0.92));
    let mut pairs: Vec<(String, String)> = Vec::new();
    let named = |code: &str| spec.rows.iter().any(|row| row.code == code);
    if grid.coded || spec.columns.iter().any(|c| !c.name.is_empty() && !named(&c.code)) {
        let rows = if grid.coded { spec.rows.as_slice() } else { &[] };
        for header in rows.iter().chain(&spec.columns) {
            if !header.name.is_empty() && !pairs.iter().any(|(code, _)| *code == header.code) {
                pairs.push((header.code.clone(), header.name.clone()));
            }
        }
    }
    y = page.legend_with_key(&entries, &pairs, y + size * 0.6);
    page.finish(y)
}

/// How tall a digit is set in its cell, as a share of the cell's side.
const DIGITS: f64 = 0.76;

/// How tall a row is whose name may take two lines, in parts of its size.
const TWO_LINES: f64 = 2.3;

/// The least size of digits, in px: 7 pt on paper, where a picture is 158 mm wide, never more than a label; less on a
/// slide, which is larger, and on a telephone.
fn legible(frame: &Frame<'_>) -> f64 {
    let points = 448.0 / frame.width;
    let least = if frame.bare() { 4.8 } else { 7.0 };
    (least / points).min(frame.text * 0.86).max(6.4)
}

/// Where the cells stand.
struct Grid {
    left: f64,
    top: f64,
    side: f64,
    tall: f64,
    split: Option<(usize, usize)>,
    split_gap: f64,
    /// Whether rows show codes only.
    coded: bool,
    column_head: f64,
}

impl Grid {
    fn x(&self, column: usize) -> f64 {
        let gap = self.split.map_or(0.0, |(_, c)| if column >= c { self.split_gap } else { 0.0 });
        self.left + self.side * column as f64 + gap
    }

    fn y(&self, row: usize) -> f64 {
        let gap = self.split.map_or(0.0, |(r, _)| if row >= r { self.split_gap } else { 0.0 });
        self.top + self.tall * row as f64 + gap
    }

    fn cell(&self, row: usize, column: usize) -> Area {
        Area::new(self.x(column), self.y(row), self.side, self.tall)
    }

    fn height(&self, rows: usize) -> f64 {
        self.tall * rows as f64 + self.split.map_or(0.0, |_| self.split_gap)
    }
}

fn layout(page: &Page<'_>, spec: &Matrix) -> Grid {
    let size = page.label();
    let columns = spec.columns.len().max(1) as f64;
    let sums = if spec.sums.0.is_empty() { 0.0 } else { 1.0 };
    let split_gap = if spec.split.is_some() { size * 2.1 } else { 0.0 };
    let codes = font::widest(spec.rows.iter().map(|r| r.code.as_str()), size, Weight::Bold) + size * 0.6;
    let names = font::widest(spec.rows.iter().map(|r| r.name.as_str()), size, Weight::Regular) + size * 0.7;
    let sum_width = |side: f64| if sums > 0.0 { (side * 1.25).max(size * 2.6) } else { 0.0 };
    let width = page.width();
    // Names beside the rows where the cells keep a readable size with them.
    let spare = width - codes - sum_width(0.0) - split_gap - columns * size * 2.5;
    let with_names = names.min(spare.clamp(width * 0.34, width * 0.55));
    let room = |left: f64| width - left - split_gap;
    let side_with = (room(codes + with_names) - sum_width(0.0)) / (columns + 0.25 * sums);
    // Names beside the rows are worth more than large cells, as long as the digits can be read.
    let coded = page.frame.narrow() || side_with * DIGITS < legible(&page.frame) || side_with < size * 1.2;
    let head = if coded { codes } else { codes + with_names };
    let side = ((room(head) - sum_width(0.0)) / (columns + 0.25 * sums)).clamp(4.0, size * 3.6);
    let column_head =
        font::widest(spec.columns.iter().map(|c| c.code.as_str()), size, Weight::Bold).max(size) + size * 0.5;
    let turned = font::widest(spec.columns.iter().map(|c| c.code.as_str()), size, Weight::Bold) > side * 0.82;
    let column_head = if turned { column_head } else { size * 1.7 };
    let extra = if spec.split.is_some() || sums > 0.0 { size * 1.4 } else { 0.0 };
    Grid {
        left: page.left + head,
        top: page.top + column_head + extra,
        side,
        tall: side.min(page.row(size * 2.1, coded || names <= with_names)),
        split: spec.split,
        split_gap,
        coded,
        column_head: if turned { column_head } else { 0.0 },
    }
}

fn headers(page: &mut Page<'_>, spec: &Matrix, grid: &Grid, text_size: f64) {
    let size = page.label();
    let ink = page.ink;
    let colour = |header: &Header| if header.strong { ink.accent } else { ink.ink };
    // Where the rows are lower than the letters, their codes shrink with them.
    let row_size = size.min(grid.tall * 0.92).max(text_size);
    for (r, header) in spec.rows.iter().enumerate() {
        let y = grid.y(r) + grid.tall / 2.0 + row_size * 0.35;
        let set = Type::new(row_size, colour(header)).bold();
        page.canvas.text((page.left, y), &header.code, set);
        if !grid.coded {
            let codes =
                font::widest(spec.rows.iter().map(|r| r.code.as_str()), size, Weight::Bold) + size * 0.6;
            let room = grid.left - page.left - codes - size * 0.5;
            let tone = if header.strong { ink.accent } else { ink.muted };
            let at = (page.left + codes, grid.y(r) + grid.tall / 2.0);
            // Rows that have no room for two lines would write over each other.
            let name = match grid.tall < row_size * TWO_LINES {
                true => font::shorten(&header.name, row_size, Weight::Regular, room),
                false => header.name.clone(),
            };
            page.name(at, &name, room, Type::new(row_size, tone));
        }
    }
    let turned = grid.column_head > 0.0;
    let column_size = if turned { size.min(grid.side * 0.92).max(5.5) } else { size };
    page.canvas.open_head(grid.top + grid.height(spec.rows.len()));
    for (c, header) in spec.columns.iter().enumerate() {
        let x = grid.x(c) + grid.side / 2.0;
        let y = grid.top - column_size * 0.45;
        let set = Type::new(column_size, colour(header)).bold();
        if turned {
            page.canvas.text((x + column_size * 0.35, y), &header.code, set.upwards());
        } else {
            page.canvas.text((x, y), &header.code, set.middle());
        }
    }
    page.canvas.close();
}

/// Whether a cell without digits is no more than its tint and perhaps a folded corner.
fn is_tint(spec: &Matrix, cell: &Cell, area: Area) -> bool {
    let stroke = spec.diverging && cell.value.is_some_and(|value| value < 0.0);
    cell.value.is_some() && !cell.barred && !cell.potential && !stroke && !framed(boxed(area).w)
}

/// What is painted of a cell: a gap parts it from the next.
fn boxed(area: Area) -> Area {
    area.grown(-inset(area))
}

fn inset(area: Area) -> f64 {
    (area.w * 0.04).clamp(0.3, 1.0)
}

/// The cells of a row that are tints, those of a colour in one path: a matrix of a hundred rows has ten thousand.
fn draw_tints(page: &mut Page<'_>, spec: &Matrix, cells: &[(&Cell, Area)]) {
    let mut tints: Vec<(Rgb, Path, Path)> = Vec::new();
    for (cell, area) in cells {
        let ground = colour(page, spec, cell.value.unwrap_or_default());
        let at = tints.iter().position(|(own, ..)| *own == ground).unwrap_or_else(|| {
            tints.push((ground, Path::new(), Path::new()));
            tints.len() - 1
        });
        let (_, grounds, corners) = &mut tints[at];
        // A tenth of a pixel is not seen, and ten thousand cells are lighter by a fifth.
        let tenths = |value: f64| (value * 10.0).round() / 10.0;
        let area = boxed(*area);
        let area = Area::new(tenths(area.x), tenths(area.y), tenths(area.w), tenths(area.h));
        grounds.area(area);
        if cell.disputed {
            corners.corner(mark::corner(area, false));
        }
    }
    for (ground, grounds, _) in &tints {
        page.canvas.path(grounds, Paint::fill(*ground));
    }
    for (ground, _, corners) in tints.iter().filter(|(.., corners)| !corners.is_empty()) {
        page.canvas.path(corners, mark::folded(page.ink.warning, *ground));
    }
}

/// `digits`: the size of the value; nothing where it could not be read and the tint alone says it.
fn draw_cell(page: &mut Page<'_>, spec: &Matrix, cell: &Cell, area: Area, digits: Option<f64>) {
    let ink = page.ink;
    let box_area = boxed(area);
    if cell.barred {
        page.canvas.rect(box_area, 0.0, Paint::fill(ink.grid).opacity(0.6));
        let line = Paint::line(ink.rule, 0.7).opacity(0.5);
        page.canvas.line((box_area.x, box_area.bottom()), (box_area.right(), box_area.y), line);
        return;
    }
    let Some(value) = cell.value else {
        page.canvas.rect(box_area, 0.0, Paint::line(ink.grid, 0.8).dash(2.0, 2.0));
        return;
    };
    let ground = if cell.potential { ink.paper } else { colour(page, spec, value) };
    page.canvas.rect(box_area, 0.0, Paint::fill(ground));
    if cell.potential {
        let line = Paint::line(ink.accent, (area.w * 0.07).clamp(0.8, 1.6));
        page.canvas.rect(box_area.grown(-inset(area) * 1.5), 0.0, line.dash(2.0, 1.5));
    }
    if cell.disputed {
        mark::fold(&mut page.canvas, box_area, ink.warning, ground, framed(box_area.w));
    }
    let silent = value.abs() < 1e-12 && cell.text.is_empty();
    let Some(text_size) = digits.filter(|_| !silent) else {
        // Without its digits a negative value has a stroke: hue alone would be its sign.
        if spec.diverging && value < 0.0 && !silent {
            let ((x, y), half) = (area.centre(), area.w * 0.2);
            let line = Paint::line(ink.on(ground), (area.w * 0.12).clamp(0.6, 1.4));
            page.canvas.line((x - half, y), (x + half, y), line);
        }
        return;
    };
    let text = if cell.text.is_empty() { page.frame.words.short(value, 1) } else { cell.text.clone() };
    let room = box_area.w * 0.98;
    let wide = |text: &str| font::width(text, text_size, Weight::Regular);
    let text = if wide(&text) > room && cell.text.is_empty() { halves(value).unwrap_or(text) } else { text };
    // A value is smaller as long as it can be read, then turned, then left out: its tint stays.
    let fit = (room / wide(&text)).min(1.0);
    let small = text_size * fit < legible(&page.frame) * 0.95 && fit < 1.0;
    let turned = small && wide(&text) <= box_area.h * 0.98;
    let text_size = if turned { text_size } else { text_size * fit };
    let set = Type::new(text_size, ink.on(ground)).middle();
    if turned {
        page.canvas.text((area.centre().0 + text_size * 0.36, area.centre().1), &text, set.upwards());
    } else if !small {
        page.canvas.text((area.centre().0, area.centre().1 + text_size * 0.36), &text, set);
    }
}

/// A half value in the least room: `1½`.
fn halves(value: f64) -> Option<String> {
    ((value * 2.0).fract() == 0.0 && value.fract() != 0.0).then(|| {
        let sign = if value < 0.0 { "−" } else { "" };
        let whole = value.abs().trunc();
        if whole == 0.0 { format!("{sign}½") } else { format!("{sign}{whole:.0}½") }
    })
}

/// Whether a disputed cell has room for a frame beside its folded corner.
fn framed(side: f64) -> bool {
    side >= 14.0
}

fn colour(page: &Page<'_>, spec: &Matrix, value: f64) -> Rgb {
    let share = if spec.top > 0.0 { value / spec.top } else { 0.0 };
    if spec.diverging { page.ink.diverging(share.clamp(-1.0, 1.0)) } else { page.ink.sequential(share) }
}

fn draw_sums(page: &mut Page<'_>, spec: &Matrix, grid: &Grid, text_size: f64) -> f64 {
    let (ink, size) = (page.ink, page.label());
    let right = grid.x(spec.columns.len().saturating_sub(1)) + grid.side;
    let bottom = grid.top + grid.height(spec.rows.len());
    let row_size = size.min(grid.tall * 0.9).max(text_size);
    let x = page.right.min(right + (grid.side * 1.25).max(size * 2.6));
    for (r, header) in spec.rows.iter().enumerate() {
        let y = grid.y(r) + grid.tall / 2.0 + row_size * 0.35;
        let set = Type::new(row_size, if header.strong { ink.accent } else { ink.ink });
        let set = if header.strong { set.bold() } else { set };
        page.canvas.text((x, y), &header.sum, set.end());
    }
    let small = page.small();
    let name = font::shorten(&spec.sums.0, small, Weight::Regular, x - page.left);
    page.canvas.text((x, page.top + small), &name, Type::new(small, ink.muted).end());
    let mut y = column_sums(page, spec, grid, bottom, text_size, |header| &header.sum, &spec.sums.1);
    if !spec.second.is_empty() {
        y = column_sums(page, spec, grid, y, text_size, |header| &header.second, &spec.second);
    }
    y
}

/// A row of sums below the columns, with its name; returns its bottom.
fn column_sums(
    page: &mut Page<'_>,
    spec: &Matrix,
    grid: &Grid,
    top: f64,
    text_size: f64,
    of: fn(&Header) -> &String,
    name: &str,
) -> f64 {
    let (ink, small) = (page.ink, page.small());
    let row_size = page.label().min(grid.tall * 0.9).max(text_size);
    // Both rows of sums are set alike: smaller where that is enough, else turned.
    let sums = spec.columns.iter().flat_map(|c| [c.sum.as_str(), c.second.as_str()]);
    let fit = (grid.side * 0.8 - 1.0) / font::widest(sums, row_size, Weight::Bold).max(1e-9);
    let turned = row_size * fit.min(1.0) < legible(&page.frame);
    let column_size = if turned { row_size.min(grid.side * 0.9).max(5.5) } else { row_size * fit.min(1.0) };
    let widest = font::widest(spec.columns.iter().map(|c| of(c).as_str()), column_size, Weight::Bold);
    let mut y = top + row_size * 1.2;
    for (c, header) in spec.columns.iter().enumerate() {
        let middle = grid.x(c) + grid.side / 2.0;
        let set = Type::new(column_size, if header.strong { ink.accent } else { ink.ink });
        let set = if header.strong { set.bold() } else { set };
        if turned {
            page.canvas.text((middle + column_size * 0.35, top + 4.0), of(header), set.end().upwards());
            y = y.max(top + 4.0 + widest);
        } else {
            page.canvas.text((middle, y), of(header), set.middle());
        }
    }
    let name = font::shorten(name, small, Weight::Regular, page.width());
    let room = grid.left - page.left - 6.0;
    let end = grid.x(spec.columns.len().saturating_sub(1)) + grid.side + 6.0;
    if font::width(&name, small, Weight::Regular) <= room {
        page.canvas.text((grid.left - 6.0, top + small * 1.25), &name, Type::new(small, ink.muted).end());
        y + 4.0
    } else if font::width(&name, small, Weight::Regular) <= page.right - end {
        // Below the numbers it would read as the head of what follows.
        page.canvas.text((end, top + small * 1.25), &name, Type::new(small, ink.muted));
        y + 4.0
    } else {
        page.canvas.text((grid.left, y + small * 1.35), &name, Type::new(small, ink.muted));
        y + small * 1.7
    }
}

fn quadrants(page: &mut Page<'_>, spec: &Matrix, grid: &Grid) {
    let Some((rows, columns)) = spec.split else { return };
    let size = page.small();
    let ink = page.ink;
    for (index, name) in spec.quadrants.iter().enumerate() {
        let (south, east) = (index > 1, index % 2 == 1);
        let c = if east { columns } else { 0 };
        let count = if east { spec.columns.len().saturating_sub(columns) } else { columns };
        if count == 0 {
            continue;
        }
        let y = if south { grid.y(rows) - size * 0.55 } else { page.top + size };
        let room = grid.side * count as f64 + if east { 0.0 } else { grid.split_gap * 0.7 };
        let name = font::shorten(name, size, Weight::Bold, room);
        page.canvas.text((grid.x(c), y), &name, Type::new(size, ink.accent).bold());
    }
}

fn entries(page: &Page<'_>, spec: &Matrix, framed: bool) -> Vec<Entry> {
    let ink = page.ink;
    let mut out: Vec<Entry> = spec
        .steps
        .iter()
        .map(|(value, text)| Entry {
            sign: Sign::Box(colour(page, spec, *value), ink.rule),
            text: text.clone(),
        })
        .collect();
    let cells = || spec.cells.iter().flatten();
    if cells().any(|c| c.disputed) && !spec.disputed.is_empty() {
        let ground = colour(page, spec, spec.top / 3.0);
        out.push(Entry { sign: Sign::Folded(ground, ink.warning, framed), text: spec.disputed.clone() });
    }
    if cells().any(|c| c.potential) && !spec.potential.is_empty() {
        out.push(Entry { sign: Sign::Dashed(ink.paper, ink.accent), text: spec.potential.clone() });
    }
    if cells().any(|c| c.value.is_none() && !c.barred) && !spec.missing.is_empty() {
        out.push(Entry { sign: Sign::Dashed(ink.paper, ink.rule), text: spec.missing.clone() });
    }
    out
}
