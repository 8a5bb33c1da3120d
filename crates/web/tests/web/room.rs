//! The room: projected, without anything around it, alive.

use crate::{
    browser::{Browser, DOWN},
    grid::{matrix, saved},
    support::{House, STUDY},
};

#[test]
fn the_room_follows_the_answers_and_shows_them_without_names() {
    let (Some(wall), Some(laptop)) = (Browser::open(1920, 1080), Browser::open(1280, 900)) else { return };
    let (house, cookie) = House::with_study();
    wall.settle(&house, &cookie, "es");
    laptop.settle(&house, &cookie, "es");
    wall.go(&house.url(&format!("/s/{STUDY}/room/matrix")));
    wall.until("document.querySelector('.roomgrid a')");
    // Nothing of the workbench around it, and all of it on the wall.
    assert_eq!(wall.run("return document.querySelectorAll('header.top, nav.path').length"), 0);
    let fits = "const box = document.querySelector('.roomsplit').getBoundingClientRect();
        return [box.right <= innerWidth, box.bottom <= innerHeight]";
    assert_eq!(wall.run(fits), serde_json::json!([true, true]));
    // Read from the back of a room: a letter of the grid is a fiftieth of the wall's height at least.
    let letter =
        wall.run("return parseFloat(getComputedStyle(document.querySelector('.roomgrid a')).fontSize)");
    assert!(letter.as_f64().unwrap() >= 1080.0 / 50.0, "{letter}");

    wall.click(".roomgrid tbody tr:first-child td:nth-child(3) a");
    wall.until("document.querySelector('#spread .dots')");
    assert!(wall.text("#spread h2").starts_with("¿Cuánto influye V1"), "{}", wall.text("#spread h2"));
    let spread = || wall.text("#spread .dots");
    let before = spread();
    assert!(before.contains('●') && !before.contains('E'), "{before}");
    let points = "return document.querySelector('#room .picture').innerHTML";
    let plane = wall.run(points);

    // Somebody answers at her laptop: the wall shows it by itself.
    let now = laptop_value(&house);
    matrix(&laptop, &house, "E1");
    laptop.write(if now == "3" { "0" } else { "3" });
    saved(&laptop);
    wall.until(&format!(
        "document.querySelector('#spread .dots').textContent !== {}",
        serde_json::json!(before)
    ));
    wall.until("document.querySelector('.roomgrid a[aria-current=true]')");
    // One answer of seven need not move the panel's value; all of them do, and the plane with it.
    house.answer_all(&cookie, "V8", "3");
    let script = points.trim_start_matches("return ");
    wall.until(&format!("{script} !== {plane}"));

    // Arrows walk.
    wall.run("document.querySelector('.roomgrid a[aria-current=true]').focus()");
    // The next cell below is of the diagonal, which has nothing to say.
    wall.key(DOWN);
    wall.until("document.querySelector('#spread h2').textContent.startsWith('¿Cuánto influye V3')");
    assert!(wall.run("return location.search").as_str().unwrap().contains("V3/V2"));
}

fn laptop_value(house: &House) -> String {
    house.record("answer", "T1/influence/V1/V2/E1")["value"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_four_scenarios_fill_the_wall() {
    let Some(wall) = Browser::open(1920, 1080) else { return };
    let (house, cookie) = House::with_study();
    wall.settle(&house, &cookie, "es");
    wall.go(&house.url(&format!("/s/{STUDY}/room/scenarios")));
    wall.until("document.querySelectorAll('.roomscenario').length === 4");
    let places = "return [...document.querySelectorAll('.roomscenario')].map(a => new URL(a.href).searchParams.get('scenario')).join(' ')";
    assert_eq!(wall.run(places), "S3 S1 S4 S2", "by the signs of their corners");
    let fits = "return document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(wall.run(fits), true);
    wall.click(".roomscenario");
    wall.until("document.querySelector('.roomtext h1')");
    assert_eq!(wall.text(".roomtext h1"), house.record("scenario", "S3")["name.es"].as_str().unwrap());
}

#[test]
fn the_room_says_what_its_codes_and_marks_stand_for_and_the_plane_has_a_wall_of_its_own() {
    let Some(wall) = Browser::open(1440, 900) else { return };
    let (house, cookie) = House::with_whole();
    wall.settle(&house, &cookie, "es");
    wall.go(&house.url(&format!("/s/{STUDY}/room/matrix")));
    wall.until("document.querySelector('.roomgrid a')");
    let names = "return [...document.querySelectorAll('.roomcodes li')].map(line => line.textContent)";
    let codes = wall.run(names);
    assert_eq!(
        (codes[0].as_str().unwrap(), codes.as_array().unwrap().len()),
        ("V01 Educación en emprendimiento", 24)
    );
    let key = wall.text(".roomkey");
    assert!(key.contains("el panel no coincide") && key.contains("P influencia potencial"), "{key}");
    let fits = "return document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(wall.run(fits), true);
    // The letters of the plane on the wall: beside the matrix, and alone.
    let letter = "const svg = document.querySelector('#room .picture svg');
        return 16 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width";
    assert!(wall.run(letter).as_f64().unwrap() >= 11.0);
    wall.click(".roomnav a[href$='/room/plane']");
    wall.until("location.pathname.endsWith('/room/plane') && document.querySelector('#room .picture svg')");
    assert!(wall.run(letter).as_f64().unwrap() >= 16.0);
    assert_eq!((wall.run(names), wall.run(fits)), (codes, true.into()));

    // On a phone the matrix is wider than the screen, and says so.
    wall.size(360, 740);
    wall.go(&house.url(&format!("/s/{STUDY}/room/matrix")));
    wall.until("document.querySelector('.roomgrid a')");
    let told = "return [document.querySelector('.sideways').offsetParent !== null, document.documentElement.scrollWidth <= innerWidth]";
    assert_eq!(wall.run(told), serde_json::json!([true, true]));
}

#[test]
fn an_empty_room_leads_to_what_it_lacks() {
    let house = House::new();
    let cookie = house.sign_in();
    let made = house.post("/studies").cookie(&cookie).form(&[("title", "Agua"), ("template", "")]).send();
    assert_eq!(made.header("location"), format!("/s/{STUDY}"));
    for (view, way) in
        [("matrix", "/list/variable"), ("plane", "/list/variable"), ("scenarios", "/board/scenarios")]
    {
        let page = house.get(&format!("/s/{STUDY}/room/{view}")).cookie(&cookie).send().text();
        let to = format!("/s/{STUDY}{way}");
        assert!(page.contains(&format!("class=\"button\" href=\"{to}\"")), "{view}: {page}");
        assert_eq!(house.get(&to).cookie(&cookie).send().status, 200);
    }
}

#[test]
fn the_answer_to_a_cell_is_in_sight_where_it_was_chosen() {
    let Some(browser) = Browser::open(360, 740) else { return };
    let (house, cookie) = House::with_whole();
    browser.settle(&house, &cookie, "es");
    for (width, height) in [(360, 740), (1024, 768)] {
        browser.size(width, height);
        for path in ["/answers/MAT1/influence", "/room/matrix"] {
            browser.go(&house.url(&format!("/s/{STUDY}{path}")));
            browser.until("document.querySelector('.roomgrid a')");
            let cell = "const box = document.querySelector('.roomgrid a').getBoundingClientRect(); return Math.min(box.width, box.height)";
            assert!(browser.run(cell).as_f64().unwrap() >= 32.0, "{path} {width}");
            browser.click(".roomgrid tbody tr:first-child td:nth-child(4) a");
            browser.until("document.querySelector('#spread .dots')");
            let seen = "const box = document.getElementById('spread').getBoundingClientRect();
                const chosen = document.querySelector('.roomgrid a[aria-current]').getBoundingClientRect();
                return [box.top >= 0 && box.bottom <= innerHeight + 1, chosen.top >= 0 && chosen.bottom <= box.top]";
            assert_eq!(browser.run(seen), serde_json::json!([true, true]), "{path} {width}");
        }
    }
    // The plane and the names, down to a phone.
    browser.go(&house.url(&format!("/s/{STUDY}/answers/MAT1/influence")));
    browser.until("document.querySelector('.roomgrid a')");
    let smallest = "const shown = [...document.querySelectorAll('#room svg')].filter(own => own.getClientRects().length);
        const scale = shown[0].getBoundingClientRect().width / shown[0].viewBox.baseVal.width;
        return Math.min(...[...shown[0].querySelectorAll('text')].map(text => parseFloat(text.getAttribute('font-size')) * scale))";
    for width in [1440, 1024, 640, 481, 360] {
        browser.size(width, 740);
        let letter = browser.run(smallest).as_f64().unwrap();
        assert!(letter >= 10.0, "{width}: {letter}");
    }
    let whole = "return [...document.querySelectorAll('.roomcodes li')].every(line => line.scrollWidth <= line.clientWidth && getComputedStyle(line).whiteSpace === 'normal')";
    assert_eq!(browser.run(whole), true);
}

#[test]
fn few_variables_fill_the_wall_with_larger_letters_and_their_names() {
    let Some(wall) = Browser::open(1440, 900) else { return };
    let (house, cookie) = House::with_study();
    wall.settle(&house, &cookie, "es");
    wall.go(&house.url(&format!("/s/{STUDY}/room/matrix")));
    wall.until("document.querySelector('.roomgrid a')");
    let name = "const name = document.querySelector('.roomgrid tbody th .name'); return name.offsetWidth > 0 && name.textContent";
    assert_eq!(wall.run(name), house.record("variable", "V1")["name.es"]);
    let letter = "return parseFloat(getComputedStyle(document.querySelector('.roomgrid a')).fontSize)";
    let eight = wall.run(letter).as_f64().unwrap();
    // Without what was said of two of them there are six.
    let read = house.store(async |store| {
        let access = store.authorise(STUDY, "analyst").await.unwrap();
        store.seq(&access).await.unwrap()
    });
    let variables = || (1..=8).map(|n| format!("V{n}"));
    let pairs = variables().flat_map(|a| variables().map(move |b| format!("T1/influence/{a}/{b}")));
    let cells: Vec<_> = pairs
        .filter(|pair| pair.contains("V7") || pair.contains("V8"))
        .flat_map(|pair| {
            (1..=7)
                .map(move |n| serde_json::json!({ "id": format!("{pair}/E{n}"), "value": "", "read": read }))
        })
        .collect();
    let body = serde_json::json!({ "cells": cells }).to_string();
    let said =
        house.post(&format!("/s/{STUDY}/answers")).cookie(&cookie).body("application/json", body).send();
    assert_eq!(said.status, 200, "{}", said.text());
    let now: serde_json::Value = serde_json::from_str(&said.text()).unwrap();
    for id in ["V7", "V8"] {
        let read = now["seq"].to_string();
        let gone =
            house.post(&format!("/s/{STUDY}/delete/variable/{id}")).cookie(&cookie).form(&[("read", &read)]);
        assert_eq!(gone.send().status, 303);
    }
    wall.go(&house.url(&format!("/s/{STUDY}/room/matrix")));
    wall.until("document.querySelectorAll('.roomgrid tbody tr').length === 6");
    assert!(wall.run(letter).as_f64().unwrap() > eight);
    let fits = "return document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(wall.run(fits), true);
}
