//! References and the trace annex.

use atalaya_model::records::Source;

use super::Book;
use crate::{
    doc::{Block, Heading, Numbering, Reference},
    rich::{Inline, Rich},
};

/// The references: every source of the study, by author and year.
#[must_use]
pub fn chapter(book: &Book<'_>) -> Vec<Block> {
    let mut sources: Vec<&Source> = book.study.sources.iter().collect();
    if sources.is_empty() {
        return Vec::new();
    }
    sources
        .sort_by_key(|s| (s.author.to_lowercase(), s.year.clone(), s.title.to_lowercase(), s.id.to_string()));
    let entries = sources.into_iter().map(|source| reference(book, source)).collect();
    vec![
        Block::Heading(Heading::new(1, book.t("chapter-references"), "references").numbered(Numbering::None)),
        Block::References(entries),
    ]
}

/// The annex with every node of the trace.
#[must_use]
pub fn trace(book: &Book<'_>) -> Vec<Block> {
    if book.findings.trace.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Heading(Heading::new(1, book.t("chapter-trace"), "trace").numbered(Numbering::Annex)),
        book.paragraph("trace-intro", &[]),
        Block::Traces,
    ]
}

/// A work as running text cites it: author and year, leading to its entry; the id alone where the study lacks the work.
#[must_use]
pub fn cite(book: &Book<'_>, id: &str) -> Inline {
    match book.study.sources.iter().find(|source| source.id == *id) {
        Some(source) => Inline::RefAs(id.to_owned(), cited(book, source)),
        None => Inline::Text(id.to_owned()),
    }
}

/// Several works, as a list.
#[must_use]
pub fn works(book: &Book<'_>, ids: &[String]) -> Rich {
    let mut out = Rich::default();
    for id in ids {
        let comma = if out.is_empty() { "" } else { "; " };
        out = out.and(comma).and(cite(book, id));
    }
    out
}

fn year(book: &Book<'_>, source: &Source) -> String {
    if source.year.is_empty() { book.t("reference-undated") } else { source.year.clone() }
}

fn author(source: &Source) -> &str {
    if source.author.is_empty() { &source.title } else { &source.author }
}

fn cited(book: &Book<'_>, source: &Source) -> String {
    format!("{}, {}", short_author(book, author(source)), year(book, source))
}

fn reference(book: &Book<'_>, source: &Source) -> Reference {
    let mut entry = Rich::from(format!("{} ({}). ", author(source), year(book, source)));
    if !source.author.is_empty() {
        entry = entry.and(Inline::Emph(source.title.clone())).and(". ");
    }
    let place: Vec<&str> = [&source.container, &source.locator, &source.publisher]
        .into_iter()
        .map(|s| s.trim())
        .filter(|s| !s.is_empty())
        .collect();
    if !place.is_empty() {
        entry = entry.and(format!("{}. ", place.join(", ")));
    }
    if !source.doi.is_empty() {
        let url = format!("https://doi.org/{}", source.doi);
        entry = entry.and(Inline::Link { text: url.clone(), url });
    } else if !source.url.is_empty() {
        entry = entry.and(Inline::Link { text: source.url.clone(), url: source.url.clone() });
    }
    Reference { anchor: source.id.to_string(), cited: cited(book, source), entry }
}

/// Family names as a citation carries them: one, two joined by "y", or the first with "et al.".
fn short_author(book: &Book<'_>, author: &str) -> String {
    let names: Vec<&str> =
        author.split([';', '&']).flat_map(|part| part.split(" and ")).map(str::trim).collect();
    let family = |name: &str| name.split(',').next().unwrap_or(name).trim().to_owned();
    match names[..] {
        [] => String::new(),
        [one] => family(one),
        [one, two] => book.words.list(&[family(one), family(two)]),
        [first, ..] => format!("{} et al.", family(first)),
    }
}
