//! What a study does not have yet, stage by stage.

use super::*;

/// The kinds of records that a stage cannot do without.
const NEEDED: [Kind; 12] = [
    Kind::Evidence,
    Kind::Series,
    Kind::Expert,
    Kind::Variable,
    Kind::Actor,
    Kind::Factor,
    Kind::Axis,
    Kind::Scenario,
    Kind::Opportunity,
    Kind::Objective,
    Kind::Action,
    Kind::Indicator,
];

/// Families without which the items of a kind cannot be judged.
const ASKED: [(Kind, &str); 10] = [
    (Kind::Variable, "importance"),
    (Kind::Variable, "uncertainty"),
    (Kind::Variable, "influence"),
    (Kind::Scenario, "plausibility"),
    (Kind::Scenario, "desirability"),
    (Kind::Scenario, "feasibility"),
    (Kind::Opportunity, "score"),
    (Kind::Action, "importance"),
    (Kind::Action, "governability"),
    (Kind::Action, "robust"),
];

impl Check<'_> {
    pub(super) fn gaps(&mut self) {
        if self.study.frame.subject.is_empty() {
            self.report(Code::NoSubject, self.places.of_frame("subject"), &[]);
        }
        let lacks = self.study.frame.lacks().join(", ");
        if !lacks.is_empty() {
            self.report(Code::FrameLacks, self.places.of_frame("title"), &[("lacks", &lacks)]);
        }
        for kind in NEEDED.into_iter().filter(|kind| !self.any(*kind)).collect::<Vec<_>>() {
            self.report(Code::NoRecords, self.places.of_kind(kind), &[("kind", &kind.as_str())]);
        }
        if !self.any(Kind::Round) && !self.study.answers.is_empty() {
            let place = self.places.of_kind(Kind::Round);
            self.report(Code::NoRecords, place, &[("kind", &Kind::Round.as_str())]);
        }
        self.families();
        self.variables();
        self.scenarios();
        self.judgements();
        self.chain();
        self.undecided();
    }

    fn families(&mut self) {
        let mut answered: BTreeSet<(&str, Kind)> = BTreeSet::new();
        let mut last = None;
        for answer in &self.study.answers {
            if last == Some((answer.question.family.name, &answer.question.a)) {
                continue;
            }
            last = Some((answer.question.family.name, &answer.question.a));
            let family = answer.question.family;
            let kinds = family.kinds.first().copied().unwrap_or_default();
            let kind = kinds.iter().find(|kind| self.has(**kind, &answer.question.a));
            answered.extend(kind.map(|kind| (family.name, *kind)));
        }
        for (kind, family) in ASKED {
            let needed = self.any(kind) && (family != "robust" || self.any(Kind::Scenario));
            if needed && !answered.contains(&(family, kind)) {
                self.report(
                    Code::NoFamily,
                    self.places.of_kind(kind),
                    &[("family", &family), ("kind", &kind.as_str())],
                );
            }
        }
    }

    /// The strategic variables: those decided to be key, and those of the axes.
    fn strategic(&self) -> BTreeSet<&Id> {
        let decided = self.study.decisions.iter().filter(|d| d.about == Some(About::KeyVariables));
        let axes = self.study.axes.iter().filter_map(|axis| axis.variable.0.as_ref());
        let all = decided.flat_map(|d| &d.chosen.0).chain(axes);
        all.filter(|id| self.has(Kind::Variable, id)).collect()
    }

    fn variables(&mut self) {
        let study = self.study;
        let measured: BTreeSet<&Id> = study.indicators.iter().flat_map(|i| i.variables.iter()).collect();
        let built: BTreeSet<&Id> = study.actions.iter().filter_map(|a| a.variable.0.as_ref()).collect();
        let axes: BTreeSet<&Id> = study.axes.iter().filter_map(|axis| axis.variable.0.as_ref()).collect();
        let mut found = Vec::new();
        for id in self.strategic() {
            let named = study.variables.iter().any(|v| v.id == *id && !v.indicators.is_empty());
            let place = self.places.of(Kind::Variable, id, "id");
            if !named && !measured.contains(id) {
                found.push(Diagnostic::new(Code::NoIndicator, place.clone()).with("id", id));
            }
            // Actions build the determining variables: those of the axes, or the key ones where there are no axes yet.
            let determining = axes.is_empty() || axes.contains(id);
            if determining && self.any(Kind::Action) && !built.contains(id) {
                found.push(Diagnostic::new(Code::VariableWithoutAction, place).with("id", id));
            }
        }
        self.out.extend(found);
    }

    fn scenarios(&mut self) {
        let study = self.study;
        let attacked: BTreeSet<&Id> = study.wild_cards.iter().flat_map(|w| w.scenarios.iter()).collect();
        let with_states: BTreeSet<&str> = study.states.iter().map(|state| state.id.head()).collect();
        let strategic = self.strategic();
        let key: Vec<&str> = if strategic.is_empty() {
            with_states.iter().copied().collect()
        } else {
            strategic.iter().map(|id| id.as_str()).collect()
        };
        let mut found = Vec::new();
        let explored = |s: &&Scenario| matches!(s.kind, None | Some(ScenarioKind::Exploratory));
        for scenario in study.scenarios.iter().filter(explored) {
            let place = |field| self.places.of(Kind::Scenario, &scenario.id, field);
            if !attacked.contains(&scenario.id) {
                found.push(Diagnostic::new(Code::ScenarioUntested, place("id")).with("id", &scenario.id));
            }
            for variable in key.iter().filter(|v| !scenario.states.iter().any(|s| s.head() == **v)) {
                let diagnostic = Diagnostic::new(Code::StateMissing, place("states"));
                found.push(diagnostic.with("id", &scenario.id).with("variable", variable));
            }
        }
        self.out.extend(found);
    }

    /// Judgements on states that the last round which asked for some lacks: of states of the same variable none is asked.
    fn judgements(&mut self) {
        let study = self.study;
        let mut by_round: BTreeMap<&Id, BTreeSet<(&Id, &Id)>> = BTreeMap::new();
        for answer in study.answers.iter().filter(|a| a.question.family.name == "impact") {
            let Some(to) = &answer.question.b else { continue };
            let of = by_round.entry(&answer.round).or_default();
            if !matches!(answer.value, Value::NoOpinion | Value::Blank) {
                of.insert((&answer.question.a, to));
            }
        }
        let closed = |id: &Id| {
            let round = study.rounds.iter().find(|round| round.id == *id);
            round.map(|round| (round.closed.clone(), round.number.unwrap_or(1)))
        };
        let Some((_, judged)) = by_round
            .into_iter()
            .max_by(|(a, _), (b, _)| closed(a).cmp(&closed(b)).then_with(|| a.natural_cmp(b)))
        else {
            return;
        };
        let variables: BTreeSet<&str> = judged.iter().flat_map(|(a, b)| [a.head(), b.head()]).collect();
        let sizes: Vec<usize> = variables
            .iter()
            .map(|variable| study.states.iter().filter(|state| state.id.head() == *variable).count())
            .collect();
        let all: usize = sizes.iter().sum();
        let asked = all * all - sizes.iter().map(|n| n * n).sum::<usize>();
        let given = judged.iter().filter(|(a, b)| a.head() != b.head()).count();
        if given < asked {
            let args: [(&'static str, &dyn std::fmt::Display); 2] =
                [("count", &(asked - given)), ("cells", &asked)];
            self.report(Code::NotJudged, self.places.of_kind(Kind::State), &args);
        }
    }

    /// The chain vision, objective, action, indicator.
    fn chain(&mut self) {
        let study = self.study;
        let mut found = Vec::new();
        for indicator in &study.indicators {
            let mut lacks = Vec::new();
            if indicator.baseline.is_none() {
                lacks.push("baseline");
            }
            if indicator.target.is_none() {
                lacks.push("target");
            }
            if indicator.publisher.is_empty() && indicator.series.0.is_none() && indicator.sources.is_empty()
            {
                lacks.push("source");
            }
            if indicator.responsible.is_empty() {
                lacks.push("responsible");
            }
            if !lacks.is_empty() {
                let place = self.places.of(Kind::Indicator, &indicator.id, "id");
                let diagnostic = Diagnostic::new(Code::IncompleteIndicator, place).with("id", &indicator.id);
                found.push(diagnostic.with("lacks", lacks.join(", ")));
            }
        }
        let measured: BTreeSet<&Id> = study.indicators.iter().flat_map(|i| i.objectives.iter()).collect();
        let aims = study.objectives.iter().filter(|aim| aim.kind != Some(AimKind::Vision));
        for aim in aims.filter(|aim| !measured.contains(&aim.id)) {
            let place = self.places.of(Kind::Objective, &aim.id, "id");
            found.push(Diagnostic::new(Code::ObjectiveWithoutIndicator, place).with("id", &aim.id));
        }
        self.out.extend(found);
    }

    /// What a rule proposes and nobody decided.
    fn undecided(&mut self) {
        let asked = |family: &str| self.study.answers.iter().any(|a| a.question.family.name == family);
        let proposed = [
            (About::KeyVariables, self.any(Kind::Variable) && asked("influence")),
            (About::Axes, self.any(Kind::Axis)),
            (About::Bet, self.any(Kind::Scenario) && asked("plausibility")),
            (About::Actions, self.any(Kind::Action) && asked("governability")),
        ];
        for (about, open) in proposed {
            if open && !self.study.decisions.iter().any(|decision| decision.about == Some(about)) {
                let place = self.places.of_kind(Kind::Decision);
                let word = crate::choice::Choice::as_str(about);
                self.report(Code::NotDecided, place, &[("about", &word)]);
            }
        }
    }
}
