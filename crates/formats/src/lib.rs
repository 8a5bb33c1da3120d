//! Files to records and back: the study folder, the archive, the workbook, matrices.
//!
//! What people wrote is read as a value plus diagnostics: what is wrong is said with its file, line and column, and the
//! rest still opens.

pub mod answers;
pub mod bib;
pub mod folder;
pub mod grid;
pub mod read;
pub mod schema;
pub mod sheet;
pub mod toml_in;
pub mod tree;
pub mod value;
