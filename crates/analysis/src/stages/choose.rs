//! `choose` · apostar: admissible, most desirable, feasible; the vote and the decision apart; distance; robustness.

use atalaya_methods::{
    bet::{Bet, BetRule, Outcome, ScenarioAnswers, bet},
    control::{Cancelled, Control},
};
use atalaya_model::{
    Code, Kind,
    choice::{About, ScenarioKind},
    records::Scenario,
};
use rayon::prelude::*;

use crate::{
    context::{Context, Trace},
    findings::{
        BetRobustness, BetStep, ChooseFinding, Count, DecisionFinding, Distance, ExploreFinding,
        GroupProposal, Key, PanelLevel, Range, ScenarioDraws, ScenarioFinding, Stability, Vote,
    },
    panel::{Answered, OTHER, Panel},
    settings::Settings,
};

/// The judgements that the rule reads.
const FAMILIES: [&str; 3] = ["plausibility", "desirability", "feasibility"];

/// What the rule reads of a study.
struct Ballot<'a> {
    scenarios: Vec<&'a ScenarioFinding>,
    panels: [Option<(&'a Answered, &'a Panel)>; 3],
    vote: Option<(&'a Answered, &'a Panel)>,
    rule: BetRule,
}

impl<'a> Ballot<'a> {
    fn of(context: &'a Context<'_>, explore: &'a ExploreFinding) -> Self {
        let panels = FAMILIES.map(|family| context.last(family, Kind::Scenario));
        let judged = |id: &str| panels.iter().flatten().any(|(_, panel)| panel.cell(id, None).is_some());
        let scenarios = explore.scenarios.iter().filter(|s| judged(&s.id)).collect();
        let Settings { bet_plausible, bet_feasible, .. } = context.settings;
        let rule =
            BetRule { admissible_share: bet_plausible, feasible_from: bet_feasible, ..BetRule::default() };
        Self { scenarios, panels, vote: context.last("vote", Kind::Scenario), rule }
    }

    /// The rule on the experts that `weights` keeps in each round.
    fn apply(&self, weights: impl Fn(&Answered) -> Option<Vec<u16>>) -> Bet {
        let kept: Vec<Option<Vec<u16>>> =
            self.panels.iter().map(|panel| panel.and_then(|(round, _)| weights(round))).collect();
        let answers = |index: usize, id: &str| -> Vec<f64> {
            let Some((_, panel)) = self.panels[index] else { return Vec::new() };
            let Some(cell) = panel.cell(id, None) else { return Vec::new() };
            panel.drawn(cell, kept[index].as_deref())
        };
        let scenarios: Vec<ScenarioAnswers> = self
            .scenarios
            .iter()
            .map(|s| ScenarioAnswers {
                plausibility: answers(0, &s.id),
                desirability: answers(1, &s.id),
                feasibility: answers(2, &s.id),
                excluded_pairs: s.excluded.len(),
            })
            .collect();
        bet(&scenarios, &self.rule)
    }

    /// The proposal: one scenario, or none where the rule finds none or several.
    fn proposal(&self, bet: &Bet) -> Option<Key> {
        match bet.proposed[..] {
            [one] => Some(self.scenarios[one].id.clone()),
            _ => None,
        }
    }

    /// The round whose experts say which scenario is most desirable.
    fn round(&self) -> Option<&'a Answered> {
        self.panels[1].map(|(round, _)| round)
    }
}

/// The point findings.
#[must_use]
pub fn run(
    context: &Context<'_>,
    trace: &mut Trace,
    explore: &ExploreFinding,
    decisions: &mut Vec<DecisionFinding>,
) -> ChooseFinding {
    let ballot = Ballot::of(context, explore);
    let mut node = trace
        .node(context, "choose.bet", "bet")
        .convention("admissible-desirable-feasible")
        .rules(&["bet_plausible", "bet_feasible"])
        .input("explore.scenarios");
    for (_, panel) in ballot.panels.iter().flatten().chain(ballot.vote.iter()) {
        node = node.answers(panel);
    }
    let trace_key = node.records(Kind::Exclusion).done();
    if ballot.round().is_none() && !explore.scenarios.is_empty() {
        trace.gap("choose", Code::NoFamily, &[("family", "desirability"), ("kind", "scenario")]);
    }
    let result = ballot.apply(|_| None);
    let proposed = ballot.proposal(&result);
    let tied: Vec<Key> = if result.proposed.len() > 1 {
        result.proposed.iter().map(|i| ballot.scenarios[*i].id.clone()).collect()
    } else {
        Vec::new()
    };
    let basis = trace.hash(&trace_key);
    let decision = super::decisions::finding(context, About::Bet, proposed.iter().cloned().collect(), &basis);
    let bet = decision.stands.first().cloned();
    let decided = decision.decided;
    if !decided && !ballot.scenarios.is_empty() {
        trace.gap("choose", Code::NotDecided, &[("about", "bet")]);
    }
    decisions.push(decision);
    let (vote, voters) = votes(&ballot, None);
    let most = vote.iter().map(|v| v.votes.k).max().unwrap_or(0);
    let voted_for = |id: &str| vote.iter().any(|v| v.scenario == id && v.votes.k == most);
    ChooseFinding {
        vote_differs: most > 0 && bet.as_ref().is_some_and(|id| !voted_for(id)),
        steps: steps(&ballot, &result),
        distance: bet.as_deref().map(|id| distances(context, explore, id)).unwrap_or_default(),
        plans: context.tables.plans.iter().map(|plan| plan.id.to_string()).collect(),
        robustness: None,
        trace: trace_key,
        bet,
        decided,
        proposed,
        tied,
        vote,
        voters,
    }
}

fn steps(ballot: &Ballot<'_>, result: &Bet) -> Vec<BetStep> {
    let mut order = 0;
    result
        .trail
        .iter()
        .map(|step| {
            let id = &ballot.scenarios[step.scenario].id;
            let answers = |index: usize| {
                let count = |(_, panel): (&Answered, &Panel)| {
                    panel.cell(id, None).map_or(0, |c| panel.drawn(c, None).len())
                };
                ballot.panels[index].map_or(0, count)
            };
            let admissible = !matches!(step.outcome, Outcome::Excluded | Outcome::NotPlausible);
            let ordered = admissible && step.outcome != Outcome::NoDesirability;
            order += usize::from(ordered);
            let carried = |value: Option<f64>, n: usize| {
                value.filter(|_| {
                    matches!(PanelLevel::of(n), PanelLevel::Single) || PanelLevel::of(n) >= PanelLevel::Counts
                })
            };
            let feasibility = carried(step.feasibility, answers(2));
            BetStep {
                scenario: id.clone(),
                plausible: (step.plausible.n > 0)
                    .then_some(Count { k: step.plausible.k, n: step.plausible.n }),
                excluded: ballot.scenarios[step.scenario].excluded.len(),
                admissible: (step.plausible.n > 0).then_some(admissible),
                desirability: carried(step.desirability, answers(1)),
                order: ordered.then_some(order),
                feasible: step.feasibility.map(|f| f >= ballot.rule.feasible_from - 1e-9),
                feasibility,
                verdict: match step.outcome {
                    Outcome::Excluded | Outcome::NotPlausible => "not-admissible",
                    Outcome::NoDesirability => "not-judged",
                    Outcome::NotFeasible => "not-feasible",
                    Outcome::LessDesirable => "less-desirable",
                    Outcome::Proposed => "proposed",
                }
                .to_owned(),
            }
        })
        .collect()
}

/// Votes by scenario, most votes first, and the number of voters.
fn votes(ballot: &Ballot<'_>, weights: Option<&[u16]>) -> (Vec<Vote>, usize) {
    let Some((_, panel)) = ballot.vote else { return (Vec::new(), 0) };
    let times = |expert: &usize| usize::from(weights.map_or(1, |w| w.get(*expert).copied().unwrap_or(0)));
    let voters: usize = panel.answering().iter().map(times).sum();
    let mut votes: Vec<Vote> = ballot
        .scenarios
        .iter()
        .map(|s| {
            let k = panel
                .cell(&s.id, None)
                .map_or(0, |cell| panel.drawn(cell, weights).iter().filter(|v| **v > 0.5).count());
            Vote { scenario: s.id.clone(), votes: Count { k, n: voters } }
        })
        .collect();
    votes.sort_by_key(|vote| std::cmp::Reverse(vote.votes.k));
    (votes, voters)
}

fn distances(context: &Context<'_>, explore: &ExploreFinding, bet: &str) -> Vec<Distance> {
    let record = |id: &str| context.tables.scenarios.iter().find(|s| s.id == *id).copied();
    let finding = |id: &str| explore.scenarios.iter().find(|s| s.id == id);
    let Some(target) = record(bet) else { return Vec::new() };
    let asked = explore.probabilities.as_ref().filter(|p| p.asked());
    let probability = |id: &str| {
        let corners = &asked?.corners;
        corners.iter().find(|corner| corner.scenario.as_deref() == Some(id)).map(|corner| corner.mean)
    };
    let most_probable = asked
        .iter()
        .flat_map(|p| p.corners.iter().map(|corner| corner.mean))
        .fold(None, |most: Option<f64>, p| Some(most.map_or(p, |m| m.max(p))));
    let from = |kind: ScenarioKind| context.tables.scenarios.iter().find(|s| s.kind == Some(kind)).copied();
    [from(ScenarioKind::Present), from(ScenarioKind::Trend)]
        .into_iter()
        .flatten()
        .map(|origin| {
            let (compared, variables) = differing(origin, target);
            let plane = finding(origin.id.as_str()).zip(finding(bet)).and_then(|(a, b)| {
                let (dx, dy) = (a.x? - b.x?, a.y? - b.y?);
                Some((dx * dx + dy * dy).sqrt())
            });
            Distance {
                from: origin.id.to_string(),
                states: Count { k: variables.len(), n: compared },
                variables,
                plane,
                probability_gap: probability(bet).zip(most_probable).map(|(p, most)| p - most),
            }
        })
        .collect()
}

/// Variables that both scenarios fix, and those of them in different states.
fn differing(a: &Scenario, b: &Scenario) -> (usize, Vec<Key>) {
    let mut compared = 0;
    let mut variables = Vec::new();
    for state in a.states.iter() {
        if let Some(other) = b.states.iter().find(|other| other.head() == state.head()) {
            compared += 1;
            if other != state {
                variables.push(state.head().to_owned());
            }
        }
    }
    variables.sort_by(|a, b| atalaya_model::id::natural_cmp(a, b));
    (compared, variables)
}

/// Adds how robust the proposal is.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop.
pub fn resample(
    context: &Context<'_>,
    explore: &ExploreFinding,
    finding: &mut ChooseFinding,
    control: &Control,
) -> Result<(), Cancelled> {
    let ballot = Ballot::of(context, explore);
    let Some((round, desired)) = ballot.panels[1] else { return Ok(()) };
    let answering = desired.answering();
    if answering.len() < 5 {
        return Ok(());
    }
    let n = ballot.panels.iter().flatten().map(|(_, panel)| panel.carried()).min().unwrap_or(0);
    let settings = &context.settings;
    let mut robustness = BetRobustness::default();
    let proposal_of =
        |weights: &(dyn Fn(&Answered) -> Option<Vec<u16>> + Sync)| ballot.proposal(&ballot.apply(weights));
    if n >= 8 {
        let proposals: Vec<Option<Key>> = (0..settings.resamples)
            .into_par_iter()
            .map(|draw| {
                control.check()?;
                let proposal =
                    proposal_of(&|round: &Answered| Some(round.resampling(settings).multiplicities(draw)));
                control.advance(1);
                Ok(proposal)
            })
            .collect::<Result<_, Cancelled>>()?;
        let mut names: Vec<Key> = ballot.scenarios.iter().map(|s| s.id.clone()).collect();
        names.push(String::new());
        robustness.draws = names
            .into_iter()
            .map(|scenario| {
                let held = proposals.iter().filter(|p| p.as_deref().unwrap_or_default() == scenario).count();
                let stability = Stability { experts: n, draws: proposals.len(), held };
                ScenarioDraws { scenario, stability }
            })
            .filter(|draws| draws.stability.held > 0 || !draws.scenario.is_empty())
            .collect();
    }
    let without = |expert: usize| {
        let code = round.experts[expert].clone();
        move |round: &Answered| Some(round.experts.iter().map(|e| u16::from(*e != code)).collect())
    };
    let stood = answering.iter().filter(|expert| proposal_of(&without(**expert)) == finding.proposed).count();
    let leave_one_out = Count { k: stood, n: answering.len() };
    robustness.leave_one_out = finding.proposed.is_some().then_some(leave_one_out);
    if let (Some(bet), Some((round, vote))) = (&finding.bet, ballot.vote) {
        let counts = vote.answering().into_iter().map(|expert| {
            let weights: Vec<u16> = (0..round.experts.len()).map(|e| u16::from(e != expert)).collect();
            let (votes, _) = votes(&ballot, Some(&weights));
            votes.iter().find(|v| v.scenario == *bet).map_or(0.0, |v| v.votes.k as f64)
        });
        let counts: Vec<f64> = counts.collect();
        let low = counts.iter().copied().fold(f64::INFINITY, f64::min);
        let high = counts.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        robustness.vote_range = (counts.len() >= 5).then_some(Range { low, high });
    }
    if round.shown.len() > 1 {
        for (label, members) in round.shown.iter().filter(|(_, members)| members.len() >= settings.min_group)
        {
            let codes: Vec<_> = members.iter().map(|m| round.experts[*m].clone()).collect();
            let only =
                |round: &Answered| Some(round.experts.iter().map(|e| u16::from(codes.contains(e))).collect());
            robustness.groups.push(GroupProposal {
                group: if label.is_empty() { OTHER.to_owned() } else { label.clone() },
                experts: members.len(),
                proposed: proposal_of(&only),
            });
        }
    }
    finding.robustness = Some(robustness);
    Ok(())
}
