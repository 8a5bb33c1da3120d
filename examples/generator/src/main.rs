//! Writes the generated files into the study's folder, or into the folder given.

use std::{env, fs, io, path::PathBuf};

fn main() -> io::Result<()> {
    let study = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../mipymes-peru-2030");
    let folder = env::args_os().nth(1).map_or(study, PathBuf::from);
    for (path, content) in mipymes_generator::files() {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, content)?;
    }
    Ok(())
}
