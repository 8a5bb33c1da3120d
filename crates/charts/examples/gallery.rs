//! Writes a sample of every chart: `cargo run -p atalaya-charts --example gallery -- FOLDER`.

#[path = "../tests/it/samples/mod.rs"]
#[allow(dead_code, unreachable_pub)]
mod samples;

use atalaya_charts::frame::Frame;
use atalaya_charts::theme::Theme;
use atalaya_model::Lang;
use atalaya_words::Words;

fn main() -> std::io::Result<()> {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "gallery".to_owned()));
    std::fs::create_dir_all(&folder)?;
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for width in [1280.0, 720.0, 360.0] {
            for (theme, word) in [(Theme::Light, "light"), (Theme::Dark, "dark"), (Theme::Print, "print")] {
                for (name, draw) in samples::ALL {
                    let svg = draw(&Frame::new(width, &words).theme(theme).prefix(name));
                    std::fs::write(
                        folder.join(format!("{name}-{}-{width}-{word}.svg", lang.code())),
                        svg.text,
                    )?;
                }
            }
        }
    }
    Ok(())
}
