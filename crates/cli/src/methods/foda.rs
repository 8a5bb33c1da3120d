//! `atalaya foda`: strengths and weaknesses crossed with opportunities and threats.

use atalaya_analysis::findings::{FodaFinding, FodaQuadrant, Key, TraceKey};
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
            rows: found.rows.clone(),
            columns: found.columns.clone(),
            row_totals: found.row_totals.clone(),
            column_totals: found.column_totals.clone(),
            trace: found.trace.clone(),
        }
    }
}

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
    out.join("\n\n")
}
