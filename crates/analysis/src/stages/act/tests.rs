use atalaya_methods::control::Control;
use atalaya_model::{
    Study,
    choice::{About, AimKind, CriterionAxis},
    records::*,
};

use super::{resample, run};
use crate::{
    context::{Context, Trace},
    findings::{ActFinding, ChooseFinding, Gap, IgoZone, Stability, StructureFinding},
    stages::fixture::{answers, id, link, links, reversed, study},
};

fn with(study: &Study, bet: Option<&str>, determining: &[&str]) -> (ActFinding, Vec<Gap>) {
    let context = Context::new(study);
    let determining = determining.iter().map(|v| (*v).to_owned()).collect();
    let structure = StructureFinding { determining, ..StructureFinding::default() };
    let choose = ChooseFinding { bet: bet.map(str::to_owned), ..ChooseFinding::default() };
    let mut trace = Trace::default();
    let mut finding = run(&context, &mut trace, &structure, &choose, &mut Vec::new());
    resample(&context, &choose, &mut finding, &Control::default()).unwrap();
    (finding, trace.gaps)
}

fn found(study: &Study) -> ActFinding {
    with(study, None, &[]).0
}

fn action(study: &mut Study, name: &str, objectives: &str, years: Option<(i64, i64)>, after: &str) {
    study.actions.push(Action {
        id: id(name),
        objectives: links(objectives),
        from: years.map(|y| y.0),
        to: years.map(|y| y.1),
        after: links(after),
        ..Action::default()
    });
}

/// `n` experts who judge three actions alike: one immediate, one challenge, one on both cuts.
fn judged(n: usize) -> Study {
    let mut study = study(&"P".repeat(n));
    for name in ["X1", "X2", "X10"] {
        action(&mut study, name, "", None, "");
    }
    for (question, value) in [
        ("importance/X1", "9 "),
        ("governability/X1", "5 "),
        ("importance/X2", "8 "),
        ("governability/X2", "1 "),
        ("importance/X10", "5 "),
        ("governability/X10", "1 "),
    ] {
        answers(&mut study, "R1", question, &value.repeat(n));
    }
    study.normalise();
    study
}

#[test]
fn a_unanimous_panel_never_changes_its_classes() {
    let igo = found(&judged(8)).igo.unwrap();
    let zones: Vec<_> = igo.items.iter().map(|i| (i.id.as_str(), i.zone, i.rank)).collect();
    assert_eq!(
        zones,
        [
            ("X1", Some(IgoZone::Immediate), Some(1.0)),
            ("X2", Some(IgoZone::Challenge), Some(2.0)),
            ("X10", Some(IgoZone::Unnecessary), Some(3.0)),
        ]
    );
    for item in &igo.items {
        assert_eq!(item.stability, Some(Stability { experts: 8, draws: 1000, held: 1000 }));
        assert!(!item.borderline);
    }
}

#[test]
fn what_each_n_carries() {
    for (n, zone, stable) in [(1, true, false), (4, false, false), (5, true, false), (20, true, true)] {
        let igo = found(&judged(n)).igo.unwrap();
        assert_eq!(igo.items[0].zone.is_some(), zone, "{n}");
        assert_eq!(igo.items[0].stability.is_some(), stable, "{n}");
    }
    // What one of eight said is neither shown nor classed.
    let mut one = study("PPPPPPPP");
    action(&mut one, "X1", "", None, "");
    action(&mut one, "X2", "", None, "");
    for family in ["importance", "governability"] {
        answers(&mut one, "R1", &format!("{family}/X1"), "8 8 8 8 8 8 8 8");
        answers(&mut one, "R1", &format!("{family}/X2"), "9");
    }
    let items = found(&one).igo.unwrap().items;
    assert_eq!((items[1].zone, items[1].importance.median, items[1].importance.n), (None, None, 1));
    assert!(items[0].zone.is_some());
    let mut nobody = judged(8);
    nobody.frame.subject = atalaya_model::Text::default();
    assert_eq!(found(&nobody).igo, None);
}

#[test]
fn a_wide_item_is_borderline_and_unstable() {
    let mut study = study("PPPPPPPP");
    action(&mut study, "X1", "", None, "");
    answers(&mut study, "R1", "importance/X1", "2 3 4 5 6 7 8 9");
    // The decision-maker's own judgement, in a round of its own.
    answers(&mut study, "R2", "governability/X1", "5");
    let igo = found(&study).igo.unwrap();
    let item = &igo.items[0];
    assert!(item.borderline);
    let stability = item.stability.clone().unwrap();
    assert_eq!((stability.experts, stability.draws), (8, 1000));
    assert!((300..700).contains(&stability.held), "{}", stability.held);
}

#[test]
fn opportunities_on_their_plane() {
    let mut study = study("PPPPPPPP");
    for (name, axis) in [
        ("C1", CriterionAxis::Attractiveness),
        ("C2", CriterionAxis::Attractiveness),
        ("C3", CriterionAxis::Capacity),
    ] {
        study.criteria.push(Criterion { id: id(name), axis: Some(axis), ..Criterion::default() });
    }
    for name in ["O1", "O2"] {
        study.opportunities.push(Opportunity {
            id: id(name),
            scenarios: links("S10 S2"),
            ..Opportunity::default()
        });
    }
    answers(&mut study, "R1", "score/O1/C1", "5 5 5 5 5 5 5 5");
    answers(&mut study, "R1", "score/O1/C2", "3 3 3 3 3 3 3 -");
    answers(&mut study, "R1", "score/O1/C3", "3 3 3 3 3 3 3 3");
    let finding = found(&study);
    assert_eq!(finding.opportunity_cut, Some(3.0));
    let first = &finding.opportunities[0];
    assert_eq!(
        (first.attractiveness, first.capacity, first.zone.as_deref()),
        (Some(4.0), Some(3.0), Some("prepare"))
    );
    assert_eq!((first.n, first.criteria.len(), first.criteria[1].abstained), (8, 3, 1));
    assert_eq!(first.stability, Some(Stability { experts: 8, draws: 1000, held: 1000 }));
    assert_eq!(first.scenarios, ["S2", "S10"]);
    let second = &finding.opportunities[1];
    assert_eq!((second.n, second.zone.as_deref(), second.criteria.len()), (0, None, 0));
}

#[test]
fn actions_against_scenarios() {
    let mut study = study("PPPPPPPP");
    for (question, value) in [
        ("X1/S1", 2),
        ("X1/S2", 2),
        ("X2/S1", 2),
        ("X2/S2", 0),
        ("X3/S1", 0),
        ("X3/S2", 2),
        ("X4/S1", 2),
        ("X4/S2", 0),
        ("X5/S1", 1),
        ("X5/S2", 0),
    ] {
        answers(&mut study, "R1", &format!("robust/{question}"), &format!("{value} ").repeat(8));
    }
    for name in ["X1", "X2", "X3", "X4", "X5"] {
        action(&mut study, name, "", None, "");
    }
    for name in ["S1", "S2"] {
        study.scenarios.push(Scenario { id: id(name), ..Scenario::default() });
    }
    let finding = with(&study, Some("S1"), &[]).0.robustness.unwrap();
    let classes: Vec<_> = finding.rows.iter().map(|row| row.class.as_deref().unwrap()).collect();
    assert_eq!(classes, ["robust", "contingent", "hedging", "contingent", "contingent"]);
    assert!(finding.rows.iter().all(|row| row.stability.as_ref().is_some_and(|s| s.held == s.draws)));
    assert_eq!((finding.experts, finding.scenarios.len()), (8, 2));
}

/// A vision, two objectives, three actions, one indicator.
fn plan() -> Study {
    let mut study = study("");
    let aim = |name: &str, kind, parent: Option<&str>, weight| Objective {
        id: id(name),
        kind: Some(kind),
        parent: parent.map(link).unwrap_or_default(),
        weight,
        ..Objective::default()
    };
    study.objectives = vec![
        aim("V", AimKind::Vision, None, None),
        aim("OE1", AimKind::Objective, Some("V"), Some(3.0)),
        aim("OE2", AimKind::Objective, None, Some(1.0)),
    ];
    action(&mut study, "A1", "OE1 OE2", Some((2020, 2024)), "A3");
    action(&mut study, "A2", "OE1", Some((2019, 2022)), "A1");
    action(&mut study, "A3", "", Some((2019, 2030)), "");
    study.actions[0].variable = link("V1");
    study.actions[1].responsible = links("PRODUCE");
    study.indicators = vec![
        Indicator { id: id("K1"), objectives: links("OE2"), ..Indicator::default() },
        Indicator { id: id("K2"), ..Indicator::default() },
    ];
    study
}

#[test]
fn the_chain_says_what_is_missing() {
    let (finding, gaps) = with(&plan(), None, &["V1", "V2"]);
    let rows: Vec<_> =
        finding.chain.iter().map(|row| (row.objective.as_str(), row.missing.join(" "))).collect();
    assert_eq!(
        rows,
        [("OE1", "G106/OE1 G107/A2".to_owned()), ("OE2", "G105/K1".to_owned()), ("", "G108/V2".to_owned()),]
    );
    assert_eq!(finding.chain[1].actions, ["A1"]);
    assert_eq!(finding.chain[2].actions, ["A3"]);
    let codes: Vec<&str> = gaps.iter().map(|gap| gap.code.as_str()).filter(|code| *code != "G102").collect();
    assert_eq!(codes, ["G103", "G103", "G107", "G106", "G108"]);
    // An action that serves the vision itself is under it, and asks no indicator of it.
    let mut direct = plan();
    direct.actions[2].objectives = links("V");
    let rows: Vec<_> = with(&direct, None, &["V1", "V2"]).0.chain;
    let told: Vec<_> = rows.iter().map(|row| (row.objective.as_str(), row.actions.join(" "))).collect();
    assert_eq!(told[2..], [("V", "A3".to_owned()), ("", String::new())]);
    assert!(rows[2].missing.is_empty());
}

#[test]
fn the_tree_shares_weights_among_siblings() {
    let tree = found(&plan()).tree;
    let nodes: Vec<_> =
        tree.iter().map(|n| (n.id.as_str(), n.parent.as_str(), n.depth, n.relevance)).collect();
    assert_eq!(
        nodes,
        [
            ("V", "", 0, 1.0),
            ("OE1", "V", 1, 0.75),
            ("A1", "OE1", 2, 0.375),
            ("A2", "OE1", 2, 0.375),
            ("OE2", "V", 1, 0.25),
        ]
    );
    let mut closed = plan();
    closed.objectives[0].parent = link("OE1");
    assert!(found(&closed).tree.is_empty());
}

#[test]
fn the_roadmap_and_the_way_back() {
    let mut study = plan();
    for (name, year) in [("M1", Some(2022)), ("M2", Some(2030)), ("M3", None), ("M10", Some(2022))] {
        study.milestones.push(Milestone { id: id(name), year, ..Milestone::default() });
    }
    let finding = found(&study);
    assert_eq!(finding.backcast, ["M2", "M1", "M10", "M3"]);
    let rows: Vec<_> = finding.roadmap.iter().map(|r| (r.action.as_str(), r.too_early.join(" "))).collect();
    // A1 comes before A2 and begins a year later.
    assert_eq!(rows, [("A2", "A1".to_owned()), ("A3", String::new()), ("A1", String::new())]);
    study.decisions.push(Decision {
        id: id("D1"),
        about: Some(About::Actions),
        chosen: AnyRefs(vec![id("A1")]),
        ..Decision::default()
    });
    assert_eq!(found(&study).roadmap.len(), 1);
}

#[test]
fn what_the_plane_calls_unnecessary_enters_no_roadmap_by_itself() {
    let mut study = judged(8);
    for action in &mut study.actions {
        action.from = Some(2020);
    }
    study.frame.horizon = Some(2030);
    let rows: Vec<_> = found(&study).roadmap.into_iter().map(|r| (r.action, r.to)).collect();
    assert_eq!(rows, [("X1".to_owned(), 2030), ("X2".to_owned(), 2030)]);
}

#[test]
fn the_order_of_rows_means_nothing() {
    for study in [judged(8), plan()] {
        assert_eq!(found(&reversed(&study)), found(&study));
    }
}

#[test]
fn renaming_permutes() {
    let mut study = judged(9);
    study.answers[3].value = atalaya_model::Value::Number(2.0);
    let mut renamed = study.clone();
    // The order of the names changes with them.
    let other = |name: &atalaya_model::Id| {
        id(match name.as_str() {
            "X1" => "Z9",
            "X2" => "Z5",
            _ => "Z1",
        })
    };
    renamed.actions.iter_mut().for_each(|a| a.id = other(&a.id));
    renamed.answers.iter_mut().for_each(|a| a.question.a = other(&a.question.a));
    renamed.normalise();
    let (one, two) = (found(&study).igo.unwrap(), found(&renamed).igo.unwrap());
    for item in &one.items {
        let twin = two.items.iter().find(|twin| id(&twin.id) == other(&id(&item.id))).unwrap();
        assert_eq!((twin.zone, twin.rank, &twin.stability), (item.zone, item.rank, &item.stability));
    }
}
