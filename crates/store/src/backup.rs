//! The whole database in and out: a copy of SQLite's file while it is in use, and lines of JSON for any engine.

use std::{
    io::{BufRead, Write},
    path::Path,
};

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use futures_util::TryStreamExt;
use serde_json::{Value as Json, json};
use sqlx::{AnyConnection, Row, any::AnyRow};

use crate::{
    Engine, Error, Result, Store,
    database::{Value, insert},
    schema::{TABLES, Table, Type, VERSION},
};

/// The first word of an export.
const MARK: &str = "atalaya-store";
/// The first word of a line that names a table and its columns: an export of an older schema has fewer, and those that
/// it lacks take their default.
const COLUMNS: &str = "columns";
/// The first word of the last line.
const END: &str = "end";

impl Store {
    /// Copies a SQLite database into a new file, while it is in use. The file is there whole or not at all.
    ///
    /// # Errors
    /// [`Error::File`] where the file is there already or cannot be written, [`Error::Unsupported`] for PostgreSQL:
    /// there, [`Store::export`] does it.
    pub async fn backup_to(&self, path: &Path) -> Result<()> {
        if self.engine() != Engine::Sqlite {
            return Err(Error::Unsupported("only a SQLite file can be copied; export the database instead"));
        }
        if path.exists() {
            return Err(Error::file(path, std::io::ErrorKind::AlreadyExists.into()));
        }
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        let part = std::path::PathBuf::from(part);
        // What an interrupted copy left.
        let _ = std::fs::remove_file(&part);
        let copied = self.copy(&part).await.and_then(|()| {
            std::fs::File::open(&part)
                .and_then(|file| file.sync_all())
                .and_then(|()| std::fs::rename(&part, path))
                .map_err(|error| Error::file(path, error))
        });
        if copied.is_err() {
            let _ = std::fs::remove_file(&part);
        }
        copied
    }

    async fn copy(&self, part: &Path) -> Result<()> {
        let name = part.to_str().ok_or_else(|| Error::invalid("path", part.display().to_string()))?;
        let mut connection = self.connect().await?;
        sqlx::raw_sql("PRAGMA busy_timeout = 10000").execute(&mut connection).await?;
        sqlx::query("VACUUM INTO $1").bind(name).execute(&mut connection).await?;
        Ok(sqlx::Connection::close(connection).await?)
    }

    /// Whether SQLite finds its file whole; PostgreSQL looks after its own.
    ///
    /// # Errors
    /// [`Error::Corrupt`] with what is wrong.
    pub async fn check(&self) -> Result<()> {
        if self.engine() != Engine::Sqlite {
            return self.ping().await;
        }
        let row = sqlx::query("PRAGMA integrity_check(1)").fetch_one(self.reader()).await?;
        let told: String = row.try_get(0)?;
        let strangers = sqlx::query("PRAGMA foreign_key_check").fetch_optional(self.reader()).await?;
        match told.as_str() {
            "ok" if strangers.is_none() => Ok(()),
            "ok" => Err(Error::Corrupt("a row refers to what is not there".to_owned())),
            told => Err(Error::Corrupt(told.to_owned())),
        }
    }

    /// Writes every table as lines of JSON, as the database is now: a head, a line a row, and a foot that counts them.
    ///
    /// # Errors
    /// What the database says, and why nothing can be written.
    pub async fn export(&self, out: &mut (impl Write + Send)) -> Result<()> {
        let failed = |error| Error::file(Path::new("export"), error);
        let mut snapshot = self.snapshot().await?;
        writeln!(out, "{}", json!([MARK, VERSION])).map_err(failed)?;
        let mut count = 0u64;
        for table in TABLES {
            let columns = table.columns.iter().map(|(column, _)| *column);
            let head: Vec<&str> = [COLUMNS, table.name].into_iter().chain(columns).collect();
            writeln!(out, "{}", json!(head)).map_err(failed)?;
            let mut rows = sqlx::query(table.select).fetch(&mut *snapshot);
            while let Some(row) = rows.try_next().await? {
                writeln!(out, "{}", line(table, &row)?).map_err(failed)?;
                count += 1;
            }
        }
        writeln!(out, "{}", json!([END, count])).map_err(failed)?;
        out.flush().map_err(failed)?;
        Ok(snapshot.rollback().await?)
    }

    /// Reads what [`Store::export`] wrote into an empty database, all of it or nothing.
    ///
    /// # Errors
    /// [`Error::Corrupt`] where it is no export or a part is missing, [`Error::NewerSchema`] where a newer release wrote
    /// it, [`Error::Taken`] where the database is not empty.
    pub async fn import(&self, input: &mut (impl BufRead + Send)) -> Result<()> {
        let mut transaction = self.write().await?;
        for table in TABLES {
            let row = sqlx::query(table.select).fetch_optional(&mut *transaction).await?;
            if row.is_some() {
                return Err(Error::Taken);
            }
        }
        read(&mut transaction, input).await?;
        Ok(transaction.commit().await?)
    }
}

fn corrupt(what: impl Into<String>) -> Error {
    Error::Corrupt(what.into())
}

fn line(table: &Table, row: &AnyRow) -> Result<Json> {
    let mut cells = vec![Json::from(table.name)];
    for (index, (_, kind)) in table.columns.iter().enumerate() {
        cells.push(match kind {
            Type::Int => row.try_get::<i64, _>(index)?.into(),
            // As text, so that every digit comes back.
            Type::Real => row.try_get::<f64, _>(index)?.to_string().into(),
            Type::Text => row.try_get::<String, _>(index)?.into(),
            Type::Blob => BASE64.encode(row.try_get::<Vec<u8>, _>(index)?).into(),
        });
    }
    Ok(Json::Array(cells))
}

/// A table of an export, with the columns that it has there.
struct Target {
    table: &'static Table,
    columns: Vec<(&'static str, Type)>,
    /// `INSERT INTO … (…) VALUES`
    insert: String,
}

impl Target {
    fn of(names: &[Json]) -> Option<Self> {
        let (name, columns) = names.split_first()?;
        let table = TABLES.iter().find(|table| name == table.name)?;
        let column = |name: &Json| table.columns.iter().find(|(column, _)| name == column).copied();
        let columns = columns.iter().map(column).collect::<Option<Vec<_>>>()?;
        let named = columns.iter().map(|(column, _)| *column).collect::<Vec<_>>().join(", ");
        Some(Self { table, insert: format!("INSERT INTO {} ({named}) VALUES ", table.name), columns })
    }

    fn row(&self, cells: &[Json]) -> Option<Vec<Value>> {
        if cells.len() != self.columns.len() {
            return None;
        }
        let value = |(cell, (_, kind)): (&Json, &(&str, Type))| {
            Some(match kind {
                Type::Int => Value::Int(cell.as_i64()?),
                Type::Real => Value::Real(cell.as_str()?.parse().ok()?),
                Type::Text => Value::Text(cell.as_str()?.to_owned()),
                Type::Blob => Value::Blob(BASE64.decode(cell.as_str()?).ok()?),
            })
        };
        cells.iter().zip(&self.columns).map(value).collect()
    }
}

/// Rows that are held before they are written.
const BATCH: usize = 2000;
/// Bytes of text and files that are held before they are written.
const WEIGHT: usize = 8 << 20;

async fn read(connection: &mut AnyConnection, input: &mut (impl BufRead + Send)) -> Result<()> {
    let mut text = String::new();
    let mut next = move |input: &mut dyn BufRead| -> Result<Option<Vec<Json>>> {
        text.clear();
        if input.read_line(&mut text).map_err(|error| Error::file(Path::new("import"), error))? == 0 {
            return Ok(None);
        }
        serde_json::from_str(&text).map(Some).map_err(|error| corrupt(error.to_string()))
    };
    let head = next(input)?.unwrap_or_default();
    match head.as_slice() {
        [mark, version] if mark == MARK => match version.as_i64() {
            Some(found) if found > VERSION => return Err(Error::NewerSchema { found, known: VERSION }),
            Some(_) => {}
            None => return Err(corrupt("no export of a store")),
        },
        _ => return Err(corrupt("no export of a store")),
    }
    let (mut count, mut held, mut weight) = (0u64, Vec::new(), 0);
    let mut target: Option<Target> = None;
    loop {
        let line = next(input)?.ok_or_else(|| corrupt("the export has no end"))?;
        let (name, rest) = line.split_first().ok_or_else(|| corrupt("an empty line"))?;
        let name = name.as_str().unwrap_or_default();
        if matches!(name, COLUMNS | END) || held.len() >= BATCH || weight >= WEIGHT {
            if let Some(target) = &target {
                insert(connection, &target.insert, "", &mut held.drain(..)).await?;
            }
            weight = 0;
        }
        match name {
            END if rest.first().and_then(Json::as_u64) == Some(count) => return Ok(()),
            END => return Err(corrupt("rows of the export are missing")),
            COLUMNS => target = Some(Target::of(rest).ok_or_else(|| corrupt("a table that no release has"))?),
            _ => {
                let target = target.as_ref().filter(|target| target.table.name == name);
                let row = target.and_then(|target| target.row(rest));
                let row = row.ok_or_else(|| corrupt(format!("a row of {name}")))?;
                weight += row.iter().map(Value::weight).sum::<usize>();
                held.push(row);
                count += 1;
            }
        }
    }
}

impl Value {
    /// About how many bytes it holds.
    fn weight(&self) -> usize {
        match self {
            Self::Int(_) | Self::Real(_) => 8,
            Self::Text(text) => text.len(),
            Self::Blob(bytes) => bytes.len(),
        }
    }
}
