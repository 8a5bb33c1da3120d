//! Studies in and out: archives, workbooks and matrices.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use atalaya_formats::{
    archive, book,
    cib::study as matrices,
    print::{self, Layout},
    read,
    sheet::{self, Sheet},
    tree::Tree,
    workbook,
};
use atalaya_model::{Answer, Code, Diagnostic, Kind, Lang, Place, Severity, Study, heading};
use atalaya_store::{Access, Change, Clash, Conflict, Edit, Field, Record, STUDY, diff, records};
use atalaya_words::Words;
use axum::{
    extract::{Multipart, State},
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};

use crate::{
    app::{App, Chair, Seat, Shared, Who, now},
    desk::Sheet as Sheets,
    fault::{Fault, Marked},
    form,
    pages::{home, out, record, scw},
    shell::said,
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

/// Saves into a study that was just made, which nobody has open.
async fn save(app: &App, access: &Access, changes: Vec<Change>) -> Result<(), Fault> {
    app.store.save(access.organiser()?, changes, now()).await?;
    Ok(())
}

/// A file that was sent: its path as the browser tells it, and its bytes.
type SentFile = (String, Vec<u8>);

/// Most files of one time: those of a study's folder.
const FILES: usize = 5000;

/// What a form sends: files, and the other fields.
async fn arrived(mut form: Multipart) -> Result<(Vec<SentFile>, BTreeMap<String, String>), Fault> {
    let upload = || Fault::Bad("web-fault-upload");
    let arriving = async {
        let (mut files, mut fields) = (Vec::new(), BTreeMap::new());
        while let Some(field) = form.next_field().await.map_err(|_| upload())? {
            let name = field.name().unwrap_or_default().to_owned();
            match field.file_name().map(str::to_owned) {
                Some(path) if !path.is_empty() => {
                    files.push((path, field.bytes().await.map_err(|_| upload())?.to_vec()));
                }
                // A form without a file chosen sends one without a name.
                Some(_) => {}
                None => {
                    fields.insert(name, field.text().await.map_err(|_| upload())?);
                }
            }
            if files.len() > FILES {
                return Err(upload());
            }
        }
        if files.is_empty() { Err(upload()) } else { Ok((files, fields)) }
    };
    tokio::time::timeout(ARRIVES, arriving).await.map_err(|_| upload())?
}

/// A path as a study has it, from the one that a browser tells; none that climbs.
fn plain(path: &str) -> Option<String> {
    let path = path.replace('\\', "/");
    let good = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains([':', '\0']);
    (path.len() < 400 && path.split('/').all(good)).then_some(path)
}

fn refused(name: &str, reason: &str) -> Diagnostic {
    Diagnostic::new(Code::BadArchive, Place::file(name)).with("reason", reason)
}

/// The study in a file, whole: an archive or a workbook. Of a workbook, a sheet that nobody understands is told unless
/// `keep` says that it may be left; columns go along as they are.
fn packed(name: &str, bytes: &[u8], keep: bool) -> Result<Tree, Vec<Diagnostic>> {
    if !is_workbook(name) {
        return archive::unpack(bytes).map_err(|reason| vec![refused(name, reason)]);
    }
    let sheets = book::sheets_of(bytes, name).map_err(|wrong| vec![wrong])?;
    let mut loaded = workbook::whole(name, sheets);
    let left = |d: &Diagnostic| d.code == Code::UnknownFile && !keep;
    loaded.diagnostics.retain(|d| d.severity() == Severity::Error || left(d));
    match loaded.diagnostics.is_empty() {
        true => Ok(print::study(&loaded.value, &Layout::default())),
        false => Err(loaded.diagnostics),
    }
}

fn is_workbook(name: &str) -> bool {
    book::is_book(std::path::Path::new(name))
}

/// Whether a file is a whole study by itself.
fn is_packed(name: &str) -> bool {
    name.to_lowercase().ends_with(".zip") || is_workbook(name)
}

/// A whole study from what was sent: an archive, a workbook, or the files of its folder.
fn whole_study(files: &[SentFile], keep: bool) -> Result<Tree, Vec<Diagnostic>> {
    if let [(name, bytes)] = files
        && is_packed(name)
    {
        return packed(name, bytes, keep);
    }
    if let [(name, bytes)] = files
        && scw::is_scw(name)
    {
        let matrix = matrices::read(name, bytes)?;
        return Ok(print::study(&matrices::alone(&matrix), &Layout::default()));
    }
    let paths: Vec<Option<String>> = files.iter().map(|(path, _)| plain(path)).collect();
    let root = paths.iter().flatten().filter(|path| path.rsplit('/').next() == Some("study.toml"));
    let root = root
        .min_by_key(|path| path.len())
        .ok_or_else(|| vec![refused(files.first().map_or("", |(path, _)| path), "not-a-study")])?;
    let prefix = root.strip_suffix("study.toml").unwrap_or_default();
    let mut tree = Tree::default();
    for (path, (_, bytes)) in paths.iter().zip(files) {
        // What a program left of its own work is no part of the study, nor is the list of an unpacked archive.
        let own = path.as_deref().and_then(|path| path.strip_prefix(prefix));
        if let Some(own) =
            own.filter(|own| !own.starts_with("out/") && !own.starts_with('.') && *own != "manifest.json")
        {
            tree.insert(own, bytes.clone());
        }
    }
    Ok(tree)
}

/// Opens an archive, a workbook or a folder as a new study.
pub async fn open(State(app): State<Shared>, who: Who, form: Multipart) -> Result<Redirect, Fault> {
    let access = received(&app, &who, form).await?;
    Ok(Redirect::to(&format!("/s/{}", access.study())))
}

/// Makes a study of what arrives.
pub async fn received(app: &App, who: &Who, form: Multipart) -> Result<Access, Fault> {
    app.work.one(&who.person.id)?;
    let (files, fields) = arrived(form).await?;
    let keep = fields.contains_key(KEEP);
    let name = files.first().map(|(name, _)| name.clone()).unwrap_or_default();
    let tree = tokio::task::spawn_blocking(move || whole_study(&files, keep)).await?;
    let tree = tree.map_err(|wrong| Fault::wrong(&who.words, &wrong, Vec::new()))?;
    let loaded = read::study(&tree);
    let title = loaded.value.frame.title.get(who.lang);
    let name = name.split('/').next().unwrap_or_default();
    let title = if title.is_empty() { name.rsplit_once('.').map_or(name, |(stem, _)| stem) } else { title };
    let access = home::make(app, who, title).await?;
    fill(app, &access, &tree).await?;
    Ok(access)
}

/// The field of a form that agrees to what nobody understands.
const KEEP: &str = "keep";

/// What a study would be with what was sent in it.
#[derive(Default)]
struct Brought {
    study: Study,
    /// What is to be told of what came, at its place there.
    told: Vec<Diagnostic>,
    /// The keys of the columns that came, by kind; of a whole study nothing is asked.
    heads: Option<BTreeMap<Kind, Vec<String>>>,
    /// The keys of the frame that came.
    frame: BTreeSet<String>,
    /// The tables that came.
    tables: Vec<Sheet<'static>>,
}

/// Where a file of the study folder belongs, by its path or, where its name is one of the study's, by that.
fn belongs(path: &str) -> Option<String> {
    let path = plain(path)?;
    let parts: Vec<&str> = path.split('/').collect();
    let folders = ["answers", "frame", "scan", "consult", "structure", "explore", "choose", "act", "watch"];
    if let Some(at) = parts.iter().position(|part| folders.contains(part)) {
        return Some(parts[at..].join("/"));
    }
    if parts.last() == Some(&"answers.csv") {
        return Some("answers.csv".to_owned());
    }
    let kind = form::kind_of(parts.last()?)?;
    Some(form::file_of(kind).to_owned())
}

/// The part that a table holds, by what its file is called: `Indicios.xlsx`.
fn part_of(path: &str) -> Option<&'static str> {
    let (name, end) = plain(path)?
        .rsplit('/')
        .next()?
        .rsplit_once('.')
        .map(|(name, end)| (name.to_owned(), end.to_lowercase()))?;
    let table = is_workbook(path) || ["csv", "tsv", "txt"].contains(&end.as_str());
    heading::sheet(&name).filter(|part| table && *part != "study")
}

/// A sheet as a table of the study folder, each row on its line.
fn table_of(sheet: &Sheet<'_>) -> Vec<u8> {
    let mut text = String::new();
    let mut line = 1;
    for row in &sheet.rows {
        while line < row.number {
            text.push('\n');
            line += 1;
        }
        for (column, cell) in row.cells.iter().enumerate() {
            if column > 0 {
                text.push(',');
            }
            sheet::quote(&cell.replace('\n', " "), b',', &mut text);
        }
        text.push('\n');
        line += 1;
    }
    text.into_bytes()
}

/// The sheets of a workbook brought in for `part`, by their names: where none is called like the part, the first that has
/// the name of no other is it. What has the name of another part is that part.
fn meant(part: Option<&str>, mut sheets: Vec<Named>) -> Vec<Named> {
    let called = |name: &str| heading::sheet(name);
    if let Some(part) = part
        && !sheets.iter().any(|(name, _)| called(name) == Some(part))
        && let Some((name, _)) = sheets.iter_mut().find(|(name, _)| called(name).is_none())
    {
        part.clone_into(name);
    }
    sheets
}

/// A sheet with its name.
type Named = (String, Sheet<'static>);

/// What the records of a study are called, and their ids; what two are called says nothing.
fn called(records: &[Record]) -> BTreeMap<String, Option<String>> {
    let mut out: BTreeMap<String, Option<String>> = BTreeMap::new();
    let mut put = |name: String, id: &str| {
        let same = |own: &mut Option<String>| *own = own.take().filter(|own| own == id);
        out.entry(name).and_modify(same).or_insert_with(|| Some(id.to_owned()));
    };
    for record in records {
        for key in ["name.es", "name.en", "code"] {
            let name = record.fields.get(key).map(Field::cell).unwrap_or_default();
            if !name.trim().is_empty() {
                put(name.trim().to_lowercase(), &record.id);
            }
        }
    }
    // An id is always itself.
    for record in records {
        out.insert(record.id.to_lowercase(), None);
    }
    out
}

/// A matrix whose first row and column call the records by their names or codes, by their ids.
fn headed(records: &[Record], name: &str, bytes: &[u8]) -> Vec<u8> {
    let (text, _) = sheet::decode(name, bytes, &mut Vec::new());
    let table = sheet::parse(name, &text, &mut Vec::new());
    let called = called(records);
    let mut out = String::new();
    let mut lines = 1;
    for (number, row) in table.rows.iter().enumerate() {
        // What is wrong is told at the line of the file that came.
        while lines < row.number {
            out.push('\n');
            lines += 1;
        }
        for (column, cell) in row.cells.iter().enumerate() {
            if column > 0 {
                out.push(',');
            }
            let heads = number == 0 || column == 0;
            let id = called.get(&cell.trim().to_lowercase()).and_then(Option::as_deref).filter(|_| heads);
            sheet::quote(id.unwrap_or(cell), b',', &mut out);
        }
        out.push('\n');
        lines += 1;
    }
    out.into_bytes()
}

fn brought(
    records: &[Record],
    study: &Study,
    carried: Layout,
    files: Vec<SentFile>,
    place: &str,
) -> Result<Brought, Vec<Diagnostic>> {
    if let [(name, bytes)] = files.as_slice()
        && name.to_lowercase().ends_with(".zip")
        && place.is_empty()
    {
        let loaded = read::study(&packed(name, bytes, true)?);
        return Ok(Brought { study: loaded.value, told: loaded.diagnostics, ..Brought::default() });
    }
    let mut came = Brought::default();
    // Tables are read as they came; what else the folder has, in its place there.
    let mut sheets: Vec<Named> = Vec::new();
    let mut tree = print::study(study, &carried);
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for (path, bytes) in files {
        let to = if place.is_empty() { belongs(&path) } else { plain(place) };
        let part = to.as_deref().map_or_else(|| part_of(&path), form::sheet_of);
        let mut shown = path.clone();
        let mut bytes = bytes;
        if is_workbook(&path) {
            let found = book::sheets_of(&bytes, &path).map_err(|wrong| vec![wrong])?;
            let named = place.is_empty() && found.iter().any(|(name, _)| heading::sheet(name).is_some());
            if named || part.is_some() || to.is_none() {
                sheets.extend(meant(part.filter(|_| !named), found));
                continue;
            }
            let mut found = found.into_iter();
            let first = found.next().map(|(_, sheet)| sheet).unwrap_or_default();
            let unread = found.map(|(_, sheet)| Place::file(&sheet.file));
            came.told.extend(unread.map(|place| Diagnostic::new(Code::UnknownFile, place)));
            (shown, bytes) = (first.file.to_string(), table_of(&first));
        } else if let Some(part) = part {
            let (text, _) = sheet::decode(&path, &bytes, &mut came.told);
            sheets.push((part.to_owned(), sheet::parse(&path, &text, &mut came.told).into_owned()));
            continue;
        }
        let to = to.ok_or_else(|| {
            vec![Diagnostic::new(Code::BadArchive, Place::file(&path)).with("reason", "not-a-part")]
        })?;
        if to.starts_with("answers/") {
            bytes = headed(records, &path, &bytes);
            let (text, _) = sheet::decode(&shown, &bytes, &mut Vec::new());
            came.tables.push(sheet::parse(&shown, &text, &mut Vec::new()).into_owned());
        }
        names.insert(to.clone(), shown);
        tree.insert(to, bytes);
    }
    let mut base = study.clone();
    if !names.is_empty() {
        let loaded = read::study(&tree);
        base = loaded.value;
        for mut diagnostic in loaded.diagnostics {
            // Whoever sent a file knows it by the name that it had there.
            if let Some(name) = names.get(&*diagnostic.place.file) {
                diagnostic.place.file = name.as_str().into();
                came.told.push(diagnostic);
            }
        }
    }
    let sent = sheets.iter().map(|(_, sheet)| sheet.clone());
    came.tables.extend(sent);
    let mut answers = std::mem::take(&mut base.answers);
    let loaded = workbook::onto(base, sheets);
    came.study = loaded.value;
    // What was answered before stays where nothing else was brought.
    let key = |own: &Answer| (own.round.clone(), own.question.clone(), own.expert.clone());
    let fresh: BTreeSet<_> = came.study.answers.iter().map(key).collect();
    answers.retain(|own| !fresh.contains(&key(own)));
    came.study.answers.append(&mut answers);
    came.study.normalise();
    came.told.extend(loaded.diagnostics);
    came.heads = Some(loaded.places.heads);
    came.frame = loaded.places.frame.into_keys().collect();
    Ok(came)
}

/// Brings files into a study: what they add and change is saved; what they do not have stays. Where one of them cannot be
/// read, nothing is saved and every mistake is told at its line. What a matrix of ScenarioWizard would do is shown first.
pub async fn bring(
    State(app): State<Shared>,
    Chair(seat): Chair,
    form: Multipart,
) -> Result<Response, Fault> {
    app.work.one(&seat.who.person.id)?;
    let (files, fields) = arrived(form).await?;
    let sheet = app.desk.open(&seat.access).await?;
    if let [(name, bytes)] = files.as_slice()
        && scw::is_scw(name)
    {
        let (text, _) = sheet::decode(name, bytes, &mut Vec::new());
        return Ok(scw::proposed(&seat, &sheet, name, &text)?.into_response());
    }
    let carried = app.store.files(&seat.access).await?;
    let place = fields.get("as").cloned().unwrap_or_default();
    // Whoever brought a matrix to its grid goes on there.
    let grid = place.strip_suffix(".csv").filter(|path| path.starts_with("answers/"));
    let grid = grid.map(|path| seat.at(&format!("/{path}")));
    // What a workbook says as it said when it was taken along is no change of what others saved since.
    let read = match files.as_slice() {
        [(_, bytes)] => out::written_from(&seat, &sheet, bytes),
        _ => None,
    };
    let was = match read {
        Some(seq) if seq < sheet.seq => app.store.at(&seat.access, seq).await?.records,
        _ => Vec::new(),
    };
    let own = Arc::clone(&sheet);
    let keep = fields.contains_key(KEEP);
    let changes =
        tokio::task::spawn_blocking(move || -> Result<Vec<Change>, (Vec<Diagnostic>, Vec<Marked>)> {
            let old = own.copies();
            let came = brought(&old, &own.loaded.value, Layout { carried }, files, &place)
                .map_err(|wrong| (wrong, Vec::new()))?;
            // A note that the study has already is no surprise.
            let noted = |d: &Diagnostic| {
                let column = d.args.iter().find(|(name, _)| *name == "column").map(|(_, column)| column);
                column.is_some_and(|column| old.iter().any(|record| record.fields.contains_key(column)))
            };
            let strange = |d: &Diagnostic| match d.code {
                Code::UnknownColumn => !keep && came.heads.is_some() && !noted(d),
                Code::UnknownFile => !keep && came.heads.is_some(),
                _ => false,
            };
            let stops = |d: &&Diagnostic| d.severity() == Severity::Error || strange(d);
            let wrong: Vec<Diagnostic> = came.told.iter().filter(stops).cloned().collect();
            if !wrong.is_empty() {
                let tables = came.tables.iter().filter_map(|table| marked(table, &wrong)).collect();
                return Err((wrong, tables));
            }
            let mut changes = diff(&old, &records(&came.study), own.seq);
            // A row that is missing was perhaps never in the file; a column that is missing neither.
            changes.retain(|change| !matches!(change.edit, Edit::Delete));
            let has = |kind: &str, key: &String| {
                let Some(heads) = &came.heads else { return true };
                if kind == STUDY {
                    return came.frame.contains(key);
                }
                Kind::parse(kind).and_then(|kind| heads.get(&kind)).is_some_and(|all| all.contains(key))
            };
            for change in &mut changes {
                let Change { kind, edit, .. } = change;
                if let Edit::Set { fields, .. } = edit {
                    fields.retain(|key, value| value.is_some() || has(kind, key));
                }
            }
            let was: BTreeMap<(&str, &str), &Record> =
                was.iter().map(|own| ((own.kind.as_str(), own.id.as_str()), own)).collect();
            if let Some(read) = read.filter(|_| !was.is_empty()) {
                for change in &mut changes {
                    let then = was.get(&(change.kind.as_str(), change.id.as_str()));
                    if let (Edit::Set { fields, position }, Some(then)) = (&mut change.edit, then) {
                        fields.retain(|key, value| then.fields.get(key) != value.as_ref());
                        *position = None;
                        change.read = read;
                    }
                }
            }
            changes.retain(
                |change| !matches!(&change.edit, Edit::Set { fields, position: None } if fields.is_empty()),
            );
            Ok(changes)
        });
    let changes = changes.await?.map_err(|(wrong, tables)| Fault::wrong(&seat.who.words, &wrong, tables))?;
    let seq = match record::save(&app, &seat, changes).await {
        Err(Fault::Conflict(conflicts)) if read.is_some() => return Err(disputed(&seat, &sheet, &conflicts)),
        saved => saved?,
    };
    let to = grid.unwrap_or_else(|| seat.at(&format!("/compare?from={}&to={seq}", sheet.seq)));
    Ok(Redirect::to(&to).into_response())
}

/// That others changed since what a workbook changes too: what of which records.
fn disputed(seat: &Seat, sheet: &Sheets, conflicts: &[Conflict]) -> Fault {
    let words = &seat.who.words;
    let told = |conflict: &Conflict| {
        let own = sheet.record(&conflict.kind, &conflict.id);
        let name = own.map_or_else(|| conflict.id.clone(), |own| record::told(seat, sheet, own));
        match &conflict.clash {
            Clash::Field { field, .. } => {
                let field = field.split('.').next().unwrap_or(field);
                format!("{name} ({})", record::heading(words, &conflict.kind, field)).trim().to_owned()
            }
            _ => name,
        }
    };
    let all: BTreeSet<String> = conflicts.iter().map(told).collect();
    Fault::Said(
        words
            .with("web-bring-disputed", &[("list", words.list(&all.into_iter().collect::<Vec<_>>()).into())]),
    )
}

/// Most rows of a table that are shown with what is wrong in them.
const SHOWN: usize = 40;

/// What of a table that came is to be shown: its head, and the rows in which something is wrong.
fn marked(table: &Sheet<'_>, wrong: &[Diagnostic]) -> Option<Marked> {
    let lines: BTreeSet<u32> =
        wrong.iter().filter(|d| d.place.file == table.file).map(|d| d.place.line).collect();
    let rows =
        table.rows.iter().enumerate().filter(|(index, row)| *index == 0 || lines.contains(&row.number));
    let rows: Vec<(u32, Vec<String>)> = rows
        .take(SHOWN)
        .map(|(_, row)| (row.number, row.cells.iter().map(|cell| cell.chars().take(80).collect()).collect()))
        .collect();
    let shows = rows.iter().any(|(line, _)| lines.contains(line));
    Some(Marked { file: table.file.to_string(), rows }).filter(|_| shows)
}

/// What agrees to that which nobody understands.
pub fn keep_box(words: &Words) -> Markup {
    html! { label.pick { input type="checkbox" name=(KEEP); span { (words.t("web-bring-keep")) } } }
}

/// The form that brings files in; `place` is the file of the study or the kind of records that it is for, empty for any.
pub fn bring_form(seat: &Seat, place: &str, about: &str, more: &Markup) -> Markup {
    html! {
        form.panel.drop.short method="post" action=(seat.at("/bring")) enctype="multipart/form-data" {
            h2 { (seat.t("web-bring")) }
            p.soft { (said(about)) }
            @if !place.is_empty() { input type="hidden" name="as" value=(place); }
            label { (seat.t("web-open-file")) input type="file" name="file" multiple[place.is_empty()] accept=(if place.is_empty() { ".zip,.xlsx,.xls,.ods,.csv,.toml,.bib,.md,.scw" } else { ".csv,.xlsx,.xls,.ods" }) required; }
            (keep_box(&seat.who.words))
            button.button.second { (seat.t("web-bring-make")) }
            (more)
        }
    }
}
