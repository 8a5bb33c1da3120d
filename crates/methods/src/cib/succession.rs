//! Succession: where a scenario that is not consistent leads, and how many lead to each end.
//!
//! A descriptor whose chosen variant is not among the best of its balances goes over to the best one; in a tie the
//! incumbent stays, else the first of the best is taken (the rule of ScenarioWizard). Ends are consistent scenarios
//! (fixed points) and cycles; the number of scenarios that lead to one is its *weight*, the size of its basin.
//!
//! The space is streamed in blocks and never kept. What a scenario becomes is computed for a whole block at once; from
//! there a path is followed until a scenario whose end is known. Those are kept in a table of fixed size that may
//! forget.

use std::collections::BTreeMap;

use num_bigint::BigUint;
use rayon::prelude::*;

mod blocks;
mod walk;

use super::model::Cib;
use crate::control::{Cancelled, Control};
use crate::random::Stream;
use blocks::in_blocks;
use walk::{Ends, Met, Walker};

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

/// Steps after which a path of a sample is given up: in very large spaces cycles may be longer than anybody can wait.
pub const LONGEST: usize = 20_000;

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
    /// Scenarios drawn whose path met no end within [`LONGEST`] steps.
    pub unresolved: u64,
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

/// The share of a sample that came to an end, with the 95 % interval of its share in the whole space (Wilson 1927): the
/// share, the lower and the upper end.
#[must_use]
pub fn wilson(hits: u64, draws: u64) -> (f64, f64, f64) {
    if draws == 0 {
        return (0.0, 0.0, 1.0);
    }
    const Z: f64 = 1.959_963_984_540_054;
    let (n, share) = (draws as f64, hits as f64 / draws as f64);
    let middle = (share + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    (share, (middle - half).max(0.0), (middle + half).min(1.0))
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
            return Ok(Basins { rule, islands, draws: None, unresolved: 0, descriptors: cib.descriptors() });
        }
        found.push(Island { descriptors, attractors });
    }
    Ok(Basins { rule, islands: found, draws: None, unresolved: 0, descriptors: cib.descriptors() })
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
            let mut ends = Ends::new(&walker, 1 << 12, LONGEST, control);
            for _ in batch * BATCH..((batch + 1) * BATCH).min(sampling.draws) {
                let state: Vec<u8> = cib.sizes().iter().map(|&n| stream.below(n as u32) as u8).collect();
                ends.count(&state)?;
            }
            Ok(ends.met())
        })
        .collect::<Result<Vec<_>, Cancelled>>()?;
    let unresolved = ends.iter().map(|met| met.unresolved).sum();
    let islands = vec![Island { descriptors: (0..cib.descriptors()).collect(), attractors: merged(ends) }];
    Ok(Basins { rule, islands, draws: Some(sampling.draws), unresolved, descriptors: cib.descriptors() })
}

/// What several threads found, as one.
fn merged(parts: Vec<Met>) -> Vec<Attractor> {
    let mut all: Vec<_> = parts.into_iter().flat_map(|met| met.ends).collect();
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

/// Places of the table of one thread: 2^21 of 8 bytes.
const PLACES: usize = 1 << 21;

/// Follows every scenario of a space.
fn followed(cib: &Cib, rule: Rule, control: &Control) -> Result<Vec<Attractor>, Cancelled> {
    let space = cib.sizes().iter().fold(1_u64, |space, &n| space.saturating_mul(n as u64));
    let places =
        usize::try_from(space.saturating_mul(2)).unwrap_or(usize::MAX).clamp(64, PLACES).next_power_of_two();
    let walker = Walker::new(cib, rule);

    let found = match (rule, walker.packs()) {
        (Rule::Global, true) if is_narrow(cib) => in_blocks::<i16>(cib, &walker, places, control)?,
        (Rule::Global, true) => in_blocks::<i64>(cib, &walker, places, control)?,
        _ => one_by_one(cib, &walker, space, places, control)?,
    };
    Ok(merged(found))
}

/// Whether a balance fits 12 bits, and the number of a variant 3.
fn is_narrow(cib: &Cib) -> bool {
    cib.sizes().iter().all(|&n| n <= 8) && reach(cib) < 2000
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

/// What a single change does to a future.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Transition {
    /// Which of the scenarios given.
    pub from: usize,
    /// The descriptor that is changed, from outside and once.
    pub descriptor: usize,
    /// The variant that it gets.
    pub variant: u8,
    /// Where succession leads from there: one scenario, or those of a cycle in order, beginning with the first by its
    /// variants. `None` where the path was given up after [`LONGEST`] steps.
    pub to: Option<Vec<Vec<u8>>>,
}

/// The transition graph of some scenarios, as a rule those that are consistent: for each of them and each change of one
/// descriptor to another variant where succession leads.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop.
///
/// # Panics
/// When a scenario is none of this matrix (see [`Cib::check`]).
pub fn transitions(
    cib: &Cib,
    rule: Rule,
    scenarios: &[Vec<u8>],
    control: &Control,
) -> Result<Vec<Transition>, Cancelled> {
    let walker = Walker::new(cib, rule);
    let of = |(from, scenario): (usize, &Vec<u8>)| {
        control.check()?;
        let mut out = Vec::new();
        for (descriptor, &own) in scenario.iter().enumerate() {
            for variant in (0..cib.sizes()[descriptor] as u8).filter(|&variant| variant != own) {
                let mut state = scenario.clone();
                state[descriptor] = variant;
                out.push(Transition { from, descriptor, variant, to: end(&walker, state) });
            }
        }
        Ok(out)
    };
    let found = scenarios.par_iter().enumerate().map(of).collect::<Result<Vec<_>, Cancelled>>()?;
    Ok(found.into_iter().flatten().collect())
}

/// Where the path of a state ends.
fn end(walker: &Walker<'_>, mut state: Vec<u8>) -> Option<Vec<Vec<u8>>> {
    let mut seen: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
    let mut path: Vec<Vec<u8>> = Vec::new();
    let mut balances = Vec::new();
    while path.len() <= LONGEST {
        if let Some(&at) = seen.get(&state) {
            let mut cycle = path.split_off(at);
            let first =
                cycle.iter().enumerate().min_by_key(|(_, state)| *state).map_or(0, |(first, _)| first);
            cycle.rotate_left(first);
            return Some(cycle);
        }
        seen.insert(state.clone(), path.len());
        path.push(state.clone());
        walker.balances(&state, &mut balances);
        walker.step_with(&mut state, &mut balances);
    }
    None
}

/// Splits `0..total` among the threads and joins what they found.
fn shared<'a>(
    total: u64,
    unit: u64,
    walker: &'a Walker<'a>,
    places: usize,
    control: &'a Control,
    work: impl Fn(std::ops::Range<u64>, &mut Ends<'a>) -> Result<(), Cancelled> + Sync,
) -> Result<Vec<Met>, Cancelled> {
    // What a thread remembers is worth keeping, so each takes whole stretches of the space.
    let threads = if total * unit < 20_000 { 1 } else { rayon::current_num_threads() as u64 };
    let stretches = if threads == 1 { 1 } else { (threads * 16).min(total) };
    let next = std::sync::atomic::AtomicU64::new(0);
    let workers: Vec<u64> = (0..threads.min(stretches)).collect();
    workers
        .into_par_iter()
        .map(|_| {
            let mut ends = Ends::new(walker, places, usize::MAX, control);
            loop {
                let index = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                if index >= stretches {
                    return Ok(ends.met());
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
    control: &'a Control,
) -> Result<Vec<Met>, Cancelled> {
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
            ends.count_next(&next, &state)?;
            advance(cib.sizes(), &order, &mut state, |d, old, new| {
                let rows = walker.row(d, old).iter().zip(walker.row(d, new));
                balances.iter_mut().zip(rows).for_each(|(sum, (old, new))| *sum += new - old);
            });
        }
        Ok(())
    })
}
