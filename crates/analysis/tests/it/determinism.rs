//! The same study gives the same bytes at any number of threads, in any order of rows, from every carrier, and on
//! machines with and without fused multiplication.

use std::process::Command;

use atalaya_formats::{archive, folder, workbook};
use atalaya_methods::random::Stream;
use atalaya_model::{Lang, Study, with_tables};

use crate::support::{example, example_path, json};

const EXAMPLE: &str = "mipymes-peru-2030";

#[test]
fn findings_are_equal_at_one_two_and_eight_threads() {
    let study = example(EXAMPLE);
    let at = |threads: usize| {
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| json(&study))
    };
    let one = at(1);
    assert_eq!(one, at(2));
    assert_eq!(one, at(8));
}

#[test]
fn the_order_of_rows_means_nothing() {
    let study = example(EXAMPLE);
    let mut shuffled: Study = study.clone();
    let mut stream = Stream::new(3, "shuffle", 0);
    macro_rules! shuffle {
        ($($table:ident: $type:ident),+) => { $(stream.shuffle(&mut shuffled.$table);)+ };
    }
    with_tables!(shuffle);
    stream.shuffle(&mut shuffled.answers);
    stream.shuffle(&mut shuffled.observations);
    // What every reader does last.
    shuffled.normalise();
    assert_ne!(study.variables, shuffled.variables);
    assert_eq!(json(&study), json(&shuffled));
}

#[test]
fn workbook_and_archive_carry_the_study_without_loss() {
    let study = example(EXAMPLE);
    let own = json(&study);
    let room = tempfile::tempdir().unwrap();
    let book = room.path().join("study.xlsx");
    for lang in Lang::ALL {
        workbook::write(&study, &book, lang).unwrap();
        assert_eq!(own, json(&workbook::read(&book).value), "workbook in {lang:?}");
    }
    let zip = room.path().join("study.zip");
    archive::write(&study, &zip, &folder::layout(&example_path(EXAMPLE))).unwrap();
    assert_eq!(own, json(&archive::read(&zip).value), "archive");
}

/// Run by the test below in a process of its own; prints nothing else.
#[test]
fn print_the_findings_hash() {
    if std::env::var_os("ATALAYA_PRINT_HASH").is_some() {
        println!("hash {}", atalaya_analysis::canonical::hash(&json(&example(EXAMPLE))));
    }
}

#[test]
fn fused_multiplication_changes_no_byte() {
    let run = |tunables: Option<&str>| {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command
            .args(["--exact", "determinism::print_the_findings_hash", "--nocapture"])
            .env("ATALAYA_PRINT_HASH", "1");
        if let Some(tunables) = tunables {
            command.env("GLIBC_TUNABLES", tunables);
        }
        let out = String::from_utf8(command.output().unwrap().stdout).unwrap();
        let line = out.lines().find(|line| line.contains("hash ")).map(str::to_owned);
        line.unwrap_or_else(|| panic!("no hash in {out}"))
    };
    assert_eq!(run(None), run(Some("glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX2_Usable,-FMA_Usable")));
}
