//! Questions and answers.

use std::fmt;

use crate::{Family, Id, Text, diagnostic::Code};

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
    /// Reads `family/id` or `family/id/id`.
    ///
    /// # Errors
    /// [`Code::UnknownQuestion`] where no family has the name or the number of ids differs, [`Code::BadId`] where a part
    /// is no id.
    pub fn parse(text: &str) -> Result<Self, Code> {
        let mut parts = text.trim().split('/');
        let family = parts.next().and_then(Family::find).ok_or(Code::UnknownQuestion)?;
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

/// A rating shown as text, for wording versions and traces.
#[must_use]
pub fn wording(name: &Text, definition: &Text) -> String {
    [&name.es, &name.en, &definition.es, &definition.en].map(|s| s.trim()).join("\u{1f}")
}
