//! A study that begins: what has not been asked is not said.

use crate::{
    browser::Browser,
    support::{House, STUDY, hidden},
};

/// A blank study with three variables, and a round in which two experts are asked for influence: the house, the cookie.
fn begun() -> (House, String) {
    let house = House::new();
    let cookie = house.sign_in();
    let form = [("title", "Agua"), ("template", "")];
    assert_eq!(house.post("/studies").cookie(&cookie).form(&form).send().status, 303);
    let add = |kind: &str, id: &str| {
        let made = house.post(&format!("/s/{STUDY}/list/{kind}")).cookie(&cookie).form(&[("id", id)]).send();
        assert_eq!(made.status, 303, "{kind} {id}");
    };
    for id in ["V1", "V2", "V3"] {
        add("variable", id);
    }
    add("expert", "E1");
    add("expert", "E2");
    add("round", "T1");
    let read = hidden(&page(&house, &cookie, "/record/round/T1"), "read");
    let asked = [("read", read.as_str()), ("o:families", ""), ("m:families", "influence")];
    let said = house.post(&format!("/s/{STUDY}/record/round/T1")).cookie(&cookie).form(&asked).send();
    assert_eq!(said.status, 303);
    (house, cookie)
}

fn page(house: &House, cookie: &str, path: &str) -> String {
    let answer = house.get(&format!("/s/{STUDY}{path}")).cookie(&format!("{cookie}; lang=es")).send();
    assert_eq!(answer.status, 200, "{path}");
    answer.text()
}

fn answer(house: &House, cookie: &str, pairs: &[(&str, &str)]) {
    let read: i64 = hidden(&page(house, cookie, "/record/round/T1"), "read").parse().unwrap();
    let cells: Vec<_> = pairs
        .iter()
        .map(|(pair, value)| {
            let id = format!("T1/influence/{pair}/E1");
            serde_json::json!({ "id": id, "value": value, "read": read })
        })
        .collect();
    let body = serde_json::json!({ "cells": cells }).to_string();
    let said =
        house.post(&format!("/s/{STUDY}/answers")).cookie(cookie).body("application/json", body).send();
    assert_eq!(said.status, 200);
}

#[test]
fn beside_a_matrix_that_begins_stands_how_much_is_missing_and_nothing_is_called_determining() {
    let (house, cookie) = begun();
    answer(&house, &cookie, &[("V1/V2", "3"), ("V1/V3", "2")]);
    let missing = "Plano provisional: faltan 4 de las 6 respuestas entre 3 variables";
    for path in ["/structure", "/answers/T1/influence/E1"] {
        let page = page(&house, &cookie, path);
        assert!(page.contains(missing), "{path}");
        assert!(!page.contains("es determinante") && !page.contains("remuestreando"), "{path}");
    }
    let wall = page(&house, &cookie, "/answers/T1/influence");
    assert!(wall.contains("4 sin respuesta") && wall.contains(missing), "{wall}");
    let stage = page(&house, &cookie, "/structure");
    assert!(stage.contains("La regla todavía no propone nada"), "{stage}");

    // Whoever has no opinion has answered.
    answer(&house, &cookie, &[("V2/V1", "0"), ("V2/V3", "0"), ("V3/V1", "0"), ("V3/V2", "-")]);
    for path in ["/structure", "/answers/T1/influence/E1"] {
        let page = page(&house, &cookie, path);
        assert!(page.contains("Una variable es determinante: V1") && !page.contains("provisional"), "{path}");
    }
}

#[test]
fn every_stage_of_a_blank_study_says_with_what_it_begins() {
    let house = House::new();
    let cookie = house.sign_in();
    let form = [("title", "Agua"), ("template", "")];
    assert_eq!(house.post("/studies").cookie(&cookie).form(&form).send().status, 303);
    let begins = |page: &str| -> Vec<String> {
        let told = page.split("row tight begin").nth(1).and_then(|rest| rest.split("</p>").next());
        let links = told.unwrap_or_default().split("href=\"").skip(1);
        links.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    };
    for (stage, kinds) in [
        ("scan", "evidence idea"),
        ("structure", "variable actor factor"),
        ("explore", "variable axis scenario"),
        ("choose", "scenario"),
        ("act", "objective action opportunity"),
        ("watch", "indicator"),
    ] {
        let wanted: Vec<String> = kinds.split(' ').map(|kind| format!("/s/{STUDY}/list/{kind}")).collect();
        assert_eq!(begins(&page(&house, &cookie, &format!("/{stage}"))), wanted, "{stage}");
        for way in wanted {
            assert_eq!(house.get(&way).cookie(&cookie).send().status, 200, "{way}");
        }
    }
    // A board without anything to choose from says where that is added, and has no button for nothing.
    let axes = page(&house, &cookie, "/board/scenarios");
    assert!(axes.contains("/list/variable\"") && !axes.contains("<select"), "{axes}");
    let boxed = page(&house, &cookie, "/board/box");
    assert!(boxed.contains("/list/variable\"") && !boxed.contains("Guardar"), "{boxed}");
    assert!(page(&house, &cookie, "/board/foda").contains("Guardar"));

    // Nor does a round lead to a matrix that nobody can fill, but to whom and what it lacks.
    let add = house.post(&format!("/s/{STUDY}/list/round")).cookie(&cookie).form(&[("id", "T1")]).send();
    assert_eq!(add.status, 303);
    let read = hidden(&page(&house, &cookie, "/record/round/T1"), "read");
    let asked = [("read", read.as_str()), ("o:families", ""), ("m:families", "influence")];
    assert_eq!(
        house.post(&format!("/s/{STUDY}/record/round/T1")).cookie(&cookie).form(&asked).send().status,
        303
    );
    let way = "/answers/T1/influence";
    assert!(page(&house, &cookie, "/consult").contains(&format!("href=\"/s/{STUDY}{way}\"")));
    let grid = page(&house, &cookie, way);
    assert!(grid.contains("/list/variable\"") && grid.contains("/list/expert\""), "{grid}");
}

#[test]
fn a_form_lets_one_choose_by_name_and_says_where_to_add_what_there_is_none_of() {
    let (house, cookie) = begun();
    let add = |kind: &str, id: &str| {
        house.post(&format!("/s/{STUDY}/list/{kind}")).cookie(&cookie).form(&[("id", id)]).send()
    };
    assert_eq!(add("action", "A1").status, 303);
    let form = page(&house, &cookie, "/record/action/A1");
    assert!(form.contains("Todavía no hay actores.") && form.contains("/list/actor\""), "{form}");
    assert!(!form.contains("name=\"f:responsible\""), "{form}");

    assert_eq!(add("actor", "AC1").status, 303);
    let form = page(&house, &cookie, "/record/action/A1");
    assert!(form.contains("name=\"m:responsible\" value=\"AC1\""), "{form}");

    // What a decision chose is chosen among what it is about; what the program writes is not asked for.
    assert_eq!(add("decision", "D1").status, 303);
    let before = page(&house, &cookie, "/record/decision/D1");
    assert!(!before.contains("chosen") && !before.contains("basis"), "{before}");
    let read = hidden(&before, "read");
    let about = [("read", read.as_str()), ("o:about", ""), ("f:about", "axes")];
    let said = house.post(&format!("/s/{STUDY}/record/decision/D1")).cookie(&cookie).form(&about).send();
    assert_eq!(said.status, 303);
    assert!(page(&house, &cookie, "/record/decision/D1").contains("name=\"m:chosen\" value=\"V2\""));
}

#[test]
fn dates_are_shown_as_they_are_to_be_written_and_stay_what_they_are() {
    let (house, cookie) = begun();
    let write = |pairs: &[(&str, &str)]| {
        let read = hidden(&page(&house, &cookie, "/record/round/T1"), "read");
        let all: Vec<(&str, &str)> =
            [("read", read.as_str())].into_iter().chain(pairs.iter().copied()).collect();
        house.post(&format!("/s/{STUDY}/record/round/T1")).cookie(&cookie).form(&all).send().status
    };
    assert_eq!(write(&[("o:opened", ""), ("f:opened", "5/2/2026")]), 303);
    assert_eq!(house.record("round", "T1")["opened"], "2026-02-05");
    let form = page(&house, &cookie, "/record/round/T1");
    assert!(form.contains("name=\"f:opened\" value=\"05/02/2026\""), "{form}");
    assert!(page(&house, &cookie, "/list/round").contains("5 de febrero de 2026"));
    assert!(page(&house, &cookie, "/history/round/T1").contains("5 de febrero de 2026"));

    assert_eq!(write(&[("o:opened", "05/02/2026"), ("f:opened", "05/02/2026")]), 303);
    assert_eq!(house.record("round", "T1")["opened"], "2026-02-05", "nothing was changed");
    assert_eq!(write(&[("o:opened", "05/02/2026"), ("f:opened", "03/2026")]), 303);
    assert_eq!(house.record("round", "T1")["opened"], "2026-03");
}

#[test]
fn what_is_ticked_of_a_list_stands_in_its_line() {
    let Some(browser) = Browser::open(1280, 900) else { return };
    let (house, cookie) = House::with_study();
    browser.settle(&house, &cookie, "es");
    browser.go(&house.url(&format!("/s/{STUDY}/record/round/T1")));
    let line = "document.querySelector('#f-families summary .plain').textContent";
    browser.until(&format!("!{line}.includes('posición de los actores')"));
    let tick = "document.querySelector('input[name=\"m:families\"][value=position]').click()";
    browser.run(tick);
    browser.until(&format!("{line}.includes('posición de los actores')"));
    browser.run(tick);
    browser.until(&format!("!{line}.includes('posición de los actores')"));
}
