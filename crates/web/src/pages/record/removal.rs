//! Deleting a record: what speaks of it is told before, and the answers about it go with it in the same save.

use std::collections::BTreeMap;

use atalaya_model::{Kind, Question};
use atalaya_store::{ANSWER, Change, Record, answer_parts};
use axum::{
    Form,
    extract::{Path, State},
    response::Redirect,
};
use maud::html;

use super::{stage, title_of};
use crate::{
    app::{Chair, Seat, Shared, now},
    desk::Sheet,
    fault::Fault,
    form,
    pages::{
        pieces::{items, said},
        within,
    },
    shell::Page,
};

/// What speaks of a record.
pub struct Ties<'a> {
    /// Ids of the answers about it, or that it gave, or of its round.
    pub answers: Vec<&'a str>,
    /// Records that name it.
    pub records: Vec<&'a Record>,
}

impl<'a> Ties<'a> {
    /// Those of a record.
    pub fn of(sheet: &'a Sheet, kind: &str, id: &str) -> Self {
        let Some(known) = Kind::parse(kind) else { return Self { answers: Vec::new(), records: Vec::new() } };
        let about = |answer: &str| {
            let [round, question, expert] = answer_parts(answer)?;
            let question = Question::parse(question).ok()?;
            let asked = [Some(question.a.as_str()), question.b.as_ref().map(|b| b.as_str())];
            let mut places = question.family.kinds.iter().zip(asked);
            Some(match known {
                Kind::Round => round == id,
                Kind::Expert if expert == id => true,
                _ => places.any(|(kinds, own)| kinds.contains(&known) && own == Some(id)),
            })
        };
        let answers = sheet
            .records
            .range((ANSWER.to_owned(), String::new())..)
            .take_while(|((own, _), _)| own == ANSWER)
            .map(|((_, own), _)| own.as_str())
            .filter(|own| about(own) == Some(true))
            .collect();
        let mut records = Vec::new();
        for own in Kind::ALL.iter().filter(|own| **own != Kind::Decision) {
            let naming: Vec<_> =
                form::inputs(*own).into_iter().filter(|input| input.of == Some(known)).collect();
            let names = |record: &&Record| {
                (record.kind != kind || record.id != id)
                    && naming.iter().any(|input| items(&said(Some(record), &input.name)).contains(&id))
            };
            if !naming.is_empty() {
                records.extend(sheet.of_kind(own.as_str()).into_iter().filter(names));
            }
        }
        Self { answers, records }
    }

    /// Whether nothing does.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.records.is_empty()
    }
}

/// Most records that are named where a record is about to be deleted.
const NAMED: usize = 20;

/// What speaks of a record, before it is deleted.
pub async fn ask(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, kind, id)): Path<(String, String, String)>,
) -> Result<Page, Fault> {
    let sheet = app.desk.open(&seat.access).await?;
    let record = sheet.record(&kind, &id).ok_or(Fault::NotFound)?;
    Kind::parse(&kind).ok_or(Fault::NotFound)?;
    let words = &seat.who.words;
    let ties = Ties::of(&sheet, &kind, &id);
    let name = title_of(&seat, &kind, Some(record));
    let title = words.with("web-erase", &[("name", name.as_str().into())]);
    let number = |count: usize| [("count", count.into()), ("n", words.int(count as i64).into())];
    let more = ties.records.len().saturating_sub(NAMED);
    let body = html! {
        main #content {
            p.crumb { a href=(seat.at(&format!("/record/{kind}/{id}"))) { (name) } }
            h1 { (title) }
            @if !ties.answers.is_empty() { p.lead { (words.with("web-erase-answers", &number(ties.answers.len()))) } }
            @if !ties.records.is_empty() {
                p { (words.with("web-erase-records", &number(ties.records.len()))) }
                ul.lines { @for own in ties.records.iter().take(NAMED) {
                    li { span { (atalaya_words::capital(&words.t(&format!("kind-{}", own.kind)))) " " a href=(seat.at(&format!("/record/{}/{}", own.kind, own.id))) { (title_of(&seat, &own.kind, Some(own))) } } }
                } }
                @if more > 0 { p.soft { (words.with("web-more", &[("n", more.into())])) } }
            }
            p.soft { (words.t("web-erase-undo")) }
            @if seat.writes() { form.row method="post" action=(seat.at(&format!("/delete/{kind}/{id}"))) {
                input type="hidden" name="read" value=(sheet.seq);
                button.button { (words.t("web-erase-do")) }
                a href=(seat.at(&format!("/record/{kind}/{id}"))) { (words.t("web-erase-not")) }
            } }
        }
    };
    Ok(within(&seat, &sheet, stage(&kind), &title, &body))
}

/// Deletes a record, with the answers about it; their history stays.
pub async fn delete(
    State(app): State<Shared>,
    Chair(seat): Chair,
    Path((_, kind, id)): Path<(String, String, String)>,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Result<Redirect, Fault> {
    let read = sent.get("read").and_then(|read| read.parse().ok()).unwrap_or(0);
    let sheet = app.desk.open(&seat.access).await?;
    let mut changes = vec![Change::delete(&kind, &id, read)];
    changes.extend(Ties::of(&sheet, &kind, &id).answers.iter().map(|own| Change::delete(ANSWER, own, read)));
    let saved = app.store.save(seat.access.organiser()?, changes, now()).await?;
    let seq = seat.saved(&app, &saved);
    let first = saved.first.unwrap_or(seq);
    Ok(Redirect::to(&seat.at(&format!("/list/{kind}?deleted={id}&first={first}&last={seq}"))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use atalaya_store::Field;

    #[test]
    fn what_speaks_of_a_record_are_the_answers_about_it_and_the_records_that_name_it() {
        let record = |kind: &str, id: &str, fields: &[(&str, &str)]| Record {
            kind: kind.to_owned(),
            id: id.to_owned(),
            position: 0.0,
            fields: fields.iter().map(|(key, text)| ((*key).to_owned(), Field::from(*text))).collect(),
        };
        let records = [
            record("variable", "V1", &[]),
            record("variable", "V2", &[]),
            record("expert", "V1", &[]),
            record("round", "T1", &[]),
            record("axis", "X", &[("variable", "V1")]),
            record("factor", "F1", &[("variables", "V2 V1")]),
            record("factor", "F2", &[("variables", "V2")]),
            record(ANSWER, "T1/influence/V1/V2/E1", &[("value", "2")]),
            record(ANSWER, "T1/influence/V2/V1/E1", &[("value", "2")]),
            record(ANSWER, "T1/importance/V2/V1", &[("value", "2")]),
        ];
        let sheet =
            Sheet::of(1, records.into_iter().map(|r| ((r.kind.clone(), r.id.clone()), r.into())).collect());
        let told = |kind: &str, id: &str| {
            let ties = Ties::of(&sheet, kind, id);
            (ties.answers.len(), ties.records.iter().map(|own| super::super::label(own)).collect::<Vec<_>>())
        };
        assert_eq!(told("variable", "V1"), (2, vec!["F1".to_owned(), "X".to_owned()]));
        assert_eq!(told("expert", "V1"), (1, Vec::new()), "an expert of the same id is another");
        assert_eq!(told("round", "T1").0, 3);
        assert!(Ties::of(&sheet, "factor", "F2").is_empty());
    }
}
