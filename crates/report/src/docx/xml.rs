//! The few shapes of WordprocessingML that everything is made of.

use atalaya_charts::svg::escape;

use crate::rich::clean;

/// The name space declarations of a part.
pub(super) const SPACES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#,
    r#" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#,
    r#" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing""#,
    r#" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main""#,
    r#" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture""#,
);

/// The first line of every part.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Text or the value of an attribute.
pub(super) fn escaped(text: &str) -> String {
    escape(&clean(text))
}

/// Words with properties of their own, empty for none.
pub(super) fn run(properties: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let properties = properties_of(properties);
    // A line may break where a soft hyphen stands; Word has an element for it.
    let pieces: Vec<String> = text
        .split('\u{ad}')
        .map(|piece| match piece {
            "" => String::new(),
            piece => format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(piece)),
        })
        .collect();
    format!("<w:r>{properties}{}</w:r>", pieces.join("<w:softHyphen/>"))
}

fn properties_of(properties: &str) -> String {
    if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") }
}

/// A field and what it shows until it is brought up to date.
pub(super) fn field(properties: &str, code: &str, shown: &str) -> String {
    let p = properties_of(properties);
    format!(
        "<w:r>{p}<w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>{p}<w:instrText xml:space=\"preserve\"> {} </w:instrText></w:r><w:r>{p}<w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r>{p}<w:fldChar w:fldCharType=\"end\"/></w:r>",
        escaped(code),
        run(properties, shown),
    )
}

/// A paragraph: style, more properties after it in the order of the schema, content.
pub(super) fn paragraph(style: &str, properties: &str, content: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>{content}</w:p>")
}

/// Runs with the language of their words.
pub(super) fn in_language(runs: &str, tag: &str) -> String {
    let lang = format!("<w:lang w:val=\"{tag}\"/>");
    let mut pieces = runs.split("<w:r>");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out.push_str("<w:r>");
        match piece.split_once("</w:rPr>") {
            Some((properties, rest)) => out.push_str(&format!("{properties}{lang}</w:rPr>{rest}")),
            None => out.push_str(&format!("<w:rPr>{lang}</w:rPr>{piece}")),
        }
    }
    out
}

/// Points as twentieths of a point.
pub(super) fn twips(points: f64) -> i64 {
    (points * 20.0).round() as i64
}
