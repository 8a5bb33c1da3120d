//! Morphological boxes (Zwicky 1969; Ritchey 2011; Godet's MORPHOL): parameters with values, and what cannot go together.
//!
//! The possible configurations are kept as a decision diagram: one layer a parameter, one node for each way in which what
//! was chosen so far restricts what is left. Two beginnings that leave the same are one node, so that a diagram of some
//! thousand nodes holds more configurations than could ever be listed, and counts them exactly.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use num_bigint::BigUint;

use crate::control::{Cancelled, Control};
use crate::random::Stream;

/// Most nodes of a diagram.
pub const MOST_NODES: usize = 8_000_000;

/// Why a box was refused, or has no diagram. Parameters and values count from 0.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MorphError {
    /// There are no parameters.
    #[error("there are no parameters")]
    Empty,
    /// A parameter has no values.
    #[error("parameter {parameter} has no values")]
    NoValues {
        /// The parameter.
        parameter: usize,
    },
    /// A parameter or value that does not exist.
    #[error("parameter {parameter} has no value {value}")]
    Unknown {
        /// The parameter.
        parameter: usize,
        /// The value.
        value: usize,
    },
    /// An exclusion names a parameter twice, or fewer than two.
    #[error("exclusion {exclusion} does not name two or more parameters once each")]
    Exclusion {
        /// Its position.
        exclusion: usize,
    },
    /// A weight is no number, or there is not one for each value.
    #[error("the weights of parameter {parameter} are not one finite number for each value")]
    Weight {
        /// The parameter.
        parameter: usize,
    },
    /// The diagram has more than [`MOST_NODES`] nodes, or than the budget allows.
    #[error("the exclusions tie too much together: the diagram has more than {nodes} nodes")]
    TooWide {
        /// Nodes made.
        nodes: usize,
    },
    /// The caller asked to stop.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

/// Values of different parameters that cannot all be chosen: (parameter, value).
pub type Exclusion = Vec<(usize, usize)>;

/// A box.
#[derive(Debug, Clone, PartialEq)]
pub struct Morph {
    sizes: Vec<usize>,
    exclusions: Vec<Exclusion>,
    weights: Vec<Vec<f64>>,
}

impl Morph {
    /// A box from the number of values of each parameter, its exclusions, and a weight for each value (or none at all).
    /// Weights are added: preferences as they are, probabilities as their logarithms.
    ///
    /// # Errors
    /// [`MorphError`] names what is wrong.
    pub fn new(
        sizes: Vec<usize>,
        exclusions: Vec<Exclusion>,
        weights: Vec<Vec<f64>>,
    ) -> Result<Self, MorphError> {
        if sizes.is_empty() {
            return Err(MorphError::Empty);
        }
        if let Some(parameter) = sizes.iter().position(|&size| size == 0) {
            return Err(MorphError::NoValues { parameter });
        }
        for (exclusion, values) in exclusions.iter().enumerate() {
            for (index, &(parameter, value)) in values.iter().enumerate() {
                if sizes.get(parameter).is_none_or(|&size| value >= size) {
                    return Err(MorphError::Unknown { parameter, value });
                }
                if values[..index].iter().any(|(other, _)| *other == parameter) {
                    return Err(MorphError::Exclusion { exclusion });
                }
            }
            if values.len() < 2 {
                return Err(MorphError::Exclusion { exclusion });
            }
        }
        for (parameter, own) in weights.iter().enumerate() {
            // Minus infinity is the logarithm of an impossible value.
            if sizes.get(parameter) != Some(&own.len())
                || own.iter().any(|w| w.is_nan() || *w == f64::INFINITY)
            {
                return Err(MorphError::Weight { parameter });
            }
        }
        if !weights.is_empty() && weights.len() != sizes.len() {
            return Err(MorphError::Weight { parameter: weights.len() });
        }
        Ok(Self { sizes, exclusions, weights })
    }

    /// The number of values of each parameter.
    #[must_use]
    pub fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    /// The number of configurations, possible or not.
    #[must_use]
    pub fn space(&self) -> BigUint {
        self.sizes.iter().map(|&size| BigUint::from(size)).product()
    }

    /// The sum of the weights of a configuration; 0 without weights.
    ///
    /// # Panics
    /// When the configuration is none of this box.
    #[must_use]
    pub fn weight(&self, configuration: &[u32]) -> f64 {
        self.weights.iter().zip(configuration).map(|(own, &v)| own[v as usize]).sum()
    }

    /// Whether nothing excludes a configuration.
    #[must_use]
    pub fn possible(&self, configuration: &[u32]) -> bool {
        let chosen = |&(p, v): &(usize, usize)| configuration.get(p).is_some_and(|&own| own as usize == v);
        !self.exclusions.iter().any(|exclusion| exclusion.iter().all(chosen))
    }

    /// An order of the parameters in which few are tied to what comes later: from each start the one is added that
    /// leaves the least open, and the best start wins.
    fn order(&self) -> Vec<usize> {
        let n = self.sizes.len();
        let mut tied = vec![vec![false; n]; n];
        for exclusion in &self.exclusions {
            for &(a, _) in exclusion {
                exclusion.iter().filter(|(b, _)| *b != a).for_each(|&(b, _)| tied[a][b] = true);
            }
        }
        let bits: Vec<f64> = self.sizes.iter().map(|&size| libm::log2(size as f64 + 1.0)).collect();
        let mut best: Option<(f64, Vec<usize>)> = None;
        for start in 0..n {
            let mut done = vec![false; n];
            let mut open = vec![false; n];
            let mut order = Vec::with_capacity(n);
            let (mut next, mut cost, mut width) = (Some(start), 0.0, 0.0);
            while let Some(p) = next {
                done[p] = true;
                if std::mem::take(&mut open[p]) {
                    width -= bits[p];
                }
                for q in (0..n).filter(|&q| tied[p][q] && !done[q]) {
                    if !std::mem::replace(&mut open[q], true) {
                        width += bits[q];
                    }
                }
                order.push(p);
                // What a layer may hold grows with the power of what is open.
                cost += libm::exp2(width.min(500.0));
                let grows = |p: usize| {
                    let new: f64 = (0..n)
                        .filter(|&q| tied[p][q] && !done[q] && !open[q] && q != p)
                        .map(|q| bits[q])
                        .sum();
                    if open[p] { new - bits[p] } else { new }
                };
                let left = (0..n).filter(|&p| !done[p]);
                next = left.min_by(|&a, &b| grows(a).total_cmp(&grows(b)));
            }
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, order));
            }
        }
        best.map(|(_, order)| order).unwrap_or_default()
    }
}

/// A probability as a weight: its logarithm, minus infinity for what is impossible.
#[must_use]
pub fn log_weight(probability: f64) -> f64 {
    libm::log(probability)
}

/// No configuration goes on here.
const DEAD: u32 = u32::MAX;

/// All possible configurations of a box.
#[derive(Debug, Clone)]
pub struct Diagram {
    sizes: Vec<usize>,
    weights: Vec<Vec<f64>>,
    /// The parameter of each layer.
    order: Vec<usize>,
    /// For each layer the nodes: one entry a value, the node of the next layer or [`DEAD`].
    layers: Vec<Vec<u32>>,
}

/// Sets of bits that are told apart; each has a number.
struct Distinct {
    words: usize,
    sets: Vec<u64>,
    places: Vec<u32>,
}

impl Distinct {
    fn new(words: usize) -> Self {
        Self { words, sets: Vec::new(), places: vec![DEAD; 64] }
    }

    fn len(&self) -> usize {
        self.sets.len() / self.words
    }

    fn get(&self, index: usize) -> &[u64] {
        &self.sets[index * self.words..(index + 1) * self.words]
    }

    fn hash(set: &[u64]) -> usize {
        let mixed = set.iter().fold(0x9e37_79b9_7f4a_7c15_u64, |hash, word| {
            (hash.rotate_left(23) ^ word).wrapping_mul(0xd6e8_feb8_6659_fd93)
        });
        (mixed ^ (mixed >> 32)) as usize
    }

    fn number(&mut self, set: &[u64]) -> u32 {
        if self.len() * 2 >= self.places.len() {
            let size = self.places.len() * 4;
            self.places.clear();
            self.places.resize(size, DEAD);
            for index in 0..self.len() {
                let mut at = Self::hash(self.get(index)) & (size - 1);
                while self.places[at] != DEAD {
                    at = (at + 1) & (size - 1);
                }
                self.places[at] = index as u32;
            }
        }
        let mask = self.places.len() - 1;
        let mut at = Self::hash(set) & mask;
        while self.places[at] != DEAD {
            if self.get(self.places[at] as usize) == set {
                return self.places[at];
            }
            at = (at + 1) & mask;
        }
        let index = self.len() as u32;
        self.places[at] = index;
        self.sets.extend_from_slice(set);
        index
    }
}

/// Builds the diagram of a box.
///
/// # Errors
/// [`MorphError::TooWide`] where the exclusions tie too much together, or above the node budget of `control`;
/// [`MorphError::Cancelled`] when the caller asked to stop.
pub fn diagram(morph: &Morph, control: &Control) -> Result<Diagram, MorphError> {
    let order = morph.order();
    let n = morph.sizes.len();
    let mut place = vec![0; n];
    order.iter().enumerate().for_each(|(layer, &p)| place[p] = layer);
    let mut first = Vec::with_capacity(n);
    let mut values = 0;
    for size in &morph.sizes {
        first.push(values);
        values += size;
    }
    // Exclusions of more than two keep a bit each: whether all chosen so far is in them.
    let mut exclusions: Vec<Exclusion> = morph.exclusions.clone();
    exclusions.iter_mut().for_each(|exclusion| exclusion.sort_by_key(|&(p, _)| place[p]));
    let (pairs, longer): (Vec<_>, Vec<_>) =
        exclusions.into_iter().partition(|exclusion| exclusion.len() == 2);
    let words = (values + longer.len()).div_ceil(64).max(1);
    // What each value takes from later parameters.
    let mut takes = vec![vec![0_u64; words]; values];
    for pair in &pairs {
        let bit = first[pair[1].0] + pair[1].1;
        takes[first[pair[0].0] + pair[0].1][bit / 64] |= 1 << (bit % 64);
    }
    let limit = control.node_budget().map_or(MOST_NODES, |budget| (budget as usize).min(MOST_NODES));
    let mut layers: Vec<Vec<u32>> = Vec::with_capacity(n);
    let mut here = Distinct::new(words);
    here.number(&vec![0; words]);
    let mut nodes = 1;
    for (layer, &p) in order.iter().enumerate() {
        control.check()?;
        let mut next = Distinct::new(words);
        let mut children = Vec::with_capacity(here.len() * morph.sizes[p]);
        // The longer exclusions that this parameter is in: position within them.
        let own: Vec<(usize, usize)> = longer
            .iter()
            .enumerate()
            .filter_map(|(index, exclusion)| Some((index, exclusion.iter().position(|&(q, _)| q == p)?)))
            .collect();
        let mut set = vec![0; words];
        let later: Vec<usize> = order[layer + 1..].to_vec();
        for node in 0..here.len() {
            for v in 0..morph.sizes[p] {
                let bit = first[p] + v;
                if here.get(node)[bit / 64] & (1 << (bit % 64)) != 0 {
                    children.push(DEAD);
                    continue;
                }
                set.copy_from_slice(here.get(node));
                set.iter_mut().zip(&takes[bit]).for_each(|(word, takes)| *word |= takes);
                for &(index, at) in &own {
                    let (flag, exclusion) = (values + index, &longer[index]);
                    let all = (at == 0 || set[flag / 64] & (1 << (flag % 64)) != 0) && exclusion[at].1 == v;
                    set[flag / 64] &= !(1 << (flag % 64));
                    if all && at + 2 == exclusion.len() {
                        let (q, w) = exclusion[at + 1];
                        set[(first[q] + w) / 64] |= 1 << ((first[q] + w) % 64);
                    } else if all && at + 2 < exclusion.len() {
                        set[flag / 64] |= 1 << (flag % 64);
                    }
                }
                for own in first[p]..first[p] + morph.sizes[p] {
                    set[own / 64] &= !(1 << (own % 64));
                }
                let taken = |q: usize| {
                    (first[q]..first[q] + morph.sizes[q]).all(|bit| set[bit / 64] & (1 << (bit % 64)) != 0)
                };
                children.push(if later.iter().any(|&q| taken(q)) { DEAD } else { next.number(&set) });
            }
        }
        nodes += next.len();
        if nodes > limit {
            return Err(MorphError::TooWide { nodes });
        }
        control.advance(next.len() as u64);
        layers.push(children);
        here = next;
    }
    Ok(Diagram { sizes: morph.sizes.clone(), weights: morph.weights.clone(), order, layers })
}

/// A count: exact where it fits.
trait Count: Clone {
    fn zero() -> Self;
    fn one() -> Self;
    fn add(&mut self, other: &Self);
    fn times(&self, other: &Self) -> Self;
    fn is_zero(&self) -> bool;
    fn big(self) -> BigUint;
}

impl Count for u128 {
    fn zero() -> Self {
        0
    }
    fn one() -> Self {
        1
    }
    fn add(&mut self, other: &Self) {
        *self += other;
    }
    fn times(&self, other: &Self) -> Self {
        self * other
    }
    fn is_zero(&self) -> bool {
        *self == 0
    }
    fn big(self) -> BigUint {
        BigUint::from(self)
    }
}

impl Count for BigUint {
    fn zero() -> Self {
        Self::ZERO
    }
    fn one() -> Self {
        Self::from(1_u32)
    }
    fn add(&mut self, other: &Self) {
        *self += other;
    }
    fn times(&self, other: &Self) -> Self {
        self * other
    }
    fn is_zero(&self) -> bool {
        *self == Self::ZERO
    }
    fn big(self) -> BigUint {
        self
    }
}

/// Values that are fixed: (parameter, value); several of one parameter leave it the choice.
pub type Fixed = [(usize, usize)];

/// Counts of the configurations that some fixed values leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// How many there are.
    pub count: BigUint,
    /// For each parameter and value how many have it.
    pub per_value: Vec<Vec<BigUint>>,
}

impl Diagram {
    /// How many nodes it has.
    #[must_use]
    pub fn nodes(&self) -> usize {
        let own = self.layers.iter().zip(&self.order).map(|(layer, &p)| layer.len() / self.sizes[p]);
        own.sum::<usize>() + 1
    }

    /// Which values of each parameter are left by fixed ones.
    fn allowed(&self, fixed: &Fixed) -> Result<Vec<Vec<bool>>, MorphError> {
        let mut allowed: Vec<Vec<bool>> = self.sizes.iter().map(|&size| vec![true; size]).collect();
        let mut touched = vec![false; self.sizes.len()];
        for &(parameter, value) in fixed {
            if self.sizes.get(parameter).is_none_or(|&size| value >= size) {
                return Err(MorphError::Unknown { parameter, value });
            }
            if !std::mem::replace(&mut touched[parameter], true) {
                allowed[parameter].fill(false);
            }
            allowed[parameter][value] = true;
        }
        Ok(allowed)
    }

    /// For each layer and node how many configurations go on from it; one more layer, of the end.
    fn below<C: Count>(&self, allowed: &[Vec<bool>]) -> Vec<Vec<C>> {
        let mut below = vec![vec![C::one()]];
        for (layer, &p) in self.layers.iter().zip(&self.order).rev() {
            let next = &below[below.len() - 1];
            let count = |children: &[u32]| {
                let mut sum = C::zero();
                for (&child, _) in
                    children.iter().zip(&allowed[p]).filter(|(child, ok)| **ok && **child != DEAD)
                {
                    sum.add(&next[child as usize]);
                }
                sum
            };
            let counts = layer.chunks_exact(self.sizes[p]).map(count).collect();
            below.push(counts);
        }
        below.reverse();
        below
    }

    fn small(&self) -> bool {
        self.sizes.iter().map(|&size| libm::log2(size as f64)).sum::<f64>() < 125.0
    }

    /// The configurations that fixed values leave: how many, and how many with each value. What is 0 there is not
    /// possible any more.
    ///
    /// # Errors
    /// [`MorphError::Unknown`] for a value that does not exist.
    pub fn counts(&self, fixed: &Fixed) -> Result<Counts, MorphError> {
        let allowed = self.allowed(fixed)?;
        Ok(if self.small() { self.counts_as::<u128>(&allowed) } else { self.counts_as::<BigUint>(&allowed) })
    }

    fn counts_as<C: Count>(&self, allowed: &[Vec<bool>]) -> Counts {
        let below = self.below::<C>(allowed);
        let mut per_value: Vec<Vec<C>> = self.sizes.iter().map(|&size| vec![C::zero(); size]).collect();
        let mut above = vec![C::one()];
        for (depth, (layer, &p)) in self.layers.iter().zip(&self.order).enumerate() {
            let mut next = vec![C::zero(); below[depth + 1].len()];
            for (above, children) in above.iter().zip(layer.chunks_exact(self.sizes[p])) {
                if above.is_zero() {
                    continue;
                }
                for (v, &child) in
                    children.iter().enumerate().filter(|(v, child)| allowed[p][*v] && **child != DEAD)
                {
                    per_value[p][v].add(&above.times(&below[depth + 1][child as usize]));
                    next[child as usize].add(above);
                }
            }
            above = next;
        }
        let per_value = per_value.into_iter().map(|own| own.into_iter().map(C::big).collect());
        Counts { count: below[0][0].clone().big(), per_value: per_value.collect() }
    }

    /// The first configurations that fixed values leave, `most` of them, in the order of the diagram.
    ///
    /// # Errors
    /// [`MorphError::Unknown`] for a value that does not exist.
    pub fn list(&self, fixed: &Fixed, most: usize) -> Result<Vec<Vec<u32>>, MorphError> {
        let allowed = self.allowed(fixed)?;
        let possible = self.best_below(&allowed, |_, _| 0.0);
        let mut out = Vec::new();
        let mut todo = vec![(0, 0, Vec::new())];
        while let Some((depth, node, chosen)) = todo.pop() {
            if out.len() >= most {
                break;
            }
            if depth == self.order.len() {
                out.push(self.arranged(&chosen));
                continue;
            }
            let p = self.order[depth];
            let children = &self.layers[depth][node * self.sizes[p]..(node + 1) * self.sizes[p]];
            for (v, &child) in
                children.iter().enumerate().rev().filter(|(v, child)| allowed[p][*v] && **child != DEAD)
            {
                if possible[depth + 1][child as usize] > f64::NEG_INFINITY {
                    let mut chosen: Vec<u32> = chosen.clone();
                    chosen.push(v as u32);
                    todo.push((depth + 1, child as usize, chosen));
                }
            }
        }
        Ok(out)
    }

    /// Values in the order of the layers, put in the order of the parameters.
    fn arranged(&self, chosen: &[u32]) -> Vec<u32> {
        let mut out = vec![0; self.sizes.len()];
        self.order.iter().zip(chosen).for_each(|(&p, &v)| out[p] = v);
        out
    }

    /// For each layer and node the greatest weight of what goes on from it, minus infinity where nothing does.
    fn best_below(&self, allowed: &[Vec<bool>], weight: impl Fn(usize, usize) -> f64) -> Vec<Vec<f64>> {
        let mut below = vec![vec![0.0]];
        for (layer, &p) in self.layers.iter().zip(&self.order).rev() {
            let next = &below[below.len() - 1];
            let best = |children: &[u32]| {
                let open = children.iter().enumerate().filter(|(v, child)| allowed[p][*v] && **child != DEAD);
                open.map(|(v, &child)| weight(p, v) + next[child as usize]).fold(f64::NEG_INFINITY, f64::max)
            };
            let bests = layer.chunks_exact(self.sizes[p]).map(best).collect();
            below.push(bests);
        }
        below.reverse();
        below
    }

    /// The `k` configurations of the greatest weight that fixed values leave, with their weights, the greatest first;
    /// ties in order of their values. Configurations of weight minus infinity are impossible.
    ///
    /// Beginnings are taken up in the order of the best that they can become, which is known exactly; no more than
    /// those of the configurations found are.
    ///
    /// # Errors
    /// [`MorphError::Unknown`] for a value that does not exist.
    pub fn best(&self, fixed: &Fixed, k: usize) -> Result<Vec<(f64, Vec<u32>)>, MorphError> {
        let allowed = self.allowed(fixed)?;
        let weight = |p: usize, v: usize| self.weights.get(p).map_or(0.0, |own| own[v]);
        let below = self.best_below(&allowed, weight);
        let mut heap = BinaryHeap::new();
        if below[0][0] > f64::NEG_INFINITY {
            heap.push(Begun { reach: below[0][0], sum: 0.0, node: 0, chosen: Vec::new() });
        }
        let mut out = Vec::new();
        while let Some(begun) = heap.pop() {
            let depth = begun.chosen.len();
            if depth == self.order.len() {
                out.push((begun.sum, self.arranged(&begun.chosen)));
                if out.len() >= k {
                    break;
                }
                continue;
            }
            let p = self.order[depth];
            let children = &self.layers[depth][begun.node * self.sizes[p]..(begun.node + 1) * self.sizes[p]];
            for (v, &child) in
                children.iter().enumerate().filter(|(v, child)| allowed[p][*v] && **child != DEAD)
            {
                let sum = begun.sum + weight(p, v);
                let reach = sum + below[depth + 1][child as usize];
                if reach > f64::NEG_INFINITY {
                    let mut chosen = begun.chosen.clone();
                    chosen.push(v as u32);
                    heap.push(Begun { reach, sum, node: child as usize, chosen });
                }
            }
        }
        out.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        out.truncate(k);
        Ok(out)
    }

    /// `k` configurations drawn from those that fixed values leave, each with the same probability; none where there is
    /// none.
    ///
    /// # Errors
    /// [`MorphError::Unknown`] for a value that does not exist.
    pub fn sample(&self, fixed: &Fixed, k: usize, stream: &mut Stream) -> Result<Vec<Vec<u32>>, MorphError> {
        let allowed = self.allowed(fixed)?;
        let below = self.below::<BigUint>(&allowed);
        if below[0][0] == BigUint::ZERO {
            return Ok(Vec::new());
        }
        let draw = |_| {
            let mut node = 0;
            let mut chosen = Vec::with_capacity(self.order.len());
            for (depth, &p) in self.order.iter().enumerate() {
                let mut at = stream.below_big(&below[depth][node]);
                let children = &self.layers[depth][node * self.sizes[p]..(node + 1) * self.sizes[p]];
                for (v, &child) in
                    children.iter().enumerate().filter(|(v, child)| allowed[p][*v] && **child != DEAD)
                {
                    let count = &below[depth + 1][child as usize];
                    if at < *count {
                        chosen.push(v as u32);
                        node = child as usize;
                        break;
                    }
                    at -= count;
                }
            }
            self.arranged(&chosen)
        };
        Ok((0..k).map(draw).collect())
    }
}

/// A beginning of a configuration, and the greatest weight that it can come to.
struct Begun {
    reach: f64,
    sum: f64,
    node: usize,
    chosen: Vec<u32>,
}

impl Ord for Begun {
    fn cmp(&self, other: &Self) -> Ordering {
        // Of equals the longer first, so that a configuration is finished before others are begun.
        let length = self.chosen.len().cmp(&other.chosen.len());
        self.reach.total_cmp(&other.reach).then(length).then_with(|| other.chosen.cmp(&self.chosen))
    }
}

impl PartialOrd for Begun {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Begun {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Begun {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn every(sizes: &[usize]) -> Vec<Vec<u32>> {
        sizes.iter().fold(vec![vec![]], |all, &size| {
            let longer =
                |c: &Vec<u32>| (0..size as u32).map(|v| [c.as_slice(), &[v]].concat()).collect::<Vec<_>>();
            all.iter().flat_map(longer).collect()
        })
    }

    fn boxes() -> impl Strategy<Value = (Morph, Vec<(usize, usize)>)> {
        proptest::collection::vec(1_usize..4, 1..7).prop_flat_map(|sizes| {
            let n = sizes.len();
            let exclusion = proptest::collection::btree_map(0..n, 0_usize..3, 2..=3.min(n).max(2));
            let exclusions = proptest::collection::vec(exclusion, 0..if n < 2 { 1 } else { 9 });
            let weights =
                sizes.iter().map(|&size| proptest::collection::vec(-3_i8..4, size)).collect::<Vec<_>>();
            let fixed = proptest::collection::vec((0..n, 0_usize..3), 0..3);
            (Just(sizes), exclusions, weights, fixed).prop_map(|(sizes, exclusions, weights, fixed)| {
                let exclusions = exclusions.into_iter().map(|e| e.into_iter().collect::<Exclusion>());
                let exists = |&(p, v): &(usize, usize)| v < sizes[p];
                let exclusions = exclusions.filter(|e| e.len() > 1 && e.iter().all(exists)).collect();
                let weights =
                    weights.into_iter().map(|own| own.into_iter().map(f64::from).collect()).collect();
                let fixed = fixed.into_iter().filter(exists).collect();
                (Morph::new(sizes.clone(), exclusions, weights).unwrap(), fixed)
            })
        })
    }

    proptest! {
        #[test]
        fn everything_is_as_by_trying_all((morph, fixed) in boxes()) {
            let diagram = diagram(&morph, &Control::default()).unwrap();
            let fits = |c: &Vec<u32>| {
                (0..c.len()).all(|p| {
                    let own: Vec<_> = fixed.iter().filter(|(q, _)| *q == p).collect();
                    own.is_empty() || own.iter().any(|(_, v)| *v == c[p] as usize)
                })
            };
            let mut all: Vec<Vec<u32>> = every(morph.sizes()).into_iter().filter(|c| morph.possible(c) && fits(c)).collect();
            let counts = diagram.counts(&fixed).unwrap();
            prop_assert_eq!(&counts.count, &BigUint::from(all.len()));
            for (p, own) in counts.per_value.iter().enumerate() {
                for (v, count) in own.iter().enumerate() {
                    let expected = all.iter().filter(|c| c[p] as usize == v).count();
                    prop_assert_eq!(count, &BigUint::from(expected));
                }
            }
            let mut listed = diagram.list(&fixed, usize::MAX).unwrap();
            listed.sort();
            prop_assert_eq!(&listed, &all);
            let drawn = diagram.sample(&fixed, 5, &mut Stream::new(1, "draw", 0)).unwrap();
            prop_assert!(drawn.iter().all(|c| all.contains(c)));
            all.sort_by(|a, b| morph.weight(b).total_cmp(&morph.weight(a)));
            let best = diagram.best(&fixed, 4).unwrap();
            prop_assert_eq!(best.len(), all.len().min(4));
            for ((weight, c), expected) in best.iter().zip(&all) {
                prop_assert_eq!(*weight, morph.weight(expected));
                prop_assert_eq!(*weight, morph.weight(c));
            }
        }
    }

    #[test]
    fn a_box_of_a_hundred_parameters_is_counted() {
        // Neighbours differ: 4 * 3^99 ways.
        let exclusions = (0..99).flat_map(|p| (0..4).map(move |v| vec![(p, v), (p + 1, v)])).collect();
        let morph = Morph::new(vec![4; 100], exclusions, vec![]).unwrap();
        let counts = diagram(&morph, &Control::default()).unwrap().counts(&[]).unwrap();
        assert_eq!(counts.count, BigUint::from(4_u32) * BigUint::from(3_u32).pow(99));
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(Morph::new(vec![], vec![], vec![]), Err(MorphError::Empty));
        assert_eq!(Morph::new(vec![1, 0], vec![], vec![]), Err(MorphError::NoValues { parameter: 1 }));
        let unknown = Morph::new(vec![2, 2], vec![vec![(0, 0), (1, 2)]], vec![]);
        assert_eq!(unknown, Err(MorphError::Unknown { parameter: 1, value: 2 }));
        let twice = Morph::new(vec![2, 2], vec![vec![(0, 0), (0, 1)]], vec![]);
        assert_eq!(twice, Err(MorphError::Exclusion { exclusion: 0 }));
        let weights = Morph::new(vec![2, 2], vec![], vec![vec![1.0, f64::NAN], vec![0.0, 0.0]]);
        assert_eq!(weights, Err(MorphError::Weight { parameter: 0 }));
        // Everything tied to everything is refused, not attempted.
        let all = (0..24).flat_map(|a| {
            (a + 1..24).flat_map(move |b| (0..6).map(move |v| vec![(a, v), (b, (v + a * b) % 6)]))
        });
        let dense = Morph::new(vec![6; 24], all.collect(), vec![]).unwrap();
        let control = Control::default().with_node_budget(1000);
        assert!(matches!(diagram(&dense, &control), Err(MorphError::TooWide { .. })));
    }
}
