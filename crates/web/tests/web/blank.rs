//! A study that begins: what has not been asked is not said.

use crate::support::{House, STUDY, hidden};

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
