//! The workbench: a study in the browser, from a blank page to the report. Only here is HTTP known.
//!
//! Pages are made on the server and work with forms alone; small modules of JavaScript add what forms cannot: grids that
//! are filled by keyboard, drafts that survive a lost connection, findings that follow what is written. Nothing is loaded
//! from anywhere else.

mod app;
mod assets;
mod desk;
mod fault;
mod form;
mod guard;
mod pages;
mod shell;

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use atalaya_store::{Person, Store};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware,
    routing::{get, post},
};
use tokio::{net::TcpListener, sync::watch};

pub use app::Template;
use app::{App, Shared, now, token};
use pages::{
    board, decide, design, files, history, home, live, matrix, problems, record, report, room, study,
};

/// Most bytes of a request: an archive of a large study.
const UPLOAD: usize = 32 * 1024 * 1024;
/// How long the first link holds, in milliseconds: an hour.
const LINK: i64 = 3_600_000;
/// The person of a server that one works on alone.
const ALONE: &str = "analyst";

/// How the server is started.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where it listens. Only the loopback: a server for others wants a name and TLS in front.
    pub listen: SocketAddr,
    /// The database: a path, or a URL.
    pub database: String,
    /// The studies to start from.
    pub templates: Vec<Template>,
    /// The template that is there as a study from the start.
    pub demo: Option<&'static str>,
    /// What the one who works alone is called.
    pub name: String,
}

/// Why the server did not start.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database cannot be opened.
    #[error(transparent)]
    Store(#[from] atalaya_store::Error),
    /// The address cannot be had.
    #[error("{0}")]
    Listen(#[source] std::io::Error),
    /// Other machines could reach it.
    #[error("{0} is not a loopback address")]
    NotLoopback(SocketAddr),
    /// A fault of the program.
    #[error("{0}")]
    Internal(String),
}

macro_rules! routes {
    ($($method:ident $path:literal => $handler:path),+ $(,)?) => {
        /// Every route: method and path. A test asks each of them as somebody who may not.
        pub const ROUTES: &[(&str, &str)] = &[$((stringify!($method), $path)),+];

        fn routes() -> Router<Shared> {
            Router::new()$(.route($path, $method($handler)))+
        }
    };
}
routes! {
    get "/" => home::studies,
    get "/in/{link}" => home::sign_in,
    post "/out" => home::sign_out,
    post "/language" => home::language,
    post "/studies" => home::create,
    post "/studies/open" => files::open,
    get "/s/{study}" => study::path,
    get "/s/{study}/{stage}" => study::stage,
    get "/s/{study}/found/{stage}" => study::found_part,
    get "/s/{study}/list/{kind}" => record::list,
    post "/s/{study}/list/{kind}" => record::add,
    get "/s/{study}/record/{kind}/{id}" => record::show,
    post "/s/{study}/record/{kind}/{id}" => record::write,
    post "/s/{study}/delete/{kind}/{id}" => record::delete,
    get "/s/{study}/room/{view}" => room::show,
    get "/s/{study}/board/{board}" => board::show,
    post "/s/{study}/board/{board}" => board::write,
    get "/s/{study}/decide/{what}" => decide::show,
    post "/s/{study}/decide/{what}" => decide::write,
    get "/s/{study}/answers/{round}/{family}" => matrix::panel,
    get "/s/{study}/answers/{round}/{family}/{expert}" => matrix::matrix,
    post "/s/{study}/answers" => matrix::write,
    get "/s/{study}/problems" => problems::page,
    get "/s/{study}/history" => history::all,
    get "/s/{study}/history/{kind}/{*id}" => history::one,
    post "/s/{study}/restore/{kind}/{*id}" => history::restore,
    get "/s/{study}/report" => report::choose,
    get "/s/{study}/report/{profile}/{lang}/{end}" => report::document,
    get "/s/{study}/whole/{end}" => files::whole,
    get "/s/{study}/events" => live::events,
    get "/s/{study}/changes" => live::changes,
    get "/assets/{name}" => assets::serve,
    get "/favicon.ico" => assets::icon,
    get "/design" => design::page,
    get "/healthz" => assets::health,
}

/// A server that is ready to serve.
pub struct Server {
    app: Shared,
    listener: TcpListener,
    stop: watch::Sender<bool>,
    /// The address that signs in whoever started it.
    pub link: String,
}

impl Server {
    /// Opens the database and the port, and makes the link that signs one in.
    ///
    /// # Errors
    /// A database that cannot be opened, an address that cannot be had or that others could reach.
    pub async fn start(settings: Settings) -> Result<Self, Error> {
        if !settings.listen.ip().is_loopback() {
            return Err(Error::NotLoopback(settings.listen));
        }
        let store = Store::open(&settings.database).await?;
        let listener = TcpListener::bind(settings.listen).await.map_err(Error::Listen)?;
        let address = listener.local_addr().map_err(Error::Listen)?;
        let person = match store.person(ALONE).await {
            Ok(person) => person,
            Err(atalaya_store::Error::NotFound) => {
                let person = Person {
                    id: ALONE.to_owned(),
                    name: settings.name,
                    email: "analyst@localhost".to_owned(),
                    password: String::new(),
                    created: now(),
                };
                store.create_person(&person).await?
            }
            Err(other) => return Err(other.into()),
        };
        let port = address.port();
        let (stop, stopping) = watch::channel(false);
        let app = Arc::new(App {
            desk: Arc::new(desk::Desk::new(store.clone())),
            store,
            templates: settings.templates,
            hosts: ["127.0.0.1", "localhost", "[::1]"].map(|host| format!("{host}:{port}")).into(),
            secure: false,
            made: Mutex::new(BTreeMap::new()),
            stopping,
        });
        if let Some(demo) = settings.demo {
            make_demo(&app, &person, demo).await?;
        }
        let secret = token().map_err(|fault| Error::Internal(format!("{fault:?}")))?;
        app.store.create_login_link(secret.as_bytes(), &person.id, now() + LINK).await?;
        let link = format!("http://{address}/in/{secret}");
        Ok(Self { app, listener, stop, link })
    }

    /// Where it listens: the port too, where the settings left it to the machine.
    ///
    /// # Errors
    /// Where the port is lost.
    pub fn address(&self) -> Result<SocketAddr, Error> {
        self.listener.local_addr().map_err(Error::Listen)
    }

    /// Serves until `until` happens; what was accepted is finished.
    ///
    /// # Errors
    /// Where the port is lost.
    pub async fn serve(self, until: impl Future<Output = ()> + Send + 'static) -> Result<(), Error> {
        let store = self.app.store.clone();
        let router = routes()
            .fallback(|| async { fault::Fault::NotFound })
            .layer(middleware::from_fn_with_state(Arc::clone(&self.app), guard::guard))
            .layer(DefaultBodyLimit::max(UPLOAD))
            .with_state(self.app);
        let stop = self.stop;
        let ended = async move {
            until.await;
            let _ = stop.send(true);
        };
        axum::serve(self.listener, router).with_graceful_shutdown(ended).await.map_err(Error::Listen)?;
        store.close().await;
        Ok(())
    }
}

/// Puts the demonstration among the studies, once.
async fn make_demo(app: &Shared, person: &Person, name: &str) -> Result<(), Error> {
    let Some(template) = app.templates.iter().find(|template| template.name == name) else { return Ok(()) };
    let loaded = atalaya_formats::read::study(&template.tree);
    let title = loaded.value.frame.title.get(atalaya_model::Lang::Es);
    let access = match app.store.create_study(name, title, &person.id, now()).await {
        Ok(access) => access,
        Err(atalaya_store::Error::Taken) => return Ok(()),
        Err(other) => return Err(other.into()),
    };
    files::fill(app, &access, &template.tree).await.map_err(|fault| Error::Internal(format!("{fault:?}")))
}
