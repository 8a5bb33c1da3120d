//! The report read on the screen, a chapter a page: what a document would hold, without making one.

use std::{collections::BTreeMap, sync::Arc};

use atalaya_model::Lang;
use atalaya_report::{
    doc::{Block, Document},
    html::{self as page, Around},
    profile::Profile,
    resolve::Labels,
    rests::all,
};
use axum::extract::{Path, Query, State};
use maud::{Markup, PreEscaped, html};

use super::{part, within};
use crate::{
    app::{Seat, Shared},
    desk::{Sheet, profile},
    fault::Fault,
    shell::Page,
};

/// A chapter: its number, its title, its anchor, and its blocks. The page for the decision-maker is one, too.
struct Chapter<'a> {
    number: String,
    title: String,
    anchor: String,
    blocks: &'a [Block],
}

fn chapters<'a>(document: &'a Document, labels: &Labels, decision: String) -> Vec<Chapter<'a>> {
    let mut out = Vec::new();
    if !document.decision.is_empty() {
        let blocks = &document.decision[..];
        out.push(Chapter { number: String::new(), title: decision, anchor: "decision".to_owned(), blocks });
    }
    let begins = |block: &Block| matches!(block, Block::Heading(heading) if heading.level == 1);
    let mut starts: Vec<usize> =
        document.blocks.iter().enumerate().filter(|(_, block)| begins(block)).map(|(at, _)| at).collect();
    // A sheet has no chapters; what stands before the first belongs to it.
    match starts.first_mut() {
        Some(first) => *first = 0,
        None if !document.blocks.is_empty() => starts.push(0),
        None => {}
    }
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([document.blocks.len()]).collect();
    for (from, to) in starts.into_iter().zip(ends) {
        let blocks = document.blocks.get(from..to).unwrap_or_default();
        let heading = blocks.iter().find_map(|block| match block {
            Block::Heading(heading) if heading.level == 1 => Some(heading),
            _ => None,
        });
        let entry = heading.and_then(|h| labels.contents.iter().find(|entry| entry.anchor == h.anchor));
        out.push(Chapter {
            number: entry.map(|entry| entry.number.clone()).unwrap_or_default(),
            title: entry.map_or_else(|| document.title.clone(), |entry| entry.text.clone()),
            anchor: entry.map_or_else(|| "sheet".to_owned(), |entry| entry.anchor.clone()),
            blocks,
        });
    }
    out
}

/// A chapter of the report, the contents beside it.
pub async fn show(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, name, lang)): Path<(String, String, String)>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Page, Fault> {
    let profile = profile(&name).ok_or(Fault::NotFound)?;
    let lang = Lang::parse(&lang).ok_or(Fault::NotFound)?;
    let sheet = app.desk.open(&seat.access).await?;
    let full = app.desk.full(&seat.access, &sheet);
    let resampled = full.is_some();
    let (own, of) = (Arc::clone(&sheet), profile.clone());
    let document = tokio::task::spawn_blocking(move || own.handed(&of, lang, full.as_deref())).await?;
    let words = &seat.who.words;
    let wanted = asked.get("chapter").map_or("", String::as_str);
    let title = words.t("web-report");
    let body = html! {
        main.reading #content {
            @if sheet.errors() > 0 {
                p.bad role="alert" { (words.t("web-fault-errors")) " " a href=(seat.at("/problems")) { (words.t("web-problems")) } }
            }
            @if !resampled { (super::study::resampling(&app, &seat, &sheet)) }
            p.crumb { a href=(seat.at("/report")) { (title) } " · " (profile.about.get(seat.who.lang)) }
            h1 lang=(lang.code()) { (document.title) }
            (read(&seat, &sheet, &document, &profile, lang, wanted)?)
        }
    };
    Ok(within(&seat, &sheet, "report", &title, &body))
}

fn read(
    seat: &Seat,
    sheet: &Sheet,
    document: &Document,
    profile: &Profile,
    lang: Lang,
    wanted: &str,
) -> Result<Markup, Fault> {
    let inner = |error: &dyn std::fmt::Display| Fault::Internal(error.to_string());
    let words = atalaya_words::Words::spoken(lang, sheet.loaded.value.frame.locale, &profile.school(lang));
    let labels = Labels::of(document, &words).map_err(|error| inner(&error))?;
    let chapters = chapters(document, &labels, words.t("report-decision"));
    let base = seat.at(&format!("/report/{}/{}", profile.id, lang.code()));
    let to = |anchor: &str| format!("{base}?chapter={anchor}");
    let at = chapters.iter().position(|chapter| chapter.anchor == wanted).unwrap_or(0);
    let Some(chapter) = chapters.get(at) else {
        return Ok(html! { p.soft { (seat.t("web-read-none")) } });
    };
    let places = all(document);
    let elsewhere = |anchor: &str| {
        if let Some(way) = part::behind(seat, sheet, document, anchor) {
            return Some(way);
        }
        let own = |block: &Block| atalaya_report::rests::anchor(block) == Some(anchor);
        let (chapter, _) = places.iter().find(|(_, block)| own(block))?;
        Some(format!("{}#{anchor}", to(chapter)))
    };
    let around = Around { below: &|_| html! {}, elsewhere: &elsewhere, numbers: true };
    let text = page::fragment(document, chapter.blocks, &words, &around).map_err(|error| inner(&error))?;
    let step = |at: Option<usize>, key: &str| {
        let chapter = at.and_then(|at| chapters.get(at));
        html! { @if let Some(chapter) = chapter { a href=(to(&chapter.anchor)) rel=(key) {
            (seat.t(&format!("web-read-{key}"))) ": " span lang=(lang.code()) { (chapter.title) }
        } } }
    };
    let contents = html! {
        ol lang=(lang.code()) {
            @for (index, chapter) in chapters.iter().enumerate() {
                li { a href=(to(&chapter.anchor)) aria-current=[(index == at).then_some("page")] {
                    span.soft { (chapter.number) } span { (chapter.title) }
                } }
            }
        }
    };
    Ok(html! {
        div.readsplit {
            nav.chapters.side aria-label=(seat.t("web-read-contents")) { (contents) }
            nav.chapters.fold aria-label=(seat.t("web-read-contents")) { details { summary { (seat.t("web-read-contents")) } (contents) } }
            article lang=(lang.code()) {
                @if chapter.anchor == "decision" { h2 { (chapter.title) } }
                div.report { (PreEscaped(text)) }
                nav.row.between aria-label=(seat.t("web-read-go")) {
                    span { (step(at.checked_sub(1), "prev")) }
                    span { (step(Some(at + 1), "next")) }
                }
            }
        }
    })
}
