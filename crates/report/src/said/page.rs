//! What a page (`report.html`) says.

use super::{Piece, Place, plain};

/// Elements whose content is no text of the report.
const SILENT: [&str; 4] = ["style", "script", "defs", "head"];
/// Elements that run on inside a text.
const INLINE: [&str; 13] =
    ["a", "b", "strong", "em", "i", "code", "span", "tspan", "br", "sub", "sup", "wbr", "small"];

/// What a page says, in its order; nothing where it is no page.
#[must_use]
pub fn page(text: &str) -> Option<(String, Vec<Piece>)> {
    let lang = attribute(text.get(text.find("<html")?..)?.split('>').next()?, "lang")?;
    let mut reader = Reader::default();
    let mut rest = text;
    let mut silent: Option<&str> = None;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        if silent.is_none() {
            reader.text.push_str(before);
        }
        if let Some(comment) = tag.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let end = end_of(tag);
        let inner = tag.get(1..end).unwrap_or_default();
        rest = tag.get(end + 1..).unwrap_or_default();
        let closing = inner.starts_with('/');
        let name = inner.trim_start_matches('/');
        let name = name.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
        match silent {
            Some(own) if closing && own == name => silent = None,
            Some(_) => {}
            None if !closing && !inner.ends_with('/') && SILENT.contains(&name) => {
                silent = SILENT.iter().copied().find(|own| *own == name);
            }
            None if closing => reader.close(name),
            None => reader.open(name, inner),
        }
        if silent.is_none() && reader.drawing.is_some() && name != "svg" {
            reader.drawn(inner);
        }
    }
    reader.flush();
    (!reader.out.is_empty()).then_some((lang, reader.out))
}

/// The place of the `>` that ends a tag: not one inside of quotes.
fn end_of(tag: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(own), _) if own == byte => quote = None,
            (None, b'>') => return at,
            _ => {}
        }
    }
    tag.len()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split_once('"').map(|(value, _)| unescaped(value))
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let tail = &rest[at + 1..];
        let entity = tail.split_once(';').filter(|(name, _)| name.len() <= 8);
        let Some((name, after)) = entity else {
            out.push('&');
            rest = tail;
            continue;
        };
        let number = name.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => digits.parse().ok(),
        });
        match (name, number.and_then(char::from_u32)) {
            (_, Some(c)) => out.push(c),
            ("amp", _) => out.push('&'),
            ("lt", _) => out.push('<'),
            ("gt", _) => out.push('>'),
            ("quot", _) => out.push('"'),
            ("apos", _) => out.push('\''),
            ("nbsp", _) => out.push(' '),
            _ => {
                out.push('&');
                rest = tail;
                continue;
            }
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[derive(Default)]
struct Reader {
    out: Vec<Piece>,
    text: String,
    chapter: String,
    caption: String,
    /// The heads of the columns of the table that we are in.
    table: Option<Vec<String>>,
    in_head: bool,
    row: String,
    column: usize,
    /// The drawing that we are in.
    drawing: Option<String>,
}

impl Reader {
    fn open(&mut self, name: &str, inner: &str) {
        if name == "svg" {
            self.flush();
            self.drawing = Some(String::new());
        }
        if !INLINE.contains(&name) {
            self.flush();
        } else if name == "br" || name == "tspan" || name == "span" {
            self.text.push(' ');
        }
        match name {
            "table" => self.table = Some(Vec::new()),
            "thead" => self.in_head = true,
            "tr" => {
                self.row.clear();
                self.column = 0;
            }
            "figure" => self.caption.clear(),
            _ => {}
        }
        for name in ["aria-label", "alt", "content"] {
            if let Some(value) = attribute(inner, name)
                && !value.is_empty()
            {
                self.push(plain(&value));
            }
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "td" | "th" => self.cell(),
            "h1" | "h2" => {
                let title = plain(&unescaped(&self.text));
                self.flush();
                if name == "h2" {
                    self.chapter = title;
                }
            }
            "figcaption" => {
                self.caption = plain(&unescaped(&self.text));
                self.flush();
            }
            "thead" => self.in_head = false,
            "table" => self.table = None,
            "svg" => {
                self.flush();
                if let Some(drawing) = self.drawing.take() {
                    self.push_at(Place::Drawing { figure: self.caption.clone() }, drawing);
                }
            }
            "span" | "tspan" | "b" => self.text.push(' '),
            name if INLINE.contains(&name) => {}
            _ => self.flush(),
        }
    }

    /// Remembers how something is drawn; identifiers are links inside of the page.
    fn drawn(&mut self, tag: &str) {
        if let Some(drawing) = &mut self.drawing {
            drawing.push_str(tag);
            drawing.push('\n');
        }
    }

    fn cell(&mut self) {
        let text = plain(&unescaped(&std::mem::take(&mut self.text)));
        let column = self.column;
        self.column += 1;
        let Some(heads) = &mut self.table else { return };
        if self.in_head {
            heads.push(text.clone());
        } else if column == 0 {
            self.row.clone_from(&text);
        }
        let head = heads.get(column).cloned().unwrap_or_default();
        let place = Place::Cell { table: self.caption.clone(), row: self.row.clone(), column: head };
        self.push_at(place, text);
    }

    fn flush(&mut self) {
        let text = plain(&unescaped(&std::mem::take(&mut self.text)));
        self.push(text);
    }

    fn push(&mut self, text: String) {
        let place = match self.drawing {
            Some(_) => Place::Label { figure: self.caption.clone() },
            None => Place::Text,
        };
        self.push_at(place, text);
    }

    fn push_at(&mut self, place: Place, text: String) {
        if !text.is_empty() {
            self.out.push(Piece { chapter: self.chapter.clone(), place, text });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_its_text_its_tables_and_its_figures() {
        let text = "<!DOCTYPE html><html lang=\"es-PE\"><head><title>T</title><style>p{x:1}</style></head><body>\
            <h2><span>3</span>Cap &amp; ítulo</h2><p>Sube <b>12</b>&nbsp;%.</p>\
            <figure><figcaption><b>Tabla 1.</b> Datos</figcaption><table><thead><tr><th>A</th><th>n</th></tr></thead>\
            <tbody><tr><th>V1</th><td>7</td></tr></tbody></table></figure>\
            <figure><figcaption>Figura</figcaption><div role=\"img\" aria-label=\"a > b\"><svg><path d=\"M1 2\"/><text>8</text></svg></div></figure>\
            </body></html>";
        let (lang, pieces) = page(text).unwrap_or_default();
        assert_eq!(lang, "es-PE");
        let drawn = |piece: &&Piece| matches!(piece.place, Place::Drawing { .. });
        let said: Vec<&str> = pieces.iter().filter(|p| !drawn(p)).map(|p| p.text.as_str()).collect();
        let expected =
            ["3 Cap & ítulo", "Sube 12 %.", "Tabla 1. Datos", "A", "n", "V1", "7", "Figura", "a > b", "8"];
        assert_eq!(said, expected);
        let seven = pieces.iter().find(|p| p.text == "7").map(|p| p.place.clone());
        let cell = |table: &str, row: &str, column: &str| Place::Cell {
            table: table.to_owned(),
            row: row.to_owned(),
            column: column.to_owned(),
        };
        assert_eq!(seven, Some(cell("Tabla 1. Datos", "V1", "n")));
        assert!(pieces.iter().any(|p| matches!(p.place, Place::Drawing { .. }) && p.text.contains("M1 2")));
        assert!(page("no page").is_none() && page("<html lang=\"es\"><p").is_none());
    }
}
