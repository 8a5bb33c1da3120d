//! The program `atalaya`.

mod args;
mod commands;
mod language;
mod print;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let args = args::Args::parse();
    match commands::run(args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("atalaya: {error:#}");
            ExitCode::from(1)
        }
    }
}
