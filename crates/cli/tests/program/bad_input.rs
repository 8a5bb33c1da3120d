//! Bad input through the program, in both languages: what is wrong, where, and what would be right. After a change that
//! was meant, `INSTA_UPDATE=always cargo test -p atalaya-cli` writes it down and the difference is reviewed.

use std::fmt::Write as _;

use crate::support::{atalaya, code, printed, put};

type Files = &'static [(&'static str, &'static [u8])];

/// A small sound study; each case adds files to it or puts them in the place of its own.
const SOUND: Files = &[
    ("study.toml", b"format = 1\nlanguages = [\"es\", \"en\"]\nbase_year = 2018\nhorizon = 2030\n"),
    ("panel.csv", b"code,country,group\nE1,PER,PER\nE2,MEX,MEX\n"),
    ("structure/variables.csv", b"id,name_es,name_en\nV1,Uno,One\nV2,Dos,Two\nV3,Tres,Three\n"),
    ("consult/rounds.toml", b"[[consultation]]\nid = \"C1\"\nname.es = \"Variables\"\nname.en = \"Variables\"\nmode = \"individual\"\n\n[[round]]\nid = \"R1\"\nconsultation = \"C1\"\nnumber = 1\ninvited = [\"E1\", \"E2\"]\nfamilies = [\"importance\", \"influence\"]\n"),
    ("answers.csv", b"expert,round,question,value\nE1,R1,importance/V1,7\nE2,R1,importance/V1,8\n"),
];

const CASES: &[(&str, Files)] = &[
    ("a missing id", &[("structure/actors.csv", b"id,name_es,name_en\n,Uno,One\n")]),
    ("no column of ids", &[("structure/actors.csv", b"name_es,name_en\nUno,One\n")]),
    ("a bad id", &[("structure/actors.csv", "id,name_es,name_en\nActor 1,Uno,One\n".as_bytes())]),
    ("a duplicate id", &[("structure/actors.csv", b"id,name_es,name_en\nA1,Uno,One\nA1,Dos,Two\n")]),
    ("an unknown id", &[("structure/actors.csv", b"id,name_es,name_en,variables\nA1,Uno,One,V1 V9\n")]),
    ("ids that a spreadsheet changes", &[("structure/actors.csv", b"id,name_es,name_en\nMAR1,Uno,One\n1E3,Dos,Two\n1-mar,Tres,Three\n")]),
    ("a wording changed after it was answered", &[("consult/rounds.toml", b"[[consultation]]\nid = \"C1\"\nname.es = \"Variables\"\nname.en = \"Variables\"\n\n[[round]]\nid = \"R1\"\nconsultation = \"C1\"\nnumber = 1\nfamilies = [\"importance\"]\nwording.V1 = \"00000000\"\n")]),
    ("a value out of scale", &[("answers.csv", b"expert,round,question,value\nE1,R1,importance/V1,11\nE2,R1,importance/V1,siete\n")]),
    ("an unknown question", &[("answers.csv", b"expert,round,question,value\nE1,R1,wish/V1,1\nE2,R1,importance/V1/V2,1\n")]),
    ("a non-zero diagonal", &[("answers/R1/influence/E1.csv", b",V1,V2,V3\nV1,2,2,1\nV2,1,,1\nV3,0,0,\n")]),
    ("a matrix that is not square", &[("answers/R1/influence/E1.csv", b",V1,V2,V3\nV1,,2,1\nV2,1,,1\n")]),
    ("rows and columns that differ", &[("answers/R1/influence/E1.csv", b",V1,V2\nV1,,2\nV3,1,\n")]),
    ("a row of sums", &[("answers/R1/influence/E1.csv", b",V1,V2,V3,SUMA\nV1,,2,1,3\nV2,1,,1,2\nV3,0,0,,0\nTotal,1,2,2,5\n")]),
    ("merged header cells", &[("answers/R1/influence/E1.csv", b",V1,,V3\nV1,,2,1\nV2,1,,1\nV3,0,0,\n")]),
    ("semicolons and decimal commas", &[
        ("scan/series.csv", b"id;name_es;name_en\nS1;a;a\n"),
        ("scan/values.csv", b"series;economy;year;value\nS1;PER;2015;12,5\nS1;PER;2016;1,234\n"),
    ]),
    ("a byte-order mark and CRLF", &[("structure/actors.csv", b"\xef\xbb\xbfid,name_es,name_en\r\nA1,Uno,One\r\n")]),
    ("Latin-1", &[("structure/actors.csv", b"id,name_es,name_en\nA1,Educaci\xf3n,Education\n")]),
    ("an empty file", &[("structure/actors.csv", b"")]),
    ("a row too long", &[("structure/actors.csv", b"id,name_es,name_en\nA1,Uno, dos y tres,One\n")]),
    ("an unclosed quote", &[("structure/actors.csv", b"id,name_es,name_en\nA1,\"Uno,One\n")]),
    ("columns twice and unknown", &[("structure/actors.csv", b"id,name_es,name_en,name_es,color\nA1,Uno,One,Dos,azul\n")]),
    ("an expert who answered nothing", &[("answers.csv", b"expert,round,question,value\nE1,R1,importance/V1,7\n")]),
    ("somebody who was not invited", &[("panel.csv", b"code\nE1\nE2\nE3\n"), ("answers.csv", b"expert,round,question,value\nE1,R1,importance/V1,7\nE2,R1,importance/V1,7\nE3,R1,importance/V1,7\n")]),
    ("one answer given twice", &[("answers.csv", b"expert,round,question,value\nE1,R1,importance/V1,7\nE2,R1,importance/V1,8\nE1,R1,importance/V1,9\n")]),
    ("a round that nothing describes", &[("answers.csv", b"expert,round,question,value\nE1,R1,importance/V1,7\nE2,R1,importance/V1,8\nE2,R7,importance/V1,8\n")]),
    ("one family and round in two homes", &[
        ("answers.csv", b"expert,round,question,value\nE1,R1,influence/V1/V2,1\nE2,R1,importance/V1,8\n"),
        ("answers/R1/influence/E2.csv", b",V1,V2,V3\nV1,,2,1\nV2,1,,1\nV3,0,0,\n"),
    ]),
    ("a horizon before the base year", &[("study.toml", b"format = 1\nbase_year = 2018\nhorizon = 2010\nperiods = [\"pronto\"]\n")]),
    ("a missing translation", &[("structure/actors.csv", b"id,name_es,name_en\nA1,Uno,\n")]),
    ("a newer format", &[("study.toml", b"format = 7\n")]),
    ("TOML that does not parse", &[("study.toml", b"format = 1\nlanguages = [\"es\", \"en\"]\nbase_year = 2018\nhorizon = 2030\nunit.es = El sistema\n")]),
    ("a bibliography that does not parse", &[("sources.bib", b"@book{B1,\n  title = {Dos\n")]),
    ("a word out of its list and a date that is none", &[("scan/evidence.csv", "id,name_es,name_en,date,dimension\nH1,a,a,30/06/2017,mágica\n".as_bytes())]),
    ("a chain that closes on itself", &[("act/actions.csv", b"id,name_es,name_en,after\nX1,a,a,X2\nX2,b,b,X1\n")]),
    ("a file that nothing reads", &[("variables.csv", b"id\nV1\n")]),
];

/// What `check` says of errors and warnings; gaps are what a small study has.
fn checked(lang: &str, files: Files) -> String {
    let home = tempfile::tempdir().unwrap();
    let kept = SOUND.iter().filter(|(path, _)| files.iter().all(|(other, _)| other != path));
    for (path, bytes) in kept.chain(files) {
        put(home.path(), &format!("study/{path}"), bytes);
    }
    let output = atalaya(home.path(), lang, &["check", "study"]);
    let mut said = String::new();
    let mut gap = false;
    for line in printed(&output).lines() {
        gap = if line.starts_with("    ") {
            gap
        } else {
            line.contains(" G1") || line.ends_with('.') && !line.contains(": ")
        };
        if !gap {
            let _ = writeln!(said, "{line}");
        }
    }
    let _ = writeln!(said, "= {}", code(&output));
    assert!(!said.contains(['⟨', '$']), "{said}");
    said
}

fn all(lang: &str) -> String {
    let mut out = String::new();
    for (name, files) in CASES {
        let _ = writeln!(out, "## {name}\n{}", checked(lang, files));
    }
    out
}

#[test]
fn what_is_said_in_spanish() {
    insta::assert_snapshot!("bad_input_es", all("es"));
}

#[test]
fn what_is_said_in_english() {
    insta::assert_snapshot!("bad_input_en", all("en"));
}

#[test]
fn a_sound_study_says_nothing() {
    assert_eq!(checked("es", &[]), "= 0\n");
}

#[test]
fn what_is_no_study_at_all() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    put(folder, "notes.txt", b"x");
    put(folder, "empty/readme", b"x");
    put(folder, "bad.zip", b"x");
    put(folder, "bad.xlsx", b"x");
    put(folder, "holder/study.toml", b"format = 1\n");
    std::fs::create_dir_all(folder.join("holder/panel.csv")).unwrap();
    for (path, expected) in [
        ("missing", "E101"),
        ("notes.txt", "E401"),
        ("empty", "E104"),
        ("bad.zip", "E401"),
        ("bad.xlsx", "E402"),
        ("holder", "E102"),
    ] {
        for lang in ["es", "en"] {
            let output = atalaya(folder, lang, &["check", path]);
            let said = printed(&output);
            assert_eq!(code(&output), 1, "{path}: {said}");
            assert!(said.contains(&format!("error {expected}:")), "{path}: {said}");
            assert!(!said.contains(['⟨', '$']), "{path}: {said}");
        }
    }
}
