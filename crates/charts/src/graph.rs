//! Graphs: items on an oval and the links between them, as curves whose weight and stroke say how strong they are.

use crate::font::{self, Weight};
use crate::frame::{Entry, Frame, Head, Page, Sign};
use crate::mark::{self, Shape};
use crate::svg::{Paint, Path, Svg, Type};

/// An item.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Whether the finding is about it.
    pub strong: bool,
}

/// A link between two items.
#[derive(Clone, Debug)]
pub struct Link {
    /// The item that it leaves.
    pub from: usize,
    /// The item that it goes to.
    pub to: usize,
    /// Its class, 0 the strongest.
    pub class: usize,
    /// Whether the finding is about it.
    pub strong: bool,
    /// What shows on hovering.
    pub note: String,
}

/// A graph.
#[derive(Clone, Debug)]
pub struct Graph {
    /// Titles and corner.
    pub head: Head,
    /// The items in their order around the oval; see [`around`].
    pub nodes: Vec<Node>,
    /// The links.
    pub links: Vec<Link>,
    /// Whether links have a direction.
    pub directed: bool,
    /// What the classes of links mean, the strongest first.
    pub classes: Vec<String>,
    /// What the strong items are; empty to leave it out.
    pub strong: String,
    /// What the hollow items, those without a link, are.
    pub alone: String,
    /// A sentence below, such as what is left out.
    pub remark: String,
}

/// More items than these are labelled by their codes.
pub const NAMED: usize = 20;

/// An order around an oval in which items with strong links stand near each other, the same on every machine; `weights`
/// is a square matrix, read in both directions.
#[must_use]
pub fn around(weights: &[Vec<f64>]) -> Vec<usize> {
    let n = weights.len();
    let one = |i: usize, j: usize| weights[i].get(j).copied().filter(|w| w.is_finite()).unwrap_or(0.0);
    let w: Vec<Vec<f64>> =
        (0..n).map(|i| (0..n).map(|j| if i == j { 0.0 } else { one(i, j) + one(j, i) }).collect()).collect();
    let mut order = chain(&w);
    let reach = |a: usize, b: usize| a.abs_diff(b).min(n - a.abs_diff(b)) as f64;
    for _ in 0..12 {
        let mut better = false;
        for a in 0..n {
            for b in a + 1..n {
                let (i, j) = (order[a], order[b]);
                let change: f64 = (0..n)
                    .filter(|k| *k != a && *k != b)
                    .map(|k| (w[i][order[k]] - w[j][order[k]]) * (reach(b, k) - reach(a, k)))
                    .sum();
                if change < -1e-9 {
                    order.swap(a, b);
                    better = true;
                }
            }
        }
        if !better {
            break;
        }
    }
    order
}

/// A chain that grows at both ends by the item most strongly linked to one of them.
fn chain(w: &[Vec<f64>]) -> Vec<usize> {
    let totals: Vec<f64> = w.iter().map(|row| row.iter().sum()).collect();
    let greatest = |list: &[usize], of: &dyn Fn(usize) -> f64| {
        list.iter().copied().fold(None, |best: Option<usize>, i| match best {
            Some(b) if of(i) <= of(b) + 1e-9 => best,
            _ => Some(i),
        })
    };
    let mut left: Vec<usize> = (0..w.len()).collect();
    let mut order: std::collections::VecDeque<usize> = std::collections::VecDeque::new();
    while let Some(next) = match (order.front().copied(), order.back().copied()) {
        (Some(front), Some(back)) => greatest(&left, &|i: usize| w[i][front].max(w[i][back])),
        _ => greatest(&left, &|i: usize| totals[i]),
    } {
        left.retain(|i| *i != next);
        match (order.front(), order.back()) {
            (Some(front), Some(back)) if w[next][*front] > w[next][*back] => order.push_front(next),
            _ => order.push_back(next),
        }
    }
    order.into()
}

/// Links told to those who do not see them.
const TOLD: usize = 12;

/// The measure and the first links in words.
#[must_use]
pub fn described(measure: &str, links: &[Link]) -> String {
    let notes: Vec<&str> = links.iter().take(TOLD).map(|l| l.note.as_str()).collect();
    format!("{measure}. {}", notes.join("; "))
}

/// Where the items stand.
struct Oval {
    centre: (f64, f64),
    radii: (f64, f64),
    places: Vec<(f64, f64)>,
    /// Whether labels show names.
    named: bool,
    /// Room of a label.
    room: f64,
    bottom: f64,
    r: f64,
}

fn oval(page: &Page<'_>, spec: &Graph) -> Oval {
    let size = page.label();
    let count = spec.nodes.len();
    let named = count <= NAMED && !page.frame.narrow() && spec.nodes.iter().any(|n| !n.name.is_empty());
    let widest = spec
        .nodes
        .iter()
        .map(|n| font::width(&if named { text(n) } else { n.code.clone() }, size, Weight::Bold))
        .fold(0.0, f64::max);
    let room = widest.min(page.width() * if named { 0.27 } else { 0.3 }) + 1.0;
    let r = if count > 40 { size * 0.3 } else { size * 0.42 };
    let rows = count.div_ceil(2).max(1);
    // A slide is low and wide.
    let (of_name, wide) = if page.frame.bare() { (2.5, 2.4) } else { (3.0, 1.4) };
    let row = size * if named { of_name } else { 1.4 };
    let free = (page.width() - 2.0 * (room + r + 7.0)) / 2.0;
    let round = if page.frame.bare() { 0.0 } else { free.min(page.frame.width * 0.22) };
    let ry = (rows as f64 * row / 2.0).max(round).max(size * 4.0);
    let rx = free.min(ry * wide).max(10.0);
    let centre = ((page.left + page.right) / 2.0, page.top + ry + size * 0.3);
    // Every item has a row of its own on its side, so that no label meets another.
    let places = (0..count)
        .map(|i| {
            let east = i < rows;
            let (place, of) = if east { (i, rows) } else { (count - 1 - i, count - rows) };
            let u = (2.0 * place as f64 + 1.0) / of.max(1) as f64 - 1.0;
            let x = rx * (1.0 - u * u).max(0.0).sqrt();
            (centre.0 + if east { x } else { -x }, centre.1 + u * ry)
        })
        .collect();
    Oval { centre, radii: (rx, ry), places, named, room, bottom: centre.1 + ry + size * 0.3, r }
}

fn text(node: &Node) -> String {
    crate::rows::label(&node.code, &node.name)
}

/// Draws a graph.
#[must_use]
pub fn graph(spec: &Graph, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    page.whole = true;
    let oval = oval(&page, spec);
    let count = spec.nodes.len();
    let mut links: Vec<&Link> =
        spec.links.iter().filter(|l| l.from < count && l.to < count && l.from != l.to).collect();
    // The strongest are drawn last, over the others.
    links.sort_by_key(|l| (l.strong, std::cmp::Reverse(l.class)));
    for link in &links {
        curve(&mut page, spec, &oval, link);
    }
    for (index, node) in spec.nodes.iter().enumerate() {
        let linked = links.iter().any(|l| l.from == index || l.to == index);
        draw_node(&mut page, &oval, index, node, linked);
    }
    let entries = entries(&page, spec, &links);
    let size = page.label();
    let mut y = page.legend(&entries, oval.bottom + size * 0.6);
    if !spec.remark.is_empty() {
        let set = Type::new(page.small(), page.ink.muted);
        let lines = font::wrap(&spec.remark, set.size, Weight::Regular, page.width(), 4);
        y = page.lines((page.left, y + size * 0.3), &lines, set);
    }
    let mut pairs: Vec<(String, String)> = Vec::new();
    if !oval.named {
        pairs.extend(spec.nodes.iter().map(|n| (n.code.clone(), n.name.clone())));
        pairs.retain(|(_, name)| !name.is_empty());
        pairs.sort_by(|a, b| atalaya_model::id::natural_cmp(&a.0, &b.0));
    }
    if !pairs.is_empty() {
        y = page.key(&pairs, y + size * 0.6);
    }
    page.finish(y)
}

/// Weight and dashes of a class: the stronger half is solid, the weaker dashed.
fn stroke(page: &Page<'_>, class: usize, classes: usize) -> (f64, Option<(f64, f64)>) {
    let classes = classes.max(1);
    let share = if classes > 1 { class.min(classes - 1) as f64 / (classes - 1) as f64 } else { 0.5 };
    let scale = if page.frame.narrow() { 0.75 } else { 1.0 };
    let dash = match classes.saturating_sub(class) {
        _ if classes < 2 || class < classes.div_ceil(2) => None,
        1 if classes > 3 => Some((1.6, 3.0)),
        _ => Some((6.0, 3.0)),
    };
    ((3.2 - 2.1 * share) * scale, dash)
}

fn curve(page: &mut Page<'_>, spec: &Graph, oval: &Oval, link: &Link) {
    let ink = page.ink;
    let (from, to) = (oval.places[link.from], oval.places[link.to]);
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = (dx * dx + dy * dy).sqrt().max(1e-9);
    // The farther apart, the more the curve leans towards the centre; a pair of arrows keeps apart.
    let lean = 0.18 + 0.42 * (length / (2.0 * oval.radii.0.max(oval.radii.1))).min(1.0);
    let aside = if spec.directed { (length * 0.07).min(16.0) } else { 0.0 };
    let (px, py) = (-dy / length * aside, dx / length * aside);
    let towards =
        |p: (f64, f64)| (p.0 + (oval.centre.0 - p.0) * lean + px, p.1 + (oval.centre.1 - p.1) * lean + py);
    let whole = [from, towards(from), towards(to), to];
    let (width, dash) = stroke(page, link.class, spec.classes.len());
    let colour = if link.strong { ink.accent } else { ink.ink.mix(ink.paper, 0.42) };
    let gap = oval.r + 2.0;
    let long = if spec.directed { (3.2 + 2.2 * width).min(length * 0.4) } else { 0.0 };
    let begin = leaving(&whole, gap);
    let tip = 1.0 - leaving(&reversed(&whole), gap);
    let neck = 1.0 - leaving(&reversed(&whole), gap + long * 0.85);
    page.canvas.open(&link.note);
    if begin < neck {
        let [a, b, c, d] = part(&whole, begin, neck);
        let path = Path::new().to(a.0, a.1).curve(b.0, b.1, c.0, c.1, d.0, d.1);
        page.canvas.path(&path, Paint::line(ink.paper, width + 2.2));
        let paint = Paint::line(colour, width);
        page.canvas.path(&path, dash.map_or(paint, |(on, off)| paint.dash(on, off)));
        if spec.directed {
            let end = at(&whole, tip);
            let (x, y) = (end.0 - d.0, end.1 - d.1);
            let far = (x * x + y * y).sqrt().max(1e-9);
            mark::head(&mut page.canvas, end, (x / far, y / far), long, colour);
        }
    }
    page.canvas.close();
}

type Cubic = [(f64, f64); 4];

fn mix(a: (f64, f64), b: (f64, f64), t: f64) -> (f64, f64) {
    (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t)
}

/// Both parts of a curve cut at `t` (de Casteljau).
fn split(c: &Cubic, t: f64) -> (Cubic, Cubic) {
    let (ab, bc, cd) = (mix(c[0], c[1], t), mix(c[1], c[2], t), mix(c[2], c[3], t));
    let (abc, bcd) = (mix(ab, bc, t), mix(bc, cd, t));
    let middle = mix(abc, bcd, t);
    ([c[0], ab, abc, middle], [middle, bcd, cd, c[3]])
}

fn at(c: &Cubic, t: f64) -> (f64, f64) {
    split(c, t).0[3]
}

fn part(c: &Cubic, from: f64, to: f64) -> Cubic {
    let (before, _) = split(c, to);
    split(&before, if to > 0.0 { from / to } else { 0.0 }).1
}

fn reversed(c: &Cubic) -> Cubic {
    [c[3], c[2], c[1], c[0]]
}

/// Where a curve leaves a circle about its beginning, as a parameter; 1 where it never does.
fn leaving(c: &Cubic, radius: f64) -> f64 {
    let out = |t: f64| {
        let p = at(c, t);
        (p.0 - c[0].0) * (p.0 - c[0].0) + (p.1 - c[0].1) * (p.1 - c[0].1) > radius * radius
    };
    let Some(step) = (1..=24).find(|i| out(f64::from(*i) / 24.0)) else { return 1.0 };
    let (mut low, mut high) = (f64::from(step - 1) / 24.0, f64::from(step) / 24.0);
    for _ in 0..12 {
        let middle = (low + high) / 2.0;
        if out(middle) { high = middle } else { low = middle }
    }
    high
}

fn draw_node(page: &mut Page<'_>, oval: &Oval, index: usize, node: &Node, linked: bool) {
    let (ink, size) = (page.ink, page.label());
    let place = oval.places[index];
    let east = place.0 >= oval.centre.0;
    page.canvas.open(&text(node));
    let colour = if node.strong { ink.accent } else { ink.ink.mix(ink.paper, 0.28) };
    let r = if node.strong { oval.r + 1.5 } else { oval.r };
    mark::draw(&mut page.canvas, Shape::Circle, place, r, colour, linked, ink.paper);
    let weight = if node.strong { Weight::Bold } else { Weight::Regular };
    let colour = match (node.strong, linked) {
        (true, _) => ink.accent,
        (false, true) => ink.ink,
        (false, false) => ink.muted,
    };
    let set = Type { weight, ..Type::new(size, colour) };
    let set = if east { set } else { set.end() };
    let lines = if oval.named {
        font::wrap(&text(node), size, weight, oval.room, 2)
    } else {
        vec![font::shorten(&node.code, size, weight, oval.room)]
    };
    let x = place.0 + if east { oval.r + 6.0 } else { -oval.r - 6.0 };
    let step = size * 1.2;
    let first = place.1 + size * 0.35 - step * (lines.len() as f64 - 1.0) / 2.0;
    for (index, line) in lines.iter().enumerate() {
        page.canvas.text((x, first + step * index as f64), line, set);
    }
    page.canvas.close();
}

fn entries(page: &Page<'_>, spec: &Graph, links: &[&Link]) -> Vec<Entry> {
    let ink = page.ink;
    let mut out = Vec::new();
    for (class, text) in spec.classes.iter().enumerate() {
        if links.iter().any(|l| l.class == class) {
            let (width, dash) = stroke(page, class, spec.classes.len());
            let sign = Sign::Stroke(ink.ink.mix(ink.paper, 0.42), width, dash);
            out.push(Entry { sign, text: text.clone() });
        }
    }
    let mut put = |shown: bool, sign: Sign, text: &str| {
        if shown && !text.is_empty() {
            out.push(Entry { sign, text: text.to_owned() });
        }
    };
    let strong = spec.nodes.iter().any(|n| n.strong);
    put(strong, Sign::Mark(Shape::Circle, ink.accent, true), &spec.strong);
    let alone = (0..spec.nodes.len()).any(|i| !links.iter().any(|l| l.from == i || l.to == i));
    put(alone, Sign::Mark(Shape::Circle, ink.ink.mix(ink.paper, 0.28), false), &spec.alone);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_puts_linked_items_side_by_side() {
        // A ring that the codes hide: 0-3-1-4-2-0.
        let mut w = vec![vec![0.0; 5]; 5];
        for (a, b) in [(0, 3), (3, 1), (1, 4), (4, 2), (2, 0)] {
            w[a][b] = 1.0;
        }
        let order = around(&w);
        for (place, item) in order.iter().enumerate() {
            let next = order[(place + 1) % 5];
            assert!(w[*item][next] + w[next][*item] > 0.0, "{order:?}");
        }
        assert_eq!(around(&[]), Vec::<usize>::new());
        assert_eq!(around(&vec![vec![0.0; 3]; 3]), [0, 1, 2]);
    }

    #[test]
    fn a_part_of_a_curve_lies_on_it() {
        let whole = [(0.0, 0.0), (10.0, 0.0), (20.0, 10.0), (20.0, 20.0)];
        let piece = part(&whole, 0.25, 0.75);
        for (own, t) in [(0.0, 0.25), (0.5, 0.5), (1.0, 0.75)] {
            let (a, b) = (at(&piece, own), at(&whole, t));
            assert!((a.0 - b.0).abs() < 1e-9 && (a.1 - b.1).abs() < 1e-9);
        }
        let t = leaving(&whole, 5.0);
        let p = at(&whole, t);
        assert!(((p.0 * p.0 + p.1 * p.1).sqrt() - 5.0).abs() < 1e-2);
    }
}
