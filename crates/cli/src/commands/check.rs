//! `atalaya check`: every problem of a study.

use std::{collections::BTreeMap, path::Path, process::ExitCode};

use atalaya_analysis::point;
use atalaya_model::{Code, Diagnostic, Severity, Study, alike, study::Loaded};
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
        let missing = unseen(&loaded);
        loaded.diagnostics.extend(missing);
    }
    loaded.diagnostics.sort_by_key(Diagnostic::severity);
    loaded
}

/// What only the findings show to be missing, so that what is told here is what the report counts.
fn unseen(loaded: &Loaded<Study>) -> Vec<Diagnostic> {
    let args =
        |d: &Diagnostic| d.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    let told: Vec<(Code, BTreeMap<String, String>)> =
        loaded.diagnostics.iter().map(|d| (d.code, args(d))).collect();
    let mut out = Vec::new();
    for gap in point(&loaded.value).gaps {
        let Some(code) = Code::parse(&gap.code) else { continue };
        if told.iter().any(|(own, args)| *own == code && *args == gap.args) {
            continue;
        }
        let id = gap.args.get("id");
        let place =
            loaded.places.records.iter().find(|((_, own), _)| Some(own.as_str()) == id.map(String::as_str));
        let place = place.map(|(_, (place, _))| place.clone()).unwrap_or_default();
        let mut diagnostic = Diagnostic::new(code, place);
        for name in ["id", "kind", "family", "variable", "lacks", "name", "about"] {
            if let Some(value) = gap.args.get(name) {
                diagnostic = diagnostic.with(name, value);
            }
        }
        out.push(diagnostic);
    }
    out
}

/// Whether a study cannot be run.
pub fn stops(diagnostics: &[Diagnostic], strict: bool) -> bool {
    diagnostics.iter().any(|d| match d.severity() {
        Severity::Error => true,
        Severity::Warning => strict,
        Severity::Gap => false,
    })
}
