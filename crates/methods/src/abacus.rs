//! The abacus of François Régnier: opinions as colours, items by experts, put in an order that shows where the panel
//! agrees.
//!
//! Five colours run from dark green (5, wholly favourable) to red (1, wholly unfavourable); white is a blank vote and
//! black a refusal or "I do not know": both are counted and enter no figure. Sources call the middle yellow or orange;
//! here it is yellow. Standard deviations are those of the population, as in the published worked figures: the experts
//! are the panel itself and not a sample of it.

use crate::descriptive::leik_consensus;
use crate::rank::Ranks;
use thiserror::Error;

/// The vote of one expert on one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colour {
    /// 5: wholly favourable.
    DarkGreen,
    /// 4: favourable.
    LightGreen,
    /// 3: neither, or both.
    Yellow,
    /// 2: unfavourable.
    Pink,
    /// 1: wholly unfavourable.
    Red,
    /// A blank vote.
    White,
    /// Refuses to answer, or does not know.
    Black,
}

impl Colour {
    /// All seven, from the most to the least favourable, then white and black.
    pub const ALL: [Self; 7] =
        [Self::DarkGreen, Self::LightGreen, Self::Yellow, Self::Pink, Self::Red, Self::White, Self::Black];

    /// Its value from 5 (dark green) to 1 (red); `None` for white and black.
    #[must_use]
    pub fn value(self) -> Option<u8> {
        match self {
            Self::DarkGreen => Some(5),
            Self::LightGreen => Some(4),
            Self::Yellow => Some(3),
            Self::Pink => Some(2),
            Self::Red => Some(1),
            Self::White | Self::Black => None,
        }
    }
}

/// Why there is no abacus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AbacusError {
    /// The number of votes is not items times experts.
    #[error("{votes} votes for {items} items and {experts} experts")]
    Size {
        /// Votes given.
        votes: usize,
        /// Items announced.
        items: usize,
        /// Experts announced.
        experts: usize,
    },
}

/// The votes on one item, or those of one expert. Figures are `None` where nobody coloured.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// Votes at each value, from 1 (red) to 5 (dark green).
    pub counts: [u32; 5],
    /// Votes with a value: all but white and black.
    pub coloured: u32,
    /// White votes.
    pub blank: u32,
    /// Black votes.
    pub abstained: u32,
    /// Green votes of both kinds.
    pub favourable: u32,
    /// Pink and red votes.
    pub unfavourable: u32,
    /// Mean value, in [1, 5].
    pub mean: Option<f64>,
    /// Standard deviation, of the population.
    pub sd_population: Option<f64>,
    /// Leik's consensus in [0, 1], see [`leik_consensus`].
    pub consensus: Option<f64>,
    /// Favourable less unfavourable votes over coloured ones, in [-1, 1].
    pub net: Option<f64>,
}

impl Tally {
    /// Counts votes.
    #[must_use]
    pub fn of(votes: impl IntoIterator<Item = Colour>) -> Self {
        let mut tally = Self::default();
        for vote in votes {
            match (vote, vote.value()) {
                (_, Some(value)) => tally.counts[usize::from(value) - 1] += 1,
                (Colour::White, None) => tally.blank += 1,
                (_, None) => tally.abstained += 1,
            }
        }
        let [red, pink, _, light, dark] = tally.counts;
        (tally.favourable, tally.unfavourable) = (light + dark, pink + red);
        tally.coloured = tally.counts.iter().sum();
        if tally.coloured == 0 {
            return tally;
        }
        let n = f64::from(tally.coloured);
        let moment = |of: &dyn Fn(f64) -> f64| {
            (1..=5)
                .zip(&tally.counts)
                .map(|(value, &count)| f64::from(count) * of(f64::from(value)))
                .sum::<f64>()
                / n
        };
        let mean = moment(&|value| value);
        let variance = moment(&|value| (value - mean) * (value - mean));
        tally.net = Some((f64::from(tally.favourable) - f64::from(tally.unfavourable)) / n);
        tally.consensus = leik_consensus(&tally.counts);
        (tally.mean, tally.sd_population) = (Some(mean), Some(variance.sqrt()));
        tally
    }
}

/// An item of the abacus.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its votes.
    pub tally: Tally,
    /// First and last place from the most favourable item, from 1: by mean, ties broken by consensus. Equal where there is
    /// no tie; `None` where nobody coloured it.
    pub by_favour: Option<(u32, u32)>,
    /// First and last place from the greatest consensus: by consensus, ties broken by mean.
    pub by_consensus: Option<(u32, u32)>,
}

/// An expert of the abacus.
#[derive(Clone, Debug, PartialEq)]
pub struct Expert {
    /// The votes of this expert.
    pub tally: Tally,
    /// First and last place from the most favourable expert (the optimist), by mean; `None` without a colour.
    pub place: Option<(u32, u32)>,
}

/// The abacus. Orders hold every index once, those without a colour last; equals stand by index, for display only.
#[derive(Clone, Debug, PartialEq)]
pub struct Abacus {
    /// The items in the order given.
    pub items: Vec<Item>,
    /// The experts in the order given.
    pub experts: Vec<Expert>,
    /// Items from the most to the least favourable: the rows of the picture.
    pub order_by_favour: Vec<usize>,
    /// Items from the greatest to the least consensus.
    pub order_by_consensus: Vec<usize>,
    /// Experts from the most to the least favourable: the columns of the picture, optimists left.
    pub order_of_experts: Vec<usize>,
}

/// Builds the abacus of `items` x `experts` votes, one item after the other; `None` is a vote that was not asked for or
/// not given, which is counted nowhere.
///
/// # Errors
/// [`AbacusError`] when the number of votes does not fit.
pub fn abacus(items: usize, experts: usize, votes: &[Option<Colour>]) -> Result<Abacus, AbacusError> {
    if items.checked_mul(experts) != Some(votes.len()) {
        return Err(AbacusError::Size { votes: votes.len(), items, experts });
    }
    let rows = (0..items).map(|i| Tally::of(votes[i * experts..][..experts].iter().flatten().copied()));
    let rows: Vec<Tally> = rows.collect();
    let columns = (0..experts).map(|e| Tally::of(votes.iter().skip(e).step_by(experts).flatten().copied()));
    let columns: Vec<Tally> = columns.collect();
    let (by_mean, by_consensus) = (places(&rows, |t| t.mean), places(&rows, |t| t.consensus));
    let favour = Places::new(&rows, by_mean.then(&by_consensus));
    let consensus = Places::new(&rows, by_consensus.then(&by_mean));
    let optimism = Places::new(&columns, places(&columns, |t| t.mean));
    let shared = favour.places.iter().zip(&consensus.places);
    Ok(Abacus {
        items: rows
            .into_iter()
            .zip(shared)
            .map(|(tally, (&by_favour, &by_consensus))| Item { tally, by_favour, by_consensus })
            .collect(),
        experts: columns
            .into_iter()
            .zip(&optimism.places)
            .map(|(tally, &place)| Expert { tally, place })
            .collect(),
        order_by_favour: favour.order,
        order_by_consensus: consensus.order,
        order_of_experts: optimism.order,
    })
}

/// Ranks by a figure, the largest first; what has none comes last, below every figure.
fn places(tallies: &[Tally], figure: impl Fn(&Tally) -> Option<f64>) -> Ranks {
    Ranks::descending(&tallies.iter().map(|t| figure(t).unwrap_or(-1.0)).collect::<Vec<f64>>())
}

/// Places of those that have a colour, and an order of all.
struct Places {
    places: Vec<Option<(u32, u32)>>,
    order: Vec<usize>,
}

impl Places {
    fn new(tallies: &[Tally], ranks: Ranks) -> Self {
        let place =
            |(i, tally): (usize, &Tally)| (tally.coloured > 0).then(|| (ranks.first[i], ranks.last[i]));
        Self { places: tallies.iter().enumerate().map(place).collect(), order: ranks.order }
    }
}

#[cfg(test)]
mod tests {
    use super::Colour::{
        Black as B, DarkGreen as DG, LightGreen as LG, Pink as P, Red as R, White as W, Yellow as Y,
    };
    use super::*;
    use proptest::prelude::*;

    // Six experts on five items, computed independently.
    const VOTES: [[Colour; 6]; 5] = [
        [DG, DG, LG, LG, DG, LG],
        [R, DG, R, DG, LG, P],
        [Y, Y, Y, LG, P, W],
        [R, P, R, R, P, B],
        [DG, LG, Y, P, R, Y],
    ];

    fn example() -> Abacus {
        let votes: Vec<Option<Colour>> = VOTES.concat().into_iter().map(Some).collect();
        abacus(5, 6, &votes).unwrap()
    }

    #[test]
    fn the_worked_example() {
        let found = example();
        for (item, (n, mean, sd, consensus, net)) in found.items.iter().zip([
            (6, 4.5, 0.5, 0.75, 1.0),
            (6, 3.0, 1.7321, 0.1667, 0.0),
            (5, 3.0, 0.6325, 0.8, 0.0),
            (5, 1.4, 0.4899, 0.8, -1.0),
            (6, 3.0, 1.2910, 0.5, 0.0),
        ]) {
            let tally = &item.tally;
            assert_eq!(tally.coloured, n);
            for (found, expected) in [
                (tally.mean, mean),
                (tally.sd_population, sd),
                (tally.consensus, consensus),
                (tally.net, net),
            ] {
                assert!((found.unwrap() - expected).abs() < 5.1e-5, "{tally:?}");
            }
        }
        assert_eq!((found.items[2].tally.blank, found.items[2].tally.abstained), (1, 0));
        assert_eq!((found.items[3].tally.blank, found.items[3].tally.abstained), (0, 1));
        assert_eq!((found.items[1].tally.favourable, found.items[1].tally.unfavourable), (3, 3));
    }

    #[test]
    fn items_of_one_mean_are_ordered_by_consensus() {
        let found = example();
        assert_eq!(found.order_by_favour, [0, 2, 4, 1, 3]);
        assert_eq!(found.order_by_consensus, [2, 3, 0, 4, 1]);
        let places: Vec<_> = found.items.iter().map(|i| i.by_favour.unwrap().0).collect();
        assert_eq!(places, [1, 4, 2, 5, 3]);
        // The experts' means: 3, 3.8, 2.6, 3.2, 2.8 and 3.
        assert_eq!(found.order_of_experts, [1, 3, 0, 5, 4, 2]);
        assert_eq!((found.experts[0].place, found.experts[5].place), (Some((3, 4)), Some((3, 4))));
        assert_eq!(found.experts[5].tally.coloured, 3);
    }

    #[test]
    fn nobody_coloured() {
        let found = abacus(3, 2, &[Some(W), Some(B), None, None, Some(Y), Some(Y)]).unwrap();
        let first = &found.items[0];
        assert_eq!((first.tally.blank, first.tally.abstained, first.tally.mean), (1, 1, None));
        assert_eq!((first.by_favour, first.tally.net, first.tally.consensus), (None, None, None));
        assert_eq!((found.items[2].by_favour, found.items[1].by_consensus), (Some((1, 1)), None));
        assert_eq!(found.order_by_favour, [2, 0, 1]);
        assert_eq!(found.items[2].tally.consensus, Some(1.0));
        assert_eq!(abacus(2, 2, &[None]), Err(AbacusError::Size { votes: 1, items: 2, experts: 2 }));
        assert!(abacus(0, 0, &[]).unwrap().items.is_empty());
        assert_eq!(Colour::ALL.map(|c| c.value().unwrap_or(0)), [5, 4, 3, 2, 1, 0, 0]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn names_do_not_matter(votes in prop::collection::vec(0usize..8, 20)) {
            let votes: Vec<Option<Colour>> = votes.iter().map(|&v| Colour::ALL.get(v).copied()).collect();
            let one = abacus(4, 5, &votes).unwrap();
            let turned: Vec<Option<Colour>> = votes.iter().rev().copied().collect();
            let two = abacus(4, 5, &turned).unwrap();
            for (item, other) in one.items.iter().zip(two.items.iter().rev()) {
                prop_assert_eq!(item, other);
                let t = &item.tally;
                prop_assert_eq!(t.mean.is_some(), t.coloured > 0);
                prop_assert!(t.net.is_none_or(|net| (-1.0..=1.0).contains(&net)));
                prop_assert!(t.mean.is_none_or(|mean| (1.0..=5.0).contains(&mean)));
            }
            for (expert, other) in one.experts.iter().zip(two.experts.iter().rev()) {
                prop_assert_eq!(expert, other);
            }
        }
    }
}
