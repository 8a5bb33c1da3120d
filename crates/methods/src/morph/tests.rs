use crate::control::Control;

use super::*;
use proptest::prelude::*;

fn every(sizes: &[usize]) -> Vec<Vec<u32>> {
    sizes.iter().fold(vec![vec![]], |all, &size| {
        let longer =
            |c: &Vec<u32>| (0..size as u32).map(|v| [c.as_slice(), &[v]].concat()).collect::<Vec<_>>();
        all.iter().flat_map(longer).collect()
    })
}

fn boxes() -> impl Strategy<Value = (Morph, Vec<(usize, usize)>)> {
    proptest::collection::vec(1_usize..4, 1..7).prop_flat_map(|sizes| {
        let n = sizes.len();
        let exclusion = proptest::collection::btree_map(0..n, 0_usize..3, 2..=3.min(n).max(2));
        let exclusions = proptest::collection::vec(exclusion, 0..if n < 2 { 1 } else { 9 });
        let weights = sizes.iter().map(|&size| proptest::collection::vec(-3_i8..4, size)).collect::<Vec<_>>();
        let fixed = proptest::collection::vec((0..n, 0_usize..3), 0..3);
        (Just(sizes), exclusions, weights, fixed).prop_map(|(sizes, exclusions, weights, fixed)| {
            let exclusions = exclusions.into_iter().map(|e| e.into_iter().collect::<Exclusion>());
            let exists = |&(p, v): &(usize, usize)| v < sizes[p];
            let exclusions = exclusions.filter(|e| e.len() > 1 && e.iter().all(exists)).collect();
            let weights = weights.into_iter().map(|own| own.into_iter().map(f64::from).collect()).collect();
            let fixed = fixed.into_iter().filter(exists).collect();
            (Morph::new(sizes.clone(), exclusions, weights).unwrap(), fixed)
        })
    })
}

proptest! {
    #[test]
    fn everything_is_as_by_trying_all((morph, fixed) in boxes()) {
        let diagram = diagram(&morph, &Control::default()).unwrap();
        let fits = |c: &Vec<u32>| {
            (0..c.len()).all(|p| {
                let own: Vec<_> = fixed.iter().filter(|(q, _)| *q == p).collect();
                own.is_empty() || own.iter().any(|(_, v)| *v == c[p] as usize)
            })
        };
        let mut all: Vec<Vec<u32>> = every(morph.sizes()).into_iter().filter(|c| morph.possible(c) && fits(c)).collect();
        let counts = diagram.counts(&fixed).unwrap();
        prop_assert_eq!(&counts.count, &BigUint::from(all.len()));
        for (p, own) in counts.per_value.iter().enumerate() {
            for (v, count) in own.iter().enumerate() {
                let expected = all.iter().filter(|c| c[p] as usize == v).count();
                prop_assert_eq!(count, &BigUint::from(expected));
            }
        }
        let mut listed = diagram.list(&fixed, usize::MAX).unwrap();
        listed.sort();
        prop_assert_eq!(&listed, &all);
        let drawn = diagram.sample(&fixed, 5, &mut Stream::new(1, "draw", 0)).unwrap();
        prop_assert!(drawn.iter().all(|c| all.contains(c)));
        all.sort_by(|a, b| morph.weight(b).total_cmp(&morph.weight(a)));
        let best = diagram.best(&fixed, 4).unwrap();
        prop_assert_eq!(best.len(), all.len().min(4));
        for ((weight, c), expected) in best.iter().zip(&all) {
            prop_assert_eq!(*weight, morph.weight(expected));
            prop_assert_eq!(*weight, morph.weight(c));
        }
    }
}

#[test]
fn a_box_of_a_hundred_parameters_is_counted() {
    // Neighbours differ: 4 * 3^99 ways.
    let exclusions = (0..99).flat_map(|p| (0..4).map(move |v| vec![(p, v), (p + 1, v)])).collect();
    let morph = Morph::new(vec![4; 100], exclusions, vec![]).unwrap();
    let counts = diagram(&morph, &Control::default()).unwrap().counts(&[]).unwrap();
    assert_eq!(counts.count, BigUint::from(4_u32) * BigUint::from(3_u32).pow(99));
}

#[test]
fn what_is_wrong_is_named() {
    assert_eq!(Morph::new(vec![], vec![], vec![]), Err(MorphError::Empty));
    assert_eq!(Morph::new(vec![1, 0], vec![], vec![]), Err(MorphError::NoValues { parameter: 1 }));
    let unknown = Morph::new(vec![2, 2], vec![vec![(0, 0), (1, 2)]], vec![]);
    assert_eq!(unknown, Err(MorphError::Unknown { parameter: 1, value: 2 }));
    let twice = Morph::new(vec![2, 2], vec![vec![(0, 0), (0, 1)]], vec![]);
    assert_eq!(twice, Err(MorphError::Exclusion { exclusion: 0 }));
    let weights = Morph::new(vec![2, 2], vec![], vec![vec![1.0, f64::NAN], vec![0.0, 0.0]]);
    assert_eq!(weights, Err(MorphError::Weight { parameter: 0 }));
    // Everything tied to everything is refused, not attempted.
    let all = (0..24)
        .flat_map(|a| (a + 1..24).flat_map(move |b| (0..6).map(move |v| vec![(a, v), (b, (v + a * b) % 6)])));
    let dense = Morph::new(vec![6; 24], all.collect(), vec![]).unwrap();
    let control = Control::default().with_node_budget(1000);
    assert!(matches!(diagram(&dense, &control), Err(MorphError::TooWide { .. })));
}
