//! The matrices of a panel: read, made comparable, added up.

use std::path::{Path, PathBuf};

use atalaya_formats::cib::{self as files, File, Matrix};
use atalaya_methods::cib::{
    Cib,
    panel::{PanelError, total},
};
use atalaya_words::Words;

use super::edits;
use crate::{commands, print};

/// The matrices read; the first is the panel's where there are several.
pub struct Members {
    /// The file that is worked on: the only one, or the panel's.
    pub file: File,
    /// Its matrix, to be searched.
    pub cib: Cib,
    /// Each member's matrix, in the units of one judgement; empty where there is one file.
    pub experts: Vec<Cib>,
    /// Units of one judgement.
    pub unit: i32,
    /// The file of each member.
    pub names: Vec<String>,
    /// The folder of each member, where folders were given and there are several.
    pub folders: Option<Vec<PathBuf>>,
}

/// The files of a panel, with the folder of each where a folder was given.
fn files(paths: &[PathBuf]) -> (Vec<PathBuf>, Option<Vec<PathBuf>>) {
    let mut all = Vec::new();
    for path in paths {
        match files::within(path) {
            Ok(own) if !own.is_empty() => all.extend(own),
            // What is no folder is told when it is opened, one without matrices before.
            _ => all.push(path.clone()),
        }
    }
    let folders: Vec<PathBuf> =
        all.iter().map(|file| file.parent().map_or_else(PathBuf::new, Path::to_path_buf)).collect();
    let several = paths.iter().any(|path| path.is_dir()) && folders.iter().any(|own| *own != folders[0]);
    (all, several.then_some(folders))
}

/// Why there is nothing to work on; it was told.
#[derive(Clone, Copy)]
pub enum Stop {
    /// The input is wrong.
    Input,
    /// It was asked for what cannot be.
    Usage,
}

/// Reads the files and changes each as asked.
pub fn read(words: &Words, paths: &[PathBuf], changes: &[String]) -> Result<Members, Stop> {
    let mut all: Vec<File> = Vec::new();
    let (paths, folders) = files(paths);
    if let Some(folder) = paths.iter().find(|path| path.is_dir()) {
        let args = [("folder", print::path(folder).into())];
        eprintln!("atalaya: {}", words.with("cib-folder-empty", &args));
        return Err(Stop::Input);
    }
    for path in &paths {
        let loaded = files::open(path);
        for diagnostic in &loaded.diagnostics {
            eprintln!("{}", print::diagnostic(words, diagnostic));
        }
        let stopped = commands::stops(&loaded.diagnostics);
        let mut file = loaded.value.filter(|_| !stopped).ok_or(Stop::Input)?;
        edits::apply(&mut file, changes).map_err(|refused| {
            eprintln!("atalaya: {}", refused.tell(words, file_matrix(&file)));
            Stop::Usage
        })?;
        all.push(file);
    }
    for (file, path) in all.iter().zip(&paths) {
        if let Some((own, first)) = differing(file.matrix(), all[0].matrix()) {
            let nothing = || words.t("cib-panel-nothing");
            let args = [
                ("file", print::path(path).into()),
                ("first", print::path(&paths[0]).into()),
                ("own", own.unwrap_or_else(nothing).into()),
                ("other", first.unwrap_or_else(nothing).into()),
            ];
            eprintln!("atalaya: {}", words.with("cib-panel-differs", &args));
            return Err(Stop::Input);
        }
    }
    let unit = all.iter().map(|file| file.matrix().scale).fold(1, common);
    let of = |file: &File| {
        let matrix = file.matrix();
        let factor = i64::from(unit / matrix.scale);
        let cell = |&cell: &i32| i32::try_from(i64::from(cell) * factor).unwrap_or(i32::MAX);
        Cib::new(matrix.sizes(), matrix.cells.iter().map(cell).collect())
    };
    let refuse = |error: &PanelError| {
        match error {
            PanelError::Matrix(error) => super::tell_refused(words, error),
            other => eprintln!("atalaya: {other}"),
        }
        Stop::Input
    };
    let cibs: Vec<Cib> =
        all.iter().map(of).collect::<Result<_, _>>().map_err(|error| refuse(&PanelError::Matrix(error)))?;
    let mut file = all.swap_remove(0);
    let [cib] = cibs.as_slice() else {
        // The sum is the mean without its division: the scale says by what it would be divided.
        let cib = total(&cibs).map_err(|error| refuse(&error))?;
        let members = i32::try_from(cibs.len()).unwrap_or(i32::MAX);
        let matrix = match &mut file {
            File::Scw(scw) => &mut scw.matrix,
            File::Table(matrix) => matrix,
        };
        matrix.cells = cib.cells().to_vec();
        matrix.scale = unit.saturating_mul(members);
        let names = paths.iter().map(|path| print::path(path)).collect();
        return Ok(Members { file, cib, experts: cibs, unit, names, folders });
    };
    Ok(Members { file, cib: cib.clone(), experts: Vec::new(), unit, names: Vec::new(), folders: None })
}

fn file_matrix(file: &File) -> &Matrix {
    file.matrix()
}

/// The first descriptor with which two matrices part, as each writes it (`Country (big, small)`), by short names; `None`
/// on a side that has no more.
fn differing(a: &Matrix, b: &Matrix) -> Option<(Option<String>, Option<String>)> {
    let written = |matrix: &Matrix, at: usize| {
        let descriptor = matrix.descriptors.get(at)?;
        let variants: Vec<&str> = descriptor.variants.iter().map(|variant| variant.short.as_str()).collect();
        Some(format!("{} ({})", descriptor.name.short, variants.join(", ")))
    };
    let all = a.descriptors.len().max(b.descriptors.len());
    (0..all).map(|at| (written(a, at), written(b, at))).find(|(a, b)| a != b)
}

/// The least common multiple.
fn common(a: i32, b: i32) -> i32 {
    fn gcd(a: i32, b: i32) -> i32 {
        if b == 0 { a } else { gcd(b, a % b) }
    }
    (a / gcd(a, b)).saturating_mul(b)
}
