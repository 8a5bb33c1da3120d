//! The workbench: a study in the browser, from a blank page to the report. Only here is HTTP known.
//!
//! Pages are made on the server and work with forms alone; small modules of JavaScript add what forms cannot: grids that
//! are filled by keyboard, drafts that survive a lost connection, findings that follow what is written. Nothing is loaded
//! from anywhere else.

mod api;
mod app;
mod assets;
mod desk;
mod entrance;
mod fault;
mod form;
mod guard;
mod metrics;
mod names;
mod pages;
mod sayings;
mod shell;

use std::{
    collections::BTreeMap,
    net::{IpAddr, SocketAddr},
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
use tower_http::compression::CompressionLayer;

pub use api::document as openapi;
pub use app::Template;
use app::{App, Shared, now, token};
pub use desk::PATIENCE;
use names::Names;
pub use names::Refused;
use pages::{
    account, board, decide, design, files, history, home, live, matrix, out, part, people, problems, reading,
    record, report, room, scw, study, texts,
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
    /// Where it listens.
    pub listen: SocketAddr,
    /// The address under which others reach it, `https://name`: a proxy in front ends TLS.
    pub public_url: Option<String>,
    /// Whether others may reach it in the clear.
    pub insecure: bool,
    /// Proxies whose word is taken for where a request comes from.
    pub trusted: Vec<IpAddr>,
    /// The longest that a page waits for what was saved a moment ago to be analysed ([`PATIENCE`]).
    pub patience: std::time::Duration,
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
    /// Its address for others cannot be.
    #[error(transparent)]
    Address(#[from] Refused),
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
    get "/sign-in" => account::sign_in_page,
    post "/sign-in" => account::sign_in,
    post "/out" => home::sign_out,
    get "/me" => account::me,
    post "/me" => account::write,
    post "/me/password" => account::password,
    post "/me/tokens" => account::make_token,
    post "/me/tokens/revoke" => account::revoke_token,
    get "/join/{link}" => account::invited,
    post "/join/{link}" => account::join,
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
    get "/s/{study}/delete/{kind}/{id}" => record::ask,
    post "/s/{study}/delete/{kind}/{id}" => record::delete,
    get "/s/{study}/room/{view}" => room::show,
    get "/s/{study}/board/{board}" => board::show,
    post "/s/{study}/board/{board}" => board::write,
    get "/s/{study}/decide/{what}" => decide::show,
    post "/s/{study}/decide/{what}" => decide::write,
    get "/s/{study}/answers/{round}/{family}" => matrix::panel,
    get "/s/{study}/answers/{round}/{family}/{expert}" => matrix::matrix,
    post "/s/{study}/answers" => matrix::save::write,
    get "/s/{study}/people" => people::show,
    post "/s/{study}/people" => people::invite,
    post "/s/{study}/people/role" => people::set_role,
    post "/s/{study}/people/remove" => people::remove,
    post "/s/{study}/people/uninvite" => people::uninvite,
    get "/s/{study}/texts" => texts::show,
    post "/s/{study}/texts" => texts::write,
    get "/s/{study}/problems" => problems::page,
    get "/s/{study}/history" => history::all,
    get "/s/{study}/history/{kind}/{*id}" => history::one,
    get "/s/{study}/compare" => history::compare,
    post "/s/{study}/undo" => history::undo,
    post "/s/{study}/restore/{kind}/{*id}" => history::restore,
    get "/s/{study}/part/{id}" => part::show,
    get "/s/{study}/part/{id}/{lang}/{end}" => part::take,
    get "/s/{study}/why/{id}" => part::why,
    get "/s/{study}/report" => report::choose,
    get "/s/{study}/report/{profile}/{lang}" => reading::show,
    get "/s/{study}/report/{profile}/{lang}/{end}" => report::document,
    get "/s/{study}/questionnaire/{round}/{lang}" => report::questionnaire,
    post "/s/{study}/bring" => files::bring,
    post "/s/{study}/bring/scw" => scw::agreed,
    get "/s/{study}/whole/{end}" => out::whole,
    get "/s/{study}/table/{kind}" => out::table,
    get "/s/{study}/resampling" => study::progress,
    post "/s/{study}/resampling" => study::steer,
    get "/s/{study}/events" => live::events,
    get "/api/v1/openapi.json" => api::description,
    get "/api/v1/me" => api::me,
    get "/api/v1/studies" => api::studies,
    post "/api/v1/studies" => api::create,
    post "/api/v1/open" => api::open,
    get "/api/v1/studies/{study}" => api::study,
    get "/api/v1/studies/{study}/records/{kind}" => api::records,
    get "/api/v1/studies/{study}/records/{kind}/{*id}" => api::record,
    get "/api/v1/studies/{study}/changes" => api::changes,
    post "/api/v1/studies/{study}/changes" => api::save,
    get "/api/v1/studies/{study}/history/{kind}/{*id}" => api::history,
    post "/api/v1/studies/{study}/restore" => api::restore,
    post "/api/v1/studies/{study}/undo" => api::undo,
    get "/api/v1/studies/{study}/diagnostics" => api::diagnostics,
    get "/api/v1/studies/{study}/findings" => api::findings,
    get "/api/v1/studies/{study}/parts" => api::parts,
    get "/api/v1/studies/{study}/parts/{id}/{lang}/{end}" => part::take,
    get "/api/v1/studies/{study}/report/{profile}/{lang}/{end}" => report::document,
    get "/api/v1/studies/{study}/whole/{end}" => out::whole,
    get "/api/v1/studies/{study}/people" => api::members,
    post "/api/v1/studies/{study}/invitations" => api::invite,
    get "/assets/{name}" => assets::serve,
    get "/assets/{release}/{name}" => assets::lasting,
    get "/favicon.ico" => assets::icon,
    get "/design" => design::page,
    get "/healthz" => assets::health,
    get "/metrics" => metrics::show,
}

/// A server that is ready to serve.
pub struct Server {
    app: Shared,
    listener: TcpListener,
    stop: watch::Sender<bool>,
    /// The address that signs in whoever started it; none where people have passwords.
    pub link: Option<String>,
    /// The address of the first page.
    pub base: String,
}

impl Server {
    /// Opens the database and the port, and makes the link that signs one in.
    ///
    /// # Errors
    /// A database that cannot be opened, an address that cannot be had or that others could reach.
    pub async fn start(settings: Settings) -> Result<Self, Error> {
        // Before anything is touched; with the port that the machine gives, once more.
        Names::new(settings.listen, settings.public_url.as_deref(), settings.insecure)?;
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
        let names = Names::new(address, settings.public_url.as_deref(), settings.insecure)?;
        let (stop, stopping) = watch::channel(false);
        let app = Arc::new(App {
            desk: Arc::new(desk::Desk::new(store.clone(), settings.patience)),
            store,
            templates: settings.templates,
            names,
            trusted: settings.trusted,
            tries: entrance::Tries::new(),
            work: entrance::Work::new(),
            metrics: metrics::Metrics::default(),
            made: Mutex::new(BTreeMap::new()),
            stopping,
        });
        if let Some(demo) = settings.demo {
            make_demo(&app, &person, demo).await?;
        }
        let host = if address.ip().is_unspecified() { String::new() } else { address.to_string() };
        let base = app.names.base(&host);
        let passwords = app.store.people().await?.iter().any(|person| !person.password.is_empty());
        let link = if passwords { None } else { Some(login_link(&app.store, &person.id, &base).await?) };
        Ok(Self { app, listener, stop, link, base })
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
            // A phone with little internet waits for bytes; live changes go as they come.
            .layer(CompressionLayer::new().gzip(true))
            .with_state(self.app);
        let stop = self.stop;
        let ended = async move {
            until.await;
            let _ = stop.send(true);
        };
        axum::serve(self.listener, router.into_make_service_with_connect_info::<SocketAddr>())
            .with_graceful_shutdown(ended)
            .await
            .map_err(Error::Listen)?;
        store.close().await;
        Ok(())
    }
}

async fn login_link(store: &Store, person: &str, base: &str) -> Result<String, Error> {
    let secret = token().map_err(|fault| Error::Internal(format!("{fault:?}")))?;
    store.create_login_link(secret.as_bytes(), person, now() + LINK).await?;
    Ok(format!("{base}/in/{secret}"))
}

/// A link that signs a person in once, made beside a server that may be running: of the address given, else the one who
/// works alone.
///
/// # Errors
/// A database that cannot be opened, or nobody of that address.
pub async fn link(database: &str, email: Option<&str>, base: &str) -> Result<String, Error> {
    let store = Store::open(database).await?;
    let person = match email {
        Some(email) => store.person_by_email(email).await?.id,
        None => store.person(ALONE).await?.id,
    };
    let link = login_link(&store, &person, base.trim_end_matches('/')).await;
    store.close().await;
    link
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
