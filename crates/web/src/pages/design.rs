//! The design system on one page: the tokens and every piece that pages are made of.

use atalaya_words::Words;
use axum::http::HeaderMap;
use maud::{Markup, html};

use crate::{
    app::lang,
    shell::{self, Page},
};

/// The tokens of colour, as `atalaya.css` names them.
const COLOURS: [&str; 11] =
    ["ink", "soft", "line", "hair", "paper", "sheet", "card", "accent", "tint", "care", "bad"];

/// The page. It shows no study, so that nobody need be signed in.
pub async fn page(headers: HeaderMap) -> Page {
    let words = Words::new(lang(&headers));
    let title = words.t("web-design");
    let body = html! {
        main #content {
            h1 { (title) }
            p.lead { (words.t("web-design-about")) }
            h2 { (words.t("web-design-colours")) }
            ul.swatches { @for colour in COLOURS { li { span class={ "swatch " (colour) } {} code { "--" (colour) } } } }
            h2 { (words.t("web-design-type")) }
            p.sample.large { (words.t("web-design-type-sample")) } p.lead { (words.t("web-design-type-sample")) }
            p { (words.t("web-design-type-sample")) } p.soft { small { (words.t("web-design-type-sample")) } }
            p.serif { (words.t("web-design-type-sample")) }
            h2 { (words.t("web-design-controls")) }
            (controls(&words))
            h2 { (words.t("web-design-messages")) }
            p.working { (words.t("web-resampling")) }
            section.clash { h3 { (words.t("web-clash")) } p { (words.t("web-clash-about")) }
                dl.facts { dt { (words.t("web-clash-theirs")) } dd { "12" } dt { (words.t("web-clash-yours")) } dd { "14" } } }
            p.bad { (words.with("web-wrong", &[("count", 2.into())])) }
            p.care { (words.with("web-untranslated", &[("count", 2.into())])) }
            p.good { (words.t("web-saved")) }
            p { del { "12" } " " ins { "14" } }
            h2 { (words.t("web-design-data")) }
            (data(&words))
            h2 { (words.t("bench-design-boards")) }
            (boards(&words))
            h2 { (words.t("web-design-grid")) }
            (grid(&words))
            h2 { (words.t("web-design-pair")) }
            (pair(&words))
        }
    };
    shell::page(&words, &title, None, &body)
}

fn controls(words: &Words) -> Markup {
    html! {
        p.row {
            button.button type="button" { (words.t("web-save")) }
            button.button.second type="button" { (words.t("web-add-make")) }
            button.quiet type="button" { (words.t("web-sign-out")) }
            button.danger type="button" { (words.t("web-delete")) }
            a.chip href="#content" { (words.t("web-format-pdf")) }
            span.tag { (words.t("web-next")) }
        }
        div.field.one { label.label for="d-name" { (words.t("web-name")) } span.side { input #d-name value="V1" autocomplete="off"; } }
        div.field.both role="group" aria-label=(words.t("web-new-title")) {
            span.label { (words.t("web-new-title")) " " (shell::hint(&words.t("web-markdown"))) }
            span.side { span.lang { (words.t("language-es")) } textarea lang="es" rows="2" aria-label=(words.t("language-es")) { "El agua del pueblo al 2035" } }
            span.side.missing { span.lang { (words.t("language-en")) " · " (words.t("web-missing")) } textarea lang="en" rows="2" aria-label=(words.t("language-en")) {} }
        }
    }
}

fn data(words: &Words) -> Markup {
    html! {
        dl.figures {
            div { dt { (words.t("web-figure-years")) } dd { "2025–2035" } }
            div { dt { (words.t("web-figure-experts")) } dd { "7" } }
        }
        ol.stages {
            li.stage.next { h3 { (words.t("stage-frame")) } p.tag { (words.t("web-next")) } p.soft { (words.t("web-about-frame")) } }
            li.stage.lane { h3 { (words.t("stage-consult")) } p.soft { (words.t("web-about-consult")) } }
            li.stage { h3 { (words.t("stage-structure")) } p.soft { (words.t("web-about-structure")) } }
        }
        table.records.list {
            thead { tr { th scope="col" { (words.t("web-id")) } th scope="col" { (words.t("web-name")) } th scope="col" { (words.t("web-state")) } } }
            tbody { @for id in ["V1", "V2"] {
                tr { th scope="row" { (id) } td.name data-label=(words.t("web-name")) { (words.t("web-design-type-sample")) }
                    td data-label=(words.t("web-state")) { span.care { (words.with("web-untranslated", &[("count", 1.into())])) } } }
            } }
        }
    }
}

/// What boards, decisions and the room are made of.
fn boards(words: &Words) -> Markup {
    let sample = words.t("web-design-type-sample");
    html! {
        section.panel.decision { h3 { (words.t("bench-decide-bet")) }
            p { (words.with("bench-decided", &[("date", words.date("2026-03-31").into()), ("by", words.t("serve-analyst").into())])) " " b { "S1" } }
            p.row { button.button type="button" { (words.t("bench-save")) } } }
        section.panel.decision.stale { h3 { (words.t("bench-gate")) } p.care { (words.t("bench-stale")) } ul.changed { li { (words.with("bench-now-proposed", &[("list", "V7".into())])) } } }
        div.quadrants {
            section.quadrant.strength { h3 { (words.t("bench-foda-strength")) } p { (sample) } }
            section.quadrant.threat { h3 { (words.t("bench-foda-threat")) } p { (sample) } }
        }
        div.columns {
            details.hit { summary { (sample) " " span.soft { "4\u{a0}×\u{a0}5" } } p { (sample) } }
            div.state.picked { label.pick { input type="radio" name="d-state" checked; span { "V1.a" } } }
            div.state.barred { label.pick { input type="radio" name="d-state"; span { "V1.b" } } p.care { (words.with("bench-barred", &[("states", "V2.c".into())])) } }
        }
        dl.dots { dt { "2" } dd { span aria-hidden="true" { "●●●●" } " " span.soft { "4" } } dt { "3" } dd { span aria-hidden="true" { "●●●" } " " span.soft { "3" } } }
    }
}

/// A grid that only shows how grids look: it has no cells to be asked about.
fn grid(words: &Words) -> Markup {
    let names = ["V1", "V2", "V3"];
    html! {
        div.gridbox tabindex="0" role="region" aria-label=(words.t("web-design-grid")) {
            table class="grid" {
                thead { tr { td {} @for name in names { th scope="col" class=[(name == "V2").then_some("here")] { (name) } } } }
                tbody { @for (row, name) in names.into_iter().enumerate() {
                    tr class=[(row == 0).then_some("here")] { th scope="row" { (name) }
                        @for column in 0..names.len() {
                            @if row == column { td.none {} }
                            @else { td class=[((row, column) == (0, 1)).then_some("picked")] { (row + column) } }
                        }
                    }
                } }
            }
        }
    }
}

fn pair(words: &Words) -> Markup {
    html! {
        div.pair role="group" aria-label=(words.t("web-design-pair")) {
            p { (words.with("web-ask-influence", &[("a", "V1".into()), ("b", "V2".into())])) }
            div.choices {
                @for choice in ["0", "1", "2", "3", "P"] { button type="button" aria-pressed=(if choice == "2" { "true" } else { "false" }) { (choice) } }
                button.word type="button" aria-pressed="false" { (words.t("web-pair-none")) }
            }
            div.steer {
                button.button.second type="button" { (words.t("web-pair-back")) }
                span.soft { "2/6" }
                button.button.second type="button" { (words.t("web-pair-next")) }
            }
        }
    }
}
