//! What can go wrong, by what the caller does about it.

/// What the store answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What can go wrong.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is none, or none that this person may know of.
    #[error("not found")]
    NotFound,
    /// The role does not allow it.
    #[error("not allowed for this role")]
    Forbidden,
    /// The id or the address belongs to another.
    #[error("taken already")]
    Taken,
    /// The caller asks for what cannot be.
    #[error("invalid {what}: {value}")]
    Invalid {
        /// What is wrong.
        what: &'static str,
        /// What it was.
        value: String,
    },
    /// The disk, or the room given to the database, is full. Nothing was written.
    #[error("the disk is full; nothing was written")]
    Full,
    /// Others hold the database longer than one waits.
    #[error("the database is busy")]
    Busy,
    /// The database's file is damaged, or none of ours.
    #[error("the database is damaged or no database: {0}")]
    Corrupt(String),
    /// The database was written by a newer release.
    #[error("the database has schema {found}, newer than this release's {known}")]
    NewerSchema {
        /// What the database has.
        found: i64,
        /// What this release knows.
        known: i64,
    },
    /// The engine cannot do it.
    #[error("{0}")]
    Unsupported(&'static str),
    /// A file cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// Anything else that the database says.
    #[error("the database: {0}")]
    Database(#[source] sqlx::Error),
}

impl Error {
    /// What the caller asks for cannot be.
    pub(crate) fn invalid(what: &'static str, value: impl Into<String>) -> Self {
        Self::Invalid { what, value: value.into() }
    }

    /// A file that cannot be read or written.
    pub(crate) fn file(path: &std::path::Path, source: std::io::Error) -> Self {
        if source.kind() == std::io::ErrorKind::StorageFull {
            return Self::Full;
        }
        Self::File { path: path.display().to_string(), source }
    }
}

/// The codes of PostgreSQL have five characters; those of SQLite are numbers, whose last byte says the kind.
fn kind_of(code: &str, message: &str) -> Option<Error> {
    if code.len() == 5 {
        return match code {
            "53100" => Some(Error::Full),
            "53300" | "55P03" | "40P01" | "40001" | "57P03" => Some(Error::Busy),
            "XX001" | "XX002" => Some(Error::Corrupt(message.to_owned())),
            _ => None,
        };
    }
    match code.parse::<u32>().ok()? & 0xff {
        5 | 6 => Some(Error::Busy),
        11 | 26 => Some(Error::Corrupt(message.to_owned())),
        13 => Some(Error::Full),
        _ => None,
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        use sqlx::error::ErrorKind;
        match &error {
            sqlx::Error::RowNotFound => Self::NotFound,
            sqlx::Error::PoolTimedOut => Self::Busy,
            sqlx::Error::Io(io) if io.kind() == std::io::ErrorKind::StorageFull => Self::Full,
            sqlx::Error::Database(told) => match told.kind() {
                ErrorKind::UniqueViolation => Self::Taken,
                // Whoever is referred to does not exist.
                ErrorKind::ForeignKeyViolation => Self::NotFound,
                _ => told
                    .code()
                    .and_then(|code| kind_of(&code, told.message()))
                    .unwrap_or(Self::Database(error)),
            },
            _ => Self::Database(error),
        }
    }
}
