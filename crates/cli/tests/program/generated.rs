//! Files of `docs/` that are made from the code: they must be what the code says today. `cargo xtask docs` writes them.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::PathBuf};

use atalaya_analysis::{canonical, findings::Findings};
use atalaya_model::{
    Kind, Lang, Record,
    choice::Locale,
    family::FAMILIES,
    field::Field,
    heading::Of,
    record::Home,
    records::{Frame, Privacy, Rules},
    with_tables,
};
use atalaya_words::Words;

use crate::support::{atalaya, code, printed};

/// Holds a file of `docs/` to its source, or writes it where `UPDATE_GENERATED` is set.
fn hold(path: &str, text: &str) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(path);
    if std::env::var_os("UPDATE_GENERATED").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
    }
    let written = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(written == text, "docs/{path} is not what the code says: run `cargo xtask docs` and review it");
}

#[test]
fn generated_schema_of_the_findings() {
    hold("schema/findings.json", &canonical::json(&schemars::schema_for!(Findings)).unwrap());
}

#[test]
fn generated_schemas_of_the_methods() {
    for method in ["micmac", "delphi", "igo"] {
        let output = atalaya(&std::env::temp_dir(), "en", &[method, "--schema"]);
        assert_eq!(code(&output), 0);
        hold(&format!("schema/{method}.json"), &printed(&output));
    }
}

#[test]
fn generated_page_of_the_study_folder() {
    for (lang, path) in [(Lang::En, "study-folder.md"), (Lang::Es, "study-folder.es.md")] {
        let page = folder_page(&Words::new(lang));
        assert!(!page.contains('⟨'), "a word is missing: {page}");
        hold(path, &page);
    }
}

/// A part of the folder: its file, what it is, its columns.
struct Part {
    kind: Kind,
    home: Home,
    columns: Vec<String>,
    fields: Vec<(&'static str, Vec<&'static str>)>,
    long: &'static str,
}

fn parts() -> Vec<Part> {
    let mut out = Vec::new();
    macro_rules! collect {
        ($($table:ident: $type:ident),+) => {$(
            out.push(Part {
                kind: <atalaya_model::records::$type as Record>::KIND,
                home: <atalaya_model::records::$type as Record>::HOME,
                columns: <atalaya_model::records::$type as Record>::columns(),
                fields: <atalaya_model::records::$type as Record>::fields()
                    .into_iter()
                    .map(|(name, _, words)| (name, words))
                    .collect(),
                long: <atalaya_model::records::$type as Record>::LONG,
            });
        )+};
    }
    with_tables!(collect);
    out
}

/// The meaning of a field: its own in this part, else the one that parts share.
fn meaning(words: &Words, part: &str, field: &str) -> String {
    let own = format!("field-{part}-{field}");
    if words.has(&own) { words.t(&own) } else { words.t(&format!("field-{field}")) }
}

/// A row of a table: name, meaning, words allowed.
type Row = (String, String, Vec<&'static str>);

/// A table; the words allowed have a column where some row has them.
fn table(words: &Words, page: &mut String, head: &str, rows: &[Row]) {
    let with_words = rows.iter().any(|(_, _, allowed)| !allowed.is_empty());
    let _ = write!(page, "\n| {} | {} |", words.t(head), words.t("folder-meaning"));
    if with_words {
        let _ = write!(page, " {} |", words.t("folder-words"));
    }
    page.push_str(if with_words { "\n|---|---|---|\n" } else { "\n|---|---|\n" });
    for (name, text, allowed) in rows {
        let name = if name.starts_with('`') { name.clone() } else { format!("`{name}`") };
        let _ = write!(page, "| {name} | {} |", text.replace('|', "\\|"));
        if with_words {
            let allowed: Vec<String> = allowed.iter().map(|word| format!("`{word}`")).collect();
            let _ = write!(page, " {} |", allowed.join(", "));
        }
        page.push('\n');
    }
}

fn folder_page(words: &Words) -> String {
    let t = |key: &str| words.t(key);
    let mut page =
        format!("# {}\n\n{}\n\n*{}*\n", t("folder-title"), t("folder-intro"), t("folder-generated"));
    let _ = write!(page, "\n## {}\n", t("folder-common"));
    let common = ["id", "provenance", "sources"]
        .map(|field| (field.to_owned(), t(&format!("field-{field}")), Vec::new()));
    table(words, &mut page, "folder-column", &common);
    let _ = write!(page, "\n## `study.toml`\n\n{}\n", t("folder-study"));
    let mut rows = Vec::new();
    for key in frame_keys() {
        let text = meaning(words, "study", &key);
        rows.push((key, text, Vec::new()));
    }
    table(words, &mut page, "folder-key", &rows);
    for section in ["privacy", "rules"] {
        let mut columns = Vec::new();
        match section {
            "rules" => <Rules as Field>::columns(section, &mut columns),
            _ => <Privacy as Field>::columns(section, &mut columns),
        }
        let _ = write!(page, "\n{}\n", t(&format!("folder-{section}")));
        let keys = columns.iter().filter_map(|column| column.strip_prefix(section)?.strip_prefix('.'));
        let rows: Vec<Row> =
            keys.map(|key| (key.to_owned(), t(&format!("field-{section}-{key}")), Vec::new())).collect();
        table(words, &mut page, "folder-key", &rows);
    }
    let mut files: BTreeMap<&str, Vec<Part>> = BTreeMap::new();
    let mut order = Vec::new();
    for part in parts() {
        if !order.contains(&part.home.file()) {
            order.push(part.home.file());
        }
        files.entry(part.home.file()).or_default().push(part);
    }
    for file in order {
        let _ = write!(page, "\n## `{file}`\n");
        for part in files.remove(file).unwrap_or_default() {
            let kind = part.kind.as_str();
            if let Home::Toml(_, name) = part.home {
                let _ = write!(page, "\n### `[[{name}]]`\n");
            }
            let _ = write!(page, "\n{}\n", t(&format!("part-{kind}")));
            let mut rows = vec![("id".to_owned(), t("field-id"), Vec::new())];
            for (field, allowed) in part.fields {
                let both = part.columns.contains(&format!("{field}.es"));
                let name = match (both, part.home) {
                    (true, Home::Csv(_)) => format!("{field}_es`, `{field}_en"),
                    (true, Home::Toml(..)) => format!("{field}.es`, `{field}.en"),
                    (false, _) => field.to_owned(),
                };
                // What a table may call it in the reader's language.
                let other = Of::Columns.name(field, words.lang());
                let name = if other == field { name } else { format!("`{name}` (`{other}`)") };
                rows.push((name, meaning(words, kind, field), allowed));
            }
            if !part.long.is_empty() {
                rows.push((part.long.to_owned(), meaning(words, kind, part.long), Vec::new()));
            }
            let head = if matches!(part.home, Home::Toml(..)) { "folder-key" } else { "folder-column" };
            table(words, &mut page, head, &rows);
        }
    }
    for (file, key) in [
        ("answers.csv", "folder-answers"),
        ("answers/ROUND/FAMILY/EXPERT.csv", "folder-matrices"),
        ("scan/values.csv", "folder-values"),
        ("texts/", "folder-texts"),
        ("history/", "folder-history"),
    ] {
        let _ = write!(page, "\n## `{file}`\n\n{}\n", t(key));
    }
    let _ = write!(
        page,
        "\n## {}\n\n| {} | {} | {} |\n|---|---|---|\n",
        t("folder-families"),
        t("folder-family"),
        t("folder-asks"),
        t("folder-scale")
    );
    for family in FAMILIES {
        let ids = family.kinds.iter().map(|kinds| {
            let names: Vec<String> = kinds.iter().map(|kind| words.choice("kinds", kind.as_str())).collect();
            words.list(&names)
        });
        let ids: Vec<String> = ids.collect();
        let asks = format!("{} ({})", words.choice("family", family.name), ids.join(" × "));
        let _ = writeln!(page, "| `{}` | {asks} | {} |", family.name, family.scale.print());
    }
    page
}

/// The keys of `study.toml`, in the order in which a full study prints them.
fn frame_keys() -> Vec<String> {
    let example = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/mipymes-peru-2030");
    let mut frame = atalaya_formats::folder::read(&example).value.frame;
    // What the example leaves out is printed as well.
    frame.team.es = "x".to_owned();
    frame.sponsor.es = "x".to_owned();
    frame.locale = frame.locale.or(Some(Locale::Mx));
    frame.scales.insert("x".to_owned(), "1..2".to_owned());
    let mut keys: Vec<String> = Vec::new();
    for (key, _) in Frame::print(&frame) {
        let head = key.split('.').next().unwrap_or_default().to_owned();
        if !keys.contains(&head) && !matches!(head.as_str(), "rules" | "privacy") {
            keys.push(head);
        }
    }
    keys
}
