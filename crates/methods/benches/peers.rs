//! The jobs of `benches/micmac.rs` and `benches/smic.rs` beside the same jobs in numpy and scipy: times, their ratio, and
//! whether the results agree.

#[allow(dead_code)]
mod job;

use std::process::Command;
use std::time::Instant;

use atalaya_methods::control::Control;
use atalaya_methods::matrix::InfluenceMatrix;
use atalaya_methods::micmac::{Micmac, Settings, micmac};
use atalaya_methods::random::Groups;
use atalaya_methods::resample::Resampling;
use atalaya_methods::smic::{Answers, Canonical, Net, maximum_entropy, net, ranges};
use atalaya_methods::stability::{PanelSettings, micmac_stability};

fn main() {
    structural();
    cross_impact();
}

fn structural() {
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
    match peer(script, job::DRAWS) {
        Ok(peer) => {
            let seconds = peer["seconds"].as_f64().unwrap_or(f64::NAN);
            let same = if point.is_some_and(|point| agrees(&point, &peer)) { "yes" } else { "no" };
            let ratio = seconds / ours;
            println!("micmac: ours {ours:.3} s, numpy {seconds:.3} s, ratio {ratio:.1}, same result: {same}");
        }
        Err(reason) => println!("micmac: ours {ours:.3} s, numpy skipped: {reason}"),
    }
}

/// 20 experts on 6 and on 8 events, programme and maximum entropy, one after the other as scipy does; and all ranges of
/// the first expert.
fn cross_impact() {
    const EXPERTS: usize = 20;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/smic_scipy.py");
    let peer = peer(script, EXPERTS);
    for events in [6, 8] {
        let answers: Vec<Answers> = (0..EXPERTS).map(|expert| job::answers(events, expert)).collect();
        let solve = |answers: &Answers| {
            let net = net(answers, false);
            let canonical = maximum_entropy(&net, &Control::default()).expect("a solution");
            (net, canonical)
        };
        let (seconds, solved) = best_of_five(|| answers.iter().map(solve).collect::<Vec<_>>());
        let scenarios: Vec<usize> = (0..1 << events).collect();
        let (first, canonical) = &solved[0];
        let (of_ranges, found) =
            best_of_five(|| ranges(first, canonical, &scenarios, &Control::default()).expect("ranges"));
        match &peer {
            Ok(peer) => {
                let theirs = |key: &str| peer[format!("{key}_{events}")].as_f64().unwrap_or(f64::NAN);
                let (solving, ranging) = (theirs("seconds"), theirs("seconds_ranges"));
                let off = difference(peer, events, &solved, &found);
                println!(
                    "smic, {events} events: ours {seconds:.4} s, scipy {solving:.3} s, ratio {:.0}; ranges: ours \
                     {of_ranges:.4} s, scipy {ranging:.3} s, ratio {:.0}; same result: {} (within {off:.1e})",
                    solving / seconds,
                    ranging / of_ranges,
                    if off < 1e-6 { "yes" } else { "no" },
                );
            }
            Err(reason) => println!(
                "smic, {events} events: ours {seconds:.4} s, ranges {of_ranges:.4} s, scipy skipped: {reason}"
            ),
        }
    }
}

fn best_of_five<T>(f: impl Fn() -> T) -> (f64, T) {
    let time = || {
        let start = Instant::now();
        let result = f();
        (start.elapsed().as_secs_f64(), result)
    };
    (0..4).fold(time(), |best, _| {
        let next = time();
        if next.0 < best.0 { next } else { best }
    })
}

/// The largest difference in objectives, net probabilities, scenario probabilities and ranges; NaN where a number is
/// missing.
fn difference(
    peer: &serde_json::Value,
    events: usize,
    solved: &[(Net, Canonical)],
    ranges: &[(f64, f64)],
) -> f64 {
    let key = |name: &str| &peer[format!("{name}_{events}")];
    let mut off = 0.0_f64;
    let mut compare = |found: f64, expected: &serde_json::Value| {
        let gap = (found - expected.as_f64().unwrap_or(f64::NAN)).abs();
        off = if gap.is_nan() || gap > off { gap } else { off };
    };
    for (expert, (net, canonical)) in solved.iter().enumerate() {
        compare(net.objective, &key("objective")[expert]);
        compare(canonical.entropy, &key("entropy")[expert]);
        for (i, p) in net.moments.p.iter().enumerate() {
            compare(*p, &key("net")[expert][i]);
        }
        for (s, p) in canonical.probability.iter().enumerate() {
            compare(*p, &key("probability")[expert][s]);
        }
    }
    for (s, (low, high)) in ranges.iter().enumerate() {
        compare(*low, &key("ranges")[s][0]);
        compare(*high, &key("ranges")[s][1]);
    }
    off
}

/// What the script printed, or why there is nothing.
fn peer(script: &str, size: usize) -> Result<serde_json::Value, String> {
    let run = Command::new("python3").arg(script).arg(size.to_string()).output();
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
