//! Forms over several records: the cells of boards, and what is sent of them, saved as one.

use std::collections::BTreeMap;

use atalaya_model::{Kind, Lang};
use atalaya_store::{Change, Edit, Field, Record};
use maud::{Markup, html};

use super::{
    pieces::{Sent, items, said},
    record::{changes, tick},
};
use crate::{app::Seat, desk::Sheet, form};

/// What stands in a form over several records: the records, and what was written over them and not saved.
pub struct Cells<'a> {
    pub seat: &'a Seat,
    pub sheet: &'a Sheet,
    pub written: &'a BTreeMap<String, String>,
    /// Whether texts are written in both languages.
    pub both: bool,
}

/// Most records whose names stand in a line of a board.
const NAMED: usize = 2;

impl<'a> Cells<'a> {
    /// The name of a field in the form, what it says, and what stands in it.
    fn stands(&self, kind: &str, id: &str, key: &str) -> (String, String, String) {
        let name = format!("{kind}/{id}/{key}");
        let base = said(self.sheet.record(kind, id), key);
        let text = self.written.get(&name).cloned().unwrap_or_else(|| base.clone());
        (name, base, text)
    }

    /// What a field is called.
    fn label(&self, kind: &str, id: &str, key: &str) -> String {
        let field = key.split('.').next().unwrap_or(key);
        let told = form::meaning(&self.seat.who.words, kind, field);
        if id.starts_with('+') { told } else { format!("{told} · {id}") }
    }

    /// A line of text.
    pub fn line(&self, kind: &str, id: &str, key: &str) -> Markup {
        let (name, base, text) = self.stands(kind, id, key);
        html! {
            input type="hidden" name=(format!("o:{name}")) value=(base);
            input id=(name) name=(format!("f:{name}")) value=(text) autocomplete="off" aria-label=(self.label(kind, id, key));
        }
    }

    /// A number or a year.
    pub fn number(&self, kind: &str, id: &str, key: &str) -> Markup {
        let (name, base, text) = self.stands(kind, id, key);
        html! {
            input type="hidden" name=(format!("o:{name}")) value=(base);
            input.number id=(name) name=(format!("f:{name}")) value=(text) autocomplete="off" inputmode="decimal" aria-label=(self.label(kind, id, key));
        }
    }

    /// A year, which the arrows move.
    pub fn year(&self, kind: &str, id: &str, key: &str) -> Markup {
        let (name, base, text) = self.stands(kind, id, key);
        html! {
            input type="hidden" name=(format!("o:{name}")) value=(base);
            input.year type="number" step="1" min="1900" max="2200" id=(name) name=(format!("f:{name}")) value=(text) autocomplete="off" aria-label=(self.label(kind, id, key));
        }
    }

    /// A text that grows, in the language of the page, or in both.
    pub fn text(&self, kind: &str, id: &str, key: &str, rows: usize) -> Markup {
        let lang = self.seat.who.lang;
        let own = self.text_in(lang, kind, id, key, rows);
        if !self.both {
            return own;
        }
        html! { div.twice { (own) (self.text_in(lang.other(), kind, id, key, rows)) } }
    }

    /// A text in a language. What the other one says stands in its place where this one says nothing.
    fn text_in(&self, lang: Lang, kind: &str, id: &str, key: &str, rows: usize) -> Markup {
        let other = said(self.sheet.record(kind, id), &format!("{key}.{}", lang.other().code()));
        let full = format!("{key}.{}", lang.code());
        let (name, base, text) = self.stands(kind, id, &full);
        let label = self.label(kind, id, key);
        let label = if self.both {
            format!("{label} ({})", self.seat.t(&format!("language-{}", lang.code())))
        } else {
            label
        };
        html! {
            input type="hidden" name=(format!("o:{name}")) value=(base);
            textarea.second[lang != self.seat.who.lang] id=(name) name=(format!("f:{name}")) rows=(rows) lang=(lang.code()) placeholder=[(!self.both).then_some(other)] aria-label=(label) { (text) }
        }
    }

    /// A closed list.
    pub fn choice(&self, kind: &str, id: &str, key: &str) -> Markup {
        let (name, base, text) = self.stands(kind, id, key);
        let words = &self.seat.who.words;
        let inputs = Kind::parse(kind).map(form::inputs).unwrap_or_default();
        let input = inputs.iter().find(|input| input.name == key);
        html! {
            input type="hidden" name=(format!("o:{name}")) value=(base);
            select id=(name) name=(format!("f:{name}")) aria-label=(self.label(kind, id, key)) {
                option value="" {}
                @if let Some(input) = input {
                    @for word in &input.words { option value=(word) selected[*word == text] { (form::word(words, input, word)) } }
                    @if !text.is_empty() && !input.words.contains(&text.as_str()) { option value=(text) selected { (text) } }
                }
            }
        }
    }

    /// A record of a kind, by name; `None` of it is one that is not there any more.
    pub fn one_of(&self, kind: &str, id: &str, key: &str, of: &str) -> Markup {
        let (name, base, text) = self.stands(kind, id, key);
        let records = self.sheet.of_kind(of);
        if records.is_empty() && text.is_empty() {
            return html! { p.soft.says { (super::record::none_of(self.seat, of)) } };
        }
        html! {
            input type="hidden" name=(format!("o:{name}")) value=(base);
            select id=(name) name=(format!("f:{name}")) aria-label=(self.label(kind, id, key)) {
                option value="" {}
                @for record in &records { option value=(record.id) selected[record.id == text] { (super::record::labelled(record, self.seat.who.lang)) } }
                @if !text.is_empty() && !records.iter().any(|record| record.id == text) { option value=(text) selected { (text) } }
            }
        }
    }

    /// Records of a kind, each chosen or not.
    pub fn some_of(&self, kind: &str, id: &str, key: &str, of: &str) -> Markup {
        let (name, base, text) = self.stands(kind, id, key);
        let chosen: Vec<&str> = items(&text);
        let records = self.sheet.of_kind(of);
        let words = &self.seat.who.words;
        let heading = super::record::heading(words, kind, key);
        if records.is_empty() && chosen.is_empty() {
            return html! { p.soft.says { (heading) ": " (super::record::none_of(self.seat, of)) } };
        }
        let called = |record: &Record| super::record::labelled(record, self.seat.who.lang);
        let named = |id: &&str| match records.iter().find(|record| record.id == **id) {
            Some(record) if chosen.len() <= NAMED => called(record),
            Some(record) => super::record::label(record),
            None => (*id).to_owned(),
        };
        let shown: Vec<String> = chosen.iter().map(named).collect();
        let lost = chosen.iter().filter(|id| !records.iter().any(|record| record.id == **id));
        html! {
            input type="hidden" name=(format!("o:{name}")) value=(base);
            input type="hidden" name=(format!("m:{name}")) value="";
            // What is chosen and not there any more is kept: its notice says so.
            @for id in lost { input type="hidden" name=(format!("m:{name}")) value=(id); }
            details.picks data-none=(words.t("web-pick")) data-few=(NAMED) {
                summary { (heading) ": " span.plain { @if chosen.is_empty() { (words.t("web-pick")) } @else { (shown.join(if chosen.len() <= NAMED { "; " } else { ", " })) } } }
                ul {
                    @for record in &records {
                        li { label.pick { input data-short=(super::record::label(record)) type="checkbox" name=(format!("m:{name}")) value=(record.id) checked[chosen.contains(&record.id.as_str())]; span { (called(record)) } } }
                    }
                }
            }
        }
    }

    /// One of several values as a row of buttons; `part` sets apart the groups that make one field together.
    pub fn radio(&self, name: &str, value: &str, checked: bool, label: &Markup) -> Markup {
        html! { label.pick { input type="radio" name=(format!("m:{name}")) value=(value) checked[checked]; span { (label) } } }
    }
}

/// What a form says of one record.
#[derive(Default)]
struct Own {
    /// Fields and what was read of them, as [`changes`] takes them.
    plain: BTreeMap<String, String>,
    /// Items of the fields that list ids.
    lists: BTreeMap<String, Vec<String>>,
    /// What is given of a record that is new.
    given: BTreeMap<String, String>,
}

/// What a form over several records changes: names are `f:KIND/ID/KEY` with `o:…` for what was read, `m:KIND/ID/KEY` once
/// for each item of a list (`#` and more may follow), and `k:KIND/+MARK/KEY` for what is given of a record that is new.
/// A new record is made where anything else of it was written. `taken`: by kind, the ids that no record has and none may
/// be given.
pub fn changed(
    sheet: &Sheet,
    sent: &Sent,
    read: i64,
    mut taken: BTreeMap<String, Vec<String>>,
) -> Vec<Change> {
    let mut all: BTreeMap<(&str, &str), Own> = BTreeMap::new();
    for (name, text) in sent {
        let Some((mark, rest)) = name.split_once(':') else { continue };
        let mut parts = rest.splitn(3, '/');
        let (Some(kind), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else { continue };
        let own = all.entry((kind, id)).or_default();
        match mark {
            "f" | "o" => _ = own.plain.insert(format!("{mark}:{key}"), text.clone()),
            "k" => _ = own.given.insert(key.to_owned(), text.clone()),
            "m" => {
                let key = key.split('#').next().unwrap_or(key);
                let list = own.lists.entry(key.to_owned()).or_default();
                list.extend(items(text).into_iter().map(str::to_owned));
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    for ((kind, id), own) in all {
        let Some(inputs) = Kind::parse(kind).map(form::inputs) else { continue };
        let record = sheet.record(kind, id);
        let fresh = id.starts_with('+');
        if record.is_none() && !fresh {
            continue;
        }
        let mut fields = changes(&own.plain, record);
        tick(&mut fields, &own.plain, own.lists);
        fields.retain(|key, _| {
            // A scenario's path is told by periods, below its key.
            inputs.iter().any(|input| input.keys().contains(key))
                || (kind == "scenario" && key.starts_with("path."))
        });
        let said = fields.values().any(Option::is_some);
        if fields.is_empty() || (fresh && !said) {
            continue;
        }
        let id = match fresh {
            true => {
                let taken = taken.entry(kind.to_owned()).or_default();
                let id = next(sheet, kind, &id[1..], taken);
                taken.push(id.clone());
                let given =
                    own.given.into_iter().filter(|(key, _)| inputs.iter().any(|input| input.name == *key));
                fields.extend(given.map(|(key, text)| (key, Some(Field::Text(text)))));
                id
            }
            false => id.to_owned(),
        };
        out.push(Change { kind: kind.to_owned(), id, read, edit: Edit::Set { fields, position: None } });
    }
    out
}

/// The id that a new record of a kind has. `mark` sets it apart in the form: that of a state is its variable.
fn next(sheet: &Sheet, kind: &str, mark: &str, taken: &[String]) -> String {
    if kind == Kind::State.as_str() {
        let free = |id: &String| sheet.record(kind, id).is_none() && !taken.contains(id);
        let letters = ('a'..='z').map(|letter| format!("{mark}.{letter}"));
        return letters.chain((1..).map(|number| format!("{mark}.s{number}"))).find(free).unwrap_or_default();
    }
    let own = sheet.of_kind(kind);
    super::record::proposed(kind, own.iter().map(|record| &record.id).chain(taken).map(String::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(pairs: &[(&str, &str)]) -> Sent {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_form_over_several_records_changes_what_was_written_and_makes_what_is_new() {
        let read = |id: &str, fields: &[(&str, &str)]| Record {
            kind: "factor".to_owned(),
            id: id.to_owned(),
            position: 0.0,
            fields: fields.iter().map(|(key, text)| ((*key).to_owned(), Field::from(*text))).collect(),
        };
        let records = [read("F1", &[("name.es", "Uno"), ("variables", "V1 V2")]), read("F2", &[])];
        let sheet =
            Sheet::of(7, records.into_iter().map(|r| ((r.kind.clone(), r.id.clone()), r.into())).collect());
        let form = sent(&[
            ("o:factor/F1/name.es", "Uno"),
            ("f:factor/F1/name.es", "Uno y medio"),
            ("o:factor/F1/variables", "V1 V2"),
            ("m:factor/F1/variables", ""),
            ("m:factor/F1/variables", "V2"),
            ("m:factor/F1/variables", "V1"),
            ("o:factor/F2/name.es", ""),
            ("f:factor/F2/name.es", ""),
            ("k:factor/+a/kind", "strength"),
            ("f:factor/+a/name.es", "Nuevo"),
            ("f:factor/+a/invented", "x"),
            ("k:factor/+b/kind", "threat"),
            ("f:factor/+b/name.es", ""),
            ("f:factor/F9/name.es", "No existe"),
            ("f:nothing/F1/name.es", "No existe"),
        ]);
        let text = |text: &str| Some(Field::Text(text.to_owned()));
        let found: Vec<_> = changed(&sheet, &form, 7, [("factor".to_owned(), vec!["F3".to_owned()])].into())
            .into_iter()
            .map(|change| match change.edit {
                Edit::Set { fields, .. } => (change.id, fields.into_iter().collect::<Vec<_>>()),
                other => panic!("{other:?}"),
            })
            .collect();
        let wanted = [
            (
                "F4".to_owned(),
                vec![("kind".to_owned(), text("strength")), ("name.es".to_owned(), text("Nuevo"))],
            ),
            ("F1".to_owned(), vec![("name.es".to_owned(), text("Uno y medio"))]),
        ];
        assert_eq!(found, wanted);
    }
}
