//! `atalaya smic`: coherent probabilities of events, and of the scenarios that they make.

use atalaya_analysis::findings::{SmicFinding, Stability};
use atalaya_model::Kind;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use super::{Head, Method, Setting, Takes, View, table};

/// The row of the registry.
pub const METHOD: Method = Method {
    name: "smic",
    files: true,
    settings: &[Setting { name: "with-simple", takes: Takes::Flag(|rules| rules.smic_simple = true) }],
    read: atalaya_formats::single::probabilities,
    document: |view| {
        let finding = view.findings.explore.smic.as_ref()?;
        let head = view.head("smic", &[&finding.trace]);
        Some(serde_json::to_value(Document { head, finding: finding.clone() }))
    },
    schema: || schema_for!(Document),
    tell,
    figures: &["smic-"],
};

/// Coherent probabilities of events and scenarios.
#[derive(Serialize, JsonSchema)]
struct Document {
    #[serde(flatten)]
    head: Head,
    #[serde(flatten)]
    finding: SmicFinding,
}

/// Scenarios printed at most; the document has them all.
const LISTED: usize = 16;

/// Moves that turn the scenarios round, printed at most.
const TURNS: usize = 3;

/// Whether the most probable scenario of one expert hangs on one number.
fn sensitivity(view: &View<'_>, found: &SmicFinding) -> Option<String> {
    let words = view.words;
    let Some(sensitivity) = &found.sensitivity else {
        return (found.experts == 1).then(|| words.t("cli-smic-too-large"));
    };
    let args = [
        ("step", words.num(sensitivity.step, 2).into()),
        ("moves", sensitivity.moves.into()),
        ("held", sensitivity.held.into()),
        ("scenario", found.scenarios.first().map(|s| s.code.clone()).unwrap_or_default().into()),
    ];
    let mut lines = vec![words.with("cli-smic-cells", &args)];
    for turn in sensitivity.turns.iter().take(TURNS) {
        let probability = match (turn.table.as_str(), &turn.on) {
            ("given", Some(on)) => format!("P({}/{on})", turn.event),
            (_, Some(on)) => format!("P({}/¬{on})", turn.event),
            (_, None) => format!("P({})", turn.event),
        };
        let args = [
            ("probability", probability.into()),
            ("from", words.num(turn.from, 2).into()),
            ("to", words.num(turn.to, 2).into()),
            ("scenario", turn.scenario.as_str().into()),
        ];
        lines.push(format!("  {}", words.with("cli-smic-turn", &args)));
    }
    Some(lines.join("\n"))
}

fn tell(view: &View<'_>) -> String {
    let Some(found) = &view.findings.explore.smic else { return String::new() };
    let words = view.words;
    let headers = |columns: &[&str]| columns.iter().map(|c| words.t(&format!("cli-column-{c}"))).collect();
    let p = |value: f64| words.num(value, 3);
    let events = found.events.iter().enumerate().map(|(index, id)| {
        let at = |list: &[f64]| list.get(index).copied().unwrap_or(f64::NAN);
        let elasticity = found.elasticity.as_ref();
        let power = |list: Option<&Vec<Option<f64>>>| {
            table::maybe(words, list.and_then(|l| l.get(index).copied().flatten()), 2)
        };
        vec![
            table::short(&view.names.full(Kind::Hypothesis, id)),
            p(at(&found.raw.p)),
            p(at(&found.net.p)),
            power(elasticity.map(|e| &e.driving)),
            power(elasticity.map(|e| &e.dependent)),
        ]
    });
    let events =
        table::table(headers(&["event", "raw", "net", "driving", "dependent"]), events.collect(), &[]);
    let scenarios = found.scenarios.iter().take(LISTED).map(|scenario| {
        let range = scenario.low.zip(scenario.high);
        vec![
            scenario.code.clone(),
            p(scenario.probability),
            range.map_or_else(|| "–".to_owned(), |(low, high)| format!("{}–{}", p(low), p(high))),
            words.percent(scenario.cumulated, 0),
        ]
    });
    let scenarios =
        table::table(headers(&["scenario", "probability", "range", "cumulated"]), scenarios.collect(), &[]);
    let args = [
        ("experts", found.experts.into()),
        ("core", found.core.into()),
        ("scenarios", found.scenarios.len().into()),
        ("objective", words.num(found.objective, 6).into()),
        ("simple", if found.simple_terms { "yes" } else { "no" }.into()),
        ("largest", words.num(found.correction.largest, 3).into()),
        ("entropy", words.num(found.entropy, 4).into()),
        ("rank", found.rank.into()),
        ("open", (found.scenarios.len().saturating_sub(found.rank)).into()),
        ("without", found.without_range.into()),
        ("listed", LISTED.min(found.scenarios.len()).into()),
    ];
    let mut out = vec![events, scenarios, words.with("cli-smic-sum", &args)];
    if found.incomplete > 0 {
        out.push(words.with("cli-smic-incomplete", &[("count", found.incomplete.into())]));
    }
    out.extend(sensitivity(view, found));
    if let Some(stability) = found.stability.as_ref().filter(|s: &&Stability| s.experts >= 8) {
        let held = table::held(words, stability);
        out.push(words.with("cli-smic-stability", &[("held", held.into())]));
    }
    out.join("\n\n")
}
