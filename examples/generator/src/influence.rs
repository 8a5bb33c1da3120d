//! The matrix workshop: nine matrices of influence among the whole list of variables.

use std::collections::BTreeMap;

use crate::{
    answers,
    panel::{EXPERTS, WORKSHOP, those},
    random::Stream,
};

/// What most experts see: for each variable, the variables that it influences and how much.
const LINKS: [(&str, &str); 24] = [
    ("V01", "V02:2 V03:2 V04:3 V05:2 V07:2 V13:1 V18:1 V22:3 V23:2"),
    ("V02", "V03:2 V04:2 V05:3 V07:3 V09:1 V11:2 V22:1"),
    ("V03", "V02:3 V05:2 V07:3 V09:3 V15:1 V21:2 V22:1"),
    ("V04", "V22:2 V23:1 V24:1"),
    ("V05", "V02:2 V07:2 V11:3"),
    ("V06", "V02:2 V03:1 V04:2 V05:3 V07:2 V09:2 V11:2 V13:1"),
    ("V07", "V03:1 V05:2 V11:2 V21:2"),
    ("V08", "V05:1 V07:1 V11:3 V15:2"),
    ("V09", "V03:2 V05:2 V07:2 V08:1"),
    ("V10", "V02:1 V03:2 V04:2 V05:3 V07:3 V11:2 V22:1"),
    ("V11", "V05:1 V07:2 V08:1"),
    ("V12", "V03:1 V05:2 V07:2 V10:1"),
    ("V13", "V10:2 V11:1 V12:1 V22:1 V23:2"),
    ("V14", "V07:2 V10:3 V11:2 V13:2 V15:1 V19:2 V20:3"),
    ("V15", "V11:2 V17:1 V21:2 V24:2"),
    ("V16", "V11:1 V13:1 V15:2 V17:2"),
    ("V17", "V08:1 V11:2 V15:1"),
    ("V18", "V01:2 V03:2 V05:2 V08:2 V09:3 V10:3 V12:3 V13:2 V15:2 V19:1 V20:3 V21:3"),
    ("V19", "V01:2 V06:1 V18:3 V20:3"),
    ("V20", "V01:2 V03:1 V08:1 V09:3 V10:2 V12:2 V18:2 V19:2"),
    ("V21", "V07:1 V15:1 V24:1"),
    ("V22", "V02:2 V04:2 V07:1 V10:1 V23:2"),
    ("V23", "V03:2 V09:1 V20:1 V22:2"),
    ("V24", "V15:1 V21:1 V22:1 V23:1"),
];

/// What some see and others do not.
const DOUBTFUL: &str = "V06>V01 V13>V18 V04>V07 V24>V04 V17>V05 V12>V04 V16>V14 V08>V05 V15>V13 V23>V05 V22>V13 \
                        V05>V13 V20>V22 V02>V23 V18>V04 V10>V08";

/// What is not yet, and may come.
const POTENTIAL: &str = "V12>V11 V15>V05 V17>V21 V06>V19";

/// The variables, `V01` to `V24`.
#[must_use]
pub fn variables() -> Vec<String> {
    (1..=24).map(|n| format!("V{n:02}")).collect()
}

/// How strongly a link is meant.
#[derive(Clone, Copy)]
enum Meant {
    Value(f64),
    Doubtful,
    Potential,
}

fn meant() -> BTreeMap<(String, String), Meant> {
    let mut out = BTreeMap::new();
    for (from, links) in LINKS {
        for link in links.split(' ') {
            let (to, value) = link.split_once(':').unwrap_or((link, "0"));
            let value = value.bytes().next().map_or(0.0, |digit| f64::from(digit - b'0'));
            out.insert((from.to_owned(), to.to_owned()), Meant::Value(value));
        }
    }
    for (list, kind) in [(DOUBTFUL, Meant::Doubtful), (POTENTIAL, Meant::Potential)] {
        for pair in list.split_whitespace() {
            if let Some((from, to)) = pair.split_once('>') {
                out.insert((from.to_owned(), to.to_owned()), kind);
            }
        }
    }
    out
}

fn judge(meant: Meant, lean: f64, stream: &mut Stream) -> String {
    let (noise, unit) = (stream.noise(), stream.unit());
    let level = |latent: f64| ((latent + 0.5).floor().clamp(0.0, 3.0) as u32).to_string();
    match meant {
        Meant::Value(value) if value > 0.0 => {
            if value < 1.5 && unit < 0.03 {
                return "P".to_owned();
            }
            level(value + 0.04 + 0.52 * noise + 0.3 * lean)
        }
        Meant::Value(_) => level(-1.0 + 0.68 * noise + 0.3 * lean),
        Meant::Doubtful if unit < 0.1 => "P".to_owned(),
        Meant::Doubtful => level(0.42 + 0.6 * noise + 0.3 * lean),
        Meant::Potential if unit < 0.68 => "P".to_owned(),
        Meant::Potential => level(0.2 + 0.5 * noise),
    }
}

/// Each expert's matrix, by path.
#[must_use]
pub fn files() -> BTreeMap<String, String> {
    let (variables, meant) = (variables(), meant());
    let mut out = BTreeMap::new();
    for e in those(WORKSHOP) {
        let mut stream = Stream::new("MAT1/influence", e);
        let cells: Vec<Vec<String>> = variables
            .iter()
            .map(|from| {
                let cell = |to: &String| {
                    let link = meant.get(&(from.clone(), to.clone())).copied();
                    let said = judge(link.unwrap_or(Meant::Value(0.0)), EXPERTS[e].lean, &mut stream);
                    let given = stream.unit();
                    if from == to || given < 0.004 {
                        String::new()
                    } else if given < 0.014 {
                        "-".to_owned()
                    } else {
                        said
                    }
                };
                variables.iter().map(cell).collect()
            })
            .collect();
        let path = format!("answers/MAT1/influence/{}.csv", EXPERTS[e].id);
        out.insert(path, answers::matrix("influence", &variables, &variables, &cells));
    }
    out
}
