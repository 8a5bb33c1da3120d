//! The document as a source for the typesetter. Whatever a person wrote goes in as a string literal, which the
//! typesetter never reads as markup.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::OnceLock;

use atalaya_model::Lang;
use atalaya_model::choice::{Choice, Provenance};
use atalaya_words::{Conventions, Words};
use ttf_parser::Face;

use super::flow::{
    AROUND, Form, Pen, Place, SHORT, drawing, few_facts, leads, lying, most, past_why, place, tail, tall,
    words_around,
};
use crate::cover::{Ink, ruler};
use crate::doc::{
    Align, Block, Card, Cell, Document, Fact, Figure, Front, Heading, Mark, Note, NoteKind, Reference,
    RowKind, Table,
};
use crate::fonts;
use crate::measure::{self, Tallness};
use crate::resolve::{Labels, SUMMARY, Target, work_fragment};
use crate::rich::{Inline, Rich, clean, safe_url, short_title};
use crate::svg;

const TEMPLATE: &str = include_str!("../../assets/report.typ");

/// The height of the capitals of Noto Sans, which is that of a line in a cell, in ems.
const CAPITALS: f64 = 0.714;

/// A source and the pictures it names.
pub(super) struct Written {
    pub text: String,
    pub files: BTreeMap<String, String>,
}

pub(super) fn write(document: &Document, words: &Words, labels: &Labels) -> Written {
    let has_traces = document.blocks.iter().any(|block| matches!(block, Block::Traces));
    let mut setter = Setter {
        document,
        words,
        labels,
        has_traces,
        out: TEMPLATE.to_owned(),
        files: BTreeMap::new(),
        pen: Pen::default(),
        floating: false,
        lang: document.lang,
    };
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
    /// About where on the page the next block begins.
    pen: Pen,
    /// Whether a picture may still be waiting for the page that it stands on.
    floating: bool,
    /// The language of what is set.
    lang: Lang,
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
        let region = document.conventions().country().map_or_else(|| "none".to_owned(), literal);
        let authors: Vec<String> = document.authors.iter().map(|author| literal(author)).collect();
        put!(
            self,
            "\n#show: report.with(title: {}, authors: ({}), date: {}, lang: \"{}\", region: {region}, study: {}, notice: {}, breaks: {})\n",
            literal(&document.title),
            authors.iter().map(|author| format!("{author},")).collect::<String>(),
            date(&document.date),
            document.lang.code(),
            literal(&short_title(&document.running.study)),
            literal(&document.running.notice),
            document.front == Front::Cover,
        );
        match document.front {
            Front::Cover => self.front(),
            Front::Title => self.title(),
            Front::Sheet => {
                put!(self, "#sheet-title({})\n", literal(&document.title));
            }
        }
        if !document.decision.is_empty() {
            self.heading(&Heading::new(1, self.words.t("report-decision"), SUMMARY), true);
        }
        if !document.decision.is_empty() {
            // A sheet has its study's title above its own.
            let above = if document.front == Front::Sheet { 86 } else { 54 };
            put!(self, "#one-page(above: {above}pt)[\n");
            self.blocks(&document.decision, true);
            put!(self, "]\n#pagebreak(weak: true)\n");
        }
        self.blocks(&document.blocks, false);
    }

    /// Cover and contents.
    fn front(&mut self) {
        self.cover();
        let list = |some: bool, key: &str| if some { literal(&self.words.t(key)) } else { "none".to_owned() };
        let tables = list(!self.labels.tables.is_empty(), "report-list-of-tables");
        let figures = list(!self.labels.figures.is_empty(), "report-list-of-figures");
        if !self.labels.contents.is_empty() {
            let title = literal(&self.words.t("report-contents"));
            put!(self, "#contents(title: {title}, tables: {tables}, figures: {figures})\n");
        }
    }

    /// The title above the text.
    fn title(&mut self) {
        let document = self.document;
        let notice = document.cover.notice.as_ref().map_or("none".to_owned(), |notice| self.rich(notice));
        put!(
            self,
            "#heading-block(kicker: {}, title: {}, subtitle: {}, byline: ({}), notice: {notice})\n",
            literal(&document.cover.kicker),
            literal(&document.title),
            literal(&document.subtitle),
            self.byline(),
        );
    }

    fn byline(&self) -> String {
        let document = self.document;
        let mut byline = String::new();
        if !document.authors.is_empty() {
            let _ = write!(byline, "{},", literal(&self.words.list(&document.authors)));
        }
        if !document.date.is_empty() {
            let day = self.words.date(&document.date);
            let _ = write!(byline, "{},", literal(&self.words.with("report-as-of", &[("date", day.into())])));
        }
        byline
    }

    fn cover(&mut self) {
        let document = self.document;
        let cover = &document.cover;
        let byline = self.byline();
        let ruler = cover.span.as_ref().map_or("none".to_owned(), |span| {
            let ink = Ink { line: "#4f565c", accent: "#0d6e6e" };
            self.files.insert("/cover.svg".into(), ruler(span, &ink));
            "image(\"/cover.svg\", width: 100%)".to_owned()
        });
        let notice = cover.notice.as_ref().map_or("none".to_owned(), |notice| self.rich(notice));
        let facts = if cover.facts.is_empty() { "none".to_owned() } else { self.facts(&cover.facts, "9pt") };
        put!(
            self,
            "#cover(kicker: {}, title: {}, subtitle: {}, byline: ({byline}), ruler: {ruler}, notice: {notice}, facts: {facts})\n",
            literal(&cover.kicker),
            literal(&document.title),
            literal(&document.subtitle),
        );
    }

    /// `aside`: the page for the decision-maker, whose sections are not in the contents.
    fn blocks(&mut self, blocks: &[Block], aside: bool) {
        let mut rest = blocks;
        while !rest.is_empty() {
            let lying = lying(rest);
            if lying > 0 {
                put!(self, "#page(flipped: true)[\n");
                self.upright(&rest[..lying], aside);
                put!(self, "]\n");
                self.pen = Pen::default();
                rest = &rest[lying..];
            } else {
                rest = self.next(rest, aside);
            }
        }
    }

    fn upright(&mut self, blocks: &[Block], aside: bool) {
        let mut rest = blocks;
        while !rest.is_empty() {
            rest = self.next(rest, aside);
        }
    }

    /// What stands inside of a block whose height the pen knows.
    fn inside(&mut self, blocks: &[Block], aside: bool) {
        let pen = self.pen;
        self.upright(blocks, aside);
        self.pen = pen;
    }

    /// Sets the first block, and its trace where that follows and can stand inside of it.
    fn next<'b>(&mut self, blocks: &'b [Block], aside: bool) -> &'b [Block] {
        let Some((block, after)) = blocks.split_first() else { return blocks };
        let why = match after.first() {
            Some(Block::Why(id)) => self.see(id),
            _ => None,
        };
        let goes_on = !matches!(
            block,
            Block::Heading(_)
                | Block::Figure(_)
                | Block::Card(_)
                | Block::PageBreak
                | Block::References(_)
                | Block::Traces
        );
        if self.floating && !goes_on {
            put!(self, "#place.flush()\n");
            self.floating = false;
            self.pen.flushed();
        }
        if !matches!(block, Block::Figure(_) | Block::Table(_)) {
            self.pen.then(block, after);
        }
        match block {
            Block::Heading(heading) => self.heading(heading, aside),
            Block::Lead(rich) => {
                put!(self, "#lead(sticky: {}, {})\n", leads(rich, after), self.rich(rich));
            }
            Block::Paragraph(rich) if leads(rich, after) => {
                put!(self, "#leading(par({}))\n", self.rich(rich));
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
                let keep = few_facts(block);
                put!(self, "#{}\n", self.facts(facts, &format!("9pt, keep: {keep}")));
            }
            Block::Table(table) => {
                let tail = tail(past_why(after));
                self.table(table, why.as_deref(), tail);
                return past_why(after);
            }
            Block::Figure(figure) => {
                let mut rest = past_why(after);
                let mut stands = place(self.pen, figure, rest);
                // What follows fills the page that the picture has no room on.
                while let Place::After(count) = stands {
                    let end = rest.len() - count;
                    while rest.len() > end {
                        rest = self.next(rest, aside);
                    }
                    stands = place(self.pen, figure, rest);
                }
                self.figure(figure, stands, why.as_deref());
                return rest;
            }
            Block::Note(note) => {
                self.note(note, aside, why.as_deref());
                return past_why(after);
            }
            Block::Card(card) => self.card(card, aside),
            Block::Why(id) => {
                if let Some(see) = self.see(id) {
                    put!(self, "#why({see})\n");
                }
            }
            Block::References(references) => self.references(references),
            Block::Traces => self.traces(),
            Block::PageBreak => {
                put!(self, "#pagebreak(weak: true)\n");
            }
        }
        after
    }

    fn heading(&mut self, heading: &Heading, aside: bool) {
        let lang = heading.lang.unwrap_or(self.document.lang);
        if lang != self.lang {
            let country = Conventions::of(lang, self.document.locale).country();
            let region = country.map_or_else(|| "none".to_owned(), literal);
            put!(self, "#set text(lang: \"{}\", region: {region})\n", lang.code());
            self.lang = lang;
        }
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
                Inline::About { text, .. } => write!(out, "#{}", self.rich(text)),
                Inline::Link { text, url } => match safe_url(url) {
                    // In Spanish a hyphen at which a line breaks is repeated, which would make another address.
                    Some(url) => {
                        write!(out, "#text(lang: \"en\", link({}, {}))", literal(url), literal(text))
                    }
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

    fn below(
        &self,
        note: Option<&Rich>,
        source: Option<&Rich>,
        provenance: Option<Provenance>,
        why: Option<&str>,
    ) -> String {
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
        if let Some(why) = why {
            let _ = write!(lines, "{why},");
        }
        format!("below({lines})")
    }

    fn number(&self, key: &str, id: &str) -> String {
        literal(&self.words.with(key, &[("number", self.labels.number(id).into())]))
    }

    /// `tail`: the height of the little that follows to the end of the chapter, which goes on no page alone.
    fn table(&mut self, table: &Table, why: Option<&str>, tail: f64) {
        let layout = measure::layout(table);
        // What stands below the table, so that its last row keeps room for it.
        let measure = measure::MEASURE[usize::from(layout.landscape)];
        let line = |some: bool| if some { 16.0 } else { 0.0 };
        let small = |rich: &Rich| measure::text_height(rich, 7.5, measure) + 6.0;
        let told = [&table.note, &table.source].into_iter().flatten().map(small).sum::<f64>();
        let told = told + line(table.provenance.is_some() && table.source.is_none()) + line(why.is_some());
        let told = if told + tail > 0.0 { 8.0 + told + tail } else { 0.0 };
        let ends = table.rows.last().is_some_and(|row| row.kind != RowKind::Group);
        let ends = ends && layout.rows.last() != Some(&Tallness::Parted);
        let closing = if layout.keep || !ends { 0.0 } else { told };
        let count = table.columns.len();
        let widths: String = layout.widths.iter().map(|width| format!("{width:.2}fr,")).collect();
        let gutters: String = layout.gutters.iter().map(|gap| format!("{gap}pt,")).collect();
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
        // The height of a row of one line is given: the typesetter need not set it twice to find it.
        let mut heights = String::from("auto,");
        let body_rows = table.rows.len();
        let closing_rows = if layout.keep { body_rows } else { last_rows(table, &layout.heights) };
        for (index, (row, tallness)) in table.rows.iter().zip(&layout.rows).enumerate() {
            let closing = if index + 1 == body_rows { closing.round() } else { 0.0 };
            let _ = match tallness {
                Tallness::Line => write!(heights, "{:.2}pt,", layout.size * CAPITALS + 8.4 + closing),
                Tallness::Lines | Tallness::Parted => write!(heights, "auto,"),
            };
            if row.kind == RowKind::Group {
                let name = row.cells.first().map_or("[]".to_owned(), |cell| self.cell(cell));
                let _ = write!(cells, "group({count}, {name}),");
                continue;
            }
            if index == closing_rows {
                cells.push_str("table.footer(repeat: false,");
            }
            if row.kind == RowKind::Total {
                cells.push_str("table.hline(stroke: .6pt + ink),");
            }
            let own: String = (0..count)
                .map(|column| {
                    let cell = row.cells.get(column).map_or("[]".to_owned(), |cell| self.cell(cell));
                    match row.kind {
                        RowKind::Total => format!("text(weight: \"bold\", {cell}),"),
                        _ if *tallness == Tallness::Parted => format!("table.cell(breakable: true, {cell}),"),
                        _ => format!("{cell},"),
                    }
                })
                .collect();
            if closing > 0.0 {
                let _ = write!(cells, "..last({closing:.0}pt, {own}),");
            } else {
                cells.push_str(&own);
            }
            if index + 1 < body_rows {
                cells.push_str("hair-line,");
            }
            cells.push('\n');
        }
        if closing_rows < body_rows {
            cells.push_str("),");
        }
        let call = format!(
            "sheet-of({}, {}, {}, size: {}pt, gutter: ({gutters}), widths: ({widths}), heights: ({heights}), aligns: ({aligns}), head: ({head}), tight: {}, keep: {}, opening: {:.0}pt, closing: {:.0}pt, after: {}, (\n{cells}))",
            literal(&table.id),
            self.number("report-table", &table.id),
            self.rich(&table.caption),
            layout.size,
            layout.tight,
            layout.keep,
            layout.opening,
            closing,
            self.below(table.note.as_ref(), table.source.as_ref(), table.provenance, why),
        );
        put!(self, "#{call}\n");
        // Between the lines, not after the last.
        self.pen.table(table, (told * 0.75).max(8.0));
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

    fn figure(&mut self, figure: &Figure, place: Place, why: Option<&str>) {
        // A picture leaves room for its caption and source on one page.
        let most = most(figure);
        let (form, first) = match place {
            Place::Here(form) | Place::Floating(form) => (form, most),
            Place::Parted(first) => (Form::Wide, first),
            Place::After(_) => (Form::Wide, most),
        };
        let wide = measure::MEASURE[0];
        let slices = svg::slices(drawing(figure, form), first / wide, most / wide);
        let floating = matches!(place, Place::Floating(_)) && slices.len() == 1;
        let floats = if floating { "auto" } else { "none" };
        let number = self.number("report-figure", &figure.id);
        let around = words_around(figure, why.is_some());
        let may_be_whole = slices.len() > 1 && tall(figure, form) <= most;
        if may_be_whole {
            let path = format!("/figure-{}.svg", self.files.len());
            self.files.insert(path.clone(), printable(svg::element(drawing(figure, form))));
            let after = self.below(figure.note.as_ref(), figure.source.as_ref(), figure.provenance, why);
            let (id, caption, alt) = (literal(&figure.id), self.rich(&figure.caption), literal(&figure.alt));
            let need = AROUND.0 + tall(figure, form) + around;
            put!(
                self,
                "#parted({need:.0}pt, picture({id}, {number}, {caption}, \"{path}\", {alt}, after: {after}), [\n",
            );
        }
        for (index, slice) in slices.iter().enumerate() {
            // Named by order: names that people chose would stay interned in the typesetter for ever.
            let path = format!("/figure-{}.svg", self.files.len());
            self.files.insert(path.clone(), printable(svg::element(slice)));
            let own = svg::aspect(slice) * wide;
            // One thing that is taller than a page and has no lower form is set smaller.
            let height = if own > most { format!("{most:.0}pt") } else { "auto".to_owned() };
            let tall = own.min(most);
            if floating {
                self.floating = true;
                self.pen.waits(tall + around + AROUND.1);
            } else {
                self.pen.whole((AROUND.0, tall + around, AROUND.1));
            }
            let after = match index + 1 == slices.len() {
                true => self.below(figure.note.as_ref(), figure.source.as_ref(), figure.provenance, why),
                false => "none".to_owned(),
            };
            if index == 0 {
                let (id, caption, alt) =
                    (literal(&figure.id), self.rich(&figure.caption), literal(&figure.alt));
                put!(
                    self,
                    "#picture({id}, {number}, {caption}, \"{path}\", {alt}, height: {height}, floats: {floats}, after: {after})\n",
                );
            } else {
                let label = self.labels.number(&figure.id);
                let label = literal(&self.words.with("report-figure-continued", &[("number", label.into())]));
                put!(
                    self,
                    "#picture-continued({label}, \"{path}\", height: {height}, floats: {floats}, after: {after})\n",
                );
            }
        }
        if may_be_whole {
            put!(self, "])\n");
        }
    }

    fn note(&mut self, note: &Note, aside: bool, why: Option<&str>) {
        let (kind, key) = match note.kind {
            NoteKind::Plain => ("plain", "report-note-plain"),
            NoteKind::Care => ("care", "report-note-care"),
            NoteKind::Gap => ("gap", "report-note-gap"),
            NoteKind::Method => ("plain", "report-note-method"),
        };
        let title = if note.title.is_empty() { self.words.t(key) } else { note.title.clone() };
        let keep = measure::blocks_height(&note.body, measure::MEASURE[0] - 11.0) < SHORT;
        put!(self, "#note({}, \"{kind}\", keep: {keep})[\n", literal(&title));
        self.inside(&note.body, aside);
        if let Some(why) = why {
            put!(self, "#why({why})\n");
        }
        put!(self, "]\n");
    }

    fn card(&mut self, card: &Card, aside: bool) {
        let tags: String = card.tags.iter().map(|tag| format!("{},", literal(tag))).collect();
        put!(
            self,
            "#card({}, {}, {}, ({tags}), keep: {})[\n",
            literal(&card.anchor),
            literal(&card.code),
            literal(&card.title),
            measure::card_height(card, measure::MEASURE[0]) < SHORT,
        );
        self.inside(&card.body, aside);
        put!(self, "]\n");
    }

    /// Where a finding comes from; nothing where the document does not list that.
    fn see(&self, id: &str) -> Option<String> {
        let see = self.words.with("report-why-see", &[("trace", self.labels.cited(id).into())]);
        self.has_traces.then(|| self.link(id, &see))
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
            let facts = Block::Facts(trace.facts.clone());
            let keep = measure::blocks_height(&[facts], measure::MEASURE[0]) < SHORT;
            put!(
                self,
                "#trace({}, {}, {}, keep: {keep}, {})\n",
                literal(&trace.id),
                literal(self.labels.number(&trace.id)),
                literal(&trace.title),
                self.facts(&trace.facts, "8pt"),
            );
        }
    }
}

/// Where the last rows begin that go on the next page together; the end where none can.
fn last_rows(table: &Table, heights: &[f64]) -> usize {
    let count = table.rows.len();
    let start = count.saturating_sub(3);
    let plain = table.rows[start.saturating_sub(1)..].iter().all(|row| row.kind != RowKind::Group);
    let low = heights[start..].iter().sum::<f64>() < 200.0;
    if plain && low && count > 5 { start } else { count }
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
