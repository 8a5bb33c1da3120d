//! The oracles of morphological boxes, where they are present beside the repository.

// A malformed oracle file should stop the test.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use atalaya_methods::control::Control;
use atalaya_methods::morph::{Morph, diagram};
use serde_json::Value;

fn numbers(value: &Value) -> Vec<usize> {
    value.as_array().unwrap().iter().map(|v| v.as_u64().unwrap() as usize).collect()
}

#[test]
fn every_box_is_counted() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/oracles/cib/morph_boxes.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: oracles not present");
        return;
    };
    let boxes: Value = serde_json::from_str(&text).unwrap();
    for case in boxes.as_array().unwrap() {
        let pair = |v: &Value| {
            let e = numbers(v);
            vec![(e[0], e[1]), (e[2], e[3])]
        };
        let exclusions = case["exclusions"].as_array().unwrap().iter().map(pair).collect();
        let morph = Morph::new(numbers(&case["values"]), exclusions, vec![]).unwrap();
        assert_eq!(morph.space().to_string(), case["space"].as_str().unwrap());
        let counts = diagram(&morph, &Control::default()).unwrap().counts(&[]).unwrap();
        assert_eq!(counts.count.to_string(), case["count"].as_str().unwrap());
        let per_value: Vec<Vec<String>> =
            counts.per_value.iter().map(|own| own.iter().map(ToString::to_string).collect()).collect();
        assert_eq!(serde_json::json!(per_value), case["per_value"]);
    }
}
