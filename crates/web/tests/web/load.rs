//! Fifty analysts at once in a study of a hundred variables: what a long run measures and an ordinary one leaves out.

use std::{
    fmt::Write as _,
    sync::Mutex,
    time::{Duration, Instant},
};

use crate::{
    browser::Browser,
    support::{House, STUDY},
};

const ANALYSTS: usize = 50;
const VARIABLES: usize = 100;
const EXPERTS: usize = 5;
/// What each analyst does, and how long they think in between.
const TURNS: usize = 24;
const THINK: Duration = Duration::from_millis(1000);

/// A study folder of its own: a panel that has answered the whole matrix.
fn files() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let mut add = |path: &str, text: String| files.push((format!("carga/{path}"), text.into_bytes()));
    add(
        "study.toml",
        "format = 1\nid = \"carga\"\ntitle = { es = \"Carga\" }\nlanguages = [\"es\"]\nprovenance = \"illustrative\"\n".to_owned(),
    );
    let mut variables = "id,name.es,definition.es\n".to_owned();
    for v in 1..=VARIABLES {
        let _ = writeln!(variables, "V{v:03},Variable {v},Lo que mide la variable {v}");
    }
    add("structure/variables.csv", variables);
    let mut panel = "id,country\n".to_owned();
    for e in 1..=EXPERTS {
        let _ = writeln!(panel, "E{e},PE");
    }
    add("panel.csv", panel);
    add(
        "consult/rounds.toml",
        "[[consultation]]\nid = \"C1\"\nname = { es = \"Matriz\" }\nmode = \"individual\"\n\n[[round]]\nid = \"R1\"\nconsultation = \"C1\"\nfamilies = [\"influence\"]\n".to_owned(),
    );
    for e in 1..=EXPERTS {
        let mut matrix = String::new();
        for v in 1..=VARIABLES {
            let _ = write!(matrix, ",V{v:03}");
        }
        matrix.push('\n');
        for a in 1..=VARIABLES {
            let _ = write!(matrix, "V{a:03}");
            for b in 1..=VARIABLES {
                let value = ((a * 31 + b * 17 + e * 7) % 11) / 3;
                let _ = if a == b { write!(matrix, ",") } else { write!(matrix, ",{value}") };
            }
            matrix.push('\n');
        }
        add(&format!("answers/R1/influence/E{e}.csv"), matrix);
    }
    files
}

fn seq(text: &str) -> Option<i64> {
    text.split("{\"seq\":").nth(1)?.split(',').next()?.parse().ok()
}

fn nth(sorted: &[Duration], share: f64) -> Duration {
    sorted[((sorted.len() - 1) as f64 * share) as usize]
}

/// The most memory that this process had, in megabytes.
fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
    line.split_whitespace().next().and_then(|kb| kb.parse::<usize>().ok()).unwrap_or(0) / 1024
}

#[test]
#[ignore = "half a minute of load, measured in release by the soak"]
fn fifty_analysts_edit_and_read_a_study_of_a_hundred_variables() {
    let mut house = House::new();
    house.stop();
    house.patience = atalaya_web::PATIENCE;
    house.start();
    let cookie = house.sign_in();
    let files = files();
    let sent: Vec<(&str, &[u8])> =
        files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    let made = house.post("/studies/open").cookie(&cookie).files(&[], &sent).send();
    assert_eq!((made.status, made.header("location")), (303, "/s/carga"), "{}", made.text());
    let first = house.get("/s/carga/structure").cookie(&cookie).send();
    assert_eq!(first.status, 200);

    let (pages, saves) = (Mutex::new(Vec::new()), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for analyst in 0..ANALYSTS {
            let (house, cookie, pages, saves) = (&house, &cookie, &pages, &saves);
            scope.spawn(move || {
                let paths = [
                    "/s/carga",
                    "/s/carga/structure",
                    "/s/carga/list/variable",
                    "/s/carga/record/variable/V007",
                    "/s/carga/answers/R1/influence/E1",
                ];
                let mut read = 0;
                std::thread::sleep(THINK * analyst as u32 / ANALYSTS as u32);
                for turn in 0..TURNS {
                    let begun = Instant::now();
                    if turn % 3 == 2 {
                        let path = paths[(analyst + turn) % paths.len()];
                        let page = house.get(path).cookie(cookie).with("accept-encoding", "gzip").send();
                        assert_eq!(page.status, 200, "{path}");
                        pages.lock().unwrap().push((begun.elapsed(), path, page.body.len()));
                    } else {
                        // Each has a row of their own, as people share a matrix out.
                        let (a, b) = (analyst + 1, (turn * 7 + analyst) % VARIABLES + 1);
                        let b = if a == b { b % VARIABLES + 1 } else { b };
                        let body = format!(
                            r#"{{"cells":[{{"id":"R1/influence/V{a:03}/V{b:03}/E{}","value":"{}","read":{read}}}]}}"#,
                            analyst % EXPERTS + 1,
                            turn % 4
                        );
                        let answer =
                            house.post("/s/carga/answers").cookie(cookie).body("application/json", body).send();
                        assert_eq!(answer.status, 200);
                        read = seq(&answer.text()).unwrap();
                        saves.lock().unwrap().push(begun.elapsed());
                    }
                    std::thread::sleep(THINK.saturating_sub(begun.elapsed()));
                }
            });
        }
    });
    let mut pages = pages.into_inner().unwrap();
    let mut saves = saves.into_inner().unwrap();
    for path in [
        "/s/carga",
        "/s/carga/structure",
        "/s/carga/list/variable",
        "/s/carga/record/variable/V007",
        "/s/carga/answers/R1/influence/E1",
    ] {
        let mut own: Vec<Duration> =
            pages.iter().filter(|(_, own, _)| *own == path).map(|(took, ..)| *took).collect();
        own.sort_unstable();
        let size = pages.iter().filter(|(_, own, _)| *own == path).map(|(.., size)| size / 1000).max();
        println!(
            "{path}: p50 {:?}, p95 {:?}, {} kB compressed at most",
            nth(&own, 0.5),
            nth(&own, 0.95),
            size.unwrap_or(0)
        );
    }
    pages.sort_unstable();
    saves.sort_unstable();
    let pages: Vec<Duration> = pages.into_iter().map(|(took, ..)| took).collect();
    println!(
        "{} pages: p50 {:?}, p95 {:?}; {} saves: p50 {:?}, p95 {:?}; memory {} MB",
        pages.len(),
        nth(&pages, 0.5),
        nth(&pages, 0.95),
        saves.len(),
        nth(&saves, 0.5),
        nth(&saves, 0.95),
        memory()
    );
}

/// A slow 3G line, as WebPageTest has it: 400 ms of round trip, 400 kbit/s.
const SLOW: (u32, u32) = (400, 50_000);

#[test]
#[ignore = "measures: for the soak"]
fn what_is_seen_first_on_a_slow_line() {
    let Some(browser) = Browser::open(360, 740) else { return };
    let (house, cookie) = House::with_whole();
    browser.settle(&house, &cookie, "es");
    let study = format!("/s/{STUDY}");
    let pages = [String::from("/"), study.clone(), format!("{study}/structure"), format!("{study}/report")];
    // The server has made each page once; the browser has nothing of it.
    for page in &pages {
        assert_eq!(house.get(page).cookie(&cookie).send().status, 200);
    }
    browser.slow(SLOW.0, SLOW.1);
    for page in &pages {
        for visit in ["first", "again"] {
            browser.go(&house.url(page));
            browser.until("performance.getEntriesByName('first-contentful-paint').length > 0");
            let paint = browser.run(
                "return Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)",
            );
            let answer =
                browser.run("return Math.round(performance.getEntriesByType('navigation')[0].responseStart)");
            println!("{page} {visit}: first view after {paint} ms, first byte after {answer} ms");
        }
    }
}
