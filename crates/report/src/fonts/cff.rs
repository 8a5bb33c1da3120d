//! CFF outlines with the unused ones emptied in place: each index shrinks, zeros fill the rest, and every other offset
//! of the table stays true (Adobe Technical Notes 5176 and 5177).

use std::collections::BTreeSet;
use std::ops::Range;

use super::{be16, be32};

/// The table with nothing but the charstrings of the glyphs kept and the subroutines that they call. `None` where it
/// cannot be read, as of a CID-keyed face.
pub(super) fn emptied(cff: &[u8], kept: &BTreeSet<u16>) -> Option<Vec<u8>> {
    const ENDCHAR: u8 = 14;
    const RETURN: u8 = 11;
    let names = Index::at(cff, usize::from(*cff.get(2)?))?;
    let tops = Index::at(cff, names.end()?)?;
    let strings = Index::at(cff, tops.end()?)?;
    let global = Index::at(cff, strings.end()?)?;
    let top = operators(cff.get(tops.item(0)?)?)?;
    let operand = |operators: &[Operator], code: u16, from_last: usize| -> Option<usize> {
        let operator = operators.iter().find(|operator| operator.code == code)?;
        let index = operator.operands.len().checked_sub(1 + from_last)?;
        usize::try_from(operator.operands[index]).ok()
    };
    let charstrings = Index::at(cff, operand(&top, 17, 0)?)?;
    let private = operand(&top, 18, 0)?;
    let private_dict = operators(cff.get(private..private + operand(&top, 18, 1)?)?)?;
    let local = match operand(&private_dict, 19, 0) {
        Some(offset) => Some(Index::at(cff, private + offset)?),
        None => None,
    };
    let mut calls = Calls { cff, global, local, used: [BTreeSet::new(), BTreeSet::new()] };
    for glyph in kept {
        let mut machine = Machine::default();
        calls.run(charstrings.item(usize::from(*glyph))?, &mut machine, 0)?;
    }
    let [global_used, local_used] = calls.used;
    let mut out = cff.to_vec();
    let kept: BTreeSet<usize> = kept.iter().map(|glyph| usize::from(*glyph)).collect();
    shrink(cff, &mut out, charstrings, &kept, ENDCHAR)?;
    // Names of glyphs say nothing on a page. Their index keeps its size: what follows it is found by its end.
    if let (Some(first), Some(end)) = (strings.item(0), strings.end()) {
        out.get_mut(first.start..end)?.fill(b'x');
    }
    shrink(cff, &mut out, global, &global_used, RETURN)?;
    if let Some(local) = local {
        shrink(cff, &mut out, local, &local_used, RETURN)?;
    }
    Some(out)
}

/// Writes an index anew over its old place, with `empty` for each item that is not kept.
fn shrink(cff: &[u8], out: &mut [u8], index: Index<'_>, kept: &BTreeSet<usize>, empty: u8) -> Option<()> {
    if index.count == 0 {
        return Some(());
    }
    let mut head = cff.get(index.start..index.start + 3)?.to_vec();
    let mut body = Vec::new();
    let push = |head: &mut Vec<u8>, at: usize| head.extend(&(at as u32 + 1).to_be_bytes()[4 - index.size..]);
    push(&mut head, 0);
    for item in 0..index.count {
        if kept.contains(&item) {
            body.extend(cff.get(index.item(item)?)?);
        } else {
            body.push(empty);
        }
        push(&mut head, body.len());
    }
    head.extend(body);
    let place = index.start..index.end()?;
    if head.len() > place.len() {
        return None;
    }
    head.resize(place.len(), 0);
    out.get_mut(place)?.copy_from_slice(&head);
    Some(())
}

/// An index: a list of byte strings.
#[derive(Clone, Copy)]
struct Index<'a> {
    cff: &'a [u8],
    start: usize,
    count: usize,
    size: usize,
}

impl<'a> Index<'a> {
    fn at(cff: &'a [u8], start: usize) -> Option<Self> {
        let count = usize::from(be16(cff, start)?);
        let size = if count == 0 { 1 } else { usize::from(*cff.get(start + 2)?) };
        (1..=4).contains(&size).then_some(Self { cff, start, count, size })
    }

    fn offset(&self, item: usize) -> Option<usize> {
        let at = self.start + 3 + item * self.size;
        let bytes = self.cff.get(at..at + self.size)?;
        Some(bytes.iter().fold(0, |sum, b| sum << 8 | usize::from(*b)))
    }

    fn item(&self, item: usize) -> Option<Range<usize>> {
        if item >= self.count {
            return None;
        }
        let data = self.start + 2 + (self.count + 1) * self.size;
        Some(data + self.offset(item)?..data + self.offset(item + 1)?)
    }

    fn end(&self) -> Option<usize> {
        match self.count.checked_sub(1) {
            None => Some(self.start + 2),
            Some(last) => Some(self.item(last)?.end),
        }
    }
}

/// An operator of a dictionary with its operands; two-byte operators are 0x0c00 and more.
struct Operator {
    code: u16,
    operands: Vec<i64>,
}

fn operators(dict: &[u8]) -> Option<Vec<Operator>> {
    let mut out = Vec::new();
    let mut operands = Vec::new();
    let mut at = 0;
    while let Some(&b) = dict.get(at) {
        at += match b {
            12 => {
                let code = 0x0c00 | u16::from(*dict.get(at + 1)?);
                out.push(Operator { code, operands: std::mem::take(&mut operands) });
                2
            }
            0..=21 => {
                out.push(Operator { code: u16::from(b), operands: std::mem::take(&mut operands) });
                1
            }
            29 => {
                operands.push(i64::from(be32(dict, at + 1)? as i32));
                5
            }
            // Real numbers stand in no operator that is read here.
            30 => {
                operands.push(0);
                2 + dict.get(at + 1..)?.iter().position(|b| b & 0x0f == 0x0f || b >> 4 == 0x0f)?
            }
            _ => {
                let (value, length) = number(dict, at)?;
                operands.push(value);
                length
            }
        };
    }
    Some(out)
}

/// A number of one to three bytes, as dictionaries and charstrings share it.
fn number(data: &[u8], at: usize) -> Option<(i64, usize)> {
    let b = i64::from(*data.get(at)?);
    match b {
        28 => Some((i64::from(be16(data, at + 1)? as i16), 3)),
        32..=246 => Some((b - 139, 1)),
        247..=250 => Some(((b - 247) * 256 + i64::from(*data.get(at + 1)?) + 108, 2)),
        251..=254 => Some((-(b - 251) * 256 - i64::from(*data.get(at + 1)?) - 108, 2)),
        _ => None,
    }
}

/// What a charstring leaves for the subroutines that it calls.
#[derive(Default)]
struct Machine {
    stack: Vec<i64>,
    stems: usize,
}

/// Follows charstrings to the subroutines that they call.
struct Calls<'a> {
    cff: &'a [u8],
    global: Index<'a>,
    local: Option<Index<'a>>,
    used: [BTreeSet<usize>; 2],
}

impl Calls<'_> {
    fn run(&mut self, code: Range<usize>, machine: &mut Machine, depth: usize) -> Option<()> {
        // The format allows ten calls inside each other.
        if depth > 10 {
            return None;
        }
        let code = self.cff.get(code)?;
        let mut at = 0;
        while let Some(&b) = code.get(at) {
            at += match b {
                // Stems: horizontal, vertical, and both before masks.
                1 | 3 | 18 | 23 => {
                    machine.stems += machine.stack.len() / 2;
                    machine.stack.clear();
                    1
                }
                // A mask takes the stems left on the stack and a bit each of all.
                19 | 20 => {
                    machine.stems += machine.stack.len() / 2;
                    machine.stack.clear();
                    1 + machine.stems.div_ceil(8)
                }
                10 | 29 => {
                    let global = b == 29;
                    let index = if global { self.global } else { self.local? };
                    let bias = match index.count {
                        0..1240 => 107,
                        1240..33900 => 1131,
                        _ => 32768,
                    };
                    let item = usize::try_from(machine.stack.pop()? + bias).ok()?;
                    self.used[usize::from(!global)].insert(item);
                    self.run(index.item(item)?, machine, depth + 1)?;
                    1
                }
                11 => return Some(()),
                12 => {
                    machine.stack.clear();
                    2
                }
                28 | 32..=254 => {
                    let (value, length) = number(code, at)?;
                    machine.stack.push(value);
                    length
                }
                // A fixed-point number: its whole part is all that a call could use.
                255 => {
                    machine.stack.push(i64::from(be16(code, at + 1)? as i16));
                    5
                }
                _ => {
                    machine.stack.clear();
                    1
                }
            };
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::{SERIF, faces};
    use ttf_parser::{Face, GlyphId, OutlineBuilder, Tag};

    #[derive(Default, PartialEq, Debug)]
    struct Path(Vec<(char, [f32; 6])>);

    impl OutlineBuilder for Path {
        fn move_to(&mut self, x: f32, y: f32) {
            self.0.push(('M', [x, y, 0.0, 0.0, 0.0, 0.0]));
        }
        fn line_to(&mut self, x: f32, y: f32) {
            self.0.push(('L', [x, y, 0.0, 0.0, 0.0, 0.0]));
        }
        fn quad_to(&mut self, a: f32, b: f32, x: f32, y: f32) {
            self.0.push(('Q', [a, b, x, y, 0.0, 0.0]));
        }
        fn curve_to(&mut self, a: f32, b: f32, c: f32, d: f32, x: f32, y: f32) {
            self.0.push(('C', [a, b, c, d, x, y]));
        }
        fn close(&mut self) {
            self.0.push(('Z', [0.0; 6]));
        }
    }

    #[test]
    fn glyphs_that_are_kept_look_the_same_and_others_are_empty() {
        for face in faces().iter().filter(|face| face.family == SERIF) {
            let whole = Face::parse(face.data, 0).unwrap();
            let table = whole.raw_face().table(Tag::from_bytes(b"CFF ")).unwrap();
            let kept: BTreeSet<u16> =
                "aáñgQ&¿%W".chars().map(|c| whole.glyph_index(c).unwrap().0).chain([0]).collect();
            let cut = emptied(table, &kept).unwrap();
            assert_eq!(cut.len(), table.len());
            let cut = ttf_parser::cff::Table::parse(&cut).unwrap();
            for glyph in 0..whole.number_of_glyphs() {
                let (mut before, mut after) = (Path::default(), Path::default());
                let had = whole.outline_glyph(GlyphId(glyph), &mut before);
                let has = cut.outline(GlyphId(glyph), &mut after);
                if kept.contains(&glyph) {
                    assert_eq!((had, before), (has.ok(), after));
                } else {
                    assert!(after.0.is_empty());
                }
            }
        }
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert!(emptied(&[], &BTreeSet::new()).is_none());
        assert!(emptied(&[1, 0, 4, 1, 0, 0, 0, 0], &BTreeSet::new()).is_none());
        assert!(emptied(&[0xff; 64], &BTreeSet::new()).is_none());
    }
}
