//! The mathematics of strategic foresight: plain arrays in, plain structs out.

pub mod abacus;
pub mod aggregate;
pub mod agreement;
pub mod axes;
pub mod bet;
pub mod cone;
pub mod consensus;
pub mod control;
pub mod descriptive;
mod distribution;
pub mod effect;
pub mod foda;
pub mod forecast;
pub mod igo;
pub mod mactor;
pub mod matrix;
pub mod mds;
pub mod micmac;
pub mod multipol;
pub mod opportunity;
pub mod random;
pub mod rank;
pub mod resample;
pub mod stability;
pub mod torgerson;
pub mod tree;
pub mod trend;
