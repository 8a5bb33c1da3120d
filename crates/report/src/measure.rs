//! How wide a table wants to be, in ems of its own type, by the metrics of the face that it is set in.

use std::sync::OnceLock;

use ttf_parser::Face;

use crate::doc::{Align, Block, Card, Cell, Column, Fact, Mark, Row, RowKind, Table};
use crate::fonts::{self, FaceFile};
use crate::rich::{Inline, Rich};

/// The space between two columns of the page, in ems.
const GUTTER: f64 = 1.4;
/// The advance of a character that is not in the table of [`advances`], in ems.
const OTHER: f64 = 0.62;
/// What rounding and the edges of a cell take, in ems.
const SLACK: f64 = 0.15;

/// The advances of the first characters of Noto Sans, regular and bold, in ems.
fn advances() -> &'static [Vec<f64>; 2] {
    static ADVANCES: OnceLock<[Vec<f64>; 2]> = OnceLock::new();
    ADVANCES.get_or_init(|| [notosans::REGULAR_TTF, notosans::BOLD_TTF].map(own_advances))
}

fn own_advances(data: &[u8]) -> Vec<f64> {
    let Ok(face) = Face::parse(data, 0) else { return Vec::new() };
    let units = f64::from(face.units_per_em());
    let advance = |c: char| face.glyph_hor_advance(face.glyph_index(c)?);
    let own = |c: char| advance(c).map_or(OTHER, |a| f64::from(a) / units);
    // Where people are to write, the Word file's face has a wider line.
    ('\0'..='\u{17f}').map(|c| if c == '_' { own(c).max(0.5) } else { own(c) }).collect()
}

/// The advances of the first characters of the face with serifs, in ems.
fn serif_advances() -> &'static Vec<f64> {
    static ADVANCES: OnceLock<Vec<f64>> = OnceLock::new();
    ADVANCES.get_or_init(|| {
        let regular = |face: &FaceFile| face.family == fonts::SERIF && face.weight == 400 && !face.italic;
        fonts::faces().into_iter().find(regular).map_or_else(Vec::new, |face| own_advances(face.data))
    })
}

/// The width of running text in the face with serifs, on one line, in ems.
fn serif_width(rich: &Rich) -> f64 {
    let table = serif_advances();
    let mut sum = 0.0;
    rich_words(rich, false, &mut |text, _| {
        sum += text.chars().map(|c| table.get(u32::from(c) as usize).copied().unwrap_or(OTHER)).sum::<f64>();
    });
    sum
}

fn width(text: &str, bold: bool) -> f64 {
    let table = &advances()[usize::from(bold)];
    let advance = |c: char| table.get(u32::from(c) as usize).copied().unwrap_or(OTHER);
    text.chars().map(advance).sum()
}

fn longest_word(text: &str, bold: bool) -> f64 {
    let words = text.split(|c: char| (c.is_whitespace() && c != '\u{a0}') || c == '-' || c == '/');
    words.map(|word| width(word, bold)).fold(0.0, f64::max) + SLACK
}

/// Folds over the words of running text and whether they are bold.
fn rich_words(rich: &Rich, bold: bool, visit: &mut dyn FnMut(&str, bool)) {
    for inline in &rich.0 {
        match inline {
            Inline::Strong(text) => visit(text, true),
            Inline::Text(text) | Inline::Emph(text) | Inline::Code(text) => visit(text, bold),
            Inline::RefAs(_, text) | Inline::Link { text, .. } => visit(text, bold),
            Inline::About { text, .. } => rich_words(text, bold, visit),
            // The words of a reference are known later; most are about as long.
            Inline::Ref(_) => visit("tabla 10", bold),
        }
    }
}

/// Folds over the words of a cell and whether they are bold.
fn words(cell: &Cell, bold: bool, visit: &mut dyn FnMut(&str, bool)) {
    match cell {
        Cell::Text(rich) => rich_words(rich, bold, visit),
        Cell::Number { text, .. } => visit(text, bold),
        Cell::Marked(mark, cell) => words(cell, bold || *mark == Mark::Accent, visit),
        Cell::Empty => {}
    }
}

/// The width of a cell's words on one line, in ems.
pub(crate) fn text_width(cell: &Cell) -> f64 {
    let mut sum = 0.0;
    words(cell, false, &mut |text, bold| sum += width(text, bold));
    if sum > 0.0 { sum + SLACK } else { 0.0 }
}

/// The width of the longest word of a cell, in ems.
fn word_width(cell: &Cell) -> f64 {
    let mut longest = 0.0;
    words(cell, false, &mut |text, bold| longest = f64::max(longest, longest_word(text, bold)));
    longest
}

/// What a column asks for, in ems.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Want {
    /// Below this width words would break.
    pub least: f64,
    /// On this width every cell takes one line.
    pub line: f64,
    /// The mean width of its cells on one line.
    pub mean: f64,
}

/// What each column asks for.
pub(crate) fn columns(table: &Table) -> Vec<Want> {
    table.columns.iter().enumerate().map(|(index, column)| want(table, index, column)).collect()
}

fn want(table: &Table, index: usize, column: &Column) -> Want {
    let mut want = Want {
        least: longest_word(&column.header, true).max(longest_word(&column.unit, false)),
        // A head may take two lines.
        line: width(&column.header, true) / 2.0 + 1.0,
        mean: 0.0,
    };
    let rows = table.rows.iter().filter(|row| row.kind != RowKind::Group);
    let mut filled = 0.0;
    for cell in rows.filter_map(|row| row.cells.get(index)) {
        let width = text_width(cell);
        // Numbers and marks stay on one line unless they are sentences.
        let word = if column.align == Align::Left || width > 9.0 { word_width(cell) } else { width };
        want.least = want.least.max(word);
        want.line = want.line.max(width);
        want.mean += width;
        filled += if width > 0.0 { 1.0 } else { 0.0 };
    }
    want.line = want.line.max(want.least);
    want.mean = (want.mean / f64::max(filled, 1.0)).max(want.least);
    want
}

/// The width at which no word breaks and prose has a readable measure, in ems.
pub(crate) fn natural_width(table: &Table) -> f64 {
    columns(table).iter().map(|want| want.least.max(want.line.min(14.0)) + GUTTER).sum()
}

/// Words of this width or less stay on one line of the page, in ems.
pub(crate) const SHORT: f64 = 11.0;
/// Words of this width or more have a readable measure on the page, in ems.
pub(crate) const PROSE: f64 = 28.0;

/// The width below which a table scrolls on the page, in ems.
pub(crate) fn least_width(table: &Table) -> f64 {
    let column = |want: &Want| match want.line {
        line if line < SHORT => line,
        line if line > PROSE => want.least.max(14.0),
        _ => want.least,
    };
    columns(table).iter().map(|want| column(want) + 0.9).sum()
}

/// How a table is set on paper.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Layout {
    /// Relative widths of the columns; together they take the whole measure.
    pub widths: Vec<f64>,
    /// Type size, in points.
    pub size: f64,
    /// Space between columns, in points.
    pub gutter: f64,
    /// The space after each column but the last, in points: more between numbers and words.
    pub gutters: Vec<f64>,
    /// Whether it needs a page on its side.
    pub landscape: bool,
    /// Whether some word is wider than its column, so that words must be divided.
    pub tight: bool,
    /// Whether it is short enough to stay on one page.
    pub keep: bool,
    /// What caption, head and first rows take, in points: they are not parted.
    pub opening: f64,
    /// How many rows that is.
    pub first: usize,
    /// How tall each row is.
    pub rows: Vec<Tallness>,
    /// About how tall caption and head are together, and the head alone, in points.
    pub above: [f64; 2],
    /// About how tall each row is, in points.
    pub heights: Vec<f64>,
}

/// How tall a row is, as far as that can be known before it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tallness {
    /// Surely one line, also where a card or a note narrows the table.
    Line,
    /// Some lines.
    Lines,
    /// So tall that it may be parted.
    Parted,
}

/// Rows that begin a table before a page may end, fewer where they are tall.
const FIRST_ROWS: usize = 4;
/// The height after which two rows are enough, in points.
const FIRST: f64 = 130.0;
/// The height of rows below which a table stays whole, in points.
const WHOLE: f64 = 110.0;
/// The height from which a row may go on the next page, in points.
const TALL_ROW: f64 = 320.0;

/// What more stands between a column of numbers and one of words, in points.
const APART: f64 = 6.0;

/// The measure of the text on an A4 page upright and on its side, in points.
pub(crate) const MEASURE: [f64; 2] = [447.0, 694.0];

/// The most comfortable layout in which no word breaks and which is not much taller than a denser one; the densest
/// where words break in all of them.
pub(crate) fn layout(table: &Table) -> Layout {
    let wants = columns(table);
    // Type size, space between columns, and whether the page lies on its side.
    const OPTIONS: [(f64, f64, bool); 6] = [
        (8.5, 10.0, false),
        (8.0, 7.0, false),
        (7.5, 5.0, false),
        (6.8, 3.5, false),
        (7.5, 8.0, true),
        (6.5, 5.0, true),
    ];
    let need: f64 = wants.iter().map(|want| want.least).sum();
    // Words right after numbers would read as one with them.
    let gap = |pair: &[Column], gutter: f64| match (pair[0].align, pair[1].align) {
        (Align::Right, Align::Left) => gutter + APART,
        _ => gutter,
    };
    let gutters =
        |gutter: f64| -> Vec<f64> { table.columns.windows(2).map(|pair| gap(pair, gutter)).collect() };
    let room = |(size, gutter, landscape): (f64, f64, bool)| {
        (MEASURE[usize::from(landscape)] - gutters(gutter).iter().sum::<f64>()) / size
    };
    let fitting: Vec<_> = OPTIONS.into_iter().filter(|option| need <= room(*option)).collect();
    let upright: Vec<_> = fitting.iter().copied().filter(|option| !option.2).collect();
    let heights: Vec<f64> = upright.iter().map(|o| height(table, &shares(&wants, room(*o)), o.0)).collect();
    let lowest = heights.iter().copied().fold(f64::INFINITY, f64::min);
    let option = upright
        .iter()
        .zip(&heights)
        .find(|(_, height)| **height <= lowest * 1.15)
        .map(|(option, _)| *option)
        .or_else(|| fitting.first().copied())
        .unwrap_or(OPTIONS[5]);
    let (size, gutter, landscape) = option;
    let room = room(option);
    let widths = shares(&wants, room);
    let keep = height(table, &widths, size) < WHOLE;
    let heights: Vec<f64> = table.rows.iter().map(|row| row_height(row, &widths, size)).collect();
    let head = |(column, width): (&Column, &f64)| {
        let unit =
            if column.unit.is_empty() { 0.0 } else { lines(*width, |visit| visit(&column.unit, false)) };
        lines(*width, |visit| visit(&column.header, true)) + unit
    };
    let head = table.columns.iter().zip(&widths).map(head).fold(1.0, f64::max) * size * LINE + 8.0;
    let caption = 2.5 + text_height(&table.caption, 9.0, MEASURE[usize::from(landscape)]);
    let above = [caption + head, head];
    let mut opening = caption + head;
    let mut first = 0;
    for (index, row) in heights.iter().take(FIRST_ROWS).enumerate() {
        if index < 2 || opening < FIRST {
            opening += row;
            first += 1;
        }
    }
    let opening = opening.min(400.0);
    let tight = need > room;
    let tallness = |(row, height): (&Row, &f64)| match *height {
        height if height > TALL_ROW => Tallness::Parted,
        _ if !tight && is_line(row, &widths) => Tallness::Line,
        _ => Tallness::Lines,
    };
    let rows = table.rows.iter().zip(&heights).map(tallness).collect();
    let gutters = gutters(gutter);
    Layout { widths, size, gutter, gutters, landscape, tight, keep, opening, first, rows, above, heights }
}

/// How much of a column a line may fill to be surely one: a card takes a twentieth of the measure.
const SURE: f64 = 0.9;
/// The advance of the widest character that is not in the table of [`advances`], in ems.
const WIDEST: f64 = 1.4;

/// Whether all cells of a row surely take one line.
fn is_line(row: &Row, widths: &[f64]) -> bool {
    let wide = |text: &str, bold: bool| {
        let table = &advances()[usize::from(bold || row.kind == RowKind::Total)];
        let advance = |c: char| table.get(u32::from(c) as usize).copied().unwrap_or(WIDEST);
        text.chars().map(advance).sum::<f64>()
    };
    let fits = |(cell, width): (&Cell, &f64)| {
        let mut sum = SLACK;
        words(cell, false, &mut |text, bold| sum += wide(text, bold));
        sum <= width * SURE && !is_open(cell)
    };
    row.kind != RowKind::Group && row.cells.iter().zip(widths).all(fits)
}

/// Whether a cell has words whose width is not known: of another typeface, or of a reference.
fn is_open(cell: &Cell) -> bool {
    fn words(rich: &Rich) -> bool {
        rich.0.iter().any(|inline| match inline {
            Inline::Text(text) | Inline::Strong(text) | Inline::Emph(text) => {
                text.contains(['\n', '\u{2028}'])
            }
            Inline::About { text, .. } => words(text),
            inline => matches!(inline, Inline::Code(_) | Inline::Ref(_)),
        })
    }
    match cell {
        Cell::Text(rich) => words(rich),
        Cell::Marked(_, cell) => is_open(cell),
        Cell::Number { .. } | Cell::Empty => false,
    }
}

/// The distance of two lines of type, in ems.
const LINE: f64 = 1.22;

/// What of it is between two lines, in ems.
const LEADING: f64 = 0.5;

/// Over how many lines words run on a width in ems, ragged and undivided.
fn lines(width: f64, pieces: impl FnOnce(&mut dyn FnMut(&str, bool))) -> f64 {
    lines_of(advances().each_ref(), width, pieces)
}

/// The same in other faces, regular and bold.
fn lines_of(faces: [&Vec<f64>; 2], width: f64, pieces: impl FnOnce(&mut dyn FnMut(&str, bool))) -> f64 {
    let (mut count, mut filled, mut space, mut word) = (1.0, 0.0, 0.0, 0.0);
    // Puts the word that ended on its line.
    let mut put = |word: &mut f64, space: &mut f64, turn: bool| {
        if filled > 0.0 && filled + *space + *word > width {
            count += 1.0;
            filled = 0.0;
            *space = 0.0;
        }
        // One that is wider than its column is divided.
        count += (*word / width.max(1.0) - 1e-9).max(0.0).floor();
        filled += *space + *word;
        if turn {
            count += 1.0;
            filled = 0.0;
        }
        (*word, *space) = (0.0, 0.0);
    };
    pieces(&mut |text, bold| {
        let table = faces[usize::from(bold)];
        for c in text.chars() {
            let wide = table.get(u32::from(c) as usize).copied().unwrap_or(OTHER);
            match c {
                '\n' | '\u{2028}' => put(&mut word, &mut space, true),
                c if c.is_whitespace() && c != '\u{a0}' => {
                    put(&mut word, &mut space, false);
                    space += wide;
                }
                '-' | '/' => {
                    word += wide;
                    put(&mut word, &mut space, false);
                }
                _ => word += wide,
            }
        }
    });
    put(&mut word, &mut space, false);
    count
}

/// About how tall running text is, in points, set in a size on a measure in points.
pub(crate) fn text_height(rich: &Rich, size: f64, measure: f64) -> f64 {
    line_count(rich, size, measure) * size * LINE
}

/// Over how many lines running text of a size runs, in points, on a measure in points.
pub(crate) fn line_count(rich: &Rich, size: f64, measure: f64) -> f64 {
    lines(measure / size, |visit| rich_words(rich, false, visit))
}

/// About how tall running text is, in points, that is set in the face with serifs and whose words are divided.
pub(crate) fn serif_height(rich: &Rich, size: f64, pitch: f64) -> f64 {
    stacked((serif_width(rich) / (MEASURE[0] / size - 0.1)).ceil().max(1.0), size, pitch)
}

/// The same of an opening sentence, ragged and undivided.
pub(crate) fn lead_height(rich: &Rich, size: f64, pitch: f64) -> f64 {
    let faces = [serif_advances(); 2];
    stacked(lines_of(faces, MEASURE[0] / size, |visit| rich_words(rich, false, visit)), size, pitch)
}

/// The height of lines, `pitch` from one to the next in ems; it is between them, not after the last.
fn stacked(lines: f64, size: f64, pitch: f64) -> f64 {
    (lines * pitch - (pitch - 0.645)) * size
}

/// About how tall blocks are, in points, as a note or a card sets them on a measure in points.
pub(crate) fn blocks_height(blocks: &[Block], measure: f64) -> f64 {
    let text = |rich: &Rich| text_height(rich, 9.0, measure) + 7.0;
    let fact = |fact: &Fact| text_height(&fact.value, 9.0, measure - 107.0) + 8.0;
    blocks
        .iter()
        .map(|block| match block {
            Block::Lead(rich) | Block::Paragraph(rich) => text(rich),
            Block::List { items, .. } => items.iter().map(text).sum(),
            Block::Facts(facts) => 26.0 + facts.iter().map(fact).sum::<f64>(),
            Block::Table(table) => {
                let layout = layout(table);
                60.0 + height(table, &layout.widths, layout.size)
            }
            Block::Figure(figure) => 60.0 + crate::svg::aspect(&figure.wide) * measure,
            Block::Note(note) => 45.0 + blocks_height(&note.body, measure - 11.0),
            Block::Card(card) => card_height(card, measure),
            Block::Heading(_) => 45.0,
            Block::Why(_) => 25.0,
            Block::References(_) | Block::Traces | Block::PageBreak => 800.0,
        })
        .sum()
}

/// About how tall a card is, in points.
pub(crate) fn card_height(card: &Card, measure: f64) -> f64 {
    60.0 + blocks_height(&card.body, measure - 24.0)
}

/// The height of the rows, in points, as far as it can be known before they are set.
fn height(table: &Table, widths: &[f64], size: f64) -> f64 {
    table.rows.iter().map(|row| row_height(row, widths, size)).sum()
}

fn row_height(row: &Row, widths: &[f64], size: f64) -> f64 {
    let bold = row.kind == RowKind::Total;
    let cells = row.cells.iter().zip(widths);
    let most = cells.map(|(cell, width)| lines(*width, |visit| words(cell, bold, visit))).fold(1.0, f64::max);
    // A line that names rows runs over all columns.
    let most = if row.kind == RowKind::Group { 1.0 } else { most };
    // Between the lines, not after the last.
    (most * LINE - LEADING) * size + 8.4
}

/// Gives columns of short lines their whole line, and shares the rest between those of long ones.
fn shares(wants: &[Want], room: f64) -> Vec<f64> {
    let sum = |pick: &dyn Fn(&Want) -> f64| wants.iter().map(pick).sum::<f64>();
    let (least, line) = (sum(&|want| want.least), sum(&|want| want.line));
    if least >= room {
        return wants.iter().map(|want| want.least.max(1.0)).collect();
    }
    if line <= room {
        let spare = room / line.max(f64::EPSILON);
        return wants.iter().map(|want| want.line * spare).collect();
    }
    let mut widths: Vec<f64> = wants.iter().map(|want| want.least).collect();
    let mut open: Vec<usize> = (0..wants.len()).collect();
    loop {
        let spare = room - widths.iter().sum::<f64>();
        let fair = (spare + open.iter().map(|&i| widths[i]).sum::<f64>()) / open.len().max(1) as f64;
        let fits = |&&i: &&usize| wants[i].line <= fair && wants[i].line - widths[i] <= spare;
        let Some(&index) = open.iter().find(fits) else { break };
        widths[index] = wants[index].line;
        open.retain(|&other| other != index);
    }
    // The rest goes by how much each column holds, but never below its longest word.
    loop {
        let rest: f64 = room - (0..wants.len()).filter(|i| !open.contains(i)).map(|i| widths[i]).sum::<f64>();
        let all: f64 = open.iter().map(|&i| wants[i].mean).sum();
        let share = |i: usize| rest * wants[i].mean / all.max(f64::EPSILON);
        let Some(&narrow) = open.iter().find(|&&i| share(i) < wants[i].least) else {
            for &index in &open {
                widths[index] = share(index);
            }
            return widths;
        };
        widths[narrow] = wants[narrow].least;
        open.retain(|&other| other != narrow);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_columns_keep_their_line_and_long_ones_share() {
        let want = |least, line| Want { least, line, mean: line };
        let widths = shares(&[want(2.0, 3.0), want(8.0, 60.0), want(6.0, 9.0), want(8.0, 30.0)], 50.0);
        assert_eq!((widths[0], widths[2]), (3.0, 9.0));
        assert!(widths[1] > widths[3] && widths[3] > 12.0, "{widths:?}");
        assert!((widths.iter().sum::<f64>() - 50.0).abs() < 1e-9);
        assert_eq!(shares(&[want(30.0, 30.0), want(30.0, 40.0)], 50.0), [30.0, 30.0]);
        assert_eq!(shares(&[want(1.0, 10.0), want(1.0, 15.0)], 50.0), [20.0, 30.0]);
        assert_eq!(shares(&[], 50.0), Vec::<f64>::new());
    }
}
