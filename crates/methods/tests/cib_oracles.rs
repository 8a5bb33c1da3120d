//! Cross-impact oracles, where they are present beside the repository: every kernel and every count by inconsistency.

// A malformed oracle file should stop the test.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};

use atalaya_methods::cib::succession::{Rule, Sampling, basins};
use atalaya_methods::cib::{Cib, Settings, kernel};
use atalaya_methods::control::Control;
use serde_json::Value;

fn folder() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/oracles/cib");
    if !path.is_dir() {
        println!("skipped: oracles not present");
        return None;
    }
    Some(path)
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The matrix of a project file: the fifth part after the names, rows of numbers.
fn matrix(path: &Path) -> Cib {
    let text = std::fs::read_to_string(path).unwrap();
    let mut parts = text.split("\n#\n");
    let mut sizes: Vec<usize> = Vec::new();
    for line in parts.next().unwrap().lines().skip(2) {
        match line.starts_with('&') {
            true => sizes.push(0),
            false => *sizes.last_mut().unwrap() += 1,
        }
    }
    let side: usize = sizes.iter().sum();
    let mut parts = parts.map(|part| part.trim_start_matches("#\n"));
    let rows = parts.find(|part| part.lines().next().is_some_and(|line| line.contains(','))).unwrap();
    let cells: Vec<i32> =
        rows.lines().flat_map(|row| row.split(',').map(|cell| cell.trim().parse().unwrap())).collect();
    assert_eq!(cells.len(), side * side, "{}", path.display());
    Cib::new(sizes, cells).unwrap()
}

fn models() -> Vec<(Cib, Value)> {
    let Some(folder) = folder() else { return Vec::new() };
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "scw"));
    paths.sort();
    assert_eq!(paths.len(), 12);
    paths.into_iter().map(|path| (matrix(&path), json(&path.with_extension("expected.json")))).collect()
}

/// Scenarios counted from 1, as the oracles do.
fn from_one(scenarios: &[Vec<u8>]) -> Vec<Vec<u64>> {
    scenarios.iter().map(|scenario| scenario.iter().map(|&v| u64::from(v) + 1).collect()).collect()
}

fn scenarios(value: &Value) -> Vec<Vec<u64>> {
    let scenario = |s: &Value| s.as_array().unwrap().iter().map(|v| v.as_u64().unwrap()).collect();
    value.as_array().unwrap().iter().map(scenario).collect()
}

fn up_to(cib: &Cib, max_inconsistency: u32) -> atalaya_methods::cib::Kernel {
    let settings = Settings { max_inconsistency, ..Settings::default() };
    let found = kernel(cib, &settings, &Control::default()).unwrap();
    assert!(found.complete());
    found
}

#[test]
fn every_kernel_is_found_with_its_scores() {
    for (cib, expected) in models() {
        let name = &expected["name"];
        let found = up_to(&cib, 0);
        let size = &expected["kernel_size"];
        let size = size.as_u64().map_or_else(|| size.as_str().unwrap().to_owned(), |n| n.to_string());
        assert_eq!(found.count().to_string(), size, "{name}");
        assert_eq!(cib.space().to_string(), expected["space"].as_str().unwrap(), "{name}");
        let listed = found.list(1000).unwrap();
        if expected["kernel"].is_array() {
            assert_eq!(from_one(&listed), scenarios(&expected["kernel"]), "{name}");
            for (index, scenario) in listed.iter().enumerate() {
                let score = cib.score(scenario);
                assert_eq!(Some(score.total_impact), expected["total_impact"][index].as_i64(), "{name}");
                assert_eq!(Some(score.consistency), expected["min_consistency"][index].as_i64(), "{name}");
                assert_eq!(score.inconsistency, 0);
            }
        }
    }
}

#[test]
fn every_count_by_inconsistency_is_found() {
    for (cib, expected) in models() {
        let Some(counts) = expected["count_by_max_inconsistency"].as_object() else { continue };
        for (n, count) in counts {
            let found = up_to(&cib, n.parse().unwrap());
            assert_eq!(found.count(), count.as_u64().unwrap().into(), "{} up to {n}", expected["name"]);
        }
        if expected["ic1"].is_array() {
            assert_eq!(from_one(&up_to(&cib, 1).list(1000).unwrap()), scenarios(&expected["ic1"]));
        }
    }
}

#[test]
fn small_matrices_of_every_shape_are_as_computed_elsewhere() {
    let Some(folder) = folder() else { return };
    let cases = json(&folder.join("fuzz_cib.json"));
    for case in cases.as_array().unwrap() {
        let sizes = case["nv"].as_array().unwrap().iter().map(|n| n.as_u64().unwrap() as usize).collect();
        let rows = case["matrix"].as_array().unwrap();
        let cells = rows.iter().flat_map(|row| row.as_array().unwrap()).map(|c| c.as_i64().unwrap() as i32);
        let cib = Cib::new(sizes, cells.collect()).unwrap();
        for (n, expected) in case["kernels"].as_object().unwrap() {
            let found = up_to(&cib, n.parse().unwrap());
            assert_eq!(
                from_one(&found.list(100_000).unwrap()),
                scenarios(expected),
                "{} up to {n}",
                case["id"]
            );
        }
    }
}

/// Fixed points with their weights, and lengths and weights of the cycles, in order.
type Ends = (Vec<(Vec<u64>, u64)>, Vec<(u64, u64)>);

fn ends(cib: &Cib, rule: Rule) -> Ends {
    let found = basins(cib, rule, Sampling::default(), &Control::default()).unwrap();
    assert_eq!(found.draws, None);
    let (mut fixed, mut cycles) = (Vec::new(), Vec::new());
    for attractor in found.attractors(1000).unwrap() {
        let weight = attractor.weight().try_into().unwrap();
        match attractor.is_fixed() {
            true => fixed.push((from_one(&attractor.states).remove(0), weight)),
            false => cycles.push((attractor.states.len() as u64, weight)),
        }
    }
    cycles.sort_unstable();
    (fixed, cycles)
}

fn expected_ends(value: &Value, cycles: &str) -> Ends {
    let pair = |v: &Value| (v[0].as_u64().unwrap(), v[1].as_u64().unwrap());
    let fixed = value["fixed"].as_array().unwrap().iter();
    let fixed =
        fixed.map(|v| (scenarios(&Value::Array(vec![v[0].clone()])).remove(0), v[1].as_u64().unwrap()));
    let mut cycles: Vec<(u64, u64)> = value[cycles].as_array().unwrap().iter().map(pair).collect();
    cycles.sort_unstable();
    (fixed.collect(), cycles)
}

#[test]
fn every_basin_and_cycle_is_found() {
    let mut compared = 0;
    for (cib, expected) in models() {
        for (key, rule) in [
            ("succession_global", Rule::Global),
            ("succession_sequential", Rule::Sequential),
            ("succession_max_gap", Rule::MaxGap),
        ] {
            if expected[key].is_object() {
                assert_eq!(
                    ends(&cib, rule),
                    expected_ends(&expected[key], "cycles"),
                    "{} {key}",
                    expected["name"]
                );
                compared += 1;
            }
        }
        let weights = &expected["succession_global_weights"];
        if weights.is_object() {
            let found = ends(&cib, Rule::Global);
            assert_eq!(found, expected_ends(weights, "cycles_len_weight"), "{}", expected["name"]);
            compared += 1;
        }
    }
    assert!(compared == 0 || compared > 10, "{compared}");
}
