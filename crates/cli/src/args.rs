//! What the program is told.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// A workbench for strategic foresight: from a question about the future to a strategy.
#[derive(Debug, Parser)]
#[command(name = "atalaya", version, max_term_width = 100)]
pub struct Args {
    /// Language of everything printed: es or en (that of the environment by default, else Spanish)
    #[arg(long, global = true, value_name = "LANG", value_parser = ["es", "en"])]
    pub lang: Option<String>,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Report every problem of a study as file:line:column, with a code and a remedy
    Check {
        /// The study: a folder, a workbook (.xlsx) or an archive (.zip)
        study: PathBuf,
        /// Treat warnings as errors
        #[arg(long)]
        strict: bool,
    },
    /// Analyse a study from question to strategy and write report, figures, tables and findings
    Run {
        /// The study: a folder, a workbook (.xlsx) or an archive (.zip)
        study: PathBuf,
        /// Where to write; `out` inside the study's folder by default
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
        /// What to write
        #[arg(long, value_delimiter = ',', default_values_t = [Format::Html, Format::Pdf, Format::Json])]
        format: Vec<Format>,
        /// Treat warnings as errors
        #[arg(long)]
        strict: bool,
    },
}

/// What `run` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// report.html
    Html,
    /// report.pdf
    Pdf,
    /// findings.json
    Json,
}

impl std::fmt::Display for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Json => "json",
        })
    }
}
