//! Reading a study: what it is now, what it was, what changed since.

use std::collections::BTreeMap;

use atalaya_model::id::natural_cmp;
use sqlx::{AnyConnection, AssertSqlSafe, Row, any::AnyRow};

use crate::{
    Access, Error, Field, Fields, Record, Result, Store,
    database::{NAMES, one_of},
    record::{FILE, from_json},
};

/// A study as it is at a revision.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The number of the last revision: what a save carries as read.
    pub seq: i64,
    /// The records by kind, in their order.
    pub records: Vec<Record>,
}

/// What a save left of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// Its number in the study, from 1.
    pub seq: i64,
    /// The record, with what it said then.
    pub record: Record,
    /// Whether the save deleted it.
    pub deleted: bool,
    /// The person who saved.
    pub author: String,
    /// When.
    pub at: i64,
    /// The last revision of the save that this one undid, where it undid one.
    pub undoes: Option<i64>,
}

/// A save as a whole, without what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The number of its first revision.
    pub first: i64,
    /// The number of its last one.
    pub last: i64,
    /// How many records of each kind it touched.
    pub kinds: BTreeMap<String, usize>,
}

impl Record {
    fn of(row: &AnyRow) -> Result<Self> {
        Ok(Self {
            kind: row.try_get("kind")?,
            id: row.try_get("id")?,
            position: row.try_get("position")?,
            fields: from_json(row.try_get("fields")?)?,
        })
    }
}

impl Revision {
    fn of(row: &AnyRow) -> Result<Self> {
        Ok(Self {
            seq: row.try_get("seq")?,
            record: Record::of(row)?,
            deleted: row.try_get::<i64, _>("deleted")? != 0,
            author: row.try_get("author")?,
            at: row.try_get("at")?,
            undoes: Some(row.try_get("undoes")?).filter(|seq| *seq > 0),
        })
    }
}

/// What is known of a record in a transaction.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct State {
    pub seq: i64,
    pub position: f64,
    pub deleted: bool,
    pub fields: Fields,
}

impl From<Revision> for State {
    fn from(revision: Revision) -> Self {
        let Revision { seq, record, deleted, .. } = revision;
        Self { seq, position: record.position, deleted, fields: record.fields }
    }
}

/// The kind and the id of a record.
pub(crate) type Key = (String, String);

fn in_order(mut records: Vec<Record>) -> Vec<Record> {
    records.sort_by(|a, b| {
        let by_place = || a.position.total_cmp(&b.position);
        a.kind.cmp(&b.kind).then_with(by_place).then_with(|| natural_cmp(&a.id, &b.id))
    });
    records
}

/// Asks for records of a study by kind and id, in as few statements as may be.
async fn by_keys(
    connection: &mut AnyConnection,
    study: &str,
    keys: &[&Key],
    head: &str,
) -> Result<Vec<AnyRow>> {
    let mut by_kind: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (kind, id) in keys {
        by_kind.entry(kind).or_default().push(id);
    }
    let mut rows = Vec::new();
    for (kind, ids) in by_kind {
        for ids in ids.chunks(NAMES) {
            let head = format!("{head} WHERE study = $1 AND kind = $2 AND id IN");
            let (text, names) = one_of(&head, ids, 3, "");
            let mut query = sqlx::query(AssertSqlSafe(text)).bind(study).bind(kind);
            for name in names {
                query = query.bind(name);
            }
            rows.extend(query.fetch_all(&mut *connection).await?);
        }
    }
    Ok(rows)
}

/// What records are now, deleted ones too.
pub(crate) async fn states(
    connection: &mut AnyConnection,
    study: &str,
    keys: &[&Key],
) -> Result<BTreeMap<Key, State>> {
    let rows =
        by_keys(connection, study, keys, "SELECT kind, id, seq, position, deleted, fields FROM record")
            .await?;
    let mut states = BTreeMap::new();
    for row in &rows {
        let record = Record::of(row)?;
        let state = State {
            seq: row.try_get("seq")?,
            position: record.position,
            deleted: row.try_get::<i64, _>("deleted")? != 0,
            fields: record.fields,
        };
        states.insert((record.kind, record.id), state);
    }
    Ok(states)
}

/// Every revision of records, the first first.
pub(crate) async fn revisions(
    connection: &mut AnyConnection,
    study: &str,
    keys: &[&Key],
) -> Result<BTreeMap<Key, Vec<Revision>>> {
    let head = "SELECT kind, id, seq, position, deleted, fields, author, at, undoes FROM revision";
    let rows = by_keys(connection, study, keys, head).await?;
    let mut all: BTreeMap<Key, Vec<Revision>> = BTreeMap::new();
    for row in &rows {
        let revision = Revision::of(row)?;
        all.entry((revision.record.kind.clone(), revision.record.id.clone())).or_default().push(revision);
    }
    all.values_mut().for_each(|revisions| revisions.sort_by_key(|revision| revision.seq));
    Ok(all)
}

/// The revisions of a study from one number to another, both included.
pub(crate) async fn range(
    connection: &mut AnyConnection,
    study: &str,
    first: i64,
    last: i64,
) -> Result<Vec<Revision>> {
    let rows = sqlx::query(
        "SELECT kind, id, seq, position, deleted, fields, author, at, undoes FROM revision \
         WHERE study = $1 AND seq >= $2 AND seq <= $3 ORDER BY seq",
    )
    .bind(study)
    .bind(first)
    .bind(last)
    .fetch_all(connection)
    .await?;
    rows.iter().map(Revision::of).collect()
}

impl Store {
    /// The number of a study's last revision.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the study was deleted.
    pub async fn seq(&self, access: &Access) -> Result<i64> {
        let row = sqlx::query("SELECT seq FROM study WHERE id = $1 AND deleted = 0")
            .bind(access.study())
            .fetch_optional(self.reader())
            .await?;
        Ok(row.ok_or(Error::NotFound)?.try_get("seq")?)
    }

    /// A study as it is now: every record that is not deleted.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the study was deleted.
    pub async fn open_study(&self, access: &Access) -> Result<Opened> {
        let mut snapshot = self.snapshot().await?;
        let seq = sqlx::query("SELECT seq FROM study WHERE id = $1 AND deleted = 0")
            .bind(access.study())
            .fetch_optional(&mut *snapshot)
            .await?
            .ok_or(Error::NotFound)?
            .try_get("seq")?;
        let rows =
            sqlx::query("SELECT kind, id, position, fields FROM record WHERE study = $1 AND deleted = 0")
                .bind(access.study())
                .fetch_all(&mut *snapshot)
                .await?;
        snapshot.rollback().await?;
        let records = rows.iter().map(Record::of).collect::<Result<Vec<_>>>()?;
        Ok(Opened { seq, records: in_order(records) })
    }

    /// The records of one kind, in their order.
    ///
    /// # Errors
    /// What the database says.
    pub async fn records(&self, access: &Access, kind: &str) -> Result<Vec<Record>> {
        let rows = sqlx::query(
            "SELECT kind, id, position, fields FROM record WHERE study = $1 AND kind = $2 AND deleted = 0",
        )
        .bind(access.study())
        .bind(kind)
        .fetch_all(self.reader())
        .await?;
        Ok(in_order(rows.iter().map(Record::of).collect::<Result<Vec<_>>>()?))
    }

    /// One record.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none or it was deleted.
    pub async fn record(&self, access: &Access, kind: &str, id: &str) -> Result<Record> {
        let row = sqlx::query(
            "SELECT kind, id, position, fields FROM record \
             WHERE study = $1 AND kind = $2 AND id = $3 AND deleted = 0",
        )
        .bind(access.study())
        .bind(kind)
        .bind(id)
        .fetch_optional(self.reader())
        .await?;
        Record::of(&row.ok_or(Error::NotFound)?)
    }

    /// Every revision of a record, the first first; empty where there never was one.
    ///
    /// # Errors
    /// What the database says.
    pub async fn history(&self, access: &Access, kind: &str, id: &str) -> Result<Vec<Revision>> {
        let rows = sqlx::query(
            "SELECT kind, id, seq, position, deleted, fields, author, at, undoes FROM revision \
             WHERE study = $1 AND kind = $2 AND id = $3 ORDER BY seq",
        )
        .bind(access.study())
        .bind(kind)
        .bind(id)
        .fetch_all(self.reader())
        .await?;
        rows.iter().map(Revision::of).collect()
    }

    /// The revisions after one, in their order, `limit` at most: what a page missed while it was away.
    ///
    /// # Errors
    /// What the database says.
    pub async fn changes_since(&self, access: &Access, seq: i64, limit: u32) -> Result<Vec<Revision>> {
        let rows = sqlx::query(
            "SELECT kind, id, seq, position, deleted, fields, author, at, undoes FROM revision \
             WHERE study = $1 AND seq > $2 ORDER BY seq LIMIT $3",
        )
        .bind(access.study())
        .bind(seq)
        .bind(i64::from(limit))
        .fetch_all(self.reader())
        .await?;
        rows.iter().map(Revision::of).collect()
    }

    /// The ids of a kind that were deleted: their history stays, and nothing else is given their name.
    ///
    /// # Errors
    /// What the database says.
    pub async fn deleted_ids(&self, access: &Access, kind: &str) -> Result<Vec<String>> {
        let rows =
            sqlx::query("SELECT id FROM record WHERE study = $1 AND kind = $2 AND deleted = 1 ORDER BY id")
                .bind(access.study())
                .bind(kind)
                .fetch_all(self.reader())
                .await?;
        rows.iter().map(|row| Ok(row.try_get("id")?)).collect()
    }

    /// How far the save reaches that somebody made at a time, up to one of its revisions.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is no such save; what the database says.
    pub async fn extent(&self, access: &Access, author: &str, at: i64, last: i64) -> Result<Extent> {
        let rows = sqlx::query(
            "SELECT kind, count(*) AS told, min(seq) AS first, max(seq) AS last FROM revision \
             WHERE study = $1 AND author = $2 AND at = $3 AND seq <= $4 GROUP BY kind",
        )
        .bind(access.study())
        .bind(author)
        .bind(at)
        .bind(last)
        .fetch_all(self.reader())
        .await?;
        let mut out = Extent { first: last, last: 0, kinds: BTreeMap::new() };
        for row in &rows {
            let told: i64 = row.try_get("told")?;
            out.first = out.first.min(row.try_get("first")?);
            out.last = out.last.max(row.try_get("last")?);
            out.kinds.insert(row.try_get("kind")?, usize::try_from(told).unwrap_or_default());
        }
        if out.kinds.is_empty() { Err(Error::NotFound) } else { Ok(out) }
    }

    /// A study as it was at a revision.
    ///
    /// # Errors
    /// What the database says.
    pub async fn at(&self, access: &Access, seq: i64) -> Result<Opened> {
        let rows = sqlx::query(
            "SELECT revision.kind, revision.id, revision.position, revision.fields FROM revision JOIN \
             (SELECT max(seq) AS last FROM revision WHERE study = $1 AND seq <= $2 GROUP BY kind, id) AS latest \
             ON revision.seq = latest.last WHERE revision.study = $1 AND revision.deleted = 0",
        )
        .bind(access.study())
        .bind(seq)
        .fetch_all(self.reader())
        .await?;
        let records = rows.iter().map(Record::of).collect::<Result<Vec<_>>>()?;
        Ok(Opened { seq, records: in_order(records) })
    }

    /// The bytes of a carried file.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub async fn file(&self, access: &Access, path: &str) -> Result<Vec<u8>> {
        let record = self.record(access, FILE, path).await?;
        let hash = record.fields.get("hash").map(Field::cell).unwrap_or_default();
        self.bytes(access, &hash).await
    }

    /// Bytes that a file has or had, by the hash that its record says.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there are none.
    pub async fn bytes(&self, access: &Access, hash: &str) -> Result<Vec<u8>> {
        let row = sqlx::query("SELECT bytes FROM blob WHERE study = $1 AND hash = $2")
            .bind(access.study())
            .bind(hash)
            .fetch_optional(self.reader())
            .await?;
        Ok(row.ok_or(Error::NotFound)?.try_get("bytes")?)
    }

    /// Every carried file with its bytes, by path.
    ///
    /// # Errors
    /// What the database says.
    pub async fn files(&self, access: &Access) -> Result<BTreeMap<String, Vec<u8>>> {
        let mut files = BTreeMap::new();
        for record in self.records(access, FILE).await? {
            let hash = record.fields.get("hash").map(Field::cell).unwrap_or_default();
            let bytes = self.bytes(access, &hash).await?;
            files.insert(record.id, bytes);
        }
        Ok(files)
    }
}
