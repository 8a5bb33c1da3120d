//! What stays together on paper and what may part: decided from heights that are known before anything is set.

use crate::doc::{Block, Figure, Table};
use crate::measure;
use crate::rich::Rich;
use crate::svg;

/// Notes and cards below this height stay on one page, in points.
pub(crate) const SHORT: f64 = 270.0;
/// The height of the text on a page, in points.
pub(crate) const PAGE: f64 = 675.0;

/// About how tall a block is, in points, with the space that it has above and below.
fn extent(block: &Block) -> (f64, f64, f64) {
    let small = |rich: &Rich, measure: f64| measure::text_height(rich, 9.0, measure) - 4.5;
    let wide = measure::MEASURE[0];
    match block {
        Block::Heading(heading) if heading.level == 1 => (0.0, 26.0, 20.0),
        Block::Heading(heading) if heading.level == 2 => (24.0, 10.0, 10.0),
        Block::Heading(_) => (18.0, 8.0, 8.0),
        Block::Lead(words) => (10.8, measure::serif_height(words, 13.0, 1.225), 12.0),
        Block::Paragraph(words) => (10.8, measure::serif_height(words, 11.0, 1.305), 10.8),
        Block::List { items, .. } => {
            let item = |rich: &Rich| measure::serif_height(rich, 11.0, 1.305) + 7.3;
            (10.8, items.iter().map(item).sum::<f64>() - 7.3, 10.8)
        }
        Block::Facts(facts) => {
            (12.0, facts.iter().map(|f| small(&f.value, wide - 107.0) + 8.0).sum::<f64>(), 14.0)
        }
        Block::Note(note) => (14.0, 16.0 + inside(&note.body, wide - 11.0), 16.0),
        Block::Card(card) => (14.0, 50.0 + inside(&card.body, wide - 24.0), 16.0),
        Block::Why(_) => (8.0, 6.0, 13.0),
        block => (18.0, measure::blocks_height(std::slice::from_ref(block), wide), 18.0),
    }
}

/// About how tall the blocks of a note or of a card are.
fn inside(blocks: &[Block], measure: f64) -> f64 {
    let small = |rich: &Rich, measure: f64| measure::text_height(rich, 9.0, measure) - 4.5;
    let each = |block: &Block| match block {
        Block::Lead(rich) | Block::Paragraph(rich) => small(rich, measure) + 6.8,
        Block::List { items, .. } => items.iter().map(|item| small(item, measure - 9.0) + 6.0).sum::<f64>(),
        Block::Facts(facts) => {
            14.0 + facts.iter().map(|f| small(&f.value, measure - 107.0) + 8.0).sum::<f64>()
        }
        block => measure::blocks_height(std::slice::from_ref(block), measure),
    };
    blocks.iter().map(each).sum()
}

/// About how much of the page running text takes, in points.
fn running_height(block: &Block) -> f64 {
    let (_, height, below) = extent(block);
    height + below
}

/// To what share a picture may shrink to fit what is left of the page.
pub(super) const SHRINK: f64 = 0.82;
/// To what share two pictures may shrink to stand on one page.
pub(crate) const PAIR: f64 = 0.82;
/// What a picture's block takes besides picture and words, in points, and what is not known so well.
pub(super) const SPACE: f64 = 30.0;
/// The space above a picture and below it, in points.
pub(super) const AROUND: (f64, f64) = (18.0, 20.0);

/// How tall a picture's caption, note and source are, in points.
pub(crate) fn words_around(figure: &Figure) -> f64 {
    let around = [Some(&figure.caption), figure.note.as_ref(), figure.source.as_ref()];
    around.into_iter().flatten().map(|words| measure::text_height(words, 9.0, measure::MEASURE[0])).sum()
}

/// Where a picture stands.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// Where it is called, of its own height or of one given in points.
    Here(Option<f64>),
    /// Where there is room; the text goes on.
    Floating,
}

/// The height of what follows to the end of the chapter, where that is little; else nothing.
pub(super) fn tail(after: &[Block]) -> f64 {
    let chapter = |block: &&Block| !matches!(block, Block::Heading(heading) if heading.level == 1);
    let mut height = 0.0;
    for block in after.iter().take_while(chapter) {
        height += running_height(block);
        if matches!(block, Block::Heading(_) | Block::PageBreak) || height > 220.0 {
            return 0.0;
        }
    }
    height
}

/// What follows a trace that was set already.
pub(super) fn past_why(blocks: &[Block]) -> &[Block] {
    match blocks.split_first() {
        Some((Block::Why(_), after)) => after,
        _ => blocks,
    }
}

/// Whether a few words lead to the block that follows and must not be parted from it.
pub(crate) fn leads(words: &Rich, after: &[Block]) -> bool {
    if words.is_heading() {
        return !after.is_empty();
    }
    let follows = match after.first() {
        // Before a picture that takes most of a page the words stay behind, with their heading.
        Some(Block::Figure(figure)) => {
            svg::aspect(&figure.wide) * measure::MEASURE[0] < PAGE - 200.0 && !floats(&after[1..])
        }
        Some(block) => !matches!(
            block,
            Block::Heading(_) | Block::Paragraph(_) | Block::Lead(_) | Block::PageBreak | Block::Traces
        ),
        None => false,
    };
    follows && measure::text_height(words, 11.0, measure::MEASURE[0]) < 80.0
}

/// How tall the running text is that follows a figure and does not lead to something else: it may fill the page that the
/// figure does not fit on, and the figure stands after it.
fn text_after(after: &[Block]) -> f64 {
    let mut height = 0.0;
    let mut rest = past_why(after);
    while let Some((block, past)) = rest.split_first() {
        match block {
            Block::Lead(words) | Block::Paragraph(words) if leads(words, past) => break,
            Block::Lead(_) | Block::Paragraph(_) | Block::List { .. } => height += running_height(block),
            _ => break,
        }
        rest = past;
    }
    height
}

/// Whether the text that follows a figure fills what would stay empty before it.
pub(super) fn floats(after: &[Block]) -> bool {
    text_after(after) > 60.0
}

/// About where on the page the next block begins.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pen {
    /// How far down the last block ends, in points.
    y: f64,
    /// The space that it has below; that of the next block above falls together with it.
    gap: f64,
    /// By how much that may be wrong, in points: it grows with what was only estimated.
    pub doubt: f64,
}

impl Pen {
    /// What is left of the page below a space, in points.
    pub(super) fn room(self, above: f64) -> f64 {
        PAGE - self.start(above)
    }

    fn start(self, above: f64) -> f64 {
        if self.y < 1.0 { 0.0 } else { self.y + self.gap.max(above) }
    }

    /// After something that stands on one page.
    pub(super) fn whole(&mut self, (above, height, below): (f64, f64, f64)) {
        let start = self.start(above);
        let start = if start + height > PAGE + 1.0 { 0.0 } else { start };
        (self.y, self.gap) = ((start + height).min(PAGE), below);
    }

    /// After something that goes on over the page's end.
    fn text(&mut self, (above, height, below): (f64, f64, f64)) {
        self.y = self.start(above) + height;
        while self.y > PAGE {
            self.y -= PAGE;
        }
        self.gap = below;
    }

    /// After a table with what stands below it.
    pub(super) fn table(&mut self, table: &Table, below: f64) {
        let layout = measure::layout(table);
        let rows: f64 = layout.heights.iter().sum();
        if layout.keep {
            return self.whole((18.0, layout.above[0] + rows + below, 20.0));
        }
        let start = self.start(18.0);
        self.y = if start + layout.opening > PAGE { 0.0 } else { start } + layout.above[0];
        for row in &layout.heights {
            self.y = if self.y + row > PAGE { layout.above[1] + row } else { self.y + row };
        }
        self.y = (self.y + below).min(PAGE);
        self.gap = 14.0;
        self.doubt += rows * 0.04;
    }

    /// After any block that is neither a picture nor a table.
    pub(super) fn block(&mut self, block: &Block) {
        let extent = extent(block);
        match block {
            Block::Heading(heading) if heading.level == 1 => *self = Self { y: 25.0, gap: 20.0, doubt: 0.0 },
            // A heading takes the beginning of its text along.
            Block::Heading(_) if self.start(extent.0) + 90.0 > PAGE => {
                *self = Self { y: extent.1, gap: extent.2, ..*self };
            }
            Block::Note(note) if measure::blocks_height(&note.body, measure::MEASURE[0] - 11.0) < SHORT => {
                self.whole(extent);
            }
            Block::Card(_) if extent.1 >= SHORT => {
                self.text(extent);
                self.doubt += extent.1 * 0.04;
            }
            Block::Card(card) if measure::card_height(card, measure::MEASURE[0]) < SHORT => {
                self.whole(extent);
            }
            Block::PageBreak => *self = Self::default(),
            _ => self.text(extent),
        }
    }
}

/// How many blocks go together on pages that lie on their side: tables that need it, with the section's heading and the
/// few words that lead to the first of them.
pub(crate) fn lying(blocks: &[Block]) -> usize {
    let wide = |block: &Block| matches!(block, Block::Table(table) if measure::layout(table).landscape);
    let first = match blocks.first() {
        Some(Block::Heading(heading)) if heading.level > 1 => {
            let words =
                |block: &&Block| matches!(block, Block::Lead(_) | Block::Paragraph(_) | Block::Why(_));
            1 + blocks[1..].iter().take(4).take_while(words).count()
        }
        _ => 0,
    };
    match blocks.get(first..).unwrap_or_default().iter().take_while(|block| wide(block)).count() {
        0 => 0,
        tables => first + tables,
    }
}
