//! Chapters "Variables" and "Análisis estructural".

use atalaya_analysis::findings::{Gap, MicmacFinding, MicmacStability, Range, VariableFinding, Zone};
use atalaya_charts::figures;
use atalaya_model::{
    Code, Kind, Record,
    choice::{Choice, Fate},
};

use atalaya_words::Arg;

use super::Book;
use crate::{
    doc::{Block, Cell, Column, Mark, Table},
    rich::Rich,
};

/// Chapter "Variables": lineage, list, classes and crossing.
#[must_use]
pub fn variables(book: &Book<'_>) -> Vec<Block> {
    let structure = &book.findings.structure;
    if structure.variables.is_empty() {
        return Vec::new();
    }
    let mut out = vec![book.chapter("chapter-variables", "variables")];
    out.push(Block::Lead(classes_lead(book).into()));
    out.extend(lineage(book));
    out.extend(list(book));
    out.extend(classes(book));
    out.extend(super::toolbox::colours(book, &[Kind::Variable]));
    out
}

/// What the classes say in a sentence.
#[must_use]
pub fn classes_lead(book: &Book<'_>) -> String {
    let structure = &book.findings.structure;
    let critical = ("count", structure.critical.len().into());
    let Some(micmac) = &structure.micmac else { return book.say("classes-without-matrix", &[critical]) };
    if !structure.placed() {
        let [open, all, size] = open(micmac);
        return book.say("classes-open-matrix", &[open, all, size, critical]);
    }
    if !rates(book) {
        let args = [("determining", structure.determining.len().into()), ("key", structure.key.len().into())];
        return book.say("classes-lead-unrated", &args);
    }
    book.say(
        "classes-lead",
        &[
            ("determining", structure.determining.len().into()),
            ("critical", structure.critical.len().into()),
            ("count", structure.crossing.len().into()),
            ("crossing", book.list(Kind::Variable, &structure.crossing).into()),
        ],
    )
}

/// How much of a matrix is open, as a sentence takes it.
fn open(micmac: &MicmacFinding) -> [Arg<'static>; 3] {
    [
        ("open", micmac.open().into()),
        ("all", micmac.aggregation.complete.n.into()),
        ("size", micmac.variables.len().into()),
    ]
}

/// Whether variables were not asked about in a family. Of few answers no median is printed, and what was asked was asked
/// all the same.
fn unasked(book: &Book<'_>, family: &str) -> bool {
    let mut gaps = book.findings.gaps.iter().filter(|gap| gap.code == Code::NoFamily.as_str());
    let is = |gap: &Gap, name: &str, value: &str| gap.args.get(name).is_some_and(|own| own == value);
    gaps.any(|gap| is(gap, "family", family) && is(gap, "kind", "variable"))
}

/// Whether the panel was asked what makes a critical uncertainty.
fn rates(book: &Book<'_>) -> bool {
    !unasked(book, "importance") && !unasked(book, "uncertainty")
}

fn lineage(book: &Book<'_>) -> Vec<Block> {
    let Some(found) = &book.findings.scan.lineage else { return Vec::new() };
    let mut out = vec![book.section("section-lineage", "lineage")];
    out.push(book.paragraph(
        "lineage-text",
        &[
            ("ideas", found.ideas.into()),
            ("variables", found.variables.into()),
            ("kept", found.kept.into()),
            ("merged", found.merged.into()),
            ("split", found.split.into()),
            ("rejected", found.rejected.into()),
        ],
    ));
    let mut table = Table::new(
        "lineage-table",
        book.t("table-lineage"),
        vec![
            Column::text(book.t("column-idea")),
            Column::text(book.t("column-fate")),
            Column::text(book.t("column-into")),
            Column::text(book.t("column-reason")),
        ],
    );
    for fate in Fate::ALL {
        let mut ideas: Vec<_> = book.study.ideas.iter().filter(|idea| idea.fate == Some(*fate)).collect();
        ideas.sort_by(|a, b| a.id.natural_cmp(&b.id));
        for idea in ideas {
            let into: Vec<String> = idea.into.iter().map(ToString::to_string).collect();
            table.push(vec![
                book.full(Kind::Idea, idea.id.as_str()).into(),
                book.t(&format!("fate-{}", fate.as_str())).into(),
                book.labels(Kind::Variable, &into).into(),
                book.text(&idea.reason).into(),
            ]);
        }
    }
    out.push(Block::Table(table));
    out
}

fn list(book: &Book<'_>) -> Vec<Block> {
    let mut table = Table::new(
        "variable-list",
        book.t("table-variables"),
        vec![
            Column::text(book.t("column-variable")),
            Column::text(book.t("column-definition")),
            Column::text(book.t("column-dimension")),
            Column::text(book.t("column-location")),
        ],
    );
    for finding in &book.findings.structure.variables {
        let Some(variable) = book.study.variables.iter().find(|v| v.id == finding.id.as_str()) else {
            continue;
        };
        let word = |group: &str, word: Option<&'static str>| {
            word.map_or(Cell::Empty, |word| book.t(&format!("{group}-{word}")).into())
        };
        table.push(vec![
            book.full(Kind::Variable, &finding.id).into(),
            book.text(&variable.definition).into(),
            word("dimension", variable.dimension.map(Choice::as_str)),
            word("location", variable.location.map(Choice::as_str)),
        ]);
    }
    vec![book.section("section-variable-list", "variable-list-section"), Block::Table(table)]
}

fn classes(book: &Book<'_>) -> Vec<Block> {
    let structure = &book.findings.structure;
    let measured = |value: Option<f64>| value.is_some();
    let any =
        structure.variables.iter().any(|v| measured(v.importance) || v.determining || v.key || v.critical);
    if !any {
        return Vec::new();
    }
    let cuts = &structure.cuts;
    let rated = |of: fn(&VariableFinding) -> Option<f64>| structure.variables.iter().any(|v| of(v).is_some());
    let (important, uncertain) = (rated(|v| v.importance), rated(|v| v.uncertainty));
    let rates = rates(book);
    let placed = structure.placed();
    let stable = structure.variables.iter().any(|v| v.stability.is_some());
    // A column for what was asked and found: an empty one would say that nothing is important, or uncertain, or key.
    let shown = [true, important, uncertain, placed, placed, rates, stable];
    let kept = |all: [Cell; 7]| all.into_iter().zip(shown).filter(|(_, shown)| *shown).map(|(cell, _)| cell);
    let columns = [
        Column::text(book.t("column-variable")),
        Column::number(book.t("column-importance")),
        Column::number(book.t("column-uncertainty")),
        Column::mark(book.t("column-determining")),
        Column::mark(book.t("column-key")),
        Column::mark(book.t("column-critical")),
        Column::text(book.t("column-stability")),
    ];
    let columns = columns.into_iter().zip(shown).filter(|(_, shown)| *shown).map(|(column, _)| column);
    let title = if important || uncertain { "table-classes" } else { "table-classes-only" };
    let mut table = Table::new("variable-classes", book.t(title), columns.collect());
    for variable in &structure.variables {
        let number = |family: &str, value: Option<f64>, cut: Option<f64>| match (value, cut) {
            (Some(value), cut) => {
                let cell = Cell::number(value, book.words.short(value, 1));
                if cut.is_some_and(|cut| value > cut) { cell.marked(Mark::Accent) } else { cell }
            }
            (None, _) => book.withheld(family, &variable.id),
        };
        let mark = |yes: bool| if yes { Cell::from("●").marked(Mark::Accent) } else { Cell::Empty };
        let stability = variable.stability.as_ref().map(|s| {
            let class = [
                (variable.determining, &s.determining, "class-determining"),
                (variable.key, &s.key, "class-key"),
                (variable.critical, &s.critical, "class-critical"),
            ];
            let own = class.into_iter().filter(|(yes, _, _)| *yes);
            let said = own.filter_map(|(_, stability, key)| {
                stability.as_ref().map(|s| format!("{} {}", book.t(key), book.stability(s)))
            });
            said.collect::<Vec<_>>().join("; ")
        });
        let name = book.full(Kind::Variable, &variable.id);
        let name = if variable.crossing { Cell::from(Rich::default().strong(name)) } else { name.into() };
        let cells = [
            name,
            number("importance", variable.importance, cuts.importance),
            number("uncertainty", variable.uncertainty, cuts.uncertainty),
            mark(variable.determining),
            mark(variable.key),
            mark(variable.critical),
            stability.filter(|s| !s.is_empty()).map_or(Cell::Empty, Cell::from),
        ];
        table.push(kept(cells).collect());
    }
    let mut note: Vec<String> = Vec::new();
    if important || uncertain {
        note.push(book.t("classes-medians"));
    }
    for (key, cut) in [
        ("classes-important", cuts.importance.filter(|_| important)),
        ("classes-uncertain", cuts.uncertainty.filter(|_| uncertain)),
    ] {
        note.extend(cut.map(|cut| book.say(key, &[("cut", book.words.short(cut, 1).into())])));
    }
    note.extend(match (important, uncertain) {
        (true, true) => None,
        _ if rates => Some(book.t("classes-few")),
        (true, false) => Some(book.t("classes-uncertain-not-asked")),
        (false, true) => Some(book.t("classes-important-not-asked")),
        (false, false) => Some(book.t("classes-not-asked")),
    });
    note.push(book.t(match &structure.micmac {
        Some(_) if placed => "classes-placed",
        Some(_) => "classes-not-placed-yet",
        None => "classes-not-placed",
    }));
    if rates && placed {
        note.push(book.t("classes-crossing"));
    }
    table.note = Some(note.join(" ").into());
    table.provenance = book.provenance(&structure.trace);
    let mut out = vec![book.section("section-classes", "classes")];
    out.extend(book.figure("critical-plane", figures::critical_plane));
    out.push(Block::Table(table));
    out.push(book.method("classes-method", &[]));
    out.extend(strategic(book));
    out.extend(book.why(&structure.trace));
    out
}

fn strategic(book: &Book<'_>) -> Vec<Block> {
    let Some(decision) = book.findings.decisions.iter().find(|d| d.about == "key-variables") else {
        return Vec::new();
    };
    if decision.stands.is_empty() {
        return Vec::new();
    }
    let key = match (decision.decided, decision.agrees) {
        (false, _) => "strategic-proposed",
        (true, true) => "strategic-agreeing",
        (true, false) => "strategic-differing",
    };
    let added: Vec<String> =
        decision.stands.iter().filter(|id| !decision.proposed.contains(id)).cloned().collect();
    let left: Vec<String> =
        decision.proposed.iter().filter(|id| !decision.stands.contains(id)).cloned().collect();
    let mut out = vec![book.paragraph(key, &[("names", book.list(Kind::Variable, &decision.stands).into())])];
    if decision.decided {
        for (key, ids) in [("strategic-added", &added), ("strategic-left", &left)] {
            if !ids.is_empty() {
                out.push(book.paragraph(key, &[("names", book.in_prose(Kind::Variable, ids).into())]));
            }
        }
    }
    let record = book.study.decisions.iter().find(|d| d.id() == decision.id.as_str());
    if let Some(reason) = record.map(|d| book.text(&d.reason)).filter(|r| !r.is_empty()) {
        out.push(book.paragraph("decision-reason", &[("reason", reason.into())]));
    }
    if decision.stale {
        out.push(book.care(book.t("decision-stale")));
    }
    out
}

/// Chapter "Análisis estructural": the plane, the matrix, displacement, stability, the other rules, FODA.
#[must_use]
pub fn analysis(book: &Book<'_>) -> Vec<Block> {
    let structure = &book.findings.structure;
    if structure.micmac.is_none() && structure.foda.is_none() {
        return Vec::new();
    }
    let mut out = vec![book.chapter("chapter-structure", "structural-analysis")];
    if let Some(micmac) = &structure.micmac {
        out.extend(matrix(book, micmac));
        out.extend(planes(book, micmac));
        out.extend(displacement(book, micmac));
        out.extend(other_rules(book, micmac));
    }
    out.extend(book.gaps(&["structure"]));
    out.extend(super::foda::crossing(book));
    out
}

fn matrix(book: &Book<'_>, micmac: &MicmacFinding) -> Vec<Block> {
    let aggregation = &micmac.aggregation;
    let mut out = vec![book.section("section-matrix", "matrix-section")];
    let key = if aggregation.rule == "consensus" { "matrix-consensus" } else { "matrix-panel" };
    out.push(book.paragraph(
        key,
        &[
            ("size", micmac.characteristics.size.into()),
            ("experts", aggregation.experts.into()),
            ("rule", book.t(&format!("rule-{}", aggregation.rule)).into()),
            ("fill", book.words.percent(aggregation.fill, 0).into()),
            ("disputed", aggregation.disputed.len().into()),
            ("empty", micmac.empty_cells.into()),
        ],
    ));
    out.extend(book.figure("influence-matrix", figures::influence_matrix));
    if aggregation.fill > 0.35 {
        out.push(
            book.care(book.say("matrix-dense", &[("fill", book.words.percent(aggregation.fill, 0).into())])),
        );
    }
    out
}

fn zone_word(book: &Book<'_>, zone: Zone) -> String {
    book.t(match zone {
        Zone::Determinant => "zone-determinant",
        Zone::Relay => "zone-relay",
        Zone::Result => "zone-result",
        Zone::Autonomous => "zone-autonomous",
    })
}

/// A rank, shared ones as `3-4`.
fn rank(book: &Book<'_>, ranks: &[f64], index: usize) -> Cell {
    let told = ranks.get(index).zip(book.words.place(ranks, index));
    told.map_or(Cell::Empty, |(own, told)| Cell::number(*own, told))
}

fn planes(book: &Book<'_>, micmac: &MicmacFinding) -> Vec<Block> {
    let mut out = vec![book.section("section-plane-influence", "influence-plane-section")];
    if micmac.open() > 0 {
        out.push(book.care(book.say("matrix-open", &open(micmac))));
    }
    out.extend(book.figure("influence-plane", figures::influence_plane));
    out.extend(book.figure("influence-graph", figures::influence_graph));
    out.extend(book.figure("micmac-potential", figures::micmac_potential));
    let level = micmac.aggregation.level;
    let stability = micmac.stability.as_ref().or(micmac.sensitivity.as_ref());
    let mut columns = vec![
        Column::text(book.t("column-variable")),
        Column::number(book.t("column-influence")),
        Column::number(book.t("column-dependence")),
        Column::number(book.t("column-rank-influence")),
        Column::number(book.t("column-rank-indirect")),
        Column::text(book.t("column-zone")),
    ];
    if stability.is_some() {
        columns.push(Column::mark(book.t("column-rank-interval")));
        columns.push(Column::number(book.t("column-same-zone")));
    }
    let mut table = Table::new("micmac-table", book.t("table-micmac"), columns);
    let mut order: Vec<usize> = (0..micmac.variables.len()).collect();
    let ranks = &micmac.indirect;
    order.sort_by(|a, b| {
        ranks.direct_influence_rank[*a].total_cmp(&ranks.direct_influence_rank[*b]).then(a.cmp(b))
    });
    for index in order {
        let sum = |values: &[f64]| Cell::number(values[index], book.words.short(values[index], 1));
        let mut cells = vec![
            book.full(Kind::Variable, &micmac.variables[index]).into(),
            sum(&micmac.direct.influence),
            sum(&micmac.direct.dependence),
            rank(book, &ranks.direct_influence_rank, index),
            rank(book, &ranks.influence_rank, index),
            zone_word(book, micmac.zones[index]).into(),
        ];
        if let Some(stability) = stability {
            cells.push(interval(book, stability.influence_rank_interval.get(index)).into());
            cells.push(same_zone(book, micmac, stability, index));
        }
        table.push(cells);
    }
    let note = match (&micmac.stability, &micmac.sensitivity) {
        (Some(stability), _) if unanimous(stability) => "stability-uninformative",
        (Some(_), _) => "table-micmac-note-stability",
        (None, Some(_)) => "table-micmac-note-sensitivity",
        (None, None) => "table-micmac-note",
    };
    let args = [
        ("n", micmac.aggregation.experts.into()),
        ("draws", book.words.int(book.findings.frame.draws as i64).into()),
        ("influence", book.words.short(micmac.cut.influence, 1).into()),
        ("dependence", book.words.short(micmac.cut.dependence, 1).into()),
    ];
    table.note = Some(book.say(note, &args).into());
    table.provenance = book.provenance(&micmac.trace);
    out.push(Block::Table(table));
    if micmac.stability.is_none()
        && level < atalaya_analysis::findings::PanelLevel::Quartiles
        && micmac.sensitivity.is_none()
    {
        out.push(book.paragraph("stability-too-few", &[("n", micmac.aggregation.experts.into())]));
    }
    out.push(book.method("micmac-method", &[]));
    out.extend(book.why(&micmac.trace));
    out
}

/// Whether no draw moved anything: a unanimous panel tells nothing by resampling.
fn unanimous(stability: &MicmacStability) -> bool {
    let flat = |ranges: &[Range]| ranges.iter().all(|r| r.low == r.high);
    stability.same_zone.iter().all(|held| *held == stability.draws)
        && flat(&stability.influence_rank_interval)
        && flat(&stability.dependence_rank_interval)
        && stability.spread.iter().flatten().all(|v| *v == 0.0)
}

fn interval(book: &Book<'_>, range: Option<&Range>) -> String {
    range.map(|r| book.interval(r.low, r.high, 0)).unwrap_or_default()
}

fn same_zone(book: &Book<'_>, micmac: &MicmacFinding, stability: &MicmacStability, index: usize) -> Cell {
    let Some(held) = stability.same_zone.get(index).copied() else { return Cell::Empty };
    let share = held as f64 / stability.draws.max(1) as f64;
    let text = if micmac.stability.is_some() {
        let own = atalaya_analysis::findings::Stability {
            experts: stability.experts,
            draws: stability.draws,
            held,
        };
        book.stability(&own)
    } else {
        // Sensitivity counts perturbed matrices, not experts: tenths are as fine as it is worth reading.
        book.say("stability-tenths", &[("tenths", ((share * 10.0).round() as i64).to_string().into())])
    };
    let cell = Cell::number(share, text);
    if share < 0.7 { cell.marked(Mark::Care) } else { cell }
}

fn displacement(book: &Book<'_>, micmac: &MicmacFinding) -> Vec<Block> {
    let mut out = vec![book.section("section-displacement", "displacement-section")];
    let convergence = &micmac.convergence;
    let args = [
        ("power", convergence.power.into()),
        ("period", convergence.period.unwrap_or(0).into()),
        ("agreement", book.words.num(micmac.agreement.influence, 2).into()),
    ];
    out.push(book.paragraph(&format!("convergence-{}", convergence.kind), &args));
    let risen = |places: f64| places >= figures::RISEN - 1e-9;
    let risers: Vec<_> = micmac.displaced.iter().filter(|d| risen(d.influence_places)).collect();
    if let [only] = risers[..] {
        let args = [
            ("variable", book.full(Kind::Variable, &only.id).into()),
            ("places", book.words.short(only.influence_places, 1).into()),
        ];
        out.push(book.paragraph("hidden-variable", &args));
    } else if !risers.is_empty() {
        let names = risers.iter().map(|d| {
            let label = book.names.label(Kind::Variable, &d.id);
            format!("{label} (+{})", book.words.short(d.influence_places, 1))
        });
        let names = book.words.list(&names.collect::<Vec<_>>());
        let args = [("count", risers.len().into()), ("names", names.into())];
        out.push(book.paragraph("hidden-variables", &args));
    }
    out.extend(book.figure("rank-crossing", figures::rank_crossing));
    if micmac.displaced.is_empty() {
        out.push(book.paragraph("displacement-none", &[]));
        return out;
    }
    let mut table = Table::new(
        "displacement-table",
        book.t("table-displacement"),
        vec![
            Column::text(book.t("column-variable")),
            Column::number(book.t("column-places-influence")),
            Column::number(book.t("column-places-dependence")),
            Column::text(book.t("column-zone-direct")),
            Column::text(book.t("column-zone-indirect")),
        ],
    );
    for moved in &micmac.displaced {
        let places = |value: f64| {
            let text = book.words.short(value, 1);
            Cell::number(value, if value > 0.0 { format!("+{text}") } else { text })
        };
        table.push(vec![
            book.full(Kind::Variable, &moved.id).into(),
            places(moved.influence_places),
            places(moved.dependence_places),
            zone_word(book, moved.from).into(),
            zone_word(book, moved.to).into(),
        ]);
    }
    table.note = Some(book.t("table-displacement-note").into());
    out.push(Block::Table(table));
    out
}

fn other_rules(book: &Book<'_>, micmac: &MicmacFinding) -> Vec<Block> {
    if micmac.other_rules.is_empty() {
        return Vec::new();
    }
    let mut table = Table::new(
        "other-rules",
        book.t("table-other-rules"),
        vec![
            Column::text(book.t("column-rule")),
            Column::number(book.t("column-fill")),
            Column::text(book.t("column-changes")),
        ],
    );
    for rule in &micmac.other_rules {
        let name = match rule.rule.split_once('=') {
            Some(("aggregation", word)) => {
                book.say("rule-aggregation", &[("rule", book.t(&format!("rule-{word}")).into())])
            }
            Some((_, word)) => book.say("rule-cut", &[("cut", book.t(&format!("cut-{word}")).into())]),
            None => rule.rule.clone(),
        };
        let changes: Vec<String> = rule
            .changes
            .iter()
            .map(|change| {
                let label = book.names.label(Kind::Variable, &change.id);
                format!("{label} ({} → {})", zone_word(book, change.from), zone_word(book, change.to))
            })
            .collect();
        let changes = if changes.is_empty() { book.t("nothing-changes") } else { changes.join("; ") };
        table.push(vec![
            name.into(),
            Cell::number(rule.fill, book.words.percent(rule.fill, 0)),
            changes.into(),
        ]);
    }
    table.note = Some(book.t("table-other-rules-note").into());
    vec![book.section("section-other-rules", "other-rules-section"), Block::Table(table)]
}
