//! What a study folder may look like, and what is said of it.

use std::time::Instant;

use atalaya_formats::{
    archive, folder,
    print::Layout,
    tree::{Entry, Tree},
};
use atalaya_model::Value;
use proptest::prelude::*;

use crate::support::{FRAME, put, read, reported, study, with};

#[test]
fn a_small_study_opens_without_a_word() {
    let loaded = read(&with(&[
        (
            "answers.csv",
            "expert,round,question,value,confidence\nE1,R1,importance/V1,7,0.8\nE2,R1,importance/V1,-,\n",
        ),
        ("answers/R1/influence/E1.csv", ",V1,V2,V3\nV1,0,2,P\nV2,,x,1\nV3,-,0,-\n"),
        ("scan/series.csv", "id,name_es,name_en\nS1,a,a\n"),
        ("scan/values.csv", "series,economy,year,value\nS1,PER,2016,0.12\nS1,PER,2015,0.11\n"),
        (
            "explore/scenarios.toml",
            "[[scenario]]\nid = \"SC1\"\nname = { es = \"Uno\", en = \"One\" }\ncorner = \"++\"\n[scenario.path]\n2019-2022 = { es = \"a\", en = \"b\" }\n",
        ),
        ("texts/es/scenario/SC1.md", "Había una vez.\r\n\r\nFin.\r\n"),
        (
            "sources.bib",
            "@article{G18,\n  author = {Gutarra, R. and Valente, M.},\n  title = {Las mipymes {TIC}},\n  journal = {Nova Scientia}, year = 2018, volume = 10, number = 20, pages = {1--21},\n  doi = {10.21640/ns.v10i20.1329},\n}\n",
        ),
        ("README.md", "x"),
    ]));
    assert_eq!(reported(&loaded), Vec::<String>::new());
    let study = loaded.value;
    assert_eq!(study.answers.len(), 7);
    assert_eq!(study.answers[0].value, Value::Number(7.0));
    assert_eq!(study.answers[1].value, Value::NoOpinion);
    let cell = |text: &str| study.answers.iter().find(|a| a.question.to_string() == text).map(|a| a.value);
    assert_eq!(cell("influence/V1/V3"), Some(Value::Potential));
    assert_eq!(cell("influence/V2/V1"), None);
    assert_eq!(cell("influence/V3/V2"), Some(Value::Number(0.0)));
    assert_eq!(study.observations[0].year, 2015);
    assert_eq!(study.scenarios[0].path["2019-2022"].en, "b");
    assert_eq!(study.scenarios[0].narrative.es, "Había una vez.\n\nFin.");
    let source = &study.sources[0];
    assert_eq!(source.author, "Gutarra, R.; Valente, M.");
    assert_eq!(source.locator, "10(20), 1–21");
    assert_eq!(source.title, "Las mipymes TIC");
    assert_eq!(study.experts[1].country, "MEX");
}

#[test]
fn a_hundred_thousand_rows_are_read_fast() {
    let mut text = String::from("expert,round,question,value\n");
    for expert in 0..1000 {
        for variable in 0..100 {
            text.push_str(&format!("E{expert},R1,importance/V{variable},{}\n", 1 + (expert + variable) % 10));
        }
    }
    let list = |header: &str, letter: char, count: usize| {
        (0..count).fold(header.to_owned(), |text, n| text + &format!("\n{letter}{n},a,a"))
    };
    let folder = study(&[("study.toml", FRAME.as_bytes())]);
    put(folder.path(), "answers.csv", text.as_bytes());
    put(folder.path(), "panel.csv", list("code,country,group", 'E', 1000).as_bytes());
    put(folder.path(), "structure/variables.csv", list("id,name_es,name_en", 'V', 100).as_bytes());
    put(folder.path(), "consult/rounds.toml", b"[[round]]\nid = \"R1\"\n");
    let start = Instant::now();
    let loaded = folder::read(folder.path());
    let said = atalaya_formats::check(&loaded);
    let elapsed = start.elapsed();
    assert!(said.iter().all(|d| d.severity() != atalaya_model::Severity::Error));
    assert_eq!(loaded.value.answers.len(), 100_000);
    assert!(reported(&loaded).is_empty());
    // Debug builds are slow; a release build takes a small part of this.
    assert!(elapsed.as_secs() < 10, "{elapsed:?}");
    println!("{elapsed:?}");
}

/// The files of a small study, whole.
const FILES: [(&str, &str); 9] = [
    ("study.toml", FRAME),
    ("panel.csv", crate::support::PANEL),
    ("structure/variables.csv", crate::support::VARIABLES),
    ("consult/rounds.toml", crate::support::ROUNDS),
    ("answers.csv", "expert,round,question,value\nE1,R1,importance/V1,\"7,5\"\nE2;x;y\n"),
    ("answers/R1/influence/E1.csv", "Título\n,V1,V2,V3,SUMA\nV1,0,2,P,2\nV2,,x,1..3,1\nV3,-,0?,-,\n"),
    (
        "sources.bib",
        "@string{ns = {Nova}}\n@article{G18, author = {Gutarra, R. and {INEI}}, journal = ns # \"x\", year = 2018}\n",
    ),
    ("scan/values.csv", "series;economy;year;value\nS1;PER;2015;0,12\n"),
    ("texts/es/scenario/S1.md", "Había una vez."),
];

proptest::proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn nothing_that_people_write_stops_the_reader(
        changes in prop::collection::vec((any::<usize>(), any::<usize>(), any::<u8>(), 0..4_u8), 0..40),
    ) {
        let mut tree = Tree::default();
        for (path, text) in FILES {
            tree.insert(path, text);
        }
        let names: Vec<String> = tree.files().map(str::to_owned).collect();
        for (file, at, byte, how) in changes {
            let Some(Entry::Bytes(bytes)) = tree.entries.get_mut(&names[file % names.len()]) else { continue };
            let at = at % (bytes.len() + 1);
            match how {
                0 => bytes.insert(at, byte),
                1 if at < bytes.len() => bytes[at] = byte,
                2 => bytes.truncate(at),
                _ => bytes.insert(at, b"\",;{}[]=\n\r@#\t"[usize::from(byte) % 13]),
            }
        }
        let loaded = atalaya_formats::read::study(&tree);
        let _ = atalaya_formats::check(&loaded);
        // What was read is a study: it prints and reads again without a new word.
        let again = atalaya_formats::print::study(&loaded.value, &Layout::default());
        let _ = atalaya_formats::read::study(&again);
        let _ = atalaya_formats::rename::changes(&tree, None, "V1", "W1");
    }

    #[test]
    fn no_bytes_stop_the_archive(bytes in prop::collection::vec(any::<u8>(), 0..300), cut in 0..2000_usize) {
        let _ = archive::unpack(&bytes);
        let mut tree = Tree::default();
        tree.insert("study.toml", FRAME);
        let mut packed = archive::pack(&tree).expect("an archive");
        for (index, byte) in bytes.iter().enumerate() {
            let at = (index * 31 + cut) % packed.len();
            packed[at] ^= byte;
        }
        packed.truncate(packed.len() - cut % packed.len());
        let _ = archive::unpack(&packed);
    }
}
