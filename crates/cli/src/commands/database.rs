//! `atalaya backup`, `restore` and `link`: what is done with the workbench's database beside the workbench.

use std::{
    fs::File,
    io::{BufReader, BufWriter, Write},
    path::Path,
    process::ExitCode,
};

use atalaya_store::{Error, Store};
use atalaya_words::Words;

use crate::print;

/// A database as people are told of it: of a URL, nothing that signs one in.
pub fn told(db: &str) -> String {
    match (db.split_once("://"), db.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, rest))) => format!("{scheme}://{rest}"),
        (Some(_), None) => db.to_owned(),
        _ => print::path(Path::new(db)),
    }
}

fn waited<T>(work: impl Future<Output = T>) -> std::io::Result<T> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(work))
}

/// Whether a database is there: asking for one that is not would make it.
fn is_there(db: &str) -> bool {
    db.contains("://") || Path::new(db.strip_prefix("sqlite:").unwrap_or(db)).exists()
}

fn refused(text: &str) -> ExitCode {
    eprintln!("{text}");
    ExitCode::from(1)
}

fn failed(words: &Words, db: &str, error: &Error) -> ExitCode {
    let reason = words.reason(&error.to_string());
    refused(&words.with("serve-database", &[("db", told(db).into()), ("reason", reason.into())]))
}

/// Writes everything that the database holds into one file, while others use it. The file is there whole or not at all.
///
/// # Errors
/// A machine that gives no threads.
pub fn backup(words: &Words, out: &Path, db: &str) -> anyhow::Result<ExitCode> {
    let named = [("out", print::path(out).into()), ("db", told(db).into())];
    if out.exists() {
        return Ok(refused(&words.with("backup-exists", &named)));
    }
    if !is_there(db) {
        return Ok(refused(&words.with("backup-none", &named)));
    }
    let mut part = out.as_os_str().to_owned();
    part.push(".part");
    let part = Path::new(&part);
    let made = waited(async {
        let store = Store::open(db).await?;
        let io = |source| Error::File { path: print::path(out), source };
        let mut file = BufWriter::new(File::create(part).map_err(io)?);
        store.export(&mut file).await?;
        file.flush().and_then(|()| file.get_ref().sync_all()).map_err(io)?;
        std::fs::rename(part, out).map_err(io)?;
        let studies = store.count_studies().await?;
        store.close().await;
        Ok(studies)
    })?;
    match made {
        Ok(studies) => {
            let [out, _] = named;
            print::line(&words.with("backup-done", &[out, ("studies", studies.into())]));
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            // What is half written helps nobody.
            let _ = std::fs::remove_file(part);
            Ok(failed(words, db, &error))
        }
    }
}

/// Fills an empty database from a backup, all of it or nothing.
///
/// # Errors
/// A machine that gives no threads.
pub fn restore(words: &Words, from: &Path, db: &str) -> anyhow::Result<ExitCode> {
    let new = !is_there(db);
    let filled = waited(async {
        let file = File::open(from).map_err(|source| Error::File { path: print::path(from), source })?;
        let store = Store::open(db).await?;
        let filled = store.import(&mut BufReader::new(file)).await;
        let studies = match &filled {
            Ok(()) => store.count_studies().await?,
            Err(_) => 0,
        };
        store.close().await;
        filled.map(|()| studies)
    })?;
    let [from, named] = [("from", print::path(from).into()), ("db", told(db).into())];
    if new && filled.is_err() {
        // The empty database that was made for it.
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{end}", db.strip_prefix("sqlite:").unwrap_or(db)));
        }
    }
    Ok(match filled {
        Ok(studies) => {
            print::line(&words.with("restore-done", &[from, named, ("studies", studies.into())]));
            ExitCode::SUCCESS
        }
        Err(Error::Taken) => refused(&words.with("restore-taken", &[named])),
        Err(Error::Corrupt(reason)) => {
            refused(&words.with("restore-corrupt", &[from, ("reason", reason.into())]))
        }
        Err(error) => failed(words, db, &error),
    })
}

/// Makes a link that signs somebody in once.
///
/// # Errors
/// A machine that gives no threads.
pub fn link(words: &Words, email: Option<&str>, db: &str, public: &str) -> anyhow::Result<ExitCode> {
    if !is_there(db) {
        return Ok(refused(&words.with("backup-none", &[("db", told(db).into())])));
    }
    Ok(match waited(atalaya_web::link(db, email, public))? {
        Ok(link) => {
            print::line(&words.with("link-done", &[("link", link.into())]));
            ExitCode::SUCCESS
        }
        Err(atalaya_web::Error::Store(Error::NotFound)) => {
            let email = email.unwrap_or_default();
            refused(&words.with("link-nobody", &[("email", email.into()), ("db", told(db).into())]))
        }
        Err(atalaya_web::Error::Store(error)) => failed(words, db, &error),
        Err(other) => refused(&other.to_string()),
    })
}
