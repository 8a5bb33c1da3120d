//! The panel: answers to arrays, once. Methods see numbers, never keys.

use std::{cmp::Ordering, collections::BTreeMap, fmt::Write as _};

use crate::{
    canonical::{Ascending, Lines, short},
    settings::Settings,
};
use atalaya_methods::{random::Groups, resample::Resampling};
use atalaya_model::{
    Answer, Family, Id, Kind, Study, Value,
    choice::RecordOrder,
    family::Missing,
    publish::{Label, Labels, shared},
    study::parse_scale,
};
use rayon::prelude::*;

/// One cell of a panel.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Slot {
    /// Not answered.
    #[default]
    Missing,
    /// "No opinion".
    Abstained,
    /// A blank vote.
    Blank,
    /// P.
    Potential,
    /// A number of the scale.
    Number(f64),
    /// A range or a disputed value of a consensus matrix: low, value, high.
    Span(f64, f64, f64),
}

impl Slot {
    /// The number, where there is one.
    #[must_use]
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(value) | Self::Span(_, value, _) => Some(value),
            Self::Missing | Self::Abstained | Self::Blank | Self::Potential => None,
        }
    }

    fn of(value: Value, step: f64) -> Self {
        match value {
            Value::Number(value) => Self::Number(value),
            Value::Potential => Self::Potential,
            Value::NoOpinion => Self::Abstained,
            Value::Blank => Self::Blank,
            Value::Range(low, high) => Self::Span(low, ((low + high) / 2.0 + 0.25).round(), high),
            Value::Disputed(value) => Self::Span((value - step).max(0.0), value, value + step),
        }
    }
}

/// A family in a round, about records of one kind: a dense array of experts x cells.
#[derive(Clone, Debug)]
pub struct Panel {
    /// The family.
    pub family: &'static Family,
    /// The round.
    pub round: Id,
    /// Kind of the rows.
    pub kind: Kind,
    /// Points of the scale.
    pub points: Vec<f64>,
    /// Ids of the rows, in natural order.
    pub rows: Vec<Id>,
    /// Ids of the columns; empty for families of one id.
    pub columns: Vec<Id>,
    /// Experts of the round; the same for all its panels.
    pub experts: usize,
    /// Whether a group answered as one, so that no answer is anybody's own.
    pub shared: bool,
    slots: Vec<Slot>,
    /// Hash of the answers.
    pub hash: String,
    /// Answers read, abstentions included.
    pub answers: usize,
}

impl Panel {
    /// Cells: rows, or rows x columns.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.rows.len() * self.columns.len().max(1)
    }

    /// What an expert answered to a cell.
    #[must_use]
    pub fn slot(&self, expert: usize, cell: usize) -> Slot {
        self.slots.get(expert * self.cells() + cell).copied().unwrap_or_default()
    }

    /// The cell of a row, or of a row and column.
    #[must_use]
    pub fn cell(&self, row: &str, column: Option<&str>) -> Option<usize> {
        let find = |ids: &[Id], id: &str| ids.iter().position(|other| other == id);
        let row = find(&self.rows, row)?;
        match column {
            None => Some(row),
            Some(column) => Some(row * self.columns.len() + find(&self.columns, column)?),
        }
    }

    /// The printed key of a cell: `a` or `a/b`.
    #[must_use]
    pub fn key(&self, cell: usize) -> String {
        if self.columns.is_empty() {
            return self.rows.get(cell).map(Id::to_string).unwrap_or_default();
        }
        let (row, column) = (cell / self.columns.len(), cell % self.columns.len());
        format!("{}/{}", self.rows[row], self.columns[column])
    }

    /// The number each expert gave to a cell.
    #[must_use]
    pub fn column(&self, cell: usize) -> Vec<Option<f64>> {
        (0..self.experts).map(|expert| self.slot(expert, cell).number()).collect()
    }

    /// The numbers given to a cell by the experts that `weights` keeps, each as often as it says.
    #[must_use]
    pub fn drawn(&self, cell: usize, weights: Option<&[u16]>) -> Vec<f64> {
        let times = |expert: usize| weights.map_or(1, |w| w.get(expert).copied().unwrap_or(0));
        let numbers = (0..self.experts).filter_map(|e| self.slot(e, cell).number().map(|value| (e, value)));
        numbers.flat_map(|(e, value)| std::iter::repeat_n(value, usize::from(times(e)))).collect()
    }

    /// Answers to a cell that are of a kind without number: abstentions, blank votes.
    #[must_use]
    pub fn count(&self, cell: usize, of: Slot) -> usize {
        (0..self.experts).filter(|e| self.slot(*e, cell) == of).count()
    }

    /// Abstentions on a cell, blank votes among them.
    #[must_use]
    pub fn abstained(&self, cell: usize) -> usize {
        self.count(cell, Slot::Abstained) + self.count(cell, Slot::Blank)
    }

    /// Whether a cell may be shown answer by answer: a group agreed on it, or so many experts answered it that none is
    /// singled out.
    #[must_use]
    pub fn shows(&self, answers: usize, min_answers: usize) -> bool {
        self.shared || answers >= min_answers
    }

    /// Whether anybody answered a cell, be it with an abstention: others were not asked.
    #[must_use]
    pub fn asked(&self, cell: usize) -> bool {
        (0..self.experts).any(|expert| self.slot(expert, cell) != Slot::Missing)
    }

    /// Abstentions on all cells.
    #[must_use]
    pub fn abstentions(&self) -> usize {
        self.slots.iter().filter(|slot| matches!(slot, Slot::Abstained | Slot::Blank)).count()
    }

    /// Experts who answered at least one cell.
    #[must_use]
    pub fn answering(&self) -> Vec<usize> {
        let cells = self.cells().max(1);
        (0..self.experts)
            .filter(|e| self.slots[e * cells..(e + 1) * cells].iter().any(|slot| *slot != Slot::Missing))
            .collect()
    }

    /// How many experts its statistics rest on: as many as answered the middle one of the cells that were asked. A gap
    /// here and there takes nobody away, and who answered next to nothing is nobody more.
    #[must_use]
    pub fn carried(&self) -> usize {
        let answered = |cell: usize| self.experts - self.count(cell, Slot::Missing);
        let mut counts: Vec<usize> = (0..self.cells()).map(answered).filter(|n| *n > 0).collect();
        counts.sort_unstable();
        counts.get(counts.len().saturating_sub(1) / 2).copied().unwrap_or(0)
    }

    /// The query that names its answers.
    #[must_use]
    pub fn query(&self) -> String {
        format!("{}/*{}", self.family.name, if self.columns.is_empty() { "" } else { "/*" })
    }
}

/// A round with everything answered in it.
#[derive(Clone, Debug)]
pub struct Answered {
    /// Its id.
    pub id: Id,
    /// Its consultation; empty where `consult/rounds.toml` names none.
    pub consultation: Option<Id>,
    /// Number within the consultation.
    pub number: usize,
    /// Experts who answered anything, in natural order of their codes.
    pub experts: Vec<Id>,
    /// Group of each, as published.
    pub labels: Vec<String>,
    /// Groups shown: those below `privacy.min_group` are merged; name and members.
    pub shown: Vec<(String, Vec<usize>)>,
    /// The same as strata of the resampling.
    pub strata: Groups,
    /// The panels: family, kind of its rows.
    pub panels: Vec<Panel>,
}

impl Answered {
    /// How its experts are drawn: every statistic of a round shares its draws.
    #[must_use]
    pub fn resampling(&self, settings: &Settings) -> Resampling<'_> {
        Resampling {
            seed: settings.seed,
            task: self.id.as_str(),
            draws: settings.resamples,
            groups: &self.strata,
        }
    }

    /// The panel of a family about records of a kind.
    #[must_use]
    pub fn panel(&self, family: &str, kind: Kind) -> Option<&Panel> {
        self.panels.iter().find(|panel| panel.family.name == family && panel.kind == kind)
    }
}

pub use atalaya_model::publish::{OTHER, merge_groups};

/// All rounds of a study that have answers, in the order of their dates.
#[must_use]
pub fn rounds(study: &Study, published: &Labels, min_group: usize, order: RecordOrder) -> Vec<Answered> {
    let mut by_round = BTreeMap::<&str, Vec<&Answer>>::new();
    // Answers come in runs of one round: looked up once a run.
    for run in study.answers.chunk_by(|x, y| x.round == y.round) {
        by_round.entry(run[0].round.as_str()).or_default().extend(run);
    }
    let kinds = KindIndex::of(study, order);
    let shared = shared(study);
    let mut rounds: Vec<(String, Answered)> = by_round
        .into_values()
        .collect::<Vec<_>>()
        .into_par_iter()
        .filter_map(|answers| {
            let id = answers.first()?.round.clone();
            let record = study.rounds.iter().find(|round| round.id == id);
            let experts = Named::of(answers.iter().map(|a| &a.expert), |a, b| a.natural_cmp(b)).ids;
            let labels: Vec<String> =
                experts.iter().map(|e| published.get(e, Label::Group).to_owned()).collect();
            let shown = merge_groups(&labels, min_group);
            let members = shown.iter().map(|(_, members)| members.clone()).collect();
            let strata = Groups::new(experts.len(), members).or_else(|_| Groups::one(experts.len())).ok()?;
            let date = record.map(|r| r.closed.clone()).unwrap_or_default();
            let round = Answered {
                panels: panels(study, &id, &answers, &experts, shared.contains(&id), &kinds),
                consultation: record.and_then(|r| r.consultation.0.clone()),
                number: record.and_then(|r| r.number).and_then(|n| usize::try_from(n).ok()).unwrap_or(1),
                experts: experts.into_iter().cloned().collect(),
                labels,
                shown,
                strata,
                id,
            };
            Some((date, round))
        })
        .collect();
    rounds.sort_by(|(a, x), (b, y)| {
        a.cmp(b).then(x.number.cmp(&y.number)).then_with(|| x.id.natural_cmp(&y.id))
    });
    rounds.into_iter().map(|(_, round)| round).collect()
}

/// Which kind an id names, for each kind that questions may be about, and its place in the file of that kind.
struct KindIndex<'a> {
    places: BTreeMap<&'a str, Vec<(Kind, usize)>>,
    order: RecordOrder,
}

impl<'a> KindIndex<'a> {
    fn of(study: &'a Study, order: RecordOrder) -> Self {
        let mut places = BTreeMap::<&str, Vec<(Kind, usize)>>::new();
        for kind in Kind::ALL {
            for (place, id) in study.ids(*kind).into_iter().enumerate() {
                places.entry(id.as_str()).or_default().push((*kind, place));
            }
        }
        Self { places, order }
    }

    fn kind(&self, id: &Id, allowed: &[Kind]) -> Option<Kind> {
        let known = self.places.get(id.as_str())?;
        allowed.iter().copied().find(|kind| known.iter().any(|(own, _)| own == kind))
    }

    /// The order of ids in the study.
    fn cmp(&self, a: &Id, b: &Id, allowed: &[Kind]) -> Ordering {
        let place = |id: &Id| {
            let known = self.places.get(id.as_str())?;
            allowed.iter().find_map(|kind| known.iter().find(|(own, _)| own == kind)).map(|(_, at)| *at)
        };
        let by_file = match self.order {
            RecordOrder::File => place(a).cmp(&place(b)),
            RecordOrder::Id => Ordering::Equal,
        };
        by_file.then_with(|| a.natural_cmp(b))
    }
}

/// Ids in order, each once, and the place among them of every id that was read.
#[derive(Default)]
struct Named<'a> {
    ids: Vec<&'a Id>,
    places: Vec<usize>,
}

impl<'a> Named<'a> {
    /// Reads each id once: texts are compared where ids meet for the first time, not answer by answer.
    fn of(read: impl Iterator<Item = &'a Id>, order: impl Fn(&Id, &Id) -> Ordering) -> Self {
        let mut seen = BTreeMap::<&str, usize>::new();
        let mut ids = Vec::<&Id>::new();
        let mut last = 0;
        let mut codes = Vec::with_capacity(read.size_hint().0);
        for id in read {
            if ids.get(last) != Some(&id) {
                last = *seen.entry(id.as_str()).or_insert(ids.len());
                if last == ids.len() {
                    ids.push(id);
                }
            }
            codes.push(last);
        }
        let mut sorted: Vec<usize> = (0..ids.len()).collect();
        sorted.sort_by(|a, b| order(ids[*a], ids[*b]));
        let mut rank = vec![0; ids.len()];
        for (place, code) in sorted.iter().enumerate() {
            rank[*code] = place;
        }
        Self {
            ids: sorted.into_iter().map(|code| ids[code]).collect(),
            places: codes.into_iter().map(|code| rank[code]).collect(),
        }
    }

    /// The ids by themselves.
    fn owned(&self) -> Vec<Id> {
        self.ids.iter().map(|id| (*id).clone()).collect()
    }
}

/// The hash of answers, whatever their order, from the places of those of each expert.
fn answers_hash(experts: &[&Id], answers: &[&Answer], of: &[Vec<usize>]) -> String {
    // By code, and then as they are sorted already: mostly in alphabetical order.
    let mut by_code: Vec<usize> = (0..experts.len()).collect();
    by_code.sort_by_key(|expert| experts[*expert]);
    let ordered = || by_code.iter().flat_map(|expert| &of[*expert]).map(|at| answers[*at]);
    let mut ascending = Ascending::default();
    let print = |answer: &Answer, line: &mut String| {
        let question = &answer.question;
        for part in [answer.expert.as_str(), "\t", question.family.name, "/", question.a.as_str()] {
            line.push_str(part);
        }
        if let Some(b) = &question.b {
            line.push('/');
            line.push_str(b.as_str());
        }
        // Writing to a string cannot fail.
        let _ = write!(line, "\t{}", answer.value);
    };
    if ordered().all(|answer| ascending.push(|line| print(answer, line))) {
        return short(ascending.hash());
    }
    let mut lines = Lines::default();
    let mut line = String::new();
    for answer in answers {
        line.clear();
        print(answer, &mut line);
        lines.push(format_args!("{line}"));
    }
    short(lines.hash())
}

fn panels(
    study: &Study,
    round: &Id,
    answers: &[&Answer],
    experts: &[&Id],
    shared: bool,
    kinds: &KindIndex<'_>,
) -> Vec<Panel> {
    let mut by_family = BTreeMap::<(&str, Kind), Vec<&Answer>>::new();
    let same_row = |x: &&Answer, y: &&Answer| {
        x.question.a == y.question.a && std::ptr::eq(x.question.family, y.question.family)
    };
    for run in answers.chunk_by(same_row) {
        let family = run[0].question.family;
        let Some(kind) = kinds.kind(&run[0].question.a, family.kinds[0]) else { continue };
        by_family.entry((family.name, kind)).or_default().extend(run);
    }
    let expert_at: BTreeMap<&str, usize> =
        experts.iter().enumerate().map(|(i, id)| (id.as_str(), i)).collect();
    let families: Vec<_> = by_family.into_iter().collect();
    let panel = |((_, kind), answers): ((&str, Kind), Vec<&Answer>)| {
        let family = answers.first()?.question.family;
        let first = answers.iter().map(|a| &a.question.a);
        let second = answers.iter().filter_map(|a| a.question.b.as_ref());
        let by_kind = |kinds_allowed: &'static [Kind]| move |a: &Id, b: &Id| kinds.cmp(a, b, kinds_allowed);
        let (rows, columns) = if family.square() {
            let mut rows = Named::of(first.chain(second), by_kind(family.kinds[0]));
            let columns = Named { places: rows.places.split_off(answers.len()), ids: rows.ids.clone() };
            (rows, columns)
        } else {
            let of_columns = by_kind(family.kinds.last().copied().unwrap_or(&[]));
            (Named::of(first, by_kind(family.kinds[0])), Named::of(second, of_columns))
        };
        let cells = rows.ids.len() * columns.ids.len().max(1);
        let empty = match family.missing {
            Missing::Absent => Slot::Missing,
            Missing::NotChosen => Slot::Number(0.0),
        };
        let mut slots = vec![Slot::Missing; cells * experts.len()];
        let mut by_expert = vec![Vec::new(); experts.len()];
        let mut of_columns = columns.places.iter();
        // Answers come in runs of one expert: looked up once a run.
        let mut last: Option<(&Id, usize)> = None;
        for (at, (answer, row)) in answers.iter().zip(&rows.places).enumerate() {
            let column = answer.question.b.as_ref().and_then(|_| of_columns.next());
            let cell = column.map_or(*row, |column| row * columns.ids.len() + column);
            if last.is_none_or(|(id, _)| *id != answer.expert) {
                last = expert_at.get(answer.expert.as_str()).map(|place| (&answer.expert, *place));
            }
            if let Some((_, expert)) = last {
                slots[expert * cells + cell] = Slot::of(answer.value, 1.0);
                by_expert[expert].push(at);
            }
        }
        if empty != Slot::Missing {
            // Who voted for one did not vote for the others.
            for expert in 0..experts.len() {
                let own = &mut slots[expert * cells..(expert + 1) * cells];
                if own.iter().any(|slot| *slot != Slot::Missing) {
                    own.iter_mut().filter(|slot| **slot == Slot::Missing).for_each(|slot| *slot = empty);
                }
            }
        }
        let scale =
            study.frame.scales.get(family.name).and_then(|text| parse_scale(text)).unwrap_or(family.scale);
        Some(Panel {
            family,
            round: round.clone(),
            kind,
            points: scale.points(),
            rows: rows.owned(),
            columns: columns.owned(),
            experts: experts.len(),
            shared,
            slots,
            hash: answers_hash(experts, &answers, &by_expert),
            answers: answers.len(),
        })
    };
    families.into_par_iter().filter_map(panel).collect()
}
