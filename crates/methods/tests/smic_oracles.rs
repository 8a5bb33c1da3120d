//! The oracle files for SMIC, where they are present beside the repository; the figures that matter most are
//! transcribed in the unit tests too.

// A malformed oracle file should stop the test.
#![allow(clippy::unwrap_used)]

use atalaya_methods::control::Control;
use atalaya_methods::smic::{Answers, Settings, Smic, code, smic};
use serde_json::Value;
use std::path::Path;

fn oracle(name: &str) -> Option<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/oracles").join(name);
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: oracles not present");
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

fn numbers(value: &Value) -> Vec<f64> {
    // Diagonals are null.
    value.as_array().unwrap().iter().map(|v| v.as_f64().unwrap_or(0.0)).collect()
}

fn rows(value: &Value) -> Vec<Vec<f64>> {
    value.as_array().unwrap().iter().map(numbers).collect()
}

fn near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found} is not {expected}");
}

fn solve(case: &Value, simple_terms: bool) -> Smic {
    let answers =
        Answers::new(&numbers(&case["p"]), &rows(&case["p_given"]), &rows(&case["p_given_not"])).unwrap();
    let settings = Settings { simple_terms, ..Settings::default() };
    smic(&answers, &settings, &Control::default()).unwrap()
}

#[test]
fn smic_small_cases() {
    let Some(file) = oracle("godet/smic.json") else { return };
    for case in file.as_array().unwrap() {
        let found = solve(case, case["with_simple"].as_bool().unwrap());
        let n = found.net.events();
        near(found.net.objective, case["objective"].as_f64().unwrap(), 1e-12);
        assert_eq!(found.net.rank as u64, case["rank"].as_u64().unwrap());
        for (found, expected) in found.net.moments.p.iter().zip(numbers(&case["net_simple"])) {
            near(*found, expected, 1e-10);
        }
        for (table, expected) in
            [(&found.net.moments.given, "net_cond"), (&found.net.moments.given_not, "net_cond_not")]
        {
            for (i, row) in rows(&case[expected]).iter().enumerate() {
                for (j, expected) in row.iter().enumerate().filter(|(j, _)| *j != i) {
                    near(table[i][j].unwrap(), *expected, 1e-10);
                }
            }
        }
        let (low, high) = (numbers(&case["lo"]), numbers(&case["hi"]));
        for (at, entropy) in numbers(&case["max_entropy"]).into_iter().enumerate() {
            let scenario = (1 << n) - 1 - at;
            assert_eq!(code(n, scenario), case["scenarios"][at].as_str().unwrap());
            near(found.canonical.probability[scenario], entropy, 1e-9);
            let range = found.ranges[scenario].unwrap();
            near(range.0, low[at], 1e-9);
            near(range.1, high[at], 1e-9);
        }
    }
}

#[test]
fn smic_larger_cases() {
    let Some(file) = oracle("cib/smic.json") else { return };
    for case in file.as_array().unwrap() {
        let found = solve(case, true);
        near(found.net.objective, case["min_objective"].as_f64().unwrap(), 1e-9);
        for (found, expected) in found.net.moments.p.iter().zip(numbers(&case["fitted_marginals"])) {
            near(*found, expected, 1e-8);
        }
        near(found.canonical.entropy, case["maxent_entropy_nats"].as_f64().unwrap(), 1e-6);
        if case["coherent_input"].as_bool().unwrap() {
            assert!(found.net.objective < 1e-24 && found.net.corrections.largest < 1e-9);
        }
    }
}
