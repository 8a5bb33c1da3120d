//! Files to records and back: the study folder, the archive, the workbook, matrices.
//!
//! What people wrote is read as a value plus diagnostics: what is wrong is said with its file, line and column, and the
//! rest still opens.

pub mod answers;
pub mod archive;
pub mod bib;
pub mod book;
pub mod boxes;
pub mod cib;
pub mod folder;
pub mod grid;
pub mod hash;
pub mod open;
pub mod print;
pub mod read;
pub mod rename;
pub mod save;
pub mod schema;
pub mod sheet;
pub mod single;
pub mod toml_in;
pub mod toml_out;
pub mod tree;
pub mod workbook;

pub use atalaya_model::value;
pub use open::{convert, layout, open, save_as};
pub use rename::rename;

use atalaya_model::{Code, Diagnostic, Study, study::Loaded};

/// Everything that is wrong with a study: what its reader said and what does not hold between its records, in the order
/// of files and lines.
#[must_use]
pub fn check(loaded: &Loaded<Study>) -> Vec<Diagnostic> {
    let mut all = loaded.diagnostics.clone();
    let unread = |d: &Diagnostic| {
        matches!(d.code, Code::NewerFormat | Code::BadArchive | Code::BadWorkbook)
            || (d.code == Code::NoStudy && loaded.places.records.is_empty())
            || (matches!(d.code, Code::Unreadable | Code::NotAFile) && loaded.value == Study::default())
    };
    // Where nothing could be read, that is all there is to say.
    if !all.iter().any(unread) {
        all.extend(atalaya_model::check::check(&loaded.value, &loaded.places, &hash::version));
    }
    all.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
    all
}
