//! The chapters: findings to blocks, in the order in which a study is handed in.
//!
//! A chapter says the finding first, then shows it, then says what it rests on. A chapter without data is left out; what
//! a stage lacks is said in a note of its chapter.

pub(crate) mod abstracts;
mod actors;
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
mod strategy;
mod structure;
mod summary;
mod toolbox;
mod watch;

pub use book::Book;

use atalaya_analysis::findings::Findings;
use atalaya_charts::figures;
use atalaya_model::{
    Lang, Study,
    choice::{Choice, Provenance},
};
use atalaya_words::Words;

use crate::{
    doc::{Block, Document},
    profile::Profile,
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
    whole(&Book::new(study, findings, words))
}

/// The plane of influence and dependence for a wall: low and wide, in large type, with codes and without their key. The
/// picture, and what it shows in words.
#[must_use]
pub fn wall(study: &Study, findings: &Findings, words: &Words) -> Option<(String, String)> {
    let drawn = Book::new(study, findings, words).on_wall(figures::influence_plane)?;
    Some((drawn.text, format!("{}. {}", drawn.title, drawn.description)))
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
    Some((drawn.text, format!("{}. {}", drawn.title, drawn.description)))
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
}

/// The report of a study as a profile has it. `words` are those of the profile's school; `slides`: whether figures are
/// drawn for slides too.
#[must_use]
pub fn handed(study: &Study, findings: &Findings, words: &Words, profile: &Profile, slides: bool) -> Handed {
    let book = Book::new(study, findings, words).slides(slides);
    let mut whole = whole(&book);
    // Journals ask for the abstract in both languages; the report itself has none.
    for lang in Lang::ALL {
        if lang == words.lang() {
            whole.blocks.extend(abstracts::chapter(&book));
        } else {
            let words = Words::spoken(lang, Some(words.conventions().locale()), &profile.school(lang));
            whole.blocks.extend(abstracts::chapter(&Book::new(study, findings, &words)));
        }
    }
    let (document, mut missing) = profile.apply(whole);
    let texts = &profile.school(words.lang()).texts;
    missing.extend(texts.keys().filter(|key| !words.has(key)).map(|key| format!("texts.{key}")));
    Handed { document, questionnaires: questionnaires::documents(&book), missing }
}

fn whole(book: &Book<'_>) -> Document {
    let mut document = book.document();
    document.decision = summary::page(book);
    document.blocks.extend(CHAPTERS.iter().flat_map(|chapter| chapter(book)));
    references::add_methods(book, &mut document.blocks, &document.traces);
    mark(&mut document.blocks, Provenance::parse(&book.findings.provenance));
    document
}

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
