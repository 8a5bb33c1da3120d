//! Answers to findings: the panel, one module a method, one function a stage.

pub mod findings;
