//! The integration tests of the crate, in one binary.

mod at_once;
mod bad_input;
mod carriers;
mod frozen;
mod hostile;
mod readers;
mod reading;
mod renaming;
mod round_trip;
mod single;
mod support;
