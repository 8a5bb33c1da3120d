//! Cells that a grid sends, and what became of them.

use atalaya_model::{Family, value};
use atalaya_store::{ANSWER, Change, Clash, Field};
use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};

use super::of_one;
use crate::{
    app::{Chair, Shared},
    fault::Fault,
    pages::record,
};

/// Most cells that one save may carry: a matrix of 200 by 200.
const CELLS: usize = 40_000;

/// Cells that a grid sends.
#[derive(Debug, Deserialize)]
pub struct Sent {
    cells: Vec<Cell>,
}

#[derive(Debug, Deserialize)]
struct Cell {
    id: String,
    value: String,
    /// The revision that the grid had read when it was written, which may be long before it is sent.
    read: i64,
}

/// What became of them.
#[derive(Debug, Default, Serialize)]
pub struct Kept {
    seq: i64,
    /// Cells that no scale holds, and why.
    refused: Vec<Refused>,
    /// Cells that others filled in since, with what they wrote.
    conflicts: Vec<Theirs>,
}

#[derive(Debug, Serialize)]
struct Refused {
    id: String,
    reason: String,
}

#[derive(Debug, Serialize)]
struct Theirs {
    id: String,
    theirs: String,
    seq: i64,
}

/// Saves cells. Those that cannot be are told and not saved; the others are.
pub async fn write(
    State(app): State<Shared>,
    Chair(seat): Chair,
    Json(sent): Json<Sent>,
) -> Result<Json<Kept>, Fault> {
    if sent.cells.len() > CELLS {
        return Err(Fault::Bad("web-fault-too-many"));
    }
    let sheet = app.desk.glance(&seat.access).await?;
    let study = &sheet.loaded.value;
    let consensus = |id: &str| study.rounds.iter().any(|own| own.id.as_str() == id && of_one(study, own));
    let mut kept = Kept { seq: sheet.seq, ..Kept::default() };
    let mut changes = Vec::new();
    for cell in sent.cells {
        let round = cell.id.split('/').next().unwrap_or_default();
        let family = cell.id.split('/').nth(1).and_then(Family::find).ok_or(Fault::Bad("web-fault-bad"))?;
        let text = cell.value.trim();
        if text.is_empty() {
            if sheet.record(ANSWER, &cell.id).is_some() {
                changes.push(Change::delete(ANSWER, &cell.id, cell.read));
            }
            continue;
        }
        let scale = study.scale(family);
        match value::parse(text, scale, consensus(round)) {
            Ok(read) => {
                let printed = value::print(read.value, scale);
                changes.push(Change::set(ANSWER, &cell.id, cell.read, [("value", printed)]));
            }
            Err(_) => kept.refused.push(Refused {
                reason: seat
                    .who
                    .words
                    .with("web-refused", &[("value", text.into()), ("scale", scale.print().into())]),
                id: cell.id,
            }),
        }
    }
    if changes.is_empty() {
        return Ok(Json(kept));
    }
    match record::save(&app, &seat, changes).await {
        Ok(seq) => kept.seq = seq,
        Err(Fault::Conflict(conflicts)) => {
            kept.conflicts = conflicts
                .into_iter()
                .map(|conflict| {
                    let theirs = match &conflict.clash {
                        Clash::Field { theirs, .. } => theirs.as_ref(),
                        Clash::Deleted => None,
                        Clash::Edited => {
                            sheet.record(ANSWER, &conflict.id).and_then(|r| r.fields.get("value"))
                        }
                    };
                    Theirs {
                        theirs: theirs.map(Field::cell).unwrap_or_default(),
                        seq: conflict.seq,
                        id: conflict.id,
                    }
                })
                .collect();
        }
        Err(other) => return Err(other),
    }
    Ok(Json(kept))
}
