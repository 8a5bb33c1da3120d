//! Answers: the long table `answers.csv` and the matrices `answers/ROUND/FAMILY/EXPERT.csv`.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use atalaya_model::{
    Answer, Code, Diagnostic, Family, Id, Place, Question,
    answer::Note,
    check::is_date,
    family::Scale,
    field::{looks_like_spreadsheet_date, parse_number},
};

use crate::{grid, sheet::Sheet, value};

/// What a reader of answers must know of the study.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// Scale of each family that differs from the registry's.
    pub scales: BTreeMap<&'static str, Scale>,
    /// Rounds answered one by one, where a range or a disputed value means nothing.
    pub individual: BTreeSet<Id>,
}

impl Setting {
    fn scale(&self, family: &Family) -> Scale {
        self.scales.get(family.name).copied().unwrap_or(family.scale)
    }
}

/// Answers with the place of each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed {
    answers: Vec<Answer>,
    places: Vec<Place>,
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

/// The columns of the long table, and other names that people give them.
const COLUMNS: [(&str, &[&str]); 8] = [
    ("expert", &["experto", "code"]),
    ("round", &["ronda"]),
    ("question", &["pregunta"]),
    ("value", &["valor", "answer", "respuesta"]),
    ("confidence", &["confianza"]),
    ("argument", &["argumento"]),
    ("lang", &["language", "idioma"]),
    ("at", &["date", "fecha"]),
];

/// Finds columns by name in the first row of a table; a name that stands twice is reported. What is not found is
/// `None`, what nothing reads is reported as unknown.
pub(crate) fn columns<const N: usize>(
    sheet: &Sheet<'_>,
    wanted: &[(&str, &[&str]); N],
    out: &mut Vec<Diagnostic>,
) -> [Option<usize>; N] {
    let mut found = [None; N];
    let Some(header) = sheet.rows.first() else { return found };
    for (index, cell) in header.cells.iter().enumerate() {
        let name = cell.to_lowercase();
        let place = sheet.place(header.number, index);
        match wanted.iter().position(|(key, other)| *key == name || other.contains(&name.as_str())) {
            Some(at) if found[at].is_some() => {
                out.push(Diagnostic::new(Code::DuplicateColumn, place).with("column", &name));
            }
            Some(at) => found[at] = Some(index),
            None if name.is_empty() => {}
            None => out.push(Diagnostic::new(Code::UnknownColumn, place).with("column", cell)),
        }
    }
    found
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

/// An id of a cell of answers, or why it is none.
pub(crate) fn id(text: &str, place: impl FnOnce() -> Place, out: &mut Vec<Diagnostic>) -> Option<Id> {
    let id = Id::parse(text);
    if id.is_none() {
        let code = if looks_like_spreadsheet_date(text) { Code::SpreadsheetId } else { Code::BadId };
        out.push(Diagnostic::new(code, place()).with("text", text));
    }
    id
}

/// Reports what [`value::parse`] refused. A word where a scale of a few values is asked is told the scale.
pub(crate) fn refuse(code: Code, text: &str, scale: Scale, place: Place) -> Diagnostic {
    let open = matches!(scale, Scale::Weight | Scale::Year);
    match code {
        Code::NotANumber if !open => refuse(Code::OutOfScale, text, scale, place),
        Code::OutOfScale => {
            let diagnostic = Diagnostic::new(code, place).with("value", text).with("scale", scale.print());
            if matches!(scale, Scale::Integer { .. }) { diagnostic.with("whole", "yes") } else { diagnostic }
        }
        _ => Diagnostic::new(code, place).with("text", text),
    }
}

/// Reads the long table.
#[must_use]
pub fn long(sheet: &Sheet<'_>, setting: &Setting, out: &mut Vec<Diagnostic>) -> Placed {
    let mut answers = Placed::new();
    let Some(header) = sheet.rows.first() else { return answers };
    let at = columns(sheet, &COLUMNS, out);
    let mut complete = true;
    for (index, (name, _)) in COLUMNS.iter().take(4).enumerate() {
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
    for row in &sheet.rows[1..] {
        let cell = |index: usize| row.cell(column(index));
        let place = |index: usize| sheet.place(row.number, column(index));
        let written = cell(3);
        // A blank value is a question that was not answered.
        if written.is_empty() {
            continue;
        }
        let mut whole = true;
        for (index, (name, _)) in COLUMNS.iter().take(3).enumerate() {
            if cell(index).is_empty() {
                whole = false;
                out.push(Diagnostic::new(Code::MissingValue, place(index)).with("field", *name));
            }
        }
        if !whole {
            continue;
        }
        let Some(expert) = id(cell(0), || place(0), out) else { continue };
        let Some(round) = id(cell(1), || place(1), out) else { continue };
        let question = match Question::parse(cell(2)) {
            Ok(question) => question,
            Err(code) => {
                out.push(Diagnostic::new(code, place(2)).with("text", cell(2)));
                continue;
            }
        };
        let scale = setting.scale(question.family);
        let consensus = !setting.individual.contains(&round);
        let read = match value::parse(written, scale, consensus) {
            Ok(read) => read,
            Err(code) => {
                out.push(refuse(code, written, scale, place(3)));
                continue;
            }
        };
        if read.comma {
            out.push(Diagnostic::new(Code::DecimalComma, place(3)).with("text", written));
        }
        if question.family.square() && Some(&question.a) == question.b.as_ref() {
            if !grid::empty_diagonal(written) {
                let diagnostic = Diagnostic::new(Code::Diagonal, place(3));
                out.push(diagnostic.with("id", &question.a).with("value", written));
            }
            continue;
        }
        let confidence = confidence(cell(4), || place(4), out);
        if !cell(7).is_empty() && !is_date(cell(7)) {
            out.push(Diagnostic::new(Code::NotADate, place(7)).with("text", cell(7)));
        }
        let note = Note {
            confidence,
            argument: cell(5).to_owned(),
            lang: cell(6).to_owned(),
            at: cell(7).to_owned(),
        };
        answers.push((Answer::new(expert, round, question, read.value).with(note), place(3)));
    }
    answers
}

fn confidence(text: &str, place: impl FnOnce() -> Place, out: &mut Vec<Diagnostic>) -> Option<f64> {
    if text.is_empty() {
        return None;
    }
    match parse_number(text) {
        Ok((value, comma)) if (0.0..=1.0).contains(&value) => {
            if comma {
                out.push(Diagnostic::new(Code::DecimalComma, place()).with("text", text));
            }
            Some(value)
        }
        Ok(_) => {
            out.push(refuse(Code::OutOfScale, text, Scale::Probability, place()));
            None
        }
        Err(code) => {
            out.push(Diagnostic::new(code, place()).with("text", text));
            None
        }
    }
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
                if !grid::empty_diagonal(text) {
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
                Err(code) => out.push(refuse(code, text, scale, place)),
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
    let Placed { mut answers, mut places } = answers;
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
