//! Any sequence of saves by two authors leaves what a simple model of the rule says.

use std::collections::BTreeMap;

use atalaya_store::{Change, Clash, Edit, Field, SaveError};
use proptest::prelude::*;

use crate::support::*;

/// One save of the sequence.
#[derive(Clone, Debug)]
struct Step {
    author: usize,
    /// How far behind the study its author is.
    behind: i64,
    edits: Vec<(u8, Do)>,
}

#[derive(Clone, Debug)]
enum Do {
    Set(Vec<(u8, Option<u8>)>),
    Delete,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let set = prop::collection::vec((0u8..3, prop::option::weighted(0.8, 0u8..3)), 1..3).prop_map(Do::Set);
    let edit = prop_oneof![5 => set, 1 => Just(Do::Delete)];
    let edits = prop::collection::btree_map(0u8..3, edit, 1..3).prop_map(|edits| edits.into_iter().collect());
    let step = (0usize..2, 0i64..6, edits);
    prop::collection::vec(step.prop_map(|(author, behind, edits)| Step { author, behind, edits }), 1..12)
}

/// Fields of a record, or that there is none.
type Content = Option<BTreeMap<u8, u8>>;

/// The rule, told plainly: what each record said after every revision, with who said it.
#[derive(Default)]
struct Model {
    /// By record: the number of the revision, its author, what the record says since.
    said: BTreeMap<u8, Vec<(i64, usize, Content)>>,
    seq: i64,
}

impl Model {
    fn at(&self, record: u8, seq: i64) -> Content {
        let said = self.said.get(&record)?;
        said.iter().rev().find(|(when, _, _)| *when <= seq).and_then(|(_, _, content)| content.clone())
    }

    /// The fields, or the record, that a save would conflict on.
    fn conflicts(&self, read: i64, edits: &[(u8, Do)]) -> Vec<(u8, Option<u8>)> {
        let mut found = Vec::new();
        for (record, edit) in edits {
            let changed =
                self.said.get(record).is_some_and(|said| said.iter().any(|(when, _, _)| *when > read));
            if !changed {
                continue;
            }
            let (base, now) = (self.at(*record, read), self.at(*record, self.seq));
            let was_known = self.said[record].iter().any(|(when, _, _)| *when <= read);
            match (edit, &now) {
                (Do::Delete, None) => {}
                (Do::Delete, Some(_)) => found.push((*record, None)),
                (Do::Set(_), None) if was_known => found.push((*record, None)),
                (Do::Set(_), None) => {}
                (Do::Set(fields), Some(now)) => {
                    let fields: BTreeMap<_, _> = fields.iter().copied().collect();
                    for (field, yours) in fields {
                        let was = base.as_ref().and_then(|base| base.get(&field)).copied();
                        let theirs = now.get(&field).copied();
                        if theirs != was && theirs != yours {
                            found.push((*record, Some(field)));
                        }
                    }
                }
            }
        }
        found
    }

    fn save(&mut self, author: usize, edits: &[(u8, Do)]) {
        for (record, edit) in edits {
            let before = self.at(*record, self.seq);
            let after = match edit {
                Do::Delete => None,
                Do::Set(fields) => {
                    let mut content = before.clone().unwrap_or_default();
                    for (field, value) in fields {
                        match value {
                            Some(value) => content.insert(*field, *value),
                            None => content.remove(field),
                        };
                    }
                    Some(content)
                }
            };
            if before != after {
                self.seq += 1;
                self.said.entry(*record).or_default().push((self.seq, author, after));
            }
        }
    }
}

fn change(read: i64, (record, edit): &(u8, Do)) -> Change {
    let id = format!("V{record}");
    match edit {
        Do::Delete => Change::delete("variable", &id, read),
        Do::Set(fields) => {
            let fields = fields.iter().map(|(field, value)| {
                (format!("f{field}"), value.map(|value| Field::Text(value.to_string())))
            });
            let edit = Edit::Set { fields: fields.collect(), position: Some(1.0) };
            Change { kind: "variable".to_owned(), id, read, edit }
        }
    }
}

async fn follow(bench: Bench, steps: Vec<Step>) {
    let (ana, beto) = bench.study_of_two().await;
    let authors = [ana, beto];
    let mut model = Model::default();
    for step in steps {
        let read = (model.seq - step.behind).max(0);
        let changes = step.edits.iter().map(|edit| change(read, edit)).collect();
        let by = authors[step.author].organiser().unwrap();
        let expected = model.conflicts(read, &step.edits);
        match bench.store.save(by, changes, NOW).await {
            Ok(saved) => {
                assert_eq!(expected, [], "no conflict was told");
                model.save(step.author, &step.edits);
                assert_eq!(saved.seq, model.seq);
            }
            Err(SaveError::Conflict(told)) => {
                let found: Vec<(u8, Option<u8>)> = told
                    .iter()
                    .map(|conflict| {
                        let number = |text: &str| text[1..].parse::<u8>().unwrap();
                        let field = match &conflict.clash {
                            Clash::Field { field, .. } => Some(number(field)),
                            Clash::Deleted | Clash::Edited => None,
                        };
                        (number(&conflict.id), field)
                    })
                    .collect();
                assert_eq!(found, expected);
                assert!(told.iter().all(|conflict| conflict.seq > read));
            }
            Err(SaveError::Store(error)) => panic!("{error}"),
        }
        assert_eq!(bench.store.seq(&authors[0]).await.unwrap(), model.seq);
    }
    // Every state that ever was is there.
    for seq in 0..=model.seq {
        let records = bench.store.at(&authors[0], seq).await.unwrap().records;
        let found: BTreeMap<String, BTreeMap<String, String>> = records
            .into_iter()
            .map(|record| (record.id, record.fields.into_iter().map(|(k, v)| (k, v.cell())).collect()))
            .collect();
        let expected: BTreeMap<String, BTreeMap<String, String>> = (0..3)
            .filter_map(|record| {
                let content = model.at(record, seq)?;
                let fields =
                    content.into_iter().map(|(field, value)| (format!("f{field}"), value.to_string()));
                Some((format!("V{record}"), fields.collect()))
            })
            .collect();
        assert_eq!(found, expected, "at {seq}");
    }
    let now = bench.store.open_study(&authors[0]).await.unwrap();
    assert_eq!(now, bench.store.at(&authors[0], model.seq).await.unwrap());
    let all = bench.store.changes_since(&authors[0], 0, 1000).await.unwrap();
    let authors_told: Vec<&str> = all.iter().map(|revision| revision.author.as_str()).collect();
    let mut said: Vec<(i64, usize)> =
        model.said.values().flatten().map(|(seq, author, _)| (*seq, *author)).collect();
    said.sort_unstable();
    assert_eq!(authors_told, said.iter().map(|(_, author)| ["ana", "beto"][*author]).collect::<Vec<_>>());
}

proptest! {
    #[test]
    fn saves_by_two_follow_the_rule(steps in steps()) {
        on_sqlite(async |bench| follow(bench, steps).await);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn saves_by_two_follow_the_rule_on_a_server(steps in steps()) {
        on_postgres(async |bench| follow(bench, steps).await);
    }
}
