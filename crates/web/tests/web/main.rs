//! The workbench as people, browsers and strangers meet it.

#![allow(clippy::unwrap_used, reason = "helpers of tests panic as tests do")]

mod boards;
mod browser;
mod decide;
mod grid;
mod guarded;
mod hostile;
mod pages;
mod path;
mod room;
mod support;
mod together;
