//! The metrics of Noto Sans: widths, wrapping, shortening. What is laid out by them fits wherever the same font is used.

use std::sync::OnceLock;

use ttf_parser::Face;

/// The weights in use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// Regular, 400.
    #[default]
    Regular,
    /// Bold, 700.
    Bold,
}

/// The family that every picture names.
pub const FAMILY: &str = "Noto Sans";

/// Height of a capital, in ems.
pub const CAPITAL: f64 = 0.714;

/// Advances of the Latin range, in ems: texts are measured often.
struct Metrics {
    face: Option<Face<'static>>,
    latin: Vec<f64>,
}

const LATIN: u32 = 0x250;

impl Metrics {
    fn new(bytes: &'static [u8]) -> Self {
        let face = Face::parse(bytes, 0).ok();
        let latin =
            (0..LATIN).map(|code| advance(face.as_ref(), char::from_u32(code).unwrap_or(' '))).collect();
        Self { face, latin }
    }

    fn of(weight: Weight) -> &'static Self {
        static REGULAR: OnceLock<Metrics> = OnceLock::new();
        static BOLD: OnceLock<Metrics> = OnceLock::new();
        match weight {
            Weight::Regular => REGULAR.get_or_init(|| Metrics::new(notosans::REGULAR_TTF)),
            Weight::Bold => BOLD.get_or_init(|| Metrics::new(notosans::BOLD_TTF)),
        }
    }
}

fn advance(face: Option<&Face<'_>>, c: char) -> f64 {
    let Some(face) = face else { return 0.6 };
    // A glyph that the font lacks is drawn by another one: an em is a safe guess.
    face.glyph_index(c)
        .and_then(|glyph| face.glyph_hor_advance(glyph))
        .map_or(1.0, |advance| f64::from(advance) / f64::from(face.units_per_em()))
}

/// Whether the font has a character.
#[must_use]
pub fn has(c: char) -> bool {
    Metrics::of(Weight::Regular).face.as_ref().is_some_and(|face| face.glyph_index(c).is_some())
}

/// Width of a text in px at a size in px.
#[must_use]
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let metrics = Metrics::of(weight);
    let ems: f64 = text
        .chars()
        .map(|c| metrics.latin.get(c as usize).copied().unwrap_or_else(|| advance(metrics.face.as_ref(), c)))
        .sum();
    ems * size
}

/// The text in lines no wider than `room`, at most `lines` of them; what does not fit ends in `…`. A word wider than the
/// room is broken. Line breaks of the text are kept.
#[must_use]
pub fn wrap(text: &str, size: f64, weight: Weight, room: f64, lines: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for paragraph in text.split('\n') {
        let mut current = String::new();
        for word in paragraph.split([' ', '\t']).filter(|w| !w.is_empty()) {
            let longer = if current.is_empty() { word.to_owned() } else { format!("{current} {word}") };
            if width(&longer, size, weight) <= room {
                current = longer;
                continue;
            }
            if !current.is_empty() {
                out.push(std::mem::take(&mut current));
            }
            for piece in break_word(word, size, weight, room) {
                if !current.is_empty() {
                    out.push(std::mem::take(&mut current));
                }
                current = piece;
            }
        }
        if !current.is_empty() {
            out.push(current);
        }
    }
    if out.len() > lines.max(1) {
        let rest = out.split_off(lines.max(1) - 1).join(" ");
        out.push(shorten(&rest, size, weight, room));
    }
    out
}

fn break_word(word: &str, size: f64, weight: Weight, room: f64) -> Vec<String> {
    if width(word, size, weight) <= room {
        return vec![word.to_owned()];
    }
    let hyphen = width("-", size, weight);
    let mut pieces = Vec::new();
    let mut current = String::new();
    for c in word.chars() {
        let mut longer = current.clone();
        longer.push(c);
        if !current.is_empty() && width(&longer, size, weight) + hyphen > room {
            let joint = if current.ends_with(|c: char| c.is_alphabetic()) { "-" } else { "" };
            pieces.push(format!("{current}{joint}"));
            current = c.to_string();
        } else {
            current = longer;
        }
    }
    if !current.is_empty() {
        pieces.push(current);
    }
    pieces
}

/// The text cut to a width, ending in `…` when it had to be cut, at a word where it can.
#[must_use]
pub fn shorten(text: &str, size: f64, weight: Weight, room: f64) -> String {
    // A room that was measured by the text itself holds it, whatever the sums in between lost.
    if width(text, size, weight) <= room + 0.01 {
        return text.to_owned();
    }
    let mut cut = String::new();
    for c in text.chars() {
        let mut longer = cut.clone();
        longer.push(c);
        if width(&longer, size, weight) + width("…", size, weight) > room {
            break;
        }
        cut = longer;
    }
    let whole = cut.trim_end().len();
    if let Some(space) = cut.rfind(' ')
        && space * 10 >= whole * 6
    {
        cut.truncate(space);
    }
    let cut = cut.trim_end_matches([' ', ',', ';', ':', '.', '·', '(', '-']);
    if cut.is_empty() {
        return String::new();
    }
    // A last word of one or two letters («de», «y») says nothing before the dots.
    let cut = match cut.rsplit_once(' ') {
        Some((before, last)) if last.chars().count() <= 2 && !before.is_empty() => before,
        _ => cut,
    };
    format!("{cut}…")
}

/// Width of the widest of some texts.
pub fn widest<'a>(texts: impl IntoIterator<Item = &'a str>, size: f64, weight: Weight) -> f64 {
    texts.into_iter().map(|text| width(text, size, weight)).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_no_wider_than_the_room() {
        let text =
            "Marco normativo articulado y sistémico que promueva el desarrollo tecnológico y la innovación";
        for room in [40.0, 80.0, 150.0, 400.0] {
            for line in wrap(text, 13.0, Weight::Regular, room, 20) {
                assert!(width(&line, 13.0, Weight::Regular) <= room + 0.01, "{room}: {line}");
            }
        }
        let two = wrap(text, 13.0, Weight::Regular, 150.0, 2);
        assert_eq!(two.len(), 2);
        assert!(two.last().is_some_and(|line| line.ends_with('…')));
    }

    #[test]
    fn a_text_that_fits_is_left_alone() {
        assert_eq!(shorten("V01", 12.0, Weight::Bold, 100.0), "V01");
        let own = width("10 · 7", 12.0, Weight::Regular);
        assert_eq!(shorten("10 · 7", 12.0, Weight::Regular, own - 1e-9), "10 · 7");
        assert!(shorten("Educación en emprendimiento", 12.0, Weight::Regular, 90.0).ends_with('…'));
        assert_eq!(shorten("Educación", 12.0, Weight::Regular, 3.0), "");
    }

    #[test]
    fn figures_are_tabular() {
        let one = width("1", 10.0, Weight::Regular);
        assert!(
            "0123456789".chars().all(|c| (width(&c.to_string(), 10.0, Weight::Regular) - one).abs() < 1e-9)
        );
        assert!("áéíñ¿−–…·×≥→".chars().filter(|c| !has(*c)).collect::<String>().is_empty());
    }
}
