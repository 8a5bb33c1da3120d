//! Boards edit several records at once, over the same records as everywhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    browser::{Browser, ENTER, SHIFT, TAB, UP},
    support::{Answer, House, STUDY, hidden},
};

fn page(house: &House, cookie: &str, path: &str) -> String {
    let answer = house.get(&format!("/s/{STUDY}{path}")).cookie(&format!("{cookie}; lang=es")).send();
    assert_eq!(answer.status, 200, "{path}");
    answer.text()
}

fn save(house: &House, cookie: &str, board: &str, read: &str, fields: &[(&str, &str)]) -> Answer {
    let mut all = vec![("read", read)];
    all.extend(fields);
    house.post(&format!("/s/{STUDY}/board/{board}")).cookie(&format!("{cookie}; lang=es")).form(&all).send()
}

#[test]
fn a_board_adds_and_changes_several_records_in_one_save() {
    let (house, cookie) = House::with_study();
    let before = hidden(&page(&house, &cookie, "/board/foda"), "read");
    let added = [
        ("k:factor/+strength/kind", "strength"),
        ("f:factor/+strength/name.es", "El comité ya reúne a todos"),
        ("k:factor/+threat/kind", "threat"),
        ("f:factor/+threat/name.es", "Sequías más largas"),
        ("k:factor/+weakness/kind", "weakness"),
        ("f:factor/+weakness/name.es", "  "),
    ];
    let said = save(&house, &cookie, "foda", &before, &added);
    assert_eq!((said.status, said.header("location")), (303, format!("/s/{STUDY}/board/foda").as_str()));
    let strength = house.record("factor", "F1");
    assert_eq!(
        (&strength["kind"], &strength["name.es"]),
        (&"strength".into(), &"El comité ya reúne a todos".into())
    );
    assert_eq!(house.record("factor", "F2")["kind"], "threat");
    assert_eq!(house.record("factor", "F3"), serde_json::Value::Null, "what was left empty makes nothing");

    // What is not the board's is not saved by it.
    let now = hidden(&page(&house, &cookie, "/board/foda"), "read");
    let foreign = [("o:variable/V1/name.es", ""), ("f:variable/V1/name.es", "Otra cosa")];
    assert_eq!(save(&house, &cookie, "foda", &now, &foreign).status, 303);
    assert_ne!(house.record("variable", "V1")["name.es"], "Otra cosa");

    // Two who change the same are shown both texts.
    let change = |text: &'static str| {
        [("o:factor/F1/name.es", "El comité ya reúne a todos"), ("f:factor/F1/name.es", text)]
    };
    assert_eq!(save(&house, &cookie, "foda", &now, &change("Reúne a casi todos")).status, 303);
    let late = save(&house, &cookie, "foda", &now, &change("Reúne a los que quieren"));
    assert_eq!(late.status, 409);
    let told = late.text();
    assert!(told.contains("Reúne a casi todos") && told.contains("Reúne a los que quieren"), "{told}");
    assert_eq!(house.record("factor", "F1")["name.es"], "Reúne a casi todos");
}

#[test]
fn a_scenario_is_a_path_through_the_box() {
    let (house, cookie) = House::with_study();
    let before = hidden(&page(&house, &cookie, "/board/box"), "read");
    let states =
        [("f:state/+V1/name.es", "Fuentes que alcanzan"), ("f:state/+V4/name.es", "Acuerdo firmado")];
    assert_eq!(save(&house, &cookie, "box", &before, &states).status, 303);
    assert_eq!(house.record("state", "V1.a")["name.es"], "Fuentes que alcanzan");
    let now = page(&house, &cookie, "/board/box?scenario=S2");
    let pick = [
        ("o:scenario/S2/states", ""),
        ("m:scenario/S2/states", ""),
        ("m:scenario/S2/states#V1", "V1.a"),
        ("m:scenario/S2/states#V4", "V4.a"),
        ("f:state/+V1/name.es", "Fuentes que no alcanzan"),
    ];
    assert_eq!(save(&house, &cookie, "box", &hidden(&now, "read"), &pick).status, 303);
    assert_eq!(house.record("scenario", "S2")["states"], serde_json::json!(["V1.a", "V4.a"]));
    assert_eq!(house.record("state", "V1.b")["name.es"], "Fuentes que no alcanzan");
    let after = page(&house, &cookie, "/board/box?scenario=S2");
    assert!(after.contains("name=\"m:scenario/S2/states#V1\" value=\"V1.a\" checked"));
    // The other way round: taken away again.
    let none = [
        ("o:scenario/S2/states", "V1.a V4.a"),
        ("m:scenario/S2/states", ""),
        ("m:scenario/S2/states#V1", ""),
    ];
    assert_eq!(save(&house, &cookie, "box", &hidden(&after, "read"), &none).status, 303);
    assert!(house.record("scenario", "S2").get("states").is_none());
}

#[test]
fn scenarios_signs_and_ranges_know_what_they_belong_to() {
    let (house, cookie) = House::with_study();
    let before = hidden(&page(&house, &cookie, "/board/scenarios"), "read");
    let long = "Párrafo. ".repeat(2000);
    let fields = [
        ("k:sign/+S1/scenario", "S1"),
        ("f:sign/+S1/name.es", "Tres estiajes sin cortes"),
        ("o:scenario/S1/path.2026-2028.es", ""),
        ("f:scenario/S1/path.2026-2028.es", "Se mide el caudal"),
        ("f:scenario/S1/narrative.es", long.as_str()),
        ("o:scenario/S1/narrative.es", ""),
    ];
    assert_eq!(save(&house, &cookie, "scenarios", &before, &fields).status, 303);
    assert_eq!(house.record("sign", "SG1")["scenario"], "S1");
    let scenario = house.record("scenario", "S1");
    assert_eq!(scenario["path.2026-2028.es"], "Se mide el caudal");
    assert_eq!(scenario["narrative.es"].as_str().map(str::len), Some(long.trim().len()), "no limit");

    let before = hidden(&page(&house, &cookie, "/board/indicators"), "read");
    assert_eq!(
        save(&house, &cookie, "indicators", &before, &[("f:indicator/+new/name.es", "Caudal de estiaje")])
            .status,
        303
    );
    let now = page(&house, &cookie, "/board/indicators");
    let fields = [
        ("k:threshold/+K1-S1/indicator", "K1"),
        ("k:threshold/+K1-S1/scenario", "S1"),
        ("f:threshold/+K1-S1/low", "12"),
        ("k:reading/+K1/indicator", "K1"),
        ("f:reading/+K1/year", "2026"),
        ("f:reading/+K1/value", "11.5"),
    ];
    assert_eq!(save(&house, &cookie, "indicators", &hidden(&now, "read"), &fields).status, 303);
    let range = house.record("threshold", "TH1");
    assert_eq!(
        (&range["indicator"], &range["scenario"], &range["low"]),
        (&"K1".into(), &"S1".into(), &"12".into())
    );
    assert_eq!(house.record("reading", "L1")["indicator"], "K1");
}

#[test]
fn boards_say_what_counts_and_what_was_left_out() {
    let (house, cookie) = House::with_whole();
    let page = |path: &str| page(&house, &cookie, path);
    let indicators = page("/board/indicators");
    let card = indicators.split("id=\"at-").find(|card| card.starts_with("K01\"")).unwrap();
    assert!(card.contains("el camino recto de cada escenario"), "{card}");
    assert!(card.contains("También cuentan como lecturas 3 valores de la serie"), "{card}");
    assert!(card.contains("/record/series/K01\""), "{card}");
    assert!(!card.contains("Rango en cada escenario, al horizonte <span"), "{card}");
    // What the decision about the actions left out.
    let road = page("/board/roadmap");
    let row =
        |id: &str| road.split("<tr").find(|row| row.contains(&format!("/record/action/{id}\""))).unwrap();
    assert!(row("A07").contains("class=\"span left\"") && row("A07").contains("(fuera de la ruta)"));
    assert!(row("A01").contains("class=\"span\"") && !row("A01").contains("fuera de la ruta"));
    // The sign of a pole is a minus, the hyphens of its words are not.
    let english = house.get(&format!("/s/{STUDY}/board/scenarios")).cookie(&format!("{cookie}; lang=en"));
    let english = english.send().text();
    let poles: String =
        english.split("class=\"poles\"").skip(1).map(|pole| pole.split("</p>").next().unwrap()).collect();
    assert!(poles.contains("multi-year") && poles.contains("<span>− "), "{poles}");
}

#[test]
fn a_consultation_is_called_by_its_name_where_a_round_names_it() {
    let (house, cookie) = House::with_whole();
    let list = page(&house, &cookie, "/list/round");
    assert!(list.contains(">Taller de la matriz de influencias</td>"), "{list}");
    let form = page(&house, &cookie, "/record/round/MAT1");
    assert!(form.contains("value=\"matriz\" selected>Taller de la matriz de influencias</option>"), "{form}");
    let own = page(&house, &cookie, "/record/consultation/matriz");
    assert!(
        own.contains("<h1>Taller de la matriz de influencias <span class=\"count\">matriz</span></h1>"),
        "{own}"
    );
}

#[test]
fn factors_are_added_one_after_another_without_a_mouse() {
    let Some(browser) = Browser::open(1280, 900) else { return };
    let (house, cookie) = House::with_study();
    browser.settle(&house, &cookie, "es");
    browser.go(&house.url(&format!("/s/{STUDY}/board/foda")));
    browser.until("document.querySelector('#board')");
    for (index, text) in ["Reúne a todos", "Tiene un padrón"].into_iter().enumerate() {
        if index == 0 {
            browser.tab_to("[name='f:factor/+strength/name.es']");
        }
        browser.write(text);
        // Enter makes a new line in a long text, and saves a short one.
        browser.key(ENTER);
        browser.until(&format!(
            "document.querySelectorAll('.quadrant.strength .factors > li').length === {}",
            index + 1
        ));
        browser.until("document.activeElement.name === 'f:factor/+strength/name.es'");
    }
    assert_eq!(house.record("factor", "F2")["name.es"], "Tiene un padrón");
}

#[test]
fn a_board_saves_what_one_leaves_and_writes_in_both_languages() {
    let Some(browser) = Browser::open(1280, 900) else { return };
    let (house, cookie) = House::with_whole();
    browser.settle(&house, &cookie, "es");
    browser.go(&house.url(&format!("/s/{STUDY}/board/foda?both=1")));
    browser.until("document.querySelector('#board')");
    browser.run("document.getElementById('factor/F1/name.en').select()");
    browser.write("Programmes with rules");
    browser.key(TAB);
    browser.until("document.querySelector('.saved').textContent === 'Guardado'");
    assert_eq!(house.record("factor", "F1")["name.en"], "Programmes with rules");
    // What one ticks is saved the same way, and the page stays as it is.
    browser.go(&house.url(&format!("/s/{STUDY}/board/opportunities")));
    browser.until("document.querySelector('#board')");
    let before = house.record("opportunity", "O01")["evidence"].clone();
    browser.run(
        "const fold = document.querySelector('#at-O01 details.picks'); fold.open = true; fold.querySelector('input[type=checkbox]:not(:checked)').click()",
    );
    browser.until("document.querySelector('.saved').textContent === 'Guardado'");
    assert_ne!(house.record("opportunity", "O01")["evidence"], before);
    // What somebody else wrote in the same field meanwhile is shown as a choice.
    let name = house.record("opportunity", "O01")["name.es"].as_str().unwrap().to_owned();
    let now = hidden(&page(&house, &cookie, "/board/opportunities"), "read");
    let fields = [
        ("read", now.as_str()),
        ("o:opportunity/O01/name.es", name.as_str()),
        ("f:opportunity/O01/name.es", "De otra persona"),
    ];
    let other = house.post(&format!("/s/{STUDY}/board/opportunities")).cookie(&cookie).form(&fields).send();
    assert_eq!(other.status, 303);
    browser.run("document.getElementById('opportunity/O01/name.es').select()");
    browser.write("Mía");
    browser.key(TAB);
    browser.until("document.querySelector('.clash, .clashes, .bad')");
    let shown = browser.run("return document.body.textContent");
    let shown = shown.as_str().unwrap();
    assert!(shown.contains("De otra persona") && shown.contains("Mía"), "both are shown");
    assert_eq!(house.record("opportunity", "O01")["name.es"], "De otra persona");
}

#[test]
fn the_report_is_read_a_chapter_a_page() {
    let (house, cookie) = House::with_whole();
    let read = |path: &str| page(&house, &cookie, &format!("/report/{path}"));
    let first = read("prospectivo/en");
    assert!(first.contains("<article lang=\"en\">"));
    let chapters: Vec<&str> = first
        .split("?chapter=")
        .skip(1)
        .filter_map(|rest| rest.split(['"', '#']).next())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    assert!(chapters.len() > 10, "{chapters:?}");
    let mut figures = 0;
    let mut ways: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for chapter in chapters {
        let shown = read(&format!("prospectivo/en?chapter={chapter}"));
        figures += shown.matches("<figure").count();
        let main = shown.split("<article").nth(1).unwrap();
        for way in main.split(&format!("href=\"/s/{STUDY}")).skip(1) {
            let way = way.split(['"', '#']).next().unwrap().to_owned();
            let kind = way.split(['/', '?']).nth(1).unwrap_or_default().to_owned();
            ways.entry(kind).or_default().insert(way);
        }
    }
    // Every kind of way out of a chapter leads somewhere: to chapters, to what a finding rests on, to sources.
    assert!(ways.len() > 2, "{:?}", ways.keys());
    for way in ways.values().flat_map(|ways| ways.iter().take(8)) {
        page(&house, &cookie, way);
    }
    assert!(figures > 40, "{figures}");
    assert!(read("decisor/es").contains("<article lang=\"es\">"));
    assert_eq!(house.get(&format!("/s/{STUDY}/report/nobody/es")).cookie(&cookie).send().status, 404);
}

#[test]
fn the_questionnaire_of_a_round_is_had_in_word() {
    let (house, cookie) = House::with_study();
    assert!(page(&house, &cookie, "/consult").contains(&format!("/s/{STUDY}/questionnaire/T1/es")));
    let ask = |round: &str| house.get(&format!("/s/{STUDY}/questionnaire/{round}/es")).cookie(&cookie).send();
    let answer = ask("T1");
    assert_eq!(answer.status, 200);
    assert!(answer.body.starts_with(b"PK"), "a Word file");
    assert_eq!(ask("T9").status, 404);
}

#[test]
fn findings_stand_beside_actors_axes_factors_and_what_is_at_stake() {
    let (house, cookie) = House::with_whole();
    for (kind, told) in [
        ("actor", "Papel en el juego"),
        ("axis", "Las cuatro esquinas son plausibles"),
        ("factor", "Suma de sus cruces"),
        ("stake", "Movilización"),
    ] {
        let list = page(&house, &cookie, &format!("/list/{kind}"));
        let way = format!("/s/{STUDY}/record/{kind}/");
        let shown: Vec<String> = list
            .split(way.as_str())
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .map(|id| page(&house, &cookie, &format!("/record/{kind}/{id}")))
            .collect();
        assert!(shown.iter().any(|page| page.contains(told)), "{kind} of {}", shown.len());
    }
}

#[test]
fn the_roadmap_moves_by_keys_and_a_filter_shows_what_it_asks_for() {
    let Some(browser) = Browser::open(1280, 900) else { return };
    let (house, cookie) = House::with_whole();
    browser.settle(&house, &cookie, "es");
    browser.go(&house.url(&format!("/s/{STUDY}/board/roadmap")));
    browser.until("document.querySelector('#road')");
    let bar = |id: &str| {
        let script = "const row = document.getElementById(`action/${arguments[0]}/from`).closest('tr');
            const on = [...row.querySelectorAll('.slot')].map((s, i) => s.classList.contains('on') ? i + Number(document.getElementById('road').dataset.first) : 0).filter(Boolean);
            return [on[0], on.at(-1)]";
        browser.run_with(script, &[id.into()])
    };
    let year =
        |key: &str| house.record("action", "A01")[key].as_str().and_then(|year| year.parse::<i64>().ok());
    let (first, last) = (year("from").unwrap(), year("to").unwrap());
    assert_eq!(bar("A01"), serde_json::json!([first, last]));
    browser.run("document.getElementById('action/A01/from').focus()");
    browser.chord(&[SHIFT], UP);
    browser.until("document.getElementById('action/A01/from').value !== ''");
    assert_eq!(bar("A01"), serde_json::json!([first + 1, last + 1]));
    browser.key(UP);
    assert_eq!(bar("A01"), serde_json::json!([first + 2, last + 1]));
    browser.key(ENTER);
    browser.until("document.readyState === 'complete' && performance.getEntriesByType('navigation')[0].type === 'reload'");
    assert_eq!((year("from"), year("to")), (Some(first + 2), Some(last + 1)));

    browser.go(&house.url(&format!("/s/{STUDY}/board/evidence")));
    let hits = || browser.run("return document.querySelectorAll('.hit').length").as_u64().unwrap_or_default();
    browser.until("document.querySelectorAll('.hit').length > 20");
    let all = hits();
    browser.tab_to("input[type=search]");
    browser.write("Internet");
    browser.key(ENTER);
    browser.until("location.search.includes('q=Internet')");
    assert!((1..all).contains(&hits()), "{} of {all}", hits());
}

#[test]
fn what_is_empty_is_noticed_remedies_name_pages_and_a_fault_knows_the_way_back() {
    let (house, cookie) = House::with_study();
    let count = |page: &str| -> usize {
        let rest =
            page.split("/problems\"").nth(1).and_then(|rest| rest.split("<span class=\"count\">").nth(1));
        rest.and_then(|rest| rest.split('<').next()).and_then(|count| count.parse().ok()).unwrap_or_default()
    };
    let before = count(&page(&house, &cookie, ""));
    assert!(before > 0, "the head counts the notices");
    let add = |id: &str| {
        let from = house.url(&format!("/s/{STUDY}/list/variable"));
        let ask = house.post(&format!("/s/{STUDY}/list/variable")).cookie(&format!("{cookie}; lang=es"));
        ask.with("referer", &from).form(&[("id", id)]).send()
    };
    assert_eq!(add("V9").status, 303);
    let problems = page(&house, &cookie, "/problems");
    assert!(problems.contains("Registros vacíos") && problems.contains("/record/variable/V9"), "empty");
    assert!(count(&problems) > before);
    // Each is counted in one stage, and the stages together count them all.
    let path = page(&house, &cookie, "");
    let of_stages = path.split("<li class=\"stage").skip(1).map(|card| {
        let number = |end: &str| -> usize {
            let told = card.find(end).map_or("", |at| &card[..at]);
            told.rsplit(|c: char| !c.is_ascii_digit())
                .find(|part| !part.is_empty())
                .and_then(|n| n.parse().ok())
                .unwrap_or_default()
        };
        let card_says = |end: &str| if card.contains(end) { number(end) } else { 0 };
        [" cosa", " advertencia", " por corregir"].map(card_says).iter().sum::<usize>()
    });
    assert_eq!(of_stages.sum::<usize>(), count(&problems));
    assert!(page(&house, &cookie, "/list/variable").contains(">vacío<"));
    // Whoever works in the browser has no files.
    for file in [".csv", ".toml", "name_en"] {
        let near = problems.find(file).map(|at| {
            problems[..at].chars().rev().take(200).collect::<String>().chars().rev().collect::<String>()
        });
        assert_eq!(near, None, "{file}");
    }

    // What many say alike is said once, with the way to each.
    let more = problems.split("Y otros 11 iguales:").nth(1).and_then(|rest| rest.split("</li>").next());
    assert!(more.is_some_and(|more| more.contains("/record/scenario/S4\">S4 · V4</a>")), "{more:?}");

    // Every notice leads somewhere.
    let ways =
        problems.split("<ul class=\"problems\">").skip(1).flat_map(|part| part.split("href=\"").skip(1));
    for way in ways.map(|rest| rest.split('"').next().unwrap()).filter(|way| way.starts_with("/s/")) {
        assert_eq!(house.get(way).cookie(&cookie).send().status, 200, "{way}");
    }

    let refused = add("1 de mayo");
    assert_eq!(refused.status, 422);
    let told = refused.text();
    for way in [format!("href=\"/s/{STUDY}/list/variable\""), format!("href=\"/s/{STUDY}\"")] {
        assert!(told.contains(&way), "{way}");
    }
    let lost = house.get(&format!("/s/{STUDY}/record/variable/V77")).cookie(&cookie).send();
    assert!(lost.status == 404 && lost.text().contains(&format!("href=\"/s/{STUDY}\"")));

    let report = page(&house, &cookie, "/report");
    assert!(report.contains("Una página para quien decide") && !report.contains(">decisor<"));
}

#[test]
fn on_a_phone_the_head_is_three_lines() {
    let Some(browser) = Browser::open(360, 740) else { return };
    let (house, cookie) = House::with_study();
    browser.settle(&house, &cookie, "es");
    browser.go(&house.url(&format!("/s/{STUDY}/structure")));
    browser.until("document.querySelector('main')");
    let head = browser.run("return document.querySelector('nav.path').getBoundingClientRect().bottom");
    assert!(head.as_f64().unwrap() < 102.0, "{head}");
    assert_eq!(
        browser.run("return document.querySelector('.notice.below').textContent"),
        "Ejemplo con datos inventados"
    );
    assert_eq!(browser.run("return document.querySelector('.notice.below').offsetParent !== null"), true);
}

#[test]
fn what_a_form_names_is_chosen_and_not_spelled() {
    let (house, cookie) = House::with_study();
    let at = format!("/s/{STUDY}/record/round/T1");
    let page = house.get(&at).cookie(&cookie).send().text();
    let option = |name: &str, value: &str, chosen: &str| {
        format!("type=\"checkbox\" name=\"m:{name}\" value=\"{value}\"{chosen}>")
    };
    assert!(page.contains(&option("families", "vote", " checked")), "{page}");
    assert!(page.contains(&option("families", "influence", " checked")));
    assert!(page.contains(&option("families", "power", "")) && page.contains("influencia entre actores"));
    assert!(page.contains(&option("invited", "E7", " checked")));
    assert!(page.contains("<option value=\"taller\" selected>Taller del agua</option>"), "{page}");
    let [read, families, invited] = ["read", "o:families", "o:invited"].map(|name| hidden(&page, name));
    // As a browser sends it: what is hidden, then each that is ticked.
    let mut fields = vec![("read", read.as_str()), ("o:families", &families), ("o:invited", &invited)];
    fields.extend([
        ("m:families", ""),
        ("m:families", "influence"),
        ("m:families", "power"),
        ("m:invited", ""),
    ]);
    fields.extend(["E7", "E6", "E5", "E4", "E3", "E2", "E1"].map(|id| ("m:invited", id)));
    let saved = house.post(&at).cookie(&cookie).form(&fields).send();
    assert_eq!(saved.status, 303, "{}", saved.text());
    let records =
        house.get(&format!("/api/v1/studies/{STUDY}/records/round/T1")).cookie(&cookie).send().text();
    assert!(records.contains("\"families\":[\"influence\",\"power\"]"), "{records}");
    // The order in which people are ticked says nothing.
    assert!(records.contains("\"invited\":[\"E1\",\"E2\""), "{records}");
    // Where there is no record to choose yet, it says where one is added.
    assert!(page.contains("Todavía no hay fuentes.") && !page.contains("f:sources"), "{page}");
}

#[test]
fn the_rules_of_a_study_are_chosen_in_its_frame() {
    let (house, cookie) = House::with_study();
    let at = format!("/s/{STUDY}/record/study/study");
    let page = house.get(&at).cookie(&cookie).send().text();
    for told in ["Corte del plano de influencia y dependencia", "Lo usual: media", "si falta, 0.15"] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let read = hidden(&page, "read");
    let fields = [("read", read.as_str()), ("f:rules.plane_cut", "median"), ("f:rules.stability", "0,2")];
    let saved = house.post(&at).cookie(&cookie).form(&fields).send();
    assert_eq!(saved.status, 303, "{}", saved.text());
    let page = house.get(&at).cookie(&cookie).send().text();
    assert!(page.contains("<option value=\"median\" selected>Mediana</option>"), "{page}");
    let found = house.get(&format!("/api/v1/studies/{STUDY}/findings")).cookie(&cookie).send().text();
    assert!(found.contains("\"plane_cut\":\"median\""), "{found}");
}
