//! What a finding rests on, in words: the fold of the page and the annex.

use std::collections::BTreeMap;

use atalaya_analysis::findings::Input;

use super::Book;
use crate::{
    doc::{Fact, Trace},
    rich::{Inline, Rich},
};

/// Sources or inputs that a trace names before it counts the rest.
const NAMED: usize = 6;

impl<'a> Book<'a> {
    /// Rules by their names, with their values.
    #[must_use]
    pub fn rules(&self, rules: &BTreeMap<String, String>) -> String {
        let said = rules.iter().map(|(name, value)| {
            let key = format!("rule-name-{name}");
            let name = if self.words.has(&key) { self.t(&key) } else { name.clone() };
            format!("{name}: {}", self.words.rule_value(key.trim_start_matches("rule-name-"), value))
        });
        said.collect::<Vec<_>>().join("; ")
    }

    /// The lists of rules that several findings share, in the order in which they are met.
    #[must_use]
    pub fn rule_sets(&self) -> Vec<&'a BTreeMap<String, String>> {
        let mut out: Vec<&BTreeMap<String, String>> = Vec::new();
        let all = || self.findings.trace.values().map(|input| &input.rules);
        for rules in all().filter(|rules| rules.len() > 3) {
            if !out.contains(&rules) && all().filter(|own| *own == rules).count() > 1 {
                out.push(rules);
            }
        }
        out
    }

    fn has_rules(&self) -> bool {
        !self.findings.frame.rules.is_empty()
    }

    /// What a pattern of the trace asks for, in words.
    fn pattern(&self, pattern: &str) -> String {
        let Some((head, _)) = pattern.split_once('/') else { return pattern.to_owned() };
        let keys = [format!("family-{head}"), format!("kinds-{head}")];
        match keys.iter().find(|key| self.words.has(key)) {
            Some(key) => self.t(key),
            None => pattern.to_owned(),
        }
    }

    /// A node of the trace, for the fold and the annex.
    pub(super) fn trace(&self, key: &str, input: &Input) -> Trace {
        let mut facts = Vec::new();
        let mut add = |label: &str, value: String| {
            if !value.is_empty() {
                facts.push(Fact::new(self.t(label), Rich::from(value)));
            }
        };
        let named = |prefix: &str, word: &str| {
            let key = format!("{prefix}-{word}");
            if self.words.has(&key) { self.t(&key) } else { word.to_owned() }
        };
        add("trace-method", named("method", &input.method));
        if !input.convention.is_empty() {
            add("trace-convention", named("convention", &input.convention));
        }
        for query in &input.answers {
            let args = [
                ("query", self.pattern(&query.query).into()),
                ("round", query.round.as_str().into()),
                ("answers", self.words.int(query.answers as i64).into()),
                ("abstained", query.abstained.into()),
                ("experts", query.experts.into()),
                ("hash", query.hash.as_str().into()),
            ];
            add("trace-answers", self.say("trace-answers-value", &args));
        }
        let set = self.rule_sets().iter().position(|rules| **rules == input.rules);
        match set {
            Some(set) => add("trace-rules", self.say("trace-rule-set", &[("number", (set + 1).into())])),
            None if input.rules == self.findings.frame.rules && self.has_rules() => {
                let all = Rich::from(Inline::Ref("rules".to_owned()));
                facts.push(Fact::new(self.t("trace-rules"), all));
            }
            None => add("trace-rules", self.rules(&input.rules)),
        }
        let mut add = |label: &str, value: String| {
            if !value.is_empty() {
                facts.push(Fact::new(self.t(label), Rich::from(value)));
            }
        };
        let records: Vec<String> = input.records.iter().map(|record| self.pattern(record)).collect();
        add("trace-records", records.join(", "));
        add("trace-provenance", named("provenance", &input.provenance));
        add("trace-hash", input.hash.clone());
        for (label, anchors) in [("trace-source", &input.sources), ("trace-input", &input.inputs)] {
            let mut list = Rich::default();
            // A wall of names hides what it names: beyond a few their number says more.
            let shown = if anchors.len() > NAMED + 1 { NAMED } else { anchors.len() };
            for anchor in &anchors[..shown] {
                let comma = if list.is_empty() { "" } else { "; " };
                list = list.and(comma).refer(anchor.as_str());
            }
            if shown < anchors.len() {
                let args = [("n", (anchors.len() - shown).into()), ("all", anchors.len().into())];
                list = list.and(" ").and(self.say("trace-more", &args));
            }
            if !list.is_empty() {
                facts.push(Fact::new(self.t(label), list));
            }
        }
        let mut parts = key.split('.').skip(1);
        let title = match (key.split('.').next(), parts.next(), parts.next()) {
            (Some("consult"), Some(round), Some(family)) => {
                let round = self.round(round).unwrap_or_else(|| round.to_owned());
                let args = [("round", round.into()), ("family", named("family", family).into())];
                self.say("trace-consultation", &args)
            }
            _ => named("node", &key.replace('.', "-")),
        };
        Trace { id: key.to_owned(), title, facts }
    }
}
