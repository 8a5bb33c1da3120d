//! Backups: the file while it is in use, and the lines that any engine reads.

use std::path::Path;

use atalaya_store::{Change, Engine, Error, Role, Store, VERSION, records};

use crate::{postgres::server, support::*};

/// A database with something in every table.
async fn fill(store: &Store) {
    for name in ["ana", "beto"] {
        person(store, name).await;
    }
    let ana = store.create_study("example", "Ejemplo «1»", "ana", NOW).await.unwrap();
    let by = ana.organiser().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/taller-minimo");
    let all = records(&atalaya_formats::open(&folder).value);
    store.save(by, all.into_iter().map(Change::from).collect(), NOW).await.unwrap();
    store
        .save(by, vec![Change::file("README.md", (0..=255).collect::<Vec<u8>>(), 0)], NOW + 1)
        .await
        .unwrap();
    let seq = store.seq(&ana).await.unwrap();
    store.save(by, vec![Change::delete("variable", "V2", seq)], NOW + 2).await.unwrap();
    store.set_member(by, "beto", Role::Reader, NOW).await.unwrap();
    store.invite(by, &token(1), Role::Reader, NOW, NOW + 9).await.unwrap();
    store.open_session(&token(2), "ana", NOW, NOW + 9).await.unwrap();
    store.create_login_link(&token(3), "ana", NOW + 9).await.unwrap();
    store.create_api_token(&token(4), "ana", "cuaderno", NOW).await.unwrap();
}

/// An export as a set of lines: rows have no order.
async fn lines(store: &Store) -> Vec<String> {
    let mut out = Vec::new();
    store.export(&mut out).await.unwrap();
    let mut lines: Vec<String> = String::from_utf8(out).unwrap().lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

#[test]
fn a_copy_made_while_others_save_is_whole() {
    on_sqlite(async |bench| {
        let store = &bench.store;
        fill(store).await;
        let ana = store.authorise("example", "ana").await.unwrap();
        let (saving, access) = (store.clone(), ana.clone());
        let saves = tokio::spawn(async move {
            for n in 0..50 {
                let change = Change::set("actor", &format!("Z{n}"), 0, [("name.es", "x")]);
                saving.save(access.organiser().unwrap(), vec![change], NOW).await.unwrap();
            }
        });
        let path = bench.folder.path().join("copy.db");
        let before = store.seq(&ana).await.unwrap();
        store.backup_to(&path).await.unwrap();
        saves.await.unwrap();
        let copy = Store::open(path.to_str().unwrap()).await.unwrap();
        copy.check().await.unwrap();
        let opened = copy.open_study(&copy.authorise("example", "ana").await.unwrap()).await.unwrap();
        assert!(opened.seq >= before && opened.seq <= before + 50);
        assert_eq!(store.at(&ana, opened.seq).await.unwrap(), opened);
        copy.close().await;
        // What is there is not written over.
        assert!(matches!(store.backup_to(&path).await, Err(Error::File { .. })));
        let nowhere = bench.folder.path().join("no/where.db");
        assert!(store.backup_to(&nowhere).await.is_err());
        assert!(!bench.folder.path().join("copy.db.part").exists());
    });
}

both! {
    async fn an_export_goes_into_any_engine_and_comes_out_the_same(bench) {
        fill(&bench.store).await;
        let before = lines(&bench.store).await;
        for table in ["person", "study", "member", "record", "revision", "blob", "invitation", "session", "login_link", "api_token"] {
            assert!(before.iter().any(|line| line.starts_with(&format!("[\"{table}\""))), "{table}");
        }
        let mut out = Vec::new();
        bench.store.export(&mut out).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let mut targets = vec![folder.path().join("new.db").to_str().unwrap().to_owned()];
        if let Some(server) = server() {
            targets.push(server.fresh());
        }
        for url in targets {
            let target = Store::open(&url).await.unwrap();
            target.import(&mut out.as_slice()).await.unwrap();
            assert_eq!(lines(&target).await, before, "{:?} to {:?}", bench.store.engine(), target.engine());
            target.check().await.unwrap();
            let ana = target.authorise("example", "ana").await.unwrap();
            assert_eq!(target.file(&ana, "README.md").await.unwrap().len(), 256);
            assert_eq!(target.session(&token(2), NOW).await.unwrap().person, "ana");
            target.save(ana.organiser().unwrap(), vec![Change::set("actor", "Z1", 0, [("name.es", "x")])], NOW).await.unwrap();
            // A database that holds something takes no other.
            assert!(matches!(target.import(&mut out.as_slice()).await, Err(Error::Taken)));
            target.close().await;
        }
    }

    async fn what_is_no_whole_export_is_refused_and_leaves_nothing(bench) {
        fill(&bench.store).await;
        let mut out = Vec::new();
        bench.store.export(&mut out).await.unwrap();
        let text = String::from_utf8(out).unwrap();
        let all: Vec<&str> = text.lines().collect();
        let folder = tempfile::tempdir().unwrap();
        let target = Store::open(folder.path().join("new.db").to_str().unwrap()).await.unwrap();
        let cut = all[..all.len() - 1].join("\n");
        let missing = [&all[..all.len() - 2], &all[all.len() - 1..]].concat().join("\n");
        let newer = text.replacen(&format!(",{VERSION}]"), ",99]", 1);
        let strange = text.replacen("[\"person\"", "[\"persons\"", 1);
        let short = text.replacen("\"ana@example.org\",", "", 1);
        for (what, bad) in [("cut", &cut), ("missing", &missing), ("newer", &newer), ("strange", &strange), ("short", &short)] {
            let told = target.import(&mut bad.as_bytes()).await;
            let good = match what {
                "newer" => matches!(told, Err(Error::NewerSchema { found: 99, .. })),
                _ => matches!(told, Err(Error::Corrupt(_))),
            };
            assert!(good, "{what}: {told:?}");
            assert_eq!(target.people().await.unwrap(), []);
        }
        for bad in ["", "{}", "[]", "[\"other\",1]", "\u{0}"] {
            assert!(matches!(target.import(&mut bad.as_bytes()).await, Err(Error::Corrupt(_))), "{bad}");
        }
        let unknown = text.replacen("\"person\",\"id\"", "\"person\",\"shoe\"", 1);
        assert!(matches!(target.import(&mut unknown.as_bytes()).await, Err(Error::Corrupt(_))));
        // Columns are told by name, so that an older release's export is read as well.
        let turned: String = text
            .lines()
            .map(|line| match serde_json::from_str::<Vec<serde_json::Value>>(line).unwrap().as_slice() {
                [first, second, rest @ ..] if first == "columns" && second == "login_link" => {
                    let turned: Vec<_> = [first, second].into_iter().chain(rest.iter().rev()).collect();
                    serde_json::to_string(&turned).unwrap() + "\n"
                }
                [first, rest @ ..] if first == "login_link" => {
                    let turned: Vec<_> = [first].into_iter().chain(rest.iter().rev()).collect();
                    serde_json::to_string(&turned).unwrap() + "\n"
                }
                _ => format!("{line}\n"),
            })
            .collect();
        assert_ne!(turned, text);
        target.import(&mut turned.as_bytes()).await.unwrap();
        assert_eq!(lines(&target).await, lines(&bench.store).await);
        target.close().await;
    }
}

#[test]
fn a_damaged_file_is_told() {
    on_sqlite(async |bench| {
        fill(&bench.store).await;
        bench.store.close().await;
        let mut bytes = std::fs::read(&bench.url).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle..middle + 20_000].fill(0xA5);
        std::fs::write(&bench.url, bytes).unwrap();
        let store = Store::open(&bench.url).await.unwrap();
        let told = store.check().await;
        assert!(matches!(told, Err(Error::Corrupt(_))), "{told:?}");
        store.close().await;
    });
}

#[test]
fn a_file_is_no_backup_of_a_server() {
    on_postgres(async |bench| {
        assert_eq!(bench.store.engine(), Engine::Postgres);
        let told = bench.store.backup_to(&bench.folder.path().join("copy.db")).await;
        assert!(matches!(told, Err(Error::Unsupported(_))));
    });
}
