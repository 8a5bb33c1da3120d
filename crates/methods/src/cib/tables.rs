//! The matrix as the search reads it: for every descriptor the differences between a variant and each of its rivals,
//! in lanes of which one instruction adds eight or sixteen.

use std::borrow::Cow;
use std::ops::Range;

use wide::{i8x16, i16x8, i32x4, i64x2};

use super::model::Cib;

/// Whole numbers side by side, which one instruction adds.
pub(super) trait Lanes: Copy + Default + Send + Sync + 'static {
    /// How many there are, a power of two.
    const WIDTH: usize;
    /// Largest bound. On the way to one sums may wrap.
    const LARGEST: i64;
    /// The first of some values, and 0 where there are none.
    fn of(values: &[i64]) -> Self;
    fn plus(self, other: Self) -> Self;
    fn minus(self, other: Self) -> Self;
    fn greatest(self, other: Self) -> Self;
    fn least(self, other: Self) -> Self;
    /// A bit for each lane that is negative.
    fn negative(self) -> u64;
    fn sum(self) -> f32;
    /// The sum of what is not negative.
    fn room(self) -> f32;
}

macro_rules! lanes {
    ($vector:ty, $lane:ty, $sum:ty, $width:literal) => {
        impl Lanes for $vector {
            const WIDTH: usize = $width;
            const LARGEST: i64 = <$lane>::MAX as i64;
            fn of(values: &[i64]) -> Self {
                let mut lanes = [0; $width];
                lanes.iter_mut().zip(values).for_each(|(lane, &value)| *lane = value as $lane);
                Self::new(lanes)
            }
            #[inline(always)]
            fn plus(self, other: Self) -> Self {
                self + other
            }
            #[inline(always)]
            fn minus(self, other: Self) -> Self {
                self - other
            }
            #[inline(always)]
            fn greatest(self, other: Self) -> Self {
                self.max(other)
            }
            #[inline(always)]
            fn least(self, other: Self) -> Self {
                self.min(other)
            }
            #[inline(always)]
            fn negative(self) -> u64 {
                u64::from(self.to_bitmask())
            }
            #[inline(always)]
            fn sum(self) -> f32 {
                self.to_array().iter().map(|&lane| lane as $sum).sum::<$sum>() as f32
            }
            #[inline(always)]
            fn room(self) -> f32 {
                self.max(Self::ZERO).sum()
            }
        }
    };
}
lanes!(i8x16, i8, i32, 16);
lanes!(i16x8, i16, i32, 8);
lanes!(i32x4, i32, i64, 4);
lanes!(i64x2, i64, f32, 2);

/// A target that a source pushes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    /// The target.
    pub(super) target: usize,
    /// Its first chunk in a row of the source.
    at: usize,
    /// Its first chunk among those of all targets.
    to: usize,
    /// How many chunks it has.
    chunks: usize,
}

impl Edge {
    /// Its chunks among those of all targets. Where each target has `ONE`, the compiler knows it.
    #[inline(always)]
    pub(super) fn to<const ONE: bool>(&self) -> Range<usize> {
        self.to..self.to + if ONE { 1 } else { self.chunks }
    }

    /// Its chunks in a row of the source.
    #[inline(always)]
    pub(super) fn at<const ONE: bool>(&self) -> Range<usize> {
        self.at..self.at + if ONE { 1 } else { self.chunks }
    }
}

/// Where no descriptor has more variants, and no bound more than 8 bits, each has one chunk.
pub(super) const PITCH: usize = 4;

/// Descriptors with this many variants at most have the bounds of all their sets of variants at hand.
const AT_HAND: usize = 6;

/// What one source does to its targets. A row is a chunk or more for each of them.
#[derive(Debug)]
pub(super) struct Source<V> {
    /// The targets on which its variants differ.
    pub(super) edges: Vec<Edge>,
    /// The same as bits.
    pub(super) targets: Vec<u64>,
    /// Chunks of a row.
    width: usize,
    /// For each variant a row.
    rows: Vec<V>,
    /// For each set of variants, where there are few, the greatest of their rows, and by how much it exceeds the least.
    greatest: Vec<V>,
    spread: Vec<V>,
    /// For each variant and edge the sum of the lanes of its row.
    sums: Vec<f32>,
    /// For each set of variants, where there are few, and each edge the sum of the lanes of their greatest row.
    greatest_sums: Vec<f32>,
}

/// The matrix as the search reads it. A chunk is a vector of lanes, a lane the difference between a variant and a rival.
#[derive(Debug)]
pub(super) struct Tables<V, const ONE: bool> {
    /// First chunk of each descriptor, and one more entry: how many chunks there are.
    from: Vec<usize>,
    /// What does not depend on other descriptors: self-impacts, impacts that are the same for all variants of a source,
    /// and the inconsistency allowed.
    pub(super) base: Vec<V>,
    /// Most variants of a descriptor, and how many lanes lie from one rival to the next: a power of two.
    pub(super) most: usize,
    pitch: usize,
    /// The sources.
    pub(super) sources: Vec<Source<V>>,
}

/// The bits of the lanes that a matrix needs.
pub(super) fn lane_bits(cib: &Cib, tolerance: i64) -> usize {
    let mut reach = 0_i64;
    for target in 0..cib.descriptors() {
        let sum: i64 = (0..cib.descriptors())
            .map(|s| {
                let rows = cib.first(s)..cib.first(s) + cib.sizes()[s];
                let spread = |row| {
                    let section = cib.section(row, target);
                    let ends = section.iter().max().zip(section.iter().min());
                    ends.map_or(0, |(high, low)| i64::from(*high) - i64::from(*low))
                };
                rows.map(spread).max().unwrap_or(0)
            })
            .sum();
        reach = reach.max(sum);
    }
    match reach.saturating_add(tolerance) {
        reach if reach <= <i8x16 as Lanes>::LARGEST => 8,
        reach if reach <= <i16x8 as Lanes>::LARGEST => 16,
        reach if reach <= <i32x4 as Lanes>::LARGEST => 32,
        _ => 64,
    }
}

impl<V: Lanes, const ONE: bool> Tables<V, ONE> {
    pub(super) fn new(cib: &Cib, tolerance: i64) -> Self {
        let sizes = cib.sizes();
        let most = sizes.iter().copied().max().unwrap_or(0);
        let pitch = if ONE { PITCH } else { most.next_power_of_two() };
        let mut from = vec![0];
        for &n in sizes {
            from.push(from[from.len() - 1] + ((n - 1) * pitch).div_ceil(V::WIDTH));
        }
        let chunks_of = |t: usize| from[t + 1] - from[t];
        // For each target the lanes of its chunks, 0 where no pair has one.
        let lanes = |t: usize, of: &dyn Fn(usize, usize) -> i64| -> Vec<i64> {
            let lane = |pair: Option<(usize, usize)>| pair.map_or(0, |(a, b)| of(a, b));
            let mut lanes: Vec<i64> = pairs(sizes[t], pitch).map(lane).collect();
            lanes.resize(chunks_of(t) * V::WIDTH, 0);
            lanes
        };
        let add =
            |base: &mut [i64], more: &[i64]| base.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
        let difference = |s: usize, v: usize, t: usize, a: usize, b: usize| {
            let section = cib.section(cib.first(s) + v, t);
            i64::from(section[a]) - i64::from(section[b])
        };
        let own = |t: usize| lanes(t, &|a, b| tolerance + difference(t, a, t, a, b));
        let mut base: Vec<Vec<i64>> = (0..sizes.len()).map(own).collect();
        let mut sources = Vec::with_capacity(sizes.len());
        for (s, &m) in sizes.iter().enumerate() {
            let mut edges = Vec::new();
            let mut columns: Vec<Vec<V>> = vec![Vec::new(); m];
            let acts =
                |t: usize| (0..m).any(|v| cib.section(cib.first(s) + v, t).iter().any(|cell| *cell != 0));
            for t in (0..sizes.len()).filter(|&t| t != s && acts(t)) {
                let rows: Vec<_> = (0..m).map(|v| lanes(t, &|a, b| difference(s, v, t, a, b))).collect();
                if rows.iter().all(|row| *row == rows[0]) {
                    add(&mut base[t], &rows[0]);
                    continue;
                }
                edges.push(Edge { target: t, at: columns[0].len(), to: from[t], chunks: chunks_of(t) });
                for (column, row) in columns.iter_mut().zip(&rows) {
                    column.extend(row.chunks_exact(V::WIDTH).map(V::of));
                }
            }
            let mut targets = vec![0; sizes.len().div_ceil(64)];
            edges.iter().for_each(|edge| targets[edge.target / 64] |= 1 << (edge.target % 64));
            sources.push(Source::new(edges, targets, &columns));
        }
        let base = base.iter().flat_map(|lanes| lanes.chunks_exact(V::WIDTH).map(V::of)).collect();
        Self { from, base, most, pitch, sources }
    }

    /// How many words have a bit for each descriptor.
    pub(super) fn words(&self) -> usize {
        self.sources.len().div_ceil(64)
    }

    /// The chunks of a descriptor.
    #[inline(always)]
    pub(super) fn chunks(&self, of: usize) -> Range<usize> {
        self.from[of]..self.from[of + 1]
    }

    /// The variants that have a negative lane, among bits without meaning above those of variants.
    #[inline(always)]
    pub(super) fn dead(&self, bounds: impl Iterator<Item = V>) -> u64 {
        let mut dead = 0;
        for (chunk, bound) in bounds.enumerate() {
            let first = if ONE { 0 } else { (chunk * V::WIDTH) & (self.pitch - 1) };
            dead |= bound.negative() << first;
        }
        let mut half = V::WIDTH / 2;
        while half >= if ONE { PITCH } else { self.pitch } {
            dead |= dead >> half;
            half /= 2;
        }
        dead
    }
}

/// The pairs of a variant and a rival in the order of their lanes: rival by rival, with room for `pitch` variants.
fn pairs(n: usize, pitch: usize) -> impl Iterator<Item = Option<(usize, usize)>> {
    let pair = move |a: usize, k: usize| (a < n).then_some((a, if k < a { k } else { k + 1 }));
    (0..n - 1).flat_map(move |k| (0..pitch).map(move |a| pair(a, k)))
}

impl<V: Lanes> Source<V> {
    /// `columns` are the rows of the variants.
    fn new(edges: Vec<Edge>, targets: Vec<u64>, columns: &[Vec<V>]) -> Self {
        let (m, width) = (columns.len(), columns[0].len());
        let mut source = Self {
            edges,
            targets,
            width,
            rows: columns.concat(),
            greatest: Vec::new(),
            spread: Vec::new(),
            sums: Vec::new(),
            greatest_sums: Vec::new(),
        };
        source.sums = (0..m).flat_map(|v| source.sums_of(source.row(v))).collect();
        if m <= AT_HAND && width > 0 {
            let of = |f: fn(&Self, u64, usize) -> V| -> Vec<V> {
                let row = |set| (0..width).map(move |chunk| (set, chunk));
                let all = (1..1_u64 << m).flat_map(row).map(|(set, chunk)| f(&source, set, chunk));
                vec![V::default(); width].into_iter().chain(all).collect()
            };
            let (greatest, spread) = (of(Self::greatest_of), of(Self::spread_of));
            (source.greatest, source.spread) = (greatest, spread);
            let rows = source.greatest.chunks_exact(width);
            source.greatest_sums = rows.flat_map(|row| source.sums_of(row)).collect();
        }
        source
    }

    /// A chunk of the rows of a set of variants, folded.
    fn fold(&self, set: u64, chunk: usize, f: impl Fn(V, V) -> V) -> V {
        let mut left = set;
        let mut out = self.rows[left.trailing_zeros() as usize * self.width + chunk];
        left &= left - 1;
        while left != 0 {
            out = f(out, self.rows[left.trailing_zeros() as usize * self.width + chunk]);
            left &= left - 1;
        }
        out
    }

    fn greatest_of(&self, set: u64, chunk: usize) -> V {
        self.fold(set, chunk, V::greatest)
    }

    fn spread_of(&self, set: u64, chunk: usize) -> V {
        self.greatest_of(set, chunk).minus(self.fold(set, chunk, V::least))
    }

    /// The greatest row of a set of variants; `spare` is written where it is not at hand.
    #[inline(always)]
    pub(super) fn greatest<'a>(&'a self, set: u64, spare: &'a mut Vec<V>) -> &'a [V] {
        self.row_of(set, &self.greatest, Self::greatest_of, spare)
    }

    /// By how much the greatest row of a set of variants exceeds the least; `spare` is written where it is not at hand.
    #[inline(always)]
    pub(super) fn spread<'a>(&'a self, set: u64, spare: &'a mut Vec<V>) -> &'a [V] {
        self.row_of(set, &self.spread, Self::spread_of, spare)
    }

    #[inline(always)]
    fn row_of<'a>(
        &'a self,
        set: u64,
        at_hand: &'a [V],
        of: impl Fn(&Self, u64, usize) -> V,
        spare: &'a mut Vec<V>,
    ) -> &'a [V] {
        if !at_hand.is_empty() {
            let from = set as usize * self.width;
            return &at_hand[from..from + self.width];
        }
        spare.clear();
        spare.extend((0..self.width).map(|chunk| of(self, set, chunk)));
        spare
    }

    /// For each edge the sum of the lanes of a row.
    fn sums_of(&self, row: &[V]) -> Vec<f32> {
        let sum = |edge: &Edge| row[edge.at::<false>()].iter().map(|chunk| chunk.sum()).sum();
        self.edges.iter().map(sum).collect()
    }

    /// For each edge the sum of the lanes of the row of a variant.
    pub(super) fn sums(&self, variant: usize) -> &[f32] {
        &self.sums[variant * self.edges.len()..(variant + 1) * self.edges.len()]
    }

    /// For each edge the sum of the lanes of the greatest row of a set of variants.
    pub(super) fn greatest_sums(&self, set: u64) -> Cow<'_, [f32]> {
        if !self.greatest_sums.is_empty() {
            let from = set as usize * self.edges.len();
            return Cow::Borrowed(&self.greatest_sums[from..from + self.edges.len()]);
        }
        let mut spare = Vec::new();
        Cow::Owned(self.sums_of(self.greatest(set, &mut spare)))
    }

    /// The row of a variant.
    #[inline(always)]
    pub(super) fn row(&self, variant: usize) -> &[V] {
        &self.rows[variant * self.width..(variant + 1) * self.width]
    }
}
