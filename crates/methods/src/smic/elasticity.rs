//! How the net probabilities answer to a change of one raw probability (Godet's sensitivity analysis).

use rayon::prelude::*;

use super::answers::Answers;
use super::net::Moments;
use super::programme::{Optimum, Targets, solve};
use crate::control::{Cancelled, Control};

/// By how much a raw probability is changed, up and down.
pub const STEP: f64 = 0.1;
/// Changes and probabilities that are not above this vanish.
const VANISHES: f64 = 1e-9;

/// Elasticities for one direction of the change.
#[derive(Debug, Clone, PartialEq)]
pub struct Elasticities {
    /// The change of each raw P(i): the step asked for, or what is left of it up to 0 or 1.
    pub step: Vec<f64>,
    /// Row i, column j: `(P(i) / P(j)) * (change of P(j) / change of P(i))`, net, when raw P(i) changes. 1 on the
    /// diagonal; `None` where net P(i) does not move or net P(j) is 0.
    pub elasticity: Vec<Vec<Option<f64>>>,
    /// Driving power: sum of a row without signs and without the diagonal; `None` where nothing in it is known.
    pub driving: Vec<Option<f64>>,
    /// Dependence: sum of a column, likewise.
    pub dependent: Vec<Option<f64>>,
}

/// Elasticities of the net probabilities for a change of each raw P(i) by `step` ([`STEP`], or minus it), with the
/// conditional answers as they are and the programme solved again.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop.
pub fn elasticities(
    answers: &Answers,
    simple_terms: bool,
    step: f64,
    control: &Control,
) -> Result<Elasticities, Cancelled> {
    let n = answers.events();
    let before = solve(&Targets::new(answers, simple_terms), &[], None);
    let steps: Vec<f64> = answers.p.iter().map(|p| (p + step).clamp(0.0, 1.0) - p).collect();
    let after: Vec<Moments> = (0..n)
        .into_par_iter()
        .map(|i| {
            control.check()?;
            let mut changed = answers.clone();
            changed.p[i] = (answers.p[i] + step).clamp(0.0, 1.0);
            let optimum: Optimum = solve(&Targets::new(&changed, simple_terms), &before.atoms, None);
            control.advance(1);
            Ok(Moments::new(n, &optimum.moments))
        })
        .collect::<Result<_, Cancelled>>()?;
    let net = &before.moments[..n];
    let cell = |i: usize, j: usize| {
        let (cause, effect) = (after[i].p[i] - net[i], after[i].p[j] - net[j]);
        (cause.abs() > VANISHES && net[j] > VANISHES).then(|| (net[i] / net[j]) * (effect / cause))
    };
    let elasticity: Vec<Vec<Option<f64>>> = (0..n).map(|i| (0..n).map(|j| cell(i, j)).collect()).collect();
    let sum = |cells: &mut dyn Iterator<Item = Option<f64>>| {
        cells.flatten().fold(None, |sum: Option<f64>, e| Some(sum.unwrap_or(0.0) + e.abs()))
    };
    let others = |k: usize| (0..n).filter(move |&l| l != k);
    let driving = (0..n).map(|i| sum(&mut others(i).map(|j| elasticity[i][j]))).collect();
    let dependent = (0..n).map(|j| sum(&mut others(j).map(|i| elasticity[i][j]))).collect();
    Ok(Elasticities { step: steps, elasticity, driving, dependent })
}
