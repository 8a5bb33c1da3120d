//! Files in a folder.

use std::path::{Path, PathBuf};

use atalaya_model::Lang;
use atalaya_report::doc::{Block, Document};
use atalaya_report::rich::Rich;
use atalaya_report::write::{Formats, Report, Step, WriteError, write};
use atalaya_words::Words;

use crate::fixture;

const LIGHT: Formats =
    Formats { html: true, pdf: false, docx: false, xlsx: false, json: true, slides: false };

fn to(folder: &Path, document: &Document) -> Result<Vec<PathBuf>, WriteError> {
    let report = Report { document, questionnaires: &[], findings: "{}" };
    write(report, &Words::new(Lang::Es), LIGHT, folder, &mut |_| {})
}

fn names(folder: &Path) -> Vec<String> {
    let mut out: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    out.sort();
    out
}

#[test]
fn every_file_has_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a/b");
    let mut steps = Vec::new();
    let document = fixture::document(Lang::Es);
    let words = Words::new(Lang::Es);
    let report = Report { document: &document, questionnaires: &[], findings: "{}" };
    let files = write(report, &words, Formats::default(), &out, &mut |s| steps.push(s)).unwrap();
    assert_eq!(steps, [Step::Html, Step::Docx, Step::Xlsx, Step::Pdf, Step::Files]);
    assert_eq!(
        names(&out),
        ["figures", "findings.json", "report.docx", "report.html", "report.pdf", "tables", "tables.xlsx"]
    );
    assert_eq!(names(&out.join("figures")), ["f-plane.svg"]);
    assert_eq!(names(&out.join("tables")), ["t-log.csv", "t-matrix.csv", "t-scope.csv", "t-variables.csv"]);
    assert_eq!(files.len(), 10);
    let csv = std::fs::read_to_string(out.join("tables/t-variables.csv")).unwrap();
    assert!(csv.starts_with("Grupo,Código,Variable,Influencia (puntos),"), "{csv}");
    assert!(csv.contains("Autónomas,V7,Interoperabilidad y desburocratización institucional,-18.5,14,"));
    // A second run replaces the first.
    to(&out, &document).unwrap();
}

#[test]
fn a_mistake_in_the_document_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = fixture::document(Lang::Es);
    document.blocks.push(Block::Paragraph(Rich::default().refer("nowhere")));
    let out = folder.path().join("out");
    assert!(matches!(to(&out, &document), Err(WriteError::Document(_))));
    assert!(!out.exists());
}

#[test]
fn a_target_that_cannot_be_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let document = fixture::document(Lang::Es);
    let file = folder.path().join("file");
    std::fs::write(&file, "x").unwrap();
    assert!(matches!(to(&file, &document), Err(WriteError::NotAFolder(path)) if path == file));
    assert!(matches!(to(&file.join("below"), &document), Err(WriteError::NotAFolder(_))));
    // A folder where a file should stand: nothing of the rest appears.
    let out = folder.path().join("out");
    std::fs::create_dir_all(out.join("tables/t-log.csv")).unwrap();
    assert!(matches!(to(&out, &document), Err(WriteError::Io { .. })));
    assert_eq!(names(&out), ["tables"]);
    assert_eq!(names(&out.join("tables")), ["t-log.csv"]);
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    std::fs::create_dir(&out).unwrap();
    std::fs::set_permissions(&out, std::fs::Permissions::from_mode(0o555)).unwrap();
    // Root may write anywhere: then there is nothing to see.
    if std::fs::write(out.join("probe"), "").is_ok() {
        return;
    }
    assert!(matches!(to(&out, &fixture::document(Lang::Es)), Err(WriteError::ReadOnly(path)) if path == out));
    assert_eq!(names(&out), Vec::<String>::new());
}
