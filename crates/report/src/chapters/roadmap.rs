//! Chapter "Ruta estratégica y articulación territorial": the actions on the calendar with level, territory and
//! responsible; dependencies and contradictions; and the way back from the image to today.

use atalaya_analysis::findings::RoadmapRow;
use atalaya_charts::figures;
use atalaya_model::{
    Kind,
    choice::{Choice, MilestoneKind},
    id::natural_cmp,
    records::{Action, Milestone},
};

use super::Book;
use crate::doc::{Block, Cell, Column, Fact, Mark, Note, NoteKind, Table};

/// The chapter.
#[must_use]
pub fn chapter(book: &Book<'_>) -> Vec<Block> {
    let act = &book.findings.act;
    if act.roadmap.is_empty() && act.backcast.is_empty() {
        return Vec::new();
    }
    let mut out = vec![book.chapter("chapter-roadmap", "roadmap-chapter")];
    if !act.roadmap.is_empty() {
        out.push(Block::Lead(lead(book).into()));
        out.extend(decision(book));
        out.extend(calendar(book));
        out.extend(dependencies(book));
        out.extend(territory(book));
    }
    out.extend(backcast(book));
    out.extend(book.why("act.roadmap"));
    out
}

fn action<'a>(book: &Book<'a>, id: &str) -> Option<&'a Action> {
    book.study.actions.iter().find(|a| a.id == *id)
}

pub(super) fn years(from: i64, to: i64) -> String {
    if from == to { from.to_string() } else { format!("{from}–{to}") }
}

fn lead(book: &Book<'_>) -> String {
    let rows = &book.findings.act.roadmap;
    let first = rows.iter().map(|r| r.from).min().unwrap_or_default();
    let last = rows.iter().map(|r| r.to).max().unwrap_or_default();
    let early = rows.iter().filter(|r| !r.too_early.is_empty()).count();
    let args = [
        ("actions", rows.len().into()),
        ("from", first.to_string().into()),
        ("to", last.to_string().into()),
        ("early", early.into()),
    ];
    book.say("roadmap-lead", &args)
}

/// What was decided about the actions, and who stays outside.
fn decision(book: &Book<'_>) -> Vec<Block> {
    let Some(found) = book.findings.decisions.iter().find(|d| d.about == "actions") else {
        return Vec::new();
    };
    let less = |a: &[String], b: &[String]| -> Vec<String> {
        a.iter().filter(|id| !b.contains(id)).cloned().collect()
    };
    let args = [
        ("count", found.stands.len().into()),
        ("added", book.in_prose(Kind::Action, &less(&found.stands, &found.proposed)).into()),
        ("left", book.in_prose(Kind::Action, &less(&found.proposed, &found.stands)).into()),
    ];
    let key = match (found.decided, found.agrees) {
        (false, _) => "actions-proposed",
        (true, true) => "actions-agreeing",
        (true, false) => "actions-differing",
    };
    let mut out = vec![book.paragraph(key, &args)];
    let record = book.study.decisions.iter().find(|d| d.id == found.id.as_str());
    if let Some(record) = record.filter(|_| found.decided) {
        let facts = [
            ("fact-reason", book.text(&record.reason).to_owned()),
            ("fact-by", book.text(&record.by).to_owned()),
            ("fact-date", book.words.date(&record.date)),
        ];
        let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
        out.push(Block::Facts(facts.map(|(key, value)| Fact::new(book.t(key), value)).collect()));
    }
    if found.stale {
        out.push(book.care(book.t("decision-stale")));
    }
    out
}

fn calendar(book: &Book<'_>) -> Vec<Block> {
    let rows = &book.findings.act.roadmap;
    let mut out = vec![book.section("section-calendar", "calendar")];
    out.extend(book.figure("roadmap", figures::roadmap));
    let mut table = Table::new(
        "roadmap-table",
        book.t("table-roadmap"),
        vec![
            Column::text(book.t("column-action")),
            Column::mark(book.t("column-years")),
            Column::text(book.t("column-level")),
            Column::text(book.t("column-territory")),
            Column::text(book.t("column-responsible")),
            Column::text(book.t("column-after")),
        ],
    );
    let horizon = book.findings.frame.horizon;
    let beyond = |row: &RoadmapRow| horizon.is_some_and(|horizon| row.to > horizon);
    // Written with its years the wrong way round, it is drawn in its first one.
    let backwards =
        |row: &RoadmapRow| action(book, &row.action).is_some_and(|a| a.to.is_some() && a.to < a.from);
    let wrong = |row: &RoadmapRow| beyond(row) || backwards(row);
    let mut objectives: Vec<Option<&String>> = rows.iter().map(|r| r.objective.as_ref()).collect();
    objectives.sort_by(|a, b| match (a, b) {
        (Some(a), Some(b)) => natural_cmp(a, b),
        _ => b.is_some().cmp(&a.is_some()),
    });
    objectives.dedup();
    for objective in objectives {
        table.group(
            objective.map_or_else(|| book.t("chain-no-objective"), |id| book.full(Kind::Objective, id)),
        );
        for row in rows.iter().filter(|r| r.objective.as_ref() == objective) {
            let record = action(book, &row.action);
            let text = |get: fn(&Action) -> &atalaya_model::Text| {
                record.map(|a| book.text(get(a)).to_owned()).unwrap_or_default()
            };
            let after = Cell::from(book.labels(Kind::Action, &row.after));
            let dates = Cell::from(years(row.from, row.to));
            table.push(vec![
                book.full(Kind::Action, &row.action).into(),
                if wrong(row) { dates.marked(Mark::Care) } else { dates },
                text(|a| &a.level).into(),
                text(|a| &a.territory).into(),
                record.map(|a| book.called(Kind::Actor, a.responsible.iter())).unwrap_or_default().into(),
                if row.too_early.is_empty() { after } else { after.marked(Mark::Care) },
            ]);
        }
    }
    table.note = Some(book.t("table-roadmap-note").into());
    table.provenance = book.provenance("act.roadmap");
    out.push(Block::Table(table));
    let labels = |which: &dyn Fn(&RoadmapRow) -> bool| -> Vec<String> {
        rows.iter().filter(|row| which(row)).map(|row| row.action.clone()).collect()
    };
    for (key, list) in [("roadmap-backwards", labels(&backwards)), ("roadmap-beyond", labels(&beyond))] {
        if !list.is_empty() {
            let args = [
                ("count", list.len().into()),
                ("names", book.list(Kind::Action, &list).into()),
                ("horizon", horizon.unwrap_or_default().to_string().into()),
            ];
            out.push(book.care(book.say(key, &args)));
        }
    }
    let inside = |a: &&Action| rows.iter().any(|r| a.id == r.action.as_str());
    let outside = book.study.actions.iter().filter(|a| !inside(a));
    let (undated, left): (Vec<&Action>, Vec<&Action>) = outside.partition(|a| a.from.is_none());
    for (key, list) in [("roadmap-undated", undated), ("roadmap-left", left)] {
        if !list.is_empty() {
            let names: Vec<String> = list.iter().map(|a| a.id.to_string()).collect();
            let args = [("count", names.len().into()), ("names", book.list(Kind::Action, &names).into())];
            out.push(book.paragraph(key, &args));
        }
    }
    out
}

/// What must come before what, and where the calendar contradicts it.
fn dependencies(book: &Book<'_>) -> Vec<Block> {
    let rows = &book.findings.act.roadmap;
    let links: usize = rows.iter().map(|r| r.after.len()).sum();
    let mut out = vec![book.section("section-dependencies", "dependencies")];
    let early: Vec<&RoadmapRow> = rows.iter().filter(|r| !r.too_early.is_empty()).collect();
    let contradictions: usize = early.iter().map(|r| r.too_early.len()).sum();
    let args = [("links", links.into()), ("count", contradictions.into())];
    out.push(book.paragraph(if links == 0 { "dependencies-none" } else { "dependencies-text" }, &args));
    let label = |id: &str| book.names.label(Kind::Action, id).to_owned();
    let pairs: Vec<String> = rows
        .iter()
        .flat_map(|row| row.after.iter().map(move |before| (before, &row.action)))
        .map(|(before, action)| {
            book.say("dependency", &[("before", label(before).into()), ("action", label(action).into())])
        })
        .collect();
    if !pairs.is_empty() {
        out.push(book.paragraph("dependencies-list", &[("list", book.words.list(&pairs).into())]));
    }
    let start = |id: &str| {
        let row = rows.iter().find(|r| r.action == id).map(|r| r.from);
        row.or_else(|| action(book, id).and_then(|a| a.from))
    };
    let items: Vec<crate::rich::Rich> = early
        .iter()
        .flat_map(|row| row.too_early.iter().map(move |id| (row, id)))
        .map(|(row, id)| {
            let args = [
                ("action", book.full(Kind::Action, &row.action).into()),
                ("year", row.from.to_string().into()),
                ("other", book.full(Kind::Action, id).into()),
                ("otheryear", start(id).map(|y| y.to_string()).unwrap_or_default().into()),
            ];
            book.say("too-early", &args).into()
        })
        .collect();
    if !items.is_empty() {
        out.push(Block::Note(Note {
            kind: NoteKind::Care,
            title: String::new(),
            body: vec![Block::List { ordered: false, items }],
        }));
    }
    out
}

/// Who acts where: levels of government and territories.
fn territory(book: &Book<'_>) -> Vec<Block> {
    let rows = &book.findings.act.roadmap;
    let actions: Vec<&Action> = rows.iter().filter_map(|r| action(book, &r.action)).collect();
    let mut levels: Vec<&str> = actions.iter().map(|a| book.text(&a.level)).collect();
    levels.sort_unstable();
    levels.dedup();
    if levels.iter().all(|level| level.is_empty()) {
        return Vec::new();
    }
    let mut groups: Vec<(&str, Vec<&Action>)> = levels
        .into_iter()
        .map(|level| (level, actions.iter().copied().filter(|a| book.text(&a.level) == level).collect()))
        .collect();
    groups.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.0.cmp(b.0)));
    let mut out = vec![book.section("section-territory", "territory")];
    if let Some((level, own)) = groups.first() {
        let name = if level.is_empty() { book.t("level-none") } else { (*level).to_lowercase() };
        let args = [
            ("count", own.len().into()),
            ("n", actions.len().to_string().into()),
            ("level", name.into()),
            ("levels", groups.iter().filter(|(level, _)| !level.is_empty()).count().into()),
        ];
        out.push(book.paragraph("territory-text", &args));
    }
    let mut table = Table::new(
        "territory-table",
        book.t("table-territory"),
        vec![
            Column::text(book.t("column-level")),
            Column::text(book.t("column-actions")),
            Column::text(book.t("column-territories")),
            Column::text(book.t("column-responsible")),
        ],
    );
    for (level, own) in groups {
        let mut places: Vec<&str> = Vec::new();
        let mut actors: Vec<&atalaya_model::Id> = Vec::new();
        for action in &own {
            let place = book.text(&action.territory);
            if !place.is_empty() && !places.contains(&place) {
                places.push(place);
            }
            let new = action.responsible.iter().filter(|id| !actors.contains(id)).collect::<Vec<_>>();
            actors.extend(new);
        }
        let mut ids: Vec<String> = own.iter().map(|a| a.id.to_string()).collect();
        ids.sort_by(|a, b| natural_cmp(a, b));
        table.push(vec![
            if level.is_empty() { book.t("level-none").into() } else { level.into() },
            format!("{}: {}", own.len(), book.labels(Kind::Action, &ids)).into(),
            places.join("; ").into(),
            book.called(Kind::Actor, actors).into(),
        ]);
    }
    table.provenance = book.provenance("act.roadmap");
    out.push(Block::Table(table));
    out
}

/// The way back from the image to today, latest first.
fn backcast(book: &Book<'_>) -> Vec<Block> {
    let found = &book.findings.act.backcast;
    let steps: Vec<&Milestone> =
        found.iter().filter_map(|id| book.study.milestones.iter().find(|m| m.id == id.as_str())).collect();
    if steps.is_empty() {
        return Vec::new();
    }
    let mut out = vec![book.section("section-backcast", "backcast-section")];
    let decisions: Vec<&&Milestone> =
        steps.iter().filter(|m| m.kind == Some(MilestoneKind::Decision)).collect();
    let first = decisions.iter().filter_map(|m| m.year).min();
    let image = book.findings.choose.bet.as_deref().map(|id| book.name(Kind::Scenario, id));
    let args = [
        ("image", image.unwrap_or_else(|| book.t("backcast-image")).into()),
        ("steps", steps.len().into()),
        ("decisions", decisions.len().into()),
        ("year", first.map(|y| y.to_string()).unwrap_or_default().into()),
    ];
    let key = if first.is_some() { "backcast-text" } else { "backcast-text-plain" };
    out.push(book.paragraph(key, &args));
    out.push(book.method("backcast-method", &[]));
    out.extend(book.figure("backcast", figures::backcast));
    let mut table = Table::new(
        "backcast-table",
        book.t("table-backcast"),
        vec![
            Column::mark(book.t("column-year")),
            Column::text(book.t("column-must-be-true")),
            Column::text(book.t("column-kind")),
            Column::text(book.t("column-leads-to")),
            Column::mark(book.t("column-variable")),
        ],
    );
    for step in steps {
        let kind = step.kind.map(|kind| book.t(&format!("milestone-{}", kind.as_str())));
        let kind = kind.map_or(Cell::Empty, |word| {
            let word = Cell::from(word);
            if step.kind == Some(MilestoneKind::Decision) { word.marked(Mark::Accent) } else { word }
        });
        let actions: Vec<String> = step.actions.iter().map(ToString::to_string).collect();
        let variable: Vec<String> = step.variable.0.iter().map(ToString::to_string).collect();
        table.push(vec![
            step.year.map_or(Cell::Empty, |year| year.to_string().into()),
            book.name(Kind::Milestone, step.id.as_str()).into(),
            kind,
            book.labels(Kind::Action, &actions).into(),
            book.labels(Kind::Variable, &variable).into(),
        ]);
    }
    table.note = Some(book.t("table-backcast-note").into());
    table.provenance = book.provenance("act.roadmap");
    out.push(Block::Table(table));
    out
}
