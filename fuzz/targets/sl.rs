#![no_main]

#[path = "../../crates/formats/tests/readers.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::solutions(bytes));
