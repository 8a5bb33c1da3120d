//! The search for consistent scenarios: bounds, propagation, one step ahead, components.
//!
//! A descriptor keeps a set of variants. For each of them and each rival of it the greatest and the least difference of
//! their balances over all sets is kept up to date. Where a greatest one falls below what the inconsistency allows the
//! variant is dead; where no least one does the descriptor is *settled*, whatever the others choose. What is left is
//! tried one step ahead: a variant that leaves a descriptor without any is dead too. Descriptors that no unsettled one
//! ties together are components and multiply. What was found is kept as a tree of choices (`Or`) and of independent
//! parts (`And`), never as a list.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rayon::prelude::*;

use super::tables::{Chunk, Lane, Tables, map, union};
use crate::control::Control;

/// An independent part: descriptors with the variants that they may have, and the choices that remain.
#[derive(Debug, Clone, Copy)]
pub(super) struct And {
    /// Its literals in [`Tree::literals`].
    pub(super) literals: (u32, u32),
    /// Its choices in [`Tree::below`].
    pub(super) choices: (u32, u32),
}

/// What was found, from the leaves up: what lies below a part comes before it.
#[derive(Debug, Default, Clone)]
pub(super) struct Tree {
    /// Descriptors with the set of variants that they may have.
    pub(super) literals: Vec<(u32, u64)>,
    /// The parts.
    pub(super) parts: Vec<And>,
    /// The choices: ranges of [`Tree::below`] that hold parts.
    pub(super) choices: Vec<(u32, u32)>,
    /// Choices of a part and parts of a choice.
    pub(super) below: Vec<u32>,
}

/// Most literals that a tree may hold: half a gigabyte.
const MOST_LITERALS: usize = 1 << 25;

impl Tree {
    fn mark(&self) -> [usize; 4] {
        [self.literals.len(), self.parts.len(), self.choices.len(), self.below.len()]
    }

    fn back_to(&mut self, mark: [usize; 4]) {
        self.literals.truncate(mark[0]);
        self.parts.truncate(mark[1]);
        self.choices.truncate(mark[2]);
        self.below.truncate(mark[3]);
    }

    fn list(&mut self, items: &[u32]) -> (u32, u32) {
        let from = self.below.len() as u32;
        self.below.extend_from_slice(items);
        (from, self.below.len() as u32)
    }

    /// Takes over another tree; gives the new number of its part `root`.
    fn adopt(&mut self, other: &Self, root: u32) -> u32 {
        let [literals, parts, choices, below] = self.mark().map(|n| n as u32);
        self.literals.extend_from_slice(&other.literals);
        let moved = |(from, to): (u32, u32)| (from + below, to + below);
        // Entries of `below` are numbers of choices or of parts, by who owns them.
        let start = self.below.len();
        self.below.extend_from_slice(&other.below);
        for part in &other.parts {
            for at in part.choices.0..part.choices.1 {
                self.below[start + at as usize] += choices;
            }
            let own = (part.literals.0 + literals, part.literals.1 + literals);
            self.parts.push(And { literals: own, choices: moved(part.choices) });
        }
        for &choice in &other.choices {
            for at in choice.0..choice.1 {
                self.below[start + at as usize] += parts;
            }
            self.choices.push(moved(choice));
        }
        root + parts
    }
}

/// What one search found.
#[derive(Debug)]
pub(super) struct Found {
    /// The tree.
    pub(super) tree: Tree,
    /// Its uppermost part; none without a scenario.
    pub(super) root: Option<u32>,
    /// Whether nothing was left out.
    pub(super) complete: bool,
    /// Nodes visited.
    pub(super) nodes: u64,
}

/// The state of the search at one depth.
#[derive(Debug, Clone)]
struct State<L, const W: usize> {
    /// The greatest difference that each variant can reach to each rival.
    upper: Vec<Chunk<L, W>>,
    /// The variants that are left.
    sets: Vec<u64>,
    /// Descriptors that are consistent whatever the others choose.
    settled: Vec<bool>,
}

impl<L: Lane, const W: usize> State<L, W> {
    fn copy_from(&mut self, other: &Self) {
        self.upper.copy_from_slice(&other.upper);
        self.sets.copy_from_slice(&other.sets);
        self.settled.copy_from_slice(&other.settled);
    }
}

/// What the threads of one search share.
struct Shared<'a, L, const W: usize> {
    tables: &'a Tables<L, W>,
    control: &'a Control,
    budget: u64,
    nodes: AtomicU64,
    stop: AtomicBool,
    /// Whether threads may be used.
    parallel: bool,
}

/// One thread of the search.
struct Worker<'a, 'b, L, const W: usize> {
    shared: &'b Shared<'a, L, W>,
    /// Depth at which it began.
    above: usize,
    states: Vec<State<L, W>>,
    tree: Tree,
    /// Descriptors whose bounds changed.
    dirty: Vec<u32>,
    marked: Vec<bool>,
    /// For each descriptor how much room the bounds would have after branching on it.
    left: Vec<f32>,
    /// For each descriptor and variant how much of its targets' variants it leaves.
    shares: Vec<f32>,
    /// For each target the inverse of the sum of its bounds.
    rooms: Vec<f32>,
    leaders: Vec<u32>,
    /// The descriptor at which the last part of the search ended in nothing.
    hot: u32,
    /// Lists of descriptors to be used again.
    lists: Vec<Vec<u32>>,
    lower: Vec<Chunk<L, W>>,
    spare: [Vec<Chunk<L, W>>; 2],
}

/// Depth to which the choices of a node are shared among threads.
const SHARED_DEPTH: usize = 8;
/// Components of fewer scenarios (a power of two) are not worth another thread.
const SHARED_BITS: f64 = 18.0;

impl<'a, 'b, L: Lane, const W: usize> Worker<'a, 'b, L, W> {
    fn new(shared: &'b Shared<'a, L, W>, above: usize, state: State<L, W>) -> Self {
        let n = state.sets.len();
        Self {
            shared,
            above,
            states: vec![state],
            tree: Tree::default(),
            dirty: Vec::with_capacity(n),
            marked: vec![false; n],
            left: vec![0.0; n],
            shares: vec![1.0; n * shared.tables.most],
            rooms: vec![0.0; n],
            leaders: vec![0; n],
            hot: 0,
            lists: Vec::new(),
            lower: Vec::new(),
            spare: [Vec::new(), Vec::new()],
        }
    }

    fn mark(&mut self, descriptor: usize) {
        if !self.marked[descriptor] {
            self.marked[descriptor] = true;
            self.dirty.push(descriptor as u32);
        }
    }

    /// Leaves a descriptor fewer variants and moves the bounds of its targets.
    fn restrict(&mut self, depth: usize, descriptor: usize, set: u64) {
        let tables = self.shared.tables;
        let source = &tables.sources[descriptor];
        let state = &mut self.states[depth];
        let old = std::mem::replace(&mut state.sets[descriptor], set);
        let [spare_old, spare_new] = &mut self.spare;
        let before = source.greatest(old, spare_old);
        let after = source.greatest(set, spare_new);
        for edge in &source.edges {
            if state.settled[edge.target] {
                continue;
            }
            let range = tables.from[edge.target]..tables.from[edge.target + 1];
            let rows = before[edge.at..].iter().zip(&after[edge.at..]);
            for (bound, (before, after)) in state.upper[range].iter_mut().zip(rows) {
                *bound = map(*bound, map(*after, *before, L::minus), L::plus);
            }
            if !self.marked[edge.target] {
                self.marked[edge.target] = true;
                self.dirty.push(edge.target as u32);
            }
        }
        self.mark(descriptor);
    }

    /// Takes out what is dead until nothing changes; false where a descriptor has no variant left.
    fn propagate(&mut self, depth: usize) -> bool {
        let tables = self.shared.tables;
        while let Some(target) = self.dirty.pop() {
            let target = target as usize;
            self.marked[target] = false;
            let state = &mut self.states[depth];
            if state.settled[target] {
                continue;
            }
            let set = state.sets[target];
            let alive = set & !tables.negative(target, &state.upper);
            if alive == 0 {
                for &other in &self.dirty {
                    self.marked[other as usize] = false;
                }
                self.dirty.clear();
                return false;
            }
            if alive != set {
                self.restrict(depth, target, alive);
            }
        }
        true
    }

    /// Tries every variant of the descriptors in `scope` one step ahead; false where one has none left.
    fn look_ahead(&mut self, depth: usize, scope: &[u32]) -> bool {
        let tables = self.shared.tables;
        loop {
            let mut changed = false;
            // Where the last search ended in nothing this one may too.
            let hot = scope.iter().position(|&s| s == self.hot).unwrap_or(0);
            for &s in scope[hot..].iter().chain(&scope[..hot]) {
                let s = s as usize;
                let state = &self.states[depth];
                let set = state.sets[s];
                if set.is_power_of_two() {
                    continue;
                }
                let source = &tables.sources[s];
                let [greatest_spare, least_spare] = &mut self.spare;
                let greatest = source.greatest(set, greatest_spare);
                let least = source.least(set, least_spare);
                let mut alive = set;
                let shares = &mut self.shares[s * tables.most..(s + 1) * tables.most];
                shares.fill(1.0);
                for edge in &source.edges {
                    let target = edge.target;
                    if state.settled[target] {
                        continue;
                    }
                    let range = tables.from[target]..tables.from[target + 1];
                    let bounds = &state.upper[range.clone()];
                    let owners = &tables.owners[range];
                    let own = state.sets[target];
                    let chunks = edge.at..edge.at + bounds.len();
                    let greatest = &greatest[chunks.clone()];
                    let die =
                        |row: &[Chunk<L, W>]| dead(bounds, greatest, &row[chunks.clone()], owners) & own;
                    // Most sources leave most targets what they have, whichever variant they get.
                    if die(least) != own {
                        continue;
                    }
                    let mut variants = alive;
                    while variants != 0 {
                        let v = variants.trailing_zeros() as usize;
                        variants &= variants - 1;
                        let dead = die(source.row(v));
                        if dead == own {
                            alive &= !(1 << v);
                        } else if dead != 0 {
                            shares[v] *= (own & !dead).count_ones() as f32 / own.count_ones() as f32;
                        }
                    }
                }
                if alive == 0 {
                    self.hot = s as u32;
                    return false;
                }
                if alive != set {
                    self.restrict(depth, s, alive);
                    if !self.propagate(depth) {
                        self.hot = s as u32;
                        return false;
                    }
                    changed = true;
                }
            }
            if !changed {
                return true;
            }
        }
    }

    /// Leaves in [`Self::left`] how much room the bounds would have after branching on each descriptor: of
    /// each variant what [`Self::look_ahead`] found, times the shares of the room that it leaves its targets.
    fn weigh(&mut self, depth: usize, components: &[Vec<u32>]) {
        let tables = self.shared.tables;
        let state = &self.states[depth];
        if components.is_empty() {
            return;
        }
        for (target, room) in self.rooms.iter_mut().enumerate() {
            let bounds = &state.upper[tables.from[target]..tables.from[target + 1]];
            *room = if state.settled[target] {
                0.0
            } else {
                1.0 / (1.0 + bounds.iter().map(|b| L::room(*b)).sum::<f32>())
            };
        }
        for &s in components.iter().flatten() {
            let s = s as usize;
            let (source, set) = (&tables.sources[s], state.sets[s]);
            let shares = &self.shares[s * tables.most..(s + 1) * tables.most];
            let greatest = source.greatest_sums(set);
            let mut sum = 0.0;
            let mut variants = set;
            while variants != 0 {
                let v = variants.trailing_zeros() as usize;
                variants &= variants - 1;
                let mut left = shares[v];
                for ((edge, own), greatest) in source.edges.iter().zip(source.sums(v)).zip(&*greatest) {
                    let room = self.rooms[edge.target];
                    left *= (1.0 - (greatest - own) * room).max(0.01);
                }
                sum += left;
            }
            self.left[s] = sum / set.count_ones() as f32;
        }
    }

    fn leader(&mut self, mut of: u32) -> u32 {
        while self.leaders[of as usize] != of {
            let next = self.leaders[self.leaders[of as usize] as usize];
            self.leaders[of as usize] = next;
            of = next;
        }
        of
    }

    /// Finds the descriptors that are consistent whatever the others choose.
    fn settle(&mut self, depth: usize) {
        let tables = self.shared.tables;
        let state = &mut self.states[depth];
        self.lower.clear();
        self.lower.extend_from_slice(&tables.base);
        for (source, &set) in tables.sources.iter().zip(&state.sets) {
            let rows = source.least(set, &mut self.spare[0]);
            for edge in source.edges.iter().filter(|edge| !state.settled[edge.target]) {
                let range = tables.from[edge.target]..tables.from[edge.target + 1];
                for (bound, row) in self.lower[range].iter_mut().zip(&rows[edge.at..]) {
                    *bound = map(*bound, *row, L::plus);
                }
            }
        }
        for (target, settled) in state.settled.iter_mut().enumerate() {
            *settled = *settled || tables.negative(target, &self.lower) & state.sets[target] == 0;
        }
    }

    /// The descriptors of `scope` that are still open and tied to an unsettled one, as components, the smallest first.
    fn components(&mut self, depth: usize, scope: &[u32]) -> Vec<Vec<u32>> {
        let tables = self.shared.tables;
        self.settle(depth);
        for (index, leader) in self.leaders.iter_mut().enumerate() {
            *leader = index as u32;
        }
        let mut tied = self.lists.pop().unwrap_or_default();
        tied.clear();
        for &s in scope {
            let state = &self.states[depth];
            if state.sets[s as usize].is_power_of_two() {
                continue;
            }
            let mut bound = !state.settled[s as usize];
            for edge in &tables.sources[s as usize].edges {
                if !self.states[depth].settled[edge.target] {
                    bound = true;
                    let (a, b) = (self.leader(s), self.leader(edge.target as u32));
                    self.leaders[b as usize] = a;
                }
            }
            if bound {
                tied.push(s);
            }
        }
        let mut found: Vec<Vec<u32>> = Vec::new();
        for &s in &tied {
            let leader = self.leader(s);
            let of = found.iter().position(|members| self.leader(members[0]) == leader);
            match of {
                Some(index) => found[index].push(s),
                None => {
                    let mut members = self.lists.pop().unwrap_or_default();
                    members.clear();
                    members.push(s);
                    found.push(members);
                }
            }
        }
        self.lists.push(tied);
        found.sort_by_key(Vec::len);
        found
    }

    /// Counts a node; false when the search has to stop.
    fn visit(&self) -> bool {
        let shared = self.shared;
        let before = shared.nodes.fetch_add(1, Ordering::Relaxed);
        if before >= shared.budget
            || shared.control.is_cancelled()
            || self.tree.literals.len() > MOST_LITERALS
        {
            shared.nodes.fetch_sub(1, Ordering::Relaxed);
            shared.stop.store(true, Ordering::Relaxed);
        } else {
            shared.control.advance(1);
        }
        !shared.stop.load(Ordering::Relaxed)
    }

    /// Every way to settle the open descriptors of `scope`, as a part of the tree.
    fn solve(&mut self, depth: usize, scope: &[u32]) -> Option<u32> {
        if !self.visit() || !self.look_ahead(depth, scope) {
            return None;
        }
        let components = self.components(depth, scope);
        self.weigh(depth, &components);
        let mark = self.tree.mark();
        for &d in scope {
            if !components.iter().any(|members| members.contains(&d)) {
                self.tree.literals.push((d, self.states[depth].sets[d as usize]));
            }
        }
        let literals = (mark[0] as u32, self.tree.literals.len() as u32);
        // Deeper down the shares are overwritten.
        let mut branches = self.lists.pop().unwrap_or_default();
        branches.clear();
        branches.extend(components.iter().map(|members| {
            let less =
                |best: u32, d: u32| if self.left[d as usize] < self.left[best as usize] { d } else { best };
            members.iter().copied().fold(members[0], less)
        }));
        let mut choices = self.lists.pop().unwrap_or_default();
        choices.clear();
        for (members, &on) in components.iter().zip(&branches) {
            match self.branch(depth, members, on as usize) {
                Some(choice) => choices.push(choice),
                None => break,
            }
        }
        let whole = choices.len() == components.len();
        if whole {
            let choices = self.tree.list(&choices);
            self.tree.parts.push(And { literals, choices });
        } else {
            self.tree.back_to(mark);
        }
        self.lists.extend(components);
        self.lists.extend([branches, choices]);
        whole.then(|| self.tree.parts.len() as u32 - 1)
    }

    /// Every way to settle a component, by the variants of the descriptor `on`.
    fn branch(&mut self, depth: usize, members: &[u32], on: usize) -> Option<u32> {
        let set = self.states[depth].sets[on];
        let variants = (0..64).filter(|v| set & (1 << v) != 0);
        let mut parts = self.lists.pop().unwrap_or_default();
        parts.clear();
        let state = &self.states[depth];
        let above = self.above + depth;
        if self.shared.parallel && above < SHARED_DEPTH && size(&state.sets, members) > SHARED_BITS {
            let variants: Vec<u32> = variants.collect();
            let found: Vec<(Tree, Option<u32>)> = variants
                .into_par_iter()
                .map(|v| {
                    let mut worker = Worker::new(self.shared, above + 1, state.clone());
                    worker.restrict(0, on, 1 << v);
                    let root = if worker.propagate(0) { worker.solve(0, members) } else { None };
                    (worker.tree, root)
                })
                .collect();
            for (tree, root) in found {
                parts.extend(root.map(|root| self.tree.adopt(&tree, root)));
            }
        } else {
            for v in variants {
                if self.states.len() == depth + 1 {
                    self.states.push(self.states[depth].clone());
                } else {
                    let (above, below) = self.states.split_at_mut(depth + 1);
                    below[0].copy_from(&above[depth]);
                }
                self.restrict(depth + 1, on, 1 << v);
                if self.propagate(depth + 1) {
                    parts.extend(self.solve(depth + 1, members));
                }
            }
        }
        let found = !parts.is_empty();
        if found {
            let range = self.tree.list(&parts);
            self.tree.choices.push(range);
        }
        self.lists.push(parts);
        found.then(|| self.tree.choices.len() as u32 - 1)
    }
}

/// The variants of a target that die where a source gives it `row` instead of `greatest`.
#[inline(always)]
fn dead<L: Lane, const W: usize>(
    bounds: &[Chunk<L, W>],
    greatest: &[Chunk<L, W>],
    row: &[Chunk<L, W>],
    owners: &[Chunk<L, W>],
) -> u64 {
    let mut found = [L::default(); W];
    for (((bound, greatest), row), owner) in bounds.iter().zip(greatest).zip(row).zip(owners) {
        let bound = map(map(*bound, *greatest, L::minus), *row, L::plus);
        found = map(found, map(bound, *owner, L::if_negative), L::or);
    }
    union(found)
}

/// How many scenarios some descriptors have between them, as a power of two.
fn size(sets: &[u64], members: &[u32]) -> f64 {
    members.iter().map(|&d| libm::log2(f64::from(sets[d as usize].count_ones()))).sum()
}

/// Every scenario whose inconsistency is allowed and whose variants are in `sets`, as a tree.
pub(super) fn search<L: Lane, const W: usize>(
    tables: &Tables<L, W>,
    sets: &[u64],
    control: &Control,
) -> Found {
    let budget = control.node_budget().unwrap_or(u64::MAX);
    let shared = |parallel, budget| Shared {
        tables,
        control,
        budget,
        nodes: AtomicU64::new(0),
        stop: AtomicBool::new(false),
        parallel,
    };
    // Most searches end before a second thread would have woken. The number of nodes of a whole search depends on no
    // thread; one that the budget cuts short is run again in order, so that what it found does not either.
    let mut found = None;
    for (parallel, nodes) in [(false, budget.min(ALONE)), (true, budget), (false, budget)] {
        if found.as_ref().is_some_and(|found: &Found| found.complete || control.is_cancelled()) {
            break;
        }
        found = Some(run(&shared(parallel, nodes), sets));
        if nodes == budget && !parallel {
            break;
        }
    }
    found.unwrap_or(Found { tree: Tree::default(), root: None, complete: false, nodes: 0 })
}

/// Nodes that are tried before other threads are asked.
const ALONE: u64 = 100;

fn run<L: Lane, const W: usize>(shared: &Shared<'_, L, W>, sets: &[u64]) -> Found {
    let tables = shared.tables;
    let n = sets.len();
    let mut upper = tables.base.clone();
    let mut spare = Vec::new();
    for (source, &set) in tables.sources.iter().zip(sets) {
        let rows = source.greatest(set, &mut spare);
        for edge in &source.edges {
            let range = tables.from[edge.target]..tables.from[edge.target + 1];
            for (bound, row) in upper[range].iter_mut().zip(&rows[edge.at..]) {
                *bound = map(*bound, *row, L::plus);
            }
        }
    }
    let state = State { upper, sets: sets.to_vec(), settled: vec![false; n] };
    let mut worker = Worker::new(shared, 0, state);
    (0..n).for_each(|d| worker.mark(d));
    let scope: Vec<u32> = (0..n as u32).collect();
    let root = if worker.propagate(0) { worker.solve(0, &scope) } else { None };
    let complete = !shared.stop.load(Ordering::Relaxed);
    Found { tree: worker.tree, root, complete, nodes: shared.nodes.load(Ordering::Relaxed) }
}
