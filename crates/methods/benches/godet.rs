//! The methods of the French school at full size: actors, policies and the IGO plane, 100 experts, 1,000 resampled
//! panels where there is a panel. On two cores each takes less than a second.

#[allow(dead_code)]
mod job;

use atalaya_methods::abacus::{Colour, abacus};
use atalaya_methods::aggregate::{Panel, Rule};
use atalaya_methods::control::Control;
use atalaya_methods::descriptive::{Summary, tally};
use atalaya_methods::igo::{Class, Cut, GOVERNABILITY_CUT, IMPORTANCE_CUT, Items, igo};
use atalaya_methods::mactor::{
    PanelRules, Settings, cell_sensitivity, mactor, mactor_draw, mactor_leave_one_out, mactor_stability,
};
use atalaya_methods::mds::{mds, net_distance_dissimilarities};
use atalaya_methods::multipol::{Tables, multipol};
use atalaya_methods::random::{Groups, Stream};
use atalaya_methods::resample::{Resampling, replicates};
use divan::Bencher;
use job::actors::{ACTORS, OBJECTIVES, panels};

fn main() {
    divan::main();
}

/// The tables of the whole panel.
fn tables(power: &Panel, positions: &Panel) -> (Vec<f64>, Vec<f64>) {
    let positions = positions.aggregate(Rule::Median).value;
    (power.aggregate(Rule::Median).value, positions.iter().map(|step| step - 4.0).collect())
}

/// The point analysis of 100 actors and 50 objectives.
#[divan::bench(sample_count = 20)]
fn mactor_point(bencher: Bencher<'_, '_>) {
    let (power, positions) = panels();
    let (power, positions) = tables(&power, &positions);
    bencher.bench_local(|| mactor(ACTORS, OBJECTIVES, &power, &positions, &Settings::default()));
}

/// A step up and a step down in each of their cells.
#[divan::bench(sample_count = 10)]
fn mactor_cells(bencher: Bencher<'_, '_>) {
    let (power, positions) = panels();
    let (power, positions) = tables(&power, &positions);
    let (settings, control) = (Settings::default(), Control::default());
    bencher.bench_local(|| cell_sensitivity(ACTORS, OBJECTIVES, &power, &positions, &settings, &control));
}

/// What a resample needs of the same tables, without the aggregation of the panel, on one core.
#[divan::bench(sample_count = 100)]
fn mactor_one_draw(bencher: Bencher<'_, '_>) {
    let (power, positions) = panels();
    let (power, positions) = tables(&power, &positions);
    bencher.bench_local(|| mactor_draw(ACTORS, OBJECTIVES, &power, &positions, &Settings::default()));
}

/// 1,000 resampled panels to stability, aggregation included, on all cores.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn mactor_resamples_1000(bencher: Bencher<'_, '_>) {
    let (power, positions) = panels();
    let groups = Groups::one(job::EXPERTS).expect("100 experts");
    let resampling = Resampling { seed: job::SEED, task: "panel", draws: job::DRAWS, groups: &groups };
    let rules = PanelRules::default();
    bencher.bench_local(|| {
        let control = Control::default();
        mactor_stability(ACTORS, OBJECTIVES, &power, &positions, &resampling, &rules, &control)
    });
}

/// Each expert left out in turn.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn mactor_without_each(bencher: Bencher<'_, '_>) {
    let (power, positions) = panels();
    let rules = PanelRules::default();
    bencher.bench_local(|| {
        mactor_leave_one_out(ACTORS, OBJECTIVES, &power, &positions, &rules, &Control::default())
    });
}

/// The map of the net distances of 100 actors.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn map_of_100_actors(bencher: Bencher<'_, '_>) {
    let (power, positions) = panels();
    let (power, positions) = tables(&power, &positions);
    let settings = Settings::default();
    let found = mactor(ACTORS, OBJECTIVES, &power, &positions, &settings).expect("the job is valid");
    let apart = net_distance_dissimilarities(ACTORS, &found.order3.actor_net);
    bencher.bench_local(|| mds(ACTORS, &apart));
}

/// Numbers from 0 to `most`.
fn numbers(task: &str, count: usize, most: u32) -> Vec<f64> {
    let mut stream = Stream::new(1, task, 0);
    (0..count).map(|_| f64::from(stream.below(most + 1))).collect()
}

/// 1,000 actions, 20 criteria, 20 policies and 20 scenarios.
#[divan::bench(sample_count = 50)]
fn multipol_1000(bencher: Bencher<'_, '_>) {
    let (marks, policies) = (numbers("marks", 20_000, 20), numbers("policies", 400, 100));
    let scenarios = numbers("scenarios", 400, 100);
    let tables = Tables { criteria: 20, marks: &marks, policies: &policies, scenarios: &scenarios };
    bencher.bench_local(|| multipol(&tables));
}

/// 100 items and 100 experts.
#[divan::bench(sample_count = 50)]
fn abacus_100(bencher: Bencher<'_, '_>) {
    let votes: Vec<Option<Colour>> =
        numbers("votes", 10_000, 7).into_iter().map(|vote| Colour::ALL.get(vote as usize).copied()).collect();
    bencher.bench_local(|| abacus(100, 100, &votes));
}

/// 100 items, 100 experts, 1,000 resampled panels to their classes, on all cores.
#[divan::bench(sample_count = 10)]
fn igo_resamples_1000(bencher: Bencher<'_, '_>) {
    const ITEMS: usize = 100;
    let indexes = |task: &str, most: u32| {
        let flat = numbers(task, ITEMS * job::EXPERTS, most);
        flat.chunks(job::EXPERTS).map(|row| row.iter().map(|&x| x as u8).collect()).collect::<Vec<Vec<u8>>>()
    };
    let (importance, governability) = (indexes("importance", 9), indexes("governability", 3));
    let (scale, control_scale) = ((1..=10).map(f64::from).collect::<Vec<f64>>(), [0.0, 1.0, 3.0, 5.0]);
    let groups = Groups::one(job::EXPERTS).expect("100 experts");
    let resampling = Resampling { seed: job::SEED, task: "panel", draws: job::DRAWS, groups: &groups };
    let medians = |rows: &[Vec<u8>], scale: &[f64], drawn: &[u16]| {
        let mut counts = vec![0; scale.len()];
        let median = |row: &Vec<u8>| {
            tally(row, drawn, &mut counts);
            Summary::of_counts(scale, &counts).median
        };
        rows.iter().map(median).collect::<Vec<Option<f64>>>()
    };
    bencher.bench_local(|| {
        replicates(&resampling, &Control::default(), |drawn| {
            let items = Items {
                importance: &medians(&importance, &scale, drawn),
                governability: &medians(&governability, &control_scale, drawn),
                importance_interval: &[],
                governability_interval: &[],
            };
            let plane = igo(&items, Cut::Fixed(IMPORTANCE_CUT), Cut::Fixed(GOVERNABILITY_CUT));
            plane.map(|p| p.items.into_iter().map(|i| i.class).collect::<Vec<Option<Class>>>())
        })
    });
}
