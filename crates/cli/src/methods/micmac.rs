//! `atalaya micmac`: structural analysis of one matrix, or of one a expert.

use atalaya_analysis::findings::{MicmacFinding, Stability};
use atalaya_model::{
    Family, Kind,
    choice::{Choice, Cut, MatrixRule},
};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use super::{Head, Method, Setting, Takes, View, table, words_of};

/// The row of the registry.
pub const METHOD: Method = Method {
    name: "micmac",
    files: true,
    settings: &[
        Setting {
            name: "power",
            takes: Takes::Number(1.0, |rules, power| rules.micmac_power = Some(power as i64)),
        },
        Setting {
            name: "potential",
            takes: Takes::Number(1.0, |rules, value| rules.potential = Some(value as i64)),
        },
        Setting {
            name: "aggregation",
            takes: Takes::Word(words_of::<MatrixRule>, |rules, word| {
                rules.aggregation = MatrixRule::parse(word)
            }),
        },
        Setting { name: "axes", takes: Takes::Word(axes, |rules, word| rules.plane_cut = Cut::parse(word)) },
    ],
    read: |paths, options| match Family::find("influence") {
        Some(family) => atalaya_formats::single::matrices(paths, family, options),
        None => Default::default(),
    },
    document: |view| {
        let finding = view.findings.structure.micmac.as_ref()?;
        let head = view.head("micmac", &[&finding.trace]);
        Some(serde_json::to_value(Document { head, finding: finding.clone() }))
    },
    schema: || schema_for!(Document),
    tell,
    figures: &["influence-plane", "influence-matrix", "influence-graph", "rank-crossing", "micmac-potential"],
};

/// Fill rate above which a matrix holds more than direct influences, as a rule.
const DENSE: f64 = 0.35;

/// Where the plane may be cut: a matrix has no scale to fix a value on.
fn axes() -> Vec<&'static str> {
    [Cut::Mean, Cut::Median, Cut::MidRange].map(Choice::as_str).to_vec()
}

/// Structural analysis of one file.
#[derive(Serialize, JsonSchema)]
struct Document {
    #[serde(flatten)]
    head: Head,
    #[serde(flatten)]
    finding: MicmacFinding,
}

fn tell(view: &View<'_>) -> String {
    let Some(found) = &view.findings.structure.micmac else { return String::new() };
    let words = view.words;
    let t = |key: &str| words.t(key);
    let mut headers = vec![
        t("cli-column-variable"),
        t("cli-column-influence"),
        t("cli-column-dependence"),
        t("cli-column-indirect-influence"),
        t("cli-column-indirect-dependence"),
        t("cli-column-rank"),
        t("cli-column-zone"),
    ];
    let stability = found.stability.as_ref().filter(|s| s.experts >= 8);
    if stability.is_some() {
        headers.push(t("cli-column-same-zone"));
    }
    let mut order: Vec<usize> = (0..found.variables.len()).collect();
    let place = |index: usize, list: &[f64]| list.get(index).copied().unwrap_or(f64::NAN);
    order.sort_by(|a, b| {
        place(*a, &found.indirect.influence_rank).total_cmp(&place(*b, &found.indirect.influence_rank))
    });
    let rows = order.iter().filter_map(|&index| {
        let id = found.variables.get(index)?;
        let share = |list: &[f64]| words.percent(place(index, list), 1);
        let rank = |list: &[f64]| words.short(place(index, list), 1);
        let zone = serde_json::to_value(found.zones.get(index)?).ok()?;
        let mut row = vec![
            table::short(&view.names.full(Kind::Variable, id)),
            words.short(place(index, &found.direct.influence), 2),
            words.short(place(index, &found.direct.dependence), 2),
            share(&found.indirect.influence_share),
            share(&found.indirect.dependence_share),
            format!(
                "{} → {}",
                rank(&found.indirect.direct_influence_rank),
                rank(&found.indirect.influence_rank)
            ),
            words.choice("zone", zone.as_str().unwrap_or_default()),
        ];
        if let Some(stability) = stability {
            let held = stability.same_zone.get(index).copied().unwrap_or(0);
            let own = Stability { experts: stability.experts, draws: stability.draws, held };
            row.push(table::held(words, &own));
        }
        Some(row)
    });
    let printed = table::table(headers, rows.collect(), &[6]);
    let size = &found.characteristics;
    let convergence = words.with(
        &format!("convergence-{}", found.convergence.kind),
        &[
            ("power", found.convergence.power.into()),
            ("period", found.convergence.period.unwrap_or(0).into()),
            ("agreement", words.num(found.agreement.influence, 2).into()),
        ],
    );
    let counts = words.with(
        "cli-micmac-size",
        &[
            ("size", size.size.into()),
            ("experts", found.aggregation.experts.into()),
            ("fill", words.percent(size.fill, 0).into()),
            ("zeros", size.zeros.into()),
            ("ones", size.ones.into()),
            ("twos", size.twos.into()),
            ("threes", size.threes.into()),
            ("potential", size.potential.into()),
            ("influence", words.short(found.cut.influence, 2).into()),
            ("dependence", words.short(found.cut.dependence, 2).into()),
        ],
    );
    let mut out = format!("{printed}\n\n{counts}\n{convergence}");
    for moved in found.displaced.iter().filter(|moved| moved.influence_places >= 3.0) {
        let args = [
            ("variable", view.names.full(Kind::Variable, &moved.id).into()),
            ("places", words.short(moved.influence_places, 1).into()),
        ];
        out.push('\n');
        out.push_str(&words.with("cli-micmac-hidden", &args));
    }
    if size.fill > DENSE {
        out.push('\n');
        out.push_str(&words.with("cli-micmac-dense", &[("fill", words.percent(size.fill, 0).into())]));
    }
    if found.aggregation.experts > 1 && stability.is_none() {
        out.push('\n');
        out.push_str(&words.with("stability-too-few", &[("n", found.aggregation.experts.into())]));
    }
    out
}
