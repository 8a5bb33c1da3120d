//! What a round of judgements between states asks about, and how its grid is grouped.

use std::collections::{BTreeMap, BTreeSet};

use atalaya_model::{Answer, Family, Id, Kind, Study, Value};
use maud::{Markup, html};

use super::Head;
use crate::{
    app::Seat,
    desk::Sheet,
    pages::{in_either, pieces::said},
};

/// Whether the questions of a family are about pairs of states.
pub fn between_states(family: &Family) -> bool {
    family.arity() == 2 && family.kinds.iter().all(|kinds| *kinds == [Kind::State])
}

/// The states that a round asks about, as the cross-impact balances count them: all of the variables of which it judged
/// any, between two variables; within one only what somebody judged. A round without judgements asks about all.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The states, those of a variable together.
    pub states: Vec<String>,
    /// Variables with states that it does not ask about.
    pub others: Vec<String>,
    /// Pairs within one variable that somebody judged.
    within: BTreeSet<(String, String)>,
}

impl Asked {
    /// Of a round. `with` names variables to be asked about besides, separated by commas.
    pub fn of(study: &Study, round: &Id, family: &Family, with: &str) -> Self {
        let of_it = |answer: &&Answer| answer.round == *round && answer.question.family == family;
        let judged: Vec<(&Id, &Id, bool)> = study
            .answers
            .iter()
            .filter(of_it)
            .filter_map(|own| {
                let number = !matches!(own.value, Value::NoOpinion | Value::Blank);
                Some((&own.question.a, own.question.b.as_ref()?, number))
            })
            .collect();
        let named: BTreeSet<&str> = judged.iter().flat_map(|(a, b, _)| [a.head(), b.head()]).collect();
        let mut states: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for id in study.ids(Kind::State) {
            states.entry(id.head()).or_default().push(id.to_string());
        }
        // In the order of the variables; a state whose variable is not there comes last.
        let known = study.variables.iter().map(|variable| variable.id.as_str());
        let mut order: Vec<&str> = known.filter(|id| states.contains_key(id)).collect();
        order.extend(states.keys().filter(|id| !study.variables.iter().any(|own| own.id == **id)));
        let also = |id: &str| with.split(',').any(|own| own == id);
        let asks = |id: &&str| named.is_empty() || named.contains(*id) || also(id);
        let (asked, others): (Vec<&str>, Vec<&str>) = order.into_iter().partition(asks);
        Self {
            states: asked.iter().flat_map(|id| states.get(id).cloned().unwrap_or_default()).collect(),
            others: others.into_iter().map(str::to_owned).collect(),
            within: judged
                .into_iter()
                .filter(|(a, b, number)| *number && a.head() == b.head())
                .map(|(a, b, _)| (a.to_string(), b.to_string()))
                .collect(),
        }
    }

    /// Whether a pair of its states is asked about.
    pub fn pair(&self, a: &str, b: &str) -> bool {
        owner(a) != owner(b) || self.within.contains(&(a.to_owned(), b.to_owned()))
    }
}

/// The variable of a state.
pub fn owner(state: &str) -> &str {
    state.split_once('.').map_or(state, |(variable, _)| variable)
}

/// A variable as a heading: its code, and its name.
fn heading(seat: &Seat, sheet: &Sheet, variable: &str) -> (String, String) {
    let record = sheet.record(Kind::Variable.as_str(), variable);
    let code = said(record, "code");
    (if code.is_empty() { variable.to_owned() } else { code }, in_either(record, "name", seat.who.lang))
}

/// The heads of states: their letters, below their variable.
pub fn heads(seat: &Seat, sheet: &Sheet, states: &[String]) -> Vec<Head> {
    let mut out: Vec<Head> = Vec::new();
    for id in states {
        let variable = owner(id);
        let record = sheet.record(Kind::State.as_str(), id);
        let letter = id.split_once('.').map_or(id.as_str(), |(_, tail)| tail);
        let name = in_either(record, "name", seat.who.lang);
        let (code, whole) = heading(seat, sheet, variable);
        let of = if whole.is_empty() { code.clone() } else { whole.clone() };
        let full = format!("{of}: {}", if name.is_empty() { letter } else { &name });
        let definition =
            in_either(sheet.record(Kind::Variable.as_str(), variable), "definition", seat.who.lang);
        let first = out.last().is_none_or(|before| owner(&before.id) != variable);
        out.push(Head {
            id: id.clone(),
            code: letter.to_owned(),
            name,
            definition,
            full: Some((format!("{code}.{letter}"), full)),
            band: first.then(|| format!("{code} {whole}").trim().to_owned()),
        });
    }
    out
}

/// The line above the heads of the columns: each variable over its states.
pub fn bands(heads: &[Head]) -> Markup {
    html! {
        tr.band role="row" {
            td {}
            @for group in heads.chunk_by(|a, b| owner(&a.id) == owner(&b.id)) {
                @let band = group.first().and_then(|head| head.band.as_deref()).unwrap_or_default();
                th role="columnheader" scope="colgroup" colspan=(group.len()) aria-colspan=(group.len()) title=(band) {
                    span { (band) }
                    // As wide as its states.
                    @for _ in group { i {} }
                }
            }
        }
    }
}

/// What the round does not ask about, and how one asks about it.
pub fn left_out(seat: &Seat, sheet: &Sheet, asked: &Asked, with: &str) -> Markup {
    let words = &seat.who.words;
    let also = |id: &str| match with {
        "" => format!("?with={id}"),
        with => format!("?with={with},{id}"),
    };
    html! {
        @if !asked.others.is_empty() {
            div.notasked {
                p.soft { (words.t("web-states-left")) @if seat.writes() { " " (words.t("web-states-add")) } }
                ul {
                    @for id in &asked.others {
                        @let (code, name) = heading(seat, sheet, id);
                        li { @if seat.writes() { a href=(also(id)) { (code) " " (name) } } @else { (code) " " (name) } }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use atalaya_model::{
        Question,
        records::{State, Variable},
    };

    use super::*;

    #[test]
    fn a_round_asks_between_the_variables_of_which_it_judged_any_and_within_one_what_somebody_judged() {
        let id = |text: &str| Id::parse(text).unwrap();
        let mut study = Study::default();
        for variable in ["V2", "V1", "V3"] {
            study.variables.push(Variable { id: id(variable), ..Variable::default() });
            for letter in ["a", "b"] {
                study.states.push(State { id: id(&format!("{variable}.{letter}")), ..State::default() });
            }
        }
        let family = Family::find("impact").unwrap();
        let judged = |a: &str, b: &str, value: Value| Answer {
            expert: id("MESA"),
            round: id("B1"),
            question: Question { family, a: id(a), b: Some(id(b)) },
            value,
            note: None,
        };
        let all = Asked::of(&study, &id("B1"), family, "");
        assert_eq!(all.states, ["V2.a", "V2.b", "V1.a", "V1.b", "V3.a", "V3.b"]);
        assert!(all.others.is_empty() && all.pair("V1.a", "V3.b") && !all.pair("V1.a", "V1.b"));

        study.answers = vec![
            judged("V1.a", "V2.a", Value::Number(2.0)),
            judged("V1.a", "V1.b", Value::Number(-1.0)),
            judged("V1.b", "V1.a", Value::NoOpinion),
        ];
        let some = Asked::of(&study, &id("B1"), family, "");
        assert_eq!(
            (some.states.join(" "), some.others.join(" ")),
            ("V2.a V2.b V1.a V1.b".into(), "V3".into())
        );
        assert!(some.pair("V1.a", "V1.b") && !some.pair("V1.b", "V1.a") && !some.pair("V1.a", "V1.a"));
        let more = Asked::of(&study, &id("B1"), family, "V9,V3");
        assert!(more.others.is_empty() && more.states.len() == 6);
        // Another round asks for itself.
        assert_eq!(Asked::of(&study, &id("B2"), family, ""), all);
    }
}
