//! One canonical form: of a study, for its hash; of the findings, for their file.

use std::{
    borrow::Cow,
    fmt::{self, Write as _},
};

use atalaya_model::{
    Answer, Record,
    publish::{self, Label},
    records::*,
    with_tables,
};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::context::{Context, published_records};

/// The SHA-256 of a text, in hexadecimal.
#[must_use]
pub fn hash(text: &str) -> String {
    hexadecimal(Sha256::new_with_prefix(text.as_bytes()))
}

fn hexadecimal(digest: Sha256) -> String {
    let mut out = String::with_capacity(64);
    for byte in digest.finalize() {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

/// The first 16 digits of [`hash`]: enough to tell findings apart on a page.
#[must_use]
pub fn short_hash(text: &str) -> String {
    short(hash(text))
}

/// The first 16 digits of a hash.
#[must_use]
pub fn short(mut hash: String) -> String {
    hash.truncate(16);
    hash
}

/// The version of an item's wording: the first 8 digits of its hash.
#[must_use]
pub fn wording_version(wording: &str) -> String {
    hash(wording).chars().take(8).collect()
}

/// Lines that are hashed whatever their order, kept in one buffer.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    text: String,
    ends: Vec<usize>,
}

impl Lines {
    /// Adds a line.
    pub fn push(&mut self, line: fmt::Arguments<'_>) {
        self.write(line);
        self.end();
    }

    /// Adds to the line begun.
    fn write(&mut self, part: fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.text.write_fmt(part);
    }

    /// Ends the line begun.
    fn end(&mut self) {
        self.ends.push(self.text.len());
    }

    /// The lines in alphabetical order.
    #[must_use]
    pub fn sorted(&self) -> Vec<&str> {
        let starts = std::iter::once(&0).chain(&self.ends);
        let mut lines: Vec<&str> =
            starts.zip(&self.ends).filter_map(|(start, end)| self.text.get(*start..*end)).collect();
        lines.sort_unstable();
        lines
    }

    /// The hash of the lines in alphabetical order, one below the other.
    #[must_use]
    pub fn hash(&self) -> String {
        let mut digest = Ascending::default();
        self.sorted().into_iter().for_each(|line| digest.add(line));
        digest.hash()
    }
}

/// Hashes lines that come in alphabetical order as they come: a million answers need no room.
#[derive(Clone, Default)]
pub struct Ascending {
    digest: Sha256,
    line: String,
    last: String,
    any: bool,
}

impl Ascending {
    /// Adds a line; false, and nothing is of use any more, where it belongs before the last one.
    #[must_use]
    pub fn push(&mut self, print: impl FnOnce(&mut String)) -> bool {
        std::mem::swap(&mut self.line, &mut self.last);
        self.line.clear();
        print(&mut self.line);
        let follows = !self.any || self.last <= self.line;
        let line = std::mem::take(&mut self.line);
        self.add(&line);
        self.line = line;
        follows
    }

    /// Adds a line that is known to follow.
    fn add(&mut self, line: &str) {
        if self.any {
            self.digest.update(b"\n");
        }
        self.any = true;
        self.digest.update(line.as_bytes());
    }

    /// The hash of the lines, one below the other.
    #[must_use]
    pub fn hash(self) -> String {
        hexadecimal(self.digest)
    }
}

/// Hash of everything of a study that may be published, whatever the order of its rows: answers by the hashes of their
/// panels, experts by the labels that may be shown. Reasons, days and columns that nothing reads are no part of it, so
/// that a study and its public archive have the same.
#[must_use]
pub fn study_hash(context: &Context<'_>) -> String {
    let study = context.study;
    let mut lines = Lines::default();
    let mut frame = study.frame.print();
    let merged = Label::ALL.map(|label| context.labels.merged(label));
    frame.retain(|(key, _)| !study.frame.extra.contains_key(key) && !key.starts_with("privacy.merged_"));
    lines.push(format_args!("study\tprivacy.merged\t{merged:?}"));
    for (key, value) in frame {
        lines.push(format_args!("study\t{key}\t{}", value.cell()));
    }
    lines.push(format_args!("study\tpresentation\t{:?}", study.frame.presentation));
    lines.push(format_args!("study\tconclusions\t{:?}", study.frame.conclusions));
    macro_rules! tables {
        ($($table:ident: $type:ident),+) => {$(
            for record in published_records!(&study.$table, context.labels, $type) {
                let kind = <atalaya_model::records::$type as Record>::KIND.as_str();
                lines.write(format_args!("{kind}"));
                // One separator at least, also where a record prints no cell.
                let cells = publish::cells(record.as_ref());
                if cells.is_empty() {
                    lines.write(format_args!("\t"));
                }
                for (key, value) in cells {
                    lines.write(format_args!("\t{key}={:?}", value.cell()));
                }
                lines.write(format_args!("\t{:?}", record.long()));
                lines.end();
            }
        )+};
    }
    with_tables!(tables);
    let mut placed = 0;
    for (round, panel) in context.rounds.iter().flat_map(|r| r.panels.iter().map(move |panel| (r, panel))) {
        placed += panel.answers;
        let (family, kind) = (panel.family.name, panel.kind.as_str());
        lines.push(format_args!("answers\t{}\t{family}\t{kind}\t{}", round.id, panel.hash));
    }
    // What panels do not hash: confidence, and answers about nothing that the study has.
    let whole = placed != study.answers.len();
    let said = |answer: &&Answer| whole || answer.confidence().is_some();
    for answer in study.answers.iter().filter(said) {
        lines.push(format_args!(
            "answer\t{}\t{}\t{}\t{}\t{:?}",
            answer.round,
            answer.question,
            answer.expert,
            answer.value,
            answer.confidence()
        ));
    }
    for point in &study.observations {
        lines.push(format_args!(
            "value\t{}\t{}\t{}\t{}",
            point.series, point.economy, point.year, point.value
        ));
    }
    lines.hash()
}

/// A number at 12 significant digits: what lies below is rounding of the arithmetic, not a finding.
#[must_use]
pub fn round12(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 0.0;
    }
    format!("{value:.11e}").parse().unwrap_or(value)
}

fn round_all(value: &mut Value) {
    match value {
        Value::Number(number) => {
            if number.is_f64()
                && let Some(rounded) = number.as_f64().map(round12).and_then(serde_json::Number::from_f64)
            {
                *number = rounded;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(round_all),
        Value::Object(map) => map.values_mut().for_each(round_all),
        _ => {}
    }
}

/// The canonical JSON of findings: keys in alphabetical order, numbers at 12 significant digits, one line a top-level
/// member of each stage.
///
/// # Errors
/// Only where a value cannot be JSON at all, which no finding is.
pub fn json(findings: &impl Serialize) -> serde_json::Result<String> {
    let mut value = serde_json::to_value(findings)?;
    round_all(&mut value);
    let mut out = String::new();
    write_value(&value, 0, &mut out)?;
    out.push('\n');
    Ok(out)
}

/// Objects and arrays of objects are broken over lines to a depth of three; deeper ones stay on one line, which keeps the
/// file readable and small.
fn write_value(value: &Value, depth: usize, out: &mut String) -> serde_json::Result<()> {
    let indent = |out: &mut String, depth: usize| out.extend(std::iter::repeat_n(' ', depth));
    match value {
        Value::Object(map) if depth < 3 && !map.is_empty() => {
            out.push_str("{\n");
            // serde_json's map is ordered by key unless a feature says otherwise: sort, so that no feature can.
            let mut entries: Vec<_> = map.iter().collect();
            entries.sort_by(|a, b| a.0.cmp(b.0));
            for (index, (key, value)) in entries.iter().enumerate() {
                indent(out, depth + 1);
                out.push_str(&serde_json::to_string(key)?);
                out.push_str(": ");
                write_value(value, depth + 1, out)?;
                out.push_str(if index + 1 < entries.len() { ",\n" } else { "\n" });
            }
            indent(out, depth);
            out.push('}');
        }
        Value::Array(items) if depth < 3 && items.iter().any(Value::is_object) => {
            out.push_str("[\n");
            for (index, item) in items.iter().enumerate() {
                indent(out, depth + 1);
                write_value(item, 3, out)?;
                out.push_str(if index + 1 < items.len() { ",\n" } else { "\n" });
            }
            indent(out, depth);
            out.push(']');
        }
        _ => out.push_str(&serde_json::to_string(&sorted(value))?),
    }
    Ok(())
}

fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let mut entries: Vec<_> = map.iter().map(|(k, v)| (k.clone(), sorted(v))).collect();
            entries.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(entries.into_iter().collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(sorted).collect()),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_twelve_significant_digits() {
        assert_eq!(round12(0.1 + 0.2), 0.3);
        assert_eq!(round12(1234567.890123456), 1234567.89012);
        assert_eq!(round12(-0.0), 0.0);
        assert_eq!(round12(f64::NAN), 0.0);
    }

    #[test]
    fn lines_in_order_hash_as_sorted_ones() {
        let mut lines = Lines::default();
        ["b", "", "ab", "b"].iter().for_each(|line| lines.push(format_args!("{line}")));
        assert_eq!(lines.hash(), hash("\nab\nb\nb"));
        let mut ascending = Ascending::default();
        assert!(["", "ab", "b", "b"].iter().all(|line| ascending.push(|own| own.push_str(line))));
        assert_eq!(ascending.hash(), lines.hash());
        let mut other = Ascending::default();
        assert!(other.push(|line| line.push('b')) && !other.push(|line| line.push('a')));
        assert_eq!(Lines::default().hash(), hash(""));
    }

    #[test]
    fn the_hash_of_a_study_forgets_the_order_of_its_answers() {
        use crate::stages::fixture::{answers, study, variables};
        // Sorted by id V1 comes before V1-x; sorted as lines "V1/" comes after "V1-".
        for ids in ["V1 V2 V10", "V1 V1-x V10"] {
            let mut study = study("PPP");
            variables(&mut study, ids);
            for a in ids.split(' ') {
                for b in ids.split(' ').filter(|b| *b != a) {
                    answers(&mut study, "R1", &format!("influence/{a}/{b}"), "1 2 3");
                }
            }
            study.normalise();
            let hash = study_hash(&Context::new(&study));
            let hashes = |study: &atalaya_model::Study| {
                let found = crate::point(study);
                found.trace.values().map(|node| node.hash.clone()).collect::<Vec<_>>()
            };
            let nodes = hashes(&study);
            study.answers.reverse();
            assert_eq!(study_hash(&Context::new(&study)), hash);
            assert_eq!(hashes(&study), nodes);
        }
    }

    #[test]
    fn the_known_digest_of_abc() {
        assert_eq!(hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
