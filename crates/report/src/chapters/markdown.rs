//! Long texts, written as Markdown, to blocks: paragraphs, lists, headings, emphasis, links. Anything else is its text.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::{
    doc::Block,
    rich::{Inline, Rich},
};

/// The blocks of a text. Headings become strong paragraphs: the chapters are the report's.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let mut out = Vec::new();
    let mut line = Rich::default();
    let mut lists: Vec<(bool, Vec<Rich>)> = Vec::new();
    let mut style = Style::default();
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::Heading { .. }) => style.strong += 1,
            Event::Start(Tag::Strong) => style.strong += 1,
            Event::Start(Tag::Emphasis) => style.emph += 1,
            Event::Start(Tag::Link { dest_url, .. }) => style.link = Some(dest_url.to_string()),
            Event::Start(Tag::List(first)) => lists.push((first.is_some(), Vec::new())),
            Event::End(TagEnd::Strong) => style.strong = style.strong.saturating_sub(1),
            Event::End(TagEnd::Emphasis) => style.emph = style.emph.saturating_sub(1),
            Event::End(TagEnd::Link) => style.link = None,
            Event::End(TagEnd::Heading(_)) => {
                style.strong = style.strong.saturating_sub(1);
                out.push(Block::Paragraph(std::mem::take(&mut line)));
            }
            Event::End(TagEnd::Paragraph) if lists.is_empty() => {
                out.push(Block::Paragraph(std::mem::take(&mut line)));
            }
            Event::End(TagEnd::Item) => {
                if let Some((_, items)) = lists.last_mut() {
                    items.push(std::mem::take(&mut line));
                }
            }
            Event::End(TagEnd::List(_)) => {
                if let Some((ordered, items)) = lists.pop() {
                    match lists.last_mut() {
                        // A list inside a list joins its items.
                        Some((_, outer)) => outer.extend(items),
                        None => out.push(Block::List { ordered, items }),
                    }
                }
            }
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => line.0.push(style.of(&text)),
            Event::Code(text) => line.0.push(Inline::Code(text.to_string())),
            Event::SoftBreak | Event::HardBreak => line.0.push(Inline::Text(" ".to_owned())),
            _ => {}
        }
    }
    if !line.is_empty() {
        out.push(Block::Paragraph(line));
    }
    out
}

#[derive(Default)]
struct Style {
    strong: usize,
    emph: usize,
    link: Option<String>,
}

impl Style {
    fn of(&self, text: &str) -> Inline {
        let text = text.to_owned();
        match &self.link {
            Some(url) => Inline::Link { text, url: url.clone() },
            None if self.strong > 0 => Inline::Strong(text),
            None if self.emph > 0 => Inline::Emph(text),
            None => Inline::Text(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_lists_and_emphasis_are_kept() {
        let found = blocks("Uno *dos* **tres**.\n\n## Título\n\n- a\n- b\n\n<script>x</script>");
        assert_eq!(
            found[0],
            Block::Paragraph(
                Rich::from("Uno ").and(Inline::Emph("dos".into())).and(" ").strong("tres").and(".")
            )
        );
        assert_eq!(found[1], Block::Paragraph(Rich::default().strong("Título")));
        assert_eq!(found[2], Block::List { ordered: false, items: vec!["a".into(), "b".into()] });
        assert!(matches!(&found[3], Block::Paragraph(text) if text.plain().contains("<script>")));
    }
}
