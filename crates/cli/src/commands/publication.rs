//! What a public archive holds besides the study: how to cite it, its licence, the dictionary of its data, the rules and
//! the deviations from them, the findings.

use std::collections::BTreeMap;

use atalaya_analysis::{canonical, findings::Findings};
use atalaya_formats::{print::Layout, sheet::quote};
use atalaya_model::{Code, Diagnostic, Lang, Study, choice::Choice};
use atalaya_words::{Words, dictionary};

/// Licences whose names citation files know (SPDX).
const LICENCES: [&str; 17] = [
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC-BY-4.0",
    "CC-BY-NC-4.0",
    "CC-BY-NC-ND-4.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-ND-4.0",
    "CC-BY-SA-4.0",
    "CC0-1.0",
    "EUPL-1.2",
    "GPL-3.0-only",
    "MIT",
    "MPL-2.0",
    "ODC-By-1.0",
    "ODbL-1.0",
    "PDDL-1.0",
];

/// Of what stands beside a study, what is published with it (its licence), and the names of the rest.
pub fn carried(layout: Layout) -> (BTreeMap<String, Vec<u8>>, Vec<String>) {
    let is_licence = |path: &str| {
        let upper = path.to_uppercase();
        !path.contains('/') && ["LICENSE", "LICENCE", "LICENCIA"].iter().any(|name| upper.starts_with(name))
    };
    let made = |path: &str| atalaya_formats::read::PUBLISHED.contains(&path);
    let (kept, left): (BTreeMap<_, _>, BTreeMap<_, _>) =
        layout.carried.into_iter().filter(|(path, _)| !made(path)).partition(|(path, _)| is_licence(path));
    (kept, left.into_keys().collect())
}

/// The files by name.
///
/// # Errors
/// Only where findings cannot be printed, which is a mistake of the program.
pub fn files(
    study: &Study,
    findings: &Findings,
    said: &[Diagnostic],
) -> anyhow::Result<Vec<(&'static str, String)>> {
    let words = [Words::new(Lang::Es), Words::new(Lang::En)];
    Ok(vec![
        ("CITATION.cff", citation(study)),
        ("LICENCE.txt", licence(study, &words)),
        ("deviations.csv", deviations(study, findings, said, &words)),
        ("dictionary.csv", described(study)),
        ("findings.json", canonical::json(findings)?),
        ("rules.csv", rules(study, findings, &words)),
    ])
}

fn csv<const N: usize>(head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let mut out = head.join(",");
    out.push('\n');
    for row in rows {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            // What a spreadsheet would run as a formula is text.
            let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
            quote(&if formula { format!("'{cell}") } else { cell.clone() }, b',', &mut out);
        }
        out.push('\n');
    }
    out
}

/// The data dictionary.
fn described(study: &Study) -> String {
    let head = ["file", "column", "meaning_es", "meaning_en", "scale_es", "scale_en"];
    let rows = dictionary(study).into_iter().map(|entry| {
        let [es, en] = entry.meaning;
        let [scale_es, scale_en] = entry.scale;
        [entry.file, entry.column, es, en, scale_es, scale_en]
    });
    csv(head, rows)
}

/// The rules in force, with who set them and their hash.
fn rules(study: &Study, findings: &Findings, words: &[Words; 2]) -> String {
    let own: BTreeMap<String, String> =
        study.frame.print().into_iter().map(|(key, value)| (key, value.cell())).collect();
    let set = |rule: &str| match rule {
        "seed" => own.contains_key("seed"),
        "min_group" => own.contains_key("privacy.min_group"),
        _ => own.contains_key(&format!("rules.{rule}")),
    };
    let meaning = |rule: &str| words.each_ref().map(|words| words.t(&format!("field-rules-{rule}")));
    let hash = std::iter::once(("rules_hash", &findings.frame.rules_hash, "computed"));
    let all = findings.frame.rules.iter();
    let all = all.map(|(rule, value)| (rule.as_str(), value, if set(rule) { "study" } else { "default" }));
    let rows = all.chain(hash).map(|(rule, value, set)| {
        let [es, en] = meaning(rule);
        [rule.to_owned(), value.clone(), set.to_owned(), es, en]
    });
    csv(["rule", "value", "set", "meaning_es", "meaning_en"], rows)
}

/// Where the study departs from its rules: decisions that are not what the rule proposes, decisions that rested on other
/// findings, wordings changed after they were answered, answers of people who were not invited.
fn deviations(study: &Study, findings: &Findings, said: &[Diagnostic], words: &[Words; 2]) -> String {
    let mut rows: Vec<[String; 9]> = Vec::new();
    for found in findings.decisions.iter().filter(|found| found.decided) {
        let record = study.decisions.iter().find(|decision| decision.id.as_str() == found.id);
        let role = record.and_then(|r| r.role).map(|role| role.as_str()).unwrap_or_default();
        let by = record.map(|r| r.by.get(Lang::Es).to_owned()).unwrap_or_default();
        let by = [by.as_str(), role].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(", ");
        let about = found.stage.clone().unwrap_or_else(|| found.about.clone());
        let reason = record.map(|r| (r.reason.es.clone(), r.reason.en.clone())).unwrap_or_default();
        let row = |what: &str| {
            [
                what.to_owned(),
                found.id.clone(),
                about.clone(),
                found.proposed.join(" "),
                found.stands.join(" "),
                record.map(|r| r.date.clone()).unwrap_or_default(),
                by.clone(),
                reason.0.clone(),
                reason.1.clone(),
            ]
        };
        if !found.agrees && found.stage.is_none() {
            rows.push(row("differs"));
        }
        if found.stale {
            rows.push(row("stale"));
        }
    }
    for diagnostic in said.iter().filter(|d| matches!(d.code, Code::WordingChanged | Code::NotInvited)) {
        let [es, en] = words.each_ref().map(|words| words.diagnostic(diagnostic).text);
        let arg = |name: &str| diagnostic.args.iter().find(|(n, _)| *n == name).map(|(_, v)| v.clone());
        let empty = String::new;
        rows.push([
            diagnostic.code.to_string(),
            arg("id").unwrap_or_default(),
            arg("round").unwrap_or_default(),
            empty(),
            empty(),
            empty(),
            empty(),
            es,
            en,
        ]);
    }
    csv(["what", "id", "about", "proposed", "chosen", "date", "by", "reason_es", "reason_en"], rows)
}

/// The name of the licence, in both languages.
fn licence(study: &Study, words: &[Words; 2]) -> String {
    let name = study.frame.licence.trim();
    let line = |words: &Words| match name {
        "" => words.t("licence-none"),
        name => words.with("licence-name", &[("licence", name.into())]),
    };
    let address = LICENCES.contains(&name).then(|| format!("https://spdx.org/licenses/{name}.html\n"));
    format!("{}\n{}\n{}", line(&words[0]), line(&words[1]), address.unwrap_or_default())
}

/// How to cite the study: the Citation File Format 1.2.
fn citation(study: &Study) -> String {
    let frame = &study.frame;
    let main = frame.languages.first().and_then(|code| Lang::parse(code)).unwrap_or(Lang::Es);
    let text = |text: &atalaya_model::Text| text.get(main).to_owned();
    // A JSON text is a YAML text.
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let short = frame.id.as_ref().map_or("study", |id| id.as_str());
    let title = match text(&frame.title) {
        title if title.is_empty() => short.to_owned(),
        title => title,
    };
    let mut out = format!(
        "cff-version: 1.2.0\nmessage: {}\ntype: dataset\ntitle: {}\nauthors:\n",
        quoted("If you use this study, please cite it. / Si usa este estudio, cítelo."),
        quoted(&title)
    );
    let signed = [text(&frame.team), text(&frame.sponsor), title.clone()];
    let fallback = signed.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
    let authors = if frame.authors.is_empty() { vec![fallback] } else { frame.authors.clone() };
    for author in &authors {
        match author.split_once(',') {
            Some((family, given)) if !given.trim().is_empty() => out.push_str(&format!(
                "  - family-names: {}\n    given-names: {}\n",
                quoted(family.trim()),
                quoted(given.trim())
            )),
            _ => out.push_str(&format!("  - name: {}\n", quoted(author.trim()))),
        }
    }
    let mut add = |key: &str, value: &str| {
        if !value.is_empty() {
            out.push_str(&format!("{key}: {}\n", quoted(value)));
        }
    };
    add("version", &frame.version);
    let whole_day = frame.as_of.len() == 10;
    add("date-released", if whole_day { &frame.as_of } else { "" });
    let doi = frame.doi.trim();
    let doi = doi.strip_prefix("https://doi.org/").or(doi.strip_prefix("doi:")).unwrap_or(doi).trim();
    add("doi", if doi.starts_with("10.") && doi.contains('/') { doi } else { "" });
    add("abstract", &text(&frame.question));
    let names: Vec<&str> = frame.licence.split(" OR ").map(str::trim).collect();
    if names.iter().all(|name| LICENCES.contains(name)) {
        match names.as_slice() {
            [name] => out.push_str(&format!("license: {}\n", quoted(name))),
            names => {
                out.push_str("license:\n");
                names.iter().for_each(|name| out.push_str(&format!("  - {}\n", quoted(name))));
            }
        }
    }
    out
}
