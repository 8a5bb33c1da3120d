//! Every kind of bad input is said with its code and its place, and the rest still opens.

use std::fs;

use atalaya_formats::{check, folder, hash};
use atalaya_model::{Code, Value, answer::wording};

use crate::support::{FRAME, PANEL, ROUNDS, VARIABLES, arg, problems, problems_of, read, study, with};

/// Reads and checks a sound study with these files, and compares errors and warnings.
#[track_caller]
fn says(extra: &[(&str, &str)], expected: &[&str]) {
    assert_eq!(problems(extra), expected);
}

const ANSWERS: &str = "expert,round,question,value\nE1,R1,importance/V1,7\nE2,R1,importance/V1,8\n";
const MATRIX: &str = "answers/R1/influence/E1.csv";
/// The other expert's matrix, so that nobody is silent.
const OTHER: (&str, &str) = ("answers/R1/influence/E2.csv", ",V1,V2,V3\nV1,,1,1\nV2,1,,1\nV3,1,1,\n");

#[test]
fn a_sound_study_has_nothing_to_say() {
    says(&[("answers.csv", ANSWERS), (MATRIX, ",V1,V2,V3\nV1,0,2,P\nV2,,x,1\nV3,-,0,-\n"), OTHER], &[]);
}

#[test]
fn ids_missing_unknown_twice_or_changed_by_a_spreadsheet() {
    let table = "id,name_es,name_en\nV1,a,a\n,b,b\nV1,c,c\nMAR1,d,d\n1-mar,e,e\n1E3,f,f\nV 2,g,g\n";
    says(
        &[("structure/variables.csv", table)],
        &[
            "E201 structure/variables.csv:3:1",
            "E203 structure/variables.csv:4:1",
            "E205 structure/variables.csv:5:1",
            "E205 structure/variables.csv:6:1",
            "E205 structure/variables.csv:7:1",
            "E202 structure/variables.csv:8:1",
        ],
    );
    let loaded = read(&with(&[("structure/variables.csv", table)]));
    assert_eq!(arg(&loaded, Code::DuplicateId, "first"), "structure/variables.csv:2:1");
    says(&[("structure/variables.csv", "nombre\nUno\n")], &["E201 structure/variables.csv:1:1"]);
    let actors = "id,name_es,name_en,variables\nA1,a,a,V1 V9\n";
    says(&[("structure/actors.csv", actors)], &["E204 structure/actors.csv:2:4"]);
    let answers = "expert,round,question,value\nE1,R1,importance/V9,7\nE9,R1,importance/V1,7\nE2,R1,importance/V1,8\nE1,R7,importance/V1,2\nE1,R1,wish/V1,2\nE1,R1,importance/V1/V2,2\n";
    says(
        &[("answers.csv", answers)],
        &[
            "E204 answers.csv:2:3",
            "E204 answers.csv:3:1",
            "E308 answers.csv:5:2",
            "E301 answers.csv:6:3",
            "E301 answers.csv:7:3",
        ],
    );
    // In a matrix it stands at the head of its row or column, told once and not at a value.
    let matrix = ",V1.a,V2.a,V2.z\nV1.a,,,1\nV9.a,1,1,1\nV2.a,,1,0\n";
    let states = ("explore/states.csv", "id,name_es,name_en\nV1.a,a,a\nV2.a,b,b\n");
    let mut found = problems(&[states, ("answers/R1/impact/E1.csv", matrix)]);
    found.retain(|told| told.starts_with("E204"));
    assert_eq!(found, ["E204 answers/R1/impact/E1.csv:1:4", "E204 answers/R1/impact/E1.csv:3:1"]);
    // An unknown expert with many answers is told once.
    let many = format!("{ANSWERS}{}", "E9,R1,importance/V1,1\nE9,R1,importance/V2,1\n");
    says(&[("answers.csv", &many)], &["E204 answers.csv:4:1"]);
    // The name of a matrix's file says whose it is, and its folder in which round.
    let strange = ("answers/R9/influence/E9.csv", ",V1,V2\nV1,,1\nV2,2,\n");
    let found = problems(&[("answers.csv", ANSWERS), strange]);
    assert_eq!(found, ["E204 answers/R9/influence/E9.csv", "E308 answers/R9/influence/E9.csv"]);
    let text = [("answers.csv", ANSWERS), ("texts/es/scenario/SC9.md", "x")];
    says(&text, &["E204 texts/es/scenario/SC9.md"]);
}

#[test]
fn an_id_shared_by_two_kinds_that_one_family_asks_of() {
    let actions = "id,name_es,name_en\nV1,a,a\n";
    says(&[("answers.csv", ANSWERS), ("act/actions.csv", actions)], &["E203 act/actions.csv:2:1"]);
}

#[test]
fn a_wording_that_changed_after_it_was_answered() {
    let text = |es: &str, en: &str| atalaya_model::Text { es: es.to_owned(), en: en.to_owned() };
    let version = hash::version(&wording(&text("Uno", "One"), &text("", "")));
    let rounds = |v1: &str| format!("{ROUNDS}[round.wording]\nV1 = \"{v1}\"\n");
    says(&[("answers.csv", ANSWERS), ("consult/rounds.toml", &rounds(&version))], &[]);
    says(
        &[("answers.csv", ANSWERS), ("consult/rounds.toml", &rounds("00000000"))],
        &["W203 consult/rounds.toml:14:6"],
    );
    let study = read(&with(&[("answers.csv", ANSWERS)])).value;
    assert_eq!(hash::wordings(&study, &study.rounds[0].id)["V1"], version);
}

#[test]
fn values_out_of_their_scale() {
    let answers = "expert,round,question,value,confidence\nE1,R1,importance/V1,11,1\nE2,R1,importance/V1,siete,1\nE1,R1,importance/V2,5,2\nE2,R1,importance/V2,5,1\nE1,R1,importance/V3,2?,\n";
    says(
        &[("answers.csv", answers)],
        &["E302 answers.csv:2:4", "E302 answers.csv:3:4", "E302 answers.csv:4:5", "E302 answers.csv:6:4"],
    );
    // A study may set its own scales.
    let frame = format!("{FRAME}[scales]\nimportance = \"1..20\"\nwish = \"1..2\"\nyear = \"many\"\n");
    let answers = ANSWERS.replace(",7", ",17");
    says(
        &[("study.toml", &frame), ("answers.csv", &answers)],
        &["E301 study.toml:7:8", "E208 study.toml:8:8"],
    );
}

#[test]
fn what_experts_say_of_themselves_is_looked_at() {
    let answers = "expert,round,question,value,at\nE1,R1,importance/V1,7,2024-02-30\n";
    says(&[("answers.csv", answers)], &["E210 answers.csv:2:5", "W202 consult/rounds.toml:11:11"]);
    let panel = "code,country,knowledge,argumentation\nE1,Perú,55,AAMMBB\nE2,PER,7,AAA\n";
    says(
        &[("answers.csv", ANSWERS), ("panel.csv", panel)],
        &["W209 panel.csv:2:2", "E302 panel.csv:2:3", "E214 panel.csv:3:4"],
    );
}

#[test]
fn matrices_in_every_state_a_spreadsheet_leaves_them() {
    let case = |text: &str, expected: &[&str]| {
        let expected: Vec<String> = expected.iter().map(|e| e.replace('@', MATRIX)).collect();
        assert_eq!(problems(&[(MATRIX, text), OTHER]), expected, "{text}");
    };
    case(",V1,V2,V3\nV1,2,2,P\nV2,,x,1\nV3,-,0,-\n", &["E306 @:2:2"]);
    case(",V1,V2,V3\nV1,,2,P\nV2,,x,1\n", &["E305 @:1:1"]);
    case(",V1,V2\nV1,,2\nV3,1,\n", &["E309 @:1:3", "E309 @:3:1"]);
    case(",V1,V2,V3,SUMA\nV1,,2,1,3\nV2,,,1,1\nV3,1,0,,1\nTotal,1,2,2,5\n", &["W105 @:1:5", "W105 @:5:1"]);
    case(",V1,,V3\nV1,,2,1\nV2,,,1\nV3,1,0,\n", &["E307 @:1:3"]);
    case(",V1,V2,V3\nV1,,2,1\n,,,1\nV3,1,0,\n", &["E307 @:3:1"]);
    case("Matriz de influencias\n,V1,V2,V3\nV1,,2,1\nV2,,,1\nV3,1,0,\n", &[]);
    case(",V1,V2,V3,,\nV1,,2,1,,\nV2,,,1,,\nV3,1,0,,,\n,,,,,\n", &[]);
    case(",V1,V2,V2\nV1,,2,1\nV2,,,1\nV3,1,0,\n", &["E203 @:1:4"]);
    case(",V1,V2,V3\nV1,,4,1\nV2,,,dos\nV3,1,0,\n", &["E302 @:2:3", "E302 @:3:4"]);
    case(",V1,V9\nV1,,2\nV9,1,\n", &["E204 @:1:3"]);
    case(",V1,V2,1-mar\nV1,,2,1\nV2,,,1\n1-mar,1,0,\n", &["E205 @:1:4", "E205 @:4:1"]);
}

#[test]
fn ranges_and_disputed_cells_belong_to_a_consensus() {
    let text = ",V1,V2,V3\nV1,,1..3,2?\nV2,,,1\nV3,p,0,\n";
    says(
        &[(MATRIX, text), OTHER],
        &["E302 answers/R1/influence/E1.csv:2:3", "E302 answers/R1/influence/E1.csv:2:4"],
    );
    let rounds = ROUNDS.replace("individual", "consensus");
    let files = with(&[("consult/rounds.toml", rounds.as_str()), ("answers/R1/influence/group.csv", text)]);
    let loaded = read(&files);
    assert_eq!(check(&loaded).iter().filter(|d| d.code.as_str() < "G").count(), 0);
    let values: Vec<Value> = loaded.value.answers.iter().map(|a| a.value).collect();
    assert_eq!(values[..2], [Value::Range(1.0, 3.0), Value::Disputed(2.0)]);
}

#[test]
fn one_answer_twice_and_one_family_in_two_homes() {
    let twice = format!("{ANSWERS}E1,R1,importance/V1,9\n");
    says(&[("answers.csv", &twice)], &["E303 answers.csv:4:4"]);
    let loaded = read(&with(&[("answers.csv", &twice)]));
    assert_eq!(arg(&loaded, Code::AnsweredTwice, "first"), "answers.csv:2:4");
    assert_eq!(loaded.value.answers.len(), 2);
    let long = format!("{ANSWERS}E1,R1,influence/V1/V2,3\n");
    says(&[("answers.csv", &long)], &[]);
    says(&[("answers.csv", &long), OTHER], &["E304 answers/R1/influence/E2.csv"]);
    let loaded = read(&with(&[("answers.csv", &long), OTHER]));
    assert_eq!(arg(&loaded, Code::TwoHomes, "other"), "answers.csv:4:4");
    let diagonal = format!("{ANSWERS}E1,R1,influence/V1/V1,3\nE1,R1,influence/V2/V2,0\n");
    says(&[("answers.csv", &diagonal)], &["E306 answers.csv:4:4"]);
}

#[test]
fn dialects_are_accepted_and_said() {
    let semicolons = ANSWERS.replace(',', ";");
    says(&[("answers.csv", &semicolons)], &["W102 answers.csv:1:1"]);
    let tabs = ANSWERS.replace(',', "\t").replace('\n', "\r\n");
    says(&[("answers.csv", &tabs)], &["W102 answers.csv:1:1"]);
    let bom = format!("\u{feff}{ANSWERS}");
    says(&[("answers.csv", &bom)], &["W101 answers.csv:1:1"]);
    let latin: &[u8] = b"id,name_es,name_en\r\nV1,Educaci\xf3n \x96 b\xe1sica,Basic education\r\n";
    assert_eq!(problems_of(&[("structure/variables.csv", latin)]), ["W103 structure/variables.csv:2:1"]);
    let files: &[(&str, &[u8])] = &[("study.toml", FRAME.as_bytes()), ("structure/variables.csv", latin)];
    let name = folder::read(study(files).path()).value.variables[0].name.es.clone();
    assert_eq!(name, "Educación – básica");
    let utf16: Vec<u8> = "\u{feff}id\tname_es\tname_en\nV1\tNiñez\tChildhood\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let said = problems_of(&[("structure/variables.csv", utf16.as_slice())]);
    assert_eq!(said, ["W101 structure/variables.csv:1:1", "W102 structure/variables.csv:1:1"]);
}

#[test]
fn decimal_commas_are_read_where_they_mean_one_thing() {
    let values = "series;economy;year;value\nS1;PER;2015;0,12\nS1;PER;2016;12,5\nS1;PER;2017;1,234\nS1;PER;2018;1.2.3\n";
    let series = ("scan/series.csv", "id,name_es,name_en\nS1,a,a\n");
    says(
        &[series, ("scan/values.csv", values)],
        &[
            "W102 scan/values.csv:1:1",
            "W104 scan/values.csv:2:4",
            "E209 scan/values.csv:4:4",
            "E207 scan/values.csv:5:4",
        ],
    );
    let loaded = read(&with(&[series, ("scan/values.csv", values)]));
    assert_eq!(loaded.value.observations.iter().map(|o| o.value).collect::<Vec<_>>(), [0.12, 12.5]);
}

#[test]
fn tables_with_a_bad_shape() {
    let case = |table: &str, expected: &[&str]| says(&[("structure/variables.csv", table)], expected);
    case("id,name_es,name_en\nV1,Uno, dos,One\n", &["E107 structure/variables.csv:2:4"]);
    case("id,name_es,name_en,,\nV1,Uno,One,,\n\n,,,,\n", &[]);
    case("id,name_es,name_en,name_es\nV1,Uno,One,Dos\n", &["E108 structure/variables.csv:1:4"]);
    case("ID , Name_ES,NAME.EN\nV1,Uno,One\n", &[]);
    case("id,name_es,,name_en\nV1,Uno,x,One\n", &["E307 structure/variables.csv:1:3"]);
    case(
        "id,name_es,name_en\nV1,\"Uno,One\n",
        &["E109 structure/variables.csv:2:1", "W201 structure/variables.csv:2:2"],
    );
    case("id,name_es,name_en,color\nV1,Uno,One,azul\nV2,Dos,Two,\n", &["W107 structure/variables.csv:1:4"]);
    case("", &["E103 structure/variables.csv"]);
    case("\n \n", &["E103 structure/variables.csv"]);
}

#[test]
fn headers_are_read_in_spanish_and_english_as_people_write_them() {
    let frame = FRAME.replace(", \"en\"", "");
    let table = |path: &'static str, text: &str| {
        let loaded = read(&[("study.toml", &frame), (path, text)]);
        let said: Vec<String> =
            loaded.diagnostics.iter().map(|d| format!("{} {}", d.code, d.place)).collect();
        (loaded.value, said)
    };
    let at = "structure/variables.csv";
    for head in [
        "id,nombre,definición,dimensión",
        "Código,Nombre,Definición,Dimensión",
        "CLAVE,NOMBRES,DEFINICION,DIMENSION",
        "code,Name (es),Description,Dimensions",
        "Identificador,Nombre en español,Definición_ES,dimension",
        "Código,Variable,Descripción,Dimensión",
        "Variable,Nombre,Descripción,Dimensión",
    ] {
        let (study, said) = table(at, &format!("{head}\nV1,Lluvia,Cae,social\n"));
        assert_eq!(said, [""; 0], "{head}");
        let own = &study.variables[0];
        let texts = (own.id.as_str(), &*own.name.es, &*own.definition.es);
        assert_eq!(texts, ("V1", "Lluvia", "Cae"), "{head}");
        assert!(own.dimension.is_some() && own.code.is_empty() && own.extra.is_empty(), "{head}");
    }
    // Beside an id a code is a label; what a file writes comes before what people call it, and nothing is meant twice.
    let (study, said) = table(at, "id,Código,name_es,Nombre\nV1,LLU,Lluvia,x\n");
    assert_eq!(said, ["W107 structure/variables.csv:1:4"]);
    let own = &study.variables[0];
    assert_eq!((&*own.code, &*own.name.es, &*own.extra["Nombre"]), ("LLU", "Lluvia", "x"));
    // A key that another kind of record has is none of this one, and its column is told once.
    let (_, said) = table(at, "id,nombre,ganadores\nV1,a,b\nV2,a,b\n");
    assert_eq!(said, ["W107 structure/variables.csv:1:3"]);
    let series = "id,nombre\nS1,Caudal\n";
    let values = "Indicador,País,Año,Valor\nS1,PER,2010,3\n";
    let loaded =
        read(&[("study.toml", frame.as_str()), ("scan/series.csv", series), ("scan/values.csv", values)]);
    assert_eq!((loaded.value.observations[0].value, loaded.diagnostics.len()), (3.0, 0));
    let long = "Código,Ronda,Pregunta,Respuesta,Fecha\nE1,R1,importance/V1,7,2024-02-03\n";
    assert_eq!(read(&with(&[("answers.csv", long)])).value.answers[0].expert.as_str(), "E1");
}

#[test]
fn files_that_are_not_what_they_should_be() {
    let base: Vec<(&str, &[u8])> = vec![("study.toml", FRAME.as_bytes())];
    let folder = study(&base);
    fs::create_dir_all(folder.path().join("panel.csv")).expect("a folder");
    fs::write(folder.path().join("notas.docx"), b"x").expect("a file");
    fs::write(folder.path().join("scan"), b"x").expect("a file");
    let said: Vec<String> =
        folder::read(folder.path()).diagnostics.iter().map(|d| format!("{} {}", d.code, d.place)).collect();
    assert_eq!(said, ["W106 notas.docx", "E102 panel.csv", "E102 scan"]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("nowhere", folder.path().join("answers.csv")).expect("a link");
        let loaded = folder::read(folder.path());
        assert!(
            loaded.diagnostics.iter().any(|d| d.code == Code::Unreadable && d.place.file == "answers.csv")
        );
    }
    let missing = folder::read(&folder.path().join("nothing"));
    assert_eq!(missing.diagnostics[0].code, Code::Unreadable);
    let file = folder::read(&folder.path().join("notas.docx"));
    assert_eq!(file.diagnostics[0].code, Code::NotAFile);
}

#[test]
fn a_folder_without_a_study_and_a_study_of_a_newer_format() {
    let loaded = read(&[("structure/variables.csv", VARIABLES)]);
    assert_eq!(loaded.diagnostics[0].code, Code::NoStudy);
    assert_eq!(loaded.value.variables.len(), 3);
    let loaded = read(&[("study.toml", "format = 2\n"), ("panel.csv", PANEL), ("new.csv", "x\n")]);
    let said = check(&loaded);
    assert_eq!(said.len(), 1);
    assert_eq!((said[0].code, said[0].place.to_string()), (Code::NewerFormat, "study.toml:1:10".to_owned()));
    assert_eq!(arg(&loaded, Code::NewerFormat, "known"), "1");
}

#[test]
fn toml_that_does_not_parse_leaves_the_rest() {
    let frame = format!("{FRAME}unit = \n[rules]\nresamples = 200\n");
    says(&[("study.toml", &frame)], &["E106 study.toml:5:8"]);
    let loaded = read(&with(&[("study.toml", &frame)]));
    assert_eq!(loaded.value.frame.horizon, Some(2030));
    says(&[("study.toml", "")], &["E103 study.toml"]);
    let bib = "@article{A1, title = {Uno}, year = 2018}\n\n@book{B1,\n  title = {Dos\n\n@misc{C1, title = {Tres}}\n";
    says(&[("sources.bib", bib)], &["E110 sources.bib:3:1"]);
    let loaded = read(&with(&[("sources.bib", bib)]));
    assert_eq!(loaded.value.sources.len(), 2);
}

#[test]
fn years_periods_and_dates_that_contradict_themselves() {
    let frame = "format = 1\nbase_year = 2018\nhorizon = 2010\n";
    says(&[("study.toml", frame)], &["E211 study.toml:3:11"]);
    let frame =
        format!("{FRAME}periods = [\"2018-2022\", \"2022-2035\", \"pronto\"]\ncutoff = \"2018-02-30\"\n");
    says(
        &[("study.toml", &frame)],
        &["E212 study.toml:5:11", "E212 study.toml:5:11", "E210 study.toml:6:10"],
    );
    let evidence = "id,name_es,name_en,date,dimension\nH1,a,a,2017-13,mágica\n";
    says(&[("scan/evidence.csv", evidence)], &["E210 scan/evidence.csv:2:4", "E208 scan/evidence.csv:2:5"]);
}

#[test]
fn chains_that_close_on_themselves() {
    let actions = "id,name_es,name_en,after\nX1,a,a,X2\nX2,b,b,X1\nX3,c,c,X1\nX4,d,d,X4\n";
    says(&[("act/actions.csv", actions)], &["E213 act/actions.csv:2:4", "E213 act/actions.csv:5:4"]);
}

#[test]
fn years_that_cannot_be_meant_are_told() {
    let actions = "id,name_es,name_en,from,to\nA1,a,a,2027,2026\nA2,b,b,2026,2026\nA3,c,c,2026,\n";
    says(&[("act/actions.csv", actions)], &["W212 act/actions.csv:2:5"]);
    let actions = "id,name_es,name_en,from,to,after\nA1,a,a,2026,2031,\nA2,b,b,2031,,\nA3,c,c,2027,2030,A4; A1\nA4,d,d,2028,,\n";
    let told = ["W214 act/actions.csv:2:5", "W214 act/actions.csv:3:4", "W215 act/actions.csv:4:6"];
    says(&[("act/actions.csv", actions)], &told);
    let milestones = "id,name_es,name_en,year\nM1,a,a,2030\nM2,b,b,2031\n";
    says(&[("act/milestones.csv", milestones)], &["W214 act/milestones.csv:3:4"]);
    let frame = FRAME.replace("horizon = 2030", "horizon = 20300");
    assert_ne!(frame, FRAME);
    says(&[("study.toml", &frame)], &["W213 study.toml:4:11"]);
}

#[test]
fn a_round_that_closes_before_it_opens() {
    let dated = |dates: &str| ROUNDS.replace("invited = ", &format!("{dates}\ninvited = "));
    for dates in
        ["opened = \"2018-05-20\"\nclosed = \"2018-05-02\"", "opened = \"2018-05\"\nclosed = \"2018-04-30\""]
    {
        says(&[("consult/rounds.toml", &dated(dates))], &["W211 consult/rounds.toml:12:10"]);
    }
    // One day, and a day of the month, are no mistake.
    for dates in
        ["opened = \"2018-05-20\"\nclosed = \"2018-05-20\"", "opened = \"2018-05-20\"\nclosed = \"2018-05\""]
    {
        says(&[("consult/rounds.toml", &dated(dates))], &[]);
    }
}

#[test]
fn experts_who_answered_nothing_or_were_not_invited() {
    let alone = "expert,round,question,value\nE1,R1,importance/V1,7\n";
    says(&[("answers.csv", alone)], &["W202 consult/rounds.toml:11:11"]);
    let rounds = ROUNDS.replace("\"E1\", ", "");
    says(&[("answers.csv", ANSWERS), ("consult/rounds.toml", &rounds)], &["W204 answers.csv:2:1"]);
    let rounds = ROUNDS.replace("invited = [\"E1\", \"E2\"]\n", "");
    says(&[("answers.csv", alone), ("consult/rounds.toml", &rounds)], &["W202 panel.csv:3:1"]);
}

#[test]
fn a_missing_translation_where_both_languages_are_declared() {
    let table = "id,name_es,name_en\nV1,Uno,\nV2,,Two\n";
    says(
        &[("structure/variables.csv", table)],
        &["W201 structure/variables.csv:2:2", "W201 structure/variables.csv:3:3"],
    );
    let frame = FRAME.replace(", \"en\"", "");
    let one =
        [("study.toml", frame.as_str()), ("structure/variables.csv", "id,name,definition\nV1,Uno,Una\n")];
    let rounds = ROUNDS.replace("name.en = \"Variables\"\n", "");
    says(&[one[0], one[1], ("consult/rounds.toml", &rounds)], &[]);
    let english = FRAME.replace("\"es\", ", "");
    let loaded = read(&with(&[("study.toml", &english), one[1]]));
    assert_eq!(loaded.value.variables[0].name.en, "Uno");
}
