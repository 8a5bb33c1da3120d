use proptest::prelude::*;

use super::*;
use crate::rank::tied;

/// Godet's example of three variables a, b, c (Arcade, Godet, Meunier and Roubelat 1999; *From Anticipation to Action*).
fn godet() -> InfluenceMatrix {
    InfluenceMatrix::from_rows(&[[0.0, 1.0, 0.0], [1.0, 0.0, 1.0], [1.0, 0.0, 0.0]]).unwrap()
}

/// Four variables in two camps that influence each other only across: it never settles.
fn alternating() -> InfluenceMatrix {
    let rows = [[0.0, 0.0, 3.0, 1.0], [0.0, 0.0, 1.0, 0.0], [1.0, 2.0, 0.0, 0.0], [0.0, 3.0, 0.0, 0.0]];
    InfluenceMatrix::from_rows(&rows).unwrap()
}

fn at_power(matrix: &InfluenceMatrix, power: u32) -> Micmac {
    micmac(matrix, &Settings { power: Power::Fixed(power), ..Settings::default() })
}

fn assert_shares(found: &[f64], sums: &[f64]) {
    let total: f64 = sums.iter().sum();
    assert!(found.iter().zip(sums).all(|(f, s)| (f - s / total).abs() < 1e-12), "{found:?} {sums:?}");
}

#[test]
fn godets_example_power_by_power() {
    let known: [(u32, [f64; 3], [f64; 3]); 7] = [
        (1, [1.0, 2.0, 1.0], [2.0, 1.0, 1.0]),
        (2, [2.0, 2.0, 1.0], [2.0, 2.0, 1.0]),
        (3, [2.0, 3.0, 2.0], [3.0, 2.0, 2.0]),
        (4, [3.0, 4.0, 2.0], [4.0, 3.0, 2.0]),
        (5, [4.0, 5.0, 3.0], [5.0, 4.0, 3.0]),
        (6, [5.0, 7.0, 4.0], [7.0, 5.0, 4.0]),
        (8, [9.0, 12.0, 7.0], [12.0, 9.0, 7.0]),
    ];
    for (power, rows, columns) in known {
        let found = at_power(&godet(), power);
        assert_shares(&found.indirect.influence, &rows);
        assert_shares(&found.indirect.dependence, &columns);
        assert_eq!((found.power, found.stable_power), (Some(power), Some(5)));
    }
}

#[test]
fn godets_example_is_stable_at_five() {
    let found = micmac(&godet(), &Settings::default());
    assert_eq!(
        (found.influence.as_slice(), found.dependence.as_slice()),
        (&[1.0, 2.0, 1.0][..], &[2.0, 1.0, 1.0][..])
    );
    assert_eq!((found.power, found.convergence), (Some(5), Convergence::Stable));
    assert_eq!(found.indirect.influence_ranks.order, [1, 0, 2]);
    assert_eq!(found.indirect.dependence_ranks.order, [0, 1, 2]);
    assert_eq!(found.steps.len(), 5);
    // c is below both means; a has exactly the mean influence of power 5 (4 of 12), and equal is high.
    assert_eq!(found.indirect.zones, [Zone::Relay, Zone::Relay, Zone::Autonomous]);
    assert_eq!(found.displacements()[1].from, (0.25, 0.5));
    let matrix = characteristics(&godet());
    assert_eq!((matrix.counts.as_slice(), matrix.links), (&[5, 4][..], 4));
    assert!((matrix.fill - 4.0 / 9.0).abs() < 1e-15);
}

#[test]
fn godets_example_ends_at_the_perron_vectors() {
    let found = at_power(&godet(), 300);
    let near = |found: &[f64], known: [f64; 3]| found.iter().zip(known).all(|(f, k)| (f - k).abs() < 5e-7);
    assert!(near(&found.indirect.influence, [0.324_718, 0.430_160, 0.245_122]));
    assert!(near(&found.indirect.dependence, [0.430_160, 0.324_718, 0.245_122]));
}

#[test]
fn an_alternating_matrix_is_told_by_its_structure() {
    let found = micmac(&alternating(), &Settings::default());
    assert_eq!((found.power, found.convergence), (None, Convergence::Periodic { period: 2 }));
    assert_eq!(found.stable_power, None);
    for power in 3..20 {
        let at = at_power(&alternating(), power);
        let (by_influence, by_dependence) =
            if power % 2 == 1 { ([0, 2, 3, 1], [2, 1, 0, 3]) } else { ([0, 2, 1, 3], [1, 2, 0, 3]) };
        assert_eq!(at.indirect.influence_ranks.order, by_influence);
        assert_eq!(
            at.indirect.influence_ranks.first[1] == at.indirect.influence_ranks.first[3],
            power % 2 == 0
        );
        assert_eq!(at.indirect.dependence_ranks.order, by_dependence);
    }
    // By hand: the root is the square root of (5 + sqrt 37) / 2, and the vectors follow from it.
    let square = (5.0 + 37.0_f64.sqrt()) / 2.0;
    let root = square.sqrt();
    let b = square - 3.0;
    assert_shares(&found.indirect.influence, &[9.0, b, (9.0 + 2.0 * b) / root, 3.0 * b / root]);
    assert_shares(&found.indirect.dependence, &[1.0, b, (3.0 + b) / root, 1.0 / root]);
}

#[test]
fn without_cycles_the_last_power_counts() {
    let chain = InfluenceMatrix::from_rows(&[[0.0, 2.0, 1.0], [0.0, 0.0, 3.0], [0.0, 0.0, 0.0]]).unwrap();
    let found = micmac(&chain, &Settings::default());
    assert_eq!((found.power, found.convergence), (Some(2), Convergence::Nilpotent));
    assert_eq!(found.indirect.influence, [1.0, 0.0, 0.0]);
    assert_eq!(at_power(&chain, 9).power, Some(2));
    let nothing = micmac(&InfluenceMatrix::new(2, vec![0.0; 4]).unwrap(), &Settings::default());
    assert_eq!((nothing.power, nothing.convergence), (Some(1), Convergence::Nilpotent));
    assert_eq!(nothing.indirect.influence, [0.0, 0.0]);
}

#[test]
fn a_weak_alternation_is_not_lost_far_below() {
    // A heavy core that settles at once, and a pair behind it whose order by influence alternates for ever, thousands of
    // binary orders of magnitude below the core.
    let mut values = vec![0.0; 25];
    for (from, to, weight) in
        [(0, 1, 300.0), (1, 2, 300.0), (2, 0, 300.0), (1, 0, 300.0), (0, 3, 1.0), (3, 4, 1.0), (4, 3, 3.0)]
    {
        values[from * 5 + to] = weight;
    }
    let matrix = InfluenceMatrix::new(5, values).unwrap();
    let found = micmac(&matrix, &Settings::default());
    assert_eq!((found.power, found.convergence), (Some(1_000), Convergence::NotReached));
    assert_eq!(found.stable_power, None);
}

#[test]
fn sums_below_one_do_not_vanish() {
    let rows = [[0.0, 0.01, 0.0], [0.01, 0.0, 0.01], [0.01, 0.0, 0.0]];
    let found = micmac(&InfluenceMatrix::from_rows(&rows).unwrap(), &Settings::default());
    assert_eq!((found.power, found.convergence), (Some(5), Convergence::Stable));
    let far = at_power(&InfluenceMatrix::from_rows(&rows).unwrap(), 1_000);
    assert!((far.indirect.influence.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    assert!((far.indirect.influence[1] - 0.430_160).abs() < 1e-6);
}

#[test]
fn the_strongest_links_include_ties() {
    let values = [0.0, 3.0, 1.0, 2.0, 0.0, 2.0, 1.0, 1.0, 0.0];
    let pairs = |share: f64| strongest(3, &values, share).iter().map(|l| (l.from, l.to)).collect::<Vec<_>>();
    assert_eq!(pairs(0.1), [(0, 1)]);
    assert_eq!(pairs(0.34), [(0, 1), (1, 0), (1, 2)]);
    assert_eq!(pairs(1.0).len(), 6);
    assert!(pairs(0.0).is_empty() && strongest(2, &values, 1.0).is_empty());
}

#[test]
fn powers_of_the_matrix_itself() {
    let fourth = power_matrix(&godet(), 4);
    assert_eq!(fourth, [1.0, 1.0, 1.0, 2.0, 1.0, 1.0, 1.0, 1.0, 0.0].map(|x| x / 2.0));
    let fifth = power_matrix(&godet(), 5);
    assert!(
        fifth
            .iter()
            .zip([2.0, 1.0, 1.0, 2.0, 2.0, 1.0, 1.0, 1.0, 1.0])
            .all(|(a, b)| (a - b / 2.0).abs() < 1e-15)
    );
}

#[test]
fn p_counts_as_a_link_but_not_as_influence() {
    let marked = vec![false, true, false, false];
    let matrix = InfluenceMatrix::with_potential(2, vec![0.0, 0.0, 2.0, 0.0], marked).unwrap();
    let found = micmac(&matrix, &Settings::default());
    let made_of = &found.characteristics;
    assert_eq!((made_of.counts.as_slice(), made_of.potential, made_of.links), (&[2, 0, 1][..], 1, 2));
    assert_eq!((made_of.fill, found.convergence), (0.5, Convergence::Nilpotent));
    let potential = micmac(&matrix.potential_matrix(3.0).unwrap(), &Settings::default());
    assert_eq!(potential.convergence, Convergence::Periodic { period: 2 });
    assert_eq!(potential.influence, [3.0, 2.0]);
}

/// The cases of `oracles/godet/micmac.json`, when the folder lies beside the repository.
#[test]
fn oracles() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/oracles/godet/micmac.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: oracles not present");
        return;
    };
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    let numbers =
        |v: &serde_json::Value| v.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect::<Vec<_>>();
    let rows = |v: &serde_json::Value| v.as_array().unwrap().iter().map(numbers).collect::<Vec<_>>();
    let periodic = &file["periodic"];
    let cases = [
        (rows(&file["godet3"][0]["M"]), &file["godet3"], "abc", Convergence::Stable),
        (rows(&periodic["M"]), &periodic["res"], "v1v2v3v4", Convergence::Periodic { period: 2 }),
    ];
    for (matrix, powers, names, convergence) in cases {
        let matrix = InfluenceMatrix::from_rows(&matrix).unwrap();
        assert_eq!(micmac(&matrix, &Settings::default()).convergence, convergence);
        let width = names.len() / matrix.n();
        let order = |v: &serde_json::Value| {
            let names =
                v.as_array().unwrap().iter().map(|x| names.find(x.as_str().unwrap()).unwrap() / width);
            names.collect::<Vec<_>>()
        };
        let powers = powers.as_array().unwrap();
        assert!(powers.len() >= 12);
        for case in powers {
            let power = case["k"].as_u64().unwrap() as u32;
            let found = at_power(&matrix, power);
            assert_shares(&found.indirect.influence, &numbers(&case["row"]));
            assert_shares(&found.indirect.dependence, &numbers(&case["col"]));
            assert_eq!(found.indirect.influence_ranks.order, order(&case["row_order"]));
            assert_eq!(found.indirect.dependence_ranks.order, order(&case["col_order"]));
            let step = found.steps.last().unwrap();
            assert_eq!(step.power, power);
            assert_eq!(Some(step.influence_swaps), case["swaps_row"].as_u64());
            assert_eq!(Some(step.dependence_swaps), case["swaps_col"].as_u64());
            if !case["M"].is_null() {
                let cells: Vec<f64> = rows(&case["M"]).concat();
                let largest = cells.iter().copied().fold(0.0, f64::max);
                let scaled = power_matrix(&matrix, power);
                assert!(cells.iter().zip(scaled).all(|(a, b)| (a / largest - b).abs() < 1e-12));
            }
        }
    }
}

fn any_matrix(sizes: std::ops::Range<usize>, highest: u8) -> impl Strategy<Value = InfluenceMatrix> {
    sizes.prop_flat_map(move |n| {
        let cell = prop_oneof![3 => Just(0_u8), 2 => 1..=highest];
        prop::collection::vec(cell, n * n).prop_map(move |cells| {
            let off = |(at, x): (usize, u8)| if at / n == at % n { 0.0 } else { f64::from(x) };
            InfluenceMatrix::new(n, cells.into_iter().enumerate().map(off).collect()).unwrap()
        })
    })
}

fn same_places(a: &Plane, b: &Plane) -> bool {
    a.influence_ranks.same_as(&b.influence_ranks)
        && a.dependence_ranks.same_as(&b.dependence_ranks)
        && a.zones == b.zones
}

fn transposed(matrix: &InfluenceMatrix) -> InfluenceMatrix {
    let n = matrix.n();
    InfluenceMatrix::new(n, (0..n * n).map(|at| matrix.values()[at % n * n + at / n]).collect()).unwrap()
}

/// The sums of every power up to the 40th, exactly.
fn exact_powers(matrix: &InfluenceMatrix) -> Vec<(Vec<u128>, Vec<u128>)> {
    let n = matrix.n();
    let cell = |i: usize, j: usize| matrix.values()[i * n + j] as u128;
    let mut now = (vec![1_u128; n], vec![1_u128; n]);
    (0..40)
        .map(|_| {
            let rows = (0..n).map(|i| (0..n).map(|j| cell(i, j) * now.0[j]).sum()).collect();
            let columns = (0..n).map(|j| (0..n).map(|i| now.1[i] * cell(i, j)).sum()).collect();
            now = (rows, columns);
            now.clone()
        })
        .collect()
}

/// Period of the dominant cycles of up to four variables, from the closed walks of a pair, a triangle or all four.
fn period_by_walks(matrix: &InfluenceMatrix) -> u32 {
    let n = matrix.n();
    // walks[k - 1][i]: weight of the closed walks of k + 0 steps through i, and who reaches whom.
    let mut reach = vec![false; n * n];
    let mut power: Vec<u128> = (0..n * n).map(|at| u128::from(at / n == at % n)).collect();
    let mut closed = vec![Vec::new(); n];
    for length in 1..=12_u32 {
        power = (0..n * n)
            .map(|at| (0..n).map(|k| power[at / n * n + k] * matrix.values()[k * n + at % n] as u128).sum())
            .collect();
        for at in 0..n * n {
            reach[at] |= power[at] > 0;
        }
        for (i, lengths) in closed.iter_mut().enumerate() {
            if power[i * n + i] > 0 {
                lengths.push(length);
            }
        }
    }
    let component =
        |i: usize| (0..n).filter(|&j| i == j || reach[i * n + j] && reach[j * n + i]).collect::<Vec<_>>();
    let cyclic: Vec<usize> =
        (0..n).filter(|&i| component(i).len() > 1 && component(i).first() == Some(&i)).collect();
    // Two components with cycles among four variables are two pairs: the square of each root is a product.
    let weight = |i: usize| {
        let pair = component(i);
        matrix.values()[pair[0] * n + pair[1]] * matrix.values()[pair[1] * n + pair[0]]
    };
    let dominant: Vec<usize> = match cyclic.as_slice() {
        [a, b] if weight(*a) > weight(*b) => vec![*a],
        [a, b] if weight(*a) < weight(*b) => vec![*b],
        all => all.to_vec(),
    };
    fn gcd(a: u32, b: u32) -> u32 {
        if b == 0 { a } else { gcd(b, a % b) }
    }
    dominant.first().map_or(0, |&i| closed[i].iter().copied().fold(0, gcd))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn relabelling_permutes_the_results(
        (matrix, order) in any_matrix(2..9, 3).prop_flat_map(|m| {
            let n = m.n();
            (Just(m), Just((0..n).collect::<Vec<_>>()).prop_shuffle())
        })
    ) {
        let n = matrix.n();
        let moved = (0..n * n).map(|at| matrix.values()[order[at / n] * n + order[at % n]]).collect();
        let before = micmac(&matrix, &Settings::default());
        let after = micmac(&InfluenceMatrix::new(n, moved).unwrap(), &Settings::default());
        prop_assert_eq!((before.power, before.convergence), (after.power, after.convergence));
        for (b, a) in [(&before.direct, &after.direct), (&before.indirect, &after.indirect)] {
            for (place, &variable) in order.iter().enumerate() {
                prop_assert_eq!(a.zones[place], b.zones[variable]);
                prop_assert_eq!(a.influence_ranks.first[place], b.influence_ranks.first[variable]);
                prop_assert_eq!(a.dependence_ranks.last[place], b.dependence_ranks.last[variable]);
                prop_assert!((a.influence[place] - b.influence[variable]).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn transposing_swaps_influence_and_dependence(matrix in any_matrix(2..9, 3)) {
        let one = micmac(&matrix, &Settings::default());
        let two = micmac(&transposed(&matrix), &Settings::default());
        prop_assert_eq!((one.power, one.convergence), (two.power, two.convergence));
        for (a, b) in [(&one.direct, &two.direct), (&one.indirect, &two.indirect)] {
            prop_assert!(a.influence_ranks.same_as(&b.dependence_ranks));
            prop_assert!(a.dependence_ranks.same_as(&b.influence_ranks));
            prop_assert!(a.influence.iter().zip(&b.dependence).all(|(x, y)| (x - y).abs() < 1e-12));
        }
    }

    #[test]
    fn scaling_keeps_the_ranks(matrix in any_matrix(2..9, 3), quarters in 1..2_000_u32) {
        let factor = f64::from(quarters) / 4.0;
        let scaled = matrix.values().iter().map(|x| x * factor).collect();
        let one = micmac(&matrix, &Settings::default());
        let two = micmac(&InfluenceMatrix::new(matrix.n(), scaled).unwrap(), &Settings::default());
        prop_assert_eq!((one.power, one.convergence), (two.power, two.convergence));
        prop_assert!(same_places(&one.direct, &two.direct) && same_places(&one.indirect, &two.indirect));
    }

    #[test]
    fn convergence_agrees_with_exact_powers(matrix in any_matrix(2..5, 3)) {
        let found = micmac(&matrix, &Settings::default());
        let powers = exact_powers(&matrix);
        let period = period_by_walks(&matrix);
        match found.convergence {
            Convergence::Nilpotent => {
                prop_assert_eq!(period, 0);
                let last = powers.iter().rposition(|(rows, _)| rows.iter().any(|&x| x > 0)).map_or(1, |k| k + 1);
                prop_assert_eq!(found.power, Some(last as u32));
            }
            Convergence::Periodic { period: found } => prop_assert_eq!(found, period),
            Convergence::Stable | Convergence::NotReached => {
                prop_assert_eq!(period, 1);
                let rank = |sums: &[u128]| Ranks::descending(&sums.iter().map(|&x| x as f64).collect::<Vec<_>>());
                let ranks: Vec<(Ranks, Ranks)> = powers.iter().map(|(r, c)| (rank(r), rank(c))).collect();
                let same = |a: usize, b: usize| ranks[a].0.same_as(&ranks[b].0) && ranks[a].1.same_as(&ranks[b].1);
                let stable = (2..=30_usize).find(|&k| (k - 1..k + 10).all(|later| same(k - 2, later)));
                match stable {
                    Some(k) => {
                        prop_assert_eq!(found.power, Some(k as u32));
                        let (rows, columns) = &powers[k - 1];
                        let total: u128 = rows.iter().sum();
                        for (x, y) in found.indirect.influence.iter().zip(rows) {
                            prop_assert!(tied(*x, *y as f64 / total as f64));
                        }
                        let total: u128 = columns.iter().sum();
                        for (x, y) in found.indirect.dependence.iter().zip(columns) {
                            prop_assert!(tied(*x, *y as f64 / total as f64));
                        }
                    }
                    None => prop_assert!(found.power > Some(30)),
                }
            }
        }
    }
}
