//! What programs do with a token: a study from nothing to its findings, and what they are refused.

use serde_json::{Value, json};

use crate::support::{Answer, Ask, House, STUDY, TEMPLATE};

/// A house, and a token of the analyst's.
fn house() -> (House, String) {
    let house = House::new();
    let cookie = house.sign_in();
    let made = house.post("/me/tokens").cookie(&cookie).form(&[("name", "R")]).send().text();
    let token = made.split("<code class=\"secret\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
    (house, format!("Bearer {token}"))
}

fn asked(ask: Ask, token: &str) -> Answer {
    ask.with("authorization", token).with("accept-language", "en").send()
}

fn read(house: &House, token: &str, path: &str) -> Value {
    let answer = asked(house.get(&format!("/api/v1{path}")), token);
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    serde_json::from_str(&answer.text()).unwrap()
}

fn send(house: &House, token: &str, path: &str, body: &Value) -> (u16, Value) {
    // As a program does: it says nothing of the site that it comes from.
    let ask = house.post(&format!("/api/v1{path}")).with("sec-fetch-site", "cross-site");
    let answer = asked(ask.body("application/json", body.to_string()), token);
    let told = answer.text();
    (answer.status, serde_json::from_str(&told).unwrap_or_else(|_| panic!("{path}: {told}")))
}

#[test]
fn a_program_makes_a_study_writes_reads_and_takes_its_findings() {
    let (house, token) = house();
    assert_eq!(read(&house, &token, "/me")["id"], "analyst");
    let (status, made) =
        send(&house, &token, "/studies", &json!({ "title": "Agua", "lang": "es", "template": TEMPLATE }));
    assert_eq!((status, &made["id"], &made["errors"]), (201, &json!(STUDY), &json!(0)));
    assert_eq!(read(&house, &token, "/studies")[0]["role"], "organiser");
    let seq = made["seq"].as_i64().unwrap();

    let at = format!("/studies/{STUDY}");
    let before = read(&house, &token, &format!("{at}/records/variable"));
    let change = json!({ "changes": [
        { "kind": "variable", "id": "V1", "read": seq, "set": { "name.es": "Lluvia", "name.en": null } },
        { "kind": "variable", "id": "V99", "read": 0, "set": { "name.es": "Nueva" } },
        { "kind": "answer", "id": "T1/influence/V1/V2/E1", "read": seq, "set": { "value": "3" } },
    ] });
    let (status, saved) = send(&house, &token, &format!("{at}/changes"), &change);
    assert_eq!((status, saved["seq"].as_i64()), (200, Some(seq + 3)));
    let after = read(&house, &token, &format!("{at}/records/variable"));
    assert_eq!(after.as_array().unwrap().len(), before.as_array().unwrap().len() + 1);
    let one = read(&house, &token, &format!("{at}/records/variable/V1"));
    assert_eq!((&one["fields"]["name.es"], &one["fields"]["name.en"]), (&json!("Lluvia"), &Value::Null));
    assert_eq!(read(&house, &token, &format!("{at}/changes?since={seq}")).as_array().unwrap().len(), 3);
    assert_eq!(read(&house, &token, &format!("{at}/history/variable/V1")).as_array().unwrap().len(), 2);

    let point = read(&house, &token, &format!("{at}/findings?resampled=false"));
    let full = read(&house, &token, &format!("{at}/findings"));
    assert!(point["structure"].is_object() && full["structure"].is_object());
    assert!(full["trace"].as_object().unwrap().len() > 3);
    let parts = read(&house, &token, &format!("{at}/parts"));
    let plane = parts.as_array().unwrap().iter().find(|own| own["id"] == "figure-influence-plane").unwrap();
    assert_eq!(plane["trace"], "structure.micmac");
    let svg = asked(house.get(&format!("/api/v1{at}/parts/figure-influence-plane/en/svg")), &token);
    assert!(svg.text().starts_with("<svg"));
    assert!(
        asked(house.get(&format!("/api/v1{at}/report/decisor/en/pdf")), &token).body.starts_with(b"%PDF")
    );

    let whole = asked(house.get(&format!("/api/v1{at}/whole/zip")), &token).body;
    let opened = asked(house.post("/api/v1/open").file("agua.zip", &whole), &token);
    assert_eq!(opened.status, 201, "{}", opened.text());

    let (status, back) =
        send(&house, &token, &format!("{at}/undo"), &json!({ "first": seq + 1, "last": seq + 3 }));
    assert_eq!(status, 200, "{back}");
    assert_eq!(read(&house, &token, &format!("{at}/records/variable")), before);
    let (status, _) = send(
        &house,
        &token,
        &format!("{at}/restore"),
        &json!({ "kind": "variable", "id": "V1", "seq": seq + 1 }),
    );
    assert_eq!(status, 200);
    assert_eq!(read(&house, &token, &format!("{at}/records/variable/V1"))["fields"]["name.es"], "Lluvia");
    let (status, link) = send(&house, &token, &format!("{at}/invitations"), &json!({ "role": "reader" }));
    assert!(status == 201 && link["link"].as_str().unwrap().contains("/join/"), "{link}");
    assert_eq!(read(&house, &token, &format!("{at}/people"))[0]["name"], "Analista");
}

#[test]
fn a_program_is_told_in_json_why_it_is_refused_and_what_clashes() {
    let (house, token) = house();
    let (_, made) = send(&house, &token, "/studies", &json!({ "title": "Agua", "template": TEMPLATE }));
    let seq = made["seq"].as_i64().unwrap();
    let at = format!("/studies/{STUDY}");
    let set = |text: &str, read: i64| json!({ "changes": [{ "kind": "variable", "id": "V1", "read": read, "set": { "name.es": text } }] });
    assert_eq!(send(&house, &token, &format!("{at}/changes"), &set("Uno", seq)).0, 200);
    let (status, refused) = send(&house, &token, &format!("{at}/changes"), &set("Dos", seq));
    assert_eq!((status, &refused["conflicts"][0]["clash"]["theirs"]), (409, &json!("Uno")));
    assert_eq!(refused["conflicts"][0]["clash"]["field"], "name.es");
    for (body, status) in [
        (json!({ "changes": [{ "kind": "variable", "id": "V1", "read": 0, "sets": {} }] }), 422),
        (
            json!({ "changes": [{ "kind": "variable", "id": "V1", "read": 9, "set": { "a": "b" }, "delete": true }] }),
            422,
        ),
        (json!({ "changes": [{ "kind": "no such kind", "id": "V1", "read": 0, "set": { "a": "b" } }] }), 422),
        (json!({ "changes": [{ "kind": "variable", "id": "../x", "read": 0, "set": { "a": "b" } }] }), 422),
        (json!([]), 422),
    ] {
        let (told, refused) = send(&house, &token, &format!("{at}/changes"), &body);
        assert_eq!((told, &refused["status"]), (status, &json!(status)), "{body}: {refused}");
        assert!(refused["error"].as_str().unwrap().len() > 10);
    }
    assert_eq!(read(&house, &token, &format!("{at}/records/variable/V1"))["fields"]["name.es"], "Uno");
    assert_eq!(send(&house, &token, "/studies", &json!({ "title": " " })).0, 422);
    assert_eq!(send(&house, &token, "/studies", &json!({ "title": "x", "template": "none" })).0, 404);
    for path in ["/nothing", "/studies/nowhere", "/studies/agua/records/variable/V77"] {
        let answer = asked(house.get(&format!("/api/v1{path}")), &token);
        assert!(answer.status == 404 && answer.header("content-type") == "application/json", "{path}");
    }
    let nobody = house.get("/api/v1/studies").with("accept", "text/html").send();
    assert!(nobody.status == 401 && nobody.text().starts_with('{'), "{}", nobody.text());
    // A browser's session does not write from another site, whatever the address.
    let cookie = house.post(&format!("/api/v1{at}/undo")).with("sec-fetch-site", "cross-site");
    let cookie = cookie.cookie("atalaya=0000").body("application/json", "{}").send();
    assert_eq!(cookie.status, 403);
}

/// What programs rely on: a change of it is seen. After one that was meant, `UPDATE_GENERATED=1` writes it down.
#[test]
fn the_description_of_the_api_is_the_one_in_the_documentation() {
    for lang in atalaya_model::Lang::ALL {
        let words = atalaya_words::Words::new(lang);
        let text = format!("{:#}\n", atalaya_web::openapi(&words));
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/schema/openapi");
        let file = format!("{file}.{}.json", lang.code());
        if std::env::var_os("UPDATE_GENERATED").is_some() {
            std::fs::write(&file, &text).unwrap();
        }
        assert!(std::fs::read_to_string(&file).unwrap_or_default() == text, "{file} is another");
    }
}
