//! Profiles: which chapters a kind of reader is handed, in which order, under which names. They are data that people copy
//! and change (`profiles/*.toml`); no profile computes anything, each picks from the whole report.

use std::collections::{BTreeMap, BTreeSet};

use atalaya_model::Lang;
use atalaya_words::School;
use serde::Deserialize;

use crate::chapters::{abstracts, references};
use crate::doc::{Block, Document, Front, Heading, Note, NoteKind, Numbering, each_text};
use crate::resolve::SUMMARY;
use crate::rich::{Inline, Rich};

macro_rules! shipped {
    ($($name:literal),+ $(,)?) => {
        /// The profiles that come with the program, the default first: name and text.
        pub const SHIPPED: &[(&str, &str)] = &[$(($name, include_str!(concat!("../profiles/", $name, ".toml")))),+];
    };
}
shipped!("prospectivo", "ceplan-2016", "tesis", "articulo", "decisor");

/// The profile without which a report is the whole of it.
pub const DEFAULT: &str = "prospectivo";

/// The version of the form of a profile.
const FORMAT: u32 = 1;

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// Spanish.
    #[serde(default)]
    pub es: String,
    /// English.
    #[serde(default)]
    pub en: String,
}

impl Said {
    /// The side of a language, the other where it is empty.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        let (own, other) = match lang {
            Lang::Es => (&self.es, &self.en),
            Lang::En => (&self.en, &self.es),
        };
        if own.is_empty() { other } else { own }
    }
}

/// A table of each language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tables {
    /// Spanish.
    #[serde(default)]
    es: BTreeMap<String, String>,
    /// English.
    #[serde(default)]
    en: BTreeMap<String, String>,
}

impl Tables {
    fn get(&self, lang: Lang) -> &BTreeMap<String, String> {
        match lang {
            Lang::Es => &self.es,
            Lang::En => &self.en,
        }
    }
}

/// A profile.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    format: u32,
    /// Its name, which is also that of the folder of its report.
    pub id: String,
    /// What it is for, in a line.
    pub about: Said,
    /// The kind of document, above the title; empty for the report's own.
    #[serde(default)]
    pub kicker: Said,
    /// What its reader must know before relying on it, as a note before everything else; empty for none.
    #[serde(default)]
    pub notice: Said,
    /// How the document opens.
    #[serde(default)]
    pub front: Front,
    /// Whether the page for the decision-maker comes first.
    #[serde(default)]
    pub decision: bool,
    /// Whether notes on how things were computed are printed.
    #[serde(default = "yes")]
    pub methods: bool,
    /// Whether the list of references holds only what the document cites.
    #[serde(default)]
    pub only_cited: bool,
    /// Sections, tables and figures to leave out, by anchor.
    #[serde(default)]
    pub leave: BTreeSet<String>,
    /// Words as a school has them: form = replacement.
    #[serde(default)]
    pub terms: Tables,
    /// Whole messages of the program, by key.
    #[serde(default)]
    pub texts: Tables,
    /// The chapters.
    #[serde(default, rename = "part")]
    pub parts: Vec<Part>,
}

fn yes() -> bool {
    true
}

/// A chapter of a profile.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its title; without one what it takes keeps its own.
    #[serde(default)]
    pub title: Said,
    /// A name by which references find it; that of the first thing taken where it is empty.
    #[serde(default)]
    pub anchor: String,
    /// How it is numbered; what it takes says so where this does not.
    pub numbering: Option<Numbering>,
    /// What it says before anything taken, as Markdown.
    #[serde(default)]
    pub text: Said,
    /// Chapters and sections of the whole report, by anchor. Below a title each is a section; one alone is the chapter.
    #[serde(default)]
    pub take: Vec<String>,
}

/// Why a profile cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProfileError {
    /// It is no TOML of the form of a profile: the line, and why.
    #[error("{1}")]
    Form(Option<u32>, String),
    /// A newer form.
    #[error("format {0} is newer than this program")]
    Newer(u32),
    /// A name that is no folder's.
    #[error("\"{0}\" is no name: letters, digits and hyphens")]
    BadName(String),
    /// Something is taken twice.
    #[error("\"{0}\" is taken twice")]
    Twice(String),
}

impl ProfileError {
    /// The line where it is, from 1; `None` where it is nowhere in particular.
    #[must_use]
    pub const fn line(&self) -> Option<u32> {
        match self {
            Self::Form(line, _) => *line,
            _ => None,
        }
    }
}

impl Profile {
    /// Reads a profile.
    ///
    /// # Errors
    /// What is wrong with its form, with line and column where the reader knows them.
    pub fn parse(text: &str) -> Result<Self, ProfileError> {
        let profile: Self = toml::from_str(text).map_err(|error| {
            let line = error.span().map(|span| text[..span.start].matches('\n').count() as u32 + 1);
            ProfileError::Form(line, error.message().to_owned())
        })?;
        if profile.format > FORMAT {
            return Err(ProfileError::Newer(profile.format));
        }
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if profile.id.is_empty() || profile.id.starts_with('-') || !profile.id.chars().all(fits) {
            return Err(ProfileError::BadName(profile.id));
        }
        let mut taken = BTreeSet::new();
        match profile.parts.iter().flat_map(|part| &part.take).find(|anchor| !taken.insert(*anchor)) {
            Some(twice) => Err(ProfileError::Twice(twice.clone())),
            None => Ok(profile),
        }
    }

    /// How its school calls things.
    #[must_use]
    pub fn school(&self, lang: Lang) -> School {
        School { terms: self.terms.get(lang).clone(), texts: self.texts.get(lang).clone() }
    }

    /// The document that the profile makes of a whole report, and the anchors that the report does not have.
    ///
    /// What it refers to and does not hold is called by its title instead of its number.
    #[must_use]
    pub fn apply(&self, whole: Document) -> (Document, Vec<String>) {
        let titles = titles(&whole);
        let lang = whole.lang;
        let mut out =
            Document { decision: Vec::new(), blocks: Vec::new(), front: self.front, ..whole.clone() };
        if !self.kicker.get(lang).is_empty() {
            out.cover.kicker = self.kicker.get(lang).to_owned();
        }
        if self.decision {
            out.decision = whole.decision.clone();
        }
        let mut missing = Vec::new();
        for part in &self.parts {
            out.blocks.extend(part.blocks(&whole, &mut missing));
        }
        if !self.notice.get(lang).is_empty() {
            // Below the first heading: a document opens with one.
            let after = usize::from(matches!(out.blocks.first(), Some(Block::Heading(_))));
            let body = crate::chapters::markdown::blocks(self.notice.get(lang));
            let note = Note { kind: NoteKind::Care, title: String::new(), body };
            out.blocks.insert(after, Block::Note(note));
        }
        out.blocks = filled(self.kept(out.blocks));
        out.decision = self.kept(out.decision);
        let has = anchors(&out);
        let mut lost = |rich: &mut Rich| {
            for inline in &mut rich.0 {
                match inline {
                    Inline::Ref(anchor) if !has.contains(anchor) => {
                        *inline = Inline::Text(titles.get(anchor).cloned().unwrap_or_default());
                    }
                    Inline::RefAs(anchor, text) if !has.contains(anchor) => {
                        *inline = Inline::Text(std::mem::take(text));
                    }
                    _ => {}
                }
            }
        };
        each_text(&mut out.blocks, &mut lost);
        each_text(&mut out.decision, &mut lost);
        for trace in &mut out.traces {
            trace.facts.iter_mut().for_each(|fact| lost(&mut fact.value));
        }
        out.cover.facts.iter_mut().for_each(|fact| lost(&mut fact.value));
        if self.only_cited {
            only_cited(&mut out);
            out.blocks = filled(out.blocks);
        }
        (out, missing)
    }

    /// Blocks without what the profile leaves out.
    fn kept(&self, blocks: Vec<Block>) -> Vec<Block> {
        let mut out = Vec::with_capacity(blocks.len());
        let mut leaving = None;
        for mut block in blocks {
            if let Block::Heading(heading) = &block {
                if leaving.is_some_and(|level| heading.level > level) {
                    continue;
                }
                leaving = self.leave.contains(&heading.anchor).then_some(heading.level);
            }
            if leaving.is_some() {
                continue;
            }
            let kept = match &mut block {
                Block::Table(table) => !self.leave.contains(&table.id),
                Block::Figure(figure) => !self.leave.contains(&figure.id),
                Block::Note(note) => self.methods || note.kind != NoteKind::Method,
                Block::Card(card) => {
                    card.body = self.kept(std::mem::take(&mut card.body));
                    true
                }
                _ => true,
            };
            if kept {
                out.push(block);
            }
        }
        out
    }
}

impl Part {
    fn blocks(&self, whole: &Document, missing: &mut Vec<String>) -> Vec<Block> {
        let lang = whole.lang;
        let title = self.title.get(lang);
        let mut taken = Vec::new();
        for anchor in &self.take {
            match piece(whole, anchor) {
                Some(blocks) => taken.push(blocks),
                None => missing.push(anchor.clone()),
            }
        }
        let text = crate::chapters::markdown::blocks(self.text.get(lang));
        if taken.is_empty() && text.is_empty() {
            return Vec::new();
        }
        let mut out = Vec::new();
        // One thing alone is the chapter itself; several are sections of it.
        let single = self.take.len() == 1;
        if title.is_empty() {
            for blocks in taken {
                out.extend(levelled(blocks, 1, self.numbering));
            }
            return out;
        }
        let own = match taken.first().and_then(|blocks| blocks.first()) {
            Some(Block::Heading(heading)) if single || self.anchor.is_empty() => {
                if single {
                    heading.anchor.clone()
                } else {
                    format!("{}-part", heading.anchor)
                }
            }
            _ => self.anchor.clone(),
        };
        let numbering = self.numbering.unwrap_or(Numbering::Chapter);
        out.push(Block::Heading(Heading::new(1, title, own).numbered(numbering)));
        out.extend(text);
        for blocks in taken {
            let level = if single { 1 } else { 2 };
            let blocks = levelled(blocks, level, Some(numbering));
            out.extend(blocks.into_iter().skip(usize::from(single)));
        }
        out
    }
}

/// Blocks without headings below which nothing stands; a trace alone is nothing.
fn filled(mut blocks: Vec<Block>) -> Vec<Block> {
    let says = |block: &Block| !matches!(block, Block::Why(_));
    loop {
        let end = |index: usize| {
            let Some(Block::Heading(own)) = blocks.get(index) else { return None };
            let rest = blocks.get(index + 1..)?;
            let next = index + 1 + rest.iter().position(says).unwrap_or(rest.len());
            match blocks.get(next) {
                Some(Block::Heading(other)) if other.level <= own.level => Some((index, next)),
                None => Some((index, next)),
                Some(_) => None,
            }
        };
        let Some((start, end)) = (0..blocks.len()).find_map(end) else { return blocks };
        blocks.drain(start..end);
    }
}

/// What stands below the heading of an anchor, with it.
fn piece(whole: &Document, anchor: &str) -> Option<Vec<Block>> {
    if anchor == SUMMARY {
        return None;
    }
    // The abstract in the document's language, and the other.
    let other = if whole.lang == Lang::Es { Lang::En } else { Lang::Es };
    let anchor = match anchor {
        "abstract-own" => &abstracts::anchor(whole.lang),
        "abstract-other" => &abstracts::anchor(other),
        anchor => anchor,
    };
    let blocks = &whole.blocks;
    let is = |block: &Block| matches!(block, Block::Heading(heading) if heading.anchor == anchor);
    let start = blocks.iter().position(is)?;
    let Some(Block::Heading(own)) = blocks.get(start) else { return None };
    let ends = |block: &Block| matches!(block, Block::Heading(heading) if heading.level <= own.level);
    let length = blocks[start + 1..].iter().position(ends).unwrap_or(blocks.len() - start - 1);
    Some(blocks[start..=start + length].to_vec())
}

/// The same blocks with their first heading at a level, the others as far below it as they were.
fn levelled(mut blocks: Vec<Block>, level: u8, numbering: Option<Numbering>) -> Vec<Block> {
    let Some(Block::Heading(first)) = blocks.first() else { return blocks };
    let from = first.level;
    for block in &mut blocks {
        if let Block::Heading(heading) = block {
            heading.level = (heading.level + level).saturating_sub(from).clamp(1, 4);
            if let Some(numbering) = numbering {
                heading.numbering = numbering;
            }
        }
    }
    blocks
}

/// How things are called where they are not at hand.
fn titles(document: &Document) -> BTreeMap<String, String> {
    let quoted = |text: &str| document.conventions().quoted(text);
    let mut out = BTreeMap::new();
    for block in document.decision.iter().chain(&document.blocks) {
        if let Block::Heading(heading) = block {
            out.insert(heading.anchor.clone(), quoted(&heading.text));
        }
        if let Block::References(references) = block {
            out.extend(references.iter().map(|r| (r.anchor.clone(), r.cited.clone())));
        }
    }
    let named = |id: &String, caption: &Rich| (id.clone(), quoted(&caption.plain()));
    out.extend(document.tables().into_iter().map(|table| named(&table.id, &table.caption)));
    out.extend(document.figures().into_iter().map(|figure| named(&figure.id, &figure.caption)));
    out
}

/// Everything that a reference in the document may lead to.
fn anchors(document: &Document) -> BTreeSet<String> {
    fn down(blocks: &[Block], out: &mut BTreeSet<String>) {
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    out.insert(heading.anchor.clone());
                }
                Block::Table(table) => {
                    out.insert(table.id.clone());
                }
                Block::Figure(figure) => {
                    out.insert(figure.id.clone());
                }
                Block::Note(note) => down(&note.body, out),
                Block::Card(card) => {
                    out.insert(card.anchor.clone());
                    down(&card.body, out);
                }
                Block::References(references) => out.extend(references.iter().map(|r| r.anchor.clone())),
                _ => {}
            }
        }
    }
    let mut out = BTreeSet::new();
    if document.blocks.iter().any(|block| matches!(block, Block::Traces)) {
        out.extend(document.traces.iter().map(|trace| trace.id.clone()));
    }
    if !document.decision.is_empty() {
        out.insert(SUMMARY.to_owned());
    }
    down(&document.decision, &mut out);
    down(&document.blocks, &mut out);
    out
}

/// Leaves in the references what the text cites: works of the study by their anchors, those of the program's methods by
/// their authors.
fn only_cited(document: &mut Document) {
    let said = references::said(&document.blocks, &document.traces);
    let mut cited: BTreeSet<String> =
        references::methods(&said).into_iter().map(|reference| reference.anchor).collect();
    let mut note = |rich: &mut Rich| {
        cited.extend(rich.0.iter().filter_map(|inline| match inline {
            Inline::Ref(anchor) | Inline::RefAs(anchor, _) => Some(anchor.clone()),
            _ => None,
        }));
    };
    each_text(&mut document.blocks, &mut note);
    each_text(&mut document.decision, &mut note);
    for trace in &mut document.traces {
        trace.facts.iter_mut().for_each(|fact| note(&mut fact.value));
    }
    for block in &mut document.blocks {
        if let Block::References(references) = block {
            references.retain(|reference| cited.contains(&reference.anchor));
        }
    }
    document.blocks.retain(|block| !matches!(block, Block::References(references) if references.is_empty()));
}
