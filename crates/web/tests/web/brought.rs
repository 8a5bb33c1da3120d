//! Files brought into a study, and folders that become one.

use std::io::{Cursor, Read};

use crate::{
    browser::Browser,
    support::{Answer, Ask, House, STUDY, hidden},
};

fn bring(house: &House, cookie: &str) -> Ask {
    house.post(&format!("/s/{STUDY}/bring")).cookie(cookie).with("accept-language", "en")
}

/// The page of what a file changed.
fn changed(house: &House, cookie: &str, answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text());
    house.get(answer.header("location")).cookie(&format!("{cookie}; lang=en")).send().text()
}

fn field(house: &House, cookie: &str, path: &str, key: &str) -> Option<String> {
    let answer = house.get(&format!("/api/v1/studies/{STUDY}/records/{path}")).cookie(cookie).send();
    let record: serde_json::Value = serde_json::from_str(&answer.text()).unwrap();
    record["fields"][key].as_str().map(str::to_owned)
}

/// The files of the study as it leaves.
fn files(house: &House, cookie: &str, study: &str) -> Vec<(String, Vec<u8>)> {
    let whole = house.get(&format!("/s/{study}/whole/zip")).cookie(cookie).send().body;
    let mut zip = zip::ZipArchive::new(Cursor::new(whole)).unwrap();
    (0..zip.len())
        .map(|index| {
            let mut file = zip.by_index(index).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn told(files: Vec<(String, Vec<u8>)>) -> Vec<(String, String)> {
    files.into_iter().map(|(name, bytes)| (name, String::from_utf8_lossy(&bytes).into_owned())).collect()
}

#[test]
fn a_table_adds_and_changes_rows_by_their_id_keeps_what_it_does_not_have_and_is_one_change() {
    let (house, cookie) = House::with_study();
    let kept = field(&house, &cookie, "variable/V1", "definition.es").unwrap();
    let csv = "\u{feff}id;name.es\r\nV1;Lluvia de \"invierno\"\r\nV99;Nueva\r\n";
    let answer = bring(&house, &cookie).file("variables.csv", csv.as_bytes()).send();
    let page = changed(&house, &cookie, &answer);
    assert!(page.contains("2 records differ") && page.contains("V99") && page.contains("/undo"), "{page}");
    assert_eq!(field(&house, &cookie, "variable/V1", "name.es").as_deref(), Some("Lluvia de \"invierno\""));
    assert_eq!(
        field(&house, &cookie, "variable/V1", "definition.es"),
        Some(kept),
        "a column that is not there"
    );
    assert!(field(&house, &cookie, "variable/V2", "name.es").is_some(), "a row that is not there");
    let answer = bring(&house, &cookie).file("variables.csv", b"id,definition.es\nV1,\n").send();
    changed(&house, &cookie, &answer);
    assert_eq!(
        field(&house, &cookie, "variable/V1", "definition.es"),
        None,
        "an empty cell of a column that is there"
    );
}

#[test]
fn a_table_with_mistakes_is_told_each_at_its_line_and_nothing_is_saved() {
    let (house, cookie) = House::with_study();
    let csv = "id,name.es\nV1,Uno\nV1,Dos\n1 mal,Tres\n";
    let answer = bring(&house, &cookie).file("variables.csv", csv.as_bytes()).send();
    let page = answer.text();
    assert_eq!(answer.status, 422, "{page}");
    assert!(page.contains("variables.csv:3") && page.contains("variables.csv:4"), "{page}");
    assert_ne!(field(&house, &cookie, "variable/V1", "name.es").as_deref(), Some("Uno"));
    // The table itself is shown, each mistake in its cell and told below its row.
    let table =
        page.split("<table class=\"records marked\">").nth(1).unwrap().split("</table>").next().unwrap();
    assert!(table.contains("<td class=\"bad\">1 mal</td>"), "{table}");
    let row = table.split(">4</th>").nth(1).unwrap();
    assert!(row.contains("class=\"told\"") && row.contains("variables.csv:4"), "{row}");
    assert!(!page.contains("<ul class=\"problems\">"), "nothing is told twice");
    for (name, told) in [("nothing.csv", "no part of a study"), ("../variables.csv", "no part of a study")] {
        let answer = bring(&house, &cookie).file(name, b"id\n").send();
        assert!(answer.status == 422 && answer.text().contains(told), "{name}: {}", answer.text());
    }
    let nothing = bring(&house, &cookie).files(&[("as", "")], &[]).send();
    assert_eq!(nothing.status, 422);
}

/// A workbook of sheets, each with its name and its rows from the first.
fn book(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, line) in (0..).zip(*rows) {
            for (column, cell) in (0..).zip(*line) {
                sheet.write_string(row, column, *cell).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn tables_with_spanish_headers_come_from_csv_and_excel_by_the_names_of_their_files_and_sheets() {
    let (house, cookie) = House::with_study();
    let csv = "Código;Nombre;Definición;Dimensión\r\nV1;Lluvia;Cuánta cae;social\r\n";
    let place = [("as", "structure/variables.csv")];
    let answer = bring(&house, &cookie).files(&place, &[("mis datos.csv", csv.as_bytes())]).send();
    changed(&house, &cookie, &answer);
    let said = |key: &str| field(&house, &cookie, "variable/V1", key);
    assert_eq!(said("name.es").as_deref(), Some("Lluvia"));
    assert_eq!(said("definition.es").as_deref(), Some("Cuánta cae"));
    assert_eq!(said("dimension").as_deref(), Some("social"));
    // A workbook without a sheet of the study itself; what the study has stays, also in the columns that did not come.
    let title = field(&house, &cookie, "study/study", "title.es");
    let bytes = book(&[
        ("Variables", &[&["CLAVE", "VARIABLE"], &["V1", "Agua"]]),
        ("Actor", &[&["id", "nombre"], &["AC90", "La junta"]]),
    ]);
    let answer = bring(&house, &cookie).file("taller.xlsx", &bytes).send();
    changed(&house, &cookie, &answer);
    assert_eq!(said("name.es").as_deref(), Some("Agua"));
    assert_eq!(said("definition.es").as_deref(), Some("Cuánta cae"));
    assert_eq!(field(&house, &cookie, "study/study", "title.es"), title);
    assert_eq!(field(&house, &cookie, "actor/AC90", "name.es").as_deref(), Some("La junta"));
    // What is emptied in the sheet of the study is emptied, what is not in it stays; a matrix takes the place of one.
    assert!(field(&house, &cookie, "study/study", "horizon").is_some());
    let bytes = book(&[
        ("Estudio", &[&["clave", "valor"], &["título_es", "Otro"], &["pregunta_es", ""]]),
        ("influence T1 E1", &[&["", "V1", "V2"], &["V1", "", "3"], &["V2", "0", ""]]),
    ]);
    for _ in 0..2 {
        let answer = bring(&house, &cookie).file("taller.xlsx", &bytes).send();
        changed(&house, &cookie, &answer);
    }
    let of_study = |key: &str| field(&house, &cookie, "study/study", key);
    assert_eq!(of_study("title.es").as_deref(), Some("Otro"));
    assert_eq!(of_study("question.es"), None);
    assert!(of_study("horizon").is_some());
    let judged = field(&house, &cookie, "answer/T1/influence/V1/V2/E1", "value");
    assert_eq!(judged.as_deref(), Some("3"));
    // By the name of a file, with a sheet that is called anything.
    let bytes = book(&[("Hoja1", &[&["id", "nombre"], &["AC91", "El gremio"]])]);
    let answer = bring(&house, &cookie).file("Actores.xlsx", &bytes).send();
    changed(&house, &cookie, &answer);
    assert_eq!(field(&house, &cookie, "actor/AC91", "name.es").as_deref(), Some("El gremio"));
    // An empty cell of a column that is there empties it, whatever the column is called.
    let answer = bring(&house, &cookie).file("variables.csv", "id,definición\nV1,\n".as_bytes()).send();
    changed(&house, &cookie, &answer);
    assert_eq!(said("definition.es"), None);
}

#[test]
fn a_workbook_of_several_parts_is_taken_on_the_page_of_a_list_as_on_that_of_the_study() {
    let (house, cookie) = House::with_study();
    let place = [("as", "variable")];
    for lang in ["es", "en"] {
        let whole = house.get(&format!("/s/{STUDY}/whole/xlsx")).cookie(&format!("{cookie}; lang={lang}"));
        let answer = bring(&house, &cookie).files(&place, &[("libro.xlsx", &whole.send().body)]).send();
        assert!(changed(&house, &cookie, &answer).contains("Nothing differs"));
    }
    // A sheet that is called like nothing holds the list, beside one that is called like another part.
    let bytes = book(&[
        ("Actores", &[&["id", "nombre"], &["AC90", "La junta"]]),
        ("Hoja1", &[&["id", "nombre"], &["V1", "Agua"]]),
    ]);
    let answer = bring(&house, &cookie).files(&place, &[("taller.xlsx", &bytes)]).send();
    changed(&house, &cookie, &answer);
    assert_eq!(field(&house, &cookie, "variable/V1", "name.es").as_deref(), Some("Agua"));
    assert_eq!(field(&house, &cookie, "actor/AC90", "name.es").as_deref(), Some("La junta"));
}

#[test]
fn what_nobody_understands_is_told_before_it_is_taken_once_at_its_cell_with_the_names_that_there_are() {
    let (house, cookie) = House::with_study();
    let rows: &[&[&str]] =
        &[&["id", "nombre", "Peso interno"], &["V1", "Agua", "3"], &["V2", "Suelo", "4"], &["V3", "x", "5"]];
    let bytes = book(&[("Variables", rows), ("Apuntes", &[&["hola"]])]);
    let es = |keep: &[(&str, &str)]| {
        let ask = house.post(&format!("/s/{STUDY}/bring")).cookie(&cookie).with("accept-language", "es");
        ask.files(keep, &[("taller.xlsx", &bytes)]).send()
    };
    let answer = es(&[]);
    let page = answer.text();
    assert_eq!(answer.status, 422, "{page}");
    assert_eq!(page.matches("«Peso interno»").count(), 1, "once a column: {page}");
    for told in ["taller.xlsx/Variables!C1", "taller.xlsx/Apuntes", "definición_es", "objetivos en juego"] {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert_ne!(field(&house, &cookie, "variable/V1", "name.es").as_deref(), Some("Agua"));
    // Nothing was saved, so nothing is said to be kept; what may be done is.
    assert!(!page.contains("se conserva sin usarla") && !page.contains("déjela"), "{page}");
    assert_eq!(page.matches("con la casilla «Traerlo aunque").count(), 2, "{page}");
    // Whoever agrees has the column as a note, and is not asked of it again.
    assert_eq!(es(&[("keep", "on")]).status, 303);
    assert_eq!(field(&house, &cookie, "variable/V3", "Peso interno").as_deref(), Some("5"));
    for (lang, title) in [("es", "Notas que vinieron con la tabla"), ("en", "Notes that came with the table")]
    {
        let record = |id: &str| {
            let page = house.get(&format!("/s/{STUDY}/record/variable/{id}"));
            page.cookie(&format!("{cookie}; lang={lang}")).send().text()
        };
        let noted = record("V3");
        assert!(noted.contains(title) && noted.contains("<dt>Peso interno</dt><dd>5</dd>"), "{noted}");
        assert!(!record("V4").contains(title), "a record without notes");
    }
    let bytes = book(&[("Variables", rows)]);
    assert_eq!(bring(&house, &cookie).file("taller.xlsx", &bytes).send().status, 303);
    // Among the notices of the study it is one, of the list and of no record.
    let page = house.get(&format!("/s/{STUDY}/problems")).cookie(&format!("{cookie}; lang=es")).send().text();
    let notice = page.split("<li>").find(|item| item.contains("«Peso interno»")).unwrap();
    assert!(notice.contains(&format!("/s/{STUDY}/list/variable\"")), "{notice}");
    let bytes = book(&[("Variables", rows)]);
    let opened = house.post("/studies/open").cookie(&cookie).file("otro.xlsx", &bytes).send();
    assert!(
        opened.status == 422 && opened.text().contains("no tiene la hoja «estudio»"),
        "{}",
        opened.text()
    );
    let bytes = book(&[("estudio", &[&["clave", "valor"], &["título", "Otro"]]), ("Apuntes", &[&["hola"]])]);
    let opened = house.post("/studies/open").cookie(&cookie).file("otro.xlsx", &bytes).send();
    assert!(opened.status == 422 && opened.text().contains("otro.xlsx/Apuntes"), "{}", opened.text());
    let opened = house.post("/studies/open").cookie(&cookie);
    assert_eq!(opened.files(&[("keep", "on")], &[("otro.xlsx", &bytes)]).send().status, 303);
}

#[test]
fn a_mistake_in_a_workbook_is_told_at_its_cell_whatever_stands_above_it() {
    let (house, cookie) = House::with_study();
    let rows: &[&[&str]] = &[
        &["id", "nombre", "dimensión"],
        &[],
        &["V1", "Agua\nde lluvia", "social"],
        &[],
        &["V2", "Suelo", "redonda"],
    ];
    let place = [("as", "structure/variables.csv")];
    let bytes = book(&[("Hoja1", rows)]);
    let answer = bring(&house, &cookie).files(&place, &[("datos.xlsx", &bytes)]).send();
    let page = answer.text();
    assert!(answer.status == 422 && page.contains("datos.xlsx/Hoja1!C5"), "{page}");
    assert!(page.contains("<td class=\"bad\">redonda</td>"), "{page}");
    let rows: &[&[&str]] = &[&["x", "V1", "V2"], &[], &["V1", "", "9"], &["V2", "1", ""]];
    let place = [("as", "answers/T1/influence/E1.csv")];
    let bytes = book(&[("Matriz", rows)]);
    let answer = bring(&house, &cookie).files(&place, &[("m.xlsx", &bytes)]).send();
    assert!(answer.status == 422 && answer.text().contains("m.xlsx/Matriz!C3"), "{}", answer.text());
}

#[test]
fn a_workbook_taken_along_undoes_nothing_that_others_saved_since() {
    let (house, cookie) = House::with_study();
    let whole = house.get(&format!("/s/{STUDY}/whole/xlsx")).cookie(&cookie).send().body;
    let write = |key: &str, text: &str| {
        let path = format!("/s/{STUDY}/record/variable/V4");
        let page = house.get(&path).cookie(&cookie).send().text();
        let read = hidden(&page, "read");
        assert_eq!(
            house.post(&path).cookie(&cookie).form(&[("read", &read), (key, text)]).send().status,
            303
        );
    };
    write("f:definition.es", "Cambio posterior");
    let answer = bring(&house, &cookie).file("agua.xlsx", &whole).send();
    assert!(changed(&house, &cookie, &answer).contains("Nothing differs"));
    assert_eq!(field(&house, &cookie, "variable/V4", "definition.es").as_deref(), Some("Cambio posterior"));

    // What the workbook itself changes is taken; where others changed the same, it is told and nothing is saved.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("agua.xlsx");
    let stamp = atalaya_formats::workbook::stamp(&whole).unwrap();
    let edited = |name: &str, definition: &str| {
        std::fs::write(&path, &whole).unwrap();
        let mut study = atalaya_formats::workbook::read(&path).value;
        let own = study.variables.iter_mut().find(|own| own.id == "V4").unwrap();
        own.name.es = name.to_owned();
        if !definition.is_empty() {
            own.definition.es = definition.to_owned();
        }
        let spoken =
            atalaya_formats::workbook::Spoken { stamp: Some(&stamp), ..atalaya_model::Lang::Es.into() };
        atalaya_formats::workbook::write(&study, &path, spoken).unwrap();
        bring(&house, &cookie).file("agua.xlsx", &std::fs::read(&path).unwrap()).send()
    };
    let answer = edited("Reglas nuevas", "");
    assert!(changed(&house, &cookie, &answer).contains("1 record differs"));
    assert_eq!(field(&house, &cookie, "variable/V4", "definition.es").as_deref(), Some("Cambio posterior"));
    assert_eq!(field(&house, &cookie, "variable/V4", "name.es").as_deref(), Some("Reglas nuevas"));
    let refused = edited("Reglas nuevas", "Otra definición");
    assert!(
        refused.status == 422 && refused.text().contains("After this workbook was downloaded"),
        "{}",
        refused.text()
    );
    assert_eq!(field(&house, &cookie, "variable/V4", "definition.es").as_deref(), Some("Cambio posterior"));
}

#[test]
fn a_list_gives_its_table_to_fill_in_with_the_headers_of_the_reader_and_takes_it_back() {
    let (house, cookie) = House::with_study();
    for (lang, head) in [("es", "definición_es"), ("en", "definition_es")] {
        let own = format!("{cookie}; lang={lang}");
        let list = house.get(&format!("/s/{STUDY}/list/variable")).cookie(&own).send().text();
        assert!(
            list.contains("/table/variable\"") && list.contains(&format!("<code>{head}</code>")),
            "{list}"
        );
        // Closed words by what the reader may write.
        let word = if lang == "es" { "<code>tecnológica</code>, " } else { "<code>technological</code>, " };
        assert!(list.contains(word), "{list}");
        let table = house.get(&format!("/s/{STUDY}/table/variable")).cookie(&own).send();
        let sheets = atalaya_formats::book::sheets_of(&table.body, "t.xlsx").unwrap();
        assert!(sheets[0].1.rows[0].cells.iter().any(|cell| cell == head), "{:?}", sheets[0].1.rows[0]);
        let answer = bring(&house, &cookie).file("variable.xlsx", &table.body).send();
        assert!(changed(&house, &cookie, &answer).contains("Nothing differs"));
    }
    // The file is called as its sheet, in the reader's language.
    let own = format!("{cookie}; lang=es");
    let called = |kind: &str| {
        let table = house.get(&format!("/s/{STUDY}/table/{kind}")).cookie(&own).send();
        table.header("content-disposition").to_owned()
    };
    assert_eq!(called("evidence"), "attachment; filename=\"indicios.xlsx\"");
    assert!(called("sign").ends_with("filename*=UTF-8''se%C3%B1ales.xlsx"), "{}", called("sign"));
    // Also of what the study folder has in other files than tables.
    let list = house.get(&format!("/s/{STUDY}/list/scenario")).cookie(&cookie).send().text();
    assert!(list.contains("name=\"as\" value=\"scenario\""), "{list}");
    let csv = "Código;Nombre;Tipo;Ganadores\nSC90;Sequía larga;exploratorio;Nadie\n";
    let place = [("as", "scenario")];
    let answer = bring(&house, &cookie).files(&place, &[("mis escenarios.csv", csv.as_bytes())]).send();
    changed(&house, &cookie, &answer);
    let said = |key: &str| field(&house, &cookie, "scenario/SC90", key);
    assert_eq!(said("winners.es").as_deref(), Some("Nadie"));
    assert_eq!(said("kind").as_deref(), Some("exploratory"));
    assert_eq!(house.get(&format!("/s/{STUDY}/table/nothing")).cookie(&cookie).send().status, 404);
}

#[test]
fn the_matrix_of_an_expert_comes_as_a_table() {
    let (house, cookie) = House::with_study();
    let csv = "Influencia;V1;V2;V3\nV1;;3;p\nV2;0;;1\nV3;;;\n";
    let place = [("as", "answers/T1/influence/E1.csv")];
    let answer = bring(&house, &cookie).files(&place, &[("mi matriz.csv", csv.as_bytes())]).send();
    changed(&house, &cookie, &answer);
    let value = |pair: &str| field(&house, &cookie, &format!("answer/T1/influence/{pair}/E1"), "value");
    assert_eq!((value("V1/V2").as_deref(), value("V1/V3").as_deref()), (Some("3"), Some("P")));
    assert_eq!(value("V2/V1").as_deref(), Some("0"));
    // From Excel as well, and the others who were invited are still there to answer.
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in ["x,V1,V2,V3", "V1,,2,1", "V2,0,,1", "V3,0,0,"].iter().enumerate() {
        for (column, cell) in line.split(',').enumerate() {
            sheet.write(row as u32, column as u16, cell).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let answer = bring(&house, &cookie).files(&place, &[("E1.xlsx", bytes.as_slice())]).send();
    changed(&house, &cookie, &answer);
    assert_eq!(value("V1/V2").as_deref(), Some("2"));
    let grid = house.get(&format!("/s/{STUDY}/answers/T1/influence/E1")).cookie(&cookie).send().text();
    assert!(grid.contains("/answers/T1/influence/E2"), "the others have their tabs");
    let long = "round,expert,question,value\nT1,E1,importance/V1,7\n";
    let answer = bring(&house, &cookie).file("answers.csv", long.as_bytes()).send();
    assert_eq!(answer.status, 303, "{}", answer.text());
    let wrong = bring(&house, &cookie).files(&place, &[("m.csv", b"x,V1,V2\nV1,,9\n")]).send();
    assert!(wrong.status == 422 && wrong.text().contains("m.csv:2"), "{}", wrong.text());

    // By the names that people have in their sheets; a mistake is told at its line of the file.
    let names = ["V1", "V2"].map(|id| field(&house, &cookie, &format!("variable/{id}"), "name.es").unwrap());
    let csv = format!(
        "x,\"{}\",\"{}\"\n\n{},,1\n\"{}\",3,\n",
        names[0],
        names[1],
        names[0].to_uppercase(),
        names[1]
    );
    let answer = bring(&house, &cookie).files(&place, &[("m.csv", csv.as_bytes())]).send();
    changed(&house, &cookie, &answer);
    assert_eq!((value("V1/V2").as_deref(), value("V2/V1").as_deref()), (Some("1"), Some("3")));
    let wrong =
        bring(&house, &cookie).files(&place, &[("m.csv", csv.replace(",,1", ",,9").as_bytes())]).send();
    assert!(wrong.status == 422 && wrong.text().contains("m.csv:3"), "{}", wrong.text());

    // What a table of records may hold is told where it is brought in.
    let list = house.get(&format!("/s/{STUDY}/list/variable")).cookie(&cookie).send().text();
    assert!(
        list.contains("<code>definición_en</code>") && list.contains("<code>tecnológica</code>"),
        "{list}"
    );
}

#[test]
fn the_study_comes_back_from_elsewhere_as_archive_workbook_or_folder() {
    let (house, cookie) = House::with_study();
    for (end, lang) in [("zip", "es"), ("xlsx", "es"), ("xlsx", "en")] {
        let whole = house.get(&format!("/s/{STUDY}/whole/{end}")).cookie(&format!("{cookie}; lang={lang}"));
        let whole = whole.send().body;
        if end == "xlsx" {
            let sheets = atalaya_formats::book::sheets_of(&whole, "agua.xlsx").unwrap();
            assert_eq!(sheets[0].0, if lang == "es" { "estudio" } else { "study" });
        }
        let answer = bring(&house, &cookie).file(&format!("agua.{end}"), &whole).send();
        let page = changed(&house, &cookie, &answer);
        assert!(page.contains("Nothing differs"), "{end}: {page}");
    }
    let mut all = files(&house, &cookie, STUDY);
    for (name, _) in &mut all {
        *name = format!("mi-estudio/{name}");
    }
    all.push(("mi-estudio/out/report.html".to_owned(), b"<p>".to_vec()));
    let sent: Vec<(&str, &[u8])> =
        all.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let opened = house.post("/studies/open").cookie(&cookie).files(&[], &sent).send();
    assert_eq!((opened.status, opened.header("location")), (303, "/s/agua-2"), "{}", opened.text());
    // Without what was made of it.
    assert_eq!(told(files(&house, &cookie, "agua-2")), told(files(&house, &cookie, STUDY)));
    let none = house.post("/studies/open").cookie(&cookie).files(&[], &[("a/b.csv", b"id\n")]).send();
    assert_eq!(none.status, 422);
}

#[test]
fn a_file_dropped_on_the_page_is_brought_in_and_a_wrong_one_is_told_there() {
    let Some(browser) = Browser::open(1280, 900) else { return };
    let (house, _) = House::with_study();
    // The link was used; another session of the same person does.
    let cookie = house.again("analyst");
    browser.go(&house.url("/design"));
    browser.run(&format!("document.cookie = '{cookie}; path=/'"));
    browser.go(&house.url(&format!("/s/{STUDY}/list/variable")));
    let drop = |text: &str| {
        browser.run(&format!(
            "const data = new DataTransfer(); data.items.add(new File([{text:?}], 'variables.csv'));
             document.querySelector('form.drop').dispatchEvent(new DragEvent('drop', {{ dataTransfer: data, bubbles: true, cancelable: true }}));"
        ));
    };
    drop("id,name.es\nV1,Uno\nV1,Dos\n");
    browser.until("document.querySelector('.marked .told')?.textContent.includes('variables.csv:3')");
    browser.go(&house.url(&format!("/s/{STUDY}/list/variable")));
    drop("id,name.es\nV1,Uno\n");
    browser.until("location.pathname.endsWith('/compare') && document.body.textContent.includes('Uno')");

    // What a matrix of ScenarioWizard does stands there before it is done; then it is, by the button.
    browser.go(&house.url(&format!("/s/{STUDY}")));
    browser.run_with(
        "const data = new DataTransfer(); data.items.add(new File([arguments[0]], 'valle.SCW'));
         document.querySelector('form.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));",
        &[WIZARD.into()],
    );
    browser.until("document.querySelector('table.becomes')?.textContent.includes('Turismo')");
    assert_eq!(house.record("round", "BAL1"), serde_json::Value::default());
    browser.click("form[action$='/bring/scw'] button");
    browser.until("location.pathname.endsWith('/compare') && document.body.textContent.includes('BAL1')");
    assert_eq!(house.record("answer", "BAL1/impact/D1.a/D2.b/MATRIX")["value"], "2");
}

/// Two descriptors, of which the small study has one by its name, in the encoding of ScenarioWizard.
const WIZARD: &str = "$ ScenarioWizard 4.0\r\nValle\r\n&AG \"AGUA\"\r\n -mas\r\n -menos\r\n&TU \"Turismo\"\r\n -poco\r\n -a \"Mucho m\u{e1}s\"\r\n#\r\n&\r\n \r\n \r\n&\r\n \r\n \r\n#\r\n#\r\nFFFFFF\r\nFFFFFF\r\nFFFFFF\r\nFFFFFF\r\n#\r\n#\r\n 0 , 0 ,-2 , 2 \r\n 0 , 0 , 2 ,-2 \r\n 3 ,-3 , 0 , 0 \r\n-5 , 5 , 0 , 0 \r\n#\r\n# 0-0\r\n\"\"\r\n#\r\n#\r\n";

#[test]
fn a_matrix_of_scenariowizard_is_shown_then_brought_in_and_leaves_again() {
    let (house, cookie) = House::with_study();
    // The name of the study's first variable, in other letters.
    let name = field(&house, &cookie, "variable/V1", "name.es").unwrap();
    let text = WIZARD.replace("AGUA", &name.to_uppercase());
    let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let shown = bring(&house, &cookie).file("valle.scw", &bytes).send();
    assert_eq!(shown.status, 200, "{}", shown.text());
    let page = shown.text();
    let read = hidden(&page, "read");
    for told in [
        "1 is in the study already, 1 is created",
        "none is in the study, 4 are created",
        "<b>V1</b>",
        "−5 to 5",
        "Mucho más",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    // Nothing is there yet.
    assert_eq!(house.record("state", "V1.a"), serde_json::Value::default());

    // Somebody else writes: what it does now is shown once more, and nothing is saved.
    let csv = "id,name.es\nD2,Otra\n";
    bring(&house, &cookie).file("variables.csv", csv.as_bytes()).send();
    let agree = |read: &str| {
        let fields = [("name", "valle.scw"), ("text", text.as_str()), ("read", read)];
        let asked = house.post(&format!("/s/{STUDY}/bring/scw")).cookie(&cookie);
        asked.with("accept-language", "en").form(&fields).send()
    };
    let again = agree(&read);
    assert_eq!(again.status, 200, "{}", again.text());
    assert_eq!(house.record("round", "BAL1"), serde_json::Value::default());
    let answer = agree(&hidden(&again.text(), "read"));
    let page = changed(&house, &cookie, &answer);
    // A variable, four states, consultation, round, the scale and eight judgements.
    assert!(page.contains("16 records differ") && page.contains("/undo"), "{page}");
    assert_eq!(
        field(&house, &cookie, "variable/V1", "name.es"),
        Some(name),
        "what was there stays as it was"
    );
    let judged = |key: &str| field(&house, &cookie, &format!("answer/BAL1/impact/{key}/MATRIX"), "value");
    assert_eq!(judged("V1.a/D3.b").as_deref(), Some("2"));
    assert_eq!(judged("D3.b/V1.a").as_deref(), Some("-5"));
    assert_eq!(judged("V1.a/V1.b"), None, "a block of nothing is not a judgement");

    // It leaves with the same judgements, and as a study of its own comes in again.
    let of_program = house.get(&format!("/api/v1/studies/{STUDY}/whole/scw")).cookie(&cookie).send();
    let left = house.get(&format!("/s/{STUDY}/whole/scw")).cookie(&cookie).send();
    assert_eq!((left.status, &left.body), (200, &of_program.body));
    let cells = |text: &str| -> Vec<String> {
        let rows =
            text.lines().map(|line| line.replace(' ', "")).filter(|line| line.matches(',').count() == 3);
        rows.collect()
    };
    // In the order of the study's ids, which puts the one that came before the one that was there.
    assert_eq!(cells(&left.text()), ["0,0,3,-3", "0,0,-5,5", "-2,2,0,0", "2,-2,0,0"]);
    let whole = house.get(&format!("/s/{STUDY}")).cookie(&cookie).send().text();
    assert!(whole.contains("/whole/scw"), "{whole}");
    let opened = house.post("/studies/open").cookie(&cookie).file("valle.scw", &left.body).send();
    assert_eq!(opened.status, 303, "{}", opened.text());
    let alone = opened.header("location").to_owned();
    let same = house.get(&format!("{alone}/whole/scw")).cookie(&cookie).send();
    assert_eq!(cells(&same.text()), cells(&left.text()));
}

#[test]
fn a_matrix_that_cannot_be_read_is_told_at_its_line_and_a_study_without_judgements_has_none() {
    let (house, cookie) = House::with_study();
    let cut = WIZARD.replace("-5 , 5 , 0 , 0", "-5 , x , 0 , 0");
    let answer = bring(&house, &cookie).file("valle.scw", cut.as_bytes()).send();
    assert_eq!(answer.status, 422);
    let line = WIZARD.lines().position(|line| line.starts_with("-5")).unwrap() + 1;
    let page = answer.text();
    assert!(page.contains(&format!("valle.scw:{line}:2")) && page.contains("is no impact"), "{page}");
    let opened = house.post("/studies/open").cookie(&cookie).file("valle.scw", cut.as_bytes()).send();
    assert_eq!(opened.status, 422);
    // More variants than judgements that a study holds.
    let many = "&A\r\n".to_owned() + &" -x\r\n".repeat(64);
    let names = many.repeat(4);
    let zeros = format!("{}\r\n", vec!["0"; 256].join(",")).repeat(256);
    let large =
        format!("$ ScenarioWizard 4.0\r\nT\r\n{names}#\r\n#\r\n#\r\n#\r\n#\r\n{zeros}#\r\n#\r\n#\r\n");
    let answer = bring(&house, &cookie).file("large.scw", large.as_bytes()).send();
    assert!(answer.status == 422 && answer.text().contains("256"), "{}", answer.text());
    assert_eq!(house.get(&format!("/s/{STUDY}/whole/scw")).cookie(&cookie).send().status, 404);
    assert!(!house.get(&format!("/s/{STUDY}")).cookie(&cookie).send().text().contains("/whole/scw"));
}
