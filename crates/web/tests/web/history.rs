//! What was saved, compared and undone.

use crate::support::{Answer, House, STUDY};

fn seq(house: &House, cookie: &str) -> i64 {
    let page = house.get(&format!("/s/{STUDY}/frame")).cookie(cookie).send().text();
    page.split("data-seq=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().parse().unwrap()
}

fn write(house: &House, cookie: &str, id: &str, field: &str, text: &str) {
    let read = seq(house, cookie).to_string();
    let path = format!("/s/{STUDY}/record/variable/{id}");
    let answer = house.post(&path).cookie(cookie).form(&[("read", &read), (field, text)]).send();
    assert_eq!(answer.status, 303, "{}", answer.text());
}

fn page(house: &House, cookie: &str, path: &str) -> String {
    let answer =
        house.get(&format!("/s/{STUDY}{path}")).cookie(cookie).with("cookie", &format!("{cookie}; lang=en"));
    let answer: Answer = answer.send();
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    answer.text()
}

fn rows(page: &str) -> usize {
    page.split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap().matches("<tr>").count()
}

fn undo(house: &House, cookie: &str, first: i64, last: i64) -> Answer {
    let form = [("first", first.to_string()), ("last", last.to_string())];
    let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
    house.post(&format!("/s/{STUDY}/undo")).cookie(cookie).with("accept-language", "en").form(&form).send()
}

#[test]
fn what_was_saved_together_is_one_line_is_compared_and_is_undone_as_one() {
    let (house, cookie) = House::with_study();
    let begun = seq(&house, &cookie);
    assert!(begun > 50, "a template is many records");
    assert_eq!(rows(&page(&house, &cookie, "/history")), 2, "the template, and its title");
    let cells = format!(
        r#"{{"cells":[{{"id":"T1/influence/V1/V2/E1","value":"3","read":{begun}}},{{"id":"T1/influence/V1/V3/E1","value":"2","read":{begun}}}]}}"#
    );
    let path = format!("/s/{STUDY}/answers");
    assert_eq!(house.post(&path).cookie(&cookie).body("application/json", cells).send().status, 200);
    let after = seq(&house, &cookie);
    assert_eq!(after, begun + 2);
    let history = page(&house, &cookie, "/history");
    assert_eq!(rows(&history), 3);
    assert!(history.contains(&format!("/compare?from={begun}&amp;to={after}")), "{history}");

    let compared = page(&house, &cookie, &format!("/compare?from={begun}&to={after}"));
    assert!(compared.contains("2 records differ") && compared.contains("<ins>3</ins>"), "{compared}");
    assert!(page(&house, &cookie, &format!("/compare?from={after}&to={after}")).contains("Nothing differs"));
    let back = page(&house, &cookie, &format!("/compare?from={after}&to={begun}"));
    assert!(back.contains("<del>3</del>"), "{back}");
    for wrong in [format!("from=0&to={}", after + 1), "from=-1&to=1".to_owned(), "from=x&to=1".to_owned()] {
        assert_eq!(house.get(&format!("/s/{STUDY}/compare?{wrong}")).cookie(&cookie).send().status, 422);
    }

    assert_eq!(undo(&house, &cookie, begun + 1, after).status, 303);
    let now = seq(&house, &cookie);
    assert!(page(&house, &cookie, &format!("/compare?from={begun}&to={now}")).contains("Nothing differs"));
    let told = page(&house, &cookie, "/history");
    let newest = told.split("<tbody>").nth(1).unwrap().split("</tr>").next().unwrap();
    assert!(newest.contains("Undone: the save of"), "a save that undid another says which: {newest}");
    assert_eq!(undo(&house, &cookie, after + 1, now).status, 303, "what was undone is done again");
    let again = seq(&house, &cookie);
    assert!(page(&house, &cookie, &format!("/compare?from={after}&to={again}")).contains("Nothing differs"));
}

#[test]
fn what_was_brought_in_is_one_line_that_opens_however_many_records_it_is() {
    let house = House::new();
    let cookie = house.sign_in();
    let form = [("title", "Agua"), ("template", crate::support::WHOLE)];
    assert_eq!(house.post("/studies").cookie(&cookie).form(&form).send().status, 303);
    let all = seq(&house, &cookie);
    assert!(all > 3500, "more than a page reads: {all}");
    let history = page(&house, &cookie, "/history");
    assert_eq!(rows(&history), 2, "the example, and its title");
    assert!(!history.contains("/history?before="), "nothing is older");
    assert!(
        history.contains("Variables <b>24</b>") && history.contains("<details class=\"many\""),
        "{history}"
    );
    assert!(history.contains("/compare?from=0&amp;to="), "{history}");

    let compared = page(&house, &cookie, &format!("/compare?from=0&to={all}"));
    assert!(compared.contains("<details class=\"many\""), "{compared}");
}

#[test]
fn what_is_deleted_says_so_and_comes_back_at_one_click() {
    let (house, cookie) = House::with_study();
    // What answers speak of is not deleted before one has read how many.
    let form = page(&house, &cookie, "/record/variable/V1");
    assert!(form.contains(&format!("method=\"get\" action=\"/s/{STUDY}/delete/variable/V1\"")), "{form}");
    let asked = page(&house, &cookie, "/delete/variable/V1");
    let answers = asked.split("There are ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap();
    let answers: i64 = answers.parse().unwrap();
    assert!(answers > 0 && asked.contains("/record/"), "{asked}");
    let before = seq(&house, &cookie);
    let read = before.to_string();
    let sent =
        house.post(&format!("/s/{STUDY}/delete/variable/V1")).cookie(&cookie).form(&[("read", &read)]).send();
    let to = sent.header("location").to_owned();
    let to = to.strip_prefix(&format!("/s/{STUDY}")).unwrap();
    let told = page(&house, &cookie, to);
    let wanted = format!("V1 Dry-season flow of the springs was deleted, with {answers} answers");
    assert!(told.contains(&wanted) && told.contains("/undo"), "{told}");
    let now = seq(&house, &cookie);
    assert_eq!(now, before + 1 + answers);
    assert!(told.contains(&format!("name=\"first\" value=\"{}\"", before + 1)), "{told}");
    // No answer is left that nobody can place, and its address leads to where it comes back.
    assert!(!page(&house, &cookie, "/problems").contains("T1/influence/"), "answers about nothing");
    let gone = house.get(&format!("/s/{STUDY}/record/variable/V1")).cookie(&cookie).send();
    assert_eq!((gone.status, gone.header("location")), (303, &*format!("/s/{STUDY}/history/variable/V1")));
    assert_eq!(undo(&house, &cookie, before + 1, now).status, 303);
    let back = page(&house, &cookie, to);
    assert!(back.contains("/record/variable/V1\"") && !back.contains("was deleted"), "{back}");
    assert!(
        page(&house, &cookie, &format!("/compare?from={before}&to={}", seq(&house, &cookie)))
            .contains("Nothing differs")
    );
}

#[test]
fn an_id_is_not_given_twice() {
    let (house, cookie) = House::with_study();
    let offered = |page: &str| {
        let at = page.find("name=\"id\"").unwrap();
        page[at..].split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned()
    };
    let add = |id: &str| {
        let path = format!("/s/{STUDY}/list/variable");
        house.post(&path).cookie(&cookie).with("accept-language", "en").form(&[("id", id)]).send()
    };
    let last = offered(&page(&house, &cookie, "/list/variable"));
    assert_eq!(add(&last).status, 303);
    let read = seq(&house, &cookie).to_string();
    let path = format!("/s/{STUDY}/delete/variable/{last}");
    assert_eq!(house.post(&path).cookie(&cookie).form(&[("read", &read)]).send().status, 303);
    let next = offered(&page(&house, &cookie, "/list/variable"));
    assert_ne!(next, last);
    assert_eq!(
        offered(&page(&house, &cookie, "/record/variable/V1")),
        next,
        "the form of another offers it too"
    );
    let refused = add(&last);
    assert!(refused.status == 422 && refused.sentence().contains("not given twice"), "{}", refused.text());
    assert_eq!(add(&next).status, 303);
}

#[test]
fn what_is_undone_says_so_and_can_be_done_again() {
    let (house, cookie) = House::with_study();
    write(&house, &cookie, "V1", "f:name.es", "Otra demanda");
    let now = seq(&house, &cookie);
    let sent = undo(&house, &cookie, now, now);
    let to = sent.header("location").strip_prefix(&format!("/s/{STUDY}")).unwrap().to_owned();
    let told = page(&house, &cookie, &to);
    assert!(told.contains("Undone: the save of") && told.contains("Do it again"), "{told}");
    let again = format!("name=\"first\" value=\"{}\"", now + 1);
    let redo = told.find("Do it again").unwrap();
    assert!(told[..redo].contains(&again), "{told}");
    assert_eq!(undo(&house, &cookie, now + 1, now + 1).status, 303);
    assert!(page(&house, &cookie, "/record/variable/V1").contains("Otra demanda"));
    // The rows keep it; what stands above them is of the moment.
    let above = |at: &str| page(&house, &cookie, at).split("<table").next().unwrap().to_owned();
    assert!(!above("/history").contains("Undone: the save of"));
    assert_eq!(page(&house, &cookie, "/history").matches("Undone: the save of").count(), 2);
    assert!(!above("/history?before=1&undone=1").contains("Undone: the save of"), "nothing is older");
    // What rests on the save that is undone is told at once: the answers ask about variables that are gone.
    let all = seq(&house, &cookie);
    let first = page(&house, &cookie, "/history/variable/V1");
    assert!(first.contains("Open the record"));
    let read = all.to_string();
    let add = house.post(&format!("/s/{STUDY}/list/variable")).cookie(&cookie).form(&[("id", "V77")]).send();
    assert_eq!(add.status, 303);
    let made = seq(&house, &cookie);
    let cells = format!(r#"{{"cells":[{{"id":"T1/influence/V1/V77/E1","value":"3","read":{read}}}]}}"#);
    let path = format!("/s/{STUDY}/answers");
    assert_eq!(house.post(&path).cookie(&cookie).body("application/json", cells).send().status, 200);
    let to = undo(&house, &cookie, made, made).header("location").to_owned();
    let told = page(&house, &cookie, to.strip_prefix(&format!("/s/{STUDY}")).unwrap());
    assert!(told.contains("The study now has 1 error"), "{told}");
}

#[test]
fn what_was_saved_is_called_by_its_name() {
    let (house, cookie) = House::with_study();
    let read = seq(&house, &cookie);
    write(&house, &cookie, "V1", "f:name.es", "Otra demanda");
    let cells = format!(r#"{{"cells":[{{"id":"T1/influence/V1/V2/E1","value":"3","read":{read}}}]}}"#);
    let path = format!("/s/{STUDY}/answers");
    assert_eq!(house.post(&path).cookie(&cookie).body("application/json", cells).send().status, 200);
    let history = page(&house, &cookie, "/history");
    for named in
        ["variable <a", ">V1 Dry-season flow of the springs</a>", ">direct influence V1 → V2, E1, T1</a>"]
    {
        assert!(history.contains(named), "{named}: {history}");
    }
    let one = page(&house, &cookie, "/history/variable/V1");
    assert!(
        one.contains("<h1>Variable V1 Dry-season flow of the springs</h1>")
            && one.contains("Open the record"),
        "{one}"
    );
}

#[test]
fn what_others_changed_since_is_not_undone_over_them() {
    let (house, cookie) = House::with_study();
    let begun = seq(&house, &cookie);
    write(&house, &cookie, "V1", "f:name.es", "Uno");
    write(&house, &cookie, "V1", "f:name.es", "Dos");
    let refused = undo(&house, &cookie, begun + 1, begun + 1);
    assert!(refused.status == 422 && refused.sentence().contains("nothing was undone"), "{}", refused.text());
    assert_eq!(undo(&house, &cookie, begun + 1, begun + 2).status, 303, "both together");
    assert_eq!(undo(&house, &cookie, 5, 900_000).status, 404);
}

#[test]
fn a_long_history_goes_on_over_pages_and_forgets_nothing() {
    let (house, cookie) = House::with_study();
    for number in 0..70 {
        write(&house, &cookie, "V1", "f:name.es", &format!("Nombre {number}"));
    }
    let first = page(&house, &cookie, "/history");
    assert_eq!(rows(&first), 60);
    let older = first.split("/history?before=").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let second = page(&house, &cookie, &format!("/history?before={older}"));
    assert_eq!(rows(&second), 12, "ten more, the title, the template");
    assert!(!second.contains("/history?before="), "nothing is older");
}
