//! Who said something in which round about what: looked up by each page of a grid, gathered once a revision.

use std::collections::{BTreeMap, BTreeSet};

use atalaya_model::{Answer, Family, Id};

/// What a family's answers of a round are.
#[derive(Debug, Default)]
pub struct Said {
    /// Who answered.
    pub experts: BTreeSet<Id>,
    /// What stands in each place of its questions.
    pub places: [BTreeSet<Id>; 2],
}

/// The answers of a study by round and family.
#[derive(Debug, Default)]
pub struct Sayings(BTreeMap<(Id, &'static str), Said>);

fn add(set: &mut BTreeSet<Id>, id: &Id) {
    if !set.contains(id) {
        set.insert(id.clone());
    }
}

impl Sayings {
    /// Of all answers.
    pub fn of(answers: &[Answer]) -> Self {
        let mut out: BTreeMap<(Id, &'static str), Said> = BTreeMap::new();
        let alike = |x: &Answer, y: &Answer| x.round == y.round && x.question.family == y.question.family;
        // Answers come in runs of one round and family: looked up once a run.
        for run in answers.chunk_by(alike) {
            let said = out.entry((run[0].round.clone(), run[0].question.family.name)).or_default();
            for answer in run {
                add(&mut said.experts, &answer.expert);
                add(&mut said.places[0], &answer.question.a);
                if let Some(b) = &answer.question.b {
                    add(&mut said.places[1], b);
                }
            }
        }
        Self(out)
    }

    /// What was said of a family in a round, where anything was.
    pub fn about(&self, round: &Id, family: &Family) -> Option<&Said> {
        self.0.get(&(round.clone(), family.name))
    }

    /// How many people answered the family of a round that most answered.
    pub fn most(&self) -> usize {
        self.0.values().map(|said| said.experts.len()).max().unwrap_or(0)
    }

    /// The families that were answered in a round.
    pub fn families(&self, round: &Id) -> impl Iterator<Item = &'static Family> {
        let own = self.0.range((round.clone(), "")..).take_while(move |((id, _), _)| id == round);
        own.filter_map(|((_, name), _)| Family::find(name))
    }
}
