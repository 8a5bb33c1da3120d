//! The typefaces: Libertinus Serif for text, Noto Sans for headings, tables and pictures; whole for PDF, cut down to
//! the characters in use for the page.
//!
//! A face for the page keeps its glyph numbers, so that its kerning and ligatures stay as they were drawn: glyphs that
//! are not used are emptied, the character map is written anew, and the tables are compressed as WOFF 1.0 (W3C
//! recommendation of 13 December 2012). A face of 200 to 340 kB becomes one of some 40 kB.

mod cff;

use std::collections::BTreeSet;
use std::io::Write;

use ttf_parser::gsub::SubstitutionSubtable;
use ttf_parser::{Face, GlyphId};

/// A face that documents use.
#[derive(Clone, Copy, Debug)]
pub struct FaceFile {
    /// The family's name.
    pub family: &'static str,
    /// Weight, 100 to 900.
    pub weight: u16,
    /// Whether it is an italic.
    pub italic: bool,
    /// The font file.
    pub data: &'static [u8],
}

/// The family of running text.
pub const SERIF: &str = "Libertinus Serif";
/// The family of headings, tables and pictures.
pub const SANS: &str = "Noto Sans";
/// The family of codes; it also holds scripts that the two others lack.
pub const MONO: &str = "DejaVu Sans Mono";

/// Every face, in a fixed order.
#[must_use]
pub fn faces() -> Vec<FaceFile> {
    let sans = |weight, italic, data| FaceFile { family: SANS, weight, italic, data };
    let mut faces = vec![
        sans(400, false, notosans::REGULAR_TTF),
        sans(400, true, notosans::ITALIC_TTF),
        sans(700, false, notosans::BOLD_TTF),
        sans(700, true, notosans::BOLD_ITALIC_TTF),
    ];
    for data in typst_assets::fonts() {
        let Ok(face) = Face::parse(data, 0) else { continue };
        let name = face.names().into_iter().find(|n| n.name_id == 16 && n.is_unicode());
        let name = name.or_else(|| face.names().into_iter().find(|n| n.name_id == 1 && n.is_unicode()));
        let Some(name) = name.and_then(|n| n.to_string()) else { continue };
        if let Some(family) = [SERIF, MONO].into_iter().find(|family| name == *family) {
            faces.push(FaceFile {
                family,
                weight: face.weight().to_number(),
                italic: face.is_italic(),
                data,
            });
        }
    }
    faces
}

/// A face with nothing but the glyphs that `chars` need, as WOFF. `None` where the font file cannot be read.
#[must_use]
pub fn web_face(data: &[u8], chars: &BTreeSet<char>) -> Option<Vec<u8>> {
    let face = Face::parse(data, 0).ok()?;
    let mapped: Vec<(u16, u16)> = chars
        .iter()
        .filter_map(|&c| Some((u16::try_from(u32::from(c)).ok()?, face.glyph_index(c)?.0)))
        .collect();
    let mut kept: BTreeSet<u16> = mapped.iter().map(|&(_, glyph)| glyph).collect();
    kept.insert(0);
    substituted(&face, &mut kept);

    let raw = face.raw_face();
    let count = usize::from(face.number_of_glyphs());
    let mut tables: Vec<([u8; 4], Vec<u8>)> = Vec::new();
    let table = |tag: &[u8; 4]| raw.table(ttf_parser::Tag::from_bytes(tag));
    let outlines = match (table(b"glyf"), table(b"loca"), table(b"head")) {
        (Some(glyf), Some(loca), Some(head)) => {
            let long = *head.get(51)? == 1;
            parts(glyf, loca, long, count, &mut kept)?
        }
        _ => Vec::new(),
    };
    for record in raw.table_records {
        let tag = record.tag.to_bytes();
        let Some(original) = table(&tag) else { continue };
        let content = match &tag {
            b"cmap" => cmap(&mapped),
            b"CFF " => cff::emptied(original, &kept)?,
            b"hmtx" => advances(original, be16(table(b"hhea")?, 34)?, &kept),
            b"glyf" => outlines.iter().flatten().copied().collect(),
            b"loca" => offsets(&outlines),
            b"head" => {
                // The rebuilt `loca` is always long.
                let mut head = original.to_vec();
                if table(b"loca").is_some() {
                    *head.get_mut(51)? = 1;
                }
                head
            }
            // Bitmaps' smoothing, signatures and vendor tables do nothing on a page.
            b"gasp" | b"DSIG" | b"FFTM" => continue,
            _ => original.to_vec(),
        };
        tables.push((tag, content));
    }
    woff(data.get(..4)?, tables)
}

/// Adds the glyphs into which the features that browsers apply by themselves turn those kept.
fn substituted(face: &Face<'_>, kept: &mut BTreeSet<u16>) {
    let Some(table) = face.tables().gsub else { return };
    const ALWAYS: [&[u8; 4]; 7] = [b"ccmp", b"locl", b"liga", b"clig", b"calt", b"rlig", b"rclt"];
    let mut named = BTreeSet::new();
    let mut active = BTreeSet::new();
    for feature in table.features {
        let always = ALWAYS.iter().any(|tag| feature.tag.to_bytes() == **tag);
        for lookup in feature.lookup_indices {
            named.insert(lookup);
            if always {
                active.insert(lookup);
            }
        }
    }
    // A lookup of no feature is called by another from its context.
    active.extend((0..table.lookups.len()).filter(|index| !named.contains(index)));
    loop {
        let before = kept.len();
        for lookup in active.iter().filter_map(|&index| table.lookups.get(index)) {
            for subtable in lookup.subtables.into_iter::<SubstitutionSubtable<'_>>() {
                let found: Vec<u16> =
                    kept.iter().flat_map(|&glyph| results(&subtable, GlyphId(glyph), kept)).collect();
                kept.extend(found);
            }
        }
        if kept.len() == before {
            return;
        }
    }
}

fn results(subtable: &SubstitutionSubtable<'_>, glyph: GlyphId, kept: &BTreeSet<u16>) -> Vec<u16> {
    let Some(index) = subtable.coverage().get(glyph) else { return Vec::new() };
    match subtable {
        SubstitutionSubtable::Single(ttf_parser::gsub::SingleSubstitution::Format1 { delta, .. }) => {
            vec![glyph.0.wrapping_add_signed(*delta)]
        }
        SubstitutionSubtable::Single(ttf_parser::gsub::SingleSubstitution::Format2 {
            substitutes, ..
        }) => substitutes.get(index).map(|g| g.0).into_iter().collect(),
        SubstitutionSubtable::Multiple(multiple) => multiple
            .sequences
            .get(index)
            .map(|sequence| sequence.substitutes.into_iter().map(|g| g.0).collect())
            .unwrap_or_default(),
        SubstitutionSubtable::Ligature(ligatures) => ligatures
            .ligature_sets
            .get(index)
            .into_iter()
            .flatten()
            .filter(|ligature| ligature.components.into_iter().all(|g| kept.contains(&g.0)))
            .map(|ligature| ligature.glyph.0)
            .collect(),
        _ => Vec::new(),
    }
}

/// The outlines of a TrueType face, empty for glyphs not kept; parts of composite glyphs are kept with them.
fn parts(
    glyf: &[u8],
    loca: &[u8],
    long: bool,
    count: usize,
    kept: &mut BTreeSet<u16>,
) -> Option<Vec<Vec<u8>>> {
    let offset = |index: usize| -> Option<usize> {
        if long {
            Some(be32(loca, index * 4)? as usize)
        } else {
            Some(usize::from(be16(loca, index * 2)?) * 2)
        }
    };
    let outline = |glyph: usize| glyf.get(offset(glyph)?..offset(glyph + 1)?);
    let mut queue: Vec<u16> = kept.iter().copied().collect();
    while let Some(glyph) = queue.pop() {
        for part in components(outline(usize::from(glyph))?) {
            if kept.insert(part) {
                queue.push(part);
            }
        }
    }
    (0..count)
        .map(|glyph| {
            let wanted = u16::try_from(glyph).is_ok_and(|g| kept.contains(&g));
            let mut bytes = if wanted { outline(glyph)?.to_vec() } else { Vec::new() };
            bytes.resize(bytes.len().next_multiple_of(4), 0);
            Some(bytes)
        })
        .collect()
}

/// The parts of a composite glyph (OpenType 1.9, `glyf`).
fn components(outline: &[u8]) -> Vec<u16> {
    let mut out = Vec::new();
    if be16(outline, 0).is_none_or(|contours| contours < 0x8000) {
        return out;
    }
    let mut at = 10;
    while let (Some(flags), Some(glyph)) = (be16(outline, at), be16(outline, at + 2)) {
        out.push(glyph);
        at += 4 + if flags & 0x0001 != 0 { 4 } else { 2 };
        at += match flags {
            f if f & 0x0008 != 0 => 2,
            f if f & 0x0040 != 0 => 4,
            f if f & 0x0080 != 0 => 8,
            _ => 0,
        };
        if flags & 0x0020 == 0 {
            break;
        }
    }
    out
}

/// The advances, nought for glyphs not kept so that they take no room.
fn advances(hmtx: &[u8], metrics: u16, kept: &BTreeSet<u16>) -> Vec<u8> {
    let mut out = hmtx.to_vec();
    // The last metric is that of every glyph after it.
    for glyph in (0..metrics.saturating_sub(1)).filter(|glyph| !kept.contains(glyph)) {
        if let Some(metric) = out.get_mut(usize::from(glyph) * 4..usize::from(glyph) * 4 + 4) {
            metric.fill(0);
        }
    }
    out
}

fn offsets(outlines: &[Vec<u8>]) -> Vec<u8> {
    let mut at = 0_u32;
    let mut out = at.to_be_bytes().to_vec();
    for outline in outlines {
        at += outline.len() as u32;
        out.extend(at.to_be_bytes());
    }
    out
}

/// A character map of format 4 for characters of the basic plane, ascending.
fn cmap(mapped: &[(u16, u16)]) -> Vec<u8> {
    let mut runs: Vec<(u16, u16, u16)> = Vec::new();
    for &(c, glyph) in mapped.iter().filter(|(c, _)| *c != 0xffff) {
        match runs.last_mut() {
            Some((first, last, start)) if *last + 1 == c && *start + (c - *first) == glyph => *last = c,
            _ => runs.push((c, c, glyph)),
        }
    }
    let mut ends = Vec::new();
    let mut starts = Vec::new();
    let mut deltas = Vec::new();
    for (first, last, glyph) in &runs {
        ends.extend(last.to_be_bytes());
        starts.extend(first.to_be_bytes());
        deltas.extend(glyph.wrapping_sub(*first).to_be_bytes());
    }
    ends.extend([0xff, 0xff]);
    starts.extend([0xff, 0xff]);
    deltas.extend([0, 1]);
    let segments = (runs.len() + 1) as u16;
    let power = u16::BITS - 1 - segments.leading_zeros();
    let range = 2 << power;
    let length = 16 + 8 * segments;
    let mut out = vec![0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12];
    for field in [4, length, 0, segments * 2, range, power as u16, segments * 2 - range] {
        out.extend(field.to_be_bytes());
    }
    out.extend(ends);
    out.extend([0, 0]);
    out.extend(starts);
    out.extend(deltas);
    out.resize(out.len() + 2 * usize::from(segments), 0);
    out
}

fn woff(flavour: &[u8], tables: Vec<([u8; 4], Vec<u8>)>) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    let mut at = 44 + 20 * tables.len();
    let mut directory = Vec::new();
    let mut body = Vec::new();
    let mut total = 12 + 16 * tables.len();
    for (tag, content) in tables {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::new(8));
        encoder.write_all(&content).ok()?;
        let packed = encoder.finish().ok()?;
        let stored = if packed.len() < content.len() { &packed } else { &content };
        directory.extend(tag);
        for field in [at as u32, stored.len() as u32, content.len() as u32, checksum(&content)] {
            directory.extend(field.to_be_bytes());
        }
        body.extend(stored);
        body.resize(body.len().next_multiple_of(4), 0);
        at = 44 + 20 * usize::from(count) + body.len();
        total += content.len().next_multiple_of(4);
    }
    let mut out = b"wOFF".to_vec();
    out.extend(flavour);
    out.extend((at as u32).to_be_bytes());
    out.extend(count.to_be_bytes());
    out.extend([0; 2]);
    out.extend((total as u32).to_be_bytes());
    out.extend([0, 1, 0, 0]);
    out.extend([0; 20]);
    out.extend(directory);
    out.extend(body);
    Some(out)
}

fn checksum(table: &[u8]) -> u32 {
    table.chunks(4).fold(0_u32, |sum, chunk| {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

fn be16(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

fn be32(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_faces_of_the_page_are_small_and_readable() {
        let chars: BTreeSet<char> = (' '..='~').chain("áéíóúüñÁÉÍÓÚÜÑ¿¡«»“”–—−≥×".chars()).collect();
        let mut total = 0;
        for face in faces().iter().filter(|face| face.family != MONO) {
            let woff = web_face(face.data, &chars).unwrap();
            assert_eq!(&woff[..4], b"wOFF");
            assert_eq!(be32(&woff, 8), Some(woff.len() as u32));
            assert!(woff.len() < 60_000, "{} {} is {} bytes", face.family, face.weight, woff.len());
            total += woff.len();
        }
        assert!(total > 100_000, "{total}");
        assert!(faces().iter().any(|f| f.family == SERIF && f.weight == 600 && !f.italic));
        assert!(faces().iter().any(|f| f.family == MONO));
    }

    #[test]
    fn the_character_map_finds_what_it_holds() {
        let mapped = [(32, 3), (65, 36), (66, 37), (67, 50), (0xe1, 100)];
        let table = cmap(&mapped);
        let subtable = ttf_parser::cmap::Table::parse(&table).unwrap().subtables.get(0).unwrap();
        for (c, glyph) in mapped {
            assert_eq!(subtable.glyph_index(u32::from(c)), Some(GlyphId(glyph)));
        }
        assert_eq!(subtable.glyph_index(68), None);
    }

    #[test]
    fn a_file_that_is_no_font_is_refused() {
        assert!(web_face(b"no font at all", &BTreeSet::new()).is_none());
    }
}
