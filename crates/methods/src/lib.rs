//! The mathematics of strategic foresight: plain arrays in, plain structs out.
