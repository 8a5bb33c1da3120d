//! Figures of the frame stage.

use atalaya_model::Kind;

use super::Scene;
use crate::frame::Frame;
use crate::svg::Svg;
use crate::tree::{Node, Tree, tree};

/// The tree of the conceptual model.
#[must_use]
pub fn concept_tree(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let components = &scene.study.components;
    if components.is_empty() {
        return None;
    }
    // A parent comes before its children, whatever the order of the file; a cycle is left out.
    let mut order: Vec<usize> = Vec::new();
    while let Some(next) = (0..components.len()).find(|i| {
        let parent = components[*i].parent.0.as_ref();
        let known = parent.is_none_or(|p| {
            order.iter().any(|o| components[*o].id == *p) || !components.iter().any(|c| c.id == *p)
        });
        !order.contains(i) && known
    }) {
        order.push(next);
    }
    let nodes: Vec<Node> = order
        .iter()
        .map(|i| {
            let component = &components[*i];
            let parent = component.parent.0.as_ref();
            Node {
                code: String::new(),
                name: scene.names.name(Kind::Component, component.id.as_str()).to_owned(),
                parent: parent.and_then(|p| order.iter().position(|o| components[*o].id == *p)),
                weight: None,
                text: String::new(),
            }
        })
        .collect();
    let roots = nodes.iter().filter(|n| n.parent.is_none()).count();
    let first = if roots == 1 { nodes.iter().filter(|n| n.parent == Some(0)).count() } else { roots };
    let args = [
        ("count", first.into()),
        ("number", scene.number(first).into()),
        ("components", nodes.len().to_string().into()),
    ];
    let head = scene.head(
        scene.say("chart-concept-title", &args),
        scene.t("chart-concept-subtitle"),
        String::new(),
        &scene.findings.frame.trace,
    );
    Some(tree(&Tree { head, nodes }, frame))
}
