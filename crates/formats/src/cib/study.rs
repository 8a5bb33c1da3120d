//! A cross-impact matrix as part of a study, and back: its descriptors are variables, its variants their states, its
//! judgements the answers of a workshop that agreed on one matrix.

use std::{collections::BTreeMap, fs, path::Path};

use atalaya_model::{
    Answer, Diagnostic, Family, Id, Kind, Lang, Place, Question, Severity, Study, Text, Value,
    choice::Mode,
    field::Ref,
    records::{Consultation, Round, State, Variable},
};

use super::{Descriptor, Matrix, Name};
use crate::tree::unreadable;

/// Most variants of a matrix that becomes part of a study, where each judgement is a record.
pub const MOST: usize = 200;

/// Who gives the judgements of a matrix: the group that agreed on it.
pub const EXPERT: &str = "MATRIX";

/// What a matrix is to a study.
#[derive(Clone, Debug, Default)]
pub struct Brought {
    /// The study with it.
    pub study: Study,
    /// The consultation of its judgements.
    pub consultation: Id,
    /// The round of that consultation.
    pub round: Id,
    /// What each descriptor is in the study, in their order.
    pub descriptors: Vec<Put>,
    /// Judgements brought.
    pub judgements: usize,
    /// The scale of judgements that the study gets, where its own does not hold those of the matrix.
    pub scale: Option<String>,
}

/// What a descriptor is in a study.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Put {
    /// The variable.
    pub variable: Id,
    /// Whether it was made for the descriptor.
    pub made: bool,
    /// The state of each variant, and whether it was made for it.
    pub states: Vec<(Id, bool)>,
}

/// Whether two names are the same but for case and blanks around.
fn same(a: &str, b: &str) -> bool {
    !a.trim().is_empty() && a.trim().to_lowercase() == b.trim().to_lowercase()
}

/// Whether a name of the file, its short or its long form, is that of a record: its id, its code or a name.
fn names(name: &Name, id: &str, code: &str, text: &Text) -> bool {
    [Some(&name.short), name.long.as_ref()].into_iter().flatten().any(|own| {
        [id, code, text.get(Lang::Es), text.get(Lang::En)].into_iter().any(|other| same(own, other))
    })
}

fn text(name: &Name, fallback: &str) -> Text {
    let long = name.long.as_deref().filter(|long| !long.trim().is_empty());
    let said = long.unwrap_or(&name.short).trim();
    let said = if said.is_empty() { fallback } else { said };
    Text { es: said.to_owned(), en: said.to_owned() }
}

/// The end of a state's id: letters where there are enough of them.
fn letters(place: usize, of: usize) -> String {
    let letter =
        u8::try_from(place).ok().filter(|place| of <= 26 && *place < 26).map(|n| char::from(b'a' + n));
    letter.map_or_else(|| format!("s{}", place + 1), String::from)
}

/// The first of `name1`, `name2` … that no record has.
fn free(study: &Study, name: impl Fn(usize) -> String) -> Id {
    let taken = |id: &Id| Kind::ALL.iter().any(|kind| study.ids(*kind).contains(&id));
    let mut all = (1..100_000).filter_map(|n| Id::parse(&name(n)));
    all.find(|id| !taken(id)).unwrap_or_default()
}

/// Puts a matrix into a study: descriptors and variants that it has by id, code or name are used, others made. The
/// judgements are a consultation and a round of their own, of one matrix, closed on the day of the study's state; the
/// blocks of a descriptor with itself are left out where they hold nothing but 0. Decimals are taken out by the matrix's
/// scale, which changes no consistency.
#[must_use]
pub fn bring(study: &Study, matrix: &Matrix) -> Brought {
    let mut out = Brought { study: study.clone(), ..Brought::default() };
    for (d, descriptor) in matrix.descriptors.iter().enumerate() {
        let study = &mut out.study;
        let used = |id: &Id| out.descriptors.iter().any(|put| put.variable == *id);
        let known = study
            .variables
            .iter()
            .find(|v| !used(&v.id) && names(&descriptor.name, v.id.as_str(), &v.code, &v.name))
            .map(|variable| variable.id.clone());
        let mut put = Put { made: known.is_none(), ..Put::default() };
        put.variable = known.unwrap_or_else(|| {
            let id = free(study, |n| format!("D{}", d + n));
            let name = text(&descriptor.name, id.as_str());
            let long = descriptor.name.long.is_some();
            let code = if long { descriptor.name.short.clone() } else { String::new() };
            study.variables.push(Variable { id: id.clone(), code, name, ..Variable::default() });
            id
        });
        let variable = &put.variable;
        for (v, variant) in descriptor.variants.iter().enumerate() {
            let of_it = |state: &&State| {
                let tail = state.id.as_str().split_once('.').map_or("", |(_, tail)| tail);
                *variable.as_str() == *state.id.head()
                    && put.states.iter().all(|(used, _)| *used != state.id)
                    && names(variant, state.id.as_str(), tail, &state.name)
            };
            let known = study.states.iter().find(of_it).map(|state| state.id.clone());
            let made = known.is_none();
            let state = known.unwrap_or_else(|| {
                let id =
                    free(study, |n| format!("{variable}.{}", letters(v + n - 1, descriptor.variants.len())));
                let name = text(variant, id.as_str());
                study.states.push(State { id: id.clone(), name, ..State::default() });
                id
            });
            put.states.push((state, made));
        }
        out.descriptors.push(put);
    }
    judgements(matrix, &mut out);
    out.study.normalise();
    out
}

/// The consultation, its round, and what was judged in it.
fn judgements(matrix: &Matrix, out: &mut Brought) {
    let Some(family) = Family::find("impact") else { return };
    let study = &mut out.study;
    let all = out.descriptors.iter().enumerate();
    let (owners, states): (Vec<usize>, Vec<&Id>) =
        all.flat_map(|(d, put)| put.states.iter().map(move |(id, _)| (d, id))).unzip();
    let consultation =
        free(study, |n| format!("balances{}", if n == 1 { String::new() } else { n.to_string() }));
    let title = matrix.title.trim();
    let title = if title.is_empty() { "ScenarioWizard" } else { title };
    let name = Text { es: title.to_owned(), en: title.to_owned() };
    study.consultations.push(Consultation {
        id: consultation.clone(),
        name,
        mode: Some(Mode::Consensus),
        ..Consultation::default()
    });
    let round = free(study, |n| format!("BAL{n}"));
    let last = study.rounds.iter().map(|round| round.closed.clone()).chain([study.frame.as_of.clone()]).max();
    let closed = last.unwrap_or_default();
    study.rounds.push(Round {
        id: round.clone(),
        consultation: Ref(Some(consultation.clone())),
        number: Some(1),
        opened: closed.clone(),
        closed,
        families: vec!["impact".to_owned()],
        ..Round::default()
    });
    let n = states.len();
    // In units that make every judgement a whole number: a factor changes no consistency.
    let value = |at: usize| f64::from(matrix.cells.get(at).copied().unwrap_or(0));
    let mut own: BTreeMap<usize, bool> = BTreeMap::new();
    for at in (0..n * n).filter(|at| owners[at / n] == owners[at % n]) {
        *own.entry(owners[at / n]).or_default() |= value(at) != 0.0;
    }
    let expert = Id::parse(EXPERT).unwrap_or_default();
    let asked =
        |at: &usize| owners[at / n] != owners[at % n] || own.get(&owners[at / n]).copied().unwrap_or(false);
    let asked: Vec<usize> = (0..n * n).filter(asked).collect();
    out.judgements = asked.len();
    // A matrix on a wider scale than the study's says so.
    if asked.iter().any(|at| !study.scale(family).holds(value(*at))) {
        let most = asked.iter().map(|at| value(*at).abs()).fold(3.0, f64::max);
        let scale = format!("-{most}..{most}");
        study.frame.scales.insert("impact".to_owned(), scale.clone());
        out.scale = Some(scale);
    }
    for at in asked {
        study.answers.push(Answer {
            expert: expert.clone(),
            round: round.clone(),
            question: Question { family, a: states[at / n].clone(), b: Some(states[at % n].clone()) },
            value: Value::Number(value(at)),
            note: None,
        });
    }
    (out.consultation, out.round) = (consultation, round);
}

/// Reads a project file of ScenarioWizard whose matrix becomes part of a study.
///
/// # Errors
/// What is wrong with the file, each at its line; a matrix of more than [`MOST`] variants.
pub fn read(file: &str, bytes: &[u8]) -> Result<Matrix, Vec<Diagnostic>> {
    let mut wrong = Vec::new();
    let scw = super::scw::read(file, bytes, &mut wrong);
    wrong.retain(|d| d.severity() == Severity::Error);
    match scw.map(|scw| scw.matrix) {
        Some(matrix) if matrix.variants() > MOST => {
            let found = super::fault(Place::file(file), "many").with("found", matrix.variants());
            Err(vec![found.with("expected", MOST)])
        }
        Some(matrix) if wrong.is_empty() => Ok(matrix),
        _ => Err(wrong),
    }
}

/// [`read`] of the file at a path.
///
/// # Errors
/// Those of [`read`], and [`atalaya_model::Code::Unreadable`].
pub fn open(path: &Path) -> Result<Matrix, Vec<Diagnostic>> {
    let shown = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| vec![unreadable(Place::file(&shown), &error)])?;
    read(&shown, &bytes)
}

/// A study of nothing but a matrix.
#[must_use]
pub fn alone(matrix: &Matrix) -> Study {
    let mut study = Study::default();
    study.frame.format = i64::from(atalaya_model::FORMAT);
    study.frame.title = Text { es: matrix.title.clone(), en: matrix.title.clone() };
    bring(&study, matrix).study
}

/// Judgements of a study as a matrix: `states` of each variable in order, `values` row by row, what nobody judged as 0.
/// Short names are the codes, long ones the names in `lang`. ScenarioWizard reads whole numbers: where judgements have
/// decimals all are written in units that make them whole, which changes no consistency. Nothing where a judgement has
/// more than six decimals or is no number that a file holds.
#[must_use]
pub fn matrix(
    study: &Study,
    title: &str,
    variables: &[String],
    states: &[Vec<String>],
    values: &[Vec<Option<f64>>],
    lang: Lang,
) -> Option<Matrix> {
    let long = |text: &str| Some(text.replace('"', "'")).filter(|text| !text.trim().is_empty());
    let descriptor = |(id, own): (&String, &Vec<String>)| {
        let record = study.variables.iter().find(|v| v.id == *id.as_str());
        let code = record.map(|v| v.code.clone()).filter(|code| !code.is_empty());
        let variant = |state: &String| Name {
            short: state.split_once('.').map_or(state.as_str(), |(_, tail)| tail).to_owned(),
            long: study.states.iter().find(|s| s.id == *state.as_str()).and_then(|s| long(s.name.get(lang))),
        };
        Descriptor {
            name: Name {
                short: code.unwrap_or_else(|| id.clone()),
                long: record.and_then(|v| long(v.name.get(lang))),
            },
            variants: own.iter().map(variant).collect(),
        }
    };
    let cells: Option<Vec<(i64, usize)>> =
        values.iter().flatten().map(|value| super::impact(&value.unwrap_or(0.0).to_string())).collect();
    let (cells, _) = super::scaled(&cells?).ok()?;
    let descriptors = variables.iter().zip(states).map(descriptor).collect();
    Some(Matrix { title: title.to_owned(), descriptors, cells, scale: 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(short: &str, long: &str) -> Name {
        Name { short: short.to_owned(), long: Some(long.to_owned()) }
    }

    #[test]
    fn a_matrix_goes_into_a_study_and_comes_back() {
        let descriptor = |code: &str, long: &str| Descriptor {
            name: name(code, long),
            variants: vec![name("a", "poco"), name("b", "mucho")],
        };
        let own = Matrix {
            title: "Valle".to_owned(),
            descriptors: vec![descriptor("AG", "Agua"), descriptor("CO", "Cobranza")],
            cells: vec![0, 0, 5, -5, 0, 0, -10, 10, 20, -20, 0, 0, 0, 0, 0, 0],
            scale: 10,
        };
        // A study that has one of the variables already, with one of its states.
        let mut study = Study::default();
        let id = |text: &str| Id::parse(text).unwrap();
        let agua = Text { es: "agua".to_owned(), en: String::new() };
        study.variables.push(Variable { id: id("V7"), name: agua, ..Variable::default() });
        let poco = Text { es: "Poco".to_owned(), en: String::new() };
        study.states.push(State { id: id("V7.a"), name: poco, ..State::default() });
        let brought = bring(&study, &own);
        let made: Vec<_> = brought
            .descriptors
            .iter()
            .map(|put| (put.made, put.states.iter().map(|(_, made)| *made).collect::<Vec<_>>()))
            .collect();
        assert_eq!(made, [(false, vec![false, true]), (true, vec![true, true])]);
        // Beyond the scale of judgements, which therefore grows.
        assert_eq!((brought.judgements, brought.scale.as_deref()), (8, Some("-20..20")));

        let study = &brought.study;
        let made = study.variables.iter().find(|v| v.id != *"V7").unwrap();
        let variables = vec!["V7".to_owned(), made.id.to_string()];
        let states: Vec<Vec<String>> =
            variables.iter().map(|v| ["a", "b"].map(|tail| format!("{v}.{tail}")).to_vec()).collect();
        let all: Vec<&String> = states.iter().flatten().collect();
        let value = |a: &String, b: &String| {
            let of = |answer: &&Answer| {
                answer.question.a == *a.as_str()
                    && answer.question.b.as_ref().is_some_and(|id| *id == *b.as_str())
            };
            study.answers.iter().find(of).and_then(|answer| match answer.value {
                Value::Number(number) => Some(number),
                _ => None,
            })
        };
        let values: Vec<Vec<Option<f64>>> =
            all.iter().map(|a| all.iter().map(|b| value(a, b)).collect()).collect();
        let back = matrix(study, "Valle", &variables, &states, &values, Lang::Es).unwrap();
        // In units that make every judgement a whole number.
        assert_eq!((back.scale, back.cells), (1, own.cells));
        assert_eq!(back.descriptors[1].name.short, "CO");
        assert_eq!(back.descriptors[1].variants[1].long.as_deref(), Some("mucho"));
    }
}
