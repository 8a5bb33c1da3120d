//! What can be written of a record, from its declaration: the parts of a stage, and the inputs of a form.

use std::collections::BTreeMap;

use atalaya_model::{
    Kind, Lang, Record, Study,
    check::DATES,
    choice::{Choice, Provenance},
    family::FAMILIES,
    records, with_tables,
};
use atalaya_store::STUDY;
use atalaya_words::Words;

/// The stages of a study's path, the lane of consultations after `scan`, as the findings name them.
pub const STAGES: [&str; 8] = ["frame", "scan", "consult", "structure", "explore", "choose", "act", "watch"];

/// What is said by yes or no.
const YES_NO: [&str; 2] = ["true", "false"];

/// The kinds of works that a source is, as BibLaTeX names them.
const ENTRIES: [&str; 9] =
    ["article", "book", "incollection", "inproceedings", "report", "thesis", "online", "dataset", "misc"];

/// One input of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    /// The field, without a language.
    pub name: String,
    /// Whether it is written in both languages.
    pub both: bool,
    /// Whether it is a long text, in Markdown.
    pub long: bool,
    /// The words allowed; empty where anything may be written.
    pub words: Vec<&'static str>,
    /// The kind of the records that it names.
    pub of: Option<Kind>,
    /// Whether it holds several words or records.
    pub many: bool,
}

impl Input {
    /// An input for text.
    fn text(name: &str, both: bool) -> Self {
        Self { name: name.to_owned(), both, ..Self::default() }
    }

    /// The keys under which the store holds it.
    pub fn keys(&self) -> Vec<String> {
        match self.both {
            true => Lang::ALL.iter().map(|lang| format!("{}.{}", self.name, lang.code())).collect(),
            false => vec![self.name.clone()],
        }
    }
}

/// What is declared of a kind: columns, fields with their words, fields that name records, the long text.
#[derive(Default)]
struct Declared {
    columns: Vec<String>,
    words: Vec<(&'static str, Vec<&'static str>)>,
    names: Vec<(&'static str, Kind, bool)>,
    long: &'static str,
}

macro_rules! find {
    ($($table:ident: $type:ident),+) => {
        /// What is declared of a kind.
        fn declared(kind: Kind) -> Declared {
            $(if kind == <records::$type as Record>::KIND {
                let fields = <records::$type as Record>::fields();
                return Declared {
                    columns: <records::$type as Record>::columns(),
                    words: fields.into_iter().map(|(name, _, words)| (name, words)).collect(),
                    names: <records::$type as Record>::names(),
                    long: <records::$type as Record>::LONG,
                };
            })+
            Declared::default()
        }

        /// What a record of a kind, or the frame, has in columns that no field has, by their headings.
        pub fn notes<'s>(study: &'s Study, kind: &str, id: &str) -> Option<&'s BTreeMap<String, String>> {
            let notes = if kind == STUDY { Some(&study.frame.extra) } else { None };
            $(let notes = match <records::$type as Record>::KIND.as_str() == kind {
                true => study.$table.iter().find(|own| own.id().as_str() == id).map(|own| &own.extra),
                false => notes,
            };)+
            notes.filter(|notes| !notes.is_empty())
        }
    };
}
with_tables!(find);

/// The stage whose part a kind of record is.
pub fn stage(kind: Kind) -> &'static str {
    let file = kind.home().file();
    let folder = file.split('/').next().unwrap_or_default();
    match folder {
        "panel.csv" => "consult",
        "sources.bib" => "scan",
        "decisions.toml" => "choose",
        folder => STAGES.into_iter().find(|stage| *stage == folder).unwrap_or("frame"),
    }
}

/// The file of the study folder that holds records of a kind.
pub fn file_of(kind: Kind) -> &'static str {
    kind.home().file()
}

/// The sheet of a workbook that holds what a table of the study folder does, or the records of a kind by its word; `None`
/// of a file that is no such table.
pub fn sheet_of(part: &str) -> Option<&'static str> {
    if let Some(kind) = Kind::parse(part) {
        return Some(kind.home().sheet());
    }
    match part {
        "answers.csv" => Some("answers"),
        "scan/values.csv" => Some("values"),
        _ => kind_of(part)
            .map(Kind::home)
            .filter(|own| own.file() == part && part.ends_with(".csv"))
            .map(|own| own.sheet()),
    }
}

/// The kind whose records a file of the study folder holds.
pub fn kind_of(file: &str) -> Option<Kind> {
    let name = file.rsplit('/').next().unwrap_or_default();
    Kind::ALL.iter().copied().find(|kind| kind.home().file().rsplit('/').next() == Some(name))
}

/// The kinds of records that a stage has, in the order of a study's path.
pub fn kinds(stage: &str) -> Vec<Kind> {
    let mut out: Vec<Kind> = Vec::new();
    macro_rules! all {
        ($($table:ident: $type:ident),+) => { $(out.push(<records::$type as Record>::KIND);)+ };
    }
    with_tables!(all);
    out.retain(|kind| self::stage(*kind) == stage);
    out
}

/// The inputs of a form for records of a kind, without the id.
pub fn inputs(kind: Kind) -> Vec<Input> {
    let Declared { columns, words, names, long } = declared(kind);
    let mut out: Vec<Input> = Vec::new();
    for key in columns.iter().filter(|key| *key != "id") {
        let side = Lang::ALL.iter().find_map(|lang| key.strip_suffix(&format!(".{}", lang.code())));
        let name = side.unwrap_or(key);
        if out.last().is_some_and(|input| input.name == name) {
            continue;
        }
        let words = words.iter().find(|(field, _)| *field == name).map(|(_, words)| words.clone());
        let mut input = Input { words: words.unwrap_or_default(), ..Input::text(name, side.is_some()) };
        match (kind, name) {
            // Families are a list of their own in the model.
            (_, "families") => {
                input.words = FAMILIES.iter().map(|family| family.name).collect();
                input.many = true;
            }
            (Kind::Source, "entry") => input.words = ENTRIES.into(),
            (Kind::Limit, "included") | (Kind::Axis, "wish") => input.words = YES_NO.into(),
            // What is decided among depends on what the decision is about.
            (Kind::Decision, "chosen" | "proposed") => input.many = true,
            _ => {}
        }
        out.push(input);
    }
    if !long.is_empty() {
        out.push(Input { long: true, ..Input::text(long, true) });
    }
    out.push(Input::text("sources", false));
    for input in &mut out {
        if let Some((_, kind, many)) = names.iter().find(|(field, ..)| *field == input.name) {
            (input.of, input.many) = (Some(*kind), *many);
        }
    }
    out
}

/// The inputs of the frame.
pub fn frame() -> Vec<Input> {
    let text = |name: &str, long| Input { long, ..Input::text(name, true) };
    let plain = |name: &str| Input::text(name, false);
    let mut out: Vec<Input> =
        ["title", "question", "subject", "unit", "territory", "viewpoint"].map(|n| text(n, false)).into();
    out.extend(["base_year", "cutoff", "horizon", "periods", "as_of", "languages", "authors"].map(plain));
    out.extend(["sponsor", "team"].map(|n| text(n, false)));
    out.extend(["licence", "economy", "comparators", "seed"].map(plain));
    out.extend(["notice", "notice_short"].map(|n| text(n, false)));
    let words = Provenance::ALL.iter().map(|provenance| provenance.as_str()).collect();
    out.push(Input { words, ..plain("provenance") });
    out.extend(["presentation", "conclusions"].map(|n| text(n, true)));
    for (name, words) in records::Rules::fields() {
        // The one rule that is said by yes or no.
        let words = if name == "smic_simple" { YES_NO.into() } else { words };
        out.push(Input { words, ..plain(&format!("{RULE}{name}")) });
    }
    out
}

/// What the fields of the rules begin with.
pub const RULE: &str = "rules.";

/// What a field means: its own sentence in this part, else the one that parts share, else its name. Where those name
/// files, message `here-field-…` says it of pages. Without the full stop, and without the marks of what is typed: it stands beside an input.
pub fn meaning(words: &Words, kind: &str, field: &str) -> String {
    if let Some(rule) = field.strip_prefix(RULE) {
        return words.t(&format!("rule-name-{rule}"));
    }
    let kind = if kind == STUDY { "study" } else { kind };
    let keys = [format!("field-{kind}-{field}"), format!("field-{field}")];
    let keys = keys.iter().flat_map(|key| [format!("here-{key}"), key.clone()]).collect::<Vec<_>>();
    let told = keys.iter().find(|key| words.has(key)).map(|key| words.t(key));
    told.map_or_else(|| field.to_owned(), |told| told.trim_end_matches('.').replace('`', ""))
}

/// A field as it is shown where it is written: dates with the day first, as the form reads them and says to write them.
pub fn written(key: &str, text: &str) -> String {
    let parts: Vec<&str> = text.split('-').collect();
    match parts[..] {
        [year, month, day] if DATES.contains(&key) => format!("{day}/{month}/{year}"),
        [year, month] if DATES.contains(&key) && year.len() == 4 => format!("{month}/{year}"),
        _ => text.to_owned(),
    }
}

/// A field as it is read: closed words as they are said, dates in words.
pub fn told(words: &Words, input: &Input, text: &str) -> String {
    if DATES.contains(&input.name.as_str()) { words.date(text) } else { word(words, input, text) }
}

/// The inputs of records of a kind, by its word, or of the frame.
pub fn inputs_of(kind: &str) -> Option<Vec<Input>> {
    if kind == STUDY { Some(frame()) } else { Kind::parse(kind).map(inputs) }
}

/// Fields that hold the code of a country or region.
pub const ECONOMIC: [&str; 2] = ["country", "economy"];

/// Countries and regions that the program knows by name; any other may be written too.
pub const ECONOMIES: [&str; 25] = [
    "PER", "MEX", "COL", "CHL", "BRA", "ARG", "ECU", "BOL", "URY", "PRY", "VEN", "CRI", "PAN", "GTM", "SLV",
    "HND", "NIC", "DOM", "CUB", "ESP", "USA", "KOR", "LCN", "WLD", "OED",
];

/// The lists of closed words, as their sentences are named.
const GROUPS: [&str; 26] = [
    "yes-no",
    "entry",
    "family",
    "dimension",
    "hit",
    "scope",
    "certainty",
    "location",
    "fate",
    "factor",
    "mode",
    "axiskind",
    "scenariokind",
    "criterionaxis",
    "aim",
    "milestone",
    "series",
    "about",
    "role",
    "gate",
    "rule",
    "consensusrule",
    "cut",
    "provenance",
    "strength",
    "stage",
];

/// A closed word as people say it: of the list that holds every word which the input allows.
pub fn word(words: &Words, input: &Input, text: &str) -> String {
    if !input.words.contains(&text) {
        return text.to_owned();
    }
    if let Some(rule) = input.name.strip_prefix(RULE) {
        return atalaya_words::capital(&words.rule_value(rule, text));
    }
    let whole = |group: &&&str| input.words.iter().all(|word| words.has(&format!("{group}-{word}")));
    let group = GROUPS.iter().find(whole);
    group.map_or_else(|| text.to_owned(), |group| words.choice(group, text))
}

/// What records of a kind are called, beginning a line.
pub fn called(words: &Words, kind: Kind) -> String {
    atalaya_words::capital(&words.t(&format!("kinds-{}", kind.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_that_is_offered_has_a_name() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for code in ECONOMIES {
                assert!(words.has(&format!("economy-{code}")), "{code} {lang:?}");
            }
        }
    }

    #[test]
    fn every_kind_is_a_part_of_one_stage_and_has_inputs() {
        let all: usize = STAGES.iter().map(|stage| kinds(stage).len()).sum();
        assert_eq!(all, Kind::ALL.len());
        for kind in Kind::ALL {
            let inputs = inputs(*kind);
            let mut names: Vec<&str> = inputs.iter().map(|input| input.name.as_str()).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), inputs.len(), "{}", kind.as_str());
            assert!(inputs.len() > 1, "{}", kind.as_str());
        }
    }

    #[test]
    fn every_rule_has_a_name_a_meaning_and_words_for_its_choices_in_both_languages() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for input in frame().iter().filter(|input| input.name.starts_with(RULE)) {
                assert!(!meaning(&words, STUDY, &input.name).contains('⟨'), "{}", input.name);
                assert!(words.has(&format!("field-{}", input.name.replace('.', "-"))), "{}", input.name);
                let raw: Vec<_> =
                    input.words.iter().filter(|own| word(&words, input, own) == **own).collect();
                assert!(raw.is_empty(), "{}: {raw:?}", input.name);
            }
        }
    }

    #[test]
    fn every_closed_word_is_told_in_both_languages() {
        let words = Words::new(Lang::Es);
        let all = Kind::ALL.iter().flat_map(|kind| inputs(*kind).into_iter().map(move |input| (kind, input)));
        let closed = all.filter(|(_, input)| !input.words.is_empty());
        let raw: Vec<String> = closed
            .filter(|(_, input)| {
                let whole = |group: &&str| input.words.iter().all(|w| words.has(&format!("{group}-{w}")));
                !GROUPS.iter().any(whole)
            })
            .map(|(kind, input)| format!("{} {}: {:?}", kind.as_str(), input.name, input.words))
            .collect();
        assert!(raw.is_empty(), "{raw:#?}");
    }

    #[test]
    fn every_input_is_told_in_both_languages() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for kind in Kind::ALL {
                for input in inputs(*kind) {
                    let told = meaning(&words, kind.as_str(), &input.name);
                    assert_ne!(told, input.name, "{} {}", kind.as_str(), input.name);
                    // Whoever works in the browser has no files.
                    let file = [".csv", ".toml", ".bib", "texts/"].iter().any(|file| told.contains(file));
                    assert!(!file, "{} {}: {told}", kind.as_str(), input.name);
                    // Records are chosen by name, never spelt.
                    let spelt = input.of.is_some() && told.split(' ').any(|word| word.starts_with("ids"));
                    assert!(!spelt, "{} {}: {told}", kind.as_str(), input.name);
                }
            }
            for input in frame() {
                assert_ne!(meaning(&words, STUDY, &input.name), input.name);
            }
        }
    }
}
