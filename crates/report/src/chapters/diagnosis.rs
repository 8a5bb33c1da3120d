//! Chapter "Diagnóstico de las variables estratégicas": one ficha each.

use atalaya_model::Kind;

use super::Book;
use crate::doc::{Block, Card, Fact};

/// The chapter.
#[must_use]
pub fn chapter(book: &Book<'_>) -> Vec<Block> {
    let structure = &book.findings.structure;
    if structure.diagnosis.is_empty() {
        return Vec::new();
    }
    let mut out = vec![book.chapter("chapter-diagnosis", "diagnosis")];
    let without = structure.diagnosis.iter().filter(|d| d.without_indicator).count();
    let args = [("count", structure.diagnosis.len().into()), ("without", without.into())];
    out.push(Block::Lead(book.say("diagnosis-lead", &args).into()));
    for found in &structure.diagnosis {
        let Some(variable) = book.study.variables.iter().find(|v| v.id == found.variable.as_str()) else {
            continue;
        };
        let record = found.record.as_deref().and_then(|id| book.study.diagnoses.iter().find(|d| d.id == id));
        let mut facts = Vec::new();
        let mut add = |key: &str, value: String| {
            if !value.is_empty() {
                facts.push(Fact::new(book.t(key), value));
            }
        };
        add("fact-situation", record.map(|d| book.text(&d.situation).to_owned()).unwrap_or_default());
        let measured: Vec<String> = book
            .study
            .indicators
            .iter()
            .filter(|k| k.variables.contains(&variable.id) || variable.indicators.contains(&k.id))
            .map(|k| book.full(Kind::Indicator, k.id.as_str()))
            .collect();
        add("fact-measured-by", book.words.list(&measured));
        if let Some(series) = &found.series {
            add("fact-described-by", book.name(Kind::Series, series));
        }
        let unit = found.series.as_deref().and_then(|id| book.study.series.iter().find(|s| s.id == id));
        let unit = unit.map(|s| book.text(&s.unit).to_owned()).unwrap_or_default();
        let value = |point: &atalaya_analysis::findings::Point| {
            let number = book.words.number(point.value, atalaya_words::Number::Significant(3));
            format!("{} ({})", book.words.with_unit(&number, &unit), point.year)
        };
        add("fact-present", found.present.as_ref().map(value).unwrap_or_default());
        if let (Some(point), Some(economy)) = (&found.reference, &found.reference_economy) {
            let ratio = found.ratio.map(|r| book.words.percent(r, 0));
            let args = [
                ("value", value(point).into()),
                ("economy", book.economy(economy).into()),
                ("ratio", ratio.clone().unwrap_or_default().into()),
            ];
            let key = if ratio.is_some() { "reference-with-ratio" } else { "reference-value" };
            add("fact-reference", book.say(key, &args));
        }
        if let Some(record) = record {
            add("fact-causes", book.text(&record.causes).to_owned());
            let actors: Vec<String> =
                record.actors.iter().map(|id| book.name(Kind::Actor, id.as_str())).collect();
            add("fact-actors", book.words.list(&actors));
            add("fact-tendency", book.text(&record.tendency).to_owned());
            if found.without_indicator {
                add("fact-proposed-indicator", book.text(&record.proposed).to_owned());
            }
        }
        if found.without_indicator {
            let described = found.series.is_some();
            let key = if described { "without-indicator-described" } else { "without-indicator" };
            add("fact-gap", book.t(key));
        }
        let mut tags = Vec::new();
        if let Some(own) = structure.variables.iter().find(|v| v.id == found.variable) {
            let classes = [
                (own.determining, "class-determining"),
                (own.key, "class-key"),
                (own.critical, "class-critical"),
            ];
            tags.extend(classes.into_iter().filter(|(yes, _)| *yes).map(|(_, key)| book.t(key)));
        }
        let mut body = vec![Block::Paragraph(book.text(&variable.definition).into())];
        body.push(Block::Facts(facts));
        out.push(Block::Card(Card {
            anchor: format!("diagnosis-{}", found.variable),
            code: book.names.label(Kind::Variable, &found.variable).to_owned(),
            title: book.name(Kind::Variable, &found.variable),
            tags,
            body,
        }));
    }
    out
}
