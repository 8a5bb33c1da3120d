//! What a finished report says, read back from its file: sentences, cells of tables, labels of figures, each with its
//! place. Two reports are compared by what they say, so that whoever changed a figure is found.

mod page;
mod word;

use std::collections::BTreeMap;

pub use page::page;
pub use word::word;

/// What a report says at one place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Piece {
    /// The title of the chapter; empty before the first.
    pub chapter: String,
    /// Where in the chapter.
    pub place: Place,
    /// The text, with its spaces made one.
    pub text: String,
}

/// A place in a chapter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Running text.
    Text,
    /// A cell of a table.
    Cell {
        /// Caption of the table.
        table: String,
        /// First cell of the row.
        row: String,
        /// Head of the column.
        column: String,
    },
    /// A label of a figure.
    Label {
        /// Caption of the figure.
        figure: String,
    },
    /// The drawing of a figure: its text is the drawing itself and is not for people.
    Drawing {
        /// Caption of the figure.
        figure: String,
    },
}

/// Something that a report says and the recomputed one does not, or the reverse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The title of the chapter.
    pub chapter: String,
    /// Where in the chapter.
    pub place: Place,
    /// What the report says; nothing where it says nothing.
    pub stated: Option<String>,
    /// What the archive gives.
    pub recomputed: Option<String>,
}

/// The outcome of a comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// Numbers that the recomputed report holds.
    pub numbers: usize,
    /// Pieces with a number that are the same in both.
    pub same: usize,
    /// What differs.
    pub differences: Vec<Difference>,
    /// Sentences without a number that only the report has: written by people.
    pub added: usize,
    /// Sentences without a number that the report left out or put otherwise.
    pub left_out: usize,
}

/// A text with its spaces made one, and the signs that programs exchange for one another.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
            c if c.is_whitespace() || c.is_control() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    out.trim().to_owned()
}

fn has_number(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// How many numbers a text holds.
#[must_use]
pub fn numbers(text: &str) -> usize {
    let mut count = 0;
    let mut inside = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let mark =
            inside && matches!(c, '.' | ',' | '\u{202f}') && chars.peek().is_some_and(char::is_ascii_digit);
        let digit = c.is_ascii_digit();
        count += usize::from(digit && !inside);
        inside = digit || mark;
    }
    count
}

/// A text without its digits: what two versions of a sentence share.
fn frame(text: &str) -> String {
    text.chars().filter(|c| !c.is_ascii_digit()).collect()
}

/// Most edits that are looked for before the order is given up.
const EDITS: usize = 1200;

/// Compares two reports piece by piece, in their order.
#[must_use]
pub fn in_order(stated: &[Piece], recomputed: &[Piece]) -> Compared {
    let mut out = Compared { numbers: count(recomputed), ..Compared::default() };
    let head = stated.iter().zip(recomputed).take_while(|(a, b)| a.text == b.text).count();
    let (left, right) = (&stated[head..], &recomputed[head..]);
    let tail = left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a.text == b.text).count();
    let (left, right) = (&left[..left.len() - tail], &right[..right.len() - tail]);
    let Some(script) = edits(left, right) else { return as_sets(stated, recomputed) };
    let mut gone: Vec<&Piece> = Vec::new();
    let mut new: Vec<&Piece> = Vec::new();
    let mut settle = |gone: &mut Vec<&Piece>, new: &mut Vec<&Piece>| {
        for index in 0..gone.len().max(new.len()) {
            let (a, b) = (gone.get(index), new.get(index));
            let Some(piece) = a.or(b) else { continue };
            out.differences.push(Difference {
                chapter: piece.chapter.clone(),
                place: b.or(a).map_or(Place::Text, |p| p.place.clone()),
                stated: a.map(|p| p.text.clone()),
                recomputed: b.map(|p| p.text.clone()),
            });
        }
        gone.clear();
        new.clear();
    };
    for edit in script {
        match edit {
            Edit::Same => settle(&mut gone, &mut new),
            Edit::Gone(index) => gone.push(&left[index]),
            Edit::New(index) => new.push(&right[index]),
        }
    }
    settle(&mut gone, &mut new);
    let changed: usize = out.differences.iter().filter_map(|d| d.recomputed.as_deref()).map(numbers).sum();
    out.same = out.numbers.saturating_sub(changed);
    out
}

fn count(pieces: &[Piece]) -> usize {
    let said = pieces.iter().filter(|piece| !matches!(piece.place, Place::Drawing { .. }));
    said.map(|piece| numbers(&piece.text)).sum()
}

enum Edit {
    Same,
    Gone(usize),
    New(usize),
}

/// The shortest script of edits (Myers 1986), from `a` to `b`; nothing where it is long.
fn edits(a: &[Piece], b: &[Piece]) -> Option<Vec<Edit>> {
    let (n, m) = (a.len() as isize, b.len() as isize);
    let most = ((n + m) as usize).min(EDITS) as isize;
    let size = (2 * most + 3) as usize;
    let at = |k: isize| (k + most + 1) as usize;
    let mut furthest = vec![0_isize; size];
    let mut steps: Vec<Vec<isize>> = Vec::new();
    for d in 0..=most {
        steps.push(furthest.clone());
        let mut k = -d;
        while k <= d {
            let down = k == -d || (k != d && furthest[at(k - 1)] < furthest[at(k + 1)]);
            let mut x = if down { furthest[at(k + 1)] } else { furthest[at(k - 1)] + 1 };
            let mut y = x - k;
            while x < n && y < m && a[x as usize].text == b[y as usize].text {
                x += 1;
                y += 1;
            }
            furthest[at(k)] = x;
            if x >= n && y >= m {
                return Some(back(&steps, (n, m), d, most));
            }
            k += 2;
        }
    }
    None
}

fn back(steps: &[Vec<isize>], end: (isize, isize), found: isize, most: isize) -> Vec<Edit> {
    let at = |k: isize| (k + most + 1) as usize;
    let (mut x, mut y) = end;
    let mut out = Vec::new();
    for d in (0..=found).rev() {
        let furthest = &steps[d as usize];
        let k = x - y;
        let down = k == -d || (k != d && furthest[at(k - 1)] < furthest[at(k + 1)]);
        let from = if down { k + 1 } else { k - 1 };
        let (start_x, start_y) =
            if d == 0 { (0, 0) } else { (furthest[at(from)], furthest[at(from)] - from) };
        while x > start_x && y > start_y {
            out.push(Edit::Same);
            x -= 1;
            y -= 1;
        }
        if d > 0 {
            if down {
                y -= 1;
                out.push(Edit::New(y as usize));
            } else {
                x -= 1;
                out.push(Edit::Gone(x as usize));
            }
        }
    }
    out.reverse();
    out
}

/// What a piece is compared by where order does not count.
type Mark<'p> = (Option<(&'p str, &'p str)>, String);

/// Compares two reports whatever the order of their chapters, sentence by sentence and cell by cell. People restyle, move
/// and add text: only what carries a number, or stands in a table, is a difference.
#[must_use]
pub fn as_sets(stated: &[Piece], recomputed: &[Piece]) -> Compared {
    let mut out = Compared { numbers: count(recomputed), ..Compared::default() };
    let (left, right) = (marked(stated), marked(recomputed));
    let mut gone: Vec<(&Piece, String)> = Vec::new();
    let mut new: Vec<(&Piece, String)> = Vec::new();
    let mut missing = 0;
    for (mark, own) in &left {
        let there = right.get(mark).map_or(0, Vec::len);
        gone.extend(own.iter().skip(there).map(|piece| (*piece, mark.1.clone())));
    }
    for (mark, own) in &right {
        let there = left.get(mark).map_or(0, Vec::len);
        let absent = own.iter().skip(there);
        missing += absent.clone().map(|_| numbers(&mark.1)).sum::<usize>();
        new.extend(absent.map(|piece| (*piece, mark.1.clone())));
    }
    out.same = out.numbers.saturating_sub(missing);
    // A changed number leaves the sentence around it, or the cell's place, as it was.
    for (piece, text) in gone {
        let fits = |(other, written): &(&Piece, String)| match (&piece.place, &other.place) {
            (Place::Cell { .. }, Place::Cell { .. }) => piece.place == other.place,
            (Place::Cell { .. }, _) | (_, Place::Cell { .. }) => false,
            _ => frame(&text) == frame(written) && has_number(&text),
        };
        let own = new.iter().position(fits);
        let other = own.map(|place| new.remove(place));
        let in_table = matches!(piece.place, Place::Cell { .. });
        if other.is_none() && !has_number(&text) && !in_table {
            out.added += 1;
            continue;
        }
        out.differences.push(Difference {
            chapter: piece.chapter.clone(),
            place: piece.place.clone(),
            stated: Some(text),
            recomputed: other.map(|(_, written)| written),
        });
    }
    for (piece, text) in new {
        if !has_number(&text) && !matches!(piece.place, Place::Cell { .. }) {
            out.left_out += 1;
            continue;
        }
        out.differences.push(Difference {
            chapter: piece.chapter.clone(),
            place: piece.place.clone(),
            stated: None,
            recomputed: Some(text),
        });
    }
    out
}

/// The pieces by what they are compared by: cells by row, column and text, sentences by their text.
fn marked(pieces: &[Piece]) -> BTreeMap<Mark<'_>, Vec<&Piece>> {
    let mut out = BTreeMap::<Mark<'_>, Vec<&Piece>>::new();
    for piece in pieces {
        match &piece.place {
            Place::Cell { row, column, .. } => {
                let mark = (Some((row.as_str(), column.as_str())), piece.text.clone());
                out.entry(mark).or_default().push(piece);
            }
            Place::Drawing { .. } => {}
            Place::Text | Place::Label { .. } => {
                for sentence in sentences(&piece.text) {
                    out.entry((None, sentence.to_owned())).or_default().push(piece);
                }
            }
        }
    }
    out
}

/// The sentences of a paragraph.
fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(' ') {
        if text[start..at].ends_with(['.', '!', '?', ':']) {
            out.push(&text[start..at]);
            start = at + 1;
        }
    }
    out.push(&text[start..]);
    out.retain(|sentence| !sentence.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(list: &[&str]) -> Vec<Piece> {
        let piece =
            |text: &&str| Piece { chapter: "C".to_owned(), place: Place::Text, text: (*text).to_owned() };
        list.iter().map(piece).collect()
    }

    #[test]
    fn the_same_report_has_no_difference_and_a_changed_digit_is_one() {
        let a = text(&["one", "12 of 14", "three", "4.5", "five"]);
        assert_eq!(in_order(&a, &a), Compared { numbers: 3, same: 3, ..Compared::default() });
        let b = text(&["one", "12 of 14", "three", "4.6", "five"]);
        let found = in_order(&b, &a);
        assert_eq!((found.same, found.differences.len()), (2, 1));
        assert_eq!(found.differences[0].stated.as_deref(), Some("4.6"));
        assert_eq!(found.differences[0].recomputed.as_deref(), Some("4.5"));
        let short = in_order(&a[1..], &a);
        assert_eq!(short.differences[0].stated, None);
        let none = in_order(&[], &a);
        assert_eq!((none.differences.len(), none.same), (5, 0));
    }

    #[test]
    fn whatever_the_order_only_numbers_and_tables_differ() {
        let a = text(&["It rose by 12 %. It fell.", "Nothing here."]);
        let b = text(&["Our own words.", "It fell. It rose by 13 %."]);
        let found = as_sets(&b, &a);
        assert_eq!((found.added, found.left_out, found.differences.len()), (1, 1, 1));
        assert_eq!(found.differences[0].stated.as_deref(), Some("It rose by 13 %."));
        assert_eq!(found.differences[0].recomputed.as_deref(), Some("It rose by 12 %."));
        let cell = |value: &str| Piece {
            chapter: "C".to_owned(),
            place: Place::Cell { table: "T".to_owned(), row: "V1".to_owned(), column: "n".to_owned() },
            text: value.to_owned(),
        };
        let found = as_sets(&[cell("high")], &[cell("low")]);
        assert_eq!(found.differences.len(), 1);
        assert_eq!(found.differences[0].recomputed.as_deref(), Some("low"));
    }

    #[test]
    fn numbers_are_counted_as_people_read_them() {
        assert_eq!(numbers("12.5 of 3 in 2030; V03"), 4);
        assert_eq!(numbers("79\u{202f}438, 0.5"), 2);
        assert_eq!(numbers("none"), 0);
    }
}
