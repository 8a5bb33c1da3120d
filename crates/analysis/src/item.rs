//! The statistics of an item, within what its n may print.

use std::collections::BTreeMap;

use atalaya_methods::{
    consensus::{Rule, Verdict},
    descriptive::{Item, describe},
};
use atalaya_model::choice::Choice;

use crate::{
    findings::{ConsensusFinding, Count, ItemStat, PanelLevel},
    panel::Panel,
    settings::Settings,
};

/// The statistics of a cell of a panel. One answer, or answers one by one, are given only where the cell may be shown;
/// nothing is classed by what one of many said. Who alone was asked, as a decision-maker, speaks for themselves.
#[must_use]
pub fn item(panel: &Panel, cell: usize, settings: &Settings) -> ItemStat {
    let values = panel.drawn(cell, None);
    let mut stat = of_values(&values, &panel.points, settings);
    stat.id = panel.key(cell);
    stat.abstained = panel.abstained(cell);
    if !panel.shows(stat.n, settings.min_answers) {
        stat.values.clear();
        stat.median = stat.median.filter(|_| stat.n > 1 || panel.experts == 1);
    }
    stat
}

/// The same for a list of answers, which tells nothing but their number where the cell may not be shown.
#[must_use]
pub fn listed(panel: &Panel, cell: usize, settings: &Settings) -> ItemStat {
    let stat = item(panel, cell, settings);
    if panel.shows(stat.n, settings.min_answers) {
        return stat;
    }
    ItemStat { id: stat.id, n: stat.n, abstained: stat.abstained, ..ItemStat::default() }
}

/// The statistics of numbers on a scale.
#[must_use]
pub fn of_values(values: &[f64], points: &[f64], settings: &Settings) -> ItemStat {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len();
    let told = settings.level(n);
    let mut stat = ItemStat { n, level: PanelLevel::of(n), ..ItemStat::default() };
    if n <= 4 {
        stat.values.clone_from(&sorted);
        stat.median = stat.values.first().copied().filter(|_| n == 1);
    }
    if told < PanelLevel::Counts {
        return stat;
    }
    let item = describe(&sorted, points, settings.agreement_from);
    let summary = &item.summary;
    stat.min = summary.min;
    stat.max = summary.max;
    stat.median = summary.median;
    stat.histogram = item.counts.iter().map(|c| Count { k: *c as usize, n }).collect();
    if item.agreement_from.is_some() {
        stat.agreement = Some(Count { k: item.agreement.k, n: item.agreement.n });
        stat.agreement_cut = item.agreement_from;
    }
    stat.bipolar = item.bipolar;
    if told >= PanelLevel::Quartiles {
        stat.q1 = summary.q1;
        stat.q3 = summary.q3;
        stat.iqr = summary.iqr;
        stat.mean = summary.mean;
        stat.sd = summary.sd;
        stat.cv = summary.cv;
    }
    stat.consensus = consensus(&item, points, settings);
    stat
}

fn consensus(item: &Item, points: &[f64], settings: &Settings) -> Option<ConsensusFinding> {
    // Thresholds are in points of a scale: a year or a probability has none.
    if points.is_empty() {
        return None;
    }
    let verdict = Verdict::of(item, &settings.thresholds(points));
    let rule = settings.consensus_rule();
    let reached = verdict.by(rule)?;
    let by_rule: BTreeMap<String, bool> =
        [(Rule::Iqr, "iqr"), (Rule::Agreement, "agreement"), (Rule::Cv, "cv")]
            .into_iter()
            .filter_map(|(rule, name)| Some((name.to_owned(), verdict.by(rule)?)))
            .collect();
    let others = by_rule.iter().filter(|(name, _)| name.as_str() != settings.consensus.as_str());
    let fragile = reached && others.clone().count() == 2 && others.clone().all(|(_, said)| !said);
    Some(ConsensusFinding { rule: settings.consensus.as_str().to_owned(), reached, by_rule, fragile })
}
