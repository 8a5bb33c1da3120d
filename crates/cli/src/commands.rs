//! One function a command.

mod archive;
pub mod boxes;
mod check;
pub mod cib;
mod compare;
mod convert;
mod database;
mod explain;
pub mod new;
mod profiles;
mod publication;
mod rename;
mod run;
mod serve;
mod shell;
mod verify;

use std::process::ExitCode;

use atalaya_model::Diagnostic;
use atalaya_words::Words;

use crate::args::{Args, Command};

/// Runs the command told.
///
/// # Errors
/// What stopped it, with its context.
pub fn run(args: Args, words: &Words) -> anyhow::Result<ExitCode> {
    Ok(match args.command {
        Command::New { dir, template } => new::run(words, &dir, &template),
        Command::Check { study, strict } => check::run(words, &study, strict),
        Command::Run { study, out, format, profile, strict } => {
            run::run(words, &study, out, &format, &profile, strict)?
        }
        Command::Profiles { name } => profiles::run(words, name.as_deref()),
        Command::Explain { code } => explain::run(words, code.as_deref()),
        Command::Convert { input, output } => convert::run(words, &input, &output),
        Command::Archive { study, public, out } => archive::run(words, &study, public, out)?,
        Command::Verify { archive, report, profile } => {
            verify::run(words, &archive, report.as_deref(), profile.as_deref())?
        }
        Command::Compare { inputs, rule, rounds, method, json, schema, svg } => {
            let asked = compare::Asked { inputs, rules: rule, rounds, method, json, schema, svg };
            compare::run(words, &asked)?
        }
        Command::Rename { study, from, to, kind } => {
            let kind = kind.as_deref().and_then(atalaya_model::Kind::parse);
            rename::run(words, &study, kind, &from, &to)
        }
        Command::Serve { demo, db, listen, public_url, trusted_proxy, insecure } => {
            let lang = args.lang;
            let asked = serve::Asked { demo, db, listen, public_url, trusted: trusted_proxy, insecure, lang };
            serve::run(words, asked)?
        }
        Command::Backup { out, db } => database::backup(words, &out, &db)?,
        Command::Restore { from, db } => database::restore(words, &from, &db)?,
        Command::Link { email, db, public_url } => database::link(words, email.as_deref(), &db, &public_url)?,
        Command::Cib(asked) => cib::run(words, &asked)?,
        Command::Box(asked) => boxes::run(words, &asked)?,
        Command::Completions { shell } => shell::completions(words, shell),
        Command::Man => shell::man(words),
    })
}

/// Whether what was said of an input stops the work.
#[must_use]
pub fn stops(diagnostics: &[Diagnostic]) -> bool {
    check::stops(diagnostics, false)
}
