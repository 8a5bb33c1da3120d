//! A study by what it is: a folder, an archive or a workbook.

use std::{fs, path::Path};

use atalaya_model::{Code, Diagnostic, Place, Severity, Study, study::Loaded};

use crate::{archive, folder, print::Layout, read, save, tree::unreadable, workbook};

/// What a path holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A study folder.
    Folder,
    /// An archive (`.zip`).
    Archive,
    /// A workbook (`.xlsx`).
    Workbook,
}

impl Shape {
    /// The shape that a path to be written asks for, by its extension; a folder where it has none of them.
    #[must_use]
    pub fn of_name(path: &Path) -> Self {
        match path.extension().and_then(|e| e.to_str()).map(str::to_lowercase).as_deref() {
            Some("zip") => Self::Archive,
            Some("xlsx") => Self::Workbook,
            _ => Self::Folder,
        }
    }

    /// The shape of what stands at a path: a folder is a folder; a workbook is a zip that lists its content types.
    ///
    /// # Errors
    /// [`Code::Unreadable`] where nothing stands there, [`Code::BadArchive`] where it is none of the three.
    pub fn of(path: &Path) -> Result<Self, Diagnostic> {
        let place = Place::file(&path.display().to_string());
        if fs::metadata(path).map_err(|e| unreadable(place.clone(), &e))?.is_dir() {
            return Ok(Self::Folder);
        }
        match Self::of_name(path) {
            Self::Folder if path.file_name().is_some_and(|name| name == read::FRAME) => Ok(Self::Folder),
            Self::Folder => Err(Diagnostic::new(Code::BadArchive, place).with("reason", "not-a-study")),
            shape => Ok(shape),
        }
    }
}

/// Opens the study at `path`: a folder (or its `study.toml`), an archive or a workbook. What cannot be read is reported.
#[must_use]
pub fn open(path: &Path) -> Loaded<Study> {
    match Shape::of(path) {
        Ok(Shape::Folder) if path.is_file() => folder::read(folder_of(path)),
        Ok(Shape::Folder) => folder::read(path),
        Ok(Shape::Archive) => archive::read(path),
        Ok(Shape::Workbook) => workbook::read(path),
        Err(diagnostic) => Loaded { diagnostics: vec![diagnostic], ..Loaded::default() },
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// What stands at `path` besides the study: readmes, licences, history.
#[must_use]
pub fn layout(path: &Path) -> Layout {
    match Shape::of(path) {
        Ok(Shape::Folder) if path.is_file() => folder::layout(folder_of(path)),
        Ok(Shape::Folder) => folder::layout(path),
        Ok(Shape::Archive) => archive::tree(path).map(|tree| read::layout(&tree)).unwrap_or_default(),
        Ok(Shape::Workbook) | Err(_) => Layout::default(),
    }
}

/// Writes a study as what the name of `path` asks for; a workbook has its sheets and headers in `lang`.
///
/// # Errors
/// [`Code::NotWritable`].
pub fn save_as<'a>(
    study: &Study,
    path: &Path,
    layout: &Layout,
    spoken: impl Into<workbook::Spoken<'a>>,
) -> Result<(), Diagnostic> {
    match Shape::of_name(path) {
        Shape::Folder => folder::write(study, path, layout),
        Shape::Archive => archive::write(study, path, layout),
        Shape::Workbook => workbook::write(study, path, spoken),
    }
}

/// Converts between folder, archive and workbook, by what stands at `from` and the name of `to`. An archive or workbook
/// at `to` is replaced, a folder never is. Returns what was said of the input.
///
/// # Errors
/// Everything said of the input where something of it cannot be read, so that nothing is lost on the way;
/// [`Code::NotWritable`] where the output cannot be written.
pub fn convert<'a>(
    from: &Path,
    to: &Path,
    spoken: impl Into<workbook::Spoken<'a>>,
) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
    let loaded = open(from);
    if loaded.diagnostics.iter().any(|d| d.severity() == Severity::Error) {
        return Err(loaded.diagnostics);
    }
    save_as(&loaded.value, to, &layout(from), spoken).map_err(|diagnostic| vec![diagnostic])?;
    Ok(loaded.diagnostics)
}

/// Creates the folder of outputs and everything above it; see [`save::file`] for the files in it.
///
/// # Errors
/// [`Code::NotWritable`].
pub fn create_folder(path: &Path) -> Result<(), Diagnostic> {
    let existing = path.ancestors().find(|p| p.exists() || p.as_os_str().is_empty());
    let existing = existing.filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    save::writable(existing)?;
    fs::create_dir_all(path).map_err(|e| save::refused(path, crate::tree::reason(&e)))
}
