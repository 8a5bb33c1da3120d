//! The texts that one language has and the other lacks, side by side, to be written one after the other.

use std::collections::BTreeMap;

use atalaya_model::{Kind, Lang};
use atalaya_store::{Change, Edit, Field, Record, STUDY};
use axum::{
    Form,
    extract::{Query, State},
    response::Redirect,
};
use maud::html;
use serde::Deserialize;

use super::{pieces::said, record, within};
use crate::{
    app::{Chair, Seat, Shared},
    desk::Sheet,
    fault::Fault,
    form::{self, Input, called, meaning},
    shell::Page,
};

/// Texts of one page.
const SHOWN: usize = 40;

/// A text that a language lacks.
pub struct Missing<'a> {
    record: &'a Record,
    field: String,
    /// The language that has it, and what it says.
    from: (Lang, String),
    to: Lang,
}

/// What one language says in a record and the other lacks.
pub fn lacking<'a>(record: &'a Record, inputs: &'a [Input]) -> impl Iterator<Item = Missing<'a>> {
    inputs.iter().filter(|input| input.both).filter_map(move |input| {
        let text = |lang: Lang| said(Some(record), &format!("{}.{}", input.name, lang.code()));
        let [es, en] = Lang::ALL.map(text);
        let (from, to) = match (es.is_empty(), en.is_empty()) {
            (false, true) => ((Lang::Es, es), Lang::En),
            (true, false) => ((Lang::En, en), Lang::Es),
            _ => return None,
        };
        Some(Missing { record, field: input.name.clone(), from, to })
    })
}

/// The texts that one of the study's languages has and the other lacks, in the order of the path. A study of one
/// language lacks none.
fn missing(sheet: &Sheet) -> Vec<Missing<'_>> {
    if sheet.loaded.value.frame.languages.len() < 2 {
        return Vec::new();
    }
    let kinds = form::STAGES.into_iter().flat_map(form::kinds);
    let all = std::iter::once((STUDY.to_owned(), form::frame()))
        .chain(kinds.map(|kind| (kind.as_str().to_owned(), form::inputs(kind))));
    let mut out = Vec::new();
    for (kind, inputs) in all {
        for record in sheet.of_kind(&kind) {
            let own = lacking(record, &inputs);
            out.extend(own.map(|own| Missing { record, ..own }));
        }
    }
    out
}

/// How many texts a language lacks.
pub fn count(sheet: &Sheet) -> usize {
    missing(sheet).len()
}

/// From which text on.
#[derive(Debug, Deserialize)]
pub struct From {
    from: Option<usize>,
}

/// The texts that are missing.
pub async fn show(
    State(app): State<Shared>,
    seat: Seat,
    Query(From { from }): Query<From>,
) -> Result<Page, Fault> {
    let sheet = app.desk.open(&seat.access).await?;
    let words = &seat.who.words;
    let title = words.t("web-texts");
    let all = missing(&sheet);
    let from = from.unwrap_or(0).min(all.len());
    let shown = &all[from..(from + SHOWN).min(all.len())];
    let language = |lang: Lang| words.t(&format!("language-{}", lang.code()));
    let body = html! {
        main #content {
            h1 { (title) " " span.count { (all.len()) } }
            @if all.is_empty() { p.lead { (words.t("web-texts-none")) } }
            @else {
                p.soft { (words.t("web-texts-about")) }
                form #record method="post" action=(seat.at("/texts")) data-draft="texts" {
                    input type="hidden" name="read" value=(sheet.seq);
                    input type="hidden" name="from" value=(from);
                    fieldset disabled[!seat.writes()] aria-label=(title) {
                        @for own in shown {
                            @let record = own.record;
                            @let name = format!("{}/{}#{}.{}", record.kind, record.id, own.field, own.to.code());
                            @let about = meaning(words, &record.kind, &own.field);
                            div.field.both {
                                span.label {
                                    @if let Some(kind) = Kind::parse(&record.kind) { (called(words, kind)) " " } @else { (words.t("web-frame")) " " }
                                    a href=(seat.at(&format!("/record/{}/{}", record.kind, record.id))) { (record.id) }
                                    span.plain { " · " (about) }
                                }
                                div.side { span.lang { (language(own.from.0)) } div.given lang=(own.from.0.code()) { (own.from.1) } }
                                span.side.missing {
                                    span.lang { (language(own.to)) " · " (words.t("web-missing")) }
                                    input type="hidden" name=(format!("o:{name}")) value="";
                                    textarea name=(format!("f:{name}")) rows=((own.from.1.chars().count() / 60 + 1).min(10)) lang=(own.to.code())
                                        aria-label=(format!("{} {}: {about} ({})", record.id, record::named(record, own.from.0), language(own.to))) {}
                                }
                            }
                        }
                        @if seat.writes() { p.row.sticky { button.button { (words.t("web-save")) } span #saved.soft role="status" {} } }
                    }
                }
                p.row {
                    @if from > 0 { a.button.second href=(seat.at(&format!("/texts?from={}", from.saturating_sub(SHOWN)))) { (words.t("web-texts-back")) } }
                    @if from + shown.len() < all.len() { a.button.second href=(seat.at(&format!("/texts?from={}", from + shown.len()))) { (words.t("web-texts-next")) } }
                }
            }
        }
    };
    Ok(within(&seat, &sheet, "problems", &title, &body))
}

/// Saves the texts that were written.
pub async fn write(
    State(app): State<Shared>,
    Chair(seat): Chair,
    headers: axum::http::HeaderMap,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Result<axum::response::Response, Fault> {
    let read = sent.get("read").and_then(|read| read.parse().ok()).unwrap_or(0);
    let mut changes: BTreeMap<(String, String), BTreeMap<String, Option<Field>>> = BTreeMap::new();
    for (name, text) in sent.iter().filter(|(_, text)| !text.trim().is_empty()) {
        let Some((record, field)) = name.strip_prefix("f:").and_then(|name| name.rsplit_once('#')) else {
            continue;
        };
        let (kind, id) = record.split_once('/').ok_or(Fault::Bad("web-fault-bad"))?;
        let inputs = if kind == STUDY {
            form::frame()
        } else {
            Kind::parse(kind).map(form::inputs).unwrap_or_default()
        };
        // Only texts of two languages are written here.
        if !inputs.iter().any(|input| input.both && input.keys().iter().any(|key| key == field)) {
            return Err(Fault::Bad("web-fault-bad"));
        }
        let text = text.replace("\r\n", "\n").trim().to_owned();
        changes
            .entry((kind.to_owned(), id.to_owned()))
            .or_default()
            .insert(field.to_owned(), Some(Field::Text(text)));
    }
    let change = |((kind, id), fields)| Change { kind, id, read, edit: Edit::Set { fields, position: None } };
    let seq = match changes.is_empty() {
        true => read,
        false => record::save(&app, &seat, changes.into_iter().map(change).collect()).await?,
    };
    let from = sent.get("from").map_or("0", String::as_str);
    let to = Redirect::to(&seat.at(&format!("/texts?from={}", from.parse::<usize>().unwrap_or(0))));
    Ok(record::answered(&headers, seq, to))
}
