//! The consultation on actions and opportunities: importance, governability, robustness, scores, the crossed FODA.

use std::collections::BTreeMap;

use crate::{
    answers::Answer,
    matrices::{Table, deviations, digits},
    panel::{ACTIONS, those},
    random::Stream,
};

/// Importance (median, spread) and governability (step of the scale 0, 1, 3, 5, counted from 0, and spread).
const IGO: [((f64, f64), (f64, f64)); 16] = [
    ((9.0, 0.8), (2.0, 0.5)),
    ((9.0, 0.9), (2.0, 0.5)),
    ((8.2, 0.7), (1.0, 0.5)),
    ((8.0, 0.8), (2.0, 0.5)),
    ((6.0, 1.0), (2.0, 0.5)),
    ((9.0, 0.8), (1.0, 0.6)),
    ((6.0, 1.1), (1.0, 0.5)),
    ((7.0, 1.2), (2.0, 0.5)),
    ((9.7, 0.6), (1.0, 0.5)),
    ((8.0, 0.8), (3.0, 0.6)),
    ((9.0, 0.8), (1.0, 0.5)),
    ((8.2, 0.7), (2.0, 0.5)),
    ((8.1, 0.9), (1.8, 2.0)),
    ((8.2, 0.7), (2.0, 0.6)),
    ((8.0, 0.9), (1.0, 0.6)),
    ((6.0, 1.0), (2.0, 0.5)),
];

/// The values of the steps of governability.
const GOVERNABILITY: [&str; 4] = ["0", "1", "3", "5"];

/// Each action in S1, S2, S3, S4: 2 works, 1 needs change, 0 fails.
const ROBUST: [&str; 16] = [
    "2121", "2221", "2121", "2121", "2222", "2210", "2121", "2211", "2200", "2211", "2200", "2110", "2110",
    "2211", "2122", "2210",
];

/// Each opportunity on the criteria C1 to C7.
const SCORES: [&str; 10] = [
    "5453252", "4544344", "3332243", "4353353", "4333343", "3354354", "3223322", "4535435", "4544342",
    "2242252",
];

/// Each strength and weakness against opportunities and threats.
const CROSSING: [(&str, &str); 10] = [
    ("F1", "2211211120"),
    ("F2", "1013101012"),
    ("F3", "2110110110"),
    ("F4", "3222121121"),
    ("F5", "1212211111"),
    ("D1", "2211213210"),
    ("D2", "1111233211"),
    ("D3", "2221121121"),
    ("D4", "1101212100"),
    ("D5", "1013101013"),
];

/// Opportunities and threats, the columns of the crossing.
const OUTSIDE: [&str; 10] = ["OP1", "OP2", "OP3", "OP4", "OP5", "AM1", "AM2", "AM3", "AM4", "AM5"];

/// Numbered ids: `A01`, `S1`.
#[must_use]
pub fn ids(prefix: &str, width: usize, count: usize) -> Vec<String> {
    (1..=count).map(|n| format!("{prefix}{n:0width$}")).collect()
}

fn day(expert: usize) -> String {
    format!("2018-06-{:02}", 11 + expert * 5 % 17)
}

/// The answers to families of one id.
#[must_use]
pub fn answers() -> Vec<Answer> {
    let experts = those(ACTIONS);
    let mut out = Vec::new();
    for family in ["importance", "governability"] {
        for (index, (importance, governability)) in IGO.into_iter().enumerate() {
            let mut stream = Stream::new(&format!("ACC1/{family}"), index);
            let (aim, spread) = if family == "importance" { importance } else { governability };
            let said = deviations(&mut stream, &experts, spread, 0.4);
            for (e, deviation) in experts.iter().zip(said) {
                let abstains = stream.chance(0.02);
                let level = (aim + deviation + 0.5).floor();
                let value = if family == "importance" {
                    (level.clamp(1.0, 10.0) as u32).to_string()
                } else {
                    GOVERNABILITY[level.clamp(0.0, 3.0) as usize].to_owned()
                };
                out.push(Answer {
                    round: "ACC1",
                    question: format!("{family}/A{:02}", index + 1),
                    expert: *e,
                    value: if abstains { "-".to_owned() } else { value },
                    confidence: None,
                    at: day(*e),
                });
            }
        }
    }
    out
}

/// The three matrices of each expert, by path.
#[must_use]
pub fn files() -> BTreeMap<String, String> {
    let experts = those(ACTIONS);
    let mut out = BTreeMap::new();
    let outside = OUTSIDE.map(str::to_owned).to_vec();
    let (inside, crossing): (Vec<&str>, Vec<&str>) = CROSSING.into_iter().unzip();
    let inside: Vec<String> = inside.into_iter().map(str::to_owned).collect();
    let (actions, corners) = (ids("A", 2, 16), ids("S", 1, 4));
    let (opportunities, criteria) = (ids("O", 2, 10), ids("C", 1, 7));
    let table = |family, aims: &[&str], rows: &[String], columns: &[String], spread, ends| Table {
        round: "ACC1",
        family,
        aims: digits(aims),
        rows: rows.to_vec(),
        columns: columns.to_vec(),
        spread,
        ends,
    };
    let tables = [
        table("robust", &ROBUST, &actions, &corners, 0.42, (0.0, 2.0)),
        table("score", &SCORES, &opportunities, &criteria, 0.7, (1.0, 5.0)),
        table("crossing", &crossing, &inside, &outside, 0.55, (0.0, 3.0)),
    ];
    for table in tables {
        out.extend(table.files(&experts));
    }
    out
}
