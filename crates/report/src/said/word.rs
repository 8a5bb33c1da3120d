//! What a Word file (`report.docx`) says.

use std::io::{Cursor, Read};

use resvg::usvg::roxmltree::{Document, Node};

use super::{Piece, Place, plain};

/// Most bytes of a part that are read.
const MOST: u64 = 256 << 20;

/// What a Word file says, in its order, and its language; nothing where it is no Word file. The text of fields (numbers
/// of pages, of tables, the contents) is left out: Word makes it again.
#[must_use]
pub fn word(bytes: &[u8]) -> Option<(String, Vec<Piece>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut part = |name: &str| {
        let file = archive.by_name(name).ok()?;
        let mut text = String::new();
        file.take(MOST).read_to_string(&mut text).ok()?;
        Some(text)
    };
    let body = part("word/document.xml")?;
    let core = part("docProps/core.xml").unwrap_or_default();
    let lang = core.split_once("<dc:language>").and_then(|(_, after)| after.split_once('<'));
    let lang = lang.map(|(lang, _)| lang.to_owned()).unwrap_or_default();
    let mut reader = Reader::default();
    reader.read(&body)?;
    if let Some(notes) = part("word/footnotes.xml") {
        reader.read(&notes);
    }
    (!reader.out.is_empty()).then_some((lang, reader.out))
}

#[derive(Default)]
struct Reader {
    out: Vec<Piece>,
    chapter: String,
    /// How deep in fields we are, and in how many of them past their code.
    fields: Vec<bool>,
}

impl Reader {
    fn read(&mut self, text: &str) -> Option<()> {
        let document = Document::parse(text).ok()?;
        self.fields.clear();
        self.blocks(document.root_element(), &Place::Text);
        Some(())
    }

    fn blocks(&mut self, node: Node<'_, '_>, place: &Place) {
        for child in node.children().filter(Node::is_element) {
            match child.tag_name().name() {
                "p" => {
                    let text = self.paragraph(child);
                    if is_chapter(child) {
                        self.chapter.clone_from(&text);
                    }
                    self.push(place.clone(), text);
                }
                "tbl" => self.table(child),
                _ => self.blocks(child, place),
            }
        }
    }

    fn table(&mut self, table: Node<'_, '_>) {
        let caption = named(table, "tblCaption").and_then(|node| value(node)).unwrap_or_default();
        let mut heads: Vec<String> = Vec::new();
        let rows = table.children().filter(|node| node.tag_name().name() == "tr");
        for (index, row) in rows.enumerate() {
            let mut name = String::new();
            let cells = row.children().filter(|node| node.tag_name().name() == "tc");
            for (column, cell) in cells.enumerate() {
                let texts: Vec<String> = cell
                    .descendants()
                    .filter(|node| node.tag_name().name() == "p")
                    .map(|paragraph| self.paragraph(paragraph))
                    .collect();
                let text = plain(&texts.join(" "));
                if index == 0 {
                    heads.push(text.clone());
                } else if column == 0 {
                    name.clone_from(&text);
                }
                let head = heads.get(column).cloned().unwrap_or_default();
                let place = Place::Cell { table: caption.clone(), row: name.clone(), column: head };
                self.push(place, text);
            }
        }
    }

    /// The text of a paragraph, without what fields show.
    fn paragraph(&mut self, node: Node<'_, '_>) -> String {
        let mut out = String::new();
        self.runs(node, &mut out);
        plain(&out)
    }

    fn runs(&mut self, node: Node<'_, '_>, out: &mut String) {
        for child in node.children().filter(Node::is_element) {
            match child.tag_name().name() {
                "fldChar" => {
                    match child.attributes().find(|a| a.name() == "fldCharType").map(|a| a.value()) {
                        Some("begin") => self.fields.push(false),
                        Some("separate") => {
                            self.fields.iter_mut().last().into_iter().for_each(|open| *open = true)
                        }
                        Some("end") => {
                            self.fields.pop();
                        }
                        _ => {}
                    }
                }
                "t" if self.fields.is_empty() => out.push_str(child.text().unwrap_or_default()),
                "tab" | "br" | "cr" if child.parent().is_some_and(|p| p.tag_name().name() == "r") => {
                    out.push(' ')
                }
                "noBreakHyphen" => out.push('\u{2011}'),
                // What was struck out under revision, other forms of the same drawing, and fields in one element.
                "del" | "moveFrom" | "Fallback" | "fldSimple" | "pPr" | "rPr" | "instrText" => {}
                _ => self.runs(child, out),
            }
        }
    }

    fn push(&mut self, place: Place, text: String) {
        if !text.is_empty() {
            self.out.push(Piece { chapter: self.chapter.clone(), place, text });
        }
    }
}

fn named<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.descendants().find(|below| below.tag_name().name() == name)
}

fn value(node: Node<'_, '_>) -> Option<String> {
    node.attributes().find(|a| a.name() == "val").map(|a| a.value().to_owned())
}

/// Whether a paragraph is the title of a chapter.
fn is_chapter(paragraph: Node<'_, '_>) -> bool {
    let properties = paragraph.children().find(|node| node.tag_name().name() == "pPr");
    let style = properties.and_then(|node| named(node, "pStyle")).and_then(value).unwrap_or_default();
    let style = style.to_lowercase();
    // Word in Spanish names its own styles in Spanish, without the accent.
    style.ends_with('1') && ["heading", "ttulo", "título"].iter().any(|start| style.starts_with(start))
}
