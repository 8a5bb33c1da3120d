//! A panel's matrices: each expert's kernel beside the panel's, and what other panels would have found.
//!
//! The panel's matrix is the sum of its experts' ones: the mean without its division, which changes no consistency. An
//! inconsistency that is allowed is multiplied in the same way.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::kernel::{Settings, kernel};
use super::model::{Cib, CibError};
use crate::control::{Cancelled, Control};
use crate::resample::{Resampling, replicates};

/// Why a panel was refused or not computed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PanelError {
    /// There are no experts.
    #[error("there are no experts")]
    NoExperts,
    /// An expert's matrix has other descriptors or variants than the first one's.
    #[error("the matrix of expert {expert} has another shape")]
    Shape {
        /// The expert.
        expert: usize,
    },
    /// A sum of matrices was refused.
    #[error(transparent)]
    Matrix(#[from] CibError),
    /// A kernel has more scenarios than are compared, or a budget cut a search short.
    #[error("a kernel has more than {MOST_SCENARIOS} scenarios, or was not searched to its end")]
    TooMany,
    /// The caller asked to stop.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

/// Scenarios of one kernel that are compared.
pub const MOST_SCENARIOS: usize = 100_000;

/// A scenario, and for whom it is consistent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The scenario.
    pub scenario: Vec<u8>,
    /// Whether it is consistent for the panel.
    pub panel: bool,
    /// For which experts it is, one by one.
    pub experts: Vec<usize>,
    /// For which groups it is.
    pub groups: Vec<usize>,
    /// In how many resampled panels it is.
    pub draws: u32,
}

/// A judgement on which experts differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disputed {
    /// The variant that acts, counted over all descriptors.
    pub row: usize,
    /// The variant that is acted on.
    pub column: usize,
    /// The least and the greatest impact given.
    pub range: (i32, i32),
    /// Scenarios of the panel's kernel that are lost if all gave the least, or the greatest.
    pub lost: (usize, usize),
    /// Scenarios that come in then.
    pub won: (usize, usize),
}

/// What a panel found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// Every scenario that is consistent for anybody, in order of its variants.
    pub scenarios: Vec<Held>,
    /// How many panels were drawn.
    pub draws: u32,
}

/// The sum of some experts' matrices, each taken as often as told.
fn sum(experts: &[Cib], times: impl Fn(usize) -> i32) -> Result<Cib, PanelError> {
    let first = experts.first().ok_or(PanelError::NoExperts)?;
    let mut cells = vec![0_i64; first.cells().len()];
    for (expert, cib) in experts.iter().enumerate() {
        if cib.sizes() != first.sizes() {
            return Err(PanelError::Shape { expert });
        }
        let times = i64::from(times(expert));
        cells.iter_mut().zip(cib.cells()).for_each(|(sum, &cell)| *sum += times * i64::from(cell));
    }
    let too_large = |index: usize| CibError::TooLarge { column: index % first.variants() };
    let cell = |(index, cell): (usize, i64)| i32::try_from(cell).map_err(|_| too_large(index));
    let cells = cells.into_iter().enumerate().map(cell).collect::<Result<_, _>>()?;
    Ok(Cib::new(first.sizes().to_vec(), cells)?)
}

/// The panel's matrix: the sum of its experts' ones.
///
/// # Errors
/// [`PanelError`] without experts, for matrices of several shapes, or sums that are too large.
pub fn total(experts: &[Cib]) -> Result<Cib, PanelError> {
    sum(experts, |_| 1)
}

/// The scenarios of a sum of `experts` matrices, one inconsistency allowed for each.
fn scenarios(
    cib: &Cib,
    experts: usize,
    settings: &Settings,
    control: &Control,
) -> Result<Vec<Vec<u8>>, PanelError> {
    let factor = u32::try_from(experts).unwrap_or(u32::MAX);
    let max_inconsistency = settings.max_inconsistency.saturating_mul(factor);
    let settings = Settings { max_inconsistency, ..settings.clone() };
    let found = kernel(cib, &settings, control)?;
    control.check()?;
    if !found.complete() {
        return Err(PanelError::TooMany);
    }
    found.list(MOST_SCENARIOS).ok_or(PanelError::TooMany)
}

/// The kernels of a panel, of its experts and groups, and of resampled panels. The groups are those within which
/// `resampling` draws.
///
/// # Errors
/// [`PanelError`] names the expert at fault, or says that a kernel is too large to be compared.
pub fn panel(
    experts: &[Cib],
    settings: &Settings,
    resampling: &Resampling<'_>,
    control: &Control,
) -> Result<Panel, PanelError> {
    let whole = scenarios(&total(experts)?, experts.len(), settings, control)?;
    let single = |cib: &Cib| scenarios(cib, 1, settings, control);
    let singles = experts.par_iter().map(single).collect::<Result<Vec<_>, _>>()?;
    let group = |members: &Vec<usize>| {
        let cib = sum(experts, |expert| i32::from(members.contains(&expert)))?;
        scenarios(&cib, members.len(), settings, control)
    };
    let groups = resampling.groups.members().iter().map(group).collect::<Result<Vec<_>, _>>()?;
    let draw = |times: &[u16]| {
        let cib = sum(experts, |expert| i32::from(times[expert]))?;
        scenarios(&cib, experts.len(), settings, control)
    };
    let draws = replicates(resampling, control, draw)?.into_iter().collect::<Result<Vec<_>, PanelError>>()?;
    let mut held: BTreeMap<Vec<u8>, Held> = BTreeMap::new();
    let mut of = |scenario: Vec<u8>, mark: &dyn Fn(&mut Held)| {
        let empty =
            || Held { scenario: scenario.clone(), panel: false, experts: vec![], groups: vec![], draws: 0 };
        mark(held.entry(scenario.clone()).or_insert_with(empty));
    };
    whole.into_iter().for_each(|scenario| of(scenario, &|held| held.panel = true));
    for (expert, kernel) in singles.into_iter().enumerate() {
        kernel.into_iter().for_each(|scenario| of(scenario, &|held| held.experts.push(expert)));
    }
    for (group, kernel) in groups.into_iter().enumerate() {
        kernel.into_iter().for_each(|scenario| of(scenario, &|held| held.groups.push(group)));
    }
    for kernel in draws {
        kernel.into_iter().for_each(|scenario| of(scenario, &|held| held.draws += 1));
    }
    let draws = u32::try_from(resampling.draws).unwrap_or(u32::MAX);
    Ok(Panel { scenarios: held.into_values().collect(), draws })
}

/// The judgements on which experts differ, and whether that matters: what becomes of the panel's kernel where all
/// give the least, and where all give the greatest. Those that matter most come first, then the widest.
///
/// # Errors
/// As [`panel`].
pub fn disputed(
    experts: &[Cib],
    settings: &Settings,
    control: &Control,
) -> Result<Vec<Disputed>, PanelError> {
    let whole = total(experts)?;
    let base = scenarios(&whole, experts.len(), settings, control)?;
    let n = whole.variants();
    let ends = |at: usize| {
        let all = experts.iter().map(|cib| cib.cells()[at]);
        (all.clone().min().unwrap_or(0), all.max().unwrap_or(0))
    };
    let differing: Vec<usize> = (0..n * n).filter(|&at| ends(at).0 != ends(at).1).collect();
    let judge = |at: usize| -> Result<Disputed, PanelError> {
        let range = ends(at);
        let mut lost = [0; 2];
        let mut won = [0; 2];
        for (side, value) in [range.0, range.1].into_iter().enumerate() {
            let mut cells = whole.cells().to_vec();
            let times = i32::try_from(experts.len()).unwrap_or(i32::MAX);
            cells[at] = value.saturating_mul(times);
            let cib = Cib::new(whole.sizes().to_vec(), cells)?;
            let other = scenarios(&cib, experts.len(), settings, control)?;
            lost[side] = base.iter().filter(|s| other.binary_search(s).is_err()).count();
            won[side] = other.iter().filter(|s| base.binary_search(s).is_err()).count();
        }
        control.advance(1);
        Ok(Disputed { row: at / n, column: at % n, range, lost: lost.into(), won: won.into() })
    };
    let mut found = differing.into_par_iter().map(judge).collect::<Result<Vec<_>, _>>()?;
    let matters = |one: &Disputed| one.lost.0 + one.lost.1 + one.won.0 + one.won.1;
    found.sort_by_key(|one| {
        (std::cmp::Reverse((matters(one), one.range.1.abs_diff(one.range.0))), one.row, one.column)
    });
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Groups;

    /// Two descriptors of two variants that want to be equal, as strongly as told; another expert wants them to differ.
    fn expert(strength: i32) -> Cib {
        let (a, b) = (strength, -strength);
        Cib::new(vec![2, 2], vec![0, 0, a, b, 0, 0, b, a, a, b, 0, 0, b, a, 0, 0]).unwrap()
    }

    #[test]
    fn each_scenario_says_for_whom_it_is_consistent() {
        let experts = [expert(2), expert(1), expert(-2)];
        let groups = Groups::by_label(&["x", "x", "y"]).unwrap();
        let resampling = Resampling { seed: 1, task: "cib", draws: 50, groups: &groups };
        let found = panel(&experts, &Settings::default(), &resampling, &Control::default()).unwrap();
        assert_eq!(found.scenarios.len(), 4);
        let equal = &found.scenarios[0];
        assert_eq!((equal.scenario.as_slice(), equal.panel), ([0, 0].as_slice(), true));
        assert_eq!((&equal.experts[..], &equal.groups[..]), ([0, 1].as_slice(), [0].as_slice()));
        let differ = &found.scenarios[1];
        assert_eq!(
            (differ.panel, &differ.experts[..], &differ.groups[..]),
            (false, [2].as_slice(), [1].as_slice())
        );
        // Within the group x two draws of the weaker expert are level with y's: both kinds are consistent then.
        assert_eq!(equal.draws, 50);
        assert!(differ.draws > 0 && differ.draws < 50, "{}", differ.draws);
    }

    #[test]
    fn what_is_disputed_says_whether_it_matters() {
        let found =
            disputed(&[expert(2), expert(1), expert(-1)], &Settings::default(), &Control::default()).unwrap();
        assert_eq!(found.len(), 8);
        assert!(found[0].lost.0 > 0);
        assert!(disputed(&[expert(1)], &Settings::default(), &Control::default()).unwrap().is_empty());
        let error = panel(
            &[],
            &Settings::default(),
            &Resampling { seed: 1, task: "cib", draws: 1, groups: &Groups::one(0).unwrap() },
            &Control::default(),
        );
        assert_eq!(error, Err(PanelError::NoExperts));
    }
}
