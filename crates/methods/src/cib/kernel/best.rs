//! The best scenarios of a kernel, without listing it.
//!
//! The total impact of a scenario is a sum over pairs of its variants. The tree is followed from above, the best looking
//! alternative first; what is still open is worth at most what a bound says, in which each pair of open descriptors
//! counts half at either end with the best that the other end may be. Where nothing open can come up to the worst of
//! the scenarios kept, the search turns back (branch and bound, Land and Doig 1960). Pairs whose impacts are a sum of
//! what either end gives for itself, as between islands, are no pairs for the bound: it is exact there.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use num_bigint::BigUint;

use super::{Cib, Kernel, list, literals, variants};
use crate::control::Control;

/// Parts of the tree that the bounds may look at.
const MOST_STEPS: u64 = 300_000_000;

/// Scenarios that are looked at one by one where the bounds do not tell enough of them apart.
const MOST_LOOKED_AT: u64 = 5_000_000;

/// Scenarios in order of their worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Best {
    /// The scenarios, the greatest total impact first, ties in order of their variants.
    pub scenarios: Vec<Vec<u8>>,
    /// Whether no other scenario of the kernel comes before the last of them; else they are the best that were found.
    pub complete: bool,
}

impl Kernel {
    /// The `k` scenarios of the greatest total impact, the greatest first, ties in order of their variants. The kernel
    /// may hold any number of scenarios. Where that takes too long, or `control` asks to stop, the best that were found
    /// come back, `k` of them all the same.
    #[must_use]
    pub fn best(&self, cib: &Cib, k: usize, control: &Control) -> Best {
        let ranked = self.ranked(cib, k, control, MOST_STEPS);
        match ranked.complete || control.is_cancelled() || self.count() > BigUint::from(MOST_LOOKED_AT) {
            true => ranked,
            false => self.one_by_one(cib, k),
        }
    }

    fn ranked(&self, cib: &Cib, k: usize, control: &Control, most: u64) -> Best {
        let Some(root) = self.root.filter(|_| k > 0) else {
            return Best { scenarios: Vec::new(), complete: true };
        };
        let pairs = Pairs::new(cib);
        let mut ranking = Ranking {
            kernel: self,
            pairs: &pairs,
            control,
            kept: Kept { k, heap: BinaryHeap::new() },
            steps: 0,
            most,
            stopped: false,
        };
        let mut state = State::new(&pairs, self.domains());
        let mut open = Vec::new();
        ranking.enter(root, &mut state, &mut open);
        ranking.refresh(&state, &mut open, None);
        ranking.follow(&state, &open);
        Best { complete: !ranking.stopped, scenarios: ranking.kept.sorted() }
    }

    fn one_by_one(&self, cib: &Cib, k: usize) -> Best {
        let mut kept = Kept { k, heap: BinaryHeap::new() };
        self.each(|scenario| {
            kept.offer(cib.total_impact(scenario), scenario);
            true
        });
        Best { scenarios: kept.sorted(), complete: true }
    }

    /// The variants that each descriptor has anywhere in the tree.
    fn domains(&self) -> Vec<u64> {
        let mut out = vec![0; self.sizes.len()];
        self.tree.literals.iter().for_each(|&(d, set)| out[d as usize] |= set);
        // What the tree does not speak of has its first variant.
        out.iter_mut().filter(|set| **set == 0).for_each(|set| *set = 1);
        out
    }
}

/// The best scenarios so far: at most `k`, with twice their total impact or with it, as they were offered.
struct Kept {
    k: usize,
    heap: BinaryHeap<(Reverse<i64>, Vec<u8>)>,
}

impl Kept {
    fn full(&self) -> bool {
        self.heap.len() >= self.k
    }

    /// Whether something of this worth, not before `scenario` in the order of variants, may come in.
    fn admits(&self, worth: i64, scenario: &[u8]) -> bool {
        let worst = self.heap.peek().filter(|_| self.full());
        worst.is_none_or(|(worst, of)| (Reverse(worth), scenario) < (*worst, of.as_slice()))
    }

    fn offer(&mut self, worth: i64, scenario: &[u8]) {
        if self.admits(worth, scenario) {
            self.heap.push((Reverse(worth), scenario.to_vec()));
            if self.heap.len() > self.k {
                self.heap.pop();
            }
        }
    }

    fn sorted(self) -> Vec<Vec<u8>> {
        self.heap.into_sorted_vec().into_iter().map(|(_, scenario)| scenario).collect()
    }
}

/// Twice the total impact, as a sum of what each variant is worth alone and in pairs.
struct Pairs {
    first: Vec<usize>,
    sizes: Vec<usize>,
    /// Twice what each variant is worth alone.
    alone: Vec<i64>,
    /// What each pair of variants is worth together, both ways; nothing where that is a sum of what both are worth.
    together: Vec<i32>,
    /// For each descriptor those with which it is worth anything together.
    tied: Vec<Vec<usize>>,
}

impl Pairs {
    fn new(cib: &Cib) -> Self {
        let (n, all) = (cib.descriptors(), cib.variants());
        let cell = |row: usize, column: usize| i64::from(cib.cells()[row * all + column]);
        let mut pairs = Self {
            first: cib.firsts().to_vec(),
            sizes: cib.sizes().to_vec(),
            alone: (0..all).map(|v| 2 * cell(v, v)).collect(),
            together: vec![0; all * all],
            tied: vec![Vec::new(); n],
        };
        for s in 0..n {
            for t in s + 1..n {
                let (rows, columns) = (pairs.of(s), pairs.of(t));
                let both = |v: usize, a: usize| cell(v, a) + cell(a, v);
                let (v0, a0) = (rows.start, columns.start);
                let sum = |v: usize, a: usize| both(v, a0) + both(v0, a) - both(v0, a0);
                let apart = rows.clone().all(|v| columns.clone().all(|a| both(v, a) == sum(v, a)));
                if apart {
                    rows.for_each(|v| pairs.alone[v] += 2 * both(v, a0));
                    columns.for_each(|a| pairs.alone[a] += 2 * (both(v0, a) - both(v0, a0)));
                    continue;
                }
                for v in rows {
                    for a in columns.clone() {
                        // A balance is 2^28 at most.
                        let worth = both(v, a) as i32;
                        pairs.together[v * all + a] = worth;
                        pairs.together[a * all + v] = worth;
                    }
                }
                pairs.tied[s].push(t);
                pairs.tied[t].push(s);
            }
        }
        pairs
    }

    fn of(&self, descriptor: usize) -> std::ops::Range<usize> {
        self.first[descriptor]..self.first[descriptor] + self.sizes[descriptor]
    }

    /// The most that some variants of `descriptor` are worth with the variant `other`, counted over all descriptors.
    fn most(&self, descriptor: usize, set: u64, other: usize) -> i64 {
        let row = &self.together[other * self.alone.len() + self.first[descriptor]..];
        variants(set).map(|v| i64::from(row[v])).max().unwrap_or(0)
    }
}

/// What is chosen, and what the rest is worth at most.
#[derive(Clone)]
struct State {
    /// Twice what the chosen variants are worth among themselves.
    sum: i64,
    /// For each variant of an open descriptor twice its worth alone and with what is chosen.
    certain: Vec<i64>,
    /// And with what is open, the best that may be.
    possible: Vec<i64>,
    /// The variants that each descriptor may still have.
    sets: Vec<u64>,
    chosen: Vec<bool>,
}

impl State {
    fn new(pairs: &Pairs, sets: Vec<u64>) -> Self {
        let mut possible = vec![0; pairs.alone.len()];
        for (d, tied) in pairs.tied.iter().enumerate() {
            for v in pairs.of(d) {
                possible[v] = tied.iter().map(|&e| pairs.most(e, sets[e], v)).sum();
            }
        }
        let mut state =
            Self { sum: 0, certain: pairs.alone.clone(), possible, chosen: vec![false; sets.len()], sets };
        for d in 0..state.sets.len() {
            state.narrow(pairs, d, state.sets[d]);
        }
        state
    }

    /// Leaves a descriptor fewer variants; one alone is chosen.
    fn narrow(&mut self, pairs: &Pairs, descriptor: usize, set: u64) {
        if self.chosen[descriptor] {
            return;
        }
        let old = std::mem::replace(&mut self.sets[descriptor], set);
        let choice = set.is_power_of_two().then(|| pairs.first[descriptor] + set.trailing_zeros() as usize);
        if let Some(choice) = choice {
            self.chosen[descriptor] = true;
            self.sum += self.certain[choice];
        } else if set == old {
            return;
        }
        for &e in &pairs.tied[descriptor] {
            if self.chosen[e] {
                continue;
            }
            for a in pairs.of(e) {
                self.possible[a] -= pairs.most(descriptor, old, a);
                match choice {
                    Some(v) => self.certain[a] += 2 * i64::from(pairs.together[v * pairs.alone.len() + a]),
                    None => self.possible[a] += pairs.most(descriptor, set, a),
                }
            }
        }
    }

    /// The most that a descriptor with some of its variants may add.
    fn most(&self, pairs: &Pairs, descriptor: usize, set: u64) -> i64 {
        if self.chosen[descriptor] {
            return 0;
        }
        let first = pairs.first[descriptor];
        variants(set).map(|v| self.certain[first + v] + self.possible[first + v]).max().unwrap_or(0)
    }
}

/// What is still to be chosen.
#[derive(Clone)]
enum Open {
    /// A descriptor that may have any of its variants.
    Free(usize),
    /// A choice of the tree, with its descriptors in order, and the most that it may add.
    Choice(u32, std::rc::Rc<[usize]>, i64),
}

impl Open {
    fn first(&self) -> usize {
        match self {
            Self::Free(d) => *d,
            Self::Choice(_, of, _) => of.first().copied().unwrap_or(0),
        }
    }
}

struct Ranking<'a> {
    kernel: &'a Kernel,
    pairs: &'a Pairs,
    control: &'a Control,
    kept: Kept,
    steps: u64,
    most: u64,
    stopped: bool,
}

impl Ranking<'_> {
    /// Takes up a part: its descriptors are narrowed, what it leaves to choose is open.
    fn enter(&self, part: u32, state: &mut State, open: &mut Vec<Open>) {
        let tree = &self.kernel.tree;
        let part = tree.parts[part as usize];
        for &(d, set) in literals(tree, part.literals) {
            state.narrow(self.pairs, d as usize, set);
            if !set.is_power_of_two() {
                open.push(Open::Free(d as usize));
            }
        }
        for &choice in list(tree, part.choices) {
            let mut of = Vec::new();
            self.descriptors(choice, &mut of);
            of.sort_unstable();
            open.push(Open::Choice(choice, of.into(), i64::MAX));
        }
    }

    /// The descriptors of a choice: the same in each of its alternatives.
    fn descriptors(&self, choice: u32, out: &mut Vec<usize>) {
        let tree = &self.kernel.tree;
        let Some(&part) = list(tree, tree.choices[choice as usize]).first() else { return };
        let part = tree.parts[part as usize];
        out.extend(literals(tree, part.literals).iter().map(|(d, _)| *d as usize));
        list(tree, part.choices).iter().for_each(|&below| self.descriptors(below, out));
    }

    /// The most that a part may add.
    fn reach(&mut self, part: u32, state: &State) -> i64 {
        let tree = &self.kernel.tree;
        let part = tree.parts[part as usize];
        let own = literals(tree, part.literals);
        self.steps += own.len() as u64 + 1;
        let mut sum: i64 = own.iter().map(|&(d, set)| state.most(self.pairs, d as usize, set)).sum();
        for &choice in list(tree, part.choices) {
            sum += self.reach_of_choice(choice, state);
        }
        sum
    }

    fn reach_of_choice(&mut self, choice: u32, state: &State) -> i64 {
        let tree = &self.kernel.tree;
        let below = list(tree, tree.choices[choice as usize]);
        below.iter().map(|&part| self.reach(part, state)).max().unwrap_or(0)
    }

    /// Brings up to date what the open choices may add, since some descriptors were narrowed; all without them.
    fn refresh(&mut self, state: &State, open: &mut [Open], narrowed: Option<&[usize]>) {
        for one in open {
            let Open::Choice(choice, of, most) = one else { continue };
            let touched = |d: &usize| self.pairs.tied[*d].iter().any(|e| of.binary_search(e).is_ok());
            if *most == i64::MAX || narrowed.is_none_or(|narrowed| narrowed.iter().any(touched)) {
                *most = self.reach_of_choice(*choice, state);
            }
        }
    }

    /// Everything that goes on from here and may be among the best.
    fn follow(&mut self, state: &State, open: &[Open]) {
        // The first scenarios are found in any case.
        if self.kept.full() && (self.steps > self.most || self.control.is_cancelled()) {
            self.stopped = true;
        }
        if self.stopped {
            return;
        }
        let worth = |one: &Open| match one {
            Open::Free(d) => state.most(self.pairs, *d, state.sets[*d]),
            Open::Choice(_, _, most) => *most,
        };
        let bound = state.sum + open.iter().map(worth).sum::<i64>();
        let least: Vec<u8> = state.sets.iter().map(|set| set.trailing_zeros() as u8).collect();
        if !self.kept.admits(bound, &least) {
            return;
        }
        // In the order of descriptors, so that of many equals the first are met first.
        let Some(at) = (0..open.len()).min_by_key(|&at| open[at].first()) else {
            self.kept.offer(state.sum, &least);
            return;
        };
        let mut rest = open.to_vec();
        let (next, tree) = (rest.swap_remove(at), &self.kernel.tree);
        let around = bound - worth(&next);
        match next {
            Open::Free(d) => {
                self.steps += 1;
                let mut ways: Vec<(Reverse<i64>, usize)> = variants(state.sets[d])
                    .map(|v| (Reverse(state.most(self.pairs, d, 1 << v)), v))
                    .collect();
                ways.sort_unstable();
                for (Reverse(own), v) in ways {
                    if !self.kept.admits(around + own, &least) {
                        break;
                    }
                    let (mut state, mut open) = (state.clone(), rest.clone());
                    state.narrow(self.pairs, d, 1 << v);
                    self.refresh(&state, &mut open, Some(&[d]));
                    self.follow(&state, &open);
                }
            }
            Open::Choice(choice, of, _) => {
                let below = list(tree, tree.choices[choice as usize]);
                let mut ways: Vec<(Reverse<i64>, u32)> =
                    below.iter().map(|&part| (Reverse(self.reach(part, state)), part)).collect();
                ways.sort_by_key(|(own, _)| *own);
                for (Reverse(own), part) in ways {
                    if !self.kept.admits(around + own, &least) {
                        break;
                    }
                    let (mut state, mut open) = (state.clone(), rest.clone());
                    self.enter(part, &mut state, &mut open);
                    self.refresh(&state, &mut open, Some(&of));
                    self.follow(&state, &open);
                }
            }
        }
    }
}
