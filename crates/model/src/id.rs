//! Permanent names of records.

use std::{cmp::Ordering, fmt, sync::Arc};

/// An id: `[A-Za-z][A-Za-z0-9_-]{0,31}`, or several such parts joined by dots (`V01.b` is variant `b` of `V01`).
/// A copy shares the text: a study says the same few ids in a million answers.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Id(Arc<str>);

impl PartialOrd for Id {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Id {
    fn cmp(&self, other: &Self) -> Ordering {
        if Arc::ptr_eq(&self.0, &other.0) { Ordering::Equal } else { self.0.cmp(&other.0) }
    }
}

impl Id {
    /// The id written as `text`, or `None` where it breaks the rule above.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let valid = !text.is_empty() && text.split('.').all(valid_part);
        valid.then(|| Self(Arc::from(text)))
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

impl Id {
    /// The order in which people list ids: digits by their number, so that `V2` comes before `V10`.
    #[must_use]
    pub fn natural_cmp(&self, other: &Self) -> Ordering {
        natural_cmp(&self.0, &other.0)
    }
}

/// Compares texts with runs of digits as numbers; equal numbers written differently fall back on the texts.
#[must_use]
pub fn natural_cmp(a: &str, b: &str) -> Ordering {
    let (mut x, mut y) = (a.as_bytes(), b.as_bytes());
    while let (Some(&p), Some(&q)) = (x.first(), y.first()) {
        if p.is_ascii_digit() && q.is_ascii_digit() {
            let run = |s: &[u8]| s.iter().take_while(|c| c.is_ascii_digit()).count();
            let (m, n) = (run(x), run(y));
            let strip = |s: &[u8]| s.iter().take_while(|c| **c == b'0').count().min(s.len());
            let (left, right) = (&x[strip(&x[..m])..m], &y[strip(&y[..n])..n]);
            let order = left.len().cmp(&right.len()).then_with(|| left.cmp(right));
            if order.is_ne() {
                return order;
            }
            (x, y) = (&x[m..], &y[n..]);
        } else if p != q {
            return p.cmp(&q);
        } else {
            (x, y) = (&x[1..], &y[1..]);
        }
    }
    x.len().cmp(&y.len()).then_with(|| a.cmp(b))
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
        *self.0 == *other
    }
}

impl PartialEq<&str> for Id {
    fn eq(&self, other: &&str) -> bool {
        *self.0 == **other
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
    fn people_count_before_they_spell() {
        let mut ids = ["V10", "V2", "V02", "V1.b", "V1", "A", "V100"];
        ids.sort_by(|a, b| natural_cmp(a, b));
        assert_eq!(ids, ["A", "V1", "V1.b", "V02", "V2", "V10", "V100"]);
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
