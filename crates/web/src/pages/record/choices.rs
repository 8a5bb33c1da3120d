//! What may be chosen where records are named, or several words of a list, and how it is ticked.

use atalaya_model::{
    Kind, Lang,
    choice::{About, Choice},
};
use atalaya_store::{Record, STUDY};
use atalaya_words::Words;
use maud::{Markup, html};

use super::{label, labelled};
use crate::{
    app::Seat,
    desk::Sheet,
    form::{Input, word},
    pages::{in_either, pieces},
};

/// What may be chosen: how it is written, how it is called among many, and alone.
pub type Chosen = (String, String, String);

/// What an input that names records, or several of a list, may hold, with how it is called; nothing where anything may be
/// written, as where there are no such records yet.
pub fn choices(
    sheet: &Sheet,
    words: &Words,
    lang: Lang,
    record: Option<&Record>,
    input: &Input,
) -> Option<Vec<Chosen>> {
    let same = |(id, said): (String, String)| (id, said.clone(), said);
    let choices: Vec<Chosen> = match input.of.or_else(|| decided(record, input)) {
        None if record.is_some_and(|record| record.kind == STUDY) && input.name == "languages" => {
            let spoken = |own: &str| same((own.to_owned(), word_of(words, own)));
            ["es", "en", "es en", "en es"].map(spoken).into()
        }
        None if input.name == "corner" => corners(sheet, lang).into_iter().map(same).collect(),
        Some(kind) => {
            let records = sheet.of_kind(kind.as_str());
            let choice = |record: &Record| (record.id.clone(), label(record), labelled(record, lang));
            records.into_iter().map(choice).collect()
        }
        None if input.many => {
            let said = |own: &str| (own.to_owned(), word(words, input, own), word(words, input, own));
            input.words.iter().map(|own| said(own)).collect()
        }
        None => Vec::new(),
    };
    (!choices.is_empty()).then_some(choices)
}

/// Languages of a study as they are said, the first one first.
fn word_of(words: &Words, languages: &str) -> String {
    let names: Vec<String> = languages.split(' ').map(|code| words.t(&format!("language-{code}"))).collect();
    atalaya_words::capital(&words.list(&names))
}

/// The corners of the plane of two axes, each by its poles; nothing where there are not two with both.
fn corners(sheet: &Sheet, lang: Lang) -> Vec<(String, String)> {
    let axes = sheet.of_kind("axis");
    let pole = |axis: &Record, sign: char| {
        let said = in_either(Some(axis), if sign == '+' { "high" } else { "low" }, lang);
        (!said.is_empty()).then(|| format!("{} {said}", if sign == '+' { '+' } else { '−' }))
    };
    let [x, y] = axes[..] else { return Vec::new() };
    let named = |corner: &&str| {
        let mut signs = corner.chars();
        let (a, b) = (pole(x, signs.next()?)?, pole(y, signs.next()?)?);
        Some(((*corner).to_owned(), format!("{a} · {b}")))
    };
    ["++", "+-", "-+", "--"].iter().filter_map(named).collect()
}

/// Among which records it is chosen, where the field is what a decision chose.
fn decided(record: Option<&Record>, input: &Input) -> Option<Kind> {
    if !matches!(input.name.as_str(), "chosen" | "proposed") {
        return None;
    }
    match About::parse(&pieces::said(record, "about"))? {
        About::Bet => Some(Kind::Scenario),
        About::Actions => Some(Kind::Action),
        About::KeyVariables | About::Axes => Some(Kind::Variable),
        About::Gate => None,
    }
}

/// Whether a form asks for a field: not for what the program writes itself, nor for what nothing can be chosen for.
pub fn asked(kind: &str, record: Option<&Record>, input: &Input) -> bool {
    match (kind, input.name.as_str()) {
        ("decision", "basis") | ("round", "wording") => false,
        ("decision", "chosen" | "proposed") => {
            decided(record, input).is_some() || !pieces::said(record, &input.name).is_empty()
        }
        _ => true,
    }
}

/// That there are no records of a kind yet, and the way to where they are added.
pub fn none_of(seat: &Seat, kind: &str) -> Markup {
    let kinds = seat.t(&format!("kinds-{kind}"));
    html! { (seat.who.words.with("web-none-of", &[("kinds", kinds.into())])) " " a href=(seat.at(&format!("/list/{kind}"))) { (seat.t("web-add-there")) } }
}

/// Most records whose names stand in the line of those that were chosen.
const NAMED: usize = 4;

/// Some of many, each ticked or not. What is chosen and not there any more is kept: its notice says so.
pub fn picks(
    key: &str,
    label: &str,
    chosen: &[&str],
    choices: &[Chosen],
    described: Option<&str>,
    choose: &str,
) -> Markup {
    let name = format!("m:{key}");
    let lost = chosen.iter().filter(|id| !choices.iter().any(|(own, ..)| own == *id));
    let said = |id: &str| match choices.iter().find(|(own, ..)| own == id) {
        Some((_, _, whole)) if chosen.len() <= NAMED => whole.clone(),
        Some((_, short, _)) => short.clone(),
        None => id.to_owned(),
    };
    let shown: Vec<String> = chosen.iter().map(|id| said(id)).collect();
    html! {
        input type="hidden" name=(name) value="";
        @for id in lost { input type="hidden" name=(name) value=(id); }
        details.picks #(format!("f-{key}")) data-none=(choose) data-few=(NAMED) {
            summary aria-describedby=[described] { span.hidden { (label) ": " } span.plain { @if chosen.is_empty() { (choose) } @else { (shown.join(if chosen.len() <= NAMED { "; " } else { ", " })) } } }
            ul {
                @for (id, short, called) in choices {
                    li { label.pick { input data-short=(short) type="checkbox" name=(name) value=(id) checked[chosen.contains(&id.as_str())]; span { (called) } } }
                }
            }
        }
    }
}
