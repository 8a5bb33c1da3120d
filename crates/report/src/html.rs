//! The page: one file that holds its styles, typefaces and pictures, fetches nothing and runs no script.

mod block;

use std::collections::BTreeSet;

use atalaya_words::Words;
use base64::Engine;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::cover::{Ink, ruler};
use crate::doc::{Block, Document, Front};
use crate::fonts::{self, SANS, SERIF};
use crate::resolve::{DocumentError, Entry, Labels, SUMMARY};
use crate::rich::{clean, short_title};
use block::Page;

const STYLE: &str = include_str!("../assets/report.css");

/// The document as one HTML file.
///
/// # Errors
/// A mistake in the document's structure.
pub fn html(document: &Document, words: &Words) -> Result<String, DocumentError> {
    let labels = Labels::of(document, words)?;
    let page = Page { document, words, labels: &labels, around: &Around::NOTHING };
    let body = body(&page).into_string();
    // What the page shows decides which glyphs its typefaces keep.
    let chars: BTreeSet<char> = (' '..='~').chain(body.chars().filter(|c| !c.is_control())).collect();
    let title = clean(&document.title);
    let style = format!("{}{}", faces(&chars), style());
    Ok(html! {
        (DOCTYPE)
        html lang=(document.conventions().tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content="Atalaya";
                @if !document.authors.is_empty() {
                    meta name="author" content=(clean(&document.authors.join("; ")));
                }
                @if !document.subtitle.is_empty() {
                    meta name="description" content=(clean(&document.subtitle));
                }
                title { (title) }
                style { (PreEscaped(style)) }
            }
            (PreEscaped(body))
        }
    }
    .into_string())
}

/// What a page that shows a part of a document puts around it.
pub struct Around<'a> {
    /// What stands below a figure, a table or the fold of a trace, by its id.
    pub below: &'a dyn Fn(&str) -> Markup,
    /// The address of what is on another page, by its anchor.
    pub elsewhere: &'a dyn Fn(&str) -> Option<String>,
    /// Whether headings, figures and tables have the numbers of the whole document, or are called by their titles.
    pub numbers: bool,
}

impl Around<'_> {
    /// Nothing, as in a document that stands alone.
    pub const NOTHING: Around<'static> = Around { below: &|_| html! {}, elsewhere: &|_| None, numbers: true };
}

/// Blocks of a document as a part of a page that has the styles of [`style`].
///
/// # Errors
/// A mistake in the document's structure.
pub fn fragment(
    document: &Document,
    blocks: &[Block],
    words: &Words,
    around: &Around<'_>,
) -> Result<String, DocumentError> {
    let labels = Labels::of(document, words)?;
    let labels = if around.numbers { labels } else { labels.by_title(words) };
    let page = Page { document, words, labels: &labels, around };
    Ok(page.blocks(blocks).into_string())
}

/// The styles of the page.
#[must_use]
pub fn style() -> String {
    format!("{STYLE}{}", block::hints())
}

/// A typeface for pages whose text is not known beforehand.
#[derive(Clone, Debug)]
pub struct WebFace {
    /// Family.
    pub family: &'static str,
    /// Weight.
    pub weight: u16,
    /// Whether it slopes.
    pub italic: bool,
    /// The name of its file.
    pub file: String,
    /// Its bytes, as WOFF.
    pub bytes: Vec<u8>,
}

/// The typefaces of the page with the letters of the languages of Europe, and the signs that texts and charts use.
#[must_use]
pub fn web_faces() -> Vec<WebFace> {
    const SIGNS: &str = "–—‘’“”«»„…•·†‡‰‹›€−×÷±≤≥≈≠→←↑↓↔●○◆◇■□▲△▼▽★☆✓✗½¼¾∞√∑ΔΣαβγδσρτχ½";
    let chars: BTreeSet<char> = (' '..='\u{17f}').filter(|c| !c.is_control()).chain(SIGNS.chars()).collect();
    chosen()
        .filter_map(|face| {
            let bytes = fonts::web_face(face.data, &chars)?;
            let slope = if face.italic { "-italic" } else { "" };
            let family = face.family.to_lowercase().replace(' ', "-");
            let file = format!("{family}-{}{slope}.woff", face.weight);
            Some(WebFace { family: face.family, weight: face.weight, italic: face.italic, file, bytes })
        })
        .collect()
}

fn body(page: &Page<'_>) -> Markup {
    let Page { document, words, labels, .. } = page;
    // A sheet has nothing to look up.
    let listed = document.front != Front::Sheet;
    let summary = (!document.decision.is_empty()).then(|| words.t("report-decision"));
    html! {
        body {
            a.skip href="#content" { (words.t("report-skip")) }
            @if !document.running.study.is_empty() || !document.running.notice.is_empty() {
                aside.running aria-label=(words.t("report-running")) {
                    span { (short_title(&document.running.study)) }
                    @if !document.running.notice.is_empty() {
                        span.notice { (clean(&document.running.notice)) }
                    }
                }
            }
            @if document.front != Front::Sheet { (cover(page)) }
            div.frame.alone[!listed] {
                @if listed {
                    nav.contents.side aria-label=(words.t("report-contents")) {
                        p.contents-title { (words.t("report-contents")) }
                        (contents(summary.as_deref(), &labels.contents))
                    }
                }
                main #content tabindex="-1" {
                    @if listed && !labels.contents.is_empty() {
                        nav.contents.fold aria-label=(words.t("report-contents")) {
                            details {
                                summary { (words.t("report-contents")) }
                                (contents(summary.as_deref(), &labels.contents))
                            }
                        }
                    }
                    @if !document.decision.is_empty() {
                        section.decision {
                            @if !listed { h1 { (clean(&document.title)) } }
                            h2 id=(SUMMARY) { (words.t("report-decision")) }
                            (page.blocks(&document.decision))
                        }
                    }
                    (page.blocks(&document.blocks))
                }
            }
            footer {
                @if !labels.tables.is_empty() { p { (words.t("report-tables-folder")) } }
                @if !document.cover.colophon.is_empty() { p { (clean(&document.cover.colophon)) } }
            }
        }
    }
}

fn cover(page: &Page<'_>) -> Markup {
    let Page { document, words, .. } = page;
    let cover = &document.cover;
    let ink = Ink { line: "currentColor", accent: "var(--accent)" };
    html! {
        header.cover {
            @if !cover.kicker.is_empty() { p.kicker { (clean(&cover.kicker)) } }
            h1 { (clean(&document.title)) }
            @if !document.subtitle.is_empty() { p.subtitle { (clean(&document.subtitle)) } }
            @if !document.authors.is_empty() || !document.date.is_empty() {
                p.byline {
                    (clean(&words.list(&document.authors)))
                    @if !document.authors.is_empty() && !document.date.is_empty() { br; }
                    @if !document.date.is_empty() {
                        (words.with("report-as-of", &[("date", words.date(&document.date).into())]))
                    }
                }
            }
            @if let Some(span) = &cover.span {
                div.ruler aria-hidden="true" { (PreEscaped(ruler(span, &ink))) }
            }
            @if let Some(notice) = &cover.notice { div.notice-box role="note" { (page.rich(notice)) } }
            (page.facts(&cover.facts))
        }
    }
}

/// Chapters, and below each its sections.
fn contents(summary: Option<&str>, entries: &[Entry]) -> Markup {
    html! {
        ol {
            @if let Some(summary) = summary {
                li.l1 { a href=(format!("#{SUMMARY}")) { span {} span { (summary) } } }
            }
            @for entry in entries.iter().filter(|entry| entry.level <= 2) {
                li.l1[entry.level == 1].l2[entry.level == 2] {
                    a href=(format!("#{}", entry.anchor)) {
                        span { (entry.number) }
                        span { (clean(&entry.text)) }
                    }
                }
            }
        }
    }
}

/// The faces that the page uses: no bold italic, and of the serif's two bolds the lighter.
fn chosen() -> impl Iterator<Item = fonts::FaceFile> {
    fonts::faces().into_iter().filter(|face| match face.family {
        SERIF => face.weight == 400 || (face.weight == 600 && !face.italic),
        SANS => !face.italic,
        _ => false,
    })
}

fn faces(chars: &BTreeSet<char>) -> String {
    let mut out = String::new();
    for face in chosen() {
        let Some(woff) = fonts::web_face(face.data, chars) else { continue };
        let data = base64::engine::general_purpose::STANDARD.encode(woff);
        let slope = if face.italic { "italic" } else { "normal" };
        out.push_str(&format!(
            "@font-face{{font-family:\"{}\";font-weight:{};font-style:{slope};font-display:swap;src:url(data:font/woff;base64,{data}) format(\"woff\")}}\n",
            face.family, face.weight
        ));
    }
    out
}
