//! The figure of a comparison: the places of each item in one study, round or rule and in another.

use atalaya_analysis::compare::RankTable;
use atalaya_model::Kind;
use atalaya_words::{Names, Words};

use crate::frame::{Frame, Head};
use crate::rank::{RankChart, RankItem, ranks};
use crate::svg::Svg;

/// What is compared.
#[derive(Debug)]
pub struct Change<'a> {
    /// The ranks.
    pub ranks: &'a RankTable,
    /// The names of the records.
    pub names: &'a Names,
    /// Name of the first side.
    pub before: &'a str,
    /// Name of the second.
    pub after: &'a str,
}

/// Places from which a change is marked.
const MOVED: f64 = 3.0;

/// The places of each item on both sides, with lines between them; those of three places and more are marked. Nothing
/// where no item changes its place.
#[must_use]
pub fn rank_change(change: &Change<'_>, words: &Words, frame: &Frame<'_>) -> Option<Svg> {
    let kind = Kind::parse(&change.ranks.kind)?;
    let items: Vec<RankItem> = change
        .ranks
        .items
        .iter()
        .map(|item| {
            let code = change.names.label(kind, &item.id).to_owned();
            let name = change.names.name(kind, &item.id).to_owned();
            RankItem {
                name: if name == code || name == item.id { String::new() } else { name },
                code,
                before: item.before,
                after: item.after,
                before_interval: None,
                after_interval: None,
                strong: (item.before - item.after).abs() >= MOVED - 1e-9,
            }
        })
        .collect();
    let still = |item: &RankItem| (item.before - item.after).abs() < 1e-9;
    if items.len() < 2 || items.iter().all(still) {
        return None;
    }
    let moved = items.iter().filter(|item| item.strong).count();
    let args = [
        ("count", moved.into()),
        ("n", items.len().to_string().into()),
        ("what", words.choice("compare-rank", &change.ranks.name).into()),
        ("before", change.before.into()),
        ("after", change.after.into()),
        // Orders that differ do not agree to 1.00.
        (
            "agreement",
            words.num(change.ranks.agreement, if change.ranks.agreement > 0.994 { 3 } else { 2 }).into(),
        ),
    ];
    let spec = RankChart {
        head: Head {
            title: words.with("chart-compare-title", &args),
            subtitle: words.with("chart-compare-subtitle", &args),
            sample: words.with("chart-compare-sample", &args),
            ..Head::default()
        },
        before: change.before.to_owned(),
        after: change.after.to_owned(),
        items,
        interval: String::new(),
        strong: words.t("chart-compare-strong"),
    };
    Some(ranks(&spec, frame))
}
