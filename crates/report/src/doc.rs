//! The document model: one value from which every back end (page, PDF, tables, figures) is printed.
//!
//! A document holds finished sentences of one language and finished pictures; it computes nothing. Numbers of chapters,
//! tables and figures and the words of cross references are given by [`crate::resolve`], so that every back end says
//! "table 3" of the same table.

use atalaya_model::{
    Lang,
    choice::{Locale, Provenance},
};
use atalaya_words::Conventions;

use crate::{rich::Rich, svg};

/// A whole report in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The language of every sentence.
    pub lang: Lang,
    /// The country whose Spanish it is.
    pub locale: Option<Locale>,
    /// The study's title.
    pub title: String,
    /// A second line below the title, empty for none.
    pub subtitle: String,
    /// Who signs.
    pub authors: Vec<String>,
    /// The day the study speaks of (`as_of`), `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; empty where the study has none.
    pub date: String,
    /// How it opens.
    pub front: Front,
    /// The cover.
    pub cover: Cover,
    /// What stands at the head of every page.
    pub running: Running,
    /// The page for the decision-maker, which stands alone; empty for none. The back ends print its title: its own
    /// headings begin at level 2.
    pub decision: Vec<Block>,
    /// The chapters.
    pub blocks: Vec<Block>,
    /// Where findings come from, opened by [`Block::Why`] and listed by [`Block::Traces`].
    pub traces: Vec<Trace>,
}

impl Document {
    /// How its language is written.
    #[must_use]
    pub fn conventions(&self) -> Conventions {
        Conventions::of(self.lang, self.locale)
    }

    /// Every table, in the order of their numbers.
    #[must_use]
    pub fn tables(&self) -> Vec<&Table> {
        let mut out = Vec::new();
        each(self, &mut |block| {
            if let Block::Table(table) = block {
                out.push(table);
            }
        });
        out
    }

    /// Every figure, in the order of their numbers.
    #[must_use]
    pub fn figures(&self) -> Vec<&Figure> {
        let mut out = Vec::new();
        each(self, &mut |block| {
            if let Block::Figure(figure) = block {
                out.push(figure);
            }
        });
        out
    }
}

/// Changes every piece of running text of some blocks.
pub(crate) fn each_text(blocks: &mut [Block], change: &mut dyn FnMut(&mut Rich)) {
    fn cell(own: &mut Cell, change: &mut dyn FnMut(&mut Rich)) {
        match own {
            Cell::Text(rich) => change(rich),
            Cell::Marked(_, inner) => cell(inner, change),
            Cell::Number { .. } | Cell::Empty => {}
        }
    }
    for block in blocks {
        match block {
            Block::Lead(rich) | Block::Paragraph(rich) => change(rich),
            Block::List { items, .. } => items.iter_mut().for_each(&mut *change),
            Block::Facts(facts) => facts.iter_mut().for_each(|fact| change(&mut fact.value)),
            Block::Table(table) => {
                let around = [Some(&mut table.caption), table.note.as_mut(), table.source.as_mut()];
                around.into_iter().flatten().for_each(&mut *change);
                table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|own| cell(own, change));
            }
            Block::Figure(figure) => {
                let around = [Some(&mut figure.caption), figure.note.as_mut(), figure.source.as_mut()];
                around.into_iter().flatten().for_each(&mut *change);
            }
            Block::Note(note) => each_text(&mut note.body, change),
            Block::Card(card) => each_text(&mut card.body, change),
            Block::References(references) => {
                references.iter_mut().for_each(|reference| change(&mut reference.entry));
            }
            Block::Heading(_) | Block::Why(_) | Block::Traces | Block::PageBreak => {}
        }
    }
}

fn each<'a>(document: &'a Document, visit: &mut dyn FnMut(&'a Block)) {
    fn down<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Block)) {
        for block in blocks {
            visit(block);
            match block {
                Block::Note(note) => down(&note.body, visit),
                Block::Card(card) => down(&card.body, visit),
                _ => {}
            }
        }
    }
    down(&document.decision, visit);
    down(&document.blocks, visit);
}

/// How a document opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Front {
    /// With a cover and the contents; chapters begin on a new page.
    #[default]
    Cover,
    /// With its title above the text, as an article; chapters follow one another.
    Title,
    /// With nothing but the running header, as a sheet.
    Sheet,
}

/// The cover.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cover {
    /// The kind of document, above the title: "Estudio de prospectiva".
    pub kicker: String,
    /// The few facts of the *ficha técnica* that a cover carries.
    pub facts: Vec<Fact>,
    /// A notice that nobody may miss, such as illustrative data.
    pub notice: Option<Rich>,
    /// Base year and horizon, drawn as a ruler of years.
    pub span: Option<Span>,
    /// Small print at the foot: program, version, hashes.
    pub colophon: String,
}

/// The years that a study spans, `base < horizon`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Base year.
    pub base: i32,
    /// Horizon.
    pub horizon: i32,
    /// Years between the two that have a name in the study (ends of periods).
    pub marks: Vec<i32>,
}

/// The running header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Running {
    /// The study's short title.
    pub study: String,
    /// The notice of provenance, empty where everything was elicited or published.
    pub notice: String,
}

/// A name and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The name.
    pub label: String,
    /// The value.
    pub value: Rich,
}

impl Fact {
    /// A fact.
    pub fn new(label: impl Into<String>, value: impl Into<Rich>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// The finding of a section in one or two sentences, set larger than the text.
    Lead(Rich),
    /// A paragraph.
    Paragraph(Rich),
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// The items.
        items: Vec<Rich>,
    },
    /// Names and values in two columns.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// A figure.
    Figure(Figure),
    /// A note set apart.
    Note(Note),
    /// A card (*ficha*).
    Card(Card),
    /// The trace of a finding, by id: a fold on the page, a reference to the trace annex on paper.
    Why(String),
    /// The references.
    References(Vec<Reference>),
    /// Every trace, as an annex.
    Traces,
    /// A new page, on paper.
    PageBreak,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 for a chapter, 2 for a section, 3 for a subsection; a level never skips one.
    pub level: u8,
    /// The words.
    pub text: String,
    /// The name by which references find it.
    pub anchor: String,
    /// How it is numbered.
    pub numbering: Numbering,
    /// The language of what stands below it, up to the next heading, where it is not the document's.
    pub lang: Option<Lang>,
}

/// How a heading is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Numbering {
    /// `3`, `3.1`.
    Chapter,
    /// `A`, `A.1`.
    Annex,
    /// Without a number: summary, references.
    None,
}

impl Heading {
    /// A numbered heading.
    pub fn new(level: u8, text: impl Into<String>, anchor: impl Into<String>) -> Self {
        Self { level, text: text.into(), anchor: anchor.into(), numbering: Numbering::Chapter, lang: None }
    }

    /// The same heading of a text in a language.
    #[must_use]
    pub fn spoken(mut self, lang: Lang) -> Self {
        self.lang = Some(lang);
        self
    }

    /// The same heading with another numbering.
    #[must_use]
    pub fn numbered(mut self, numbering: Numbering) -> Self {
        self.numbering = numbering;
        self
    }
}

/// A table: printed by every back end and written as CSV.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Anchor and file name.
    pub id: String,
    /// What the table says.
    pub caption: Rich,
    /// Columns, from the left.
    pub columns: Vec<Column>,
    /// Rows, from the top.
    pub rows: Vec<Row>,
    /// Whether the first column names its row.
    pub row_headers: bool,
    /// Explanation below the table.
    pub note: Option<Rich>,
    /// Where its figures come from.
    pub source: Option<Rich>,
    /// The weakest provenance of its figures.
    pub provenance: Option<Provenance>,
}

impl Table {
    /// A table without rows, note or source, whose first column names the rows.
    pub fn new(id: impl Into<String>, caption: impl Into<Rich>, columns: Vec<Column>) -> Self {
        Self {
            id: id.into(),
            caption: caption.into(),
            columns,
            rows: Vec::new(),
            row_headers: true,
            note: None,
            source: None,
            provenance: None,
        }
    }

    /// Adds a row of cells.
    pub fn push(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { kind: RowKind::Body, cells });
    }

    /// The same table without the columns in which no row says anything; the first stays.
    #[must_use]
    pub fn without_empty_columns(mut self) -> Self {
        let says = |index: usize| {
            let mut cells = self.rows.iter().filter_map(|row| row.cells.get(index));
            index == 0 || cells.any(|cell| !cell.is_empty())
        };
        let kept: Vec<bool> = (0..self.columns.len()).map(says).collect();
        let mut flags = kept.iter();
        self.columns.retain(|_| flags.next().copied().unwrap_or(true));
        for row in self.rows.iter_mut().filter(|row| row.kind != RowKind::Group) {
            let mut flags = kept.iter();
            row.cells.retain(|_| flags.next().copied().unwrap_or(true));
        }
        self
    }

    /// Adds a line that names the rows below it.
    pub fn group(&mut self, name: impl Into<Rich>) {
        self.rows.push(Row { kind: RowKind::Group, cells: vec![Cell::Text(name.into())] });
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The words at its head.
    pub header: String,
    /// The unit of its numbers, empty for none.
    pub unit: String,
    /// How its cells stand.
    pub align: Align,
}

impl Column {
    /// A column of words.
    pub fn text(header: impl Into<String>) -> Self {
        Self { header: header.into(), unit: String::new(), align: Align::Left }
    }

    /// A column of numbers.
    pub fn number(header: impl Into<String>) -> Self {
        Self { header: header.into(), unit: String::new(), align: Align::Right }
    }

    /// A column of marks or short codes.
    pub fn mark(header: impl Into<String>) -> Self {
        Self { header: header.into(), unit: String::new(), align: Align::Centre }
    }

    /// The same column with a unit.
    #[must_use]
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = unit.into();
        self
    }
}

/// How cells stand in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
    /// Marks.
    Centre,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// As many cells as columns, or fewer (the rest is empty); one cell in a group line.
    pub cells: Vec<Cell>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A row of the table.
    Body,
    /// A line that names the rows below it.
    Group,
    /// A total.
    Total,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words.
    Text(Rich),
    /// A number and the form in which it is printed.
    Number {
        /// The number.
        value: f64,
        /// As printed: with the digits that its panel carries.
        text: String,
    },
    /// A cell that stands out, with the same content in other back ends.
    Marked(Mark, Box<Cell>),
    /// No value.
    Empty,
}

impl Cell {
    /// A number with its printed form.
    pub fn number(value: f64, text: impl Into<String>) -> Self {
        Self::Number { value, text: text.into() }
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.is_empty(),
            Self::Number { .. } => false,
            Self::Marked(_, cell) => cell.is_empty(),
        }
    }

    /// Its words, where it has words.
    #[must_use]
    pub fn text(&self) -> Option<&Rich> {
        match self {
            Self::Text(rich) => Some(rich),
            Self::Marked(_, cell) => cell.text(),
            Self::Number { .. } | Self::Empty => None,
        }
    }

    /// The same cell, standing out.
    #[must_use]
    pub fn marked(self, mark: Mark) -> Self {
        Self::Marked(mark, Box::new(self))
    }
}

impl<T: Into<Rich>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

/// How a cell stands out; never by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// What matters: bold, in the accent.
    Accent,
    /// What needs care: a dotted line below, in ochre.
    Care,
    /// What recedes.
    Quiet,
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Anchor and file name.
    pub id: String,
    /// What is drawn.
    pub caption: Rich,
    /// What it shows, in a sentence without a full stop; empty for a picture without a finding.
    pub finding: String,
    /// What a person who cannot see it must know.
    pub alt: String,
    /// The picture for a page, PDF and file: a whole SVG document.
    pub wide: String,
    /// The same drawn lower, where it can be: for what is left of a page of paper.
    pub low: Option<String>,
    /// The picture for a screen of at most 480 px, where it differs.
    pub narrow: Option<String>,
    /// The picture for a slide: 16:9, in large type, on several where one would be too small to read; only where slides
    /// were asked for.
    pub slides: Vec<String>,
    /// Explanation below the figure.
    pub note: Option<Rich>,
    /// Where its figures come from.
    pub source: Option<Rich>,
    /// The weakest provenance of its figures.
    pub provenance: Option<Provenance>,
}

impl Figure {
    /// The picture as a file of its own.
    #[must_use]
    pub fn svg(&self) -> String {
        format!("{}\n", svg::element(&self.wide))
    }
}

/// A note set apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// What kind of note.
    pub kind: NoteKind,
    /// Its title; empty takes the kind's word.
    pub title: String,
    /// What it says.
    pub body: Vec<Block>,
}

/// The kinds of note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// Explains.
    Plain,
    /// Warns the reader.
    Care,
    /// Says what the study does not have yet.
    Gap,
    /// How it was computed; behind a fold on the page.
    Method,
}

/// A card: what a workshop would pin on the wall.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Anchor; empty where nothing refers to it.
    pub anchor: String,
    /// The code of what it describes (`V3`), empty for none.
    pub code: String,
    /// Its title.
    pub title: String,
    /// A few words that classify it.
    pub tags: Vec<String>,
    /// The body, which has no headings.
    pub body: Vec<Block>,
}

/// A work cited.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Anchor: the source's id.
    pub anchor: String,
    /// How it is cited in the text: "Gutarra y Valente, 2018".
    pub cited: String,
    /// The entry in the list.
    pub entry: Rich,
}

/// Where a finding comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// Anchor.
    pub id: String,
    /// The finding in a few words.
    pub title: String,
    /// Its inputs: method and convention, family, round, group, rule, counts, hash, sources.
    pub facts: Vec<Fact>,
}
