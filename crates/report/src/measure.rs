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
