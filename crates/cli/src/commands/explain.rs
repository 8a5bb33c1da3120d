//! `atalaya explain`: what a code means, why it matters and what to do.

use std::process::ExitCode;

use atalaya_model::{Code, family::FAMILIES};
use atalaya_words::Words;

use crate::print;

/// Explains one code, or lists all of them.
pub fn run(words: &Words, code: Option<&str>) -> ExitCode {
    let Some(asked) = code else {
        for code in Code::ALL {
            print::line(&format!("{code}  {}", words.explain(*code).title));
        }
        return ExitCode::SUCCESS;
    };
    let Some(code) = Code::parse(asked) else {
        eprintln!("atalaya: {}", words.with("cli-explain-unknown", &[("text", asked.into())]));
        return ExitCode::from(2);
    };
    let explained = words.explain(code);
    print::line(&format!("{code} · {}\n", explained.title));
    print::line(&print::wrapped(&explained.text, print::WIDTH));
    if code == Code::UnknownQuestion {
        print::line("");
        families(words);
    }
    ExitCode::SUCCESS
}

/// The families of questions: their name, the kinds of their ids, their scale.
fn families(words: &Words) {
    for family in FAMILIES {
        let ids = family.kinds.iter().map(|kinds| {
            let names: Vec<String> = kinds.iter().map(|kind| words.choice("kinds", kind.as_str())).collect();
            names.join(" | ")
        });
        let ids: Vec<String> = ids.collect();
        let row = format!("  {:<22} {} · {}", family.name, ids.join(" / "), family.scale.print());
        print::line(&row);
    }
}
