//! `atalaya delphi`: the statistics of a consultation, round by round.

use atalaya_analysis::findings::{
    ConsensusChange, FamilyFinding, FleissFinding, GroupContrast, ItemStability, ItemStat, KendallFinding,
    Key, PanelLevel, Range, RoundFinding, WeightedFinding,
};
use atalaya_model::{
    Family, Kind,
    choice::{Choice, ConsensusRule, ExpertWeights},
};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use super::{Head, Method, Setting, Takes, View, table, words_of};

/// The row of the registry.
pub const METHOD: Method = Method {
    name: "delphi",
    files: true,
    settings: &[
        Setting { name: "cut", takes: Takes::Number(0.0, |rules, from| rules.agreement_from = Some(from)) },
        Setting {
            name: "consensus",
            takes: Takes::Word(words_of::<ConsensusRule>, |rules, word| {
                rules.consensus = ConsensusRule::parse(word);
            }),
        },
        Setting {
            name: "weights",
            takes: Takes::Word(words_of::<ExpertWeights>, |rules, word| {
                rules.expert_weights = ExpertWeights::parse(word);
            }),
        },
    ],
    read: atalaya_formats::single::ratings,
    document: |view| {
        let asked: Vec<_> = asked(view).collect();
        if asked.is_empty() {
            return None;
        }
        let traces: Vec<_> = asked.iter().map(|(_, family)| &family.trace).collect();
        let document = Document {
            head: view.head("delphi", &traces),
            rounds: asked.iter().map(|(round, family)| RoundDocument::of(round, family)).collect(),
        };
        Some(serde_json::to_value(document))
    },
    schema: || schema_for!(Document),
    tell,
    figures: &["consensus-", "answers-", "contrast-", "response"],
};

/// The statistics of a consultation.
#[derive(Serialize, JsonSchema)]
struct Document {
    #[serde(flatten)]
    head: Head,
    /// One entry a round and family of questions, in the order of the rounds.
    rounds: Vec<RoundDocument>,
}

/// A family of questions in a round.
#[derive(Serialize, JsonSchema)]
struct RoundDocument {
    /// Round.
    round: Key,
    /// Its number.
    number: usize,
    /// Family of questions.
    family: String,
    /// Lowest and highest value of the scale.
    scale: Option<Range>,
    /// Experts who answered.
    experts: usize,
    /// Statistics by item.
    items: Vec<ItemStat>,
    /// Agreement on the order of the items.
    kendall: Option<KendallFinding>,
    /// Agreement on the answers themselves.
    fleiss: Option<FleissFinding>,
    /// Stability since the round before, on the same experts.
    stability: Vec<ItemStability>,
    /// Groups side by side.
    groups: Vec<GroupContrast>,
    /// What the two other rules of consensus would say.
    other_rules: Vec<ConsensusChange>,
    /// The panel weighted by the coefficient K, where asked for.
    weighted: Option<WeightedFinding>,
    /// The node of `inputs` that this rests on.
    trace: String,
}

impl RoundDocument {
    fn of(round: &RoundFinding, family: &FamilyFinding) -> Self {
        Self {
            round: round.id.clone(),
            number: round.number,
            family: family.family.clone(),
            scale: family.scale,
            experts: family.experts,
            items: family.items.clone(),
            kendall: family.kendall.clone(),
            fleiss: family.fleiss.clone(),
            stability: family.stability.clone(),
            groups: family.groups.clone(),
            other_rules: family.other_rules.clone(),
            weighted: family.weighted.clone(),
            trace: family.trace.clone(),
        }
    }
}

/// Every family of every round.
fn asked<'a>(view: &'a View<'_>) -> impl Iterator<Item = (&'a RoundFinding, &'a FamilyFinding)> {
    let rounds = view.findings.consult.consultations.iter().flat_map(|consultation| &consultation.rounds);
    rounds.flat_map(|round| round.families.iter().map(move |family| (round, family)))
}

fn tell(view: &View<'_>) -> String {
    let words = view.words;
    let mut out = Vec::new();
    for (round, family) in asked(view) {
        let args = [
            ("round", round.id.as_str().into()),
            ("family", words.choice("family", &family.family).into()),
            ("experts", family.experts.into()),
            ("items", family.items.len().into()),
        ];
        out.push(words.with("cli-delphi-round", &args));
        out.push(items(view, family));
        if !family.stability.is_empty() {
            out.push(words.t("cli-delphi-since"));
            out.push(moves(view, family));
        }
        if let Some(kendall) = family.kendall.as_ref().filter(|k| k.experts >= 8) {
            let args = [
                ("w", words.num(kendall.w, 2).into()),
                ("word", words.choice("kendall", &kendall.word).into()),
                ("experts", kendall.experts.into()),
                ("items", kendall.items.into()),
            ];
            out.push(words.with("cli-delphi-kendall", &args));
        }
        if let Some(fleiss) = family.fleiss.as_ref().filter(|f| f.experts >= 8) {
            let args = [
                ("kappa", words.num(fleiss.kappa, 2).into()),
                ("word", words.choice("kappa", &fleiss.word).into()),
                ("observed", words.percent(fleiss.observed, 0).into()),
                ("expected", words.percent(fleiss.expected, 0).into()),
            ];
            out.push(words.with("cli-delphi-fleiss", &args));
        }
        for other in family.other_rules.iter().filter(|o| !(o.gained.is_empty() && o.lost.is_empty())) {
            let args = [
                ("rule", words.choice("consensusrule", &other.rule).into()),
                ("gained", words.list(&other.gained).into()),
                ("lost", words.list(&other.lost).into()),
                ("gains", other.gained.len().into()),
                ("losses", other.lost.len().into()),
            ];
            out.push(words.with("cli-delphi-other-rule", &args));
        }
        if let Some(weighted) = &family.weighted {
            let args = [
                ("experts", weighted.experts.into()),
                ("effective", words.num(weighted.effective_n, 1).into()),
            ];
            out.push(words.with("cli-delphi-weighted", &args));
        }
        out.push(String::new());
    }
    if asked(view).any(|(_, family)| family.items.iter().any(|item| item.n < 8)) {
        out.push(words.t("cli-delphi-small"));
    }
    out.join("\n")
}

/// What the items of a family are.
fn kind(view: &View<'_>, family: &FamilyFinding) -> Kind {
    let asked = Family::find(&family.family).and_then(|family| family.kinds.first().copied());
    let kinds = asked.unwrap_or_default();
    kinds.iter().find(|kind| !view.study.ids(**kind).is_empty()).copied().unwrap_or(Kind::Variable)
}

/// The change since the round before.
fn moves(view: &View<'_>, family: &FamilyFinding) -> String {
    let words = view.words;
    let keys = ["item", "n", "change", "stable", "moved", "sides", "mcnemar", "kappa"];
    let headers = keys.iter().map(|key| words.t(&format!("cli-column-{key}"))).collect();
    let kind = kind(view, family);
    let dash = || "–".to_owned();
    let rows = family.stability.iter().map(|item| {
        let carries = |level: PanelLevel| item.level >= level;
        let of_eight = |value: Option<f64>| value.filter(|_| carries(PanelLevel::Quartiles));
        let sides = item.sides.as_ref().filter(|_| carries(PanelLevel::Quartiles));
        let moved = item.moved.filter(|_| carries(PanelLevel::Counts));
        let stable = item.stable.filter(|_| carries(PanelLevel::Counts));
        vec![
            table::short(&view.names.full(kind, &item.id)),
            words.int(item.n as i64),
            of_eight(item.change).map_or_else(dash, |share| words.percent(share, 0)),
            stable.map_or_else(dash, |stable| words.t(if stable { "yes" } else { "no" })),
            moved.map_or_else(dash, |moved| format!("{}/{}", moved.k, moved.n)),
            sides.map_or_else(dash, |sides| format!("+{} −{}", sides.joined, sides.left)),
            sides.map_or_else(dash, |sides| words.num(sides.p_exact, 2)),
            of_eight(item.kappa).map_or_else(dash, |kappa| words.num(kappa, 2)),
        ]
    });
    table::table(headers, rows.collect(), &[])
}

fn items(view: &View<'_>, family: &FamilyFinding) -> String {
    let words = view.words;
    let keys = ["item", "n", "median", "quartiles", "mean", "sd", "cv", "agreement", "consensus", "bipolar"];
    let headers: Vec<String> = keys.iter().map(|key| words.t(&format!("cli-column-{key}"))).collect();
    let kind = kind(view, family);
    let yes = |value: bool| words.t(if value { "yes" } else { "no" });
    let rows = family.items.iter().map(|item| {
        // What the size of the panel does not carry is in the document and not in the table.
        let carried = |value: Option<f64>| value.filter(|_| item.level >= PanelLevel::Quartiles);
        let spread = match (carried(item.q1).zip(item.q3), item.min.zip(item.max)) {
            (Some((low, high)), _) => format!("{}–{}", words.short(low, 2), words.short(high, 2)),
            // Below eight answers there are no quartiles: the extremes stand in brackets.
            (None, Some((low, high))) if item.n > 1 => {
                format!("[{}–{}]", words.short(low, 2), words.short(high, 2))
            }
            _ => "–".to_owned(),
        };
        vec![
            table::short(&view.names.full(kind, &item.id)),
            words.int(item.n as i64),
            table::maybe(words, item.median.filter(|_| item.n == 1 || item.level >= PanelLevel::Counts), 2),
            spread,
            table::maybe(words, carried(item.mean), 2),
            table::maybe(words, carried(item.sd), 2),
            table::maybe(words, carried(item.cv), 2),
            item.agreement.map_or_else(|| "–".to_owned(), |share| words.share(share.k, share.n)),
            item.consensus.as_ref().map_or_else(|| "–".to_owned(), |c| yes(c.reached)),
            item.bipolar.filter(|_| item.level >= PanelLevel::Counts).map_or_else(|| "–".to_owned(), yes),
        ]
    });
    table::table(headers, rows.collect(), &[])
}
