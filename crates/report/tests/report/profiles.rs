//! Profiles: what each kind of reader is handed.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use atalaya_analysis::analyse;
use atalaya_analysis::findings::Findings;
use atalaya_methods::control::Control;
use atalaya_model::{Lang, Study};
use atalaya_report::chapters::{Handed, handed};
use atalaya_report::doc::{Block, Cell, Document, Front, Heading, Note, NoteKind};
use atalaya_report::profile::{DEFAULT, Profile, ProfileError, SHIPPED};
use atalaya_report::resolve::{DocumentError, Labels};
use atalaya_report::rich::{Inline, Rich};
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

/// Every piece of running text, but for the entries of the references.
fn texts(document: &Document) -> Vec<&Rich> {
    fn cell<'a>(own: &'a Cell, out: &mut Vec<&'a Rich>) {
        match own {
            Cell::Text(rich) => out.push(rich),
            Cell::Marked(_, inner) => cell(inner, out),
            Cell::Number { .. } | Cell::Empty => {}
        }
    }
    fn down<'a>(blocks: &'a [Block], out: &mut Vec<&'a Rich>) {
        for block in blocks {
            match block {
                Block::Lead(rich) | Block::Paragraph(rich) => out.push(rich),
                Block::List { items, .. } => out.extend(items),
                Block::Facts(facts) => out.extend(facts.iter().map(|fact| &fact.value)),
                Block::Table(table) => {
                    out.push(&table.caption);
                    out.extend(table.note.iter().chain(&table.source));
                    table.rows.iter().flat_map(|row| &row.cells).for_each(|own| cell(own, out));
                }
                Block::Figure(figure) => {
                    out.push(&figure.caption);
                    out.extend(figure.note.iter().chain(&figure.source));
                }
                Block::Note(note) => down(&note.body, out),
                Block::Card(card) => down(&card.body, out),
                _ => {}
            }
        }
    }
    let mut out: Vec<&Rich> = document.cover.notice.iter().collect();
    out.extend(document.cover.facts.iter().map(|fact| &fact.value));
    down(&document.decision, &mut out);
    down(&document.blocks, &mut out);
    if document.blocks.iter().any(|block| matches!(block, Block::Traces)) {
        out.extend(document.traces.iter().flat_map(|trace| &trace.facts).map(|fact| &fact.value));
    }
    out
}

/// The pieces of a text, those inside others too.
fn pieces(rich: &Rich) -> Vec<&Inline> {
    let own = rich.0.iter().flat_map(|inline| match inline {
        Inline::About { text, .. } => [vec![inline], pieces(text)].concat(),
        inline => vec![inline],
    });
    own.collect()
}

/// The anchors of the works listed.
fn works(document: &Document) -> Vec<(String, String)> {
    let lists = document.blocks.iter().filter_map(|block| match block {
        Block::References(works) => Some(works),
        _ => None,
    });
    lists.flatten().map(|work| (work.anchor.clone(), work.entry.plain())).collect()
}

fn every_document(check: &mut dyn FnMut(&str, &Handed, &Words)) {
    for (name, text) in SHIPPED {
        for lang in Lang::ALL {
            let (handed, words) = by(&Profile::parse(text).unwrap(), lang);
            check(&format!("{name} {}", lang.code()), &handed, &words);
        }
    }
}

#[test]
fn no_document_speaks_of_what_it_does_not_hold() {
    let mut spoken = BTreeSet::new();
    every_document(&mut |name, handed, words| {
        let labels = Labels::of(&handed.document, words).unwrap_or_else(|error| panic!("{name}: {error}"));
        for text in texts(&handed.document) {
            for piece in pieces(text) {
                let Inline::About { parts, text } = piece else { continue };
                assert!(parts.iter().any(|part| labels.get(part).is_some()), "{name}: {}", text.plain());
                spoken.insert((name.to_owned(), text.plain()));
            }
        }
        assert_eq!(handed.unknown, Vec::<String>::new(), "{name}");
    });
    // A document that holds less says less.
    let of = |name: &str| spoken.iter().filter(|(own, _)| own == name).count();
    assert!(of("articulo es") > 10 && of("prospectivo es") > of("ceplan-2016 es"), "{spoken:?}");
    // One that speaks of what it lacks is no document.
    let (mut handed, words) = by(&shipped("decisor"), Lang::Es);
    handed.document.decision.push(Block::Paragraph(Inline::about(["plan-b", "board"], "x").into()));
    let error = Labels::of(&handed.document, &words).unwrap_err();
    assert_eq!(error, DocumentError::SpeaksOfAbsent("plan-b, board".into()));
}

#[test]
fn an_article_is_silent_on_actors_monitoring_and_plans_and_its_figures_agree() {
    for (lang, absent, hits) in [
        (Lang::Es, ["MACTOR", "plan B", "seguimiento", "cada ficha", "Seguir"], "57 indicios hasta el corte"),
        (
            Lang::En,
            ["MACTOR", "plan B", "monitoring", "each diagnosis", "Watch"],
            "57 hits up to the cut-off",
        ),
    ] {
        let (handed, words) = by(&shipped("articulo"), lang);
        let labels = Labels::of(&handed.document, &words).unwrap();
        let said: Vec<String> = texts(&handed.document).into_iter().map(|text| labels.plain(text)).collect();
        for word in absent {
            assert_eq!(said.iter().find(|text| text.contains(word)), None, "{word}");
        }
        assert!(said.iter().any(|text| text.contains(hits)));
    }
    // The sheet of the ministry's document counts no opportunities, which it leaves out; the whole report does.
    let counts = |name: &str, word: &str| {
        let (handed, words) = by(&shipped(name), Lang::Es);
        let labels = Labels::of(&handed.document, &words).unwrap();
        texts(&handed.document).into_iter().any(|text| labels.plain(text).contains(word))
    };
    assert!(counts("prospectivo", "oportunidades: 10") && !counts("ceplan-2016", "oportunidades: 10"));
    assert!(counts("ceplan-2016", "acciones: 16"));
}

#[test]
fn what_is_listed_is_cited_and_what_is_cited_is_listed() {
    let known: Vec<(String, String)> = works(&by(&shipped(DEFAULT), Lang::Es).0.document);
    every_document(&mut |name, handed, words| {
        if !name.starts_with("articulo") && !name.starts_with("tesis") {
            return;
        }
        let document = &handed.document;
        let listed = works(document);
        let labels = Labels::of(document, words).unwrap();
        let all = texts(document);
        let said: Vec<String> = all.iter().map(|text| labels.plain(text)).collect();
        let linked: BTreeSet<&str> = all
            .iter()
            .flat_map(|text| pieces(text))
            .filter_map(|piece| match piece {
                Inline::Ref(anchor) | Inline::RefAs(anchor, _) => Some(anchor.as_str()),
                _ => None,
            })
            .collect();
        // By author and year, in one sentence; the year ends the id of a method's work.
        let named = |anchor: &str, entry: &str| {
            let author = entry.split([',', ' ']).next().unwrap_or_default();
            let year = anchor.rsplit('-').next().unwrap_or_default();
            let near = |text: &str, at: usize| {
                text[at..].chars().take(50 + author.len()).collect::<String>().contains(year)
            };
            said.iter().any(|text| text.match_indices(author).any(|(at, _)| near(text, at)))
        };
        for (anchor, entry) in &listed {
            assert!(
                linked.contains(anchor.as_str()) || named(anchor, entry),
                "{name}: {anchor} is not cited"
            );
        }
        assert!(listed.len() >= 5, "{name}: {listed:?}");
        for (anchor, entry) in &known {
            let is_listed = listed.iter().any(|(own, _)| own == anchor);
            assert!(is_listed || !linked.contains(anchor.as_str()), "{name}: {anchor} is not listed");
            if anchor.starts_with("method-") {
                assert!(is_listed || !named(anchor, entry), "{name}: {anchor} is not listed");
            }
        }
        // One list, in its order.
        let lists = document.blocks.iter().filter(|block| matches!(block, Block::References(_)));
        assert_eq!(lists.count(), 1, "{name}");
    });
}

#[test]
fn no_heading_repeats_that_of_its_chapter() {
    let bare = |heading: &Heading| {
        let articles = ["el", "la", "los", "las", "the", "a", "an"];
        let text = heading.text.to_lowercase().replace("del ", "de ");
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !articles.contains(word));
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    every_document(&mut |name, handed, _| {
        let mut above: Vec<&Heading> = Vec::new();
        for block in &handed.document.blocks {
            let Block::Heading(heading) = block else { continue };
            above.truncate(usize::from(heading.level) - 1);
            if let Some(parent) = above.last() {
                assert_ne!(bare(parent), bare(heading), "{name}: {}", heading.text);
            }
            above.push(heading);
        }
    });
    // The guide's name of a stage is that of the chapter, which stands once.
    let (handed, _) = by(&shipped("ceplan-2016"), Lang::Es);
    let named =
        |block: &&Block| matches!(block, Block::Heading(heading) if heading.text.contains("iagnóstico de "));
    assert_eq!(handed.document.blocks.iter().filter(named).count(), 1);
}

#[test]
fn an_article_tells_its_method_and_what_each_section_finds() {
    for lang in Lang::ALL {
        let (handed, words) = by(&shipped("articulo"), lang);
        let document = &handed.document;
        let labels = Labels::of(document, &words).unwrap();
        let at = |anchor: &str| {
            let is = |block: &Block| matches!(block, Block::Heading(heading) if heading.anchor == anchor);
            document.blocks.iter().position(is).unwrap()
        };
        let method: Vec<String> = document.blocks[at("methods-in-short")..at("panel")]
            .iter()
            .filter_map(|block| match block {
                Block::Paragraph(rich) => Some(labels.plain(rich)),
                _ => None,
            })
            .collect();
        let method = method.join(" ");
        for said in
            ["MICMAC", "1973", "Schwartz 1991", "Godet 2000", "Efron 1979", "IGO", "; P, ", "50", " 20 "]
        {
            assert!(method.contains(said), "{said}: {method}");
        }
        let results = &document.blocks[at("results") + 1..at("conclusions")];
        let sections = results.iter().enumerate().filter(|(_, block)| matches!(block, Block::Heading(_)));
        let mut count = 0;
        for (index, section) in sections {
            count += 1;
            let first = &results[index + 1];
            assert!(matches!(first, Block::Lead(_) | Block::Paragraph(_)), "{section:?}");
        }
        assert_eq!(count, 12);
        assert!(document.tables().iter().all(|table| table.id != "evidence-table"));
        // The abstract concludes in words of its own.
        let said: Vec<String> = texts(document).into_iter().map(|text| labels.plain(text)).collect();
        let label = if lang == Lang::Es { "Conclusiones. " } else { "Conclusions. " };
        let concluded = said.iter().find_map(|text| text.strip_prefix(label)).unwrap();
        assert!(said.iter().all(|text| text.trim() != concluded.trim()));
    }
}

#[test]
fn a_thesis_marks_what_its_author_must_write_and_forgets_it_once_written() {
    for lang in Lang::ALL {
        let (handed, _) = by(&shipped("tesis"), lang);
        let document = &handed.document;
        assert_eq!(handed.to_write.len(), 11, "{:?}", handed.to_write);
        let notes = document.blocks.iter().filter(|block| {
            matches!(block, Block::Note(note) if note.kind == NoteKind::Gap && handed.to_write.len() > 4
                && (note.title == "Por escribir" || note.title == "To be written"))
        });
        let fields = document.cover.facts.iter().filter(|fact| fact.value.plain().starts_with('['));
        assert_eq!((notes.count(), fields.count()), (7, 4));
        assert_eq!(document.authors, ["Proyecto Atalaya"]);
    }
    let (handed, _) = by(&shipped("tesis"), Lang::Es);
    let chapters = headings(&handed.document, 1);
    let wanted = [
        "Planteamiento del problema",
        "Marco teórico",
        "Hipótesis",
        "Metodología",
        "Discusión",
        "Conclusiones",
        "Recomendaciones",
        "Referencias",
    ];
    let places: Vec<usize> = wanted.iter().map(|w| chapters.iter().position(|c| c == w).unwrap()).collect();
    assert!(places.is_sorted(), "{chapters:?}");
    for section in ["Objetivos", "Justificación", "Antecedentes", "Bases teóricas"] {
        assert!(headings(&handed.document, 2).iter().any(|own| own == section), "{section}");
    }
    let text = SHIPPED.iter().find(|(own, _)| *own == "tesis").unwrap().1;
    let written = text
        .replace("[field.name]\nes = \"Asesor\"", "value.es = \"Dra. Ruiz\"\n[field.name]\nes = \"Asesor\"")
        .replace("anchor = \"antecedents\"", "anchor = \"antecedents\"\ntext.es = \"Antes hubo dos.\"");
    let (handed, _) = by(&Profile::parse(&written).unwrap(), Lang::Es);
    assert_eq!(handed.to_write.len(), 9, "{:?}", handed.to_write);
    let said: Vec<String> = texts(&handed.document).into_iter().map(Rich::plain).collect();
    assert!(said.iter().any(|text| text == "Dra. Ruiz") && said.iter().any(|text| text == "Antes hubo dos."));
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
    const TABLES: [&str; 32] = [
        "gate-log",
        "bet-steps",
        "bet-distance",
        "early-signs",
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
    const FIGURES: [&str; 14] = [
        "figure-consensus-variables-importance",
        "figure-concept-tree",
        "figure-evidence-plane",
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
    // What is no table: the cards, the record of the bet.
    let cards = document.blocks.iter().filter(|block| matches!(block, Block::Card(_))).count();
    assert!(cards > 40, "{cards} cards");
    assert!(headings(document, 2).iter().any(|heading| heading.contains("Acta de la apuesta")));
}

#[test]
fn ceplan_has_its_stages_and_its_warning() {
    let (handed, _) = by(&shipped("ceplan-2016"), Lang::Es);
    let chapters = headings(&handed.document, 1);
    let stages = [
        "Etapa preparatoria",
        "Diseño del modelo conceptual",
        "Identificación y análisis de tendencias",
        "Identificación de variables estratégicas",
        "Diagnóstico de variables estratégicas",
        "Construcción de escenarios",
    ];
    let places: Vec<usize> = stages.iter().map(|s| chapters.iter().position(|c| c == s).unwrap()).collect();
    assert!(places.is_sorted());
    let warned = |block: &Block| match block {
        Block::Note(Note { kind: NoteKind::Plain, title, body })
            if title.starts_with("Para quien entrega") =>
        {
            matches!(body.first(), Some(Block::Paragraph(rich)) if rich.plain().contains("guía vigente"))
        }
        _ => false,
    };
    assert!(handed.document.blocks.iter().any(warned));
    // What the first stage promises is there, and every stage has its number.
    let labels = Labels::of(&handed.document, &Words::new(Lang::Es)).unwrap();
    for part in ["team", "timetable", "panel", "consultations-section", "rules-section"] {
        assert!(labels.number(part).starts_with("1."), "{part}");
    }
    assert_eq!(labels.number("timetable-table"), "2");
    let (english, _) = by(&shipped("ceplan-2016"), Lang::En);
    assert_eq!(english.document.cover.kicker, "Foresight document · Foresight analysis phase");
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
    let below = "[[part]]\ntake = [\"bet\"]\n[[part]]\nlevel = 3\ntake = [\"watch-chapter\"]\n";
    assert_eq!(Profile::parse(&profile("x", below)), Err(ProfileError::Level(2, 3)));
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
