//! A panel whose experts do not weigh the same, always beside the same panel unweighted.
//!
//! Weights, such as the competence coefficients K of the experts, are not negative and count by their proportions. Read a
//! weighted figure only with its effective n and with the unweighted one: where the two differ, the weights decide.

use crate::descriptive::Summary;
use crate::rank::{reaches, tied};

/// Weights that sum to 1, `K_e / sum K`; `None` where one is negative or no finite number, or they sum to 0.
pub fn normalised(weights: &[f64]) -> Option<Vec<f64>> {
    let total: f64 = weights.iter().sum();
    let valid = weights.iter().all(|w| w.is_finite() && *w >= 0.0) && total > 0.0;
    valid.then(|| weights.iter().map(|w| w / total).collect())
}

/// The mean of values with non-negative weights; `None` where the weights do not sum to a positive number.
pub fn weighted_mean(values: &[f64], weights: &[f64]) -> Option<f64> {
    let total: f64 = weights.iter().take(values.len()).sum();
    if total <= 0.0 {
        return None;
    }
    Some(values.iter().zip(weights).map(|(v, w)| v * w).sum::<f64>() / total)
}

/// The smallest value with a cumulative weight of at least the share `p` of all; midway to the next value where it is
/// exactly that share. `None` where the weights do not sum to a positive number or `p` is outside of [0, 1].
///
/// With equal weights this is type 2 of Hyndman & Fan (1996): its quartiles may differ from those of type 7 that the
/// rest of the crate takes; its median does not.
pub fn weighted_quantile(values: &[f64], weights: &[f64], p: f64) -> Option<f64> {
    let mut pairs: Vec<(f64, f64)> = values
        .iter()
        .zip(weights)
        .filter(|(v, w)| v.is_finite() && **w > 0.0)
        .map(|(&v, &w)| (v, w))
        .collect();
    if !(0.0..=1.0).contains(&p) {
        return None;
    }
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let share = p * pairs.iter().map(|pair| pair.1).sum::<f64>();
    let mut reached = 0.0;
    for (i, &(value, weight)) in pairs.iter().enumerate() {
        reached += weight;
        if reaches(reached, share) {
            let exact = tied(reached, share);
            return Some(match pairs.get(i + 1) {
                Some(next) if exact => (value + next.0) / 2.0,
                _ => value,
            });
        }
    }
    pairs.last().map(|pair| pair.0)
}

/// The weighted median, see [`weighted_quantile`].
pub fn weighted_median(values: &[f64], weights: &[f64]) -> Option<f64> {
    weighted_quantile(values, weights, 0.5)
}

/// The number of equally weighted experts that weights are worth: (sum w)^2 / sum w^2 (Kish 1965). Print it beside any
/// weighted figure.
pub fn effective_n(weights: &[f64]) -> Option<f64> {
    let (sum, squares) = weights.iter().fold((0.0, 0.0), |(s, q), w| (s + w, q + w * w));
    if squares > 0.0 { Some(sum * sum / squares) } else { None }
}

/// One item by a weighted panel, and by the same panel unweighted.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightedSummary {
    /// The same answers, each weighing the same.
    pub unweighted: Summary,
    /// What the answers are worth in equally weighted ones, see [`effective_n`].
    pub effective_n: f64,
    /// Weighted mean.
    pub mean: f64,
    /// Weighted median.
    pub median: f64,
    /// Weighted first quartile.
    pub q1: f64,
    /// Weighted third quartile.
    pub q3: f64,
    /// `q3 - q1`.
    pub iqr: f64,
}

/// Summarises answers with weights, one an expert; an answer of `None` is left out together with its weight. `None`
/// where the slices have different lengths, a weight is negative or no finite number, or those of the experts who
/// answered sum to 0.
pub fn weighted_summary(answers: &[Option<f64>], weights: &[f64]) -> Option<WeightedSummary> {
    if answers.len() != weights.len() {
        return None;
    }
    let given = answers.iter().zip(weights).filter_map(|(a, &w)| a.filter(|a| a.is_finite()).map(|a| (a, w)));
    let (values, weights): (Vec<f64>, Vec<f64>) = given.unzip();
    let weights = normalised(&weights)?;
    let at = |p| weighted_quantile(&values, &weights, p);
    let (q1, q3) = (at(0.25)?, at(0.75)?);
    Some(WeightedSummary {
        unweighted: Summary::of(&values),
        effective_n: effective_n(&weights)?,
        mean: weighted_mean(&values, &weights)?,
        median: at(0.5)?,
        q1,
        q3,
        iqr: q3 - q1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn weights_move_the_median() {
        assert_eq!(weighted_median(&[1.0, 2.0, 3.0], &[1.0, 1.0, 1.0]), Some(2.0));
        assert_eq!(weighted_median(&[3.0, 1.0], &[1.0, 1.0]), Some(2.0));
        assert_eq!(weighted_median(&[1.0, 5.0, 9.0], &[0.1, 0.2, 0.7]), Some(9.0));
        assert_eq!(weighted_median(&[1.0], &[0.0]), None);
        assert_eq!(weighted_mean(&[2.0, 4.0], &[1.0, 3.0]), Some(3.5));
        assert_eq!(effective_n(&[1.0; 8]), Some(8.0));
    }

    #[test]
    fn a_panel_weighted_by_competence() {
        // By hand: K of .9, .7, .4, .95 and .8 (the worked coefficients), sum 3.75; answers 5 4 1 4 3.
        let k = [0.9, 0.7, 0.4, 0.95, 0.8];
        let weights = normalised(&k).unwrap();
        assert!((weights[0] - 0.24).abs() < 1e-15 && (weights.iter().sum::<f64>() - 1.0).abs() < 1e-15);
        let found = weighted_summary(&[5.0, 4.0, 1.0, 4.0, 3.0].map(Some), &k).unwrap();
        assert!((found.mean - 13.9 / 3.75).abs() < 1e-12);
        // Cumulative weights from 1 up: .4, 1.2, 2.85, 3.75; the shares are at .9375, 1.875 and 2.8125.
        assert_eq!((found.q1, found.median, found.q3, found.iqr), (3.0, 4.0, 4.0, 1.0));
        assert!((found.effective_n - 3.75 * 3.75 / 3.0025).abs() < 1e-12);
        assert_eq!((found.unweighted.n, found.unweighted.median), (5, Some(4.0)));
        assert!((found.unweighted.mean.unwrap() - 3.4).abs() < 1e-12);
    }

    #[test]
    fn panels_without_weight() {
        assert_eq!(normalised(&[0.0, 0.0]), None);
        assert_eq!(normalised(&[1.0, -0.5]), None);
        assert_eq!(normalised(&[f64::INFINITY]), None);
        assert_eq!(weighted_summary(&[Some(1.0)], &[]), None);
        assert_eq!(weighted_summary(&[Some(1.0), None], &[0.0, 1.0]), None);
        let one = weighted_summary(&[Some(2.0), None], &[0.3, 1.0]).unwrap();
        assert_eq!((one.mean, one.median, one.effective_n, one.unweighted.n), (2.0, 2.0, 1.0, 1));
        assert_eq!(weighted_quantile(&[1.0], &[1.0], 1.5), None);
        assert_eq!(weighted_quantile(&[1.0, 2.0], &[1.0, 1.0], 1.0), Some(2.0));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn equal_weights_change_no_median(values in prop::collection::vec(1u8..=9, 1..30), weight in 0.01..10.0) {
            let answers: Vec<Option<f64>> = values.iter().map(|&v| Some(f64::from(v))).collect();
            let found = weighted_summary(&answers, &vec![weight; answers.len()]).unwrap();
            prop_assert_eq!(Some(found.median), found.unweighted.median);
            prop_assert!((found.mean - found.unweighted.mean.unwrap()).abs() < 1e-12);
            prop_assert!((found.effective_n - answers.len() as f64).abs() < 1e-9);
        }

        #[test]
        fn a_weight_of_two_is_two_experts(pairs in prop::collection::vec((1u8..=9, 1u8..=3), 1..15)) {
            let values: Vec<f64> = pairs.iter().map(|p| f64::from(p.0)).collect();
            let weights: Vec<f64> = pairs.iter().map(|p| f64::from(p.1)).collect();
            let repeated: Vec<f64> =
                pairs.iter().flat_map(|p| std::iter::repeat_n(f64::from(p.0), usize::from(p.1))).collect();
            for p in [0.0, 0.25, 0.5, 0.75, 1.0] {
                let alike = weighted_quantile(&repeated, &vec![1.0; repeated.len()], p);
                prop_assert_eq!(weighted_quantile(&values, &weights, p), alike);
            }
        }
    }
}
