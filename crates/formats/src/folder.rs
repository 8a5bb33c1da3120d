//! The study folder on disk.

use std::path::Path;

use atalaya_model::{Diagnostic, Study, study::Loaded};

use crate::{print, print::Layout, read, save, tree::Tree};

/// Reads the study folder at `path`. What cannot be read is reported, and the rest still opens.
#[must_use]
pub fn read(path: &Path) -> Loaded<Study> {
    match Tree::list(path) {
        Ok(tree) => read::study(&tree),
        Err(diagnostic) => Loaded { diagnostics: vec![diagnostic], ..Loaded::default() },
    }
}

/// What the folder at `path` holds besides the study: readmes, licences, history, files that nothing reads.
#[must_use]
pub fn layout(path: &Path) -> Layout {
    Tree::list(path).map(|tree| read::layout(&tree)).unwrap_or_default()
}

/// Writes a study as a folder that does not exist yet. It is written beside its place first and then renamed, so that it
/// is never half there.
///
/// # Errors
/// [`Code::NotWritable`](atalaya_model::Code::NotWritable), also where something stands there already.
pub fn write(study: &Study, path: &Path, layout: &Layout) -> Result<(), Diagnostic> {
    save::folder(path, &print::study(study, layout))
}
