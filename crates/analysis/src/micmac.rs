//! MICMAC on a panel's matrices, or on one consensus matrix.

use atalaya_methods::{
    aggregate::{self, Aggregate, Answer},
    control::{Cancelled, Control},
    matrix::InfluenceMatrix,
    micmac::{
        self as method, ConsensusCell, Convergence as Kind_, Cut, Micmac, Plane, Power, by_expert,
        cell_sensitivity, consensus_matrix,
    },
    rank::{Ranks, kendall_agreement},
    stability::{Draw, PanelSettings, PlaneStability, micmac_draws, micmac_leave_one_out},
};
use atalaya_model::{
    Kind,
    choice::{Choice, Cut as CutRule, MatrixRule, Mode},
};

use crate::{
    context::{Context, Trace},
    findings::{
        AggregationFinding, Characteristics, Convergence, Count, Cuts, Displacement, IndirectFinding, Key,
        MicmacFinding, MicmacStability, PanelLevel, PotentialFinding, PowerStep, Range, RuleChange, Sums,
        Zone, ZoneChange,
    },
    panel::{Answered, Panel, Slot},
    settings::Settings,
};

/// Places a variable must gain or lose by indirect influence to be told as displaced.
const DISPLACED: f64 = 3.0;

/// The matrix of a study, ready for the method.
struct Source<'a> {
    round: &'a Answered,
    panel: &'a Panel,
    answers: aggregate::Panel,
    /// Experts who filled at least one cell, as indices of the round.
    experts: Vec<usize>,
    /// The cells of a single matrix, with its ranges and disputed values.
    consensus: Option<Vec<ConsensusCell>>,
    max: u8,
}

impl<'a> Source<'a> {
    fn of(context: &'a Context<'_>) -> Option<Self> {
        let (round, panel) = context.last("influence", Kind::Variable)?;
        let experts = panel.answering();
        let max = panel.points.last().copied().unwrap_or(3.0) as u8;
        let answer = |slot: Slot| match slot {
            Slot::Missing => Answer::MISSING,
            Slot::Abstained | Slot::Blank => Answer::ABSTAINED,
            Slot::Potential => Answer::POTENTIAL,
            Slot::Number(value) | Slot::Span(_, value, _) => Answer::value(value.clamp(0.0, 250.0) as u8),
        };
        let cells = panel.cells();
        let all: Vec<Answer> =
            (0..panel.experts).flat_map(|e| (0..cells).map(move |c| answer(panel.slot(e, c)))).collect();
        let answers = aggregate::Panel::new(panel.experts, cells, max, all).ok()?;
        // The first of many who are asked one by one is no consensus of the others.
        let mode = context.study.consultations.iter().find(|c| Some(&c.id) == round.consultation.as_ref());
        let alone = mode.is_some_and(|c| matches!(c.mode, Some(Mode::Individual | Mode::Workshop)));
        let consensus = match experts[..] {
            [only] if !alone => Some((0..cells).map(|cell| consensus_cell(panel.slot(only, cell))).collect()),
            _ => None,
        };
        Some(Self { round, panel, answers, experts, consensus, max })
    }

    fn size(&self) -> usize {
        self.panel.rows.len()
    }

    fn matrix(&self, rule: aggregate::Rule) -> Option<(InfluenceMatrix, Aggregate)> {
        let aggregate = self.answers.aggregate(rule);
        let matrix = match &self.consensus {
            Some(cells) => consensus_matrix(self.size(), self.max, cells).ok()?,
            None => InfluenceMatrix::from_aggregate(self.size(), &aggregate).ok()?,
        };
        Some((matrix, aggregate))
    }

    fn settings(&self, settings: &Settings) -> PanelSettings {
        PanelSettings {
            rule: Settings::matrix_rule(settings.aggregation),
            potential: 0.0,
            micmac: method_settings(settings),
        }
    }
}

fn consensus_cell(slot: Slot) -> ConsensusCell {
    match slot {
        Slot::Missing | Slot::Abstained | Slot::Blank => ConsensusCell::Value(0),
        Slot::Potential => ConsensusCell::Potential,
        Slot::Number(value) => ConsensusCell::Value(value as u8),
        Slot::Span(low, value, high)
            if high - value > 0.5
                && (value - low - (high - value)).abs() < 1e-9
                && high - low <= 2.0
                && low + high == 2.0 * value =>
        {
            ConsensusCell::Disputed(value as u8)
        }
        Slot::Span(low, _, high) => ConsensusCell::Range { low: low as u8, high: high as u8 },
    }
}

fn method_settings(settings: &Settings) -> method::Settings {
    method::Settings {
        power: settings.micmac_power.map_or(Power::UntilStable, |power| Power::Fixed(power as u32)),
        cut: cut(settings.plane_cut),
        ..method::Settings::default()
    }
}

fn cut(rule: CutRule) -> Cut {
    match rule {
        CutRule::Mean => Cut::Mean,
        CutRule::Median => Cut::Median,
        CutRule::MidRange => Cut::MidRange,
    }
}

fn zone(zone: method::Zone) -> Zone {
    match zone {
        method::Zone::Determinant => Zone::Determinant,
        method::Zone::Relay => Zone::Relay,
        method::Zone::Result => Zone::Result,
        method::Zone::Autonomous => Zone::Autonomous,
    }
}

fn zones(plane: &Plane) -> Vec<Zone> {
    plane.zones.iter().copied().map(zone).collect()
}

/// The point finding; absent without answers to `influence`.
#[must_use]
pub fn run(context: &Context<'_>, trace: &mut Trace) -> Option<MicmacFinding> {
    let source = Source::of(context)?;
    let settings = &context.settings;
    let rule = Settings::matrix_rule(settings.aggregation);
    let (matrix, aggregate) = source.matrix(rule)?;
    let result = method::micmac(&matrix, &method_settings(settings));
    let n = source.size();
    let single = source.consensus.is_some();
    let key = trace
        .node(context, "structure.micmac", "micmac")
        .convention(if single { "consensus-matrix" } else { settings.aggregation.as_str() })
        .rules(&["aggregation", "plane_cut", "micmac_power", "potential"])
        .answers(source.panel)
        .done();
    let variables: Vec<Key> = source.panel.rows.iter().map(ToString::to_string).collect();
    let off_diagonal = |cell: &usize| cell / n != cell % n;
    let pair = |cell: usize| (cell / n, cell % n);
    let marked: Vec<usize> = match &source.consensus {
        Some(cells) => (0..n * n)
            .filter(|c| matches!(cells[*c], ConsensusCell::Disputed(_) | ConsensusCell::Range { .. }))
            .collect(),
        None => (0..n * n).filter(off_diagonal).filter(|c| aggregate.disputed[*c]).collect(),
    };
    let answered = source.experts.len() as u32;
    let complete = (0..n * n)
        .filter(off_diagonal)
        .filter(|c| aggregate.answered[*c] + aggregate.abstained[*c] == answered)
        .count();
    let (direct_ranks, indirect) = (&result.direct, &result.indirect);
    let displaced = displaced(&variables, &result);
    let zones_now = zones(&result.direct);
    Some(MicmacFinding {
        aggregation: AggregationFinding {
            round: source.round.id.to_string(),
            rule: if single { "consensus" } else { settings.aggregation.as_str() }.to_owned(),
            experts: source.experts.len(),
            level: PanelLevel::of(source.experts.len()),
            fill: result.characteristics.fill,
            disputed: marked.into_iter().map(pair).collect(),
            complete: Count { k: complete, n: n * n.saturating_sub(1) },
        },
        matrix: (0..n).map(|row| matrix.row(row).to_vec()).collect(),
        potential_cells: (0..n * n).filter(|c| matrix.potential()[*c]).map(pair).collect(),
        empty_cells: (0..n * n).filter(off_diagonal).filter(|c| aggregate.answered[*c] == 0).count(),
        cut: Cuts {
            influence: cut(settings.plane_cut).of(&result.influence),
            dependence: cut(settings.plane_cut).of(&result.dependence),
        },
        indirect: IndirectFinding {
            power: result.power.unwrap_or(0) as usize,
            influence_sum: result
                .exact
                .as_ref()
                .map(|sums| sums.rows.iter().map(ToString::to_string).collect()),
            dependence_sum: result
                .exact
                .as_ref()
                .map(|sums| sums.columns.iter().map(ToString::to_string).collect()),
            denominator: result.exact.as_ref().map(|sums| sums.denominator.to_string()),
            steps: result.steps.iter().map(step).collect(),
            influence_share: indirect.influence.clone(),
            dependence_share: indirect.dependence.clone(),
            influence_order: indirect.influence_ranks.order.iter().map(|i| variables[*i].clone()).collect(),
            dependence_order: indirect.dependence_ranks.order.iter().map(|i| variables[*i].clone()).collect(),
            influence_rank: indirect.influence_ranks.average(),
            dependence_rank: indirect.dependence_ranks.average(),
            direct_influence_rank: direct_ranks.influence_ranks.average(),
            direct_dependence_rank: direct_ranks.dependence_ranks.average(),
        },
        potential: potential(&matrix, settings),
        characteristics: Characteristics {
            size: n,
            zeros: result.characteristics.counts.first().copied().unwrap_or(0),
            ones: result.characteristics.counts.get(1).copied().unwrap_or(0),
            twos: result.characteristics.counts.get(2).copied().unwrap_or(0),
            threes: result.characteristics.counts.get(3).copied().unwrap_or(0),
            potential: result.characteristics.potential,
            fill: result.characteristics.fill,
        },
        convergence: convergence(&result, settings),
        indirect_zones: zones(&result.indirect),
        direct_share: Sums {
            influence: result.direct.influence.clone(),
            dependence: result.direct.dependence.clone(),
        },
        agreement: Cuts {
            influence: kendall_agreement(&direct_ranks.influence_ranks, &indirect.influence_ranks),
            dependence: kendall_agreement(&direct_ranks.dependence_ranks, &indirect.dependence_ranks),
        },
        other_rules: other_rules(&source, settings, &variables, &zones_now),
        per_expert_rank: per_expert(&source, settings),
        stability: None,
        sensitivity: None,
        leave_one_out: None,
        direct: Sums { influence: result.influence, dependence: result.dependence },
        zones: zones_now,
        trace: key,
        displaced,
        variables,
    })
}

fn step(of: &method::Step) -> PowerStep {
    PowerStep {
        power: of.power as usize,
        influence: of.influence_agreement,
        dependence: of.dependence_agreement,
    }
}

fn potential(matrix: &InfluenceMatrix, settings: &Settings) -> PotentialFinding {
    let value = f64::from(settings.potential);
    let Ok(potential) = matrix.potential_matrix(value) else { return PotentialFinding::default() };
    let result = method::micmac(&potential, &method_settings(settings));
    PotentialFinding {
        value,
        direct: Sums { influence: result.influence, dependence: result.dependence },
        indirect: Sums { influence: result.indirect.influence, dependence: result.indirect.dependence },
    }
}

fn convergence(result: &Micmac, settings: &Settings) -> Convergence {
    let (kind, period) = match result.convergence {
        Kind_::Stable => ("stable", None),
        Kind_::Periodic { period } => ("periodic", Some(period as usize)),
        Kind_::Nilpotent => ("nilpotent", None),
        Kind_::NotReached => ("not-reached", None),
    };
    let kind = if settings.micmac_power.is_some() { "given" } else { kind };
    Convergence { kind: kind.to_owned(), power: result.power.unwrap_or(0) as usize, period }
}

fn displaced(variables: &[Key], result: &Micmac) -> Vec<Displacement> {
    let places = |from: &Ranks, to: &Ranks| -> Vec<f64> {
        from.average().iter().zip(to.average()).map(|(a, b)| a - b).collect()
    };
    let influence = places(&result.direct.influence_ranks, &result.indirect.influence_ranks);
    let dependence = places(&result.direct.dependence_ranks, &result.indirect.dependence_ranks);
    let mut moved: Vec<Displacement> = variables
        .iter()
        .enumerate()
        .map(|(v, id)| Displacement {
            id: id.clone(),
            influence_places: influence[v],
            dependence_places: dependence[v],
            from: zone(result.direct.zones[v]),
            to: zone(result.indirect.zones[v]),
        })
        .filter(|d| d.from != d.to || d.influence_places.abs() >= DISPLACED - 1e-9)
        .collect();
    moved.sort_by(|a, b| b.influence_places.total_cmp(&a.influence_places));
    moved
}

fn changes(variables: &[Key], now: &[Zone], other: &[Zone]) -> Vec<ZoneChange> {
    let pairs = variables.iter().zip(now.iter().zip(other));
    let changed = pairs.filter(|(_, (from, to))| from != to);
    changed.map(|(id, (from, to))| ZoneChange { id: id.clone(), from: *from, to: *to }).collect()
}

/// What changes zone under the other rules of aggregation and the other cuts.
fn other_rules(source: &Source<'_>, settings: &Settings, variables: &[Key], now: &[Zone]) -> Vec<RuleChange> {
    let mut out = Vec::new();
    if source.consensus.is_none() {
        for rule in MatrixRule::ALL.iter().filter(|rule| **rule != settings.aggregation) {
            let Some((matrix, _)) = source.matrix(Settings::matrix_rule(*rule)) else { continue };
            let result = method::micmac(&matrix, &method_settings(settings));
            out.push(RuleChange {
                rule: format!("aggregation={}", rule.as_str()),
                changes: changes(variables, now, &zones(&result.direct)),
                fill: result.characteristics.fill,
            });
        }
    }
    if let Some((matrix, _)) = source.matrix(Settings::matrix_rule(settings.aggregation)) {
        let cuts = [CutRule::Mean, CutRule::Median, CutRule::MidRange];
        for other in cuts.into_iter().filter(|other| cut(*other) != cut(settings.plane_cut)) {
            let plane = {
                let (influence, dependence) = method::direct(&matrix);
                Plane::new(&influence, &dependence, cut(other))
            };
            out.push(RuleChange {
                rule: format!("plane_cut={}", other.as_str()),
                changes: changes(variables, now, &zones(&plane)),
                fill: method::characteristics(&matrix).fill,
            });
        }
    }
    out
}

fn per_expert(source: &Source<'_>, settings: &Settings) -> Option<Sums> {
    if source.experts.len() < 5 {
        return None;
    }
    let control = Control::default();
    let result = by_expert(&source.answers, source.size(), &source.settings(settings), &control).ok()?;
    Some(Sums { influence: result.indirect.influence_rank, dependence: result.indirect.dependence_rank })
}

/// What the resampled panels say, beside the findings: each draw in full, for rules that read several findings.
#[derive(Clone, Debug, Default)]
pub struct Draws {
    /// The draws, in order; empty below 8 experts.
    pub draws: Vec<Draw>,
}

/// Adds stability (from 8 experts on), leave-one-out (from 5 on) or cell sensitivity (of one matrix).
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop.
pub fn resample(
    context: &Context<'_>,
    finding: &mut MicmacFinding,
    control: &Control,
) -> Result<Draws, Cancelled> {
    let Some(source) = Source::of(context) else { return Ok(Draws::default()) };
    let settings = &context.settings;
    let experts = source.experts.len();
    let stopped = || if control.is_cancelled() { Err(Cancelled) } else { Ok(()) };
    if let Some(cells) = &source.consensus {
        let result = cell_sensitivity(
            source.size(),
            source.max,
            cells,
            &method_settings(settings),
            settings.seed,
            settings.resamples,
            control,
        );
        stopped()?;
        finding.sensitivity =
            result.ok().map(|s| stability(finding, &s.direct, &s.indirect, 1, s.draws, 0.0));
        return Ok(Draws::default());
    }
    let panel_settings = source.settings(settings);
    if experts >= 5 {
        let left = micmac_leave_one_out(&source.answers, source.size(), &panel_settings, control);
        stopped()?;
        finding.leave_one_out = left.ok().map(|left| {
            let ranks = left.direct.variables.iter().map(|v| v.influence_rank);
            ranks.map(|r| Range { low: f64::from(r.low), high: f64::from(r.high) }).collect()
        });
    }
    let carried = source.panel.carried();
    if carried < 8 {
        return Ok(Draws::default());
    }
    let resampling = source.round.resampling(settings);
    let draws = micmac_draws(&source.answers, source.size(), &resampling, &panel_settings, control);
    stopped()?;
    let Ok(draws) = draws else { return Ok(Draws::default()) };
    let n = source.size();
    let direct = PlaneStability::of(n, draws.iter().map(|d| &d.direct), 0.05, 0.95);
    let indirect = PlaneStability::of(n, draws.iter().map(|d| &d.indirect), 0.05, 0.95);
    let asked = n * n.saturating_sub(1) * draws.len();
    let filled: usize = draws.iter().map(|draw| draw.filled).sum();
    // Cells that nobody answered at all (the diagonal among them) are empty in every draw and are no news.
    let never = finding.empty_cells + n;
    let empty = filled.saturating_sub(never * draws.len());
    let share = if asked == 0 { 0.0 } else { empty as f64 / asked as f64 };
    finding.stability = Some(stability(finding, &direct, &indirect, carried, draws.len(), share));
    Ok(Draws { draws })
}

fn stability(
    finding: &MicmacFinding,
    direct: &PlaneStability,
    indirect: &PlaneStability,
    experts: usize,
    draws: usize,
    empty_share: f64,
) -> MicmacStability {
    let count = |zone: method::Zone| -> Vec<usize> {
        direct.variables.iter().map(|v| v.zones[zone.index()] as usize).collect()
    };
    let same = direct.variables.iter().zip(&finding.zones).map(|(v, own)| {
        let index = method::Zone::ALL.iter().position(|z| zone(*z) == *own).unwrap_or(0);
        v.zones[index] as usize
    });
    let ranges = |plane: &PlaneStability, influence: bool| -> Vec<Range> {
        let rank = |v: &atalaya_methods::stability::VariableStability| {
            if influence { v.influence_rank } else { v.dependence_rank }
        };
        plane
            .variables
            .iter()
            .map(rank)
            .map(|r| Range { low: f64::from(r.low), high: f64::from(r.high) })
            .collect()
    };
    MicmacStability {
        experts,
        draws,
        determining: count(method::Zone::Determinant),
        key: count(method::Zone::Relay),
        same_zone: same.collect(),
        influence_rank_interval: ranges(direct, true),
        dependence_rank_interval: ranges(direct, false),
        indirect_influence_rank_interval: ranges(indirect, true),
        indirect_dependence_rank_interval: ranges(indirect, false),
        spread: direct
            .variables
            .iter()
            .map(|v| [v.dependence_variance, v.covariance, v.influence_variance])
            .collect(),
        centre: direct.variables.iter().map(|v| [v.dependence_mean, v.influence_mean]).collect(),
        empty_share,
    }
}
