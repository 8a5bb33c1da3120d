//! What the records of a study are called: their names in a language and the short labels of pictures.

use std::collections::BTreeMap;

use atalaya_model::{Kind, Lang, Record, Study, Text, with_tables};

/// The names of a study's records.
#[derive(Clone, Debug, Default)]
pub struct Names {
    names: BTreeMap<(Kind, String), (String, String)>,
}

impl Names {
    /// The names of a study in a language; a missing translation falls back on the other language.
    #[must_use]
    pub fn of(study: &Study, lang: Lang) -> Self {
        let mut names = BTreeMap::new();
        macro_rules! collect {
            ($($table:ident: $type:ident),+) => {$(
                for record in &study.$table {
                    let texts = record.texts();
                    let name = texts.iter().find(|(key, _)| key == "name").map(|(_, text)| text.get(lang));
                    let entry = (String::new(), name.unwrap_or_default().to_owned());
                    names.insert((<atalaya_model::records::$type as Record>::KIND, record.id().to_string()), entry);
                }
            )+};
        }
        with_tables!(collect);
        let mut own = Self { names };
        for variable in &study.variables {
            own.code(Kind::Variable, variable.id.as_str(), &variable.code);
        }
        for actor in &study.actors {
            own.code(Kind::Actor, actor.id.as_str(), &actor.code);
        }
        for scenario in &study.scenarios {
            own.code(Kind::Scenario, scenario.id.as_str(), &scenario.code);
        }
        for stake in &study.stakes {
            own.code(Kind::Stake, stake.id.as_str(), &stake.code);
        }
        for hypothesis in &study.hypotheses {
            own.code(Kind::Hypothesis, hypothesis.id.as_str(), &hypothesis.code);
        }
        for policy in &study.policies {
            own.code(Kind::Policy, policy.id.as_str(), &policy.code);
        }
        for axis in &study.axes {
            // An axis without a name of its own is called like its variable.
            let key = (Kind::Axis, axis.id.to_string());
            let variable =
                axis.variable.0.as_ref().map(|id| own.name(Kind::Variable, id.as_str()).to_owned());
            if let (Some(entry), Some(variable)) = (own.names.get_mut(&key), variable)
                && entry.1.is_empty()
            {
                entry.1 = variable;
            }
        }
        own
    }

    fn code(&mut self, kind: Kind, id: &str, code: &str) {
        if let Some(entry) = self.names.get_mut(&(kind, id.to_owned())) {
            code.clone_into(&mut entry.0);
        }
    }

    /// The name of a record; its id where it has none.
    #[must_use]
    pub fn name<'a>(&'a self, kind: Kind, id: &'a str) -> &'a str {
        match self.names.get(&(kind, id.to_owned())) {
            Some((_, name)) if !name.is_empty() => name,
            _ => id,
        }
    }

    /// The label of a record on pictures: its code, or its id.
    #[must_use]
    pub fn label<'a>(&'a self, kind: Kind, id: &'a str) -> &'a str {
        match self.names.get(&(kind, id.to_owned())) {
            Some((code, _)) if !code.is_empty() => code,
            _ => id,
        }
    }

    /// Label and name: `V3 Vinculación universidad-empresa-Estado`.
    #[must_use]
    pub fn full(&self, kind: Kind, id: &str) -> String {
        let (label, name) = (self.label(kind, id), self.name(kind, id));
        if label == name { label.to_owned() } else { format!("{label} {name}") }
    }
}

/// A text of a record in a language, where it has one.
#[must_use]
pub fn written(text: &Text, lang: Lang) -> Option<&str> {
    Some(text.get(lang).trim()).filter(|text| !text.is_empty())
}
