//! The program as people run it.

#![allow(clippy::unwrap_used, reason = "helpers of tests panic as tests do")]

mod bad_input;
mod generated;
mod journey;
mod page;
mod publish;
mod published;
mod scenarios;
mod served;
mod support;

/// Help, explanations, usage errors and the methods on files: what is printed, word for word. After a change that was
/// meant, `TRYCMD=overwrite cargo test -p atalaya-cli` writes it down and the difference is reviewed.
#[test]
fn what_the_program_prints() {
    trycmd::TestCases::new().env("LC_ALL", "es_PE.UTF-8").env("COLUMNS", "100").case("tests/cmd/*.trycmd");
}
