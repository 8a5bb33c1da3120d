//! The oracle files for the methods of the French school, where they are present beside the repository; the figures that
//! matter most are transcribed in the unit tests too.

// A malformed oracle file should stop the test.
#![allow(clippy::unwrap_used)]

use atalaya_methods::abacus::{Colour, Tally};
use atalaya_methods::mactor::{Convention, Settings, mactor};
use atalaya_methods::multipol::{Profile, Tables, multipol};
use serde_json::Value;

mod oracle;

use oracle::{near, numbers, oracle};

fn flat(matrix: &Value) -> Vec<f64> {
    matrix.as_array().unwrap().iter().flat_map(numbers).collect()
}

fn all_near(found: &[f64], expected: &Value) {
    let expected = if expected[0].is_array() { flat(expected) } else { numbers(expected) };
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        near(*found, &Value::from(expected), 1e-12);
    }
}

#[test]
fn mactor_of_paris() {
    let Some(file) = oracle("mactor_adp.json") else { return };
    let (power, positions) = (flat(&file["MID"]), flat(&file["MAO2"]));
    let by = |convention| {
        let settings = Settings { convention, ..Settings::default() };
        mactor(6, 5, &power, &positions, &settings).unwrap()
    };
    let found = by(Convention::B);
    all_near(&found.order1.convergence, &file["published_1CAA"]);
    all_near(&found.order1.divergence, &file["published_1DAA"]);
    all_near(&found.power.midi, &file["MIDI"]);
    all_near(&found.power.influence, &file["I"]);
    all_near(&found.power.dependence, &file["D"]);
    all_near(&found.power.strength, &file["R_star_LIPSOR_B"]);
    all_near(&by(Convention::A).power.strength, &file["R_star_A"]);
    all_near(&by(Convention::C).power.strength, &file["R_star_C"]);
    all_near(&found.power.mmidi, &file["MMIDI"]);
    all_near(&found.power.strength_max, &file["Q_star"]);
    all_near(&found.power.net_scale, &file["net"]);
    all_near(&found.order2.convergence, &file["C2"]);
    all_near(&found.order2.divergence, &file["D2"]);
    all_near(&found.order3.positions, &file["MAO3"]);
    all_near(&found.order3.convergence, &file["C3"]);
    all_near(&found.order3.divergence, &file["D3"]);
    for (order, expected) in [&found.order1, &found.order2, &found.order3].into_iter().zip(0..) {
        all_near(&order.ambivalence, &file["ambivalence"][expected]);
    }
    all_near(&found.order2.objective_convergence, &file["COO"]);
    all_near(&found.order2.objective_divergence, &file["DOO"]);
}

#[test]
fn multipol_scores() {
    let Some(file) = oracle("misc.json") else { return };
    let file = &file["multipol"];
    let (marks, policies, scenarios) = (flat(&file["E"]), flat(&file["Wp"]), flat(&file["Ws"]));
    let tables = Tables { criteria: 4, marks: &marks, policies: &policies, scenarios: &scenarios };
    let found = multipol(&tables).unwrap();
    let scores = |rows: &[Profile]| rows.iter().flat_map(|r| r.scores.clone()).collect::<Vec<f64>>();
    let each = |of: fn(&Profile) -> f64| found.actions_by_policy.rows.iter().map(of).collect::<Vec<f64>>();
    all_near(&scores(&found.actions_by_policy.rows), &file["AP"]);
    all_near(&each(|r| r.mean), &file["mean"]);
    all_near(&each(|r| r.sd_population), &file["sd_pop"]);
    all_near(&scores(&found.policies_by_scenario.rows), &file["PS"]);
}

#[test]
fn abacus_of_six_experts() {
    let Some(file) = oracle("misc.json") else { return };
    use Colour::{
        Black as B, DarkGreen as DG, LightGreen as LG, Pink as P, Red as R, White as W, Yellow as Y,
    };
    for (item, votes) in [
        ("I1", [DG, DG, LG, LG, DG, LG]),
        ("I2", [R, DG, R, DG, LG, P]),
        ("I3", [Y, Y, Y, LG, P, W]),
        ("I4", [R, P, R, R, P, B]),
        ("I5", [DG, LG, Y, P, R, Y]),
    ] {
        let (found, expected) = (Tally::of(votes), &file["regnier"][item]);
        near(f64::from(found.coloured), &expected["n"], 0.0);
        near(found.mean.unwrap(), &expected["mean"], 1e-12);
        near(found.sd_population.unwrap(), &expected["sd"], 1e-12);
        near(f64::from(found.favourable), &expected["fav"], 0.0);
        near(f64::from(found.unfavourable), &expected["unf"], 0.0);
        near(found.net.unwrap(), &expected["net"], 1e-12);
        near(found.consensus.unwrap(), &expected["consensus"], 1e-12);
    }
}
