//! `atalaya foda`: strengths and weaknesses crossed with opportunities and threats.

use atalaya_analysis::findings::{FodaFinding, FodaPair, FodaQuadrant, FodaStrategy, Key, TraceKey};
use atalaya_model::Kind;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use std::collections::BTreeMap;

use super::{Head, Method, View, table};

/// The row of the registry.
pub const METHOD: Method = Method {
    name: "foda",
    files: true,
    settings: &[],
    read: |paths, options| {
        let mut loaded = atalaya_formats::single::factors(paths, options);
        // Strengths and weaknesses are those of a subject: whoever crossed them did it for their own.
        loaded.value.frame.subject = loaded.value.frame.title.clone();
        loaded
    },
    document: |view| {
        let finding = view.findings.structure.foda.as_ref()?;
        let head = view.head("foda", &[&finding.trace]);
        Some(serde_json::to_value(Document::of(head, finding)))
    },
    schema: || schema_for!(Document),
    tell,
    figures: &["foda-crossing"],
};

/// A crossed FODA.
#[derive(Serialize, JsonSchema)]
struct Document {
    #[serde(flatten)]
    head: Head,
    /// Sum of each quadrant: `FO`, `FA`, `DO`, `DA`.
    sums: BTreeMap<String, f64>,
    /// Mean of the cells of each quadrant.
    means: BTreeMap<String, f64>,
    /// Share of its largest possible sum that each quadrant reaches.
    shares: BTreeMap<String, f64>,
    /// Quadrant with the largest sum; several that tie are joined by `=`.
    quadrant_by_sum: String,
    /// Quadrant with the largest mean: the one to read where quadrants have different numbers of cells.
    quadrant_by_mean: String,
    /// What each quadrant stands for, with its strongest crossings.
    strategies: Vec<FodaStrategy>,
    /// Internal factors: strengths, then weaknesses.
    rows: Vec<Key>,
    /// External factors: opportunities, then threats.
    columns: Vec<Key>,
    /// Sum of each row.
    row_totals: Vec<f64>,
    /// Sum of each column.
    column_totals: Vec<f64>,
    /// The node of `inputs` that this rests on.
    trace: TraceKey,
}

impl Document {
    fn of(head: Head, found: &FodaFinding) -> Self {
        let by = |of: fn(&FodaQuadrant) -> f64| -> BTreeMap<String, f64> {
            found.quadrants.iter().map(|q| (q.name.clone(), of(q))).collect()
        };
        Self {
            head,
            sums: by(|q| q.sum),
            means: by(|q| q.mean),
            shares: by(|q| q.share),
            quadrant_by_sum: found.quadrant_by_sum.clone(),
            quadrant_by_mean: found.quadrant_by_mean.clone(),
            strategies: found.strategies.clone(),
            rows: found.rows.clone(),
            columns: found.columns.clone(),
            row_totals: found.row_totals.clone(),
            column_totals: found.column_totals.clone(),
            trace: found.trace.clone(),
        }
    }
}

/// Crossings printed of a quadrant; the document has them all.
const LISTED: usize = 3;

fn tell(view: &View<'_>) -> String {
    let Some(found) = &view.findings.structure.foda else { return String::new() };
    let words = view.words;
    let strategy = |name: &str| {
        let parts: Vec<String> = name.split('=').map(|q| words.t(&format!("foda-{q}"))).collect();
        words.list(&parts)
    };
    let columns = ["quadrant", "sum", "mean", "share"];
    let headers = columns.iter().map(|c| words.t(&format!("cli-column-{c}"))).collect();
    let rows = found.quadrants.iter().map(|q| {
        vec![strategy(&q.name), words.short(q.sum, 2), words.num(q.mean, 2), words.percent(q.share, 0)]
    });
    let factors =
        found.rows.iter().zip(&found.row_totals).chain(found.columns.iter().zip(&found.column_totals));
    let heads = vec![words.t("cli-column-factor"), words.t("cli-column-total")];
    let totals = factors
        .map(|(id, total)| vec![table::short(&view.names.full(Kind::Factor, id)), words.short(*total, 2)]);
    let mut out = vec![
        table::table(headers, rows.collect(), &[]),
        table::table(heads, totals.collect(), &[]),
        words.with("cli-foda-mean", &[("strategy", strategy(&found.quadrant_by_mean).into())]),
    ];
    if found.quadrant_by_sum != found.quadrant_by_mean {
        out.push(words.with("cli-foda-sum", &[("strategy", strategy(&found.quadrant_by_sum).into())]));
    }
    out.push(strategies(view, found));
    let own = found.strategies.iter().filter(|s| found.quadrant_by_mean.split('=').any(|q| q == s.quadrant));
    let lines: Vec<String> =
        own.flat_map(|s| s.pairs.iter().take(LISTED).map(|pair| material(view, &s.quadrant, pair))).collect();
    if !lines.is_empty() {
        out.push(format!("{}\n{}", words.t("cli-foda-material"), lines.join("\n")));
    }
    out.join("\n\n")
}

/// What each quadrant stands for.
fn strategies(view: &View<'_>, found: &FodaFinding) -> String {
    let words = view.words;
    let headers =
        ["quadrant", "tows", "came", "strongest"].map(|c| words.t(&format!("cli-column-{c}"))).to_vec();
    let rows = found.strategies.iter().map(|strategy| {
        let pair = |pair: &FodaPair| {
            format!("{} × {} ({})", pair.internal, pair.external, words.short(pair.score, 2))
        };
        let listed: Vec<String> = strategy.pairs.iter().take(LISTED).map(pair).collect();
        let more = strategy.pairs.len().saturating_sub(listed.len());
        let pairs = match (listed.is_empty(), more) {
            (true, _) => "–".to_owned(),
            (false, 0) => listed.join(", "),
            (false, more) => {
                words.with("cli-foda-more", &[("pairs", listed.join(", ").into()), ("more", more.into())])
            }
        };
        let quadrant = words.t(&format!("foda-code-{}", strategy.quadrant));
        vec![quadrant, strategy.tows.clone(), words.t(&format!("came-verbs-{}", strategy.quadrant)), pairs]
    });
    table::table(headers, rows.collect(), &[1, 2, 3])
}

/// A crossing as the sentence from which a strategy is written.
fn material(view: &View<'_>, quadrant: &str, pair: &FodaPair) -> String {
    let name = |id: &Key| view.names.full(Kind::Factor, id);
    let args = [
        ("internal", name(&pair.internal).into()),
        ("external", name(&pair.external).into()),
        ("score", view.words.short(pair.score, 2).into()),
    ];
    format!("  {}", view.words.with(&format!("cli-foda-{quadrant}"), &args))
}
