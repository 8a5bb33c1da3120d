//! The global rule, block by block.

use super::walk::{Met, Walker};
use super::{advance, digits, shared};
use crate::cib::model::Cib;
use crate::control::{Cancelled, Control};

/// A balance with its place in a tie: above the low bits that name the variant, a bit for the incumbent.
pub(super) trait Key: Copy + Ord + Send + Sync + Default + 'static {
    /// Bits that name the variant.
    const LOW: u32;
    fn of(value: i64) -> Self;
    fn plus(self, other: Self) -> Self;
    fn wide(self) -> i64;
    fn low(self) -> u16;
}

impl Key for i16 {
    const LOW: u32 = 3;
    #[inline(always)]
    fn of(value: i64) -> Self {
        value as i16
    }
    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
    #[inline(always)]
    fn wide(self) -> i64 {
        i64::from(self)
    }
    #[inline(always)]
    fn low(self) -> u16 {
        (self as u16) & 7
    }
}

impl Key for i64 {
    const LOW: u32 = 6;
    #[inline(always)]
    fn of(value: i64) -> Self {
        value
    }
    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
    #[inline(always)]
    fn wide(self) -> i64 {
        self
    }
    #[inline(always)]
    fn low(self) -> u16 {
        (self as u16) & 63
    }
}

/// Scenarios of a block, at least where there are so many.
const BLOCK: usize = 512;

/// A target within the blocks.
struct Target<K> {
    /// For each variant what the inner descriptors give it, state by state of a block.
    inner: Vec<K>,
    /// For each pair of variants the least by which the first is ahead of the second within a block.
    least: Vec<i64>,
    size: usize,
    /// Which of the words of a packed state it is in, and where.
    word: usize,
    shift: u32,
}

/// The global rule, block by block: what a target becomes is computed for all states of a block at once, and only
/// where it is not the same for all of them.
pub(super) fn in_blocks<'a, K: Key>(
    cib: &'a Cib,
    walker: &'a Walker<'a>,
    places: usize,
    control: &'a Control,
) -> Result<Vec<Met>, Cancelled> {
    let sizes = cib.sizes();
    let scale = 1_i64 << (K::LOW + 1);
    // Descriptors that do little are inside: more targets are then the same for a whole block.
    let moved = |s: usize, v: usize, w: usize, t: usize| {
        let cells = cib.first(t)..cib.first(t) + sizes[t];
        let by = cells.map(|c| i64::from(walker.row(s, v as u8)[c]) - i64::from(walker.row(s, w as u8)[c]));
        by.clone().max().unwrap_or(0) - by.min().unwrap_or(0)
    };
    // How much one variant instead of another moves the targets on average.
    let spread = |s: usize| -> i64 {
        let pairs: Vec<(usize, usize)> = (0..sizes[s]).flat_map(|v| (0..v).map(move |w| (v, w))).collect();
        let all = pairs.iter().map(|&(v, w)| (0..sizes.len()).map(|t| moved(s, v, w, t)).sum::<i64>());
        all.sum::<i64>() * 64 / pairs.len().max(1) as i64
    };
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by_key(|&d| std::cmp::Reverse(spread(d)));
    let mut split = order.len();
    let mut block = 1;
    while split > 0 && block * sizes[order[split - 1]] <= 8 * BLOCK && block < BLOCK {
        split -= 1;
        block *= sizes[order[split]];
    }
    let (outer, inner) = order.split_at(split);
    let padded = block.next_multiple_of(8);
    let mut targets: Vec<Target<K>> = sizes
        .iter()
        .enumerate()
        .map(|(t, &size)| {
            let at = walker.shifts()[t];
            let (word, shift) = (at as usize / 16, at % 16);
            Target {
                inner: vec![K::default(); size * padded],
                least: vec![i64::MAX; size * size],
                size,
                word,
                shift,
            }
        })
        .collect();
    let mut state = vec![0_u8; sizes.len()];
    for k in 0..block {
        digits(k as u64, sizes, inner, &mut state);
        for (t, target) in targets.iter_mut().enumerate() {
            let first = cib.first(t);
            let keys: Vec<i64> = (0..target.size)
                .map(|a| {
                    let sum: i64 = inner.iter().map(|&s| i64::from(walker.row(s, state[s])[first + a])).sum();
                    let stays = inner.contains(&t) && usize::from(state[t]) == a;
                    sum * scale + if stays { scale / 2 } else { 0 }
                })
                .collect();
            for (a, &key) in keys.iter().enumerate() {
                target.inner[a * padded + k] = K::of(key);
                for (b, &other) in keys.iter().enumerate() {
                    let least = &mut target.least[a * target.size + b];
                    *least = (*least).min(key - other);
                }
            }
        }
    }
    let blocks = outer.iter().fold(1_u64, |blocks, &d| blocks * sizes[d] as u64);
    let low = (1_i64 << K::LOW) - 1;
    shared(blocks, block as u64, walker, places, control, |range, ends| {
        let mut state = vec![0_u8; sizes.len()];
        digits(range.start, sizes, outer, &mut state);
        let mut balances = vec![0_i32; cib.variants()];
        for &d in outer {
            balances.iter_mut().zip(walker.row(d, state[d])).for_each(|(sum, cell)| *sum += cell);
        }
        let is_outer: Vec<bool> = (0..sizes.len()).map(|d| outer.contains(&d)).collect();
        let mut words: [Vec<u16>; 4] = std::array::from_fn(|_| vec![0; padded]);
        let mut keys = [K::default(); 64];
        let mut packed = vec![0_u64; block];
        for index in range {
            if index % 64 == 0 {
                control.check()?;
                control.advance(64 * block as u64);
            }
            let mut same = 0_u64;
            let mut used = [false; 4];
            for (t, target) in targets.iter().enumerate() {
                let own = &balances[cib.first(t)..cib.first(t) + target.size];
                let mut best = (i64::MIN, 0);
                for (a, &balance) in own.iter().enumerate() {
                    let stays = if is_outer[t] && usize::from(state[t]) == a { scale / 2 } else { 0 };
                    let key = i64::from(balance) * scale + stays + low - a as i64;
                    keys[a] = K::of(key);
                    // Ahead in the middle of the block, hence the only one that may be ahead in all of it.
                    let middle = key.wrapping_add(target.inner[a * padded].wide());
                    if middle > best.0 {
                        best = (middle, a);
                    }
                }
                let a = best.1;
                let ahead = |b: usize| {
                    a == b || keys[a].wide() - keys[b].wide() + target.least[a * target.size + b] > 0
                };
                if (0..target.size).all(ahead) {
                    same |= (a as u64) << (target.word as u32 * 16 + target.shift);
                    continue;
                }
                let word = &mut words[target.word];
                if !used[target.word] {
                    used[target.word] = true;
                    word.fill(0);
                }
                becomes(&keys[..target.size], &target.inner, padded, word, target.shift, low as u16);
            }
            if used == [false; 4] {
                ends.count_packed(same, block as u64)?;
            } else {
                packed.fill(same);
                for (index, word) in words.iter().enumerate().filter(|(index, _)| used[*index]) {
                    let all = packed.iter_mut().zip(word);
                    all.for_each(|(packed, &part)| *packed |= u64::from(part) << (16 * index));
                }
                ends.count_all(&packed)?;
            }
            advance(sizes, outer, &mut state, |d, old, new| {
                let rows = walker.row(d, old).iter().zip(walker.row(d, new));
                balances.iter_mut().zip(rows).for_each(|(sum, (old, new))| *sum += new - old);
            });
        }
        Ok(())
    })
}

/// Writes the best variant of one target for every state of a block.
#[inline(always)]
fn becomes<K: Key>(keys: &[K], inner: &[K], padded: usize, word: &mut [u16], shift: u32, low: u16) {
    let put = |out: &mut u16, best: K| *out |= (best.low() ^ low) << shift;
    let row = |a: usize| &inner[a * padded..(a + 1) * padded];
    match *keys {
        [x, y] => {
            let rows = row(0).iter().zip(row(1));
            for (out, (a, b)) in word.iter_mut().zip(rows) {
                put(out, a.plus(x).max(b.plus(y)));
            }
        }
        [x, y, z] => {
            let rows = row(0).iter().zip(row(1)).zip(row(2));
            for (out, ((a, b), c)) in word.iter_mut().zip(rows) {
                put(out, a.plus(x).max(b.plus(y)).max(c.plus(z)));
            }
        }
        [x, y, z, w] => {
            let rows = row(0).iter().zip(row(1)).zip(row(2)).zip(row(3));
            for (out, (((a, b), c), d)) in word.iter_mut().zip(rows) {
                put(out, a.plus(x).max(b.plus(y)).max(c.plus(z).max(d.plus(w))));
            }
        }
        _ => {
            for (k, out) in word.iter_mut().enumerate() {
                let all = keys.iter().enumerate().map(|(a, key)| inner[a * padded + k].plus(*key));
                put(out, all.max().unwrap_or_default());
            }
        }
    }
}
