//! How far the sheets of an OpenDocument spreadsheet reach: a few bytes may say that a row is repeated a million times,
//! and the library makes the whole rectangle of it.

use std::io::{BufReader, Cursor};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use zip::ZipArchive;

/// Cells of the rectangles of the sheets, each from the first cell to the last one that is written; `None` where the bytes are no OpenDocument spreadsheet or cannot be read, which is told by whoever
/// reads them.
pub fn of_ods(bytes: &[u8]) -> Option<usize> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut reader = Reader::from_reader(BufReader::new(zip.by_name("content.xml").ok()?));
    let mut found = 0usize;
    let mut sheet = Sheet::default();
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "table" => sheet = Sheet::default(),
                "table-row" => {
                    sheet.row = Row { repeated: repeated(&tag, "number-rows-repeated"), ..Row::default() }
                }
                // What has something in it is written.
                "table-cell" | "covered-table-cell" => sheet.row.cell(&tag, true),
                _ => {}
            },
            Event::Empty(tag) => match tag.local_name().as_ref() {
                "table-row" => sheet.rows = sheet.rows.saturating_add(repeated(&tag, "number-rows-repeated")),
                "table-cell" | "covered-table-cell" => {
                    let written =
                        tag.attributes().flatten().any(|own| own.key.local_name().as_ref() == "value-type");
                    sheet.row.cell(&tag, written);
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "table-row" => sheet.end_row(),
            Event::End(tag) if tag.local_name().as_ref() == "table" => {
                found = found.saturating_add(sheet.last.saturating_mul(sheet.width));
            }
            Event::Eof => return Some(found),
            _ => {}
        }
        buffer.clear();
    }
}

#[derive(Default)]
struct Sheet {
    /// Rows so far, the last of them with something in it, and the widest.
    rows: usize,
    last: usize,
    width: usize,
    row: Row,
}

impl Sheet {
    fn end_row(&mut self) {
        self.rows = self.rows.saturating_add(self.row.repeated);
        if self.row.last > 0 {
            self.last = self.rows;
            self.width = self.width.max(self.row.last);
        }
    }
}

#[derive(Default)]
struct Row {
    repeated: usize,
    /// Cells so far, and the last with something in it.
    cells: usize,
    last: usize,
}

impl Row {
    fn cell(&mut self, tag: &BytesStart<'_>, written: bool) {
        self.cells = self.cells.saturating_add(repeated(tag, "number-columns-repeated"));
        if written {
            self.last = self.cells;
        }
    }
}

/// How often a row or a cell stands: once where it does not say, or says nothing that is a number.
fn repeated(tag: &BytesStart<'_>, name: &str) -> usize {
    let own = tag.attributes().flatten().find(|own| own.key.local_name().as_ref() == name);
    own.and_then(|own| own.value.trim().parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::*;

    fn ods(rows: &str) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("content.xml", SimpleFileOptions::default()).unwrap();
        write!(zip, "<office:document-content><table:table>{rows}</table:table></office:document-content>")
            .unwrap();
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn what_is_repeated_counts_up_to_the_last_cell_that_is_written() {
        let cell = r#"<table:table-cell><text:p>x</text:p></table:table-cell>"#;
        let of = |rows: &str| of_ods(&ods(rows));
        assert_eq!(of(""), Some(0));
        assert_eq!(of(&format!("<table:table-row>{cell}{cell}</table:table-row>")), Some(2));
        // As every spreadsheet ends: a million empty rows, which are nothing.
        let tail = r#"<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
        assert_eq!(of(&format!("<table:table-row>{cell}</table:table-row>{tail}")), Some(1));
        assert_eq!(
            of(&format!("{tail}<table:table-row>{cell}{cell}</table:table-row>")),
            Some(2 * 1_048_001)
        );
        let value = r#"<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="900"/>"#;
        assert_eq!(
            of(&format!(r#"<table:table-row table:number-rows-repeated="60000">{value}</table:table-row>"#)),
            Some(54_000_000)
        );
        let much = u64::MAX;
        let row =
            format!(r#"<table:table-row table:number-rows-repeated="{much}">{value}</table:table-row>"#);
        assert_eq!(of(&format!("{row}{row}")), Some(usize::MAX));
        assert_eq!(of_ods(b"PK"), None);
    }
}
