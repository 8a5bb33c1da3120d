//! Pictures inside a page or a PDF: what must be known or changed of a finished SVG document.

use std::ops::Range;

use atalaya_charts::font::{self, Weight};
use atalaya_charts::svg::number;
use resvg::usvg::roxmltree::{Document, Node};

/// The SVG element alone, without declaration or document type.
pub(crate) fn element(svg: &str) -> &str {
    svg.find("<svg").and_then(|start| svg.get(start..)).unwrap_or("").trim_end()
}

/// The same picture with every `id` and every reference to one prefixed, so that many pictures share a page.
pub(crate) fn prefixed(svg: &str, prefix: &str) -> String {
    const OPENERS: [&str; 5] = [" id=\"", "url(#", "href=\"#", "aria-labelledby=\"", "aria-describedby=\""];
    let text = element(svg);
    let mut out = String::with_capacity(text.len() + 256);
    let mut opened: Vec<usize> = OPENERS
        .iter()
        .flat_map(|opener| text.match_indices(opener).map(|(at, _)| at + opener.len()))
        .collect();
    opened.sort_unstable();
    let mut done = 0;
    // What a name of the study says may look like the opening of a reference inside of one.
    for at in opened {
        let Some(between) = text.get(done..at) else { continue };
        out.push_str(between);
        // A list of ids, as `aria-labelledby` takes, has a prefix each.
        let end = text[at..].find(['"', ')']).map_or(at, |length| at + length);
        for (index, id) in text[at..end].split(' ').enumerate() {
            if index > 0 {
                out.push(' ');
            }
            out.push_str(prefix);
            out.push_str(id);
        }
        done = end;
    }
    out.push_str(&text[done..]);
    out
}

/// Height over width, from the view box or the size; 0.6 where neither says.
pub(crate) fn aspect(svg: &str) -> f64 {
    let root = element(svg);
    let root = root.split('>').next().unwrap_or("");
    let attribute = |name: &str| {
        let start = root.find(&format!(" {name}=\""))? + name.len() + 3;
        root.get(start..)?.split('"').next()
    };
    let view: Vec<f64> = attribute("viewBox")
        .unwrap_or("")
        .split([' ', ','])
        .filter(|part| !part.is_empty())
        .filter_map(|part| part.parse().ok())
        .collect();
    let size = |name| attribute(name).and_then(|v| v.trim_end_matches("px").parse::<f64>().ok());
    let (width, height) = match view[..] {
        [_, _, width, height] => (width, height),
        _ => (size("width").unwrap_or(0.0), size("height").unwrap_or(0.0)),
    };
    if width > 0.0 && height > 0.0 { height / width } else { 0.6 }
}

/// A picture may shrink to this share of its width before it is cut into slices.
const SHRUNK: f64 = 0.99;
/// What is taller, in px, is a ground, an axis or a line between rows, which a cut may cross.
const TALL: f64 = 48.0;
/// What stays with the heads of columns, in px: some three rows.
const BELOW_HEADS: f64 = 60.0;
/// How far the letters of our typefaces reach above and below their line, in parts of their size.
const LETTERS: (f64, f64) = (0.95, 0.25);

/// A picture in slices from top to bottom, each about `most` times as tall as wide at the most: cut where no text and no
/// mark stands, and rather between two panels than through one. It stays whole where it nearly fits. Each slice repeats the
/// heads of the columns that go on in it. `first`: the same for the first slice.
pub(crate) fn slices(svg: &str, first: f64, most: f64) -> Vec<String> {
    let whole = || vec![svg.to_owned()];
    if aspect(svg) * SHRUNK <= first || !parts(svg) {
        return whole();
    }
    let text = element(svg);
    let Ok(document) = Document::parse(text) else { return whole() };
    let view = numbers(document.root_element().attribute("viewBox").unwrap_or_default());
    let [left, top, width, height] = view[..] else { return whole() };
    let shapes: Vec<Shape> = document.descendants().filter_map(|node| shape(&node)).collect();
    let end = top + height;
    let heads = heads(&document);
    // Heads without rows would say nothing.
    let mut kept: Vec<(f64, f64)> = shapes.iter().filter(|s| s.whole).map(|s| (s.top, s.bottom)).collect();
    if !heads.parts.is_empty() {
        kept.push((heads.top, heads.bottom + BELOW_HEADS));
    }
    kept.sort_by(|a, b| a.0.total_cmp(&b.0));
    kept.push((end, end));
    let legend = legend(&document);
    // What the heads take above a slice that begins there.
    let lead = |from: f64| if heads.until > from + 1.0 && from > heads.bottom { heads.tall() } else { 0.0 };
    let mut edges = vec![top];
    while let Some(start) = edges.last().copied() {
        let full = width * if edges.len() > 1 { most } else { first };
        if (end - start + lead(start)) * SHRUNK <= full {
            break;
        }
        // The last slice is none of a row or two.
        let full = if end - start < full * 1.25 { end - start - full * 0.25 } else { full };
        let Some(cut) = cut(&shapes, &kept, start, full - lead(start) - legend.tall()) else { break };
        edges.push(cut);
    }
    edges.push(end);
    let (head, body) = text.split_at(text.find('>').unwrap_or(0));
    let opening =
        ["viewBox", "width", "height"].iter().fold(head.to_owned(), |head, name| without(&head, name));
    let slice = |pair: &[f64]| {
        let (from, to) = (pair[0], pair[1]);
        let above = lead(from);
        let below = if legend.top < to && legend.bottom > from { 0.0 } else { legend.tall() };
        let tall = number(to - from + above + below);
        let (x, y, w, h) = (number(left), number(from - above), number(width), tall);
        let mut out = format!("{opening} viewBox=\"{x} {y} {w} {h}\" width=\"{w}\" height=\"{h}\"");
        // What stands in another slice is left out: a search would find its words twice.
        let mut at = text.len() - body.len();
        for shape in shapes.iter().filter(|shape| shape.bottom < from || shape.top > to) {
            out.push_str(&text[at..shape.range.start]);
            at = shape.range.end;
        }
        let rest = &text[at..];
        let (rest, close) = rest.split_at(rest.rfind("</svg>").unwrap_or(rest.len()));
        out.push_str(rest);
        for (parts, band, down) in [
            (&heads.parts, (from - above, above), from - above - heads.top),
            (&legend.parts, (to, below), to + GAP - legend.top),
        ] {
            if band.1 > 0.0 {
                let repeated: String = parts.iter().map(|part| &text[part.clone()]).collect();
                out.push_str(&format!(
                    "<rect x=\"{x}\" y=\"{}\" width=\"{w}\" height=\"{}\" fill=\"{}\"/><g transform=\"translate(0 {})\">{repeated}</g>",
                    number(band.0),
                    number(band.1),
                    heads.paper,
                    number(down),
                ));
            }
        }
        out.push_str(close);
        out
    };
    edges.windows(2).map(slice).collect()
}

/// Whether the first slice of a picture is no taller than asked for: not every picture can be cut so far up.
pub(crate) fn begins_within(svg: &str, first: f64, most: f64) -> bool {
    slices(svg, first, most).first().is_some_and(|slice| aspect(slice) * SHRUNK <= first)
}

/// Whether a picture may be cut: one thing, as a plane or a graph, may not.
pub(crate) fn parts(svg: &str) -> bool {
    !element(svg).split('>').next().is_some_and(|head| head.contains(" data-whole="))
}

/// What stands between a slice and what it repeats.
const GAP: f64 = 6.0;

/// The legend of a picture that has one.
struct Legend {
    parts: Vec<Range<usize>>,
    top: f64,
    bottom: f64,
}

impl Legend {
    fn tall(&self) -> f64 {
        if self.parts.is_empty() { 0.0 } else { self.bottom - self.top + 2.0 * GAP }
    }
}

/// Where a picture has several, each belongs to its part: none is repeated.
fn legend(document: &Document<'_>) -> Legend {
    let mut found = document.descendants().filter(|node| node.has_attribute("data-legend"));
    let one = found.next().filter(|_| found.next().is_none());
    match one.and_then(|node| Some((node.range(), shape(&node)?))) {
        Some((range, own)) => Legend { parts: vec![range], top: own.top, bottom: own.bottom },
        None => Legend { parts: Vec::new(), top: f64::INFINITY, bottom: f64::NEG_INFINITY },
    }
}

/// The heads of a picture's columns.
struct Heads {
    /// Where they stand in the document.
    parts: Vec<Range<usize>>,
    top: f64,
    bottom: f64,
    /// How far down their columns reach.
    until: f64,
    /// The picture's ground.
    paper: String,
}

impl Heads {
    fn tall(&self) -> f64 {
        self.bottom - self.top + GAP
    }
}

fn heads(document: &Document<'_>) -> Heads {
    let mut out = Heads {
        parts: Vec::new(),
        top: f64::INFINITY,
        bottom: f64::NEG_INFINITY,
        until: f64::NEG_INFINITY,
        paper: String::new(),
    };
    let ground = document.descendants().find(|node| node.has_tag_name("rect"));
    out.paper = ground.and_then(|rect| rect.attribute("fill")).unwrap_or("#fff").to_owned();
    for node in document.descendants() {
        let until = node.attribute("data-head").and_then(|until| until.parse().ok());
        let (Some(until), Some(own)) = (until, shape(&node)) else { continue };
        out.parts.push(node.range());
        out.top = out.top.min(own.top);
        out.bottom = out.bottom.max(own.bottom);
        out.until = out.until.max(until);
    }
    out
}

/// An element that is drawn.
struct Shape {
    /// Where it stands in the document.
    range: Range<usize>,
    top: f64,
    bottom: f64,
    /// Whether no cut may go through it.
    whole: bool,
}

/// The best height for a cut below `start`: in the lower part of what fits, else farther up, else as soon as one can be.
/// `kept`: from where to where no cut may go, from top to bottom, down to the end.
fn cut(shapes: &[Shape], kept: &[(f64, f64)], start: f64, full: f64) -> Option<f64> {
    let (mut free, mut reached) = (Vec::new(), start);
    for (top, bottom) in kept.iter().copied() {
        // A gap that the page ends in is used up to there.
        let low = if reached < start + full { top.min(start + full) } else { top };
        if top >= reached && reached > start {
            free.push((reached + low) / 2.0);
        }
        reached = reached.max(bottom);
    }
    let crossed = |y: f64| shapes.iter().filter(|s| !s.whole && s.top < y && y < s.bottom).count();
    let best = |from: f64, to: f64| {
        let inside = free.iter().copied().filter(|y| (from..=to).contains(y));
        inside.min_by(|a, b| crossed(*a).cmp(&crossed(*b)).then(b.total_cmp(a)))
    };
    // A slice that is less full is better than one that ends within a panel.
    let (low, high) = (best(start + full * 0.6, start + full), best(start + full * 0.35, start + full));
    low.filter(|low| high.is_none_or(|high| crossed(*low) <= crossed(high)))
        .or(high)
        .or_else(|| best(start + full * 0.2, start + full))
        .or_else(|| free.iter().copied().find(|y| *y > start + full))
}

/// How far an element reaches up and down; nothing of what is not drawn.
fn shape(node: &Node<'_, '_>) -> Option<Shape> {
    let value = |name: &str| node.attribute(name).and_then(|text| text.parse::<f64>().ok()).unwrap_or(0.0);
    let (top, bottom) = match node.tag_name().name() {
        "text" => {
            let (y, size) = (value("y"), value("font-size").max(1.0));
            let weight = if node.has_attribute("font-weight") { Weight::Bold } else { Weight::Regular };
            let long = font::width(node.text().unwrap_or_default(), size, weight);
            match (node.has_attribute("transform"), node.attribute("text-anchor")) {
                (false, _) => (y - size * LETTERS.0, y + size * LETTERS.1),
                (true, Some("middle")) => (y - long / 2.0, y + long / 2.0),
                (true, Some(_)) => (y, y + long),
                (true, None) => (y - long, y),
            }
        }
        "rect" => (value("y"), value("y") + value("height")),
        "circle" => (value("cy") - value("r"), value("cy") + value("r")),
        "ellipse" => {
            let reach = value("rx").max(value("ry"));
            (value("cy") - reach, value("cy") + reach)
        }
        "line" => (value("y1").min(value("y2")), value("y1").max(value("y2"))),
        // A panel: a cut rather goes past it. It is no element to leave out, its parts are.
        "g" => {
            let inner = || node.children().filter_map(|child| shape(&child));
            let (top, bottom) =
                (inner().map(|s| s.top).reduce(f64::min)?, inner().map(|s| s.bottom).reduce(f64::max)?);
            let start = node.range().start;
            return Some(Shape { range: start..start, top, bottom, whole: false });
        }
        "path" => {
            let heights = heights(node.attribute("d")?);
            (heights.iter().copied().reduce(f64::min)?, heights.iter().copied().reduce(f64::max)?)
        }
        _ => return None,
    };
    let whole = node.has_tag_name("text") || bottom - top <= TALL;
    Some(Shape { range: node.range(), top, bottom, whole })
}

/// The heights that a path passes.
fn heights(path: &str) -> Vec<f64> {
    let mut out: Vec<f64> = Vec::new();
    // Where the outline began, which is where its closing leaves the pen.
    let mut start = 0.0;
    for (at, command) in path.char_indices().filter(|(_, c)| c.is_ascii_alphabetic()) {
        let rest = &path[at + 1..];
        let numbers = numbers(rest.split(|c: char| c.is_ascii_alphabetic()).next().unwrap_or_default());
        match command {
            'h' => {}
            // The only strokes that are drawn from where the pen is.
            'v' => out.extend(numbers.first().zip(out.last().copied()).map(|(by, from)| from + by)),
            'M' | 'm' => {
                let from = if command == 'm' { start } else { 0.0 };
                start = numbers.get(1).map_or(start, |height| from + height);
                out.push(start);
            }
            _ => out.extend(numbers.iter().skip(1).step_by(2)),
        }
    }
    out
}

/// The numbers of a list.
fn numbers(text: &str) -> Vec<f64> {
    let part = |c: char| !(c.is_ascii_digit() || c == '.' || c == '-');
    text.split(part).filter_map(|number| number.parse().ok()).collect()
}

/// The opening of an element without one of its attributes.
pub(crate) fn without(head: &str, attribute: &str) -> String {
    let Some(start) = head.find(&format!(" {attribute}=\"")) else { return head.to_owned() };
    let value = start + attribute.len() + 3;
    let end = head[value..].find('"').map_or(head.len(), |at| value + at + 1);
    format!("{}{}", &head[..start], &head[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_looks_like_a_reference_breaks_no_picture() {
        let svg = "<svg><text>url(#a</text><g id=\"c\"/><text>url(# href=</text><use href=\"#c\"/></svg>";
        let out = prefixed(svg, "p-");
        assert!(out.starts_with("<svg><text>") && out.ends_with("</svg>"), "{out}");
        assert_eq!(out.replace("p-", ""), svg);
    }

    #[test]
    fn a_path_reaches_as_far_as_its_strokes() {
        assert_eq!(heights("M1 2h5v4h-5zM9 2h1v1z"), [2.0, 6.0, 2.0, 3.0]);
        assert_eq!(heights("M1 2h5v4h-5zm8 0h1v1zm0 3h1v1z"), [2.0, 6.0, 2.0, 3.0, 5.0, 6.0]);
        assert_eq!(heights("M1 2L3 -4C1 5 2 6 3 7Z"), [2.0, -4.0, 5.0, 6.0, 7.0]);
    }

    #[test]
    fn pictures_on_one_page_share_no_ids() {
        let svg = "<?xml version=\"1.0\"?><svg viewBox=\"0 0 4 3\" aria-labelledby=\"t d\"><title id=\"t\">x</title><desc id=\"d\"/><clipPath id=\"c\"/><g clip-path=\"url(#c)\"><use href=\"#c\"/></g></svg>";
        assert_eq!(
            prefixed(svg, "f-"),
            "<svg viewBox=\"0 0 4 3\" aria-labelledby=\"f-t f-d\"><title id=\"f-t\">x</title><desc id=\"f-d\"/><clipPath id=\"f-c\"/><g clip-path=\"url(#f-c)\"><use href=\"#f-c\"/></g></svg>"
        );
        assert_eq!(aspect(svg), 0.75);
        assert_eq!(aspect("<svg width=\"10\" height=\"20px\">"), 2.0);
        assert_eq!(aspect("nothing"), 0.6);
    }

    /// A picture of rows of words on a ground, with the names of its axes.
    fn rows(count: usize) -> String {
        let tall = count * 20;
        let row = |i: usize| {
            let y = i * 20;
            format!(
                "<rect x=\"0\" y=\"{y}\" width=\"40\" height=\"18\"/>\n<text x=\"0\" y=\"{}\" font-size=\"12\">row {i}</text>\n",
                y + 14
            )
        };
        let rows: String = (0..count).map(row).collect();
        format!(
            "<svg viewBox=\"0 0 100 {tall}\" width=\"100\" height=\"{tall}\"><title>rows</title>\n<rect width=\"100\" height=\"{tall}\"/>\n{rows}<path d=\"M3 10L3 {tall}\"/></svg>"
        )
    }

    #[test]
    fn rows_that_touch_are_cut_between_their_letters() {
        // As a matrix has them: a size of 13.9 in rows of 17.82.
        let row = |i: u32| {
            let y = f64::from(i) * 17.82;
            format!(
                "<rect y=\"{y}\" width=\"9\" height=\"16.4\"/><text x=\"0\" y=\"{}\" font-size=\"13.9\">row {i}</text>",
                y + 13.06
            )
        };
        let rows: String = (0..60).map(row).collect();
        let svg = format!("<svg viewBox=\"0 0 100 1069\">{rows}</svg>");
        assert!(slices(&svg, 2.5, 2.5).iter().all(|slice| aspect(slice) <= 2.5));
    }

    #[test]
    fn slices_cover_the_whole_and_cut_no_text() {
        let svg = rows(60);
        let slices = slices(&svg, 2.5, 2.5);
        assert_eq!(slices.len(), 5);
        let mut end = 0.0;
        for slice in &slices {
            let document = Document::parse(slice).unwrap();
            let view = numbers(document.root_element().attribute("viewBox").unwrap());
            assert_eq!((view[0], view[1], view[2]), (0.0, end, 100.0));
            assert!(view[3] * SHRUNK <= 250.0, "{}", view[3]);
            end += view[3];
            for text in document.descendants().filter(|node| node.has_tag_name("text")) {
                let shape = shape(&text).unwrap();
                assert!(shape.top >= view[1] && shape.bottom <= end, "{:?} in {view:?}", text.text());
            }
        }
        assert_eq!(end, 1200.0);
        for row in 0..60 {
            let words = format!(">row {row}<");
            assert_eq!(slices.iter().filter(|slice| slice.contains(&words)).count(), 1);
        }
    }

    #[test]
    fn a_slice_ends_between_two_panels_though_more_had_room() {
        // Three panels of five rows, on the ground of all.
        let panels =
            [0, 100, 200].map(|y| format!("<rect x=\"50\" y=\"{}\" width=\"40\" height=\"96\"/>", y + 1));
        let svg = rows(15).replace("<path", &format!("{}<path", panels.concat()));
        let from = |slice: &String| {
            let document = Document::parse(slice).unwrap();
            numbers(document.root_element().attribute("viewBox").unwrap())[1].round()
        };
        assert_eq!(slices(&svg, 1.9, 1.9).iter().map(from).collect::<Vec<_>>(), [0.0, 99.0, 199.0]);
    }

    #[test]
    fn slices_repeat_the_heads_of_their_columns() {
        let svg = rows(60).replace(
            "<title>rows</title>",
            "<title>rows</title><g data-head=\"700\"><text x=\"0\" y=\"10\" font-size=\"10\">head</text></g>",
        );
        let slices = slices(&svg, 2.5, 2.5);
        let from = |slice: &String| {
            let document = Document::parse(slice).unwrap();
            numbers(document.root_element().attribute("viewBox").unwrap())
        };
        for slice in &slices {
            let view = from(slice);
            assert!(view[3] * SHRUNK <= 250.0, "{view:?}");
            // Beyond their columns' end they would name nothing.
            assert_eq!(slice.contains(">head<"), view[1] < 700.0, "{view:?}");
        }
        assert!(from(&slices[1])[1] < 700.0 && from(slices.last().unwrap())[1] > 700.0);
        for row in 0..60 {
            let words = format!(">row {row}<");
            assert_eq!(slices.iter().filter(|slice| slice.contains(&words)).count(), 1);
        }
    }

    #[test]
    fn heads_are_not_cut_from_their_rows() {
        let head = "<title>rows</title><g data-head=\"1200\"><text x=\"0\" y=\"10\" font-size=\"10\">head</text></g>";
        let svg = rows(60).replace("<title>rows</title>", head);
        let tall = |first: f64| aspect(&slices(&svg, first, 2.5)[0]) * 100.0;
        // Room for a row or two below the heads, and for several.
        assert!(tall(0.3) > 70.0 && tall(0.5) > 70.0);
        assert!(!begins_within(&svg, 0.5, 2.5) && begins_within(&svg, 1.0, 2.5));
        assert!(tall(1.0) <= 100.0);
        assert!(begins_within(&rows(60), 0.5, 2.5));
    }

    #[test]
    fn slices_repeat_the_legend_of_the_whole() {
        let svg = rows(60).replace(
            "<path",
            "<g data-legend=\"\"><text x=\"50\" y=\"1196\" font-size=\"10\">legend</text></g><path",
        );
        let slices = slices(&svg, 2.5, 2.5);
        assert!(slices.len() > 4);
        for slice in &slices {
            let document = Document::parse(slice).unwrap();
            let view = numbers(document.root_element().attribute("viewBox").unwrap());
            assert!(view[3] * SHRUNK <= 250.0, "{view:?}");
            assert_eq!(slice.matches(">legend<").count(), 1);
        }
    }

    #[test]
    fn a_picture_that_nearly_fits_stays_whole() {
        let svg = rows(13);
        assert_eq!(slices(&svg, 2.58, 2.58), [svg.as_str()]);
        let two = slices(&svg, 2.5, 2.5);
        assert_eq!(two.len(), 2);
        assert!(aspect(&two[1]) > 0.5, "{}", aspect(&two[1]));
        assert_eq!(slices("nothing", 0.1, 0.1), ["nothing"]);
    }
}
