use proptest::prelude::*;

use super::*;
use crate::aggregate::{Answer, Panel, Rule};
use crate::control::Control;
use crate::random::Groups;
use crate::resample::Resampling;

// Aéroports de Paris, the example of LIPSOR's program. MID and 2MAO: test file of a public Ruby re-implementation of
// MACTOR. 1CAA and 1DAA: printed by another, unrelated one (pedroYair/prospectiva, commit 20dc8a4,
// tecnicas/static/matriz1CAA.html and matriz2DAA.html; one printed cell, 2 for the first and the fourth actor, is
// contradicted by its transpose and by the printed total). Everything else: computed independently in numpy.
#[rustfmt::skip]
const POWER: [f64; 36] = [
    0., 1., 1., 3., 0., 2.,
    2., 0., 3., 2., 1., 1.,
    1., 2., 0., 1., 1., 0.,
    2., 3., 3., 0., 3., 2.,
    0., 2., 3., 1., 0., 2.,
    0., 1., 1., 3., 2., 0.,
];
#[rustfmt::skip]
const POSITIONS: [f64; 30] = [
    2., 3., 0., 0., 1.,
    -2., 0., 3., -1., -3.,
    -1., 0., -3., 3., -2.,
    0., 3., 2., 0., 1.,
    -1., 0., -2., 2., -2.,
    0., 0., 0., 0., 3.,
];
#[rustfmt::skip]
const CAA1: [f64; 36] = [
    0., 0., 0., 2., 0., 1.,
    0., 0., 2., 1., 2., 0.,
    0., 2., 0., 0., 4., 0.,
    2., 1., 0., 0., 0., 1.,
    0., 2., 4., 0., 0., 0.,
    1., 0., 0., 1., 0., 0.,
];
#[rustfmt::skip]
const DAA1: [f64; 36] = [
    0., 2., 2., 0., 2., 0.,
    2., 0., 2., 1., 2., 1.,
    2., 2., 0., 2., 0., 1.,
    0., 1., 2., 0., 2., 0.,
    2., 2., 0., 2., 0., 1.,
    0., 1., 1., 0., 1., 0.,
];
#[rustfmt::skip]
const MIDI: [f64; 36] = [
    4., 6., 6., 7., 7., 5.,
    5., 7., 8., 7., 5., 6.,
    4., 5., 5., 5., 3., 4.,
    5., 9., 11., 8., 7., 7.,
    4., 6., 7., 6., 5., 4.,
    4., 7., 7., 6., 7., 5.,
];
#[rustfmt::skip]
const MMIDI: [f64; 36] = [
    0., 3., 3., 3., 3., 2.,
    2., 0., 3., 2., 2., 2.,
    2., 2., 0., 2., 1., 1.,
    2., 3., 3., 0., 3., 2.,
    2., 2., 3., 2., 0., 2.,
    2., 3., 3., 3., 3., 0.,
];
const STRENGTH_A: [f64; 6] = [1.1632, 0.9876, 0.5101, 1.3938, 0.8561, 1.0893];
const STRENGTH_B: [f64; 6] = [1.2628, 0.9295, 0.4478, 1.3810, 0.8482, 1.1307];
const STRENGTH_C: [f64; 6] = [1.1812, 0.9782, 0.4788, 1.4155, 0.8480, 1.0983];
const STRENGTH_MAX: [f64; 6] = [1.3412, 0.8280, 0.4570, 1.1102, 0.8640, 1.3995];

fn paris(convention: Convention) -> Mactor {
    mactor(6, 5, &POWER, &POSITIONS, &Settings { convention, cut: Cut::Mean }).unwrap()
}

fn near(found: &[f64], expected: &[f64], within: f64) {
    assert_eq!(found.len(), expected.len());
    for (a, b) in found.iter().zip(expected) {
        assert!((a - b).abs() <= within, "{found:?} is not {expected:?}");
    }
}

fn total(stakes: &[Stakes]) -> Vec<f64> {
    stakes.iter().map(|s| s.total).collect()
}

#[test]
fn power_of_paris() {
    let power = paris(Convention::B).power;
    assert_eq!(power.midi, MIDI);
    assert_eq!(power.influence, [31., 31., 21., 39., 27., 31.]);
    assert_eq!(power.dependence, [22., 33., 39., 31., 29., 26.]);
    near(&power.strength, &STRENGTH_B, 5.1e-5);
    near(&paris(Convention::A).power.strength, &STRENGTH_A, 5.1e-5);
    near(&paris(Convention::C).power.strength, &STRENGTH_C, 5.1e-5);
    assert_eq!(power.mmidi, MMIDI);
    assert_eq!(power.influence_max, [14., 11., 8., 13., 11., 14.]);
    assert_eq!(power.dependence_max, [10., 13., 15., 12., 12., 9.]);
    for convention in [Convention::A, Convention::B, Convention::C] {
        near(&paris(convention).power.strength_max, &STRENGTH_MAX, 5.1e-5);
    }
    assert_eq!(power.net_balance, [9., -2., -18., 8., -2., 5.]);
    assert_eq!(power.net_scale[..6], [0., 1., 2., 2., 3., 1.]);
    near(&[100.0 * power.stability.unwrap()], &[12.2222], 5.1e-5);
    // Means of 30: the fourth actor is both influential and dependent.
    let roles = [Role::Dominant, Role::Relay, Role::Dominated, Role::Relay, Role::Autonomous, Role::Dominant];
    assert_eq!(power.roles, roles);
}

#[test]
fn simple_positions_of_paris_as_published() {
    let order = paris(Convention::B).order1;
    assert_eq!(order.convergence, CAA1);
    assert_eq!(order.divergence, DAA1);
    assert_eq!(order.convergence_totals, [3., 5., 6., 4., 6., 2.]);
    assert_eq!(order.divergence_totals, [6., 8., 7., 5., 7., 3.]);
    let counts: Vec<_> = order.objectives.iter().map(|o| (o.in_favour, o.against, o.total)).collect();
    assert_eq!(counts, [(1., 3., 4.), (2., 0., 2.), (2., 2., 4.), (2., 1., 3.), (3., 3., 6.)]);
    assert_eq!(order.actors[1], Stakes { in_favour: 1., against: 3., total: 4. });
    near(&order.ambivalence, &[0., 0.769, 0.308, 0.222, 0.308, 0.], 5.1e-4);
}

#[test]
fn valued_positions_of_paris() {
    let order = paris(Convention::B).order2;
    assert_eq!(order.convergence_totals, [6., 10.5, 12., 8.5, 12., 4.]);
    assert_eq!(order.divergence_totals, [10., 18., 14.5, 9.5, 13., 8.]);
    near(&[100.0 * order.convergence_degree.unwrap()], &[42.0635], 5.1e-5);
    let cell = |matrix: &[f64], i: usize, j: usize| matrix[(i - 1) * 6 + j - 1];
    assert_eq!((cell(&order.convergence, 2, 4), cell(&order.convergence, 3, 5)), (2.5, 8.));
    assert_eq!((cell(&order.divergence, 4, 5), cell(&order.divergence, 3, 6)), (3.5, 2.5));
    assert_eq!(cell(&order.actor_net, 2, 4), 2.5 - 2.);
    let stakes: Vec<_> = order.objectives.iter().map(|o| (o.in_favour, o.against, o.total)).collect();
    assert_eq!(stakes, [(2., 4., 6.), (6., 0., 6.), (5., 5., 10.), (5., 1., 6.), (5., 7., 12.)]);
    near(&order.ambivalence, &[0., 0.702, 0.302, 0.222, 0.320, 0.], 5.1e-4);
    let net = |a: usize, b: usize| order.objective_net[(a - 1) * 5 + b - 1];
    assert_eq!([net(1, 5), net(3, 4), net(2, 5), net(3, 5), net(4, 5)], [7., -7., 4., 3., -2.5]);
}

#[test]
fn weighted_positions_of_paris() {
    let order = paris(Convention::B).order3;
    #[rustfmt::skip]
    let positions = [
        2.53, 3.79, 0., 0., 1.26,
        -1.86, 0., 2.79, -0.93, -2.79,
        -0.45, 0., -1.34, 1.34, -0.90,
        0., 4.14, 2.76, 0., 1.38,
        -0.85, 0., -1.70, 1.70, -1.70,
        0., 0., 0., 0., 3.39,
    ];
    near(&order.positions, &positions, 5.1e-3);
    near(&total(&order.objectives), &[5.68, 7.93, 8.59, 3.97, 11.42], 5.1e-3);
    near(&order.convergence_totals, &[7.62, 9.37, 7.98, 10.45, 8.58, 4.71], 5.1e-3);
    near(&order.divergence_totals, &[9.95, 16.15, 11.10, 9.04, 13.03, 7.78], 5.1e-3);
    near(&[100.0 * order.convergence_degree.unwrap()], &[42.0718], 5.1e-5);
    near(&order.ambivalence, &[0., 0.677, 0.314, 0.214, 0.329, 0.], 5.1e-4);
}

#[test]
fn nobody_with_power_weighs_the_same() {
    let settings = Settings::default();
    let alone = mactor(1, 1, &[0.0], &[-3.0], &settings).unwrap();
    assert_eq!((alone.power.strength.clone(), alone.power.stability), (vec![1.0], None));
    assert_eq!((alone.order3.positions, alone.order3.convergence_degree), (vec![-3.0], None));
    assert_eq!(alone.order2.ambivalence, [0.0]);
    let idle = mactor(2, 0, &[0.0; 4], &[], &settings).unwrap();
    assert_eq!((idle.power.strength, idle.power.strength_max), (vec![1.0; 2], vec![1.0; 2]));
    assert_eq!((idle.order1.convergence, idle.order1.objectives.len()), (vec![0.0; 4], 0));
    // Each holds the other: all influence comes back, and under B nothing is left to weigh.
    let mutual = mactor(2, 1, &[0.0, 2.0, 2.0, 0.0], &[1.0, 2.0], &settings).unwrap();
    assert_eq!((mutual.power.midi, mutual.power.strength), (vec![2.0; 4], vec![1.0; 2]));
    assert_eq!(mutual.power.stability, Some(0.0));
    // Power one way only: the other has no strength, hence no weighted position.
    let one_way = mactor(2, 1, &[0.0, 4.0, 0.0, 0.0], &[1.0, 2.0], &settings).unwrap();
    assert_eq!((one_way.power.strength, one_way.power.stability), (vec![2.0, 0.0], Some(1.0)));
    assert_eq!((one_way.order2.convergence[1], one_way.order3.convergence[1]), (1.5, 0.0));
    let draw = mactor_draw(2, 1, &[0.0, 4.0, 0.0, 0.0], &[1.0, 2.0], &settings).unwrap();
    assert_eq!((draw.order2.convergence[1], draw.order3.convergence[1]), (1.5, 0.0));
}

#[test]
fn the_cell_at_fault_is_named() {
    let settings = Settings::default();
    let refused = |n, m, power: &[f64], positions: &[f64]| {
        let error = mactor(n, m, power, positions, &settings).unwrap_err();
        assert_eq!(mactor_draw(n, m, power, positions, &settings), Err(error.clone()));
        error
    };
    assert_eq!(refused(0, 0, &[], &[]), MactorError::Empty);
    assert_eq!(
        refused(2, 1, &[0.0; 3], &[0.0; 2]),
        MactorError::Size { table: Table::Power, rows: 2, columns: 2, cells: 3 }
    );
    assert_eq!(
        refused(2, 2, &[0.0; 4], &[0.0; 2]),
        MactorError::Size { table: Table::Positions, rows: 2, columns: 2, cells: 2 }
    );
    assert_eq!(
        refused(2, 1, &[0.0, 1.0, 1.0, 2.0], &[0.0; 2]),
        MactorError::Diagonal { index: 1, value: 2.0 }
    );
    assert_eq!(
        refused(2, 1, &[0.0, 1.0, -0.5, 0.0], &[0.0; 2]),
        MactorError::OffScale { table: Table::Power, row: 1, column: 0, value: -0.5 }
    );
    let position = refused(2, 2, &[0.0; 4], &[0.0, 4.0, -4.0, 4.5]);
    assert_eq!(position, MactorError::OffScale { table: Table::Positions, row: 1, column: 1, value: 4.5 });
    assert_eq!(position.to_string(), "positions: row 1, column 1: 4.5 is off the scale");
    assert_eq!(
        refused(2, 1, &[0.0, f64::NAN, 0.0, 0.0], &[0.0; 2]),
        MactorError::NotFinite { table: Table::Power, row: 0, column: 1 }
    );
}

/// MIDI by its definition.
fn naive_midi(n: usize, power: &[f64]) -> Vec<f64> {
    let cell = |i: usize, j: usize| {
        power[i * n + j] + (0..n).map(|k| power[i * n + k].min(power[k * n + j])).sum::<f64>()
    };
    (0..n * n).map(|at| cell(at / n, at % n)).collect()
}

/// Convergence (side 1) or divergence (side -1) by its definition.
fn naive_pairs(n: usize, m: usize, positions: &[f64], side: f64) -> Vec<f64> {
    let cell = |i: usize, j: usize| {
        let both = (0..m).map(|o| (positions[i * m + o], positions[j * m + o]));
        let shared = both.filter(|(a, b)| i != j && a * b * side > 0.0);
        shared.map(|(a, b)| (a.abs() + b.abs()) / 2.0).sum::<f64>()
    };
    (0..n * n).map(|at| cell(at / n, at % n)).collect()
}

/// Tables of up to 9 actors and 7 objectives in steps of one over `parts`.
fn tables(parts: f64) -> impl Strategy<Value = (usize, usize, Vec<f64>, Vec<f64>)> {
    let top = (4.0 * parts) as i32;
    (1usize..=9, 0usize..=7).prop_flat_map(move |(n, m)| {
        let power = prop::collection::vec(prop_oneof![Just(0), 0..=top], n * n);
        let positions = prop::collection::vec(prop_oneof![Just(0), -top..=top], n * m);
        (Just(n), Just(m), power, positions).prop_map(move |(n, m, power, positions)| {
            let of = |steps: Vec<i32>| steps.into_iter().map(|s| f64::from(s) / parts).collect::<Vec<f64>>();
            let mut power = of(power);
            power.iter_mut().step_by(n + 1).for_each(|own| *own = 0.0);
            (n, m, power, of(positions))
        })
    })
}

fn close(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= 1e-9)
}

/// The rows and columns of a matrix in another order.
fn permuted(matrix: &[f64], rows: &[usize], columns: &[usize]) -> Vec<f64> {
    rows.iter().flat_map(|&i| columns.iter().map(move |&j| matrix[i * columns.len() + j])).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_fast_sums_are_exact((n, m, power, positions) in tables(2.0)) {
        let found = mactor(n, m, &power, &positions, &Settings::default()).unwrap();
        prop_assert_eq!(&found.power.midi, &naive_midi(n, &power));
        let draw = mactor_draw(n, m, &power, &positions, &Settings::default()).unwrap();
        prop_assert_eq!(draw.order2.convergence, naive_pairs(n, m, &positions, 1.0));
        prop_assert_eq!(draw.order2.divergence, naive_pairs(n, m, &positions, -1.0));
    }

    #[test]
    fn a_draw_is_the_analysis((n, m, power, positions) in prop_oneof![tables(2.0), tables(7.0)]) {
        for convention in [Convention::A, Convention::B, Convention::C] {
            let settings = Settings { convention, cut: Cut::Mean };
            let whole = mactor(n, m, &power, &positions, &settings).unwrap();
            let draw = mactor_draw(n, m, &power, &positions, &settings).unwrap();
            prop_assert!(close(&whole.power.midi, &naive_midi(n, &power)));
            prop_assert_eq!(&draw.influence, &whole.power.influence);
            prop_assert_eq!(&draw.dependence, &whole.power.dependence);
            prop_assert_eq!(&draw.strength, &whole.power.strength);
            prop_assert_eq!(&draw.roles, &whole.power.roles);
            prop_assert_eq!(draw.stability, whole.power.stability);
            for (draw, order) in [(&draw.order2, &whole.order2), (&draw.order3, &whole.order3)] {
                prop_assert!(close(&order.convergence, &naive_pairs(n, m, &order.positions, 1.0)));
                prop_assert!(close(&order.divergence, &naive_pairs(n, m, &order.positions, -1.0)));
                prop_assert!(close(&draw.convergence, &order.convergence));
                prop_assert!(close(&draw.divergence, &order.divergence));
                prop_assert!(close(&draw.ambivalence, &order.ambivalence));
                prop_assert!(close(&total(&draw.objectives), &total(&order.objectives)));
                prop_assert_eq!(draw.convergence_degree.is_some(), order.convergence_degree.is_some());
            }
        }
    }

    #[test]
    fn what_always_holds((n, m, power, positions) in prop_oneof![tables(2.0), tables(7.0)]) {
        for convention in [Convention::A, Convention::B, Convention::C] {
            let settings = Settings { convention, cut: Cut::Mean };
            let found = mactor(n, m, &power, &positions, &settings).unwrap();
            let sum = |values: &[f64]| values.iter().sum::<f64>();
            prop_assert!((sum(&found.power.influence) - sum(&found.power.dependence)).abs() < 1e-9);
            for strength in [&found.power.strength, &found.power.strength_max] {
                prop_assert!(strength.iter().all(|r| *r >= 0.0));
                prop_assert!((sum(strength) - n as f64).abs() < 1e-9);
            }
            prop_assert!(found.power.stability.is_none_or(|h| (0.0..=1.0).contains(&h)));
            prop_assert!(sum(&found.power.net_balance).abs() < 1e-9);
            for order in [&found.order1, &found.order2, &found.order3] {
                let symmetric = |of: &[f64], n: usize| (0..n * n).all(|at| of[at] == of[at % n * n + at / n]);
                prop_assert!(symmetric(&order.convergence, n) && symmetric(&order.divergence, n));
                prop_assert!(symmetric(&order.objective_net, m));
                prop_assert!(order.ambivalence.iter().all(|e| (0.0..=1.0).contains(e)));
                prop_assert!(order.convergence_degree.is_none_or(|d| (0.0..=1.0).contains(&d)));
                let mobilised = sum(&total(&order.objectives));
                prop_assert!((mobilised - sum(&total(&order.actors))).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn names_do_not_matter((n, m, power, positions) in tables(2.0), seed in any::<u64>()) {
        let mut stream = crate::random::Stream::new(seed, "names", 0);
        let mut order = |n: usize| {
            let mut order: Vec<usize> = (0..n).collect();
            (1..n).rev().for_each(|i| order.swap(i, stream.below(i as u32 + 1) as usize));
            order
        };
        let (actors, goals) = (order(n), order(m));
        let settings = Settings::default();
        let one = mactor(n, m, &power, &positions, &settings).unwrap();
        let (p, a) = (permuted(&power, &actors, &actors), permuted(&positions, &actors, &goals));
        let two = mactor(n, m, &p, &a, &settings).unwrap();
        prop_assert_eq!(&two.power.midi, &permuted(&one.power.midi, &actors, &actors));
        prop_assert_eq!(&two.power.mmidi, &permuted(&one.power.mmidi, &actors, &actors));
        prop_assert!(close(&two.power.strength, &permuted(&one.power.strength, &[0], &actors)));
        for (i, &actor) in actors.iter().enumerate() {
            prop_assert_eq!(two.power.roles[i], one.power.roles[actor]);
        }
        for (one, two) in [(&one.order1, &two.order1), (&one.order2, &two.order2), (&one.order3, &two.order3)] {
            prop_assert!(close(&two.convergence, &permuted(&one.convergence, &actors, &actors)));
            prop_assert!(close(&two.divergence, &permuted(&one.divergence, &actors, &actors)));
            prop_assert!(close(&two.ambivalence, &permuted(&one.ambivalence, &[0], &actors)));
            prop_assert!(close(&two.objective_net, &permuted(&one.objective_net, &goals, &goals)));
        }
    }

    #[test]
    fn the_wording_of_an_objective_does_not_matter((n, m, power, positions) in tables(2.0), which in 0usize..7) {
        prop_assume!(which < m);
        let settings = Settings::default();
        let one = mactor(n, m, &power, &positions, &settings).unwrap();
        let mut turned = positions.clone();
        turned.iter_mut().skip(which).step_by(m).for_each(|a| *a = -*a);
        let two = mactor(n, m, &power, &turned, &settings).unwrap();
        for (one, two) in [(&one.order1, &two.order1), (&one.order2, &two.order2), (&one.order3, &two.order3)] {
            prop_assert_eq!(&one.convergence, &two.convergence);
            prop_assert_eq!(&one.divergence, &two.divergence);
            let (before, after) = (one.objectives[which], two.objectives[which]);
            prop_assert_eq!((before.in_favour, before.against), (after.against, after.in_favour));
        }
    }

    #[test]
    fn half_the_intensity_is_half_of_order_two((n, m, power, positions) in tables(2.0)) {
        let settings = Settings::default();
        let one = mactor(n, m, &power, &positions, &settings).unwrap();
        let half: Vec<f64> = positions.iter().map(|a| a / 2.0).collect();
        let two = mactor(n, m, &power, &half, &settings).unwrap();
        let doubled = |values: &[f64]| values.iter().map(|v| v * 2.0).collect::<Vec<f64>>();
        prop_assert_eq!(&two.order1, &one.order1);
        prop_assert_eq!(doubled(&two.order2.convergence), one.order2.convergence);
        prop_assert_eq!(doubled(&two.order2.divergence), one.order2.divergence);
        prop_assert_eq!(two.order2.ambivalence, one.order2.ambivalence);
    }
}

/// A panel that says of the example what the example says, but for one expert who turns every position around.
fn panels(experts: usize) -> (Panel, Panel) {
    let power = (0..experts).flat_map(|_| {
        POWER.iter().enumerate().map(|(at, &p)| match at % 7 {
            0 => Answer::MISSING,
            _ => Answer::value(p as u8),
        })
    });
    let positions = (0..experts).flat_map(|expert| {
        let side = if expert == 0 { -1.0 } else { 1.0 };
        POSITIONS.iter().map(move |&a| Answer::value((a * side + 4.0) as u8))
    });
    (
        Panel::new(experts, 36, 4, power.collect()).unwrap(),
        Panel::new(experts, 30, 8, positions.collect()).unwrap(),
    )
}

#[test]
fn a_panel_of_one_mind_does_not_move() {
    let (power, positions) = panels(5);
    let rules = PanelRules::default();
    let whole = mactor_leave_one_out(6, 5, &power, &positions, &rules, &Control::default()).unwrap();
    let point = paris(Convention::B);
    assert_eq!((whole.draws, whole.filled_share), (5, 0.0));
    for (actor, found) in whole.actors.iter().enumerate() {
        let mut roles = [0; 4];
        roles[point.power.roles[actor].index()] = 5;
        assert_eq!(found.roles, roles);
        assert_eq!(
            (found.strength.low, found.strength.high),
            (point.power.strength[actor], found.strength.low)
        );
        assert_eq!(found.influence_rank.low, point.power.plane.influence_ranks.first[actor]);
        assert_eq!(found.ambivalence2.median, point.order2.ambivalence[actor]);
    }
    assert_eq!(whole.stability.unwrap().median, point.power.stability.unwrap());
    assert_eq!(whole.convergence_degree2.unwrap().low, point.order2.convergence_degree.unwrap());
    // Nobody is against the second objective; against the first there is more strength than for it.
    assert_eq!((whole.objectives[1].in_favour, whole.objectives[1].against), (5, 0));
    assert_eq!((whole.objectives[0].in_favour, whole.objectives[0].against), (0, 5));
    for (at, net) in point.order2.actor_net.iter().enumerate() {
        let expected = if *net > 0.0 {
            (5, 0)
        } else if *net < 0.0 {
            (0, 5)
        } else {
            (0, 0)
        };
        assert_eq!((whole.pairs2.allies[at], whole.pairs2.rivals[at]), expected);
    }
}

#[test]
fn draws_are_the_same_at_any_number_of_threads() {
    let (power, positions) = panels(3);
    let groups = Groups::one(3).unwrap();
    let resampling = Resampling { seed: 4, task: "panel", draws: 200, groups: &groups };
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let rules = PanelRules::default();
        pool.install(|| {
            mactor_stability(6, 5, &power, &positions, &resampling, &rules, &Control::default()).unwrap()
        })
    };
    let one = run(1);
    assert_eq!(one, run(3));
    // With two or three votes of three, 7 draws in 27, the expert of the other mind turns the positions around.
    let (turned, kept) = (one.objectives[1].against, one.objectives[1].in_favour);
    assert!(turned + kept == 200 && (30..80).contains(&turned), "{turned}");
    // Which leaves convergence and the power as they are.
    assert_eq!(one.pairs3.allies[2 * 6 + 4], 200);
    assert_eq!(one.actors[0].roles, [200, 0, 0, 0]);
}

#[test]
fn panels_that_do_not_fit() {
    let (power, positions) = panels(3);
    let control = Control::default();
    let rules = PanelRules::default();
    let run = |power: &Panel, positions: &Panel, rules: &PanelRules| {
        mactor_leave_one_out(6, 5, power, positions, rules, &control).unwrap_err()
    };
    let mode = PanelRules { positions: Rule::Mode, ..rules };
    assert_eq!(run(&power, &positions, &mode), MactorStabilityError::Rule { rule: Rule::Mode });
    assert_eq!(
        run(&positions, &positions, &rules),
        MactorStabilityError::Scale { table: Table::Power, max: 8 }
    );
    assert_eq!(
        run(&panels(2).0, &positions, &rules),
        MactorStabilityError::Experts { power: 2, positions: 3, groups: 2 }
    );
    assert_eq!(
        mactor_leave_one_out(6, 4, &power, &positions, &rules, &control),
        Err(MactorStabilityError::Tables(MactorError::Size {
            table: Table::Positions,
            rows: 6,
            columns: 4,
            cells: 30
        }))
    );
    let own = Panel::new(3, 1, 4, vec![Answer::value(0), Answer::value(0), Answer::value(1)]).unwrap();
    let neutral = Panel::new(3, 1, 8, vec![Answer::MISSING; 3]).unwrap();
    assert_eq!(
        mactor_leave_one_out(1, 1, &own, &neutral, &rules, &control),
        Err(MactorStabilityError::Diagonal { index: 0 })
    );
    // What nobody answered is neutral, not the lowest step.
    let nobody = Panel::new(3, 1, 4, vec![Answer::MISSING; 3]).unwrap();
    let found = mactor_leave_one_out(1, 1, &nobody, &neutral, &rules, &control).unwrap();
    assert_eq!((found.objectives[0].against, found.objectives[0].net.low), (0, 0.0));
}

#[test]
fn a_step_in_a_cell_is_the_analysis_of_the_moved_table() {
    let settings = Settings::default();
    let places = |values: &[f64]| {
        let ranks = crate::rank::Ranks::descending(values);
        (ranks.first, ranks.last)
    };
    let base = mactor(6, 5, &POWER, &POSITIONS, &settings).unwrap();
    let found = cell_sensitivity(6, 5, &POWER, &POSITIONS, &settings, &Control::default()).unwrap();
    let mobilised = |of: &Mactor| of.order3.objectives.iter().map(|o| o.total).collect::<Vec<_>>();
    let (mut steps, mut changing, mut moved) = (0, 0, [0; 6]);
    for at in (0..36).filter(|at| at % 7 != 0) {
        for to in [POWER[at] + 1.0, POWER[at] - 1.0] {
            let mut table = POWER;
            table[at] = to;
            let Ok(other) = mactor(6, 5, &table, &POSITIONS, &settings) else { continue };
            let (old, new) = (places(&base.power.strength), places(&other.power.strength));
            let changed: Vec<usize> =
                (0..6).filter(|i| (old.0[*i], old.1[*i]) != (new.0[*i], new.1[*i])).collect();
            changed.iter().for_each(|i| moved[*i] += 1);
            steps += 1;
            changing += usize::from(!changed.is_empty());
        }
    }
    assert_eq!((found.strength.steps, found.strength.changing), (steps, changing));
    assert_eq!(found.strength.moved, moved);
    assert!(found.strength.first_held <= steps && found.strength.decisive.len() <= DECISIVE);
    let of = |net: &[f64], most: bool| {
        let pairs = (0..6).flat_map(|i| (i + 1..6).map(move |j| i * 6 + j));
        pairs
            .fold(1, |best, at| if (net[at] > net[best]) == most && net[at] != net[best] { at } else { best })
    };
    let (ally, rival) = (of(&base.order3.actor_net, true), of(&base.order3.actor_net, false));
    let (mut steps, mut changing, mut held) = (0, 0, (0, 0));
    for at in 0..30 {
        for to in [POSITIONS[at] + 1.0, POSITIONS[at] - 1.0] {
            let mut table = POSITIONS;
            table[at] = to;
            let Ok(other) = mactor(6, 5, &POWER, &table, &settings) else { continue };
            steps += 1;
            changing += usize::from(places(&mobilised(&base)) != places(&mobilised(&other)));
            held.0 += usize::from(of(&other.order3.actor_net, true) == ally);
            held.1 += usize::from(of(&other.order3.actor_net, false) == rival);
        }
    }
    assert_eq!((found.mobilisation.steps, found.mobilisation.changing), (steps, changing));
    assert_eq!((found.allies_held, found.rivals_held), (Some(held.0), Some(held.1)));
}

#[test]
fn sensitivity_at_the_edges() {
    let settings = Settings::default();
    let control = Control::default();
    assert!(matches!(
        cell_sensitivity(0, 0, &[], &[], &settings, &control),
        Err(CellSensitivityError::Tables(MactorError::Empty))
    ));
    let alone = cell_sensitivity(1, 0, &[0.0], &[], &settings, &control).unwrap();
    assert_eq!((alone.strength.steps, alone.mobilisation.steps, alone.allies_held), (0, 0, None));
    // Two actors without power: whoever gets some is the first.
    let two = cell_sensitivity(2, 1, &[0.0; 4], &[1.0, 1.0], &settings, &control).unwrap();
    assert_eq!((two.strength.steps, two.strength.changing, two.strength.first_held), (2, 2, 0));
    assert_eq!(two.strength.places, [(1, 2), (1, 2)]);
    assert_eq!((two.mobilisation.steps, two.mobilisation.changing), (4, 0));
    // One actor turning neutral is no ally any more.
    assert_eq!((two.allies_held, two.rivals_held), (Some(2), None));
}
