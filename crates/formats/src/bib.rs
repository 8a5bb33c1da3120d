//! `sources.bib`: each entry on its own, so that one that cannot be read leaves the others.

use std::collections::BTreeMap;

use atalaya_model::{
    Code, Diagnostic, Place,
    field::{Cell, Printed, Row},
};
use biblatex::{Bibliography, ChunksExt, Entry, EntryType, Person, Type};

use crate::toml_in::Lines;

/// The fields of a BibTeX entry that each key of a source is read from, the first that exists.
const FIELDS: [(&str, &[&str]); 7] = [
    ("title", &["title"]),
    ("year", &["year", "date"]),
    ("container", &["journaltitle", "journal", "booktitle", "eventtitle", "series"]),
    ("publisher", &["publisher", "institution", "organization", "school"]),
    ("doi", &["doi"]),
    ("url", &["url"]),
    ("note", &["note"]),
];

/// Splits a bibliography into its entries: byte offset and text of each `@type{…}`.
fn split(text: &str) -> Vec<(usize, &str)> {
    let bytes = text.as_bytes();
    let mut entries = Vec::new();
    let mut position = 0;
    while let Some(found) = text.get(position..).and_then(|rest| rest.find('@')) {
        let start = position + found;
        let line_start = text[..start].rfind('\n').map_or(0, |index| index + 1);
        // A percent sign comments out the rest of its line; an address has its `@` inside a line.
        if !text[line_start..start].trim().is_empty() {
            position = start + 1;
            continue;
        }
        let mut depth = 0_usize;
        let mut end = bytes.len();
        for (offset, byte) in bytes[start..].iter().enumerate() {
            let escaped = offset > 0 && bytes[start + offset - 1] == b'\\';
            match byte {
                b'{' if !escaped => depth += 1,
                b'}' if !escaped => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        end = start + offset + 1;
                        break;
                    }
                }
                // An entry that was never closed ends where the next one begins a line.
                b'@' if depth > 0
                    && offset > 0
                    && bytes[start + offset - 1] == b'\n'
                    && opens_entry(&text[start + offset..]) =>
                {
                    end = start + offset;
                    break;
                }
                _ => {}
            }
        }
        entries.push((start, &text[start..end]));
        position = end.max(start + 1);
    }
    entries
}

/// Where the key of each entry stands.
#[must_use]
pub fn keys(text: &str) -> Vec<std::ops::Range<usize>> {
    let key = |(start, entry): (usize, &str)| {
        let open = entry.find('{')? + 1;
        let end = open + entry[open..].find([',', '}'])?;
        let key = &entry[open..end];
        let first = start + open + (key.len() - key.trim_start().len());
        Some(first..first + key.trim().len())
    };
    split(text).into_iter().filter_map(key).collect()
}

fn opens_entry(text: &str) -> bool {
    let name = text[1..].split(['{', '\n']).next().unwrap_or_default();
    text[1 + name.len()..].starts_with('{') && name.trim().bytes().all(|b| b.is_ascii_alphabetic())
}

/// Reads a bibliography as rows of sources.
#[must_use]
pub fn parse(file: &str, text: &str, out: &mut Vec<Diagnostic>) -> Vec<Row> {
    let lines = Lines::new(text);
    let entries = split(text);
    let is = |entry: &str, name: &str| {
        entry.get(1..=name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
    };
    let strings: String =
        entries.iter().filter(|(_, e)| is(e, "string")).map(|(_, e)| format!("{e}\n")).collect();
    let mut rows = Vec::new();
    for (start, entry) in entries {
        if ["string", "preamble", "comment"].iter().any(|name| is(entry, name)) {
            continue;
        }
        match Bibliography::parse(&format!("{strings}{entry}")) {
            Ok(read) => rows.extend(read.iter().map(|entry| row(lines.place(file, start), entry))),
            Err(error) => out.push(
                Diagnostic::new(Code::BibSyntax, lines.place(file, start))
                    .with("reason", error.kind.to_string()),
            ),
        }
    }
    rows
}

fn row(place: Place, entry: &Entry) -> Row {
    let mut rest: BTreeMap<String, String> =
        entry.fields.iter().map(|(key, chunks)| (key.clone(), clean(&chunks.format_verbatim()))).collect();
    let mut cells = BTreeMap::new();
    let mut set = |key: &str, text: String| {
        if !text.is_empty() {
            cells.insert(key.to_owned(), Cell { text, items: None, place: place.clone() });
        }
    };
    set("id", entry.key.clone());
    set("entry", entry.entry_type.to_string());
    let people = ["author", "editor"].iter().find_map(|field| {
        let chunks = entry.fields.get(*field)?;
        Vec::<Person>::from_chunks(chunks).ok().filter(|people| !people.is_empty()).map(|p| (*field, p))
    });
    if let Some((field, people)) = people {
        rest.remove(field);
        set("author", people.iter().map(person).collect::<Vec<_>>().join("; "));
    }
    for (key, fields) in FIELDS {
        if let Some(field) = fields.iter().find(|field| rest.contains_key(**field)) {
            let value = rest.remove(*field).unwrap_or_default();
            // A full date says more than the year that a source needs.
            let value = if *field == "date" { value.chars().take(4).collect() } else { value };
            set(key, value);
        }
    }
    let locator = match rest.remove("locator") {
        Some(locator) => locator,
        None => {
            let mut part =
                |key: &str, other: &str| rest.remove(key).or_else(|| rest.remove(other)).unwrap_or_default();
            compose(&part("volume", ""), &part("number", "issue"), &part("pages", "eid"))
        }
    };
    set("locator", locator);
    for (key, value) in rest {
        set(&key, value);
    }
    Row { cells, place }
}

fn clean(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn person(person: &Person) -> String {
    let family = clean(&format!("{} {}", person.prefix, person.name));
    let suffix = if person.suffix.is_empty() { String::new() } else { format!(" {}", person.suffix) };
    if person.given_name.is_empty() {
        family + &suffix
    } else {
        format!("{family}{suffix}, {}", person.given_name)
    }
}

/// Volume, number and pages as they are printed: `10(20), 1–21`.
fn compose(volume: &str, number: &str, pages: &str) -> String {
    let pages = pages.replace("--", "–");
    let number = if number.is_empty() { String::new() } else { format!("({number})") };
    let issue = format!("{volume}{number}");
    match (issue.is_empty(), pages.is_empty()) {
        (_, true) => issue,
        (true, false) => pages,
        (false, false) => format!("{issue}, {pages}"),
    }
}

/// Volume, number and pages of a printed locator, where they give the same again.
fn decompose(locator: &str) -> Option<[String; 3]> {
    let (issue, pages) = locator.split_once(", ").unwrap_or((locator, ""));
    let (volume, number) = match issue.split_once('(') {
        Some((volume, rest)) => (volume, rest.strip_suffix(')')?),
        None => (issue, ""),
    };
    let plain = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '–' | '-' | '/'));
    let parts = [volume, number, pages].map(str::to_owned);
    let same = compose(&parts[0], &parts[1], &parts[2]) == locator;
    (same && parts.iter().all(|part| plain(part))).then_some(parts)
}

/// Writes sources, given as printed keys and values, as a bibliography.
#[must_use]
pub fn print(sources: &[Vec<(String, Printed)>]) -> String {
    let mut out = String::new();
    for source in sources {
        let get = |key: &str| {
            source.iter().find(|(k, _)| k == key).map(|(_, value)| value.cell()).unwrap_or_default()
        };
        let entry = get("entry");
        let kind = if entry.is_empty() { "misc".to_owned() } else { entry.clone() };
        let kind = EntryType::new(&kind);
        out.push_str(&format!("@{kind}{{{},\n", get("id")));
        let journal = kind == EntryType::Article;
        for (key, value) in source {
            let value = value.cell();
            match key.as_str() {
                "id" | "entry" => {}
                "author" => field(&mut out, "author", &authors(&value)),
                "container" => {
                    let name = if journal { "journal" } else { "booktitle" };
                    field(&mut out, name, &escape(name, &value));
                }
                "locator" => match decompose(&value) {
                    Some(parts) => {
                        for (name, part) in ["volume", "number", "pages"].iter().zip(parts) {
                            field(&mut out, name, &escape(name, &part));
                        }
                    }
                    None => field(&mut out, "locator", &escape("locator", &value)),
                },
                name => field(&mut out, name, &escape(name, &value)),
            }
        }
        out.push_str("}\n\n");
    }
    out.truncate(out.trim_end().len());
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

fn field(out: &mut String, name: &str, value: &str) {
    if value != "{}" && !value.is_empty() {
        out.push_str(&format!("  {name} = {value},\n"));
    }
}

/// The value in braces, with the characters escaped that TeX reads as marks.
fn escape(name: &str, value: &str) -> String {
    format!("{{{}}}", escaped(value, matches!(name, "url" | "doi" | "file")))
}

fn escaped(value: &str, verbatim: bool) -> String {
    let mut out = String::with_capacity(value.len());
    let mut last = ' ';
    for c in value.chars() {
        match c {
            '{' | '}' => out.extend(['\\', c]),
            '\\' if verbatim => out.push_str("\\\\"),
            '#' | '&' | '%' | '$' | '_' if !verbatim => out.extend(['\\', c]),
            '\\' => out.push_str("{\\textbackslash}"),
            '^' if !verbatim => out.push_str("{\\textasciicircum}"),
            '~' if !verbatim => out.push_str("{\\textasciitilde}"),
            // Two hyphens are a dash to TeX.
            '-' if last == '-' => out.push_str("{}-"),
            _ => out.push(c),
        }
        last = c;
    }
    out
}

/// People as BibTeX writes them: `Family, Given and {Body}`.
fn authors(value: &str) -> String {
    let one = |name: &str| match name.split_once(", ") {
        Some((family, given)) => format!("{{{}}}, {}", escaped(family, false), escaped(given, false)),
        None => format!("{{{}}}", escaped(name, false)),
    };
    let people: Vec<String> = value.split(';').map(str::trim).filter(|n| !n.is_empty()).map(one).collect();
    format!("{{{}}}", people.join(" and "))
}
