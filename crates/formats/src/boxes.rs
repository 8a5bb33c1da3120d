//! Morphological boxes: `box.toml`, or JSON with the number of values of each parameter and its exclusions.

use std::{fs, path::Path};

use atalaya_model::{Code, Diagnostic, Place, study::Loaded};
use serde_json::Value as Json;

use crate::{sheet::decode, tree::unreadable};

/// Most values that a box may have, over all its parameters.
pub const MOST_VALUES: usize = 20_000;

/// A parameter of a box.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// The names of its values.
    pub values: Vec<String>,
    /// A weight for each value, where the file gives them.
    pub weights: Option<Vec<f64>>,
}

/// What weights are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weights {
    /// Preferences: the weight of a configuration is their sum.
    #[default]
    Preferences,
    /// Probabilities of independent parameters: it is their product.
    Probabilities,
}

/// A box as written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Morphological {
    /// What the file calls it.
    pub title: String,
    /// Its parameters.
    pub parameters: Vec<Parameter>,
    /// What weights are.
    pub weights: Weights,
    /// Values that cannot all go together: (parameter, value), from 0.
    pub exclusions: Vec<Vec<(usize, usize)>>,
}

impl Morphological {
    /// The parameter and value that a text names: `parameter=value`, by name or by number from 1. Names may hold `=`.
    #[must_use]
    pub fn pair(&self, text: &str) -> Option<(usize, usize)> {
        let by_number = |text: &str, count: usize| {
            text.parse::<usize>().ok().filter(|n| (1..=count).contains(n)).map(|n| n - 1)
        };
        text.match_indices('=').find_map(|(at, _)| {
            let (left, right) = (text[..at].trim(), text[at + 1..].trim());
            let all = &self.parameters;
            let p = all.iter().position(|p| p.name == left).or_else(|| by_number(left, all.len()))?;
            let own = &all[p].values;
            let v = own.iter().position(|v| v == right).or_else(|| by_number(right, own.len()))?;
            Some((p, v))
        })
    }
}

/// Reads a box, JSON or TOML by how it begins; of a JSON file with several the one with the number `entry`, from 1.
#[must_use]
pub fn open(path: &Path, entry: Option<usize>) -> Loaded<Option<Morphological>> {
    let mut out = Vec::new();
    let shown = path.display().to_string();
    let value = match fs::read(path) {
        Ok(bytes) => read(&shown, &bytes, entry, &mut out),
        Err(error) => {
            out.push(unreadable(Place::file(&shown), &error));
            None
        }
    };
    Loaded { value, diagnostics: out, places: atalaya_model::study::Places::default() }
}

fn fault(file: &str, fault: &str) -> Diagnostic {
    Diagnostic::new(Code::BoxSyntax, Place::file(file)).with("fault", fault)
}

/// Reads a box, as [`open`] does.
pub fn read(
    file: &str,
    bytes: &[u8],
    entry: Option<usize>,
    out: &mut Vec<Diagnostic>,
) -> Option<Morphological> {
    let (text, _) = decode(file, bytes, out);
    if text.trim_start().starts_with(['{', '[']) && !text.trim_start().starts_with("[[") {
        return from_json(file, &text, entry, out);
    }
    let table = match text.parse::<toml::Table>() {
        Ok(table) => table,
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let line = text.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
            let place = Place::at(file, u32::try_from(line).unwrap_or(u32::MAX), 1);
            out.push(Diagnostic::new(Code::TomlSyntax, place).with("reason", error.message()));
            return None;
        }
    };
    from_toml(file, &table, out)
}

fn from_toml(file: &str, table: &toml::Table, out: &mut Vec<Diagnostic>) -> Option<Morphological> {
    let text = |value: &toml::Value| match value {
        toml::Value::String(text) => text.trim().to_owned(),
        other => other.to_string(),
    };
    let mut found =
        Morphological { title: table.get("title").map_or_else(String::new, text), ..Default::default() };
    match table.get("weights").and_then(toml::Value::as_str) {
        Some("probabilities") => found.weights = Weights::Probabilities,
        None | Some("preferences") => {}
        Some(other) => {
            out.push(fault(file, "other").with("text", format!("weights = \"{other}\"")));
            return None;
        }
    }
    let keys = |table: &toml::Table, known: &[&str], of: &str| -> Vec<Diagnostic> {
        let unknown = table.keys().filter(|key| !known.contains(&key.as_str()));
        unknown.map(|key| fault(file, "key").with("text", key).with("name", of)).collect()
    };
    let mut wrong = keys(table, &["title", "weights", "parameter", "exclude"], "box.toml");
    let none = Vec::new();
    let list =
        |value: Option<&toml::Value>| value.and_then(toml::Value::as_array).cloned().unwrap_or_default();
    for parameter in table.get("parameter").and_then(toml::Value::as_array).unwrap_or(&none) {
        let name = parameter.get("name").map_or_else(String::new, text);
        if let Some(table) = parameter.as_table() {
            wrong.extend(keys(table, &["name", "values", "weights", "exclude"], &name));
        }
        let values = list(parameter.get("values")).iter().map(text).collect();
        let mut weights = None;
        if let Some(given) = parameter.get("weights") {
            let number =
                |value: &toml::Value| value.as_float().or_else(|| value.as_integer().map(|n| n as f64));
            let mut read = Vec::new();
            for value in list(Some(given)) {
                match number(&value).filter(|n| n.is_finite()) {
                    Some(number) => read.push(number),
                    None => {
                        out.push(fault(file, "number").with("text", text(&value)));
                        return None;
                    }
                }
            }
            weights = Some(read);
        }
        found.parameters.push(Parameter { name, values, weights });
    }
    let sound = check(file, &found, out) && wrong.is_empty();
    out.append(&mut wrong);
    sound.then_some(())?;
    // What stands below the last parameter is read as one of its keys, though its author means the box.
    let inside = table.get("parameter").and_then(toml::Value::as_array).unwrap_or(&none);
    let given = [table.get("exclude")].into_iter().chain(inside.iter().map(|p| p.get("exclude")));
    for exclusion in given.flat_map(list) {
        let mut values = Vec::new();
        for value in list(Some(&exclusion)) {
            let Some(pair) = value.as_str().and_then(|value| found.pair(value)) else {
                out.push(fault(file, "value").with("text", text(&value)));
                return None;
            };
            values.push(pair);
        }
        exclude(file, &mut found, values, out)?;
    }
    Some(found)
}

/// Adds an exclusion of two or more parameters.
fn exclude(
    file: &str,
    found: &mut Morphological,
    values: Vec<(usize, usize)>,
    out: &mut Vec<Diagnostic>,
) -> Option<()> {
    let twice =
        values.iter().enumerate().find(|(index, (p, _))| values[..*index].iter().any(|(q, _)| q == p));
    if let Some((_, (p, _))) = twice.or_else(|| values.first().map(|v| (0, v)).filter(|_| values.len() < 2)) {
        out.push(fault(file, "same").with("name", &found.parameters[*p].name));
        return None;
    }
    if values.is_empty() {
        out.push(fault(file, "value").with("text", "[]"));
        return None;
    }
    found.exclusions.push(values);
    Some(())
}

/// Parameters, values, and a weight for each value; names once each.
fn check(file: &str, found: &Morphological, out: &mut Vec<Diagnostic>) -> bool {
    let before = out.len();
    if found.parameters.is_empty() {
        out.push(fault(file, "no-parameters"));
    }
    let all: usize = found.parameters.iter().map(|p| p.values.len()).sum();
    if all > MOST_VALUES {
        out.push(fault(file, "many").with("found", all).with("expected", MOST_VALUES));
        return false;
    }
    let twice = |names: &[&str]| {
        let mut sorted = names.to_vec();
        sorted.sort_unstable();
        sorted
            .windows(2)
            .find(|pair| pair[0] == pair[1] && !pair[0].is_empty())
            .map(|pair| pair[0].to_owned())
    };
    let names: Vec<&str> = found.parameters.iter().map(|p| p.name.as_str()).collect();
    out.extend(twice(&names).map(|name| fault(file, "twice").with("name", name)));
    for (index, parameter) in found.parameters.iter().enumerate() {
        let name = if parameter.name.is_empty() { (index + 1).to_string() } else { parameter.name.clone() };
        if parameter.values.is_empty() {
            out.push(fault(file, "no-values").with("name", &name));
        }
        let values: Vec<&str> = parameter.values.iter().map(String::as_str).collect();
        out.extend(twice(&values).map(|value| fault(file, "twice").with("name", format!("{name}={value}"))));
        if let Some(weights) = &parameter.weights {
            let negative = |w: &&f64| found.weights == Weights::Probabilities && **w < 0.0;
            if let Some(wrong) = weights.iter().find(negative) {
                out.push(fault(file, "number").with("text", wrong));
            } else if weights.len() != parameter.values.len() {
                out.push(fault(file, "other").with("text", format!("{name}: weights")));
            }
        }
    }
    out.len() == before
}

fn from_json(
    file: &str,
    text: &str,
    entry: Option<usize>,
    out: &mut Vec<Diagnostic>,
) -> Option<Morphological> {
    let root: Json = match serde_json::from_str(text) {
        Ok(root) => root,
        Err(error) => {
            let place = Place::at(file, error.line() as u32, error.column() as u32);
            let reason = error.to_string();
            let reason = reason.split(" at line").next().unwrap_or_default().to_owned();
            out.push(Diagnostic::new(Code::JsonSyntax, place).with("reason", reason));
            return None;
        }
    };
    // A file may hold several: a list of boxes.
    let all = root.as_array().map_or_else(|| std::slice::from_ref(&root), Vec::as_slice);
    let one = match (all, entry) {
        ([one], None) => Some(one),
        (_, entry) => entry.and_then(|number| all.get(number.checked_sub(1)?)),
    };
    let Some(root) = one else {
        out.push(match all.len() {
            0 => fault(file, "json"),
            found => fault(file, "several").with("count", found),
        });
        return None;
    };
    let Some(values) = root.get("values").and_then(Json::as_array) else {
        out.push(fault(file, "json"));
        return None;
    };
    let text = |value: &Json| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut found =
        Morphological { title: root.get("title").map_or_else(String::new, text), ..Default::default() };
    let names = root.get("parameters").and_then(Json::as_array);
    let mut all = 0_usize;
    for (index, own) in values.iter().enumerate() {
        let name = names.and_then(|names| names.get(index)).map_or_else(|| (index + 1).to_string(), text);
        let values = match (own.as_array(), own.as_u64().and_then(|count| usize::try_from(count).ok())) {
            (Some(list), _) => list.iter().map(text).collect::<Vec<_>>(),
            // A number may be any: it is not made into names before it is known to be small.
            (None, Some(count)) if count <= MOST_VALUES => (1..=count).map(|v| v.to_string()).collect(),
            (None, Some(count)) => {
                out.push(fault(file, "many").with("found", count).with("expected", MOST_VALUES));
                return None;
            }
            _ => {
                out.push(fault(file, "json"));
                return None;
            }
        };
        all = all.saturating_add(values.len());
        if all > MOST_VALUES {
            out.push(fault(file, "many").with("found", all).with("expected", MOST_VALUES));
            return None;
        }
        found.parameters.push(Parameter { name, values, weights: None });
    }
    check(file, &found, out).then_some(())?;
    let none = Vec::new();
    for exclusion in root.get("exclusions").and_then(Json::as_array).unwrap_or(&none) {
        let wrong =
            || fault(file, "value").with("text", exclusion.to_string().chars().take(40).collect::<String>());
        let numbers: Option<Vec<usize>> = exclusion
            .as_array()
            .and_then(|e| e.iter().map(|n| n.as_u64().and_then(|n| usize::try_from(n).ok())).collect());
        let numbers = numbers.filter(|numbers| numbers.len().is_multiple_of(2));
        let pairs: Option<Vec<(usize, usize)>> = numbers.map(|n| n.chunks(2).map(|c| (c[0], c[1])).collect());
        let exists = |(p, v): &(usize, usize)| found.parameters.get(*p).is_some_and(|p| *v < p.values.len());
        let Some(pairs) = pairs.filter(|pairs| pairs.iter().all(exists)) else {
            out.push(wrong());
            return None;
        };
        exclude(file, &mut found, pairs, out)?;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = "title = \"Energy\"\nweights = \"probabilities\"\nexclude = [[\"Energy=coal\", \"Policy=net=zero\"], [\"1=2\", \"2=2\"]]\n\n[[parameter]]\nname = \"Energy\"\nvalues = [\"coal\", \"sun\"]\nweights = [0.25, 0.75]\n\n[[parameter]]\nname = \"Policy\"\nvalues = [\"net=zero\", \"none\"]\n";

    fn of(text: &str) -> (Option<Morphological>, Vec<Diagnostic>) {
        let mut out = Vec::new();
        (read("box.toml", text.as_bytes(), None, &mut out), out)
    }

    #[test]
    fn a_box_is_read() {
        let (found, out) = of(SMALL);
        let found = found.unwrap();
        assert!(out.is_empty(), "{out:?}");
        assert_eq!(found.exclusions, [vec![(0, 0), (1, 0)], vec![(0, 1), (1, 1)]]);
        assert_eq!(found.parameters[0].weights, Some(vec![0.25, 0.75]));
        // Where people write it: below the parameters.
        let line = SMALL.lines().find(|line| line.starts_with("exclude")).unwrap();
        let below = format!("{}\n{line}\n", SMALL.replace(line, ""));
        assert_eq!(of(&below).0.unwrap().exclusions, found.exclusions);
        let (found, _) = of(r#"{"values": [2, ["a", "b", "c"]], "exclusions": [[0, 1, 1, 2]]}"#);
        let found = found.unwrap();
        assert_eq!(found.parameters[1].values, ["a", "b", "c"]);
        assert_eq!(found.exclusions, [vec![(0, 1), (1, 2)]]);
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (text, fault) in [
            ("title = \"x\"\n".to_owned(), "no-parameters"),
            (SMALL.replace("values = [\"coal\", \"sun\"]", "values = []"), "no-values"),
            (SMALL.replace("Energy=coal", "Energy=oil"), "value"),
            (SMALL.replace("exclude", "excluye"), "key"),
            (format!("{SMALL}\n[[exclusion]]\nvalues = []\n"), "key"),
            (SMALL.replace("\"2=2\"", "\"1=1\""), "same"),
            (SMALL.replace("0.25", "-0.25"), "number"),
            (SMALL.replace("0.25", "\"much\""), "number"),
            (SMALL.replace("0.25, ", ""), "other"),
            (SMALL.replace("\"Policy\"\n", "\"Energy\"\n"), "twice"),
            ("{}".to_owned(), "json"),
            ("[]".to_owned(), "json"),
            ("[1]".to_owned(), "json"),
            ("[{\"values\": [2]}, {\"values\": [3]}]".to_owned(), "several"),
            ("{\"values\": [2, -1]}".to_owned(), "json"),
            ("{\"values\": [99999999999999999]}".to_owned(), "many"),
            ("{\"values\": [2, 2], \"exclusions\": [[0, 0, 1]]}".to_owned(), "value"),
            ("{\"values\": [2, 2], \"exclusions\": [[0, 0, 7, 0]]}".to_owned(), "value"),
            ("{\"values\": [2, 2], \"exclusions\": [[0, 0, 0, 1]]}".to_owned(), "same"),
        ] {
            let (found, out) = of(&text);
            assert!(found.is_none(), "{text}");
            assert!(out.iter().any(|d| d.args.contains(&("fault", fault.to_owned()))), "{text}: {out:?}");
        }
    }

    #[test]
    fn one_box_of_several_is_taken_by_its_number() {
        let text = r#"[{"values": [2]}, {"values": [3, 3]}]"#;
        let of = |entry| read("boxes.json", text.as_bytes(), entry, &mut Vec::new());
        assert_eq!(of(Some(2)).unwrap().parameters.len(), 2);
        assert!(of(Some(0)).is_none() && of(Some(3)).is_none() && of(None).is_none());
        let single = |entry| read("box.json", br#"{"values": [2]}"#, entry, &mut Vec::new());
        assert!(single(Some(1)).is_some() && single(Some(2)).is_none());
    }

    #[test]
    fn no_cut_of_a_file_panics() {
        let json = r#"{"values": [2, ["a", "b", "c"]], "exclusions": [[0, 1, 1, 2]]}"#;
        for text in [SMALL, json] {
            (0..text.len()).for_each(|end| {
                let (found, out) = of(&text[..end]);
                assert!(found.is_some() || !out.is_empty(), "{end}");
            });
        }
    }
}
