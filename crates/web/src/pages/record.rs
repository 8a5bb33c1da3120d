//! Records: the table of a kind, the form of one, saving, deleting, its history.

use std::collections::BTreeMap;

use atalaya_analysis::settings::Settings;
use atalaya_model::{Kind, Lang, Severity, Study};
use atalaya_store::{Change, Clash, Conflict, Edit, Field, Record, STUDY, Spot};
use atalaya_words::Words;
use axum::{
    Form, Json,
    extract::{Path, Query, State},
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};

mod choices;
mod ids;
mod naming;
mod removal;
mod sent;

pub use choices::{choices, none_of, picks};
pub use ids::proposed;
pub use naming::{heading, label, labelled, named, shown, told};
pub use removal::{ask, delete};
pub use sent::{anew, changes, tick};

use self::{choices::asked, ids::next};
use super::{
    pieces::{self, Sent, items},
    within,
};
use crate::{
    app::{Chair, Seat, Shared, is_program, now},
    desk::Sheet,
    fault::Fault,
    form::{self, Input, RULE, called, meaning, word},
    shell::{Page, hint, said},
};

/// What holds where a study chooses nothing for a rule.
fn usual(words: &Words, rule: &str) -> String {
    let rules = Settings::of(&Study::default()).print();
    rules.get(rule).map(|value| words.rule_value(rule, value)).unwrap_or_default()
}

/// The stage that a kind belongs to, by its word.
fn stage(kind: &str) -> &'static str {
    Kind::parse(kind).map_or("frame", form::stage)
}

/// The columns that a table of these records may have, each with what it says.
fn columns(seat: &Seat, sheet: &Sheet, kind: Kind) -> Markup {
    let words = &seat.who.words;
    let langs = pieces::sides(seat, sheet);
    let headings = |input: &Input| -> Vec<String> {
        let keys = match input.both && langs.len() > 1 {
            true => langs.iter().map(|lang| format!("{}.{}", input.name, lang.code())).collect(),
            false => vec![input.name.clone()],
        };
        keys.iter().map(|key| atalaya_model::heading::column(key, seat.who.lang)).collect()
    };
    // A text of many pages is no cell of a table.
    let inputs: Vec<Input> = form::inputs(kind).into_iter().filter(|input| !input.long).collect();
    html! {
        details {
            summary { (words.t("web-bring-columns")) }
            dl.facts {
                dt { code { "id" } }
                dd { (meaning(words, kind.as_str(), "id")) }
                @for input in &inputs {
                    dt { @for heading in headings(input) { code { (heading) } " " } }
                    dd {
                        (meaning(words, kind.as_str(), &input.name))
                        @if let Some(of) = input.of { ": " (words.with(if input.many { "web-ids-of" } else { "web-id-of" }, &[("kinds", words.t(&format!("kinds-{}", of.as_str())).into())])) }
                        @for (at, own) in input.words.iter().enumerate() {
                            @let written = atalaya_model::choice::said(own, seat.who.lang);
                            @let label = word(words, input, own);
                            (if at == 0 { ": " } else { ", " }) code { (written) }
                            @if label.to_lowercase() != written.to_lowercase() { " (" (label) ")" }
                        }
                    }
                }
            }
        }
    }
}

/// What was just deleted, with the way back.
#[derive(serde::Deserialize)]
pub struct Deleted {
    deleted: Option<String>,
    first: Option<i64>,
    last: Option<i64>,
}

/// The table of the records of a kind.
pub async fn list(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, kind)): Path<(String, String)>,
    Query(Deleted { deleted, first, last }): Query<Deleted>,
) -> Result<Page, Fault> {
    let known = Kind::parse(&kind).ok_or(Fault::NotFound)?;
    let sheet = app.desk.glance(&seat.access).await?;
    let words = &seat.who.words;
    let lang = seat.who.lang;
    let records = sheet.of_kind(&kind);
    let mut wrong: BTreeMap<String, usize> = BTreeMap::new();
    for diagnostic in sheet.diagnostics.iter().filter(|d| d.severity() != Severity::Gap) {
        if let Some(spot) = Spot::of(&diagnostic.place).filter(|spot| spot.kind == kind) {
            *wrong.entry(spot.id).or_default() += 1;
        }
    }
    let inputs = form::inputs(known);
    // Besides the name, the columns that are short and filled.
    let short: Vec<&Input> = inputs
        .iter()
        .filter(|input| !input.both && !input.long && input.name != "sources")
        // A record's code labels it in the first column.
        .filter(|input| input.name != "code" || known == Kind::Series)
        .filter(|input| records.iter().any(|record| record.fields.contains_key(&input.name)))
        .take(4)
        .collect();
    let heads: Vec<String> = short.iter().map(|input| heading(words, &kind, &input.name)).collect();
    let title = called(words, known);
    let bilingual = sheet.loaded.value.frame.languages.len() > 1;
    // Experts are codes: the study does not keep who they are.
    let has_names = known != Kind::Expert;
    // What was just deleted, as it was called.
    let gone = match deleted.filter(|id| sheet.record(&kind, id).is_none()) {
        Some(id) => app.store.history(&seat.access, &kind, &id).await?.into_iter().rfind(|own| !own.deleted),
        None => None,
    };
    let next = if seat.writes() { next(&app, &seat, &sheet, &kind).await? } else { String::new() };
    let body = html! {
        main #content {
            p.crumb { a href=(seat.at(&format!("/{}", stage(&kind)))) { (words.t(&format!("stage-{}", stage(&kind)))) } }
            h1 { (title) " " span.count { (records.len()) } }
            @if let (Some(gone), Some(first), Some(last)) = (gone, first, last) {
                div.says role="status" {
                    (words.with("web-erased", &[("name", told(&seat, &sheet, &gone.record).into()), ("answers", (last - first).into())])) " "
                    @if seat.writes() {
                        form.inline method="post" action=(seat.at("/undo")) {
                            input type="hidden" name="first" value=(first);
                            input type="hidden" name="last" value=(last);
                            button.danger { (words.t("web-undo")) }
                        }
                    }
                }
            }
            @if known == Kind::Expert { p.soft { (words.t("web-experts-about")) } }
            @if records.is_empty() { p.lead { (words.t("web-empty")) } }
            @else {
                div.scroll tabindex="0" role="region" aria-label=(title) {
                    table.records.list {
                        thead { tr {
                            th scope="col" { (words.t("web-id")) }
                            @if has_names { th scope="col" { (words.t("web-name")) } }
                            @for (input, told) in short.iter().zip(&heads) { th scope="col" title=(meaning(words, &kind, &input.name)) { (told) } }
                            th scope="col" { (words.t("web-state")) }
                        } }
                        tbody {
                            @for record in &records {
                                tr {
                                    th scope="row" { a href=(seat.at(&format!("/record/{kind}/{}", record.id))) { (label(record)) } @if label(record) != record.id { " " span.soft.plain { (record.id) } } }
                                    @if has_names { td.name data-label=(words.t("web-name")) { (named(record, lang)) } }
                                    @for (input, told) in short.iter().zip(&heads) { td data-label=(told) { (shown(&sheet, words, lang, input, &pieces::said(Some(record), &input.name))) } }
                                    td {
                                        @if let Some(count) = wrong.get(&record.id) { span.bad { (words.with("web-marks", &[("count", (*count).into())])) } }
                                        @if known != Kind::Expert && record.fields.values().all(Field::is_empty) { " " span.care { (words.t("bench-hollow")) } }
                                        @let missing = super::texts::lacking(record, &inputs).count();
                                        @if bilingual && missing > 0 { " " span.care { (words.with("web-untranslated", &[("count", missing.into())])) } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            @if seat.writes() {
                form.panel.short method="post" action=(seat.at(&format!("/list/{kind}"))) {
                    label { (words.t("web-add")) input name="id" required pattern="[A-Za-z][A-Za-z0-9_.\\-]{0,31}" title=(words.t("web-id-shape")) placeholder=(next) value=(next) autocomplete="off"; }
                    button.button { (words.t("web-add-make")) }
                    @let shape = format!("bench-id-{kind}");
                    span.soft { (words.t(if words.has(&shape) { &shape } else { "web-id-shape" })) }
                }
                (super::files::bring_form(&seat, &kind, &words.t("web-bring-list"), &html! {
                    p { a href=(seat.at(&format!("/table/{kind}"))) download { (words.t("web-bring-table")) } }
                    (columns(&seat, &sheet, known))
                }))
            }
        }
    };
    Ok(within(&seat, &sheet, stage(&kind), &title, &body))
}

/// Adds a record, and opens its form.
pub async fn add(
    State(app): State<Shared>,
    Chair(seat): Chair,
    Path((_, kind)): Path<(String, String)>,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Result<Redirect, Fault> {
    Kind::parse(&kind).ok_or(Fault::NotFound)?;
    let id = sent
        .get("id")
        .map(|id| id.trim().to_owned())
        .filter(|id| !id.is_empty())
        .ok_or(Fault::Bad("web-fault-id"))?;
    let sheet = app.desk.open(&seat.access).await?;
    if sheet.record(&kind, &id).is_some() {
        return Err(Fault::Bad("web-fault-taken"));
    }
    if app.store.deleted_ids(&seat.access, &kind).await?.contains(&id) {
        return Err(Fault::Said(seat.who.words.with("web-fault-spent", &[("id", id.as_str().into())])));
    }
    let change = Change::set(&kind, &id, sheet.seq, Vec::<(String, Field)>::new());
    save(&app, &seat, vec![change]).await?;
    Ok(Redirect::to(&seat.at(&format!("/record/{kind}/{id}"))))
}

/// Saves, and tells the pages that are open.
pub async fn save(app: &Shared, seat: &Seat, changes: Vec<Change>) -> Result<i64, Fault> {
    let saved = app.store.save(seat.access.organiser()?, changes, now()).await?;
    Ok(seat.saved(app, &saved))
}

/// What the page of a record is called.
fn title_of(seat: &Seat, kind: &str, record: Option<&Record>) -> String {
    if kind == STUDY {
        return seat.t("web-frame");
    }
    record.map(|record| labelled(record, seat.who.lang)).unwrap_or_default()
}

/// The form of a record.
pub async fn show(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, kind, id)): Path<(String, String, String)>,
) -> Result<Response, Fault> {
    let sheet = app.desk.form(&seat.access, &kind, &id).await?;
    let inputs = form::inputs_of(&kind).ok_or(Fault::NotFound)?;
    let record = sheet.record(&kind, &id);
    if record.is_none() && kind != STUDY {
        // What was deleted is brought back from its history.
        let was = app.store.history(&seat.access, &kind, &id).await?;
        let to = seat.at(&format!("/history/{kind}/{id}"));
        return if was.is_empty() { Err(Fault::NotFound) } else { Ok(Redirect::to(&to).into_response()) };
    }
    let next = next(&app, &seat, &sheet, &kind).await?;
    let body = form_page(&seat, &sheet, &kind, &id, &inputs, record, &next, &BTreeMap::new(), &[]);
    Ok(within(&seat, &sheet, stage(&kind), &title_of(&seat, &kind, record), &body).into_response())
}

/// `next`: the id that the next record of the kind would have. `written`: what was written and not saved, over what the
/// record says. `conflicts`: why it was not.
#[allow(clippy::too_many_arguments)]
fn form_page(
    seat: &Seat,
    sheet: &Sheet,
    kind: &str,
    id: &str,
    inputs: &[Input],
    record: Option<&Record>,
    next: &str,
    written: &BTreeMap<String, String>,
    conflicts: &[Conflict],
) -> Markup {
    let words = &seat.who.words;
    let spots = |key: &str| -> Vec<(bool, String)> {
        let own = |d: &&atalaya_model::Diagnostic| {
            Spot::of(&d.place).is_some_and(|spot| {
                spot.kind == kind && spot.id == id && spot.field.as_deref().unwrap_or("id") == key
            })
        };
        sheet
            .diagnostics
            .iter()
            .filter(own)
            .map(|d| {
                let told = words.diagnostic_here(d);
                (d.severity() != Severity::Gap, format!("{} {}", told.text, told.remedy))
            })
            .collect()
    };
    let name = title_of(seat, kind, record);
    let input = |key: &str, input: &Input, lang: Option<Lang>, alone: bool| {
        let base = form::written(key, &pieces::said(record, key));
        let text = written.get(key).cloned().unwrap_or_else(|| base.clone());
        let missing = lang.is_some()
            && text.is_empty()
            && !pieces::said(record, &format!("{}.{}", input.name, lang.map_or("es", |l| l.other().code())))
                .is_empty();
        let rows = if input.long { 14 } else { (text.chars().count() / 60 + 1).min(8) };
        let told = spots(key);
        let (own, errors) = (format!("f-{key}"), format!("e-{key}"));
        let (wrong, described) =
            (told.iter().any(|(wrong, _)| *wrong), (!told.is_empty()).then_some(&errors));
        // In two languages the group says what is asked, and each side its language too.
        let spoken = lang.map(|l| {
            format!("{} ({})", meaning(words, kind, &input.name), words.t(&format!("language-{}", l.code())))
        });
        html! {
            span.side.missing[missing] {
                @if let Some(lang) = lang.filter(|_| !alone) { span.lang { (words.t(&format!("language-{}", lang.code()))) @if missing { " · " (words.t("web-missing")) } } }
                input type="hidden" name=(format!("o:{key}")) value=(base);
                @if let Some(mut choices) = choices(sheet, words, seat.who.lang, record, input) {
                    // Nothing hangs from itself or comes after itself.
                    @let () = choices.retain(|(own, ..)| input.of.is_none_or(|of| of.as_str() != kind) || own != id);
                    @if input.many { (picks(key, &meaning(words, kind, key), &items(&text), &choices, described.map(String::as_str), &words.t("web-pick"))) }
                    @else {
                        select #(own) name=(format!("f:{key}")) aria-describedby=[described] aria-invalid=[wrong.then_some("true")] {
                            option value="" {}
                            @for (id, _, name) in &choices { option value=(id) selected[*id == text] { (name) } }
                            @if !text.is_empty() && !choices.iter().any(|(id, ..)| *id == text) { option value=(text) selected { (text) } }
                        }
                    }
                } @else if let Some(of) = input.of.filter(|_| text.is_empty()) {
                    // Nothing can be chosen where there is nothing yet.
                    span.soft #(own) { (none_of(seat, of.as_str())) }
                } @else if !input.words.is_empty() {
                    select #(own) name=(format!("f:{key}")) aria-label=[&spoken] aria-describedby=[described] aria-invalid=[wrong.then_some("true")] {
                        option value="" { @if let Some(rule) = input.name.strip_prefix(RULE) { (words.with("web-rule-usual", &[("value", usual(words, rule).into())])) } }
                        @for choice in &input.words { option value=(choice) selected[*choice == text] { (word(words, input, choice)) } }
                        @if !text.is_empty() && !input.words.contains(&text.as_str()) { option value=(text) selected { (text) } }
                    }
                } @else if input.both || input.long {
                    textarea #(own) name=(format!("f:{key}")) rows=(rows) lang=[lang.map(Lang::code)] aria-label=[&spoken] aria-describedby=[described] aria-invalid=[wrong.then_some("true")] { (text) }
                } @else {
                    @let list = form::ECONOMIC.contains(&input.name.as_str()).then_some("economies");
                    input #(own) name=(format!("f:{key}")) value=(text) list=[list] autocomplete="off" aria-describedby=[described] aria-invalid=[wrong.then_some("true")];
                }
                @if !told.is_empty() { span.bad[wrong].soft[!wrong] #(errors) { @for (_, told) in &told { (said(told)) " " } } }
            }
        }
    };
    // A study of one language is asked for that one, and for what stands in the other all the same.
    let told = !sheet.loaded.value.frame.languages.is_empty();
    let of_study = if told { pieces::sides(seat, sheet) } else { Lang::ALL.to_vec() };
    let sides = |input: &Input| -> Vec<Lang> {
        let says = |lang: Lang| !pieces::said(record, &format!("{}.{}", input.name, lang.code())).is_empty();
        Lang::ALL.into_iter().filter(|lang| of_study.contains(lang) || says(*lang)).collect()
    };
    let beside = super::beside::found(seat, sheet, kind, id);
    html! {
        main.with-beside[beside.is_some()] #content {
            p.crumb {
                a href=(seat.at(&format!("/{}", stage(kind)))) { (words.t(&format!("stage-{}", stage(kind)))) }
                @if let Some(known) = Kind::parse(kind) { " / " a href=(seat.at(&format!("/list/{kind}"))) { (called(words, known)) } }
            }
            h1 { (name) @if kind != STUDY && name != id && !name.starts_with(&format!("{id} ")) { " " span.count { (id) } } }
            @for (wrong, told) in spots("id") { p.bad[wrong].soft[!wrong] { (said(&told)) } }
            @if !conflicts.is_empty() { (clashes(seat, sheet, kind, conflicts)) }
            @if !seat.writes() { p.soft { (words.t("web-reads-only")) } }
            form.record #record method="post" autocomplete="off" action=(seat.at(&format!("/record/{kind}/{id}"))) data-draft=(format!("{kind}/{id}")) {
                input type="hidden" name="read" value=(sheet.seq);
                fieldset disabled[!seat.writes()] aria-label=(name) {
                    @if inputs.iter().any(|own| form::ECONOMIC.contains(&own.name.as_str())) {
                        datalist #economies { @for code in form::ECONOMIES { option value=(code) { (words.t(&format!("economy-{code}"))) } } }
                    }
                    @for own in inputs.iter().filter(|own| !own.name.starts_with(RULE) && asked(kind, record, own)) {
                        @if own.both {
                            div.field.both.alone[sides(own).len() == 1] role="group" aria-label=(meaning(words, kind, &own.name)) {
                                span.label { (meaning(words, kind, &own.name)) @if own.long { " " (hint(&words.t("web-markdown"))) } }
                                @for lang in sides(own) { (input(&format!("{}.{}", own.name, lang.code()), own, Some(lang), sides(own).len() == 1)) }
                            }
                        } @else {
                            @let ticked = own.many && choices(sheet, words, seat.who.lang, record, own).is_some();
                            div.field.one role=[ticked.then_some("group")] aria-label=[ticked.then(|| meaning(words, kind, &own.name))] {
                                @if ticked { span.label { (meaning(words, kind, &own.name)) } }
                                @else { label.label for=(format!("f-{}", own.name)) { (meaning(words, kind, &own.name)) } }
                                (input(&own.name, own, None, true))
                            }
                        }
                    }
                    @if kind == STUDY { details.rules {
                        summary { (words.t("web-rules")) }
                        div #rules {
                            p.soft { (words.t("web-rules-about")) }
                            @for own in inputs.iter().filter(|own| own.name.starts_with(RULE)) {
                                div.field.one {
                                    label.label for=(format!("f-{}", own.name)) { (meaning(words, kind, &own.name)) }
                                    (input(&own.name, own, None, true))
                                    @if own.words.is_empty() { span.soft { (words.t(&format!("field-{}", own.name.replace('.', "-")))) } }
                                }
                            }
                        }
                    } }
                    @if seat.writes() { p.row.sticky { button.button { (words.t("web-save")) } span.saved.soft role="status" {} } }
                }
            }
            @if let Some(notes) = form::notes(&sheet.loaded.value, kind, id) {
                section.notes {
                    h2 { (words.t("web-notes")) }
                    dl.facts { @for (heading, text) in notes { dt { (heading) } dd { (text) } } }
                }
            }
            div.row {
                // Records come by the dozen.
                @if seat.writes() && kind != STUDY && !next.is_empty() {
                    form.inline method="post" action=(seat.at(&format!("/list/{kind}"))) {
                        input type="hidden" name="id" value=(next);
                        button.button.second { (words.with("web-add-next", &[("id", next.into())])) }
                    }
                }
                a href=(seat.at(&format!("/history/{kind}/{id}"))) { (words.t("web-history-of")) }
                @if seat.writes() && kind != STUDY {
                    // What something speaks of is not deleted before that is read.
                    form.inline method=(if removal::Ties::of(sheet, kind, id).is_empty() { "post" } else { "get" }) action=(seat.at(&format!("/delete/{kind}/{id}"))) {
                        input type="hidden" name="read" value=(sheet.seq);
                        button.danger { (words.t("web-delete")) }
                    }
                }
            }
            @if let Some(beside) = &beside { (beside) }
        }
    }
}

/// What others saved, and what you write, field by field.
pub fn clashes(seat: &Seat, sheet: &Sheet, kind: &str, conflicts: &[Conflict]) -> Markup {
    let words = &seat.who.words;
    let inputs = form::inputs_of(kind).unwrap_or_default();
    let cell = |key: &str, field: &Option<Field>| {
        let said = field.as_ref().map(Field::cell).unwrap_or_default();
        let input = inputs.iter().find(|input| input.name == key);
        input.map_or_else(|| said.clone(), |input| shown(sheet, words, seat.who.lang, input, &said))
    };
    html! {
        section.clash role="alert" {
            h2 { (words.t("web-clash")) }
            p { (words.t("web-clash-about")) }
            @for conflict in conflicts {
                @match &conflict.clash {
                    Clash::Field { field, base, theirs, yours } => {
                        h3 { (meaning(words, kind, field.split('.').next().unwrap_or(field))) @if let Some((_, side)) = field.rsplit_once('.') { " · " (side) } }
                        dl.facts {
                            dt { (words.t("web-clash-base")) } dd { (cell(field, base)) }
                            dt { (words.t("web-clash-theirs")) } dd { (cell(field, theirs)) }
                            dt { (words.t("web-clash-yours")) } dd { (cell(field, yours)) }
                        }
                    }
                    Clash::Deleted => p { (words.t("web-clash-deleted")) }
                    Clash::Edited => p { (words.t("web-clash-edited")) }
                }
            }
        }
    }
}

/// The answer to a form that was saved: to a program where the study stands, else the page to go to.
pub fn answered(headers: &HeaderMap, seq: i64, to: Redirect) -> Response {
    match is_program(headers) {
        true => Json(serde_json::json!({ "seq": seq })).into_response(),
        false => to.into_response(),
    }
}

/// Saves what a form changed. A program of the page is answered in JSON.
pub async fn write(
    State(app): State<Shared>,
    Chair(seat): Chair,
    Path((_, kind, id)): Path<(String, String, String)>,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Result<Response, Fault> {
    let inputs = form::inputs_of(&kind).ok_or(Fault::NotFound)?;
    let mut lists: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, text) in &sent {
        if let Some(key) = name.strip_prefix("m:") {
            lists.entry(key.to_owned()).or_default().extend(items(text).into_iter().map(str::to_owned));
        }
    }
    let written = anew(&sent);
    let sent: BTreeMap<String, String> = sent.into_iter().collect();
    let read = sent.get("read").and_then(|read| read.parse().ok()).unwrap_or(0);
    let sheet = app.desk.glance(&seat.access).await?;
    let record = sheet.record(&kind, &id);
    let known: Vec<String> = inputs.iter().flat_map(Input::keys).collect();
    let mut fields = changes(&sent, record);
    tick(&mut fields, &sent, lists.clone());
    fields.retain(|key, _| known.contains(key));
    lists.retain(|key, _| fields.contains_key(key));
    let program = is_program(&headers);
    let done = |seq: i64| answered(&headers, seq, Redirect::to(&seat.at(&format!("/record/{kind}/{id}"))));
    if fields.is_empty() {
        return Ok(done(read));
    }
    let entitles = kind == STUDY && fields.keys().any(|key| key.starts_with("title."));
    let change =
        Change { kind: kind.clone(), id: id.clone(), read, edit: Edit::Set { fields, position: None } };
    match save(&app, &seat, vec![change]).await {
        Ok(seq) => {
            // The list of studies calls it by the same title.
            if entitles {
                let sheet = app.desk.open(&seat.access).await?;
                let title = sheet.loaded.value.frame.title.get(seat.who.lang);
                if !title.is_empty() {
                    app.store.rename_study(seat.access.organiser()?, title).await?;
                }
            }
            Ok(done(seq))
        }
        Err(Fault::Conflict(conflicts)) if !program => {
            // The form goes on from what stands now, which may be newer than what was read above.
            let sheet = app.desk.open(&seat.access).await?;
            let record = sheet.record(&kind, &id);
            let texts = written
                .into_iter()
                .filter_map(|(name, text)| Some((name.strip_prefix("f:")?.to_owned(), text)));
            let lists = lists.into_iter().map(|(key, list)| (key, list.join(" ")));
            let written = texts.chain(lists).collect();
            let next = next(&app, &seat, &sheet, &kind).await?;
            let body = form_page(&seat, &sheet, &kind, &id, &inputs, record, &next, &written, &conflicts);
            let page = within(&seat, &sheet, stage(&kind), &title_of(&seat, &kind, record), &body);
            Ok((axum::http::StatusCode::CONFLICT, page).into_response())
        }
        Err(other) => Err(other),
    }
}
