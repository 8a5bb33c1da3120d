use proptest::prelude::*;

use super::*;
use crate::aggregate::Answer;
use crate::matrix::InfluenceMatrix;
use crate::micmac::{ConsensusCell, by_expert, cell_sensitivity, consensus_matrix, micmac};
use crate::random::{Groups, Stream};

/// A panel with links, P and gaps, by a seed.
fn panel(n: usize, experts: usize, seed: u64) -> Panel {
    let mut stream = Stream::new(seed, "test panel", 0);
    let truth: Vec<u32> = (0..n * n).map(|_| stream.below(6).saturating_sub(2)).collect();
    let mut answers = Vec::new();
    for _ in 0..experts {
        for (cell, &base) in truth.iter().enumerate() {
            let answer = match stream.below(20) {
                0 | 1 => Answer::MISSING,
                2 => Answer::ABSTAINED,
                3 => Answer::POTENTIAL,
                4..10 => Answer::value((base + stream.below(2)).min(3) as u8),
                _ => Answer::value(base as u8),
            };
            answers.push(if cell / n == cell % n { Answer::MISSING } else { answer });
        }
    }
    Panel::new(experts, n * n, 3, answers).unwrap()
}

fn unanimous(n: usize, experts: usize) -> Panel {
    let one: Vec<Answer> = panel(n, 1, 9).expert(0).to_vec();
    Panel::new(experts, n * n, 3, one.repeat(experts)).unwrap()
}

fn run(panel: &Panel, n: usize, groups: &Groups, draws: usize) -> MicmacStability {
    let resampling = Resampling { seed: 7, task: "panel", draws, groups };
    micmac_stability(panel, n, &resampling, &PanelSettings::default(), &Control::default()).unwrap()
}

#[test]
fn every_draw_is_the_point_analysis_of_its_panel() {
    let (n, experts) = (9, 7);
    let panel = panel(n, experts, 3);
    let groups = Groups::new(experts, vec![vec![0, 1, 2], vec![3, 4, 5, 6]]).unwrap();
    let resampling = Resampling { seed: 11, task: "panel", draws: 40, groups: &groups };
    for (potential, rule) in [(0.0, Rule::ExistenceThenIntensity), (3.0, Rule::Mean), (2.0, Rule::Mode)] {
        let settings = PanelSettings { rule, potential, micmac: Settings::default() };
        let draws = micmac_draws(&panel, n, &resampling, &settings, &Control::default()).unwrap();
        let whole = panel.aggregate(rule);
        for (number, draw) in draws.iter().enumerate() {
            let cells = panel.resampled(rule, &resampling.multiplicities(number), &whole);
            let matrix = InfluenceMatrix::with_potential(n, cells.value, cells.potential).unwrap();
            let point = micmac(&matrix.potential_matrix(potential).unwrap(), &settings.micmac);
            assert_eq!(draw.direct.zones, point.direct.zones);
            assert_eq!(draw.indirect.zones, point.indirect.zones);
            assert_eq!(draw.indirect.influence_rank, point.indirect.influence_ranks.first);
            assert_eq!(draw.indirect.dependence_rank, point.indirect.dependence_ranks.first);
            assert_eq!((draw.power, draw.filled), (point.power, cells.filled));
        }
    }
}

#[test]
fn the_same_at_any_number_of_threads() {
    let panel = panel(12, 9, 1);
    let groups = Groups::one(9).unwrap();
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| run(&panel, 12, &groups, 150))
    };
    let one = on(1);
    assert_eq!(one, on(2));
    assert_eq!(one, on(8));
    assert_eq!(one.draws, 150);
    assert!(one.direct.variables.iter().all(|v| v.zones.iter().sum::<u32>() == 150));
    assert!(one.leave_one_out.direct.variables.iter().all(|v| v.zones.iter().sum::<u32>() == 9));
    assert!(one.filled_share > 0.0 && one.filled_share < 0.1);
}

#[test]
fn a_unanimous_panel_of_eight_has_no_width() {
    let found = run(&unanimous(10, 8), 10, &Groups::one(8).unwrap(), 200);
    let planes = [&found.direct, &found.indirect, &found.leave_one_out.direct, &found.leave_one_out.indirect];
    for variable in planes.into_iter().flat_map(|plane| &plane.variables) {
        assert_eq!(variable.influence_rank.low, variable.influence_rank.high);
        assert_eq!(variable.dependence_rank.low, variable.dependence_rank.high);
        assert_eq!((variable.influence_variance, variable.covariance), (0.0, 0.0));
        assert_eq!(variable.zones.iter().filter(|&&count| count > 0).count(), 1);
    }
}

#[test]
fn what_does_not_fit_is_refused() {
    let settings = PanelSettings::default();
    let groups = Groups::one(3).unwrap();
    let resampling = Resampling { seed: 1, task: "panel", draws: 5, groups: &groups };
    let go = |panel: &Panel, n, settings: &PanelSettings| {
        micmac_stability(panel, n, &resampling, settings, &Control::default()).unwrap_err()
    };
    assert_eq!(go(&panel(4, 3, 1), 5, &settings), MatrixError::Size { cells: 16, variables: 5 }.into());
    assert_eq!(go(&panel(4, 2, 1), 4, &settings), StabilityError::Groups { groups: 3, panel: 2 });
    let negative = PanelSettings { potential: -1.0, ..settings };
    assert_eq!(go(&panel(4, 3, 1), 4, &negative), StabilityError::Potential { value: -1.0 });
    let loops =
        Panel::new(1, 4, 3, vec![Answer::value(0); 3].into_iter().chain([Answer::value(2)]).collect())
            .unwrap();
    assert_eq!(go(&loops, 2, &settings), MatrixError::Diagonal { index: 1, value: 2.0 }.into());
}

#[test]
fn moments_by_hand() {
    let moments = Moments::of([(1.0, 2.0), (3.0, 2.0), (5.0, 5.0)].into_iter());
    assert_eq!((moments.mean, moments.variance, moments.covariance), ((3.0, 3.0), (4.0, 3.0), 3.0));
}

#[test]
fn by_expert_takes_the_median_of_the_ranks() {
    let (n, settings) = (8, PanelSettings::default());
    let alike = by_expert(&unanimous(n, 5), n, &settings, &Control::default()).unwrap();
    let whole = unanimous(n, 5).aggregate(settings.rule);
    let point = micmac(&InfluenceMatrix::from_aggregate(n, &whole).unwrap(), &settings.micmac);
    let ranks: Vec<f64> = point.direct.influence_ranks.first.iter().map(|&r| f64::from(r)).collect();
    assert_eq!(alike.direct.influence_rank, ranks);
    assert_eq!(alike.experts, [0, 1, 2, 3, 4]);
    assert!(alike.indirect.zones.iter().all(|counts| counts.iter().sum::<u32>() == 5));
    // An expert who answered nothing is left out.
    let mut answers = panel(n, 2, 4).expert(0).to_vec();
    answers.extend(vec![Answer::MISSING; n * n]);
    let one =
        by_expert(&Panel::new(2, n * n, 3, answers).unwrap(), n, &settings, &Control::default()).unwrap();
    assert_eq!((one.experts.as_slice(), one.filled_share), (&[0][..], 0.0));
}

#[test]
fn a_consensus_matrix_moves_only_its_doubtful_cells() {
    use ConsensusCell::{Disputed, Potential, Range, Value};
    let cells = [
        [Value(0), Value(3), Range { low: 1, high: 2 }],
        [Disputed(2), Value(0), Potential],
        [Value(1), Value(0), Value(0)],
    ]
    .concat();
    assert_eq!(
        consensus_matrix(3, 3, &cells).unwrap().values(),
        [0.0, 3.0, 2.0, 2.0, 0.0, 0.0, 1.0, 0.0, 0.0]
    );
    let moved = |cells: &[ConsensusCell]| {
        cell_sensitivity(3, 3, cells, &Settings::default(), 5, 300, &Control::default())
    };
    let found = moved(&cells).unwrap();
    assert_eq!((found.marked, found.moved, found.draws), (true, 2, 300));
    // Variable 1 holds one disputed cell, 1 to 3; variable 2 holds none.
    assert!(found.direct.variables[1].influence_variance > 0.0);
    assert_eq!(found.direct.variables[0].influence_rank, RankInterval { low: 1, high: 1 });
    let calm =
        moved(&[Value(0), Value(3), Value(1), Value(2), Value(0), Value(0), Value(1), Value(0), Value(0)]);
    let calm = calm.unwrap();
    assert_eq!((calm.marked, calm.moved), (false, 1));
    assert!(calm.direct.variables.iter().all(|v| v.zones.iter().sum::<u32>() == 300));
    assert_eq!(moved(&cells).unwrap(), found);
    let mut wrong = cells.clone();
    wrong[1] = Range { low: 3, high: 1 };
    assert!(moved(&wrong).is_err());
    wrong[1] = Value(4);
    assert!(moved(&wrong).is_err());
    wrong[1] = Value(3);
    wrong[4] = Disputed(1);
    assert!(moved(&wrong).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn counts_add_up_and_intervals_are_ranks(seed in any::<u64>(), n in 2..8_usize, experts in 1..9_usize) {
        let panel = panel(n, experts, seed);
        let found = run(&panel, n, &Groups::one(experts).unwrap(), 33);
        let c = found.convergence;
        prop_assert_eq!(c.stable + c.periodic + c.nilpotent + c.not_reached, 33);
        for variable in found.direct.variables.iter().chain(&found.indirect.variables) {
            prop_assert_eq!(variable.zones.iter().sum::<u32>(), 33);
            for rank in [variable.influence_rank, variable.dependence_rank] {
                prop_assert!(1 <= rank.low && rank.low <= rank.high && rank.high as usize <= n);
            }
            let bound = variable.influence_variance * variable.dependence_variance;
            prop_assert!(variable.covariance * variable.covariance <= bound * (1.0 + 1e-9) + 1e-30);
        }
    }
}
