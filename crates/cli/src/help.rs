//! Help and usage errors in the language of the person: the parser's texts are put in place by key.

use std::ffi::OsString;

use atalaya_words::Words;
use clap::{
    Arg, ArgAction, Command, CommandFactory,
    error::{ContextKind, ContextValue, ErrorKind},
};

use crate::methods::METHODS;

/// The parser, with every text in the language of `words`.
#[must_use]
pub fn command(words: &Words) -> Command {
    speaking(words, |_| true)
}

/// The parser of these arguments: where they name a command, texts are put in place for that one only. A small task
/// starts sooner so.
#[must_use]
pub fn parser(words: &Words, arguments: &[OsString]) -> Command {
    match named(arguments) {
        Some(name) if METHODS.iter().any(|method| method.name == name) => speaking(words, |own| own == name),
        Some(name) if crate::args::Args::command().find_subcommand(&name).is_some() => {
            speaking(words, |own| own == name)
        }
        _ => command(words),
    }
}

/// The command that arguments name: the first that is neither an option nor its value.
fn named(arguments: &[OsString]) -> Option<String> {
    let mut rest = arguments.iter().skip(1).map(|word| word.to_string_lossy());
    while let Some(word) = rest.next() {
        match &*word {
            "--lang" => drop(rest.next()),
            option if option.starts_with('-') => {}
            name => return Some(name.to_owned()),
        }
    }
    None
}

/// The parser, with the texts of some commands.
fn speaking(words: &Words, speaks: impl Fn(&str) -> bool) -> Command {
    let command = METHODS
        .iter()
        .fold(crate::args::Args::command(), |command, method| command.subcommand(method.command()));
    let below = command.get_subcommands().map(|below| below.get_name().to_owned());
    let below: Vec<String> = below.filter(|name| speaks(name)).collect();
    let command = below.iter().fold(command, |command, name| {
        command.mut_subcommand(name, |below| {
            let about = words.t(&format!("cli-about-{name}"));
            speak(below.about(about), &format!("atalaya {name}"), words)
        })
    });
    speak(command, "atalaya", words)
        .about(words.t("cli-about"))
        .after_help(words.t("cli-after"))
        .disable_help_subcommand(true)
        .subcommand_help_heading(words.t("cli-commands"))
        .disable_version_flag(true)
        .arg(own("version", 'V', ArgAction::Version, words))
}

/// One of the parser's own flags.
fn own(name: &'static str, short: char, action: ArgAction, words: &Words) -> Arg {
    let arg = Arg::new(name).short(short).long(name).action(action);
    arg.help(words.t(&format!("cli-{name}"))).help_heading(words.t("cli-options"))
}

/// Puts the texts of one command, called as `path`.
fn speak(mut command: Command, path: &str, words: &Words) -> Command {
    let name = command.get_name().to_owned();
    let mut usage = format!("{path} [{}]", words.t("cli-value-options"));
    let args: Vec<Arg> = command.get_arguments().cloned().collect();
    for arg in args {
        let id = arg.get_id().to_string();
        let named = arg.get_value_names().and_then(|names| names.first()).map(|n| n.to_lowercase());
        let named = named.unwrap_or_else(|| id.clone());
        let value = arg.get_action().takes_values().then(|| words.t(&format!("cli-value-{named}")));
        if let Some(value) = value.as_ref().filter(|_| arg.is_positional()) {
            let many = if matches!(arg.get_action(), ArgAction::Append) { "…" } else { "" };
            usage.push_str(&if arg.is_required_set() {
                format!(" <{value}>{many}")
            } else {
                format!(" [{value}]{many}")
            });
        }
        command = command.mut_arg(&id, |arg| {
            let heading = if arg.is_positional() { "cli-arguments" } else { "cli-options" };
            let arg = arg.help(words.t(&key(&name, &id, words))).help_heading(words.t(heading));
            // Defaults and values are told by the help itself, in its language.
            match value {
                Some(value) => arg.value_name(value).hide_default_value(true).hide_possible_values(true),
                None => arg,
            }
        });
    }
    if command.has_subcommands() {
        usage.push_str(&format!(" <{}>", words.t("cli-value-command")));
    }
    let after = if command.has_subcommands() { "{after-help}" } else { "" };
    command
        .override_usage(usage)
        .help_template(format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{after}", words.t("cli-usage")))
        .disable_help_flag(true)
        .arg(own("help", 'h', ArgAction::Help, words))
}

/// The message of an argument: its own in this command, else the one that commands share.
fn key(command: &str, arg: &str, words: &Words) -> String {
    let own = format!("cli-{command}-{arg}");
    if words.has(&own) { own } else { format!("cli-arg-{arg}") }
}

/// A usage error in the language of the person; what has no words of its own keeps the parser's.
#[must_use]
pub fn usage_error(error: &clap::Error, words: &Words) -> String {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.replace("...", ""),
        Some(ContextValue::Strings(all)) => {
            words.list(&all.iter().map(|text| text.replace("...", "")).collect::<Vec<_>>())
        }
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let (key, args): (&str, Vec<(&'static str, String)>) = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            ("cli-error-command", vec![("text", text(ContextKind::InvalidSubcommand))])
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            ("cli-error-no-command", Vec::new())
        }
        ErrorKind::UnknownArgument => ("cli-error-argument", vec![("text", text(ContextKind::InvalidArg))]),
        ErrorKind::MissingRequiredArgument => {
            ("cli-error-missing", vec![("text", text(ContextKind::InvalidArg))])
        }
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_empty() => {
            ("cli-error-no-value", vec![("text", text(ContextKind::InvalidArg))])
        }
        ErrorKind::InvalidValue => (
            "cli-error-value",
            vec![
                ("text", text(ContextKind::InvalidValue)),
                ("argument", text(ContextKind::InvalidArg)),
                ("allowed", text(ContextKind::ValidValue)),
            ],
        ),
        ErrorKind::ArgumentConflict => ("cli-error-twice", vec![("text", text(ContextKind::InvalidArg))]),
        _ => return error.to_string(),
    };
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    let mut out = format!("atalaya: {}", words.with(key, &args));
    let similar = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(similar) = similar.into_iter().map(text).find(|text| !text.is_empty()) {
        out.push_str(&format!("\n    → {}", words.with("cli-error-similar", &[("text", similar.into())])));
    }
    out.push_str(&format!("\n    → {}\n", words.t("cli-error-help")));
    out
}

#[cfg(test)]
mod tests {
    use atalaya_model::Lang;

    use super::*;

    #[test]
    fn the_command_asked_for_is_found_among_options() {
        let named = |text: &str| named(&text.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(named("atalaya --lang es cib x").as_deref(), Some("cib"));
        assert_eq!(named("atalaya --lang=es cib x").as_deref(), Some("cib"));
        assert_eq!(named("atalaya --help"), None);
        let words = Words::new(Lang::En);
        let of = |text: &str| {
            let arguments: Vec<OsString> = text.split(' ').map(OsString::from).collect();
            let error = parser(&words, &arguments).try_get_matches_from(&arguments).unwrap_err();
            (error.kind(), error.to_string())
        };
        let (kind, text) = of("atalaya cib --help");
        assert!(kind == ErrorKind::DisplayHelp && text.contains("--basins") && !text.contains('⟨'), "{text}");
        let (kind, text) = of("atalaya micmac --help");
        assert!(kind == ErrorKind::DisplayHelp && text.starts_with(&words.t("cli-about-micmac")), "{text}");
        let (kind, text) = of("atalaya --help");
        assert!(kind == ErrorKind::DisplayHelp && text.contains(&words.t("cli-about-box")), "{text}");
        assert_eq!(of("atalaya ci").0, ErrorKind::InvalidSubcommand);
    }

    #[test]
    fn every_command_and_argument_has_its_words() {
        fn look(command: &Command) {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(!about.is_empty() && !about.contains('⟨'), "{}: {about}", command.get_name());
            for arg in command.get_arguments() {
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(!help.is_empty() && !help.contains('⟨'), "{} {}", command.get_name(), arg.get_id());
            }
            command.get_subcommands().for_each(look);
        }
        for lang in Lang::ALL {
            let command = command(&Words::new(lang));
            command.clone().debug_assert();
            look(&command);
        }
    }
}
