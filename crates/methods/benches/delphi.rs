//! Delphi statistics of a large panel: 100 items x 100 experts x 1,000 resamples.

use atalaya_methods::consensus::{Thresholds, Verdict};
use atalaya_methods::control::Control;
use atalaya_methods::descriptive::{Item, describe_counts, tally};
use atalaya_methods::random::{Groups, Stream};
use atalaya_methods::resample::{Resampling, replicates};

const ITEMS: usize = 100;
const EXPERTS: usize = 100;
const DRAWS: usize = 1000;

fn main() {
    divan::main();
}

/// Point indexes, one row an item.
fn answers(task: &str, points: usize) -> Vec<Vec<u8>> {
    let mut stream = Stream::new(1, task, 0);
    (0..ITEMS).map(|_| (0..EXPERTS).map(|_| stream.below(points as u32) as u8).collect()).collect()
}

fn points(n: i32) -> Vec<f64> {
    (1..=n).map(f64::from).collect()
}

#[divan::bench]
fn point_statistics(bencher: divan::Bencher<'_, '_>) {
    let (rows, scale) = (answers("importance", 9), points(9));
    let once = vec![1u16; EXPERTS];
    bencher.bench_local(|| {
        let mut counts = vec![0; scale.len()];
        rows.iter()
            .map(|row| {
                tally(row, &once, &mut counts);
                describe_counts(&scale, &counts, None)
            })
            .collect::<Vec<Item>>()
    });
}

#[divan::bench(sample_count = 10)]
fn resampled_consensus(bencher: divan::Bencher<'_, '_>) {
    let (rows, scale) = (answers("importance", 9), points(9));
    let groups = Groups::one(EXPERTS).expect("a hundred experts");
    let thresholds = Thresholds::for_scale(&scale);
    let resampling = Resampling { seed: 1, task: "panel", draws: DRAWS, groups: &groups };
    bencher.bench_local(|| {
        replicates(&resampling, &Control::default(), |drawn| {
            let mut counts = vec![0; scale.len()];
            rows.iter()
                .map(|row| {
                    tally(row, drawn, &mut counts);
                    Verdict::of(&describe_counts(&scale, &counts, None), &thresholds)
                })
                .collect::<Vec<Verdict>>()
        })
    });
}
