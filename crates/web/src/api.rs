//! What programs ask under `/api/v1`, with a token of a person: the same studies, records, findings and documents that the
//! pages show, as JSON. [`document`] describes all of it.

mod openapi;

use std::collections::BTreeMap;

use atalaya_analysis::canonical;
use atalaya_model::{Lang, Severity};
use atalaya_report::{doc::Block, rests};
use atalaya_store::{Change, Clash, Conflict, Edit, Field, Fields, Record, Revision, Role, Spot};
use axum::{
    Json,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

pub use openapi::document;

use crate::{
    app::{Chair, Seat, Shared, Who, now, token},
    fault::Fault,
    pages::{files, home, people, record},
};

/// Most revisions of one answer.
const CHANGES: u32 = 5000;

/// A person.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PersonOut {
    id: String,
    name: String,
    email: String,
}

/// Who the token speaks for.
pub async fn me(who: Who) -> Json<PersonOut> {
    let person = who.person;
    Json(PersonOut { id: person.id, name: person.name, email: person.email })
}

/// A study.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StudyOut {
    /// The last part of its addresses.
    id: String,
    title: String,
    /// `organiser` or `reader`.
    role: String,
    /// The number of its last revision.
    seq: i64,
}

/// The studies of the person, the last changed first.
pub async fn studies(State(app): State<Shared>, who: Who) -> Result<Json<Vec<StudyOut>>, Fault> {
    let all = app.store.studies(&who.person.id).await?;
    let out = |own: atalaya_store::StudyInfo| StudyOut {
        id: own.id,
        title: own.title,
        role: own.role.as_str().to_owned(),
        seq: own.seq,
    };
    Ok(Json(all.into_iter().map(out).collect()))
}

/// A study to be made.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewStudy {
    title: String,
    /// The language of the title: `es` or `en`.
    lang: Option<String>,
    /// The name of a template; a blank study without one.
    template: Option<String>,
}

/// Makes a study.
pub async fn create(
    State(app): State<Shared>,
    who: Who,
    Json(sent): Json<NewStudy>,
) -> Result<(StatusCode, Json<Summary>), Fault> {
    let lang = match sent.lang.as_deref() {
        None => who.lang,
        Some(code) => Lang::parse(code).ok_or(Fault::Bad("web-fault-bad"))?,
    };
    let access =
        home::begin(&app, &who, &sent.title, sent.template.as_deref().unwrap_or_default(), lang).await?;
    let seat = Seat { who, access };
    Ok((StatusCode::CREATED, summarised(&app, &seat).await?))
}

/// A study, and how it stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Summary {
    id: String,
    title: BTreeMap<String, String>,
    role: String,
    /// The number of its last revision.
    seq: i64,
    /// How many records of each kind it has.
    records: BTreeMap<String, usize>,
    errors: usize,
    warnings: usize,
    gaps: usize,
}

/// A study, and how it stands.
pub async fn study(State(app): State<Shared>, seat: Seat) -> Result<Json<Summary>, Fault> {
    summarised(&app, &seat).await
}

async fn summarised(app: &Shared, seat: &Seat) -> Result<Json<Summary>, Fault> {
    let sheet = app.desk.open(&seat.access).await?;
    let mut records: BTreeMap<String, usize> = BTreeMap::new();
    for (kind, _) in sheet.records.keys() {
        *records.entry(kind.clone()).or_default() += 1;
    }
    let of = |severity| sheet.diagnostics.iter().filter(|own| own.severity() == severity).count();
    let title = &sheet.loaded.value.frame.title;
    Ok(Json(Summary {
        id: seat.access.study().to_owned(),
        title: Lang::ALL.map(|lang| (lang.code().to_owned(), title.get(lang).to_owned())).into(),
        role: seat.access.role().as_str().to_owned(),
        seq: sheet.seq,
        records,
        errors: of(Severity::Error),
        warnings: of(Severity::Warning),
        gaps: of(Severity::Gap),
    }))
}

/// A record.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RecordOut {
    kind: String,
    id: String,
    /// Where it stands among those of its kind.
    position: f64,
    /// What it says by field: a text, or a list of texts.
    #[schemars(schema_with = "fields_schema")]
    fields: Fields,
}

/// The schema of fields: the store, whose type it is, knows none.
fn fields_schema(_: &mut SchemaGenerator) -> Schema {
    let field = serde_json::json!([{ "type": "string" }, { "type": "array", "items": { "type": "string" } }]);
    json_schema!({ "type": "object", "additionalProperties": { "anyOf": field } })
}

/// The same, where null clears a field.
fn edit_schema(_: &mut SchemaGenerator) -> Schema {
    let field = serde_json::json!([{ "type": "string" }, { "type": "array", "items": { "type": "string" } }, { "type": "null" }]);
    json_schema!({ "type": "object", "additionalProperties": { "anyOf": field } })
}

impl From<&Record> for RecordOut {
    fn from(own: &Record) -> Self {
        let Record { kind, id, position, fields } = own.clone();
        Self { kind, id, position, fields }
    }
}

/// The records of a kind, in their order.
pub async fn records(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, kind)): Path<(String, String)>,
) -> Result<Json<Vec<RecordOut>>, Fault> {
    let sheet = app.desk.open(&seat.access).await?;
    Ok(Json(sheet.of_kind(&kind).into_iter().map(RecordOut::from).collect()))
}

/// A record.
pub async fn record(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, kind, id)): Path<(String, String, String)>,
) -> Result<Json<RecordOut>, Fault> {
    let sheet = app.desk.open(&seat.access).await?;
    sheet.record(&kind, &id).map(|own| Json(own.into())).ok_or(Fault::NotFound)
}

/// Changes to be saved: all of them or none.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveIn {
    changes: Vec<ChangeIn>,
}

/// What is done to a record: `set`, or `delete`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ChangeIn {
    kind: String,
    id: String,
    /// The number of the study's last revision when the record was read; 0 for one that is new. What others saved since
    /// in other fields stands beside; in the same field it is a conflict, and nothing is saved.
    read: i64,
    /// Fields and what they shall say; null clears one. The record is made where there is none.
    #[serde(default)]
    #[schemars(schema_with = "edit_schema")]
    set: BTreeMap<String, Option<Field>>,
    #[serde(default)]
    delete: bool,
    position: Option<f64>,
}

/// Where the study stands after a save.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SavedOut {
    seq: i64,
}

/// Saves changes.
pub async fn save(
    State(app): State<Shared>,
    Chair(seat): Chair,
    Json(sent): Json<SaveIn>,
) -> Result<Json<SavedOut>, Fault> {
    let change = |own: ChangeIn| match (own.delete, own.set.is_empty()) {
        (true, true) => Ok(Change::delete(&own.kind, &own.id, own.read)),
        (true, false) => Err(Fault::Bad("web-fault-set-and-delete")),
        (false, _) => {
            let edit = Edit::Set { fields: own.set, position: own.position };
            Ok(Change { kind: own.kind, id: own.id, read: own.read, edit })
        }
    };
    let changes = sent.changes.into_iter().map(change).collect::<Result<Vec<_>, _>>()?;
    Ok(Json(SavedOut { seq: record::save(&app, &seat, changes).await? }))
}

/// Conflicts, as programs read them.
pub fn conflicts(all: &[Conflict]) -> serde_json::Value {
    let one = |own: &Conflict| {
        let clash = match &own.clash {
            Clash::Field { field, base, theirs, yours } => {
                serde_json::json!({ "field": field, "base": base, "theirs": theirs, "yours": yours })
            }
            Clash::Deleted => serde_json::json!("deleted"),
            Clash::Edited => serde_json::json!("edited"),
        };
        serde_json::json!({ "kind": own.kind, "id": own.id, "seq": own.seq, "clash": clash })
    };
    all.iter().map(one).collect()
}

/// A revision of a record.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RevisionOut {
    seq: i64,
    kind: String,
    id: String,
    deleted: bool,
    #[schemars(schema_with = "fields_schema")]
    fields: Fields,
    /// The person who saved it.
    author: String,
    /// When, in milliseconds since 1970.
    at: i64,
    /// The last revision of the save that it undid, where it undid one.
    #[serde(skip_serializing_if = "Option::is_none")]
    undoes: Option<i64>,
}

impl From<Revision> for RevisionOut {
    fn from(own: Revision) -> Self {
        let Revision { seq, record, deleted, author, at, undoes } = own;
        Self { seq, kind: record.kind, id: record.id, deleted, fields: record.fields, author, at, undoes }
    }
}

/// From which revision on, and how many.
#[derive(Debug, Deserialize)]
pub struct Since {
    since: Option<i64>,
    limit: Option<u32>,
}

/// What was saved after a revision, in its order.
pub async fn changes(
    State(app): State<Shared>,
    seat: Seat,
    Query(asked): Query<Since>,
) -> Result<Json<Vec<RevisionOut>>, Fault> {
    let limit = asked.limit.unwrap_or(CHANGES).min(CHANGES);
    let all = app.store.changes_since(&seat.access, asked.since.unwrap_or(0), limit).await?;
    Ok(Json(all.into_iter().map(RevisionOut::from).collect()))
}

/// Every revision of a record, the first first.
pub async fn history(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, kind, id)): Path<(String, String, String)>,
) -> Result<Json<Vec<RevisionOut>>, Fault> {
    let all = app.store.history(&seat.access, &kind, &id).await?;
    if all.is_empty() {
        return Err(Fault::NotFound);
    }
    Ok(Json(all.into_iter().map(RevisionOut::from).collect()))
}

/// A record, and the revision whose words it shall have again.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RestoreIn {
    kind: String,
    id: String,
    seq: i64,
}

/// Gives a record what it said at a revision, as a new save.
pub async fn restore(
    State(app): State<Shared>,
    Chair(seat): Chair,
    Json(sent): Json<RestoreIn>,
) -> Result<Json<SavedOut>, Fault> {
    let saved = app.store.restore(seat.access.organiser()?, &sent.kind, &sent.id, sent.seq, now()).await?;
    Ok(Json(SavedOut { seq: seat.saved(&app, &saved) }))
}

/// Revisions, the first and the last.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UndoIn {
    first: i64,
    last: i64,
}

/// Undoes revisions, as a new save.
pub async fn undo(
    State(app): State<Shared>,
    Chair(seat): Chair,
    Json(sent): Json<UndoIn>,
) -> Result<Json<SavedOut>, Fault> {
    let saved = app.store.undo(seat.access.organiser()?, sent.first, sent.last, now()).await?;
    Ok(Json(SavedOut { seq: seat.saved(&app, &saved) }))
}

/// What is wrong or missing.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DiagnosticOut {
    /// `E204`, as `atalaya explain` explains it.
    code: String,
    /// `error`, `warning` or `gap`.
    severity: String,
    kind: Option<String>,
    id: Option<String>,
    field: Option<String>,
    text: String,
    remedy: String,
}

/// Everything that is wrong or missing, in the language that is asked for.
pub async fn diagnostics(State(app): State<Shared>, seat: Seat) -> Result<Json<Vec<DiagnosticOut>>, Fault> {
    let sheet = app.desk.open(&seat.access).await?;
    let out = |own: &atalaya_model::Diagnostic| {
        let said = seat.who.words.diagnostic(own);
        let spot = Spot::of(&own.place);
        let severity = match own.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Gap => "gap",
        };
        DiagnosticOut {
            code: own.code.to_string(),
            severity: severity.to_owned(),
            kind: spot.as_ref().map(|spot| spot.kind.clone()),
            id: spot.as_ref().map(|spot| spot.id.clone()),
            field: spot.and_then(|spot| spot.field),
            text: said.text,
            remedy: said.remedy,
        }
    };
    Ok(Json(sheet.diagnostics.iter().map(out).collect()))
}

/// Whether to wait for the resampling.
#[derive(Debug, Deserialize)]
pub struct Resampled {
    resampled: Option<bool>,
}

/// The findings: as `findings.json` has them, or without resampling, which are there at once.
pub async fn findings(
    State(app): State<Shared>,
    seat: Seat,
    Query(asked): Query<Resampled>,
) -> Result<Response, Fault> {
    let sheet = app.desk.open(&seat.access).await?;
    let text = match asked.resampled.unwrap_or(true) {
        true => canonical::json(&*app.desk.wait(&seat.access, &sheet).await?),
        false => canonical::json(&sheet.point),
    };
    let text = text.map_err(|error| Fault::Internal(error.to_string()))?;
    Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
}

/// A figure or a table of the report.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PartOut {
    id: String,
    /// `figure` or `table`.
    what: String,
    caption: String,
    /// The finding that it shows, by its key in `trace` of the findings; nothing where it prints records.
    trace: Option<String>,
    /// The formats that it is given in.
    formats: Vec<String>,
}

/// The figures and tables of the report, in their order and in the language that is asked for.
pub async fn parts(State(app): State<Shared>, seat: Seat) -> Result<Json<Vec<PartOut>>, Fault> {
    let sheet = app.desk.open(&seat.access).await?;
    let document = sheet.document(seat.who.lang, None);
    let blocks = rests::all(&document);
    let out = |(_, block): &(&str, &Block)| {
        let (id, what, caption, formats) = match block {
            Block::Figure(own) => (&own.id, "figure", own.caption.plain(), ["svg", "png"]),
            Block::Table(own) => (&own.id, "table", own.caption.plain(), ["csv", "xlsx"]),
            _ => return None,
        };
        Some(PartOut {
            id: id.clone(),
            what: what.to_owned(),
            caption,
            trace: rests::trace_of(&document, &blocks, id).map(str::to_owned),
            formats: formats.map(str::to_owned).into(),
        })
    };
    Ok(Json(blocks.iter().filter_map(out).collect()))
}

/// A member of a study.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MemberOut {
    person: String,
    name: String,
    email: String,
    role: String,
}

/// The people of a study.
pub async fn members(State(app): State<Shared>, seat: Seat) -> Result<Json<Vec<MemberOut>>, Fault> {
    let all = app.store.members(&seat.access).await?;
    let out = |own: atalaya_store::Member| MemberOut {
        person: own.person,
        name: own.name,
        email: own.email,
        role: own.role.as_str().to_owned(),
    };
    Ok(Json(all.into_iter().map(out).collect()))
}

/// An invitation to be made.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InviteIn {
    /// `organiser` or `reader`.
    role: String,
}

/// The link of an invitation, told this once.
#[derive(Debug, Serialize, JsonSchema)]
pub struct InvitedOut {
    link: String,
}

/// Makes an invitation: its link works once, for a week.
pub async fn invite(
    State(app): State<Shared>,
    Chair(seat): Chair,
    headers: HeaderMap,
    Json(sent): Json<InviteIn>,
) -> Result<(StatusCode, Json<InvitedOut>), Fault> {
    let role = Role::parse(&sent.role).ok_or(Fault::Bad("web-fault-bad"))?;
    let secret = token()?;
    let end = now() + people::HOLDS;
    app.store.invite(seat.access.organiser()?, secret.as_bytes(), role, now(), end).await?;
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let link = format!("{}/join/{secret}", app.names.base(host));
    Ok((StatusCode::CREATED, Json(InvitedOut { link })))
}

/// Opens an archive or a workbook as a new study.
pub async fn open(
    State(app): State<Shared>,
    who: Who,
    form: axum::extract::Multipart,
) -> Result<(StatusCode, Json<Summary>), Fault> {
    let access = files::received(&app, &who, form).await?;
    let seat = Seat { who, access };
    Ok((StatusCode::CREATED, summarised(&app, &seat).await?))
}

/// The description of everything under `/api/v1`, in the language that is asked for.
pub async fn description(headers: HeaderMap) -> Json<serde_json::Value> {
    Json(document(&atalaya_words::Words::new(crate::app::lang(&headers))))
}
