//! Which key a column or a TOML key means: case, `_es` and `_en`, a bare name in a study of one language.

use std::collections::BTreeSet;

use atalaya_model::{Kind, Lang, Record};

/// The keys that a kind of record knows.
#[derive(Clone, Debug, Default)]
pub struct Schema {
    known: BTreeSet<String>,
    /// Starts of keys that hold any name, and whether what they hold is text.
    maps: Vec<(String, bool)>,
    /// Whether other keys are no surprise: a bibliography has many.
    open: bool,
}

impl Schema {
    /// The schema of a kind of record.
    #[must_use]
    pub fn of<T: Record>() -> Self {
        let columns = T::columns();
        let maps = T::fields()
            .into_iter()
            .map(|(name, _, _)| name)
            .filter(|name| {
                !columns.iter().any(|c| c == name || c.strip_prefix(name).is_some_and(|r| r.starts_with('.')))
            })
            // Hashes of wordings are no texts.
            .map(|name| (format!("{name}."), name != "wording"))
            .collect();
        let mut known: BTreeSet<String> = columns.into_iter().collect();
        known.extend(["provenance", "sources"].map(str::to_owned));
        if !T::LONG.is_empty() {
            known.extend(Lang::ALL.map(|lang| format!("{}.{}", T::LONG, lang.code())));
        }
        Self { known, maps, open: T::KIND == Kind::Source }
    }

    /// The schema of `study.toml`: only its bilingual texts matter.
    #[must_use]
    pub fn of_frame() -> Self {
        let frame = atalaya_model::records::Frame::default();
        let texts = frame.texts().into_iter();
        let known =
            texts.flat_map(|(key, _)| Lang::ALL.map(|lang| format!("{key}.{}", lang.code()))).collect();
        Self { known, maps: Vec::new(), open: true }
    }

    /// Whether a field reads this key.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.open
            || self.known.contains(key)
            || self.maps.iter().any(|(map, _)| key.starts_with(map.as_str()))
    }

    /// The key that a header means; what is unknown stays as written.
    #[must_use]
    pub fn key(&self, header: &str, main: Lang) -> String {
        let trimmed = header.trim();
        let lower = trimmed.to_lowercase();
        if self.known.contains(&lower) {
            return lower;
        }
        for lang in Lang::ALL {
            if let Some(base) = lower.strip_suffix(&format!("_{}", lang.code())) {
                let key = format!("{base}.{}", lang.code());
                if self.known.contains(&key) {
                    return key;
                }
            }
        }
        let bare = format!("{lower}.{}", main.code());
        if self.known.contains(&bare) {
            return bare;
        }
        // `path.2019-2022` without a language is a text of the study's main one.
        let in_map = self.maps.iter().any(|(map, text)| *text && trimmed.starts_with(map.as_str()));
        if in_map && !Lang::ALL.iter().any(|lang| trimmed.ends_with(&format!(".{}", lang.code()))) {
            return format!("{trimmed}.{}", main.code());
        }
        trimmed.to_owned()
    }
}
