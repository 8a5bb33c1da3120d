//! `atalaya convert`: between folder, workbook and archive, by extension.

use std::{path::Path, process::ExitCode};

use atalaya_formats::open;
use atalaya_words::Words;

use crate::print;

/// Converts; what was said of the input goes to the error output.
pub fn run(words: &Words, input: &Path, output: &Path) -> ExitCode {
    match open::convert(input, output) {
        Ok(said) => {
            for diagnostic in &said {
                eprintln!("{}", print::diagnostic(words, diagnostic));
            }
            print::line(&words.with("cli-wrote", &[("path", print::path(output).into())]));
            ExitCode::SUCCESS
        }
        Err(said) => {
            let code = print::stop(words, &said);
            eprintln!("{}", words.t("cli-nothing-written"));
            code
        }
    }
}
