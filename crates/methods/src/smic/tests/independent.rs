//! The same results by other methods, slow and plain, and what holds of every answer.

use proptest::prelude::*;

use super::*;

/// The terms of the objective, straight from its definition: which scenarios make up each, and its target.
fn rows(answers: &Answers, simple_terms: bool) -> Vec<(Vec<f64>, f64)> {
    let n = answers.events();
    let occurs = |s: usize, i: usize| s & bit(n, i) != 0;
    let row = |holds: &dyn Fn(usize) -> bool| -> Vec<f64> {
        (0..1 << n).map(|s| if holds(s) { 1.0 } else { 0.0 }).collect()
    };
    let mut rows = Vec::new();
    for i in 0..n {
        for j in (0..n).filter(|&j| j != i) {
            let p = answers.simple(j);
            rows.push((row(&|s| occurs(s, i) && occurs(s, j)), answers.given(i, j) * p));
            rows.push((row(&|s| occurs(s, i) && !occurs(s, j)), answers.given_not(i, j) * (1.0 - p)));
        }
        if simple_terms {
            rows.push((row(&|s| occurs(s, i)), answers.simple(i)));
        }
    }
    rows
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Half the gradient of the objective by the scenario probabilities, and the objective.
fn gradient(rows: &[(Vec<f64>, f64)], probability: &[f64]) -> (Vec<f64>, f64) {
    let mut gradient = vec![0.0; probability.len()];
    let mut objective = 0.0;
    for (row, target) in rows {
        let residual = dot(row, probability) - target;
        objective += residual * residual;
        gradient.iter_mut().zip(row).for_each(|(g, x)| *g += residual * x);
    }
    (gradient, objective)
}

/// The least objective by moving probability between the two scenarios that differ most in their gradient.
fn by_pairs(rows: &[(Vec<f64>, f64)], scenarios: usize) -> f64 {
    let mut probability = vec![1.0 / scenarios as f64; scenarios];
    for _ in 0..200_000 {
        let (gradient, objective) = gradient(rows, &probability);
        let to = (0..scenarios).min_by(|&a, &b| gradient[a].total_cmp(&gradient[b])).unwrap();
        let full = (0..scenarios).filter(|&s| probability[s] > 0.0);
        let from = full.max_by(|&a, &b| gradient[a].total_cmp(&gradient[b])).unwrap();
        let slope = gradient[from] - gradient[to];
        if slope < 1e-11 {
            return objective;
        }
        let curvature: f64 = rows.iter().map(|(row, _)| (row[to] - row[from]) * (row[to] - row[from])).sum();
        let step = (slope / curvature).min(probability[from]);
        probability[to] += step;
        probability[from] -= step;
    }
    panic!("no optimum");
}

/// Gaussian elimination; `None` for a singular system.
fn solve(mut system: Vec<Vec<f64>>) -> Option<Vec<f64>> {
    let n = system.len();
    for k in 0..n {
        let pivot = (k..n).max_by(|&a, &b| system[a][k].abs().total_cmp(&system[b][k].abs()))?;
        if system[pivot][k].abs() < 1e-9 {
            return None;
        }
        system.swap(k, pivot);
        let lead = system[k].clone();
        for (r, row) in system.iter_mut().enumerate() {
            if r != k {
                let factor = row[k] / lead[k];
                row.iter_mut().zip(&lead).skip(k).for_each(|(x, l)| *x -= factor * l);
            }
        }
    }
    Some((0..n).map(|k| system[k][n] / system[k][k]).collect())
}

/// Ranges of all scenarios by listing every vertex: every set of as many scenarios as there are moments.
fn ranges_by_vertices(n: usize, moments: &[f64]) -> Vec<(f64, f64)> {
    let masks = masks(n);
    let size = masks.len() + 1;
    let cell = |s: usize, mask: usize| if s & mask == mask { 1.0 } else { 0.0 };
    let mut ranges = vec![(f64::INFINITY, f64::NEG_INFINITY); 1 << n];
    for set in 0u32..1 << (1 << n) {
        if set.count_ones() as usize != size {
            continue;
        }
        let basis: Vec<usize> = (0..1 << n).filter(|s| set >> s & 1 == 1).collect();
        let mut system = vec![vec![1.0; size + 1]];
        for (&mask, m) in masks.iter().zip(moments) {
            system.push(basis.iter().map(|&s| cell(s, mask)).chain([*m]).collect());
        }
        let Some(levels) = solve(system).filter(|x| x.iter().all(|&x| x > -1e-9)) else { continue };
        for (s, range) in ranges.iter_mut().enumerate() {
            let p = basis.iter().position(|&b| b == s).map_or(0.0, |at| levels[at]);
            *range = (range.0.min(p), range.1.max(p));
        }
    }
    ranges
}

/// Iterative proportional fitting of the tables of all pairs, which tends to the maximum of entropy.
fn by_fitting(n: usize, joint: &[f64]) -> Vec<f64> {
    let mut fitted = vec![1.0 / joint.len() as f64; joint.len()];
    for _ in 0..3_000 {
        for i in 0..n {
            for j in i + 1..n {
                let mask = bit(n, i) | bit(n, j);
                let table = |p: &[f64]| {
                    let mut cells = std::collections::BTreeMap::new();
                    p.iter().enumerate().for_each(|(s, x)| *cells.entry(s & mask).or_insert(0.0) += x);
                    cells
                };
                let (wanted, has) = (table(joint), table(&fitted));
                for (s, x) in fitted.iter_mut().enumerate() {
                    *x *= wanted[&(s & mask)] / has[&(s & mask)];
                }
            }
        }
    }
    fitted
}

/// Checks the conditions of optimality of the programme by its definition, in the scenarios.
fn is_optimal(answers: &Answers, simple_terms: bool, found: &Smic) {
    let (gradient, objective) = gradient(&rows(answers, simple_terms), &found.canonical.probability);
    near(objective, found.net.objective, 1e-9);
    let level = dot(&gradient, &found.canonical.probability);
    for (g, p) in gradient.iter().zip(&found.canonical.probability) {
        assert!(*g >= level - 1e-10, "{g} < {level}");
        assert!(*p == 0.0 || (g - level).abs() < 1e-8, "{p} at {g} > {level}");
    }
}

#[test]
fn the_programme_by_pairwise_descent() {
    for case in 0..24 {
        let n = 3 + (case % 2) as usize;
        let simple_terms = case % 3 == 0;
        let answers = random(n, case % 7, &mut Stream::new(case, "descent", 0));
        let settings = Settings { simple_terms, ..Settings::default() };
        let found = smic(&answers, &settings, &Control::default()).unwrap();
        near(found.net.objective, by_pairs(&rows(&answers, simple_terms), 1 << n), 1e-9);
        is_optimal(&answers, simple_terms, &found);
    }
}

#[test]
fn three_events_along_the_parity() {
    // With three events the solutions are a segment: any one, plus a multiple of the parity of the scenario.
    let parity = |s: usize| if s.count_ones().is_multiple_of(2) { 1.0 } else { -1.0 };
    let mut open = 0;
    for case in 0..64 {
        let mut stream = Stream::new(case, "parity", 0);
        let answers = if case % 2 == 0 {
            random(3, 2 * (case % 3), &mut stream)
        } else {
            coherent(3, &distribution(3, 12, &mut stream), 0.5)
        };
        let found = analyse(&answers);
        let p = &found.canonical.probability;
        let bound = |sign: f64| {
            let left = p.iter().enumerate().filter(|(s, _)| parity(*s) == sign).map(|(_, x)| *x);
            left.fold(f64::INFINITY, f64::min)
        };
        // How far the parity may be added and taken away.
        let (add, take) = (bound(-1.0), bound(1.0));
        for (s, range) in found.ranges.iter().enumerate() {
            let (low, high) = range.unwrap();
            let (down, up) = if parity(s) > 0.0 { (take, add) } else { (add, take) };
            all_near(&[low, high], &[p[s] - down, p[s] + up], 1e-9);
        }
        if add + take > 1e-6 {
            open += 1;
            // The derivative of the entropy along the segment vanishes.
            let slope: f64 = p.iter().enumerate().map(|(s, x)| parity(s) * libm::log(*x)).sum();
            near(slope, 0.0, 1e-7);
        } else {
            assert_eq!(found.canonical.freedom, 0);
        }
    }
    assert!(open > 20);
}

#[test]
fn ranges_of_four_events_by_vertices() {
    for case in 0..10 {
        let mut stream = Stream::new(case, "vertices", 0);
        let answers = match case % 5 {
            0 => random(4, 0, &mut stream),
            1 => random(4, 4, &mut stream),
            2 => coherent(4, &distribution(4, 5, &mut stream), 0.5),
            3 => coherent(4, &distribution(4, 9, &mut stream), 0.5),
            _ => coherent(4, &distribution(4, 40, &mut stream), 0.5),
        };
        let found = analyse(&answers);
        let expected = ranges_by_vertices(4, &found.net.optimum.moments);
        for (s, (range, expected)) in found.ranges.iter().zip(expected).enumerate() {
            let (low, high) = range.unwrap();
            all_near(&[low, high], &[expected.0.max(0.0), expected.1.max(0.0)], 1e-8);
            // The canonical solution is positive wherever any solution is.
            assert_eq!(found.canonical.probability[s] > 0.0, expected.1 > 1e-8, "scenario {s}, case {case}");
        }
    }
}

#[test]
fn maximum_entropy_by_fitting() {
    for n in [3, 4, 5] {
        for case in 0..4 {
            let joint = distribution(n, 20 << n, &mut Stream::new(case, "fitting", n as u64));
            let found = analyse(&coherent(n, &joint, 0.5));
            all_near(&found.canonical.probability, &by_fitting(n, &joint), 1e-9);
            assert!(found.canonical.entropy >= entropy(&joint));
        }
    }
}

#[test]
fn maximum_entropy_on_a_face() {
    // On the support the logarithms must be sums over events and pairs: their error is 0 after least squares.
    for case in 0..12 {
        let mut stream = Stream::new(case, "face", 0);
        let answers = if case < 6 {
            random(5, [0, 4][case as usize % 2], &mut stream)
        } else {
            coherent(5, &distribution(5, 4 + 2 * case as usize, &mut stream), 0.5)
        };
        let found = analyse(&answers);
        let p = &found.canonical.probability;
        let support: Vec<usize> = (0..32).filter(|&s| p[s] > 0.0).collect();
        let terms: Vec<usize> = std::iter::once(0).chain(masks(5)).collect();
        let holds = |s: usize, t: usize| if s & terms[t] == terms[t] { 1.0 } else { 0.0 };
        // Normal equations, with a little on the diagonal for the terms that depend on others here.
        let size = terms.len();
        let cell = |a: usize, b: usize| support.iter().map(|&s| holds(s, a) * holds(s, b)).sum::<f64>();
        let system: Vec<Vec<f64>> = (0..size)
            .map(|a| {
                let right = support.iter().map(|&s| holds(s, a) * libm::log(p[s])).sum();
                let row = (0..size).map(|b| cell(a, b) + if a == b { 1e-8 } else { 0.0 });
                row.chain([right]).collect()
            })
            .collect();
        let fit = solve(system).unwrap();
        for &s in &support {
            let sum: f64 = (0..size).map(|t| fit[t] * holds(s, t)).sum();
            near(sum, libm::log(p[s]), 1e-5);
        }
        assert!(residual(&found) < 1e-12);
        is_optimal(&answers, false, &found);
    }
}

#[test]
#[ignore = "thousands of cases"]
fn many_answers_of_every_kind() {
    for n in 2..=8 {
        for case in 0..1_000 {
            let mut stream = Stream::new(case, "many", n as u64);
            let (answers, joint) = if case % 2 == 0 {
                (random(n, case / 2 % 7, &mut stream), None)
            } else {
                let atoms = 1 + stream.below(2 << n) as usize;
                let joint = distribution(n, atoms, &mut stream);
                (coherent(n, &joint, stream.unit()), Some(joint))
            };
            let simple_terms = case % 3 == 0;
            let settings = Settings { simple_terms, ranges: n < 7 || case % 50 < 2, ..Settings::default() };
            let found = smic(&answers, &settings, &Control::default()).unwrap();
            assert!(found.net.gap < 1e-12 && residual(&found) < 1e-9, "n {n}, case {case}");
            is_optimal(&answers, simple_terms, &found);
            for (s, p) in joint.iter().flatten().enumerate() {
                assert!(*p < 1e-9 || found.canonical.probability[s] > 0.0, "n {n}, case {case}");
                if let Some((low, high)) = found.ranges[s] {
                    assert!(low - 1e-9 <= *p && *p <= high + 1e-9, "n {n}, case {case}, scenario {s}");
                }
            }
        }
    }
}

fn any_answers(n: usize) -> impl Strategy<Value = Answers> {
    (0..7_u64, any::<u64>()).prop_map(move |(kind, seed)| random(n, kind, &mut Stream::new(seed, "any", 0)))
}

/// Answers with the events in another order: event `i` is the old event `order[i]`.
fn relabelled(answers: &Answers, order: &[usize]) -> Answers {
    let table = |cell: &dyn Fn(usize, usize) -> f64| -> Vec<Vec<f64>> {
        order.iter().map(|&i| order.iter().map(|&j| cell(i, j)).collect()).collect()
    };
    let p: Vec<f64> = order.iter().map(|&i| answers.simple(i)).collect();
    Answers::new(&p, &table(&|i, j| answers.given(i, j)), &table(&|i, j| answers.given_not(i, j))).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn two_events_are_the_closed_form(raw in prop::array::uniform6(0.0..=1.0_f64), simple_terms in any::<bool>()) {
        let answers = Answers::new(
            &raw[..2],
            &[[0.0, raw[2]], [raw[4], 0.0]],
            &[[0.0, raw[3]], [raw[5], 0.0]],
        ).unwrap();
        let judgement = Judgement {
            first: raw[0],
            second: raw[1],
            first_given_second: raw[2],
            first_given_not_second: raw[3],
            second_given_first: raw[4],
            second_given_not_first: raw[5],
        };
        let expected = smic2(&judgement, simple_terms).unwrap();
        let settings = Settings { simple_terms, ..Settings::default() };
        let found = smic(&answers, &settings, &Control::default()).unwrap();
        near(found.net.objective, expected.objective, 1e-12);
        all_near(&found.net.moments.p, &expected.net, 1e-9);
        all_near(&listed(&found.canonical.probability), &expected.probability, 1e-9);
        prop_assert!((incoherence(&answers).largest - expected.incoherence.largest()).abs() < 1e-12);
    }

    #[test]
    fn relabelling_permutes(answers in any_answers(4), order in Just(vec![0_usize, 1, 2, 3]).prop_shuffle()) {
        let (forth, back) = (analyse(&answers), analyse(&relabelled(&answers, &order)));
        near(forth.net.objective, back.net.objective, 1e-12);
        for (i, &old) in order.iter().enumerate() {
            near(back.net.moments.p[i], forth.net.moments.p[old], 1e-10);
        }
        for s in 0..16 {
            let old: usize = (0..4).filter(|&i| s & bit(4, i) != 0).map(|i| bit(4, order[i])).sum();
            near(back.canonical.probability[s], forth.canonical.probability[old], 1e-9);
            let (found, expected) = (back.ranges[s].unwrap(), forth.ranges[old].unwrap());
            all_near(&[found.0, found.1], &[expected.0, expected.1], 1e-8);
        }
    }

    #[test]
    fn coherent_answers_stay(seed in any::<u64>(), n in 3_usize..=5, atoms in 1_usize..40) {
        let joint = distribution(n, atoms, &mut Stream::new(seed, "joint", 0));
        let found = analyse(&coherent(n, &joint, 0.5));
        prop_assert!(found.net.objective < 1e-20);
        prop_assert!(found.net.corrections.largest < 1e-9);
        for (s, p) in joint.iter().enumerate() {
            let (low, high) = found.ranges[s].unwrap();
            prop_assert!(low - 1e-9 <= *p && *p <= high + 1e-9, "{p} outside of {low} to {high}");
        }
        prop_assert!(found.canonical.entropy >= entropy(&joint) - 1e-9);
    }

    #[test]
    fn ranges_hold_the_canonical_solution(answers in any_answers(5)) {
        let found = analyse(&answers);
        is_optimal(&answers, false, &found);
        prop_assert!(residual(&found) < 1e-9);
        for (range, p) in found.ranges.iter().zip(&found.canonical.probability) {
            let (low, high) = range.unwrap();
            prop_assert!(0.0 <= low && low <= *p && *p <= high && high <= 1.0);
        }
    }

    #[test]
    fn a_second_self_changes_no_average(first in any_answers(3), second in any_answers(3)) {
        let settings = Settings::default();
        let once = panel(&[first.clone(), second.clone()], &settings, &Control::default()).unwrap();
        let twice =
            panel(&[first.clone(), second.clone(), first, second], &settings, &Control::default()).unwrap();
        let (once, by_count, twice) =
            (once.average(None).unwrap(), once.average(Some(&[2, 2])).unwrap(), twice.average(None).unwrap());
        for other in [by_count, twice] {
            prop_assert_eq!(other.experts, 4);
            all_near(&other.probability, &once.probability, 1e-14);
            all_near(&other.moments.p, &once.moments.p, 1e-14);
            near(other.entropy, once.entropy, 1e-13);
        }
    }
}
