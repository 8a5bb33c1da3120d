//! A record gets another id: every part of the study that names it changes, in its own dialect, or none does.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use atalaya_model::{
    Code, Diagnostic, Family, Id, Kind, Place, Question, Record, Severity, Study,
    family::FAMILIES,
    field::{Cell, Row, RowReader},
    id::spreadsheet_rewrites,
    record::Home,
    records::*,
    study::Loaded,
};

use crate::{
    archive, bib, grid,
    open::Shape,
    print::{self, Layout},
    read::{self, ANSWERS, BIBLIOGRAPHY, VALUES},
    save::{self, Change},
    schema::Schema,
    sheet, toml_in,
    tree::{Entry, Tree},
    workbook,
};

/// What a rename did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// The kind of the record.
    pub kind: Kind,
    /// The files that changed, by the path they had.
    pub files: Vec<String>,
}

/// Gives the record `from` of a study the id `to`, wherever it is named: its row, references, questions, matrices and
/// their file names, texts, wordings. `kind` is needed only where records of several kinds have the id.
///
/// # Errors
/// [`Code::UnknownId`] where nothing has the id, [`Code::DuplicateId`] where `to` is taken or `from` names records of
/// several kinds, [`Code::BadId`] and [`Code::SpreadsheetId`] where `to` is no good id, everything that could not be
/// read of the study, [`Code::NotWritable`]. Nothing has changed then.
pub fn rename(path: &Path, kind: Option<Kind>, from: &str, to: &str) -> Result<Renamed, Vec<Diagnostic>> {
    let one = |diagnostic: Diagnostic| vec![diagnostic];
    let shape = Shape::of(path).map_err(one)?;
    let tree = match shape {
        Shape::Folder => Tree::list(path).map_err(one)?,
        Shape::Archive => archive::tree(path)?,
        Shape::Workbook => {
            let loaded = workbook::read(path);
            refuse_errors(&loaded.diagnostics)?;
            print::study(&loaded.value, &Layout::default())
        }
    };
    let (kind, changes) = changes(&tree, kind, from, to)?;
    let renamed = Renamed { kind, files: changes.iter().map(|change| change.from.clone()).collect() };
    match shape {
        Shape::Folder => save::changes(path, &changes).map_err(one)?,
        Shape::Archive => {
            let bytes = archive::pack(&applied(tree, &changes)).map_err(one)?;
            save::file(path, &bytes).map_err(one)?;
        }
        Shape::Workbook => {
            let study = read::study(&applied(tree, &changes)).value;
            workbook::write(&study, path, workbook::lang(path)).map_err(one)?;
        }
    }
    Ok(renamed)
}

fn refuse_errors(diagnostics: &[Diagnostic]) -> Result<(), Vec<Diagnostic>> {
    let errors: Vec<Diagnostic> =
        diagnostics.iter().filter(|d| d.severity() == Severity::Error).cloned().collect();
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

fn applied(mut tree: Tree, changes: &[Change]) -> Tree {
    for change in changes {
        tree.entries.remove(&change.from);
    }
    for change in changes {
        tree.entries.insert(change.to.clone(), Entry::Bytes(change.bytes.clone()));
    }
    tree
}

/// The changes that a rename makes to the files of a study, and the kind of the record.
///
/// # Errors
/// As [`rename`].
pub fn changes(
    tree: &Tree,
    kind: Option<Kind>,
    from: &str,
    to: &str,
) -> Result<(Kind, Vec<Change>), Vec<Diagnostic>> {
    let loaded = read::study(tree);
    refuse_errors(&loaded.diagnostics)?;
    let name = Name { kind: decide(&loaded, kind, from, to)?, from, to };
    let mut edits = Edits { tree, name: &name, changes: Vec::new() };
    edits.tables().map_err(|diagnostic| vec![diagnostic])?;
    edits.answers().map_err(|diagnostic| vec![diagnostic])?;
    edits.texts().map_err(|diagnostic| vec![diagnostic])?;
    let changes = edits.changes;
    // The study must read as well as before, with the new id in the place of the old one.
    let after = read::study(&applied(tree.clone(), &changes));
    refuse_errors(&after.diagnostics)?;
    let errors = |loaded: &Loaded<Study>| {
        let all = crate::check(loaded).into_iter();
        all.filter(|d| d.severity() == Severity::Error).collect::<Vec<_>>()
    };
    let left = errors(&after);
    if left.len() > errors(&loaded).len() { Err(left) } else { Ok((name.kind, changes)) }
}

/// Which kind of record is meant, and whether it may have the new id.
fn decide(loaded: &Loaded<Study>, kind: Option<Kind>, from: &str, to: &str) -> Result<Kind, Vec<Diagnostic>> {
    let study = &loaded.value;
    let fail = |code: Code, place: Place, args: &[(&'static str, &str)]| {
        let diagnostic = Diagnostic::new(code, place);
        Err(vec![args.iter().fold(diagnostic, |d, (name, value)| d.with(name, value))])
    };
    let Some(new) = Id::parse(to) else {
        return fail(Code::BadId, Place::default(), &[("text", to)]);
    };
    if spreadsheet_rewrites(to) {
        return fail(Code::SpreadsheetId, Place::default(), &[("text", to)]);
    }
    let place = |kind: Kind, id: &Id| loaded.places.of(kind, id, "id");
    let old = Id::parse(from).unwrap_or_default();
    let kinds: Vec<Kind> = Kind::ALL
        .iter()
        .copied()
        .filter(|known| kind.is_none_or(|kind| kind == *known) && study.ids(*known).contains(&&old))
        .collect();
    let kind = match kinds.as_slice() {
        [kind] => *kind,
        [first, second, ..] => {
            let known = place(*first, &old).to_string();
            return fail(Code::DuplicateId, place(*second, &old), &[("id", from), ("first", &known)]);
        }
        [] => {
            let wanted = kind.unwrap_or_else(|| likely(study, from));
            return fail(Code::UnknownId, Place::default(), &[("id", from), ("kind", wanted.as_str())]);
        }
    };
    // Where one family asks of several kinds, their ids must differ.
    let mut rivals: BTreeSet<Kind> = FAMILIES
        .iter()
        .flat_map(|f| f.kinds)
        .filter(|kinds| kinds.contains(&kind))
        .flat_map(|k| k.iter().copied())
        .collect();
    rivals.insert(kind);
    for rival in rivals {
        if study.ids(rival).contains(&&new) {
            let first = place(rival, &new);
            return fail(Code::DuplicateId, place(kind, &old), &[("id", to), ("first", &first.to_string())]);
        }
    }
    Ok(kind)
}

/// The kind whose ids start with the letters of an unknown one.
fn likely(study: &Study, id: &str) -> Kind {
    let letters = |id: &str| id.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let alike = |kind: &&Kind| study.ids(**kind).iter().any(|other| letters(other.as_str()) == letters(id));
    Kind::ALL.iter().find(alike).copied().unwrap_or(Kind::Variable)
}

/// The old and the new name.
struct Name<'a> {
    kind: Kind,
    from: &'a str,
    to: &'a str,
}

impl Name<'_> {
    /// The new form of an id that stands where one of these kinds is meant.
    fn new_form(&self, id: &str, kinds: &[Kind]) -> Option<String> {
        if id == self.from && kinds.contains(&self.kind) {
            return Some(self.to.to_owned());
        }
        // The states of a variable carry its id.
        let rest = id.strip_prefix(self.from).filter(|rest| rest.starts_with('.'))?;
        (self.kind == Kind::Variable && kinds.contains(&Kind::State)).then(|| format!("{}{rest}", self.to))
    }

    /// A text with every id in it in its new form; `None` where nothing changes.
    fn in_text(&self, text: &str, kinds: &[Kind]) -> Option<String> {
        let mut out = String::with_capacity(text.len());
        let mut changed = false;
        let mut rest = text;
        while !rest.is_empty() {
            let is_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
            let end = rest.find(|c| !is_id(c)).unwrap_or(rest.len());
            if end == 0 {
                let width = rest.chars().next().map_or(1, char::len_utf8);
                out.push_str(&rest[..width]);
                rest = &rest[width..];
                continue;
            }
            match self.new_form(&rest[..end], kinds) {
                Some(new) => {
                    out.push_str(&new);
                    changed = true;
                }
                None => out.push_str(&rest[..end]),
            }
            rest = &rest[end..];
        }
        changed.then_some(out)
    }

    /// A question with its ids in their new form.
    fn in_question(&self, text: &str) -> Option<String> {
        let question = Question::parse(text).ok()?;
        let ids = std::iter::once(&question.a).chain(&question.b);
        let mut changed = false;
        let mut out = question.family.name.to_owned();
        for (id, kinds) in ids.zip(question.family.kinds) {
            let new = self.new_form(id.as_str(), kinds);
            changed |= new.is_some();
            out.push('/');
            out.push_str(new.as_deref().unwrap_or(id.as_str()));
        }
        changed.then_some(out)
    }
}

/// What a column or key names: the kinds of its ids.
type Columns = BTreeMap<String, Vec<Kind>>;

/// The columns of a kind of record that name other records, found by reading a record that names something everywhere.
fn columns<T: Record>() -> Columns {
    let mut row = Row::default();
    for key in T::columns().into_iter().chain(["sources".to_owned()]) {
        row.cells.insert(key, Cell { text: "X1".to_owned(), ..Cell::default() });
    }
    let record = T::read(&mut RowReader::new(&mut row, &mut Vec::new()));
    let refs = record.iter().flat_map(Record::refs).map(|r| (r.key, vec![r.kind])).collect::<Vec<_>>();
    let own = ("id".to_owned(), vec![T::KIND]);
    refs.into_iter().chain(std::iter::once(own)).collect()
}

macro_rules! homes {
    ($($table:ident: $type:ident),+) => {
        /// Where every kind of record is written, what its columns name, how its headers are read.
        fn homes() -> Vec<(Home, Columns, Schema)> {
            vec![$(($type::HOME, columns::<$type>(), Schema::of::<$type>())),+]
        }
    };
}
atalaya_model::with_tables!(homes);

/// A file being edited: spans of its text with what stands there now.
struct Text<'a> {
    path: &'a str,
    bytes: Vec<u8>,
    text: String,
    edits: Vec<(usize, usize, String)>,
}

struct Edits<'a> {
    tree: &'a Tree,
    name: &'a Name<'a>,
    changes: Vec<Change>,
}

impl Edits<'_> {
    fn text<'p>(&self, path: &'p str) -> Result<Option<Text<'p>>, Diagnostic> {
        let Some(bytes) = self.tree.read(path)? else { return Ok(None) };
        let bytes = bytes.into_owned();
        let text = sheet::decode(path, &bytes, &mut Vec::new()).0.into_owned();
        Ok(Some(Text { path, bytes, text, edits: Vec::new() }))
    }

    /// Keeps the edits of a file, written in the file's own encoding; `to` is the path it gets.
    fn keep(&mut self, text: Text<'_>, to: String) {
        let Text { path, bytes, text, mut edits } = text;
        if edits.is_empty() && to == path {
            return;
        }
        edits.sort();
        let mut new = String::with_capacity(text.len());
        let mut position = 0;
        for (start, end, with) in edits {
            new.push_str(&text[position..start]);
            new.push_str(&with);
            position = end;
        }
        new.push_str(&text[position..]);
        let bytes = if position == 0 { bytes } else { sheet::respell(&bytes, &new) };
        self.changes.push(Change { from: path.to_owned(), to, bytes });
    }

    fn tables(&mut self) -> Result<(), Diagnostic> {
        let mut documents: BTreeMap<&str, Vec<(&str, Columns)>> = BTreeMap::new();
        for (home, columns, schema) in homes() {
            match home {
                Home::Csv(BIBLIOGRAPHY) => self.bibliography()?,
                Home::Csv(file) => self.csv(file, &columns, &schema)?,
                Home::Toml(file, name) => documents.entry(file).or_default().push((name, columns)),
            }
        }
        for (file, arrays) in documents {
            self.toml(file, &arrays)?;
        }
        let series = ["series", "indicator"].map(|column| (column.to_owned(), vec![Kind::Series]));
        self.csv(VALUES, &series.into(), &Schema::of_columns(&read::OBSERVED))
    }

    /// Edits the columns of a table that name records.
    fn csv(&mut self, file: &str, columns: &Columns, schema: &Schema) -> Result<(), Diagnostic> {
        let Some(mut text) = self.text(file)? else { return Ok(()) };
        let lines = sheet::raw(&text.text);
        let Some((header, body)) = lines.split_first() else { return Ok(()) };
        let header: Vec<String> =
            header.cells.iter().map(|s| sheet::unquote(&text.text[s.start..s.end]).into_owned()).collect();
        let keys = schema.keys(header.iter().map(String::as_str), atalaya_model::Lang::Es);
        let mut edits = Vec::new();
        for (index, key) in keys.iter().enumerate() {
            let Some(kinds) = key.as_ref().and_then(|key| columns.get(key)) else { continue };
            for span in body.iter().filter_map(|line| line.cells.get(index)) {
                let raw = &text.text[span.start..span.end];
                edits.extend(self.name.in_text(raw, kinds).map(|new| (span.start, span.end, new)));
            }
        }
        text.edits = edits;
        self.keep(text, file.to_owned());
        Ok(())
    }

    /// Edits the keys of arrays of tables that name records.
    fn toml(&mut self, file: &str, arrays: &[(&str, Columns)]) -> Result<(), Diagnostic> {
        let Some(mut text) = self.text(file)? else { return Ok(()) };
        let mut edits = Vec::new();
        for (array, row) in toml_in::spans(&text.text) {
            let Some((_, columns)) = arrays.iter().find(|(name, _)| *name == array) else { continue };
            let about = row.iter().find(|entry| entry.key == "about").map(|entry| entry.text.as_str());
            for entry in &row {
                let raw = |span: &std::ops::Range<usize>| text.text.get(span.clone()).unwrap_or_default();
                let decision = matches!(entry.key.as_str(), "chosen" | "proposed" | "alternatives");
                if array == "round" && entry.key.starts_with("wording.") {
                    let kinds = asked(&row);
                    let new = self.name.in_text(raw(&entry.key_span), &kinds);
                    edits.extend(new.map(|new| (entry.key_span.start, entry.key_span.end, new)));
                    continue;
                }
                let kinds = if array == "decision" && decision {
                    decided(about)
                } else {
                    columns.get(&entry.key).cloned().unwrap_or_default()
                };
                let new = self.name.in_text(raw(&entry.value_span), &kinds);
                edits.extend(new.map(|new| (entry.value_span.start, entry.value_span.end, new)));
            }
        }
        edits.sort();
        edits.dedup();
        text.edits = edits;
        self.keep(text, file.to_owned());
        Ok(())
    }

    fn bibliography(&mut self) -> Result<(), Diagnostic> {
        let Some(mut text) = self.text(BIBLIOGRAPHY)? else { return Ok(()) };
        if self.name.kind == Kind::Source {
            let keys = bib::keys(&text.text);
            let ours = keys.into_iter().filter(|range| &text.text[range.clone()] == self.name.from);
            text.edits = ours.map(|range| (range.start, range.end, self.name.to.to_owned())).collect();
        }
        self.keep(text, BIBLIOGRAPHY.to_owned());
        Ok(())
    }

    fn answers(&mut self) -> Result<(), Diagnostic> {
        if let Some(mut text) = self.text(ANSWERS)? {
            let lines = sheet::raw(&text.text);
            if let Some((header, body)) = lines.split_first() {
                let mut edits = Vec::new();
                let heads: Vec<_> = header
                    .cells
                    .iter()
                    .map(|head| sheet::unquote(&text.text[head.start..head.end]))
                    .collect();
                let schema = Schema::of_columns(&print::LONG);
                let keys = schema.keys(heads.iter().map(AsRef::as_ref), atalaya_model::Lang::Es);
                for (index, key) in keys.iter().enumerate() {
                    for span in body.iter().filter_map(|line| line.cells.get(index)) {
                        let cell = sheet::unquote(&text.text[span.start..span.end]);
                        let new = match key.as_deref().unwrap_or_default() {
                            "expert" => self.name.new_form(&cell, &[Kind::Expert]),
                            "round" => self.name.new_form(&cell, &[Kind::Round]),
                            "question" => self.name.in_question(&cell),
                            _ => None,
                        };
                        edits.extend(new.map(|new| (span.start, span.end, new)));
                    }
                }
                text.edits = edits;
            }
            self.keep(text, ANSWERS.to_owned());
        }
        for path in self.tree.below("answers") {
            self.matrix(&path)?;
        }
        Ok(())
    }

    fn matrix(&mut self, path: &str) -> Result<(), Diagnostic> {
        let parts: Vec<&str> = path.split('/').collect();
        let [_, round, family, file] = parts.as_slice() else { return Ok(()) };
        let Some(found) = Family::find(family) else { return Ok(()) };
        let Some(mut text) = self.text(path)? else { return Ok(()) };
        let read = sheet::parse(path, &text.text, &mut Vec::new());
        let labels = grid::find(&read, found.square(), &mut Vec::new());
        let lines = sheet::raw(&text.text);
        let kinds = |place: usize| found.kinds.get(place).copied().unwrap_or_default();
        let mut edits = Vec::new();
        for (labels, place) in [(&labels.rows, 0), (&labels.columns, 1)] {
            for label in labels {
                let column = if place == 0 { 0 } else { label.index };
                let line = lines.iter().find(|line| line.number == label.place.line);
                let span = line.and_then(|line| line.cells.get(column));
                let new = self.name.new_form(&label.text, kinds(place));
                edits.extend(span.zip(new).map(|(span, new)| (span.start, span.end, new)));
            }
        }
        text.edits = edits;
        let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
        let expert = self.name.new_form(stem, &[Kind::Expert]);
        let round = self.name.new_form(round, &[Kind::Round]).unwrap_or_else(|| (*round).to_owned());
        let to = format!("answers/{round}/{family}/{}.{extension}", expert.as_deref().unwrap_or(stem));
        self.keep(text, to);
        Ok(())
    }

    fn texts(&mut self) -> Result<(), Diagnostic> {
        for path in self.tree.below("texts") {
            let parts: Vec<&str> = path.split('/').collect();
            let [_, lang, kind, file] = parts.as_slice() else { continue };
            let Some(known) = Kind::parse(kind).filter(|kind| read::has_long(*kind)) else { continue };
            let Some((stem, extension)) = file.rsplit_once('.') else { continue };
            let Some(new) = self.name.new_form(stem, &[known]) else { continue };
            let Some(text) = self.text(&path)? else { continue };
            self.keep(text, format!("texts/{lang}/{kind}/{new}.{extension}"));
        }
        Ok(())
    }
}

/// The kinds of items that a round asked about, told by its families.
fn asked(round: &[toml_in::Written]) -> Vec<Kind> {
    let families = round.iter().find(|entry| entry.key == "families").map_or("", |entry| &entry.text);
    let found = families.split([',', ';', ' ']).filter_map(Family::find);
    let kinds: Vec<Kind> = found.flat_map(|family| family.kinds).flat_map(|k| k.iter().copied()).collect();
    if kinds.is_empty() { Kind::ALL.to_vec() } else { kinds }
}

/// The kinds of records that a decision chooses among.
fn decided(about: Option<&str>) -> Vec<Kind> {
    match about {
        Some("key-variables") => vec![Kind::Variable],
        Some("axes") => vec![Kind::Axis, Kind::Variable],
        Some("bet") => vec![Kind::Scenario],
        Some("actions") => vec![Kind::Action],
        _ => Kind::ALL.to_vec(),
    }
}
