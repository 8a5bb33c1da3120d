//! What holds between records: ids that exist, translations, dates, the chain from aim to indicator.
//!
//! Pure: a study and where it was written go in, diagnostics come out. What can be told of a file on its own (dialects,
//! scales, duplicates) is told by its reader.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Code, Diagnostic, Family, Id, Kind, Lang, Place, Question, Record, Study, Text, Value,
    answer::wording,
    choice::{About, AimKind, Mode, ScenarioKind},
    field::{Printed, Reference},
    records::*,
    study::{Places, parse_scale},
};

mod gaps;

/// The ids of a study by kind.
pub(crate) type Ids<'a> = BTreeMap<Kind, BTreeSet<&'a Id>>;

/// An unknown id: the end of the question at which it stands, the id, and what it was probably meant to be.
type Unknown = (usize, Id, Kind);

/// What every record shows of itself.
struct Facts<'a> {
    kind: Kind,
    id: &'a Id,
    refs: Vec<Reference<'a>>,
    texts: Vec<(String, &'a Text)>,
    dates: Vec<(&'static str, String)>,
}

/// Fields that hold a date, of the records and of the frame.
pub const DATES: [&str; 7] = ["date", "opened", "closed", "verified_on", "accessed", "cutoff", "as_of"];

macro_rules! facts {
    ($($table:ident: $type:ident),+) => {
        fn facts(study: &Study) -> Vec<Facts<'_>> {
            let mut all = Vec::new();
            $(
                let dates: Vec<&'static str> =
                    $type::fields().iter().map(|(name, _, _)| *name).filter(|n| DATES.contains(n)).collect();
                all.extend(study.$table.iter().map(|record| Facts {
                    kind: $type::KIND,
                    id: record.id(),
                    refs: record.refs(),
                    texts: record.texts(),
                    dates: dates_of(record, &dates),
                }));
            )+
            all
        }

        /// The wording of the item with this id, of one of these kinds: name and definition in both languages.
        #[must_use]
        pub fn wording_of(study: &Study, kinds: &[Kind], id: &str) -> Option<String> {
            $(if kinds.contains(&$type::KIND)
                && let Some(record) = study.$table.iter().find(|record| record.id() == &id)
            {
                let texts = record.texts();
                let empty = Text::default();
                let text = |key: &str| texts.iter().find(|(k, _)| k == key).map_or(&empty, |(_, t)| *t);
                return Some(wording(text("name"), text("definition")));
            })+
            None
        }
    };
}
crate::with_tables!(facts);

fn dates_of<T: Record>(record: &T, names: &[&'static str]) -> Vec<(&'static str, String)> {
    if names.is_empty() {
        return Vec::new();
    }
    let printed = record.print();
    let value = |name: &str| {
        printed.iter().find_map(|(key, value)| match value {
            Printed::Text(text) if key == name => Some(text.clone()),
            _ => None,
        })
    };
    names.iter().filter_map(|name| Some((*name, value(name)?))).collect()
}

/// Everything that is wrong between the records of a study, or missing in it. `hash` is the hash of a wording that
/// `consult/rounds.toml` keeps; the model computes none itself.
#[must_use]
pub fn check(study: &Study, places: &Places, hash: &dyn Fn(&str) -> String) -> Vec<Diagnostic> {
    let facts = facts(study);
    let mut ids = Ids::new();
    for fact in &facts {
        ids.entry(fact.kind).or_default().insert(fact.id);
    }
    let mut check = Check { study, places, ids, out: Vec::new() };
    check.frame();
    check.years();
    for fact in &facts {
        check.references(fact);
        check.dates(fact);
    }
    check.translations(&facts);
    check.names(&facts);
    check.states_and_scenarios();
    check.decisions();
    check.answers();
    check.panel();
    check.series();
    check.rounds(hash);
    check.cycles();
    check.gaps();
    let mut out = check.out;
    out.sort_by(|a, b| (&a.place, a.code, &a.args).cmp(&(&b.place, b.code, &b.args)));
    out.dedup();
    out
}

pub(crate) struct Check<'a> {
    pub(crate) study: &'a Study,
    pub(crate) places: &'a Places,
    pub(crate) ids: Ids<'a>,
    pub(crate) out: Vec<Diagnostic>,
}

impl Check<'_> {
    pub(crate) fn has(&self, kind: Kind, id: &Id) -> bool {
        self.ids.get(&kind).is_some_and(|set| set.contains(id))
    }

    pub(crate) fn any(&self, kind: Kind) -> bool {
        self.ids.contains_key(&kind)
    }

    pub(crate) fn report(
        &mut self,
        code: Code,
        place: Place,
        args: &[(&'static str, &dyn std::fmt::Display)],
    ) {
        let diagnostic = Diagnostic::new(code, place);
        self.out.push(args.iter().fold(diagnostic, |d, (name, value)| d.with(name, value)));
    }

    fn frame(&mut self) {
        let frame = &self.study.frame;
        let years = (frame.base_year, frame.horizon);
        if let (Some(base), Some(horizon)) = years
            && horizon <= base
        {
            let place = self.places.of_frame("horizon");
            self.report(Code::HorizonBeforeBase, place, &[("base", &base), ("horizon", &horizon)]);
        }
        if let Some(horizon) = frame.horizon
            && horizon.saturating_sub(frame.base_year.unwrap_or(2000)) > 200
        {
            self.report(Code::FarHorizon, self.places.of_frame("horizon"), &[("horizon", &horizon)]);
        }
        for period in &frame.periods {
            let inside = |(from, to)| {
                let after = years.0.is_none_or(|base| from >= base);
                after && years.1.is_none_or(|horizon| to <= horizon)
            };
            if !Frame::period_years(period).is_some_and(inside) {
                self.report(Code::BadPeriod, self.places.of_frame("periods"), &[("text", period)]);
            }
        }
        for (key, date) in [("cutoff", &frame.cutoff), ("as_of", &frame.as_of)] {
            if !date.is_empty() && !is_date(date) {
                self.report(Code::NotADate, self.places.of_frame(key), &[("text", date)]);
            }
        }
        for language in frame.languages.iter().filter(|l| Lang::parse(l).is_none()) {
            let place = self.places.of_frame("languages");
            self.report(Code::NotAChoice, place, &[("text", language), ("allowed", &"es, en")]);
        }
        for (name, text) in &frame.scales {
            let place = self.places.of_frame(&format!("scales.{name}"));
            if Family::find(name).is_none() {
                self.report(Code::UnknownQuestion, place, &[("text", name)]);
            } else if parse_scale(text).is_none() {
                self.report(Code::NotAChoice, place, &[("text", text), ("allowed", &"min..max")]);
            }
        }
    }

    /// The years of actions and milestones, between themselves and within the study.
    fn years(&mut self) {
        let (study, places) = (self.study, self.places);
        let beyond = |kind: Kind, id: &Id, field: &str, year: Option<i64>| {
            let horizon = study.frame.horizon?;
            let to = year.filter(|year| *year > horizon)?;
            let told = Diagnostic::new(Code::BeyondHorizon, places.of(kind, id, field)).with("id", id);
            Some(told.with("kind", kind.as_str()).with("to", to).with("horizon", horizon))
        };
        for milestone in &study.milestones {
            self.out.extend(beyond(Kind::Milestone, &milestone.id, "year", milestone.year));
        }
        for action in &study.actions {
            let (field, last) =
                if action.to > action.from { ("to", action.to) } else { ("from", action.from) };
            self.out.extend(beyond(Kind::Action, &action.id, field, last));
            let Some(from) = action.from else { continue };
            let wrong = |code, field| {
                Diagnostic::new(code, places.of(Kind::Action, &action.id, field)).with("from", from)
            };
            if let Some(to) = action.to.filter(|to| *to < from) {
                self.out.push(wrong(Code::ActionYears, "to").with("to", to));
            }
            for other in action.after.iter() {
                let first = study.actions.iter().find(|own| own.id == *other).and_then(|own| own.from);
                if let Some(first) = first.filter(|first| *first > from) {
                    let told = wrong(Code::ActionTooEarly, "after").with("id", &action.id);
                    self.out.push(told.with("other", other).with("to", first));
                }
            }
        }
    }

    fn references(&mut self, fact: &Facts<'_>) {
        for reference in &fact.refs {
            if self.has(reference.kind, reference.id) {
                continue;
            }
            let place = self.places.of(fact.kind, fact.id, &reference.key);
            if reference.key == "responsible" {
                let args: [(&'static str, &dyn std::fmt::Display); 2] =
                    [("id", fact.id), ("name", reference.id)];
                self.report(Code::ResponsibleUnknown, place, &args);
            } else {
                self.unknown(place, reference.id, reference.kind);
            }
        }
    }

    fn unknown(&mut self, place: Place, id: &Id, kind: Kind) {
        self.report(Code::UnknownId, place, &[("id", id), ("kind", &kind.as_str())]);
    }

    fn dates(&mut self, fact: &Facts<'_>) {
        for (key, date) in &fact.dates {
            if !is_date(date) {
                let place = self.places.of(fact.kind, fact.id, key);
                self.report(Code::NotADate, place, &[("text", date)]);
            }
        }
    }

    /// A text written on one side only, where the study declares the other language.
    fn translations(&mut self, facts: &[Facts<'_>]) {
        let declared: Vec<Lang> =
            self.study.frame.languages.iter().filter_map(|code| Lang::parse(code)).collect();
        let missing = |text: &Text| {
            let lacks = declared.iter().copied().find(|lang| text.side(*lang).is_empty());
            lacks.filter(|_| !text.is_empty())
        };
        for (key, text) in self.study.frame.texts() {
            if let Some(lang) = missing(text) {
                let place = self.places.of_frame(&format!("{key}.{}", lang.other().code()));
                self.report(Code::MissingTranslation, place, &[("field", &key), ("lang", &lang.code())]);
            }
        }
        for fact in facts {
            for (key, text) in &fact.texts {
                if let Some(lang) = missing(text) {
                    let written = format!("{key}.{}", lang.other().code());
                    let place = self.places.of(fact.kind, fact.id, &written);
                    self.report(Code::MissingTranslation, place, &[("field", key), ("lang", &lang.code())]);
                }
            }
        }
    }

    /// Records that a report could only call by their ids.
    fn names(&mut self, facts: &[Facts<'_>]) {
        for fact in facts {
            // An axis is called by its variable.
            let own = fact.kind != Kind::Axis;
            if own && fact.texts.iter().any(|(key, name)| key == "name" && name.is_empty()) {
                let place = self.places.of(fact.kind, fact.id, "id");
                self.report(Code::NoName, place, &[("kind", &fact.kind.as_str()), ("id", fact.id)]);
            }
        }
    }

    fn states_and_scenarios(&mut self) {
        let study = self.study;
        for state in &study.states {
            let variable = Id::parse(state.id.head());
            if let Some(variable) = variable.filter(|v| !self.has(Kind::Variable, v)) {
                self.unknown(self.places.of(Kind::State, &state.id, "id"), &variable, Kind::Variable);
            }
        }
        let axes = study.axes.len();
        for scenario in study.scenarios.iter().filter(|s| !s.corner.is_empty()) {
            let marks = scenario.corner.chars().all(|c| matches!(c, '+' | '-'));
            if !marks || (axes > 0 && scenario.corner.len() != axes) {
                let place = self.places.of(Kind::Scenario, &scenario.id, "corner");
                let args: [(&'static str, &dyn std::fmt::Display); 2] =
                    [("text", &scenario.corner), ("allowed", &"++, +-, -+, --")];
                self.report(Code::NotAChoice, place, &args);
            }
        }
    }

    fn decisions(&mut self) {
        for decision in &self.study.decisions {
            let kinds: &[Kind] = match decision.about {
                Some(About::KeyVariables) => &[Kind::Variable],
                Some(About::Axes) => &[Kind::Axis, Kind::Variable],
                Some(About::Bet) => &[Kind::Scenario],
                Some(About::Actions) => &[Kind::Action],
                Some(About::Gate) | None => continue,
            };
            let fields = [
                ("chosen", &decision.chosen),
                ("proposed", &decision.proposed),
                ("alternatives", &decision.alternatives),
            ];
            for (key, list) in fields {
                for id in &list.0 {
                    if !kinds.iter().any(|kind| self.has(*kind, id)) {
                        let place = self.places.of(Kind::Decision, &decision.id, key);
                        self.unknown(place, id, kinds[0]);
                    }
                }
            }
        }
    }

    /// Experts, rounds and items of the answers; each unknown one is told once a file, where it stands first.
    fn answers(&mut self) {
        let study = self.study;
        let mut unknown: BTreeMap<(Code, String, Kind, String), Place> = BTreeMap::new();
        let mut add = |code: Code, id: &Id, kind: Kind, place: Place| {
            let key = (code, id.to_string(), kind, place.file.to_string());
            unknown
                .entry(key)
                .and_modify(|first| {
                    if place < *first {
                        *first = place.clone();
                    }
                })
                .or_insert(place);
        };
        let (panel, rounds) = (self.any(Kind::Expert), self.any(Kind::Round));
        let grouped: BTreeSet<&Id> = grouped_rounds(study);
        let mut last: Option<(&Question, Vec<Unknown>)> = None;
        let mut ambiguous: BTreeSet<(&Id, Kind, Kind)> = BTreeSet::new();
        for (index, answer) in study.answers.iter().enumerate() {
            let place = |part| self.places.of_answer(index, part);
            if panel && !self.has(Kind::Expert, &answer.expert) && !grouped.contains(&answer.round) {
                add(Code::UnknownId, &answer.expert, Kind::Expert, place(0));
            }
            if rounds && !self.has(Kind::Round, &answer.round) {
                add(Code::UnknownRound, &answer.round, Kind::Round, place(1));
            }
            if last.as_ref().is_none_or(|(question, _)| **question != answer.question) {
                last = Some((&answer.question, self.unknown_items(&answer.question)));
                ambiguous.extend(self.ambiguous_items(&answer.question));
            }
            for (end, id, kind) in last.iter().flat_map(|(_, items)| items) {
                let place = place(2);
                // In a matrix it stands at the head of its row or column.
                let label = self.places.labels.get(&(place.file.clone(), id.clone(), *end)).cloned();
                add(Code::UnknownId, id, *kind, label.unwrap_or(place));
            }
        }
        for (id, first, second) in ambiguous {
            let (first, place) = (self.places.of(first, id, "id"), self.places.of(second, id, "id"));
            self.report(Code::DuplicateId, place, &[("id", id), ("first", &first)]);
        }
        for ((code, id, kind, _), place) in unknown {
            match code {
                Code::UnknownRound => self.report(code, place, &[("id", &id)]),
                _ => self.report(code, place, &[("id", &id), ("kind", &kind.as_str())]),
            }
        }
    }

    /// Ids that two kinds of records share where a family asks of both: nobody can tell which was meant.
    fn ambiguous_items<'q>(&self, question: &'q Question) -> Vec<(&'q Id, Kind, Kind)> {
        let ids = std::iter::once(&question.a).chain(&question.b);
        let shared = ids.zip(question.family.kinds).filter_map(|(id, kinds)| {
            let mut found = kinds.iter().copied().filter(|kind| self.has(*kind, id));
            Some((id, found.next()?, found.next()?))
        });
        shared.collect()
    }

    fn unknown_items(&self, question: &Question) -> Vec<Unknown> {
        let ids = std::iter::once(&question.a).chain(&question.b);
        let missing = ids
            .zip(question.family.kinds)
            .enumerate()
            .filter(|(_, (id, kinds))| !kinds.iter().any(|kind| self.has(*kind, id)));
        missing.map(|(end, (id, kinds))| (end, id.clone(), self.likely_kind(id, kinds))).collect()
    }

    /// The kind that an unknown id was probably meant to be: the one whose ids start with the same letters.
    fn likely_kind(&self, id: &Id, kinds: &[Kind]) -> Kind {
        fn letters(id: &Id) -> &str {
            id.as_str().trim_end_matches(|c: char| c.is_ascii_digit())
        }
        let alike = kinds.iter().find(|kind| {
            self.ids.get(kind).is_some_and(|set| set.iter().any(|other| letters(other) == letters(id)))
        });
        alike.or(kinds.first()).copied().unwrap_or(Kind::Variable)
    }

    /// What experts say of themselves.
    fn panel(&mut self) {
        for expert in &self.study.experts {
            let place = |key: &str| self.places.of(Kind::Expert, &expert.id, key);
            let mut found = Vec::new();
            if let Some(knowledge) = expert.knowledge.filter(|k| !(0.0..=10.0).contains(k)) {
                let diagnostic = Diagnostic::new(Code::OutOfScale, place("knowledge"));
                found.push(diagnostic.with("value", knowledge).with("scale", "0..10"));
            }
            let letters = || expert.argumentation.chars().filter(|c| c.is_alphanumeric());
            let table = letters().count() == 6 && letters().all(|c| "AMBamb".contains(c));
            if !expert.argumentation.is_empty() && !table {
                let diagnostic = Diagnostic::new(Code::NotArgumentation, place("argumentation"));
                found.push(diagnostic.with("text", &expert.argumentation));
            }
            let country = &expert.country;
            let is_code = country.len() == 3 && country.bytes().all(|b| b.is_ascii_uppercase());
            if !country.is_empty() && !is_code {
                found.push(Diagnostic::new(Code::NotACountry, place("country")).with("text", country));
            }
            self.out.extend(found);
        }
    }

    fn series(&mut self) {
        let mut told = BTreeSet::new();
        for (index, seen) in self.study.observations.iter().enumerate() {
            if !self.has(Kind::Series, &seen.series) && told.insert(&seen.series) {
                let place = self.places.observations.get(index).cloned().unwrap_or_default();
                self.unknown(place, &seen.series, Kind::Series);
            }
        }
    }

    /// Who was invited and who answered, families, wordings.
    fn rounds(&mut self, hash: &dyn Fn(&str) -> String) {
        let study = self.study;
        let mut answered: BTreeMap<&Id, BTreeMap<&Id, usize>> = BTreeMap::new();
        for (index, answer) in study.answers.iter().enumerate() {
            answered.entry(&answer.round).or_default().entry(&answer.expert).or_insert(index);
        }
        let grouped = grouped_rounds(study);
        for round in &study.rounds {
            let place = |key: &str| self.places.of(Kind::Round, &round.id, key);
            let mut found = Vec::new();
            for family in round.families.iter().filter(|name| Family::find(name).is_none()) {
                found.push(Diagnostic::new(Code::UnknownQuestion, place("families")).with("text", family));
            }
            // A month or a year is as good as any day in it.
            let same = round.opened.len().min(round.closed.len());
            let dated = is_date(&round.opened) && is_date(&round.closed);
            if dated && round.closed.get(..same) < round.opened.get(..same) {
                let reversed = Diagnostic::new(Code::RoundDates, place("closed"));
                found.push(reversed.with("opened", &round.opened).with("closed", &round.closed));
            }
            if let Some(who) = answered.get(&round.id).filter(|_| !grouped.contains(&round.id)) {
                let silent = round.invited.iter().filter(|id| !who.contains_key(id));
                for id in silent.filter(|id| self.has(Kind::Expert, id)) {
                    let diagnostic = Diagnostic::new(Code::NoAnswers, place("invited"));
                    found.push(diagnostic.with("id", id).with("round", &round.id));
                }
                let others =
                    who.iter().filter(|(id, _)| !round.invited.is_empty() && !round.invited.contains(id));
                for (id, index) in others.filter(|(id, _)| self.has(Kind::Expert, id)) {
                    let place = self.places.of_answer(*index, 0);
                    found.push(
                        Diagnostic::new(Code::NotInvited, place).with("id", id).with("round", &round.id),
                    );
                }
            }
            let kinds: Vec<Kind> = round
                .families
                .iter()
                .filter_map(|name| Family::find(name))
                .flat_map(|family| family.kinds.iter().copied().flatten().copied())
                .collect();
            let kinds = if kinds.is_empty() { Kind::ALL.to_vec() } else { kinds };
            for (item, kept) in &round.wording {
                let key = format!("wording.{item}");
                let id = item.rsplit('/').next().unwrap_or_default();
                match wording_of(study, &kinds, id) {
                    Some(text) if hash(&text) != *kept => found.push(
                        Diagnostic::new(Code::WordingChanged, place(&key))
                            .with("id", id)
                            .with("round", &round.id),
                    ),
                    Some(_) => {}
                    None => found.push(
                        Diagnostic::new(Code::UnknownId, place(&key))
                            .with("id", id)
                            .with("kind", kinds.first().copied().unwrap_or(Kind::Variable).as_str()),
                    ),
                }
            }
            self.out.extend(found);
        }
        // Where no round says who was invited, everybody of the panel was.
        let all: BTreeSet<&Id> = answered.values().flat_map(|who| who.keys().copied()).collect();
        if !all.is_empty() && study.rounds.iter().all(|round| round.invited.is_empty()) {
            let rounds = study.rounds.iter().map(|r| r.id.as_str()).collect::<Vec<_>>().join(", ");
            for expert in study.experts.iter().filter(|expert| !all.contains(&expert.id)) {
                let place = self.places.of(Kind::Expert, &expert.id, "id");
                self.report(Code::NoAnswers, place, &[("id", &expert.id), ("round", &rounds)]);
            }
        }
    }

    fn cycles(&mut self) {
        let study = self.study;
        let components = study.components.iter().map(|c| (&c.id, c.parent.0.iter().collect()));
        self.cycle(Kind::Component, "parent", components.collect());
        let objectives = study.objectives.iter().map(|o| (&o.id, o.parent.0.iter().collect()));
        self.cycle(Kind::Objective, "parent", objectives.collect());
        let actions = study.actions.iter().map(|a| (&a.id, a.after.iter().collect()));
        self.cycle(Kind::Action, "after", actions.collect());
    }

    /// Reports each closed chain once, at its first id.
    fn cycle(&mut self, kind: Kind, key: &str, edges: BTreeMap<&Id, Vec<&Id>>) {
        let reach = |from: &Id| {
            let mut seen = BTreeSet::new();
            let mut open: Vec<&Id> = edges.get(from).into_iter().flatten().copied().collect();
            while let Some(id) = open.pop() {
                if seen.insert(id) {
                    open.extend(edges.get(id).into_iter().flatten().copied());
                }
            }
            seen
        };
        let mut told: BTreeSet<&Id> = BTreeSet::new();
        for id in edges.keys().copied() {
            if told.contains(id) {
                continue;
            }
            let reached = reach(id);
            if reached.contains(id) {
                self.report(Code::Cycle, self.places.of(kind, id, key), &[("id", id)]);
                told.extend(reached.iter().copied().filter(|other| reach(other).contains(id)));
            }
        }
    }
}

/// Rounds answered by a group as one, whose "expert" need be nobody of the panel.
#[must_use]
pub fn grouped_rounds(study: &Study) -> BTreeSet<&Id> {
    let mode = |round: &Round| {
        let id = round.consultation.0.as_ref();
        study.consultations.iter().find(|c| Some(&c.id) == id).and_then(|c| c.mode)
    };
    let grouped = |round: &&Round| matches!(mode(round), Some(Mode::Consensus | Mode::Decision));
    study.rounds.iter().filter(grouped).map(|round| &round.id).collect()
}

/// Whether a text is a date `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of the calendar.
#[must_use]
pub fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |index: usize, digits: usize| {
        let part = parts.get(index)?;
        (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<u32>().ok())?
    };
    let Some(year) = number(0, 4) else { return false };
    if parts.len() == 1 {
        return true;
    }
    let Some(month) = number(1, 2).filter(|m| (1..=12).contains(m)) else { return false };
    if parts.len() == 2 {
        return true;
    }
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    parts.len() == 3 && number(2, 2).is_some_and(|day| (1..=days).contains(&day))
}

/// A date as people of the region write it, day first (`31/12/2025`, `31-12-2025`, `12/2025`), as the study keeps it;
/// nothing where it is none.
#[must_use]
pub fn day_first(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.trim().split(['/', '-', '.']).collect();
    let date = match parts[..] {
        [day, month, year] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        [month, year] if year.len() == 4 => format!("{year}-{month:0>2}"),
        _ => return None,
    };
    is_date(&date).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_may_come_first() {
        let read = |text| day_first(text).unwrap_or_default();
        assert_eq!(read("31/12/2025"), "2025-12-31");
        assert_eq!(read(" 1.2.2018 "), "2018-02-01");
        assert_eq!(read("6/2018"), "2018-06");
        for none in ["31/13/2025", "2018-02-03", "30/2/2018", "31/12/25", "", "mayo/2018", "1/2/3/2018"] {
            assert_eq!(day_first(none), None, "{none}");
        }
    }

    #[test]
    fn dates_are_of_the_calendar() {
        for good in ["2018", "2018-02", "2016-02-29", "2000-02-29"] {
            assert!(is_date(good), "{good}");
        }
        for bad in ["", "18", "2018-13", "2018-2", "2018-02-29", "1900-02-29", "2018/02/01", "2018-01-01-01"]
        {
            assert!(!is_date(bad), "{bad}");
        }
    }
}
