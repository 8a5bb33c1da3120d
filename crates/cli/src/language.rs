//! The language the program speaks: asked for, else that of the environment, else Spanish.

use atalaya_model::Lang;

/// The language to speak.
#[must_use]
pub fn of(asked: Option<&str>) -> Lang {
    let environment = || {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty())
            .and_then(|value| Lang::parse(&value))
    };
    asked.and_then(Lang::parse).or_else(environment).unwrap_or(Lang::Es)
}
