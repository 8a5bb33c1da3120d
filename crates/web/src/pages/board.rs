//! Boards: the records of a stage laid out as people work on them, edited in place and saved as one. They are forms over
//! the same records as everywhere; whatever a board does not show is in the record's own form.

use std::collections::BTreeMap;

use atalaya_model::{Kind, Severity};
use atalaya_store::{Conflict, Record, Spot};
use axum::{
    Form,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};

use super::{
    cells::{Cells, changed},
    pieces::{Sent, sides},
    record, within,
};
use crate::{
    app::{Chair, Seat, Shared, is_program},
    desk::Sheet,
    fault::Fault,
    shell::{Page, said},
};

mod evidence;
mod foda;
mod indicators;
mod morphology;
mod opportunities;
mod roadmap;
mod scenarios;

/// What is asked of a board in its address: filters, which scenario.
type Asked = BTreeMap<String, String>;
/// In an address: whether texts are written in both languages.
const BOTH: &str = "both";
/// Draws a board.
type Draw = fn(&Cells<'_>, &Asked) -> Markup;

/// The boards: word in the address, stage, the kinds that it edits, and what draws it.
const BOARDS: [(&str, &str, &[Kind], Draw); 7] = [
    ("evidence", "scan", &[Kind::Evidence], evidence::draw),
    ("foda", "structure", &[Kind::Factor], foda::draw),
    ("scenarios", "explore", &[Kind::Axis, Kind::Scenario, Kind::Sign], scenarios::draw),
    ("box", "explore", &[Kind::State, Kind::Scenario], morphology::draw),
    ("opportunities", "act", &[Kind::Opportunity], opportunities::draw),
    ("roadmap", "act", &[Kind::Action, Kind::Milestone], roadmap::draw),
    ("indicators", "watch", &[Kind::Indicator, Kind::Threshold, Kind::Reading], indicators::draw),
];

/// The boards of a stage, as links.
pub fn links(seat: &Seat, stage: &str) -> Markup {
    let own: Vec<&str> = BOARDS.iter().filter(|board| board.1 == stage).map(|board| board.0).collect();
    html! {
        @if !own.is_empty() {
            ul.boards {
                @if let Some(view) = match stage { "structure" => Some("matrix"), "explore" => Some("scenarios"), _ => None } {
                    li { a.button.second href=(seat.at(&format!("/room/{view}"))) { (seat.t("bench-room")) } }
                }
                @for board in own { li { a.button.second href=(seat.at(&format!("/board/{board}"))) { (seat.t(&format!("bench-board-{board}"))) } } } }
        }
    }
}

/// A board's page.
pub async fn show(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, board)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Page, Fault> {
    let sheet = app.desk.open(&seat.access).await?;
    page(&seat, &sheet, &board, &asked, &BTreeMap::new(), &[])
}

/// What was asked, as the end of an address.
fn query(asked: &Asked) -> String {
    let plain = |text: &str| -> String {
        text.bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
                byte => format!("%{byte:02X}"),
            })
            .collect()
    };
    let pairs: Vec<String> = asked
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{}={}", plain(name), plain(value)))
        .collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

fn page(
    seat: &Seat,
    sheet: &Sheet,
    board: &str,
    asked: &Asked,
    written: &BTreeMap<String, String>,
    conflicts: &[Conflict],
) -> Result<Page, Fault> {
    let (word, stage, kinds, draw) = BOARDS.iter().find(|own| own.0 == board).ok_or(Fault::NotFound)?;
    let words = &seat.who.words;
    let title = seat.t(&format!("bench-board-{word}"));
    let both = asked.contains_key(BOTH);
    let cells = Cells { seat, sheet, written, both };
    let mut other = asked.clone();
    if other.remove(BOTH).is_none() {
        other.insert(BOTH.to_owned(), "1".to_owned());
    }
    let drawn = draw(&cells, asked);
    // Where nothing can be written nothing is saved.
    let written_in = seat.writes() && drawn.0.contains(" name=\"");
    let body = html! {
        main.board #content {
            p.crumb { a href=(seat.at(&format!("/{stage}"))) { (words.t(&format!("stage-{stage}"))) } }
            h1 { (title) }
            p.soft {
                (words.t(&format!("bench-about-{word}")))
                // In a study of one language there is no other to write in.
                @if seat.writes() && (both || sides(seat, sheet).len() > 1) { " " a href=(seat.at(&format!("/board/{word}{}", query(&other)))) { (words.t(if both { "bench-one" } else { "bench-both" })) } }
            }
            @for conflict in conflicts { p.bad { (conflict.id) } (record::clashes(seat, sheet, &conflict.kind, std::slice::from_ref(conflict))) }
            (wrong(seat, sheet, kinds))
            @if *word == "evidence" { (evidence::filter(&cells, asked)) }
            @if !seat.writes() { p.soft { (words.t("web-reads-only")) } }
            form method="post" #board autocomplete="off" action=(seat.at(&format!("/board/{word}{}", query(asked)))) data-draft=(format!("board/{word}")) data-autosave="" data-saved=(words.t("web-saved")) {
                input type="hidden" name="read" value=(sheet.seq);
                fieldset disabled[!seat.writes()] aria-label=(title) {
                    (drawn)
                    @if written_in { p.row.sticky { button.button { (words.t("web-save")) } span.saved.soft role="status" {} } }
                }
            }
        }
    };
    Ok(within(seat, sheet, stage, &title, &body))
}

/// What is wrong with the records that a board edits, each with the way to its form.
fn wrong(seat: &Seat, sheet: &Sheet, kinds: &[Kind]) -> Markup {
    let words = &seat.who.words;
    let told: Vec<_> = sheet
        .diagnostics
        .iter()
        .filter(|d| d.severity() == Severity::Error)
        .filter_map(|d| Spot::of(&d.place).map(|spot| (spot, words.diagnostic_here(d))))
        .filter(|(spot, _)| kinds.iter().any(|kind| kind.as_str() == spot.kind))
        .take(20)
        .collect();
    html! {
        @if !told.is_empty() {
            ul.problems { @for (spot, told) in &told {
                li.bad { a href=(seat.at(&format!("/record/{}/{}", spot.kind, spot.id))) { (spot.id) } " " (said(&told.text)) " " (said(&told.remedy)) }
            } }
        }
    }
}

/// Saves what a board changed.
pub async fn write(
    State(app): State<Shared>,
    Chair(seat): Chair,
    Path((_, board)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Result<Response, Fault> {
    let (word, _, kinds, _) = BOARDS.iter().find(|own| own.0 == board).ok_or(Fault::NotFound)?;
    let sheet = app.desk.open(&seat.access).await?;
    let read =
        sent.iter().find(|(name, _)| name == "read").and_then(|(_, read)| read.parse().ok()).unwrap_or(0);
    let mut spent = BTreeMap::new();
    for kind in kinds.iter().map(|kind| kind.as_str()) {
        spent.insert(kind.to_owned(), app.store.deleted_ids(&seat.access, kind).await?);
    }
    let mut changes = changed(&sheet, &sent, read, spent);
    changes.retain(|change| kinds.iter().any(|kind| kind.as_str() == change.kind));
    let program = is_program(&headers);
    let back = || Redirect::to(&seat.at(&format!("/board/{word}{}", query(&asked))));
    let done = |seq: i64| record::answered(&headers, seq, back());
    if changes.is_empty() {
        return Ok(done(read));
    }
    match record::save(&app, &seat, changes).await {
        Ok(seq) => Ok(done(seq)),
        Err(Fault::Conflict(conflicts)) if !program => {
            let sheet = app.desk.open(&seat.access).await?;
            let written = record::anew(&sent)
                .into_iter()
                .filter_map(|(name, text)| Some((name.strip_prefix("f:")?.to_owned(), text)))
                .collect();
            let page = page(&seat, &sheet, &board, &asked, &written, &conflicts)?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(other) => Err(other),
    }
}

/// A record's id, as the way to its form.
fn link(cells: &Cells<'_>, kind: &str, id: &str) -> Markup {
    html! { a.id href=(cells.seat.at(&format!("/record/{kind}/{id}"))) title=(cells.seat.t("bench-whole-record")) { (cells.sheet.record(kind, id).map_or_else(|| id.to_owned(), record::label)) } }
}

/// A name that stands above an input.
fn labelled(label: &str, input: &Markup) -> Markup {
    html! { div.cell { span.lang { (label) } (input) } }
}

/// What a field of a kind is called, in few words.
fn called(cells: &Cells<'_>, kind: &str, field: &str) -> String {
    record::heading(&cells.seat.who.words, kind, field)
}

/// What the findings say of a record, in a line.
fn found(cells: &Cells<'_>, kind: &str, id: &str) -> Markup {
    let says = super::beside::short(cells.seat, cells.sheet, kind, id);
    html! { @if !says.is_empty() { p.soft.says { (says.join(" · ")) } } }
}

/// Records of a kind whose field says that.
fn with<'a>(cells: &Cells<'a>, kind: &str, key: &str, value: &str) -> Vec<&'a Record> {
    let mut own = cells.sheet.of_kind(kind);
    own.retain(|record| super::pieces::said(Some(record), key) == value);
    own
}
