//! `atalaya rename`: another id for a record, in every part of a study or in none.

use std::{path::Path, process::ExitCode};

use atalaya_formats::rename;
use atalaya_model::Kind;
use atalaya_words::Words;

use crate::print;

/// Renames and says which files changed.
pub fn run(words: &Words, study: &Path, kind: Option<Kind>, from: &str, to: &str) -> ExitCode {
    match rename::rename(study, kind, from, to) {
        Ok(renamed) => {
            let args = [
                ("from", from.into()),
                ("to", to.into()),
                ("records", words.choice("kinds", renamed.kind.as_str()).into()),
                ("count", renamed.files.len().into()),
            ];
            print::line(&words.with("cli-rename-done", &args));
            renamed.files.iter().for_each(|file| print::line(&format!("  {file}")));
            ExitCode::SUCCESS
        }
        Err(said) => {
            let code = print::stop(words, &said);
            eprintln!("{}", words.t("cli-nothing-written"));
            code
        }
    }
}
