//! Permanent names of records.

use std::fmt;

/// An id: `[A-Za-z][A-Za-z0-9_-]{0,31}`, or several such parts joined by dots (`V01.b` is variant `b` of `V01`).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Id(String);

impl Id {
    /// The id written as `text`, or `None` where it breaks the rule above.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let valid = !text.is_empty() && text.split('.').all(valid_part);
        valid.then(|| Self(text.to_owned()))
    }

    /// The id as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the first dot: the descriptor of a variant.
    #[must_use]
    pub fn head(&self) -> &str {
        self.0.split('.').next().unwrap_or_default()
    }
}

fn valid_part(part: &str) -> bool {
    let bytes = part.as_bytes();
    (1..=32).contains(&bytes.len())
        && bytes[0].is_ascii_alphabetic()
        && bytes.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
}

/// Whether a spreadsheet silently rewrites this text: `MAR1` becomes a date, `1E3` a number, `TRUE` a truth value.
#[must_use]
pub fn spreadsheet_rewrites(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    if matches!(lower.as_str(), "true" | "false" | "verdadero" | "falso") {
        return true;
    }
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    // 1E3, 12E05: scientific notation.
    if let Some((mantissa, exponent)) = lower.split_once('e')
        && digits(mantissa)
        && digits(exponent.trim_start_matches(['+', '-']))
    {
        return true;
    }
    // MAR1, ene-5, Sept12: a month and a number.
    const MONTHS: [&str; 16] = [
        "jan", "ene", "feb", "mar", "apr", "abr", "may", "jun", "jul", "aug", "ago", "sep", "oct", "nov",
        "dec", "dic",
    ];
    const LONG: [&str; 2] = ["sept", "set"];
    MONTHS.iter().chain(&LONG).any(|month| {
        lower.strip_prefix(month).is_some_and(|rest| digits(rest.trim_start_matches(['-', '/', '.', ' '])))
    })
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Id {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_follow_the_rule() {
        for good in ["V1", "V01.b", "a", "marco-normativo", "E_1"] {
            assert!(Id::parse(good).is_some(), "{good}");
        }
        for bad in ["", "1V", "V 1", "ñ", "V1.", ".a", "-x", &"x".repeat(33)] {
            assert!(Id::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn ids_that_a_spreadsheet_changes_are_known() {
        for bad in ["MAR1", "ENE05", "1E3", "sep-12", "TRUE"] {
            assert!(spreadsheet_rewrites(bad), "{bad}");
        }
        for good in ["V1", "MARCO", "E01", "MARX", "A1", "DEC"] {
            assert!(!spreadsheet_rewrites(good), "{good}");
        }
    }
}
