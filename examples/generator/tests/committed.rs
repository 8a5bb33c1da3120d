//! The committed answers are what the generator writes, to the byte.

use std::{collections::BTreeSet, fs, io, path::Path, process::Command};

use mipymes_generator::{arguments::ARGUMENTS, files};

fn below(folder: &Path, root: &Path, out: &mut BTreeSet<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            below(&path, root, out)?;
        } else if let Ok(relative) = path.strip_prefix(root) {
            out.insert(relative.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}

#[test]
fn running_it_gives_the_committed_files() {
    let study = Path::new(env!("CARGO_MANIFEST_DIR")).join("../mipymes-peru-2030");
    let fresh = Path::new(env!("CARGO_TARGET_TMPDIR")).join("generated");
    let _ = fs::remove_dir_all(&fresh);
    assert!(Command::new(env!("CARGO_BIN_EXE_mipymes-generator")).arg(&fresh).status().unwrap().success());
    let mut written = BTreeSet::new();
    below(&fresh, &fresh, &mut written).unwrap();
    assert_eq!(written, files().into_keys().collect());
    for path in &written {
        let (ours, theirs) = (fs::read(fresh.join(path)).unwrap(), fs::read(study.join(path)).unwrap());
        assert!(ours == theirs, "{path} is not what the generator writes: run it");
    }
    // No answer was written by hand beside them.
    let mut committed = BTreeSet::new();
    below(&study.join("answers"), &study, &mut committed).unwrap();
    assert!(committed.is_subset(&written), "{:?}", committed.difference(&written));
}

#[test]
fn every_reason_defends_the_answer_that_it_goes_with() {
    let answers = files().remove("answers.csv").unwrap();
    for argument in ARGUMENTS {
        let start = format!("{},{},{},", argument.expert, argument.round, argument.question);
        let row = answers.lines().find(|line| line.starts_with(&start)).unwrap_or_else(|| panic!("{start}"));
        let value: f64 = row[start.len()..].split(',').next().unwrap().parse().unwrap();
        assert!((argument.values.0..=argument.values.1).contains(&value), "{start}{value}");
        assert!(row.contains(argument.text.split(',').next().unwrap()), "{row}");
    }
}
