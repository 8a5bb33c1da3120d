//! `atalaya cib` and `atalaya box` as people and programs call them, with good files and bad ones.

use serde_json::Value;

use crate::support::{atalaya, code, printed, put};

/// Two descriptors that want to be equal, one that follows the first; C acts on itself.
const SMALL: &str = "$ ScenarioWizard 4.0\nSmall\n&A\n -low\n -high\n&B\n -low\n -high\n&C \"What follows\"\n -x\n -y\n -z\n#\n&\n \n \n&\n \n \n&\n \n \n \n#\n#\nFFFFFF\nFFFFFF\nFFFFFF\nFFFFFF\nFFFFFF\nFFFFFF\nFFFFFF\n#\n#\n 0 , 0 , 2 ,-2 , 1 , 0 ,-1 \n 0 , 0 ,-2 , 2 ,-1 , 0 , 1 \n 2 ,-2 , 0 , 0 , 0 , 0 , 0 \n-2 , 2 , 0 , 0 , 0 , 0 , 0 \n 0 , 0 , 0 , 0 , 0 , 0 , 0 \n 0 , 0 , 0 , 0 , 0 , 1 , 0 \n 0 , 0 , 0 , 0 , 0 , 0 , 0 \n#\n# 0-0\n\"\"\n#\n#\n";

fn json(home: &std::path::Path, args: &[&str]) -> Value {
    let output = atalaya(home, "en", args);
    assert_eq!(code(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_str(&printed(&output)).unwrap()
}

#[test]
fn every_consistent_scenario_is_listed_with_its_basin() {
    let home = tempfile::tempdir().unwrap();
    put(home.path(), "small.scw", SMALL.as_bytes());
    let found = json(home.path(), &["cib", "small.scw", "--basins", "--json"]);
    assert_eq!(found["space"], "12");
    assert_eq!((&found["count"], &found["complete"]), (&"4".into(), &true.into()));
    let variants: Vec<&Value> =
        found["scenarios"].as_array().unwrap().iter().map(|s| &s["variants"]).collect();
    // With its own support y is as good as what follows from A.
    assert_eq!(serde_json::json!(variants), serde_json::json!([[1, 1, 1], [1, 1, 2], [2, 2, 2], [2, 2, 3]]));
    let basins = &found["basins"];
    assert_eq!((&basins["rule"], &basins["exact"]), (&"global".into(), &true.into()));
    let weights = |key: &str| {
        basins[key].as_array().unwrap().iter().map(|e| e["weight"].as_u64().unwrap()).sum::<u64>()
    };
    assert_eq!(weights("fixed") + weights("cycles"), 12);
    let forced = json(home.path(), &["cib", "small.scw", "--force", "A=high", "--forbid", "3=3", "--json"]);
    assert_eq!(forced["scenarios"][0]["variants"], serde_json::json!([2, 2, 2]));
    let limited = json(home.path(), &["cib", "small.scw", "--limit", "1", "--json"]);
    assert_eq!((&limited["count"], limited["scenarios"].as_array().unwrap().len()), (&"4".into(), 1));
    let drawn = json(home.path(), &["cib", "small.scw", "--sample", "9", "--json"]);
    assert_eq!((&drawn["listed"], drawn["scenarios"].as_array().unwrap().len()), (&"drawn".into(), 9));
    let cut = json(home.path(), &["cib", "small.scw", "--node-limit", "0", "--json"]);
    assert_eq!(cut["complete"], false);
    let one =
        json(home.path(), &["cib", "small.scw", "--threads", "1", "--max-inconsistency", "9", "--json"]);
    assert_eq!(one["count"], "12");
}

#[test]
fn matrices_and_solutions_go_out_and_come_back() {
    let home = tempfile::tempdir().unwrap();
    put(home.path(), "small.scw", SMALL.as_bytes());
    for out in ["same.scw", "small.csv", "small.xlsx", "small.sl"] {
        let output = atalaya(home.path(), "es", &["cib", "small.scw", "--basins", "--out", out]);
        assert_eq!(code(&output), 0);
    }
    let read = |name: &str| std::fs::read_to_string(home.path().join(name)).unwrap();
    assert_eq!(read("same.scw"), SMALL);
    let (scw, csv) = (
        json(home.path(), &["cib", "small.scw", "--json"]),
        json(home.path(), &["cib", "small.csv", "--json"]),
    );
    assert_eq!(scw["scenarios"], csv["scenarios"]);
    let output = atalaya(home.path(), "es", &["cib", "small.xlsx", "--out", "again.csv"]);
    assert_eq!(code(&output), 0);
    assert_eq!(read("again.csv"), read("small.csv"));
    assert_eq!(code(&atalaya(home.path(), "es", &["cib", "small.scw", "--solutions", "small.sl"])), 0);
    put(home.path(), "old.sl", read("small.sl").replace("\" 1 1 1\"", "\" 1 2 1\"").as_bytes());
    let output = atalaya(home.path(), "es", &["cib", "small.scw", "--solutions", "old.sl"]);
    assert_eq!(code(&output), 1);
    assert!(String::from_utf8_lossy(&output.stderr).contains("W210"));
}

#[test]
fn bad_files_are_said_in_both_languages() {
    let home = tempfile::tempdir().unwrap();
    let many = SMALL.replacen(" -z\n", &" -z\n".repeat(10_000), 1);
    let cases: &[(&str, String)] = &[
        ("empty.scw", String::new()),
        ("cut.scw", SMALL[..SMALL.len() / 2].to_owned()),
        ("rows.scw", SMALL.replacen(" 2 ,-2 , 0 , 0 , 0 , 0 , 0 \n", "", 1)),
        ("columns.scw", SMALL.replacen(" 2 ,-2 ,", " 2 ,", 1)),
        ("giant.scw", SMALL.replacen(" 2 ,-2 ,", " 99999999999 ,-2 ,", 1)),
        ("large.scw", SMALL.replace(" 2 ", " 2000000000 ")),
        ("many.scw", many),
        ("words.csv", "A,B\nC,D\n".to_owned()),
        ("names.csv", ",A.a,B.b\nA.a,0,\u{1F600}\nB.b,1,0\n".to_owned()),
        ("box.toml", "[[parameter]]\nname = \"A\"\nvalues = []\n".to_owned()),
        ("box.json", "{\"values\": [2, 99999999999999]}".to_owned()),
        ("boxes.json", "[{\"values\": [2]}, {\"values\": [3]}]".to_owned()),
    ];
    for (name, text) in cases {
        put(home.path(), name, text.as_bytes());
        for lang in ["es", "en"] {
            let command = if name.starts_with("box") { "box" } else { "cib" };
            let output = atalaya(home.path(), lang, &[command, name]);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(code(&output), 1, "{name}: {said}");
            assert!(!said.is_empty() && !said.contains("panicked") && !said.contains('⟨'), "{name}: {said}");
        }
    }
    // Names of any kind are names.
    let odd = SMALL.replacen("&A", "&\u{1F600} \"&#<x>, = 'ñ'\"", 1).replacen(" -low", " -", 1);
    put(home.path(), "odd.scw", odd.as_bytes());
    assert_eq!(json(home.path(), &["cib", "odd.scw", "--json"])["count"], "4");
    let output = atalaya(home.path(), "en", &["cib", "odd.scw", "--force", "A"]);
    assert_eq!(code(&output), 2);
}

#[test]
fn a_box_is_counted_and_asked_again() {
    let home = tempfile::tempdir().unwrap();
    put(
        home.path(),
        "box.json",
        br#"{"values": [2, 3, 2], "exclusions": [[0, 0, 1, 0], [1, 2, 2, 1], [0, 1, 1, 1]]}"#,
    );
    let found = json(home.path(), &["box", "box.json", "--json"]);
    assert_eq!((&found["space"], &found["count"]), (&"12".into(), &"6".into()));
    assert_eq!(found["per_value"], serde_json::json!([["3", "3"], ["2", "2", "2"], ["4", "2"]]));
    assert_eq!(found["configurations"].as_array().unwrap().len(), 6);
    let fixed = json(home.path(), &["box", "box.json", "--fix", "2=3", "--count", "--json"]);
    assert_eq!((&fixed["count"], &fixed["configurations"]), (&"2".into(), &serde_json::json!([])));
    assert_eq!(
        json(home.path(), &["box", "box.json", "--sample", "9", "--json"])["configurations"]
            .as_array()
            .unwrap()
            .len(),
        9
    );
    assert_eq!(
        json(home.path(), &["box", "box.json", "--best", "2", "--json"])["configurations"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

/// The names of an object, in the order in which they are printed.
fn names(value: &Value) -> Vec<&str> {
    let mut names: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

#[test]
fn the_documents_have_the_names_that_programs_count_on() {
    let home = tempfile::tempdir().unwrap();
    put(home.path(), "small.scw", SMALL.as_bytes());
    let found = json(home.path(), &["cib", "small.scw", "--basins", "--json"]);
    let expected = "basins complete count descriptors listed marginals max_inconsistency nodes scenarios seconds space title";
    assert_eq!(names(&found).join(" "), expected);
    assert_eq!(names(&found["descriptors"][2]), ["name", "variants"]);
    assert_eq!(
        names(&found["scenarios"][0]).join(" "),
        "consistency inconsistency total_impact variants weight"
    );
    assert_eq!(names(&found["basins"]).join(" "), "count cycles exact fixed rule tie");
    assert_eq!(names(&found["basins"]["fixed"][0]), ["variants", "weight"]);
    assert_eq!(names(&found["basins"]["cycles"][0]), ["from", "length", "weight"]);
    assert!(found["space"].is_string() && found["count"].is_string() && found["nodes"].is_u64());
    assert!(found["seconds"].is_f64() && found["basins"]["tie"].is_string());
    let plain = json(home.path(), &["cib", "small.scw", "--json"]);
    assert_eq!(names(&plain["scenarios"][0]).join(" "), "consistency inconsistency total_impact variants");
    put(home.path(), "box.json", br#"{"values": [2, 2], "exclusions": [[0, 0, 1, 0]]}"#);
    let found = json(home.path(), &["box", "box.json", "--json"]);
    let expected = "configurations count listed nodes parameters per_value seconds space";
    assert_eq!(names(&found).join(" "), expected);
    assert!(found["per_value"][0][0].is_string() && found["space"].is_string() && found["count"].is_string());
    assert_eq!(found["configurations"][0], serde_json::json!({"values": [1, 2]}));
}

#[test]
fn near_configurations_are_families() {
    let home = tempfile::tempdir().unwrap();
    // All zeros or all ones, but for the last parameter: two families of two.
    let exclusions = "[[0, 0, 1, 1], [0, 1, 1, 0], [1, 0, 2, 1], [1, 1, 2, 0]]";
    let boxes = format!("[{{\"values\": [9]}}, {{\"values\": [2, 2, 2, 2], \"exclusions\": {exclusions}}}]");
    put(home.path(), "boxes.json", boxes.as_bytes());
    let asked = ["box", "boxes.json", "--entry", "2", "--families", "2"];
    let found = json(home.path(), &[&asked[..], &["--json"]].concat());
    assert_eq!((&found["count"], &found["listed"]), (&"4".into(), &"all".into()));
    let members = |family: usize| &found["families"][family]["members"];
    let of = |number: &Value| &found["configurations"][number.as_u64().unwrap() as usize - 1]["values"];
    for family in 0..2 {
        let own: Vec<&Value> = members(family).as_array().unwrap().iter().map(of).collect();
        assert_eq!(own.len(), 2);
        assert_eq!((&own[0][0], &own[0][1], &own[0][2]), (&own[1][0], &own[1][1], &own[1][2]));
        let first = own[0][0].clone();
        let shared = serde_json::json!([[1, first], [2, first], [3, first]]);
        assert_eq!(found["families"][family]["shared"], shared);
    }
    for lang in ["es", "en"] {
        let output = atalaya(home.path(), lang, &asked);
        assert!(code(&output) == 0 && !printed(&output).contains('⟨'), "{}", printed(&output));
    }
    // Too many to be compared: a sample of them.
    let wide = json(home.path(), &["box", "boxes.json", "--entry", "1", "--families", "9", "--json"]);
    assert_eq!(wide["families"].as_array().unwrap().len(), 9);
    put(home.path(), "wide.json", b"{\"values\": [40, 40]}");
    let wide = json(home.path(), &["box", "wide.json", "--families", "3", "--json"]);
    assert_eq!((&wide["listed"], wide["configurations"].as_array().unwrap().len()), (&"sample".into(), 300));
}

#[test]
fn groups_of_a_panel_stand_side_by_side() {
    let home = tempfile::tempdir().unwrap();
    let other = SMALL
        .replace(" 0 , 0 , 2 ,-2 ,", " 0 , 0 ,-2 , 2 ,")
        .replace(" 0 , 0 ,-2 , 2 ,-1", " 0 , 0 , 2 ,-2 ,-1");
    for folder in ["north", "south"] {
        std::fs::create_dir_all(home.path().join("panel").join(folder)).unwrap();
    }
    for (name, text) in [
        ("panel/north/a.scw", SMALL),
        ("panel/north/b.scw", SMALL),
        ("panel/north/notes.txt", "no matrix"),
        ("panel/south/a.scw", other.as_str()),
    ] {
        put(home.path(), name, text.as_bytes());
    }
    let found = json(home.path(), &["cib", "panel", "--json"]);
    let panel = &found["panel"];
    assert_eq!(panel["experts"], 3);
    assert_eq!(
        panel["files"][2].as_str().map(|name| name.replace('\\', "/")).as_deref(),
        Some("panel/south/a.scw")
    );
    let group = |at: usize| (&panel["groups"][at]["name"], &panel["groups"][at]["experts"]);
    assert_eq!(group(0), (&"north".into(), &serde_json::json!([1, 2])));
    assert_eq!(group(1), (&"south".into(), &serde_json::json!([3])));
    // What a group of one finds is what its only member finds, and so for those who agree.
    for held in panel["scenarios"].as_array().unwrap() {
        let has = |list: &str, one: u64| held[list].as_array().unwrap().iter().any(|n| *n == one);
        assert_eq!(has("groups", 1), has("experts", 1));
        assert_eq!(has("groups", 2), has("experts", 3));
    }
    let counts = |at: usize| panel["groups"][at]["count"].as_u64().unwrap();
    assert_eq!((counts(0), counts(1) < 4), (4, true));
    // The same from folders given one by one, and nothing of groups where there is one folder.
    let same = json(home.path(), &["cib", "panel/north", "panel/south", "--json"]);
    assert_eq!(same["panel"], *panel);
    let one = json(home.path(), &["cib", "panel/north", "--json"]);
    assert!(one["panel"]["groups"].is_null() && one["panel"]["scenarios"][0]["groups"].is_null());
    for lang in ["es", "en"] {
        let text = printed(&atalaya(home.path(), lang, &["cib", "panel"]));
        assert!(text.contains("north") && text.contains("south") && !text.contains('⟨'), "{text}");
    }
    std::fs::create_dir(home.path().join("empty")).unwrap();
    let empty = atalaya(home.path(), "en", &["cib", "empty"]);
    assert_eq!(code(&empty), 1);
    let errors = |output: &std::process::Output| String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(errors(&empty).contains("no matrices in “empty”"), "{}", errors(&empty));
    // A matrix of another shape is told by the first descriptor that differs, as each writes it.
    let strange = SMALL.replacen("&B\n -low", "&B\n -lower", 1);
    assert_ne!(strange, SMALL);
    put(home.path(), "panel/south/b.scw", strange.as_bytes());
    let refused = atalaya(home.path(), "en", &["cib", "panel"]);
    assert_eq!(code(&refused), 1);
    let said = errors(&refused);
    assert!(said.contains("it says B (lower, high) where the other says B (low, high)"), "{said}");
}

/// Three members: the third sees the first pair the other way round.
fn members(home: &std::path::Path) -> [&'static str; 3] {
    let other = SMALL.replace(" 0 , 0 , 2 ,-2 ,", " 0 , 0 ,-2 , 2 ,");
    for (name, text) in [("one.scw", SMALL), ("two.scw", SMALL), ("three.scw", other.as_str())] {
        put(home, name, text.as_bytes());
    }
    ["one.scw", "two.scw", "three.scw"]
}

#[test]
fn a_panel_says_for_whom_each_scenario_is_consistent() {
    let home = tempfile::tempdir().unwrap();
    let [one, two, three] = members(home.path());
    let found = json(home.path(), &["cib", one, two, three, "--disputed", "--json"]);
    // The means: A on B is (2 + 2 - 2) / 3.
    assert_eq!(found["scenarios"][0]["total_impact"].as_f64(), Some(11.0 / 3.0));
    let panel = &found["panel"];
    assert_eq!((&panel["experts"], &panel["draws"]), (&3.into(), &0.into()));
    let of = |variants: Value| {
        let all = panel["scenarios"].as_array().unwrap();
        all.iter().find(|held| held["variants"] == variants).cloned()
    };
    let shared = of(serde_json::json!([1, 1, 1])).unwrap();
    assert_eq!((&shared["panel"], &shared["experts"]), (&true.into(), &serde_json::json!([1, 2])));
    let cells = panel["disputed"].as_array().unwrap();
    assert_eq!(cells.len(), 2);
    assert!(cells.iter().any(|cell| cell["lost"] != serde_json::json!([0, 0])));
    // From eight experts on panels are drawn again.
    let eight: Vec<&str> = ["cib", one, two, three, one, two, one, two, one, "--json"].to_vec();
    let found = json(home.path(), &eight);
    assert_eq!(found["panel"]["draws"], 1000);
    let held = found["panel"]["scenarios"][0]["draws"].as_u64().unwrap();
    assert!(held > 900, "{held}");
    put(home.path(), "wide.csv", b",A.a,A.b\nA.a,0,0\nA.b,0,0\n");
    let output = atalaya(home.path(), "en", &["cib", one, "wide.csv"]);
    assert_eq!(code(&output), 1);
    assert!(String::from_utf8_lossy(&output.stderr).contains("wide.csv does not have the same descriptors"));
}

#[test]
fn a_few_of_many_near_misses_and_transitions_are_told() {
    let home = tempfile::tempdir().unwrap();
    put(home.path(), "small.scw", SMALL.as_bytes());
    let found = json(
        home.path(),
        &["cib", "small.scw", "--pick", "2", "--near", "--transitions", "--check", "--json"],
    );
    // The greatest total impact first, and what differs from it everywhere.
    assert_eq!(found["picked"]["numbers"], serde_json::json!([1, 3]));
    assert_eq!(found["picked"]["least_distance"], 3);
    let wider = json(home.path(), &["cib", "small.scw", "--max-inconsistency", "1", "--json"]);
    let count = |found: &Value| found["count"].as_str().unwrap().parse::<u64>().unwrap();
    let near = &found["near"];
    assert_eq!(count(near), count(&wider) - count(&found));
    for miss in near["scenarios"].as_array().unwrap() {
        assert_eq!(miss["inconsistency"], 1);
        assert_ne!(miss["change"]["change"], 0);
    }
    let edges = found["transitions"].as_array().unwrap();
    let changes: usize = edges.iter().map(|edge| edge["changes"].as_array().unwrap().len()).sum();
    assert_eq!(changes, 4 * 4);
    // With A and B pulling at each other a change of one of them turns in a circle.
    assert!(edges.iter().any(|edge| edge["length"] == 2));
    assert_eq!(found["missing"]["on_themselves"], serde_json::json!([3]));
    for lang in ["es", "en"] {
        let asked = ["cib", "small.scw", "--pick", "2", "--near", "--transitions", "--check"];
        let output = atalaya(home.path(), lang, &asked);
        assert!(!printed(&output).contains('⟨'), "{}", printed(&output));
    }
}

#[test]
fn changes_are_made_before_the_search_and_written() {
    let home = tempfile::tempdir().unwrap();
    put(home.path(), "small.scw", SMALL.as_bytes());
    let written = |changes: &[&str], out: &str| {
        let mut asked = vec!["cib", "small.scw", "--out", out];
        changes.iter().for_each(|change| asked.extend(["--edit", change]));
        assert_eq!(code(&atalaya(home.path(), "en", &asked)), 0, "{changes:?}");
        std::fs::read_to_string(home.path().join(out)).unwrap()
    };
    // Twice transposed is untouched to the byte; a factor touches the matrix alone.
    assert_eq!(written(&["transpose", "transpose"], "same.scw"), SMALL);
    let doubled = written(&["scale 2"], "double.scw");
    let parts = |text: &str| text.split("#\n").map(str::to_owned).collect::<Vec<_>>();
    let changed: Vec<usize> = parts(&doubled)
        .iter()
        .zip(parts(SMALL))
        .enumerate()
        .filter(|(_, (new, old))| *new != old)
        .map(|(index, _)| index)
        .collect();
    assert_eq!(changed, [5]);
    let merged = written(&["merge C=y,z,yz", "standardise", "split 1=low,lower"], "merged.csv");
    assert!(merged.starts_with(",A.low,A.lower,A.high,B.low,B.high,C.x,C.yz\n"), "{merged}");
    for (change, says) in [
        ("turn", "is no change"),
        ("scale 0", "whole number above 0"),
        ("scale 2000000000", "too large"),
        ("merge C=y,y,yz", "names no variant"),
        ("split C=q,yz", "names no variant"),
    ] {
        let output = atalaya(home.path(), "en", &["cib", "small.scw", "--edit", change]);
        assert_eq!(code(&output), 2, "{change}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(says), "{change}: {output:?}");
    }
}

#[test]
fn pictures_are_written_whole() {
    let home = tempfile::tempdir().unwrap();
    put(home.path(), "small.scw", SMALL.as_bytes());
    for lang in ["es", "en"] {
        let output = atalaya(
            home.path(),
            lang,
            &["cib", "small.scw", "--basins", "--explain", "2", "--pick", "2", "--svg", lang],
        );
        assert_eq!(code(&output), 0);
        let mark = if lang == "es" { "familia 2: 2 escenarios" } else { "family 2: 2 scenarios" };
        let map = std::fs::read_to_string(home.path().join(lang).join("cib-map.svg")).unwrap();
        assert!(map.contains(mark), "{map}");
        for name in ["cib-tableau", "cib-impact-2", "cib-map", "cib-basins"] {
            let svg = std::fs::read_to_string(home.path().join(lang).join(format!("{name}.svg"))).unwrap();
            assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"), "{name}");
            assert!(!svg.contains('⟨'), "{name}");
        }
    }
    let output = atalaya(
        home.path(),
        "en",
        &["cib", "small.scw", "--force", "A=low", "--forbid", "A=low", "--svg", "none"],
    );
    assert_eq!(code(&output), 0);
    assert!(String::from_utf8_lossy(&output.stderr).contains("There is no figure to draw."));
}
