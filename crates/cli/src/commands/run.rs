//! `atalaya run`: the whole path of a study.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::{Duration, Instant},
};

use atalaya_analysis::{analyse, canonical};
use atalaya_formats::save;
use atalaya_methods::control::Control;
use atalaya_model::{Severity, Study};
use atalaya_words::Words;
use indicatif::{ProgressBar, ProgressStyle};

use super::check;
use crate::{args::Format, print};

/// Analyses a study and writes what is asked for; nothing is written where the study has errors.
pub fn run(
    words: &Words,
    path: &Path,
    out: Option<PathBuf>,
    formats: &[Format],
    strict: bool,
) -> anyhow::Result<ExitCode> {
    let start = Instant::now();
    let bar = bar();
    bar.set_message(words.t("cli-step-read"));
    let loaded = check::open(path);
    let shown = loaded.diagnostics.iter().filter(|d| d.severity() != Severity::Gap);
    bar.suspend(|| shown.for_each(|diagnostic| eprintln!("{}", print::diagnostic(words, diagnostic))));
    if check::stops(&loaded.diagnostics, strict) {
        bar.finish_and_clear();
        eprintln!("{}", print::summary(words, &loaded.diagnostics));
        eprintln!("{}", words.t("cli-nothing-written"));
        return Ok(ExitCode::from(1));
    }
    let out = out.unwrap_or_else(|| beside(path));
    // What cannot be written is better known before the work than after it.
    if let Err(diagnostic) = save::writable(existing(&out)) {
        bar.finish_and_clear();
        return Ok(print::stop(words, &[diagnostic]));
    }
    let findings = analyse(&loaded.value, &watched(words, &bar, &loaded.value))?;
    let findings_json = canonical::json(&findings)?;
    bar.set_message(words.t("cli-step-files"));
    if formats.contains(&Format::Json) {
        std::fs::create_dir_all(&out)?;
        if let Err(diagnostic) = save::file(&out.join("findings.json"), findings_json.as_bytes()) {
            bar.finish_and_clear();
            return Ok(print::stop(words, &[diagnostic]));
        }
        print::line(&words.with("cli-wrote", &[("path", print::path(&out.join("findings.json")).into())]));
    }
    bar.finish_and_clear();
    print::line(&words.with("cli-run-done", &[("time", print::seconds(words, start.elapsed()).into())]));
    Ok(ExitCode::SUCCESS)
}

/// Where a study's outputs go: `out` inside its folder; beside a workbook or archive, a folder of its name.
fn beside(study: &Path) -> PathBuf {
    if study.is_dir() {
        return study.join("out");
    }
    let stem = study.file_stem().unwrap_or_default().to_string_lossy();
    study.with_file_name(if stem == "study" { "out".to_owned() } else { format!("{stem}-out") })
}

/// The nearest folder above a path that is there.
fn existing(path: &Path) -> &Path {
    let above = path.ancestors().find(|p| p.exists() && !p.as_os_str().is_empty());
    above.unwrap_or(Path::new("."))
}

/// A line that tells what is being done, where a person watches.
fn bar() -> ProgressBar {
    if !print::is_watched() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

/// A control that shows how many draws are done.
fn watched(words: &Words, bar: &ProgressBar, study: &Study) -> Control {
    let draws = study.frame.rules.resamples.unwrap_or(1000);
    bar.set_message(words.with("cli-step-analyse", &[("draws", words.int(draws).into())]));
    let counter = Arc::new(bar.clone());
    Control::default().with_progress(move |_| counter.tick())
}
