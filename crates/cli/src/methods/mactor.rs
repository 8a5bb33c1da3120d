//! `atalaya mactor`: the game of the actors, from a table of power and one of positions.

use atalaya_analysis::findings::{MactorFinding, MactorOrder, PanelLevel};
use atalaya_model::{
    Kind,
    choice::{Choice, Strength},
};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use super::{Head, Method, Setting, Takes, View, table, words_of};

/// The row of the registry.
pub const METHOD: Method = Method {
    name: "mactor",
    files: false,
    settings: &[
        Setting { name: "power", takes: Takes::Files },
        Setting { name: "positions", takes: Takes::Files },
        Setting {
            name: "strength",
            takes: Takes::Word(words_of::<Strength>, |rules, word| {
                rules.mactor_strength = Strength::parse(word);
            }),
        },
    ],
    read: |_, options| atalaya_formats::single::actors(options),
    document: |view| {
        let finding = view.findings.structure.mactor.as_ref()?;
        let head = view.head("mactor", &[&finding.trace]);
        Some(serde_json::to_value(Document { head, finding: finding.clone() }))
    },
    schema: || schema_for!(Document),
    tell,
    figures: &["mactor-"],
};

/// The game of the actors.
#[derive(Serialize, JsonSchema)]
struct Document {
    #[serde(flatten)]
    head: Head,
    #[serde(flatten)]
    finding: MactorFinding,
}

fn tell(view: &View<'_>) -> String {
    let Some(found) = &view.findings.structure.mactor else { return String::new() };
    let words = view.words;
    let t = |key: &str| words.t(key);
    let [mut out, objectives] = [actors(view, found), objectives(view, found)];
    out.push_str("\n\n");
    out.push_str(&objectives);
    let pairs = pairs(view, &found.order3);
    let args = [
        ("stability", found.stability.map_or_else(|| "–".to_owned(), |h| words.percent(h / 100.0, 0)).into()),
        ("convention", t(&format!("strength-{}", found.convention)).into()),
        (
            "degree",
            found
                .order3
                .convergence_degree
                .map_or_else(|| "–".to_owned(), |d| words.percent(d / 100.0, 0))
                .into(),
        ),
        ("experts", found.experts.into()),
    ];
    out.push_str("\n\n");
    out.push_str(&words.with("cli-mactor-sum", &args));
    for (key, pair) in [("cli-mactor-allies", pairs.0), ("cli-mactor-rivals", pairs.1)] {
        if let Some((a, b)) = pair {
            out.push('\n');
            out.push_str(&words.with(key, &[("a", a.into()), ("b", b.into())]));
        }
    }
    if let Some(sensitivity) = sensitivity(view, found) {
        out.push_str("\n\n");
        out.push_str(&sensitivity);
    }
    out
}

/// Steps of single cells that are printed at most.
const STEPS: usize = 3;

/// What one cell more or less changes, of a single pair of tables.
fn sensitivity(view: &View<'_>, found: &MactorFinding) -> Option<String> {
    let words = view.words;
    let Some(sensitivity) = &found.sensitivity else {
        return (found.experts == 1).then(|| words.t("cli-mactor-too-large"));
    };
    let kind = if view.study.stakes.is_empty() { Kind::Objective } else { Kind::Stake };
    let tables =
        [("strength", &sensitivity.strength, Kind::Actor), ("mobilisation", &sensitivity.mobilisation, kind)];
    let mut lines = Vec::new();
    for (name, table, columns) in tables.into_iter().filter(|(_, table, _)| table.steps > 0) {
        let args = [
            ("steps", table.steps.into()),
            ("changing", table.changing.into()),
            ("first", table.first_held.into()),
            (
                "closest",
                sensitivity.closest_held.map_or_else(|| "–".to_owned(), |n| words.int(n as i64)).into(),
            ),
            (
                "opposed",
                sensitivity.opposed_held.map_or_else(|| "–".to_owned(), |n| words.int(n as i64)).into(),
            ),
        ];
        lines.push(words.with(&format!("cli-mactor-cells-{name}"), &args));
        for step in table.decisive.iter().take(STEPS) {
            let args = [
                ("row", view.names.full(Kind::Actor, &step.row).into()),
                ("column", view.names.full(columns, &step.column).into()),
                ("from", words.short(step.from, 1).into()),
                ("to", words.short(step.to, 1).into()),
                ("changes", step.changes.into()),
            ];
            lines.push(format!("  {}", words.with("cli-mactor-step", &args)));
        }
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn actors(view: &View<'_>, found: &MactorFinding) -> String {
    let words = view.words;
    let columns = ["actor", "influence", "dependence", "strength", "implication", "ambivalence", "role"];
    let mut headers: Vec<String> = columns.iter().map(|c| words.t(&format!("cli-column-{c}"))).collect();
    let resampled = found.resampled.as_ref().filter(|r| PanelLevel::of(r.experts) >= PanelLevel::Quartiles);
    if resampled.is_some() {
        headers.push(words.t("cli-column-same-role"));
    }
    if found.sensitivity.is_some() {
        headers.push(words.t("cli-column-places"));
    }
    let mut order: Vec<usize> = (0..found.actors.len()).collect();
    let at = |list: &[f64], index: usize| list.get(index).copied().unwrap_or(0.0);
    order.sort_by(|a, b| at(&found.strength, *b).total_cmp(&at(&found.strength, *a)));
    let rows = order.into_iter().map(|index| {
        let number = |list: &[f64], decimals| words.num(at(list, index), decimals);
        let role = found.roles.get(index).copied().unwrap_or_default();
        let role = serde_json::to_value(role).ok().and_then(|v| v.as_str().map(str::to_owned));
        let mut row = vec![
            table::short(&view.names.full(Kind::Actor, &found.actors[index])),
            words.short(at(&found.influence, index), 1),
            words.short(at(&found.dependence, index), 1),
            number(&found.strength, 2),
            number(&found.order3.implication, 1),
            number(&found.order3.ambivalence, 2),
            words.choice("role", &role.unwrap_or_default()),
        ];
        if let Some(r) = resampled {
            let held = r.same_role.get(index).copied().unwrap_or(0);
            let own = atalaya_analysis::findings::Stability { experts: r.experts, draws: r.draws, held };
            row.push(table::held(words, &own));
        }
        if let Some(sensitivity) = &found.sensitivity {
            let places = sensitivity.strength.places.get(index).copied().unwrap_or_default();
            row.push(match places {
                (best, worst) if best == worst => best.to_string(),
                (best, worst) => format!("{best}–{worst}"),
            });
        }
        row
    });
    table::table(headers, rows.collect(), &[6])
}

fn objectives(view: &View<'_>, found: &MactorFinding) -> String {
    let words = view.words;
    let columns = ["objective", "in-favour", "against", "mobilisation"];
    let headers = columns.iter().map(|c| words.t(&format!("cli-column-{c}"))).collect();
    let order = &found.order3;
    let mut by: Vec<usize> = (0..found.objectives.len()).collect();
    let at = |list: &[f64], index: usize| list.get(index).copied().unwrap_or(0.0);
    by.sort_by(|a, b| at(&order.mobilisation, *b).total_cmp(&at(&order.mobilisation, *a)));
    let kind = if view.study.stakes.is_empty() { Kind::Objective } else { Kind::Stake };
    let rows = by.into_iter().map(|index| {
        let number = |list: &[f64]| words.num(at(list, index), 1);
        vec![
            table::short(&view.names.full(kind, &found.objectives[index])),
            number(&order.in_favour),
            number(&order.against),
            number(&order.mobilisation),
        ]
    });
    table::table(headers, rows.collect(), &[])
}

/// Two actors by name.
type Pair = Option<(String, String)>;

/// The pair that converges most and the pair that diverges most, net.
fn pairs(view: &View<'_>, order: &MactorOrder) -> (Pair, Pair) {
    let distance = &order.actor_distance;
    let all = (0..distance.len()).flat_map(|i| (i + 1..distance.len()).map(move |j| (i, j)));
    let of = |(i, j): (usize, usize)| distance[i].get(j).copied().unwrap_or(0.0);
    let found = view.findings.structure.mactor.as_ref();
    let name = |index: usize| {
        let id = found.and_then(|f| f.actors.get(index)).map(String::as_str).unwrap_or_default();
        view.names.full(Kind::Actor, id)
    };
    let named = |(i, j): (usize, usize)| (name(i), name(j));
    let most = all.clone().filter(|p| of(*p) > 0.0).max_by(|a, b| of(*a).total_cmp(&of(*b)).then(b.cmp(a)));
    let least = all.filter(|p| of(*p) < 0.0).min_by(|a, b| of(*a).total_cmp(&of(*b)).then(a.cmp(b)));
    (most.map(named), least.map(named))
}
