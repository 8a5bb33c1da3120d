//! Stated findings against recomputed ones, number by number.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// What of a part of the findings was reproduced.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// A stage, or another member of the findings.
    pub name: String,
    /// Numbers that the archive states, with those that it leaves out.
    pub numbers: usize,
    /// Numbers reproduced.
    pub same_numbers: usize,
    /// Classes, names and hashes.
    pub words: usize,
    /// Classes, names and hashes reproduced.
    pub same_words: usize,
    /// What was not.
    pub differences: Vec<Difference>,
}

/// A value that is not the recomputed one.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Where it stands: `structure.variables[V03].importance`.
    pub path: String,
    /// What is stated; nothing where it is missing.
    pub stated: Option<Value>,
    /// What the answers give; nothing where they give none.
    pub recomputed: Option<Value>,
}

/// Compares two findings as JSON; one part a top-level member, in the order of their names.
#[must_use]
pub fn compare(stated: &Value, recomputed: &Value) -> Vec<Part> {
    let empty = Map::new();
    let members = |value: &Value| value.as_object().cloned().unwrap_or_else(|| empty.clone());
    let (stated, recomputed) = (members(stated), members(recomputed));
    let mut names: Vec<&String> = stated.keys().chain(recomputed.keys()).collect();
    names.sort();
    names.dedup();
    names
        .into_iter()
        .map(|name| {
            let mut part = Part { name: name.clone(), ..Part::default() };
            walk(name, stated.get(name), recomputed.get(name), &mut part);
            part
        })
        .collect()
}

/// Compares what stands at one place, and below it.
fn walk(path: &str, stated: Option<&Value>, recomputed: Option<&Value>, part: &mut Part) {
    match (stated, recomputed) {
        (Some(Value::Object(a)), Some(Value::Object(b))) => {
            let mut keys: Vec<&String> = a.keys().chain(b.keys()).collect();
            keys.sort();
            keys.dedup();
            for key in keys {
                walk(&format!("{path}.{key}"), a.get(key), b.get(key), part);
            }
        }
        (Some(Value::Array(a)), Some(Value::Array(b))) => {
            let (left, right) = (keyed(a), keyed(b));
            match (left, right) {
                (Some(left), Some(right)) => {
                    let mut keys: Vec<&str> = left.keys().chain(right.keys()).copied().collect();
                    keys.sort_unstable();
                    keys.dedup();
                    for key in keys {
                        let at = format!("{path}[{key}]");
                        walk(&at, left.get(key).copied(), right.get(key).copied(), part);
                    }
                    // The order says something too.
                    let order =
                        |items: &[Value]| items.iter().filter_map(id).map(str::to_owned).collect::<Vec<_>>();
                    if order(a) != order(b) && left_same(a, b) {
                        leaf(&format!("{path}[order]"), Some(&order(a).into()), Some(&order(b).into()), part);
                    }
                }
                _ => {
                    for index in 0..a.len().max(b.len()) {
                        walk(&format!("{path}[{index}]"), a.get(index), b.get(index), part);
                    }
                }
            }
        }
        // One side has a tree where the other has a value or nothing: each of its leaves is a difference.
        (Some(tree @ (Value::Object(_) | Value::Array(_))), other) => {
            for (at, value) in leaves(path, tree) {
                leaf(&at, Some(value), None, part);
            }
            if other.is_some() {
                leaf(path, None, other, part);
            }
        }
        (other, Some(tree @ (Value::Object(_) | Value::Array(_)))) => {
            for (at, value) in leaves(path, tree) {
                leaf(&at, None, Some(value), part);
            }
            if other.is_some() {
                leaf(path, other, None, part);
            }
        }
        (stated, recomputed) => leaf(path, stated, recomputed, part),
    }
}

/// Whether two lists have the same ids.
fn left_same(a: &[Value], b: &[Value]) -> bool {
    keyed(a).map(|k| k.into_keys().collect::<Vec<_>>()) == keyed(b).map(|k| k.into_keys().collect::<Vec<_>>())
}

fn id(value: &Value) -> Option<&str> {
    ["id", "variable", "action", "family", "objective"].iter().find_map(|key| value.get(key)?.as_str())
}

/// The items of a list by their ids, where each has one of its own.
fn keyed(items: &[Value]) -> Option<BTreeMap<&str, &Value>> {
    let keyed: BTreeMap<&str, &Value> = items.iter().filter_map(|item| Some((id(item)?, item))).collect();
    (!items.is_empty() && keyed.len() == items.len()).then_some(keyed)
}

fn leaves<'v>(path: &str, value: &'v Value) -> Vec<(String, &'v Value)> {
    match value {
        Value::Object(map) => {
            map.iter().flat_map(|(key, below)| leaves(&format!("{path}.{key}"), below)).collect()
        }
        Value::Array(items) => {
            let at = |index: usize| format!("{path}[{index}]");
            items.iter().enumerate().flat_map(|(index, below)| leaves(&at(index), below)).collect()
        }
        leaf => vec![(path.to_owned(), leaf)],
    }
}

fn leaf(path: &str, stated: Option<&Value>, recomputed: Option<&Value>, part: &mut Part) {
    let same = stated == recomputed;
    let is_number = |value: Option<&Value>| value.is_some_and(Value::is_number);
    if is_number(stated) || is_number(recomputed) {
        part.numbers += 1;
        part.same_numbers += usize::from(same);
    } else {
        part.words += 1;
        part.same_words += usize::from(same);
    }
    if !same {
        let difference =
            Difference { path: path.to_owned(), stated: stated.cloned(), recomputed: recomputed.cloned() };
        part.differences.push(difference);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_number_is_counted_and_a_changed_one_is_named() {
        let stated = json!({
            "act": {"items": [{"id": "X2", "v": 1.5}, {"id": "X1", "v": 2, "class": "robust"}]},
            "watch": {"n": 3, "list": [1, 2]},
        });
        assert!(compare(&stated, &stated).iter().all(|part| part.differences.is_empty()));
        let mut other = stated.clone();
        other["act"]["items"][0]["v"] = json!(1.6);
        other["watch"]["list"] = json!([1, 2, 4]);
        let parts = compare(&stated, &other);
        assert_eq!((parts[0].numbers, parts[0].same_numbers, parts[0].words), (2, 1, 3));
        assert_eq!(parts[0].differences[0].path, "act.items[X2].v");
        assert_eq!(parts[0].differences[0].stated, Some(json!(1.5)));
        assert_eq!(parts[1].differences[0].path, "watch.list[2]");
        assert_eq!((parts[1].differences[0].stated.clone(), parts[1].numbers), (None, 4));
    }

    #[test]
    fn another_order_and_another_shape_are_differences() {
        let list = json!({"a": [{"id": "A", "v": 1}, {"id": "B", "v": 2}]});
        let turned = json!({"a": [{"id": "B", "v": 2}, {"id": "A", "v": 1}]});
        assert_eq!(compare(&list, &turned)[0].differences[0].path, "a[order]");
        let gone = compare(&list, &json!({"a": null}));
        assert_eq!((gone[0].numbers, gone[0].same_numbers), (2, 0));
        assert_eq!(compare(&json!({}), &list)[0].numbers, 2);
    }
}
