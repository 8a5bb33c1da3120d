//! Numbers and dates as people of the region write them: the decimal mark of the country, thousands apart by a thin
//! space in Spanish and a comma in English.

use atalaya_model::Lang;

use crate::Words;

/// How many digits a number is printed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// This many decimals.
    Decimals(usize),
    /// At least this many significant digits, never fewer than the whole part has.
    Significant(usize),
}

impl Words {
    /// A value of a forecast as it is told everywhere, and how it is printed: rounded to two significant digits where the
    /// horizon is far, an order of magnitude, else with three.
    #[must_use]
    pub fn foreseen(&self, value: f64, far: bool) -> (f64, String) {
        let digits = if far { 2 } else { 3 };
        let value = if far { format!("{value:.1e}").parse().unwrap_or(value) } else { value };
        (value, self.number(value, Number::Significant(digits)))
    }

    /// A number with a fixed number of decimals; a minus is `−`.
    #[must_use]
    pub fn num(&self, value: f64, decimals: usize) -> String {
        self.number(value, Number::Decimals(decimals))
    }

    /// A number as short as it can be with at most `decimals` decimals: `3`, `3.5`.
    #[must_use]
    pub fn short(&self, value: f64, decimals: usize) -> String {
        let text = self.num(value, decimals);
        let decimal = self.conventions().decimal();
        // A comma may part thousands; with decimals, the last mark is the decimal one.
        if decimals > 0 && text.contains(decimal) {
            text.trim_end_matches('0').trim_end_matches(decimal).to_owned()
        } else {
            text
        }
    }

    /// A place among ranks, one that several share as the places that they take: `3`, `3–4`; nothing where there is none.
    #[must_use]
    pub fn place(&self, ranks: &[f64], index: usize) -> Option<String> {
        let own = *ranks.get(index)?;
        let shared = ranks.iter().filter(|rank| (**rank - own).abs() < 1e-9).count();
        if shared <= 1 {
            return Some(self.short(own, 1));
        }
        let half = (shared as f64 - 1.0) / 2.0;
        Some(format!("{}–{}", self.short(own - half, 0), self.short(own + half, 0)))
    }

    /// A number in the way told.
    #[must_use]
    pub fn number(&self, value: f64, how: Number) -> String {
        if !value.is_finite() {
            return "–".to_owned();
        }
        let decimals = match how {
            Number::Decimals(decimals) => decimals,
            Number::Significant(digits) => {
                let mut decimals = digits.saturating_sub(1);
                let mut size = value.abs();
                while size >= 10.0 && decimals > 0 {
                    size /= 10.0;
                    decimals -= 1;
                }
                let mut size = value.abs();
                while size < 1.0 && size > 0.0 && decimals < 12 {
                    size *= 10.0;
                    decimals += 1;
                }
                decimals
            }
        };
        let text = format!("{:.decimals$}", value.abs());
        let zero = text.bytes().all(|b| matches!(b, b'0' | b'.'));
        let sign = if value < 0.0 && !zero { "−" } else { "" };
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let mut out = format!("{sign}{}", self.grouped(whole));
        if !fraction.is_empty() {
            out.push(self.conventions().decimal());
            out.push_str(fraction);
        }
        out
    }

    /// A count.
    #[must_use]
    pub fn int(&self, value: i64) -> String {
        let sign = if value < 0 { "−" } else { "" };
        format!("{sign}{}", self.grouped(&value.unsigned_abs().to_string()))
    }

    fn grouped(&self, digits: &str) -> String {
        let mark = match self.lang() {
            Lang::Es => '\u{202f}',
            Lang::En => ',',
        };
        // Four digits stand together in Spanish (RAE), and years never come this way.
        let least = if self.lang() == Lang::Es { 5 } else { 4 };
        if digits.len() < least {
            return digits.to_owned();
        }
        let mut out = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                out.push(mark);
            }
            out.push(digit);
        }
        out
    }

    /// A percentage of `k` in `n`, always with its counts: `75 % (6/8)`.
    #[must_use]
    pub fn share(&self, k: usize, n: usize) -> String {
        if n == 0 {
            return "–".to_owned();
        }
        let count = |n: usize| self.int(i64::try_from(n).unwrap_or(i64::MAX));
        format!("{} ({}/{})", self.percent(k as f64 / n as f64, 0), count(k), count(n))
    }

    /// A percentage: `75 %` in Spanish, `75%` in English.
    #[must_use]
    pub fn percent(&self, share: f64, decimals: usize) -> String {
        let space = if self.lang() == Lang::Es { "\u{a0}" } else { "" };
        format!("{}{space}%", self.num(share * 100.0, decimals))
    }

    /// A number with its unit on one line: `0.12 % del PBI` in Spanish, `0.12% of GDP` in English.
    #[must_use]
    pub fn with_unit(&self, number: &str, unit: &str) -> String {
        match unit {
            "" => number.to_owned(),
            unit if unit.starts_with('%') && self.lang() == Lang::En => format!("{number}{unit}"),
            unit => format!("{number}\u{a0}{unit}"),
        }
    }

    /// A day written `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as people write it; anything else unchanged.
    #[must_use]
    pub fn date(&self, text: &str) -> String {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next().unwrap_or(text), parts.next(), parts.next());
        let Some(month) = month.and_then(|m| m.parse::<usize>().ok()).filter(|m| (1..=12).contains(m)) else {
            return text.to_owned();
        };
        let name = self.t(&format!("month-{month}"));
        let day = day.and_then(|d| d.parse::<u32>().ok());
        match (self.lang(), day) {
            (Lang::Es, Some(day)) => format!("{day} de {name} de {year}"),
            (Lang::En, Some(day)) => format!("{day} {name} {year}"),
            (Lang::Es, None) => format!("{name} de {year}"),
            (Lang::En, None) => format!("{name} {year}"),
        }
    }

    /// From a day to another, as `AAAA-MM-DD` both: what they share is said once, as in `5–23 de febrero de 2018`.
    #[must_use]
    pub fn days(&self, from: &str, to: &str) -> String {
        let day = |text: &str| text.get(8..10).and_then(|day| day.parse::<u32>().ok());
        if from == to {
            return self.date(from);
        }
        if let (Some(first), Some(_), true) = (day(from), day(to), from.get(..7) == to.get(..7)) {
            return format!("{first}–{}", self.date(to));
        }
        let year =
            format!("{}{}", if self.lang() == Lang::Es { " de " } else { " " }, from.get(..4).unwrap_or(""));
        let start = self.date(from);
        let start = match start.strip_suffix(&year) {
            Some(short) if from.get(..4) == to.get(..4) => short,
            _ => &start,
        };
        format!("{start} – {}", self.date(to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_the_region_does() {
        let es = Words::new(Lang::Es);
        let en = Words::new(Lang::En);
        assert_eq!(es.days("2018-02-05", "2018-02-23"), "5–23 de febrero de 2018");
        assert_eq!(es.days("2018-05-28", "2018-06-03"), "28 de mayo – 3 de junio de 2018");
        assert_eq!(en.days("2017-12-28", "2018-01-03"), "28 December 2017 – 3 January 2018");
        assert_eq!(en.days("2018-07-02", "2018-07-02"), "2 July 2018");
        assert_eq!(es.num(-1234.5, 1), "−1234.5");
        assert_eq!(es.num(79438.0, 0), "79\u{202f}438");
        assert_eq!(en.num(79438.0, 0), "79,438");
        assert_eq!(es.short(3.50, 2), "3.5");
        assert_eq!(es.short(30.0, 0), "30");
        assert_eq!(en.num(-0.001, 1), "0.0");
        assert_eq!(es.share(6, 8), "75\u{a0}% (6/8)");
        assert_eq!(en.number(0.012345, Number::Significant(3)), "0.0123");
        assert_eq!(en.foreseen(82_173.4, true), (82_000.0, "82,000".to_owned()));
        assert_eq!(en.foreseen(0.1234, false), (0.1234, "0.123".to_owned()));
        assert_eq!(es.with_unit("0.12", "% del PBI"), "0.12\u{a0}% del PBI");
        assert_eq!(en.with_unit("0.12", "% of GDP"), "0.12% of GDP");
        assert_eq!(es.date("2018-06-30"), "30 de junio de 2018");
        assert_eq!(en.date("2018-06"), "June 2018");
        assert_eq!(en.date("2018"), "2018");
    }
}
