//! Which key a column or a TOML key means: case, `_es` and `_en`, a bare name in a study of one language; a column also
//! what people call it.

use std::collections::BTreeSet;

use atalaya_model::{
    Kind, Lang, Record,
    heading::{self, Of},
};

/// The keys that a kind of record knows.
#[derive(Clone, Debug, Default)]
pub struct Schema {
    /// In the order of their declaration.
    known: Vec<String>,
    /// The sheet that holds such records, which may also head the column of their names.
    sheet: &'static str,
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
        let mut known = columns;
        known.extend(["provenance", "sources"].map(str::to_owned));
        if !T::LONG.is_empty() {
            known.extend(Lang::ALL.map(|lang| format!("{}.{}", T::LONG, lang.code())));
        }
        Self { known, sheet: T::HOME.sheet(), maps, open: T::KIND == Kind::Source }
    }

    /// The schema of a table with these columns and no others.
    #[must_use]
    pub fn of_columns(columns: &[&str]) -> Self {
        Self { known: columns.iter().map(|column| (*column).to_owned()).collect(), ..Self::default() }
    }

    /// The schema of `study.toml`: only its bilingual texts matter.
    #[must_use]
    pub fn of_frame() -> Self {
        let frame = atalaya_model::records::Frame::default();
        let texts = frame.texts().into_iter();
        let known =
            texts.flat_map(|(key, _)| Lang::ALL.map(|lang| format!("{key}.{}", lang.code()))).collect();
        Self { known, open: true, ..Self::default() }
    }

    /// Whether a field reads this key.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.open || self.knows_itself(key) || self.in_map(key)
    }

    /// The key that a header means; what is unknown stays as written.
    #[must_use]
    pub fn key(&self, header: &str, main: Lang) -> String {
        let trimmed = header.trim();
        let lower = trimmed.to_lowercase();
        if self.knows_itself(&lower) {
            return lower;
        }
        for lang in Lang::ALL {
            if let Some(base) = lower.strip_suffix(&format!("_{}", lang.code())) {
                let key = format!("{base}.{}", lang.code());
                if self.knows_itself(&key) {
                    return key;
                }
            }
        }
        let bare = format!("{lower}.{}", main.code());
        if self.knows_itself(&bare) {
            return bare;
        }
        // `path.2019-2022` without a language is a text of the study's main one.
        let in_map = self.maps.iter().any(|(map, text)| *text && trimmed.starts_with(map.as_str()));
        if in_map && !Lang::ALL.iter().any(|lang| trimmed.ends_with(&format!(".{}", lang.code()))) {
            return format!("{trimmed}.{}", main.code());
        }
        trimmed.to_owned()
    }

    /// The keys that the headers of a table mean, `None` for an empty one. What a file writes comes before what people
    /// call it, and a key is meant once; a table without ids has them in its codes. What is unknown stays as written.
    #[must_use]
    pub fn keys<'c>(&self, headers: impl IntoIterator<Item = &'c str>, main: Lang) -> Vec<Option<String>> {
        let headers: Vec<&str> = headers.into_iter().collect();
        let mut keys: Vec<Option<String>> =
            headers.iter().map(|cell| (!cell.is_empty()).then(|| self.key(cell, main))).collect();
        let taken = |keys: &[Option<String>], wanted: &str| keys.iter().flatten().any(|key| key == wanted);
        let unknown = |key: &str| !self.knows_itself(key) && !self.in_map(key);
        for (at, header) in headers.iter().enumerate() {
            if keys[at].as_deref().is_some_and(unknown) {
                let mut meant = self.called(header, main);
                meant.retain(|key| !taken(&keys, key));
                match meant.as_slice() {
                    [key] => keys[at] = Some(key.clone()),
                    several if several.iter().any(|key| key == "id") => keys[at] = Some("id".to_owned()),
                    _ => {}
                }
            }
        }
        // `Variable` heads the names of variables.
        let name = format!("name.{}", main.code());
        for (at, header) in headers.iter().enumerate() {
            if keys[at].as_deref().is_some_and(unknown)
                && !Of::Sheets.meant(header, std::iter::once(self.sheet)).is_empty()
                && let Some(key) =
                    [name.as_str(), "id"].into_iter().find(|key| !unknown(key) && !taken(&keys, key))
            {
                keys[at] = Some(key.to_owned());
            }
        }
        if !taken(&keys, "id")
            && let Some(code) = keys.iter_mut().flatten().find(|key| key.as_str() == "code")
        {
            "id".clone_into(code);
        }
        keys
    }

    /// Whether a key is one of those that hold any name.
    fn in_map(&self, key: &str) -> bool {
        self.maps.iter().any(|(map, _)| key.starts_with(map.as_str()))
    }

    /// The keys that a header may mean by what people call them.
    fn called(&self, header: &str, main: Lang) -> Vec<String> {
        // `camino.2019-2022`
        if let Some((first, rest)) = header.split_once('.') {
            let maps = self.maps.iter().map(|(map, _)| map.trim_end_matches('.'));
            return match Of::Columns.meant(first.trim(), maps)[..] {
                [map] => vec![self.key(&format!("{map}.{rest}"), main)],
                _ => self.named(header, main),
            };
        }
        self.named(header, main)
    }

    fn named(&self, header: &str, main: Lang) -> Vec<String> {
        let side = |key: &'_ str| -> Option<Lang> {
            Lang::ALL.into_iter().find(|lang| key.rsplit_once('.').is_some_and(|(_, end)| end == lang.code()))
        };
        let bases: BTreeSet<&str> = self
            .known
            .iter()
            .map(|key| if side(key).is_some() { &key[..key.len() - 3] } else { key.as_str() })
            .collect();
        let found = |text: &str, lang: Option<Lang>| -> Vec<String> {
            let meant = Of::Columns.meant(text, bases.iter().copied());
            let key = |base: &&str| {
                let sided = format!("{base}.{}", lang.unwrap_or(main).code());
                let plain = lang.is_none().then(|| (*base).to_owned());
                plain.filter(|key| self.knows_itself(key)).or(Some(sided).filter(|k| self.knows_itself(k)))
            };
            meant.iter().filter_map(key).collect()
        };
        let whole = found(header, None);
        if !whole.is_empty() {
            return whole;
        }
        heading::sided(header).map(|(base, lang)| found(&base, Some(lang))).unwrap_or_default()
    }

    /// The keys that a table may have, apart by spaces: for whoever is told of one that it has not.
    pub(crate) fn listed(&self) -> String {
        self.known.join(" ")
    }

    fn knows_itself(&self, key: &str) -> bool {
        self.known.iter().any(|known| known == key)
    }
}
