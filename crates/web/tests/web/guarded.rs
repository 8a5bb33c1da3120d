//! Who may ask what, and from where. Every route is asked, so that a new one cannot be forgotten.

use atalaya_web::ROUTES;

use crate::support::{Ask, House, STUDY};

/// What anybody may ask, and why.
const OPEN: [&str; 12] = [
    "/in/{link}",     // it is how one comes in
    "/out",           // takes away a cookie that is not there
    "/language",      // before one comes in too
    "/design",        // shows no study
    "/assets/{name}", // styles
    "/assets/{release}/{name}",
    "/favicon.ico",
    "/healthz",
    "/sign-in",             // and this
    "/join/{link}",         // whoever is invited has no account yet
    "/metrics",             // on this machine, no studies and no people
    "/api/v1/openapi.json", // what can be asked, of nobody
];

/// A route as a path that would be there in the study.
fn filled(route: &str, study: &str) -> String {
    let end = match route {
        route if route.contains("/report/") => "json",
        route if route.contains("/part/") || route.contains("/parts/") => "svg",
        _ => "zip",
    };
    let id = match route {
        route if route.contains("/part/") || route.contains("/parts/") => "figure-influence-plane",
        route if route.contains("/why/") => "structure.classes",
        _ => "V1",
    };
    let parts = [
        ("{study}", study),
        ("{kind}", "variable"),
        ("{*id}", "V1"),
        ("{id}", id),
        ("{stage}", "structure"),
        ("{what}", "gate-structure"),
        ("{board}", "foda"),
        ("{view}", "matrix"),
        ("{round}", "T1"),
        ("{family}", "influence"),
        ("{expert}", "E1"),
        ("{profile}", "prospectivo"),
        ("{lang}", "es"),
        ("{end}", end),
        ("{release}", "0"),
        ("{name}", "atalaya.css"),
        ("{link}", "nothing"),
    ];
    let path = parts.iter().fold(route.to_owned(), |path, (part, value)| path.replace(part, value));
    let path = if family_of_one(route) { path.replace("/influence", "/importance") } else { path };
    if route.ends_with("/compare") { format!("{path}?from=0&to=1") } else { path }
}

fn family_of_one(route: &str) -> bool {
    route.ends_with("{family}")
}

fn ask(house: &House, method: &str, path: &str) -> Ask {
    match method {
        "get" => house.get(path),
        _ => house.post(path),
    }
    .only_head()
}

#[test]
fn nobody_reaches_a_study_that_is_not_theirs_by_any_route() {
    let (house, analyst) = House::with_study();
    let stranger = house.person("stranger");
    let mut asked = 0;
    for (method, route) in ROUTES.iter().filter(|(_, route)| route.contains("{study}")) {
        let path = filled(route, STUDY);
        for method in [method, &"get", &"post"] {
            let answer = ask(&house, method, &path).cookie(&stranger).send();
            assert_eq!(answer.status, 404, "{method} {path}");
        }
        let none = ask(&house, method, &filled(route, "nowhere")).cookie(&analyst).send();
        assert_eq!(none.status, 404, "{method} {route} of a study that is not there");
        asked += 1;
    }
    assert!(asked > 15, "{asked}");
}

#[test]
fn without_a_session_only_what_is_meant_to_be_open_answers() {
    let (house, _) = House::with_study();
    for (method, route) in ROUTES {
        let answer = ask(&house, method, &filled(route, STUDY)).send();
        match OPEN.contains(route) {
            true => assert_ne!(answer.status, 401, "{method} {route}"),
            false => assert_eq!(answer.status, 401, "{method} {route}"),
        }
        let forged = ask(&house, method, &filled(route, STUDY)).cookie("atalaya=0000").send();
        assert_eq!(forged.status == 401, !OPEN.contains(route), "{method} {route} with a forged session");
    }
}

#[test]
fn a_reader_reads_everything_and_writes_nothing() {
    let (house, analyst) = House::with_study();
    let reader = house.reader("reader");
    let before = house.get(&format!("/api/v1/studies/{STUDY}/changes")).cookie(&analyst).send().body;
    for (method, route) in ROUTES.iter().filter(|(_, route)| route.contains("{study}")) {
        let answer = ask(&house, method, &filled(route, STUDY)).cookie(&reader).send();
        let expected = if *method == "get" { 200 } else { 403 };
        assert_eq!(answer.status, expected, "{method} {route}");
    }
    let writes = [
        house.post(&format!("/s/{STUDY}/record/variable/V1")).form(&[("read", "0"), ("f:name.es", "Mío")]),
        house.post(&format!("/s/{STUDY}/list/variable")).form(&[("id", "V99")]),
        house.post(&format!("/s/{STUDY}/delete/variable/V1")).form(&[("read", "9999")]),
        house.post(&format!("/s/{STUDY}/restore/variable/V1")).form(&[("seq", "1")]),
        house
            .post(&format!("/s/{STUDY}/answers"))
            .body("application/json", r#"{"cells":[{"id":"T1/influence/V1/V2/E1","value":"3","read":0}]}"#),
    ];
    for write in writes {
        assert_eq!(write.cookie(&reader).send().status, 403);
    }
    let after = house.get(&format!("/api/v1/studies/{STUDY}/changes")).cookie(&analyst).send().body;
    assert!(before == after, "something was written");
}

#[test]
fn a_request_under_another_name_or_from_another_site_is_refused() {
    let (house, cookie) = House::with_study();
    for host in ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example", ""] {
        let answer = house.get("/").cookie(&cookie).with("host", host).send();
        assert!(matches!(answer.status, 400 | 403), "{host:?}: {}", answer.status);
    }
    let post = || house.post("/studies").cookie(&cookie).form(&[("title", "Otro")]);
    for site in ["cross-site", "same-site", "whatever"] {
        assert_eq!(post().with("sec-fetch-site", site).send().status, 403, "{site}");
    }
    let bare = Ask::new(house.url("").rsplit(':').next().unwrap().parse().unwrap(), "POST", "/studies")
        .cookie(&cookie)
        .form(&[("title", "Otro")]);
    assert_eq!(bare.send().status, 403, "neither site nor origin");
    let of = |origin: &str| {
        Ask::new(house.url("").rsplit(':').next().unwrap().parse().unwrap(), "POST", "/studies")
            .cookie(&cookie)
            .form(&[("title", "Otro")])
            .with("origin", origin)
            .send()
            .status
    };
    assert_eq!((of("https://evil.example"), of("null"), of(&house.url(""))), (403, 403, 303));
}

#[test]
fn every_answer_carries_the_headers_that_keep_it_safe() {
    let (house, cookie) = House::with_study();
    let asked = [
        (house.get("/"), 401),
        (house.get("/").cookie(&cookie), 200),
        (house.get(&format!("/s/{STUDY}/structure")).cookie(&cookie), 200),
        (house.get("/nothing").cookie(&cookie), 404),
        (house.get("/studies").cookie(&cookie), 404),
        (house.get("/assets/atalaya.css"), 200),
        (house.get(&format!("/s/{STUDY}/whole/zip")).cookie(&cookie), 200),
        (house.post("/studies").cookie(&cookie).with("sec-fetch-site", "cross-site"), 403),
        (house.post("/studies").cookie(&cookie).body("text/plain", "?"), 422),
        (house.post(&format!("/s/{STUDY}/answers")).cookie(&cookie).body("application/json", "{"), 422),
    ];
    for (index, (ask, status)) in asked.into_iter().enumerate() {
        let answer = ask.send();
        assert_eq!(answer.status, status, "{index}");
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{index}: {policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{index}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{index}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{index}");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{index}");
        assert!(!answer.header("cache-control").is_empty(), "{index}");
        if status >= 400 {
            assert!(!answer.sentence().contains('⟨'), "{index}");
        }
    }
}

#[test]
fn the_link_of_a_program_that_was_asked_for_a_language_shows_the_pages_in_it() {
    let house = House::new();
    let link = &house.link[house.link.find("/in/").unwrap()..];
    let answer = house.get(&format!("{link}?lang=es")).with("accept-language", "en").send();
    assert_eq!(answer.status, 303);
    let cookies: Vec<&str> =
        answer.headers("set-cookie").iter().map(|own| own.split(';').next().unwrap()).collect();
    assert!(cookies.contains(&"lang=es") && cookies.len() == 2, "{cookies:?}");
    let page = house.get("/").cookie(&cookies.join("; ")).with("accept-language", "en").send().text();
    assert!(page.contains("<html lang=\"es\""), "{page}");
}

#[test]
fn the_link_works_once_and_its_session_ends_when_one_leaves() {
    let house = House::new();
    let cookie = house.sign_in();
    assert_eq!(house.get("/").cookie(&cookie).send().status, 200);
    let link = &house.link[house.link.find("/in/").unwrap()..];
    let again = house.get(link).with("accept-language", "en").send();
    assert_eq!(again.status, 422);
    assert!(again.sentence().contains("used already"), "{}", again.sentence());
    assert_eq!(house.get("/in/guess").send().status, 422);
    assert_eq!(house.post("/out").cookie(&cookie).send().status, 303);
    assert_eq!(house.get("/").cookie(&cookie).send().status, 401);
}

#[test]
fn one_goes_back_to_the_page_where_the_language_was_changed() {
    let (house, cookie) = House::with_study();
    let page = house.url(&format!("/s/{STUDY}/structure"));
    let answer =
        house.post("/language").cookie(&cookie).with("referer", &page).form(&[("lang", "en")]).send();
    assert_eq!((answer.status, answer.header("location")), (303, format!("/s/{STUDY}/structure").as_str()));
    assert!(answer.header("set-cookie").starts_with("lang=en;"));
    for back in ["//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nx: y"] {
        let answer = house.post("/language").form(&[("lang", "en"), ("back", back)]).send();
        assert_eq!((answer.status, answer.header("location")), (303, "/"), "{back:?}");
    }
}
