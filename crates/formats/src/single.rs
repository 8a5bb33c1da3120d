//! A file given to one method is a study of one part: readers that make a small study of a matrix or a table.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use atalaya_model::{
    Answer, Code, Diagnostic, Family, Id, Place, Question, Study, Text, Value,
    choice::{Mode, RecordOrder, SmallPanels},
    family::Scale,
    field::{Ref, Refs, looks_like_spreadsheet_date},
    records::{Actor, Consultation, Expert, Frame, Privacy, Round, Rules, Stake, Variable},
    study::Loaded,
};
use rayon::prelude::*;
use serde_json::Value as Json;

use crate::{
    answers::{self, Placed, Setting},
    book,
    grid::{self, Grid},
    read,
    sheet::{self, Line, Sheet},
    tree::unreadable,
    value,
};

mod documents;
mod tables;

pub use documents::{colours, factors, policies, probabilities};
pub use tables::{igo, ratings};

/// What a one-file run may say of its files.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Scales by family, as `study.toml` writes them: `importance` → `1..9`.
    pub scales: BTreeMap<String, String>,
    /// Rules of the small study.
    pub rules: Rules,
    /// Files by what they hold, for methods that read several kinds: `power` → its files.
    pub roles: BTreeMap<String, Vec<PathBuf>>,
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
    read.map(Sheet::into_owned).filter(|sheet| !sheet.rows.is_empty()).into_iter().collect()
}

/// A JSON document; what breaks its syntax is said with its place.
fn parse_json(file: &str, text: &str, out: &mut Vec<Diagnostic>) -> Option<Json> {
    match serde_json::from_str(text) {
        Ok(root) => Some(root),
        Err(error) => {
            let reason = error.to_string();
            let reason = reason.split(" at line").next().unwrap_or_default().to_owned();
            let place = Place::at(file, error.line() as u32, error.column() as u32);
            out.push(Diagnostic::new(Code::JsonSyntax, place).with("reason", reason));
            None
        }
    }
}

/// A value of a JSON table as the text of a cell; null is an empty one.
fn json_cell(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.trim().to_owned(),
        other => other.to_string(),
    }
}

/// `{"labels": […], "matrix": [[…]]}` as a table with a header; rows may have labels of their own in `rows`.
fn from_json(file: &str, text: &str, out: &mut Vec<Diagnostic>) -> Option<Sheet<'static>> {
    let root = parse_json(file, text, out)?;
    let cell = json_cell;
    let list =
        |key: &str| -> Option<Vec<String>> { Some(root.get(key)?.as_array()?.iter().map(cell).collect()) };
    let matrix: Option<Vec<Vec<String>>> = root
        .get("matrix")
        .and_then(Json::as_array)
        .and_then(|rows| rows.iter().map(|row| Some(row.as_array()?.iter().map(cell).collect())).collect());
    let Some(matrix) = matrix else {
        out.push(Diagnostic::new(Code::JsonSyntax, Place::at(file, 1, 1)).with("reason", "matrix"));
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
    Some(Sheet { file: file.into(), rows: lines })
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
    /// Ids of other items of the same kind.
    reserved: Vec<Id>,
}

impl Items {
    /// The id of a label: the label itself where it is one, else the letter and a number.
    fn id(&mut self, label: &str, name: &str, letter: char) -> Id {
        self.settle(label, name, letter, true)
    }

    /// The ids of labels that stand together: the labels themselves where every one is an id, else letters and numbers
    /// for all, so that none of them is called otherwise than its neighbours.
    fn ids(&mut self, labels: &[(&str, String)], letter: char) -> Vec<Id> {
        let own = labels.iter().all(|(label, _)| Id::parse(label).is_some());
        labels.iter().map(|(label, name)| self.settle(label, name, letter, own)).collect()
    }

    fn settle(&mut self, label: &str, name: &str, letter: char, own: bool) -> Id {
        if let Some((id, _, known)) = self.found.iter_mut().find(|(_, l, _)| l == label) {
            if known.is_empty() {
                name.clone_into(known);
            }
            return id.clone();
        }
        let count = self.found.len();
        let taken: Vec<Id> = self.found.iter().map(|(id, _, _)| id).chain(&self.reserved).cloned().collect();
        let free = |text: String| Id::parse(&text).filter(|id| !taken.contains(id));
        let own = own.then(|| free(label.to_owned())).flatten();
        let numbered = (count + 1..).find_map(|n| free(format!("{letter}{n}")));
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
        privacy: Privacy { min_group: Some(1), ..Privacy::default() },
        scales: options.scales.clone(),
        // Whoever asks for one method asks for its numbers; what their size carries is said beside them.
        // They stand in the order of the file.
        rules: Rules {
            small_panels: Some(SmallPanels::All),
            order: Some(RecordOrder::File),
            ..options.rules.clone()
        },
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
        let mut invited = BTreeSet::new();
        for answer in study.answers.iter().filter(|answer| answer.round == round.id) {
            let family = answer.question.family.name;
            if !round.families.iter().any(|known| known == family) {
                round.families.push(family.to_owned());
            }
            if invited.insert(&answer.expert) {
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

/// A matrix of a file: who gave it, the sheet, and where its labels stand.
struct Found {
    name: String,
    sheet: Sheet<'static>,
    grid: Grid,
}

impl Found {
    /// The name beside a row's label, where the matrix has a column of names.
    fn name_of(&self, row: usize) -> String {
        let line = self.grid.names.and_then(|column| Some(self.sheet.rows.get(row)?.cell(column)));
        line.unwrap_or_default().to_owned()
    }

    fn rows(&self, items: &mut Items, letter: char) -> Vec<Id> {
        let labels = self.grid.rows.iter().map(|label| (label.text.as_str(), self.name_of(label.index)));
        items.ids(&labels.collect::<Vec<_>>(), letter)
    }

    fn columns(&self, items: &mut Items, letter: char) -> Vec<Id> {
        let labels = self.grid.columns.iter().map(|label| (label.text.as_str(), String::new()));
        items.ids(&labels.collect::<Vec<_>>(), letter)
    }
}

/// The matrices of files: one of each, or one of each sheet of a workbook that holds one. The files are read at once, and
/// what is said of them comes in their order.
fn find_matrices(paths: &[PathBuf], square: bool, out: &mut Vec<Diagnostic>) -> Vec<Found> {
    let each: Vec<_> = paths.par_iter().map(|path| matrices_of(path, square)).collect();
    let mut all = Vec::new();
    let mut dates = Vec::new();
    for (mut found, mut said, mut like_dates) in each {
        all.append(&mut found);
        out.append(&mut said);
        dates.append(&mut like_dates);
    }
    out.append(&mut dates);
    all
}

/// The matrices of a file, what is wrong with it, and its labels that a spreadsheet made dates of.
fn matrices_of(path: &Path, square: bool) -> (Vec<Found>, Vec<Diagnostic>, Vec<Diagnostic>) {
    let (mut all, mut said, mut dates) = (Vec::new(), Vec::new(), Vec::new());
    let sheets = sheets(path, &mut said);
    let several = sheets.len() > 1;
    let mut problems: Vec<Vec<Diagnostic>> = Vec::new();
    for sheet in sheets {
        let mut own = Vec::new();
        let grid = grid::find(&sheet, square, &mut own);
        let usable = !grid.broken && !grid.rows.is_empty() && !grid.columns.is_empty();
        if usable || !several {
            let sheet_name = sheet.file.rsplit('/').next().unwrap_or_default().to_owned();
            let name = if several { sheet_name } else { stem(path) };
            said.append(&mut own);
            all.push(Found { name, sheet, grid });
        } else {
            problems.push(own);
        }
    }
    // Other sheets of a workbook may hold anything; where none holds a matrix, the first says why.
    if all.is_empty() {
        said.extend(problems.into_iter().next().unwrap_or_default());
    }
    for label in all.iter().flat_map(|found| found.grid.rows.iter().chain(&found.grid.columns)) {
        if label.text.contains(['-', '/']) && looks_like_spreadsheet_date(&label.text) {
            dates.push(Diagnostic::new(Code::SpreadsheetId, label.place.clone()).with("text", &label.text));
        }
    }
    (all, said, dates)
}

/// What an empty cell of a matrix is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Empty {
    /// Not answered, as one expert of several may.
    Unanswered,
    /// Not answered by the only one who could: said, for it is no zero.
    Warning,
    /// Something that the method cannot do without.
    Error,
}

impl Empty {
    /// What it is in one of `count` matrices.
    const fn among(count: usize) -> Self {
        if count == 1 { Self::Warning } else { Self::Unanswered }
    }
}

/// The cells of a matrix as answers.
struct Cells<'a> {
    family: &'static Family,
    scale: Scale,
    round: &'a Id,
    expert: &'a Id,
    empty: Empty,
}

impl Cells<'_> {
    fn read(
        &self,
        found: &Found,
        (rows, columns): (&[Id], &[Id]),
        placed: &mut Placed,
        out: &mut Vec<Diagnostic>,
    ) {
        let (family, scale) = (self.family, self.scale);
        let mut empty: Vec<(Place, String)> = Vec::new();
        for (label, a) in found.grid.rows.iter().zip(rows) {
            let Some(line) = found.sheet.rows.get(label.index) else { continue };
            for (head, b) in found.grid.columns.iter().zip(columns) {
                let text = line.cell(head.index);
                let place = found.sheet.place(line.number, head.index);
                if family.square() && a == b {
                    // A probability of itself is asked of nobody, whatever stands there.
                    if !text.is_empty() && !value::empty_diagonal(text) && scale != Scale::Probability {
                        let diagnostic = Diagnostic::new(Code::Diagonal, place);
                        out.push(diagnostic.with("id", &label.text).with("value", text));
                    }
                    continue;
                }
                if text.is_empty() {
                    empty.push((place, format!("{}/{}", label.text, head.text)));
                    continue;
                }
                match value::parse(text, scale, true) {
                    Ok(read) => {
                        if read.comma {
                            let diagnostic = Diagnostic::new(Code::DecimalComma, place.clone());
                            out.push(diagnostic.with("text", text));
                        }
                        let question = Question { family, a: a.clone(), b: Some(b.clone()) };
                        placed.push((answer(self.expert, self.round, question, read.value), place));
                    }
                    Err(code) => out.push(refuse(code, text, scale, place)),
                }
            }
        }
        if self.empty == Empty::Error {
            let missing = |(place, cell)| Diagnostic::new(Code::MissingValue, place).with("field", cell);
            out.extend(empty.into_iter().map(missing));
        } else if let Some((place, _)) = empty.first().filter(|_| self.empty == Empty::Warning) {
            let listed: Vec<&str> = empty.iter().take(5).map(|(_, cell)| cell.as_str()).collect();
            let more = if empty.len() > listed.len() { ", …" } else { "" };
            let diagnostic = Diagnostic::new(Code::EmptyCells, place.clone());
            out.push(
                diagnostic
                    .with("count", empty.len().to_string())
                    .with("cells", format!("{}{more}", listed.join(", "))),
            );
        }
    }
}

/// Reads one matrix of a square family from each file (or each sheet of a workbook that holds one): several are several
/// experts, one alone is a consensus. Labels may be anything; where one of them is no id, all get `V1`, `V2` … and keep
/// their text as their name.
///
/// Files are CSV in any dialect, spreadsheets, or JSON `{"labels": […], "matrix": [[…]]}`.
#[must_use]
pub fn matrices(paths: &[PathBuf], family: &'static Family, options: &Options) -> Loaded<Study> {
    let mut out = Vec::new();
    let mut items = Items::default();
    let mut experts: Vec<Id> = Vec::new();
    let mut placed = Placed::new();
    let round = Id::parse("R1").unwrap_or_default();
    let scale = scale(family, options);
    // A few files at once: the texts of a hundred of them need not be there together. Ids are given one file after the
    // other, for they depend on the files before.
    for some in paths.chunks(2 * rayon::current_num_threads().max(1)) {
        let read: Vec<_> = some.par_iter().map(|path| matrices_of(path, family.square())).collect();
        let mut named = Vec::new();
        for (all, mut said, mut dates) in read {
            said.append(&mut dates);
            let empty = Empty::among(all.len().max(paths.len()));
            let mut own = Vec::new();
            for found in all {
                let expert = id_of(&found.name, 'E', &experts);
                let (rows, columns) = (found.rows(&mut items, 'V'), found.columns(&mut items, 'V'));
                experts.push(expert.clone());
                own.push((found, expert, rows, columns));
            }
            named.push((said, own, empty));
        }
        let answered: Vec<(Placed, Vec<Diagnostic>)> = named
            .into_par_iter()
            .map(|(mut said, own, empty)| {
                let mut placed = Placed::new();
                for (found, expert, rows, columns) in &own {
                    let cells = Cells { family, scale, round: &round, expert, empty };
                    cells.read(found, (rows, columns), &mut placed, &mut said);
                }
                (placed, said)
            })
            .collect();
        for (own, mut said) in answered {
            placed.append(own);
            out.append(&mut said);
        }
    }
    let mode = if experts.len() > 1 { Mode::Individual } else { Mode::Consensus };
    let panel = experts.into_iter().map(|id| Expert { id, ..Expert::default() }).collect();
    let mut study = surround(paths, options, panel, mode, &[round]);
    study.variables = items.named().map(|(id, name)| Variable { id, name, ..Variable::default() }).collect();
    finish(study, placed, out)
}

/// Reads the two tables of MACTOR, of the roles `power` (actors x actors) and `positions` (actors x objectives): the
/// first files of both are the first expert's, and so on; one of each is a consensus.
#[must_use]
pub fn actors(options: &Options) -> Loaded<Study> {
    let mut out = Vec::new();
    let files = |role: &str| options.roles.get(role).cloned().unwrap_or_default();
    let (power_files, position_files) = (files("power"), files("positions"));
    let round = Id::parse("R1").unwrap_or_default();
    let (mut actors, mut stakes) = (Items::default(), Items::default());
    let mut placed = Placed::new();
    let mut experts = 0;
    for (name, paths) in [("power", &power_files), ("position", &position_files)] {
        let Some(family) = Family::find(name) else { continue };
        let scale = scale(family, options);
        let all = find_matrices(paths, family.square(), &mut out);
        experts = experts.max(all.len());
        for (number, found) in (1..).zip(&all) {
            let expert = expert_number(number);
            let rows = found.rows(&mut actors, 'A');
            let columns = if family.square() {
                found.columns(&mut actors, 'A')
            } else {
                found.columns(&mut stakes, 'O')
            };
            let cells =
                Cells { family, scale, round: &round, expert: &expert, empty: Empty::among(all.len()) };
            cells.read(found, (&rows, &columns), &mut placed, &mut out);
        }
    }
    let mode = if experts > 1 { Mode::Individual } else { Mode::Consensus };
    let panel = (1..=experts).map(|n| Expert { id: expert_number(n), ..Expert::default() }).collect();
    let paths: Vec<PathBuf> = power_files.into_iter().chain(position_files).collect();
    let mut study = surround(&paths, options, panel, mode, &[round]);
    study.actors = actors.named().map(|(id, name)| Actor { id, name, ..Actor::default() }).collect();
    study.stakes = stakes.named().map(|(id, name)| Stake { id, name, ..Stake::default() }).collect();
    finish(study, placed, out)
}

/// Reports a value that was refused; what a study would do about it, a file on its own cannot.
fn refuse(code: Code, text: &str, scale: Scale, place: Place) -> Diagnostic {
    let diagnostic = value::refuse(code, text, scale, place);
    if diagnostic.code == Code::OutOfScale { diagnostic.with("alone", "yes") } else { diagnostic }
}

fn expert_number(number: usize) -> Id {
    Id::parse(&format!("E{number}")).unwrap_or_default()
}

fn answer(expert: &Id, round: &Id, question: Question, value: Value) -> Answer {
    Answer::new(expert.clone(), round.clone(), question, value)
}

/// Reads every answer with the scales of `options`.
fn setting(options: &Options) -> Setting {
    let scales = options.scales.iter().filter_map(|(name, text)| {
        Some((Family::find(name)?.name, atalaya_model::study::parse_scale(text)?))
    });
    Setting { scales: scales.collect(), ..Setting::default() }
}
