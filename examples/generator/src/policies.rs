//! The workshop on policies: colours for some actions, marks of every action, what each policy and scenario weighs.

use std::collections::BTreeMap;

use crate::{
    actions::ids,
    answers::{self, Answer},
    matrices::{Table, deviations, digits},
    panel::{ACTIONS, EXPERTS, those},
    random::Stream,
};

/// Actions voted on in colours: where Peru's and Mexico's experts stand, from 1 red to 5 dark green, and the spread.
const COLOURS: [(&str, [f64; 2], f64); 8] = [
    ("A01", [4.6, 4.6], 0.6),
    ("A06", [4.2, 4.2], 0.8),
    ("A07", [2.4, 2.4], 1.0),
    ("A09", [4.0, 4.0], 1.0),
    ("A10", [4.8, 4.8], 0.4),
    ("A11", [4.4, 4.4], 0.8),
    ("A13", [4.6, 1.0], 0.7),
    ("A15", [3.3, 3.3], 1.2),
];

/// The colours from 1 to 5.
const NAMES: [&str; 5] = ["R", "P", "Y", "LG", "DG"];

/// Each action on the criteria CA1 to CA5: effect, territory, cost, speed, political viability.
const MARKS: [&str; 16] = [
    "45224", "45334", "33533", "44324", "23554", "54223", "14444", "23435", "52422", "32554", "53122",
    "42344", "43332", "45333", "45222", "32443",
];

/// What each policy and each scenario weighs, out of [`POINTS`].
const WEIGHTS: [(&str, [f64; 5]); 7] = [
    ("PO1", [3.0, 2.0, 4.0, 7.0, 4.0]),
    ("PO2", [4.0, 9.0, 2.0, 2.0, 3.0]),
    ("PO3", [10.0, 3.0, 2.0, 2.0, 3.0]),
    ("S1", [6.0, 8.0, 2.0, 1.0, 3.0]),
    ("S2", [7.0, 3.0, 2.0, 5.0, 3.0]),
    ("S3", [4.0, 3.0, 5.0, 5.0, 3.0]),
    ("S4", [3.0, 3.0, 6.0, 4.0, 4.0]),
];

/// Points that each expert shares out.
const POINTS: usize = 20;

/// The votes of colour.
#[must_use]
pub fn answers() -> Vec<Answer> {
    let experts = those(ACTIONS);
    let mut out = Vec::new();
    for (index, (id, aims, spread)) in COLOURS.into_iter().enumerate() {
        let mut stream = Stream::new("POL1/colour", index);
        let said = deviations(&mut stream, &experts, spread, 0.3);
        for (e, deviation) in experts.iter().zip(said) {
            let given = stream.unit();
            let aim = aims[usize::from(!EXPERTS[*e].peru)];
            let level = (aim + deviation + 0.5).floor().clamp(1.0, 5.0) as usize;
            let value = match given {
                g if g < 0.03 => "W",
                g if g < 0.05 => "B",
                _ => NAMES[level - 1],
            };
            out.push(Answer {
                round: "POL1",
                question: format!("colour/{id}"),
                expert: *e,
                value: value.to_owned(),
                confidence: None,
                at: "2018-06-28".to_owned(),
            });
        }
    }
    out
}

/// Shares out the points: each criterion its whole part, those left over to the largest remainders.
fn shared(wanted: &[f64]) -> Vec<usize> {
    let total: f64 = wanted.iter().sum();
    let exact: Vec<f64> = wanted.iter().map(|w| w / total * POINTS as f64).collect();
    let mut out: Vec<usize> = exact.iter().map(|w| w.floor() as usize).collect();
    let mut order: Vec<usize> = (0..exact.len()).collect();
    order.sort_by(|a, b| (exact[*b] - exact[*b].floor()).total_cmp(&(exact[*a] - exact[*a].floor())));
    let left = POINTS - out.iter().sum::<usize>();
    order.into_iter().take(left).for_each(|c| out[c] += 1);
    out
}

/// The marks and the weights of each expert, by path.
#[must_use]
pub fn files() -> BTreeMap<String, String> {
    let experts = those(ACTIONS);
    let criteria = ids("CA", 1, 5);
    let marks = Table {
        round: "POL1",
        family: "score",
        aims: digits(&MARKS),
        rows: ids("A", 2, 16),
        columns: criteria.clone(),
        spread: 0.7,
        ends: (1.0, 5.0),
    };
    let mut out = marks.files(&experts);
    let rows: Vec<String> = WEIGHTS.iter().map(|(id, _)| (*id).to_owned()).collect();
    for e in experts {
        let mut stream = Stream::new("POL1/weight", e);
        let mut row = |aims: &[f64; 5]| {
            let wanted: Vec<f64> = aims.iter().map(|aim| (aim + 1.1 * stream.noise()).max(0.5)).collect();
            shared(&wanted).iter().map(ToString::to_string).collect::<Vec<String>>()
        };
        let cells: Vec<Vec<String>> = WEIGHTS.iter().map(|(_, aims)| row(aims)).collect();
        let path = format!("answers/POL1/weight/{}.csv", EXPERTS[e].id);
        out.insert(path, answers::matrix("weight", &rows, &criteria, &cells));
    }
    out
}
