//! Answers to findings: the panel, one module a method, one function a stage.
//!
//! Everything here is a pure function of the study: no clock, no network, no randomness but the study's seed. [`point`]
//! gives the findings without resampling, [`resample`] adds the stability to the panel's composition, and [`analyse`]
//! is both.

pub mod canonical;
pub mod context;
pub mod findings;
pub mod item;
pub mod panel;
pub mod settings;
pub mod stages;
