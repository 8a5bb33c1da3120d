//! "Conclusiones y límites del estudio": what the analyst concludes, and the limits that the findings themselves show.

use std::collections::BTreeMap;

use atalaya_analysis::findings::PanelLevel;
use atalaya_model::{
    Kind,
    choice::{About, Choice, Provenance, Stage},
};
use atalaya_words::Arg;

use super::{Book, markdown};
use crate::{
    doc::{Block, Fact, Heading, Note, NoteKind, Numbering},
    rich::{Inline, Rich},
};

/// The chapter.
#[must_use]
pub fn chapter(book: &Book<'_>) -> Vec<Block> {
    let text = book.text(&book.study.frame.conclusions);
    let limits = Limits { book, facts: Vec::new() }.all();
    if text.is_empty() && limits.is_empty() {
        return Vec::new();
    }
    let heading = |level, key: &str, anchor: &str| {
        Block::Heading(Heading::new(level, book.t(key), anchor).numbered(Numbering::None))
    };
    let mut out = vec![heading(1, "chapter-conclusions", "conclusions")];
    if text.is_empty() {
        out.push(Block::Note(Note {
            kind: NoteKind::Gap,
            title: String::new(),
            body: vec![book.paragraph("conclusions-none", &[])],
        }));
    } else {
        out.extend(markdown::blocks(text));
    }
    if !limits.is_empty() {
        out.push(heading(2, "section-found-limits", "found-limits"));
        out.push(book.paragraph("found-limits-intro", &[]));
        out.push(Block::Facts(limits));
    }
    out
}

/// Collects the limits, each under the name of what it limits.
struct Limits<'a, 'b> {
    book: &'b Book<'a>,
    facts: Vec<Fact>,
}

impl Limits<'_, '_> {
    fn all(mut self) -> Vec<Fact> {
        self.provenance();
        self.panel();
        self.axes();
        self.actions();
        self.indicators();
        self.series();
        self.decisions();
        self.gaps();
        self.facts
    }

    /// Adds sentences about what any report of the study holds.
    fn add(&mut self, label: &str, sentences: &[String]) {
        if !sentences.is_empty() {
            self.facts.push(Fact::new(self.book.t(label), sentences.join(" ")));
        }
    }

    /// Adds sentences about parts that a report may leave out.
    fn about(&mut self, label: &str, parts: &[&str], sentences: &[String]) {
        if !sentences.is_empty() {
            let said = Inline::about(parts.iter().copied(), sentences.join(" "));
            self.facts.push(Fact::new(self.book.t(label), said));
        }
    }

    /// A sentence with a list, each item of which speaks of parts of its own.
    fn listed(&self, key: &str, items: Vec<(Vec<&'static str>, String)>) -> Option<Inline> {
        let parts: Vec<&str> = items.iter().flat_map(|(parts, _)| parts.iter().copied()).collect();
        if items.is_empty() {
            return None;
        }
        let items = Rich::joined(items.into_iter().map(|(parts, item)| Inline::about(parts, item)), ", ");
        let list = [("list", Inline::about(parts.clone(), items))];
        Some(Inline::about(parts, Rich::say(self.book.words, key, &[], &list)))
    }

    fn provenance(&mut self) {
        if Provenance::parse(&self.book.findings.provenance) == Some(Provenance::Illustrative) {
            let said = self.book.t("limit-illustrative");
            self.add("fact-provenance", &[said]);
        }
    }

    fn panel(&mut self) {
        let (book, consult) = (self.book, &self.book.findings.consult);
        if consult.panel.experts == 0 {
            return;
        }
        let mut said = vec![book.say("limit-panel", &[("n", consult.panel.experts.into())])];
        // The smallest number of experts behind any family of a last round, and where.
        let last = consult.consultations.iter().filter_map(|c| Some((c, c.rounds.last()?)));
        let sizes = last.flat_map(|(c, round)| round.families.iter().map(move |f| (f.experts, c)));
        let least = sizes.filter(|(experts, _)| *experts > 0).min_by_key(|(experts, _)| *experts);
        let level = least.map_or(PanelLevel::None, |(experts, _)| PanelLevel::of(experts));
        let word = match level {
            PanelLevel::Single => Some("limit-level-single"),
            PanelLevel::Values => Some("limit-level-values"),
            PanelLevel::Counts => Some("limit-level-counts"),
            PanelLevel::Quartiles => Some("limit-level-quartiles"),
            PanelLevel::None | PanelLevel::Full | PanelLevel::Large => None,
        };
        if let (Some((experts, consultation)), Some(word)) = (least, word) {
            let name = book.name(Kind::Consultation, &consultation.id);
            let args: [Arg<'_>; 3] =
                [("consultation", name.into()), ("n", experts.into()), ("level", book.t(word).into())];
            said.push(book.say("limit-small", &args));
        }
        for consultation in &consult.consultations {
            if let Some(out) = consultation.drop_out.as_ref().filter(|out| out.left.k > 0) {
                let name = book.name(Kind::Consultation, &consultation.id);
                let (k, n) = (out.left.k.to_string(), out.left.n.to_string());
                let left = book.say("count-of", &[("k", k.into()), ("n", n.into())]);
                let args = [("consultation", name.into()), ("left", left.into())];
                said.push(book.say("limit-drop-out", &args));
            }
        }
        self.add("fact-panel", &said);
        let key = if consult.panel.experts >= 8 { "limit-resampling" } else { "limit-no-resampling" };
        let said = book.t(key);
        self.add("fact-stability", &[said]);
    }

    fn axes(&mut self) {
        let Some(axes) = &self.book.findings.explore.axes else { return };
        let book = self.book;
        let tests: Vec<String> = axes
            .tests
            .iter()
            .filter(|test| test.result != "passed")
            .map(|test| {
                let name = book.t(&format!("axis-test-{}", test.name)).to_lowercase();
                format!("{name} ({})", book.t(&format!("test-{}", test.result)))
            })
            .collect();
        if !tests.is_empty() {
            let said = book.say("limit-axes", &[("tests", book.words.list(&tests).into())]);
            self.about("fact-axes", &["axes"], &[said]);
        }
    }

    fn actions(&mut self) {
        let (book, act) = (self.book, &self.book.findings.act);
        let items = act.igo.iter().flat_map(|igo| &igo.items).filter(|item| item.borderline);
        let borderline: Vec<String> =
            items.map(|item| book.names.label(Kind::Action, &item.id).to_owned()).collect();
        if !borderline.is_empty() {
            let args = [("n", borderline.len().into()), ("actions", book.words.list(&borderline).into())];
            let said = book.say("limit-borderline", &args);
            self.about("about-actions", &["igo"], &[said]);
        }
    }

    fn indicators(&mut self) {
        let book = self.book;
        let diagnosis = &book.findings.structure.diagnosis;
        let without: Vec<String> = diagnosis
            .iter()
            .filter(|d| d.without_indicator)
            .map(|d| book.names.label(Kind::Variable, &d.variable).to_owned())
            .collect();
        if !without.is_empty() {
            let args = [
                ("n", without.len().into()),
                ("all", diagnosis.len().into()),
                ("variables", book.words.list(&without).into()),
            ];
            let said = book.say("limit-without-indicator", &args);
            self.about("fact-measurement", &["diagnosis", "watch-sheet-section"], &[said]);
        }
    }

    fn series(&mut self) {
        let (book, scan) = (self.book, &self.book.findings.scan);
        if scan.series.is_empty() {
            return;
        }
        let mut said = vec![book.t("limit-series")];
        let made: Vec<_> = scan.series.iter().filter_map(|s| s.forecast.as_ref()).collect();
        let far = made.iter().filter(|f| f.long_horizon).count();
        if far > 0 {
            said.push(book.say("limit-horizon", &[("n", far.into()), ("made", made.len().into())]));
        }
        let blind = made.iter().filter(|f| f.steps.last().is_some_and(|s| s.interval.is_none())).count();
        if blind > 0 {
            said.push(book.say("limit-not-measurable", &[("n", blind.into())]));
        }
        let mut pieces = vec![Inline::about(["forecast-section", "each-series"], said.join(" "))];
        let gone = scan.series.iter().filter(|s| s.discontinued).count();
        if gone > 0 {
            let said = book.say("limit-discontinued", &[("n", gone.into())]);
            pieces.push(Inline::about(["series-section", "each-series"], said));
        }
        self.facts.push(Fact::new(book.t("fact-series"), Rich::joined(pieces, " ")));
    }

    fn decisions(&mut self) {
        let (book, found) = (self.book, &self.book.findings.decisions);
        let about = |keep: &dyn Fn(&atalaya_analysis::findings::DecisionFinding) -> bool| {
            let own = found.iter().filter(|d| d.stage.is_none() && keep(d));
            own.map(|d| (about_parts(&d.about), book.t(&format!("about-{}", d.about)).to_lowercase()))
                .collect()
        };
        let open: Vec<_> = about(&|d| !d.decided && !d.proposed.is_empty());
        let stale: Vec<_> = about(&|d| d.stale);
        let drafts: Vec<_> = found
            .iter()
            .filter(|d| d.state.as_deref() == Some("draft"))
            .filter_map(|d| Stage::parse(d.stage.as_ref()?))
            .map(|stage| (stage_parts(stage), book.t(&format!("stage-{}", stage.as_str()))))
            .collect();
        let said = [("limit-undecided", open), ("limit-stale", stale), ("limit-draft", drafts)];
        let said: Vec<Inline> = said.into_iter().filter_map(|(key, list)| self.listed(key, list)).collect();
        if !said.is_empty() {
            self.facts.push(Fact::new(book.t("fact-decisions"), Rich::joined(said, " ")));
        }
    }

    /// What every stage lacks, counted: each chapter names its own.
    fn gaps(&mut self) {
        let book = self.book;
        let mut counts: BTreeMap<Stage, usize> = BTreeMap::new();
        for stage in book.findings.gaps.iter().filter_map(|gap| Stage::parse(&gap.stage)) {
            *counts.entry(stage).or_default() += 1;
        }
        let stages = counts.iter().filter_map(|(stage, n)| {
            // Without its chapter nobody can read what is missing.
            let chapter = stage_parts(*stage).into_iter().next()?;
            Some((vec![chapter], format!("{} ({n})", book.t(&format!("stage-{}", stage.as_str())))))
        });
        if let Some(said) = self.listed("limit-gaps", stages.collect()) {
            self.facts.push(Fact::new(book.t("fact-gaps"), said));
        }
    }
}

/// The parts that show what a stage found, the chapter that names what it lacks first.
fn stage_parts(stage: Stage) -> Vec<&'static str> {
    match stage {
        Stage::Frame => vec!["frame-chapter"],
        Stage::Consult => vec!["method", "panel"],
        Stage::Scan => vec!["scan-chapter", "evidence-section", "series-section"],
        Stage::Structure => vec!["structural-analysis", "classes", "influence-plane-section", "game"],
        Stage::Explore => vec!["scenarios", "axes", "scenario-plane-section", "conditions"],
        Stage::Choose => vec!["bet", "bet-rule", "bet-distance-section"],
        Stage::Act => vec!["strategy", "igo", "action-robustness", "opportunity-plane-section"],
        Stage::Watch => vec!["watch-chapter", "board"],
    }
}

/// The parts that a decision is about.
fn about_parts(about: &str) -> Vec<&'static str> {
    match About::parse(about) {
        Some(About::KeyVariables) => vec!["variables", "classes"],
        Some(About::Axes) => vec!["axes"],
        Some(About::Bet) => vec!["bet", "bet-rule"],
        Some(About::Actions) => vec!["strategy", "igo", "calendar"],
        _ => vec!["decisions"],
    }
}
