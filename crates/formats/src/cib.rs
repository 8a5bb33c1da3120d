//! Cross-impact matrices: ScenarioWizard's files, and tables whose rows and columns are called `descriptor.variant`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use atalaya_model::{Code, Diagnostic, Place, study::Loaded};

use crate::{book, sheet, tree::unreadable};

pub mod edit;
pub mod scw;
pub mod sl;
pub mod study;
pub mod table;

/// Most variants that a matrix may have, over all its descriptors.
pub const MOST_VARIANTS: usize = 4096;
/// Most variants of one descriptor.
pub const MOST_OF_ONE: usize = 64;
/// Decimals that an impact may have.
const DECIMALS: usize = 6;

/// A descriptor and its variants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Descriptor {
    /// Its name.
    pub name: Name,
    /// The names of its variants.
    pub variants: Vec<Name>,
}

/// A name: short, and where the file has one also long. Names may be blank or repeated; what counts is the position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// What stands in tables.
    pub short: String,
    /// What explains it.
    pub long: Option<String>,
}

impl Name {
    /// A short name.
    #[must_use]
    pub fn of(short: &str) -> Self {
        Self { short: short.to_owned(), long: None }
    }
}

/// A cross-impact matrix as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// What the file calls it.
    pub title: String,
    /// Its descriptors.
    pub descriptors: Vec<Descriptor>,
    /// The impacts times [`Self::scale`], row by row: rows are source variants, columns target variants.
    pub cells: Vec<i32>,
    /// 1 where every impact is a whole number, else the power of ten that makes it one.
    pub scale: i32,
}

impl Matrix {
    /// The number of variants of each descriptor.
    #[must_use]
    pub fn sizes(&self) -> Vec<usize> {
        self.descriptors.iter().map(|d| d.variants.len()).collect()
    }

    /// How many variants there are.
    #[must_use]
    pub fn variants(&self) -> usize {
        self.descriptors.iter().map(|d| d.variants.len()).sum()
    }

    /// The descriptor and the variant of a row or column.
    #[must_use]
    pub fn owner(&self, mut index: usize) -> Option<(usize, usize)> {
        for (d, descriptor) in self.descriptors.iter().enumerate() {
            if index < descriptor.variants.len() {
                return Some((d, index));
            }
            index -= descriptor.variants.len();
        }
        None
    }
}

/// What is wrong with a matrix: `fault` chooses the sentence.
pub(crate) fn fault(place: Place, fault: &str) -> Diagnostic {
    Diagnostic::new(Code::CibSyntax, place).with("fault", fault)
}

/// Checks the shape of the descriptors: some, each with some variants, not too many.
pub(crate) fn check_shape(descriptors: &[Descriptor], place: &Place, out: &mut Vec<Diagnostic>) -> bool {
    let before = out.len();
    if descriptors.is_empty() {
        out.push(fault(place.clone(), "no-descriptors"));
    }
    for (index, d) in descriptors.iter().enumerate() {
        let named = if d.name.short.is_empty() { (index + 1).to_string() } else { d.name.short.clone() };
        if d.variants.is_empty() {
            out.push(fault(place.clone(), "no-variants").with("name", named));
        } else if d.variants.len() > MOST_OF_ONE {
            let found = fault(place.clone(), "many-of-one").with("name", named);
            out.push(found.with("found", d.variants.len()).with("expected", MOST_OF_ONE));
        }
    }
    let all: usize = descriptors.iter().map(|d| d.variants.len()).sum();
    if all > MOST_VARIANTS {
        let found = fault(place.clone(), "many").with("found", all);
        out.push(found.with("expected", MOST_VARIANTS));
    }
    out.len() == before
}

/// An impact: its digits and how many of them are decimals.
pub(crate) fn impact(text: &str) -> Option<(i64, usize)> {
    let text = text.trim().replace('\u{2212}', "-");
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest.trim_start()),
        None => (1, text.strip_prefix('+').unwrap_or(&text)),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let decimals = decimals.trim_end_matches('0');
    let all = format!("{whole}{decimals}");
    let plain = all.bytes().all(|b| b.is_ascii_digit()) && !whole.is_empty();
    if !plain || decimals.len() > DECIMALS || all.len() > 15 {
        return None;
    }
    Some((sign * all.parse::<i64>().ok()?, decimals.len()))
}

/// Impacts brought to one scale; the index of the first that is too large.
pub(crate) fn scaled(impacts: &[(i64, usize)]) -> Result<(Vec<i32>, i32), usize> {
    let most = impacts.iter().map(|(_, decimals)| *decimals).max().unwrap_or(0);
    let power = |n: usize| (0..n).fold(1_i64, |power, _| power * 10);
    let cell = |(index, &(digits, decimals)): (usize, &(i64, usize))| {
        let value = digits.checked_mul(power(most - decimals));
        value.and_then(|value| i32::try_from(value).ok()).filter(|value| *value != i32::MIN).ok_or(index)
    };
    let cells = impacts.iter().enumerate().map(cell).collect::<Result<_, _>>()?;
    Ok((cells, i32::try_from(power(most)).unwrap_or(i32::MAX)))
}

/// An impact as written: the scale taken out again. Where no decimals say it whole it has six of them.
#[must_use]
pub fn printed(cell: i64, scale: i32) -> String {
    let size = u64::from(scale.unsigned_abs()).max(1);
    let (sign, value) = (if cell < 0 { "-" } else { "" }, cell.unsigned_abs());
    let million = u128::from(value) * 1_000_000;
    let rounded = (million + u128::from(size / 2)) / u128::from(size);
    let (whole, decimals) = (rounded / 1_000_000, format!("{:06}", rounded % 1_000_000));
    match decimals.trim_end_matches('0') {
        _ if rounded == 0 => "0".to_owned(),
        "" => format!("{sign}{whole}"),
        decimals => format!("{sign}{whole}.{decimals}"),
    }
}

/// A file with a cross-impact matrix; what ScenarioWizard keeps beside it comes along.
#[derive(Clone, Debug, PartialEq)]
pub enum File {
    /// One of ScenarioWizard's.
    Scw(Box<scw::Scw>),
    /// A table.
    Table(Matrix),
}

impl File {
    /// Its matrix.
    #[must_use]
    pub fn matrix(&self) -> &Matrix {
        match self {
            Self::Scw(scw) => &scw.matrix,
            Self::Table(matrix) => matrix,
        }
    }
}

/// The matrices of a folder, in the order of their names, then those of each folder in it; by their extensions.
///
/// # Errors
/// What the system says of a folder that cannot be read.
pub fn within(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries = |folder: &Path| -> std::io::Result<(Vec<PathBuf>, Vec<PathBuf>)> {
        let mut all = fs::read_dir(folder)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<Vec<_>, _>>()?;
        all.retain(|path| {
            path.file_name().is_some_and(|name| !name.to_string_lossy().starts_with(['.', '~']))
        });
        all.sort();
        Ok(all.into_iter().partition(|path| path.is_dir()))
    };
    let is_matrix = |path: &PathBuf| {
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        matches!(extension.as_str(), "scw" | "csv" | "tsv") || book::is_book(path)
    };
    let (folders, mut files) = entries(folder)?;
    for folder in folders {
        files.extend(entries(&folder)?.1);
    }
    files.retain(is_matrix);
    Ok(files)
}

/// Reads a cross-impact matrix: `.scw`, CSV in any dialect, or the first sheet of a workbook.
#[must_use]
pub fn open(path: &Path) -> Loaded<Option<File>> {
    let mut out = Vec::new();
    let value = read(path, &mut out);
    Loaded { value, diagnostics: out, places: atalaya_model::study::Places::default() }
}

fn read(path: &Path, out: &mut Vec<Diagnostic>) -> Option<File> {
    let shown = path.display().to_string();
    if path.is_dir() {
        out.push(Diagnostic::new(Code::NotAFile, Place::file(&shown)));
        return None;
    }
    if book::is_book(path) {
        let sheets = match book::sheets(path, &shown) {
            Ok(sheets) => sheets,
            Err(diagnostic) => {
                out.push(diagnostic);
                return None;
            }
        };
        let Some((_, sheet)) = sheets.first() else {
            out.push(Diagnostic::new(Code::EmptyFile, Place::file(&shown)));
            return None;
        };
        return table::read(sheet, out).map(File::Table);
    }
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            out.push(unreadable(Place::file(&shown), &error));
            return None;
        }
    };
    if bytes.is_empty() {
        out.push(Diagnostic::new(Code::EmptyFile, Place::file(&shown)));
        return None;
    }
    if scw::is_scw(&bytes) || path.extension().is_some_and(|e| e.eq_ignore_ascii_case("scw")) {
        return scw::read(&shown, &bytes, out).map(|scw| File::Scw(Box::new(scw)));
    }
    let (text, _) = sheet::decode(&shown, &bytes, out);
    table::read(&sheet::parse(&shown, &text, out), out).map(File::Table)
}
