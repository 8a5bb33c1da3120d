//! What stays together on paper and what may part: decided from heights that are known before anything is set.

use crate::doc::{Block, Figure};
use crate::measure;
use crate::rich::Rich;
use crate::svg;

/// Notes and cards below this height stay on one page, in points.
pub(crate) const SHORT: f64 = 270.0;
/// The height of the text on a page, in points.
pub(crate) const PAGE: f64 = 675.0;

/// About how tall a block is, in points, set as running text.
pub(super) fn running_height(block: &Block) -> f64 {
    match block {
        Block::Lead(words) => measure::text_height(words, 13.0, measure::MEASURE[0]) * 1.05 + 12.0,
        Block::Paragraph(words) => measure::text_height(words, 11.0, measure::MEASURE[0]) + 11.0,
        block => measure::blocks_height(std::slice::from_ref(block), measure::MEASURE[0]),
    }
}

/// By how much a picture may shrink to fit the page on which its chapter begins.
pub(super) const SHRINK: f64 = 0.82;

/// How tall a picture's caption, note and source are, in points.
pub(super) fn words_around(figure: &Figure) -> f64 {
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

/// Whether so much text follows a figure in its section that the page may go on before it: a figure stands neither before
/// its heading, nor after the next one, nor amid a table, nor after a later figure.
pub(super) fn floats(after: &[Block]) -> bool {
    let running = |block: &&Block| matches!(block, Block::Lead(_) | Block::Paragraph(_) | Block::List { .. });
    let text = past_why(after).iter().take_while(running);
    let mut height = 0.0;
    for block in text {
        height += measure::blocks_height(std::slice::from_ref(block), measure::MEASURE[0]);
        if height > 350.0 {
            return true;
        }
    }
    false
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
