//! IGO, *importancia y gobernabilidad*: which actions to take now (Mojica).
//!
//! An item is high on an axis when it lies strictly above the cut. Governability is that of a named subject; without one
//! the plane has no meaning.

use crate::descriptive::{mean, median};
use crate::rank::{Ranks, exceeds, tied};

/// The default cut of importance on 1..10.
pub const IMPORTANCE_CUT: f64 = 5.5;
/// The default cut of governability on 0, 1, 3, 5.
pub const GOVERNABILITY_CUT: f64 = 2.0;

/// Where an axis is cut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cut {
    /// At a value of the scale.
    Fixed(f64),
    /// At the mean of the items that have a value.
    Mean,
    /// At their median.
    Median,
}

impl Cut {
    /// The cut's value for these items; `None` where it depends on items and there are none.
    pub fn value(self, items: &[Option<f64>]) -> Option<f64> {
        let known: Vec<f64> = items.iter().flatten().copied().filter(|v| v.is_finite()).collect();
        match self {
            Cut::Fixed(value) => Some(value),
            Cut::Mean => mean(&known),
            Cut::Median => median(&known),
        }
    }
}

/// The class of an item, from the first to be acted on to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Important and governable: *acciones inmediatas*.
    Immediate,
    /// Important, not governable: *retos*.
    Challenge,
    /// Governable, not important: *menos urgentes*.
    LessUrgent,
    /// Neither: *innecesarias*.
    Unnecessary,
}

impl Class {
    /// The class of a point on a plane cut at the two values, by strict comparison.
    pub fn of(importance: f64, governability: f64, cut_importance: f64, cut_governability: f64) -> Class {
        match (exceeds(importance, cut_importance), exceeds(governability, cut_governability)) {
            (true, true) => Class::Immediate,
            (true, false) => Class::Challenge,
            (false, true) => Class::LessUrgent,
            (false, false) => Class::Unnecessary,
        }
    }
}

/// Whether an interval of an item crosses a cut: its ends fall on different sides of it.
pub fn crosses(low: f64, high: f64, cut: f64) -> bool {
    exceeds(low, cut) != exceeds(high, cut)
}

/// The items to be placed. Every slice has one entry an item.
#[derive(Clone, Copy, Debug)]
pub struct Items<'a> {
    /// Importance, aggregated over the experts; `None` where nobody answered.
    pub importance: &'a [Option<f64>],
    /// Governability, aggregated over the experts.
    pub governability: &'a [Option<f64>],
    /// Interval of importance over resampled panels, or the quartiles; empty where there is none for any item.
    pub importance_interval: &'a [Option<(f64, f64)>],
    /// Interval of governability, likewise.
    pub governability_interval: &'a [Option<(f64, f64)>],
}

/// An item on the plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Its class; `None` where one of its two values is missing.
    pub class: Option<Class>,
    /// It lies on a cut, which strict comparison counts as low.
    pub on_cut: bool,
    /// One of its intervals crosses a cut (*limítrofe*).
    pub borderline: bool,
    /// Importance times governability: the order within a class.
    pub product: Option<f64>,
    /// First and last place in the ranking, from 1: by class, then by product. Equal where there is no tie.
    pub place: Option<(u32, u32)>,
}

/// The plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Igo {
    /// Where importance is cut.
    pub importance_cut: f64,
    /// Where governability is cut.
    pub governability_cut: f64,
    /// The items in the order given.
    pub items: Vec<Placed>,
}

/// Places items on the plane. `None` where the slices of values differ in length or a relative cut has no items.
pub fn igo(items: &Items<'_>, importance_cut: Cut, governability_cut: Cut) -> Option<Igo> {
    let (importance, governability) = (items.importance, items.governability);
    if importance.len() != governability.len() {
        return None;
    }
    let (cut_i, cut_g) = (importance_cut.value(importance)?, governability_cut.value(governability)?);
    let crossing = |intervals: &[Option<(f64, f64)>], item: usize, cut: f64| {
        intervals.get(item).copied().flatten().is_some_and(|(low, high)| crosses(low, high, cut))
    };
    let mut placed: Vec<Placed> = importance
        .iter()
        .zip(governability)
        .enumerate()
        .map(|(item, (i, g))| {
            let pair = i.zip(*g).filter(|(i, g)| i.is_finite() && g.is_finite());
            Placed {
                class: pair.map(|(i, g)| Class::of(i, g, cut_i, cut_g)),
                on_cut: pair.is_some_and(|(i, g)| tied(i, cut_i) || tied(g, cut_g)),
                borderline: pair.is_some()
                    && (crossing(items.importance_interval, item, cut_i)
                        || crossing(items.governability_interval, item, cut_g)),
                product: pair.map(|(i, g)| i * g),
                place: None,
            }
        })
        .collect();
    let mut before = 0;
    for class in [Class::Immediate, Class::Challenge, Class::LessUrgent, Class::Unnecessary] {
        let members: Vec<usize> = (0..placed.len()).filter(|&i| placed[i].class == Some(class)).collect();
        let products: Vec<f64> = members.iter().filter_map(|&i| placed[i].product).collect();
        let ranks = Ranks::descending(&products);
        for (&item, (first, last)) in members.iter().zip(ranks.first.iter().zip(&ranks.last)) {
            placed[item].place = Some((before + first, before + last));
        }
        before += members.len() as u32;
    }
    Some(Igo { importance_cut: cut_i, governability_cut: cut_g, items: placed })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plane(importance: &[f64], governability: &[f64], i: Cut, g: Cut) -> Igo {
        let some = |v: &[f64]| v.iter().copied().map(Some).collect::<Vec<_>>();
        let (importance, governability) = (some(importance), some(governability));
        let items = Items {
            importance: &importance,
            governability: &governability,
            importance_interval: &[],
            governability_interval: &[],
        };
        igo(&items, i, g).unwrap()
    }

    #[test]
    fn the_worked_example() {
        // Computed by hand: strict comparison; items 3 and 6 lie on a cut.
        let (importance, governability) = ([9.0, 7.0, 8.0, 4.0, 3.0, 6.0], [5.0, 1.0, 3.0, 5.0, 1.0, 3.0]);
        let expected = [
            Class::Immediate,
            Class::Challenge,
            Class::Challenge,
            Class::LessUrgent,
            Class::Unnecessary,
            Class::Unnecessary,
        ];
        for (cut, at) in [(Cut::Mean, 37.0 / 6.0), (Cut::Median, 6.5)] {
            let found = plane(&importance, &governability, cut, cut);
            assert!((found.importance_cut - at).abs() < 1e-12 && found.governability_cut == 3.0);
            assert_eq!(found.items.iter().filter_map(|p| p.class).collect::<Vec<_>>(), expected);
            let on_cut: Vec<bool> = found.items.iter().map(|p| p.on_cut).collect();
            assert_eq!(on_cut, [false, false, true, false, false, true]);
        }
        let found = plane(&importance, &governability, Cut::Mean, Cut::Mean);
        // Challenges: 8 x 3 before 7 x 1; unnecessary: 6 x 3 before 3 x 1.
        let places: Vec<u32> = found.items.iter().filter_map(|p| p.place).map(|p| p.0).collect();
        assert_eq!(places, [1, 3, 2, 4, 6, 5]);
    }

    #[test]
    fn intervals_that_cross_a_cut_are_borderline() {
        let items = Items {
            importance: &[Some(6.0), Some(6.0), None],
            governability: &[Some(3.0), Some(3.0), Some(5.0)],
            importance_interval: &[Some((5.0, 7.0)), Some((5.6, 7.0)), Some((1.0, 9.0))],
            governability_interval: &[None, Some((3.0, 5.0)), None],
        };
        let found = igo(&items, Cut::Fixed(IMPORTANCE_CUT), Cut::Fixed(GOVERNABILITY_CUT)).unwrap();
        let borderline: Vec<bool> = found.items.iter().map(|p| p.borderline).collect();
        assert_eq!(borderline, [true, false, false]);
        assert_eq!((found.items[0].place, found.items[1].place), (Some((1, 2)), Some((1, 2))));
        assert_eq!((found.items[2].class, found.items[2].place), (None, None));
        // An upper end on the cut stays low, so the interval does not cross.
        assert!(!crosses(4.0, 5.5, 5.5) && crosses(5.5, 5.6, 5.5));
    }

    #[test]
    fn nothing_to_place() {
        let none = Items {
            importance: &[],
            governability: &[],
            importance_interval: &[],
            governability_interval: &[],
        };
        assert_eq!(igo(&none, Cut::Mean, Cut::Mean), None);
        assert!(igo(&none, Cut::Fixed(5.5), Cut::Fixed(2.0)).unwrap().items.is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn relabelling_permutes(points in prop::collection::vec((1u8..=10, 0u8..=5), 1..20)) {
            let importance: Vec<f64> = points.iter().map(|p| f64::from(p.0)).collect();
            let governability: Vec<f64> = points.iter().map(|p| f64::from(p.1)).collect();
            let (back_i, back_g): (Vec<f64>, Vec<f64>) =
                (importance.iter().rev().copied().collect(), governability.iter().rev().copied().collect());
            let forth = plane(&importance, &governability, Cut::Median, Cut::Median);
            let mut back = plane(&back_i, &back_g, Cut::Median, Cut::Median);
            back.items.reverse();
            prop_assert_eq!(forth, back);
        }
    }
}
