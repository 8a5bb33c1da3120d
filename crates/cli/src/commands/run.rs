//! `atalaya run`: the whole path of a study.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Mutex,
    time::{Duration, Instant},
};

use atalaya_analysis::{analyse, canonical};
use atalaya_formats::{save, tree::reason};
use atalaya_methods::control::Control;
use atalaya_model::{Diagnostic, Severity};
use atalaya_report::{
    chapters,
    profile::{DEFAULT, SHIPPED},
    write::{self, Formats, Report, Step, WriteError},
};
use atalaya_words::Words;
use indicatif::{ProgressBar, ProgressStyle};

use super::{check, profiles};
use crate::{args::Format, print};

/// Analyses a study and writes what is asked for; nothing is written where the study has errors.
///
/// # Errors
/// A mistake of the program itself; what is wrong with the study or the target is told in words.
pub fn run(
    words: &Words,
    path: &Path,
    out: Option<PathBuf>,
    formats: &[Format],
    profile: &str,
    strict: bool,
) -> anyhow::Result<ExitCode> {
    let start = Instant::now();
    let profile = match profiles::find(profile) {
        Ok(profile) => profile,
        Err(diagnostic) => return Ok(print::stop(words, &[diagnostic])),
    };
    let progress = Progress::new();
    progress.say(words.t("cli-step-read"));
    let loaded = check::open(path);
    progress.pause(|| print::warn(words, &loaded.diagnostics));
    if check::stops(&loaded.diagnostics, strict) {
        progress.end();
        eprintln!("{}", print::summary(words, &loaded.diagnostics));
        eprintln!("{}", words.t("cli-nothing-written"));
        return Ok(ExitCode::from(1));
    }
    let out = out.unwrap_or_else(|| match profile.id.as_str() {
        DEFAULT => beside(path),
        id => beside(path).join(id),
    });
    // What cannot be written is better known before the work than after it.
    if let Err(diagnostic) = save::writable(existing(&out)) {
        progress.end();
        return Ok(print::stop(words, &[diagnostic]));
    }
    let draws = loaded.value.frame.rules.resamples.unwrap_or(1000);
    progress.say(words.with("cli-step-analyse", &[("draws", words.int(draws).into())]));
    let findings = analyse(&loaded.value, &progress.control())?;
    progress.say(words.t("cli-step-document"));
    let asked = |format| formats.contains(&format);
    let called = Words::spoken(words.lang(), loaded.value.frame.locale, &profile.school(words.lang()));
    let handed = chapters::handed(&loaded.value, &findings, &called, &profile, asked(Format::Slides));
    let formats = Formats {
        html: asked(Format::Html),
        pdf: asked(Format::Pdf),
        docx: asked(Format::Docx),
        xlsx: asked(Format::Xlsx),
        json: asked(Format::Json),
        slides: asked(Format::Slides),
    };
    let mut step = |step: Step| {
        progress.say(words.t(match step {
            Step::Html => "cli-step-html",
            Step::Pdf => "cli-step-pdf",
            Step::Docx => "cli-step-docx",
            Step::Xlsx => "cli-step-xlsx",
            Step::Slides => "cli-step-slides",
            Step::Files => "cli-step-files",
        }));
    };
    let report = Report {
        document: &handed.document,
        questionnaires: &handed.questionnaires,
        findings: &canonical::json(&findings)?,
    };
    let written = write::write(report, &called, formats, &out, &mut step);
    progress.end();
    match written {
        Ok(files) => tell(words, &out, &files),
        Err(error) => {
            let code = print::stop(words, &[refused(error, &out)?]);
            eprintln!("{}", words.t("cli-nothing-written"));
            return Ok(code);
        }
    }
    // A young study has fewer chapters than the profiles that come along; whoever wrote one may have slipped.
    let own = SHIPPED.iter().all(|(name, _)| *name != profile.id);
    if own && !handed.missing.is_empty() {
        let args = [("profile", profile.id.as_str().into()), ("anchors", handed.missing.join(", ").into())];
        print::line(&words.with("cli-profile-missing", &args));
    }
    if !handed.unknown.is_empty() {
        print::line(&words.with("cli-run-unknown", &[("parts", handed.unknown.join(", ").into())]));
    }
    if !handed.to_write.is_empty() {
        print::line(&words.with("cli-run-write", &[("list", handed.to_write.join("; ").into())]));
    }
    let notice = profile.notice.get(words.lang());
    if !notice.is_empty() {
        print::line(&words.with("cli-run-notice", &[("notice", notice.into())]));
    }
    let gaps = loaded.diagnostics.iter().filter(|d| d.severity() == Severity::Gap).count();
    if gaps > 0 {
        let args = [("gaps", gaps.into()), ("study", print::path(path).into())];
        print::line(&words.with("cli-run-gaps", &args));
    }
    print::line(&words.with("cli-run-done", &[("time", print::seconds(words, start.elapsed()).into())]));
    Ok(ExitCode::SUCCESS)
}

/// Says which files were written: each of the documents, and how many figures and tables.
fn tell(words: &Words, out: &Path, files: &[PathBuf]) {
    for file in files.iter().filter(|file| file.parent() == Some(out)) {
        print::line(&words.with("cli-wrote", &[("path", print::path(file).into())]));
    }
    for (folder, key) in [
        ("figures", "cli-wrote-figures"),
        ("tables", "cli-wrote-tables"),
        ("questionnaires", "cli-wrote-questionnaires"),
        ("slides", "cli-wrote-slides"),
    ] {
        let folder = out.join(folder);
        let own = files.iter().filter(|file| file.parent() == Some(folder.as_path()));
        // A slide has two files.
        let count = own.filter(|file| file.extension().is_none_or(|e| e != "png")).count();
        if count > 0 {
            print::line(&words.with(key, &[("count", count.into()), ("path", print::path(&folder).into())]));
        }
    }
}

/// What the target refused, as a diagnostic.
fn refused(error: WriteError, out: &Path) -> anyhow::Result<Diagnostic> {
    Ok(match error {
        WriteError::NotAFolder(path) => save::refused(&path, "Not a directory"),
        WriteError::ReadOnly(path) => save::refused(&path, "Permission denied"),
        WriteError::Io { path, source } => save::refused(&path, reason(&source)),
        error @ (WriteError::Document(_)
        | WriteError::Pdf(_)
        | WriteError::Docx(_)
        | WriteError::Workbook(_)) => {
            return Err(anyhow::Error::new(error).context(print::path(out)));
        }
    })
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

/// One line that tells what is being done, where a person watches the error output.
struct Progress(ProgressBar);

impl Progress {
    fn new() -> Self {
        if !print::is_watched() {
            return Self(ProgressBar::hidden());
        }
        let bar = ProgressBar::new_spinner();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(120));
        Self(bar)
    }

    fn say(&self, what: String) {
        self.0.set_message(what);
    }

    fn pause(&self, f: impl FnOnce()) {
        self.0.suspend(f);
    }

    fn end(&self) {
        self.0.finish_and_clear();
    }

    /// A control that moves the line while resamples are drawn.
    fn control(&self) -> Control {
        let bar = Mutex::new(self.0.clone());
        Control::default().with_progress(move |_| {
            if let Ok(bar) = bar.try_lock() {
                bar.tick();
            }
        })
    }
}
