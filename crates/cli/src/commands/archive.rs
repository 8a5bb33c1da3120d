//! `atalaya archive`: a study in one file, whole or as much of it as may be published.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use atalaya_analysis::analyse;
use atalaya_formats::{
    archive::{self, Public},
    open,
    print::Layout,
    save,
};
use atalaya_methods::control::Control;
use atalaya_model::{
    Severity,
    publish::{self, Withheld},
};
use atalaya_words::Words;

use super::{check, publication};
use crate::print;

/// Writes the archive; nothing is written where the study has errors or may not be published.
///
/// # Errors
/// A mistake of the program itself; what is wrong with the study or the target is told in words.
pub fn run(words: &Words, path: &Path, public: bool, out: Option<PathBuf>) -> anyhow::Result<ExitCode> {
    let loaded = check::open(path);
    let said: Vec<_> =
        loaded.diagnostics.iter().filter(|d| d.severity() == Severity::Error).cloned().collect();
    let refused = |said: &[atalaya_model::Diagnostic]| {
        let code = print::stop(words, said);
        eprintln!("{}", words.t("cli-nothing-written"));
        Ok(code)
    };
    if !said.is_empty() {
        return refused(&said);
    }
    let out = out.unwrap_or_else(|| beside(path, public.then(|| loaded.value.frame.public_archive())));
    let layout = open::layout(path);
    if !public {
        if let Err(diagnostic) = archive::write(&loaded.value, &out, &layout) {
            return refused(&[diagnostic]);
        }
        print::line(&words.with("cli-wrote", &[("path", print::path(&out).into())]));
        return Ok(ExitCode::SUCCESS);
    }
    let why = publish::refusals(&loaded.value);
    if !why.is_empty() {
        return refused(&why);
    }
    let (study, withheld) = publish::public(&loaded.value);
    let findings = analyse(&study, &Control::default())?;
    let (kept, left) = publication::carried(layout);
    let mut tree = atalaya_formats::print::study(&study, &Layout { carried: kept });
    for (name, text) in publication::files(&study, &findings, &loaded.diagnostics)? {
        tree.insert(name, text);
    }
    let stated = Public { content: findings.hash.clone(), release: findings.release.clone() };
    let packed = archive::pack_public(&tree, &stated).and_then(|bytes| save::file(&out, &bytes));
    if let Err(diagnostic) = packed {
        return refused(&[diagnostic]);
    }
    print::line(&words.with("cli-wrote", &[("path", print::path(&out).into())]));
    print::line(&words.with("cli-archive-content", &[("hash", printed(&findings.hash).into())]));
    tell(words, &withheld, &left, study.frame.min_group());
    if study.frame.licence.trim().is_empty() {
        print::line(&words.t("cli-archive-no-licence"));
    }
    print::line(&words.with("cli-archive-verify", &[("path", print::path(&out).into())]));
    Ok(ExitCode::SUCCESS)
}

/// The hash of what is published: its first digits as reports print it, then all of them.
pub fn printed(hash: &str) -> String {
    format!("{} ({hash})", hash.get(..16).unwrap_or(hash))
}

/// Says what was left out.
fn tell(words: &Words, withheld: &Withheld, files: &[String], min: usize) {
    let say = |key: &str, args: &[atalaya_words::Arg<'_>]| print::line(&words.with(key, args));
    say("cli-archive-arguments", &[("count", withheld.arguments.into())]);
    if withheld.days > 0 {
        say("cli-archive-days", &[("count", withheld.days.into())]);
    }
    let names = ["countries", "groups", "sectors"];
    let merged: Vec<String> = names
        .iter()
        .zip(withheld.merged)
        .filter(|(_, count)| *count > 0)
        .map(|(name, count)| words.with(&format!("cli-archive-merged-{name}"), &[("count", count.into())]))
        .collect();
    if !merged.is_empty() {
        say("cli-archive-merged", &[("min", min.into()), ("what", words.list(&merged).into())]);
    }
    if !withheld.columns.is_empty() {
        let list: Vec<String> =
            withheld.columns.iter().map(|(file, column)| format!("{file}: {column}")).collect();
        say("cli-archive-columns", &[("list", list.join("; ").into())]);
    }
    if !files.is_empty() {
        say("cli-archive-files", &[("list", files.join("; ").into())]);
    }
    if withheld.rare > 0 {
        say("cli-archive-rare", &[("count", withheld.rare.into()), ("min", min.into())]);
    }
}

/// Where an archive goes: beside the study, with its name; what may be published has the one that the report tells.
fn beside(study: &Path, public: Option<String>) -> PathBuf {
    let study: PathBuf = study.components().collect();
    let folder = match study.file_name() {
        Some(name) if name == "study.toml" => study.parent().unwrap_or(Path::new(".")).to_owned(),
        _ => study.clone(),
    };
    let stem = if folder.is_dir() { folder.file_name() } else { folder.file_stem() };
    let stem = stem.map_or_else(|| "study".to_owned(), |stem| stem.to_string_lossy().into_owned());
    let end = if folder.is_dir() { "" } else { "-archive" };
    folder.with_file_name(public.unwrap_or_else(|| format!("{stem}{end}.zip")))
}
