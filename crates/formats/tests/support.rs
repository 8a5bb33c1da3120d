//! Small study folders on disk.

use std::{fs, path::Path};

use atalaya_formats::folder;
use atalaya_model::{Code, Severity, Study, study::Loaded};
use tempfile::TempDir;

/// A study folder with these files.
pub fn study(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, bytes) in files {
        put(folder.path(), path, bytes);
    }
    folder
}

/// Writes one file of a folder.
pub fn put(folder: &Path, path: &str, bytes: &[u8]) {
    let file = folder.join(path);
    fs::create_dir_all(file.parent().expect("a parent")).expect("folders");
    fs::write(file, bytes).expect("a file");
}

/// Reads a study of these files.
pub fn read(files: &[(&str, &str)]) -> Loaded<Study> {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    folder::read(study(&files).path())
}

/// What was reported, as `CODE file:line:column`.
pub fn reported(loaded: &Loaded<Study>) -> Vec<String> {
    loaded.diagnostics.iter().map(|d| format!("{} {}", d.code, d.place)).collect()
}

/// The argument of the first diagnostic of a code.
pub fn arg(loaded: &Loaded<Study>, code: Code, name: &str) -> String {
    let found = loaded.diagnostics.iter().find(|d| d.code == code).expect("the code is reported");
    found.args.iter().find(|(n, _)| *n == name).map(|(_, v)| v.clone()).expect("the argument")
}

/// The smallest frame.
pub const FRAME: &str = "format = 1\nlanguages = [\"es\", \"en\"]\nbase_year = 2018\nhorizon = 2030\n";
/// Three variables.
pub const VARIABLES: &str = "id,name_es,name_en\nV1,Uno,One\nV2,Dos,Two\nV3,Tres,Three\n";
/// Two experts.
pub const PANEL: &str = "code,country,group\nE1,PER,PER\nE2,MEX,MEX\n";
/// One individual round.
pub const ROUNDS: &str = "[[consultation]]\nid = \"C1\"\nname.es = \"Variables\"\nname.en = \"Variables\"\nmode = \"individual\"\n\n[[round]]\nid = \"R1\"\nconsultation = \"C1\"\nnumber = 1\ninvited = [\"E1\", \"E2\"]\nfamilies = [\"importance\", \"influence\"]\n";

/// A small sound study, with these files added or put in the place of its own.
pub fn with<'a>(extra: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let base = [
        ("study.toml", FRAME),
        ("panel.csv", PANEL),
        ("structure/variables.csv", VARIABLES),
        ("consult/rounds.toml", ROUNDS),
    ];
    let kept = base.into_iter().filter(|(path, _)| extra.iter().all(|(other, _)| other != path));
    kept.chain(extra.iter().copied()).collect()
}

/// Errors and warnings of a study of these files, as `CODE file:line:column`; its gaps are left out.
pub fn problems(extra: &[(&str, &str)]) -> Vec<String> {
    let bytes: Vec<(&str, &[u8])> = extra.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    problems_of(&bytes)
}

/// The same, of files that need not be UTF-8.
pub fn problems_of(extra: &[(&str, &[u8])]) -> Vec<String> {
    let base = with(&[]);
    let kept = base.iter().filter(|(path, _)| extra.iter().all(|(other, _)| other != path));
    let files: Vec<(&str, &[u8])> =
        kept.map(|(path, text)| (*path, text.as_bytes())).chain(extra.iter().copied()).collect();
    let loaded = folder::read(study(&files).path());
    let all = atalaya_formats::check(&loaded);
    let serious = all.iter().filter(|d| d.severity() != Severity::Gap);
    serious.map(|d| format!("{} {}", d.code, d.place)).collect()
}
