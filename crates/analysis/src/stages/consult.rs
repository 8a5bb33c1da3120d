//! `consult` · consultar: the panel by its margins, each consultation and round, what the panel said and how it moved.

use std::collections::BTreeMap;

use atalaya_methods::{
    agreement::{Competence, CompetenceK, Degree, competence_k},
    control::{Cancelled, Control},
    descriptive::median,
};
use atalaya_model::{
    Code, Id, Kind,
    choice::{Choice, Mode},
    publish::Label,
    records::{Expert, Round},
};

use crate::{
    abacus,
    context::{Context, Trace},
    findings::{
        CompetenceFinding, ConsultFinding, ConsultationFinding, Count, GroupResponse, Margin, PanelFinding,
        PanelLevel, RoundFinding,
    },
    panel::{Answered, OTHER, merge_groups},
};

mod delphi;
mod drop_out;

/// The point findings. The intervals of the group contrasts come with [`resample`].
#[must_use]
pub fn run(context: &Context<'_>, trace: &mut Trace) -> ConsultFinding {
    if context.tables.experts.is_empty() {
        trace.gap("consult", Code::NoRecords, &[("kind", Kind::Expert.as_str())]);
    }
    let node = trace.node(context, "consult", "panel").rules(&["min_group"]);
    let node = node.records(Kind::Expert).records(Kind::Consultation).records(Kind::Round);
    let key = node.done();
    let consultations =
        outlines(context).into_iter().map(|outline| consultation(context, trace, &outline)).collect();
    let abaci = abacus::run(context, trace);
    ConsultFinding { panel: panel(context), consultations, abaci, trace: key }
}

/// Adds the intervals of the group contrasts.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop.
pub fn resample(
    context: &Context<'_>,
    finding: &mut ConsultFinding,
    control: &Control,
) -> Result<(), Cancelled> {
    for consultation in &mut finding.consultations {
        for found in &mut consultation.rounds {
            let Some(round) = context.rounds.iter().find(|round| round.id == found.id.as_str()) else {
                continue;
            };
            delphi::intervals(context, round, &mut found.families, control)?;
        }
    }
    abacus::resample(context, &mut finding.abaci, control)
}

/// A margin of the panel; nobody who left it blank is counted, and small margins are merged.
fn margin(context: &Context<'_>, label: Label) -> Vec<Margin> {
    let mut counts = BTreeMap::<&str, usize>::new();
    for expert in &context.tables.experts {
        *counts.entry(context.labels.get(&expert.id, label)).or_default() += 1;
    }
    counts.remove("");
    let other = counts.remove_entry(OTHER);
    let merged = |name: &str| if name == OTHER { context.labels.merged(label) } else { 0 };
    let named = counts.into_iter().chain(other);
    named.map(|(name, count)| Margin { name: name.to_owned(), count, merged: merged(name) }).collect()
}

fn panel(context: &Context<'_>) -> PanelFinding {
    let experts = &context.tables.experts;
    PanelFinding {
        experts: experts.len(),
        countries: margin(context, Label::Country),
        groups: margin(context, Label::Group),
        sectors: margin(context, Label::Sector),
        competence: competence(experts, context.settings.min_group),
    }
}

/// The six letters of the argumentation table: alto, medio, bajo.
fn degrees(text: &str) -> Option<[Degree; 6]> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).map(|c| match c.to_ascii_uppercase() {
        'A' => Some(Degree::High),
        'M' => Some(Degree::Medium),
        'B' => Some(Degree::Low),
        _ => None,
    });
    letters.collect::<Option<Vec<Degree>>>()?.try_into().ok()
}

/// The coefficient K of an expert who rated both parts of it.
fn coefficient(expert: &Expert) -> Option<CompetenceK> {
    competence_k(expert.knowledge?, &degrees(&expert.argumentation)?)
}

/// The competence of the panel; nothing where so few rated theirs that a class would name them.
fn competence(experts: &[&Expert], min_group: usize) -> Option<CompetenceFinding> {
    let rated: Vec<CompetenceK> = experts.iter().filter_map(|expert| coefficient(expert)).collect();
    if rated.is_empty() || rated.len() < min_group {
        return None;
    }
    let count = |class: Competence| rated.iter().filter(|k| k.class == class).count();
    let values: Vec<f64> = rated.iter().map(|k| k.k).collect();
    Some(CompetenceFinding {
        n: rated.len(),
        high: count(Competence::High),
        medium: count(Competence::Medium),
        low: count(Competence::Low),
        median: median(&values).filter(|_| PanelLevel::of(rated.len()) >= PanelLevel::Counts),
    })
}

/// A round as planned and as answered; either side may be absent.
#[derive(Clone, Copy)]
struct Sitting<'a> {
    id: &'a Id,
    record: Option<&'a Round>,
    answered: Option<&'a Answered>,
}

impl Sitting<'_> {
    fn number(&self) -> Option<i64> {
        self.record.and_then(|record| record.number)
    }
}

/// A consultation and its rounds.
struct Outline<'a> {
    id: &'a Id,
    mode: Option<String>,
    sittings: Vec<Sitting<'a>>,
}

/// Consultations with their rounds, by id; a round that belongs to none is a consultation of its own.
fn outlines<'a>(context: &'a Context<'_>) -> Vec<Outline<'a>> {
    let mut sittings: BTreeMap<&str, Sitting<'a>> = context
        .rounds
        .iter()
        .map(|round| (round.id.as_str(), Sitting { id: &round.id, record: None, answered: Some(round) }))
        .collect();
    for record in &context.tables.rounds {
        let empty = Sitting { id: &record.id, record: None, answered: None };
        sittings.entry(record.id.as_str()).or_insert(empty).record = Some(record);
    }
    let mut outlines: Vec<Outline<'a>> = context
        .tables
        .consultations
        .iter()
        .map(|record| {
            let mode = record.mode.map(|mode| mode.as_str().to_owned());
            Outline { id: &record.id, mode, sittings: Vec::new() }
        })
        .collect();
    for sitting in sittings.into_values() {
        let home = sitting.record.and_then(|record| record.consultation.0.as_ref());
        match outlines.iter_mut().find(|outline| home == Some(outline.id)) {
            Some(outline) => outline.sittings.push(sitting),
            None => outlines.push(Outline { id: sitting.id, mode: None, sittings: vec![sitting] }),
        }
    }
    for outline in &mut outlines {
        // A round without number comes last.
        let number = |s: &Sitting<'_>| s.number().unwrap_or(i64::MAX);
        outline.sittings.sort_by(|a, b| number(a).cmp(&number(b)).then_with(|| a.id.natural_cmp(b.id)));
    }
    outlines.sort_by(|a, b| a.id.natural_cmp(b.id));
    outlines
}

fn consultation(context: &Context<'_>, trace: &mut Trace, outline: &Outline<'_>) -> ConsultationFinding {
    let mut rounds = Vec::with_capacity(outline.sittings.len());
    let mut before: Option<&Answered> = None;
    for (index, sitting) in outline.sittings.iter().enumerate() {
        let number = sitting.number().and_then(|n| usize::try_from(n).ok()).unwrap_or(index + 1);
        let together = together(outline, sitting);
        let (response, response_by_group) = match together {
            Some(_) => {
                (Count { k: sitting.answered.map_or(0, |round| round.experts.len()), n: 1 }, Vec::new())
            }
            None => response(context, sitting),
        };
        let families = sitting.answered.map(|round| delphi::families(context, trace, round, before));
        rounds.push(RoundFinding {
            id: sitting.id.to_string(),
            number,
            response,
            together,
            response_by_group,
            families: families.unwrap_or_default(),
        });
        before = sitting.answered.or(before);
    }
    let answered: Vec<&Answered> = outline.sittings.iter().filter_map(|s| s.answered).collect();
    let drop_out = match answered.as_slice() {
        // Who is asked something else does not come back to anything.
        [first, .., last] if drop_out::repeats(first, last) => Some(drop_out::drop_out(context, first, last)),
        _ => None,
    };
    ConsultationFinding { id: outline.id.to_string(), mode: outline.mode.clone(), rounds, drop_out }
}

/// Participants of a round that a group answered as one, or will: those named; nothing where each answers alone.
fn together(outline: &Outline<'_>, sitting: &Sitting<'_>) -> Option<usize> {
    let agrees =
        [Mode::Consensus, Mode::Decision].iter().any(|mode| outline.mode.as_deref() == Some(mode.as_str()));
    let one = sitting.answered.is_none_or(|round| round.experts.len() == 1);
    (agrees && one).then(|| sitting.record.map_or(0, |record| record.invited.len()))
}

/// Who answered of those invited, whole and by group. Whoever answered without an invitation counts as invited.
fn response(context: &Context<'_>, sitting: &Sitting<'_>) -> (Count, Vec<GroupResponse>) {
    let answered: Vec<&Id> = sitting.answered.map_or_else(Vec::new, |round| round.experts.iter().collect());
    let mut invited: Vec<&Id> =
        sitting.record.map_or_else(Vec::new, |record| record.invited.iter().collect());
    invited.extend(&answered);
    invited.sort_by(|a, b| a.natural_cmp(b));
    invited.dedup();
    let came = |members: &[&Id]| members.iter().filter(|id| answered.contains(id)).count();
    let count = Count { k: came(&invited), n: invited.len() };
    let labels: Vec<String> =
        invited.iter().map(|id| context.labels.get(id, Label::Group).to_owned()).collect();
    if labels.iter().all(String::is_empty) {
        return (count, Vec::new());
    }
    let groups = merge_groups(&labels, context.settings.min_group).into_iter().map(|(group, members)| {
        let members: Vec<&Id> = members.into_iter().map(|m| invited[m]).collect();
        GroupResponse { group, response: Count { k: came(&members), n: members.len() } }
    });
    (count, groups.collect())
}

#[cfg(test)]
mod tests;
