//! What may be published of a study, and what a stranger makes of it.

use std::{
    fs,
    io::{Read, Write},
    path::{Path, PathBuf},
};

use crate::support::{atalaya, code, printed, put, said, small};

/// An example of the project.
fn example(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name)
}

/// Makes a public archive `a.zip` of the small study in `folder`.
fn archived(folder: &Path) {
    small(folder);
    let made = atalaya(folder, "es", &["archive", "study", "--public", "--out", "a.zip"]);
    assert_eq!(code(&made), 0, "{}{}", printed(&made), said(&made));
}

/// The text of a file in an archive.
fn inside(archive: &Path, name: &str) -> String {
    let tree = atalaya_formats::archive::tree(archive).unwrap();
    String::from_utf8(tree.read(name).unwrap().unwrap().into_owned()).unwrap()
}

#[test]
fn a_public_archive_gives_the_same_findings_and_report() {
    for name in ["taller-minimo", "mipymes-peru-2030"] {
        let home = tempfile::tempdir().unwrap();
        let study = example(name).display().to_string();
        let made = atalaya(home.path(), "en", &["archive", &study, "--public", "--out", "a.zip"]);
        assert_eq!(code(&made), 0, "{}", said(&made));
        for lang in ["es", "en"] {
            for (from, out) in [(study.as_str(), "of-study"), ("a.zip", "of-archive")] {
                let run = atalaya(home.path(), lang, &["run", from, "--format", "html,json", "--out", out]);
                assert_eq!(code(&run), 0, "{}", said(&run));
            }
            for file in ["findings.json", "report.html"] {
                let read = |out: &str| fs::read_to_string(home.path().join(out).join(file)).unwrap();
                assert!(read("of-study") == read("of-archive"), "{name} {lang} {file}");
            }
        }
        let stated = inside(&home.path().join("a.zip"), "findings.json");
        assert_eq!(stated, fs::read_to_string(home.path().join("of-study/findings.json")).unwrap());
        // The archive is the same again, from itself too.
        let again = atalaya(home.path(), "es", &["archive", "a.zip", "--public", "--out", "b.zip"]);
        assert_eq!(code(&again), 0, "{}", said(&again));
        let bytes = |file: &str| fs::read(home.path().join(file)).unwrap();
        assert!(bytes("a.zip") == bytes("b.zip"), "{name}");
    }
}

#[test]
fn a_public_archive_holds_nothing_that_people_wrote_for_themselves() {
    let home = tempfile::tempdir().unwrap();
    small(home.path());
    let folder = home.path().join("study");
    put(&folder, "history/old.csv", b"secret-history");
    put(&folder, "LICENSE", b"the text of the licence");
    let panel = fs::read_to_string(folder.join("panel.csv")).unwrap();
    let named: Vec<String> = panel
        .lines()
        .enumerate()
        .map(|(n, line)| format!("{line},{}", if n == 0 { "apodo" } else { "secret-name" }))
        .collect();
    fs::write(folder.join("panel.csv"), named.join("\n")).unwrap();
    let answers = fs::read_to_string(folder.join("answers.csv")).unwrap();
    let secret = answers.replacen(",,,2025", ",secret-reason,es,2025", 3);
    assert_ne!(answers, secret);
    fs::write(folder.join("answers.csv"), secret).unwrap();
    let made = atalaya(home.path(), "en", &["archive", "study", "--public"]);
    assert_eq!(code(&made), 0, "{}", said(&made));
    let told = printed(&made);
    for part in
        ["history/old.csv", "panel.csv: apodo", "reasons written by experts", "Hash of what is published"]
    {
        assert!(told.contains(part), "{part}: {told}");
    }
    let path = home.path().join("study-public.zip");
    let tree = atalaya_formats::archive::tree(&path).unwrap();
    for file in tree.files() {
        let text = String::from_utf8_lossy(&tree.read(file).unwrap().unwrap()).into_owned();
        assert!(!text.contains("secret"), "{file}");
    }
    assert!(tree.files().any(|file| file == "LICENSE"));
    let citation = inside(&path, "CITATION.cff");
    for part in
        ["cff-version: 1.2.0", "type: dataset", "authors:", "license: \"CC-BY-4.0\"", "date-released:"]
    {
        assert!(citation.contains(part), "{part}: {citation}");
    }
    let dictionary = inside(&path, "dictionary.csv");
    assert!(!dictionary.contains('⟨'), "{dictionary}");
    assert!(dictionary.contains("value: influence/ID/ID"), "{dictionary}");
    assert!(inside(&path, "rules.csv").contains("rules_hash,"));
    // Every column of every table is described.
    for file in tree.files().filter(|file| file.ends_with(".csv") && !file.starts_with("answers/")) {
        let text = String::from_utf8_lossy(&tree.read(file).unwrap().unwrap()).into_owned();
        for column in text.lines().next().unwrap().split(',').filter(|_| file != "dictionary.csv") {
            let column = if column == "code" { "id" } else { column };
            assert!(dictionary.contains(&format!("\n{file},{column},")), "{file} {column}");
        }
    }
    // The whole study loses nothing.
    let whole = atalaya(home.path(), "en", &["archive", "study"]);
    assert_eq!(code(&whole), 0, "{}", said(&whole));
    assert!(inside(&home.path().join("study.zip"), "answers.csv").contains("secret-reason"));
}

#[test]
fn what_may_not_be_published_is_refused() {
    let home = tempfile::tempdir().unwrap();
    small(home.path());
    let folder = home.path().join("study");
    let frame = fs::read_to_string(folder.join("study.toml")).unwrap();
    fs::write(folder.join("study.toml"), format!("{frame}\n[privacy]\nmin_group = 9\n")).unwrap();
    let made = atalaya(home.path(), "es", &["archive", "study", "--public", "--out", "a.zip"]);
    assert_eq!(code(&made), 1);
    assert!(said(&made).contains("E404") && said(&made).contains("7 < 9"), "{}", said(&made));
    assert!(!home.path().join("a.zip").exists());
    fs::write(folder.join("study.toml"), frame).unwrap();
    let panel = fs::read_to_string(folder.join("panel.csv")).unwrap();
    fs::write(folder.join("panel.csv"), panel.replacen("municipalidad", "ana@example.org", 1)).unwrap();
    let made = atalaya(home.path(), "en", &["archive", "study", "--public", "--out", "a.zip"]);
    assert_eq!(code(&made), 1);
    assert!(said(&made).contains("E404") && said(&made).contains("E1"), "{}", said(&made));
}

/// Writes an archive again with one file changed; its manifest too where `sealed`.
pub fn tampered(archive: &Path, name: &str, sealed: bool, change: impl Fn(String) -> String) {
    let packed = atalaya_formats::archive::open(archive).unwrap();
    let text = change(inside(archive, name));
    assert_ne!(text, inside(archive, name), "nothing changed in {name}");
    if sealed {
        let mut tree = packed.tree;
        tree.insert(name, text);
        let bytes = atalaya_formats::archive::pack_public(&tree, &packed.public.unwrap()).unwrap();
        return fs::write(archive, bytes).unwrap();
    }
    let mut from = zip::ZipArchive::new(fs::File::open(archive).unwrap()).unwrap();
    let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut file = from.by_index(index).unwrap();
        let own = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        to.start_file(&own, zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(if own == name { text.as_bytes() } else { &bytes }).unwrap();
    }
    fs::write(archive, to.finish().unwrap().into_inner()).unwrap();
}

#[test]
fn a_changed_byte_names_its_file() {
    let home = tempfile::tempdir().unwrap();
    archived(home.path());
    let archive = home.path().join("a.zip");
    tampered(&archive, "answers.csv", false, |text| text.replacen("importance/V1,9", "importance/V1,8", 1));
    let read = atalaya(home.path(), "en", &["check", "a.zip"]);
    assert_eq!(code(&read), 1);
    assert!(printed(&read).contains("a.zip/answers.csv: error E401"), "{}", printed(&read));
}
