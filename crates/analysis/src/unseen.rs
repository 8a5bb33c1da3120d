//! Gaps that only findings show, as notices.

use std::collections::BTreeMap;

use atalaya_model::{Code, Diagnostic, Study, study::Loaded};

use crate::findings::Findings;

/// What only the findings show to be missing, so that what a check tells is what the report counts.
/// `loaded.diagnostics` is what the study alone shows.
#[must_use]
pub fn unseen(loaded: &Loaded<Study>, found: &Findings) -> Vec<Diagnostic> {
    let args =
        |d: &Diagnostic| d.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    let told: Vec<(Code, BTreeMap<String, String>)> =
        loaded.diagnostics.iter().map(|d| (d.code, args(d))).collect();
    let mut out = Vec::new();
    for gap in &found.gaps {
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
