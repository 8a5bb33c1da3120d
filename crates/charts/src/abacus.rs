//! Régnier's abacus: the colour votes of a panel, items by experts. Every colour has a sign of its own, so that it reads in
//! black and white.

use crate::font::{self, Weight};
use crate::frame::{Entry, Frame, Head, Page, Sign};
use crate::mark::{self, Shape};
use crate::svg::{Area, Canvas, Paint, Svg, Type};
use crate::theme::Palette;

/// A vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Vote {
    /// A colour, 1 red to 5 dark green.
    Colour(u8),
    /// White: no answer is possible.
    Blank,
    /// Black: the expert abstains.
    Abstained,
    /// Not given.
    #[default]
    Absent,
}

/// An item.
#[derive(Clone, Debug, Default)]
pub struct AbacusRow {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// The votes, an expert a column.
    pub votes: Vec<Vote>,
    /// Mean and consensus, as printed.
    pub texts: [String; 2],
    /// Whether the finding is about it.
    pub strong: bool,
}

/// An abacus.
#[derive(Clone, Debug)]
pub struct Abacus {
    /// Titles and corner.
    pub head: Head,
    /// The items, the most favourable first.
    pub rows: Vec<AbacusRow>,
    /// Who stands at the left and at the right.
    pub sides: (String, String),
    /// Headings of the texts at the right.
    pub columns: [String; 2],
    /// The votes and their meanings, in the order of the legend.
    pub legend: Vec<(Vote, String)>,
}

/// Draws an abacus.
#[must_use]
pub fn abacus(spec: &Abacus, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let (ink, size, small) = (page.ink, page.label(), page.small());
    let experts = spec.rows.iter().map(|r| r.votes.len()).max().unwrap_or(0).max(1) as f64;
    let codes = font::widest(spec.rows.iter().map(|r| r.code.as_str()), size, Weight::Bold) + size * 0.6;
    let names = font::widest(spec.rows.iter().map(|r| r.name.as_str()), size, Weight::Regular) + size * 0.7;
    let wide = |column: usize| {
        let texts = spec.rows.iter().map(|r| r.texts[column].as_str());
        let heading = font::width(&spec.columns[column], small, Weight::Regular);
        font::widest(texts, size, Weight::Bold).max(heading) + size * 0.9
    };
    let texts = wide(0) + wide(1);
    let room = page.width() - texts - codes;
    // Names beside the rows where most of them stay whole and the cells readable.
    let space = names.min(room - experts * size * 0.85).min(page.width() * 0.4);
    let whole = |r: &&AbacusRow| font::width(&r.name, size, Weight::Regular) + size * 0.6 <= space;
    let coded =
        frame.narrow() || names <= size || spec.rows.iter().filter(whole).count() * 10 < spec.rows.len() * 7;
    let head = codes + if coded { 0.0 } else { space };
    let side = ((page.width() - texts - head) / experts).clamp(2.0, size * 2.2);
    let tall = if spec.rows.len() > 25 { size * 1.4 } else { size * 1.8 };
    let tall = page.row(tall, coded || names <= space);
    let (left, top) = (page.left + head, page.top + small * 1.9);
    let grid = side * experts;
    let bottom = top + tall * spec.rows.len() as f64;

    let quiet = Type::new(small, ink.muted);
    let right = [left + grid + wide(0), left + grid + texts];
    let side_width = |text: &str| font::width(text, small, Weight::Regular);
    page.canvas.open_head(bottom);
    if side_width(&spec.sides.0) + side_width(&spec.sides.1) + size < grid {
        page.canvas.text((left, top - small * 0.6), &spec.sides.0, quiet);
        page.canvas.text((left + grid, top - small * 0.6), &spec.sides.1, quiet.end());
    }
    for (heading, x) in spec.columns.iter().zip(right) {
        page.canvas.text((x, top - small * 0.6), heading, quiet.end());
    }
    page.canvas.close();
    for (index, row) in spec.rows.iter().enumerate() {
        let y = top + tall * index as f64;
        let baseline = y + tall / 2.0 + size * 0.35;
        let tone = if row.strong { ink.accent } else { ink.ink };
        page.canvas.text((page.left, baseline), &row.code, Type::new(size, tone).bold());
        if !coded {
            let tone = if row.strong { ink.accent } else { ink.muted };
            let at = (page.left + codes, y + tall / 2.0);
            page.name(at, &row.name, head - codes - size * 0.5, Type::new(size, tone));
        }
        for (column, one) in row.votes.iter().enumerate() {
            let cell = Area::new(left + side * column as f64, y, side, tall);
            vote(&mut page.canvas, &ink, *one, cell.grown(-(side * 0.05).clamp(0.3, 1.2)));
        }
        for (text, x) in row.texts.iter().zip(right) {
            let set = Type::new(size, tone);
            let set = if row.strong { set.bold() } else { set };
            page.canvas.text((x, baseline), text, set.end());
        }
    }
    let cast = |vote: Vote| spec.rows.iter().any(|r| r.votes.contains(&vote));
    let entries: Vec<Entry> = spec
        .legend
        .iter()
        .filter(|(vote, text)| !text.is_empty() && (matches!(vote, Vote::Colour(_)) || cast(*vote)))
        .map(|(vote, text)| Entry { sign: Sign::Vote(*vote), text: text.clone() })
        .collect();
    let mut pairs: Vec<(String, String)> = Vec::new();
    if coded {
        pairs.extend(spec.rows.iter().map(|r| (r.code.clone(), r.name.clone())));
        pairs.retain(|(_, name)| !name.is_empty());
    }
    let y = page.legend_with_key(&entries, &pairs, bottom + size * 0.5);
    page.finish(y)
}

/// A vote in its cell: up is favourable, down is not, filled is the stronger.
pub(crate) fn vote(canvas: &mut Canvas, ink: &Palette, vote: Vote, cell: Area) {
    let (at, r) = (cell.centre(), (cell.w.min(cell.h) * 0.26).min(6.0));
    match vote {
        Vote::Colour(colour) => {
            let ground = ink.vote(colour);
            let sign = ink.on(ground);
            canvas.rect(cell, 1.0, Paint::fill(ground));
            match colour {
                5 => mark::draw(canvas, Shape::Up, at, r, sign, true, ground),
                4 => mark::draw(canvas, Shape::Up, at, r, sign, false, ground),
                2 => mark::draw(canvas, Shape::Down, at, r, sign, false, ground),
                1 => mark::draw(canvas, Shape::Down, at, r, sign, true, ground),
                _ => canvas.circle(at, r * 0.5, Paint::fill(sign)),
            }
        }
        Vote::Blank => canvas.rect(cell, 1.0, Paint::fill(ink.paper).stroke(ink.rule, 0.8)),
        Vote::Abstained => {
            canvas.rect(cell, 1.0, Paint::fill(ink.muted));
            mark::cross(canvas, at, r * 1.2, ink.paper);
        }
        Vote::Absent => {
            canvas.line((at.0 - r, at.1), (at.0 + r, at.1), Paint::line(ink.rule, 0.8));
        }
    }
}
