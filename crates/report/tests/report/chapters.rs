//! The chapters of studies that have less, or contradict themselves.

use std::collections::BTreeSet;

use atalaya_analysis::point;
use atalaya_model::{
    Answer, Id, Lang, Question, Study, Text, Value,
    records::{Hypothesis, Policy, Round, Stake},
};
use atalaya_report::doc::{Block, Cell, Document, NoteKind};

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

/// The example with a game of its first four actors, three hypotheses, colours on five variables and two policies.
fn with_toolbox(experts: usize) -> Study {
    let mut study = open("mipymes-peru-2030");
    let id = |text: &str| Id::parse(text).unwrap();
    let text = |text: &str| Text { es: text.to_owned(), en: text.to_owned() };
    for n in 1..=3 {
        let (id, name) = (id(&format!("H{n}")), text("Ocurre algo"));
        study.hypotheses.push(Hypothesis { id, name, ..Hypothesis::default() });
    }
    for n in 1..=2 {
        let stake = Stake { id: id(&format!("O{n}")), name: text("Objetivo"), ..Stake::default() };
        study.stakes.push(stake);
        let policy = Policy { id: id(&format!("P{n}")), name: text("Política"), ..Policy::default() };
        study.policies.push(policy);
    }
    study.rounds.push(Round { id: id("TB1"), ..Round::default() });
    let actors: Vec<String> = study.actors.iter().take(4).map(|a| a.id.to_string()).collect();
    let actions: Vec<String> = study.actions.iter().take(5).map(|a| a.id.to_string()).collect();
    let criteria: Vec<String> = study.criteria.iter().map(|c| c.id.to_string()).collect();
    let variables: Vec<String> = study.variables.iter().take(5).map(|v| v.id.to_string()).collect();
    let codes: Vec<Id> = study.experts.iter().take(experts).map(|e| e.id.clone()).collect();
    for (seat, expert) in codes.iter().enumerate() {
        let mut say = |question: String, value: Value| {
            study.answers.push(Answer {
                expert: expert.clone(),
                round: Id::parse("TB1").unwrap(),
                question: Question::parse(&question).unwrap(),
                value,
                confidence: None,
                argument: String::new(),
                lang: String::new(),
                at: String::new(),
            });
        };
        let step = |n: usize, of: usize| Value::Number(((seat + 3 * n) % of) as f64);
        for (i, a) in actors.iter().enumerate() {
            for (j, b) in actors.iter().enumerate().filter(|(j, _)| *j != i) {
                say(format!("power/{a}/{b}"), step(i + 2 * j, 5));
            }
            say(format!("position/{a}/O1"), Value::Number(if i < 2 { 3.0 } else { -2.0 }));
            say(format!("position/{a}/O2"), Value::Number(1.0 + (seat % 2) as f64));
        }
        for i in 1..=3_usize {
            say(format!("probability/H{i}"), Value::Number(0.3 + 0.1 * i as f64));
            for j in (1..=3).filter(|j| *j != i) {
                say(format!("probability-given/H{i}/H{j}"), Value::Number(0.5 + 0.02 * (seat % 5) as f64));
                say(format!("probability-given-not/H{i}/H{j}"), Value::Number(0.4));
            }
        }
        for (n, v) in variables.iter().enumerate() {
            let vote = match (seat + n) % 6 {
                0 => Value::Blank,
                other => Value::Number(other as f64),
            };
            say(format!("colour/{v}"), vote);
        }
        for (n, c) in criteria.iter().enumerate() {
            for (m, x) in actions.iter().enumerate() {
                say(format!("score/{x}/{c}"), Value::Number(1.0 + ((seat + n * m) % 5) as f64));
            }
            say(format!("weight/P1/{c}"), Value::Number(1.0 + n as f64));
            say(format!("weight/P2/{c}"), Value::Number(9.0 - n as f64));
        }
    }
    study.normalise();
    study
}

#[test]
fn the_toolbox_has_its_sections() {
    for experts in [1, 3, 9] {
        let found = ids(&printed(&with_toolbox(experts)));
        for id in [
            "mactor-actors",
            "mactor-objectives",
            "smic-events",
            "smic-scenarios",
            "abacus-table-1",
            "multipol",
        ] {
            assert!(found.iter().any(|own| own == id), "{id} with {experts} experts");
        }
        for id in ["mactor-plane", "mactor-map", "smic-scenarios", "multipol-plane", "influence-graph"] {
            assert!(found.iter().any(|own| *own == format!("figure-{id}")), "{id} with {experts} experts");
        }
        // Nobody's row of votes is shown of a panel that is too small.
        assert_eq!(found.iter().any(|own| own == "figure-abacus-1"), experts >= 5);
    }
}
