//! `atalaya run`: the whole path of a study.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context as _;
use atalaya_analysis::{analyse, canonical};
use atalaya_methods::control::Control;
use atalaya_model::Severity;
use atalaya_words::Words;

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
    let loaded = check::open(path);
    let shown = loaded.diagnostics.iter().filter(|d| d.severity() != Severity::Gap);
    shown.for_each(|diagnostic| eprintln!("{}", print::diagnostic(words, diagnostic)));
    if check::stops(&loaded.diagnostics, strict) {
        eprintln!("{}", print::summary(words, &loaded.diagnostics));
        return Ok(ExitCode::from(1));
    }
    let out = out.unwrap_or_else(|| path.join("out"));
    let findings = analyse(&loaded.value, &Control::default())?;
    fs::create_dir_all(&out).with_context(|| out.display().to_string())?;
    if formats.contains(&Format::Json) {
        fs::write(out.join("findings.json"), canonical::json(&findings)?)?;
    }
    Ok(ExitCode::SUCCESS)
}
