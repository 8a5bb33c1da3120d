//! The cone of plausibility: in which layer of the future each scenario stands, and how far each layer reaches.
//!
//! Taylor (1990) and Voros (2003) draw the cone without a formula. Voros nests its layers: all that the present does not
//! rule out is *potential*, what might happen *possible*, what could happen by what is known *plausible*, what is likely
//! *probable*; the *preferable* is laid over them, and the *projected* is where the present goes by itself. The rules
//! that say which layer holds a scenario are ours, and each has its name.

use crate::effect::Interval;

/// Points of percentage to which a panel's probability is read.
const STEP: f64 = 0.05;

/// A layer of the cone, from the widest to the narrowest: each holds those after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Not ruled out by the present.
    Potential,
    /// Told, and without contradiction.
    Possible,
    /// At least half of the panel calls it plausible.
    Plausible,
    /// Plausible, and more probable than one of equals.
    Probable,
}

/// Why a scenario stands in its layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Two of its states exclude each other: potential.
    Excluded,
    /// Nobody was asked whether it is plausible: possible.
    NotJudged,
    /// Fewer than half of the panel call it plausible: possible.
    Minority,
    /// Half or more call it plausible, and its probability was not asked or is not above that of equals: plausible.
    Half,
    /// Half or more call it plausible, and its probability is above that of equals: probable.
    AboveEqual,
}

impl Rule {
    /// The layer that it puts a scenario in.
    #[must_use]
    pub const fn layer(self) -> Layer {
        match self {
            Self::Excluded => Layer::Potential,
            Self::NotJudged | Self::Minority => Layer::Possible,
            Self::Half => Layer::Plausible,
            Self::AboveEqual => Layer::Probable,
        }
    }
}

/// What is known of a scenario.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Known {
    /// Whether two of its states exclude each other.
    pub excluded: bool,
    /// How many call it plausible, of how many asked.
    pub plausible: Option<(usize, usize)>,
    /// Its probability and the number of exhaustive scenarios it is one of.
    pub probability: Option<(f64, usize)>,
}

/// The rule that holds for a scenario. A probability is read to the nearest 5 %, as it is printed: of four scenarios, one
/// at .27 is no more probable than its equals, and one at .28 is.
#[must_use]
pub fn rule(known: &Known) -> Rule {
    if known.excluded {
        return Rule::Excluded;
    }
    let Some((k, n)) = known.plausible.filter(|(_, n)| *n > 0) else { return Rule::NotJudged };
    if 2 * k < n {
        return Rule::Minority;
    }
    let above =
        |(p, equals): (f64, usize)| equals > 0 && (p / STEP).round() * STEP > 1.0 / equals as f64 + 1e-9;
    if known.probability.is_some_and(above) { Rule::AboveEqual } else { Rule::Half }
}

/// From the lowest to the highest of the scenarios that a layer holds, with those of the layers inside it; `None` where
/// it holds none. `ends` are heights with their layers.
#[must_use]
pub fn reach(ends: &[(f64, Layer)], layer: Layer) -> Option<Interval> {
    let held = ends.iter().filter(|(_, own)| *own >= layer).map(|(height, _)| *height);
    held.fold(None, |range: Option<Interval>, height| {
        Some(range.map_or(Interval { low: height, high: height }, |range| Interval {
            low: range.low.min(height),
            high: range.high.max(height),
        }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_has_its_layer() {
        let judged = |k, n| Known { plausible: Some((k, n)), ..Known::default() };
        let likely = |p| Known { probability: Some((p, 4)), ..judged(9, 16) };
        for (known, expected) in [
            (Known { excluded: true, ..likely(0.9) }, Rule::Excluded),
            (Known::default(), Rule::NotJudged),
            (judged(0, 0), Rule::NotJudged),
            (judged(7, 16), Rule::Minority),
            (judged(8, 16), Rule::Half),
            (likely(0.27), Rule::Half),
            (likely(0.28), Rule::AboveEqual),
            // Nobody finds it plausible: a high probability contradicts that, and does not mend it.
            (Known { probability: Some((0.6, 4)), ..judged(2, 16) }, Rule::Minority),
            (Known { probability: Some((0.6, 0)), ..judged(9, 16) }, Rule::Half),
        ] {
            assert_eq!(rule(&known), expected, "{known:?}");
        }
        assert_eq!(Rule::Excluded.layer(), Layer::Potential);
        assert_eq!(Rule::AboveEqual.layer(), Layer::Probable);
    }

    #[test]
    fn layers_are_nested() {
        let ends = [
            (0.8, Layer::Plausible),
            (0.2, Layer::Possible),
            (-0.3, Layer::Probable),
            (-0.8, Layer::Potential),
        ];
        let range = |layer| reach(&ends, layer).map(|r| (r.low, r.high));
        assert_eq!(range(Layer::Potential), Some((-0.8, 0.8)));
        assert_eq!(range(Layer::Possible), Some((-0.3, 0.8)));
        assert_eq!(range(Layer::Plausible), Some((-0.3, 0.8)));
        assert_eq!(range(Layer::Probable), Some((-0.3, -0.3)));
        assert_eq!(reach(&[], Layer::Potential), None);
    }
}
