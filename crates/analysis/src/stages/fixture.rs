//! Small studies built by hand, for tests.

use atalaya_model::{
    Answer, Id, Question, Study, Value,
    field::{Ref, Refs},
    records::{Consultation, Expert, Round, Variable},
};

/// The id written as `text`.
pub fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// A reference to `text`.
pub fn link<const K: u8>(text: &str) -> Ref<K> {
    Ref(Some(id(text)))
}

/// References to ids separated by blanks.
pub fn links<const K: u8>(text: &str) -> Refs<K> {
    Refs(text.split_whitespace().map(id).collect())
}

/// The code of expert number `index`, from 0.
pub fn expert(index: usize) -> Id {
    id(&format!("E{}", index + 1))
}

/// A study with one expert a letter of `groups`, and a subject.
pub fn study(groups: &str) -> Study {
    let mut study = Study::default();
    study.frame.seed = Some(7);
    study.frame.subject.en = "The ministry".to_owned();
    study.experts = groups
        .chars()
        .enumerate()
        .map(|(index, group)| Expert { id: expert(index), group: group.to_string(), ..Expert::default() })
        .collect();
    study
}

/// Adds variables by id.
pub fn variables(study: &mut Study, ids: &str) {
    let make = |text: &str| Variable { id: id(text), ..Variable::default() };
    study.variables.extend(ids.split_whitespace().map(make));
}

/// Adds a consultation with rounds to which everybody was invited.
pub fn consultation(study: &mut Study, name: &str, rounds: &str) {
    study.consultations.push(Consultation { id: id(name), ..Consultation::default() });
    let invited: Vec<Id> = study.experts.iter().map(|expert| expert.id.clone()).collect();
    for (index, round) in rounds.split_whitespace().enumerate() {
        study.rounds.push(Round {
            id: id(round),
            consultation: link(name),
            number: Some(index as i64 + 1),
            closed: format!("2018-0{}-01", index + 1),
            invited: Refs(invited.clone()),
            ..Round::default()
        });
    }
}

/// Adds the answers of experts 1, 2, … to a question; `-` abstains, `.` does not answer.
pub fn answers(study: &mut Study, round: &str, question: &str, values: &str) {
    for (index, text) in values.split_whitespace().enumerate() {
        let value = match text {
            "." => continue,
            "-" => Value::NoOpinion,
            number => Value::Number(number.parse().unwrap()),
        };
        study.answers.push(Answer {
            expert: expert(index),
            round: id(round),
            question: Question::parse(question).unwrap(),
            value,
            note: None,
        });
    }
}

/// The study with the rows of every file used here in reverse order.
pub fn reversed(study: &Study) -> Study {
    let mut other = study.clone();
    macro_rules! reverse {
        ($($table:ident: $type:ident),+) => {$(other.$table.reverse();)+};
    }
    atalaya_model::with_tables!(reverse);
    other.answers.reverse();
    other.observations.reverse();
    other
}
