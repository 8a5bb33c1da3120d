//! Annex "Bitácora de decisiones": what was decided, against what the rule proposed, by whom, when and why; and the
//! validation of every stage.

use atalaya_analysis::findings::DecisionFinding;
use atalaya_model::{
    Id, Kind, Record,
    choice::{About, Choice, Stage},
    records::Decision,
};

use super::Book;
use crate::doc::{Block, Card, Cell, Column, Fact, Heading, Mark, Numbering, Table};

/// The annex; empty where nothing was decided, validated or proposed.
#[must_use]
pub fn annex(book: &Book<'_>) -> Vec<Block> {
    let found = &book.findings.decisions;
    let records = records(book, false);
    let open: Vec<&DecisionFinding> = found.iter().filter(|d| !d.decided && d.stage.is_none()).collect();
    let gates = records_of_gates(book);
    if records.is_empty() && gates.is_empty() && open.iter().all(|d| d.proposed.is_empty()) {
        return Vec::new();
    }
    let heading = Heading::new(1, book.t("chapter-decisions"), "decisions").numbered(Numbering::Annex);
    let mut out = vec![Block::Heading(heading)];
    let args = [
        ("decisions", records.len().into()),
        ("gates", gates.len().into()),
        ("differ", found.iter().filter(|d| d.decided && !d.agrees).count().into()),
        ("stale", found.iter().filter(|d| d.stale).count().into()),
    ];
    out.push(Block::Lead(book.say("decisions-lead", &args).into()));
    out.push(book.method("decisions-method", &[]));
    out.extend(overview(book, &records, &open));
    out.extend(records.iter().map(|record| card(book, record)));
    out.extend(validation(book, &gates));
    out
}

/// The decisions, or the gates, by date.
fn records<'a>(book: &Book<'a>, gates: bool) -> Vec<&'a Decision> {
    let all = book.study.decisions.iter();
    let mut own: Vec<&Decision> = all.filter(|d| (d.about == Some(About::Gate)) == gates).collect();
    own.sort_by(|a, b| a.date.cmp(&b.date).then_with(|| a.id().natural_cmp(b.id())));
    own
}

fn records_of_gates<'a>(book: &Book<'a>) -> Vec<&'a Decision> {
    let mut gates = records(book, true);
    // The sort is stable: gates of one stage stay by date.
    gates.sort_by_key(|gate| gate.stage);
    gates
}

/// What was found about a decision; nothing where a later one replaced it.
fn finding<'f>(book: &Book<'f>, record: &Decision) -> Option<&'f DecisionFinding> {
    book.findings.decisions.iter().find(|found| *record.id() == *found.id.as_str())
}

fn about(book: &Book<'_>, word: &str) -> String {
    book.t(&format!("about-{word}"))
}

fn about_of(book: &Book<'_>, record: &Decision) -> String {
    record.about.map_or_else(|| record.id().to_string(), |a| about(book, a.as_str()))
}

/// Which kind of record an id of a decision names: first what such decisions are about.
fn kind(book: &Book<'_>, about: &str, id: &str) -> Option<Kind> {
    let first: &[Kind] = match About::parse(about) {
        Some(About::Axes) => &[Kind::Variable, Kind::Axis],
        Some(About::Bet) => &[Kind::Scenario],
        Some(About::Actions) => &[Kind::Action],
        _ => &[Kind::Variable],
    };
    let has = |kind: &&Kind| book.study.ids(**kind).iter().any(|own| **own == *id);
    first.iter().find(has).or_else(|| Kind::ALL.iter().find(has)).copied()
}

fn labels(book: &Book<'_>, about: &str, ids: &[String]) -> String {
    if ids.is_empty() {
        return book.t("no-proposal");
    }
    let label =
        |id: &String| kind(book, about, id).map_or(id.as_str(), |k| book.names.label(k, id)).to_owned();
    ids.iter().map(label).collect::<Vec<_>>().join(", ")
}

fn names(book: &Book<'_>, about: &str, ids: &[String]) -> String {
    let full = |id: &String| kind(book, about, id).map_or_else(|| id.clone(), |k| book.full(k, id));
    book.words.list(&ids.iter().map(full).collect::<Vec<_>>())
}

fn strings(ids: &[Id]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

/// By whom, and in which role.
fn by(book: &Book<'_>, record: &Decision) -> String {
    let who = book.text(&record.by).to_owned();
    let role = record.role.map(|role| book.t(&format!("role-{}", role.as_str())));
    match (who.is_empty(), role) {
        (_, None) => who,
        (true, Some(role)) => role,
        (false, Some(role)) => book.say("by-in-role", &[("who", who.into()), ("role", role.into())]),
    }
}

/// Whether a decision still rests on the findings on which it was taken.
fn standing(book: &Book<'_>, record: &Decision, found: Option<&DecisionFinding>) -> Cell {
    match found {
        None => Cell::from(book.t("standing-replaced")).marked(Mark::Quiet),
        Some(found) if found.stale => Cell::from(book.t("standing-stale")).marked(Mark::Care),
        Some(_) if record.basis.is_empty() => Cell::from(book.t("standing-unknown")).marked(Mark::Quiet),
        Some(_) => Cell::from(book.t("standing-current")),
    }
}

fn overview(book: &Book<'_>, records: &[&Decision], open: &[&DecisionFinding]) -> Vec<Block> {
    let mut table = Table::new(
        "decision-log",
        book.t("table-decisions"),
        vec![
            Column::text(book.t("column-about")),
            Column::text(book.t("column-decided")),
            Column::text(book.t("column-proposed")),
            Column::text(book.t("column-against-rule")),
            Column::text(book.t("column-by")),
            Column::text(book.t("column-date")),
            Column::text(book.t("column-standing")),
        ],
    );
    for record in records {
        let found = finding(book, record);
        let word = record.about.map_or("", Choice::as_str);
        let against = match found {
            Some(found) if found.proposed.is_empty() => Cell::from(book.t("rule-silent")).marked(Mark::Quiet),
            Some(found) if found.agrees => Cell::from(book.t("rule-followed")),
            Some(_) => Cell::from(book.t("rule-departed")).marked(Mark::Accent),
            None => Cell::Empty,
        };
        let proposed = found.map_or_else(|| strings(&record.proposed.0), |found| found.proposed.clone());
        table.push(vec![
            about_of(book, record).into(),
            labels(book, word, &strings(&record.chosen.0)).into(),
            labels(book, word, &proposed).into(),
            against,
            by(book, record).into(),
            book.words.date(&record.date).into(),
            standing(book, record, found),
        ]);
    }
    for found in open.iter().filter(|found| !found.proposed.is_empty()) {
        table.push(vec![
            about(book, &found.about).into(),
            Cell::from(book.t("nobody-decided")).marked(Mark::Care),
            labels(book, &found.about, &found.proposed).into(),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::from(book.t("standing-proposal")).marked(Mark::Quiet),
        ]);
    }
    if table.rows.is_empty() {
        return Vec::new();
    }
    table.note = Some(book.t("table-decisions-note").into());
    vec![book.section("section-decisions", "decisions-taken"), Block::Table(table)]
}

fn card(book: &Book<'_>, record: &Decision) -> Block {
    let found = finding(book, record);
    let word = record.about.map_or("", Choice::as_str);
    let mut facts = Vec::new();
    let mut add = |key: &str, value: String| {
        if !value.is_empty() {
            facts.push(Fact::new(book.t(key), value));
        }
    };
    let chosen = strings(&record.chosen.0);
    add("fact-chosen", names(book, word, &chosen));
    let same = |a: &[String], b: &[String]| a.len() == b.len() && a.iter().all(|id| b.contains(id));
    let then = strings(&record.proposed.0);
    let as_chosen = |ids: &[String]| {
        if same(ids, &chosen) { book.t("proposed-the-same") } else { names(book, word, ids) }
    };
    add("fact-proposed-then", if then.is_empty() { String::new() } else { as_chosen(&then) });
    if let Some(today) = found.map(|found| &found.proposed).filter(|today| !same(&then, today)) {
        add("fact-proposed-today", if today.is_empty() { book.t("no-proposal") } else { as_chosen(today) });
    }
    add("fact-alternatives", names(book, word, &strings(&record.alternatives.0)));
    add("fact-reason", book.text(&record.reason).to_owned());
    add("fact-by", book.text(&record.by).to_owned());
    add("fact-role", record.role.map(|role| book.t(&format!("role-{}", role.as_str()))).unwrap_or_default());
    add("fact-date", book.words.date(&record.date));
    add("fact-basis", record.basis.clone());
    if let Some(found) = found.filter(|found| found.stale) {
        add("fact-basis-today", found.basis.clone());
    }
    let mut tags = Vec::new();
    if found.is_none() {
        tags.push(book.t("standing-replaced"));
    }
    let mut body = vec![Block::Facts(facts)];
    if found.is_some_and(|found| found.stale) {
        body.push(book.care(book.t("decision-stale")));
    }
    Block::Card(Card {
        anchor: format!("decision-{}", record.id()),
        code: String::new(),
        title: about_of(book, record),
        tags,
        body,
    })
}

/// The gates: state, who took part, objections.
fn validation(book: &Book<'_>, gates: &[&Decision]) -> Vec<Block> {
    if gates.is_empty() {
        return Vec::new();
    }
    let mut out = vec![book.section("section-gates", "gates")];
    // The consultations are a lane beside the stages: each stage's gate answers for its own.
    let without: Vec<String> = Stage::ALL
        .iter()
        .filter(|stage| **stage != Stage::Consult && !gates.iter().any(|gate| gate.stage == Some(**stage)))
        .map(|stage| book.t(&format!("stage-{}", stage.as_str())))
        .collect();
    if !without.is_empty() {
        out.push(book.paragraph("gates-missing", &[("stages", book.words.list(&without).into())]));
    }
    let mut table = Table::new(
        "gate-log",
        book.t("table-gates"),
        vec![
            Column::text(book.t("column-stage")),
            Column::text(book.t("column-state")),
            Column::text(book.t("column-date")),
            Column::text(book.t("column-by")),
            Column::text(book.t("column-quorum")),
            Column::text(book.t("column-objections")),
            Column::text(book.t("column-reason")),
        ],
    );
    for gate in gates {
        let found = finding(book, gate);
        let state = gate.state.map(|state| book.t(&format!("gate-{}", state.as_str()))).unwrap_or_default();
        let stale = found.is_some_and(|found| found.stale);
        let state = if stale {
            Cell::from(format!("{state}; {}", book.t("standing-stale"))).marked(Mark::Care)
        } else {
            Cell::from(state)
        };
        table.push(vec![
            gate.stage.map_or(Cell::Empty, |stage| book.t(&format!("stage-{}", stage.as_str())).into()),
            state,
            book.words.date(&gate.date).into(),
            by(book, gate).into(),
            book.text(&gate.quorum).into(),
            book.text(&gate.objections).into(),
            book.text(&gate.reason).into(),
        ]);
    }
    table.note = Some(book.t("table-gates-note").into());
    out.push(Block::Table(table));
    out
}
