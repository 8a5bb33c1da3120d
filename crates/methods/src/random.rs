//! Deterministic streams of random numbers: one for each (seed, task, replicate).
//!
//! The words come from ChaCha with 12 rounds, a generator that is defined bit by bit and therefore the same on
//! every machine. Everything above the raw words is written here, in a few lines, so that no update of a library
//! changes a draw. A replicate never depends on another one: they may run in any order on any thread.

use num_bigint::BigUint;
use rand_chacha::ChaCha12Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A stream of random numbers, fixed by its seed, its task and its replicate.
#[derive(Debug, Clone)]
pub struct Stream(ChaCha12Rng);

/// FNV-1a, 64 bits: enough to tell the names of tasks apart, and defined by its text.
fn fnv1a(text: &str, basis: u64) -> u64 {
    text.bytes().fold(basis, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

impl Stream {
    /// The stream of one replicate of one task.
    ///
    /// `task` names what is drawn (`panel`, `cells` …): two tasks with one seed get unrelated streams.
    #[must_use]
    pub fn new(seed: u64, task: &str, replicate: u64) -> Self {
        let words = [
            seed,
            fnv1a(task, 0xcbf2_9ce4_8422_2325),
            fnv1a(task, 0x8422_2325_cbf2_9ce4),
            u64::try_from(task.len()).unwrap_or(u64::MAX),
        ];
        let mut key = [0_u8; 32];
        for (bytes, word) in key.chunks_exact_mut(8).zip(words) {
            bytes.copy_from_slice(&word.to_le_bytes());
        }
        let mut generator = ChaCha12Rng::from_seed(key);
        generator.set_stream(replicate);
        Self(generator)
    }

    /// The next raw word.
    #[inline]
    pub fn next_u32(&mut self) -> u32 {
        self.0.next_u32()
    }

    /// The next two raw words, the first one low.
    #[inline]
    pub fn next_u64(&mut self) -> u64 {
        let low = u64::from(self.0.next_u32());
        low | (u64::from(self.0.next_u32()) << 32)
    }

    /// An integer in `0..bound`, every one with the same probability; 0 when `bound` is 0.
    ///
    /// Multiply and reject (Lemire 2019, *ACM Transactions on Modeling and Computer Simulation* 29(1)).
    #[inline]
    pub fn below(&mut self, bound: u32) -> u32 {
        if bound == 0 {
            return 0;
        }
        let mut product = u64::from(self.next_u32()) * u64::from(bound);
        if (product as u32) < bound {
            let reject_under = bound.wrapping_neg() % bound;
            while (product as u32) < reject_under {
                product = u64::from(self.next_u32()) * u64::from(bound);
            }
        }
        (product >> 32) as u32
    }

    /// An integer in `0..bound` of any size, every one with the same probability; 0 when `bound` is 0.
    pub fn below_big(&mut self, bound: &BigUint) -> BigUint {
        let bits = bound.bits();
        if bits == 0 {
            return BigUint::ZERO;
        }
        loop {
            let mut words: Vec<u32> = (0..bits.div_ceil(32)).map(|_| self.next_u32()).collect();
            if let Some(top) = words.last_mut().filter(|_| !bits.is_multiple_of(32)) {
                *top >>= 32 - bits % 32;
            }
            let drawn = BigUint::new(words);
            if drawn < *bound {
                return drawn;
            }
        }
    }

    /// A number in `[0, 1)` with 53 random bits.
    #[inline]
    pub fn unit(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// Puts the items in random order (Fisher and Yates), every order with the same probability.
    ///
    /// Slices of more than `u32::MAX` items keep their tail in place.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len().min(u32::MAX as usize)).rev() {
            let pick = self.below(last as u32 + 1) as usize;
            items.swap(last, pick);
        }
    }
}

/// Why a partition of the experts into groups was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GroupsError {
    /// An expert index is not below the number of experts.
    #[error("expert {expert} does not exist: there are {experts}")]
    UnknownExpert {
        /// The index given.
        expert: usize,
        /// How many experts there are.
        experts: usize,
    },
    /// An expert is in two groups, or twice in one.
    #[error("expert {expert} is in a group twice")]
    Twice {
        /// The index given twice.
        expert: usize,
    },
    /// An expert is in no group.
    #[error("expert {expert} is in no group")]
    Missing {
        /// The index left out.
        expert: usize,
    },
    /// More experts than a draw can count (65,535).
    #[error("{experts} experts: at most 65535 are supported")]
    TooMany {
        /// How many experts there are.
        experts: usize,
    },
}

/// A partition of the experts `0..experts` into the groups within which resamples are drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Groups {
    experts: usize,
    members: Vec<Vec<usize>>,
}

impl Groups {
    /// Checks that every expert is in exactly one group. Empty groups are left out.
    ///
    /// # Errors
    /// [`GroupsError`] names the expert that is unknown, repeated or left out.
    pub fn new(experts: usize, members: Vec<Vec<usize>>) -> Result<Self, GroupsError> {
        if experts > usize::from(u16::MAX) {
            return Err(GroupsError::TooMany { experts });
        }
        let mut seen = vec![false; experts];
        for &expert in members.iter().flatten() {
            match seen.get_mut(expert) {
                None => return Err(GroupsError::UnknownExpert { expert, experts }),
                Some(true) => return Err(GroupsError::Twice { expert }),
                Some(slot) => *slot = true,
            }
        }
        if let Some(expert) = seen.iter().position(|&s| !s) {
            return Err(GroupsError::Missing { expert });
        }
        Ok(Self { experts, members: members.into_iter().filter(|group| !group.is_empty()).collect() })
    }

    /// All experts in one group.
    ///
    /// # Errors
    /// [`GroupsError::TooMany`] above 65,535 experts.
    pub fn one(experts: usize) -> Result<Self, GroupsError> {
        Self::new(experts, vec![(0..experts).collect()])
    }

    /// Groups by label: experts with one label are one group; groups come in the order of their labels.
    ///
    /// # Errors
    /// [`GroupsError::TooMany`] above 65,535 experts.
    pub fn by_label<L: Ord>(labels: &[L]) -> Result<Self, GroupsError> {
        let mut groups = std::collections::BTreeMap::<&L, Vec<usize>>::new();
        for (expert, label) in labels.iter().enumerate() {
            groups.entry(label).or_default().push(expert);
        }
        Self::new(labels.len(), groups.into_values().collect())
    }

    /// How many experts there are.
    #[must_use]
    pub fn experts(&self) -> usize {
        self.experts
    }

    /// The members of each group.
    #[must_use]
    pub fn members(&self) -> &[Vec<usize>] {
        &self.members
    }
}

/// Draws a panel of the same size with replacement within each group; gives how often each expert was drawn.
///
/// The result has one entry an expert; within each group the entries add up to the group's size.
#[must_use]
pub fn draw_within_groups(groups: &Groups, stream: &mut Stream) -> Vec<u16> {
    let mut multiplicities = vec![0; groups.experts];
    for group in &groups.members {
        for _ in group {
            multiplicities[group[stream.below(group.len() as u32) as usize]] += 1;
        }
    }
    multiplicities
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_words_are_frozen() {
        let mut stream = Stream::new(2030, "panel", 0);
        assert_eq!(
            [stream.next_u32(), stream.next_u32(), stream.next_u32()],
            [2_981_350_318, 47_853_062, 1_538_922_918]
        );
        let mut other = Stream::new(2030, "panel", 1);
        assert_eq!(other.next_u64(), 2_943_793_232_121_338_659);
        assert_eq!(Stream::new(2030, "cells", 0).next_u32(), 2_807_394_865);
    }

    #[test]
    fn bounded_integers_are_frozen_and_even() {
        let mut stream = Stream::new(7, "even", 0);
        let first: Vec<u32> = (0..12).map(|_| stream.below(10)).collect();
        assert_eq!(first, [8, 4, 4, 3, 9, 6, 4, 5, 5, 2, 7, 8]);
        let mut counts = [0_u32; 6];
        for _ in 0..60_000 {
            counts[stream.below(6) as usize] += 1;
        }
        assert!(counts.iter().all(|&c| (9_600..10_400).contains(&c)), "{counts:?}");
        assert_eq!(stream.below(0), 0);
        assert_eq!(stream.below(1), 0);
    }

    #[test]
    fn unit_stays_in_range_with_mean_one_half() {
        let mut stream = Stream::new(1, "unit", 9);
        let draws: Vec<f64> = (0..20_000).map(|_| stream.unit()).collect();
        assert!(draws.iter().all(|x| (0.0..1.0).contains(x)));
        let mean = draws.iter().sum::<f64>() / 20_000.0;
        assert!((mean - 0.5).abs() < 0.01, "{mean}");
    }

    #[test]
    fn shuffle_is_a_frozen_permutation() {
        let mut items: Vec<u8> = (0..10).collect();
        Stream::new(3, "order", 0).shuffle(&mut items);
        assert_eq!(items, [4, 1, 7, 9, 2, 3, 0, 8, 6, 5]);
    }

    #[test]
    fn a_draw_keeps_the_size_of_each_group() {
        let groups = Groups::by_label(&["pe", "mx", "pe", "pe", "mx", "pe"]).unwrap();
        assert_eq!(groups.members(), [vec![1, 4], vec![0, 2, 3, 5]]);
        for replicate in 0..200 {
            let drawn = draw_within_groups(&groups, &mut Stream::new(11, "panel", replicate));
            assert_eq!(drawn[1] + drawn[4], 2);
            assert_eq!(drawn[0] + drawn[2] + drawn[3] + drawn[5], 4);
        }
        assert_eq!(draw_within_groups(&groups, &mut Stream::new(11, "panel", 0)), [0, 2, 2, 2, 0, 0]);
    }

    #[test]
    fn groups_name_the_expert_at_fault() {
        assert_eq!(
            Groups::new(2, vec![vec![0, 2]]),
            Err(GroupsError::UnknownExpert { expert: 2, experts: 2 })
        );
        assert_eq!(Groups::new(2, vec![vec![0, 1], vec![1]]), Err(GroupsError::Twice { expert: 1 }));
        assert_eq!(Groups::new(3, vec![vec![0], vec![2]]), Err(GroupsError::Missing { expert: 1 }));
        assert_eq!(Groups::one(0).unwrap().members().len(), 0);
    }
}
