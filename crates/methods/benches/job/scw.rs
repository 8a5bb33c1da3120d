//! Matrices of project files, where they are present beside the repository.

use std::path::Path;

use atalaya_methods::cib::Cib;

/// The files.
pub const NAMES: &[&str] = &[
    "CIB_global",
    "CIB_natl_regional",
    "bench_50x50",
    "bench_large",
    "bench_medium",
    "bench_typical",
    "islands_24",
    "ord_20x4_d0.3",
    "pycib_B5",
    "pycib_bench_12x3",
    "rnd_20x4_d0.3",
    "somewhereland",
];

/// One of them.
pub fn read(name: &str) -> Option<Cib> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/oracles/cib");
    let text = std::fs::read_to_string(folder.join(format!("{name}.scw"))).ok()?;
    let mut parts = text.split("\n#\n");
    let mut sizes: Vec<usize> = Vec::new();
    for line in parts.next()?.lines().skip(2) {
        match line.starts_with('&') {
            true => sizes.push(0),
            false => *sizes.last_mut()? += 1,
        }
    }
    let mut parts = parts.map(|part| part.trim_start_matches("#\n"));
    let rows = parts.find(|part| part.lines().next().is_some_and(|line| line.contains(',')))?;
    let cells = rows.lines().flat_map(|row| row.split(',')).map(|cell| cell.trim().parse().ok());
    Cib::new(sizes, cells.collect::<Option<_>>()?).ok()
}
