//! Chapter "Escenario apuesta": the rule's way, the vote, the decision, distance, plan B, robustness.

use atalaya_analysis::findings::PanelLevel;
use atalaya_charts::figures;
use atalaya_model::{Kind, choice::Choice, records::Plan};

use super::Book;
use crate::{
    doc::{Block, Cell, Column, Fact, Mark, Table},
    rich::Rich,
};

/// The chapter.
#[must_use]
pub fn chapter(book: &Book<'_>) -> Vec<Block> {
    let choose = &book.findings.choose;
    if choose.steps.is_empty() && choose.bet.is_none() {
        return Vec::new();
    }
    let mut out = vec![book.chapter("chapter-bet", "bet")];
    out.push(Block::Lead(lead(book).into()));
    out.extend(decision(book));
    out.extend(steps(book));
    out.extend(vote(book));
    out.extend(robustness(book));
    out.extend(distance(book));
    out.extend(plans(book));
    out.extend(book.gaps(&["choose"]));
    out
}

/// The bet in a sentence, for the chapter and the decision-maker's page.
#[must_use]
pub fn lead(book: &Book<'_>) -> String {
    let choose = &book.findings.choose;
    let Some(bet) = &choose.bet else {
        return book.t(if choose.tied.is_empty() { "bet-none" } else { "bet-tied" });
    };
    let key = if choose.decided { "bet-decided" } else { "bet-proposed" };
    book.say(key, &[("scenario", book.name(Kind::Scenario, bet).into())])
}

/// Who decided the bet and when, and what speaks against it: the rule's proposal with the reason on record, the panel's
/// vote. For whoever reads one page.
#[must_use]
pub fn grounds(book: &Book<'_>) -> Vec<String> {
    let choose = &book.findings.choose;
    let found = book.findings.decisions.iter().find(|d| d.about == "bet" && d.decided);
    let record = found.and_then(|d| book.study.decisions.iter().find(|own| own.id == d.id.as_str()));
    let (Some(found), Some(record)) = (found, record) else { return Vec::new() };
    let mut out = Vec::new();
    let (by, date) = (book.text(&record.by), book.words.date(&record.date));
    if !by.is_empty() {
        let dated = if date.is_empty() { "no" } else { "yes" };
        let args = [("by", by.into()), ("date", date.into()), ("dated", dated.into())];
        out.push(book.say("bet-decided-by", &args));
    }
    if !found.agrees && !found.proposed.is_empty() {
        let reason = book.text(&record.reason).trim_end_matches('.');
        let said = if reason.is_empty() { "no" } else { "yes" };
        let proposed = book.list(Kind::Scenario, &found.proposed);
        let args = [("proposed", proposed.into()), ("reason", reason.into()), ("said", said.into())];
        out.push(book.say("bet-against-rule", &args));
    }
    if choose.vote_differs {
        out.push(book.say("bet-against-vote", &[("votes", votes(book).into())]));
    }
    out
}

/// The scenarios that got votes, each with how many.
fn votes(book: &Book<'_>) -> String {
    let voted = book.findings.choose.vote.iter().filter(|v| v.votes.k > 0);
    let votes = voted.map(|v| format!("{} {}", book.name(Kind::Scenario, &v.scenario), book.count(v.votes)));
    book.words.list(&votes.collect::<Vec<_>>())
}

fn decision(book: &Book<'_>) -> Vec<Block> {
    let Some(found) = book.findings.decisions.iter().find(|d| d.about == "bet") else { return Vec::new() };
    let mut out = Vec::new();
    let Some(record) = book.study.decisions.iter().find(|d| d.id == found.id.as_str()) else {
        out.push(book.paragraph("bet-not-decided", &[]));
        return out;
    };
    out.push(book.section("section-act", "bet-act"));
    let mut facts = Vec::new();
    let mut add = |key: &str, value: String| {
        if !value.is_empty() {
            facts.push(Fact::new(book.t(key), value));
        }
    };
    add("fact-chosen", book.list(Kind::Scenario, &found.stands));
    add("fact-proposed", book.list(Kind::Scenario, &found.proposed));
    add("fact-by", book.text(&record.by).to_owned());
    add("fact-role", record.role.map(|role| book.t(&format!("role-{}", role.as_str()))).unwrap_or_default());
    add("fact-date", book.words.date(&record.date));
    add("fact-reason", book.text(&record.reason).to_owned());
    let alternatives: Vec<String> = record.alternatives.0.iter().map(ToString::to_string).collect();
    if !alternatives.is_empty() {
        add("fact-alternatives", book.list(Kind::Scenario, &alternatives));
    }
    out.push(Block::Facts(facts));
    if !found.agrees {
        out.push(book.care(book.t("bet-differs-from-rule")));
    }
    if found.stale {
        out.push(book.care(book.t("decision-stale")));
    }
    out
}

fn steps(book: &Book<'_>) -> Vec<Block> {
    let choose = &book.findings.choose;
    if choose.steps.is_empty() {
        return Vec::new();
    }
    let mut table = Table::new(
        "bet-steps",
        book.t("table-bet-steps"),
        vec![
            Column::text(book.t("column-scenario")),
            Column::text(book.t("column-admissible")),
            Column::number(book.t("column-desirability")),
            Column::number(book.t("column-order")),
            Column::number(book.t("column-feasibility")),
            Column::text(book.t("column-verdict")),
        ],
    );
    for step in &choose.steps {
        let admissible = match step.admissible {
            None => Cell::Empty,
            Some(yes) => {
                let word = book.t(if yes { "yes" } else { "no" });
                let count = step.plausible.map(|c| format!(" ({})", book.count(c))).unwrap_or_default();
                Cell::from(format!("{word}{count}"))
            }
        };
        let number =
            |value: Option<f64>| value.map_or(Cell::Empty, |v| Cell::number(v, book.words.short(v, 1)));
        let verdict = Cell::from(book.t(&format!("verdict-{}", step.verdict)));
        table.push(vec![
            book.full(Kind::Scenario, &step.scenario).into(),
            admissible,
            number(step.desirability),
            step.order.map_or(Cell::Empty, |o| Cell::number(o as f64, o.to_string())),
            number(step.feasibility),
            if step.verdict == "proposed" { verdict.marked(Mark::Accent) } else { verdict },
        ]);
    }
    table.note = Some(book.t("table-bet-steps-note").into());
    table.provenance = book.provenance(&choose.trace);
    let mut out = vec![book.section("section-rule", "bet-rule")];
    if let Some(proposed) = &choose.proposed {
        let args = [("scenario", book.name(Kind::Scenario, proposed).into())];
        out.push(book.paragraph("rule-proposes", &args));
    }
    out.push(Block::Table(table));
    out.push(book.method("bet-method", &[]));
    out.extend(book.why(&choose.trace));
    out
}

fn vote(book: &Book<'_>) -> Vec<Block> {
    let choose = &book.findings.choose;
    if choose.voters == 0 {
        return Vec::new();
    }
    let mut out = vec![book.section("section-vote", "bet-vote")];
    let given: usize = choose.vote.iter().map(|v| v.votes.k).sum();
    let blank = choose.voters.saturating_sub(given);
    let mut text = book.say("vote-text", &[("votes", votes(book).into())]);
    if blank > 0 {
        text = format!("{text} {}", book.say("vote-blank", &[("n", blank.into())]));
    }
    out.push(Block::Paragraph(text.into()));
    let key = if choose.vote_differs { "vote-differs" } else { "vote-agrees" };
    out.push(book.paragraph(key, &[("standing", choose.standing().into())]));
    out
}

fn robustness(book: &Book<'_>) -> Vec<Block> {
    let choose = &book.findings.choose;
    let Some(found) = &choose.robustness else {
        // Of a panel that is large enough it is known once it has been drawn again.
        let judged = book.findings.explore.scenarios.iter().filter_map(|own| own.desirability.as_ref());
        let small = judged.map(|own| own.n).max().unwrap_or(0) < PanelLevel::MEDIAN_FROM;
        return vec![book.paragraph(if small { "robustness-none" } else { "robustness-pending" }, &[])];
    };
    let mut out = vec![book.section("section-robustness", "bet-robustness")];
    let proposed = choose.proposed.clone().unwrap_or_default();
    if let Some(draws) = found.draws.iter().find(|d| d.scenario == proposed && !proposed.is_empty()) {
        let stability = &draws.stability;
        let args = [
            ("scenario", book.name(Kind::Scenario, &proposed).into()),
            ("panels", book.panels(stability).into()),
            ("n", stability.experts.into()),
        ];
        out.push(book.paragraph("robustness-resampled", &args));
        let others: Vec<String> = found
            .draws
            .iter()
            .filter(|d| d.scenario != proposed && d.stability.held * 20 >= d.stability.draws)
            .map(|d| {
                let name = if d.scenario.is_empty() {
                    book.t("no-proposal")
                } else {
                    book.name(Kind::Scenario, &d.scenario)
                };
                format!("{name} ({})", book.stability(&d.stability))
            })
            .collect();
        if !others.is_empty() {
            out.push(book.paragraph("robustness-others", &[("others", book.words.list(&others).into())]));
        }
    }
    if let Some(count) = found.leave_one_out {
        let rest = count.n.saturating_sub(count.k);
        let count = format!("{}/{}", count.k, count.n);
        out.push(
            book.paragraph("robustness-leave-one-out", &[("count", count.into()), ("rest", rest.into())]),
        );
    }
    if let Some(range) = found.vote_range {
        let range = book.interval(range.low, range.high, 0);
        let args = [("range", range.into()), ("standing", choose.standing().into())];
        out.push(book.paragraph("robustness-vote-range", &args));
    }
    for group in &found.groups {
        let country = book.economy(&group.group);
        let key = if country == group.group { "robustness-group" } else { "robustness-country" };
        let name = if group.group == "other" { book.t("group-other") } else { country };
        let scenario = group
            .proposed
            .as_deref()
            .map_or_else(|| book.t("no-proposal"), |id| book.name(Kind::Scenario, id));
        let args = [("group", name.into()), ("n", group.experts.into()), ("scenario", scenario.into())];
        out.push(book.paragraph(key, &args));
    }
    out.extend(book.figure("bet-stability", figures::bet_stability));
    // Few experts are not drawn again.
    let key = if found.draws.is_empty() { "robustness-method-few" } else { "robustness-method" };
    let draws = ("draws", book.words.int(book.findings.frame.draws as i64).into());
    out.push(book.method(key, &[draws]));
    out
}

fn distance(book: &Book<'_>) -> Vec<Block> {
    let choose = &book.findings.choose;
    if choose.distance.is_empty() {
        return Vec::new();
    }
    let mut table = Table::new(
        "bet-distance",
        book.say("table-distance", &[("standing", choose.standing().into())]),
        vec![
            Column::text(book.t("column-from")),
            Column::number(book.t("column-states")),
            Column::text(book.t("column-which")),
            Column::number(book.t("column-plane")),
        ],
    );
    for distance in &choose.distance {
        table.push(vec![
            book.full(Kind::Scenario, &distance.from).into(),
            format!("{}/{}", distance.states.k, distance.states.n).into(),
            book.labels(Kind::Variable, &distance.variables).into(),
            distance.plane.map_or(Cell::Empty, |d| Cell::number(d, book.words.num(d, 1))),
        ]);
    }
    table.note = Some(book.t("table-distance-note").into());
    let mut out = vec![book.section("section-distance", "bet-distance-section")];
    out.extend(changes(book, "abstract-changes").map(|said| Block::Paragraph(said.into())));
    out.push(Block::Table(table));
    out.extend(gap(book).map(|said| Block::Paragraph(said.into())));
    out
}

/// How much less likely the bet is than the most likely scenario.
pub(super) fn gap(book: &Book<'_>) -> Option<String> {
    let gap = book.findings.choose.distance.iter().find_map(|d| d.probability_gap)?;
    let corners = book.findings.explore.probabilities.iter().flat_map(|p| &p.corners);
    let most = corners.max_by(|a, b| a.mean.total_cmp(&b.mean)).map(|corner| {
        corner.scenario.as_deref().map_or(corner.corner.clone(), |id| book.name(Kind::Scenario, id))
    });
    let points = (gap.abs() * 20.0).round() * 5.0;
    let key = if gap < -0.025 { "distance-not-most-probable" } else { "distance-most-probable" };
    let args = [
        ("gap", book.words.num(points, 0).into()),
        ("most", most.unwrap_or_default().into()),
        ("standing", book.findings.choose.standing().into()),
    ];
    Some(book.say(key, &args))
}

/// How many strategic variables must change for the bet.
pub(super) fn changes(book: &Book<'_>, key: &str) -> Option<String> {
    let distance = book.findings.choose.distance.first()?;
    let states = distance.states;
    let args = [
        ("k", states.k.to_string().into()),
        ("n", states.n.to_string().into()),
        ("rest", states.n.saturating_sub(states.k).into()),
        ("standing", book.findings.choose.standing().into()),
    ];
    Some(book.say(key, &args))
}

/// Whether a plan's trigger can have come to pass by the day of the report. A study keeps no record of that yet, so what
/// can be said is whether its year has come.
pub(super) fn trigger_state(book: &Book<'_>, plan: &Plan) -> String {
    let today = book.study.frame.as_of.get(..4).and_then(|year| year.parse::<i64>().ok());
    match plan.year.zip(today) {
        Some((year, today)) if year > today => {
            book.say("trigger-not-due", &[("year", year.to_string().into())])
        }
        _ => book.t("trigger-unknown"),
    }
}

fn plans(book: &Book<'_>) -> Vec<Block> {
    if book.study.plans.is_empty() {
        return Vec::new();
    }
    let mut out = vec![book.section("section-plan-b", "plan-b")];
    for plan in &book.study.plans {
        let actions: Vec<String> = plan.actions.iter().map(ToString::to_string).collect();
        let mut facts = vec![
            Fact::new(book.t("fact-trigger"), book.text(&plan.trigger)),
            Fact::new(book.t("fact-response"), book.text(&plan.response)),
        ];
        if !book.text(&plan.trigger).is_empty() {
            let date = book.words.date(&book.study.frame.as_of);
            let label = if date.is_empty() {
                book.t("fact-trigger-state")
            } else {
                book.say("fact-trigger-state-on", &[("date", date.into())])
            };
            facts.push(Fact::new(label, trigger_state(book, plan)));
        }
        if let Some(year) = plan.year {
            let past = book.study.frame.as_of.get(..4).and_then(|now| now.parse().ok()) > Some(year);
            let label = if past { "fact-by-year-past" } else { "fact-by-year" };
            facts.push(Fact::new(book.t(label), year.to_string()));
        }
        if !actions.is_empty() {
            facts.push(Fact::new(book.t("fact-actions"), book.labels(Kind::Action, &actions)));
        }
        out.push(Block::Paragraph(Rich::default().strong(book.text(&plan.name))));
        out.push(Block::Facts(facts));
    }
    out
}
