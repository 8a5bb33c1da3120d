//! Saving: every save is a revision, merged by field with what others saved meanwhile.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{Any, Row, Transaction};

use crate::{
    Error, Field, Fields, Organiser, Record, Result, Revision, Store,
    access::lock,
    database::{Value, hash, insert},
    read::{Key, State, range, revisions, states},
    record::{FILE, STUDY, check_id, has_order, to_json},
    study::tidy,
};

/// What is done to a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Gives fields values, or clears them; makes the record where there is none.
    Set {
        /// The fields by key; `None` clears one.
        fields: BTreeMap<String, Option<Field>>,
        /// Where it shall stand in its table; a new one stands last where this says nothing.
        position: Option<f64>,
    },
    /// Deletes it.
    Delete,
    /// Gives a carried file its bytes.
    File(Vec<u8>),
}

/// A change of a record by someone who read the study at a revision.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Kind of the record.
    pub kind: String,
    /// Id of the record.
    pub id: String,
    /// The number of the study's last revision when its author read it; 0 for what is new.
    pub read: i64,
    /// What is done.
    pub edit: Edit,
}

impl Change {
    /// Sets fields of a record.
    #[must_use]
    pub fn set<K: Into<String>, V: Into<Field>>(
        kind: &str,
        id: &str,
        read: i64,
        fields: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        let fields = fields.into_iter().map(|(key, value)| (key.into(), Some(value.into()))).collect();
        Self { kind: kind.to_owned(), id: id.to_owned(), read, edit: Edit::Set { fields, position: None } }
    }

    /// Deletes a record.
    #[must_use]
    pub fn delete(kind: &str, id: &str, read: i64) -> Self {
        Self { kind: kind.to_owned(), id: id.to_owned(), read, edit: Edit::Delete }
    }

    /// Gives a carried file its bytes.
    #[must_use]
    pub fn file(path: &str, bytes: impl Into<Vec<u8>>, read: i64) -> Self {
        Self { kind: FILE.to_owned(), id: path.to_owned(), read, edit: Edit::File(bytes.into()) }
    }
}

impl From<Record> for Change {
    /// Makes a record that is new.
    fn from(record: Record) -> Self {
        let Record { kind, id, position, fields } = record;
        let fields = fields.into_iter().map(|(key, value)| (key, Some(value))).collect();
        Self { kind, id, read: 0, edit: Edit::Set { fields, position: Some(position) } }
    }
}

/// What a save wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The number of the first revision that it made, where it made one: what was so already makes none.
    pub first: Option<i64>,
    /// The number of the study's last revision now.
    pub seq: i64,
}

/// Why two changes of a record cannot both be.
#[derive(Clone, Debug, PartialEq)]
pub enum Clash {
    /// Both gave a field a value.
    Field {
        /// The field.
        field: String,
        /// What you read.
        base: Option<Field>,
        /// What they wrote.
        theirs: Option<Field>,
        /// What you write.
        yours: Option<Field>,
    },
    /// You edit what they deleted.
    Deleted,
    /// You delete what they edited.
    Edited,
}

/// A change that another save since does not allow.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Kind of the record.
    pub kind: String,
    /// Id of the record.
    pub id: String,
    /// What clashes.
    pub clash: Clash,
    /// The revision that they made.
    pub seq: i64,
    /// Who made it.
    pub author: String,
    /// When.
    pub at: i64,
}

/// Why a save wrote nothing.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Others changed the same since.
    #[error("{} of the changes conflict with what others saved", .0.len())]
    Conflict(Vec<Conflict>),
    /// Anything else.
    #[error(transparent)]
    Store(#[from] Error),
}

impl From<sqlx::Error> for SaveError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

impl Store {
    /// Saves changes, all of them or none; values are kept as the model prints them. A field conflicts where another save since `read` gave it another value than
    /// this one does; a record where one deletes what the other edits.
    ///
    /// # Errors
    /// [`SaveError::Conflict`] with every conflict.
    pub async fn save(&self, by: Organiser<'_>, changes: Vec<Change>, now: i64) -> Result<Saved, SaveError> {
        let mut transaction = self.write().await?;
        let head = lock(&mut transaction, by.study()).await?;
        let saved = save(&mut transaction, by, head, changes, None, now).await?;
        transaction.commit().await?;
        Ok(saved)
    }

    /// Gives a record what it said at a revision, as a new save.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it was not there yet.
    pub async fn restore(
        &self,
        by: Organiser<'_>,
        kind: &str,
        id: &str,
        seq: i64,
        now: i64,
    ) -> Result<Saved, SaveError> {
        let key = (kind.to_owned(), id.to_owned());
        let mut transaction = self.write().await?;
        let head = lock(&mut transaction, by.study()).await?;
        let mut all = revisions(&mut transaction, by.study(), &[&key]).await?;
        let all = all.remove(&key).unwrap_or_default();
        let then = all.iter().rev().find(|revision| revision.seq <= seq).ok_or(Error::NotFound)?;
        let last = all.last().ok_or(Error::NotFound)?;
        let change = back(key, Some(then), last, head);
        let saved = save(&mut transaction, by, head, change.into_iter().collect(), None, now).await?;
        transaction.commit().await?;
        Ok(saved)
    }

    /// Undoes the revisions from one to another, both included, as a new save: every field that they changed says again
    /// what it said before. The number of the undoing save is what redoes it.
    ///
    /// # Errors
    /// [`SaveError::Conflict`] where others changed the same since; [`Error::NotFound`] where there are no such
    /// revisions.
    pub async fn undo(&self, by: Organiser<'_>, first: i64, last: i64, now: i64) -> Result<Saved, SaveError> {
        let mut transaction = self.write().await?;
        let head = lock(&mut transaction, by.study()).await?;
        if first < 1 || first > last || last > head {
            return Err(Error::NotFound.into());
        }
        let touched = range(&mut transaction, by.study(), first, last).await?;
        let keys: BTreeSet<Key> =
            touched.into_iter().map(|revision| (revision.record.kind, revision.record.id)).collect();
        let all = revisions(&mut transaction, by.study(), &keys.iter().collect::<Vec<_>>()).await?;
        let changes = all.into_iter().filter_map(|(key, revisions)| {
            let before = revisions.iter().rev().find(|revision| revision.seq < first);
            let after = revisions.iter().rev().find(|revision| revision.seq <= last)?;
            back(key, before, after, last)
        });
        let saved = save(&mut transaction, by, head, changes.collect(), Some(last), now).await?;
        transaction.commit().await?;
        Ok(saved)
    }
}

/// The change that makes a record of `now` what it was `then`.
fn back((kind, id): Key, then: Option<&Revision>, now: &Revision, read: i64) -> Option<Change> {
    let Some(then) = then.filter(|then| !then.deleted) else {
        return (!now.deleted).then_some(Change { kind, id, read, edit: Edit::Delete });
    };
    let before = &then.record.fields;
    let nothing = Fields::new();
    let after = if now.deleted { &nothing } else { &now.record.fields };
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differ = keys.into_iter().filter(|key| before.get(*key) != after.get(*key));
    let fields = differ.map(|key| (key.clone(), before.get(key).cloned())).collect();
    let position =
        (now.deleted || then.record.position != now.record.position).then_some(then.record.position);
    Some(Change { kind, id, read, edit: Edit::Set { fields, position } })
}

/// Refuses what no record can be.
fn check(change: &Change, head: i64) -> Result<()> {
    check_id(&change.kind, &change.id)?;
    if change.read > head || change.read < 0 {
        return Err(Error::invalid("read", change.read.to_string()));
    }
    match &change.edit {
        Edit::Set { position, fields } => {
            if position.is_some_and(|position| !position.is_finite()) {
                return Err(Error::invalid("position", &change.id));
            }
            // The id is the record's name; only the frame has one among its fields.
            if change.kind != STUDY && fields.contains_key("id") {
                return Err(Error::invalid("field", "id"));
            }
        }
        Edit::Delete if change.kind == STUDY => return Err(Error::invalid("delete", STUDY)),
        Edit::Delete => {}
        Edit::File(_) if change.kind != FILE => return Err(Error::invalid("file", &change.kind)),
        Edit::File(_) => {}
    }
    Ok(())
}

/// Saves changes in a transaction that holds the study, whose last revision is `head`; `undoes` is the last revision of
/// the save that they undo.
async fn save(
    transaction: &mut Transaction<'_, Any>,
    by: Organiser<'_>,
    head: i64,
    mut changes: Vec<Change>,
    undoes: Option<i64>,
    now: i64,
) -> Result<Saved, SaveError> {
    for change in &changes {
        check(change, head)?;
    }
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for change in &mut changes {
        if let Edit::File(bytes) = &mut change.edit {
            let (hash, size) = (hash(bytes), bytes.len().to_string());
            files.insert(hash.clone(), std::mem::take(bytes));
            let fields = [("hash", hash), ("size", size)];
            let fields = fields.into_iter().map(|(key, value)| (key.to_owned(), Some(Field::Text(value))));
            change.edit = Edit::Set { fields: fields.collect(), position: None };
        }
    }
    for change in &mut changes {
        if let Edit::Set { fields, .. } = &mut change.edit {
            tidy(&change.kind, &change.id, fields);
        }
    }
    let order: Vec<Key> = {
        let mut seen = BTreeSet::new();
        let keys = changes.iter().map(|change| (change.kind.clone(), change.id.clone()));
        keys.filter(|key| seen.insert(key.clone())).collect()
    };
    let mut current = states(transaction, by.study(), &order.iter().collect::<Vec<_>>()).await?;
    let conflicts = conflicts(transaction, by.study(), &changes, &current).await?;
    if !conflicts.is_empty() {
        return Err(SaveError::Conflict(conflicts));
    }
    let before = current.clone();
    let mut last: BTreeMap<String, f64> = BTreeMap::new();
    for change in changes {
        let key = (change.kind, change.id);
        let is_new = current.get(&key).is_none_or(|state| state.deleted);
        let mut place = 0.0;
        if let Edit::Set { position, .. } = &change.edit
            && has_order(&key.0)
        {
            place = match (position, current.get(&key)) {
                (Some(position), _) => *position,
                (None, Some(state)) if !is_new => state.position,
                (None, _) => last_position(transaction, by.study(), &key.0, &last).await? + 1.0,
            };
            if is_new {
                let end = last.entry(key.0.clone()).or_insert(place);
                *end = end.max(place);
            }
        }
        apply(&mut current, key, change.edit, place);
    }
    let changed: Vec<&Key> = order
        .iter()
        .filter(|key| match (before.get(*key), current.get(*key)) {
            (Some(before), Some(after)) => before != after,
            (None, Some(after)) => !after.deleted,
            _ => false,
        })
        .collect();
    if changed.is_empty() {
        return Ok(Saved { first: None, seq: head });
    }
    let seq = write(transaction, by, head, &changed, &current, files, (undoes, now)).await?;
    Ok(Saved { first: Some(head + 1), seq })
}

/// The last position of a kind: what this save put there, or what stands there.
async fn last_position(
    transaction: &mut Transaction<'_, Any>,
    study: &str,
    kind: &str,
    known: &BTreeMap<String, f64>,
) -> Result<f64> {
    if let Some(last) = known.get(kind) {
        return Ok(*last);
    }
    let row = sqlx::query(
        "SELECT position FROM record WHERE study = $1 AND kind = $2 AND deleted = 0 \
         ORDER BY position DESC LIMIT 1",
    )
    .bind(study)
    .bind(kind)
    .fetch_optional(&mut **transaction)
    .await?;
    row.map_or(Ok(0.0), |row| Ok(row.try_get("position")?))
}

fn apply(current: &mut BTreeMap<Key, State>, key: Key, edit: Edit, position: f64) {
    match edit {
        Edit::Set { fields, .. } => {
            let state = current.entry(key).or_default();
            // What was deleted begins anew.
            if std::mem::take(&mut state.deleted) {
                state.fields.clear();
            }
            state.position = position;
            for (key, value) in fields {
                match value.filter(|value| !value.is_empty()) {
                    Some(value) => state.fields.insert(key, value),
                    None => state.fields.remove(&key),
                };
            }
        }
        Edit::Delete => {
            if let Some(state) = current.get_mut(&key) {
                state.deleted = true;
                state.fields.clear();
            }
        }
        // Their bytes were taken out before.
        Edit::File(_) => {}
    }
}

/// Writes the revisions of changed records; the number of the last.
async fn write(
    transaction: &mut Transaction<'_, Any>,
    by: Organiser<'_>,
    head: i64,
    changed: &[&Key],
    current: &BTreeMap<Key, State>,
    files: BTreeMap<String, Vec<u8>>,
    (undoes, now): (Option<i64>, i64),
) -> Result<i64> {
    let study = by.study();
    let mut rows: Vec<Vec<Value>> = Vec::with_capacity(changed.len());
    for (&key, seq) in changed.iter().zip(head + 1..) {
        let Some(state) = current.get(key) else { continue };
        let (kind, id) = (key.0.as_str().into(), key.1.as_str().into());
        let (deleted, fields) = (Value::Int(i64::from(state.deleted)), Value::Text(to_json(&state.fields)?));
        rows.push(vec![
            study.into(),
            kind,
            id,
            Value::Int(seq),
            Value::Real(state.position),
            deleted,
            fields,
        ]);
    }
    let last = head + rows.len() as i64;
    insert(
        transaction,
        "INSERT INTO record (study, kind, id, seq, position, deleted, fields) VALUES ",
        "ON CONFLICT (study, kind, id) DO UPDATE SET seq = excluded.seq, position = excluded.position, \
         deleted = excluded.deleted, fields = excluded.fields",
        &mut rows.into_iter(),
    )
    .await?;
    // The same rows, from one table to the other.
    sqlx::query(
        "INSERT INTO revision (study, kind, id, seq, position, deleted, fields, author, at, undoes) \
         SELECT study, kind, id, seq, position, deleted, fields, $3, $4, $5 FROM record WHERE study = $1 AND seq > $2",
    )
    .bind(study)
    .bind(head)
    .bind(by.person())
    .bind(now)
    .bind(undoes.unwrap_or(0))
    .execute(&mut **transaction)
    .await?;
    for (hash, bytes) in files {
        insert(
            transaction,
            "INSERT INTO blob (study, hash, bytes) VALUES ",
            "ON CONFLICT (study, hash) DO NOTHING",
            &mut std::iter::once(vec![study.into(), Value::Text(hash), Value::Blob(bytes)]),
        )
        .await?;
    }
    sqlx::query("UPDATE study SET seq = $2, changed = $3 WHERE id = $1")
        .bind(study)
        .bind(last)
        .bind(now)
        .execute(&mut **transaction)
        .await?;
    Ok(last)
}

/// Every conflict of changes with what was saved since they were read.
async fn conflicts(
    transaction: &mut Transaction<'_, Any>,
    study: &str,
    changes: &[Change],
    current: &BTreeMap<Key, State>,
) -> Result<Vec<Conflict>> {
    let key = |change: &Change| (change.kind.clone(), change.id.clone());
    let stale: BTreeMap<Key, ()> = changes
        .iter()
        .map(|change| (key(change), change.read))
        .filter(|(key, read)| current.get(key).is_some_and(|state| state.seq > *read))
        .map(|(key, _)| (key, ()))
        .collect();
    if stale.is_empty() {
        return Ok(Vec::new());
    }
    let all = revisions(transaction, study, &stale.keys().collect::<Vec<_>>()).await?;
    let mut conflicts = Vec::new();
    for change in changes {
        let Some(revisions) = all.get(&key(change)) else { continue };
        let known = revisions.partition_point(|revision| revision.seq <= change.read);
        let (base, since) = (revisions[..known].last(), &revisions[known..]);
        let Some(last) = since.last() else { continue };
        let mut clash = |clash, by: &Revision| {
            let (kind, id) = key(change);
            conflicts.push(Conflict { kind, id, clash, seq: by.seq, author: by.author.clone(), at: by.at });
        };
        let value = |revision: &Revision, field: &str| {
            (!revision.deleted).then(|| revision.record.fields.get(field).cloned()).flatten()
        };
        match &change.edit {
            // Both deleted it: that is what both wanted.
            Edit::Delete if last.deleted => {}
            Edit::Delete => clash(Clash::Edited, last),
            // Its author did not know that there was one, and there is none.
            Edit::Set { .. } if last.deleted && base.is_none() => {}
            Edit::Set { .. } if last.deleted => clash(Clash::Deleted, last),
            Edit::Set { fields, .. } => {
                for (field, yours) in fields {
                    let yours = yours.clone().filter(|value| !value.is_empty());
                    let was = base.and_then(|base| value(base, field));
                    let theirs = value(last, field);
                    if theirs == was || theirs == yours {
                        continue;
                    }
                    // Whoever gave it the value that it has now.
                    let mut earlier = was.clone();
                    let mut by = last;
                    for revision in since {
                        let now = value(revision, field);
                        if now != earlier && now == theirs {
                            by = revision;
                        }
                        earlier = now;
                    }
                    let field = field.clone();
                    clash(Clash::Field { field, base: was, theirs, yours }, by);
                }
            }
            Edit::File(_) => {}
        }
    }
    Ok(conflicts)
}
