//! Findings of whole studies: the same bytes whatever runs them, and the statements that hold of every study.

// A test stops at the first thing that is not as it says.
#![allow(clippy::unwrap_used)]

mod balances;
mod determinism;
mod example;
mod slice;
mod support;
mod toolbox;
