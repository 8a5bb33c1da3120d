//! Every table as CSV: UTF-8, commas, a head of one line, one row a line, numbers with a decimal point.

use atalaya_words::Words;

use crate::doc::{Cell, Column, RowKind, Table};
use crate::resolve::Labels;

/// A table as CSV. Lines that name the rows below them become a first column; totals stay as rows. Numbers have the
/// digits that are printed, so that a file says no more than the page. Text that a spreadsheet would run as a formula
/// has an apostrophe before it.
#[must_use]
pub fn csv(table: &Table, labels: &Labels, words: &Words) -> String {
    let table = &parted(table, words);
    let grouped = table.rows.iter().any(|row| row.kind == RowKind::Group);
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    let mut head: Vec<String> = if grouped { vec![words.t("report-group")] } else { Vec::new() };
    head.extend(table.columns.iter().map(|column| {
        let unit = if column.unit.is_empty() { String::new() } else { format!(" ({})", column.unit) };
        guarded(&crate::rich::clean(&format!("{}{unit}", column.header)))
    }));
    // Writing to memory cannot fail, and every record has the head's length.
    let _ = writer.write_record(&head);
    let mut group = String::new();
    for row in &table.rows {
        if row.kind == RowKind::Group {
            group = row.cells.first().map(|cell| content(cell, labels)).unwrap_or_default();
            continue;
        }
        let mut record = if grouped { vec![group.clone()] } else { Vec::new() };
        record.extend(
            (0..table.columns.len())
                .map(|index| row.cells.get(index).map(|cell| content(cell, labels)).unwrap_or_default()),
        );
        let _ = writer.write_record(&record);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// The table with a column more after each whose numbers say a year or a count in brackets: `0.121 (2017)`.
pub(crate) fn parted(table: &Table, words: &Words) -> Table {
    let mut out = table.clone();
    for index in (0..out.columns.len()).rev() {
        let body = || out.rows.iter().filter(|row| row.kind != RowKind::Group);
        let Some(inner) = body().filter_map(|row| bracketed(row.cells.get(index)?)).next() else { continue };
        let word = if is_year(&inner.1) { "workbook-year" } else { "workbook-cases" };
        let header = format!("{}: {}", out.columns[index].header, words.t(word));
        let own = Column { header, unit: String::new(), align: out.columns[index].align };
        out.columns.insert(index + 1, own);
        for row in out.rows.iter_mut().filter(|row| row.kind != RowKind::Group && row.cells.len() > index) {
            let (number, more) =
                bracketed(&row.cells[index]).unwrap_or((row.cells[index].clone(), String::new()));
            let more = match more.parse::<f64>() {
                Ok(year) => Cell::number(year, more),
                Err(_) => more.into(),
            };
            row.cells[index] = number;
            row.cells.insert(index + 1, more);
        }
    }
    out
}

/// A number without what it says in brackets, and that.
fn bracketed(cell: &Cell) -> Option<(Cell, String)> {
    match cell {
        Cell::Number { value, text } => {
            let (number, inner) = text.strip_suffix(')')?.rsplit_once('(')?;
            let counts = inner.split('/').all(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()));
            let kept = counts && (inner.contains('/') || is_year(inner));
            kept.then(|| (Cell::number(*value, number.trim_end()), inner.to_owned()))
        }
        Cell::Marked(mark, cell) => bracketed(cell).map(|(cell, inner)| (cell.marked(*mark), inner)),
        Cell::Text(_) | Cell::Empty => None,
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.chars().all(|c| c.is_ascii_digit())
}

fn content(cell: &Cell, labels: &Labels) -> String {
    match cell {
        Cell::Text(rich) => guarded(&labels.plain(rich)),
        Cell::Number { value, text } => number(*value, text),
        Cell::Marked(_, cell) => content(cell, labels),
        Cell::Empty => String::new(),
    }
}

fn guarded(text: &str) -> String {
    // Where a word may break is of the page.
    let text = &text.replace('\u{ad}', "");
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if formula && text.parse::<f64>().is_err() { format!("'{text}") } else { text.to_owned() }
}

/// The printed form where it is a number, else the value with four significant digits.
pub(crate) fn number(value: f64, text: &str) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let spaces = |c: &char| !matches!(c, '\u{202f}' | '\u{a0}' | '\u{2009}');
    let printed: String = text.replace('−', "-").chars().filter(spaces).collect();
    // The printed form may count otherwise than the value (percent, thousands): then it is another number.
    let near = |text: &String| {
        text.parse::<f64>().is_ok_and(|p| (p - value).abs() <= 0.5 * (1.0 + value.abs()) * unit(text))
    };
    // A comma is the decimal mark of some countries and parts the thousands of others: the value tells which.
    let decimal = (!printed.contains('.')).then(|| printed.replacen(',', ".", 1));
    let plain = printed.replace(',', "");
    decimal.into_iter().chain([plain]).find(near).unwrap_or_else(|| short(value))
}

/// The size of the last digit of a number as written.
fn unit(printed: &str) -> f64 {
    let decimals = printed.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    (0..decimals.min(12)).fold(1.0, |unit, _| unit / 10.0)
}

fn short(value: f64) -> String {
    let mut decimals = 3_usize;
    let mut size = value.abs();
    while size >= 10.0 && decimals > 0 {
        size /= 10.0;
        decimals -= 1;
    }
    while size < 1.0 && size > 0.0 && decimals < 15 {
        size *= 10.0;
        decimals += 1;
    }
    let text = format!("{value:.decimals$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use atalaya_model::Lang;

    #[test]
    fn numbers_say_what_the_page_says() {
        assert_eq!(number(38.4999, "38.5"), "38.5");
        assert_eq!(number(-18.5, "−18.5"), "-18.5");
        assert_eq!(number(79438.0, "79\u{202f}438"), "79438");
        assert_eq!(number(79438.0, "79,438"), "79438");
        assert_eq!(number(1234.5, "1,234.5"), "1234.5");
        assert_eq!(number(38.4999, "38,5"), "38.5");
        assert_eq!(number(-0.001, "0,0"), "0.0");
        assert_eq!(number(79438.25, "79\u{202f}438,3"), "79438.3");
        assert_eq!(number(0.75, "75 % (6/8)"), "0.75");
        assert_eq!(number(0.756_789, "3-4"), "0.7568");
        assert_eq!(number(9.0, "9"), "9");
        assert_eq!(number(f64::NAN, "–"), "");
    }

    #[test]
    fn formulas_are_text() {
        for formula in ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1"] {
            assert!(guarded(formula).starts_with('\''), "{formula}");
        }
        assert_eq!(guarded("-3.5"), "-3.5");
        assert_eq!(guarded("V3"), "V3");
    }

    #[test]
    fn years_and_counts_in_brackets_have_their_column() {
        let words = Words::new(Lang::Es);
        let columns = vec![Column::text("I"), Column::number("Lectura"), Column::number("Meta")];
        let mut table = Table::new("t", "T", columns);
        table.push(vec!["a".into(), Cell::number(0.121, "0.121 (2017)"), Cell::number(0.5, "50 % (4/8)")]);
        table.push(vec!["b".into(), Cell::Empty, Cell::number(2.0, "2")]);
        assert_eq!(
            csv(&table, &Labels::default(), &words),
            "I,Lectura,Lectura: año,Meta,Meta: casos\na,0.121,2017,0.5,4/8\nb,,,2,\n"
        );
    }

    #[test]
    fn soft_hyphens_stay_on_the_page() {
        let words = Words::new(Lang::Es);
        let mut table = Table::new("t", "T", vec![Column::number("Plausi\u{ad}bilidad")]);
        table.push(vec!["ex\u{ad}tremo".into()]);
        assert_eq!(csv(&table, &Labels::default(), &words), "Plausibilidad\nextremo\n");
    }

    #[test]
    fn a_line_that_names_rows_becomes_a_column() {
        let words = Words::new(Lang::Es);
        let mut table = Table::new("t", "T", vec![Column::text("A, b"), Column::number("N").unit("puntos")]);
        table.group("Uno");
        table.push(vec!["=x\ny".into(), Cell::number(1.5, "1.5")]);
        table.push(vec!["corta".into()]);
        assert_eq!(
            csv(&table, &Labels::default(), &words),
            "Grupo,\"A, b\",N (puntos)\nUno,'=x y,1.5\nUno,corta,\n"
        );
    }
}
