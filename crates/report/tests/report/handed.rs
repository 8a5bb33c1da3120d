//! What a foresight study hands in: each table and figure is in the report, or the report says that it is not and why.

use std::collections::{BTreeMap, BTreeSet};

use atalaya_analysis::point;
use atalaya_model::{Lang, Study, choice::About};
use atalaya_report::doc::{Block, Document, Note, NoteKind};
use atalaya_report::profile::{DEFAULT, Profile, SHIPPED};
use atalaya_report::{chapters, resolve::Labels};
use atalaya_words::Words;

use crate::example::{open, page};

/// What is handed in, by the name of its message, and what shows it: tables, figures, headings; cards and figures by how
/// their anchors begin.
const HANDED: [(&str, &[&str]); 26] = [
    ("limits", &["limits"]),
    ("tree", &["figure-concept-tree"]),
    ("glossary", &["glossary"]),
    ("panel", &["panel-margins"]),
    ("response", &["consultations"]),
    ("consensus", &["figure-consensus-*"]),
    ("trends", &["figure-evidence-plane", "evidence-table"]),
    ("lineage", &["lineage-table"]),
    ("classes", &["variable-classes", "figure-critical-plane"]),
    ("matrix", &["figure-influence-matrix"]),
    ("plane", &["figure-influence-plane", "figure-rank-crossing"]),
    ("diagnosis", &["diagnosis-*"]),
    ("actors", &["actors-table"]),
    ("axes", &["axes-tests"]),
    ("scenario-plane", &["figure-scenario-plane"]),
    ("hypotheses", &["hypotheses"]),
    ("scenarios", &["scenario-*"]),
    ("conditions", &["five-conditions"]),
    ("bet", &["bet-act"]),
    ("chain", &["chain-table"]),
    ("igo", &["igo-table", "figure-igo-plane"]),
    ("robustness", &["robustness-table", "figure-robustness"]),
    ("backcast", &["backcast-table", "figure-backcast"]),
    ("roadmap", &["roadmap-table", "figure-roadmap"]),
    ("opportunities", &["opportunity-table", "figure-opportunity-plane"]),
    ("board", &["figure-warning-board"]),
];

/// What a study may lack, what goes with it at the least, and the message of which the reason is made: the kind of record
/// or the family that was taken away, or a sentence.
type Loss = (&'static [&'static str], &'static str, fn(&mut Study));

fn without(study: &mut Study, families: &[&str]) {
    study.answers.retain(|answer| !families.contains(&answer.question.family.name));
}

const LOSSES: [Loss; 28] = [
    (&["limits"], "kinds-limit", |s| s.limits.clear()),
    (&["tree"], "kinds-component", |s| s.components.clear()),
    (&["glossary"], "kinds-term", |s| s.terms.clear()),
    (&["panel"], "kinds-expert", |s| s.experts.clear()),
    (&["response", "consensus"], "kinds-consultation", |s| {
        s.consultations.clear();
        s.rounds.clear();
        s.answers.clear();
    }),
    (&["consensus"], "absent-second-round", |s| {
        let second: BTreeSet<_> =
            s.rounds.iter().filter(|r| r.number > Some(1)).map(|r| r.id.clone()).collect();
        s.answers.retain(|answer| !second.contains(&answer.round));
    }),
    (&["trends"], "kinds-evidence", |s| s.evidence.clear()),
    (&["lineage"], "kinds-idea", |s| s.ideas.clear()),
    (&["classes", "matrix", "plane", "diagnosis", "lineage"], "kinds-variable", |s| s.variables.clear()),
    (&["classes"], "family-importance", |s| without(s, &["importance"])),
    (&["classes"], "family-uncertainty", |s| without(s, &["uncertainty"])),
    (&["matrix", "plane"], "family-influence", |s| without(s, &["influence"])),
    (&["diagnosis"], "kinds-diagnosis", |s| {
        s.diagnoses.clear();
        s.answers.clear();
        s.decisions.clear();
    }),
    (&["actors"], "kinds-actor", |s| s.actors.clear()),
    (&["axes", "scenario-plane"], "kinds-axis", |s| s.axes.clear()),
    (&["hypotheses", "scenarios", "conditions"], "kinds-scenario", |s| s.scenarios.clear()),
    (&["hypotheses"], "absent-states", |s| {
        s.scenarios.iter_mut().for_each(|own| own.states = Default::default())
    }),
    (&["bet"], "absent-bet", |s| s.decisions.retain(|own| own.about != Some(About::Bet))),
    (&["bet"], "absent-bet", |s| {
        s.decisions.clear();
        without(s, &["plausibility", "desirability", "feasibility", "vote"]);
    }),
    (&["chain"], "kinds-objective", |s| {
        s.objectives.clear();
        s.actions.clear();
    }),
    (&["igo", "robustness", "roadmap"], "kinds-action", |s| s.actions.clear()),
    (&["igo"], "family-governability", |s| without(s, &["governability"])),
    (&["robustness"], "family-robust", |s| without(s, &["robust"])),
    (&["backcast"], "kinds-milestone", |s| s.milestones.clear()),
    (&["roadmap"], "absent-years", |s| s.actions.iter_mut().for_each(|own| own.from = None)),
    (&["opportunities"], "kinds-opportunity", |s| s.opportunities.clear()),
    (&["opportunities"], "family-score", |s| without(s, &["score"])),
    (&["board"], "kinds-indicator", |s| {
        s.indicators.clear();
        s.signs.clear();
    }),
];

fn holds(document: &Document, shown: &str) -> bool {
    let drawn = || document.figures().into_iter().map(|figure| figure.id.as_str());
    let anchors = document.blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some(heading.anchor.as_str()),
        _ => None,
    });
    let cards = document.blocks.iter().filter_map(|block| match block {
        Block::Card(card) => Some(card.anchor.as_str()),
        _ => None,
    });
    match shown.strip_suffix('*') {
        Some(begins) => drawn().chain(cards).any(|own| own.starts_with(begins)),
        None => {
            let tables = document.tables().into_iter().map(|table| table.id.as_str());
            drawn().chain(anchors).chain(tables).any(|own| own == shown)
        }
    }
}

/// What the report says that it does not hold: the reason by the name.
fn said_absent(document: &Document, words: &Words) -> BTreeMap<String, String> {
    let labels = Labels::of(document, words).unwrap();
    let own = |block: &&Block| matches!(block, Block::Heading(heading) if heading.anchor == "absent");
    let after = document.blocks.iter().skip_while(|block| !own(block)).skip(1);
    let notes =
        after.take_while(|block| !matches!(block, Block::Heading(_))).filter_map(|block| match block {
            Block::Note(Note { kind: NoteKind::Gap, body, .. }) => Some(body),
            _ => None,
        });
    let items = notes.flatten().flat_map(|block| match block {
        Block::List { items, .. } => items.as_slice(),
        _ => &[],
    });
    items
        .map(|item| {
            let text = labels.plain(item);
            let (name, reason) = text.split_once(". ").unwrap();
            (name.to_owned(), reason.to_owned())
        })
        .collect()
}

fn report(study: &Study, lang: Lang) -> (Document, Words) {
    let profile = Profile::parse(SHIPPED.iter().find(|(own, _)| *own == DEFAULT).unwrap().1).unwrap();
    let words = Words::of_school(lang, &profile.school(lang));
    (chapters::handed(study, &point(study), &words, &profile, false).document, words)
}

/// In every document what is handed in is either there or said to be absent, and never both.
fn told(document: &Document, words: &Words, of: &str) -> BTreeMap<String, String> {
    let absent = said_absent(document, words);
    for (name, shown) in HANDED {
        let called = words.t(&format!("handed-{name}"));
        let whole = shown.iter().all(|own| holds(document, own));
        assert_eq!(whole, !absent.contains_key(&called), "{of}: {name}");
    }
    assert!(
        absent.keys().all(|own| HANDED.iter().any(|(name, _)| words.t(&format!("handed-{name}")) == *own))
    );
    absent
}

#[test]
fn what_is_handed_in_is_there_or_is_said_to_be_absent_and_why() {
    let whole = open("mipymes-peru-2030");
    for lang in Lang::ALL {
        let (document, words) = report(&whole, lang);
        assert_eq!(told(&document, &words, "whole"), BTreeMap::new());
    }
    let mut lost: BTreeSet<&str> = BTreeSet::new();
    // The losses take turns in the languages: which of them is told does not depend on the language.
    for ((names, reason, lose), lang) in LOSSES.into_iter().zip(Lang::ALL.into_iter().cycle()) {
        let mut study = whole.clone();
        lose(&mut study);
        let (document, words) = report(&study, lang);
        page(&document, &words);
        let absent = told(&document, &words, reason);
        for name in names {
            let why = absent.get(&words.t(&format!("handed-{name}")));
            let why = why.unwrap_or_else(|| panic!("{reason}: {name} of {absent:?}"));
            // What is missing is named, also where other things follow from it.
            let named = words.t(reason);
            assert!(why.contains(named.trim_end_matches('.')), "{reason}: {name}: {why}");
            lost.insert(name);
        }
    }
    // Nothing on the list is always there.
    assert_eq!(lost, HANDED.iter().map(|(name, _)| *name).collect());
}

#[test]
fn a_study_that_begins_lists_all_that_it_lacks_and_an_article_does_not() {
    for lang in Lang::ALL {
        let (document, words) = report(&Study::default(), lang);
        assert_eq!(told(&document, &words, "empty").len(), HANDED.len());
        assert!(!told(&report(&open("taller-minimo"), lang).0, &words, "workshop").is_empty());
        let article = Profile::parse(SHIPPED.iter().find(|(own, _)| *own == "articulo").unwrap().1).unwrap();
        let study = Study::default();
        let document = chapters::handed(&study, &point(&study), &words, &article, false).document;
        assert_eq!(said_absent(&document, &words), BTreeMap::new());
    }
}
