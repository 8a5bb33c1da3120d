//! The files that people hand in, byte by byte: whatever changes one shows here, and is looked at before it is accepted.
//!
//! `UPDATE_GENERATED=1 cargo test -p atalaya-report golden` writes the hashes anew; with `ATALAYA_RENDER=FOLDER` the
//! files lie in that folder to be looked at.

use std::path::Path;

use atalaya_model::Lang;
use atalaya_report::{docx::docx, html::html, pdf::pdf, raster, workbook::workbook};
use atalaya_words::Words;
use sha2::{Digest, Sha256};

use crate::{fixture, html::show};

#[test]
fn the_files_are_those_that_were_looked_at() {
    let mut found = String::new();
    for lang in Lang::ALL {
        let (document, words) = (fixture::document(lang), Words::new(lang));
        let figure = document.figures()[0].wide.clone();
        let files = [
            ("html", html(&document, &words).unwrap().into_bytes()),
            ("pdf", pdf(&document, &words).unwrap().bytes),
            ("docx", docx(&document, &words).unwrap()),
            ("xlsx", workbook(&document, &words).unwrap()),
            ("png", raster::png(&figure, 1863, 300.0).unwrap()),
        ];
        for (extension, bytes) in files {
            let name = format!("golden-{}.{extension}", lang.code());
            show(&name, &bytes);
            let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            found.push_str(&format!("{name} {hash}\n"));
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden.txt");
    if std::env::var_os("UPDATE_GENERATED").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    assert_eq!(found, kept, "look at the files (ATALAYA_RENDER=FOLDER), then UPDATE_GENERATED=1");
}
