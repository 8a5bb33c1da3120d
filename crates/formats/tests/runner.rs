//! The integration tests of the crate, in one binary.

mod bad_input;
mod reading;
mod support;
