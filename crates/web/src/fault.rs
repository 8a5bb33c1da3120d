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
    /// What is wrong with what was sent, each at its place.
    Wrong(Vec<String>),
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

impl Fault {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::Foreign => StatusCode::FORBIDDEN,
            Self::Bad(_) | Self::Said(_) | Self::Wrong(_) => StatusCode::UNPROCESSABLE_ENTITY,
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
            Self::Wrong(_) => "web-fault-wrong",
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
    pub fn wrong(words: &Words, all: &[Diagnostic]) -> Self {
        let told = |own: &Diagnostic| {
            let said = words.diagnostic(own);
            format!("{}: {} {}", own.place, said.text, said.remedy)
        };
        Self::Wrong(all.iter().map(told).collect())
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
