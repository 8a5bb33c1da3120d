//! Numbers of chapters, tables and figures, and the words of cross references: given once for every back end.

use std::collections::{BTreeMap, BTreeSet};

use atalaya_words::Words;

use crate::doc::{Block, Cell, Document, Figure, Heading, Numbering, Table};
use crate::rich::{Inline, Rich, clean};

/// What is wrong with a document. Each is a mistake of whoever built it, not of a study.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// A reference leads nowhere.
    #[error("no heading, table, figure, card, reference or trace has the anchor \"{0}\"")]
    MissingAnchor(String),
    /// A sentence speaks of parts that the document does not hold.
    #[error("a sentence speaks of {0}, which is not in the document")]
    SpeaksOfAbsent(String),
    /// Two things have one name (file names ignore case).
    #[error("two things have the anchor \"{0}\"")]
    DuplicateAnchor(String),
    /// An anchor that is no file name or fragment.
    #[error("\"{0}\" is no anchor: letters, digits, `-`, `_` and `.`, beginning with a letter or digit")]
    BadAnchor(String),
    /// A heading deeper than the one before it by more than one, or of no level.
    #[error("the heading \"{0}\" skips a level")]
    SkippedLevel(String),
    /// A table row with more cells than columns.
    #[error("a row of table \"{0}\" has more cells than the table has columns")]
    LongRow(String),
    /// A figure without its description.
    #[error("figure \"{0}\" has no description")]
    NoDescription(String),
}

/// What an anchor leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A chapter or section.
    Heading,
    /// An annex or a part of one.
    Annex,
    /// A table.
    Table,
    /// A figure.
    Figure,
    /// A card.
    Card,
    /// An entry of the references.
    Reference,
    /// A trace.
    Trace,
}

/// A label: what an anchor leads to and how it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What it is.
    pub target: Target,
    /// Its number, empty for none.
    pub number: String,
    /// How running text refers to it: "table 3".
    pub cited: String,
}

/// A line of the contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Level of the heading, from 1.
    pub level: u8,
    /// Its number, empty for none.
    pub number: String,
    /// Its words.
    pub text: String,
    /// Its anchor.
    pub anchor: String,
}

/// The labels of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labels {
    labels: BTreeMap<String, Label>,
    /// Works have ids that people chose; a namespace of their own keeps them from meeting ours.
    works: BTreeMap<String, Label>,
    /// The headings in order.
    pub contents: Vec<Entry>,
    /// The tables in order.
    pub tables: Vec<Entry>,
    /// The figures in order.
    pub figures: Vec<Entry>,
}

impl Labels {
    /// The labels of a document.
    ///
    /// # Errors
    /// The first mistake in its structure.
    pub fn of(document: &Document, words: &Words) -> Result<Self, DocumentError> {
        let mut walk = Walk { words, labels: Self::default(), files: BTreeSet::new(), counts: [0; 2] };
        let mut level = 0;
        for (index, trace) in document.traces.iter().enumerate() {
            let number = (index + 1).to_string();
            let cited = walk.word("report-trace", &number);
            walk.label(&trace.id, Target::Trace, number, cited)?;
        }
        if !document.decision.is_empty() {
            // The back ends print its title themselves.
            let title = Heading::new(1, words.t("report-decision"), SUMMARY);
            walk.heading(&title, &mut level, true)?;
        }
        walk.blocks(&document.decision, &mut level, true)?;
        level = 0;
        walk.blocks(&document.blocks, &mut level, false)?;
        let labels = walk.labels;
        each_reference(document, &mut |to| match to {
            To::Anchor(anchor) if labels.get(anchor).is_none() => {
                Err(DocumentError::MissingAnchor(anchor.to_owned()))
            }
            To::Parts(parts) if parts.iter().all(|part| labels.get(part).is_none()) => {
                Err(DocumentError::SpeaksOfAbsent(parts.join(", ")))
            }
            _ => Ok(()),
        })?;
        Ok(labels)
    }

    /// The same for a page that shows a part: its parts have no numbers, which belong to a whole document, and are called by
    /// their titles.
    #[must_use]
    pub fn by_title(mut self, words: &Words) -> Self {
        let kinds = [
            ("report-ref-title", &self.contents),
            ("report-ref-table-title", &self.tables),
            ("report-ref-figure-title", &self.figures),
        ];
        for (key, entries) in kinds {
            for entry in entries {
                if let Some(label) = self.labels.get_mut(&entry.anchor) {
                    label.number.clear();
                    label.cited = words.with(key, &[("title", entry.text.as_str().into())]);
                }
            }
        }
        self
    }

    /// The label of an anchor; a work is found where nothing else has its name.
    #[must_use]
    pub fn get(&self, anchor: &str) -> Option<&Label> {
        self.labels.get(anchor).or_else(|| self.works.get(anchor))
    }

    /// The name that an anchor has inside a file.
    #[must_use]
    pub fn fragment(&self, anchor: &str) -> String {
        match self.labels.get(anchor) {
            None if self.works.contains_key(anchor) => work_fragment(anchor),
            _ => anchor.to_owned(),
        }
    }

    /// The number of an anchor, empty where it has none.
    #[must_use]
    pub fn number(&self, anchor: &str) -> &str {
        self.get(anchor).map_or("", |label| &label.number)
    }

    /// How running text refers to an anchor.
    #[must_use]
    pub fn cited(&self, anchor: &str) -> &str {
        self.get(anchor).map_or("", |label| &label.cited)
    }

    /// Running text as plain words, references included.
    #[must_use]
    pub fn plain(&self, rich: &Rich) -> String {
        let text: String = rich
            .0
            .iter()
            .map(|inline| match inline {
                Inline::Ref(anchor) => self.cited(anchor).to_owned(),
                Inline::About { text, .. } => self.plain(text),
                Inline::Text(text) | Inline::Strong(text) | Inline::Emph(text) | Inline::Code(text) => {
                    text.clone()
                }
                Inline::RefAs(_, text) | Inline::Link { text, .. } => text.clone(),
            })
            .collect();
        clean(&text)
    }
}

/// The anchor of the page for the decision-maker.
pub const SUMMARY: &str = "summary";

/// The name of a work inside a file.
pub(crate) fn work_fragment(anchor: &str) -> String {
    format!("work-{anchor}")
}

struct Walk<'a> {
    words: &'a Words,
    labels: Labels,
    files: BTreeSet<String>,
    counts: [usize; 2],
}

impl Walk<'_> {
    fn label(
        &mut self,
        anchor: &str,
        target: Target,
        number: String,
        cited: String,
    ) -> Result<(), DocumentError> {
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let starts = anchor.chars().next().is_some_and(|c| c.is_ascii_alphanumeric());
        if !starts || !anchor.chars().all(fits) {
            return Err(DocumentError::BadAnchor(anchor.to_owned()));
        }
        let file = matches!(target, Target::Table | Target::Figure);
        if file && !self.files.insert(anchor.to_ascii_lowercase()) {
            return Err(DocumentError::DuplicateAnchor(anchor.to_owned()));
        }
        let labels = match target {
            Target::Reference => &mut self.labels.works,
            _ => &mut self.labels.labels,
        };
        match labels.insert(anchor.to_owned(), Label { target, number, cited }) {
            Some(_) => Err(DocumentError::DuplicateAnchor(anchor.to_owned())),
            None => Ok(()),
        }
    }

    fn blocks(&mut self, blocks: &[Block], level: &mut u8, aside: bool) -> Result<(), DocumentError> {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.heading(heading, level, aside)?,
                Block::Table(table) => self.table(table)?,
                Block::Figure(figure) => self.figure(figure)?,
                Block::Note(note) => self.blocks(&note.body, level, aside)?,
                Block::Card(card) => {
                    if !card.anchor.is_empty() {
                        let cited = if card.code.is_empty() { &card.title } else { &card.code };
                        self.label(&card.anchor, Target::Card, card.code.clone(), cited.clone())?;
                    }
                    self.blocks(&card.body, level, aside)?;
                }
                Block::References(references) => {
                    for reference in references {
                        self.label(
                            &reference.anchor,
                            Target::Reference,
                            String::new(),
                            reference.cited.clone(),
                        )?;
                    }
                }
                Block::Lead(_)
                | Block::Paragraph(_)
                | Block::List { .. }
                | Block::Facts(_)
                | Block::Why(_)
                | Block::Traces
                | Block::PageBreak => {}
            }
        }
        Ok(())
    }

    /// `aside`: the page for the decision-maker, whose headings are neither numbered nor listed.
    fn heading(&mut self, heading: &Heading, level: &mut u8, aside: bool) -> Result<(), DocumentError> {
        let lowest = if aside && *level > 0 { 2 } else { 1 };
        if heading.level < lowest || heading.level > *level + 1 || heading.level > 4 {
            return Err(DocumentError::SkippedLevel(heading.text.clone()));
        }
        *level = heading.level;
        let numbering = if aside { Numbering::None } else { heading.numbering };
        let number = self.number_of(heading.level, numbering);
        let (target, cited) = match (numbering, heading.level) {
            _ if number.is_empty() => {
                let title = heading.text.as_str().into();
                (Target::Heading, self.words.with("report-ref-title", &[("title", title)]))
            }
            (Numbering::Chapter | Numbering::None, 1) => {
                (Target::Heading, self.word("report-ref-chapter", &number))
            }
            (Numbering::Chapter | Numbering::None, _) => {
                (Target::Heading, self.word("report-ref-section", &number))
            }
            (Numbering::Annex, _) => (Target::Annex, self.word("report-ref-annex", &number)),
        };
        self.label(&heading.anchor, target, number.clone(), cited)?;
        if !aside {
            self.labels.contents.push(Entry {
                level: heading.level,
                number,
                text: heading.text.clone(),
                anchor: heading.anchor.clone(),
            });
        }
        Ok(())
    }

    /// The next number of a heading, from the numbers of those before it.
    fn number_of(&self, level: u8, numbering: Numbering) -> String {
        if numbering == Numbering::None {
            return String::new();
        }
        let annex = |number: &str| number.starts_with(|c: char| c.is_ascii_uppercase());
        let same = |e: &&Entry| !e.number.is_empty() && annex(&e.number) == (numbering == Numbering::Annex);
        if level == 1 {
            let before = self.labels.contents.iter().filter(|e| e.level == 1).filter(same).count();
            return if numbering == Numbering::Annex { letters(before) } else { (before + 1).to_string() };
        }
        let parent = self.labels.contents.iter().rev().find(|e| e.level < level);
        let prefix = parent.map_or("", |e| e.number.as_str());
        let before = self
            .labels
            .contents
            .iter()
            .rev()
            .take_while(|e| e.level >= level)
            .filter(|e| e.level == level && !e.number.is_empty())
            .count();
        if prefix.is_empty() { String::new() } else { format!("{prefix}.{}", before + 1) }
    }

    fn word(&self, key: &str, number: &str) -> String {
        self.words.with(key, &[("number", number.into())])
    }

    fn table(&mut self, table: &Table) -> Result<(), DocumentError> {
        if table.rows.iter().any(|row| row.cells.len() > table.columns.len()) {
            return Err(DocumentError::LongRow(table.id.clone()));
        }
        self.counts[0] += 1;
        let number = self.counts[0].to_string();
        let cited = self.word("report-ref-table", &number);
        self.label(&table.id, Target::Table, number.clone(), cited)?;
        let text = table.caption.plain();
        self.labels.tables.push(Entry { level: 1, number, text, anchor: table.id.clone() });
        Ok(())
    }

    fn figure(&mut self, figure: &Figure) -> Result<(), DocumentError> {
        if figure.alt.trim().is_empty() {
            return Err(DocumentError::NoDescription(figure.id.clone()));
        }
        self.counts[1] += 1;
        let number = self.counts[1].to_string();
        let cited = self.word("report-ref-figure", &number);
        self.label(&figure.id, Target::Figure, number.clone(), cited)?;
        let text = figure.caption.plain();
        self.labels.figures.push(Entry { level: 1, number, text, anchor: figure.id.clone() });
        Ok(())
    }
}

/// `A`, `B` … `Z`, `AA`.
fn letters(index: usize) -> String {
    let last = char::from(b'A' + (index % 26) as u8);
    if index < 26 { last.to_string() } else { format!("{}{last}", letters(index / 26 - 1)) }
}

/// What a document leads to or speaks of.
enum To<'a> {
    /// An anchor that it refers to.
    Anchor(&'a str),
    /// Parts of which a sentence speaks: one of them is there.
    Parts(&'a [String]),
}

type Visit<'a> = &'a mut dyn FnMut(To<'_>) -> Result<(), DocumentError>;

/// Calls `visit` with everything that the document refers to or speaks of.
fn each_reference(document: &Document, visit: Visit<'_>) -> Result<(), DocumentError> {
    if let Some(notice) = &document.cover.notice {
        rich_references(notice, visit)?;
    }
    for fact in document.cover.facts.iter().chain(document.traces.iter().flat_map(|trace| &trace.facts)) {
        rich_references(&fact.value, visit)?;
    }
    block_references(&document.decision, visit)?;
    block_references(&document.blocks, visit)
}

fn block_references(blocks: &[Block], visit: Visit<'_>) -> Result<(), DocumentError> {
    for block in blocks {
        match block {
            Block::Lead(rich) | Block::Paragraph(rich) => rich_references(rich, visit)?,
            Block::List { items, .. } => items.iter().try_for_each(|item| rich_references(item, visit))?,
            Block::Facts(facts) => facts.iter().try_for_each(|fact| rich_references(&fact.value, visit))?,
            Block::Table(table) => {
                let around = [Some(&table.caption), table.note.as_ref(), table.source.as_ref()];
                around.into_iter().flatten().try_for_each(|rich| rich_references(rich, visit))?;
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    cell_references(cell, visit)?;
                }
            }
            Block::Figure(figure) => {
                let around = [Some(&figure.caption), figure.note.as_ref(), figure.source.as_ref()];
                around.into_iter().flatten().try_for_each(|rich| rich_references(rich, visit))?;
            }
            Block::Note(note) => block_references(&note.body, visit)?,
            Block::Card(card) => block_references(&card.body, visit)?,
            Block::Why(trace) => visit(To::Anchor(trace))?,
            Block::References(entries) => {
                entries.iter().try_for_each(|entry| rich_references(&entry.entry, visit))?;
            }
            Block::Heading(_) | Block::Traces | Block::PageBreak => {}
        }
    }
    Ok(())
}

fn cell_references(cell: &Cell, visit: Visit<'_>) -> Result<(), DocumentError> {
    match cell {
        Cell::Text(rich) => rich_references(rich, visit),
        Cell::Marked(_, cell) => cell_references(cell, visit),
        Cell::Number { .. } | Cell::Empty => Ok(()),
    }
}

fn rich_references(rich: &Rich, visit: Visit<'_>) -> Result<(), DocumentError> {
    for inline in &rich.0 {
        match inline {
            Inline::Ref(anchor) | Inline::RefAs(anchor, _) => visit(To::Anchor(anchor))?,
            Inline::About { parts, text } => {
                visit(To::Parts(parts))?;
                rich_references(text, visit)?;
            }
            _ => {}
        }
    }
    Ok(())
}
