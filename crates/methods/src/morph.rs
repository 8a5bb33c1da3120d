//! Morphological boxes (Zwicky 1969; Ritchey 2011; Godet's MORPHOL): parameters with values, and what cannot go together.
//!
//! The possible configurations are kept as a decision diagram: one layer a parameter, one node for each way in which what
//! was chosen so far restricts what is left. Two beginnings that leave the same are one node, so that a diagram of some
//! thousand nodes holds more configurations than could ever be listed, and counts them exactly.

mod build;
mod count;

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use num_bigint::BigUint;

pub use build::diagram;
use count::Count;

use crate::control::Cancelled;
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

    /// The `k` configurations of the greatest weight that fixed values leave, with their weights, the greatest first,
    /// those of one weight in order of their values. Which of several that tie at the end are among the `k` is the
    /// diagram's matter, and the same each time. Configurations of weight minus infinity are impossible.
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
mod tests;
