//! Findings and charts to documents: HTML, PDF, Word, tables and figures.
//!
//! [`doc`] is the one document model; [`mod@profile`] picks from it what a kind of reader is handed; [`resolve`] numbers it and finds its mistakes; the back ends [`html`], [`pdf`], [`mod@docx`],
//! [`tables`] and [`mod@workbook`] print it; [`mod@write`] puts the files into a folder.

pub mod chapters;
mod cover;
pub mod doc;
pub mod docx;
pub mod fonts;
pub mod html;
mod measure;
pub mod pdf;
pub mod profile;
pub mod raster;
pub mod resolve;
pub mod rests;
pub mod rich;
pub mod said;
mod svg;
pub mod tables;
pub mod workbook;
pub mod write;
