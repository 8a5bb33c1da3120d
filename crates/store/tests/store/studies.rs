//! A study in the store is the study: folder to study to records and back, with what is carried along.

use std::{path::Path, time::Instant};

use atalaya_model::{Code, Study};
use atalaya_store::{Change, Record, Spot, diff, records, study};

use crate::support::*;

fn example(name: &str) -> (Study, atalaya_formats::print::Layout) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    let study = atalaya_formats::open(&folder).value;
    (study, atalaya_formats::layout(&folder))
}

const EXAMPLES: [&str; 2] = ["mipymes-peru-2030", "taller-minimo"];

#[test]
fn records_are_the_study_without_the_store() {
    for name in EXAMPLES {
        let (before, _) = example(name);
        let loaded = study(&records(&before));
        assert_eq!(loaded.diagnostics, [], "{name}");
        assert_eq!(loaded.value, before, "{name}");
    }
}

both! {
    async fn a_study_comes_back_as_it_went(bench) {
        bench.person("ana").await;
        for name in EXAMPLES {
            let (before, layout) = example(name);
            let ana = bench.store.create_study(name, name, "ana", NOW).await.unwrap();
            let mut changes: Vec<Change> = records(&before).into_iter().map(Change::from).collect();
            changes.extend(layout.carried.iter().map(|(path, bytes)| Change::file(path, bytes.clone(), 0)));
            let count = changes.len() as i64;
            let start = Instant::now();
            let saved = bench.store.save(ana.organiser().unwrap(), changes, NOW).await.unwrap();
            eprintln!("{:?}, {name}: {count} records saved in {:?}", bench.store.engine(), start.elapsed());
            assert_eq!((saved.first, saved.seq), (Some(1), count));
            let start = Instant::now();
            let opened = bench.store.open_study(&ana).await.unwrap();
            eprintln!("{:?}, {name}: opened in {:?}", bench.store.engine(), start.elapsed());
            assert_eq!(opened.seq, count);
            let after = study(&opened.records);
            assert_eq!(after.diagnostics, []);
            assert_eq!(after.value, before);
            assert_eq!(bench.store.files(&ana).await.unwrap(), layout.carried);
            assert_eq!(bench.store.at(&ana, count).await.unwrap(), opened);
            // The same once more changes nothing.
            let again = diff(&opened.records, &records(&before), opened.seq);
            assert_eq!(again, []);
        }
    }

    async fn thirty_thousand_answers_are_saved_at_once(bench) {
        let (ana, _) = bench.study().await;
        let answers = (0..30_000).map(|index| {
            let id = format!("R1/influence/V{}/W{}/E{}", index % 100, index / 100 % 100, index / 10_000);
            Change::set("answer", &id, 0, [("value", "3")])
        });
        let start = Instant::now();
        let saved = bench.store.save(ana.organiser().unwrap(), answers.collect(), NOW).await.unwrap();
        let seconds = start.elapsed().as_secs_f64();
        eprintln!("{:?}: 30,000 answers in {seconds:.2} s", bench.store.engine());
        assert_eq!(saved.seq, 30_000);
        assert!(seconds < 20.0, "{seconds}");
        let start = Instant::now();
        assert_eq!(bench.store.open_study(&ana).await.unwrap().records.len(), 30_000);
        eprintln!("{:?}: opened in {:.2} s", bench.store.engine(), start.elapsed().as_secs_f64());
    }

    async fn another_version_of_a_study_is_a_save_of_what_differs(bench) {
        let (before, _) = example("taller-minimo");
        let (ana, _) = bench.study().await;
        let by = ana.organiser().unwrap();
        let first = records(&before).into_iter().map(Change::from).collect();
        bench.store.save(by, first, NOW).await.unwrap();
        let mut after = before.clone();
        after.variables[0].name.es = "Otra cosa".to_owned();
        let gone = after.variables.remove(1).id.to_string();
        let opened = bench.store.open_study(&ana).await.unwrap();
        let changes = diff(&opened.records, &records(&after), opened.seq);
        assert_eq!(changes.len(), 2, "{changes:#?}");
        bench.store.save(by, changes, NOW).await.unwrap();
        let now = study(&bench.store.open_study(&ana).await.unwrap().records);
        assert_eq!(now.value, after);
        let history = bench.store.history(&ana, "variable", &gone).await.unwrap();
        assert!(history.len() == 2 && history[1].deleted);
        assert_eq!(study(&bench.store.at(&ana, opened.seq).await.unwrap().records).value, before);
    }
}

#[test]
fn what_is_wrong_is_told_at_its_record_and_field() {
    let record = |kind: &str, id: &str, fields: &[(&str, &str)]| Record {
        kind: kind.to_owned(),
        id: id.to_owned(),
        position: 1.0,
        fields: fields.iter().map(|(key, value)| ((*key).to_owned(), (*value).into())).collect(),
    };
    let loaded = study(&[
        record("variable", "V1", &[("name.es", "Uno"), ("color", "azul")]),
        record("study", "study", &[("horizon", "pronto")]),
        record("answer", "R1/influence/V1/V2/E1", &[("value", "9")]),
        record("observation", "S1/PE/2020", &[("value", "mucho")]),
        record("file", "README#1.md", &[]),
    ]);
    let told: Vec<_> = loaded
        .diagnostics
        .iter()
        .map(|d| (d.code, Spot::of(&d.place).expect("a spot"), d.place.to_string()))
        .collect();
    let spot = |kind: &str, id: &str, field: &str| Spot {
        kind: kind.to_owned(),
        id: id.to_owned(),
        field: Some(field.to_owned()),
    };
    let found: Vec<_> = told.iter().map(|(code, spot, _)| (*code, spot.clone())).collect();
    assert_eq!(
        found,
        [
            (Code::OutOfScale, spot("answer", "R1/influence/V1/V2/E1", "value")),
            (Code::NotANumber, spot("observation", "S1/PE/2020", "value")),
            (Code::NotANumber, spot("study", "study", "horizon")),
            (Code::UnknownColumn, spot("variable", "V1", "color")),
        ]
    );
    assert_eq!(told[3].2, "variable/V1#color");
    assert_eq!(loaded.value.variables[0].extra["color"], "azul");
    let id = atalaya_model::Id::parse("V1").unwrap();
    let place = loaded.places.of(atalaya_model::Kind::Variable, &id, "name.es");
    assert_eq!(Spot::of(&place), Some(spot("variable", "V1", "name.es")));
}

#[test]
fn a_study_of_a_newer_format_is_not_read() {
    let frame = Record {
        kind: "study".to_owned(),
        id: "study".to_owned(),
        position: 0.0,
        fields: [("format".to_owned(), "99".into())].into(),
    };
    let loaded = study(&[frame]);
    assert_eq!(loaded.diagnostics[0].code, Code::NewerFormat);
}
