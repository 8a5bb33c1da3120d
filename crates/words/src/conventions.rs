//! How a country writes: decimal mark, quotation marks, language tag. The one place that knows.
//!
//! The Academies admit both decimal marks and leave the choice to each country's use: Mexico, Central America (but for
//! Costa Rica), the Caribbean (but for Cuba), Peru and the United States write a point, the others a comma. They prefer
//! « » to “ ” (RAE and ASALE, *Ortografía de la lengua española*, 2010); Spain and South America follow here, while in
//! Mexico, Central America, the Caribbean and the United States “ ” is what is printed. Thousands stand apart by a thin
//! space everywhere, and four digits stand together.

use atalaya_model::{
    Lang,
    choice::{Choice, Locale},
};

/// How a language is written in a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conventions {
    lang: Lang,
    locale: Locale,
}

impl Conventions {
    /// Those of a language in a country; Spanish without a country is that of Peru.
    #[must_use]
    pub fn of(lang: Lang, locale: Option<Locale>) -> Self {
        Self { lang, locale: locale.unwrap_or(Locale::Pe) }
    }

    /// The country of the Spanish side, whatever the language.
    #[must_use]
    pub const fn locale(self) -> Locale {
        self.locale
    }

    /// The decimal mark.
    #[must_use]
    pub const fn decimal(self) -> char {
        use Locale::{Ar, Bo, Cl, Co, Cr, Cu, Ec, Es, Py, Uy, Ve};
        match (self.lang, self.locale) {
            (Lang::Es, Ar | Bo | Cl | Co | Cr | Cu | Ec | Es | Py | Uy | Ve) => ',',
            _ => '.',
        }
    }

    /// The mark between the items of a list in a program that calculates.
    #[must_use]
    pub const fn separator(self) -> char {
        if self.decimal() == ',' { ';' } else { ',' }
    }

    /// The marks of a quotation.
    #[must_use]
    pub const fn quotes(self) -> (char, char) {
        use Locale::{Ar, Bo, Cl, Co, Ec, Es, Pe, Py, Uy, Ve};
        match (self.lang, self.locale) {
            (Lang::Es, Ar | Bo | Cl | Co | Ec | Es | Pe | Py | Uy | Ve) => ('«', '»'),
            _ => ('“', '”'),
        }
    }

    /// A quotation.
    #[must_use]
    pub fn quoted(self, text: &str) -> String {
        let (open, close) = self.quotes();
        format!("{open}{text}{close}")
    }

    /// The language tag of a document: `es-PE`, `en`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self.lang {
            Lang::Es => self.locale.as_str(),
            Lang::En => "en",
        }
    }

    /// The country of the tag: `PE`; none in English.
    #[must_use]
    pub fn country(self) -> Option<&'static str> {
        self.tag().split_once('-').map(|(_, country)| country)
    }

    /// The messages of an area as the country writes them. What people type into files and options keeps its point, and
    /// so does what stands between backticks.
    pub(crate) fn write(self, area: &str, source: &str) -> String {
        let typed = matches!(area, "diagnostics" | "fields" | "cli");
        let decimal = if typed { '.' } else { self.decimal() };
        let (open, close) = self.quotes();
        let mut out = String::with_capacity(source.len());
        for line in source.split_inclusive('\n') {
            let (mut depth, mut code) = (0_usize, false);
            let mut before = ' ';
            let mut rest = line.chars().peekable();
            while let Some(c) = rest.next() {
                match c {
                    '{' => depth += 1,
                    '}' => depth = depth.saturating_sub(1),
                    '`' => code = !code,
                    _ => {}
                }
                let plain = depth == 0 && !code;
                let number = before.is_ascii_digit() && rest.peek().is_some_and(char::is_ascii_digit);
                out.push(match c {
                    '«' if plain => open,
                    '»' if plain => close,
                    '.' if plain && number => decimal,
                    other => other,
                });
                before = c;
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Number, School, Words};

    fn words(lang: Lang, locale: Locale) -> Words {
        Words::spoken(lang, Some(locale), &School::default())
    }

    #[test]
    fn every_country_writes_its_decimal_mark_and_its_quotation_marks() {
        let printed = |locale| {
            let words = words(Lang::Es, locale);
            words.conventions().quoted(&words.num(-12345.5, 1))
        };
        for (marks, locales) in [
            ("«−12\u{202f}345.5»", "es-PE"),
            ("“−12\u{202f}345.5”", "es-MX es-GT es-SV es-HN es-NI es-PA es-DO es-PR es-US"),
            ("«−12\u{202f}345,5»", "es-ES es-AR es-CO es-CL es-UY es-PY es-BO es-EC es-VE"),
            ("“−12\u{202f}345,5”", "es-CR es-CU"),
        ] {
            for locale in locales.split(' ') {
                assert_eq!(printed(Locale::parse(locale).unwrap()), marks, "{locale}");
            }
        }
    }

    #[test]
    fn whatever_prints_a_number_follows() {
        let ar = words(Lang::Es, Locale::Ar);
        assert_eq!(ar.short(3.50, 2), "3,5");
        assert_eq!(ar.short(3.0, 2), "3");
        assert_eq!(ar.percent(0.125, 1), "12,5\u{a0}%");
        assert_eq!(ar.number(0.012_345, Number::Significant(3)), "0,0123");
        assert_eq!(ar.t("chart-competence-high"), "alta (K ≥ 0,8)");
        assert_eq!(ar.date("2018-06-30"), "30 de junio de 2018");
        // English has no country here, and what is typed into a file keeps its point.
        assert_eq!(words(Lang::En, Locale::Ar).num(3.5, 1), "3.5");
        assert!(ar.t("field-rules-consensus_agreement").contains("0.75"));
    }

    #[test]
    fn sentences_quote_as_the_country_does_and_code_stays() {
        let source = "a = El «cruce» con { $p } y `x.csv`: 0.25, `1.5`, «`b`»\n";
        assert_eq!(
            Conventions::of(Lang::Es, Some(Locale::Cr)).write("explore", source),
            "a = El “cruce” con { $p } y `x.csv`: 0,25, `1.5`, “`b`”\n"
        );
        assert_eq!(Conventions::of(Lang::Es, None).write("explore", source), source);
        let mx = words(Lang::Es, Locale::Mx);
        for area in crate::AREAS {
            assert!(!Conventions::of(Lang::Es, Some(Locale::Mx)).write(area, source).contains('«'));
        }
        assert!(!mx.t("diagnostic-E207").contains('«'));
    }

    #[test]
    fn tags_name_the_country() {
        let of = |lang, locale| Conventions::of(lang, locale);
        assert_eq!(of(Lang::Es, None).tag(), "es-PE");
        assert_eq!(of(Lang::Es, Some(Locale::Mx)).country(), Some("MX"));
        assert_eq!((of(Lang::En, Some(Locale::Mx)).tag(), of(Lang::En, None).country()), ("en", None));
        assert_eq!((of(Lang::Es, Some(Locale::Es)).separator(), of(Lang::Es, None).separator()), (';', ','));
    }
}
