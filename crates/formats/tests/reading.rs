//! What a study folder may look like, and what is said of it.

use std::time::Instant;

use atalaya_formats::folder;
use atalaya_model::Value;

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
    let folder = study(&[("study.toml", FRAME.as_bytes())]);
    put(folder.path(), "answers.csv", text.as_bytes());
    let start = Instant::now();
    let loaded = folder::read(folder.path());
    let elapsed = start.elapsed();
    assert_eq!(loaded.value.answers.len(), 100_000);
    assert!(reported(&loaded).is_empty());
    // Debug builds are slow; a release build takes a small part of this.
    assert!(elapsed.as_secs() < 10, "{elapsed:?}");
    println!("{elapsed:?}");
}
