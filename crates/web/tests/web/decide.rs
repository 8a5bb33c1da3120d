//! Deciding from the page: the rule proposes, people decide, and what changed since is told.

use crate::{
    browser::{Browser, ENTER, TAB},
    support::{Answer, House, STUDY, hidden},
};

fn page(house: &House, cookie: &str, path: &str) -> String {
    let answer = house.get(&format!("/s/{STUDY}{path}")).cookie(&format!("{cookie}; lang=es")).send();
    assert_eq!(answer.status, 200, "{path}");
    answer.text()
}

/// Sends a decision as its page does, with what is in `fields` over what the page says.
fn decide(house: &House, cookie: &str, what: &str, read_from: &str, fields: &[(&str, &str)]) -> Answer {
    let (read, basis) = (hidden(read_from, "read"), hidden(read_from, "basis"));
    let mut all = vec![("read", read.as_str()), ("basis", basis.as_str())];
    all.extend(fields);
    house.post(&format!("/s/{STUDY}/decide/{what}")).cookie(&format!("{cookie}; lang=es")).form(&all).send()
}

/// Fills cells of the matrix of an expert.
fn influences(house: &House, cookie: &str, cells: &[(&str, &str)]) {
    let read = house.store(async |store| {
        let access = store.authorise(STUDY, "analyst").await.unwrap();
        store.seq(&access).await.unwrap()
    });
    let cell = |(id, value): &(&str, &str)| {
        format!(r#"{{"id":"T1/influence/{id}/E1","value":"{value}","read":{read}}}"#)
    };
    let body = format!(r#"{{"cells":[{}]}}"#, cells.iter().map(cell).collect::<Vec<_>>().join(","));
    let said =
        house.post(&format!("/s/{STUDY}/answers")).cookie(cookie).body("application/json", body).send();
    assert_eq!(said.status, 200, "{}", said.text());
}

const WHY: [(&str, &str); 4] = [
    ("f:reason.es", "Mueven el sistema y el comité las alcanza."),
    ("f:by.es", "Comité del agua"),
    ("f:role", "decision-maker"),
    ("f:date", "2025-10-03"),
];

#[test]
fn the_rule_only_proposes_and_a_decision_says_who_why_and_when() {
    let (house, cookie) = House::with_study();
    let before = page(&house, &cookie, "/structure");
    assert!(
        before.contains("La regla propone:") && before.contains("Nadie lo ha decidido todavía"),
        "proposal"
    );
    assert_eq!(
        house.record("decision", "decide-key-variables"),
        serde_json::Value::Null,
        "nothing is decided by itself"
    );

    // Without a reason, a person or a day nothing is saved, and what was written stays.
    let refused = decide(&house, &cookie, "key-variables", &before, &[("chosen", "V1"), ("f:date", "ayer")]);
    assert_eq!(refused.status, 422);
    let told = refused.text();
    for sentence in ["Falta la razón", "Falta quién decidió", "Falta la fecha"] {
        assert!(told.contains(sentence), "{sentence}");
    }
    assert!(told.contains("value=\"V1\" checked"), "what was chosen stays");
    assert_eq!(house.record("decision", "decide-key-variables"), serde_json::Value::Null);

    let mut fields = vec![("chosen", "V1"), ("chosen", "V4"), ("alternatives", "V2"), ("chosen", "V99")];
    fields.extend(WHY);
    let saved = decide(&house, &cookie, "key-variables", &before, &fields);
    assert_eq!(
        (saved.status, saved.header("location")),
        (303, format!("/s/{STUDY}/structure#decide-key-variables").as_str())
    );
    let kept = house.record("decision", "decide-key-variables");
    assert_eq!(kept["about"], "key-variables");
    assert_eq!(kept["chosen"], serde_json::json!(["V1", "V4"]), "only what is there");
    assert_eq!(kept["alternatives"], serde_json::json!(["V2"]));
    assert_eq!(kept["basis"], hidden(&before, "basis"));
    assert!(kept["proposed"].as_array().is_some_and(|all| !all.is_empty()), "{kept}");
    assert_eq!(kept["by.es"], "Comité del agua");

    // Two who decide at once: boxes that one did not touch say nothing against what the other ticked.
    let read = page(&house, &cookie, "/structure");
    let form = read.split("/decide/key-variables\"").nth(1).unwrap();
    assert!(form.contains("name=\"o:chosen\" value=\"V1 V4\""), "{form}");
    let bases = [
        ("o:chosen", "V1 V4"),
        ("o:alternatives", "V2"),
        ("o:by.es", "Comité del agua"),
        ("o:reason.es", ""),
    ];
    let sent = |chosen: &[&'static str], more: &[(&'static str, &'static str)]| {
        let mut all: Vec<(&str, &str)> = chosen.iter().map(|id| ("chosen", *id)).collect();
        all.push(("alternatives", "V2"));
        all.extend(bases);
        all.extend(WHY.iter().filter(|(name, _)| more.iter().all(|(own, _)| own != name)));
        all.extend(more);
        decide(&house, &cookie, "key-variables", &read, &all)
    };
    assert_eq!(sent(&["V1", "V4", "V6"], &[]).status, 303);
    let late = sent(&["V1", "V4"], &[("f:by.es", "La asamblea")]);
    assert_eq!(late.status, 303, "{}", late.text());
    let kept = house.record("decision", "decide-key-variables");
    assert_eq!(
        (&kept["chosen"], &kept["by.es"]),
        (&serde_json::json!(["V1", "V4", "V6"]), &"La asamblea".into())
    );
    // Who ticked something else is shown both.
    let late = sent(&["V1", "V8"], &[]);
    assert!(late.status == 409 && late.text().contains("class=\"clash\""), "{}", late.status);
    let back = [
        ("o:chosen", "V1 V4 V6"),
        ("chosen", "V1"),
        ("chosen", "V4"),
        ("alternatives", "V2"),
        ("o:alternatives", "V2"),
    ];
    let now = page(&house, &cookie, "/structure");
    assert_eq!(decide(&house, &cookie, "key-variables", &now, &[&back[..], &WHY[..]].concat()).status, 303);

    let after = page(&house, &cookie, "/structure");
    assert!(after.contains("por Comité del agua"), "who");
    assert!(after.contains("Mueven el sistema"), "why");
    assert!(!after.contains("Se apoya en resultados que cambiaron"), "not stale");
    // The decision is what stands on the page of the study's own record too.
    assert!(page(&house, &cookie, "/record/variable/V1").contains("Variables estratégicas"));
}

#[test]
fn a_decision_whose_findings_changed_says_what_changed_and_is_confirmed_anew_by_somebody() {
    let (house, cookie) = House::with_study();
    let before = page(&house, &cookie, "/structure");
    let mut fields = vec![("chosen", "V1"), ("chosen", "V4")];
    fields.extend(WHY);
    assert_eq!(decide(&house, &cookie, "key-variables", &before, &fields).status, 303);
    let decided = page(&house, &cookie, "/structure");

    influences(&house, &cookie, &[("V8/V1", "3"), ("V8/V2", "3"), ("V8/V3", "3")]);
    let stale = page(&house, &cookie, "/structure");
    assert!(stale.contains("Se apoya en resultados que cambiaron"), "stale");
    assert!(stale.contains("3 respuestas de influencia directa"), "what changed is told");
    assert!(page(&house, &cookie, "").contains("1 decisión se apoya en resultados que cambiaron"));
    assert_eq!(
        house.record("decision", "decide-key-variables")["chosen"],
        serde_json::json!(["V1", "V4"]),
        "it stands"
    );

    // Whoever had the old findings before them is shown the new ones, and nothing is saved.
    let late = decide(&house, &cookie, "key-variables", &decided, &fields);
    assert_eq!(late.status, 409);
    assert!(late.text().contains("Los resultados cambiaron mientras usted decidía"));
    assert!(page(&house, &cookie, "/structure").contains("Se apoya en resultados que cambiaron"));

    assert_eq!(decide(&house, &cookie, "key-variables", &stale, &fields).status, 303);
    assert!(
        !page(&house, &cookie, "/structure").contains("Se apoya en resultados que cambiaron"),
        "confirmed"
    );
}

#[test]
fn what_came_with_a_decision_is_no_later_change() {
    let (house, cookie) = House::with_whole();
    let seq = page(&house, &cookie, "/structure");
    let seq = seq.split("data-seq=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let read = house.record("answer", "MAT1/influence/V17/V07/E01");
    let other = if read["value"] == "3" { "0" } else { "3" };
    let cells =
        format!(r#"{{"cells":[{{"id":"MAT1/influence/V17/V07/E01","value":"{other}","read":{seq}}}]}}"#);
    let path = format!("/s/{STUDY}/answers");
    assert_eq!(house.post(&path).cookie(&cookie).body("application/json", cells).send().status, 200);
    let stale = page(&house, &cookie, "/choose");
    let told: Vec<&str> = stale
        .split("<ul class=\"changed\">")
        .skip(1)
        .flat_map(|list| list.split("</ul>").next().unwrap().split("<li>").skip(1))
        .map(|line| line.split("</li>").next().unwrap())
        .collect();
    assert!(
        !told.is_empty()
            && told.iter().all(|line| *line == "Cambió desde entonces: 1 respuesta de influencia directa."),
        "{told:?}"
    );
}

#[test]
fn two_who_decide_the_same_do_not_overwrite_each_other() {
    let (house, cookie) = House::with_study();
    let before = page(&house, &cookie, "/choose");
    let bet = |scenario: &'static str| {
        let mut fields = vec![("chosen", scenario)];
        fields.extend(WHY);
        fields
    };
    assert_eq!(decide(&house, &cookie, "bet", &before, &bet("S1")).status, 303);
    let late = decide(&house, &cookie, "bet", &before, &bet("S3"));
    assert_eq!(late.status, 409);
    let told = late.text();
    assert!(told.contains("Otra persona guardó lo mismo") && told.contains("S3"), "{told}");
    assert_eq!(house.record("decision", "decide-bet")["chosen"], serde_json::json!(["S1"]));
    // The bet is one, and the axes are two.
    let none = decide(&house, &cookie, "bet", &told, &WHY);
    assert_eq!(none.status, 422);
    let axes = page(&house, &cookie, "/explore");
    let mut one = vec![("chosen", "V1")];
    one.extend(WHY);
    assert_eq!(decide(&house, &cookie, "axes", &axes, &one).status, 422);
    one.push(("chosen", "V4"));
    assert_eq!(decide(&house, &cookie, "axes", &axes, &one).status, 303);
}

#[test]
fn a_stage_is_validated_by_somebody_and_what_changes_afterwards_is_told() {
    let (house, cookie) = House::with_study();
    let form = page(&house, &cookie, "/decide/gate-structure");
    let mut fields =
        vec![("f:state", "validated"), ("f:quorum.es", "Siete de siete"), ("f:objections.es", "Ninguna")];
    fields.extend(WHY);
    let saved = decide(&house, &cookie, "gate-structure", &form, &fields);
    assert_eq!(saved.status, 303, "{}", saved.text());
    let kept = house.record("decision", "gate-structure");
    assert_eq!([&kept["about"], &kept["stage"], &kept["state"]], ["gate", "structure", "validated"]);
    assert_eq!(kept["quorum.es"], "Siete de siete");
    assert!(page(&house, &cookie, "").contains("Validada el 3 de octubre de 2025 (Comité del agua)"));
    assert!(page(&house, &cookie, "/structure").contains("<b>Validada</b>"));

    // What was changed and says again what it said did not change.
    let stood = house.record("answer", "T1/influence/V8/V2/E1")["value"].as_str().unwrap().to_owned();
    for value in [if stood == "3" { "2" } else { "3" }, &stood] {
        influences(&house, &cookie, &[("V8/V2", value)]);
    }
    influences(&house, &cookie, &[("V8/V1", "3")]);
    assert!(page(&house, &cookie, "/structure").contains("Se apoya en resultados que cambiaron"));
    let told = page(&house, &cookie, "/structure");
    assert!(
        told.contains("Cambió desde entonces: 1 respuesta de influencia"),
        "{}",
        told.split("Se apoya en").nth(1).unwrap().chars().take(1500).collect::<String>()
    );
    assert!(!page(&house, &cookie, "/frame").contains("Se apoya en resultados que cambiaron"));

    // Whoever only reads sees how it stands, and no form.
    let reader = house.reader("lectora");
    let seen = page(&house, &reader, "/structure");
    assert!(seen.contains("<b>Validada</b>") && !seen.contains("action=\"/s/agua/decide/"));
}

#[test]
fn what_is_found_of_a_record_stands_beside_its_form() {
    let (house, cookie) = House::with_study();
    let variable = page(&house, &cookie, "/record/variable/V1");
    // Its own point is the one that is ringed.
    assert!(variable.contains("id=\"beside-title\""), "the plane");
    let ringed = |page: &str| {
        let ring = page
            .split("<circle")
            .find(|rest| rest.split("/>").next().is_some_and(|own| own.contains("2.5\"")));
        ring.map(|rest| rest.split("/>").next().unwrap().to_owned())
    };
    let (one, other) = (ringed(&variable), ringed(&page(&house, &cookie, "/record/variable/V2")));
    assert!(one.is_some() && other.is_some() && one != other, "{one:?} {other:?}");
    for text in
        ["<aside class=\"beside\"", "Zona del plano", "puesto ", "Influencia", "/s/agua/structure#found"]
    {
        assert!(variable.contains(text), "{text}");
    }
    let scenario = page(&house, &cookie, "/record/scenario/S1");
    assert!(scenario.contains("Veredicto") && scenario.contains("/s/agua/explore#found"));
    // Where nothing is found of a record, nothing stands beside it.
    assert!(!page(&house, &cookie, "/record/round/T1").contains("<aside"));
}

#[test]
fn one_decides_with_a_keyboard_and_what_was_not_saved_is_kept() {
    let Some(browser) = Browser::open(1280, 900) else { return };
    let (house, cookie) = House::with_study();
    browser.settle(&house, &cookie, "es");
    let open = || {
        browser.go(&house.url(&format!("/s/{STUDY}/structure")));
        browser.until("document.querySelector('#decide-key-variables form')");
    };
    open();
    browser.tab_to("#decide-key-variables summary");
    browser.key(ENTER);
    browser.tab_to("#decide-key-variables input[name=chosen][value=V8]");
    browser.key(' ');
    browser.tab_to("#decide-key-variables [name='f:reason.es']");
    browser.write("Se decidió en sala");
    browser.go("about:blank");
    open();
    assert!(browser.text("#toast").contains("Se recuperó un borrador"));
    let reason = "return document.querySelector(\"#decide-key-variables [name='f:reason.es']\").value";
    assert_eq!(browser.run(reason), "Se decidió en sala");
    let ticked =
        "return document.querySelector('#decide-key-variables input[name=chosen][value=V8]').checked";
    assert_eq!(browser.run(ticked), true, "what was ticked is kept too");
    browser.tab_to("#decide-key-variables [name='f:reason.es']");
    browser.key(TAB);
    browser.key(TAB);
    browser.write("Comité");
    browser.tab_to("#decide-key-variables .decide button");
    browser.key(ENTER);
    browser.until("document.querySelector('#decide-key-variables').textContent.includes('por Comité')");
    let kept = house.record("decision", "decide-key-variables");
    assert_eq!(kept["reason.es"], "Se decidió en sala");
    assert!(kept["chosen"].as_array().is_some_and(|all| all.contains(&"V8".into())), "{kept}");
}
