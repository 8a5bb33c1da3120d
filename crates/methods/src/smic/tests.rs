//! Worked figures, boundary cases, input, hierarchy, elasticities and panels. Independent methods and properties are
//! in `independent`.

mod independent;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::pairwise::{bit, masks, superset_sums};
use super::*;
use crate::axes::{Judgement, smic2};
use crate::random::{Groups, Stream};
use crate::resample::{Resampling, replicates};

/// The answers of an expert who knows a distribution; given what never happens, the answer is `otherwise`.
fn coherent(n: usize, joint: &[f64], otherwise: f64) -> Answers {
    let mut sums = joint.to_vec();
    superset_sums(&mut sums);
    let p: Vec<f64> = (0..n).map(|i| sums[bit(n, i)].clamp(0.0, 1.0)).collect();
    let ratio =
        |part: f64, whole: f64| if whole > 1e-12 { (part / whole).clamp(0.0, 1.0) } else { otherwise };
    let table = |cell: &dyn Fn(usize, usize) -> f64| -> Vec<Vec<f64>> {
        (0..n).map(|i| (0..n).map(|j| if i == j { 0.0 } else { cell(i, j) }).collect()).collect()
    };
    let both = |i: usize, j: usize| sums[bit(n, i) | bit(n, j)];
    let given = table(&|i, j| ratio(both(i, j), p[j]));
    let given_not = table(&|i, j| ratio(p[i] - both(i, j), 1.0 - p[j]));
    Answers::new(&p, &given, &given_not).unwrap()
}

/// Answers without sense; `kind` says from what they are drawn.
fn random(n: usize, kind: u64, stream: &mut Stream) -> Answers {
    let mut draw = || match kind {
        0 => stream.unit(),
        1 => f64::from(stream.below(11)) / 10.0,
        2 => [0.1, 0.3, 0.5, 0.7, 0.9][stream.below(5) as usize],
        3 => f64::from(stream.below(2)),
        4 => 0.4 + 0.2 * stream.unit(),
        5 => f64::from(stream.below(3)) / 2.0,
        _ => [0.0, 1e-6, 1e-3, 0.5, 0.999, 1.0][stream.below(6) as usize],
    };
    let p: Vec<f64> = (0..n).map(|_| draw()).collect();
    let mut table = || -> Vec<Vec<f64>> { (0..n).map(|_| (0..n).map(|_| draw()).collect()).collect() };
    Answers::new(&p, &table(), &table()).unwrap()
}

/// A distribution on some of the scenarios.
fn distribution(n: usize, atoms: usize, stream: &mut Stream) -> Vec<f64> {
    let mut joint = vec![0.0; 1 << n];
    for _ in 0..atoms {
        let weight = stream.unit();
        joint[stream.below(1 << n) as usize] += weight * weight + 1e-3;
    }
    let total: f64 = joint.iter().sum();
    joint.iter_mut().for_each(|x| *x /= total);
    joint
}

fn analyse(answers: &Answers) -> Smic {
    smic(answers, &Settings::default(), &Control::default()).unwrap()
}

fn near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found} is not {expected}");
}

fn all_near(found: &[f64], expected: &[f64], within: f64) {
    assert_eq!(found.len(), expected.len());
    found.iter().zip(expected).for_each(|(f, e)| near(*f, *e, within));
}

/// The largest difference between the moments of the canonical solution and the net ones.
fn residual(found: &Smic) -> f64 {
    let mut sums = found.canonical.probability.clone();
    superset_sums(&mut sums);
    let n = found.net.events();
    let off = masks(n).into_iter().zip(&found.net.optimum.moments).map(|(mask, m)| (sums[mask] - m).abs());
    off.fold(0.0, f64::max)
}

// The worked examples list scenarios from 111 to 000.
fn listed<T: Clone>(by_number: &[T]) -> Vec<T> {
    by_number.iter().rev().cloned().collect()
}

fn example_c() -> Answers {
    Answers::new(
        &[0.5, 0.6, 0.4],
        &[[1.0, 0.6, 0.3], [0.7, 1.0, 0.5], [0.3, 0.45, 1.0]],
        &[[0.0, 0.4, 0.6], [0.5, 0.0, 0.7], [0.55, 0.35, 0.0]],
    )
    .unwrap()
}

// The figures of A to C were computed with NNLS and SLSQP, which agree to 1e-10.

#[test]
fn worked_example_a_two_events() {
    let answers = Answers::new(&[0.6, 0.5], &[[1.0, 0.8], [0.7, 1.0]], &[[0.0, 0.3], [0.25, 0.0]]).unwrap();
    let found = analyse(&answers);
    all_near(&listed(&found.canonical.probability), &[0.41, 0.15, 0.10, 0.34], 1e-12);
    near(found.net.objective, 2e-4, 1e-15);
    assert_eq!((found.net.rank, found.canonical.freedom, found.canonical.support), (4, 0, 4));
    all_near(&found.net.moments.p, &[0.56, 0.51], 1e-12);
    near(found.net.moments.given[0][1].unwrap(), 0.803_922, 5e-7);
    near(found.net.moments.given[1][0].unwrap(), 0.732_143, 5e-7);
    assert_eq!(found.net.moments.given[0][0], None);
    near(found.net.corrections.p[0], -0.04, 1e-12);
    near(found.net.corrections.given[1][0].unwrap(), 0.032_143, 5e-7);
    near(found.net.corrections.largest, 0.04, 1e-12);
    for (range, p) in found.ranges.iter().zip(&found.canonical.probability) {
        assert_eq!(*range, Some((*p, *p)));
    }
}

#[test]
fn worked_example_b_coherent() {
    let joint = listed(&[0.20, 0.15, 0.05, 0.10, 0.10, 0.05, 0.05, 0.30]);
    let answers = coherent(3, &joint, 0.0);
    all_near(&answers.p, &[0.5, 0.5, 0.4], 1e-12);
    near(answers.given_not(0, 2), 0.416_667, 5e-7);
    let found = analyse(&answers);
    assert!(found.net.objective < 1e-24 && found.net.corrections.largest < 1e-12);
    assert_eq!((found.net.rank, found.canonical.freedom), (7, 1));
    let ranges: Vec<(f64, f64)> = listed(&found.ranges).into_iter().flatten().collect();
    let expected = [
        (0.15, 0.25),
        (0.10, 0.20),
        (0.0, 0.10),
        (0.05, 0.15),
        (0.05, 0.15),
        (0.0, 0.10),
        (0.0, 0.10),
        (0.25, 0.35),
    ];
    for (found, expected) in ranges.iter().zip(expected) {
        all_near(&[found.0, found.1], &[expected.0, expected.1], 1e-11);
    }
    let entropy = [0.21596, 0.13404, 0.03404, 0.11596, 0.08404, 0.06596, 0.06596, 0.28404];
    all_near(&listed(&found.canonical.probability), &entropy, 5e-6);
}

#[test]
fn worked_example_c_incoherent() {
    let found = analyse(&example_c());
    near(found.net.objective, 0.004_916_071_429, 5e-13);
    all_near(&found.net.moments.p, &[0.50607, 0.63107, 0.39036], 5e-6);
    near(found.net.moments.p[0], 0.506_071, 5e-7);
    let given = &found.net.moments.given;
    let conditional = [given[0][1], given[1][0], given[0][2], given[2][0], given[1][2], given[2][1]];
    let expected = [0.5693, 0.7100, 0.3403, 0.2625, 0.5965, 0.3690];
    all_near(&conditional.map(Option::unwrap), &expected, 5e-5);
    let first = found.hierarchy.ranks.order[0];
    assert_eq!((first, code(3, first).as_str()), (6, "110"));
    let (low, high) = found.ranges[6].unwrap();
    all_near(&[low, high, found.canonical.probability[6]], &[0.22643, 0.35929, 0.26622], 5e-6);

    let with = Settings { simple_terms: true, ..Settings::default() };
    let found = smic(&example_c(), &with, &Control::default()).unwrap();
    near(found.net.objective, 0.005_578_693_182, 5e-13);
    all_near(&found.net.moments.p, &[0.50261, 0.61852, 0.39261], 5e-6);
    // The published maximum of entropy and a range of the same case, with NNLS and linear programmes.
    near(found.canonical.probability[6], 0.261_999_048_9, 1e-9);
    near(found.ranges[6].unwrap().0, 0.222_727_272_727, 1e-9);
}

#[test]
fn certain_and_impossible_events() {
    // The second event is certain, the third impossible, the first independent of both.
    let answers = Answers::new(
        &[0.3, 1.0, 0.0],
        &[[0.0, 0.3, 0.9], [1.0, 0.0, 0.2], [0.0, 0.0, 0.0]],
        &[[0.0, 0.6, 0.3], [1.0, 0.0, 1.0], [0.0, 0.5, 0.0]],
    )
    .unwrap();
    let found = analyse(&answers);
    assert!(found.net.objective < 1e-24);
    assert_eq!((found.canonical.support, found.canonical.freedom), (2, 0));
    all_near(&found.canonical.probability, &[0.0, 0.0, 0.7, 0.0, 0.0, 0.0, 0.3, 0.0], 1e-12);
    assert_eq!(found.canonical.probability.iter().filter(|&&p| p == 0.0).count(), 6);
    assert_eq!((found.net.moments.given[0][2], found.net.moments.given_not[0][1]), (None, None));
    assert_eq!(found.net.corrections.given[0][2], None);
    assert_eq!(found.ranges[0], Some((0.0, 0.0)));
}

#[test]
fn one_event_implies_another() {
    // P(2/1) = 1; the third event is free.
    let joint = [0.15, 0.1, 0.2, 0.05, 0.0, 0.0, 0.3, 0.2];
    let found = analyse(&coherent(3, &joint, 0.5));
    assert_eq!(found.net.moments.given[1][0], Some(1.0));
    // Parity is the only freedom with three events, and two scenarios have no room for it: the solution is unique.
    assert_eq!((found.canonical.support, found.canonical.freedom), (6, 0));
    all_near(&found.canonical.probability, &joint, 1e-12);
}

#[test]
fn an_expert_without_opinion() {
    let half = vec![vec![0.5; 5]; 5];
    let found = analyse(&Answers::new(&[0.5; 5], &half, &half).unwrap());
    assert!(found.net.objective < 1e-28);
    all_near(&found.canonical.probability, &[1.0 / 32.0; 32], 1e-14);
    near(found.canonical.entropy, 5.0 * std::f64::consts::LN_2, 1e-12);
    assert_eq!((found.canonical.freedom, found.hierarchy.core), (16, 32));
    assert!(found.hierarchy.ranks.last.iter().all(|&last| last == 32));
    for range in found.ranges.iter().flatten() {
        // With k answers of five right by a scenario, (k - 2)(k - 3) is 6 at k = 5, never negative, and its mean is 1.
        all_near(&[range.0, range.1], &[0.0, 1.0 / 6.0], 1e-9);
    }
}

#[test]
fn a_rare_scenario_is_not_taken_for_an_impossible_one() {
    // Scenario 01101 may have .0089 and has 6e-7 at the maximum of entropy; another solution does without it.
    let mut joint = [0.0; 32];
    (joint[7], joint[13], joint[20]) = (0.178_519_038_424, 0.008_942_051_909, 0.349_586_882_054);
    (joint[25], joint[30]) = (0.262_223_185_936, 0.200_728_841_677);
    let found = analyse(&coherent(5, &joint, 0.5));
    assert_eq!((found.canonical.support, found.canonical.freedom), (9, 1));
    near(found.canonical.probability[13], 5.769_6e-7, 1e-10);
    let (low, high) = found.ranges[13].unwrap();
    all_near(&[low, high], &[0.0, joint[13]], 1e-9);
}

#[test]
fn wild_answers_have_a_solution() {
    for n in 2..=7 {
        for kind in 0..7 {
            for case in 0..8 {
                let answers = random(n, kind, &mut Stream::new(case, "wild", kind));
                let found = analyse(&answers);
                assert!(found.net.gap < 1e-13 && residual(&found) < 1e-12, "{answers:?}");
                near(found.canonical.probability.iter().sum(), 1.0, 1e-12);
                let positive = found.canonical.probability.iter().filter(|&&p| p > 0.0).count();
                assert_eq!(positive, found.canonical.support);
                assert!(found.net.corrections.largest <= 1.0);
            }
        }
    }
}

#[test]
fn twelve_events() {
    let mut stream = Stream::new(1, "twelve", 0);
    let settings = Settings { ranges: false, ..Settings::default() };
    for answers in [random(12, 4, &mut stream), coherent(12, &distribution(12, 60, &mut stream), 0.5)] {
        let found = smic(&answers, &settings, &Control::default()).unwrap();
        assert!(found.net.gap < 1e-13 && residual(&found) < 1e-12);
        assert!(found.ranges.iter().all(Option::is_none));
    }
}

#[test]
fn above_eight_events_the_most_probable_have_ranges() {
    let found = analyse(&random(9, 4, &mut Stream::new(2, "nine", 0)));
    let ranged: Vec<usize> = (0..1 << 9).filter(|&s| found.ranges[s].is_some()).collect();
    let mut first = found.hierarchy.ranks.order[..RANGED].to_vec();
    first.sort_unstable();
    assert_eq!(ranged, first);
}

#[test]
fn input_is_refused_with_its_place() {
    let half = [[0.5; 3]; 3];
    let p = [0.5; 3];
    assert_eq!(Answers::new::<[f64; 1]>(&[0.5], &[[0.0]], &[[0.0]]), Err(SmicError::Events { events: 1 }));
    assert_eq!(
        Answers::new::<[f64; 17]>(&[0.5; 17], &[], &[]).unwrap_err().to_string(),
        "17 events: from 2 to 16 are supported"
    );
    assert_eq!(
        Answers::new(&p, &half[..2], &half),
        Err(SmicError::Rows { table: Table::Given, rows: 2, events: 3 })
    );
    let ragged = [vec![0.5; 3], vec![0.5; 2], vec![0.5; 3]];
    let whole = [vec![0.5; 3], vec![0.5; 3], vec![0.5; 3]];
    assert_eq!(
        Answers::new(&p, &whole, &ragged),
        Err(SmicError::Columns { table: Table::GivenNot, row: 1, columns: 2, events: 3 })
    );
    let mut wrong = half;
    wrong[2][1] = 1.5;
    let error = Answers::new(&p, &half, &wrong).unwrap_err();
    assert_eq!(error, SmicError::Value { at: Place::GivenNot { event: 2, on: 1 }, value: 1.5 });
    assert_eq!(error.to_string(), "P(2/not 1) is 1.5: a probability lies in [0, 1]");
    for bad in [f64::NAN, f64::INFINITY, -0.1] {
        let error = Answers::new(&[0.5, bad, 0.5], &half, &half).unwrap_err();
        assert!(matches!(error, SmicError::Value { at: Place::Simple { event: 1 }, .. }));
    }
    wrong[2][1] = 0.5;
    wrong[1][1] = f64::NAN;
    assert_eq!(Answers::new(&p, &half, &wrong).unwrap().given_not(1, 1), 0.0);
}

#[test]
fn what_simple_probabilities_leave_to_conditional_ones() {
    let found = feasible(0.6, 0.5).unwrap();
    let (given, given_not) = (found.given.unwrap(), found.given_not.unwrap());
    all_near(&[given.0, given.1, given_not.0, given_not.1], &[0.2, 1.0, 0.2, 1.0], 1e-12);
    let found = feasible(0.2, 0.8).unwrap();
    let (given, given_not) = (found.given.unwrap(), found.given_not.unwrap());
    all_near(&[given.0, given.1, given_not.0, given_not.1], &[0.0, 0.25, 0.0, 1.0], 1e-12);
    assert_eq!(feasible(0.3, 0.0).unwrap(), Feasible { given: None, given_not: Some((0.3, 0.3)) });
    assert_eq!(feasible(0.3, 1.0).unwrap().given_not, None);
    assert!(feasible(0.3, 1.1).is_err());
}

#[test]
fn incoherence_names_the_conditions() {
    let answers = Answers::new(&[0.6, 0.5], &[[1.0, 0.8], [0.7, 1.0]], &[[0.0, 0.3], [0.25, 0.0]]).unwrap();
    let found = incoherence(&answers);
    let conditions: Vec<Condition> = found.gaps.iter().map(|g| g.condition).collect();
    assert_eq!(
        conditions,
        [
            Condition::Joint { first: 0, second: 1 },
            Condition::Total { event: 0, on: 1 },
            Condition::Total { event: 1, on: 0 }
        ]
    );
    // .40 against .42; .40 + .15 against .6; .42 + .10 against .5.
    all_near(&found.gaps.iter().map(|g| g.gap).collect::<Vec<_>>(), &[-0.02, -0.05, 0.02], 1e-12);
    near(found.largest, 0.05, 1e-12);
    near(found.mean, 0.03, 1e-12);
    let joint = distribution(4, 30, &mut Stream::new(3, "incoherence", 0));
    assert!(incoherence(&coherent(4, &joint, 0.5)).largest < 1e-12);
}

#[test]
fn the_core_takes_ties_whole() {
    let found = Hierarchy::new(&[0.1, 0.35, 0.2, 0.35], 0.8);
    assert_eq!((found.ranks.order.as_slice(), found.core), ([1, 3, 2, 0].as_slice(), 3));
    assert_eq!(found.core(), [1, 3, 2]);
    all_near(&found.cumulated, &[0.35, 0.7, 0.9, 1.0], 1e-12);
    assert_eq!(Hierarchy::new(&[0.25; 4], 0.6).core, 4);
    assert_eq!(Hierarchy::new(&[0.8, 0.1, 0.1, 0.0], 0.8).core, 1);
    assert_eq!((code(3, 6), code(4, 1)), ("110".to_owned(), "0001".to_owned()));
}

#[test]
fn elasticities_are_quotients_of_two_solutions() {
    let raw = [0.6, 0.5, 0.8, 0.3, 0.7, 0.25];
    let judgement = |p: [f64; 2]| Judgement {
        first: p[0],
        second: p[1],
        first_given_second: raw[2],
        first_given_not_second: raw[3],
        second_given_first: raw[4],
        second_given_not_first: raw[5],
    };
    let net = |p: [f64; 2]| smic2(&judgement(p), false).unwrap().net;
    let answers =
        Answers::new(&raw[..2], &[[0.0, raw[2]], [raw[4], 0.0]], &[[0.0, raw[3]], [raw[5], 0.0]]).unwrap();
    for step in [STEP, -STEP] {
        let found = elasticities(&answers, false, step, &Control::default()).unwrap();
        all_near(&found.step, &[step, step], 1e-12);
        let before = net([0.6, 0.5]);
        let (first, second) = (net([0.6 + step, 0.5]), net([0.6, 0.5 + step]));
        let expected = [
            (before[0] / before[1]) * ((first[1] - before[1]) / (first[0] - before[0])),
            (before[1] / before[0]) * ((second[0] - before[0]) / (second[1] - before[1])),
        ];
        let cells = [found.elasticity[0][1].unwrap(), found.elasticity[1][0].unwrap()];
        all_near(&cells, &expected, 1e-9);
        near(found.elasticity[0][0].unwrap(), 1.0, 1e-12);
        all_near(&[found.driving[0].unwrap(), found.dependent[1].unwrap()], &[cells[0].abs(); 2], 1e-12);
    }
}

#[test]
fn elasticities_stop_at_the_ends() {
    let joint = [0.0, 0.0, 0.5, 0.0, 0.0, 0.0, 0.5, 0.0];
    let found = elasticities(&coherent(3, &joint, 0.5), false, STEP, &Control::default()).unwrap();
    // The second event is certain: nothing is left of the step, and nothing moves.
    assert_eq!((found.step[1], found.driving[1]), (0.0, None));
    assert!(found.elasticity[1].iter().all(Option::is_none));
    // The third never happens: it depends on nothing that can be told.
    assert_eq!(found.elasticity[0][2], None);
    let found = elasticities(&example_c(), true, -0.45, &Control::default()).unwrap();
    all_near(&found.step, &[-0.45, -0.45, -0.4], 1e-12);
}

#[test]
fn a_panel_is_the_mean_of_its_experts() {
    let mut stream = Stream::new(4, "panel of experts", 0);
    let mut answers: Vec<Answers> = (0..3).map(|_| random(4, 1, &mut stream)).collect();
    answers.push(coherent(4, &distribution(4, 40, &mut stream), 0.5));
    let settings = Settings::default();
    let found = panel(&answers, &settings, &Control::default()).unwrap();
    assert_eq!(found.experts()[2], analyse(&answers[2]));
    let mean = found.average(None).unwrap();
    assert_eq!(mean.experts, 4);
    let expert = |at: usize| &found.experts()[at];
    let p = (0..4).map(|e| expert(e).net.moments.p[1]).sum::<f64>() / 4.0;
    near(mean.moments.p[1], p, 1e-12);
    let high = (0..4).filter_map(|e| expert(e).ranges[7]).map(|r| r.1).sum::<f64>() / 4.0;
    near(mean.ranges[7].unwrap().1, high, 1e-12);
    assert!(mean.entropy >= (0..4).map(|e| expert(e).canonical.entropy).sum::<f64>() / 4.0);

    let weighted = found.average(Some(&[0, 3, 0, 1])).unwrap();
    near(
        weighted.probability[5],
        0.75 * expert(1).canonical.probability[5] + 0.25 * expert(3).canonical.probability[5],
        1e-12,
    );
    assert_eq!(found.average(Some(&[0; 4])), None);
    assert_eq!(found.average(Some(&[1; 3])), None);

    // A resampled panel only takes means again.
    let groups = Groups::one(4).unwrap();
    let resampling = Resampling { seed: 5, task: "panel", draws: 20, groups: &groups };
    let draws = replicates(&resampling, &Control::default(), |m| found.average(Some(m)).unwrap()).unwrap();
    assert!(draws.iter().all(|d| d.experts == 4));

    assert_eq!(panel(&[], &settings, &Control::default()), Err(SmicError::Nobody));
    answers.push(example_c());
    assert_eq!(
        panel(&answers, &settings, &Control::default()),
        Err(SmicError::Panel { expert: 4, found: 3, events: 4 })
    );
}

#[test]
fn a_panel_has_the_ranges_of_its_own_scenarios() {
    let mut stream = Stream::new(6, "large panel", 0);
    let answers: Vec<Answers> = (0..3).map(|_| random(9, 2, &mut stream)).collect();
    let mean = panel(&answers, &Settings::default(), &Control::default()).unwrap().average(None).unwrap();
    for &s in &mean.hierarchy.ranks.order[..RANGED] {
        let (low, high) = mean.ranges[s].unwrap();
        assert!(low <= mean.probability[s] + 1e-12 && mean.probability[s] <= high + 1e-12);
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let mut stream = Stream::new(7, "threads", 0);
    let answers: Vec<Answers> = (0..5).map(|_| random(5, 1, &mut stream)).collect();
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let found = panel(&answers, &Settings::default(), &Control::default()).unwrap();
            (found, elasticities(&answers[0], false, STEP, &Control::default()).unwrap())
        })
    };
    assert_eq!(run(1), run(5));
}

#[test]
fn a_flag_stops_it() {
    let control = Control::default().with_cancel(Arc::new(AtomicBool::new(true)));
    let answers = example_c();
    assert_eq!(smic(&answers, &Settings::default(), &control), Err(SmicError::Cancelled(Cancelled)));
    assert_eq!(elasticities(&answers, false, STEP, &control), Err(Cancelled));
    assert_eq!(
        ranges(&net(&answers, false), &analyse(&answers).canonical, &[8], &Control::default()),
        Err(SmicError::Scenario { scenario: 8, events: 3 })
    );
}

#[test]
fn one_probability_that_turns_the_scenarios_round() {
    // Two events, closed form (worked example A of the notes): 11 has .41 and 00 .34.
    let answers = Answers::new(&[0.6, 0.5], &[[0.0, 0.8], [0.7, 0.0]], &[[0.0, 0.3], [0.25, 0.0]]).unwrap();
    let control = Control::default();
    let found = top_sensitivity(&answers, false, CELL_STEP, &control).unwrap();
    // Each of the six probabilities can move both ways.
    assert_eq!((found.top, found.moves, found.unresolved), (3, 12, 0));
    assert!(found.turns.is_empty());
    // With a step of .2 P(1) = .4 makes it less likely that both occur than that neither does.
    let wide = top_sensitivity(&answers, false, 0.2, &control).unwrap();
    assert!(wide.turns.iter().any(|turn| turn.place == Place::Simple { event: 0 } && turn.top == 0));
    for turn in &wide.turns {
        let table = |of: fn(&Answers, usize, usize) -> f64| {
            (0..2).map(|i| (0..2).map(|j| of(&answers, i, j)).collect()).collect::<Vec<Vec<f64>>>()
        };
        let (mut p, mut given, mut given_not) =
            ([answers.simple(0), answers.simple(1)], table(Answers::given), table(Answers::given_not));
        match turn.place {
            Place::Simple { event } => p[event] = turn.to,
            Place::Given { event, on } => given[event][on] = turn.to,
            Place::GivenNot { event, on } => given_not[event][on] = turn.to,
        }
        let again = analyse(&Answers::new(&p, &given, &given_not).unwrap());
        assert_eq!(again.hierarchy.ranks.order[0], turn.top);
    }
    // A conditional probability stops at the bound that the simple ones leave: P(2/1) is .5 / .6 at most.
    let moves = super::sensitivity::moves(&answers, 0.2);
    let to = |at: Place| moves.iter().filter(|(place, ..)| *place == at).map(|m| m.2).collect::<Vec<_>>();
    assert_eq!(to(Place::Given { event: 1, on: 0 }), [0.5 / 0.6, 0.7 - 0.2]);
    // Beyond the bound it moves back only.
    let odd = Answers::new(&[0.6, 0.5], &[[0.0, 0.8], [0.9, 0.0]], &[[0.0, 0.3], [0.25, 0.0]]).unwrap();
    let back = super::sensitivity::moves(&odd, 0.05);
    assert_eq!(back.iter().filter(|(place, ..)| *place == Place::Given { event: 1, on: 0 }).count(), 1);
}
