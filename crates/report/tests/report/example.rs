//! The example study as its readers get it.

use std::path::Path;

use atalaya_analysis::findings::Findings;
use atalaya_analysis::point;
use atalaya_model::{Lang, Study};
use atalaya_report::chapters;
use atalaya_report::doc::Document;
use atalaya_report::html::html;
use atalaya_report::pdf::pdf;
use atalaya_report::resolve::Labels;
use atalaya_words::Words;

use crate::html::show;

fn example() -> (Study, Findings) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/mipymes-peru-2030");
    let study = atalaya_formats::open(&folder).value;
    let findings = point(&study);
    (study, findings)
}

fn document(lang: Lang, study: &Study, findings: &Findings) -> (Document, Words) {
    let words = Words::new(lang);
    (chapters::document(study, findings, &words), words)
}

#[test]
fn the_example_is_a_whole_report_in_both_languages() {
    let (study, findings) = example();
    for lang in Lang::ALL {
        let (document, words) = document(lang, &study, &findings);
        let labels = Labels::of(&document, &words).unwrap();
        assert!(!labels.contents.is_empty());
        let page = html(&document, &words).unwrap();
        show(&format!("example.{}.html", lang.code()), page.as_bytes());
        assert!(page.len() < 3_000_000, "{} bytes", page.len());
        let missing: Vec<&str> = page.split('⟨').skip(1).filter_map(|rest| rest.split('⟩').next()).collect();
        assert!(missing.is_empty(), "{missing:?}");
        assert!(!page.contains("{$"), "a sentence lacks an argument");
    }
    let (document, words) = document(Lang::Es, &study, &findings);
    let out = pdf(&document, &words).unwrap();
    show("example.es.pdf", &out.bytes);
    assert!(out.accessible);
}
