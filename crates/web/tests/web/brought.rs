//! Files brought into a study, and folders that become one.

use std::io::{Cursor, Read};

use crate::{
    browser::Browser,
    support::{Answer, Ask, House, STUDY},
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
    for (name, told) in [("nothing.csv", "no part of a study"), ("../variables.csv", "no part of a study")] {
        let answer = bring(&house, &cookie).file(name, b"id\n").send();
        assert!(answer.status == 422 && answer.text().contains(told), "{name}: {}", answer.text());
    }
    let nothing = bring(&house, &cookie).files(&[("as", "")], &[]).send();
    assert_eq!(nothing.status, 422);
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
    let wrong = bring(&house, &cookie).files(&place, &[("m.csv", b"x,V1,V2\nV1,,9\n")]).send();
    assert!(wrong.status == 422 && wrong.text().contains("E1.csv:2"), "{}", wrong.text());
}

#[test]
fn the_study_comes_back_from_elsewhere_as_archive_workbook_or_folder() {
    let (house, cookie) = House::with_study();
    for end in ["zip", "xlsx"] {
        let whole = house.get(&format!("/s/{STUDY}/whole/{end}")).cookie(&cookie).send().body;
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
    browser.until("document.querySelector('ul.problems')?.textContent.includes('variables.csv:3')");
    browser.go(&house.url(&format!("/s/{STUDY}/list/variable")));
    drop("id,name.es\nV1,Uno\n");
    browser.until("location.pathname.endsWith('/compare') && document.body.textContent.includes('Uno')");
}
