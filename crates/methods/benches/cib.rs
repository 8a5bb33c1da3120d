//! Cross-impact balances and boxes: kernels, basins and counts, on models of every size; and a plain branch and bound
//! and prophesy-cib, where python3 has it, beside ours. The models are made by a formula, so that everybody has them.

use std::io::Write;
use std::process::{Command, Stdio};

use atalaya_methods::cib::succession::{Rule, Sampling, basins};
use atalaya_methods::cib::{Cib, Settings, kernel};
use atalaya_methods::control::Control;
use atalaya_methods::morph::{Morph, diagram};
use atalaya_methods::random::Stream;
use divan::Bencher;

#[path = "job/scw.rs"]
mod scw;

fn main() {
    match std::env::args().any(|arg| arg == "--peers") {
        true => peers(),
        false => divan::main(),
    }
}

/// A matrix of `d` descriptors with `n` variants each; a section is filled with the probability `density`, its rows
/// are from -3 to 3 and sum to 0.
fn model(d: usize, n: usize, density: f64, seed: u64) -> Cib {
    let mut stream = Stream::new(seed, "bench", 0);
    let side = d * n;
    let mut cells = vec![0; side * side];
    for s in 0..d {
        for t in (0..d).filter(|&t| t != s) {
            if stream.unit() >= density {
                continue;
            }
            for v in 0..n {
                let row = loop {
                    let mut row: Vec<i32> = (1..n).map(|_| stream.below(7) as i32 - 3).collect();
                    row.push(-row.iter().sum::<i32>());
                    if row[n - 1].abs() <= 3 {
                        break row;
                    }
                };
                let from = (s * n + v) * side + t * n;
                cells[from..from + n].copy_from_slice(&row);
            }
        }
    }
    Cib::new(vec![n; d], cells).expect("a matrix")
}

/// 45 descriptors, 30 of three variants and 15 of two, in a sparse matrix.
fn many() -> Cib {
    let sizes: Vec<usize> = (0..45).map(|d| if d % 3 == 2 { 2 } else { 3 }).collect();
    let side: usize = sizes.iter().sum();
    let of: Vec<usize> = sizes.iter().enumerate().flat_map(|(d, &n)| std::iter::repeat_n(d, n)).collect();
    let mut stream = Stream::new(45, "bench", 1);
    let acts: Vec<bool> = (0..45 * 45).map(|_| stream.unit() < 0.12).collect();
    let cell = |at: usize| (of[at / side], of[at % side]);
    let cells = (0..side * side).map(|at| {
        let (s, t) = cell(at);
        if s != t && acts[s * 45 + t] { stream.below(7) as i32 - 3 } else { 0 }
    });
    Cib::new(sizes.clone(), cells.collect()).expect("a matrix")
}

/// Islands of eight descriptors of three variants each that have many scenarios.
fn islands(count: usize) -> Cib {
    let side = count * 24;
    let mut cells = vec![0; side * side];
    let mut stream = Stream::new(24, "bench", 2);
    for island in 0..count {
        for s in 0..8 {
            let t = (s + 1) % 8;
            for v in 0..3 {
                for a in 0..3 {
                    let weak = i32::from(v == a) + stream.below(2) as i32;
                    cells[(island * 24 + s * 3 + v) * side + island * 24 + t * 3 + a] = weak;
                }
            }
        }
    }
    Cib::new(vec![3; count * 8], cells).expect("a matrix")
}

fn find(bencher: Bencher<'_, '_>, cib: &Cib) {
    bencher.bench(|| {
        let found = kernel(cib, &Settings::default(), &Control::default()).expect("a kernel");
        assert!(found.complete());
        found.count()
    });
}

#[divan::bench(args = scw::NAMES, max_time = 5)]
fn kernel_of(bencher: Bencher<'_, '_>, name: &str) {
    match scw::read(name) {
        Some(cib) => find(bencher, &cib),
        None => bencher.bench(|| ()),
    }
}

#[divan::bench(args = ["bench_50x50", "CIB_natl_regional"], sample_count = 5, sample_size = 1)]
fn basins_of(bencher: Bencher<'_, '_>, name: &str) {
    let Some(cib) = scw::read(name) else { return bencher.bench(|| ()) };
    bencher.bench(|| basins(&cib, Rule::Global, Sampling::default(), &Control::default()).expect("basins"));
}

#[divan::bench(args = [1, 2, 3], sample_count = 3, sample_size = 1)]
fn kernel_20x4_half(bencher: Bencher<'_, '_>, seed: u64) {
    find(bencher, &model(20, 4, 0.5, seed));
}

#[divan::bench(args = [1, 2, 3], sample_count = 1, sample_size = 1)]
fn kernel_30x4_third(bencher: Bencher<'_, '_>, seed: u64) {
    find(bencher, &model(30, 4, 0.3, seed));
}

#[divan::bench(sample_count = 1, sample_size = 1)]
fn kernel_25x4_half(bencher: Bencher<'_, '_>) {
    find(bencher, &model(25, 4, 0.5, 1));
}

#[divan::bench(max_time = 2)]
fn kernel_45_descriptors(bencher: Bencher<'_, '_>) {
    find(bencher, &many());
}

#[divan::bench(args = [3, 12], max_time = 2)]
fn count_of_islands(bencher: Bencher<'_, '_>, count: usize) {
    find(bencher, &islands(count));
}

/// A box of `n` parameters with three to five values; each is tied to the three that follow.
fn morph(n: usize) -> Morph {
    let mut stream = Stream::new(60, "bench", 3);
    let sizes: Vec<usize> = (0..n).map(|_| 3 + stream.below(3) as usize).collect();
    let mut exclusions = Vec::new();
    for p in 0..n {
        for q in p + 1..(p + 4).min(n) {
            for v in 0..sizes[p] {
                for w in 0..sizes[q] {
                    if stream.below(8) == 0 {
                        exclusions.push(vec![(p, v), (q, w)]);
                    }
                }
            }
        }
    }
    Morph::new(sizes, exclusions, vec![]).expect("a box")
}

#[divan::bench(args = [20, 60], max_time = 2)]
fn box_counted(bencher: Bencher<'_, '_>, n: usize) {
    let morph = morph(n);
    bencher.bench(|| diagram(&morph, &Control::default()).expect("a diagram").counts(&[]).expect("counts"));
}

#[divan::bench(max_time = 2)]
fn box_asked_again(bencher: Bencher<'_, '_>) {
    let diagram = diagram(&morph(60), &Control::default()).expect("a diagram");
    bencher.bench(|| diagram.counts(&[(0, 0), (30, 1)]).expect("counts"));
}

/// What the published branch-and-bound programs do: descriptors in a fixed order, and for every one decided the bound
/// on what the others may still add. `None` after [`MOST_NODES`] nodes.
fn plain(cib: &Cib) -> Option<u64> {
    struct Plain<'a> {
        cib: &'a Cib,
        nodes: std::cell::Cell<u64>,
        /// For each depth, target variant and rival the most that later descriptors add to the difference.
        later: Vec<Vec<i64>>,
        pairs: Vec<(usize, usize, usize)>,
    }
    impl Plain<'_> {
        fn down(&self, scenario: &mut Vec<u8>, sums: &[i64]) -> u64 {
            let depth = scenario.len();
            self.nodes.set(self.nodes.get() + 1);
            if self.nodes.get() > MOST_NODES {
                return 0;
            }
            for (index, &(t, a, _)) in self.pairs.iter().enumerate() {
                let chosen = scenario.get(t).is_some_and(|&v| usize::from(v) == a);
                if chosen && sums[index] + self.later[depth][index] < 0 {
                    return 0;
                }
            }
            if depth == self.cib.descriptors() {
                return 1;
            }
            let mut count = 0;
            for v in 0..self.cib.sizes()[depth] {
                let row = self.cib.first(depth) + v;
                let add = |(sum, &(t, a, b)): (&i64, &(usize, usize, usize))| {
                    let section = self.cib.section(row, t);
                    sum + i64::from(section[a]) - i64::from(section[b])
                };
                let sums: Vec<i64> = sums.iter().zip(&self.pairs).map(add).collect();
                scenario.push(v as u8);
                count += self.down(scenario, &sums);
                scenario.pop();
            }
            count
        }
    }
    let mut pairs = Vec::new();
    for (t, &n) in cib.sizes().iter().enumerate() {
        pairs.extend((0..n).flat_map(|a| (0..n).filter(move |&b| b != a).map(move |b| (t, a, b))));
    }
    let most = |s: usize, &(t, a, b): &(usize, usize, usize)| {
        let rows = cib.first(s)..cib.first(s) + cib.sizes()[s];
        let difference = |row| i64::from(cib.section(row, t)[a]) - i64::from(cib.section(row, t)[b]);
        rows.map(difference).max().unwrap_or(0)
    };
    let mut later = vec![vec![0; pairs.len()]];
    for s in (0..cib.descriptors()).rev() {
        let below = &later[later.len() - 1];
        later.push(below.iter().zip(&pairs).map(|(sum, pair)| sum + most(s, pair)).collect());
    }
    later.reverse();
    let sums = vec![0; pairs.len()];
    let plain = Plain { cib, nodes: std::cell::Cell::new(0), later, pairs };
    let count = plain.down(&mut Vec::new(), &sums);
    (plain.nodes.get() <= MOST_NODES).then_some(count)
}

/// Nodes after which the plain search gives up.
const MOST_NODES: u64 = 50_000_000;

/// Scenarios above which the peer that lists them all is not asked.
const MOST_LISTED: u32 = 20_000;

/// The consistent scenarios by prophesy-cib and its seconds, or why there are none.
fn prophesy(cib: &Cib) -> Result<(f64, Vec<Vec<u8>>), String> {
    if cib.space() > MOST_LISTED.into() {
        return Err("not asked, it would list every scenario".to_owned());
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/cib_prophesy.py");
    let mut command = Command::new("python3");
    command.args(["-B", script]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| format!("python3: {error}"))?;
    let matrix = serde_json::json!({ "sizes": cib.sizes(), "cells": cib.cells() }).to_string();
    // A script that stops before it reads says why on the other pipe.
    let _ = child.stdin.take().map(|mut input| input.write_all(matrix.as_bytes()));
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr);
        return Err(text.lines().last().unwrap_or("no message").to_owned());
    }
    let answer: serde_json::Value =
        serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
    let found = serde_json::from_value(answer["found"].clone()).map_err(|error| error.to_string())?;
    Ok((answer["seconds"].as_f64().unwrap_or(f64::NAN), found))
}

/// Ours and the peers side by side: times, ratio, and whether they find the same.
fn peers() {
    let files = scw::NAMES.iter().filter_map(|&name| Some((name.to_owned(), scw::read(name)?)));
    let made = [("20 x 4, density 0.5".to_owned(), model(20, 4, 0.5, 1))];
    for (name, cib) in files.chain(made) {
        let timed = || {
            let start = std::time::Instant::now();
            let found = kernel(&cib, &Settings::default(), &Control::default()).expect("a kernel");
            (start.elapsed().as_secs_f64(), found)
        };
        let (ours, found) =
            (1..5).fold(timed(), |best, _| if best.0 < 1.0 { least(best, timed()) } else { best });
        println!("{name}: ours {:.3} ms", ours * 1e3);
        let start = std::time::Instant::now();
        let theirs = plain(&cib);
        let seconds = start.elapsed().as_secs_f64();
        let same = match theirs {
            Some(theirs) if found.count() == theirs.into() => "same number",
            Some(_) => "ANOTHER NUMBER",
            None => "did not finish",
        };
        println!("    plain branch and bound {:.3} ms, ratio {:.1}, {same}", seconds * 1e3, seconds / ours);
        match prophesy(&cib) {
            Ok((seconds, theirs)) => {
                let same = found.list(usize::MAX).is_some_and(|ours| ours == theirs);
                let same = if same { "same scenarios" } else { "OTHER SCENARIOS" };
                println!("    prophesy-cib {:.3} ms, ratio {:.1}, {same}", seconds * 1e3, seconds / ours);
            }
            Err(why) => println!("    prophesy-cib: {why}"),
        }
    }
}

/// The run that took less time.
fn least<T>(a: (f64, T), b: (f64, T)) -> (f64, T) {
    if a.0 <= b.0 { a } else { b }
}
