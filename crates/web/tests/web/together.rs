//! Two at one study, and a server that goes away.

use crate::{
    browser::{Browser, CONTROL, ENTER},
    grid::{cell, matrix, saved},
    support::{House, STUDY},
};

fn open(browser: &Browser, house: &House, path: &str) {
    browser.go(&house.url(&format!("/s/{STUDY}{path}")));
    browser.until("document.querySelector('main')");
}

/// Writes a text into a field of the form, in the place of what it says.
fn rewrite(browser: &Browser, field: &str, text: &str) {
    browser.run_with(
        "const f = document.getElementById('f-' + arguments[0]); f.focus(); f.select()",
        &[field.into()],
    );
    browser.write(text);
}

fn value(browser: &Browser, field: &str) -> String {
    let found =
        browser.run_with("return document.getElementById('f-' + arguments[0])?.value", &[field.into()]);
    found.as_str().unwrap_or_default().to_owned()
}

#[test]
fn what_one_writes_the_other_sees_and_only_the_same_field_is_disputed() {
    let (Some(one), Some(other)) = (Browser::open(1280, 900), Browser::open(1280, 900)) else { return };
    let (house, cookie) = House::with_study();
    one.settle(&house, &cookie, "es");
    other.settle(&house, &cookie, "es");

    matrix(&one, &house, "E1");
    matrix(&other, &house, "E1");
    one.write("3");
    saved(&one);
    other.until("document.querySelector('.grid tbody').rows[0].cells[2].textContent === '3'");
    assert_eq!(cell(&other, "V1", "V2"), "3");

    let record = "/record/variable/V1";
    open(&one, &house, record);
    open(&other, &house, record);
    let original = value(&one, "name.es");
    rewrite(&one, "name.es", "Agua de las fuentes");
    rewrite(&one, "definition.es", "Lo que mana en estiaje");
    one.chord(&[CONTROL], 's');
    one.until("document.querySelector('h1').textContent.includes('Agua de las fuentes')");
    other.until("document.getElementById('toast').textContent.includes('guardó un cambio')");
    // Another field of the same record is no dispute; the same field is.
    rewrite(&other, "name.es", "Agua de verano");
    rewrite(&other, "definition.en", "Water at the intake");
    other.chord(&[CONTROL], 's');
    other.until("document.querySelector('.clash')");
    let clash = other.text(".clash");
    for text in [original.as_str(), "Agua de las fuentes", "Agua de verano"] {
        assert!(clash.contains(text), "{clash}");
    }
    assert!(!clash.contains("Water at the intake"), "{clash}");
    assert_eq!(value(&other, "name.es"), "Agua de verano");
    // A third text settles it: the page that showed the dispute is not sent once more.
    rewrite(&other, "name.es", "Agua de verano, medida");
    other.chord(&[CONTROL], 's');
    other.until("!document.querySelector('.clash') && document.querySelector('h1').textContent.includes('Agua de verano, medida')");
    assert_eq!(value(&other, "definition.en"), "Water at the intake");
    // What the other did not touch stands as it was saved meanwhile, also after the dispute.
    assert_eq!(value(&other, "definition.es"), "Lo que mana en estiaje");

    open(&one, &house, "/history/variable/V1");
    // Whoever reads has a time of their own.
    let told = one.run(
        "const told = document.querySelector('time'), at = new Date(Number(told.dataset.at));
        return [told.textContent, String(at.getHours()).padStart(2, '0') + ':' + String(at.getMinutes()).padStart(2, '0') + ':' + String(at.getSeconds()).padStart(2, '0')]",
    );
    let (told, own) = (told[0].as_str().unwrap(), told[1].as_str().unwrap());
    assert!(told.ends_with(own) && !told.contains("UTC"), "{told} is not {own}");
    let steps = one.text(".steps");
    for text in [original.as_str(), "Agua de las fuentes", "Agua de verano"] {
        assert!(steps.contains(text), "{steps}");
    }
    // The last button goes back to the first version.
    one.run("[...document.querySelectorAll('.steps form button')].at(-1).click()");
    one.until("document.querySelectorAll('.steps > li').length === 4");
    open(&one, &house, record);
    assert_eq!(value(&one, "name.es"), original);
}

#[test]
fn what_is_written_while_the_server_is_away_is_saved_when_it_is_back() {
    let Some(browser) = Browser::open(1280, 900) else { return };
    let (mut house, cookie) = House::with_study();
    browser.settle(&house, &cookie, "es");
    matrix(&browser, &house, "E1");
    house.stop();
    browser.until("document.getElementById('toast').textContent.startsWith('Sin conexión')");
    browser.write("3P");
    assert_eq!(cell(&browser, "V1", "V2"), "3");
    house.start();
    saved(&browser);
    browser.until("document.getElementById('toast').textContent === ''");
    matrix(&browser, &house, "E1");
    assert_eq!([cell(&browser, "V1", "V2"), cell(&browser, "V1", "V3")], ["3", "P"]);

    // A form that was sent meanwhile goes by itself, too.
    open(&browser, &house, "/record/variable/V1");
    house.stop();
    browser.until("document.getElementById('toast').textContent.startsWith('Sin conexión')");
    rewrite(&browser, "name.es", "Agua que espera");
    browser.chord(&[CONTROL], 's');
    browser.until("Object.keys(localStorage).some(key => key.startsWith('draft:'))");
    house.start();
    browser.until("document.querySelector('h1').textContent.includes('Agua que espera')");
    assert_eq!(house.record("variable", "V1")["name.es"], "Agua que espera");
}

#[test]
fn cells_kept_in_a_closed_page_do_not_overwrite_what_others_saved_since() {
    let Some(browser) = Browser::open(1280, 900) else { return };
    let (mut house, cookie) = House::with_study();
    browser.settle(&house, &cookie, "es");
    matrix(&browser, &house, "E1");
    house.stop();
    browser.write("3P");
    browser.until("document.getElementById('toast').textContent.startsWith('Sin conexión')");
    browser.go("about:blank");
    house.start();
    let theirs = r#"{"cells":[{"id":"T1/influence/V1/V2/E1","value":"1","read":100000}]}"#;
    let seq: i64 = house.store(async |store| {
        let access = store.authorise(STUDY, "analyst").await.unwrap();
        store.seq(&access).await.unwrap()
    });
    let theirs = theirs.replace("100000", &seq.to_string());
    let said =
        house.post(&format!("/s/{STUDY}/answers")).cookie(&cookie).body("application/json", theirs).send();
    assert_eq!(said.status, 200, "{}", said.text());
    matrix(&browser, &house, "E1");
    // Theirs stands, and both are there to be chosen from.
    browser.until("document.querySelector('#clashes li')?.textContent.includes('V1 → V2')");
    browser.until("!document.querySelector('.wait')");
    assert_eq!([cell(&browser, "V1", "V2"), cell(&browser, "V1", "V3")], ["1", "P"]);
    let choice = browser.text("#clashes li");
    assert!(
        choice.contains("Dejar lo de la otra persona: 1") && choice.contains("Poner lo suyo: 3"),
        "{choice}"
    );
    assert_eq!(house.record("answer", "T1/influence/V1/V2/E1")["value"], "1");
    browser.tab_to("#clashes li button:last-child");
    browser.key(ENTER);
    crate::grid::saved(&browser);
    assert_eq!(cell(&browser, "V1", "V2"), "3");
    assert_eq!(browser.run("return document.getElementById('clashes').hidden"), true);
    assert_eq!(house.record("answer", "T1/influence/V1/V2/E1")["value"], "3");
}

#[test]
fn a_draft_survives_and_does_not_overwrite_what_others_saved_since() {
    let (Some(one), Some(other)) = (Browser::open(1280, 900), Browser::open(1280, 900)) else { return };
    let (house, cookie) = House::with_study();
    one.settle(&house, &cookie, "es");
    other.settle(&house, &cookie, "es");
    let record = "/record/variable/V2";
    open(&one, &house, record);
    rewrite(&one, "name.es", "Red vieja");
    one.go("about:blank");
    open(&other, &house, record);
    rewrite(&other, "name.es", "Red nueva");
    other.chord(&[CONTROL], 's');
    other.until("document.querySelector('h1').textContent.includes('Red nueva')");
    open(&one, &house, record);
    assert_eq!(value(&one, "name.es"), "Red vieja");
    assert!(one.text("#toast").contains("Se recuperó un borrador"), "{}", one.text("#toast"));
    one.chord(&[CONTROL], 's');
    one.until("document.querySelector('.clash')?.textContent.includes('Red nueva')");
}
