//! `atalaya serve`: the workbench in the browser.

use std::{
    net::{IpAddr, SocketAddr},
    process::ExitCode,
};

use atalaya_web::{Error, Refused, Server, Settings, Template};
use atalaya_words::Words;

use super::{database, new};
use crate::print;

/// The example that `--demo` brings.
const DEMO: &str = "mipymes-peru-2030";

/// How the server is asked to be.
#[derive(Debug)]
pub struct Asked {
    /// With the example study.
    pub demo: bool,
    /// The database: a file, or a URL.
    pub db: String,
    /// Where to listen.
    pub listen: SocketAddr,
    /// The address under which others reach it.
    pub public_url: Option<String>,
    /// Proxies whose word is taken.
    pub trusted: Vec<IpAddr>,
    /// Without encryption.
    pub insecure: bool,
    /// The language that was asked for, in which the first page is then shown too.
    pub lang: Option<String>,
}

/// Serves until it is stopped.
///
/// # Errors
/// A machine that gives no threads.
pub fn run(words: &Words, asked: Asked) -> anyhow::Result<ExitCode> {
    let database = database::told(&asked.db);
    let address = asked.public_url.clone().unwrap_or_else(|| asked.listen.to_string());
    let settings = Settings {
        listen: asked.listen,
        database: asked.db,
        public_url: asked.public_url,
        insecure: asked.insecure,
        trusted: asked.trusted,
        patience: atalaya_web::PATIENCE,
        templates: new::examples().map(|(name, tree)| Template { name, tree }).collect(),
        demo: asked.demo.then_some(DEMO),
        name: words.t("serve-analyst"),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let server = match Server::start(settings).await {
            Ok(server) => server,
            Err(error) => {
                eprintln!("{}", told(words, &error, &database, &address));
                return Ok(ExitCode::from(1));
            }
        };
        // Where people have passwords, a link that signs anybody in has no place in a log.
        let (key, link) = match (&server.link, &asked.lang) {
            (Some(link), Some(lang)) => ("serve-ready", format!("{link}?lang={lang}")),
            (Some(link), None) => ("serve-ready", link.clone()),
            (None, _) => ("serve-team", server.base.clone()),
        };
        print::line(&words.with(key, &[("link", link.as_str().into()), ("db", database.as_str().into())]));
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
fn told(words: &Words, error: &Error, database: &str, address: &str) -> String {
    let reason = error.to_string();
    match error {
        Error::Listen(_) => words.with("serve-listen", &[("reason", words.reason(&reason).into())]),
        Error::Address(Refused::InTheClear) => words.with("serve-clear", &[("address", address.into())]),
        Error::Address(Refused::NoAddress) => words.with("serve-address", &[("address", address.into())]),
        Error::Store(_) | Error::Internal(_) => {
            words.with("serve-database", &[("db", database.into()), ("reason", words.reason(&reason).into())])
        }
    }
}
