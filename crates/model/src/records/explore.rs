//! `explore` · explorar: axes, states, scenarios, wild cards.

use std::collections::BTreeMap;

use crate::{
    Text,
    choice::{AxisKind, ScenarioKind},
    field::{Ref, Refs},
    record::{Home, Kind, record},
};

record! {
    /// An axis of the plane of scenarios.
    Axis: Axis at (Home::Toml("explore/axes.toml", "axis")) {
        /// The variable it stands for.
        variable: Ref<{ Kind::Variable as u8 }>,
        /// Whether the axis is external to everybody, or a lever of some actor.
        kind: Option<AxisKind>,
        /// Name; the variable's where absent.
        name: Text,
        /// The + pole.
        high: Text,
        /// The − pole.
        low: Text,
        /// From whose point of view it is external.
        viewpoint: Text,
        /// Verifiable conditions of the + pole, by letter.
        conditions: BTreeMap<String, Text>,
        /// How many of them must hold.
        required: Option<i64>,
        /// Day of the verification, `YYYY-MM-DD`.
        verified_on: String,
        /// Whether a pole is a wish of the subject.
        wish: bool,
        /// Uncertainties that stress the axes, where they are motor.
        stress: BTreeMap<String, Text>,
    }

    /// A state (hypothesis) of a variable at the horizon; its id is `variable.state`.
    State: State at (Home::Csv("explore/states.csv")) {
        /// The state.
        name: Text,
    }

    /// A scenario: an image and a path.
    Scenario: Scenario at (Home::Toml("explore/scenarios.toml", "scenario")), long narrative {
        /// Label on pictures; the id where absent.
        code: String,
        /// Name.
        name: Text,
        /// Kind.
        kind: Option<ScenarioKind>,
        /// Poles in the order of the axes: `++`, `+-`, `-+`, `--`.
        corner: String,
        /// Position on the plane, from -1 to 1, for the present and the tendencial.
        x: Option<f64>,
        /// Position on the plane, from -1 to 1.
        y: Option<f64>,
        /// The state of each variable.
        states: Refs<{ Kind::State as u8 }>,
        /// The path by periods.
        path: BTreeMap<String, Text>,
        /// Winners.
        winners: Text,
        /// Losers.
        losers: Text,
        /// The territory in it.
        territory: Text,
    }

    /// Two states that exclude each other.
    Exclusion: Exclusion at (Home::Csv("explore/exclusions.csv")) {
        /// One state.
        a: Ref<{ Kind::State as u8 }>,
        /// The other.
        b: Ref<{ Kind::State as u8 }>,
        /// Why.
        reason: Text,
    }

    /// A hypothesis (event) that happens or not by the horizon: what SMIC asks the probability of.
    Hypothesis: Hypothesis at (Home::Csv("explore/hypotheses.csv")) {
        /// Label on pictures; the id where absent.
        code: String,
        /// The event.
        name: Text,
        /// How one will tell at the horizon whether it happened.
        definition: Text,
        /// The variable it concerns.
        variable: Ref<{ Kind::Variable as u8 }>,
    }

    /// A wild card (comodín): improbable, and it breaks scenarios.
    WildCard: WildCard at (Home::Csv("explore/wildcards.csv")) {
        /// Name.
        name: Text,
        /// What it does to the scenarios it attacks.
        effect: Text,
        /// Scenarios it attacks.
        scenarios: Refs<{ Kind::Scenario as u8 }>,
    }
}
