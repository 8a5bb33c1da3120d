//! Profiles: what each kind of reader is handed.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use atalaya_analysis::analyse;
use atalaya_analysis::findings::Findings;
use atalaya_methods::control::Control;
use atalaya_model::{Lang, Study};
use atalaya_report::chapters::{Handed, handed};
use atalaya_report::doc::{Block, Document, Front, Note, NoteKind};
use atalaya_report::profile::{DEFAULT, Profile, ProfileError, SHIPPED};
use atalaya_report::resolve::Labels;
use atalaya_words::Words;

use crate::example;

fn study() -> &'static (Study, Findings) {
    static STUDY: OnceLock<(Study, Findings)> = OnceLock::new();
    STUDY.get_or_init(|| {
        let mut study = example::open("mipymes-peru-2030");
        study.frame.rules.resamples = Some(20);
        let findings = analyse(&study, &Control::default()).unwrap();
        (study, findings)
    })
}

fn shipped(name: &str) -> Profile {
    Profile::parse(SHIPPED.iter().find(|(own, _)| *own == name).unwrap().1).unwrap()
}

fn by(profile: &Profile, lang: Lang) -> (Handed, Words) {
    let (study, findings) = study();
    let words = Words::of_school(lang, &profile.school(lang));
    (handed(study, findings, &words, profile, false), words)
}

fn headings(document: &Document, level: u8) -> Vec<String> {
    let own = document.blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) if heading.level == level => Some(heading.text.clone()),
        _ => None,
    });
    own.collect()
}

#[test]
fn every_shipped_profile_finds_what_it_takes_and_every_reference_leads_somewhere() {
    for (name, text) in SHIPPED {
        let profile = Profile::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(profile.id, *name);
        for lang in Lang::ALL {
            assert!(!profile.about.get(lang).is_empty());
            let (handed, words) = by(&profile, lang);
            assert_eq!(handed.missing, Vec::<String>::new(), "{name}");
            Labels::of(&handed.document, &words).unwrap_or_else(|error| panic!("{name}: {error}"));
            let blocks = &handed.document.blocks;
            assert!(
                !blocks
                    .windows(2)
                    .any(|pair| matches!(pair, [Block::Heading(a), Block::Heading(b)] if b.level <= a.level))
            );
        }
    }
}

#[test]
fn the_default_profile_is_the_whole_report() {
    let (study, findings) = study();
    let words = Words::new(Lang::Es);
    let whole = atalaya_report::chapters::document(study, findings, &words);
    assert_eq!(by(&shipped(DEFAULT), Lang::Es).0.document, whole);
}

#[test]
fn every_table_and_figure_that_is_handed_in_is_there() {
    // The list of practice: what a foresight report of a ministry holds, by its names.
    const TABLES: [&str; 28] = [
        "data-sheet",
        "limits",
        "glossary",
        "lineage-table",
        "evidence-table",
        "panel-margins",
        "micmac-table",
        "variable-classes",
        "actors-table",
        "axes-tests",
        "hypotheses",
        "five-conditions",
        "chain-table",
        "igo-table",
        "robustness-table",
        "backcast-table",
        "roadmap-table",
        "opportunity-table",
        "watch-sheet",
        "rules",
        "decision-log",
        "actions-table",
        "displacement-table",
        "concept-components",
        "consultations",
        "watch-indicators",
        "series-trends",
        "evidence-by-year",
    ];
    const FIGURES: [&str; 15] = [
        "figure-concept-tree",
        "figure-evidence-plane",
        "figure-panel-margins",
        "figure-response",
        "figure-influence-matrix",
        "figure-influence-plane",
        "figure-rank-crossing",
        "figure-critical-plane",
        "figure-scenario-plane",
        "figure-igo-plane",
        "figure-robustness",
        "figure-backcast",
        "figure-roadmap",
        "figure-opportunity-plane",
        "figure-warning-board",
    ];
    let (handed, _) = by(&shipped(DEFAULT), Lang::Es);
    let document = &handed.document;
    let has: BTreeSet<&str> = document
        .tables()
        .into_iter()
        .map(|table| table.id.as_str())
        .chain(document.figures().into_iter().map(|figure| figure.id.as_str()))
        .collect();
    let missing: Vec<&&str> = TABLES.iter().chain(&FIGURES).filter(|id| !has.contains(**id)).collect();
    assert!(missing.is_empty(), "{missing:?} of {has:?}");
}

#[test]
fn ceplan_has_its_stages_and_its_warning() {
    let (handed, _) = by(&shipped("ceplan-2016"), Lang::Es);
    let chapters = headings(&handed.document, 1);
    let stages = [
        "Etapa preparatoria: equipo, panel y plan de trabajo",
        "Diseño del modelo conceptual",
        "Identificación y análisis de tendencias",
        "Identificación de variables estratégicas",
        "Diagnóstico de variables estratégicas",
        "Construcción de escenarios",
    ];
    let places: Vec<usize> = stages.iter().map(|s| chapters.iter().position(|c| c == s).unwrap()).collect();
    assert!(places.is_sorted());
    let warned = |block: &Block| match block {
        Block::Note(Note { kind: NoteKind::Care, body, .. }) => {
            matches!(body.first(), Some(Block::Paragraph(rich)) if rich.plain().contains("guía vigente"))
        }
        _ => false,
    };
    assert!(handed.document.blocks.iter().any(warned));
}

#[test]
fn an_article_has_abstracts_in_both_languages_and_cites_what_it_lists() {
    let (handed, _) = by(&shipped("articulo"), Lang::Es);
    let document = &handed.document;
    assert_eq!(document.front, Front::Title);
    assert_eq!(
        headings(document, 1),
        ["Resumen", "Abstract", "Introducción", "Método", "Resultados", "Discusión", "Referencias"]
    );
    let labels: Vec<String> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(rich) => Some(rich.plain()),
            _ => None,
        })
        .collect();
    for label in ["Objetivo.", "Método.", "Resultados.", "Conclusiones.", "Objective.", "Keywords."] {
        assert!(labels.iter().any(|text| text.starts_with(label) && text.len() > 60), "{label}");
    }
    assert!(!document.blocks.iter().any(|b| matches!(b, Block::Note(note) if note.kind == NoteKind::Method)));
    // A heading has more below it than a trace.
    for pair in document.blocks.windows(2) {
        let [Block::Heading(own), Block::Why(_)] = pair else { continue };
        panic!("{}: nothing but a trace", own.text);
    }
}

#[test]
fn an_english_article_opens_in_english_and_a_thesis_lists_the_works_of_its_methods() {
    let (handed, _) = by(&shipped("articulo"), Lang::En);
    assert_eq!(headings(&handed.document, 1)[..2], ["Abstract", "Resumen"]);
    let lang = |text: &str| {
        handed.document.blocks.iter().find_map(|block| match block {
            Block::Heading(heading) if heading.text == text => heading.lang,
            _ => None,
        })
    };
    assert_eq!((lang("Abstract"), lang("Resumen")), (Some(Lang::En), Some(Lang::Es)));
    let (thesis, _) = by(&shipped("tesis"), Lang::En);
    let works: Vec<&str> = thesis
        .document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::References(works) => Some(works),
            _ => None,
        })
        .flatten()
        .map(|work| work.anchor.as_str())
        .collect();
    for work in ["method-kendall-1939", "method-sen-1968", "method-godet-1991", "method-voros-2003"] {
        assert!(works.contains(&work), "{work} of {works:?}");
    }
}

#[test]
fn a_sheet_is_one_page() {
    for lang in Lang::ALL {
        let (handed, words) = by(&shipped("decisor"), lang);
        assert!(handed.document.blocks.is_empty());
        assert_eq!(atalaya_report::pdf::pdf(&handed.document, &words).unwrap().pages, 1);
    }
}

#[test]
fn schools_change_words_and_leave_what_the_study_says() {
    let text = SHIPPED[0].1.replace(
        "[about]",
        "[terms.es]\ninnecesarias = \"descartables\"\n\n[texts.es]\nreport-decision = \"Hoja {x}\"\n\n[about]",
    );
    let (handed, words) = by(&Profile::parse(&text).unwrap(), Lang::Es);
    assert_eq!(words.t("report-decision"), "Hoja {x}");
    let igo =
        handed.document.figures().into_iter().find(|f| f.id == "figure-igo-plane").unwrap().wide.clone();
    assert!(igo.to_uppercase().contains("DESCARTABLES") && !igo.to_uppercase().contains("INNECESARIAS"));
}

#[test]
fn what_is_left_out_is_called_by_its_title() {
    let profile = Profile::parse(
        "format = 1\nid = \"x\"\nleave = [\"igo-table\"]\n[about]\nes = \"x\"\n[[part]]\ntake = [\"strategy\", \"no-such\"]\n",
    )
    .unwrap();
    let (handed, words) = by(&profile, Lang::Es);
    assert_eq!(handed.missing, ["no-such"]);
    assert!(handed.document.tables().iter().all(|table| table.id != "igo-table"));
    Labels::of(&handed.document, &words).unwrap();
}

#[test]
fn mistakes_in_a_profile_name_their_place() {
    let error = Profile::parse("format = 1\nid = \"x\"\nabuot = 3\n").unwrap_err();
    assert!(matches!(&error, ProfileError::Form(Some(3), text) if text.contains("abuot")), "{error}");
    let profile = |id: &str, rest: &str| format!("format = 1\nid = \"{id}\"\n[about]\nes = \"x\"\n{rest}");
    assert_eq!(Profile::parse(&profile("a b", "")), Err(ProfileError::BadName("a b".into())));
    assert_eq!(
        Profile::parse(&profile("x", "[[part]]\ntake = [\"bet\", \"bet\"]\n")),
        Err(ProfileError::Twice("bet".into()))
    );
    assert_eq!(Profile::parse(&profile("x", "").replace("= 1", "= 2")), Err(ProfileError::Newer(2)));
}

#[test]
fn every_family_has_its_question_and_its_scale_in_both_languages() {
    for words in Lang::ALL.map(Words::new) {
        for family in atalaya_model::family::FAMILIES {
            for group in ["question", "question-scale"] {
                assert!(words.has(&format!("{group}-{}", family.name)), "{group}-{}", family.name);
            }
        }
    }
}

#[test]
fn questionnaires_are_documents_with_room_for_the_answers() {
    let (handed, words) = by(&shipped(DEFAULT), Lang::Es);
    let (_, first) = handed.questionnaires.iter().find(|(round, _)| round == "VAR1").unwrap();
    Labels::of(first, &words).unwrap();
    let table = first.tables()[0];
    assert_eq!(table.rows.len(), 24);
    assert_eq!(table.columns[0].header, "Código");
    assert!(first.title.ends_with("ronda 1"));
    let bytes = atalaya_report::docx::docx(first, &words).unwrap();
    assert!(bytes.len() > 5_000);
}

#[test]
fn no_code_stands_for_a_word_and_no_caption_for_two_pictures_of_a_series() {
    let (handed, words) = by(&shipped(DEFAULT), Lang::Es);
    let labels = Labels::of(&handed.document, &words).unwrap();
    let facts = handed.document.traces.iter().flat_map(|trace| &trace.facts);
    let said: Vec<String> = facts.map(|fact| labels.plain(&fact.value)).collect();
    assert!(said.iter().any(|text| text.starts_with("importancia, ronda ")));
    assert_eq!(said.iter().find(|text| text.contains("/*")), None);
    let figures = handed.document.figures();
    let mut series: Vec<String> =
        figures.iter().filter(|f| f.id.contains("series")).map(|f| labels.plain(&f.caption)).collect();
    let count = series.len();
    series.sort();
    series.dedup();
    assert_eq!(series.len(), count);
    // A description says more than the caption.
    assert!(figures.iter().all(|figure| figure.alt.len() > labels.plain(&figure.caption).len()));
}
