//! The mathematics of strategic foresight: plain arrays in, plain structs out.

pub mod control;
pub mod descriptive;
mod distribution;
mod near;
pub mod random;
pub mod rank;
pub mod resample;
