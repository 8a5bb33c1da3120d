//! Files and texts that mean harm.

use std::io::{Cursor, Write};

use zip::{ZipWriter, write::SimpleFileOptions};

use crate::support::{Answer, House, STUDY, hidden, pages};

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn refused(house: &House, cookie: &str, name: &str, bytes: &[u8]) -> String {
    let answer: Answer =
        house.post("/studies/open").cookie(cookie).with("accept-language", "en").file(name, bytes).send();
    assert_eq!(answer.status, 422, "{name}: {}", answer.text());
    let sentence = answer.sentence();
    assert!(sentence.len() > 20 && !sentence.contains('⟨') && !sentence.contains('{'), "{name}: {sentence}");
    sentence
}

#[test]
fn files_that_are_too_large_burst_or_climb_are_refused_in_words() {
    let house = House::new();
    let cookie = house.sign_in();
    let zeros = vec![0; 64 << 20];
    let bomb = archive(&[("study.toml", b"format = 1\n"), ("answers.csv", &zeros)]);
    assert!(bomb.len() < 1 << 20);
    for (name, bytes) in [
        ("bomb.zip", bomb.clone()),
        ("bomb.xlsx", bomb),
        ("climbs.zip", archive(&[("study.toml", b"format = 1\n"), ("../../outside.csv", b"id\n")])),
        ("root.zip", archive(&[("study.toml", b"format = 1\n"), ("/etc/outside.csv", b"id\n")])),
        ("nothing.zip", archive(&[("readme.txt", b"no study")])),
        ("text.zip", b"no archive at all".to_vec()),
        ("text.xlsx", b"no workbook at all".to_vec()),
        ("empty.zip", Vec::new()),
    ] {
        refused(&house, &cookie, name, &bytes);
    }
    let large = refused(&house, &cookie, "large.zip", &vec![7; (32 << 20) + 100_000]);
    assert!(large.contains("32 MB"), "{large}");
    let home = house.get("/").cookie(&cookie).send().text();
    assert!(!home.contains("class=\"card\""), "something was opened after all");
}

#[test]
fn a_study_goes_out_as_an_archive_and_a_workbook_and_comes_back() {
    let (house, cookie) = House::with_study();
    for end in ["zip", "xlsx"] {
        let whole = house.get(&format!("/s/{STUDY}/whole/{end}")).cookie(&cookie).send();
        assert!(whole.header("content-disposition").contains(&format!("{STUDY}.{end}")));
        let back =
            house.post("/studies/open").cookie(&cookie).file(&format!("agua.{end}"), &whole.body).send();
        assert_eq!(back.status, 303, "{end}: {}", back.text());
        let page = house.get(&format!("{}/list/variable", back.header("location"))).cookie(&cookie).send();
        assert!(page.text().contains("Caudal de las fuentes"), "{end}");
    }
}

#[test]
fn what_people_write_is_text_and_never_a_program() {
    let (house, cookie) = House::with_study();
    let name = r#""><script>window.hit=1</script><img src=x onerror=hit()>"#;
    let long = format!(
        "{name}\n\n[press](javascript:hit()) ![see](javascript:hit()) <javascript:hit()>\n\n[data](data:text/html,x) <b onclick=hit()>bold</b>"
    );
    let write = |path: &str, fields: &[(&str, &str)]| {
        let seen = house.get(&format!("/api/v1/studies/{STUDY}/changes")).cookie(&cookie).send();
        assert_eq!(seen.status, 200);
        let read = house.get(path).cookie(&cookie).send().text();
        let read = hidden(&read, "read");
        let mut all = vec![("read", read.as_str())];
        all.extend(fields);
        let saved = house.post(path).cookie(&cookie).form(&all).send();
        assert_eq!(saved.status, 303, "{path}: {}", saved.text());
    };
    let at = |path: &str| format!("/s/{STUDY}{path}");
    write(
        &at("/record/variable/V1"),
        &[("f:name.es", name), ("f:definition.es", &long), ("f:code", "<b>V1</b>")],
    );
    write(&at("/record/scenario/S1"), &[("f:name.es", name), ("f:text.es", &long)]);
    write(
        &at("/record/study/study"),
        &[
            ("f:title.es", name),
            ("f:question.es", &long),
            ("f:presentation.es", &long),
            ("f:notice_short.es", name),
        ],
    );
    let made = house.post("/studies").cookie(&cookie).form(&[("title", name)]).send();
    assert_eq!(made.status, 303);
    let mut shown = 0;
    for page in pages() {
        let text = house.get(&page).cookie(&cookie).send().text();
        for harm in [
            "<script>window",
            "<img src=x",
            "onerror=hit()>\"",
            "href=\"javascript:",
            "src=\"javascript:",
            "href=\"data:",
            "<b onclick",
            "<b>V1</b>",
        ] {
            assert!(!text.contains(harm), "{page}: {harm}");
        }
        shown += usize::from(text.contains("&lt;script&gt;"));
    }
    assert!(shown > 10, "the texts are shown, as texts: {shown}");
    let report = house.get(&at("/report/prospectivo/es/html")).cookie(&cookie).send().text();
    assert!(!report.contains("<script>window") && !report.contains("href=\"javascript:"));
}

#[test]
fn a_study_is_called_as_its_author_says_and_gives_no_report_with_errors() {
    let (house, cookie) = House::with_study();
    let form = [("title", "Agua y turismo"), ("template", "taller-minimo")];
    let made = house.post("/studies").cookie(&cookie).form(&form).send();
    let study = made.header("location").to_owned();
    let page = |path: &str| house.get(path).cookie(&cookie).send().text();
    assert!(page(&study).contains("<h1>Agua y turismo</h1>"));
    let sheet = format!("{study}/record/study/study");
    let write = |fields: &[(&str, &str)]| {
        let read = page(&sheet);
        let read = hidden(&read, "read");
        let all: Vec<_> = [("read", read.as_str())].into_iter().chain(fields.iter().copied()).collect();
        assert_eq!(house.post(&sheet).cookie(&cookie).form(&all).send().status, 303);
    };
    write(&[("f:title.es", "Corregido")]);
    assert!(page("/").contains("Corregido") && !page("/").contains("Agua y turismo"));
    write(&[("f:horizon", "dos mil")]);
    let report = house.get(&format!("{study}/report/decisor/es/pdf")).cookie(&cookie).send();
    assert_eq!(report.status, 422);
    assert!(page(&format!("{study}/report")).contains("/problems\">"));
}

#[test]
fn the_plane_that_the_answers_move_stands_beside_them() {
    let (house, cookie) = House::with_study();
    for (grid, plane) in [("influence/E1", "figure-influence-plane"), ("importance", "figure-critical-plane")]
    {
        let page = house.get(&format!("/s/{STUDY}/answers/T1/{grid}")).cookie(&cookie).send().text();
        assert!(page.contains(&format!("id=\"{plane}\"")) && page.contains("<svg"), "{grid}");
    }
}

#[test]
fn nobody_has_the_server_make_documents_without_end() {
    let (house, cookie) = House::with_study();
    let ask = || house.get(&format!("/s/{STUDY}/whole/zip")).cookie(&cookie).send();
    let answers: Vec<u16> = (0..60).map(|_| ask().status).collect();
    assert!(answers.iter().take(30).all(|status| *status == 200), "{answers:?}");
    assert!(answers.contains(&429), "{answers:?}");
    let refused = ask();
    assert!(refused.status == 200 || !refused.header("retry-after").is_empty());
    // Reading goes on.
    assert_eq!(house.get(&format!("/s/{STUDY}")).cookie(&cookie).send().status, 200);
}
