//! Convergence and divergence of the actors, and of the objectives.

/// What is at stake: for an objective the sums over the actors, for an actor those over the objectives. At order 1 they
/// are counts.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Stakes {
    /// Sum of the positions in favour.
    pub in_favour: f64,
    /// Sum of the sizes of the positions against.
    pub against: f64,
    /// Both: the mobilisation around an objective, the implication of an actor.
    pub total: f64,
}

impl Stakes {
    /// The stakes of some positions.
    pub(super) fn of(positions: impl Iterator<Item = f64>) -> Self {
        let mut stakes = Self::default();
        positions.for_each(|position| stakes.add(position));
        stakes
    }

    /// One position more.
    pub(super) fn add(&mut self, position: f64) {
        if position > 0.0 {
            self.in_favour += position;
        } else {
            self.against -= position;
        }
        self.total = self.in_favour + self.against;
    }
}

/// The game at one order. Matrices of actors are n x n, of objectives m x m, both symmetric with diagonal 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// The positions of this order (kMAO), n x m.
    pub positions: Vec<f64>,
    /// For and against each objective; the total is its mobilisation.
    pub objectives: Vec<Stakes>,
    /// What each actor is for and against; the total is its implication.
    pub actors: Vec<Stakes>,
    /// Convergence (kCAA): over the objectives on which both stand on the same side, the sum of the mean of their two
    /// intensities (the mean, as in LIPSOR's reports, which show halves; not the smaller one).
    pub convergence: Vec<f64>,
    /// Divergence (kDAA): the same over the objectives on which they stand on opposite sides.
    pub divergence: Vec<f64>,
    /// Row sums of the convergence, one an actor.
    pub convergence_totals: Vec<f64>,
    /// Row sums of the divergence, one an actor.
    pub divergence_totals: Vec<f64>,
    /// Degree of convergence, in `[0, 1]`: convergence over convergence and divergence of all pairs. `None` where no pair
    /// shares an objective.
    pub convergence_degree: Option<f64>,
    /// Ambivalence of each actor, in `[0, 1]`: `1 - sum_j |CAA_ij - DAA_ij| / sum_j (CAA_ij + DAA_ij)`. 1 where it is as
    /// much with as against everyone, 0 where it is wholly with or against each, or shares no objective.
    pub ambivalence: Vec<f64>,
    /// Net distance of the actors, `CAA - DAA`: above 0 potential allies, below 0 potential rivals.
    pub actor_net: Vec<f64>,
    /// Convergence of the objectives (kCOO): as [`Self::convergence`], over the actors that stand on the same side of
    /// both.
    pub objective_convergence: Vec<f64>,
    /// Divergence of the objectives (kDOO): over the actors that are for one and against the other.
    pub objective_divergence: Vec<f64>,
    /// Net distance of the objectives, `COO - DOO`.
    pub objective_net: Vec<f64>,
}

impl Order {
    /// The game of `n` actors on `m` objectives with these positions.
    pub(super) fn new(n: usize, m: usize, positions: Vec<f64>) -> Self {
        let transposed: Vec<f64> = (0..m * n).map(|at| positions[at % n * m + at / n]).collect();
        let (convergence, divergence) = pairs(n, m, &positions);
        let (objective_convergence, objective_divergence) = pairs(m, n, &transposed);
        let (convergence_totals, divergence_totals) = (row_sums(n, &convergence), row_sums(n, &divergence));
        Self {
            objectives: (0..m).map(|o| Stakes::of(transposed[o * n..][..n].iter().copied())).collect(),
            actors: (0..n).map(|i| Stakes::of(positions[i * m..][..m].iter().copied())).collect(),
            convergence_degree: degree(&convergence_totals, &divergence_totals),
            ambivalence: ambivalence(n, &convergence, &divergence),
            actor_net: difference(&convergence, &divergence),
            objective_net: difference(&objective_convergence, &objective_divergence),
            positions,
            convergence,
            divergence,
            convergence_totals,
            divergence_totals,
            objective_convergence,
            objective_divergence,
        }
    }
}

/// The positions of order 3: those of each actor times its strength.
pub(super) fn weighted(m: usize, positions: &[f64], strength: &[f64]) -> Vec<f64> {
    let mut weighted = positions.to_vec();
    for (i, strength) in strength.iter().enumerate() {
        weighted[i * m..][..m].iter_mut().for_each(|position| *position *= strength);
    }
    weighted
}

/// Convergence and divergence of the rows of a `rows` x `columns` table.
fn pairs(rows: usize, columns: usize, table: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let (mut same, mut opposite) = (vec![0.0; rows * rows], vec![0.0; rows * rows]);
    let row = |i: usize| &table[i * columns..][..columns];
    for i in 0..rows {
        for j in i + 1..rows {
            let (mut c, mut d) = (0.0, 0.0);
            for (a, b) in row(i).iter().zip(row(j)) {
                let mean = 0.5 * (a.abs() + b.abs());
                if a * b > 0.0 {
                    c += mean;
                } else if a * b < 0.0 {
                    d += mean;
                }
            }
            for at in [i * rows + j, j * rows + i] {
                (same[at], opposite[at]) = (c, d);
            }
        }
    }
    (same, opposite)
}

/// Row sums of a symmetric matrix, taken column by column: several rows at a time, in the same order.
pub(super) fn row_sums(n: usize, symmetric: &[f64]) -> Vec<f64> {
    let mut sums = vec![0.0; n];
    for row in symmetric.chunks_exact(n) {
        sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
    }
    sums
}

/// The degree of convergence from the totals of the actors.
pub(super) fn degree(convergence: &[f64], divergence: &[f64]) -> Option<f64> {
    let (c, d): (f64, f64) = (convergence.iter().sum(), divergence.iter().sum());
    (c + d > 0.0).then(|| c / (c + d))
}

pub(super) fn ambivalence(n: usize, convergence: &[f64], divergence: &[f64]) -> Vec<f64> {
    let (mut apart, mut all) = (vec![0.0; n], vec![0.0; n]);
    for (c, d) in convergence.chunks_exact(n).zip(divergence.chunks_exact(n)) {
        for ((apart, all), (c, d)) in apart.iter_mut().zip(&mut all).zip(c.iter().zip(d)) {
            *apart += (c - d).abs();
            *all += c + d;
        }
    }
    let actor = |(apart, all): (f64, f64)| if all > 0.0 { (1.0 - apart / all).clamp(0.0, 1.0) } else { 0.0 };
    apart.into_iter().zip(all).map(actor).collect()
}

fn difference(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}
