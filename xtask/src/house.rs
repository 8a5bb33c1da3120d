//! The arrows of the house: which crate may know which. ARCHITECTURE.md draws them.

use std::{collections::BTreeSet, path::Path};

use anyhow::Context;

/// Each crate with those it may depend on.
const HOUSE: [(&str, &[&str]); 10] = [
    ("model", &[]),
    ("methods", &[]),
    ("formats", &["model"]),
    ("words", &["model"]),
    ("store", &["model"]),
    ("analysis", &["methods", "model"]),
    ("charts", &["analysis", "model", "words"]),
    ("report", &["analysis", "charts", "model", "words"]),
    ("web", &["analysis", "formats", "methods", "model", "report", "store", "words"]),
    ("cli", &["analysis", "charts", "formats", "methods", "model", "report", "store", "web", "words"]),
];

/// Compares the manifests with the arrows; says what breaks them.
pub fn check(root: &Path) -> anyhow::Result<bool> {
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(root.join("crates"))? {
        let folder = entry?.path();
        let name = folder.file_name().context("a name")?.to_string_lossy().into_owned();
        let manifest: toml::Table = std::fs::read_to_string(folder.join("Cargo.toml"))?.parse()?;
        let Some((_, allowed)) = HOUSE.iter().find(|(known, _)| *known == name) else {
            wrong.push(format!("crates/{name} has no place in the house"));
            continue;
        };
        let dependencies = manifest.get("dependencies").and_then(toml::Value::as_table);
        let ours: BTreeSet<&str> =
            dependencies.into_iter().flatten().filter_map(|(key, _)| key.strip_prefix("atalaya-")).collect();
        let more = ours.iter().filter(|other| !allowed.contains(other));
        wrong.extend(more.map(|other| format!("crates/{name} must not know crates/{other}")));
    }
    wrong.iter().for_each(|line| eprintln!("{line}"));
    Ok(wrong.is_empty())
}
