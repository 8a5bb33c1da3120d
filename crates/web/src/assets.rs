//! Styles, modules and typefaces: all from here, by their hash of no interest to anybody but the browser's cache.

use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use atalaya_report::html as page;
use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};

use crate::{app::Shared, fault::Fault};

type Asset = (&'static str, Arc<Vec<u8>>);

fn all() -> &'static BTreeMap<String, Asset> {
    static ALL: OnceLock<BTreeMap<String, Asset>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all: BTreeMap<String, Asset> = BTreeMap::new();
        let mut add = |name: &str, kind, bytes: Vec<u8>| all.insert(name.to_owned(), (kind, Arc::new(bytes)));
        let mut faces = String::new();
        for face in page::web_faces() {
            faces.push_str(&format!(
                "@font-face{{font-family:\"{}\";font-weight:{};font-style:{};font-display:swap;src:url(/assets/{}) format(\"woff\")}}\n",
                face.family,
                face.weight,
                if face.italic { "italic" } else { "normal" },
                face.file,
            ));
            add(&face.file, "font/woff", face.bytes);
        }
        let style = format!(
            "{faces}{}{}",
            include_str!("../assets/atalaya.css"),
            include_str!("../assets/workbench.css")
        );
        add("atalaya.css", "text/css; charset=utf-8", style.into_bytes());
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

/// An asset.
pub async fn serve(Path(name): Path<String>) -> Result<Response, Fault> {
    let (kind, bytes) = all().get(&name).ok_or(Fault::NotFound)?;
    let age = if *kind == "font/woff" { "public, max-age=604800" } else { "no-cache" };
    Ok(([(header::CONTENT_TYPE, *kind), (header::CACHE_CONTROL, age)], bytes.to_vec()).into_response())
}

/// Where browsers look for a picture that no page named.
pub async fn icon() -> Result<Response, Fault> {
    serve(Path("atalaya.svg".to_owned())).await
}

/// Whether the server and its database answer.
pub async fn health(State(app): State<Shared>) -> Result<&'static str, Fault> {
    app.store.ping().await?;
    Ok("ok\n")
}
