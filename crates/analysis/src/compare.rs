//! Two findings side by side: which classes, ranks and decisions change from one to the other.

use std::collections::BTreeMap;

use atalaya_methods::rank::{Ranks, kendall_agreement};
use atalaya_model::Kind;
use schemars::JsonSchema;
use serde::Serialize;

use crate::findings::{FINDINGS_FORMAT, Findings, Key};

/// What changes from one study, round or rule to another.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Comparison {
    /// Format of the findings.
    pub format: u32,
    /// Release of the program.
    pub release: String,
    /// Hash of what the first findings rest on.
    pub before: String,
    /// Hash of what the second ones rest on.
    pub after: String,
    /// Rules that differ.
    pub rules: Vec<RuleDifference>,
    /// Classes of variables, actions, opportunities, actors and scenarios.
    pub classes: Vec<ClassTable>,
    /// Sets: determining, key and strategic variables, critical uncertainties.
    pub sets: Vec<SetChange>,
    /// Ranks.
    pub ranks: Vec<RankTable>,
    /// Decisions, and what the rules propose, where one of them differs.
    pub decisions: Vec<DecisionChange>,
}

/// A rule that differs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleDifference {
    /// Its name in `study.toml`.
    pub rule: String,
    /// Its first value.
    pub before: String,
    /// Its second value.
    pub after: String,
}

/// The classes of items of a kind.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ClassTable {
    /// `zone`, `indirect-zone`, `igo`, `opportunity`, `robustness`, `admissible`, `balance`, `consensus` (by question).
    pub name: String,
    /// Kind of the items.
    pub kind: String,
    /// Items with a class in both.
    pub compared: usize,
    /// Those whose class changes, in the order of the first findings.
    pub changed: Vec<ClassChange>,
    /// Items with a class only in the first.
    pub only_before: Vec<Key>,
    /// Items with a class only in the second.
    pub only_after: Vec<Key>,
}

/// A class that changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClassChange {
    /// The item.
    pub id: Key,
    /// Its first class.
    pub before: String,
    /// Its second class.
    pub after: String,
}

/// A set that gains or loses items.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SetChange {
    /// `determining`, `key`, `critical`, `crossing`, `strategic`.
    pub name: String,
    /// In both.
    pub stayed: Vec<Key>,
    /// Only in the second.
    pub entered: Vec<Key>,
    /// Only in the first.
    pub left: Vec<Key>,
}

/// The ranks of the items that both have, counted among them: ties share their mean rank.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct RankTable {
    /// `importance`, `influence`, `indirect-influence`, `dependence`, `igo`, `desirability`.
    pub name: String,
    /// Kind of the items.
    pub kind: String,
    /// The items, by their first rank.
    pub items: Vec<RankChange>,
    /// Kendall agreement of both orders, 0 (reversed) to 1 (the same).
    pub agreement: f64,
}

/// An item in both orders.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct RankChange {
    /// The item.
    pub id: Key,
    /// Its first rank, 1 the highest.
    pub before: f64,
    /// Its second rank.
    pub after: f64,
}

/// A decision, or a proposal, that differs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DecisionChange {
    /// What it is about.
    pub about: String,
    /// Whether somebody had decided it.
    pub decided_before: bool,
    /// Whether somebody has decided it.
    pub decided_after: bool,
    /// What stands in the first.
    pub stands_before: Vec<Key>,
    /// What stands in the second.
    pub stands_after: Vec<Key>,
    /// What the rule proposes in the first.
    pub proposed_before: Vec<Key>,
    /// What the rule proposes in the second.
    pub proposed_after: Vec<Key>,
}

/// Compares two findings. Items are matched by their ids.
#[must_use]
pub fn compare(before: &Findings, after: &Findings) -> Comparison {
    let both = |of: &dyn Fn(&Findings) -> Vec<(Key, String)>| (of(before), of(after));
    let mut classes = Vec::new();
    let mut class = |name: &str, kind: Kind, of: &dyn Fn(&Findings) -> Vec<(Key, String)>| {
        let (a, b) = both(of);
        if !a.is_empty() && !b.is_empty() {
            classes.push(class_table(name, kind, &a, &b));
        }
    };
    class("zone", Kind::Variable, &|f| zones(f, false));
    class("indirect-zone", Kind::Variable, &|f| zones(f, true));
    class("igo", Kind::Action, &|f| {
        let items = f.act.igo.iter().flat_map(|igo| &igo.items);
        items.filter_map(|item| Some((item.id.clone(), word(&item.zone?)))).collect()
    });
    class("opportunity", Kind::Opportunity, &|f| {
        f.act.opportunities.iter().filter_map(|o| Some((o.id.clone(), o.zone.clone()?))).collect()
    });
    class("robustness", Kind::Action, &|f| {
        let rows = f.act.robustness.iter().flat_map(|robustness| &robustness.rows);
        rows.filter_map(|row| Some((row.action.clone(), row.class.clone()?))).collect()
    });
    class("admissible", Kind::Scenario, &|f| {
        let steps = f.choose.steps.iter();
        steps
            .filter_map(|s| Some((s.scenario.clone(), if s.admissible? { "yes" } else { "no" }.to_owned())))
            .collect()
    });
    class("balance", Kind::Scenario, &|f| {
        let own = f.explore.balances.iter().flat_map(|balances| &balances.own);
        own.filter_map(|s| Some((s.id.clone(), if s.inconsistency? > 0.0 { "no" } else { "yes" }.to_owned())))
            .collect()
    });
    class("consensus", Kind::Variable, &consensus);
    let mut ranks = Vec::new();
    let mut rank = |name: &str, kind: Kind, of: &dyn Fn(&Findings) -> Vec<(Key, f64)>| {
        ranks.extend(rank_table(name, kind, &of(before), &of(after)));
    };
    let micmac = |f: &Findings, of: &dyn Fn(&crate::findings::MicmacFinding) -> Vec<f64>| {
        let found = f.structure.micmac.as_ref();
        found.map(|m| m.variables.iter().cloned().zip(of(m)).collect::<Vec<_>>()).unwrap_or_default()
    };
    rank("importance", Kind::Variable, &|f| {
        f.structure.variables.iter().filter_map(|v| Some((v.id.clone(), -v.importance?))).collect()
    });
    rank("influence", Kind::Variable, &|f| micmac(f, &|m| m.indirect.direct_influence_rank.clone()));
    rank("indirect-influence", Kind::Variable, &|f| micmac(f, &|m| m.indirect.influence_rank.clone()));
    rank("dependence", Kind::Variable, &|f| micmac(f, &|m| m.indirect.direct_dependence_rank.clone()));
    rank("igo", Kind::Action, &|f| {
        let items = f.act.igo.iter().flat_map(|igo| &igo.items);
        items.filter_map(|item| Some((item.id.clone(), item.rank?))).collect()
    });
    rank("desirability", Kind::Scenario, &|f| {
        f.choose.steps.iter().filter_map(|s| Some((s.scenario.clone(), -s.desirability?))).collect()
    });
    let sets = [
        ("determining", &before.structure.determining, &after.structure.determining),
        ("key", &before.structure.key, &after.structure.key),
        ("critical", &before.structure.critical, &after.structure.critical),
        ("crossing", &before.structure.crossing, &after.structure.crossing),
        ("strategic", &before.structure.strategic, &after.structure.strategic),
    ];
    let sets = sets.into_iter().filter(|(_, a, b)| !a.is_empty() || !b.is_empty()).map(|(name, a, b)| {
        let not_in =
            |list: &[Key], other: &[Key]| list.iter().filter(|id| !other.contains(id)).cloned().collect();
        SetChange {
            name: name.to_owned(),
            stayed: a.iter().filter(|id| b.contains(id)).cloned().collect(),
            entered: not_in(b, a),
            left: not_in(a, b),
        }
    });
    Comparison {
        format: FINDINGS_FORMAT,
        release: after.release.clone(),
        before: before.hash.clone(),
        after: after.hash.clone(),
        rules: rules(&before.frame.rules, &after.frame.rules),
        classes,
        sets: sets.collect(),
        ranks,
        decisions: decisions(before, after),
    }
}

/// Whether there is consensus on each question, in the last round of its consultation that asked it.
fn consensus(findings: &Findings) -> Vec<(Key, String)> {
    let mut last = BTreeMap::new();
    for consultation in &findings.consult.consultations {
        for family in consultation.rounds.iter().flat_map(|round| &round.families) {
            for item in &family.items {
                if let Some(found) = &item.consensus {
                    let word = if found.reached { "yes" } else { "no" };
                    last.insert(format!("{}/{}", family.family, item.id), word.to_owned());
                }
            }
        }
    }
    last.into_iter().collect()
}

/// The word of a class.
fn word(class: &impl Serialize) -> String {
    let value = serde_json::to_value(class).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

fn zones(findings: &Findings, indirect: bool) -> Vec<(Key, String)> {
    let Some(found) = &findings.structure.micmac else { return Vec::new() };
    let zones = if indirect { &found.indirect_zones } else { &found.zones };
    found.variables.iter().cloned().zip(zones.iter().map(word)).collect()
}

fn class_table(name: &str, kind: Kind, before: &[(Key, String)], after: &[(Key, String)]) -> ClassTable {
    let of = |list: &[(Key, String)]| list.iter().cloned().collect::<BTreeMap<Key, String>>();
    let (a, b) = (of(before), of(after));
    let only = |list: &[(Key, String)], other: &BTreeMap<Key, String>| {
        list.iter().filter(|(id, _)| !other.contains_key(id)).map(|(id, _)| id.clone()).collect()
    };
    let shared = before.iter().filter_map(|(id, class)| Some((id, class, b.get(id)?)));
    let changed = shared.clone().filter(|(_, x, y)| x != y).map(|(id, x, y)| ClassChange {
        id: id.clone(),
        before: x.clone(),
        after: y.clone(),
    });
    ClassTable {
        name: name.to_owned(),
        kind: kind.as_str().to_owned(),
        compared: shared.clone().count(),
        changed: changed.collect(),
        only_before: only(before, &b),
        only_after: only(after, &a),
    }
}

/// Ranks among the items that both have; nothing for fewer than two.
fn rank_table(name: &str, kind: Kind, before: &[(Key, f64)], after: &[(Key, f64)]) -> Option<RankTable> {
    let second: BTreeMap<&Key, f64> = after.iter().map(|(id, rank)| (id, *rank)).collect();
    let shared: Vec<(&Key, f64, f64)> =
        before.iter().filter_map(|(id, rank)| Some((id, *rank, *second.get(id)?))).collect();
    if shared.len() < 2 {
        return None;
    }
    let (a, b): (Vec<f64>, Vec<f64>) = shared.iter().map(|(_, x, y)| (*x, *y)).unzip();
    let (first, then) = (Ranks::ascending(&a), Ranks::ascending(&b));
    let mut items: Vec<RankChange> = shared
        .iter()
        .zip(first.average().into_iter().zip(then.average()))
        .map(|((id, ..), (before, after))| RankChange { id: (*id).clone(), before, after })
        .collect();
    items.sort_by(|x, y| x.before.total_cmp(&y.before));
    Some(RankTable {
        name: name.to_owned(),
        kind: kind.as_str().to_owned(),
        items,
        agreement: kendall_agreement(&first, &then),
    })
}

fn rules(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> Vec<RuleDifference> {
    let value =
        |rules: &BTreeMap<String, String>, name: &String| rules.get(name).cloned().unwrap_or_default();
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort();
    names.dedup();
    let both = names.into_iter().map(|name| RuleDifference {
        rule: name.clone(),
        before: value(before, name),
        after: value(after, name),
    });
    both.filter(|rule| rule.before != rule.after).collect()
}

/// What stands and what is proposed, by what it is about: the order of a list says nothing here.
fn decisions(before: &Findings, after: &Findings) -> Vec<DecisionChange> {
    let of = |findings: &Findings| {
        let own = findings.decisions.iter().filter(|d| d.stage.is_none());
        own.map(|d| (d.about.clone(), (d.stands.clone(), d.proposed.clone(), d.decided)))
            .collect::<BTreeMap<_, _>>()
    };
    let (a, b) = (of(before), of(after));
    let same = |x: &[Key], y: &[Key]| {
        let (mut x, mut y) = (x.to_vec(), y.to_vec());
        x.sort();
        y.sort();
        x == y
    };
    let mut about: Vec<&String> = a.keys().chain(b.keys()).collect();
    about.sort();
    about.dedup();
    let both = about.into_iter().map(|about| {
        let (stands_before, proposed_before, decided_before) = a.get(about).cloned().unwrap_or_default();
        let (stands_after, proposed_after, decided_after) = b.get(about).cloned().unwrap_or_default();
        DecisionChange {
            about: about.clone(),
            decided_before,
            decided_after,
            stands_before,
            stands_after,
            proposed_before,
            proposed_after,
        }
    });
    both.filter(|d| {
        let kept = same(&d.stands_before, &d.stands_after) && same(&d.proposed_before, &d.proposed_after);
        !kept || d.decided_before != d.decided_after
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::{DecisionFinding, IndirectFinding, MicmacFinding, Zone};

    fn findings(ids: &[&str], ranks: &[f64], zones: &[Zone], bet: &str) -> Findings {
        let mut out = Findings::default();
        out.structure.micmac = Some(MicmacFinding {
            variables: ids.iter().map(|id| (*id).to_owned()).collect(),
            zones: zones.to_vec(),
            indirect: IndirectFinding { direct_influence_rank: ranks.to_vec(), ..IndirectFinding::default() },
            ..MicmacFinding::default()
        });
        let decided = DecisionFinding {
            about: "bet".to_owned(),
            stands: vec![bet.to_owned()],
            proposed: vec!["S1".to_owned()],
            ..DecisionFinding::default()
        };
        out.decisions.push(decided);
        out.frame.rules.insert("aggregation".to_owned(), bet.to_owned());
        out
    }

    #[test]
    fn classes_ranks_decisions_and_rules_are_compared_by_id() {
        use Zone::{Autonomous, Determinant, Relay};
        let a = findings(&["V1", "V2", "V3"], &[1.0, 2.0, 3.0], &[Determinant, Relay, Autonomous], "S1");
        let b = findings(
            &["V4", "V3", "V2", "V1"],
            &[1.0, 2.0, 3.0, 4.0],
            &[Relay, Relay, Relay, Determinant],
            "S2",
        );
        let found = compare(&a, &b);
        assert_eq!(found.classes[0].compared, 3);
        assert_eq!(found.classes[0].only_after, ["V4"]);
        let moved = &found.classes[0].changed;
        assert_eq!((moved.len(), moved[0].id.as_str(), moved[0].after.as_str()), (1, "V3", "relay"));
        // Among the three that both have, the order is reversed.
        let order: Vec<(f64, f64)> = found.ranks[0].items.iter().map(|i| (i.before, i.after)).collect();
        assert_eq!(order, [(1.0, 3.0), (2.0, 2.0), (3.0, 1.0)]);
        assert_eq!(found.ranks[0].agreement, 0.0);
        assert_eq!(found.decisions.len(), 1);
        assert_eq!(found.decisions[0].stands_after, ["S2"]);
        assert_eq!(found.rules[0].after, "S2");
        let same = compare(&a, &a);
        assert!(same.decisions.is_empty() && same.rules.is_empty() && same.classes[0].changed.is_empty());
        assert_eq!(same.ranks[0].agreement, 1.0);
    }
}
