//! The documents as a reader gets them.

#![allow(clippy::unwrap_used, reason = "helpers of tests panic as tests do")]

mod chapters;
mod docx;
mod example;
mod fixture;
mod golden;
mod handed;
mod hostile;
mod html;
mod office;
mod pdf;
mod profiles;
mod structure;
mod workbook;
mod write;
