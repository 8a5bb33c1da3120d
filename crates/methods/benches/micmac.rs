//! Structural analysis at full size: 100 variables, 100 experts, 1,000 resampled panels.

#[allow(dead_code)]
mod job;

use atalaya_methods::control::Control;
use atalaya_methods::matrix::InfluenceMatrix;
use atalaya_methods::micmac::{Settings, micmac};
use atalaya_methods::random::Groups;
use atalaya_methods::resample::Resampling;
use atalaya_methods::stability::{PanelSettings, micmac_stability};
use divan::Bencher;

fn main() {
    divan::main();
}

/// Aggregation of the panel and the point analysis.
#[divan::bench(sample_count = 20)]
fn point(bencher: Bencher<'_, '_>) {
    let panel = job::panel();
    bencher.bench(|| {
        let whole = panel.aggregate(PanelSettings::default().rule);
        let matrix = InfluenceMatrix::from_aggregate(job::VARIABLES, &whole).expect("a matrix");
        micmac(&matrix, &Settings::default())
    });
}

/// 1,000 resamples to stability and one run without each expert, on all cores.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn resamples_1000(bencher: Bencher<'_, '_>) {
    let panel = job::panel();
    let groups = Groups::one(job::EXPERTS).expect("100 experts");
    let resampling = Resampling { seed: job::SEED, task: "panel", draws: job::DRAWS, groups: &groups };
    bencher.bench(|| {
        micmac_stability(&panel, job::VARIABLES, &resampling, &PanelSettings::default(), &Control::default())
    });
}
