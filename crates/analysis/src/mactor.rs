//! MACTOR on a panel's tables of power and positions, or on one consensus pair of tables.

use atalaya_methods::{
    aggregate::{self, Answer},
    control::{Cancelled, Control},
    mactor::{
        self as method, CellSensitivityError, Convention, Mactor, Order, PanelRules, Role, cell_sensitivity,
        mactor_stability,
    },
    mds::{mds, net_distance_dissimilarities},
    random::Groups,
    resample::Resampling,
};
use atalaya_model::{
    Code, Id, Kind,
    choice::{Choice, Strength},
};

use crate::{
    context::{Context, Trace},
    findings::{
        ActorMap, ActorRole, CellStep, Cuts, Key, MactorFinding, MactorOrder, MactorSensitivity,
        MactorStability, PanelLevel, PlaceSensitivity, Range,
    },
    panel::{Answered, Panel, Slot},
    settings::Settings,
};

/// What is added to a position, so that the answers of a panel are counts of steps: 0 is -4, 4 is neutral.
const NEUTRAL: f64 = 4.0;
/// Actors up to which single cells are moved: at that size it takes tenths of a second.
const SENSITIVE_ACTORS: usize = 100;
/// Positions up to which single cells are moved.
const SENSITIVE_POSITIONS: usize = 10_000;

/// The two tables of a study, ready for the method: the same experts in the same order.
struct Source<'a> {
    rounds: [&'a Answered; 2],
    panels: [&'a Panel; 2],
    actors: Vec<Id>,
    stakes: Vec<Id>,
    power: aggregate::Panel,
    positions: aggregate::Panel,
    groups: Groups,
    /// Experts who filled at least one cell.
    answering: usize,
}

impl<'a> Source<'a> {
    fn of(context: &'a Context<'_>) -> Option<Self> {
        let (first, power) = context.last("power", Kind::Actor)?;
        let (second, positions) = context.last("position", Kind::Actor)?;
        let same = first.id == second.id;
        let known = |id: &&Id| power.rows.contains(id) || positions.rows.contains(id);
        let actors: Vec<Id> = context.tables.actors.iter().map(|a| &a.id).filter(known).cloned().collect();
        // Asked in two rounds, the tables are joined by the experts' codes.
        let mut experts = first.experts.clone();
        if !same {
            experts.extend(second.experts.iter().filter(|e| !first.experts.contains(e)).cloned());
        }
        let place = |round: &Answered, code: &Id| round.experts.iter().position(|e| e == code);
        let seats = |round: &Answered| experts.iter().map(|code| place(round, code)).collect::<Vec<_>>();
        let (seats_power, seats_positions) = (seats(first), seats(second));
        let groups = if same { first.strata.clone() } else { Groups::one(experts.len()).ok()? };
        let answered =
            |panel: &Panel, seat: Option<usize>| seat.is_some_and(|e| panel.answering().contains(&e));
        let answering = (0..experts.len())
            .filter(|e| answered(power, seats_power[*e]) || answered(positions, seats_positions[*e]))
            .count();
        Some(Self {
            power: table(power, &seats_power, &actors, &actors, 0.0, 4)?,
            positions: table(positions, &seats_positions, &actors, &positions.columns, NEUTRAL, 8)?,
            rounds: [first, second],
            panels: [power, positions],
            stakes: positions.columns.clone(),
            actors,
            groups,
            answering,
        })
    }

    fn rules(settings: &Settings) -> PanelRules {
        let convention = match settings.mactor_strength {
            Strength::A => Convention::A,
            Strength::B => Convention::B,
            Strength::C => Convention::C,
        };
        PanelRules {
            settings: method::Settings { convention, ..method::Settings::default() },
            ..PanelRules::default()
        }
    }
}

impl Source<'_> {
    /// The tables that the panel agrees on: power, and positions of which those that nobody gave are neutral.
    fn aggregates(&self, rules: &PanelRules) -> (aggregate::Aggregate, Vec<f64>, Vec<u32>) {
        let (power, positions) =
            (self.power.aggregate(rules.power), self.positions.aggregate(rules.positions));
        let shifted = positions
            .value
            .iter()
            .zip(&positions.answered)
            .map(|(value, answered)| if *answered > 0 { value - NEUTRAL } else { 0.0 })
            .collect();
        (power, shifted, positions.answered)
    }
}

/// A table of answers by expert: `rows` x `columns` cells, each answer moved up by `shift`.
fn table(
    panel: &Panel,
    seats: &[Option<usize>],
    rows: &[Id],
    columns: &[Id],
    shift: f64,
    max: u8,
) -> Option<aggregate::Panel> {
    let cells: Vec<Option<usize>> =
        rows.iter().flat_map(|a| columns.iter().map(|b| panel.cell(a.as_str(), Some(b.as_str())))).collect();
    let answer = |slot: Slot| match slot {
        Slot::Missing | Slot::Potential => Answer::MISSING,
        Slot::Abstained | Slot::Blank => Answer::ABSTAINED,
        Slot::Number(value) | Slot::Span(_, value, _) => {
            Answer::value((value + shift).clamp(0.0, f64::from(max)) as u8)
        }
    };
    let of = |seat: &Option<usize>, cell: &Option<usize>| {
        seat.zip(*cell).map_or(Answer::MISSING, |(expert, cell)| answer(panel.slot(expert, cell)))
    };
    let all = seats.iter().flat_map(|seat| cells.iter().map(move |cell| of(seat, cell))).collect();
    aggregate::Panel::new(seats.len(), rows.len() * columns.len(), max, all).ok()
}

/// The point finding; absent without answers to both families, the missing one being a gap.
#[must_use]
pub fn run(context: &Context<'_>, trace: &mut Trace) -> Option<MactorFinding> {
    let asked = ["power", "position"].map(|family| context.last(family, Kind::Actor).is_some());
    for (family, other) in [("power", asked[1] && !asked[0]), ("position", asked[0] && !asked[1])] {
        if other {
            trace.gap("structure", Code::NoFamily, &[("family", family), ("kind", "actor")]);
        }
    }
    let source = Source::of(context)?;
    let rules = Source::rules(&context.settings);
    let (n, m) = (source.actors.len(), source.stakes.len());
    let (power, positions, answered) = source.aggregates(&rules);
    let found = method::mactor(n, m, &power.value, &positions, &rules.settings).ok()?;
    let single = source.answering == 1;
    let mut node = trace
        .node(context, "structure.mactor", "mactor")
        .convention(&format!("strength-{}", context.settings.mactor_strength.as_str()))
        .rules(&["mactor_strength"]);
    for panel in source.panels {
        node = node.answers(panel);
    }
    let key = node.records(Kind::Stake).done();
    let empty = |answered: &[u32]| answered.iter().filter(|count| **count == 0).count();
    Some(MactorFinding {
        actors: source.actors.iter().map(ToString::to_string).collect(),
        objectives: source.stakes.iter().map(ToString::to_string).collect(),
        experts: source.answering,
        level: if single { PanelLevel::Single } else { PanelLevel::of(source.answering) },
        rounds: source.rounds.map(|round| round.id.to_string()),
        empty_power: empty(&power.answered).saturating_sub(n),
        empty_positions: empty(&answered),
        power: rows(n, n, &power.value),
        convention: context.settings.mactor_strength.as_str().to_owned(),
        trace: key,
        ..of(&found)
    })
}

/// The finding of an analysis, without what names it.
fn of(found: &Mactor) -> MactorFinding {
    let (n, m) = (found.actors, found.objectives);
    let power = &found.power;
    MactorFinding {
        midi: rows(n, n, &power.midi),
        influence: power.influence.clone(),
        dependence: power.dependence.clone(),
        cut: Cuts { influence: mean(&power.influence), dependence: mean(&power.dependence) },
        roles: power.roles.iter().copied().map(role).collect(),
        strength: power.strength.clone(),
        mmidi: rows(n, n, &power.mmidi),
        strength_max: power.strength_max.clone(),
        net_scale: rows(n, n, &power.net_scale),
        net_balance: power.net_balance.clone(),
        stability: power.stability.map(|share| 100.0 * share),
        order1: order(n, m, &found.order1),
        order2: order(n, m, &found.order2),
        order3: order(n, m, &found.order3),
        objective_distance: rows(m, m, &found.order2.objective_net),
        map: map(n, m, &found.order3),
        ..MactorFinding::default()
    }
}

fn order(n: usize, m: usize, found: &Order) -> MactorOrder {
    MactorOrder {
        positions: rows(n, m, &found.positions),
        in_favour: found.objectives.iter().map(|o| o.in_favour).collect(),
        against: found.objectives.iter().map(|o| o.against).collect(),
        mobilisation: found.objectives.iter().map(|o| o.total).collect(),
        implication: found.actors.iter().map(|a| a.total).collect(),
        convergence: rows(n, n, &found.convergence),
        divergence: rows(n, n, &found.divergence),
        convergence_totals: found.convergence_totals.clone(),
        divergence_totals: found.divergence_totals.clone(),
        convergence_degree: found.convergence_degree.map(|share| 100.0 * share),
        ambivalence: found.ambivalence.clone(),
        actor_distance: rows(n, n, &found.actor_net),
    }
}

/// The actors laid out by how much they converge; two actors, or none who shares an objective, make no map.
fn map(n: usize, m: usize, order: &Order) -> Option<ActorMap> {
    if n < 3 || m == 0 {
        return None;
    }
    let found = mds(n, &net_distance_dissimilarities(n, &order.actor_net)).ok()?;
    Some(ActorMap { stress: found.stress?, places: found.points })
}

/// A row-major matrix as rows.
fn rows(n: usize, width: usize, values: &[f64]) -> Vec<Vec<f64>> {
    (0..n).map(|row| values.iter().skip(row * width).take(width).copied().collect()).collect()
}

fn mean(values: &[f64]) -> f64 {
    atalaya_methods::descriptive::mean(values).unwrap_or(0.0)
}

const fn role(of: Role) -> ActorRole {
    match of {
        Role::Dominant => ActorRole::Dominant,
        Role::Relay => ActorRole::Relay,
        Role::Dominated => ActorRole::Dominated,
        Role::Autonomous => ActorRole::Autonomous,
    }
}

/// What changes when one cell of a single pair of tables is one step off.
fn sensitivity(
    source: &Source<'_>,
    settings: &Settings,
    control: &Control,
) -> Result<Option<MactorSensitivity>, Cancelled> {
    let (n, m) = (source.actors.len(), source.stakes.len());
    if n > SENSITIVE_ACTORS || n * m > SENSITIVE_POSITIONS {
        return Ok(None);
    }
    let rules = Source::rules(settings);
    let (power, positions, _) = source.aggregates(&rules);
    let found = match cell_sensitivity(n, m, &power.value, &positions, &rules.settings, control) {
        Ok(found) => found,
        Err(CellSensitivityError::Cancelled(cancelled)) => return Err(cancelled),
        Err(CellSensitivityError::Tables(_)) => return Ok(None),
    };
    let of = |found: method::PlaceSensitivity, columns: &[Id]| PlaceSensitivity {
        steps: found.steps,
        changing: found.changing,
        first_held: found.first_held,
        moved: found.moved,
        places: found.places,
        decisive: found
            .decisive
            .iter()
            .map(|step| CellStep {
                row: name(&source.actors, step.row),
                column: name(columns, step.column),
                from: step.from,
                to: step.to,
                changes: step.changes,
            })
            .collect(),
    };
    Ok(Some(MactorSensitivity {
        strength: of(found.strength, &source.actors),
        mobilisation: of(found.mobilisation, &source.stakes),
        closest_held: found.allies_held,
        opposed_held: found.rivals_held,
    }))
}

fn name(ids: &[Id], index: usize) -> Key {
    ids.get(index).map(ToString::to_string).unwrap_or_default()
}

/// Adds the stability of roles, strengths and alliances, from 8 experts on, or the cell sensitivity of one pair of
/// tables.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop.
pub fn resample(
    context: &Context<'_>,
    finding: Option<&mut MactorFinding>,
    control: &Control,
) -> Result<(), Cancelled> {
    let (Some(finding), Some(source)) = (finding, Source::of(context)) else { return Ok(()) };
    let settings = &context.settings;
    if source.answering == 1 {
        finding.sensitivity = sensitivity(&source, settings, control)?;
    }
    let carried = source.panels.iter().map(|panel| panel.carried()).min().unwrap_or(0);
    if carried < 8 {
        return Ok(());
    }
    let (n, m) = (source.actors.len(), source.stakes.len());
    let resampling = Resampling {
        seed: settings.seed,
        task: source.rounds[0].id.as_str(),
        draws: settings.resamples,
        groups: &source.groups,
    };
    let rules = Source::rules(settings);
    let drawn = mactor_stability(n, m, &source.power, &source.positions, &resampling, &rules, control);
    if control.is_cancelled() {
        return Err(Cancelled);
    }
    let Ok(drawn) = drawn else { return Ok(()) };
    let pairs = |counts: &[u32]| -> Vec<Vec<usize>> {
        (0..n).map(|i| counts.iter().skip(i * n).take(n).map(|c| *c as usize).collect()).collect()
    };
    finding.resampled = Some(MactorStability {
        experts: carried,
        draws: drawn.draws,
        same_role: drawn
            .actors
            .iter()
            .zip(&finding.roles)
            .map(|(actor, own)| {
                let index = Role::ALL.into_iter().find(|r| role(*r) == *own).map_or(0, Role::index);
                actor.roles[index] as usize
            })
            .collect(),
        strength_interval: drawn
            .actors
            .iter()
            .map(|a| Range { low: a.strength.low, high: a.strength.high })
            .collect(),
        strength_rank_interval: drawn
            .actors
            .iter()
            .map(|a| Range { low: f64::from(a.strength_rank.low), high: f64::from(a.strength_rank.high) })
            .collect(),
        in_favour: drawn.objectives.iter().map(|o| o.in_favour as usize).collect(),
        against: drawn.objectives.iter().map(|o| o.against as usize).collect(),
        allies: pairs(&drawn.pairs3.allies),
        rivals: pairs(&drawn.pairs3.rivals),
        empty_share: drawn.filled_share,
    });
    Ok(())
}
