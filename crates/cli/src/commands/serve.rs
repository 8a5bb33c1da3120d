//! `atalaya serve`: the workbench in the browser.

use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

use atalaya_web::{Error, Server, Settings, Template};
use atalaya_words::Words;

use super::new;
use crate::print;

/// The example that `--demo` brings.
const DEMO: &str = "mipymes-peru-2030";

/// Serves until it is stopped.
///
/// # Errors
/// A machine that gives no threads.
pub fn run(words: &Words, demo: bool, db: Option<PathBuf>, listen: SocketAddr) -> anyhow::Result<ExitCode> {
    let database = db.unwrap_or_else(|| PathBuf::from("atalaya.db"));
    let settings = Settings {
        listen,
        database: database.to_string_lossy().into_owned(),
        templates: new::templates().map(|(name, tree)| Template { name, tree }).collect(),
        demo: demo.then_some(DEMO),
        name: words.t("serve-analyst"),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let server = match Server::start(settings).await {
            Ok(server) => server,
            Err(error) => {
                eprintln!("{}", told(words, &error, &print::path(&database)));
                return Ok(ExitCode::from(1));
            }
        };
        print::line(&words.with(
            "serve-ready",
            &[("link", server.link.as_str().into()), ("db", print::path(&database).into())],
        ));
        server.serve(stopped()).await?;
        print::line(&words.t("serve-stopped"));
        Ok(ExitCode::SUCCESS)
    })
}

/// Waits until the program is asked to stop.
async fn stopped() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

/// Why the server did not start, and what to do.
fn told(words: &Words, error: &Error, database: &str) -> String {
    let reason = error.to_string();
    match error {
        Error::Listen(_) => words.with("serve-listen", &[("reason", words.reason(&reason).into())]),
        Error::NotLoopback(address) => {
            words.with("serve-loopback", &[("address", address.to_string().into())])
        }
        Error::Store(_) | Error::Internal(_) => {
            words.with("serve-database", &[("db", database.into()), ("reason", words.reason(&reason).into())])
        }
    }
}
