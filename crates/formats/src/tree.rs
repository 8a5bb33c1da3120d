//! The files of a study, wherever they lie: on disk or in memory.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use atalaya_model::{Code, Diagnostic, Place};

/// Depth of folders below a study's that is looked at.
const DEPTH: usize = 8;
/// Most files and folders that are listed: more are no study.
const ENTRIES: usize = 50_000;

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A file on disk, read when it is needed.
    Disk(PathBuf),
    /// A file in memory.
    Bytes(Vec<u8>),
    /// A folder.
    Folder,
}

/// The files of a study by their path, relative to its folder, with `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// Files and folders.
    pub entries: BTreeMap<String, Entry>,
}

impl Tree {
    /// Lists a folder without reading its files; hidden files and `out/` are left out.
    ///
    /// # Errors
    /// [`Code::Unreadable`] where the folder cannot be listed, [`Code::NotAFile`] where it is no folder.
    pub fn list(folder: &Path) -> Result<Self, Diagnostic> {
        let shown = Place::file(&folder.display().to_string());
        let metadata = fs::metadata(folder).map_err(|e| unreadable(shown.clone(), &e))?;
        if !metadata.is_dir() {
            return Err(Diagnostic::new(Code::NotAFile, shown));
        }
        let mut tree = Self::default();
        tree.walk(folder, "", 0).map_err(|e| unreadable(shown, &e))?;
        Ok(tree)
    }

    fn walk(&mut self, folder: &Path, prefix: &str, depth: usize) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            if self.entries.len() >= ENTRIES {
                return Ok(());
            }
            if name.starts_with(['.', '~']) || (depth == 0 && name == "out") {
                continue;
            }
            let path = format!("{prefix}{name}");
            // A broken link is listed as a file and reported when it is read.
            let folder = fs::metadata(entry.path()).is_ok_and(|m| m.is_dir());
            if folder {
                self.entries.insert(path.clone(), Entry::Folder);
                if depth < DEPTH {
                    self.walk(&entry.path(), &format!("{path}/"), depth + 1)?;
                }
            } else {
                self.entries.insert(path, Entry::Disk(entry.path()));
            }
        }
        Ok(())
    }

    /// Adds a file in memory.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.entries.insert(path.into(), Entry::Bytes(bytes.into()));
    }

    /// The bytes of a file; `None` where there is none.
    ///
    /// # Errors
    /// [`Code::NotAFile`] where a folder stands there, [`Code::Unreadable`] where it cannot be read.
    pub fn read(&self, path: &str) -> Result<Option<Cow<'_, [u8]>>, Diagnostic> {
        match self.entries.get(path) {
            None => Ok(None),
            Some(Entry::Bytes(bytes)) => Ok(Some(Cow::Borrowed(bytes))),
            Some(Entry::Folder) => Err(Diagnostic::new(Code::NotAFile, Place::file(path))),
            Some(Entry::Disk(file)) => {
                fs::read(file).map(|b| Some(Cow::Owned(b))).map_err(|e| unreadable(Place::file(path), &e))
            }
        }
    }

    /// The files, without the folders, in the order of their paths.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().filter(|(_, entry)| **entry != Entry::Folder).map(|(path, _)| path.as_str())
    }

    /// The files below `folder/`.
    pub fn below(&self, folder: &str) -> Vec<String> {
        let prefix = format!("{folder}/");
        self.files().filter(|path| path.starts_with(&prefix)).map(str::to_owned).collect()
    }
}

/// The diagnostic of a file that cannot be read.
#[must_use]
pub fn unreadable(place: Place, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::Unreadable, place).with("reason", reason(error))
}

/// What the system says, without its number.
#[must_use]
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or_default().to_owned()
}
