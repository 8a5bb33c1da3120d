use atalaya_methods::control::Control;
use atalaya_model::{Id, Study, choice::Mode, field::Refs};

use super::{resample, run};
use crate::{
    context::{Context, Trace},
    findings::{ConsultFinding, Count, ItemStability, ItemStat, PanelLevel},
    stages::fixture::{answers, consultation, id, reversed, study, variables},
};

fn found(study: &Study) -> ConsultFinding {
    let context = Context::new(study);
    let mut finding = run(&context, &mut Trace::default());
    resample(&context, &mut finding, &Control::default()).unwrap();
    finding
}

/// Twenty experts, twelve of `P` and eight of `M`, two rounds; the first four leave.
fn delphi() -> Study {
    let mut study = study("PPPPPPPPPPPPMMMMMMMM");
    variables(&mut study, "V1 V2 V10");
    consultation(&mut study, "C1", "R1 R2");
    answers(&mut study, "R1", "importance/V1", "2 2 1 3 9 8 9 9 8 9 9 8 9 9 8 9 8 9 9 8");
    answers(&mut study, "R2", "importance/V1", ". . . . 9 9 9 9 8 9 9 8 9 9 8 9 8 9 9 9");
    // Bipolar between the groups, and stable: everybody repeats the first answer.
    answers(&mut study, "R1", "importance/V2", "1 2 1 2 1 2 1 2 1 2 1 - 9 9 8 9 9 8 9 9");
    answers(&mut study, "R2", "importance/V2", ". . . . 1 2 1 2 1 2 1 - 9 9 8 9 9 8 9 9");
    answers(&mut study, "R1", "importance/V10", "5 6 5 5 6 5 5 6 5 6 5 5 6 5 5 6 5 6 5 5");
    answers(&mut study, "R2", "importance/V10", ". . . . 6 5 5 6 5 6 5 5 6 5 5 6 5 6 5 5");
    study.normalise();
    study
}

#[test]
fn response_and_groups() {
    let mut study = delphi();
    consultation(&mut study, "C2", "R3");
    let finding = found(&study);
    let rounds = &finding.consultations[0].rounds;
    assert_eq!(rounds[0].response, Count { k: 20, n: 20 });
    assert_eq!(rounds[1].response, Count { k: 16, n: 20 });
    let groups: Vec<_> = rounds[1].response_by_group.iter().map(|g| (g.group.as_str(), g.response)).collect();
    assert_eq!(groups, [("M", Count { k: 8, n: 8 }), ("P", Count { k: 8, n: 12 })]);
    // A round without answers is still there.
    assert_eq!(finding.consultations[1].rounds[0].response, Count { k: 0, n: 20 });
    assert!(finding.consultations[1].rounds[0].families.is_empty());
    let items: Vec<&str> = rounds[0].families[0].items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(items, ["V1", "V2", "V10"]);
    assert_eq!(rounds[0].families[0].items[1].abstained, 1);
}

#[test]
fn a_group_that_agrees_gives_one_answer_however_many_it_is() {
    let mut study = study("PPP");
    variables(&mut study, "V1 V2");
    consultation(&mut study, "C1", "R1 R2");
    study.consultations[0].mode = Some(Mode::Consensus);
    answers(&mut study, "R1", "importance/V1", "7");
    // The matrix of the table is nobody's of the panel.
    study.answers[0].expert = Id::parse("MESA").unwrap();
    let rounds = |study: &Study| {
        let rounds = found(study).consultations.remove(0).rounds;
        rounds.into_iter().map(|round| (round.response, round.together)).collect::<Vec<_>>()
    };
    assert_eq!(rounds(&study), [(Count { k: 1, n: 1 }, Some(3)), (Count { k: 0, n: 1 }, Some(3))]);
    study.rounds[0].invited = Refs(Vec::new());
    assert_eq!(rounds(&study)[0], (Count { k: 1, n: 1 }, Some(0)));
    // Each alone: whoever answered without an invitation counts as invited.
    study.consultations[0].mode = Some(Mode::Workshop);
    assert_eq!(rounds(&study), [(Count { k: 1, n: 1 }, None), (Count { k: 0, n: 3 }, None)]);
}

#[test]
fn answers_without_rounds_are_a_consultation_each() {
    let mut study = study("PPP");
    variables(&mut study, "V1");
    answers(&mut study, "R1", "importance/V1", "7 8 .");
    let finding = found(&study);
    assert_eq!(finding.consultations.len(), 1);
    assert_eq!(finding.consultations[0].id, "R1");
    assert_eq!(finding.consultations[0].rounds[0].response, Count { k: 2, n: 2 });
    assert_eq!(finding.consultations[0].drop_out, None);
}

#[test]
fn fewer_leavers_than_a_group_are_not_singled_out() {
    let finding = found(&delphi());
    let gone = finding.consultations[0].drop_out.clone().unwrap();
    assert_eq!((gone.first.as_str(), gone.last.as_str()), ("R1", "R2"));
    assert_eq!(gone.left, Count { k: 4, n: 20 });
    assert!(gone.items.is_empty());
    // V1: the leavers stood far from the median; V2: they were nearer to their own camp's end.
    assert_eq!(gone.nearer_minority.unwrap().n, 3);
    assert!(gone.mean_gap.unwrap() > 3.0);
    let mut study = delphi();
    study.answers.retain(|a| a.round == "R1" || a.expert != "E5");
    let gone = found(&study).consultations[0].drop_out.clone().unwrap();
    assert_eq!(gone.left.k, 5);
    let first = &gone.items[0];
    assert_eq!((first.id.as_str(), first.left, first.stayed), ("V1", 2.0, 9.0));
}

#[test]
fn who_is_not_invited_again_or_asked_something_else_does_not_leave() {
    let mut study = delphi();
    let drop_out = |study: &Study| found(study).consultations[0].drop_out.clone();
    // Two of the four who are missing were not asked again.
    study.rounds[1].invited.0.retain(|expert| !["E1", "E2"].contains(&expert.as_str()));
    assert_eq!(drop_out(&study).unwrap().left, Count { k: 2, n: 18 });
    study.answers.retain(|answer| answer.round == "R1");
    answers(&mut study, "R2", "uncertainty/V1", ". . . . 3 4 3 4 3 4 3 4");
    study.normalise();
    assert_eq!(drop_out(&study), None, "nothing is asked again");
}

#[test]
fn groups_are_contrasted_and_corrected() {
    let finding = found(&delphi());
    let pairs = &finding.consultations[0].rounds[0].families[0].groups;
    assert_eq!(pairs.len(), 3);
    let bipolar = pairs.iter().find(|pair| pair.id == "V2").unwrap();
    assert_eq!((bipolar.a.as_str(), bipolar.b.as_str(), bipolar.delta), ("M", "P", 1.0));
    assert_eq!((bipolar.n_a, bipolar.n_b, bipolar.word.as_str()), (8, 11, "large"));
    assert!(bipolar.detected && bipolar.interval.is_some());
    let same = pairs.iter().find(|pair| pair.id == "V10").unwrap();
    assert!(!same.detected && same.interval.unwrap().low < 0.0);
    // Below 12 answers to an item there is no contrast.
    let mut small = study("PPPPPMMMMMM");
    variables(&mut small, "V1");
    answers(&mut small, "R1", "importance/V1", "1 1 1 1 1 9 9 9 9 9 9");
    assert!(found(&small).consultations[0].rounds[0].families[0].groups.is_empty());
}

#[test]
fn stability_on_the_same_experts() {
    let finding = found(&delphi());
    let family = &finding.consultations[0].rounds[1].families[0];
    let of = |id: &str| family.stability.iter().find(|s| s.id == id).unwrap().clone();
    let first = of("V1");
    assert_eq!((first.n, first.level, first.moved), (16, PanelLevel::Full, Some(Count { k: 2, n: 16 })));
    assert_eq!((first.stable, first.stable_without_consensus), (Some(true), false));
    let bipolar = of("V2");
    assert_eq!((bipolar.n, bipolar.change), (15, Some(0.0)));
    assert!(bipolar.stable_without_consensus);
    assert!(finding.consultations[0].rounds[0].families[0].stability.is_empty());
}

#[test]
fn agreement_on_the_answers_and_change_of_sides() {
    let mut study = study(&"P".repeat(10));
    variables(&mut study, "V1 V2");
    study.frame.scales.insert("importance".to_owned(), "1..5".to_owned());
    consultation(&mut study, "C1", "R1 R2");
    answers(&mut study, "R1", "importance/V1", "3 3 3 4 4 4 4 4 5 2");
    answers(&mut study, "R2", "importance/V1", "4 4 4 4 4 4 4 4 5 2");
    answers(&mut study, "R1", "importance/V2", "1 1 1 1 1 2 2 4 4 .");
    answers(&mut study, "R2", "importance/V2", "1 1 1 1 1 2 2 3 4 5");
    let finding = found(&study);
    let rounds = &finding.consultations[0].rounds;
    let (before, after) = (&rounds[0].families[0], &rounds[1].families[0]);
    // One expert left an item blank in the first round.
    assert_eq!(before.fleiss.as_ref().unwrap().experts, 9);
    // By hand: 28 + 0 of 45 pairs agree on V1, 10 + 1 of 45 on V2; of 20 answers 5, 3, 1, 9 and 2 on the points.
    let fleiss = after.fleiss.clone().unwrap();
    let (observed, expected) = ((28.0 + 11.0) / 90.0, (25.0 + 9.0 + 1.0 + 81.0 + 4.0) / 400.0);
    assert_eq!((fleiss.experts, fleiss.items, fleiss.categories), (10, 2, 5));
    assert!((fleiss.observed - observed).abs() < 1e-12 && (fleiss.expected - expected).abs() < 1e-12);
    assert!((fleiss.kappa - (observed - expected) / (1.0 - expected)).abs() < 1e-12);
    assert_eq!(fleiss.word, "slight");
    let of = |id: &str| after.stability.iter().find(|s| s.id == id).unwrap().clone();
    // Three came over to 4 or more, nobody left: exact p is 2 / 2^3.
    let first = of("V1").sides.unwrap();
    assert_eq!((first.n, first.cut, first.left, first.joined), (10, 4.0, 0, 3));
    assert!((first.p_exact - 0.25).abs() < 1e-12);
    assert!((first.chi2.unwrap() - 4.0 / 3.0).abs() < 1e-12);
    let second = of("V2").sides.unwrap();
    assert_eq!((second.n, second.left, second.joined), (9, 1, 0));
    assert!(of("V2").kappa.unwrap() > of("V2").kappa_nominal.unwrap());
    // Seven experts carry none of it.
    study.answers.retain(|answer| !["E8", "E9", "E10"].contains(&answer.expert.as_str()));
    let small = found(&study);
    let small = &small.consultations[0].rounds[1].families[0];
    assert_eq!((&small.fleiss, &small.stability[0].sides), (&None, &None));
}

#[test]
fn what_each_n_carries() {
    for (n, level) in [(1, PanelLevel::Single), (4, PanelLevel::Values), (5, PanelLevel::Counts)] {
        let mut study = study(&"P".repeat(n));
        study.frame.privacy.min_group = Some(1);
        variables(&mut study, "V1 V2");
        consultation(&mut study, "C1", "R1 R2");
        for round in ["R1", "R2"] {
            answers(&mut study, round, "importance/V1", &"9 ".repeat(n));
            answers(&mut study, round, "importance/V2", &"4 ".repeat(n));
        }
        let finding = found(&study);
        let family = &finding.consultations[0].rounds[1].families[0];
        assert_eq!(family.items[0].level, level);
        assert_eq!(family.kendall, None, "{n}");
        let moved = &family.stability[0];
        if n < 5 {
            let only_n = ItemStability { id: "V1".to_owned(), n, level, ..ItemStability::default() };
            assert_eq!(*moved, only_n);
        } else {
            assert_eq!((moved.stable, moved.change, moved.iqr_after), (Some(true), None, None));
        }
    }
}

#[test]
fn a_unanimous_panel_of_eight() {
    let mut study = study("PPPPPPPP");
    variables(&mut study, "V1 V2");
    answers(&mut study, "R1", "importance/V1", &"9 ".repeat(8));
    answers(&mut study, "R1", "importance/V2", &"4 ".repeat(8));
    let finding = found(&study);
    let family = &finding.consultations[0].rounds[0].families[0];
    assert_eq!((family.items[0].iqr, family.items[0].sd), (Some(0.0), Some(0.0)));
    let w = family.kendall.clone().unwrap();
    assert_eq!((w.experts, w.w, w.word.as_str()), (8, 1.0, "unusually-strong"));
}

#[test]
fn matrices_are_left_to_their_stage() {
    let mut study = study("PPPPPPPP");
    variables(&mut study, "V1 V2");
    answers(&mut study, "R1", "influence/V1/V2", "1 2 3 0 1 2 3 0");
    answers(&mut study, "R1", "effect/V1/V2", "1 2 3 0 1 2 3 0");
    let finding = found(&study);
    let families = &finding.consultations[0].rounds[0].families;
    assert_eq!(families[0].family, "influence");
    assert_eq!((families[0].items.len(), families[0].experts), (0, 8));
    let ids: Vec<&str> = families[1].items.iter().map(|item| item.id.as_str()).collect();
    // Nobody was asked about the other direction.
    assert_eq!(ids, ["V1/V2"]);
}

#[test]
fn answers_of_fewer_than_a_group_are_only_counted_unless_it_agreed_on_them() {
    let items =
        |study: &Study| found(study).consultations.remove(0).rounds.remove(0).families.remove(0).items;
    let told =
        |item: &ItemStat| item.level > PanelLevel::None || !item.values.is_empty() || item.median.is_some();
    let mut study = study("PPPPPPPP");
    variables(&mut study, "V1 V2 V10");
    consultation(&mut study, "C1", "R1");
    answers(&mut study, "R1", "importance/V1", "9 . . - . . . .");
    answers(&mut study, "R1", "importance/V2", "9 8 7 6 . . . .");
    answers(&mut study, "R1", "importance/V10", "9 8 7 6 5 . . .");
    let found = items(&study);
    assert_eq!(
        found.iter().map(|item| (item.n, item.abstained)).collect::<Vec<_>>(),
        [(1, 1), (4, 0), (5, 0)]
    );
    assert_eq!(found.iter().map(told).collect::<Vec<_>>(), [false, false, true]);
    study.frame.privacy.min_group = Some(6);
    assert!(!items(&study).iter().any(told), "the study's own size counts");
    study.frame.privacy.min_group = Some(4);
    assert_eq!(items(&study)[1].values, [6.0, 7.0, 8.0, 9.0]);
    // A panel that is no larger has no others among whom to hide: its answers are what the study has.
    study.frame.privacy.min_group = Some(9);
    assert_eq!(items(&study)[1].values, [6.0, 7.0, 8.0, 9.0]);
    study.frame.privacy.min_group = None;
    study.consultations[0].mode = Some(Mode::Consensus);
    assert!(items(&study).iter().all(told), "what a group agreed on is nobody's own");
}

#[test]
fn margins_and_competence() {
    let mut study = study("PPPPPPMMN");
    for (index, expert) in study.experts.iter_mut().enumerate() {
        expert.knowledge = Some(9.0);
        expert.argumentation = if index == 0 { "B-B-B-B-B-B" } else { "AAAAAA" }.to_owned();
    }
    study.experts[8].argumentation = "AAA".to_owned();
    let finding = found(&study);
    let groups: Vec<_> = finding.panel.groups.iter().map(|m| (m.name.as_str(), m.count, m.merged)).collect();
    assert_eq!(groups, [("other", 9, 3)]);
    assert!(finding.panel.countries.is_empty());
    let competence = finding.panel.competence.unwrap();
    assert_eq!((competence.n, competence.high, competence.medium, competence.low), (8, 7, 1, 0));
    assert!((competence.median.unwrap() - 0.95).abs() < 1e-12);
}

#[test]
fn order_and_names_do_not_matter() {
    let study = delphi();
    let finding = found(&study);
    assert_eq!(found(&reversed(&study)), finding);
    let mut renamed = study.clone();
    for variable in &mut renamed.variables {
        variable.id = id(&format!("X{}", variable.id));
    }
    for answer in &mut renamed.answers {
        answer.question.a = id(&format!("X{}", answer.question.a));
    }
    let mut other = found(&renamed);
    for family in other.consultations.iter_mut().flat_map(|c| &mut c.rounds).flat_map(|r| &mut r.families) {
        let strip = |id: &mut String| *id = id.trim_start_matches('X').to_owned();
        family.items.iter_mut().for_each(|item| strip(&mut item.id));
        family.stability.iter_mut().for_each(|item| strip(&mut item.id));
        family.groups.iter_mut().for_each(|pair| strip(&mut pair.id));
        let changed = family.other_rules.iter_mut().flat_map(|o| o.gained.iter_mut().chain(&mut o.lost));
        changed.for_each(strip);
    }
    // The trace's hashes differ, the figures do not.
    assert_eq!(other.consultations, finding.consultations);
}

#[test]
fn every_finding_has_its_node() {
    let study = delphi();
    let context = Context::new(&study);
    let mut trace = Trace::default();
    let finding = run(&context, &mut trace);
    assert!(trace.nodes.contains_key(&finding.trace));
    for family in finding.consultations.iter().flat_map(|c| &c.rounds).flat_map(|r| &r.families) {
        let node = &trace.nodes[&family.trace];
        assert!(node.rules.contains_key("consensus") && !node.answers.is_empty());
    }
    assert_eq!(trace.nodes["consult.R2.importance"].answers.len(), 2);
}
