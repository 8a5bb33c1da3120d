//! The room: matrix and scenarios for a wall and a projector, without anything around them. What the panel disputes is
//! marked, the plane follows the answers, and nobody's answer has a name.

use std::collections::BTreeMap;

use atalaya_analysis::findings::MicmacFinding;
use atalaya_model::{
    Family, Value,
    choice::{About, Choice},
};
use atalaya_report::chapters;
use atalaya_store::Record;
use axum::extract::{Path, Query, State};
use maud::{Markup, PreEscaped, html};

use super::{beside, in_either, matrix, pieces::said, record::named};
use crate::{
    app::{Seat, Shared},
    desk::Sheet,
    fault::Fault,
    shell::{self, Page},
};

/// The views, as they follow each other.
const VIEWS: [&str; 3] = ["matrix", "plane", "scenarios"];

/// A view of the room.
pub async fn show(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, view)): Path<(String, String)>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Page, Fault> {
    let sheet = app.desk.open(&seat.access).await?;
    let body = match view.as_str() {
        "matrix" => grid(&seat, &sheet, asked.get("cell").map_or("", String::as_str)),
        "plane" => plane(&seat, &sheet),
        "scenarios" => scenarios(&seat, &sheet, asked.get("scenario").map_or("", String::as_str)),
        _ => return Err(Fault::NotFound),
    };
    let title = seat.t(&format!("bench-room-{view}"));
    let stage = if view == "scenarios" { "explore" } else { "structure" };
    let page = html! {
        main.room #content {
            div #room data-view=(view) { (body) }
            nav.roomnav aria-label=(seat.t("bench-room")) {
                @for own in VIEWS { a href=(seat.at(&format!("/room/{own}"))) aria-current=[(own == view).then_some("page")] { (seat.t(&format!("bench-room-{own}"))) } }
                span.soft.keys { (seat.t("bench-room-keys")) }
                a href=(seat.at(&format!("/{stage}"))) { (seat.t("bench-room-leave")) }
            }
        }
    };
    Ok(shell::bare(&seat, &title, sheet.seq, &page))
}

/// How large the type of a grid may be, by the number of its rows.
fn size(count: usize) -> &'static str {
    match count {
        0..=7 => "huge",
        8..=12 => "large",
        13..=26 => "middle",
        27..=40 => "small",
        _ => "tiny",
    }
}

/// Most variables of a matrix whose rows say their names.
const WITH_NAMES: usize = 12;

/// A variable's label on pictures, and its name.
fn label(seat: &Seat, sheet: &Sheet, id: &str) -> (String, String) {
    let record = sheet.record("variable", id);
    let code = said(record, "code");
    let name = record.map(|record| named(record, seat.who.lang)).unwrap_or_default();
    (if code.is_empty() { id.to_owned() } else { code }, name)
}

/// What is missing for a view, and the page where it is made.
fn none(seat: &Seat, view: &str, missing: &str, to: &str) -> Markup {
    html! {
        h1 { (seat.t(&format!("bench-room-{view}"))) }
        p.lead { (seat.t(&format!("bench-room-none-{missing}"))) }
        p { a.button href=(seat.at(to)) { (seat.t(&format!("bench-room-to-{missing}"))) } }
    }
}

/// Why there is no matrix of the panel yet.
fn no_matrix(seat: &Seat, sheet: &Sheet, view: &str) -> Markup {
    let study = &sheet.loaded.value;
    let ways = Family::find("influence").map(|family| matrix::ways(sheet, family)).unwrap_or_default();
    match ways.last() {
        _ if study.variables.is_empty() => none(seat, view, "variables", "/list/variable"),
        None => none(seat, view, "rounds", "/list/round"),
        Some(_) if study.experts.is_empty() => none(seat, view, "experts", "/list/expert"),
        Some((_, way)) => none(seat, view, "answers", way),
    }
}

/// The plane of the panel's matrix.
fn drawn(seat: &Seat, sheet: &Sheet) -> Markup {
    html! {
        @if let Some(([wide, narrow], shown)) = chapters::wall(&sheet.loaded.value, &sheet.point, &sheet.words(seat.who.lang)) {
            div.report {
                div.picture.wide.twin role="img" aria-label=(shown) { (PreEscaped(wide)) }
                div.picture.narrow role="img" aria-label=(shown) { (PreEscaped(narrow)) }
            }
        }
    }
}

/// What the codes of a matrix and its plane stand for.
fn codes(seat: &Seat, labels: &[(String, String)]) -> Markup {
    html! {
        ul.roomcodes aria-label=(seat.t("bench-room-codes")) {
            @for (code, name) in labels { li { b { (code) } " " (name) } }
        }
    }
}

/// The plane by itself, with the names of what stands in it.
fn plane(seat: &Seat, sheet: &Sheet) -> Markup {
    let Some(found) = &sheet.point.structure.micmac else { return no_matrix(seat, sheet, "plane") };
    let labels: Vec<_> = found.variables.iter().map(|id| label(seat, sheet, id)).collect();
    html! { div.roomwide { (drawn(seat, sheet)) (codes(seat, &labels)) } }
}

/// The panel's matrix, with the plane and the answers to a cell beside it.
pub fn grid(seat: &Seat, sheet: &Sheet, cell: &str) -> Markup {
    let words = &seat.who.words;
    let Some(found) = &sheet.point.structure.micmac else { return no_matrix(seat, sheet, "matrix") };
    let count = found.variables.len();
    let value = |row: usize, column: usize| -> String {
        if found.potential_cells.contains(&(row, column)) {
            return "P".to_owned();
        }
        let value = found.matrix.get(row).and_then(|line| line.get(column)).copied().unwrap_or_default();
        if value == 0.0 { String::new() } else { words.short(value, 1) }
    };
    let chosen = cell.split_once('/').and_then(|(a, b)| {
        let at = |id: &str| found.variables.iter().position(|own| own == id);
        Some((at(a)?, at(b)?)).filter(|(row, column)| row != column)
    });
    let labels: Vec<(String, String)> = found.variables.iter().map(|id| label(seat, sheet, id)).collect();
    let disputed = &found.aggregation.disputed;
    let facts = [
        ("n", count.into()),
        ("experts", found.aggregation.experts.into()),
        ("disputed", disputed.len().into()),
        ("open", found.open().into()),
    ];
    html! {
        div.roomsplit {
            section aria-label=(words.t("bench-room-matrix")) {
                h1 { (words.with("bench-room-facts", &facts)) }
                p.soft.sideways.(size(count)) { (words.t("report-scroll")) " →" }
                div.roomscroll { table class={ "roomgrid " (size(count)) } {
                    thead { tr { td {} @for (column, (code, name)) in labels.iter().enumerate() {
                        th scope="col" title=(name) class=[chosen.is_some_and(|at| at.1 == column).then_some("here")] { (code) }
                    } } }
                    tbody { @for (row, (code, name)) in labels.iter().enumerate() {
                        tr class=[chosen.is_some_and(|at| at.0 == row).then_some("here")] {
                            th scope="row" title=(name) { (code) @if count <= WITH_NAMES { " " span.name { (name) } } }
                            @for (column, (other, _)) in labels.iter().enumerate() {
                                @let marked = disputed.contains(&(row, column));
                                @if row == column { td.none {} }
                                @else {
                                    td.disputed[marked] {
                                        a href=(format!("?cell={}/{}#spread", found.variables[row], found.variables[column])) tabindex=(if chosen == Some((row, column)) || (chosen.is_none() && (row, column) == (0, 1)) { "0" } else { "-1" })
                                            aria-current=[(chosen == Some((row, column))).then_some("true")]
                                            aria-label=(format!("{code} → {other}: {}{}", match value(row, column) { value if value.is_empty() => "0".to_owned(), value => value }, if marked { format!(", {}", words.t("bench-disputed")) } else { String::new() })) { (value(row, column)) }
                                    }
                                }
                            }
                        }
                    } }
                } }
                ul.roomkey {
                    @if !disputed.is_empty() { li { span.mark.disputed aria-hidden="true" {} " " (words.t("bench-room-key-disputed")) } }
                    @if !found.potential_cells.is_empty() { li { b { "P" } " " (words.t("bench-room-key-potential")) } }
                    li { span.mark aria-hidden="true" {} " " (words.t("bench-room-key-zero")) }
                }
            }
            section.roomside {
                (drawn(seat, sheet))
                aside #spread.chosen[chosen.is_some()] aria-live="polite" {
                    @match chosen {
                        Some(at) => (spread(seat, sheet, found, &labels, at, &value(at.0, at.1))),
                        None => { p.soft { (words.t("bench-room-choose")) } (codes(seat, &labels)) }
                    }
                }
            }
        }
    }
}

/// How the panel answered a cell: a dot an answer, and nobody's name.
fn spread(
    seat: &Seat,
    sheet: &Sheet,
    found: &MicmacFinding,
    labels: &[(String, String)],
    (row, column): (usize, usize),
    value: &str,
) -> Markup {
    let words = &seat.who.words;
    let (a, b) = (&found.variables[row], &found.variables[column]);
    let full = |at: usize| labels.get(at).map(|(code, name)| format!("{code} {name}")).unwrap_or_default();
    let answers = sheet.loaded.value.answers.iter().filter(|answer| {
        answer.round == found.aggregation.round.as_str()
            && answer.question.family.name == "influence"
            && answer.question.a == a.as_str()
            && answer.question.b.as_ref().is_some_and(|own| *own == b.as_str())
    });
    let mut counts: BTreeMap<String, usize> =
        ["0", "1", "2", "3", "P"].map(|value| (value.to_owned(), 0)).into();
    let mut silent = 0;
    for answer in answers {
        match answer.value {
            Value::NoOpinion | Value::Blank => silent += 1,
            value => *counts.entry(value.to_string()).or_default() += 1,
        }
    }
    let disputed = found.aggregation.disputed.contains(&(row, column));
    html! {
        h2 { (words.with("web-ask-influence", &[("a", full(row).into()), ("b", full(column).into())])) }
        p.roomvalue { (words.t("bench-room-value")) " " b { (if value.is_empty() { "0" } else { value }) } @if disputed { " " span.care { (words.t("bench-disputed")) } } }
        dl.dots {
            @for (value, count) in &counts { dt { (value) } dd { span aria-hidden="true" { ("●".repeat(*count)) } " " span.soft { (count) } } }
            @if silent > 0 { dt { (words.t("web-pair-none")) } dd { span.soft aria-hidden="true" { ("○".repeat(silent)) } " " span.soft { (silent) } } }
        }
    }
}

fn scenarios(seat: &Seat, sheet: &Sheet, chosen: &str) -> Markup {
    let words = &seat.who.words;
    let lang = seat.who.lang;
    if let Some(record) = sheet.record("scenario", chosen) {
        return html! {
            article.roomtext {
                p { a href="?" { (words.t("bench-room-scenarios")) } }
                h1 { (named(record, lang)) }
                p.lead { (beside::short(seat, sheet, "scenario", &record.id).join(" · ")) }
                @for part in in_either(Some(record), "narrative", lang).split("\n\n") { p { (part) } }
            }
        };
    }
    if sheet.of_kind("scenario").is_empty() {
        return none(seat, "scenarios", "scenarios", "/board/scenarios");
    }
    let axes = sheet.of_kind("axis");
    let pole = |axis: usize, key: &str| in_either(axes.get(axis).copied(), key, lang);
    let choose = &sheet.point.choose;
    let decided = sheet.point.decisions.iter().any(|d| d.about == About::Bet.as_str() && d.decided);
    let quadrant = |corner: &str| {
        // Where one stands and where one drifts are not among the four.
        let four = |record: &Record| !matches!(said(Some(record), "kind").as_str(), "present" | "trend");
        let at = |record: &Record| said(Some(record), "corner").replace('−', "-") == corner;
        let own = sheet.of_kind("scenario").into_iter().filter(|record| at(record) && four(record));
        html! {
            section.roomquadrant {
                // On a phone the four stand below one another, and each says its poles itself.
                p.corner { @for (axis, sign) in corner.chars().enumerate() {
                    span { (if sign == '+' { "+ " } else { "− " }) (pole(axis, if sign == '+' { "high" } else { "low" })) }
                } }
                @for record in own {
                    @let bet = choose.bet.as_deref() == Some(record.id.as_str());
                    a.roomscenario.bet[bet] href=(format!("?scenario={}", record.id)) {
                        span.roomname { (named(record, lang)) }
                        @if bet { span.tag { (words.t(if decided { "bench-room-bet" } else { "bench-room-bet-proposed" })) } }
                        @for line in beside::short(seat, sheet, "scenario", &record.id) { span.roomfact { (line) } }
                    }
                }
            }
        }
    };
    html! {
        h1 { (in_either(sheet.record("study", "study"), "question", lang)) }
        div.roomplane {
            p.pole.north { "+ " (pole(1, "high")) }
            p.pole.west { "− " (pole(0, "low")) }
            div.roomfour { (quadrant("-+")) (quadrant("++")) (quadrant("--")) (quadrant("+-")) }
            p.pole.east { "+ " (pole(0, "high")) }
            p.pole.south { "− " (pole(1, "low")) }
        }
    }
}
