//! `atalaya igo`: importance and governability of actions.

use atalaya_analysis::findings::{IgoFinding, IgoZone, Key, Stability};
use atalaya_model::{
    Kind,
    choice::{Choice, IgoCut},
};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use super::{Head, Method, Setting, Takes, View, table, words_of};

/// The row of the registry.
pub const METHOD: Method = Method {
    name: "igo",
    files: true,
    settings: &[
        Setting {
            name: "axes",
            takes: Takes::Word(words_of::<IgoCut>, |rules, word| rules.igo_cut = IgoCut::parse(word)),
        },
        Setting {
            name: "importance-cut",
            takes: Takes::Number(0.0, |rules, cut| rules.igo_importance = Some(cut)),
        },
        Setting {
            name: "governability-cut",
            takes: Takes::Number(0.0, |rules, cut| rules.igo_governability = Some(cut)),
        },
    ],
    read: |paths, options| {
        let mut loaded = atalaya_formats::single::igo(paths, options);
        // Governability is that of a subject: whoever rated the actions of a file rated them for their own.
        loaded.value.frame.subject = loaded.value.frame.title.clone();
        loaded
    },
    document: |view| {
        let finding = view.findings.act.igo.as_ref()?;
        Some(serde_json::to_value(Document::of(view.head("igo", &[&finding.trace]), finding)))
    },
    schema: || schema_for!(Document),
    tell,
    figures: &["igo-plane"],
};

/// Actions on the plane of importance and governability.
#[derive(Serialize, JsonSchema)]
struct Document {
    #[serde(flatten)]
    head: Head,
    /// The actions, in the order of the file.
    items: Vec<Item>,
    /// Where the plane is cut.
    axes: Axes,
}

/// An action.
#[derive(Serialize, JsonSchema)]
struct Item {
    /// Id.
    id: Key,
    /// Experts who rated its importance.
    n: usize,
    /// Median importance.
    importance: Option<f64>,
    /// Median governability.
    governability: Option<f64>,
    /// Class.
    zone: Option<IgoZone>,
    /// Whether its spread crosses a cut.
    borderline: bool,
    /// Stability of the class over resampled panels.
    stability: Option<Stability>,
    /// Rank by class, then by importance times governability.
    rank: Option<f64>,
}

/// The cuts of the plane.
#[derive(Serialize, JsonSchema)]
struct Axes {
    /// How they were set.
    rule: String,
    /// Cut of governability, across.
    x: f64,
    /// Cut of importance, upwards.
    y: f64,
}

impl Document {
    fn of(head: Head, found: &IgoFinding) -> Self {
        let items = found.items.iter().map(|item| Item {
            id: item.id.clone(),
            n: item.importance.n,
            importance: item.importance.median,
            governability: item.governability.median,
            zone: item.zone,
            borderline: item.borderline,
            stability: item.stability.clone(),
            rank: item.rank,
        });
        let axes = Axes { rule: found.rule.clone(), x: found.governability_cut, y: found.importance_cut };
        Self { head, items: items.collect(), axes }
    }
}

fn tell(view: &View<'_>) -> String {
    let Some(found) = &view.findings.act.igo else { return String::new() };
    let words = view.words;
    let with_stability = found.items.iter().any(|item| item.stability.is_some());
    let mut keys = vec!["action", "importance", "governability", "class"];
    if with_stability {
        keys.push("same-class");
    }
    let headers = keys.iter().map(|key| words.t(&format!("cli-column-{key}"))).collect();
    let mut order: Vec<_> = found.items.iter().collect();
    order.sort_by(|a, b| a.rank.unwrap_or(f64::INFINITY).total_cmp(&b.rank.unwrap_or(f64::INFINITY)));
    let rows = order.iter().map(|item| {
        let zone = item.zone.and_then(|zone| serde_json::to_value(zone).ok());
        let mut class = match zone.as_ref().and_then(|zone| zone.as_str()) {
            Some(zone) => words.choice("cli-igo", zone),
            None => "–".to_owned(),
        };
        if item.borderline {
            class = format!("{class} ({})", words.t("cli-igo-borderline"));
        }
        let mut row = vec![
            table::short(&view.names.full(Kind::Action, &item.id)),
            table::maybe(words, item.importance.median, 2),
            table::maybe(words, item.governability.median, 2),
            class,
        ];
        if with_stability {
            row.push(item.stability.as_ref().map_or_else(|| "–".to_owned(), |s| table::held(words, s)));
        }
        row
    });
    let printed = table::table(headers, rows.collect(), &[3]);
    let args = [
        ("importance", words.short(found.importance_cut, 2).into()),
        ("governability", words.short(found.governability_cut, 2).into()),
        ("rule", found.rule.as_str().into()),
    ];
    format!("{printed}\n\n{}", words.with("cli-igo-cuts", &args))
}
