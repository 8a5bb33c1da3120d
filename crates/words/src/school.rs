//! Schools of foresight call things by their own names: *motricidad* or *influencia*, *descartables* or *innecesarias*.

use std::collections::BTreeMap;

/// How a school calls things, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct School {
    /// Words of the sentences and their replacements, form by form: `influencia` = `motricidad`. Only whole words of our
    /// own sentences are replaced, with the capital that they have; what a study says stays as it was written.
    pub terms: BTreeMap<String, String>,
    /// Whole messages by key, for what a word cannot change. Plain text; keys that no message has change nothing.
    pub texts: BTreeMap<String, String>,
}

/// The source of messages with words replaced, outside of placeables and keys.
pub(crate) fn renamed(source: &str, terms: &BTreeMap<String, String>) -> String {
    let terms: BTreeMap<String, &str> = terms.iter().map(|(a, b)| (a.to_lowercase(), b.as_str())).collect();
    let mut out = String::with_capacity(source.len());
    // Selectors and arguments stand in braces, but so do the variants of a selector, which are text again.
    for line in source.split_inclusive('\n') {
        let text = match line.find(" = ") {
            Some(at) if !line.starts_with([' ', '#']) => at + 3,
            _ if line.starts_with('#') => line.len(),
            _ => line.find(']').filter(|_| line.trim_start().starts_with(['[', '*'])).map_or(0, |at| at + 1),
        };
        out.push_str(&line[..text]);
        let mut depth = 0_usize;
        let mut word = String::new();
        for c in line[text..].chars() {
            if depth == 0 && c.is_alphabetic() {
                word.push(c);
                continue;
            }
            put(&mut out, &mut word, &terms);
            match c {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            out.push(c);
        }
        put(&mut out, &mut word, &terms);
    }
    out
}

fn put(out: &mut String, word: &mut String, terms: &BTreeMap<String, &str>) {
    let own = std::mem::take(word);
    match terms.get(&own.to_lowercase()) {
        Some(new) if own.starts_with(char::is_uppercase) => out.push_str(&crate::capital(new)),
        Some(new) => out.push_str(new),
        None => out.push_str(&own),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Words;
    use atalaya_model::Lang;

    fn school(terms: &[(&str, &str)], texts: &[(&str, &str)]) -> School {
        let own = |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect();
        School { terms: own(terms), texts: own(texts) }
    }

    #[test]
    fn words_are_replaced_whole_and_never_in_keys_or_arguments() {
        let source = "igo-influencia = Influencia e influencias: { $influencia }\nx = { $n ->\n    [one] una influencia\n   *[other] la influencia\n}\n# influencia\n";
        let terms = school(&[("influencia", "motricidad")], &[]).terms;
        assert_eq!(
            renamed(source, &terms),
            "igo-influencia = Motricidad e influencias: { $influencia }\nx = { $n ->\n    [one] una motricidad\n   *[other] la motricidad\n}\n# influencia\n"
        );
    }

    #[test]
    fn a_school_changes_words_and_messages() {
        let school = school(
            &[("innecesarias", "descartables")],
            &[("report-decision", "Hoja { para } quien decide"), ("no-such-key", "x")],
        );
        let words = Words::of_school(Lang::Es, &school);
        assert_eq!(words.t("chart-igo-unnecessary"), "Descartables");
        assert_eq!(words.t("report-decision"), "Hoja { para } quien decide");
        assert!(!words.has("no-such-key"));
    }
}
