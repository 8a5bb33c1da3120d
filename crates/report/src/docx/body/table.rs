//! Tables: of findings, with heads that repeat; of names and values.

use super::Body;
use crate::doc::{Align, Cell, Fact, Mark, Row, RowKind, Table};
use crate::docx::styles;
use crate::docx::xml::{escaped, paragraph, run, twips};
use crate::measure::{self, Tallness};

impl Body<'_> {
    pub(super) fn facts(&mut self, facts: &[Fact]) {
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
        for fact in facts {
            let value = self.rich(&fact.value);
            let cells = [run("", &fact.label), value];
            let cells: String = cells
                .iter()
                .zip(widths)
                .map(|(content, width)| {
                    let words = paragraph("TableText", "", content);
                    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{words}</w:tc>")
                })
                .collect();
            self.put(&format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"));
        }
        self.put("</w:tbl>");
        self.paragraph("AfterTable", "", "");
    }

    pub(super) fn table(&mut self, table: &Table, why: &str) {
        let layout = measure::layout(table);
        self.caption("report-table", &table.id, &table.caption);
        let total = measure::MEASURE[usize::from(layout.landscape)];
        let share: f64 = layout.widths.iter().sum::<f64>().max(1e-9);
        let widths: Vec<i64> = layout.widths.iter().map(|width| twips(width / share * total)).collect();
        let text = match layout.size {
            size if size >= 8.0 => "TableText",
            size if size >= 7.0 => "TableTextSmall",
            _ => "TableTextDense",
        };
        let first_column = u8::from(table.row_headers);
        let look = if table.row_headers { "00A0" } else { "0020" };
        self.put(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"AtalayaTable\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"{look}\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"{first_column}\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>{}</w:tblGrid>",
            widths.iter().sum::<i64>(),
            escaped(&self.labels.plain(&table.caption)),
            grid(&widths),
        ));
        self.put("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (column, width) in table.columns.iter().zip(&widths) {
            let mut words = run("", &column.header);
            if !column.unit.is_empty() {
                words.push_str("<w:r><w:br/></w:r>");
                words.push_str(&run(styles::QUIET, &column.unit));
            }
            let properties = format!("<w:keepNext/>{}", justified(column.align));
            self.put(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:vAlign w:val=\"bottom\"/></w:tcPr>{}</w:tc>",
                paragraph(text, &properties, &words),
            ));
        }
        self.put("</w:tr>");
        let whole = |index: usize| layout.rows.get(index) != Some(&Tallness::Parted);
        for (index, row) in table.rows.iter().enumerate() {
            self.row(table, row, &widths, text, whole(index));
        }
        self.put("</w:tbl>");
        self.below(table.note.as_ref(), table.source.as_ref(), table.provenance, why);
    }

    pub(super) fn row(&mut self, table: &Table, row: &Row, widths: &[i64], text: &str, whole: bool) {
        let properties = if whole { "<w:trPr><w:cantSplit/></w:trPr>" } else { "" };
        self.put(&format!("<w:tr>{properties}"));
        if row.kind == RowKind::Group {
            let words = row.cells.first().map(|cell| self.cell(cell, styles::ACCENT)).unwrap_or_default();
            let total: i64 = widths.iter().sum();
            self.put(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{total}\" w:type=\"dxa\"/><w:gridSpan w:val=\"{}\"/></w:tcPr>{}</w:tc>",
                widths.len(),
                paragraph(text, "<w:keepNext/><w:spacing w:before=\"120\"/>", &words),
            ));
        } else {
            let total = row.kind == RowKind::Total;
            let borders = match total {
                true => {
                    "<w:tcBorders><w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"1C2024\"/></w:tcBorders>"
                }
                false => "",
            };
            for ((index, column), width) in table.columns.iter().enumerate().zip(widths) {
                let base = if total { "<w:b/>" } else { "" };
                let words = row.cells.get(index).map(|cell| self.cell(cell, base)).unwrap_or_default();
                self.put(&format!(
                    "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{borders}</w:tcPr>{}</w:tc>",
                    paragraph(text, justified(column.align), &words),
                ));
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
