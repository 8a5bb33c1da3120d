//! What stays together on paper and what may part: decided from heights that are known before anything is set.

use crate::doc::{Block, Figure, Table};
use crate::measure;
use crate::rich::Rich;
use crate::svg;

/// Notes and cards below this height stay on one page, in points.
pub(crate) const SHORT: f64 = 270.0;
/// Facts below this height stay on one page, in points.
const FACTS: f64 = 160.0;
/// The height of the text on a page, in points.
pub(crate) const PAGE: f64 = 675.0;

/// About how tall the small text of notes and cards is, in points.
fn small(rich: &Rich, measure: f64) -> f64 {
    measure::line_count(rich, 9.0, measure) * 11.8 - 5.4
}

/// About how tall a block is, in points, with the space that it has above and below.
fn extent(block: &Block) -> (f64, f64, f64) {
    let wide = measure::MEASURE[0];
    match block {
        Block::Heading(heading) if heading.level == 1 => (0.0, 26.0, 20.0),
        Block::Heading(heading) if heading.level == 2 => (24.0, 10.0, 10.0),
        Block::Heading(_) => (18.0, 8.0, 8.0),
        Block::Lead(words) => (10.8, measure::lead_height(words, 13.0, 1.225), 12.0),
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
    let each = |block: &Block| match block {
        Block::Lead(rich) | Block::Paragraph(rich) => small(rich, measure) + 6.8,
        Block::List { items, .. } => items.iter().map(|item| small(item, measure - 9.0) + 6.0).sum::<f64>(),
        Block::Facts(facts) => {
            14.0 + facts.iter().map(|f| small(&f.value, measure - 107.0) + 8.0).sum::<f64>()
        }
        block => measure::blocks_height(std::slice::from_ref(block), measure),
    };
    (blocks.iter().map(each).sum::<f64>() - 6.8).max(0.0)
}

/// Whether a block is a few facts, which stay on one page.
pub(super) fn few_facts(block: &Block) -> bool {
    matches!(block, Block::Facts(_)) && extent(block).1 < FACTS
}

/// About how much of the page running text takes, in points.
fn running_height(block: &Block) -> f64 {
    let (_, height, below) = extent(block);
    height + below
}

/// What is not known so well of a picture's block, in points.
pub(super) const SPACE: f64 = 5.0;
/// The space above a picture and below it, in points.
pub(super) const AROUND: (f64, f64) = (18.0, 20.0);

/// How tall a picture's block is besides the picture, in points: caption, note, source and, where it has one, its trace.
pub(crate) fn words_around(figure: &Figure, traced: bool) -> f64 {
    let wide = measure::MEASURE[0];
    let caption = measure::line_count(&figure.caption, 9.0, wide) * 11.4 + 2.0;
    let small = |words: &Rich| measure::line_count(words, 7.5, wide) * 9.9 + 1.5;
    let line = |some: bool| if some { 11.4 } else { 0.0 };
    let told = figure.note.as_ref().map_or(0.0, small)
        + figure.source.as_ref().map_or(0.0, small)
        + line(figure.source.is_none() && figure.provenance.is_some())
        + line(traced);
    caption + if told > 0.0 { told + 2.0 } else { 0.0 }
}

/// The drawing of a picture that stands on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// The drawing for a page.
    Wide,
    /// The lower one, where it has one.
    Low,
}

const FORMS: [Form; 2] = [Form::Wide, Form::Low];

/// A picture's drawing in a form.
pub(crate) fn drawing(figure: &Figure, form: Form) -> &str {
    match (form, &figure.low) {
        (Form::Low, Some(low)) => low,
        _ => &figure.wide,
    }
}

/// How tall it is on the measure of the page, in points: no picture is set smaller, for its type would be too small to read.
pub(crate) fn tall(figure: &Figure, form: Form) -> f64 {
    svg::aspect(drawing(figure, form)) * measure::MEASURE[0]
}

/// The height that a page has for a picture, in points.
pub(crate) fn most(figure: &Figure) -> f64 {
    PAGE - 6.0 - words_around(figure, true)
}

/// Where a picture stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Place {
    /// Where it is called.
    Here(Form),
    /// On the next page; what follows goes on.
    Floating(Form),
    /// In slices, of which the first takes what is left of the page, in points.
    Parted(f64),
    /// After so many of the blocks that follow.
    After(usize),
}

/// The least that a page is left empty for, in points: below it a picture simply stands on the next page.
const EMPTY: f64 = 110.0;
/// What a table that a picture parts costs, in points of empty page.
const THROUGH: f64 = 120.0;
/// What a picture in slices costs.
const PARTED: f64 = 250.0;
/// What each block costs that goes before its picture.
const LATER: f64 = 8.0;
/// The least height of a slice.
const SLICE: f64 = 160.0;
/// The least that a table parted by a picture has below it.
const FIRST: f64 = 130.0;

/// The form in which a picture has room on the page, together with one that follows it where both have.
fn fitting(pen: Pen, figure: &Figure, after: &[Block]) -> Option<Form> {
    let room = pen.drawing(figure);
    let two = past_why(after).first().and_then(|next| {
        let Block::Figure(second) = next else { return None };
        let left = room - SPACE - AROUND.1 - words_around(second, true);
        FORMS.into_iter().find(|form| tall(figure, *form) + tall(second, Form::Low) <= left)
    });
    two.or_else(|| FORMS.into_iter().find(|form| tall(figure, *form) <= room))
}

/// Where a picture stands that begins at a pen, before what follows it.
pub(super) fn place(pen: Pen, figure: &Figure, after: &[Block]) -> Place {
    if let Some(form) = fitting(pen, figure, after) {
        return Place::Here(form);
    }
    let room = pen.drawing(figure);
    let own = fitting(Pen::default(), figure, after).unwrap_or(Form::Low);
    let empty = pen.room(AROUND.0);
    if empty < EMPTY {
        return if text_after(after) > 60.0 { Place::Floating(own) } else { Place::Here(own) };
    }
    let mut best = (empty, Place::Here(own));
    let mut offer = |cost: f64, place: Place| {
        if cost < best.0 {
            best = (cost, place);
        }
    };
    // The blocks that follow go before it, until it has room or a new page begins.
    let mut then = pen;
    let mut filled = 0.0;
    let mut through = 0.0;
    for (index, block) in after.iter().enumerate() {
        if !passes(block) {
            break;
        }
        if let Block::Table(table) = block {
            let layout = measure::layout(table);
            if layout.landscape {
                break;
            }
            through = if layout.keep { through } else { THROUGH };
            then.table(table, 40.0);
        } else {
            then.then(block, &after[index + 1..]);
        }
        let (_, height, below) = extent(block);
        filled += height + below;
        let count = index + 1;
        // Words stay with what they lead to.
        let parted = match block {
            Block::Lead(words) | Block::Paragraph(words) => leads(words, &after[count..]),
            _ => matches!(after.get(count), Some(Block::Why(_))),
        };
        if parted {
            continue;
        }
        let room = then.drawing(figure);
        let fits = FORMS.iter().any(|form| tall(figure, *form) <= room);
        let crossed = filled > empty;
        let left = if fits { 0.0 } else { then.room(AROUND.0) };
        let left = if crossed && !fits { left + 40.0 } else { left };
        // What follows may go on the next page after all, and the picture would leave that one empty.
        let left = if !fits && then.room(0.0) < then.doubt { left + PAGE / 2.0 } else { left };
        offer(left + LATER * count as f64, Place::After(count));
        if filled > PAGE * 1.5 {
            break;
        }
    }
    // What is taller than a page goes on in slices in any case.
    let sliced = svg::parts(&figure.wide) && tall(figure, Form::Wide) > most(figure);
    if filled > 40.0 && !sliced {
        // Below the picture the table goes on with several rows.
        let narrow = PAGE - tall(figure, own) - words_around(figure, true) < FIRST;
        let through = match through {
            cost if cost > 0.0 && narrow => cost * 2.0,
            _ if filled < empty => 0.0,
            cost => cost,
        };
        offer((empty - filled).max(0.0) + through + 10.0, Place::Floating(own));
    }
    // A slice that is a little too tall would leave the page empty after all.
    let first = room - 24.0;
    let begins = || {
        let wide = measure::MEASURE[0];
        svg::begins_within(&figure.wide, first / wide, most(figure) / wide)
    };
    if svg::parts(&figure.wide) && room > SLICE && begins() {
        offer(if sliced { 20.0 } else { PARTED }, Place::Parted(first));
    }
    best.1
}

/// Whether a picture may stand after a block that follows it.
fn passes(block: &Block) -> bool {
    matches!(
        block,
        Block::Lead(_)
            | Block::Paragraph(_)
            | Block::List { .. }
            | Block::Facts(_)
            | Block::Table(_)
            | Block::Note(_)
            | Block::Why(_)
    )
}

/// The height of what follows to the end of the chapter, where that is little; else nothing.
pub(super) fn tail(after: &[Block]) -> f64 {
    let chapter = |block: &&Block| !matches!(block, Block::Heading(heading) if heading.level == 1);
    let mut height = 0.0;
    for block in after.iter().take_while(chapter) {
        height += running_height(block);
        if matches!(block, Block::Heading(_) | Block::PageBreak) || height > 90.0 {
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
    // Before a picture that has no room on the page the words stay behind, with their heading.
    let follows = match after.first() {
        Some(block) => !matches!(
            block,
            Block::Figure(_)
                | Block::Heading(_)
                | Block::Paragraph(_)
                | Block::Lead(_)
                | Block::PageBreak
                | Block::Traces
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

/// About where on the page the next block begins.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pen {
    /// How far down the last block ends, in points.
    y: f64,
    /// The space that it has below; that of the next block above falls together with it.
    gap: f64,
    /// By how much that may be wrong, in points: it grows with what was only estimated.
    pub doubt: f64,
    /// How much of the next page a picture takes that waits for it, in points.
    waiting: f64,
    /// How much of what was set goes on the next page with what follows, in points: a heading and the words that lead to it.
    held: f64,
}

impl Pen {
    /// What is left of the page below a space, in points.
    pub(super) fn room(self, above: f64) -> f64 {
        PAGE - self.start(above)
    }

    fn start(self, above: f64) -> f64 {
        if self.y < 1.0 { 0.0 } else { self.y + self.gap.max(above) }
    }

    /// What is surely left for the drawing of a picture that begins here, in points.
    fn drawing(self, figure: &Figure) -> f64 {
        self.room(AROUND.0) - self.doubt - SPACE - words_around(figure, true)
    }

    /// After something that stands on one page.
    pub(super) fn whole(&mut self, (above, height, below): (f64, f64, f64)) {
        let start = self.start(above);
        let turns = start + height > PAGE + 1.0;
        // Where a new page begins is sure; what nearly ends a page may as well open the next, with what leads to it.
        self.doubt = match turns {
            true => 0.0,
            false if start + height + self.doubt > PAGE => self.doubt + height + self.held,
            false => self.doubt,
        };
        let start = if turns { self.turned() } else { start };
        (self.y, self.gap, self.held) = ((start + height).min(PAGE), below, 0.0);
    }

    /// Where the next page begins: below a picture that waited for it.
    fn turned(&mut self) -> f64 {
        std::mem::take(&mut self.waiting) + std::mem::take(&mut self.held)
    }

    /// After a block that is neither a picture nor a table; words go on the next page with what they lead to.
    pub(super) fn then(&mut self, block: &Block, after: &[Block]) {
        let held = self.held;
        self.block(block);
        if let Block::Lead(words) | Block::Paragraph(words) = block
            && leads(words, after)
        {
            let (_, height, below) = extent(block);
            self.held = held + height + below;
        }
    }

    /// After a picture of a height that stands on the next page while the text goes on.
    pub(super) fn waits(&mut self, height: f64) {
        self.waiting += height;
    }

    /// After what waited for its page.
    pub(super) fn flushed(&mut self) {
        if self.waiting > 0.0 {
            (self.y, self.gap) = (self.turned(), AROUND.1);
        }
    }

    /// After something that goes on over the page's end.
    fn text(&mut self, (above, height, below): (f64, f64, f64)) {
        (self.y, self.held) = (self.start(above) + height, 0.0);
        while self.y > PAGE {
            self.y += self.turned() - PAGE;
        }
        self.gap = below;
    }

    /// After a table with what stands below it.
    pub(super) fn table(&mut self, table: &Table, below: f64) {
        let layout = measure::layout(table);
        let rows: f64 = layout.heights.iter().sum();
        if layout.keep {
            self.whole((18.0, layout.above[0] + rows + below, 20.0));
            self.doubt += rows * 0.1;
            return;
        }
        let start = self.start(18.0);
        self.y = if start + layout.opening > PAGE { self.turned() } else { start } + layout.above[0];
        self.held = 0.0;
        let mut parted = false;
        for row in &layout.heights {
            let turned = self.y + row > PAGE;
            parted |= turned;
            self.y = if turned { self.turned() + layout.above[1] } else { self.y } + row;
        }
        self.y = (self.y + below).min(PAGE);
        (self.gap, self.held) = (14.0, 0.0);
        // Which of its rows went on the next page is not sure.
        self.doubt += rows * 0.04 + if parted { 30.0 } else { 0.0 };
    }

    /// After a block as it stands.
    fn block(&mut self, block: &Block) {
        let extent = extent(block);
        match block {
            Block::Heading(heading) if heading.level == 1 => {
                *self = Self { y: 25.0, gap: 20.0, held: 45.0, ..Self::default() };
            }
            // A heading takes the beginning of its text along.
            Block::Heading(_) => {
                let held = self.held;
                let start =
                    if self.start(extent.0) + 90.0 > PAGE { self.turned() } else { self.start(extent.0) };
                (self.y, self.gap, self.held) = (start + extent.1, extent.2, held + extent.1 + extent.2);
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
            Block::Facts(_) if few_facts(block) => self.whole(extent),
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture on the measure of the page, so many points tall; lower where it can be.
    fn figure(tall: f64, low: Option<f64>) -> Block {
        let svg =
            |tall: f64| format!("<svg viewBox=\"0 0 {} {tall}\" data-whole=\"\"/>", measure::MEASURE[0]);
        Block::Figure(Figure {
            id: "figure-a".into(),
            caption: "A".into(),
            finding: String::new(),
            alt: String::new(),
            wide: svg(tall),
            low: low.map(svg),
            narrow: None,
            slides: Vec::new(),
            note: None,
            source: None,
            provenance: None,
        })
    }

    fn placed(down: f64, blocks: &[Block]) -> Place {
        let Some((Block::Figure(figure), after)) = blocks.split_first() else { panic!("no picture") };
        place(Pen { y: down, ..Pen::default() }, figure, after)
    }

    fn text(words: usize) -> Block {
        Block::Paragraph("word ".repeat(words).into())
    }

    #[test]
    fn a_picture_stands_where_it_has_room_and_is_lower_before_it_goes_on() {
        assert_eq!(placed(100.0, &[figure(300.0, None)]), Place::Here(Form::Wide));
        assert_eq!(placed(300.0, &[figure(380.0, Some(280.0))]), Place::Here(Form::Low));
        // Two that have room together stand together.
        let two = [figure(330.0, Some(280.0)), figure(330.0, Some(280.0))];
        assert_eq!(placed(0.0, &two), Place::Here(Form::Low));
        assert_eq!(placed(0.0, &two[..1]), Place::Here(Form::Wide));
    }

    #[test]
    fn what_follows_fills_the_page_that_a_picture_has_no_room_on() {
        assert_eq!(placed(300.0, &[figure(500.0, None)]), Place::Here(Form::Wide));
        let floats = |place: Place| matches!(place, Place::Floating(Form::Wide) | Place::After(_));
        assert!(floats(placed(300.0, &[figure(500.0, None), text(400)])));
        // The text of another section goes before no picture.
        let heading = Block::Heading(crate::doc::Heading::new(2, "Next", "next"));
        assert_eq!(placed(300.0, &[figure(500.0, None), heading, text(400)]), Place::Here(Form::Wide));
    }

    #[test]
    fn a_pen_knows_what_goes_on_with_a_picture() {
        let heading = Block::Heading(crate::doc::Heading::new(2, "Next", "next"));
        let mut pen = Pen { y: 500.0, ..Pen::default() };
        pen.then(&heading, &[]);
        pen.whole((18.0, 300.0, 20.0));
        // The heading stands above the picture on the next page.
        assert!((315.0..330.0).contains(&pen.y), "{pen:?}");
        pen.waits(200.0);
        pen.then(&text(900), &[]);
        assert!(pen.y > 200.0 && pen.waiting == 0.0, "{pen:?}");
    }
}
