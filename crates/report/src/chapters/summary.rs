//! One page for the decision-maker that stands alone: the question, today, the futures, the bet and its distance, what to
//! do, what would make us change our mind.

use atalaya_analysis::findings::{IgoZone, ScenarioFinding};
use atalaya_model::Kind;

use super::{Book, bet};
use crate::{
    doc::{Block, Fact},
    rich::Rich,
};

/// Actions shown.
const ACTIONS: usize = 5;

/// The exploratory scenario in whose quadrant a position lies; the position's own name where none is there.
fn place(book: &Book<'_>, position: &ScenarioFinding) -> String {
    let sides = |s: &ScenarioFinding| Some((s.x? > 0.0, s.y? > 0.0));
    let own = sides(position);
    let corners = book.findings.explore.scenarios.iter().filter(|s| s.kind == "exploratory");
    let same = corners.clone().find(|s| own.is_some() && sides(s) == own);
    book.name(Kind::Scenario, same.map_or(position.id.as_str(), |s| s.id.as_str()))
}

/// The page; empty where the study has not come as far as a question.
#[must_use]
pub fn page(book: &Book<'_>) -> Vec<Block> {
    let frame = &book.study.frame;
    let findings = book.findings;
    let mut out = Vec::new();
    let question = book.text(&frame.question);
    if !question.is_empty() {
        out.push(Block::Lead(question.into()));
    }
    let notice = book.text(&frame.notice);
    if !notice.is_empty() {
        out.push(book.care(notice));
    }
    let mut facts: Vec<Fact> = Vec::new();
    let mut add = |key: &str, value: Rich| {
        if !value.is_empty() {
            facts.push(Fact::new(book.t(key), value));
        }
    };
    let crossing = &findings.structure.crossing;
    if !crossing.is_empty() {
        let names = book.list(Kind::Variable, crossing);
        add(
            "summary-variables",
            book.say("summary-crossing", &[("names", names.into()), ("count", crossing.len().into())]).into(),
        );
    }
    let explore = &findings.explore;
    let of_kind = |kind: &str| explore.scenarios.iter().find(|s| s.kind == kind);
    if let Some(present) = of_kind("present") {
        add("summary-today", place(book, present).into());
    }
    if let Some(trend) = of_kind("trend") {
        add("summary-trend", place(book, trend).into());
    }
    let futures: Vec<String> = explore
        .scenarios
        .iter()
        .filter(|s| s.kind == "exploratory")
        .map(|s| {
            let corners = explore.probabilities.iter().flat_map(|p| &p.corners);
            let p = corners.clone().find(|c| c.scenario.as_deref() == Some(s.id.as_str()));
            let name = book.name(Kind::Scenario, &s.id);
            p.map_or(name.clone(), |p| format!("{name} ({})", book.probability(p.mean)))
        })
        .collect();
    if !futures.is_empty() {
        add("summary-futures", book.words.list(&futures).into());
    }
    if findings.choose.bet.is_some() {
        let mut text = bet::lead(book);
        if let Some(distance) = findings.choose.distance.first() {
            let args =
                [("k", distance.states.k.to_string().into()), ("n", distance.states.n.to_string().into())];
            let today = explore.scenarios.iter().any(|s| s.id == distance.from && s.kind == "present");
            text.push(' ');
            text.push_str(
                &book.say(if today { "summary-distance-today" } else { "summary-distance-trend" }, &args),
            );
        }
        add("summary-bet", text.into());
    }
    out.push(Block::Facts(facts));
    if let Some(igo) = &findings.act.igo {
        let mut ranked: Vec<_> = igo
            .items
            .iter()
            .filter(|i| matches!(i.zone, Some(IgoZone::Immediate | IgoZone::Challenge)))
            .collect();
        ranked.sort_by(|a, b| a.rank.unwrap_or(f64::INFINITY).total_cmp(&b.rank.unwrap_or(f64::INFINITY)));
        let items: Vec<Rich> =
            ranked.iter().take(ACTIONS).map(|i| book.full(Kind::Action, &i.id).into()).collect();
        if !items.is_empty() {
            out.push(book.section("summary-actions", "summary-actions"));
            out.push(Block::List { ordered: true, items });
        }
    }
    let changes: Vec<Rich> = book
        .study
        .plans
        .iter()
        .map(|plan| book.text(&plan.trigger))
        .filter(|t| !t.is_empty())
        .map(Rich::from)
        .collect();
    if !changes.is_empty() {
        out.push(book.section("summary-change", "summary-change"));
        out.push(Block::List { ordered: false, items: changes });
    }
    if out.iter().all(|block| matches!(block, Block::Facts(facts) if facts.is_empty())) {
        out.clear();
    }
    out
}
