//! The charts of foresight as SVG: one picture code for page, PDF and command line.
pub mod axis;
pub mod board;
pub mod counts;
pub mod figures;
pub mod font;
pub mod frame;
pub mod label;
pub mod mark;
pub mod matrix;
pub mod plan;
pub mod plane;
pub mod rank;
pub mod rows;
pub mod scenarios;
pub mod series;
pub mod svg;
pub mod theme;
