//! `atalaya compare`: which classes, ranks and decisions change between two studies, two rounds, or two rules.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use atalaya_analysis::{
    canonical,
    compare::{self, ClassTable, Comparison, RankTable},
    point,
};
use atalaya_charts::{
    figures::{Change, rank_change},
    frame::Frame,
    theme::Theme,
};
use atalaya_formats::save;
use atalaya_model::{
    Code, Diagnostic, Kind, Place, Question, Severity, Study,
    field::{Cell, Field, Row, RowReader},
    records::Rules,
    study::Loaded,
};
use atalaya_words::{Names, Words};
use schemars::schema_for;

use super::check;
use crate::{
    methods::{self, WIDTH, table},
    print,
};

/// What is asked for.
pub struct Asked {
    /// Studies, or files of a method.
    pub inputs: Vec<PathBuf>,
    /// Rules, `NAME=VALUE`.
    pub rules: Vec<String>,
    /// No round, or two.
    pub rounds: Vec<String>,
    /// The method of the files.
    pub method: Option<String>,
    /// Print JSON.
    pub json: bool,
    /// Print its schema.
    pub schema: bool,
    /// Write pictures.
    pub svg: Option<PathBuf>,
}

/// One side of a comparison.
struct Side {
    name: String,
    study: Study,
}

/// Compares and prints.
///
/// # Errors
/// A mistake of the program itself; what is wrong with studies or rules is told in words.
pub fn run(words: &Words, asked: &Asked) -> anyhow::Result<ExitCode> {
    if asked.schema {
        print::line(canonical::json(&schema_for!(Comparison))?.trim_end());
        return Ok(ExitCode::SUCCESS);
    }
    let [before, after] = match sides(words, asked) {
        Ok(sides) => sides,
        Err(code) => return Ok(code),
    };
    let (first, second) = (point(&before.study), point(&after.study));
    let found = compare::compare(&first, &second);
    if asked.json {
        print::line(canonical::json(&found)?.trim_end());
    } else {
        let told = Told { words, found: &found, first: &before, second: &after };
        print::line(told.text().trim_end());
    }
    match &asked.svg {
        Some(folder) => Ok(draw(words, &found, &before, &after, folder)),
        None => Ok(ExitCode::SUCCESS),
    }
}

/// The two sides, or the code to leave with.
fn sides(words: &Words, asked: &Asked) -> Result<[Side; 2], ExitCode> {
    let usage = || {
        eprintln!("atalaya: {}", words.t("cli-compare-usage"));
        ExitCode::from(2)
    };
    let name = |path: &Path| {
        let path: PathBuf = path.components().collect();
        path.file_stem().map_or_else(|| print::path(&path), |stem| stem.to_string_lossy().into_owned())
    };
    // A rule as the report calls it, where it has a name.
    let called = |rule: &String| {
        let (name, value) = rule.split_once('=').unwrap_or((rule, ""));
        let key = format!("rule-name-{}", name.trim());
        match words.has(&key) {
            true => format!("{}: {}", words.t(&key), words.rule_value(name.trim(), value.trim())),
            false => rule.clone(),
        }
    };
    let told = asked.rules.iter().map(called).collect::<Vec<_>>().join(", ");
    match asked.inputs.as_slice() {
        [a, b] if asked.rounds.is_empty() => {
            let (first, second) = (opened(words, asked, a, true)?, opened(words, asked, b, true)?);
            let (mut left, mut right) = (name(a), name(b));
            if left == right {
                (left, right) = (print::path(a), print::path(b));
            }
            Ok([Side { name: left, study: first }, Side { name: right, study: second }])
        }
        [one] if asked.rounds.len() == 2 => {
            let study = opened(words, asked, one, true)?;
            for round in &asked.rounds {
                if study.answers.iter().all(|answer| answer.round.as_str() != round) {
                    let args = [("round", round.as_str().into())];
                    eprintln!("atalaya: {}", words.with("cli-compare-no-round", &args));
                    return Err(ExitCode::from(1));
                }
            }
            let without = |round: &str| {
                let mut study = study.clone();
                study.answers.retain(|answer| answer.round.as_str() != round);
                study
            };
            let [first, second] = [&asked.rounds[0], &asked.rounds[1]];
            Ok([
                Side { name: first.clone(), study: without(second) },
                Side { name: second.clone(), study: without(first) },
            ])
        }
        [one] if !asked.rules.is_empty() && asked.rounds.is_empty() => {
            let (first, second) = (opened(words, asked, one, false)?, opened(words, asked, one, true)?);
            Ok([Side { name: name(one), study: first }, Side { name: told, study: second }])
        }
        _ => Err(usage()),
    }
}

/// A study, under the rules asked for where `ruled`.
fn opened(words: &Words, asked: &Asked, path: &Path, ruled: bool) -> Result<Study, ExitCode> {
    let rules = if ruled { asked.rules.as_slice() } else { &[] };
    let stop = |diagnostic: Diagnostic| print::stop(words, &[diagnostic]);
    let loaded: Loaded<Study> = match asked.method.as_deref().and_then(methods::find) {
        Some(method) => {
            let mut own = Rules::default();
            change(&mut own, rules).map_err(stop)?;
            methods::read(method, &[path.to_owned()], &own)
        }
        None => {
            let mut loaded = check::open(path);
            change(&mut loaded.value.frame.rules, rules).map_err(stop)?;
            loaded
        }
    };
    let errors: Vec<Diagnostic> =
        loaded.diagnostics.iter().filter(|d| d.severity() == Severity::Error).cloned().collect();
    if errors.is_empty() { Ok(loaded.value) } else { Err(print::stop(words, &errors)) }
}

/// Gives rules other values.
fn change(rules: &mut Rules, changes: &[String]) -> Result<(), Diagnostic> {
    let mut names = Vec::new();
    <Rules as Field>::columns("rules", &mut names);
    for text in changes {
        let allowed = || names.iter().map(|n| n.trim_start_matches("rules.")).collect::<Vec<_>>().join(", ");
        let refused = |allowed: String| {
            Diagnostic::new(Code::NotARule, Place::default()).with("text", text).with("allowed", allowed)
        };
        let Some((name, value)) = text.split_once('=') else { return Err(refused(allowed())) };
        let key = format!("rules.{}", name.trim());
        if !names.contains(&key) || value.trim().is_empty() {
            return Err(refused(allowed()));
        }
        let mut printed = Vec::new();
        Field::print(rules, "rules", &mut printed);
        let cell = |text: String| Cell { text, ..Cell::default() };
        let mut row = Row::default();
        row.cells.extend(printed.into_iter().map(|(key, value)| (key, cell(value.cell()))));
        row.cells.insert(key, cell(value.trim().to_owned()));
        let mut wrong = Vec::new();
        let read = Rules::read(&mut RowReader::new(&mut row, &mut wrong), "rules");
        if let Some(problem) = wrong.iter().find(|d| d.severity() == Severity::Error) {
            let allowed =
                problem.args.iter().find(|(name, _)| *name == "allowed").map(|(_, list)| list.clone());
            return Err(refused(allowed.unwrap_or_default()));
        }
        *rules = read;
    }
    Ok(())
}

/// The comparison for people.
struct Told<'a> {
    words: &'a Words,
    found: &'a Comparison,
    first: &'a Side,
    second: &'a Side,
}

impl Told<'_> {
    fn text(&self) -> String {
        let words = self.words;
        let args = [("before", self.first.name.as_str().into()), ("after", self.second.name.as_str().into())];
        let mut out = vec![words.with("cli-compare-title", &args)];
        if !self.found.rules.is_empty() {
            let called = |rule: &str, value: &str| {
                if value.is_empty() { "–".to_owned() } else { words.rule_value(rule, value) }
            };
            let list: Vec<String> = self
                .found
                .rules
                .iter()
                .map(|r| {
                    let key = format!("rule-name-{}", r.rule);
                    let name = if words.has(&key) { words.t(&key) } else { r.rule.clone() };
                    format!("{name}: {} → {}", called(&r.rule, &r.before), called(&r.rule, &r.after))
                })
                .collect();
            out.push(words.with("cli-compare-rules", &[("list", list.join("; ").into())]));
        }
        if self.found.classes.is_empty() && self.found.ranks.is_empty() && self.found.sets.is_empty() {
            out.push(words.t("cli-compare-nothing"));
            return out.join("\n");
        }
        for set in &self.found.sets {
            let list = |ids: &[String]| match ids {
                [] => words.t("cli-compare-none"),
                ids => ids.join(", "),
            };
            let what = words.choice("compare-set", &set.name);
            out.push(if set.entered.is_empty() && set.left.is_empty() {
                let args = [("what", what.into()), ("list", list(&set.stayed).into())];
                words.with("cli-compare-set-same", &args)
            } else {
                let args = [
                    ("what", what.into()),
                    ("entered", list(&set.entered).into()),
                    ("left", list(&set.left).into()),
                    ("stayed", list(&set.stayed).into()),
                ];
                words.with("cli-compare-set", &args)
            });
        }
        for class in &self.found.classes {
            self.class(class, &mut out);
        }
        for rank in &self.found.ranks {
            self.rank(rank, &mut out);
        }
        let has_decisions = [self.first, self.second].iter().any(|side| !side.study.decisions.is_empty());
        if has_decisions && self.found.decisions.is_empty() {
            out.push(format!("\n{}", words.t("cli-compare-no-decision")));
        }
        for (index, decision) in self.found.decisions.iter().enumerate() {
            let list = |ids: &[String]| match ids {
                [] => words.t("cli-compare-none"),
                ids => ids.join(", "),
            };
            let same = decision.stands_before == decision.stands_after;
            let args = [
                ("about", words.choice("about", &decision.about).into()),
                ("proposedbefore", list(&decision.proposed_before).into()),
                ("proposedafter", list(&decision.proposed_after).into()),
                ("standsbefore", list(&decision.stands_before).into()),
                ("standsafter", list(&decision.stands_after).into()),
            ];
            let proposed = decision.proposed_before == decision.proposed_after;
            let key = match (same && proposed, decision.decided_before, decision.decided_after) {
                (true, false, true) => "cli-compare-decision-made",
                (true, true, false) => "cli-compare-decision-unmade",
                _ if same => "cli-compare-decision-same",
                _ => "cli-compare-decision",
            };
            let gap = if index == 0 { "\n" } else { "" };
            out.push(format!("{gap}{}", words.with(key, &args)));
        }
        out.join("\n")
    }

    /// The name of an item, from the study that has it.
    fn name(&self, kind: &str, id: &str) -> String {
        let has =
            |side: &Side, kind: Kind, id: &str| side.study.ids(kind).iter().any(|own| own.as_str() == id);
        let full = |kind: Kind, id: &str| {
            let side = if has(self.second, kind, id) { self.second } else { self.first };
            Names::of(&side.study, self.words.lang()).full(kind, id)
        };
        // A question is called by what it asks about and its family.
        if let Ok(question) = Question::parse(id) {
            let family = question.family;
            let ids = std::iter::once(&question.a).chain(&question.b).map(|id| id.as_str()).zip(family.kinds);
            let items = ids.map(|(id, kinds)| {
                let known = |kind: &&Kind| has(self.first, **kind, id) || has(self.second, **kind, id);
                kinds.iter().find(known).map_or_else(|| id.to_owned(), |kind| table::short(&full(*kind, id)))
            });
            let items = items.collect::<Vec<_>>().join(" · ");
            return format!("{items} ({})", self.words.t(&format!("family-{}", family.name)));
        }
        Kind::parse(kind).map_or_else(|| id.to_owned(), |kind| table::short(&full(kind, id)))
    }

    fn word(&self, table: &str, class: &str) -> String {
        let words = self.words;
        let keys = match table {
            "zone" | "indirect-zone" => format!("zone-{class}"),
            "igo" => format!("cli-igo-{class}"),
            _ => format!("compare-word-{class}"),
        };
        if words.has(&keys) { words.t(&keys) } else { class.to_owned() }
    }

    fn class(&self, class: &ClassTable, out: &mut Vec<String>) {
        let words = self.words;
        let args = [
            ("what", words.choice("compare-class", &class.name).into()),
            ("changed", class.changed.len().to_string().into()),
            ("compared", class.compared.to_string().into()),
        ];
        let key = if class.changed.is_empty() { "cli-compare-class-same" } else { "cli-compare-class" };
        out.push(format!("\n{}", words.with(key, &args)));
        if !class.changed.is_empty() {
            let heads = ["cli-column-item", "cli-column-before", "cli-column-after"].map(|key| words.t(key));
            let rows = class.changed.iter().map(|change| {
                vec![
                    self.name(&class.kind, &change.id),
                    self.word(&class.name, &change.before),
                    self.word(&class.name, &change.after),
                ]
            });
            out.push(table::table(heads.to_vec(), rows.collect(), &[1, 2]));
        }
        for (key, list) in
            [("cli-compare-only-before", &class.only_before), ("cli-compare-only-after", &class.only_after)]
        {
            if !list.is_empty() {
                out.push(words.with(key, &[("list", list.join(", ").into())]));
            }
        }
    }

    /// The items that change place, the farthest first.
    fn rank(&self, rank: &RankTable, out: &mut Vec<String>) {
        let words = self.words;
        let mut moved: Vec<_> = rank.items.iter().filter(|i| (i.before - i.after).abs() > 1e-9).collect();
        moved.sort_by(|a, b| (b.before - b.after).abs().total_cmp(&(a.before - a.after).abs()));
        let args = [
            ("what", words.choice("compare-rank", &rank.name).into()),
            ("moved", moved.len().to_string().into()),
            ("n", rank.items.len().to_string().into()),
            ("agreement", words.num(rank.agreement, 2).into()),
        ];
        out.push(format!("\n{}", words.with("cli-compare-rank", &args)));
        if moved.is_empty() {
            return;
        }
        let heads = ["cli-column-item", "cli-column-before", "cli-column-after", "cli-compare-moved"];
        let rows = moved.into_iter().map(|item| {
            // A lower number is a better place.
            let up = item.before - item.after;
            let sign = if up > 0.0 { "↑" } else { "↓" };
            vec![
                self.name(&rank.kind, &item.id),
                words.short(item.before, 1),
                words.short(item.after, 1),
                format!("{sign} {}", words.short(up.abs(), 1)),
            ]
        });
        out.push(table::table(heads.map(|key| words.t(key)).to_vec(), rows.collect(), &[]));
    }
}

/// Writes the pictures of the ranks, light and dark.
fn draw(words: &Words, found: &Comparison, before: &Side, after: &Side, folder: &Path) -> ExitCode {
    let names = Names::of(&after.study, words.lang());
    if let Err(diagnostic) = atalaya_formats::open::create_folder(folder) {
        return print::stop(words, &[diagnostic]);
    }
    let mut drawn = 0;
    for ranks in &found.ranks {
        let change = Change { ranks, names: &names, before: &before.name, after: &after.name };
        for (theme, end) in [(Theme::Light, ""), (Theme::Dark, "-dark")] {
            let frame = Frame::new(WIDTH, words).theme(theme);
            let Some(svg) = rank_change(&change, words, &frame) else { continue };
            let path = folder.join(format!("compare-{}{end}.svg", ranks.name));
            if let Err(diagnostic) = save::file(&path, format!("{}\n", svg.text).as_bytes()) {
                return print::stop(words, &[diagnostic]);
            }
            eprintln!("{}", words.with("cli-wrote", &[("path", print::path(&path).into())]));
            drawn += 1;
        }
    }
    if drawn == 0 {
        eprintln!("{}", words.t("cli-no-figures"));
    }
    ExitCode::SUCCESS
}
