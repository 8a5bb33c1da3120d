//! The figures of a study: findings to pictures. Each function draws one, or nothing where its finding is absent;
//! [`list`] names all that a study has.

use std::collections::BTreeSet;

use atalaya_analysis::findings::{Count, Findings, ItemStat, Key, PanelLevel, Range, Stability};
use atalaya_model::{Kind, Study};
use atalaya_words::{Arg, Names, Words, capital};

use crate::frame::{Frame, Head};
use crate::graph::Node;
use crate::rows::Summary;
use crate::svg::Svg;

mod abacus;
mod act;
mod balances;
mod choose;
pub mod cib;
mod compare;
mod consult;
mod explore;
mod foundation;
mod mactor;
mod micmac;
mod multipol;
mod scan;
mod smic;
mod structure;
mod watch;

pub use abacus::abacus;
pub use act::{backcast, igo_plane, opportunity_plane, relevance_tree, roadmap, robustness};
pub use balances::{balances_impact, balances_plane, balances_tableau};
pub use choose::{bet_stability, scenario_judgements};
pub use compare::{Change, rank_change};
pub use consult::{answers, consensus, group_contrast, panel_margins, response};
pub use explore::{cone, scenario_plane};
pub use foundation::concept_tree;
pub use mactor::{
    mactor_convergence, mactor_divergence, mactor_map, mactor_plane, mactor_positions, mactor_strength,
};
pub use micmac::{influence_graph, micmac_potential};
pub use multipol::{multipol_plane, multipol_profiles};
pub use scan::{evidence_counts, evidence_plane, evidence_years, series};
pub use smic::{smic_correction, smic_scenarios, smic_sensitivity};
pub use structure::{
    RISEN, actor_map, critical_plane, foda_crossing, influence_matrix, influence_plane, rank_crossing,
};
pub use watch::warning_board;

/// What figures are drawn from: a study, its findings, a language.
#[derive(Debug)]
pub struct Scene<'a> {
    /// The study, for names.
    pub study: &'a Study,
    /// Its findings.
    pub findings: &'a Findings,
    /// The language.
    pub words: &'a Words,
    /// The names of its records.
    pub names: Names,
    /// Ids and codes of its records.
    codes: BTreeSet<String>,
}

/// A share of draws from which a class counts as firm.
const FIRM: f64 = 0.8;

impl<'a> Scene<'a> {
    /// A scene.
    #[must_use]
    pub fn new(study: &'a Study, findings: &'a Findings, words: &'a Words) -> Self {
        let names = Names::of(study, words.lang());
        let of = |kind: &Kind| -> Vec<String> {
            let ids = study.ids(*kind);
            ids.iter().flat_map(|id| [id.to_string(), names.label(*kind, id.as_str()).to_owned()]).collect()
        };
        let codes = Kind::ALL.iter().flat_map(of).collect();
        Self { study, findings, words, names, codes }
    }

    fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    fn say(&self, key: &str, args: &[Arg<'_>]) -> String {
        let text = self.words.with(key, args);
        // A sentence begins with a capital, but a code is written as it is.
        let first = text.split(|c: char| c.is_whitespace() || [',', ';', ':', '–'].contains(&c)).next();
        if first.is_some_and(|word| self.codes.contains(word)) { text } else { capital(&text) }
    }

    /// A message of an open list, or the word itself where nobody wrote one.
    fn word(&self, group: &str, word: &str) -> String {
        let key = format!("{group}-{word}");
        if self.words.has(&key) { self.words.t(&key) } else { word.to_owned() }
    }

    /// A small number as a word (`dos`), a larger one in digits.
    fn number(&self, n: usize) -> String {
        let key = format!("chart-number-{n}");
        if self.words.has(&key) { self.words.t(&key) } else { self.words.int(n as i64) }
    }

    /// Code and name of a record; the name is empty where it has none.
    fn record(&self, kind: Kind, id: &str) -> (String, String) {
        let code = self.names.label(kind, id).to_owned();
        let name = self.names.name(kind, id).to_owned();
        if name == code || name == id { (code, String::new()) } else { (code, name) }
    }

    /// Codes joined as a list of the language; of more than eight the last ones are counted.
    fn codes(&self, kind: Kind, ids: &[Key]) -> String {
        // An actor without an acronym has only its id for a code, which says nothing: it is called by its name.
        let said = |id: &Key| match self.names.label(kind, id) {
            label if kind == Kind::Actor && label == id.as_str() => self.names.name(kind, id).to_owned(),
            label => label.to_owned(),
        };
        let codes: Vec<String> = ids.iter().map(said).collect();
        if codes.len() <= 8 {
            return self.words.list(&codes);
        }
        let more = (codes.len() - 7).to_string();
        let first: Vec<String> = codes.into_iter().take(7).collect();
        self.words.with("chart-and-more", &[("list", first.join(", ").into()), ("more", more.into())])
    }

    /// The name of one record where a title has room for it, codes of more.
    fn called(&self, kind: Kind, ids: &[Key], frame: &Frame<'_>) -> String {
        match ids {
            [id] if !frame.narrow() => self.names.name(kind, id).to_owned(),
            _ => self.codes(kind, ids),
        }
    }

    /// Group of experts or economy, by its name where the words know it.
    fn group(&self, name: &str) -> String {
        if name == "other" { self.t("group-other") } else { self.word("economy", name) }
    }

    /// Titles with the sample and the provenance of a node of the trace.
    fn head(&self, title: String, subtitle: String, sample: String, trace: &str) -> Head {
        let own = self.findings.trace.get(trace).map(|node| node.provenance.as_str());
        let provenance = own.filter(|p| !p.is_empty()).unwrap_or(&self.findings.provenance);
        let key = format!("report-provenance-{provenance}");
        let provenance = if self.words.has(&key) { self.words.t(&key) } else { String::new() };
        Head { title, subtitle, description: String::new(), sample, provenance }
    }

    /// `n = 9 · taller de matrices, ronda 1`.
    fn sample(&self, n: usize, round: &str) -> String {
        let round = self.round(round);
        let n = format!("n\u{a0}=\u{a0}{n}");
        if round.is_empty() { n } else { format!("{n} · {round}") }
    }

    /// A round by its consultation's name and its number.
    fn round(&self, id: &str) -> String {
        let Some(round) = self.study.rounds.iter().find(|r| r.id.as_str() == id) else {
            return String::new();
        };
        let name = round
            .consultation
            .0
            .as_ref()
            .map(|id| self.names.name(Kind::Consultation, id.as_str()).to_owned())
            .unwrap_or_default();
        let rounds = self.study.rounds.iter().filter(|r| r.consultation.0 == round.consultation.0).count();
        match round.number {
            Some(number) if rounds > 1 => self
                .words
                .with("chart-round-of", &[("name", name.into()), ("number", number.to_string().into())]),
            _ => name,
        }
    }

    /// `k de n`.
    fn count(&self, count: Count) -> String {
        let args = [("k", count.k.to_string().into()), ("n", count.n.to_string().into())];
        self.words.with("count-of", &args)
    }

    /// How often something held, rounded to what the panel's size carries; nothing below 8 experts.
    fn stability(&self, stability: &Stability) -> Option<String> {
        let share = share(stability)?;
        Some(match PanelLevel::of(stability.experts) {
            PanelLevel::Quartiles => {
                let tenths = ((share * 10.0).round() as i64).to_string();
                self.words.with("stability-tenths", &[("tenths", tenths.into())])
            }
            PanelLevel::Full => self.words.percent((share * 20.0).round() / 20.0, 0),
            _ => self.words.percent(share, 0),
        })
    }

    /// The horizon of the study.
    fn horizon(&self) -> Option<i64> {
        self.findings.frame.horizon.or(self.study.frame.horizon)
    }
}

/// The share of draws in which something held; nothing below 8 experts.
fn share(stability: &Stability) -> Option<f64> {
    (stability.draws > 0 && stability.experts >= 8).then(|| stability.held as f64 / stability.draws as f64)
}

/// Whether something held in most draws; what was not resampled counts as firm.
fn firm(stability: Option<&Stability>) -> bool {
    stability.and_then(share).is_none_or(|share| share >= FIRM - 1e-9)
}

/// Median and spread of an item, as far as its n carries them.
fn summary(stat: &ItemStat) -> Option<Summary> {
    let median = stat.median?;
    Some(Summary { median, spread: spread(stat) })
}

/// Quartiles from 8 answers on, extremes from 5 on.
fn spread(stat: &ItemStat) -> Option<(f64, f64)> {
    stat.q1.zip(stat.q3).or_else(|| stat.min.zip(stat.max).filter(|_| stat.n >= 5))
}

fn ends(range: Option<Range>) -> Option<(f64, f64)> {
    range.map(|r| (r.low, r.high))
}

/// The items of a graph in an order, by code and name.
fn nodes(
    scene: &Scene<'_>,
    kind: Kind,
    ids: &[String],
    order: &[usize],
    strong: impl Fn(usize) -> bool,
) -> Vec<Node> {
    let node = |i: &usize| {
        let (code, name) = scene.record(kind, &ids[*i]);
        Node { code, name, strong: strong(*i) }
    };
    order.iter().map(node).collect()
}

/// How well a map shows the distances, by Kruskal's stress (1964): the end of a message.
fn stress_quality(stress: f64) -> &'static str {
    match stress {
        s if s < 0.05 => "good",
        s if s < 0.10 => "fair",
        s if s < 0.20 => "weak",
        _ => "poor",
    }
}

type Draw<'s> = Box<dyn Fn(&Frame<'_>) -> Option<Svg> + 's>;

/// A figure that a study has.
pub struct Figure<'s> {
    /// Its name: id and file name.
    pub name: String,
    /// The stage it belongs to.
    pub stage: &'static str,
    draw: Draw<'s>,
}

impl std::fmt::Debug for Figure<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Figure").field("name", &self.name).field("stage", &self.stage).finish_non_exhaustive()
    }
}

impl Figure<'_> {
    /// Draws it.
    #[must_use]
    pub fn draw(&self, frame: &Frame<'_>) -> Option<Svg> {
        (self.draw)(frame)
    }
}

/// Every figure that the findings may have, in the order of the stages; drawing one whose finding is absent gives
/// nothing.
#[must_use]
pub fn list<'s>(scene: &'s Scene<'_>) -> Vec<Figure<'s>> {
    type Simple = fn(&Scene<'_>, &Frame<'_>) -> Option<Svg>;
    let mut out: Vec<Figure<'s>> = Vec::new();
    let mut put = |stage: &'static str, name: &str, draw: Draw<'s>| {
        out.push(Figure { name: name.to_owned(), stage, draw });
    };
    let simple = |draw: Simple| -> Draw<'s> { Box::new(move |frame| draw(scene, frame)) };
    put("frame", "concept-tree", simple(concept_tree));
    put("scan", "evidence-counts", simple(evidence_counts));
    put("scan", "evidence-years", simple(evidence_years));
    put("scan", "evidence-plane", simple(evidence_plane));
    for found in &scene.findings.scan.series {
        put("scan", &format!("series-{}", found.id), Box::new(move |frame| series(scene, &found.id, frame)));
    }
    put("consult", "panel", simple(panel_margins));
    put("consult", "response", simple(response));
    for consultation in &scene.findings.consult.consultations {
        for family in consult::families(consultation) {
            let id = &consultation.id;
            let name = |what: &str| format!("{what}-{id}-{family}");
            let key = family.clone();
            put("consult", &name("consensus"), Box::new(move |frame| consensus(scene, id, &key, frame)));
            let key = family.clone();
            put("consult", &name("answers"), Box::new(move |frame| answers(scene, id, &key, frame)));
            let key = family.clone();
            put("consult", &name("contrast"), Box::new(move |frame| group_contrast(scene, id, &key, frame)));
        }
    }
    for (index, name) in abacus::names(scene).into_iter().enumerate() {
        put("consult", &name, Box::new(move |frame| abacus(scene, index, frame)));
    }
    put("structure", "critical-plane", simple(critical_plane));
    put("structure", "influence-matrix", simple(influence_matrix));
    put("structure", "influence-plane", simple(influence_plane));
    put("structure", "influence-graph", simple(influence_graph));
    put("structure", "micmac-potential", simple(micmac_potential));
    put("structure", "rank-crossing", simple(rank_crossing));
    put("structure", "foda-crossing", simple(foda_crossing));
    put("structure", "actor-map", simple(actor_map));
    put("structure", "mactor-plane", simple(mactor_plane));
    put("structure", "mactor-strength", simple(mactor_strength));
    put("structure", "mactor-positions", simple(mactor_positions));
    put("structure", "mactor-convergence", simple(mactor_convergence));
    put("structure", "mactor-divergence", simple(mactor_divergence));
    put("structure", "mactor-map", simple(mactor_map));
    put("explore", "scenario-plane", simple(scenario_plane));
    put("explore", "cone", simple(cone));
    put("explore", "balances-tableau", simple(balances_tableau));
    put("explore", "balances-plane", simple(balances_plane));
    put("explore", "balances-impact", simple(balances_impact));
    put("explore", "smic-scenarios", simple(smic_scenarios));
    put("explore", "smic-correction", simple(smic_correction));
    put("explore", "smic-sensitivity", simple(smic_sensitivity));
    put("choose", "scenario-judgements", simple(scenario_judgements));
    put("choose", "bet-stability", simple(bet_stability));
    put("act", "opportunity-plane", simple(opportunity_plane));
    put("act", "igo-plane", simple(igo_plane));
    put("act", "robustness", simple(robustness));
    put("act", "multipol-plane", simple(multipol_plane));
    put("act", "multipol-profiles", simple(multipol_profiles));
    put("act", "backcast", simple(backcast));
    put("act", "relevance-tree", simple(relevance_tree));
    put("act", "roadmap", simple(roadmap));
    put("watch", "warning-board", simple(warning_board));
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests panic on failure")]
mod tests {
    use super::*;
    use atalaya_model::{Id, Lang, records::Variable};

    #[test]
    fn a_title_keeps_the_code_that_it_opens_with() {
        let variable = Variable { id: Id::parse("b").unwrap(), ..Variable::default() };
        let study = Study { variables: vec![variable], ..Study::default() };
        let (findings, words) = (Findings::default(), Words::new(Lang::En));
        let scene = Scene::new(&study, &findings, &words);
        let title = |list: &str| {
            let args = [
                ("count", 1.into()),
                ("list", list.to_owned().into()),
                ("k", "2".into()),
                ("shown", "4".into()),
            ];
            scene.say("chart-graph-title", &args)
        };
        assert!(title("b").starts_with("b sends"), "{}", title("b"));
        assert!(title("bold policy").starts_with("Bold policy sends"), "{}", title("bold policy"));
    }
}
