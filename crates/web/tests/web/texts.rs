//! Texts in two languages, and long work that is stopped.

use crate::support::{House, STUDY};

#[test]
fn what_one_language_lacks_is_listed_and_written_in_one_page() {
    let (house, cookie) = House::with_study();
    let page = || house.get(&format!("/s/{STUDY}/texts")).cookie(&format!("{cookie}; lang=en")).send().text();
    let count = |text: &str| text.matches("name=\"f:").count();
    let seq = |text: &str| {
        text.split("data-seq=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned()
    };
    let before = page();
    let write = |read: &str, form: &[(&str, &str)]| {
        let form: Vec<(&str, &str)> = form.iter().copied().chain([("read", read)]).collect();
        house.post(&format!("/s/{STUDY}/texts")).cookie(&cookie).form(&form).send()
    };
    let clear = house.post(&format!("/s/{STUDY}/record/variable/V1")).cookie(&cookie);
    assert_eq!(clear.form(&[("read", &seq(&before)), ("f:name.en", "")]).send().status, 303);
    let after = page();
    assert_eq!(count(&after), count(&before) + 1);
    assert!(after.contains("name=\"f:variable/V1#name.en\""), "{after}");
    let saved =
        write(&seq(&after), &[("f:variable/V1#name.en", " Rain \r\n"), ("f:variable/V2#name.en", "")]);
    assert_eq!((saved.status, saved.header("location")), (303, "/s/agua/texts?from=0"));
    assert_eq!(count(&page()), count(&before));
    let record =
        house.get(&format!("/api/v1/studies/{STUDY}/records/variable/V1")).cookie(&cookie).send().text();
    assert!(record.contains("\"name.en\":\"Rain\""), "{record}");
    for wrong in ["f:variable/V1#code", "f:nothing/V1#name.en", "f:variable#name.en"] {
        assert_eq!(write("1", &[(wrong, "x")]).status, 422, "{wrong}");
    }
}

#[test]
fn the_list_calls_a_study_as_it_calls_itself_in_the_language_of_who_reads() {
    let (house, cookie) = House::with_study();
    let list = |lang: &str| house.get("/").cookie(&format!("{cookie}; lang={lang}")).send().text();
    let link = |title: &str| format!("<a href=\"/s/{STUDY}\">{title}</a>");
    assert!(list("es").contains(&link("Agua")) && list("en").contains(&link("Agua")));
    let page = house.get(&format!("/s/{STUDY}/texts")).cookie(&cookie).send().text();
    let read = page.split("data-seq=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let form = [("read", read), ("f:title.en", "Water & soil"), ("f:title.es", "Agua y suelo")];
    let sent = house.post(&format!("/s/{STUDY}/record/study/study")).cookie(&cookie).form(&form).send();
    assert_eq!(sent.status, 303, "{}", sent.text());
    assert!(list("es").contains(&link("Agua y suelo")) && list("en").contains(&link("Water &amp; soil")));
}

#[test]
fn the_resampling_tells_how_far_it_is_is_stopped_and_goes_on() {
    let house = House::new();
    let cookie = house.sign_in();
    let form = [("title", "Agua"), ("template", crate::support::WHOLE)];
    assert_eq!(house.post("/studies").cookie(&cookie).form(&form).send().status, 303);
    let progress = || house.get(&format!("/s/{STUDY}/resampling")).cookie(&cookie).send().text();
    let act = |word: &str| {
        house.post(&format!("/s/{STUDY}/resampling")).cookie(&cookie).form(&[("do", word)]).send()
    };
    assert_eq!(house.get(&format!("/s/{STUDY}/structure")).cookie(&cookie).send().status, 200);
    // An optimised build may be done before it is asked.
    if progress() == "null" {
        return;
    }
    assert_eq!(act("stop").status, 303);
    assert!(progress().contains("\"halted\":true"));
    let page =
        house.get(&format!("/s/{STUDY}/structure")).cookie(&format!("{cookie}; lang=en")).send().text();
    assert!(page.contains("was stopped") && page.contains("value=\"go\""), "{page}");
    assert_eq!(act("go").status, 303);
    house.get(&format!("/s/{STUDY}/structure")).cookie(&cookie).send();
    assert!(progress().contains("\"halted\":false"));
    assert_eq!(act("stop").status, 303);
    // What is asked for with resampling begins it again, and waits.
    let findings = house.get(&format!("/api/v1/studies/{STUDY}/findings")).cookie(&cookie).send();
    assert_eq!(findings.status, 200);
    assert_eq!(progress(), "null", "done");
    assert_eq!(act("else").status, 422);
}
