//! The program `atalaya`.

fn main() {}
