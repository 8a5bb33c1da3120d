//! One function a stage: `run` gives its point findings, `resample` adds the stability to the panel's composition.

pub mod frame;
