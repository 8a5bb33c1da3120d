//! The lane of consultations: panel, consultations, rounds.

use std::collections::BTreeMap;

use crate::{
    Text,
    choice::Mode,
    field::{Ref, Refs},
    record::{Home, Kind, record},
};

record! {
    /// An expert of the panel, by code: never a name or an address.
    Expert: Expert at (Home::Csv("panel.csv")) {
        /// Country, ISO 3166-1 alpha-3.
        country: String,
        /// Group contrasted with the others, and stratum of the resampling.
        group: String,
        /// Sector of the panel's margins.
        sector: String,
        /// Self-rated knowledge, 0 to 10 (Kc of the coefficient K).
        knowledge: Option<f64>,
        /// Sources of argument, six letters A, M or B in the order of the standard table (Ka of the coefficient K).
        argumentation: String,
    }

    /// A consultation of the panel.
    Consultation: Consultation at (Home::Toml("consult/rounds.toml", "consultation")) {
        /// Name.
        name: Text,
        /// What it was for.
        purpose: Text,
        /// How it was answered: individual, consensus, workshop, decision.
        mode: Option<Mode>,
    }

    /// A round of a consultation.
    Round: Round at (Home::Toml("consult/rounds.toml", "round")) {
        /// The consultation it belongs to.
        consultation: Ref<{ Kind::Consultation as u8 }>,
        /// Number within the consultation, from 1.
        number: Option<i64>,
        /// First day, `YYYY-MM-DD`.
        opened: String,
        /// Last day, `YYYY-MM-DD`.
        closed: String,
        /// Who was invited.
        invited: Refs<{ Kind::Expert as u8 }>,
        /// Families asked.
        families: Vec<String>,
        /// Hash of each item's wording when it was asked.
        wording: BTreeMap<String, String>,
    }
}
