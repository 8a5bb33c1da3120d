//! The workbook and the archive: lossless, deterministic, and careful with what comes in.

use std::{
    fs,
    io::{Cursor, Write},
    path::Path,
};

use atalaya_formats::{archive, convert, folder, layout, open, print, print::Layout, tree::Tree, workbook};
use atalaya_model::{Code, Kind, Lang, Study, choice::Choice};
use calamine::{Data, Reader, open_workbook_auto};
use proptest::prelude::*;
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{
    round_trip::{difference, examples, random},
    support::{FRAME, PANEL, ROUNDS, VARIABLES, put, study},
};

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_workbook_and_an_archive_lose_nothing(bytes in prop::collection::vec(any::<u8>(), 0..4000)) {
        let mut study = random(&bytes);
        for consultation in &mut study.consultations {
            consultation.mode = None;
        }
        let place = tempfile::tempdir().expect("a temporary folder");
        for (name, lang) in [("study.xlsx", Lang::Es), ("study.xlsx", Lang::En), ("study.zip", Lang::Es)] {
            let path = place.path().join(name);
            atalaya_formats::save_as(&study, &path, &Layout::default(), lang).expect("it is written");
            let first = fs::read(&path).expect("bytes");
            let loaded = open(&path);
            let different = difference(&study, &loaded.value);
            prop_assert!(different.is_none(), "{name} {}", different.unwrap_or_default());
            atalaya_formats::save_as(&loaded.value, &path, &Layout::default(), lang).expect("it is replaced");
            prop_assert!(fs::read(&path).expect("bytes") == first, "{} differs", name);
        }
    }
}

#[test]
fn the_examples_go_round_through_workbook_and_archive() {
    let place = tempfile::tempdir().expect("a temporary folder");
    for (number, example) in examples().into_iter().enumerate() {
        let at = |name: &str| place.path().join(format!("{number}-{name}"));
        let original = folder::read(&example).value;
        let steps = [example.clone(), at("a.xlsx"), at("b.zip"), at("c"), at("d.xlsx"), at("e")];
        for (step, pair) in steps.windows(2).enumerate() {
            let said = convert(&pair[0], &pair[1], if step == 0 { Lang::En } else { Lang::Es });
            assert!(said.is_ok(), "{}: {said:?}", pair[1].display());
            if step > 0 {
                let said = said.unwrap_or_default();
                assert!(said.iter().all(|d| d.code != Code::UnknownColumn), "{said:?}");
            }
            assert_eq!(difference(&original, &open(&pair[1]).value), None);
        }
    }
}

#[test]
fn an_archive_carries_what_nobody_reads() {
    let folder =
        study(&[("study.toml", FRAME.as_bytes()), ("README.md", b"x"), ("history/2017/a.csv", b"\xff\x00")]);
    let zip = folder.path().join("s.zip");
    convert(folder.path(), &zip, Lang::En).expect("it is packed");
    assert_eq!(layout(&zip).carried["history/2017/a.csv"], b"\xff\x00");
    let again = folder.path().join("again.zip");
    convert(&zip, &again, Lang::En).expect("it is packed again");
    assert_eq!(fs::read(zip).expect("bytes"), fs::read(again).expect("bytes"));
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a file");
        zip.write_all(bytes).expect("bytes");
    }
    zip.finish().expect("a zip").into_inner()
}

#[test]
fn an_archive_that_breaks_a_rule_is_refused() {
    let frame = FRAME.as_bytes();
    for name in ["../x.csv", "/etc/x", "a/../../x", "C:/x", "a\\b", "a//b", "./a"] {
        assert_eq!(archive::unpack(&zipped(&[("study.toml", frame), (name, b"x")])), Err("path"), "{name}");
    }
    let bomb = vec![0_u8; 8 << 20];
    assert_eq!(archive::unpack(&zipped(&[("study.toml", frame), ("a.csv", &bomb)])), Err("ratio"));
    assert_eq!(
        archive::unpack(&zipped(&[("study.toml", frame), ("A.csv", b""), ("a.csv", b"")])),
        Err("twice")
    );
    assert_eq!(archive::unpack(b"not a zip"), Err("not-a-zip"));
    assert_eq!(archive::unpack(&zipped(&[("a.csv", b"x")])), Err("no-study"));
    assert_eq!(archive::unpack(&zipped(&[("manifest.json", b"{}"), ("study.toml", frame)])), Err("manifest"));
    let listed = br#"{"kind": "atalaya-study", "files": {"study.toml": "00"}}"#;
    assert_eq!(archive::unpack(&zipped(&[("manifest.json", listed), ("study.toml", frame)])), Err("hash"));
    // A folder zipped by hand opens.
    let tree = archive::unpack(&zipped(&[("mine/study.toml", frame), ("mine/panel.csv", PANEL.as_bytes())]));
    assert_eq!(tree.expect("a tree").files().collect::<Vec<_>>(), ["panel.csv", "study.toml"]);
}

#[test]
fn a_changed_byte_of_an_archive_is_noticed() {
    let mut tree = Tree::default();
    tree.insert("study.toml", FRAME);
    let packed = archive::pack(&tree).expect("an archive");
    assert_eq!(archive::unpack(&packed).expect("a tree"), tree);
    let other = print::study(&Study::default(), &Layout::default());
    assert_ne!(archive::pack(&other).expect("an archive"), packed);
    let mut zip = zip::ZipArchive::new(Cursor::new(&packed)).expect("a zip");
    let manifest = std::io::read_to_string(zip.by_name("manifest.json").expect("a manifest")).expect("text");
    let files = [("manifest.json", manifest.as_bytes()), ("study.toml", b"format = 1\n".as_slice())];
    assert_eq!(archive::unpack(&zipped(&files)), Err("hash"));
    let files =
        [("manifest.json", manifest.as_bytes()), ("study.toml", FRAME.as_bytes()), ("more.csv", b"x")];
    assert_eq!(archive::unpack(&zipped(&files)), Err("hash"));
}

#[test]
fn a_workbook_has_typed_cells_lists_of_words_and_no_formulas() {
    let folder = study(&[
        ("study.toml", FRAME.as_bytes()),
        ("structure/variables.csv", b"id,name_es,name_en,dimension\nV1,=1+1,@SUM(A1),social\n"),
        ("panel.csv", b"code,country,knowledge\nE1,PER,7.5\n"),
        (
            "answers.csv",
            b"expert,round,question,value,argument\nE1,R1,importance/V1,7,\"=HYPERLINK(\"\"x\"\")\"\n",
        ),
    ]);
    let path = folder.path().join("s.xlsx");
    convert(folder.path(), &path, Lang::En).expect("it is written");
    let mut book = open_workbook_auto(&path).expect("a workbook");
    let panel = book.worksheet_range("panel").expect("the panel");
    let knowledge =
        panel.rows().next().and_then(|head| head.iter().position(|c| *c == Data::String("knowledge".into())));
    assert_eq!(panel.get((1, knowledge.expect("a column"))), Some(&Data::Float(7.5)));
    let variables = book.worksheet_range("variables").expect("the variables");
    let name = variables
        .rows()
        .next()
        .and_then(|head| head.iter().position(|cell| *cell == Data::String("name_es".into())));
    assert_eq!(variables.get((1, name.expect("a column"))), Some(&Data::String("=1+1".into())));
    let answers = book.worksheet_range("answers").expect("the answers");
    assert_eq!(answers.get((1, 3)), Some(&Data::Float(7.0)));
    let formulas = book.worksheet_formula("answers").expect("formulas");
    assert!(formulas.rows().flatten().all(String::is_empty));
    let mut zip = zip::ZipArchive::new(fs::File::open(&path).expect("a file")).expect("a zip");
    let sheets: Vec<String> = zip
        .file_names()
        .flatten()
        .map(|n| n.into_owned())
        .filter(|n| n.starts_with("xl/worksheets/sheet"))
        .collect();
    let text = |zip: &mut zip::ZipArchive<fs::File>, name: &str| {
        std::io::read_to_string(zip.by_name(name).expect("a sheet")).expect("text")
    };
    assert!(sheets.iter().any(|name| text(&mut zip, name).contains("social,technological")));
}

#[test]
fn a_workbook_made_by_hand_has_matrices_and_says_what_is_wrong() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let path = place.path().join("mío.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let mut sheet = |name: &str, text: &str| {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a name");
        for (row, line) in (0..).zip(text.lines()) {
            for (column, cell) in (0..).zip(line.split(',')) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).expect("a number"),
                    Err(_) => sheet.write_string(row, column, cell).expect("a text"),
                };
            }
        }
    };
    sheet(
        "Study",
        "key,value\nformat,1\nbase_year,2018\nhorizon,2030\nlanguages,es\nsubject,El gremio\nhorisonte,2030\n",
    );
    // Families of questions also as people call them.
    sheet("respuestas", "experto,ronda,pregunta,valor\nE1,R1,importancia/V1,7\n");
    sheet("Panel", PANEL);
    sheet("variables", "id,name\nV1,Uno\nV2,Dos\nV3,Tres\nV1,Otra\n");
    sheet("influence R1 E1", ",V1,V2,V3\nV1,,2,7\nV2,1,,1\nV3,P,0,\n");
    sheet("Hoja7", "notas\n");
    book.save(&path).expect("it is saved");
    let loaded = workbook::read(&path);
    let said: Vec<String> = loaded.diagnostics.iter().map(|d| format!("{} {}", d.code, d.place)).collect();
    assert_eq!(
        said,
        [
            "W106 mío.xlsx/Hoja7",
            "W107 mío.xlsx/Study!A7",
            "E302 mío.xlsx/influence R1 E1!D2",
            "E203 mío.xlsx/variables!A5"
        ]
    );
    assert_eq!(loaded.value.answers.len(), 6);
    assert_eq!(loaded.value.answers[0].question.to_string(), "importance/V1");
    assert_eq!(loaded.value.frame.subject.es, "El gremio");
    assert_eq!(loaded.value.variables[0].name.es, "Uno");
}

/// A workbook of sheets written as CSV.
fn book(path: &Path, sheets: &[(&str, &str)]) {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, text) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).expect("a name");
        for (row, line) in (0..).zip(text.lines()) {
            for (column, cell) in (0..).zip(line.split(',')) {
                sheet.write_string(row, column, cell).expect("a text");
            }
        }
    }
    book.save(path).expect("it is saved");
}

#[test]
fn a_workbook_in_spanish_has_spanish_sheets_and_headers_and_one_in_english_english_ones() {
    let folder = study(&[
        ("study.toml", FRAME.as_bytes()),
        ("panel.csv", PANEL.as_bytes()),
        ("structure/variables.csv", b"id,name_es,name_en,definition_es\nV1,Uno,One,Def\n"),
        ("consult/rounds.toml", ROUNDS.as_bytes()),
        ("answers.csv", b"expert,round,question,value\nE1,R1,importance/V1,7\n"),
    ]);
    let heads = |lang: Lang| -> Vec<(String, String)> {
        let path = folder.path().join("s.xlsx");
        convert(folder.path(), &path, lang).expect("it is written");
        let mut book = open_workbook_auto(&path).expect("a workbook");
        let names = book.sheet_names();
        names
            .into_iter()
            .map(|name| {
                let range = book.worksheet_range(&name).expect("a sheet");
                let head = range.rows().next().expect("a header").iter().map(ToString::to_string);
                (name, head.collect::<Vec<_>>().join(" ").trim_end().to_owned())
            })
            .collect()
    };
    let of = |all: &[(String, String)], wanted: &[&str]| -> Vec<(String, String)> {
        all.iter().filter(|(name, _)| wanted.contains(&name.as_str())).cloned().collect()
    };
    let told = |all: &[(&str, &str)]| -> Vec<(String, String)> {
        all.iter().map(|(name, head)| ((*name).to_owned(), (*head).to_owned())).collect()
    };
    let answers = "experto ronda pregunta valor confianza argumento idioma fecha";
    // Every part has its sheet with every column that it may have, to be filled in: texts in the study's languages.
    let all = heads(Lang::Es);
    assert_eq!(all.len(), Kind::ALL.len() + 3, "{all:?}");
    assert_eq!(
        of(&all, &["estudio", "panel", "respuestas", "indicadores"]),
        told(&[
            ("estudio", "clave valor"),
            ("panel", "id país grupo sector conocimiento argumentación fuentes"),
            (
                "indicadores",
                "id nombre_es nombre_en unidad_es unidad_en serie variables objetivos línea_de_base año_de_base meta \
                 año_de_la_meta publicado_por_es publicado_por_en responsables frecuencia_es frecuencia_en nota_es \
                 nota_en fuentes"
            ),
            ("respuestas", answers),
        ])
    );
    assert_eq!(
        of(&heads(Lang::En), &["answers"]),
        told(&[("answers", "expert round question value confidence argument lang at")])
    );
}

#[test]
fn a_workbook_in_spanish_has_spanish_words_in_its_lists_and_each_list_in_one_cell() {
    let frame = FRAME.replace("languages =", "periods = [\"2018-2022\", \"2023-2030\"]\nlanguages =");
    let folder = study(&[
        ("study.toml", frame.as_bytes()),
        ("panel.csv", PANEL.as_bytes()),
        ("structure/variables.csv", b"id,name_es,name_en\nV1,Uno,One\n"),
        ("consult/rounds.toml", ROUNDS.as_bytes()),
        ("decisions.toml", b"[[decision]]\nid = \"D1\"\nstage = \"structure\"\nabout = \"key-variables\"\nchosen = [\"V1\"]\n"),
    ]);
    let original = folder::read(folder.path()).value;
    let path = folder.path().join("s.xlsx");
    convert(folder.path(), &path, Lang::Es).expect("it is written");
    let mut book = open_workbook_auto(&path).expect("a workbook");
    let mut cells = |name: &str| -> Vec<String> {
        book.worksheet_range(name).expect("a sheet").cells().map(|(.., cell)| cell.to_string()).collect()
    };
    assert!(cells("estudio").contains(&"2018-2022; 2023-2030".to_owned()), "{:?}", cells("estudio"));
    assert!(cells("rondas").contains(&"importancia; influencia directa".to_owned()), "{:?}", cells("rondas"));
    assert!(cells("decisiones").contains(&"variables estratégicas".to_owned()), "{:?}", cells("decisiones"));
    assert_eq!(difference(&original, &open(&path).value), None);
    // As it was written before, and as people write it.
    let words = ("rondas", "id,consulta,número,familias\nR1,C1,1,influencia; IMPORTANCE\n");
    let before = ("decisiones", "id,etapa,sobre\nD1,estructurar,variables clave\n");
    self::book(&path, &[("estudio", "clave,valor\nperiodos,2018-2022,2023-2030\n"), words, before]);
    let loaded = open(&path);
    assert_eq!(loaded.value.rounds[0].families, ["influence", "importance"], "{:?}", loaded.diagnostics);
    assert_eq!(loaded.value.decisions[0].about.map(Choice::as_str), Some("key-variables"));
    assert_eq!(loaded.value.frame.periods, ["2018-2022", "2023-2030"]);
}

#[test]
fn a_workbook_that_people_made_is_read_by_its_spanish_names_and_what_is_not_understood_is_told_at_its_cell() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let path = place.path().join("mío.xlsx");
    book(
        &path,
        &[
            ("Estudio", "Clave,Valor\nformato,1\nTítulo,Agua\nidiomas,es\nreglas.corte del plano,median\n"),
            (
                "Variables",
                "Código,Variable,Definición,Dimensión,Peso interno,Ubicación\nV1,Lluvia,Cae,social,3,externa\nV2,Suelo,,,4,\n",
            ),
            ("Actor", "Clave;x\n"),
            ("Acciones", "ID,Acción,Variable,Responsable,Año inicial,Hasta\nA1,Regar,V1,,2020,2024\n"),
            ("Serie", "id,nombre,unidad,mínimo\nS1,Caudal,m3,0\n"),
            ("Valores", "Serie,País,Año,Valor\nS1,PER,2010,3\n"),
            ("Apuntes", "hola\n"),
        ],
    );
    let loaded = workbook::read(&path);
    let said: Vec<String> = loaded.diagnostics.iter().map(|d| format!("{} {}", d.code, d.place)).collect();
    assert_eq!(
        said,
        ["E201 mío.xlsx/Actor!A1", "W106 mío.xlsx/Apuntes", "W107 mío.xlsx/Variables!E1"],
        "once a column, at its cell"
    );
    let read = &loaded.value;
    assert_eq!(read.frame.title.es, "Agua");
    assert!(read.frame.rules.plane_cut.is_some());
    let first = &read.variables[0];
    assert_eq!((first.id.as_str(), &*first.name.es, &*first.definition.es), ("V1", "Lluvia", "Cae"));
    assert!(first.dimension.is_some() && first.location.is_some());
    assert_eq!(first.extra["Peso interno"], "3");
    let action = &read.actions[0];
    assert_eq!((&*action.name.es, action.from, action.to), ("Regar", Some(2020), Some(2024)));
    assert_eq!(action.variable.0.as_ref().expect("a variable").as_str(), "V1");
    assert_eq!((read.series[0].min, read.observations[0].year), (Some(0.0), 2010));
}

#[test]
fn a_table_to_fill_in_has_every_column_in_the_readers_language_and_comes_back() {
    let read = crate::support::read(&[("study.toml", FRAME), ("structure/variables.csv", VARIABLES)]).value;
    let place = tempfile::tempdir().expect("a temporary folder");
    let path = place.path().join("t.xlsx");
    let bytes = workbook::table(&read, Kind::Variable, Lang::Es).expect("it is written");
    fs::write(&path, bytes).expect("it is saved");
    let (name, sheet) = atalaya_formats::book::sheets(&path, "t.xlsx").expect("sheets").remove(0);
    assert_eq!(name, "variables");
    let head = "id código nombre_es nombre_en definición_es definición_en dimensión ubicación componente indicadores fuentes";
    assert_eq!(sheet.rows[0].cells.join(" "), head);
    assert_eq!(sheet.rows.len(), 4);
    let mut zip = zip::ZipArchive::new(fs::File::open(&path).expect("a file")).expect("a zip");
    let mut first = zip.by_name("xl/worksheets/sheet1.xml").expect("a sheet");
    let text = std::io::read_to_string(&mut first).expect("text");
    assert!(text.contains("social,tecnológica"), "the words allowed are Spanish too");
    assert_eq!(workbook::read(&path).value.variables, read.variables);
    // A study of one language writes no other, and a table without records has its header.
    let frame = FRAME.replace(", \"en\"", "");
    let read = crate::support::read(&[("study.toml", &frame)]).value;
    let bytes = workbook::table(&read, Kind::Actor, Lang::En).expect("it is written");
    let sheets = atalaya_formats::book::sheets_of(&bytes, "t.xlsx").expect("sheets");
    let head = "id code name_es sector_es interest_es resource_es variables sources";
    assert_eq!(sheets[0].1.rows[0].cells.join(" "), head);
}

#[test]
fn outputs_are_never_half_written_and_never_in_a_read_only_folder() {
    let folder = study(&[("study.toml", FRAME.as_bytes()), ("panel.csv", PANEL.as_bytes())]);
    put(folder.path(), "structure/variables.csv", VARIABLES.as_bytes());
    put(folder.path(), "consult/rounds.toml", ROUNDS.as_bytes());
    let target = tempfile::tempdir().expect("a temporary folder");
    let set = |readonly: bool| {
        let mut permissions = fs::metadata(target.path()).expect("metadata").permissions();
        permissions.set_readonly(readonly);
        fs::set_permissions(target.path(), permissions).expect("permissions");
    };
    set(true);
    for name in ["a.zip", "a.xlsx", "a"] {
        let refused = convert(folder.path(), &target.path().join(name), Lang::En).expect_err("it is refused");
        assert_eq!(refused[0].code, Code::NotWritable, "{name}");
    }
    set(false);
    assert_eq!(fs::read_dir(target.path()).expect("a list").count(), 0);
    let refused =
        convert(folder.path(), &target.path().join("missing/a.zip"), Lang::En).expect_err("no such folder");
    assert_eq!(refused[0].code, Code::NotWritable);
    // What cannot be read whole is not converted.
    put(folder.path(), "answers.csv", b"expert,round,question,value\nE1,R1,importance/V1,99\n");
    let refused = convert(folder.path(), &target.path().join("b.zip"), Lang::En).expect_err("it is refused");
    assert_eq!(refused[0].code, Code::OutOfScale);
    assert!(!target.path().join("b.zip").exists());
    assert_eq!(open(Path::new("nothing-here")).diagnostics[0].code, Code::Unreadable);
}
