//! Findings and charts to documents: HTML, PDF, tables and figures.
//!
//! [`doc`] is the one document model; [`resolve`] numbers it; the back ends print it.

pub mod chapters;
mod cover;
pub mod doc;
pub mod fonts;
pub mod html;
mod measure;
pub mod pdf;
pub mod resolve;
pub mod rich;
pub mod svg;
