//! `docs/gallery`: the pictures of every method on public worked examples, each with the command that made it.

use std::{fmt::Write as _, fs, path::Path};

use anyhow::{Context, ensure};

use crate::steps::cargo;

/// A command on the data of the handbook: its title in both languages, and its arguments.
struct Shown {
    titles: [&'static str; 2],
    arguments: &'static [&'static str],
}

const SHOWN: [Shown; 9] = [
    Shown {
        titles: ["MICMAC: las tres variables de Godet (1994)", "MICMAC: Godet's three variables (1994)"],
        arguments: &["micmac", "godet.csv"],
    },
    Shown {
        titles: [
            "MACTOR: Aeropuertos de París, el ejemplo de LIPSOR",
            "MACTOR: Aéroports de Paris, LIPSOR's example",
        ],
        arguments: &["mactor", "--power", "adp-power.csv", "--positions", "adp-positions.csv"],
    },
    Shown {
        titles: [
            "SMIC: tres hipótesis con respuestas incoherentes",
            "SMIC: three hypotheses, incoherent answers",
        ],
        arguments: &["smic", "smic.json"],
    },
    Shown {
        titles: [
            "Ábaco de Régnier: cinco ítems y seis expertos",
            "Régnier's abacus: five items and six experts",
        ],
        arguments: &["abacus", "abacus.csv"],
    },
    Shown {
        titles: [
            "MULTIPOL: cuatro acciones bajo tres políticas",
            "MULTIPOL: four actions under three policies",
        ],
        arguments: &["multipol", "multipol.json"],
    },
    Shown {
        titles: ["Delphi: dos rondas", "Delphi: two rounds"],
        arguments: &["delphi", "delphi-1.csv", "delphi-2.csv"],
    },
    Shown { titles: ["IGO: seis acciones", "IGO: six actions"], arguments: &["igo", "igo.csv"] },
    Shown {
        titles: ["FODA cruzado", "Crossed SWOT"],
        arguments: &["foda", "fo.csv", "fa.csv", "do.csv", "da.csv"],
    },
    Shown {
        titles: ["CIB: un valle y su agua", "CIB: a valley and its water"],
        arguments: &["cib", "cib.csv", "--basins", "--pick", "2"],
    },
];

/// Writes the gallery anew.
pub fn write(root: &Path) -> anyhow::Result<bool> {
    let gallery = root.join("docs/gallery");
    if gallery.exists() {
        fs::remove_dir_all(&gallery)?;
    }
    let made = cargo(&["build", "--quiet", "--package", "atalaya-cli"]).current_dir(root).status()?;
    ensure!(made.success(), "the program is not built");
    for (index, lang) in ["es", "en"].into_iter().enumerate() {
        let page = page(root, &gallery, index, lang)?;
        let name = if lang == "en" { "README.md".to_owned() } else { format!("README.{lang}.md") };
        fs::write(gallery.join(name), page)?;
    }
    Ok(true)
}

fn page(root: &Path, gallery: &Path, index: usize, lang: &str) -> anyhow::Result<String> {
    let [title, other, intro] = [
        [
            "# Galería",
            "*[In English](README.md)*",
            "Cada figura con el comando que la hizo, sobre los datos de [docs/handbook/data](../handbook/data/README.md). La escribe `cargo xtask gallery`.",
        ],
        [
            "# Gallery",
            "*[En español](README.es.md)*",
            "Each picture with the command that made it, on the data of [docs/handbook/data](../handbook/data/README.md). `cargo xtask gallery` writes it.",
        ],
    ][index];
    let mut page = format!("{title}\n\n{other}\n\n{intro}\n");
    for shown in &SHOWN {
        let method = shown.arguments.first().context("a method")?;
        let folder = gallery.join(lang).join(method);
        fs::create_dir_all(&folder)?;
        let program = root.join("target/debug/atalaya");
        let run = std::process::Command::new(program)
            .args(shown.arguments)
            .arg("--svg")
            .arg(&folder)
            .args(["--lang", lang])
            .current_dir(root.join("docs/handbook/data"))
            .output()?;
        ensure!(run.status.success(), "{method}: {}", String::from_utf8_lossy(&run.stderr));
        // As the program names them, in the order in which it drew them.
        let told = String::from_utf8_lossy(&run.stderr);
        let names = told.lines().filter_map(|line| line.rsplit('/').next()?.strip_suffix(".svg"));
        let command = shown.arguments.join(" ");
        write!(
            page,
            "\n## {}\n\n```\natalaya {command} --svg DIR --lang {lang}\n```\n",
            shown.titles[index]
        )?;
        for name in names {
            write!(page, "\n![{name}]({lang}/{method}/{name}.svg)\n")?;
        }
    }
    Ok(page)
}
