//! A record is declared once: struct, reader, printer, columns and references follow from the declaration.

use crate::{
    Diagnostic, Id, Lang, Text,
    field::{Field, Printed, Reference, Row, RowReader},
};

/// Where records of a kind are written in the study's folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// Rows of a CSV file.
    Csv(&'static str),
    /// Tables of an array (`[[name]]`) in a TOML file.
    Toml(&'static str, &'static str),
}

impl Home {
    /// The file.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::Csv(file) | Self::Toml(file, _) => file,
        }
    }

    /// The sheet of a workbook that has its records: the name of its CSV file or of its TOML array.
    #[must_use]
    pub fn sheet(self) -> &'static str {
        match self {
            Self::Toml(_, name) => name,
            Self::Csv(file) => {
                let name = file.rsplit('/').next().unwrap_or(file);
                name.split('.').next().unwrap_or(name)
            }
        }
    }

    /// Whether it is a bibliography, whose entries have fields of their own that are kept and not remarked on.
    #[must_use]
    pub fn is_bibliography(self) -> bool {
        self.file().ends_with(".bib")
    }
}

/// A kind of record.
pub trait Record: Sized + Clone + PartialEq + std::fmt::Debug {
    /// Its kind.
    const KIND: Kind;
    /// Where it is written.
    const HOME: Home;
    /// The fields that a long text in `texts/LANG/KIND/ID.md` fills; empty where the kind has none.
    const LONG: &'static str;

    /// The id.
    fn id(&self) -> &Id;
    /// Reads it from a row; what is wrong is reported and `None` returned where it has no id.
    fn read(row: &mut RowReader<'_>) -> Option<Self>;
    /// Prints it as keys and values, in the order of its declaration.
    fn print(&self) -> Vec<(String, Printed)>;
    /// Its columns, in the order of its declaration.
    fn columns() -> Vec<String>;
    /// One entry a field: name, what it is, the words allowed.
    fn fields() -> Vec<(&'static str, &'static str, Vec<&'static str>)>;
    /// Fields that name records: the field, their kind, and whether it may name several.
    fn names() -> Vec<(&'static str, Kind, bool)>;
    /// The ids it refers to.
    fn refs(&self) -> Vec<Reference<'_>>;
    /// The bilingual texts in it.
    fn texts(&self) -> Vec<(String, &Text)>;
    /// The long text, where the kind has one.
    fn long(&self) -> Option<&Text>;
    /// The long text, mutable.
    fn long_mut(&mut self) -> Option<&mut Text>;
    /// Cells that no field has: kept.
    fn extra(&self) -> &std::collections::BTreeMap<String, String>;

    /// Reads it from a row that also holds its long text, as `FIELD.LANG`.
    fn read_whole(row: &mut Row, out: &mut Vec<Diagnostic>) -> Option<Self> {
        let long = Lang::ALL.map(|lang| row.cells.remove(&format!("{}.{}", Self::LONG, lang.code())));
        let mut record = Self::read(&mut RowReader::new(row, out))?;
        if let Some(text) = record.long_mut() {
            for (lang, cell) in Lang::ALL.into_iter().zip(long) {
                *text.side_mut(lang) = cell.map(|cell| cell.text).unwrap_or_default();
            }
        }
        Some(record)
    }

    /// Prints it with its long text.
    fn print_whole(&self) -> Vec<(String, Printed)> {
        let mut out = self.print();
        if let Some(text) = self.long() {
            text.print(Self::LONG, &mut out);
        }
        out
    }
}

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $name:ident = $word:literal),+ $(,)?) => {
        /// The kinds of records.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Kind { $($(#[doc = $doc])+ $name),+ }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word used in files, traces and sheets.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }
        }
    };
}

kinds! {
    /// An expert of the panel.
    Expert = "expert",
    /// A consultation.
    Consultation = "consultation",
    /// A round of a consultation.
    Round = "round",
    /// A decision or a gate.
    Decision = "decision",
    /// A source.
    Source = "source",
    /// A term of the glossary.
    Term = "term",
    /// A limit: what the study includes or excludes.
    Limit = "limit",
    /// A component of the conceptual model.
    Component = "component",
    /// A scanning hit.
    Evidence = "evidence",
    /// A series.
    Series = "series",
    /// An idea of the long list.
    Idea = "idea",
    /// A variable.
    Variable = "variable",
    /// The diagnosis of a variable.
    Diagnosis = "diagnosis",
    /// An actor.
    Actor = "actor",
    /// An objective at stake between the actors.
    Stake = "stake",
    /// A factor of the FODA.
    Factor = "factor",
    /// An axis.
    Axis = "axis",
    /// A state (hypothesis) of a variable.
    State = "state",
    /// A scenario.
    Scenario = "scenario",
    /// A pair of states that exclude each other.
    Exclusion = "exclusion",
    /// A wild card.
    WildCard = "wild-card",
    /// A hypothesis (event) that happens or not by the horizon.
    Hypothesis = "hypothesis",
    /// A contingency plan.
    Plan = "plan",
    /// A criterion for opportunities.
    Criterion = "criterion",
    /// An opportunity.
    Opportunity = "opportunity",
    /// Vision or objective.
    Objective = "objective",
    /// A policy: what the criteria weigh under it.
    Policy = "policy",
    /// An action.
    Action = "action",
    /// A milestone of the backcast.
    Milestone = "milestone",
    /// An indicator.
    Indicator = "indicator",
    /// A threshold of an indicator in a scenario.
    Threshold = "threshold",
    /// A reading of an indicator.
    Reading = "reading",
    /// An early sign of a scenario.
    Sign = "sign",
}

impl Kind {
    /// The kind numbered `number` (used by const parameters); the first where there is none.
    #[must_use]
    pub fn of(number: u8) -> Self {
        Self::ALL.get(usize::from(number)).copied().unwrap_or(Self::Expert)
    }

    /// The kind of this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == word)
    }
}

/// Declares records; see the module's documentation.
macro_rules! record {
    (@long) => { "" };
    (@long $long:ident) => { stringify!($long) };
    (@long_get $self:ident) => { None };
    (@long_get $self:ident $long:ident) => { Some(&$self.$long) };
    (@long_mut $self:ident) => { None };
    (@long_mut $self:ident $long:ident) => { Some(&mut $self.$long) };
    ($(
        $(#[doc = $doc:literal])+
        $name:ident: $kind:ident at ($home:expr) $(, long $long:ident)? {
            $($(#[doc = $fdoc:literal])+ $field:ident: $type:ty),* $(,)?
        }
    )+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Default)]
        pub struct $name {
            /// Permanent id.
            pub id: $crate::Id,
            $($(#[doc = $fdoc])+ pub $field: $type,)*
            $(/// The long text, kept as Markdown in `texts/`.
            pub $long: $crate::Text,)?
            /// Where it comes from, where that differs from the study.
            pub provenance: Option<$crate::choice::Provenance>,
            /// The sources that back it.
            pub sources: $crate::field::Refs<{ $crate::Kind::Source as u8 }>,
            /// Cells that no field has: kept.
            pub extra: std::collections::BTreeMap<String, String>,
        }

        impl $crate::Record for $name {
            const KIND: $crate::Kind = $crate::Kind::$kind;
            const HOME: $crate::record::Home = $home;
            const LONG: &'static str = record!(@long $($long)?);

            fn id(&self) -> &$crate::Id { &self.id }

            fn read(row: &mut $crate::field::RowReader<'_>) -> Option<Self> {
                let Some(cell) = row.take("id") else {
                    row.missing_id();
                    return None;
                };
                let id = $crate::field::read_id(row, &cell.text, &cell.place)?;
                #[allow(clippy::needless_update)]
                let mut record = Self {
                    id,
                    $($field: $crate::field::Field::read(row, stringify!($field)),)*
                    provenance: $crate::field::Field::read(row, "provenance"),
                    sources: $crate::field::Field::read(row, "sources"),
                    ..Self::default()
                };
                record.extra = row.keep_rest();
                Some(record)
            }

            fn print(&self) -> Vec<(String, $crate::field::Printed)> {
                let mut out = vec![("id".to_owned(), $crate::field::Printed::Text(self.id.to_string()))];
                $($crate::field::Field::print(&self.$field, stringify!($field), &mut out);)*
                $crate::field::Field::print(&self.provenance, "provenance", &mut out);
                $crate::field::Field::print(&self.sources, "sources", &mut out);
                out.extend(self.extra.iter().map(|(k, v)| (k.clone(), $crate::field::Printed::Text(v.clone()))));
                out
            }

            fn columns() -> Vec<String> {
                let mut out = vec!["id".to_owned()];
                $(<$type as $crate::field::Field>::columns(stringify!($field), &mut out);)*
                out
            }

            fn fields() -> Vec<(&'static str, &'static str, Vec<&'static str>)> {
                vec![$((stringify!($field), concat!($($fdoc),+), <$type as $crate::field::Field>::words()),)*]
            }

            fn names() -> Vec<(&'static str, $crate::Kind, bool)> {
                #[allow(unused_mut)]
                let mut out = vec![("sources", $crate::Kind::Source, true)];
                $(out.extend(<$type as $crate::field::Field>::names().map(|(kind, many)| (stringify!($field), kind, many)));)*
                out
            }

            fn refs(&self) -> Vec<$crate::field::Reference<'_>> {
                let mut out = Vec::new();
                $($crate::field::Field::refs(&self.$field, stringify!($field), &mut out);)*
                $crate::field::Field::refs(&self.sources, "sources", &mut out);
                out
            }

            fn texts(&self) -> Vec<(String, &$crate::Text)> {
                #[allow(unused_mut)]
                let mut out = Vec::new();
                $($crate::field::Field::texts(&self.$field, stringify!($field), &mut out);)*
                $($crate::field::Field::texts(&self.$long, stringify!($long), &mut out);)?
                out
            }

            fn long(&self) -> Option<&$crate::Text> { record!(@long_get self $($long)?) }
            fn long_mut(&mut self) -> Option<&mut $crate::Text> { record!(@long_mut self $($long)?) }
            fn extra(&self) -> &std::collections::BTreeMap<String, String> { &self.extra }
        }
    )+};
}
pub(crate) use record;

/// Declares a group of keys inside a record (`rules.…`).
macro_rules! section {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident {
            $($(#[doc = $fdoc:literal])+ $field:ident: $type:ty),* $(,)?
        }
    )+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Default)]
        pub struct $name { $($(#[doc = $fdoc])+ pub $field: $type,)* }

        impl $name {
            /// Its fields, with the words that each allows.
            #[must_use]
            pub fn fields() -> Vec<(&'static str, Vec<&'static str>)> {
                vec![$((stringify!($field), <$type as $crate::field::Field>::words()),)*]
            }
        }

        impl $crate::field::Field for $name {
            fn read(row: &mut $crate::field::RowReader<'_>, key: &str) -> Self {
                Self { $($field: $crate::field::Field::read(row, &format!("{key}.{}", stringify!($field))),)* }
            }
            fn print(&self, key: &str, out: &mut Vec<(String, $crate::field::Printed)>) {
                $($crate::field::Field::print(&self.$field, &format!("{key}.{}", stringify!($field)), out);)*
            }
            fn columns(key: &str, out: &mut Vec<String>) {
                $(<$type as $crate::field::Field>::columns(&format!("{key}.{}", stringify!($field)), out);)*
            }
            fn texts<'a>(&'a self, key: &str, out: &mut Vec<(String, &'a $crate::Text)>) {
                $($crate::field::Field::texts(&self.$field, &format!("{key}.{}", stringify!($field)), out);)*
            }
        }
    )+};
}
pub(crate) use section;

impl RowReader<'_> {
    /// Reports a record without id.
    pub fn missing_id(&mut self) {
        let place = self.place().clone();
        self.report(crate::Diagnostic::new(crate::Code::MissingId, place));
    }

    /// Keeps what no field took, reporting each column once a row.
    pub fn keep_rest(&mut self) -> std::collections::BTreeMap<String, String> {
        let rest = self.rest();
        rest.into_iter()
            .filter(|(_, cell)| !cell.text.is_empty())
            .map(|(key, cell)| (key, cell.text))
            .collect()
    }
}
