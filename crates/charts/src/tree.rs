//! Trees: the conceptual model, the relevance tree.

use crate::font::{self, Weight};
use crate::frame::{Frame, Head, Page};
use crate::svg::{Area, Paint, Path, Svg, Type};

/// A node of a tree.
#[derive(Clone, Debug)]
pub struct Node {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Its parent's place in the list; nothing for a root.
    pub parent: Option<usize>,
    /// Its weight, 0 to 1, drawn as a bar; nothing where the tree has no weights.
    pub weight: Option<f64>,
    /// What is printed of the weight.
    pub text: String,
}

/// A tree: the conceptual model, the relevance tree.
#[derive(Clone, Debug)]
pub struct Tree {
    /// Titles and corner.
    pub head: Head,
    /// Nodes; a parent comes before its children.
    pub nodes: Vec<Node>,
}

/// Draws a tree that grows from left to right, a leaf a row; on a narrow frame an indented outline.
#[must_use]
pub fn tree(spec: &Tree, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let depth = depths(&spec.nodes);
    let levels = depth.iter().copied().max().unwrap_or(0) + 1;
    if frame.narrow() || levels > 5 {
        let bottom = outline(&mut page, spec, &depth);
        return page.finish(bottom);
    }
    let size = page.label();
    let gap = size * 2.0;
    // The leaves have the longest names: their column is the widest, the root's the narrowest.
    let weighed = spec.nodes.iter().any(|n| n.weight.is_some());
    let (leaf, root) = if weighed && levels > 2 { (2.2, 0.8) } else { (1.5, 0.9) };
    let shares: Vec<f64> = (0..levels)
        .map(|l| {
            if l + 1 == levels && levels > 1 {
                leaf
            } else if l == 0 {
                root
            } else {
                1.0
            }
        })
        .collect();
    let unit = (page.width() - gap * (levels - 1) as f64) / shares.iter().sum::<f64>();
    let wide = |level: usize| unit * shares.get(level).copied().unwrap_or(1.0);
    let left = |level: usize| page.left + (0..level).map(|l| wide(l) + gap).sum::<f64>();
    let pad = size * 0.55;
    let boxes: Vec<Vec<String>> = spec
        .nodes
        .iter()
        .zip(&depth)
        .map(|(n, level)| {
            let text = if n.code.is_empty() { n.name.clone() } else { format!("{} {}", n.code, n.name) };
            let beside = if weighs(n, *level) { size * SCALE } else { 0.0 };
            let room = wide(*level) - 2.0 * pad - beside;
            font::wrap(&text, size, Weight::Regular, room, if *level == 0 { 24 } else { 5 })
        })
        .collect();
    let tall = |i: usize| size * 1.3 * boxes[i].len().max(1) as f64 + 2.0 * pad * 0.8;
    // Leaves stand one below another in the order of the tree; a parent in the middle of its children.
    let order = preorder(&spec.nodes);
    let mut centre = vec![0.0; spec.nodes.len()];
    let mut y = page.top;
    for index in &order {
        if !spec.nodes.iter().any(|n| n.parent == Some(*index)) {
            centre[*index] = y + tall(*index) / 2.0;
            y += tall(*index) + size * 0.5;
        }
    }
    for index in order.iter().rev() {
        let children: Vec<f64> = (0..spec.nodes.len())
            .filter(|c| spec.nodes[*c].parent == Some(*index))
            .map(|c| centre[c])
            .collect();
        if let (Some(first), Some(last)) =
            (children.iter().copied().min_by(f64::total_cmp), children.iter().copied().max_by(f64::total_cmp))
        {
            centre[*index] = (first + last) / 2.0;
        }
    }
    // A parent taller than its children must not leave the frame nor run into its neighbour.
    for level in 0..levels {
        let mut free = page.top;
        for index in order.iter().filter(|i| depth[**i] == level) {
            centre[*index] = centre[*index].max(free + tall(*index) / 2.0);
            free = centre[*index] + tall(*index) / 2.0 + size * 0.4;
        }
        y = y.max(free);
    }
    let place = |i: usize| Area::new(left(depth[i]), centre[i] - tall(i) / 2.0, wide(depth[i]), tall(i));
    let areas: Vec<Area> = (0..spec.nodes.len()).map(place).collect();
    for (index, node) in spec.nodes.iter().enumerate() {
        if let Some(parent) = node.parent.and_then(|p| areas.get(p)) {
            let (from, to) = ((parent.right(), parent.centre().1), (areas[index].x, areas[index].centre().1));
            let bend = from.0 + gap * 0.5;
            let path = Path::new().to(from.0, from.1).curve(bend, from.1, bend, to.1, to.0, to.1);
            let width = node.weight.map_or(1.0, |w| 0.8 + 3.2 * w.clamp(0.0, 1.0));
            page.canvas.path(&path, Paint::line(page.ink.rule, width).opacity(0.8));
        }
    }
    for (index, node) in spec.nodes.iter().enumerate() {
        node_box(&mut page, node, &boxes[index], areas[index], depth[index], pad);
    }
    page.finish(y)
}

fn node_box(page: &mut Page<'_>, node: &Node, lines: &[String], area: Area, depth: usize, pad: f64) {
    let ink = page.ink;
    let size = page.label();
    let (fill, text) = match depth {
        0 => (ink.accent, ink.on(ink.accent)),
        1 => (ink.accent_pale, ink.ink),
        _ => (ink.surface, ink.ink),
    };
    page.canvas.rect(area, 3.0, Paint::fill(fill).stroke(if depth < 2 { ink.accent } else { ink.grid }, 0.8));
    let set = Type::new(size, text);
    page.lines((area.x + pad, area.y + pad * 0.7), lines, set);
    if let Some(weight) = node.weight.filter(|_| weighs(node, depth)) {
        let middle = area.centre().1;
        let bar = Area::new(area.right() - pad - size * 2.6, middle + size * 0.25, size * 2.6, size * 0.45);
        page.canvas.rect(bar, 1.0, Paint::fill(ink.paper).stroke(ink.rule, 0.5));
        page.canvas.rect(Area { w: bar.w * weight.clamp(0.0, 1.0), ..bar }, 1.0, Paint::fill(ink.accent));
        page.canvas.text((area.right() - pad, middle + size * 0.05), &node.text, set.bold().end());
    }
}

/// What the weight takes beside a node's words, in sizes of the text.
const SCALE: f64 = 3.2;

/// Whether a node shows its weight; a root is the whole.
fn weighs(node: &Node, depth: usize) -> bool {
    depth > 0 && node.weight.is_some()
}

fn depths(nodes: &[Node]) -> Vec<usize> {
    let mut out = vec![0; nodes.len()];
    for (index, node) in nodes.iter().enumerate() {
        if let Some(parent) = node.parent.filter(|p| *p < index) {
            out[index] = out[parent] + 1;
        }
    }
    out
}

/// Places of the nodes, each followed by its children.
fn preorder(nodes: &[Node]) -> Vec<usize> {
    let mut out = Vec::new();
    let mut stack: Vec<usize> =
        (0..nodes.len()).filter(|i| nodes[*i].parent.is_none_or(|p| p >= *i)).rev().collect();
    while let Some(index) = stack.pop() {
        out.push(index);
        stack.extend((index + 1..nodes.len()).filter(|i| nodes[*i].parent == Some(index)).rev());
    }
    out
}

fn outline(page: &mut Page<'_>, spec: &Tree, depth: &[usize]) -> f64 {
    let ink = page.ink;
    let size = page.label();
    let mut y = page.top;
    let step = size * 1.3;
    let mut heads: Vec<(f64, f64)> = vec![(0.0, 0.0); spec.nodes.len()];
    for index in preorder(&spec.nodes) {
        let node = &spec.nodes[index];
        let x = page.left + step * depth[index] as f64;
        let words = font::width(&node.text, size, Weight::Bold);
        let room = page.right - x - size - if words > 0.0 { words + size } else { 0.0 };
        let text =
            if node.code.is_empty() { node.name.clone() } else { format!("{} {}", node.code, node.name) };
        let weight = if depth[index] == 0 { Weight::Bold } else { Weight::Regular };
        let lines = font::wrap(&text, size, weight, room, 3);
        let middle = y + size * 0.65;
        heads[index] = (x + size * 0.2, middle);
        if let Some(parent) = node.parent.and_then(|p| heads.get(p)).copied() {
            let paint = Paint::line(ink.rule, 0.9);
            page.canvas.line((parent.0, parent.1 + size * 0.5), (parent.0, middle), paint);
            page.canvas.line((parent.0, middle), (x, middle), paint);
        }
        page.canvas.circle((x + size * 0.2, middle), size * 0.26, Paint::fill(ink.accent));
        page.canvas.text((page.right, y + size * 0.95), &node.text, Type::new(size, ink.ink).bold().end());
        let set = Type { weight, ..Type::new(size, ink.ink) };
        y = page.lines((x + size * 0.9, y), &lines, set) + size * 0.45;
    }
    y
}
