//! `scan` · vigilar: evidence, series, and the long list of ideas.

use crate::{
    Text,
    choice::{Certainty, Dimension, Fate, HitKind, Scope, SeriesStatus},
    field::{Ref, Refs},
    record::{Home, Kind, record},
};

record! {
    /// A scanning hit: what was seen, where, when, and what it touches.
    Evidence: Evidence at (Home::Csv("scan/evidence.csv")) {
        /// What was seen, in a line.
        name: Text,
        /// What it means for the study.
        summary: Text,
        /// Date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
        date: String,
        /// Kind.
        kind: Option<HitKind>,
        /// Dimension.
        dimension: Option<Dimension>,
        /// Scope.
        scope: Option<Scope>,
        /// Impact on the question, 1 to 5.
        impact: Option<f64>,
        /// Pertinence to the question, 1 to 5.
        pertinence: Option<f64>,
        /// Certainty.
        certainty: Option<Certainty>,
        /// Variables it touches.
        variables: Refs<{ Kind::Variable as u8 }>,
    }

    /// A series of public figures; its values are in `scan/values.csv`.
    Series: Series at (Home::Csv("scan/series.csv")) {
        /// Name.
        name: Text,
        /// Unit, as printed.
        unit: Text,
        /// Least value that the unit allows (0 for a count or a share): no forecast goes below it.
        min: Option<f64>,
        /// Greatest value that the unit allows (100 for a percentage of a whole): no forecast goes above it.
        max: Option<f64>,
        /// Code at its source.
        code: String,
        /// Whether it is still published for the study's economy.
        status: Option<SeriesStatus>,
        /// Day it was read, `YYYY-MM-DD`.
        accessed: String,
        /// What a reader must know.
        note: Text,
        /// Variables it describes.
        variables: Refs<{ Kind::Variable as u8 }>,
    }

    /// An idea of the long list, and what became of it.
    Idea: Idea at (Home::Csv("scan/ideas.csv")) {
        /// Name.
        name: Text,
        /// Evidence it came from.
        evidence: Refs<{ Kind::Evidence as u8 }>,
        /// What became of it.
        fate: Option<Fate>,
        /// The variables that carry it on.
        into: Refs<{ Kind::Variable as u8 }>,
        /// Why.
        reason: Text,
    }
}

/// One value of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// The series.
    pub series: crate::Id,
    /// ISO code of the economy.
    pub economy: String,
    /// Year.
    pub year: i64,
    /// Value, in the series' unit.
    pub value: f64,
}

/// A series' reference that other records use.
pub type SeriesRef = Ref<{ Kind::Series as u8 }>;
