//! The program `atalaya`.

mod args;
mod commands;
mod help;
mod language;
mod methods;
mod print;

use std::{ffi::OsString, process::ExitCode};

use atalaya_words::{School, Words};
use clap::{FromArgMatches, error::ErrorKind};
use methods::MethodArgs;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let words = Words::spoken(language::of(&arguments), language::locale(), &School::default());
    let parsed = help::parser(&words, &arguments).try_get_matches_from(&arguments).and_then(|matches| {
        Ok(match matches.subcommand().and_then(|(name, own)| Some((methods::find(name)?, own))) {
            Some((method, own)) => Task::Method(method, Box::new(method.arguments(own))),
            None => Task::Command(Box::new(args::Args::from_arg_matches(&matches)?)),
        })
    });
    let done = match parsed {
        Ok(Task::Command(args)) => commands::run(*args, &words),
        Ok(Task::Method(method, args)) => methods::run(&words, method, &args),
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
    done.unwrap_or_else(|error| {
        eprintln!("atalaya: {error:#}");
        ExitCode::from(1)
    })
}

/// What to do.
enum Task {
    /// One of the commands.
    Command(Box<args::Args>),
    /// A method on files of its own.
    Method(&'static methods::Method, Box<MethodArgs>),
}
