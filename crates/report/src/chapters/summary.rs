//! One page for the decision-maker that stands alone: the question, today, the futures, the bet and its distance, what to
//! do, what would make us change our mind.

use atalaya_analysis::findings::{IgoItem, IgoZone, ScenarioFinding};
use atalaya_model::{Kind, records::Axis};

use super::{Book, bet, watch};
use crate::{
    doc::{Block, Fact},
    rich::{Inline, Rich},
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

/// The axes and the poles of a scenario in a few words: "Regulatory framework", "articulated".
fn sides(book: &Book<'_>, scenario: &ScenarioFinding) -> Vec<(String, String)> {
    let side = |(axis, side): (&Axis, char)| {
        let pole = book.text(if side == '+' { &axis.high } else { &axis.low });
        // What stands before the colon names the pole; the rest explains it.
        let pole = pole.split(':').next().unwrap_or(pole).trim();
        let named = book.text(&axis.name);
        let variable = axis.variable.0.as_ref().map(|id| book.name(Kind::Variable, id.as_str()));
        let name = if named.is_empty() { variable? } else { named.to_owned() };
        let first = pole.chars().next()?.to_lowercase();
        Some((name, format!("{}{}", first, pole.chars().skip(1).collect::<String>())))
    };
    book.study.axes.iter().zip(scenario.corner.chars()).filter_map(side).collect()
}

/// The same as words: "Regulatory framework: articulated; education: late".
pub(super) fn poles(book: &Book<'_>, scenario: &ScenarioFinding) -> String {
    let said = sides(book, scenario).into_iter().map(|(axis, pole)| format!("{axis}: {pole}"));
    said.collect::<Vec<_>>().join("; ")
}

/// A scenario and, where the panel was asked, how likely it is: "Terraces in Bloom (15%)".
pub(super) fn likely(book: &Book<'_>, scenario: &ScenarioFinding) -> String {
    let asked = book.findings.explore.probabilities.iter().filter(|p| p.asked());
    let mut corners = asked.flat_map(|p| &p.corners);
    let p = corners.find(|c| c.scenario.as_deref() == Some(scenario.id.as_str()));
    let name = book.name(Kind::Scenario, &scenario.id);
    p.map_or(name.clone(), |p| format!("{name} ({})", book.probability(p.mean)))
}

/// The actions that begin first, by year.
fn earliest(book: &Book<'_>) -> Vec<Fact> {
    let mut last = None;
    let first = book.findings.act.roadmap.iter().take(ACTIONS).map(|row| {
        let label =
            if last.replace(row.from) == Some(row.from) { String::new() } else { row.from.to_string() };
        Fact::new(label, book.name(Kind::Action, &row.action))
    });
    first.collect()
}

/// What to do now by its place in the order, those that tie together; and how many more there are. Where the panel was not
/// asked for an order, what begins first.
fn first_actions(book: &Book<'_>) -> Vec<Fact> {
    let Some(igo) = &book.findings.act.igo else { return earliest(book) };
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
        for (index, item) in tied.iter().enumerate() {
            let label =
                if index == 0 { book.say(key, &[("place", rank.as_str().into())]) } else { String::new() };
            facts.push(Fact::new(label, book.name(Kind::Action, &item.id)));
        }
        shown = last;
    }
    let more = ranked.len() - shown;
    if more > 0 {
        let said = Rich::from(book.say("summary-more-actions", &[("n", more.into())]));
        let part = [("part", Inline::Ref("igo-table".to_owned()))];
        let part = Rich::say(book.words, "summary-more-where", &[], &part);
        facts.push(Fact::new("", said.and(Inline::about(["igo-table"], part)).and(".")));
    }
    facts
}

/// What a study without scenarios lacks and what comes next on its path.
fn missing(book: &Book<'_>) -> String {
    let structure = &book.findings.structure;
    let next = if book.study.variables.is_empty() {
        "variables"
    } else if structure.strategic.is_empty() {
        "structure"
    } else if book.study.axes.is_empty() {
        "axes"
    } else {
        "scenarios"
    };
    book.say("summary-no-scenarios", &[("next", next.into())])
}

/// The same of a study with scenarios and without a bet.
fn no_bet(book: &Book<'_>) -> String {
    let judged = book.findings.explore.scenarios.iter().any(|s| s.plausibility.is_some());
    if judged {
        return format!("{} {}", bet::lead(book), book.t("summary-decide"));
    }
    book.t("summary-no-bet")
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
    // What goes on in the next line has no name of its own.
    let mut line = |name: String, value: Rich| {
        if !value.is_empty() {
            facts.push(Fact::new(name, value));
        }
    };
    let (cutoff, today) = (book.words.date(&frame.cutoff), book.words.date(&frame.as_of));
    line(book.t("summary-subject"), book.text(&frame.subject).into());
    let authors = book.words.list(&frame.authors);
    if !authors.is_empty() && !today.is_empty() {
        let args = [("authors", authors.into()), ("date", today.as_str().into())];
        line(book.t("summary-made"), book.say("summary-made-value", &args).into());
    }
    let crossing = &findings.structure.crossing;
    if !crossing.is_empty() {
        // Whoever reads one page has no list of codes.
        let quoted = |id: &String| book.words.conventions().quoted(&book.name(Kind::Variable, id));
        let names = book.words.list(&crossing.iter().map(quoted).collect::<Vec<_>>());
        let args = [("names", names.into()), ("count", crossing.len().into())];
        line(book.t("summary-variables"), book.say("summary-crossing", &args).into());
    }
    let strategic = &findings.structure.strategic;
    if crossing.is_empty() && !strategic.is_empty() {
        let names: Vec<String> = strategic.iter().map(|id| book.name(Kind::Variable, id)).collect();
        line(book.t("about-key-variables"), names.join("; ").into());
    }
    let explore = &findings.explore;
    let of_kind = |kind: &str| explore.scenarios.iter().find(|s| s.kind == kind);
    if let Some(present) = of_kind("present") {
        // The present of a study is that of the day on which its information closes.
        let name = match cutoff.as_str() {
            "" => book.t("summary-today"),
            date => book.say("summary-today-on", &[("date", date.into())]),
        };
        line(name, place(book, present).into());
    }
    if let Some(trend) = of_kind("trend") {
        line(book.t("summary-trend"), place(book, trend).into());
    }
    let exploratory = || explore.scenarios.iter().filter(|s| s.kind == "exploratory");
    let axes: Vec<String> = exploratory()
        .next()
        .map(|s| sides(book, s).into_iter().map(|(axis, _)| book.words.conventions().quoted(&axis)).collect())
        .unwrap_or_default();
    // The axes are named once, above the poles of each scenario.
    let mut label = book.t("summary-futures");
    if axes.len() == 2 {
        let args = [("axes", book.words.list(&axes).into())];
        line(std::mem::take(&mut label), book.say("summary-axes", &args).into());
    }
    for scenario in exploratory() {
        let poles: Vec<String> = match axes.len() {
            2 => sides(book, scenario).into_iter().map(|(_, pole)| pole).collect(),
            _ => Some(poles(book, scenario)).filter(|poles| !poles.is_empty()).into_iter().collect(),
        };
        let said = Rich::default().strong(likely(book, scenario));
        let said = if poles.is_empty() { said } else { said.and(format!(": {}.", poles.join("; "))) };
        line(std::mem::take(&mut label), said);
    }
    if exploratory().next().is_none() && !question.is_empty() {
        line(label, missing(book).into());
    }
    if findings.choose.bet.is_none() && exploratory().next().is_some() {
        line(book.t("summary-bet"), no_bet(book).into());
    }
    if findings.choose.bet.is_some() {
        let mut text =
            std::iter::once(bet::lead(book)).chain(bet::grounds(book)).collect::<Vec<_>>().join(" ");
        let from = findings.choose.distance.first().map(|distance| distance.from.as_str());
        let today = explore.scenarios.iter().any(|s| Some(s.id.as_str()) == from && s.kind == "present");
        let key = if today { "summary-distance-today" } else { "summary-distance-trend" };
        if let Some(changes) = bet::changes(book, key) {
            text.push(' ');
            text.push_str(&changes);
        }
        line(book.t("summary-bet"), text.into());
    }
    if let Some(found) = &findings.act.robustness {
        let robust: Vec<String> = found
            .rows
            .iter()
            .filter(|row| row.class.as_deref() == Some("robust"))
            .map(|row| row.action.clone())
            .collect();
        let mut label = book.t("summary-robust");
        for action in &robust {
            line(std::mem::take(&mut label), book.name(Kind::Action, action).into());
        }
    }
    if !findings.watch.indicators.is_empty() {
        let name = match today.as_str() {
            "" => book.t("summary-watch"),
            date => book.say("summary-watch-on", &[("date", date.into())]),
        };
        line(name, watch::lead(book).into());
    }
    out.push(Block::Facts(facts));
    let actions = first_actions(book);
    if !actions.is_empty() {
        out.push(book.section("summary-actions", "summary-actions"));
        out.push(Block::Facts(actions));
    }
    let plans = book.study.plans.iter().filter(|plan| !book.text(&plan.trigger).is_empty());
    let states: Vec<(Rich, String)> =
        plans.map(|plan| (book.text(&plan.trigger).into(), bet::trigger_state(book, plan))).collect();
    if !states.is_empty() {
        out.push(book.section("summary-change", "summary-change"));
        // What is said of every one of several is said once.
        let unknown = book.t("trigger-unknown");
        let none = states.len() > 1 && states.iter().all(|(_, state)| *state == unknown);
        let items = states.into_iter().map(|(trigger, state)| match none {
            true => trigger,
            false => trigger.and(" ").strong(state),
        });
        out.push(Block::List { ordered: false, items: items.collect() });
        if none {
            out.push(book.paragraph("triggers-unknown", &[]));
        }
    }
    if out.iter().all(|block| matches!(block, Block::Facts(facts) if facts.is_empty())) {
        out.clear();
    }
    out
}
