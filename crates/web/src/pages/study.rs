//! The study as a path of stages, and each stage with its parts and its findings side by side.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use atalaya_analysis::findings::PanelLevel;
use atalaya_model::{
    Diagnostic, Kind, Severity,
    choice::{About, Choice, GateState},
};
use atalaya_report::html::{self as page, Around};
use axum::extract::{Path, Query, State};
use maud::{Markup, PreEscaped, html};

use super::{part, problems::stage_of, within};
use crate::{
    app::{Chair, Seat, Shared},
    desk::Sheet,
    fault::Fault,
    form::{self, STAGES, called},
    shell::{self, Page},
};

/// The chapters of the report that show what a stage finds.
pub fn chapters(stage: &str) -> &'static [&'static str] {
    match stage {
        "frame" => &["frame-chapter", "data-sheet-chapter"],
        "scan" => &["scan-chapter"],
        "consult" => &["method", "items"],
        "structure" => &["variables", "structural-analysis", "diagnosis", "actors"],
        "explore" => &["scenarios"],
        "choose" => &["bet", "decisions"],
        "act" => &["strategy", "opportunities", "roadmap-chapter"],
        _ => &["watch-chapter"],
    }
}

/// How much of what a stage lacks stands on its page before the rest, which opens.
const FEW: usize = 5;

/// What a stage has, lacks, and what people said of it.
struct State_ {
    has: Vec<(Kind, usize)>,
    gaps: Vec<String>,
    stale: usize,
    gate: Option<String>,
    wrong: usize,
    warned: usize,
}

fn state(seat: &Seat, sheet: &Sheet, stage: &str) -> State_ {
    let words = &seat.who.words;
    let study = &sheet.loaded.value;
    let kinds = form::kinds(stage);
    let has = kinds.iter().map(|kind| (*kind, study.ids(*kind).len())).collect();
    let own = |severity: Severity| {
        let of_stage = move |d: &&Diagnostic| d.severity() == severity && stage_of(d) == stage;
        sheet.diagnostics.iter().filter(of_stage)
    };
    let hollow = sheet.hollow();
    let hollow = hollow.iter().filter(|record| kinds.iter().any(|kind| kind.as_str() == record.kind));
    let hollow = hollow.map(|record| {
        let kind = words.t(&format!("kind-{}", record.kind));
        words.with("bench-hollow-of", &[("kind", kind.into()), ("id", record.id.as_str().into())])
    });
    let gaps = own(Severity::Gap).map(|d| words.diagnostic(d).text).chain(hollow).collect();
    let (wrong, warned) = (own(Severity::Error).count(), own(Severity::Warning).count());
    let about = |about: Option<About>| match about {
        Some(About::KeyVariables) => "structure",
        Some(About::Axes) => "explore",
        Some(About::Bet) => "choose",
        Some(About::Actions) => "act",
        Some(About::Gate) | None => "",
    };
    let of_gate = |d: &atalaya_model::records::Decision| {
        d.about == Some(About::Gate) && d.stage.is_some_and(|own| own.as_str() == stage)
    };
    let stale_ids: BTreeSet<&str> =
        sheet.point.decisions.iter().filter(|d| d.stale).map(|d| d.id.as_str()).collect();
    let stale = study
        .decisions
        .iter()
        .filter(|d| (about(d.about) == stage || of_gate(d)) && stale_ids.contains(d.id.as_str()))
        .count();
    let gate = study.decisions.iter().find(|d| of_gate(d) && d.state != Some(GateState::Draft)).map(|d| {
        words.with(
            "web-validated",
            &[("date", words.date(&d.date).into()), ("by", d.by.get(seat.who.lang).into())],
        )
    });
    State_ { has, gaps, stale, gate, wrong, warned }
}

/// The path of the study.
pub async fn path(State(app): State<Shared>, seat: Seat) -> Result<Page, Fault> {
    let sheet = app.desk.glance(&seat.access).await?;
    let _ = app.desk.full(&seat.access, &sheet);
    let words = &seat.who.words;
    let lang = seat.who.lang;
    let study = &sheet.loaded.value;
    let states: Vec<(&str, State_)> =
        STAGES.into_iter().map(|stage| (stage, state(&seat, &sheet, stage))).collect();
    let question = study.frame.question.get(lang);
    // The frame is a sheet of its own: its records are few, and none of them is needed to go on.
    let open = |stage: &str, state: &State_| match stage {
        "frame" => question.is_empty(),
        _ => state.has.iter().all(|(_, count)| *count == 0) || !state.gaps.is_empty(),
    };
    // Errors come first; what people validated is not asked for again.
    let wrong = states.iter().find(|(_, state)| state.wrong > 0);
    let next =
        wrong.or_else(|| states.iter().find(|(stage, state)| state.gate.is_none() && open(stage, state)));
    let next = next.map(|(stage, _)| *stage);
    let title = super::name(&seat, &sheet, lang);
    let body = html! {
        main #content {
            h1 { (title) }
            @if question.is_empty() {
                p.lead { (seat.t("web-no-question")) " " a href=(seat.at("/record/study/study")) { (seat.t("web-frame-edit")) } }
            } @else { p.lead { (question) } }
            (figures(&seat, &sheet))
            ol.stages {
                @for (stage, state) in &states {
                    li.stage.next[next == Some(*stage)].lane[*stage == "consult"] {
                        h2 { a href=(seat.at(&format!("/{stage}"))) { (words.t(&format!("stage-{stage}"))) } }
                        @if next == Some(*stage) { p.tag { (seat.t("web-next")) } }
                        p.soft { (seat.t(&format!("web-about-{stage}"))) }
                        (counts(&seat, stage, &state.has))
                        @if state.wrong > 0 { p.bad { (words.with("web-wrong", &[("count", state.wrong.into())])) } }
                        @if state.warned > 0 { p.care { (words.with("web-warned", &[("count", state.warned.into())])) } }
                        @if !state.gaps.is_empty() {
                            details { summary { (words.with("web-lacks", &[("count", state.gaps.len().into())])) }
                                ul { @for gap in &state.gaps { li { (shell::said(gap)) } } } }
                        }
                        @if state.stale > 0 { p.care { (words.with("web-stale-decisions", &[("count", state.stale.into())])) } }
                        @if let Some(gate) = &state.gate { p.good { (gate) } }
                    }
                }
            }
            section.row {
                a.button href=(seat.at("/report")) { (seat.t("web-report")) }
                a.button.second href=(seat.at("/whole/zip")) { (seat.t("web-archive")) }
                a.button.second href=(seat.at("/whole/xlsx")) { (seat.t("web-workbook")) }
                @if sheet.point.explore.balances.is_some() { a.button.second href=(seat.at("/whole/scw")) { (seat.t("web-scw")) } }
            }
            @if seat.writes() { (super::files::bring_form(&seat, "", &seat.t("web-bring-about"), &html! {})) }
        }
    };
    Ok(within(&seat, &sheet, "", &title, &body))
}

fn counts(seat: &Seat, stage: &str, has: &[(Kind, usize)]) -> Markup {
    let some: Vec<_> = has.iter().filter(|(_, count)| *count > 0).collect();
    html! {
        @if some.is_empty() && stage != "frame" { p.soft { (seat.t("web-empty")) } }
        @else {
            ul.counts {
                @if stage == "frame" { li { a href=(seat.at("/record/study/study")) { (seat.t("web-frame")) } } }
                @for (kind, count) in some {
                    li { a href=(seat.at(&format!("/list/{}", kind.as_str()))) { (seat.t(&format!("kinds-{}", kind.as_str()))) " " b { (count) } } }
                }
            }
        }
    }
}

/// The figures that matter now.
fn figures(seat: &Seat, sheet: &Sheet) -> Markup {
    let study = &sheet.loaded.value;
    let findings = &sheet.point;
    let lang = seat.who.lang;
    let bet = findings
        .choose
        .bet
        .as_ref()
        .and_then(|id| study.scenarios.iter().find(|s| s.id.as_str() == id.as_str()));
    let decided =
        findings.decisions.iter().any(|decision| decision.about == About::Bet.as_str() && decision.decided);
    let years = (study.frame.base_year, study.frame.horizon);
    // A study that begins has none of them.
    if years.0.and(years.1).is_none() && study.experts.is_empty() && study.variables.is_empty() {
        return html! {};
    }
    let figure = |value: String, label: &str| html! { div { dt { (seat.t(label)) } dd { (value) } } };
    html! {
        dl.figures {
            @if let (Some(base), Some(horizon)) = years { (figure(format!("{base}–{horizon}"), "web-figure-years")) }
            @if !study.experts.is_empty() { (figure(study.experts.len().to_string(), "web-figure-experts")) }
            @if !study.answers.is_empty() { (figure(seat.who.words.int(study.answers.len() as i64), "web-figure-answers")) }
            @if !study.variables.is_empty() { (figure(study.variables.len().to_string(), "web-figure-variables")) }
            @if let Some(bet) = bet { (figure(bet.name.get(lang).to_owned(), if decided { "web-figure-bet" } else { "web-figure-bet-proposed" })) }
        }
    }
}

/// A stage: its parts, and what they give.
pub async fn stage(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, stage)): Path<(String, String)>,
) -> Result<Page, Fault> {
    let (sheet, found) = found(&app, &seat, &stage).await?;
    let words = &seat.who.words;
    let title = words.t(&format!("stage-{stage}"));
    let state = state(&seat, &sheet, &stage);
    let choices = super::decide::choices(&app, &seat, &sheet, &stage).await?;
    let gate = super::decide::gate(&app, &seat, &sheet, &stage).await?;
    let body = html! {
        main.split #content {
            section.parts aria-label=(seat.t("web-parts")) {
                h1 { (title) }
                p.soft { (seat.t(&format!("web-about-{stage}"))) }
                @if stage == "frame" {
                    p.row.tight { a.button href=(seat.at("/record/study/study")) { (seat.t("web-frame-edit")) }
                        a.button.second href=(seat.at("/record/study/study#rules")) { (seat.t("web-rules")) } }
                }
                (super::board::links(&seat, &stage))
                ul.partlist {
                    @for (kind, count) in &state.has {
                        li {
                            a href=(seat.at(&format!("/list/{}", kind.as_str()))) { (called(words, *kind)) }
                            span.count { (count) }
                        }
                    }
                }
                @if matches!(stage.as_str(), "consult" | "structure" | "explore" | "choose" | "act") { (super::matrix::rounds(&seat, &sheet, &stage)) }
                p { a href=(format!("#decide-gate-{stage}")) { (seat.t("bench-gate")) } }
                @if !state.gaps.is_empty() {
                    h2 { (seat.t("web-lacking")) }
                    @let (first, more) = state.gaps.split_at(if state.gaps.len() > FEW + 2 { FEW } else { state.gaps.len() });
                    ul.gaps { @for gap in first { li { (shell::said(gap)) } } }
                    @if !more.is_empty() {
                        details.gaps {
                            summary { (words.with("web-more", &[("n", more.len().into())])) }
                            ul.gaps { @for gap in more { li { (shell::said(gap)) } } }
                        }
                    }
                }
            }
            section.found aria-label=(seat.t("web-found")) {
                (choices)
                (found)
                (gate)
            }
        }
    };
    Ok(within(&seat, &sheet, &stage, &title, &body))
}

/// What a stage finds, as a part of a page that is fetched anew when it changes.
pub async fn found_part(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, stage)): Path<(String, String)>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Page, Fault> {
    // A page that shows one figure asks for that alone.
    let Some(only) = asked.get("only") else { return Ok(Page(found(&app, &seat, &stage).await?.1)) };
    if !STAGES.contains(&stage.as_str()) {
        return Err(Fault::NotFound);
    }
    let sheet = app.desk.glance(&seat.access).await?;
    let figure = super::matrix::picture(&seat, &sheet, &stage, only)?;
    Ok(Page(html! { div #found data-seq=(sheet.seq) { (PreEscaped(figure)) } }))
}

/// What will come of resampling, as its sentences are named; nothing where it gives no page anything.
fn awaited(sheet: &Sheet) -> Option<&'static str> {
    if PanelLevel::of(sheet.sayings.most()) >= PanelLevel::Quartiles {
        return Some("web-resampling");
    }
    let matrix = sheet.point.structure.micmac.as_ref().filter(|found| found.settled())?;
    (matrix.aggregation.rule == "consensus").then_some("web-resampling-cells")
}

/// How far the resampling is, with what stops it or lets it go on. Of a panel too small for it nothing is announced.
pub fn resampling(app: &Shared, seat: &Seat, sheet: &Sheet) -> Markup {
    let Some(awaited) = awaited(sheet) else { return html! {} };
    let Some(progress) = app.desk.progress(seat.access.study()) else { return html! {} };
    let (key, act, does) = match progress.halted {
        true => ("web-resampling-halted", "web-resampling-go", "go"),
        false => (awaited, "web-resampling-stop", "stop"),
    };
    html! {
        form.working method="post" action=(seat.at("/resampling")) data-progress=[(!progress.halted).then(|| seat.at("/resampling"))] {
            span role="status" { (seat.t(key)) }
            @if !progress.halted { " " progress max="1" value=(progress.share) aria-label=(seat.t(key)) {} }
            @if seat.writes() { " " button.quiet name="do" value=(does) { (seat.t(act)) } }
        }
    }
}

/// How far the resampling is, for the page's own program; nothing where there is none under way.
pub async fn progress(
    State(app): State<Shared>,
    seat: Seat,
) -> Result<axum::Json<Option<crate::desk::Progress>>, Fault> {
    Ok(axum::Json(app.desk.progress(seat.access.study())))
}

/// Stops the resampling, or lets it go on.
pub async fn steer(
    State(app): State<Shared>,
    Chair(seat): Chair,
    headers: axum::http::HeaderMap,
    axum::Form(sent): axum::Form<std::collections::BTreeMap<String, String>>,
) -> Result<axum::response::Redirect, Fault> {
    match sent.get("do").map(String::as_str) {
        Some("stop") => app.desk.halt(seat.access.study()),
        Some("go") => app.desk.resume(seat.access.study()),
        _ => return Err(Fault::Bad("web-fault-bad")),
    }
    let back = super::home::back(&headers).unwrap_or_else(|| seat.at(""));
    Ok(axum::response::Redirect::to(&back))
}

/// With which records a stage begins that finds nothing: those of them that there are none of.
fn begin(seat: &Seat, sheet: &Sheet, stage: &str) -> Markup {
    let kinds: &[Kind] = match stage {
        "scan" => &[Kind::Evidence, Kind::Idea],
        "structure" => &[Kind::Variable, Kind::Actor, Kind::Factor],
        "explore" => &[Kind::Variable, Kind::Axis, Kind::Scenario],
        "choose" => &[Kind::Scenario],
        "act" => &[Kind::Objective, Kind::Action, Kind::Opportunity],
        "watch" => &[Kind::Indicator],
        _ => &[],
    };
    let kinds: Vec<_> = kinds.iter().filter(|kind| sheet.loaded.value.ids(**kind).is_empty()).collect();
    html! {
        @if !kinds.is_empty() && seat.writes() {
            p.row.tight.begin {
                (seat.t("web-begin"))
                @for kind in kinds { a.button.second href=(seat.at(&format!("/list/{}", kind.as_str()))) { (called(&seat.who.words, *kind)) } }
            }
        }
    }
}

/// The study as it is, and what a stage finds in it, with resampling where that is ready.
async fn found(app: &Shared, seat: &Seat, stage: &str) -> Result<(Arc<Sheet>, Markup), Fault> {
    if !STAGES.contains(&stage) {
        return Err(Fault::NotFound);
    }
    let sheet = app.desk.glance(&seat.access).await?;
    let full = app.desk.full(&seat.access, &sheet);
    let document = sheet.excerpt(seat.who.lang, full.as_deref(), chapters(stage));
    let words = sheet.words(seat.who.lang);
    let below = |id: &str| part::below(seat, &document, id);
    let around = Around { below: &below, elsewhere: &|_| None, numbers: false };
    let blocks = page::fragment(&document, &document.blocks, &words, &around);
    let blocks = blocks.map_err(|error| Fault::Internal(error.to_string()))?;
    let found = html! {
        div.report #found data-part=(seat.at(&format!("/found/{stage}"))) data-seq=(sheet.seq) {
            @if full.is_none() { (resampling(app, seat, &sheet)) }
            @if document.blocks.is_empty() { p.soft { (seat.t("web-found-none")) } (begin(seat, &sheet, stage)) }
            (PreEscaped(blocks))
        }
    };
    Ok((sheet, found))
}
