//! The Word file as LibreOffice opens it.

use std::process::Command;

use atalaya_analysis::analyse;
use atalaya_methods::control::Control;
use atalaya_model::Lang;
use atalaya_report::doc::{Block, Document};
use atalaya_report::docx::docx;
use atalaya_words::Words;

use crate::example::{document, open};
use crate::fixture;

/// What a Word file may weigh.
const LIMIT: usize = 5_000_000;

/// A document as LibreOffice prints it.
struct Opened {
    /// Its pages, as letters and digits: where a line ends and a word is divided is no part of a text.
    pages: Vec<String>,
    /// How many pictures are on them.
    pictures: usize,
}

/// Opens a Word file; `None` where LibreOffice or poppler is not installed.
fn opened(bytes: &[u8]) -> Option<Opened> {
    let folder = tempfile::tempdir().unwrap();
    let (word, paper) = (folder.path().join("report.docx"), folder.path().join("report.pdf"));
    std::fs::write(&word, bytes).unwrap();
    // Its own settings: another LibreOffice that runs would take the file to itself.
    let own = format!("-env:UserInstallation=file://{}/settings", folder.path().display());
    let mut office = Command::new("soffice");
    office.args([&own, "--headless", "--convert-to", "pdf", "--outdir"]).arg(folder.path()).arg(&word);
    let Ok(run) = office.output() else {
        eprintln!("skipped: soffice (libreoffice-writer) is not installed");
        return None;
    };
    assert!(paper.is_file(), "LibreOffice does not open it: {}", String::from_utf8_lossy(&run.stderr));
    let told = |program: &str, before: &[&str], after: &[&str]| {
        let run = Command::new(program).args(before).arg(&paper).args(after).output();
        run.ok().map(|run| String::from_utf8_lossy(&run.stdout).into_owned())
    };
    let (Some(text), Some(images)) = (told("pdftotext", &[], &["-"]), told("pdfimages", &["-list"], &[]))
    else {
        eprintln!("skipped: pdftotext and pdfimages (poppler-utils) are not installed");
        return None;
    };
    let pages = text.trim_end_matches('\u{c}').split('\u{c}').map(letters).collect();
    Some(Opened { pages, pictures: images.lines().filter(|line| line.contains(" image ")).count() })
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Every heading stands behind the contents, in its order, and every figure is drawn.
fn is_whole(document: &Document, opened: &Opened) {
    let headings = document.blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some(letters(&heading.text)),
        _ => None,
    });
    let headings: Vec<String> = headings.collect();
    let text = opened.pages.concat();
    // Once in the contents, once in its place.
    let (mut at, _) = text.match_indices(&headings[0]).nth(1).unwrap();
    for heading in &headings {
        let found = text[at..].find(heading.as_str());
        at += found.unwrap_or_else(|| panic!("not in its place: {heading}")) + heading.len();
    }
    assert!(opened.pictures >= document.figures().len(), "{} pictures", opened.pictures);
}

#[test]
fn the_example_weighs_little_and_opens_whole() {
    let mut study = open("mipymes-peru-2030");
    study.frame.rules.resamples = Some(20);
    let findings = analyse(&study, &Control::default()).unwrap();
    let (document, words) = document(Lang::Es, &study, &findings);
    let bytes = docx(&document, &words).unwrap();
    assert!(bytes.len() < LIMIT, "{} bytes", bytes.len());
    if let Some(opened) = opened(&bytes) {
        assert!(opened.pages.len() > 100, "{} pages", opened.pages.len());
        is_whole(&document, &opened);
    }
}

#[test]
fn a_document_with_everything_opens_in_both_languages() {
    for lang in Lang::ALL {
        let document = fixture::document(lang);
        let Some(opened) = opened(&docx(&document, &Words::new(lang)).unwrap()) else { return };
        assert!(opened.pages.len() > 8, "{} pages", opened.pages.len());
        is_whole(&document, &opened);
    }
}
