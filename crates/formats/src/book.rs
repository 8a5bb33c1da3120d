//! The sheets of a spreadsheet file (`.xlsx`, `.xls`, `.ods`) as tables of text.

use std::{borrow::Cow, fs, io::Cursor, path::Path};

use atalaya_model::{Code, Diagnostic, Place};
use calamine::{Data, Reader, open_workbook_auto_from_rs};

use crate::{
    sheet::{Line, Sheet},
    tree::unreadable,
};

/// Most bytes of a spreadsheet file.
const MAX_BYTES: u64 = 128 << 20;

/// Whether a file is a spreadsheet, by its extension.
#[must_use]
pub fn is_book(path: &Path) -> bool {
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase();
    matches!(extension.as_str(), "xlsx" | "xlsm" | "xlsb" | "xls" | "ods")
}

/// Every sheet of a file with content, in order: its name and its rows. Places read `FILE/SHEET:row:column`.
///
/// # Errors
/// [`Code::Unreadable`] where the file cannot be read, [`Code::BadWorkbook`] where it is no spreadsheet.
pub fn sheets(path: &Path, shown: &str) -> Result<Vec<(String, Sheet<'static>)>, Diagnostic> {
    let place = || Place::file(shown);
    let bad = |reason: String| Diagnostic::new(Code::BadWorkbook, place()).with("reason", reason);
    let size = fs::metadata(path).map_err(|e| unreadable(place(), &e))?.len();
    if size > MAX_BYTES {
        return Err(bad("too-large".to_owned()));
    }
    sheets_of(&fs::read(path).map_err(|e| unreadable(place(), &e))?, shown)
}

/// The same of a file in memory.
///
/// # Errors
/// [`Code::BadWorkbook`] where it is no spreadsheet.
pub fn sheets_of(bytes: &[u8], shown: &str) -> Result<Vec<(String, Sheet<'static>)>, Diagnostic> {
    let bad = |reason: String| Diagnostic::new(Code::BadWorkbook, Place::file(shown)).with("reason", reason);
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| bad(e.to_string()))?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(|e| bad(e.to_string()))?;
        let Some((top, left)) = range.start() else { continue };
        let rows = range.rows().zip(top + 1..).map(|(cells, number)| {
            let pad = std::iter::repeat_n(Cow::Borrowed(""), left as usize);
            Line { number, cells: pad.chain(cells.iter().map(|cell| Cow::Owned(text(cell)))).collect() }
        });
        let rows: Vec<Line<'static>> = rows.filter(|line| !line.is_blank()).collect();
        if !rows.is_empty() {
            let file = format!("{shown}/{name}");
            sheets.push((name, Sheet { file: file.as_str().into(), rows }));
        }
    }
    Ok(sheets)
}

/// A cell as a person would write it.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.trim().replace("\r\n", "\n"),
        Data::Int(value) => value.to_string(),
        Data::Float(value) => value.to_string(),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(date) => date.chars().take(10).collect(),
        Data::DurationIso(text) => text.clone(),
        Data::Error(error) => error.to_string(),
    }
}
