//! What the whole report says at length, said shortly: for an article, a thesis, or the first stage of a guide. The
//! report itself prints none of it.

use atalaya_analysis::findings::IgoZone;
use atalaya_model::{
    Family, Kind,
    choice::{About, Choice, ScenarioKind},
};
use atalaya_words::Arg;

use super::{Book, frame, markdown, roadmap::years, summary};
use crate::{
    doc::{Block, Column, Heading, Table},
    rich::{Inline, Rich},
};

fn heading(book: &Book<'_>, key: &str, anchor: &str) -> Block {
    Block::Heading(Heading::new(1, book.t(key), anchor))
}

/// The question of the study, and for whom, about what and where it is asked.
#[must_use]
pub fn question(book: &Book<'_>) -> Vec<Block> {
    let question = book.text(&book.study.frame.question);
    if question.is_empty() {
        return Vec::new();
    }
    let mut out = vec![heading(book, "chapter-question", "question"), Block::Lead(question.into())];
    let facts = frame::delimited(book);
    if !facts.is_empty() {
        out.push(Block::Facts(facts));
    }
    out
}

/// What the study set out to do, as far as it did it: each a specific objective of whoever hands it in.
#[must_use]
pub fn aims(book: &Book<'_>) -> Vec<Block> {
    let (study, found) = (book.study, book.findings);
    let horizon = found.frame.horizon.map(|year| year.to_string()).unwrap_or_default();
    let explored = study.scenarios.iter().filter(|s| s.kind == Some(ScenarioKind::Exploratory)).count();
    let done = [
        ("scan", found.scan.evidence.len()),
        ("variables", study.variables.len()),
        ("actors", study.actors.len()),
        ("scenarios", explored),
        ("bet", usize::from(found.choose.bet.is_some())),
        ("actions", study.actions.len()),
        ("watch", study.indicators.len()),
    ];
    let said = |(name, n): (&str, usize)| {
        let dated = (!horizon.is_empty()).to_string();
        // Nobody sets out to do what the study does not hold.
        let measured = match name {
            "actors" => found.structure.mactor.is_some(),
            "actions" => found.act.robustness.is_some(),
            _ => true,
        };
        let args = [
            ("n", n.into()),
            ("horizon", horizon.as_str().into()),
            ("dated", dated.into()),
            ("measured", if measured { "yes" } else { "no" }.into()),
        ];
        Rich::from(book.say(&format!("aim-{name}"), &args))
    };
    let items: Vec<Rich> = done.into_iter().filter(|(_, n)| *n > 0).map(said).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let list = Block::List { ordered: true, items };
    vec![heading(book, "chapter-aims", "study-aims"), book.paragraph("aims-intro", &[]), list]
}

/// The actions that the subject can begin with: by whom and when.
#[must_use]
pub fn proposals(book: &Book<'_>) -> Vec<Block> {
    let act = &book.findings.act;
    let igo = act.igo.iter().flat_map(|igo| &igo.items);
    let items: Vec<Rich> = igo
        .filter(|item| item.zone == Some(IgoZone::Immediate))
        .filter_map(|item| {
            let record = book.study.actions.iter().find(|action| action.id == item.id.as_str())?;
            let who = book.called(Kind::Actor, record.responsible.iter());
            let when = act.roadmap.iter().find(|row| row.action == item.id);
            let when = when.map(|row| years(row.from, row.to)).unwrap_or_default();
            let told = [who, when].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
            let name = Rich::default().strong(book.full(Kind::Action, &item.id));
            Some(if told.is_empty() { name.and(".") } else { name.and(format!(": {told}.")) })
        })
        .collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![
        heading(book, "chapter-proposals", "study-proposals"),
        book.paragraph("proposals-intro", &[("n", items.len().into())]),
        Block::List { ordered: false, items },
    ]
}

/// Who made the study and for whom.
#[must_use]
pub fn team(book: &Book<'_>) -> Vec<Block> {
    let frame = &book.study.frame;
    let facts = frame::facts(
        book,
        [
            ("fact-sponsor", book.text(&frame.sponsor).to_owned()),
            ("fact-subject", book.text(&frame.subject).to_owned()),
            ("fact-team", book.text(&frame.team).to_owned()),
            ("fact-authors", book.words.list(&frame.authors)),
        ],
    );
    if facts.is_empty() {
        return Vec::new();
    }
    vec![heading(book, "chapter-team", "team"), Block::Facts(facts)]
}

/// What was done when: rounds and validations with a date, in the order of their dates.
#[must_use]
pub fn timetable(book: &Book<'_>) -> Vec<Block> {
    let mut rows: Vec<(String, [String; 3])> = Vec::new();
    for round in book.study.rounds.iter().filter(|round| !round.opened.is_empty()) {
        let Some(name) = book.round(round.id.as_str()) else { continue };
        let consultations = book.findings.consult.consultations.iter();
        let mut rounds = consultations.flat_map(|c| &c.rounds);
        let who = match rounds.find(|found| round.id == found.id.as_str()) {
            Some(found) if found.together == Some(0) => book.t("timetable-group"),
            Some(found) => {
                let n = found.together.unwrap_or(found.response.k);
                book.say("fact-panel-value", &[("n", n.into())])
            }
            None => String::new(),
        };
        let days = match round.closed.as_str() {
            "" => book.words.date(&round.opened),
            closed => book.words.days(&round.opened, closed),
        };
        rows.push((round.opened.clone(), [name, days, who]));
    }
    for gate in book.study.decisions.iter().filter(|d| d.about == Some(About::Gate) && !d.date.is_empty()) {
        let Some(stage) = gate.stage else { continue };
        let name = book.t(&format!("stage-{}", stage.as_str()));
        let what = book.say("timetable-gate", &[("stage", name.into())]);
        rows.push((gate.date.clone(), [what, book.words.date(&gate.date), book.text(&gate.by).to_owned()]));
    }
    if rows.is_empty() {
        return Vec::new();
    }
    // Stable: what happened on one day keeps its order.
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    let mut table = Table::new(
        "timetable-table",
        book.t("table-timetable"),
        vec![
            Column::text(book.t("column-activity")),
            Column::text(book.t("column-dates")),
            Column::text(book.t("column-by")),
        ],
    );
    for (_, cells) in rows {
        table.push(cells.map(Into::into).into());
    }
    vec![heading(book, "chapter-timetable", "timetable"), Block::Table(table)]
}

/// Each scenario in a line: its poles, and the first sentence of its story.
#[must_use]
pub fn scenarios(book: &Book<'_>) -> Vec<Block> {
    let explored = book.findings.explore.scenarios.iter().filter(|s| s.kind == "exploratory");
    let items: Vec<Rich> = explored
        .map(|found| {
            let poles = summary::poles(book, found);
            let record = book.study.scenarios.iter().find(|s| s.id == found.id.as_str());
            let story = record.map(|s| first_sentence(book.text(&s.narrative))).unwrap_or_default();
            let name = Rich::default().strong(summary::likely(book, found));
            let said = if poles.is_empty() { name.and(".") } else { name.and(format!(". {poles}.")) };
            if story.is_empty() { said } else { said.and(format!(" {story}")) }
        })
        .collect();
    if items.is_empty() {
        return Vec::new();
    }
    let asked = book.findings.explore.probabilities.iter().any(|found| found.asked());
    let likely = if asked { "yes" } else { "no" };
    vec![
        heading(book, "chapter-scenario-lines", "scenario-lines"),
        book.paragraph("scenario-lines-intro", &[("n", items.len().into()), ("likely", likely.into())]),
        Block::List { ordered: false, items },
    ]
}

/// The first sentence of what somebody wrote.
fn first_sentence(text: &str) -> String {
    let blocks = markdown::blocks(text);
    let first = blocks.iter().find_map(|block| match block {
        Block::Paragraph(rich) if !rich.is_heading() => Some(rich.plain()),
        _ => None,
    });
    let first = first.unwrap_or_default();
    let end = first.match_indices(['.', '?', '!']).map(|(at, _)| at + 1);
    let end = end.into_iter().find(|at| first[*at..].starts_with(' ')).unwrap_or(first.len());
    first[..end].to_owned()
}

/// How the results were made, method by method, each in a document that holds its result.
#[must_use]
pub fn methods(book: &Book<'_>) -> Vec<Block> {
    let mut all = Methods { book, out: Vec::new() };
    all.add("design", &[], &[], &[]);
    all.scan();
    all.variables();
    all.matrix();
    all.axes();
    all.scenarios();
    all.bet();
    all.actions();
    all.resampling();
    let mut out = vec![heading(book, "chapter-how", "methods-in-short")];
    out.extend(all.out);
    out
}

struct Methods<'a, 'b> {
    book: &'b Book<'a>,
    out: Vec<Block>,
}

impl Methods<'_, '_> {
    /// A paragraph under its name: message `how-NAME` and what follows it, where the document holds one of the parts.
    fn add(&mut self, name: &str, parts: &[&str], args: &[Arg<'_>], more: &[Rich]) {
        let book = self.book;
        let label = Rich::default().strong(format!("{}.", book.t(&format!("how-{name}-label"))));
        let said = label.and(format!(" {}", book.say(&format!("how-{name}"), args)));
        let more = more.iter().filter(|sentence| !sentence.is_empty());
        let text = more.fold(said, |said, sentence| said.and(" ").and(sentence.clone()));
        let text = if parts.is_empty() { text } else { Inline::about(parts.iter().copied(), text).into() };
        self.out.push(Block::Paragraph(text));
    }

    fn rule(&self, name: &str) -> String {
        let value = self.book.findings.frame.rules.get(name);
        value.map(|value| self.book.words.rule_value(name, value)).unwrap_or_default()
    }

    fn scale(&self, family: &str) -> String {
        Family::find(family).map(|family| self.book.scale(family)).unwrap_or_default()
    }

    fn scan(&mut self) {
        let scan = &self.book.findings.scan;
        if scan.evidence.is_empty() {
            return;
        }
        let args = [
            ("n", scan.evidence.len().into()),
            ("cut", self.book.words.short(scan.plane_cut, 1).into()),
            ("cutoff", (!self.book.study.frame.cutoff.is_empty()).to_string().into()),
        ];
        self.add("scan", &["evidence-section"], &args, &[]);
    }

    fn variables(&mut self) {
        let book = self.book;
        let cuts = &book.findings.structure.cuts;
        let Some((importance, uncertainty)) = cuts.importance.zip(cuts.uncertainty) else { return };
        let args = [
            ("importance", self.scale("importance").into()),
            ("uncertainty", self.scale("uncertainty").into()),
            ("icut", book.words.short(importance, 1).into()),
            ("ucut", book.words.short(uncertainty, 1).into()),
        ];
        self.add("variables", &["classes"], &args, &[]);
    }

    fn matrix(&mut self) {
        let book = self.book;
        let Some(micmac) = &book.findings.structure.micmac else { return };
        let aggregation = &micmac.aggregation;
        let panel = match aggregation.rule.as_str() {
            "consensus" => book.t("how-matrix-consensus"),
            "existence-intensity" => book.t("how-matrix-existence"),
            rule => book.say("how-matrix-rule", &[("rule", book.t(&format!("rule-{rule}")).into())]),
        };
        let args = [
            ("size", micmac.characteristics.size.into()),
            ("experts", aggregation.experts.into()),
            ("potential", self.rule("potential").into()),
            ("cut", self.rule("plane_cut").into()),
        ];
        let elsewhere = book.say("how-matrix-potential-else", &args);
        let potential = Rich::from(book.say("how-matrix-potential", &args))
            .and(Inline::about(["figure-micmac-potential"], format!(" {elsewhere}")))
            .and(".");
        let more = [panel.into(), potential, book.say("how-matrix-micmac", &args).into()];
        let parts = ["influence-plane-section", "matrix-section"];
        self.add("matrix", &parts, &args, &more);
    }

    fn axes(&mut self) {
        let book = self.book;
        let Some(axes) = &book.findings.explore.axes else { return };
        let tests: Vec<String> = axes
            .tests
            .iter()
            .map(|test| book.t(&format!("axis-test-{}", test.name)).to_lowercase())
            .collect();
        let args = [("n", tests.len().into()), ("tests", tests.join("; ").into())];
        let more = if tests.is_empty() { String::new() } else { book.say("how-axes-tests", &args) };
        self.add("axes", &["axes"], &[], &[more.into()]);
    }

    fn scenarios(&mut self) {
        let explore = &self.book.findings.explore;
        let explored = explore.scenarios.iter().filter(|s| s.kind == "exploratory");
        let n = explored.clone().count();
        if n == 0 {
            return;
        }
        let judged = explored.clone().any(|s| s.plausibility.is_some());
        let asked = explore.probabilities.iter().any(|p| p.asked());
        let proved = explored.clone().any(|s| !s.conditions.is_empty());
        let said = |yes: bool, key: &str| Rich::from(if yes { self.book.t(key) } else { String::new() });
        let more = [
            said(judged, "how-scenarios-judged"),
            said(asked, "how-scenarios-probable"),
            said(proved, "how-scenarios-conditions"),
        ];
        self.add("scenarios", &["scenario-plane-section", "scenario-lines"], &[("n", n.into())], &more);
    }

    fn bet(&mut self) {
        let book = self.book;
        if book.findings.choose.steps.is_empty() {
            return;
        }
        let share = book.findings.frame.rules.get("bet_plausible").and_then(|v| v.parse::<f64>().ok());
        let args = [
            ("plausible", share.map(|share| book.words.percent(share, 0)).unwrap_or_default().into()),
            ("feasible", self.rule("bet_feasible").into()),
        ];
        self.add("bet", &["bet-rule"], &args, &[]);
    }

    fn actions(&mut self) {
        let book = self.book;
        let act = &book.findings.act;
        if let Some(igo) = &act.igo {
            let args = [
                ("importance", book.words.short(igo.importance_cut, 1).into()),
                ("governability", book.words.short(igo.governability_cut, 1).into()),
            ];
            self.add("igo", &["igo"], &args, &[]);
        }
        if act.robustness.is_some() {
            let more = book.t("action-robustness-method");
            self.add("robustness", &["action-robustness"], &[], &[more.into()]);
        }
        if act.opportunities.iter().any(|found| found.n > 0) {
            self.add("opportunities", &["opportunity-plane-section"], &[], &[]);
        }
    }

    fn resampling(&mut self) {
        let book = self.book;
        // Below 8 experts no stability is printed.
        if book.findings.consult.panel.experts >= 8 {
            let args = [("draws", book.words.int(book.findings.frame.draws as i64).into())];
            self.add("resampling", &[], &args, &[]);
        }
    }
}

/// The names of variables as key words: those of the axes that they are where the study has them.
pub(super) fn key_words(book: &Book<'_>, variables: &[String]) -> Vec<String> {
    let word = |id: &String| {
        let axis =
            book.study.axes.iter().find(|axis| axis.variable.0.as_ref().is_some_and(|v| *v == id.as_str()));
        let named = axis.map(|axis| book.text(&axis.name)).filter(|name| !name.is_empty());
        named.map_or_else(|| book.name(Kind::Variable, id), str::to_owned).to_lowercase()
    };
    variables.iter().map(word).collect()
}
