//! The tableau of scenarios: a row a descriptor, a column a scenario, and what neighbours share as one cell.

use crate::font::{self, Weight};
use crate::frame::{Frame, Head, Page};
use crate::svg::{Area, Paint, Svg, Type};
use crate::theme::Palette;
use crate::theme::Rgb;

/// A descriptor and its variants.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Descriptor {
    /// Its name.
    pub name: String,
    /// The names of its variants.
    pub variants: Vec<String>,
    /// What stands for a name that has no room; its number in the list where there is none.
    pub letters: Vec<String>,
}

impl Descriptor {
    fn letter(&self, variant: usize) -> String {
        self.letters.get(variant).cloned().unwrap_or_else(|| (variant + 1).to_string())
    }
}

/// A scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// What stands above it: its number.
    pub code: String,
    /// The variant of each descriptor, from 0.
    pub variants: Vec<usize>,
    /// What stands below it, a text for each measure.
    pub measures: Vec<String>,
    /// Whether the finding is about it.
    pub strong: bool,
}

/// A tableau.
#[derive(Clone, Debug)]
pub struct Tableau {
    /// Titles and corner.
    pub head: Head,
    /// The rows.
    pub descriptors: Vec<Descriptor>,
    /// The columns.
    pub columns: Vec<Column>,
    /// Names of the measures.
    pub measures: Vec<String>,
    /// What the numbers mean where names have no room.
    pub numbered: String,
    /// What is said where not all columns have room: `{shown}` and `{count}` are put in.
    pub shown: String,
}

/// The ground of a variant: its shade says its place in the list.
fn ground(ink: &Palette, variant: usize, of: usize) -> Rgb {
    let share = variant as f64 / (of.max(2) - 1) as f64;
    ink.sequential(0.08 + 0.62 * share.min(1.0))
}

/// Draws a tableau; columns that have no room are left out and said to be.
#[must_use]
pub fn tableau(spec: &Tableau, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let (ink, size) = (page.ink, page.label());
    let narrow = frame.narrow();
    let rows = spec.descriptors.iter().map(|d| d.name.as_str());
    let names = font::widest(rows.chain(spec.measures.iter().map(String::as_str)), size, Weight::Bold)
        .min(page.width() * if narrow { 0.3 } else { 0.26 })
        + size * 0.8;
    let room = page.width() - names;
    let texts = spec.columns.iter().flat_map(|c| c.measures.iter().chain([&c.code]).map(String::as_str));
    let least = (font::widest(texts, size, Weight::Bold) + size * 0.5).max(size * 1.8);
    let shown = spec.columns.len().min((room / least).floor().max(1.0) as usize);
    let wide = (room / shown.max(1) as f64).min(size * 11.0);
    let left = page.left + names;
    let columns = &spec.columns[..shown];
    let mut y = page.top;
    for (index, column) in columns.iter().enumerate() {
        let x = left + wide * (index as f64 + 0.5);
        let set = page.plain().bold().middle();
        let set = if column.strong { Type { colour: ink.accent, ..set } } else { set };
        page.canvas.text((x, y + size), &column.code, set);
    }
    y += size * 1.6;
    // Descriptors that have the same variants share a line.
    let mut coded: Vec<(Vec<String>, String)> = Vec::new();
    for (d, descriptor) in spec.descriptors.iter().enumerate() {
        let runs = runs(columns, d);
        // Names over two lines at most; where not even half of a name has room, all of the row are numbers.
        let fitted: Vec<(Vec<String>, bool)> = runs
            .iter()
            .map(|&(from, to, variant)| {
                let name = descriptor.variants.get(variant).map_or("", String::as_str);
                fit(name, size, wide * (to - from) as f64 - size * 0.5)
            })
            .collect();
        let numbers = fitted.iter().any(|(_, whole)| !whole);
        if numbers {
            let all = descriptor
                .variants
                .iter()
                .enumerate()
                .map(|(v, name)| format!("{}\u{a0}{name}", descriptor.letter(v)));
            let all = all.collect::<Vec<_>>().join(" · ");
            match coded.iter_mut().find(|(_, own)| *own == all) {
                Some((names, _)) => names.push(descriptor.name.clone()),
                None => coded.push((vec![descriptor.name.clone()], all)),
            }
        }
        let lines = if numbers { 1 } else { fitted.iter().map(|(lines, _)| lines.len()).max().unwrap_or(1) };
        let name = font::wrap(&descriptor.name, size, Weight::Regular, names - size * 0.8, 2);
        let tall = size * (0.8 + 1.25 * lines.max(name.len()).max(1) as f64);
        let start = y + (tall - size * 1.25 * name.len() as f64) / 2.0;
        for (index, line) in name.iter().enumerate() {
            let line = font::shorten(line, size, Weight::Regular, names - size * 0.6);
            let at = (page.left, start + size * (1.0 + 1.25 * index as f64));
            page.canvas.text(at, &line, page.plain());
        }
        for (&(from, to, variant), (lines, _)) in runs.iter().zip(&fitted) {
            let cell = Area::new(left + wide * from as f64, y, wide * (to - from) as f64, tall);
            let fill = ground(&ink, variant, descriptor.variants.len());
            let full = descriptor.variants.get(variant).map_or("", String::as_str);
            page.canvas.open(&format!("{}: {full}", descriptor.name));
            page.canvas.rect(cell.grown(-1.0), 2.0, Paint::fill(fill));
            let number = [descriptor.letter(variant)];
            let lines = if numbers { number.as_slice() } else { lines.as_slice() };
            let top = y + (tall - size * 1.25 * lines.len() as f64) / 2.0;
            for (index, line) in lines.iter().enumerate() {
                let at = (cell.centre().0, top + size * (1.0 + 1.25 * index as f64));
                page.canvas.text(at, line, Type::new(size, ink.on(fill)).middle());
            }
            page.canvas.close();
        }
        y += tall;
    }
    y += size * 0.4;
    for (index, measure) in spec.measures.iter().enumerate() {
        let baseline = y + size * 1.05;
        let name = font::shorten(measure, size, Weight::Regular, names - size * 0.4);
        page.canvas.text((page.left, baseline), &name, page.quiet());
        for (at, column) in columns.iter().enumerate() {
            let text = column.measures.get(index).map_or("", String::as_str);
            let at = (left + wide * (at as f64 + 0.5), baseline);
            page.canvas.text(at, text, page.plain().middle());
        }
        y += size * 1.5;
    }
    if !coded.is_empty() {
        let set = Type::new(page.small(), ink.muted);
        let lines = font::wrap(&spec.numbered, set.size, Weight::Regular, page.width(), 3);
        y = page.lines((page.left, y + size * 0.4), &lines, set);
        for (names, all) in &coded {
            let text = match coded.len() {
                1 => all.clone(),
                _ => format!("{}: {all}", frame.words.list(names)),
            };
            let lines = font::wrap(&text, set.size, Weight::Regular, page.width(), 6);
            y = page.lines((page.left, y), &lines, set);
        }
    }
    if shown < spec.columns.len() {
        let count = spec.columns.len().to_string();
        page.remark(&spec.shown.replace("{shown}", &shown.to_string()).replace("{count}", &count));
    }
    page.finish(y)
}

/// The columns that stand side by side and share a variant of a descriptor: from, to, the variant.
fn runs(columns: &[Column], descriptor: usize) -> Vec<(usize, usize, usize)> {
    let mut out: Vec<(usize, usize, usize)> = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        let variant = column.variants.get(descriptor).copied().unwrap_or(0);
        match out.last_mut() {
            Some((_, to, last)) if *last == variant => *to = index + 1,
            _ => out.push((index, index + 1, variant)),
        }
    }
    out
}

/// A name in at most two lines, and whether enough of it has room to be told from others.
fn fit(name: &str, size: f64, room: f64) -> (Vec<String>, bool) {
    let lines = font::wrap(name, size, Weight::Regular, room, 2);
    let short: Vec<String> = lines.iter().map(|l| font::shorten(l, size, Weight::Regular, room)).collect();
    let left = |lines: &[String]| lines.iter().flat_map(|l| l.chars()).filter(|c| *c != '…').count();
    let whole = 2 * left(&short) >= name.chars().filter(|c| !c.is_whitespace()).count();
    (short, whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_that_share_a_variant_are_one_cell() {
        let column = |variants: &[usize]| Column { variants: variants.to_vec(), ..Column::default() };
        let columns = [column(&[0, 1]), column(&[0, 2]), column(&[1, 2]), column(&[0, 2])];
        assert_eq!(runs(&columns, 0), [(0, 2, 0), (2, 3, 1), (3, 4, 0)]);
        assert_eq!(runs(&columns, 1), [(0, 1, 1), (1, 4, 2)]);
    }
}
