//! `atalaya check`: every problem of a study.

use std::{path::Path, process::ExitCode};

use atalaya_model::{Diagnostic, Severity, Study, study::Loaded};
use atalaya_words::Words;

use crate::print;

/// Prints the problems and their number; exit 1 where one of them is an error.
pub fn run(words: &Words, path: &Path, strict: bool) -> ExitCode {
    let loaded = open(path);
    for diagnostic in &loaded.diagnostics {
        print::line(&print::diagnostic(words, diagnostic));
    }
    print::line(&print::summary(words, &loaded.diagnostics));
    if stops(&loaded.diagnostics, strict) { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

/// Opens a study and checks what holds between its records: errors first, then warnings, then gaps.
pub fn open(path: &Path) -> Loaded<Study> {
    let mut loaded = atalaya_formats::open::open(path);
    loaded.diagnostics = atalaya_formats::check(&loaded);
    loaded.diagnostics.sort_by_key(Diagnostic::severity);
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
