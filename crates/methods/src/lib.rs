//! The mathematics of strategic foresight: plain arrays in, plain structs out.

pub mod aggregate;
pub mod agreement;
pub mod consensus;
pub mod control;
pub mod descriptive;
mod distribution;
pub mod effect;
pub mod random;
pub mod rank;
pub mod resample;
pub mod torgerson;
