//! Files on disk: everything is made in memory, written under temporary names and renamed at the end, so that a folder
//! never holds half a report.

use std::io;
use std::path::{Path, PathBuf};

use atalaya_words::Words;

use rayon::prelude::*;

use crate::doc::{Document, Figure};
use crate::docx::DocxError;
use crate::pdf::PdfError;
use crate::resolve::{DocumentError, Labels};
use crate::workbook::WorkbookError;
use crate::{docx, html, pdf, raster, tables, workbook};

/// What is written: the report, its questionnaires by the ids of their rounds, and its findings.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The document.
    pub document: &'a Document,
    /// The questionnaires, written with the Word file.
    pub questionnaires: &'a [(String, Document)],
    /// The findings, as JSON.
    pub findings: &'a str,
}

/// What to write. Figures and tables come with any of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Formats {
    /// `report.html`.
    pub html: bool,
    /// `report.pdf`.
    pub pdf: bool,
    /// `report.docx`.
    pub docx: bool,
    /// `tables.xlsx`.
    pub xlsx: bool,
    /// `findings.json`.
    pub json: bool,
    /// `slides/FIGURE.svg` and `.png`, for figures that were drawn for slides; numbered where one needs several.
    pub slides: bool,
}

impl Default for Formats {
    fn default() -> Self {
        Self { html: true, pdf: true, docx: true, xlsx: true, json: true, slides: false }
    }
}

/// How far the writing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The page is being made.
    Html,
    /// The PDF is being set.
    Pdf,
    /// The Word file is being made.
    Docx,
    /// The workbook is being made.
    Xlsx,
    /// The slides are being drawn.
    Slides,
    /// Files are being written.
    Files,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A mistake in the document's structure.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The PDF could not be made.
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// The Word file could not be made.
    #[error(transparent)]
    Docx(#[from] DocxError),
    /// The workbook could not be made.
    #[error(transparent)]
    Workbook(#[from] WorkbookError),
    /// The target exists and is no folder.
    #[error("{} is not a folder", .0.display())]
    NotAFolder(PathBuf),
    /// The target may not be written to.
    #[error("{} may not be written to", .0.display())]
    ReadOnly(PathBuf),
    /// Anything else that the system says.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// Writes a document with its figures and tables, and the findings, to a folder, which is made where it is missing.
/// Returns the files in order.
///
/// # Errors
/// A mistake in the document, or a folder that cannot be written; then no file of the report is left half-written.
pub fn write(
    report: Report<'_>,
    words: &Words,
    formats: Formats,
    out: &Path,
    progress: &mut dyn FnMut(Step),
) -> Result<Vec<PathBuf>, WriteError> {
    let Report { document, questionnaires, findings } = report;
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    if formats.html {
        progress(Step::Html);
        files.push((out.join("report.html"), html::html(document, words)?.into_bytes()));
    }
    if formats.docx {
        progress(Step::Docx);
        files.push((out.join("report.docx"), docx::docx(document, words)?));
        for (round, questionnaire) in questionnaires {
            let path = out.join("questionnaires").join(format!("{round}.docx"));
            files.push((path, docx::docx(questionnaire, words)?));
        }
    }
    if formats.xlsx {
        progress(Step::Xlsx);
        files.push((out.join("tables.xlsx"), workbook::workbook(document, words)?));
    }
    if formats.json {
        files.push((out.join("findings.json"), findings.as_bytes().to_vec()));
    }
    if formats.slides {
        progress(Step::Slides);
        files.extend(slides(document, &out.join("slides"))?);
    }
    // Last, since it takes the most room: what the others leave is used again.
    if formats.pdf {
        progress(Step::Pdf);
        files.push((out.join("report.pdf"), pdf::pdf(document, words)?.bytes));
    }
    let labels = Labels::of(document, words)?;
    for figure in document.figures() {
        let path = out.join("figures").join(format!("{}.svg", figure.id));
        files.push((path, figure.svg().into_bytes()));
    }
    for table in document.tables() {
        let path = out.join("tables").join(format!("{}.csv", table.id));
        files.push((path, tables::csv(table, &labels, words).into_bytes()));
    }
    progress(Step::Files);
    store(out, &files)
}

/// The figures drawn for slides: as vectors, and as pixels of a projector.
fn slides(document: &Document, folder: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>, WriteError> {
    let named = |figure: &'_ Figure| -> Vec<(String, String)> {
        let several = figure.slides.len() > 1;
        let name = |at: usize| if several { format!("{}-{}", figure.id, at + 1) } else { figure.id.clone() };
        figure.slides.iter().enumerate().map(|(at, slide)| (name(at), slide.clone())).collect()
    };
    let all: Vec<(String, String)> = document.figures().into_iter().flat_map(named).collect();
    let drawn = |(name, slide): (String, String)| {
        let pixels = raster::png(&slide, SLIDE_PIXELS, 96.0)
            .map_err(|error| WriteError::Docx(DocxError::Picture(name.clone(), error)))?;
        let vectors = (folder.join(format!("{name}.svg")), format!("{slide}\n").into_bytes());
        Ok::<_, WriteError>([vectors, (folder.join(format!("{name}.png")), pixels)])
    };
    let pairs = all.into_par_iter().map(drawn).collect::<Result<Vec<_>, _>>()?;
    Ok(pairs.into_iter().flatten().collect())
}

/// The width of a slide, in pixels.
const SLIDE_PIXELS: u32 = 1920;

fn store(out: &Path, files: &[(PathBuf, Vec<u8>)]) -> Result<Vec<PathBuf>, WriteError> {
    let mut made = Made::default();
    made.folder(out)?;
    for folder in ["figures", "questionnaires", "slides", "tables"].map(|name| out.join(name)) {
        if files.iter().any(|(path, _)| path.parent() == Some(&folder)) {
            made.folder(&folder)?;
        }
    }
    for (path, content) in files {
        if path.is_dir() {
            return Err(told(path, io::Error::from(io::ErrorKind::IsADirectory)));
        }
        let part = part_of(path);
        made.parts.push(part.clone());
        std::fs::write(&part, content).map_err(|error| told(&part, error))?;
    }
    for (path, _) in files {
        std::fs::rename(part_of(path), path).map_err(|error| told(path, error))?;
    }
    made.keep = true;
    Ok(files.iter().map(|(path, _)| path.clone()).collect())
}

fn part_of(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.part"))
}

fn told(path: &Path, source: io::Error) -> WriteError {
    let folder = || if path.is_dir() { path } else { path.parent().unwrap_or(path) }.to_owned();
    match source.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => WriteError::ReadOnly(folder()),
        io::ErrorKind::NotADirectory => WriteError::NotAFolder(folder()),
        _ => WriteError::Io { path: path.to_owned(), source },
    }
}

/// What was made so far: taken away again unless everything went well.
#[derive(Default)]
struct Made {
    folders: Vec<PathBuf>,
    parts: Vec<PathBuf>,
    keep: bool,
}

impl Made {
    fn folder(&mut self, path: &Path) -> Result<(), WriteError> {
        if path.is_dir() {
            return Ok(());
        }
        if path.exists() {
            return Err(WriteError::NotAFolder(path.to_owned()));
        }
        if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
            self.folder(parent)?;
        }
        std::fs::create_dir(path).map_err(|error| told(path, error))?;
        self.folders.push(path.to_owned());
        Ok(())
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        if self.keep {
            return;
        }
        // What cannot be taken away is left: the error that led here is the news.
        for part in &self.parts {
            let _ = std::fs::remove_file(part);
        }
        for folder in self.folders.iter().rev() {
            let _ = std::fs::remove_dir(folder);
        }
    }
}
