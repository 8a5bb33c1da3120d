//! Régnier's abacus on the colour votes of a round.

use atalaya_methods::{
    abacus::{self as method, Colour},
    control::{Cancelled, Control},
    resample::{quantile_type1, replicates},
};

use crate::{
    context::{Context, Trace},
    findings::{AbacusFinding, AbacusItem, PanelLevel, Range},
    panel::{Answered, Panel, Slot},
};

/// The family of colour votes.
pub const FAMILY: &str = "colour";

fn colour(slot: Slot) -> Option<Colour> {
    match slot {
        Slot::Number(value) | Slot::Span(_, value, _) => match value as i64 {
            5 => Some(Colour::DarkGreen),
            4 => Some(Colour::LightGreen),
            3 => Some(Colour::Yellow),
            2 => Some(Colour::Pink),
            1 => Some(Colour::Red),
            _ => None,
        },
        Slot::Blank => Some(Colour::White),
        Slot::Abstained => Some(Colour::Black),
        Slot::Missing | Slot::Potential => None,
    }
}

const fn letter(colour: Option<Colour>) -> &'static str {
    match colour {
        Some(Colour::DarkGreen) => "5",
        Some(Colour::LightGreen) => "4",
        Some(Colour::Yellow) => "3",
        Some(Colour::Pink) => "2",
        Some(Colour::Red) => "1",
        Some(Colour::White) => "W",
        Some(Colour::Black) => "B",
        None => "",
    }
}

/// How many votes of each kind an item got.
struct Cast {
    coloured: usize,
    blank: usize,
    abstained: usize,
}

impl Cast {
    fn of(votes: &[Option<Colour>]) -> Self {
        let count = |own: Colour| votes.iter().filter(|vote| **vote == Some(own)).count();
        let (blank, abstained) = (count(Colour::White), count(Colour::Black));
        Self { coloured: votes.iter().flatten().count() - blank - abstained, blank, abstained }
    }

    fn all(&self) -> usize {
        self.coloured + self.blank + self.abstained
    }
}

/// The abacus of every round that asked for colours.
#[must_use]
pub fn run(context: &Context<'_>, trace: &mut Trace) -> Vec<AbacusFinding> {
    let mut out = Vec::new();
    for (round, panel) in asked(context) {
        let key = format!("consult.{}.abacus.{}", round.id, panel.kind.as_str());
        let key = trace.node(context, &key, "abacus").rules(&["min_group"]).answers(panel).done();
        let (items, experts) = (panel.cells(), panel.experts);
        let mut votes: Vec<Option<Colour>> =
            (0..items).flat_map(|item| (0..experts).map(move |e| colour(panel.slot(e, item)))).collect();
        // What too few of a larger panel answered is no part of any tally or order.
        let cast: Vec<Cast> = votes.chunks(experts.max(1)).map(Cast::of).collect();
        let told = |cast: &Cast| panel.shows(cast.all(), context.settings.min_answers);
        for (own, _) in votes.chunks_mut(experts.max(1)).zip(&cast).filter(|(_, cast)| !told(cast)) {
            own.fill(None);
        }
        let Ok(found) = method::abacus(items, experts, &votes) else { continue };
        let named = |order: &[usize]| order.iter().map(|item| panel.key(*item)).collect::<Vec<_>>();
        let answering = panel.answering().len();
        let row = |item: &usize| {
            let cell = |e: &usize| letter(votes.get(item * experts + e).copied().flatten()).to_owned();
            found.order_of_experts.iter().map(cell).collect()
        };
        let shown = answering >= context.settings.min_group;
        out.push(AbacusFinding {
            round: round.id.to_string(),
            experts: answering,
            items: found
                .items
                .iter()
                .zip(&cast)
                .enumerate()
                .map(|(item, (of, cast))| {
                    let own = tally(panel.key(item), of);
                    match (told(cast), context.settings.level(own.n) < PanelLevel::Counts) {
                        (false, _) => AbacusItem {
                            id: own.id,
                            n: cast.coloured,
                            blank: cast.blank,
                            abstained: cast.abstained,
                            ..AbacusItem::default()
                        },
                        // A few people are no panel that agrees or differs.
                        (true, true) => AbacusItem { consensus: None, consensus_place: None, ..own },
                        (true, false) => own,
                    }
                })
                .collect(),
            by_favour: named(&found.order_by_favour),
            by_consensus: named(&found.order_by_consensus),
            votes: if shown { found.order_by_favour.iter().map(row).collect() } else { Vec::new() },
            trace: key,
        });
    }
    out
}

fn asked<'a>(context: &'a Context<'_>) -> impl Iterator<Item = (&'a Answered, &'a Panel)> {
    let panels = context.rounds.iter().flat_map(|round| round.panels.iter().map(move |panel| (round, panel)));
    panels.filter(|(_, panel)| panel.family.name == FAMILY)
}

fn tally(id: String, item: &method::Item) -> AbacusItem {
    let of = &item.tally;
    AbacusItem {
        id,
        n: of.coloured as usize,
        counts: Some(of.counts.map(|count| count as usize)),
        blank: of.blank as usize,
        abstained: of.abstained as usize,
        mean: of.mean,
        sd: of.sd_population,
        consensus: of.consensus,
        net: of.net,
        favour_place: item.by_favour,
        consensus_place: item.by_consensus,
        interval: None,
    }
}

/// Adds the interval of each mean over resampled panels, from 8 coloured votes on.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop.
pub fn resample(
    context: &Context<'_>,
    findings: &mut [AbacusFinding],
    control: &Control,
) -> Result<(), Cancelled> {
    for (finding, (round, panel)) in findings.iter_mut().zip(asked(context)) {
        let means = replicates(&round.resampling(&context.settings), control, |weights| {
            let mean = |item: usize| {
                let values = panel.drawn(item, Some(weights));
                atalaya_methods::descriptive::mean(&values)
            };
            (0..panel.cells()).map(mean).collect::<Vec<_>>()
        })?;
        for (index, item) in
            finding.items.iter_mut().enumerate().filter(|(_, item)| item.n >= 8 && item.counts.is_some())
        {
            let mut drawn: Vec<f64> = means.iter().filter_map(|draw| draw[index]).collect();
            drawn.sort_by(f64::total_cmp);
            let end = |p: f64| quantile_type1(&drawn, p);
            item.interval = end(0.05).zip(end(0.95)).map(|(low, high)| Range { low, high });
        }
    }
    Ok(())
}
