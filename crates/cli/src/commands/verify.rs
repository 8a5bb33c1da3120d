//! `atalaya verify`: a stranger recomputes an archive's findings from its answers, and what a report says from both.

use std::{collections::BTreeMap, fs, path::Path, process::ExitCode};

use atalaya_analysis::{
    analyse, canonical,
    findings::Findings,
    verify::{self, Part},
};
use atalaya_formats::{archive, book, read, sheet, tree::unreadable};
use atalaya_methods::control::Control;
use atalaya_model::{Code, Diagnostic, Lang, Place, Severity, Study};
use atalaya_report::{
    chapters,
    doc::Document,
    docx, html, pdf,
    profile::{Profile, SHIPPED},
    resolve::Labels,
    said::{self, Compared, Difference, Piece},
    tables, workbook,
};
use atalaya_words::{Arg, Words};
use serde_json::Value;

use super::{archive::printed, profiles};
use crate::print;

/// Most differences that are printed one by one.
const SHOWN: usize = 30;
/// Most letters of a sentence that are printed.
const LONG: usize = 300;

/// Verifies an archive, and a report where there is one: as the profile makes it, or as the shipped one does that it is
/// nearest to. Exit 0 only where everything is reproduced.
///
/// # Errors
/// A mistake of the program itself; what is wrong with archive or report is told in words.
pub fn run(
    words: &Words,
    path: &Path,
    report: Option<&Path>,
    profile: Option<&str>,
) -> anyhow::Result<ExitCode> {
    // The default is shipped as the first.
    let names: Vec<&str> =
        profile.map_or_else(|| SHIPPED.iter().map(|(name, _)| *name).collect(), |own| vec![own]);
    let found: Result<Vec<Profile>, Diagnostic> = names.iter().map(|name| profiles::find(name)).collect();
    let candidates = match found {
        Ok(candidates) => candidates,
        Err(diagnostic) => return Ok(print::stop(words, &[diagnostic])),
    };
    let place = || Place::file(&path.display().to_string());
    if path.is_dir() || path.extension().is_some_and(|end| end.eq_ignore_ascii_case("xlsx")) {
        return Ok(print::stop(words, &[Diagnostic::new(Code::NotPublic, place())]));
    }
    let packed = match archive::open(path) {
        Ok(packed) => packed,
        Err(said) => return Ok(print::stop(words, &said)),
    };
    let stated = packed.tree.read("findings.json").ok().flatten();
    let stated: Option<Value> = stated.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let (Some(public), Some(stated)) = (packed.public, stated) else {
        return Ok(print::stop(words, &[Diagnostic::new(Code::NotPublic, place())]));
    };
    let loaded = read::study(&packed.tree);
    let errors: Vec<Diagnostic> =
        atalaya_formats::check(&loaded).into_iter().filter(|d| d.severity() == Severity::Error).collect();
    if !errors.is_empty() {
        return Ok(print::stop(words, &errors));
    }
    let findings = analyse(&loaded.value, &Control::default())?;
    if public.release != findings.release {
        let args = [("stated", public.release.into()), ("own", findings.release.as_str().into())];
        print::line(&words.with("cli-verify-release", &args));
    }
    print::line(&words.with("cli-verify-content", &[("hash", printed(&findings.hash).into())]));
    let mut failed = 0;
    if public.content != findings.hash {
        print::line(&words.with("cli-verify-manifest", &[("hash", public.content.into())]));
        failed += 1;
    }
    let recomputed: Value = serde_json::from_str(&canonical::json(&findings)?)?;
    let parts = grouped(verify::compare(&stated, &recomputed));
    failed += tell_parts(words, &parts);
    let numbers: usize = parts.iter().map(|part| part.numbers).sum();
    print::line(&match failed {
        0 => words.with("cli-verify-done", &[("numbers", numbers.into())]),
        count => words.with("cli-verify-failed", &[("count", count.into())]),
    });
    if let Some(report) = report {
        let (study, findings) = (&loaded.value, &findings);
        let own = |index: usize, quiet| Own { words, study, findings, profile: &candidates[index], quiet };
        let nearest = match nearest(candidates.len(), |index| own(index, true).report(report))? {
            Ok(nearest) => nearest,
            Err(diagnostic) => return Ok(print::stop(words, &[diagnostic])),
        };
        if names[nearest] != names[0] {
            print::line(&words.with("cli-verify-by-profile", &[("profile", names[nearest].into())]));
        }
        match own(nearest, false).report(report)? {
            Ok(count) => failed += count,
            Err(diagnostic) => return Ok(print::stop(words, &[diagnostic])),
        }
    }
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// A report of another profile differs in hundreds of places; one that differs in so few is of this profile.
const FEW: usize = 20;

/// Which of some profiles a report is of: the first that it hardly differs from, or the first of the fewest differences.
fn nearest(
    count: usize,
    differences: impl Fn(usize) -> Outcome,
) -> anyhow::Result<Result<usize, Diagnostic>> {
    let mut best = (0, usize::MAX);
    // One needs no choice.
    for index in (0..count).filter(|_| count > 1) {
        match differences(index)? {
            Ok(found) if found <= FEW => return Ok(Ok(index)),
            Ok(found) if found < best.1 => best = (index, found),
            Ok(_) => {}
            Err(diagnostic) => return Ok(Err(diagnostic)),
        }
    }
    Ok(Ok(best.0))
}

/// The stages in their order, then the decisions, the trace and the gaps; what is left is the head.
fn grouped(parts: Vec<Part>) -> Vec<Part> {
    const ORDER: [&str; 11] = [
        "frame",
        "scan",
        "consult",
        "structure",
        "explore",
        "choose",
        "act",
        "watch",
        "decisions",
        "trace",
        "gaps",
    ];
    let mut head = Part { name: "head".to_owned(), ..Part::default() };
    let mut named: BTreeMap<usize, Part> = BTreeMap::new();
    for part in parts {
        match ORDER.iter().position(|name| *name == part.name) {
            Some(place) => {
                named.insert(place, part);
            }
            None => {
                head.numbers += part.numbers;
                head.same_numbers += part.same_numbers;
                head.words += part.words;
                head.same_words += part.same_words;
                head.differences.extend(part.differences);
            }
        }
    }
    named.into_values().chain([head]).collect()
}

/// Prints what was reproduced, and what was not; the number of differences.
fn tell_parts(words: &Words, parts: &[Part]) -> usize {
    for part in parts {
        let stage = format!("stage-{}", part.name);
        let stage = if words.has(&stage) { stage } else { format!("cli-verify-part-{}", part.name) };
        let mut args: Vec<Arg<'_>> = vec![
            ("part", words.t(&stage).into()),
            ("same", part.same_numbers.to_string().into()),
            ("all", part.numbers.to_string().into()),
        ];
        let key = if part.words == part.same_words {
            "cli-verify-part"
        } else {
            args.push(("samewords", part.same_words.to_string().into()));
            args.push(("words", part.words.to_string().into()));
            "cli-verify-part-words"
        };
        print::line(&words.with(key, &args));
        for (index, difference) in part.differences.iter().enumerate() {
            if index == SHOWN {
                print::line(&more(words, part.differences.len() - SHOWN));
                break;
            }
            let shown = |value: &Option<Value>| match value {
                None => words.t("cli-verify-nothing"),
                Some(value) => cut(&value.to_string()),
            };
            let args = [
                ("stated", shown(&difference.stated).into()),
                ("recomputed", shown(&difference.recomputed).into()),
            ];
            print::line(&format!("  {}: {}", difference.path, words.with("cli-verify-difference", &args)));
        }
    }
    differing(parts)
}

fn more(words: &Words, count: usize) -> String {
    format!("  {}", words.with("cli-verify-more", &[("count", count.into())]))
}

fn differing(parts: &[Part]) -> usize {
    parts.iter().map(|part| part.differences.len()).sum()
}

fn cut(text: &str) -> String {
    if text.chars().count() <= LONG {
        return text.to_owned();
    }
    text.chars().take(LONG).chain(['…']).collect()
}

/// What the archive gives, to compare a report with.
struct Own<'a> {
    words: &'a Words,
    study: &'a Study,
    findings: &'a Findings,
    profile: &'a Profile,
    /// Whether it only counts.
    quiet: bool,
}

type Outcome = anyhow::Result<Result<usize, Diagnostic>>;

impl Own<'_> {
    fn line(&self, text: &str) {
        if !self.quiet {
            print::line(text);
        }
    }

    /// The words in which a report of the study is printed.
    fn spoken(&self, lang: Lang) -> Words {
        Words::spoken(lang, self.study.frame.locale, &self.profile.school(lang))
    }

    fn document(&self, words: &Words) -> Document {
        chapters::handed(self.study, self.findings, words, self.profile, false).document
    }

    /// Compares a report; the number of its differences.
    fn report(&self, path: &Path) -> Outcome {
        let refused = |reason: &str| {
            let place = Place::file(&path.display().to_string());
            Ok(Err(Diagnostic::new(Code::NotAReport, place).with("reason", reason)))
        };
        if path.is_dir() {
            return self.folder(path);
        }
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => return Ok(Err(unreadable(Place::file(&path.display().to_string()), &error))),
        };
        let end = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase();
        match end.as_str() {
            "html" | "htm" => {
                let Some((lang, stated)) = said::page(&String::from_utf8_lossy(&bytes)) else {
                    return refused("report-damaged");
                };
                let words = self.spoken(Lang::parse(&lang).unwrap_or(Lang::Es));
                let own = html::html(&self.document(&words), &words)?;
                if own.as_bytes() == bytes {
                    return Ok(Ok(self.same(path)));
                }
                let own = said::page(&own).map(|(_, pieces)| pieces).unwrap_or_default();
                let count = self.told(path, &said::in_order(&stated, &own));
                if count == 0 {
                    // What nobody reads, as the title of the window, is no figure of the report.
                    self.line(&self.words.t("cli-verify-report-unread"));
                }
                Ok(Ok(count))
            }
            "docx" => {
                let Some((lang, stated)) = said::word(&bytes) else { return refused("report-damaged") };
                let mut found: Option<Compared> = None;
                let langs = Lang::parse(&lang).map_or(Lang::ALL.to_vec(), |lang| vec![lang]);
                for lang in langs {
                    let words = self.spoken(lang);
                    let own = docx::docx(&self.document(&words), &words)?;
                    if own == bytes {
                        return Ok(Ok(self.same(path)));
                    }
                    let own = said::word(&own).map(|(_, pieces)| pieces).unwrap_or_default();
                    let compared = said::as_sets(&stated, &own);
                    let fewer = |f: &Compared| compared.differences.len() < f.differences.len();
                    if found.as_ref().is_none_or(fewer) {
                        found = Some(compared);
                    }
                }
                let Some(found) = found else { return refused("report-damaged") };
                let count = self.told(path, &found);
                if found.added + found.left_out > 0 {
                    let args = [
                        ("added", found.added.to_string().into()),
                        ("left", found.left_out.to_string().into()),
                    ];
                    self.line(&self.words.with("cli-verify-report-people", &args));
                }
                self.line(&self.words.t("cli-verify-report-pictures"));
                Ok(Ok(count))
            }
            "json" => {
                let Ok(stated) = serde_json::from_slice::<Value>(&bytes) else {
                    return refused("report-damaged");
                };
                let own = canonical::json(self.findings)?;
                if own.as_bytes() == bytes {
                    return Ok(Ok(self.same(path)));
                }
                let parts = grouped(verify::compare(&stated, &serde_json::from_str(&own)?));
                let count = if self.quiet { differing(&parts) } else { tell_parts(self.words, &parts) };
                let numbers = parts.iter().map(|part| part.numbers).sum();
                let same = parts.iter().map(|part| part.same_numbers).sum();
                self.close(path, numbers, same, count);
                Ok(Ok(count))
            }
            "xlsx" => {
                let Ok(stated) = book::sheets_of(&bytes, &path.display().to_string()) else {
                    return refused("report-damaged");
                };
                let mut best: Option<Compared> = None;
                for lang in Lang::ALL {
                    let words = self.spoken(lang);
                    let own = workbook::workbook(&self.document(&words), &words)?;
                    if own == bytes {
                        return Ok(Ok(self.same(path)));
                    }
                    let Ok(own) = book::sheets_of(&own, "") else { continue };
                    let compared = said::in_order(&cells_of(&stated), &cells_of(&own));
                    if best.as_ref().is_none_or(|b| compared.differences.len() < b.differences.len()) {
                        best = Some(compared);
                    }
                }
                Ok(Ok(self.told(path, &best.unwrap_or_default())))
            }
            "pdf" => {
                for lang in Lang::ALL {
                    let words = self.spoken(lang);
                    if pdf::pdf(&self.document(&words), &words)?.bytes == bytes {
                        return Ok(Ok(self.same(path)));
                    }
                }
                let args = [("path", print::path(path).into())];
                self.line(&self.words.with("cli-verify-report-pdf", &args));
                Ok(Ok(1))
            }
            _ => refused("report-kind"),
        }
    }

    /// Compares a folder of tables, each with the one of its name.
    fn folder(&self, path: &Path) -> Outcome {
        let shown = path.display().to_string();
        let mut given: BTreeMap<String, Vec<Piece>> = BTreeMap::new();
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => return Ok(Err(unreadable(Place::file(&shown), &error))),
        };
        for file in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            let Some(name) = name.strip_suffix(".csv") else { continue };
            match fs::read(&file) {
                Ok(bytes) => given.insert(name.to_owned(), cells(name, &String::from_utf8_lossy(&bytes))),
                Err(error) => return Ok(Err(unreadable(Place::file(&file.display().to_string()), &error))),
            };
        }
        let mut best: Option<(Compared, Vec<String>)> = None;
        for lang in Lang::ALL {
            let words = self.spoken(lang);
            let document = self.document(&words);
            let labels = Labels::of(&document, &words)?;
            let own: BTreeMap<String, String> = document
                .tables()
                .into_iter()
                .map(|table| (table.id.clone(), tables::csv(table, &labels, &words)))
                .collect();
            let mut all = Compared::default();
            let mut unknown = Vec::new();
            for (name, stated) in &given {
                let Some(own) = own.get(name) else {
                    unknown.push(name.clone());
                    continue;
                };
                let compared = said::in_order(stated, &cells(name, own));
                all.numbers += compared.numbers;
                all.same += compared.same;
                all.differences.extend(compared.differences);
            }
            if best.as_ref().is_none_or(|(b, _)| all.differences.len() < b.differences.len()) {
                best = Some((all, unknown));
            }
        }
        let (found, unknown) = best.unwrap_or_default();
        if unknown.len() == given.len() {
            let diagnostic = Diagnostic::new(Code::NotAReport, Place::file(&shown));
            return Ok(Err(diagnostic.with("reason", "report-none")));
        }
        for name in &unknown {
            let file = print::path(&path.join(format!("{name}.csv")));
            self.line(&self.words.with("cli-verify-report-unknown", &[("path", file.into())]));
        }
        Ok(Ok(self.told(path, &found) + unknown.len()))
    }

    fn same(&self, path: &Path) -> usize {
        self.line(&self.words.with("cli-verify-report-same", &[("path", print::path(path).into())]));
        0
    }

    /// Prints what differs; the number of differences.
    fn told(&self, path: &Path, found: &Compared) -> usize {
        for (index, difference) in found.differences.iter().enumerate() {
            if index == SHOWN {
                self.line(&more(self.words, found.differences.len() - SHOWN));
                break;
            }
            self.line(&format!("  {}", self.difference(difference)));
        }
        self.close(path, found.numbers, found.same, found.differences.len());
        found.differences.len()
    }

    fn close(&self, path: &Path, numbers: usize, same: usize, count: usize) {
        let args = [
            ("path", print::path(path).into()),
            ("numbers", numbers.to_string().into()),
            ("same", same.to_string().into()),
            ("count", count.into()),
        ];
        let key = if count == 0 { "cli-verify-report-done" } else { "cli-verify-report-failed" };
        self.line(&self.words.with(key, &args));
    }

    fn difference(&self, difference: &Difference) -> String {
        let words = self.words;
        let place = match &difference.place {
            said::Place::Text => words.t("cli-verify-in-text"),
            said::Place::Cell { table, row, column } => {
                let args = [
                    ("table", table.as_str().into()),
                    ("row", row.as_str().into()),
                    ("column", column.as_str().into()),
                ];
                words.with("cli-verify-in-cell", &args)
            }
            said::Place::Label { figure } => {
                words.with("cli-verify-in-label", &[("figure", figure.as_str().into())])
            }
            said::Place::Drawing { figure } => {
                return words.with("cli-verify-in-drawing", &[("figure", figure.as_str().into())]);
            }
        };
        let place = match difference.chapter.as_str() {
            "" => place,
            chapter => {
                let args = [("chapter", chapter.into()), ("place", place.into())];
                words.with("cli-verify-in-chapter", &args)
            }
        };
        let quoted = |text: &Option<String>| match text {
            Some(text) => words.with("cli-verify-quoted", &[("text", cut(text).into())]),
            None => words.t("cli-verify-nothing"),
        };
        let args = [
            ("stated", quoted(&difference.stated).into()),
            ("recomputed", quoted(&difference.recomputed).into()),
        ];
        format!("{place}: {}", words.with("cli-verify-said", &args))
    }
}

/// The cells of a table as pieces.
fn cells(name: &str, text: &str) -> Vec<Piece> {
    let sheet = sheet::parse(name, text, &mut Vec::new());
    pieces(name, &sheet)
}

fn cells_of(sheets: &[(String, sheet::Sheet<'_>)]) -> Vec<Piece> {
    sheets.iter().flat_map(|(name, sheet)| pieces(name, sheet)).collect()
}

fn pieces(name: &str, sheet: &sheet::Sheet<'_>) -> Vec<Piece> {
    let mut out = Vec::new();
    let head = sheet.rows.first();
    for line in &sheet.rows {
        for (column, text) in line.cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let place = said::Place::Cell {
                table: name.to_owned(),
                row: line.cell(0).to_owned(),
                column: head.map(|head| head.cell(column).to_owned()).unwrap_or_default(),
            };
            out.push(Piece { chapter: String::new(), place, text: text.trim().to_owned() });
        }
    }
    out
}
