//! MACTOR on resampled panels: what of each draw the statistics need, and where everybody lands over the draws.
//!
//! These are counts of draws, not probabilities: a panel is chosen, not drawn.

use rayon::prelude::*;

use super::kernel::{min_sums, shared};
use super::positions::{Stakes, ambivalence, degree, row_sums, weighted};
use super::power::{off_diagonal_sums, stability, strength};
use super::{MAXIMUM_POSITION, MAXIMUM_POWER, MactorError, Role, Settings, Table, check};
use crate::aggregate::{Aggregate, Panel, Rule, members};
use crate::control::{Cancelled, Control};
use crate::micmac::Plane;
use crate::rank::{Ranks, TIE, exceeds};
use crate::resample::{Resampling, quantile_type1};
use crate::stability::RankInterval;

/// What one draw says at one order. Matrices are n x n, symmetric with diagonal 0.
#[derive(Debug, Clone, PartialEq)]
pub struct OrderDraw {
    /// For and against each objective.
    pub objectives: Vec<Stakes>,
    /// Convergence of the actors.
    pub convergence: Vec<f64>,
    /// Divergence of the actors.
    pub divergence: Vec<f64>,
    /// Degree of convergence, in `[0, 1]`; `None` where no pair shares an objective.
    pub convergence_degree: Option<f64>,
    /// Ambivalence of each actor, in `[0, 1]`.
    pub ambivalence: Vec<f64>,
}

/// What one draw says: the part of [`super::Mactor`] that is counted over draws, with the same definitions.
#[derive(Debug, Clone, PartialEq)]
pub struct Draw {
    /// Influence of each actor.
    pub influence: Vec<f64>,
    /// Dependence of each actor.
    pub dependence: Vec<f64>,
    /// Strength R* of each actor.
    pub strength: Vec<f64>,
    /// Role of each actor.
    pub roles: Vec<Role>,
    /// Stability of the power relations, in `[0, 1]`.
    pub stability: Option<f64>,
    /// By the intensity of the positions.
    pub order2: OrderDraw,
    /// By intensity times strength.
    pub order3: OrderDraw,
}

/// The draw of a pair of tables as [`super::mactor`] takes them: a hundred actors and fifty objectives in a fraction of
/// a millisecond.
///
/// # Errors
/// [`MactorError`] names the table and the cell at fault.
pub fn mactor_draw(
    n: usize,
    m: usize,
    power: &[f64],
    positions: &[f64],
    settings: &Settings,
) -> Result<Draw, MactorError> {
    check(n, m, power, positions)?;
    Ok(draw(n, m, power, positions, settings))
}

fn draw(n: usize, m: usize, power: &[f64], positions: &[f64], settings: &Settings) -> Draw {
    let midi = min_sums(n, power);
    let (influence, dependence) = off_diagonal_sums(n, &midi);
    let strength = strength(n, &midi, &influence, &dependence, settings.convention);
    let shares = shared(n, m, positions);
    let (same, opposite) = (transposed(n, &shares.same), transposed(n, &shares.opposite));
    let everyone_alike = vec![1.0; n];
    let order = |weights: &[f64], positions: &[f64]| {
        let (convergence, divergence) =
            (of_pairs(n, &shares.same, &same, weights), of_pairs(n, &shares.opposite, &opposite, weights));
        OrderDraw {
            objectives: stakes(m, positions),
            convergence_degree: degree(&row_sums(n, &convergence), &row_sums(n, &divergence)),
            ambivalence: ambivalence(n, &convergence, &divergence),
            convergence,
            divergence,
        }
    };
    Draw {
        order2: order(&everyone_alike, positions),
        order3: order(&strength, &weighted(m, positions, &strength)),
        roles: Plane::new(&influence, &dependence, settings.cut).zones.into_iter().map(Role::from).collect(),
        stability: stability(&influence, &dependence),
        influence,
        dependence,
        strength,
    }
}

/// The mean of what both put into what they share, each times its weight. An actor of weight 0 has no position, so it
/// shares nothing.
fn of_pairs(n: usize, shared: &[f64], transposed: &[f64], weights: &[f64]) -> Vec<f64> {
    let mut pairs = vec![0.0; n * n];
    let rows = shared.chunks_exact(n).zip(transposed.chunks_exact(n)).zip(weights);
    for (pairs, ((own, other), &weight)) in pairs.chunks_exact_mut(n).zip(rows) {
        if weight > 0.0 {
            for ((pair, &w), (own, other)) in pairs.iter_mut().zip(weights).zip(own.iter().zip(other)) {
                *pair = if w > 0.0 { 0.5 * (weight * own + w * other) } else { 0.0 };
            }
        }
    }
    pairs
}

fn transposed(n: usize, matrix: &[f64]) -> Vec<f64> {
    let mut turned = vec![0.0; n * n];
    for (i, row) in matrix.chunks_exact(n).enumerate() {
        turned.iter_mut().skip(i).step_by(n).zip(row).for_each(|(turned, value)| *turned = *value);
    }
    turned
}

fn stakes(m: usize, positions: &[f64]) -> Vec<Stakes> {
    let mut stakes = vec![Stakes::default(); m];
    if m > 0 {
        for row in positions.chunks_exact(m) {
            stakes.iter_mut().zip(row).for_each(|(stakes, &position)| stakes.add(position));
        }
    }
    stakes
}

/// How the answers of a panel become the two tables.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PanelRules {
    /// For power; P counts as 0.
    pub power: Rule,
    /// For positions: the median or the mean, which treat for and against alike.
    pub positions: Rule,
    /// The analysis.
    pub settings: Settings,
}

impl Default for PanelRules {
    fn default() -> Self {
        Self { power: Rule::Median, positions: Rule::Median, settings: Settings::default() }
    }
}

/// Why a panel could not be analysed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum MactorStabilityError {
    /// The aggregate of the whole panel is no pair of tables.
    #[error(transparent)]
    Tables(#[from] MactorError),
    /// A panel has answers on a diagonal, where nobody is asked.
    #[error("power: answers on the diagonal, row {index}, column {index}")]
    Diagonal {
        /// The row and the column.
        index: usize,
    },
    /// A panel is on another scale: power is 0..4, positions are 0..8 with 4 for neutral.
    #[error("{table}: a scale of 0 to {max}")]
    Scale {
        /// The table at fault.
        table: Table,
        /// The top of its scale.
        max: u8,
    },
    /// The rule for positions does not treat for and against alike.
    #[error("{rule:?} does not treat positions for and against alike: use the median or the mean")]
    Rule {
        /// The rule asked for.
        rule: Rule,
    },
    /// The two panels or the groups are of different numbers of experts.
    #[error("{power} experts on power, {positions} on positions, {groups} in the groups")]
    Experts {
        /// Experts on power.
        power: usize,
        /// Experts on positions.
        positions: usize,
        /// Experts in the groups.
        groups: usize,
    },
    /// The caller asked to stop.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

/// An interval of values that occurred, and the middle one.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ValueInterval {
    /// The lower end.
    pub low: f64,
    /// The middle: the type-1 median.
    pub median: f64,
    /// The upper end.
    pub high: f64,
}

/// Where one actor lands over all draws.
#[derive(Debug, Clone, PartialEq)]
pub struct ActorStability {
    /// Draws in each role, in the order of [`Role::ALL`].
    pub roles: [u32; 4],
    /// Its ranks by influence, the largest first.
    pub influence_rank: RankInterval,
    /// Its ranks by dependence.
    pub dependence_rank: RankInterval,
    /// Its ranks by strength.
    pub strength_rank: RankInterval,
    /// Its strength R*.
    pub strength: ValueInterval,
    /// Its ambivalence at order 2.
    pub ambivalence2: ValueInterval,
    /// Its ambivalence at order 3.
    pub ambivalence3: ValueInterval,
}

/// Where one objective lands over all draws, at order 3.
#[derive(Debug, Clone, PartialEq)]
pub struct ObjectiveStability {
    /// Draws in which those in favour outweigh those against.
    pub in_favour: u32,
    /// Draws in which those against outweigh those in favour; in the remaining ones they are even.
    pub against: u32,
    /// In favour less against.
    pub net: ValueInterval,
    /// Mobilisation.
    pub mobilisation: ValueInterval,
    /// Its ranks by mobilisation, the largest first.
    pub mobilisation_rank: RankInterval,
}

/// In how many draws each pair of actors leans which way; both n x n and symmetric. In the remaining draws convergence
/// and divergence are even.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PairCounts {
    /// Draws with more convergence than divergence.
    pub allies: Vec<u32>,
    /// Draws with more divergence than convergence.
    pub rivals: Vec<u32>,
}

/// Stability of an analysis to the composition of its panel.
#[derive(Debug, Clone, PartialEq)]
pub struct MactorStability {
    /// Draws, or runs without one expert each.
    pub draws: usize,
    /// One entry an actor.
    pub actors: Vec<ActorStability>,
    /// One entry an objective.
    pub objectives: Vec<ObjectiveStability>,
    /// The pairs at order 2.
    pub pairs2: PairCounts,
    /// The pairs at order 3.
    pub pairs3: PairCounts,
    /// Stability H of the power relations over the draws in which somebody has power; `None` without such draws.
    pub stability: Option<ValueInterval>,
    /// Degree of convergence at order 2 over the draws that have one.
    pub convergence_degree2: Option<ValueInterval>,
    /// Degree of convergence at order 3 over the draws that have one.
    pub convergence_degree3: Option<ValueInterval>,
    /// Share of the cells, over all draws, without an answer in the draw, which took the value of the whole panel; in
    /// `[0, 1]`.
    pub filled_share: f64,
}

/// Draws the panel again, analyses every draw, and counts where everybody lands. Intervals go from the 5th to the 95th
/// percentile (type 1).
///
/// `power` holds n x n cells on 0..4, those of the diagonal without answers; `positions` holds n x m cells on 0..8, four
/// more than the position (0 is -4, 4 is neutral). Both are of the same experts in the same order. A cell that nobody
/// answered counts as no power and as neutral.
///
/// # Errors
/// [`MactorStabilityError`] when the panels are no such tables or do not fit the groups, or the caller asked to stop.
pub fn mactor_stability(
    n: usize,
    m: usize,
    power: &Panel,
    positions: &Panel,
    resampling: &Resampling<'_>,
    rules: &PanelRules,
    control: &Control,
) -> Result<MactorStability, MactorStabilityError> {
    let job = Job::new(n, m, power, positions, rules, resampling.groups.experts())?;
    let of_draw = |number: usize| members(power.experts(), &resampling.multiplicities(number));
    Ok(job.run(resampling.draws, of_draw, (0.05, 0.95), control)?)
}

/// The same with each expert left out in turn; intervals go from the smallest to the largest.
///
/// # Errors
/// As [`mactor_stability`].
pub fn mactor_leave_one_out(
    n: usize,
    m: usize,
    power: &Panel,
    positions: &Panel,
    rules: &PanelRules,
    control: &Control,
) -> Result<MactorStability, MactorStabilityError> {
    let experts = power.experts();
    let job = Job::new(n, m, power, positions, rules, experts)?;
    let without = |left: usize| (0..experts as u16).filter(|&e| usize::from(e) != left).collect();
    Ok(job.run(experts, without, (0.0, 1.0), control)?)
}

/// Panels that a thread takes at a time: enough to read the answers once for all of them, few enough for the cache.
const BATCH: usize = 16;

/// The panels and what is the same in every draw.
struct Job<'a> {
    n: usize,
    m: usize,
    power: &'a Panel,
    positions: &'a Panel,
    rules: PanelRules,
    whole_power: Aggregate,
    whole_positions: Aggregate,
}

/// What is kept of a draw.
struct Kept {
    influence_rank: Vec<u32>,
    dependence_rank: Vec<u32>,
    strength_rank: Vec<u32>,
    mobilisation_rank: Vec<u32>,
    objectives: Vec<Stakes>,
    strength: Vec<f64>,
    ambivalence: [Vec<f64>; 2],
    roles: Vec<Role>,
    stability: Option<f64>,
    degrees: [Option<f64>; 2],
}

/// What a batch of draws gives.
struct Batch {
    kept: Vec<Kept>,
    pairs: [PairCounts; 2],
    filled: usize,
}

impl<'a> Job<'a> {
    fn new(
        n: usize,
        m: usize,
        power: &'a Panel,
        positions: &'a Panel,
        rules: &PanelRules,
        groups: usize,
    ) -> Result<Self, MactorStabilityError> {
        let whole_power = power.aggregate(rules.power);
        let whole_positions = positions.aggregate(rules.positions);
        if !matches!(rules.positions, Rule::Median | Rule::Mean) {
            return Err(MactorStabilityError::Rule { rule: rules.positions });
        }
        for (table, panel, top) in
            [(Table::Power, power, MAXIMUM_POWER), (Table::Positions, positions, 2.0 * MAXIMUM_POSITION)]
        {
            if f64::from(panel.max()) != top {
                return Err(MactorStabilityError::Scale { table, max: panel.max() });
            }
        }
        if power.experts() != positions.experts() || power.experts() != groups {
            let (power, positions) = (power.experts(), positions.experts());
            return Err(MactorStabilityError::Experts { power, positions, groups });
        }
        let mut centred = whole_positions.value.clone();
        centre(&mut centred, &whole_positions);
        check(n, m, &whole_power.value, &centred)?;
        // One answer among zeros leaves the median at 0 and may still be drawn.
        if let Some(index) = (0..n).find(|&i| whole_power.non_zero[i * (n + 1)] > 0) {
            return Err(MactorStabilityError::Diagonal { index });
        }
        Ok(Self { n, m, power, positions, rules: *rules, whole_power, whole_positions })
    }

    /// Analyses `count` panels in parallel and counts them in order.
    fn run(
        &self,
        count: usize,
        members: impl Fn(usize) -> Vec<u16> + Sync,
        quantiles: (f64, f64),
        control: &Control,
    ) -> Result<MactorStability, Cancelled> {
        let batches: Vec<Batch> = (0..count.div_ceil(BATCH))
            .into_par_iter()
            .map_init(
                || {
                    let of = |cells: usize| vec![vec![0.0; cells]; BATCH.min(count)];
                    (of(self.n * self.n), of(self.n * self.m))
                },
                |(power, positions), batch| {
                    control.check()?;
                    let numbers = batch * BATCH..((batch + 1) * BATCH).min(count);
                    let members: Vec<Vec<u16>> = numbers.map(&members).collect();
                    let batch = self.batch(&members, power, positions);
                    control.advance(members.len() as u64);
                    Ok(batch)
                },
            )
            .collect::<Result<_, Cancelled>>()?;
        Ok(self.counted(batches, quantiles))
    }

    fn batch(&self, members: &[Vec<u16>], power: &mut [Vec<f64>], positions: &mut [Vec<f64>]) -> Batch {
        let (n, m) = (self.n, self.m);
        let filled = [
            self.power.resampled_batch(self.rules.power, 0.0, members, &self.whole_power, power),
            self.positions.resampled_batch(
                self.rules.positions,
                MAXIMUM_POSITION,
                members,
                &self.whole_positions,
                positions,
            ),
        ];
        let mut pairs = [PairCounts::none(n), PairCounts::none(n)];
        let tables = power.iter().zip(positions).take(members.len());
        let kept = tables.map(|(power, positions)| {
            centre(positions, &self.whole_positions);
            let draw = draw(n, m, power, positions, &self.rules.settings);
            pairs[0].add(&draw.order2);
            pairs[1].add(&draw.order3);
            Kept::of(draw)
        });
        Batch { kept: kept.collect(), pairs, filled: filled.iter().flatten().sum() }
    }

    fn counted(&self, batches: Vec<Batch>, quantiles: (f64, f64)) -> MactorStability {
        let mut pairs = [PairCounts::none(self.n), PairCounts::none(self.n)];
        let (mut draws, mut filled) = (Vec::new(), 0);
        for batch in batches {
            pairs.iter_mut().zip(&batch.pairs).for_each(|(all, some)| all.merge(some));
            draws.extend(batch.kept);
            filled += batch.filled;
        }
        let answered = self.whole_power.answered.iter().chain(&self.whole_positions.answered);
        let asked = answered.filter(|&&answered| answered > 0).count() * draws.len();
        let over = Over { draws: &draws, quantiles };
        let [pairs2, pairs3] = pairs;
        MactorStability {
            draws: draws.len(),
            actors: (0..self.n).into_par_iter().map(|actor| over.actor(actor)).collect(),
            objectives: (0..self.m).into_par_iter().map(|objective| over.objective(objective)).collect(),
            pairs2,
            pairs3,
            stability: over.values(|draw| draw.stability),
            convergence_degree2: over.values(|draw| draw.degrees[0]),
            convergence_degree3: over.values(|draw| draw.degrees[1]),
            filled_share: if asked == 0 { 0.0 } else { filled as f64 / asked as f64 },
        }
    }
}

/// From the steps 0..8 of a panel to positions -4..4. What nobody in the whole panel answered is neutral.
fn centre(values: &mut [f64], whole: &Aggregate) {
    for (value, &answered) in values.iter_mut().zip(&whole.answered) {
        *value = if answered == 0 { 0.0 } else { *value - MAXIMUM_POSITION };
    }
}

impl Kept {
    fn of(draw: Draw) -> Self {
        let ranks = |values: &[f64]| Ranks::descending(values).first;
        let mobilisation: Vec<f64> = draw.order3.objectives.iter().map(|o| o.total).collect();
        Self {
            influence_rank: ranks(&draw.influence),
            dependence_rank: ranks(&draw.dependence),
            strength_rank: ranks(&draw.strength),
            mobilisation_rank: ranks(&mobilisation),
            objectives: draw.order3.objectives,
            strength: draw.strength,
            ambivalence: [draw.order2.ambivalence, draw.order3.ambivalence],
            roles: draw.roles,
            stability: draw.stability,
            degrees: [draw.order2.convergence_degree, draw.order3.convergence_degree],
        }
    }
}

impl PairCounts {
    fn none(n: usize) -> Self {
        Self { allies: vec![0; n * n], rivals: vec![0; n * n] }
    }

    fn add(&mut self, order: &OrderDraw) {
        let pairs = order.convergence.iter().zip(&order.divergence);
        for ((&c, &d), (allies, rivals)) in pairs.zip(self.allies.iter_mut().zip(&mut self.rivals)) {
            // As `exceeds`, without a branch.
            let slack = TIE * if c > d { c } else { d };
            *allies += u32::from(c - d > slack);
            *rivals += u32::from(d - c > slack);
        }
    }

    fn merge(&mut self, other: &Self) {
        self.allies.iter_mut().zip(&other.allies).for_each(|(all, some)| *all += some);
        self.rivals.iter_mut().zip(&other.rivals).for_each(|(all, some)| *all += some);
    }
}

/// All draws, and the shares between which their intervals lie.
struct Over<'a> {
    draws: &'a [Kept],
    quantiles: (f64, f64),
}

impl Over<'_> {
    fn actor(&self, actor: usize) -> ActorStability {
        let mut roles = [0; 4];
        for draw in self.draws {
            roles[draw.roles[actor].index()] += 1;
        }
        let value = |of: &dyn Fn(&Kept) -> f64| self.values(|draw| Some(of(draw))).unwrap_or_default();
        ActorStability {
            roles,
            influence_rank: self.ranks(|draw| draw.influence_rank[actor]),
            dependence_rank: self.ranks(|draw| draw.dependence_rank[actor]),
            strength_rank: self.ranks(|draw| draw.strength_rank[actor]),
            strength: value(&|draw| draw.strength[actor]),
            ambivalence2: value(&|draw| draw.ambivalence[0][actor]),
            ambivalence3: value(&|draw| draw.ambivalence[1][actor]),
        }
    }

    fn objective(&self, objective: usize) -> ObjectiveStability {
        let count = |outweighs: fn(&Stakes) -> bool| {
            self.draws.iter().filter(|draw| outweighs(&draw.objectives[objective])).count() as u32
        };
        let value = |of: &dyn Fn(&Stakes) -> f64| {
            self.values(|draw| Some(of(&draw.objectives[objective]))).unwrap_or_default()
        };
        ObjectiveStability {
            in_favour: count(|o| exceeds(o.in_favour, o.against)),
            against: count(|o| exceeds(o.against, o.in_favour)),
            net: value(&|o| o.in_favour - o.against),
            mobilisation: value(&|o| o.total),
            mobilisation_rank: self.ranks(|draw| draw.mobilisation_rank[objective]),
        }
    }

    fn ranks(&self, of: impl Fn(&Kept) -> u32) -> RankInterval {
        let mut ranks: Vec<u32> = self.draws.iter().map(of).collect();
        ranks.sort_unstable();
        let at = |p: f64| quantile_type1(&ranks, p).unwrap_or(0);
        RankInterval { low: at(self.quantiles.0), high: at(self.quantiles.1) }
    }

    /// `None` where no draw has a value.
    fn values(&self, of: impl Fn(&Kept) -> Option<f64>) -> Option<ValueInterval> {
        let mut values: Vec<f64> = self.draws.iter().filter_map(of).collect();
        values.sort_by(f64::total_cmp);
        let at = |p: f64| quantile_type1(&values, p);
        Some(ValueInterval { low: at(self.quantiles.0)?, median: at(0.5)?, high: at(self.quantiles.1)? })
    }
}
