//! One figure or table of the report by itself, to be taken along; and why a finding is what it is: what it rests on, and
//! what rests on it.

use std::sync::Arc;

use atalaya_analysis::findings::Findings;
use atalaya_model::{Kind, Lang};
use atalaya_report::{
    doc::{Block, Document, RowKind},
    html::{self as page, Around},
    raster,
    resolve::Labels,
    rests::{all, anchor, trace_of},
    rich::Inline,
    tables, workbook,
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use maud::{Markup, PreEscaped, html};

use super::{out::download, study::chapters, within};
use crate::{
    app::{Seat, Shared},
    desk::Sheet,
    fault::Fault,
    form::STAGES,
    shell::Page,
};

/// Pixels across a picture, and how many of them stand on an inch of paper: 17 cm of a printed page.
const PIXELS: u32 = 2000;
const DOTS_PER_INCH: f64 = 300.0;

/// The stage on whose page a chapter of the report is.
fn stage(chapter: &str) -> Option<&'static str> {
    STAGES.into_iter().find(|stage| chapters(stage).contains(&chapter))
}

/// Where in the workbench an anchor is that is no part of a chapter: a trace, or a source.
pub fn behind(seat: &Seat, sheet: &Sheet, document: &Document, wanted: &str) -> Option<String> {
    if document.traces.iter().any(|trace| trace.id == wanted) {
        return Some(seat.at(&format!("/why/{wanted}")));
    }
    let source = Kind::Source.as_str();
    sheet.record(source, wanted).map(|_| seat.at(&format!("/record/{source}/{wanted}")))
}

/// Where an anchor of the report is in the workbench.
fn place(seat: &Seat, sheet: &Sheet, document: &Document, wanted: &str) -> Option<String> {
    if let Some(way) = behind(seat, sheet, document, wanted) {
        return Some(way);
    }
    let (chapter, block) = all(document).into_iter().find(|(_, block)| anchor(block) == Some(wanted))?;
    match block {
        Block::Figure(_) | Block::Table(_) => Some(seat.at(&format!("/part/{wanted}"))),
        _ => Some(format!("{}#{wanted}", seat.at(&format!("/{}", stage(chapter)?)))),
    }
}

/// What stands below each figure, table and fold of the findings of a stage.
pub fn below(seat: &Seat, document: &Document, id: &str) -> Markup {
    let (to, key) = if document.traces.iter().any(|trace| trace.id == id) {
        ("why", "web-why-rests")
    } else if document.figures().iter().any(|figure| figure.id == id) {
        ("part", "web-part-figure")
    } else {
        ("part", "web-part-table")
    };
    let to = format!("/{to}/{id}");
    let table = document.tables().into_iter().find(|table| table.id == id);
    let rows = table.map_or(0, |table| table.rows.iter().filter(|row| row.kind != RowKind::Group).count());
    html! {
        // Where the page shows such a table cut; which it is only on a wide screen.
        @if rows > 0 { p.beside.onward { (seat.who.words.with("web-table-down", &[("n", rows.into())])) } }
        p.beside {
            a href=(seat.at(&to)) { (seat.t(key)) }
            // What the futures are computed from goes on in another program.
            @if id == "balances" { " · " a href=(seat.at("/whole/scw")) { (seat.t("web-scw")) } }
        }
    }
}

/// Blocks of the report as a part of a page, with links that lead to the pages of what they cite.
pub fn shown(seat: &Seat, sheet: &Sheet, document: &Document, blocks: &[Block]) -> Result<Markup, Fault> {
    let elsewhere = |wanted: &str| place(seat, sheet, document, wanted);
    let around = Around { below: &|_| html! {}, elsewhere: &elsewhere, numbers: false };
    let words = sheet.words(seat.who.lang);
    let text = page::fragment(document, blocks, &words, &around);
    text.map(PreEscaped).map_err(|error| Fault::Internal(error.to_string()))
}

/// The study with its report, with resampling where that is ready.
struct Seen {
    sheet: Arc<Sheet>,
    document: Arc<Document>,
    full: Option<Arc<Findings>>,
}

async fn see(app: &Shared, seat: &Seat) -> Result<Seen, Fault> {
    let sheet = app.desk.open(&seat.access).await?;
    let full = app.desk.full(&seat.access, &sheet);
    let document = sheet.document(seat.who.lang, full.as_deref());
    Ok(Seen { sheet, document, full })
}

/// What a figure or a table is called.
fn caption(block: &Block) -> String {
    match block {
        Block::Figure(figure) => figure.caption.plain(),
        Block::Table(table) => table.caption.plain(),
        _ => String::new(),
    }
}

fn is_part(block: &Block) -> bool {
    matches!(block, Block::Figure(_) | Block::Table(_))
}

/// A figure or a table by itself.
pub async fn show(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, id)): Path<(String, String)>,
) -> Result<Page, Fault> {
    let Seen { sheet, document, full } = see(&app, &seat).await?;
    let blocks = all(&document);
    let found = blocks.iter().find(|(_, block)| is_part(block) && anchor(block) == Some(&id));
    let (chapter, block) = found.ok_or(Fault::NotFound)?;
    let stage = stage(chapter).unwrap_or_default();
    let ends: &[&str] = if matches!(block, Block::Figure(_)) { &["svg", "png"] } else { &["csv", "xlsx"] };
    let words = &seat.who.words;
    let title = caption(block);
    let body = html! {
        main #content {
            @if !stage.is_empty() { p.crumb { a href=(format!("{}#{id}", seat.at(&format!("/{stage}")))) { (words.t(&format!("stage-{stage}"))) } } }
            h1 { (title) }
            p.row.tight {
                @for end in ends { a.button.second href=(seat.at(&format!("/part/{id}/{}/{end}", seat.who.lang.code()))) { (end.to_uppercase()) } }
            }
            div.report.part { (shown(&seat, &sheet, &document, std::slice::from_ref(*block))?) }
            @match trace_of(&document, &blocks, &id) {
                Some(trace) => (why_section(&seat, &sheet, &document, full.as_deref(), trace)?),
                None => p.soft { (words.t("web-why-records")) },
            }
        }
    };
    Ok(within(&seat, &sheet, stage, &title, &body))
}

/// Why a finding is what it is.
pub async fn why(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, id)): Path<(String, String)>,
) -> Result<Page, Fault> {
    let Seen { sheet, document, full } = see(&app, &seat).await?;
    let trace = document.traces.iter().find(|trace| trace.id == id).ok_or(Fault::NotFound)?;
    let title = atalaya_words::capital(&trace.title);
    let blocks = all(&document);
    let stage = blocks.iter().find(|(_, block)| matches!(block, Block::Why(own) if *own == id));
    let stage = stage.and_then(|(chapter, _)| self::stage(chapter)).unwrap_or_default();
    let body = html! {
        main #content {
            @if !stage.is_empty() { p.crumb { a href=(seat.at(&format!("/{stage}"))) { (seat.t(&format!("stage-{stage}"))) } } }
            h1 { (title) }
            (why_section(&seat, &sheet, &document, full.as_deref(), &id)?)
        }
    };
    Ok(within(&seat, &sheet, stage, &title, &body))
}

/// The trace of the frame, whose rules others use without naming it among what they rest on.
const FRAME: &str = "frame";

/// What a finding rests on, where it is shown, and what rests on it.
fn why_section(
    seat: &Seat,
    sheet: &Sheet,
    document: &Document,
    full: Option<&Findings>,
    id: &str,
) -> Result<Markup, Fault> {
    let Some(trace) = document.traces.iter().find(|trace| trace.id == id) else { return Ok(html! {}) };
    // Elsewhere a trace is a number of the annex; here it has a name.
    let mut facts = trace.facts.clone();
    for inline in facts.iter_mut().flat_map(|fact| &mut fact.value.0) {
        if let Inline::Ref(anchor) = inline
            && let Some(other) = document.traces.iter().find(|trace| trace.id == *anchor)
        {
            *inline = Inline::RefAs(anchor.clone(), atalaya_words::capital(&other.title));
        }
    }
    let facts = [Block::Facts(facts)];
    let feeds: Vec<&str> = full
        .unwrap_or(&sheet.point)
        .trace
        .iter()
        .filter(|(_, node)| node.inputs.iter().any(|input| input == id))
        .map(|(key, _)| key.as_str())
        .collect();
    let blocks = all(document);
    let shown_in: Vec<(&str, String)> = blocks
        .iter()
        .filter(|(_, block)| is_part(block))
        .filter_map(|(_, block)| Some((anchor(block)?, caption(block))))
        .filter(|(part, _)| trace_of(document, &blocks, part) == Some(id))
        .collect();
    let named = |key: &str| {
        let title = document.traces.iter().find(|trace| trace.id == key).map_or(key, |trace| &trace.title);
        atalaya_words::capital(title)
    };
    Ok(html! {
        section.why aria-label=(seat.t("web-why")) {
            h2 { (seat.t("web-why-rests")) }
            div.report { (shown(seat, sheet, document, &facts)?) }
            @if !shown_in.is_empty() {
                h2 { (seat.t("web-why-shown")) }
                ul.lines { @for (part, caption) in &shown_in { li { a href=(seat.at(&format!("/part/{part}"))) { (caption) } } } }
            }
            h2 { (seat.t("web-why-feeds")) }
            @if id == FRAME { p.soft { (seat.t("web-why-feeds-frame")) } }
            @else if feeds.is_empty() { p.soft { (seat.t("web-why-feeds-none")) } }
            @else { ul.lines { @for key in &feeds { li { a href=(seat.at(&format!("/why/{key}"))) { (named(key)) } } } } }
        }
    })
}

/// A figure as SVG or PNG, a table as CSV or XLSX: with resampling, in a language.
pub async fn take(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, id, lang, end)): Path<(String, String, String, String)>,
) -> Result<Response, Fault> {
    let lang = Lang::parse(&lang).ok_or(Fault::NotFound)?;
    let sheet = app.desk.open(&seat.access).await?;
    let full = app.desk.wait(&seat.access, &sheet).await?;
    let name = format!("{id}-{}.{end}", lang.code());
    let bytes = tokio::task::spawn_blocking(move || drawn(&sheet, &full, lang, &id, &end)).await??;
    Ok(download(&name, bytes))
}

fn drawn(sheet: &Sheet, full: &Arc<Findings>, lang: Lang, id: &str, end: &str) -> Result<Vec<u8>, Fault> {
    let inner = |error: &dyn std::fmt::Display| Fault::Internal(error.to_string());
    let document = sheet.document(lang, Some(full));
    let words = sheet.words(lang);
    let block = all(&document).into_iter().map(|(_, block)| block).find(|block| anchor(block) == Some(id));
    match (block, end) {
        (Some(Block::Figure(figure)), "svg") => Ok(figure.svg().into_bytes()),
        (Some(Block::Figure(figure)), "png") => {
            raster::png(&figure.wide, PIXELS, DOTS_PER_INCH).map_err(|error| inner(&error))
        }
        (Some(Block::Table(table)), "csv") => {
            let labels = Labels::of(&document, &words).map_err(|error| inner(&error))?;
            Ok(tables::csv(table, &labels, &words).into_bytes())
        }
        (Some(Block::Table(table)), "xlsx") => {
            let mut alone = (*document).clone();
            alone.decision.clear();
            alone.traces.clear();
            alone.blocks = vec![Block::Table(table.clone())];
            workbook::workbook(&alone, &words).map_err(|error| inner(&error))
        }
        _ => Err(Fault::NotFound),
    }
}
