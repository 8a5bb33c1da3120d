//! One file for one method: a matrix or a table becomes a study of one part.

use std::path::PathBuf;

use atalaya_formats::single::{
    Options, actors, colours, factors, igo, matrices, policies, probabilities, ratings,
};
use atalaya_model::{Family, Study, Value, choice::Mode, study::Loaded};
use tempfile::TempDir;

use crate::support::put;

struct Files(TempDir);

impl Files {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        put(self.0.path(), name, bytes.as_ref());
        self.0.path().join(name)
    }

    /// What was said, without the folder.
    fn said(&self, loaded: &Loaded<Study>) -> Vec<String> {
        let folder = format!("{}/", self.0.path().display());
        loaded.diagnostics.iter().map(|d| format!("{} {}", d.code, d.place).replace(&folder, "")).collect()
    }
}

fn influence() -> &'static Family {
    Family::find("influence").expect("a family")
}

fn values(loaded: &Loaded<Study>) -> Vec<(String, Value)> {
    loaded.value.answers.iter().map(|a| (a.question.to_string(), a.value)).collect()
}

#[test]
fn one_matrix_is_a_consensus_and_several_are_a_panel() {
    let files = Files::new();
    let a = files.file("Grupo A.csv", ",V1,V2\nV1,0,2?\nV2,P,0\n");
    let b = files.file("b.csv", ";V1;V2\r\nV1;;1\r\nV2;3;\r\n");
    let one = matrices(std::slice::from_ref(&a), influence(), &Options::default());
    assert_eq!(files.said(&one), Vec::<String>::new());
    assert_eq!(one.value.consultations[0].mode, Some(Mode::Consensus));
    assert_eq!(one.value.experts[0].id, "Grupo-A");
    assert_eq!(one.value.frame.min_group(), 1);
    let expected = [
        ("influence/V1/V2".to_owned(), Value::Disputed(2.0)),
        ("influence/V2/V1".to_owned(), Value::Potential),
    ];
    assert_eq!(values(&one), expected);
    let two = matrices(&[a, b], influence(), &Options::default());
    assert_eq!(files.said(&two), ["W102 b.csv:1:1"]);
    assert_eq!((two.value.answers.len(), two.value.experts.len()), (4, 2));
    assert_eq!(two.value.consultations[0].mode, Some(Mode::Individual));
    assert_eq!(two.value.rounds[0].invited.len(), 2);
    // It is a study like any other: nothing contradicts itself.
    assert!(atalaya_formats::check(&two).iter().all(|d| !d.code.as_str().starts_with('E')));
}

#[test]
fn a_matrix_as_it_comes_from_an_office() {
    let files = Files::new();
    let names = "Matriz de influencias directas;;;;\nN°;Nombre;1;2;SUMA\n1;Educación emprendedora;x;3;3\n2;Crédito a la mipyme;1;x;1\nTOTAL;;1;3;4\n";
    let latin = encoding_rs::WINDOWS_1252.encode(names).0.into_owned();
    let read = matrices(&[files.file("m.csv", latin)], influence(), &Options::default());
    assert_eq!(files.said(&read), ["W102 m.csv:1:1", "W103 m.csv:2:1", "W105 m.csv:2:5", "W105 m.csv:5:1"]);
    let names: Vec<(&str, &str)> =
        read.value.variables.iter().map(|v| (v.id.as_str(), v.name.es.as_str())).collect();
    assert_eq!(names, [("V1", "Educación emprendedora"), ("V2", "Crédito a la mipyme")]);
    assert_eq!(read.value.answers.len(), 2);
    let words = ",Educación,Crédito\nEducación,0,1\nCrédito,2,0\n";
    let read = matrices(&[files.file("w.csv", words)], influence(), &Options::default());
    assert_eq!(files.said(&read), Vec::<String>::new());
    assert_eq!(read.value.variables[1].name.en, "Crédito");
    assert_eq!(read.value.variables[1].id, "V2");
    // One label that is no id, and its neighbours are called as it is.
    let mixed = ",Agua,Vías\nAgua,0,1\nVías,2,0\n";
    let read = matrices(&[files.file("x.csv", mixed)], influence(), &Options::default());
    let names: Vec<(&str, &str)> =
        read.value.variables.iter().map(|v| (v.id.as_str(), v.name.es.as_str())).collect();
    assert_eq!(names, [("V1", "Agua"), ("V2", "Vías")]);
}

#[test]
fn what_is_wrong_with_a_matrix_is_said() {
    let files = Files::new();
    let case = |text: &str, expected: &[&str]| {
        let read = matrices(&[files.file("m.csv", text)], influence(), &Options::default());
        assert_eq!(files.said(&read), expected, "{text}");
    };
    case("", &["E103 m.csv"]);
    case(",A,B\nA,0,1\n", &["E305 m.csv:1:1"]);
    case(",A,B\nA,2,1\nB,1,0\n", &["E306 m.csv:2:2"]);
    case(",A,B\nA,0,7\nB,uno,0\n", &["E302 m.csv:2:3", "E302 m.csv:3:2"]);
    case(",A,,C\nA,0,1,1\nB,1,0,1\nC,1,1,0\n", &["E307 m.csv:1:3"]);
    case(",A,1-mar\nA,0,1\n1-mar,1,0\n", &["E205 m.csv:1:3", "E205 m.csv:3:1"]);
    let missing = matrices(&[files.0.path().join("no.csv")], influence(), &Options::default());
    assert_eq!(files.said(&missing), ["E101 no.csv"]);
    let folder = matrices(&[files.0.path().to_owned()], influence(), &Options::default());
    assert_eq!(folder.diagnostics[0].code.as_str(), "E102");
    let options =
        Options { scales: [("influence".to_owned(), "0..9".to_owned())].into(), ..Options::default() };
    let wide = matrices(&[files.file("s.csv", ",A,B\nA,0,7\nB,1,0\n")], influence(), &options);
    assert_eq!(files.said(&wide), Vec::<String>::new());
}

#[test]
fn json_and_workbooks_hold_matrices_too() {
    let files = Files::new();
    let json = files.file("m.json", "{\"labels\": [\"V1\", \"V2\"], \"matrix\": [[0, 2], [\"P\", null]]}");
    let read = matrices(&[json], influence(), &Options::default());
    assert_eq!(files.said(&read), Vec::<String>::new());
    assert_eq!(read.value.answers.len(), 2);
    let broken = files.file("b.json", "{\"labels\": [\"V1\",],\n}");
    assert_eq!(files.said(&matrices(&[broken], influence(), &Options::default())), ["E111 b.json:1:18"]);
    let path = files.0.path().join("panel.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, value) in [("Ana", 1.0), ("Notas", 0.0), ("Luis", 3.0)] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a name");
        if name == "Notas" {
            sheet.write_string(0, 0, "nada que leer").expect("a text");
            continue;
        }
        for (index, code) in [(1_u16, "V1"), (2, "V2")] {
            sheet.write_string(0, index, code).expect("a text");
            sheet.write_string(u32::from(index), 0, code).expect("a text");
        }
        sheet.write_number(1, 2, value).expect("a number");
        sheet.write_number(2, 1, 2.0).expect("a number");
    }
    book.save(&path).expect("it is saved");
    let read = matrices(&[path], influence(), &Options::default());
    assert_eq!(files.said(&read), Vec::<String>::new());
    let experts: Vec<&str> = read.value.experts.iter().map(|e| e.id.as_str()).collect();
    assert_eq!(experts, ["Ana", "Luis"]);
}

#[test]
fn a_delphi_is_read_long_or_wide() {
    let files = Files::new();
    let long = "experto;ronda;pregunta;valor;grupo\n1;1;P1;7;Perú\n2;1;P1;5;México\n1;2;P1;6;Perú\n2;2;P1;-;México\n1;10;P1;6;Perú\n2;1;P2;;México\n";
    let read = ratings(&[files.file("d.csv", long)], &Options::default());
    assert_eq!(files.said(&read), ["W102 d.csv:1:1"]);
    let study = &read.value;
    assert_eq!(study.frame.scales["importance"], "1..7");
    let rounds: Vec<(&str, Option<i64>)> = study.rounds.iter().map(|r| (r.id.as_str(), r.number)).collect();
    assert_eq!(rounds, [("R1", Some(1)), ("R2", Some(2)), ("R3", Some(3))]);
    assert_eq!(study.experts[0].group, "Perú");
    assert_eq!(study.answers.len(), 5);
    let first = files.file("r1.csv", "experto,Crédito,Talento\nE1,9,2\nE2,8,\n");
    let second = files.file("r2.csv", "experto,Crédito,Talento\nE1,9,3\nE2,8,3\n");
    let read = ratings(&[first, second], &Options::default());
    assert_eq!(files.said(&read), Vec::<String>::new());
    assert_eq!((read.value.rounds.len(), read.value.answers.len()), (2, 7));
    assert_eq!(read.value.variables[0].name.es, "Crédito");
    let known = "expert,round,question,value\nE1,R1,plausibility/S1,4\nE1,R1,plausibility/S1,5\nE1,R1,plausibility/S2,9\n";
    let read = ratings(&[files.file("k.csv", known)], &Options::default());
    assert_eq!(files.said(&read), ["E303 k.csv:3:4", "E302 k.csv:4:4"]);
    assert_eq!(read.value.scenarios[0].id, "S1");
    let bad = ratings(&[files.file("x.csv", "a,b\n1,2\n")], &Options::default());
    assert_eq!(files.said(&bad), ["E206 x.csv:1:1", "E206 x.csv:1:1", "E206 x.csv:1:1"]);
}

#[test]
fn actions_on_importance_and_governability() {
    let files = Files::new();
    let table = "id,nombre,importancia,gobernabilidad\nA1,Red de incubadoras,8.5,3\nA2,Ley marco,10,1\nA3,Ferias,11,-\nTotal,,29.5,4\n";
    let read = igo(&[files.file("igo.csv", table)], &Options::default());
    assert_eq!(files.said(&read), ["E302 igo.csv:4:3", "W105 igo.csv:5:1"]);
    assert_eq!(read.value.actions[0].name.es, "Red de incubadoras");
    assert_eq!(read.value.consultations[0].mode, Some(Mode::Consensus));
    assert_eq!(read.value.answers.len(), 5);
    let panel = "action,importance,governability,expert\nA1,8,3,E1\nA1,6,1,E2\n";
    let read = igo(&[files.file("panel.csv", panel)], &Options::default());
    assert_eq!((read.value.experts.len(), read.value.answers.len()), (2, 4));
}

#[test]
fn actions_may_be_rated_in_a_long_table() {
    let files = Files::new();
    let long = "expert,question,value\nE1,importance/A1,8\nE1,governability/A1,3\nE2,importance/A1,6\nE2,wish/A1,1\nE2,governability/A1,9\n";
    let read = igo(&[files.file("long.csv", long)], &Options::default());
    assert_eq!(files.said(&read), ["E301 long.csv:5:2", "E302 long.csv:6:3"]);
    assert_eq!((read.value.actions.len(), read.value.experts.len(), read.value.answers.len()), (1, 2, 3));
}

#[test]
fn an_empty_cell_of_a_single_matrix_is_said_and_is_no_zero() {
    let files = Files::new();
    let holes = files.file("m.csv", ",A,B,C\nA,0,,1\nB,1,0,\nC,1,1,0\n");
    let read = matrices(std::slice::from_ref(&holes), influence(), &Options::default());
    assert_eq!(files.said(&read), ["W207 m.csv:2:3"]);
    let said = &read.diagnostics[0];
    assert_eq!(said.args, [("count", "2".to_owned()), ("cells", "A/B, B/C".to_owned())]);
    assert_eq!(read.value.answers.len(), 4);
    // One expert of several may leave cells open.
    let other = files.file("o.csv", ",A,B,C\nA,0,1,1\nB,1,0,1\nC,1,1,0\n");
    assert_eq!(
        files.said(&matrices(&[holes, other], influence(), &Options::default())),
        Vec::<String>::new()
    );
}

/// The two tables of MACTOR under their roles.
fn game(files: &Files, power: &[&str], positions: &[&str]) -> Loaded<Study> {
    let put = |name: &str, texts: &[&str]| {
        let file = |(n, text): (usize, &&str)| files.file(&format!("{name}{n}.csv"), text);
        (name.to_owned(), texts.iter().enumerate().map(file).collect::<Vec<_>>())
    };
    actors(&Options {
        roles: [put("power", power), put("positions", positions)].into(),
        ..Options::default()
    })
}

#[test]
fn the_two_tables_of_actors() {
    let files = Files::new();
    let (power, positions) = (",A,B\nA,0,3\nB,1,0\n", ",O1,O2\nA,-4,2\nB,0,-\n");
    let read = game(&files, &[power], &[positions]);
    assert_eq!(files.said(&read), Vec::<String>::new());
    let ids = |n: usize, m: usize| (read.value.actors.len(), read.value.stakes.len()) == (n, m);
    assert!(ids(2, 2) && read.value.experts.len() == 1);
    let two = game(&files, &[power, power], &[positions, positions]);
    assert_eq!((two.value.experts.len(), two.value.answers.len()), (2, 12));
    let wrong = game(&files, &[",A,B\nA,2,5\nB,1,0\n"], &[",O1\nA,7\nB,\n"]);
    assert_eq!(
        files.said(&wrong),
        ["E302 positions0.csv:2:2", "W207 positions0.csv:3:2", "E306 power0.csv:2:2", "E302 power0.csv:2:3"]
    );
    let unequal = game(&files, &[",A,B\nA,0,3\n"], &[positions]);
    assert_eq!(files.said(&unequal), ["E305 power0.csv:1:1"]);
    let alone = game(&files, &[power], &[]);
    assert!(alone.value.stakes.is_empty());
}

#[test]
fn probabilities_of_events() {
    let files = Files::new();
    let case = |text: &str, expected: &[&str]| {
        let read = probabilities(&[files.file("p.json", text)], &Options::default());
        assert_eq!(files.said(&read), expected, "{text}");
        read
    };
    let sound = case(
        r#"{"labels":["Ley","Fondo"],"p":[0.6,0.5],"given":[[1,0.8],[0.7,null]],"given_not":[[0,0.3],[0.25,1]]}"#,
        &[],
    );
    assert_eq!(values(&sound).len(), 6);
    assert_eq!(sound.value.hypotheses[0].id, "Ley");
    // Beyond [0, 1]; a missing cell; outside of what the simple ones leave.
    let p = r#""given_not":[[0,0.3],[0.25,1]]}"#;
    case(&format!(r#"{{"p":[1.6,0.5],"given":[[1,0.8],[0.7,1]],{p}"#), &["E302 p.json#p:1:2"]);
    case(&format!(r#"{{"p":[0.6,0.5],"given":[[1,null],[0.7,1]],{p}"#), &["E206 p.json#given:1:3"]);
    let read = case(&format!(r#"{{"p":[0.6,0.5],"given":[[1,0.1],[0.7,1]],{p}"#), &["W208 p.json#given:1:3"]);
    let args = &read.diagnostics[0].args;
    let arg = |name: &str| args.iter().find(|(n, _)| *n == name).map(|(_, v)| v.clone()).unwrap_or_default();
    assert_eq!(
        (arg("name"), arg("low"), arg("high")),
        ("P(H1/H2)".to_owned(), "0.2".to_owned(), "1".to_owned())
    );
    // Shapes, and keys that are not there.
    case(&format!(r#"{{"p":[0.6,0.5],"given":[[1,0.8]],{p}"#), &["E310 p.json#given"]);
    case(r#"{"p":[0.6,0.5]}"#, &["E311 p.json", "E311 p.json"]);
    case("{", &["E111 p.json:1:1"]);
    case("{\"p\": 3}", &["E311 p.json", "E311 p.json", "E311 p.json", "E111 p.json:1:1"]);
    let missing = probabilities(&[files.0.path().join("no.json")], &Options::default());
    assert_eq!(files.said(&missing), ["E101 no.json"]);
    let text = r#"{"p":[0.6,0.5],"given":[[1,0.8],[0.7,1]],"given_not":[[0,0.3],[0.25,1]]}"#;
    let both = [files.file("a.json", text), files.file("b.json", text)];
    let panel = probabilities(&both, &Options::default());
    assert_eq!((panel.value.experts.len(), panel.value.answers.len()), (2, 12));
}

#[test]
fn marks_and_weights_crossings_and_colours() {
    let files = Files::new();
    let json = files
        .file("m.json", r#"{"scores":[[14,8],[10.5,16]],"policies":[[40,60]],"scenarios":[[1,2],[2,1]]}"#);
    let read = policies(&[json], &Options::default());
    assert_eq!(files.said(&read), Vec::<String>::new());
    let study = &read.value;
    let sizes = (study.actions.len(), study.criteria.len(), study.policies.len(), study.scenarios.len());
    assert_eq!((sizes, study.answers.len()), ((2, 2, 1, 2), 10));
    let json = files.file("m.json", r#"{"scores":[[14,-8],[10,null]],"policies":[[40]]}"#);
    let read = policies(&[json], &Options::default());
    assert_eq!(files.said(&read), ["E302 m.json#scores:1:3", "E206 m.json#scores:2:3"]);

    let json = files.file("f.json", r#"{"fo":[[3,4]],"fa":[[2]],"do":[[1,2]],"da":[[0]]}"#);
    let read = factors(&[json], &Options::default());
    assert_eq!(files.said(&read), ["E302 f.json#fo:1:3"]);
    assert_eq!(read.value.factors.len(), 5);
    let four = ["fo", "fa", "do", "da"].map(|name| files.file(&format!("{name}.csv"), ",x\ny,1\n"));
    let read = factors(&four, &Options::default());
    assert_eq!((files.said(&read), read.value.answers.len()), (Vec::new(), 4));
    let three = factors(&four[..3], &Options::default());
    assert_eq!(files.said(&three), ["E311 fo.csv"]);

    let votes = files.file("v.csv", ",E1,E2,E3\nIdea,DG,W,B\nOtra,Verde claro,,azul\n");
    let read = colours(&[votes], &Options::default());
    assert_eq!(files.said(&read), ["E302 v.csv:3:4"]);
    let found: Vec<Value> = read.value.answers.iter().map(|a| a.value).collect();
    assert_eq!(found, [Value::Number(5.0), Value::Blank, Value::NoOpinion, Value::Number(4.0)]);
    let empty = colours(&[files.file("e.csv", "")], &Options::default());
    assert_eq!(files.said(&empty), ["E103 e.csv"]);
}
