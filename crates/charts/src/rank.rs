//! Two orders side by side, with lines between the places of each item and the intervals of their ranks.

use crate::axis::Scale;
use crate::font::{self, Weight};
use crate::frame::{Entry, Frame, Head, Page, Sign};
use crate::svg::{Paint, Svg, Type};

/// An item in both orders.
#[derive(Clone, Debug)]
pub struct RankItem {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Rank in the first order; ties share their mean rank.
    pub before: f64,
    /// Rank in the second order.
    pub after: f64,
    /// Interval of the first rank.
    pub before_interval: Option<(f64, f64)>,
    /// Interval of the second rank.
    pub after_interval: Option<(f64, f64)>,
    /// Whether the finding is about it.
    pub strong: bool,
}

/// Two orders.
#[derive(Clone, Debug)]
pub struct RankChart {
    /// Titles and corner.
    pub head: Head,
    /// Name of the first order.
    pub before: String,
    /// Name of the second.
    pub after: String,
    /// Items, in any order.
    pub items: Vec<RankItem>,
    /// What the intervals are; empty where there are none.
    pub interval: String,
    /// What the strong lines mean; empty to leave it out.
    pub strong: String,
}

/// Draws two orders.
#[must_use]
pub fn ranks(spec: &RankChart, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let ink = page.ink;
    let size = page.label();
    let row = size * 1.55;
    let count = spec.items.len().max(1) as f64;
    let top = page.top + size * 1.8;
    let sy =
        Scale::new((1.0, count.max(2.0)), (top + row / 2.0, top + row / 2.0 + row * (count.max(2.0) - 1.0)));
    let places = (columns(spec, true), columns(spec, false));

    let has_intervals = spec.items.iter().any(|i| i.before_interval.is_some() || i.after_interval.is_some());
    let pad = size * 0.6 + if has_intervals { page.small() * 3.9 } else { 0.0 };
    let side = if frame.narrow() {
        font::widest(spec.items.iter().map(|i| i.code.as_str()), size, Weight::Bold) + size * 3.3
    } else {
        let widest = spec
            .items
            .iter()
            .map(|i| font::width(&format!("{} {}", i.code, i.name), size, Weight::Bold))
            .fold(0.0, f64::max);
        // The lines keep room between both lists.
        let most = page.width() / 2.0 - size * 7.6 - pad;
        widest.min(page.width() * 0.34).min(most) + size * 4.1
    };
    let (x0, x1) = (page.left + side + pad, page.right - side - pad);

    let bold = page.plain().bold();
    let name = |text: &str| font::shorten(text, size, Weight::Bold, page.width() * 0.48);
    let (before, after) = (name(&spec.before), name(&spec.after));
    page.canvas.text((page.left, page.top + size), &before, bold);
    page.canvas.text((page.right, page.top + size), &after, bold.end());

    let mut order: Vec<usize> = (0..spec.items.len()).collect();
    order.sort_by_key(|i| spec.items[*i].strong);
    for index in order {
        let item = &spec.items[index];
        let (y0, y1) = (sy.at(places.0[index]), sy.at(places.1[index]));
        let colour = if item.strong { ink.accent } else { ink.rule };
        page.canvas.open(&format!(
            "{} {}: {} → {}",
            item.code,
            item.name,
            frame.words.short(item.before, 1),
            frame.words.short(item.after, 1)
        ));
        let (a, b) = (x0 + (x1 - x0) * 0.3, x0 + (x1 - x0) * 0.7);
        let path = crate::svg::Path::new().to(x0, y0).curve(a, y0, b, y1, x1, y1);
        let paint = Paint::line(colour, if item.strong { 2.4 } else { 1.0 });
        page.canvas.path(&path, if item.strong { paint } else { paint.opacity(0.75) });
        for (x, y) in [(x0, y0), (x1, y1)] {
            page.canvas.circle((x, y), if item.strong { 4.0 } else { 2.8 }, Paint::fill(colour));
        }
        let ranks = [shared(spec, item.before, |i| i.before), shared(spec, item.after, |i| i.after)];
        let ranks = ranks.map(|ends| told(frame, ends));
        labels(&mut page, item, &ranks, (x0 - pad, y0), (x1 + pad, y1), side);
        page.canvas.close();
    }
    let bottom = top + row * count.max(2.0);
    let mut entries = Vec::new();
    if has_intervals && !spec.interval.is_empty() {
        entries.push(Entry { sign: Sign::Word, text: spec.interval.clone() });
    }
    if spec.items.iter().any(|i| i.strong) && !spec.strong.is_empty() {
        entries.push(Entry { sign: Sign::Line(ink.accent, 2.4, false), text: spec.strong.clone() });
    }
    let mut y = page.legend(&entries, bottom + size * 0.4);
    if frame.narrow() {
        let mut pairs: Vec<(String, String)> =
            spec.items.iter().map(|i| (i.code.clone(), i.name.clone())).collect();
        pairs.retain(|(_, name)| !name.is_empty());
        y = page.key(&pairs, y + size * 0.4);
    }
    page.finish(y)
}

/// Distinct rows for items that share a rank: by rank, then by their order in the list.
fn columns(spec: &RankChart, before: bool) -> Vec<f64> {
    let rank = |i: &RankItem| if before { i.before } else { i.after };
    let mut order: Vec<usize> = (0..spec.items.len()).collect();
    // Items that share a rank stand in the order of the other side, so that no line crosses for nothing.
    let other = |i: &RankItem| if before { i.after } else { i.before };
    order.sort_by(|a, b| {
        let (first, second) = (&spec.items[*a], &spec.items[*b]);
        rank(first).total_cmp(&rank(second)).then(other(first).total_cmp(&other(second))).then(a.cmp(b))
    });
    let mut places = vec![1.0; spec.items.len()];
    for (place, index) in order.into_iter().enumerate() {
        places[index] = place as f64 + 1.0;
    }
    places
}

/// The places that items of one rank share, as the tables print them: from 4 to 5 where two share the rank 4.5.
fn shared(spec: &RankChart, own: f64, rank: fn(&RankItem) -> f64) -> (f64, f64) {
    let alike = spec.items.iter().filter(|item| (rank(item) - own).abs() < 1e-9).count();
    let half = (alike as f64 - 1.0) / 2.0;
    // Ranks that are no mean of the shared places are told as they are.
    if (own - half).fract().abs() < 1e-9 { (own - half, own + half) } else { (own, own) }
}

fn told(frame: &Frame<'_>, (low, high): (f64, f64)) -> String {
    let (low, high) = (frame.words.short(low, 1), frame.words.short(high, 1));
    if low == high { low } else { format!("{low}–{high}") }
}

fn labels(
    page: &mut Page<'_>,
    item: &RankItem,
    ranks: &[String; 2],
    left: (f64, f64),
    right: (f64, f64),
    side: f64,
) {
    let ink = page.ink;
    let size = page.label();
    let weight = if item.strong { Weight::Bold } else { Weight::Regular };
    let set = Type { weight, ..Type::new(size, if item.strong { ink.accent } else { ink.ink }) };
    let number = Type::new(size, ink.muted);
    let text = if page.frame.narrow() || item.name.is_empty() {
        item.code.clone()
    } else {
        font::shorten(&format!("{} {}", item.code, item.name), size, weight, side - size * 3.9)
    };
    let lift = size * 0.35;
    page.canvas.text((left.0 - size * 3.6, left.1 + lift), &text, set.end());
    page.canvas.text((left.0 - size * 0.3, left.1 + lift), &ranks[0], number.end());
    page.canvas.text((right.0 + size * 0.3, right.1 + lift), &ranks[1], number);
    let small = Type::new(page.small(), ink.muted);
    let interval = |ends: (f64, f64)| format!("({})", told(&page.frame, ends));
    let intervals = [item.before_interval, item.after_interval].map(|ends| ends.map(interval));
    if let Some(text) = &intervals[0] {
        page.canvas.text((left.0 + size * 0.1, left.1 + lift), text, small);
    }
    if let Some(text) = &intervals[1] {
        page.canvas.text((right.0 - size * 0.1, right.1 + lift), text, small.end());
    }
    page.canvas.text((right.0 + size * 3.6, right.1 + lift), &text, set);
}
