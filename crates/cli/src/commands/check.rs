//! `atalaya check`: every problem of a study.

use std::{path::Path, process::ExitCode};

use atalaya_analysis::{point, unseen};
use atalaya_model::{Diagnostic, Severity, Study, alike, study::Loaded};
use atalaya_words::Words;

use crate::print;

/// Prints the problems and their number; exit 1 where one of them is an error.
pub fn run(words: &Words, path: &Path, strict: bool) -> ExitCode {
    let loaded = open(path);
    for group in alike(&loaded.diagnostics, |own| own.place.file.clone()) {
        print::line(&print::group(words, &group));
    }
    print::line(&print::summary(words, &loaded.diagnostics));
    if stops(&loaded.diagnostics, strict) { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

/// Opens a study and checks what holds between its records: errors first, then warnings, then gaps.
pub fn open(path: &Path) -> Loaded<Study> {
    let mut loaded = atalaya_formats::open::open(path);
    loaded.diagnostics = atalaya_formats::check(&loaded);
    if !stops(&loaded.diagnostics, false) {
        let missing = unseen(&loaded, &point(&loaded.value));
        loaded.diagnostics.extend(missing);
    }
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
