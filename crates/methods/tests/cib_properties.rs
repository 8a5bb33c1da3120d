//! Cross-impact balances against plain enumeration on random matrices of every shape, and what must not change them.

// A test should stop at what does not hold.
#![allow(clippy::unwrap_used)]

use atalaya_methods::cib::succession::{Rule, Sampling, basins, transitions};
use atalaya_methods::cib::{Cib, Kernel, Settings, kernel};
use atalaya_methods::control::Control;
use atalaya_methods::random::Stream;
use proptest::prelude::*;

/// Every scenario, in order.
fn every(sizes: &[usize]) -> Vec<Vec<u8>> {
    sizes.iter().fold(vec![vec![]], |all, &size| {
        let longer = |s: &Vec<u8>| (0..size as u8).map(|v| [s.as_slice(), &[v]].concat()).collect::<Vec<_>>();
        all.iter().flat_map(longer).collect()
    })
}

/// Matrices with descriptors of one variant, self-impacts, rows that do not sum to 0, empty sections, nothing at all;
/// and now and then impacts that need wider lanes.
fn matrices() -> impl Strategy<Value = Cib> {
    matrices_of(proptest::collection::vec(1_usize..5, 1..7))
}

/// The same with few descriptors of many variants.
fn wide_matrices() -> impl Strategy<Value = Cib> {
    matrices_of(proptest::collection::vec(1_usize..24, 1..4))
}

fn matrices_of(sizes: impl Strategy<Value = Vec<usize>>) -> impl Strategy<Value = Cib> {
    (sizes, 0_u32..6, any::<u64>()).prop_map(|(sizes, kind, seed)| {
        let mut stream = Stream::new(seed, "matrix", 0);
        let side: usize = sizes.iter().sum();
        let of: Vec<usize> = sizes.iter().enumerate().flat_map(|(d, &n)| std::iter::repeat_n(d, n)).collect();
        let sections: Vec<bool> = (0..sizes.len() * sizes.len()).map(|_| stream.below(3) > 0).collect();
        let cell = |stream: &mut Stream, row: usize, column: usize| {
            let value = stream.below(7) as i32 - 3;
            match kind {
                0 => 0,
                _ if !sections[of[row] * sizes.len() + of[column]] => 0,
                1 if of[row] == of[column] => 0,
                2 => value * 5_000,
                3 => value * 1_000_003,
                4 => value * 7,
                _ => value,
            }
        };
        let cells = (0..side * side).map(|at| cell(&mut stream, at / side, at % side)).collect();
        Cib::new(sizes, cells).unwrap()
    })
}

fn up_to(cib: &Cib, max_inconsistency: u32) -> Kernel {
    kernel(cib, &Settings { max_inconsistency, ..Settings::default() }, &Control::default()).unwrap()
}

/// The successor by the rules as they are written down.
fn successor(cib: &Cib, rule: Rule, scenario: &[u8]) -> Vec<u8> {
    let best = |scenario: &[u8], d: usize| {
        let balances = cib.balances(scenario);
        let own = &balances[cib.first(d)..cib.first(d) + cib.sizes()[d]];
        let most = own.iter().max().unwrap();
        let incumbent = usize::from(scenario[d]);
        let to =
            if own[incumbent] == *most { incumbent } else { own.iter().position(|b| b == most).unwrap() };
        (to as u8, most - own[incumbent])
    };
    let mut next = scenario.to_vec();
    match rule {
        Rule::Global => (0..next.len()).for_each(|d| next[d] = best(scenario, d).0),
        Rule::Sequential => (0..scenario.len()).for_each(|d| next[d] = best(&next, d).0),
        Rule::MaxGap => {
            let gaps: Vec<_> = (0..scenario.len()).map(|d| best(scenario, d)).collect();
            let most = gaps.iter().map(|(_, gap)| *gap).max().unwrap();
            if most > 0 {
                let d = gaps.iter().position(|(_, gap)| *gap == most).unwrap();
                next[d] = gaps[d].0;
            }
        }
    }
    next
}

/// Where a scenario ends, by following it: the states of the end, from the first by its variants.
fn end(cib: &Cib, rule: Rule, scenario: Vec<u8>) -> Vec<Vec<u8>> {
    let mut path = vec![scenario];
    let mut cycle = loop {
        let next = successor(cib, rule, path.last().unwrap());
        match path.iter().position(|state| *state == next) {
            Some(at) => break path.split_off(at),
            None => path.push(next),
        }
    };
    let least = (0..cycle.len()).min_by_key(|&i| &cycle[i]).unwrap();
    cycle.rotate_left(least);
    cycle
}

/// Where each scenario ends, by following it: the states of the end, from the first by its variants, with the weight.
fn ends(cib: &Cib, rule: Rule) -> Vec<(Vec<Vec<u8>>, u64)> {
    let mut found: Vec<(Vec<Vec<u8>>, u64)> = Vec::new();
    for scenario in every(cib.sizes()) {
        let cycle = end(cib, rule, scenario);
        match found.iter_mut().find(|(states, _)| *states == cycle) {
            Some((_, weight)) => *weight += 1,
            None => found.push((cycle, 1)),
        }
    }
    found.sort();
    found
}

proptest! {
    #[test]
    fn kernels_are_as_by_trying_all(cib in prop_oneof![matrices(), wide_matrices()], n in 0_u32..5, pick in any::<u64>()) {
        let all = every(cib.sizes());
        let holds = |s: &&Vec<u8>| cib.score(s).inconsistency <= i64::from(n);
        let expected: Vec<Vec<u8>> = all.iter().filter(holds).cloned().collect();
        let found = up_to(&cib, n);
        prop_assert!(found.complete());
        prop_assert_eq!(found.count(), expected.len().into());
        prop_assert_eq!(&found.list(usize::MAX).unwrap(), &expected);
        for (d, own) in found.marginals().iter().enumerate() {
            for (v, count) in own.iter().enumerate() {
                let with = expected.iter().filter(|s| usize::from(s[d]) == v).count();
                prop_assert_eq!(count, &with.into());
            }
        }
        let mut stream = Stream::new(pick, "draw", 0);
        prop_assert_eq!(found.draw(&mut stream).is_some(), !expected.is_empty());
        prop_assert!(found.draw(&mut stream).is_none_or(|s| expected.contains(&s)));
        let mut best = expected.clone();
        best.sort_by_key(|s| (std::cmp::Reverse(cib.score(s).total_impact), s.clone()));
        for k in [1, 3, best.len(), best.len() + 1] {
            let found = found.best(&cib, k, &Control::default());
            prop_assert!(found.complete);
            prop_assert_eq!(&found.scenarios, &best[..k.min(best.len())]);
        }
        // Forced and forbidden variants.
        let d = pick as usize % cib.descriptors();
        let v = (pick >> 32) as usize % cib.sizes()[d];
        let settings = Settings { max_inconsistency: n, forced: vec![(d, v)], ..Settings::default() };
        let with = kernel(&cib, &settings, &Control::default()).unwrap();
        let settings = Settings { max_inconsistency: n, forbidden: vec![(d, v)], ..Settings::default() };
        let without = kernel(&cib, &settings, &Control::default()).unwrap();
        let expected_with: Vec<_> = expected.iter().filter(|s| usize::from(s[d]) == v).cloned().collect();
        prop_assert_eq!(with.list(usize::MAX).unwrap(), expected_with);
        prop_assert_eq!(with.count() + without.count(), found.count());
    }

    #[test]
    fn basins_are_as_by_following_all(cib in matrices()) {
        for rule in [Rule::Global, Rule::Sequential, Rule::MaxGap] {
            let found = basins(&cib, rule, Sampling::default(), &Control::default()).unwrap();
            let listed = found.attractors(usize::MAX).unwrap();
            prop_assert_eq!(found.count(), listed.len().into());
            let found: Vec<_> = listed.into_iter().map(|end| {
                let weight: u64 = end.weight().try_into().unwrap();
                (end.states, weight)
            }).collect();
            let expected: Vec<_> = ends(&cib, rule);
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn single_changes_lead_where_following_leads(cib in matrices(), pick in any::<u64>()) {
        let mut all = every(cib.sizes());
        let scenario = all.swap_remove(pick as usize % all.len());
        for rule in [Rule::Global, Rule::Sequential, Rule::MaxGap] {
            let found = transitions(&cib, rule, std::slice::from_ref(&scenario), &Control::default()).unwrap();
            prop_assert_eq!(found.len(), cib.variants() - cib.descriptors());
            for step in found {
                let mut changed = scenario.clone();
                prop_assert_ne!(changed[step.descriptor], step.variant);
                changed[step.descriptor] = step.variant;
                prop_assert_eq!((step.from, step.to), (0, Some(end(&cib, rule, changed))));
            }
        }
    }

    #[test]
    fn consistency_does_not_depend_on_constants_and_factors(cib in matrices(), seed in any::<u64>()) {
        let mut stream = Stream::new(seed, "change", 0);
        let n = cib.variants();
        let changed = |cells: Vec<i32>| Cib::new(cib.sizes().to_vec(), cells).unwrap();
        let list = |cib: &Cib, n: u32| up_to(cib, n).list(usize::MAX).unwrap();
        let target = stream.below(cib.descriptors() as u32) as usize;
        let columns = cib.first(target)..cib.first(target) + cib.sizes()[target];
        let row = stream.below(n as u32) as usize;
        // A constant on a row of a section.
        let mut cells = cib.cells().to_vec();
        columns.clone().for_each(|column| cells[row * n + column] += 5);
        for limit in [0, 1, 2] {
            prop_assert_eq!(list(&changed(cells.clone()), limit), list(&cib, limit));
        }
        // A factor on a target, and on the whole matrix.
        let mut cells = cib.cells().to_vec();
        (0..n).for_each(|row| columns.clone().for_each(|column| cells[row * n + column] *= 3));
        prop_assert_eq!(list(&changed(cells), 0), list(&cib, 0));
        let doubled = changed(cib.cells().iter().map(|cell| cell * 2).collect());
        for limit in [0, 1, 2] {
            prop_assert_eq!(list(&doubled, limit * 2), list(&cib, limit));
        }
        // A constant moved from the rows of one source to those of another.
        let (a, b) = (stream.below(cib.descriptors() as u32) as usize, stream.below(cib.descriptors() as u32) as usize);
        let column = columns.start;
        let mut cells = cib.cells().to_vec();
        (0..cib.sizes()[a]).for_each(|v| cells[(cib.first(a) + v) * n + column] += 2);
        (0..cib.sizes()[b]).for_each(|v| cells[(cib.first(b) + v) * n + column] -= 2);
        for limit in [0, 1] {
            prop_assert_eq!(list(&changed(cells.clone()), limit), list(&cib, limit));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_answer_is_the_same_at_any_number_of_threads(seed in any::<u64>(), budget in 1_u64..400) {
        let mut stream = Stream::new(seed, "matrix", 1);
        let cells = (0..48 * 48).map(|_| stream.below(7) as i32 - 3).collect();
        let cib = Cib::new(vec![4; 12], cells).unwrap();
        let run = |threads: usize, control: Control| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            let settings = Settings { max_inconsistency: 3, ..Settings::default() };
            let found = pool.install(|| kernel(&cib, &settings, &control).unwrap());
            (found.list(usize::MAX), found.complete(), found.nodes())
        };
        let whole = run(1, Control::default());
        prop_assert_eq!(&whole, &run(3, Control::default()));
        // The last node decides whether a search is whole.
        for budget in [budget, whole.2 - 1, whole.2] {
            let short = || Control::default().with_node_budget(budget);
            let found = run(2, short());
            prop_assert_eq!(found.1, whole.2 <= budget);
            prop_assert_eq!(run(1, short()), found);
        }
    }
}

#[test]
fn a_product_of_islands_is_counted_not_listed() {
    // Twenty pairs that want to be equal: 2^20 scenarios; forty without any impact: 3^40 more.
    let sizes: Vec<usize> = std::iter::repeat_n(2, 40).chain(std::iter::repeat_n(3, 40)).collect();
    let side: usize = sizes.iter().sum();
    let mut cells = vec![0; side * side];
    for pair in 0..20 {
        let (a, b) = (4 * pair, 4 * pair + 2);
        for v in 0..2 {
            cells[(a + v) * side + b + v] = 1;
            cells[(b + v) * side + a + v] = 1;
        }
    }
    let cib = Cib::new(sizes, cells).unwrap();
    let found = up_to(&cib, 0);
    let expected = num_bigint::BigUint::from(2_u32).pow(20) * num_bigint::BigUint::from(3_u32).pow(40);
    assert_eq!(found.count(), expected);
    assert_eq!(found.marginals()[40][0], expected / 3_u32);
    assert_eq!(cib.score(&found.draw(&mut Stream::new(1, "draw", 0)).unwrap()).inconsistency, 0);
    // All are worth the same: the first three differ in what has no impact.
    let best = found.best(&cib, 3, &Control::default());
    let last = |v: u8| [vec![0; 79], vec![v]].concat();
    assert_eq!((best.scenarios, best.complete), (vec![last(0), last(1), last(2)], true));
    // Each pair: (0, 0), (1, 1), and a cycle of two that turns them over.
    let ends = basins(&cib, Rule::Sequential, Sampling::default(), &Control::default()).unwrap();
    assert_eq!(ends.count(), found.count());
    assert_eq!(ends.draws, None);
}

/// A ring of eight descriptors that each want to be as their neighbour is, more or less.
fn ring(seed: u64) -> (Vec<usize>, Vec<i32>) {
    let mut stream = Stream::new(seed, "ring", 0);
    let mut cells = vec![0; 24 * 24];
    for s in 0..8 {
        for (v, a) in (0..9).map(|at| (at / 3, at % 3)) {
            let weak = i32::from(v == a) * (1 + stream.below(3) as i32);
            cells[(s * 3 + v) * 24 + (s + 1) % 8 * 3 + a] = weak;
        }
    }
    (vec![3; 8], cells)
}

#[test]
fn the_best_of_a_kernel_that_cannot_be_listed_are_found() {
    // Islands are worth what each is worth: the best of the whole are made of the best of each.
    const ISLANDS: usize = 24;
    const K: usize = 50;
    let islands: Vec<_> = (0..ISLANDS as u64).map(ring).collect();
    let side = ISLANDS * 24;
    let mut cells = vec![0; side * side];
    let mut best: Vec<(std::cmp::Reverse<i64>, Vec<u8>)> = vec![(std::cmp::Reverse(0), Vec::new())];
    for (island, (sizes, own)) in islands.into_iter().enumerate() {
        for (row, line) in own.chunks(24).enumerate() {
            let from = (island * 24 + row) * side + island * 24;
            cells[from..from + 24].copy_from_slice(line);
        }
        let cib = Cib::new(sizes, own).unwrap();
        let all = up_to(&cib, 0).list(usize::MAX).unwrap();
        let joined = best.iter().flat_map(|(std::cmp::Reverse(sum), begun)| {
            let join =
                |s: &Vec<u8>| (std::cmp::Reverse(sum + cib.total_impact(s)), [begun.as_slice(), s].concat());
            all.iter().map(join).collect::<Vec<_>>()
        });
        let mut joined: Vec<_> = joined.collect();
        joined.sort();
        joined.truncate(K);
        best = joined;
    }
    let cib = Cib::new(vec![3; 8 * ISLANDS], cells).unwrap();
    let found = up_to(&cib, 0);
    assert!(found.count() > num_bigint::BigUint::from(10_u32).pow(11));
    let ranked = found.best(&cib, K, &Control::default());
    assert!(ranked.complete);
    let expected: Vec<Vec<u8>> = best.into_iter().map(|(_, scenario)| scenario).collect();
    assert_eq!(ranked.scenarios, expected);
    // Whoever has no more time still has as many as were asked for.
    let flag = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let ranked = found.best(&cib, K, &Control::default().with_cancel(flag));
    assert_eq!((ranked.scenarios.len(), ranked.complete), (K, false));
}

#[test]
fn a_sample_says_so_and_a_cancelled_search_too() {
    let mut stream = Stream::new(3, "matrix", 2);
    let cells = (0..100 * 100).map(|_| stream.below(7) as i32 - 3).collect();
    let cib = Cib::new(vec![4; 25], cells).unwrap();
    let sampling = Sampling { draws: 500, most_followed: 1000, ..Sampling::default() };
    let found = basins(&cib, Rule::Sequential, sampling, &Control::default()).unwrap();
    assert_eq!(found.draws, Some(500));
    let total: num_bigint::BigUint =
        found.attractors(usize::MAX).unwrap().iter().map(|end| end.weight()).sum();
    assert_eq!(total + found.unresolved, 500_u32.into());
    let flag = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let cancelled = Control::default().with_cancel(flag);
    assert!(!kernel(&cib, &Settings::default(), &cancelled).unwrap().complete());
    assert!(basins(&cib, Rule::Global, Sampling::default(), &cancelled).is_err());
}
