//! The handbook: what its pages say that the program prints is what the program prints.
//!
//! The pages of both languages share one folder of data, which is the working directory here; a program of tests of its
//! own, since that directory is the whole program's.

#![allow(clippy::unwrap_used, reason = "tests panic on failure")]

use std::{env, fs, path::Path, process::Command};

const HANDBOOK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/handbook");
const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/mipymes-peru-2030");

/// Every `console` block. After a change that was meant, `TRYCMD=overwrite cargo test -p atalaya-cli --test handbook`
/// writes it down; the sentences around it are read again by a person.
#[test]
fn commands_print_what_the_handbook_shows() {
    env::set_current_dir(Path::new(HANDBOOK).join("data")).unwrap();
    let cases = trycmd::TestCases::new();
    cases.env("LC_ALL", "es_PE.UTF-8").env("COLUMNS", "100").case("../es/*.md").case("../en/*.md");
}

/// Every block `csv tables/NAME.csv`: its lines are lines of that table of the example study, but for the kind of the
/// spaces.
#[test]
fn tables_of_the_example_are_quoted_to_the_letter() {
    for language in ["es", "en"] {
        let out = tempfile::tempdir().unwrap();
        let run = Command::new(env!("CARGO_BIN_EXE_atalaya"))
            .args(["run", EXAMPLE, "--format", "json", "--lang", language, "--out"])
            .arg(out.path())
            .output()
            .unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        let mut quoted = 0;
        for page in fs::read_dir(Path::new(HANDBOOK).join(language)).unwrap() {
            let page = page.unwrap().path();
            let text = fs::read_to_string(&page).unwrap();
            let mut lines = text.lines();
            while let Some(line) = lines.next() {
                let Some(name) = line.strip_prefix("```csv tables/") else { continue };
                let table = plain(&fs::read_to_string(out.path().join("tables").join(name)).unwrap());
                for row in lines.by_ref().take_while(|row| *row != "```") {
                    assert!(
                        table.lines().any(|l| l == plain(row)),
                        "{}: {name} has no row {row}",
                        page.display()
                    );
                    quoted += 1;
                }
            }
        }
        assert!(quoted > 0, "no page of {language} quotes a table");
    }
}
