//! The plane of influence and dependence, its cuts and its four zones.

use crate::rank::{Ranks, reaches};

/// Where the plane is cut into high and low.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cut {
    /// The mean: the centre of gravity of the points. The default.
    #[default]
    Mean,
    /// The median.
    Median,
    /// Half-way between the smallest and the largest.
    MidRange,
}

impl Cut {
    /// The cut of these values; 0 when there are none.
    #[must_use]
    pub fn of(self, values: &[f64]) -> f64 {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let (Some(&low), Some(&high)) = (sorted.first(), sorted.last()) else { return 0.0 };
        match self {
            Self::Mean => values.iter().sum::<f64>() / values.len() as f64,
            Self::Median => (sorted[(sorted.len() - 1) / 2] + sorted[sorted.len() / 2]) / 2.0,
            Self::MidRange => (low + high) / 2.0,
        }
    }
}

/// The zone of a variable. High means at or above the cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    /// High influence, low dependence: drives the system.
    Determinant,
    /// High influence, high dependence: key and unstable.
    Relay,
    /// Low influence, high dependence: shows what the others did.
    Result,
    /// Low influence, low dependence: outside the play.
    Autonomous,
}

impl Zone {
    /// All zones, in the order in which they are counted.
    pub const ALL: [Self; 4] = [Self::Determinant, Self::Relay, Self::Result, Self::Autonomous];

    /// The zone of a point, given which of its coordinates are high.
    #[must_use]
    pub fn of(influence_high: bool, dependence_high: bool) -> Self {
        match (influence_high, dependence_high) {
            (true, false) => Self::Determinant,
            (true, true) => Self::Relay,
            (false, true) => Self::Result,
            (false, false) => Self::Autonomous,
        }
    }

    /// Its place in [`Zone::ALL`].
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }
}

/// Every variable's place: shares of the total, ranks, and zones. All arrays have one entry a variable.
#[derive(Debug, Clone, PartialEq)]
pub struct Plane {
    /// Share of all influence, adding up to 1; all 0 when nothing influences anything.
    pub influence: Vec<f64>,
    /// Share of all dependence, adding up to 1; all 0 when nothing influences anything.
    pub dependence: Vec<f64>,
    /// Ranks by influence, the largest first.
    pub influence_ranks: Ranks,
    /// Ranks by dependence, the largest first.
    pub dependence_ranks: Ranks,
    /// The share of influence from which on it is high.
    pub influence_cut: f64,
    /// The share of dependence from which on it is high.
    pub dependence_cut: f64,
    /// The zone of each variable.
    pub zones: Vec<Zone>,
}

impl Plane {
    /// The plane of these sums (of any common scale).
    #[must_use]
    pub fn new(influence: &[f64], dependence: &[f64], cut: Cut) -> Self {
        let (influence, dependence) = (shares(influence), shares(dependence));
        let (influence_cut, dependence_cut) = (cut.of(&influence), cut.of(&dependence));
        Self {
            influence_ranks: Ranks::descending(&influence),
            dependence_ranks: Ranks::descending(&dependence),
            zones: zones(&influence, &dependence, influence_cut, dependence_cut),
            influence,
            dependence,
            influence_cut,
            dependence_cut,
        }
    }
}

/// Each value's share of their sum; zeros when the sum is 0.
pub(crate) fn shares(values: &[f64]) -> Vec<f64> {
    let largest = values.iter().copied().fold(0.0, f64::max);
    if largest <= 0.0 {
        return vec![0.0; values.len()];
    }
    // Powers of a matrix may be near the largest number there is: the sum must not pass it.
    let total: f64 = values.iter().map(|x| x / largest).sum();
    values.iter().map(|x| x / largest / total).collect()
}

pub(crate) fn zones(influence: &[f64], dependence: &[f64], i_cut: f64, d_cut: f64) -> Vec<Zone> {
    let points = influence.iter().zip(dependence);
    points.map(|(&i, &d)| Zone::of(reaches(i, i_cut), reaches(d, d_cut))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_to_the_cut_is_high() {
        let plane = Plane::new(&[4.0, 2.0, 2.0, 0.0], &[0.0, 2.0, 1.0, 5.0], Cut::Mean);
        assert_eq!(plane.zones, [Zone::Determinant, Zone::Relay, Zone::Determinant, Zone::Result]);
        let plane = Plane::new(&[1.0, 1.0, 1.0], &[1.0, 1.0, 4.0], Cut::Median);
        assert_eq!(plane.zones, [Zone::Relay; 3]);
        let plane = Plane::new(&[1.0, 1.0, 1.0], &[1.0, 1.0, 4.0], Cut::MidRange);
        assert_eq!(plane.zones, [Zone::Determinant, Zone::Determinant, Zone::Relay]);
    }

    #[test]
    fn shares_survive_the_largest_numbers() {
        assert_eq!(shares(&[1e308, 1e308]), [0.5, 0.5]);
        assert_eq!(shares(&[0.0, 0.0]), [0.0, 0.0]);
        assert_eq!(Cut::Mean.of(&[]), 0.0);
    }
}
