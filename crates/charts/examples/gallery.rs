//! Writes a sample of every chart, and every figure of a study where one is named:
//! `cargo run -p atalaya-charts --example gallery -- FOLDER [STUDY]`.

#[path = "../tests/it/samples/mod.rs"]
#[allow(dead_code, unreachable_pub)]
mod samples;

use atalaya_charts::figures::{Scene, list};
use atalaya_charts::frame::Frame;
use atalaya_charts::theme::Theme;
use atalaya_methods::control::Control;
use atalaya_model::Lang;
use atalaya_words::Words;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = std::path::PathBuf::from(arguments.next().unwrap_or_else(|| "gallery".to_owned()));
    std::fs::create_dir_all(&folder)?;
    let study = arguments.next().map(|path| atalaya_formats::folder::read(path.as_ref()).value);
    let findings = match &study {
        Some(study) => {
            let findings = atalaya_analysis::analyse(study, &Control::default());
            Some(findings.map_err(|_| "the analysis was cancelled")?)
        }
        None => None,
    };
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for width in [1280.0, 720.0, 360.0] {
            for (theme, word) in [(Theme::Light, "light"), (Theme::Dark, "dark"), (Theme::Print, "print")] {
                let frame = Frame::new(width, &words).theme(theme);
                let path = |name: &str| folder.join(format!("{name}-{}-{width}-{word}.svg", lang.code()));
                for (name, draw) in samples::all() {
                    std::fs::write(path(name), draw(&frame.prefix(name)).text)?;
                }
                if let Some((study, findings)) = study.as_ref().zip(findings.as_ref()) {
                    let scene = Scene::new(study, findings, &words);
                    for figure in list(&scene) {
                        if let Some(svg) = figure.draw(&frame.prefix(&figure.name)) {
                            std::fs::write(path(&format!("study-{}", figure.name)), svg.text)?;
                        }
                    }
                }
            }
        }
    }
    Ok(())
}
