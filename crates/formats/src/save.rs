//! Writing that is never half done: a temporary name beside the target, then a rename.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use atalaya_model::{Code, Diagnostic, Place};

use crate::tree::{Entry, Tree, reason};

/// The diagnostic of an output that cannot be written.
#[must_use]
pub fn refused(path: &Path, reason: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::new(Code::NotWritable, Place::file(&path.display().to_string())).with("reason", reason)
}

/// Whether a folder may be written to. Its mark is read, because a superuser's writes succeed all the same.
///
/// # Errors
/// [`Code::NotWritable`] where the folder is missing or read-only.
pub fn writable(folder: &Path) -> Result<(), Diagnostic> {
    let metadata = fs::metadata(folder).map_err(|e| refused(folder, reason(&e)))?;
    if !metadata.is_dir() {
        return Err(refused(folder, reason(&io::Error::from(io::ErrorKind::NotADirectory))));
    }
    if metadata.permissions().readonly() {
        return Err(refused(folder, reason(&io::Error::from(io::ErrorKind::PermissionDenied))));
    }
    Ok(())
}

/// The folder that a path stands in.
fn parent(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A name beside `path` that nothing has.
fn beside(path: &Path, what: &str) -> PathBuf {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    (0_u32..)
        .map(|n| parent(path).join(format!(".{name}.{what}-{}-{n}", std::process::id())))
        .find(|candidate| !candidate.exists())
        .unwrap_or_else(|| path.to_owned())
}

/// Writes a file: either all of it stands there afterwards, or what stood there before.
///
/// # Errors
/// [`Code::NotWritable`].
pub fn file(path: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    writable(parent(path))?;
    if path.is_dir() {
        return Err(refused(path, reason(&io::Error::from(io::ErrorKind::IsADirectory))));
    }
    let temporary = beside(path, "new");
    let done = fs::write(&temporary, bytes).and_then(|()| fs::rename(&temporary, path));
    done.map_err(|error| {
        let _ = fs::remove_file(&temporary);
        refused(path, reason(&error))
    })
}

/// Writes a folder that does not exist yet, or is empty.
///
/// # Errors
/// [`Code::NotWritable`], also where something stands there already.
pub fn folder(path: &Path, tree: &Tree) -> Result<(), Diagnostic> {
    // `name/` and `name/.` have no name to put a temporary one beside.
    let path = &path.components().collect::<PathBuf>();
    let occupied = match fs::read_dir(path) {
        Ok(mut entries) => entries.next().is_some(),
        Err(_) => path.exists(),
    };
    if occupied {
        return Err(refused(path, reason(&io::Error::from(io::ErrorKind::AlreadyExists))));
    }
    writable(parent(path))?;
    let temporary = beside(path, "new");
    let write = || -> io::Result<()> {
        fs::create_dir(&temporary)?;
        for (name, entry) in &tree.entries {
            let target = temporary.join(name);
            match entry {
                Entry::Folder => fs::create_dir_all(&target)?,
                Entry::Bytes(bytes) => {
                    fs::create_dir_all(parent(&target))?;
                    fs::write(&target, bytes)?;
                }
                Entry::Disk(from) => {
                    fs::create_dir_all(parent(&target))?;
                    fs::copy(from, &target)?;
                }
            }
        }
        if path.is_dir() {
            fs::remove_dir(path)?;
        }
        fs::rename(&temporary, path)
    };
    write().map_err(|error| {
        let _ = fs::remove_dir_all(&temporary);
        refused(path, reason(&error))
    })
}

/// A file that changes its bytes, its path, or both; paths are relative to the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it stands.
    pub from: String,
    /// Where it will stand.
    pub to: String,
    /// What will stand in it.
    pub bytes: Vec<u8>,
}

/// Makes all changes in a folder or none: new files are written beside the old ones first, then put in their places;
/// where one step fails, the steps before it are undone.
///
/// # Errors
/// [`Code::NotWritable`].
pub fn changes(folder: &Path, changes: &[Change]) -> Result<(), Diagnostic> {
    for change in changes {
        writable(parent(&folder.join(&change.from)))?;
        let occupied = change.from != change.to && folder.join(&change.to).exists();
        if occupied {
            let reason = reason(&io::Error::from(io::ErrorKind::AlreadyExists));
            return Err(refused(&folder.join(&change.to), reason));
        }
    }
    let mut undo: Vec<Undo> = Vec::new();
    let made = make(folder, changes, &mut undo);
    match made {
        Ok(()) => {
            for step in undo {
                if let Undo::Return { kept, .. } = step {
                    let _ = fs::remove_file(kept);
                }
            }
            for change in changes.iter().filter(|change| change.from != change.to) {
                let left = Path::new(&change.from).ancestors().skip(1).filter(|p| !p.as_os_str().is_empty());
                for empty in left {
                    // Only an empty folder goes.
                    let _ = fs::remove_dir(folder.join(empty));
                }
            }
            Ok(())
        }
        Err((path, error)) => {
            for step in undo.into_iter().rev() {
                match step {
                    Undo::Remove(path) => {
                        let _ = fs::remove_file(path);
                    }
                    Undo::RemoveFolder(path) => {
                        let _ = fs::remove_dir(path);
                    }
                    Undo::Return { kept, place } => {
                        let _ = fs::rename(kept, place);
                    }
                }
            }
            Err(refused(&path, reason(&error)))
        }
    }
}

enum Undo {
    Remove(PathBuf),
    RemoveFolder(PathBuf),
    Return { kept: PathBuf, place: PathBuf },
}

fn make(folder: &Path, changes: &[Change], undo: &mut Vec<Undo>) -> Result<(), (PathBuf, io::Error)> {
    let mut staged = Vec::new();
    for change in changes {
        let (from, to) = (folder.join(&change.from), folder.join(&change.to));
        let fail = |error| (to.clone(), error);
        let mut missing: Vec<PathBuf> =
            parent(&to).ancestors().take_while(|p| !p.exists()).map(Path::to_owned).collect();
        while let Some(path) = missing.pop() {
            fs::create_dir(&path).map_err(fail)?;
            undo.push(Undo::RemoveFolder(path));
        }
        let temporary = beside(&to, "new");
        undo.push(Undo::Remove(temporary.clone()));
        fs::write(&temporary, &change.bytes).map_err(fail)?;
        staged.push((from, temporary, to));
    }
    for (from, temporary, to) in staged {
        let fail = |error| (to.clone(), error);
        let kept = beside(&from, "old");
        fs::rename(&from, &kept).map_err(fail)?;
        undo.push(Undo::Return { kept, place: from });
        fs::rename(&temporary, &to).map_err(fail)?;
        undo.push(Undo::Remove(to.clone()));
    }
    Ok(())
}
