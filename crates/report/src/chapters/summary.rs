//! One page for the decision-maker that stands alone: the question, today, the futures, the bet and its distance, what to
//! do, what would make us change our mind.

use atalaya_analysis::findings::{IgoItem, IgoZone, ScenarioFinding};
use atalaya_model::Kind;

use super::{Book, bet, watch};
use crate::{
    doc::{Block, Fact},
    rich::Rich,
};

/// Actions shown, unless those of one place are more.
const ACTIONS: usize = 7;

/// The exploratory scenario in whose quadrant a position lies; the position's own name where none is there.
fn place(book: &Book<'_>, position: &ScenarioFinding) -> String {
    let sides = |s: &ScenarioFinding| Some((s.x? > 0.0, s.y? > 0.0));
    let own = sides(position);
    let corners = book.findings.explore.scenarios.iter().filter(|s| s.kind == "exploratory");
    let same = corners.clone().find(|s| own.is_some() && sides(s) == own);
    book.name(Kind::Scenario, same.map_or(position.id.as_str(), |s| s.id.as_str()))
}

/// The poles of a scenario in a few words: "Regulatory framework: articulated; education: late".
fn poles(book: &Book<'_>, scenario: &ScenarioFinding) -> String {
    let sides = scenario.corner.chars();
    let said: Vec<String> = book
        .study
        .axes
        .iter()
        .zip(sides)
        .filter_map(|(axis, side)| {
            let pole = book.text(if side == '+' { &axis.high } else { &axis.low });
            // What stands before the colon names the pole; the rest explains it.
            let pole = pole.split(':').next().unwrap_or(pole).trim();
            let named = book.text(&axis.name);
            let variable = axis.variable.0.as_ref().map(|id| book.name(Kind::Variable, id.as_str()));
            let name = if named.is_empty() { variable? } else { named.to_owned() };
            let first = pole.chars().next()?.to_lowercase();
            Some(format!("{name}: {}{}", first, pole.chars().skip(1).collect::<String>()))
        })
        .collect();
    said.join("; ")
}

/// What to do now by its place in the order, those that tie together; and how many more there are.
fn first_actions(book: &Book<'_>) -> Vec<Fact> {
    let Some(igo) = &book.findings.act.igo else { return Vec::new() };
    let of = |zone: IgoZone| igo.items.iter().filter(move |i| i.zone == Some(zone));
    let zone = if of(IgoZone::Immediate).count() > 0 { IgoZone::Immediate } else { IgoZone::Challenge };
    let place = |item: &&IgoItem| item.rank.unwrap_or(f64::INFINITY);
    let mut ranked: Vec<&IgoItem> = of(zone).collect();
    ranked.sort_by(|a, b| place(a).total_cmp(&place(b)));
    let mut facts = Vec::new();
    let mut shown = 0;
    for tied in ranked.chunk_by(|a, b| (place(a) - place(b)).abs() < 1e-9) {
        if shown > 0 && shown + tied.len() > ACTIONS {
            break;
        }
        let (first, last) = (shown + 1, shown + tied.len());
        let (key, rank) = match first == last {
            true => ("summary-place", first.to_string()),
            false => ("summary-places", format!("{first}–{last}")),
        };
        let names: Vec<String> = tied.iter().map(|i| book.full(Kind::Action, &i.id)).collect();
        facts.push(Fact::new(book.say(key, &[("place", rank.into())]), names.join("; ")));
        shown = last;
    }
    let more = ranked.len() - shown;
    if more > 0 {
        facts.push(Fact::new("", book.say("summary-more-actions", &[("n", more.into())])));
    }
    facts
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
            // What goes on in the next line has no name of its own.
            let name = if key.is_empty() { String::new() } else { book.t(key) };
            facts.push(Fact::new(name, value));
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
    let exploratory = || explore.scenarios.iter().filter(|s| s.kind == "exploratory");
    let futures: Vec<(String, String)> = exploratory()
        .map(|s| {
            let asked = explore.probabilities.iter().filter(|p| p.asked());
            let corners = asked.flat_map(|p| &p.corners);
            let p = corners.clone().find(|c| c.scenario.as_deref() == Some(s.id.as_str()));
            let name = book.name(Kind::Scenario, &s.id);
            (p.map_or(name.clone(), |p| format!("{name} ({})", book.probability(p.mean))), poles(book, s))
        })
        .collect();
    for (index, (name, poles)) in futures.into_iter().enumerate() {
        let said = Rich::default().strong(name);
        let said = if poles.is_empty() { said } else { said.and(format!(": {poles}.")) };
        add(if index == 0 { "summary-futures" } else { "" }, said);
    }
    if findings.choose.bet.is_some() {
        let mut text = bet::lead(book);
        if let Some(distance) = findings.choose.distance.first() {
            let states = distance.states;
            let args = [
                ("k", states.k.to_string().into()),
                ("n", states.n.to_string().into()),
                ("rest", states.n.saturating_sub(states.k).into()),
            ];
            let today = explore.scenarios.iter().any(|s| s.id == distance.from && s.kind == "present");
            text.push(' ');
            text.push_str(
                &book.say(if today { "summary-distance-today" } else { "summary-distance-trend" }, &args),
            );
        }
        add("summary-bet", text.into());
    }
    if let Some(found) = &findings.act.robustness {
        let robust: Vec<String> = found
            .rows
            .iter()
            .filter(|row| row.class.as_deref() == Some("robust"))
            .map(|row| row.action.clone())
            .collect();
        let args = [
            ("count", robust.len().into()),
            ("names", book.list(Kind::Action, &robust).into()),
            ("scenarios", found.scenarios.len().into()),
        ];
        add("summary-robust", book.say("action-robustness-text", &args).into());
    }
    if !findings.watch.indicators.is_empty() {
        add("summary-watch", watch::lead(book).into());
    }
    out.push(Block::Facts(facts));
    let actions = first_actions(book);
    if !actions.is_empty() {
        out.push(book.section("summary-actions", "summary-actions"));
        out.push(Block::Facts(actions));
    }
    let changes: Vec<Rich> = book
        .study
        .plans
        .iter()
        .filter(|plan| !book.text(&plan.trigger).is_empty())
        .map(|plan| Rich::from(book.text(&plan.trigger)).and(" ").strong(bet::trigger_state(book, plan)))
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
