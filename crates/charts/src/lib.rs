//! The charts of foresight as SVG: one picture code for page, PDF and command line.
