//! The sheets of a spreadsheet file (`.xlsx`, `.xls`, `.ods`) as tables of text.

use std::{borrow::Cow, collections::BTreeMap, fs, io::Cursor, panic::catch_unwind, path::Path};

use atalaya_model::{Code, Diagnostic, Place};
use calamine::{Cell, Data, DataRef, Reader, Sheets, XlsxError, open_workbook_auto_from_rs};

mod extent;

use crate::{
    archive,
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

/// Most cells of a sheet, those counted that are left empty before others of their row.
const MAX_CELLS: usize = 16_000_000;

/// Most cells of the rectangles of an OpenDocument spreadsheet, which are made whole, at some 60 bytes a cell.
const MAX_RECTANGLE: usize = 4_000_000;

/// The same of a file in memory.
///
/// # Errors
/// [`Code::BadWorkbook`] where it is no spreadsheet, or one that is larger than people write.
pub fn sheets_of(bytes: &[u8], shown: &str) -> Result<Vec<(String, Sheet<'static>)>, Diagnostic> {
    let bad = |reason: &str| Diagnostic::new(Code::BadWorkbook, Place::file(shown)).with("reason", reason);
    if bytes.starts_with(b"PK") {
        archive::measure(bytes).map_err(bad)?;
        if extent::of_ods(bytes).is_some_and(|cells| cells > MAX_RECTANGLE) {
            return Err(bad("too-large"));
        }
    }
    // A damaged file may be more than the library is ready for.
    let read = catch_unwind(|| all(bytes, shown));
    read.unwrap_or_else(|_| Err("damaged".to_owned())).map_err(|reason| bad(&reason))
}

fn all(bytes: &[u8], shown: &str) -> Result<Vec<(String, Sheet<'static>)>, String> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| e.to_string())?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let mut rows = Rows { most: MAX_CELLS, ..Rows::default() };
        let read = match &mut book {
            Sheets::Xlsx(book) => match book.worksheet_cells_reader(&name) {
                Ok(mut cells) => rows.fill(|| cells.next_cell().map_err(|e| e.to_string())),
                // A sheet that is a picture.
                Err(XlsxError::NotAWorksheet(_)) => Ok(()),
                Err(error) => Err(error.to_string()),
            },
            Sheets::Xlsb(book) => match book.worksheet_cells_reader(&name) {
                Ok(mut cells) => rows.fill(|| cells.next_cell().map_err(|e| e.to_string())),
                Err(error) => Err(error.to_string()),
            },
            book => match book.worksheet_range(&name) {
                Ok(range) => {
                    let (top, left) = range.start().unwrap_or_default();
                    range.used_cells().try_for_each(|(row, column, cell)| {
                        rows.put(top + row as u32, left + column as u32, text(cell))
                    })
                }
                Err(error) => Err(error.to_string()),
            },
        };
        read?;
        let rows = rows.lines();
        if !rows.is_empty() {
            let file = format!("{shown}/{name}");
            sheets.push((name, Sheet { file: file.as_str().into(), rows }));
        }
    }
    Ok(sheets)
}

/// The rows of a sheet as they are read, cell by cell: two cells in opposite corners do not make a full sheet.
#[derive(Default)]
struct Rows {
    rows: BTreeMap<u32, Vec<Cow<'static, str>>>,
    cells: usize,
    most: usize,
}

impl Rows {
    fn fill<'a>(
        &mut self,
        mut next: impl FnMut() -> Result<Option<Cell<DataRef<'a>>>, String>,
    ) -> Result<(), String> {
        while let Some(cell) = next()? {
            let (row, column) = cell.get_position();
            self.put(row, column, text(&Data::from(cell.get_value().clone())))?;
        }
        Ok(())
    }

    /// Puts a cell in its place, both from 0.
    fn put(&mut self, row: u32, column: u32, text: String) -> Result<(), String> {
        if text.is_empty() {
            return Ok(());
        }
        let (cells, column) = (self.rows.entry(row).or_default(), column as usize);
        let more = (column + 1).saturating_sub(cells.len());
        self.cells += more;
        if self.cells > self.most {
            return Err("too-large".to_owned());
        }
        cells.extend(std::iter::repeat_n(Cow::Borrowed(""), more));
        cells[column] = Cow::Owned(text);
        Ok(())
    }

    fn lines(self) -> Vec<Line<'static>> {
        let line = |(number, cells): (u32, Vec<_>)| Line { number: number.saturating_add(1), cells };
        self.rows.into_iter().map(line).filter(|line| !line.is_blank()).collect()
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_cells_in_opposite_corners_are_two_cells() {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_string(0, 0, "first").unwrap();
        sheet.write_string(1_048_575, 16_383, "last").unwrap();
        let sheets = sheets_of(&book.save_to_buffer().unwrap(), "x.xlsx").unwrap();
        let rows = &sheets[0].1.rows;
        assert_eq!((rows.len(), rows[0].cell(0), rows[1].number), (2, "first", 1_048_576));
        assert_eq!((rows[1].cells.len(), rows[1].cell(16_383)), (16_384, "last"));
    }

    #[test]
    fn a_sheet_has_an_end() {
        let mut rows = Rows { most: 10, ..Rows::default() };
        assert_eq!(rows.put(0, 4, "a".to_owned()), Ok(()));
        assert_eq!(rows.put(0, 2, "b".to_owned()), Ok(()));
        assert_eq!(rows.put(7, 5, "c".to_owned()), Err("too-large".to_owned()));
    }
}
