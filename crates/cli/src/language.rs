//! The language the program speaks: asked for, else that of the environment, else Spanish; and whose Spanish it is.

use std::ffi::OsString;

use atalaya_model::{
    Lang,
    choice::{Choice, Locale},
};

/// The language to speak, from the arguments as written: help and usage errors need it before they are parsed.
#[must_use]
pub fn of(arguments: &[OsString]) -> Lang {
    asked(arguments).or_else(|| environment(|name| std::env::var(name).ok())).unwrap_or(Lang::Es)
}

/// The country whose Spanish the environment speaks, for what is printed of files that belong to no study; a study has a
/// locale of its own.
#[must_use]
pub fn locale() -> Option<Locale> {
    country(|name| std::env::var(name).ok())
}

fn country(variable: impl Fn(&str) -> Option<String>) -> Option<Locale> {
    let value = first(variable)?;
    let tag = value.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    Locale::parse(&tag)
}

/// The language that `--lang` asks for.
fn asked(arguments: &[OsString]) -> Option<Lang> {
    let mut words =
        arguments.iter().skip(1).map(|word| word.to_string_lossy()).take_while(|word| word != "--");
    while let Some(word) = words.next() {
        if word == "--lang" {
            return words.next().and_then(|value| Lang::parse(&value));
        }
        if let Some(value) = word.strip_prefix("--lang=") {
            return Lang::parse(value);
        }
    }
    None
}

/// The language of the environment: the first of its variables that is set decides.
fn environment(variable: impl Fn(&str) -> Option<String>) -> Option<Lang> {
    first(variable).and_then(|value| Lang::parse(&value))
}

fn first(variable: impl Fn(&str) -> Option<String>) -> Option<String> {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    names.iter().filter_map(|name| variable(name)).find(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_is_found_wherever_it_stands() {
        let words = |text: &str| text.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(asked(&words("atalaya run --lang en x")), Some(Lang::En));
        assert_eq!(asked(&words("atalaya --lang=es run x")), Some(Lang::Es));
        assert_eq!(asked(&words("atalaya run x -- --lang en")), None);
        assert_eq!(asked(&words("atalaya run x --lang")), None);
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        let set = |pairs: &'static [(&str, &str)]| {
            move |name: &str| pairs.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned())
        };
        assert_eq!(environment(set(&[("LANG", "en_US.UTF-8")])), Some(Lang::En));
        assert_eq!(environment(set(&[("LC_ALL", "es_PE.UTF-8"), ("LANG", "en_US.UTF-8")])), Some(Lang::Es));
        assert_eq!(environment(set(&[("LC_ALL", ""), ("LANG", "es")])), Some(Lang::Es));
        assert_eq!(environment(set(&[("LANG", "C.UTF-8")])), None);
        assert_eq!(country(set(&[("LC_ALL", "es_AR.UTF-8@euro"), ("LANG", "es_PE")])), Some(Locale::Ar));
        assert_eq!(country(set(&[("LANG", "es")])), None);
        assert_eq!(country(set(&[("LANG", "en_US.UTF-8")])), None);
    }
}
