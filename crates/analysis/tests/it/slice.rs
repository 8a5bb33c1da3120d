//! Small panels: what holds at n = 1, 2, 5 and for a unanimous panel of eight.

use atalaya_analysis::{
    analyse,
    findings::{Count, Findings, PanelLevel},
};
use atalaya_methods::control::Control;
use atalaya_model::{Study, Value, choice::Provenance, field::Refs, records::Evidence};

use crate::support::{answer, id, json, slice};

fn found(study: &Study) -> Findings {
    analyse(study, &Control::default()).unwrap()
}

#[test]
fn godets_three_variables_through_the_whole_path() {
    let findings = found(&slice(2));
    let micmac = findings.structure.micmac.unwrap();
    assert_eq!(micmac.direct.influence, [1.0, 2.0, 1.0]);
    assert_eq!(micmac.direct.dependence, [2.0, 1.0, 1.0]);
    // Stable from power 4 in order, power 5 by the tied ranks of both rankings.
    assert_eq!((micmac.convergence.kind.as_str(), micmac.indirect.power), ("stable", 5));
    assert_eq!(micmac.indirect.influence_order, ["b", "a", "c"]);
    assert_eq!(micmac.indirect.dependence_order, ["a", "b", "c"]);
    assert_eq!(findings.choose.proposed.as_deref(), Some("S1"));
}

#[test]
fn two_experts_print_values_and_no_median_interval_or_stability() {
    let findings = found(&slice(2));
    let scenario = &findings.explore.scenarios[0];
    let plausibility = scenario.plausibility.as_ref().unwrap();
    assert_eq!(plausibility.level, PanelLevel::Values);
    assert_eq!(plausibility.values, [4.0, 4.0]);
    assert!(plausibility.median.is_none() && plausibility.iqr.is_none() && plausibility.consensus.is_none());
    assert!(findings.structure.micmac.unwrap().stability.is_none());
    assert!(findings.choose.robustness.is_none());
}

#[test]
fn one_matrix_is_a_consensus_with_cell_sensitivity() {
    let findings = found(&slice(1));
    let micmac = findings.structure.micmac.unwrap();
    assert_eq!(micmac.aggregation.rule, "consensus");
    assert!(micmac.stability.is_none() && micmac.leave_one_out.is_none());
    let sensitivity = micmac.sensitivity.unwrap();
    assert_eq!(sensitivity.draws, 1000);
    assert_eq!(findings.explore.scenarios[0].plausibility.as_ref().unwrap().level, PanelLevel::Single);
}

#[test]
fn five_experts_print_counts_and_leave_one_out() {
    let findings = found(&slice(5));
    let stat = findings.explore.scenarios[0].plausibility.clone().unwrap();
    assert_eq!((stat.level, stat.median, stat.q1, stat.mean), (PanelLevel::Counts, Some(4.0), None, None));
    let robustness = findings.choose.robustness.unwrap();
    assert!(robustness.draws.is_empty());
    assert_eq!(robustness.leave_one_out.map(|c| (c.k, c.n)), Some((5, 5)));
}

#[test]
fn a_unanimous_panel_of_eight_has_zero_width() {
    let findings = found(&slice(8));
    let micmac = findings.structure.micmac.unwrap();
    let stability = micmac.stability.unwrap();
    assert!(stability.influence_rank_interval.iter().all(|r| r.low == r.high));
    assert!(stability.spread.iter().flatten().all(|v| *v == 0.0));
    assert!(stability.same_zone.iter().all(|held| *held == stability.draws));
    let draws = findings.choose.robustness.unwrap().draws;
    assert_eq!(draws[0].stability.held, draws[0].stability.draws);
}

#[test]
fn a_matrix_with_many_open_pairs_classes_nothing_and_one_without_opinion_is_not_open() {
    for experts in [1, 8] {
        let whole = found(&slice(experts)).structure;
        assert!(whole.placed() && !(whole.determining.is_empty() && whole.key.is_empty()));

        let of_pair = |a: &atalaya_model::Answer| a.question.to_string() == "influence/a/c";
        let mut open = slice(experts);
        open.answers.retain(|a| !of_pair(a));
        let structure = found(&open).structure;
        assert_eq!(structure.micmac.as_ref().unwrap().open(), 1);
        assert!(!structure.placed() && structure.determining.is_empty() && structure.key.is_empty());

        let mut silent = slice(experts);
        silent.answers.iter_mut().filter(|a| of_pair(a)).for_each(|a| a.value = Value::NoOpinion);
        let structure = found(&silent).structure;
        assert_eq!((structure.placed(), structure.determining), (true, whole.determining));
    }
    // One pair in twenty may be open.
    let mut micmac = found(&slice(8)).structure.micmac.unwrap();
    micmac.aggregation.complete = Count { k: 360, n: 380 };
    for (empty, settled) in [(0, true), (19, true), (20, false)] {
        micmac.empty_cells = empty;
        assert_eq!(micmac.settled(), settled, "{empty}");
    }
}

#[test]
fn an_expert_equal_to_the_median_changes_no_median() {
    let mut study = slice(8);
    // One dissents, so that the panel is not unanimous.
    for a in &mut study.answers {
        if a.expert == "E01" && a.question.family.name == "desirability" {
            a.value = Value::Number(1.0);
        }
    }
    let before = found(&study);
    let medians: Vec<(String, f64)> = before
        .explore
        .scenarios
        .iter()
        .map(|s| (s.id.clone(), s.desirability.as_ref().unwrap().median.unwrap()))
        .collect();
    let mut more = study.clone();
    more.experts.push(atalaya_model::records::Expert {
        id: crate::support::id("E99"),
        group: "PER".into(),
        ..Default::default()
    });
    for (scenario, median) in &medians {
        more.answers.push(answer("E99", "R1", &format!("desirability/{scenario}"), Value::Number(*median)));
    }
    more.normalise();
    let after = found(&more);
    for (scenario, median) in medians {
        let same = after.explore.scenarios.iter().find(|s| s.id == scenario).unwrap();
        assert_eq!(same.desirability.as_ref().unwrap().median, Some(median));
    }
}

#[test]
fn a_study_of_any_subset_is_done_as_far_as_its_data_goes() {
    let whole = slice(8);
    let empty = found(&Study::default());
    assert!(!empty.gaps.is_empty() && empty.choose.bet.is_none());
    let mut without_answers = whole.clone();
    without_answers.answers.clear();
    assert!(found(&without_answers).gaps.iter().any(|g| g.code == "G103"));
    let mut without_scenarios = whole.clone();
    without_scenarios.scenarios.clear();
    without_scenarios
        .answers
        .retain(|a| a.question.family.arity() == 2 || !a.question.a.as_str().starts_with('S'));
    let found = found(&without_scenarios);
    assert!(found.structure.micmac.is_some() && found.choose.bet.is_none());
    assert!(json(&without_scenarios).contains("G102"));
}

#[test]
fn a_study_without_subject_is_told_what_it_cannot_have() {
    let mut study = slice(5);
    study.frame.subject = atalaya_model::Text::default();
    let findings = found(&study);
    assert_eq!(findings.frame.cannot, ["foda", "igo", "axes"]);
    assert!(findings.gaps.iter().any(|gap| gap.code == "G101"));
}

/// A study whose poles can be verified, asked of five experts who all say the same probabilities.
fn asked(probabilities: &[(&str, f64)]) -> Study {
    let mut study = slice(5);
    for axis in &mut study.axes {
        axis.conditions = [("a".to_owned(), axis.high.clone())].into();
        axis.verified_on = "2030-12-31".into();
    }
    for expert in 1..=5 {
        for (question, p) in probabilities {
            study.answers.push(answer(&format!("E{expert:02}"), "R1", question, Value::Number(*p)));
        }
    }
    study.normalise();
    study
}

fn near(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-9), "{found:?} is not {expected:?}");
}

#[test]
fn corners_of_which_only_the_poles_were_asked_are_called_independent_and_used_in_no_test() {
    let findings = found(&asked(&[("probability/X", 0.6), ("probability/Y", 0.45)]));
    let probabilities = findings.explore.probabilities.unwrap();
    assert_eq!(probabilities.method, "independence");
    assert!(!probabilities.asked() && probabilities.conditionals.is_empty());
    near(&probabilities.marginals, &[0.6, 0.45]);
    near(&probabilities.corners.iter().map(|c| c.mean).collect::<Vec<_>>(), &[0.27, 0.33, 0.18, 0.22]);
    let ranges: Vec<f64> =
        probabilities.corners.iter().flat_map(|c| [c.feasible.low, c.feasible.high]).collect();
    near(&ranges, &[0.05, 0.45, 0.15, 0.55, 0.0, 0.4, 0.0, 0.4]);
    let tests = findings.explore.axes.unwrap().tests;
    assert_eq!(tests.iter().find(|t| t.name == "dependence").unwrap().result, "not-measured");
    assert!(findings.choose.distance.iter().all(|d| d.probability_gap.is_none()));
}

#[test]
fn one_conditional_of_either_axis_gives_the_same_corners() {
    let simple = [("probability/X", 0.6), ("probability/Y", 0.45)];
    // P(Y+ | X+) = .6 and P(X+ | Y+) = .8 say the same: P(++) = .36.
    for conditional in [("probability-given/Y/X", 0.6), ("probability-given/X/Y", 0.8)] {
        let findings = found(&asked(&[simple[0], simple[1], conditional]));
        let probabilities = findings.explore.probabilities.unwrap();
        assert_eq!((probabilities.method.as_str(), probabilities.incoherent.k), ("conditional", 0));
        near(&probabilities.corners.iter().map(|c| c.mean).collect::<Vec<_>>(), &[0.36, 0.24, 0.09, 0.31]);
        near(&[probabilities.frechet.low, probabilities.frechet.high], &[0.05, 0.45]);
        let tests = findings.explore.axes.unwrap().tests;
        assert_eq!(tests.iter().find(|t| t.name == "dependence").unwrap().result, "failed");
    }
    let beyond = found(&asked(&[simple[0], simple[1], ("probability-given/Y/X", 0.9)]));
    let probabilities = beyond.explore.probabilities.unwrap();
    assert_eq!(probabilities.incoherent.k, 5);
    near(&[probabilities.max_correction, probabilities.corners[0].mean], &[0.09, 0.45]);
}

#[test]
fn scenarios_stand_in_the_layer_that_the_records_put_them_in() {
    let layers = |study: &Study| -> Vec<(String, String, String)> {
        let cone = found(study).explore.cone.unwrap();
        cone.ends.into_iter().map(|end| (end.scenario, end.layer, end.rule)).collect()
    };
    let of = |found: &[(String, String, String)], id: &str| {
        let (_, layer, rule) = found.iter().find(|(own, ..)| own == id).unwrap();
        format!("{layer} {rule}")
    };
    // P(++) = .36 is above one in four, P(+-) = .24 is not.
    let mut study = asked(&[("probability/X", 0.6), ("probability/Y", 0.45), ("probability-given/Y/X", 0.6)]);
    for answer in &mut study.answers {
        if answer.question.to_string() == "plausibility/S3" && answer.expert.as_str() != "E01" {
            answer.value = Value::Number(2.0);
        }
    }
    study.answers.retain(|answer| answer.question.to_string() != "plausibility/S4");
    let all = layers(&study);
    assert_eq!(of(&all, "S1"), "probable above-equal");
    assert_eq!(of(&all, "S2"), "plausible half");
    assert_eq!(of(&all, "S3"), "possible minority");
    assert_eq!(of(&all, "S4"), "possible not-judged");
    let cone = found(&study).explore.cone.unwrap();
    let names: Vec<&str> = cone.layers.iter().map(|layer| layer.name.as_str()).collect();
    assert_eq!(names, ["possible", "plausible", "probable"]);
    for pair in cone.layers.windows(2) {
        assert!(pair[0].reach.low <= pair[1].reach.low && pair[1].reach.high <= pair[0].reach.high);
    }
    // Desirability falls from 5 to 2: two of the four are preferable.
    assert_eq!(cone.ends.iter().filter(|end| end.preferable == Some(true)).count(), 2);
    assert_eq!(cone.history, None);
    // Where independence was assumed, no scenario is called probable.
    study.answers.retain(|answer| !answer.question.family.name.starts_with("probability-given"));
    assert_eq!(of(&layers(&study), "S1"), "plausible half");
}

#[test]
fn only_what_a_panel_answered_is_called_its_answers() {
    let origin = |study: &Study, key: &str| found(study).trace[key].provenance.clone();
    let mut study = slice(5);
    let keys: Vec<String> = found(&study).trace.keys().cloned().collect();
    for key in keys.iter().filter(|key| found(&study).trace[*key].answers.iter().any(|a| a.answers > 0)) {
        assert_eq!(origin(&study, key), "elicited", "{key}");
    }
    // Scenarios rest on what was answered of variables, and are written all the same.
    study.answers.retain(|answer| answer.question.family.name == "influence");
    assert_eq!(origin(&study, "structure.micmac"), "elicited");
    assert_eq!([origin(&study, "explore.scenarios"), origin(&study, "choose.bet")], ["own", "own"]);
    study.answers.clear();
    assert_eq!(origin(&study, "explore.axes"), "own");
    let all = found(&study);
    assert!(all.trace.values().all(|node| node.provenance != "elicited") && all.provenance == "own");
    // A fact with its source was published there; a study that is illustrative as a whole says so of everything.
    study.evidence.push(Evidence { id: id("H1"), sources: Refs(vec![id("f1")]), ..Evidence::default() });
    assert_eq!(origin(&study, "scan.evidence"), "published");
    study.frame.provenance = Some(Provenance::Illustrative);
    assert!(found(&study).trace.values().all(|node| node.provenance == "illustrative"));
}
