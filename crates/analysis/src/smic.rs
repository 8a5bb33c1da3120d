//! SMIC on a panel's probabilities of events: each expert is solved once, the panel and its groups are averages.

use atalaya_methods::{
    control::{Cancelled, Control},
    resample::{quantile_type1, replicates},
    smic::{
        self as method, Answers, Average, CELL_STEP, Place, STEP, SmicError, code, elasticities, incoherence,
        top_sensitivity,
    },
};
use atalaya_model::{Id, Kind};

use crate::{
    context::{Context, Trace},
    findings::{
        Count, Key, PanelLevel, Range, SmicCorrection, SmicElasticity, SmicFinding, SmicGroup, SmicScenario,
        SmicSensitivity, SmicTables, SmicTurn, Stability,
    },
    panel::{Answered, Panel},
    settings::Settings,
};

/// A correction or a gap above this counts as one.
const NOTICED: f64 = 0.05;
/// Events up to which the sensitivity is computed: it solves the programme twice for each.
const SENSITIVE: usize = 10;
/// Events up to which single answers are moved: it solves the programme up to 132 times for 6.
const MOVED: usize = 6;

/// The three families of a study, and the experts who answered all of them.
struct Source<'a> {
    round: &'a Answered,
    panels: [&'a Panel; 3],
    events: Vec<Id>,
    /// Places in the round of the experts in `answers`.
    experts: Vec<usize>,
    answers: Vec<Answers>,
    incomplete: usize,
}

impl<'a> Source<'a> {
    fn of(context: &'a Context<'_>) -> Option<Self> {
        let (round, simple) = context.last("probability", Kind::Hypothesis)?;
        let given = round.panel("probability-given", Kind::Hypothesis)?;
        let given_not = round.panel("probability-given-not", Kind::Hypothesis)?;
        let events = simple.rows.clone();
        let number = |panel: &Panel, expert: usize, a: &Id, b: Option<&Id>| {
            panel.slot(expert, panel.cell(a.as_str(), b.map(Id::as_str))?).number()
        };
        let table = |panel: &Panel, expert: usize| -> Option<Vec<Vec<f64>>> {
            let cell = |a: &Id, b: &Id| if a == b { Some(0.0) } else { number(panel, expert, a, Some(b)) };
            events.iter().map(|a| events.iter().map(|b| cell(a, b)).collect()).collect()
        };
        let of = |expert: usize| -> Option<Answers> {
            let p: Vec<f64> =
                events.iter().map(|a| number(simple, expert, a, None)).collect::<Option<_>>()?;
            Answers::new(&p, &table(given, expert)?, &table(given_not, expert)?).ok()
        };
        let asked = simple.answering();
        let complete: Vec<(usize, Answers)> =
            asked.iter().filter_map(|expert| Some((*expert, of(*expert)?))).collect();
        let (experts, answers): (Vec<usize>, Vec<Answers>) = complete.into_iter().unzip();
        let incomplete = asked.len() - experts.len();
        Some(Self { round, panels: [simple, given, given_not], events, experts, answers, incomplete })
    }

    fn solve(&self, settings: &Settings, ranges: bool, control: &Control) -> Option<method::Panel> {
        let settings =
            method::Settings { simple_terms: settings.smic_simple, ranges, ..method::Settings::default() };
        method::panel(&self.answers, &settings, control).ok()
    }

    /// How often each complete expert counts where each expert of the round counts as often as `weights` says.
    fn weights(&self, weights: &[u16]) -> Vec<u16> {
        self.experts.iter().map(|expert| weights.get(*expert).copied().unwrap_or(0)).collect()
    }
}

/// The point finding: net probabilities and the canonical scenarios. Ranges and sensitivity come with [`resample`].
#[must_use]
pub fn run(context: &Context<'_>, trace: &mut Trace) -> Option<SmicFinding> {
    let source = Source::of(context)?;
    let settings = &context.settings;
    let solved = source.solve(settings, false, &Control::default())?;
    let average = solved.average(None)?;
    let n = source.events.len();
    let mut node = trace
        .node(context, "explore.smic", "smic")
        .convention(if settings.smic_simple {
            "simple-terms-maximum-entropy"
        } else {
            "smic-74-maximum-entropy"
        })
        .rules(&["smic_simple", "min_group"]);
    for panel in source.panels {
        node = node.answers(panel);
    }
    let key = node.records(Kind::Hypothesis).done();
    let corrections = solved.experts().iter().map(|e| (e.net.corrections.largest, e.net.corrections.mean));
    let gaps = source.answers.iter().map(incoherence).map(|found| (found.largest, found.mean));
    let mut finding = SmicFinding {
        events: source.events.iter().map(ToString::to_string).collect(),
        round: source.round.id.to_string(),
        experts: source.experts.len(),
        level: PanelLevel::of(source.experts.len()),
        incomplete: source.incomplete,
        simple_terms: settings.smic_simple,
        objective: average.objective,
        raw: raw(&source.answers),
        net: SmicTables {
            p: average.moments.p.clone(),
            given: average.moments.given.clone(),
            given_not: average.moments.given_not.clone(),
        },
        rank: 1 + n + n * n.saturating_sub(1) / 2,
        solution: "maximum-entropy".to_owned(),
        entropy: average.entropy,
        scenarios: scenarios(n, &average),
        core: average.hierarchy.core,
        correction: sizes(corrections),
        incoherence: sizes(gaps),
        trace: key,
        ..SmicFinding::default()
    };
    finding.without_range = finding.scenarios.len();
    finding.groups = groups(&source, &solved, &average);
    Some(finding)
}

/// The scenarios by falling probability.
fn scenarios(n: usize, average: &Average) -> Vec<SmicScenario> {
    let ranks = &average.hierarchy.ranks;
    let row = |(place, scenario): (usize, &usize)| SmicScenario {
        code: code(n, *scenario),
        probability: average.probability[*scenario],
        cumulated: average.hierarchy.cumulated[place],
        place: (ranks.first[*scenario], ranks.last[*scenario]),
        low: average.ranges[*scenario].map(|range| range.0),
        high: average.ranges[*scenario].map(|range| range.1),
        interval: None,
    };
    ranks.order.iter().enumerate().map(row).collect()
}

/// Averages of the groups shown, where there are several.
fn groups(source: &Source<'_>, solved: &method::Panel, whole: &Average) -> Vec<SmicGroup> {
    if source.round.shown.len() < 2 {
        return Vec::new();
    }
    let group = |(name, members): &(String, Vec<usize>)| {
        let weights: Vec<u16> = source.experts.iter().map(|e| u16::from(members.contains(e))).collect();
        let average = solved.average(Some(&weights))?;
        let order = &whole.hierarchy.ranks.order;
        Some(SmicGroup {
            group: name.clone(),
            experts: average.experts as usize,
            p: average.moments.p.clone(),
            probability: order.iter().map(|s| average.probability[*s]).collect(),
        })
    };
    source.round.shown.iter().filter_map(group).collect()
}

/// The mean of the experts' raw answers.
fn raw(answers: &[Answers]) -> SmicTables {
    let n = answers.first().map_or(0, Answers::events);
    let count = answers.len().max(1) as f64;
    let mean = |of: &dyn Fn(&Answers) -> f64| answers.iter().map(of).sum::<f64>() / count;
    let table = |of: fn(&Answers, usize, usize) -> f64| -> Vec<Vec<Option<f64>>> {
        let cell = |i: usize, j: usize| (i != j).then(|| mean(&|a| of(a, i, j)));
        (0..n).map(|i| (0..n).map(|j| cell(i, j)).collect()).collect()
    };
    SmicTables {
        p: (0..n).map(|i| mean(&|a| a.simple(i))).collect(),
        given: table(Answers::given),
        given_not: table(Answers::given_not),
    }
}

/// The largest and the mean of sizes that each expert has.
fn sizes(of: impl Iterator<Item = (f64, f64)>) -> SmicCorrection {
    let all: Vec<(f64, f64)> = of.collect();
    let n = all.len();
    SmicCorrection {
        largest: all.iter().map(|(largest, _)| *largest).fold(0.0, f64::max),
        mean: all.iter().map(|(_, mean)| mean).sum::<f64>() / n.max(1) as f64,
        above: Count { k: all.iter().filter(|(largest, _)| *largest > NOTICED + 1e-9).count(), n },
    }
}

/// Adds the ranges of the scenarios, the sensitivity, and from 8 experts on the stability of the hierarchy.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop.
pub fn resample(
    context: &Context<'_>,
    finding: Option<&mut SmicFinding>,
    control: &Control,
) -> Result<(), Cancelled> {
    let (Some(finding), Some(source)) = (finding, Source::of(context)) else { return Ok(()) };
    let settings = &context.settings;
    let solved = source.solve(settings, true, control);
    if control.is_cancelled() {
        return Err(Cancelled);
    }
    let Some(solved) = solved else { return Ok(()) };
    let Some(average) = solved.average(None) else { return Ok(()) };
    let n = source.events.len();
    finding.scenarios = scenarios(n, &average);
    finding.without_range = finding.scenarios.iter().filter(|s| s.low.is_none()).count();
    finding.elasticity = elasticity(&finding.raw, settings, control)?;
    finding.sensitivity = sensitivity(&source, settings, control)?;
    if source.experts.len() < 8 {
        return Ok(());
    }
    let order = &average.hierarchy.ranks.order;
    let (resampling, kept) = (source.round.resampling(settings), order.len().min(1 << 8));
    let drawn = replicates(&resampling, control, |weights| {
        let draw = solved.average(Some(&source.weights(weights)))?;
        let first = draw.hierarchy.ranks.first[*order.first()?] == 1;
        Some((order.iter().take(kept).map(|s| draw.probability[*s]).collect::<Vec<f64>>(), first))
    })?;
    let draws: Vec<(Vec<f64>, bool)> = drawn.into_iter().flatten().collect();
    for (index, scenario) in finding.scenarios.iter_mut().take(kept).enumerate() {
        let mut values: Vec<f64> = draws.iter().map(|(p, _)| p[index]).collect();
        values.sort_by(f64::total_cmp);
        let end = |p: f64| quantile_type1(&values, p);
        scenario.interval = end(0.05).zip(end(0.95)).map(|(low, high)| Range { low, high });
    }
    finding.stability = Some(Stability {
        experts: source.experts.len(),
        draws: draws.len(),
        held: draws.iter().filter(|(_, first)| *first).count(),
    });
    Ok(())
}

/// Whether the most probable scenario of one expert hangs on one number.
fn sensitivity(
    source: &Source<'_>,
    settings: &Settings,
    control: &Control,
) -> Result<Option<SmicSensitivity>, Cancelled> {
    let ([answers], n) = (source.answers.as_slice(), source.events.len()) else { return Ok(None) };
    if n > MOVED {
        return Ok(None);
    }
    let found = match top_sensitivity(answers, settings.smic_simple, CELL_STEP, control) {
        Ok(found) => found,
        Err(SmicError::Cancelled(cancelled)) => return Err(cancelled),
        Err(_) => return Ok(None),
    };
    let name =
        |event: usize| -> Key { source.events.get(event).map(ToString::to_string).unwrap_or_default() };
    let turn = |turn: &method::Turn| {
        let (table, event, on) = match turn.place {
            Place::Simple { event } => ("p", event, None),
            Place::Given { event, on } => ("given", event, Some(on)),
            Place::GivenNot { event, on } => ("given-not", event, Some(on)),
        };
        SmicTurn {
            table: table.to_owned(),
            event: name(event),
            on: on.map(name),
            from: turn.from,
            to: turn.to,
            scenario: code(n, turn.top),
        }
    };
    Ok(Some(SmicSensitivity {
        step: CELL_STEP,
        moves: found.moves,
        held: found.moves - found.turns.len() - found.unresolved,
        unresolved: found.unresolved,
        turns: found.turns.iter().map(turn).collect(),
    }))
}

/// The sensitivity of the net probabilities, on the mean answers.
fn elasticity(
    raw: &SmicTables,
    settings: &Settings,
    control: &Control,
) -> Result<Option<SmicElasticity>, Cancelled> {
    if raw.p.len() > SENSITIVE {
        return Ok(None);
    }
    let table = |of: &[Vec<Option<f64>>]| -> Vec<Vec<f64>> {
        of.iter().map(|row| row.iter().map(|cell| cell.unwrap_or(0.0)).collect()).collect()
    };
    let Ok(answers) = Answers::new(&raw.p, &table(&raw.given), &table(&raw.given_not)) else {
        return Ok(None);
    };
    let up = elasticities(&answers, settings.smic_simple, STEP, control)?;
    let down = elasticities(&answers, settings.smic_simple, -STEP, control)?;
    let both = |a: &[Option<f64>], b: &[Option<f64>]| {
        a.iter().zip(b).map(|(a, b)| Some(f64::midpoint((*a)?, (*b)?))).collect()
    };
    Ok(Some(SmicElasticity {
        driving: both(&up.driving, &down.driving),
        dependent: both(&up.dependent, &down.dependent),
        step: up.step,
        up: up.elasticity,
        down: down.elasticity,
    }))
}
