//! The abacus of a round.

use atalaya_analysis::findings::{AbacusFinding, AbacusItem};
use atalaya_model::Kind;

use super::{Scene, consult};
use crate::abacus::{Abacus, AbacusRow, Vote, abacus as draw};
use crate::frame::Frame;
use crate::svg::Svg;

/// The names of the figures of the abaci: by round, and by the kind of their items where a round has several.
pub(super) fn names(scene: &Scene<'_>) -> Vec<String> {
    let all = &scene.findings.consult.abaci;
    all.iter()
        .map(|own| match all.iter().filter(|other| other.round == own.round).count() {
            1 => format!("abacus-{}", own.round),
            _ => format!("abacus-{}-{}", own.round, kind(scene, own).as_str()),
        })
        .collect()
}

fn kind(scene: &Scene<'_>, found: &AbacusFinding) -> Kind {
    consult::kind(scene, "colour", found.items.first().map_or("", |item| &item.id))
}

fn vote(letter: &str) -> Vote {
    match letter {
        "W" => Vote::Blank,
        "B" => Vote::Abstained,
        colour => colour.parse().map_or(Vote::Absent, Vote::Colour),
    }
}

/// The colour votes of a round, by its place in the findings; absent where too few answered to show them.
#[must_use]
pub fn abacus(scene: &Scene<'_>, index: usize, frame: &Frame<'_>) -> Option<Svg> {
    let found = scene.findings.consult.abaci.get(index)?;
    if found.votes.is_empty() {
        return None;
    }
    let kind = kind(scene, found);
    let item = |id: &String| found.items.iter().find(|item| &item.id == id);
    let at = |of: fn(&AbacusItem) -> Option<(u32, u32)>, place: u32| -> Vec<String> {
        let held = |item: &&AbacusItem| of(item).is_some_and(|(low, high)| low <= place && place <= high);
        found.items.iter().filter(held).map(|item| item.id.clone()).collect()
    };
    let last = found.items.iter().filter_map(|item| item.consensus_place).map(|p| p.1).max().unwrap_or(0);
    let best = at(|item| item.favour_place, 1);
    let split = at(|item| item.consensus_place, last);
    let printed = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |v| scene.words.num(v, 2));
    let of = |ids: &[String], what: fn(&AbacusItem) -> Option<f64>| {
        printed(ids.first().and_then(item).and_then(what))
    };
    let named = |ids: &[String]| scene.called(kind, ids, frame);
    let args = [
        ("count", best.len().into()),
        ("list", named(&best).into()),
        ("mean", of(&best, |item| item.mean).into()),
        ("splitcount", if last > 1 { split.len() } else { 0 }.into()),
        ("split", named(&split).into()),
        ("consensus", of(&split, |item| item.consensus).into()),
    ];
    let head = scene.head(
        scene.say("chart-abacus-title", &args),
        scene.t("chart-abacus-subtitle"),
        scene.sample(found.experts, &found.round),
        &found.trace,
    );
    let row = |(id, votes): (&String, &Vec<String>)| {
        let (code, name) = scene.record(kind, id);
        let own = item(id);
        let texts = [own.and_then(|i| i.mean), own.and_then(|i| i.consensus)].map(printed);
        let votes = votes.iter().map(|letter| vote(letter)).collect();
        AbacusRow { code, name, votes, texts, strong: best.contains(id) }
    };
    let meaning = |vote: Vote, key: &str| (vote, scene.t(&format!("chart-abacus-{key}")));
    let spec = Abacus {
        head,
        rows: found.by_favour.iter().zip(&found.votes).map(row).collect(),
        sides: (scene.t("chart-abacus-first"), scene.t("chart-abacus-last")),
        columns: [scene.t("chart-abacus-mean"), scene.t("chart-abacus-consensus")],
        legend: vec![
            meaning(Vote::Colour(5), "5"),
            meaning(Vote::Colour(4), "4"),
            meaning(Vote::Colour(3), "3"),
            meaning(Vote::Colour(2), "2"),
            meaning(Vote::Colour(1), "1"),
            meaning(Vote::Blank, "blank"),
            meaning(Vote::Abstained, "abstained"),
            meaning(Vote::Absent, "absent"),
        ],
    };
    Some(draw(&spec, frame))
}
