//! The mathematics of strategic foresight: plain arrays in, plain structs out.

pub mod descriptive;
mod distribution;
mod near;
