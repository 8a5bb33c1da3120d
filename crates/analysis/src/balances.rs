//! Cross-impact balances on a panel's judgements: which futures hold together, and where they stand beside the study's
//! own scenarios and axes.

use std::collections::BTreeMap;

use atalaya_methods::{
    cib::{
        Cib, Settings as Asked,
        explain::critical,
        kernel,
        select::distance,
        succession::{Rule, Sampling, basins, wilson},
    },
    control::{Cancelled, Control},
    descriptive::median,
    random::Stream,
    resample::replicates,
};
use atalaya_model::{
    Id, Kind,
    choice::ScenarioKind,
    records::{Axis, Scenario},
};

use crate::{
    context::{Context, Trace},
    findings::{
        BalanceAxis, BalancedScenario, BalancesFinding, Break, Count, CriticalJudgement, Key, OwnScenario,
        PanelLevel, Range, Succession,
    },
    panel::{Answered, Panel},
};

/// Consistent scenarios that are listed at most.
const LISTED: usize = 60;
/// Consistent scenarios among which those of the greatest total impact are looked for.
const LOOKED_AT: usize = 20_000;
/// Nodes of the search.
const NODES: u64 = 1 << 17;
/// Scenarios that a point finding follows to their ends.
const FOLLOWED: u64 = 1 << 14;
/// Scenarios that are followed beside the resampled panels; larger spaces are sampled.
const FOLLOWED_LATER: u64 = 1 << 28;
/// Ends of succession that are looked through.
const ENDS: usize = 100_000;
/// Factors that make whole numbers of judgements, in order.
const FACTORS: [i32; 8] = [1, 2, 4, 10, 20, 100, 1000, 10_000];
/// Experts from which panels are resampled.
const RESAMPLED: usize = 8;

/// The judgements of a round as a matrix.
struct Source<'a> {
    round: &'a Answered,
    panel: &'a Panel,
    variables: Vec<&'a str>,
    states: Vec<Vec<&'a Id>>,
    /// The cell of the panel for each pair of states, row by row.
    cells: Vec<Option<usize>>,
    /// What the panel says of each.
    values: Vec<Option<f64>>,
    scale: i32,
    cib: Cib,
}

impl<'a> Source<'a> {
    fn of(context: &'a Context<'_>) -> Option<Self> {
        let (round, panel) = context.last("impact", Kind::State)?;
        let named = |variable: &str| panel.rows.iter().chain(&panel.columns).any(|id| id.head() == variable);
        let mut variables: Vec<&str> = Vec::new();
        let mut states: Vec<Vec<&Id>> = Vec::new();
        for state in context.tables.states.iter().filter(|state| named(state.id.head())) {
            match variables.iter().position(|own| *own == state.id.head()) {
                Some(at) => states[at].push(&state.id),
                None => {
                    variables.push(state.id.head());
                    states.push(vec![&state.id]);
                }
            }
        }
        let all: Vec<&Id> = states.iter().flatten().copied().collect();
        let places = |ids: &'a [Id]| -> BTreeMap<&'a str, usize> {
            ids.iter().enumerate().map(|(place, id)| (id.as_str(), place)).collect()
        };
        let (rows, columns) = (places(&panel.rows), places(&panel.columns));
        let cell =
            |a: &Id, b: &Id| Some(rows.get(a.as_str())? * panel.columns.len() + columns.get(b.as_str())?);
        let cells: Vec<Option<usize>> =
            all.iter().flat_map(|a| all.iter().map(move |b| (a, b))).map(|(a, b)| cell(a, b)).collect();
        let values: Vec<Option<f64>> =
            cells.iter().map(|cell| median(&panel.drawn((*cell)?, None))).collect();
        let (scale, whole) = whole(&values);
        let cib = Cib::new(states.iter().map(Vec::len).collect(), whole).ok()?;
        Some(Self { round, panel, variables, states, cells, values, scale, cib })
    }

    fn amount(&self, value: i64) -> f64 {
        value as f64 / f64::from(self.scale)
    }

    fn keys(&self, scenario: &[u8]) -> Vec<Key> {
        scenario.iter().zip(&self.states).map(|(v, states)| states[usize::from(*v)].to_string()).collect()
    }

    /// The state of a row or column.
    fn state(&self, index: usize) -> Key {
        self.states.iter().flatten().nth(index).map(ToString::to_string).unwrap_or_default()
    }

    /// The states that a scenario of the study fixes, by variable.
    fn fixed(&self, scenario: &Scenario) -> Vec<Option<u8>> {
        let of = |states: &Vec<&Id>| {
            let at = states.iter().position(|state| scenario.states.contains(state))?;
            u8::try_from(at).ok()
        };
        self.states.iter().map(of).collect()
    }

    /// The listed scenarios of a finding as variants.
    fn listed(&self, finding: &BalancesFinding) -> Vec<Vec<u8>> {
        let variant = |(key, states): (&Key, &Vec<&Id>)| {
            states.iter().position(|state| state.as_str() == key).unwrap_or(0) as u8
        };
        finding.scenarios.iter().map(|s| s.states.iter().zip(&self.states).map(variant).collect()).collect()
    }
}

/// Judgements as whole numbers, and the factor that makes them so; what nobody judged is 0.
fn whole(values: &[Option<f64>]) -> (i32, Vec<i32>) {
    let given = || values.iter().map(|value| value.unwrap_or(0.0));
    let fits = |factor: &&i32| {
        given().all(|value| {
            let large = value * f64::from(**factor);
            (large - large.round()).abs() < 1e-9 * large.abs().max(1.0)
        })
    };
    let scale = FACTORS.iter().find(fits).copied().unwrap_or(10_000);
    // Judgements are few units; what is beyond any scale is refused with the sums by `Cib::new`.
    (scale, given().map(|value| (value * f64::from(scale)).round() as i32).collect())
}

/// The point finding: what is consistent, and where it stands.
#[must_use]
pub fn run(context: &Context<'_>, trace: &mut Trace) -> Option<BalancesFinding> {
    let source = Source::of(context)?;
    let control = Control::default().with_node_budget(NODES);
    let kernel = kernel(&source.cib, &Asked::default(), &control).ok()?;
    let key = trace
        .node(context, "explore.balances", "balances")
        .convention("median-corner-states")
        .answers(source.panel)
        .records(Kind::State)
        .records(Kind::Axis)
        .records(Kind::Scenario)
        .records(Kind::Exclusion)
        .done();
    let (mut listed, how) = match kernel.list(LOOKED_AT) {
        Some(all) if all.len() <= LISTED => (all, "all"),
        Some(all) => (all, "best"),
        None => {
            let mut stream = Stream::new(context.settings.seed, "explore.balances", 0);
            let mut drawn: Vec<Vec<u8>> = (0..LISTED).filter_map(|_| kernel.draw(&mut stream)).collect();
            drawn.sort_unstable();
            drawn.dedup();
            (drawn, "drawn")
        }
    };
    listed.sort_by_cached_key(|scenario| (-source.cib.total_impact(scenario), scenario.clone()));
    listed.truncate(LISTED);
    let axes = axes(context, &source);
    let judged = judged(&source);
    if judged.k < judged.n {
        let (count, cells) = ((judged.n - judged.k).to_string(), judged.n.to_string());
        trace.gap("explore", atalaya_model::Code::NotJudged, &[("count", &count), ("cells", &cells)]);
    }
    let n = source.cib.variants();
    let mut finding = BalancesFinding {
        round: source.round.id.to_string(),
        experts: source.panel.answering().len(),
        level: PanelLevel::of(source.panel.answering().len()),
        aggregation: "median".to_owned(),
        variables: source.variables.iter().map(|id| (*id).to_owned()).collect(),
        states: source.states.iter().map(|own| own.iter().map(ToString::to_string).collect()).collect(),
        matrix: source.values.chunks(n.max(1)).map(<[_]>::to_vec).collect(),
        judged,
        space: source.cib.space().to_string(),
        count: kernel.count().to_string(),
        complete: kernel.complete(),
        listed: how.to_owned(),
        scenarios: listed.iter().map(|scenario| placed(context, &source, &axes, scenario)).collect(),
        own: context.tables.scenarios.iter().filter_map(|own| measured(&source, own, &listed)).collect(),
        axes,
        trace: key,
        ..BalancesFinding::default()
    };
    follow(&source, &mut finding, context.settings.seed, FOLLOWED, false, &Control::default()).ok()?;
    Some(finding)
}

/// Judgements asked, and how many of them were answered.
fn judged(source: &Source<'_>) -> Count {
    let owner: Vec<usize> =
        source.states.iter().enumerate().flat_map(|(d, own)| own.iter().map(move |_| d)).collect();
    let n = owner.len();
    let asked = |at: &usize| owner[at / n] != owner[at % n] || source.values[*at].is_some();
    let asked: Vec<usize> = (0..n * n).filter(asked).collect();
    Count { k: asked.iter().filter(|at| source.values[**at].is_some()).count(), n: asked.len() }
}

/// The poles of the axes by the states that the study's corner scenarios have there.
fn axes(context: &Context<'_>, source: &Source<'_>) -> Vec<BalanceAxis> {
    let at = |(place, axis): (usize, &&Axis)| {
        let variable = axis.variable.0.as_ref().filter(|id| source.variables.contains(&id.as_str()));
        let pole = |signs: &[char]| -> Vec<Key> {
            let corners = context.tables.scenarios.iter().filter(|own| explored(own));
            let there =
                corners.filter(|own| own.corner.chars().nth(place).is_some_and(|c| signs.contains(&c)));
            let states = there.flat_map(|own| own.states.iter());
            let mut own: Vec<&Id> =
                states.filter(|state| variable.is_some_and(|v| *v == *state.head())).collect();
            own.sort_by(|a, b| a.natural_cmp(b));
            own.dedup();
            own.into_iter().map(ToString::to_string).collect()
        };
        let (high, low) = (pole(&['+']), pole(&['-', '−']));
        let (both, high): (Vec<Key>, Vec<Key>) = high.into_iter().partition(|state| low.contains(state));
        BalanceAxis {
            axis: axis.id.to_string(),
            variable: variable.map(ToString::to_string),
            low: low.into_iter().filter(|state| !both.contains(state)).collect(),
            high,
            undetermined: both,
        }
    };
    context.tables.axes.iter().enumerate().map(at).collect()
}

fn explored(scenario: &Scenario) -> bool {
    matches!(scenario.kind, None | Some(ScenarioKind::Exploratory))
}

/// A consistent scenario beside the study's axes, scenarios and exclusions.
fn placed(
    context: &Context<'_>,
    source: &Source<'_>,
    axes: &[BalanceAxis],
    scenario: &[u8],
) -> BalancedScenario {
    let score = source.cib.score(scenario);
    let states = source.keys(scenario);
    let position: Vec<Option<i8>> = axes
        .iter()
        .map(|axis| {
            let variable = axis.variable.as_ref()?;
            let state = &states[source.variables.iter().position(|own| own == variable)?];
            match state {
                state if axis.undetermined.contains(state) => None,
                state if axis.high.contains(state) => Some(1),
                state if axis.low.contains(state) => Some(-1),
                _ => Some(0),
            }
        })
        .collect();
    let sign = |c: char| match c {
        '+' => Some(1_i8),
        '-' | '−' => Some(-1),
        _ => None,
    };
    let there = |own: &&&Scenario| {
        let corner: Vec<Option<i8>> = own.corner.chars().map(sign).collect();
        explored(own) && !corner.is_empty() && corner.iter().all(Option::is_some) && corner == position
    };
    let nearest = context
        .tables
        .scenarios
        .iter()
        .filter_map(|own| {
            let fixed: Option<Vec<u8>> = source.fixed(own).into_iter().collect();
            Some((distance(&fixed?, scenario), own))
        })
        .min_by_key(|(differs, _)| *differs);
    let has = |id: &Id| states.iter().any(|state| *id == *state.as_str());
    let excluded = context.tables.exclusions.iter().filter_map(|pair| {
        let (a, b) = (pair.a.0.as_ref()?, pair.b.0.as_ref()?);
        (has(a) && has(b)).then(|| (a.to_string(), b.to_string()))
    });
    BalancedScenario {
        total: source.amount(score.total_impact),
        consistency: source.amount(score.consistency),
        corner: context.tables.scenarios.iter().find(there).map(|own| own.id.to_string()),
        nearest: nearest.map(|(_, own)| own.id.to_string()),
        differs: nearest.map(|(differs, _)| differs),
        excluded: excluded.collect(),
        position,
        states,
        ..BalancedScenario::default()
    }
}

/// A scenario of the study under the judgements; nothing where it fixes no state of these variables.
fn measured(source: &Source<'_>, own: &Scenario, listed: &[Vec<u8>]) -> Option<OwnScenario> {
    let fixed = source.fixed(own);
    if fixed.iter().all(Option::is_none) {
        return None;
    }
    let mut found = OwnScenario { id: own.id.to_string(), ..OwnScenario::default() };
    let Some(scenario) = fixed.iter().copied().collect::<Option<Vec<u8>>>() else {
        let open = source.variables.iter().zip(&fixed).filter(|(_, state)| state.is_none());
        found.missing = open.map(|(id, _)| (*id).to_owned()).collect();
        return Some(found);
    };
    let (score, balances) = (source.cib.score(&scenario), source.cib.balances(&scenario));
    found.inconsistency = Some(source.amount(score.inconsistency));
    found.total = Some(source.amount(score.total_impact));
    found.consistency = Some(source.amount(score.consistency));
    for (d, chosen) in scenario.iter().enumerate() {
        let own = &balances[source.cib.first(d)..source.cib.first(d) + source.cib.sizes()[d]];
        let best = own.iter().copied().max().unwrap_or_default();
        let by = best - own[usize::from(*chosen)];
        if by > 0 {
            let to = own.iter().position(|balance| *balance == best).unwrap_or_default();
            found.breaks.push(Break {
                variable: source.variables[d].to_owned(),
                state: source.states[d][usize::from(*chosen)].to_string(),
                to: source.states[d][to].to_string(),
                by: source.amount(by),
            });
        }
    }
    let nearest = listed.iter().enumerate().min_by_key(|(_, other)| distance(&scenario, other));
    found.nearest = nearest.map(|(place, _)| place + 1);
    found.differs = nearest.map(|(_, other)| distance(&scenario, other));
    Some(found)
}

/// Adds where the scenarios of the space lead, if it has at most `most` of them or a sample will do.
fn follow(
    source: &Source<'_>,
    finding: &mut BalancesFinding,
    seed: u64,
    most: u64,
    sample: bool,
    control: &Control,
) -> Result<(), Cancelled> {
    let space = source.cib.sizes().iter().fold(1_u64, |space, n| space.saturating_mul(*n as u64));
    if space > most && !sample {
        return Ok(());
    }
    let sampling = Sampling { seed, most_followed: most, ..Sampling::default() };
    let found = basins(&source.cib, Rule::Global, sampling, control)?;
    let Some(ends) = found.attractors(ENDS) else { return Ok(()) };
    let number = |weight: &str| weight.parse::<f64>().unwrap_or(0.0);
    let all: f64 = found.draws.map_or_else(|| number(&source.cib.space().to_string()), |draws| draws as f64);
    let share = |weight: &str| number(weight) / all.max(1.0);
    let mut weights: BTreeMap<&[u8], String> = BTreeMap::new();
    let mut succession = Succession {
        rule: "global".to_owned(),
        ties: "incumbent-then-first".to_owned(),
        draws: found.draws,
        ..Succession::default()
    };
    for end in &ends {
        let weight = end.weight().to_string();
        if end.is_fixed() {
            weights.insert(end.states[0].as_slice(), weight);
        } else {
            succession.cycles += 1;
            succession.cycling += share(&weight);
        }
    }
    let none = "0".to_owned();
    for (scenario, states) in source.listed(finding).iter().zip(&mut finding.scenarios) {
        let weight = weights.get(scenario.as_slice()).unwrap_or(&none);
        match found.draws {
            None => {
                states.share = Some(share(weight));
                states.weight = Some(weight.clone());
            }
            Some(draws) => {
                let (share, low, high) = wilson(weight.parse().unwrap_or(0), draws);
                states.share = Some(share);
                states.interval = Some(Range { low, high });
            }
        }
    }
    finding.succession = Some(succession);
    Ok(())
}

/// Adds what takes longer: the weights in larger spaces, and from 8 experts on in how many resampled panels each
/// scenario is consistent, below it the judgements of which one point decides.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop.
pub fn resample(
    context: &Context<'_>,
    finding: Option<&mut BalancesFinding>,
    control: &Control,
) -> Result<(), Cancelled> {
    let (Some(finding), Some(source)) = (finding, Source::of(context)) else { return Ok(()) };
    if finding.succession.is_none() {
        follow(&source, finding, context.settings.seed, FOLLOWED_LATER, true, control)?;
    }
    let listed = source.listed(finding);
    let own: Vec<Option<Vec<u8>>> = finding
        .own
        .iter()
        .map(|own| {
            let record = context.tables.scenarios.iter().find(|record| record.id == *own.id.as_str())?;
            source.fixed(record).into_iter().collect()
        })
        .collect();
    if source.panel.carried() < RESAMPLED {
        finding.critical = turning(&source, &listed, finding, &own);
        return Ok(());
    }
    let consistent = |weights: &[u16]| -> Vec<bool> {
        let cell = |(cell, whole): (&Option<usize>, &Option<f64>)| {
            cell.and_then(|cell| median(&source.panel.drawn(cell, Some(weights)))).or(*whole)
        };
        let values: Vec<Option<f64>> = source.cells.iter().zip(&source.values).map(cell).collect();
        let Ok(cib) = Cib::new(source.cib.sizes().to_vec(), whole(&values).1) else { return Vec::new() };
        let holds = |scenario: &Vec<u8>| cib.score(scenario).inconsistency <= 0;
        let own = own.iter().map(|own| own.as_ref().is_some_and(holds));
        listed.iter().map(holds).chain(own).collect()
    };
    let draws = replicates(&source.round.resampling(&context.settings), control, consistent)?;
    let held = |place: usize| {
        let k = draws.iter().filter(|draw| draw.get(place) == Some(&true)).count();
        Some(Count { k, n: draws.len() })
    };
    let measured = finding.own.iter_mut().enumerate().filter(|(_, own)| own.inconsistency.is_some());
    measured.for_each(|(place, own)| own.held = held(listed.len() + place));
    finding.scenarios.iter_mut().enumerate().for_each(|(place, one)| one.held = held(place));
    Ok(())
}

/// Places of the listed scenarios that a change loses, and the study's scenarios that it wins.
type Turned = (Vec<usize>, Vec<Key>);

/// The judgements between two variables of which one point, within the scale, loses a consistent scenario or wins one
/// of the study's; those on which most hangs first.
fn turning(
    source: &Source<'_>,
    listed: &[Vec<u8>],
    finding: &BalancesFinding,
    own: &[Option<Vec<u8>>],
) -> Vec<CriticalJudgement> {
    let ends = source.panel.points.first().zip(source.panel.points.last());
    let n = source.cib.variants();
    let mut found: BTreeMap<(usize, usize, i32), Turned> = BTreeMap::new();
    let mut mark = |scenario: &[u8], put: &dyn Fn(&mut Turned)| {
        for one in critical(&source.cib, scenario, 0) {
            let Some(value) = source.values[one.row * n + one.column] else { continue };
            let other = value + f64::from(one.change.signum());
            let within = ends.is_none_or(|(low, high)| (*low..=*high).contains(&other));
            if one.distance <= source.scale.unsigned_abs() && within {
                put(found.entry((one.row, one.column, one.change.signum())).or_default());
            }
        }
    };
    for (place, scenario) in listed.iter().enumerate() {
        mark(scenario, &|(lost, _)| lost.push(place + 1));
    }
    for (own, scenario) in finding.own.iter().zip(own) {
        let (Some(scenario), Some(missing)) = (scenario, own.inconsistency) else { continue };
        if missing > 0.0 {
            mark(scenario, &|(_, won)| won.push(own.id.clone()));
        }
    }
    let mut out: Vec<CriticalJudgement> = found
        .into_iter()
        .map(|((row, column, change), (lost, won))| {
            let value = source.values[row * n + column].unwrap_or(0.0);
            CriticalJudgement {
                from: source.state(row),
                to: source.state(column),
                value,
                other: value + f64::from(change),
                lost,
                won,
            }
        })
        .collect();
    // The order of the matrix breaks ties.
    out.sort_by_key(|one| std::cmp::Reverse(one.lost.len() + one.won.len()));
    out
}
