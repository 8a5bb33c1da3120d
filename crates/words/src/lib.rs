//! Sentences and numbers for people, in Spanish and English.
//!
//! The sentences are Fluent files in `ftl/LANG/AREA.ftl`; both languages have the same keys with the same arguments (a
//! test holds them to it). Every template sentence is written twice, not translated. The lower floors hand out codes
//! and arguments; only this crate has sentences.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use atalaya_model::{Lang, choice::Locale};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

mod conventions;
mod diagnostic;
mod dictionary;
mod names;
mod number;
mod school;

pub use conventions::Conventions;
pub use diagnostic::{Explained, Said};
pub use dictionary::{Entry, dictionary};
pub use names::{Names, written};
pub use number::Number;
pub use school::School;

macro_rules! areas {
    ($($area:literal),+ $(,)?) => {
        /// The areas: one file a language each.
        pub const AREAS: &[&str] = &[$($area),+];

        fn sources(lang: Lang) -> &'static [&'static str] {
            match lang {
                Lang::Es => &[$(include_str!(concat!("../ftl/es/", $area, ".ftl"))),+],
                Lang::En => &[$(include_str!(concat!("../ftl/en/", $area, ".ftl"))),+],
            }
        }
    };
}
areas!(
    "common",
    "choices",
    "charts",
    "diagnostics",
    "fields",
    "cli",
    "publish",
    "frame",
    "scan",
    "consult",
    "toolbox",
    "structure",
    "explore",
    "cib",
    "choose",
    "act",
    "watch",
    "web",
    "server",
    "api",
    "workbench",
    "report"
);

/// The words of one language. Copies share them.
#[derive(Clone)]
pub struct Words {
    lang: Lang,
    conventions: Conventions,
    areas: Arc<Areas>,
}

/// The messages, each area read when one of its messages is first asked for: a command that says little starts at once.
/// So no message refers to another.
struct Areas {
    lang: Lang,
    conventions: Conventions,
    school: School,
    read: Vec<OnceLock<FluentBundle<FluentResource>>>,
}

/// What was read once for a language and a way of writing, in the program's own terms: those are asked for again and
/// again.
static READ: Mutex<BTreeMap<(Lang, Locale), Words>> = Mutex::new(BTreeMap::new());

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("lang", &self.lang).finish_non_exhaustive()
    }
}

/// A named value of a sentence.
pub type Arg<'a> = (&'static str, FluentValue<'a>);

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self::of_school(lang, &School::default())
    }

    /// The words of a language as a school calls things.
    #[must_use]
    pub fn of_school(lang: Lang, school: &School) -> Self {
        Self::spoken(lang, None, school)
    }

    /// The words of a language as a country writes them and a school calls things.
    #[must_use]
    pub fn spoken(lang: Lang, locale: Option<Locale>, school: &School) -> Self {
        let conventions = Conventions::of(lang, locale);
        let new = || {
            let read = AREAS.iter().map(|_| OnceLock::new()).collect();
            let areas = Areas { lang, conventions, school: school.clone(), read };
            Self { lang, conventions, areas: Arc::new(areas) }
        };
        if *school != School::default() {
            return new();
        }
        let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
        read.entry((lang, conventions.locale())).or_insert_with(new).clone()
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// How the country writes.
    #[must_use]
    pub fn conventions(&self) -> Conventions {
        self.conventions
    }

    /// Whether a message exists.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        area(self.lang, key).is_some()
    }

    /// A message without arguments; the key itself in angle brackets where no message has it.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A message with arguments. Numbers given as numbers choose plural forms; numbers to print are given as text, made
    /// by the methods of this type.
    #[must_use]
    pub fn with(&self, key: &str, args: &[Arg<'_>]) -> String {
        let bundle = area(self.lang, key).map(|at| self.areas.of(at));
        let found = bundle.and_then(|bundle| Some((bundle, bundle.get_message(key)?.value()?)));
        let Some((bundle, pattern)) = found else { return format!("⟨{key}⟩") };
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            fluent.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned()
    }

    /// The word of a closed list: message `group-word`.
    #[must_use]
    pub fn choice(&self, group: &str, word: &str) -> String {
        self.t(&format!("{group}-{word}"))
    }

    /// The value of a rule of the study, as printed.
    #[must_use]
    pub fn rule_value(&self, name: &str, value: &str) -> String {
        let group = match name {
            "aggregation" => "rule",
            "consensus" => "consensusrule",
            "plane_cut" | "igo_cut" => "cut",
            "strength" | "mactor_strength" => "strength",
            _ => "rule-value",
        };
        // What a scale sets is another thing for each rule.
        let keys = [format!("{group}-{value}-{name}"), format!("{group}-{value}")];
        if let Some(key) = keys.iter().find(|key| self.has(key)) {
            return self.t(key);
        }
        if let Some(draws) = value.parse().ok().filter(|_| name == "resamples") {
            return self.int(draws);
        }
        // What is typed with a point is printed as the country writes it.
        let decimal = value.contains('.').then(|| value.parse::<f64>().ok()).flatten();
        decimal.map_or_else(|| value.to_owned(), |number| self.short(number, 6))
    }

    /// A sector of a panel: what people wrote in `panel.csv`, in the language where the program knows it.
    #[must_use]
    pub fn sector(&self, name: &str) -> String {
        let lower = name.to_lowercase();
        let plain = lower.chars().map(|c| match c {
            'á' => 'a',
            'é' => 'e',
            'í' => 'i',
            'ó' => 'o',
            'ú' | 'ü' => 'u',
            'ñ' => 'n',
            ' ' => '-',
            c => c,
        });
        let key = format!("sector-{}", plain.collect::<String>());
        if self.has(&key) { self.t(&key) } else { name.to_owned() }
    }

    /// A list joined as the language does: `a, b y c`.
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        let Some((last, rest)) = items.split_last() else { return String::new() };
        if rest.is_empty() {
            return last.clone();
        }
        let first_sound = last.chars().next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
        let starts_with_i = first_sound == "i" || first_sound == "í" || last.to_lowercase().starts_with("hi");
        let and = match self.lang {
            Lang::Es if starts_with_i => "e",
            Lang::Es => "y",
            Lang::En => "and",
        };
        let comma = if self.lang == Lang::En && rest.len() > 1 { "," } else { "" };
        format!("{}{comma} {and} {last}", rest.join(", "))
    }
}

impl Areas {
    fn of(&self, area: usize) -> &FluentBundle<FluentResource> {
        self.read[area].get_or_init(|| self.bundle(area))
    }

    fn bundle(&self, area: usize) -> FluentBundle<FluentResource> {
        let Self { lang, conventions, school, .. } = self;
        let tag = unic_langid::LanguageIdentifier::from_bytes(lang.code().as_bytes()).unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks would show in SVG and CSV.
        bundle.set_use_isolating(false);
        // What is written for Peru needs no rewriting for it.
        let rewritten = *conventions != Conventions::of(*lang, None) && *lang == Lang::Es;
        let source = sources(*lang)[area];
        // A syntax error leaves its message out; the test of this crate reports it.
        let source = match rewritten {
            true => conventions.write(AREAS[area], source),
            false => source.to_owned(),
        };
        let source = match school.terms.is_empty() {
            true => source,
            false => school::renamed(&source, &school.terms),
        };
        let resource = match FluentResource::try_new(source) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        let mut overriding = Vec::new();
        for (key, text) in school.texts.iter().filter(|(key, _)| bundle.has_message(key)) {
            // A text is a text: what Fluent would read as a placeable stays as it was written.
            let text = text.replace('{', "\u{e000}").replace('}', "{\"}\"}").replace('\u{e000}', "{\"{\"}");
            let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            let line = lines.join(" ");
            if let Ok(resource) = FluentResource::try_new(format!("{key} = {{\"\"}}{line}\n")) {
                overriding.push(resource);
            }
        }
        for resource in overriding {
            bundle.add_resource_overriding(resource);
        }
        add_start(&mut bundle, *lang, *conventions);
        bundle
    }
}

/// The area of a message.
fn area(lang: Lang, key: &str) -> Option<usize> {
    static KEYS: [OnceLock<Vec<(&str, usize)>>; 2] = [OnceLock::new(), OnceLock::new()];
    let keys = KEYS[usize::from(lang == Lang::En)].get_or_init(|| {
        let all = sources(lang).iter().enumerate();
        let mut keys: Vec<_> =
            all.flat_map(|(area, source)| keys(source).map(move |key| (key, area))).collect();
        keys.sort_unstable();
        keys
    });
    keys.binary_search_by_key(&key, |(key, _)| key).ok().map(|at| keys[at].1)
}

/// The keys of the messages of an area: what begins a line, up to the sign.
fn keys(source: &str) -> impl Iterator<Item = &str> {
    let key = |line: &'_ str| -> usize {
        let starts = line.starts_with(|c: char| c.is_ascii_alphabetic());
        if starts { line.find(" =").unwrap_or(0) } else { 0 }
    };
    source.lines().map(move |line| &line[..key(line)]).filter(|key| !key.is_empty())
}

/// `START($n)` in a message: a number at the beginning of a sentence, in words up to twenty.
fn add_start(bundle: &mut FluentBundle<FluentResource>, lang: Lang, conventions: Conventions) {
    let word = move |n: usize| {
        let group = if n <= 10 { "chart-number" } else { "number" };
        let words = Words::spoken(lang, Some(conventions.locale()), &School::default());
        capital(&words.t(&format!("{group}-{n}")))
    };
    let added = bundle.add_function("START", move |args, _| {
        let Some(value) = args.first() else { return FluentValue::Error };
        let n = match value {
            FluentValue::Number(number) => Some(number.value as usize).filter(|n| *n as f64 == number.value),
            FluentValue::String(text) => text.parse().ok(),
            _ => None,
        };
        match n.filter(|n| (2..=20).contains(n)) {
            Some(n) => FluentValue::String(word(n).into()),
            None => value.clone().into_owned(),
        }
    });
    debug_assert!(added.is_ok(), "a function of that name is there already");
}

/// A text with its first letter in capitals, as what begins a sentence or a line.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The keys and arguments of a language's messages, in the order of their files, with syntax errors.
#[cfg(test)]
fn inventory(lang: Lang) -> (Vec<(String, Vec<String>)>, Vec<String>) {
    let mut keys = Vec::new();
    let mut errors = Vec::new();
    for (area, source) in AREAS.iter().zip(sources(lang)) {
        if let Err((_, problems)) = FluentResource::try_new((*source).to_owned()) {
            errors.extend(problems.into_iter().map(|p| format!("{area}: {p:?}")));
        }
        let mut current: Option<(String, Vec<String>)> = None;
        for line in source.lines() {
            if line.starts_with(|c: char| c.is_ascii_alphabetic())
                && let Some((key, _)) = line.split_once(" =")
            {
                keys.extend(current.take());
                current = Some((key.trim().to_owned(), Vec::new()));
            }
            if let Some((_, args)) = &mut current {
                for piece in
                    line.split("{ $").skip(1).chain(line.split("{$").skip(1)).chain(line.split("($").skip(1))
                {
                    args.push(piece.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect());
                }
            }
        }
        keys.extend(current.take());
    }
    for (_, args) in &mut keys {
        args.sort();
        args.dedup();
    }
    keys.sort();
    (keys, errors)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_messages_with_the_same_arguments() {
        let (es, es_errors) = inventory(Lang::Es);
        let (en, en_errors) = inventory(Lang::En);
        assert!(es_errors.is_empty() && en_errors.is_empty(), "{es_errors:?} {en_errors:?}");
        let missing: Vec<_> =
            es.iter().filter(|m| !en.contains(m)).chain(en.iter().filter(|m| !es.contains(m))).collect();
        assert!(missing.is_empty(), "{missing:#?}");
        for pair in es.windows(2) {
            assert_ne!(pair[0].0, pair[1].0, "a message is written twice");
        }
    }

    #[test]
    fn a_number_that_starts_a_sentence_is_a_word_up_to_twenty() {
        let says =
            |lang, n: usize| Words::new(lang).with("igo-text", &[("count", n.into()), ("names", "A".into())]);
        assert_eq!(says(Lang::En, 7), "Seven actions are immediate: A.");
        assert_eq!(says(Lang::Es, 16), "Dieciséis acciones son inmediatas: A.");
        assert_eq!(says(Lang::En, 21), "21 actions are immediate: A.");
        let k = Words::new(Lang::En).with("chart-roadmap-title", &[("k", "12".into()), ("n", "15".into())]);
        assert!(k.starts_with("Twelve of 15"), "{k}");
    }

    #[test]
    fn no_message_refers_to_another() {
        for source in Lang::ALL.into_iter().flat_map(sources) {
            // A brace in quotes is a text.
            let source = source.replace("\"{", "\"");
            let inside = source.split('{').skip(1).map(str::trim_start);
            let refers = |inside: &&str| inside.starts_with(|c: char| c == '-' || c.is_ascii_lowercase());
            assert_eq!(inside.filter(refers).collect::<Vec<_>>(), Vec::<&str>::new());
        }
    }

    #[test]
    fn lists_are_joined_as_each_language_does() {
        let items = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        assert_eq!(Words::new(Lang::Es).list(&items(&["V1", "V2", "identidad"])), "V1, V2 e identidad");
        assert_eq!(Words::new(Lang::En).list(&items(&["V1", "V2", "V3"])), "V1, V2, and V3");
        assert_eq!(Words::new(Lang::En).list(&items(&["V1", "V2"])), "V1 and V2");
    }
}
