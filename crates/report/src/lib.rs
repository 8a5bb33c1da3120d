//! Findings and charts to documents: HTML, PDF, Word, tables and figures.
//!
//! [`doc`] is the one document model; [`resolve`] numbers it and finds its mistakes; the back ends [`html`], [`pdf`], [`mod@docx`],
//! [`tables`] and [`mod@workbook`] print it; [`mod@write`] puts the files into a folder.

pub mod chapters;
mod cover;
pub mod doc;
pub mod docx;
pub mod fonts;
pub mod html;
mod measure;
pub mod pdf;
pub mod raster;
pub mod resolve;
pub mod rich;
mod svg;
pub mod tables;
pub mod workbook;
pub mod write;
