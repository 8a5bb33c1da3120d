//! Opening: new databases, newer ones, and files that are none.

use atalaya_store::{Change, Error, Settings, Store, VERSION};
use sqlx::{AnyConnection, Connection, Row};

use crate::support::*;

/// Every released schema but this release's, and what it held: a study with one save.
const RELEASED: [&str; 1] = [include_str!("../../migrations/0001_first.sql")];
const HELD: &str = "
    INSERT INTO person (id, name, email, password, created) VALUES ('ana', 'Ana', 'ana@example.org', '', 1);
    INSERT INTO study (id, title, seq, created, changed, deleted) VALUES ('e', 'Estudio', 1, 1, 1, 0);
    INSERT INTO member (study, person, role, since) VALUES ('e', 'ana', 'organiser', 1);
    INSERT INTO record (study, kind, id, seq, position, deleted, fields) VALUES ('e', 'variable', 'V1', 1, 1, 0, '{\"name.es\":\"Uno\"}');
    INSERT INTO revision (study, seq, kind, id, position, deleted, fields, author, at) VALUES ('e', 1, 'variable', 'V1', 1, 0, '{\"name.es\":\"Uno\"}', 'ana', 1);
";

both! {
    async fn a_database_of_every_released_schema_is_brought_forward_with_all_it_holds(bench) {
        bench.store.close().await;
        let postgres = bench.url.starts_with("postgres");
        let url = if postgres { bench.url.clone() } else { format!("sqlite:{}", bench.url) };
        assert_eq!(RELEASED.len() as i64, VERSION - 1, "a released schema is missing here");
        for version in 1..=RELEASED.len() {
            let mut connection = AnyConnection::connect(&url).await.unwrap();
            for table in ["api_token", "login_link", "session", "invitation", "blob", "revision", "record", "member", "study", "person", "schema_version"] {
                sqlx::raw_sql(sqlx::AssertSqlSafe(format!("DROP TABLE IF EXISTS {table}"))).execute(&mut connection).await.unwrap();
            }
            sqlx::raw_sql("CREATE TABLE schema_version (version bigint NOT NULL)").execute(&mut connection).await.unwrap();
            for (index, text) in RELEASED[..version].iter().enumerate() {
                let text = if postgres { text.replace(" blob NOT", " bytea NOT") } else { (*text).to_owned() };
                sqlx::raw_sql(sqlx::AssertSqlSafe(text)).execute(&mut connection).await.unwrap();
                sqlx::query("INSERT INTO schema_version (version) VALUES ($1)").bind(index as i64 + 1).execute(&mut connection).await.unwrap();
            }
            sqlx::raw_sql(HELD).execute(&mut connection).await.unwrap();
            connection.close().await.unwrap();

            let store = Store::open(&bench.url).await.unwrap();
            store.check().await.unwrap();
            let ana = store.authorise("e", "ana").await.unwrap();
            let opened = store.open_study(&ana).await.unwrap();
            assert_eq!((opened.seq, opened.records[0].fields["name.es"].cell()), (1, "Uno".to_owned()));
            let history = store.history(&ana, "variable", "V1").await.unwrap();
            assert_eq!(history.iter().map(|own| (own.seq, own.undoes)).collect::<Vec<_>>(), [(1, None)]);
            // It takes saves as any other.
            let by = ana.organiser().unwrap();
            let saved = store.save(by, vec![Change::set("variable", "V1", 1, [("name.es", "Dos")])], NOW).await.unwrap();
            store.undo(by, saved.seq, saved.seq, NOW).await.unwrap();
            assert_eq!(store.open_study(&ana).await.unwrap().records, opened.records);
            store.close().await;
        }
    }

    async fn a_newer_schema_is_refused_untouched(bench) {
        bench.store.close().await;
        let url = if bench.url.starts_with("postgres") { bench.url.clone() } else { format!("sqlite:{}", bench.url) };
        let mut connection = AnyConnection::connect(&url).await.unwrap();
        sqlx::query("INSERT INTO schema_version (version) VALUES ($1)").bind(VERSION + 1).execute(&mut connection).await.unwrap();
        let told = Store::open(&bench.url).await;
        assert!(matches!(told, Err(Error::NewerSchema { found, known }) if found == VERSION + 1 && known == VERSION), "{told:?}");
        let count = sqlx::query("SELECT count(*) FROM schema_version").fetch_one(&mut connection).await.unwrap();
        assert_eq!(count.get::<i64, _>(0), VERSION + 1);
        connection.close().await.unwrap();
    }

    async fn a_database_opens_as_often_as_one_likes(bench) {
        bench.person("ana").await;
        for _ in 0..3 {
            let again = Store::open(&bench.url).await.unwrap();
            assert_eq!(again.people().await.unwrap().len(), 1);
            again.check().await.unwrap();
            again.close().await;
        }
    }
}

#[test]
fn a_file_that_is_no_database_is_told_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.txt");
    std::fs::write(&file, "No base de datos. ".repeat(1000)).unwrap();
    let told = block_on(Store::open(file.to_str().unwrap()));
    assert!(matches!(told, Err(Error::Corrupt(_))), "{told:?}");
    assert!(std::fs::read_to_string(&file).unwrap().starts_with("No base"));
    let told = block_on(Store::open(folder.path().join("no/where.db").to_str().unwrap()));
    assert!(matches!(told, Err(Error::File { .. })), "{told:?}");
    assert!(matches!(block_on(Store::open(":memory:")), Err(Error::Invalid { .. })));
}

#[test]
fn a_path_may_have_any_character_and_the_file_is_its_owners_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Año 100% ¿qué? #1 & más.db");
    block_on(async {
        let store = Store::open(file.to_str().unwrap()).await.unwrap();
        person(&store, "ana").await;
        store.close().await;
    });
    assert!(file.is_file());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    #[cfg(unix)]
    {
        let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&file).unwrap().permissions());
        assert_eq!(mode & 0o077, 0);
    }
}

#[test]
fn one_waits_for_others_and_then_is_told() {
    on_sqlite(async |bench| {
        bench.person("ana").await;
        let patience = std::time::Duration::from_millis(200);
        let other =
            Store::open_with(&bench.url, &Settings { patience, ..Settings::default() }).await.unwrap();
        let mut connection = AnyConnection::connect(&format!("sqlite:{}", bench.url)).await.unwrap();
        sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut connection).await.unwrap();
        let told = other.create_study("a", "A", "ana", NOW).await;
        assert!(matches!(told, Err(Error::Busy)), "{told:?}");
        // Whoever reads does not wait.
        assert_eq!(other.people().await.unwrap().len(), 1);
        sqlx::raw_sql("COMMIT").execute(&mut connection).await.unwrap();
        other.create_study("a", "A", "ana", NOW).await.unwrap();
        other.close().await;
    });
}
