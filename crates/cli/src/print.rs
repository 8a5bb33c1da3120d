//! Diagnostics for people.

use atalaya_model::{Diagnostic, Severity};
use atalaya_words::Words;

/// A diagnostic as lines: place, severity and code; what is wrong; what would be right.
#[must_use]
pub fn diagnostic(words: &Words, diagnostic: &Diagnostic) -> String {
    let said = words.diagnostic(diagnostic);
    let place =
        if diagnostic.place.file.is_empty() { String::new() } else { format!("{}: ", diagnostic.place) };
    format!("{place}{} {}: {}\n    → {}", said.severity, diagnostic.code, said.text, said.remedy)
}

/// How many errors, warnings and gaps there are.
#[must_use]
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
