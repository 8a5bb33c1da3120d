//! The example study as its readers get it.

use std::path::Path;

use atalaya_analysis::findings::Findings;
use atalaya_analysis::{analyse, point};
use atalaya_methods::control::Control;
use atalaya_model::{Id, Lang, Study, Text, choice::About};
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
        type_of_figures(&document);
    }
    let (document, words) = document(Lang::Es, &study, &findings);
    let out = pdf(&document, &words).unwrap();
    show("example.es.pdf", &out.bytes);
    assert!(out.accessible);
    pages_are_filled(&out.bytes);
    slices_stand_on_pages_of_their_own(&out.bytes);
}

/// The measure of the text on paper, in points.
const MEASURE: f64 = 447.0;

/// On paper no type of a picture is smaller than 7 pt, and a picture that is never cut has room on a page in full width.
fn type_of_figures(document: &Document) {
    for figure in document.figures() {
        for svg in std::iter::once(&figure.wide).chain(&figure.low) {
            let number = |text: &str| text.split('"').next().unwrap().parse::<f64>().unwrap();
            let root = svg.split("<svg").nth(1).unwrap().split('>').next().unwrap();
            let of = |name: &str| number(root.split(&format!(" {name}=\"")).nth(1).unwrap());
            let points = MEASURE / of("width");
            let least = svg.split("font-size=\"").skip(1).map(number).fold(f64::INFINITY, f64::min);
            assert!(least * points >= 7.0, "{}: {:.2} pt", figure.id, least * points);
            let room = 620.0;
            let lower = figure.low.as_ref().is_some_and(|low| low != svg);
            assert!(!root.contains("data-whole") || lower || of("height") * points < room, "{}", figure.id);
        }
    }
}

/// Few pages inside a chapter are left half empty, as far as words show how far down they are filled.
fn pages_are_filled(bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let (path, out) = (folder.path().join("report.pdf"), folder.path().join("report.html"));
    std::fs::write(&path, bytes).unwrap();
    let run = std::process::Command::new("pdftotext").arg("-bbox").arg(&path).arg(&out).status();
    if !run.is_ok_and(|status| status.success()) {
        eprintln!("skipped: pdftotext (poppler-utils) is not installed");
        return;
    }
    let told = std::fs::read_to_string(&out).unwrap();
    let value = |line: &str, name: &str| -> f64 {
        line.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    // How far down the words of each page reach above its number, and whether it opens a chapter.
    let pages: Vec<(f64, bool)> = told
        .split("<page ")
        .skip(1)
        .map(|page| {
            let (tall, top) = (value(page, "height"), 31.0 * 72.0 / 25.4);
            let foot = tall - 27.0 * 72.0 / 25.4;
            let words = || page.lines().filter(|line| line.contains("<word "));
            let ends = words().map(|line| value(line, "yMax")).filter(|y| *y < foot + 8.0);
            let large = |line: &&str| value(line, "yMax") - value(line, "yMin") > 24.0;
            let opens = words().take(40).filter(large).any(|line| value(line, "yMin") < top + 40.0);
            ((ends.fold(top, f64::max) - top) / (foot - top), opens)
        })
        .collect();
    let chapters = pages.iter().filter(|(_, opens)| *opens).count();
    assert!(chapters > 12, "{chapters} chapters");
    let first = pages.iter().position(|(_, opens)| *opens).unwrap();
    let inside = (first..pages.len() - 1).filter(|page| !pages[page + 1].1);
    let low: Vec<_> =
        inside.map(|page| (page + 1, pages[page].0)).filter(|(_, filled)| *filled < 0.5).collect();
    assert!(low.len() < 5 && low.iter().all(|(_, filled)| *filled > 0.3), "{low:?}");
}

/// A picture is in slices only where a page had no room for it.
fn slices_stand_on_pages_of_their_own(bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, bytes).unwrap();
    let Ok(told) = std::process::Command::new("pdftotext").arg(&path).arg("-").output() else {
        eprintln!("skipped: pdftotext (poppler-utils) is not installed");
        return;
    };
    let told = String::from_utf8_lossy(&told.stdout).replace('\u{a0}', " ");
    for page in told.split('\u{c}') {
        for line in page.lines().filter(|line| line.ends_with(" (continúa)")) {
            let begins = format!("{}. ", line.trim_end_matches(" (continúa)"));
            assert!(!page.lines().any(|own| own.starts_with(&begins)), "{line}");
        }
    }
}

#[test]
fn a_small_study_says_what_it_lacks() {
    let mut study = open("taller-minimo");
    for lang in Lang::ALL {
        let (document, words) = document(lang, &study, &point(&study));
        let page = page(&document, &words);
        show(&format!("workshop.{}.html", lang.code()), page.as_bytes());
        assert!(!page.contains(&words.t("no-subject-title")));
        // Like things that are missing are told once.
        let untested = words.with("gaps-untested", &[("list", "@".into())]);
        let untested = untested.split('@').next().unwrap();
        assert_eq!(page.matches(untested).count(), 1);
        let states = words.with("gaps-states", &[("common", "@".into()), ("list", "".into())]);
        let (before, after) = states.trim_end_matches(['.', ' ']).split_once('@').unwrap();
        for scenario in &study.scenarios {
            let told = format!("{before}{} {}{after}", scenario.id, scenario.name.get(lang));
            assert_eq!(page.matches(&told).count(), 1, "{told}");
        }
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

#[test]
fn what_nobody_decided_is_called_a_proposal_and_not_the_bet() {
    let decided = open("mipymes-peru-2030");
    let mut undecided = decided.clone();
    undecided.decisions.retain(|own| own.about != Some(About::Bet));
    let bets: [&[&str]; 2] = [
        &[
            "La apuesta, Andenes en flor, cae",
            "con la apuesta.",
            "separan la apuesta",
            "\"escenario apuesta\"]",
            "separa la apuesta",
            "La apuesta no es",
            "a la apuesta supone",
            "apuesta es ",
        ],
        &[
            "The bet, Terraces in Bloom, falls",
            "with the bet.",
            "separate the bet",
            "\"betting scenario\"]",
            "separates the bet",
            "The bet is not",
            "Reaching the bet",
            "scenario is Terraces",
        ],
    ];
    for (lang, bets) in Lang::ALL.into_iter().zip(bets) {
        let said = |study: &Study| {
            let (document, _) = document(lang, study, &point(study));
            let figures = document.figures().into_iter().map(|figure| figure.svg()).collect::<String>();
            format!("{:?}{figures}", document.blocks)
        };
        let (with, without) = (said(&decided), said(&undecided));
        let told = bets.iter().filter(|bet| with.contains(**bet)).count();
        assert!(told >= 5, "{lang:?}: {told}");
        for bet in bets {
            let near = without.find(bet).map(|at| without[at..].chars().take(120).collect::<String>());
            assert_eq!(near, None, "{lang:?}: {bet}");
        }
    }
}
