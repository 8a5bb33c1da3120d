//! What was saved, by whom and when; and back to it.

use std::collections::{BTreeMap, BTreeSet};

use atalaya_model::{Kind, Lang};
use atalaya_store::{ANSWER, Extent, FILE, Field, OBSERVATION, Record, Revision, STUDY, SaveError};
use axum::{
    Form,
    extract::{Path, Query, State},
    response::Redirect,
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{
    record::{self, told},
    times::{moment, when},
    within,
};
use crate::{
    app::{Chair, Seat, Shared, now},
    desk::Sheet,
    fault::Fault,
    form::{self, meaning},
    shell::Page,
};

/// Revisions that are read for one page, and saves that it shows.
const READ: i64 = 3000;
const SAVES: usize = 60;
/// Records that stand in the line of a save; of more their kinds stand there, and it opens.
const NAMED: usize = 12;
/// Most records of a kind that are named where a save is opened.
const OPENED: usize = 40;
/// Kinds that stand in the line of a save of many records.
const TOLD: usize = 3;
/// Records that a comparison shows.
const COMPARED: usize = 400;

async fn people(app: &Shared, seat: &Seat) -> Result<BTreeMap<String, String>, Fault> {
    let members = app.store.members(&seat.access).await?;
    Ok(members.into_iter().map(|member| (member.person, member.name)).collect())
}

/// Revisions that were saved together.
struct Saving {
    revisions: Vec<Revision>,
    /// Whether all of them are here.
    whole: bool,
    /// How far it reaches, where not.
    extent: Option<Extent>,
}

impl Saving {
    fn first(&self) -> i64 {
        let first = self.revisions.first().map_or(0, |revision| revision.seq);
        self.extent.as_ref().map_or(first, |extent| extent.first)
    }

    /// How many records of each kind it touched.
    fn kinds(&self) -> BTreeMap<&str, usize> {
        if let Some(extent) = &self.extent {
            return extent.kinds.iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
        }
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        for revision in &self.revisions {
            *kinds.entry(revision.record.kind.as_str()).or_default() += 1;
        }
        kinds
    }

    fn last(&self) -> i64 {
        self.revisions.last().map_or(0, |revision| revision.seq)
    }

    /// The last revision of the save that it undid.
    fn undoes(&self) -> Option<i64> {
        self.revisions.first().and_then(|revision| revision.undoes)
    }
}

/// The saves of some revisions in their order, the newest first. A save has one author and one time.
fn savings(revisions: Vec<Revision>, from_start: bool) -> Vec<Saving> {
    let mut all: Vec<Saving> = Vec::new();
    for revision in revisions {
        match all.last_mut().map(|saving| &mut saving.revisions) {
            Some(own)
                if (&own[0].author, own[0].at, own[0].undoes)
                    == (&revision.author, revision.at, revision.undoes) =>
            {
                own.push(revision);
            }
            _ => all.push(Saving { revisions: vec![revision], whole: true, extent: None }),
        }
    }
    if let Some(oldest) = all.first_mut() {
        oldest.whole = from_start;
    }
    all.reverse();
    all
}

/// The revision before which a page of the history begins, and one that was just undone.
#[derive(Debug, Deserialize)]
pub struct Before {
    before: Option<i64>,
    undone: Option<i64>,
}

/// When a revision was saved; nothing of the beginning, before everything.
async fn saved_at(app: &Shared, seat: &Seat, seq: i64) -> Result<Option<i64>, Fault> {
    if seq < 1 {
        return Ok(None);
    }
    Ok(app.store.changes_since(&seat.access, seq - 1, 1).await?.first().map(|revision| revision.at))
}

/// The saves of the study, the newest first.
pub async fn all(
    State(app): State<Shared>,
    seat: Seat,
    Query(Before { before, undone }): Query<Before>,
) -> Result<Page, Fault> {
    // What an undoing spoiled is told at once.
    let sheet = match undone {
        Some(_) => app.desk.open(&seat.access).await?,
        None => app.desk.glance(&seat.access).await?,
    };
    let words = &seat.who.words;
    let names = people(&app, &seat).await?;
    let end = before.unwrap_or(i64::MAX).clamp(1, sheet.seq + 1);
    let from = (end - 1 - READ).max(0);
    let count = u32::try_from(end - 1 - from).unwrap_or(0);
    let revisions = app.store.changes_since(&seat.access, from, count).await?;
    let mut saves = savings(revisions, from == 0);
    saves.truncate(SAVES);
    // A save that reaches further back than what was read, as a study that was brought in, is one line all the same.
    if let Some(cut) = saves.last_mut().filter(|saving| !saving.whole) {
        let (head, last) = (&cut.revisions[0], cut.last());
        cut.extent = Some(app.store.extent(&seat.access, &head.author, head.at, last).await?);
    }
    let oldest = saves.last().map_or(0, Saving::first);
    // What was deleted says nothing any more, and is called as it was called before.
    let gone = saves.iter_mut().filter(|saving| saving.revisions.len() <= NAMED);
    for own in gone.flat_map(|saving| &mut saving.revisions).filter(|own| own.deleted) {
        let history = app.store.history(&seat.access, &own.record.kind, &own.record.id).await?;
        if let Some(before) = history.into_iter().rfind(|before| !before.deleted && before.seq < own.seq) {
            own.record = before.record;
        }
    }
    let undone = match undone.zip(saves.first()) {
        Some((seq, redo)) => saved_at(&app, &seat, seq).await?.map(|at| (at, redo)),
        None => None,
    };
    let mut undoings: BTreeMap<i64, i64> = BTreeMap::new();
    for seq in saves.iter().filter_map(Saving::undoes) {
        undoings.extend(saved_at(&app, &seat, seq).await?.map(|at| (seq, at)));
    }
    let title = words.t("web-history");
    let by = |saving: &Saving| {
        let author = &saving.revisions[0].author;
        names.get(author).unwrap_or(author).clone()
    };
    let body = html! {
        main #content {
            h1 { (title) }
            p.soft { (words.t("web-history-about")) }
            @if let Some((at, redo)) = undone {
                div.says role="status" {
                    (words.t("web-undone")) " " (moment(words, at)) ". "
                    @if seat.writes() { (undoing(&seat, redo, "web-redo")) }
                    @if sheet.errors() > 0 { " " a href=(seat.at("/problems")) { (words.with("web-undone-errors", &[("count", sheet.errors().into()), ("n", words.int(sheet.errors() as i64).into())])) } }
                }
            }
            div.scroll tabindex="0" role="region" aria-label=(title) {
                table.records.list {
                    thead { tr { th scope="col" { (words.t("web-when")) } th scope="col" { (words.t("web-who")) } th scope="col" { (words.t("web-what")) } th scope="col" { span.hidden { (words.t("web-undo")) } } } }
                    tbody {
                        @for saving in &saves {
                            tr {
                                th scope="row" { (moment(words, saving.revisions[0].at)) }
                                td data-label=(words.t("web-who")) { (by(saving)) }
                                td data-label=(words.t("web-what")) {
                                    @if let Some(at) = saving.undoes().and_then(|seq| undoings.get(&seq)) { p { (words.t("web-undone")) " " (moment(words, *at)) ":" } }
                                    (whats(&seat, &sheet, saving))
                                }
                                td.steps-of {
                                    a href=(seat.at(&format!("/compare?from={}&to={}", saving.first() - 1, saving.last()))) { (words.t("web-compare-save")) }
                                    @if seat.writes() && saving.whole { (undoing(&seat, saving, "web-undo")) }
                                }
                            }
                        }
                    }
                }
            }
            @if oldest > 1 { p.row { a.button.second href=(seat.at(&format!("/history?before={oldest}"))) { (words.t("web-older")) } } }
            @if saves.len() > 1 {
                // The states between which something was saved, by their times; before them all there was nothing.
                @let state = |saving: &Saving| {
                    let count = saving.kinds().values().sum::<usize>();
                    let what = match &saving.revisions[..] {
                        [alone] if count == 1 => {
                            let gone = if alone.deleted { words.t("web-deleted") } else { String::new() };
                            [called(&seat, &alone.record.kind), told(&seat, &sheet, &alone.record), gone].join(" ").trim().to_owned()
                        }
                        _ => words.with("web-records", &[("count", count.into()), ("n", words.int(count as i64).into())]),
                    };
                    format!("{} · {what} · {}", when(words, saving.revisions[0].at), by(saving))
                };
                form.panel.between method="get" action=(seat.at("/compare")) {
                    h2 { (words.t("web-compare")) }
                    @for (name, label, chosen) in [("from", "web-compare-from", 1), ("to", "web-compare-to", 0)] {
                        label { (words.t(label)) select name=(name) {
                            @for (at, saving) in saves.iter().enumerate() { option value=(saving.last()) selected[at == chosen] data-at=(saving.revisions[0].at) data-when=(when(words, saving.revisions[0].at)) { (state(saving)) } }
                            @if name == "from" { option value=(oldest - 1) { (words.t(if oldest > 1 { "web-compare-before" } else { "web-compare-nothing" })) } }
                        } }
                    }
                    button.button.second { (words.t("web-compare-make")) }
                }
            }
        }
    };
    Ok(within(&seat, &sheet, "history", &title, &body))
}

/// The button that undoes a save, or does again what a save undid.
fn undoing(seat: &Seat, saving: &Saving, key: &str) -> Markup {
    html! {
        form.inline method="post" action=(seat.at("/undo")) {
            input type="hidden" name="first" value=(saving.first());
            input type="hidden" name="last" value=(saving.last());
            button.danger { (seat.t(key)) }
        }
    }
}

/// What a save changed: of few records each, of many how many of which kind.
fn whats(seat: &Seat, sheet: &Sheet, saving: &Saving) -> Markup {
    let mut kinds: Vec<(&str, usize)> = saving.kinds().into_iter().collect();
    kinds.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let count = kinds.iter().map(|(_, count)| count).sum::<usize>();
    let words = &seat.who.words;
    html! {
        @if count <= NAMED {
            @for (index, revision) in saving.revisions.iter().enumerate() { @if index > 0 { br; } (what(seat, sheet, revision)) }
        } @else {
            details.many {
                summary {
                    b { (words.with("web-records", &[("count", count.into()), ("n", words.int(count as i64).into())])) }
                    @for (kind, count) in kinds.iter().take(TOLD) {
                        " · " (many(seat, kind)) " " (words.int(*count as i64))
                        // One record among many answers is what the save was about.
                        @if *count == 1 && *kind != ANSWER && *kind != STUDY {
                            @for own in saving.revisions.iter().filter(|own| own.record.kind == *kind) { " (" (name_of(seat, sheet, &own.record)) ")" }
                        }
                    }
                    @if kinds.len() > TOLD { " …" }
                    @let gone = saving.revisions.iter().filter(|own| own.deleted).count();
                    @if gone > 0 { " · " span.bad { (words.with("web-deleted-many", &[("count", gone.into()), ("n", words.int(gone as i64).into())])) } }
                }
                dl.facts {
                    @for (kind, count) in &kinds {
                        dt { (atalaya_words::capital(&many(seat, kind))) " " b { (words.int(*count as i64)) } }
                        dd { @if *count <= OPENED { @for (index, own) in saving.revisions.iter().filter(|own| own.record.kind == *kind).enumerate() { @if index > 0 { br; } (way(seat, sheet, &own.record)) } } }
                    }
                }
            }
        }
    }
}

/// What many records of a kind are called.
fn many(seat: &Seat, kind: &str) -> String {
    match kind {
        ANSWER => seat.t("web-answers"),
        OBSERVATION => seat.t("web-observations"),
        FILE => seat.t("web-files"),
        kind if Kind::parse(kind).is_some() => seat.t(&format!("kinds-{kind}")),
        kind => called(seat, kind),
    }
}

fn called(seat: &Seat, kind: &str) -> String {
    match kind {
        STUDY => seat.t("web-frame"),
        ANSWER => seat.t("web-answer"),
        OBSERVATION => seat.t("web-observation"),
        FILE => seat.t("web-file"),
        kind if Kind::parse(kind).is_some() => seat.t(&format!("kind-{kind}")),
        kind => kind.to_owned(),
    }
}

/// Two states of the study, by their numbers; 0 is before everything.
#[derive(Debug, Deserialize)]
pub struct Between {
    from: i64,
    to: i64,
}

/// A record that differs: its kind and id, what it was, what it is, its fields that differ.
type Differs<'a> =
    (&'a (String, String), Option<&'a Record>, Option<&'a Record>, Vec<(String, String, String)>);

/// What differs between two states of the study, record by record and field by field.
pub async fn compare(
    State(app): State<Shared>,
    seat: Seat,
    Query(Between { from, to }): Query<Between>,
) -> Result<Page, Fault> {
    let sheet = app.desk.glance(&seat.access).await?;
    let words = &seat.who.words;
    if from < 0 || to < 0 || from > sheet.seq || to > sheet.seq {
        return Err(Fault::Bad("web-fault-revision"));
    }
    let keyed = |records: Vec<Record>| -> BTreeMap<(String, String), Record> {
        records.into_iter().map(|record| ((record.kind.clone(), record.id.clone()), record)).collect()
    };
    let (was, is) = (app.store.at(&seat.access, from).await?, app.store.at(&seat.access, to).await?);
    let (was, is) = (keyed(was.records), keyed(is.records));
    let keys: BTreeSet<&(String, String)> = was.keys().chain(is.keys()).collect();
    let fields = |record: Option<&Record>| record.map(|record| record.fields.clone()).unwrap_or_default();
    let differ: Vec<Differs<'_>> = keys
        .into_iter()
        .map(|key| (key, was.get(key), is.get(key)))
        .map(|(key, old, new)| (key, old, new, changes(&fields(old), &fields(new))))
        .filter(|(_, old, new, fields)| old.is_none() != new.is_none() || !fields.is_empty())
        .collect();
    let kinds: Vec<&[Differs<'_>]> = differ.chunk_by(|a, b| a.0.0 == b.0.0).collect();
    let shown = COMPARED / kinds.len().max(1);
    let one_differs = |((kind, _), old, new, fields): &Differs<'_>| {
        html! {
            h2.record {
                @if kind != STUDY { (atalaya_words::capital(&called(&seat, kind))) " " } @if let Some(own) = new.or(*old) { (way(&seat, &sheet, own)) }
                @if old.is_none() { " " span.good { (words.t("web-added")) } }
                @if new.is_none() { " " span.bad { (words.t("web-deleted")) } }
            }
            (facts(&seat, &sheet, kind, fields))
        }
    };
    let (since, until) =
        (saved_at(&app, &seat, from).await?, saved_at(&app, &seat, to).await?.unwrap_or_default());
    let state = |at: Option<i64>| at.map_or_else(|| words.t("web-compare-nothing"), |at| when(words, at));
    let state_at = |at: Option<i64>| html! { @match at { None => (words.t("web-compare-nothing")), Some(at) => (moment(words, at)) } };
    let title =
        words.with("web-compared", &[("from", state(since).into()), ("to", state(Some(until)).into())]);
    let body = html! {
        main #content {
            p.crumb { a href=(seat.at("/history")) { (words.t("web-history")) } }
            h1 { (words.t("web-compare-said")) " " (state_at(since)) " → " (state_at(Some(until))) }
            @if differ.is_empty() { p.lead { (words.t("web-compared-same")) } }
            @else { p.soft { (words.with("web-compared-count", &[("count", differ.len().into()), ("n", words.int(differ.len() as i64).into())])) } }
            @if differ.len() <= NAMED { @for own in &differ { (one_differs(own)) } }
            @else {
                // Many are told by kind, each to be opened.
                @for of_kind in kinds {
                    @let rest = of_kind.len().saturating_sub(shown);
                    details.many open[of_kind.len() == differ.len()] {
                        summary { (atalaya_words::capital(&many(&seat, &of_kind[0].0.0))) " " b { (words.int(of_kind.len() as i64)) } }
                        @for own in of_kind.iter().take(shown) { (one_differs(own)) }
                        @if rest > 0 { p.soft { (words.with("web-compared-more", &[("count", rest.into()), ("n", words.int(rest as i64).into())])) } }
                    }
                }
            }
            @if seat.writes() && to == sheet.seq && from < to {
                form method="post" action=(seat.at("/undo")) {
                    input type="hidden" name="first" value=(from + 1);
                    input type="hidden" name="last" value=(to);
                    p.row { button.danger { (words.t("web-undo-to")) " " (state_at(since)) } }
                }
            }
        }
    };
    Ok(within(&seat, &sheet, "history", &title, &body))
}

/// Revisions, the first and the last.
#[derive(Debug, Deserialize)]
pub struct Range {
    first: i64,
    last: i64,
}

/// Undoes what was saved, as a new save. Where others changed the same since, nothing is done.
pub async fn undo(
    State(app): State<Shared>,
    Chair(seat): Chair,
    Form(Range { first, last }): Form<Range>,
) -> Result<Redirect, Fault> {
    let saved = match app.store.undo(seat.access.organiser()?, first, last, now()).await {
        Ok(saved) => saved,
        Err(SaveError::Conflict(_)) => return Err(Fault::Bad("web-fault-undo")),
        Err(other) => return Err(other.into()),
    };
    seat.saved(&app, &saved);
    Ok(Redirect::to(&seat.at(&match saved.first {
        Some(_) => format!("/history?undone={last}"),
        None => "/history".to_owned(),
    })))
}

/// What a record is called; the frame as its kind is.
fn name_of(seat: &Seat, sheet: &Sheet, record: &Record) -> String {
    let name = told(seat, sheet, record);
    if name.is_empty() { called(seat, &record.kind) } else { name }
}

/// The way to the history of a record, by what it is called.
fn way(seat: &Seat, sheet: &Sheet, record: &Record) -> Markup {
    let at = seat.at(&format!("/history/{}/{}", record.kind, record.id));
    html! { a href=(at) { (name_of(seat, sheet, record)) } }
}

fn what(seat: &Seat, sheet: &Sheet, revision: &Revision) -> Markup {
    let record = &revision.record;
    let kind = record.kind.as_str();
    html! {
        @if kind != STUDY { (called(seat, kind)) " " }
        (way(seat, sheet, record))
        @if revision.deleted { " " span.bad { (seat.t("web-deleted")) } }
        @else if kind == ANSWER { " = " (record.fields.get("value").map(Field::cell).unwrap_or_default()) }
    }
}

/// The history of one record: each revision, and what it changed.
pub async fn one(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, kind, id)): Path<(String, String, String)>,
) -> Result<Page, Fault> {
    let sheet = app.desk.glance(&seat.access).await?;
    let words = &seat.who.words;
    let names = people(&app, &seat).await?;
    let revisions = app.store.history(&seat.access, &kind, &id).await?;
    if revisions.is_empty() {
        return Err(Fault::NotFound);
    }
    // As it was last called: a record that was deleted says nothing.
    let told_last = revisions.iter().rfind(|own| !own.deleted).unwrap_or(&revisions[0]);
    let record = &told_last.record;
    let name = [called(&seat, &kind), told(&seat, &sheet, record)].join(" ").trim().to_owned();
    let title = format!("{} · {name}", words.t("web-history"));
    let last = revisions.iter().map(|revision| revision.seq).max().unwrap_or(0);
    let mut steps: Vec<(&Revision, Option<&Revision>)> = revisions
        .iter()
        .enumerate()
        .map(|(index, own)| (own, index.checked_sub(1).map(|i| &revisions[i])))
        .collect();
    steps.reverse();
    let body = html! {
        main #content {
            p.crumb { a href=(seat.at("/history")) { (words.t("web-history")) } }
            h1 { (atalaya_words::capital(&name)) }
            @if sheet.record(&kind, &id).is_some() && (kind == STUDY || Kind::parse(&kind).is_some()) {
                p { a href=(seat.at(&format!("/record/{kind}/{id}"))) { (words.t("web-history-record")) } }
            }
            // What was deleted together with it does not come with a version of it alone.
            @if revisions.last().is_some_and(|own| own.deleted) && kind != ANSWER {
                p.soft { (words.t("web-deleted-alone")) " " a href=(seat.at("/history")) { (words.t("web-history")) } }
            }
            ol.steps {
                @for (own, before) in steps {
                    li {
                        p { b { (moment(words, own.at)) } " · " (names.get(&own.author).unwrap_or(&own.author)) @if own.deleted { " · " span.bad { (words.t("web-deleted")) } } }
                        (facts(&seat, &sheet, &kind, &changed(own, before)))
                        @if own.seq != last && !own.deleted && seat.writes() {
                            form.inline method="post" action=(seat.at(&format!("/restore/{kind}/{id}"))) {
                                input type="hidden" name="seq" value=(own.seq);
                                button.button.second { (words.t("web-restore")) }
                            }
                        }
                    }
                }
            }
        }
    };
    Ok(within(&seat, &sheet, "history", &title, &body))
}

/// Fields with what they said and what they say.
fn facts(seat: &Seat, sheet: &Sheet, kind: &str, fields: &[(String, String, String)]) -> Markup {
    let words = &seat.who.words;
    let inputs = form::inputs_of(kind).unwrap_or_default();
    let say = |key: &str, text: &str| match inputs.iter().find(|input| input.name == key) {
        Some(input) => record::shown(sheet, words, seat.who.lang, input, text),
        None => text.to_owned(),
    };
    let language = |side: &str| words.t(&format!("language-{side}"));
    html! {
        dl.facts {
            @for (key, was, is) in fields {
                dt { (meaning(words, kind, key.split('.').next().unwrap_or(key))) @if let Some(side) = key.rsplit_once('.').map(|(_, side)| side).filter(|side| Lang::parse(side).is_some()) { " · " (language(side)) } }
                dd { @if !was.is_empty() { del { (say(key, was)) } " " } ins { (say(key, is)) } }
            }
        }
    }
}

/// The fields that a revision changed: key, what it said, what it says.
fn changed(own: &Revision, before: Option<&Revision>) -> Vec<(String, String, String)> {
    let nothing = BTreeMap::new();
    let old = before.filter(|before| !before.deleted).map_or(&nothing, |before| &before.record.fields);
    changes(old, &own.record.fields)
}

/// The fields that differ: key, what it said, what it says.
fn changes(was: &BTreeMap<String, Field>, is: &BTreeMap<String, Field>) -> Vec<(String, String, String)> {
    let keys: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
    let cell =
        |fields: &BTreeMap<String, Field>, key: &String| fields.get(key).map(Field::cell).unwrap_or_default();
    keys.into_iter()
        .map(|key| (key.clone(), cell(was, key), cell(is, key)))
        .filter(|(_, was, is)| was != is)
        .collect()
}

/// Gives a record what it said at a revision.
pub async fn restore(
    State(app): State<Shared>,
    Chair(seat): Chair,
    Path((_, kind, id)): Path<(String, String, String)>,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Result<Redirect, Fault> {
    let seq = sent.get("seq").and_then(|seq| seq.parse().ok()).ok_or(Fault::Bad("web-fault-bad"))?;
    let saved = app.store.restore(seat.access.organiser()?, &kind, &id, seq, now()).await?;
    seat.saved(&app, &saved);
    Ok(Redirect::to(&seat.at(&format!("/history/{kind}/{id}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_saved_together_is_one_save() {
        let revision = |seq: i64, author: &str, at: i64| Revision {
            seq,
            record: Record::default(),
            deleted: false,
            author: author.to_owned(),
            at,
            undoes: None,
        };
        let all = vec![
            revision(4, "ana", 10),
            revision(5, "ana", 10),
            revision(6, "eva", 10),
            revision(7, "ana", 10),
            revision(8, "ana", 11),
        ];
        let saves = savings(all, false);
        let told: Vec<_> = saves.iter().map(|own| (own.first(), own.last(), own.whole)).collect();
        assert_eq!(told, [(8, 8, true), (7, 7, true), (6, 6, true), (4, 5, false)]);
        assert!(savings(Vec::new(), true).is_empty());
    }
}
