//! Tables: of findings, with heads that repeat; of names and values.

use super::Body;
use crate::doc::{Align, Cell, Fact, Mark, Row, RowKind, Table};
use crate::docx::styles::{self, KEEP, size};
use crate::docx::xml::{escaped, paragraph, run, twips};
use crate::measure::{self, Layout, Tallness};

/// How a table is set: the parts of its layout that every row needs.
struct Set<'t> {
    table: &'t Table,
    /// The style of its words.
    text: &'static str,
    /// Code in the size of the words around it.
    code: String,
    /// The widths of the columns, in twentieths of a point.
    widths: Vec<i64>,
    /// The usual space after a cell, in points.
    gutter: f64,
    /// The space after each cell but the last, in points.
    gutters: &'t [f64],
}

impl Body<'_> {
    /// `why`: the mark of a footnote that the last value carries.
    pub(super) fn facts(&mut self, facts: &[Fact], why: &str) {
        if facts.is_empty() {
            return;
        }
        let total = measure::MEASURE[0];
        let widths = [total * 0.27, total * 0.73].map(twips);
        self.put(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Facts\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0080\" w:firstRow=\"0\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>{}</w:tblGrid>",
            widths.iter().sum::<i64>(),
            grid(&widths),
        ));
        // A short list stays with the words that it belongs to.
        let short = facts.len() <= 8;
        for (index, fact) in facts.iter().enumerate() {
            let ends = index + 1 == facts.len();
            let value = self.rich(&fact.value) + if ends { why } else { "" };
            let cells = [run("", &fact.label), value];
            let keep = if self.keep || short || holds(index, facts.len(), 2) { KEEP } else { "" };
            let cells: String = cells
                .iter()
                .zip(widths)
                .map(|(content, width)| {
                    let words = paragraph("TableText", keep, content);
                    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{words}</w:tc>")
                })
                .collect();
            self.put(&format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"));
        }
        self.put("</w:tbl>");
        self.space();
    }

    pub(super) fn table(&mut self, table: &Table, why: &str) {
        let layout = measure::layout(table);
        // Below the table nothing carries the mark of a footnote where nothing is said there.
        let told = table.note.is_some() || table.source.is_some() || table.provenance.is_some();
        let (above, below) = if told { ("", why) } else { (why, "") };
        self.captioned("report-table", &table.id, &table.caption, above);
        let text = styles::table_text(layout.size);
        let set = Set {
            table,
            text: text.0,
            code: size(text.1),
            widths: widths(&layout),
            gutter: layout.gutter,
            gutters: &layout.gutters,
        };
        let first_column = u8::from(table.row_headers);
        let look = if table.row_headers { "00A0" } else { "0020" };
        self.put(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"AtalayaTable\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"{}\" w:type=\"dxa\"/></w:tblCellMar><w:tblLook w:val=\"{look}\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"{first_column}\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>{}</w:tblGrid>",
            set.widths.iter().sum::<i64>(),
            twips(layout.gutter),
            escaped(&self.labels.plain(&table.caption)),
            grid(&set.widths),
        ));
        self.put("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (index, column) in table.columns.iter().enumerate() {
            let mut words = run("", &column.header);
            if !column.unit.is_empty() {
                words.push_str("<w:r><w:br/></w:r>");
                words.push_str(&run(styles::QUIET, &column.unit));
            }
            let properties = format!("{KEEP}{}", justified(column.align));
            let words = paragraph(set.text, &properties, &words);
            self.put(&set.tc(index, "", "<w:vAlign w:val=\"bottom\"/>", &words));
        }
        self.put("</w:tr>");
        let count = table.rows.len();
        for (index, row) in table.rows.iter().enumerate() {
            let parted = layout.rows.get(index) == Some(&Tallness::Parted);
            let keep = self.keep || layout.keep || holds(index, count, layout.first);
            self.row(&set, row, keep && !parted, !parted);
        }
        self.put("</w:tbl>");
        self.below(table.note.as_ref(), table.source.as_ref(), table.provenance, below);
    }

    /// `keep`: whether it stays with what follows; `whole`: whether it may not be parted.
    fn row(&mut self, set: &Set<'_>, row: &Row, keep: bool, whole: bool) {
        let properties = if whole { "<w:trPr><w:cantSplit/></w:trPr>" } else { "" };
        self.put(&format!("<w:tr>{properties}"));
        if row.kind == RowKind::Group {
            let words = row.cells.first().map(|cell| self.cell(cell, styles::ACCENT)).unwrap_or_default();
            let total: i64 = set.widths.iter().sum();
            self.put(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{total}\" w:type=\"dxa\"/><w:gridSpan w:val=\"{}\"/></w:tcPr>{}</w:tc>",
                set.widths.len(),
                paragraph(set.text, &format!("{KEEP}<w:spacing w:before=\"120\"/>"), &words),
            ));
        } else {
            let total = row.kind == RowKind::Total;
            let borders = match total {
                true => {
                    "<w:tcBorders><w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"1C2024\"/></w:tcBorders>"
                }
                false => "",
            };
            let keep = if keep { KEEP } else { "" };
            for (index, column) in set.table.columns.iter().enumerate() {
                let base = if total { "<w:b/>" } else { "" };
                let words = row.cells.get(index).map(|cell| self.cell(cell, base)).unwrap_or_default();
                let words = words.replace(styles::CODE, &format!("{}{}", styles::CODE, set.code));
                let words = paragraph(set.text, &format!("{keep}{}", justified(column.align)), &words);
                self.put(&set.tc(index, borders, "", &words));
            }
        }
        self.put("</w:tr>");
    }

    pub(super) fn cell(&mut self, cell: &Cell, base: &str) -> String {
        match cell {
            Cell::Text(rich) => self.styled(rich, base),
            Cell::Number { text, .. } => run(base, text),
            Cell::Marked(mark, cell) => {
                let mark = match mark {
                    Mark::Accent => styles::ACCENT,
                    Mark::Care => styles::CARE,
                    Mark::Quiet => styles::QUIET,
                };
                self.cell(cell, mark)
            }
            Cell::Empty => String::new(),
        }
    }
}

impl Set<'_> {
    /// A cell. The last column has no space after it.
    fn tc(&self, index: usize, borders: &str, place: &str, words: &str) -> String {
        let width = self.widths.get(index).copied().unwrap_or_default();
        let margin = match self.gutters.get(index).copied().unwrap_or_default() {
            gap if gap == self.gutter => String::new(),
            gap => format!("<w:tcMar><w:right w:w=\"{}\" w:type=\"dxa\"/></w:tcMar>", twips(gap)),
        };
        format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{borders}{margin}{place}</w:tcPr>{words}</w:tc>"
        )
    }
}

/// The widths of the columns in twentieths of a point: that of the words, and the space to the next column.
fn widths(layout: &Layout) -> Vec<i64> {
    let room = measure::MEASURE[usize::from(layout.landscape)] - layout.gutters.iter().sum::<f64>();
    let share: f64 = layout.widths.iter().sum::<f64>().max(1e-9);
    let gap = |index: usize| layout.gutters.get(index).copied().unwrap_or_default();
    layout.widths.iter().enumerate().map(|(i, width)| twips(width / share * room + gap(i))).collect()
}

/// Whether a row stays with what follows: the first ones with one another, the last three with what is said
/// below.
fn holds(index: usize, count: usize, first: usize) -> bool {
    index + 1 < first || index + 3 >= count
}

fn grid(widths: &[i64]) -> String {
    widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect()
}

fn justified(align: Align) -> &'static str {
    match align {
        Align::Left => "",
        Align::Right => "<w:jc w:val=\"right\"/>",
        Align::Centre => "<w:jc w:val=\"center\"/>",
    }
}
