//! What of a study may be published: without the reasons that people wrote, with small groups of experts merged, with
//! codes and their order. Findings are computed from the published labels, so that a public archive gives the same ones.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Code, Diagnostic, Id, Place, Record, Study, answer::Note, choice::Mode, field::Printed, records::Expert,
    with_tables,
};

/// Name of merged groups.
pub const OTHER: &str = "other";

/// Merges groups below `min` into one named `other`; where that is still too small it joins the smallest of the rest.
/// Who is in `other` already stays there: merging twice is merging once.
#[must_use]
pub fn merge_groups(labels: &[String], min: usize) -> Vec<(String, Vec<usize>)> {
    let mut groups = BTreeMap::<&str, Vec<usize>>::new();
    for (expert, label) in labels.iter().enumerate() {
        groups.entry(label).or_default().push(expert);
    }
    let stands = |(label, members): &(&str, Vec<usize>)| members.len() >= min && *label != OTHER;
    let (large, small): (Vec<_>, Vec<_>) = groups.into_iter().partition(stands);
    let mut merged: Vec<(String, Vec<usize>)> = large.into_iter().map(|(l, m)| (l.to_owned(), m)).collect();
    let mut rest: Vec<usize> = small.into_iter().flat_map(|(_, members)| members).collect();
    rest.sort_unstable();
    if rest.is_empty() {
        return merged;
    }
    if rest.len() < min
        && let Some(smallest) = (0..merged.len()).min_by_key(|i| merged[*i].1.len())
    {
        let (_, members) = merged.remove(smallest);
        rest.extend(members);
        rest.sort_unstable();
    }
    merged.push((OTHER.to_owned(), rest));
    merged
}

/// A label of an expert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// Country.
    Country,
    /// Group contrasted with the others.
    Group,
    /// Sector.
    Sector,
}

impl Label {
    /// Every label.
    pub const ALL: [Self; 3] = [Self::Country, Self::Group, Self::Sector];

    fn of(self, expert: &Expert) -> &str {
        match self {
            Self::Country => expert.country.trim(),
            Self::Group => expert.group.trim(),
            Self::Sector => expert.sector.trim(),
        }
    }
}

/// The labels of the experts as they are published: those of fewer than `privacy.min_group` experts of the panel are
/// `other`. A label left blank stays blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    of: BTreeMap<Id, [String; 3]>,
    merged: [usize; 3],
}

impl Labels {
    /// The published labels of a study's panel.
    #[must_use]
    pub fn of(study: &Study) -> Self {
        let min = study.frame.min_group();
        let mut out = Self {
            of: study
                .experts
                .iter()
                .map(|e| (e.id.clone(), Label::ALL.map(|l| l.of(e).to_owned())))
                .collect(),
            merged: [0; 3],
        };
        for (place, label) in Label::ALL.into_iter().enumerate() {
            let named: Vec<&Expert> = study.experts.iter().filter(|e| !label.of(e).is_empty()).collect();
            let labels: Vec<String> = named.iter().map(|e| label.of(e).to_owned()).collect();
            for (name, members) in merge_groups(&labels, min) {
                if name != OTHER {
                    continue;
                }
                let from: BTreeSet<&str> = members.iter().map(|m| labels[*m].as_str()).collect();
                let privacy = &study.frame.privacy;
                let told = [privacy.merged_countries, privacy.merged_groups, privacy.merged_sectors][place];
                let told = told.and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
                out.merged[place] = if from.contains(OTHER) { told } else { from.len() };
                for member in members {
                    if let Some(own) = out.of.get_mut(&named[member].id) {
                        OTHER.clone_into(&mut own[place]);
                    }
                }
            }
        }
        out
    }

    /// A label of an expert; empty where it was left blank or the panel has no such expert.
    #[must_use]
    pub fn get(&self, expert: &Id, label: Label) -> &str {
        self.of.get(expert).map_or("", |own| own[label as usize].as_str())
    }

    /// How many labels of a kind stand behind `other`; 0 where none was merged or nobody knows.
    #[must_use]
    pub fn merged(&self, label: Label) -> usize {
        self.merged[label as usize]
    }

    /// An expert as published.
    #[must_use]
    pub fn published(&self, expert: &Expert) -> Expert {
        let label = |label| self.get(&expert.id, label).to_owned();
        Expert {
            country: label(Label::Country),
            group: label(Label::Group),
            sector: label(Label::Sector),
            extra: BTreeMap::new(),
            ..expert.clone()
        }
    }
}

/// The cells of a record that are published: those that a field has.
#[must_use]
pub fn cells(record: &impl Record) -> Vec<(String, Printed)> {
    let extra = record.extra();
    record.print().into_iter().filter(|(key, _)| !extra.contains_key(key)).collect()
}

/// What a public study leaves out of its study.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withheld {
    /// Reasons that experts wrote.
    pub arguments: usize,
    /// Answers whose day or language is left out.
    pub days: usize,
    /// Labels merged: countries, groups, sectors.
    pub merged: [usize; 3],
    /// Columns and keys that no part of a study reads: file and name.
    pub columns: BTreeSet<(String, String)>,
    /// Experts who, by country, group and sector together, stand among fewer than `privacy.min_group`.
    pub rare: usize,
}

/// Keys of a bibliography that say where a work stands, and are published though no field reads them.
const BIBLIOGRAPHIC: [&str; 16] = [
    "address",
    "chapter",
    "edition",
    "editor",
    "howpublished",
    "institution",
    "isbn",
    "issn",
    "language",
    "month",
    "number",
    "organization",
    "school",
    "series",
    "translator",
    "volume",
];

/// The study that may be published, and what it leaves out.
#[must_use]
pub fn public(study: &Study) -> (Study, Withheld) {
    let labels = Labels::of(study);
    let mut out = study.clone();
    let mut withheld = Withheld { merged: labels.merged, ..Withheld::default() };
    for key in std::mem::take(&mut out.frame.extra).into_keys() {
        withheld.columns.insert(("study.toml".to_owned(), key));
    }
    macro_rules! tables {
        ($($table:ident: $type:ident),+) => {$(
            for record in &mut out.$table {
                let file = <crate::records::$type as Record>::HOME.file();
                let kept = |key: &str| file == "sources.bib" && BIBLIOGRAPHIC.contains(&key);
                record.extra.retain(|key, _| {
                    let kept = kept(key);
                    if !kept {
                        withheld.columns.insert((file.to_owned(), key.clone()));
                    }
                    kept
                });
            }
        )+};
    }
    with_tables!(tables);
    out.experts = study.experts.iter().map(|expert| labels.published(expert)).collect();
    let mut alike = BTreeMap::<[&str; 3], usize>::new();
    for expert in &out.experts {
        *alike.entry(Label::ALL.map(|label| label.of(expert))).or_default() += 1;
    }
    withheld.rare = alike.values().filter(|count| **count < study.frame.min_group()).sum();
    let [countries, groups, sectors] = labels.merged.map(|n| i64::try_from(n).ok().filter(|n| *n > 0));
    out.frame.privacy.merged_countries = countries;
    out.frame.privacy.merged_groups = groups;
    out.frame.privacy.merged_sectors = sectors;
    for answer in &mut out.answers {
        if let Some(note) = answer.note.take() {
            withheld.arguments += usize::from(!note.argument.is_empty());
            withheld.days += usize::from(!note.at.is_empty());
            let kept = Note { confidence: note.confidence, ..Note::default() };
            answer.note = (kept != Note::default()).then(|| Box::new(kept));
        }
    }
    (out, withheld)
}

/// The rounds that a group answers as one: what it agrees on is nobody's own.
#[must_use]
pub fn shared(study: &Study) -> BTreeSet<&Id> {
    let agreed = |own: &Id| {
        let held = study.consultations.iter().find(|c| c.id == *own);
        matches!(held.and_then(|c| c.mode), Some(Mode::Consensus | Mode::Decision))
    };
    let rounds = study.rounds.iter().filter(|round| round.consultation.0.as_ref().is_some_and(agreed));
    rounds.map(|round| &round.id).collect()
}

/// Why a study may not be published.
#[must_use]
pub fn refusals(study: &Study) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for expert in &study.experts {
        let cells = [&expert.country, &expert.group, &expert.sector, &expert.argumentation];
        if cells.into_iter().any(|cell| cell.contains('@')) {
            let place = Place::file("panel.csv");
            out.push(
                Diagnostic::new(Code::NotPublishable, place).with("reason", "address").with("id", &expert.id),
            );
        }
    }
    let shared = shared(study);
    let people: BTreeSet<&Id> =
        study.answers.iter().filter(|a| !shared.contains(&a.round)).map(|a| &a.expert).collect();
    let min = study.frame.min_group();
    if !people.is_empty() && people.len() < min {
        let place = Place::file("study.toml");
        let diagnostic = Diagnostic::new(Code::NotPublishable, place).with("reason", "few");
        out.push(diagnostic.with("id", format!("{} < {min}", people.len())));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Answer, Question, Value};

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap_or_default()
    }

    fn panel(groups: &str) -> Study {
        let mut study = Study::default();
        for (index, group) in groups.chars().enumerate() {
            let group = group.to_string().replace('-', "");
            study.experts.push(Expert { id: id(&format!("E{index}")), group, ..Expert::default() });
        }
        study
    }

    #[test]
    fn small_groups_are_merged_and_join_a_larger_one_where_still_small() {
        let labels = |list: &str| list.chars().map(|c| c.to_string()).collect::<Vec<_>>();
        assert_eq!(merge_groups(&labels("aaaaabbbbb"), 5).len(), 2);
        assert_eq!(
            merge_groups(&labels("aaaaaabbb"), 5),
            vec![("other".to_owned(), (0..9).collect::<Vec<_>>())]
        );
        let merged = merge_groups(&labels("aaaaabbbccc"), 5);
        assert_eq!(merged[0], ("a".to_owned(), vec![0, 1, 2, 3, 4]));
        assert_eq!(merged[1].1.len(), 6);
        assert_eq!(merge_groups(&labels("ab"), 5), vec![("other".to_owned(), vec![0, 1])]);
    }

    #[test]
    fn publishing_twice_is_publishing_once() {
        for groups in ["aaaaaabbbcc", "aaaaabbbbbcc", "ab", "aaaaabbb--", "", "aaaaabbbbb"] {
            let mut study = panel(groups);
            study.experts.iter_mut().for_each(|e| {
                e.extra.insert("mail".to_owned(), "x".to_owned());
            });
            let (once, withheld) = public(&study);
            let (twice, nothing) = public(&once);
            assert_eq!(once, twice, "{groups}");
            assert_eq!(Labels::of(&study), Labels::of(&once), "{groups}");
            assert_eq!(withheld.merged, nothing.merged, "{groups}");
            assert!(nothing.columns.is_empty());
        }
        let (merged, withheld) = public(&panel("aaaaaabbbcc-"));
        assert_eq!(withheld.merged, [0, 2, 0]);
        assert_eq!(merged.experts[7].group, OTHER);
        assert_eq!(merged.experts[11].group, "");
        assert_eq!(merged.frame.privacy.merged_groups, Some(2));
    }

    #[test]
    fn what_people_wrote_is_left_out_and_what_they_answered_stays() {
        let mut study = panel("aaaaa");
        let question = Question::parse("importance/V1").ok();
        for (expert, question) in study.experts.iter().zip(std::iter::repeat(question).flatten()) {
            let note = Note {
                confidence: Some(0.5),
                argument: "because I say so".to_owned(),
                lang: "en".to_owned(),
                at: "2018-01-01".to_owned(),
            };
            let answer = Answer::new(expert.id.clone(), id("R1"), question, Value::Number(7.0));
            study.answers.push(answer.with(note));
        }
        let (out, withheld) = public(&study);
        assert_eq!((withheld.arguments, withheld.days), (5, 5));
        assert_eq!(out.answers.len(), 5);
        let kept = Note { confidence: Some(0.5), ..Note::default() };
        assert!(out.answers.iter().all(|a| a.note.as_deref() == Some(&kept)));
        assert!(refusals(&study).is_empty());
        study.answers.truncate(4);
        assert_eq!(refusals(&study).len(), 1);
        study.experts[0].sector = "ana@example.org".to_owned();
        assert_eq!(refusals(&study).len(), 2);
    }
}
