//! Deciding: what the rule proposes, what people chose, why, and whether it rests on other findings today. The rule only
//! proposes; a decision is a record that somebody saved.

use std::collections::{BTreeMap, BTreeSet};

use atalaya_analysis::findings::DecisionFinding;
use atalaya_model::{
    Kind,
    choice::{About, Choice, GateState, Role, ScenarioKind, Stage},
};
use atalaya_store::{Change, Conflict, Edit, Field, Record};
use axum::{
    Form,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};

use super::{
    pieces::{self, Sent, items},
    record::{self, named},
    within,
};
use crate::{
    app::{Chair, Seat, Shared, is_program, now},
    desk::Sheet,
    fault::Fault,
    form::Input,
    shell::Page,
};

mod since;

use since::since;

/// Most records that a decision names in full; of more it gives the labels.
const NAMED: usize = 12;

/// What may be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Among records that findings propose.
    Choice(About),
    /// Whether a stage's output is validated.
    Gate(Stage),
}

impl What {
    /// By its word in an address: `bet`, `gate-structure`.
    pub fn parse(word: &str) -> Option<Self> {
        let gates = Stage::ALL.iter().map(|stage| Self::Gate(*stage));
        let choices =
            About::ALL.iter().filter(|about| **about != About::Gate).map(|about| Self::Choice(*about));
        gates.chain(choices).find(|what| what.word() == word)
    }

    fn word(self) -> String {
        match self {
            Self::Choice(about) => about.as_str().to_owned(),
            Self::Gate(stage) => format!("gate-{}", stage.as_str()),
        }
    }

    /// The stage on whose page it is decided.
    pub fn stage(self) -> &'static str {
        match self {
            Self::Choice(About::KeyVariables) => "structure",
            Self::Choice(About::Axes) => "explore",
            Self::Choice(About::Bet) => "choose",
            Self::Choice(About::Actions) => "act",
            Self::Choice(About::Gate) => "",
            Self::Gate(stage) => stage.as_str(),
        }
    }

    /// The kind of the records among which it is decided.
    fn kind(self) -> Kind {
        match self {
            Self::Choice(About::Bet) => Kind::Scenario,
            Self::Choice(About::Actions) => Kind::Action,
            _ => Kind::Variable,
        }
    }

    fn title(self, seat: &Seat) -> String {
        match self {
            Self::Choice(about) => seat.t(&format!("bench-decide-{}", about.as_str())),
            Self::Gate(_) => seat.t("bench-gate"),
        }
    }
}

/// The record of a decision, and what is found of it.
fn standing(sheet: &Sheet, what: What) -> (Option<&Record>, Option<&DecisionFinding>) {
    let found = |about: &str, stage: Option<&str>| {
        let own = |d: &&DecisionFinding| d.about == about && (stage.is_none() || d.stage.as_deref() == stage);
        let record = |d: &DecisionFinding| sheet.record(Kind::Decision.as_str(), &d.id);
        let date = |d: &DecisionFinding| pieces::said(record(d), "date");
        let found = sheet.point.decisions.iter().filter(own).max_by_key(|d| (date(d), d.id.clone()));
        (found.and_then(record), found)
    };
    match what {
        What::Choice(about) => found(about.as_str(), None),
        What::Gate(stage) => found(About::Gate.as_str(), Some(stage.as_str())),
    }
}

/// The hash of the findings that a decision taken today would rest on.
fn basis(sheet: &Sheet, what: What, found: Option<&DecisionFinding>) -> String {
    match what {
        What::Gate(stage) => atalaya_analysis::stage_basis(&sheet.point.trace, stage.as_str()),
        What::Choice(_) => found.map(|found| found.basis.clone()).unwrap_or_default(),
    }
}

/// A record that may be chosen, and what the findings say of it.
struct Candidate {
    id: String,
    label: String,
    name: String,
    says: Vec<String>,
    proposed: bool,
}

fn candidates(seat: &Seat, sheet: &Sheet, what: What, found: Option<&DecisionFinding>) -> Vec<Candidate> {
    let kind = what.kind().as_str();
    let proposed = |id: &str| found.is_some_and(|found| found.proposed.iter().any(|own| own == id));
    let lang = seat.who.lang;
    let mut out: Vec<Candidate> = sheet
        .of_kind(kind)
        .into_iter()
        // One does not bet on where one stands.
        .filter(|record| {
            pieces::said(Some(record), "kind") != ScenarioKind::Present.as_str() || kind != "scenario"
        })
        .map(|record| Candidate {
            label: record::label(record),
            name: named(record, lang),
            says: super::beside::short(seat, sheet, kind, &record.id),
            proposed: proposed(&record.id),
            id: record.id.clone(),
        })
        .collect();
    // What the rule proposes stands first, in its order.
    let place = |own: &Candidate| {
        let proposals = found.map_or(&[][..], |found| &found.proposed);
        proposals.iter().position(|id| *id == own.id).unwrap_or(usize::MAX)
    };
    out.sort_by_key(place);
    out
}

/// What a form says over what the record says, and why it was not saved.
#[derive(Default)]
struct Told {
    written: Option<Sent>,
    problems: Vec<String>,
    conflicts: Vec<Conflict>,
}

/// A stage's decisions as panels: those that its findings propose.
pub async fn choices(app: &Shared, seat: &Seat, sheet: &Sheet, stage: &str) -> Result<Markup, Fault> {
    let own = About::ALL.iter().map(|about| What::Choice(*about)).find(|what| what.stage() == stage);
    match own {
        Some(what) => panel(app, seat, sheet, what, &Told::default(), false).await,
        None => Ok(html! {}),
    }
}

/// The gate of a stage as a panel.
pub async fn gate(app: &Shared, seat: &Seat, sheet: &Sheet, stage: &str) -> Result<Markup, Fault> {
    match Stage::parse(stage) {
        Some(stage) => panel(app, seat, sheet, What::Gate(stage), &Told::default(), false).await,
        None => Ok(html! {}),
    }
}

/// A decision: how it stands, and the form that takes it. `open`: the form is what the page is for.
async fn panel(
    app: &Shared,
    seat: &Seat,
    sheet: &Sheet,
    what: What,
    told: &Told,
    open: bool,
) -> Result<Markup, Fault> {
    let words = &seat.who.words;
    let (record, found) = standing(sheet, what);
    let candidates = match what {
        What::Choice(_) => candidates(seat, sheet, what, found),
        What::Gate(_) => Vec::new(),
    };
    if matches!(what, What::Choice(_)) && candidates.is_empty() && record.is_none() && !open {
        return Ok(html! {});
    }
    let changed = since(app, seat, sheet, what).await?;
    let stale = found.is_some_and(|found| found.stale);
    let decided = record.is_some();
    let proposed = found.map_or(0, |found| found.proposed.len());
    let by = [seat.who.lang, seat.who.lang.other()]
        .map(|lang| pieces::said(record, &format!("by.{}", lang.code())))
        .into_iter()
        .find(|by| !by.is_empty());
    let date = pieces::said(record, "date");
    let state = pieces::said(record, "state");
    let word = what.word();
    let chosen = pieces::said(record, "chosen");
    let full = |ids: &[&str]| {
        let of = |id: &str| sheet.record(what.kind().as_str(), id);
        match ids.len() {
            0..=NAMED => ids
                .iter()
                .map(|id| of(id).map_or_else(|| (*id).to_owned(), |r| record::labelled(r, seat.who.lang)))
                .collect::<Vec<_>>()
                .join("; "),
            _ => {
                let labels = ids.iter().map(|id| of(id).map_or_else(|| (*id).to_owned(), record::label));
                labels.collect::<Vec<_>>().join(", ")
            }
        }
    };
    let is_gate = matches!(what, What::Gate(_));
    let ask = match (stale, decided, is_gate) {
        (true, ..) => "bench-again",
        (false, true, false) => "bench-change",
        (false, true, true) => "bench-gate-change",
        (false, false, false) => "bench-decide",
        (false, false, true) => "bench-gate-decide",
    };
    Ok(html! {
        section.panel.decision.stale[stale] id=(format!("decide-{word}")) aria-label=(what.title(seat)) {
            // On a page of its own the title stands above.
            @if !open { h2 { (what.title(seat)) } }
            @if decided {
                @let args = [("date", words.date(&date).into()), ("by", by.unwrap_or_default().into())];
                p {
                    @if is_gate { b { (atalaya_words::capital(&words.choice("gate", if state.is_empty() { "draft" } else { &state }))) } " " (words.with("bench-gated", &args)) }
                    @else { (words.with("bench-decided", &args)) " " b { (full(&items(&chosen))) } }
                }
                @let reason = super::in_either(record, "reason", seat.who.lang);
                @if !reason.is_empty() { p.soft { (reason) } }
                @if found.is_some_and(|found| !found.agrees) { p.soft { (words.with("bench-differs", &[("list", full(&found.map_or(Vec::new(), |f| f.proposed.iter().map(String::as_str).collect())).into())])) } }
            } @else if let What::Choice(_) = what {
                p { (words.with("bench-proposed", &[("count", proposed.into()), ("list", full(&found.map_or(Vec::new(), |f| f.proposed.iter().map(String::as_str).collect())).into())])) }
            } @else {
                p.soft { (words.t("bench-gate-none")) }
            }
            @if stale {
                p.care { (words.t("bench-stale")) }
                ul.changed { @for line in &changed { li { (line) } } }
            }
            @for problem in &told.problems { p.bad role="alert" { (problem) } }
            @if !told.conflicts.is_empty() { (record::clashes(seat, sheet, Kind::Decision.as_str(), &told.conflicts)) }
            @if seat.writes() {
                details open[open] {
                    summary { (words.t(ask)) }
                    (fields(seat, sheet, what, record, found, &candidates, told))
                }
            }
        }
    })
}

/// The form that takes a decision.
fn fields(
    seat: &Seat,
    sheet: &Sheet,
    what: What,
    record: Option<&Record>,
    found: Option<&DecisionFinding>,
    candidates: &[Candidate],
    told: &Told,
) -> Markup {
    let words = &seat.who.words;
    let word = what.word();
    let sides = pieces::sides(seat, sheet);
    let kind = Kind::Decision.as_str();
    let all = |name: &str| -> Option<BTreeSet<String>> {
        let sent = told.written.as_ref()?;
        let ticked: BTreeSet<String> =
            sent.iter().filter(|(own, _)| own == name).map(|(_, value)| value.clone()).collect();
        // As it was read: what stands now, which others may have ticked since.
        let read = sent.iter().find(|(own, _)| own.strip_prefix("o:") == Some(name.trim_start_matches("m:")));
        let left = read.is_some_and(|(_, read)| {
            let said: BTreeSet<&str> =
                ticked.iter().map(String::as_str).filter(|id| !id.is_empty()).collect();
            said == items(read).into_iter().collect()
        });
        (!left).then_some(ticked)
    };
    let of_record = |key: &str| items(&pieces::said(record, key)).into_iter().map(str::to_owned).collect();
    // What was chosen stands; where nothing was, what the rule proposes is marked, and nothing is saved by that.
    let chosen: BTreeSet<String> = all("chosen").unwrap_or_else(|| match record {
        Some(_) => of_record("chosen"),
        None => found.map(|found| found.proposed.iter().cloned().collect()).unwrap_or_default(),
    });
    let considered: BTreeSet<String> = all("alternatives").unwrap_or_else(|| of_record("alternatives"));
    let written = |name: &str| {
        let sent = told.written.as_ref()?;
        sent.iter().find(|(own, _)| own.strip_prefix("f:") == Some(name)).map(|(_, value)| value.clone())
    };
    let stands = |key: &str, without: &str| {
        let base = pieces::said(record, key);
        let text =
            written(key).unwrap_or_else(|| if base.is_empty() { without.to_owned() } else { base.clone() });
        (base, text)
    };
    let is_gate = matches!(what, What::Gate(_));
    let text = |key: &str, long: bool| {
        let label =
            if is_gate && key == "by" { words.t("bench-gate-by") } else { record::heading(words, kind, key) };
        pieces::texts(seat, &sides, (&word, &label), long, |lang| {
            let name = format!("{key}.{}", lang.code());
            let (base, text) = stands(&name, "");
            (name, base, text)
        })
    };
    let today = super::times::day(now());
    let stale = found.is_some_and(|found| found.stale);
    let role = match what {
        What::Choice(About::Bet | About::Actions) => Role::DecisionMaker,
        _ => Role::Analyst,
    };
    let select = |key: &str, group: &str, values: &[&str], without: &str| {
        let (base, text) = stands(key, without);
        html! {
            div.field.one {
                label.label for=(format!("{word}-{key}")) { (record::heading(words, kind, key)) }
                input type="hidden" name=(format!("o:{key}")) value=(&base);
                select id=(format!("{word}-{key}")) name=(format!("f:{key}")) data-given=[base.is_empty().then_some(&text)] {
                    @for value in values { option value=(value) selected[*value == text] { (atalaya_words::capital(&words.choice(group, value))) } }
                }
            }
        }
    };
    let line = |key: &str, kind_of: &str, (base, text): (String, String)| {
        html! {
            div.field.one {
                label.label for=(format!("{word}-{key}")) { (record::heading(words, kind, key)) }
                input type="hidden" name=(format!("o:{key}")) value=(base);
                input id=(format!("{word}-{key}")) name=(format!("f:{key}")) type=(kind_of) value=(text) data-given=[(key == "date").then_some(&text)] autocomplete="off";
            }
        }
    };
    let cited = {
        let input =
            Input { name: "sources".to_owned(), of: Some(Kind::Source), many: true, ..Input::default() };
        let choices = record::choices(sheet, words, seat.who.lang, record, &input).unwrap_or_default();
        let label = record::heading(words, kind, "sources");
        let chosen: BTreeSet<String> = all("m:sources").unwrap_or_else(|| of_record("sources"));
        let chosen: Vec<&str> = chosen.iter().map(String::as_str).filter(|id| !id.is_empty()).collect();
        html! {
            div.field.one role="group" aria-label=(label) {
                span.label { (label) }
                input type="hidden" name="o:sources" value=(pieces::said(record, "sources"));
                (record::picks("sources", &label, &chosen, &choices, None, &words.t("web-pick")))
            }
        }
    };
    let roles: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
    let states: Vec<&str> = GateState::ALL.iter().map(|state| state.as_str()).collect();
    let (date, dated) = stands("date", &today);
    // What is confirmed anew is confirmed today.
    let dated = if stale && told.written.is_none() { today } else { dated };
    let one = what == What::Choice(About::Bet);
    html! {
        // A browser that loads the page again must not put in what stood in it before.
        form.decide method="post" autocomplete="off" action=(seat.at(&format!("/decide/{word}"))) data-draft=(format!("decide/{word}")) {
            input type="hidden" name="read" value=(sheet.seq);
            input type="hidden" name="basis" value=(basis(sheet, what, found));
            @if !is_gate { @for key in ["chosen", "alternatives"] { input type="hidden" name=(format!("o:{key}")) value=(items(&pieces::said(record, key)).join(" ")); } }
            @if !candidates.is_empty() {
                p.soft { (words.t(&format!("bench-pick-{word}"))) @if found.is_some_and(|found| !found.proposed.is_empty()) { " " (words.t("bench-ticked")) } }
                div.scroll.tall tabindex="0" role="region" aria-label=(what.title(seat)) {
                    table.records.list {
                        thead { tr {
                            th scope="col" { (words.t("bench-chosen")) }
                            th scope="col" { (words.t("web-name")) }
                            th scope="col" { (words.t("bench-says")) }
                            th scope="col" { (words.t("bench-considered")) }
                        } }
                        tbody { @for own in candidates {
                            tr {
                                td data-label=(words.t("bench-chosen")) {
                                    input type=(if one { "radio" } else { "checkbox" }) name="chosen" value=(own.id) checked[chosen.contains(&own.id)] aria-label=(format!("{} {}", own.label, own.name));
                                }
                                th scope="row" { (own.label) " " span.plain { (own.name) } @if own.proposed { " " span.tag { (words.t("bench-by-rule")) } } }
                                td data-label=(words.t("bench-says")) { (own.says.join(" · ")) }
                                td data-label=(words.t("bench-considered")) {
                                    input type="checkbox" name="alternatives" value=(own.id) checked[considered.contains(&own.id)] aria-label=(format!("{}: {} {}", words.t("bench-considered"), own.label, own.name));
                                }
                            }
                        } }
                    }
                }
            }
            @if let What::Gate(_) = what { (select("state", "gate", &states, GateState::Validated.as_str())) }
            (text("reason", false))
            (text("by", false))
            div.inrow {
                (select("role", "role", &roles, role.as_str()))
                (line("date", "date", (date, dated)))
            }
            @if let What::Gate(_) = what {
                (text("quorum", false))
                (text("objections", false))
                @if sheet.of_kind("source").is_empty() { p.soft { (words.t("bench-no-sources")) } }
                @else { (cited) p.soft { (words.t("bench-act")) } }
            }
            @let save = if stale { "bench-confirm" } else if is_gate { "bench-gate-save" } else { "bench-save" };
            p.row { button.button { (words.t(save)) } span.saved.soft role="status" {} }
        }
    }
}

/// The page of one decision, for whoever wants nothing else before their eyes, and for what could not be saved.
pub async fn show(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, what)): Path<(String, String)>,
) -> Result<Page, Fault> {
    let what = What::parse(&what).ok_or(Fault::NotFound)?;
    let sheet = app.desk.open(&seat.access).await?;
    page(&app, &seat, &sheet, what, &Told::default()).await
}

async fn page(app: &Shared, seat: &Seat, sheet: &Sheet, what: What, told: &Told) -> Result<Page, Fault> {
    let panel = panel(app, seat, sheet, what, told, true).await?;
    let stage = seat.t(&format!("stage-{}", what.stage()));
    let title = format!("{} · {stage}", what.title(seat));
    let body = html! {
        main #content {
            p.crumb { a href=(seat.at(&format!("/{}", what.stage()))) { (stage) } }
            h1 { (title) }
            (panel)
        }
    };
    Ok(within(seat, sheet, what.stage(), &title, &body))
}

/// What is missing of a decision, as sentences.
fn missing(seat: &Seat, what: What, sent: &Sent, chosen: &[String]) -> Vec<String> {
    let filled = |field: &str| {
        let own = |(name, text): &&(String, String)| {
            name.starts_with(&format!("f:{field}")) && !text.trim().is_empty()
        };
        sent.iter().any(|pair| own(&pair))
    };
    let mut out = Vec::new();
    let count = match what {
        What::Gate(_) => true,
        What::Choice(About::Axes) => chosen.len() == 2,
        What::Choice(About::Bet) => chosen.len() == 1,
        What::Choice(_) => !chosen.is_empty(),
    };
    if !count {
        out.push(seat.t(&format!("bench-pick-{}", what.word())));
    }
    for (field, key) in [("reason.", "bench-needs-reason"), ("by.", "bench-needs-by")] {
        if !filled(field) {
            out.push(seat.t(key));
        }
    }
    let date = sent.iter().find(|(name, _)| name == "f:date").map_or("", |(_, text)| text.trim());
    let parts: Vec<Option<u32>> = date.split('-').map(|part| part.parse().ok()).collect();
    let day = matches!(parts[..], [Some(1000..=9999), Some(1..=12), Some(1..=31)]) && date.len() == 10;
    if !day {
        out.push(seat.t("bench-needs-date"));
    }
    out
}

/// Saves a decision: what was chosen, and what the rule proposes and the findings are today. Where those are not the ones
/// that its author had before them, nothing is saved and they are shown.
pub async fn write(
    State(app): State<Shared>,
    Chair(seat): Chair,
    Path((_, what)): Path<(String, String)>,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Result<Response, Fault> {
    let what = What::parse(&what).ok_or(Fault::NotFound)?;
    let sheet = app.desk.open(&seat.access).await?;
    let program = is_program(&headers);
    let one = |name: &str| sent.iter().find(|(own, _)| own == name).map_or("", |(_, text)| text.as_str());
    let all = |name: &str| -> Vec<String> {
        sent.iter().filter(|(own, _)| own == name).map(|(_, text)| text.clone()).collect()
    };
    let read: i64 = one("read").parse().unwrap_or(0);
    let (record, found) = standing(&sheet, what);
    let known: BTreeSet<String> =
        candidates(&seat, &sheet, what, found).into_iter().map(|own| own.id).collect();
    let mut chosen = all("chosen");
    chosen.retain(|id| known.contains(id));
    let alternatives: Vec<String> =
        all("alternatives").into_iter().filter(|id| known.contains(id) && !chosen.contains(id)).collect();
    let problems = missing(&seat, what, &sent, &chosen);
    if !problems.is_empty() {
        if program {
            return Err(Fault::Said(problems.join(" ")));
        }
        let told = Told { written: Some(record::anew(&sent)), problems, ..Told::default() };
        let page = page(&app, &seat, &sheet, what, &told).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let today = basis(&sheet, what, found);
    if one("basis") != today {
        let problems = vec![seat.t("bench-moved")];
        let told = Told { written: Some(record::anew(&sent)), problems, ..Told::default() };
        let page = page(&app, &seat, &sheet, what, &told).await?;
        return Ok((StatusCode::CONFLICT, page).into_response());
    }
    let plain: BTreeMap<String, String> = sent.iter().cloned().collect();
    let allowed = ["reason.", "by.", "role", "date", "state", "quorum.", "objections.", "sources"];
    let mut fields = record::changes(&plain, record);
    if plain.contains_key("m:sources") {
        let cited = sent.iter().filter(|(name, id)| name == "m:sources" && !id.is_empty());
        let cited = cited.map(|(_, id)| id.clone()).collect();
        record::tick(&mut fields, &plain, [("sources".to_owned(), cited)].into());
    }
    fields.retain(|key, _| {
        allowed.iter().any(|own| key == own || (own.ends_with('.') && key.starts_with(own)))
    });
    if !matches!(what, What::Gate(_)) {
        fields.retain(|key, _| {
            !["state", "quorum.", "objections.", "sources"].iter().any(|own| key.starts_with(own))
        });
        let list = |ids: Vec<String>| (!ids.is_empty()).then_some(Field::List(ids));
        // Boxes that nobody touched say nothing against what others ticked since.
        let base = |name: &str| -> BTreeSet<&str> { items(one(&format!("o:{name}"))).into_iter().collect() };
        for (name, ids) in [("chosen", chosen), ("alternatives", alternatives)] {
            let ticked: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
            if record.is_none() || ticked != base(name) {
                fields.insert(name.to_owned(), list(ids));
            }
        }
        fields.insert(
            "proposed".to_owned(),
            list(found.map(|found| found.proposed.clone()).unwrap_or_default()),
        );
    }
    let about = match what {
        What::Choice(about) => about,
        What::Gate(stage) => {
            fields.insert("stage".to_owned(), Some(stage.as_str().into()));
            About::Gate
        }
    };
    fields.insert("about".to_owned(), Some(about.as_str().into()));
    fields.insert("basis".to_owned(), (!today.is_empty()).then(|| today.clone().into()));
    let id = record.map_or_else(|| free(&sheet, what), |record| record.id.clone());
    let change = Change {
        kind: Kind::Decision.as_str().to_owned(),
        id,
        read,
        edit: Edit::Set { fields, position: None },
    };
    match record::save(&app, &seat, vec![change]).await {
        Ok(seq) => {
            let back = seat.at(&format!("/{}#decide-{}", what.stage(), what.word()));
            Ok(record::answered(&headers, seq, Redirect::to(&back)))
        }
        Err(Fault::Conflict(conflicts)) if !program => {
            let sheet = app.desk.open(&seat.access).await?;
            let told = Told { written: Some(record::anew(&sent)), conflicts, ..Told::default() };
            let page = page(&app, &seat, &sheet, what, &told).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(other) => Err(other),
    }
}

/// The id of a decision that is new.
fn free(sheet: &Sheet, what: What) -> String {
    let base = match what {
        What::Choice(about) => format!("decide-{}", about.as_str()),
        What::Gate(_) => what.word(),
    };
    let taken = |id: &str| sheet.record(Kind::Decision.as_str(), id).is_some();
    let mut ids = (2..).map(|number| format!("{base}-{number}"));
    if taken(&base) { ids.find(|id| !taken(id)).unwrap_or(base) } else { base }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_decided_has_a_word_of_its_own_and_a_stage() {
        let all = About::ALL.iter().filter(|about| **about != About::Gate).map(|about| What::Choice(*about));
        let all: Vec<What> = all.chain(Stage::ALL.iter().map(|stage| What::Gate(*stage))).collect();
        assert_eq!(all.len(), 12);
        for what in all {
            assert_eq!(What::parse(&what.word()), Some(what));
            assert!(crate::form::STAGES.contains(&what.stage()), "{what:?}");
        }
        for word in ["gate", "gate-", "gate-nothing", "BET", ""] {
            assert_eq!(What::parse(word), None, "{word}");
        }
    }
}
