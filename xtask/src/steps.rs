//! Steps with their time, and the count of what passed and failed.

use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::Context;

/// A cargo command. The terminal's colours are kept where there is a terminal.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments);
    command
}

/// The steps done so far.
#[derive(Debug)]
pub struct Steps {
    root: PathBuf,
    start: Instant,
    times: Vec<(String, f64, bool)>,
    passed: u64,
    failed: u64,
}

impl Steps {
    /// Steps in the project's folder.
    pub fn new() -> anyhow::Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("the project's folder")?.to_owned();
        Ok(Self { root, start: Instant::now(), times: Vec::new(), passed: 0, failed: 0 })
    }

    /// The project's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A step that is one check.
    pub fn check(&mut self, name: &str, command: &mut Command) {
        self.step(name, |root| Ok(command.current_dir(root).status()?.success()));
    }

    /// A step that is one check, done here.
    pub fn step(&mut self, name: &str, run: impl FnOnce(&Path) -> anyhow::Result<bool>) {
        println!("── {name}");
        let start = Instant::now();
        let ok = run(&self.root).unwrap_or_else(|error| {
            eprintln!("{name}: {error:#}");
            false
        });
        *(if ok { &mut self.passed } else { &mut self.failed }) += 1;
        self.time(name, start, ok);
    }

    /// A step that runs tests and counts them by what they say.
    pub fn tests(&mut self, name: &str, command: &mut Command) {
        println!("── {name}");
        let start = Instant::now();
        let ok = self.count(command).unwrap_or_else(|error| {
            eprintln!("{name}: {error:#}");
            false
        });
        self.time(name, start, ok);
    }

    fn count(&mut self, command: &mut Command) -> anyhow::Result<bool> {
        let mut child = command.current_dir(&self.root).stdout(Stdio::piped()).spawn()?;
        let out = child.stdout.take().context("the output of the tests")?;
        let (mut passed, mut failed) = (0, 0);
        for line in BufReader::new(out).lines() {
            let line = line?;
            if let Some((p, f)) = result(&line) {
                passed += p;
                failed += f;
            }
            println!("{line}");
        }
        let ok = child.wait()?.success();
        // What does not compile or does not end fails without a count of its own.
        failed += u64::from(!ok && failed == 0);
        self.passed += passed;
        self.failed += failed;
        Ok(ok)
    }

    fn time(&mut self, name: &str, start: Instant, ok: bool) {
        let seconds = start.elapsed().as_secs_f64();
        println!("── {name}: {} in {seconds:.1} s\n", if ok { "ok" } else { "FAILED" });
        self.times.push((name.to_owned(), seconds, ok));
    }

    /// Prints the times and, on the last line, the counts; whether everything passed.
    pub fn close(self) -> bool {
        for (name, seconds, ok) in &self.times {
            println!("{seconds:>8.1} s  {name}{}", if *ok { "" } else { "  FAILED" });
        }
        println!("{:>8.1} s  in all", self.start.elapsed().as_secs_f64());
        println!("{} passed, {} failed", self.passed, self.failed);
        self.failed == 0
    }
}

/// The counts of a line `test result: ok. 12 passed; 0 failed; …`.
fn result(line: &str) -> Option<(u64, u64)> {
    let rest = line.trim_start().strip_prefix("test result: ")?;
    let (_, counts) = rest.split_once(". ")?;
    let count = |word: &str| {
        counts.split(';').find_map(|part| part.trim().strip_suffix(word)?.trim().parse::<u64>().ok())
    };
    Some((count("passed")?, count("failed")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_tests_are_counted() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.04s";
        assert_eq!(result(line), Some((12, 3)));
        assert_eq!(result("running 3 tests"), None);
    }
}
