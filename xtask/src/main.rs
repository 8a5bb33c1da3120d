//! Tasks of the project: `cargo xtask test | docs | gallery | soak`.

mod fuzz;
mod gallery;
mod house;
mod licences;
mod steps;
mod tools;

use std::process::ExitCode;

use steps::{Steps, cargo};

const HELP: &str = "\
cargo xtask test     everything that a change must pass: format, lints, tests, documentation, licences
cargo xtask docs     writes again what is generated: docs/study-folder*.md, docs/schema
cargo xtask gallery  writes again docs/gallery: every picture with the command that made it
cargo xtask soak     what takes long: many property cases, the ignored tests, the fuzz targets, the benches;
                     soak properties|long|fuzz|benches … does these parts only";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let task = arguments.next();
    let parts: Vec<String> = arguments.collect();
    let done = match task.as_deref() {
        // Only the long run has parts.
        Some(task) if task != "soak" && !parts.is_empty() => {
            eprintln!("{HELP}");
            return ExitCode::from(2);
        }
        Some("test") => test(),
        Some("docs") => docs(),
        Some("gallery") => gallery(),
        Some("soak") if parts.iter().all(|part| SOAK.contains(&part.as_str())) => soak(&parts),
        Some("help" | "--help" | "-h") => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprintln!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Property cases of an ordinary run.
const CASES: &str = "64";
/// Property cases of a long run.
const MANY_CASES: &str = "4096";

fn test() -> anyhow::Result<bool> {
    let mut steps = Steps::new()?;
    steps.step("tools", |_| {
        tools::provide();
        Ok(true)
    });
    steps.check("format", &mut cargo(&["fmt", "--all", "--", "--check"]));
    steps.check(
        "lints",
        &mut cargo(&["clippy", "--workspace", "--all-targets", "--no-deps", "--", "-D", "warnings"]),
    );
    steps.tests("tests", cargo(&["test", "--workspace", "--no-fail-fast"]).env("PROPTEST_CASES", CASES));
    steps.check(
        "documentation",
        cargo(&["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"),
    );
    steps.step("arrows between the crates", house::check);
    steps.step("licences, bans and sources", licences::check);
    Ok(steps.close())
}

/// The tests that hold generated files to their source write them instead, when told so.
fn docs() -> anyhow::Result<bool> {
    let mut steps = Steps::new()?;
    steps.check(
        "generated files",
        cargo(&["test", "-p", "atalaya-cli", "--test", "program", "generated"]).env("UPDATE_GENERATED", "1"),
    );
    Ok(steps.close())
}

fn gallery() -> anyhow::Result<bool> {
    let mut steps = Steps::new()?;
    steps.step("gallery", gallery::write);
    Ok(steps.close())
}

/// The parts of the long run.
const SOAK: [&str; 4] = ["properties", "long", "fuzz", "benches"];

/// The parts that are named, or all where none is.
fn soak(parts: &[String]) -> anyhow::Result<bool> {
    let mut steps = Steps::new()?;
    for part in SOAK.into_iter().filter(|part| parts.is_empty() || parts.iter().any(|named| named == part)) {
        match part {
            "properties" => steps.tests(
                "properties",
                cargo(&[
                    "test",
                    "--workspace",
                    "--exclude",
                    "atalaya-report",
                    "--exclude",
                    "atalaya-cli",
                    "--release",
                ])
                .env("PROPTEST_CASES", MANY_CASES)
                .env("ATALAYA_STORE_KILLS", "100"),
            ),
            "long" => steps.tests(
                "long tests",
                &mut cargo(&["test", "--workspace", "--release", "--", "--ignored", "--nocapture"]),
            ),
            "fuzz" => fuzz::run(&mut steps)?,
            _ => steps.check("benches", &mut cargo(&["bench", "-p", "atalaya-methods"])),
        }
    }
    Ok(steps.close())
}
