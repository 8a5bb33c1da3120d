//! What every request shares, and who is asking.

use std::{
    collections::BTreeMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
    time::{SystemTime, UNIX_EPOCH},
};

use atalaya_formats::tree::Tree;
use atalaya_model::Lang;
use atalaya_store::{Access, Person, Saved, Store};
use atalaya_words::Words;
use axum::{
    extract::{FromRequestParts, Path},
    http::{HeaderMap, header, request::Parts},
};

use crate::{
    desk::Desk,
    entrance::{Tries, Work},
    fault::Fault,
    metrics::Metrics,
    names::Names,
};

/// How long a session holds, in milliseconds: a fortnight.
pub const SESSION: i64 = 14 * 24 * 3600 * 1000;

/// A study to start from.
#[derive(Clone, Debug)]
pub struct Template {
    /// Its name.
    pub name: &'static str,
    /// Its files.
    pub tree: Tree,
}

/// What every request shares.
pub struct App {
    pub store: Store,
    pub desk: Arc<Desk>,
    pub templates: Vec<Template>,
    /// The names under which the server is reached.
    pub names: Names,
    /// Proxies whose word is taken for where a request comes from.
    pub trusted: Vec<IpAddr>,
    /// How often people tried to come in.
    pub tries: Tries,
    /// How much long work each asked for.
    pub work: Work,
    pub metrics: Metrics,
    /// Documents by study, revision, profile, language and format: the last ones made.
    pub made: Mutex<BTreeMap<String, Arc<Vec<u8>>>>,
    pub stopping: tokio::sync::watch::Receiver<bool>,
}

pub type Shared = Arc<App>;

impl App {
    /// The name of the cookie that holds the session.
    pub fn cookie(&self) -> &'static str {
        if self.names.secure() { "__Host-atalaya" } else { "atalaya" }
    }

    /// The header that keeps a session in the browser; an empty token takes it away.
    pub fn set_cookie(&self, token: &str) -> String {
        let secure = if self.names.secure() { "; Secure" } else { "" };
        let age = if token.is_empty() { 0 } else { SESSION / 1000 };
        format!("{}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}", self.cookie())
    }

    /// A document that was made before.
    pub fn kept(&self, key: &str) -> Option<Arc<Vec<u8>>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    /// Keeps a document; of the others only the last few.
    pub fn keep(&self, key: String, bytes: &Arc<Vec<u8>>) {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        while made.len() >= 12 {
            made.pop_first();
        }
        made.insert(key, Arc::clone(bytes));
    }
}

/// The time, in milliseconds since 1970. Sessions end and saves have a date; no finding reads this.
#[allow(clippy::disallowed_methods)]
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// A token that nobody guesses: 256 bits, in hexadecimal.
///
/// # Errors
/// Where the system gives no randomness.
pub fn token() -> Result<String, Fault> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| Fault::Internal(error.to_string()))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// A cookie of a request.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(own, _)| *own == name)
        .map(|(_, value)| value)
}

/// Whether the page's own program asks, which reads JSON.
pub fn is_program(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accept.is_some_and(|accept| accept.contains("json"))
}

/// The language that a request asks for: the one chosen, else the browser's.
pub fn lang(headers: &HeaderMap) -> Lang {
    let chosen = cookie(headers, "lang").and_then(Lang::parse);
    chosen.unwrap_or_else(|| {
        let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let wanted = wanted.unwrap_or_default().split(',').find_map(|part| Lang::parse(part.trim()));
        wanted.unwrap_or(Lang::Es)
    })
}

/// Who is asking.
pub struct Who {
    pub person: Person,
    pub lang: Lang,
    pub words: Words,
}

impl FromRequestParts<Shared> for Who {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Fault> {
        let lang = lang(&parts.headers);
        let bearer = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let person = match bearer.and_then(|value| value.strip_prefix("Bearer ")) {
            Some(token) => app.store.api_token(token.as_bytes(), now()).await,
            None => {
                let token = cookie(&parts.headers, app.cookie()).ok_or(Fault::SignIn)?;
                app.store.session(token.as_bytes(), now()).await.map(|session| session.person)
            }
        };
        let person = match person {
            Ok(person) => app.store.person(&person).await?,
            Err(atalaya_store::Error::NotFound) => return Err(Fault::SignIn),
            Err(other) => return Err(other.into()),
        };
        Ok(Self { person, lang, words: Words::new(lang) })
    }
}

/// Somebody at a study that is theirs. No page of a study is reached without.
pub struct Seat {
    pub who: Who,
    pub access: Access,
}

impl Seat {
    /// A sentence.
    pub fn t(&self, key: &str) -> String {
        self.who.words.t(key)
    }

    /// The address of a page of the study.
    pub fn at(&self, path: &str) -> String {
        format!("/s/{}{path}", self.access.study())
    }

    /// Tells the pages that are open what the person saved; where the study stands now.
    pub fn saved(&self, app: &App, saved: &Saved) -> i64 {
        app.desk.saved(self.access.study(), saved.seq, &self.who.person.name);
        saved.seq
    }

    /// Whether the person may write.
    pub fn writes(&self) -> bool {
        self.access.organiser().is_ok()
    }
}

/// Somebody who may write at a study that is theirs. Whoever may only read is told so before anything that they sent is
/// looked at.
pub struct Chair(pub Seat);

impl FromRequestParts<Shared> for Chair {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Fault> {
        let seat = Seat::from_request_parts(parts, app).await?;
        seat.access.organiser()?;
        Ok(Self(seat))
    }
}

impl FromRequestParts<Shared> for Seat {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Fault> {
        let who = Who::from_request_parts(parts, app).await?;
        let Path(path) = Path::<BTreeMap<String, String>>::from_request_parts(parts, app)
            .await
            .map_err(|_| Fault::NotFound)?;
        let study = path.get("study").ok_or(Fault::NotFound)?;
        let access = app.store.authorise(study, &who.person.id).await?;
        Ok(Self { who, access })
    }
}
