//! Studies in and out: archives and workbooks.

use atalaya_formats::{archive, print, read, tree::Tree, workbook};
use atalaya_model::{Diagnostic, Lang, Severity, Study, study::Loaded};
use atalaya_store::{Access, Change, STUDY, diff, records};
use axum::{
    extract::{Multipart, Path, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    app::{App, Seat, Shared, Who, now},
    fault::Fault,
    pages::home,
};

/// How long a file may take to arrive.
const ARRIVES: std::time::Duration = std::time::Duration::from_secs(300);

/// Puts the files of a study into one that was just made.
pub async fn fill(app: &App, access: &Access, tree: &Tree) -> Result<(), Fault> {
    let loaded = read::study(tree);
    let carried = read::layout(tree).carried;
    let mut changes = diff(&[], &records(&loaded.value), 0);
    changes.extend(carried.into_iter().map(|(path, bytes)| Change::file(&path, bytes, 0)));
    save(app, access, changes).await
}

/// Gives a new study its title and a day to speak from.
pub async fn blank(app: &App, access: &Access, title: &str, lang: Lang) -> Result<(), Fault> {
    let fields = [
        (format!("title.{}", lang.code()), title.to_owned()),
        ("format".to_owned(), "1".to_owned()),
        ("id".to_owned(), access.study().chars().take(32).collect()),
        ("languages".to_owned(), lang.code().to_owned()),
    ];
    save(app, access, vec![Change::set(STUDY, STUDY, 0, fields)]).await
}

/// Gives a study that was made from a template the title that its author typed.
pub async fn entitle(app: &App, access: &Access, title: &str, lang: Lang) -> Result<(), Fault> {
    let read = app.store.seq(access).await?;
    let sides = [(lang, title), (lang.other(), "")];
    let fields = sides.map(|(side, text)| (format!("title.{}", side.code()), text.to_owned()));
    save(app, access, vec![Change::set(STUDY, STUDY, read, fields)]).await
}

async fn save(app: &App, access: &Access, changes: Vec<Change>) -> Result<(), Fault> {
    let saved = app.store.save(access.organiser()?, changes, now()).await?;
    app.desk.saved(access.study(), saved.seq, access.person());
    Ok(())
}

/// A study from the bytes of a file that was sent.
fn read_sent(name: &str, bytes: &[u8]) -> Result<Tree, Diagnostic> {
    let refused = |reason: &str| {
        let place = atalaya_model::Place::file(name);
        Diagnostic::new(atalaya_model::Code::BadArchive, place).with("reason", reason)
    };
    if name.to_lowercase().ends_with(".xlsx") {
        // A workbook is an archive too, and its reader counts nothing; it also wants a file.
        archive::measure(bytes).map_err(refused)?;
        let folder = tempfile::tempdir().map_err(|_| refused("not-a-study"))?;
        let path = folder.path().join("study.xlsx");
        std::fs::write(&path, bytes).map_err(|_| refused("not-a-study"))?;
        let loaded: Loaded<Study> = workbook::read(&path);
        return match loaded.diagnostics.into_iter().find(|d| d.severity() == Severity::Error) {
            Some(wrong) => Err(wrong),
            None => Ok(print::study(&loaded.value, &print::Layout::default())),
        };
    }
    archive::unpack(bytes).map_err(refused)
}

/// Opens an archive or a workbook as a new study.
pub async fn open(State(app): State<Shared>, who: Who, form: Multipart) -> Result<Redirect, Fault> {
    let access = received(&app, &who, form).await?;
    Ok(Redirect::to(&format!("/s/{}", access.study())))
}

/// Makes a study of a file that arrives.
pub async fn received(app: &App, who: &Who, mut form: Multipart) -> Result<Access, Fault> {
    let upload = || Fault::Bad("web-fault-upload");
    let arriving = async {
        let mut sent = None;
        while let Some(field) = form.next_field().await.map_err(|_| upload())? {
            if field.name() == Some("file") {
                let name = field.file_name().unwrap_or_default().to_owned();
                sent = Some((name, field.bytes().await.map_err(|_| upload())?));
            }
        }
        sent.ok_or_else(upload)
    };
    let (name, bytes) = tokio::time::timeout(ARRIVES, arriving).await.map_err(|_| upload())??;
    let file = name.clone();
    let tree = tokio::task::spawn_blocking(move || read_sent(&file, &bytes)).await?;
    let tree = tree.map_err(|wrong| {
        let said = who.words.diagnostic(&wrong);
        Fault::Said(format!("{} {}", said.text, said.remedy))
    })?;
    let loaded = read::study(&tree);
    let title = loaded.value.frame.title.get(who.lang);
    let title =
        if title.is_empty() { name.trim_end_matches(".zip").trim_end_matches(".xlsx") } else { title };
    let access = home::make(app, who, title).await?;
    fill(app, &access, &tree).await?;
    Ok(access)
}

/// The whole study as an archive or a workbook.
pub async fn whole(
    State(app): State<Shared>,
    seat: Seat,
    Path((study, end)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let sheet = app.desk.open(&seat.access).await?;
    let carried = app.store.files(&seat.access).await?;
    let format = end.clone();
    let bytes = tokio::task::spawn_blocking(move || -> Result<Vec<u8>, Fault> {
        let study = &sheet.loaded.value;
        let refused = |wrong: Diagnostic| Fault::Internal(format!("{wrong:?}"));
        match format.as_str() {
            "zip" => archive::pack(&print::study(study, &print::Layout { carried })).map_err(refused),
            "xlsx" => {
                let io = |error: std::io::Error| Fault::Internal(error.to_string());
                let folder = tempfile::tempdir().map_err(io)?;
                let path = folder.path().join("study.xlsx");
                workbook::write(study, &path).map_err(refused)?;
                std::fs::read(&path).map_err(io)
            }
            _ => Err(Fault::NotFound),
        }
    })
    .await??;
    Ok(download(&format!("{study}.{end}"), bytes))
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
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, bytes).into_response()
}
