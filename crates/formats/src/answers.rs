//! Answers: the long table `answers.csv` and the matrices `answers/ROUND/FAMILY/EXPERT.csv`.

use std::collections::BTreeMap;

use rayon::prelude::*;

use atalaya_model::{
    Answer, Code, Diagnostic, Family, Id, Lang, Place, Question,
    diagnostic::FileName,
    study::{Labels, Places},
    value,
};

pub use atalaya_model::answer::Setting;
pub(crate) use atalaya_model::answer::read_id as id;

use crate::{grid, print::LONG, schema::Schema, sheet::Sheet};

/// Answers with the place of each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed {
    answers: Vec<Answer>,
    places: Vec<Place>,
    /// Where a matrix's file names the ids of its rows and columns.
    labels: Labels,
    /// The columns of long tables, by file.
    columns: BTreeMap<FileName, [u32; 3]>,
}

impl Placed {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, (answer, place): (Answer, Place)) {
        self.answers.push(answer);
        self.places.push(place);
    }

    /// Adds those of another.
    pub fn append(&mut self, mut other: Self) {
        self.answers.append(&mut other.answers);
        self.places.append(&mut other.places);
        self.labels.append(&mut other.labels);
        self.columns.append(&mut other.columns);
    }

    /// Says where the ids of rows and columns stand, and the columns of long tables.
    pub(crate) fn tell_heads(&mut self, places: &mut Places) {
        places.labels = std::mem::take(&mut self.labels);
        places.columns = std::mem::take(&mut self.columns);
    }

    /// Each answer with its place.
    pub fn iter(&self) -> impl Iterator<Item = (&Answer, &Place)> {
        self.answers.iter().zip(&self.places)
    }

    /// Puts place `order[i]` at i, where `order` has every place once.
    fn arrange(&mut self, mut order: Vec<usize>) {
        for start in 0..order.len() {
            let mut at = start;
            while order[at] != start {
                let next = order[at];
                self.answers.swap(at, next);
                self.places.swap(at, next);
                order[at] = at;
                at = next;
            }
            order[at] = at;
        }
    }
}

/// Finds columns in the first row of a table; a name that stands twice is reported. What is not found is `None`, what
/// nothing reads is reported as unknown.
pub(crate) fn columns<const N: usize>(
    sheet: &Sheet<'_>,
    wanted: &[&str; N],
    out: &mut Vec<Diagnostic>,
) -> [Option<usize>; N] {
    let mut found = [None; N];
    let Some(header) = sheet.rows.first() else { return found };
    let schema = Schema::of_columns(wanted);
    let keys = schema.keys(header.cells.iter().map(AsRef::as_ref), Lang::Es);
    for (index, (cell, key)) in header.cells.iter().zip(keys).enumerate() {
        let Some(key) = key else { continue };
        let place = sheet.place(header.number, index);
        match wanted.iter().position(|own| *own == key) {
            Some(at) if found[at].is_some() => {
                out.push(Diagnostic::new(Code::DuplicateColumn, place).with("column", cell));
            }
            Some(at) => found[at] = Some(index),
            None => out.push(unknown(&schema, place, cell)),
        }
    }
    found
}

/// A column that no record has, with those that there are.
pub(crate) fn unknown(schema: &Schema, place: Place, column: &str) -> Diagnostic {
    Diagnostic::new(Code::UnknownColumn, place).with("column", column).with("headers", schema.listed())
}

/// Reports a row that is longer than the header.
pub(crate) fn check_length(sheet: &Sheet<'_>, out: &mut Vec<Diagnostic>) {
    let Some(header) = sheet.rows.first() else { return };
    let width = header.cells.len();
    for row in &sheet.rows[1..] {
        if row.cells.len() > width && row.cells[width..].iter().any(|cell| !cell.is_empty()) {
            out.push(
                Diagnostic::new(Code::RowTooLong, sheet.place(row.number, width))
                    .with("cells", row.cells.len())
                    .with("header", width),
            );
        }
    }
}

/// Reads the long table.
#[must_use]
pub fn long(sheet: &Sheet<'_>, setting: &Setting, out: &mut Vec<Diagnostic>) -> Placed {
    let mut answers = Placed::new();
    let Some(header) = sheet.rows.first() else { return answers };
    let at = columns(sheet, &LONG, out);
    let mut complete = true;
    for (index, name) in LONG.iter().take(4).enumerate() {
        if at[index].is_none() {
            complete = false;
            let place = sheet.place(header.number, 0);
            out.push(Diagnostic::new(Code::MissingValue, place).with("field", *name));
        }
    }
    if !complete {
        return answers;
    }
    check_length(sheet, out);
    let column = |index: usize| at[index].unwrap_or(usize::MAX);
    let heads = [0, 1, 2].map(|index| sheet.place(header.number, column(index)).column);
    answers.columns.insert(sheet.file.clone(), heads);
    for row in &sheet.rows[1..] {
        let cell = |index: usize| row.cell(column(index));
        let place = |index: usize| sheet.place(row.number, column(index));
        if let Some(answer) = Answer::read(cell, place, setting, out) {
            answers.push((answer, place(3)));
        }
    }
    answers
}

/// Reads one expert's matrix.
#[must_use]
pub fn matrix(
    sheet: &Sheet<'_>,
    round: &Id,
    family: &'static Family,
    expert: &Id,
    setting: &Setting,
    out: &mut Vec<Diagnostic>,
) -> Placed {
    let grid = grid::find(sheet, family.square(), out);
    let mut read_ids = |labels: &[grid::Label]| -> Vec<Option<Id>> {
        labels.iter().map(|label| id(&label.text, || label.place.clone(), out)).collect()
    };
    let rows = read_ids(&grid.rows);
    let columns = read_ids(&grid.columns);
    let scale = setting.scale(family);
    let consensus = !setting.individual.contains(round);
    let mut answers = Placed::new();
    for (end, (labels, ids)) in [(&grid.rows, &rows), (&grid.columns, &columns)].into_iter().enumerate() {
        for (label, id) in labels.iter().zip(ids) {
            let Some(id) = id else { continue };
            let key = (label.place.file.clone(), id.clone(), end);
            answers.labels.entry(key).or_insert_with(|| label.place.clone());
        }
    }
    for (label, a) in grid.rows.iter().zip(&rows) {
        let Some(line) = sheet.rows.get(label.index) else { continue };
        for (head, b) in grid.columns.iter().zip(&columns) {
            let text = line.cell(head.index);
            if text.is_empty() {
                continue;
            }
            let (Some(a), Some(b)) = (a, b) else { continue };
            let place = sheet.place(line.number, head.index);
            if family.square() && a == b {
                if !value::empty_diagonal(text) {
                    let diagnostic = Diagnostic::new(Code::Diagonal, place);
                    out.push(diagnostic.with("id", a).with("value", text));
                }
                continue;
            }
            match value::parse(text, scale, consensus) {
                Ok(read) => {
                    if read.comma {
                        out.push(Diagnostic::new(Code::DecimalComma, place.clone()).with("text", text));
                    }
                    let question = Question { family, a: a.clone(), b: Some(b.clone()) };
                    answers.push((Answer::new(expert.clone(), round.clone(), question, read.value), place));
                }
                Err(code) => out.push(value::refuse(code, text, scale, place)),
            }
        }
    }
    answers
}

/// Puts answers in canonical order, reporting and leaving out what was answered twice.
#[must_use]
pub fn settle(mut answers: Placed, out: &mut Vec<Diagnostic>) -> (Vec<Answer>, Vec<Place>) {
    fn key(answer: &Answer) -> (&Id, &Question, &Id) {
        (&answer.round, &answer.question, &answer.expert)
    }
    // A stable order of places, then one move of each: a sort of the answers would need room for half of them again.
    let mut order: Vec<usize> = (0..answers.answers.len()).collect();
    order.par_sort_by(|a, b| key(&answers.answers[*a]).cmp(&key(&answers.answers[*b])));
    answers.arrange(order);
    let Placed { mut answers, mut places, .. } = answers;
    let mut kept = 0usize;
    for index in 0..answers.len() {
        if let Some(last) = kept.checked_sub(1)
            && key(&answers[last]) == key(&answers[index])
        {
            out.push(
                Diagnostic::new(Code::AnsweredTwice, places[index].clone())
                    .with("question", &answers[index].question)
                    .with("expert", &answers[index].expert)
                    .with("first", &places[last]),
            );
            continue;
        }
        answers.swap(kept, index);
        places.swap(kept, index);
        kept += 1;
    }
    answers.truncate(kept);
    places.truncate(kept);
    (answers, places)
}
