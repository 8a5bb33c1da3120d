//! Diagnostics for people.

use atalaya_model::{Diagnostic, Severity};
use atalaya_words::Words;

/// A diagnostic as lines: place, severity and code; what is wrong; what would be right.
#[must_use]
pub fn diagnostic(words: &Words, diagnostic: &Diagnostic) -> String {
    let args: Vec<atalaya_words::Arg<'_>> =
        diagnostic.args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    let severity = words.t(match diagnostic.severity() {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Gap => "severity-gap",
    });
    let code = diagnostic.code.as_str();
    let place =
        if diagnostic.place.file.is_empty() { String::new() } else { format!("{}: ", diagnostic.place) };
    let mut out = format!("{place}{severity} {code}: {}", words.with(&format!("diagnostic-{code}"), &args));
    let remedy = format!("diagnostic-{code}-remedy");
    if words.has(&remedy) {
        out.push_str(&format!("\n    → {}", words.with(&remedy, &args)));
    }
    out
}
