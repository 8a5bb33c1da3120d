//! Profiles: which chapters a kind of reader is handed, in which order, under which names. They are data that people copy
//! and change (`profiles/*.toml`); no profile computes anything, each picks from the whole report.

mod apply;

pub use apply::Applied;
pub(crate) use apply::{anchors, settled};

use std::collections::{BTreeMap, BTreeSet};

use atalaya_model::Lang;
use atalaya_words::School;
use serde::Deserialize;

use crate::doc::{Front, Numbering};

macro_rules! shipped {
    ($($name:literal),+ $(,)?) => {
        /// The profiles that come with the program, the default first: name and text.
        pub const SHIPPED: &[(&str, &str)] = &[$(($name, include_str!(concat!("../profiles/", $name, ".toml")))),+];
    };
}
shipped!("prospectivo", "ceplan-2016", "tesis", "articulo", "decisor");

/// The profile without which a report is the whole of it.
pub const DEFAULT: &str = "prospectivo";

/// The version of the form of a profile.
const FORMAT: u32 = 1;

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// Spanish.
    #[serde(default)]
    pub es: String,
    /// English.
    #[serde(default)]
    pub en: String,
}

impl Said {
    /// The side of a language, the other where it is empty.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        let (own, other) = match lang {
            Lang::Es => (&self.es, &self.en),
            Lang::En => (&self.en, &self.es),
        };
        if own.is_empty() { other } else { own }
    }
}

/// A table of each language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tables {
    /// Spanish.
    #[serde(default)]
    es: BTreeMap<String, String>,
    /// English.
    #[serde(default)]
    en: BTreeMap<String, String>,
}

impl Tables {
    fn get(&self, lang: Lang) -> &BTreeMap<String, String> {
        match lang {
            Lang::Es => &self.es,
            Lang::En => &self.en,
        }
    }
}

/// A profile.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    format: u32,
    /// Its name, which is also that of the folder of its report.
    pub id: String,
    /// What it is for, in a line.
    pub about: Said,
    /// The kind of document, above the title; empty for the report's own.
    #[serde(default)]
    pub kicker: Said,
    /// What whoever hands it in must see to, as a note below the first heading; empty for none.
    #[serde(default)]
    pub notice: Said,
    /// How the document opens.
    #[serde(default)]
    pub front: Front,
    /// Whether the page for the decision-maker comes first.
    #[serde(default)]
    pub decision: bool,
    /// Whether notes on how things were computed are printed.
    #[serde(default = "yes")]
    pub methods: bool,
    /// Whether findings say what they rest on: a fold on the page, a note on paper.
    #[serde(default = "yes")]
    pub traces: bool,
    /// Whether a section that begins with a figure or a table says first what its figures show.
    #[serde(default)]
    pub prose: bool,
    /// Whether the list of references holds only what the document cites.
    #[serde(default)]
    pub only_cited: bool,
    /// Sections, tables and figures to leave out, by anchor.
    #[serde(default)]
    pub leave: BTreeSet<String>,
    /// Words as a school has them: form = replacement.
    #[serde(default)]
    pub terms: Tables,
    /// Whole messages of the program, by key.
    #[serde(default)]
    pub texts: Tables,
    /// What the title page says, instead of the facts of the study.
    #[serde(default, rename = "field")]
    pub fields: Vec<Field>,
    /// The chapters.
    #[serde(default, rename = "part")]
    pub parts: Vec<Part>,
}

fn yes() -> bool {
    true
}

fn chapter() -> u8 {
    1
}

/// A line of the title page.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name.
    pub name: Said,
    /// What it says; empty for what the study says, or for a placeholder.
    #[serde(default)]
    pub value: Said,
    /// Where the study says it.
    pub study: Option<FromStudy>,
    /// What the author is asked to write where nobody says it.
    #[serde(default)]
    pub write: Said,
}

/// What a title page may take from a study.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FromStudy {
    /// Who signs it; below the title.
    Authors,
    /// The day of which it speaks.
    Date,
}

/// A chapter of a profile, or a section of the one before it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// 1 for a chapter, 2 for a section of the chapter before it, 3 for a part of that section.
    #[serde(default = "chapter")]
    pub level: u8,
    /// Its title; without one what it takes keeps its own.
    #[serde(default)]
    pub title: Said,
    /// A name by which references find it; that of the first thing taken where it is empty.
    #[serde(default)]
    pub anchor: String,
    /// How it is numbered; what it takes says so where this does not.
    pub numbering: Option<Numbering>,
    /// What it says before anything taken, as Markdown.
    #[serde(default)]
    pub text: Said,
    /// What the author is asked to write here; a marked placeholder until there is a text.
    #[serde(default)]
    pub write: Said,
    /// Chapters and sections of the whole report, by anchor. Below a title each is a section; one alone is the chapter.
    #[serde(default)]
    pub take: Vec<String>,
}

/// Why a profile cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProfileError {
    /// It is no TOML of the form of a profile: the line, and why.
    #[error("{1}")]
    Form(Option<u32>, String),
    /// A newer form.
    #[error("format {0} is newer than this program")]
    Newer(u32),
    /// A name that is no folder's.
    #[error("\"{0}\" is no name: letters, digits and hyphens")]
    BadName(String),
    /// Something is taken twice.
    #[error("\"{0}\" is taken twice")]
    Twice(String),
    /// A part stands below nothing.
    #[error("part {0} is of level {1}, and the one before it is no part of the level above")]
    Level(usize, u8),
}

impl ProfileError {
    /// The line where it is, from 1; `None` where it is nowhere in particular.
    #[must_use]
    pub const fn line(&self) -> Option<u32> {
        match self {
            Self::Form(line, _) => *line,
            _ => None,
        }
    }
}

impl Profile {
    /// Reads a profile.
    ///
    /// # Errors
    /// What is wrong with its form, with line and column where the reader knows them.
    pub fn parse(text: &str) -> Result<Self, ProfileError> {
        let profile: Self = toml::from_str(text).map_err(|error| {
            let line = error.span().map(|span| text[..span.start].matches('\n').count() as u32 + 1);
            ProfileError::Form(line, error.message().to_owned())
        })?;
        if profile.format > FORMAT {
            return Err(ProfileError::Newer(profile.format));
        }
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if profile.id.is_empty() || profile.id.starts_with('-') || !profile.id.chars().all(fits) {
            return Err(ProfileError::BadName(profile.id));
        }
        let mut above = 0;
        for (index, part) in profile.parts.iter().enumerate() {
            if part.level < 1 || part.level > 3 || part.level > above + 1 {
                return Err(ProfileError::Level(index + 1, part.level));
            }
            above = part.level;
        }
        let mut taken = BTreeSet::new();
        match profile.parts.iter().flat_map(|part| &part.take).find(|anchor| !taken.insert(*anchor)) {
            Some(twice) => Err(ProfileError::Twice(twice.clone())),
            None => Ok(profile),
        }
    }

    /// How its school calls things.
    #[must_use]
    pub fn school(&self, lang: Lang) -> School {
        School { terms: self.terms.get(lang).clone(), texts: self.texts.get(lang).clone() }
    }
}
