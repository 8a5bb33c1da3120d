//! `structure` · estructurar: variables and their diagnosis, actors, factors.

use crate::{
    Text,
    choice::{Dimension, FactorKind, Location},
    field::{Ref, Refs},
    record::{Home, Kind, record},
};

record! {
    /// A validated variable of the system.
    Variable: Variable at (Home::Csv("structure/variables.csv")) {
        /// Label on pictures; the id where absent.
        code: String,
        /// Name.
        name: Text,
        /// Definition.
        definition: Text,
        /// Dimension.
        dimension: Option<Dimension>,
        /// Inside or outside of the unit.
        location: Option<Location>,
        /// Component of the conceptual model.
        component: Ref<{ Kind::Component as u8 }>,
        /// Indicators that measure it.
        indicators: Refs<{ Kind::Indicator as u8 }>,
    }

    /// The diagnosis of a variable: its ficha.
    Diagnosis: Diagnosis at (Home::Csv("structure/diagnosis.csv")) {
        /// The variable.
        variable: Ref<{ Kind::Variable as u8 }>,
        /// Present situation.
        situation: Text,
        /// Causes of the gap.
        causes: Text,
        /// Actors who move it.
        actors: Refs<{ Kind::Actor as u8 }>,
        /// Series that describes it.
        series: Ref<{ Kind::Series as u8 }>,
        /// Where the present trend leads by the horizon.
        tendency: Text,
        /// Indicator proposed where none exists.
        proposed: Text,
    }

    /// An actor.
    Actor: Actor at (Home::Csv("structure/actors.csv")) {
        /// Label on pictures; the id where absent.
        code: String,
        /// Name.
        name: Text,
        /// Kind of actor: State, firms, university, …
        sector: Text,
        /// What it wants of the question.
        interest: Text,
        /// What it can do about it.
        resource: Text,
        /// Variables it moves.
        variables: Refs<{ Kind::Variable as u8 }>,
    }

    /// An objective at stake: something on which actors take sides (Godet's battlefields).
    Stake: Stake at (Home::Csv("structure/stakes.csv")) {
        /// Label on pictures; the id where absent.
        code: String,
        /// The objective.
        name: Text,
        /// What being for or against it means.
        definition: Text,
        /// Variables it concerns.
        variables: Refs<{ Kind::Variable as u8 }>,
    }

    /// A factor of the FODA of the subject.
    Factor: Factor at (Home::Csv("structure/foda.csv")) {
        /// Strength, weakness, opportunity or threat.
        kind: Option<FactorKind>,
        /// The factor.
        name: Text,
        /// Variables it concerns.
        variables: Refs<{ Kind::Variable as u8 }>,
    }
}
