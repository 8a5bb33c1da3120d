//! The methods of the toolbox as stages of a study: fed by a panel's answers, resampled, traced.

use atalaya_analysis::{
    analyse,
    findings::{Findings, PanelLevel},
};
use atalaya_methods::control::Control;
use atalaya_model::{
    Study, Text, Value,
    records::{Action, Actor, Criterion, Expert, Hypothesis, Policy, Round, Stake, Variable},
};

use crate::support::{answer, id, json};

fn named(text: &str) -> Text {
    Text { es: text.to_owned(), en: text.to_owned() }
}

/// A study in which `experts` answer the questions that `say` gives for each of them.
fn study(experts: usize, say: impl Fn(usize) -> Vec<(String, Value)>) -> Study {
    let mut study = Study::default();
    study.frame.seed = Some(11);
    study.frame.rules.resamples = Some(60);
    study.frame.subject = named("El municipio");
    study.rounds.push(Round { id: id("R1"), ..Round::default() });
    for expert in 0..experts {
        let code = format!("E{expert}");
        let group = if expert % 2 == 0 { "norte" } else { "sur" };
        study.experts.push(Expert { id: id(&code), group: group.to_owned(), ..Expert::default() });
        study
            .answers
            .extend(say(expert).into_iter().map(|(question, value)| answer(&code, "R1", &question, value)));
    }
    let text = named;
    for n in 1..=3 {
        study.actors.push(Actor { id: id(&format!("A{n}")), name: text("actor"), ..Actor::default() });
        study.variables.push(Variable {
            id: id(&format!("V{n}")),
            name: text("variable"),
            ..Variable::default()
        });
        study.actions.push(Action { id: id(&format!("X{n}")), name: text("acción"), ..Action::default() });
        let hypothesis =
            Hypothesis { id: id(&format!("H{n}")), name: text("hipótesis"), ..Hypothesis::default() };
        study.hypotheses.push(hypothesis);
    }
    for n in 1..=2 {
        study.stakes.push(Stake { id: id(&format!("O{n}")), name: text("objetivo"), ..Stake::default() });
        study.criteria.push(Criterion {
            id: id(&format!("C{n}")),
            name: text("criterio"),
            ..Criterion::default()
        });
        study
            .policies
            .push(Policy { id: id(&format!("P{n}")), name: text("política"), ..Policy::default() });
    }
    study.normalise();
    study
}

fn found(study: &Study) -> Findings {
    analyse(study, &Control::default()).unwrap()
}

fn number(value: f64) -> Value {
    Value::Number(value)
}

/// Power and positions: everybody agrees but for the odd experts, who see the third actor against the second objective.
fn game(expert: usize) -> Vec<(String, Value)> {
    let side = if expert % 2 == 1 { -2.0 } else { 2.0 };
    [
        ("power/A1/A2", 3.0),
        ("power/A1/A3", 2.0),
        ("power/A2/A1", 1.0),
        ("power/A2/A3", 1.0),
        ("power/A3/A1", 0.0),
        ("power/A3/A2", 1.0),
        ("position/A1/O1", 3.0),
        ("position/A1/O2", 1.0),
        ("position/A2/O1", -2.0),
        ("position/A2/O2", 1.0),
        ("position/A3/O1", 1.0),
        ("position/A3/O2", side),
    ]
    .into_iter()
    .map(|(question, value)| (question.to_owned(), number(value)))
    .collect()
}

#[test]
fn the_game_of_the_actors_comes_from_the_panel() {
    let mactor = found(&study(9, game)).structure.mactor.unwrap();
    assert_eq!((mactor.experts, mactor.level, mactor.empty_power), (9, PanelLevel::Quartiles, 0));
    assert_eq!(mactor.power[0], [0.0, 3.0, 2.0]);
    // Five of nine see the third actor in favour: the median.
    assert_eq!(mactor.order2.positions[2], [1.0, 2.0]);
    let stability = mactor.resampled.unwrap();
    assert_eq!((stability.experts, stability.draws), (9, 60));
    // Where all agree no draw changes anything; where they are split some do.
    assert!(stability.same_role.iter().all(|held| *held == 60));
    assert_eq!(stability.in_favour[0], 60);
    assert!(stability.allies[0][2] > 0 && stability.rivals[1][2] > 0);
    assert!(found(&study(7, game)).structure.mactor.unwrap().resampled.is_none());
}

#[test]
fn a_table_without_the_other_is_a_gap_and_no_game() {
    let half = study(9, |expert| game(expert).into_iter().filter(|(q, _)| q.starts_with("power")).collect());
    let findings = found(&half);
    assert!(findings.structure.mactor.is_none());
    let gap = |g: &&atalaya_analysis::findings::Gap| g.args.get("family").is_some_and(|f| f == "position");
    assert_eq!(findings.gaps.iter().filter(gap).count(), 1);
}

#[test]
fn tables_of_two_rounds_are_joined_by_the_experts() {
    let mut two = study(9, game);
    two.rounds.push(Round { id: id("R2"), ..Round::default() });
    for answer in two.answers.iter_mut().filter(|a| a.question.family.name == "position") {
        answer.round = id("R2");
    }
    two.normalise();
    let (one, two) = (found(&study(9, game)), found(&two));
    let (one, two) = (one.structure.mactor.unwrap(), two.structure.mactor.unwrap());
    assert_eq!(two.rounds, ["R1", "R2"]);
    assert_eq!((one.order3, one.strength), (two.order3, two.strength));
}

/// Probabilities of three hypotheses that depend on the expert.
fn beliefs(expert: usize) -> Vec<(String, Value)> {
    let shift = 0.01 * expert as f64;
    let mut all = Vec::new();
    for (n, p) in [(1, 0.5), (2, 0.6), (3, 0.4)] {
        all.push((format!("probability/H{n}"), number(p + shift)));
    }
    for (i, j, given, not) in [
        (1, 2, 0.6, 0.4),
        (1, 3, 0.3, 0.6),
        (2, 1, 0.7, 0.5),
        (2, 3, 0.5, 0.7),
        (3, 1, 0.3, 0.55),
        (3, 2, 0.45, 0.35),
    ] {
        all.push((format!("probability-given/H{i}/H{j}"), number(given)));
        all.push((format!("probability-given-not/H{i}/H{j}"), number(not)));
    }
    all
}

#[test]
fn hypotheses_become_scenarios_expert_by_expert() {
    let mut with_a_hole = study(10, beliefs);
    with_a_hole.answers.retain(|a| a.expert != "E9" || a.question.to_string() != "probability-given/H3/H2");
    let smic = found(&with_a_hole).explore.smic.unwrap();
    assert_eq!((smic.experts, smic.incomplete, smic.rank, smic.without_range), (9, 1, 7, 0));
    assert_eq!(smic.scenarios.len(), 8);
    assert!((smic.scenarios.iter().map(|s| s.probability).sum::<f64>() - 1.0).abs() < 1e-9);
    assert!((smic.scenarios[7].cumulated - 1.0).abs() < 1e-9);
    for scenario in &smic.scenarios {
        let (low, high) = (scenario.low.unwrap(), scenario.high.unwrap());
        assert!(low <= scenario.probability + 1e-9 && scenario.probability <= high + 1e-9, "{scenario:?}");
        let interval = scenario.interval.unwrap();
        assert!(interval.low <= interval.high);
    }
    assert!(smic.correction.largest > 0.05 && smic.incoherence.largest > 0.05);
    assert_eq!(smic.stability.as_ref().map(|s| (s.experts, s.draws)), Some((9, 60)));
    let elasticity = smic.elasticity.unwrap();
    assert_eq!((elasticity.up.len(), elasticity.up[0][0]), (3, Some(1.0)));
    // One alone: its own solution, nothing resampled.
    let alone = found(&study(1, beliefs)).explore.smic.unwrap();
    assert_eq!((alone.level, alone.stability.is_none()), (PanelLevel::Single, true));
    assert!((alone.objective - 0.004_916_071_429).abs() < 1e-10);
    assert_eq!(alone.scenarios[0].code, "110");
}

fn colours(expert: usize) -> Vec<(String, Value)> {
    let vote = |n: usize| match (n, expert) {
        (1, _) => number(5.0),
        (2, e) if e % 2 == 0 => number(1.0),
        (2, _) => number(5.0),
        (_, 0) => Value::Blank,
        (_, 1) => Value::NoOpinion,
        _ => number(3.0),
    };
    (1..=3).map(|n| (format!("colour/V{n}"), vote(n))).collect()
}

#[test]
fn colours_are_ordered_by_favour_and_by_consensus() {
    let findings = found(&study(10, colours));
    let [abacus] = findings.consult.abaci.as_slice() else { panic!("one abacus") };
    assert_eq!(abacus.by_favour, ["V1", "V3", "V2"]);
    assert_eq!(abacus.by_consensus, ["V1", "V3", "V2"]);
    let third = &abacus.items[2];
    assert_eq!((third.n, third.blank, third.abstained), (8, 1, 1));
    // Rows of items, columns of experts without their codes, the most favourable first.
    assert_eq!((abacus.votes.len(), abacus.votes[0].len()), (3, 10));
    assert_eq!(abacus.votes[2][0], "5");
    // The two groups are drawn apart, and each is of one mind: no draw moves the mean between them.
    let interval = abacus.items[1].interval.unwrap();
    assert_eq!((interval.low, interval.high), (3.0, 3.0));
    // Fewer than `privacy.min_group`: the tallies, and nobody's row of votes.
    let few = found(&study(4, colours)).consult.abaci.remove(0);
    assert!(few.votes.is_empty() && few.items.iter().all(|item| item.counts.is_some()));
    // Four are too few to agree or to differ.
    assert!(few.items.iter().all(|item| item.consensus.is_none() && item.consensus_place.is_none()));
}

#[test]
fn colours_of_a_few_of_a_larger_panel_are_counted_nowhere() {
    let mut some = study(10, colours);
    // The first item is left with three votes, and they would put it on top.
    let mut left = 3;
    some.answers.retain(|answer| {
        let own = answer.question.to_string().ends_with("/V1");
        left -= i32::from(own);
        !own || left >= 0
    });
    let abacus = found(&some).consult.abaci.remove(0);
    let first = abacus.items.iter().find(|item| item.id == "V1").unwrap();
    assert_eq!((first.n + first.blank + first.abstained, first.counts), (3, None));
    assert_eq!(
        (first.mean, first.sd, first.consensus, first.net, first.interval),
        (None, None, None, None, None)
    );
    assert_eq!((first.favour_place, first.consensus_place), (None, None));
    assert_eq!(abacus.by_favour.last().map(String::as_str), Some("V1"));
    assert!(abacus.votes.last().unwrap().iter().all(String::is_empty));
    // Of a panel that has no more, they are what there is.
    assert!(found(&study(3, colours)).consult.abaci[0].items[0].counts.is_some());
}

fn marks(expert: usize) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    for (action, marks) in [("X1", [1.0, 5.0]), ("X2", [3.0, 3.0]), ("X3", [4.0, 4.0])] {
        for (criterion, mark) in ["C1", "C2"].into_iter().zip(marks) {
            let noise = if action == "X2" && expert.is_multiple_of(3) { 1.0 } else { 0.0 };
            all.push((format!("score/{action}/{criterion}"), number(mark + noise)));
        }
    }
    for (policy, weights) in [("P1", [3.0, 1.0]), ("P2", [1.0, 3.0])] {
        for (criterion, weight) in ["C1", "C2"].into_iter().zip(weights) {
            all.push((format!("weight/{policy}/{criterion}"), number(weight)));
        }
    }
    all
}

#[test]
fn actions_are_compared_under_policies() {
    let multipol = found(&study(9, marks)).act.multipol.unwrap();
    assert_eq!(multipol.scores, [[2.0, 4.0], [3.0, 3.0], [4.0, 4.0]]);
    assert_eq!((multipol.mean[2], multipol.sd[2], multipol.place[2]), (4.0, 0.0, (1, 1)));
    assert_eq!(multipol.robust, [false, false, true]);
    let draws = multipol.robust_draws.unwrap();
    assert_eq!((draws[2].held, draws[2].draws), (60, 60));
    assert!(multipol.policy_scores.is_empty());
    // A cell that nobody marked leaves no fair comparison.
    let mut hole = study(9, marks);
    hole.answers.retain(|a| a.question.to_string() != "score/X1/C2");
    assert!(found(&hole).act.multipol.is_none());
}

/// The same bytes whatever the order of the answers and the number of threads.
#[test]
fn the_order_of_answers_and_the_number_of_threads_mean_nothing() {
    let say = |expert| [game(expert), beliefs(expert), colours(expert), marks(expert)].concat();
    let one = study(9, say);
    let mut other = one.clone();
    other.answers.reverse();
    other.experts.reverse();
    other.actors.reverse();
    other.hypotheses.reverse();
    other.normalise();
    let expected = json(&one);
    assert_eq!(json(&other), expected);
    let pool = |threads: usize| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    for threads in [1, 8] {
        assert_eq!(pool(threads).install(|| json(&one)), expected, "{threads} threads");
    }
    assert!(one.answers.len() > 300);
}
