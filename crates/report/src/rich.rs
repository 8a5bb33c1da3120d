//! Running text: words with the few distinctions that a report makes.

use atalaya_words::{Arg, Words};

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// What matters.
    Strong(String),
    /// Titles of works, foreign words.
    Emph(String),
    /// Codes, hashes, commands.
    Code(String),
    /// A reference to an anchor, printed as "table 3".
    Ref(String),
    /// A reference to an anchor under words of its own.
    RefAs(String, String),
    /// An address on the web; anything but `http`, `https` and `mailto` is printed as plain words.
    Link {
        /// The words.
        text: String,
        /// The address.
        url: String,
    },
    /// Words that speak of parts of the report: kept where the document holds one of them.
    About {
        /// Anchors of the parts.
        parts: Vec<String>,
        /// The words.
        text: Rich,
    },
}

impl Inline {
    /// Words that speak of parts of the report.
    pub fn about<S: Into<String>>(parts: impl IntoIterator<Item = S>, text: impl Into<Rich>) -> Self {
        Self::About { parts: parts.into_iter().map(Into::into).collect(), text: text.into() }
    }
}

/// What stands between two pieces that may each be left out; it goes with the piece.
const SEPARATORS: [&str; 3] = [" ", "; ", ", "];

/// Running text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rich(pub Vec<Inline>);

impl From<&str> for Rich {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for Rich {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::default() } else { Self(vec![Inline::Text(text)]) }
    }
}

impl From<Inline> for Rich {
    fn from(inline: Inline) -> Self {
        Self(vec![inline])
    }
}

impl From<Vec<Inline>> for Rich {
    fn from(inlines: Vec<Inline>) -> Self {
        Self(inlines)
    }
}

impl Rich {
    /// Whether it has no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether all of it is strong, as the headings of what people wrote are.
    pub(crate) fn is_heading(&self) -> bool {
        let strong = |inline: &Inline| match inline {
            Inline::About { text, .. } => text.is_heading(),
            inline => matches!(inline, Inline::Strong(_)),
        };
        !self.is_empty() && self.0.iter().all(strong)
    }

    /// Pieces with a separator between each two: one of " ", "; " and ", ", so that it goes where a piece goes.
    pub(crate) fn joined(pieces: impl IntoIterator<Item = Inline>, separator: &str) -> Self {
        let mut out = Self::default();
        for piece in pieces {
            if !out.is_empty() {
                out.0.push(Inline::Text(separator.to_owned()));
            }
            out.0.push(piece);
        }
        out
    }

    /// The text without the words that speak of parts of which the document has none.
    pub(crate) fn without_absent(self, has: &dyn Fn(&str) -> bool) -> Self {
        let separates =
            |inline: &Inline| matches!(inline, Inline::Text(text) if SEPARATORS.contains(&text.as_str()));
        let mut out: Vec<Inline> = Vec::with_capacity(self.0.len());
        let mut left_out = false;
        for inline in self.0 {
            if let Inline::About { parts, text } = inline {
                let there = parts.iter().any(|part| has(part));
                let text = if there { text.without_absent(has) } else { Self::default() };
                if text.is_empty() {
                    left_out = true;
                    continue;
                }
                out.push(Inline::About { parts, text });
            } else if std::mem::take(&mut left_out) {
                if separates(&inline) {
                    continue;
                }
                out.pop_if(|last| separates(last));
                out.push(inline);
            } else {
                out.push(inline);
            }
            left_out = false;
        }
        if left_out {
            out.pop_if(|last| separates(last));
        }
        Self(out)
    }

    /// Changes every piece, also those inside others.
    pub(crate) fn each(&mut self, change: &mut dyn FnMut(&mut Inline)) {
        for inline in &mut self.0 {
            match inline {
                Inline::About { text, .. } => text.each(change),
                inline => change(inline),
            }
        }
    }

    /// The same text with a piece more.
    #[must_use]
    pub fn and(mut self, more: impl Into<Self>) -> Self {
        self.0.extend(more.into().0);
        self
    }

    /// The same text with strong words more.
    #[must_use]
    pub fn strong(mut self, words: impl Into<String>) -> Self {
        self.0.push(Inline::Strong(words.into()));
        self
    }

    /// The same text with a reference more.
    #[must_use]
    pub fn refer(mut self, anchor: impl Into<String>) -> Self {
        self.0.push(Inline::Ref(anchor.into()));
        self
    }

    /// A sentence of `words` in which some arguments are pieces of text rather than plain values: references, strong
    /// words. What people wrote goes in as a value and is never read as markup.
    #[must_use]
    pub fn say(words: &Words, key: &str, values: &[Arg<'_>], pieces: &[(&'static str, Inline)]) -> Self {
        // Each piece travels through the sentence as one private character; a value that holds such a character merely
        // prints the piece again.
        const FIRST: u32 = 0xE000;
        let mark = |index: usize| char::from_u32(FIRST + index as u32).unwrap_or('\u{f8ff}').to_string();
        let mut args: Vec<Arg<'_>> = values.to_vec();
        args.extend(pieces.iter().enumerate().map(|(index, (name, _))| (*name, mark(index).into())));
        let sentence = words.with(key, &args);
        let mut out = Vec::new();
        let mut plain = String::new();
        for c in sentence.chars() {
            let piece =
                u32::from(c).checked_sub(FIRST).and_then(|index| pieces.get(usize::try_from(index).ok()?));
            match piece {
                Some((_, inline)) => {
                    if !plain.is_empty() {
                        out.push(Inline::Text(std::mem::take(&mut plain)));
                    }
                    out.push(inline.clone());
                }
                None => plain.push(c),
            }
        }
        if !plain.is_empty() {
            out.push(Inline::Text(plain));
        }
        Self(out)
    }

    /// The words alone; references are left out unless they have words of their own.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut out = String::new();
        for inline in &self.0 {
            match inline {
                Inline::Text(text) | Inline::Strong(text) | Inline::Emph(text) | Inline::Code(text) => {
                    out.push_str(text);
                }
                Inline::RefAs(_, text) | Inline::Link { text, .. } => out.push_str(text),
                Inline::About { text, .. } => out.push_str(&text.plain()),
                Inline::Ref(_) => {}
            }
        }
        out
    }
}

/// The address, where it is one that a document may carry.
#[must_use]
pub(crate) fn safe_url(url: &str) -> Option<&str> {
    let lower = url.trim_start().to_ascii_lowercase();
    ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)).then_some(url.trim())
}

/// What people wrote, without characters that no print shows: controls, and marks that turn the reading direction of
/// what follows them.
#[must_use]
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\t' | '\n' | '\r' => Some(' '),
            c if atalaya_charts::svg::is_unseen(c) => None,
            c => Some(c),
        })
        .collect()
}

/// A title as a running header carries it: one line, cut at a colon or between words.
#[must_use]
pub(crate) fn short_title(title: &str) -> String {
    const ROOM: usize = 64;
    let title = clean(title);
    if title.chars().count() <= ROOM {
        return title;
    }
    let head: String = title.chars().take(ROOM).collect();
    if let Some((before, _)) = head.rsplit_once(':').filter(|(before, _)| before.chars().count() >= 20) {
        return before.trim_end().to_owned();
    }
    let before = head.rsplit_once(' ').map_or(head.as_str(), |(before, _)| before);
    format!("{}…", before.trim_end_matches([',', ';', '.', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use atalaya_model::Lang;

    #[test]
    fn a_sentence_takes_references_as_arguments() {
        let words = Words::new(Lang::En);
        let rich = Rich::say(&words, "report-source", &[], &[("source", Inline::Ref("gutarra-2018".into()))]);
        assert_eq!(rich.0, [Inline::Text("Source: ".into()), Inline::Ref("gutarra-2018".into())]);
        let hostile = Rich::say(&words, "report-source", &[("source", "**#x** <b>".into())], &[]);
        assert_eq!(hostile.plain(), "Source: **#x** <b>");
    }

    #[test]
    fn what_speaks_of_absent_parts_goes_with_its_separator() {
        let piece = |part: &str| Inline::about([part], format!("of {part}"));
        let pieces = || Rich::joined(["a", "b", "c"].map(piece), "; ").and(".");
        let kept = |there: &[&str]| pieces().without_absent(&|part| there.contains(&part)).plain();
        assert_eq!(kept(&["a", "b", "c"]), "of a; of b; of c.");
        assert_eq!(kept(&["b", "c"]), "of b; of c.");
        assert_eq!(kept(&["a", "c"]), "of a; of c.");
        assert_eq!(kept(&["a", "b"]), "of a; of b.");
        assert_eq!(kept(&["b"]), "of b.");
        let whole = Rich::from(Inline::about(["a", "b"], Rich::from("Left: ").and(pieces())));
        assert_eq!(whole.clone().without_absent(&|part| part == "a").plain(), "Left: of a.");
        assert!(whole.without_absent(&|part| part == "c").is_empty());
    }

    #[test]
    fn running_headers_are_one_line() {
        let long = "Las mipymes tecnológicas del Perú al 2030: procesos de innovación e inserción en la industria 4.0";
        assert_eq!(short_title(long), "Las mipymes tecnológicas del Perú al 2030");
        assert_eq!(short_title("Corto: sí"), "Corto: sí");
        assert!(short_title(&"palabra ".repeat(20)).ends_with("palabra…"));
        assert_eq!(short_title(&"x".repeat(90)).chars().count(), 65);
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        assert!(safe_url("https://doi.org/10.21640/ns.v10i20.1329").is_some());
        assert_eq!(safe_url("javascript:alert(1)"), None);
        assert_eq!(safe_url(" JavaScript:alert(1)"), None);
        assert_eq!(clean("a\u{202e}b\u{0}c\nd"), "abc d");
    }
}
