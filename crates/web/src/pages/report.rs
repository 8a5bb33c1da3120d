//! The report: as a page, and as documents by profile and language.

use std::{collections::BTreeMap, sync::Arc};

use atalaya_analysis::canonical;
use atalaya_model::Lang;
use atalaya_report::{chapters, docx, html as page, pdf, profile::SHIPPED, workbook};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use maud::html;

use super::{out::download, within};
use crate::{
    app::{Seat, Shared},
    desk::profile,
    fault::Fault,
    shell::Page,
};

/// The documents that may be had.
const FORMATS: [(&str, &str); 5] = [
    ("pdf", "web-format-pdf"),
    ("docx", "web-format-docx"),
    ("html", "web-format-html"),
    ("xlsx", "web-format-xlsx"),
    ("json", "web-format-json"),
];

/// What may be had, and how far the figures are.
pub async fn choose(State(app): State<Shared>, seat: Seat) -> Result<Page, Fault> {
    let sheet = app.desk.open(&seat.access).await?;
    let full = app.desk.full(&seat.access, &sheet);
    let words = &seat.who.words;
    let title = words.t("web-report");
    let body = html! {
        main #content {
            h1 { (title) }
            @if sheet.errors() > 0 {
                p.bad role="alert" { (words.t("web-fault-errors")) " " a href=(seat.at("/problems")) { (words.t("web-problems")) } }
            }
            @if full.is_none() { (super::study::resampling(&app, &seat, &sheet)) }
            table.records.short.list {
                thead { tr {
                    th scope="col" { (words.t("web-profile")) }
                    @for lang in Lang::ALL { th scope="col" { (words.t(&format!("language-{}", lang.code()))) } }
                } }
                tbody {
                    @for (name, _) in SHIPPED {
                        tr {
                            th scope="row" { (profile(name).map(|p| p.about.get(seat.who.lang).to_owned()).unwrap_or_default()) }
                            @for lang in Lang::ALL {
                                td data-label=(words.t(&format!("language-{}", lang.code()))) {
                                    a.chip href=(seat.at(&format!("/report/{name}/{}", lang.code()))) { (words.t("web-read")) } " "
                                    // Of a study with errors there is no document to take away.
                                    @for (end, key) in FORMATS.iter().filter(|_| sheet.errors() == 0).filter(|(end, _)| *name == "prospectivo" || !matches!(*end, "xlsx" | "json")) {
                                    a.chip href=(seat.at(&format!("/report/{name}/{}/{end}", lang.code()))) { (words.t(key)) } " "
                                    }
                                }
                            }
                        }
                    }
                }
            }
            p.row {
                a.button.second href=(seat.at("/whole/zip")) { (words.t("web-archive")) }
                a.button.second href=(seat.at("/whole/xlsx")) { (words.t("web-workbook")) }
                @if sheet.point.explore.balances.is_some() { a.button.second href=(seat.at("/whole/scw")) { (words.t("web-scw")) } }
            }
        }
    };
    Ok(within(&seat, &sheet, "report", &title, &body))
}

/// A document. It waits for the resampling, and is made once for a revision.
pub async fn document(
    State(app): State<Shared>,
    seat: Seat,
    Path((study, name, lang, end)): Path<(String, String, String, String)>,
    Query(_): Query<BTreeMap<String, String>>,
) -> Result<Response, Fault> {
    let profile = profile(&name).ok_or(Fault::NotFound)?;
    let lang = Lang::parse(&lang).ok_or(Fault::NotFound)?;
    if !FORMATS.iter().any(|(own, _)| *own == end) {
        return Err(Fault::NotFound);
    }
    let sheet = app.desk.open(&seat.access).await?;
    let file = format!("{study}-{name}-{}.{end}", lang.code());
    let key = format!("{study}/{}/{file}", sheet.seq);
    if let Some(kept) = app.kept(&key) {
        return Ok(download(&file, kept.to_vec()));
    }
    if sheet.errors() > 0 {
        return Err(Fault::Bad("web-fault-errors"));
    }
    app.work.one(&seat.who.person.id)?;
    let full = app.desk.wait(&seat.access, &sheet).await?;
    let bytes = tokio::task::spawn_blocking(move || -> Result<Vec<u8>, Fault> {
        let inner = |error: &dyn std::fmt::Display| Fault::Internal(error.to_string());
        let study = &sheet.loaded.value;
        let words = atalaya_words::Words::spoken(lang, study.frame.locale, &profile.school(lang));
        if end == "json" {
            return canonical::json(&*full).map(String::into_bytes).map_err(|e| inner(&e));
        }
        let document = chapters::handed(study, &full, &words, &profile, false).document;
        match end.as_str() {
            "pdf" => pdf::pdf(&document, &words).map(|pdf| pdf.bytes).map_err(|e| inner(&e)),
            "docx" => docx::docx(&document, &words).map_err(|e| inner(&e)),
            "xlsx" => workbook::workbook(&document, &words).map_err(|e| inner(&e)),
            _ => page::html(&document, &words).map(String::into_bytes).map_err(|e| inner(&e)),
        }
    })
    .await??;
    let bytes = Arc::new(bytes);
    app.keep(key, &bytes);
    Ok(download(&file, bytes.to_vec()))
}

/// The questionnaire of a round in Word, to be sent to the panel.
pub async fn questionnaire(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, round, lang)): Path<(String, String, String)>,
) -> Result<Response, Fault> {
    let lang = Lang::parse(&lang).ok_or(Fault::NotFound)?;
    let sheet = app.desk.open(&seat.access).await?;
    if sheet.record("round", &round).is_none() {
        return Err(Fault::NotFound);
    }
    app.work.one(&seat.who.person.id)?;
    let name = format!("{round}-{}.docx", lang.code());
    let bytes = tokio::task::spawn_blocking(move || -> Result<Vec<u8>, Fault> {
        let words = sheet.words(lang);
        let document = chapters::questionnaire(&sheet.loaded.value, &sheet.point, &words, &round);
        let document = document.ok_or(Fault::Bad("web-fault-no-questions"))?;
        docx::docx(&document, &words).map_err(|error| Fault::Internal(error.to_string()))
    })
    .await??;
    Ok(download(&name, bytes))
}
