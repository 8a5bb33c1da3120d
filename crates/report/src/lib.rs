//! Findings and charts to documents: HTML, PDF, tables and figures.
//!
//! [`doc`] is the one document model; [`resolve`] numbers it; the back ends print it.

pub mod doc;
pub mod resolve;
pub mod rich;
