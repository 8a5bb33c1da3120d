//! `atalaya profiles`: what kinds of report there are, and the text of each.

use std::{path::Path, process::ExitCode};

use atalaya_model::{Code, Diagnostic, Place};
use atalaya_report::profile::{Profile, SHIPPED};
use atalaya_words::Words;

use crate::print;

/// Lists the profiles, or prints the text of one.
#[must_use]
pub fn run(words: &Words, name: Option<&str>) -> ExitCode {
    let Some(name) = name else {
        let lines: Vec<(&str, Profile)> =
            SHIPPED.iter().filter_map(|(name, text)| Some((*name, Profile::parse(text).ok()?))).collect();
        let widest = lines.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
        for (name, profile) in lines {
            print::line(&format!("{name:widest$}  {}", profile.about.get(words.lang())));
        }
        print::line(&words.t("cli-profiles-how"));
        return ExitCode::SUCCESS;
    };
    match SHIPPED.iter().find(|(own, _)| *own == name) {
        Some((_, text)) => {
            print::line(text.trim_end());
            ExitCode::SUCCESS
        }
        None => print::stop(words, &[unknown(name)]),
    }
}

/// The profile of a name, or of a file.
///
/// # Errors
/// A name that no profile has, a file that cannot be read or is no profile.
pub fn find(name: &str) -> Result<Profile, Diagnostic> {
    let shipped = SHIPPED.iter().find(|(own, _)| *own == name).map(|(_, text)| (*text).to_owned());
    let text = match shipped {
        Some(text) => text,
        None if !Path::new(name).is_file() => return Err(unknown(name)),
        None => std::fs::read_to_string(name)
            .map_err(|error| bad(name, &atalaya_formats::tree::reason(&error)))?,
    };
    let profile = Profile::parse(&text).map_err(|error| {
        let reason = error.to_string();
        let (line, reason) = (error.line(), reason.lines().last().unwrap_or(&reason));
        let diagnostic = bad(name, reason);
        Diagnostic {
            place: line.map_or(diagnostic.place.clone(), |line| Place::at(name, line, 1)),
            ..diagnostic
        }
    })?;
    // Its report would overwrite that of the profile that has the name.
    let taken =
        |(own, text): &&(&str, &str)| *own == profile.id && Profile::parse(text).as_ref() != Ok(&profile);
    match SHIPPED.iter().find(taken) {
        Some(_) => Err(bad(name, "profile-id-taken")),
        None => Ok(profile),
    }
}

fn unknown(name: &str) -> Diagnostic {
    let known: Vec<&str> = SHIPPED.iter().map(|(name, _)| *name).collect();
    Diagnostic::new(Code::UnknownProfile, Place::default()).with("name", name).with("known", known.join(", "))
}

fn bad(name: &str, reason: &str) -> Diagnostic {
    Diagnostic::new(Code::BadProfile, Place::file(name)).with("reason", reason)
}
