//! `deny.toml` held by ourselves: licences, banned crates and sources of everything that is linked. `cargo deny` reads
//! the same file and is used where it is installed; it takes minutes to build, this takes a second.

use std::{collections::BTreeSet, path::Path, process::Command};

use anyhow::Context;
use serde_json::Value;

use crate::steps::cargo;

/// Checks `deny.toml` against the packages of the lock file; says what breaks it.
pub fn check(root: &Path) -> anyhow::Result<bool> {
    let has_deny = Command::new("cargo-deny").arg("--version").output().is_ok_and(|out| out.status.success());
    if has_deny {
        let mut deny = cargo(&["deny", "--offline", "check", "licenses", "bans", "sources"]);
        return Ok(deny.current_dir(root).status()?.success());
    }
    let policy: toml::Table = std::fs::read_to_string(root.join("deny.toml"))?.parse()?;
    let allowed = list(&policy, "licenses", "allow");
    let banned = list(&policy, "bans", "deny");
    let sources = list(&policy, "sources", "allow-registry");
    let mut ask = cargo(&["metadata", "--format-version", "1", "--locked"]);
    for target in list(&policy, "graph", "targets") {
        ask.args(["--filter-platform", &target]);
    }
    let output = ask.current_dir(root).output()?;
    anyhow::ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata["packages"].as_array().context("packages")?;
    let mut wrong = Vec::new();
    let mut used = BTreeSet::new();
    for package in packages {
        let text = |key: &str| package[key].as_str().unwrap_or_default();
        let name = format!("{} {}", text("name"), text("version"));
        if !is_allowed(text("license"), &allowed, &mut used) {
            wrong.push(format!("{name}: the licence \"{}\" is not allowed", text("license")));
        }
        if banned.contains(text("name")) {
            wrong.push(format!("{name} is banned"));
        }
        // A package of this workspace has no source.
        let source = text("source").trim_start_matches("registry+").trim_start_matches("sparse+");
        if !source.is_empty() && !sources.contains(source) {
            wrong.push(format!("{name} comes from {source}"));
        }
    }
    wrong.extend(
        allowed.difference(&used).map(|licence| format!("deny.toml allows {licence}, which nothing has")),
    );
    for line in &wrong {
        eprintln!("{line}");
    }
    println!("{} packages, licences: {}", packages.len(), used.into_iter().collect::<Vec<_>>().join(", "));
    Ok(wrong.is_empty())
}

/// A list of texts of the policy; an entry may also be a table with a `crate`.
fn list(policy: &toml::Table, section: &str, key: &str) -> BTreeSet<String> {
    let items = policy.get(section).and_then(|s| s.get(key)).and_then(toml::Value::as_array);
    let text = |item: &toml::Value| item.as_str().or_else(|| item.get("crate")?.as_str()).map(str::to_owned);
    items.into_iter().flatten().filter_map(text).collect()
}

/// Whether an SPDX expression can be met with the allowed licences; notes those it was met with.
fn is_allowed(expression: &str, allowed: &BTreeSet<String>, used: &mut BTreeSet<String>) -> bool {
    let spaced =
        expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ").replace(" WITH ", "_WITH_");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let met = either(&mut rest, allowed).filter(|_| rest.is_empty());
    let is_met = met.is_some();
    used.extend(met.into_iter().flatten());
    is_met
}

type Met = BTreeSet<String>;

/// `a OR b`: the first that is met.
fn either(rest: &mut &[&str], allowed: &BTreeSet<String>) -> Option<Met> {
    let mut met = both(rest, allowed);
    while let Some((&"OR", after)) = rest.split_first() {
        *rest = after;
        let other = both(rest, allowed);
        met = met.or(other);
    }
    met
}

/// `a AND b`: both or none.
fn both(rest: &mut &[&str], allowed: &BTreeSet<String>) -> Option<Met> {
    let mut met = one(rest, allowed);
    while let Some((&"AND", after)) = rest.split_first() {
        *rest = after;
        let other = one(rest, allowed);
        met = met.zip(other).map(|(a, b)| a.into_iter().chain(b).collect());
    }
    met
}

fn one(rest: &mut &[&str], allowed: &BTreeSet<String>) -> Option<Met> {
    let (&word, after) = rest.split_first()?;
    *rest = after;
    if word == "(" {
        let met = either(rest, allowed);
        if let Some((&")", after)) = rest.split_first() {
            *rest = after;
        }
        return met;
    }
    let licence = word.replace("_WITH_", " WITH ");
    allowed.contains(&licence).then(|| Met::from([licence]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_met_or_not() {
        let allowed: BTreeSet<String> =
            ["MIT", "Unicode-3.0", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned).into();
        let mut used = BTreeSet::new();
        let mut met = |text: &str| is_allowed(text, &allowed, &mut used);
        assert!(met("MIT") && met("MIT OR Apache-2.0") && met("Apache-2.0/MIT"));
        assert!(met("(GPL-3.0 OR MIT) AND Unicode-3.0") && met("Apache-2.0 WITH LLVM-exception"));
        assert!(!met("GPL-3.0") && !met("MIT AND GPL-3.0") && !met("") && !met("Apache-2.0"));
    }
}
