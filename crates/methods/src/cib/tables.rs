//! The matrix as the search reads it: for every descriptor the differences between a variant and each of its rivals,
//! in lanes of which one instruction adds eight or sixteen.

use std::borrow::Cow;

use super::model::Cib;

/// A whole number of a lane.
pub(super) trait Lane: Copy + Ord + Send + Sync + Default + 'static {
    /// Largest bound. On the way to one sums may wrap.
    const LARGEST: i64;
    fn of(value: i64) -> Self;
    fn plus(self, other: Self) -> Self;
    fn minus(self, other: Self) -> Self;
    /// The bits of `mask` where the number is negative, else none.
    fn if_negative(self, mask: Self) -> Self;
    fn or(self, other: Self) -> Self;
    fn bits(self) -> u64;
    fn value(self) -> f32;
    fn bit(index: usize) -> Self;
    /// The sum of what is not negative.
    fn room<const W: usize>(chunk: Chunk<Self, W>) -> f32;
}

macro_rules! lane {
    ($type:ty, $unsigned:ty, $sum:ty, $bits:literal) => {
        impl Lane for $type {
            const LARGEST: i64 = <$type>::MAX as i64;
            #[inline(always)]
            fn of(value: i64) -> Self {
                value as $type
            }
            #[inline(always)]
            fn plus(self, other: Self) -> Self {
                self.wrapping_add(other)
            }
            #[inline(always)]
            fn minus(self, other: Self) -> Self {
                self.wrapping_sub(other)
            }
            #[inline(always)]
            fn if_negative(self, mask: Self) -> Self {
                (self >> ($bits - 1)) & mask
            }
            #[inline(always)]
            fn or(self, other: Self) -> Self {
                self | other
            }
            #[inline(always)]
            fn bits(self) -> u64 {
                u64::from(self as $unsigned)
            }
            #[inline(always)]
            fn value(self) -> f32 {
                self as f32
            }
            #[inline(always)]
            fn bit(index: usize) -> Self {
                ((1 as $unsigned) << index) as $type
            }
            #[inline(always)]
            fn room<const W: usize>(chunk: Chunk<Self, W>) -> f32 {
                let mut sum: $sum = 0;
                for lane in chunk {
                    sum += <$sum>::from((lane & !(lane >> ($bits - 1))) as $unsigned);
                }
                sum as f32
            }
        }
    };
}
lane!(i8, u8, u32, 8);
lane!(i16, u16, u32, 16);
lane!(i32, u32, u64, 32);
lane!(i64, u64, u64, 64);

/// Lanes that are added together.
pub(super) type Chunk<L, const W: usize> = [L; W];

#[inline(always)]
pub(super) fn map<L: Lane, const W: usize>(
    a: Chunk<L, W>,
    b: Chunk<L, W>,
    f: impl Fn(L, L) -> L,
) -> Chunk<L, W> {
    let mut out = [L::default(); W];
    for i in 0..W {
        out[i] = f(a[i], b[i]);
    }
    out
}

/// The union of the bits of the lanes.
#[inline(always)]
pub(super) fn union<L: Lane, const W: usize>(chunk: Chunk<L, W>) -> u64 {
    let mut all = chunk;
    let mut half = W / 2;
    while half > 0 {
        for i in 0..half {
            all[i] = all[i].or(all[i + half]);
        }
        half /= 2;
    }
    all[0].bits()
}

/// A target that a source pushes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    /// The target.
    pub(super) target: usize,
    /// Its first chunk in a row of the source.
    pub(super) at: usize,
}

/// Descriptors with this many variants at most have the bounds of all their sets of variants at hand.
const AT_HAND: usize = 6;

/// What one source does to its targets.
#[derive(Debug)]
pub(super) struct Source<L, const W: usize> {
    /// The targets on which its variants differ.
    pub(super) edges: Vec<Edge>,
    /// Chunks of a row.
    pub(super) width: usize,
    /// For each variant a row.
    pub(super) rows: Vec<Chunk<L, W>>,
    /// For each set of variants, where there are few, the greatest and the least of their rows.
    greatest: Vec<Chunk<L, W>>,
    least: Vec<Chunk<L, W>>,
    /// For each variant and edge the sum of the lanes of its row.
    sums: Vec<f32>,
    /// For each set of variants, where there are few, and each edge the sum of the lanes of their greatest row.
    greatest_sums: Vec<f32>,
}

/// The matrix as the search reads it.
#[derive(Debug)]
pub(super) struct Tables<L, const W: usize> {
    /// First chunk of each descriptor, and one more entry: how many chunks there are.
    pub(super) from: Vec<usize>,
    /// For each lane the bit of the variant that it is about.
    pub(super) owners: Vec<Chunk<L, W>>,
    /// What does not depend on other descriptors: self-impacts, impacts that are the same for all variants of a source,
    /// and the inconsistency allowed.
    pub(super) base: Vec<Chunk<L, W>>,
    /// Most variants of a descriptor.
    pub(super) most: usize,
    /// The sources.
    pub(super) sources: Vec<Source<L, W>>,
}

/// The bits of the lanes that a matrix needs.
pub(super) fn lane_bits(cib: &Cib, tolerance: i64) -> usize {
    let most = cib.sizes().iter().copied().max().unwrap_or(0);
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
    let reach = reach.saturating_add(tolerance);
    match most {
        _ if most <= i8::BITS as usize && reach <= <i8 as Lane>::LARGEST => 8,
        _ if most <= i16::BITS as usize && reach <= <i16 as Lane>::LARGEST => 16,
        _ if most <= i32::BITS as usize && reach <= <i32 as Lane>::LARGEST => 32,
        _ => 64,
    }
}

impl<L: Lane, const W: usize> Tables<L, W> {
    pub(super) fn new(cib: &Cib, tolerance: i64) -> Self {
        let sizes = cib.sizes();
        let lanes = |n: usize| n * (n - 1);
        let mut from = vec![0];
        for &n in sizes {
            from.push(from[from.len() - 1] + lanes(n).div_ceil(W));
        }
        let total = from[sizes.len()];
        let mut owners = vec![[L::default(); W]; total];
        let mut base = vec![[0_i64; W]; total];
        for (t, &n) in sizes.iter().enumerate() {
            for (lane, (a, _)) in pairs(n).enumerate() {
                owners[from[t] + lane / W][lane % W] = L::bit(a);
                base[from[t] + lane / W][lane % W] = tolerance;
            }
            for (lane, (a, b)) in pairs(n).enumerate() {
                let own = cib.section(cib.first(t) + a, t);
                base[from[t] + lane / W][lane % W] += i64::from(own[a]) - i64::from(own[b]);
            }
        }
        let mut sources = Vec::with_capacity(sizes.len());
        for (s, &m) in sizes.iter().enumerate() {
            let mut edges = Vec::new();
            let mut columns: Vec<Vec<i64>> = vec![Vec::new(); m];
            for (t, &n) in sizes.iter().enumerate() {
                let difference = |v: usize, (a, b): (usize, usize)| {
                    let section = cib.section(cib.first(s) + v, t);
                    i64::from(section[a]) - i64::from(section[b])
                };
                if s == t {
                    continue;
                }
                if pairs(n).all(|pair| (1..m).all(|v| difference(v, pair) == difference(0, pair))) {
                    for (lane, pair) in pairs(n).enumerate() {
                        base[from[t] + lane / W][lane % W] += difference(0, pair);
                    }
                    continue;
                }
                edges.push(Edge { target: t, at: columns[0].len() / W });
                for (v, column) in columns.iter_mut().enumerate() {
                    column.extend(pairs(n).map(|pair| difference(v, pair)));
                    column.resize(column.len().next_multiple_of(W), 0);
                }
            }
            let chunk = |values: &[i64]| {
                let mut chunk = [L::default(); W];
                chunk.iter_mut().zip(values).for_each(|(lane, &value)| *lane = L::of(value));
                chunk
            };
            let rows: Vec<Chunk<L, W>> = columns.iter().flat_map(|c| c.chunks_exact(W).map(chunk)).collect();
            let width = columns[0].len() / W;
            let mut source = Source {
                edges,
                width,
                rows,
                greatest: Vec::new(),
                least: Vec::new(),
                sums: Vec::new(),
                greatest_sums: Vec::new(),
            };
            source.sums = (0..m).flat_map(|v| source.sums_of(source.row(v))).collect();
            if m <= AT_HAND && width > 0 {
                let blank = vec![[L::default(); W]; width];
                (source.greatest, source.least) = (blank.clone(), blank);
                for set in 1_u64..1 << m {
                    let greatest: Vec<_> = (0..width).map(|c| source.fold(set, c, L::max)).collect();
                    let least: Vec<_> = (0..width).map(|c| source.fold(set, c, L::min)).collect();
                    source.greatest.extend(greatest);
                    source.least.extend(least);
                }
                let rows = source.greatest.chunks_exact(width);
                source.greatest_sums = rows.flat_map(|row| source.sums_of(row)).collect();
            }
            sources.push(source);
        }
        let base = base.iter().map(|chunk| chunk.map(L::of)).collect();
        let most = sizes.iter().copied().max().unwrap_or(0);
        Self { from, owners, base, most, sources }
    }

    /// The variants of a target that have a negative lane.
    #[inline(always)]
    pub(super) fn negative(&self, target: usize, bounds: &[Chunk<L, W>]) -> u64 {
        let range = self.from[target]..self.from[target + 1];
        let mut found = [L::default(); W];
        for (bound, owner) in bounds[range.clone()].iter().zip(&self.owners[range]) {
            found = map(found, map(*bound, *owner, L::if_negative), L::or);
        }
        union(found)
    }
}

/// The pairs of a variant and a rival, in the order of their lanes.
pub(super) fn pairs(n: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..n).flat_map(move |a| (0..n).filter(move |&b| b != a).map(move |b| (a, b)))
}

impl<L: Lane, const W: usize> Source<L, W> {
    /// A chunk of the rows of a set of variants, folded.
    fn fold(&self, set: u64, chunk: usize, f: impl Fn(L, L) -> L) -> Chunk<L, W> {
        let mut left = set;
        let mut out = self.rows[left.trailing_zeros() as usize * self.width + chunk];
        left &= left - 1;
        while left != 0 {
            out = map(out, self.rows[left.trailing_zeros() as usize * self.width + chunk], &f);
            left &= left - 1;
        }
        out
    }

    /// The greatest row of a set of variants; `spare` is written where it is not at hand.
    #[inline(always)]
    pub(super) fn greatest<'a>(&'a self, set: u64, spare: &'a mut Vec<Chunk<L, W>>) -> &'a [Chunk<L, W>] {
        self.row_of(set, &self.greatest, L::max, spare)
    }

    /// The least row of a set of variants; `spare` is written where it is not at hand.
    #[inline(always)]
    pub(super) fn least<'a>(&'a self, set: u64, spare: &'a mut Vec<Chunk<L, W>>) -> &'a [Chunk<L, W>] {
        self.row_of(set, &self.least, L::min, spare)
    }

    #[inline(always)]
    fn row_of<'a>(
        &'a self,
        set: u64,
        at_hand: &'a [Chunk<L, W>],
        f: impl Fn(L, L) -> L,
        spare: &'a mut Vec<Chunk<L, W>>,
    ) -> &'a [Chunk<L, W>] {
        if !at_hand.is_empty() {
            let from = set as usize * self.width;
            return &at_hand[from..from + self.width];
        }
        if set.is_power_of_two() {
            return self.row(set.trailing_zeros() as usize);
        }
        spare.clear();
        spare.extend((0..self.width).map(|chunk| self.fold(set, chunk, &f)));
        spare
    }

    /// For each edge the sum of the lanes of a row.
    fn sums_of(&self, row: &[Chunk<L, W>]) -> Vec<f32> {
        let ends = self.edges.iter().skip(1).map(|edge| edge.at).chain([self.width]);
        let sum = |chunks: &[Chunk<L, W>]| chunks.as_flattened().iter().map(|lane| lane.value()).sum::<f32>();
        self.edges.iter().zip(ends).map(|(edge, end)| sum(&row[edge.at..end])).collect()
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
    pub(super) fn row(&self, variant: usize) -> &[Chunk<L, W>] {
        &self.rows[variant * self.width..(variant + 1) * self.width]
    }
}
