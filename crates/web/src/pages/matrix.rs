//! Answers as grids: the matrix of one expert, or what a panel says of a list of items.

use std::collections::{BTreeMap, BTreeSet};

use atalaya_model::{
    Family, Id, Kind, Study, check::grouped_rounds, choice::FactorKind, family::Scale, records::Round,
};
use atalaya_report::{
    doc::Block,
    html::{self as page, Around},
};
use atalaya_store::{ANSWER, Field};
use axum::extract::{Path, Query, State};
use maud::{Markup, PreEscaped, html};

use states::{Asked, between_states};

use super::{part, record, within};
use crate::{
    app::{Seat, Shared},
    desk::Sheet,
    fault::Fault,
    shell::{Page, said},
};

mod pair;
pub mod save;
mod states;

/// Most cells that were not saved whose names are shown at once.
const NAMED: usize = 6;

/// The rounds, and the grids of each: of those, the ones that a stage's records are asked about.
pub fn rounds(seat: &Seat, sheet: &Sheet, stage: &str) -> Markup {
    let study = &sheet.loaded.value;
    let words = &seat.who.words;
    let lang = seat.who.lang;
    // One bets on the scenarios that were explored.
    let of_stage = if stage == "choose" { "explore" } else { stage };
    let here = |kind: &Kind| crate::form::stage(*kind) == of_stage;
    // A family of several kinds is the stage's where it was answered of its records, or of none yet.
    let asked = |round: &Round, family: &'static Family| {
        let told = sheet.sayings.about(&round.id, family);
        let of = |kind: &&Kind| {
            told.is_none_or(|told| {
                study.ids(**kind).iter().any(|id| told.places.iter().any(|own| own.contains(*id)))
            })
        };
        stage == "consult" || family.kinds.iter().flat_map(|place| place.iter()).filter(of).any(here)
    };
    let rounds: Vec<(&Round, Vec<&'static Family>)> = study
        .rounds
        .iter()
        .map(|round| {
            (
                round,
                families(sheet, round).into_iter().filter(|family| asked(round, family)).collect::<Vec<_>>(),
            )
        })
        .filter(|(_, families)| !families.is_empty())
        .collect();
    html! {
        @if !rounds.is_empty() {
            h2 { (words.t("web-rounds")) }
            ul.rounds {
                @for (round, families) in &rounds {
                    @let of = round.consultation.0.as_ref().and_then(|id| study.consultations.iter().find(|c| c.id == *id));
                    li {
                        b { (round.id) } " " (of.map(|c| c.name.get(lang)).unwrap_or_default())
                        @if stage == "consult" { " " a.chip href=(seat.at(&format!("/questionnaire/{}/{}", round.id, lang.code()))) { (words.t("web-questionnaire")) } }
                        ul {
                            @for family in families.iter().copied() {
                                @let who = sheet.sayings.about(&round.id, family).map_or(0, |said| said.experts.len());
                                li {
                                    a href=(seat.at(&grid_path(round, family, experts(sheet, round, family).first()))) { (family_name(words, family)) }
                                    " " span.soft { (words.with(if who == 1 && of_one(study, round) { "web-answered-together" } else { "web-answered" }, &[("n", who.into())])) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn grid_path(round: &Round, family: &Family, expert: Option<&String>) -> String {
    match (family.arity(), expert) {
        (2, Some(expert)) => format!("/answers/{}/{}/{expert}", round.id, family.name),
        _ => format!("/answers/{}/{}", round.id, family.name),
    }
}

fn family_name(words: &atalaya_words::Words, family: &Family) -> String {
    let key = format!("family-{}", family.name);
    if words.has(&key) { words.t(&key) } else { family.name.to_owned() }
}

/// What the grid of a family is called: the family, and the consultation of the round, which has a name where a round has
/// only its id.
fn title(seat: &Seat, study: &Study, round: &Round, family: &Family) -> String {
    let of =
        round.consultation.0.as_ref().and_then(|id| study.consultations.iter().find(|own| own.id == *id));
    let name = of.map(|own| own.name.get(seat.who.lang)).unwrap_or_default();
    let family = atalaya_words::capital(&family_name(&seat.who.words, family));
    if name.is_empty() {
        format!("{family} · {}", round.id)
    } else {
        format!("{family} · {name} ({})", round.id)
    }
}

/// The families of a round: those it asks, and those answered besides.
fn families(sheet: &Sheet, round: &Round) -> Vec<&'static Family> {
    let mut out: Vec<&'static Family> = round.families.iter().filter_map(|name| Family::find(name)).collect();
    for family in sheet.sayings.families(&round.id) {
        if !out.contains(&family) {
            out.push(family);
        }
    }
    out
}

/// Under which name a group fills its one matrix where it has none yet: as one that was brought from elsewhere.
const GROUP: &str = atalaya_formats::cib::study::EXPERT;

/// Whether a round is answered by one matrix of the whole group.
fn of_one(study: &Study, round: &Round) -> bool {
    grouped_rounds(study).contains(&round.id)
}

/// Who answers a family in a round: the invited, else the panel; whoever answered besides. Of a group that answers as one
/// it is its matrix.
fn experts(sheet: &Sheet, round: &Round, family: &Family) -> Vec<String> {
    let study = &sheet.loaded.value;
    let mut out: Vec<String> = if round.invited.is_empty() {
        study.experts.iter().map(|expert| expert.id.to_string()).collect()
    } else {
        round.invited.iter().map(Id::to_string).collect()
    };
    let said = sheet.sayings.about(&round.id, family);
    let others: BTreeSet<String> = said.iter().flat_map(|said| &said.experts).map(Id::to_string).collect();
    if of_one(study, round) {
        return if others.is_empty() { vec![GROUP.to_owned()] } else { others.into_iter().collect() };
    }
    out.extend(others.into_iter().filter(|id| !out.contains(id)).collect::<Vec<_>>());
    out
}

/// The ids that a place of a question may have in a round: of the kinds that were answered, else of all.
fn items(sheet: &Sheet, round: &Id, family: &'static Family, place: usize) -> Vec<(Kind, String)> {
    let study = &sheet.loaded.value;
    let kinds = family.kinds.get(place).copied().unwrap_or_default();
    let asked = sheet.sayings.about(round, family).map(|said| &said.places[place]);
    let used =
        |kind: &&Kind| asked.is_none_or(|asked| study.ids(**kind).iter().any(|id| asked.contains(*id)));
    // What is the subject's own is crossed with what is around it.
    let side = |id: &Id| {
        let factor = study.factors.iter().find(|factor| factor.id == *id && family.name == "crossing");
        factor
            .and_then(|factor| factor.kind)
            .is_none_or(|kind| matches!(kind, FactorKind::Strength | FactorKind::Weakness) == (place == 0))
    };
    kinds
        .iter()
        .filter(used)
        .flat_map(|kind| study.ids(*kind).into_iter().filter(|id| side(id)).map(|id| (*kind, id.to_string())))
        .collect()
}

/// One head of a row or a column.
#[derive(Default)]
struct Head {
    id: String,
    code: String,
    name: String,
    definition: String,
    /// How it is called where its code does not do: short, and whole.
    full: Option<(String, String)>,
    /// The heading of the group that it opens.
    band: Option<String>,
}

impl Head {
    fn short(&self) -> Option<&str> {
        self.full.as_ref().map(|(short, _)| short.as_str())
    }

    fn whole(&self) -> Option<&str> {
        self.full.as_ref().map(|(_, whole)| whole.as_str())
    }
}

fn heads(seat: &Seat, sheet: &Sheet, ids: &[(Kind, String)]) -> Vec<Head> {
    ids.iter()
        .map(|(kind, id)| {
            let found = sheet.record(kind.as_str(), id);
            let text = |key: &str| {
                found.and_then(|record| record.fields.get(key)).map(Field::cell).unwrap_or_default()
            };
            let code = text("code");
            Head {
                id: id.clone(),
                code: if code.is_empty() { id.clone() } else { code },
                name: found.map(|record| record::named(record, seat.who.lang)).unwrap_or_default(),
                definition: super::in_either(found, "definition", seat.who.lang),
                ..Head::default()
            }
        })
        .collect()
}

/// A grid of answers.
async fn grid(
    app: &Shared,
    seat: &Seat,
    round: &str,
    family: &str,
    expert: Option<&str>,
    query: &BTreeMap<String, String>,
) -> Result<Page, Fault> {
    let asked = |key: &str| query.get(key).map_or("", String::as_str);
    let sheet = app.desk.glance(&seat.access).await?;
    let study = &sheet.loaded.value;
    let family = Family::find(family).ok_or(Fault::NotFound)?;
    let round = study.rounds.iter().find(|own| own.id.as_str() == round).ok_or(Fault::NotFound)?;
    let words = &seat.who.words;
    let who = experts(&sheet, round, family);
    match (family.arity(), expert) {
        (2, None) if of_panel(&sheet, round, family) => {
            return consensus(seat, &sheet, round, family, &who, asked("cell"));
        }
        // Of a panel without experts it says what is missing.
        (2, None) if !who.is_empty() => return Err(Fault::NotFound),
        // Whoever is on the panel may answer, invited or not; nobody else.
        (2, Some(own)) if who.iter().any(|known| known == own) => {}
        (2, Some(own)) if study.experts.iter().any(|known| known.id.as_str() == own) => {}
        (2 | 1, None) => {}
        _ => return Err(Fault::NotFound),
    }
    let states = between_states(family).then(|| Asked::of(study, &round.id, family, asked("with")));
    let rows = match &states {
        Some(asked) => states::heads(seat, &sheet, &asked.states),
        None => heads(seat, &sheet, &items(&sheet, &round.id, family, 0)),
    };
    let columns: Vec<Head> = match expert {
        Some(_) if let Some(asked) = &states => states::heads(seat, &sheet, &asked.states),
        Some(_) => heads(seat, &sheet, &items(&sheet, &round.id, family, 1)),
        None => who.iter().map(|id| Head { id: id.clone(), code: id.clone(), ..Head::default() }).collect(),
    };
    let id = |row: &Head, column: &Head| match expert {
        Some(expert) => format!("{}/{}/{}/{}/{expert}", round.id, family.name, row.id, column.id),
        None => format!("{}/{}/{}/{}", round.id, family.name, row.id, column.id),
    };
    let square = family.square();
    let mut cells: Vec<Vec<Option<String>>> = Vec::with_capacity(rows.len());
    for row in &rows {
        let line = columns.iter().map(|column| {
            if (square && row.id == column.id)
                || states.as_ref().is_some_and(|own| !own.pair(&row.id, &column.id))
            {
                return None;
            }
            let said = sheet
                .record(ANSWER, &id(row, column))
                .and_then(|record| record.fields.get("value"))
                .map(Field::cell);
            Some(said.unwrap_or_default())
        });
        cells.push(line.collect());
    }
    let nothing = rows.is_empty() || columns.is_empty();
    let once = family.name == "vote";
    let (filled, all) = progress(&cells, columns.len(), once);
    let ends = [("a", "{a}".into()), ("b", "{b}".into())];
    let ask = format!("web-ask-{}", family.name);
    let ask = if words.has(&ask) {
        words.with(&ask, &ends)
    } else {
        format!("{} {{a}} → {{b}}", words.t(&format!("question-{}", family.name)))
    };
    // Of something and itself one asks in other words.
    let of_itself = format!("web-ask-{}-itself", family.name);
    let of_itself = words.has(&of_itself).then(|| words.with(&of_itself, &ends));
    let pattern = match expert {
        Some(expert) => format!("{}/{}/{{a}}/{{b}}/{expert}", round.id, family.name),
        None => format!("{}/{}/{{a}}/{{b}}", round.id, family.name),
    };
    let title = title(seat, study, round, family);
    let scale = format!("question-scale-{}", family.name);
    // In words and in the values that a cell takes.
    let values = study.scale(family).print().replace('-', "−");
    let values = values.replace("..", if values.starts_with('−') { " … " } else { "–" });
    let scale = if words.has(&scale) { format!("{} ({values})", words.t(&scale)) } else { values.clone() };
    let stage = "consult";
    // The plane that the answers move stands beside them.
    let plane = match family.name {
        "influence" => Some(("structure", "figure-influence-plane")),
        "importance" | "uncertainty" => Some(("structure", "figure-critical-plane")),
        "impact" => Some(("explore", "figure-balances-tableau")),
        _ => None,
    };
    let named = (states.is_some() || columns.len() < 30) && rows.iter().any(|row| !row.name.is_empty());
    let opens = |head: &Head| states.is_some() && head.band.is_some();
    // As wide as the longest label of a column, up to eight letters; the rest of a longer one is told by its title.
    let width = columns.iter().map(|column| column.code.chars().count()).max().unwrap_or(0).clamp(3, 8);
    let defined = rows.iter().chain(&columns).any(|head| !head.definition.is_empty());
    let body = html! {
        main.split.wide #content {
            section.parts aria-label=(title) {
                p.crumb { a href=(seat.at("/consult")) { (words.t("stage-consult")) } }
                h1 { (title) }
                @if let Some(expert) = expert {
                    nav.tabs aria-label=(words.t("web-experts")) {
                        @if of_panel(&sheet, round, family) { a href=(seat.at(&format!("/answers/{}/{}", round.id, family.name))) { (words.t("bench-panel")) } }
                        @for id in &who { a href=(seat.at(&grid_path(round, family, Some(id)))) aria-current=[(id == expert).then_some("page")] { (id) } }
                    }
                }
                p { (words.t(&format!("question-{}", family.name))) " " span.soft { (scale) } }
                @if !nothing { p.ask #ask role="status" {} }
                section.clash #clashes role="alert" hidden { h2 { (words.t("bench-cell-clash")) } ul {} }
                template #clash { li {
                    b.where {} " "
                    button.button.second type="button" { (words.t("bench-cell-theirs")) " " b {} } " "
                    button.button type="button" { (words.t("bench-cell-yours")) " " b {} }
                } }
                section.clash #unsaved hidden {
                    h2 { (words.t("bench-cell-unsaved")) " " b {} }
                    p { (words.with("bench-cell-unsaved-why", &[("scale", values.as_str().into())])) }
                    ul {}
                    details data-few=(NAMED) hidden { summary { (words.t("bench-cell-unsaved-more")) " " b {} } ul {} }
                    p.row { button.button.second #unsaved-next type="button" { (words.t("bench-cell-unsaved-next")) } button.quiet #unsaved-away type="button" { (words.t("bench-cell-unsaved-away")) } }
                }
                @if !nothing { p.progress { progress #filled max=(all) value=(filled) {} " " span #count { (filled) "/" (all) } " " span #saved.soft role="status" {} } }
                p.care #unasked role="status" hidden { (words.t("web-grid-dropped")) " " b {} }
                @if nothing { p.lead { (words.t("web-grid-none")) } (lacking(seat, study, family, &who)) }
                @if !nothing { (pair::card(seat, family, study.scale(family), &title)) }
                @if defined {
                    button.quiet.define type="button" aria-expanded="false" aria-controls="define" hidden { (words.t("bench-define")) span.keys { " (?)" } }
                    dl.facts #define hidden aria-live="polite" {}
                }
                @if !nothing { button.button.second.swap #swap type="button" data-table=(words.t("web-pair-table")) data-cards=(words.t("web-pair-cards")) hidden { (words.t("web-pair-table")) } }
                @if !nothing { p.soft.over hidden { (words.t("report-scroll")) " →" } }
                @if !nothing { div.scroll.gridbox {
                    table class={ "grid w" (width) @if named { " named" } @if states.is_some() { " grouped" } } role="grid" aria-label=(title) aria-readonly=(if seat.writes() { "false" } else { "true" })
                        data-save=(seat.at("/answers")) data-ask=(ask) data-itself=[of_itself] data-once[once] data-id=(pattern) data-values=(points(study.scale(family)).join(" "))
                        data-nothing=(words.t("bench-cell-nothing")) data-undefined=(words.t("bench-undefined")) data-unasked=(words.t("web-grid-unasked")) data-refused=(words.t("web-grid-refused")) data-left=(words.t("web-left-out-many")) data-saved=(words.t("web-saved")) data-waiting=(words.t("web-waiting")) {
                        thead role="rowgroup" {
                            @if states.is_some() { (states::bands(&columns)) }
                            tr role="row" {
                                td {}
                                @for column in &columns { th class=[opens(column).then_some("first")] role="columnheader" scope="col" data-id=(column.id) data-name=(column.name) data-short=[column.short()] data-full=[column.whole()] data-definition=(column.definition) title=(column.name) { (column.code) } }
                            }
                        }
                        tbody role="rowgroup" {
                            @for (row, line) in rows.iter().zip(&cells) {
                                @if let Some(band) = row.band.as_deref() { tr.band role="row" { th role="rowheader" scope="rowgroup" title=(band) { (band) } } }
                                tr role="row" {
                                    th role="rowheader" scope="row" data-id=(row.id) data-name=(row.name) data-short=[row.short()] data-full=[row.whole()] data-definition=[(!square && states.is_none()).then_some(&row.definition)] title=(row.name) { (row.code) @if named { " " span.name { (row.name) } } }
                                    @for (column, cell) in columns.iter().zip(line) {
                                        @match cell {
                                            Some(text) => td class=[opens(column).then_some("first")] role="gridcell" { (text) },
                                            None => td.none.first[opens(column)] role="gridcell" aria-disabled="true" {},
                                        }
                                    }
                                }
                            }
                        }
                    }
                } }
                @if all > 0 { p.soft.gridkey { (words.t("web-grid-key")) } }
                @if all > 0 && seat.writes() { p.soft.keys { (words.t("web-grid-help")) } }
                @if let Some(asked_states) = &states { (states::left_out(seat, &sheet, asked_states, asked("with"))) }
                @if let Some(expert) = expert.filter(|_| (square || states.is_some()) && seat.writes()) {
                    (super::files::bring_form(seat, &format!("answers/{}/{}/{expert}.csv", round.id, family.name), &words.t("web-bring-matrix"), &html! { @if states.is_some() { p.soft { (said(&words.t("web-bring-states"))) } } }))
                }
            }
            section.found aria-label=(words.t("web-found")) {
                @if let Some((stage, id)) = plane {
                    div.report #found data-part=(seat.at(&format!("/found/{stage}"))) data-only=(id) data-seq=(sheet.seq) {
                        (PreEscaped(picture(seat, &sheet, stage, id)?))
                    }
                }
            }
        }
    };
    Ok(within(seat, &sheet, stage, &title, &body))
}

/// How much of a grid is answered: its cells, or the columns where each has one vote to give. Such a column is answered
/// by its one, by an abstention, or by a value in every row.
fn progress(cells: &[Vec<Option<String>>], columns: usize, once: bool) -> (usize, usize) {
    let filled = |cell: &Option<String>| cell.as_deref().is_some_and(|text| !text.is_empty());
    if !once {
        let asked = || cells.iter().flatten().filter(|cell| cell.is_some());
        return (asked().filter(|cell| filled(cell)).count(), asked().count());
    }
    let voted = |column: &usize| {
        let own: Vec<&Option<String>> = cells.iter().filter_map(|line| line.get(*column)).collect();
        own.iter().any(|cell| matches!(cell.as_deref(), Some("1" | "-")))
            || own.iter().all(|cell| filled(cell))
    };
    if cells.is_empty() { (0, 0) } else { ((0..columns).filter(voted).count(), columns) }
}

/// Of which records there are none that a grid is made of, each with the way to where they are added.
fn lacking(seat: &Seat, study: &Study, family: &Family, who: &[String]) -> Markup {
    let asked = family.kinds.iter().filter(|kinds| kinds.iter().all(|kind| study.ids(*kind).is_empty()));
    let mut kinds: Vec<Kind> = asked.filter_map(|kinds| kinds.first().copied()).collect();
    kinds.extend(who.is_empty().then_some(Kind::Expert));
    kinds.dedup();
    html! { ul.lines { @for kind in kinds { li { span { (record::none_of(seat, kind.as_str())) } } } } }
}

/// The values of a scale as they are written, where they are few.
fn points(scale: Scale) -> Vec<String> {
    match scale {
        Scale::Integer { min, max } if max - min <= 12 => (min..=max).map(|n| n.to_string()).collect(),
        Scale::Steps(_) | Scale::Influence | Scale::Colour => {
            scale.print().split(", ").map(str::to_owned).collect()
        }
        _ => Vec::new(),
    }
}

/// The rounds in which a family is asked or was answered, and the ways to its grid.
pub fn ways(sheet: &Sheet, family: &'static Family) -> Vec<(Id, String)> {
    let asks = |round: &&Round| families(sheet, round).iter().any(|own| std::ptr::eq(*own, family));
    // Where only some of the invited were given the matrix, it leads to one of them.
    let way = |round: &Round| {
        let said = sheet.sayings.about(&round.id, family);
        let answered =
            |id: &&String| said.is_some_and(|said| said.experts.iter().any(|own| own.as_str() == **id));
        let who = experts(sheet, round, family);
        grid_path(round, family, who.iter().find(answered).or(who.first()))
    };
    let rounds = &sheet.loaded.value.rounds;
    rounds.iter().filter(asks).map(|round| (round.id.clone(), way(round))).collect()
}

/// A picture of a stage, without the chapter around it; nothing where there is none yet.
pub fn picture(seat: &Seat, sheet: &Sheet, stage: &str, id: &str) -> Result<String, Fault> {
    let mut document = sheet.excerpt(seat.who.lang, None, super::study::chapters(stage));
    document.blocks.retain(|block| matches!(block, Block::Figure(figure) if figure.id == id));
    let around =
        Around { below: &|id| part::below(seat, &document, id), elsewhere: &|_| None, numbers: false };
    let text = page::fragment(&document, &document.blocks, &sheet.words(seat.who.lang), &around);
    text.map_err(|error| Fault::Internal(error.to_string()))
}

/// Whether the findings hold the matrix that a panel's answers make together.
fn of_panel(sheet: &Sheet, round: &Round, family: &Family) -> bool {
    let found = sheet.point.structure.micmac.as_ref();
    family.name == "influence" && found.is_some_and(|found| round.id == found.aggregation.round.as_str())
}

/// The matrix that the panel's answers make together: what it disputes is marked, and a cell chosen shows how it was
/// answered.
fn consensus(
    seat: &Seat,
    sheet: &Sheet,
    round: &Round,
    family: &'static Family,
    who: &[String],
    cell: &str,
) -> Result<Page, Fault> {
    let words = &seat.who.words;
    let title = title(seat, &sheet.loaded.value, round, family);
    let body = html! {
        main.together #content {
            p.crumb { a href=(seat.at("/consult")) { (words.t("stage-consult")) } }
            h1 { (title) }
            nav.tabs aria-label=(words.t("web-experts")) {
                a href=(seat.at(&format!("/answers/{}/{}", round.id, family.name))) aria-current="page" { (words.t("bench-panel")) }
                @for id in who { a href=(seat.at(&grid_path(round, family, Some(id)))) { (id) } }
            }
            div #room { (super::room::grid(seat, sheet, cell)) }
        }
    };
    Ok(within(seat, sheet, "consult", &title, &body))
}

/// What a panel says of a list of items, or together of a matrix.
pub async fn panel(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, round, family)): Path<(String, String, String)>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Page, Fault> {
    grid(&app, &seat, &round, &family, None, &asked).await
}

/// The matrix of one expert.
pub async fn matrix(
    State(app): State<Shared>,
    seat: Seat,
    Path((_, round, family, expert)): Path<(String, String, String, String)>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Page, Fault> {
    grid(&app, &seat, &round, &family, Some(&expert), &asked).await
}
