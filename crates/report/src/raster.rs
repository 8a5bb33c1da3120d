//! Pictures as pixels, for programs that show no SVG.
//!
//! Charts are flat colours and letters: an indexed PNG holds them in a third of the room of a true-colour one. The palette
//! holds the colours that the picture names, then those of its surfaces, then a few steps of the soft edges between them:
//! a rare accent stays what it is, and letters take the nearest step.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::fonts::{self, SANS};
use crate::svg;

/// How hard the packing tries, 1 to 9.
const LEVEL: u8 = 6;
/// Most colours of a picture that are not named in it.
const FREE: usize = 48;
/// Most colours that are named; a scale of more is drawn by the nearest.
const NAMED: usize = 192;
/// A run of so many pixels of one colour is a surface and no soft edge.
const SURFACE: u32 = 24;
/// Least distance of the step of a soft edge from every other colour, squared: more steps cost more room than they show.
const STEP: u32 = 30 * 30;

/// Why a picture could not be drawn: a fault of whoever wrote the SVG.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RasterError {
    /// The SVG cannot be read.
    #[error("the picture cannot be read: {0}")]
    Svg(String),
    /// A picture without size, or of more than 16,384 pixels on a side.
    #[error("a picture of {0} x {1} pixels cannot be drawn")]
    Size(u32, u32),
    /// The pixels could not be packed.
    #[error("the picture cannot be packed: {0}")]
    Png(String),
}

/// A picture `width` pixels wide as PNG that says its resolution, on white; the same bytes on every run.
///
/// # Errors
/// An SVG that cannot be read or has no size.
pub fn png(svg: &str, width: u32, dots_per_inch: f64) -> Result<Vec<u8>, RasterError> {
    let options = Options { fontdb: faces(), font_family: SANS.to_owned(), ..Options::default() };
    let tree =
        Tree::from_str(svg::element(svg), &options).map_err(|error| RasterError::Svg(error.to_string()))?;
    let size = tree.size();
    let scale = width as f32 / size.width();
    let height = (size.height() * scale).round() as u32;
    let too_large = width > 16_384 || height > 16_384;
    let pixels = if too_large { None } else { Pixmap::new(width, height) };
    let mut pixels = pixels.ok_or(RasterError::Size(width, height))?;
    pixels.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pack(&pixels, &named(svg), dots_per_inch).map_err(|error| RasterError::Png(error.to_string()))
}

/// The faces of the charts, read once a process.
fn faces() -> Arc<fontdb::Database> {
    static FACES: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    let read = || {
        let mut database = fontdb::Database::new();
        for face in fonts::faces() {
            database.load_font_source(fontdb::Source::Binary(Arc::new(face.data)));
        }
        database.set_sans_serif_family(SANS);
        Arc::new(database)
    };
    Arc::clone(FACES.get_or_init(read))
}

/// The colours that a picture names, `#rrggbb`, the most frequent first.
fn named(svg: &str) -> Vec<[u8; 3]> {
    let mut counts = BTreeMap::<[u8; 3], u32>::new();
    for text in svg.split("=\"#").skip(1) {
        let channel = |at: usize| text.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
        if let (Some(r), Some(g), Some(b)) = (channel(0), channel(2), channel(4))
            && text[6..].starts_with('"')
        {
            *counts.entry([r, g, b]).or_default() += 1;
        }
    }
    let mut colours: Vec<_> = counts.into_iter().collect();
    colours.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    colours.into_iter().take(NAMED).map(|(colour, _)| colour).collect()
}

fn pack(pixels: &Pixmap, named: &[[u8; 3]], dots_per_inch: f64) -> Result<Vec<u8>, png::EncodingError> {
    let (palette, index) = indexed(pixels.data(), named);
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette);
    // Long runs of one index: the quickest levels miss them, the slow ones gain little.
    encoder.set_deflate_compression(png::DeflateCompression::Level(LEVEL));
    // Indices have no gradient that a filter could use.
    encoder.set_filter(png::Filter::NoFilter);
    let per_metre = (dots_per_inch / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: png::Unit::Meter,
    }));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&index)?;
    writer.finish()?;
    Ok(out)
}

/// The palette, three bytes a colour, and the colour of each pixel in it.
fn indexed(rgba: &[u8], named: &[[u8; 3]]) -> (Vec<u8>, Vec<u8>) {
    let (colours, runs) = runs(rgba);
    let mut seen = vec![(false, 0); colours.len()];
    for (code, pixels) in &runs {
        let (surface, count) = &mut seen[*code as usize];
        *surface |= *pixels >= SURFACE;
        *count += pixels;
    }
    let counts: BTreeMap<[u8; 3], (bool, u32)> = colours.iter().copied().zip(seen).collect();
    let palette = palette(&counts, named);
    let nearest = |colour: &[u8; 3]| {
        let near = palette.iter().enumerate().min_by_key(|(_, own)| distance(**own, *colour));
        near.map_or(0, |(at, _)| at as u8)
    };
    let places: Vec<u8> = colours.iter().map(nearest).collect();
    let mut index = Vec::with_capacity(rgba.len() / 4);
    for (code, pixels) in &runs {
        index.resize(index.len() + *pixels as usize, places[*code as usize]);
    }
    (palette.concat(), index)
}

/// The colours in the order of their first pixel, and the runs of one colour: its number there, and how many pixels. Some
/// hundred thousand runs where there are millions of pixels, of some hundred colours.
fn runs(rgba: &[u8]) -> (Vec<[u8; 3]>, Vec<(u32, u32)>) {
    /// Most runs are grounds: as many bytes are compared at once.
    const STRIDE: usize = 64;
    /// Colours met lately, each at its place: the map is asked only for the others.
    const LATELY: usize = 1 << 10;
    let mut lately = vec![([0; 3], u32::MAX); LATELY];
    let mut known = BTreeMap::<[u8; 3], u32>::new();
    let mut colours = Vec::new();
    let mut runs = Vec::new();
    let mut rest = rgba;
    while let Some(&colour) = rest.first_chunk::<4>() {
        let ground = [colour; STRIDE / 4];
        let ground = ground.as_flattened();
        let strides = rest.chunks_exact(STRIDE).take_while(|stride| *stride == ground).count();
        let (_, after) = rest.split_at(strides * STRIDE);
        let more = after.chunks_exact(4).take_while(|pixel| **pixel == colour).count();
        let pixels = strides * STRIDE / 4 + more;
        rest = &rest[pixels * 4..];
        let [red, green, blue, _] = colour;
        let own = [red, green, blue];
        let place = u32::from_le_bytes([red, green, blue, 0]).wrapping_mul(0x9e37_79b1) >> 22;
        let met = &mut lately[place as usize];
        if met.0 != own || met.1 == u32::MAX {
            let code = *known.entry(own).or_insert_with(|| {
                colours.push(own);
                colours.len() as u32 - 1
            });
            *met = (own, code);
        }
        runs.push((met.1, pixels as u32));
    }
    (colours, runs)
}

/// The colours that are kept: those that the picture names, the surfaces, then steps of soft edges, the most frequent
/// first. `counts`: of each colour whether it is a surface, and its pixels.
fn palette(counts: &BTreeMap<[u8; 3], (bool, u32)>, named: &[[u8; 3]]) -> Vec<[u8; 3]> {
    let mut kept = named.to_vec();
    let known: BTreeSet<&[u8; 3]> = named.iter().collect();
    let most = kept.len() + FREE;
    let mut others: Vec<_> = counts.iter().filter(|(colour, _)| !known.contains(colour)).collect();
    others.sort_by(|(a, x), (b, y)| y.cmp(x).then(a.cmp(b)));
    for (colour, (surface, _)) in others {
        if kept.len() == most {
            break;
        }
        if *surface || kept.iter().all(|own| distance(*own, *colour) >= STEP) {
            kept.push(*colour);
        }
    }
    kept
}

fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    a.iter().zip(b).map(|(x, y)| u32::from(x.abs_diff(y)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_the_width_the_resolution_and_the_colours_asked_for() {
        let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="10" height="10" fill="#0d6e6e"/></svg>"##;
        let bytes = png(svg, 200, 300.0).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
        assert_eq!((reader.info().width, reader.info().height), (200, 100));
        assert_eq!(reader.info().pixel_dims.unwrap().xppu, 11_811);
        let palette = reader.info().palette.clone().unwrap();
        let mut pixels = vec![0; 200 * 100];
        reader.next_frame(&mut pixels).unwrap();
        let colour = |index: u8| &palette[usize::from(index) * 3..usize::from(index) * 3 + 3];
        assert_eq!(colour(pixels[0]), [0x0d, 0x6e, 0x6e]);
        assert_eq!(colour(pixels[199]), [255; 3]);
        assert_eq!(bytes, png(svg, 200, 300.0).unwrap());
    }

    #[test]
    fn surfaces_keep_their_colour_where_soft_edges_are_merged() {
        let mut rgba = Vec::new();
        for shade in 0..=255_u8 {
            rgba.extend([shade, shade / 2, 7, 255]);
            rgba.extend([shade, 200, shade / 3, 255]);
        }
        rgba.extend([0xf4, 0xf2, 0xec, 255].repeat(1000));
        let (palette, index) = indexed(&rgba, &[]);
        assert!(palette.len() <= 3 * FREE);
        let last = usize::from(*index.last().unwrap());
        assert_eq!(palette[3 * last..3 * last + 3], [0xf4, 0xf2, 0xec]);
        // Pale grounds lie close together and are not one.
        rgba.extend([0xf7, 0xf4, 0xee, 255].repeat(800));
        let (palette, index) = indexed(&rgba, &[]);
        let last = usize::from(*index.last().unwrap());
        assert_eq!(palette[3 * last..3 * last + 3], [0xf7, 0xf4, 0xee]);
    }

    #[test]
    fn a_rare_colour_that_the_picture_names_survives_many_soft_edges() {
        let mut rgba = Vec::new();
        for shade in 0..=255_u8 {
            rgba.extend([shade, shade, shade / 2, 255].repeat(20));
            rgba.extend([shade, 200, shade / 3, 255].repeat(20));
        }
        let ring = named("<svg><circle stroke=\"#b7791f\" fill=\"none\"/><use href=\"#abcdef0\"/></svg>");
        assert_eq!(ring, [[0xb7, 0x79, 0x1f]]);
        rgba.extend([0xb7, 0x79, 0x1f, 255]);
        let (palette, index) = indexed(&rgba, &ring);
        let last = usize::from(*index.last().unwrap());
        assert_eq!(palette[3 * last..3 * last + 3], [0xb7, 0x79, 0x1f]);
    }

    #[test]
    fn what_is_no_picture_is_an_error() {
        assert!(matches!(png("nothing", 100, 300.0), Err(RasterError::Svg(_))));
        let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"/>"#;
        assert_eq!(png(svg, 40_000, 300.0), Err(RasterError::Size(40_000, 20_000)));
    }
}
