//! `atalaya check`: every problem of a study.

use std::{path::Path, process::ExitCode};

use atalaya_model::{Diagnostic, Severity, Study, study::Loaded};
use atalaya_words::Words;

use crate::print;

/// Prints the problems and their number; exit 1 where one of them is an error.
pub fn run(words: &Words, path: &Path, strict: bool) -> ExitCode {
    let loaded = open(path);
    for diagnostic in &loaded.diagnostics {
        println!("{}", print::diagnostic(words, diagnostic));
    }
    println!("{}", summary(words, &loaded.diagnostics));
    if stops(&loaded.diagnostics, strict) { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

/// Reads a study and checks what holds between its records.
pub fn open(path: &Path) -> Loaded<Study> {
    let mut loaded = atalaya_formats::folder::read(path);
    loaded
        .diagnostics
        .sort_by(|a, b| (a.severity(), &a.place, a.code).cmp(&(b.severity(), &b.place, b.code)));
    loaded
}

/// Whether a study cannot be run.
pub fn stops(diagnostics: &[Diagnostic], strict: bool) -> bool {
    diagnostics.iter().any(|d| match d.severity() {
        Severity::Error => true,
        Severity::Warning => strict,
        Severity::Gap => false,
    })
}

/// How many errors, warnings and gaps there are.
pub fn summary(words: &Words, diagnostics: &[Diagnostic]) -> String {
    let count = |severity| diagnostics.iter().filter(|d| d.severity() == severity).count();
    words.with(
        "check-summary",
        &[
            ("errors", count(Severity::Error).into()),
            ("warnings", count(Severity::Warning).into()),
            ("gaps", count(Severity::Gap).into()),
        ],
    )
}
