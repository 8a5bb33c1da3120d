//! The consultation on scenarios: what is plausible, desirable, feasible, probable; and the vote.

use std::collections::BTreeMap;

use crate::{
    answers::{self, Answer, probability},
    panel::{EXPERTS, SCENARIOS, those},
    random::{Stream, median},
};

/// The four corners, with the median and the spread aimed at for each family.
const AIMS: [(&str, [(f64, f64); 4]); 3] = [
    ("plausibility", [(3.8, 0.8), (3.9, 0.8), (4.0, 0.7), (4.4, 0.6)]),
    ("desirability", [(4.9, 0.5), (3.2, 0.8), (3.0, 0.9), (1.2, 0.6)]),
    ("feasibility", [(3.1, 0.8), (3.6, 0.9), (3.2, 0.9), (4.1, 0.8)]),
];

/// Votes, in the order of [`SCENARIOS`]: the scenario, or nothing where the expert abstains.
const VOTES: [usize; 16] = [1, 1, 1, 1, 1, 2, 1, 3, 3, 1, 1, 1, 0, 1, 3, 1];

/// Does not answer in probabilities.
const NO_PROBABILITIES: &str = "E09";

/// Experts whose probabilities contradict each other, with what is added to P(Y), in hundredths.
const INCOHERENT: [(&str, i32); 4] = [("E03", 15), ("E07", -15), ("E10", 15), ("E17", -10)];

fn day(expert: usize) -> String {
    format!("2018-05-{:02}", 14 + expert * 5 % 17)
}

/// One expert's probabilities in hundredths: X, Y, Y given X, Y given not X, X given Y, X given not Y.
struct Bet([i32; 6]);

/// A number of hundredths rounded to the nearest five, as people answer.
fn fives(share: f64) -> i32 {
    ((share * 20.0 + 0.5).floor() as i32 * 5).clamp(5, 95)
}

fn bets() -> Vec<(usize, Option<Bet>)> {
    let experts = those(SCENARIOS);
    let mut stream = Stream::new("ESC1/probability", 0);
    let mut draws: Vec<[f64; 3]> =
        experts.iter().map(|_| [stream.noise(), stream.noise(), stream.noise()]).collect();
    for column in 0..3 {
        let mean = draws.iter().map(|draw| draw[column]).sum::<f64>() / draws.len() as f64;
        draws.iter_mut().for_each(|draw| draw[column] -= mean);
    }
    let bet = |(e, draw): (usize, [f64; 3])| {
        let id = EXPERTS[e].id;
        if id == NO_PROBABILITIES {
            return (e, None);
        }
        let x = (0.35 + 0.11 * draw[0]).clamp(0.1, 0.7);
        let given = (0.61 + 0.11 * draw[1]).clamp(0.2, 0.9);
        let given_not = (0.39 + 0.10 * draw[2]).clamp(0.1, 0.7);
        let y = given * x + given_not * (1.0 - x);
        let shift = INCOHERENT.iter().find(|(who, _)| *who == id).map_or(0, |(_, shift)| *shift);
        let back = [given * x / y, (1.0 - given) * x / (1.0 - y)];
        let said_y = (fives(y) + shift).clamp(5, 95);
        let said = [fives(x), said_y, fives(given), fives(given_not), fives(back[0]), fives(back[1])];
        (e, Some(Bet(said)))
    };
    experts.into_iter().zip(draws).map(bet).collect()
}

/// The answers to families of one id.
#[must_use]
pub fn answers() -> Vec<Answer> {
    let experts = those(SCENARIOS);
    let mut out = Vec::new();
    let mut push = |question: String, expert: usize, value: String| {
        out.push(Answer { round: "ESC1", question, expert, value, confidence: None, at: day(expert) });
    };
    for (family, aims) in AIMS {
        for (index, (aim, spread)) in aims.into_iter().enumerate() {
            let mut stream = Stream::new(&format!("ESC1/{family}"), index);
            let mut said: Vec<f64> = experts.iter().map(|_| spread * stream.noise()).collect();
            let middle = median(&said);
            said.iter_mut().for_each(|deviation| *deviation -= middle);
            for (e, deviation) in experts.iter().zip(said) {
                let abstains = stream.chance(0.02);
                let value = (aim + deviation + 0.5).floor().clamp(1.0, 5.0) as u32;
                let value = if abstains { "-".to_owned() } else { value.to_string() };
                push(format!("{family}/S{}", index + 1), *e, value);
            }
        }
    }
    for (index, (e, vote)) in experts.iter().zip(VOTES).enumerate() {
        match vote {
            0 => push(format!("vote/S{}", 1 + index % 4), *e, "-".to_owned()),
            scenario => push(format!("vote/S{scenario}"), *e, "1".to_owned()),
        }
    }
    let bets = bets();
    for (column, axis) in ["X", "Y"].into_iter().enumerate() {
        for (e, bet) in &bets {
            let value = bet.as_ref().map_or_else(|| "-".to_owned(), |bet| probability(bet.0[column]));
            push(format!("probability/{axis}"), *e, value);
        }
    }
    out
}

/// The conditional probabilities, by path: row given column.
#[must_use]
pub fn files() -> BTreeMap<String, String> {
    let axes = ["X", "Y"].map(str::to_owned);
    let mut out = BTreeMap::new();
    for (e, bet) in bets() {
        for (family, y, x) in [("probability-given", 2, 4), ("probability-given-not", 3, 5)] {
            let cell =
                |column: usize| bet.as_ref().map_or_else(|| "-".to_owned(), |bet| probability(bet.0[column]));
            let cells = [vec![String::new(), cell(x)], vec![cell(y), String::new()]];
            let path = format!("answers/ESC1/{family}/{}.csv", EXPERTS[e].id);
            out.insert(path, answers::matrix(family, &axes, &axes, &cells));
        }
    }
    out
}
