//! Delimited text in any dialect: encoding, separator, quotes and blank lines, with the place of every cell.

use std::borrow::Cow;

use atalaya_model::{Code, Diagnostic, Place, diagnostic::FileName};

/// A table as written: rows of trimmed cells, with the line each row starts on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet<'a> {
    /// The file, relative to the study's folder.
    pub file: FileName,
    /// The rows that are not blank.
    pub rows: Vec<Line<'a>>,
}

/// One row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line<'a> {
    /// Line of the file, from 1.
    pub number: u32,
    /// Its cells, trimmed.
    pub cells: Vec<Cow<'a, str>>,
}

impl Line<'_> {
    /// The cell at `index`, empty where the row is shorter.
    #[must_use]
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", AsRef::as_ref)
    }

    /// Whether every cell is empty.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.is_empty())
    }
}

impl Sheet<'_> {
    /// The same, apart from the text that it was read from.
    #[must_use]
    pub fn into_owned(self) -> Sheet<'static> {
        let owned = |line: Line<'_>| Line {
            number: line.number,
            cells: line.cells.into_iter().map(|cell| Cow::Owned(cell.into_owned())).collect(),
        };
        Sheet { file: self.file, rows: self.rows.into_iter().map(owned).collect() }
    }

    /// The place of a cell: `column` counts from 0.
    #[must_use]
    pub fn place(&self, line: u32, column: usize) -> Place {
        Place { file: self.file.clone(), line, column: u32::try_from(column + 1).unwrap_or(u32::MAX) }
    }
}

/// How a file was written, so that it can be written again the same way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16 with a byte-order mark, as some spreadsheets export "Unicode text".
    Utf16,
    /// Windows-1252.
    Windows1252,
}

/// Decodes a file: a byte-order mark is removed, what is not UTF-8 is read as Windows-1252; both are reported.
#[must_use]
pub fn decode<'a>(file: &str, bytes: &'a [u8], out: &mut Vec<Diagnostic>) -> (Cow<'a, str>, Encoding) {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        out.push(Diagnostic::new(Code::Bom, Place::at(file, 1, 1)));
        let kind = if encoding == encoding_rs::UTF_8 { Encoding::Utf8 } else { Encoding::Utf16 };
        return (encoding.decode_without_bom_handling(&bytes[mark..]).0, kind);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), Encoding::Utf8),
        Err(error) => {
            let line = line_of(&bytes[..error.valid_up_to()]);
            out.push(Diagnostic::new(Code::Latin1, Place::at(file, line, 1)));
            let text = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0;
            (text, Encoding::Windows1252)
        }
    }
}

fn line_of(before: &[u8]) -> u32 {
    u32::try_from(before.iter().filter(|&&byte| byte == b'\n').count() + 1).unwrap_or(u32::MAX)
}

/// One cell as written: the bytes of the text that it occupies, quotes included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// One row as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawLine {
    /// Line of the file, from 1.
    pub number: u32,
    /// Its cells.
    pub cells: Vec<Span>,
    /// Whether a quote was opened in it and never closed.
    pub unclosed: bool,
}

/// The separator of a table: the one that stands in most of its first lines, then most often in the first of them.
/// Also the byte after a spreadsheet's `sep=;` line, where the table starts.
#[must_use]
pub fn separator(text: &str) -> (u8, usize) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(mark) = first.trim_end().strip_prefix("sep=")
        && let &[byte @ (b',' | b';' | b'\t')] = mark.as_bytes()
    {
        return (byte, first.len() + usize::from(text.len() > first.len()));
    }
    let count = |line: &str, wanted: u8| {
        let mut quoted = false;
        line.bytes()
            .filter(|&byte| {
                quoted ^= byte == b'"';
                !quoted && byte == wanted
            })
            .count()
    };
    let sample: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(20).collect();
    let score = |wanted: u8| {
        let counts: Vec<usize> = sample.iter().map(|line| count(line, wanted)).collect();
        let lines = counts.iter().filter(|&&n| n > 0).count();
        (lines, counts.first().copied().unwrap_or(0), counts.iter().sum::<usize>())
    };
    let mut best = (b',', score(b','));
    for wanted in [b';', b'\t'] {
        let found = score(wanted);
        if found > best.1 {
            best = (wanted, found);
        }
    }
    (best.0, 0)
}

/// Splits a table into rows of spans; blank lines are left out.
#[must_use]
pub fn scan(text: &str, separator: u8, from: usize) -> Vec<RawLine> {
    let bytes = text.as_bytes();
    let mut lines = Vec::new();
    let mut position = from.min(bytes.len());
    let mut number = line_of(&bytes[..position]);
    let mut width = 0;
    while position < bytes.len() {
        let mut line = RawLine { number, cells: Vec::with_capacity(width), unclosed: false };
        let mut blank = true;
        loop {
            let start = position;
            while bytes.get(position) == Some(&b' ') {
                position += 1;
            }
            if bytes.get(position) == Some(&b'"') {
                position += 1;
                blank = false;
                loop {
                    match bytes.get(position) {
                        Some(b'"') if bytes.get(position + 1) == Some(&b'"') => position += 2,
                        Some(b'"') => {
                            position += 1;
                            break;
                        }
                        Some(byte) => {
                            number += u32::from(*byte == b'\n');
                            position += 1;
                        }
                        None => {
                            line.unclosed = true;
                            break;
                        }
                    }
                }
            }
            while bytes.get(position).is_some_and(|&byte| byte != separator && byte != b'\n' && byte != b'\r')
            {
                blank &= bytes[position] == b' ';
                position += 1;
            }
            line.cells.push(Span { start, end: position });
            if bytes.get(position) == Some(&separator) {
                position += 1;
                continue;
            }
            break;
        }
        if bytes.get(position) == Some(&b'\r') {
            position += 1;
        }
        if bytes.get(position) == Some(&b'\n') {
            position += 1;
        }
        number += 1;
        if !blank {
            width = line.cells.len();
            lines.push(line);
        }
    }
    lines
}

/// The rows of a table as written, those that [`parse`] reads, in its order.
#[must_use]
pub fn raw(text: &str) -> Vec<RawLine> {
    let (separator, from) = separator(text);
    let mut lines = scan(text, separator, from);
    lines.retain(|line| line.cells.iter().any(|span| !unquote(&text[span.start..span.end]).is_empty()));
    lines
}

/// A changed text in the encoding that the file had, byte-order mark included.
#[must_use]
pub fn respell(original: &[u8], text: &str) -> Vec<u8> {
    let utf16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
        mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect()
    };
    match encoding_rs::Encoding::for_bom(original) {
        Some((encoding, _)) if encoding == encoding_rs::UTF_16LE => utf16([0xff, 0xfe], u16::to_le_bytes),
        Some((encoding, _)) if encoding == encoding_rs::UTF_16BE => utf16([0xfe, 0xff], u16::to_be_bytes),
        Some(_) => ["\u{feff}", text].concat().into_bytes(),
        None if std::str::from_utf8(original).is_err() => {
            encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
        }
        None => text.as_bytes().to_vec(),
    }
}

/// The text of a cell: trimmed, without its quotes, line breaks as `\n`.
#[must_use]
pub fn unquote(raw: &str) -> Cow<'_, str> {
    let trimmed = raw.trim();
    let Some(body) = trimmed.strip_prefix('"') else { return Cow::Borrowed(trimmed) };
    let body = body.strip_suffix('"').unwrap_or(body);
    let trimmed = body.trim();
    if trimmed.contains("\"\"") || trimmed.contains('\r') {
        let text = trimmed.replace("\"\"", "\"").replace("\r\n", "\n").replace('\r', "\n");
        return Cow::Owned(text);
    }
    Cow::Borrowed(trimmed)
}

/// Writes a cell with the quotes that it needs.
pub fn quote(text: &str, separator: u8, out: &mut String) {
    let needs = text.bytes().any(|b| b == separator || matches!(b, b'"' | b'\n' | b'\r'))
        || text.starts_with([' ', '\u{feff}'])
        || text.ends_with(' ');
    if needs {
        out.push('"');
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(text);
    }
}

/// Reads a decoded table: the separator is found, and reported where it is no comma.
#[must_use]
pub fn parse<'a>(file: &str, text: &'a str, out: &mut Vec<Diagnostic>) -> Sheet<'a> {
    let (separator, from) = separator(text);
    if text[from..].trim().is_empty() {
        out.push(Diagnostic::new(Code::EmptyFile, Place::file(file)));
        return Sheet { file: file.into(), rows: Vec::new() };
    }
    if separator != b',' {
        let shown = if separator == b'\t' { "TAB" } else { ";" };
        out.push(Diagnostic::new(Code::Separator, Place::at(file, 1, 1)).with("separator", shown));
    }
    let rows = scan(text, separator, from)
        .into_iter()
        .map(|line| {
            if line.unclosed {
                out.push(Diagnostic::new(Code::UnclosedQuote, Place::at(file, line.number, 1)));
            }
            let cells = line.cells.iter().map(|span| unquote(&text[span.start..span.end])).collect();
            Line { number: line.number, cells }
        })
        .filter(|line: &Line<'_>| !line.is_blank())
        .collect();
    Sheet { file: file.into(), rows }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut out = Vec::new();
        let sheet = parse("t.csv", text, &mut out);
        sheet
            .rows
            .into_iter()
            .map(|line| (line.number, line.cells.into_iter().map(Cow::into_owned).collect()))
            .collect()
    }

    #[test]
    fn quotes_blank_lines_and_line_ends_keep_their_lines() {
        let text = "id,name\r\n\r\nA,\"one \"\"two\"\"\r\nthree\"\r\nB, x \r\n,,\r\nC,\n";
        let read = cells(text);
        assert_eq!(read[1], (3, vec!["A".to_owned(), "one \"two\"\nthree".to_owned()]));
        assert_eq!(read[2], (5, vec!["B".to_owned(), "x".to_owned()]));
        assert_eq!(read[3], (7, vec!["C".to_owned(), String::new()]));
    }

    #[test]
    fn the_separator_is_the_one_of_most_lines() {
        assert_eq!(separator("a;b;c\n1,5;2,5;3,5\n").0, b';');
        assert_eq!(separator("a\tb\n1,5\t2,5\n").0, b'\t');
        assert_eq!(separator("id,name\nA,\"x; y; z\"\n").0, b',');
        assert_eq!(separator("sep=;\na;b\n"), (b';', 6));
        assert_eq!(separator("only\n1\n").0, b',');
    }

    #[test]
    fn an_unclosed_quote_is_reported() {
        let mut out = Vec::new();
        let _ = parse("t.csv", "a,b\n1,\"two\n3,4\n", &mut out);
        assert_eq!(out[0].code, Code::UnclosedQuote);
        assert_eq!(out[0].place.line, 2);
    }
}
