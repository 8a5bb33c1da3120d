//! The study: its frame, its records, its answers.

use crate::{
    Answer, Code, Diagnostic, Id, Kind, Lang, Place, Record,
    diagnostic::FileName,
    family::{Family, Scale},
    heading::Of::Sheets,
    record::Home,
    records::*,
};
use std::collections::BTreeMap;

/// Calls a macro with every table of a study: `field: Type` pairs in the order of a study's path.
#[macro_export]
macro_rules! with_tables {
    ($callback:ident) => {
        $callback! {
            sources: Source, terms: Term, limits: Limit, components: Component, experts: Expert,
            consultations: Consultation, rounds: Round, evidence: Evidence, series: Series, ideas: Idea,
            variables: Variable, diagnoses: Diagnosis, actors: Actor, stakes: Stake, factors: Factor, axes: Axis,
            states: State, scenarios: Scenario, exclusions: Exclusion, wild_cards: WildCard,
            hypotheses: Hypothesis, decisions: Decision, plans: Plan, criteria: Criterion,
            opportunities: Opportunity, objectives: Objective, policies: Policy, actions: Action,
            milestones: Milestone, indicators: Indicator, thresholds: Threshold, readings: Reading, signs: Sign
        }
    };
}

macro_rules! study {
    ($($table:ident: $type:ident),+) => {
        /// A study as people wrote it.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Study {
            /// `study.toml`.
            pub frame: Frame,
            /// The answers, in canonical order (round, question, expert).
            pub answers: Vec<Answer>,
            /// Values of the series, in canonical order (series, economy, year).
            pub observations: Vec<Observation>,
            $(#[doc = concat!("Records of kind `", stringify!($type), "`, in the order of their file.")]
            pub $table: Vec<$type>,)+
        }

        impl Study {
            /// The ids of every record of a kind, in the order of its file.
            #[must_use]
            pub fn ids(&self, kind: Kind) -> Vec<&Id> {
                $(if <$type as Record>::KIND == kind {
                    return self.$table.iter().map(Record::id).collect();
                })+
                Vec::new()
            }
        }
    };
}
with_tables!(study);

macro_rules! homes {
    ($($table:ident: $type:ident),+) => {
        impl Kind {
            /// Where records of a kind are written.
            #[must_use]
            pub const fn home(self) -> Home {
                match self { $(<crate::records::$type as Record>::KIND => <crate::records::$type as Record>::HOME),+ }
            }
        }
    };
}
with_tables!(homes);

impl Study {
    /// Puts answers and observations in canonical order, so that the order of rows in files means nothing.
    pub fn normalise(&mut self) {
        self.answers
            .sort_by(|a, b| (&a.round, &a.question, &a.expert).cmp(&(&b.round, &b.question, &b.expert)));
        self.observations
            .sort_by(|a, b| (&a.series, &a.economy, a.year).cmp(&(&b.series, &b.economy, b.year)));
    }

    /// The scale of a family in this study.
    #[must_use]
    pub fn scale(&self, family: &'static Family) -> Scale {
        self.frame.scales.get(family.name).and_then(|text| parse_scale(text)).unwrap_or(family.scale)
    }

    /// The seed of every draw.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.frame.seed.map_or(0, |seed| seed as u64)
    }
}

/// Reads a scale written `min..max` in whole numbers.
#[must_use]
pub fn parse_scale(text: &str) -> Option<Scale> {
    let (min, max) = text.split_once("..")?;
    let (min, max) = (min.trim().parse().ok()?, max.trim().parse().ok()?);
    (min < max).then_some(Scale::Integer { min, max })
}

/// A study, what is wrong with what people wrote, and where each record stands.
#[derive(Clone, Debug, Default)]
pub struct Loaded<T = Study> {
    /// What could be read.
    pub value: T,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Where each record, and each of its cells, was written.
    pub places: Places,
}

/// Where the files of matrices name an id: the file, the id, and which end of the question it is, 0 or 1.
pub type Labels = BTreeMap<(FileName, Id, usize), Place>;

/// Where each record and cell was written.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Records: their start and the cells by key.
    pub records: BTreeMap<(Kind, Id), (Place, BTreeMap<String, Place>)>,
    /// Keys of `study.toml`.
    pub frame: BTreeMap<String, Place>,
    /// Answers, in the order of `Study::answers`.
    pub answers: Vec<Place>,
    /// Where the ids of answers stand that are the labels of a matrix.
    pub labels: Labels,
    /// The columns of a long table of answers, by its file: expert, round, question.
    pub columns: BTreeMap<FileName, [u32; 3]>,
    /// Values of series, in the order of `Study::observations`.
    pub observations: Vec<Place>,
    /// The keys of the columns that the tables of records had, by kind.
    pub heads: BTreeMap<Kind, Vec<String>>,
}

impl Places {
    /// Where a field of a record was written; the record's start where the field was not.
    #[must_use]
    pub fn of(&self, kind: Kind, id: &Id, key: &str) -> Place {
        match self.records.get(&(kind, id.clone())) {
            Some((start, cells)) => cells.get(key).unwrap_or(start).clone(),
            None => Place::default(),
        }
    }

    /// Where an answer says whose it is (`part` 0), in which round (1) and to what (2): a column of its row; the file as a
    /// whole where a matrix's name says it.
    #[must_use]
    pub fn of_answer(&self, index: usize, part: usize) -> Place {
        let place = self.answers.get(index).cloned().unwrap_or_default();
        if let Some(columns) = self.columns.get(&place.file) {
            return Place { column: columns[part], ..place };
        }
        let matrix = self.labels.keys().any(|(file, ..)| *file == place.file);
        if matrix { Place::file(&place.file) } else { place }
    }

    /// Where a key of `study.toml` was written.
    #[must_use]
    pub fn of_frame(&self, key: &str) -> Place {
        let sheet = || self.sheet("study").unwrap_or_else(|| Place::file("study.toml"));
        self.frame.get(key).cloned().unwrap_or_else(sheet)
    }

    /// Where records of a kind are written: their file, or the sheet of the workbook that holds the study.
    #[must_use]
    pub fn of_kind(&self, kind: Kind) -> Place {
        self.sheet(kind.home().sheet()).unwrap_or_else(|| Place::file(kind.home().file()))
    }

    /// A sheet of the workbook that holds the study, called in the language of the sheet that holds its frame.
    fn sheet(&self, word: &str) -> Option<Place> {
        let (book, frame) = self.frame.values().find(|place| place.in_workbook())?.file.rsplit_once('/')?;
        let spanish = Sheets.name("study", Lang::Es).eq_ignore_ascii_case(frame);
        let name = Sheets.name(word, if spanish { Lang::Es } else { Lang::En });
        Some(Place::file(format!("{book}/{name}").as_str()))
    }

    /// What is wrong where the study's format is newer than this release's.
    #[must_use]
    pub fn newer_format(&self, frame: &Frame) -> Option<Diagnostic> {
        (frame.format > i64::from(crate::FORMAT)).then(|| {
            Diagnostic::new(Code::NewerFormat, self.of_frame("format"))
                .with("found", frame.format)
                .with("known", crate::FORMAT)
        })
    }
}
