use schemars::JsonSchema;
use serde::Serialize;

use super::{Cuts, Key, PanelLevel, Range, TraceKey};

/// The game of the actors (MACTOR). Matrices are by rows, in the order of `actors` and `objectives`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct MactorFinding {
    /// The actors.
    pub actors: Vec<Key>,
    /// The objectives at stake.
    pub objectives: Vec<Key>,
    /// Experts who filled at least one cell; 1 is a consensus.
    pub experts: usize,
    /// How much of them may be printed.
    pub level: PanelLevel,
    /// Rounds: of the power and of the positions.
    pub rounds: [Key; 2],
    /// Cells of the power that nobody answered, off the diagonal: they count as no power.
    pub empty_power: usize,
    /// Cells of the positions that nobody answered: they count as neutral.
    pub empty_positions: usize,
    /// Power of each actor over each other one, 0 to 4 (MDI).
    pub power: Vec<Vec<f64>>,
    /// Direct and indirect influence: power plus the sum of minima over every third actor, diagonal included (MIDI).
    pub midi: Vec<Vec<f64>>,
    /// Influence: row sums of `midi` without the diagonal.
    pub influence: Vec<f64>,
    /// Dependence: column sums of `midi` without the diagonal.
    pub dependence: Vec<f64>,
    /// Where the plane is cut.
    pub cut: Cuts,
    /// Role of each actor on the plane.
    pub roles: Vec<ActorRole>,
    /// Strength R*, of mean 1.
    pub strength: Vec<f64>,
    /// Reading of the formula of strength: `a`, `b`, `c`.
    pub convention: String,
    /// Largest of direct power and the minima over a third actor, diagonal 0 (MMIDI).
    pub mmidi: Vec<Vec<f64>>,
    /// Strength by `mmidi`: Q*.
    pub strength_max: Vec<f64>,
    /// Net scale: `midi` minus its transpose.
    pub net_scale: Vec<Vec<f64>>,
    /// Row sums of the net scale: influence minus dependence.
    pub net_balance: Vec<f64>,
    /// Stability of the power relations, in %: 0 unstable, 100 stable. Absent where nobody has power.
    pub stability: Option<f64>,
    /// By the sign of the positions.
    pub order1: MactorOrder,
    /// By their intensity.
    pub order2: MactorOrder,
    /// By intensity times strength.
    pub order3: MactorOrder,
    /// Net distance of the objectives by intensity: convergence minus divergence of the objectives.
    pub objective_distance: Vec<Vec<f64>>,
    /// The actors laid out by their net distances of order 3; absent below three actors or without positions.
    pub map: Option<ActorMap>,
    /// Resampled panels; absent below 8 experts.
    pub resampled: Option<MactorStability>,
    /// What changes when one cell of a single or consensus pair of tables is one step off; never the panel's
    /// uncertainty. Absent above 100 actors or 10,000 positions.
    pub sensitivity: Option<MactorSensitivity>,
    /// What it rests on.
    pub trace: TraceKey,
}

/// What changes when one cell is one step off, each on its own, up and down.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct MactorSensitivity {
    /// Steps of the power: the actors by strength R*, which follows from the power alone.
    pub strength: PlaceSensitivity,
    /// Steps of the positions: the objectives by mobilisation of order 3.
    pub mobilisation: PlaceSensitivity,
    /// Steps of the positions after which the closest pair of actors is the same; absent where no pair is close.
    pub closest_held: Option<usize>,
    /// The same of the most opposed pair.
    pub opposed_held: Option<usize>,
}

/// What the steps in a table do to a ranking.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct PlaceSensitivity {
    /// Steps tried.
    pub steps: usize,
    /// Steps after which at least one place is another.
    pub changing: usize,
    /// Steps after which the first is still the first.
    pub first_held: usize,
    /// By actor or objective: steps after which its place is another.
    pub moved: Vec<usize>,
    /// By actor or objective: best and worst place over all steps.
    pub places: Vec<(u32, u32)>,
    /// The steps that change most places, five at most.
    pub decisive: Vec<CellStep>,
}

/// A step in a cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct CellStep {
    /// Row of the cell: an actor.
    pub row: Key,
    /// Its column: an actor, or an objective.
    pub column: Key,
    /// What stands there.
    pub from: f64,
    /// What it is moved to.
    pub to: f64,
    /// How many places are then others.
    pub changes: usize,
}

/// Role of an actor: its zone on the plane of influence and dependence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ActorRole {
    /// High influence, low dependence.
    Dominant,
    /// High, high.
    Relay,
    /// Low influence, high dependence.
    Dominated,
    /// Low, low.
    #[default]
    Autonomous,
}

/// The game at one order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct MactorOrder {
    /// Positions, actors by objectives (kMAO).
    pub positions: Vec<Vec<f64>>,
    /// By objective: sum of the positions in favour.
    pub in_favour: Vec<f64>,
    /// By objective: sum of the sizes of the positions against.
    pub against: Vec<f64>,
    /// By objective: both, its mobilisation.
    pub mobilisation: Vec<f64>,
    /// By actor: the sum of the sizes of its positions.
    pub implication: Vec<f64>,
    /// Convergence of each pair of actors (kCAA).
    pub convergence: Vec<Vec<f64>>,
    /// Divergence of each pair of actors (kDAA).
    pub divergence: Vec<Vec<f64>>,
    /// Row sums of the convergence.
    pub convergence_totals: Vec<f64>,
    /// Row sums of the divergence.
    pub divergence_totals: Vec<f64>,
    /// Degree of convergence, in %; absent where no pair shares an objective.
    pub convergence_degree: Option<f64>,
    /// Ambivalence of each actor, 0 to 1.
    pub ambivalence: Vec<f64>,
    /// Net distance of each pair of actors: convergence minus divergence.
    pub actor_distance: Vec<Vec<f64>>,
}

/// A map of the actors: near each other where they converge.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ActorMap {
    /// Place of each actor.
    pub places: Vec<[f64; 2]>,
    /// Kruskal's stress-1: how much of the distances the plane cannot show.
    pub stress: f64,
}

/// Stability of the game over resampled panels.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct MactorStability {
    /// Experts.
    pub experts: usize,
    /// Draws.
    pub draws: usize,
    /// By actor: draws in the role it has.
    pub same_role: Vec<usize>,
    /// By actor: 5th to 95th percentile of its strength.
    pub strength_interval: Vec<Range>,
    /// By actor: the same of the rank of its strength.
    pub strength_rank_interval: Vec<Range>,
    /// By objective: draws in which those in favour outweigh those against (order 3).
    pub in_favour: Vec<usize>,
    /// By objective: draws in which those against outweigh.
    pub against: Vec<usize>,
    /// By pair of actors: draws in which convergence exceeds divergence (order 3).
    pub allies: Vec<Vec<usize>>,
    /// By pair of actors: draws in which divergence exceeds convergence.
    pub rivals: Vec<Vec<usize>>,
    /// Share of cells that were empty in a draw and took the value of the whole panel.
    pub empty_share: f64,
}
