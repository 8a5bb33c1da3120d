//! A small SVG builder: escaped text, numbers with at most two decimals, presentation attributes only, so that browsers,
//! typst and resvg draw the same picture.

use std::fmt::Write as _;

use crate::font::Weight;
use crate::frame::Head;
use crate::theme::Rgb;

/// A finished picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Svg {
    /// The document: one `<svg>` element, without XML declaration, so that it can be put into a page.
    pub text: String,
    /// Width in px.
    pub width: f64,
    /// Height in px.
    pub height: f64,
    /// The titles that it carries, and its corner.
    pub head: Head,
    /// What is drawn, for those who do not see it.
    pub description: String,
    /// How many parts it has on slides: more than one where each shows a branch of the whole.
    pub parts: usize,
}

impl std::fmt::Display for Svg {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

/// A number as SVG has it: at most two decimals, no trailing zeros, never `-0`; what is not finite becomes 0.
#[must_use]
pub fn number(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let mut text = format!("{value:.2}");
    while text.ends_with('0') {
        text.pop();
    }
    if text.ends_with('.') {
        text.pop();
    }
    if text == "-0" { "0".to_owned() } else { text }
}

/// Whether no print shows a character: controls, marks that turn the reading direction of what follows them, places
/// without a meaning.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
        || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}')
}

/// Text safe in element content and in attributes, without what no print shows.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\r' | '\t' => out.push(' '),
            c if is_unseen(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// How a shape is painted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Paint {
    fill: Option<Rgb>,
    stroke: Option<(Rgb, f64)>,
    dash: Option<(f64, f64)>,
    opacity: Option<f64>,
    fill_opacity: Option<f64>,
    round: bool,
}

impl Paint {
    /// Filled with a colour.
    #[must_use]
    pub fn fill(colour: Rgb) -> Self {
        Self { fill: Some(colour), ..Self::default() }
    }

    /// A line of a colour and a width.
    #[must_use]
    pub fn line(colour: Rgb, width: f64) -> Self {
        Self { stroke: Some((colour, width)), ..Self::default() }
    }

    /// With an outline.
    #[must_use]
    pub fn stroke(self, colour: Rgb, width: f64) -> Self {
        Self { stroke: Some((colour, width)), ..self }
    }

    /// Dashed: length of a dash, length of a gap.
    #[must_use]
    pub fn dash(self, on: f64, off: f64) -> Self {
        Self { dash: Some((on, off)), ..self }
    }

    /// Wholly translucent, 0 to 1.
    #[must_use]
    pub fn opacity(self, opacity: f64) -> Self {
        Self { opacity: Some(opacity), ..self }
    }

    /// With a translucent filling, 0 to 1.
    #[must_use]
    pub fn fill_opacity(self, opacity: f64) -> Self {
        Self { fill_opacity: Some(opacity), ..self }
    }

    /// With round caps and joins.
    #[must_use]
    pub fn round(self) -> Self {
        Self { round: true, ..self }
    }

    fn write(&self, out: &mut String) {
        match self.fill {
            Some(colour) => _ = write!(out, " fill=\"{colour}\""),
            None => out.push_str(" fill=\"none\""),
        }
        if let Some((colour, width)) = self.stroke {
            _ = write!(out, " stroke=\"{colour}\" stroke-width=\"{}\"", number(width));
        }
        if let Some((on, off)) = self.dash {
            _ = write!(out, " stroke-dasharray=\"{} {}\"", number(on), number(off));
        }
        if let Some(opacity) = self.opacity {
            // Of one paint: the whole shape would be drawn on a layer of its own.
            let what = match (self.fill, self.stroke) {
                (Some(_), None) => "fill-opacity",
                (None, Some(_)) => "stroke-opacity",
                _ => "opacity",
            };
            _ = write!(out, " {what}=\"{}\"", number(opacity));
        }
        if let Some(opacity) = self.fill_opacity {
            _ = write!(out, " fill-opacity=\"{}\"", number(opacity));
        }
        if self.round {
            out.push_str(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        }
    }
}

/// Which point of a text is its anchor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    #[default]
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub struct Type {
    /// Size in px.
    pub size: f64,
    /// Weight.
    pub weight: Weight,
    /// Colour.
    pub colour: Rgb,
    /// Anchor.
    pub anchor: Anchor,
    /// Colour of the halo that keeps it readable over lines.
    pub halo: Option<Rgb>,
    /// Turned a quarter to the left about its anchor, reading upwards.
    pub upwards: bool,
}

impl Type {
    /// Regular text of a size and a colour, anchored at its beginning.
    #[must_use]
    pub fn new(size: f64, colour: Rgb) -> Self {
        Self { size, weight: Weight::Regular, colour, anchor: Anchor::Start, halo: None, upwards: false }
    }

    /// In bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { weight: Weight::Bold, ..self }
    }

    /// Anchored at its middle.
    #[must_use]
    pub fn middle(self) -> Self {
        Self { anchor: Anchor::Middle, ..self }
    }

    /// Anchored at its end.
    #[must_use]
    pub fn end(self) -> Self {
        Self { anchor: Anchor::End, ..self }
    }

    /// With another anchor.
    #[must_use]
    pub fn anchor(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// With a halo.
    #[must_use]
    pub fn halo(self, colour: Rgb) -> Self {
        Self { halo: Some(colour), ..self }
    }

    /// Reading upwards.
    #[must_use]
    pub fn upwards(self) -> Self {
        Self { upwards: true, ..self }
    }
}

/// A path under construction, and where the pen is, in hundredths, where an outline was closed last.
#[derive(Clone, Debug, Default)]
pub struct Path(String, Option<(i64, i64)>);

impl Path {
    /// An empty path.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn put(mut self, command: char, numbers: &[f64]) -> Self {
        self.1 = None;
        self.0.push(command);
        for (index, value) in numbers.iter().enumerate() {
            if index > 0 {
                self.0.push(' ');
            }
            self.0.push_str(&number(*value));
        }
        self
    }

    /// Moves the pen.
    #[must_use]
    pub fn to(self, x: f64, y: f64) -> Self {
        self.put('M', &[x, y])
    }

    /// A straight line.
    #[must_use]
    pub fn line(self, x: f64, y: f64) -> Self {
        self.put('L', &[x, y])
    }

    /// A cubic curve with two control points.
    #[must_use]
    pub fn curve(self, x1: f64, y1: f64, x2: f64, y2: f64, x: f64, y: f64) -> Self {
        self.put('C', &[x1, y1, x2, y2, x, y])
    }

    /// Closes the outline.
    #[must_use]
    pub fn close(mut self) -> Self {
        self.1 = None;
        self.0.push('Z');
        self
    }

    /// Whether nothing was drawn.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Moves the pen to the start of an outline: by how far from the last one where there is one, for what repeats itself
    /// packs well, and ten thousand cells are one drawing.
    fn outline(&mut self, x: f64, y: f64) {
        let hundredths = |value: f64| (value * 100.0).round() as i64;
        let here = (hundredths(x), hundredths(y));
        let part = |value: i64| number(value as f64 / 100.0);
        let (command, (x, y)) = match self.1.replace(here) {
            Some(last) => ('m', (here.0 - last.0, here.1 - last.1)),
            None => ('M', here),
        };
        _ = write!(self.0, "{command}{} {}", part(x), part(y));
    }

    /// The outline of a rectangle.
    pub fn area(&mut self, area: Area) {
        let [w, h] = [area.w, area.h].map(number);
        self.outline(area.x, area.y);
        _ = write!(self.0, "h{w}v{h}h-{w}z");
    }

    /// The outline of the upper right half of a rectangle.
    pub fn corner(&mut self, area: Area) {
        let [w, h] = [area.w, area.h].map(number);
        self.outline(area.x, area.y);
        _ = write!(self.0, "h{w}v{h}z");
    }

    /// Straight lines through points.
    #[must_use]
    pub fn through(points: &[(f64, f64)]) -> Self {
        let mut path = Self::new();
        for (index, (x, y)) in points.iter().enumerate() {
            path = if index == 0 { path.to(*x, *y) } else { path.line(*x, *y) };
        }
        path
    }
}

/// The body of a picture.
#[derive(Clone, Debug, Default)]
pub struct Canvas {
    out: String,
    open: usize,
}

impl Canvas {
    /// A line.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), paint: Paint) {
        _ = write!(
            self.out,
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"",
            number(from.0),
            number(from.1),
            number(to.0),
            number(to.1)
        );
        Paint { fill: paint.fill.or(paint.stroke.map(|s| s.0)), ..paint }.write(&mut self.out);
        self.out.push_str("/>\n");
    }

    /// A rectangle with rounded corners of radius `round`.
    pub fn rect(&mut self, area: Area, round: f64, paint: Paint) {
        _ = write!(
            self.out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
            number(area.x),
            number(area.y),
            number(area.w.max(0.0)),
            number(area.h.max(0.0))
        );
        if round > 0.0 {
            _ = write!(self.out, " rx=\"{}\"", number(round));
        }
        paint.write(&mut self.out);
        self.out.push_str("/>\n");
    }

    /// Upright stripes in a rectangle: a tint that grey paper keeps apart from another.
    pub fn stripes(&mut self, area: Area, colour: Rgb) {
        let mut path = Path::new();
        let mut x = area.x + 4.0;
        while x < area.right() - 1.5 {
            path = path.to(x, area.y).line(x, area.bottom());
            x += 4.5;
        }
        self.path(&path, Paint::line(colour, 1.0));
    }

    /// A circle.
    pub fn circle(&mut self, centre: (f64, f64), radius: f64, paint: Paint) {
        _ = write!(
            self.out,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"",
            number(centre.0),
            number(centre.1),
            number(radius)
        );
        paint.write(&mut self.out);
        self.out.push_str("/>\n");
    }

    /// An ellipse turned by `degrees` clockwise.
    pub fn ellipse(&mut self, centre: (f64, f64), radii: (f64, f64), degrees: f64, paint: Paint) {
        _ = write!(
            self.out,
            "<ellipse cx=\"{}\" cy=\"{}\" rx=\"{}\" ry=\"{}\"",
            number(centre.0),
            number(centre.1),
            number(radii.0),
            number(radii.1)
        );
        if degrees != 0.0 {
            _ = write!(
                self.out,
                " transform=\"rotate({} {} {})\"",
                number(degrees),
                number(centre.0),
                number(centre.1)
            );
        }
        paint.write(&mut self.out);
        self.out.push_str("/>\n");
    }

    /// A path.
    pub fn path(&mut self, path: &Path, paint: Paint) {
        _ = write!(self.out, "<path d=\"{}\"", path.0);
        paint.write(&mut self.out);
        self.out.push_str("/>\n");
    }

    /// A text whose baseline begins, has its middle or ends at a point. An empty one is left out.
    pub fn text(&mut self, at: (f64, f64), text: &str, set: Type) {
        if text.is_empty() {
            return;
        }
        _ = write!(
            self.out,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"",
            number(at.0),
            number(at.1),
            number(set.size)
        );
        if set.weight == Weight::Bold {
            self.out.push_str(" font-weight=\"700\"");
        }
        match set.anchor {
            Anchor::Start => {}
            Anchor::Middle => self.out.push_str(" text-anchor=\"middle\""),
            Anchor::End => self.out.push_str(" text-anchor=\"end\""),
        }
        if set.upwards {
            _ = write!(self.out, " transform=\"rotate(-90 {} {})\"", number(at.0), number(at.1));
        }
        _ = write!(self.out, " fill=\"{}\"", set.colour);
        if let Some(halo) = set.halo {
            _ = write!(
                self.out,
                " stroke=\"{halo}\" stroke-width=\"{}\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
                number(set.size * 0.24)
            );
        }
        _ = writeln!(self.out, ">{}</text>", escape(text));
    }

    /// Opens a group whose title shows on hovering.
    pub fn open(&mut self, title: &str) {
        self.open += 1;
        self.out.push_str("<g>");
        if !title.is_empty() {
            _ = write!(self.out, "<title>{}</title>", escape(title));
        }
        self.out.push('\n');
    }

    /// Opens the heads of columns that reach down to `until`: where a picture goes on in slices, each one repeats them.
    pub fn open_head(&mut self, until: f64) {
        self.open += 1;
        _ = writeln!(self.out, "<g data-head=\"{}\">", number(until));
    }

    /// Opens a legend: where a picture goes on in slices, each one repeats it.
    pub fn open_legend(&mut self) {
        self.open += 1;
        self.out.push_str("<g data-legend=\"\">\n");
    }

    /// Closes the last group.
    pub fn close(&mut self) {
        if self.open > 0 {
            self.open -= 1;
            self.out.push_str("</g>\n");
        }
    }

    /// The elements written so far, all groups closed.
    #[must_use]
    pub fn finish(mut self) -> String {
        while self.open > 0 {
            self.close();
        }
        self.out
    }
}

/// A rectangle: its left top corner, its width, its height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Area {
    /// A rectangle.
    #[must_use]
    pub fn new(x: f64, y: f64, w: f64, h: f64) -> Self {
        Self { x, y, w, h }
    }

    /// Right.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.w
    }

    /// Bottom.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.h
    }

    /// Its centre.
    #[must_use]
    pub fn centre(&self) -> (f64, f64) {
        (self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    /// Whether two rectangles share more than an edge.
    #[must_use]
    pub fn overlaps(&self, other: &Area) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether the other rectangle lies inside this one.
    #[must_use]
    pub fn holds(&self, other: &Area) -> bool {
        other.x >= self.x
            && other.y >= self.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }

    /// Grown by `by` on every side.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        Self { x: self.x - by, y: self.y - by, w: self.w + 2.0 * by, h: self.h + 2.0 * by }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_never_minus_zero() {
        assert_eq!(number(1.0), "1");
        assert_eq!(number(1.005), "1");
        assert_eq!(number(-0.001), "0");
        assert_eq!(number(12.5), "12.5");
        assert_eq!(number(f64::NAN), "0");
        assert_eq!(number(100.0), "100");
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escape("a<b & \u{202e}\"c\"\u{1}\n"), "a&lt;b &amp; &quot;c&quot; ");
    }
}
