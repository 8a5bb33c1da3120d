//! What a form says, read.

use std::collections::{BTreeMap, BTreeSet};

use atalaya_model::{
    check::{DATES, day_first},
    records::Frame,
};
use atalaya_store::{Field, Record, STUDY};

use crate::pages::pieces::{Sent, items};

/// What a form says: the changes of fields, and everything written.
pub fn changes(sent: &BTreeMap<String, String>, record: Option<&Record>) -> BTreeMap<String, Option<Field>> {
    let normal = |text: &str| text.replace("\r\n", "\n").trim_end().to_owned();
    let fields = sent.iter().filter_map(|(name, text)| Some((name.strip_prefix("f:")?, normal(text))));
    fields
        .filter(|(key, text)| sent.get(&format!("o:{key}")).is_none_or(|base| normal(base) != *text))
        .map(|(key, text)| {
            let study = record.is_some_and(|record| record.kind == STUDY);
            let list = study && Frame::LISTS.contains(&key)
                || matches!(record.and_then(|record| record.fields.get(key)), Some(Field::List(_)));
            let field = if text.is_empty() {
                None
            } else if list {
                // People have names of several words.
                let by: &[char] = match key {
                    _ if text.contains(';') => &[';'],
                    "authors" => &[','],
                    _ => &[' ', ','],
                };
                Some(Field::List(
                    text.split(by)
                        .map(|item| item.trim().to_owned())
                        .filter(|item| !item.is_empty())
                        .collect(),
                ))
            } else {
                // Dates may be written with the day first.
                let date = DATES.contains(&key).then(|| day_first(&text)).flatten();
                Some(Field::Text(date.unwrap_or(text)))
            };
            (key.to_owned(), field)
        })
        .collect()
}

/// What a form says without the texts that its author left as they were read: a form that is shown again has those as
/// others saved them since, and a second save gives nobody's words back to what they were.
pub fn anew(sent: &Sent) -> Sent {
    let normal = |text: &str| text.replace("\r\n", "\n").trim_end().to_owned();
    let base = |key: &str| sent.iter().find(|(name, _)| name.strip_prefix("o:") == Some(key));
    let left = |name: &str, text: &str| {
        let read = name.strip_prefix("f:").and_then(base);
        read.is_some_and(|(_, read)| normal(read) == normal(text))
    };
    sent.iter().filter(|(name, text)| !left(name, text)).cloned().collect()
}

/// Takes what is ticked of lists into the fields that a form changes. The order in which ids are ticked says nothing.
pub fn tick(
    fields: &mut BTreeMap<String, Option<Field>>,
    plain: &BTreeMap<String, String>,
    lists: BTreeMap<String, Vec<String>>,
) {
    for (key, list) in lists {
        let base = plain.get(&format!("o:{key}")).map_or("", String::as_str);
        let before: BTreeSet<&str> = items(base).into_iter().collect();
        if before != list.iter().map(String::as_str).collect() {
            fields.insert(key, (!list.is_empty()).then_some(Field::List(list)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_changes_only_what_was_written_anew() {
        let sent = [
            ("f:name.es", "Uno\r\n"),
            ("o:name.es", "Uno"),
            ("f:code", "U"),
            ("o:code", ""),
            ("f:note", ""),
            ("o:note", "x"),
            ("read", "3"),
        ];
        let sent = sent.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
        let found = changes(&sent, None);
        assert_eq!(
            found.into_iter().collect::<Vec<_>>(),
            [("code".to_owned(), Some(Field::Text("U".to_owned()))), ("note".to_owned(), None)]
        );
    }

    #[test]
    fn what_is_a_list_of_the_study_is_one_from_the_first_time() {
        let study = Record { kind: STUDY.to_owned(), ..Record::default() };
        let written = |key: &str, text: &str| {
            let sent = [(format!("f:{key}"), text.to_owned()), (format!("o:{key}"), String::new())];
            changes(&sent.into(), Some(&study)).remove(key).flatten()
        };
        let list = |items: &[&str]| Some(Field::List(items.iter().map(|item| (*item).to_owned()).collect()));
        assert_eq!(written("periods", "2026-2030 2031-2040"), list(&["2026-2030", "2031-2040"]));
        assert_eq!(written("periods", "2026-2030, 2031-2040"), list(&["2026-2030", "2031-2040"]));
        assert_eq!(written("authors", "Ana Pérez, Luz Díaz"), list(&["Ana Pérez", "Luz Díaz"]));
        assert_eq!(written("authors", "Díaz, Luz; Pérez, Ana"), list(&["Díaz, Luz", "Pérez, Ana"]));
        assert_eq!(written("sponsor.es", "Una casa"), Some(Field::Text("Una casa".to_owned())));
    }
}
