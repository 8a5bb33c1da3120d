//! The people of a study: who they are, what they may, and the links that bring more of them.

use std::collections::BTreeMap;

use atalaya_store::{Member, Role};
use axum::{
    Form,
    extract::{Query, State},
    http::{HeaderMap, header},
    response::Redirect,
};
use maud::{Markup, html};

use super::{times::when, within};
use crate::{
    app::{Chair, Seat, Shared, now, token},
    fault::Fault,
    shell::Page,
};

/// How long an invitation holds, in milliseconds: a week.
pub const HOLDS: i64 = 7 * 24 * 3600 * 1000;

const ROLES: [(Role, &str); 2] = [(Role::Organiser, "web-role-organiser"), (Role::Reader, "web-role-reader")];

type Sent = BTreeMap<String, String>;

fn role(sent: &Sent) -> Result<Role, Fault> {
    sent.get("role").and_then(|word| Role::parse(word)).ok_or(Fault::Bad("web-fault-bad"))
}

/// The people.
pub async fn show(
    State(app): State<Shared>,
    seat: Seat,
    Query(done): Query<BTreeMap<String, String>>,
) -> Result<Page, Fault> {
    let mut told = None;
    for (key, message) in [("role", "web-role-set"), ("removed", "web-removed")] {
        let Some(person) = done.get(key) else { continue };
        // An id is drawn by chance: whoever has one was given it.
        if let (true, Ok(person)) = (seat.writes(), app.store.person(person).await) {
            let members = app.store.members(&seat.access).await?;
            let role =
                members.iter().find(|own| own.person == person.id).map(|own| seat.t(self::key(own.role)));
            let args = [("name", person.name.into()), ("role", role.unwrap_or_default().into())];
            told = Some(seat.who.words.with(message, &args));
        }
    }
    page(&app, &seat, None, told).await
}

/// `link`: an invitation that was just made, to be shown this once; `told`: what was just done.
async fn page(app: &Shared, seat: &Seat, link: Option<&str>, told: Option<String>) -> Result<Page, Fault> {
    let sheet = app.desk.glance(&seat.access).await?;
    let words = &seat.who.words;
    let title = words.t("web-people");
    let members = app.store.members(&seat.access).await?;
    let invitations = match seat.access.organiser() {
        Ok(by) => app.store.invitations(by).await?,
        Err(_) => Vec::new(),
    };
    let open: Vec<_> =
        invitations.iter().filter(|own| own.used_by.is_none() && own.expires > now()).collect();
    let body = html! {
        main.narrow #content {
            h1 { (title) }
            @if let Some(told) = told { p.good role="status" { (told) } }
            ul.lines { @for member in &members { li { (line(seat, member)) } } }
            @if seat.writes() {
                form.panel method="post" action=(seat.at("/people")) {
                    h2 { (words.t("web-invite")) }
                    p.soft { (words.t("web-invite-about")) }
                    label { (words.t("web-role")) select name="role" {
                        @for (role, key) in ROLES { option value=(role.as_str()) { (words.t(key)) } }
                    } }
                    // A select on a phone has no room for it.
                    ul.roles.soft { @for (_, key) in ROLES { li { (words.t(key)) ": " (words.t(&format!("{key}-about"))) } } }
                    button.button { (words.t("web-invite-make")) }
                    @if let Some(link) = link {
                        p.good role="status" { (words.t("web-invite-made")) }
                        p { code.secret #invitation { (link) } }
                    }
                }
                @if !open.is_empty() {
                    h2 { (words.t("web-invited-open")) }
                    ul.lines {
                        @for own in open {
                            li {
                                span { (words.t(key(own.role))) " " span.soft data-at=(own.expires) data-when=(when(words, own.expires)) { (words.with("web-invite-until", &[("when", when(words, own.expires).into())])) } }
                                form.inline method="post" action=(seat.at("/people/uninvite")) {
                                    input type="hidden" name="hash" value=(own.hash);
                                    button.danger { (words.t("web-revoke")) }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    Ok(within(seat, &sheet, "people", &title, &body))
}

fn key(role: Role) -> &'static str {
    ROLES.iter().find(|(own, _)| *own == role).map_or("", |(_, key)| key)
}

fn line(seat: &Seat, member: &Member) -> Markup {
    let words = &seat.who.words;
    html! {
        span { b { (member.name) } " " span.soft { (member.email) } }
        @if seat.writes() {
            form.inline method="post" action=(seat.at("/people/role")) {
                input type="hidden" name="person" value=(member.person);
                select name="role" aria-label=(words.t("web-role")) {
                    @for (role, key) in ROLES { option value=(role.as_str()) selected[role == member.role] { (words.t(key)) } }
                }
                button.quiet { (words.t("web-save")) }
            }
            form.inline method="post" action=(seat.at("/people/remove")) {
                input type="hidden" name="person" value=(member.person);
                button.danger { (words.t("web-remove")) }
            }
        } @else { span.soft { (words.t(key(member.role))) } }
    }
}

/// Makes an invitation, and shows its link this once.
pub async fn invite(
    State(app): State<Shared>,
    Chair(seat): Chair,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Result<Page, Fault> {
    let secret = token()?;
    let role = role(&sent)?;
    app.store.invite(seat.access.organiser()?, secret.as_bytes(), role, now(), now() + HOLDS).await?;
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    page(&app, &seat, Some(&format!("{}/join/{secret}", app.names.base(host))), None).await
}

/// Takes an invitation back.
pub async fn uninvite(
    State(app): State<Shared>,
    Chair(seat): Chair,
    Form(sent): Form<Sent>,
) -> Result<Redirect, Fault> {
    let hash = sent.get("hash").map_or("", String::as_str);
    app.store.revoke_invitation(seat.access.organiser()?, hash).await?;
    Ok(Redirect::to(&seat.at("/people")))
}

/// The last organiser stays one: a study belongs to somebody.
fn last(error: atalaya_store::Error) -> Fault {
    match error {
        atalaya_store::Error::Forbidden => Fault::Bad("web-fault-last-organiser"),
        other => other.into(),
    }
}

/// Gives a member another role.
pub async fn set_role(
    State(app): State<Shared>,
    Chair(seat): Chair,
    Form(sent): Form<Sent>,
) -> Result<Redirect, Fault> {
    let person = sent.get("person").map_or("", String::as_str);
    // Only members have a role: others come by an invitation, which they accept.
    app.store.members(&seat.access).await?.iter().find(|own| own.person == person).ok_or(Fault::NotFound)?;
    app.store.set_member(seat.access.organiser()?, person, role(&sent)?, now()).await.map_err(last)?;
    Ok(Redirect::to(&seat.at(&format!("/people?role={person}"))))
}

/// Takes a member out of the study; what they wrote stays.
pub async fn remove(
    State(app): State<Shared>,
    Chair(seat): Chair,
    Form(sent): Form<Sent>,
) -> Result<Redirect, Fault> {
    let person = sent.get("person").map_or("", String::as_str);
    app.store.remove_member(seat.access.organiser()?, person).await.map_err(last)?;
    let own = person == seat.who.person.id;
    let to = if own { "/".to_owned() } else { seat.at(&format!("/people?removed={person}")) };
    Ok(Redirect::to(&to))
}
