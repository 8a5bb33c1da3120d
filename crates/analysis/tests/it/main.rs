//! Findings of whole studies: the same bytes whatever runs them, and the statements that hold of every study.

mod determinism;
mod example;
mod slice;
mod support;
