//! The archive: a study's folder in one file that is byte-equal whenever the study is, with a manifest of hashes.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{self, Cursor, Read, Write},
    path::Path,
};

use atalaya_model::{Code, Diagnostic, FORMAT, Place, Study, study::Loaded};
use serde_json::{Map, Value};
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::{hash::sha256, print, print::Layout, read, save, tree::Tree, tree::unreadable};

/// The name of the manifest inside the archive.
const MANIFEST: &str = "manifest.json";
/// The word that marks a manifest as ours.
const KIND: &str = "atalaya-study";
/// Most files of an archive.
pub const MAX_FILES: usize = 20_000;
/// Most bytes of an archive's files together.
pub const MAX_BYTES: u64 = 512 << 20;
/// Most bytes of a file for each byte that it takes in the archive, above [`FREE_BYTES`].
pub const MAX_RATIO: u64 = 200;
/// Files up to this size may have any ratio.
pub const FREE_BYTES: u64 = 4 << 20;

/// What the manifest of a public archive says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Public {
    /// Hash of what is published: that of its findings.
    pub content: String,
    /// Release of the program that computed them.
    pub release: String,
}

/// An archive as it was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// Its files.
    pub tree: Tree,
    /// What its manifest says, where it is a public one.
    pub public: Option<Public>,
}

/// Why an archive cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// A word: `not-a-zip`, `too-many-files`, `too-large`, `ratio`, `path`, `link`, `twice`, `encrypted`, `manifest`,
    /// `hash`, `no-study`.
    pub reason: &'static str,
    /// The files whose bytes are not those of the manifest, that are missing or that it does not name.
    pub files: Vec<String>,
}

impl From<&'static str> for Broken {
    fn from(reason: &'static str) -> Self {
        Self { reason, files: Vec::new() }
    }
}

impl Broken {
    /// What is said of it: a problem a file, or one of the archive at `path`.
    #[must_use]
    pub fn diagnostics(self, path: &Path) -> Vec<Diagnostic> {
        let archive = path.display().to_string();
        let one =
            |place: &str| Diagnostic::new(Code::BadArchive, Place::file(place)).with("reason", self.reason);
        if self.files.is_empty() {
            return vec![one(&archive)];
        }
        self.files.iter().map(|file| one(&format!("{archive}/{file}"))).collect()
    }
}

/// The bytes of an archive of these files.
///
/// # Errors
/// [`Code::NotWritable`] where a file of the tree cannot be read or the archive would break its limits.
pub fn pack(tree: &Tree) -> Result<Vec<u8>, Diagnostic> {
    pack_as(tree, None)
}

/// The bytes of a public archive of these files.
///
/// # Errors
/// [`Code::NotWritable`] where a file of the tree cannot be read or the archive would break its limits.
pub fn pack_public(tree: &Tree, public: &Public) -> Result<Vec<u8>, Diagnostic> {
    pack_as(tree, Some(public))
}

fn pack_as(tree: &Tree, public: Option<&Public>) -> Result<Vec<u8>, Diagnostic> {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for path in tree.files() {
        if let Some(bytes) = tree.read(path)? {
            files.insert(path.to_owned(), bytes.into_owned());
        }
    }
    let hashes: Map<String, Value> =
        files.iter().map(|(path, bytes)| (path.clone(), Value::String(sha256(bytes)))).collect();
    let mut manifest = Map::new();
    manifest.insert("kind".to_owned(), KIND.into());
    manifest.insert("format".to_owned(), FORMAT.into());
    if let Some(public) = public {
        manifest.insert("public".to_owned(), true.into());
        manifest.insert("content".to_owned(), public.content.as_str().into());
        manifest.insert("release".to_owned(), public.release.as_str().into());
    }
    manifest.insert("files".to_owned(), Value::Object(hashes));
    let manifest = format!("{:#}\n", Value::Object(manifest));
    // Nothing of this machine or moment enters: no times, no owners.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let first = (MANIFEST.to_owned(), manifest.into_bytes());
    for (path, bytes) in std::iter::once(first).chain(files.into_iter().filter(|(path, _)| path != MANIFEST))
    {
        let written = zip.start_file(&path, options).map_err(|e| e.to_string());
        let written = written.and_then(|()| zip.write_all(&bytes).map_err(|e| e.to_string()));
        written.map_err(|reason| save::refused(Path::new(&path), reason))?;
    }
    let cursor = zip.finish().map_err(|e| save::refused(Path::new(MANIFEST), e))?;
    Ok(cursor.into_inner())
}

/// Writes a study as an archive.
///
/// # Errors
/// [`Code::NotWritable`].
pub fn write(study: &Study, path: &Path, layout: &Layout) -> Result<(), Diagnostic> {
    save::file(path, &pack(&print::study(study, layout))?)
}

/// Reads a study from an archive, checking its limits and hashes. A folder that somebody zipped by hand has no
/// manifest and is read as it is.
#[must_use]
pub fn read(path: &Path) -> Loaded<Study> {
    match tree(path) {
        Ok(tree) => read::study(&tree),
        Err(diagnostics) => Loaded { diagnostics, ..Loaded::default() },
    }
}

/// The files in an archive on disk.
///
/// # Errors
/// [`Code::Unreadable`], or [`Code::BadArchive`] with a word for the reason, once for each file that it is about.
pub fn tree(path: &Path) -> Result<Tree, Vec<Diagnostic>> {
    open(path).map(|packed| packed.tree)
}

/// An archive on disk, with what its manifest says.
///
/// # Errors
/// [`Code::Unreadable`], or [`Code::BadArchive`] with a word for the reason, once for each file that it is about.
pub fn open(path: &Path) -> Result<Packed, Vec<Diagnostic>> {
    let place = Place::file(&path.display().to_string());
    let bytes = fs::read(path).map_err(|e| vec![unreadable(place.clone(), &e)])?;
    opened(&bytes).map_err(|broken| broken.diagnostics(path))
}

/// The files in an archive.
///
/// # Errors
/// A word for the reason: `not-a-zip`, `too-many-files`, `too-large`, `ratio`, `path`, `link`, `twice`, `encrypted`,
/// `manifest`, `hash`, `no-study`.
pub fn unpack(bytes: &[u8]) -> Result<Tree, &'static str> {
    opened(bytes).map(|packed| packed.tree).map_err(|broken| broken.reason)
}

/// Counts what an archive of another kind, such as a workbook, would unpack to.
///
/// # Errors
/// A word for the reason: `not-a-zip`, `too-many-files`, `too-large`, `ratio`.
pub fn measure(bytes: &[u8]) -> Result<(), &'static str> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| "not-a-zip")?;
    if zip.len() > MAX_FILES {
        return Err("too-many-files");
    }
    let mut left = MAX_BYTES;
    for index in 0..zip.len() {
        let file = zip.by_index(index).map_err(|_| "not-a-zip")?;
        let ratio = file.compressed_size().saturating_mul(MAX_RATIO).max(FREE_BYTES);
        let limit = left.min(ratio);
        let size = io::copy(&mut file.take(limit + 1), &mut io::sink()).map_err(|_| "not-a-zip")?;
        if size > limit {
            return Err(if left <= ratio { "too-large" } else { "ratio" });
        }
        left -= size;
    }
    Ok(())
}

/// The files in an archive, with what its manifest says.
///
/// # Errors
/// See [`Broken`].
pub fn opened(bytes: &[u8]) -> Result<Packed, Broken> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| "not-a-zip")?;
    if zip.len() > MAX_FILES {
        return Err("too-many-files".into());
    }
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut names = BTreeSet::new();
    let mut left = MAX_BYTES;
    for index in 0..zip.len() {
        let file = zip.by_index(index).map_err(|_| "not-a-zip")?;
        if file.encrypted() {
            return Err("encrypted".into());
        }
        let name = file.name().map_err(|_| "path")?.into_owned();
        if !is_safe(name.trim_end_matches('/')) {
            return Err("path".into());
        }
        if file.is_symlink() {
            return Err("link".into());
        }
        if file.is_dir() {
            continue;
        }
        // Two names that differ in case only would be one file on many machines.
        if !names.insert(name.to_lowercase()) {
            return Err("twice".into());
        }
        // What the header says of sizes is not believed: the bytes are counted as they come.
        let ratio = file.compressed_size().saturating_mul(MAX_RATIO).max(FREE_BYTES);
        let limit = left.min(ratio);
        let mut content = Vec::new();
        file.take(limit + 1).read_to_end(&mut content).map_err(|_| "not-a-zip")?;
        let size = content.len() as u64;
        if size > limit {
            return Err(if left <= ratio { "too-large" } else { "ratio" }.into());
        }
        left -= size;
        files.insert(name, content);
    }
    let mut public = None;
    match files.remove(MANIFEST) {
        Some(manifest) => public = verify(&manifest, &files)?,
        None => files = without_top(files)?,
    }
    let mut tree = Tree::default();
    for (path, content) in files {
        if !path.split('/').any(|part| part.starts_with(['.', '~'])) && !path.starts_with("__MACOSX/") {
            tree.insert(path, content);
        }
    }
    Ok(Packed { tree, public })
}

/// Whether a name stays inside the folder that it is unpacked to, on every system.
fn is_safe(name: &str) -> bool {
    let bad = |c: char| matches!(c, '\\' | ':' | '\0') || c.is_control();
    !name.is_empty()
        && name.len() < 1024
        && !name.contains(bad)
        && name.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// Compares files with their manifest; what it says of a public archive.
fn verify(manifest: &[u8], files: &BTreeMap<String, Vec<u8>>) -> Result<Option<Public>, Broken> {
    let manifest: Value = serde_json::from_slice(manifest).map_err(|_| "manifest")?;
    if manifest.get("kind").and_then(Value::as_str) != Some(KIND) {
        return Err("manifest".into());
    }
    let listed = manifest.get("files").and_then(Value::as_object).ok_or("manifest")?;
    let same = |path: &String, bytes: &Vec<u8>| {
        listed.get(path).and_then(Value::as_str) == Some(sha256(bytes).as_str())
    };
    let missing = listed.keys().filter(|path| !files.contains_key(*path));
    let changed = files.iter().filter(|(path, bytes)| !same(path, bytes)).map(|(path, _)| path);
    let wrong: BTreeSet<&String> = missing.chain(changed).collect();
    if !wrong.is_empty() {
        return Err(Broken { reason: "hash", files: wrong.into_iter().cloned().collect() });
    }
    let text = |key: &str| manifest.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let is_public = manifest.get("public").and_then(Value::as_bool) == Some(true);
    Ok(is_public.then(|| Public { content: text("content"), release: text("release") }))
}

/// The files of a folder zipped by hand: its own name, where all stand below it, is taken away.
fn without_top(files: BTreeMap<String, Vec<u8>>) -> Result<BTreeMap<String, Vec<u8>>, &'static str> {
    if files.contains_key(read::FRAME) {
        return Ok(files);
    }
    let end = format!("/{}", read::FRAME);
    let found: Vec<&String> = files.keys().filter(|path| path.ends_with(&end)).collect();
    let [frame] = found.as_slice() else { return Err("no-study") };
    let top = frame[..frame.len() - read::FRAME.len()].to_owned();
    let below = |(path, bytes): (String, Vec<u8>)| Some((path.strip_prefix(&top)?.to_owned(), bytes));
    Ok(files.into_iter().filter_map(below).collect())
}
