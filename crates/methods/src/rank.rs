//! Ranks with ties. Two numbers within 1e-9 of each other, relative to the larger one, are the same number.
//!
//! Sums of the same figures in another order differ in their last bits; without a tolerance that noise would decide
//! ranks and classes. Ties stay ties in every rule; only [`Ranks::order`] breaks them, by index, for display.

/// The relative difference below which two numbers count as equal.
pub const TIE: f64 = 1e-9;

/// Whether two numbers count as equal: `|a - b| <= 1e-9 * max(|a|, |b|)`.
#[inline]
#[must_use]
pub fn tied(a: f64, b: f64) -> bool {
    (a - b).abs() <= TIE * a.abs().max(b.abs())
}

/// Whether `x` reaches `cut`: greater, or equal within the tolerance.
#[inline]
#[must_use]
pub fn reaches(x: f64, cut: f64) -> bool {
    x >= cut || tied(x, cut)
}

/// Whether `x` exceeds `cut` by more than the tolerance.
#[inline]
#[must_use]
pub fn exceeds(x: f64, cut: f64) -> bool {
    x > cut && !tied(x, cut)
}

/// The ranks of `n` numbers, from 1. Neighbours in order that are tied share their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranks {
    /// Indices from the first place to the last; ties by index, for display only.
    pub order: Vec<usize>,
    /// For each index the first place of its tie (competition rank: 1, 2, 2, 4).
    pub first: Vec<u32>,
    /// For each index the last place of its tie: places `first..=last` are shared, printed as "3-4".
    pub last: Vec<u32>,
}

impl Ranks {
    /// Ranks with the largest number first. Numbers should be finite; a NaN comes first.
    #[must_use]
    pub fn descending(values: &[f64]) -> Self {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|&a, &b| values[b].total_cmp(&values[a]));
        Self::from_sorted(values, order)
    }

    /// Ranks with the smallest number first. Numbers should be finite; a NaN comes last.
    #[must_use]
    pub fn ascending(values: &[f64]) -> Self {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
        Self::from_sorted(values, order)
    }

    /// Ranks of `n` things that are compared exactly, the greatest first.
    #[must_use]
    pub fn descending_by(n: usize, compare: impl Fn(usize, usize) -> std::cmp::Ordering) -> Self {
        let mut order: Vec<usize> = (0..n).collect();
        order.sort_by(|&a, &b| compare(b, a));
        Self::from_order(order, |a, b| compare(a, b).is_eq())
    }

    /// This ranking with its ties broken by another one of the same things; what is tied in both stays tied. Things
    /// beyond the shorter ranking are left out.
    #[must_use]
    pub fn then(&self, other: &Self) -> Self {
        let key = |i: usize| (self.first[i], other.first[i]);
        let mut order: Vec<usize> = (0..self.len().min(other.len())).collect();
        order.sort_by_key(|&i| key(i));
        Self::from_order(order, |a, b| key(a) == key(b))
    }

    /// `order` sorts `values` in either direction.
    fn from_sorted(values: &[f64], order: Vec<usize>) -> Self {
        Self::from_order(order, |a, b| tied(values[a], values[b]))
    }

    /// Neighbours in `order` share their place where they are the `same`.
    fn from_order(mut order: Vec<usize>, same: impl Fn(usize, usize) -> bool) -> Self {
        let n = order.len();
        let (mut first, mut last) = (vec![0; n], vec![0; n]);
        let mut start = 0;
        while start < n {
            let mut end = start + 1;
            while end < n && same(order[end - 1], order[end]) {
                end += 1;
            }
            order[start..end].sort_unstable();
            for &index in &order[start..end] {
                first[index] = start as u32 + 1;
                last[index] = end as u32;
            }
            start = end;
        }
        Self { order, first, last }
    }

    /// How many numbers were ranked.
    #[must_use]
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether nothing was ranked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// Average ranks (midranks): 1, 2.5, 2.5, 4.
    #[must_use]
    pub fn average(&self) -> Vec<f64> {
        self.first.iter().zip(&self.last).map(|(&f, &l)| f64::from(f + l) / 2.0).collect()
    }

    /// Dense ranks: 1, 2, 2, 3.
    #[must_use]
    pub fn dense(&self) -> Vec<u32> {
        let mut dense = vec![0; self.len()];
        let (mut place, mut previous) = (0, 0);
        for &index in &self.order {
            if self.first[index] != previous {
                place += 1;
                previous = self.first[index];
            }
            dense[index] = place;
        }
        dense
    }

    /// The sizes of the ties of two or more, in order of place; for tie corrections.
    #[must_use]
    pub fn tie_sizes(&self) -> Vec<u32> {
        let mut sizes = Vec::new();
        let mut place = 0;
        while let Some(&index) = self.order.get(place) {
            let size = self.last[index] + 1 - self.first[index];
            if size > 1 {
                sizes.push(size);
            }
            place = self.last[index] as usize;
        }
        sizes
    }

    /// Whether both rank the same way, ties included.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.first == other.first && self.last == other.last
    }
}

/// Pairs that the two rankings put in opposite order. A pair tied in either of them is no inversion.
///
/// # Panics
/// Never; indices beyond the shorter ranking are ignored.
#[must_use]
pub fn inversions(a: &Ranks, b: &Ranks) -> u64 {
    let n = a.len().min(b.len());
    let mut count = 0;
    for i in 0..n {
        for j in i + 1..n {
            let one = a.first[i].cmp(&a.first[j]);
            let two = b.first[i].cmp(&b.first[j]);
            count += u64::from(one.is_lt() && two.is_gt() || one.is_gt() && two.is_lt());
        }
    }
    count
}

/// Kendall agreement of two rankings of the same items: `1 - inversions / C(n, 2)`, in `[0, 1]`.
///
/// 1 when no pair changes order, 0 when the ranking is reversed; 1 for fewer than two items.
#[must_use]
pub fn kendall_agreement(a: &Ranks, b: &Ranks) -> f64 {
    let n = a.len().min(b.len()) as f64;
    if n < 2.0 { 1.0 } else { 1.0 - inversions(a, b) as f64 / (n * (n - 1.0) / 2.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_places() {
        let ranks = Ranks::descending(&[3.0, 5.0, 3.0 + 1e-10, 1.0]);
        assert_eq!(ranks.order, [1, 0, 2, 3]);
        assert_eq!(ranks.first, [2, 1, 2, 4]);
        assert_eq!(ranks.last, [3, 1, 3, 4]);
        assert_eq!(ranks.average(), [2.5, 1.0, 2.5, 4.0]);
        assert_eq!(ranks.dense(), [2, 1, 2, 3]);
        assert_eq!(ranks.tie_sizes(), [2]);
    }

    #[test]
    fn a_second_ranking_breaks_ties() {
        let first = Ranks::descending(&[1.0, 2.0, 2.0, 2.0]);
        let both = first.then(&Ranks::ascending(&[0.0, 5.0, 3.0, 5.0]));
        assert_eq!(both.order, [2, 1, 3, 0]);
        assert_eq!((both.first, both.last), (vec![4, 2, 1, 2], vec![4, 3, 1, 3]));
        assert!(first.then(&first).same_as(&first));
    }

    #[test]
    fn ascending_mirrors_descending() {
        let values = [0.2, 0.2, -1.0, 7.0];
        let (up, down) = (Ranks::ascending(&values), Ranks::descending(&values));
        assert_eq!(up.first, [2, 2, 1, 4]);
        assert!(up.first.iter().zip(&down.last).all(|(u, d)| u + d == 5));
    }

    #[test]
    fn the_tolerance_is_relative() {
        assert!(tied(1e12, 1e12 + 100.0) && !tied(1e-12, 2e-12) && tied(0.0, 0.0) && !tied(0.0, 1e-300));
        assert!(reaches(1.0 - 1e-12, 1.0) && !exceeds(1.0 + 1e-12, 1.0) && exceeds(1.1, 1.0));
    }

    #[test]
    fn agreement_counts_inversions() {
        let a = Ranks::descending(&[4.0, 3.0, 2.0, 1.0]);
        let reversed = Ranks::ascending(&[4.0, 3.0, 2.0, 1.0]);
        let swapped = Ranks::descending(&[3.0, 4.0, 2.0, 1.0]);
        let flat = Ranks::descending(&[1.0; 4]);
        assert_eq!(kendall_agreement(&a, &a), 1.0);
        assert_eq!(kendall_agreement(&a, &reversed), 0.0);
        assert_eq!(inversions(&a, &swapped), 1);
        assert_eq!(inversions(&a, &flat), 0);
        assert_eq!(kendall_agreement(&Ranks::descending(&[]), &Ranks::descending(&[])), 1.0);
    }
}
