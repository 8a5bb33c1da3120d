//! The example study: the point findings, the forecasts, and the whole analysis.
//!
//! Run with `cargo bench -p atalaya-analysis`.

use std::path::Path;

use atalaya_analysis::{
    analyse,
    context::{Context, Trace},
    point, resample, stages,
};
use atalaya_methods::control::Control;
use atalaya_model::Study;
use divan::Bencher;

fn main() {
    divan::main();
}

fn study() -> Study {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/mipymes-peru-2030");
    atalaya_formats::folder::read(&folder).value
}

/// The findings that follow a change of one cell at once.
#[divan::bench]
fn point_findings(bencher: Bencher<'_, '_>) {
    let study = study();
    bencher.bench(|| point(&study));
}

/// The part of them that is the scan: evidence, trends, breaks.
#[divan::bench]
fn scan(bencher: Bencher<'_, '_>) {
    let study = study();
    let context = Context::new(&study);
    bencher.bench(|| stages::scan::run(&context, &mut Trace::default()));
}

/// The part of them that is the cross-impact balances: the search, and where every scenario leads.
#[divan::bench]
fn balances(bencher: Bencher<'_, '_>) {
    let study = study();
    let context = Context::new(&study);
    bencher.bench(|| atalaya_analysis::balances::run(&context, &mut Trace::default()));
}

/// The forecasts of all series, with their rolling origins.
#[divan::bench]
fn forecasts(bencher: Bencher<'_, '_>) {
    let study = study();
    let context = Context::new(&study);
    let found = stages::scan::run(&context, &mut Trace::default());
    bencher
        .with_inputs(|| found.clone())
        .bench_refs(|found| stages::scan::forecast(&context, found, &Control::default()));
}

/// What follows the point findings: forecasts and resampled panels.
#[divan::bench(sample_count = 10)]
fn second_call(bencher: Bencher<'_, '_>) {
    let study = study();
    let found = point(&study);
    bencher.with_inputs(|| found.clone()).bench_refs(|found| resample(&study, found, &Control::default()));
}

/// All of it.
#[divan::bench(sample_count = 10)]
fn analysis(bencher: Bencher<'_, '_>) {
    let study = study();
    bencher.bench(|| analyse(&study, &Control::default()));
}
