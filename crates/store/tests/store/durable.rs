//! What was acknowledged is there, whatever happens to the program or the disk.

use std::{
    io::{BufRead, BufReader, Read},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use atalaya_store::{Change, Error, SaveError, Settings, Store};

use crate::support::*;

/// Where the child of the test below saves; set for the child alone.
const CHILD: &str = "ATALAYA_STORE_CHILD";

/// Saves without end, and says each save that was acknowledged.
#[test]
fn child() {
    let Some(url) = std::env::var_os(CHILD) else { return };
    block_on(async {
        let store = Store::open(url.to_str().unwrap()).await.unwrap();
        let ana = store.authorise("example", "ana").await.unwrap();
        let mut seq = store.seq(&ana).await.unwrap();
        loop {
            let fields = [("name.es", format!("saved after {seq}")), ("text.es", "x".repeat(3000))];
            let changes = ["S1", "S2"].map(|id| Change::set("scenario", id, seq, fields.clone()));
            seq = store.save(ana.organiser().unwrap(), changes.to_vec(), NOW).await.unwrap().seq;
            println!("acknowledged {seq}");
        }
    });
}

#[test]
fn a_killed_program_loses_no_save_that_it_acknowledged() {
    // `cargo xtask soak` asks for more.
    let times: u64 =
        std::env::var("ATALAYA_STORE_KILLS").ok().and_then(|times| times.parse().ok()).unwrap_or(5);
    on_sqlite(async |bench| {
        bench.study().await;
        bench.store.close().await;
        let mut acknowledged = 0;
        for time in 0..times {
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args(["durable::child", "--exact", "--nocapture"])
                .env(CHILD, &bench.url)
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let mut lines = BufReader::new(child.stdout.take().unwrap());
            let mut line = String::new();
            let mut note = |line: &str| {
                // A line that was cut in half says nothing.
                let seq = line
                    .strip_suffix('\n')
                    .and_then(|line| line.split("acknowledged ").nth(1)?.parse::<i64>().ok());
                acknowledged = acknowledged.max(seq.unwrap_or(0));
                seq.is_some()
            };
            let mut count = 0;
            let mut since = Instant::now();
            while count == 0 || since.elapsed() < Duration::from_millis(20 + 37 * (time % 7)) {
                line.clear();
                assert!(lines.read_line(&mut line).unwrap() > 0, "the child ended by itself");
                if note(&line) {
                    count += 1;
                    since = if count == 1 { Instant::now() } else { since };
                }
            }
            child.kill().unwrap();
            child.wait().unwrap();
            let mut rest = String::new();
            lines.read_to_string(&mut rest).unwrap();
            rest.split_inclusive('\n').for_each(|line| {
                note(line);
            });
            let store = Store::open(&bench.url).await.unwrap();
            store.check().await.unwrap();
            let ana = store.authorise("example", "ana").await.unwrap();
            let opened = store.open_study(&ana).await.unwrap();
            assert!(opened.seq >= acknowledged, "{} < {acknowledged}", opened.seq);
            // Both records of a save, or neither.
            assert_eq!(opened.seq % 2, 0);
            let said: Vec<_> = opened.records.iter().map(|record| record.fields["name.es"].cell()).collect();
            assert_eq!(
                said,
                [format!("saved after {}", opened.seq - 2), format!("saved after {}", opened.seq - 2)]
            );
            let revisions = store.changes_since(&ana, 0, u32::MAX).await.unwrap();
            assert!(revisions.iter().map(|revision| revision.seq).eq(1..=opened.seq));
            eprintln!("killed after {acknowledged}, found {}", opened.seq);
            store.close().await;
        }
    });
}

#[test]
fn a_full_disk_is_told_and_harms_nothing() {
    on_sqlite(async |bench| {
        bench.study().await;
        bench.store.close().await;
        let settings = Settings { pages: Some(100), ..Settings::default() };
        let store = Store::open_with(&bench.url, &settings).await.unwrap();
        let ana = store.authorise("example", "ana").await.unwrap();
        let by = ana.organiser().unwrap();
        let save = async |n: i64| {
            let change = Change::set("scenario", &format!("S{n}"), 0, [("text.es", "x".repeat(20_000))]);
            store.save(by, vec![change], NOW).await
        };
        let mut saved = 0;
        let told = loop {
            match save(saved + 1).await {
                Ok(done) => saved = done.seq,
                Err(error) => break error,
            }
            assert!(saved < 100);
        };
        assert!(matches!(told, SaveError::Store(Error::Full)), "{told:?}");
        assert_eq!(told.to_string(), "the disk is full; nothing was written");
        let again = save(saved + 1).await;
        assert!(matches!(again, Err(SaveError::Store(Error::Full))), "{again:?}");
        let opened = store.open_study(&ana).await.unwrap();
        assert_eq!((opened.seq, opened.records.len() as i64), (saved, saved));
        store.check().await.unwrap();
        store.close().await;
        // With room again, saving goes on.
        let store = Store::open(&bench.url).await.unwrap();
        let change = Change::set("scenario", "S0", 0, [("text.es", "x")]);
        assert_eq!(store.save(by, vec![change], NOW).await.unwrap().seq, saved + 1);
        store.close().await;
    });
}

#[test]
fn a_save_that_nobody_waits_for_holds_nobody_up() {
    for engine in [on_sqlite as fn(_), on_postgres as fn(_)] {
        engine(async |bench: Bench| {
            let (ana, _) = bench.study().await;
            for n in 0..30u64 {
                let change = Change::set("variable", &format!("V{n}"), 0, [("name.es", "x")]);
                let save = bench.store.save(ana.organiser().unwrap(), vec![change], NOW);
                let _ = tokio::time::timeout(Duration::from_micros(n * 150), save).await;
            }
            let seq = bench.store.seq(&ana).await.unwrap();
            let change = Change::set("variable", "W1", 0, [("name.es", "x")]);
            let saved = bench.store.save(ana.organiser().unwrap(), vec![change], NOW).await.unwrap();
            assert!(saved.seq > seq);
            let revisions = bench.store.changes_since(&ana, 0, 100).await.unwrap();
            assert!(revisions.iter().map(|revision| revision.seq).eq(1..=saved.seq));
        });
    }
}
