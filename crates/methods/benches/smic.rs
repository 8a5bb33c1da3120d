//! SMIC at its usual size of 6 events and beyond it: up to 16, and the ranges of all scenarios of 8.

#[allow(dead_code)]
mod job;

use atalaya_methods::control::Control;
use atalaya_methods::smic::{Answers, Settings, maximum_entropy, net, panel, ranges};
use divan::Bencher;

fn main() {
    divan::main();
}

fn entropy(bencher: Bencher<'_, '_>, answers: &Answers) {
    bencher.bench(|| maximum_entropy(&net(answers, false), &Control::default()).expect("a solution"));
}

/// The quadratic programme and the scenarios of maximum entropy, for answers that do not fit together.
#[divan::bench(args = [6, 8, 12, 16], sample_count = 10, sample_size = 1)]
fn incoherent(bencher: Bencher<'_, '_>, events: usize) {
    entropy(bencher, &job::answers(events, 0));
}

/// The same for answers that do; every scenario is possible.
#[divan::bench(args = [6, 8, 12, 16], sample_count = 10, sample_size = 1)]
fn coherent(bencher: Bencher<'_, '_>, events: usize) {
    entropy(bencher, &job::coherent(events, 1));
}

/// The same where some 16 scenarios are possible, and have to be found.
#[divan::bench(args = [6, 8, 12, 16], sample_count = 10, sample_size = 1)]
fn coherent_on_a_face(bencher: Bencher<'_, '_>, events: usize) {
    entropy(bencher, &job::coherent(events, 1 << (events - 4)));
}

/// Two linear programmes for each scenario, every one possible, on all cores.
#[divan::bench(args = [6, 8], sample_count = 10, sample_size = 1)]
fn all_ranges(bencher: Bencher<'_, '_>, events: usize) {
    let net = net(&job::coherent(events, 1), false);
    let canonical = maximum_entropy(&net, &Control::default()).expect("a solution");
    let scenarios: Vec<usize> = (0..1 << events).collect();
    bencher.bench(|| ranges(&net, &canonical, &scenarios, &Control::default()).expect("ranges"));
}

/// 20 experts on 6 events, with all ranges, on all cores.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn panel_of_20(bencher: Bencher<'_, '_>) {
    let answers: Vec<Answers> = (0..20).map(|expert| job::answers(6, expert)).collect();
    bencher.bench(|| panel(&answers, &Settings::default(), &Control::default()).expect("a panel"));
}

/// What a resampled panel costs once its experts are solved.
#[divan::bench(sample_count = 100, sample_size = 10)]
fn average_of_20(bencher: Bencher<'_, '_>) {
    let answers: Vec<Answers> = (0..20).map(|expert| job::answers(6, expert)).collect();
    let panel = panel(&answers, &Settings::default(), &Control::default()).expect("a panel");
    bencher.bench(|| panel.average(Some(&[1; 20])).expect("an average"));
}
