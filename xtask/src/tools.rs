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

const TOOLS: [Tool; 2] = [
    Tool { names: &["pdftotext"], package: "poppler-utils", purpose: "reads the report's PDF back" },
    Tool {
        names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
        package: "chromium",
        purpose: "opens the report's page at 1280 and 360 px",
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
    let missing: Vec<&Tool> = TOOLS.iter().filter(|tool| find(tool.names).is_none()).collect();
    for tool in TOOLS.iter() {
        match find(tool.names) {
            Some(path) => println!("{}: {}", tool.names[0], path.display()),
            None => println!("{}: missing ({})", tool.names[0], tool.purpose),
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

fn runs(program: &str, arguments: &[&str]) -> bool {
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
