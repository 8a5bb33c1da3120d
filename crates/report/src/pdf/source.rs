//! The document as a source for the typesetter. Whatever a person wrote goes in as a string literal, which the
//! typesetter never reads as markup.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::OnceLock;

use atalaya_model::Lang;
use atalaya_model::choice::{Choice, Provenance};
use atalaya_words::Words;
use ttf_parser::Face;

use crate::cover::{Ink, ruler};
use crate::doc::{
    Align, Block, Card, Cell, Document, Fact, Figure, Heading, Mark, Note, NoteKind, Reference, RowKind,
    Table,
};
use crate::fonts;
use crate::measure;
use crate::resolve::{Labels, SUMMARY, Target, work_fragment};
use crate::rich::{Inline, Rich, clean, safe_url, short_title};
use crate::svg;

const TEMPLATE: &str = include_str!("../../assets/report.typ");

/// A source and the pictures it names.
pub(super) struct Written {
    pub text: String,
    pub files: BTreeMap<String, String>,
}

pub(super) fn write(document: &Document, words: &Words, labels: &Labels) -> Written {
    let has_traces = document.blocks.iter().any(|block| matches!(block, Block::Traces));
    let mut setter =
        Setter { document, words, labels, has_traces, out: TEMPLATE.to_owned(), files: BTreeMap::new() };
    setter.document();
    Written { text: setter.out, files: setter.files }
}

struct Setter<'a> {
    document: &'a Document,
    words: &'a Words,
    labels: &'a Labels,
    has_traces: bool,
    out: String,
    files: BTreeMap<String, String>,
}

macro_rules! put {
    ($self:ident, $($arg:tt)*) => {
        // Writing to a string cannot fail.
        let _ = write!($self.out, $($arg)*);
    };
}

impl Setter<'_> {
    fn document(&mut self) {
        let document = self.document;
        let region = match document.lang {
            Lang::Es => "\"PE\"",
            Lang::En => "none",
        };
        let authors: Vec<String> = document.authors.iter().map(|author| literal(author)).collect();
        put!(
            self,
            "\n#show: report.with(title: {}, authors: ({}), date: {}, lang: \"{}\", region: {region}, study: {}, notice: {})\n",
            literal(&document.title),
            authors.iter().map(|author| format!("{author},")).collect::<String>(),
            date(&document.date),
            document.lang.code(),
            literal(&short_title(&document.running.study)),
            literal(&document.running.notice),
        );
        self.cover();
        let list = |some: bool, key: &str| if some { literal(&self.words.t(key)) } else { "none".to_owned() };
        let tables = list(!self.labels.tables.is_empty(), "report-list-of-tables");
        let figures = list(!self.labels.figures.is_empty(), "report-list-of-figures");
        if !self.labels.contents.is_empty() {
            let title = literal(&self.words.t("report-contents"));
            // Lists that would run over begin on a page of their own.
            let listed = self.labels.contents.iter().filter(|entry| entry.level <= 2).count();
            let apart = listed + self.labels.tables.len() + self.labels.figures.len() > 34;
            put!(self, "#contents(title: {title}, tables: {tables}, figures: {figures}, apart: {apart})\n");
        }
        if !document.decision.is_empty() {
            self.heading(&Heading::new(1, self.words.t("report-decision"), SUMMARY), true);
        }
        self.blocks(&document.decision, true);
        if !document.decision.is_empty() {
            put!(self, "#pagebreak(weak: true)\n");
        }
        self.blocks(&document.blocks, false);
    }

    fn cover(&mut self) {
        let document = self.document;
        let cover = &document.cover;
        let mut byline = String::new();
        if !document.authors.is_empty() {
            let _ = write!(byline, "{},", literal(&self.words.list(&document.authors)));
        }
        if !document.date.is_empty() {
            let day = self.words.date(&document.date);
            let _ = write!(byline, "{},", literal(&self.words.with("report-as-of", &[("date", day.into())])));
        }
        let ruler = cover.span.as_ref().map_or("none".to_owned(), |span| {
            let ink = Ink { line: "#4f565c", accent: "#0d6e6e" };
            self.files.insert("/cover.svg".into(), ruler(span, &ink));
            "image(\"/cover.svg\", width: 100%)".to_owned()
        });
        let notice = cover.notice.as_ref().map_or("none".to_owned(), |notice| self.rich(notice));
        let facts = if cover.facts.is_empty() { "none".to_owned() } else { self.facts(&cover.facts, "9pt") };
        put!(
            self,
            "#cover(kicker: {}, title: {}, subtitle: {}, byline: ({byline}), ruler: {ruler}, notice: {notice}, facts: {facts}, colophon: {})\n",
            literal(&cover.kicker),
            literal(&document.title),
            literal(&document.subtitle),
            literal(&cover.colophon),
        );
    }

    /// `aside`: the page for the decision-maker, whose sections are not in the contents.
    fn blocks(&mut self, blocks: &[Block], aside: bool) {
        let mut rest = blocks;
        while let Some((block, after)) = rest.split_first() {
            let lying = lying(rest);
            if lying > 0 {
                put!(self, "#page(flipped: true)[\n");
                for block in &rest[..lying] {
                    self.block(block, aside);
                }
                put!(self, "]\n");
                rest = &rest[lying..];
            } else {
                self.block(block, aside);
                rest = after;
            }
        }
    }

    fn block(&mut self, block: &Block, aside: bool) {
        match block {
            Block::Heading(heading) => self.heading(heading, aside),
            Block::Lead(rich) => {
                put!(self, "#lead({})\n", self.rich(rich));
            }
            Block::Paragraph(rich) => {
                put!(self, "#par({})\n", self.rich(rich));
            }
            Block::List { ordered, items } => {
                let items: String = items.iter().map(|item| format!("{},", self.rich(item))).collect();
                let function = if *ordered { "enum" } else { "list" };
                put!(self, "#{function}({items})\n");
            }
            Block::Facts(facts) => {
                put!(self, "#{}\n", self.facts(facts, "9pt"));
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Note(note) => self.note(note, aside),
            Block::Card(card) => self.card(card, aside),
            Block::Why(id) => self.why(id),
            Block::References(references) => self.references(references),
            Block::Traces => self.traces(),
            Block::PageBreak => {
                put!(self, "#pagebreak(weak: true)\n");
            }
        }
    }

    fn heading(&mut self, heading: &Heading, aside: bool) {
        let listed = !aside || heading.level == 1;
        put!(
            self,
            "#chapter({}, {}, {}, {}, outlined: {listed})\n",
            heading.level,
            literal(self.labels.number(&heading.anchor)),
            literal(&heading.text),
            literal(&heading.anchor),
        );
    }

    /// Running text as a content literal.
    fn rich(&self, rich: &Rich) -> String {
        let mut out = String::from("[");
        for inline in &rich.0 {
            let _ = match inline {
                Inline::Text(text) => write!(out, "#{}", literal(text)),
                Inline::Strong(text) => write!(out, "#strong({})", literal(text)),
                Inline::Emph(text) => write!(out, "#emph({})", literal(text)),
                Inline::Code(text) => write!(out, "#raw({})", literal(text)),
                Inline::Ref(anchor) => write!(out, "#{}", self.link(anchor, self.labels.cited(anchor))),
                Inline::RefAs(anchor, text) => write!(out, "#{}", self.link(anchor, text)),
                Inline::Link { text, url } => match safe_url(url) {
                    Some(url) => write!(out, "#link({}, {})", literal(url), literal(text)),
                    None => write!(out, "#{}", literal(text)),
                },
            };
        }
        out.push(']');
        out
    }

    fn link(&self, anchor: &str, text: &str) -> String {
        let trace = self.labels.get(anchor).is_some_and(|l| l.target == Target::Trace);
        // Traces have a place on paper only where the document lists them.
        if trace && !self.has_traces {
            return literal(text);
        }
        format!("link(label({}), {})", literal(&self.labels.fragment(anchor)), literal(text))
    }

    fn facts(&self, facts: &[Fact], size: &str) -> String {
        let pairs: String =
            facts.iter().map(|f| format!(", {}, {}", literal(&f.label), self.rich(&f.value))).collect();
        format!("facts(size: {size}{pairs})")
    }

    fn below(&self, note: Option<&Rich>, source: Option<&Rich>, provenance: Option<Provenance>) -> String {
        let mut lines = String::new();
        if let Some(note) = note {
            let word = literal(&self.words.t("report-note"));
            let _ = write!(lines, "text(weight: \"bold\", {word}) + \" \" + {},", self.rich(note));
        }
        let mut last = Vec::new();
        if let Some(source) = source {
            let sentence = self.words.with("report-source", &[("source", "\u{e000}".into())]);
            let (before, after) = sentence.split_once('\u{e000}').unwrap_or((&sentence, ""));
            last.push(format!("{} + {} + {}", literal(before), self.rich(source), literal(after)));
        }
        if let Some(provenance) = provenance {
            let text = literal(&self.words.choice("report-provenance", provenance.as_str()));
            last.push(match provenance {
                Provenance::Illustrative => format!("tag({text})"),
                _ => text,
            });
        }
        if !last.is_empty() {
            let _ = write!(lines, "{},", last.join(" + \" · \" + "));
        }
        format!("below({lines})")
    }

    fn number(&self, key: &str, id: &str) -> String {
        literal(&self.words.with(key, &[("number", self.labels.number(id).into())]))
    }

    fn table(&mut self, table: &Table) {
        let layout = measure::layout(table);
        let count = table.columns.len();
        let widths: String = layout.widths.iter().map(|width| format!("{width:.2}fr,")).collect();
        let aligns: String = table
            .columns
            .iter()
            .map(|column| match column.align {
                Align::Left => "left+top,",
                Align::Right => "right+top,",
                Align::Centre => "center+top,",
            })
            .collect();
        let head: String = table
            .columns
            .iter()
            .map(|column| {
                format!("align(bottom, th({}, {})),", literal(&column.header), literal(&column.unit))
            })
            .collect();
        let mut cells = String::new();
        let body_rows = table.rows.len();
        for (index, row) in table.rows.iter().enumerate() {
            if row.kind == RowKind::Group {
                let name = row.cells.first().map_or("[]".to_owned(), |cell| self.cell(cell));
                let _ = write!(cells, "..group({count}, {name}),");
                continue;
            }
            if row.kind == RowKind::Total {
                cells.push_str("table.hline(stroke: .6pt + ink),");
            }
            for column in 0..count {
                let cell = row.cells.get(column).map_or("[]".to_owned(), |cell| self.cell(cell));
                if row.kind == RowKind::Total {
                    let _ = write!(cells, "text(weight: \"bold\", {cell}),");
                } else {
                    let _ = write!(cells, "{cell},");
                }
            }
            if index + 1 < body_rows {
                cells.push_str("hair-line,");
            }
            cells.push('\n');
        }
        let call = format!(
            "sheet-of({}, {}, {}, size: {}pt, gutter: {}pt, widths: ({widths}), aligns: ({aligns}), head: ({head}), tight: {}, keep: {}, after: {}, (\n{cells}))",
            literal(&table.id),
            self.number("report-table", &table.id),
            self.rich(&table.caption),
            layout.size,
            layout.gutter,
            layout.tight,
            layout.keep,
            self.below(table.note.as_ref(), table.source.as_ref(), table.provenance),
        );
        put!(self, "#{call}\n");
    }

    fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Text(rich) => self.rich(rich),
            Cell::Number { text, .. } => format!("[#{}]", literal(text)),
            Cell::Marked(mark, cell) => {
                let function = match mark {
                    Mark::Accent => "m-accent",
                    Mark::Care => "m-care",
                    Mark::Quiet => "m-quiet",
                };
                format!("{function}({})", self.cell(cell))
            }
            Cell::Empty => "[]".to_owned(),
        }
    }

    fn figure(&mut self, figure: &Figure) {
        // Named by order: names that people chose would stay interned in the typesetter for ever.
        let path = format!("/figure-{}.svg", self.files.len());
        self.files.insert(path.clone(), printable(svg::element(&figure.wide)));
        // The text is 158 mm wide; a picture leaves room for its caption and source on one page.
        let height = if svg::aspect(&figure.wide) * 158.0 > 195.0 { "195mm" } else { "auto" };
        put!(
            self,
            "#picture({}, {}, {}, \"{path}\", {}, height: {height}, after: {})\n",
            literal(&figure.id),
            self.number("report-figure", &figure.id),
            self.rich(&figure.caption),
            literal(&figure.alt),
            self.below(figure.note.as_ref(), figure.source.as_ref(), figure.provenance),
        );
    }

    fn note(&mut self, note: &Note, aside: bool) {
        let (kind, key) = match note.kind {
            NoteKind::Plain => ("plain", "report-note-plain"),
            NoteKind::Care => ("care", "report-note-care"),
            NoteKind::Gap => ("gap", "report-note-gap"),
            NoteKind::Method => ("plain", "report-note-method"),
        };
        let title = if note.title.is_empty() { self.words.t(key) } else { note.title.clone() };
        put!(self, "#note({}, \"{kind}\")[\n", literal(&title));
        self.blocks(&note.body, aside);
        put!(self, "]\n");
    }

    fn card(&mut self, card: &Card, aside: bool) {
        let tags: String = card.tags.iter().map(|tag| format!("{},", literal(tag))).collect();
        put!(
            self,
            "#card({}, {}, {}, ({tags}))[\n",
            literal(&card.anchor),
            literal(&card.code),
            literal(&card.title)
        );
        self.blocks(&card.body, aside);
        put!(self, "]\n");
    }

    fn why(&mut self, id: &str) {
        if !self.has_traces {
            return;
        }
        let see = self.words.with("report-why-see", &[("trace", self.labels.cited(id).into())]);
        put!(self, "#why({})\n", self.link(id, &see));
    }

    fn references(&mut self, references: &[Reference]) {
        for reference in references {
            let anchor = work_fragment(&reference.anchor);
            put!(self, "#work({}, {})\n", literal(&anchor), self.rich(&reference.entry));
        }
    }

    fn traces(&mut self) {
        let document = self.document;
        for trace in &document.traces {
            put!(
                self,
                "#trace({}, {}, {}, {})\n",
                literal(&trace.id),
                literal(self.labels.number(&trace.id)),
                literal(&trace.title),
                self.facts(&trace.facts, "8pt"),
            );
        }
    }
}

/// How many blocks go together on pages that lie on their side: tables that need it, with the section's heading and the
/// few words that lead to the first of them.
fn lying(blocks: &[Block]) -> usize {
    let wide = |block: &Block| matches!(block, Block::Table(table) if measure::layout(table).landscape);
    let first = match blocks.first() {
        Some(Block::Heading(heading)) if heading.level > 1 => {
            let words =
                |block: &&Block| matches!(block, Block::Lead(_) | Block::Paragraph(_) | Block::Why(_));
            1 + blocks[1..].iter().take(4).take_while(words).count()
        }
        _ => 0,
    };
    match blocks.get(first..).unwrap_or_default().iter().take_while(|block| wide(block)).count() {
        0 => 0,
        tables => first + tables,
    }
}

/// A string literal of the typesetter's language.
fn literal(text: &str) -> String {
    let text = printable(&clean(text));
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The text with a box for each character that no embedded typeface has, without marks that only join or vary such.
fn printable(text: &str) -> String {
    static FACES: OnceLock<Vec<Face<'static>>> = OnceLock::new();
    let faces = FACES.get_or_init(|| {
        let regular = |f: &&fonts::FaceFile| f.weight == 400 && !f.italic;
        fonts::faces().iter().filter(regular).filter_map(|f| Face::parse(f.data, 0).ok()).collect()
    });
    text.chars()
        .filter_map(|c| match c {
            '\u{fe00}'..='\u{fe0f}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' => None,
            '\u{e0000}'..='\u{e0fff}' => None,
            c if u32::from(c) < 0x180 || c == '\u{2002}' => Some(c),
            c if faces.iter().any(|face| face.glyph_index(c).is_some()) => Some(c),
            _ => Some('□'),
        })
        .collect()
}

/// The date of the document's metadata.
fn date(text: &str) -> String {
    let mut parts = text.split('-').map(|part| part.parse::<u32>().ok());
    let year = parts.next().flatten().filter(|year| (1..=9999).contains(year));
    let month = parts.next().unwrap_or(Some(1)).filter(|month| (1..=12).contains(month));
    let day = parts.next().unwrap_or(Some(1));
    match (year, month, day) {
        (Some(year), Some(month), Some(day)) if day <= days(year, month) && day > 0 => {
            format!("datetime(year: {year}, month: {month}, day: {day})")
        }
        _ => "none".to_owned(),
    }
}

fn days(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
