//! Runs the program on folders of its own.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

/// The program, in a language, in a folder.
pub fn atalaya(folder: &Path, lang: &str, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_atalaya"))
        .args(arguments)
        .args(["--lang", lang])
        .current_dir(folder)
        .output()
        .unwrap()
}

/// What it printed on the standard output, with `/` in every path.
pub fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What it said on the error output.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The exit code.
pub fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or(-1)
}

/// Writes a file and the folders above it.
pub fn put(folder: &Path, path: &str, bytes: &[u8]) {
    let file = folder.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, bytes).unwrap();
}

/// A small template as a study in `folder/study`, with few resamples so that tests are fast.
pub fn small(folder: &Path) {
    let made = atalaya(folder, "es", &["new", "study"]);
    assert_eq!(code(&made), 0, "{}", said(&made));
    let file = folder.join("study/study.toml");
    let text = fs::read_to_string(&file).unwrap();
    let text = if text.contains("[rules]") {
        text.replace("[rules]", "[rules]\nresamples = 40")
    } else {
        format!("{text}\n[rules]\nresamples = 40\n")
    };
    fs::write(file, text).unwrap();
}
