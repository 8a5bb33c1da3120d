//! The job of `benches/micmac.rs` beside the same job in numpy: times, their ratio, and whether the results agree.

#[allow(dead_code)]
mod job;

use std::process::Command;
use std::time::Instant;

use atalaya_methods::control::Control;
use atalaya_methods::matrix::InfluenceMatrix;
use atalaya_methods::micmac::{Micmac, Settings, micmac};
use atalaya_methods::random::Groups;
use atalaya_methods::resample::Resampling;
use atalaya_methods::stability::{PanelSettings, micmac_stability};

fn main() {
    let panel = job::panel();
    let groups = Groups::one(job::EXPERTS).expect("100 experts");
    let resampling = Resampling { seed: job::SEED, task: "panel", draws: job::DRAWS, groups: &groups };
    let settings = PanelSettings::default();
    let mut point = None;
    let mut ours = f64::INFINITY;
    for _ in 0..5 {
        let start = Instant::now();
        let whole = panel.aggregate(settings.rule);
        let matrix = InfluenceMatrix::from_aggregate(job::VARIABLES, &whole).expect("a matrix");
        point = Some(micmac(&matrix, &Settings::default()));
        let found = micmac_stability(&panel, job::VARIABLES, &resampling, &settings, &Control::default());
        assert_eq!(found.expect("the job is valid").draws, job::DRAWS);
        ours = ours.min(start.elapsed().as_secs_f64());
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/micmac_numpy.py");
    match numpy(script) {
        Ok(peer) => {
            let seconds = peer["seconds"].as_f64().unwrap_or(f64::NAN);
            let same = if point.is_some_and(|point| agrees(&point, &peer)) { "yes" } else { "no" };
            let ratio = seconds / ours;
            println!("ours {ours:.3} s, numpy {seconds:.3} s, ratio {ratio:.1}, same result: {same}");
        }
        Err(reason) => println!("ours {ours:.3} s, numpy skipped: {reason}"),
    }
}

/// What the script printed, or why there is nothing.
fn numpy(script: &str) -> Result<serde_json::Value, String> {
    let run = Command::new("python3").arg(script).arg(job::DRAWS.to_string()).output();
    let output = run.map_err(|error| format!("python3: {error}"))?;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr);
        return Err(text.lines().last().unwrap_or("no message").to_owned());
    }
    serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())
}

/// The point result: sums, power, ranks and zones.
fn agrees(point: &Micmac, peer: &serde_json::Value) -> bool {
    let list = |key: &str| -> Vec<u64> {
        peer[key].as_array().into_iter().flatten().filter_map(serde_json::Value::as_u64).collect()
    };
    let ranks = |first: &[u32]| first.iter().map(|&r| u64::from(r)).collect::<Vec<_>>();
    let sums = |sums: &[f64]| sums.iter().map(|&x| x as u64).collect::<Vec<_>>();
    peer["power"].as_u64() == point.power.map(u64::from)
        && list("influence") == sums(&point.influence)
        && list("dependence") == sums(&point.dependence)
        && list("influence_rank") == ranks(&point.indirect.influence_ranks.first)
        && list("dependence_rank") == ranks(&point.indirect.dependence_ranks.first)
        && list("zones") == point.indirect.zones.iter().map(|z| z.index() as u64).collect::<Vec<_>>()
}
