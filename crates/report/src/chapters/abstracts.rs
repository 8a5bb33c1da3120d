//! The structured abstracts of an article: objective, method, results, conclusions, limits and key words, in a language
//! each.

use atalaya_analysis::findings::IgoZone;
use atalaya_model::{Kind, Lang};

use super::{Book, bet, markdown};
use crate::{
    doc::{Block, Heading, Numbering},
    rich::{Inline, Rich},
};

/// The anchor of the abstract in a language.
#[must_use]
pub fn anchor(lang: Lang) -> String {
    format!("abstract-{}", lang.code())
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
    let mut add = |key: &str, sentences: Vec<String>| {
        if !sentences.is_empty() {
            let label = Rich::default().strong(format!("{}.", book.t(key)));
            out.push(Block::Paragraph(label.and(format!(" {}", sentences.join(" ")))));
        }
    };
    add("abstract-objective", vec![book.say("abstract-question", &[("question", question.into())])]);
    add("abstract-method", method(book));
    add("abstract-results", results(book));
    let conclusions = markdown::blocks(book.text(&frame.conclusions));
    let first = conclusions.iter().find_map(|block| match block {
        // A heading of the text is a paragraph of strong words.
        Block::Paragraph(rich) if rich.0.iter().any(|i| !matches!(i, Inline::Strong(_))) => {
            Some(rich.plain())
        }
        _ => None,
    });
    add("abstract-conclusions", first.into_iter().collect());
    let notice = book.text(&frame.notice);
    add("abstract-limits", if notice.is_empty() { Vec::new() } else { vec![notice.to_owned()] });
    let mut keys: Vec<String> =
        ["foresight", "structural", "scenarios"].map(|key| book.t(&format!("abstract-key-{key}"))).into();
    keys.extend(
        book.findings.structure.crossing.iter().map(|id| book.name(Kind::Variable, id).to_lowercase()),
    );
    add("abstract-keywords", vec![format!("{}.", keys.join("; "))]);
    out
}

fn method(book: &Book<'_>) -> Vec<String> {
    let found = book.findings;
    let mut out = Vec::new();
    let experts = found.consult.panel.experts;
    if experts > 0 {
        let rounds: usize = found.consult.consultations.iter().map(|c| c.rounds.len()).sum();
        out.push(book.say("abstract-panel", &[("n", experts.into()), ("rounds", rounds.into())]));
    }
    let mut steps = Vec::new();
    let mut step = |key: &str, n: usize| {
        if n > 0 {
            steps.push(book.say(&format!("abstract-step-{key}"), &[("n", n.into())]));
        }
    };
    step("scan", book.study.evidence.len());
    step("structure", found.structure.micmac.as_ref().map_or(0, |m| m.variables.len()));
    step("actors", found.structure.mactor.as_ref().map_or(0, |m| m.actors.len()));
    step("axes", found.explore.scenarios.iter().filter(|s| s.kind == "exploratory").count());
    step("igo", found.act.igo.as_ref().map_or(0, |igo| igo.items.len()));
    step("opportunities", book.study.opportunities.len());
    if !steps.is_empty() {
        out.push(book.say("abstract-steps", &[("steps", book.words.list(&steps).into())]));
    }
    out
}

fn results(book: &Book<'_>) -> Vec<String> {
    let found = book.findings;
    let mut out = Vec::new();
    let crossing = &found.structure.crossing;
    if !crossing.is_empty() {
        let names: Vec<String> = crossing.iter().map(|id| book.name(Kind::Variable, id)).collect();
        let args = [("names", book.words.list(&names).into()), ("count", crossing.len().into())];
        out.push(book.say("abstract-crossing", &args));
    }
    if found.choose.bet.is_some() {
        out.push(bet::lead(book));
    }
    if let Some(igo) = &found.act.igo {
        let immediate = igo.items.iter().filter(|item| item.zone == Some(IgoZone::Immediate)).count();
        let args = [("n", igo.items.len().into()), ("immediate", immediate.into())];
        out.push(book.say("abstract-actions", &args));
    }
    out
}
