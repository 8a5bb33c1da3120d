//! The impact diagram of a scenario: for each variant who pushes for it and against it, and their balance.

use crate::axis::{Print, Scale, extent, padded, ticks};
use crate::font::{self, Weight};
use crate::frame::{Entry, Frame, Head, Page, Sign};
use crate::mark::{self, Shape};
use crate::svg::{Area, Paint, Svg, Type};

/// A variant within the scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Variant {
    /// Its name.
    pub name: String,
    /// Whether the scenario chooses it.
    pub chosen: bool,
    /// The sum of the pushes.
    pub balance: f64,
    /// Who pushes, the strongest first, and how much.
    pub pushes: Vec<(String, f64)>,
}

/// A descriptor within the scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// Its name, with its margin.
    pub name: String,
    /// Whether the finding is about it.
    pub strong: bool,
    /// Its variants.
    pub variants: Vec<Variant>,
}

/// An impact diagram.
#[derive(Clone, Debug)]
pub struct Impact {
    /// Titles and corner.
    pub head: Head,
    /// The descriptors.
    pub blocks: Vec<Block>,
    /// Name of the measure.
    pub measure: String,
    /// Words for pushes for and against, for the balance of the variant chosen and for that of a rival.
    pub words: [String; 4],
}

/// Draws an impact diagram; below the variant chosen stands who pushes for and against it.
#[must_use]
pub fn impact(spec: &Impact, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let (ink, size, small) = (page.ink, page.label(), page.small());
    let variants = || spec.blocks.iter().flat_map(|block| &block.variants);
    let names = font::widest(variants().map(|v| v.name.as_str()), size, Weight::Bold)
        .min(page.width() * if frame.narrow() { 0.32 } else { 0.26 })
        + size * 0.8;
    let sum = |v: &Variant, sign: f64| v.pushes.iter().map(|p| p.1).filter(|x| x * sign > 0.0).sum::<f64>();
    let ends = variants().flat_map(|v| [sum(v, -1.0), sum(v, 1.0), v.balance, 0.0]);
    let span = padded(extent(ends).unwrap_or((-1.0, 1.0)), 0.03);
    let plot_left = page.left + names;
    let balances = font::widest(
        variants().map(|v| page.reading(v.balance)).collect::<Vec<_>>().iter().map(String::as_str),
        size,
        Weight::Bold,
    );
    let sx = Scale::new(span, (plot_left + 6.0, page.right - balances - size));
    let zero = sx.at(0.0);
    let row = size * 1.7;
    let mut y = page.top;
    for block in &spec.blocks {
        let set = page.plain().bold();
        let set = if block.strong { Type { colour: ink.accent, ..set } } else { set };
        for line in font::wrap(&block.name, size, Weight::Bold, page.width(), 2) {
            page.canvas.text((page.left, y + size), &line, set);
            y += size * 1.35;
        }
        y += size * 0.15;
        let top = y;
        for variant in &block.variants {
            let middle = y + row / 2.0;
            let weight = if variant.chosen { Weight::Bold } else { Weight::Regular };
            let colour = if variant.chosen { ink.ink } else { ink.muted };
            let name = font::shorten(&variant.name, size, weight, names - size * 0.8);
            let set = Type { weight, ..Type::new(size, colour) };
            page.canvas.text((page.left, middle + size * 0.35), &name, set);
            let (mut less, mut more) = (0.0, 0.0);
            for (source, push) in &variant.pushes {
                let at = if *push < 0.0 { &mut less } else { &mut more };
                let (from, to) = (sx.at(*at), sx.at(*at + push));
                *at += push;
                let tint = ink.diverging(if *push < 0.0 { -0.75 } else { 0.75 });
                let tint = if variant.chosen { tint } else { tint.mix(ink.paper, 0.55) };
                let (from, to) = (from.min(to), from.max(to));
                let bar = Area::new(from + 0.5, middle - row * 0.3, (to - from - 1.0).max(0.6), row * 0.6);
                page.canvas.open(&format!("{source} {}", page.reading(*push)));
                page.canvas.rect(bar, 1.0, Paint::fill(tint));
                page.canvas.close();
            }
            let at = (sx.at(variant.balance), middle);
            let shown = if variant.chosen { ink.ink } else { ink.muted };
            mark::draw(&mut page.canvas, Shape::Diamond, at, size * 0.4, shown, variant.chosen, ink.paper);
            let text = page.reading(variant.balance);
            page.canvas.text((page.right, middle + size * 0.35), &text, set.end());
            y += row;
            if variant.chosen {
                let who = |sign: f64, word: &str| {
                    let own = variant.pushes.iter().filter(|p| p.1 * sign > 0.0);
                    let own: Vec<String> =
                        own.map(|(source, push)| format!("{source}\u{a0}{}", page.reading(*push))).collect();
                    (!own.is_empty()).then(|| format!("{word}: {}", own.join(", ")))
                };
                let text: Vec<String> =
                    [who(1.0, &spec.words[0]), who(-1.0, &spec.words[1])].into_iter().flatten().collect();
                let room = page.right - plot_left - balances - size;
                for line in font::wrap(&text.join("; "), small, Weight::Regular, room, 3) {
                    page.canvas.text((plot_left, y + small * 0.8), &line, Type::new(small, ink.muted));
                    y += small * 1.3;
                }
                y += size * 0.1;
            }
        }
        page.canvas.line((plot_left - 3.0, top), (plot_left - 3.0, y), Paint::line(ink.grid, 1.0));
        y += size * 0.7;
    }
    let (list, decimals) = ticks(span.0, span.1, if frame.narrow() { 4 } else { 8 });
    let plot = Area::new(plot_left, page.top, page.right - plot_left, y - page.top);
    page.canvas.line((plot_left, y), (sx.range.1, y), Paint::line(ink.rule, 1.0));
    page.canvas.line((zero, y - 4.0), (zero, y), Paint::line(ink.rule, 1.0));
    page.ticks_below(&sx, plot, &list, decimals, Print::Number, false);
    y += page.tick_height();
    let measure = font::shorten(&spec.measure, size, Weight::Regular, page.width() - names);
    page.canvas.text(((plot_left + page.right) / 2.0, y + size), &measure, page.quiet().middle());
    y += size * 1.8;
    let entries = [
        (Sign::Box(ink.diverging(0.75), ink.diverging(0.75)), 0),
        (Sign::Box(ink.diverging(-0.75), ink.diverging(-0.75)), 1),
        (Sign::Mark(Shape::Diamond, ink.ink, true), 2),
        (Sign::Mark(Shape::Diamond, ink.muted, false), 3),
    ];
    let entries = entries.map(|(sign, word)| Entry { sign, text: spec.words[word].clone() });
    let y = page.legend(&entries, y + size * 0.2);
    page.finish(y)
}
