//! How wide a table wants to be, in ems of its own type: coarse, and enough to choose a layout.

use crate::doc::{Align, Cell, Column, RowKind, Table};

/// The mean advance of a character of Noto Sans, in ems.
const ADVANCE: f64 = 0.56;
/// The space between two columns, in ems.
const GUTTER: f64 = 1.4;

/// The width of a cell's words on one line, in ems.
pub(crate) fn text_width(cell: &Cell) -> f64 {
    match cell {
        Cell::Text(rich) => rich.plain().chars().count() as f64 * ADVANCE,
        Cell::Number { text, .. } => text.chars().count() as f64 * ADVANCE,
        Cell::Marked(_, cell) => text_width(cell),
        Cell::Empty => 0.0,
    }
}

/// The width of the longest word of a cell, in ems.
fn word_width(cell: &Cell) -> f64 {
    match cell {
        Cell::Text(rich) => longest_word(&rich.plain()),
        Cell::Number { text, .. } => text.chars().count() as f64 * ADVANCE,
        Cell::Marked(_, cell) => word_width(cell),
        Cell::Empty => 0.0,
    }
}

fn longest_word(text: &str) -> f64 {
    text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0) as f64 * ADVANCE
}

/// What a column asks for, in ems.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Want {
    /// Below this width words would break.
    pub least: f64,
    /// On this width every cell takes one line.
    pub line: f64,
}

/// What each column asks for.
pub(crate) fn columns(table: &Table) -> Vec<Want> {
    table.columns.iter().enumerate().map(|(index, column)| want(table, index, column)).collect()
}

fn want(table: &Table, index: usize, column: &Column) -> Want {
    let mut want = Want {
        least: longest_word(&column.header).max(longest_word(&column.unit)),
        line: (column.header.chars().count().min(18) as f64 * ADVANCE).max(longest_word(&column.header)),
    };
    let rows = table.rows.iter().filter(|row| row.kind != RowKind::Group);
    for cell in rows.filter_map(|row| row.cells.get(index)) {
        let word = if column.align == Align::Left { word_width(cell) } else { text_width(cell).min(9.0) };
        want.least = want.least.max(word);
        want.line = want.line.max(text_width(cell));
    }
    want.line = want.line.max(want.least);
    want
}

/// The width at which no word breaks and prose has a readable measure, in ems.
pub(crate) fn natural_width(table: &Table) -> f64 {
    columns(table).iter().map(|want| want.least.max(want.line.min(14.0)) + GUTTER).sum()
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
    /// Whether it needs a page on its side.
    pub landscape: bool,
    /// Whether it is short enough to stay on one page.
    pub keep: bool,
}

/// The measure of the text on an A4 page upright and on its side, in points.
const MEASURE: [f64; 2] = [447.0, 694.0];

/// The first layout, from the most comfortable, in which no word breaks; the last where none does.
pub(crate) fn layout(table: &Table) -> Layout {
    let wants = columns(table);
    let many = table.columns.len() > 9;
    let gutter = if many { 5.0 } else { 10.0 };
    let gutters = gutter * table.columns.len().saturating_sub(1) as f64;
    let options = [(8.5, false), (7.5, false), (7.5, true), (6.5, true)];
    let room = |(size, landscape): (f64, bool)| (MEASURE[usize::from(landscape)] - gutters) / size;
    let need: f64 = wants.iter().map(|want| want.least).sum();
    let (size, landscape) =
        options.into_iter().find(|option| need <= room(*option)).unwrap_or(options[options.len() - 1]);
    let widths = shares(&wants, room((size, landscape)));
    let lines: f64 = table
        .rows
        .iter()
        .map(|row| {
            let cells = row.cells.iter().zip(&widths);
            cells.map(|(cell, width)| (text_width(cell) / width.max(1.0)).ceil()).fold(1.0, f64::max)
        })
        .sum();
    Layout { widths, size, gutter, landscape, keep: lines + table.rows.len() as f64 * 0.6 < 26.0 }
}

/// Gives each column what its words need, then what its lines ask for, and spreads what is left.
fn shares(wants: &[Want], room: f64) -> Vec<f64> {
    let least: f64 = wants.iter().map(|want| want.least).sum();
    let line: f64 = wants.iter().map(|want| want.line).sum();
    if least >= room {
        return wants.iter().map(|want| want.least.max(1.0)).collect();
    }
    if line >= room {
        let extra = (room - least) / (line - least).max(f64::EPSILON);
        return wants.iter().map(|want| want.least + extra * (want.line - want.least)).collect();
    }
    let spare = (room - line) / wants.len().max(1) as f64;
    wants.iter().map(|want| want.line + spare).collect()
}
