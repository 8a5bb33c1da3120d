//! The chapters of studies that have less, or contradict themselves.

use std::collections::BTreeSet;

use atalaya_analysis::point;
use atalaya_model::{Lang, Question, Study, choice::Locale};
use atalaya_report::{
    chapters,
    doc::{Block, Cell, Document, NoteKind},
    resolve::Labels,
    tables,
};
use atalaya_words::{School, Words};

use crate::example::{document, open, page};

fn anchors(document: &Document) -> Vec<String> {
    let chapter = |block: &Block| match block {
        Block::Heading(heading) if heading.level == 1 => Some(heading.anchor.clone()),
        _ => None,
    };
    document.blocks.iter().filter_map(chapter).collect()
}

fn ids(document: &Document) -> Vec<String> {
    let tables = document.tables().into_iter().map(|table| table.id.clone());
    tables.chain(document.figures().into_iter().map(|figure| figure.id.clone())).collect()
}

/// The document in one language, after both could be printed with every sentence.
fn printed(study: &Study) -> Document {
    let findings = point(study);
    let documents = Lang::ALL.map(|lang| {
        let (document, words) = document(lang, study, &findings);
        page(&document, &words);
        document
    });
    let [first, second] = &documents;
    assert_eq!(ids(first), ids(second));
    assert_eq!(anchors(first), anchors(second));
    let [first, _] = documents;
    first
}

/// What a cell prints.
fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Text(rich) => rich.plain(),
        Cell::Number { text, .. } => text.clone(),
        Cell::Marked(_, cell) => plain(cell),
        Cell::Empty => String::new(),
    }
}

/// Only the answers of the first experts.
fn cut(study: &mut Study, experts: usize) {
    let all: BTreeSet<String> = study.answers.iter().map(|answer| answer.expert.to_string()).collect();
    let kept: BTreeSet<String> = all.into_iter().take(experts).collect();
    study.answers.retain(|answer| kept.contains(answer.expert.as_str()));
}

#[test]
fn chapters_come_in_the_order_of_handing_in() {
    let found = anchors(&printed(&open("mipymes-peru-2030")));
    let order = [
        "variables",
        "structural-analysis",
        "diagnosis",
        "actors",
        "scenarios",
        "bet",
        "strategy",
        "opportunities",
        "roadmap-chapter",
        "watch-chapter",
        "references",
    ];
    let own: Vec<&str> = found.iter().map(String::as_str).filter(|a| order.contains(a)).collect();
    assert_eq!(own, order);
}

#[test]
fn panels_of_every_size_have_their_words() {
    let whole = open("mipymes-peru-2030");
    for experts in [0, 1, 3, 6, 9] {
        let mut study = whole.clone();
        cut(&mut study, experts);
        let document = printed(&study);
        let igo = document.tables().into_iter().find(|table| table.id == "igo-table");
        assert_eq!(igo.is_some(), experts > 0, "{experts}");
        let placed = document.tables().into_iter().any(|table| table.id == "opportunity-table");
        assert_eq!(placed, experts > 0, "{experts}");
    }
}

#[test]
fn contradictions_of_the_calendar_are_said() {
    let mut study = open("mipymes-peru-2030");
    let cares = |document: &Document| {
        let care = |b: &&Block| matches!(b, Block::Note(note) if note.kind == NoteKind::Care);
        document.blocks.iter().filter(care).count()
    };
    let before = cares(&printed(&study));
    // A04 must come before A03, which begins in 2020.
    let late = study.actions.iter_mut().find(|action| action.id == "A04").unwrap();
    late.from = Some(2025);
    let loose = study.actions.iter_mut().find(|action| action.id == "A16").unwrap();
    loose.from = None;
    loose.objectives = Default::default();
    let document = printed(&study);
    // The calendar, and the decision about the actions, which rested on other findings.
    assert!(cares(&document) > before);
    let tables = document.tables();
    let chain = tables.iter().find(|table| table.id == "chain-table").unwrap();
    let last = chain.rows.last().unwrap();
    assert_eq!(last.cells.get(1), Some(&Cell::from("A16")));
}

#[test]
fn a_chain_without_objectives_or_with_one_that_nobody_serves_is_not_whole() {
    let mut study = open("mipymes-peru-2030");
    // Nothing else is missing: no indicator is incomplete, every responsible is an actor, no variable waits.
    study.actions.truncate(1);
    study.indicators.clear();
    study.axes.clear();
    study.answers.clear();
    study.decisions.clear();
    let own = study.actions[0].objectives.first().cloned().unwrap();
    study.objectives.retain(|aim| aim.id == own);
    study.actions[0].responsible = Default::default();
    let missing = |study: &Study| -> Vec<String> {
        let document = printed(study);
        let chain = document.tables().into_iter().find(|table| table.id == "chain-table").unwrap();
        chain.rows.iter().map(|row| plain(row.cells.last().unwrap())).collect()
    };
    let words = Words::new(Lang::ALL[0]);
    let [objective, action] = ["chain-lacks-objective", "chain-lacks-any-action"].map(|key| words.t(key));
    let told = missing(&study);
    assert!(told.iter().all(|row| !row.contains(&objective) && !row.contains(&action)), "{told:?}");
    let mut idle = study.clone();
    idle.actions[0].objectives = Default::default();
    let told = missing(&idle);
    assert!(told[0].contains(&action) && told[1] == objective, "{told:?}");
    study.objectives.clear();
    assert_eq!(missing(&study), [objective]);
    let whole = words.with("chain-text", &[("count", 0usize.into())]);
    let (document, words) = document(Lang::ALL[0], &study, &point(&study));
    assert!(!page(&document, &words).contains(&whole));
}

#[test]
fn a_strategy_without_aims_readings_or_thresholds_is_printed() {
    let mut study = open("mipymes-peru-2030");
    study.objectives.clear();
    study.milestones.clear();
    study.thresholds.clear();
    study.readings.clear();
    study.observations.clear();
    let document = printed(&study);
    assert!(!ids(&document).contains(&"watch-readings".to_owned()));
    study.actions.clear();
    study.indicators.clear();
    study.opportunities.clear();
    study.decisions.clear();
    let found = anchors(&printed(&study));
    assert!(!found.contains(&"strategy".to_owned()) && !found.contains(&"opportunities".to_owned()));
    // The early signs of the scenarios are still watched.
    assert!(found.contains(&"watch-chapter".to_owned()));
}

#[test]
fn the_toolbox_has_its_sections() {
    let whole = open("mipymes-peru-2030");
    for experts in [1, 3, 9] {
        let mut study = whole.clone();
        cut(&mut study, experts);
        let found = ids(&printed(&study));
        for id in [
            "mactor-actors",
            "mactor-objectives",
            "mactor-pairs",
            "smic-events",
            "smic-scenarios",
            "abacus-table-1",
            "multipol-weights",
            "multipol",
            "multipol-scenarios",
        ] {
            assert!(found.iter().any(|own| own == id), "{id} with {experts} experts");
        }
        for id in ["mactor-plane", "mactor-positions", "smic-scenarios", "multipol-plane", "influence-graph"]
        {
            assert!(found.iter().any(|own| *own == format!("figure-{id}")), "{id} with {experts} experts");
        }
        // Nobody's row of votes is shown of a panel that is too small.
        assert_eq!(found.iter().any(|own| own == "figure-abacus-1"), experts >= 5);
    }
}

#[test]
fn the_balances_have_their_section_where_states_were_judged() {
    let mut study = open("mipymes-peru-2030");
    let found = ids(&printed(&study));
    let own = ["balances", "balances-states", "balances-own"].map(str::to_owned);
    let drawn = ["tableau", "plane", "impact"].map(|name| format!("figure-balances-{name}"));
    for id in own.iter().chain(&drawn) {
        assert!(found.contains(id), "{id}");
    }
    study.answers.retain(|answer| answer.question.family.name != "impact");
    let found = ids(&printed(&study));
    assert!(own.iter().chain(&drawn).all(|id| !found.contains(id)));
}

#[test]
fn an_abacus_stands_in_the_chapter_on_its_items() {
    let place = |study: &Study| {
        let found = ids(&printed(study));
        let at = |id: &str| found.iter().position(|own| own == id);
        (at("abacus-table-1"), at("multipol"))
    };
    let mut study = open("mipymes-peru-2030");
    let (actions, policies) = place(&study);
    assert!(actions.is_some() && actions < policies);
    for answer in study.answers.iter_mut().filter(|answer| answer.question.family.name == "colour") {
        answer.question = Question::parse(&answer.question.to_string().replace("/A", "/V")).unwrap();
    }
    study.normalise();
    let (variables, _) = place(&study);
    assert!(variables < actions);
}

#[test]
fn corners_without_a_conditional_are_printed_as_an_assumption_with_their_range() {
    let mut study = open("mipymes-peru-2030");
    study.answers.retain(|answer| !answer.question.family.name.starts_with("probability-given"));
    let findings = point(&study);
    for (lang, title, lead) in [
        (Lang::Es, "si los ejes fueran independientes", "Si los dos ejes fueran independientes"),
        (Lang::En, "if the axes were independent", "If the two axes were independent"),
    ] {
        let (document, words) = document(lang, &study, &findings);
        let tables = document.tables();
        let table = tables.iter().find(|table| table.id == "probabilities-corners").unwrap();
        assert!(table.caption.plain().contains(title), "{}", table.caption.plain());
        assert!(page(&document, &words).contains(lead));
    }
}

#[test]
fn documents_are_written_as_the_country_of_the_study_writes() {
    let study = open("mipymes-peru-2030");
    let findings = point(&study);
    let words = Words::spoken(Lang::Es, Some(Locale::Ar), &School::default());
    let document = chapters::document(&study, &findings, &words);
    assert!(page(&document, &words).contains("<html lang=\"es-AR\""));
    let labels = Labels::of(&document, &words).unwrap();
    let all = document.tables();
    let table = all.iter().find(|table| table.id == "probabilities-corners").unwrap();
    // A number of a file has a point; what is printed has the mark of the country.
    assert!(tables::csv(table, &labels, &words).contains(",0.2113,"));
    let numbers = all.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
    let printed: Vec<&str> = numbers
        .filter_map(|cell| match cell {
            Cell::Number { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert!(printed.iter().any(|text| text.contains(',')));
    assert!(printed.iter().all(|text| !text.contains('.')), "{printed:?}");
}

#[test]
fn answers_of_fewer_people_than_a_group_are_printed_nowhere_one_by_one() {
    let mut study = open("mipymes-peru-2030");
    cut(&mut study, 3);
    let words = Words::new(Lang::Es);
    let findings = point(&study);
    let document = chapters::document(&study, &findings, &words);
    let listed = |document: &Document, wanted: &str| -> Vec<String> {
        let tables = document.tables().into_iter().filter(|table| table.id.starts_with(wanted));
        let rows = tables.flat_map(|table| {
            let at = table.columns.iter().position(|column| column.header == "Mediana").unwrap();
            table.rows.iter().filter_map(move |row| row.cells.get(at))
        });
        rows.map(plain).collect()
    };
    let medians = listed(&document, "items-");
    assert!(medians.len() > 50 && medians.iter().all(|cell| cell == "oculto: menos de 5"), "{medians:?}");
    // Nor counted by colour, of which three people's votes could be read.
    let tables = document.tables();
    let abacus = tables.iter().find(|table| table.id == "abacus-table-1").unwrap();
    assert!(abacus.rows.len() == 8 && abacus.rows.iter().all(|row| row.cells.len() == 2));
    assert!(abacus.rows.iter().all(|row| plain(&row.cells[1]) == "oculto: menos de 5"));
    assert!(!page(&document, &words).contains("Lo más favorecido en el voto de color"));
    // The same study for people who have published their answers.
    study.frame.privacy.min_group = Some(1);
    let open = chapters::document(&study, &point(&study), &words);
    assert!(listed(&open, "items-").iter().any(|cell| cell.contains(", ")));
}

#[test]
fn a_variable_whose_median_too_few_carry_says_so_in_the_table_and_below_the_plane() {
    let mut study = open("mipymes-peru-2030");
    let few = ["E01", "E02", "E03"];
    study.answers.retain(|answer| {
        let rates = matches!(answer.question.family.name, "importance" | "uncertainty");
        let (about, by) = (answer.question.a.as_str(), answer.expert.as_str());
        !rates || (about != "V02" && about != "V03") || (about == "V02" && few.contains(&by))
    });
    let findings = point(&study);
    for (lang, cell, below) in [
        (Lang::Es, "oculto: menos de 5", "una variable sin ubicar, con menos de 5 respuestas"),
        (Lang::En, "hidden: fewer than 5", "one variable left out, with fewer than 5 answers"),
    ] {
        let (document, _) = document(lang, &study, &findings);
        let tables = document.tables();
        let table = tables.iter().find(|table| table.id == "variable-classes").unwrap();
        let row = |code: &str| -> Vec<String> {
            let mut rows = table.rows.iter();
            let own = rows.find(|row| plain(&row.cells[0]).starts_with(code)).unwrap();
            own.cells[1..3].iter().map(plain).collect()
        };
        assert_eq!(row("V02"), [cell, cell]);
        // Of what nobody answered nothing is hidden.
        assert_eq!(row("V03"), ["", ""]);
        assert!(row("V01").iter().all(|cell| cell.parse::<f64>().is_ok()), "{:?}", row("V01"));
        let figures = document.figures();
        let plane = figures.iter().find(|figure| figure.id == "figure-critical-plane").unwrap();
        let text = plane.svg().replace('\u{a0}', " ");
        assert!(text.contains(below), "{text}");
    }
}

#[test]
fn a_study_without_scenarios_or_without_a_bet_says_what_comes_next() {
    let whole = open("mipymes-peru-2030");
    let said = |study: &Study| -> [String; 2] {
        let findings = point(study);
        Lang::ALL.map(|lang| {
            let (document, words) = document(lang, study, &findings);
            let lines = document.decision.iter().filter_map(|block| match block {
                Block::Facts(facts) => Some(facts),
                _ => None,
            });
            let labels = Labels::of(&document, &words).unwrap();
            lines.flatten().map(|fact| labels.plain(&fact.value)).collect::<Vec<_>>().join(" ")
        })
    };
    let next = |study: &Study, lang: usize| said(study)[lang].contains(["Siguiente paso", "Next step"][lang]);
    assert!(!next(&whole, 0) && !next(&whole, 1));
    let mut study = whole.clone();
    study.decisions.clear();
    study.answers.retain(|a| {
        !["plausibility", "desirability", "feasibility", "vote"].contains(&a.question.family.name)
    });
    assert!(
        said(&study)[0].contains("que el panel juzgue")
            && said(&study)[1].contains("to have the panel judge")
    );
    study.scenarios.clear();
    assert!(said(&study)[0].contains("escribir un escenario") && next(&study, 1));
    study.axes.clear();
    assert!(said(&study)[0].contains("elegir los dos ejes"));
    study.variables.clear();
    assert!(said(&study)[0].contains("acordar la lista de variables"));
}

#[test]
fn what_was_not_asked_has_no_column_and_is_named() {
    let mut study = open("mipymes-peru-2030");
    let table = |study: &Study| {
        let words = Words::new(Lang::Es);
        let document = chapters::document(study, &point(study), &words);
        let labels = Labels::of(&document, &words).unwrap();
        let table =
            document.tables().into_iter().find(|table| table.id == "variable-classes").unwrap().clone();
        let heads: Vec<String> = table.columns.iter().map(|column| column.header.clone()).collect();
        (heads, labels.plain(table.note.as_ref().unwrap()))
    };
    let (heads, note) = table(&study);
    assert!(heads.contains(&"Importancia".to_owned()) && !note.contains("No se preguntó"), "{note}");
    study.answers.retain(|answer| answer.question.family.name != "importance");
    let (heads, note) = table(&study);
    assert!(
        !heads.contains(&"Importancia".to_owned()) && !heads.contains(&"Incertidumbre crítica".to_owned())
    );
    assert!(note.contains("No se preguntó por la importancia") && !note.contains('–'), "{note}");
}

#[test]
fn a_panel_that_answered_after_the_cut_off_is_said_to_have() {
    let study = open("mipymes-peru-2030");
    let said = |study: &Study| {
        let words = Words::new(Lang::Es);
        crate::example::page(&chapters::document(study, &point(study), &words), &words)
    };
    let before = said(&study);
    assert!(
        before.contains("ahí cierran el panel y el análisis") && !before.contains("Sí entran las respuestas")
    );
    let mut study = study.clone();
    study.frame.cutoff = "2018-05-31".to_owned();
    let after = said(&study);
    assert!(!after.contains("ahí cierran el panel y el análisis"));
    assert!(after.contains("Sí entran las respuestas que el panel dio después, en 2 rondas"));
}
