//! What stands before and after every request: the names under which the server may be reached, requests from other
//! sites, headers, the page of a fault, one line of log.

use std::{net::SocketAddr, sync::OnceLock, time::Instant};

use atalaya_words::Words;
use axum::{
    extract::{ConnectInfo, MatchedPath, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};

use crate::{
    api::conflicts,
    app::{Shared, lang, token},
    assets,
    entrance::client,
    fault::{Fault, Marked, Mistake},
    names::Names,
    pages::home,
    shell,
};

/// What a page may load, and from where: this server alone, and of what stands in the page itself the styles of the
/// house, letter by letter.
fn policy() -> HeaderValue {
    static POLICY: OnceLock<HeaderValue> = OnceLock::new();
    let made = || {
        let text = format!(
            "default-src 'none'; script-src 'self'; style-src 'self' '{}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            assets::style_hash()
        );
        HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("default-src 'none'"))
    };
    POLICY.get_or_init(made).clone()
}

/// Headers of every answer.
const HEADERS: [(header::HeaderName, &str); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // The change of language goes back to the page that it was asked from.
    (header::REFERRER_POLICY, "same-origin"),
    (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// A year, as browsers remember that a server is reached over TLS.
const LONG: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// Whether a request that changes something comes from a page of this server. Browsers say so; programs with a token of
/// their own need not.
fn own(headers: &HeaderMap, names: &Names) -> bool {
    if headers.contains_key(header::AUTHORIZATION) {
        return true;
    }
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match text("origin") {
        Some(origin) => {
            let host = origin.split_once("://").map_or(origin, |(_, host)| host);
            names.known(host)
        }
        None => false,
    }
}

/// Stands before and after every request.
pub async fn guard(
    State(app): State<Shared>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    mut request: Request,
    next: Next,
) -> Response {
    let begun = Instant::now();
    let headers = request.headers().clone();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let wants_page = !request.uri().path().starts_with("/api/")
        && headers
            .get(header::ACCEPT)
            .and_then(|value| value.to_str().ok())
            .is_none_or(|a| a.contains("html") || a == "*/*");
    // Where one came from, and the study that it was about.
    let study = request.uri().path().strip_prefix("/s/").and_then(|rest| rest.split('/').next());
    let study = study.filter(|id| !id.is_empty()).map(|id| format!("/s/{id}"));
    // To where one is already, and was refused, no button leads.
    let study = study.filter(|own| own != request.uri().path());
    let back = home::back(&headers);
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let known = app.names.known(host);
    let safe = matches!(method, Method::GET | Method::HEAD);
    let forwarded: Vec<&str> =
        headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok()).collect();
    request.extensions_mut().insert(client(peer.ip(), &forwarded, &app.trusted));
    let path = request.uri().path().to_owned();
    let mut response = match known && (safe || own(&headers, &app.names)) {
        true => next.run(request).await,
        false => Fault::Foreign.into_response(),
    };
    let status = response.status();
    let fault = response.extensions_mut().remove::<Fault>();
    // What the framework refuses it says in its own words, which are not those of the house; a page is of the house.
    let kind = response.headers().get(header::CONTENT_TYPE);
    let paged = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let fault = fault.or_else(|| match status {
        StatusCode::METHOD_NOT_ALLOWED => Some(Fault::NotFound),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Fault::Bad("web-fault-upload")),
        status if status.is_client_error() && status != StatusCode::CONFLICT && !paged => {
            Some(Fault::Bad("web-fault-bad"))
        }
        status if status.is_server_error() => Some(Fault::Internal(status.to_string())),
        _ => None,
    });
    if let Some(fault) = &fault {
        let ways = if matches!(fault, Fault::SignIn | Fault::Foreign) { [None, None] } else { [back, study] };
        let next = if safe { path.as_str() } else { "/" };
        response = told(fault, &Words::new(lang(&headers)), wants_page, &ways, next);
    }
    response.headers_mut().entry(header::CONTENT_SECURITY_POLICY).or_insert_with(policy);
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    if app.names.secure() {
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, LONG);
    }
    if matches!(fault, Some(Fault::Often)) {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("30"));
    }
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    app.metrics.count(method.as_str(), &route, response.status().as_u16(), begun.elapsed());
    log(&method, &route, &response, begun, fault.as_ref());
    response
}

/// One line of JSON a request: never a token, an answer or an address.
fn log(method: &Method, route: &str, response: &Response, begun: Instant, fault: Option<&Fault>) {
    let id = token().map(|id| id[..12].to_owned()).unwrap_or_default();
    let milliseconds = (begun.elapsed().as_secs_f64() * 1e4).round() / 10.0;
    let mut line = serde_json::json!({
        "id": id, "method": method.as_str(), "route": route,
        "status": response.status().as_u16(), "ms": milliseconds,
    });
    if let Some(Fault::Internal(reason)) = fault {
        line["reason"] = reason.as_str().into();
    }
    eprintln!("{line}");
}

/// Mistakes that are shown of one file.
const WRONG: usize = 100;

/// A fault as a page, or as a document for programs.
///
/// `ways`: where one came from, and the study; `next`: where whoever comes in goes on.
fn told(fault: &Fault, words: &Words, page: bool, ways: &[Option<String>; 2], next: &str) -> Response {
    let sentence = match fault {
        Fault::Said(text) => text.clone(),
        fault => words.t(fault.key()),
    };
    let (wrong, tables): (&[Mistake], &[Marked]) =
        if let Fault::Wrong(all, tables) = fault { (all, tables) } else { (&[], &[]) };
    if !page {
        let mut body = serde_json::json!({ "error": sentence, "status": fault.status().as_u16() });
        if !wrong.is_empty() {
            body["wrong"] = wrong.iter().map(|one| one.told.as_str()).collect();
        }
        if let Fault::Conflict(all) = fault {
            body["conflicts"] = conflicts(all);
        }
        return (fault.status(), axum::Json(body)).into_response();
    }
    // Who has no session did nothing wrong.
    let title = words.t(if matches!(fault, Fault::SignIn) { "web-sign-in" } else { "web-fault" });
    let body = html! {
        main.narrow #content {
            h1 { (title) }
            p.lead { (sentence) }
            @for table in tables { (marked(table, wrong)) }
            @let rest: Vec<&Mistake> = wrong.iter().take(WRONG).filter(|one| !tables.iter().any(|table| table.shows(one))).collect();
            @if !rest.is_empty() { ul.problems { @for one in rest { li { (shell::said(&one.told)) } } } }
            @if !wrong.is_empty() {
                @if wrong.len() > WRONG { p.soft { (words.with("web-fault-wrong-more", &[("count", (wrong.len() - WRONG).into())])) } }
            }
            p.row {
                @if matches!(fault, Fault::SignIn) { a.button href=(format!("/sign-in?to={next}")) { (words.t("web-sign-in")) } }
                @if let Some(back) = &ways[0] { a.button href=(back) { (words.t("bench-back")) } }
                @if let Some(study) = &ways[1] { a.button.second href=(study) { (words.t("bench-to-study")) } }
                @if !matches!(fault, Fault::SignIn) { a.button.second href="/" { (words.t("web-home")) } }
            }
        }
    };
    (fault.status(), shell::page(words, &title, None, &body)).into_response()
}

/// A table with what is wrong in it: each mistake marked in its cell and told below its row.
fn marked(table: &Marked, wrong: &[Mistake]) -> Markup {
    let of =
        |line: u32| wrong.iter().take(WRONG).filter(move |one| one.file == table.file && one.line == line);
    let bad = |line: u32, column: usize| of(line).any(|one| one.column as usize == column + 1);
    let wide = table.rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    html! {
        div.scroll tabindex="0" role="region" aria-label=(table.file) {
            table.records.marked {
                caption { (table.file) }
                tbody { @for (index, (line, cells)) in table.rows.iter().enumerate() {
                    tr {
                        th.number scope="row" { (line) }
                        @for (column, cell) in cells.iter().enumerate() {
                            @if index == 0 { th scope="col" class=[bad(*line, column).then_some("bad")] { (cell) } }
                            @else { td class=[bad(*line, column).then_some("bad")] { (cell) } }
                        }
                    }
                    @for one in of(*line) { tr.told { td {} td colspan=(wide) { (shell::said(&one.told)) } } }
                } }
            }
        }
    }
}
