//! The diagram of a box, layer by layer.

use super::{DEAD, Diagram, Exclusion, MOST_NODES, Morph, MorphError};
use crate::control::Control;

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
