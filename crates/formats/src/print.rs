//! A study as the files of its folder.

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use atalaya_model::answer::COLUMNS as LONG;
use atalaya_model::{
    Answer, Family, Id, Lang, Record, Study, field::Printed, heading, record::Home, records::Observation,
};

use crate::{
    bib,
    read::{ANSWERS, BIBLIOGRAPHY, FRAME, PANEL, VALUES},
    sheet::quote,
    toml_out,
    tree::Tree,
    value,
};

/// What a study's folder holds besides the study: readmes, history, whatever no part reads. It is carried along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Files by path.
    pub carried: BTreeMap<String, Vec<u8>>,
}

/// The records of one table as printed.
pub(crate) type Table = Vec<Vec<(String, Printed)>>;

macro_rules! tables {
    ($($table:ident: $type:ident),+) => {
        /// Every table that has records: where it is written, its columns in order, its records as printed.
        pub(crate) fn tables(study: &Study) -> Vec<(Home, Vec<String>, Table)> {
            let mut all = Vec::new();
            $(if !study.$table.is_empty() {
                let records: Table = study.$table.iter().map(Record::print).collect();
                let mut columns = atalaya_model::records::$type::columns();
                columns.extend(["provenance", "sources"].map(str::to_owned));
                all.push((atalaya_model::records::$type::HOME, used(&columns, &records), records));
            })+
            all
        }

        /// Every long text: `KIND/ID`, and the text.
        fn long_texts(study: &Study) -> Vec<(String, &atalaya_model::Text)> {
            let mut all = Vec::new();
            $(for record in &study.$table {
                if let Some(text) = record.long() {
                    let kind = atalaya_model::records::$type::KIND;
                    all.push((format!("{}/{}", kind.as_str(), record.id()), text));
                }
            })+
            all
        }
    };
}
atalaya_model::with_tables!(tables);

/// The columns with content: the declared ones in their order, then the others in the order of their names.
fn used(declared: &[String], records: &Table) -> Vec<String> {
    let filled: BTreeSet<&str> = records.iter().flatten().map(|(key, _)| key.as_str()).collect();
    let rest = filled.iter().filter(|key| !declared.iter().any(|column| column == *key));
    let known = declared.iter().filter(|column| filled.contains(column.as_str())).map(String::as_str);
    known.chain(rest.copied()).map(str::to_owned).collect()
}

/// Writes rows of cells as CSV.
fn csv(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut out = String::new();
    for row in rows {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            quote(cell, b',', &mut out);
        }
        out.push('\n');
    }
    out
}

/// The files of a study: only tables and columns with content.
#[must_use]
pub fn study(study: &Study, layout: &Layout) -> Tree {
    let mut tree = Tree::default();
    for (path, bytes) in &layout.carried {
        tree.insert(path.clone(), bytes.clone());
    }
    let mut frame = String::new();
    toml_out::print("", &study.frame.print(), &mut frame);
    tree.insert(FRAME, frame);
    let mut documents: BTreeMap<&str, String> = BTreeMap::new();
    for (home, columns, records) in tables(study) {
        match home {
            Home::Csv(BIBLIOGRAPHY) => tree.insert(BIBLIOGRAPHY, bib::print(&records)),
            Home::Csv(file) => tree.insert(file, table(&columns, &records, file == PANEL)),
            Home::Toml(file, name) => {
                let document = documents.entry(file).or_default();
                for record in &records {
                    if !document.is_empty() {
                        document.push('\n');
                    }
                    toml_out::print(name, record, document);
                }
            }
        }
    }
    for (file, document) in documents {
        tree.insert(file, document);
    }
    if !study.observations.is_empty() {
        let head = Observation::COLUMNS.map(str::to_owned).to_vec();
        let rows = study.observations.iter().map(|seen| seen.print().to_vec());
        tree.insert(VALUES, csv(std::iter::once(head).chain(rows)));
    }
    answers(study, &mut tree);
    for lang in Lang::ALL {
        let frame = [("presentation", &study.frame.presentation), ("conclusions", &study.frame.conclusions)];
        let frame = frame.into_iter().map(|(name, text)| (format!("study/{name}"), text));
        for (path, text) in long_texts(study).into_iter().chain(frame) {
            let side = text.side(lang);
            if !side.is_empty() {
                tree.insert(format!("texts/{}/{path}.md", lang.code()), format!("{side}\n"));
            }
        }
    }
    tree
}

fn table(columns: &[String], records: &Table, panel: bool) -> String {
    let by_code = panel && !columns.iter().any(|column| column == "code");
    let head = columns
        .iter()
        .map(|key| if by_code && key == "id" { "code".to_owned() } else { heading::column(key, Lang::En) });
    let cell = |record: &Vec<(String, Printed)>, key: &String| {
        record.iter().find(|(k, _)| k == key).map(|(_, value)| value.cell()).unwrap_or_default()
    };
    let rows = records.iter().map(|record| columns.iter().map(|key| cell(record, key)).collect());
    csv(std::iter::once(head.collect()).chain(rows))
}

/// One answer as a row of the long table.
pub(crate) fn long_row(study: &Study, answer: &Answer) -> [String; 8] {
    answer.print(study.scale(answer.question.family))
}

/// Families of one id, and those of two that carry more than values, in the long table; the others as matrices.
fn answers(study: &Study, tree: &mut Tree) {
    let plain = |answer: &Answer| {
        answer.note.is_none()
            && !(answer.question.family.square() && Some(&answer.question.a) == answer.question.b.as_ref())
    };
    let home = |answer: &Answer| (answer.round.clone(), answer.question.family.name);
    let mut long: BTreeSet<(Id, &str)> = BTreeSet::new();
    for answer in &study.answers {
        if answer.question.family.arity() == 1 || !plain(answer) {
            long.insert(home(answer));
        }
    }
    let mut rows: Vec<[String; 8]> = Vec::new();
    let mut matrices: BTreeMap<(&Id, &str, &Id), Vec<&Answer>> = BTreeMap::new();
    for answer in &study.answers {
        if long.contains(&home(answer)) {
            rows.push(long_row(study, answer));
        } else {
            let key = (&answer.round, answer.question.family.name, &answer.expert);
            matrices.entry(key).or_default().push(answer);
        }
    }
    if !rows.is_empty() {
        // Four columns always, the others where something stands in them.
        let used: Vec<usize> =
            (0..LONG.len()).filter(|&i| i < 4 || rows.iter().any(|row| !row[i].is_empty())).collect();
        let head = used.iter().map(|&i| LONG[i].to_owned()).collect();
        let body = rows.iter().map(|row| used.iter().map(|&i| row[i].clone()).collect());
        tree.insert(ANSWERS, csv(std::iter::once(head).chain(body)));
    }
    for ((round, family, expert), answers) in matrices {
        let Some(found) = Family::find(family) else { continue };
        tree.insert(format!("answers/{round}/{family}/{expert}.csv"), matrix(study, found, &answers));
    }
}

fn matrix(study: &Study, family: &'static Family, answers: &[&Answer]) -> String {
    let ids = |place: usize| -> Vec<Id> {
        let used: BTreeSet<&Id> = answers
            .iter()
            .flat_map(|answer| {
                let (a, b) = (Some(&answer.question.a), answer.question.b.as_ref());
                let square = family.square();
                [a.filter(|_| square || place == 0), b.filter(|_| square || place == 1)]
            })
            .flatten()
            .collect();
        let kinds = family.kinds.get(place).copied().unwrap_or_default();
        let mut ordered: Vec<Id> = Vec::new();
        for id in kinds.iter().flat_map(|kind| study.ids(*kind)).chain(used.iter().copied()) {
            if used.contains(id) && !ordered.contains(id) {
                ordered.push(id.clone());
            }
        }
        ordered
    };
    let (rows, columns) = (ids(0), ids(1));
    let scale = study.scale(family);
    let cells: BTreeMap<(&Id, Option<&Id>), String> = answers
        .iter()
        .map(|answer| ((&answer.question.a, answer.question.b.as_ref()), value::print(answer.value, scale)))
        .collect();
    let head = std::iter::once(String::new()).chain(columns.iter().map(Id::to_string)).collect();
    let body = rows.iter().map(|a| {
        let line = columns.iter().map(|b| cells.get(&(a, Some(b))).cloned().unwrap_or_default());
        std::iter::once(a.to_string()).chain(line).collect()
    });
    csv(std::iter::once(head).chain(body))
}
