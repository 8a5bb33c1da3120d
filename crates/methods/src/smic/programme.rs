//! The quadratic programme: the moments nearest to the answers that some distribution over the scenarios has.
//!
//! Moments are points of the hull of the `2^n` scenarios' own moments, which are 0 and 1. The method is Wolfe's (1976,
//! *Mathematical Programming* 11) for the nearest point of a polytope: it keeps a few affinely independent scenarios,
//! the corral, goes to the optimum of their hull, and takes in the scenario that promises most, until none does. It
//! ends after finitely many steps at the optimum itself, not near it.

use super::answers::Answers;
use super::pairwise::{bit, evaluate, pair, pairs, terms};

/// What the terms of the objective should be.
#[derive(Debug, Clone)]
pub(super) struct Targets {
    n: usize,
    /// By pair (i, j): the two estimates of the probability that both occur.
    both: Vec<[f64; 2]>,
    /// By pair: that i occurs without j, and j without i.
    alone: Vec<[f64; 2]>,
    /// P(i), where simple probabilities count too.
    simple: Option<Vec<f64>>,
}

impl Targets {
    pub(super) fn new(answers: &Answers, simple_terms: bool) -> Self {
        let n = answers.events();
        let p = |i: usize| answers.simple(i);
        let both = |i: usize, j: usize| answers.given(i, j) * p(j);
        let alone = |i: usize, j: usize| answers.given_not(i, j) * (1.0 - p(j));
        Self {
            n,
            both: pairs(n).map(|(i, j)| [both(i, j), both(j, i)]).collect(),
            alone: pairs(n).map(|(i, j)| [alone(i, j), alone(j, i)]).collect(),
            simple: simple_terms.then(|| answers.p.clone()),
        }
    }

    /// Targets that these moments, and no others, meet.
    pub(super) fn of_moments(n: usize, moments: &[f64]) -> Self {
        let pair_of = |t: usize| moments[n + t];
        let alone = |(t, (i, j)): (usize, (usize, usize))| [moments[i] - pair_of(t), moments[j] - pair_of(t)];
        Self {
            n,
            both: (0..terms(n) - n).map(|t| [pair_of(t); 2]).collect(),
            alone: pairs(n).enumerate().map(alone).collect(),
            simple: None,
        }
    }

    /// The objective at these moments and half its gradient.
    fn objective(&self, moments: &[f64]) -> (f64, Vec<f64>) {
        let n = self.n;
        let mut gradient = vec![0.0; terms(n)];
        let mut objective = 0.0;
        for (t, (i, j)) in pairs(n).enumerate() {
            let joint = moments[n + t];
            let both = self.both[t].map(|target| joint - target);
            let alone = [moments[i] - joint - self.alone[t][0], moments[j] - joint - self.alone[t][1]];
            objective += both[0] * both[0] + both[1] * both[1] + alone[0] * alone[0] + alone[1] * alone[1];
            gradient[n + t] = both[0] + both[1] - alone[0] - alone[1];
            gradient[i] += alone[0];
            gradient[j] += alone[1];
        }
        for (i, target) in self.simple.iter().flatten().enumerate() {
            let residual = moments[i] - target;
            objective += residual * residual;
            gradient[i] += residual;
        }
        (objective, gradient)
    }
}

/// The optimum and the scenarios that carry it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Optimum {
    /// Moments by term, see [`super::pairwise::masks`].
    pub(super) moments: Vec<f64>,
    /// The sum of squares left.
    pub(super) objective: f64,
    /// Half the gradient of the objective by the moments.
    pub(super) gradient: Vec<f64>,
    /// What the gradient gives at the optimum; every scenario gives at least that, those that may be positive just that.
    pub(super) level: f64,
    /// How much less the best scenario promises: the objective is above its least value by twice this at most.
    pub(super) gap: f64,
    /// Affinely independent scenarios with positive weights that have these moments.
    pub(super) atoms: Vec<(usize, f64)>,
}

/// How many turns may pass without a smaller objective before rounding is taken to decide.
const STALLS: usize = 20;

/// Solves the programme over all scenarios, or over `allowed` ones, starting from scenarios with weights (affinely
/// independent, with sum 1) or from the one that the targets suggest.
pub(super) fn solve(targets: &Targets, start: &[(usize, f64)], allowed: Option<&[usize]>) -> Optimum {
    let n = targets.n;
    let mut corral = Corral::new(n, targets.simple.is_some());
    for &(scenario, weight) in start {
        corral.push(scenario, weight);
    }
    if corral.atoms.is_empty() {
        corral.push(allowed.and_then(|a| a.first().copied()).unwrap_or(0), 1.0);
    }
    let (mut values, mut scratch) = (Vec::new(), Vec::new());
    let (mut least, mut stalls) = (f64::INFINITY, 0);
    loop {
        corral.descend(targets);
        let moments = corral.moments();
        let (objective, gradient) = targets.objective(&moments);
        evaluate(n, &gradient, &mut values, &mut scratch);
        let level: f64 = corral.atoms.iter().zip(&corral.weights).map(|(&s, w)| w * values[s]).sum();
        let (best, promise) = match allowed {
            None => smallest(values.iter().copied().enumerate()),
            Some(allowed) => smallest(allowed.iter().map(|&s| (s, values[s]))),
        };
        let gap = level - promise;
        // What rounding leaves: the terms are of order 1, their sums as large as the gradient.
        let noise = 1e-15 * (terms(n) as f64 + gradient.iter().map(|g| g.abs()).sum::<f64>());
        stalls = if objective < least { 0 } else { stalls + 1 };
        least = least.min(objective);
        if gap <= noise || stalls > STALLS || !corral.push(best, 0.0) {
            let atoms = corral.atoms.iter().copied().zip(corral.weights.iter().copied()).collect();
            return Optimum { moments, objective, gradient, level, gap: gap.max(0.0), atoms };
        }
    }
}

/// The first of the smallest.
fn smallest(values: impl Iterator<Item = (usize, f64)>) -> (usize, f64) {
    values.fold((0, f64::INFINITY), |least, next| if next.1 < least.1 { next } else { least })
}

/// Scenarios with their weights, and the Cholesky factor of their Gram matrix plus one in every cell, which has the same
/// optimum where weights sum to 1 and is regular where the scenarios are affinely independent.
struct Corral {
    n: usize,
    simple: bool,
    atoms: Vec<usize>,
    weights: Vec<f64>,
    /// Lower triangle, row by row.
    factor: Vec<Vec<f64>>,
}

impl Corral {
    fn new(n: usize, simple: bool) -> Self {
        Self { n, simple, atoms: Vec::new(), weights: Vec::new(), factor: Vec::new() }
    }

    /// Product of two scenarios in the objective's metric: terms that hold in both. A whole number.
    fn product(&self, a: usize, b: usize) -> f64 {
        let common = i64::from((a & b).count_ones());
        let either = i64::from((a | b).count_ones());
        let others = self.n as i64 - either + common - 1 + i64::from(self.simple);
        (common * others) as f64
    }

    /// Takes a scenario in; false where it depends on those already there.
    fn push(&mut self, scenario: usize, weight: f64) -> bool {
        if self.atoms.contains(&scenario) {
            return false;
        }
        let mut row: Vec<f64> = self.atoms.iter().map(|&a| self.product(a, scenario) + 1.0).collect();
        forward(&self.factor, &mut row);
        let whole = self.product(scenario, scenario) + 1.0;
        let pivot = whole - row.iter().map(|x| x * x).sum::<f64>();
        if pivot <= 1e-10 * whole {
            return false;
        }
        row.push(pivot.sqrt());
        self.factor.push(row);
        self.atoms.push(scenario);
        self.weights.push(weight);
        true
    }

    /// Lets a scenario go: its row leaves the factor, and rotations make the rest triangular again.
    fn remove(&mut self, at: usize) {
        self.atoms.remove(at);
        self.weights.remove(at);
        self.factor.remove(at);
        for k in at..self.factor.len() {
            let (x, y) = (self.factor[k][k], self.factor[k][k + 1]);
            let length = (x * x + y * y).sqrt();
            let (cosine, sine) = (x / length, y / length);
            for row in &mut self.factor[k..] {
                let (x, y) = (row[k], row[k + 1]);
                row[k] = cosine * x + sine * y;
                row[k + 1] = cosine * y - sine * x;
            }
            self.factor[k].truncate(k + 1);
        }
    }

    fn moments(&self) -> Vec<f64> {
        let n = self.n;
        let mut moments = vec![0.0; terms(n)];
        for (&scenario, weight) in self.atoms.iter().zip(&self.weights) {
            let events: Vec<usize> = (0..n).filter(|&i| scenario & bit(n, i) != 0).collect();
            for (at, &i) in events.iter().enumerate() {
                moments[i] += weight;
                for &j in &events[at + 1..] {
                    moments[n + pair(n, i, j)] += weight;
                }
            }
        }
        moments
    }

    /// What the gradient gives at each scenario.
    fn costs(&self, gradient: &[f64]) -> Vec<f64> {
        let n = self.n;
        let cost = |scenario: usize| -> f64 {
            let events: Vec<usize> = (0..n).filter(|&i| scenario & bit(n, i) != 0).collect();
            let with =
                |at: usize, i: usize| events[at + 1..].iter().map(move |&j| gradient[n + pair(n, i, j)]);
            events.iter().enumerate().map(|(at, &i)| gradient[i] + with(at, i).sum::<f64>()).sum()
        };
        self.atoms.iter().map(|&s| cost(s)).collect()
    }

    /// Moves the weights to the optimum of the scenarios' hull, letting go of those that reach 0 on the way.
    ///
    /// The step comes from the gradient where the weights are, so that repeating it takes away its rounding.
    fn descend(&mut self, targets: &Targets) {
        let mut refinements = 0;
        while refinements < 3 {
            let (_, gradient) = targets.objective(&self.moments());
            let step = self.step(self.costs(&gradient));
            let reach = |(x, d): (&f64, &f64)| if *d < 0.0 && x + d <= 0.0 { x / -d } else { f64::INFINITY };
            let (blocking, length) = smallest(self.weights.iter().zip(&step).map(reach).enumerate());
            let length = length.min(1.0);
            self.weights.iter_mut().zip(&step).for_each(|(x, d)| *x = (*x + length * d).max(0.0));
            if step.iter().zip(&self.weights).any(|(d, x)| *d < 0.0 && *x <= 0.0) || length < 1.0 {
                self.weights[blocking] = 0.0;
                while let Some(at) = self.weights.iter().position(|&x| x <= 0.0) {
                    self.remove(at);
                }
                refinements = 0;
            } else {
                refinements += 1;
            }
            let sum: f64 = self.weights.iter().sum();
            self.weights.iter_mut().for_each(|x| *x /= sum);
            if refinements > 0 && step.iter().all(|d| d.abs() < 1e-16) {
                break;
            }
        }
    }

    /// The step to the optimum with sum 1, by the normal equations with a multiplier.
    fn step(&self, costs: Vec<f64>) -> Vec<f64> {
        let mut to_costs = costs;
        let mut to_ones = vec![1.0; self.atoms.len()];
        for x in [&mut to_costs, &mut to_ones] {
            forward(&self.factor, x);
            backward(&self.factor, x);
        }
        let multiplier = to_costs.iter().sum::<f64>() / to_ones.iter().sum::<f64>();
        to_costs.iter().zip(&to_ones).map(|(c, one)| multiplier * one - c).collect()
    }
}

/// Solves `L x = b` in place.
pub(super) fn forward(factor: &[Vec<f64>], x: &mut [f64]) {
    for (k, row) in factor.iter().enumerate().take(x.len()) {
        let (done, rest) = x.split_at_mut(k);
        let sum: f64 = row.iter().zip(done.iter()).map(|(l, x)| l * x).sum();
        rest[0] = (rest[0] - sum) / row[k];
    }
}

/// Solves `L' x = b` in place.
pub(super) fn backward(factor: &[Vec<f64>], x: &mut [f64]) {
    for (k, row) in factor.iter().enumerate().rev() {
        let (done, rest) = x.split_at_mut(k);
        rest[0] /= row[k];
        done.iter_mut().zip(row).for_each(|(x, l)| *x -= l * rest[0]);
    }
}
