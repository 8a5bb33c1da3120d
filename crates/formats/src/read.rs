//! The files of a study to the study: every table of [`atalaya_model::with_tables!`], answers, values, texts, sources.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use atalaya_model::{
    Code, Diagnostic, Family, Id, Kind, Lang, Place, Record, Study,
    field::{Cell, Row, RowReader},
    record::Home,
    records::*,
    study::{Loaded, Places},
};

use crate::{
    answers::{self, Placed, Setting},
    bib,
    print::Layout,
    schema::Schema,
    sheet::{self, Sheet},
    toml_in,
    tree::Tree,
};

/// The bibliography.
pub(crate) const BIBLIOGRAPHY: &str = "sources.bib";
/// The frame.
pub(crate) const FRAME: &str = "study.toml";
/// The long table of answers.
pub(crate) const ANSWERS: &str = "answers.csv";
/// The values of the series.
pub(crate) const VALUES: &str = "scan/values.csv";
/// The columns of the values of the series; the last is what others call the first.
pub(crate) const OBSERVED: [&str; 5] = ["series", "economy", "year", "value", "indicator"];
/// The panel, where the id is written as `code`.
pub(crate) const PANEL: &str = "panel.csv";

/// The folders of a study.
const FOLDERS: [&str; 10] =
    ["answers", "texts", "frame", "consult", "scan", "structure", "explore", "choose", "act", "watch"];

/// Collects what is read, what is wrong and where everything stands.
pub(crate) struct Reader {
    pub(crate) out: Vec<Diagnostic>,
    pub(crate) places: Places,
    pub(crate) main: Lang,
    seen: BTreeSet<String>,
    documents: BTreeMap<String, toml_in::Document>,
}

impl Reader {
    pub(crate) fn new() -> Self {
        Self {
            out: Vec::new(),
            places: Places::default(),
            main: Lang::Es,
            seen: BTreeSet::new(),
            documents: BTreeMap::new(),
        }
    }

    /// The text of a file, decoded; `None` where there is none or it cannot be read (reported).
    fn text(&mut self, tree: &Tree, path: &str) -> Option<String> {
        self.seen.insert(path.to_owned());
        match tree.read(path) {
            Ok(bytes) => {
                let bytes = bytes?;
                if bytes.is_empty() {
                    self.out.push(Diagnostic::new(Code::EmptyFile, Place::file(path)));
                    return None;
                }
                Some(sheet::decode(path, &bytes, &mut self.out).0.into_owned())
            }
            Err(diagnostic) => {
                self.out.push(diagnostic);
                None
            }
        }
    }

    /// Reads `study.toml`.
    pub(crate) fn frame(&mut self, mut row: Row) -> Frame {
        let written = row.cells.get("languages").and_then(|cell| {
            cell.items
                .as_ref()
                .map_or_else(|| cell.text.split(';').next().map(str::to_owned), |i| i.first().cloned())
        });
        self.main = written.and_then(|code| Lang::parse(code.trim())).unwrap_or(Lang::Es);
        rename_keys(&mut row, &Schema::of_frame(), self.main, &mut self.out);
        self.places.frame = row.cells.iter().map(|(k, cell)| (k.clone(), cell.place.clone())).collect();
        let frame = Frame::read(&mut RowReader::new(&mut row, &mut self.out));
        for key in frame.extra.keys() {
            let place = self.places.of_frame(key);
            self.out.push(Diagnostic::new(Code::UnknownColumn, place).with("column", key));
        }
        frame
    }

    /// The rows of a table of records as written.
    fn rows<T: Record>(&mut self, tree: &Tree) -> Vec<Row> {
        match T::HOME {
            Home::Csv(BIBLIOGRAPHY) => {
                let Some(text) = self.text(tree, BIBLIOGRAPHY) else { return Vec::new() };
                bib::parse(BIBLIOGRAPHY, &text, &mut self.out)
            }
            Home::Csv(file) => {
                let Some(text) = self.text(tree, file) else { return Vec::new() };
                let sheet = sheet::parse(file, &text, &mut self.out);
                self.table(&sheet, &Schema::of::<T>(), T::KIND)
            }
            Home::Toml(file, name) => {
                if !self.documents.contains_key(file) {
                    let text = self.text(tree, file);
                    if text.as_ref().is_some_and(|text| text.trim().is_empty()) {
                        self.out.push(Diagnostic::new(Code::EmptyFile, Place::file(file)));
                    }
                    let document = text.map(|text| toml_in::parse(file, &text, &mut self.out));
                    self.documents.insert(file.to_owned(), document.unwrap_or_default());
                }
                let document = self.documents.get_mut(file);
                let mut rows = document.and_then(|d| d.arrays.remove(name)).unwrap_or_default();
                let schema = Schema::of::<T>();
                for row in &mut rows {
                    rename_keys(row, &schema, self.main, &mut self.out);
                }
                rows
            }
        }
    }

    /// A table with a header as rows of cells by key.
    pub(crate) fn table(&mut self, sheet: &Sheet<'_>, schema: &Schema, kind: Kind) -> Vec<Row> {
        let Some(header) = sheet.rows.first() else { return Vec::new() };
        let mut keys = schema.keys(header.cells.iter().map(AsRef::as_ref), self.main);
        if !keys.iter().flatten().any(|key| key.eq_ignore_ascii_case("id")) {
            self.out.push(Diagnostic::new(Code::MissingId, sheet.place(header.number, 0)));
            return Vec::new();
        }
        for (index, cell) in header.cells.iter().enumerate() {
            let place = sheet.place(header.number, index);
            let Some(key) = keys[index].clone() else {
                if sheet.rows[1..].iter().any(|row| !row.cell(index).is_empty()) {
                    self.out.push(Diagnostic::new(Code::MergedHeader, place));
                }
                continue;
            };
            if !schema.knows(&key) {
                self.out.push(answers::unknown(schema, place.clone(), cell));
            }
            if keys[..index].contains(&Some(key)) {
                self.out.push(Diagnostic::new(Code::DuplicateColumn, place).with("column", cell));
                keys[index] = None;
            }
        }
        self.places.heads.insert(kind, keys.iter().flatten().cloned().collect());
        answers::check_length(sheet, &mut self.out);
        let rows = sheet.rows[1..].iter().map(|line| {
            let cells = keys.iter().enumerate().filter_map(|(index, key)| {
                let text = line.cell(index);
                (!text.is_empty()).then_some(())?;
                let place = sheet.place(line.number, index);
                Some((key.clone()?, Cell { text: text.to_owned(), items: None, place }))
            });
            Row { cells: cells.collect(), place: sheet.place(line.number, 0) }
        });
        rows.collect()
    }

    /// Rows to records: ids that stand twice are reported and left out, unknown keys of TOML are reported once a file.
    pub(crate) fn records<T: Record>(&mut self, rows: Vec<Row>) -> Vec<T> {
        let mut records = Vec::with_capacity(rows.len());
        let mut unknown = BTreeSet::new();
        for mut row in rows {
            let start = row.cells.get("id").map_or_else(|| row.place.clone(), |cell| cell.place.clone());
            let cells: BTreeMap<String, Place> =
                row.cells.iter().map(|(key, cell)| (key.clone(), cell.place.clone())).collect();
            // A long text may also be written in the record itself, as workbooks do.
            let Some(record) = T::read_whole(&mut row, &mut self.out) else { continue };
            for key in record.extra().keys() {
                if matches!(T::HOME, Home::Toml(..)) && unknown.insert(key.clone()) {
                    let place = cells.get(key).unwrap_or(&start).clone();
                    self.out.push(Diagnostic::new(Code::UnknownColumn, place).with("column", key));
                }
            }
            let key = (T::KIND, record.id().clone());
            if let Some((first, _)) = self.places.records.get(&key) {
                let diagnostic = Diagnostic::new(Code::DuplicateId, start);
                self.out.push(diagnostic.with("id", record.id()).with("first", first));
                continue;
            }
            self.places.records.insert(key, (start, cells));
            records.push(record);
        }
        records
    }

    /// Reads the values of the series.
    pub(crate) fn observations(&mut self, sheet: &Sheet<'_>) -> Vec<Observation> {
        let out = &mut self.out;
        let [series, economy, year, value, indicator] = answers::columns(sheet, &OBSERVED, out);
        let Some(header) = sheet.rows.first() else { return Vec::new() };
        let at = [series.or(indicator), economy, year, value];
        let [Some(series), economy, Some(year), Some(value)] = at else {
            for (name, _) in OBSERVED.iter().zip(at).filter(|(name, at)| at.is_none() && **name != "economy")
            {
                let place = sheet.place(header.number, 0);
                out.push(Diagnostic::new(Code::MissingValue, place).with("field", *name));
            }
            return Vec::new();
        };
        answers::check_length(sheet, out);
        let mut read: Vec<(Observation, Place)> = Vec::new();
        for row in &sheet.rows[1..] {
            let at = [series, economy.unwrap_or(usize::MAX), year, value];
            let cell = |column: usize| row.cell(at[column]);
            let place = |column: usize| sheet.place(row.number, at[column]);
            if let Some(seen) = Observation::read(cell, place, out) {
                read.push((seen, place(3)));
            }
        }
        read.sort_by(|(a, _), (b, _)| (&a.series, &a.economy, a.year).cmp(&(&b.series, &b.economy, b.year)));
        let mut kept: Vec<(Observation, Place)> = Vec::with_capacity(read.len());
        for (seen, place) in read {
            if let Some((last, first)) = kept.last()
                && (&last.series, &last.economy, last.year) == (&seen.series, &seen.economy, seen.year)
            {
                let id = format!("{} {} {}", seen.series, seen.economy, seen.year);
                out.push(Diagnostic::new(Code::DuplicateId, place).with("id", id).with("first", first));
                continue;
            }
            kept.push((seen, place));
        }
        let (values, places) = kept.into_iter().unzip();
        self.places.observations = places;
        values
    }

    fn answers(&mut self, tree: &Tree, setting: &Setting) -> Placed {
        let mut all = Placed::new();
        if let Some(text) = self.text(tree, ANSWERS) {
            let sheet = sheet::parse(ANSWERS, &text, &mut self.out);
            all = answers::long(&sheet, setting, &mut self.out);
        }
        // One home for each family and round.
        let mut long: BTreeMap<(&str, &str), &Place> = BTreeMap::new();
        for (answer, place) in all.iter() {
            long.entry((answer.question.family.name, answer.round.as_str())).or_insert(place);
        }
        let long: BTreeMap<(String, String), Place> =
            long.into_iter().map(|((f, r), p)| ((f.to_owned(), r.to_owned()), p.clone())).collect();
        let mut reported = BTreeSet::new();
        for path in tree.below("answers") {
            let parts: Vec<&str> = path.split('/').collect();
            let [_, round, family, file] = parts.as_slice() else { continue };
            let Some(expert) = strip_extension(file, &["csv", "tsv", "txt"]) else { continue };
            self.seen.insert(path.clone());
            let place = || Place::file(&path);
            let Some(found) = Family::find(family).filter(|f| f.arity() == 2) else {
                self.out.push(Diagnostic::new(Code::UnknownQuestion, place()).with("text", *family));
                continue;
            };
            let Some(round) = answers::id(round, place, &mut self.out) else { continue };
            let Some(expert) = answers::id(expert, place, &mut self.out) else { continue };
            let home = ((*family).to_owned(), round.to_string());
            if let Some(other) = long.get(&home)
                && reported.insert(home.clone())
            {
                self.out.push(
                    Diagnostic::new(Code::TwoHomes, place())
                        .with("family", *family)
                        .with("round", &round)
                        .with("other", other),
                );
            }
            if long.contains_key(&home) {
                continue;
            }
            let Some(text) = self.text(tree, &path) else { continue };
            let sheet = sheet::parse(&path, &text, &mut self.out);
            all.append(answers::matrix(&sheet, &round, found, &expert, setting, &mut self.out));
        }
        all
    }

    /// Puts the long texts into their records.
    fn texts(&mut self, tree: &Tree, study: &mut Study) {
        for path in tree.below("texts") {
            let parts: Vec<&str> = path.split('/').collect();
            let [_, lang, kind, file] = parts.as_slice() else { continue };
            let Some(name) = strip_extension(file, &["md"]) else { continue };
            let Some(lang) = Lang::ALL.into_iter().find(|l| l.code() == *lang) else { continue };
            let known = *kind == "study" && ["presentation", "conclusions"].contains(&name)
                || Kind::parse(kind).is_some_and(has_long);
            if !known {
                continue;
            }
            let Some(text) = self.text(tree, &path) else { continue };
            let text = text.replace("\r\n", "\n").trim().to_owned();
            if *kind == "study" {
                let target = match name {
                    "presentation" => &mut study.frame.presentation,
                    _ => &mut study.frame.conclusions,
                };
                *target.side_mut(lang) = text;
                self.places.frame.insert(format!("{name}.{}", lang.code()), Place::file(&path));
                continue;
            }
            let kind = Kind::parse(kind).unwrap_or(Kind::Scenario);
            match long_text(study, kind, name) {
                Some((id, field, target)) => {
                    *target.side_mut(lang) = text;
                    if let Some((_, cells)) = self.places.records.get_mut(&(kind, id)) {
                        cells.insert(format!("{field}.{}", lang.code()), Place::file(&path));
                    }
                }
                None => self.out.push(
                    Diagnostic::new(Code::UnknownId, Place::file(&path))
                        .with("id", name)
                        .with("kind", kind.as_str()),
                ),
            }
        }
    }

    /// Reports files, and arrays of TOML files, that no part of a study reads.
    fn unknown(&mut self, tree: &Tree) {
        for document in self.documents.values() {
            let arrays = document.arrays.iter().filter_map(|(name, rows)| Some((name, &rows.first()?.place)));
            let rest = document.rest.cells.iter().map(|(key, cell)| (key, &cell.place));
            for (name, place) in arrays.chain(rest) {
                self.out.push(Diagnostic::new(Code::UnknownColumn, place.clone()).with("column", name));
            }
        }
        // A folder without a study holds nothing but strangers.
        if !tree.entries.contains_key(FRAME) {
            return;
        }
        for path in tree.files().filter(|path| !self.seen.contains(*path) && !is_carried(path)) {
            let code = if FOLDERS.contains(&path) { Code::NotAFile } else { Code::UnknownFile };
            self.out.push(Diagnostic::new(code, Place::file(path)));
        }
    }
}

/// What a public archive holds besides the study.
pub const PUBLISHED: [&str; 5] =
    ["CITATION.cff", "deviations.csv", "dictionary.csv", "findings.json", "rules.csv"];

/// Whether a file belongs to a study without being read: readmes, licences, history, what was published with it.
pub(crate) fn is_carried(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let upper = name.to_uppercase();
    path.starts_with("history/")
        || PUBLISHED.contains(&path)
        || path.starts_with("out/")
        || ["README", "LICENSE", "LICENCE", "LICENCIA", "LEEME", "LÉEME"].iter().any(|n| upper.starts_with(n))
        || path.split('/').any(|part| part.starts_with('.'))
}

fn strip_extension<'a>(file: &'a str, extensions: &[&str]) -> Option<&'a str> {
    let (name, extension) = file.rsplit_once('.')?;
    extensions.iter().any(|known| extension.eq_ignore_ascii_case(known)).then_some(name)
}

/// Gives every cell the key that its header means; two that mean the same are reported.
fn rename_keys(row: &mut Row, schema: &Schema, main: Lang, out: &mut Vec<Diagnostic>) {
    let cells = std::mem::take(&mut row.cells);
    for (key, cell) in cells {
        match row.cells.entry(schema.key(&key, main)) {
            Entry::Vacant(free) => {
                free.insert(cell);
            }
            Entry::Occupied(_) => {
                out.push(Diagnostic::new(Code::DuplicateColumn, cell.place).with("column", key));
            }
        }
    }
}

macro_rules! long_texts {
    ($($table:ident: $type:ident),+) => {
        /// Whether records of a kind have a long text.
        pub(crate) fn has_long(kind: Kind) -> bool {
            $((kind == $type::KIND && !$type::LONG.is_empty()))||+
        }

        /// The long text of a record: its id, the name of the field, the text.
        fn long_text<'a>(
            study: &'a mut Study,
            kind: Kind,
            id: &str,
        ) -> Option<(Id, &'static str, &'a mut atalaya_model::Text)> {
            $(if kind == $type::KIND {
                let record = study.$table.iter_mut().find(|record| record.id() == &id)?;
                let id = record.id().clone();
                return Some((id, $type::LONG, record.long_mut()?));
            })+
            None
        }

        /// Reads every table.
        fn tables(reader: &mut Reader, tree: &Tree, study: &mut Study) {
            $(
                let rows = reader.rows::<$type>(tree);
                study.$table = reader.records::<$type>(rows);
            )+
        }
    };
}
atalaya_model::with_tables!(long_texts);

/// Whether the study's format is newer than this program's; reported.
pub(crate) fn is_newer(frame: &Frame, places: &Places, out: &mut Vec<Diagnostic>) -> bool {
    let newer = places.newer_format(frame);
    let is_newer = newer.is_some();
    out.extend(newer);
    is_newer
}

/// Keeps the first of the warnings that every line of a file would repeat, and puts all in the order of files and lines.
pub(crate) fn settle(out: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    out.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
    out.retain(|diagnostic| {
        diagnostic.code != Code::DecimalComma || seen.insert(diagnostic.place.file.clone())
    });
}

/// What a folder holds besides the study.
#[must_use]
pub fn layout(tree: &Tree) -> Layout {
    let unread: BTreeSet<String> = study(tree)
        .diagnostics
        .into_iter()
        .filter(|diagnostic| diagnostic.code == Code::UnknownFile)
        .map(|diagnostic| diagnostic.place.file.to_string())
        .collect();
    let carried = tree.files().filter(|path| is_carried(path) || unread.contains(*path));
    let read = carried.filter_map(|path| Some((path.to_owned(), tree.read(path).ok()??.into_owned())));
    Layout { carried: read.collect() }
}

/// Reads a study from its files. What cannot be read is reported, and the rest still opens.
#[must_use]
pub fn study(tree: &Tree) -> Loaded<Study> {
    let mut reader = Reader::new();
    let mut study = Study::default();
    if tree.entries.contains_key(FRAME) {
        if let Some(text) = reader.text(tree, FRAME) {
            if text.trim().is_empty() {
                reader.out.push(Diagnostic::new(Code::EmptyFile, Place::file(FRAME)));
            }
            let mut document = toml_in::parse(FRAME, &text, &mut reader.out);
            let row = std::mem::take(&mut document.rest);
            reader.documents.insert(FRAME.to_owned(), document);
            study.frame = reader.frame(row);
        }
    } else {
        reader.out.push(Diagnostic::new(Code::NoStudy, Place::file(FRAME)));
    }
    if !is_newer(&study.frame, &reader.places, &mut reader.out) {
        tables(&mut reader, tree, &mut study);
        if let Some(text) = reader.text(tree, VALUES) {
            let sheet = sheet::parse(VALUES, &text, &mut reader.out);
            study.observations = reader.observations(&sheet);
        }
        let mut placed = reader.answers(tree, &Setting::of(&study));
        placed.tell_heads(&mut reader.places);
        (study.answers, reader.places.answers) = answers::settle(placed, &mut reader.out);
        reader.texts(tree, &mut study);
        reader.unknown(tree);
    }
    study.normalise();
    settle(&mut reader.out);
    Loaded { value: study, diagnostics: reader.out, places: reader.places }
}
