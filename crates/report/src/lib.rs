//! Findings and charts to documents: HTML, PDF, tables and figures.
//!
//! [`doc`] is the one document model; [`resolve`] numbers it and finds its mistakes; the back ends [`html`], [`pdf`] and
//! [`tables`] print it; [`mod@write`] puts the files into a folder.

pub mod chapters;
mod cover;
pub mod doc;
pub mod fonts;
pub mod html;
mod measure;
pub mod pdf;
pub mod resolve;
pub mod rich;
mod svg;
pub mod tables;
pub mod write;
