//! `watch` · seguir: indicators, thresholds, readings, signs.

use crate::{
    Text,
    field::{Ref, Refs},
    record::{Home, Kind, record},
};

record! {
    /// An indicator.
    Indicator: Indicator at (Home::Csv("watch/indicators.csv")) {
        /// Name.
        name: Text,
        /// Unit.
        unit: Text,
        /// Series that feeds it.
        series: Ref<{ Kind::Series as u8 }>,
        /// Variables it measures.
        variables: Refs<{ Kind::Variable as u8 }>,
        /// Objectives it measures.
        objectives: Refs<{ Kind::Objective as u8 }>,
        /// Baseline value.
        baseline: Option<f64>,
        /// Year of the baseline.
        baseline_year: Option<i64>,
        /// Target value in the bet.
        target: Option<f64>,
        /// Year of the target.
        target_year: Option<i64>,
        /// Who publishes it.
        publisher: Text,
        /// Who answers for it.
        responsible: Refs<{ Kind::Actor as u8 }>,
        /// How often it is read.
        frequency: Text,
        /// What a reader must know.
        note: Text,
    }

    /// The value of an indicator that belongs to a scenario at the horizon.
    Threshold: Threshold at (Home::Csv("watch/thresholds.csv")) {
        /// The indicator.
        indicator: Ref<{ Kind::Indicator as u8 }>,
        /// The scenario.
        scenario: Ref<{ Kind::Scenario as u8 }>,
        /// Lowest value of the scenario.
        low: Option<f64>,
        /// Highest value of the scenario.
        high: Option<f64>,
    }

    /// A reading of an indicator after the study.
    Reading: Reading at (Home::Csv("watch/readings.csv")) {
        /// The indicator.
        indicator: Ref<{ Kind::Indicator as u8 }>,
        /// Year read.
        year: Option<i64>,
        /// Value.
        value: Option<f64>,
        /// What must be said of it.
        note: Text,
    }

    /// An early sign of a scenario.
    Sign: Sign at (Home::Csv("watch/signs.csv")) {
        /// The scenario.
        scenario: Ref<{ Kind::Scenario as u8 }>,
        /// The sign.
        name: Text,
        /// Where it would be seen.
        seen_in: Text,
    }
}
