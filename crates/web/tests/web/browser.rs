//! A browser that is told what to do by the WebDriver protocol: JSON over HTTP, one request a step.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::support::House;

const BROWSERS: [&str; 3] = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
/// How long anything may take that a test waits for: machines of tests are slow and shared.
const PATIENCE: Duration = Duration::from_secs(30);

pub const TAB: char = '\u{E004}';
pub const ENTER: char = '\u{E007}';
pub const ESCAPE: char = '\u{E00C}';
pub const END: char = '\u{E010}';
pub const HOME: char = '\u{E011}';
pub const UP: char = '\u{E013}';
pub const DOWN: char = '\u{E015}';
pub const PAGE_DOWN: char = '\u{E00F}';
pub const F2: char = '\u{E032}';
pub const CONTROL: char = '\u{E009}';
pub const SHIFT: char = '\u{E008}';

/// A window of its own: cookies and kept things too.
pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
}

impl Browser {
    /// A window of that size; none where there is no browser, which is said.
    pub fn open(width: u32, height: u32) -> Option<Self> {
        let Some(binary) = BROWSERS.iter().find(|path| std::path::Path::new(path).is_file()) else {
            println!("skipped: no browser here (install chromium)");
            return None;
        };
        // A driver takes a free port of one kind of address and ends where the other kind's is taken: another one is asked.
        let mut driven = None;
        for _ in 0..5 {
            let started = Command::new("chromedriver")
                .arg("--port=0")
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn();
            let Ok(mut driver) = started else {
                println!("skipped: no driver of a browser here (install chromium-driver)");
                return None;
            };
            let mut lines = BufReader::new(driver.stdout.take().unwrap()).lines();
            let port = lines.find_map(|line| {
                let line = line.ok()?;
                line.strip_suffix('.')?.rsplit_once("on port ")?.1.parse().ok()
            });
            if let Some(port) = port {
                driven = Some((driver, port, lines));
                break;
            }
            driver.wait().unwrap();
        }
        let (driver, port, lines) = driven.expect("a driver that starts");
        // What it says later is read to the end, so that it never waits to say it.
        std::thread::spawn(move || lines.for_each(drop));
        let mut browser = Self { driver, port, session: String::new() };
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": {
                "binary": binary,
                "prefs": { "intl.accept_languages": "es" },
                "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    "--hide-scrollbars", format!("--window-size={width},{height}")],
            },
        } } });
        let made = browser.ask("POST", "/session", &wanted);
        browser.session = made["sessionId"].as_str().unwrap_or_else(|| panic!("{made}")).to_owned();
        browser.size(width, height);
        Some(browser)
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        self.try_ask(method, path, body).unwrap_or_else(|| panic!("{method} {path}: no answer"))
    }

    fn try_ask(&self, method: &str, path: &str, body: &Value) -> Option<Value> {
        let body = if method == "GET" || method == "DELETE" { String::new() } else { body.to_string() };
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        stream.set_read_timeout(Some(PATIENCE * 3)).ok()?;
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            self.port,
            body.len()
        );
        stream.write_all(head.as_bytes()).ok()?;
        stream.write_all(body.as_bytes()).ok()?;
        let mut stream = BufReader::new(stream);
        let (mut line, mut size) = (String::new(), 0);
        while stream.read_line(&mut line).ok()? > 2 {
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                size = value.trim().parse().ok()?;
            }
            line.clear();
        }
        let mut body = vec![0; size];
        stream.read_exact(&mut body).ok()?;
        let answer: Value = serde_json::from_slice(&body).ok()?;
        Some(answer["value"].clone())
    }

    fn tell(&self, path: &str, body: Value) -> Value {
        let value = self.ask("POST", &format!("/session/{}{path}", self.session), &body);
        assert!(value.get("error").is_none(), "{path} {body}: {}", value["message"]);
        value
    }

    fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.tell("/goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    /// Begins to count what a page costs, in time of the processor: a busy machine makes it no dearer.
    pub fn measure(&self) {
        let _ = self.devtools("Performance.enable", json!({ "timeDomain": "threadTicks" }));
    }

    /// What the page has cost until now, in milliseconds of the processor: all its work, layout, style, scripts.
    pub fn cost(&self) -> [f64; 4] {
        let metrics = self.devtools("Performance.getMetrics", json!({}));
        ["TaskDuration", "LayoutDuration", "RecalcStyleDuration", "ScriptDuration"].map(|name| {
            let all = metrics["metrics"].as_array().cloned().unwrap_or_default();
            all.iter()
                .find(|own| own["name"] == name)
                .and_then(|own| own["value"].as_f64())
                .unwrap_or(f64::NAN)
                * 1e3
        })
    }

    /// Puts a slow line between the browser and the server: round trip in milliseconds, bytes a second.
    pub fn slow(&self, latency: u32, bytes: u32) {
        self.devtools("Network.enable", json!({}));
        self.devtools(
            "Network.emulateNetworkConditions",
            json!({ "offline": false, "latency": latency, "downloadThroughput": bytes, "uploadThroughput": bytes }),
        );
    }

    pub fn size(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        let _ = self.devtools("Emulation.setDeviceMetricsOverride", size);
    }

    /// From now on the window is touched, and has no keys.
    pub fn finger(&self) {
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }));
    }

    pub fn theme(&self, theme: &str) {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
        let _ = self.devtools("Emulation.setEmulatedMedia", features);
    }

    pub fn go(&self, url: &str) {
        self.tell("/url", json!({ "url": url }));
    }

    /// Takes a session and a language as if it had been here before.
    pub fn settle(&self, house: &House, cookie: &str, lang: &str) {
        self.go(&house.url("/assets/atalaya.svg"));
        let lang = format!("lang={lang}");
        for pair in [cookie, lang.as_str()] {
            let (name, value) = pair.split_once('=').unwrap();
            self.tell("/cookie", json!({ "cookie": { "name": name, "value": value, "path": "/" } }));
        }
    }

    pub fn cookie(&self, name: &str) -> String {
        let value = self.ask("GET", &format!("/session/{}/cookie/{name}", self.session), &Value::Null);
        format!("{name}={}", value["value"].as_str().unwrap_or_default())
    }

    /// What a function with this body gives.
    pub fn run(&self, script: &str) -> Value {
        self.run_with(script, &[])
    }

    pub fn run_with(&self, script: &str, arguments: &[Value]) -> Value {
        self.tell("/execute/sync", json!({ "script": script, "args": arguments }))
    }

    /// What a function gives to the last of its arguments, later.
    pub fn run_later(&self, script: &str) -> Value {
        self.tell("/execute/async", json!({ "script": script, "args": [] }))
    }

    pub fn path(&self) -> String {
        self.run("return location.pathname").as_str().unwrap_or_default().to_owned()
    }

    pub fn text(&self, css: &str) -> String {
        let found =
            self.run_with("return document.querySelector(arguments[0])?.textContent ?? ''", &[css.into()]);
        found.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until an expression holds.
    pub fn until(&self, expression: &str) {
        let begun = Instant::now();
        let script = format!("return document.readyState === 'complete' && !!({expression})");
        while begun.elapsed() < PATIENCE {
            // A page that is just going gives an error instead of an answer.
            let body = json!({ "script": script, "args": [] });
            let answer = self.ask("POST", &format!("/session/{}/execute/sync", self.session), &body);
            if answer == Value::Bool(true) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let text: String = self.text("main").split_whitespace().take(60).collect::<Vec<_>>().join(" ");
        panic!("{expression} never came at {}: {:#?} {text}", self.path(), self.complaints());
    }

    /// Presses keys one after another.
    pub fn keys(&self, keys: impl IntoIterator<Item = char>) {
        let mut steps = Vec::new();
        for key in keys {
            steps.push(json!({ "type": "keyDown", "value": key }));
            steps.push(json!({ "type": "keyUp", "value": key }));
        }
        self.act(steps);
    }

    pub fn key(&self, key: char) {
        self.keys([key]);
    }

    pub fn write(&self, text: &str) {
        self.keys(text.chars());
    }

    /// Presses a key while others are held.
    pub fn chord(&self, held: &[char], key: char) {
        let mut steps: Vec<Value> = held.iter().map(|k| json!({ "type": "keyDown", "value": k })).collect();
        steps.push(json!({ "type": "keyDown", "value": key }));
        steps.push(json!({ "type": "keyUp", "value": key }));
        steps.extend(held.iter().map(|k| json!({ "type": "keyUp", "value": k })));
        self.act(steps);
    }

    fn act(&self, steps: Vec<Value>) {
        self.tell("/actions", json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": steps }] }));
    }

    /// Presses Tab until what has the focus is that.
    pub fn tab_to(&self, css: &str) {
        let holds = || self.run_with("return document.activeElement.matches(arguments[0])", &[css.into()]);
        for _ in 0..150 {
            if holds() == Value::Bool(true) {
                return;
            }
            self.key(TAB);
        }
        panic!("no Tab leads to {css} at {}", self.path());
    }

    /// Clicks as a finger does.
    pub fn click(&self, css: &str) {
        let found = self.tell("/element", json!({ "using": "css selector", "value": css }));
        let id = found.as_object().and_then(|own| own.values().next()).and_then(Value::as_str).unwrap();
        self.tell(&format!("/element/{id}/click"), json!({}));
    }

    /// What the browser complained of since it was last asked.
    pub fn complaints(&self) -> Vec<String> {
        let log = self.tell("/se/log", json!({ "type": "browser" }));
        let entries = log.as_array().cloned().unwrap_or_default();
        let serious =
            entries.iter().filter(|entry| entry["level"] == "SEVERE" || entry["level"] == "WARNING");
        serious.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// A picture of the whole page, as PNG in base64.
    pub fn picture(&self, width: u32) -> String {
        let tall = self.run("return document.documentElement.scrollHeight").as_u64().unwrap_or(900);
        self.size(width, u32::try_from(tall).unwrap_or(900).clamp(700, 4000));
        self.screen()
    }

    /// A picture of what is in sight, as PNG in base64.
    pub fn screen(&self) -> String {
        let taken = self.ask("GET", &format!("/session/{}/screenshot", self.session), &Value::Null);
        taken.as_str().unwrap_or_default().to_owned()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver closes its browser only when it is asked to.
        if !self.session.is_empty() {
            let _ = self.try_ask("DELETE", &format!("/session/{}", self.session), &Value::Null);
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
