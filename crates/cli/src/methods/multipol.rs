//! `atalaya multipol`: actions on several criteria, under several policies and scenarios.

use atalaya_analysis::findings::MultipolFinding;
use atalaya_model::Kind;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use super::{Head, Method, View, table};

/// The row of the registry.
pub const METHOD: Method = Method {
    name: "multipol",
    files: true,
    settings: &[],
    read: atalaya_formats::single::policies,
    document: |view| {
        let finding = view.findings.act.multipol.as_ref()?;
        let head = view.head("multipol", &[&finding.trace]);
        Some(serde_json::to_value(Document { head, finding: finding.clone() }))
    },
    schema: || schema_for!(Document),
    tell,
    figures: &["multipol-"],
};

/// Actions under policies.
#[derive(Serialize, JsonSchema)]
struct Document {
    #[serde(flatten)]
    head: Head,
    #[serde(flatten)]
    finding: MultipolFinding,
}

fn tell(view: &View<'_>) -> String {
    let Some(found) = &view.findings.act.multipol else { return String::new() };
    let words = view.words;
    let t = |key: &str| words.t(key);
    let mut headers = vec![t("cli-column-rank"), t("cli-column-action")];
    headers.extend(found.policies.iter().map(|id| view.names.label(Kind::Policy, id).to_owned()));
    headers.extend(["mean", "sd-population", "regret", "robust"].map(|c| t(&format!("cli-column-{c}"))));
    let mut order: Vec<usize> = (0..found.actions.len()).collect();
    order.sort_by_key(|index| (found.place.get(*index).copied(), *index));
    let rows = order.into_iter().map(|index| {
        let at = |list: &[f64]| words.num(list.get(index).copied().unwrap_or(f64::NAN), 2);
        let place = found.place.get(index).copied().unwrap_or((0, 0));
        let place =
            if place.0 == place.1 { place.0.to_string() } else { format!("{}–{}", place.0, place.1) };
        let mut row = vec![place, table::short(&view.names.full(Kind::Action, &found.actions[index]))];
        let own = found.scores.get(index).into_iter().flatten();
        row.extend(own.map(|score| words.num(*score, 2)));
        row.extend([at(&found.mean), at(&found.sd), at(&found.largest_regret)]);
        row.push(match found.robust.get(index) {
            // Under one policy nothing can vary.
            _ if found.sd_cut.is_none() => "–".to_owned(),
            Some(true) => t("yes"),
            _ => t("no"),
        });
        row
    });
    let printed = table::table(headers, rows.collect(), &[1]);
    let cut = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |v| words.num(v, 2));
    let args = [("mean", cut(found.mean_cut).into()), ("sd", cut(found.sd_cut).into())];
    let key = if found.sd_cut.is_some() { "cli-multipol-robust" } else { "cli-multipol-one" };
    format!("{printed}\n\n{}", words.with(key, &args))
}
