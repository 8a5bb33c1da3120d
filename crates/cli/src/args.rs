//! What the program is told. The documentation here is for readers of the code; what people see comes from the words
//! (see [`crate::help`]).

use std::path::PathBuf;

use atalaya_model::Kind;
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// A workbench for strategic foresight: from a question about the future to a strategy.
#[derive(Debug, Parser)]
#[command(name = "atalaya", version, max_term_width = 100)]
pub struct Args {
    /// Language of everything printed.
    #[arg(long, global = true, value_name = "LANG", value_parser = ["es", "en"])]
    pub lang: Option<String>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The database of whoever names none.
const DATABASE: &str = "atalaya.db";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// A study folder to start from.
    New {
        /// The folder to make.
        dir: PathBuf,
        /// What to start from.
        #[arg(long, value_name = "NAME", default_value = crate::commands::new::DEFAULT,
              value_parser = crate::commands::new::names())]
        template: String,
    },
    /// Every problem of a study.
    Check {
        /// The study.
        study: PathBuf,
        /// Treat warnings as errors.
        #[arg(long)]
        strict: bool,
    },
    /// The whole path of a study.
    Run {
        /// The study.
        study: PathBuf,
        /// Where to write.
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
        /// What to write.
        #[arg(long, value_name = "FORMATS", value_delimiter = ',',
              default_values_t = [Format::Html, Format::Pdf, Format::Docx, Format::Xlsx, Format::Json])]
        format: Vec<Format>,
        /// Which chapters, under which names: a profile by its name, or a file of one.
        #[arg(long, value_name = "PROFILE", default_value = atalaya_report::profile::DEFAULT)]
        profile: String,
        /// Treat warnings as errors.
        #[arg(long)]
        strict: bool,
    },
    /// The profiles of reports; the text of one, to copy and change.
    Profiles {
        /// The profile; a list of all without one.
        name: Option<String>,
    },
    /// What a diagnostic code means.
    Explain {
        /// The code; a list of all without one.
        code: Option<String>,
    },
    /// Between folder, workbook and archive.
    Convert {
        /// What there is.
        input: PathBuf,
        /// What to write.
        output: PathBuf,
    },
    /// One file of a study, whole or public.
    Archive {
        /// The study.
        study: PathBuf,
        /// Only what may be published.
        #[arg(long)]
        public: bool,
        /// Where to write.
        #[arg(long, value_name = "OUTPUT")]
        out: Option<PathBuf>,
    },
    /// Whether an archive, and a report, say what the answers give.
    Verify {
        /// The archive.
        archive: PathBuf,
        /// The report.
        report: Option<PathBuf>,
        /// The profile by which the report was made; without it, the shipped one that fits best.
        #[arg(long, value_name = "PROFILE")]
        profile: Option<String>,
    },
    /// What changes between two studies, rounds or rules.
    Compare {
        /// The studies, or the files of a method.
        #[arg(required_unless_present = "schema", num_args = 1..=2)]
        inputs: Vec<PathBuf>,
        /// Rules with another value.
        #[arg(long, value_name = "RULE", value_delimiter = ',')]
        rule: Vec<String>,
        /// Two rounds.
        #[arg(long, value_name = "ROUNDS", num_args = 2)]
        rounds: Vec<String>,
        /// The method whose files are compared.
        #[arg(long, value_name = "METHOD", value_parser = crate::methods::on_files())]
        method: Option<String>,
        /// Print one JSON document.
        #[arg(long)]
        json: bool,
        /// Print the JSON Schema of that document.
        #[arg(long)]
        schema: bool,
        /// Write the pictures to a folder.
        #[arg(long, value_name = "DIR")]
        svg: Option<PathBuf>,
    },
    /// Another id for a record, everywhere.
    Rename {
        /// The study.
        study: PathBuf,
        /// The id that it has.
        from: String,
        /// The id that it gets.
        to: String,
        /// Its kind, where records of several kinds have the id.
        #[arg(long, value_name = "KIND", value_parser = kinds())]
        kind: Option<String>,
    },
    /// Every consistent scenario of a cross-impact matrix.
    Cib(Box<crate::commands::cib::Asked>),
    /// The configurations of a morphological box.
    Box(Box<crate::commands::boxes::Asked>),
    /// The workbench in the browser.
    Serve {
        /// With the example study.
        #[arg(long)]
        demo: bool,
        /// The database.
        #[arg(long, value_name = "FILE", env = "ATALAYA_DB", default_value = DATABASE, hide_env_values = true)]
        db: String,
        /// Where to listen.
        #[arg(long, value_name = "ADDR", env = "ATALAYA_LISTEN", default_value = "127.0.0.1:8720")]
        listen: std::net::SocketAddr,
        /// The address under which others reach it.
        #[arg(long, value_name = "URL", env = "ATALAYA_PUBLIC_URL")]
        public_url: Option<String>,
        /// Proxies whose word is taken.
        #[arg(long, value_name = "ADDR", env = "ATALAYA_TRUSTED_PROXY", value_delimiter = ',')]
        trusted_proxy: Vec<std::net::IpAddr>,
        /// Without encryption.
        #[arg(long, env = "ATALAYA_INSECURE")]
        insecure: bool,
    },
    /// The whole database in one file.
    Backup {
        /// The file to make.
        #[arg(value_name = "FILE")]
        out: PathBuf,
        /// The database.
        #[arg(long, value_name = "FILE", env = "ATALAYA_DB", default_value = DATABASE, hide_env_values = true)]
        db: String,
    },
    /// An empty database filled again.
    Restore {
        /// What `backup` wrote.
        #[arg(value_name = "FILE")]
        from: PathBuf,
        /// The database.
        #[arg(long, value_name = "FILE", env = "ATALAYA_DB", default_value = DATABASE, hide_env_values = true)]
        db: String,
    },
    /// A link that signs a person in.
    Link {
        /// Their address.
        #[arg(value_name = "EMAIL")]
        email: Option<String>,
        /// The database.
        #[arg(long, value_name = "FILE", env = "ATALAYA_DB", default_value = DATABASE, hide_env_values = true)]
        db: String,
        /// What the link begins with.
        #[arg(long, value_name = "URL", env = "ATALAYA_PUBLIC_URL", default_value = "http://127.0.0.1:8720")]
        public_url: String,
    },
    /// Shell completions.
    #[command(display_order = 100)]
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// The manual page.
    #[command(display_order = 101)]
    Man,
}

/// The words of the kinds of records.
fn kinds() -> Vec<&'static str> {
    Kind::ALL.iter().map(|kind| kind.as_str()).collect()
}

/// What `run` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// `report.html`.
    Html,
    /// `report.pdf`.
    Pdf,
    /// `report.docx`.
    Docx,
    /// `tables.xlsx`.
    Xlsx,
    /// `findings.json`.
    Json,
    /// `slides/*.svg` and `.png`.
    Slides,
}

impl std::fmt::Display for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Slides => "slides",
        })
    }
}
