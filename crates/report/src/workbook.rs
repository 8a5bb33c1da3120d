//! Every table as a workbook: one sheet a table, numbers as numbers, heads that stay in sight; a list of the tables
//! before them, and after them where everything comes from.

use std::collections::BTreeSet;

use atalaya_model::choice::Choice;
use atalaya_words::Words;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet,
    XlsxError,
};

use crate::doc::{Align, Block, Cell, Document, Mark, Row, RowKind, Table};
use crate::resolve::{DocumentError, Labels};
use crate::rich::clean;
use crate::tables;

/// Why there is no workbook.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// A mistake in the document's structure.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The workbook could not be written.
    #[error(transparent)]
    Xlsx(#[from] XlsxError),
}

const INK: Color = Color::RGB(0x1c_2024);
const ACCENT: Color = Color::RGB(0x0d_6e6e);
const CARE: Color = Color::RGB(0x8a_5a0f);
const SOFT: Color = Color::RGB(0x4f_565c);
const SHEET: Color = Color::RGB(0xf4_f2ec);
/// Columns are no wider than this, in characters.
const WIDEST: f64 = 60.0;
/// Most characters that a cell holds.
const LONGEST: usize = 32_767;

/// The tables of a document as a workbook, equal byte by byte on every run.
///
/// # Errors
/// A mistake in the document's structure, or a table too large for a sheet.
pub fn workbook(document: &Document, words: &Words) -> Result<Vec<u8>, WorkbookError> {
    let labels = Labels::of(document, words)?;
    let mut book = Workbook::new();
    let properties = DocProperties::new()
        .set_title(clean(&document.title))
        .set_author(clean(&document.authors.join("; ")))
        .set_creation_datetime(&date(&document.date)?);
    book.set_properties(&properties);
    let tables = document.tables();
    let names = sheet_names(&tables, &labels);
    list(&mut book, document, &tables, &names, &labels, words)?;
    for (table, name) in tables.iter().zip(&names) {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        print(sheet, table, &labels, words)?;
    }
    origin(&mut book, document, &labels, words)?;
    Ok(book.save_to_buffer()?)
}

/// The day that the study speaks of: the file says the same on every run.
fn date(text: &str) -> Result<ExcelDateTime, XlsxError> {
    let mut parts = text.split('-').map(|part| part.parse::<u16>().unwrap_or(1));
    let year = parts.next().filter(|year| (1900..=9999).contains(year)).unwrap_or(2000);
    let month = parts.next().and_then(|m| u8::try_from(m).ok()).unwrap_or(1);
    let day = parts.next().and_then(|d| u8::try_from(d).ok()).unwrap_or(1);
    ExcelDateTime::from_ymd(year, month, day).or_else(|_| ExcelDateTime::from_ymd(year, 1, 1))
}

/// A name for each sheet: number and id, as short as Excel wants it, each once.
fn sheet_names(tables: &[&Table], labels: &Labels) -> Vec<String> {
    let mut taken = BTreeSet::new();
    tables
        .iter()
        .map(|table| {
            let name: String =
                format!("{} {}", labels.number(&table.id), table.id).chars().take(31).collect();
            let name = name.trim_end_matches('\'').to_owned();
            if taken.insert(name.to_lowercase()) { name } else { labels.number(&table.id).to_owned() }
        })
        .collect()
}

fn head() -> Format {
    Format::new()
        .set_bold()
        .set_font_color(INK)
        .set_background_color(SHEET)
        .set_border_bottom(FormatBorder::Thin)
        .set_align(FormatAlign::Top)
        .set_text_wrap()
}

fn body() -> Format {
    Format::new().set_align(FormatAlign::Top).set_text_wrap()
}

fn cut(text: &str) -> String {
    clean(text).chars().take(LONGEST).collect()
}

fn list(
    book: &mut Workbook,
    document: &Document,
    tables: &[&Table],
    names: &[String],
    labels: &Labels,
    words: &Words,
) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(words.t("workbook-list"))?;
    sheet.write_string_with_format(
        0,
        0,
        cut(&document.title),
        &Format::new().set_bold().set_font_size(14).set_font_color(INK),
    )?;
    let notice = if document.running.notice.is_empty() {
        document.cover.colophon.clone()
    } else {
        format!("{}. {}", document.running.notice, document.cover.colophon)
    };
    sheet.write_string_with_format(1, 0, cut(&notice), &Format::new().set_font_color(CARE))?;
    for (column, key) in
        ["workbook-table", "workbook-about", "workbook-note", "workbook-source", "workbook-provenance"]
            .iter()
            .enumerate()
    {
        sheet.write_string_with_format(3, column as u16, words.t(key), &head())?;
    }
    let link = body().set_font_color(ACCENT);
    for (index, (table, name)) in tables.iter().zip(names).enumerate() {
        let row = index as u32 + 4;
        let number = words.with("report-table", &[("number", labels.number(&table.id).into())]);
        let url = Url::new(format!("internal:'{}'!A1", name.replace('\'', "''"))).set_text(clean(&number));
        sheet.write_url_with_format(row, 0, url, &link)?;
        let provenance = table.provenance.map(|p| words.choice("report-provenance", p.as_str()));
        let plain = |rich: &Option<crate::rich::Rich>| rich.as_ref().map(|rich| labels.plain(rich));
        let cells =
            [Some(labels.plain(&table.caption)), plain(&table.note), plain(&table.source), provenance];
        for (column, text) in cells.into_iter().enumerate() {
            sheet.write_string_with_format(
                row,
                column as u16 + 1,
                cut(&text.unwrap_or_default()),
                &body(),
            )?;
        }
    }
    for (column, width) in [12.0, 60.0, 50.0, 30.0, 20.0].into_iter().enumerate() {
        sheet.set_column_width(column as u16, width)?;
    }
    sheet.set_freeze_panes(4, 1)?;
    Ok(())
}

fn print(sheet: &mut Worksheet, table: &Table, labels: &Labels, words: &Words) -> Result<(), XlsxError> {
    let grouped = table.rows.iter().any(|row| row.kind == RowKind::Group);
    let shift = u16::from(grouped);
    let mut widths = vec![8.0_f64; table.columns.len() + usize::from(shift)];
    let mut put_head = |sheet: &mut Worksheet, column: u16, text: &str| -> Result<(), XlsxError> {
        sheet.write_string_with_format(0, column, cut(text), &head())?;
        if let Some(width) = widths.get_mut(usize::from(column)) {
            // A head may take two lines.
            *width = width.max(text.chars().count() as f64 / 1.8 + 3.0);
        }
        Ok(())
    };
    if grouped {
        put_head(sheet, 0, &words.t("report-group"))?;
    }
    for (index, column) in table.columns.iter().enumerate() {
        let unit = if column.unit.is_empty() { String::new() } else { format!(" ({})", column.unit) };
        put_head(sheet, index as u16 + shift, &format!("{}{unit}", column.header))?;
    }
    let mut group = String::new();
    let mut line = 0;
    for row in &table.rows {
        if row.kind == RowKind::Group {
            group = row.cells.first().map(|cell| words_of(cell, labels)).unwrap_or_default();
            continue;
        }
        line += 1;
        if grouped {
            sheet.write_string_with_format(line, 0, cut(&group), &body())?;
            widths[0] = widths[0].max(group.chars().count() as f64);
        }
        for (index, column) in table.columns.iter().enumerate() {
            let cell = row.cells.get(index).unwrap_or(&Cell::Empty);
            let named = index == 0 && table.row_headers;
            put(
                sheet,
                (line, index as u16 + shift),
                cell,
                &format_of(cell, row, column.align, named),
                labels,
            )?;
            let width = words_of(cell, labels).chars().count() as f64 + 2.0;
            let own = &mut widths[index + usize::from(shift)];
            *own = own.max(width);
        }
    }
    for (column, width) in widths.iter().enumerate() {
        sheet.set_column_width(column as u16, width.min(WIDEST))?;
    }
    sheet.set_freeze_panes(1, shift + u16::from(table.row_headers))?;
    if line > 0 && !widths.is_empty() {
        sheet.autofilter(0, 0, line, widths.len() as u16 - 1)?;
    }
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

fn put(
    sheet: &mut Worksheet,
    at: (u32, u16),
    cell: &Cell,
    format: &Format,
    labels: &Labels,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Marked(_, cell) => return put(sheet, at, cell, format, labels),
        Cell::Empty => sheet.write_blank(at.0, at.1, format)?,
        Cell::Text(rich) => sheet.write_string_with_format(at.0, at.1, cut(&labels.plain(rich)), format)?,
        Cell::Number { value, text } => match tables::number(*value, text).parse::<f64>() {
            Ok(value) => sheet.write_number_with_format(at.0, at.1, value, format)?,
            Err(_) => sheet.write_string_with_format(at.0, at.1, cut(text), format)?,
        },
    };
    Ok(())
}

fn words_of(cell: &Cell, labels: &Labels) -> String {
    match cell {
        Cell::Text(rich) => labels.plain(rich),
        Cell::Number { text, .. } => clean(text),
        Cell::Marked(_, cell) => words_of(cell, labels),
        Cell::Empty => String::new(),
    }
}

fn format_of(cell: &Cell, row: &Row, align: Align, named: bool) -> Format {
    let mut format = body();
    format = match align {
        Align::Left => format,
        Align::Right => format.set_align(FormatAlign::Right),
        Align::Centre => format.set_align(FormatAlign::Center),
    };
    if row.kind == RowKind::Total {
        format = format.set_bold().set_border_top(FormatBorder::Thin);
    }
    if named {
        format = format.set_bold();
    }
    let mut inner = cell;
    while let Cell::Marked(mark, cell) = inner {
        format = match mark {
            Mark::Accent => format.set_bold().set_font_color(ACCENT),
            Mark::Care => format.set_font_color(CARE).set_underline(rust_xlsxwriter::FormatUnderline::Single),
            Mark::Quiet => format.set_font_color(SOFT),
        };
        inner = cell;
    }
    match inner {
        Cell::Number { value, text } => format.set_num_format(number_format(&tables::number(*value, text))),
        _ => format,
    }
}

/// As many decimals as the page prints.
fn number_format(printed: &str) -> String {
    match printed.split_once('.') {
        Some((_, decimals)) => format!("0.{}", "0".repeat(decimals.len().min(12))),
        None => "0".to_owned(),
    }
}

/// The works cited and, finding by finding, the rules, answers and hashes behind the tables.
fn origin(book: &mut Workbook, document: &Document, labels: &Labels, words: &Words) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(words.t("workbook-origin"))?;
    for (column, key) in ["workbook-kind", "workbook-about", "workbook-said"].iter().enumerate() {
        sheet.write_string_with_format(0, column as u16, words.t(key), &head())?;
    }
    let mut row = 0;
    let mut line = |kind: String, about: &str, said: &str| -> Result<(), XlsxError> {
        row += 1;
        sheet.write_string_with_format(row, 0, cut(&kind), &body())?;
        sheet.write_string_with_format(row, 1, cut(about), &body())?;
        sheet.write_string_with_format(row, 2, cut(said), &body())?;
        Ok(())
    };
    for block in &document.blocks {
        if let Block::References(references) = block {
            for reference in references {
                let entry = labels.plain(&reference.entry);
                line(words.t("workbook-work"), &reference.cited, &entry)?;
            }
        }
    }
    for trace in &document.traces {
        let about = format!("{} {}", labels.number(&trace.id), trace.title);
        for fact in &trace.facts {
            line(fact.label.clone(), &about, &labels.plain(&fact.value))?;
        }
    }
    for (column, width) in [24.0, 46.0, 90.0].into_iter().enumerate() {
        sheet.set_column_width(column as u16, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, row.max(1), 2)?;
    Ok(())
}
