//! The illustrative answers of the study `examples/mipymes-peru-2030`.
//!
//! No expert was asked. The answers are drawn, with a fixed seed, around aims that are written in this crate; the aims
//! were chosen so that the method of the study reaches the published result. They show the method and confirm nothing.

pub mod actions;
pub mod answers;
pub mod arguments;
pub mod balances;
pub mod game;
pub mod hypotheses;
pub mod influence;
pub mod matrices;
pub mod panel;
pub mod policies;
pub mod random;
pub mod scenarios;
pub mod variables;

use std::collections::BTreeMap;

/// The files that are generated, path relative to the study's folder and content.
#[must_use]
pub fn files() -> BTreeMap<String, String> {
    let mut out = influence::files();
    out.extend(scenarios::files());
    out.extend(actions::files());
    out.extend(game::files());
    out.extend(hypotheses::files());
    out.extend(policies::files());
    out.extend(balances::files());
    let mut all = variables::answers();
    all.extend(scenarios::answers());
    all.extend(actions::answers());
    all.extend(hypotheses::answers());
    all.extend(policies::answers());
    let reason = |answer: &answers::Answer| {
        let expert = panel::EXPERTS[answer.expert].id;
        arguments::of(answer.round, &answer.question, expert).map(|argument| argument.text)
    };
    out.insert("answers.csv".to_owned(), answers::print(&all, reason));
    out.insert("panel.csv".to_owned(), panel::print());
    out
}
