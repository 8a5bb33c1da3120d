//! The consultation on hypotheses: how probable each is, alone and given each of the others.

use std::collections::BTreeMap;

use crate::{
    actions::ids,
    answers::{self, Answer, probability},
    panel::{EXPERTS, SCENARIOS, those},
    random::Stream,
};

/// Hypotheses.
const COUNT: usize = 4;

/// Probability aimed at for each.
const AIMS: [f64; COUNT] = [0.42, 0.42, 0.3, 0.28];

/// How far two of them come together: the correlation aimed at, by pair.
const TOGETHER: [(usize, usize, f64); 6] =
    [(0, 1, 0.2), (0, 2, 0.45), (0, 3, 0.3), (1, 2, 0.3), (1, 3, 0.15), (2, 3, 0.25)];

/// Does not answer in probabilities.
const NO_PROBABILITIES: &str = "E09";
/// Left one conditional open.
const LEFT_OPEN: (&str, usize, usize) = ("E14", 3, 1);
/// Experts whose conditionals contradict their simple probabilities, with what is added to each of them.
const INCOHERENT: [(&str, f64); 3] = [("E07", 0.08), ("E10", 0.1), ("E17", -0.08)];

/// One expert's probabilities: alone, given, given not; rows given columns.
struct Said {
    alone: [f64; COUNT],
    given: [[f64; COUNT]; COUNT],
    given_not: [[f64; COUNT]; COUNT],
}

fn said(e: usize) -> Said {
    let mut stream = Stream::new("HIP1/probability", e);
    let alone = AIMS.map(|aim| (aim + 0.1 * stream.noise() + 0.05 * EXPERTS[e].lean).clamp(0.1, 0.85));
    let shift = INCOHERENT.iter().find(|(who, _)| *who == EXPERTS[e].id).map_or(0.0, |(_, shift)| *shift);
    let (mut given, mut given_not) = ([[0.0; COUNT]; COUNT], [[0.0; COUNT]; COUNT]);
    for (i, j, correlation) in TOGETHER {
        let (p, q) = (alone[i], alone[j]);
        let together = correlation + 0.1 * stream.noise();
        let both = (p * q + together * (p * (1.0 - p) * q * (1.0 - q)).sqrt())
            .clamp((p + q - 1.0).max(0.0), p.min(q));
        for (i, j, p, q) in [(i, j, p, q), (j, i, q, p)] {
            given[i][j] = both / q + shift;
            given_not[i][j] = (p - both) / (1.0 - q) + shift;
        }
    }
    Said { alone, given, given_not }
}

/// As people answer: to the nearest five hundredths.
fn fives(share: f64) -> String {
    probability(((share * 20.0 + 0.5).floor() as i32 * 5).clamp(5, 95))
}

/// The simple probabilities.
#[must_use]
pub fn answers() -> Vec<Answer> {
    let experts = those(SCENARIOS);
    let all: Vec<(usize, Said)> = experts.into_iter().map(|e| (e, said(e))).collect();
    let mut out = Vec::new();
    for (index, id) in ids("H", 1, COUNT).into_iter().enumerate() {
        for (e, said) in &all {
            let silent = EXPERTS[*e].id == NO_PROBABILITIES;
            out.push(Answer {
                round: "HIP1",
                question: format!("probability/{id}"),
                expert: *e,
                value: if silent { "-".to_owned() } else { fives(said.alone[index]) },
                confidence: None,
                at: format!("2018-05-{:02}", 21 + e * 5 % 11),
            });
        }
    }
    out
}

/// The conditional probabilities, by path: row given column.
#[must_use]
pub fn files() -> BTreeMap<String, String> {
    let hypotheses = ids("H", 1, COUNT);
    let mut out = BTreeMap::new();
    for e in those(SCENARIOS) {
        let (id, said) = (EXPERTS[e].id, said(e));
        for (family, table) in [("probability-given", said.given), ("probability-given-not", said.given_not)]
        {
            let open = |i: usize, j: usize| family == "probability-given" && LEFT_OPEN == (id, i, j);
            let cell = |i: usize, j: usize| match id {
                _ if i == j || open(i, j) => String::new(),
                NO_PROBABILITIES => "-".to_owned(),
                _ => fives(table[i][j]),
            };
            let cells: Vec<Vec<String>> =
                (0..COUNT).map(|i| (0..COUNT).map(|j| cell(i, j)).collect()).collect();
            let path = format!("answers/HIP1/{family}/{id}.csv");
            out.insert(path, answers::matrix(family, &hypotheses, &hypotheses, &cells));
        }
    }
    out
}
