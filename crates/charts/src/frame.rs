//! What a picture is asked for (width, text size, theme, language) and the skeleton that all share: title with the
//! finding, subtitle with the measure, the drawing, and the sample and provenance in the bottom corner.

use atalaya_words::Words;

use crate::abacus::{Vote, vote};
use crate::font::{self, Weight};
use crate::mark::{self, Shape};
use crate::svg::{Area, Canvas, Paint, Svg, Type, escape, number};
use crate::theme::{Palette, Rgb, Theme};

/// Where a picture is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Setting {
    /// On a page, with all that belongs to it.
    #[default]
    Page,
    /// The same on what is left of a page: lower, in type of the same size.
    Low,
    /// Lower, and without the list of codes that nobody reads from afar: on a wall, or beside a form.
    Wall,
    /// The drawing of a slide: low, its codes explained at its side; the slide has the titles and the corner.
    Slide,
}

/// What a picture is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// Width in px, at least 280.
    pub width: f64,
    /// Size of the text in px; titles and labels follow it.
    pub text: f64,
    /// Theme.
    pub theme: Theme,
    /// Language.
    pub words: &'a Words,
    /// Prefix of the ids, unique in the page that the picture goes into.
    pub prefix: &'a str,
    /// Where it is shown.
    pub setting: Setting,
    /// Which part is drawn of a picture that goes on several slides (see [`Svg::parts`]).
    pub part: usize,
    /// The code of the record that the picture is shown for: its point is ringed.
    pub marked: &'a str,
}

impl<'a> Frame<'a> {
    /// A light frame of a width, with the text size that suits it.
    #[must_use]
    pub fn new(width: f64, words: &'a Words) -> Self {
        let width = width.max(280.0);
        let text = if width < 480.0 { 12.0 } else { (width / 55.0).clamp(13.0, 18.0) };
        Self {
            width,
            text,
            theme: Theme::Light,
            words,
            prefix: "chart",
            setting: Setting::Page,
            part: 0,
            marked: "",
        }
    }

    /// In another theme.
    #[must_use]
    pub fn theme(self, theme: Theme) -> Self {
        Self { theme, ..self }
    }

    /// With another prefix for its ids.
    #[must_use]
    pub fn prefix(self, prefix: &'a str) -> Self {
        Self { prefix, ..self }
    }

    /// In another setting.
    #[must_use]
    pub fn setting(self, setting: Setting) -> Self {
        Self { setting, ..self }
    }

    /// Another part of a picture that goes on several slides.
    #[must_use]
    pub fn part(self, part: usize) -> Self {
        Self { part, ..self }
    }

    /// Whether the drawing is to be low.
    #[must_use]
    pub fn low(&self) -> bool {
        self.setting != Setting::Page
    }

    /// Whether the codes that have no room in the drawing are explained below it.
    #[must_use]
    pub fn keyed(&self) -> bool {
        matches!(self.setting, Setting::Page | Setting::Low)
    }

    /// Whether titles and corner are left to the slide.
    #[must_use]
    pub fn bare(&self) -> bool {
        self.setting == Setting::Slide
    }

    /// Shown for the record of a code.
    #[must_use]
    pub fn marked(self, marked: &'a str) -> Self {
        Self { marked, ..self }
    }

    /// With another text size.
    #[must_use]
    pub fn text(self, text: f64) -> Self {
        Self { text, ..self }
    }

    /// Below 480 px labels are codes.
    #[must_use]
    pub fn narrow(&self) -> bool {
        self.width < 480.0
    }
}

/// Widths of the frames tried for a slide, in px, from the largest type to the smallest that is readable from afar.
pub const SLIDE_WIDTHS: [f64; 3] = [1060.0, 1240.0, 1440.0];
/// So many lines have room at the side of a slide's drawing in the widest of them.
const SIDE_LINES: usize = 28;

/// What stands around a drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    /// The finding in a sentence.
    pub title: String,
    /// The measure.
    pub subtitle: String,
    /// What is drawn, for those who do not see it; the subtitle where empty.
    pub description: String,
    /// Sample and its origin, as in `n = 9 · ronda 2`.
    pub sample: String,
    /// Provenance, as in `Datos ilustrativos`.
    pub provenance: String,
}

/// An entry of a legend.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What is drawn.
    pub sign: Sign,
    /// What it means.
    pub text: String,
}

/// The sign of an entry.
#[derive(Clone, Copy, Debug)]
pub enum Sign {
    /// A mark, filled or hollow.
    Mark(Shape, Rgb, bool),
    /// A line, dashed or not.
    Line(Rgb, f64, bool),
    /// A line with the dashes told.
    Stroke(Rgb, f64, Option<(f64, f64)>),
    /// A band.
    Band(Rgb),
    /// A box with an outline.
    Box(Rgb, Rgb),
    /// A cell of a heat map that is disputed: its ground, the colour of its folded corner, and whether it has a frame.
    Folded(Rgb, Rgb, bool),
    /// A ring around another mark.
    Ring(Rgb),
    /// A box with a dashed outline.
    Dashed(Rgb, Rgb),
    /// A dotted ring around a mark: the mark's colour and the ring's.
    Ringed(Rgb, Rgb),
    /// A box with stripes of its outline's colour.
    Striped(Rgb, Rgb),
    /// An arrow.
    Arrow(Rgb),
    /// A range with its middle.
    Range(Rgb),
    /// Two numbers with a dash.
    Word,
    /// An ellipse.
    Ellipse(Rgb),
    /// A vote of the abacus.
    Vote(Vote),
}

/// A picture under construction.
#[derive(Debug)]
pub struct Page<'a> {
    /// Where the drawing goes.
    pub canvas: Canvas,
    /// The colours.
    pub ink: Palette,
    /// What was asked for.
    pub frame: Frame<'a>,
    /// Left edge of the content.
    pub left: f64,
    /// Right edge of the content.
    pub right: f64,
    /// Where the content begins, below the titles.
    pub top: f64,
    /// Whether it is one thing, which is never cut into slices: a graph, a plane, a cone.
    pub whole: bool,
    head: Head,
}

/// The width in which nearly all names are whole.
fn nearly_all(pairs: &[(String, String)], size: f64) -> f64 {
    let mut widths: Vec<f64> = pairs.iter().map(|(_, n)| font::width(n, size, Weight::Regular)).collect();
    widths.sort_by(f64::total_cmp);
    widths.get(widths.len() * 17 / 20).copied().unwrap_or(0.0)
}

impl<'a> Page<'a> {
    /// Begins a picture with its titles.
    #[must_use]
    pub fn new(frame: &Frame<'a>, head: &Head) -> Self {
        let ink = frame.theme.palette();
        let margin = if frame.bare() {
            6.0
        } else if frame.narrow() {
            12.0
        } else {
            (frame.width * 0.025).clamp(16.0, 28.0)
        };
        let mut page = Self {
            canvas: Canvas::default(),
            ink,
            frame: *frame,
            left: margin,
            right: frame.width - margin,
            top: margin * 0.9,
            whole: false,
            head: head.clone(),
        };
        if frame.bare() {
            return page;
        }
        let title = page.title_size();
        for line in font::wrap(&head.title, title, Weight::Bold, page.width(), 4) {
            page.top += title * 1.28;
            page.canvas.text((page.left, page.top - title * 0.24), &line, Type::new(title, ink.ink).bold());
        }
        let size = page.body();
        for line in font::wrap(&head.subtitle, size, Weight::Regular, page.width(), 4) {
            page.top += size * 1.4;
            page.canvas.text((page.left, page.top - size * 0.2), &line, Type::new(size, ink.muted));
        }
        page.top += size * 0.9;
        page
    }

    /// Width of the content.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Size of the title.
    #[must_use]
    pub fn title_size(&self) -> f64 {
        self.frame.text * 1.25
    }

    /// Size of the subtitle and of names.
    #[must_use]
    pub fn body(&self) -> f64 {
        self.frame.text
    }

    /// Size of labels and ticks.
    #[must_use]
    pub fn label(&self) -> f64 {
        (self.frame.text * 0.88).max(10.5)
    }

    /// Size of notes: that of labels on a slide, where nothing may be smaller.
    #[must_use]
    pub fn small(&self) -> f64 {
        if self.frame.bare() { self.label() } else { (self.frame.text * 0.8).max(10.0) }
    }

    /// Height of a row whose name may not fit beside it: on a slide it has room for two lines.
    #[must_use]
    pub fn row(&self, usual: f64, fits: bool) -> f64 {
        if self.frame.bare() && !fits { usual.max(self.label() * 2.5) } else { usual }
    }

    fn broken(&self, name: &str, set: Type, room: f64) -> Vec<String> {
        match self.frame.bare() {
            true => font::wrap(name, set.size, set.weight, room, 2),
            false => vec![font::shorten(name, set.size, set.weight, room)],
        }
    }

    /// A name beside its row, from `at`, the height of its middle: on a slide in two lines where it is long, elsewhere cut.
    pub fn name(&mut self, at: (f64, f64), name: &str, room: f64, set: Type) {
        let lines = self.broken(name, set, room);
        let step = set.size * 1.15;
        let first = at.1 + set.size * 0.35 - step * (lines.len().saturating_sub(1)) as f64 / 2.0;
        for (index, line) in lines.iter().enumerate() {
            self.canvas.text((at.0, first + step * index as f64), line, set);
        }
    }

    /// Text in the size of labels, in ink.
    #[must_use]
    pub fn plain(&self) -> Type {
        Type::new(self.label(), self.ink.ink)
    }

    /// Text in the size of labels, muted.
    #[must_use]
    pub fn quiet(&self) -> Type {
        Type::new(self.label(), self.ink.muted)
    }

    /// Lines of text from a top edge; returns the bottom of the last.
    pub fn lines(&mut self, at: (f64, f64), lines: &[String], set: Type) -> f64 {
        let step = set.size * 1.3;
        for (index, line) in lines.iter().enumerate() {
            self.canvas.text((at.0, at.1 + step * index as f64 + set.size * 0.95), line, set);
        }
        at.1 + step * lines.len() as f64
    }

    /// A legend in flowing rows from a top edge; returns its bottom.
    pub fn legend(&mut self, entries: &[Entry], top: f64) -> f64 {
        self.legend_between(entries, top, self.left, self.right)
    }

    /// A legend in flowing rows between two edges; returns its bottom.
    pub fn legend_between(&mut self, entries: &[Entry], top: f64, left: f64, right: f64) -> f64 {
        if entries.is_empty() {
            return top;
        }
        self.canvas.open_legend();
        let bottom = self.entries(entries, top, left, right);
        self.canvas.close();
        bottom
    }

    /// A legend with the key of the codes below it; where a picture goes on several slides, each repeats both.
    pub fn legend_with_key(&mut self, entries: &[Entry], pairs: &[(String, String)], top: f64) -> f64 {
        if pairs.is_empty() {
            return self.legend(entries, top);
        }
        let gap = self.label() * 0.5;
        if !self.frame.bare() {
            let y = self.legend(entries, top);
            return self.key(pairs, y + gap);
        }
        self.canvas.open_legend();
        let y = self.entries(entries, top, self.left, self.right);
        let bottom = self.key(pairs, y + gap);
        self.canvas.close();
        bottom
    }

    fn entries(&mut self, entries: &[Entry], top: f64, left: f64, right: f64) -> f64 {
        let size = self.small();
        let (sign, gap, row) = (size * 1.9, size * 1.5, size * 1.65);
        let (mut x, mut y) = (left, top);
        for entry in entries {
            let room = right - left - sign - 4.0;
            let lines = font::wrap(&entry.text, size, Weight::Regular, room, 3);
            let wide = sign + 4.0 + font::widest(lines.iter().map(String::as_str), size, Weight::Regular);
            if x > left && x + wide > right {
                x = left;
                y += row;
            }
            self.sign(entry.sign, Area::new(x, y, sign, row));
            for (index, line) in lines.iter().enumerate() {
                let baseline = y + row / 2.0 + size * 0.35 + index as f64 * size * 1.25;
                self.canvas.text((x + sign + 4.0, baseline), line, Type::new(size, self.ink.muted));
            }
            y += (lines.len().saturating_sub(1)) as f64 * size * 1.25;
            x += wide + gap;
        }
        if entries.is_empty() { top } else { y + row }
    }

    /// Room for a list of codes at the right of a slide's drawing, as much as its names want: the content ends before it
    /// until [`Page::side_key`] writes it.
    pub fn keep_side(&mut self, pairs: &[(String, String)]) {
        let size = self.small();
        let codes = font::widest(pairs.iter().map(|(c, _)| c.as_str()), size, Weight::Bold);
        let wanted = codes + nearly_all(pairs, size) + size * 2.6;
        self.right -= wanted.clamp(self.width() * 0.34, self.width() * 0.48);
    }

    /// The list that [`Page::keep_side`] left room for; returns its bottom.
    pub fn side_key(&mut self, pairs: &[(String, String)]) -> f64 {
        let (left, right) = (self.left, self.frame.width - self.left);
        let begin = self.right + self.small() * 1.6;
        (self.left, self.right) = (begin, right);
        let bottom = self.key_in(pairs, self.top, Some(1));
        self.left = left;
        bottom
    }

    /// Codes and their names in columns from a top edge; returns the bottom.
    pub fn key(&mut self, pairs: &[(String, String)], top: f64) -> f64 {
        self.key_in(pairs, top, None)
    }

    fn key_in(&mut self, pairs: &[(String, String)], top: f64, columns: Option<usize>) -> f64 {
        let size = self.small();
        let codes = font::widest(pairs.iter().map(|(c, _)| c.as_str()), size, Weight::Bold) + size * 0.7;
        let gap = size * 1.6;
        // As many columns as leave nearly all names whole.
        let names = nearly_all(pairs, size);
        let fit = ((self.width() + gap) / (codes + names + gap)).floor() as usize;
        let many = pairs.len() > if self.frame.bare() { 4 } else { 10 };
        let least = if self.frame.width >= 600.0 && many { 2 } else { 1 };
        let columns = columns.unwrap_or(fit.max(least)).clamp(1, 5).min(pairs.len().max(1));
        let wide = (self.width() + gap) / columns as f64 - gap;
        let rows = pairs.len().div_ceil(columns);
        // A slide goes on where this list ends; a page has room between its lines.
        let step = size * if self.frame.bare() { 1.3 } else { 1.42 };
        let set = Type::new(size, self.ink.muted);
        // On a slide names are cut only where they are many and no wider frame is left.
        let in_lines = || pairs.iter().map(|(_, name)| self.broken(name, set, wide - codes).len().max(1));
        let cut =
            self.frame.width >= SLIDE_WIDTHS[2] && columns == 1 && in_lines().sum::<usize>() > SIDE_LINES;
        let mut bottom = top;
        for (column, pairs) in pairs.chunks(rows.max(1)).enumerate() {
            let x = self.left + column as f64 * (wide + gap);
            let mut y = top;
            for (code, name) in pairs {
                self.canvas.text((x, y + size), code, Type::new(size, self.ink.ink).bold());
                let lines = match cut {
                    true => vec![font::shorten(name, set.size, set.weight, wide - codes)],
                    false => self.broken(name, set, wide - codes),
                };
                for (index, line) in lines.iter().enumerate() {
                    self.canvas.text((x + codes, y + size + step * index as f64), line, set);
                }
                y += step * lines.len().max(1) as f64;
            }
            bottom = f64::max(bottom, y);
        }
        bottom
    }

    fn sign(&mut self, sign: Sign, area: Area) {
        let (x, y) = area.centre();
        let half = area.w * 0.42;
        let paper = self.ink.paper;
        match sign {
            Sign::Mark(shape, colour, filled) => {
                mark::draw(&mut self.canvas, shape, (x, y), area.h * 0.27, colour, filled, paper);
            }
            Sign::Line(colour, width, dashed) => {
                let dash = dashed.then_some((4.0, 3.0));
                self.sign(Sign::Stroke(colour, width, dash), area);
            }
            Sign::Stroke(colour, width, dash) => {
                let paint = Paint::line(colour, width);
                let paint = dash.map_or(paint, |(on, off)| paint.dash(on, off));
                self.canvas.line((x - half, y), (x + half, y), paint);
            }
            Sign::Band(colour) => {
                let band = Area::new(x - half, y - area.h * 0.25, 2.0 * half, area.h * 0.5);
                self.canvas.rect(band, 1.5, Paint::fill(colour));
            }
            Sign::Box(fill, stroke) => {
                let side = area.h * 0.6;
                let square = Area::new(x - side / 2.0, y - side / 2.0, side, side);
                self.canvas.rect(square, 1.5, Paint::fill(fill).stroke(stroke, 1.4));
            }
            Sign::Folded(fill, warning, framed) => {
                let side = area.h * 0.66;
                let square = Area::new(x - side / 2.0, y - side / 2.0, side, side);
                self.canvas.rect(square, 0.0, Paint::fill(fill));
                mark::fold(&mut self.canvas, square, warning, fill, framed);
            }
            Sign::Ring(colour) => self.canvas.circle((x, y), area.h * 0.34, Paint::line(colour, 1.4)),
            Sign::Dashed(fill, stroke) => {
                let side = area.h * 0.6;
                let square = Area::new(x - side / 2.0, y - side / 2.0, side, side);
                self.canvas.rect(square, 0.0, Paint::fill(fill).stroke(stroke, 1.2).dash(2.0, 1.5));
            }
            Sign::Ringed(colour, ring) => {
                self.canvas.circle((x, y), area.h * 0.17, Paint::fill(colour));
                self.canvas.circle((x, y), area.h * 0.36, Paint::line(ring, 1.5).dash(2.5, 2.0));
            }
            Sign::Striped(fill, stroke) => {
                let tall = area.h * 0.6;
                let bar = Area::new(x - half, y - tall / 2.0, 2.0 * half, tall);
                self.canvas.rect(bar, 1.5, Paint::fill(fill).stroke(stroke, 1.4));
                self.canvas.stripes(bar, stroke);
            }
            Sign::Ellipse(colour) => {
                let paint = Paint::fill(colour).stroke(colour, 0.8).fill_opacity(0.12);
                self.canvas.ellipse((x, y), (half * 0.8, area.h * 0.28), -12.0, paint);
            }
            Sign::Word => {
                let size = self.small();
                // A little wider than the room of a sign: it keeps its distance from the words after it.
                let set = Type::new(size, self.ink.muted).end();
                self.canvas.text((area.right(), y + size * 0.35), "(1–3)", set);
            }
            Sign::Vote(own) => {
                let side = area.h * 0.72;
                let cell = Area::new(x - side / 2.0, y - side / 2.0, side, side);
                vote(&mut self.canvas, &self.ink, own, cell);
            }
            Sign::Arrow(colour) => mark::arrow(&mut self.canvas, (x - half, y), (x + half, y), colour, 1.3),
            Sign::Range(colour) => {
                self.canvas.line(
                    (x - half, y),
                    (x + half, y),
                    Paint::line(colour, 3.5).opacity(0.35).round(),
                );
                self.canvas.circle((x, y), area.h * 0.17, Paint::fill(colour));
            }
        }
    }

    /// A line from a mark to its label that stands off: dotted, unlike any line of the data.
    pub fn leader(&mut self, (from, to): ((f64, f64), (f64, f64))) {
        self.canvas.line(from, to, Paint::line(self.ink.ink, 1.1).dash(0.1, 2.2).round());
    }

    /// Adds to what the corner says of the sample.
    pub fn remark(&mut self, words: &str) {
        if !self.head.sample.is_empty() {
            self.head.sample.push_str(" · ");
        }
        self.head.sample.push_str(words);
    }

    /// Ends the picture below `bottom` with the sample and the provenance.
    #[must_use]
    pub fn finish(mut self, bottom: f64) -> Svg {
        let size = self.small();
        let bare = self.frame.bare();
        let mut y = if bare { bottom } else { bottom + size * 1.1 };
        let gap = size * 2.0;
        let (sample, provenance) = (self.head.sample.clone(), self.head.provenance.clone());
        let wide = |text: &str| font::width(text, size, Weight::Regular);
        let set = Type::new(size, self.ink.muted);
        if !(bare || sample.is_empty() && provenance.is_empty()) {
            self.canvas.line((self.left, y), (self.right, y), Paint::line(self.ink.grid, 1.0));
            y += size * 0.55;
            if wide(&sample) + gap + wide(&provenance) <= self.width() {
                let baseline = y + size * 0.95;
                self.canvas.text((self.left, baseline), &sample, set);
                self.canvas.text((self.right, baseline), &provenance, set.end());
                y += size * 1.3;
            } else {
                for text in [sample, provenance] {
                    let lines = font::wrap(&text, size, Weight::Regular, self.width(), 4);
                    y = self.lines((self.left, y), &lines, set);
                }
            }
        }
        let width = self.frame.width;
        let height = (y + self.left * 0.6).ceil();
        let id = escape(self.frame.prefix);
        let lang = self.frame.words.lang().code();
        let description =
            if self.head.description.is_empty() { &self.head.subtitle } else { &self.head.description };
        let (w, h) = (number(width), number(height));
        let mut text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" \
             role=\"img\"{whole} aria-labelledby=\"{id}-title {id}-desc\" xml:lang=\"{lang}\" \
             font-family=\"{family}, sans-serif\">\n<title id=\"{id}-title\">{title}</title>\n\
             <desc id=\"{id}-desc\">{desc}</desc>\n\
             <rect x=\"0\" y=\"0\" width=\"{w}\" height=\"{h}\" fill=\"{paper}\"/>\n",
            whole = if self.whole { " data-whole=\"\"" } else { "" },
            family = font::FAMILY,
            title = escape(&self.head.title),
            desc = escape(description),
            paper = self.ink.paper,
        );
        text.push_str(&self.canvas.finish());
        text.push_str("</svg>\n");
        let description = description.clone();
        Svg { text, width, height, head: self.head, description, parts: 1 }
    }
}
