//! Studies and tables out: archives, workbooks, and what every download says of itself.

use atalaya_formats::{
    archive, print,
    workbook::{self, Spoken},
};
use atalaya_model::{Diagnostic, Kind, heading};
use atalaya_words::Words;
use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};

use crate::{
    app::{Seat, Shared},
    desk::Sheet,
    fault::Fault,
    pages::scw,
};

/// Which state of which study a workbook is of.
fn stamp(seat: &Seat, sheet: &Sheet) -> String {
    format!("{}@{}", seat.access.study(), sheet.seq)
}

/// The revision that a workbook of this study was written from, where it says one.
pub fn written_from(seat: &Seat, sheet: &Sheet, bytes: &[u8]) -> Option<i64> {
    let stamp = workbook::stamp(bytes)?;
    let (study, seq) = stamp.rsplit_once('@')?;
    let seq = seq.parse().ok().filter(|seq| (1..=sheet.seq).contains(seq))?;
    (study == seat.access.study()).then_some(seq)
}

/// The records of a kind as a workbook to fill in and bring back.
pub async fn table(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, kind)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let kind = Kind::parse(&kind).ok_or(Fault::NotFound)?;
    let sheet = app.desk.glance(&seat.access).await?;
    app.work.one(&seat.who.person.id)?;
    let (lang, stamp) = (seat.who.lang, stamp(&seat, &sheet));
    let bytes = tokio::task::spawn_blocking(move || {
        let words = Words::new(lang);
        let meaning = |part: &str, field: &str| words.header_note(part, field);
        let spoken = Spoken { lang, meaning: Some(&meaning), stamp: Some(&stamp) };
        workbook::table(&sheet.loaded.value, kind, spoken)
    })
    .await?;
    // Called as its sheet, so that the way back knows it by its name.
    let name = heading::Of::Sheets.name(kind.home().sheet(), lang);
    Ok(download(&format!("{name}.xlsx"), bytes.map_err(Fault::Internal)?))
}

/// The whole study as an archive or a workbook, or its judgements between states as a project of ScenarioWizard.
pub async fn whole(
    State(app): State<Shared>,
    seat: Seat,
    Path((study, end)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let sheet = app.desk.open(&seat.access).await?;
    app.work.one(&seat.who.person.id)?;
    let carried = app.store.files(&seat.access).await?;
    let (format, lang, stamp) = (end.clone(), seat.who.lang, stamp(&seat, &sheet));
    let bytes = tokio::task::spawn_blocking(move || -> Result<Vec<u8>, Fault> {
        let study = &sheet.loaded.value;
        let refused = |wrong: Diagnostic| Fault::Internal(format!("{wrong:?}"));
        match format.as_str() {
            "zip" => archive::pack(&print::study(study, &print::Layout { carried })).map_err(refused),
            "xlsx" => {
                let io = |error: std::io::Error| Fault::Internal(error.to_string());
                let folder = tempfile::tempdir().map_err(io)?;
                let path = folder.path().join("study.xlsx");
                let words = Words::new(lang);
                let meaning = |part: &str, field: &str| words.header_note(part, field);
                let spoken = Spoken { lang, meaning: Some(&meaning), stamp: Some(&stamp) };
                workbook::write(study, &path, spoken).map_err(refused)?;
                std::fs::read(&path).map_err(io)
            }
            "scw" => scw::bytes(&sheet, lang).ok_or(Fault::NotFound),
            _ => Err(Fault::NotFound),
        }
    })
    .await??;
    Ok(download(&format!("{study}.{end}"), bytes))
}

/// What says how a file to be kept is called (RFC 6266): in letters of ASCII, and as it is where it has others.
fn attachment(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_ascii() { c } else { '_' }).collect();
    if plain == name {
        return format!("attachment; filename=\"{name}\"");
    }
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    let coded: String =
        name.bytes().map(|b| if safe(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{coded}")
}

/// A file to be kept.
pub fn download(name: &str, bytes: Vec<u8>) -> Response {
    let end = name.rsplit('.').next().unwrap_or_default();
    let kind = match end {
        "zip" => "application/zip",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "pdf" => "application/pdf",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "application/octet-stream",
    };
    let headers = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, attachment(name))];
    (headers, bytes).into_response()
}
