//! What `atalaya cib --svg` draws.

use std::path::Path;

use atalaya_charts::{
    figures::cib::{Balances, End, Explained, Scenario, cib_basins, cib_impact, cib_map, cib_tableau},
    frame::Frame,
    impact::Variant,
    svg::Svg,
    tableau::Descriptor,
};
use atalaya_formats::{cib::Matrix, open, save};
use atalaya_methods::{
    cib::{Cib, explain::explain, select},
    mds::MOST_POINTS,
};
use atalaya_model::Diagnostic;
use atalaya_words::Words;

use super::{
    document::{Document, Share, Weight},
    tell,
};
use crate::{methods::WIDTH, print};

/// What the pictures are drawn from.
pub struct Subject<'a> {
    pub words: &'a Words,
    pub matrix: &'a Matrix,
    pub cib: &'a Cib,
    pub document: &'a Document,
    pub listed: &'a [Vec<u8>],
}

/// Scenarios that a map can still tell apart.
const MOST_MAPPED: usize = 120;

/// Writes the pictures; their names go to the error output, so that `--json` stays one document.
pub fn draw(of: &Subject<'_>, folder: &Path) -> Result<(), Box<Diagnostic>> {
    open::create_folder(folder).map_err(Box::new)?;
    let (words, frame) = (of.words, Frame::new(WIDTH, of.words));
    let found = balances(of);
    let number = of.document.explained.as_ref().map_or(1, |explained| explained.number as usize);
    let impact = of.listed.get(number - 1).and_then(|scenario| {
        cib_impact(&found, &explained(of, number, scenario), words, &frame.prefix("cib-impact"))
    });
    let pictures: [(String, Option<Svg>); 4] = [
        ("cib-tableau".to_owned(), cib_tableau(&found, words, &frame.prefix("cib-tableau"))),
        (format!("cib-impact-{number}"), impact),
        ("cib-map".to_owned(), cib_map(&found, words, &frame.prefix("cib-map"))),
        ("cib-basins".to_owned(), cib_basins(&found, words, &frame.prefix("cib-basins"))),
    ];
    let mut drawn = 0;
    for (name, svg) in pictures {
        let Some(svg) = svg else { continue };
        let path = folder.join(format!("{name}.svg"));
        save::file(&path, format!("{}\n", svg.text).as_bytes()).map_err(Box::new)?;
        eprintln!("{}", words.with("cli-wrote", &[("path", print::path(&path).into())]));
        drawn += 1;
    }
    if drawn == 0 {
        eprintln!("{}", words.t("cli-no-figures"));
    }
    Ok(())
}

fn from_zero(variants: &[u32]) -> Vec<usize> {
    variants.iter().map(|v| *v as usize - 1).collect()
}

fn balances(of: &Subject<'_>) -> Balances {
    let (words, document) = (of.words, of.document);
    let descriptor = |d: usize| Descriptor {
        name: tell::descriptor(of.matrix, d),
        variants: (0..of.cib.sizes()[d]).map(|v| tell::variant(of.matrix, d, v as u32 + 1)).collect(),
        ..Descriptor::default()
    };
    let mapped = of.listed.len() <= MOST_MAPPED.min(MOST_POINTS);
    let map = if mapped { select::map(of.listed).ok() } else { None };
    let place = |index: usize| {
        let map = map.as_ref().filter(|map| map.stress.is_some())?;
        map.points.get(index).map(|p| (p[0], p[1]))
    };
    let picked =
        |index: usize| document.picked.as_ref().is_some_and(|picked| picked.numbers.contains(&(index + 1)));
    let clusters = document.picked.as_ref().and_then(|picked| picked.clusters.as_ref());
    let scenario = |(index, one): (usize, &super::document::Scenario)| Scenario {
        variants: from_zero(&one.variants),
        total: one.total_impact.value(),
        consistency: one.consistency.value(),
        at: place(index),
        picked: picked(index),
        family: clusters.and_then(|clusters| clusters.get(index)).map(|cluster| cluster - 1),
    };
    let space: f64 = document.space.parse().unwrap_or(f64::INFINITY);
    let interval = |share: &Option<Share>| share.as_ref().map(|share| (share.low, share.high));
    let share = |share: &Option<Share>, weight: &Weight| match share {
        Some(share) => share.share,
        None => weight.digits().parse::<f64>().unwrap_or(0.0) / space,
    };
    let mut ends: Vec<End> = Vec::new();
    if let Some(basins) = &document.basins {
        ends.extend(basins.fixed.iter().map(|end| End {
            variants: from_zero(&end.variants),
            length: 1,
            share: share(&end.share, &end.weight),
            interval: interval(&end.share),
        }));
        ends.extend(basins.cycles.iter().map(|end| End {
            variants: from_zero(&end.from),
            length: end.length,
            share: share(&end.share, &end.weight),
            interval: interval(&end.share),
        }));
    }
    let rule = document.basins.as_ref().map(|basins| words.t(&format!("cib-rule-{}", basins.rule)));
    Balances {
        title: document.title.clone(),
        called: String::new(),
        of_study: false,
        descriptors: (0..of.cib.descriptors()).map(descriptor).collect(),
        space: tell::grouped(words, &document.space),
        count: document.count.clone(),
        whole: document.listed == "all",
        max_inconsistency: document.max_inconsistency,
        scenarios: document.scenarios.iter().enumerate().map(scenario).collect(),
        stress: map.as_ref().and_then(|map| map.stress),
        ends,
        rule: rule.unwrap_or_default(),
    }
}

fn explained(of: &Subject<'_>, number: usize, scenario: &[u8]) -> Explained {
    let scale = f64::from(of.matrix.scale);
    let descriptor = |(d, own): (usize, atalaya_methods::cib::explain::DescriptorBalance)| {
        let variant = |(v, one): (usize, &atalaya_methods::cib::explain::VariantBalance)| Variant {
            name: tell::variant(of.matrix, d, v as u32 + 1),
            chosen: v == own.chosen,
            balance: one.balance as f64 / scale,
            pushes: one
                .pushes
                .iter()
                .map(|push| (tell::descriptor(of.matrix, push.source), f64::from(push.impact) / scale))
                .collect(),
        };
        let variants = own.variants.iter().enumerate().map(variant).collect();
        (own.margin.map(|margin| margin as f64 / scale), variants)
    };
    let descriptors = explain(of.cib, scenario).into_iter().enumerate().map(descriptor).collect();
    Explained { number, descriptors }
}
