//! What is handed in and this report does not hold yet: every table and figure that a foresight study hands in is there or
//! is named here with what it waits for.

use atalaya_model::{Code, Diagnostic, Kind, Place, choice::About};

use super::Book;
use crate::{
    doc::{Block, Document, Heading, Note, NoteKind, Numbering},
    profile,
    rich::Rich,
};

/// What something waits for.
enum Need {
    /// Records of a kind.
    Records(Kind),
    /// Answers of a family about records of a kind.
    Answers(&'static str, Kind),
    /// What a sentence names.
    Said(&'static str),
}

use Need::{Answers, Records, Said};

/// What is handed in, in the order of the chapters: the name of its sentence, the anchors that show it (one that ends in
/// `-` stands for any card or figure that begins so), what it needs.
const HANDED_IN: &[(&str, &[&str], &[Need])] = &[
    ("limits", &["limits"], &[Records(Kind::Limit)]),
    ("tree", &["figure-concept-tree"], &[Records(Kind::Component)]),
    ("glossary", &["glossary"], &[Records(Kind::Term)]),
    ("panel", &["panel-margins"], &[Records(Kind::Expert)]),
    ("response", &["consultations"], &[Records(Kind::Consultation), Records(Kind::Round)]),
    ("consensus", &["figure-consensus-"], &[Records(Kind::Consultation), Said("absent-second-round")]),
    ("trends", &["figure-evidence-plane", "evidence-table"], &[Records(Kind::Evidence)]),
    ("lineage", &["lineage-table"], &[Records(Kind::Idea), Records(Kind::Variable)]),
    (
        "classes",
        &["variable-classes", "figure-critical-plane"],
        &[
            Records(Kind::Variable),
            Answers("importance", Kind::Variable),
            Answers("uncertainty", Kind::Variable),
            Answers("influence", Kind::Variable),
        ],
    ),
    (
        "matrix",
        &["figure-influence-matrix"],
        &[Records(Kind::Variable), Answers("influence", Kind::Variable)],
    ),
    (
        "plane",
        &["figure-influence-plane", "figure-rank-crossing"],
        &[Records(Kind::Variable), Answers("influence", Kind::Variable)],
    ),
    ("diagnosis", &["diagnosis-"], &[Records(Kind::Variable), Records(Kind::Diagnosis)]),
    ("actors", &["actors-table"], &[Records(Kind::Actor)]),
    ("axes", &["axes-tests"], &[Records(Kind::Axis)]),
    ("scenario-plane", &["figure-scenario-plane"], &[Records(Kind::Axis), Records(Kind::Scenario)]),
    ("hypotheses", &["hypotheses"], &[Records(Kind::Scenario), Said("absent-states")]),
    ("scenarios", &["scenario-"], &[Records(Kind::Scenario)]),
    ("conditions", &["five-conditions"], &[Records(Kind::Scenario)]),
    ("bet", &["bet-act"], &[Records(Kind::Scenario), Said("absent-bet")]),
    ("chain", &["chain-table"], &[Records(Kind::Objective), Records(Kind::Action)]),
    (
        "igo",
        &["igo-table", "figure-igo-plane"],
        &[Records(Kind::Action), Answers("importance", Kind::Action), Answers("governability", Kind::Action)],
    ),
    (
        "robustness",
        &["robustness-table", "figure-robustness"],
        &[Records(Kind::Action), Records(Kind::Scenario), Answers("robust", Kind::Action)],
    ),
    ("backcast", &["backcast-table", "figure-backcast"], &[Records(Kind::Milestone)]),
    ("roadmap", &["roadmap-table", "figure-roadmap"], &[Records(Kind::Action), Said("absent-years")]),
    (
        "opportunities",
        &["opportunity-table", "figure-opportunity-plane"],
        &[Records(Kind::Opportunity), Records(Kind::Criterion), Answers("score", Kind::Opportunity)],
    ),
    ("board", &["figure-warning-board"], &[Records(Kind::Indicator)]),
];

/// Adds to the conclusions what the document does not hold.
pub(super) fn add(book: &Book<'_>, document: &mut Document) {
    let there = profile::anchors(document);
    let is_there = |anchor: &str| match anchor.ends_with('-') {
        true => drawn(document).any(|own| own.starts_with(anchor)),
        false => there.contains(anchor),
    };
    let items: Vec<Rich> = HANDED_IN
        .iter()
        .filter(|(_, shown, _)| !shown.iter().all(|anchor| is_there(anchor)))
        .map(|(name, _, needs)| {
            let name = book.t(&format!("handed-{name}"));
            Rich::default().strong(format!("{name}. ")).and(because(book, needs))
        })
        .collect();
    let chapter = |block: &Block| matches!(block, Block::Heading(heading) if heading.level == 1);
    let own = |block: &Block| matches!(block, Block::Heading(heading) if heading.anchor == "conclusions");
    let blocks = &mut document.blocks;
    let Some(start) = blocks.iter().position(own).filter(|_| !items.is_empty()) else { return };
    let end = blocks[start + 1..].iter().position(chapter).map_or(blocks.len(), |at| start + 1 + at);
    let heading = Heading::new(2, book.t("section-absent"), "absent").numbered(Numbering::None);
    let list = Block::List { ordered: false, items };
    let note = Block::Note(Note { kind: NoteKind::Gap, title: String::new(), body: vec![list] });
    blocks.splice(end..end, [Block::Heading(heading), book.paragraph("absent-intro", &[]), note]);
}

/// The anchors of the figures and of the cards.
fn drawn(document: &Document) -> impl Iterator<Item = &str> {
    let cards = document.blocks.iter().filter_map(|block| match block {
        Block::Card(card) => Some(card.anchor.as_str()),
        _ => None,
    });
    cards.chain(document.figures().into_iter().map(|figure| figure.id.as_str()))
}

/// What it waits for: the first that is missing of what it needs, as the rest follows from it.
fn because(book: &Book<'_>, needs: &[Need]) -> String {
    let study = book.study;
    let gap = |code, kind: Kind, family: &str| {
        let told = Diagnostic::new(code, Place::default()).with("kind", kind.as_str()).with("family", family);
        book.words.diagnostic(&told).text
    };
    let missing = needs.iter().find_map(|need| match need {
        Records(kind) if study.ids(*kind).is_empty() => Some(gap(Code::NoRecords, *kind, "")),
        Answers(family, kind) => {
            let ids = study.ids(*kind);
            let asked = |id| ids.contains(&id);
            let any = study
                .answers
                .iter()
                .any(|answer| answer.question.family.name == *family && asked(&answer.question.a));
            (!any).then(|| gap(Code::NoFamily, *kind, family))
        }
        Said("absent-bet") if study.decisions.iter().any(|own| own.about == Some(About::Bet)) => None,
        Said(key) => Some(book.t(key)),
        Records(_) => None,
    });
    missing.unwrap_or_else(|| book.t("absent-too-little"))
}
