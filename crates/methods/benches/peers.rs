//! The jobs of `benches/micmac.rs`, `benches/godet.rs` and `benches/smic.rs` beside the same jobs in numpy and scipy:
//! times, their ratio, and whether the results agree.

#[allow(dead_code)]
mod job;

use std::process::Command;
use std::time::Instant;

use atalaya_methods::aggregate::Rule;
use atalaya_methods::control::Control;
use atalaya_methods::mactor::{self, Mactor, Order, PanelRules, mactor, mactor_stability};
use atalaya_methods::matrix::InfluenceMatrix;
use atalaya_methods::micmac::{Micmac, Settings, micmac};
use atalaya_methods::random::Groups;
use atalaya_methods::resample::Resampling;
use atalaya_methods::smic::{Answers, Canonical, Net, maximum_entropy, net, ranges};
use atalaya_methods::stability::{PanelSettings, micmac_stability};
use job::actors::{ACTORS, OBJECTIVES};
use serde_json::Value;

fn main() {
    structural_and_actors();
    cross_impact();
}

fn structural_and_actors() {
    let groups = Groups::one(job::EXPERTS).expect("100 experts");
    let resampling = Resampling { seed: job::SEED, task: "panel", draws: job::DRAWS, groups: &groups };

    let (panel, settings) = (job::panel(), PanelSettings::default());
    let (seconds, point) = best_of_five(|| {
        let whole = panel.aggregate(settings.rule);
        let matrix = InfluenceMatrix::from_aggregate(job::VARIABLES, &whole).expect("a matrix");
        let point = micmac(&matrix, &Settings::default());
        let found = micmac_stability(&panel, job::VARIABLES, &resampling, &settings, &Control::default());
        assert_eq!(found.expect("the job is valid").draws, job::DRAWS);
        point
    });
    compare("micmac", seconds, |peer| same_micmac(&point, peer));

    let (power, positions) = job::actors::panels();
    let rules = PanelRules::default();
    let (seconds, point) = best_of_five(|| {
        let whole = power.aggregate(Rule::Median).value;
        let steps = positions.aggregate(Rule::Median).value;
        let centred: Vec<f64> = steps.iter().map(|step| step - 4.0).collect();
        let point = mactor(ACTORS, OBJECTIVES, &whole, &centred, &mactor::Settings::default());
        let control = Control::default();
        let found = mactor_stability(ACTORS, OBJECTIVES, &power, &positions, &resampling, &rules, &control);
        assert_eq!(found.expect("the job is valid").draws, job::DRAWS);
        point.expect("the job is valid")
    });
    compare("mactor", seconds, |peer| same_mactor(&point, peer));
}

/// The shortest time of five runs, and what the last of them gave.
fn best_of_five<T>(run: impl Fn() -> T) -> (f64, T) {
    let timed = || {
        let start = Instant::now();
        let result = run();
        (start.elapsed().as_secs_f64(), result)
    };
    (1..5).fold(timed(), |best, _| {
        let (seconds, result) = timed();
        (seconds.min(best.0), result)
    })
}

/// Runs the peer of a method and prints a line.
fn compare(method: &str, ours: f64, same: impl Fn(&Value) -> bool) {
    match peer(&format!("{method}_numpy.py"), job::DRAWS) {
        Ok(peer) => {
            let seconds = peer["seconds"].as_f64().unwrap_or(f64::NAN);
            let same = if same(&peer) { "yes" } else { "no" };
            let ratio = seconds / ours;
            println!(
                "{method}: ours {ours:.3} s, numpy {seconds:.3} s, ratio {ratio:.1}, same result: {same}"
            );
        }
        Err(reason) => println!("{method}: ours {ours:.3} s, numpy skipped: {reason}"),
    }
}

/// 20 experts on 6 and on 8 events, programme and maximum entropy, one after the other as scipy does; and all ranges of
/// the first expert.
fn cross_impact() {
    const EXPERTS: usize = 20;
    let peer = peer("smic_scipy.py", EXPERTS);
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

/// The largest difference in objectives, net probabilities, scenario probabilities and ranges; NaN where a number is
/// missing.
fn difference(peer: &Value, events: usize, solved: &[(Net, Canonical)], ranges: &[(f64, f64)]) -> f64 {
    let key = |name: &str| &peer[format!("{name}_{events}")];
    let mut off = 0.0_f64;
    let mut compare = |found: f64, expected: &Value| {
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
fn peer(script: &str, size: usize) -> Result<Value, String> {
    let script = format!("{}/benches/peers/{script}", env!("CARGO_MANIFEST_DIR"));
    let run = Command::new("python3").arg("-B").arg(script).arg(size.to_string()).output();
    let output = run.map_err(|error| format!("python3: {error}"))?;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr);
        return Err(text.lines().last().unwrap_or("no message").to_owned());
    }
    serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())
}

/// The point result: sums, power, ranks and zones.
fn same_micmac(point: &Micmac, peer: &Value) -> bool {
    let list = |key: &str| -> Vec<u64> {
        peer[key].as_array().into_iter().flatten().filter_map(Value::as_u64).collect()
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

/// The point result: sums, strength, roles, and the pairs and objectives of orders 2 and 3.
fn same_mactor(point: &Mactor, peer: &Value) -> bool {
    let order = |order: &Order, peer: &Value| {
        let mobilisation: Vec<f64> = order.objectives.iter().map(|o| o.total).collect();
        close(&order.convergence, &peer["convergence"])
            && close(&order.divergence, &peer["divergence"])
            && close(&order.ambivalence, &peer["ambivalence"])
            && close(&mobilisation, &peer["mobilisation"])
    };
    let roles: Vec<f64> = point.power.roles.iter().map(|role| role.index() as f64).collect();
    close(&point.power.influence, &peer["influence"])
        && close(&point.power.dependence, &peer["dependence"])
        && close(&point.power.strength, &peer["strength"])
        && close(&roles, &peer["roles"])
        && order(&point.order2, &peer["order2"])
        && order(&point.order3, &peer["order3"])
}

/// Whether two lists are equal but for rounding.
fn close(ours: &[f64], peer: &Value) -> bool {
    let peer: Vec<f64> = peer.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    ours.len() == peer.len() && ours.iter().zip(peer).all(|(a, b)| (a - b).abs() <= 1e-9)
}
