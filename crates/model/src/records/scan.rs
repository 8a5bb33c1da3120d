//! `scan` · vigilar: evidence, series, and the long list of ideas.

use crate::{
    Code, Diagnostic, Place, Text,
    answer::read_id,
    choice::{Certainty, Dimension, Fate, HitKind, Scope, SeriesStatus},
    field::{Ref, Refs, parse_number},
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

impl Observation {
    /// Its columns as it is written, in the order of [`Observation::read`] and [`Observation::print`].
    pub const COLUMNS: [&'static str; 4] = ["series", "economy", "year", "value"];

    /// Reads it from its cells, by the number of their column in [`Observation::COLUMNS`]; what is wrong is reported at
    /// the cell's place. `None` where there is no value or it cannot be read.
    pub fn read<'a>(
        cell: impl Fn(usize) -> &'a str,
        place: impl Fn(usize) -> Place,
        out: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let [_, economy, year, text] = [0, 1, 2, 3].map(&cell);
        if matches!(text, "" | "-" | ".." | "NA" | "n.d.") {
            return None;
        }
        let series = read_id(cell(0), || place(0), out)?;
        let Some(when) = year.parse().ok().filter(|y| (1500..=3000).contains(y)) else {
            out.push(Diagnostic::new(Code::NotANumber, place(2)).with("text", year));
            return None;
        };
        match parse_number(text) {
            Ok((value, comma)) => {
                if comma {
                    out.push(Diagnostic::new(Code::DecimalComma, place(3)).with("text", text));
                }
                Some(Self { series, economy: economy.to_owned(), year: when, value })
            }
            Err(code) => {
                out.push(Diagnostic::new(code, place(3)).with("text", text));
                None
            }
        }
    }

    /// Prints it as cells, in the order of [`Observation::COLUMNS`].
    #[must_use]
    pub fn print(&self) -> [String; 4] {
        [self.series.to_string(), self.economy.clone(), self.year.to_string(), self.value.to_string()]
    }
}

/// A series' reference that other records use.
pub type SeriesRef = Ref<{ Kind::Series as u8 }>;
