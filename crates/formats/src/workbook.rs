//! The workbook: a study in one `.xlsx`, a sheet a part, with lists of the words allowed.
//!
//! The sheet `study` has a key and its values in a row; every table has the sheet of its file's name; all answers stand
//! in one long sheet. Sheets, headers and words of closed lists are written in the language asked for and read in both. A sheet named `FAMILY ROUND EXPERT` is read as a matrix, so that people may paste theirs.
//! Everything that is text is written as text: nothing that somebody answered becomes a formula.

use std::{collections::BTreeMap, path::Path};

use atalaya_model::{
    Code, Diagnostic, Family, Kind, Lang, Place, Record, Study, choice,
    field::{Cell, Printed, Row},
    heading::{self, Of},
    record::Home,
    records::*,
    study::{Loaded, Places},
};
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use crate::{
    answers::{self, Placed, Setting},
    book,
    print::{self, Table},
    read::{self, Reader, is_newer},
    save::{self, refused},
    schema::Schema,
    sheet::Sheet,
};

const STUDY: &str = "study";
const ANSWERS: &str = "answers";
const VALUES: &str = "values";
const PROVENANCE: &str = "provenance";
const FAMILIES: &str = "families";
/// Most characters of a cell in a spreadsheet.
const CELL: usize = 32_767;
/// Most rows of a sheet.
const ROWS: usize = 1_048_576;
/// Whole numbers beyond this are written as text: a spreadsheet would round them.
const EXACT: i64 = 1 << 53;

macro_rules! sheets {
    ($($table:ident: $type:ident),+) => {
        /// The words allowed in each column of a table.
        fn words(home: Home) -> BTreeMap<&'static str, Vec<&'static str>> {
            $(if home == $type::HOME {
                let fields = $type::fields().into_iter();
                return fields.map(|(name, _, words)| (name, words)).filter(|(_, w)| !w.is_empty()).collect();
            })+
            BTreeMap::new()
        }

        /// Where records of a kind are written, and every column that they may have but where they come from.
        fn columns(kind: Kind) -> (Home, Vec<String>) {
            $(if kind == $type::KIND {
                let mut columns = $type::columns();
                columns.push("sources".to_owned());
                return ($type::HOME, columns);
            })+
            (Home::Csv(""), Vec::new())
        }

        /// Reads every table from its sheet.
        fn tables(reader: &mut Reader, sheets: &mut BTreeMap<String, Sheet<'_>>, study: &mut Study) {
            $(if let Some(sheet) = sheets.remove($type::HOME.sheet()) {
                let rows = reader.table(&sheet, &Schema::of::<$type>(), $type::KIND);
                study.$table = reader.records::<$type>(rows);
            })+
        }
    };
}
atalaya_model::with_tables!(sheets);

/// Reads a study from a workbook. What cannot be read is reported, and the rest still opens.
#[must_use]
pub fn read(path: &Path) -> Loaded<Study> {
    let shown = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match book::sheets(path, &shown) {
        Ok(sheets) => whole(&shown, sheets),
        Err(diagnostic) => Loaded { diagnostics: vec![diagnostic], ..Loaded::default() },
    }
}

/// Reads a study from the sheets of a workbook, by their names.
#[must_use]
pub fn whole(shown: &str, sheets: Vec<(String, Sheet<'static>)>) -> Loaded<Study> {
    let none = !sheets.iter().any(|(name, _)| heading::sheet(name) == Some(STUDY));
    let mut loaded = onto(Study::default(), sheets);
    if none {
        loaded.diagnostics.insert(0, Diagnostic::new(Code::NoStudy, Place::file(shown)).with("sheet", STUDY));
        read::settle(&mut loaded.diagnostics);
    }
    loaded
}

/// Reads sheets, by their names, in the place of the tables that a study has; other parts of it stay as they are.
#[must_use]
pub fn onto(mut study: Study, sheets: Vec<(String, Sheet<'static>)>) -> Loaded<Study> {
    let mut sheets = named(sheets);
    let mut reader = Reader::new();
    reader.main = study.frame.languages.first().and_then(|code| Lang::parse(code)).unwrap_or(Lang::Es);
    if let Some(sheet) = sheets.remove(STUDY) {
        let said = frame(&mut reader, &sheet);
        study.frame = completed(&study.frame, &said, &reader.places);
    }
    if !is_newer(&study.frame, &reader.places, &mut reader.out) {
        tables(&mut reader, &mut sheets, &mut study);
        // What is no family stays as written, and the check tells it.
        for family in study.rounds.iter_mut().flat_map(|round| &mut round.families) {
            if let Some(known) = Family::meant(family) {
                known.name.clone_into(family);
            }
        }
        if let Some(sheet) = sheets.remove(VALUES) {
            study.observations = reader.observations(&sheet);
        }
        let mut placed = placed(&mut reader, &mut sheets, &study);
        placed.tell_heads(&mut reader.places);
        (study.answers, reader.places.answers) = answers::settle(placed, &mut reader.out);
        for sheet in sheets.into_values() {
            reader.out.push(Diagnostic::new(Code::UnknownFile, Place::file(&sheet.file)));
        }
    }
    study.normalise();
    read::settle(&mut reader.out);
    Loaded { value: study, diagnostics: reader.out, places: reader.places }
}

/// A frame with what a sheet says of it, and for the rest with what it said before.
fn completed(before: &Frame, said: &Frame, places: &Places) -> Frame {
    let kept = before.print_whole().into_iter().filter(|(key, _)| !places.frame.contains_key(key));
    let cell = |value: Printed| {
        let text = value.cell();
        let items = if let Printed::List(items) = value { Some(items) } else { None };
        Cell { text, items, place: Place::default() }
    };
    let cells = kept.chain(said.print_whole()).map(|(key, value)| (key, cell(value))).collect();
    Frame::read_whole(&mut Row { cells, place: Place::default() }, &mut Vec::new())
}

/// Sheets by what they hold: as the files call it, else as people do; a sheet that holds nothing known keeps its name.
fn named(found: Vec<(String, Sheet<'static>)>) -> BTreeMap<String, Sheet<'static>> {
    let mut sheets = BTreeMap::new();
    let mut others = Vec::new();
    for (name, sheet) in found {
        let name = name.trim().to_lowercase();
        match heading::sheet(&name) {
            Some(word) if word != name => others.push((word, sheet)),
            // Of two that hold the same the second is a stranger.
            Some(word) if sheets.contains_key(word) => drop(sheets.insert(sheet.file.to_string(), sheet)),
            _ => drop(sheets.insert(name, sheet)),
        }
    }
    for (word, sheet) in others {
        let name = if sheets.contains_key(word) { sheet.file.to_string() } else { word.to_owned() };
        sheets.insert(name, sheet);
    }
    sheets
}

/// The language of a workbook's sheets.
pub(crate) fn lang(path: &Path) -> Lang {
    let study = Of::Sheets.name(STUDY, Lang::Es);
    let spanish = book::sheets(path, "").is_ok_and(|all| all.iter().any(|(name, _)| *name == study));
    if spanish { Lang::Es } else { Lang::En }
}

/// The sheet `study`: a key and its values in each row.
fn frame(reader: &mut Reader, sheet: &Sheet<'_>) -> Frame {
    let mut row = Row { cells: BTreeMap::new(), place: Place::file(&sheet.file) };
    for line in &sheet.rows {
        let key = heading::frame_key(line.cell(0));
        let items: Vec<String> =
            line.cells.iter().skip(1).filter(|c| !c.is_empty()).map(|c| c.clone().into_owned()).collect();
        if key.is_empty() || (key == "key" && heading::frame_key(line.cell(1)) == "value") {
            continue;
        }
        let place = sheet.place(line.number, 1);
        let text = items.join("; ");
        // A list may stand in one cell, or each of its items in one of its own.
        let items = match items.as_slice() {
            [one] if Frame::LISTS.contains(&key.as_str()) => {
                let parts = one.split(';').map(str::trim).filter(|part| !part.is_empty());
                Some(parts.map(str::to_owned).collect())
            }
            [] | [_] => None,
            _ => Some(items),
        };
        row.cells.insert(key, Cell { text, items, place });
    }
    let mut said = Vec::new();
    let mut long = |name: &str| {
        let mut text = atalaya_model::Text::default();
        for lang in Lang::ALL {
            let Some(cell) = row.cells.remove(&format!("{name}_{}", lang.code())) else { continue };
            said.push((format!("{name}.{}", lang.code()), cell.place));
            *text.side_mut(lang) = cell.text;
        }
        text
    };
    let (presentation, conclusions) = (long("presentation"), long("conclusions"));
    let frame = Frame { presentation, conclusions, ..reader.frame(row) };
    reader.places.frame.extend(said);
    frame
}

fn placed(reader: &mut Reader, sheets: &mut BTreeMap<String, Sheet<'_>>, study: &Study) -> Placed {
    let setting = Setting::of(study);
    let mut all = Placed::new();
    if let Some(sheet) = sheets.remove(ANSWERS) {
        all = answers::long(&sheet, &setting, &mut reader.out);
    }
    // Names were lowered to find them; the ids of a matrix's sheet are written in the case of its name.
    let matrices: Vec<String> = sheets
        .keys()
        .filter(|name| Family::find(name.split(' ').next().unwrap_or_default()).is_some())
        .cloned()
        .collect();
    for name in matrices {
        let Some(sheet) = sheets.remove(&name) else { continue };
        let written = sheet.file.rsplit('/').next().unwrap_or_default().trim().to_owned();
        let parts: Vec<&str> = written.split_whitespace().collect();
        let found = Family::find(parts.first().map(|f| f.to_lowercase()).unwrap_or_default().as_str());
        let ([_, round, expert], Some(family)) = (parts.as_slice(), found.filter(|f| f.arity() == 2)) else {
            reader.out.push(
                Diagnostic::new(Code::UnknownQuestion, Place::file(&sheet.file)).with("text", &written),
            );
            continue;
        };
        let place = || Place::file(&sheet.file);
        let Some(round) = answers::id(round, place, &mut reader.out) else { continue };
        let Some(expert) = answers::id(expert, place, &mut reader.out) else { continue };
        all.append(answers::matrix(&sheet, &round, family, &expert, &setting, &mut reader.out));
    }
    all
}

/// Writes a study as a workbook, its sheets and headers in a language.
///
/// # Errors
/// [`Code::NotWritable`], also where a text or a table is larger than a spreadsheet holds.
pub fn write(study: &Study, path: &Path, lang: Lang) -> Result<(), Diagnostic> {
    let bytes = pack(study, lang).map_err(|reason| refused(path, reason))?;
    save::file(path, &bytes)
}

/// A workbook that is empty.
fn empty() -> Result<Workbook, String> {
    let mut book = Workbook::new();
    // The same study gives the same bytes: no moment enters.
    let epoch = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|e| e.to_string())?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&epoch));
    Ok(book)
}

/// A workbook of one sheet, whose first row is its header.
pub(crate) fn plain(name: &str, rows: &[Vec<Printed>]) -> Result<Vec<u8>, String> {
    let mut book = empty()?;
    sheet(&mut book, name, rows)?;
    book.save_to_buffer().map_err(|e| e.to_string())
}

/// The records of a kind as a workbook of one sheet with every column that they may have, to be filled in and brought in
/// again. Of texts, those in the study's languages.
///
/// # Errors
/// Why it cannot be written: a text or a table is larger than a spreadsheet holds.
pub fn table(study: &Study, kind: Kind, lang: Lang) -> Result<Vec<u8>, String> {
    let mut book = empty()?;
    let (home, mut columns) = columns(kind);
    let found = print::tables(study).into_iter().find(|(own, ..)| *own == home);
    let (_, mut filled, mut records) = found.unwrap_or((home, Vec::new(), Table::new()));
    long_columns(study, home, &mut filled, &mut records);
    let other = |key: &String| {
        let written = &study.frame.languages;
        let said = |lang: &Lang| key.ends_with(&format!(".{}", lang.code()));
        !written.is_empty() && Lang::ALL.iter().any(|l| said(l) && !written.iter().any(|w| w == l.code()))
    };
    columns.retain(|key| filled.contains(key) || !other(key));
    filled.retain(|key| !columns.contains(key));
    columns.append(&mut filled);
    records_sheet(&mut book, home, &columns, &records, lang)?;
    book.save_to_buffer().map_err(|e| e.to_string())
}

/// Adds the sheet of a table of records, with lists of the words allowed.
fn records_sheet(
    book: &mut Workbook,
    home: Home,
    columns: &[String],
    records: &Table,
    lang: Lang,
) -> Result<(), String> {
    let words = words(home);
    let closed = |key: &str| key == PROVENANCE || words.contains_key(key);
    let mut rows: Vec<Vec<Printed>> =
        vec![columns.iter().map(|key| Printed::Text(heading::column(key, lang))).collect()];
    for record in records {
        let value = |key: &String| match record.iter().find(|(k, _)| k == key) {
            Some((_, Printed::Text(word))) if closed(key) => Printed::Text(choice::said(word, lang)),
            Some((_, Printed::List(words))) if key == FAMILIES => {
                Printed::List(words.iter().map(|word| choice::said(word, lang)).collect())
            }
            Some((_, value)) => value.clone(),
            None => Printed::Text(String::new()),
        };
        rows.push(columns.iter().map(value).collect());
    }
    let worksheet = sheet(book, &Of::Sheets.name(home.sheet(), lang), &rows)?;
    for (index, key) in columns.iter().enumerate() {
        // A list too long for a spreadsheet has no menu.
        if let (Some(words), Ok(column)) = (words.get(key.as_str()), u16::try_from(index))
            && let said = words.iter().map(|word| choice::said(word, lang)).collect::<Vec<_>>()
            && let Ok(rule) = DataValidation::new().allow_list_strings(&said)
        {
            let last = u32::try_from(rows.len().max(200)).unwrap_or(200);
            worksheet.add_data_validation(1, column, last, column, &rule).map_err(|e| e.to_string())?;
        }
    }
    Ok(())
}

fn pack(study: &Study, lang: Lang) -> Result<Vec<u8>, String> {
    let mut book = empty()?;
    let text = |value: &str| Printed::Text(value.to_owned());
    let sheet_name = |word: &str| Of::Sheets.name(word, lang);
    let mut rows = vec![["key", "value"].map(|word| Printed::Text(heading::frame(word, lang))).to_vec()];
    let long = [("presentation", &study.frame.presentation), ("conclusions", &study.frame.conclusions)];
    for (key, value) in study.frame.print() {
        let mut row = vec![Printed::Text(heading::frame(&key, lang))];
        match value {
            Printed::Text(word) if key == PROVENANCE => row.push(Printed::Text(choice::said(&word, lang))),
            value => row.push(value),
        }
        rows.push(row);
    }
    for (name, bilingual) in long {
        for side in Lang::ALL {
            let said = bilingual.side(side);
            if !said.is_empty() {
                let key = heading::frame(&format!("{name}.{}", side.code()), lang);
                rows.push(vec![Printed::Text(key), text(said)]);
            }
        }
    }
    sheet(&mut book, &sheet_name(STUDY), &rows)?;
    for (home, mut columns, mut records) in print::tables(study) {
        long_columns(study, home, &mut columns, &mut records);
        records_sheet(&mut book, home, &columns, &records, lang)?;
    }
    let head = |columns: &[&str]| -> Vec<Printed> {
        columns.iter().map(|key| Printed::Text(heading::column(key, lang))).collect()
    };
    if !study.observations.is_empty() {
        let mut rows = vec![head(&Observation::COLUMNS)];
        rows.extend(study.observations.iter().map(|seen| {
            let (series, economy) = (text(seen.series.as_str()), text(&seen.economy));
            vec![series, economy, Printed::Integer(seen.year), Printed::Number(seen.value)]
        }));
        sheet(&mut book, &sheet_name(VALUES), &rows)?;
    }
    if !study.answers.is_empty() {
        let mut rows = vec![head(&print::LONG)];
        rows.extend(study.answers.iter().map(|answer| {
            let cells = print::long_row(study, answer);
            let numeric = |index: usize| index == 3 || index == 4;
            let typed = cells.iter().enumerate().map(|(index, cell)| match cell.parse::<f64>() {
                Ok(number) if numeric(index) && number.to_string() == *cell => Printed::Number(number),
                _ => text(cell),
            });
            typed.collect()
        }));
        sheet(&mut book, &sheet_name(ANSWERS), &rows)?;
    }
    book.save_to_buffer().map_err(|e| e.to_string())
}

/// Long texts stand in columns of their record's sheet.
fn long_columns(study: &Study, home: Home, columns: &mut Vec<String>, records: &mut Table) {
    macro_rules! long {
        ($($table:ident: $type:ident),+) => {
            $(if home == $type::HOME && !$type::LONG.is_empty() {
                for lang in Lang::ALL {
                    let key = format!("{}.{}", $type::LONG, lang.code());
                    let sides = study.$table.iter().map(|r| r.long().map(|t| t.side(lang).to_owned()));
                    let sides: Vec<String> = sides.map(Option::unwrap_or_default).collect();
                    if sides.iter().any(|side| !side.is_empty()) {
                        columns.push(key.clone());
                        for (record, side) in records.iter_mut().zip(sides) {
                            record.push((key.clone(), Printed::Text(side)));
                        }
                    }
                }
            })+
        };
    }
    atalaya_model::with_tables!(long);
}

/// Adds a sheet: the first row is its frozen header.
fn sheet<'b>(book: &'b mut Workbook, name: &str, rows: &[Vec<Printed>]) -> Result<&'b mut Worksheet, String> {
    if rows.len() > ROWS {
        return Err(format!("too-many-rows: {name}"));
    }
    let worksheet = book.add_worksheet();
    fill(worksheet, name, rows).map_err(|error| match error {
        XlsxError::MaxStringLengthExceeded => format!("cell-too-long: {name}"),
        other => other.to_string(),
    })?;
    Ok(worksheet)
}

fn fill(worksheet: &mut Worksheet, name: &str, rows: &[Vec<Printed>]) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_background_color("E4EEEE").set_align(FormatAlign::Top);
    let body = Format::new().set_align(FormatAlign::Top).set_text_wrap();
    worksheet.set_name(name)?;
    worksheet.set_freeze_panes(1, 1)?;
    let mut widths: Vec<usize> = Vec::new();
    for (row, cells) in (0_u32..).zip(rows) {
        let format = if row == 0 { &head } else { &body };
        for (column, cell) in (0_u16..).zip(cells) {
            let index = usize::from(column);
            if widths.len() <= index {
                widths.resize(index + 1, 6);
            }
            let shown = listed(cell);
            widths[index] = widths[index].max(shown.lines().next().unwrap_or_default().chars().count());
            match cell {
                Printed::Number(value) => worksheet.write_number_with_format(row, column, *value, format)?,
                Printed::Integer(value) if value.abs() <= EXACT => {
                    worksheet.write_number_with_format(row, column, *value as f64, format)?
                }
                Printed::Bool(value) => worksheet.write_boolean_with_format(row, column, *value, format)?,
                _ if shown.is_empty() => continue,
                _ if shown.encode_utf16().count() > CELL => return Err(XlsxError::MaxStringLengthExceeded),
                _ => worksheet.write_string_with_format(row, column, &shown, format)?,
            };
        }
    }
    for (column, width) in (0_u16..).zip(widths) {
        worksheet.set_column_width(column, width.min(48) as f64 + 2.0)?;
    }
    Ok(())
}

/// A value as text; lists are joined so that ids and words alike are told apart again.
fn listed(value: &Printed) -> String {
    match value {
        Printed::List(items) => items.join("; "),
        other => other.cell(),
    }
}
