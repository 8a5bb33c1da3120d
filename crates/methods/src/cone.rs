//! The cone of plausibility: how the space of futures widens from period to period.
//!
//! Taylor (1990) and Voros (2003) draw it without a formula. Ours: at each period the range of the scenarios on one axis,
//! nested by how much of the panel finds them plausible (possible: all of them; plausible: half and more; probable: three
//! quarters and more), always holding the projected path where there is one.

use crate::effect::Interval;
use crate::rank::reaches;

/// Share of the panel from which a scenario is plausible.
pub const PLAUSIBLE: f64 = 0.5;
/// Share of the panel from which it is probable in the sense of the cone; ours.
pub const PROBABLE: f64 = 0.75;

/// A scenario on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Its position at each period; `None` where it has none.
    pub positions: Vec<Option<f64>>,
    /// Share of the panel that finds it plausible, in [0, 1]; `None` where nobody judged it, and then it is possible.
    pub plausible_share: Option<f64>,
}

/// The cone at one period. Each range holds the ones after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slice {
    /// All scenarios and the projected path; `None` where nothing has a position.
    pub possible: Option<Interval>,
    /// Those that half of the panel finds plausible.
    pub plausible: Option<Interval>,
    /// Those that three quarters find plausible.
    pub probable: Option<Interval>,
    /// The projected path.
    pub projected: Option<f64>,
}

/// Cuts the cone at each period. `projected` is the tendential path, empty where there is none.
pub fn cone(paths: &[Path], projected: &[Option<f64>], periods: usize) -> Vec<Slice> {
    (0..periods)
        .map(|period| {
            let centre = projected.get(period).copied().flatten();
            let range = |from: f64| {
                paths
                    .iter()
                    .filter(|p| from <= 0.0 || p.plausible_share.is_some_and(|s| reaches(s, from)))
                    .filter_map(|p| p.positions.get(period).copied().flatten())
                    .chain(centre)
                    .fold(None, |range: Option<Interval>, v| {
                        Some(range.map_or(Interval { low: v, high: v }, |r| Interval {
                            low: r.low.min(v),
                            high: r.high.max(v),
                        }))
                    })
            };
            Slice {
                possible: range(0.0),
                plausible: range(PLAUSIBLE),
                probable: range(PROBABLE),
                projected: centre,
            }
        })
        .collect()
}

/// The outline of a band of the cone: upper ends in the order of the periods, lower ends back. Periods without the band
/// are left out.
pub fn outline(times: &[f64], slices: &[Slice], band: fn(&Slice) -> Option<Interval>) -> Vec<(f64, f64)> {
    let ends: Vec<(f64, Interval)> =
        times.iter().zip(slices).filter_map(|(&t, s)| band(s).map(|r| (t, r))).collect();
    let upper = ends.iter().map(|(t, r)| (*t, r.high));
    upper.chain(ends.iter().rev().map(|(t, r)| (*t, r.low))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_are_nested() {
        let path = |positions: [f64; 2], plausible_share| Path {
            positions: positions.map(Some).to_vec(),
            plausible_share,
        };
        let paths = [
            path([0.0, 4.0], Some(0.8)),
            path([0.0, -5.0], Some(0.5)),
            path([1.0, 9.0], Some(0.2)),
            path([0.0, -6.0], None),
        ];
        let slices = cone(&paths, &[Some(0.0), Some(1.0)], 2);
        assert_eq!(slices[1].possible, Some(Interval { low: -6.0, high: 9.0 }));
        assert_eq!(slices[1].plausible, Some(Interval { low: -5.0, high: 4.0 }));
        assert_eq!(slices[1].probable, Some(Interval { low: 1.0, high: 4.0 }));
        let shape = outline(&[2026.0, 2030.0], &slices, |s| s.plausible);
        assert_eq!(shape, [(2026.0, 0.0), (2030.0, 4.0), (2030.0, -5.0), (2026.0, 0.0)]);
        let empty = cone(&[], &[], 1);
        assert_eq!((empty[0].possible, empty[0].probable), (None, None));
    }
}
