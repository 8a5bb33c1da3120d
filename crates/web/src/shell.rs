//! The frame of every page, and the pieces that pages are made of. The design system's one page shows them all.

use atalaya_model::Lang;
use atalaya_words::Words;
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::{app::Seat, assets};

/// A page of HTML.
pub struct Page(pub Markup);

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], self.0.into_string()).into_response()
    }
}

/// What stands at the head of the pages of a study.
pub struct Bar<'a> {
    pub seat: &'a Seat,
    pub title: String,
    /// The part of the study that the page belongs to: a stage, or another word of the path.
    pub here: &'a str,
    pub seq: i64,
    /// How many notices the study has.
    pub notices: usize,
    /// Illustrative data are said on every page.
    pub notice: Option<String>,
}

/// The frame of every page.
pub fn page(words: &Words, title: &str, bar: Option<&Bar<'_>>, body: &Markup) -> Page {
    frame(words, title, bar, bar.is_some(), body)
}

/// The frame of a page of a person, outside of any study.
pub fn page_of(words: &Words, title: &str, body: &Markup) -> Page {
    frame(words, title, None, true, body)
}

fn frame(words: &Words, title: &str, bar: Option<&Bar<'_>>, person: bool, body: &Markup) -> Page {
    let lang = words.lang();
    Page(html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            (head(title, bar.is_some()))
            body data-study=[bar.map(|bar| bar.seat.access.study())] data-seq=[bar.map(|bar| bar.seq)]
                data-saved=(words.t("web-saved")) data-stale=(words.t("web-stale")) data-changed=(words.t("web-changed")) data-draft=(words.t("web-draft")) data-offline=(words.t("web-offline")) {
                a.skip href="#content" { (words.t("report-skip")) }
                header.top {
                    a.brand href="/" { "Atalaya" }
                    @if let Some(bar) = bar {
                        a.study href=(bar.seat.at("")) { (bar.title) }
                        @if let Some(notice) = &bar.notice { span.notice { (notice) } }
                    }
                    span.space {}
                    (languages(words))
                    @if person {
                        a.quiet href="/me" { (words.t("web-me")) }
                        form.inline method="post" action="/out" { button.quiet { (words.t("web-sign-out")) } }
                    }
                }
                @if let Some(bar) = bar {
                    (path(words, bar))
                    // On a phone the head has no line for it.
                    @if let Some(notice) = &bar.notice { p.notice.below { (notice) } }
                }
                (body)
                div.toast #toast role="status" aria-live="polite" {}
            }
        }
    })
}

/// A page of a study with nothing around it: what is projected on a wall.
pub fn bare(seat: &Seat, title: &str, seq: i64, body: &Markup) -> Page {
    let words = &seat.who.words;
    Page(html! {
        (DOCTYPE)
        html lang=(words.lang().code()) {
            (head(title, true))
            body data-study=(seat.access.study()) data-seq=(seq) data-offline=(words.t("web-offline")) {
                (body)
                div.toast #toast role="status" aria-live="polite" {}
            }
        }
    })
}

/// What stands in the head of a page; `report`: whether it shows parts of the report.
fn head(title: &str, report: bool) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (title) " · Atalaya" }
            link rel="icon" href=(assets::at("atalaya.svg")) type="image/svg+xml";
            @if report {
                link rel="stylesheet" href=(assets::at("atalaya.css"));
                link rel="stylesheet" href=(assets::at("report.css"));
            } @else {
                // What comes before a study is what a browser sees first.
                style { (PreEscaped(assets::style())) }
                link rel="prefetch" as="style" href=(assets::at("atalaya.css"));
                link rel="prefetch" as="style" href=(assets::at("report.css"));
            }
            script type="module" src=(assets::at("atalaya.js")) {}
        }
    }
}

fn languages(words: &Words) -> Markup {
    html! {
        form.inline method="post" action="/language" aria-label=(words.t("web-language")) {
            @for lang in Lang::ALL {
                button.quiet name="lang" value=(lang.code()) lang=(lang.code()) title=(words.t(&format!("language-{}", lang.code())))
                    aria-pressed=(if lang == words.lang() { "true" } else { "false" }) { (lang.code().to_uppercase()) }
            }
        }
    }
}

/// The stages as a path.
fn path(words: &Words, bar: &Bar<'_>) -> Markup {
    let entry = |here: &str, href: String, name: String| {
        let count = if here == "problems" { bar.notices } else { 0 };
        html! {
            li { a href=(href) aria-current=[(bar.here == here).then_some("page")] { (name) @if count > 0 { " " span.count { (count) } } } }
        }
    };
    html! {
        nav.path aria-label=(words.t("web-path")) {
            ol {
                @for stage in crate::form::STAGES {
                    (entry(stage, bar.seat.at(&format!("/{stage}")), words.t(&format!("stage-{stage}"))))
                }
            }
            ul {
                (entry("report", bar.seat.at("/report"), words.t("web-report")))
                (entry("problems", bar.seat.at("/problems"), words.t("web-problems")))
                (entry("history", bar.seat.at("/history"), words.t("web-history")))
                (entry("people", bar.seat.at("/people"), words.t("web-people")))
            }
        }
    }
}

/// A sentence whose words between backticks are what one types.
pub fn said(text: &str) -> Markup {
    html! {
        @for (index, part) in text.split('`').enumerate() {
            @if index % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

/// A sentence of help behind a word.
pub fn hint(text: &str) -> Markup {
    html! { small.hint { (text) } }
}
