//! Ranges of the scenario probabilities over all solutions of the programme: two linear programmes a scenario.
//!
//! The primal simplex method on the scenarios of the face, with one row a term that is independent on it. The
//! scenarios that carry the programme's optimum are a vertex to start from. A few rows price all `2^n` columns at a
//! time, as a sum over events and pairs.

use rayon::prelude::*;

use super::SmicError;
use super::entropy::Canonical;
use super::net::Net;
use super::pairwise::{evaluate, masks, terms};
use super::programme::{Targets, solve};
use crate::control::Control;

/// Reduced costs and pivots below this are 0.
const ZERO: f64 = 1e-9;
/// How far below 0 rounding may put a basic scenario of the first vertex.
const INFEASIBLE: f64 = 1e-7;
/// What is added to the variables of the first basis, against steps of length 0.
const PERTURBATION: f64 = 1e-11;
/// Pivots after which the inverse is computed anew.
const REFACTOR: usize = 64;
/// Pivots without progress after which Bland's rule takes over.
const STALLED: usize = 200;
/// Pivots of one programme at most.
const PIVOTS: usize = 50_000;

/// The least and the greatest probability of each of these scenarios over all distributions with the net moments;
/// never without the canonical probability between them.
///
/// # Errors
/// [`SmicError::Scenario`] where there is no such scenario, [`SmicError::Cancelled`] when the caller asked to stop,
/// [`SmicError::Range`] where rounding hinders the search.
///
/// # Panics
/// When the canonical solution belongs to another number of events.
pub fn ranges(
    net: &Net,
    canonical: &Canonical,
    scenarios: &[usize],
    control: &Control,
) -> Result<Vec<(f64, f64)>, SmicError> {
    let n = net.events();
    assert_eq!(canonical.probability.len(), 1 << n, "the solution of another programme");
    if let Some(&scenario) = scenarios.iter().find(|&&s| s >= 1 << n) {
        return Err(SmicError::Scenario { scenario, events: n });
    }
    let fixed = |s: usize| canonical.freedom == 0 || canonical.probability[s] <= 0.0;
    let Some(&first) = scenarios.iter().find(|&&s| !fixed(s)) else {
        return Ok(scenarios.iter().map(|&s| (canonical.probability[s], canonical.probability[s])).collect());
    };
    let start = Vertex::new(net, canonical).ok_or(SmicError::Range { scenario: first })?;
    scenarios
        .par_iter()
        .map(|&s| {
            let p = canonical.probability[s];
            if fixed(s) {
                return Ok((p, p));
            }
            let low = start.clone().extreme(s, false, control)?;
            let high = start.clone().extreme(s, true, control)?;
            control.advance(1);
            Ok((low.clamp(0.0, p), high.clamp(p, 1.0)))
        })
        .collect()
}

/// A basis of the linear programmes with its inverse.
#[derive(Clone)]
struct Vertex<'a> {
    n: usize,
    face: &'a [usize],
    /// The term of each row after the first, whose coefficients are all 1.
    rows: &'a [usize],
    masks: Vec<usize>,
    right: Vec<f64>,
    /// The basic scenario at each position and its probability.
    basis: Vec<usize>,
    level: Vec<f64>,
    /// Inverse of the basis, row by row: a row a position.
    inverse: Vec<Vec<f64>>,
}

impl<'a> Vertex<'a> {
    /// The programme's own vertex, completed by the most probable scenarios that are independent of it.
    fn new(net: &Net, canonical: &'a Canonical) -> Option<Self> {
        let n = net.events();
        let moments = &net.optimum.moments;
        let on_face = |s: usize| canonical.face.binary_search(&s).is_ok();
        let mut atoms: Vec<usize> = net.optimum.atoms.iter().map(|a| a.0).collect();
        if !atoms.iter().all(|&s| on_face(s)) {
            let again = solve(&Targets::of_moments(n, moments), &[], Some(&canonical.face));
            atoms = again.atoms.iter().map(|a| a.0).collect();
        }
        let mut right = vec![1.0];
        right.extend(canonical.independent.iter().map(|&t| moments[t]));
        let mut vertex = Self {
            n,
            face: &canonical.face,
            rows: &canonical.independent,
            masks: masks(n),
            right,
            basis: Vec::new(),
            level: Vec::new(),
            inverse: Vec::new(),
        };
        vertex.complete(&atoms, &canonical.probability);
        let whole = vertex.basis.len() == vertex.right.len() && vertex.refactor();
        (whole && vertex.level.iter().all(|&x| x > -INFEASIBLE)).then_some(vertex)
    }

    fn column(&self, scenario: usize) -> Vec<f64> {
        let holds = |t: &usize| if scenario & self.masks[*t] == self.masks[*t] { 1.0 } else { 0.0 };
        std::iter::once(1.0).chain(self.rows.iter().map(holds)).collect()
    }

    /// Chooses a basis: the vertex' own scenarios, then others by falling probability as far as they are independent,
    /// at first clearly so.
    fn complete(&mut self, atoms: &[usize], probability: &[f64]) {
        let mut others: Vec<usize> = self.face.to_vec();
        others.sort_by(|&a, &b| probability[b].total_cmp(&probability[a]));
        let passes = [(atoms, ZERO), (&others[..], 0.1), (&others[..], 1e-6)];
        // Columns reduced by those before, 1 at their own pivot row.
        let mut reduced: Vec<(usize, Vec<f64>)> = Vec::new();
        let mut free = vec![true; self.right.len()];
        for (candidates, least) in passes {
            for &s in candidates {
                if self.basis.len() == self.right.len() {
                    return;
                }
                if self.basis.contains(&s) {
                    continue;
                }
                let mut column = self.column(s);
                for (row, before) in &reduced {
                    let factor = column[*row];
                    if factor != 0.0 {
                        column.iter_mut().zip(before).for_each(|(x, b)| *x -= factor * b);
                    }
                }
                let (mut pivot, mut most) = (0, 0.0);
                for (row, x) in column.iter().enumerate() {
                    if free[row] && x.abs() > most {
                        (pivot, most) = (row, x.abs());
                    }
                }
                if most > least {
                    let divisor = column[pivot];
                    column.iter_mut().for_each(|x| *x /= divisor);
                    free[pivot] = false;
                    reduced.push((pivot, column));
                    self.basis.push(s);
                }
            }
        }
    }

    /// Computes the inverse and the levels anew; false where the basis is singular.
    fn refactor(&mut self) -> bool {
        let size = self.right.len();
        let columns: Vec<Vec<f64>> = self.basis.iter().map(|&s| self.column(s)).collect();
        // Gauss and Jordan on [basis | unit matrix].
        let mut wide: Vec<Vec<f64>> = (0..size)
            .map(|r| {
                let unit = (0..size).map(|c| if c == r { 1.0 } else { 0.0 });
                columns.iter().map(|column| column[r]).chain(unit).collect()
            })
            .collect();
        for k in 0..size {
            let mut pivot = k;
            for r in k..size {
                if wide[r][k].abs() > wide[pivot][k].abs() {
                    pivot = r;
                }
            }
            if wide[pivot][k].abs() < ZERO {
                return false;
            }
            wide.swap(k, pivot);
            let divisor = wide[k][k];
            wide[k].iter_mut().for_each(|x| *x /= divisor);
            let lead = wide[k].clone();
            for (r, row) in wide.iter_mut().enumerate() {
                let factor = row[k];
                if r != k && factor != 0.0 {
                    row[k..].iter_mut().zip(&lead[k..]).for_each(|(x, l)| *x -= factor * l);
                }
            }
        }
        self.inverse = wide.into_iter().map(|row| row[size..].to_vec()).collect();
        self.level = self.levels(&self.right);
        true
    }

    fn levels(&self, right: &[f64]) -> Vec<f64> {
        self.inverse.iter().map(|row| row.iter().zip(right).map(|(i, r)| i * r).sum()).collect()
    }

    /// How much each basic scenario loses for one unit of `scenario`.
    fn losses(&self, scenario: usize) -> Vec<f64> {
        let column = self.column(scenario);
        self.inverse.iter().map(|row| row.iter().zip(&column).map(|(i, c)| i * c).sum()).collect()
    }

    /// The greatest or the least probability of a scenario.
    fn extreme(mut self, scenario: usize, greatest: bool, control: &Control) -> Result<f64, SmicError> {
        let exact = self.right.clone();
        self.perturb();
        let (mut prices, mut values, mut scratch) = (vec![0.0; terms(self.n)], Vec::new(), Vec::new());
        let (mut stalled, mut best) = (0, if greatest { f64::NEG_INFINITY } else { f64::INFINITY });
        for pivots in 1..=PIVOTS {
            if pivots % REFACTOR == 0 {
                control.check()?;
                if !self.refactor() {
                    return Err(SmicError::Range { scenario });
                }
            }
            let entering = match self.basis.iter().position(|&s| s == scenario) {
                None if greatest => Some(scenario),
                None => return Ok(0.0),
                Some(position) => {
                    let row = &self.inverse[position];
                    prices.fill(0.0);
                    self.rows.iter().zip(&row[1..]).for_each(|(&t, x)| prices[t] = *x);
                    evaluate(self.n, &prices, &mut values, &mut scratch);
                    let sign = if greatest { -1.0 } else { 1.0 };
                    let gain = |s: usize| sign * (row[0] + values[s]);
                    let progress = sign * (best - self.level[position]) > 1e-3 * PERTURBATION;
                    stalled = if progress { 0 } else { stalled + 1 };
                    best = self.level[position];
                    self.entering(gain, stalled > STALLED)
                }
            };
            let Some(entering) = entering else {
                let levels = self.levels(&exact);
                return Ok(self.basis.iter().position(|&s| s == scenario).map_or(0.0, |at| levels[at]));
            };
            let losses = self.losses(entering);
            let Some(leaving) = self.leaving(&losses, stalled > STALLED) else { break };
            self.pivot(entering, leaving, &losses);
        }
        Err(SmicError::Range { scenario })
    }

    /// Moves the right sides a little so that no basic scenario is at 0 and few ties remain.
    fn perturb(&mut self) {
        let golden = 0.618_033_988_749_894_9;
        for (at, x) in self.level.iter_mut().enumerate() {
            *x = x.max(0.0) + PERTURBATION * (1.0 + (at as f64 * golden).fract());
        }
        self.right.fill(0.0);
        for (&s, x) in self.basis.iter().zip(&self.level) {
            let column = self.column(s);
            self.right.iter_mut().zip(column).for_each(|(r, c)| *r += c * x);
        }
    }

    /// The scenario that gains most, or by Bland's rule the first that gains.
    fn entering(&self, gain: impl Fn(usize) -> f64, bland: bool) -> Option<usize> {
        let candidates = self.face.iter().map(|&s| (s, gain(s))).filter(|c| c.1 > ZERO);
        let outside = candidates.filter(|c| !self.basis.contains(&c.0));
        if bland {
            return outside.map(|c| c.0).next();
        }
        let most = outside.fold(None, |most: Option<(usize, f64)>, c| match most {
            Some(m) if m.1 >= c.1 => Some(m),
            _ => Some(c),
        });
        most.map(|c| c.0)
    }

    /// The position that reaches 0 first; of several the one with the largest pivot, or by Bland's rule the first
    /// scenario.
    fn leaving(&self, losses: &[f64], bland: bool) -> Option<usize> {
        let ratios = || {
            let falling = losses.iter().enumerate().filter(|(_, loss)| **loss > ZERO);
            falling.map(|(at, loss)| (at, *loss, self.level[at].max(0.0) / loss))
        };
        let length = ratios().fold(f64::INFINITY, |least: f64, r| least.min(r.2));
        let first = ratios().filter(|r| r.2 <= length + 1e-3 * PERTURBATION);
        let better = |a: (usize, f64, f64), b: (usize, f64, f64)| {
            let b_wins = if bland { self.basis[b.0] < self.basis[a.0] } else { b.1 > a.1 };
            if b_wins { b } else { a }
        };
        first.reduce(better).map(|r| r.0)
    }

    fn pivot(&mut self, entering: usize, leaving: usize, losses: &[f64]) {
        let loss = losses[leaving];
        let length = self.level[leaving].max(0.0) / loss;
        let lead: Vec<f64> = self.inverse[leaving].iter().map(|x| x / loss).collect();
        for (at, row) in self.inverse.iter_mut().enumerate() {
            if at != leaving && losses[at] != 0.0 {
                row.iter_mut().zip(&lead).for_each(|(x, l)| *x -= losses[at] * l);
                self.level[at] -= losses[at] * length;
            }
        }
        self.inverse[leaving] = lead;
        self.level[leaving] = length;
        self.basis[leaving] = entering;
    }
}
