//! Coming in with a password, one's own account, and joining a study by an invitation.

use std::collections::BTreeMap;

use atalaya_store::{Invitation, Person, Role};
use axum::{
    Extension, Form,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};

use super::{home::inside, times::when};
use crate::{
    app::{SESSION, Shared, Who, cookie, lang, now, token},
    entrance::{Client, hash, strong, verify},
    fault::Fault,
    shell::{self, Page},
};

/// Most characters of a name.
const NAME: usize = 200;

type Sent = BTreeMap<String, String>;

fn text<'a>(sent: &'a Sent, name: &str) -> &'a str {
    sent.get(name).map_or("", |text| text.trim())
}

/// Opens a session: the header that keeps it in the browser.
async fn come_in(app: &Shared, person: &str) -> Result<(header::HeaderName, String), Fault> {
    let secret = token()?;
    app.store.open_session(secret.as_bytes(), person, now(), now() + SESSION).await?;
    Ok((header::SET_COOKIE, app.set_cookie(&secret)))
}

fn sign_in_fields(words: &atalaya_words::Words, to: &str) -> Markup {
    html! {
        input type="hidden" name="to" value=(to);
        label { (words.t("web-email")) input name="email" type="email" required autocomplete="username" maxlength="254"; }
        label { (words.t("web-password")) input name="password" type="password" required autocomplete="current-password"; }
        button.button { (words.t("web-sign-in")) }
    }
}

/// The page where one comes in.
pub async fn sign_in_page(headers: HeaderMap, Query(asked): Query<Sent>) -> Page {
    let words = atalaya_words::Words::new(lang(&headers));
    let to = asked.get("to").map(String::as_str).filter(|path| inside(path)).unwrap_or("/");
    let title = words.t("web-sign-in");
    let body = html! {
        main.narrow #content {
            h1 { (title) }
            form.panel method="post" action="/sign-in" { (sign_in_fields(&words, to)) }
            p.soft { (shell::said(&words.t("web-sign-in-about"))) }
        }
    };
    shell::page(&words, &title, None, &body)
}

/// Comes in. What is wrong is not said: neither that there is nobody of that address nor that the password is another.
pub async fn sign_in(
    State(app): State<Shared>,
    Extension(client): Extension<Client>,
    Form(sent): Form<Sent>,
) -> Result<Response, Fault> {
    let email = text(&sent, "email");
    app.tries.one(client.machine, email)?;
    let person = match app.store.person_by_email(email).await {
        Ok(person) => Some(person),
        Err(atalaya_store::Error::NotFound | atalaya_store::Error::Invalid { .. }) => None,
        Err(other) => return Err(other.into()),
    };
    let kept = person.as_ref().map(|person| person.password.clone()).unwrap_or_default();
    let right = verify(sent.get("password").cloned().unwrap_or_default(), kept).await?;
    let Some(person) = person.filter(|_| right) else { return Err(Fault::Bad("web-fault-password")) };
    let to = Some(text(&sent, "to")).filter(|path| inside(path)).unwrap_or("/");
    Ok(([come_in(&app, &person.id).await?], Redirect::to(to)).into_response())
}

/// One's own account: what others see, the password, and the tokens of programs.
pub async fn me(
    State(app): State<Shared>,
    who: Who,
    Query(done): Query<BTreeMap<String, String>>,
) -> Result<Page, Fault> {
    page(&app, &who, None, done.contains_key("saved"), None).await
}

/// `made`: a token that was just made, to be shown this once; `saved`: something else was just saved; `refused`: what was
/// written of who one is, and what is wrong with it.
async fn page(
    app: &Shared,
    who: &Who,
    made: Option<&str>,
    saved: bool,
    refused: Option<(&Sent, &str)>,
) -> Result<Page, Fault> {
    let words = &who.words;
    let title = words.t("web-me");
    let person = &who.person;
    let tokens = app.store.api_tokens(&person.id).await?;
    let body = html! {
        main.narrow #content {
            p.crumb { a href="/" { (words.t("web-studies")) } }
            h1 { (title) }
            @if saved { p.good role="status" { (words.t("web-saved")) } }
            form.panel method="post" action="/me" {
                h2 { (words.t("web-me-who")) }
                @if let Some((_, wrong)) = refused { p.bad role="alert" { (words.t(wrong)) } }
                label { (words.t("web-me-name")) input name="name" required maxlength=(NAME) autocomplete="name" value=(refused.map_or(person.name.as_str(), |(sent, _)| text(sent, "name"))); }
                label { (words.t("web-email")) input name="email" type="email" required maxlength="254" autocomplete="email" value=(refused.map_or(person.email.as_str(), |(sent, _)| text(sent, "email"))); }
                button.button { (words.t("web-save")) }
            }
            form.panel method="post" action="/me/password" {
                h2 { (words.t(if person.password.is_empty() { "web-me-password-first" } else { "web-me-password" })) }
                p.soft { (words.t("web-me-password-about")) }
                input type="hidden" name="username" autocomplete="username" value=(person.email);
                @if !person.password.is_empty() {
                    label { (words.t("web-me-password-old")) input name="old" type="password" required autocomplete="current-password"; }
                }
                label { (words.t("web-me-password-new")) input name="password" type="password" required minlength="10" autocomplete="new-password"; }
                button.button { (words.t("web-save")) }
            }
            section.panel {
                h2 { (words.t("web-tokens")) }
                p.soft { (shell::said(&words.t("web-tokens-about"))) }
                @if let Some(made) = made {
                    p.good role="status" { (words.t("web-token-made")) }
                    p { code.secret { (made) } }
                }
                @if !tokens.is_empty() {
                    ul.lines {
                        @for token in &tokens {
                            li {
                                b { (token.name) } " "
                                @let [since, used] = [token.created, token.used].map(|at| when(words, at));
                                span.soft {
                                    span data-at=(token.created) data-when=(since) { (words.with("web-token-since", &[("when", since.as_str().into())])) }
                                    " · "
                                    @if token.used == 0 { (words.t("web-token-unused")) }
                                    @else { span data-at=(token.used) data-when=(used) { (words.with("web-token-used", &[("when", used.as_str().into())])) } }
                                }
                                form.inline method="post" action="/me/tokens/revoke" {
                                    input type="hidden" name="hash" value=(token.hash);
                                    button.danger { (words.t("web-revoke")) }
                                }
                            }
                        }
                    }
                }
                form.inline method="post" action="/me/tokens" {
                    input name="name" required maxlength=(NAME) aria-label=(words.t("web-token-name")) placeholder=(words.t("web-token-name"));
                    button.button.second { (words.t("web-token-make")) }
                }
            }
        }
    };
    Ok(shell::page_of(words, &title, &body))
}

fn name_of(sent: &Sent) -> Result<&str, Fault> {
    let name = text(sent, "name");
    let good = !name.is_empty() && name.chars().count() <= NAME && !name.contains(char::is_control);
    if good { Ok(name) } else { Err(Fault::Bad("web-fault-name")) }
}

/// Says who one is.
pub async fn write(State(app): State<Shared>, who: Who, Form(sent): Form<Sent>) -> Result<Response, Fault> {
    let written = async || {
        let name = name_of(&sent)?;
        app.store.update_person(&who.person.id, name, text(&sent, "email")).await.map_err(address)
    };
    match written().await {
        Ok(()) => Ok(Redirect::to("/me?saved").into_response()),
        Err(Fault::Bad(wrong)) => {
            let page = page(&app, &who, None, false, Some((&sent, wrong))).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(other) => Err(other),
    }
}

/// What is wrong with an address.
fn address(error: atalaya_store::Error) -> Fault {
    match error {
        atalaya_store::Error::Taken => Fault::Bad("web-fault-email-taken"),
        atalaya_store::Error::Invalid { .. } => Fault::Bad("web-fault-email"),
        other => other.into(),
    }
}

/// Sets the password. Every other session of the person ends.
pub async fn password(
    State(app): State<Shared>,
    Extension(client): Extension<Client>,
    who: Who,
    Form(sent): Form<Sent>,
) -> Result<Response, Fault> {
    let person = &who.person;
    if !person.password.is_empty() {
        app.tries.one(client.machine, &person.email)?;
        let old = sent.get("old").cloned().unwrap_or_default();
        if !verify(old, person.password.clone()).await? {
            return Err(Fault::Bad("web-fault-password-old"));
        }
    }
    let new = sent.get("password").cloned().unwrap_or_default();
    strong(&new, &person.name, &person.email)?;
    app.store.set_password(&person.id, &hash(new).await?).await?;
    app.store.close_sessions(&person.id).await?;
    Ok(([come_in(&app, &person.id).await?], Redirect::to("/me?saved")).into_response())
}

/// Makes a token for a program, and shows it this once.
pub async fn make_token(State(app): State<Shared>, who: Who, Form(sent): Form<Sent>) -> Result<Page, Fault> {
    let name = name_of(&sent)?;
    let secret = format!("atalaya_{}", token()?);
    app.store.create_api_token(secret.as_bytes(), &who.person.id, name, now()).await?;
    page(&app, &who, Some(&secret), false, None).await
}

/// Takes a token back.
pub async fn revoke_token(
    State(app): State<Shared>,
    who: Who,
    Form(sent): Form<Sent>,
) -> Result<Redirect, Fault> {
    app.store.revoke_api_token(&who.person.id, text(&sent, "hash")).await?;
    Ok(Redirect::to("/me"))
}

async fn invitation(app: &Shared, link: &str) -> Result<Invitation, Fault> {
    app.store.invitation(link.as_bytes(), now()).await.map_err(|error| match error {
        atalaya_store::Error::NotFound => Fault::Bad("web-fault-invitation"),
        other => other.into(),
    })
}

/// The person of a request, where there is one.
async fn present(app: &Shared, headers: &HeaderMap) -> Result<Option<Person>, Fault> {
    let Some(secret) = cookie(headers, app.cookie()) else { return Ok(None) };
    match app.store.session(secret.as_bytes(), now()).await {
        Ok(session) => Ok(Some(app.store.person(&session.person).await?)),
        Err(atalaya_store::Error::NotFound) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

/// What an invitation is to, and how one accepts it: as who one is, or as somebody new.
pub async fn invited(
    State(app): State<Shared>,
    headers: HeaderMap,
    Path(link): Path<String>,
) -> Result<Page, Fault> {
    joining(&app, &headers, &link, None).await
}

/// `refused`: what somebody new wrote, and what is wrong with it.
async fn joining(
    app: &Shared,
    headers: &HeaderMap,
    link: &str,
    refused: Option<(&Sent, &str)>,
) -> Result<Page, Fault> {
    let words = atalaya_words::Words::new(lang(headers));
    let invitation = invitation(app, link).await?;
    let written = |name: &str| refused.map(|(sent, _)| text(sent, name)).filter(|text| !text.is_empty());
    let author = app.store.person(&invitation.author).await?.name;
    let to = format!("/join/{link}");
    let present = present(app, headers).await?;
    let role = words.t(match invitation.role {
        Role::Organiser => "web-invited-organiser",
        Role::Reader => "web-invited-reader",
    });
    let body = html! {
        main.narrow #content {
            h1 { (invitation.title) }
            p.lead { (words.with("web-invited", &[("by", author.into())])) " " (role) }
            @match &present {
                Some(person) => form.panel method="post" action=(to) {
                    p { (words.with("web-invited-as", &[("name", person.name.as_str().into())])) }
                    button.button { (words.t("web-join")) }
                },
                None => div.two {
                    form.panel method="post" action=(to) {
                        h2 { (words.t("web-join-new")) }
                        @if let Some((_, wrong)) = refused { p.bad role="alert" { (words.t(wrong)) } }
                        label { (words.t("web-me-name")) input name="name" required maxlength=(NAME) autocomplete="name" value=[written("name")]; }
                        label { (words.t("web-email")) input name="email" type="email" required maxlength="254" autocomplete="username" value=[written("email")]; }
                        label { (words.t("web-me-password-new")) input name="password" type="password" required minlength="10" autocomplete="new-password"; }
                        p.soft { (words.t("web-me-password-about")) }
                        button.button { (words.t("web-join")) }
                    }
                    form.panel method="post" action="/sign-in" {
                        h2 { (words.t("web-join-known")) }
                        (sign_in_fields(&words, &to))
                    }
                }
            }
        }
    };
    Ok(shell::page(&words, &invitation.title, None, &body))
}

/// Makes an account of what somebody new wrote.
async fn newcomer(app: &Shared, sent: &Sent) -> Result<Person, Fault> {
    let (name, email) = (name_of(sent)?, text(sent, "email"));
    let password = sent.get("password").cloned().unwrap_or_default();
    strong(&password, name, email)?;
    let person = Person {
        id: token()?[..16].to_owned(),
        name: name.to_owned(),
        email: email.to_owned(),
        password: hash(password).await?,
        created: now(),
    };
    app.store.create_person(&person).await.map_err(address)
}

/// Joins a study.
pub async fn join(
    State(app): State<Shared>,
    Extension(client): Extension<Client>,
    headers: HeaderMap,
    Path(link): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Fault> {
    app.tries.one(client.machine, &link)?;
    invitation(&app, &link).await?;
    let (person, entry) = match present(&app, &headers).await? {
        Some(person) => (person.id, None),
        None => {
            let person = match newcomer(&app, &sent).await {
                Ok(person) => person,
                // What they wrote stays before them, but for the password.
                Err(Fault::Bad(wrong)) => {
                    let page = joining(&app, &headers, &link, Some((&sent, wrong))).await?;
                    return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
                }
                Err(other) => return Err(other),
            };
            let entry = come_in(&app, &person.id).await?;
            (person.id, Some(entry))
        }
    };
    let access = app.store.accept_invitation(link.as_bytes(), &person, now()).await?;
    let to = Redirect::to(&format!("/s/{}", access.study()));
    Ok(match entry {
        Some(entry) => ([entry], to).into_response(),
        None => to.into_response(),
    })
}
