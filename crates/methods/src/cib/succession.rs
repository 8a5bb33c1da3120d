//! Succession: where a scenario that is not consistent leads, and how many lead to each end.
//!
//! A descriptor whose chosen variant is not among the best of its balances goes over to the best one; in a tie the
//! incumbent stays, else the first of the best is taken (the rule of ScenarioWizard). Ends are consistent scenarios
//! (fixed points) and cycles; the number of scenarios that lead to one is its *weight*, the size of its basin.
//!
//! The space is streamed in blocks and never kept. What a scenario becomes is computed for a whole block at once; from
//! there a path is followed until a scenario whose end is known. Those are kept in a table of fixed size that may
//! forget.

use num_bigint::BigUint;
use rayon::prelude::*;

use super::model::Cib;
use crate::control::{Cancelled, Control};
use crate::random::Stream;

/// Which descriptors switch in one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rule {
    /// All that are inconsistent, at once.
    #[default]
    Global,
    /// All, one after the other in their order, each seeing what the last has done.
    Sequential,
    /// The one that misses most; the first of those that miss as much.
    MaxGap,
}

/// Scenarios that are followed one by one at most; larger spaces are sampled.
pub const MOST_FOLLOWED: u64 = 20_000_000_000;

/// Steps after which a path that met nothing known is given up: none that was seen comes near.
const LONGEST: usize = 1 << 22;

/// An end of succession.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attractor {
    /// One scenario, or those of a cycle in order, beginning with the first by its variants.
    pub states: Vec<Vec<u8>>,
    /// For each of them the scenarios that are where it is after any large number of whole turns; their sum is the
    /// weight.
    pub phases: Vec<BigUint>,
}

impl Attractor {
    /// How many scenarios lead there, itself included.
    #[must_use]
    pub fn weight(&self) -> BigUint {
        self.phases.iter().sum()
    }

    /// Whether it is a fixed point.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        self.states.len() == 1
    }
}

/// The ends of one island's scenarios.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Island {
    /// Its descriptors.
    pub descriptors: Vec<usize>,
    /// Its ends, by their first scenario.
    pub attractors: Vec<Attractor>,
}

/// Where the scenarios of a space lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basins {
    /// The rule.
    pub rule: Rule,
    /// The islands that change without one another; one where the rule ties all together.
    pub islands: Vec<Island>,
    /// How many scenarios were drawn; `None` where every one was followed and the weights are exact.
    pub draws: Option<u64>,
    descriptors: usize,
}

impl Basins {
    /// How many ends there are.
    #[must_use]
    pub fn count(&self) -> BigUint {
        let mut ends = vec![(BigUint::from(1_u32), 1_u64)];
        for island in &self.islands {
            let mut next: Vec<(BigUint, u64)> = Vec::new();
            for (count, length) in &ends {
                for attractor in &island.attractors {
                    let own = attractor.states.len() as u64;
                    let common = gcd(*length, own);
                    let (count, length) = (count * common, length / common * own);
                    match next.iter_mut().find(|(_, other)| *other == length) {
                        Some((sum, _)) => *sum += count,
                        None => next.push((count, length)),
                    }
                }
            }
            ends = next;
        }
        ends.into_iter().map(|(count, _)| count).sum()
    }

    /// The ends of the whole, fixed points and cycles by their first scenario, where there are at most `most` and no
    /// cycle is longer than a million.
    #[must_use]
    pub fn attractors(&self, most: usize) -> Option<Vec<Attractor>> {
        if self.count() > BigUint::from(most) {
            return None;
        }
        let start = Attractor { states: vec![vec![0; self.descriptors]], phases: vec![BigUint::from(1_u32)] };
        let mut all = vec![start];
        for island in &self.islands {
            let mut next = Vec::new();
            for one in &all {
                for other in &island.attractors {
                    joined(one, other, &island.descriptors, &mut next)?;
                }
            }
            all = next;
        }
        all.sort_by(|a, b| a.states[0].cmp(&b.states[0]));
        Some(all)
    }
}

/// What two ends of islands are together: as many cycles as their lengths have in common.
fn joined(one: &Attractor, other: &Attractor, of: &[usize], out: &mut Vec<Attractor>) -> Option<()> {
    let (a, b) = (one.states.len(), other.states.len());
    let common = gcd(a as u64, b as u64) as usize;
    let length = (a / common).checked_mul(b).filter(|length| *length <= 1_000_000)?;
    for shift in 0..common {
        let mut states = Vec::with_capacity(length);
        let mut phases = Vec::with_capacity(length);
        for step in 0..length {
            let (i, j) = (step % a, (step + shift) % b);
            let mut state = one.states[i].clone();
            of.iter().zip(&other.states[j]).for_each(|(&d, &v)| state[d] = v);
            states.push(state);
            phases.push(&one.phases[i] * &other.phases[j]);
        }
        out.push(from_least(states, phases));
    }
    Some(())
}

/// A cycle that begins with its first scenario.
fn from_least(mut states: Vec<Vec<u8>>, mut phases: Vec<BigUint>) -> Attractor {
    let least = (0..states.len()).min_by(|&a, &b| states[a].cmp(&states[b])).unwrap_or(0);
    states.rotate_left(least);
    phases.rotate_left(least);
    Attractor { states, phases }
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// How a sample is drawn where a space is too large to be followed.
#[derive(Debug, Clone, Copy)]
pub struct Sampling {
    /// The seed.
    pub seed: u64,
    /// How many scenarios to draw.
    pub draws: u64,
    /// Scenarios that are followed one by one at most; see [`MOST_FOLLOWED`].
    pub most_followed: u64,
}

impl Default for Sampling {
    fn default() -> Self {
        Self { seed: 2030, draws: 100_000, most_followed: MOST_FOLLOWED }
    }
}

/// Where every scenario leads.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop: a part of the space has no weights.
pub fn basins(cib: &Cib, rule: Rule, sampling: Sampling, control: &Control) -> Result<Basins, Cancelled> {
    let most = BigUint::from(sampling.most_followed);
    let whole = || (0..cib.descriptors()).collect::<Vec<_>>();
    let islands = cib.islands();
    let mut found = Vec::with_capacity(islands.len());
    for descriptors in islands {
        let part = cib.part(&descriptors);
        if part.space() > most {
            return sampled(cib, rule, sampling, control);
        }
        let attractors = followed(&part, rule, control)?;
        // What misses most may keep the others from ever switching while it turns in a circle.
        if rule == Rule::MaxGap
            && attractors.iter().any(|a| !a.is_fixed())
            && descriptors.len() < cib.descriptors()
        {
            if cib.space() > most {
                return sampled(cib, rule, sampling, control);
            }
            let islands = vec![Island { descriptors: whole(), attractors: followed(cib, rule, control)? }];
            return Ok(Basins { rule, islands, draws: None, descriptors: cib.descriptors() });
        }
        found.push(Island { descriptors, attractors });
    }
    Ok(Basins { rule, islands: found, draws: None, descriptors: cib.descriptors() })
}

/// Scenarios drawn from the whole space, and where they lead.
fn sampled(cib: &Cib, rule: Rule, sampling: Sampling, control: &Control) -> Result<Basins, Cancelled> {
    const BATCH: u64 = 1024;
    let walker = Walker::new(cib, rule);
    let batches: Vec<u64> = (0..sampling.draws.div_ceil(BATCH)).collect();
    let ends = batches
        .into_par_iter()
        .map(|batch| {
            control.check()?;
            let mut stream = Stream::new(sampling.seed, "basins", batch);
            let mut ends = Ends::new(&walker, 1 << 12);
            for _ in batch * BATCH..((batch + 1) * BATCH).min(sampling.draws) {
                let state: Vec<u8> = cib.sizes().iter().map(|&n| stream.below(n as u32) as u8).collect();
                ends.count(state, 1);
            }
            Ok(ends.found)
        })
        .collect::<Result<Vec<_>, Cancelled>>()?;
    let islands = vec![Island { descriptors: (0..cib.descriptors()).collect(), attractors: merged(ends) }];
    Ok(Basins { rule, islands, draws: Some(sampling.draws), descriptors: cib.descriptors() })
}

/// One step of succession, and the scenario as a number.
#[derive(Debug)]
struct Walker<'a> {
    cib: &'a Cib,
    rule: Rule,
}

/// Room for the balances of a step.
#[derive(Debug, Default)]
struct Room(Vec<i32>);

impl<'a> Walker<'a> {
    fn new(cib: &'a Cib, rule: Rule) -> Self {
        Self { cib, rule }
    }

    fn row(&self, descriptor: usize, variant: u8) -> &[i32] {
        let n = self.cib.variants();
        let from = (self.cib.first(descriptor) + usize::from(variant)) * n;
        &self.cib.cells()[from..from + n]
    }

    fn balances(&self, state: &[u8], out: &mut Vec<i32>) {
        out.clear();
        out.resize(self.cib.variants(), 0);
        for (d, &v) in state.iter().enumerate() {
            out.iter_mut().zip(self.row(d, v)).for_each(|(sum, cell)| *sum += cell);
        }
    }

    /// The best variant of a descriptor: the incumbent in a tie, else the first.
    fn best(&self, balances: &[i32], descriptor: usize, incumbent: u8) -> (u8, i32) {
        let first = self.cib.first(descriptor);
        let own = &balances[first..first + self.cib.sizes()[descriptor]];
        let mut best = incumbent;
        for (a, &balance) in own.iter().enumerate() {
            if balance > own[usize::from(best)]
                || (balance == own[usize::from(best)] && best != incumbent && a < usize::from(best))
            {
                best = a as u8;
            }
        }
        (best, own[usize::from(best)] - own[usize::from(incumbent)])
    }

    /// One step from a state whose balances are given; they are of no use afterwards.
    fn step_with(&self, state: &mut [u8], balances: &mut [i32]) {
        match self.rule {
            Rule::Global => {
                for (d, v) in state.iter_mut().enumerate() {
                    *v = self.best(balances, d, *v).0;
                }
            }
            Rule::Sequential => {
                for (d, v) in state.iter_mut().enumerate() {
                    let (best, _) = self.best(balances, d, *v);
                    if best != *v {
                        let rows = self.row(d, *v).iter().zip(self.row(d, best));
                        balances.iter_mut().zip(rows).for_each(|(sum, (old, new))| *sum += new - old);
                        *v = best;
                    }
                }
            }
            Rule::MaxGap => {
                let mut most = (0, 0, 0);
                for (d, &v) in state.iter().enumerate() {
                    let (best, gap) = self.best(balances, d, v);
                    if gap > most.0 {
                        most = (gap, d, best);
                    }
                }
                if most.0 > 0 {
                    state[most.1] = most.2;
                }
            }
        }
    }

    fn step(&self, state: &mut [u8], room: &mut Room) {
        self.balances(state, &mut room.0);
        self.step_with(state, &mut room.0);
    }
}

/// The end of a path: an attractor, and which of its states is where the path is after many whole turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct End {
    attractor: u32,
    phase: u32,
}

/// An attractor with the weights of its phases.
type Weighed = (Vec<Vec<u8>>, Vec<u64>);

/// The ends that one thread met.
struct Ends<'a> {
    walker: &'a Walker<'a>,
    /// Bits of each descriptor in a packed state, and where they begin.
    shifts: Vec<u32>,
    packs: bool,
    /// Packed state plus one, and its end; a state has one place and may be forgotten.
    known: Vec<(u64, End)>,
    mask: usize,
    found: Vec<Weighed>,
    room: Room,
    state: Vec<u8>,
    path: Vec<u64>,
}

fn bits(size: usize) -> u32 {
    usize::BITS - (size - 1).leading_zeros()
}

impl<'a> Ends<'a> {
    fn new(walker: &'a Walker<'a>, places: usize) -> Self {
        let mut shifts = Vec::new();
        let mut at = 0;
        for &size in walker.cib.sizes() {
            // A digit lies within one word of 16 bits.
            if at % 16 + bits(size) > 16 {
                at = at.next_multiple_of(16);
            }
            shifts.push(at);
            at += bits(size);
        }
        let nowhere = End { attractor: u32::MAX, phase: 0 };
        Self {
            walker,
            shifts,
            packs: at < 64,
            known: vec![(0, nowhere); places],
            mask: places - 1,
            found: Vec::new(),
            room: Room::default(),
            state: Vec::new(),
            path: Vec::new(),
        }
    }

    fn pack(&self, state: &[u8]) -> u64 {
        state.iter().zip(&self.shifts).fold(0, |packed, (&v, shift)| packed | u64::from(v) << shift)
    }

    #[inline(always)]
    fn place(&self, packed: u64) -> usize {
        (packed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & self.mask
    }

    /// Counts states that became `packed`.
    #[inline(always)]
    fn count_packed(&mut self, packed: u64, weight: u64) {
        let known = self.known[self.place(packed)];
        let end = if known.0 == packed + 1 { known.1 } else { self.follow_packed(packed) };
        // They are one step before it.
        let phases = &mut self.found[end.attractor as usize].1;
        let before = if end.phase == 0 { phases.len() - 1 } else { end.phase as usize - 1 };
        phases[before] += weight;
    }

    /// Counts a state.
    fn count(&mut self, mut state: Vec<u8>, weight: u64) {
        if self.packs {
            let walker = self.walker;
            walker.step(&mut state, &mut self.room);
            let packed = self.pack(&state);
            self.count_packed(packed, weight);
            return;
        }
        let end = self.follow_unpacked(state);
        self.found[end.attractor as usize].1[end.phase as usize] += weight;
    }

    #[cold]
    #[inline(never)]
    fn follow_packed(&mut self, packed: u64) -> End {
        let walker = self.walker;
        let unpack = |packed: u64, state: &mut Vec<u8>, shifts: &[u32]| {
            state.clear();
            let digit =
                |(&size, &shift): (&usize, &u32)| (packed >> shift) as u8 & ((1_u32 << bits(size)) - 1) as u8;
            state.extend(walker.cib.sizes().iter().zip(shifts).map(digit));
        };
        let mut state = std::mem::take(&mut self.state);
        let mut path = std::mem::take(&mut self.path);
        path.clear();
        unpack(packed, &mut state, &self.shifts);
        let mut at = packed;
        // A checkpoint that moves on at powers of two meets the path again once it circles (Brent 1980).
        let (mut checkpoint, mut next_check) = (u64::MAX, 1_usize);
        let mut end = loop {
            let known = self.known[self.place(at)];
            if known.0 == at + 1 {
                break known.1;
            }
            if at == checkpoint {
                let length = path.len() - (next_check / 2 - 1);
                let cycle = path.split_off(path.len() - length);
                let states = cycle.iter().map(|&packed| {
                    unpack(packed, &mut state, &self.shifts);
                    state.clone()
                });
                let states: Vec<Vec<u8>> = states.collect();
                // The circle begins with its last state's successor, which is `at`.
                break self.register(states);
            }
            path.push(at);
            if path.len() == next_check {
                checkpoint = at;
                next_check *= 2;
            }
            walker.step(&mut state, &mut self.room);
            at = self.pack(&state);
            if path.len() > LONGEST {
                path.clear();
            }
        };
        // `end` belongs to `at`; back along the path each state is one phase earlier.
        let place = self.place(at);
        self.known[place] = (at + 1, end);
        for &earlier in path.iter().rev() {
            let length = self.found[end.attractor as usize].0.len() as u32;
            end.phase = if end.phase == 0 { length - 1 } else { end.phase - 1 };
            let place = self.place(earlier);
            self.known[place] = (earlier + 1, end);
        }
        (self.state, self.path) = (state, path);
        end
    }

    /// The end of the first state of a cycle.
    fn register(&mut self, states: Vec<Vec<u8>>) -> End {
        let length = states.len();
        let least = (0..length).min_by(|&a, &b| states[a].cmp(&states[b])).unwrap_or(0);
        let phase = ((length - least) % length) as u32;
        let known = self.found.iter().position(|(own, _)| own[0] == states[least]);
        let attractor = known.unwrap_or_else(|| {
            let mut states = states;
            states.rotate_left(least);
            self.found.push((states, vec![0; length]));
            self.found.len() - 1
        });
        End { attractor: attractor as u32, phase }
    }

    fn follow_unpacked(&mut self, mut state: Vec<u8>) -> End {
        let mut path = vec![state.clone()];
        let (mut checkpoint, mut next_check) = (0_usize, 1_usize);
        loop {
            self.walker.step(&mut state, &mut self.room);
            if state == path[checkpoint] {
                let cycle = path.split_off(checkpoint);
                let end = self.register(cycle);
                let length = self.found[end.attractor as usize].0.len();
                // The first state of the path is `checkpoint` steps before the first of the cycle.
                let phase = (end.phase as usize + length - checkpoint % length) % length;
                return End { phase: phase as u32, ..end };
            }
            path.push(state.clone());
            if path.len() == next_check {
                checkpoint = path.len() - 1;
                next_check *= 2;
            }
        }
    }
}

/// What several threads found, as one.
fn merged(parts: Vec<Vec<Weighed>>) -> Vec<Attractor> {
    let mut all: Vec<Weighed> = parts.into_iter().flatten().collect();
    all.sort();
    let mut out: Vec<Attractor> = Vec::new();
    for (states, phases) in all {
        match out.last_mut().filter(|last| last.states == states) {
            Some(last) => last.phases.iter_mut().zip(phases).for_each(|(sum, more)| *sum += more),
            None => out.push(Attractor { states, phases: phases.into_iter().map(BigUint::from).collect() }),
        }
    }
    out
}

/// Places of the table of one thread: 2^20 of 16 bytes.
const PLACES: usize = 1 << 20;

/// Follows every scenario of a space.
fn followed(cib: &Cib, rule: Rule, control: &Control) -> Result<Vec<Attractor>, Cancelled> {
    let space = cib.sizes().iter().fold(1_u64, |space, &n| space.saturating_mul(n as u64));
    let places =
        usize::try_from(space.saturating_mul(2)).unwrap_or(usize::MAX).clamp(64, PLACES).next_power_of_two();
    let walker = Walker::new(cib, rule);
    let narrow = cib.sizes().iter().all(|&n| n <= 8) && reach(cib) < 2000;
    let found = match (rule, narrow) {
        (Rule::Global, true) => in_blocks::<i16>(cib, &walker, places, control)?,
        (Rule::Global, false) => in_blocks::<i64>(cib, &walker, places, control)?,
        _ => one_by_one(cib, &walker, space, places, control)?,
    };
    Ok(merged(found))
}

/// The largest balance, in either direction.
fn reach(cib: &Cib) -> i64 {
    let most = |s: usize, column: usize| {
        let rows = cib.first(s)..cib.first(s) + cib.sizes()[s];
        rows.map(|row| i64::from(cib.cells()[row * cib.variants() + column]).abs()).max().unwrap_or(0)
    };
    let sum = |column| (0..cib.descriptors()).map(|s| most(s, column)).sum();
    (0..cib.variants()).map(sum).max().unwrap_or(0)
}

/// Splits `0..total` among the threads and joins what they found.
fn shared<'a>(
    total: u64,
    unit: u64,
    walker: &'a Walker<'a>,
    places: usize,
    control: &Control,
    work: impl Fn(std::ops::Range<u64>, &mut Ends<'a>) -> Result<(), Cancelled> + Sync,
) -> Result<Vec<Vec<Weighed>>, Cancelled> {
    // What a thread remembers is worth keeping, so each takes whole stretches of the space.
    let threads = if total * unit < 20_000 { 1 } else { rayon::current_num_threads() as u64 };
    let stretches = if threads == 1 { 1 } else { (threads * 4).min(total) };
    let next = std::sync::atomic::AtomicU64::new(0);
    let workers: Vec<u64> = (0..threads.min(stretches)).collect();
    workers
        .into_par_iter()
        .map(|_| {
            let mut ends = Ends::new(walker, places);
            loop {
                let index = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                if index >= stretches {
                    return Ok(ends.found);
                }
                let at = |index: u64| (u128::from(total) * u128::from(index) / u128::from(stretches)) as u64;
                control.check()?;
                work(at(index)..at(index + 1), &mut ends)?;
            }
        })
        .collect()
}

/// The state of a number in mixed radix, the last descriptor of `order` the fastest.
fn digits(mut index: u64, sizes: &[usize], order: &[usize], state: &mut [u8]) {
    for &d in order.iter().rev() {
        let size = sizes[d] as u64;
        state[d] = (index % size) as u8;
        index /= size;
    }
}

/// Moves to the next state; calls `f` with every digit that changes.
fn advance(sizes: &[usize], order: &[usize], state: &mut [u8], mut f: impl FnMut(usize, u8, u8)) {
    for &d in order.iter().rev() {
        let old = state[d];
        let new = if usize::from(old) + 1 == sizes[d] { 0 } else { old + 1 };
        state[d] = new;
        if sizes[d] > 1 {
            f(d, old, new);
        }
        if new != 0 {
            return;
        }
    }
}

/// Every state on its own: what the rules that switch one after the other need.
fn one_by_one<'a>(
    cib: &'a Cib,
    walker: &'a Walker<'a>,
    space: u64,
    places: usize,
    control: &Control,
) -> Result<Vec<Vec<Weighed>>, Cancelled> {
    let order: Vec<usize> = (0..cib.descriptors()).collect();
    shared(space, 1, walker, places, control, |range, ends| {
        let mut state = vec![0; cib.descriptors()];
        digits(range.start, cib.sizes(), &order, &mut state);
        let mut balances = Vec::new();
        walker.balances(&state, &mut balances);
        let (mut next, mut used) = (state.clone(), balances.clone());
        for index in range {
            if index % 4096 == 0 {
                control.check()?;
                control.advance(4096);
            }
            next.copy_from_slice(&state);
            used.copy_from_slice(&balances);
            walker.step_with(&mut next, &mut used);
            if ends.packs {
                let packed = ends.pack(&next);
                ends.count_packed(packed, 1);
            } else {
                ends.count(state.clone(), 1);
            }
            advance(cib.sizes(), &order, &mut state, |d, old, new| {
                let rows = walker.row(d, old).iter().zip(walker.row(d, new));
                balances.iter_mut().zip(rows).for_each(|(sum, (old, new))| *sum += new - old);
            });
        }
        Ok(())
    })
}

/// A balance with its place in a tie: above the low bits that name the variant, a bit for the incumbent.
trait Key: Copy + Ord + Send + Sync + Default + 'static {
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
fn in_blocks<'a, K: Key>(
    cib: &'a Cib,
    walker: &'a Walker<'a>,
    places: usize,
    control: &Control,
) -> Result<Vec<Vec<Weighed>>, Cancelled> {
    let sizes = cib.sizes();
    let scale = 1_i64 << (K::LOW + 1);
    // Descriptors that do little are inside: more targets are then the same for a whole block.
    let spread = |s: usize| -> i64 {
        let column = |c: usize| {
            let cells = (0..sizes[s]).map(|v| i64::from(walker.row(s, v as u8)[c]));
            cells.clone().max().unwrap_or(0) - cells.min().unwrap_or(0)
        };
        (0..cib.variants()).map(column).sum()
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
    let ends = Ends::new(walker, 1);
    let shifts = ends.shifts.clone();
    if !ends.packs {
        let space = cib.sizes().iter().fold(1_u64, |space, &n| space.saturating_mul(n as u64));
        return one_by_one(cib, walker, space, places, control);
    }
    let padded = block.next_multiple_of(8);
    let mut targets: Vec<Target<K>> = sizes
        .iter()
        .enumerate()
        .map(|(t, &size)| {
            let (word, shift) = (shifts[t] as usize / 16, shifts[t] % 16);
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
                become_best(&keys[..target.size], &target.inner, padded, word, target.shift, low as u16);
            }
            match used {
                [false, false, false, false] => ends.count_packed(same, block as u64),
                _ => {
                    let mut last = u64::MAX;
                    let mut run = 0;
                    for k in 0..block {
                        let mut packed = same;
                        for (index, word) in words.iter().enumerate() {
                            if used[index] {
                                packed |= u64::from(word[k]) << (16 * index);
                            }
                        }
                        if packed == last {
                            run += 1;
                        } else {
                            if run > 0 {
                                ends.count_packed(last, run);
                            }
                            (last, run) = (packed, 1);
                        }
                    }
                    ends.count_packed(last, run);
                }
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
fn become_best<K: Key>(keys: &[K], inner: &[K], padded: usize, word: &mut [u16], shift: u32, low: u16) {
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
