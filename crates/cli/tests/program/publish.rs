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

/// Makes a public archive `a.zip` of an example in `folder`; the path of the example, and what was printed.
fn archived_example(folder: &Path, name: &str) -> (String, String) {
    let study = example(name).display().to_string();
    let made = atalaya(folder, "en", &["archive", &study, "--public", "--out", "a.zip"]);
    assert_eq!(code(&made), 0, "{}", said(&made));
    (study, printed(&made))
}

/// The text of a file in an archive.
fn inside(archive: &Path, name: &str) -> String {
    let tree = atalaya_formats::archive::tree(archive).unwrap();
    String::from_utf8(tree.read(name).unwrap().unwrap().into_owned()).unwrap()
}

#[test]
fn merged_groups_are_called_as_the_report_calls_them_in_its_language() {
    let home = tempfile::tempdir().unwrap();
    let study = example("mipymes-peru-2030").display().to_string();
    for (lang, told) in [("es", "«otros grupos»"), ("en", "“other groups”")] {
        let made = atalaya(home.path(), lang, &["archive", &study, "--public", "--out", "a.zip"]);
        assert!(printed(&made).contains(told), "{}", printed(&made));
    }
}

#[test]
fn a_public_archive_gives_the_same_findings_and_report() {
    for name in ["taller-minimo", "mipymes-peru-2030"] {
        let home = tempfile::tempdir().unwrap();
        let (study, _) = archived_example(home.path(), name);
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
    let path = home.path().join("taller-minimo-public.zip");
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

/// Verifies `a.zip` in a folder, perhaps with a report: exit code and what was printed.
fn verified(folder: &Path, lang: &str, report: Option<&str>) -> (i32, String) {
    let output = atalaya(folder, lang, &["verify", "a.zip"].into_iter().chain(report).collect::<Vec<_>>());
    let told = printed(&output) + &said(&output);
    assert!(!told.contains('⟨'), "{told}");
    (code(&output), told)
}

#[test]
fn both_examples_verify_in_both_languages() {
    for name in ["taller-minimo", "mipymes-peru-2030"] {
        let home = tempfile::tempdir().unwrap();
        let (study, made) = archived_example(home.path(), name);
        for lang in ["es", "en"] {
            // Pictures of a Word file take long: the small study has them too.
            let formats = if name == "taller-minimo" { "html,docx,xlsx,json" } else { "html,json" };
            let run = atalaya(home.path(), lang, &["run", &study, "--format", formats, "--out", lang]);
            assert_eq!(code(&run), 0, "{}", said(&run));
            let files = ["report.html", "tables", "findings.json", "report.docx", "tables.xlsx"];
            for file in files.into_iter().filter(|file| home.path().join(lang).join(file).exists()) {
                // The report's own language is found, whatever that of the person.
                let (code, told) = verified(home.path(), "es", Some(&format!("{lang}/{file}")));
                assert_eq!(code, 0, "{name} {lang} {file}: {told}");
            }
            let page = fs::read_to_string(home.path().join(lang).join("report.html")).unwrap();
            let hash = made.split_once(": ").unwrap().1.get(..16).unwrap();
            assert!(page.contains(hash) && page.contains("atalaya verify"), "{hash}");
        }
    }
}

#[test]
fn a_report_by_a_profile_in_the_spanish_of_another_country_verifies() {
    let home = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let out = atalaya(home.path(), "es", arguments);
        assert_eq!(code(&out), 0, "{}{}", printed(&out), said(&out));
    };
    run(&["new", "study", "--template", "mipymes-peru-2030"]);
    let frame = home.path().join("study/study.toml");
    let text = fs::read_to_string(&frame).unwrap();
    fs::write(&frame, format!("locale = \"es-AR\"\n{text}")).unwrap();
    run(&["archive", "study", "--public", "--out", "a.zip"]);
    run(&["run", "study", "--profile", "articulo", "--format", "html", "--out", "out"]);
    let page = fs::read_to_string(home.path().join("out/report.html")).unwrap();
    assert!(page.contains("lang=\"es-AR\"") && page.contains("Discusión"));
    run(&["verify", "a.zip", "out/report.html", "--profile", "articulo"]);
    run(&["verify", "a.zip", "out/tables", "--profile", "articulo"]);
    run(&["verify", "a.zip", "out/report.html"]);
    let other =
        atalaya(home.path(), "es", &["verify", "a.zip", "out/report.html", "--profile", "prospectivo"]);
    assert_eq!(code(&other), 1, "the whole report is another");
}

#[test]
fn a_changed_answer_is_found_whether_the_manifest_is_made_again_or_not() {
    let home = tempfile::tempdir().unwrap();
    archived(home.path());
    let (code, told) = verified(home.path(), "en", None);
    assert_eq!(code, 0, "{told}");
    let archive = home.path().join("a.zip");
    let bytes = fs::read(&archive).unwrap();
    let change = |text: String| text.replacen("importance/V1,9", "importance/V1,2", 1);
    tampered(&archive, "answers.csv", false, change);
    let (code, told) = verified(home.path(), "en", None);
    assert_eq!(code, 1);
    assert!(told.contains("a.zip/answers.csv: error E401"), "{told}");
    fs::write(&archive, bytes).unwrap();
    tampered(&archive, "answers.csv", true, change);
    let (code, told) = verified(home.path(), "en", None);
    assert_eq!(code, 1, "{told}");
    for part in
        ["another hash of what is published", "consult.consultations", "[V1].min: the archive states 7"]
    {
        assert!(told.contains(part), "{part}: {told}");
    }
}

#[test]
fn a_changed_finding_is_named_with_its_path() {
    let home = tempfile::tempdir().unwrap();
    archived(home.path());
    tampered(&home.path().join("a.zip"), "findings.json", true, |text| {
        text.replacen("\"horizon\": 2035", "\"horizon\": 2036", 1)
    });
    let (code, told) = verified(home.path(), "es", None);
    assert_eq!(code, 1);
    assert!(told.contains("frame.horizon: el archivo declara 2036; de las respuestas sale 2035"), "{told}");
    let made = atalaya(home.path(), "es", &["archive", "study", "--out", "a.zip"]);
    assert_eq!(crate::support::code(&made), 0, "{}", said(&made));
    let (code, told) = verified(home.path(), "es", None);
    assert!(code == 1 && told.contains("E406"), "{told}");
}

#[test]
fn a_changed_figure_of_a_report_is_named_with_its_place() {
    let home = tempfile::tempdir().unwrap();
    archived(home.path());
    let run = ["run", "study", "--format", "html,docx,json", "--out", "out"];
    assert_eq!(code(&atalaya(home.path(), "es", &run)), 0);
    let out = home.path().join("out");
    // A number of a table of the page.
    let page = fs::read_to_string(out.join("report.html")).unwrap();
    let start = page.find("id=\"variables\"").or(page.find("id=\"micmac")).or(page.find("<tbody>")).unwrap();
    let cell =
        start + page[start..].find("<td class=\"r\">").or(page[start..].find("<td class=\"r ")).unwrap();
    let is_digit = |at: &usize| page.as_bytes()[*at - 1] == b'>' && page.as_bytes()[*at].is_ascii_digit();
    let digit = (cell + 1..page.len()).find(is_digit).unwrap();
    let old = page[digit..].chars().next().unwrap();
    assert!(old.is_ascii_digit(), "{}", &page[cell..cell + 60]);
    let new = if old == '9' { '8' } else { '9' };
    fs::write(out.join("bad.html"), format!("{}{new}{}", &page[..digit], &page[digit + 1..])).unwrap();
    let (code, told) = verified(home.path(), "es", Some("out/bad.html"));
    assert_eq!(code, 1, "{told}");
    for part in ["capítulo «", "tabla «", "fila «", "columna «", "el informe dice «", "1 diferencia."] {
        assert!(told.contains(part), "{part}: {told}");
    }
    // A number of a sentence of the page.
    let changed = page.replacen("2035", "2053", 40);
    fs::write(out.join("bad.html"), changed).unwrap();
    let (code, told) = verified(home.path(), "es", Some("out/bad.html"));
    assert!(code == 1 && told.contains("2053") && told.contains("texto: "), "{told}");
    // A number of a table of the Word file.
    let mut from = zip::ZipArchive::new(fs::File::open(out.join("report.docx")).unwrap()).unwrap();
    let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut file = from.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        if name == "word/document.xml" {
            let text = String::from_utf8(bytes).unwrap();
            let table = text.find("<w:tblCaption").unwrap();
            let at = text[table..]
                .match_indices("</w:t>")
                .map(|(at, _)| table + at)
                .find(|at| {
                    // A number that no field shows.
                    let said = text[..*at].rsplit('>').next().unwrap();
                    let field = text[..*at].rsplit("fldCharType=\"").next().unwrap();
                    said.contains('.') && said.parse::<f64>().is_ok() && field.starts_with("end")
                })
                .unwrap();
            let new = if text[..at].ends_with('9') { '8' } else { '9' };
            bytes = format!("{}{new}{}", &text[..at - 1], &text[at..]).into_bytes();
        }
        to.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(&bytes).unwrap();
    }
    fs::write(out.join("bad.docx"), to.finish().unwrap().into_inner()).unwrap();
    let (code, told) = verified(home.path(), "en", Some("out/bad.docx"));
    assert_eq!(code, 1, "{told}");
    for part in ["chapter “", "table “", "row “", "column “", "the report says “", "1 difference."]
    {
        assert!(told.contains(part), "{part}: {told}");
    }
    // A number of a table of data, of the findings, and what is no report.
    let table = fs::read_dir(out.join("tables")).unwrap().next().unwrap().unwrap().path();
    let text = fs::read_to_string(&table).unwrap();
    fs::write(&table, format!("{text}otra,99\n")).unwrap();
    let (code, told) = verified(home.path(), "en", Some("out/tables"));
    assert!(code == 1 && told.contains("99"), "{told}");
    fs::write(out.join("findings.json"), "{\"watch\": {\"n\": 1}}").unwrap();
    assert_eq!(verified(home.path(), "en", Some("out/findings.json")).0, 1);
    for bad in ["out/findings.txt", "out/figures", "out/none.html"] {
        put(&out, "findings.txt", b"x");
        let (code, told) = verified(home.path(), "en", Some(bad));
        assert!(code == 1 && (told.contains("E407") || told.contains("E101")), "{bad}: {told}");
    }
}

#[test]
fn two_files_and_two_studies_are_compared_and_what_moved_is_drawn() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    put(folder, "old.csv", b",A,B,C\nA,0,3,2\nB,1,0,0\nC,0,1,0\n");
    put(folder, "new.csv", b",A,B,C\nA,0,0,1\nB,3,0,3\nC,0,1,0\n");
    let told =
        atalaya(folder, "en", &["compare", "old.csv", "new.csv", "--method", "micmac", "--svg", "svg"]);
    assert_eq!(code(&told), 0, "{}", said(&told));
    assert!(printed(&told).contains("B"), "{}", printed(&told));
    assert!(fs::read_dir(folder.join("svg")).unwrap().count() > 0);
    // The same matrix twice: nothing changes, and nothing is drawn.
    let same =
        atalaya(folder, "en", &["compare", "old.csv", "old.csv", "--method", "micmac", "--svg", "none"]);
    assert_eq!(code(&same), 0, "{}", said(&same));
    assert!(!folder.join("none").exists() || fs::read_dir(folder.join("none")).unwrap().count() == 0);
    // Two studies: the same, then with every rating of the second at its least.
    small(folder);
    let run = atalaya(folder, "en", &["convert", "study", "other"]);
    assert_eq!(code(&run), 0, "{}", said(&run));
    let compared = || {
        let told = atalaya(folder, "en", &["compare", "study", "other", "--json"]);
        assert_eq!(code(&told), 0, "{}", said(&told));
        serde_json::from_str::<serde_json::Value>(&printed(&told)).unwrap()
    };
    let same = compared();
    let answers = fs::read_to_string(folder.join("other/answers.csv")).unwrap();
    let (head, rows) = answers.split_once('\n').unwrap();
    let value = head.split(',').position(|name| name == "value").unwrap();
    let least = rows.lines().map(|row| {
        let mut cells: Vec<&str> = row.split(',').collect();
        cells[value] = "1";
        cells.join(",")
    });
    let least = least.fold(head.to_owned(), |all, row| all + "\n" + &row);
    put(folder, "other/answers.csv", least.as_bytes());
    assert_ne!(compared(), same);
}

#[test]
fn a_report_of_any_profile_is_verified_by_the_command_that_the_study_prints() {
    let home = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| {
        let output = atalaya(home.path(), "en", args);
        assert_eq!(code(&output), 0, "{args:?}: {}{}", printed(&output), said(&output));
        printed(&output)
    };
    run(&["new", "study", "--template", "taller-minimo"]);
    run(&["archive", "study", "--public"]);
    run(&["run", "study", "--out", "whole", "--format", "html"]);
    let page = fs::read_to_string(home.path().join("whole/report.html")).unwrap();
    let command = page.split("atalaya verify ").nth(1).unwrap().split('<').next().unwrap();
    let parts: Vec<&str> = command.split_whitespace().collect();
    let [archive, "report.html"] = parts[..] else { panic!("{command}") };
    assert!(run(&["verify", archive, "whole/report.html"]).contains("byte for byte"));
    for (profile, file, format) in [("decisor", "report.html", "html"), ("tesis", "report.docx", "docx")] {
        run(&["run", "study", "--out", profile, "--format", format, "--profile", profile]);
        let told = run(&["verify", archive, &format!("{profile}/{file}")]);
        assert!(told.contains(&format!("“{profile}”")) && told.contains("byte for byte"), "{told}");
    }
    // A figure that was changed is named in the profile that the report is nearest to.
    let path = home.path().join("decisor/report.html");
    let page = fs::read_to_string(&path).unwrap();
    let (head, body) = page.split_once("<main").unwrap();
    // What is printed is whole where only the title of the window was changed, and it is told.
    fs::write(&path, page.replacen("2035", "2036", 1)).unwrap();
    assert!(head.contains("2035"));
    assert!(run(&["verify", archive, "decisor/report.html"]).contains("not the same byte for byte"));
    fs::write(&path, format!("{head}<main{}", body.replacen("2035", "2036", 1))).unwrap();
    let output = atalaya(home.path(), "en", &["verify", archive, "decisor/report.html"]);
    assert_eq!(code(&output), 1);
    assert!(
        printed(&output).contains("“decisor”") && printed(&output).contains("2036"),
        "{}",
        printed(&output)
    );
}
