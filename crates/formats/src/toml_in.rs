//! TOML files as rows: nested keys joined by dots, arrays as items, every value with its place.

use std::{borrow::Cow, collections::BTreeMap, ops::Range};

use atalaya_model::{
    Code, Diagnostic, Place,
    field::{Cell, Row},
};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// A TOML file: the rows of its arrays of tables, and everything else as one row.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Arrays of tables by name, in the order of the file.
    pub arrays: BTreeMap<String, Vec<Row>>,
    /// The other keys.
    pub rest: Row,
}

/// Byte offsets to lines and columns.
#[derive(Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// The lines of a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(index, _)| index + 1)).collect();
        Self { text, starts }
    }

    /// The place of a byte: line and column from 1, the column in characters.
    #[must_use]
    pub fn place(&self, file: &str, offset: usize) -> Place {
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let column = self.text.get(start..offset).map_or(1, |before| before.chars().count() + 1);
        Place::at(file, u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
    }
}

/// Reads a TOML text; every syntax error is reported and what can be read is returned.
#[must_use]
pub fn parse(file: &str, text: &str, out: &mut Vec<Diagnostic>) -> Document {
    let lines = Lines::new(text);
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let offset = error.span().map_or(0, |span| span.start);
        out.push(
            Diagnostic::new(Code::TomlSyntax, lines.place(file, offset)).with("reason", error.message()),
        );
    }
    let mut document = Document::default();
    document.rest.place = Place::file(file);
    for (key, value) in root.get_ref() {
        if let DeValue::Array(items) = value.get_ref()
            && !items.is_empty()
            && items.iter().all(|item| matches!(item.get_ref(), DeValue::Table(_)))
        {
            let rows = items.iter().map(|item| {
                let mut row = Row { cells: BTreeMap::new(), place: lines.place(file, item.span().start) };
                if let DeValue::Table(table) = item.get_ref() {
                    flatten(file, &lines, "", table, &mut row);
                }
                row
            });
            document.arrays.entry(key.get_ref().to_string()).or_default().extend(rows);
        } else {
            value_into(file, &lines, key.get_ref().to_string(), key, value, &mut document.rest);
        }
    }
    document
}

/// A key and its value as written in a table: their text and the bytes they occupy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The key, nested ones joined by dots.
    pub key: String,
    /// The value, where it is one text.
    pub text: String,
    /// The bytes of the last part of the key, quotes included.
    pub key_span: Range<usize>,
    /// The bytes of the value.
    pub value_span: Range<usize>,
}

/// The tables of every array of tables: the array's name and the keys of each table, as written.
#[must_use]
pub fn spans(text: &str) -> Vec<(String, Vec<Written>)> {
    fn walk(prefix: &str, table: &DeTable<'_>, out: &mut Vec<Written>) {
        for (key, value) in table {
            let full = format!("{prefix}{}", key.get_ref());
            match value.get_ref() {
                DeValue::Table(table) => walk(&format!("{full}."), table, out),
                other => out.push(Written {
                    key: full,
                    text: scalar(other),
                    key_span: key.span(),
                    value_span: value.span(),
                }),
            }
        }
    }
    let (root, _) = DeTable::parse_recoverable(text);
    let mut tables = Vec::new();
    for (name, value) in root.get_ref() {
        let DeValue::Array(items) = value.get_ref() else { continue };
        for item in items {
            if let DeValue::Table(table) = item.get_ref() {
                let mut keys = Vec::new();
                walk("", table, &mut keys);
                tables.push((name.get_ref().to_string(), keys));
            }
        }
    }
    tables
}

fn flatten(file: &str, lines: &Lines<'_>, prefix: &str, table: &DeTable<'_>, row: &mut Row) {
    for (key, value) in table {
        let full =
            if prefix.is_empty() { key.get_ref().to_string() } else { format!("{prefix}.{}", key.get_ref()) };
        value_into(file, lines, full, key, value, row);
    }
}

fn value_into(
    file: &str,
    lines: &Lines<'_>,
    key: String,
    written: &Spanned<Cow<'_, str>>,
    value: &Spanned<DeValue<'_>>,
    row: &mut Row,
) {
    let place = lines.place(file, value.span().start.max(written.span().start));
    match value.get_ref() {
        DeValue::Table(table) => flatten(file, lines, &key, table, row),
        DeValue::Array(items) if items.iter().any(|item| matches!(item.get_ref(), DeValue::Table(_))) => {
            for (index, item) in items.iter().enumerate() {
                value_into(file, lines, format!("{key}.{}", index + 1), written, item, row);
            }
        }
        DeValue::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| scalar(item.get_ref())).collect();
            row.cells.insert(key, Cell { text: items.join("; "), items: Some(items), place });
        }
        other => {
            row.cells.insert(key, Cell { text: scalar(other), items: None, place });
        }
    }
}

/// A value as a person would write it in a cell.
fn scalar(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => text.trim().replace("\r\n", "\n"),
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().to_owned(),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or_else(|_| number.to_string(), |value| value.to_string()),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Boolean(value) => value.to_string(),
        DeValue::Datetime(date) => date.to_string(),
        DeValue::Array(items) => {
            items.iter().map(|item| scalar(item.get_ref())).collect::<Vec<_>>().join(", ")
        }
        DeValue::Table(_) => String::new(),
    }
}
