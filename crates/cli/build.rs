//! The templates of `atalaya new` are part of the program: it is built again when one of them changes. What somebody's run
//! left in the folder of an example, and hidden files, are no part of it.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

const TEMPLATES: [&str; 3] = ["taller-minimo", "en-blanco", "mipymes-peru-2030"];

fn main() -> io::Result<()> {
    let target = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("templates");
    if target.exists() {
        fs::remove_dir_all(&target)?;
    }
    for name in TEMPLATES {
        let source = Path::new("../../examples").join(name);
        fs::create_dir_all(target.join(name))?;
        for entry in fs::read_dir(&source)? {
            let path = entry?.path();
            let Some(file) = path.file_name().filter(|file| *file != "out") else { continue };
            if !file.to_string_lossy().starts_with('.') {
                println!("cargo:rerun-if-changed={}", path.display());
                copy(&path, &target.join(name).join(file))?;
            }
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if !from.is_dir() {
        return fs::copy(from, to).map(|_| ());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
    }
    Ok(())
}
