//! How the server fares, as numbers that Prometheus reads. They name routes, never studies, people or addresses.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    sync::{Mutex, PoisonError, atomic::AtomicI64, atomic::Ordering},
    time::Duration,
};

use axum::{
    Extension,
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};

use crate::{app::Shared, entrance::Client, fault::Fault};

/// Upper ends of the classes of duration, in seconds.
const CLASSES: [f64; 8] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.0, 10.0];

#[derive(Clone, Debug, Default)]
struct Served {
    count: u64,
    seconds: f64,
    classes: [u64; CLASSES.len()],
}

/// What was served since the start.
#[derive(Debug, Default)]
pub struct Metrics {
    served: Mutex<BTreeMap<(String, String, u16), Served>>,
    /// Pages that listen.
    pub listening: AtomicI64,
}

impl Metrics {
    /// Counts a request.
    pub fn count(&self, method: &str, route: &str, status: u16, took: Duration) {
        let mut all = self.served.lock().unwrap_or_else(PoisonError::into_inner);
        let own = all.entry((method.to_owned(), route.to_owned(), status)).or_default();
        let seconds = took.as_secs_f64();
        own.count += 1;
        own.seconds += seconds;
        for (class, end) in own.classes.iter_mut().zip(CLASSES) {
            *class += u64::from(seconds <= end);
        }
    }

    fn print(&self) -> String {
        let all = self.served.lock().unwrap_or_else(PoisonError::into_inner);
        let mut out = String::new();
        // Writing to a string does not fail.
        let _ = writeln!(out, "# TYPE atalaya_requests_seconds histogram");
        for ((method, route, status), own) in all.iter() {
            let of = format!("method=\"{method}\",route=\"{route}\",status=\"{status}\"");
            for (class, end) in own.classes.iter().zip(CLASSES) {
                let _ = writeln!(out, "atalaya_requests_seconds_bucket{{{of},le=\"{end}\"}} {class}");
            }
            let _ = writeln!(out, "atalaya_requests_seconds_bucket{{{of},le=\"+Inf\"}} {}", own.count);
            let _ = writeln!(out, "atalaya_requests_seconds_sum{{{of}}} {}", own.seconds);
            let _ = writeln!(out, "atalaya_requests_seconds_count{{{of}}} {}", own.count);
        }
        let _ = writeln!(out, "# TYPE atalaya_pages_listening gauge");
        let _ = writeln!(out, "atalaya_pages_listening {}", self.listening.load(Ordering::Relaxed));
        out
    }
}

/// The numbers, for this machine alone: whoever comes through a proxy or under the public name is told that there is no
/// such page.
pub async fn show(
    State(app): State<Shared>,
    Extension(client): Extension<Client>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !client.here || !app.names.local(host) {
        return Err(Fault::NotFound);
    }
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], app.metrics.print()).into_response())
}
