//! The database: its engine, its connections, and the few shapes of statements that are put together at run time.

use std::{fmt::Write as _, path::Path, str::FromStr, sync::Arc, time::Duration};

use sha2::{Digest, Sha256};
use sqlx::{
    Any, AnyConnection, AnyPool, AssertSqlSafe, Connection, Executor, Transaction,
    any::{AnyArguments, AnyConnectOptions, AnyPoolOptions, AnyRow},
    query::Query,
};

use crate::{Error, Result, schema};

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// SQLite, in a file.
    Sqlite,
    /// PostgreSQL, by URL.
    Postgres,
}

/// How a database is opened.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Connections at most: all of them for PostgreSQL; those that read for SQLite, beside the one that writes.
    pub connections: u32,
    /// How long one waits for others before [`Error::Busy`].
    pub patience: Duration,
    /// Most pages of 4 kB that a SQLite file may have; what would exceed it is [`Error::Full`].
    pub pages: Option<u32>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { connections: 8, patience: Duration::from_secs(10), pages: None }
    }
}

/// The store. Copies share its connections.
#[derive(Clone, Debug)]
pub struct Store {
    engine: Engine,
    url: Arc<str>,
    /// SQLite has one connection that writes; with PostgreSQL both are the same.
    writer: AnyPool,
    reader: AnyPool,
}

impl Store {
    /// Opens a database, made where there is none, and brings it to this release's schema.
    ///
    /// `url` is `postgres://…`, `sqlite:PATH`, or a path.
    ///
    /// # Errors
    /// [`Error::NewerSchema`] where a newer release wrote it, [`Error::Corrupt`] where it is no database.
    pub async fn open(url: &str) -> Result<Self> {
        Self::open_with(url, &Settings::default()).await
    }

    /// The same, with settings.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open_with(url: &str, settings: &Settings) -> Result<Self> {
        sqlx::any::install_default_drivers();
        let is_postgres = url.starts_with("postgres://") || url.starts_with("postgresql://");
        let store = if is_postgres {
            let options = AnyConnectOptions::from_str(url)?;
            try_out(&options, "").await?;
            let pool = AnyPoolOptions::new()
                .max_connections(settings.connections.max(1))
                .acquire_timeout(settings.patience)
                .connect_with(options)
                .await?;
            Self { engine: Engine::Postgres, url: url.into(), writer: pool.clone(), reader: pool }
        } else {
            Self::open_file(Path::new(url.strip_prefix("sqlite:").unwrap_or(url)), settings).await?
        };
        let mut transaction = store.write().await?;
        schema::migrate(store.engine, &mut transaction).await?;
        transaction.commit().await?;
        Ok(store)
    }

    async fn open_file(path: &Path, settings: &Settings) -> Result<Self> {
        if path.as_os_str().is_empty() || path == Path::new(":memory:") {
            return Err(Error::invalid("path", path.display().to_string()));
        }
        let path = std::path::absolute(path).map_err(|error| Error::file(path, error))?;
        make_private(&path)?;
        let url = file_url(&path);
        let options = AnyConnectOptions::from_str(&url)?;
        let wait = format!("PRAGMA busy_timeout = {};", settings.patience.as_millis());
        let room =
            settings.pages.map(|pages| format!("PRAGMA max_page_count = {pages};")).unwrap_or_default();
        let pool = |text: String, connections: u32| {
            let text: Arc<str> = text.into();
            AnyPoolOptions::new()
                .max_connections(connections)
                .acquire_timeout(settings.patience)
                .idle_timeout(None)
                .max_lifetime(None)
                .test_before_acquire(false)
                .after_release(|connection, _| {
                    Box::pin(async move {
                        // SQLite itself rolls back where the disk is full, which the driver does not learn: such a
                        // connection is done with. It answers once it has done what it was asked before.
                        connection.ping().await?;
                        Ok(!connection.is_in_transaction())
                    })
                })
                .after_connect(move |connection, _| {
                    let text = text.clone();
                    Box::pin(async move {
                        sqlx::raw_sql(AssertSqlSafe(text)).execute(&mut *connection).await?;
                        Ok(())
                    })
                })
                .connect_with(options.clone())
        };
        let common = format!("{wait} PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;");
        let writing = format!("{common} PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; {room}");
        try_out(&options, &writing).await?;
        let writer = pool(writing, 1).await?;
        let reader = pool(format!("{common} PRAGMA query_only = ON;"), settings.connections.max(1)).await?;
        Ok(Self { engine: Engine::Sqlite, url: url.into(), writer, reader })
    }

    /// The engine.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Finishes what runs and closes the connections.
    pub async fn close(&self) {
        self.reader.close().await;
        self.writer.close().await;
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// Why it does not.
    pub async fn ping(&self) -> Result<()> {
        sqlx::query("SELECT id FROM study LIMIT 1").fetch_optional(&self.reader).await?;
        Ok(())
    }

    /// A transaction that writes. With SQLite it is the only one from its start, so that what it reads stays true.
    pub(crate) async fn write(&self) -> Result<Transaction<'static, Any>> {
        let begin = match self.engine {
            Engine::Sqlite => "BEGIN IMMEDIATE",
            Engine::Postgres => "BEGIN",
        };
        Ok(self.writer.begin_with(begin).await?)
    }

    /// A transaction that sees the database as it is now, whatever others write meanwhile.
    pub(crate) async fn snapshot(&self) -> Result<Transaction<'static, Any>> {
        let begin = match self.engine {
            Engine::Sqlite => "BEGIN",
            Engine::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        Ok(self.reader.begin_with(begin).await?)
    }

    /// One statement that writes, in a transaction of its own; the row that it returns, where it returns one.
    pub(crate) async fn change(&self, query: Query<'_, Any, AnyArguments>) -> Result<Option<AnyRow>> {
        let mut transaction = self.write().await?;
        let row = query.fetch_optional(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(row)
    }

    /// Connections that read.
    pub(crate) fn reader(&self) -> &AnyPool {
        &self.reader
    }

    /// A connection of its own, for what takes long.
    pub(crate) async fn connect(&self) -> Result<AnyConnection> {
        Ok(AnyConnection::connect(&self.url).await?)
    }
}

/// Connects once outside of the pool, which would try again for as long as one waits and then say that it is busy.
async fn try_out(options: &AnyConnectOptions, text: &str) -> Result<()> {
    let mut connection = AnyConnection::connect_with(options).await?;
    sqlx::raw_sql(AssertSqlSafe(text)).execute(&mut connection).await?;
    Ok(connection.close().await?)
}

/// Makes a file that only its owner reads: it holds the hashes of passwords.
fn make_private(path: &Path) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(Error::file(path, error)),
    }
}

/// The URL of a SQLite file: every byte that could mean something else is escaped.
fn file_url(path: &Path) -> String {
    let mut url = String::from("sqlite:");
    for &byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'-' | b'_' | b'.' | b'~' | b':' => url.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => url.push(char::from(byte)),
            _ => {
                let _ = write!(url, "%{byte:02X}");
            }
        }
    }
    url + "?mode=rwc"
}

/// A value of a statement that is put together.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Int(i64),
    Real(f64),
    Text(String),
    Blob(Vec<u8>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// Values that a statement may have: SQLite looks each of its names up among those before.
const PARAMETERS: usize = 350;

/// Inserts many rows, as few statements as may be: `head` is `INSERT … VALUES`, `tail` what follows the rows.
pub(crate) async fn insert(
    connection: &mut AnyConnection,
    head: &str,
    tail: &str,
    rows: &mut (dyn Iterator<Item = Vec<Value>> + Send),
) -> Result<()> {
    let mut batch: Vec<Vec<Value>> = Vec::new();
    let mut full = String::new();
    loop {
        let next = rows.next();
        let is_last = next.is_none();
        batch.extend(next);
        let Some(columns) = batch.first().map(Vec::len) else { return Ok(()) };
        let room = PARAMETERS / columns;
        if batch.len() == room && full.is_empty() {
            full = statement(head, tail, columns, room);
        }
        if batch.len() == room || is_last {
            let text =
                if batch.len() == room { full.clone() } else { statement(head, tail, columns, batch.len()) };
            let mut query = sqlx::query(AssertSqlSafe(text));
            for value in batch.drain(..).flatten() {
                query = match value {
                    Value::Int(value) => query.bind(value),
                    Value::Real(value) => query.bind(value),
                    Value::Text(value) => query.bind(value),
                    Value::Blob(value) => query.bind(value),
                };
            }
            connection.execute(query).await?;
        }
        if is_last {
            return Ok(());
        }
    }
}

fn statement(head: &str, tail: &str, columns: usize, rows: usize) -> String {
    let mut text = String::from(head);
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns {
            let comma = if column == 0 { "" } else { ", " };
            let _ = write!(text, "{comma}${}", row * columns + column + 1);
        }
        text.push(')');
    }
    text.push(' ');
    text.push_str(tail);
    text
}

/// Most names that one statement asks for.
pub(crate) const NAMES: usize = 512;

/// `head ($3, $4 …)tail` for at most [`NAMES`] names, and the names: the last is said again up to a power of two, so that
/// there are few statements to prepare.
pub(crate) fn one_of(head: &str, names: &[&str], first: usize, tail: &str) -> (String, Vec<String>) {
    let count = names.len().next_power_of_two();
    let last = names.last().copied().unwrap_or_default();
    let padded =
        names.iter().copied().chain(std::iter::repeat(last)).take(count).map(str::to_owned).collect();
    let mut text = format!("{head} (");
    for index in 0..count {
        let comma = if index == 0 { "" } else { ", " };
        let _ = write!(text, "{comma}${}", first + index);
    }
    text.push(')');
    text.push_str(tail);
    (text, padded)
}

/// The SHA-256 of bytes, as hexadecimal text.
pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The hash of a token; one that could be guessed is refused.
pub(crate) fn token(token: &[u8]) -> Result<String> {
    if token.len() < 16 {
        return Err(Error::invalid("token", "fewer than 16 bytes"));
    }
    Ok(hash(token))
}
