//! Pictures inside a page or a PDF: what must be known or changed of a finished SVG document.

/// The SVG element alone, without declaration or document type.
pub(crate) fn element(svg: &str) -> &str {
    svg.find("<svg").and_then(|start| svg.get(start..)).unwrap_or("").trim_end()
}

/// The same picture with every `id` and every reference to one prefixed, so that many pictures share a page.
pub(crate) fn prefixed(svg: &str, prefix: &str) -> String {
    const OPENERS: [&str; 5] = [" id=\"", "url(#", "href=\"#", "aria-labelledby=\"", "aria-describedby=\""];
    let mut out = String::with_capacity(svg.len() + 256);
    let mut rest = element(svg);
    while let Some((at, opener)) =
        OPENERS.iter().filter_map(|opener| rest.find(opener).map(|at| (at, opener))).min()
    {
        let (before, after) = rest.split_at(at + opener.len());
        out.push_str(before);
        // A list of ids, as `aria-labelledby` takes, has a prefix each.
        let end = after.find(['"', ')']).unwrap_or(0);
        let (ids, tail) = after.split_at(end);
        for (index, id) in ids.split(' ').enumerate() {
            if index > 0 {
                out.push(' ');
            }
            out.push_str(prefix);
            out.push_str(id);
        }
        rest = tail;
    }
    out.push_str(rest);
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

/// The size of a slide's picture, in its own units.
const SLIDE: (f64, f64) = (1600.0, 900.0);

/// A picture in the middle of a slide of 16:9, as large as it can be.
pub(crate) fn on_slide(svg: &str) -> String {
    let own = aspect(svg);
    let (width, height) = SLIDE;
    let scale = f64::min(width, height / own);
    let (w, h) = (scale, scale * own);
    let (x, y) = ((width - w) / 2.0, (height - h) / 2.0);
    let inner = element(svg);
    // The picture's own size gives way to the room that it has on the slide.
    let end = inner.find('>').unwrap_or(0);
    let (head, rest) = inner.split_at(end);
    let head = without(&without(head, "width"), "height");
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\"><rect width=\"{width}\" height=\"{height}\" fill=\"#fcfbf8\"/>{head} x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\"{rest}</svg>"
    )
}

/// The opening of an element without one of its attributes.
fn without(head: &str, attribute: &str) -> String {
    let Some(start) = head.find(&format!(" {attribute}=\"")) else { return head.to_owned() };
    let value = start + attribute.len() + 3;
    let end = head[value..].find('"').map_or(head.len(), |at| value + at + 1);
    format!("{}{}", &head[..start], &head[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn a_slide_holds_the_whole_picture() {
        let svg = "<svg viewBox=\"0 0 100 100\" width=\"100\" height=\"100\"><g/></svg>";
        let slide = on_slide(svg);
        assert_eq!(aspect(&slide), 9.0 / 16.0);
        assert!(slide.contains(
            "<svg viewBox=\"0 0 100 100\" x=\"350.0\" y=\"0.0\" width=\"900.0\" height=\"900.0\"><g/></svg></svg>"
        ));
    }
}
