//! `atalaya convert`: between folder, workbook and archive, by extension; a matrix of ScenarioWizard becomes a study, and the
//! judgements of a study on its states become one.

use std::{path::Path, process::ExitCode};

use atalaya_analysis::point;
use atalaya_formats::{
    cib::{scw::Scw, study as matrices},
    open,
    print::Layout,
    save,
    workbook::Spoken,
};
use atalaya_model::{Code, Diagnostic, Place, Study};
use atalaya_words::Words;

use super::stops;
use crate::print;

/// Converts; what was said of the input goes to the error output.
pub fn run(words: &Words, input: &Path, output: &Path) -> ExitCode {
    match converted(words, input, output) {
        Ok(said) => {
            for diagnostic in &said {
                eprintln!("{}", print::diagnostic(words, diagnostic));
            }
            print::line(&words.with("cli-wrote", &[("path", print::path(output).into())]));
            ExitCode::SUCCESS
        }
        Err(said) => {
            let code = print::stop(words, &said);
            eprintln!("{}", words.t("cli-nothing-written"));
            code
        }
    }
}

fn is_scw(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("scw"))
}

/// What was said of the input, where it could be converted.
fn converted(words: &Words, input: &Path, output: &Path) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
    let one = |diagnostic: Diagnostic| vec![diagnostic];
    // Somebody may have worked in the file that is there.
    if output.is_file() {
        let place = Place::file(&output.display().to_string());
        return Err(one(Diagnostic::new(Code::NotWritable, place).with("reason", "file-exists")));
    }
    if is_scw(input) {
        let study = matrices::alone(&matrices::open(input)?);
        if is_scw(output) {
            write(words, &study, output).map_err(one)?;
        } else {
            open::save_as(&study, output, &Layout::default(), words.lang()).map_err(one)?;
        }
        return Ok(Vec::new());
    }
    if !is_scw(output) {
        let meaning = |part: &str, field: &str| words.header_note(part, field);
        return open::convert(
            input,
            output,
            Spoken { lang: words.lang(), meaning: Some(&meaning), stamp: None },
        );
    }
    let loaded = open::open(input);
    if stops(&loaded.diagnostics) {
        return Err(loaded.diagnostics);
    }
    write(words, &loaded.value, output).map_err(one)?;
    Ok(loaded.diagnostics)
}

/// Writes the judgements of a study on its states as a project of ScenarioWizard.
fn write(words: &Words, study: &Study, output: &Path) -> Result<(), Diagnostic> {
    let findings = point(study);
    let matrix = findings.explore.balances.and_then(|found| {
        let title = study.frame.title.get(words.lang());
        matrices::matrix(study, title, &found.variables, &found.states, &found.matrix, words.lang())
    });
    let none = || {
        let place = Place::file(&output.display().to_string());
        Diagnostic::new(Code::NotWritable, place).with("reason", "no-judgements")
    };
    save::file(output, &Scw::new(matrix.ok_or_else(none)?).to_bytes())
}
