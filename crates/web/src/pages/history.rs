//! What was saved, by whom and when; and back to it.

use std::collections::{BTreeMap, BTreeSet};

use atalaya_model::Kind;
use atalaya_store::{ANSWER, Field, OBSERVATION, Revision, STUDY};
use axum::{
    Form,
    extract::{Path, State},
    response::Redirect,
};
use maud::{Markup, html};

use super::within;
use crate::{
    app::{Chair, Seat, Shared, now},
    fault::Fault,
    form::{self, meaning},
    shell::Page,
};

/// Revisions on one page.
const SHOWN: i64 = 200;

/// When something was saved: the day and the minute, in UTC.
fn when(words: &atalaya_words::Words, at: i64) -> String {
    let rest = at.rem_euclid(86_400_000) / 60_000;
    format!("{} {:02}:{:02}", words.date(&day(at)), rest / 60, rest % 60)
}

/// The day of a time, `YYYY-MM-DD`, in UTC.
pub fn day(at: i64) -> String {
    let days = at.div_euclid(86_400_000);
    // Days to the calendar, as Howard Hinnant's algorithm counts them.
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let (day, month) = (doy - (153 * mp + 2) / 5 + 1, if mp < 10 { mp + 3 } else { mp - 9 });
    let year = yoe + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

async fn people(app: &Shared, seat: &Seat) -> Result<BTreeMap<String, String>, Fault> {
    let members = app.store.members(&seat.access).await?;
    Ok(members.into_iter().map(|member| (member.person, member.name)).collect())
}

/// The last revisions of the study.
pub async fn all(State(app): State<Shared>, seat: Seat) -> Result<Page, Fault> {
    let sheet = app.desk.open(&seat.access).await?;
    let words = &seat.who.words;
    let names = people(&app, &seat).await?;
    let from = (sheet.seq - SHOWN).max(0);
    let mut revisions = app.store.changes_since(&seat.access, from, SHOWN as u32).await?;
    revisions.reverse();
    let title = words.t("web-history");
    let body = html! {
        main #content {
            h1 { (title) }
            p.soft { (words.with("web-history-about", &[("count", usize::try_from(sheet.seq).unwrap_or(0).into())])) }
            div.scroll tabindex="0" role="region" aria-label=(title) {
                table.records.list {
                    thead { tr { th scope="col" { "#" } th scope="col" { (words.t("web-when")) } th scope="col" { (words.t("web-who")) } th scope="col" { (words.t("web-what")) } } }
                    tbody {
                        @for revision in &revisions {
                            tr {
                                th scope="row" { (revision.seq) }
                                td data-label=(words.t("web-when")) { (when(words, revision.at)) }
                                td data-label=(words.t("web-who")) { (names.get(&revision.author).unwrap_or(&revision.author)) }
                                td data-label=(words.t("web-what")) { (what(&seat, revision)) }
                            }
                        }
                    }
                }
            }
        }
    };
    Ok(within(&seat, &sheet, "history", &title, &body))
}

fn what(seat: &Seat, revision: &Revision) -> Markup {
    let record = &revision.record;
    let kind = record.kind.as_str();
    let called = match kind {
        STUDY => seat.t("web-frame"),
        ANSWER => seat.t("web-answer"),
        OBSERVATION => seat.t("web-observation"),
        kind if Kind::parse(kind).is_some() => seat.t(&format!("kinds-{kind}")),
        kind => kind.to_owned(),
    };
    html! {
        (called) " "
        a href=(seat.at(&format!("/history/{kind}/{}", record.id))) { (record.id) }
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
    let sheet = app.desk.open(&seat.access).await?;
    let words = &seat.who.words;
    let names = people(&app, &seat).await?;
    let revisions = app.store.history(&seat.access, &kind, &id).await?;
    if revisions.is_empty() {
        return Err(Fault::NotFound);
    }
    let title = format!("{} {id}", words.t("web-history"));
    let last = revisions.iter().map(|revision| revision.seq).max().unwrap_or(0);
    let mut steps: Vec<(&Revision, Option<&Revision>)> = revisions
        .iter()
        .enumerate()
        .map(|(index, own)| (own, index.checked_sub(1).map(|i| &revisions[i])))
        .collect();
    steps.reverse();
    let inputs = Kind::parse(&kind).map(form::inputs).unwrap_or_default();
    let say = |key: &str, text: &str| match inputs.iter().find(|input| input.name == key) {
        Some(input) => form::word(words, input, text),
        None => text.to_owned(),
    };
    let body = html! {
        main #content {
            p.crumb { a href=(seat.at("/history")) { (words.t("web-history")) } }
            h1 { (id) }
            ol.steps {
                @for (own, before) in steps {
                    li {
                        p { b { "#" (own.seq) } " · " (when(words, own.at)) " · " (names.get(&own.author).unwrap_or(&own.author)) @if own.deleted { " · " span.bad { (words.t("web-deleted")) } } }
                        dl.facts {
                            @for (key, was, is) in changed(own, before) {
                                dt { (meaning(words, &kind, key.split('.').next().unwrap_or(key))) @if let Some((_, side)) = key.rsplit_once('.') { " · " (side) } }
                                dd { @if !was.is_empty() { del { (say(key, &was)) } " " } ins { (say(key, &is)) } }
                            }
                        }
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

/// The fields that a revision changed: key, what it said, what it says.
fn changed<'a>(own: &'a Revision, before: Option<&'a Revision>) -> Vec<(&'a str, String, String)> {
    let old = before.filter(|before| !before.deleted).map(|before| &before.record.fields);
    let new = Some(&own.record.fields);
    let keys: BTreeSet<&String> = [old, new].into_iter().flatten().flat_map(BTreeMap::keys).collect();
    let cell = |fields: Option<&BTreeMap<String, Field>>, key: &String| {
        fields.and_then(|fields| fields.get(key)).map(Field::cell).unwrap_or_default()
    };
    keys.into_iter()
        .map(|key| (key.as_str(), cell(old, key), cell(new, key)))
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
    app.desk.saved(seat.access.study(), saved.seq, &seat.who.person.name);
    Ok(Redirect::to(&seat.at(&format!("/history/{kind}/{id}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_a_day_of_the_calendar() {
        let words = atalaya_words::Words::new(atalaya_model::Lang::En);
        assert!(when(&words, 0).ends_with("1970 00:00"), "{}", when(&words, 0));
        assert!(when(&words, 951_827_640_000).contains("29"), "{}", when(&words, 951_827_640_000));
    }
}
