//! The workbook: a study in one `.xlsx`, a sheet a part, with lists of the words allowed.
//!
//! The sheet `study` has a key and its values in a row; every table has the sheet of its file's name; all answers stand
//! in one long sheet. Sheets, headers and words of closed lists are written in the language asked for and read in both. A sheet named `FAMILY ROUND EXPERT` is read as a matrix, so that people may paste theirs.
//! Everything that is text is written as text: nothing that somebody answered becomes a formula.

use std::{collections::BTreeMap, io::Read, path::Path};

use atalaya_model::{
    Code, Diagnostic, Family, Kind, Lang, Place, Record, Study, choice,
    field::{Cell, Printed, Row},
    heading::{self, Of},
    record::Home,
    records::*,
    study::{Loaded, Places},
};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, Formula,
    Note, Workbook, Worksheet, XlsxError,
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
/// The property of a workbook that holds its stamp.
const STAMP: &str = "atalaya-state";
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
        /// The kinds of records in the order of a study's path, as their sheets stand.
        const KINDS: &[Kind] = &[$($type::KIND),+];

        /// The words allowed in each column of a table.
        fn words(home: Home) -> BTreeMap<&'static str, Vec<&'static str>> {
            $(if home == $type::HOME {
                let fields = $type::fields().into_iter();
                return fields.map(|(name, _, words)| (name, words)).filter(|(_, w)| !w.is_empty()).collect();
            })+
            BTreeMap::new()
        }

        /// Every column that records of a kind may have but where they come from.
        fn columns(kind: Kind) -> Vec<String> {
            $(if kind == $type::KIND {
                let mut columns = $type::columns();
                columns.push("sources".to_owned());
                return columns;
            })+
            Vec::new()
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
    let keys = Frame::keys();
    let base = |key: &str| {
        let side = [".es", ".en", "_es", "_en"].into_iter().find_map(|side| key.strip_suffix(side));
        side.unwrap_or(key).to_owned()
    };
    for line in &sheet.rows {
        let key = heading::frame_key(line.cell(0));
        let items: Vec<String> =
            line.cells.iter().skip(1).filter(|c| !c.is_empty()).map(|c| c.clone().into_owned()).collect();
        if key.is_empty() || (key == "key" && heading::frame_key(line.cell(1)) == "value") {
            continue;
        }
        // What nothing reads is shown where its key stands, which is perhaps misspelt.
        let known = keys.iter().any(|own| base(own) == base(&key)) || key.starts_with("scales.");
        let place = sheet.place(line.number, usize::from(known));
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

/// What a field means, by the part that it belongs to and its name: the note on its header.
pub type Meaning<'a> = &'a (dyn Fn(&str, &str) -> Option<String> + Sync);

/// How a workbook speaks: the language of its sheets and headers, and what their fields mean.
#[derive(Clone, Copy)]
pub struct Spoken<'a> {
    /// The language.
    pub lang: Lang,
    /// The notes on headers; without it there are none.
    pub meaning: Option<Meaning<'a>>,
    /// Of which study and which of its states it is, where whoever keeps that wants to know it again by [`stamp`].
    pub stamp: Option<&'a str>,
}

impl From<Lang> for Spoken<'_> {
    fn from(lang: Lang) -> Self {
        Self { lang, meaning: None, stamp: None }
    }
}

/// Writes a study as a workbook: a sheet a part with every column that it may have, their headers in a language.
///
/// # Errors
/// [`Code::NotWritable`], also where a text or a table is larger than a spreadsheet holds.
pub fn write<'a>(study: &Study, path: &Path, spoken: impl Into<Spoken<'a>>) -> Result<(), Diagnostic> {
    let bytes = pack(study, spoken.into()).map_err(|reason| refused(path, reason))?;
    save::file(path, &bytes)
}

/// A workbook that is empty.
fn empty(stamp: Option<&str>) -> Result<Workbook, String> {
    let mut book = Workbook::new();
    // The same study gives the same bytes: no moment enters.
    let epoch = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|e| e.to_string())?;
    let mut properties = DocProperties::new().set_creation_datetime(&epoch);
    if let Some(stamp) = stamp {
        properties = properties.set_custom_property(STAMP, stamp);
    }
    book.set_properties(&properties);
    Ok(book)
}

/// What a workbook says of the state that it was written from, also after a spreadsheet has saved it.
#[must_use]
pub fn stamp(bytes: &[u8]) -> Option<String> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).ok()?;
    let mut text = String::new();
    zip.by_name("docProps/custom.xml").ok()?.take(1 << 16).read_to_string(&mut text).ok()?;
    let (_, own) = text.split_once(&format!("name=\"{STAMP}\""))?;
    let (_, value) = own.split_once("<vt:lpwstr>")?;
    Some(value.split_once('<')?.0.to_owned())
}

/// A workbook of one sheet, whose first row is its header.
pub(crate) fn plain(name: &str, rows: &[Vec<Printed>]) -> Result<Vec<u8>, String> {
    let mut book = empty(None)?;
    sheet(&mut book, name, rows)?;
    book.save_to_buffer().map_err(|e| e.to_string())
}

/// The records of a kind as a workbook of one sheet with every column that they may have, to be filled in and brought in
/// again. Of texts, those in the study's languages.
///
/// # Errors
/// Why it cannot be written: a text or a table is larger than a spreadsheet holds.
pub fn table<'a>(study: &Study, kind: Kind, spoken: impl Into<Spoken<'a>>) -> Result<Vec<u8>, String> {
    let spoken = spoken.into();
    let mut book = empty(spoken.stamp)?;
    let found = print::tables(study).into_iter().find(|(home, ..)| *home == kind.home());
    part(&mut book, study, kind, found, spoken)?;
    book.save_to_buffer().map_err(|e| e.to_string())
}

/// Whether a key is of a language in which the study is not written.
fn is_foreign(study: &Study, key: &str) -> bool {
    let written = &study.frame.languages;
    let said = |lang: &Lang| key.ends_with(&format!(".{}", lang.code()));
    !written.is_empty() && Lang::ALL.iter().any(|l| said(l) && !written.iter().any(|w| w == l.code()))
}

/// Adds the sheet of the records of a kind, where a study has some, with every column that they may have.
fn part(
    book: &mut Workbook,
    study: &Study,
    kind: Kind,
    found: Option<(Home, Vec<String>, Table)>,
    spoken: Spoken<'_>,
) -> Result<(), String> {
    let (home, mut columns) = (kind.home(), columns(kind));
    let (_, mut filled, mut records) = found.unwrap_or((home, Vec::new(), Table::new()));
    long_columns(study, home, &mut filled, &mut records);
    columns.retain(|key| filled.contains(key) || !is_foreign(study, key));
    filled.retain(|key| !columns.contains(key));
    columns.append(&mut filled);
    records_sheet(book, kind, &columns, &records, spoken)
}

/// Adds the sheet of a table of records, with lists of the words allowed.
fn records_sheet(
    book: &mut Workbook,
    kind: Kind,
    columns: &[String],
    records: &Table,
    spoken: Spoken<'_>,
) -> Result<(), String> {
    let (home, lang) = (kind.home(), spoken.lang);
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
    let origins: Vec<&str> = Frame::words(PROVENANCE);
    let last = u32::try_from(rows.len().max(200)).unwrap_or(200);
    for (column, key) in (0_u16..).zip(columns) {
        explain(worksheet, (0, column), kind.as_str(), key, spoken)?;
        let known = words.get(key.as_str()).map_or(&[][..], Vec::as_slice);
        let known = if key == PROVENANCE { &origins[..] } else { known };
        offer(worksheet, known, (1, last), column, lang)?;
    }
    Ok(())
}

fn pack(study: &Study, spoken: Spoken<'_>) -> Result<Vec<u8>, String> {
    let lang = spoken.lang;
    let mut book = empty(spoken.stamp)?;
    let text = |value: &str| Printed::Text(value.to_owned());
    let sheet_name = |word: &str| Of::Sheets.name(word, lang);
    frame_sheet(&mut book, study, spoken)?;
    let mut tables = print::tables(study);
    for &kind in KINDS {
        let own = tables.iter().position(|(home, ..)| *home == kind.home());
        let own = own.map(|index| tables.swap_remove(index));
        part(&mut book, study, kind, own, spoken)?;
    }
    let head = |columns: &[&str]| -> Vec<Printed> {
        columns.iter().map(|key| Printed::Text(heading::column(key, lang))).collect()
    };
    let mut rows = vec![head(&Observation::COLUMNS)];
    rows.extend(study.observations.iter().map(|seen| {
        let (series, economy) = (text(seen.series.as_str()), text(&seen.economy));
        vec![series, economy, Printed::Integer(seen.year), Printed::Number(seen.value)]
    }));
    let worksheet = sheet(&mut book, &sheet_name(VALUES), &rows)?;
    for (column, key) in (0..).zip(Observation::COLUMNS) {
        explain(worksheet, (0, column), VALUES, key, spoken)?;
    }
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
    let last = u32::try_from(rows.len().max(2000)).unwrap_or(2000);
    let worksheet = sheet(&mut book, &sheet_name(ANSWERS), &rows)?;
    for (column, key) in (0..).zip(print::LONG) {
        explain(worksheet, (0, column), "answer", key, spoken)?;
    }
    // Who answers and in which round is chosen from their sheets; others are asked about, and taken.
    for (column, kind) in [(0, Kind::Expert), (1, Kind::Round)] {
        let ids = format!("='{}'!$A$2:$A$1000", sheet_name(kind.home().sheet()));
        let rule = DataValidation::new()
            .allow_list_formula(Formula::new(ids))
            .set_error_style(DataValidationErrorStyle::Warning);
        worksheet.add_data_validation(1, column, last, column, &rule).map_err(|e| e.to_string())?;
    }
    book.save_to_buffer().map_err(|e| e.to_string())
}

/// Adds the sheet of the frame: every key that it may have, with its value, and lists of the words allowed.
fn frame_sheet(book: &mut Workbook, study: &Study, spoken: Spoken<'_>) -> Result<(), String> {
    let lang = spoken.lang;
    let mut printed: BTreeMap<String, Printed> = study.frame.print_whole().into_iter().collect();
    let mut keys = Frame::keys();
    keys.retain(|key| printed.contains_key(key) || !is_foreign(study, key));
    keys.extend(printed.keys().filter(|key| !keys.contains(key)).cloned().collect::<Vec<_>>());
    let mut rows = vec![["key", "value"].map(|word| Printed::Text(heading::frame(word, lang))).to_vec()];
    for key in &keys {
        let mut row = vec![Printed::Text(heading::frame(key, lang))];
        match printed.remove(key) {
            Some(Printed::Text(word)) if !Frame::words(key).is_empty() => {
                row.push(Printed::Text(choice::said(&word, lang)));
            }
            // An item that holds what parts items has a cell of its own, as the others.
            Some(Printed::List(items)) if items.iter().any(|item| item.contains(';')) => {
                row.extend(items.into_iter().map(Printed::Text));
            }
            value => row.extend(value),
        }
        rows.push(row);
    }
    let worksheet = sheet(book, &Of::Sheets.name(STUDY, lang), &rows)?;
    // The question and the subject are sentences.
    worksheet.set_column_width(1, 90).map_err(|e| e.to_string())?;
    for (row, key) in (1_u32..).zip(&keys) {
        let (part, field) = match key.split_once('.') {
            Some((part @ ("rules" | "privacy"), field)) => (part, field),
            _ => ("study", key.as_str()),
        };
        explain(worksheet, (row, 0), part, field, spoken)?;
        offer(worksheet, &Frame::words(key), (row, row), 1, lang)?;
    }
    Ok(())
}

/// Says in a note what a field means, where its header stands.
fn explain(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    part: &str,
    key: &str,
    spoken: Spoken<'_>,
) -> Result<(), String> {
    let field = key.split('.').next().unwrap_or(key);
    let Some(meaning) = spoken.meaning.and_then(|meaning| meaning(part, field)) else { return Ok(()) };
    // Some thirty characters a line of the note's width.
    let lines = u32::try_from(meaning.chars().count() / 30 + 2).unwrap_or(2);
    let note = Note::new(meaning)
        .set_author("Atalaya")
        .add_author_prefix(false)
        .set_width(230)
        .set_height(16 * lines + 8);
    worksheet.insert_note(row, column, &note).map_err(|e| e.to_string())?;
    Ok(())
}

/// Offers the words allowed in the cells of a column as a list; one too long for a spreadsheet is none.
fn offer(
    worksheet: &mut Worksheet,
    words: &[&str],
    (first, last): (u32, u32),
    column: u16,
    lang: Lang,
) -> Result<(), String> {
    let said = words.iter().map(|word| choice::said(word, lang)).collect::<Vec<_>>();
    if !said.is_empty()
        && let Ok(rule) = DataValidation::new().allow_list_strings(&said)
    {
        worksheet.add_data_validation(first, column, last, column, &rule).map_err(|e| e.to_string())?;
    }
    Ok(())
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
    if rows.len() > 1 {
        // Among the sheets of every part, those that hold something.
        worksheet.set_tab_color("2F7F7F");
    }
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
