//! Medians of an item over resampled panels, without sorting in each draw.

use crate::{
    findings::{PanelLevel, Stability},
    panel::Panel,
};

/// The answers to an item in ascending order, each with its expert.
#[derive(Clone, Debug, Default)]
pub struct Drawn(Vec<(f64, usize)>);

impl Drawn {
    /// The answers of experts 0, 1, …
    pub fn of(answers: impl IntoIterator<Item = Option<f64>>) -> Self {
        let numbered = answers.into_iter().enumerate();
        let mut given: Vec<(f64, usize)> =
            numbered.filter_map(|(expert, value)| Some((value?, expert))).collect();
        given.sort_by(|a, b| a.0.total_cmp(&b.0));
        Self(given)
    }

    /// The answers to a cell of a panel; none where the panel does not ask it.
    pub fn cell(panel: &Panel, row: &str, column: Option<&str>) -> Self {
        panel.cell(row, column).map(|cell| Self::of(panel.column(cell))).unwrap_or_default()
    }

    /// Answers.
    pub fn n(&self) -> usize {
        self.0.len()
    }

    /// The median of a panel in which each expert is as often as `weights` says. Where none of those who answered was
    /// drawn, the median of all of them stands in.
    pub fn median(&self, weights: Option<&[u16]>) -> Option<f64> {
        let times = |expert: usize| match weights {
            None => 1,
            Some(weights) => weights.get(expert).map_or(0, |w| usize::from(*w)),
        };
        let total: usize = self.0.iter().map(|(_, expert)| times(*expert)).sum();
        if total == 0 {
            return weights.and_then(|_| self.median(None));
        }
        let at = |position: usize| {
            let mut seen = 0;
            self.0.iter().find(|(_, expert)| {
                seen += times(*expert);
                position < seen
            })
        };
        let (low, high) = (at((total - 1) / 2)?.0, at(total / 2)?.0);
        Some(f64::midpoint(low, high))
    }

    /// The median where the number of answers may show one: a single answer, or 5 and more.
    pub fn shown(&self) -> Option<f64> {
        self.median(None).filter(|_| self.n() == 1 || PanelLevel::of(self.n()) >= PanelLevel::Counts)
    }
}

/// The stability of something that rests on items with these numbers of answers: absent unless one of them has 8 answers
/// and each of the others has 8 or is a single judgement, which no draw changes.
pub fn stability(answers: &[usize], held: impl ExactSizeIterator<Item = bool>) -> Option<Stability> {
    let large = |n: &usize| PanelLevel::of(*n) >= PanelLevel::Quartiles;
    let experts = answers.iter().copied().filter(large).min()?;
    let carried = answers.iter().all(|n| large(n) || *n == 1);
    let draws = held.len();
    (carried && draws > 0).then(|| Stability { experts, draws, held: held.filter(|held| *held).count() })
}

#[cfg(test)]
mod tests {
    use atalaya_methods::descriptive::median;

    use super::*;

    #[test]
    fn weighted_medians_are_medians_of_the_repeated_answers() {
        let answers = [Some(3.0), None, Some(1.0), Some(5.0), Some(3.0), Some(2.0)];
        let drawn = Drawn::of(answers);
        for weights in [[1, 1, 1, 1, 1, 1], [0, 9, 2, 1, 0, 1], [3, 0, 0, 3, 0, 0], [0, 0, 0, 4, 0, 1]] {
            let repeated: Vec<f64> = answers
                .iter()
                .zip(weights)
                .flat_map(|(value, times)| value.iter().copied().cycle().take(times * value.iter().len()))
                .collect();
            let weights = weights.map(|w| u16::try_from(w).unwrap());
            assert_eq!(drawn.median(Some(&weights)), median(&repeated), "{weights:?}");
        }
        // Nobody who answered was drawn.
        assert_eq!(drawn.median(Some(&[0, 6, 0, 0, 0, 0])), Some(3.0));
        assert_eq!(Drawn::of([]).median(Some(&[])), None);
    }

    #[test]
    fn who_carries_stability() {
        let held = || [true, false, true].into_iter();
        assert_eq!(stability(&[9, 8], held()), Some(Stability { experts: 8, draws: 3, held: 2 }));
        assert_eq!(stability(&[9, 1], held()).map(|s| s.experts), Some(9));
        assert_eq!(stability(&[9, 7], held()), None);
        assert_eq!(stability(&[1, 1], held()), None);
        assert_eq!(stability(&[9], [].into_iter()), None);
    }
}
