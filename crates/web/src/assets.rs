//! Styles, modules and typefaces: all from here.

use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
    sync::{Arc, OnceLock},
};

use atalaya_report::html as page;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use sha2::{Digest as _, Sha256};

use crate::{app::Shared, fault::Fault};

/// The type, the bytes, and the mark by which a browser knows that it has them.
type Asset = (&'static str, Arc<Vec<u8>>, String);

/// The styles of every page. The first one that a browser sees carries them, for on a slow line each thing more that it
/// asks for takes half a second.
pub fn style() -> &'static str {
    static STYLE: OnceLock<String> = OnceLock::new();
    STYLE.get_or_init(|| {
        let faces = page::web_faces().into_iter().map(|face| {
            format!(
                "@font-face{{font-family:\"{}\";font-weight:{};font-style:{};font-display:swap;src:url(/assets/{}) format(\"woff\")}}\n",
                face.family,
                face.weight,
                if face.italic { "italic" } else { "normal" },
                face.file,
            )
        });
        let faces: String = faces.collect();
        let (all, bench) = (include_str!("../assets/atalaya.css"), include_str!("../assets/workbench.css"));
        format!("{faces}{all}{bench}")
    })
}

/// By what a content security policy knows those styles in a page.
pub fn style_hash() -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(style())))
}

fn all() -> &'static BTreeMap<String, Asset> {
    static ALL: OnceLock<BTreeMap<String, Asset>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all: BTreeMap<String, Asset> = BTreeMap::new();
        let mut add = |name: &str, kind, bytes: Vec<u8>| {
            let mark = mark(&bytes);
            all.insert(name.to_owned(), (kind, Arc::new(bytes), mark))
        };
        for face in page::web_faces() {
            add(&face.file, "font/woff", face.bytes);
        }
        add("atalaya.css", "text/css; charset=utf-8", style().as_bytes().to_vec());
        // The report's own styles hold inside of what a stage finds, and nowhere else.
        let report = format!(".report{{\n{}\n}}", page::style());
        add("report.css", "text/css; charset=utf-8", report.into_bytes());
        add("atalaya.js", "text/javascript; charset=utf-8", include_bytes!("../assets/atalaya.js").to_vec());
        add("grid.js", "text/javascript; charset=utf-8", include_bytes!("../assets/grid.js").to_vec());
        add("road.js", "text/javascript; charset=utf-8", include_bytes!("../assets/road.js").to_vec());
        add("room.js", "text/javascript; charset=utf-8", include_bytes!("../assets/room.js").to_vec());
        add("atalaya.svg", "image/svg+xml", include_bytes!("../assets/atalaya.svg").to_vec());
        all
    })
}

/// A mark of some bytes, as the header `ETag` has it.
fn mark(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("W/\"{:016x}\"", hasher.finish())
}

/// What names all assets as they are now.
fn release() -> &'static str {
    static RELEASE: OnceLock<String> = OnceLock::new();
    RELEASE.get_or_init(|| {
        let marks: String = all().values().map(|(.., mark)| mark.as_str()).collect();
        mark(marks.as_bytes()).replace(['W', '/', '"'], "")
    })
}

/// The address of an asset as it is now: another release has another, so that a browser need not ask whether it
/// changed.
pub fn at(name: &str) -> String {
    format!("/assets/{}/{name}", release())
}

/// An asset; nothing anew for a browser that has it.
pub async fn serve(headers: HeaderMap, Path(name): Path<String>) -> Result<Response, Fault> {
    let kind = all().get(&name).map(|(kind, ..)| *kind);
    let age = if kind == Some("font/woff") { "public, max-age=604800" } else { "no-cache" };
    answer(&headers, &name, age)
}

/// An asset of a release, kept by the browser as long as it likes.
pub async fn lasting(
    headers: HeaderMap,
    Path((of, name)): Path<(String, String)>,
) -> Result<Response, Fault> {
    // A page of a release before gets what there is.
    let age = if of == release() { "public, max-age=31536000, immutable" } else { "no-cache" };
    answer(&headers, &name, age)
}

fn answer(headers: &HeaderMap, name: &str, age: &'static str) -> Result<Response, Fault> {
    let (kind, bytes, mark) = all().get(name).ok_or(Fault::NotFound)?;
    let head = [(header::CONTENT_TYPE, *kind), (header::CACHE_CONTROL, age), (header::ETAG, mark)];
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    if known.is_some_and(|known| known.split(',').any(|one| one.trim() == mark)) {
        return Ok((StatusCode::NOT_MODIFIED, head).into_response());
    }
    Ok((head, bytes.to_vec()).into_response())
}

/// Where browsers look for a picture that no page named.
pub async fn icon(headers: HeaderMap) -> Result<Response, Fault> {
    serve(headers, Path("atalaya.svg".to_owned())).await
}

/// Whether the server and its database answer.
pub async fn health(State(app): State<Shared>) -> Result<&'static str, Fault> {
    app.store.ping().await?;
    Ok("ok\n")
}
