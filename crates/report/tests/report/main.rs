//! The documents as a reader gets them.

mod fixture;
mod html;
mod pdf;
mod structure;
