//! "Ficha técnica", "Presentación y mandato", and chapter "Delimitación y modelo conceptual".

use std::collections::BTreeSet;

use atalaya_charts::figures;
use atalaya_model::{
    Id, Kind, Record,
    choice::{Choice, Provenance, ScenarioKind},
    records::{Component, Frame, Limit},
};
use atalaya_words::{Arg, capital};

use super::{Book, markdown, references::works};
use crate::{
    doc::{Block, Column, Fact, Heading, Note, NoteKind, Numbering, Table},
    rich::{Inline, Rich},
};

/// Kinds of records counted in the *ficha técnica*, in the order of a study's path, and the parts of a report that show
/// them.
const COUNTED: [(Kind, &[&str]); 9] = [
    (Kind::Source, &["references"]),
    (Kind::Evidence, &["evidence-found", "evidence-section", "later-evidence"]),
    (Kind::Series, &["series-section", "each-series"]),
    (Kind::Variable, &["variable-list-section", "classes", "matrix-section", "influence-plane-section"]),
    (Kind::Actor, &["actors", "game"]),
    (Kind::Scenario, &["scenario-plane-section", "scenario-lines"]),
    (Kind::Opportunity, &["opportunities", "opportunity-plane-section", "opportunity-cards"]),
    (Kind::Action, &["actions", "igo", "calendar"]),
    (Kind::Indicator, &["board", "readings", "watch-sheet-section"]),
];

/// The *ficha técnica*: who did what, for whom, when, with whom, and how anybody checks it.
#[must_use]
pub fn sheet(book: &Book<'_>) -> Vec<Block> {
    let mut table = Table::new(
        "data-sheet",
        book.t("table-data-sheet"),
        vec![Column::text(book.t("column-aspect")), Column::text(book.t("column-description"))],
    );
    let parts = [
        ("sheet-study", identity(book)),
        ("sheet-time", time(book)),
        ("sheet-material", material(book)),
        ("sheet-check", reproduction(book)),
    ];
    for (name, facts) in parts {
        if !facts.is_empty() {
            table.group(book.t(name));
        }
        for fact in facts {
            table.push(vec![fact.label.into(), fact.value.into()]);
        }
    }
    let heading =
        Heading::new(1, book.t("chapter-data-sheet"), "data-sheet-chapter").numbered(Numbering::None);
    vec![Block::Heading(heading), Block::Table(table)]
}

/// Facts whose value is empty are left out.
pub(super) fn facts<'k, T: Into<Rich>>(
    book: &Book<'_>,
    rows: impl IntoIterator<Item = (&'k str, T)>,
) -> Vec<Fact> {
    let rows = rows.into_iter().map(|(key, value)| (key, value.into()));
    let rows = rows.filter(|(_, value)| !value.is_empty());
    rows.map(|(key, value)| Fact::new(book.t(key), value)).collect()
}

fn identity(book: &Book<'_>) -> Vec<Fact> {
    let frame = &book.study.frame;
    let text = |text| book.text(text).to_owned();
    facts(
        book,
        [
            ("fact-title", text(&frame.title)),
            ("fact-question", text(&frame.question)),
            ("fact-subject", text(&frame.subject)),
            ("fact-territory", text(&frame.territory)),
            ("fact-sponsor", text(&frame.sponsor)),
            ("fact-team", text(&frame.team)),
            ("fact-authors", book.words.list(&frame.authors)),
        ],
    )
}

fn time(book: &Book<'_>) -> Vec<Fact> {
    let frame = &book.study.frame;
    facts(
        book,
        [
            ("fact-base-year", Rich::from(frame.base_year.map(|y| y.to_string()).unwrap_or_default())),
            ("fact-cutoff", book.cutoff()),
            ("fact-horizon", horizon(book).into()),
            ("fact-periods", periods(book).into()),
            ("fact-as-of", book.words.date(&frame.as_of).into()),
        ],
    )
}

/// `2030 (a 12 años)`.
fn horizon(book: &Book<'_>) -> String {
    let frame = &book.study.frame;
    let Some(horizon) = frame.horizon else { return String::new() };
    match frame.base_year.map(|base| horizon - base) {
        Some(years) if years > 0 => {
            book.say("horizon-value", &[("year", horizon.to_string().into()), ("years", years.into())])
        }
        _ => horizon.to_string(),
    }
}

fn periods(book: &Book<'_>) -> String {
    let found = book.study.frame.periods.iter();
    let said: Vec<String> = found
        .map(|period| match Frame::period_years(period) {
            Some((from, to)) => format!("{from}–{to}"),
            None => period.clone(),
        })
        .collect();
    said.join(", ")
}

/// How many scenarios the study explores, and the present, the trend and the optimum apart: `4, plus the present`.
fn scenarios(book: &Book<'_>) -> String {
    let kinds = book.study.scenarios.iter().map(|s| s.kind);
    let apart = |kind: ScenarioKind| {
        (kinds.clone().any(|k| k == Some(kind))).then(|| book.t(&format!("scenarios-{}", kind.as_str())))
    };
    let others: Vec<String> = [ScenarioKind::Present, ScenarioKind::Trend, ScenarioKind::Optimum]
        .into_iter()
        .filter_map(apart)
        .collect();
    let explored = kinds.filter(|k| matches!(k, None | Some(ScenarioKind::Exploratory))).count().to_string();
    if others.is_empty() {
        return explored;
    }
    book.say("scenarios-value", &[("n", explored.into()), ("others", book.words.list(&others).into())])
}

fn material(book: &Book<'_>) -> Vec<Fact> {
    let frame = &book.study.frame;
    let records = &book.findings.frame.records;
    let counts = COUNTED.iter().filter_map(|(kind, parts)| {
        let count = records.get(kind.as_str())?;
        let count = if *kind == Kind::Scenario { scenarios(book) } else { count.to_string() };
        let said = format!("{}: {count}", book.t(&format!("kinds-{}", kind.as_str())));
        Some(Inline::about(parts.iter().copied(), said))
    });
    let counts = Rich::joined(counts, "; ");
    let consultations: Vec<String> = book
        .findings
        .consult
        .consultations
        .iter()
        .map(|c| {
            let mode = c.mode.as_ref().map(|m| book.t(&format!("mode-{m}"))).unwrap_or_default();
            let args: [Arg<'_>; 3] = [
                ("name", book.name(Kind::Consultation, &c.id).into()),
                ("mode", mode.clone().into()),
                ("rounds", c.rounds.len().into()),
            ];
            book.say(if mode.is_empty() { "consultation-value" } else { "consultation-value-mode" }, &args)
        })
        .collect();
    let economies = match (frame.economy.is_empty(), frame.comparators.is_empty()) {
        (true, _) => String::new(),
        (false, true) => book.economy(&frame.economy),
        (false, false) => {
            let others: Vec<String> = frame.comparators.iter().map(|c| book.economy(c)).collect();
            let args = [
                ("economy", book.economy(&frame.economy).into()),
                ("others", book.words.list(&others).into()),
            ];
            book.say("economies-value", &args)
        }
    };
    // Countries are named for their series.
    let economies = match economies.as_str() {
        "" => Rich::default(),
        said => Inline::about(["series-section", "each-series"], said).into(),
    };
    // Where there is nothing yet, nothing comes from anywhere.
    let provenance = if counts.is_empty() { String::new() } else { origins(book) };
    facts(
        book,
        [
            ("fact-panel", Rich::from(panel(book))),
            ("fact-consultations", consultations.join("; ").into()),
            ("fact-economies", economies),
            ("fact-content", counts),
            ("fact-provenance", provenance.into()),
        ],
    )
}

/// Where the findings come from: what is weak in them, or each of their origins.
fn origins(book: &Book<'_>) -> String {
    let nodes = book.findings.trace.values();
    let found: BTreeSet<Provenance> = nodes.filter_map(|node| Provenance::parse(&node.provenance)).collect();
    let weak = [Provenance::Illustrative, Provenance::Computed].into_iter().find(|weak| found.contains(weak));
    let said = |origin: Provenance| book.t(&format!("weakest-{}", origin.as_str()));
    match weak {
        Some(weak) => said(weak),
        None => capital(&book.words.list(&found.into_iter().map(said).collect::<Vec<_>>())),
    }
}

/// `18 expertos (Perú 12, México 6)`.
fn panel(book: &Book<'_>) -> String {
    let panel = &book.findings.consult.panel;
    if panel.experts == 0 {
        return String::new();
    }
    let total = book.say("fact-panel-value", &[("n", panel.experts.into())]);
    let named = panel.countries.iter().filter(|margin| !margin.name.is_empty());
    let countries: Vec<String> = named
        .map(|margin| {
            let name =
                if margin.name == "other" { book.t("group-other") } else { book.economy(&margin.name) };
            format!("{name} {}", margin.count)
        })
        .collect();
    if countries.is_empty() { total } else { format!("{total} ({})", countries.join(", ")) }
}

fn reproduction(book: &Book<'_>) -> Vec<Fact> {
    let frame = &book.study.frame;
    let found = &book.findings.frame;
    let languages: Vec<String> = frame
        .languages
        .iter()
        .map(|code| {
            let key = format!("language-{code}");
            if book.words.has(&key) { book.t(&key) } else { code.clone() }
        })
        .collect();
    let args =
        [("draws", book.words.int(found.draws as i64).into()), ("seed", found.seed.to_string().into())];
    // Below 8 experts no stability is printed.
    let resampled = book.findings.consult.panel.experts >= 8;
    let draws = if resampled { book.say("draws-value", &args) } else { String::new() };
    facts(
        book,
        [
            ("fact-languages", book.words.list(&languages)),
            ("fact-licence", frame.licence.clone()),
            ("fact-rules", found.rules_hash.clone()),
            ("fact-draws", draws),
            ("fact-program", format!("Atalaya {}", book.findings.release)),
            ("fact-study-hash", book.findings.hash.chars().take(16).collect()),
        ],
    )
}

/// "Presentación y mandato", as the analyst wrote it.
#[must_use]
pub fn presentation(book: &Book<'_>) -> Vec<Block> {
    let text = book.text(&book.study.frame.presentation);
    if text.is_empty() {
        return Vec::new();
    }
    let heading = Heading::new(1, book.t("chapter-presentation"), "presentation").numbered(Numbering::None);
    let mut out = vec![Block::Heading(heading)];
    out.extend(markdown::blocks(text));
    out
}

/// Chapter "Delimitación y modelo conceptual".
#[must_use]
pub fn chapter(book: &Book<'_>) -> Vec<Block> {
    let mut out = vec![book.chapter("chapter-frame", "frame-chapter")];
    let question = book.text(&book.study.frame.question);
    if !question.is_empty() {
        out.push(Block::Lead(question.into()));
    }
    out.extend(viewpoint(book));
    out.extend(limits(book));
    out.extend(years(book));
    out.extend(model(book));
    out.extend(glossary(book));
    out.extend(lacks(book));
    out.extend(book.why(&book.findings.frame.trace));
    out
}

/// Subject, unit, territory and point of view.
pub(super) fn delimited(book: &Book<'_>) -> Vec<Fact> {
    let frame = &book.study.frame;
    let text = |text| book.text(text).to_owned();
    facts(
        book,
        [
            ("fact-subject", text(&frame.subject)),
            ("fact-unit", text(&frame.unit)),
            ("fact-territory", text(&frame.territory)),
            ("fact-viewpoint", text(&frame.viewpoint)),
        ],
    )
}

/// The same; or what a study without a subject cannot have.
fn viewpoint(book: &Book<'_>) -> Vec<Block> {
    let facts = delimited(book);
    let mut out = Vec::new();
    if !facts.is_empty() {
        out.push(Block::Facts(facts));
    }
    if book.findings.frame.has_subject {
        out.push(book.paragraph("subject-why", &[]));
        return out;
    }
    let cannot = &book.findings.frame.cannot;
    let items: Vec<Rich> = cannot.iter().map(|what| book.t(&format!("cannot-{what}")).into()).collect();
    out.push(Block::Note(Note {
        kind: NoteKind::Care,
        title: book.t("no-subject-title"),
        body: vec![
            book.paragraph("no-subject", &[]),
            Block::List { ordered: false, items },
            book.paragraph("no-subject-remedy", &[]),
        ],
    }));
    out
}

fn limits(book: &Book<'_>) -> Vec<Block> {
    let limits = &book.study.limits;
    if limits.is_empty() {
        return Vec::new();
    }
    let mut table = Table::new(
        "limits",
        book.t("table-limits"),
        vec![Column::text(book.t("column-includes")), Column::text(book.t("column-excludes"))],
    );
    table.row_headers = false;
    let side = |included: bool| limits.iter().filter(move |limit| limit.included == included);
    let (mut inside, mut outside) = (side(true), side(false));
    let cell = |limit: Option<&Limit>| {
        limit.map(|limit| cited(book, book.text(&limit.name), &limit.sources.0)).unwrap_or_default()
    };
    for _ in 0..side(true).count().max(side(false).count()) {
        table.push(vec![cell(inside.next()).into(), cell(outside.next()).into()]);
    }
    vec![book.section("section-limits", "limits-section"), Block::Table(table)]
}

/// Words and the works that they rest on, in brackets.
fn cited(book: &Book<'_>, words: &str, sources: &[Id]) -> Rich {
    let sources: Vec<String> = sources.iter().map(ToString::to_string).collect();
    let words = Rich::from(words);
    if sources.is_empty() { words } else { words.and(" (").and(works(book, &sources)).and(")") }
}

fn years(book: &Book<'_>) -> Vec<Block> {
    let frame = &book.study.frame;
    let mut out = Vec::new();
    if let (Some(base), Some(horizon)) = (frame.base_year, frame.horizon) {
        let args = [
            ("base", base.to_string().into()),
            ("horizon", horizon.to_string().into()),
            ("count", frame.periods.len().into()),
            ("periods", periods(book).into()),
        ];
        out.push(book.paragraph("years-text", &args));
    }
    if !frame.cutoff.is_empty() {
        let closes = book.say("cutoff-text", &[("cutoff", book.words.date(&frame.cutoff).into())]);
        let part = [("part", Inline::Ref("watch-chapter".to_owned()))];
        let read = Rich::from(" ").and(Rich::say(book.words, "cutoff-later", &[], &part));
        let read = Inline::about(["watch-chapter"], read);
        let mut said = Rich::from(closes).and(read);
        let later = book.after_cutoff();
        if let Some(last) = later.iter().map(|round| round.closed.as_str().max(round.opened.as_str())).max() {
            let args = [("n", later.len().into()), ("last", book.words.date(last).into())];
            said = said.and(format!(" {}", book.say("cutoff-panel", &args)));
        }
        out.push(Block::Paragraph(said));
    }
    if !out.is_empty() {
        out.insert(0, book.section("section-years", "years"));
    }
    out
}

/// The tree of the conceptual model, as a picture and as a table of components with their variables.
fn model(book: &Book<'_>) -> Vec<Block> {
    let components = &book.study.components;
    if components.is_empty() {
        return Vec::new();
    }
    let known = |id: &Id| components.iter().any(|c| c.id == *id);
    let roots: Vec<&Component> =
        components.iter().filter(|c| c.parent.0.as_ref().is_none_or(|p| !known(p))).collect();
    let children = |id: &Id| -> Vec<&Component> {
        components.iter().filter(|c| c.parent.0.as_ref() == Some(id)).collect()
    };
    // One root is the system itself; its children are the components.
    let (system, tops) = match roots[..] {
        [root] if !children(&root.id).is_empty() => (Some(root), children(&root.id)),
        _ => (None, roots),
    };
    if tops.is_empty() {
        return Vec::new();
    }
    let name = |c: &Component| book.name(Kind::Component, c.id.as_str());
    let mut rows = Rows { book, seen: system.map(|s| vec![&s.id]).unwrap_or_default(), rows: Vec::new() };
    if let Some(system) = system.filter(|s| !rows.variables(&s.id).is_empty()) {
        rows.rows.push((None, name(system), rows.variables(&system.id)));
    }
    for top in &tops {
        rows.below(top, None);
    }
    let (placed, rows) = (rows.seen.len(), rows.rows);
    let below = placed.saturating_sub(tops.len() + usize::from(system.is_some()));
    let with_component =
        book.study.variables.iter().filter(|v| v.component.0.as_ref().is_some_and(&known)).count();
    let mut out = vec![book.section("section-model", "concept-model")];
    let system_name = match system {
        Some(system) => book.say("model-system-named", &[("name", name(system).into())]),
        None => book.t("model-system"),
    };
    let args = [
        ("system", system_name.into()),
        ("components", tops.len().into()),
        ("below", below.into()),
        ("variables", with_component.into()),
    ];
    out.push(book.paragraph("model-text", &args));
    out.extend(book.figure("concept-tree", figures::concept_tree));
    let mut table = Table::new(
        "concept-components",
        book.t("table-components"),
        vec![Column::text(book.t("column-component")), Column::text(book.t("column-variables"))],
    );
    for (group, component, variables) in rows {
        if let Some(group) = group {
            table.group(group);
        }
        if !component.is_empty() {
            table.push(vec![component.into(), book.list(Kind::Variable, &variables).into()]);
        }
    }
    let loose: Vec<String> = book
        .study
        .variables
        .iter()
        .filter(|v| v.component.0.as_ref().is_none_or(|id| !known(id)))
        .map(|v| v.id.to_string())
        .collect();
    if !loose.is_empty() {
        let args = [("variables", book.in_prose(Kind::Variable, &loose).into())];
        table.note = Some(book.say("table-components-note", &args).into());
    }
    out.push(Block::Table(table));
    out
}

/// Walks the tree from the top; a component met twice, as in a cycle, is printed once.
struct Rows<'a, 'b> {
    book: &'b Book<'a>,
    seen: Vec<&'a Id>,
    /// Name of the component that opens a group, name of the row (empty for none), its variables.
    rows: Vec<(Option<String>, String, Vec<String>)>,
}

impl<'a> Rows<'a, '_> {
    fn variables(&self, component: &Id) -> Vec<String> {
        let all = self.book.study.variables.iter();
        all.filter(|v| v.component.0.as_ref() == Some(component)).map(|v| v.id.to_string()).collect()
    }

    /// `path`: the names between the group and this component; `None` for the group itself.
    fn below(&mut self, component: &'a Component, path: Option<&str>) {
        if self.seen.contains(&&component.id) {
            return;
        }
        self.seen.push(&component.id);
        let name = self.book.name(Kind::Component, component.id.as_str());
        let variables = self.variables(&component.id);
        let path = match path {
            None => {
                let row = if variables.is_empty() { String::new() } else { name.clone() };
                self.rows.push((Some(name), row, variables));
                String::new()
            }
            Some(path) => {
                let path = if path.is_empty() { name } else { format!("{path} › {name}") };
                self.rows.push((None, path.clone(), variables));
                path
            }
        };
        let study = self.book.study;
        for child in study.components.iter().filter(|c| c.parent.0.as_ref() == Some(&component.id)) {
            self.below(child, Some(&path));
        }
    }
}

fn glossary(book: &Book<'_>) -> Vec<Block> {
    let mut terms: Vec<_> =
        book.study.terms.iter().filter(|t| !book.text(&t.definition).is_empty()).collect();
    if terms.is_empty() {
        return Vec::new();
    }
    terms.sort_by_cached_key(|term| {
        let name = book.name(Kind::Term, term.id().as_str());
        (collation(&name), name)
    });
    let mut table = Table::new(
        "glossary",
        book.t("table-glossary"),
        vec![Column::text(book.t("column-term")), Column::text(book.t("column-meaning"))],
    );
    for term in terms {
        let definition = cited(book, book.text(&term.definition), &term.sources.0);
        table.push(vec![book.name(Kind::Term, term.id().as_str()).into(), definition.into()]);
    }
    vec![book.section("section-glossary", "glossary-section"), Block::Table(table)]
}

/// The order of a dictionary: without case or accents, with ñ after n.
fn collation(word: &str) -> String {
    let plain = |c: char| match c {
        'á' | 'à' | 'â' | 'ä' => "a".to_owned(),
        'é' | 'è' | 'ê' | 'ë' => "e".to_owned(),
        'í' | 'ì' | 'î' | 'ï' => "i".to_owned(),
        'ó' | 'ò' | 'ô' | 'ö' => "o".to_owned(),
        'ú' | 'ù' | 'û' | 'ü' => "u".to_owned(),
        'ñ' => "n\u{10ffff}".to_owned(),
        c => c.to_string(),
    };
    word.to_lowercase().chars().map(plain).collect()
}

/// What the delimitation does not say yet. The subject has a note of its own.
fn lacks(book: &Book<'_>) -> Vec<Block> {
    let (study, frame) = (book.study, &book.study.frame);
    let absent = [
        ("frame-lacks-question", frame.question.is_empty()),
        ("frame-lacks-unit", frame.unit.is_empty()),
        ("frame-lacks-territory", frame.territory.is_empty()),
        ("frame-lacks-horizon", frame.horizon.is_none()),
        ("frame-lacks-cutoff", frame.cutoff.is_empty()),
        ("frame-lacks-limits", study.limits.is_empty()),
        ("frame-lacks-components", study.components.is_empty()),
    ];
    let items: Vec<Rich> =
        absent.iter().filter(|(_, absent)| *absent).map(|(key, _)| book.t(key).into()).collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Note(Note {
        kind: NoteKind::Gap,
        title: String::new(),
        body: vec![Block::List { ordered: false, items }],
    })]
}

#[cfg(test)]
mod tests {
    use super::collation;

    #[test]
    fn terms_stand_in_the_order_of_a_dictionary() {
        let mut words = ["Ñandú", "nutria", "Eje", "Énfasis", "nácar", "oca"];
        words.sort_by_key(|word| collation(word));
        assert_eq!(words, ["Eje", "Énfasis", "nácar", "nutria", "Ñandú", "oca"]);
    }
}
