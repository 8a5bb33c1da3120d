//! A file given to one method is a study of one part: readers that make a small study of a matrix or a table.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use atalaya_model::{
    Answer, Code, Diagnostic, Family, Id, Place, Question, Study, Text, Value,
    choice::Mode,
    family::Scale,
    field::{Ref, Refs, looks_like_spreadsheet_date},
    records::{Consultation, Expert, Frame, Privacy, Round, Variable},
    study::Loaded,
};
use serde_json::Value as Json;

use crate::{
    answers::{self, Placed, Setting, refuse},
    book,
    grid::{self, Grid},
    read,
    sheet::{self, Line, Sheet},
    tree::unreadable,
    value,
};

mod tables;

pub use tables::{igo, ratings};

/// What a one-file run may say of its files.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Scales by family, as `study.toml` writes them: `importance` → `1..9`.
    pub scales: BTreeMap<String, String>,
}

/// Reads the tables of a file: CSV in any dialect, JSON, or every sheet of a spreadsheet.
fn sheets(path: &Path, out: &mut Vec<Diagnostic>) -> Vec<Sheet<'static>> {
    let shown = path.display().to_string();
    if path.is_dir() {
        out.push(Diagnostic::new(Code::NotAFile, Place::file(&shown)));
        return Vec::new();
    }
    if book::is_book(path) {
        return match book::sheets(path, &shown) {
            Ok(found) if found.is_empty() => {
                out.push(Diagnostic::new(Code::EmptyFile, Place::file(&shown)));
                Vec::new()
            }
            Ok(found) => found.into_iter().map(|(_, sheet)| sheet).collect(),
            Err(diagnostic) => {
                out.push(diagnostic);
                Vec::new()
            }
        };
    }
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            out.push(unreadable(Place::file(&shown), &error));
            return Vec::new();
        }
    };
    let (text, _) = sheet::decode(&shown, &bytes, out);
    let json = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("json"));
    let read = if json { from_json(&shown, &text, out) } else { Some(sheet::parse(&shown, &text, out)) };
    let owned = |line: Line<'_>| Line {
        number: line.number,
        cells: line.cells.into_iter().map(|cell| Cow::Owned(cell.into_owned())).collect(),
    };
    let owned =
        |sheet: Sheet<'_>| Sheet { file: sheet.file, rows: sheet.rows.into_iter().map(owned).collect() };
    read.map(owned).filter(|sheet| !sheet.rows.is_empty()).into_iter().collect()
}

/// `{"labels": […], "matrix": [[…]]}` as a table with a header; rows may have labels of their own in `rows`.
fn from_json(file: &str, text: &str, out: &mut Vec<Diagnostic>) -> Option<Sheet<'static>> {
    let bad = |reason: String, line: usize, column: usize| {
        let place = Place::at(file, line as u32, column as u32);
        Diagnostic::new(Code::JsonSyntax, place).with("reason", reason)
    };
    let root: Json = match serde_json::from_str(text) {
        Ok(root) => root,
        Err(error) => {
            let reason = error.to_string();
            let reason = reason.split(" at line").next().unwrap_or_default().to_owned();
            out.push(bad(reason, error.line(), error.column()));
            return None;
        }
    };
    let cell = |value: &Json| match value {
        Json::Null => String::new(),
        Json::String(text) => text.trim().to_owned(),
        other => other.to_string(),
    };
    let list =
        |key: &str| -> Option<Vec<String>> { Some(root.get(key)?.as_array()?.iter().map(cell).collect()) };
    let matrix: Option<Vec<Vec<String>>> = root
        .get("matrix")
        .and_then(Json::as_array)
        .and_then(|rows| rows.iter().map(|row| Some(row.as_array()?.iter().map(cell).collect())).collect());
    let Some(matrix) = matrix else {
        out.push(bad("matrix".to_owned(), 1, 1));
        return None;
    };
    let width = matrix.iter().map(Vec::len).max().unwrap_or(0);
    let numbered = |count: usize| (1..=count).map(|n| format!("V{n}")).collect();
    let columns = list("labels").or_else(|| list("columns")).unwrap_or_else(|| numbered(width));
    let rows = list("rows").or_else(|| list("labels")).unwrap_or_else(|| numbered(matrix.len()));
    let head = std::iter::once(String::new()).chain(columns).map(Cow::Owned).collect();
    let mut lines = vec![Line { number: 1, cells: head }];
    let labels = rows.into_iter().map(Some).chain(std::iter::repeat(None));
    for ((number, label), cells) in (2..).zip(labels).zip(matrix) {
        let cells = std::iter::once(label.unwrap_or_default()).chain(cells).map(Cow::Owned).collect();
        lines.push(Line { number, cells });
    }
    Some(Sheet { file: file.to_owned(), rows: lines })
}

/// An id made of a name: other characters become hyphens, a letter is put first where none stands there.
fn id_of(name: &str, letter: char, taken: &[Id]) -> Id {
    let mut text: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect();
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        text.insert(0, letter);
    }
    text.truncate(28);
    let text = text.trim_end_matches('-');
    let numbered = (0..).map(|n: u32| if n == 0 { text.to_owned() } else { format!("{text}-{n}") });
    numbered.filter_map(|text| Id::parse(&text)).find(|id| !taken.contains(id)).unwrap_or_default()
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The same text on both sides: what a file says has no language of ours.
fn both(text: &str) -> Text {
    Text { es: text.to_owned(), en: text.to_owned() }
}

/// Items of one kind with their labels, in the order in which they are met.
#[derive(Debug, Default)]
struct Items {
    found: Vec<(Id, String, String)>,
}

impl Items {
    /// The id of a label: the label itself where it is one, else the letter and a number.
    fn id(&mut self, label: &str, name: &str, letter: char) -> Id {
        if let Some((id, _, known)) = self.found.iter_mut().find(|(_, l, _)| l == label) {
            if known.is_empty() {
                name.clone_into(known);
            }
            return id.clone();
        }
        let taken: Vec<Id> = self.found.iter().map(|(id, _, _)| id.clone()).collect();
        let free = |text: String| Id::parse(&text).filter(|id| !taken.contains(id));
        let own = free(label.to_owned());
        let numbered = (taken.len() + 1..).find_map(|n| free(format!("{letter}{n}")));
        let id = own.or(numbered).unwrap_or_default();
        self.found.push((id.clone(), label.to_owned(), name.to_owned()));
        id
    }

    /// Ids with the name to print: what the file calls it, else its label.
    fn named(self) -> impl Iterator<Item = (Id, Text)> {
        self.found
            .into_iter()
            .map(|(id, label, name)| (id, both(if name.is_empty() { &label } else { &name })))
    }
}

/// The frame, panel and round that surround the answers of a one-file run.
fn surround(paths: &[PathBuf], options: &Options, experts: Vec<Expert>, mode: Mode, rounds: &[Id]) -> Study {
    let title = paths.iter().map(|path| stem(path)).collect::<Vec<_>>().join(", ");
    let frame = Frame {
        format: i64::from(atalaya_model::FORMAT),
        title: both(&title),
        // What is in one file was handed over by its owner.
        privacy: Privacy { min_group: Some(1) },
        scales: options.scales.clone(),
        ..Frame::default()
    };
    let consultation = Id::parse("C1").unwrap_or_default();
    let round = |(id, number): (&Id, i64)| Round {
        id: id.clone(),
        consultation: Ref(Some(consultation.clone())),
        number: Some(number),
        invited: Refs(Vec::new()),
        ..Round::default()
    };
    Study {
        frame,
        rounds: rounds.iter().zip(1..).map(round).collect(),
        consultations: vec![Consultation {
            id: consultation.clone(),
            name: both(&title),
            mode: Some(mode),
            ..Consultation::default()
        }],
        experts,
        ..Study::default()
    }
}

fn finish(mut study: Study, placed: Placed, mut out: Vec<Diagnostic>) -> Loaded<Study> {
    let mut loaded = Loaded::<Study>::default();
    (study.answers, loaded.places.answers) = answers::settle(placed, &mut out);
    for round in &mut study.rounds {
        for answer in study.answers.iter().filter(|answer| answer.round == round.id) {
            let family = answer.question.family.name;
            if !round.families.iter().any(|known| known == family) {
                round.families.push(family.to_owned());
            }
            if !round.invited.0.contains(&answer.expert) {
                round.invited.0.push(answer.expert.clone());
            }
        }
    }
    read::settle(&mut out);
    loaded.value = study;
    loaded.diagnostics = out;
    loaded
}

fn scale(family: &'static Family, options: &Options) -> Scale {
    let own = options.scales.get(family.name).and_then(|text| atalaya_model::study::parse_scale(text));
    own.unwrap_or(family.scale)
}

/// Reads one matrix of a square family from each file (or each sheet of a workbook that holds one): several are several
/// experts, one alone is a consensus. Labels may be anything; those that are no ids get `V1`, `V2` … and keep their text
/// as their name.
///
/// Files are CSV in any dialect, spreadsheets, or JSON `{"labels": […], "matrix": [[…]]}`.
#[must_use]
pub fn matrices(paths: &[PathBuf], family: &'static Family, options: &Options) -> Loaded<Study> {
    let mut out = Vec::new();
    let mut read: Vec<(String, Sheet<'static>, Grid)> = Vec::new();
    for path in paths {
        let found = sheets(path, &mut out);
        let several = found.len() > 1;
        let mut sound = Vec::new();
        let mut problems: Vec<Vec<Diagnostic>> = Vec::new();
        for sheet in found {
            let mut said = Vec::new();
            let grid = grid::find(&sheet, family.square(), &mut said);
            let usable = !grid.broken && !grid.rows.is_empty() && !grid.columns.is_empty();
            if usable || !several {
                let sheet_name = sheet.file.rsplit('/').next().unwrap_or_default().to_owned();
                let name = if several { sheet_name } else { stem(path) };
                out.append(&mut said);
                sound.push((name, sheet, grid));
            } else {
                problems.push(said);
            }
        }
        // Other sheets of a workbook may hold anything; where none holds a matrix, the first says why.
        if sound.is_empty() {
            out.extend(problems.into_iter().next().unwrap_or_default());
        }
        read.append(&mut sound);
    }
    let mut items = Items::default();
    let mut experts: Vec<Id> = Vec::new();
    let mut placed = Placed::new();
    let round = Id::parse("R1").unwrap_or_default();
    let scale = scale(family, options);
    for (name, sheet, grid) in &read {
        let expert = id_of(name, 'E', &experts);
        experts.push(expert.clone());
        for label in grid.rows.iter().chain(&grid.columns) {
            if label.text.contains(['-', '/']) && looks_like_spreadsheet_date(&label.text) {
                out.push(Diagnostic::new(Code::SpreadsheetId, label.place.clone()).with("text", &label.text));
            }
        }
        let name_of = |row: usize| {
            let line = grid.names.and_then(|column| Some(sheet.rows.get(row)?.cell(column)));
            line.unwrap_or_default().to_owned()
        };
        let rows: Vec<Id> = grid.rows.iter().map(|l| items.id(&l.text, &name_of(l.index), 'V')).collect();
        let columns: Vec<Id> = grid.columns.iter().map(|l| items.id(&l.text, "", 'V')).collect();
        for (label, a) in grid.rows.iter().zip(&rows) {
            let Some(line) = sheet.rows.get(label.index) else { continue };
            for (head, b) in grid.columns.iter().zip(&columns) {
                let text = line.cell(head.index);
                if text.is_empty() {
                    continue;
                }
                let place = sheet.place(line.number, head.index);
                if family.square() && a == b {
                    if !grid::empty_diagonal(text) {
                        let diagnostic = Diagnostic::new(Code::Diagonal, place);
                        out.push(diagnostic.with("id", &label.text).with("value", text));
                    }
                    continue;
                }
                match value::parse(text, scale, true) {
                    Ok(read) => {
                        if read.comma {
                            let diagnostic = Diagnostic::new(Code::DecimalComma, place.clone());
                            out.push(diagnostic.with("text", text));
                        }
                        let question = Question { family, a: a.clone(), b: Some(b.clone()) };
                        placed.push((answer(&expert, &round, question, read.value), place));
                    }
                    Err(code) => out.push(refuse(code, text, scale, place)),
                }
            }
        }
    }
    let mode = if experts.len() > 1 { Mode::Individual } else { Mode::Consensus };
    let panel = experts.into_iter().map(|id| Expert { id, ..Expert::default() }).collect();
    let mut study = surround(paths, options, panel, mode, &[round]);
    study.variables = items.named().map(|(id, name)| Variable { id, name, ..Variable::default() }).collect();
    finish(study, placed, out)
}

fn answer(expert: &Id, round: &Id, question: Question, value: Value) -> Answer {
    Answer {
        expert: expert.clone(),
        round: round.clone(),
        question,
        value,
        confidence: None,
        argument: String::new(),
        lang: String::new(),
        at: String::new(),
    }
}

/// Reads every answer with the scales of `options`.
fn setting(options: &Options) -> Setting {
    let scales = options.scales.iter().filter_map(|(name, text)| {
        Some((Family::find(name)?.name, atalaya_model::study::parse_scale(text)?))
    });
    Setting { scales: scales.collect(), ..Setting::default() }
}
