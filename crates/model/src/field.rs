//! What fits a cell: how each type of field is read from what people wrote and printed again.

use std::collections::BTreeMap;

use crate::{
    Code, Diagnostic, Id, Lang, Place, Text, choice::Choice, id::spreadsheet_rewrites, record::Kind,
};

/// One value as written, and where.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// The text, trimmed.
    pub text: String,
    /// The items, where it was written as a list.
    pub items: Option<Vec<String>>,
    /// Where it stands.
    pub place: Place,
}

/// A record as written: keys (nested ones joined by dots) with their cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The cells by key; a field takes its own away, what stays is unknown.
    pub cells: BTreeMap<String, Cell>,
    /// Where the record starts.
    pub place: Place,
}

/// Reads the fields of one row and collects what is wrong.
#[derive(Debug)]
pub struct RowReader<'a> {
    row: &'a mut Row,
    out: &'a mut Vec<Diagnostic>,
}

impl<'a> RowReader<'a> {
    /// A reader of `row` that reports to `out`.
    pub fn new(row: &'a mut Row, out: &'a mut Vec<Diagnostic>) -> Self {
        Self { row, out }
    }

    /// Takes the cell of a key; an empty one is none.
    pub fn take(&mut self, key: &str) -> Option<Cell> {
        let cell = self.row.cells.remove(key)?;
        (!cell.text.is_empty() || cell.items.is_some()).then_some(cell)
    }

    /// Takes every cell below `prefix.` that is not empty, keyed by what follows it.
    pub fn take_below(&mut self, prefix: &str) -> Vec<(String, Cell)> {
        let start = format!("{prefix}.");
        let keys: Vec<String> = self
            .row
            .cells
            .range(start.clone()..)
            .map(|(k, _)| k.clone())
            .take_while(|k| k.starts_with(&start))
            .collect();
        keys.into_iter()
            .filter_map(|key| Some((key[start.len()..].to_owned(), self.row.cells.remove(&key)?)))
            .filter(|(_, cell)| !cell.text.is_empty())
            .collect()
    }

    /// Reports a problem at a cell.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.out.push(diagnostic);
    }

    /// Reports a missing field at the row.
    pub fn missing(&mut self, key: &str) {
        let place = self.row.place.clone();
        self.out.push(Diagnostic::new(Code::MissingValue, place).with("field", key));
    }

    /// Where the row starts.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.row.place
    }

    /// What no field took, and where.
    pub fn rest(&mut self) -> BTreeMap<String, Cell> {
        std::mem::take(&mut self.row.cells)
    }
}

/// A printed value, with the type that a TOML file or a workbook needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Printed {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A whole number.
    Integer(i64),
    /// A truth value.
    Bool(bool),
    /// A list of texts.
    List(Vec<String>),
}

impl Printed {
    /// As one cell of a table; lists of ids are joined by spaces, other lists by `; `.
    #[must_use]
    pub fn cell(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(value) => value.to_string(),
            Self::Integer(value) => value.to_string(),
            Self::Bool(value) => value.to_string(),
            Self::List(items) if items.iter().any(|item| item.contains(' ')) => items.join("; "),
            Self::List(items) => items.join(" "),
        }
    }
}

/// A type that can be the field of a record.
pub trait Field: Sized {
    /// Reads it from the cells at and below `key`; what is wrong is reported, and a neutral value stands in.
    fn read(row: &mut RowReader<'_>, key: &str) -> Self;
    /// Prints it as keys and values; an empty field prints nothing.
    fn print(&self, key: &str, out: &mut Vec<(String, Printed)>);
    /// The columns that a table needs for it.
    fn columns(key: &str, out: &mut Vec<String>) {
        out.push(key.to_owned());
    }
    /// The ids it refers to, with the kinds they may have.
    fn refs<'a>(&'a self, _key: &str, _out: &mut Vec<Reference<'a>>) {}
    /// The bilingual texts in it.
    fn texts<'a>(&'a self, _key: &str, _out: &mut Vec<(String, &'a Text)>) {}
    /// The words allowed, for closed lists.
    #[must_use]
    fn words() -> Vec<&'static str> {
        Vec::new()
    }
    /// Records of which kind it names, and whether it may name several.
    #[must_use]
    fn names() -> Option<(Kind, bool)> {
        None
    }
}

/// An id used by a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference<'a> {
    /// Key of the field.
    pub key: String,
    /// What it may name.
    pub kind: Kind,
    /// The id.
    pub id: &'a Id,
}

impl Field for String {
    fn read(row: &mut RowReader<'_>, key: &str) -> Self {
        row.take(key).map(|cell| cell.text).unwrap_or_default()
    }
    fn print(&self, key: &str, out: &mut Vec<(String, Printed)>) {
        if !self.is_empty() {
            out.push((key.to_owned(), Printed::Text(self.clone())));
        }
    }
}

impl Field for Vec<String> {
    fn read(row: &mut RowReader<'_>, key: &str) -> Self {
        let Some(cell) = row.take(key) else { return Vec::new() };
        let split = || cell.text.split(';').map(|s| s.trim().to_owned()).filter(|s| !s.is_empty()).collect();
        cell.items.unwrap_or_else(split)
    }
    fn print(&self, key: &str, out: &mut Vec<(String, Printed)>) {
        if !self.is_empty() {
            out.push((key.to_owned(), Printed::List(self.clone())));
        }
    }
}

/// Reads a number as people write it: `3.5`, `3,5` (reported), `35 %`.
///
/// # Errors
/// [`Code::AmbiguousNumber`] for `1,234`, [`Code::NotANumber`] for anything else.
pub fn parse_number(text: &str) -> Result<(f64, bool), Code> {
    let trimmed = text.trim();
    let (body, percent) = match trimmed.strip_suffix('%') {
        Some(rest) => (rest.trim_end(), true),
        None => (trimmed, false),
    };
    let scale = |value: f64| if percent { value / 100.0 } else { value };
    let plain = |body: &str| {
        let ok = body.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E'));
        body.parse::<f64>().ok().filter(|value| ok && value.is_finite())
    };
    if let Some(value) = plain(body) {
        return Ok((scale(value), false));
    }
    if let Some((whole, fraction)) = body.split_once(',')
        && !body.contains('.')
        && !fraction.contains(',')
        && !fraction.is_empty()
        && fraction.bytes().all(|b| b.is_ascii_digit())
    {
        let digits = whole.trim_start_matches(['-', '+']);
        if fraction.len() == 3 && digits != "0" && !digits.is_empty() && digits.len() <= 3 {
            return Err(Code::AmbiguousNumber);
        }
        if let Some(value) = plain(&format!("{whole}.{fraction}")) {
            return Ok((scale(value), true));
        }
    }
    Err(Code::NotANumber)
}

impl Field for Option<f64> {
    fn read(row: &mut RowReader<'_>, key: &str) -> Self {
        let cell = row.take(key)?;
        match parse_number(&cell.text) {
            Ok((value, comma)) => {
                if comma {
                    row.report(Diagnostic::new(Code::DecimalComma, cell.place).with("text", &cell.text));
                }
                Some(value)
            }
            Err(code) => {
                row.report(Diagnostic::new(code, cell.place).with("text", &cell.text));
                None
            }
        }
    }
    fn print(&self, key: &str, out: &mut Vec<(String, Printed)>) {
        if let Some(value) = self {
            out.push((key.to_owned(), Printed::Number(*value)));
        }
    }
}

impl Field for Option<i64> {
    fn read(row: &mut RowReader<'_>, key: &str) -> Self {
        let cell = row.take(key)?;
        let whole = |value: f64| (value.fract() == 0.0 && value.abs() < 9e15).then_some(value as i64);
        let read = parse_number(&cell.text).ok().and_then(|(value, _)| whole(value));
        if read.is_none() {
            let refused = Diagnostic::new(Code::NotANumber, cell.place).with("text", &cell.text);
            row.report(refused.with("whole", "yes"));
        }
        read
    }
    fn print(&self, key: &str, out: &mut Vec<(String, Printed)>) {
        if let Some(value) = self {
            out.push((key.to_owned(), Printed::Integer(*value)));
        }
    }
}

impl Field for bool {
    fn read(row: &mut RowReader<'_>, key: &str) -> Self {
        let Some(cell) = row.take(key) else { return false };
        match cell.text.to_lowercase().as_str() {
            "true" | "yes" | "sí" | "si" | "1" | "x" | "verdadero" => true,
            "false" | "no" | "0" | "falso" => false,
            _ => {
                let allowed = "yes, no";
                row.report(
                    Diagnostic::new(Code::NotAChoice, cell.place)
                        .with("text", &cell.text)
                        .with("allowed", allowed),
                );
                false
            }
        }
    }
    fn print(&self, key: &str, out: &mut Vec<(String, Printed)>) {
        if *self {
            out.push((key.to_owned(), Printed::Bool(true)));
        }
    }
}

impl<C: Choice> Field for Option<C> {
    fn read(row: &mut RowReader<'_>, key: &str) -> Self {
        let cell = row.take(key)?;
        let value = C::parse(&cell.text);
        if value.is_none() {
            let allowed = C::ALL.iter().map(|c| c.as_str()).collect::<Vec<_>>().join(", ");
            row.report(
                Diagnostic::new(Code::NotAChoice, cell.place)
                    .with("text", &cell.text)
                    .with("allowed", allowed),
            );
        }
        value
    }
    fn print(&self, key: &str, out: &mut Vec<(String, Printed)>) {
        if let Some(value) = self {
            out.push((key.to_owned(), Printed::Text(value.as_str().to_owned())));
        }
    }
    fn words() -> Vec<&'static str> {
        C::ALL.iter().map(|c| c.as_str()).collect()
    }
}

impl Field for Text {
    fn read(row: &mut RowReader<'_>, key: &str) -> Self {
        let mut text = Self::default();
        for lang in Lang::ALL {
            *text.side_mut(lang) = String::read(row, &format!("{key}.{}", lang.code()));
        }
        // A study in one language may write `name` alone: it is the text of that language, told by the caller.
        if text.is_empty()
            && let Some(cell) = row.take(key)
        {
            text.es = cell.text;
        }
        text
    }
    fn print(&self, key: &str, out: &mut Vec<(String, Printed)>) {
        for lang in Lang::ALL {
            self.side(lang).to_owned().print(&format!("{key}.{}", lang.code()), out);
        }
    }
    fn columns(key: &str, out: &mut Vec<String>) {
        out.extend(Lang::ALL.map(|lang| format!("{key}.{}", lang.code())));
    }
    fn texts<'a>(&'a self, key: &str, out: &mut Vec<(String, &'a Text)>) {
        out.push((key.to_owned(), self));
    }
}

/// Keys below a field, each with a text: the path of a scenario by periods, the conditions of a pole.
impl Field for BTreeMap<String, Text> {
    fn read(row: &mut RowReader<'_>, key: &str) -> Self {
        let mut map = Self::new();
        for (below, cell) in row.take_below(key) {
            let (name, lang) = match below.rsplit_once('.') {
                Some((name, code)) if Lang::ALL.iter().any(|l| l.code() == code) => (name, Lang::parse(code)),
                _ => (below.as_str(), Some(Lang::Es)),
            };
            if let Some(lang) = lang {
                *map.entry(name.to_owned()).or_insert_with(Text::default).side_mut(lang) = cell.text;
            }
        }
        map
    }
    fn print(&self, key: &str, out: &mut Vec<(String, Printed)>) {
        for (name, text) in self {
            text.print(&format!("{key}.{name}"), out);
        }
    }
    fn texts<'a>(&'a self, key: &str, out: &mut Vec<(String, &'a Text)>) {
        out.extend(self.iter().map(|(name, text)| (format!("{key}.{name}"), text)));
    }
    fn columns(_key: &str, _out: &mut Vec<String>) {}
}

/// Keys below a field, each with a short word: hashes of wordings, scales of families.
impl Field for BTreeMap<String, String> {
    fn read(row: &mut RowReader<'_>, key: &str) -> Self {
        row.take_below(key).into_iter().map(|(name, cell)| (name, cell.text)).collect()
    }
    fn print(&self, key: &str, out: &mut Vec<(String, Printed)>) {
        out.extend(self.iter().map(|(name, word)| (format!("{key}.{name}"), Printed::Text(word.clone()))));
    }
    fn columns(_key: &str, _out: &mut Vec<String>) {}
}

/// Ids of records of one kind, separated by spaces, commas or semicolons in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refs<const K: u8>(pub Vec<Id>);

impl<const K: u8> std::ops::Deref for Refs<K> {
    type Target = [Id];
    fn deref(&self) -> &[Id] {
        &self.0
    }
}

/// Reads one id, reporting what is wrong with it.
pub fn read_id(row: &mut RowReader<'_>, text: &str, place: &Place) -> Option<Id> {
    let id = Id::parse(text);
    if id.is_none() {
        let code = if looks_like_spreadsheet_date(text) { Code::SpreadsheetId } else { Code::BadId };
        row.report(Diagnostic::new(code, place.clone()).with("text", text));
    } else if spreadsheet_rewrites(text) {
        row.report(Diagnostic::new(Code::SpreadsheetId, place.clone()).with("text", text));
    }
    id
}

/// Whether a text is what a spreadsheet makes of an id: `1-mar`, `01/03/2026`, `1.00E+03`, `1000`.
#[must_use]
pub fn looks_like_spreadsheet_date(text: &str) -> bool {
    let starts_with_digit = text.starts_with(|c: char| c.is_ascii_digit());
    let has_mark = text.contains(['-', '/']) || text.to_ascii_lowercase().contains("e+");
    starts_with_digit && (has_mark || text.parse::<f64>().is_ok())
}

impl<const K: u8> Field for Refs<K> {
    fn names() -> Option<(Kind, bool)> {
        Some((Kind::of(K), true))
    }
    fn read(row: &mut RowReader<'_>, key: &str) -> Self {
        let Some(cell) = row.take(key) else { return Self::default() };
        let parts: Vec<String> = match &cell.items {
            Some(items) => items.clone(),
            None => cell.text.split([' ', ',', ';', '\n', '\t']).map(str::to_owned).collect(),
        };
        Self(
            parts
                .iter()
                .map(|part| part.trim())
                .filter(|part| !part.is_empty())
                .filter_map(|part| read_id(row, part, &cell.place))
                .collect(),
        )
    }
    fn print(&self, key: &str, out: &mut Vec<(String, Printed)>) {
        if !self.0.is_empty() {
            out.push((key.to_owned(), Printed::List(self.0.iter().map(Id::to_string).collect())));
        }
    }
    fn refs<'a>(&'a self, key: &str, out: &mut Vec<Reference<'a>>) {
        out.extend(self.0.iter().map(|id| Reference { key: key.to_owned(), kind: Kind::of(K), id }));
    }
}

/// At most one id of a record of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ref<const K: u8>(pub Option<Id>);

impl<const K: u8> Field for Ref<K> {
    fn names() -> Option<(Kind, bool)> {
        Some((Kind::of(K), false))
    }
    fn read(row: &mut RowReader<'_>, key: &str) -> Self {
        Self(row.take(key).and_then(|cell| read_id(row, &cell.text, &cell.place)))
    }
    fn print(&self, key: &str, out: &mut Vec<(String, Printed)>) {
        if let Some(id) = &self.0 {
            out.push((key.to_owned(), Printed::Text(id.to_string())));
        }
    }
    fn refs<'a>(&'a self, key: &str, out: &mut Vec<Reference<'a>>) {
        out.extend(self.0.iter().map(|id| Reference { key: key.to_owned(), kind: Kind::of(K), id }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(parse_number("3.5"), Ok((3.5, false)));
        assert_eq!(parse_number(" -3,5 "), Ok((-3.5, true)));
        assert_eq!(parse_number("0,125"), Ok((0.125, true)));
        assert_eq!(parse_number("35 %"), Ok((0.35, false)));
        assert_eq!(parse_number("1,234"), Err(Code::AmbiguousNumber));
        for bad in ["", "a", "1.2.3", "1,2,3", "nan", "inf", "1 2"] {
            assert_eq!(parse_number(bad), Err(Code::NotANumber), "{bad}");
        }
    }
}
