//! Signing in, and the studies of a person.

use std::collections::BTreeMap;

use atalaya_model::Lang;
use atalaya_store::{Access, Role, STUDY};
use axum::{
    Form,
    extract::{Path, Query, State},
    http::{HeaderMap, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use maud::html;

use crate::{
    app::{App, SESSION, Shared, Who, cookie, now, token},
    fault::Fault,
    pages::{
        files::{self, fill},
        pieces,
    },
    shell::{self, Page},
};

/// Opens the link that signs one in: the token is exchanged at once for a cookie and is worth nothing afterwards.
pub async fn sign_in(
    State(app): State<Shared>,
    Path(link): Path<String>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Fault> {
    let person = match app.store.redeem_login_link(link.as_bytes(), now()).await {
        Ok(person) => person,
        Err(atalaya_store::Error::NotFound) => return Err(Fault::Bad("web-fault-link")),
        Err(other) => return Err(other.into()),
    };
    let secret = token()?;
    app.store.open_session(secret.as_bytes(), &person, now(), now() + SESSION).await?;
    let session = AppendHeaders([(header::SET_COOKIE, app.set_cookie(&secret))]);
    let lang = asked.get("lang").and_then(|code| Lang::parse(code)).map(spoken);
    let lang = AppendHeaders(lang.map(|kept| (header::SET_COOKIE, kept)));
    Ok((session, lang, Redirect::to("/")).into_response())
}

/// The header that keeps the language of the interface in the browser.
fn spoken(lang: Lang) -> String {
    format!("lang={}; Path=/; SameSite=Lax; Max-Age=31536000", lang.code())
}

/// Ends the session.
pub async fn sign_out(State(app): State<Shared>, headers: HeaderMap) -> Result<Response, Fault> {
    if let Some(secret) = cookie(&headers, app.cookie()) {
        app.store.close_session(secret.as_bytes()).await?;
    }
    Ok(([(header::SET_COOKIE, app.set_cookie(""))], Redirect::to("/")).into_response())
}

/// Chooses the language of the interface, and goes back to the page.
pub async fn language(headers: HeaderMap, Form(form): Form<BTreeMap<String, String>>) -> Response {
    let lang = form.get("lang").and_then(|code| Lang::parse(code)).unwrap_or(Lang::Es);
    let own = form.get("back").filter(|path| inside(path)).cloned();
    let back = own.or_else(|| self::back(&headers).filter(|_| !form.contains_key("back")));
    ([(header::SET_COOKIE, spoken(lang))], Redirect::to(back.as_deref().unwrap_or("/"))).into_response()
}

/// The page from which a request came, as a path of this server: the page says its own path, and nothing else of its
/// address is trusted.
pub fn back(headers: &HeaderMap) -> Option<String> {
    let from = headers.get(header::REFERER)?.to_str().ok()?;
    let (_, rest) = from.split_once("://")?;
    let path = &rest[rest.find('/')?..];
    inside(path).then(|| path.to_owned())
}

/// Whether a path stays on this server: browsers read a backslash as a slash.
pub fn inside(path: &str) -> bool {
    path.starts_with('/') && !path[1..].starts_with(['/', '\\']) && !path.contains(char::is_control)
}

/// The studies of a person.
pub async fn studies(State(app): State<Shared>, who: Who) -> Result<Page, Fault> {
    let words = &who.words;
    let mut studies = app.store.studies(&who.person.id).await?;
    for study in &mut studies {
        // The list keeps one title; the study says it in its languages.
        let access = app.store.authorise(&study.id, &who.person.id).await?;
        let record = app.store.record(&access, STUDY, STUDY).await.ok();
        let said = pieces::said(record.as_ref(), &format!("title.{}", who.lang.code()));
        if !said.is_empty() {
            study.title = said;
        }
    }
    let body = html! {
        main #content {
            h1 { (words.t("web-studies")) }
            @if studies.is_empty() { p.lead { (words.t("web-studies-none")) } }
            @else {
                ul.cards {
                    @for study in &studies {
                        li.card {
                            h2 { a href=(format!("/s/{}", study.id)) { (study.title) } }
                            p.soft {
                                (words.t(match study.role { Role::Organiser => "web-role-organiser", Role::Reader => "web-role-reader" }))
                                " · " (words.t("web-saved-last")) " " (super::times::moment(words, study.changed))
                            }
                        }
                    }
                }
            }
            section.two {
                form.panel method="post" action="/studies" {
                    h2 { (words.t("web-new")) }
                    label { (words.t("web-new-title")) input name="title" required maxlength="300"; }
                    label {
                        (words.t("web-new-from"))
                        select name="template" {
                            option value="" { (words.t("web-new-blank")) }
                            @for template in &app.templates {
                                option value=(template.name) { (words.t(&format!("web-template-{}", template.name))) }
                            }
                        }
                    }
                    button.button { (words.t("web-new-make")) }
                }
                form.panel.drop method="post" action="/studies/open" enctype="multipart/form-data" {
                    h2 { (words.t("web-open")) }
                    p { (words.t("web-open-about")) }
                    label { (words.t("web-open-file")) input type="file" name="file" accept=".zip,.xlsx,.xls,.ods,.scw" required; }
                    (super::files::keep_box(words))
                    button.button { (words.t("web-open-make")) }
                }
            }
        }
    };
    Ok(shell::page_of(words, &words.t("web-studies"), &body))
}

/// The address of a new study: letters and digits of its title, and as much of a number as makes it one of its own.
pub fn slug(title: &str) -> String {
    let plain = |c: char| match c {
        'á' | 'à' | 'ä' | 'â' => 'a',
        'é' | 'è' | 'ë' | 'ê' => 'e',
        'í' | 'ì' | 'ï' | 'î' => 'i',
        'ó' | 'ò' | 'ö' | 'ô' => 'o',
        'ú' | 'ù' | 'ü' | 'û' => 'u',
        'ñ' => 'n',
        c if c.is_ascii_alphanumeric() => c,
        _ => '-',
    };
    let flat: String = title.to_lowercase().chars().map(plain).collect();
    let words: Vec<&str> = flat.split('-').filter(|word| !word.is_empty()).take(6).collect();
    // A word that has no room is left out, not cut.
    let mut slug = String::new();
    for word in words.into_iter().filter(|word| word.len() <= 48) {
        if slug.len() + word.len() > 48 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    if slug.is_empty() {
        slug.push_str("estudio");
    }
    slug
}

/// Makes a study under the first free address that its title gives.
pub async fn make(app: &App, who: &Who, title: &str) -> Result<Access, Fault> {
    let base = slug(title);
    for number in 1..1000 {
        let id = if number == 1 { base.clone() } else { format!("{base}-{number}") };
        match app.store.create_study(&id, title, &who.person.id, now()).await {
            Ok(access) => return Ok(access),
            Err(atalaya_store::Error::Taken) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Err(Fault::Bad("web-fault-taken"))
}

/// Makes a study, blank or from a template; a name of a template that there is none of is refused.
pub async fn begin(app: &App, who: &Who, title: &str, template: &str, lang: Lang) -> Result<Access, Fault> {
    let title = Some(title.trim()).filter(|title| !title.is_empty()).ok_or(Fault::Bad("web-fault-title"))?;
    let found = app.templates.iter().find(|own| own.name == template);
    if found.is_none() && !template.is_empty() {
        return Err(Fault::NotFound);
    }
    let access = make(app, who, title).await?;
    match found {
        Some(template) => {
            fill(app, &access, &template.tree).await?;
            files::entitle(app, &access, title, lang).await?;
        }
        None => files::blank(app, &access, title, lang).await?,
    }
    Ok(access)
}

/// Makes a study.
pub async fn create(
    State(app): State<Shared>,
    who: Who,
    Form(form): Form<BTreeMap<String, String>>,
) -> Result<Redirect, Fault> {
    let text = |name: &str| form.get(name).map_or("", String::as_str);
    let access = begin(&app, &who, text("title"), text("template"), who.lang).await?;
    Ok(Redirect::to(&format!("/s/{}", access.study())))
}

#[cfg(test)]
mod tests {
    #[test]
    fn one_goes_back_only_to_a_page_of_this_server() {
        assert!(super::inside("/s/agua/frame"));
        for path in ["", "s", "//evil.example", "/\\evil.example", "/s\r\nx: y", "https://evil.example"] {
            assert!(!super::inside(path), "{path:?}");
        }
    }

    #[test]
    fn an_address_is_made_of_the_letters_of_a_title() {
        assert_eq!(
            super::slug("Las mipymes tecnológicas peruanas al 2030. Estrategias"),
            "las-mipymes-tecnologicas-peruanas-al-2030"
        );
        assert_eq!(super::slug("¿…?"), "estudio");
    }
}
