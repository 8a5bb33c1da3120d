//! Why a scenario is consistent, or how far it is from being so.

use super::model::Cib;

/// What one variant does to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Push {
    /// The descriptor that acts, with the variant that the scenario chooses.
    pub source: usize,
    /// The impact: for the variant where positive, against it where negative.
    pub impact: i32,
}

/// A variant within a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariantBalance {
    /// Its balance.
    pub balance: i64,
    /// Who pushes, the strongest first; who does not is left out.
    pub pushes: Vec<Push>,
}

/// A descriptor within a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DescriptorBalance {
    /// The variant chosen.
    pub chosen: usize,
    /// Its balance less that of its best rival; `None` without a rival.
    pub margin: Option<i64>,
    /// Its variants.
    pub variants: Vec<VariantBalance>,
}

/// The balance of every variant of a scenario, and who pushes for and against it: the impact diagram.
///
/// # Panics
/// When the scenario is none of this matrix (see [`Cib::check`]).
#[must_use]
pub fn explain(cib: &Cib, scenario: &[u8]) -> Vec<DescriptorBalance> {
    let (balances, score) = (cib.balances(scenario), cib.score(scenario));
    let variant = |d: usize, a: usize| {
        let pushes = scenario.iter().enumerate().map(|(source, &v)| {
            let row = cib.first(source) + usize::from(v);
            Push { source, impact: cib.section(row, d)[a] }
        });
        let mut pushes: Vec<Push> = pushes.filter(|push| push.impact != 0).collect();
        pushes.sort_by_key(|push| (std::cmp::Reverse(push.impact.unsigned_abs()), push.source));
        VariantBalance { balance: balances[cib.first(d) + a], pushes }
    };
    let descriptor = |(d, &v): (usize, &u8)| DescriptorBalance {
        chosen: usize::from(v),
        margin: score.margins[d],
        variants: (0..cib.sizes()[d]).map(|a| variant(d, a)).collect(),
    };
    scenario.iter().enumerate().map(descriptor).collect()
}

/// A judgement on which a scenario hangs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Critical {
    /// How far the cell would have to move, never 0.
    pub distance: u32,
    /// The change: added to the cell.
    pub change: i32,
    /// Row of the cell: the variant that acts, counted over all descriptors.
    pub row: usize,
    /// Column of the cell: the variant that is acted on.
    pub column: usize,
}

/// The changes of one cell that would make a consistent scenario inconsistent, or an inconsistent one consistent, the
/// smallest first; each is the smallest whole change of its cell that does. `tolerance` is the inconsistency that is
/// allowed.
///
/// Only the rows of the variants chosen matter, and a descriptor's own block where it is judged at all. A scenario with several inconsistent descriptors, or with several rivals
/// that are too strong, may have no single cell that saves it by lowering one.
///
/// # Panics
/// When the scenario is none of this matrix (see [`Cib::check`]).
#[must_use]
pub fn critical(cib: &Cib, scenario: &[u8], tolerance: u32) -> Vec<Critical> {
    let balances = cib.balances(scenario);
    let tolerance = i64::from(tolerance);
    let own = |d: usize| balances[cib.first(d) + usize::from(scenario[d])] + tolerance;
    let rivals = |d: usize| {
        let chosen = usize::from(scenario[d]);
        (0..cib.sizes()[d]).filter(move |&a| a != chosen).map(move |a| (a, cib.first(d) + a))
    };
    let ahead = |d: usize| rivals(d).filter(|&(_, column)| balances[column] > own(d)).collect::<Vec<_>>();
    let troubled: Vec<usize> = (0..scenario.len()).filter(|&d| !ahead(d).is_empty()).collect();
    let mut changes: Vec<(usize, usize, i64)> = Vec::new();
    match troubled.as_slice() {
        [] => {
            for (d, &v) in scenario.iter().enumerate() {
                let chosen = cib.first(d) + usize::from(v);
                for (_, column) in rivals(d) {
                    changes.push((d, column, own(d) - balances[column] + 1));
                }
                if let Some(best) = rivals(d).map(|(_, column)| balances[column]).max() {
                    changes.push((d, chosen, best - own(d) - 1));
                }
            }
        }
        [d] => {
            let chosen = cib.first(*d) + usize::from(scenario[*d]);
            let best = rivals(*d).map(|(_, column)| balances[column]).max().unwrap_or(0);
            changes.push((*d, chosen, best - own(*d)));
            if let [(_, column)] = ahead(*d)[..] {
                changes.push((*d, column, own(*d) - balances[column]));
            }
        }
        _ => {}
    }
    let mut out = Vec::new();
    for (target, column, change) in changes {
        let Ok(change) = i32::try_from(change) else { continue };
        // Where nobody judges what a descriptor does to itself, no such judgement can be revised.
        let judged = |source: &usize| *source != target || cib.acts(target, target);
        for (source, &v) in scenario.iter().enumerate().filter(|(source, _)| judged(source)) {
            let row = cib.first(source) + usize::from(v);
            out.push(Critical { distance: change.unsigned_abs(), change, row, column });
        }
    }
    out.sort_unstable();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Cib {
        let cells = vec![
            0, 0, 2, -1, -1, //
            0, 0, -2, 1, 1, //
            1, -1, 0, 0, 0, //
            0, 0, 0, 0, 0, //
            -3, 3, 0, 0, 1,
        ];
        Cib::new(vec![2, 3], cells).unwrap()
    }

    #[test]
    fn balances_are_the_sums_of_who_pushes() {
        let cib = small();
        let found = explain(&cib, &[0, 0]);
        assert_eq!(found[0].margin, Some(2));
        assert_eq!(
            found[1].variants[0],
            VariantBalance { balance: 2, pushes: vec![Push { source: 0, impact: 2 }] }
        );
        for descriptor in &explain(&cib, &[1, 2]) {
            for variant in &descriptor.variants {
                assert_eq!(
                    variant.balance,
                    variant.pushes.iter().map(|push| i64::from(push.impact)).sum::<i64>()
                );
            }
        }
    }

    #[test]
    fn each_change_does_what_it_says_and_no_smaller_one_does() {
        let cib = small();
        for scenario in [[0_u8, 0], [1, 2], [0, 2], [1, 1], [0, 1]] {
            for tolerance in [0, 1, 2] {
                let holds = |cib: &Cib| cib.score(&scenario).inconsistency <= i64::from(tolerance);
                for one in critical(&cib, &scenario, tolerance) {
                    let changed = |by: i32| {
                        let mut cells = cib.cells().to_vec();
                        cells[one.row * 5 + one.column] += by;
                        Cib::new(vec![2, 3], cells).unwrap()
                    };
                    assert_ne!(holds(&changed(one.change)), holds(&cib), "{scenario:?} {one:?}");
                    assert_eq!(
                        holds(&changed(one.change - one.change.signum())),
                        holds(&cib),
                        "{scenario:?} {one:?}"
                    );
                }
            }
        }
        assert!(!critical(&cib, &[0, 0], 0).is_empty());
    }
}
