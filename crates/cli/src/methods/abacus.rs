//! `atalaya abacus`: Régnier's abacus of coloured votes.

use atalaya_analysis::findings::AbacusFinding;
use atalaya_model::Kind;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use super::{Head, Method, View, table};

/// The row of the registry.
pub const METHOD: Method = Method {
    name: "abacus",
    files: true,
    settings: &[],
    read: atalaya_formats::single::colours,
    document: |view| {
        let finding = view.findings.consult.abaci.last()?;
        let head = view.head("abacus", &[&finding.trace]);
        Some(serde_json::to_value(Document { head, finding: finding.clone() }))
    },
    schema: || schema_for!(Document),
    tell,
    figures: &["abacus-"],
};

/// The abacus of one file.
#[derive(Serialize, JsonSchema)]
struct Document {
    #[serde(flatten)]
    head: Head,
    #[serde(flatten)]
    finding: AbacusFinding,
}

fn tell(view: &View<'_>) -> String {
    let Some(found) = view.findings.consult.abaci.last() else { return String::new() };
    let words = view.words;
    let columns =
        ["item", "votes", "mean", "sd-population", "agreement-leik", "net-favour", "blank", "abstained"];
    let headers = columns.iter().map(|c| words.t(&format!("cli-column-{c}"))).collect();
    let rows = found.by_favour.iter().enumerate().filter_map(|(row, id)| {
        let item = found.items.iter().find(|item| item.id == *id)?;
        let votes =
            found.votes.get(row).map(|votes| votes.iter().map(|v| glyph(v)).collect()).unwrap_or_default();
        Some(vec![
            table::short(&view.names.full(Kind::Variable, id)),
            votes,
            table::maybe(words, item.mean, 2),
            table::maybe(words, item.sd, 2),
            table::maybe(words, item.consensus, 2),
            table::maybe(words, item.net, 2),
            words.int(item.blank as i64),
            words.int(item.abstained as i64),
        ])
    });
    let printed = table::table(headers, rows.collect(), &[1]);
    format!("{printed}\n\n{}", words.with("cli-abacus-key", &[("experts", found.experts.into())]))
}

/// A vote as one character: `+` and `-` doubled by their fill, so that no colour is needed.
fn glyph(vote: &str) -> char {
    match vote {
        "5" => '●',
        "4" => '◕',
        "3" => '◑',
        "2" => '◔',
        "1" => '○',
        "W" => '·',
        "B" => '×',
        _ => ' ',
    }
}
