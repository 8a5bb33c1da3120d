//! Every table as a workbook: one sheet a table, numbers as numbers, heads that stay in sight; a list of the tables
//! before them, and after them where everything comes from.

use atalaya_model::choice::Choice;
use atalaya_words::Words;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet,
    XlsxError,
};

use crate::doc::{Align, Block, Cell, Document, Mark, Row, RowKind, Table};
use crate::resolve::{DocumentError, Labels};
use crate::rich::{Rich, clean};
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
/// Most characters of a sheet's name.
const SHEET_NAME: usize = 31;
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
        let parted = tables::parted(table, words);
        let below = print(sheet, &parted, &labels, words)?;
        told(sheet, below, document, table, &labels, words)?;
        printed(sheet, document, &labels.plain(&table.caption))?;
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

/// A name for each sheet: the table's number, which no other has, and as much of its caption as Excel holds.
fn sheet_names(tables: &[&Table], labels: &Labels) -> Vec<String> {
    tables
        .iter()
        .map(|table| {
            let number = labels.number(&table.id);
            let mut name = number.to_owned();
            let caption =
                cut(&labels.plain(&table.caption)).replace(['[', ']', ':', '*', '?', '/', '\\'], " ");
            for word in caption.split_whitespace() {
                if name.encode_utf16().count() + word.encode_utf16().count() > SHEET_NAME - 1 {
                    break;
                }
                name.push(' ');
                name.push_str(word);
            }
            // No name ends in "of" or "and".
            while let Some((rest, last)) = name.rsplit_once(' ')
                && last.chars().count() < 4
                && rest != number
            {
                name.truncate(rest.len());
            }
            name.trim_end_matches([',', ';', '\'', ' ']).to_owned()
        })
        .collect()
}

/// What stands below a table: its title, note, source, provenance, and the notice of the whole.
fn told(
    sheet: &mut Worksheet,
    mut row: u32,
    document: &Document,
    table: &Table,
    labels: &Labels,
    words: &Words,
) -> Result<(), XlsxError> {
    let number = words.with("report-table", &[("number", labels.number(&table.id).into())]);
    let line = Format::new().set_font_color(SOFT);
    let said = [
        (format!("{number}. {}", labels.plain(&table.caption)), Format::new().set_bold().set_font_color(INK)),
        (with(&words.t("report-note"), table.note.as_ref(), labels), line.clone()),
        (
            table.source.as_ref().map_or_else(String::new, |source| {
                words.with("report-source", &[("source", labels.plain(source).into())])
            }),
            line.clone(),
        ),
        (
            table.provenance.map_or_else(String::new, |own| words.choice("report-provenance", own.as_str())),
            line,
        ),
        (document.running.notice.clone(), Format::new().set_font_color(CARE)),
    ];
    for (text, format) in said {
        if !text.is_empty() {
            sheet.write_string_with_format(row, 0, cut(&text), &format)?;
            row += 1;
        }
    }
    Ok(())
}

fn with(word: &str, text: Option<&Rich>, labels: &Labels) -> String {
    text.map_or_else(String::new, |text| format!("{word} {}", labels.plain(text)))
}

/// How a sheet is printed: on its side, as wide as the paper, with what it is and the notice on every page.
fn printed(sheet: &mut Worksheet, document: &Document, about: &str) -> Result<(), XlsxError> {
    // Excel holds 255 characters, and reads what follows an ampersand.
    let plain = |text: &str| cut(text).chars().take(100).collect::<String>().replace('&', "&&");
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_header(format!("&L{}&R{}", plain(&document.running.study), plain(&document.running.notice)))
        .set_footer(format!("&L{}&R&P / &N", plain(about)));
    Ok(())
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
    // Where a word may break is of the page.
    clean(text).replace('\u{ad}', "").chars().take(LONGEST).collect()
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
        let plain = |rich: &Option<Rich>| rich.as_ref().map(|rich| labels.plain(rich));
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
    sheet.set_repeat_rows(3, 3)?;
    printed(sheet, document, &words.t("workbook-list"))
}

/// Prints a table; returns the row where what is said of it begins.
fn print(sheet: &mut Worksheet, table: &Table, labels: &Labels, words: &Words) -> Result<u32, XlsxError> {
    let typed = Typed::of(table, labels, words);
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
            let number = typed.number(index, cell);
            let mut format = format_of(cell, row, column.align, named);
            if let Some((_, own)) = &number {
                format = format.set_num_format(own);
            }
            put(sheet, (line, index as u16 + shift), cell, number.map(|(value, _)| value), &format, labels)?;
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
    sheet.set_repeat_rows(0, 0)?;
    Ok(line + 2)
}

/// `number`: what the cell holds where that is a number.
fn put(
    sheet: &mut Worksheet,
    at: (u32, u16),
    cell: &Cell,
    number: Option<f64>,
    format: &Format,
    labels: &Labels,
) -> Result<(), XlsxError> {
    let text = words_of(cell, labels);
    match number {
        Some(value) => sheet.write_number_with_format(at.0, at.1, value, format)?,
        None if text.is_empty() => sheet.write_blank(at.0, at.1, format)?,
        None => sheet.write_string_with_format(at.0, at.1, cut(&text), format)?,
    };
    Ok(())
}

/// The numbers of a table and how they are shown.
struct Typed<'a> {
    labels: &'a Labels,
    decimal: char,
    /// The form of each column whose numbers are of a size.
    columns: Vec<Option<String>>,
}

impl<'a> Typed<'a> {
    fn of(table: &Table, labels: &'a Labels, words: &Words) -> Self {
        let decimal = words.conventions().decimal();
        let mut typed = Self { labels, decimal, columns: Vec::new() };
        for (index, column) in table.columns.iter().enumerate() {
            if column.align == Align::Left {
                // Numbers among words are each of their own kind.
                typed.columns.push(None);
                continue;
            }
            let cells = table.rows.iter().filter(|row| row.kind != RowKind::Group);
            let own: Vec<Shown> = cells.filter_map(|row| typed.shown(row.cells.get(index)?)).collect();
            typed.columns.push(Shown::shared(&own));
        }
        typed
    }

    /// The number of a cell and its form.
    fn number(&self, column: usize, cell: &Cell) -> Option<(f64, String)> {
        let shown = self.shown(cell)?;
        let own = self.columns.get(column).cloned().flatten();
        Some((shown.value, own.unwrap_or_else(|| shown.form())))
    }

    /// A number, or words that are one.
    fn shown(&self, cell: &Cell) -> Option<Shown> {
        match cell {
            Cell::Number { value, text } => {
                if let Some(share) = text.strip_suffix('%') {
                    // As printed, where that is the value; "< 1 %" is not.
                    let printed = plain_number(share, self.decimal).unwrap_or_default();
                    let near = |own: &f64| (own - value * 100.0).abs() < 1.0;
                    let rounded = printed.parse().ok().filter(near).map(|own: f64| own / 100.0);
                    let value = rounded.unwrap_or(*value);
                    return Some(Shown { value, decimals: decimals(&printed), percent: true });
                }
                let printed = tables::number(*value, text);
                let value = printed.parse::<f64>().ok()?;
                Some(Shown { value, decimals: decimals(&printed), percent: false })
            }
            Cell::Text(rich) => {
                let text = self.labels.plain(rich);
                let (text, percent) = match text.strip_suffix('%') {
                    Some(share) => (share, true),
                    None => (text.as_str(), false),
                };
                let printed = plain_number(text, self.decimal)?;
                let value = printed.parse::<f64>().ok()?;
                let value = if percent { value / 100.0 } else { value };
                Some(Shown { value, decimals: decimals(&printed), percent })
            }
            Cell::Marked(_, cell) => self.shown(cell),
            Cell::Empty => None,
        }
    }
}

/// A number as a sheet shows it.
#[derive(Clone, Copy)]
struct Shown {
    value: f64,
    decimals: usize,
    percent: bool,
}

/// The most decimals that a sheet shows; the cell holds the rest.
const MOST_DECIMALS: usize = 5;
/// From this size on, thousands are parted.
const PARTED: f64 = 10_000.0;

impl Shown {
    /// The form that the numbers of a column share: of a kind, and not of sizes so unlike that their decimals are.
    fn shared(all: &[Self]) -> Option<String> {
        let most = *all.iter().max_by_key(|shown| shown.decimals)?;
        let least = all.iter().map(|shown| shown.decimals).min()?;
        let large = all.iter().map(|shown| shown.value.abs()).fold(0.0, f64::max);
        let alike = all.iter().all(|shown| shown.percent == most.percent)
            && (large <= 1.0 || most.decimals - least < 3);
        alike.then(|| Self { value: large, ..most }.form())
    }

    fn form(self) -> String {
        let whole = if self.value.abs() >= PARTED { "#,##0" } else { "0" };
        let decimals = match self.decimals {
            0 => String::new(),
            count => format!(".{}", "0".repeat(count.min(MOST_DECIMALS))),
        };
        format!("{whole}{decimals}{}", if self.percent { "%" } else { "" })
    }
}

fn decimals(printed: &str) -> usize {
    printed.split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

/// A number as people write it, with a decimal point; nothing where the words are no number.
fn plain_number(text: &str, decimal: char) -> Option<String> {
    let spaces = |c: &char| !matches!(c, '\u{202f}' | '\u{a0}' | '\u{2009}');
    let text: String = text.trim().replace('−', "-").chars().filter(spaces).collect();
    let (whole, fraction) = match text.split_once(decimal) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text.as_str(), None),
    };
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let unsigned = whole.strip_prefix('-').unwrap_or(whole);
    // A code may begin with zeros, a number does not.
    let number = digits(unsigned) && (unsigned == "0" || !unsigned.starts_with('0'));
    let fits = number && fraction.is_none_or(digits);
    fits.then(|| fraction.map_or_else(|| whole.to_owned(), |fraction| format!("{whole}.{fraction}")))
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
    format
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
    sheet.set_repeat_rows(0, 0)?;
    printed(sheet, document, &words.t("workbook-origin"))
}
