//! What people write is carried safely into every file: markup, formulas, right-to-left text, emoji, long narratives, and
//! texts in one language only.

use std::io::{Cursor, Read};
use std::process::Command;

use atalaya_analysis::point;
use atalaya_model::{Id, Lang, Study, Text, records::Scenario};
use atalaya_report::doc::Document;
use atalaya_report::resolve::Labels;
use atalaya_report::{chapters, docx::docx, html::html, pdf::pdf, tables, workbook::workbook};
use atalaya_words::Words;
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};

use crate::example::open;

/// A name as nobody should have one: it begins as a formula, holds the markup of every format, turns its direction.
const NAME: &str =
    "=HYPERLINK(\"http://x\") <script>alert(1)</script> <w:p/> #panic() $x$ *b* مرحبا שלום 👩‍🚀 \u{202e}x";
/// What every file says of it: the letters that no format reads as its own.
const SAID: [&str; 4] = ["=HYPERLINK", "مرحبا", "שלום", "<script>"];
/// The last word of a narrative of 20,000.
const LAST: &str = "finalmente";

/// A study whose texts are hostile, and each in one language only.
fn study() -> Study {
    let mut study = open("taller-minimo");
    let es = |text: &str| Text { es: text.to_owned(), en: String::new() };
    study.frame.title = es(NAME);
    study.frame.question = Text { es: String::new(), en: NAME.to_owned() };
    study.frame.presentation = es(&format!("# {NAME}\n\n- {NAME}\n\n{NAME} [x](javascript:alert(1))"));
    study.variables[0].name = es(NAME);
    study.variables[1].definition = es("@SUM(1+1)*cmd|' /C calc'!A0");
    let narrative = format!("{}{LAST}", "palabra ".repeat(19_999));
    let mut scenario = Scenario { id: Id::parse("LARGO").unwrap(), ..study.scenarios[0].clone() };
    scenario.name = es(NAME);
    scenario.narrative = es(&narrative);
    study.scenarios.push(scenario);
    study
}

fn documents() -> Vec<(Document, Words)> {
    let study = study();
    let findings = point(&study);
    let own = |lang| {
        let words = Words::new(lang);
        (chapters::document(&study, &findings, &words), words)
    };
    Lang::ALL.into_iter().map(own).collect()
}

#[test]
fn the_page_carries_what_people_write() {
    for (document, words) in documents() {
        let page = html(&document, &words).unwrap();
        for raw in ["<script", "<w:p/>", "\u{202e}"] {
            let at = page.find(raw);
            assert_eq!(at.map(|at| page[at - 40..].chars().take(80).collect::<String>()), None, "{raw}");
        }
        assert!(!page.contains("href=\"javascript"));
        for said in SAID {
            assert!(page.contains(&said.replace('<', "&lt;").replace('>', "&gt;")), "{said}");
        }
        assert!(page.contains(LAST) && page.matches("palabra").count() >= 19_999);
    }
}

#[test]
fn the_pdf_carries_what_people_write() {
    for (document, words) in documents() {
        let out = pdf(&document, &words).unwrap();
        assert!(out.accessible && out.pages > 30);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.pdf");
        std::fs::write(&path, &out.bytes).unwrap();
        let Ok(told) = Command::new("pdftotext").arg(&path).arg("-").output() else {
            eprintln!("skipped: pdftotext (poppler-utils) is not installed");
            return;
        };
        let told = String::from_utf8_lossy(&told.stdout).into_owned();
        assert!(told.contains(LAST) && told.contains("#panic()") && told.contains("<script>"));
    }
}

#[test]
fn the_word_file_carries_what_people_write() {
    for (document, words) in documents() {
        let bytes = docx(&document, &words).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
        let xml = resvg::usvg::roxmltree::Document::parse(&text).unwrap();
        let said: String = xml.descendants().filter_map(|node| node.text()).collect();
        for own in SAID {
            assert!(said.contains(own), "{own}");
        }
        assert!(!said.contains('\u{202e}') && said.contains(LAST));
        assert!(said.matches("palabra").count() >= 19_999);
    }
}

#[test]
fn workbook_and_tables_carry_what_people_write_and_compute_nothing() {
    for (document, words) in documents() {
        let bytes = workbook(&document, &words).unwrap();
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let mut cells = Vec::new();
        for name in book.sheet_names() {
            assert!(book.worksheet_formula(&name).unwrap().used_cells().next().is_none(), "{name}");
            let sheet = book.worksheet_range(&name).unwrap();
            cells.extend(sheet.used_cells().filter_map(|(_, _, cell)| match cell {
                Data::String(text) => Some(text.clone()),
                _ => None,
            }));
        }
        for said in SAID {
            assert!(cells.iter().any(|cell| cell.contains(said)), "{said}");
        }
        let labels = Labels::of(&document, &words).unwrap();
        let files: Vec<String> =
            document.tables().into_iter().map(|table| tables::csv(table, &labels, &words)).collect();
        assert!(
            files.iter().any(|file| file.contains("مرحبا")) && files.iter().any(|file| file.contains("cmd|"))
        );
        for file in files {
            let mut reader =
                csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(file.as_bytes());
            for cell in
                reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
            {
                let number = cell.parse::<f64>().is_ok();
                assert!(number || !cell.starts_with(['=', '+', '-', '@']), "{cell}");
            }
        }
    }
}
