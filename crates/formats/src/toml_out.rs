//! Printed keys and values as TOML that a person would write: texts as `name.es = "…"`, groups as tables.

use std::fmt::Write;

use atalaya_model::{Lang, field::Printed};
use toml_edit::{Key, Value};

/// Width beyond which a list is written one item a line.
const WIDTH: usize = 100;

/// Prints keys and values; `header` is the table they stand in (`[[scenario]]` for `scenario`), empty for the root.
pub fn print(header: &str, keys: &[(String, Printed)], out: &mut String) {
    if !header.is_empty() {
        let _ = writeln!(out, "[[{}]]", Key::new(header));
    }
    let top = |key: &str| key.split('.').next().unwrap_or_default().to_owned();
    // A group is what stands below a key and is no bilingual text.
    let grouped = |key: &str| {
        let name = top(key);
        keys.iter().any(|(other, _)| {
            let below = other.strip_prefix(&name).and_then(|rest| rest.strip_prefix('.'));
            below.is_some_and(|below| Lang::ALL.iter().all(|lang| lang.code() != below))
        })
    };
    let mut groups: Vec<String> = Vec::new();
    for (key, value) in keys {
        let name = top(key);
        if grouped(key) {
            if !groups.contains(&name) {
                groups.push(name);
            }
            continue;
        }
        let written = match key.split_once('.') {
            Some((name, lang)) => format!("{}.{}", Key::new(name), Key::new(lang)),
            None => Key::new(key).to_string(),
        };
        line(&written, value, out);
    }
    for group in groups {
        let path = if header.is_empty() {
            Key::new(&group).to_string()
        } else {
            format!("{}.{}", Key::new(header), Key::new(&group))
        };
        let _ = write!(out, "\n[{path}]\n");
        let below = |key: &str| Some(key.strip_prefix(&group)?.strip_prefix('.')?.to_owned());
        let inside: Vec<(String, &Printed)> =
            keys.iter().filter_map(|(key, value)| Some((below(key)?, value))).collect();
        for (key, value) in &inside {
            // A text below a name is dotted; everything else is one key, whatever dots it has.
            let text = Lang::ALL.iter().find_map(|lang| {
                let name = key.strip_suffix(lang.code())?.strip_suffix('.')?;
                inside.iter().all(|(other, _)| other != name).then_some((name, lang))
            });
            let written = match text {
                Some((name, lang)) => format!("{}.{}", Key::new(name), lang.code()),
                None => Key::new(key).to_string(),
            };
            line(&written, value, out);
        }
    }
}

fn line(key: &str, value: &Printed, out: &mut String) {
    let quoted = |text: &str| Value::from(text).to_string();
    let written = match value {
        Printed::Text(text) => quoted(text),
        Printed::Integer(number) => number.to_string(),
        Printed::Bool(value) => value.to_string(),
        Printed::Number(number) => {
            let text = number.to_string();
            if text.contains('.') { text } else { format!("{text}.0") }
        }
        Printed::List(items) => {
            let items: Vec<String> = items.iter().map(|item| quoted(item)).collect();
            let line = format!("[{}]", items.join(", "));
            if key.len() + line.len() > WIDTH && items.len() > 1 {
                format!("[\n{}]", items.iter().map(|item| format!("  {item},\n")).collect::<String>())
            } else {
                line
            }
        }
    };
    let _ = writeln!(out, "{key} = {written}");
}
