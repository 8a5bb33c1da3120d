//! The example study as its readers get it.

use std::path::Path;

use atalaya_analysis::findings::Findings;
use atalaya_analysis::{analyse, point};
use atalaya_methods::control::Control;
use atalaya_model::{Id, Lang, Study, Text};
use atalaya_report::chapters;
use atalaya_report::doc::Document;
use atalaya_report::html::html;
use atalaya_report::pdf::pdf;
use atalaya_report::resolve::Labels;
use atalaya_words::Words;

use crate::html::show;

/// An example of the project.
pub fn open(name: &str) -> Study {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    atalaya_formats::open(&folder).value
}

fn example() -> (Study, Findings) {
    let mut study = open("mipymes-peru-2030");
    // Few draws: what is tested is that every finding has its words, not its value.
    study.frame.rules.resamples = Some(40);
    let findings = analyse(&study, &Control::default()).unwrap();
    (study, findings)
}

/// The report in a language.
pub fn document(lang: Lang, study: &Study, findings: &Findings) -> (Document, Words) {
    let words = Words::new(lang);
    (chapters::document(study, findings, &words), words)
}

/// The page, on which every sentence is there with its arguments.
pub fn page(document: &Document, words: &Words) -> String {
    let labels = Labels::of(document, words).unwrap();
    assert!(!labels.contents.is_empty());
    let page = html(document, words).unwrap();
    let missing: Vec<&str> = page.split('⟨').skip(1).filter_map(|rest| rest.split('⟩').next()).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(!page.contains("{$"), "a sentence lacks an argument");
    page
}

#[test]
fn the_example_is_a_whole_report_in_both_languages() {
    let (study, findings) = example();
    for lang in Lang::ALL {
        let (document, words) = document(lang, &study, &findings);
        let page = page(&document, &words);
        show(&format!("example.{}.html", lang.code()), page.as_bytes());
        assert!(page.len() < 3_000_000, "{} bytes", page.len());
    }
    let (document, words) = document(Lang::Es, &study, &findings);
    let out = pdf(&document, &words).unwrap();
    show("example.es.pdf", &out.bytes);
    assert!(out.accessible);
}

#[test]
fn a_small_study_says_what_it_lacks() {
    let mut study = open("taller-minimo");
    for lang in Lang::ALL {
        let (document, words) = document(lang, &study, &point(&study));
        let page = page(&document, &words);
        show(&format!("workshop.{}.html", lang.code()), page.as_bytes());
        assert!(!page.contains(&words.t("no-subject-title")));
    }
    study.frame.subject = Text::default();
    for lang in Lang::ALL {
        let (document, words) = document(lang, &study, &point(&study));
        let page = page(&document, &words);
        assert!(page.contains(&words.t("no-subject-title")) && page.contains(&words.t("cannot-igo")));
    }
}

#[test]
fn an_empty_study_is_still_a_document() {
    let study = Study::default();
    for lang in Lang::ALL {
        let (document, words) = document(lang, &study, &point(&study));
        page(&document, &words);
    }
}

#[test]
fn what_people_write_wrongly_is_still_printed() {
    let mut study = open("mipymes-peru-2030");
    // A component under its own child, one written twice, a decision that a later one on other findings replaces.
    let child = study.components[1].id.clone();
    study.components[0].parent.0 = Some(child);
    study.components.push(study.components[2].clone());
    let decisions = &mut study.decisions;
    let mut later = decisions.iter().find(|d| d.id == "decide-bet").unwrap().clone();
    later.id = Id::parse("decide-bet-again").unwrap();
    later.date = "2019-01-01".to_owned();
    later.basis = "0000000000000000".to_owned();
    decisions.push(later);
    for lang in Lang::ALL {
        let (document, words) = document(lang, &study, &point(&study));
        let blocks = format!("{:?}", document.blocks);
        assert!(
            blocks.contains(&words.t("standing-replaced")) && blocks.contains(&words.t("standing-stale"))
        );
    }
}
