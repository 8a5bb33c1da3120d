//! `atalaya new`: a study folder to start from.

use std::{path::Path, process::ExitCode};

use atalaya_formats::{open, save, tree::Tree};
use atalaya_words::Words;
use include_dir::{Dir, include_dir};

use crate::print;

/// The template where none is asked for: the smallest useful study.
pub const DEFAULT: &str = "taller-minimo";

/// The template in which nothing is written yet. The workbench has its own way to begin so.
const BLANK: &str = "en-blanco";

static TEMPLATES: [(&str, Dir<'_>); 3] = [
    (DEFAULT, include_dir!("$OUT_DIR/templates/taller-minimo")),
    (BLANK, include_dir!("$OUT_DIR/templates/en-blanco")),
    ("mipymes-peru-2030", include_dir!("$OUT_DIR/templates/mipymes-peru-2030")),
];

/// The names of the templates.
pub fn names() -> [&'static str; 3] {
    TEMPLATES.each_ref().map(|(name, _)| *name)
}

/// The studies that one may begin with: name and files of every template that holds something.
pub fn examples() -> impl Iterator<Item = (&'static str, Tree)> {
    templates().filter(|(name, _)| *name != BLANK)
}

/// The templates: name and files.
fn templates() -> impl Iterator<Item = (&'static str, Tree)> {
    TEMPLATES.iter().map(|(name, files)| {
        let mut tree = Tree::default();
        collect(files, &mut tree);
        (*name, tree)
    })
}

/// Makes the folder.
pub fn run(words: &Words, dir: &Path, template: &str) -> ExitCode {
    let tree = templates().find(|(name, _)| *name == template).map(|(_, tree)| tree).unwrap_or_default();
    let count = tree.files().count();
    // The folders above are made too, as those of every output are.
    let above = dir.parent().filter(|above| !above.as_os_str().is_empty());
    let made = above.map_or(Ok(()), open::create_folder).and_then(|()| save::folder(dir, &tree));
    if let Err(diagnostic) = made {
        return print::stop(words, &[diagnostic]);
    }
    let args = [("dir", print::path(dir).into()), ("files", count.into()), ("template", template.into())];
    print::line(&words.with("cli-new-done", &args));
    ExitCode::SUCCESS
}

/// The files of a template.
fn collect(dir: &Dir<'_>, tree: &mut Tree) {
    for file in dir.files() {
        tree.insert(file.path().to_string_lossy().replace('\\', "/"), file.contents());
    }
    dir.dirs().for_each(|below| collect(below, tree));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_is_a_sound_study() {
        for (name, files) in &TEMPLATES {
            let mut tree = Tree::default();
            collect(files, &mut tree);
            assert!(tree.files().any(|path| path == "study.toml"), "{name}");
            // What a run of the example leaves beside its files is not built in.
            assert!(!tree.files().any(|path| path.starts_with("out/")), "{name}");
            let loaded = atalaya_formats::read::study(&tree);
            let wrong: Vec<_> = atalaya_formats::check(&loaded)
                .into_iter()
                .filter(|d| d.severity() == atalaya_model::Severity::Error)
                .collect();
            assert!(wrong.is_empty(), "{name}: {wrong:?}");
        }
    }
}
