//! The charts of foresight as SVG: one picture code for page, PDF and command line.
pub mod axis;
pub mod font;
pub mod frame;
pub mod label;
pub mod mark;
pub mod svg;
pub mod theme;
