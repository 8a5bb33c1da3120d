//! The cone of plausibility: the layers of the future by what the study's records say of each scenario (Voros 2003), and
//! the way back into history (Taylor 1990) by what was scanned.

use atalaya_methods::cone::{Known, Layer, Rule, reach, rule};
use atalaya_model::{
    Kind,
    choice::{Choice, ScenarioKind},
    records::Frame,
};

use crate::{
    context::{Context, Trace},
    findings::{
        ConeEnd, ConeFinding, ConeHistory, ConeLayer, Count, ProbabilityFinding, Range, ScanFinding,
        ScenarioFinding, YearCount,
    },
};

/// Scenarios spread over the cone's height by their position on the plane (an order, not a measure), each in its layer.
/// Absent without scenarios of a future, or without a base year and a later horizon.
#[must_use]
pub fn run(
    context: &Context<'_>,
    trace: &mut Trace,
    scan: &ScanFinding,
    scenarios: &[ScenarioFinding],
    probabilities: Option<&ProbabilityFinding>,
) -> Option<ConeFinding> {
    let frame = &context.study.frame;
    let (base, horizon) = (frame.base_year?, frame.horizon?);
    let mut ends: Vec<&ScenarioFinding> =
        scenarios.iter().filter(|s| s.kind != ScenarioKind::Present.as_str()).collect();
    if ends.is_empty() || horizon <= base {
        return None;
    }
    let place = |s: &ScenarioFinding| (s.x.unwrap_or(0.0) + s.y.unwrap_or(0.0), s.y.unwrap_or(0.0));
    ends.sort_by(|a, b| {
        let ((p, q), (r, s)) = (place(a), place(b));
        p.total_cmp(&r).then(q.total_cmp(&s)).then_with(|| atalaya_model::id::natural_cmp(&a.id, &b.id))
    });
    let steps = (ends.len() - 1).max(1) as f64;
    let mut heights = Vec::new();
    let ends: Vec<ConeEnd> = ends
        .iter()
        .enumerate()
        .map(|(index, scenario)| {
            let height = if ends.len() == 1 { 0.0 } else { -0.8 + 1.6 * index as f64 / steps };
            let (end, layer) = end(context, scenario, height, probabilities);
            heights.push((height, layer));
            end
        })
        .collect();
    let layers = [Layer::Possible, Layer::Plausible, Layer::Probable].into_iter().filter_map(|layer| {
        let range = reach(&heights, layer)?;
        Some(ConeLayer {
            name: layer_name(layer).to_owned(),
            reach: Range { low: range.low, high: range.high },
        })
    });
    let mut years: Vec<i64> =
        frame.periods.iter().filter_map(|p| Frame::period_years(p)).map(|(_, to)| to).collect();
    years.extend([base, horizon]);
    years.retain(|year| (base..=horizon).contains(year));
    years.sort_unstable();
    years.dedup();
    let history = history(scan, base);
    let mut node = trace.node(context, "explore.cone", "cone").convention("named-layers");
    if let Some((_, panel)) = context.last("desirability", Kind::Scenario) {
        node = node.answers(panel);
    }
    node = node.records(Kind::WildCard).input("explore.scenarios");
    if probabilities.is_some_and(ProbabilityFinding::asked) {
        node = node.input("explore.probabilities");
    }
    if history.is_some() {
        node = node.input("scan.evidence").input("scan.series");
    }
    Some(ConeFinding {
        layers: layers.collect(),
        wild_cards: context.tables.wild_cards.iter().map(|card| card.id.to_string()).collect(),
        trace: node.done(),
        ends,
        years,
        history,
    })
}

fn end(
    context: &Context<'_>,
    scenario: &ScenarioFinding,
    height: f64,
    probabilities: Option<&ProbabilityFinding>,
) -> (ConeEnd, Layer) {
    let asked = probabilities.filter(|p| p.asked());
    let corner = asked.and_then(|p| {
        let own = p.corners.iter().find(|c| c.scenario.as_deref() == Some(&*scenario.id))?;
        Some((own.mean, p.corners.len()))
    });
    let plausible = scenario.plausible.filter(|count| count.n > 0);
    let rule = rule(&Known {
        excluded: !scenario.excluded.is_empty(),
        plausible: plausible.map(|count| (count.k, count.n)),
        probability: corner,
    });
    let desirable = desirable(context, &scenario.id);
    let end = ConeEnd {
        scenario: scenario.id.clone(),
        height,
        layer: layer_name(rule.layer()).to_owned(),
        rule: rule_name(rule).to_owned(),
        plausible: plausible.map(|count| 2 * count.k >= count.n),
        probability: corner.map(|(p, _)| p),
        desirable,
        preferable: desirable.map(|count| 2 * count.k >= count.n),
        bet: false,
        trend: scenario.kind == ScenarioKind::Trend.as_str(),
    };
    (end, rule.layer())
}

/// How many call a scenario desirable, 4 or 5 of 5.
fn desirable(context: &Context<'_>, scenario: &str) -> Option<Count> {
    let (_, panel) = context.last("desirability", Kind::Scenario)?;
    let values = panel.drawn(panel.cell(scenario, None)?, None);
    let count = Count { k: values.iter().filter(|v| **v >= 4.0 - 1e-9).count(), n: values.len() };
    (count.n > 0).then_some(count)
}

/// What was scanned of the years up to the base year; absent where nothing reaches further back than it.
fn history(scan: &ScanFinding, base: i64) -> Option<ConeHistory> {
    let facts: Vec<YearCount> = scan.by_year.iter().filter(|year| year.year <= base).cloned().collect();
    let starts = scan.series.iter().filter_map(|series| series.values.iter().map(|point| point.year).min());
    let starts: Vec<i64> = starts.filter(|year| *year < base).collect();
    let from = facts.iter().map(|year| year.year).min().filter(|year| *year < base);
    let series_from = starts.iter().copied().min();
    Some(ConeHistory { from: from.or(series_from)?, facts, series: starts.len(), series_from })
}

const fn layer_name(layer: Layer) -> &'static str {
    match layer {
        Layer::Potential => "potential",
        Layer::Possible => "possible",
        Layer::Plausible => "plausible",
        Layer::Probable => "probable",
    }
}

const fn rule_name(rule: Rule) -> &'static str {
    match rule {
        Rule::Excluded => "excluded",
        Rule::NotJudged => "not-judged",
        Rule::Minority => "minority",
        Rule::Half => "half",
        Rule::AboveEqual => "above-equal",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::{Point, SeriesFinding};

    #[test]
    fn history_is_what_was_scanned_up_to_the_base_year() {
        let year = |year, count| YearCount { year, count };
        let series = |years: &[i64]| SeriesFinding {
            values: years.iter().map(|year| Point { year: *year, value: 1.0 }).collect(),
            ..SeriesFinding::default()
        };
        let mut scan = ScanFinding {
            by_year: vec![year(2011, 3), year(2018, 5), year(2020, 1)],
            series: vec![series(&[1990, 2000]), series(&[2019])],
            ..ScanFinding::default()
        };
        let found = history(&scan, 2018).unwrap();
        assert_eq!((found.from, found.series, found.series_from), (2011, 1, Some(1990)));
        assert_eq!(found.facts.iter().map(|y| y.year).collect::<Vec<_>>(), [2011, 2018]);
        scan.by_year.retain(|year| year.year >= 2018);
        assert_eq!(history(&scan, 2018).unwrap().from, 1990);
        scan.series.clear();
        assert_eq!(history(&scan, 2018), None);
    }
}
