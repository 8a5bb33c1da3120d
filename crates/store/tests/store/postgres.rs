//! A PostgreSQL server of the tests' own. The workbench's tests use this file too.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Mutex, OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use atalaya_store::Store;
use sqlx::{AnyConnection, AssertSqlSafe, Connection};

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

/// A PostgreSQL server that lives as long as the tests.
pub struct Server {
    folder: PathBuf,
    /// Its shell ends, and takes the server and the folder with it, when this process does.
    _shell: Mutex<Child>,
    count: AtomicUsize,
}

/// What the shell does: a cluster, a server on a socket alone, and an end to both when its input ends.
const SCRIPT: &str = r#"
"$1/initdb" -D "$0/data" -A trust -U postgres -E UTF8 --no-locale --no-sync >"$0/log" 2>&1 || exit 1
"$1/postgres" -D "$0/data" -k "$0" -c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=200 >>"$0/log" 2>&1 &
cat >/dev/null
kill -INT $!
wait
rm -rf "$0"
"#;

/// The server, started once; `None` where PostgreSQL is not installed, which is told, and fails where `CI` is set.
pub fn server() -> Option<&'static Server> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    let server = SERVER.get_or_init(|| {
        let programs = programs();
        if programs.is_none() {
            eprintln!("\nPOSTGRESQL IS NOT INSTALLED: its half of the tests is skipped. apt-get install postgresql-15\n");
        }
        programs.map(|programs| Server::start(&programs))
    });
    assert!(server.is_some() || std::env::var_os("CI").is_none(), "PostgreSQL is not installed");
    server.as_ref()
}

/// The folder with `initdb` and `postgres`, the newest.
fn programs() -> Option<PathBuf> {
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = debian.map(|entry| entry.path().join("bin")).collect();
    folders.sort();
    let path = std::env::var_os("PATH").unwrap_or_default();
    folders.reverse();
    folders.extend(std::env::split_paths(&path));
    folders.into_iter().find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
}

impl Server {
    fn start(programs: &Path) -> Self {
        let folder = std::env::temp_dir().join(format!("atalaya-postgres-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let id = Command::new("id").arg("-u").output().unwrap();
        // The server refuses to be root.
        let mut command = if id.stdout.trim_ascii() == b"0" {
            assert!(Command::new("chown").arg("postgres").arg(&folder).status().unwrap().success());
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--", "sh"]);
            command
        } else {
            Command::new("sh")
        };
        command.arg("-c").arg(SCRIPT).arg(&folder).arg(programs).current_dir("/").stdin(Stdio::piped());
        let shell = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let server = Self { folder, _shell: Mutex::new(shell), count: AtomicUsize::new(0) };
        block_on(async {
            sqlx::any::install_default_drivers();
            let start = Instant::now();
            let mut connection = loop {
                match AnyConnection::connect(&server.url("postgres")).await {
                    Ok(connection) => break connection,
                    Err(error) if start.elapsed() > Duration::from_secs(60) => {
                        let log = std::fs::read_to_string(server.folder.join("log")).unwrap_or_default();
                        panic!("PostgreSQL does not start: {error}\n{log}");
                    }
                    Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
                }
            };
            sqlx::raw_sql("CREATE DATABASE migrated").execute(&mut connection).await.unwrap();
            Store::open(&server.url("migrated")).await.unwrap().close().await;
        });
        server
    }

    fn url(&self, database: &str) -> String {
        format!("postgres://postgres@localhost/{database}?host={}", self.folder.display())
    }

    /// A fresh database, from within a test.
    pub fn fresh(&self) -> String {
        std::thread::scope(|scope| scope.spawn(|| self.database()).join().unwrap())
    }

    /// A fresh database.
    pub fn database(&self) -> String {
        // Two copies at once of the same template get in each other's way.
        static ONE: Mutex<()> = Mutex::new(());
        let _one = ONE.lock().unwrap();
        let name = format!("test_{}", self.count.fetch_add(1, Ordering::Relaxed));
        block_on(async {
            let mut connection = AnyConnection::connect(&self.url("postgres")).await.unwrap();
            let text = format!("CREATE DATABASE {name} TEMPLATE migrated STRATEGY FILE_COPY");
            sqlx::raw_sql(AssertSqlSafe(text)).execute(&mut connection).await.unwrap();
            connection.close().await.unwrap();
        });
        self.url(&name)
    }
}
