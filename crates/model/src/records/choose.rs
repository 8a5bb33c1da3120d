//! `choose` · apostar: decisions, gates and contingency plans.

use crate::{
    Id, Text,
    choice::{About, GateState, Role, Stage},
    field::{Field, Printed, Ref, Refs, RowReader, read_id},
    record::{Home, Kind, record},
};

/// Ids of records of any kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnyRefs(pub Vec<Id>);

impl Field for AnyRefs {
    fn read(row: &mut RowReader<'_>, key: &str) -> Self {
        let Some(cell) = row.take(key) else { return Self::default() };
        let parts = cell
            .items
            .clone()
            .unwrap_or_else(|| cell.text.split([' ', ',', ';']).map(str::to_owned).collect());
        let parts = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
        Self(parts.filter_map(|part| read_id(row, part, &cell.place)).collect())
    }
    fn print(&self, key: &str, out: &mut Vec<(String, Printed)>) {
        if !self.0.is_empty() {
            out.push((key.to_owned(), Printed::List(self.0.iter().map(Id::to_string).collect())));
        }
    }
}

record! {
    /// What was decided, on what it rested, and why; or a stage's gate.
    Decision: Decision at (Home::Toml("decisions.toml", "decision")) {
        /// What it is about.
        about: Option<About>,
        /// For a gate: the stage.
        stage: Option<Stage>,
        /// For a gate: the state reached.
        state: Option<GateState>,
        /// What was chosen.
        chosen: AnyRefs,
        /// What the rule proposed then.
        proposed: AnyRefs,
        /// Hash of the findings it rested on.
        basis: String,
        /// The reason.
        reason: Text,
        /// Alternatives considered.
        alternatives: AnyRefs,
        /// By whom.
        by: Text,
        /// In which role.
        role: Option<Role>,
        /// When, `YYYY-MM-DD`.
        date: String,
        /// For a gate: who took part, and how many.
        quorum: Text,
        /// For a gate: objections.
        objections: Text,
    }

    /// A contingency plan: what to do if the bet fails, and the sign that triggers it.
    Plan: Plan at (Home::Csv("choose/plans.csv")) {
        /// Name.
        name: Text,
        /// The sign that triggers it.
        trigger: Text,
        /// Year by which the trigger is read.
        year: Option<i64>,
        /// What is done instead.
        response: Text,
        /// Actions that it strengthens.
        actions: Refs<{ Kind::Action as u8 }>,
        /// Scenario it is for.
        scenario: Ref<{ Kind::Scenario as u8 }>,
    }
}
