//! Figures and tables taken along, and why each is what it is.

use std::collections::BTreeSet;

use crate::support::{House, STUDY, WHOLE};

/// The example, and the links of a page that match.
fn example() -> (House, String) {
    let house = House::new();
    let cookie = house.sign_in();
    let made = house.post("/studies").cookie(&cookie).form(&[("title", "Agua"), ("template", WHOLE)]).send();
    assert_eq!(made.status, 303);
    (house, cookie)
}

fn links(page: &str, within: &str) -> BTreeSet<String> {
    let all = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    all.filter(|href| href.contains(within)).map(str::to_owned).collect()
}

#[test]
fn every_figure_and_table_of_the_path_has_a_page_that_says_why_and_leads_nowhere_false() {
    let (house, cookie) = example();
    let (mut parts, mut whys) = (BTreeSet::new(), BTreeSet::new());
    for stage in ["frame", "scan", "consult", "structure", "explore", "choose", "act", "watch"] {
        let page = house.get(&format!("/s/{STUDY}/{stage}")).cookie(&cookie).send().text();
        parts.extend(links(&page, "/part/"));
        whys.extend(links(&page, "/why/"));
    }
    assert!(parts.len() > 100, "{}", parts.len());
    let mut without = BTreeSet::new();
    for part in &parts {
        let page = house.get(part).cookie(&cookie).send();
        assert_eq!(page.status, 200, "{part}");
        let own = links(&page.text(), "/why/");
        if !page.text().contains("class=\"why\"") {
            without.insert(part.rsplit('/').next().unwrap().to_owned());
        }
        whys.extend(own);
        let dead: Vec<String> =
            links(&page.text(), "").into_iter().filter(|to| to.starts_with('#')).collect();
        assert!(dead.iter().all(|to| to == "#content"), "{part}: {dead:?}");
    }
    // These print records as people wrote them.
    let records = ["actors-table", "decision-log", "gate-log"].map(str::to_owned).into();
    assert_eq!(without, records);
    let mut asked = BTreeSet::new();
    while let Some(why) = whys.difference(&asked).next().cloned() {
        let page = house.get(&why).cookie(&cookie).send();
        assert_eq!(page.status, 200, "{why}");
        whys.extend(links(&page.text(), "/why/"));
        asked.insert(why);
    }
    assert!(asked.len() > 20, "{}", asked.len());
}

#[test]
fn figures_and_tables_have_numbers_in_the_report_and_titles_everywhere_else() {
    let (house, cookie) = example();
    let ask = |path: &str| house.get(&format!("/s/{STUDY}{path}")).cookie(&cookie).send().text();
    let numbered = |page: &str| {
        let words = ["Tabla", "tabla", "Figura", "figura", "Table", "table", "Figure", "figure"];
        words.into_iter().find(|word| page.contains(&format!("{word}\u{a0}"))).map(str::to_owned)
    };
    let chapter = ask("/report/prospectivo/es?chapter=structural-analysis");
    assert!(numbered(&chapter).is_some());
    let stage = ask("/structure");
    let part = ask("/part/figure-influence-plane");
    let pages = [ask("/consult"), ask("/explore"), ask("/answers/MAT1/influence/E01"), stage, part];
    for page in &pages {
        assert_eq!(numbered(page), None);
    }
    let [consult, _, grid, stage, part] = &pages;
    // One and the same title, wherever it is shown; what a text speaks of is called by its own.
    let title = "Plano de influencia y dependencia";
    assert!(grid.contains(title) && stage.contains(title));
    assert!(part.contains(&format!("<h1>{title}</h1>")), "{part}");
    assert!(consult.contains("<a href=\"#rules\">tabla «Reglas del estudio»</a>"), "{consult}");
}

#[test]
fn a_figure_leaves_as_a_picture_and_a_table_as_numbers_in_either_language() {
    let (house, cookie) = House::with_study();
    let take = |path: &str| house.get(&format!("/s/{STUDY}/part/{path}")).cookie(&cookie).send();
    let svg = take("figure-influence-plane/es/svg");
    assert!(
        svg.status == 200 && svg.text().starts_with("<svg") && svg.header("content-type") == "image/svg+xml"
    );
    assert!(take("figure-influence-plane/en/svg").text() != svg.text(), "in its language");
    let png = take("figure-influence-plane/es/png");
    assert!(png.body.starts_with(b"\x89PNG") && png.header("content-disposition").contains("-es.png"));
    let page = house.get(&format!("/s/{STUDY}/structure")).cookie(&cookie).send().text();
    let table = links(&page, "/part/").into_iter().find(|part| !part.contains("/figure-")).unwrap();
    let id = table.rsplit('/').next().unwrap();
    let csv = take(&format!("{id}/es/csv")).text();
    assert!(csv.lines().count() > 2 && csv.contains(','), "{csv}");
    assert!(take(&format!("{id}/es/xlsx")).body.starts_with(b"PK"));
    for wrong in
        [&format!("{id}/es/svg"), "figure-influence-plane/es/csv", "figure-nothing/es/svg", "nothing/xx/svg"]
    {
        assert_eq!(take(wrong).status, 404, "{wrong}");
    }
}

#[test]
fn what_a_spreadsheet_would_run_leaves_as_text() {
    let (house, cookie) = House::with_study();
    let page = house.get(&format!("/s/{STUDY}/frame")).cookie(&cookie).send().text();
    let seq = page.split("data-seq=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    for (id, text) in [("V1", "=cmd|' /C calc'!A0"), ("V2", "@SUM(1+1)"), ("V3", "+1"), ("V4", "-1+1")] {
        let form = [("read", seq), ("f:name.es", text), ("f:definition.es", text)];
        let path = format!("/s/{STUDY}/record/variable/{id}");
        assert_eq!(house.post(&path).cookie(&cookie).form(&form).send().status, 303);
    }
    let page = house.get(&format!("/s/{STUDY}/structure")).cookie(&cookie).send().text();
    let mut told = 0;
    for table in links(&page, "/part/").iter().filter(|part| !part.contains("/figure-")) {
        let csv = house.get(&format!("{table}/es/csv")).cookie(&cookie).send().text();
        for cell in csv.lines().flat_map(|line| line.split(',')).map(|cell| cell.trim_matches('"')) {
            let formula =
                cell.starts_with(['=', '@']) || (cell.starts_with('+') && cell.parse::<f64>().is_err());
            assert!(!formula, "{table}: {cell}");
            told += usize::from(cell.contains("'=cmd"));
        }
    }
    assert!(told > 0, "the definition is in some table");
}
