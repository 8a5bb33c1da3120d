//! The program as a server: what it keeps when it is killed, its backup, and what it refuses to be.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    sync::atomic::{AtomicI64, Ordering},
    time::Duration,
};

use crate::support::{atalaya, code, printed, said};

const PROGRAM: &str = env!("CARGO_BIN_EXE_atalaya");
const SERVE: [&str; 5] = ["--lang", "en", "serve", "--listen", "127.0.0.1:0"];

/// A server over a database of the folder.
struct Served {
    child: Child,
    out: BufReader<ChildStdout>,
    address: String,
    /// The last revision that was told.
    seq: AtomicI64,
}

impl Served {
    /// Starts it, and opens the link that it prints: the cookie.
    fn start(folder: &Path, more: &[&str]) -> (Self, String) {
        let mut command = Command::new(PROGRAM);
        let command = command.current_dir(folder).env_clear().args(SERVE).args(more);
        Self::by(command.stderr(Stdio::null()))
    }

    fn by(command: &mut Command) -> (Self, String) {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let link = loop {
            let mut line = String::new();
            assert!(out.read_line(&mut line).unwrap() > 0, "a server that starts");
            if let Some(link) = line.trim().strip_prefix("http://") {
                break link.to_owned();
            }
        };
        let (address, path) = link.split_once('/').unwrap();
        let served = Self { child, out, address: address.to_owned(), seq: AtomicI64::new(0) };
        let answer = served.ask("GET", &format!("/{path}"), "", "").unwrap();
        let cookie = answer.split("set-cookie: ").nth(1).and_then(|rest| rest.split(';').next()).unwrap();
        (served, cookie.to_owned())
    }

    /// What it answers; nothing where it is gone.
    fn ask(&self, method: &str, path: &str, cookie: &str, body: &str) -> Option<String> {
        let mut stream = TcpStream::connect(&self.address).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(60))).ok()?;
        let length = body.len();
        let kind =
            if body.starts_with('{') { "application/json" } else { "application/x-www-form-urlencoded" };
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n{body}",
            self.address
        )
        .ok()?;
        let mut text = Vec::new();
        stream.read_to_end(&mut text).ok()?;
        (!text.is_empty()).then(|| String::from_utf8_lossy(&text).into_owned())
    }

    /// Writes a number into a cell, and whether it was told that it is kept.
    fn write(&self, cookie: &str, to: usize, value: usize) -> bool {
        let read = self.seq.load(Ordering::Relaxed);
        let body =
            format!(r#"{{"cells":[{{"id":"T1/influence/V1/V{to}/E1","value":"{value}","read":{read}}}]}}"#);
        let Some(answer) = self.ask("POST", "/s/agua/answers", cookie, &body) else { return false };
        let Some(seq) = answer.split("{\"seq\":").nth(1).and_then(|rest| rest.split(',').next()) else {
            return false;
        };
        self.seq.store(seq.parse().unwrap(), Ordering::Relaxed);
        answer.contains("\"refused\":[]") && answer.contains("\"conflicts\":[]")
    }

    /// Where the study stands: a page says it.
    fn look(&self, cookie: &str) {
        let page = self.ask("GET", "/s/agua/structure", cookie, "").unwrap();
        let seq = page.split("data-seq=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        self.seq.store(seq.parse().unwrap(), Ordering::Relaxed);
    }

    fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", name, &id]).status().unwrap().success());
    }
}

fn study(served: &Served, cookie: &str) {
    let made = served.ask("POST", "/studies", cookie, "title=Agua&template=taller-minimo").unwrap();
    assert!(made.starts_with("HTTP/1.1 303"), "{made}");
    served.look(cookie);
}

#[test]
fn a_server_killed_while_it_saves_keeps_everything_that_it_said_it_kept() {
    killed(5);
}

#[test]
#[ignore = "takes minutes: for the soak"]
fn a_server_killed_a_hundred_times_keeps_everything_that_it_said_it_kept() {
    killed(100);
}

fn killed(rounds: usize) {
    let home = tempfile::tempdir().unwrap();
    let (mut served, mut cookie) = Served::start(home.path(), &[]);
    study(&served, &cookie);
    let mut kept = 0;
    for round in 0..rounds {
        let last = std::thread::scope(|scope| {
            let writes = scope.spawn(|| {
                // The values count up, so that what is there tells which save was the last.
                let values = (0..2000).take_while(|n| served.write(&cookie, 2 + n % 7, (round + n) % 4));
                values.last()
            });
            std::thread::sleep(Duration::from_millis(300 + 70 * (round % 5) as u64));
            served.signal("KILL");
            writes.join().unwrap()
        });
        let _ = served.child.wait();
        let last = last.expect("something was saved before it was killed");
        assert!(last < 1999, "it was killed while it saved");
        kept += last + 1;
        (served, cookie) = Served::start(home.path(), &[]);
        served.look(&cookie);
        let file = served.ask(
            "GET",
            &format!("/s/agua/history/answer/T1/influence/V1/V{}/E1", 2 + last % 7),
            &cookie,
            "",
        );
        let file = file.unwrap();
        let newest = file.split("<ol class=\"steps\">").nth(1).unwrap();
        let newest = newest.split("<ins>").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
        assert!(
            newest == ((round + last) % 4).to_string() || newest == ((round + last + 7) % 4).to_string(),
            "round {round}: save {last} is lost: {newest}"
        );
    }
    assert!(kept > 20, "{kept} saves");
    served.signal("TERM");
    let mut rest = String::new();
    served.out.read_to_string(&mut rest).unwrap();
    assert!(rest.contains("everything that was saved"), "{rest}");
    assert!(served.child.wait().unwrap().success());
}

#[test]
fn a_server_that_is_asked_to_stop_finishes_what_it_accepted() {
    let home = tempfile::tempdir().unwrap();
    let (mut served, cookie) = Served::start(home.path(), &[]);
    study(&served, &cookie);
    let read = served.seq.load(Ordering::Relaxed);
    let body = format!(r#"{{"cells":[{{"id":"T1/influence/V1/V2/E1","value":"1","read":{read}}}]}}"#);
    let (half, rest) = body.split_at(body.len() / 2);
    let mut stream = TcpStream::connect(&served.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    write!(
        stream,
        "POST /s/agua/answers HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{half}",
        served.address,
        body.len()
    )
    .unwrap();
    std::thread::sleep(Duration::from_millis(300));
    served.signal("TERM");
    std::thread::sleep(Duration::from_millis(300));
    stream.write_all(rest.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("\"refused\":[]"), "{answer}");
    assert!(served.child.wait().unwrap().success());
    assert!(TcpStream::connect(&served.address).is_err(), "nothing more is accepted");

    let (mut served, cookie) = Served::start(home.path(), &[]);
    let kept = served.ask("GET", "/s/agua/history/answer/T1/influence/V1/V2/E1", &cookie, "").unwrap();
    let newest = kept.split("<ins>").nth(1).and_then(|rest| rest.split('<').next());
    assert_eq!(newest, Some("1"), "{kept}");
    served.signal("TERM");
    assert!(served.child.wait().unwrap().success());
}

#[test]
fn a_server_is_told_how_to_be_by_its_environment_and_a_flag_weighs_more() {
    let home = tempfile::tempdir().unwrap();
    for (flags, file) in [(&[][..], "one.db"), (&["--db", "two.db"][..], "two.db")] {
        let mut command = Command::new(PROGRAM);
        command.current_dir(home.path()).env_clear().stderr(Stdio::null());
        command.env("ATALAYA_DB", "one.db").env("ATALAYA_LISTEN", "127.0.0.1:0");
        let (mut served, _) = Served::by(command.args(["--lang", "en", "serve"]).args(flags));
        assert!(!served.address.ends_with(":8720"), "{}", served.address);
        assert!(home.path().join(file).is_file(), "{file}");
        served.signal("TERM");
        assert!(served.child.wait().unwrap().success());
    }
    assert!(!home.path().join("atalaya.db").exists());
}

#[test]
fn every_request_is_a_line_of_json_that_tells_no_secret() {
    let home = tempfile::tempdir().unwrap();
    let log = home.path().join("log");
    let mut command = Command::new(PROGRAM);
    let command = command.current_dir(home.path()).env_clear().args(SERVE);
    let (mut served, cookie) = Served::by(command.stderr(std::fs::File::create(&log).unwrap()));
    study(&served, &cookie);
    let body = "read=0&f%3Adefinition.es=Palabras-de-nadie";
    served.ask("POST", "/s/agua/record/variable/V1?q=Palabras-de-nadie", &cookie, body).unwrap();
    served.ask("GET", "/s/agua/list/variable", &cookie, "").unwrap();
    served.signal("TERM");
    assert!(served.child.wait().unwrap().success());
    let text = std::fs::read_to_string(&log).unwrap();
    let lines: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}"))).collect();
    assert_eq!(lines.len(), 5, "the link, the study made, its page, a save and a list: {text}");
    for line in &lines {
        assert!(line["id"].is_string() && line["ms"].is_number() && line["status"].is_number(), "{line}");
    }
    assert_eq!(lines[4]["route"], "/s/{study}/list/{kind}");
    let token = cookie.split_once('=').unwrap().1;
    for secret in [token, "Palabras-de-nadie", "127.0.0.1", "agua"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
}

/// Starts the server over a disk of two megabytes; when it ends, what is on the disk is copied into `kept`.
const SMALL_DISK: &str = "mkdir disk kept; mount -t tmpfs -o size=2m none disk || exit 9
    \"$0\" \"$@\" --db disk/a.db & echo $! > server; wait $!; cp disk/* kept";

#[test]
fn a_full_disk_is_told_and_loses_nothing() {
    let own_disk = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--map-root-user", "--mount", "sh", "-c", script]);
        command
    };
    if !own_disk("mount -t tmpfs none /mnt").status().is_ok_and(|status| status.success()) {
        eprintln!("this machine gives no disk of its own: not tested");
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let mut command = own_disk(SMALL_DISK);
    let (mut served, cookie) =
        Served::by(command.arg(PROGRAM).args(SERVE).current_dir(home.path()).stderr(Stdio::null()));
    let cookie = format!("{cookie}; lang=en");
    study(&served, &cookie);
    let write = |served: &Served, cookie: &str, text: &str| {
        let read = served.seq.load(Ordering::Relaxed);
        let body = format!("read={read}&f%3Adefinition.es={text}");
        let answer = served.ask("POST", "/s/agua/record/variable/V1", cookie, &body).unwrap();
        if answer.starts_with("HTTP/1.1 303") {
            served.look(cookie);
            return Ok(());
        }
        Err(answer)
    };
    let text = |n: usize| format!("{n:04}{}", "x".repeat(60_000));
    let mut kept = 0;
    let refused = loop {
        match write(&served, &cookie, &text(kept + 1)) {
            Ok(()) => kept += 1,
            Err(answer) => break answer,
        }
        assert!(kept < 100, "the disk is full at last");
    };
    assert!(refused.starts_with("HTTP/1.1 507") && refused.contains("The disk is full"), "{refused}");
    assert!(kept > 3, "{kept}");
    let says = |served: &Served, cookie: &str| {
        let page = served.ask("GET", "/s/agua/record/variable/V1", cookie, "").unwrap();
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        page.contains(&text(kept))
    };
    assert!(says(&served, &cookie), "what was kept is read while the disk is full");

    let server = std::fs::read_to_string(home.path().join("server")).unwrap();
    assert!(Command::new("kill").args(["-s", "TERM", server.trim()]).status().unwrap().success());
    let mut rest = String::new();
    served.out.read_to_string(&mut rest).unwrap();
    assert!(served.child.wait().unwrap().success(), "{rest}");
    let (mut served, cookie) = Served::start(home.path(), &["--db", "kept/a.db"]);
    served.look(&cookie);
    assert!(says(&served, &cookie), "nothing is lost");
    write(&served, &cookie, "y").expect("there is room again");
    served.signal("TERM");
    assert!(served.child.wait().unwrap().success());
}

#[test]
fn a_backup_made_while_the_server_runs_fills_an_empty_database_and_no_other() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    let (mut served, cookie) = Served::start(folder, &[]);
    study(&served, &cookie);
    let (backup, restored) = std::thread::scope(|scope| {
        let writes = scope.spawn(|| (0..60).filter(|n| served.write(&cookie, 2 + n % 7, n % 4)).count());
        let backup = atalaya(folder, "en", &["backup", "copy.jsonl"]);
        let restored = atalaya(folder, "en", &["restore", "copy.jsonl", "--db", "new.db"]);
        assert_eq!(writes.join().unwrap(), 60, "nobody was kept from saving");
        (backup, restored)
    });
    assert_eq!((code(&backup), code(&restored)), (0, 0), "{}{}", said(&backup), said(&restored));
    assert!(printed(&backup).contains("1 study") && printed(&restored).contains("1 study"));
    let again = atalaya(folder, "en", &["backup", "copy2.jsonl", "--db", "new.db"]);
    assert_eq!(code(&again), 0, "{}", said(&again));
    let read = |name: &str| std::fs::read(folder.join(name)).unwrap();
    assert!(read("copy.jsonl") == read("copy2.jsonl"), "what was restored is what was copied");

    for (arguments, told) in [
        (&["backup", "copy.jsonl"][..], "is there already"),
        (&["backup", "x.jsonl", "--db", "nowhere.db"], "There is no database"),
        (&["restore", "copy.jsonl", "--db", "new.db"], "is not empty"),
        (&["restore", "nowhere.jsonl", "--db", "other.db"], "nowhere.jsonl"),
        (&["link", "eva@example.org"], "Nobody has the address"),
    ] {
        let refused = atalaya(folder, "en", arguments);
        assert_eq!(code(&refused), 1, "{arguments:?}");
        assert!(said(&refused).contains(told), "{arguments:?}: {}", said(&refused));
    }
    let text = String::from_utf8(read("copy.jsonl")).unwrap();
    std::fs::write(folder.join("cut.jsonl"), &text[..text.len() / 2]).unwrap();
    let cut = atalaya(folder, "en", &["restore", "cut.jsonl", "--db", "cut.db"]);
    assert!(code(&cut) == 1 && said(&cut).contains("Nothing was changed"), "{}", said(&cut));
    assert!(!folder.join("cut.db").exists() && !folder.join("nowhere.db").exists(), "nothing is left behind");

    let link =
        printed(&atalaya(folder, "en", &["link", "--public-url", &format!("http://{}", served.address)]));
    let link = link.lines().find_map(|line| line.trim().strip_prefix("http://")).unwrap();
    let answer = served.ask("GET", &link[link.find('/').unwrap()..], "", "").unwrap();
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    served.signal("TERM");
    assert!(served.child.wait().unwrap().success());
}

#[test]
fn a_server_that_others_could_read_in_the_clear_does_not_start() {
    let home = tempfile::tempdir().unwrap();
    for (more, told) in [
        (&["--listen", "0.0.0.0:0"][..], "--public-url"),
        (&["--public-url", "http://foro.example"], "--public-url"),
        (&["--public-url", "foro.example"], "https://foresight.example.org"),
        (&["--db", "."], "Cannot open the database"),
    ] {
        let refused = atalaya(home.path(), "en", &[&["serve"], more].concat());
        assert_eq!(code(&refused), 1, "{more:?}");
        assert!(said(&refused).contains(told), "{more:?}: {}", said(&refused));
    }
    let secret = ["serve", "--db", "postgres://ana:secret@127.0.0.1:1/x"];
    let refused = atalaya(home.path(), "en", &secret);
    assert!(code(&refused) == 1 && !said(&refused).contains("secret"), "{}", said(&refused));
}
