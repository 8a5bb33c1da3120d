//! The workbench as people, browsers and strangers meet it.

#![allow(clippy::unwrap_used, reason = "helpers of tests panic as tests do")]

mod api;
mod blank;
mod boards;
mod brought;
mod browser;
mod coming;
mod decide;
mod grid;
mod guarded;
mod history;
mod hostile;
mod load;
mod pages;
mod parts;
mod path;
#[path = "../../../store/tests/store/postgres.rs"]
mod postgres;
mod room;
mod support;
mod texts;
mod together;
