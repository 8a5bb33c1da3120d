//! The dictionary of a study's files: each column that has content, what it means in both languages, and its scale. It
//! follows from the declarations of the records and from the words of their fields.

use std::collections::BTreeSet;

use atalaya_model::{Lang, Record, Study, record::Home, records, with_tables};

use crate::Words;

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The file, or the pattern of several.
    pub file: String,
    /// The column or key; empty where the file is one text.
    pub column: String,
    /// What it means, in Spanish and English.
    pub meaning: [String; 2],
    /// Its unit, scale or the words allowed; empty where it has none.
    pub scale: [String; 2],
}

/// Both languages.
struct Both([Words; 2]);

impl Both {
    fn t(&self, key: &str) -> [String; 2] {
        [self.0[0].t(key), self.0[1].t(key)]
    }

    /// The meaning of a field: its own in this part, else the one that parts share.
    fn field(&self, part: &str, field: &str) -> [String; 2] {
        let own = format!("field-{part}-{field}");
        if self.0[0].has(&own) { self.t(&own) } else { self.t(&format!("field-{field}")) }
    }
}

/// The same text in both languages.
fn same(text: &str) -> [String; 2] {
    [text.to_owned(), text.to_owned()]
}

/// The dictionary of everything that a study's files hold.
#[must_use]
pub fn dictionary(study: &Study) -> Vec<Entry> {
    let both = Both([Words::new(Lang::Es), Words::new(Lang::En)]);
    let mut out = Vec::new();
    let mut add = |file: &str, column: String, meaning: [String; 2], scale: [String; 2]| {
        let entry = Entry { file: file.to_owned(), column, meaning, scale };
        if !out.contains(&entry) {
            out.push(entry);
        }
    };
    for (key, _) in study.frame.print() {
        let mut parts = key.split('.');
        let top = parts.next().unwrap_or_default();
        let below = parts.next().unwrap_or_default();
        let (part, field) = match top {
            "rules" | "privacy" => (top, below),
            _ => ("study", top),
        };
        let column = if top == "scales" { "scales.*".to_owned() } else { key.clone() };
        add("study.toml", column, both.field(part, field), same(""));
    }
    macro_rules! tables {
        ($($table:ident: $type:ident),+) => {$(
            for (column, field, words) in columns(&study.$table) {
                let kind = <records::$type as Record>::KIND.as_str();
                let file = <records::$type as Record>::HOME.file();
                add(file, column, both.field(kind, &field), same(&words.join(" | ")));
            }
            if study.$table.iter().any(|r| r.long().is_some_and(|t| !t.es.is_empty() || !t.en.is_empty())) {
                let kind = <records::$type as Record>::KIND.as_str();
                let long = <records::$type as Record>::LONG;
                add(&format!("texts/LANG/{kind}/ID.md"), String::new(), both.field(kind, long), same(""));
            }
        )+};
    }
    with_tables!(tables);
    for (name, text) in
        [("presentation", &study.frame.presentation), ("conclusions", &study.frame.conclusions)]
    {
        if !text.is_empty() {
            let file = format!("texts/LANG/study/{name}.md");
            add(&file, String::new(), both.field("study", name), same(""));
        }
    }
    if !study.observations.is_empty() {
        for column in ["series", "economy", "year", "value"] {
            let unit = if column == "value" { both.t("dictionary-unit-series") } else { same("") };
            add("scan/values.csv", column.to_owned(), both.field("values", column), unit);
        }
    }
    // A round's answers to a family stand in the long table where one of them carries more than its value.
    let home = |answer: &atalaya_model::Answer| (answer.round.clone(), answer.question.family.name);
    let long: BTreeSet<_> = study
        .answers
        .iter()
        .filter(|a| {
            let diagonal = a.question.family.square() && a.question.b.as_ref() == Some(&a.question.a);
            a.question.b.is_none() || a.confidence().is_some() || !a.argument().is_empty() || diagonal
        })
        .map(home)
        .collect();
    if !long.is_empty() {
        let confidence = study.answers.iter().any(|a| a.confidence().is_some());
        let columns = ["expert", "round", "question", "value"].into_iter();
        for column in columns.chain(confidence.then_some("confidence")) {
            add("answers.csv", column.to_owned(), both.field("answer", column), same(""));
        }
    }
    for family in atalaya_model::family::FAMILIES {
        let own: Vec<_> = study.answers.iter().filter(|a| std::ptr::eq(a.question.family, family)).collect();
        let scale = study.scale(family).print();
        let mut homes: Vec<String> = own
            .iter()
            .map(|a| match long.contains(&home(a)) {
                true => "answers.csv".to_owned(),
                false => format!("answers/ROUND/{}/EXPERT.csv", family.name),
            })
            .collect();
        homes.sort();
        homes.dedup();
        for file in homes {
            let ids = if family.arity() == 2 { "ID/ID" } else { "ID" };
            let meaning = both.0.each_ref().map(|words| words.choice("family", family.name));
            add(&file, format!("value: {}/{ids}", family.name), meaning, same(&scale));
        }
    }
    for column in ["rule", "value", "set", "meaning_es", "meaning_en"] {
        add("rules.csv", column.to_owned(), both.field("rules-file", column), same(""));
    }
    for column in ["what", "id", "about", "proposed", "chosen", "date", "by", "reason_es", "reason_en"] {
        add("deviations.csv", column.to_owned(), both.field("deviations-file", column), same(""));
    }
    add("findings.json", String::new(), both.t("dictionary-findings"), same(""));
    out
}

/// The columns with content of the records of a kind: as written, the field, the words allowed.
fn columns<T: Record>(all: &[T]) -> Vec<(String, String, Vec<&'static str>)> {
    let declared = T::columns();
    let fields = T::fields();
    let mut out: Vec<(String, String, Vec<&'static str>)> = Vec::new();
    for (key, _) in all.iter().flat_map(Record::print) {
        let below =
            |name: &str| key.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        let field = fields.iter().find(|(name, ..)| below(name));
        let common = ["id", "provenance", "sources"].into_iter().find(|name| *name == key);
        let Some(name) = field.map(|(name, ..)| *name).or(common) else { continue };
        let column = match (declared.contains(&key) || name == key, T::HOME) {
            (true, Home::Csv(_)) => match key.strip_suffix(".es").or_else(|| key.strip_suffix(".en")) {
                Some(base) => format!("{base}_{}", &key[base.len() + 1..]),
                None => key.clone(),
            },
            (true, Home::Toml(_, array)) => format!("{array}.{key}"),
            (false, Home::Csv(_)) => format!("{name}.*"),
            (false, Home::Toml(_, array)) => format!("{array}.{name}.*"),
        };
        if out.iter().all(|(other, ..)| *other != column) {
            let words = field.map(|(_, _, words)| words.clone()).unwrap_or_default();
            out.push((column, name.to_owned(), words));
        }
    }
    // In the order in which the record declares them, whatever the first record left empty.
    let place = |name: &str| fields.iter().position(|(field, ..)| *field == name);
    out.sort_by_key(|(column, name, _)| {
        let common = ["provenance", "sources"].iter().position(|c| c == name).map(|p| p + fields.len());
        (
            if name == "id" { 0 } else { 1 + place(name).or(common).unwrap_or(usize::MAX - 1) },
            column.ends_with("en"),
        )
    });
    out
}
