//! The structured abstracts of an article: objective, method, results, conclusions, limits and key words, in a language
//! each. What they say of a method or a result stands where the article holds that result.

use atalaya_analysis::findings::IgoZone;
use atalaya_model::{Kind, Lang};

use super::{Book, bet, short};
use crate::{
    doc::{Block, Heading, Numbering},
    rich::{Inline, Rich},
};

/// The anchor of the abstract in a language.
#[must_use]
pub fn anchor(lang: Lang) -> String {
    format!("abstract-{}", lang.code())
}

/// A sentence, and the parts of which it speaks; none where it speaks of the study as such.
type Sentence = (Vec<&'static str>, Rich);

fn plain(sentence: String) -> Sentence {
    (Vec::new(), sentence.into())
}

/// The abstract in the book's language; nothing where the study has no question.
#[must_use]
pub fn chapter(book: &Book<'_>) -> Vec<Block> {
    let frame = &book.study.frame;
    let question = book.text(&frame.question);
    if question.is_empty() {
        return Vec::new();
    }
    let heading = Heading::new(1, book.t("abstract"), anchor(book.lang()))
        .numbered(Numbering::None)
        .spoken(book.lang());
    let mut out = vec![
        Block::Heading(heading),
        Block::Paragraph(Inline::Strong(book.text(&frame.title).into()).into()),
    ];
    let mut add = |key: &str, sentences: Vec<Sentence>| {
        let label = Rich::default().strong(format!("{}.", book.t(key))).and(" ");
        out.extend(said(sentences, label).map(Block::Paragraph));
    };
    let quoted = book.words.conventions().quoted(question);
    add("abstract-objective", vec![plain(book.say("abstract-question", &[("question", quoted.into())]))]);
    add("abstract-method", method(book));
    add("abstract-results", results(book));
    add("abstract-conclusions", conclusions(book));
    let notice = book.text(&frame.notice);
    add("abstract-limits", if notice.is_empty() { Vec::new() } else { vec![plain(notice.to_owned())] });
    let mut keys: Vec<String> =
        ["foresight", "structural", "scenarios"].map(|key| book.t(&format!("abstract-key-{key}"))).into();
    keys.extend(short::key_words(book, &book.findings.structure.crossing));
    add("abstract-keywords", vec![plain(format!("{}.", keys.join("; ")))]);
    out
}

/// Sentences behind a label, which goes where the last of them goes; nothing without sentences.
fn said(sentences: Vec<Sentence>, label: Rich) -> Option<Rich> {
    if sentences.is_empty() {
        return None;
    }
    let bound = sentences.iter().all(|(parts, _)| !parts.is_empty());
    let all: Vec<&str> = sentences.iter().flat_map(|(parts, _)| parts.iter().copied()).collect();
    let pieces = sentences.into_iter().map(|(parts, text)| match parts.is_empty() {
        true => Inline::Text(text.plain()),
        false => Inline::about(parts, text),
    });
    let text = label.and(Rich::joined(pieces, " "));
    Some(if bound { Inline::about(all, text).into() } else { text })
}

fn method(book: &Book<'_>) -> Vec<Sentence> {
    let found = book.findings;
    let mut out = Vec::new();
    let experts = found.consult.panel.experts;
    if experts > 0 {
        let rounds: usize = found.consult.consultations.iter().map(|c| c.rounds.len()).sum();
        out.push(plain(book.say("abstract-panel", &[("n", experts.into()), ("rounds", rounds.into())])));
    }
    let mut steps: Vec<Inline> = Vec::new();
    let mut parts: Vec<&'static str> = Vec::new();
    let mut step = |key: &str, n: usize, of: &[&'static str]| {
        if n > 0 {
            let args =
                [("n", n.into()), ("cutoff", (!book.study.frame.cutoff.is_empty()).to_string().into())];
            steps.push(Inline::about(of.iter().copied(), book.say(&format!("abstract-step-{key}"), &args)));
            parts.extend(of);
        }
    };
    step("scan", found.scan.evidence.len(), &["evidence-section", "evidence-found"]);
    let variables = found.structure.micmac.as_ref().map_or(0, |m| m.variables.len());
    step("structure", variables, &["influence-plane-section", "matrix-section"]);
    step("actors", found.structure.mactor.as_ref().map_or(0, |m| m.actors.len()), &["game"]);
    let explored = found.explore.scenarios.iter().filter(|s| s.kind == "exploratory").count();
    step("axes", explored, &["scenario-plane-section", "axes"]);
    step("igo", found.act.igo.as_ref().map_or(0, |igo| igo.items.len()), &["igo"]);
    step("opportunities", book.study.opportunities.len(), &["opportunity-plane-section"]);
    if !steps.is_empty() {
        let steps = Inline::about(parts.clone(), Rich::joined(steps, "; "));
        out.push((parts, Rich::say(book.words, "abstract-steps", &[], &[("steps", steps)])));
    }
    out
}

fn results(book: &Book<'_>) -> Vec<Sentence> {
    let found = book.findings;
    let mut out = Vec::new();
    let crossing = &found.structure.crossing;
    if !crossing.is_empty() {
        let quoted = |id: &String| book.words.conventions().quoted(&book.name(Kind::Variable, id));
        let names: Vec<String> = crossing.iter().map(quoted).collect();
        let args = [("names", book.words.list(&names).into()), ("count", crossing.len().into())];
        out.push((vec!["classes"], book.say("abstract-crossing", &args).into()));
    }
    if let Some(scenario) = &found.choose.bet {
        let args = [("scenario", book.name(Kind::Scenario, scenario).into())];
        let key = if found.choose.decided { "abstract-bet" } else { "bet-proposed" };
        out.push((vec!["bet-rule", "bet"], book.say(key, &args).into()));
    }
    if let Some(igo) = &found.act.igo {
        let immediate = igo.items.iter().filter(|item| item.zone == Some(IgoZone::Immediate)).count();
        let args = [("n", igo.items.len().into()), ("immediate", immediate.into())];
        out.push((vec!["igo"], book.say("abstract-actions", &args).into()));
    }
    out
}

/// What follows for whoever decides: how far the bet is from what is likely, and from today.
fn conclusions(book: &Book<'_>) -> Vec<Sentence> {
    let sentences = [bet::gap(book), bet::changes(book, "abstract-changes")];
    sentences.into_iter().flatten().map(|said| (vec!["bet-distance-section"], said.into())).collect()
}
