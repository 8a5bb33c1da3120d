//! Where the oracle files are, and how their numbers are compared.

use std::path::Path;

use serde_json::Value;

/// The contents of an oracle file, if it is there.
pub fn oracle(name: &str) -> Option<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/oracles/godet").join(name);
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: oracles not present");
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

/// A list of numbers.
pub fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect()
}

/// Fails where the two differ by more than `within`.
pub fn near(found: f64, expected: &Value, within: f64) {
    let expected = expected.as_f64().unwrap();
    assert!((found - expected).abs() <= within, "{found} is not {expected}");
}
