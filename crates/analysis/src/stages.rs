//! One function a stage: `run` gives its point findings, `resample` adds the stability to the panel's composition.

pub mod act;
pub mod choose;
pub mod consult;
pub mod decisions;
pub mod explore;
pub mod frame;
pub mod scan;
pub mod structure;
pub mod watch;

#[cfg(test)]
pub(crate) mod fixture;
