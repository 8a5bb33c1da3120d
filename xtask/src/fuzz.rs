//! The fuzz targets of `fuzz/`, one a reader, each for a while from its small cases.

use std::{fs, process::Command};

use crate::{steps::Steps, tools};

/// Seconds of a target.
const SECONDS: u32 = 120;

/// Runs every target, where `cargo fuzz` and a nightly toolchain are installed. Where they are not the property test
/// `hostile` of the formats stands for them: it changes the same cases without being led by what they reach.
pub fn run(steps: &mut Steps) -> anyhow::Result<()> {
    if !tools::runs("rustup", &["run", "nightly", "cargo", "fuzz", "--version"]) {
        println!(
            "── fuzz targets: skipped, `cargo install cargo-fuzz` and `rustup toolchain install nightly` bring what they need\n"
        );
        return Ok(());
    }
    let root = steps.root().to_owned();
    let mut names: Vec<String> = fs::read_dir(root.join("fuzz/corpus"))?
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    for name in names {
        // What is found goes beside the cases, so that a run changes nothing that is kept.
        let found = root.join("fuzz/found").join(&name);
        fs::create_dir_all(&found)?;
        let mut command = Command::new("rustup");
        command.args(["run", "nightly", "cargo", "fuzz", "run", &name]);
        command.arg(found).arg(root.join("fuzz/corpus").join(&name));
        command.args(["--", "-rss_limit_mb=4096", "-timeout=20", &format!("-max_total_time={SECONDS}")]);
        // The toolchain that runs this task is not the one that is asked for.
        command.env_remove("CARGO").env_remove("RUSTUP_TOOLCHAIN").env_remove("RUSTC");
        steps.check(&format!("fuzz {name}"), &mut command);
    }
    Ok(())
}
