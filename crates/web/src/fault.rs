//! Why a request was not served. The guard writes the page; a handler gives the reason.

use atalaya_model::Diagnostic;
use atalaya_store::{Conflict, Error, SaveError};
use atalaya_words::Words;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};

/// Why a request was not served.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Nobody is signed in.
    SignIn,
    /// There is none, or none that this person may know of.
    NotFound,
    /// The role does not allow it.
    Forbidden,
    /// Asked from another site.
    Foreign,
    /// What was sent cannot be: the key of a sentence.
    Bad(&'static str),
    /// A sentence that is ready.
    Said(String),
    /// What is wrong with what was sent, each at its place, and the tables in which it stands.
    Wrong(Vec<Mistake>, Vec<Marked>),
    /// Tried more often than people do.
    Often,
    /// Others saved the same since.
    Conflict(Vec<Conflict>),
    /// The disk is full; nothing was written.
    Full,
    /// Others hold the database.
    Busy,
    /// A fault of the program or of the machine, for the log.
    Internal(String),
}

impl Marked {
    /// Whether a mistake stands in one of its rows.
    pub fn shows(&self, one: &Mistake) -> bool {
        one.file == self.file && self.rows.iter().any(|(line, _)| *line == one.line)
    }
}

/// What is wrong, in a sentence, with its place.
#[derive(Clone, Debug)]
pub struct Mistake {
    /// File, line and column, what is wrong there, and the remedy.
    pub told: String,
    /// The file; the line and the column from 1, 0 for the whole of it.
    pub file: String,
    pub line: u32,
    pub column: u32,
}

/// A table that was sent, as far as something is wrong with it: its head, and the rows with mistakes.
#[derive(Clone, Debug)]
pub struct Marked {
    pub file: String,
    /// The rows, each with its line and its cells; the first is the head.
    pub rows: Vec<(u32, Vec<String>)>,
}

impl Fault {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::Foreign => StatusCode::FORBIDDEN,
            Self::Bad(_) | Self::Said(_) | Self::Wrong(..) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Often => StatusCode::TOO_MANY_REQUESTS,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::Full => StatusCode::INSUFFICIENT_STORAGE,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The key of its sentence.
    pub fn key(&self) -> &'static str {
        match self {
            Self::SignIn => "web-fault-sign-in",
            Self::NotFound => "web-fault-not-found",
            Self::Forbidden => "web-fault-forbidden",
            Self::Foreign => "web-fault-foreign",
            Self::Bad(key) => key,
            Self::Said(_) => "web-fault-bad",
            Self::Wrong(..) => "web-fault-wrong",
            Self::Often => "web-fault-often",
            Self::Conflict(_) => "web-fault-conflict",
            Self::Full => "web-fault-full",
            Self::Busy => "web-fault-busy",
            Self::Internal(_) => "web-fault-internal",
        }
    }
}

impl Fault {
    /// What is wrong with what was sent, each with its line and its remedy.
    pub fn wrong(words: &Words, all: &[Diagnostic], tables: Vec<Marked>) -> Self {
        let told = |own: &Diagnostic| {
            let (said, place) = (words.diagnostic_brought(own), &own.place);
            Mistake {
                told: format!("{place}: {} {}", said.text, said.remedy),
                file: place.file.to_string(),
                line: place.line,
                column: place.column,
            }
        };
        Self::Wrong(all.iter().map(told).collect(), tables)
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound => Self::NotFound,
            Error::Forbidden => Self::Forbidden,
            Error::Taken => Self::Bad("web-fault-taken"),
            Error::Invalid { what: "id", .. } => Self::Bad("web-fault-id"),
            Error::Invalid { .. } => Self::Bad("web-fault-bad"),
            Error::Full => Self::Full,
            Error::Busy => Self::Busy,
            other => Self::Internal(other.to_string()),
        }
    }
}

impl From<SaveError> for Fault {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::Conflict(conflicts) => Self::Conflict(conflicts),
            SaveError::Store(error) => error.into(),
        }
    }
}

impl From<tokio::task::JoinError> for Fault {
    fn from(error: tokio::task::JoinError) -> Self {
        Self::Internal(error.to_string())
    }
}
