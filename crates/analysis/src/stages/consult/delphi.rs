//! One family of a round: its items, the agreement on their order, the groups side by side, and how far the same experts
//! moved since the round before.

use atalaya_methods::{
    agreement::{Concordance, KappaWeights, KappaWord, cohen_kappa, fleiss_kappa, kendall_w, mcnemar},
    consensus::{self, Opinion, opinion},
    control::{Cancelled, Control},
    descriptive::{describe, median},
    effect::{IntervalDraws, Magnitude, benjamini_hochberg, contrast},
    rank::{exceeds, reaches},
    transition::transition,
    weighted::{effective_n, weighted_summary},
};
use atalaya_model::{
    Family, Id,
    choice::ExpertWeights,
    family::{FAMILIES, Missing},
};
use rayon::prelude::*;

use crate::{
    context::{Context, Trace},
    findings::{
        ConsensusChange, Count, FamilyFinding, FleissFinding, GroupContrast, ItemStability, ItemStat,
        KendallFinding, PanelLevel, Range, SidesFinding, TransitionFinding, WeightedFinding, WeightedItem,
        WilcoxonFinding,
    },
    item,
    panel::{Answered, OTHER, Panel},
    settings::Settings,
};

/// Families whose cells are shown by a stage of their own.
const OWN_STAGE: [&str; 4] = ["influence", "crossing", "robust", "score"];
/// Cells up to which another family of two ids is listed item by item.
const LISTED_CELLS: usize = 64;
/// Smallest group that is contrasted with another.
const GROUP: usize = 5;
/// Adjusted p up to which a difference counts as detected.
const DETECTED: f64 = 0.05;
/// Level of the interval of a delta.
const LEVEL: f64 = 0.95;

/// The rules that the statistics of an item rest on.
const RULES: [&str; 8] = [
    "consensus",
    "consensus_iqr",
    "consensus_agreement",
    "consensus_cv",
    "agreement_from",
    "expert_weights",
    "stability",
    "min_group",
];

/// Whether a family asks each expert for a level on a scale, item by item: what rounds repeat and W compares.
pub fn repeated(panel: &Panel) -> bool {
    panel.columns.is_empty() && panel.family.missing == Missing::Absent && !panel.points.is_empty()
}

/// The families of a round, in the order of a study's path.
pub fn families(
    context: &Context<'_>,
    trace: &mut Trace,
    round: &Answered,
    before: Option<&Answered>,
) -> Vec<FamilyFinding> {
    let place = |family: &Family| FAMILIES.iter().position(|other| other == family);
    let mut panels: Vec<&Panel> = round.panels.iter().collect();
    panels.sort_by_key(|panel| (place(panel.family), panel.kind));
    panels
        .iter()
        .map(|panel| {
            let twice = panels.iter().filter(|other| other.family == panel.family).count() > 1;
            let earlier = before.and_then(|round| Some((round, round.panel(panel.family.name, panel.kind)?)));
            family(context, trace, round, panel, earlier, &node_key(panel, twice))
        })
        .collect()
}

/// `consult.ROUND.FAMILY`, and the kind of the items where the round asks the family about several.
fn node_key(panel: &Panel, twice: bool) -> String {
    let kind = if twice { format!(".{}", panel.kind.as_str()) } else { String::new() };
    format!("consult.{}.{}{kind}", panel.round, panel.family.name)
}

fn family(
    context: &Context<'_>,
    trace: &mut Trace,
    round: &Answered,
    panel: &Panel,
    before: Option<(&Answered, &Panel)>,
    key: &str,
) -> FamilyFinding {
    let mut node = trace.node(context, key, "delphi").rules(&RULES).answers(panel);
    if let Some((_, earlier)) = before {
        node = node.answers(earlier);
    }
    let trace = node.done();
    let bounds = context.study.scale(panel.family).bounds();
    let mut finding = FamilyFinding {
        family: panel.family.name.to_owned(),
        scale: bounds.map(|(low, high)| Range { low, high }),
        points: panel.points.clone(),
        experts: panel.answering().len(),
        trace,
        ..FamilyFinding::default()
    };
    let cells = listed(panel);
    finding.items = cells.iter().map(|cell| item::listed(panel, *cell, &context.settings)).collect();
    if repeated(panel) {
        finding.kendall = kendall(panel, &context.settings);
        finding.fleiss = fleiss(panel, &context.settings);
        finding.groups = contrasts(round, panel);
        finding.stability = before.map_or_else(Vec::new, |(earlier, old)| {
            let same = same_experts(round, earlier);
            let stats = cells.iter().zip(&finding.items).filter(|(_, stat)| stat.level > PanelLevel::None);
            stats.filter_map(|(cell, stat)| stability(context, panel, *cell, old, &same, stat)).collect()
        });
        finding.other_rules = other_rules(&finding.items);
        finding.weighted = weighted(context, round, panel, &cells);
    }
    finding
}

/// What the rules of consensus other than the study's would say.
fn other_rules(items: &[ItemStat]) -> Vec<ConsensusChange> {
    let said: Vec<_> = items.iter().filter_map(|item| Some((&item.id, item.consensus.as_ref()?))).collect();
    let Some((_, first)) = said.first() else { return Vec::new() };
    let others = first.by_rule.keys().filter(|rule| **rule != first.rule);
    let change = |rule: &String| {
        let by = |other: bool, own: bool| {
            let differ = said.iter().filter(|(_, c)| c.by_rule.get(rule) == Some(&other) && c.reached == own);
            differ.map(|(id, _)| (*id).clone()).collect()
        };
        let reached = said.iter().filter(|(_, c)| c.by_rule.get(rule) == Some(&true)).count();
        ConsensusChange { rule: rule.clone(), reached, gained: by(true, false), lost: by(false, true) }
    };
    others.map(change).collect()
}

/// The panel weighted by K, where the rules say so and the experts rated themselves.
fn weighted(
    context: &Context<'_>,
    round: &Answered,
    panel: &Panel,
    cells: &[usize],
) -> Option<WeightedFinding> {
    if context.settings.expert_weights != ExpertWeights::K {
        return None;
    }
    let k = |code: &Id| {
        let expert = context.tables.experts.iter().find(|expert| expert.id == *code)?;
        super::coefficient(expert).map(|found| found.k)
    };
    let weights: Vec<f64> = round.experts.iter().map(|code| k(code).unwrap_or(0.0)).collect();
    let items = cells.iter().map(|cell| {
        let found = weighted_summary(&panel.column(*cell), &weights)?;
        (context.settings.level(found.unweighted.n) >= PanelLevel::Quartiles).then_some(WeightedItem {
            mean: found.mean,
            median: found.median,
            q1: found.q1,
            q3: found.q3,
        })
    });
    Some(WeightedFinding {
        experts: weights.iter().filter(|w| **w > 0.0).count(),
        effective_n: effective_n(&weights)?,
        items: items.collect(),
    })
}

/// The cells shown item by item: those that were asked.
fn listed(panel: &Panel) -> Vec<usize> {
    if panel.columns.is_empty() {
        return (0..panel.cells()).collect();
    }
    if OWN_STAGE.contains(&panel.family.name) || panel.cells() > LISTED_CELLS {
        return Vec::new();
    }
    let width = panel.columns.len();
    let diagonal = |cell: &usize| panel.family.square() && cell / width == cell % width;
    (0..panel.cells()).filter(|cell| !diagonal(cell) && panel.asked(*cell)).collect()
}

/// Kendall's W of those who rated every item; absent below 8 of them, where it would be no evidence, unless the study
/// asks for every statistic.
fn kendall(panel: &Panel, settings: &Settings) -> Option<KendallFinding> {
    let row = |expert: usize| -> Option<Vec<f64>> {
        (0..panel.cells()).map(|cell| panel.slot(expert, cell).number()).collect()
    };
    let ratings: Vec<Vec<f64>> = (0..panel.experts).filter_map(row).collect();
    if settings.level(ratings.len()) < PanelLevel::Quartiles {
        return None;
    }
    let found = kendall_w(&ratings).ok()?;
    let word = match found.word? {
        Concordance::VeryWeak => "very-weak",
        Concordance::Weak => "weak",
        Concordance::Moderate => "moderate",
        Concordance::Strong => "strong",
        Concordance::UnusuallyStrong => "unusually-strong",
    };
    Some(KendallFinding {
        experts: found.raters,
        items: found.items,
        w: found.w?,
        word: word.to_owned(),
        chi2: found.chi_square?,
        df: found.df,
        p: found.p?,
    })
}

/// Fleiss' kappa over the experts who rated every item, on the points of the scale; from two items and 8 experts on.
fn fleiss(panel: &Panel, settings: &Settings) -> Option<FleissFinding> {
    let place = |value: f64| panel.points.iter().position(|point| (point - value).abs() < 1e-9);
    let row = |expert: usize| -> Option<Vec<usize>> {
        (0..panel.cells()).map(|cell| place(panel.slot(expert, cell).number()?)).collect()
    };
    let rated: Vec<Vec<usize>> = (0..panel.experts).filter_map(row).collect();
    if settings.level(rated.len()) < PanelLevel::Quartiles {
        return None;
    }
    let mut table = vec![vec![0; panel.points.len()]; panel.cells()];
    for row in &rated {
        table.iter_mut().zip(row).for_each(|(counts, category)| counts[*category] += 1);
    }
    let found = fleiss_kappa(&table).ok()?;
    let kappa = found.kappa?;
    let word = match KappaWord::of(kappa) {
        KappaWord::Poor => "poor",
        KappaWord::Slight => "slight",
        KappaWord::Fair => "fair",
        KappaWord::Moderate => "moderate",
        KappaWord::Substantial => "substantial",
        KappaWord::AlmostPerfect => "almost-perfect",
    };
    Some(FleissFinding {
        experts: rated.len(),
        items: panel.cells(),
        categories: panel.points.len(),
        kappa,
        word: word.to_owned(),
        observed: found.observed,
        expected: found.expected,
    })
}

/// Who entered and who left the range that counts as agreement, among the experts of both rounds.
fn sides(first: &[Option<f64>], second: &[Option<f64>], cut: f64) -> SidesFinding {
    let both = first.iter().zip(second).filter_map(|(a, b)| Some((reaches((*a)?, cut), reaches((*b)?, cut))));
    let count = |wanted: (bool, bool)| both.clone().filter(|pair| *pair == wanted).count();
    let (left, joined) = (count((true, false)), count((false, true)));
    let test = mcnemar(left as u64, joined as u64);
    SidesFinding {
        n: both.clone().count(),
        cut,
        left,
        joined,
        chi2: test.chi_square_corrected,
        p: test.p_corrected,
        p_exact: test.p_exact,
    }
}

/// The numbers that a group gave to a cell.
fn group_values(panel: &Panel, cell: usize, members: &[usize]) -> Vec<f64> {
    members.iter().filter_map(|expert| panel.slot(*expert, cell).number()).collect()
}

/// Pairs of groups of at least 5 on items with at least 12 answers; merged groups are contrasted with nobody.
fn contrasts(round: &Answered, panel: &Panel) -> Vec<GroupContrast> {
    let groups: Vec<&(String, Vec<usize>)> = round.shown.iter().filter(|(name, _)| name != OTHER).collect();
    let mut found = Vec::new();
    let mut p = Vec::new();
    for cell in 0..panel.cells() {
        if PanelLevel::of(panel.drawn(cell, None).len()) < PanelLevel::Full {
            continue;
        }
        for (index, (a, members_a)) in groups.iter().enumerate() {
            for (b, members_b) in groups.iter().skip(index + 1) {
                let (x, y) = (group_values(panel, cell, members_a), group_values(panel, cell, members_b));
                if x.len() < GROUP || y.len() < GROUP {
                    continue;
                }
                // No draws yet: the interval comes with the resampling.
                let none = IntervalDraws { count: 0, ..IntervalDraws::default() };
                let Some(pair) = contrast(&x, &y, "", &none) else { continue };
                p.push(Some(pair.test.p));
                found.push(GroupContrast {
                    id: panel.key(cell),
                    a: a.clone(),
                    b: b.clone(),
                    n_a: x.len(),
                    n_b: y.len(),
                    median_a: median(&x).unwrap_or_default(),
                    median_b: median(&y).unwrap_or_default(),
                    delta: pair.delta,
                    word: magnitude(pair.magnitude).to_owned(),
                    ..GroupContrast::default()
                });
            }
        }
    }
    for (contrast, adjusted) in found.iter_mut().zip(benjamini_hochberg(&p)) {
        contrast.p_adjusted = adjusted;
        contrast.detected = detected(contrast);
    }
    found
}

/// A difference is detected where the adjusted p is at most .05 and the interval, once drawn, leaves out zero.
fn detected(contrast: &GroupContrast) -> bool {
    let by_p = contrast.p_adjusted.is_some_and(|p| reaches(DETECTED, p));
    by_p && contrast.interval.is_none_or(|interval| interval.low > 0.0 || interval.high < 0.0)
}

const fn word(shape: Opinion) -> &'static str {
    match shape {
        Opinion::Consensus => "consensus",
        Opinion::Majority => "majority",
        Opinion::Bipolarity => "bipolarity",
        Opinion::Plurality => "plurality",
        Opinion::Disagreement => "disagreement",
    }
}

const fn magnitude(of: Magnitude) -> &'static str {
    match of {
        Magnitude::Negligible => "negligible",
        Magnitude::Small => "small",
        Magnitude::Medium => "medium",
        Magnitude::Large => "large",
    }
}

/// Draws the intervals of the contrasts of a round: each group with replacement, 95 %, percentiles. The draws are named
/// after the round alone, so that renaming an item changes nothing.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop.
pub fn intervals(
    context: &Context<'_>,
    round: &Answered,
    families: &mut [FamilyFinding],
    control: &Control,
) -> Result<(), Cancelled> {
    let settings = &context.settings;
    let count = u32::try_from(settings.resamples).unwrap_or(u32::MAX);
    let draws = IntervalDraws { seed: settings.seed, count, level: LEVEL };
    let members = |name: &str| {
        let group = round.shown.iter().find(|(other, _)| other == name);
        group.map_or(&[][..], |(_, members)| members.as_slice())
    };
    for found in families {
        // Contrasts exist only for families of which the round's items say which panel it is.
        let of = |panel: &&Panel| {
            let named = |pair: &GroupContrast| panel.cell(&pair.id, None).is_some();
            panel.family.name == found.family && found.groups.iter().all(named)
        };
        let Some(panel) = round.panels.iter().find(of) else { continue };
        found.groups.par_iter_mut().try_for_each(|pair| {
            control.check()?;
            let Some(cell) = panel.cell(&pair.id, None) else { return Ok(()) };
            let (x, y) =
                (group_values(panel, cell, members(&pair.a)), group_values(panel, cell, members(&pair.b)));
            let drawn = contrast(&x, &y, round.id.as_str(), &draws).and_then(|drawn| drawn.interval);
            pair.interval = drawn.map(|interval| Range { low: interval.low, high: interval.high });
            pair.detected = detected(pair);
            control.advance(1);
            Ok(())
        })?;
    }
    Ok(())
}

/// For each expert of a round, the same expert's place in an earlier one.
fn same_experts(round: &Answered, earlier: &Answered) -> Vec<Option<usize>> {
    round.experts.iter().map(|expert| earlier.experts.iter().position(|other| other == expert)).collect()
}

fn stability(
    context: &Context<'_>,
    panel: &Panel,
    cell: usize,
    earlier: &Panel,
    same: &[Option<usize>],
    stat: &ItemStat,
) -> Option<ItemStability> {
    let id = panel.key(cell);
    let old = earlier.cell(&id, None)?;
    let second = panel.column(cell);
    let first: Vec<Option<f64>> =
        same.iter().map(|place| place.and_then(|expert| earlier.slot(expert, old).number())).collect();
    let found = consensus::stability(&first, &second, &panel.points)?;
    let level = context.settings.level(found.n);
    let mut out =
        ItemStability { id, n: found.n, level: PanelLevel::of(found.n), ..ItemStability::default() };
    if level < PanelLevel::Counts {
        return Some(out);
    }
    out.median_before = found.first.median;
    out.median_after = found.second.median;
    out.moved = Some(Count { k: found.moved, n: found.n });
    out.stable = found.change.map(|change| exceeds(context.settings.stability, change));
    let open = stat.consensus.as_ref().is_some_and(|consensus| !consensus.reached);
    out.stable_without_consensus = out.stable == Some(true) && open;
    if level >= PanelLevel::Quartiles {
        out.iqr_before = found.first.iqr;
        out.iqr_after = found.second.iqr;
        out.change = found.change;
        out.delta_cv = found.cv_change;
        out.relative_iqr_change = found.relative_iqr_change;
        out.spearman = found.spearman;
        out.wilcoxon =
            found.wilcoxon.as_ref().map(|test| WilcoxonFinding { n: test.n, w: test.w, p: test.p });
        if let Some(moves) = transition(&first, &second) {
            let kappa = |weights| cohen_kappa(&moves.table, weights).ok().flatten();
            out.kappa = kappa(KappaWeights::Quadratic);
            out.kappa_nominal = kappa(KappaWeights::None);
            out.transition = moves.chi_square.zip(moves.p).map(|(chi2, p)| TransitionFinding {
                chi2,
                df: moves.df,
                p,
                rough: moves.rough(),
            });
        }
        out.sides = stat.agreement_cut.map(|cut| sides(&first, &second, cut));
        // The shape of an opinion that still moves says nothing.
        if out.stable == Some(true) {
            let values: Vec<f64> = second.iter().flatten().copied().collect();
            let item = describe(&values, &panel.points, context.settings.agreement_from);
            let shape = opinion(&item, stat.consensus.as_ref().map(|consensus| consensus.reached));
            out.opinion = shape.map(|shape| word(shape).to_owned());
        }
    }
    Some(out)
}
