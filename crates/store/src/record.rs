//! A record as it is kept: kind, id, fields; and the place that a diagnostic gives it.

use std::collections::BTreeMap;

use atalaya_model::{Id, Kind, Place, Question, field::Printed};

use crate::{Error, Result};

/// The kind of the frame, whose id is the same word.
pub const STUDY: &str = "study";
/// The kind of an answer; its id is `ROUND/QUESTION/EXPERT`.
pub const ANSWER: &str = "answer";
/// The kind of a value of a series; its id is `SERIES/ECONOMY/YEAR`.
pub const OBSERVATION: &str = "observation";
/// The kind of a file that is carried along; its id is its path.
pub const FILE: &str = "file";

/// What a field holds: what a person would write in a cell, or a list.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
pub enum Field {
    /// A text, a number, a truth value, as a file has it.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
}

impl Field {
    /// As one cell of a table.
    #[must_use]
    pub fn cell(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::List(items) => Printed::List(items.clone()).cell(),
        }
    }

    /// Takes away what surrounds a text and how a browser ends its lines: files keep neither.
    pub(crate) fn clean(&mut self) {
        let clean = |text: &mut String| {
            if text.contains('\r') {
                *text = text.replace("\r\n", "\n");
            }
            if text.trim().len() < text.len() {
                *text = text.trim().to_owned();
            }
        };
        match self {
            Self::Text(text) => clean(text),
            Self::List(items) => items.iter_mut().for_each(clean),
        }
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::List(items) => items.is_empty(),
        }
    }
}

impl From<Printed> for Field {
    fn from(printed: Printed) -> Self {
        match printed {
            Printed::List(items) => Self::List(items),
            other => Self::Text(other.cell()),
        }
    }
}

impl From<&str> for Field {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Field {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// The fields of a record by their key (`name.es`).
pub type Fields = BTreeMap<String, Field>;

/// A record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// A word of [`Kind`], [`STUDY`], [`ANSWER`], [`OBSERVATION`] or [`FILE`].
    pub kind: String,
    /// Its permanent name among those of its kind.
    pub id: String,
    /// Where it stands in its table; answers, values and files have an order of their own and stand at 0.
    pub position: f64,
    /// What it says. A file says its `hash` and its `size`.
    pub fields: Fields,
}

/// Fields as canonical JSON: keys in their order, nothing between them.
pub(crate) fn to_json(fields: &Fields) -> Result<String> {
    serde_json::to_string(fields).map_err(|error| Error::Corrupt(error.to_string()))
}

/// Fields from JSON.
pub(crate) fn from_json(text: &str) -> Result<Fields> {
    serde_json::from_str(text).map_err(|error| Error::Corrupt(error.to_string()))
}

/// Whether records of a kind stand in an order that people chose.
pub(crate) fn has_order(kind: &str) -> bool {
    Kind::parse(kind).is_some()
}

/// The round, the question and the expert of an answer's id.
#[must_use]
pub fn answer_parts(id: &str) -> Option<[&str; 3]> {
    let (round, rest) = id.split_once('/')?;
    let (question, expert) = rest.rsplit_once('/')?;
    Some([round, question, expert])
}

/// The series, the economy and the year of an id of a value.
pub(crate) fn observation_parts(id: &str) -> Option<[&str; 3]> {
    let (series, rest) = id.split_once('/')?;
    let (economy, year) = rest.rsplit_once('/')?;
    Some([series, economy, year])
}

/// Refuses the id that a kind cannot have: it is permanent.
pub(crate) fn check_id(kind: &str, id: &str) -> Result<()> {
    let is_id = |text: &str| Id::parse(text).is_some();
    let good = match kind {
        STUDY => id == STUDY,
        ANSWER => answer_parts(id).is_some_and(|[round, question, expert]| {
            is_id(round) && Question::parse(question).is_ok() && is_id(expert)
        }),
        OBSERVATION => observation_parts(id).is_some_and(|[series, economy, year]| {
            is_id(series) && !economy.contains('\0') && year.parse::<i64>().is_ok()
        }),
        FILE => !id.contains(['\0', '\\']) && id.split('/').all(|part| !matches!(part, "" | "." | "..")),
        _ if Kind::parse(kind).is_some() => is_id(id),
        _ => return Err(Error::invalid("kind", kind)),
    };
    if good { Ok(()) } else { Err(Error::invalid("id", id)) }
}

/// Which record, and which of its fields, a diagnostic speaks of. Printed `KIND/ID` or `KIND/ID#FIELD`, it is the file
/// name of a [`Place`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The kind.
    pub kind: String,
    /// The id.
    pub id: String,
    /// The field, where it is one.
    pub field: Option<String>,
}

impl Spot {
    /// The place of a record, or of a field of it.
    pub(crate) fn place(kind: &str, id: &str, field: Option<&str>) -> Place {
        let mut file = format!("{kind}/{id}");
        if let Some(field) = field {
            file.push('#');
            file.push_str(field);
        }
        Place::file(&file)
    }

    /// What a place speaks of; `None` where it names no record.
    #[must_use]
    pub fn of(place: &Place) -> Option<Self> {
        let (kind, rest) = place.file.split_once('/')?;
        // Only the path of a file may have the mark, and a file has no fields that anything is said of.
        let (id, field) = match rest.split_once('#').filter(|_| kind != FILE) {
            Some((id, field)) => (id, Some(field.to_owned())),
            None => (rest, None),
        };
        Some(Self { kind: kind.to_owned(), id: id.to_owned(), field })
    }
}
