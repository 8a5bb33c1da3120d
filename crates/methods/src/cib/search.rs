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

use super::tables::{Lanes, Tables};
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
struct State<V> {
    /// The greatest difference that each variant can reach to each rival.
    upper: Vec<V>,
    /// The variants that are left.
    sets: Vec<u64>,
    /// The same, and none for descriptors that are settled: consistent whatever the others choose.
    open: Vec<u64>,
}

impl<V: Lanes> State<V> {
    fn copy_from(&mut self, other: &Self) {
        self.upper.copy_from_slice(&other.upper);
        self.sets.copy_from_slice(&other.sets);
        self.open.copy_from_slice(&other.open);
    }
}

/// What the threads of one search share.
struct Shared<'a, V, const ONE: bool> {
    tables: &'a Tables<V, ONE>,
    control: &'a Control,
    budget: u64,
    nodes: AtomicU64,
    stop: AtomicBool,
    /// Whether threads may be used.
    parallel: bool,
}

/// One thread of the search.
struct Worker<'a, 'b, V, const ONE: bool> {
    shared: &'b Shared<'a, V, ONE>,
    /// Depth at which it began.
    above: usize,
    states: Vec<State<V>>,
    tree: Tree,
    /// Nodes of which the others do not know yet.
    visited: u64,
    /// Descriptors whose bounds changed.
    dirty: Vec<u32>,
    marked: Vec<bool>,
    /// For each descriptor how much room the bounds would have after branching on it.
    left: Vec<f32>,
    /// For each descriptor and variant how much of its targets' variants it leaves.
    shares: Vec<f32>,
    /// For each target the inverse of the sum of its bounds.
    rooms: Vec<f32>,
    /// Descriptors as bits: the unsettled ones, what each component reaches, and what one source does.
    unsettled: Vec<u64>,
    reach: Vec<u64>,
    mine: Vec<u64>,
    /// The descriptor at which the last part of the search ended in nothing.
    hot: u32,
    /// Lists of descriptors to be used again.
    lists: Vec<Vec<u32>>,
    lower: Vec<V>,
    spare: [Vec<V>; 2],
}

/// Nodes that one of several threads visits before it tells the others.
const TOGETHER: u64 = 64;
/// Depth to which the choices of a node are shared among threads.
const SHARED_DEPTH: usize = 8;
/// Components of fewer scenarios (a power of two) are not worth another thread.
const SHARED_BITS: f64 = 18.0;

impl<'a, 'b, V: Lanes, const ONE: bool> Worker<'a, 'b, V, ONE> {
    fn new(shared: &'b Shared<'a, V, ONE>, above: usize, state: State<V>) -> Self {
        let n = state.sets.len();
        Self {
            shared,
            above,
            states: vec![state],
            tree: Tree::default(),
            visited: 0,
            dirty: Vec::with_capacity(n),
            marked: vec![false; n],
            left: vec![0.0; n],
            shares: vec![1.0; n * shared.tables.most],
            rooms: vec![0.0; n],
            unsettled: Vec::new(),
            reach: Vec::new(),
            mine: Vec::new(),
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
            let bounds = &mut state.upper[edge.to::<ONE>()];
            let chunks = edge.at::<ONE>();
            for (bound, (before, after)) in
                bounds.iter_mut().zip(before[chunks.clone()].iter().zip(&after[chunks]))
            {
                *bound = bound.plus(after.minus(*before));
            }
            let dead = tables.dead(bounds.iter().copied()) & state.open[edge.target];
            if dead != 0 && !self.marked[edge.target] {
                self.marked[edge.target] = true;
                self.dirty.push(edge.target as u32);
            }
        }
        state.open[descriptor] &= set;
    }

    /// Takes out what is dead until nothing changes; false where a descriptor has no variant left.
    fn propagate(&mut self, depth: usize) -> bool {
        let tables = self.shared.tables;
        while let Some(target) = self.dirty.pop() {
            let target = target as usize;
            self.marked[target] = false;
            let state = &self.states[depth];
            let open = state.open[target];
            if open == 0 {
                continue;
            }
            let alive = open & !tables.dead(state.upper[tables.chunks(target)].iter().copied());
            if alive == 0 {
                for &other in &self.dirty {
                    self.marked[other as usize] = false;
                }
                self.dirty.clear();
                return false;
            }
            if alive != open {
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
                let [greatest_spare, spread_spare] = &mut self.spare;
                let greatest = source.greatest(set, greatest_spare);
                let spread = source.spread(set, spread_spare);
                let mut alive = set;
                let shares = &mut self.shares[s * tables.most..(s + 1) * tables.most];
                shares.fill(1.0);
                for edge in &source.edges {
                    let own = state.open[edge.target];
                    let bounds = &state.upper[edge.to::<ONE>()];
                    let chunks = edge.at::<ONE>();
                    // Most sources leave most targets what they have, whichever variant they get.
                    let least = bounds
                        .iter()
                        .zip(&spread[chunks.clone()])
                        .map(|(bound, spread)| bound.minus(*spread));
                    if own == 0 || tables.dead(least) & own != own {
                        continue;
                    }
                    let greatest = &greatest[chunks.clone()];
                    let mut variants = alive;
                    while variants != 0 {
                        let v = variants.trailing_zeros() as usize;
                        variants &= variants - 1;
                        let row = &source.row(v)[chunks.clone()];
                        let rest = bounds.iter().zip(greatest.iter().zip(row));
                        let rest = rest.map(|(bound, (greatest, row))| bound.minus(greatest.minus(*row)));
                        let dead = tables.dead(rest) & own;
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
            let bounds = &state.upper[tables.chunks(target)];
            *room = if state.open[target] == 0 {
                0.0
            } else {
                1.0 / (1.0 + bounds.iter().map(|b| b.room()).sum::<f32>())
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

    /// Finds the descriptors that are consistent whatever the others choose.
    fn settle(&mut self, depth: usize) {
        let tables = self.shared.tables;
        let state = &mut self.states[depth];
        self.lower.clear();
        self.lower.extend_from_slice(&state.upper);
        let undecided = tables.sources.iter().zip(&state.sets).filter(|(_, set)| !set.is_power_of_two());
        for (source, &set) in undecided {
            let spread = source.spread(set, &mut self.spare[0]);
            for edge in &source.edges {
                let bounds = self.lower[edge.to::<ONE>()].iter_mut();
                bounds
                    .zip(&spread[edge.at::<ONE>()])
                    .for_each(|(bound, spread)| *bound = bound.minus(*spread));
            }
        }
        for (target, open) in state.open.iter_mut().enumerate() {
            if tables.dead(self.lower[tables.chunks(target)].iter().copied()) & *open == 0 {
                *open = 0;
            }
        }
    }

    /// The descriptors of `scope` that are still open and tied to an unsettled one, as components, the smallest first.
    fn components(&mut self, depth: usize, scope: &[u32]) -> Vec<Vec<u32>> {
        let tables = self.shared.tables;
        self.settle(depth);
        let state = &self.states[depth];
        let words = tables.words();
        self.unsettled.clear();
        self.unsettled.resize(words, 0);
        for target in (0..state.open.len()).filter(|&target| state.open[target] != 0) {
            self.unsettled[target / 64] |= 1 << (target % 64);
        }
        let mut found: Vec<Vec<u32>> = Vec::new();
        self.reach.clear();
        for &s in scope.iter().filter(|&&s| !state.sets[s as usize].is_power_of_two()) {
            let index = s as usize;
            let targets = tables.sources[index].targets.iter().zip(&self.unsettled);
            self.mine.clear();
            self.mine.extend(targets.map(|(target, unsettled)| target & unsettled));
            if state.open[index] == 0 && self.mine.iter().all(|word| *word == 0) {
                continue;
            }
            self.mine[index / 64] |= 1 << (index % 64);
            // What reaches the same unsettled descriptor is tied.
            let (mut home, mut other) = (None, 0);
            while other < found.len() {
                let reach = &mut self.reach[other * words..(other + 1) * words];
                if reach.iter().zip(&self.mine).all(|(reach, mine)| reach & mine == 0) {
                    other += 1;
                    continue;
                }
                reach.iter_mut().zip(&self.mine).for_each(|(reach, mine)| *reach |= mine);
                match home {
                    None => {
                        home = Some(other);
                        found[other].push(s);
                        other += 1;
                    }
                    Some(home) => {
                        (0..words)
                            .for_each(|w| self.reach[home * words + w] |= self.reach[other * words + w]);
                        self.reach.drain(other * words..(other + 1) * words);
                        let members = found.remove(other);
                        found[home].extend(&members);
                        self.lists.push(members);
                    }
                }
            }
            if home.is_none() {
                let mut members = self.lists.pop().unwrap_or_default();
                members.clear();
                members.push(s);
                found.push(members);
                self.reach.extend(&self.mine);
            }
        }
        found.iter_mut().for_each(|members| members.sort_unstable());
        found.sort_by_key(|members| (members.len(), members[0]));
        found
    }

    /// Counts a node; false when the search has to stop.
    fn visit(&mut self) -> bool {
        self.visited += 1;
        if self.visited >= if self.shared.parallel { TOGETHER } else { 1 } {
            self.report();
        }
        !self.shared.stop.load(Ordering::Relaxed)
    }

    /// Tells the others how many nodes were visited since the last time.
    fn report(&mut self) {
        let shared = self.shared;
        let nodes = std::mem::take(&mut self.visited);
        let before = shared.nodes.fetch_add(nodes, Ordering::Relaxed);
        if before + nodes > shared.budget
            || shared.control.is_cancelled()
            || self.tree.literals.len() > MOST_LITERALS
        {
            shared.nodes.fetch_sub(nodes, Ordering::Relaxed);
            shared.stop.store(true, Ordering::Relaxed);
        } else {
            shared.control.advance(nodes);
        }
    }

    /// Every way to settle what is open after the root was restricted to some variants.
    fn solve_root(&mut self, scope: &[u32]) -> Option<u32> {
        let root = if self.propagate(0) { self.solve(0, scope) } else { None };
        if self.visited > 0 {
            self.report();
        }
        root
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
                    let root = worker.solve_root(members);
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

/// How many scenarios some descriptors have between them, as a power of two.
fn size(sets: &[u64], members: &[u32]) -> f64 {
    members.iter().map(|&d| libm::log2(f64::from(sets[d as usize].count_ones()))).sum()
}

/// Every scenario whose inconsistency is allowed and whose variants are in `sets`, as a tree.
pub(super) fn search<V: Lanes, const ONE: bool>(
    tables: &Tables<V, ONE>,
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

fn run<V: Lanes, const ONE: bool>(shared: &Shared<'_, V, ONE>, sets: &[u64]) -> Found {
    let tables = shared.tables;
    let n = sets.len();
    let mut upper = tables.base.clone();
    let mut spare = Vec::new();
    for (source, &set) in tables.sources.iter().zip(sets) {
        let rows = source.greatest(set, &mut spare);
        for edge in &source.edges {
            let bounds = upper[edge.to::<ONE>()].iter_mut();
            bounds.zip(&rows[edge.at::<ONE>()]).for_each(|(bound, row)| *bound = bound.plus(*row));
        }
    }
    let state = State { upper, sets: sets.to_vec(), open: sets.to_vec() };
    let mut worker = Worker::new(shared, 0, state);
    (0..n).for_each(|d| worker.mark(d));
    let scope: Vec<u32> = (0..n as u32).collect();
    let root = worker.solve_root(&scope);
    let complete = !shared.stop.load(Ordering::Relaxed);
    Found { tree: worker.tree, root, complete, nodes: shared.nodes.load(Ordering::Relaxed) }
}
