//! A server of the tests' own, and a client that says exactly what it is told to say.

use std::{
    io::{ErrorKind, Read, Write},
    net::{IpAddr, SocketAddr, TcpStream},
    path::Path,
    sync::mpsc,
    thread::JoinHandle,
    time::Duration,
};

use atalaya_formats::tree::Tree;
use atalaya_store::{Person, Role, Store};
use atalaya_web::{Server, Settings, Template};
use tokio::{runtime::Runtime, sync::oneshot};

/// The template that the tests start from.
pub const TEMPLATE: &str = "taller-minimo";
/// The complete example: a record of almost every kind.
pub const WHOLE: &str = "mipymes-peru-2030";
/// The study that [`House::with_study`] makes of it.
pub const STUDY: &str = "agua";
/// Years from now: no session of the tests ends.
const NEVER: i64 = i64::MAX / 2;

/// A database in a folder of its own, and a server over it that may be stopped and started again.
pub struct House {
    folder: tempfile::TempDir,
    database: Option<String>,
    port: u16,
    /// What the last start printed; empty where it printed no link.
    pub link: String,
    /// The address for others, and the proxies that are trusted, from the next start on.
    pub public: Option<String>,
    pub trusted: Vec<IpAddr>,
    /// How long a page waits for what was saved; the tests want it all.
    pub patience: Duration,
    running: Option<(oneshot::Sender<()>, JoinHandle<()>)>,
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

fn template(name: &'static str) -> Template {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    Template { name, tree: Tree::list(&folder).unwrap() }
}

impl House {
    /// Without any study.
    pub fn new() -> Self {
        Self::over(None)
    }

    /// Over a database; `None` for a file of its own.
    pub fn over(database: Option<String>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut house = Self {
            folder,
            database,
            port: 0,
            link: String::new(),
            public: None,
            trusted: Vec::new(),
            patience: Duration::from_secs(3600),
            running: None,
        };
        house.start();
        house
    }

    /// With a study of the analyst's, made from the template by the page that makes one.
    pub fn with_study() -> (Self, String) {
        Self::new().furnished()
    }

    /// With the complete example as that study.
    pub fn with_whole() -> (Self, String) {
        Self::new().made(WHOLE)
    }

    /// With the small study, in a house that stands.
    pub fn furnished(self) -> (Self, String) {
        self.made(TEMPLATE)
    }

    fn made(self, template: &str) -> (Self, String) {
        let house = self;
        let cookie = house.sign_in();
        let made = house.post("/studies").cookie(&cookie).form(&[("title", "Agua"), ("template", template)]);
        let made = made.send();
        assert_eq!((made.status, made.header("location")), (303, format!("/s/{STUDY}").as_str()));
        (house, cookie)
    }

    pub fn start(&mut self) {
        let settings = Settings {
            listen: SocketAddr::from(([127, 0, 0, 1], self.port)),
            database: self.database(),
            templates: vec![template(TEMPLATE), template(WHOLE)],
            demo: None,
            name: "Analista".to_owned(),
            public_url: self.public.clone(),
            insecure: false,
            trusted: self.trusted.clone(),
            patience: self.patience,
        };
        let (said, heard) = mpsc::channel();
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            runtime().block_on(async move {
                let server = Server::start(settings).await.unwrap();
                said.send((server.address().unwrap().port(), server.link.clone().unwrap_or_default()))
                    .unwrap();
                let until = async {
                    let _ = stopped.await;
                };
                server.serve(until).await.unwrap();
            });
        });
        let (port, link) = heard.recv().expect("a server that starts");
        (self.port, self.link) = (port, link);
        self.running = Some((stop, thread));
    }

    /// Asks the server to stop, and waits until it has.
    pub fn stop(&mut self) {
        if let Some((stop, thread)) = self.running.take() {
            let _ = stop.send(());
            thread.join().expect("a server that stops");
        }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The database.
    pub fn database(&self) -> String {
        let own = || self.folder.path().join("studies.db").to_string_lossy().into_owned();
        self.database.clone().unwrap_or_else(own)
    }

    /// Waits for something.
    pub fn runtime<T>(&self, work: impl Future<Output = T>) -> T {
        runtime().block_on(work)
    }

    /// Does something with the database beside the server.
    pub fn store<T>(&self, run: impl AsyncFnOnce(&Store) -> T) -> T {
        let path = self.database();
        runtime().block_on(async {
            let store = Store::open(&path).await.unwrap();
            let out = run(&store).await;
            store.close().await;
            out
        })
    }

    /// Another session of a person who is there: the cookie.
    pub fn again(&self, id: &str) -> String {
        let secret = format!("another-session-of-{id}");
        self.store(async |store| store.open_session(secret.as_bytes(), id, 0, NEVER).await.unwrap());
        format!("atalaya={secret}")
    }

    /// What a record of the study says in the store; nothing where there is none.
    pub fn record(&self, kind: &str, id: &str) -> serde_json::Value {
        self.store(async |store| {
            let access = store.authorise(STUDY, "analyst").await.unwrap();
            let found = store.record(&access, kind, id).await;
            found.map(|own| serde_json::to_value(own.fields).unwrap()).unwrap_or_default()
        })
    }

    /// What a variable does to all others, by every expert of the round.
    pub fn answer_all(&self, cookie: &str, variable: &str, value: &str) {
        let read = self.store(async |store| {
            let access = store.authorise(STUDY, "analyst").await.unwrap();
            store.seq(&access).await.unwrap()
        });
        let others = (1..=8).map(|n| format!("V{n}")).filter(|id| id != variable);
        let cells: Vec<serde_json::Value> = others
            .flat_map(|id| {
                (1..=7).map(move |n| {
                    let id = format!("T1/influence/{variable}/{id}/E{n}");
                    serde_json::json!({ "id": id, "value": value, "read": read })
                })
            })
            .collect();
        let body = serde_json::json!({ "cells": cells }).to_string();
        let said =
            self.post(&format!("/s/{STUDY}/answers")).cookie(cookie).body("application/json", body).send();
        assert_eq!(said.status, 200, "{}", said.text());
    }

    /// A second person, signed in: the cookie.
    pub fn person(&self, id: &str) -> String {
        let secret = format!("secret of {id}").replace(' ', "-");
        self.store(async |store| {
            let person = Person {
                id: id.to_owned(),
                name: id.to_owned(),
                email: format!("{id}@example.org"),
                password: String::new(),
                created: 0,
            };
            store.create_person(&person).await.unwrap();
            store.open_session(secret.as_bytes(), id, 0, NEVER).await.unwrap();
        });
        format!("atalaya={secret}")
    }

    /// Makes a person a reader of the study.
    pub fn reader(&self, id: &str) -> String {
        let cookie = self.person(id);
        self.store(async |store| {
            let access = store.authorise(STUDY, "analyst").await.unwrap();
            store.set_member(access.organiser().unwrap(), id, Role::Reader, 0).await.unwrap();
        });
        cookie
    }

    /// Opens the link: the cookie that it gives.
    pub fn sign_in(&self) -> String {
        let path = &self.link[self.link.find("/in/").unwrap()..];
        let answer = self.get(path).send();
        assert_eq!(answer.status, 303, "{}", answer.text());
        answer.header("set-cookie").split(';').next().unwrap().to_owned()
    }

    pub fn get(&self, path: &str) -> Ask {
        Ask::new(self.port, "GET", path)
    }

    /// As a page of the server posts.
    pub fn post(&self, path: &str) -> Ask {
        Ask::new(self.port, "POST", path).with("sec-fetch-site", "same-origin")
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.running.take() {
            let _ = stop.send(());
            // A test that fails must not wait for what it left open.
            if !std::thread::panicking() {
                let _ = thread.join();
            }
        }
    }
}

/// A request.
pub struct Ask {
    port: u16,
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    only_head: bool,
}

impl Ask {
    pub fn new(port: u16, method: &str, path: &str) -> Self {
        let (method, path) = (method.to_uppercase(), path.to_owned());
        Self { port, method, path, headers: Vec::new(), body: Vec::new(), only_head: false }
    }

    /// Does not wait for the end of an answer that has none.
    pub fn only_head(mut self) -> Self {
        self.only_head = true;
        self
    }

    /// With a header, in the place of one of that name.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(own, _)| own != name);
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn cookie(self, cookie: &str) -> Self {
        self.with("cookie", cookie)
    }

    pub fn body(mut self, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self.with("content-type", kind)
    }

    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        let fields = fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
        let body = fields.collect::<Vec<_>>().join("&");
        self.body("application/x-www-form-urlencoded", body)
    }

    /// As a form sends a file.
    pub fn file(self, name: &str, bytes: &[u8]) -> Self {
        self.files(&[], &[(name, bytes)])
    }

    /// As a form sends fields and files.
    pub fn files(self, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Self {
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                    .bytes(),
            );
        }
        for (name, bytes) in files {
            let head = format!("Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
            body.extend(format!("--edge\r\n{head}").bytes());
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        body.extend(b"--edge--\r\n");
        self.body("multipart/form-data; boundary=edge", body)
    }

    pub fn send(self) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(120))).unwrap();
        let own = format!("127.0.0.1:{}", self.port);
        let mut head = format!("{} {} HTTP/1.1\r\nConnection: close\r\n", self.method, self.path);
        if !self.headers.iter().any(|(name, _)| name == "host") {
            head.push_str(&format!("Host: {own}\r\n"));
        }
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if self.method != "GET" {
            head.push_str(&format!("Content-Length: {}\r\n", self.body.len()));
        }
        head.push_str("\r\n");
        stream.write_all(head.as_bytes()).unwrap();
        // A server that refuses need not read to the end.
        let _ = stream.write_all(&self.body);
        let mut all = Vec::new();
        let mut piece = [0; 65536];
        loop {
            let size = match stream.read(&mut piece) {
                Ok(0) => break,
                Ok(size) => size,
                // A signal interrupts a read that has a time limit.
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(_) => break,
            };
            all.extend(&piece[..size]);
            if self.only_head && all.windows(4).any(|four| four == b"\r\n\r\n") {
                break;
            }
        }
        Answer::read(&all)
    }
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    fn read(all: &[u8]) -> Self {
        let end = all.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer");
        let head = String::from_utf8_lossy(&all[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers: Vec<(String, String)> = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
            .collect();
        let mut body = all[end + 4..].to_vec();
        if headers.iter().any(|(name, value)| name == "transfer-encoding" && value == "chunked") {
            body = unchunked(&body);
        }
        Self { status, headers, body }
    }

    /// A header; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }

    /// A header that may stand more than once.
    pub fn headers(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(own, _)| own == name).map(|(_, value)| value.as_str()).collect()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The sentence of a page that tells a fault.
    pub fn sentence(&self) -> String {
        let text = self.text();
        let lead = text.split("<p class=\"lead\">").nth(1).and_then(|rest| rest.split("</p>").next());
        lead.unwrap_or_else(|| panic!("{} without a sentence: {text}", self.status)).to_owned()
    }
}

fn unchunked(mut rest: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    while let Some(end) = rest.windows(2).position(|two| two == b"\r\n") {
        let size = usize::from_str_radix(String::from_utf8_lossy(&rest[..end]).trim(), 16).unwrap_or(0);
        let from = end + 2;
        if size == 0 || rest.len() < from + size {
            break;
        }
        out.extend(&rest[from..from + size]);
        rest = rest.get(from + size + 2..).unwrap_or_default();
    }
    out
}

/// The path of a study and its stages.
pub const STAGES: [&str; 9] =
    ["", "/frame", "/scan", "/consult", "/structure", "/explore", "/choose", "/act", "/watch"];

/// The boards of a study.
pub const BOARDS: [&str; 7] = [
    "/board/evidence",
    "/board/foda",
    "/board/scenarios",
    "/board/box",
    "/board/opportunities",
    "/board/roadmap",
    "/board/indicators",
];

/// Every page type of a study, and those before one.
pub fn pages() -> Vec<String> {
    let of_study = [
        "/list/variable",
        "/list/action",
        "/list/scenario",
        "/record/variable/V1",
        "/record/scenario/S1",
        "/record/study/study",
        "/room/matrix",
        "/room/matrix?cell=V1/V2",
        "/room/plane",
        "/room/scenarios",
        "/room/scenarios?scenario=S1",
        "/decide/key-variables",
        "/decide/gate-structure",
        "/answers/T1/influence/E1",
        "/answers/T1/importance",
        "/delete/variable/V1",
        "/problems",
        "/history",
        "/history?undone=2",
        "/history/variable/V1",
        "/compare?from=0&to=9",
        "/people",
        "/texts",
        "/report",
        "/report/prospectivo/es",
        "/report/decisor/en",
        "/board/foda?both=1",
    ];
    let mut pages: Vec<String> = ["/", "/me", "/sign-in", "/design", "/nothing"].map(str::to_owned).into();
    pages.extend(STAGES.into_iter().chain(BOARDS).chain(of_study).map(|path| format!("/s/{STUDY}{path}")));
    pages
}

/// What a hidden field of a page says; nothing where it has none of that name.
pub fn hidden(page: &str, name: &str) -> String {
    let from = page.split(&format!("name=\"{name}\" value=\"")).nth(1);
    from.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}
