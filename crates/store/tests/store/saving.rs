//! Saves, conflicts, history.

use std::time::Instant;

use atalaya_store::{Change, Clash, Edit, Error, Field, SaveError, Store};

use crate::support::*;

/// The conflicts of a save that must have some.
fn clashes(result: Result<atalaya_store::Saved, SaveError>) -> Vec<atalaya_store::Conflict> {
    match result {
        Err(SaveError::Conflict(conflicts)) => conflicts,
        other => panic!("no conflict: {other:?}"),
    }
}

fn text(value: &str) -> Option<Field> {
    Some(value.into())
}

both! {
    async fn every_save_is_a_revision_with_author_and_time(bench) {
        let (ana, beto) = bench.study_of_two().await;
        let (store, a, b) = (&bench.store, ana.organiser().unwrap(), beto.organiser().unwrap());
        store.save(a, vec![Change::set("variable", "V1", 0, [("name.es", "Uno")])], NOW).await.unwrap();
        let saved = store.save(b, vec![Change::set("variable", "V1", 1, [("name.en", "One")])], NOW + 5).await.unwrap();
        assert_eq!((saved.first, saved.seq), (Some(2), 2));
        let history = store.history(&ana, "variable", "V1").await.unwrap();
        let told: Vec<_> = history.iter().map(|r| (r.seq, r.author.as_str(), r.at, r.record.fields.len())).collect();
        assert_eq!(told, [(1, "ana", NOW, 1), (2, "beto", NOW + 5, 2)]);
        assert_eq!(store.seq(&ana).await.unwrap(), 2);
        assert_eq!(store.studies("ana").await.unwrap()[0].changed, NOW + 5);
        // What is so already makes no revision.
        let saved = store.save(a, vec![Change::set("variable", "V1", 2, [("name.en", "One")])], NOW).await.unwrap();
        assert_eq!((saved.first, saved.seq), (None, 2));
    }

    async fn a_save_tells_how_far_it_reaches_and_of_which_kinds_it_is(bench) {
        let (ana, beto) = bench.study_of_two().await;
        let (store, a, b) = (&bench.store, ana.organiser().unwrap(), beto.organiser().unwrap());
        let made = |kind: &str, id: &str| Change::set(kind, id, 0, [("name.es", "Uno")]);
        store.save(b, vec![made("actor", "A1")], NOW).await.unwrap();
        let many = vec![made("variable", "V1"), made("actor", "A2"), made("variable", "V2")];
        store.save(a, many, NOW).await.unwrap();
        let extent = store.extent(&beto, "ana", NOW, 4).await.unwrap();
        let kinds: Vec<_> = extent.kinds.iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
        assert_eq!((extent.first, extent.last, kinds), (2, 4, vec![("actor", 1), ("variable", 2)]));
        assert!(matches!(store.extent(&ana, "ana", NOW + 1, 4).await, Err(Error::NotFound)));
    }

    async fn only_the_same_field_of_the_same_record_conflicts(bench) {
        let (ana, beto) = bench.study_of_two().await;
        let (store, a, b) = (&bench.store, ana.organiser().unwrap(), beto.organiser().unwrap());
        let first = [("name.es", "Uno"), ("name.en", "One"), ("definition.es", "D")];
        store.save(a, vec![Change::set("variable", "V1", 0, first)], NOW).await.unwrap();
        store.save(a, vec![Change::set("variable", "V1", 1, [("name.es", "Primero")])], NOW + 1).await.unwrap();
        // Another field, read before: both stand.
        store.save(b, vec![Change::set("variable", "V1", 1, [("name.en", "First")])], NOW + 2).await.unwrap();
        // The same field to the same value: nothing to choose.
        store.save(b, vec![Change::set("variable", "V1", 1, [("name.es", "Primero")])], NOW + 3).await.unwrap();
        // The same field to another value, and another record beside it: nothing is written.
        let changes = vec![
            Change::set("variable", "V1", 1, [("name.es", "Único"), ("name.en", "Only"), ("definition.es", "E")]),
            Change::set("variable", "V2", 0, [("name.es", "Dos")]),
        ];
        let conflicts = clashes(store.save(b, changes, NOW + 4).await);
        assert_eq!(conflicts.len(), 2);
        let es = &conflicts[1];
        assert_eq!((es.kind.as_str(), es.id.as_str(), es.seq, es.author.as_str(), es.at), ("variable", "V1", 2, "ana", NOW + 1));
        let clash = Clash::Field { field: "name.es".to_owned(), base: text("Uno"), theirs: text("Primero"), yours: text("Único") };
        assert_eq!(es.clash, clash);
        assert_eq!(conflicts[0].author, "beto");
        assert_eq!(store.seq(&ana).await.unwrap(), 3);
        assert!(matches!(store.record(&ana, "variable", "V2").await, Err(Error::NotFound)));
        let now = store.record(&ana, "variable", "V1").await.unwrap();
        assert_eq!((now.fields["name.es"].cell(), now.fields["name.en"].cell()), ("Primero".into(), "First".into()));
    }

    async fn a_value_that_was_changed_and_changed_back_does_not_conflict(bench) {
        let (ana, beto) = bench.study_of_two().await;
        let (store, a, b) = (&bench.store, ana.organiser().unwrap(), beto.organiser().unwrap());
        for (read, name) in ["Uno", "Otro", "Uno"].into_iter().enumerate() {
            store.save(a, vec![Change::set("variable", "V1", read as i64, [("name.es", name)])], NOW).await.unwrap();
        }
        store.save(b, vec![Change::set("variable", "V1", 1, [("name.es", "Mío")])], NOW).await.unwrap();
    }

    async fn a_field_is_cleared_by_nothing_and_that_conflicts_too(bench) {
        let (ana, beto) = bench.study_of_two().await;
        let (store, a, b) = (&bench.store, ana.organiser().unwrap(), beto.organiser().unwrap());
        let clear = |read| Change {
            kind: "variable".to_owned(),
            id: "V1".to_owned(),
            read,
            edit: Edit::Set { fields: [("name.es".to_owned(), None)].into(), position: None },
        };
        store.save(a, vec![Change::set("variable", "V1", 0, [("name.es", "Uno"), ("name.en", "One")])], NOW).await.unwrap();
        store.save(a, vec![clear(1)], NOW).await.unwrap();
        assert_eq!(store.record(&ana, "variable", "V1").await.unwrap().fields.len(), 1);
        let conflicts = clashes(store.save(b, vec![Change::set("variable", "V1", 1, [("name.es", "Mío")])], NOW).await);
        assert!(matches!(&conflicts[0].clash, Clash::Field { theirs: None, .. }));
        // An empty text clears as well.
        store.save(b, vec![Change::set("variable", "V1", 2, [("name.en", "")])], NOW).await.unwrap();
        assert_eq!(store.record(&ana, "variable", "V1").await.unwrap().fields.len(), 0);
    }

    async fn two_who_make_the_same_record_conflict_where_they_differ(bench) {
        let (ana, beto) = bench.study_of_two().await;
        let (store, a, b) = (&bench.store, ana.organiser().unwrap(), beto.organiser().unwrap());
        store.save(a, vec![Change::set("variable", "V1", 0, [("name.es", "Uno"), ("unit", "%")])], NOW).await.unwrap();
        let conflicts = clashes(store.save(b, vec![Change::set("variable", "V1", 0, [("name.es", "Dos"), ("unit", "%")])], NOW).await);
        assert_eq!(conflicts.len(), 1);
        assert!(matches!(&conflicts[0].clash, Clash::Field { field, base: None, .. } if field == "name.es"));
    }

    async fn deleting_what_was_edited_and_editing_what_was_deleted_conflict(bench) {
        let (ana, beto) = bench.study_of_two().await;
        let (store, a, b) = (&bench.store, ana.organiser().unwrap(), beto.organiser().unwrap());
        store.save(a, vec![Change::set("variable", "V1", 0, [("name.es", "Uno")])], NOW).await.unwrap();
        store.save(a, vec![Change::set("variable", "V1", 1, [("name.es", "Dos")])], NOW).await.unwrap();
        let conflicts = clashes(store.save(b, vec![Change::delete("variable", "V1", 1)], NOW).await);
        assert_eq!(conflicts[0].clash, Clash::Edited);
        store.save(b, vec![Change::delete("variable", "V1", 2)], NOW).await.unwrap();
        let conflicts = clashes(store.save(a, vec![Change::set("variable", "V1", 2, [("name.en", "Two")])], NOW).await);
        assert_eq!((&conflicts[0].clash, conflicts[0].author.as_str()), (&Clash::Deleted, "beto"));
        // Both delete it: agreed, and no revision more.
        let saved = store.save(a, vec![Change::delete("variable", "V1", 2)], NOW).await.unwrap();
        assert_eq!((saved.first, saved.seq), (None, 3));
        // Whoever knows that it is gone may make it anew, without what it said.
        store.save(a, vec![Change::set("variable", "V1", 3, [("name.en", "New")])], NOW).await.unwrap();
        assert_eq!(store.record(&ana, "variable", "V1").await.unwrap().fields.len(), 1);
    }

    async fn history_is_restored_and_undone_by_new_saves(bench) {
        let (ana, beto) = bench.study_of_two().await;
        let (store, a, b) = (&bench.store, ana.organiser().unwrap(), beto.organiser().unwrap());
        let name = async || store.record(&ana, "variable", "V1").await.map(|r| r.fields["name.es"].cell());
        store.save(a, vec![Change::set("variable", "V1", 0, [("name.es", "Uno")])], NOW).await.unwrap();
        store.save(a, vec![Change::set("variable", "V1", 1, [("name.es", "Dos")])], NOW).await.unwrap();
        store.save(a, vec![Change::delete("variable", "V1", 2)], NOW).await.unwrap();
        store.restore(b, "variable", "V1", 1, NOW).await.unwrap();
        assert_eq!(name().await.unwrap(), "Uno");
        assert_eq!(store.history(&ana, "variable", "V1").await.unwrap().len(), 4);
        // A save of several records is undone and redone whole.
        let block = (2..6).map(|n| Change::set("variable", &format!("V{n}"), 0, [("name.es", "x")]));
        let block: Vec<_> = block.chain([Change::set("variable", "V1", 4, [("name.es", "Tres")])]).collect();
        let saved = store.save(a, block, NOW).await.unwrap();
        assert_eq!((saved.first, saved.seq), (Some(5), 9));
        let before = store.at(&ana, 4).await.unwrap().records;
        let after = store.open_study(&ana).await.unwrap().records;
        let undone = store.undo(a, 5, 9, NOW).await.unwrap();
        assert_eq!(store.open_study(&ana).await.unwrap().records, before);
        let redone = store.undo(a, undone.first.unwrap(), undone.seq, NOW).await.unwrap();
        assert_eq!(store.open_study(&ana).await.unwrap().records, after);
        // Each says which save it undid.
        let undoes = store.history(&ana, "variable", "V1").await.unwrap().iter().map(|own| own.undoes).collect::<Vec<_>>();
        assert_eq!(undoes, [None, None, None, None, None, Some(9), Some(undone.seq)]);
        // What others changed since is not undone silently.
        store.save(b, vec![Change::set("variable", "V1", redone.seq, [("name.es", "Cuatro")])], NOW).await.unwrap();
        let conflicts = clashes(store.undo(a, redone.first.unwrap(), redone.seq, NOW).await);
        assert_eq!(conflicts.len(), 1);
        assert!(matches!(store.undo(a, 5, 99, NOW).await, Err(SaveError::Store(Error::NotFound))));
        assert!(matches!(store.restore(a, "variable", "V9", 1, NOW).await, Err(SaveError::Store(Error::NotFound))));
    }

    async fn a_page_that_was_away_learns_what_changed(bench) {
        let (ana, beto) = bench.study().await;
        let (store, a) = (&bench.store, ana.organiser().unwrap());
        for n in 1..=5 {
            store.save(a, vec![Change::set("actor", &format!("A{n}"), 0, [("name.es", "x")])], NOW).await.unwrap();
        }
        let missed = store.changes_since(&beto, 2, 100).await.unwrap();
        assert_eq!(missed.iter().map(|r| (r.seq, r.record.id.as_str())).collect::<Vec<_>>(), [(3, "A3"), (4, "A4"), (5, "A5")]);
        assert_eq!(store.changes_since(&beto, 2, 1).await.unwrap().len(), 1);
        assert_eq!(store.changes_since(&beto, 5, 100).await.unwrap(), []);
        assert_eq!(store.at(&beto, 2).await.unwrap().records.len(), 2);
        assert_eq!(store.at(&beto, 0).await.unwrap().records, []);
    }

    async fn records_stand_where_they_were_put(bench) {
        let (ana, _) = bench.study().await;
        let (store, a) = (&bench.store, ana.organiser().unwrap());
        let all = ["V2", "V10", "V1"].map(|id| Change::set("variable", id, 0, [("name.es", id)]));
        store.save(a, all.to_vec(), NOW).await.unwrap();
        let ids = async || {
            let records = store.records(&ana, "variable").await.unwrap();
            records.into_iter().map(|record| record.id).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(ids().await, "V2 V10 V1");
        let moved = Change {
            kind: "variable".to_owned(),
            id: "V1".to_owned(),
            read: 3,
            edit: Edit::Set { fields: [].into(), position: Some(1.5) },
        };
        store.save(a, vec![moved], NOW).await.unwrap();
        assert_eq!(ids().await, "V2 V1 V10");
        store.save(a, vec![Change::set("variable", "V0", 0, [("name.es", "último")])], NOW).await.unwrap();
        assert_eq!(ids().await, "V2 V1 V10 V0");
    }

    async fn two_changes_of_a_record_in_a_save_are_one_revision(bench) {
        let (ana, _) = bench.study().await;
        let (store, a) = (&bench.store, ana.organiser().unwrap());
        let both = vec![
            Change::set("variable", "V1", 0, [("name.es", "Uno")]),
            Change::set("variable", "V1", 0, [("name.en", "One")]),
        ];
        assert_eq!(store.save(a, both, NOW).await.unwrap().seq, 1);
        assert_eq!(store.record(&ana, "variable", "V1").await.unwrap().fields.len(), 2);
        let come_and_gone = vec![
            Change::set("variable", "V2", 0, [("name.es", "Dos")]),
            Change::delete("variable", "V2", 0),
        ];
        assert_eq!(store.save(a, come_and_gone, NOW).await.unwrap().first, None);
    }

    async fn what_no_record_can_be_is_refused(bench) {
        let (ana, _) = bench.study().await;
        let (store, a) = (&bench.store, ana.organiser().unwrap());
        let set = |kind: &str, id: &str, read| Change::set(kind, id, read, [("name.es", "x")]);
        let bad = [
            set("variables", "V1", 0),
            set("variable", "1V", 0),
            set("variable", "V 1", 0),
            set("variable", "", 0),
            set("study", "other", 0),
            set("answer", "R1/E1", 0),
            set("answer", "R1/nothing/V1/E1", 0),
            set("observation", "S1/PE/now", 0),
            set("variable", "V1", 7),
            set("variable", "V1", -1),
            Change::set("variable", "V1", 0, [("id", "V2")]),
            Change::delete("study", "study", 0),
            Change::file("../secret", "x", 0),
            Change::file("/etc/passwd", "x", 0),
            Change::file("a\0b", "x", 0),
            Change { kind: "variable".to_owned(), ..Change::file("V1", "x", 0) },
        ];
        for change in bad {
            let told = store.save(a, vec![set("variable", "V8", 0), change.clone()], NOW).await;
            assert!(matches!(told, Err(SaveError::Store(Error::Invalid { .. }))), "{change:?}: {told:?}");
        }
        assert_eq!(store.seq(&ana).await.unwrap(), 0);
    }

    async fn texts_of_any_length_and_character_come_back(bench) {
        let (ana, _) = bench.study().await;
        let (store, a) = (&bench.store, ana.organiser().unwrap());
        let long = "Ñandú «\u{1F9ED}» \0 '\"\\; DROP TABLE study; --\n".repeat(20_000);
        let list = Field::List(vec!["a b".to_owned(), "c;d".to_owned()]);
        let fields = [("text.es", Field::Text(long)), ("list", list), ("$1", "x".into())];
        store.save(a, vec![Change::set("scenario", "S1", 0, fields.clone())], NOW).await.unwrap();
        let record = store.record(&ana, "scenario", "S1").await.unwrap();
        assert_eq!(record.fields["text.es"].cell(), fields[0].1.cell().trim());
        assert_eq!(record.fields["list"], fields[1].1);
        assert_eq!(record.fields["$1"], fields[2].1);
        let bytes: Vec<u8> = (0..=255).cycle().take(3_000_000).collect();
        store.save(a, vec![Change::file("docs/README.md", bytes.clone(), 0)], NOW).await.unwrap();
        store.save(a, vec![Change::file("docs/README.md", "", 2)], NOW).await.unwrap();
        assert_eq!(store.file(&ana, "docs/README.md").await.unwrap(), b"");
        let history = store.history(&ana, "file", "docs/README.md").await.unwrap();
        let hash = history[0].record.fields["hash"].cell();
        assert_eq!(store.bytes(&ana, &hash).await.unwrap(), bytes);
    }

    async fn the_same_value_is_the_same_however_it_is_typed(bench) {
        let (ana, beto) = bench.study_of_two().await;
        let (store, a, b) = (&bench.store, ana.organiser().unwrap(), beto.organiser().unwrap());
        let fields = [("sources", "s1, s2;s3"), ("definition.es", " Dos\r\nlíneas\r\n"), ("color", " azul ")];
        store.save(a, vec![Change::set("variable", "V1", 0, fields)], NOW).await.unwrap();
        let record = store.record(&ana, "variable", "V1").await.unwrap();
        assert_eq!(record.fields["sources"], Field::List(["s1", "s2", "s3"].map(str::to_owned).to_vec()));
        assert_eq!(record.fields["definition.es"].cell(), "Dos\nlíneas");
        assert_eq!(record.fields["color"].cell(), "azul");
        let list = Field::List(["s1", "s2", "s3"].map(str::to_owned).to_vec());
        let saved = store.save(b, vec![Change::set("variable", "V1", 0, [("sources", list)])], NOW).await.unwrap();
        assert_eq!(saved.first, None);
        let frame = [("rules.stability", "0,15"), ("horizon", "pronto"), ("comparators", "PE; CL")];
        store.save(a, vec![Change::set("study", "study", 0, frame)], NOW).await.unwrap();
        let record = store.record(&ana, "study", "study").await.unwrap();
        assert_eq!(record.fields["rules.stability"].cell(), "0.15");
        // What cannot be read is kept for whoever mends it.
        assert_eq!(record.fields["horizon"].cell(), "pronto");
        let bad = [("sources", "s1 ¿?")];
        store.save(a, vec![Change::set("variable", "V1", 2, bad)], NOW).await.unwrap();
        assert_eq!(store.record(&ana, "variable", "V1").await.unwrap().fields["sources"].cell(), "s1 ¿?");
        // An empty text in many blanks is none.
        store.save(a, vec![Change::set("variable", "V1", 3, [("color", " \r\n ")])], NOW).await.unwrap();
        assert!(!store.record(&ana, "variable", "V1").await.unwrap().fields.contains_key("color"));
    }

    async fn many_who_save_at_once_all_get_their_turn(bench) {
        let (ana, beto) = bench.study_of_two().await;
        // A second store is what another program would be.
        let other = Store::open(&bench.url).await.unwrap();
        let mut tasks = Vec::new();
        for n in 0..40 {
            let store = if n % 4 < 2 { bench.store.clone() } else { other.clone() };
            let access = if n % 2 == 0 { ana.clone() } else { beto.clone() };
            tasks.push(tokio::spawn(async move {
                let change = Change::set("variable", &format!("V{n}"), 0, [("name.es", "x")]);
                store.save(access.organiser().unwrap(), vec![change], NOW).await.unwrap().seq
            }));
        }
        let mut seqs = Vec::new();
        for task in tasks {
            seqs.push(task.await.unwrap());
        }
        seqs.sort_unstable();
        assert_eq!(seqs, (1..=40).collect::<Vec<_>>());
        let mut positions: Vec<_> = bench.store.records(&ana, "variable").await.unwrap().iter().map(|r| r.position as i64).collect();
        positions.dedup();
        assert_eq!(positions, (1..=40).collect::<Vec<_>>());
        other.close().await;
    }

    async fn a_save_of_a_cell_is_quick_in_a_large_study(bench) {
        let (ana, _) = bench.study().await;
        let (store, a) = (&bench.store, ana.organiser().unwrap());
        let cell = |n: i64| format!("R1/influence/V{}/W{}/E1", n / 100, n % 100);
        let all = (0..10_000).map(|n| Change::set("answer", &cell(n), 0, [("value", "1")]));
        let mut seq = store.save(a, all.collect(), NOW).await.unwrap().seq;
        let mut times = Vec::new();
        for n in 0..200 {
            let start = Instant::now();
            let change = Change::set("answer", &cell(n * 37), seq, [("value", "2")]);
            seq = store.save(a, vec![change], NOW).await.unwrap().seq;
            times.push(start.elapsed());
        }
        times.sort_unstable();
        eprintln!("{:?}: a cell in {:?} (median), {:?} (95 %)", store.engine(), times[100], times[190]);
        assert_eq!(seq, 10_200);
    }
}

/// A server runs what it awaits on any of its threads.
#[test]
fn what_the_store_promises_may_go_from_thread_to_thread() {
    fn is_send<T: Send>(_: T) {}
    on_sqlite(async |bench| {
        let (ana, _) = bench.study().await;
        let (store, a) = (&bench.store, ana.organiser().unwrap());
        is_send(Store::open("x"));
        is_send(store.save(a, Vec::new(), NOW));
        is_send(store.undo(a, 1, 1, NOW));
        is_send(store.restore(a, "variable", "V1", 1, NOW));
        is_send(store.open_study(&ana));
        is_send(store.at(&ana, 1));
        is_send(store.changes_since(&ana, 1, 1));
        is_send(store.files(&ana));
        is_send(store.accept_invitation(b"", "ana", NOW));
        is_send(store.session(b"", NOW));
        is_send(store.backup_to(bench.folder.path()));
        let mut bytes: Vec<u8> = Vec::new();
        is_send(store.export(&mut bytes));
        is_send(store.import(&mut bytes.as_slice()));
    });
}
