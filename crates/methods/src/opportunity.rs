//! The plane of opportunities: attractiveness against capacity, each a composite of criteria scored 1..5.
//!
//! An expert's value on an axis is the mean of the criteria that the expert answered, all alike; the position of the
//! opportunity is the median of those values over the experts, with its quartiles. There is no total of the two axes.

use crate::descriptive::{Summary, mean};
use crate::rank::exceeds;

/// The middle of the scale, where both axes are cut by default.
pub const CUT: f64 = 3.0;

/// An axis of one opportunity.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Each criterion by itself, in the order given.
    pub criteria: Vec<Summary>,
    /// The composite over the experts; its median is the position.
    pub composite: Summary,
    /// Experts whose value rests on some of the criteria only.
    pub partial: usize,
}

/// Places an opportunity on an axis. `answers[c][e]` is the score of expert e on criterion c, `None` where there is none;
/// experts without any answer are left out.
pub fn axis(answers: &[Vec<Option<f64>>]) -> Axis {
    let experts = answers.iter().map(Vec::len).max().unwrap_or(0);
    let mut partial = 0;
    let mut values = Vec::with_capacity(experts);
    for expert in 0..experts {
        let given: Vec<f64> = answers.iter().filter_map(|c| c.get(expert).copied().flatten()).collect();
        partial += usize::from(!given.is_empty() && given.len() < answers.len());
        values.extend(mean(&given));
    }
    let criteria =
        answers.iter().map(|c| Summary::of(&c.iter().flatten().copied().collect::<Vec<f64>>())).collect();
    Axis { criteria, composite: Summary::of(&values), partial }
}

/// A zone of the plane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    /// Attractive, and the capacity is there.
    Pursue,
    /// Attractive, the capacity must be built.
    Build,
    /// The capacity is there, little attraction.
    Maintain,
    /// Neither: keep watch.
    Watch,
}

/// The zone of a position, by strict comparison; `None` where a median is missing.
pub fn zone(attractiveness: &Axis, capacity: &Axis, cut: f64) -> Option<Zone> {
    let (a, c) = attractiveness.composite.median.zip(capacity.composite.median)?;
    Some(match (exceeds(a, cut), exceeds(c, cut)) {
        (true, true) => Zone::Pursue,
        (true, false) => Zone::Build,
        (false, true) => Zone::Maintain,
        (false, false) => Zone::Watch,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(rows: &[&[i32]]) -> Vec<Vec<Option<f64>>> {
        let cell = |v: &i32| if *v == 0 { None } else { Some(f64::from(*v)) };
        rows.iter().map(|r| r.iter().map(cell).collect()).collect()
    }

    #[test]
    fn positions_are_medians_of_experts() {
        // Three criteria, four experts; 0 is no answer. Means by expert 4, 3, 4.5, none.
        let attractive = axis(&scores(&[&[5, 3, 4, 0], &[4, 3, 5, 0], &[3, 3, 0, 0]]));
        assert_eq!((attractive.composite.n, attractive.composite.median), (3, Some(4.0)));
        assert_eq!((attractive.partial, attractive.criteria[2].n), (1, 2));
        let capacity = axis(&scores(&[&[3, 3, 3, 3]]));
        // On the cut is low.
        assert_eq!(zone(&attractive, &capacity, CUT), Some(Zone::Build));
        assert_eq!(zone(&attractive, &attractive, CUT), Some(Zone::Pursue));
        let nobody = axis(&[]);
        assert_eq!((nobody.composite.n, zone(&attractive, &nobody, CUT)), (0, None));
    }
}
