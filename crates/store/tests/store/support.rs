//! A fresh database a test: a copy of one that was migrated once, on SQLite and on PostgreSQL.

use std::{path::PathBuf, sync::OnceLock};

use atalaya_store::{Access, Person, Role, Store};
use tempfile::TempDir;

use crate::postgres::server;

/// A store of one's own.
pub struct Bench {
    pub store: Store,
    pub url: String,
    pub folder: TempDir,
}

/// The time of tests.
pub const NOW: i64 = 1_790_000_000_000;

impl Bench {
    /// A person by the name.
    pub async fn person(&self, id: &str) -> String {
        person(&self.store, id).await
    }

    /// A study with an organiser, `ana`, and a reader, `beto`.
    pub async fn study(&self) -> (Access, Access) {
        self.person("ana").await;
        self.person("beto").await;
        let ana = self.store.create_study("example", "Example", "ana", NOW).await.unwrap();
        self.store.set_member(ana.organiser().unwrap(), "beto", Role::Reader, NOW).await.unwrap();
        let beto = self.store.authorise("example", "beto").await.unwrap();
        (ana, beto)
    }

    /// A study with two organisers.
    pub async fn study_of_two(&self) -> (Access, Access) {
        let (ana, _) = self.study().await;
        self.store.set_member(ana.organiser().unwrap(), "beto", Role::Organiser, NOW).await.unwrap();
        (ana, self.store.authorise("example", "beto").await.unwrap())
    }
}

/// A person by the name.
pub async fn person(store: &Store, id: &str) -> String {
    let person = Person {
        id: id.to_owned(),
        name: id.to_owned(),
        email: format!("{id}@example.org"),
        password: "$argon2id$…".to_owned(),
        created: NOW,
    };
    store.create_person(&person).await.unwrap().id
}

/// A token of tests.
pub fn token(number: u8) -> [u8; 32] {
    [number; 32]
}

/// Runs what waits.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

/// Declares a test that runs on both engines.
macro_rules! both {
    ($(async fn $name:ident($bench:ident) $body:block)+) => {$(
        mod $name {
            use super::*;

            async fn test($bench: crate::support::Bench) $body

            #[test]
            fn sqlite() {
                crate::support::on_sqlite(test);
            }

            #[test]
            fn postgres() {
                crate::support::on_postgres(test);
            }
        }
    )+};
}

/// Runs a test on SQLite.
pub fn on_sqlite(test: impl AsyncFnOnce(Bench)) {
    static TEMPLATE: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, template) = TEMPLATE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("template.db");
        block_on(async { Store::open(file.to_str().unwrap()).await.unwrap().close().await });
        (folder, file)
    });
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("atalaya.db");
    std::fs::copy(template, &file).unwrap();
    run(file.to_str().unwrap().to_owned(), folder, test);
}

/// Runs a test on PostgreSQL, where there is one.
pub fn on_postgres(test: impl AsyncFnOnce(Bench)) {
    let Some(server) = server() else { return };
    run(server.database(), tempfile::tempdir().unwrap(), test);
}

fn run(url: String, folder: TempDir, test: impl AsyncFnOnce(Bench)) {
    block_on(async {
        let store = Store::open(&url).await.unwrap();
        let kept = store.clone();
        test(Bench { store, url, folder }).await;
        kept.close().await;
    });
}
