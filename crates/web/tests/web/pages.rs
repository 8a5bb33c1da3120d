//! Every page type: in both languages, at every width, in both themes, for readers of every kind, and from this server
//! alone.

use std::{fs, path::Path};

use atalaya_model::Kind;

use crate::{
    browser::Browser,
    support::{BOARDS, House, STAGES, STUDY, WHOLE, pages},
};

/// The checks of axe-core, which `cargo xtask test` fetches from the npm registry.
fn axe() -> Option<String> {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/axe/node_modules/axe-core/axe.min.js");
    let found = fs::read_to_string(file).ok();
    if found.is_none() {
        println!("skipped: no axe-core here (`cargo xtask test` brings it)");
    }
    found
}

/// A study with something of every kind that a page may show: also a conflict's history and a resampled panel.
fn house() -> (House, String) {
    let (house, cookie) = House::with_study();
    // The findings with resampling are there before the pages are looked at.
    let ready = house.get(&format!("/s/{STUDY}/report/prospectivo/es/json")).cookie(&cookie).send();
    assert_eq!(ready.status, 200);
    (house, cookie)
}

#[test]
fn every_page_is_in_both_languages_and_fits_a_phone() {
    let Some(browser) = Browser::open(360, 740) else { return };
    let (house, cookie) = house();
    let mut wrong = Vec::new();
    for lang in ["es", "en"] {
        browser.settle(&house, &cookie, lang);
        for page in pages() {
            browser.go(&house.url(&page));
            browser.until("document.querySelector('main')");
            wrong.extend(misfits(&browser, lang).map(|found| format!("{page} {lang}: {found}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_language_changes_and_the_page_stays() {
    let Some(browser) = Browser::open(1280, 900) else { return };
    let (house, cookie) = House::with_study();
    browser.settle(&house, &cookie, "es");
    for page in
        [format!("/s/{STUDY}/structure"), format!("/s/{STUDY}/answers/T1/influence/E2"), "/".to_owned()]
    {
        for (lang, title) in [("en", "language"), ("es", "idioma")] {
            browser.go(&house.url(&page));
            browser.until("document.querySelector('main')");
            browser.tab_to(&format!("button[name=lang][value={lang}]"));
            browser.key(crate::browser::ENTER);
            browser.until(&format!("document.documentElement.lang === '{lang}'"));
            assert_eq!(browser.path(), page);
            let label = browser.run("return document.querySelector('form[action=\"/language\"]').ariaLabel");
            assert_eq!(label.as_str().unwrap_or_default().to_lowercase(), title);
        }
    }
}

#[test]
fn every_page_can_be_read_by_everybody_and_comes_from_this_server_alone() {
    let (Some(axe), Some(browser)) = (axe(), Browser::open(1280, 900)) else { return };
    let (house, cookie) = house();
    let own = house.url("/");
    let mut wrong = Vec::new();
    for (lang, theme, width) in [("es", "light", 1280), ("en", "dark", 1280), ("es", "dark", 360)] {
        browser.settle(&house, &cookie, lang);
        browser.size(width, 900);
        browser.theme(theme);
        browser.complaints();
        for page in pages() {
            browser.go(&house.url(&page));
            browser.until("document.querySelector('main')");
            let from = browser.run("return performance.getEntriesByType('resource').map(e => e.name)");
            let others =
                from.as_array().unwrap().iter().filter(|name| !name.as_str().unwrap().starts_with(&own));
            wrong.extend(others.map(|name| format!("{page}: fetches {name}")));
            // What the page itself was refused; a page that is not there is told by the browser too.
            let complaints =
                browser.complaints().into_iter().filter(|c| page != "/nothing" || !c.contains("404"));
            wrong.extend(complaints.map(|c| format!("{page}: {c}")));
            let barriers = barriers(&browser, &axe);
            wrong.extend(barriers.iter().map(|found| format!("{page} {lang} {theme} {width}: {found}")));
            browser.complaints();
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What keeps somebody from reading a page, as axe tells it.
fn barriers(browser: &Browser, axe: &str) -> Vec<String> {
    browser.run(axe);
    let found = browser.run_later(
        "const done = arguments[0];
         axe.run({ resultTypes: ['violations'] }).then(r => done(r.violations
           .filter(v => v.impact === 'serious' || v.impact === 'critical')
           .map(v => `${v.id} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 200)} ${v.nodes[0].any[0]?.message ?? v.nodes[0].failureSummary ?? ''}`)), e => done([String(e)]))",
    );
    let found = found.as_array().cloned().unwrap_or_default();
    found.iter().map(|barrier| barrier.as_str().unwrap_or_default().to_owned()).collect()
}

/// What does not fit the width, and what has no sentence.
fn misfits(browser: &Browser, lang: &str) -> Option<String> {
    let found = browser.run(
        "const root = document.documentElement;
         const text = root.outerHTML;
         const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1
           && !e.closest('svg') && !e.closest('.scroll,.gridbox,.path,.skip,.hidden')).slice(0, 3).map(e => e.tagName + '.' + e.className);
         return { lang: root.lang, wide: root.scrollWidth > root.clientWidth ? wide.concat(root.scrollWidth) : [],
           keys: text.match(/⟨[^⟩]*⟩|\\{ ?\\$\\w+ ?\\}/g) ?? [] }",
    );
    let nothing = serde_json::json!([]);
    let fine = found["lang"] == lang && found["wide"] == nothing && found["keys"] == nothing;
    (!fine).then(|| found.to_string())
}

#[test]
fn the_whole_example_reads_well_too() {
    let (Some(axe), Some(browser)) = (axe(), Browser::open(360, 740)) else { return };
    let house = House::new();
    let cookie = house.sign_in();
    let made = house.post("/studies").cookie(&cookie).form(&[("title", "Todo"), ("template", WHOLE)]).send();
    assert_eq!(made.status, 303);
    let mut wrong = Vec::new();
    // Every kind of record: its list and its first record, as they are sent.
    for kind in Kind::ALL {
        for lang in ["es", "en"] {
            let session = format!("{cookie}; lang={lang}");
            let list = house.get(&format!("/s/todo/list/{}", kind.as_str())).cookie(&session).send();
            let first = list.text().split(&format!("/record/{}/", kind.as_str())).nth(1).map(str::to_owned);
            let first = first.and_then(|rest| rest.split('"').next().map(str::to_owned));
            let record = first.map(|id| {
                house.get(&format!("/s/todo/record/{}/{id}", kind.as_str())).cookie(&session).send()
            });
            for page in [Some(list), record].into_iter().flatten() {
                let keys = page.text().contains('⟨');
                if page.status != 200 || keys {
                    wrong.push(format!("{} {lang}: {} {keys}", kind.as_str(), page.status));
                }
            }
        }
    }
    let others = [
        "/list/evidence",
        "/list/action",
        "/record/action/A01",
        "/answers/MAT1/influence/E01",
        "/problems",
        "/decide/actions",
    ];
    for (lang, theme) in [("es", "light"), ("en", "dark")] {
        browser.settle(&house, &cookie, lang);
        browser.theme(theme);
        for page in STAGES.into_iter().chain(others).chain(BOARDS) {
            browser.go(&house.url(&format!("/s/todo{page}")));
            browser.until("document.querySelector('main')");
            let status = browser.run("return performance.getEntriesByType('navigation')[0].responseStatus");
            assert_eq!(status, 200, "{page}");
            wrong.extend(misfits(&browser, lang).map(|found| format!("{page} {lang}: {found}")));
            wrong.extend(
                barriers(&browser, &axe).iter().map(|found| format!("{page} {lang} {theme}: {found}")),
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Not a test: pictures of every page to be looked at, in the folder that `ATALAYA_PICTURES` names.
#[test]
#[ignore = "writes pictures to be looked at"]
fn pictures() {
    use base64::Engine as _;
    let Some(folder) = std::env::var_os("ATALAYA_PICTURES") else { return };
    let only = std::env::var("ATALAYA_PAGES").unwrap_or_default();
    let Some(browser) = Browser::open(1440, 900) else { return };
    let (house, cookie) = house();
    fs::create_dir_all(&folder).unwrap();
    let made = house.post("/studies").cookie(&cookie).form(&[("title", "Todo"), ("template", WHOLE)]).send();
    assert_eq!(made.status, 303);
    let of_whole = [
        "",
        "/scan",
        "/structure",
        "/explore",
        "/act",
        "/answers/MAT1/influence/E01",
        "/list/action",
        "/record/scenario/S1",
        "/record/variable/V18",
        "/decide/bet",
        "/room/matrix?cell=V01/V02",
        "/room/scenarios",
        "/answers/MAT1/influence?cell=V01/V02",
        "/board/evidence",
        "/board/foda",
        "/board/scenarios",
        "/board/box?scenario=S2",
        "/board/opportunities",
        "/board/roadmap",
        "/board/indicators",
    ];
    let mut all = pages();
    all.extend(of_whole.map(|path| format!("/s/todo{path}")));
    for (lang, theme, width) in [
        ("es", "light", 1440),
        ("en", "dark", 1440),
        ("en", "light", 1024),
        ("es", "dark", 360),
        ("en", "light", 360),
        ("es", "light", 1920),
    ] {
        browser.settle(&house, &cookie, lang);
        browser.theme(theme);
        // A wall is for the room.
        let shown = |page: &&String| {
            (only.is_empty() || page.contains(&only)) && (width < 1920 || page.contains("/room/"))
        };
        for page in all.iter().filter(shown) {
            browser.size(width, if width == 1920 { 1080 } else { 900 });
            browser.go(&house.url(page));
            browser.until("document.querySelector('main')");
            std::thread::sleep(std::time::Duration::from_millis(300));
            let name = format!(
                "{}-{width}-{theme}-{lang}.png",
                page.trim_matches('/').replace(['/', '?', '='], "_")
            );
            let png = base64::engine::general_purpose::STANDARD
                .decode(if width == 1920 { browser.screen() } else { browser.picture(width) })
                .unwrap();
            fs::write(Path::new(&folder).join(name), png).unwrap();
        }
    }
}

fn packed(bytes: &[u8]) -> usize {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut out, bytes).unwrap();
    out.finish().unwrap().len()
}

#[test]
fn no_page_of_the_whole_example_weighs_more_than_a_slow_line_bears() {
    let house = House::new();
    let cookie = house.sign_in();
    let form = [("title", "Agua"), ("template", WHOLE)];
    assert_eq!(house.post("/studies").cookie(&cookie).form(&form).send().status, 303);
    let kinds = Kind::ALL.iter().map(|kind| format!("/list/{}", kind.as_str()));
    let stages = STAGES.into_iter().map(str::to_owned);
    let more = [
        "/problems",
        "/history",
        "/texts",
        "/report",
        "/answers/MAT1/influence/E01",
        "/compare?from=0&to=99999",
    ];
    let mut heaviest = (0, String::new());
    for path in stages.chain(kinds).chain(more.map(str::to_owned)) {
        let page =
            house.get(&format!("/s/{STUDY}{path}")).cookie(&cookie).with("accept-encoding", "gzip").send();
        if page.status != 200 {
            continue;
        }
        assert_eq!(page.header("content-encoding"), "gzip", "{path}");
        if page.body.len() > heaviest.0 {
            heaviest = (page.body.len(), path.clone());
        }
        assert!(page.body.len() < 200_000, "{path}: {} bytes", page.body.len());
    }
    assert!(heaviest.0 > 20_000, "{heaviest:?}");
    println!("{heaviest:?}");
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    let house = House::new();
    for name in ["atalaya.css", "atalaya.js", "report.css"] {
        let first = house.get(&format!("/assets/{name}")).send();
        let mark = first.header("etag").to_owned();
        assert!(first.status == 200 && packed(&first.body) < 40_000, "{name}: {}", packed(&first.body));
        let again = house.get(&format!("/assets/{name}")).with("if-none-match", &mark).send();
        assert_eq!((again.status, again.body.len()), (304, 0), "{name}");
    }
    // What a page names has the release in its address, and need not be asked for again at all.
    let page = house.get("/").send().text();
    let named: Vec<&str> = page.split('"').filter(|part| part.starts_with("/assets/")).collect();
    assert!(named.len() >= 3, "{page}");
    for address in named {
        let asset = house.get(address).send();
        assert_eq!(asset.status, 200, "{address}");
        assert!(asset.header("cache-control").contains("immutable"), "{address}");
    }
    let before = house.get("/assets/0123456789abcdef/atalaya.css").send();
    assert_eq!((before.status, before.header("cache-control")), (200, "no-cache"));
}

#[test]
fn a_record_has_the_label_of_its_pictures_wherever_it_is_named() {
    let (house, cookie) = House::with_whole();
    let page = |path: &str| {
        let answer = house.get(&format!("/s/{STUDY}{path}")).cookie(&format!("{cookie}; lang=es")).send();
        assert_eq!(answer.status, 200, "{path}");
        answer.text()
    };
    let whole = "MINEDU Ministerio de Educación";
    for (path, said) in [
        ("/list/actor", ">MINEDU</a>"),
        ("/list/action", "MINEDU"),
        ("/record/action/A01", whole),
        ("/record/actor/AC01", whole),
        ("/answers/JUE1/power/E01", "MINEDU"),
    ] {
        assert!(page(path).contains(said), "{path}");
    }
    assert!(!page("/record/action/A01").contains("AC01 Ministerio"), "its id is no second label");
}

#[test]
fn a_long_table_says_that_it_goes_on_below_and_a_stage_shows_all_of_its_parts() {
    let Some(browser) = Browser::open(1024, 768) else { return };
    let (house, cookie) = House::with_whole();
    browser.settle(&house, &cookie, "es");
    browser.go(&house.url(&format!("/s/{STUDY}/structure")));
    browser.until("document.querySelector('.found .fig.table')");
    // Where the page cuts a table, and nowhere else.
    let told = "return [...document.querySelectorAll('.found .fig.table')].map(own => [
        own.querySelector('.scroll').scrollHeight > own.querySelector('.scroll').clientHeight + 1,
        own.querySelector('.onward')?.offsetParent ? own.querySelector('.onward').textContent : null,
        own.querySelectorAll('tbody tr:not(.group)').length])";
    let tables = browser.run(told);
    let tables = tables.as_array().unwrap();
    assert!(tables.iter().any(|own| own[0] == true), "{tables:?}");
    for own in tables {
        let line = format!("Sigue hacia abajo: {} filas", own[2]);
        assert_eq!(own[1], if own[0] == true { line.into() } else { serde_json::Value::Null });
    }
    let parts =
        "const own = document.querySelector('.parts'); return own.scrollHeight <= own.clientHeight + 1";
    assert_eq!(browser.run(parts), true);
}

#[test]
fn on_a_phone_the_role_of_a_person_is_not_cut() {
    let Some(browser) = Browser::open(360, 740) else { return };
    let (house, cookie) = House::with_study();
    browser.settle(&house, &cookie, "es");
    browser.go(&house.url(&format!("/s/{STUDY}/people")));
    // The letters of a choice stand between its edges and its arrow.
    let whole = "const pen = document.createElement('canvas').getContext('2d');
        return [...document.querySelectorAll('main select')].every(own => {
          pen.font = getComputedStyle(own).font;
          return pen.measureText(own.selectedOptions[0].textContent).width + 30 <= own.clientWidth && own.getBoundingClientRect().right <= innerWidth;
        })";
    assert_eq!(browser.run(whole), true);
}

#[test]
fn on_a_phone_the_rows_of_a_table_of_texts_are_cards() {
    let Some(browser) = Browser::open(360, 740) else { return };
    let (house, cookie) = House::with_whole();
    browser.settle(&house, &cookie, "es");
    browser.go(&house.url(&format!("/s/{STUDY}/explore")));
    browser.until("document.querySelector('.fig.table .stackable')");
    let cards = "const tables = [...document.querySelectorAll('.fig.table .stackable')];
        const cell = tables[0].querySelector('tbody td[data-label]');
        return [tables.every(own => own.offsetWidth <= own.parentElement.clientWidth + 1), getComputedStyle(cell, '::before').content.includes(cell.dataset.label),
            tables.every(own => getComputedStyle(own.querySelector('tbody th, tbody td')).maxWidth === 'none')]";
    assert_eq!(browser.run(cards), serde_json::json!([true, true, true]));
    browser.size(1024, 768);
    let table = "return getComputedStyle(document.querySelector('.stackable td')).display";
    assert_eq!(browser.run(table), "table-cell");
}
