//! Long texts, written as Markdown, to blocks: paragraphs, lists, headings, emphasis, links; and `[words]{anchor}`, words
//! that speak of a part of the report and stand only in documents that hold it. Anything else is its text.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::{
    doc::Block,
    rich::{Inline, Rich},
};

/// The blocks of a text. Headings become strong paragraphs: the chapters are the report's.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let (text, spans) = spans(text);
    let mut out = Vec::new();
    let mut line = Line::default();
    let mut lists: Vec<(bool, Vec<Rich>)> = Vec::new();
    let mut style = Style::default();
    for event in Parser::new(&text) {
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
                out.push(Block::Paragraph(line.end()));
            }
            Event::End(TagEnd::Paragraph) if lists.is_empty() => {
                out.push(Block::Paragraph(line.end()));
            }
            Event::End(TagEnd::Item) => {
                if let Some((_, items)) = lists.last_mut() {
                    items.push(line.end());
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
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                line.words(&text, &style, &spans);
            }
            Event::Code(text) => line.push(Inline::Code(text.to_string())),
            Event::SoftBreak | Event::HardBreak => line.push(Inline::Text(" ".to_owned())),
            _ => {}
        }
    }
    let rest = line.end();
    if !rest.is_empty() {
        out.push(Block::Paragraph(rest));
    }
    out
}

/// Where words that speak of a part begin and end, inside a text: characters that nobody writes.
const OPEN: u32 = 0xE000;
const CLOSE: char = '\u{f8ff}';

/// A text in which marks stand for `[` and `]{anchors}`, and the anchors of each mark.
fn spans(text: &str) -> (String, Vec<Vec<String>>) {
    let bare = |c: &char| !('\u{e000}'..='\u{f8ff}').contains(c);
    let chars: Vec<char> = text.chars().filter(bare).collect();
    let (mut out, mut spans): (Vec<char>, Vec<Vec<String>>) = (Vec::with_capacity(chars.len()), Vec::new());
    // Where brackets that are still open stand in `out`.
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let closed = if c == ']' { open.pop() } else { None };
        let anchors = closed.and_then(|start| Some((start, anchors(&chars[at + 1..])?)));
        if c == '[' {
            open.push(out.len());
        }
        match anchors.and_then(|(start, anchors)| Some((start, anchors, mark(spans.len())?))) {
            Some((start, (anchors, length), mark)) => {
                out[start] = mark;
                out.push(CLOSE);
                spans.push(anchors);
                at += 1 + length;
            }
            None => {
                out.push(c);
                at += 1;
            }
        }
    }
    (out.into_iter().collect(), spans)
}

fn mark(index: usize) -> Option<char> {
    let mark = char::from_u32(OPEN + u32::try_from(index).ok()?)?;
    (mark < CLOSE).then_some(mark)
}

/// `{anchor anchor}` at the beginning of a text: the anchors, and how many characters it takes.
fn anchors(text: &[char]) -> Option<(Vec<String>, usize)> {
    let inner = text.strip_prefix(&['{'])?;
    let end = inner.iter().position(|c| *c == '}')?;
    let said: String = inner[..end].iter().collect();
    let fits = |c: char| c.is_ascii_alphanumeric() || "-_. ".contains(c);
    let anchors: Vec<String> = said.split_whitespace().map(str::to_owned).collect();
    (!anchors.is_empty() && said.chars().all(fits)).then_some((anchors, end + 2))
}

/// The anchors of the parts of which a text speaks.
pub fn parts(text: &str) -> Vec<String> {
    spans(text).1.concat()
}

/// A paragraph being read, and the words about parts that are open in it.
#[derive(Default)]
struct Line {
    text: Rich,
    open: Vec<(Vec<String>, Rich)>,
}

impl Line {
    fn push(&mut self, inline: Inline) {
        self.open.last_mut().map_or(&mut self.text, |(_, text)| text).0.push(inline);
    }

    fn words(&mut self, text: &str, style: &Style, spans: &[Vec<String>]) {
        let special = |c: char| ('\u{e000}'..='\u{f8ff}').contains(&c);
        for piece in text.split_inclusive(special) {
            let mark = piece.chars().next_back().filter(|c| special(*c));
            let words = piece.trim_end_matches(special);
            if !words.is_empty() {
                self.push(style.of(words));
            }
            match mark {
                Some(CLOSE) => self.close(),
                Some(mark) => {
                    let parts = spans.get((u32::from(mark) - OPEN) as usize).cloned().unwrap_or_default();
                    self.open.push((parts, Rich::default()));
                }
                None => {}
            }
        }
    }

    fn close(&mut self) {
        if let Some((parts, text)) = self.open.pop() {
            self.push(Inline::about(parts, text));
        }
    }

    /// The paragraph, whose open words end with it.
    fn end(&mut self) -> Rich {
        while !self.open.is_empty() {
            self.close();
        }
        std::mem::take(&mut self.text)
    }
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

    #[test]
    fn words_in_brackets_speak_of_the_parts_in_braces() {
        let found =
            blocks("Uno[, *dos* y [tres](https://x.pe)]{plan-b bet}. [Cuatro]\n\n[Todo.]{watch-chapter}");
        let link = Inline::Link { text: "tres".into(), url: "https://x.pe".into() };
        let inner = Rich::from(", ").and(Inline::Emph("dos".into())).and(" y ").and(link);
        let Block::Paragraph(first) = &found[0] else { panic!("{found:?}") };
        assert_eq!(first.0[..2], [Inline::Text("Uno".into()), Inline::about(["plan-b", "bet"], inner)]);
        assert_eq!(first.plain(), "Uno, dos y tres. [Cuatro]");
        assert_eq!(found[1], Block::Paragraph(Inline::about(["watch-chapter"], "Todo.").into()));
        assert_eq!(parts("[a]{b c} [d](e) {f} [g]{h!}"), ["b", "c"]);
        // Marks that a text brings along are nothing.
        assert_eq!(blocks("a\u{e000}b\u{f8ff}"), [Block::Paragraph("ab".into())]);
        assert!(matches!(&blocks("[a")[0], Block::Paragraph(text) if text.plain() == "[a"));
    }
}
