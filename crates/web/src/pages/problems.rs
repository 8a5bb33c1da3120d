//! Everything that is wrong or missing, with what would be right, each at its place.

use atalaya_model::Severity;
use atalaya_store::{ANSWER, FILE, OBSERVATION, Spot};
use axum::extract::State;
use maud::html;

use super::within;
use crate::{
    app::{Seat, Shared},
    fault::Fault,
    form,
    shell::{self, Page},
};

/// Most that are shown of one kind.
const SHOWN: usize = 300;

/// The page.
pub async fn page(State(app): State<Shared>, seat: Seat) -> Result<Page, Fault> {
    let sheet = app.desk.open(&seat.access).await?;
    let words = &seat.who.words;
    let title = words.t("web-problems");
    let of = |severity| sheet.diagnostics.iter().filter(move |d| d.severity() == severity);
    let link = |spot: &Spot| match spot.kind.as_str() {
        ANSWER | OBSERVATION => format!("/history/{}/{}", spot.kind, spot.id),
        // A part that is not there yet is begun in the list of its records.
        FILE => match form::kind_of(&spot.id) {
            Some(kind) => format!("/list/{}", kind.as_str()),
            None => String::new(),
        },
        kind => format!("/record/{kind}/{}", spot.id),
    };
    let told = |spot: &Spot| match form::kind_of(&spot.id).filter(|_| spot.kind == FILE) {
        Some(kind) => form::called(words, kind),
        None => spot.id.clone(),
    };
    let body = html! {
        main #content {
            h1 { (title) }
            @let texts = super::texts::count(&sheet);
            @if texts > 0 { p { a href=(seat.at("/texts")) { (words.with("web-texts-count", &[("count", texts.into())])) } } }
            @if sheet.diagnostics.is_empty() { p.lead { (words.t("web-problems-none")) } }
            @for (severity, key) in [(Severity::Error, "web-errors"), (Severity::Warning, "web-warnings"), (Severity::Gap, "web-gaps")] {
                @if of(severity).next().is_some() {
                    h2 { (words.t(key)) " " span.count { (of(severity).count()) } }
                    ul.problems {
                        @for diagnostic in of(severity).take(SHOWN) {
                            @let said = words.diagnostic(diagnostic);
                            li {
                                @if let Some(spot) = Spot::of(&diagnostic.place) { a href=(seat.at(&link(&spot))) { (told(&spot)) @if let Some(field) = &spot.field { " · " (field) } } " " }
                                (shell::said(&said.text)) " " span.soft { (shell::said(&said.remedy)) } " " code { (diagnostic.code) }
                            }
                        }
                    }
                }
            }
        }
    };
    Ok(within(&seat, &sheet, "problems", &title, &body))
}
