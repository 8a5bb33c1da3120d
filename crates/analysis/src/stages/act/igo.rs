//! The actions on the plane of importance and governability.

use std::collections::BTreeSet;

use atalaya_methods::{
    control::{Cancelled, Control},
    igo::{Class, Cut, Items, igo},
    resample::replicates,
};
use atalaya_model::{
    Code, Id, Kind,
    choice::{Choice, IgoCut},
};

use crate::{
    context::{Context, Trace},
    findings::{IgoFinding, IgoItem, IgoZone, ItemStat},
    item::item,
    panel::{Answered, Panel},
    settings::Settings,
};

use super::drawn::{Drawn, stability};

/// The two families, in the order of the plane's arrays here.
const FAMILIES: [&str; 2] = ["importance", "governability"];

type Asked<'a> = Option<(&'a Answered, &'a Panel)>;

fn asked<'a>(context: &'a Context<'_>) -> [Asked<'a>; 2] {
    FAMILIES.map(|family| context.last(family, Kind::Action))
}

const fn zone(class: Class) -> IgoZone {
    match class {
        Class::Immediate => IgoZone::Immediate,
        Class::Challenge => IgoZone::Challenge,
        Class::LessUrgent => IgoZone::LessUrgent,
        Class::Unnecessary => IgoZone::Unnecessary,
    }
}

/// The plane; governability is that of the study's subject, so without one there is none.
pub fn run(context: &Context<'_>, trace: &mut Trace) -> Option<IgoFinding> {
    let asked = asked(context);
    if !context.tables.actions.is_empty() {
        for (family, panel) in FAMILIES.iter().zip(&asked) {
            if panel.is_none() {
                trace.gap("act", Code::NoFamily, &[("family", family), ("kind", "action")]);
            }
        }
    }
    if context.study.frame.subject.is_empty() || asked.iter().all(Option::is_none) {
        return None;
    }
    let mut node = trace
        .node(context, "act.igo", "igo")
        .convention(match context.settings.igo_cut {
            IgoCut::Fixed => "fixed-cut",
            IgoCut::Mean => "mean-cut",
            IgoCut::Median => "median-cut",
        })
        .rules(&["igo_cut", "igo_importance", "igo_governability"]);
    for (_, panel) in asked.iter().flatten() {
        node = node.answers(panel);
    }
    let trace = node.done();
    let mut items: Vec<IgoItem> =
        actions(context, &asked).iter().map(|id| judged(context, id, &asked)).collect();
    let settings = &context.settings;
    let median = |of: fn(&IgoItem) -> &ItemStat| items.iter().map(|i| of(i).median).collect::<Vec<_>>();
    let spread = |of: fn(&IgoItem) -> &ItemStat| items.iter().map(|i| interval(of(i))).collect::<Vec<_>>();
    let plane = igo(
        &Items {
            importance: &median(|i| &i.importance),
            governability: &median(|i| &i.governability),
            importance_interval: &spread(|i| &i.importance),
            governability_interval: &spread(|i| &i.governability),
        },
        cut(settings, settings.igo_importance),
        cut(settings, settings.igo_governability),
    )?;
    for (item, placed) in items.iter_mut().zip(&plane.items) {
        item.zone = placed.class.map(zone);
        item.borderline = placed.borderline;
        item.rank = placed.place.map(|(first, last)| f64::midpoint(f64::from(first), f64::from(last)));
    }
    Some(IgoFinding {
        rule: settings.igo_cut.as_str().to_owned(),
        importance_cut: plane.importance_cut,
        governability_cut: plane.governability_cut,
        items,
        trace,
    })
}

/// Where an axis is cut by the study's rule.
const fn cut(settings: &Settings, fixed: f64) -> Cut {
    match settings.igo_cut {
        IgoCut::Fixed => Cut::Fixed(fixed),
        IgoCut::Mean => Cut::Mean,
        IgoCut::Median => Cut::Median,
    }
}

/// The actions asked in either family.
fn actions(context: &Context<'_>, asked: &[Asked<'_>; 2]) -> Vec<Id> {
    let all: BTreeSet<&Id> = asked.iter().flatten().flat_map(|(_, panel)| &panel.rows).collect();
    context.tables.actions.iter().map(|action| &action.id).filter(|id| all.contains(id)).cloned().collect()
}

fn judged(context: &Context<'_>, id: &Id, asked: &[Asked<'_>; 2]) -> IgoItem {
    let stat = |of: &Asked<'_>| {
        let found =
            of.and_then(|(_, panel)| Some(item(panel, panel.cell(id.as_str(), None)?, &context.settings)));
        found.unwrap_or_else(|| ItemStat { id: id.to_string(), ..ItemStat::default() })
    };
    let [importance, governability] = asked.each_ref().map(stat);
    IgoItem { id: id.to_string(), importance, governability, ..IgoItem::default() }
}

/// The quartiles, or the extremes where there are none.
fn interval(stat: &ItemStat) -> Option<(f64, f64)> {
    stat.q1.zip(stat.q3).or_else(|| stat.min.zip(stat.max))
}

/// Adds how stable each class is. Importance and governability may have been asked in different rounds; each is drawn in
/// its own.
pub fn resample(
    context: &Context<'_>,
    finding: Option<&mut IgoFinding>,
    control: &Control,
) -> Result<(), Cancelled> {
    let Some(finding) = finding else { return Ok(()) };
    let [Some(importance), Some(governability)] = asked(context) else { return Ok(()) };
    let settings = &context.settings;
    let cuts = [cut(settings, settings.igo_importance), cut(settings, settings.igo_governability)];
    let mut drawn = Vec::with_capacity(2);
    for (round, panel) in [importance, governability] {
        let items: Vec<Drawn> = finding.items.iter().map(|i| Drawn::cell(panel, &i.id, None)).collect();
        let medians = replicates(&round.resampling(&context.settings), control, |weights| {
            items.iter().map(|item| item.median(Some(weights))).collect::<Vec<_>>()
        })?;
        drawn.push((items, medians));
    }
    let [(items_x, x), (items_y, y)] = drawn.as_slice() else { return Ok(()) };
    // A relative cut moves with the panel that is drawn.
    let at: Vec<_> = x.iter().zip(y).map(|(x, y)| cuts[0].value(x).zip(cuts[1].value(y))).collect();
    for (index, item) in finding.items.iter_mut().enumerate() {
        let Some(own) = item.zone else { continue };
        let held = x.iter().zip(y).zip(&at).map(|((x, y), cuts)| {
            let point = x.get(index).copied().flatten().zip(y.get(index).copied().flatten());
            point.zip(*cuts).is_some_and(|((i, g), cuts)| zone(Class::of(i, g, cuts.0, cuts.1)) == own)
        });
        let answers = [items_x, items_y].map(|items| items.get(index).map_or(0, Drawn::n));
        item.stability = stability(&answers, held);
    }
    Ok(())
}
