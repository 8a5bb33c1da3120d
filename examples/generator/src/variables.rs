//! The consultation on variables: importance and uncertainty in two rounds.

use crate::{
    answers::Answer,
    panel::{EXPERTS, LEFT},
    random::{Stream, median},
};

/// How the panel moves between rounds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Move {
    /// It converges.
    Converges,
    /// It repeats itself: stable, with or without consensus.
    Repeats,
    /// Peru and Mexico hold opposite views and keep them.
    Splits,
}
use Move::{Converges, Repeats, Splits};

/// What the answers aim at: median and spread of importance (1 to 10) and of uncertainty (1 to 5).
struct Aim {
    id: &'static str,
    importance: (f64, f64),
    uncertainty: (f64, f64),
    moves: Move,
}

const fn aim(id: &'static str, importance: (f64, f64), uncertainty: (f64, f64), moves: Move) -> Aim {
    Aim { id, importance, uncertainty, moves }
}

const AIMS: [Aim; 24] = [
    aim("V01", (9.0, 1.1), (4.1, 0.7), Converges),
    aim("V02", (8.0, 1.3), (2.9, 0.8), Converges),
    aim("V03", (7.9, 1.3), (2.8, 0.8), Converges),
    aim("V04", (6.0, 1.6), (2.9, 0.9), Converges),
    aim("V05", (8.1, 1.4), (2.9, 0.9), Converges),
    aim("V06", (8.2, 1.2), (1.9, 0.7), Converges),
    aim("V07", (8.0, 1.2), (2.7, 0.8), Converges),
    aim("V08", (5.0, 1.5), (2.0, 0.8), Converges),
    aim("V09", (7.0, 1.3), (2.8, 0.8), Converges),
    aim("V10", (8.2, 1.2), (3.9, 0.8), Converges),
    aim("V11", (5.0, 1.6), (4.0, 0.8), Converges),
    aim("V12", (0.0, 0.9), (3.0, 0.9), Splits),
    aim("V13", (7.1, 1.4), (2.0, 0.8), Converges),
    aim("V14", (4.8, 1.3), (4.1, 0.8), Converges),
    aim("V15", (7.8, 1.4), (4.0, 0.8), Converges),
    aim("V16", (4.9, 1.7), (4.2, 0.7), Converges),
    aim("V17", (5.1, 1.5), (2.9, 0.8), Converges),
    aim("V18", (9.1, 1.0), (4.2, 0.7), Converges),
    aim("V19", (5.1, 1.6), (2.9, 0.9), Converges),
    aim("V20", (4.8, 1.4), (4.1, 0.8), Converges),
    aim("V21", (5.1, 2.1), (3.0, 1.2), Repeats),
    aim("V22", (7.1, 1.4), (2.9, 0.9), Converges),
    aim("V23", (6.0, 2.0), (2.8, 1.1), Repeats),
    aim("V24", (5.9, 2.1), (3.0, 1.2), Repeats),
];

/// Where Peru and Mexico stand on the variable that splits them.
const SPLIT: (f64, f64) = (8.2, 2.9);

/// Who says "no opinion" where a variable is not his or her field.
const ABSTAINING: [&str; 5] = ["E06", "E09", "E15", "E18", "E20"];

/// A value of a scale from 1 to `max`.
fn rate(latent: f64, max: f64) -> u32 {
    (latent + 0.5).floor().clamp(1.0, max) as u32
}

/// First-round and second-round opinions of every expert on an item, before they are rounded.
fn opinions(task: &str, index: usize, item: &Aim, (aim, spread): (f64, f64), split: bool) -> Vec<(f64, f64)> {
    let target = |e: usize| if split { if EXPERTS[e].peru { SPLIT.0 } else { SPLIT.1 } } else { aim };
    let mut stream = Stream::new(task, index);
    let mut deviations: Vec<f64> =
        EXPERTS.iter().map(|expert| spread * (1.3 * stream.noise() + 0.5 * expert.lean)).collect();
    let stayed: Vec<f64> =
        (0..EXPERTS.len()).filter(|e| !LEFT.contains(&EXPERTS[*e].id)).map(|e| deviations[e]).collect();
    let middle = median(&stayed);
    for (e, deviation) in deviations.iter_mut().enumerate() {
        *deviation -= middle;
        // Those who left after the first round had stood nearer to the minority.
        if LEFT.contains(&EXPERTS[e].id) && (index + e).is_multiple_of(2) && !split {
            *deviation = -2.2 * spread - deviation.abs() / 2.0;
        }
    }
    let mut second = Stream::new(&format!("{task}/second"), index);
    let moved = deviations.iter().map(|deviation| {
        let (keeps, share) = (second.unit(), second.unit());
        match item.moves {
            Converges if keeps > 0.35 => deviation * (0.85 - 0.5 * share),
            Splits if keeps > 0.7 => deviation * 0.8,
            Repeats if keeps > 0.85 => deviation * 0.8,
            _ => *deviation,
        }
    });
    let moved: Vec<f64> = moved.collect();
    (0..EXPERTS.len()).map(|e| (target(e) + deviations[e], target(e) + moved[e])).collect()
}

/// Every answer of both rounds.
#[must_use]
pub fn answers() -> Vec<Answer> {
    let mut out = Vec::new();
    for (round, number) in [("VAR1", 0), ("VAR2", 1)] {
        for family in ["importance", "uncertainty"] {
            for (index, item) in AIMS.iter().enumerate() {
                let important = family == "importance";
                let (aims, max) = if important { (item.importance, 10.0) } else { (item.uncertainty, 5.0) };
                let split = important && item.moves == Splits;
                let said = opinions(family, index, item, aims, split);
                let mut stream = Stream::new(&format!("{round}/{family}/given"), index);
                for (e, expert) in EXPERTS.iter().enumerate() {
                    let (silent, abstains, sure, step) =
                        (stream.unit(), stream.unit(), stream.unit(), stream.unit());
                    if (number == 1 && LEFT.contains(&expert.id)) || silent < 0.004 {
                        continue;
                    }
                    // A few say "no opinion" more often than the rest.
                    let often = ABSTAINING.contains(&expert.id);
                    let abstains = abstains
                        < if !often {
                            0.002
                        } else if important {
                            0.05
                        } else {
                            0.11
                        };
                    let latent = if number == 0 { said[e].0 } else { said[e].1 };
                    let tenths = expert.knowledge + u32::from(step > 0.5) - u32::from(step < 0.3);
                    out.push(Answer {
                        round,
                        question: format!("{family}/{}", item.id),
                        expert: e,
                        value: if abstains { "-".to_owned() } else { rate(latent, max).to_string() },
                        confidence: (sure < 0.7 && !abstains).then_some(tenths.clamp(3, 10)),
                        at: day(number, e),
                    });
                }
            }
        }
    }
    out
}

fn day(number: usize, expert: usize) -> String {
    match number {
        0 => format!("2018-02-{:02}", 5 + expert * 5 % 19),
        _ => format!("2018-03-{:02}", 12 + expert * 5 % 17),
    }
}
