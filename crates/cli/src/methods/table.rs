//! Tables on a terminal.

use atalaya_analysis::findings::{PanelLevel, Stability};
use atalaya_words::Words;
use comfy_table::{CellAlignment, ContentLineStyle, LineStyle, Table, TableStyle};

/// Most characters of a name in a table.
const NAME: usize = 44;

/// A line above, one below the header and one below the rows.
const LINES: TableStyle = TableStyle::new()
    .top_border(LineStyle::none().fill('─').junction('─'))
    .header_lines(ContentLineStyle::none())
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .content_lines(ContentLineStyle::none())
    .bottom_border(LineStyle::none().fill('─').junction('─'));

/// A table: the first column is text, the others are numbers unless they are told to be text.
pub fn table(headers: Vec<String>, rows: Vec<Vec<String>>, text: &[usize]) -> String {
    let mut table = Table::new();
    table.load_style(LINES).set_header(headers);
    table.add_rows(rows);
    for (index, column) in table.column_iter_mut().enumerate() {
        let left = index == 0 || text.contains(&index);
        column.set_cell_alignment(if left { CellAlignment::Left } else { CellAlignment::Right });
    }
    let lines: Vec<String> = table.to_string().lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n")
}

/// A name that fits a column.
pub fn short(name: &str) -> String {
    if name.chars().count() <= NAME {
        return name.to_owned();
    }
    let kept: String = name.chars().take(NAME - 1).collect();
    format!("{}…", kept.trim_end())
}

/// Numbers of which neighbours are told as from … to: `1–4, 7`.
pub fn runs(numbers: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for &number in numbers {
        match runs.last_mut() {
            Some((_, to)) if *to + 1 == number => *to = number,
            _ => runs.push((number, number)),
        }
    }
    let run = |&(from, to): &(usize, usize)| match to - from {
        0 => from.to_string(),
        1 => format!("{from}, {to}"),
        _ => format!("{from}–{to}"),
    };
    runs.iter().map(run).collect::<Vec<_>>().join(", ")
}

/// A number that may be absent.
pub fn maybe(words: &Words, value: Option<f64>, decimals: usize) -> String {
    value.map_or_else(|| "–".to_owned(), |value| words.short(value, decimals))
}

/// How often something held over the resampled panels, rounded to what their size carries.
pub fn held(words: &Words, stability: &Stability) -> String {
    if stability.draws == 0 {
        return "–".to_owned();
    }
    let share = stability.held as f64 / stability.draws as f64;
    match PanelLevel::of(stability.experts) {
        PanelLevel::Quartiles => {
            let tenths = words.int((share * 10.0).round() as i64);
            words.with("stability-tenths", &[("tenths", tenths.into())])
        }
        PanelLevel::Full => words.percent((share * 20.0).round() / 20.0, 0),
        PanelLevel::Large => words.percent(share, 0),
        _ => "–".to_owned(),
    }
}
