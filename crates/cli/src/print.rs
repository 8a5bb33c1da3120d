//! What people read on a terminal: diagnostics, paragraphs, durations.

use std::{
    collections::BTreeSet,
    io::{IsTerminal, Write},
    path::Path,
    process::ExitCode,
    time::Duration,
};

use atalaya_model::{Alike, Diagnostic, Severity, alike};
use atalaya_words::Words;

/// The width of a paragraph on a terminal.
pub const WIDTH: usize = 92;

/// Prints a line on the standard output. A reader who left early (`| head`) is no reason to complain.
pub fn line(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// A diagnostic as lines: place, severity and code; what is wrong; what would be right.
#[must_use]
pub fn diagnostic(words: &Words, diagnostic: &Diagnostic) -> String {
    let said = words.diagnostic(diagnostic);
    let place =
        if diagnostic.place.file.is_empty() { String::new() } else { format!("{}: ", diagnostic.place) };
    format!("{place}{} {}: {}\n    → {}", said.severity, diagnostic.code, said.text, said.remedy)
}

/// Notices of one kind in one file: the first of many as it is, and the places of the others.
#[must_use]
pub fn group(words: &Words, group: &Alike<'_>) -> String {
    let mut lines: Vec<String> = group.told.iter().map(|own| diagnostic(words, own)).collect();
    if group.more.is_empty() {
        return lines.join("\n");
    }
    // By what they speak of where that tells them apart, else by where they stand.
    let all: Vec<String> = group.told.iter().chain(&group.more).map(|own| words.apart(own)).collect();
    let apart = all.iter().collect::<BTreeSet<_>>().len() == all.len();
    let place = |own: &&Diagnostic| {
        if apart { words.apart(own) } else { own.place.spot().unwrap_or_default() }
    };
    let mut seen = BTreeSet::new();
    let new = |place: &String| !place.is_empty() && seen.insert(place.clone());
    let places: Vec<String> = group.more.iter().map(place).filter(new).collect();
    let args = [("count", group.more.len().into()), ("places", places.join(", ").into())];
    let more = words.with(if places.is_empty() { "check-more" } else { "check-more-at" }, &args);
    lines.extend(wrapped(&more, WIDTH).lines().map(|line| format!("    {line}")));
    lines.join("\n")
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

/// Says what is wrong, on the error output; gaps stop nothing and are left out.
pub fn warn(words: &Words, diagnostics: &[Diagnostic]) {
    let told = diagnostics.iter().filter(|d| d.severity() != Severity::Gap);
    for own in alike(told, |own| own.place.file.clone()) {
        eprintln!("{}", group(words, &own));
    }
}

/// Says why something stopped, on the error output.
pub fn stop(words: &Words, diagnostics: &[Diagnostic]) -> ExitCode {
    warn(words, diagnostics);
    ExitCode::from(1)
}

/// A path as people type it, with `/`.
#[must_use]
pub fn path(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// A duration: `0.84 s`, `1 min 12 s`.
#[must_use]
pub fn seconds(words: &Words, time: Duration) -> String {
    let all = time.as_secs_f64();
    if all < 60.0 {
        return format!("{} s", words.num(all, if all < 10.0 { 2 } else { 1 }));
    }
    format!("{} min {} s", time.as_secs() / 60, time.as_secs() % 60)
}

/// A text as lines of at most `width` characters; an empty line parts its paragraphs.
#[must_use]
pub fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    for paragraph in text.lines() {
        let mut used = 0;
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            let long = word.chars().count();
            if used > 0 && used + 1 + long > width {
                out.push('\n');
                used = 0;
            } else if used > 0 {
                out.push(' ');
                used += 1;
            }
            out.push_str(word);
            used += long;
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether a person watches the error output.
#[must_use]
pub fn is_watched() -> bool {
    std::io::stderr().is_terminal()
}

#[cfg(test)]
mod tests {
    use atalaya_model::{Code, Lang, Place};

    use super::*;

    #[test]
    fn paragraphs_are_wrapped_at_words() {
        assert_eq!(wrapped("uno dos tres\n\ncuatro", 8), "uno dos\ntres\n\ncuatro");
        assert_eq!(wrapped("palabralarguísima y", 5), "palabralarguísima\ny");
    }

    #[test]
    fn many_of_one_kind_are_told_once_with_the_places_of_the_others() {
        let words = Words::new(Lang::Es);
        let answers = |line, id| {
            let place = Place::at("consult/rounds.toml", line, 11);
            Diagnostic::new(Code::NoAnswers, place).with("id", id).with("round", "R1")
        };
        let told = |all: &[Diagnostic]| {
            let groups = alike(all, |own| own.place.file.clone());
            assert_eq!(groups.len(), 1);
            group(&words, &groups[0])
        };
        let few = told(&[answers(3, "E1"), answers(3, "E2")]);
        assert!(few.contains("E1 fue") && few.contains("E2 fue"), "{few}");
        // By id where ids tell them apart, else by place, each once.
        let many = told(&[answers(3, "E1"), answers(3, "E2"), answers(9, "E3")]);
        assert!(many.ends_with("Y otros 2 iguales: E2 · R1, E3 · R1"), "{many}");
        let places = told(&[answers(3, "E1"), answers(9, "E1"), answers(9, "E1")]);
        assert!(places.ends_with("Y otros 2 iguales: 9:11"), "{places}");
        // Errors are never taken together.
        let wrong = [1, 2, 3].map(|line| Diagnostic::new(Code::MissingId, Place::at("panel.csv", line, 1)));
        assert_eq!(alike(&wrong, |_| ()).len(), 3);
    }

    #[test]
    fn durations_are_short() {
        let words = Words::new(Lang::Es);
        assert_eq!(seconds(&words, Duration::from_millis(840)), "0.84 s");
        assert_eq!(seconds(&words, Duration::from_secs(72)), "1 min 12 s");
    }
}
