//! How people come in: by a password, by an invitation, with a token; and who is kept out.

use atalaya_store::Role;

use crate::support::{Answer, House, STUDY};

const PASSWORD: &str = "el burro come piedras";

fn cookie(answer: &Answer) -> String {
    answer.header("set-cookie").split(';').next().unwrap().to_owned()
}

/// An invitation's path, made by the page that makes one.
fn invited(house: &House, cookie: &str, role: &str) -> String {
    let made = house.post(&format!("/s/{STUDY}/people")).cookie(cookie).form(&[("role", role)]).send();
    assert_eq!(made.status, 200);
    let text = made.text();
    let link = text.split("id=\"invitation\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
    link[link.find("/join/").unwrap()..].to_owned()
}

/// Somebody new, who joins by an invitation: the cookie.
fn joined(house: &House, path: &str, name: &str) -> String {
    let email = format!("{name}@example.org");
    let form = [("name", name), ("email", &email), ("password", PASSWORD)];
    let answer = house.post(path).form(&form).send();
    assert_eq!((answer.status, answer.header("location")), (303, format!("/s/{STUDY}").as_str()));
    cookie(&answer)
}

fn enter(house: &House, email: &str, password: &str) -> Answer {
    house
        .post("/sign-in")
        .with("accept-language", "en")
        .form(&[("email", email), ("password", password)])
        .send()
}

#[test]
fn whoever_is_invited_makes_an_account_joins_and_comes_back_with_a_password() {
    let (house, analyst) = House::with_study();
    let path = invited(&house, &analyst, "reader");
    let page = house.get(&path).with("accept-language", "en").send();
    assert!(page.status == 200 && page.text().contains("invites you"), "{}", page.text());
    for (field, wrong) in [("password", "1234567890"), ("password", "ana"), ("email", "ana"), ("name", " ")] {
        let mut form = [("name", "ana"), ("email", "ana@example.org"), ("password", PASSWORD)];
        form.iter_mut().filter(|(name, _)| *name == field).for_each(|(_, value)| *value = wrong);
        let refused = house.post(&path).form(&form).send();
        assert_eq!(refused.status, 422, "{field} {wrong}");
        // What they wrote stays before them, but for the password.
        let page = refused.text();
        assert!(page.contains("role=\"alert\"") && !page.contains(PASSWORD), "{page}");
        assert!(field != "password" || page.contains("value=\"ana@example.org\""), "{page}");
    }
    let ana = joined(&house, &path, "ana");
    assert_eq!(house.get(&format!("/s/{STUDY}")).cookie(&ana).send().status, 200);
    let add = |cookie: &str| {
        house.post(&format!("/s/{STUDY}/list/variable")).cookie(cookie).form(&[("id", "V77")]).send().status
    };
    assert_eq!(add(&ana), 403, "a reader writes nothing");
    assert_eq!(house.get(&path).send().status, 422, "an invitation is used once");

    let entered = enter(&house, " Ana@Example.org ", PASSWORD);
    assert_eq!((entered.status, entered.header("location")), (303, "/"));
    let ana = cookie(&entered);
    let id = house.store(async |store| store.person_by_email("ana@example.org").await.unwrap().id);
    let role = [("person", id.as_str()), ("role", "organiser")];
    assert_eq!(
        house.post(&format!("/s/{STUDY}/people/role")).cookie(&analyst).form(&role).send().status,
        303
    );
    assert_eq!(add(&ana), 303, "an organiser writes");
    let remove = [("person", id.as_str())];
    let removed = house.post(&format!("/s/{STUDY}/people/remove")).cookie(&analyst).form(&remove).send();
    assert_eq!(removed.status, 303);
    let told = house.get(removed.header("location")).cookie(&format!("{analyst}; lang=en")).send().text();
    assert!(told.contains("ana is no longer in the study"), "{told}");
    assert_eq!(house.get(&format!("/s/{STUDY}")).cookie(&ana).send().status, 404, "and was taken out");
}

#[test]
fn an_invitation_taken_back_brings_nobody_and_the_last_organiser_stays() {
    let (house, analyst) = House::with_study();
    let path = invited(&house, &analyst, "organiser");
    let hash = house.store(async |store| {
        let access = store.authorise(STUDY, "analyst").await.unwrap();
        store.invitations(access.organiser().unwrap()).await.unwrap()[0].hash.clone()
    });
    let taken = house.post(&format!("/s/{STUDY}/people/uninvite")).cookie(&analyst).form(&[("hash", &hash)]);
    assert_eq!(taken.send().status, 303);
    let form = [("name", "eva"), ("email", "eva@example.org"), ("password", PASSWORD)];
    assert_eq!(house.post(&path).form(&form).send().status, 422);
    for (page, form) in [
        ("remove", [("person", "analyst"), ("x", "")]),
        ("role", [("person", "analyst"), ("role", "reader")]),
    ] {
        let answer = house.post(&format!("/s/{STUDY}/people/{page}")).cookie(&analyst).form(&form);
        let answer = answer.with("accept-language", "en").send();
        assert!(answer.status == 422 && answer.sentence().contains("needs an organiser"), "{page}");
    }
    let nobody = [("person", "stranger"), ("role", "reader")];
    assert_eq!(
        house.post(&format!("/s/{STUDY}/people/role")).cookie(&analyst).form(&nobody).send().status,
        404
    );
}

#[test]
fn whoever_tries_passwords_learns_nothing_and_is_slowed() {
    let (house, analyst) = House::with_study();
    joined(&house, &invited(&house, &analyst, "reader"), "ana");
    let (wrong, nobody) =
        (enter(&house, "ana@example.org", "no"), enter(&house, "eva@example.org", PASSWORD));
    assert_eq!((wrong.status, nobody.status), (422, 422));
    assert_eq!(wrong.sentence(), nobody.sentence());
    assert_eq!(enter(&house, "rubbish", PASSWORD).sentence(), wrong.sentence());
    let answers: Vec<_> = (0..5).map(|_| enter(&house, "ana@example.org", "no")).collect();
    let last = &answers[4];
    assert_eq!((last.status, last.header("retry-after")), (429, "30"));
    assert_eq!(enter(&house, "ana@example.org", PASSWORD).status, 429, "also with the right one");
    assert_eq!(enter(&house, "eva@example.org", "no").status, 422, "others are not kept out");
}

#[test]
fn where_a_request_comes_from_is_believed_of_a_trusted_proxy_alone() {
    let status = |house: &House, from: &str| {
        let form = [("email", "ana@example.org"), ("password", "no")];
        house.post("/sign-in").with("x-forwarded-for", from).form(&form).send().status
    };
    let mut house = House::new();
    let all: Vec<u16> = (1..=6).map(|n| status(&house, &format!("198.51.100.{n}"))).collect();
    assert_eq!(all, [422, 422, 422, 422, 422, 429], "one machine, whatever it claims");
    house.stop();
    house.trusted = vec!["127.0.0.1".parse().unwrap()];
    house.start();
    let all: Vec<u16> = (1..=6).map(|n| status(&house, &format!("198.51.100.{n}"))).collect();
    assert_eq!(all, [422; 6], "six machines");
}

#[test]
fn a_new_password_ends_every_other_session() {
    let (house, analyst) = House::with_study();
    let ana = joined(&house, &invited(&house, &analyst, "reader"), "ana");
    let other = cookie(&enter(&house, "ana@example.org", PASSWORD));
    let change = |old: &str, new: &str| {
        house.post("/me/password").cookie(&ana).form(&[("old", old), ("password", new)]).send()
    };
    assert_eq!(change("no", "tres tristes tigres tragaban").status, 422);
    assert_eq!(change(PASSWORD, "password1234").status, 422);
    let changed = change(PASSWORD, "tres tristes tigres tragaban");
    assert_eq!(changed.status, 303);
    for ended in [&ana, &other] {
        assert_eq!(house.get("/").cookie(ended).send().status, 401);
    }
    assert_eq!(house.get("/").cookie(&cookie(&changed)).send().status, 200);
}

#[test]
fn a_token_is_shown_once_speaks_for_its_owner_and_can_be_taken_back() {
    let (house, analyst) = House::with_study();
    let made = house.post("/me/tokens").cookie(&analyst).form(&[("name", "R")]).send().text();
    let token = made.split("<code class=\"secret\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
    assert!(
        token.starts_with("atalaya_") && !house.get("/me").cookie(&analyst).send().text().contains(token)
    );
    let ask = |token: &str| {
        house.get(&format!("/s/{STUDY}")).with("authorization", &format!("Bearer {token}")).send().status
    };
    assert_eq!((ask(token), ask("atalaya_0000")), (200, 401));
    let hash = house.store(async |store| store.api_tokens("analyst").await.unwrap()[0].hash.clone());
    assert_eq!(house.post("/me/tokens/revoke").cookie(&analyst).form(&[("hash", &hash)]).send().status, 303);
    assert_eq!(ask(token), 401);
}

#[test]
fn a_server_for_others_speaks_under_its_public_name_and_prints_no_key_once_there_are_passwords() {
    let (mut house, _) = House::with_study();
    house.stop();
    house.public = Some("https://foro.example".to_owned());
    house.start();
    assert!(house.link.starts_with("https://foro.example/in/"), "{}", house.link);
    let path = house.link["https://foro.example".len()..].to_owned();
    let answer = house.get(&path).with("host", "foro.example").send();
    let kept = answer.header("set-cookie");
    assert!(
        kept.starts_with("__Host-atalaya=") && kept.contains("; Secure") && kept.contains("HttpOnly"),
        "{kept}"
    );
    assert_eq!(answer.header("strict-transport-security"), "max-age=31536000");
    let analyst = cookie(&answer);
    let under = |host: &str| house.get("/").with("host", host).cookie(&analyst).send().status;
    assert_eq!((under("foro.example"), under("evil.example"), under("foro.example:8720")), (200, 403, 403));
    let post = |origin: &str| {
        let post = house.post("/me").with("host", "foro.example").with("sec-fetch-site", "");
        post.with("sec-fetch-site", "cross-site").with("origin", origin).cookie(&analyst).send().status
    };
    assert_eq!(
        (post("https://evil.example"), post("https://foro.example")),
        (403, 403),
        "the site counts first"
    );
    let set = house.post("/me/password").with("host", "foro.example").cookie(&analyst);
    assert_eq!(set.form(&[("password", PASSWORD)]).send().status, 303);
    house.stop();
    house.start();
    assert_eq!(house.link, "", "a log has no key to everything");
    let made = house.runtime(atalaya_web::link(
        &house.database(),
        Some("analyst@localhost"),
        "https://foro.example/",
    ));
    let path = made.unwrap()["https://foro.example".len()..].to_owned();
    assert_eq!(house.get(&path).with("host", "foro.example").send().status, 303, "one is made beside it");
}

#[test]
fn numbers_of_the_server_are_for_its_own_machine_and_name_nobody() {
    let (mut house, analyst) = House::with_study();
    house.get(&format!("/s/{STUDY}/structure")).cookie(&analyst).send();
    let told = house.get("/metrics").send();
    assert_eq!(told.status, 200);
    let route =
        "atalaya_requests_seconds_count{method=\"GET\",route=\"/s/{study}/{stage}\",status=\"200\"} 1";
    assert!(told.text().contains(route), "{}", told.text());
    assert!(!told.text().contains(STUDY) && !told.text().contains("127.0.0.1"));
    assert_eq!(house.get("/metrics").with("x-forwarded-for", "198.51.100.1").send().status, 404);
    house.stop();
    house.public = Some("https://foro.example".to_owned());
    house.start();
    assert_eq!(house.get("/metrics").with("host", "foro.example").send().status, 404);
}

#[test]
fn who_may_read_sees_the_people_and_no_way_to_change_them() {
    let (house, _) = House::with_study();
    let reader = house.reader("reader");
    let page = house.get(&format!("/s/{STUDY}/people")).cookie(&reader).send();
    assert!(
        page.status == 200 && page.text().contains("Analista") && !page.text().contains("/people/remove")
    );
    for form in ["/record/variable/V1", "/board/foda"] {
        let page =
            house.get(&format!("/s/{STUDY}{form}")).cookie(&format!("{reader}; lang=en")).send().text();
        assert!(page.contains("You read this study") && page.contains("<fieldset disabled"), "{page}");
    }
    assert_eq!(Role::parse("owner"), None);
}

/// What two people do in a study, and the study as it leaves.
fn lived(house: House) -> Vec<u8> {
    let (mut house, analyst) = house.furnished();
    let eva = joined(&house, &invited(&house, &analyst, "organiser"), "eva");
    let seq = |answer: Answer| {
        let text = answer.text();
        assert_eq!(answer.status, 200, "{text}");
        serde_json::from_str::<serde_json::Value>(&text).unwrap()["seq"].as_i64().unwrap()
    };
    let now = || {
        let page = house.get(&format!("/s/{STUDY}/frame")).cookie(&analyst).send().text();
        page.split("data-seq=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned()
    };
    let begun = now();
    let write = |cookie: &str, read: &str, field: &str, text: &str| {
        let path = format!("/s/{STUDY}/record/variable/V1");
        let form = [("read", read), (field, text)];
        house.post(&path).cookie(cookie).with("accept", "application/json").form(&form).send()
    };
    let first = seq(write(&analyst, &begun, "f:name.es", "Lluvia «á»"));
    seq(write(&eva, &begun, "f:definition.es", "Cuánta cae"));
    assert_eq!(write(&eva, &begun, "f:name.es", "Otra cosa").status, 409, "both wrote the name");
    seq(write(&analyst, &now(), "f:name.es", "Agua"));
    let back = house.post(&format!("/s/{STUDY}/restore/variable/V1")).cookie(&eva);
    assert_eq!(back.form(&[("seq", &first.to_string())]).send().status, 303);
    let read = now();
    let cells = format!(r#"{{"cells":[{{"id":"T1/influence/V1/V2/E1","value":"p","read":{read}}}]}}"#);
    let answers = house.post(&format!("/s/{STUDY}/answers")).cookie(&eva).body("application/json", cells);
    seq(answers.send());
    house.stop();
    house.start();
    let page = house.get(&format!("/s/{STUDY}/history")).cookie(&eva).send().text();
    assert!(page.contains("eva") && page.contains("Analista"));
    house.get(&format!("/s/{STUDY}/whole/zip")).cookie(&eva).send().body
}

#[test]
fn two_people_do_the_same_in_a_study_on_either_engine() {
    let Some(server) = crate::postgres::server() else { return };
    assert!(lived(House::new()) == lived(House::over(Some(server.fresh()))), "the studies differ");
}
