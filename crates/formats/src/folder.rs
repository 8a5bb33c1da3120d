//! The study folder on disk.

use std::path::Path;

use atalaya_model::{Study, study::Loaded};

use crate::{read, tree::Tree};

/// Reads the study folder at `path`. What cannot be read is reported, and the rest still opens.
#[must_use]
pub fn read(path: &Path) -> Loaded<Study> {
    match Tree::list(path) {
        Ok(tree) => read::study(&tree),
        Err(diagnostic) => Loaded { diagnostics: vec![diagnostic], ..Loaded::default() },
    }
}
