//! One question at a time.

use atalaya_model::{Family, family::Scale};
use maud::{Markup, html};

use super::points;
use crate::app::Seat;

/// What a value of a family means, in a word; nothing where its sentence has to do.
fn meaning(seat: &Seat, family: &Family, scale: Scale, value: &str) -> String {
    let words = &seat.who.words;
    let key = match (scale, value) {
        (Scale::Influence, "P") => "chart-matrix-potential".to_owned(),
        (Scale::Influence, _) => format!("chart-matrix-step-{value}"),
        (Scale::Colour, _) => format!("colour-{value}"),
        _ => format!("point-{}-{value}", family.name),
    };
    if !words.has(&key) {
        return String::new();
    }
    // A key of a picture says the value too.
    let text = words.t(&key);
    text.strip_prefix(&format!("{value} ")).unwrap_or(&text).to_owned()
}

/// One question at a time, for a screen that has no room for a grid. It writes into the cells of the grid, which stays
/// the one that saves.
pub fn card(seat: &Seat, family: &Family, scale: Scale, title: &str) -> Markup {
    let choices = points(scale);
    let words = &seat.who.words;
    let kept =
        words.with("web-pair-kept", &[("a", "{a}".into()), ("b", "{b}".into()), ("value", "{value}".into())]);
    html! {
        div.pair #pair role="group" aria-label=(title) hidden {
            p.soft #pair-last role="status" data-kept=(kept) data-all=(words.t("web-pair-all")) {}
            p #pair-ask aria-live="polite" {}
            @if choices.is_empty() {
                label { (words.t("web-answer")) input #pair-input inputmode="decimal" autocomplete="off" disabled[!seat.writes()]; }
            }
            div.choices {
                @for choice in &choices {
                    @let meaning = meaning(seat, family, scale, choice);
                    button type="button" data-value=(choice) aria-pressed="false" disabled[!seat.writes()] { (choice.replace('-', "−")) @if !meaning.is_empty() { " " small { (meaning) } } }
                }
                button.word type="button" data-value="-" aria-pressed="false" disabled[!seat.writes()] { (words.t("web-pair-none")) }
                button.word type="button" data-value="" aria-pressed="false" disabled[!seat.writes()] { (words.t("web-pair-clear")) }
            }
            div.steer {
                button.button.second #pair-back type="button" { (words.t("web-pair-back")) }
                span #pair-at.soft {}
                button.button.second #pair-next type="button" { (words.t("web-pair-next")) }
            }
            button.button.second #pair-gap type="button" { (words.t("web-pair-gap")) }
        }
    }
}
