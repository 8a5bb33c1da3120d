//! One function a command.

mod check;
mod run;

use std::process::ExitCode;

use atalaya_words::Words;

use crate::args::{Args, Command};

/// Runs the command told.
///
/// # Errors
/// What stopped it, with its context.
pub fn run(args: Args) -> anyhow::Result<ExitCode> {
    let words = Words::new(crate::language::of(args.lang.as_deref()));
    match args.command {
        Command::Check { study, strict } => Ok(check::run(&words, &study, strict)),
        Command::Run { study, out, format, strict } => run::run(&words, &study, out, &format, strict),
    }
}
