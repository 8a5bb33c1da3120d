//! Influence, dependence and strength of the actors.

use super::kernel::min_sums;
use super::{Convention, Role, Settings};
use crate::micmac::Plane;

/// Who can move whom. Matrices are n x n, other arrays have one entry an actor.
#[derive(Debug, Clone, PartialEq)]
pub struct PowerRelations {
    /// The convention of [`Self::strength`].
    pub convention: Convention,
    /// MIDI, direct and indirect influence: `a_ij + sum over k of min(a_ik, a_kj)`. The diagonal is what an actor does
    /// to itself through others; no sum holds it.
    pub midi: Vec<f64>,
    /// Row sums of MIDI without the diagonal.
    pub influence: Vec<f64>,
    /// Column sums of MIDI without the diagonal.
    pub dependence: Vec<f64>,
    /// The plane of the two, as shares, ranks and zones.
    pub plane: Plane,
    /// The role of each actor, by its zone on the plane.
    pub roles: Vec<Role>,
    /// R*, strength in the balance of power: not negative, mean 1.
    ///
    /// Where nobody has any (no power at all, or under conventions A and B nothing but mutual holds that cancel out)
    /// every actor weighs the same, 1, so that order 3 is order 2.
    pub strength: Vec<f64>,
    /// MMIDI, the strongest single way of influence: the larger of `a_ij` and `max over k of min(a_ik, a_kj)`; diagonal
    /// 0.
    pub mmidi: Vec<f64>,
    /// Row sums of MMIDI.
    pub influence_max: Vec<f64>,
    /// Column sums of MMIDI.
    pub dependence_max: Vec<f64>,
    /// Q*, the strength from MMIDI: mean 1. The diagonal being 0, the conventions agree.
    pub strength_max: Vec<f64>,
    /// Net scale of influence, `MIDI_ij - MIDI_ji`.
    pub net_scale: Vec<f64>,
    /// Row sums of the net scale, `influence - dependence`.
    pub net_balance: Vec<f64>,
    /// H, stability of the power relations, in `[0, 1]`: `sum |I_i - D_i| / (2 sum I)`; 0 where everyone depends as much
    /// as it influences, 1 where everyone does only one of the two. `None` where nobody influences anybody.
    pub stability: Option<f64>,
}

impl PowerRelations {
    /// The relations of a checked table of power.
    pub(super) fn new(n: usize, power: &[f64], settings: &Settings) -> Self {
        let midi = min_sums(n, power);
        let (influence, dependence) = off_diagonal_sums(n, &midi);
        let plane = Plane::new(&influence, &dependence, settings.cut);
        let mmidi = strongest_ways(n, power);
        let (influence_max, dependence_max) = off_diagonal_sums(n, &mmidi);
        let transposed = (0..n * n).map(|at| midi[at % n * n + at / n]);
        let net_scale: Vec<f64> = midi.iter().zip(transposed).map(|(a, b)| a - b).collect();
        Self {
            convention: settings.convention,
            roles: plane.zones.iter().map(|&zone| Role::from(zone)).collect(),
            strength: strength(n, &midi, &influence, &dependence, settings.convention),
            strength_max: strength(n, &mmidi, &influence_max, &dependence_max, settings.convention),
            net_balance: influence.iter().zip(&dependence).map(|(i, d)| i - d).collect(),
            stability: stability(&influence, &dependence),
            net_scale,
            midi,
            influence,
            dependence,
            plane,
            mmidi,
            influence_max,
            dependence_max,
        }
    }
}

/// Row and column sums of a square matrix without its diagonal.
pub(super) fn off_diagonal_sums(n: usize, matrix: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let (mut rows, mut columns) = (vec![0.0; n], vec![0.0; n]);
    for (i, row) in matrix.chunks_exact(n).enumerate() {
        for others in [0..i, i + 1..n] {
            rows[i] += row[others.clone()].iter().sum::<f64>();
            columns[others.clone()].iter_mut().zip(&row[others]).for_each(|(sum, value)| *sum += value);
        }
    }
    (rows, columns)
}

/// R* of a matrix of influences, with its sums without the diagonal.
pub(super) fn strength(
    n: usize,
    matrix: &[f64],
    influence: &[f64],
    dependence: &[f64],
    convention: Convention,
) -> Vec<f64> {
    let own: Vec<f64> = (0..n).map(|i| matrix[i * n + i]).collect();
    strength_of(&own, influence, dependence, convention)
}

/// R* from what each actor does to itself (the diagonal) and the sums without it.
pub(super) fn strength_of(
    own: &[f64],
    influence: &[f64],
    dependence: &[f64],
    convention: Convention,
) -> Vec<f64> {
    let n = own.len();
    // The factor 1 / sum(I) is common to all and cancels out of the normalised strength.
    let raw = (0..n).map(|i| {
        let own = own[i];
        let (i, d) = (influence[i], dependence[i]);
        let (net, i, d) = match convention {
            Convention::A => (i, i + own, d + own),
            Convention::B => (i - own, i, d),
            Convention::C => (i, i, d),
        };
        // What an actor does to itself goes through its own links, so it cannot pass its influence but by rounding.
        if i + d > 0.0 { net.max(0.0) * i / (i + d) } else { 0.0 }
    });
    let raw: Vec<f64> = raw.collect();
    let total: f64 = raw.iter().sum();
    if total > 0.0 { raw.iter().map(|r| r * n as f64 / total).collect() } else { vec![1.0; n] }
}

/// H.
pub(super) fn stability(influence: &[f64], dependence: &[f64]) -> Option<f64> {
    let total: f64 = influence.iter().sum();
    let apart: f64 = influence.iter().zip(dependence).map(|(i, d)| (i - d).abs()).sum();
    (total > 0.0).then(|| (apart / (2.0 * total)).min(1.0))
}

fn strongest_ways(n: usize, power: &[f64]) -> Vec<f64> {
    let mut ways = power.to_vec();
    for (i, (ways, row)) in ways.chunks_exact_mut(n).zip(power.chunks_exact(n)).enumerate() {
        for (&first, onward) in row.iter().zip(power.chunks_exact(n)).filter(|(first, _)| **first > 0.0) {
            for (way, &second) in ways.iter_mut().zip(onward) {
                let narrow = if first < second { first } else { second };
                *way = if narrow > *way { narrow } else { *way };
            }
        }
        ways[i] = 0.0;
    }
    ways
}
