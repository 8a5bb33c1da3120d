//! The integration tests of the crate, in one binary. Most run on both engines.

#![allow(clippy::unwrap_used, reason = "helpers of tests panic as tests do")]

mod postgres;
#[macro_use]
mod support;

mod access;
mod backup;
mod durable;
mod merging;
mod people;
mod saving;
mod schema;
mod studies;
