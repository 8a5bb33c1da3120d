//! The example reaches the published result through the method, with the traps that were laid for it.

use atalaya_analysis::{
    analyse,
    findings::{Findings, Zone},
};
use atalaya_methods::control::Control;

use crate::support::{example, json};

fn findings() -> Findings {
    analyse(&example("mipymes-peru-2030"), &Control::default()).unwrap()
}

#[test]
fn the_crossing_is_the_two_published_variables() {
    let found = findings();
    assert_eq!(found.structure.crossing, ["V01", "V18"]);
    assert_eq!(found.explore.axes.as_ref().unwrap().proposed, ["V01", "V18"]);
    assert_eq!(found.choose.proposed.as_deref(), Some("S1"));
    assert_eq!(found.choose.bet.as_deref(), Some("S1"));
    assert_eq!(found.provenance, "illustrative");
}

#[test]
fn the_traps_are_found() {
    let found = findings();
    let micmac = found.structure.micmac.as_ref().unwrap();
    // A hidden variable rises once indirect paths are counted.
    let hidden = micmac.displaced.iter().find(|d| d.id == "V19").unwrap();
    assert!(hidden.influence_places >= 3.0 && hidden.to == Zone::Determinant, "{hidden:?}");
    // One variable is determining with the mean as cut and not with the median.
    assert!(found.structure.determining.contains(&"V20".to_owned()));
    let median = micmac.other_rules.iter().find(|r| r.rule == "plane_cut=median").unwrap();
    assert!(median.changes.iter().any(|c| c.id == "V20" && c.to != Zone::Determinant));
    assert!((0.20..=0.28).contains(&micmac.characteristics.fill));
    // A half-passed test of the axes.
    let tests = &found.explore.axes.as_ref().unwrap().tests;
    assert_eq!(tests.iter().find(|t| t.name == "dependence").unwrap().result, "half");
    // A bipolar item between the countries, drop-outs, abstentions.
    let rounds = found.consult.consultations.iter().flat_map(|c| &c.rounds);
    let families: Vec<_> = rounds.flat_map(|r| &r.families).collect();
    let importance = families.iter().filter(|f| f.family == "importance");
    assert!(importance.flat_map(|f| &f.groups).any(|g| g.id == "V12" && g.detected));
    assert!(families.iter().flat_map(|f| &f.items).any(|i| i.abstained > 0));
    let dropped = found.consult.consultations.iter().filter_map(|c| c.drop_out.as_ref());
    assert!(dropped.clone().any(|d| d.left.k == 2 && d.left.n == 20));
}

/// A decision that rests on other findings is stale: where a method changes, the example's decisions are looked at again
/// and their `basis` in `decisions.toml` is set to what this prints.
#[test]
fn no_decision_of_the_example_is_stale() {
    let decisions = findings().decisions;
    assert!(decisions.len() > 8);
    for decision in decisions {
        assert!(
            !decision.id.is_empty() && !decision.stale,
            "{}: basis = \"{}\"",
            decision.id,
            decision.basis
        );
    }
}

#[test]
fn the_findings_stay_small_and_hold_no_sentence() {
    let text = json(&example("mipymes-peru-2030"));
    assert!(text.len() < 2_000_000, "{} bytes", text.len());
    for word in ["emprendimiento", "entrepreneurship", "Andenes", "Terraces"] {
        assert!(!text.contains(word), "{word} is a text, not a finding");
    }
}

#[test]
fn every_finding_names_what_it_rests_on() {
    let found = findings();
    let text = serde_json::to_value(&found).unwrap();
    fn traces(value: &serde_json::Value, out: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(map) => {
                for (key, value) in map {
                    match value {
                        serde_json::Value::String(node) if key == "trace" || key.ends_with("_trace") => {
                            out.push(node.clone())
                        }
                        other => traces(other, out),
                    }
                }
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| traces(item, out)),
            _ => {}
        }
    }
    let mut named = Vec::new();
    traces(&text, &mut named);
    assert!(named.len() > 10);
    for node in named {
        assert!(found.trace.contains_key(&node), "{node:?} is no node of the trace");
    }
    for (key, input) in &found.trace {
        assert!(!input.hash.is_empty() && !input.provenance.is_empty(), "{key}");
        assert!(input.inputs.iter().all(|other| found.trace.contains_key(other)), "{key}");
    }
}

#[test]
fn the_smallest_template_reaches_a_bet() {
    let found = analyse(&example("taller-minimo"), &Control::default()).unwrap();
    assert!(found.choose.proposed.is_some());
    assert!(
        found.choose.robustness.as_ref().is_none_or(|r| r.draws.is_empty()),
        "seven experts carry no resampling"
    );
}
