//! The PDF: the document set by typst, tagged (PDF/UA-1), with outline, metadata and embedded typefaces.
//!
//! The world that typst sees holds one source, the pictures and our typefaces: no network, no packages, no clock.

pub(crate) mod flow;
mod source;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use atalaya_words::Words;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::doc::Document;
use crate::fonts;
use crate::resolve::{DocumentError, Labels};

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A mistake in the document's structure.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The typesetter refused the document: a fault of this program.
    #[error("the document could not be set: {0}")]
    Typeset(String),
}

/// A PDF.
#[derive(Clone, Debug)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Whether it conforms to PDF/UA-1. It is tagged in any case; a character that no embedded typeface has can keep it
    /// from conforming.
    pub accessible: bool,
}

/// The document as PDF, equal byte by byte on every run.
///
/// # Errors
/// A mistake in the document's structure, or a fault of the template.
pub fn pdf(document: &Document, words: &Words) -> Result<Pdf, PdfError> {
    let labels = Labels::of(document, words)?;
    let written = source::write(document, words, &labels);
    let world = Desk::new(written.text, written.files);
    let set = typst::compile::<PagedDocument>(&world).output.map_err(|errors| told(&errors))?;
    // The typesetter remembers what it set; the export needs none of it, and a server would keep every report for ever.
    typst::comemo::evict(0);
    let export = |standards: &[PdfStandard]| {
        let standards =
            PdfStandards::new(standards).map_err(|error| PdfError::Typeset(error.message().to_string()))?;
        let options =
            PdfOptions { creator: Smart::Custom(Some("Atalaya".into())), standards, ..PdfOptions::default() };
        typst_pdf::pdf(&set, &options).map_err(|errors| told(&errors))
    };
    let pages = set.pages().len();
    let out = match export(&[PdfStandard::Ua_1]) {
        Ok(bytes) => Pdf { bytes, pages, accessible: true },
        Err(_) => Pdf { bytes: export(&[])?, pages, accessible: false },
    };
    typst::comemo::evict(0);
    Ok(out)
}

fn told(errors: &[SourceDiagnostic]) -> PdfError {
    let lines: Vec<String> = errors
        .iter()
        .map(|error| {
            let hints: String = error.hints.iter().map(|hint| format!(" ({})", hint.v)).collect();
            format!("{}{hints}", error.message)
        })
        .collect();
    PdfError::Typeset(lines.join("; "))
}

struct Type {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    library: LazyHash<Library>,
}

/// Typefaces and library, read once a process.
fn shared() -> &'static Type {
    static SHARED: OnceLock<Type> = OnceLock::new();
    SHARED.get_or_init(|| {
        let fonts: Vec<Font> =
            fonts::faces().iter().flat_map(|face| Font::iter(Bytes::new(face.data))).collect();
        Type {
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            library: LazyHash::new(Library::default()),
        }
    })
}

/// The typesetter's desk: one source and its pictures.
struct Desk {
    main: Source,
    files: BTreeMap<String, Bytes>,
}

impl Desk {
    fn new(text: String, files: BTreeMap<String, String>) -> Self {
        let files = files.into_iter().map(|(path, svg)| (path, Bytes::from_string(svg))).collect();
        Self { main: Source::new(file("/report.typ"), text), files }
    }
}

fn file(path: &str) -> FileId {
    // The root itself stands for a path that cannot be one; ours are fixed.
    let path = VirtualPath::new(path).or_else(|_| VirtualPath::new("/"));
    match path {
        Ok(path) => FileId::new(RootedPath::new(VirtualRoot::Project, path)),
        Err(_) => unreachable!("the root is a path"),
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &shared().library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &shared().book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get().vpath().get_with_slash();
        self.files.get(path).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        shared().fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
