//! One pair of tables and its sensitivity: who changes place when one cell is one step off.
//!
//! A pair filled by agreement has no panel to resample. Every cell is moved instead, one at a time, by one step up and
//! one down, as far as the scale goes. Strength follows from the power alone; the positions, times strength, make the
//! order of the objectives and the pairs of actors. This is the sensitivity of the result to its cells; it is not the
//! panel's uncertainty.

use std::ops::AddAssign;

use rayon::prelude::*;

use super::positions::weighted;
use super::power::{PowerRelations, strength_of};
use super::{MAXIMUM_POSITION, MAXIMUM_POWER, MactorError, Order, Settings, check};
use crate::control::{Cancelled, Control};
use crate::rank::{Ranks, reaches};

/// A step in a cell that changes places.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CellStep {
    /// Row of the cell, from 0.
    pub row: usize,
    /// Its column.
    pub column: usize,
    /// What stands there.
    pub from: f64,
    /// What it is moved to.
    pub to: f64,
    /// How many change places.
    pub changes: usize,
}

/// What the steps in a table do to a ranking.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlaceSensitivity {
    /// Steps tried.
    pub steps: usize,
    /// Steps after which somebody has another place.
    pub changing: usize,
    /// Steps after which the first place is held by whom it was held.
    pub first_held: usize,
    /// By rank: steps after which it has another place.
    pub moved: Vec<usize>,
    /// By rank: best and worst place over all steps, from 1; what is tied has the places it shares.
    pub places: Vec<(u32, u32)>,
    /// The steps that change most places, at most [`DECISIVE`], the first of the table where they tie.
    pub decisive: Vec<CellStep>,
}

/// Steps listed at most.
pub const DECISIVE: usize = 5;

/// The sensitivity of a pair of tables to single cells.
#[derive(Debug, Clone, PartialEq)]
pub struct CellSensitivity {
    /// Steps of the power: places of the actors by strength R*.
    pub strength: PlaceSensitivity,
    /// Steps of the positions: places of the objectives by mobilisation of order 3.
    pub mobilisation: PlaceSensitivity,
    /// Steps of the positions after which the pair that converges most, net and at order 3, is the same one. Where
    /// several tie, the first of them.
    pub allies_held: Option<usize>,
    /// The same of the pair that diverges most.
    pub rivals_held: Option<usize>,
}

/// Why there is no sensitivity.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CellSensitivityError {
    /// The tables are none.
    #[error(transparent)]
    Tables(#[from] MactorError),
    /// The caller asked to stop.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

/// Moves every cell of `power` and `positions` by 1, up and down, within the scale; tables as in [`super::mactor`].
///
/// A step of the power changes one row and one column of MIDI, so that all of them cost about n^3 together.
///
/// # Errors
/// [`CellSensitivityError`].
pub fn cell_sensitivity(
    n: usize,
    m: usize,
    power: &[f64],
    positions: &[f64],
    settings: &Settings,
    control: &Control,
) -> Result<CellSensitivity, CellSensitivityError> {
    check(n, m, power, positions)?;
    let relations = PowerRelations::new(n, power, settings);
    let order = Order::new(n, m, weighted(m, positions, &relations.strength));
    let by_strength = Ranks::descending(&relations.strength);
    let strength = (0..n)
        .into_par_iter()
        .map(|i| {
            control.check()?;
            let mut found = PlaceSensitivity::of(&by_strength);
            for j in (0..n).filter(|j| *j != i) {
                for (from, to) in steps(power[i * n + j], 0.0, MAXIMUM_POWER) {
                    let moved = moved_strength(n, power, &relations, settings, (i, j, to));
                    found.add(&by_strength, &Ranks::descending(&moved), (i, j, from, to));
                }
            }
            Ok(found)
        })
        .collect::<Result<Vec<_>, Cancelled>>()?;
    let mobilised: Vec<f64> = order.objectives.iter().map(|o| o.total).collect();
    let by_mobilisation = Ranks::descending(&mobilised);
    let pairs = Pairs::of(n, &order.actor_net);
    let moved = (0..n)
        .into_par_iter()
        .map(|i| {
            control.check()?;
            let mut found = PlaceSensitivity::of(&by_mobilisation);
            let (mut allies, mut rivals) = (0, 0);
            let without = pairs.as_ref().map(|pairs| pairs.without(n, &order.actor_net, i));
            for o in 0..m {
                for (from, to) in steps(positions[i * m + o], -MAXIMUM_POSITION, MAXIMUM_POSITION) {
                    let mut totals = mobilised.clone();
                    totals[o] += (to.abs() - from.abs()) * relations.strength[i];
                    found.add(&by_mobilisation, &Ranks::descending(&totals), (i, o, from, to));
                    let Some((pairs, rest)) = pairs.as_ref().zip(without) else { continue };
                    let net = |j: usize| {
                        let other = order.positions[j * m + o];
                        let own = relations.strength[i];
                        order.actor_net[i * n + j] - shared(from * own, other) + shared(to * own, other)
                    };
                    let (held_ally, held_rival) = pairs.held(n, &order.actor_net, i, rest, net);
                    allies += usize::from(held_ally);
                    rivals += usize::from(held_rival);
                }
            }
            Ok((found, allies, rivals))
        })
        .collect::<Result<Vec<_>, Cancelled>>()?;
    let mut mobilisation = PlaceSensitivity::of(&by_mobilisation);
    let (mut allies_held, mut rivals_held) = (0, 0);
    for (found, allies, rivals) in moved {
        mobilisation += found;
        allies_held += allies;
        rivals_held += rivals;
    }
    let mut all = PlaceSensitivity::of(&by_strength);
    strength.into_iter().for_each(|found| all += found);
    Ok(CellSensitivity {
        strength: all,
        mobilisation,
        allies_held: pairs.as_ref().and_then(|p| p.allies).map(|_| allies_held),
        rivals_held: pairs.as_ref().and_then(|p| p.rivals).map(|_| rivals_held),
    })
}

/// A step up and a step down, where the scale has them.
fn steps(from: f64, low: f64, high: f64) -> impl Iterator<Item = (f64, f64)> {
    [1.0, -1.0]
        .into_iter()
        .map(move |step| (from, from + step))
        .filter(move |(_, to)| (low..=high).contains(to))
}

/// What two positions on an objective add to the net distance of their actors.
fn shared(a: f64, b: f64) -> f64 {
    let mean = 0.5 * (a.abs() + b.abs());
    if a * b > 0.0 {
        mean
    } else if a * b < 0.0 {
        -mean
    } else {
        0.0
    }
}

/// R* with `to` in cell (i, j): row i and column j of MIDI change, and the sums that hold them.
fn moved_strength(
    n: usize,
    power: &[f64],
    relations: &PowerRelations,
    settings: &Settings,
    (i, j, to): (usize, usize, f64),
) -> Vec<f64> {
    let from = power[i * n + j];
    let (mut influence, mut dependence) = (relations.influence.clone(), relations.dependence.clone());
    let mut own: Vec<f64> = (0..n).map(|k| relations.midi[k * n + k]).collect();
    influence[i] += to - from;
    dependence[j] += to - from;
    for k in 0..n {
        let onward = to.min(power[j * n + k]) - from.min(power[j * n + k]);
        if k == i {
            own[i] += onward;
        } else {
            influence[i] += onward;
            dependence[k] += onward;
        }
        let before = to.min(power[k * n + i]) - from.min(power[k * n + i]);
        if k == j {
            own[j] += before;
        } else {
            influence[k] += before;
            dependence[j] += before;
        }
    }
    strength_of(&own, &influence, &dependence, settings.convention)
}

impl PlaceSensitivity {
    /// Before any step.
    fn of(ranks: &Ranks) -> Self {
        let places = ranks.first.iter().copied().zip(ranks.last.iter().copied()).collect();
        Self { moved: vec![0; ranks.len()], places, ..Self::default() }
    }

    fn add(&mut self, before: &Ranks, after: &Ranks, (row, column, from, to): (usize, usize, f64, f64)) {
        self.steps += 1;
        let mut changes = 0;
        for k in 0..before.len() {
            if (before.first[k], before.last[k]) != (after.first[k], after.last[k]) {
                self.moved[k] += 1;
                changes += 1;
                let (best, worst) = self.places[k];
                self.places[k] = (best.min(after.first[k]), worst.max(after.last[k]));
            }
        }
        let top = |ranks: &Ranks, k: usize| ranks.first[k] == 1;
        self.first_held += usize::from((0..before.len()).all(|k| top(before, k) == top(after, k)));
        if changes > 0 {
            self.changing += 1;
            self.decisive.push(CellStep { row, column, from, to, changes });
            self.keep();
        }
    }

    fn keep(&mut self) {
        if self.decisive.len() > DECISIVE {
            self.decisive.sort_by_key(|step| (std::cmp::Reverse(step.changes), step.row, step.column));
            self.decisive.truncate(DECISIVE);
        }
    }
}

impl AddAssign for PlaceSensitivity {
    fn add_assign(&mut self, other: Self) {
        self.steps += other.steps;
        self.changing += other.changing;
        self.first_held += other.first_held;
        self.moved.iter_mut().zip(&other.moved).for_each(|(sum, count)| *sum += count);
        for (own, (best, worst)) in self.places.iter_mut().zip(&other.places) {
            *own = (own.0.min(*best), own.1.max(*worst));
        }
        self.decisive.extend(other.decisive);
        self.decisive.sort_by_key(|step| (std::cmp::Reverse(step.changes), step.row, step.column));
        self.decisive.truncate(DECISIVE);
    }
}

/// Two actors, the first before the second.
type Pair = (usize, usize);

/// The pair nearest to each other and the pair farthest apart, where there are such.
struct Pairs {
    allies: Option<Pair>,
    rivals: Option<Pair>,
}

impl Pairs {
    fn of(n: usize, net: &[f64]) -> Option<Self> {
        let (mut allies, mut rivals): (Option<Pair>, Option<Pair>) = (None, None);
        let of = |pair: Option<Pair>| pair.map_or(0.0, |(i, j)| net[i * n + j]);
        for i in 0..n {
            for j in i + 1..n {
                let value = net[i * n + j];
                if value > 0.0 && !reaches(of(allies), value) {
                    allies = Some((i, j));
                }
                if value < 0.0 && !reaches(-of(rivals), -value) {
                    rivals = Some((i, j));
                }
            }
        }
        (n > 1).then_some(Self { allies, rivals })
    }

    /// The greatest and the least net distance of the pairs without actor `i`.
    fn without(&self, n: usize, net: &[f64], i: usize) -> (f64, f64) {
        let (mut most, mut least) = (f64::NEG_INFINITY, f64::INFINITY);
        for a in (0..n).filter(|a| *a != i) {
            for b in (a + 1..n).filter(|b| *b != i) {
                most = most.max(net[a * n + b]);
                least = least.min(net[a * n + b]);
            }
        }
        (most, least)
    }

    /// Whether each of the two pairs is still one, where the distances of actor `i` are those of `moved`.
    fn held(
        &self,
        n: usize,
        net: &[f64],
        i: usize,
        (mut most, mut least): (f64, f64),
        moved: impl Fn(usize) -> f64,
    ) -> (bool, bool) {
        for j in (0..n).filter(|j| *j != i) {
            let value = moved(j);
            most = most.max(value);
            least = least.min(value);
        }
        let now = |(a, b): Pair| {
            if a == i {
                moved(b)
            } else if b == i {
                moved(a)
            } else {
                net[a * n + b]
            }
        };
        let ally = self.allies.is_some_and(|pair| now(pair) > 0.0 && reaches(now(pair), most));
        let rival = self.rivals.is_some_and(|pair| now(pair) < 0.0 && reaches(-now(pair), -least));
        (ally, rival)
    }
}
