//! The registry of question families: everything that a panel says is an answer to a question of one of these.
//!
//! Validation, importer, grid, survey page and handbook read this one table; a new family is one row.

use crate::{choice, record::Kind};

/// The values that a family's answers may take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scale {
    /// Whole numbers from `min` to `max`.
    Integer {
        /// Lowest value.
        min: i32,
        /// Highest value.
        max: i32,
    },
    /// Only these values, ascending.
    Steps(&'static [f64]),
    /// 0, 1, 2, 3 or P (potential).
    Influence,
    /// A probability in [0, 1]; `35 %` is read as 0.35.
    Probability,
    /// Any finite number from 0.
    Weight,
    /// A calendar year.
    Year,
    /// Régnier's seven colours: DG LG Y P R W B.
    Colour,
}

impl Scale {
    /// Lowest and highest number, where the scale is bounded.
    #[must_use]
    pub fn bounds(self) -> Option<(f64, f64)> {
        match self {
            Self::Integer { min, max } => Some((f64::from(min), f64::from(max))),
            Self::Steps(steps) => Some((*steps.first()?, *steps.last()?)),
            Self::Influence => Some((0.0, 3.0)),
            Self::Probability => Some((0.0, 1.0)),
            Self::Colour => Some((1.0, 5.0)),
            Self::Weight | Self::Year => None,
        }
    }

    /// The points of the scale, where it has few.
    #[must_use]
    pub fn points(self) -> Vec<f64> {
        match self {
            Self::Integer { min, max } if max - min <= 20 => (min..=max).map(f64::from).collect(),
            Self::Steps(steps) => steps.to_vec(),
            Self::Influence => vec![0.0, 1.0, 2.0, 3.0],
            Self::Colour => vec![1.0, 2.0, 3.0, 4.0, 5.0],
            _ => Vec::new(),
        }
    }

    /// Whether `value` lies on the scale.
    #[must_use]
    pub fn holds(self, value: f64) -> bool {
        match self {
            Self::Integer { min, max } => {
                value.fract() == 0.0 && value >= f64::from(min) && value <= f64::from(max)
            }
            Self::Steps(steps) => steps.contains(&value),
            Self::Influence => value.fract() == 0.0 && (0.0..=3.0).contains(&value),
            Self::Colour => value.fract() == 0.0 && (1.0..=5.0).contains(&value),
            Self::Probability => (0.0..=1.0).contains(&value),
            Self::Weight => value.is_finite() && value >= 0.0,
            Self::Year => value.fract() == 0.0 && (1500.0..=3000.0).contains(&value),
        }
    }

    /// The scale as people write it: `1..10`, `0, 1, 3, 5`.
    #[must_use]
    pub fn print(self) -> String {
        match self {
            Self::Integer { min, max } => format!("{min}..{max}"),
            Self::Steps(steps) => steps.iter().map(f64::to_string).collect::<Vec<_>>().join(", "),
            Self::Influence => "0, 1, 2, 3, P".to_owned(),
            Self::Probability => "0..1".to_owned(),
            Self::Weight => "≥ 0".to_owned(),
            Self::Year => "1500..3000".to_owned(),
            Self::Colour => "DG, LG, Y, P, R, W, B".to_owned(),
        }
    }
}

/// How the answers of a panel to one question become one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aggregation {
    /// A link exists if at least half saw one; its value is the median of the non-zero answers, halves up.
    ExistenceIntensity,
    /// Median of all answers.
    Median,
    /// Arithmetic mean.
    Mean,
    /// Most frequent answer; the lower of two.
    Mode,
    /// Number of experts who chose it.
    Count,
}

/// What a missing answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nothing: n is smaller.
    Absent,
    /// Not chosen: a vote that was not given.
    NotChosen,
}

/// One family of questions.
#[derive(Debug)]
pub struct Family {
    /// Name, the first part of a question's key.
    pub name: &'static str,
    /// Kinds of its ids: for each of the one or two places, what it may name.
    pub kinds: &'static [&'static [Kind]],
    /// Scale where the study sets no other.
    pub scale: Scale,
    /// Aggregations allowed, the default first.
    pub aggregations: &'static [Aggregation],
    /// What a missing answer means.
    pub missing: Missing,
}

impl PartialEq for Family {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Family {}

impl Family {
    /// Number of ids in a question's key: 1 or 2.
    #[must_use]
    pub fn arity(&self) -> usize {
        self.kinds.len()
    }

    /// Whether rows and columns of its matrix are the same records, so that it is square with an empty diagonal.
    #[must_use]
    pub fn square(&self) -> bool {
        self.arity() == 2 && self.kinds[0] == self.kinds[1] && !matches!(self.name, "impact" | "crossing")
    }

    /// The family of this name.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        FAMILIES.iter().find(|family| family.name == name)
    }

    /// The family that a text means, by its name or by what it is called in Spanish.
    #[must_use]
    pub fn meant(text: &str) -> Option<&'static Self> {
        choice::meant(text, |word| FAMILIES.iter().find(|family| family.name.eq_ignore_ascii_case(word)))
    }
}

const ONE_TO_FIVE: Scale = Scale::Integer { min: 1, max: 5 };
const ONE_TO_TEN: Scale = Scale::Integer { min: 1, max: 10 };
const MEDIAN: &[Aggregation] = &[Aggregation::Median, Aggregation::Mean, Aggregation::Mode];
const MEAN: &[Aggregation] = &[Aggregation::Mean, Aggregation::Median];
const COUNT: &[Aggregation] = &[Aggregation::Count];
const LINK: &[Aggregation] =
    &[Aggregation::ExistenceIntensity, Aggregation::Median, Aggregation::Mean, Aggregation::Mode];

const RATED: &[Kind] = &[Kind::Variable, Kind::Action, Kind::Evidence, Kind::Actor, Kind::Objective];
const VARIABLE: &[Kind] = &[Kind::Variable];
const SCENARIO: &[Kind] = &[Kind::Scenario];
const EVENT: &[Kind] = &[Kind::Axis, Kind::Hypothesis];
const ACTION: &[Kind] = &[Kind::Action];
const ACTOR: &[Kind] = &[Kind::Actor];
const STATE: &[Kind] = &[Kind::State];
const FACTOR: &[Kind] = &[Kind::Factor];
const SCORED: &[Kind] = &[Kind::Opportunity, Kind::Action, Kind::Policy];
const STAKE: &[Kind] = &[Kind::Stake, Kind::Objective];
const WEIGHING: &[Kind] = &[Kind::Policy, Kind::Scenario];
const CRITERION: &[Kind] = &[Kind::Criterion];

const fn family(
    name: &'static str,
    kinds: &'static [&'static [Kind]],
    scale: Scale,
    aggregations: &'static [Aggregation],
) -> Family {
    Family { name, kinds, scale, aggregations, missing: Missing::Absent }
}

/// The registry, in the order of a study's path.
pub static FAMILIES: &[Family] = &[
    family("importance", &[RATED], ONE_TO_TEN, MEDIAN),
    family("uncertainty", &[VARIABLE], ONE_TO_FIVE, MEDIAN),
    family("colour", &[RATED], Scale::Colour, MEDIAN),
    family("influence", &[VARIABLE, VARIABLE], Scale::Influence, LINK),
    family("power", &[ACTOR, ACTOR], Scale::Integer { min: 0, max: 4 }, MEDIAN),
    family("position", &[ACTOR, STAKE], Scale::Integer { min: -4, max: 4 }, MEDIAN),
    family("crossing", &[FACTOR, FACTOR], Scale::Integer { min: 0, max: 3 }, MEDIAN),
    family("impact", &[STATE, STATE], Scale::Integer { min: -3, max: 3 }, MEDIAN),
    family("effect", &[VARIABLE, VARIABLE], Scale::Integer { min: -3, max: 3 }, MEDIAN),
    family("probability", &[EVENT], Scale::Probability, MEAN),
    family("probability-given", &[EVENT, EVENT], Scale::Probability, MEAN),
    family("probability-given-not", &[EVENT, EVENT], Scale::Probability, MEAN),
    family("likelihood", &[SCENARIO], Scale::Probability, MEAN),
    family("plausibility", &[SCENARIO], ONE_TO_FIVE, MEDIAN),
    family("desirability", &[SCENARIO], ONE_TO_FIVE, MEDIAN),
    family("feasibility", &[SCENARIO], ONE_TO_FIVE, MEDIAN),
    Family {
        name: "vote",
        kinds: &[SCENARIO],
        scale: Scale::Integer { min: 0, max: 1 },
        aggregations: COUNT,
        missing: Missing::NotChosen,
    },
    family("governability", &[ACTION], Scale::Steps(&[0.0, 1.0, 3.0, 5.0]), MEDIAN),
    family("robust", &[ACTION, SCENARIO], Scale::Integer { min: 0, max: 2 }, MEDIAN),
    family("score", &[SCORED, CRITERION], ONE_TO_FIVE, MEDIAN),
    family("weight", &[WEIGHING, CRITERION], Scale::Weight, MEAN),
    family("year", &[RATED], Scale::Year, MEDIAN),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_every_family_has_an_aggregation() {
        for (index, family) in FAMILIES.iter().enumerate() {
            assert!(FAMILIES.iter().skip(index + 1).all(|other| other.name != family.name));
            assert!(!family.aggregations.is_empty());
            assert!((1..=2).contains(&family.arity()));
        }
    }

    #[test]
    fn scales_hold_their_points_and_nothing_outside() {
        for family in FAMILIES {
            for point in family.scale.points() {
                assert!(family.scale.holds(point), "{} {point}", family.name);
            }
            assert!(!family.scale.holds(f64::NAN) && !family.scale.holds(-7.0), "{}", family.name);
        }
    }
}
