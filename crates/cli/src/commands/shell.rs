//! `atalaya completions` and `atalaya man`: made from the parser, so that they are never out of date.

use std::{fmt::Write as _, io::Write, process::ExitCode};

use atalaya_words::Words;
use clap::{Arg, Command};
use clap_complete::Shell;

use crate::help;

/// Prints the completions of a shell.
pub fn completions(words: &Words, shell: Shell) -> ExitCode {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut help::command(words), "atalaya", &mut out);
    show(&out)
}

/// Prints the manual page, with one section a command.
pub fn man(words: &Words) -> ExitCode {
    let mut command = help::command(words);
    command.build();
    let mut page = format!(".TH ATALAYA 1 \"\" \"atalaya {}\"\n", env!("CARGO_PKG_VERSION"));
    let mut section = |name: &str, body: &str| {
        let _ = write!(page, ".SH \"{}\"\n{body}", roff(&name.to_uppercase()));
    };
    section(&words.t("cli-man-name"), &format!("atalaya \\- {}\n", roff(&about(&command))));
    section(&words.t("cli-man-synopsis"), &format!("{}\n", usage(&command)));
    let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    section(
        &words.t("cli-man-description"),
        &format!("{}\n", after.lines().map(roff).collect::<Vec<_>>().join("\n.PP\n")),
    );
    section(&words.t("cli-options"), &arguments(&command, |_| true));
    for below in command.get_subcommands() {
        let body = format!(
            "{}\n.PP\n{}\n{}",
            roff(&about(below)),
            usage(below),
            arguments(below, |arg| !matches!(arg.get_id().as_str(), "help" | "lang"))
        );
        section(&format!("atalaya {}", below.get_name()), &body);
    }
    section(
        &words.t("cli-man-exit"),
        &words
            .t("cli-man-exit-text")
            .lines()
            .map(|line| format!("{}\n.br\n", roff(line)))
            .collect::<String>(),
    );
    show(page.as_bytes())
}

fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    format!(".B {}", roff(usage.split_once(": ").map_or(usage.as_str(), |(_, rest)| rest)))
}

fn arguments(command: &Command, shown: impl Fn(&Arg) -> bool) -> String {
    let mut out = String::new();
    for arg in command.get_arguments().filter(|arg| shown(arg)) {
        let value = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
        let value = value.filter(|_| arg.get_action().takes_values());
        let flags: Vec<String> =
            [arg.get_short().map(|s| format!("-{s}")), arg.get_long().map(|l| format!("--{l}"))]
                .into_iter()
                .flatten()
                .collect();
        let name = match (flags.is_empty(), value) {
            (true, value) => value.unwrap_or_default(),
            (false, Some(value)) => format!("{} {value}", flags.join(", ")),
            (false, None) => flags.join(", "),
        };
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        let _ = write!(out, ".TP\n\\fB{}\\fR\n{}\n", roff(&name), roff(&help));
    }
    out
}

/// A line as the manual's language wants it.
fn roff(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    if text.starts_with(['.', '\'']) { format!("\\&{text}") } else { text }
}

fn show(bytes: &[u8]) -> ExitCode {
    let _ = std::io::stdout().write_all(bytes);
    ExitCode::SUCCESS
}
