//! The morphological box: variables with their states as columns, and a scenario picked through them as a path.

use std::collections::BTreeSet;

use atalaya_store::Record;
use maud::{Markup, html};

use super::{Asked, link};
use crate::pages::{
    cells::Cells,
    pieces::{items, said},
    record::{labelled, named, none_of},
};

pub fn draw(cells: &Cells<'_>, asked: &Asked) -> Markup {
    let words = &cells.seat.who.words;
    let lang = cells.seat.who.lang;
    let sheet = cells.sheet;
    let states = sheet.of_kind("state");
    let scenarios = sheet.of_kind("scenario");
    let of = |state: &Record| state.id.split('.').next().unwrap_or_default().to_owned();
    // The variables that matter, and those that have states.
    let strategic = &sheet.point.structure.strategic;
    let variables: Vec<&Record> = sheet
        .of_kind("variable")
        .into_iter()
        .filter(|record| strategic.contains(&record.id) || states.iter().any(|state| of(state) == record.id))
        .collect();
    let wanted = asked.get("scenario").map_or("", String::as_str);
    let scenario = scenarios.iter().find(|record| record.id == wanted).or(scenarios.first()).copied();
    let path: BTreeSet<String> = items(&said(scenario, "states")).into_iter().map(str::to_owned).collect();
    let exclusions: Vec<(String, String)> = sheet
        .of_kind("exclusion")
        .into_iter()
        .map(|record| (said(Some(record), "a"), said(Some(record), "b")))
        .collect();
    // The states of the path that a state excludes, by the study's list.
    let barred = |state: &str| -> Vec<&str> {
        let other = exclusions.iter().filter_map(|(a, b)| match state {
            _ if a == state => Some(b.as_str()),
            _ if b == state => Some(a.as_str()),
            _ => None,
        });
        other.filter(|other| path.contains(*other)).collect()
    };
    let shares =
        variables.iter().map(|variable| states.iter().filter(|state| of(state) == variable.id).count());
    let combinations: f64 = shares.filter(|count| *count > 0).map(|count| count as f64).product();
    // What the path names and the box does not show is kept.
    let shown = |id: &str| {
        states.iter().any(|state| state.id == id && variables.iter().any(|own| of(state) == own.id))
    };
    let kept: Vec<&str> = path.iter().map(String::as_str).filter(|id| !shown(id)).collect();
    html! {
        @if variables.is_empty() {
            p.lead { (words.t("bench-box-none")) }
            @if sheet.of_kind("variable").is_empty() { p { (none_of(cells.seat, "variable")) } }
        }
        @if !scenarios.is_empty() {
            nav.tabs aria-label=(words.t("kinds-scenario")) {
                @for record in &scenarios {
                    a href=(cells.seat.at(&format!("/board/box?scenario={}", record.id))) aria-current=[(scenario.is_some_and(|own| own.id == record.id)).then_some("page")] { (labelled(record, lang)) }
                }
            }
        }
        @if !states.is_empty() {
            p.soft { (words.with("bench-combinations", &[("many", combinations.into()), ("count", words.short(combinations, 0).into()), ("pairs", exclusions.len().into())])) }
        }
        @if let Some(scenario) = scenario {
            input type="hidden" name=(format!("o:scenario/{}/states", scenario.id)) value=(said(Some(scenario), "states"));
            input type="hidden" name=(format!("m:scenario/{}/states", scenario.id)) value=(kept.join(" "));
        }
        p.soft.over hidden { (words.t("report-scroll")) " →" }
        div.box tabindex="0" role="region" aria-label=(words.t("bench-board-box")) {
            @for variable in &variables {
                @let own: Vec<&Record> = states.iter().copied().filter(|state| of(state) == variable.id).collect();
                section.column role="group" aria-label=(named(variable, lang)) {
                    h2 { (link(cells, "variable", &variable.id)) " " (named(variable, lang)) }
                    @for state in &own {
                        @let against = barred(&state.id);
                        div.state.barred[!against.is_empty()].picked[path.contains(&state.id)] {
                            @if let Some(scenario) = scenario {
                                (cells.radio(&format!("scenario/{}/states#{}", scenario.id, variable.id), &state.id, path.contains(&state.id), &html! { (state.id) }))
                            }
                            (cells.text("state", &state.id, "name", 2))
                            @if !against.is_empty() { p.care { (words.with("bench-barred", &[("states", against.join(", ").into())])) } }
                        }
                    }
                    @if let Some(scenario) = scenario.filter(|_| !own.is_empty()) {
                        (cells.radio(&format!("scenario/{}/states#{}", scenario.id, variable.id), "", !own.iter().any(|state| path.contains(&state.id)), &html! { (words.t("bench-no-state")) }))
                    }
                    div.cell { span.lang { (words.t("bench-add-state")) } (cells.text("state", &format!("+{}", variable.id), "name", 1)) }
                }
            }
        }
    }
}
