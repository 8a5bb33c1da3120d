//! The canonical solution: of all distributions with the net moments, the one of maximum entropy.
//!
//! It is an exponential family over the scenarios of a face, with one parameter an event and a pair; its parameters
//! minimise a smooth convex function of them (the dual), by Newton's method. The gradient needs moments of order two
//! and the Hessian of order four: one transform of the probabilities gives them all.

use super::SmicError;
use super::face::{Face, cholesky};
use super::net::Net;
use super::pairwise::{evaluate, masks, superset_sums};
use super::programme::{backward, forward};
use crate::control::Control;

/// Reduced cost, per unit of the objective's gradient, above which a scenario is off the optimal face.
const REDUCED_COST: f64 = 1e-10;
/// Newton steps at most; 20 are usual, and some 30 more for each face that has to be found on the way.
const STEPS: usize = 500;
/// The moments of the canonical solution are those of the programme within this.
const RESIDUAL: f64 = 1e-9;

/// The scenario probabilities of maximum entropy among those that solve the programme.
#[derive(Debug, Clone, PartialEq)]
pub struct Canonical {
    /// Probability of each of the `2^n` scenarios, by the number that the code reads in base two: the scenario "110" is
    /// number 6. Exactly 0 where every solution has 0; what no solution raises above 1e-10 counts as such.
    pub probability: Vec<f64>,
    /// Entropy, in nats.
    pub entropy: f64,
    /// How many scenarios are positive: those that are so in any solution.
    pub support: usize,
    /// How many numbers of the scenario probabilities the answers leave open; 0 where the solution is unique.
    pub freedom: usize,
    pub(super) face: Vec<usize>,
    pub(super) independent: Vec<usize>,
}

/// The canonical solution: the distribution of maximum entropy among all with the net moments.
///
/// It is our choice among the many solutions of SMIC 74 for three events and more: it adds nothing to what the expert
/// said of events alone and in pairs, and does not depend on a solver's path.
///
/// # Errors
/// [`SmicError::Cancelled`] when the caller asked to stop; [`SmicError::Unresolved`] where rounding leaves moments that
/// are further than 1e-9 from the programme's.
pub fn maximum_entropy(net: &Net, control: &Control) -> Result<Canonical, SmicError> {
    let n = net.events();
    let optimum = &net.optimum;
    let (mut values, mut scratch) = (Vec::new(), Vec::new());
    evaluate(n, &optimum.gradient, &mut values, &mut scratch);
    let scale = optimum.gradient.iter().map(|g| g.abs()).sum::<f64>().max(1.0);
    let cheap = |s: &usize| values[*s] - optimum.level <= REDUCED_COST * scale;
    let mut face = Face::without_impossible(n, (0..1 << n).filter(cheap).collect(), &optimum.moments);
    let mut family = Family::new(n, &optimum.moments);
    let mut parameters = vec![0.0; optimum.moments.len()];
    let mut calm = 0;
    for _ in 0..STEPS {
        control.check()?;
        family.move_to(&face, &parameters);
        let Some(direction) = family.newton(&face) else { break };
        let range = family.look_along(&face, &direction);
        // On the boundary the probabilities that should be 0 fall by a factor at every step, and never stop.
        if family.residual < 1e-3
            && range > 0.1
            && let Some(smaller) = face.smaller(&direction, &family.values, &optimum.moments)
        {
            parameters = smaller.reduce(&parameters);
            face = smaller;
            continue;
        }
        // The longest step that is sure to descend, whatever the third derivatives are (Sun and Tran-Dinh 2019,
        // Mathematical Programming 178); it tends to 1 at the optimum.
        let length = if range > 0.0 { libm::log1p(range) / range } else { 1.0 };
        parameters.iter_mut().zip(&direction).for_each(|(x, d)| *x += length * d);
        calm = if family.residual < 1e-13 && range < 1e-4 { calm + 1 } else { 0 };
        if range <= 1e-10 || calm > 3 {
            break;
        }
    }
    family.move_to(&face, &parameters);
    if family.residual.is_nan() || family.residual > RESIDUAL {
        return Err(SmicError::Unresolved { residual: family.residual });
    }
    Ok(Canonical {
        entropy: entropy(&family.probability),
        probability: family.probability,
        support: face.scenarios.len(),
        freedom: face.freedom(),
        face: face.scenarios,
        independent: face.independent,
    })
}

/// Entropy of a distribution, in nats.
#[must_use]
pub fn entropy(probability: &[f64]) -> f64 {
    let part = |&p: &f64| if p > 0.0 { -p * libm::log(p) } else { 0.0 };
    probability.iter().map(part).sum::<f64>().max(0.0)
}

/// A member of the exponential family on a face, beside the moments that it should have.
struct Family<'a> {
    n: usize,
    masks: Vec<usize>,
    target: &'a [f64],
    probability: Vec<f64>,
    /// Moments of every order.
    sums: Vec<f64>,
    /// Largest difference from the moments that it should have.
    residual: f64,
    /// Work space: values on all scenarios.
    values: Vec<f64>,
    scratch: Vec<f64>,
}

impl<'a> Family<'a> {
    fn new(n: usize, target: &'a [f64]) -> Self {
        Self {
            n,
            masks: masks(n),
            target,
            probability: vec![0.0; 1 << n],
            sums: Vec::new(),
            residual: f64::INFINITY,
            values: Vec::new(),
            scratch: Vec::new(),
        }
    }

    fn move_to(&mut self, face: &Face, parameters: &[f64]) {
        evaluate(self.n, parameters, &mut self.values, &mut self.scratch);
        let most = face.scenarios.iter().fold(f64::NEG_INFINITY, |m: f64, &s| m.max(self.values[s]));
        self.probability.fill(0.0);
        let mut total = 0.0;
        for &s in &face.scenarios {
            self.probability[s] = libm::exp(self.values[s] - most);
            total += self.probability[s];
        }
        self.probability.iter_mut().for_each(|p| *p /= total);
        self.sums.clone_from(&self.probability);
        superset_sums(&mut self.sums);
        let off = self.masks.iter().zip(self.target).map(|(&mask, m)| (m - self.sums[mask]).abs());
        self.residual = off.fold(0.0, f64::max);
    }

    /// Newton's direction in the independent terms, 0 in the others; `None` where the covariance lost all its digits.
    fn newton(&self, face: &Face) -> Option<Vec<f64>> {
        let terms = &face.independent;
        let covariance = |a: usize, b: usize| {
            let (a, b) = (self.masks[terms[a]], self.masks[terms[b]]);
            self.sums[a | b] - self.sums[a] * self.sums[b]
        };
        let ridges = [0.0, 1e-14, 1e-12, 1e-10];
        let factor = ridges.iter().find_map(|ridge| {
            cholesky(terms.len(), |a, b| covariance(a, b) + if a == b { *ridge } else { 0.0 })
        })?;
        let mut step: Vec<f64> = terms.iter().map(|&t| self.target[t] - self.sums[self.masks[t]]).collect();
        forward(&factor, &mut step);
        backward(&factor, &mut step);
        let mut direction = vec![0.0; self.masks.len()];
        for (&t, x) in terms.iter().zip(step) {
            direction[t] = x;
        }
        Some(direction)
    }

    /// Puts the direction's values on the scenarios, less its value at the moments, into `values`; gives the range of
    /// these over the face.
    fn look_along(&mut self, face: &Face, direction: &[f64]) -> f64 {
        evaluate(self.n, direction, &mut self.values, &mut self.scratch);
        let mean: f64 = direction.iter().zip(self.target).map(|(d, m)| d * m).sum();
        self.values.iter_mut().for_each(|v| *v -= mean);
        let on_face = face.scenarios.iter().map(|&s| self.values[s]);
        let (low, high) = on_face.fold((0.0, 0.0), |(l, h): (f64, f64), v| (l.min(v), h.max(v)));
        high - low
    }
}
