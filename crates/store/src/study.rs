//! A study to its records and back, through what the model prints and reads; and what makes one set of records another.

use std::collections::{BTreeMap, BTreeSet};

use atalaya_model::{
    Answer, Code, Diagnostic, Place, Record as _, Study,
    answer::{self, Setting},
    field::{Cell, Printed, Row},
    id::natural_cmp,
    records::*,
    study::{Loaded, Places},
};

use crate::{
    Change, Edit, Field, Fields,
    record::{ANSWER, FILE, OBSERVATION, Record, STUDY, Spot, answer_parts, has_order, observation_parts},
};

/// The columns of an answer that its id does not hold.
const SAID: std::ops::Range<usize> = 3..8;

fn fields(printed: Vec<(String, Printed)>) -> Fields {
    printed.into_iter().map(|(key, value)| (key, Field::from(value))).collect()
}

macro_rules! tables {
    ($($table:ident: $type:ident),+) => {
        fn print_tables(study: &Study, out: &mut Vec<Record>) {
            $(for (index, record) in study.$table.iter().enumerate() {
                let mut fields = fields(record.print_whole());
                fields.remove("id");
                out.push(Record {
                    kind: $type::KIND.as_str().to_owned(),
                    id: record.id().to_string(),
                    position: (index + 1) as f64,
                    fields,
                });
            })+
        }

        /// What the model reads in a record, printed again.
        fn reprint(kind: &str, row: &mut Row, out: &mut Vec<Diagnostic>) -> Option<Vec<(String, Printed)>> {
            if kind == STUDY {
                return Some(Frame::read_whole(row, out).print_whole());
            }
            $(if kind == $type::KIND.as_str() {
                return $type::read_whole(row, out).map(|record| record.print_whole());
            })+
            None
        }

        fn read_tables(reader: &mut Reader<'_>, study: &mut Study) {
            $(study.$table = reader.table::<$type>();)+
        }
    };
}
atalaya_model::with_tables!(tables);

/// The records of a study. Files that it carries along are no part of it.
#[must_use]
pub fn records(study: &Study) -> Vec<Record> {
    let record = |kind: &str, id, fields| Record { kind: kind.to_owned(), id, position: 0.0, fields };
    let mut out = vec![record(STUDY, STUDY.to_owned(), fields(study.frame.print_whole()))];
    print_tables(study, &mut out);
    for seen in &study.observations {
        let [series, economy, year, value] = seen.print();
        let fields = Fields::from([("value".to_owned(), value.into())]);
        out.push(record(OBSERVATION, format!("{series}/{economy}/{year}"), fields));
    }
    for answer in &study.answers {
        let cells = answer.print(study.scale(answer.question.family));
        let id = format!("{}/{}/{}", cells[1], cells[2], cells[0]);
        let said = SAID.filter(|&column| !cells[column].is_empty());
        let fields = said.map(|column| (answer::COLUMNS[column].to_owned(), cells[column].as_str().into()));
        out.push(record(ANSWER, id, fields.collect()));
    }
    out
}

/// Writes fields as the model prints them, so that the same value is the same however it was typed: lines end alike,
/// nothing surrounds a text, a number has a point, ids are a list. What the model cannot read stays as it is.
pub(crate) fn tidy(kind: &str, id: &str, fields: &mut BTreeMap<String, Option<Field>>) {
    if kind == FILE {
        return;
    }
    fields.values_mut().flatten().for_each(Field::clean);
    if kind != STUDY && !has_order(kind) {
        return;
    }
    let given = fields.iter().filter_map(|(key, value)| Some((key.clone(), value.clone()?)));
    let record = Record { kind: kind.to_owned(), id: id.to_owned(), position: 0.0, fields: given.collect() };
    let mut row = Reader::row(&record);
    if kind != STUDY {
        row.cells.insert("id".to_owned(), Cell { text: record.id.clone(), ..Cell::default() });
    }
    let mut out = Vec::new();
    let Some(printed) = reprint(kind, &mut row, &mut out) else { return };
    let unread = out.iter().filter(|diagnostic| diagnostic.code != Code::DecimalComma);
    let unread: BTreeSet<String> =
        unread.filter_map(|diagnostic| Spot::of(&diagnostic.place)?.field).collect();
    for (key, value) in printed {
        if let Some(Some(field)) = fields.get_mut(&key)
            && !unread.contains(&key)
        {
            let value = Field::from(value);
            // A key that no field has is a text to the model; a list of it is kept all the same.
            if !matches!((&*field, &value), (Field::List(_), Field::Text(_))) {
                *field = value;
            }
        }
    }
}

struct Reader<'a> {
    by_kind: BTreeMap<&'a str, Vec<&'a Record>>,
    out: Vec<Diagnostic>,
    places: Places,
}

impl<'a> Reader<'a> {
    /// The records of a kind, in the order that people chose.
    fn of(&mut self, kind: &str) -> Vec<&'a Record> {
        let mut records = self.by_kind.remove(kind).unwrap_or_default();
        records.sort_by(|a, b| a.position.total_cmp(&b.position).then_with(|| natural_cmp(&a.id, &b.id)));
        records
    }

    /// A record as a row: its cells lie where its fields do.
    fn row(record: &Record) -> Row {
        let place = |field: Option<&str>| Spot::place(&record.kind, &record.id, field);
        let cell = |(key, value): (&String, &Field)| {
            let items = match value {
                Field::Text(_) => None,
                Field::List(items) => Some(items.clone()),
            };
            (key.clone(), Cell { text: value.cell(), items, place: place(Some(key)) })
        };
        Row { cells: record.fields.iter().map(cell).collect(), place: place(None) }
    }

    /// Reports keys that no field has, each once a kind.
    fn unknown<'k>(
        &mut self,
        keys: impl Iterator<Item = &'k String>,
        place: impl Fn(&str) -> Place,
        told: &mut BTreeSet<String>,
        headers: &str,
    ) {
        for key in keys {
            if told.insert(key.clone()) {
                let unknown = Diagnostic::new(Code::UnknownColumn, place(key)).with("column", key);
                self.out.push(if headers.is_empty() { unknown } else { unknown.with("headers", headers) });
            }
        }
    }

    fn frame(&mut self) -> Frame {
        let Some(record) = self.of(STUDY).into_iter().next() else {
            return Frame { format: i64::from(atalaya_model::FORMAT), ..Frame::default() };
        };
        let mut row = Self::row(record);
        self.places.frame = row.cells.iter().map(|(key, cell)| (key.clone(), cell.place.clone())).collect();
        let frame = Frame::read_whole(&mut row, &mut self.out);
        self.unknown(
            frame.extra.keys(),
            |key| Spot::place(STUDY, STUDY, Some(key)),
            &mut BTreeSet::new(),
            "",
        );
        frame
    }

    fn table<T: atalaya_model::Record>(&mut self) -> Vec<T> {
        let mut told = BTreeSet::new();
        let headers = T::columns().join(" ");
        let mut read = Vec::new();
        for record in self.of(T::KIND.as_str()) {
            let mut row = Self::row(record);
            let cells: BTreeMap<String, Place> =
                row.cells.iter().map(|(key, cell)| (key.clone(), cell.place.clone())).collect();
            let id = Cell { text: record.id.clone(), items: None, place: row.place.clone() };
            row.cells.insert("id".to_owned(), id);
            let start = row.place.clone();
            let Some(value) = T::read_whole(&mut row, &mut self.out) else { continue };
            if !T::HOME.is_bibliography() {
                let place = |key: &str| cells.get(key).unwrap_or(&start).clone();
                self.unknown(value.extra().keys(), place, &mut told, &headers);
            }
            self.places.records.insert((T::KIND, value.id().clone()), (start, cells));
            read.push(value);
        }
        read
    }

    fn observations(&mut self) -> Vec<Observation> {
        let mut read = Vec::new();
        for record in self.of(OBSERVATION) {
            let Some([series, economy, year]) = observation_parts(&record.id) else { continue };
            let value = record.fields.get("value").map(Field::cell).unwrap_or_default();
            let cells = [series, economy, year, value.as_str()];
            let place = |column| Spot::place(OBSERVATION, &record.id, (column == 3).then_some("value"));
            if let Some(seen) = Observation::read(|column| cells[column], place, &mut self.out) {
                read.push((seen, place(3)));
            }
        }
        read.sort_by(|(a, _), (b, _)| (&a.series, &a.economy, a.year).cmp(&(&b.series, &b.economy, b.year)));
        let (values, places) = read.into_iter().unzip();
        self.places.observations = places;
        values
    }

    fn answers(&mut self, setting: &Setting) -> Vec<Answer> {
        let mut read = Vec::new();
        for record in self.by_kind.remove(ANSWER).unwrap_or_default() {
            let Some([round, question, expert]) = answer_parts(&record.id) else { continue };
            let said =
                answer::COLUMNS.map(|column| record.fields.get(column).map(Field::cell).unwrap_or_default());
            let cell = |column: usize| match column {
                0 => expert,
                1 => round,
                2 => question,
                _ => said[column].as_str(),
            };
            let place = |column: usize| {
                Spot::place(ANSWER, &record.id, SAID.contains(&column).then(|| answer::COLUMNS[column]))
            };
            if let Some(answer) = Answer::read(cell, place, setting, &mut self.out) {
                read.push((answer, place(3)));
            }
        }
        read.sort_by(|(a, _), (b, _)| {
            (&a.round, &a.question, &a.expert).cmp(&(&b.round, &b.question, &b.expert))
        });
        let (answers, places) = read.into_iter().unzip();
        self.places.answers = places;
        answers
    }
}

/// The study that records are. What cannot be read is reported at its [`Spot`], and the rest still opens.
#[must_use]
pub fn study<'a>(records: impl IntoIterator<Item = &'a Record>) -> Loaded<Study> {
    let mut by_kind: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
    for record in records.into_iter().filter(|record| record.kind != FILE) {
        by_kind.entry(&record.kind).or_default().push(record);
    }
    let mut reader = Reader { by_kind, out: Vec::new(), places: Places::default() };
    let mut study = Study { frame: reader.frame(), ..Study::default() };
    match reader.places.newer_format(&study.frame) {
        Some(newer) => reader.out.push(newer),
        None => {
            read_tables(&mut reader, &mut study);
            study.observations = reader.observations();
            study.answers = reader.answers(&Setting::of(&study));
        }
    }
    let Reader { mut out, places, .. } = reader;
    out.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
    Loaded { value: study, diagnostics: out, places }
}

/// The changes that make `old` records `new` ones, for a save by someone who read `old` at `read`. What stands in the same
/// order as before keeps its position. Files have bytes and are compared by whoever has them.
#[must_use]
pub fn diff(old: &[Record], new: &[Record], read: i64) -> Vec<Change> {
    let kept = |record: &&Record| record.kind != FILE;
    let before: BTreeMap<_, _> = old.iter().filter(kept).map(|record| (key(record), record)).collect();
    let after: BTreeSet<_> = new.iter().filter(kept).map(key).collect();
    let positions = positions(&before, new);
    let mut changes = Vec::new();
    for record in new.iter().filter(kept) {
        let known = before.get(&key(record));
        let mut fields: BTreeMap<String, Option<Field>> = record
            .fields
            .iter()
            .filter(|(key, value)| known.is_none_or(|known| known.fields.get(*key) != Some(value)))
            .map(|(key, value)| (key.clone(), Some(value.clone())))
            .collect();
        for gone in known.into_iter().flat_map(|known| known.fields.keys()) {
            if !record.fields.contains_key(gone) {
                fields.insert(gone.clone(), None);
            }
        }
        let position = positions.get(&key(record)).copied();
        let position = position.filter(|position| known.is_none_or(|known| known.position != *position));
        if known.is_none() || position.is_some() || !fields.is_empty() {
            let edit = Edit::Set { fields, position };
            changes.push(Change { kind: record.kind.clone(), id: record.id.clone(), read, edit });
        }
    }
    let gone = before.into_iter().filter(|(key, record)| record.kind != STUDY && !after.contains(key));
    changes.extend(gone.map(|((kind, id), _)| Change { kind, id, read, edit: Edit::Delete }));
    changes
}

fn key(record: &Record) -> (String, String) {
    (record.kind.clone(), record.id.clone())
}

/// Where the records of kinds with an order shall stand: most where they stood.
fn positions(
    before: &BTreeMap<(String, String), &Record>,
    new: &[Record],
) -> BTreeMap<(String, String), f64> {
    let mut by_kind: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
    for record in new.iter().filter(|record| has_order(&record.kind)) {
        by_kind.entry(&record.kind).or_default().push(record);
    }
    let mut positions = BTreeMap::new();
    for records in by_kind.values_mut() {
        records.sort_by(|a, b| a.position.total_cmp(&b.position).then_with(|| natural_cmp(&a.id, &b.id)));
        let stood = records.iter().map(|record| before.get(&key(record)).map(|known| known.position));
        let placed = between(&rising(&stood.collect::<Vec<_>>()));
        positions.extend(records.iter().map(|record| key(record)).zip(placed));
    }
    positions
}

/// Keeps the most positions that rise, and none of the others.
fn rising(stood: &[Option<f64>]) -> Vec<Option<f64>> {
    // The last place of the best run of each length, and who comes before each place in its run.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = vec![None; stood.len()];
    for (index, position) in stood.iter().enumerate() {
        let Some(position) = position else { continue };
        let length = ends.partition_point(|&end| stood[end].is_some_and(|other| other < *position));
        previous[index] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut kept = vec![None; stood.len()];
    let mut next = ends.last().copied();
    while let Some(index) = next {
        kept[index] = stood[index];
        next = previous[index];
    }
    kept
}

/// Gives what has no position one between its neighbours; numbers all anew where there is no room.
fn between(kept: &[Option<f64>]) -> Vec<f64> {
    let mut placed: Vec<f64> = Vec::with_capacity(kept.len());
    while placed.len() < kept.len() {
        let free = kept[placed.len()..].iter().take_while(|position| position.is_none()).count();
        let (from, to) = (placed.last().copied(), kept.get(placed.len() + free).copied().flatten());
        for step in 1..=free {
            placed.push(match (from, to) {
                (Some(from), Some(to)) => from + (to - from) * step as f64 / (free + 1) as f64,
                (from, None) => from.unwrap_or(0.0) + step as f64,
                (None, Some(to)) => to - (free + 1 - step) as f64,
            });
        }
        placed.extend(to);
    }
    let rise = placed.windows(2).all(|pair| pair[0] < pair[1]);
    if rise { placed } else { (1..=kept.len()).map(|place| place as f64).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_records_keep_their_position() {
        let all = |stood: &[Option<f64>]| between(&rising(stood));
        let some = |positions: &[f64]| positions.iter().copied().map(Some).collect::<Vec<_>>();
        assert_eq!(all(&some(&[1.0, 3.0, 7.0])), [1.0, 3.0, 7.0]);
        assert_eq!(all(&some(&[4.0, 1.0, 2.0, 3.0])), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(all(&some(&[2.0, 3.0, 1.0])), [2.0, 3.0, 4.0]);
        assert_eq!(all(&[None, Some(1.0), None, None, Some(4.0), None]), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!(all(&[None, None]), [1.0, 2.0]);
        assert_eq!(all(&[Some(1.0), None, Some(1.0 + f64::EPSILON)]), [1.0, 2.0, 3.0]);
        assert!(all(&[]).is_empty());
    }
}
