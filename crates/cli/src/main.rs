//! The program `atalaya`.

mod args;
mod commands;
mod help;
mod language;
mod print;

use std::{ffi::OsString, process::ExitCode};

use atalaya_words::Words;
use clap::{FromArgMatches, error::ErrorKind};

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let words = Words::new(language::of(&arguments));
    let parsed = help::command(&words)
        .try_get_matches_from(&arguments)
        .and_then(|matches| args::Args::from_arg_matches(&matches));
    let args = match parsed {
        Ok(args) => args,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            // A closed pipe is no reason to complain.
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprint!("{}", help::usage_error(&error, &words));
            return ExitCode::from(2);
        }
    };
    match commands::run(args, &words) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("atalaya: {error:#}");
            ExitCode::from(1)
        }
    }
}
