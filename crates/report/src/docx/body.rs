//! The text: `word/document.xml`, and the footnotes, pictures, links and numberings that it names.

mod front;
mod table;

use std::collections::BTreeMap;

use atalaya_model::Lang;
use atalaya_model::choice::{Choice, Provenance};
use atalaya_words::Words;

use super::parts::tag;
use super::styles::{self, FIRST_LIST, KEEP, Section};
use super::xml::{HEAD, SPACES, escaped, field, in_language, paragraph, run};
use crate::doc::{Block, Card, Document, Figure, Front, Heading, Note, NoteKind, Reference};
use crate::measure;
use crate::pdf::flow::{self, Form, SHORT};
use crate::resolve::{Labels, SUMMARY, Target, work_fragment};
use crate::rich::{Inline, Rich, safe_url};
use crate::svg;

/// A picture of the text.
pub(super) struct Picture<'a> {
    /// What it shows, for errors.
    pub name: &'a str,
    /// Its file below `word`.
    pub file: String,
    /// The picture.
    pub svg: String,
}

/// The text and what it names.
pub(super) struct Written<'a> {
    /// `word/document.xml`.
    pub text: String,
    /// The content of each footnote, from number 1.
    pub footnotes: Vec<String>,
    /// The pictures.
    pub pictures: Vec<Picture<'a>>,
    /// The addresses on the web, in the order of their first use.
    pub links: Vec<String>,
    /// How many numbered lists there are.
    pub numbered: usize,
}

/// Points to the units of drawings.
const EMU: f64 = 12_700.0;
/// The most that a picture is tall, in points: its caption and source stay on its page.
const TALLEST: f64 = 560.0;
/// Half a page, in points: a card below it stays whole.
const HALF: f64 = flow::PAGE / 2.0;

pub(super) fn write<'a>(document: &'a Document, words: &'a Words, labels: &'a Labels) -> Written<'a> {
    let has_traces = document.blocks.iter().any(|block| matches!(block, Block::Traces));
    let mut body = Body {
        document,
        words,
        labels,
        has_traces,
        bookmarks: BTreeMap::new(),
        style: "BodyText",
        lang: None,
        keep: false,
        section: Section::Upright,
        next_bookmark: 0,
        after_figure: false,
        written: Written {
            text: String::new(),
            footnotes: Vec::new(),
            pictures: Vec::new(),
            links: Vec::new(),
            numbered: 0,
        },
    };
    body.document();
    let text = std::mem::take(&mut body.written.text);
    body.written.text = format!("{HEAD}<w:document {SPACES}><w:body>{text}</w:body></w:document>");
    body.written
}

struct Body<'a> {
    document: &'a Document,
    words: &'a Words,
    labels: &'a Labels,
    has_traces: bool,
    /// Bookmarks by anchor: Word wants short names.
    bookmarks: BTreeMap<String, usize>,
    /// The style of running text where we are.
    style: &'static str,
    /// The language of what is set, where it is not the document's.
    lang: Option<Lang>,
    /// Whether what is set stays with what follows.
    keep: bool,
    /// The kind of page where we are.
    section: Section,
    next_bookmark: usize,
    /// Whether a picture was set last.
    after_figure: bool,
    written: Written<'a>,
}

impl<'a> Body<'a> {
    fn document(&mut self) {
        let document = self.document;
        match document.front {
            Front::Cover => {
                self.cover();
                self.end_section(Section::Cover);
                if !self.labels.contents.is_empty() {
                    self.contents();
                }
            }
            Front::Title => self.title(),
            Front::Sheet => {
                let title = run("", &document.title);
                self.paragraph("TitleKicker", "", &title);
            }
        }
        if !document.decision.is_empty() {
            self.heading(&Heading::new(1, self.words.t("report-decision"), SUMMARY), false);
            self.blocks(&document.decision, true);
        }
        self.blocks(&document.blocks, false);
        // The last pages have their properties at the end of the text, as they lie.
        let sheet = document.front == Front::Sheet && self.section == Section::Upright;
        let last = if sheet { Section::Sheet } else { self.section };
        self.written.text.push_str(&styles::section(last));
    }

    fn put(&mut self, text: &str) {
        self.written.text.push_str(text);
    }

    fn paragraph(&mut self, style: &str, properties: &str, content: &str) {
        let keep = if self.keep && !properties.starts_with(KEEP) { KEEP } else { "" };
        let spoken = self.lang.map(|lang| in_language(content, tag(self.document, lang)));
        let content = spoken.as_deref().unwrap_or(content);
        self.put(&paragraph(style, &format!("{keep}{properties}"), content));
    }

    /// Sets what stays on one page where it is short.
    fn together(&mut self, short: bool, set: impl FnOnce(&mut Self)) {
        let outer = self.keep;
        self.keep = outer || short;
        set(self);
        self.keep = outer;
        let text = &mut self.written.text;
        if short
            && !outer
            && let Some(last) = text.rfind("<w:p>")
        {
            // The last paragraph may part from what follows.
            let freed = text.split_off(last).replacen(KEEP, "", 1);
            text.push_str(&freed);
        }
    }

    /// The space after what has no paragraph of its own that could hold it.
    fn space(&mut self) {
        self.paragraph("AfterTable", "", "");
    }

    fn end_section(&mut self, section: Section) {
        let properties = styles::section(section);
        self.paragraph("SectionEnd", &properties, "");
    }

    /// `aside`: the page for the decision-maker, whose sections are not in the contents.
    fn blocks(&mut self, blocks: &'a [Block], aside: bool) {
        let mut rest = blocks;
        while !rest.is_empty() {
            // Neighbours that need a page on its side share it, with the heading that leads to them.
            let lying = flow::lying(rest);
            self.turn(if lying > 0 { Section::Lying } else { Section::Upright });
            let end = rest.len() - lying.max(1);
            while rest.len() > end
                && let Some((block, after)) = rest.split_first()
            {
                rest = self.block(block, after, aside);
            }
        }
    }

    /// Goes on upright or on its side.
    fn turn(&mut self, section: Section) {
        if self.section != section {
            self.end_section(self.section);
            self.section = section;
        }
    }

    /// Sets a block, and its trace where that follows; returns the rest.
    fn block(&mut self, block: &'a Block, after: &'a [Block], aside: bool) -> &'a [Block] {
        let (why, past) = match after.split_first() {
            Some((Block::Why(id), past)) => (self.footnote(id), past),
            _ => (String::new(), after),
        };
        match block {
            Block::Heading(heading) => {
                self.heading(heading, aside);
                return after;
            }
            Block::Lead(rich) => {
                let content = self.rich(rich) + &why;
                let keep = if flow::leads(rich, past) { KEEP } else { "" };
                self.paragraph("Lead", keep, &content);
            }
            Block::Paragraph(rich) => {
                let content = self.rich(rich) + &why;
                let keep = if flow::leads(rich, past) { KEEP } else { "" };
                self.paragraph(self.style, keep, &content);
            }
            Block::List { ordered, items } => self.list(*ordered, items, &why),
            Block::Facts(facts) => self.facts(facts, &why),
            Block::Table(table) => self.table(table, &why),
            Block::Figure(figure) => {
                let beside = matches!(past.first(), Some(Block::Figure(_)));
                self.figure(figure, beside || self.after_figure, &why);
                self.after_figure = beside;
            }
            Block::Note(note) => {
                self.note(note, aside, &why);
                // Before a chapter a space would make a page of its own.
                if !matches!(past.first(), None | Some(Block::Heading(Heading { level: 1, .. }))) {
                    self.space();
                }
            }
            Block::Card(card) => self.card(card, aside, &why),
            Block::Why(id) => {
                let note = self.footnote(id);
                self.alone(&note);
                return after;
            }
            Block::References(references) => self.references(references),
            Block::Traces => self.traces(),
            Block::PageBreak => {
                self.paragraph("SectionEnd", "<w:pageBreakBefore/>", "");
                return after;
            }
        }
        past
    }

    /// A footnote's mark where no paragraph carries it.
    fn alone(&mut self, why: &str) {
        if !why.is_empty() {
            let content = run("", &self.words.t("report-why")) + why;
            self.paragraph("Source", "", &content);
        }
    }

    /// The mark of a footnote that says where a finding comes from; nothing where the document does not list that.
    fn footnote(&mut self, id: &str) -> String {
        let document = self.document;
        let Some(trace) = document.traces.iter().find(|trace| trace.id == id).filter(|_| self.has_traces)
        else {
            return String::new();
        };
        let see = self.words.with("report-why-see", &[("trace", self.labels.cited(id).into())]);
        let link = self.link(id, &see);
        self.written.footnotes.push(format!("{link}{}", run("", &format!(" {}.", trace.title))));
        let number = self.written.footnotes.len();
        format!(
            "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{number}\"/></w:r>"
        )
    }

    fn heading(&mut self, heading: &Heading, aside: bool) {
        self.lang = heading.lang.filter(|lang| *lang != self.document.lang);
        let number = self.labels.number(&heading.anchor);
        let level = heading.level.clamp(1, 4);
        let style = match number.chars().next() {
            None if aside => format!("AsideHeading{level}"),
            None => format!("HeadingPlain{level}"),
            Some(first) if first.is_ascii_uppercase() => format!("HeadingAnnex{level}"),
            Some(_) => format!("Heading{level}"),
        };
        let content = self.bookmarked(&heading.anchor, &run("", &heading.text));
        self.paragraph(&style, "", &content);
    }

    /// The name of the bookmark of an anchor.
    fn bookmark(&mut self, anchor: &str) -> String {
        let next = self.bookmarks.len() + 1;
        let number = *self.bookmarks.entry(self.labels.fragment(anchor)).or_insert(next);
        format!("_Ref{number:06}")
    }

    fn bookmarked(&mut self, anchor: &str, content: &str) -> String {
        if anchor.is_empty() { content.to_owned() } else { self.marked(anchor.to_owned(), content) }
    }

    /// `fragment`: the name of an anchor inside a file.
    fn marked(&mut self, fragment: String, content: &str) -> String {
        let next = self.bookmarks.len() + 1;
        let name = format!("_Ref{:06}", *self.bookmarks.entry(fragment).or_insert(next));
        let id = self.next_bookmark;
        self.next_bookmark += 1;
        format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{content}<w:bookmarkEnd w:id=\"{id}\"/>")
    }

    /// Running text.
    fn rich(&mut self, rich: &Rich) -> String {
        self.styled(rich, "")
    }

    /// Running text whose words all have a property more.
    fn styled(&mut self, rich: &Rich, base: &str) -> String {
        rich.0.iter().map(|inline| self.inline(inline, base)).collect()
    }

    fn inline(&mut self, inline: &Inline, base: &str) -> String {
        match inline {
            Inline::Text(text) => run(base, text),
            Inline::Strong(text) => run(&styles::with(base, "<w:b/>"), text),
            Inline::Emph(text) => run(&styles::with(base, "<w:i/>"), text),
            Inline::Code(text) => run(&styles::with(base, "<w:rStyle w:val=\"Code\"/>"), text),
            Inline::Ref(anchor) => self.reference(anchor, base),
            Inline::RefAs(anchor, text) => self.link(anchor, text),
            Inline::About { text, .. } => self.styled(text, base),
            Inline::Link { text, url } => match safe_url(url) {
                Some(url) => {
                    let links = &mut self.written.links;
                    let at = links.iter().position(|own| own == url).unwrap_or_else(|| {
                        links.push(url.to_owned());
                        links.len() - 1
                    });
                    let words = run("<w:rStyle w:val=\"Hyperlink\"/>", text);
                    format!("<w:hyperlink r:id=\"link{}\" w:history=\"1\">{words}</w:hyperlink>", at + 1)
                }
                None => run(base, text),
            },
        }
    }

    /// A cross reference: a field where Word can keep it up to date, else a link.
    fn reference(&mut self, anchor: &str, base: &str) -> String {
        let Some(label) = self.labels.get(anchor) else { return String::new() };
        let (cited, number) = (label.cited.as_str(), label.number.as_str());
        match label.target {
            Target::Table | Target::Figure => {
                let name = self.bookmark(anchor);
                field(base, &format!("REF {name} \\h \\* Lower"), cited)
            }
            Target::Heading | Target::Annex if !number.is_empty() => match cited.rsplit_once(number) {
                Some((before, after)) => {
                    let name = self.bookmark(anchor);
                    let field = field(base, &format!("REF {name} \\r \\h"), number);
                    run(base, before) + &field + &run(base, after)
                }
                None => self.link(anchor, cited),
            },
            _ => self.link(anchor, cited),
        }
    }

    fn link(&mut self, anchor: &str, text: &str) -> String {
        let trace = self.labels.get(anchor).is_some_and(|label| label.target == Target::Trace);
        if trace && !self.has_traces {
            return run("", text);
        }
        let (name, words) = (self.bookmark(anchor), run("<w:rStyle w:val=\"InnerLink\"/>", text));
        format!("<w:hyperlink w:anchor=\"{name}\" w:history=\"1\">{words}</w:hyperlink>")
    }

    fn list(&mut self, ordered: bool, items: &[Rich], why: &str) {
        let number = if ordered {
            self.written.numbered += 1;
            FIRST_LIST + self.written.numbered - 1
        } else {
            styles::BULLETS
        };
        let numbering = format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{number}\"/></w:numPr>");
        let (style, numbering) = match self.style {
            "BodyText" if ordered => ("ListNumber", numbering),
            "BodyText" => ("ListBullet", String::new()),
            // Inside of a note, between its lines.
            style => (style, numbering + "<w:ind w:left=\"510\" w:hanging=\"283\"/>"),
        };
        for (index, item) in items.iter().enumerate() {
            let mut content = self.rich(item);
            if index + 1 == items.len() {
                content.push_str(why);
            }
            self.paragraph(style, &numbering, &content);
        }
    }

    /// What stands before a caption's number, and the name of the series that Word counts.
    fn series(&self, key: &str) -> (String, String) {
        let text = self.words.with(key, &[("number", "\u{e000}".into())]);
        let before = text.split('\u{e000}').next().unwrap_or_default().to_owned();
        let name: String = before.chars().filter(|c| c.is_alphanumeric()).collect();
        (before, name)
    }

    fn caption(&mut self, key: &str, id: &str, caption: &Rich) {
        self.captioned(key, id, caption, "");
    }

    /// A caption that carries the mark of a footnote.
    fn captioned(&mut self, key: &str, id: &str, caption: &Rich, why: &str) {
        let (before, name) = self.series(key);
        let number = field("<w:b/>", &format!("SEQ {name} \\* ARABIC"), self.labels.number(id));
        let label = self.bookmarked(id, &(run("<w:b/>", &before) + &number));
        let words = self.rich(caption);
        self.paragraph("Caption", "", &format!("{label}{}{words}{why}", run("<w:b/>", ". ")));
    }

    fn below(
        &mut self,
        note: Option<&Rich>,
        source: Option<&Rich>,
        provenance: Option<Provenance>,
        why: &str,
    ) {
        let mut lines = Vec::new();
        if let Some(note) = note {
            let words = self.rich(note);
            lines.push(run("<w:b/>", &(self.words.t("report-note") + " ")) + &words);
        }
        let mut last = String::new();
        if let Some(source) = source {
            let sentence = self.words.with("report-source", &[("source", "\u{e000}".into())]);
            let (before, after) = sentence.split_once('\u{e000}').unwrap_or((&sentence, ""));
            last = run("", before) + &self.rich(source) + &run("", after);
        }
        if let Some(provenance) = provenance {
            let text = self.words.choice("report-provenance", provenance.as_str());
            if !last.is_empty() {
                last.push_str(&run("", " · "));
            }
            let style = if provenance == Provenance::Illustrative { styles::CARE } else { "" };
            last.push_str(&run(style, &text));
        }
        if !last.is_empty() {
            lines.push(last);
        }
        let Some(last) = lines.pop() else {
            self.alone(why);
            self.space();
            return;
        };
        for line in lines {
            self.paragraph("Source", KEEP, &line);
        }
        self.paragraph("SourceEnd", "", &(last + why));
    }

    /// `beside`: whether another picture stands right before it or after it.
    fn figure(&mut self, figure: &'a Figure, beside: bool, why: &str) {
        // Two are drawn lower where they then have room on one page.
        let half = flow::PAGE / 2.0 - 16.0 - flow::words_around(figure, true);
        let tall = |form| flow::tall(figure, form);
        let low = tall(Form::Wide) > TALLEST || beside && tall(Form::Wide) > half && tall(Form::Low) <= half;
        let drawing = flow::drawing(figure, if low { Form::Low } else { Form::Wide });
        self.caption("report-figure", &figure.id, &figure.caption);
        let most = TALLEST / measure::MEASURE[0];
        let slices = svg::slices(drawing, most, most);
        for (index, slice) in slices.iter().enumerate() {
            let number = self.labels.number(&figure.id);
            let continued = self.words.with("report-figure-continued", &[("number", number.into())]);
            if index > 0 {
                self.paragraph("Caption", "", &run("<w:b/>", &continued));
            }
            let alt = if index == 0 { &figure.alt } else { &continued };
            let drawing = self.drawing(&figure.id, slice, Some(alt), TALLEST);
            // Each slice keeps its words; the next one may stand on the next page.
            let last = index + 1 == slices.len();
            let keep = if last { "" } else { "<w:keepNext w:val=\"0\"/>" };
            self.paragraph("Picture", keep, &drawing);
        }
        self.below(figure.note.as_ref(), figure.source.as_ref(), figure.provenance, why);
    }

    /// A picture in the line, as wide as the text; without a description it is decoration.
    fn drawing(&mut self, name: &'a str, svg: &str, alt: Option<&str>, most: f64) -> String {
        let number = self.written.pictures.len() + 1;
        let aspect = svg::aspect(svg);
        let width = f64::min(measure::MEASURE[0], most / aspect);
        let (x, y) = ((width * EMU).round() as i64, (width * aspect * EMU).round() as i64);
        self.written.pictures.push(Picture {
            name,
            file: format!("media/image{number}.png"),
            svg: svg.to_owned(),
        });
        let (name, alt) = (escaped(name), alt.map(escaped));
        let alt = match alt {
            Some(alt) => format!("<wp:docPr id=\"{number}\" name=\"{name}\" descr=\"{alt}\"/>"),
            None => format!(
                "<wp:docPr id=\"{number}\" name=\"{name}\"><a:extLst><a:ext uri=\"{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}\"><adec:decorative xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst></wp:docPr>"
            ),
        };
        format!(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{x}\" cy=\"{y}\"/>{alt}<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"{name}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"image{number}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{x}\" cy=\"{y}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
    }

    fn note(&mut self, note: &'a Note, aside: bool, why: &str) {
        let (title_style, style, key) = match note.kind {
            NoteKind::Plain => ("NoteTitle", "NoteText", "report-note-plain"),
            NoteKind::Care => ("CareTitle", "CareText", "report-note-care"),
            NoteKind::Gap => ("GapTitle", "GapText", "report-note-gap"),
            NoteKind::Method => ("NoteTitle", "NoteText", "report-note-method"),
        };
        let title = if note.title.is_empty() { self.words.t(key) } else { note.title.clone() };
        self.together(measure::blocks_height(&note.body, measure::MEASURE[0]) < SHORT, |own| {
            own.paragraph(title_style, "", &(run("", &title) + why));
            let outer = std::mem::replace(&mut own.style, style);
            own.blocks(&note.body, aside);
            own.style = outer;
        });
    }

    fn card(&mut self, card: &'a Card, aside: bool, why: &str) {
        let code = match card.code.is_empty() {
            true => String::new(),
            false => run(styles::ACCENT, &card.code) + &run("", "\u{2002}"),
        };
        let title = self.bookmarked(&card.anchor, &(code + &run("", &card.title)));
        self.together(measure::card_height(card, measure::MEASURE[0]) < HALF, |own| {
            own.paragraph("CardTitle", "", &(title + why));
            if !card.tags.is_empty() {
                own.paragraph("CardTags", "", &run("", &card.tags.join(" · ")));
            }
            own.blocks(&card.body, aside);
        });
    }

    fn references(&mut self, references: &[Reference]) {
        for reference in references {
            let entry = self.rich(&reference.entry);
            let entry = self.marked(work_fragment(&reference.anchor), &entry);
            self.paragraph("Bibliography", "", &entry);
        }
    }

    fn traces(&mut self) {
        let document = self.document;
        for trace in &document.traces {
            let number = run(styles::ACCENT, self.labels.number(&trace.id)) + &run("", "\u{2002}");
            let title = self.bookmarked(&trace.id, &(number + &run("", &trace.title)));
            self.paragraph("TraceTitle", "", &title);
            self.facts(&trace.facts, "");
        }
    }
}
