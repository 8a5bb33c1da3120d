//! `structure` · estructurar: determinantes, claves, incertidumbres críticas and their crossing; structural analysis;
//! FODA; actors; diagnosis.

use atalaya_methods::{
    control::{Cancelled, Control},
    descriptive::median,
    foda::{Came, Crossing, Pair, QUADRANTS, Quadrant, foda},
    micmac::Zone as MethodZone,
    rank::exceeds,
};
use atalaya_model::{
    Code, Kind,
    choice::{About, FactorKind},
};
use rayon::prelude::*;

use crate::{
    context::{Context, Trace},
    findings::{
        ActorFinding, DecisionFinding, DiagnosisFinding, FodaFinding, FodaPair, FodaQuadrant, FodaStrategy,
        Key, Point, Stability, StructureCuts, StructureFinding, VariableFinding, VariableStability, Zone,
    },
    item::item,
    mactor, micmac,
    panel::{Answered, Panel},
};

/// The point findings.
#[must_use]
pub fn run(
    context: &Context<'_>,
    trace: &mut Trace,
    decisions: &mut Vec<DecisionFinding>,
) -> StructureFinding {
    let tables = &context.tables;
    if tables.variables.is_empty() {
        trace.gap("structure", Code::NoRecords, &[("kind", "variable")]);
    }
    let micmac = micmac::run(context, trace);
    for family in ["influence", "importance", "uncertainty"] {
        if context.last(family, Kind::Variable).is_none() && !tables.variables.is_empty() {
            trace.gap("structure", Code::NoFamily, &[("family", family), ("kind", "variable")]);
        }
    }
    let ratings = Ratings::of(context);
    // A matrix with many open pairs shows where they lie so far, and classes nothing.
    let settled = micmac.as_ref().filter(|found| found.settled());
    let mut node = trace
        .node(context, "structure.classes", "key-variables")
        .convention("three-classes-and-crossing")
        .rules(&["importance_cut", "uncertainty_cut", "plane_cut"]);
    for (_, panel) in [ratings.importance, ratings.uncertainty].into_iter().flatten() {
        node = node.answers(panel);
    }
    let key = node.input("structure.micmac").records(Kind::Variable).done();
    let variables: Vec<VariableFinding> = tables
        .variables
        .iter()
        .map(|record| {
            let id = record.id.to_string();
            let zone = settled.and_then(|m| Some(m.zones[m.variables.iter().position(|v| *v == id)?]));
            let stat = ratings.importance.and_then(|(_, panel)| {
                panel.cell(&id, None).map(|cell| item(panel, cell, &context.settings))
            });
            let (determining, key) = (zone == Some(Zone::Determinant), zone == Some(Zone::Relay));
            let critical = ratings.critical(&id, |_| None);
            let touches = |refs: &[atalaya_model::Id]| refs.contains(&record.id);
            VariableFinding {
                importance: stat.as_ref().and_then(|s| s.median),
                uncertainty: ratings.uncertainty.and_then(|(_, panel)| {
                    panel.cell(&id, None).and_then(|cell| item(panel, cell, &context.settings).median)
                }),
                n: stat.map_or(0, |s| s.n),
                determining,
                key,
                critical,
                crossing: determining && critical,
                stability: None,
                ideas: named(tables.ideas.iter().filter(|i| touches(&i.into)).map(|i| &i.id)),
                evidence: named(tables.evidence.iter().filter(|e| touches(&e.variables)).map(|e| &e.id)),
                indicators: named(record.indicators.iter()),
                id,
            }
        })
        .collect();
    let with = |test: fn(&VariableFinding) -> bool| -> Vec<Key> {
        variables.iter().filter(|v| test(v)).map(|v| v.id.clone()).collect()
    };
    let (determining, relay, critical, crossing) =
        (with(|v| v.determining), with(|v| v.key), with(|v| v.critical), with(|v| v.crossing));
    let proposed = if settled.is_some() { with(|v| v.determining || v.key) } else { critical.clone() };
    let basis = trace.hash(&key);
    let decision = super::decisions::finding(context, About::KeyVariables, proposed, &basis);
    let strategic = decision.stands.clone();
    if !decision.decided && !strategic.is_empty() {
        trace.gap("structure", Code::NotDecided, &[("about", "key-variables")]);
    }
    decisions.push(decision);
    let diagnosis = diagnosis(context, trace, &strategic);
    StructureFinding {
        cuts: StructureCuts {
            importance: ratings.importance_cut,
            uncertainty: ratings.uncertainty_cut,
            influence: micmac.as_ref().map(|m| m.cut.influence),
            dependence: micmac.as_ref().map(|m| m.cut.dependence),
        },
        foda: crossing_of_factors(context, trace),
        mactor: mactor::run(context, trace),
        actors: actors(context, &strategic),
        key: relay,
        trace: key,
        variables,
        determining,
        critical,
        crossing,
        strategic,
        micmac,
        diagnosis,
    }
}

fn named<'a>(ids: impl Iterator<Item = &'a atalaya_model::Id>) -> Vec<Key> {
    ids.map(ToString::to_string).collect()
}

/// Importance and uncertainty, with their cuts.
struct Ratings<'a> {
    importance: Option<(&'a Answered, &'a Panel)>,
    uncertainty: Option<(&'a Answered, &'a Panel)>,
    importance_cut: Option<f64>,
    uncertainty_cut: Option<f64>,
}

impl<'a> Ratings<'a> {
    fn of(context: &'a Context<'_>) -> Self {
        let importance = context.last("importance", Kind::Variable);
        let uncertainty = context.last("uncertainty", Kind::Variable);
        let middle = |panel: Option<(&Answered, &Panel)>| {
            let points = &panel?.1.points;
            Some((points.first()? + points.last()?) / 2.0)
        };
        Self {
            importance_cut: context.settings.importance_cut.or_else(|| middle(importance)),
            uncertainty_cut: context.settings.uncertainty_cut.or_else(|| middle(uncertainty)),
            importance,
            uncertainty,
        }
    }

    /// Whether a variable is important and uncertain for the experts that `weights` keeps in each round.
    fn critical(&self, id: &str, weights: impl Fn(&Answered) -> Option<Vec<u16>>) -> bool {
        let above = |rated: Option<(&Answered, &Panel)>, cut: Option<f64>| {
            let (Some((round, panel)), Some(cut)) = (rated, cut) else { return false };
            let Some(cell) = panel.cell(id, None) else { return false };
            median(&panel.drawn(cell, weights(round).as_deref())).is_some_and(|m| exceeds(m, cut))
        };
        above(self.importance, self.importance_cut) && above(self.uncertainty, self.uncertainty_cut)
    }
}

/// What each resampled panel says of the classes, for rules that read several of them. By draw, then by variable in the
/// order of the findings.
#[derive(Clone, Debug, Default)]
pub struct Draws {
    /// Critical uncertainties.
    pub critical: Vec<Vec<bool>>,
    /// Median uncertainty.
    pub uncertainty: Vec<Vec<f64>>,
    /// Structural analysis.
    pub micmac: micmac::Draws,
}

/// Adds stability.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop.
pub fn resample(
    context: &Context<'_>,
    finding: &mut StructureFinding,
    control: &Control,
) -> Result<Draws, Cancelled> {
    let settings = &context.settings;
    let mut draws = Draws::default();
    if let Some(micmac) = &mut finding.micmac {
        draws.micmac = micmac::resample(context, micmac, control)?;
    }
    mactor::resample(context, finding.mactor.as_mut(), control)?;
    let ratings = Ratings::of(context);
    let rated = [ratings.importance, ratings.uncertainty];
    let least = rated.iter().map(|r| r.map_or(0, |(_, panel)| panel.carried())).min().unwrap_or(0);
    if least >= 8 {
        let ids: Vec<&str> = finding.variables.iter().map(|v| v.id.as_str()).collect();
        let drawn: Vec<(Vec<bool>, Vec<f64>)> = (0..settings.resamples)
            .into_par_iter()
            .map(|draw| {
                control.check()?;
                let mut kept: Vec<(&str, Vec<u16>)> = Vec::new();
                for (round, _) in rated.iter().flatten() {
                    kept.push((round.id.as_str(), round.resampling(settings).multiplicities(draw)));
                }
                let weights = |round: &Answered| {
                    kept.iter().find(|(id, _)| round.id == *id).map(|(_, weights)| weights.clone())
                };
                let uncertainty = |id: &str| {
                    let value = ratings.uncertainty.and_then(|(round, panel)| {
                        median(&panel.drawn(panel.cell(id, None)?, weights(round).as_deref()))
                    });
                    value.unwrap_or(f64::NEG_INFINITY)
                };
                control.advance(1);
                let critical = ids.iter().map(|id| ratings.critical(id, weights)).collect();
                Ok((critical, ids.iter().map(|id| uncertainty(id)).collect()))
            })
            .collect::<Result<_, Cancelled>>()?;
        (draws.critical, draws.uncertainty) = drawn.into_iter().unzip();
    }
    let structure = finding.micmac.as_ref().and_then(|m| Some((m, m.stability.as_ref()?)));
    for (index, variable) in finding.variables.iter_mut().enumerate() {
        let position = structure.and_then(|(m, _)| m.variables.iter().position(|v| *v == variable.id));
        let class = |counts: fn(&crate::findings::MicmacStability) -> &Vec<usize>| {
            let (_, stability) = structure?;
            let held = *counts(stability).get(position?)?;
            Some(Stability { experts: stability.experts, draws: stability.draws, held })
        };
        let critical = (!draws.critical.is_empty()).then(|| Stability {
            experts: least,
            draws: draws.critical.len(),
            held: draws.critical.iter().filter(|draw| draw[index]).count(),
        });
        let stability =
            VariableStability { determining: class(|s| &s.determining), key: class(|s| &s.key), critical };
        if stability != VariableStability::default() {
            variable.stability = Some(stability);
        }
    }
    Ok(draws)
}

impl Draws {
    /// For each draw that both parts have: the crossing and the ranks that the rule for the axes reads, in the order of
    /// the matrix's variables.
    #[must_use]
    pub fn axes(&self, finding: &StructureFinding) -> Vec<(Vec<usize>, Vec<f64>, Vec<f64>)> {
        let Some(micmac) = &finding.micmac else { return Vec::new() };
        let order: Vec<Option<usize>> =
            micmac.variables.iter().map(|id| finding.variables.iter().position(|v| v.id == *id)).collect();
        self.micmac
            .draws
            .iter()
            .zip(self.critical.iter().zip(&self.uncertainty))
            .map(|(draw, (critical, uncertainty))| {
                let crossing = (0..order.len()).filter(|v| {
                    draw.direct.zones[*v] == MethodZone::Determinant && order[*v].is_some_and(|i| critical[i])
                });
                let influence = draw.direct.influence_rank.iter().map(|r| f64::from(*r)).collect();
                let uncertain =
                    order.iter().map(|i| i.map_or(f64::NEG_INFINITY, |i| uncertainty[i])).collect();
                (crossing.collect(), influence, uncertain)
            })
            .collect()
    }
}

fn crossing_of_factors(context: &Context<'_>, trace: &mut Trace) -> Option<FodaFinding> {
    let factors = &context.tables.factors;
    if factors.is_empty() || context.study.frame.subject.is_empty() {
        return None;
    }
    let (_, panel) = context.last("crossing", Kind::Factor)?;
    let of = |kind: FactorKind| named(factors.iter().filter(|f| f.kind == Some(kind)).map(|f| &f.id));
    let (strengths, weaknesses) = (of(FactorKind::Strength), of(FactorKind::Weakness));
    let (opportunities, threats) = (of(FactorKind::Opportunity), of(FactorKind::Threat));
    let rows: Vec<Key> = strengths.iter().chain(&weaknesses).cloned().collect();
    let columns: Vec<Key> = opportunities.iter().chain(&threats).cloned().collect();
    let score = |row: &Key, column: &Key| {
        let cell = panel.cell(row, Some(column)).or_else(|| panel.cell(column, Some(row)))?;
        median(&panel.drawn(cell, None))
    };
    let matrix: Vec<Vec<Option<f64>>> =
        rows.iter().map(|row| columns.iter().map(|column| score(row, column)).collect()).collect();
    let result = foda(&Crossing {
        strengths: strengths.len(),
        weaknesses: weaknesses.len(),
        opportunities: opportunities.len(),
        threats: threats.len(),
        scores: &matrix,
    })
    .ok()?;
    let names =
        |quadrants: &[Quadrant]| quadrants.iter().map(|q| quadrant_name(*q)).collect::<Vec<_>>().join("=");
    let key = trace
        .node(context, "structure.foda", "foda")
        .convention("means-decide")
        .answers(panel)
        .records(Kind::Factor)
        .done();
    Some(FodaFinding {
        experts: panel.answering().len(),
        quadrants: result
            .quadrants
            .iter()
            .map(|q| FodaQuadrant {
                name: quadrant_name(q.quadrant).to_owned(),
                sum: q.sum,
                mean: q.mean.unwrap_or(0.0),
                share: q.share_of_maximum.unwrap_or(0.0),
            })
            .collect(),
        strategies: QUADRANTS
            .into_iter()
            .zip(&result.strongest)
            .map(|(quadrant, pairs)| {
                let pair = |pair: &Pair| {
                    let (internal, external) = (rows[pair.row].clone(), columns[pair.column].clone());
                    let actions = actions_of(context, &internal, &external);
                    FodaPair { internal, external, score: pair.score, place: pair.place, actions }
                };
                strategy(quadrant, pairs.iter().map(pair).collect())
            })
            .collect(),
        quadrant_by_sum: names(&result.by_sum),
        quadrant_by_mean: names(&result.by_mean),
        row_totals: result.internal.iter().map(|f| f.total).collect(),
        column_totals: result.external.iter().map(|f| f.total).collect(),
        trace: key,
        rows,
        columns,
        matrix,
    })
}

const fn quadrant_name(quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::Fo => "FO",
        Quadrant::Fa => "FA",
        Quadrant::Do => "DO",
        Quadrant::Da => "DA",
    }
}

/// A quadrant by the names of its posture and its verbs.
fn strategy(quadrant: Quadrant, pairs: Vec<FodaPair>) -> FodaStrategy {
    let (posture, tows) = match quadrant {
        Quadrant::Fo => ("offensive", "maxi-maxi"),
        Quadrant::Fa => ("defensive", "maxi-mini"),
        Quadrant::Do => ("adaptive", "mini-maxi"),
        Quadrant::Da => ("survival", "mini-mini"),
    };
    let verb = |verb: Came| match verb {
        Came::Correct => "correct",
        Came::Face => "face",
        Came::Maintain => "maintain",
        Came::Exploit => "exploit",
    };
    FodaStrategy {
        quadrant: quadrant_name(quadrant).to_owned(),
        posture: posture.to_owned(),
        tows: tows.to_owned(),
        came: quadrant.came().map(|came| verb(came).to_owned()).to_vec(),
        pairs,
    }
}

/// The actions that build a variable which both factors concern: what the study does already about their crossing.
fn actions_of(context: &Context<'_>, internal: &Key, external: &Key) -> Vec<Key> {
    let tables = &context.tables;
    let concerned = |id: &Key| {
        let factor = tables.factors.iter().find(|f| f.id == id.as_str());
        factor.map_or(&[][..], |f| &f.variables[..])
    };
    let (inside, outside) = (concerned(internal), concerned(external));
    let builds = |variable: &atalaya_model::Id| inside.contains(variable) && outside.contains(variable);
    named(tables.actions.iter().filter(|a| a.variable.0.as_ref().is_some_and(builds)).map(|a| &a.id))
}

fn actors(context: &Context<'_>, strategic: &[Key]) -> Vec<ActorFinding> {
    let tables = &context.tables;
    tables
        .actors
        .iter()
        .map(|actor| {
            let variables = named(actor.variables.iter());
            ActorFinding {
                id: actor.id.to_string(),
                strategic: variables.iter().filter(|v| strategic.contains(v)).count(),
                actions: named(
                    tables.actions.iter().filter(|a| a.responsible.contains(&actor.id)).map(|a| &a.id),
                ),
                variables,
            }
        })
        .collect()
}

/// A ficha for every strategic variable, and for every other one that has a record.
fn diagnosis(context: &Context<'_>, trace: &mut Trace, strategic: &[Key]) -> Vec<DiagnosisFinding> {
    let tables = &context.tables;
    let last = context.last_known_year();
    let value = |series: &str, economy: &str| {
        let observations = context.study.observations.iter();
        observations
            .filter(|o| o.series == *series && o.economy == economy && last.is_none_or(|year| o.year <= year))
            .max_by_key(|o| o.year)
            .map(|o| Point { year: o.year, value: o.value })
    };
    let economy = context.study.frame.economy.as_str();
    let reference = context.study.frame.comparators.first();
    let mut out = Vec::new();
    for variable in &tables.variables {
        let record = tables.diagnoses.iter().find(|d| d.variable.0.as_ref() == Some(&variable.id));
        let is_strategic = strategic.iter().any(|id| variable.id == id.as_str());
        if record.is_none() && !is_strategic {
            continue;
        }
        let measured_by = |id: &atalaya_model::Id| {
            let indicator = tables.indicators.iter().find(|k| k.id == *id)?;
            indicator.series.0.as_ref().map(ToString::to_string)
        };
        let series = record
            .and_then(|d| d.series.0.as_ref().map(ToString::to_string))
            .or_else(|| variable.indicators.iter().find_map(measured_by));
        let present = series.as_deref().and_then(|s| value(s, economy));
        let other = series.as_deref().zip(reference).and_then(|(s, economy)| value(s, economy));
        // An indicator is of a variable whichever of the two names the other.
        let measured = tables.indicators.iter().any(|k| k.variables.contains(&variable.id));
        let without_indicator = variable.indicators.is_empty() && !measured;
        if without_indicator && is_strategic {
            trace.gap("structure", Code::NoIndicator, &[("id", variable.id.as_str())]);
        }
        out.push(DiagnosisFinding {
            variable: variable.id.to_string(),
            record: record.map(|d| d.id.to_string()),
            ratio: present
                .zip(other)
                .filter(|(a, b)| a.value > 0.0 && b.value > 0.0)
                .map(|(a, b)| a.value / b.value),
            reference_economy: other.and(reference).cloned(),
            reference: other,
            present,
            series,
            without_indicator,
        });
    }
    out
}
