//! What the tests use besides Rust: installed where that may be done, told where it may not.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// A tool: the names that it may have, the Debian package that brings it, what it is for.
struct Tool {
    names: &'static [&'static str],
    package: &'static str,
    purpose: &'static str,
}

const TOOLS: [Tool; 5] = [
    Tool { names: &["pdfinfo"], package: "poppler-utils", purpose: "reads the order of the report’s PDF" },
    Tool {
        names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
        package: "chromium",
        purpose: "opens the report's page at 1280 and 360 px",
    },
    Tool {
        names: &["chromedriver", "/usr/lib/chromium-browser/chromedriver"],
        package: "chromium-driver",
        purpose: "lets the tests of the workbench press the keys of a browser",
    },
    Tool {
        names: &["soffice"],
        package: "libreoffice-writer-nogui",
        purpose: "opens the report’s Word file",
    },
    // Its programs are on no search path: Debian keeps every version in a folder of its own.
    Tool {
        names: &["/usr/lib/postgresql/15/bin/postgres", "postgres"],
        package: "postgresql-15",
        purpose: "the second engine of the store, started by its tests",
    },
];

/// Installs what is missing; the tests that need what stays missing say that they were skipped.
pub fn provide() {
    for component in ["rustfmt", "clippy"] {
        if !runs("cargo", &[if component == "rustfmt" { "fmt" } else { "clippy" }, "--version"]) {
            println!("{component}: missing, installing");
            if !runs("rustup", &["component", "add", component]) {
                println!("{component}: install it with `rustup component add {component}`");
            }
        }
    }
    examiner();
    let missing: Vec<&Tool> = TOOLS.iter().filter(|tool| find(tool.names).is_none()).collect();
    for tool in TOOLS.iter() {
        match find(tool.names) {
            Some(path) => println!("{}: {}", tool.package, path.display()),
            None => println!("{}: missing ({})", tool.package, tool.purpose),
        }
    }
    if missing.is_empty() {
        return;
    }
    let packages: Vec<&str> = missing.iter().map(|tool| tool.package).collect();
    let may = cfg!(target_os = "linux") && find(&["apt-get"]).is_some() && is_superuser();
    let command = format!("apt-get install {}", packages.join(" "));
    if !may {
        println!("To run every test, as superuser: {command}");
        return;
    }
    println!("{command}");
    let install = || {
        let mut arguments = vec!["install", "-y", "-q", "--no-install-recommends"];
        arguments.extend(&packages);
        runs("apt-get", &arguments)
    };
    let installed = install() || (runs("apt-get", &["update", "-q"]) && install());
    if !installed {
        println!("Could not be installed; the tests that need it will be skipped.");
    }
}

/// The release of axe-core that examines the page.
const AXE: &str = "axe-core@4.11.0";

/// Fetches axe-core into the build's folder: it is a tool of the tests and no part of the product.
fn examiner() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/axe");
    let there = folder.join("node_modules/axe-core/axe.min.js");
    if !there.is_file() && find(&["npm"]).is_some() && std::fs::create_dir_all(&folder).is_ok() {
        println!("npm install {AXE}");
        let prefix = folder.display().to_string();
        runs(
            "npm",
            &["install", "--prefix", &prefix, "--no-save", "--no-audit", "--no-fund", "--silent", AXE],
        );
    }
    match there.is_file() {
        true => println!("axe-core: {}", there.display()),
        false => println!("axe-core: missing (examines the page for readers of every kind; needs npm)"),
    }
}

pub fn runs(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// The first of these programs that the search path has.
fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| {
        folders.iter().map(|folder| folder.join(name)).find(|file| Path::new(file).is_file())
    })
}

fn is_superuser() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
