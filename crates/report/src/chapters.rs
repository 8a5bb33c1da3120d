//! The chapters: findings to blocks, in the order in which a study is handed in.
//!
//! A chapter says the finding first, then shows it, then says what it rests on. A chapter without data is left out; what
//! a stage lacks is said in a note of its chapter.

mod absent;
pub(crate) mod abstracts;
mod actors;
mod balances;
mod bet;
mod book;
mod conclusions;
mod cone;
mod decisions;
mod diagnosis;
mod foda;
mod frame;
pub(crate) mod markdown;
mod method;
mod opportunities;
pub(crate) mod questionnaires;
pub(crate) mod references;
mod roadmap;
mod scan;
mod scenarios;
mod series;
mod short;
mod strategy;
mod structure;
mod summary;
mod toolbox;
mod watch;

pub use book::Book;

use std::collections::BTreeSet;

use atalaya_analysis::findings::Findings;
use atalaya_charts::figures;
use atalaya_model::{
    Lang, Study,
    choice::{Choice, Provenance},
};
use atalaya_words::Words;

use crate::{
    doc::{Block, Document, each_text},
    profile::{self, Applied, Profile},
    rich::Inline,
};

/// Tables that speak of the study itself, and not of its subject; the words of the last two have their works beside them.
const ABOUT_THE_STUDY: [&str; 6] = ["data-sheet", "rules", "decision-log", "gate-log", "limits", "glossary"];

/// A table that names no origin carries the weakest of the study's, so that none passes for published where a part is
/// illustrative.
fn mark(blocks: &mut [Block], weakest: Option<Provenance>) {
    if weakest != Some(Provenance::Illustrative) {
        return;
    }
    for block in blocks {
        match block {
            Block::Table(table)
                if table.source.is_none()
                    && table.provenance.is_none()
                    && !ABOUT_THE_STUDY.contains(&table.id.as_str()) =>
            {
                table.provenance = weakest;
            }
            Block::Note(note) => mark(&mut note.body, weakest),
            Block::Card(card) => mark(&mut card.body, weakest),
            _ => {}
        }
    }
}

/// The report of a study, as far as its data goes.
#[must_use]
pub fn document(study: &Study, findings: &Findings, words: &Words) -> Document {
    profile::settled(whole(&Book::new(study, findings, words), Vec::new()))
}

/// The same for a screen: nothing is drawn that only paper needs.
#[must_use]
pub fn on_screen(study: &Study, findings: &Findings, words: &Words) -> Document {
    profile::settled(whole(&Book::new(study, findings, words).on_screen(), Vec::new()))
}

/// The plane of influence and dependence for a wall: low and wide, in large type, with codes and without their key. The
/// picture, the same for a screen of at most 480 px, and what it shows in words.
#[must_use]
pub fn wall(study: &Study, findings: &Findings, words: &Words) -> Option<([String; 2], String)> {
    let book = Book::new(study, findings, words);
    let drawn = book.on_wall(figures::influence_plane)?;
    let narrow = book.in_hand(figures::influence_plane)?;
    Some(([drawn.text, narrow.text], format!("{}. {}", drawn.head.title, drawn.description)))
}

/// The questionnaire of a round as it was sent; nothing where the round asks nothing.
#[must_use]
pub fn questionnaire(study: &Study, findings: &Findings, words: &Words, round: &str) -> Option<Document> {
    let all = questionnaires::documents(&Book::new(study, findings, words));
    all.into_iter().find(|(id, _)| id == round).map(|(_, document)| document)
}

/// The same plane, small, with the point of one variable ringed: what stands beside it where it is edited.
#[must_use]
pub fn pointed(
    study: &Study,
    findings: &Findings,
    words: &Words,
    variable: &str,
) -> Option<(String, String)> {
    let book = Book::new(study, findings, words);
    let drawn = book.beside(variable, figures::influence_plane)?;
    Some((drawn.text, format!("{}. {}", drawn.head.title, drawn.description)))
}

/// What is handed in.
#[derive(Debug)]
pub struct Handed {
    /// The document as the profile has it.
    pub document: Document,
    /// The questionnaires as they were sent, by the ids of their rounds.
    pub questionnaires: Vec<(String, Document)>,
    /// What the profile takes and the report does not have, by anchor; texts that it gives and no message has.
    pub missing: Vec<String>,
    /// What the author is asked to write, marked in the document: lines of the title page and parts, by name.
    pub to_write: Vec<String>,
    /// Parts of which texts of the study speak and which the report does not have: nobody reads those words.
    pub unknown: Vec<String>,
}

/// The report of a study as a profile has it. `words` are those of the profile's school; `slides`: whether figures are
/// drawn for slides too.
#[must_use]
pub fn handed(study: &Study, findings: &Findings, words: &Words, profile: &Profile, slides: bool) -> Handed {
    let book = Book::new(study, findings, words).slides(slides);
    let mut more: Vec<Block> = MORE.iter().flat_map(|chapter| chapter(&book)).collect();
    // Journals ask for the abstract in both languages.
    for lang in Lang::ALL {
        if lang == words.lang() {
            more.extend(abstracts::chapter(&book));
        } else {
            let words = Words::spoken(lang, Some(words.conventions().locale()), &profile.school(lang));
            more.extend(abstracts::chapter(&Book::new(study, findings, &words)));
        }
    }
    let whole = whole(&book, more);
    let Applied { document, mut missing, to_write } = profile.apply(&whole, words);
    let texts = &profile.school(words.lang()).texts;
    missing.extend(texts.keys().filter(|key| !words.has(key)).map(|key| format!("texts.{key}")));
    let unknown = unknown(&book, &whole);
    Handed { document, questionnaires: questionnaires::documents(&book), missing, to_write, unknown }
}

/// The parts of which the study's long texts speak and which the report does not have.
fn unknown(book: &Book<'_>, whole: &Document) -> Vec<String> {
    let frame = &book.study.frame;
    let texts = [&frame.presentation, &frame.conclusions];
    let stories = book.study.scenarios.iter().map(|scenario| &scenario.narrative);
    let there = profile::anchors(whole);
    let spoken: BTreeSet<String> =
        texts.into_iter().chain(stories).flat_map(|text| markdown::parts(book.text(text))).collect();
    spoken.into_iter().filter(|part| !there.contains(part)).collect()
}

/// Every chapter; `more`: those that only some profiles take.
fn whole(book: &Book<'_>, more: Vec<Block>) -> Document {
    let mut document = book.document();
    document.decision = summary::page(book);
    document.blocks.extend(CHAPTERS.iter().flat_map(|chapter| chapter(book)));
    absent::add(book, &mut document);
    document.blocks.extend(more);
    references::add_methods(book, &mut document.blocks);
    mark(&mut document.blocks, Provenance::parse(&book.findings.provenance));
    for blocks in [&mut document.blocks, &mut document.decision] {
        each_text(blocks, &mut |rich| rich.each(&mut tie_percent));
    }
    document
}

/// A number and its percent sign stay on one line, also in what people wrote.
fn tie_percent(inline: &mut Inline) {
    if let Inline::Text(text) | Inline::Strong(text) | Inline::Emph(text) = inline
        && text.contains(" %")
    {
        *text = text.replace(" %", "\u{a0}%");
    }
}

/// Chapters that the report itself does not print and a profile may take.
const MORE: &[fn(&Book<'_>) -> Vec<Block>] = &[
    short::question,
    short::aims,
    short::methods,
    short::scenarios,
    short::proposals,
    short::team,
    short::timetable,
];

/// The chapters that a report has, in the order of handing in; profiles pick from them.
const CHAPTERS: &[fn(&Book<'_>) -> Vec<Block>] = &[
    frame::sheet,
    frame::presentation,
    frame::chapter,
    method::chapter,
    scan::chapter,
    structure::variables,
    structure::analysis,
    diagnosis::chapter,
    actors::chapter,
    scenarios::chapter,
    bet::chapter,
    strategy::chapter,
    opportunities::chapter,
    roadmap::chapter,
    watch::chapter,
    conclusions::chapter,
    references::chapter,
    method::annex,
    questionnaires::annex,
    decisions::annex,
    references::trace,
];
