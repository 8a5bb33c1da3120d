//! The matrix that people know: codes in the first row and column, in whatever state a spreadsheet left it.

use atalaya_model::{Code, Diagnostic, Place, field::parse_number};

use crate::sheet::{Line, Sheet};

/// A label of a row or column.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Its text.
    pub text: String,
    /// Index in the sheet, from 0: of the row in `Sheet::rows`, or of the column.
    pub index: usize,
    /// Where it stands.
    pub place: Place,
}

/// A matrix as written: labels of rows and columns; its cells stay in the sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// Labels of the rows.
    pub rows: Vec<Label>,
    /// Labels of the columns.
    pub columns: Vec<Label>,
    /// The column with the rows' names, where one stands between codes and cells.
    pub names: Option<usize>,
    /// Whether header cells were missing or the shape is wrong; reported already.
    pub broken: bool,
}

/// Whether the second column of a matrix holds names: its header is empty or says so, its cells are words.
fn has_names(header: &Line<'_>, body: &[Line<'_>]) -> bool {
    let head = header.cell(1).to_lowercase();
    let named =
        matches!(head.as_str(), "" | "name" | "nombre" | "variable" | "variables" | "título" | "titulo");
    let word = |text: &str| {
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        letters > 2 && parse_number(text).is_err()
    };
    let rows: Vec<&str> = body.iter().filter(|row| !is_sum(row.cell(0))).map(|row| row.cell(1)).collect();
    named && !rows.is_empty() && rows.iter().all(|text| word(text))
}

/// Whether a label names a row or column of sums.
#[must_use]
pub fn is_sum(label: &str) -> bool {
    let plain: String = label
        .to_lowercase()
        .chars()
        .map(|c| if c == 'á' { 'a' } else { c })
        .filter(|c| c.is_alphanumeric() || *c == ' ' || *c == 'Σ' || *c == 'σ' || *c == '∑')
        .collect();
    matches!(
        plain.trim(),
        "sum"
            | "suma"
            | "sumas"
            | "sums"
            | "total"
            | "totales"
            | "totals"
            | "sumatoria"
            | "suma total"
            | "sum total"
            | "gran total"
            | "grand total"
            | "total general"
            | "σ"
            | "∑"
            | "total influencia"
            | "total dependencia"
            | "total motricidad"
            | "suma fila"
            | "suma columna"
    )
}

/// Finds the labels of a matrix. Sums are left out (reported), a blank label among filled cells is reported as a merged
/// header, and a matrix that ought to be square and is not is reported with both counts.
#[must_use]
pub fn find(sheet: &Sheet<'_>, square: bool, out: &mut Vec<Diagnostic>) -> Grid {
    let filled = |cells: &[std::borrow::Cow<'_, str>]| cells.iter().filter(|c| !c.is_empty()).count();
    // A title above the header stands alone in the first cell of its row.
    let titled = |index: usize| {
        let cells = &sheet.rows[index].cells;
        filled(cells) == 1
            && cells.first().is_some_and(|c| !c.is_empty())
            && sheet.rows[index + 1..].iter().any(|row| filled(&row.cells) > 1)
    };
    let mut head = 0;
    while head < sheet.rows.len() && titled(head) {
        head += 1;
    }
    let mut grid = Grid::default();
    let Some(header) = sheet.rows.get(head) else { return grid };
    let body = &sheet.rows[head + 1..];
    let width = sheet.rows[head..].iter().map(|row| row.cells.len()).max().unwrap_or(0);
    grid.names = has_names(header, body).then_some(1);
    for column in 1 + usize::from(grid.names.is_some())..width {
        let text = header.cell(column);
        let place = sheet.place(header.number, column);
        if text.is_empty() {
            let used = body.iter().any(|row| !row.cell(column).is_empty());
            let between = (column + 1..width).any(|later| !header.cell(later).is_empty());
            if used || between {
                grid.broken = true;
                out.push(Diagnostic::new(Code::MergedHeader, place));
            }
        } else if is_sum(text) {
            out.push(Diagnostic::new(Code::SumLeftOut, place).with("label", text));
        } else {
            grid.columns.push(Label { text: text.to_owned(), index: column, place });
        }
    }
    for (index, row) in body.iter().enumerate() {
        let text = row.cell(0);
        let place = sheet.place(row.number, 0);
        if text.is_empty() {
            if !row.is_blank() {
                grid.broken = true;
                out.push(Diagnostic::new(Code::MergedHeader, place));
            }
        } else if is_sum(text) {
            out.push(Diagnostic::new(Code::SumLeftOut, place).with("label", text));
        } else {
            grid.rows.push(Label { text: text.to_owned(), index: head + 1 + index, place });
        }
    }
    let mut rows = std::mem::take(&mut grid.rows);
    let mut columns = std::mem::take(&mut grid.columns);
    for labels in [&mut rows, &mut columns] {
        let mut kept: Vec<Label> = Vec::with_capacity(labels.len());
        for label in labels.drain(..) {
            if let Some(first) = kept.iter().find(|other| other.text == label.text) {
                grid.broken = true;
                let diagnostic = Diagnostic::new(Code::DuplicateId, label.place).with("id", &label.text);
                out.push(diagnostic.with("first", &first.place));
            } else {
                kept.push(label);
            }
        }
        *labels = kept;
    }
    (grid.rows, grid.columns) = (rows, columns);
    if square && !grid.broken {
        check_square(sheet, &mut grid, out);
    }
    grid
}

/// Rows and columns without their other side that are told by name.
const NAMED: usize = 5;

fn check_square(sheet: &Sheet<'_>, grid: &mut Grid, out: &mut Vec<Diagnostic>) {
    let missing = |these: &[Label], those: &[Label]| -> Vec<Label> {
        these.iter().filter(|label| those.iter().all(|other| other.text != label.text)).cloned().collect()
    };
    let (no_column, no_row) = (missing(&grid.rows, &grid.columns), missing(&grid.columns, &grid.rows));
    if grid.rows.len() != grid.columns.len() {
        grid.broken = true;
        let mut told = Diagnostic::new(Code::NotSquare, Place::at(&sheet.file, 1, 1))
            .with("rows", grid.rows.len())
            .with("columns", grid.columns.len());
        // Where almost nothing is on both sides this is no matrix with a gap.
        if no_row.len() + no_column.len() <= NAMED {
            for (name, labels) in [("norow", &no_row), ("nocolumn", &no_column)] {
                if !labels.is_empty() {
                    let labels: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
                    told = told.with(name, labels.join(", "));
                }
            }
        }
        out.push(told);
        return;
    }
    for (side, labels) in [("row", no_column), ("column", no_row)] {
        for label in labels.into_iter().take(1) {
            grid.broken = true;
            out.push(
                Diagnostic::new(Code::HeaderMismatch, label.place).with("id", label.text).with("side", side),
            );
        }
    }
}
