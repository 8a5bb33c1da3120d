//! The blocks of the page.

use atalaya_model::Lang;
use atalaya_model::choice::{Choice, Provenance};
use atalaya_words::Words;
use maud::{Markup, PreEscaped, html};

use crate::doc::{
    Align, Block, Card, Cell, Column, Document, Fact, Figure, Heading, Mark, Note, NoteKind, Reference, Row,
    RowKind, Table, Trace,
};
use crate::html::Around;
use crate::measure;
use crate::resolve::{Labels, work_fragment};
use crate::rich::{Inline, Rich, clean, safe_url};
use crate::svg;

/// What printing a block needs to know.
pub(super) struct Page<'a> {
    pub document: &'a Document,
    pub words: &'a Words,
    pub labels: &'a Labels,
    pub around: &'a Around<'a>,
}

impl Page<'_> {
    pub fn blocks(&self, blocks: &[Block]) -> Markup {
        let mut lang = None;
        let own = blocks.iter().map(|block| {
            if let Block::Heading(heading) = block {
                lang = heading.lang.filter(|lang| *lang != self.document.lang).map(Lang::code);
            }
            (block, lang)
        });
        html! { @for (block, lang) in own { (self.block(block, lang)) } }
    }

    /// `lang`: the language of its words, where it is not the page's.
    fn block(&self, block: &Block, lang: Option<&str>) -> Markup {
        match block {
            Block::Heading(heading) => self.heading(heading, lang),
            Block::Lead(rich) => html! { p.lead lang=[lang] { (self.rich(rich)) } },
            Block::Paragraph(rich) => html! { p lang=[lang] { (self.rich(rich)) } },
            Block::List { ordered: true, items } => {
                html! { ol lang=[lang] { @for item in items { li { (self.rich(item)) } } } }
            }
            Block::List { ordered: false, items } => {
                html! { ul lang=[lang] { @for item in items { li { (self.rich(item)) } } } }
            }
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Note(note) => self.note(note),
            Block::Card(card) => self.card(card),
            Block::Why(id) => self.why(id),
            Block::References(references) => self.references(references),
            Block::Traces => html! { @for trace in &self.document.traces { (self.trace(trace)) } },
            Block::PageBreak => html! {},
        }
    }

    fn heading(&self, heading: &Heading, lang: Option<&str>) -> Markup {
        let number = self.labels.number(&heading.anchor);
        let content = html! {
            @if !number.is_empty() { span.no { (number) } }
            (clean(&heading.text))
        };
        let id = &heading.anchor;
        match heading.level {
            1 => html! { h2 id=(id) lang=[lang] { (content) } },
            2 => html! { h3 id=(id) lang=[lang] { (content) } },
            3 => html! { h4 id=(id) lang=[lang] { (content) } },
            _ => html! { h5 id=(id) lang=[lang] { (content) } },
        }
    }

    pub fn rich(&self, rich: &Rich) -> Markup {
        html! { @for inline in &rich.0 { (self.inline(inline)) } }
    }

    fn inline(&self, inline: &Inline) -> Markup {
        match inline {
            Inline::Text(text) => html! { (clean(text)) },
            Inline::Strong(text) => html! { strong { (clean(text)) } },
            Inline::Emph(text) => html! { em { (clean(text)) } },
            Inline::Code(text) => html! { code { (clean(text)) } },
            Inline::Ref(anchor) => {
                html! { a href=(self.href(anchor)) { (clean(self.labels.cited(anchor))) } }
            }
            Inline::RefAs(anchor, text) => html! { a href=(self.href(anchor)) { (clean(text)) } },
            Inline::About { text, .. } => self.rich(text),
            Inline::Link { text, url } => match safe_url(url) {
                Some(url) => html! { a href=(url) rel="noreferrer" { (clean(text)) } },
                None => html! { (clean(text)) },
            },
        }
    }

    fn href(&self, anchor: &str) -> String {
        let elsewhere = (self.around.elsewhere)(anchor);
        elsewhere.unwrap_or_else(|| format!("#{}", self.labels.fragment(anchor)))
    }

    pub fn facts(&self, facts: &[Fact]) -> Markup {
        html! {
            @if !facts.is_empty() {
                dl.facts {
                    @for fact in facts {
                        dt { (clean(&fact.label)) }
                        dd { (self.rich(&fact.value)) }
                    }
                }
            }
        }
    }

    fn caption(&self, key: &str, id: &str, caption: &Rich) -> Markup {
        let number = self.labels.number(id);
        html! {
            @if !number.is_empty() { b { (self.words.with(key, &[("number", number.into())])) "." } }
            (self.rich(caption))
        }
    }

    fn below(&self, note: Option<&Rich>, source: Option<&Rich>, provenance: Option<Provenance>) -> Markup {
        html! {
            @if note.is_some() || source.is_some() || provenance.is_some() {
                div.below {
                    @if let Some(note) = note {
                        p { strong { (self.words.t("report-note")) } " " (self.rich(note)) }
                    }
                    @if source.is_some() || provenance.is_some() {
                        p {
                            @if let Some(source) = source { (self.source(source)) }
                            @if source.is_some() && provenance.is_some() { " · " }
                            @if let Some(provenance) = provenance { (self.provenance(provenance)) }
                        }
                    }
                }
            }
        }
    }

    fn source(&self, source: &Rich) -> Markup {
        // The sentence is split where the source stands, which may hold links.
        let sentence = self.words.with("report-source", &[("source", "\u{e000}".into())]);
        let (before, after) = sentence.split_once('\u{e000}').unwrap_or((&sentence, ""));
        html! { (before) (self.rich(source)) (after) }
    }

    fn provenance(&self, provenance: Provenance) -> Markup {
        let text = self.words.choice("report-provenance", provenance.as_str());
        match provenance {
            Provenance::Illustrative => html! { span.tag { (text) } },
            _ => html! { (text) },
        }
    }

    fn table(&self, table: &Table) -> Markup {
        let caption = format!("{}-caption", table.id);
        let wide = measure::natural_width(table);
        // The names of rows stay in sight while the rest scrolls.
        let fixed = table.row_headers && table.columns.len() > 2;
        let dense = table.columns.len() > DENSE;
        let need = format!("need-{}", need(table, dense));
        html! {
            figure.fig.table.(need).wide[wide > 44.0].dense[dense].fixed[fixed] id=(table.id) {
                figcaption id=(caption) { (self.caption("report-table", &table.id, &table.caption)) }
                p.hint { (self.words.t("report-scroll")) }
                div.scroll role="region" tabindex="0" aria-labelledby=(caption) {
                    table aria-labelledby=(caption) {
                        thead { tr { @for column in &table.columns { (head(column)) } } }
                        @for rows in sections(&table.rows) {
                            tbody { @for row in rows { (self.row(table, row)) } }
                        }
                    }
                }
                (self.below(table.note.as_ref(), table.source.as_ref(), table.provenance))
                ((self.around.below)(&table.id))
            }
        }
    }

    fn row(&self, table: &Table, row: &Row) -> Markup {
        if row.kind == RowKind::Group {
            let name = row.cells.first().map(|cell| self.content(cell));
            return html! { tr.group { th scope="rowgroup" colspan=(table.columns.len()) { (name.unwrap_or_default()) } } };
        }
        html! {
            tr.total[row.kind == RowKind::Total] {
                @for (index, column) in table.columns.iter().enumerate() {
                    (self.cell(row.cells.get(index).unwrap_or(&Cell::Empty), column, index == 0 && table.row_headers))
                }
            }
        }
    }

    fn cell(&self, cell: &Cell, column: &Column, names_row: bool) -> Markup {
        let width = measure::text_width(cell);
        let (prose, short) = (width > measure::PROSE, width < measure::SHORT);
        let mid = !prose && !short && column.align == Align::Left;
        let (right, centre) = (column.align == Align::Right, column.align == Align::Centre);
        html! {
            @if names_row && width > 0.0 {
                th.r[right].c[centre].prose[prose].mid[mid].short[short] scope="row" { (self.content(cell)) }
            } @else {
                td.r[right].c[centre].prose[prose].mid[mid].short[short] { (self.content(cell)) }
            }
        }
    }

    fn content(&self, cell: &Cell) -> Markup {
        match cell {
            Cell::Text(rich) => self.rich(rich),
            Cell::Number { text, .. } => html! { (clean(text)) },
            Cell::Marked(mark, cell) => {
                let class = match mark {
                    Mark::Accent => "m-accent",
                    Mark::Care => "m-care",
                    Mark::Quiet => "m-quiet",
                };
                html! { span class=(class) { (self.content(cell)) } }
            }
            Cell::Empty => html! {},
        }
    }

    fn figure(&self, figure: &Figure) -> Markup {
        let wide = svg::prefixed(&figure.wide, &format!("{}-", figure.id));
        let narrow = figure.narrow.as_ref().map(|n| svg::prefixed(n, &format!("{}-n-", figure.id)));
        let alt = clean(&figure.alt);
        // The colours of an abacus are its data: a dark page does not turn them round.
        let own = figure.id.starts_with("figure-abacus");
        html! {
            figure.fig.wide id=(figure.id) {
                figcaption { (self.caption("report-figure", &figure.id, &figure.caption)) }
                div.picture.wide.twin[narrow.is_some()].own-colours[own] role="img" aria-label=(alt) { (PreEscaped(wide)) }
                @if let Some(narrow) = narrow {
                    div.picture.narrow.own-colours[own] role="img" aria-label=(alt) { (PreEscaped(narrow)) }
                }
                (self.below(figure.note.as_ref(), figure.source.as_ref(), figure.provenance))
                ((self.around.below)(&figure.id))
            }
        }
    }

    fn note(&self, note: &Note) -> Markup {
        let (class, key) = match note.kind {
            NoteKind::Plain => ("note", "report-note-plain"),
            NoteKind::Care => ("note care", "report-note-care"),
            NoteKind::Gap => ("note gap", "report-note-gap"),
            NoteKind::Method => ("note", "report-note-method"),
        };
        let title = if note.title.is_empty() { self.words.t(key) } else { clean(&note.title) };
        match note.kind {
            NoteKind::Method => {
                html! { details class=(class) { summary { (title) } (self.blocks(&note.body)) } }
            }
            _ => html! {
                div class=(class) role="note" { p.note-title { (title) } (self.blocks(&note.body)) }
            },
        }
    }

    fn card(&self, card: &Card) -> Markup {
        html! {
            article.card id=[(!card.anchor.is_empty()).then_some(&card.anchor)] {
                p.card-title {
                    @if !card.code.is_empty() { span.no { (clean(&card.code)) } }
                    (clean(&card.title))
                }
                @if !card.tags.is_empty() {
                    ul.tags { @for tag in &card.tags { li { (clean(tag)) } } }
                }
                (self.blocks(&card.body))
            }
        }
    }

    fn why(&self, id: &str) -> Markup {
        let Some(trace) = self.document.traces.iter().find(|trace| trace.id == id) else { return html! {} };
        html! {
            details.why {
                summary { (self.words.t("report-why")) }
                (self.facts(&trace.facts))
                ((self.around.below)(id))
            }
        }
    }

    fn trace(&self, trace: &Trace) -> Markup {
        html! {
            div.trace-entry id=(trace.id) {
                p { span.no { (self.labels.number(&trace.id)) } (clean(&trace.title)) }
                (self.facts(&trace.facts))
            }
        }
    }

    fn references(&self, references: &[Reference]) -> Markup {
        html! {
            ul.references {
                @for reference in references { li id=(work_fragment(&reference.anchor)) { (self.rich(&reference.entry)) } }
            }
        }
    }
}

/// Columns above which a table has a smaller type.
const DENSE: usize = 7;
/// The widths at which tables begin to scroll, in rem: each has a rule of its own in the style.
const NEEDS: std::ops::RangeInclusive<u32> = 8..=32;

/// The width that a table needs, in pairs of rem.
fn need(table: &Table, dense: bool) -> u32 {
    // The size of its type and what a cell has at its sides, in rem.
    let (size, sides) = if dense { (0.74, 0.84) } else { (0.8, 1.4) };
    let columns = table.columns.len() as f64;
    let words = measure::least_width(table) - 0.9 * columns;
    let rem = words * size + columns * sides - 1.1;
    ((rem / 2.0).round().max(0.0) as u32).clamp(*NEEDS.start(), *NEEDS.end())
}

/// The style that shows a table's hint wherever it is wider than its place.
pub(super) fn hints() -> String {
    NEEDS
        .map(|pairs| {
            format!("@container (max-width:{}rem){{.need-{pairs}>.hint{{display:block}}}}", 2 * pairs - 1)
        })
        .collect()
}

fn head(column: &Column) -> Markup {
    html! {
        th.r[column.align == Align::Right].c[column.align == Align::Centre] scope="col" {
            (clean(&column.header))
            @if !column.unit.is_empty() {
                span.unit.short[column.unit.chars().count() < 20] { (clean(&column.unit)) }
            }
        }
    }
}

/// The rows in bodies: each line that names rows begins one.
fn sections(rows: &[Row]) -> Vec<&[Row]> {
    let mut out = Vec::new();
    let mut start = 0;
    for (index, row) in rows.iter().enumerate() {
        if row.kind == RowKind::Group && index > start {
            out.push(&rows[start..index]);
            start = index;
        }
    }
    out.push(&rows[start..]);
    out
}
