//! The tables, and the migrations that bring any released schema to this one.

use sqlx::{AnyConnection, AssertSqlSafe, Row};

use crate::{Engine, Error, Result};

/// The migrations in their order, as SQLite reads them.
const MIGRATIONS: [&str; 2] =
    [include_str!("../migrations/0001_first.sql"), include_str!("../migrations/0002_undoes.sql")];

/// The version of the schema that this release writes.
pub const VERSION: i64 = MIGRATIONS.len() as i64;

/// What a column holds: nothing else works alike in both engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    /// `bigint`
    Int,
    /// `double precision`
    Real,
    /// `text`
    Text,
    /// `blob`, `bytea`
    Blob,
}

/// A table with its columns.
pub(crate) struct Table {
    pub name: &'static str,
    pub columns: &'static [(&'static str, Type)],
    /// `SELECT` of every column.
    pub select: &'static str,
}

macro_rules! tables {
    ($($table:ident: $first:ident $first_type:ident $(, $column:ident $type:ident)*;)+) => {
        /// Every table, those that others refer to first.
        pub(crate) const TABLES: &[Table] = &[$(Table {
            name: stringify!($table),
            columns: &[(stringify!($first), Type::$first_type) $(, (stringify!($column), Type::$type))*],
            select: concat!(
                "SELECT ", stringify!($first) $(, ", ", stringify!($column))*,
                " FROM ", stringify!($table),
            ),
        }),+];
    };
}
tables! {
    person: id Text, name Text, email Text, password Text, created Int;
    study: id Text, title Text, seq Int, created Int, changed Int, deleted Int;
    member: study Text, person Text, role Text, since Int;
    record: study Text, kind Text, id Text, seq Int, position Real, deleted Int, fields Text;
    revision: study Text, seq Int, kind Text, id Text, position Real, deleted Int, fields Text,
        author Text, at Int, undoes Int;
    blob: study Text, hash Text, bytes Blob;
    invitation: hash Text, study Text, role Text, author Text, created Int, expires Int, used Int,
        used_by Text;
    session: hash Text, person Text, created Int, seen Int, expires Int;
    login_link: hash Text, person Text, expires Int;
    api_token: hash Text, person Text, name Text, created Int, used Int;
}

/// A migration as an engine reads it: they differ in what they call bytes, and in nothing else that is used here.
fn spoken(engine: Engine, migration: &str) -> String {
    match engine {
        Engine::Sqlite => migration.to_owned(),
        Engine::Postgres => migration.replace(" blob NOT", " bytea NOT"),
    }
}

/// Brings the database to this release's schema; one of a newer release is refused untouched.
pub(crate) async fn migrate(engine: Engine, connection: &mut AnyConnection) -> Result<()> {
    if engine == Engine::Postgres {
        // Two programs that start at once take turns; the number is ours by chance.
        sqlx::raw_sql("SELECT pg_advisory_xact_lock(4771260318)").execute(&mut *connection).await?;
    }
    sqlx::raw_sql("CREATE TABLE IF NOT EXISTS schema_version (version bigint NOT NULL)")
        .execute(&mut *connection)
        .await?;
    let found = sqlx::query("SELECT coalesce(max(version), 0) FROM schema_version")
        .fetch_one(&mut *connection)
        .await?;
    let found: i64 = found.try_get(0)?;
    if found > VERSION {
        return Err(Error::NewerSchema { found, known: VERSION });
    }
    for (index, text) in MIGRATIONS.into_iter().enumerate().skip(found.max(0) as usize) {
        sqlx::raw_sql(AssertSqlSafe(spoken(engine, text))).execute(&mut *connection).await?;
        sqlx::query("INSERT INTO schema_version (version) VALUES ($1)")
            .bind(index as i64 + 1)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The columns of a migration's tables, as written.
    fn declared(text: &str) -> Vec<(String, Vec<(String, String)>)> {
        let mut tables = Vec::new();
        for statement in text.split("CREATE TABLE ").skip(1) {
            let (name, rest) = statement.split_once(" (").expect("a table");
            let body = rest.split_once("\n);").expect("its end").0;
            let columns = body
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty() && !line.starts_with("PRIMARY KEY"))
                .map(|line| {
                    let (column, rest) = line.split_once(' ').expect("a column");
                    (column.to_owned(), rest.split(" NOT NULL").next().unwrap_or_default().to_owned())
                })
                .collect();
            tables.push((name.to_owned(), columns));
        }
        tables
    }

    /// The tables as all migrations leave them.
    fn made() -> Vec<(String, Vec<(String, String)>)> {
        let mut made = Vec::new();
        for text in MIGRATIONS {
            made.extend(declared(text));
            for statement in text.split("ALTER TABLE ").skip(1) {
                let (table, rest) = statement.split_once(" ADD COLUMN ").expect("a column that is added");
                let (column, rest) = rest.split_once(' ').expect("a column");
                let kind = rest.split(" NOT NULL").next().unwrap_or_default();
                let columns = &mut made.iter_mut().find(|(name, _)| name == table).expect(table).1;
                columns.push((column.to_owned(), kind.to_owned()));
            }
        }
        made
    }

    #[test]
    fn columns_have_only_the_types_that_work_alike_and_none_is_null() {
        for text in MIGRATIONS {
            let column = |line: &&str| line.starts_with("    ") || line.contains(" ADD COLUMN ");
            for line in text.lines().filter(column).filter(|line| !line.contains("KEY (")) {
                assert!(line.contains(" NOT NULL"), "{line}");
                // The rows that are there need a value.
                assert!(!line.contains(" ADD COLUMN ") || line.contains(" DEFAULT "), "{line}");
            }
        }
        for (table, columns) in made() {
            for (column, kind) in columns {
                let good = ["bigint", "double precision", "text", "blob"].contains(&kind.as_str());
                assert!(good, "{table}.{column}: {kind}");
            }
        }
    }

    #[test]
    fn the_list_of_tables_is_what_the_migrations_make() {
        let made = made();
        assert_eq!(made.len(), TABLES.len());
        for table in TABLES {
            let (_, columns) = made.iter().find(|(name, _)| name == table.name).expect(table.name);
            let listed = table.columns.iter().map(|(name, kind)| {
                let kind = match kind {
                    Type::Int => "bigint",
                    Type::Real => "double precision",
                    Type::Text => "text",
                    Type::Blob => "blob",
                };
                ((*name).to_owned(), kind.to_owned())
            });
            assert_eq!(*columns, listed.collect::<Vec<_>>(), "{}", table.name);
        }
    }
}
