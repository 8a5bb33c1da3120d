//! Questions and answers.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use crate::{
    Diagnostic, Family, Id, Place, Study, Text,
    check::is_date,
    choice::Mode,
    diagnostic::Code,
    family::Scale,
    field::{looks_like_spreadsheet_date, parse_number},
    study::parse_scale,
    value,
};

/// A question: a family and one or two ids, printed `family/id` or `family/id/id`.
#[derive(Clone, PartialEq, Eq)]
pub struct Question {
    /// The family.
    pub family: &'static Family,
    /// The first id.
    pub a: Id,
    /// The second id, for families of two.
    pub b: Option<Id>,
}

impl Question {
    /// Reads `family/id` or `family/id/id`, the family also by its Spanish name.
    ///
    /// # Errors
    /// [`Code::UnknownQuestion`] where no family has the name or the number of ids differs, [`Code::BadId`] where a part
    /// is no id.
    pub fn parse(text: &str) -> Result<Self, Code> {
        let mut parts = text.trim().split('/');
        let family = parts.next().and_then(Family::meant).ok_or(Code::UnknownQuestion)?;
        let a = parts.next().ok_or(Code::UnknownQuestion)?;
        let b = parts.next();
        if parts.next().is_some() || b.is_some() != (family.arity() == 2) {
            return Err(Code::UnknownQuestion);
        }
        let id = |text: &str| Id::parse(text).ok_or(Code::BadId);
        Ok(Self { family, a: id(a)?, b: b.map(id).transpose()? })
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.family.name, self.a)?;
        self.b.iter().try_for_each(|b| write!(f, "/{b}"))
    }
}

impl fmt::Debug for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl PartialOrd for Question {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Question {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let family = if std::ptr::eq(self.family, other.family) {
            std::cmp::Ordering::Equal
        } else {
            self.family.name.cmp(other.family.name)
        };
        family.then_with(|| self.a.cmp(&other.a)).then_with(|| self.b.cmp(&other.b))
    }
}

/// What an expert answered.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub enum Value {
    /// A number of the family's scale (a colour is 1 red to 5 dark green).
    Number(f64),
    /// A potential influence, `P`.
    Potential,
    /// A range `1..3` in a consensus matrix.
    Range(f64, f64),
    /// A disputed cell `2?` in a consensus matrix.
    Disputed(f64),
    /// "No opinion": an abstention, which is not a missing answer.
    NoOpinion,
    /// A blank vote: the white of Régnier's abacus.
    Blank,
}

impl Value {
    /// The number, where there is one: the middle of a range, the value of a disputed cell.
    #[must_use]
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(value) | Self::Disputed(value) => Some(value),
            Self::Range(low, high) => Some((low + high) / 2.0),
            Self::Potential | Self::NoOpinion | Self::Blank => None,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // Most answers are whole numbers: printing them as such is the same text, sooner.
            Self::Number(value) if value.fract() == 0.0 && value.abs() < 1e15 && value.is_sign_positive() => {
                write!(f, "{}", *value as i64)
            }
            Self::Number(value) => write!(f, "{value}"),
            Self::Potential => f.write_str("P"),
            Self::Range(low, high) => write!(f, "{low}..{high}"),
            Self::Disputed(value) => write!(f, "{value}?"),
            Self::NoOpinion => f.write_str("-"),
            Self::Blank => f.write_str("W"),
        }
    }
}

/// One answer of one expert in one round.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Code of the expert in `panel.csv`.
    pub expert: Id,
    /// Id of the round in `consult/rounds.toml`.
    pub round: Id,
    /// The question.
    pub question: Question,
    /// The answer.
    pub value: Value,
    /// What else was said with it; most answers say nothing more.
    pub note: Option<Box<Note>>,
}

/// What an expert says with an answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Note {
    /// The expert's confidence in it, in [0, 1].
    pub confidence: Option<f64>,
    /// The reason given, as written.
    pub argument: String,
    /// Language of the argument.
    pub lang: String,
    /// When it was given, as written (`YYYY-MM-DD`).
    pub at: String,
}

impl Answer {
    /// An answer with nothing said beside it.
    #[must_use]
    pub const fn new(expert: Id, round: Id, question: Question, value: Value) -> Self {
        Self { expert, round, question, value, note: None }
    }

    /// The same with a note; an empty one is none.
    #[must_use]
    pub fn with(mut self, note: Note) -> Self {
        self.note = (note != Note::default()).then(|| Box::new(note));
        self
    }

    /// The expert's confidence in it, in [0, 1].
    #[must_use]
    pub fn confidence(&self) -> Option<f64> {
        self.note.as_ref()?.confidence
    }

    /// The reason given, as written; empty where there is none.
    #[must_use]
    pub fn argument(&self) -> &str {
        self.note.as_ref().map_or("", |note| &note.argument)
    }
}

/// What a reader of answers must know of the study.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// Scale of each family that differs from the registry's.
    pub scales: BTreeMap<&'static str, Scale>,
    /// Rounds answered one by one, where a range or a disputed value means nothing.
    pub individual: BTreeSet<Id>,
}

impl Setting {
    /// What the frame, the consultations and the rounds of a study say.
    #[must_use]
    pub fn of(study: &Study) -> Self {
        let scales = study
            .frame
            .scales
            .iter()
            .filter_map(|(name, text)| Some((Family::find(name)?.name, parse_scale(text)?)));
        let individual = study.rounds.iter().filter(|round| {
            let consultation = round.consultation.0.as_ref();
            let mode = study.consultations.iter().find(|c| Some(&c.id) == consultation).and_then(|c| c.mode);
            matches!(mode, Some(Mode::Individual | Mode::Workshop))
        });
        Self { scales: scales.collect(), individual: individual.map(|round| round.id.clone()).collect() }
    }

    /// The scale of a family.
    #[must_use]
    pub fn scale(&self, family: &Family) -> Scale {
        self.scales.get(family.name).copied().unwrap_or(family.scale)
    }
}

/// An answer as people write it: its columns, in the order of [`Answer::read`] and [`Answer::print`].
pub const COLUMNS: [&str; 8] =
    ["expert", "round", "question", "value", "confidence", "argument", "lang", "at"];

/// An id of a cell of answers; why it is none is reported.
pub fn read_id(text: &str, place: impl FnOnce() -> Place, out: &mut Vec<Diagnostic>) -> Option<Id> {
    let id = Id::parse(text);
    if id.is_none() {
        let code = if looks_like_spreadsheet_date(text) { Code::SpreadsheetId } else { Code::BadId };
        out.push(Diagnostic::new(code, place()).with("text", text));
    }
    id
}

fn read_confidence(text: &str, place: impl Fn() -> Place, out: &mut Vec<Diagnostic>) -> Option<f64> {
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
            out.push(value::refuse(Code::OutOfScale, text, Scale::Probability, place()));
            None
        }
        Err(code) => {
            out.push(Diagnostic::new(code, place()).with("text", text));
            None
        }
    }
}

impl Answer {
    /// Reads it from its cells, by the number of their column in [`COLUMNS`]; what is wrong is reported at the cell's
    /// place. `None` where the question was not answered or the answer cannot be read.
    pub fn read<'a>(
        cell: impl Fn(usize) -> &'a str,
        place: impl Fn(usize) -> Place,
        setting: &Setting,
        out: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let written = cell(3);
        // A blank value is a question that was not answered.
        if written.is_empty() {
            return None;
        }
        let mut whole = true;
        for (index, name) in COLUMNS.iter().take(3).enumerate() {
            if cell(index).is_empty() {
                whole = false;
                out.push(Diagnostic::new(Code::MissingValue, place(index)).with("field", *name));
            }
        }
        if !whole {
            return None;
        }
        let expert = read_id(cell(0), || place(0), out)?;
        let round = read_id(cell(1), || place(1), out)?;
        let question = match Question::parse(cell(2)) {
            Ok(question) => question,
            Err(code) => {
                out.push(Diagnostic::new(code, place(2)).with("text", cell(2)));
                return None;
            }
        };
        let scale = setting.scale(question.family);
        let consensus = !setting.individual.contains(&round);
        let read = match value::parse(written, scale, consensus) {
            Ok(read) => read,
            Err(code) => {
                out.push(value::refuse(code, written, scale, place(3)));
                return None;
            }
        };
        if read.comma {
            out.push(Diagnostic::new(Code::DecimalComma, place(3)).with("text", written));
        }
        if question.family.square() && Some(&question.a) == question.b.as_ref() {
            if !value::empty_diagonal(written) {
                let diagnostic = Diagnostic::new(Code::Diagonal, place(3));
                out.push(diagnostic.with("id", &question.a).with("value", written));
            }
            return None;
        }
        let confidence = read_confidence(cell(4), || place(4), out);
        if !cell(7).is_empty() && !is_date(cell(7)) {
            out.push(Diagnostic::new(Code::NotADate, place(7)).with("text", cell(7)));
        }
        let [argument, lang, at] = [5, 6, 7].map(|column| cell(column).to_owned());
        let note = Note { confidence, argument, lang, at };
        Some(Self::new(expert, round, question, read.value).with(note))
    }

    /// Prints it as cells, in the order of [`COLUMNS`].
    #[must_use]
    pub fn print(&self, scale: Scale) -> [String; 8] {
        let note = self.note.as_deref().cloned().unwrap_or_default();
        [
            self.expert.to_string(),
            self.round.to_string(),
            self.question.to_string(),
            value::print(self.value, scale),
            note.confidence.map(|c| c.to_string()).unwrap_or_default(),
            note.argument,
            note.lang,
            note.at,
        ]
    }
}

/// A rating shown as text, for wording versions and traces.
#[must_use]
pub fn wording(name: &Text, definition: &Text) -> String {
    [&name.es, &name.en, &definition.es, &definition.en].map(|s| s.trim()).join("\u{1f}")
}
