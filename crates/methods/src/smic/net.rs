//! Net probabilities: the coherent ones nearest to the answers.

use super::answers::Answers;
use super::pairwise::{pairs, terms};
use super::programme::{Optimum, Targets, solve};

/// A condition whose net probability is not above this never occurs, and nothing is said given it.
const NEVER: f64 = 1e-12;

/// Net minus raw, in probability.
#[derive(Debug, Clone, PartialEq)]
pub struct Corrections {
    /// Of P(i), by event.
    pub p: Vec<f64>,
    /// Of P(i/j); `None` on the diagonal and where net P(j) is 0.
    pub given: Vec<Vec<Option<f64>>>,
    /// Of P(i/not j); `None` on the diagonal and where net P(j) is 1.
    pub given_not: Vec<Vec<Option<f64>>>,
    /// The largest of all, without its sign.
    pub largest: f64,
    /// The mean of all that are known, without signs.
    pub mean: f64,
}

/// Probabilities of events alone, together and given each other that fit together.
#[derive(Debug, Clone, PartialEq)]
pub struct Moments {
    /// P(i), by event.
    pub p: Vec<f64>,
    /// P(i and j), symmetric, P(i) on the diagonal.
    pub joint: Vec<Vec<f64>>,
    /// P(i/j); `None` on the diagonal and where P(j) is 0.
    pub given: Vec<Vec<Option<f64>>>,
    /// P(i/not j); `None` on the diagonal and where P(j) is 1.
    pub given_not: Vec<Vec<Option<f64>>>,
}

impl Moments {
    /// From P(i) by event and P(i and j) by pair in order.
    pub(super) fn new(n: usize, terms: &[f64]) -> Self {
        let p = terms[..n].to_vec();
        let mut joint = vec![vec![0.0; n]; n];
        for i in 0..n {
            joint[i][i] = p[i];
        }
        for ((i, j), &both) in pairs(n).zip(&terms[n..]) {
            (joint[i][j], joint[j][i]) = (both, both);
        }
        let ratio = |part: f64, whole: f64| (whole > NEVER).then(|| (part / whole).clamp(0.0, 1.0));
        let table = |cell: &dyn Fn(usize, usize) -> Option<f64>| -> Vec<Vec<Option<f64>>> {
            (0..n).map(|i| (0..n).map(|j| if i == j { None } else { cell(i, j) }).collect()).collect()
        };
        Self {
            given: table(&|i, j| ratio(joint[i][j], p[j])),
            given_not: table(&|i, j| ratio(p[i] - joint[i][j], 1.0 - p[j])),
            p,
            joint,
        }
    }
}

/// The solution of the programme: what is unique of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Net {
    /// Net probabilities.
    pub moments: Moments,
    /// The sum of squares left, 0 for coherent answers.
    pub objective: f64,
    /// The objective is above its least value by this at most: the condition of optimality, with its rounding.
    pub gap: f64,
    /// How many numbers of the `2^n` scenario probabilities the programme determines: `1 + n + n (n - 1) / 2`.
    pub rank: usize,
    /// Net minus raw.
    pub corrections: Corrections,
    pub(super) optimum: Optimum,
}

impl Net {
    /// How many events there are.
    #[must_use]
    pub fn events(&self) -> usize {
        self.moments.p.len()
    }
}

/// Net probabilities of one expert by the quadratic programme of SMIC 74 (Duperrin and Godet 1974; Godet 1976): the
/// distribution over the scenarios whose P(i and j) is nearest in least squares to both `P(i/j) P(j)` and
/// `P(j/i) P(i)`, and whose P(i and not j) is nearest to `P(i/not j) (1 - P(j))`.
///
/// `simple_terms` adds the squares of `P(i)` to the objective, a frequent variant that is not SMIC 74. The net
/// probabilities are unique; the scenario probabilities are not for three events and more, see
/// [`maximum_entropy`](super::maximum_entropy) and [`ranges`](super::ranges()).
#[must_use]
pub fn net(answers: &Answers, simple_terms: bool) -> Net {
    let targets = Targets::new(answers, simple_terms);
    from_optimum(answers, solve(&targets, &[], None))
}

pub(super) fn from_optimum(answers: &Answers, optimum: Optimum) -> Net {
    let n = answers.events();
    let moments = Moments::new(n, &optimum.moments);
    Net {
        corrections: corrections(answers, &moments),
        moments,
        objective: optimum.objective,
        gap: 2.0 * optimum.gap,
        rank: 1 + terms(n),
        optimum,
    }
}

fn corrections(answers: &Answers, net: &Moments) -> Corrections {
    let n = answers.events();
    let less = |net: &[Vec<Option<f64>>], raw: &[f64]| -> Vec<Vec<Option<f64>>> {
        net.iter()
            .zip(raw.chunks_exact(n))
            .map(|(net, raw)| net.iter().zip(raw).map(|(net, raw)| net.map(|x| x - raw)).collect())
            .collect()
    };
    let p: Vec<f64> = net.p.iter().zip(&answers.p).map(|(net, raw)| net - raw).collect();
    let given = less(&net.given, &answers.given);
    let given_not = less(&net.given_not, &answers.given_not);
    let conditional = given.iter().chain(&given_not).flatten().flatten();
    let all: Vec<f64> = p.iter().chain(conditional).map(|x| x.abs()).collect();
    let largest = all.iter().copied().fold(0.0, f64::max);
    let mean = all.iter().sum::<f64>() / all.len() as f64;
    Corrections { p, given, given_not, largest, mean }
}
