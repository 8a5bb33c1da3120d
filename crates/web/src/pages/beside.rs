//! What the findings say of one record, beside its form and in lists from which one chooses.

use atalaya_analysis::findings::{ActorRole, AxisTest, Count, IgoZone, ItemStat, PanelLevel, Zone};
use atalaya_report::chapters;
use atalaya_words::Words;
use maud::{Markup, PreEscaped, html};

use crate::{app::Seat, desk::Sheet, form};

/// What is found, and its value.
type Fact = (String, String);

fn number(words: &Words, value: f64) -> String {
    words.short(value, 2)
}

fn of(words: &Words, count: Count) -> String {
    words.with("bench-of", &[("k", count.k.into()), ("n", count.n.into())])
}

/// The median of an item, or that too few answered it to show one.
fn median(seat: &Seat, sheet: &Sheet, item: Option<&ItemStat>) -> Option<String> {
    let item = item?;
    rated(seat, sheet, item.median, item.n)
}

fn rated(seat: &Seat, sheet: &Sheet, median: Option<f64>, n: usize) -> Option<String> {
    let words = &seat.who.words;
    match median {
        Some(median) => {
            let args = [("value", number(words, median).into()), ("n", n.into())];
            Some(words.with("bench-median", &args))
        }
        None if n > 0 => {
            let min = sheet.point.frame.min_group.max(PanelLevel::MEDIAN_FROM);
            Some(words.with("cell-private", &[("min", min.into())]))
        }
        None => None,
    }
}

fn zone(zone: Zone) -> &'static str {
    match zone {
        Zone::Determinant => "zone-determinant",
        Zone::Relay => "zone-relay",
        Zone::Result => "zone-result",
        Zone::Autonomous => "zone-autonomous",
    }
}

fn igo(zone: IgoZone) -> &'static str {
    match zone {
        IgoZone::Immediate => "chart-igo-immediate",
        IgoZone::Challenge => "chart-igo-challenge",
        IgoZone::LessUrgent => "chart-igo-less-urgent",
        IgoZone::Unnecessary => "chart-igo-unnecessary",
    }
}

/// What is found of a record, in words: its class before its figures.
fn facts(seat: &Seat, sheet: &Sheet, kind: &str, id: &str) -> Vec<Fact> {
    match kind {
        "variable" => variable(seat, sheet, id),
        "scenario" => scenario(seat, sheet, id),
        "action" => action(seat, sheet, id),
        "opportunity" => opportunity(seat, sheet, id),
        "evidence" => evidence(seat, sheet, id),
        "indicator" => indicator(seat, sheet, id),
        "actor" => actor(seat, sheet, id),
        "stake" | "objective" => stake(seat, sheet, id),
        "axis" => axis(seat, sheet, id),
        "factor" => factor(seat, sheet, id),
        _ => Vec::new(),
    }
}

fn variable(seat: &Seat, sheet: &Sheet, id: &str) -> Vec<Fact> {
    let words = &seat.who.words;
    let structure = &sheet.point.structure;
    let Some(found) = structure.variables.iter().find(|own| own.id == id) else { return Vec::new() };
    let mut out = Vec::new();
    let classes: Vec<String> =
        [(found.determining, "determining"), (found.key, "key"), (found.critical, "critical")]
            .into_iter()
            .filter(|(is, _)| *is)
            .map(|(_, class)| words.t(&format!("class-{class}")))
            .collect();
    if !classes.is_empty() {
        out.push((words.t("bench-class"), words.list(&classes)));
    }
    // While answers are missing, its place says how many, and nothing of zones and ranks.
    if let Some(found) =
        structure.micmac.as_ref().filter(|m| m.open() > 0 && m.variables.iter().any(|own| own == id))
    {
        let args = [("open", found.open().into()), ("all", found.aggregation.complete.n.into())];
        out.push((words.t("bench-zone"), words.with("bench-zone-open", &args)));
    }
    let matrix = structure.micmac.as_ref().filter(|_| structure.placed());
    if let Some((found, at)) = matrix.and_then(|m| Some((m, m.variables.iter().position(|own| own == id)?))) {
        let size = found.variables.len();
        let zones =
            [&found.zones, &found.indirect_zones].map(|zones| zones.get(at).copied().unwrap_or_default());
        out.push((
            words.t("bench-zone"),
            match zones {
                [direct, indirect] if direct == indirect => words.t(zone(direct)),
                [direct, indirect] => words.with(
                    "bench-zone-moves",
                    &[("direct", words.t(zone(direct)).into()), ("indirect", words.t(zone(indirect)).into())],
                ),
            },
        ));
        let rank = |direct: &[f64], indirect: &[f64]| {
            let told = |ranks: &[f64]| words.place(ranks, at).unwrap_or_default();
            let args =
                [("direct", told(direct).into()), ("indirect", told(indirect).into()), ("n", size.into())];
            words.with("bench-rank", &args)
        };
        let ranks = &found.indirect;
        out.push((words.t("bench-influence"), rank(&ranks.direct_influence_rank, &ranks.influence_rank)));
        out.push((words.t("bench-dependence"), rank(&ranks.direct_dependence_rank, &ranks.dependence_rank)));
    }
    let value = |value: Option<f64>| value.map(|value| number(words, value));
    if let Some(told) = rated(seat, sheet, found.importance, found.n) {
        out.push((words.t("column-importance"), told));
    }
    if let Some(told) = value(found.uncertainty) {
        out.push((words.t("column-uncertainty"), told));
    }
    if structure.strategic.iter().any(|own| own == id) {
        out.push((words.t("about-key-variables"), words.t("bench-yes")));
    }
    let behind = [("kinds-idea", found.ideas.len()), ("kinds-evidence", found.evidence.len())];
    for (key, count) in behind.into_iter().filter(|(_, count)| *count > 0) {
        out.push((atalaya_words::capital(&words.t(key)), count.to_string()));
    }
    out
}

fn scenario(seat: &Seat, sheet: &Sheet, id: &str) -> Vec<Fact> {
    let words = &seat.who.words;
    let Some(found) = sheet.point.explore.scenarios.iter().find(|own| own.id == id) else {
        return Vec::new();
    };
    let choose = &sheet.point.choose;
    let mut out = Vec::new();
    if let Some(step) = choose.steps.iter().find(|step| step.scenario == id) {
        let key = format!("verdict-{}", step.verdict);
        if words.has(&key) {
            out.push((words.t("column-verdict"), words.t(&key)));
        }
    }
    if let Some(count) = found.plausible {
        out.push((words.t("column-plausible"), of(words, count)));
    }
    for (key, item) in [("desirability", &found.desirability), ("feasibility", &found.feasibility)] {
        if let Some(told) = median(seat, sheet, item.as_ref()) {
            out.push((atalaya_words::capital(&words.t(&format!("family-{key}"))), told));
        }
    }
    let asked = sheet.point.explore.probabilities.as_ref().filter(|found| found.asked());
    let corner = asked.and_then(|p| p.corners.iter().find(|c| c.scenario.as_deref() == Some(id)));
    if let Some(corner) = corner {
        // As everywhere in the house: to the nearest 5 %.
        out.push((
            atalaya_words::capital(&words.t("family-probability")),
            words.percent((corner.mean * 20.0).round() / 20.0, 0),
        ));
    }
    if let Some(vote) = choose.vote.iter().find(|vote| vote.scenario == id) {
        out.push((words.t("bench-votes"), of(words, vote.votes)));
    }
    for condition in &found.conditions {
        let told = words.t(&format!("test-{}", condition.result));
        out.push((words.t(&format!("condition-{}", condition.name)), told));
    }
    if !found.states_missing.is_empty() {
        out.push((words.t("bench-states-missing"), found.states_missing.join(", ")));
    }
    let behind = [("kinds-sign", found.signs.len()), ("kinds-wild-card", found.wild_cards.len())];
    let behind = behind.into_iter().filter(|(_, count)| *count > 0);
    out.extend(behind.map(|(key, count)| (atalaya_words::capital(&words.t(key)), count.to_string())));
    out
}

fn action(seat: &Seat, sheet: &Sheet, id: &str) -> Vec<Fact> {
    let words = &seat.who.words;
    let act = &sheet.point.act;
    let mut out = Vec::new();
    if let Some(item) = act.igo.as_ref().and_then(|igo| igo.items.iter().find(|item| item.id == id)) {
        if let Some(zone) = item.zone {
            let told = words.t(igo(zone)).to_lowercase();
            let told =
                if item.borderline { words.with("igo-close", &[("action", told.into())]) } else { told };
            out.push((words.t("bench-igo"), told));
        }
        for (key, item) in [("importance", &item.importance), ("governability", &item.governability)] {
            if let Some(told) = median(seat, sheet, Some(item)) {
                out.push((atalaya_words::capital(&words.t(&format!("family-{key}"))), told));
            }
        }
    }
    let row = act.robustness.as_ref().and_then(|found| found.rows.iter().find(|row| row.action == id));
    if let Some(class) = row.and_then(|row| row.class.as_ref()) {
        out.push((words.t("bench-robust"), words.t(&format!("chart-robust-{class}"))));
    }
    if let Some(row) = act.roadmap.iter().find(|row| row.action == id) {
        out.push((words.t("bench-years"), format!("{}–{}", row.from, row.to)));
        if !row.too_early.is_empty() {
            out.push((words.t("bench-too-early"), row.too_early.join(", ")));
        }
    }
    out
}

fn opportunity(seat: &Seat, sheet: &Sheet, id: &str) -> Vec<Fact> {
    let words = &seat.who.words;
    let Some(found) = sheet.point.act.opportunities.iter().find(|own| own.id == id) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    if let Some(zone) = &found.zone {
        out.push((words.t("bench-place"), words.t(&format!("chart-opportunity-{zone}")).to_lowercase()));
    }
    for (key, value) in [("attractiveness", found.attractiveness), ("capacity", found.capacity)] {
        if let Some(value) = value {
            let args = [("value", number(words, value).into()), ("n", found.n.into())];
            out.push((words.t(&format!("criterionaxis-{key}")), words.with("bench-median", &args)));
        }
    }
    out
}

fn evidence(seat: &Seat, sheet: &Sheet, id: &str) -> Vec<Fact> {
    let words = &seat.who.words;
    let found = sheet.point.scan.evidence.iter().find(|own| own.id == id);
    let priority = found.filter(|found| found.impact.is_some() && found.pertinence.is_some());
    let told = |found: bool| words.t(if found { "bench-yes" } else { "bench-no" });
    priority.map(|found| (words.t("bench-priority"), told(found.priority))).into_iter().collect()
}

fn indicator(seat: &Seat, sheet: &Sheet, id: &str) -> Vec<Fact> {
    let words = &seat.who.words;
    let Some(found) = sheet.point.watch.indicators.iter().find(|own| own.id == id) else { return Vec::new() };
    let mut out = Vec::new();
    let share = |value: f64| words.percent(value, 0);
    if let Some(last) = found.readings.last() {
        out.push((words.t("bench-last"), format!("{} ({})", words.short(last.value, 4), last.year)));
    }
    if let Some(progress) = found.progress {
        out.push((words.t("bench-progress"), share(progress)));
    }
    if let Some(elapsed) = found.elapsed {
        out.push((words.t("bench-elapsed"), share(elapsed)));
    }
    if !found.nearest.is_empty() {
        let name = |id: &String| {
            let record = sheet.record("scenario", id);
            record.map_or_else(|| id.clone(), |record| super::record::named(record, seat.who.lang))
        };
        out.push((words.t("bench-nearest"), words.list(&found.nearest.iter().map(name).collect::<Vec<_>>())));
    }
    out
}

/// An actor in the game: role, strength, and whom it stands nearest to and farthest from.
fn actor(seat: &Seat, sheet: &Sheet, id: &str) -> Vec<Fact> {
    let words = &seat.who.words;
    let found = sheet.point.structure.mactor.as_ref();
    let Some((found, at)) = found.and_then(|m| Some((m, m.actors.iter().position(|own| own == id)?))) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    if let Some(role) = found.roles.get(at) {
        let key = match role {
            ActorRole::Dominant => "role-dominant",
            ActorRole::Relay => "role-relay",
            ActorRole::Dominated => "role-dominated",
            ActorRole::Autonomous => "role-autonomous",
        };
        out.push((words.t("bench-role"), words.t(key)));
    }
    if let Some(strength) = found.strength.get(at) {
        out.push((words.t("bench-strength"), number(words, *strength)));
    }
    let order = &found.order3;
    let name = |other: usize| {
        let id = found.actors.get(other).map_or("", String::as_str);
        let record = sheet.record("actor", id);
        record.map_or_else(|| id.to_owned(), |record| super::record::named(record, seat.who.lang))
    };
    for (key, pairs) in [("bench-converges", &order.convergence), ("bench-diverges", &order.divergence)] {
        let row = pairs.get(at).map_or(&[][..], Vec::as_slice);
        let others = row.iter().enumerate().filter(|(other, value)| *other != at && **value > 0.0);
        if let Some((other, _)) = others.max_by(|a, b| a.1.total_cmp(b.1)) {
            out.push((words.t(key), name(other)));
        }
    }
    if let Some(ambivalence) = order.ambivalence.get(at) {
        out.push((words.t("bench-ambivalence"), number(words, *ambivalence)));
    }
    out
}

/// What is at stake between actors: how strongly it moves them, and to which side.
fn stake(seat: &Seat, sheet: &Sheet, id: &str) -> Vec<Fact> {
    let words = &seat.who.words;
    let found = sheet.point.structure.mactor.as_ref();
    let Some((found, at)) = found.and_then(|m| Some((m, m.objectives.iter().position(|own| own == id)?)))
    else {
        return Vec::new();
    };
    let order = &found.order3;
    let rows = [
        ("bench-mobilisation", &order.mobilisation),
        ("chart-mactor-in-favour", &order.in_favour),
        ("chart-mactor-against", &order.against),
    ];
    let told = |(key, list): (&str, &Vec<f64>)| Some((words.t(key), number(words, *list.get(at)?)));
    rows.into_iter().filter_map(told).collect()
}

/// The tests of the two axes.
fn axis(seat: &Seat, sheet: &Sheet, id: &str) -> Vec<Fact> {
    let words = &seat.who.words;
    let Some(found) =
        sheet.point.explore.axes.as_ref().filter(|found| found.axes.iter().any(|own| own == id))
    else {
        return Vec::new();
    };
    let told = |test: &AxisTest| {
        (words.t(&format!("axis-test-{}", test.name)), words.t(&format!("test-{}", test.result)))
    };
    found.tests.iter().map(told).collect()
}

/// A factor of the FODA: what its crossings add up to, and the strongest of them.
fn factor(seat: &Seat, sheet: &Sheet, id: &str) -> Vec<Fact> {
    let words = &seat.who.words;
    let Some(found) = sheet.point.structure.foda.as_ref() else { return Vec::new() };
    let row = found.rows.iter().position(|own| own == id);
    let column = found.columns.iter().position(|own| own == id);
    let total = row
        .and_then(|at| found.row_totals.get(at))
        .or_else(|| column.and_then(|at| found.column_totals.get(at)));
    let Some(total) = total else { return Vec::new() };
    let crossed: Vec<(&String, f64)> = match (row, column) {
        (Some(row), _) => found
            .columns
            .iter()
            .zip(found.matrix.get(row).map_or(&[][..], Vec::as_slice))
            .filter_map(|(other, value)| Some((other, (*value)?)))
            .collect(),
        (None, Some(column)) => found
            .rows
            .iter()
            .zip(&found.matrix)
            .filter_map(|(other, row)| Some((other, row.get(column).copied().flatten()?)))
            .collect(),
        (None, None) => Vec::new(),
    };
    let most = crossed.iter().map(|(_, value)| *value).fold(0.0, f64::max);
    let strongest: Vec<String> = crossed
        .iter()
        .filter(|(_, value)| most > 0.0 && *value == most)
        .map(|(id, _)| (*id).clone())
        .collect();
    let mut out = vec![(words.t("bench-crossings"), number(words, *total))];
    if !strongest.is_empty() {
        out.push((words.t("bench-crossed-most"), words.list(&strongest)));
    }
    out
}

/// What is found of a record in few words.
pub fn short(seat: &Seat, sheet: &Sheet, kind: &str, id: &str) -> Vec<String> {
    let words = &seat.who.words;
    let told = facts(seat, sheet, kind, id);
    let bare = [words.t("bench-class"), words.t("bench-zone"), words.t("bench-igo"), words.t("bench-robust")];
    let bare: Vec<String> =
        bare.into_iter().chain([words.t("bench-place"), words.t("column-verdict")]).collect();
    let mut said: Vec<String> = told
        .into_iter()
        .take(4)
        .map(|(label, value)| if bare.contains(&label) { value } else { format!("{label}: {value}") })
        .collect();
    // A class is often the name of its zone.
    said.dedup();
    said
}

/// The plane of influence and dependence with a variable's point ringed.
fn plane(seat: &Seat, sheet: &Sheet, kind: &str, id: &str) -> Option<(String, String)> {
    let placed = sheet
        .point
        .structure
        .micmac
        .as_ref()
        .is_some_and(|found| found.variables.iter().any(|own| own == id));
    let study = &sheet.loaded.value;
    let drawn = || chapters::pointed(study, &sheet.point, &sheet.words(seat.who.lang), id);
    if kind == "variable" && placed { drawn() } else { None }
}

/// What is found of a record, beside its form; nothing where nothing is.
pub fn found(seat: &Seat, sheet: &Sheet, kind: &str, id: &str) -> Option<Markup> {
    let words = &seat.who.words;
    let facts = facts(seat, sheet, kind, id);
    if facts.is_empty() {
        return None;
    }
    let stage =
        form::STAGES.into_iter().find(|stage| form::kinds(stage).iter().any(|own| own.as_str() == kind))?;
    Some(html! {
        aside.beside aria-label=(words.t("web-found")) {
            h2 { (words.t("web-found")) }
            dl.facts { @for (label, value) in &facts { dt { (label) } dd { (value) } } }
            @if let Some((picture, shown)) = plane(seat, sheet, kind, id) {
                div.report { div.picture role="img" aria-label=(shown) { (PreEscaped(picture)) } }
            }
            p { a href=(seat.at(&format!("/{stage}#found"))) { (words.with("bench-whole-stage", &[("stage", words.t(&format!("stage-{stage}")).into())])) } }
        }
    })
}
