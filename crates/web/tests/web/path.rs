//! From the link that the server prints to the document, by people with a keyboard alone and with a phone.

use crate::{
    browser::{Browser, DOWN, ENTER, TAB},
    grid::cell,
    support::{House, STUDY},
};

fn pdf(browser: &Browser, house: &House) {
    let href =
        browser.run("return document.querySelector('a[href$=\"/prospectivo/es/pdf\"]').getAttribute('href')");
    let document = house.get(href.as_str().unwrap()).cookie(&browser.cookie("atalaya")).send();
    assert_eq!(document.status, 200);
    assert!(document.body.starts_with(b"%PDF-"), "a PDF");
    assert!(document.header("content-disposition").contains(".pdf"));
}

#[test]
fn a_newcomer_with_a_keyboard_alone_goes_from_the_link_to_a_pdf() {
    let Some(browser) = Browser::open(1280, 900) else { return };
    let house = House::new();
    browser.go(&house.link);
    browser.until("location.pathname === '/'");
    browser.tab_to("input[name=title]");
    browser.write("Agua");
    browser.tab_to("select[name=template]");
    browser.key(DOWN);
    browser.until("document.querySelector('select[name=template]').value === 'taller-minimo'");
    browser.tab_to("form[action='/studies'] button");
    browser.key(ENTER);
    browser.until(&format!("location.pathname === '/s/{STUDY}'"));

    browser.tab_to(".path a[href$='/structure']");
    browser.key(ENTER);
    browser.until("location.pathname.endsWith('/structure')");
    browser.tab_to(".rounds a[href*='/answers/T1/influence']");
    browser.key(ENTER);
    browser.until(
        "location.pathname.endsWith('/T1/influence/E1') && document.querySelector('td[tabindex=\"0\"]')",
    );

    browser.tab_to("td[role=gridcell]");
    assert!(browser.text("#ask").starts_with("¿Cuánto influye V1"), "{}", browser.text("#ask"));
    browser.write("3p1");
    browser.until("document.activeElement.at?.join() === '0,4'");
    assert_eq!(
        [cell(&browser, "V1", "V2"), cell(&browser, "V1", "V3"), cell(&browser, "V1", "V4")],
        ["3", "P", "1"]
    );
    browser.until("document.getElementById('saved').textContent === 'Guardado'");
    // The first Tab after a value is that value's, the next one leaves.
    browser.key(TAB);
    browser.key(TAB);
    assert_eq!(
        browser.run("return document.activeElement.closest('table.grid') === null"),
        true,
        "one stop of Tab"
    );
    browser.go(&house.url(&browser.path()));
    browser.until("document.querySelector('td[tabindex=\"0\"]')");
    assert_eq!(
        [cell(&browser, "V1", "V2"), cell(&browser, "V1", "V3"), cell(&browser, "V1", "V4")],
        ["3", "P", "1"]
    );

    browser.tab_to(".path a[href$='/report']");
    browser.key(ENTER);
    browser.until("location.pathname.endsWith('/report')");
    browser.tab_to("a[href$='/prospectivo/es/pdf']");
    pdf(&browser, &house);
}

#[test]
fn a_phone_shows_the_whole_name_of_the_study_and_no_hints_for_keys() {
    let Some(browser) = Browser::open(360, 740) else { return };
    let (house, cookie) = House::with_whole();
    browser.settle(&house, &cookie, "es");
    let grid = house.url(&format!("/s/{STUDY}/answers/MAT1/influence/E01"));
    let seen =
        "return [...document.querySelectorAll('.keys')].filter(own => own.getClientRects().length).length";
    browser.go(&grid);
    browser.until("document.querySelector('#pair')?.offsetParent");
    browser.click("#swap");
    assert_ne!(browser.run(seen), 0);
    browser.finger();
    browser.go(&grid);
    browser.until("document.querySelector('#pair')?.offsetParent");
    browser.click("#swap");
    assert_eq!(browser.run(seen), 0);
    // A name as long as that of a thesis is cut nowhere.
    let name = "Las mipymes tecnológicas del Perú al 2030: procesos de innovación";
    browser.run_with("document.querySelector('.top .study').textContent = arguments[0]", &[name.into()]);
    let whole = "const own = document.querySelector('.top .study');
        return [own.scrollWidth <= own.clientWidth, own.scrollHeight <= own.clientHeight + 1, document.documentElement.scrollWidth <= innerWidth]";
    assert_eq!(browser.run(whole), serde_json::json!([true, true, true]));
}

#[test]
fn somebody_with_a_phone_goes_the_same_way() {
    let Some(browser) = Browser::open(360, 740) else { return };
    let house = House::new();
    browser.go(&house.link);
    browser.until("location.pathname === '/'");
    browser.click("input[name=title]");
    browser.write("Agua");
    browser.run("document.querySelector('select[name=template]').value = 'taller-minimo'");
    browser.click("form[action='/studies'] button");
    browser.until(&format!("location.pathname === '/s/{STUDY}'"));
    browser.click(".stages a[href$='/structure']");
    browser.until("location.pathname.endsWith('/structure')");
    browser.click(".rounds a[href*='/answers/T1/influence']");
    browser.until("document.querySelector('#pair')?.offsetParent");

    // One question at a time; an answer leads to the next.
    assert_eq!(browser.text("#pair-at"), "1/56");
    let first = browser.text("#pair-ask");
    assert!(first.starts_with("¿Cuánto influye V1") && first.contains("V2"), "{first}");
    browser.click("#pair [data-value='3']");
    browser.click("#pair [data-value='P']");
    assert_eq!(browser.text("#pair-at"), "3/56");
    browser.click("#pair-back");
    assert_eq!(browser.run("return document.querySelector('#pair [data-value=\"P\"]').ariaPressed"), "true");
    browser.click("#pair-next");
    browser.until("document.getElementById('saved').textContent === 'Guardado'");
    browser.go(&house.url(&browser.path()));
    browser.until("document.querySelector('#pair')?.offsetParent");
    assert_eq!([cell(&browser, "V1", "V2"), cell(&browser, "V1", "V3")], ["3", "P"]);
    // The table is one tap away.
    browser.click("#swap");
    assert_eq!(browser.run("return !!document.querySelector('.gridbox').offsetParent"), true);

    browser.click(".path a[href$='/report']");
    browser.until("location.pathname.endsWith('/report')");
    pdf(&browser, &house);
}
