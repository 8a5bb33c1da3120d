//! A study from `new` to the report, and what is never left half done.

use std::fs;

use crate::support::{atalaya, code, printed, put, said, small};

#[test]
fn a_newcomer_goes_from_nothing_to_a_report() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    small(folder);
    let again = atalaya(folder, "es", &["new", "study"]);
    assert_eq!(code(&again), 1);
    assert!(said(&again).contains("E403"), "{}", said(&again));

    let checked = atalaya(folder, "en", &["check", "study"]);
    assert_eq!(code(&checked), 0, "{}", printed(&checked));
    assert!(printed(&checked).contains("No errors"), "{}", printed(&checked));

    for (lang, word) in [("es", "Se escribió"), ("en", "Wrote")] {
        let ran = atalaya(folder, lang, &["run", "study", "--out", lang]);
        assert_eq!(code(&ran), 0, "{}", said(&ran));
        assert!(printed(&ran).contains(word) && !printed(&ran).contains('⟨'), "{}", printed(&ran));
        assert!(!said(&ran).contains('\u{1b}'), "no progress where nobody watches");
        let out = folder.join(lang);
        let page = fs::read_to_string(out.join("report.html")).unwrap();
        assert!(page.starts_with("<!DOCTYPE html>") && page.contains(&format!("lang=\"{lang}")));
        assert!(!page.contains('⟨'), "a message is missing");
        assert!(fs::read(out.join("report.pdf")).unwrap().starts_with(b"%PDF-"));
        assert!(fs::read_dir(out.join("figures")).unwrap().count() > 2);
        assert!(fs::read_dir(out.join("tables")).unwrap().count() > 2);
        for file in fs::read_dir(&out).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            assert!(!name.starts_with('.'), "a temporary name is left: {name}");
        }
    }
    let findings = |lang: &str| fs::read(folder.join(lang).join("findings.json")).unwrap();
    assert_eq!(findings("es"), findings("en"), "findings hold no language");
}

#[test]
fn a_study_goes_through_workbook_and_archive_and_finds_the_same() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    small(folder);
    for (lang, from, to) in [
        ("es", "study", "study.xlsx"),
        ("es", "study.xlsx", "back"),
        ("en", "back", "english.xlsx"),
        ("es", "english.xlsx", "study.zip"),
        ("es", "study.zip", "again"),
    ] {
        let converted = atalaya(folder, lang, &["convert", from, to]);
        assert_eq!(code(&converted), 0, "{from} {to}: {}", said(&converted));
    }
    for (book, sheet) in [("study.xlsx", "respuestas"), ("english.xlsx", "answers")] {
        let sheets = atalaya_formats::book::sheets(&folder.join(book), book).unwrap();
        assert!(sheets.iter().any(|(name, _)| name == sheet), "{book} has no sheet {sheet}");
    }
    let findings = |study: &str, out: &str| {
        let ran = atalaya(folder, "es", &["run", study, "--format", "json", "--out", out]);
        assert_eq!(code(&ran), 0, "{}", said(&ran));
        fs::read(folder.join(out).join("findings.json")).unwrap()
    };
    let first = findings("study", "a");
    for (study, out) in
        [("study.xlsx", "b"), ("english.xlsx", "f"), ("back", "c"), ("study.zip", "d"), ("again", "e")]
    {
        assert_eq!(findings(study, out), first, "{study}");
    }
    // A workbook without a folder of its own writes beside itself.
    let ran = atalaya(folder, "es", &["run", "study.xlsx", "--format", "json"]);
    assert_eq!(code(&ran), 0, "{}", said(&ran));
    assert!(folder.join("study-out/findings.json").is_file() || folder.join("out/findings.json").is_file());
}

/// Three descriptors of two variants, and what the first does to itself.
const WIZARD: &str = "$ ScenarioWizard 4.0\nValle\n&AG \"Agua\"\n -poca\n -mucha\n&CO \"Cobranza\"\n -baja\n -alta\n&TU \"Turismo\"\n -poco\n -mucho\n#\n&\n \n \n&\n \n \n&\n \n \n#\n#\nFFFFFF\nFFFFFF\nFFFFFF\nFFFFFF\nFFFFFF\nFFFFFF\n#\n#\n 1 ,-1 , 0 , 0 , 2 ,-2 \n 0 , 0 , 0 , 0 ,-2 , 2 \n 2 ,-2 , 0 , 0 , 0 , 0 \n-1 , 1 , 0 , 0 , 0 , 0 \n 0 , 0 , 1 ,-1 , 0 , 0 \n 0 , 0 ,-3 , 3 , 0 , 0 \n#\n# 0-0\n\"\"\n#\n#\n";

#[test]
fn a_conversion_writes_over_no_file_in_which_somebody_may_have_worked() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    small(folder);
    for file in ["study.xlsx", "study.zip"] {
        assert_eq!(code(&atalaya(folder, "en", &["convert", "study", file])), 0);
        put(folder, file, b"worked on");
        let again = atalaya(folder, "en", &["convert", "study", file]);
        assert!(code(&again) != 0 && said(&again).contains("E403"), "{}", said(&again));
        assert_eq!(fs::read(folder.join(file)).unwrap(), b"worked on");
    }
}

#[test]
fn whoever_works_in_a_workbook_is_told_of_its_sheets_and_not_of_files() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    small(folder);
    for (lang, missing) in [("es", "libro.xlsx/acciones"), ("en", "book.xlsx/actions")] {
        let book = missing.split('/').next().unwrap();
        assert_eq!(code(&atalaya(folder, lang, &["convert", "study", book])), 0);
        // Each header says in a note what its field means, in the same terms.
        let notes = folder.join(book);
        let mut zip = zip::ZipArchive::new(fs::File::open(notes).unwrap()).unwrap();
        let names: Vec<String> = zip.file_names().flatten().map(|name| name.into_owned()).collect();
        let notes = names
            .iter()
            .filter(|name| name.contains("comments"))
            .map(|name| std::io::read_to_string(zip.by_name(name).unwrap()).unwrap());
        let notes = notes.collect::<Vec<_>>().join("\n");
        let wanted = if lang == "es" { "La pregunta focal" } else { "focal question" };
        assert!(notes.contains(wanted) && !notes.contains(".csv") && !notes.contains(".toml"), "{notes}");
        let told = printed(&atalaya(folder, lang, &["check", book]));
        assert!(told.contains(missing), "{told}");
        assert!(![".csv", ".toml"].iter().any(|file| told.contains(file)), "{told}");
    }
}

#[test]
fn who_answered_next_to_nothing_makes_no_panel_of_seven_one_of_eight() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    small(folder);
    let panel = folder.join("study/panel.csv");
    let experts = fs::read_to_string(&panel).unwrap();
    let last = experts.lines().last().unwrap().to_owned();
    fs::write(&panel, format!("{experts}{}\n", last.replacen("E7", "E8", 1))).unwrap();
    let rounds = folder.join("study/consult/rounds.toml");
    let text = fs::read_to_string(&rounds).unwrap();
    fs::write(&rounds, text.replace("\"E7\"", "\"E7\", \"E8\"")).unwrap();
    let answers = folder.join("study/answers.csv");
    let text = fs::read_to_string(&answers).unwrap();
    let own = |question: &str| {
        let line = text.lines().find(|line| line.starts_with("E7,") && line.contains(question)).unwrap();
        line.replacen("E7", "E8", 1)
    };
    fs::write(&answers, format!("{text}{}\n{}\n", own("importance/V1"), own("uncertainty/V4"))).unwrap();
    let ran = atalaya(folder, "es", &["run", "study", "--format", "json"]);
    assert_eq!(code(&ran), 0, "{}", said(&ran));
    let found: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.join("study/out/findings.json")).unwrap()).unwrap();
    assert_eq!(found["consult"]["panel"]["experts"], 8);
    assert!(found["choose"]["robustness"]["draws"].as_array().is_none_or(Vec::is_empty), "drawn again");
    let stable = |own: &serde_json::Value| !own["stability"]["critical"].is_null();
    assert!(!found["structure"]["variables"].as_array().unwrap().iter().any(stable), "{found}");
}

#[test]
fn a_matrix_of_scenariowizard_becomes_a_study_and_a_study_becomes_one() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    put(folder, "valle.scw", WIZARD.as_bytes());
    for step in [
        ["valle.scw", "valle"],
        ["valle", "back.scw"],
        ["valle.scw", "valle.xlsx"],
        ["valle.xlsx", "book.scw"],
    ] {
        let converted = atalaya(folder, "es", &["convert", step[0], step[1]]);
        assert_eq!(code(&converted), 0, "{step:?}: {}", said(&converted));
    }
    let checked = atalaya(folder, "es", &["check", "valle"]);
    assert_eq!(code(&checked), 0, "{}", said(&checked));
    // The same judgements give the same scenarios, by the program for matrices and as a study.
    let scenarios = |file: &str| {
        let asked = atalaya(folder, "en", &["cib", file, "--json"]);
        assert_eq!(code(&asked), 0, "{}", said(&asked));
        let found: serde_json::Value = serde_json::from_str(&printed(&asked)).unwrap();
        found["scenarios"].clone()
    };
    assert!(!scenarios("valle.scw").as_array().unwrap().is_empty());
    assert_eq!(scenarios("back.scw"), scenarios("valle.scw"));
    assert_eq!(scenarios("book.scw"), scenarios("valle.scw"));
    let ran = atalaya(folder, "es", &["run", "valle", "--format", "json"]);
    assert_eq!(code(&ran), 0, "{}", said(&ran));
    let found: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.join("valle/out/findings.json")).unwrap()).unwrap();
    let balances = &found["explore"]["balances"];
    assert_eq!(
        balances["scenarios"].as_array().unwrap().len(),
        scenarios("valle.scw").as_array().unwrap().len()
    );
    assert_eq!(balances["judged"], serde_json::json!({ "k": 28, "n": 28 }));

    // What cannot be is told, and nothing is written.
    put(folder, "cut.scw", &WIZARD.as_bytes()[..WIZARD.len() - 60]);
    let cut = atalaya(folder, "en", &["convert", "cut.scw", "cut"]);
    assert!(
        code(&cut) == 1 && said(&cut).contains("cut.scw:") && said(&cut).contains("E112"),
        "{}",
        said(&cut)
    );
    assert!(!folder.join("cut").exists());
    small(folder);
    let none = atalaya(folder, "en", &["convert", "study", "none.scw"]);
    assert!(code(&none) == 1 && said(&none).contains("no judgements between states"), "{}", said(&none));
    assert!(!folder.join("none.scw").exists());
}

#[test]
fn an_id_changes_everywhere_or_nowhere() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    small(folder);
    let renamed = atalaya(folder, "es", &["rename", "study", "V1", "V30"]);
    assert_eq!(code(&renamed), 0, "{}", said(&renamed));
    assert!(printed(&renamed).contains("structure/variables.csv"), "{}", printed(&renamed));
    assert_eq!(code(&atalaya(folder, "es", &["check", "study", "--strict"])), 0);
    let taken = atalaya(folder, "es", &["rename", "study", "V2", "V30"]);
    assert_eq!(code(&taken), 1);
    assert!(said(&taken).contains("E203"), "{}", said(&taken));
    let missing = atalaya(folder, "es", &["rename", "study", "V1", "V31"]);
    assert_eq!(code(&missing), 1);
    assert!(said(&missing).contains("E204"), "{}", said(&missing));
}

#[test]
fn nothing_is_written_where_the_study_has_errors() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    small(folder);
    put(folder, "study/structure/actors.csv", b"id,name_es,name_en\nA1,Uno,One\nA1,Dos,Two\n");
    let ran = atalaya(folder, "es", &["run", "study"]);
    assert_eq!(code(&ran), 1);
    assert!(said(&ran).contains("structure/actors.csv:3:1: error E203"), "{}", said(&ran));
    assert!(said(&ran).contains("No se escribió nada."), "{}", said(&ran));
    assert!(!folder.join("study/out").exists());
    let converted = atalaya(folder, "es", &["convert", "study", "study.zip"]);
    assert_eq!(code(&converted), 1);
    assert!(!folder.join("study.zip").exists());
}

#[test]
fn warnings_stop_only_when_told_to() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    small(folder);
    put(folder, "study/structure/actors.csv", "\u{feff}id,name_es,name_en\nA1,Uno,One\n".as_bytes());
    assert_eq!(code(&atalaya(folder, "es", &["check", "study"])), 0);
    assert_eq!(code(&atalaya(folder, "es", &["check", "study", "--strict"])), 1);
    assert_eq!(code(&atalaya(folder, "es", &["run", "study", "--format", "json", "--strict"])), 1);
    assert!(!folder.join("study/out").exists());
}

#[test]
fn a_target_that_cannot_be_written_is_told_before_the_work() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    small(folder);
    put(folder, "file", b"x");
    let ran = atalaya(folder, "en", &["run", "study", "--out", "file"]);
    assert_eq!(code(&ran), 1);
    assert!(said(&ran).contains("E403: Cannot be written: it is not a folder."), "{}", said(&ran));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let closed = folder.join("closed");
        fs::create_dir(&closed).unwrap();
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
        let ran = atalaya(folder, "es", &["run", "study", "--out", "closed/out"]);
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(code(&ran), 1);
        assert!(said(&ran).contains("no hay permiso"), "{}", said(&ran));
        assert!(!closed.join("out").exists());
    }
}

#[test]
fn one_file_gives_one_document_and_its_pictures() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    put(folder, "m.csv", b",V1,V2,V3\nV1,0,3,1\nV2,2,0,2\nV3,1,P,0\n");
    let ran = atalaya(folder, "es", &["micmac", "m.csv", "--json", "--svg", "pictures"]);
    assert_eq!(code(&ran), 0, "{}", said(&ran));
    let found: serde_json::Value = serde_json::from_str(&printed(&ran)).unwrap();
    assert_eq!(found["method"], "micmac");
    assert_eq!(found["variables"], serde_json::json!(["V1", "V2", "V3"]));
    assert_eq!(found["direct"]["influence"], serde_json::json!([4.0, 4.0, 1.0]));
    assert_eq!(found["characteristics"]["potential"], 1);
    assert!(found["stability"].is_null(), "one matrix has no panel to resample");
    assert!(found["inputs"].as_object().unwrap().contains_key(found["trace"].as_str().unwrap()));
    let pictures = fs::read_dir(folder.join("pictures")).unwrap().count();
    assert!(pictures >= 2, "{pictures} pictures");
    for method in ["micmac", "delphi", "igo"] {
        let schema = atalaya(folder, "es", &[method, "--schema"]);
        assert_eq!(code(&schema), 0, "{}", said(&schema));
        let schema: serde_json::Value = serde_json::from_str(&printed(&schema)).unwrap();
        assert!(schema["properties"]["method"].is_object(), "{method}");
    }
}

#[test]
fn the_manual_and_the_completions_know_every_command() {
    let home = tempfile::tempdir().unwrap();
    let commands = [
        "new",
        "check",
        "run",
        "profiles",
        "explain",
        "convert",
        "archive",
        "verify",
        "compare",
        "rename",
        "cib",
        "box",
        "serve",
        "backup",
        "restore",
        "link",
        "micmac",
        "mactor",
        "smic",
        "delphi",
        "abacus",
        "multipol",
        "igo",
        "foda",
        "completions",
        "man",
    ];
    for lang in ["es", "en"] {
        let help = printed(&atalaya(home.path(), lang, &["--help"]));
        let man = printed(&atalaya(home.path(), lang, &["man"]));
        let fish = printed(&atalaya(home.path(), lang, &["completions", "fish"]));
        for command in commands {
            assert!(help.contains(&format!("\n  {command} ")), "{command} in {help}");
            assert!(man.contains(&format!("ATALAYA {}\"", command.to_uppercase())), "{command}");
            assert!(fish.contains(&format!("-a \"{command}\"")), "{command}");
        }
        let listed =
            help.lines().filter(|line| line.starts_with("  ") && !line.trim_start().starts_with('-'));
        let listed = listed.filter(|line| !line.starts_with("   ")).count();
        assert_eq!(listed, commands.len(), "the parser lists no command that is not known here: {help}");
    }
}

#[test]
fn a_new_study_makes_the_folders_above_it() {
    let home = tempfile::tempdir().unwrap();
    let made = atalaya(home.path(), "en", &["new", "studies/2040/mine"]);
    assert_eq!(code(&made), 0, "{}", said(&made));
    assert!(home.path().join("studies/2040/mine/study.toml").is_file());
}

#[test]
fn a_profile_of_ones_own_is_a_file() {
    let home = tempfile::tempdir().unwrap();
    assert_eq!(code(&atalaya(home.path(), "es", &["new", "mio"])), 0);
    let text = printed(&atalaya(home.path(), "es", &["profiles", "prospectivo"]));
    let own = text
        .replace("id = \"prospectivo\"", "id = \"breve\"")
        .replace("take = [\"trace\"]", "take = [\"nada\"]");
    std::fs::write(home.path().join("breve.toml"), &own).unwrap();
    let run = atalaya(home.path(), "es", &["run", "mio", "--profile", "breve.toml", "--format", "html"]);
    assert_eq!(code(&run), 0, "{}", said(&run));
    assert!(home.path().join("mio/out/breve/report.html").is_file());
    assert!(printed(&run).contains("nada"), "{}", printed(&run));
    std::fs::write(home.path().join("malo.toml"), own.replace("decision = true", "decisión = true")).unwrap();
    let run = atalaya(home.path(), "es", &["run", "mio", "--profile", "malo.toml"]);
    assert_eq!(code(&run), 1);
    assert!(said(&run).contains("E411") && said(&run).contains("malo.toml"), "{}", said(&run));
    assert!(!home.path().join("mio/out/report.html").exists());
}
