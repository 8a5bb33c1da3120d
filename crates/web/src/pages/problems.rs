//! Everything that is wrong or missing, with what would be right, each at its place.

use atalaya_model::{
    Code, Diagnostic, Kind, Severity, alike,
    choice::{About, Choice},
};
use atalaya_store::{ANSWER, FILE, OBSERVATION, STUDY, Spot};
use axum::extract::State;
use maud::html;

use super::{decide, record, within};
use crate::{
    app::{Seat, Shared},
    fault::Fault,
    form,
    shell::{self, Page},
};

/// Most that are shown of one kind.
const SHOWN: usize = 300;

/// The one stage to which a notice belongs: that of the decision or of the kind that it speaks of, else that of the
/// record or file where it stands.
pub fn stage_of(diagnostic: &Diagnostic) -> &'static str {
    let said =
        |wanted: &str| diagnostic.args.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value);
    if let Some(about) = said("about").and_then(|word| About::parse(word)).filter(|own| *own != About::Gate) {
        return decide::What::Choice(about).stage();
    }
    if let Some(kind) = said("kind").and_then(|word| Kind::parse(word)) {
        return form::stage(kind);
    }
    // What an indicator or an action is missing for is mended where those are.
    match diagnostic.code {
        Code::NoIndicator | Code::ObjectiveWithoutIndicator => return form::stage(Kind::Indicator),
        Code::VariableWithoutAction => return form::stage(Kind::Action),
        _ => {}
    }
    let of_file = || form::kind_of(diagnostic.place.file.trim_start_matches("file/")).map(form::stage);
    let stage = match Spot::of(&diagnostic.place) {
        Some(spot) if spot.kind == ANSWER => Some("consult"),
        Some(spot) if spot.kind == OBSERVATION => Some(form::stage(Kind::Series)),
        Some(spot) => Kind::parse(&spot.kind).map(form::stage).or_else(of_file),
        None => of_file(),
    };
    stage.unwrap_or("frame")
}

/// Errors of one code that are told before the rest opens.
const ERRORS: usize = 5;

/// Notices by their code, in the order in which each first comes.
fn by_code<'a>(all: impl Iterator<Item = &'a Diagnostic>) -> Vec<Vec<&'a Diagnostic>> {
    let mut out: Vec<Vec<&Diagnostic>> = Vec::new();
    for own in all {
        match out.iter_mut().find(|group| group[0].code == own.code) {
            Some(group) => group.push(own),
            None => out.push(vec![own]),
        }
    }
    out
}

/// The page.
pub async fn page(State(app): State<Shared>, seat: Seat) -> Result<Page, Fault> {
    let sheet = app.desk.open(&seat.access).await?;
    let words = &seat.who.words;
    let title = words.t("web-problems");
    let of = |severity| sheet.diagnostics.iter().filter(move |d| d.severity() == severity);
    // The way to what a notice speaks of, and what that is called.
    let way = |diagnostic: &Diagnostic| -> Option<(String, String)> {
        let file = diagnostic.place.file.to_string();
        let spot = Spot::of(&diagnostic.place);
        let own = spot.as_ref().filter(|spot| spot.kind == STUDY || Kind::parse(&spot.kind).is_some());
        // A column belongs to every record of its list.
        let column = own.filter(|_| diagnostic.code == Code::UnknownColumn);
        if let Some(kind) = column.and_then(|spot| Kind::parse(&spot.kind)) {
            return Some((format!("/list/{}", kind.as_str()), form::called(words, kind)));
        }
        let part = form::kind_of(file.trim_start_matches("file/")).filter(|_| own.is_none());
        if let Some(kind) = part {
            // A part that is not there yet is begun in the list of its records.
            return Some((format!("/list/{}", kind.as_str()), form::called(words, kind)));
        }
        if file.starts_with("study.toml") {
            return Some((format!("/record/{STUDY}/{STUDY}"), words.t("web-frame")));
        }
        let spot = spot.as_ref()?;
        let told = sheet.record(&spot.kind, &spot.id).map(|own| record::told(&seat, &sheet, own));
        let told = told.unwrap_or_else(|| spot.id.clone());
        let told = if spot.kind == STUDY { words.t("web-frame") } else { told };
        match spot.kind.as_str() {
            ANSWER | OBSERVATION => Some((format!("/history/{}/{}", spot.kind, spot.id), told)),
            FILE => Some((String::new(), told)),
            _ => own.map(|spot| (format!("/record/{}/{}", spot.kind, spot.id), told)),
        }
    };
    // A whole kind of records is one home; a file is its own.
    let home =
        |own: &Diagnostic| Spot::of(&own.place).map_or_else(|| own.place.file.to_string(), |spot| spot.kind);
    let place = |own: &Diagnostic| {
        let apart = words.apart(own);
        let field = words.field_of(own).unwrap_or_default();
        let called = |told: String| match (apart.is_empty(), field.is_empty()) {
            (false, _) => apart.clone(),
            (true, true) => told,
            (true, false) => format!("{told}, {}", field.replace('_', " ")),
        };
        html! { @if let Some((path, told)) = way(own) { a href=(seat.at(&path)) { (called(told)) } } }
    };
    let notice = |diagnostic: &Diagnostic| {
        let said = words.diagnostic_here(diagnostic);
        html! {
            @if let Some((path, told)) = way(diagnostic) { a href=(seat.at(&path)) { (told) } " " }
            (shell::said(&said.text)) " " span.soft { (shell::said(&said.remedy)) } " " code { (diagnostic.code) }
        }
    };
    let hollow = sheet.hollow();
    let body = html! {
        main #content {
            h1 { (title) " " span.count { (sheet.notices()) } }
            @let texts = super::texts::count(&sheet);
            @if texts > 0 { p { a href=(seat.at("/texts")) { (words.with("web-texts-count", &[("count", texts.into())])) } } }
            @if !hollow.is_empty() {
                h2 { (words.t("bench-hollows")) " " span.count { (hollow.len()) } }
                ul.problems { @for record in hollow.iter().take(SHOWN) {
                    li { (atalaya_words::capital(&words.t(&format!("kind-{}", record.kind)))) " " a href=(seat.at(&format!("/record/{}/{}", record.kind, record.id))) { (record.id) } " " span.soft { (words.t("bench-hollow-about")) } }
                } }
            }
            @if sheet.notices() == 0 { p.lead { (words.t("web-problems-none")) } }
            @for (severity, key) in [(Severity::Error, "web-errors"), (Severity::Warning, "web-warnings"), (Severity::Gap, "web-gaps")] {
                @if of(severity).next().is_some() {
                    h2 { (words.t(key)) " " span.count { (of(severity).count()) } }
                    @if severity == Severity::Error {
                        // One slip may spoil hundreds of answers: the first of a kind are told, the rest opens.
                        @for all in by_code(of(severity)) {
                            @let (first, more) = all.split_at(all.len().min(ERRORS));
                            ul.problems { @for own in first { li { (notice(own)) } } }
                            @if !more.is_empty() {
                                details.more {
                                    summary { (words.with("web-more-like", &[("count", more.len().into()), ("n", words.int(more.len() as i64).into())])) }
                                    ul.problems { @for own in more.iter().take(SHOWN) { li { (notice(own)) } } }
                                }
                            }
                        }
                    } @else { ul.problems { @for group in alike(of(severity), home).iter().take(SHOWN) {
                        @for own in &group.told { li { (notice(own)) } }
                        // Of many like it, only where they are.
                        @if !group.more.is_empty() {
                            li.more {
                                (words.with("check-more-at", &[("count", group.more.len().into()), ("places", "".into())]))
                                @for (at, own) in group.more.iter().take(SHOWN).enumerate() { @if at > 0 { ", " } (place(own)) }
                            }
                        }
                    } } }
                }
            }
        }
    };
    Ok(within(&seat, &sheet, "problems", &title, &body))
}
