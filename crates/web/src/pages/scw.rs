//! A matrix of ScenarioWizard into a study, and a study's judgements between states as one.

use atalaya_formats::cib::{
    Matrix, Name,
    scw::Scw,
    study::{self as matrices, Brought, Put},
};
use atalaya_model::{Id, Lang, Study, Text};
use atalaya_store::{Change, Edit, STUDY, diff, records};
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{record, within};
use crate::{
    app::{Chair, Seat, Shared},
    desk::Sheet,
    fault::Fault,
    shell::Page,
};

/// Whether a file is a project of ScenarioWizard, by its name.
pub fn is_scw(name: &str) -> bool {
    name.to_lowercase().ends_with(".scw")
}

/// A file that was read and not yet brought in, as the page that shows what it does sends it back.
#[derive(Debug, Deserialize)]
pub struct Sent {
    name: String,
    text: String,
    /// The revision to which it was shown.
    read: i64,
}

fn matrix(seat: &Seat, name: &str, text: &str) -> Result<Matrix, Fault> {
    matrices::read(name, text.as_bytes()).map_err(|wrong| Fault::wrong(&seat.who.words, &wrong, Vec::new()))
}

/// What a file would do to the study. Nothing is saved.
pub fn proposed(seat: &Seat, sheet: &Sheet, name: &str, text: &str) -> Result<Page, Fault> {
    let matrix = matrix(seat, name, text)?;
    let brought = matrices::bring(&sheet.loaded.value, &matrix);
    let title = seat.t("web-scw-title");
    let body = html! {
        main #content {
            p.crumb { a href=(seat.at("")) { (super::name(seat, sheet, seat.who.lang)) } }
            h1 { (title) }
            p.lead { (seat.t("web-scw-lead")) }
            (does(seat, &sheet.loaded.value, name, &matrix, &brought))
            form method="post" action=(seat.at("/bring/scw")) {
                input type="hidden" name="name" value=(name);
                input type="hidden" name="text" value=(text);
                input type="hidden" name="read" value=(sheet.seq);
                p.row { button.button { (seat.t("web-bring-make")) } " " a.button.second href=(seat.at("")) { (seat.t("web-scw-not")) } }
            }
            (becomes(seat, &matrix, &brought))
        }
    };
    Ok(within(seat, sheet, "", &title, &body))
}

/// In numbers: what is used, what is made, and what else changes.
fn does(seat: &Seat, study: &Study, name: &str, matrix: &Matrix, brought: &Brought) -> Markup {
    let words = &seat.who.words;
    let count = |made: usize, all: usize| {
        words.with(
            "web-scw-count",
            &[("all", all.into()), ("made", made.into()), ("used", (all - made).into())],
        )
    };
    let puts = &brought.descriptors;
    let states = || puts.iter().flat_map(|put| &put.states);
    let title = matrix.title.trim();
    let earlier: Vec<String> = study
        .rounds
        .iter()
        .filter(|round| {
            study.answers.iter().any(|own| own.round == round.id && own.question.family.name == "impact")
        })
        .map(|round| round.id.to_string())
        .collect();
    let scale = brought.scale.as_deref().and_then(|scale| scale.split_once(".."));
    let scale = scale.map(|(low, high)| (low.replace('-', "−"), high.to_owned()));
    let judged = [
        ("count", brought.judgements.into()),
        ("printed", words.int(brought.judgements as i64).into()),
        ("consultation", brought.consultation.to_string().into()),
        ("round", brought.round.to_string().into()),
    ];
    html! {
        dl.facts {
            dt { (seat.t("web-file")) } dd { (name) @if !title.is_empty() { " · " (title) } }
            dt { (seat.t("web-scw-descriptors")) } dd { (count(puts.iter().filter(|put| put.made).count(), puts.len())) }
            dt { (seat.t("web-scw-variants")) } dd { (count(states().filter(|(_, made)| *made).count(), states().count())) }
            dt { (seat.t("web-scw-judgements")) } dd {
                (words.with("web-scw-judged", &judged))
                @if matrix.scale > 1 { " " (words.with("web-scw-decimals", &[("factor", words.int(i64::from(matrix.scale)).into())])) }
                @if let Some((low, high)) = &scale { " " (words.with("web-scw-scale", &[("low", low.as_str().into()), ("high", high.as_str().into())])) }
                @if !earlier.is_empty() { " " (words.with("web-scw-earlier", &[("rounds", words.list(&earlier).into())])) }
            }
        }
    }
}

/// What each descriptor and each variant becomes.
fn becomes(seat: &Seat, matrix: &Matrix, brought: &Brought) -> Markup {
    let lang = seat.who.lang;
    let study = &brought.study;
    let plain = |name: &Name| match &name.long {
        Some(long) if name.short.is_empty() => long.clone(),
        Some(long) => format!("{} · {long}", name.short),
        None => name.short.clone(),
    };
    let of = |id: &Id, read: &Name, name: Option<&Text>, made: bool| {
        // Found by its code or letter: whether it is meant, a reader has to say.
        let same = |long: &str| {
            let sides = name.map(|name| Lang::ALL.map(|lang| name.get(lang).trim().to_lowercase()));
            sides.is_none_or(|sides| sides.contains(&long.trim().to_lowercase()))
        };
        let other = read.long.as_deref().is_some_and(|long| !long.trim().is_empty() && !same(long));
        html! {
            b { (id) } " " (name.map(|name| name.get(lang)).unwrap_or_default())
            @if made { " " span.good { (seat.t("web-added")) } }
            @else if other { " " span.care { (seat.t("web-scw-other-name")) } }
        }
    };
    let variable = |read: &Name, put: &Put| {
        let record = study.variables.iter().find(|own| own.id == put.variable);
        of(&put.variable, read, record.map(|own| &own.name), put.made)
    };
    let state = |read: &Name, (id, made): &(Id, bool)| {
        let record = study.states.iter().find(|own| own.id == *id);
        of(id, read, record.map(|own| &own.name), *made)
    };
    html! {
        h2 { (seat.t("web-scw-becomes")) }
        div.scroll {
            table.records.becomes {
                thead { tr { th scope="col" { (seat.t("web-scw-in-file")) } th scope="col" { (seat.t("web-scw-in-study")) } } }
                @for (descriptor, put) in matrix.descriptors.iter().zip(&brought.descriptors) {
                    tbody {
                        tr.head { th scope="rowgroup" { (plain(&descriptor.name)) } td { (variable(&descriptor.name, put)) } }
                        @for (variant, own) in descriptor.variants.iter().zip(&put.states) {
                            tr { td { (plain(variant)) } td { (state(variant, own)) } }
                        }
                    }
                }
            }
        }
    }
}

/// Brings in what was shown. Where the study changed since, what it does now is shown instead.
pub async fn agreed(
    State(app): State<Shared>,
    Chair(seat): Chair,
    Form(sent): Form<Sent>,
) -> Result<Response, Fault> {
    app.work.one(&seat.who.person.id)?;
    let sheet = app.desk.open(&seat.access).await?;
    if sheet.seq != sent.read {
        return Ok(proposed(&seat, &sheet, &sent.name, &sent.text)?.into_response());
    }
    let matrix = matrix(&seat, &sent.name, &sent.text)?;
    let brought = matrices::bring(&sheet.loaded.value, &matrix);
    let seq = record::save(&app, &seat, changes(&sheet, &brought.study)).await?;
    Ok(Redirect::to(&seat.at(&format!("/compare?from={}&to={seq}", sheet.seq))).into_response())
}

/// Records that are new, and the scale of the judgements: nothing else of the study changes.
fn changes(sheet: &Sheet, study: &Study) -> Vec<Change> {
    let old = sheet.copies();
    let mut changes = diff(&old, &records(study), sheet.seq);
    changes.retain_mut(|change| match &mut change.edit {
        Edit::Set { fields, .. } if change.kind == STUDY => {
            fields.retain(|key, value| key.starts_with("scales") && value.is_some());
            !fields.is_empty()
        }
        Edit::Set { .. } => sheet.record(&change.kind, &change.id).is_none(),
        _ => false,
    });
    changes
}

/// The judgements between states as a project of ScenarioWizard; nothing where nobody judged.
pub fn bytes(sheet: &Sheet, lang: Lang) -> Option<Vec<u8>> {
    let study = &sheet.loaded.value;
    let found = sheet.point.explore.balances.as_ref()?;
    let title = study.frame.title.get(lang);
    let matrix = matrices::matrix(study, title, &found.variables, &found.states, &found.matrix, lang)?;
    Some(Scw::new(matrix).to_bytes())
}
