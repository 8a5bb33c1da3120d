//! A rename changes every part that names the record, in its own dialect, or nothing.

use std::{collections::BTreeMap, fs, path::Path};

use atalaya_formats::{archive, book, check, convert, folder, open, rename};
use atalaya_model::{Kind, Lang, Severity, Study};
use tempfile::TempDir;

use crate::support::{FRAME, PANEL, put, study};

const ROUNDS: &str = r#"# Las rondas
[[consultation]]
id = "C1"   # única
name = { es = "Uno", en = "One" }
mode = "individual"

[[round]]
id = "R1"
consultation = "C1"
invited = ["E1", 'E2'] # todos
wording = { V1 = "0b4c1d2e", "importance/V10" = "00000000" }
"#;

fn sample() -> TempDir {
    let latin = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let variables = latin("id;name_es;name_en\r\nV1;Educación, V1;One\r\n\"V10\";Diez;Ten\r\n");
    let folder = study(&[
        ("study.toml", FRAME.as_bytes()),
        ("panel.csv", PANEL.as_bytes()),
        ("structure/variables.csv", &variables),
        ("structure/actors.csv", b"id,name_es,name_en,variables\nA1,V1,V1,\"V1, V10\"\nA2,b,b,V10 V1\n"),
        ("consult/rounds.toml", ROUNDS.as_bytes()),
        ("answers.csv", "\u{feff}expert,round,question,value\nE1,R1,importance/V1,7\nE1,R1,importance/V10,7\n".as_bytes()),
        ("answers/R1/influence/E1.csv", b",V1,V10\nV1,,2\nV10,1,\n"),
        ("answers/R1/influence/E2.csv", b",V10,V1\nV10,,2\nV1,1,\n"),
        ("explore/states.csv", b"id,name_es,name_en\nV1.a,a,a\nV10.a,b,b\n"),
        ("explore/scenarios.toml", b"[[scenario]]\nid = \"S1\"\nname.es = \"V1\"\nname.en = \"V1\"\nstates = [\n  \"V1.a\", # V1\n  \"V10.a\",\n]\n"),
        ("decisions.toml", b"[[decision]]\nid = \"D1\"\nabout = \"key-variables\"\nchosen = [\"V1\"]\nreason.es = \"V1\"\nreason.en = \"V1\"\n"),
        ("texts/es/scenario/S1.md", b"V1 y S1\n"),
        ("sources.bib", b"@book{ G18 ,\n  title = {G18},\n}\n"),
        ("history/old.csv", b"V1\n"),
    ]);
    put(folder.path(), "README.md", b"V1");
    folder
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        for entry in fs::read_dir(path).expect("a list").flatten() {
            if entry.path().is_dir() {
                open.push(entry.path());
            } else {
                let name = entry.path().strip_prefix(folder).expect("inside").display().to_string();
                found.insert(name, fs::read(entry.path()).expect("bytes"));
            }
        }
    }
    found
}

fn errors(study: &atalaya_model::study::Loaded<Study>) -> Vec<String> {
    let all = check(study);
    all.iter()
        .filter(|d| d.severity() == Severity::Error)
        .map(|d| format!("{} {}", d.code, d.place))
        .collect()
}

#[test]
fn every_part_changes_in_its_own_dialect() {
    let folder = sample();
    let before = files(folder.path());
    let renamed = rename(folder.path(), None, "V1", "W-1").expect("it is renamed");
    assert_eq!(renamed.kind, Kind::Variable);
    let after = files(folder.path());
    let text = |name: &str| String::from_utf8(after[name].clone()).expect("text");
    let variables = encoding_rs::WINDOWS_1252.decode(&after["structure/variables.csv"]).0.into_owned();
    assert_eq!(variables, "id;name_es;name_en\r\nW-1;Educación, V1;One\r\n\"V10\";Diez;Ten\r\n");
    assert_eq!(
        text("structure/actors.csv"),
        "id,name_es,name_en,variables\nA1,V1,V1,\"W-1, V10\"\nA2,b,b,V10 W-1\n"
    );
    assert_eq!(text("consult/rounds.toml"), ROUNDS.replace("{ V1 =", "{ W-1 ="));
    assert_eq!(
        text("answers.csv"),
        "\u{feff}expert,round,question,value\nE1,R1,importance/W-1,7\nE1,R1,importance/V10,7\n"
    );
    assert_eq!(text("answers/R1/influence/E2.csv"), ",V10,W-1\nV10,,2\nW-1,1,\n");
    assert_eq!(text("explore/states.csv"), "id,name_es,name_en\nW-1.a,a,a\nV10.a,b,b\n");
    assert!(text("explore/scenarios.toml").contains("\"W-1.a\", # V1\n  \"V10.a\",\n"));
    assert!(text("explore/scenarios.toml").contains("name.es = \"V1\""));
    assert!(text("decisions.toml").contains("chosen = [\"W-1\"]\nreason.es = \"V1\""));
    for same in ["README.md", "history/old.csv", "texts/es/scenario/S1.md", "sources.bib", "panel.csv"] {
        assert_eq!(after[same], before[same], "{same}");
    }
    assert_eq!(errors(&folder::read(folder.path())), Vec::<String>::new());
    // And back again: every byte is as it was.
    rename(folder.path(), Some(Kind::Variable), "W-1", "V1").expect("it is renamed");
    assert_eq!(files(folder.path()), before);
}

#[test]
fn experts_rounds_scenarios_and_sources_carry_their_files_along() {
    let folder = sample();
    let before = files(folder.path());
    for (from, to, file) in [
        ("E2", "X2", "answers/R1/influence/X2.csv"),
        ("R1", "R-2019", "answers/R-2019/influence/X2.csv"),
        ("S1", "S9", "texts/es/scenario/S9.md"),
        ("G18", "G2018", "sources.bib"),
        ("V1.a", "V1.z", "explore/states.csv"),
    ] {
        rename(folder.path(), None, from, to).expect("it is renamed");
        assert!(files(folder.path()).contains_key(file), "{file}");
        assert_eq!(errors(&folder::read(folder.path())), Vec::<String>::new(), "{from}");
    }
    assert!(!folder.path().join("answers/R1").exists());
    for (from, to) in [("V1.z", "V1.a"), ("G2018", "G18"), ("S9", "S1"), ("R-2019", "R1"), ("X2", "E2")] {
        rename(folder.path(), None, from, to).expect("it is renamed back");
    }
    assert_eq!(files(folder.path()), before);
}

#[test]
fn a_rename_that_cannot_be_whole_changes_nothing() {
    let folder = sample();
    let before = files(folder.path());
    let refused = |kind, from, to| {
        let said = rename(folder.path(), kind, from, to).expect_err("it is refused");
        assert_eq!(files(folder.path()), before);
        said[0].code.as_str()
    };
    assert_eq!(refused(None, "V7", "V8"), "E204");
    assert_eq!(refused(Some(Kind::Actor), "V1", "V8"), "E204");
    assert_eq!(refused(None, "V1", "V10"), "E203");
    assert_eq!(refused(None, "V1", "A1"), "E203");
    assert_eq!(refused(None, "V1", "1V"), "E202");
    assert_eq!(refused(None, "V1", "MAR1"), "E205");
    // A folder that may not be written to, in the middle of the parts.
    let part = folder.path().join("structure");
    let mut permissions = fs::metadata(&part).expect("metadata").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&part, permissions.clone()).expect("permissions");
    assert_eq!(refused(None, "V1", "W1"), "E403");
    #[allow(clippy::permissions_set_readonly_false)]
    permissions.set_readonly(false);
    fs::set_permissions(&part, permissions).expect("permissions");
    put(folder.path(), "structure/foda.csv", b"id,kind\nF1,nothing\n");
    let said = rename(folder.path(), None, "V1", "W1").expect_err("a broken study is not renamed");
    assert_eq!(said[0].code.as_str(), "E208");
}

#[test]
fn a_table_with_spanish_headers_is_renamed_by_what_they_mean() {
    let folder = sample();
    let actions = "Código;Acción;Variable\nN1;Regar V1;V1\n";
    put(folder.path(), "act/actions.csv", actions.as_bytes());
    rename(folder.path(), None, "V1", "W1").expect("it is renamed");
    let now = fs::read_to_string(folder.path().join("act/actions.csv")).expect("the actions");
    assert_eq!(now, actions.replace(";V1\n", ";W1\n"));
    rename(folder.path(), None, "N1", "B1").expect("it is renamed");
    let now = fs::read_to_string(folder.path().join("act/actions.csv")).expect("the actions");
    assert!(now.contains("\nB1;"), "{now}");
}

#[test]
fn archives_and_workbooks_are_renamed_too() {
    let folder = sample();
    for name in ["a.zip", "a.xlsx"] {
        let path = folder.path().join(name);
        convert(folder.path(), &path, Lang::Es).expect("it is converted");
        rename(&path, None, "V1", "W1").expect("it is renamed");
        let loaded = open(&path);
        assert_eq!(errors(&loaded), Vec::<String>::new(), "{name}");
        assert_eq!(loaded.value.variables[0].id, "W1");
        if book::is_book(&path) {
            let sheets = book::sheets(&path, name).expect("sheets");
            assert_eq!(sheets[0].0, "estudio", "it keeps its language");
        }
        assert_eq!(loaded.value.answers.iter().filter(|a| a.question.a == "W1").count(), 3);
        fs::remove_file(&path).expect("it is removed");
    }
    assert!(archive::unpack(b"").is_err());
}
