//! The figures of cross-impact balances: what a matrix gave, whether or not a study holds it.

use atalaya_words::{Arg, Words};

use crate::bars::{Bar, Bars, bars};
use crate::frame::{Frame, Head};
use crate::impact::{Block, Impact, Variant, impact};
use crate::map::{Map, MapPoint, map};
use crate::svg::Svg;
use crate::tableau::{Column, Descriptor, Tableau, tableau};

/// A scenario that was listed.
#[derive(Debug, Clone, Default)]
pub struct Scenario {
    /// The variant of each descriptor, from 0.
    pub variants: Vec<usize>,
    /// Total impact.
    pub total: f64,
    /// Consistency value; negative where it is inconsistent.
    pub consistency: f64,
    /// Its place on the map, where there is one.
    pub at: Option<(f64, f64)>,
    /// Whether it is one of the small set picked.
    pub picked: bool,
    /// The family of scenarios near each other that it is in, from 0, where they were told apart.
    pub family: Option<usize>,
}

/// An end of succession.
#[derive(Debug, Clone, Default)]
pub struct End {
    /// The first of its scenarios, by variants from 0.
    pub variants: Vec<usize>,
    /// How many scenarios it turns through; 1 for a fixed point.
    pub length: usize,
    /// The share of the space that leads there.
    pub share: f64,
    /// The ends of its interval, where the share comes from a sample.
    pub interval: Option<(f64, f64)>,
}

/// What a matrix gave.
#[derive(Debug, Clone, Default)]
pub struct Balances {
    /// Whether they are of a study, which calls descriptors variables and variants states.
    pub of_study: bool,
    /// What the matrix is called.
    pub title: String,
    /// What the scenario explained is called; its number in the list where empty.
    pub called: String,
    /// Its descriptors and variants.
    pub descriptors: Vec<Descriptor>,
    /// The number of possible scenarios, as printed.
    pub space: String,
    /// The number found, as printed.
    pub count: String,
    /// Whether all of them are listed.
    pub whole: bool,
    /// The inconsistency that was allowed.
    pub max_inconsistency: u32,
    /// Those listed.
    pub scenarios: Vec<Scenario>,
    /// Kruskal's stress of the map.
    pub stress: Option<f64>,
    /// The ends of succession.
    pub ends: Vec<End>,
    /// The rule of succession, in words.
    pub rule: String,
}

/// Where one is, for words that differ there.
fn place(found: &Balances) -> Arg<'static> {
    ("place", if found.of_study { "study" } else { "model" }.into())
}

/// A scenario explained: for each descriptor its margin and its variants.
#[derive(Debug, Clone, Default)]
pub struct Explained {
    /// Its number in the list, from 1.
    pub number: usize,
    /// The descriptors in order: margin over the best rival, none without a rival; variants.
    pub descriptors: Vec<(Option<f64>, Vec<Variant>)>,
}

/// Titles whose corner says of how many scenarios.
fn head(found: &Balances, words: &Words, title: String, subtitle: String) -> Head {
    let space = words.with("chart-cib-space", &[("space", found.space.as_str().into())]);
    Head {
        title: atalaya_words::capital(&title),
        subtitle,
        description: String::new(),
        sample: space,
        provenance: found.title.clone(),
    }
}

/// `I = high`.
fn pair(found: &Balances, descriptor: usize, variant: usize) -> String {
    let own = &found.descriptors[descriptor];
    let name = own.variants.get(variant).cloned().unwrap_or_else(|| (variant + 1).to_string());
    format!("{}\u{a0}=\u{a0}{name}", own.name)
}

/// At most this many pairs or names are told in a title.
const TOLD: usize = 3;

/// The scenarios found, descriptor by descriptor; nothing where none was found.
#[must_use]
pub fn cib_tableau(found: &Balances, words: &Words, frame: &Frame<'_>) -> Option<Svg> {
    let first = found.scenarios.first()?;
    let shared: Vec<usize> = (0..found.descriptors.len())
        .filter(|&d| found.descriptors[d].variants.len() > 1)
        .filter(|&d| found.scenarios.iter().all(|s| s.variants.get(d) == first.variants.get(d)))
        .collect();
    let told: Vec<String> = shared.iter().take(TOLD).map(|&d| pair(found, d, first.variants[d])).collect();
    let count = found.count.parse::<usize>().unwrap_or(usize::MAX);
    let kind = if found.max_inconsistency == 0 { "chart-cib-consistent" } else { "chart-cib-near" };
    let kind = words.with(kind, &[("count", count.into())]);
    let args = [
        place(found),
        ("shown", words_count(words, &found.count).into()),
        ("listed", words.int(found.scenarios.len() as i64).into()),
        ("kind", kind.into()),
        ("list", words.list(&told).into()),
        ("more", shared.len().saturating_sub(TOLD).into()),
    ];
    let key = match (found.scenarios.len(), found.whole, shared.is_empty()) {
        (1, true, _) => "chart-cib-tableau-one",
        (_, true, false) => "chart-cib-tableau-shared",
        (_, true, true) => "chart-cib-tableau-free",
        (_, false, _) => "chart-cib-tableau-part",
    };
    // A tie is the least that holds: whoever reads 0 is told.
    let rivals = found.descriptors.iter().any(|d| d.variants.len() > 1);
    let tied = rivals && found.scenarios.iter().any(|scenario| scenario.consistency == 0.0);
    let consistency = if tied { "chart-cib-consistency-tied" } else { "cib-column-consistency" };
    let columns = found.scenarios.iter().enumerate().map(|(index, scenario)| Column {
        code: (index + 1).to_string(),
        variants: scenario.variants.clone(),
        measures: vec![words.short(scenario.total, 2), words.short(scenario.consistency, 2)],
        strong: scenario.picked,
    });
    let spec = Tableau {
        head: head(
            found,
            words,
            words.with(key, &args),
            words.with("chart-cib-tableau-subtitle", &[place(found)]),
        ),
        descriptors: found.descriptors.clone(),
        columns: columns.collect(),
        measures: vec![words.t("cib-column-total"), words.t(consistency)],
        numbered: words.t("chart-cib-numbered"),
        shown: words.with("chart-cib-shown", &[("shown", "{shown}".into()), ("count", "{count}".into())]),
    };
    Some(tableau(&spec, frame))
}

/// A decimal number of any size.
fn words_count(words: &Words, digits: &str) -> String {
    digits.parse::<i64>().map_or_else(|_| digits.to_owned(), |n| words.int(n))
}

/// Who pushes for and against each variant of a scenario; nothing where no descriptor has a rival variant.
#[must_use]
pub fn cib_impact(found: &Balances, explained: &Explained, words: &Words, frame: &Frame<'_>) -> Option<Svg> {
    let margins = explained.descriptors.iter().enumerate().filter_map(|(d, own)| Some((d, own.0?)));
    let least = margins.clone().map(|(_, margin)| margin).min_by(f64::total_cmp)?;
    let weakest: Vec<usize> = margins.filter(|(_, margin)| *margin <= least).map(|(d, _)| d).collect();
    let names: Vec<String> = weakest.iter().map(|&d| found.descriptors[d].name.clone()).collect();
    let args = [
        place(found),
        ("k", explained.number.to_string().into()),
        ("called", found.called.as_str().into()),
        ("named", usize::from(!found.called.is_empty()).into()),
        ("count", names.len().into()),
        ("list", words.list(&names[..names.len().min(TOLD)]).into()),
        ("margin", words.short(least.abs(), 2).into()),
    ];
    let key = match (least < 0.0, names.len() > TOLD) {
        (true, _) => "chart-cib-impact-falls",
        (false, true) => "chart-cib-impact-many",
        (false, false) => "chart-cib-impact-title",
    };
    let block = |(d, (margin, variants)): (usize, &(Option<f64>, Vec<Variant>))| {
        let name = found.descriptors[d].name.as_str();
        let name = match margin {
            None => name.to_owned(),
            Some(margin) => words.with(
                "chart-cib-margin",
                &[("name", name.into()), ("margin", words.short(*margin, 2).into())],
            ),
        };
        Block { name, strong: weakest.contains(&d), variants: variants.clone() }
    };
    let spec = Impact {
        head: head(found, words, words.with(key, &args), words.t("chart-cib-impact-subtitle")),
        blocks: explained.descriptors.iter().enumerate().map(block).collect(),
        measure: words.t("chart-cib-impact-measure"),
        words: ["for", "against", "chosen", "rival"].map(|word| words.t(&format!("chart-cib-{word}"))),
    };
    Some(impact(&spec, frame))
}

/// Families that have a mark of their own: with more the shapes would repeat.
const MOST_FAMILIES: usize = 7;

/// The scenarios by the descriptors in which they differ; nothing without a map of three scenarios and more.
#[must_use]
pub fn cib_map(found: &Balances, words: &Words, frame: &Frame<'_>) -> Option<Svg> {
    let placed: Vec<(usize, &Scenario)> =
        found.scenarios.iter().enumerate().filter(|(_, s)| s.at.is_some()).collect();
    if placed.len() < 3 {
        return None;
    }
    let differ =
        |a: &Scenario, b: &Scenario| a.variants.iter().zip(&b.variants).filter(|(a, b)| a != b).count();
    let mut far = (0, 0, 0);
    for (index, (i, a)) in placed.iter().enumerate() {
        for (j, b) in &placed[index + 1..] {
            if differ(a, b) > far.0 {
                far = (differ(a, b), *i, *j);
            }
        }
    }
    let stress = found.stress.unwrap_or(0.0);
    let quality = super::stress_quality(stress);
    let args = [
        ("a", (far.1 + 1).to_string().into()),
        ("b", (far.2 + 1).to_string().into()),
        ("count", far.0.into()),
        ("n", found.descriptors.len().to_string().into()),
        ("stress", words.num(stress, 2).into()),
        ("quality", words.t(&format!("chart-stress-{quality}")).into()),
    ];
    let families: Vec<Option<usize>> = placed.iter().map(|(_, scenario)| scenario.family).collect();
    let last = families.iter().flatten().max().copied().unwrap_or(0);
    let told = (1..MOST_FAMILIES).contains(&last) && families.iter().all(Option::is_some);
    let group = |scenario: &Scenario| scenario.family.filter(|_| told).unwrap_or(0);
    let named = |family: usize| {
        let count = families.iter().filter(|own| **own == Some(family)).count();
        words.with("chart-cib-family", &[("k", (family + 1).to_string().into()), ("count", count.into())])
    };
    let points = placed.iter().map(|(index, scenario)| MapPoint {
        code: (index + 1).to_string(),
        name: String::new(),
        at: scenario.at.unwrap_or_default(),
        weight: 1.0,
        group: group(scenario),
        strong: scenario.picked,
        note: (0..found.descriptors.len())
            .map(|d| pair(found, d, scenario.variants[d]))
            .collect::<Vec<_>>()
            .join("; "),
    });
    let spec = Map {
        head: head(
            found,
            words,
            words.with("chart-cib-map-title", &args),
            words.with("chart-cib-map-subtitle", &args),
        ),
        points: points.collect(),
        groups: match told {
            true => (0..=last).map(named).collect(),
            false => vec![words.t("chart-cib-map-scenario")],
        },
        strong: words.t("chart-cib-picked"),
        remark: if told { words.t("chart-cib-families") } else { String::new() },
    };
    Some(map(&spec, frame))
}

/// Ends that have a bar of their own; the others share one.
const MOST_BARS: usize = 20;

/// The share of the space that leads to each end; nothing where succession was not followed.
#[must_use]
pub fn cib_basins(found: &Balances, words: &Words, frame: &Frame<'_>) -> Option<Svg> {
    let mut ends: Vec<&End> = found.ends.iter().collect();
    ends.sort_by(|a, b| b.share.total_cmp(&a.share).then_with(|| a.variants.cmp(&b.variants)));
    let first = *ends.first()?;
    let name = |end: &End, inside: bool| {
        let number = found.scenarios.iter().position(|s| s.variants == end.variants);
        let suffix = if inside { "-inside" } else { "" };
        match (end.length, number) {
            (1, Some(k)) => {
                words.with(&format!("chart-cib-end{suffix}"), &[("k", (k + 1).to_string().into())])
            }
            (1, None) => words.t(&format!("chart-cib-end-other{suffix}")),
            (n, _) => words.with(&format!("chart-cib-cycle{suffix}"), &[("length", n.to_string().into())]),
        }
    };
    let sampled = first.interval.is_some();
    let bar = |end: &&End| {
        let share = words.percent(end.share, 1);
        let text = match end.interval {
            None => share,
            Some((low, high)) => {
                format!("{share} ({}–{})", words.num(low * 100.0, 1), words.num(high * 100.0, 1))
            }
        };
        Bar {
            name: name(end, false),
            whole: None,
            value: end.share,
            interval: end.interval,
            text,
            strong: std::ptr::eq(*end, first),
        }
    };
    let own = if ends.len() > MOST_BARS + 1 { MOST_BARS } else { ends.len() };
    let mut list: Vec<Bar> = ends[..own].iter().map(bar).collect();
    if own < ends.len() {
        let share: f64 = ends[own..].iter().map(|end| end.share).sum();
        list.push(Bar {
            name: words.with("chart-cib-others", &[("n", words.int((ends.len() - own) as i64).into())]),
            whole: None,
            value: share,
            interval: None,
            text: words.percent(share, 1),
            strong: false,
        });
    }
    let args = [
        ("share", words.percent(first.share, 0).into()),
        ("end", name(first, true).into()),
        ("count", ends.len().into()),
        ("rule", found.rule.as_str().into()),
    ];
    let key = if ends.len() == 1 { "chart-cib-basins-one" } else { "chart-cib-basins-title" };
    let subtitle = if sampled { "chart-cib-basins-sampled" } else { "chart-cib-basins-exact" };
    let spec = Bars {
        head: head(found, words, words.with(key, &args), words.with(subtitle, &args)),
        groups: vec![(String::new(), list)],
        whole: String::new(),
    };
    Some(bars(&spec, frame))
}
