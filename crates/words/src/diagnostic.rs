//! What is wrong, said to people: the sentence of a diagnostic, its remedy, and the longer explanation of its code.

use atalaya_model::{Code, Diagnostic, Kind, Lang, choice, heading};

use crate::{Arg, Words};

/// A diagnostic in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// `error`, `warning` or `gap`.
    pub severity: String,
    /// What is wrong.
    pub text: String,
    /// What would be right.
    pub remedy: String,
}

/// The explanation of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// What it is, in a line.
    pub title: String,
    /// Why it matters and what to do, with an example.
    pub text: String,
}

impl Words {
    /// A diagnostic in words.
    #[must_use]
    pub fn diagnostic(&self, diagnostic: &Diagnostic) -> Said {
        let code = diagnostic.code;
        let args = self.args(diagnostic);
        // A count chooses between one and many, so it goes in as a number.
        let args: Vec<Arg<'_>> = args
            .iter()
            .map(|(name, value)| match value.parse::<usize>() {
                Ok(count) if *name == "count" => (*name, count.into()),
                _ => (*name, value.as_str().into()),
            })
            .collect();
        Said {
            severity: self.t(match diagnostic.severity() {
                atalaya_model::Severity::Error => "severity-error",
                atalaya_model::Severity::Warning => "severity-warning",
                atalaya_model::Severity::Gap => "severity-gap",
            }),
            text: match self.with(&format!("diagnostic-{code}"), &args) {
                text if diagnostic.place.in_workbook() => self.of_sheets(&text),
                text => text,
            },
            remedy: if diagnostic.place.in_workbook() {
                let own = self.instead(&format!("sheet-{code}"), diagnostic);
                own.unwrap_or_else(|| self.of_sheets(&self.with(&format!("diagnostic-{code}-remedy"), &args)))
            } else {
                self.with(&format!("diagnostic-{code}-remedy"), &args)
            },
        }
    }

    /// A text that speaks of the files of a folder and their keys, said of a workbook's sheets and their headers.
    fn of_sheets(&self, text: &str) -> String {
        let sheet_of = |file: &str| {
            let homes = Kind::ALL.iter().map(|kind| (kind.home().file(), kind.home().sheet()));
            let others = [("study.toml", "study"), ("answers.csv", "answers"), ("scan/values.csv", "values")];
            let found = homes.chain(others).find(|(own, _)| *own == file).map(|(_, sheet)| sheet);
            found.map(|word| heading::Of::Sheets.name(word, self.lang()))
        };
        let key_of = |key: &str| {
            let side = Lang::ALL.iter().find_map(|lang| key.strip_suffix(&format!("_{}", lang.code())));
            let key =
                side.map_or_else(|| key.to_owned(), |base| format!("{base}.{}", &key[base.len() + 1..]));
            self.header(&key)
        };
        let parts = text.split('`').enumerate().map(|(index, part)| match (index % 2, sheet_of(part)) {
            (0, _) => part.to_owned(),
            (_, Some(name)) => self.with("sheet-called", &[("name", name.into())]),
            (_, None) => format!("`{}`", key_of(part)),
        });
        parts.collect()
    }

    /// A diagnostic in words for whoever works in the browser: where the remedy names files, message `here-CODE` says the
    /// same of pages.
    #[must_use]
    pub fn diagnostic_here(&self, diagnostic: &Diagnostic) -> Said {
        let said = self.diagnostic(diagnostic);
        let remedy = self.instead(&format!("here-{}", diagnostic.code), diagnostic);
        Said { remedy: remedy.unwrap_or(said.remedy), ..said }
    }

    /// A diagnostic in words for whoever brought a file of which nothing was saved: `brought-CODE` and its remedy, where
    /// the usual words are of what a study has.
    #[must_use]
    pub fn diagnostic_brought(&self, diagnostic: &Diagnostic) -> Said {
        let said = self.diagnostic(diagnostic);
        let text = self.instead(&format!("brought-{}", diagnostic.code), diagnostic);
        let remedy = self.instead(&format!("brought-{}-remedy", diagnostic.code), diagnostic);
        Said { text: text.unwrap_or(said.text), remedy: remedy.unwrap_or(said.remedy), ..said }
    }

    /// The message that says a diagnostic for a place, where there is one.
    fn instead(&self, key: &str, diagnostic: &Diagnostic) -> Option<String> {
        let args = self.args(diagnostic);
        let args: Vec<Arg<'_>> = args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        self.has(key).then(|| self.with(key, &args))
    }

    /// What tells a notice from others of its kind: whom and what it speaks of.
    #[must_use]
    pub fn apart(&self, diagnostic: &Diagnostic) -> String {
        const NAMES: [&str; 10] =
            ["id", "variable", "round", "name", "about", "records", "asked", "decision", "text", "column"];
        let args = self.args(diagnostic);
        let said =
            |wanted: &&str| args.iter().find(|(name, _)| name == wanted).map(|(_, said)| said.as_str());
        NAMES.iter().filter_map(said).collect::<Vec<_>>().join(" · ")
    }

    /// The field that a notice speaks of, where it speaks of one.
    #[must_use]
    pub fn field_of(&self, diagnostic: &Diagnostic) -> Option<String> {
        self.args(diagnostic).into_iter().find(|(name, _)| *name == "field").map(|(_, field)| field)
    }

    /// What a field of a part of a study means, for whoever reads its header in a workbook; nothing where it says no more
    /// than its name.
    #[must_use]
    pub fn header_note(&self, part: &str, field: &str) -> Option<String> {
        let keys = [format!("field-{part}-{field}"), format!("field-{field}")];
        let key = keys.iter().find(|key| self.has(key))?;
        let note = self.of_sheets(&self.t(key)).replace('`', "");
        (note.split_whitespace().count() > 2).then_some(note)
    }

    /// The explanation of a code.
    #[must_use]
    pub fn explain(&self, code: Code) -> Explained {
        let text = self.t(&format!("diagnostic-{code}-explain"));
        let (title, rest) = text.split_once('\n').unwrap_or((&text, ""));
        Explained { title: title.trim().to_owned(), text: rest.trim().to_owned() }
    }

    /// The values of a diagnostic as people say them, with those that follow from them: the list that a kind of record
    /// is (`records`) and its file (`home`), what a family asks (`asked`), the file itself (`file`).
    fn args(&self, diagnostic: &Diagnostic) -> Vec<(&'static str, String)> {
        let mut args = vec![("file", diagnostic.place.file.to_string())];
        if diagnostic.place.in_workbook() {
            args.push(("sheets", heading::sheets(self.lang()).join(", ")));
        }
        for (name, value) in &diagnostic.args {
            match *name {
                "kind" => {
                    args.push(("records", self.word("kinds", value)));
                    args.push(("home", Kind::parse(value).map_or("", |kind| kind.home().file()).to_owned()));
                }
                "family" => args.push(("asked", self.word("family", value))),
                "lang" => args.push(("language", self.word("language", value))),
                _ => {}
            }
            let said = match *name {
                "reason" => self.reason(value),
                "about" => self.word("about", value).to_lowercase(),
                "allowed" => {
                    let names = value.split(", ").map(|word| choice::said(word, self.lang()));
                    names.collect::<Vec<_>>().join(", ")
                }
                "field" if diagnostic.code == Code::MissingTranslation => self.header(value),
                "sheet" => heading::Of::Sheets.name(value, self.lang()),
                "headers" => {
                    let names = value.split(' ').map(|key| heading::column(key, self.lang()));
                    names.collect::<Vec<_>>().join(", ")
                }
                "lacks" => {
                    let items: Vec<String> =
                        value.split(", ").map(|lacking| self.word("lacks", lacking)).collect();
                    self.list(&items)
                }
                _ => value.clone(),
            };
            args.push((name, said));
        }
        for name in ["alone", "whole", "norow", "nocolumn", "headers", "sheet", "sheets"] {
            if !args.iter().any(|(given, _)| *given == name) {
                args.push((name, "no".to_owned()));
            }
        }
        // A text that lacks a language is the column `name_en` of a table and the key `name.en` of a TOML file.
        let raw = |name: &str| diagnostic.args.iter().find(|(n, _)| *n == name).map(|(_, value)| value);
        if let (Some(field), Some(lang)) = (raw("field"), raw("lang")) {
            let mark = if diagnostic.place.file.ends_with(".toml") { '.' } else { '_' };
            args.push(("key", format!("{field}{mark}{lang}")));
        }
        args
    }

    /// A field as the headers of tables call it, or the keys of the frame.
    fn header(&self, field: &str) -> String {
        let column = heading::column(field, self.lang());
        if column == field { heading::frame(field, self.lang()) } else { column }
    }

    /// The word of a closed list, or the text itself where it has none.
    fn word(&self, group: &str, word: &str) -> String {
        let key = format!("{group}-{word}");
        if self.has(&key) { self.t(&key) } else { word.to_owned() }
    }

    /// A reason that the system or a parser gave, in this language where it is a usual one.
    #[must_use]
    pub fn reason(&self, reason: &str) -> String {
        let main = reason.split([',', ';', ':']).next().unwrap_or_default();
        let words = main.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
        let key = format!("reason-{}", words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-"));
        if self.has(&key) { self.t(&key) } else { reason.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use atalaya_model::{Lang, Place, choice::Choice};

    use super::*;

    /// Every argument that the documentation of a code names, and those that follow from them.
    const ARGS: &[&str] = &[
        "about",
        "allowed",
        "base",
        "cells",
        "closed",
        "column",
        "columns",
        "count",
        "decision",
        "expert",
        "family",
        "field",
        "expected",
        "fault",
        "fill",
        "first",
        "found",
        "from",
        "header",
        "headers",
        "high",
        "horizon",
        "id",
        "kind",
        "known",
        "nocolumn",
        "norow",
        "label",
        "lacks",
        "lang",
        "low",
        "name",
        "number",
        "opened",
        "other",
        "question",
        "reason",
        "round",
        "rows",
        "scale",
        "separator",
        "sheet",
        "side",
        "text",
        "to",
        "value",
        "variable",
    ];

    #[test]
    fn every_code_is_said_remedied_and_explained_in_both_languages() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for code in Code::ALL {
                let bare = Diagnostic::new(*code, Place::file("a.csv"));
                let value = |name: &str| if name == "kind" { "variable" } else { "importance" };
                let full = ARGS.iter().fold(bare, |d, name| d.with(name, value(name)));
                let said = words.diagnostic(&full);
                let explained = words.explain(*code);
                for text in [&said.text, &said.remedy, &explained.title, &explained.text] {
                    assert!(!text.is_empty() && !text.contains(['⟨', '$']), "{code} {lang:?}: {text}");
                }
                assert!(explained.text.len() > 120, "{code} {lang:?} explains too little");
                assert!(!explained.title.ends_with('.'), "{code} {lang:?}: a title has no full stop");
            }
        }
    }

    #[test]
    fn every_kind_and_family_has_its_word() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for kind in Kind::ALL {
                for key in ["kind", "kinds"] {
                    assert!(words.has(&format!("{key}-{}", kind.as_str())), "{key} {kind:?}");
                }
            }
            for family in atalaya_model::family::FAMILIES {
                assert!(words.has(&format!("family-{}", family.name)), "{}", family.name);
            }
        }
    }

    #[test]
    fn a_text_that_lacks_a_language_is_called_as_the_headers_call_it() {
        let said = |file: &str, field: &str, lang: Lang| {
            let missing = Diagnostic::new(Code::MissingTranslation, Place::file(file));
            Words::new(lang).diagnostic(&missing.with("field", field).with("lang", "en"))
        };
        let told = said("structure/actors.csv", "name", Lang::Es);
        assert_eq!(told.text, "«nombre»: falta el texto en inglés.");
        assert!(told.remedy.contains("`name_en`"), "the column of the file: {}", told.remedy);
        assert_eq!(
            said("study.toml", "viewpoint", Lang::Es).text,
            "«punto_de_vista»: falta el texto en inglés."
        );
        assert_eq!(said("a.csv", "name", Lang::En).text, "“name”: the text in English is missing.");
    }

    #[test]
    fn what_stands_in_a_workbook_is_mended_in_its_sheets() {
        let remedy = |code: Code, lang: Lang, args: &[(&'static str, &str)]| {
            let own = Diagnostic::new(code, Place::file("e.xlsx/indicadores"));
            let own = args.iter().fold(own, |own, (name, value)| own.with(name, *value));
            Words::new(lang).diagnostic(&own).remedy
        };
        assert_eq!(
            remedy(Code::NoIndicator, Lang::Es, &[("id", "V3")]),
            "Agregue uno en la hoja «indicadores» con `variables` = V3."
        );
        for code in Code::ALL {
            for lang in Lang::ALL {
                let full: Vec<_> = ARGS
                    .iter()
                    .map(|name| (*name, if *name == "kind" { "variable" } else { "importance" }))
                    .collect();
                let told = remedy(*code, lang, &full);
                let files = ["study.toml", "rounds.toml", "answers.csv", "indicators.csv", "actions.csv"];
                assert!(!files.iter().any(|file| told.contains(file)), "{code} {lang:?}: {told}");
            }
        }
    }

    #[test]
    fn families_and_what_decisions_are_about_are_written_in_workbooks_as_on_the_pages() {
        let words = Words::new(Lang::Es);
        let families = atalaya_model::family::FAMILIES.iter().map(|family| ("family", family.name));
        let about = atalaya_model::choice::About::ALL.iter().map(|about| ("about", about.as_str()));
        for (group, word) in families.chain(about.filter(|(_, word)| *word == "key-variables")) {
            let page = words.t(&format!("{group}-{word}"));
            let page = if group == "about" { page.to_lowercase() } else { page };
            assert_eq!(choice::said(word, Lang::Es), page);
            if group == "family" {
                let meant = atalaya_model::Family::meant(&page).map(|family| family.name);
                assert_eq!(meant, Some(word));
            }
        }
    }

    #[test]
    fn usual_reasons_are_translated() {
        let words = Words::new(Lang::Es);
        assert_eq!(words.reason("Permission denied"), "no hay permiso");
        assert_eq!(
            words.reason("string values must be quoted, expected literal string"),
            "los textos van entre comillas"
        );
        assert_eq!(words.reason("something else"), "something else");
    }
}
