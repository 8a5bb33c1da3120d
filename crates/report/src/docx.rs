//! The document as a Word file (Office Open XML, ECMA-376, transitional): what a ministry approves by resolution and
//! goes on editing.
//!
//! Everything that Word can keep up to date is a field or a numbering of Word's own: numbers of chapters and annexes,
//! captions, contents, lists of tables and figures, cross references. So a chapter can be moved and a style changed, and
//! the document stays right. Written part by part, since no library writes header rows that repeat, descriptions of
//! pictures, or the language of a text.

mod body;
mod parts;
mod styles;
mod xml;

use std::io::{self, Cursor, Write};

use atalaya_words::Words;
use rayon::prelude::*;
use zip::write::SimpleFileOptions;

use crate::doc::Document;
use crate::measure;
use crate::raster::{self, RasterError};
use crate::resolve::{DocumentError, Labels};
use body::Picture;

/// The resolution of pictures, in dots per inch.
const DOTS_PER_INCH: f64 = 300.0;

/// Why there is no Word file.
#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// A mistake in the document's structure.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// A picture could not be drawn.
    #[error("figure \"{0}\": {1}")]
    Picture(String, RasterError),
    /// The parts could not be packed.
    #[error(transparent)]
    Pack(#[from] zip::result::ZipError),
    /// The parts could not be written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// The document as a Word file, equal byte by byte on every run.
///
/// # Errors
/// A mistake in the document's structure, or a picture that cannot be drawn.
pub fn docx(document: &Document, words: &Words) -> Result<Vec<u8>, DocxError> {
    let labels = Labels::of(document, words)?;
    let written = body::write(document, words, &labels);
    let pictures = written.pictures.par_iter().map(drawn).collect::<Result<Vec<_>, _>>()?;
    let mut files: Vec<(String, Vec<u8>)> =
        parts::parts(document, words, &written).into_iter().map(|(n, t)| (n, t.into_bytes())).collect();
    for (picture, bytes) in written.pictures.iter().zip(pictures) {
        files.push((format!("word/{}", picture.file), bytes));
    }
    pack(&files)
}

fn drawn(picture: &Picture<'_>) -> Result<Vec<u8>, DocxError> {
    let pixels = (measure::MEASURE[0] / 72.0 * DOTS_PER_INCH).round() as u32;
    raster::png(&picture.svg, pixels, DOTS_PER_INCH)
        .map_err(|error| DocxError::Picture(picture.name.to_owned(), error))
}

fn pack(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, DocxError> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        // Pictures are packed already.
        let method = match name.ends_with(".png") {
            true => zip::CompressionMethod::Stored,
            false => zip::CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(zip::DateTime::default());
        archive.start_file(name.as_str(), options)?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
}
